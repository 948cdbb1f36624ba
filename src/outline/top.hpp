#pragma once

#include <cstddef>
#include <string_view>

#include "outline/line_view.hpp"
#include "outline/type_line.hpp"

namespace vanban::outline {

/// What stands over the text of a document: header, type, subject, addressees.
struct Top {
  const tokens::DocumentTypeRow* type = nullptr;  ///< null where no line says it
  std::size_t type_length = 0;                    ///< bytes of its name on its line
  std::size_t title = 0;                          ///< the line of the type
  std::size_t end = 0;                            ///< behind subject and addressees
};

/// Whether line `i` of `count` belongs to a title that says all its lines again, in their order;
/// `same` compares two lines. "NĂM 2031" beneath each of two halves is no title again.
template <typename Same>
[[nodiscard]] bool is_said_again(std::size_t i, std::size_t count, const Same& same) {
  for (std::size_t size = (i / 2) + 1; size <= i; ++size) {
    std::size_t line = 0;
    while (line < size && size + line < count && same(line, size + line)) ++line;
    if (line == size) return true;
  }
  return false;
}

/// "QUYẾT ĐỊNH CỦA UBND TỈNH HÒA SƠN" over "Ban hành quy định": behind the type, which is
/// `type_length` bytes long, the line says whose it is, and the next one begins what it is about.
[[nodiscard]] bool names_decider(const FoldedText& text, TextSpan line, std::size_t type_length,
                                 TextSpan next);

/// "Ngày cập nhật 24/04/2031": put among the lines of a title by a site.
[[nodiscard]] bool is_site_line(std::string_view lower);

[[nodiscard]] Top find_top(const LineView& lines);

}  // namespace vanban::outline

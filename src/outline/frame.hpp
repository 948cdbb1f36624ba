#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "outline/blocks.hpp"
#include "outline/lines.hpp"
#include "outline/offices.hpp"
#include "tokens/document_types.hpp"

namespace vanban::outline {

/// The zones of a document, as ranges of lines, in this order. Every line is in one of them. A
/// frame points into the lines that it was found in and into itself: it can be moved, not copied.
struct Frame {
  std::span<const Line> header;    ///< agency, national title, number, place and date
  std::span<const Line> title;     ///< the line of the type, the subject and the addressees
  std::span<const Line> preamble;  ///< grounds
  std::span<const Line> body;      ///< sections, and the closing
  std::span<const Line> tail;      ///< signature and recipients, in either order
  std::span<const Line> annex;     ///< appendices and attached documents

  const tokens::DocumentTypeRow* type = nullptr;  ///< null where no line says it
  std::size_t type_length = 0;  ///< bytes of the type's name on the first title line
  Layout layout;
  /// The lines in the order of the zones where that is not the order of the file: a closing
  /// paragraph that came out behind the signature, a sentence over the type. Else empty.
  std::vector<Line> reordered;

  Frame() = default;
  Frame(Frame&&) = default;
  Frame& operator=(Frame&&) = default;
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;
  ~Frame() = default;
};

[[nodiscard]] Frame find_frame(const FoldedText& text, std::span<const Line> lines);

/// Bytes up to the first recipient where `lower` begins with "Nơi nhận:", else 0.
[[nodiscard]] std::size_t recipients_head(std::string_view lower);

/// A paragraph that concludes a document begins so: "Trên đây là Kế hoạch ...".
[[nodiscard]] bool opens_closing(std::string_view lower);

/// An entry of a table of contents: "1. Mục đích ........ 3".
[[nodiscard]] bool is_contents_entry(std::string_view printed);

/// The type of a document alone on its line: "KẾ HOẠCH".
[[nodiscard]] bool is_lone_type(const FoldedText& text, const Line& line);

/// A line over an appendix: "Phụ lục II", "BIỂU SỐ 01".
[[nodiscard]] bool is_appendix_line(std::string_view printed, std::string_view lower);

}  // namespace vanban::outline

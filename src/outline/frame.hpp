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

/// The zones of a document, as ranges of its lines, in this order.
struct Frame {
  std::span<const Line> header;    ///< agency, national title, number, place and date
  std::span<const Line> title;     ///< the line of the type, the subject and the addressees
  std::span<const Line> preamble;  ///< grounds
  std::span<const Line> body;      ///< sections, and the closing
  std::span<const Line> tail;      ///< signature and recipients, in either order
  std::span<const Line> annex;     ///< appendices and attached documents

  const tokens::DocumentTypeRow* type = nullptr;  ///< null where no line says it
  std::size_t type_length = 0;            ///< bytes of the type's name on the first title line
  Layout layout;
};

[[nodiscard]] Frame find_frame(const FoldedText& text, std::span<const Line> lines);

/// Bytes up to the first recipient where `lower` begins with "Nơi nhận:", else 0.
[[nodiscard]] std::size_t recipients_head(std::string_view lower);

/// A line over an appendix: "Phụ lục II", "BIỂU SỐ 01".
[[nodiscard]] bool is_appendix_line(std::string_view printed, std::string_view lower);

}  // namespace vanban::outline

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

}  // namespace vanban::outline

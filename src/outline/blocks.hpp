#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <vector>

#include "outline/footnotes.hpp"
#include "outline/joined_text.hpp"
#include "outline/lines.hpp"
#include "outline/marker.hpp"
#include "outline/section_names.hpp"

namespace vanban::outline {

/// A paragraph, an item or a heading: the lines that were wrapped are one again.
struct Block {
  std::optional<Marker> marker;
  JoinedText text;                            ///< without the marker
  TextSpan span;                              ///< with it
  std::vector<std::vector<JoinedText>> rows;  ///< of a table, else empty
  std::uint8_t heading_level = 0;
  bool bold = false;  ///< its first line is
  bool caps = false;  ///< its text is in capitals
  SectionName names = SectionName::none;
};

/// How the lines of a document are laid out, measured on those that certainly go on in the next.
struct Layout {
  bool wrapped = false;   ///< lines are broken at a width
  std::size_t width = 0;  ///< of a full line, in code points
  std::uint16_t gap = 0;  ///< blank lines between two lines of one paragraph
  /// Paragraphs stand apart: more blank lines than `gap` part them, so that a line without them
  /// goes on, whatever its width (web copies, Markdown).
  bool paragraphs_apart = false;
  /// First lines of paragraphs are indented, so that a line that begins at `left` goes on, whatever
  /// the line before it ends with (text taken out of pages as they are laid out).
  bool indented = false;
  bool may_be_indented = false;  ///< the same, of few lines
  std::uint32_t left = 0;        ///< column of the lines that go on
};

[[nodiscard]] Layout measure_layout(const FoldedText& text, std::span<const Line> lines);

/// In order. Each is memory of its own, so that they can go one by one.
using Blocks = std::deque<Block>;

/// Joins the wrapped lines of `lines`, without the references to `notes`. Linear time.
[[nodiscard]] Blocks build_blocks(const FoldedText& text, std::span<const Line> lines,
                                  const Layout& layout, const Footnotes& notes);

}  // namespace vanban::outline

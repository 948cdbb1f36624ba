#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "outline/joined_text.hpp"
#include "outline/lines.hpp"
#include "vanban/span.hpp"

namespace vanban::outline {

/// A note beneath the text: "[1] Theo báo cáo của ...".
struct Footnote {
  static constexpr std::size_t most = 1000;  ///< a number has three digits
  std::string label;                         ///< "1"
  JoinedText text;                           ///< without the label
  TextSpan span;                             ///< with it
};

/// All notes of a document, and where the text refers to them: "[1]", "Tỉnh ủy1", with the blanks
/// before the mark. Both in order.
struct Footnotes {
  std::vector<Footnote> all;
  std::vector<TextSpan> marks;
};

/// Takes the notes out of `lines`. A note is a line that begins with a number in square brackets
/// which an earlier line refers to, or with a figure that one has (`Line::note`), and what it wraps
/// into. Linear.
[[nodiscard]] Footnotes take_footnotes(const FoldedText& text, std::vector<Line>& lines);

}  // namespace vanban::outline

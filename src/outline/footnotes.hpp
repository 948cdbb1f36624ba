#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "outline/joined_text.hpp"
#include "outline/lines.hpp"

namespace vanban::outline {

/// A note beneath the text: "[1] Theo báo cáo của ...".
struct Footnote {
  std::string label;  ///< "1"
  JoinedText text;    ///< without the label
  TextSpan span;      ///< with it
};

/// All notes of a document, and which numbers they have.
struct Footnotes {
  static constexpr std::size_t most = 1000;  ///< a number has three digits
  std::vector<Footnote> all;
  std::bitset<most> numbers;
};

/// Takes the notes out of `lines`. A note is a line that begins with a number in square brackets
/// which an earlier line refers to, and what it wraps into. In order. Linear.
[[nodiscard]] Footnotes take_footnotes(const FoldedText& text, std::vector<Line>& lines);

/// Where the reference to a note begins and ends in `text`, at or after `from`: "[1]", with the
/// blanks before it. Null where there is none.
[[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> find_footnote_mark(
    std::string_view text, std::size_t from, const Footnotes& notes);

}  // namespace vanban::outline

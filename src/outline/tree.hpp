#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "outline/blocks.hpp"
#include "outline/frame.hpp"
#include "vanban/document.hpp"

namespace vanban::outline {

inline constexpr std::uint32_t no_node = 0xFFFFFFFFU;

/// A node of the outline before anyone says what it means. Marker and label view into the repaired
/// text.
struct TreeNode {
  NodeKind kind = NodeKind::paragraph;
  std::string_view marker;  ///< empty: null
  std::string_view label;   ///< empty: null
  std::string id;
  JoinedText text;
  std::string lower;  ///< `text` in lower case with today's tone places; offsets are equal
  bool heading = false;
  bool bold = false;                          ///< all letters of its first line
  bool names_section = false;                 ///< without a number: "MỤC ĐÍCH" alone
  std::vector<std::vector<JoinedText>> rows;  ///< of a table
  TextSpan span;                              ///< with the marker
  std::uint32_t parent = no_node;
  std::vector<std::uint32_t> children;
};

/// What is odd about the numbering.
struct NumberingFault {
  enum class Kind : unsigned char { duplicate, gap } kind = Kind::duplicate;
  std::uint32_t node = 0;   ///< the second of a pair, or the one after the gap
  std::uint32_t other = 0;  ///< the first of the pair, or the one before the gap; may be no_node
};

/// The outline: nodes in document order (a parent before its children). Each is memory of its own,
/// which goes when the first of them is taken off.
struct Outline {
  std::deque<TreeNode> nodes;
  std::vector<std::uint32_t> preamble;
  std::vector<std::uint32_t> body;
  std::vector<std::uint32_t> closing;
  std::vector<NumberingFault> faults;
};

/// The outline of a framed document. Depth comes from the markers' classes and sequences, never
/// from Markdown's levels; that a line is a title of Markdown tells only that a list which begins
/// anew beneath it, numbered like it, is its own. Linear time; nesting is bounded by the number of
/// marker styles.
[[nodiscard]] Outline build_outline(const FoldedText& text, const Frame& frame,
                                    const Footnotes& notes = {});

}  // namespace vanban::outline

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "outline/lines.hpp"
#include "outline/segments.hpp"
#include "vanban/span.hpp"

namespace vanban::plan {

/// A piece of the end of a document that stood in one column.
struct TailPiece {
  TextSpan span;
  std::size_t line = 0;  ///< index among the lines of the tail
  std::uint16_t blank_before = 0;
  bool first_in_cell = true;  ///< of a table: no line of its cell stands before it
};

/// Recipients stand left and signatures right; the columns come out one after the other or on the
/// same lines:
///
///     Nơi nhận:                        KT. GIÁM ĐỐC
///     - UBND tỉnh (b/c);              PHÓ GIÁM ĐỐC        two columns of two pieces each
///
/// Each column from top to bottom. Lines are cut only where a column of a signature or the words
/// "Nơi nhận" show that there are columns.
struct Tail {
  std::vector<outline::Segment> segments;  ///< of all lines, before anything is said of columns
  std::vector<std::vector<TailPiece>> columns;
};
[[nodiscard]] Tail split_tail(const outline::FoldedText& text,
                              std::span<const outline::Line> lines);

/// What of `tail` stands in none of `read` and is no mark of a signing program: stretches with a
/// letter or a figure, in order; neighbours with nothing between them are one.
[[nodiscard]] std::vector<TextSpan> unread_spans(const outline::FoldedText& text, const Tail& tail,
                                                 std::vector<TextSpan> read);

}  // namespace vanban::plan

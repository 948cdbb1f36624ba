#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "outline/characters.hpp"
#include "outline/marker.hpp"
#include "read/source_text.hpp"
#include "vanban/span.hpp"

namespace vanban::outline {

/// What a line is of a table without marks: one that came out cell by cell, a pipe on a line of its
/// own before each, or one with tabs, pipes or wide blanks between its cells.
enum class CellLine : std::uint8_t {
  none,
  row,          ///< the first line of a row's first cell
  cell,         ///< the first line of another cell
  more,         ///< a further line of the cell
  tabs,         ///< a whole row, its cells parted by tabs
  pipes,        ///< a whole row, its cells parted by pipes
  pipes_more,   ///< goes on in the last cell of the line before, then as such a row
  columns,      ///< a whole row, its cells parted by wide blanks
  wrapped_row,  ///< the first line of a row whose cells are wrapped in columns
  wrapped_more  ///< a further line of it
};

/// What parts the cells of such a row; of a table with marks, what they became.
[[nodiscard]] constexpr char separator_of(CellLine cell) {
  switch (cell) {
    case CellLine::tabs: return '\t';
    case CellLine::pipes:
    case CellLine::pipes_more: return '|';
    default: return read::cell_separator;
  }
}

/// Tabs right before `at` on its line: empty cells at the start of a row.
[[nodiscard]] inline std::size_t count_tabs_before(std::string_view text, std::size_t at) {
  std::size_t tabs = 0;
  for (; at > 0 && (text[at - 1] == '\t' || text[at - 1] == ' '); --at) {
    tabs += text[at - 1] == '\t' ? 1U : 0U;
  }
  return tabs;
}

/// A line of the repaired text that is not blank, with what the stages ask of it again and again.
struct Line {
  TextSpan span;                   ///< without blanks at both ends; cell separators are kept
  std::uint32_t number = 0;        ///< of the line in the text, from 0
  std::uint32_t length = 0;        ///< of the line, in code points
  std::uint16_t indent = 0;        ///< columns of blanks before it
  std::uint16_t blank_before = 0;  ///< blank lines between it and the line before
  std::uint8_t heading_level = 0;  ///< Markdown's, else 0
  bool bold = false;               ///< all of it
  bool table = false;              ///< a table row with cell separators, or a line of a cell
  bool one_column = false;         ///< no wide blank and no separator: nothing parts it
  CellLine cell = CellLine::none;
  std::uint8_t pipes = 0;       ///< on lines of their own, right before it
  bool after_pipes = false;     ///< such lines stand before it, right before it or not
  bool new_page = false;        ///< a page break (form feed, page number) stands before it
  bool after_rule = false;      ///< a rule of dashes or stars stands before it
  bool after_grid = false;      ///< a rule of a table drawn in signs, "+-----+---+", stands there
  bool caps = false;            ///< printed in capitals
  bool begins_small = false;    ///< its first sign is a small letter
  EndMark end = EndMark::none;  ///< how it ends
  std::uint8_t note = 0;  ///< bytes of the figure of a note that begins here, "1 Nghị quyết"
  std::optional<Marker> marker;  ///< what looks like one at its start
};

}  // namespace vanban::outline

#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "outline/characters.hpp"
#include "outline/lines.hpp"

/// The pieces of a line that stood in different columns of the page. Headers and signatures are
/// tables without rules: their columns come out on one line, parted by wide blanks, tabs or cell
/// separators.
///
///     "   SỞ Y TẾ            CỘNG HÒA XÃ HỘI ..."   two segments, at columns 3 and 22
namespace vanban::outline {

struct Segment {
  TextSpan span;             ///< without blanks at both ends
  std::size_t line = 0;      ///< index of its line
  std::uint32_t column = 0;  ///< code points from the left margin to its start; a tab counts eight
  std::uint16_t index = 0;   ///< among the segments of its row; of a table: the cell
  bool table = false;
};

inline constexpr std::uint32_t widest_gap_in_text = 2;  // blanks; three part two columns
inline constexpr std::uint32_t tab_columns = 8;

/// How a line is cut at its blanks.
struct Gaps {
  std::uint32_t widest_in_text = widest_gap_in_text;
  bool marks_are_cells = false;  ///< "-" between wide blanks, behind a cell, is an empty one
};
inline constexpr Gaps typed_gaps{widest_gap_in_text, true};  ///< of tables that were typed

namespace detail {

[[nodiscard]] constexpr bool parts_cells(char c) {
  return c == read::cell_separator || c == '|';
}

inline constexpr auto part_table = [] {
  std::array<bool, 256> parts{};
  for (const char c : {read::cell_separator, '|', read::row_separator, read::cell_line_break}) {
    parts[static_cast<unsigned char>(c)] = true;
  }
  return parts;
}();

/// The next sign at or behind `at` that parts cells, rows or the lines of a cell.
[[nodiscard]] constexpr std::uint32_t next_part(std::string_view text, std::uint32_t at,
                                                std::uint32_t end) {
  while (at < end && !part_table[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

/// Splits one stretch without cell separators at its wide blanks; a bullet stays with its text.
inline void split_at_gaps(std::string_view text, Segment whole, Gaps gaps,
                          std::vector<Segment>& segments) {
  const std::size_t end = trim_end(text, whole.span.begin, whole.span.end);
  std::size_t at = whole.span.begin;
  std::uint32_t column = whole.column;
  const auto skip_blanks = [&] {
    const std::uint32_t before = column;
    while (at < end) {
      const std::size_t length = blank_length(text, at);
      if (length == 0) break;
      column += text[at] == '\t' ? tab_columns : 1U;
      at += length;
    }
    return column - before;
  };
  skip_blanks();
  std::size_t begin = at;
  std::uint32_t begin_column = column;
  std::uint16_t index = whole.index;
  std::size_t silent = at;  // from `begin` to here nothing is said
  const auto add = [&](std::size_t last) {
    Segment segment = whole;
    segment.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last)};
    segment.column = begin_column;
    segment.index = index++;
    segments.push_back(segment);
  };
  while (at < end) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((byte > ' ' && byte < 0x80) || blank_length(text, at) == 0) {
      at += language::code_point_length(text[at]);
      ++column;
      continue;
    }
    const std::size_t last = at;
    if (skip_blanks() <= gaps.widest_in_text) continue;
    const bool marks_are_cells = gaps.marks_are_cells && index != whole.index;
    if (!marks_are_cells && says_nothing(text.substr(silent, last - silent))) {
      silent = last;
      continue;
    }
    add(last);
    begin = silent = at;
    begin_column = column;
  }
  if (begin < end && (gaps.marks_are_cells || !says_nothing(text.substr(silent, end - silent)))) {
    add(end);
  }
}

}  // namespace detail

/// The segments of `lines`, in reading order; of a table row cell by cell.
[[nodiscard]] inline std::vector<Segment> split_segments(const FoldedText& text,
                                                         std::span<const Line> lines,
                                                         Gaps gaps = {}) {
  std::vector<Segment> segments;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const TextSpan span = lines[i].span;
    Segment piece;
    piece.line = i;
    piece.table = lines[i].table;
    piece.column = lines[i].indent;
    if (lines[i].one_column) {
      piece.span = span;
      segments.push_back(piece);
      continue;
    }
    std::uint32_t begin = span.begin;
    std::uint16_t cell = 0;
    for (std::uint32_t at = span.begin; at <= span.end; ++at) {
      at = detail::next_part(text.text, at, span.end);
      const char c = at < span.end ? text.text[at] : read::row_separator;
      const bool parts = detail::parts_cells(c);
      if (!parts && c != read::row_separator && c != read::cell_line_break) continue;
      piece.span = {begin, at};
      piece.index = cell;
      // A flattened row has one cell a line; between cells wide blanks part nothing.
      if (begin < at) {
        if (piece.table) {
          const auto first = static_cast<std::uint32_t>(trim_begin(text.text, begin, at));
          const auto last = static_cast<std::uint32_t>(trim_end(text.text, first, at));
          piece.span = {first, last};
          if (!says_nothing(text.printed(piece.span))) segments.push_back(piece);
        } else {
          detail::split_at_gaps(text.text, piece, gaps, segments);
        }
      }
      begin = at + 1;
      if (parts && begin > span.begin + 1) ++cell;  // a pipe at the start of a row parts nothing
      if (c == read::row_separator) cell = 0;
      if (!piece.table) piece.column += at - piece.span.begin;
    }
  }
  return segments;
}

namespace detail {

struct BareRange {
  std::uint32_t first;
  std::uint32_t last;
  char letter;
};

/// The small letters of Latin-1, Latin Extended-A and -B and Latin Extended Additional that
/// Vietnamese uses, with ð for đ.
inline constexpr BareRange bare_ranges[] = {
    {0xE0, 0xE5, 'a'},     {0xE8, 0xEB, 'e'},     {0xEC, 0xEF, 'i'},     {0xF0, 0xF0, 'd'},
    {0xF2, 0xF6, 'o'},     {0xF9, 0xFC, 'u'},     {0xFD, 0xFF, 'y'},     {0x103, 0x103, 'a'},
    {0x111, 0x111, 'd'},   {0x129, 0x129, 'i'},   {0x169, 0x169, 'u'},   {0x1A1, 0x1A1, 'o'},
    {0x1B0, 0x1B0, 'u'},   {0x1EA1, 0x1EB7, 'a'}, {0x1EB9, 0x1EC7, 'e'}, {0x1EC9, 0x1ECB, 'i'},
    {0x1ECD, 0x1EE3, 'o'}, {0x1EE5, 0x1EF1, 'u'}, {0x1EF3, 0x1EF9, 'y'},
};

inline constexpr std::uint32_t bare_block = 0x200;        // U+0000 to U+01FF
inline constexpr std::uint32_t bare_additional = 0x1E00;  // and U+1E00 to U+1EFF
inline constexpr std::uint32_t bare_additional_end = 0x1F00;

[[nodiscard]] constexpr std::uint32_t bare_place(std::uint32_t point) {
  return point < bare_block ? point : bare_block + point - bare_additional;
}

inline constexpr auto bare_table = [] {
  std::array<char, bare_block + bare_additional_end - bare_additional> table{};
  for (const BareRange& range : bare_ranges) {
    for (std::uint32_t point = range.first; point <= range.last; ++point) {
      table[bare_place(point)] = range.letter;
    }
  }
  return table;
}();

}  // namespace detail

/// The small letter of `length` bytes at `at` without its marks; 0 where it is none of Vietnamese.
[[nodiscard]] constexpr char bare_letter(std::string_view lower, std::size_t at,
                                         std::size_t length) {
  if (length == 1) return lower[at];
  const auto byte = [&](std::size_t i) -> std::uint32_t {
    return static_cast<unsigned char>(lower[at + i]);
  };
  const std::uint32_t point =
      length == 2 ? (byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU)
                  : (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
  const bool known = point < detail::bare_block ||
                     (point >= detail::bare_additional && point < detail::bare_additional_end);
  return known ? detail::bare_table[detail::bare_place(point)] : '\0';
}

/// The Latin letters of `lower` without marks, and nothing else: "cộng hoà" -> "conghoa". What
/// damaged and badly read copies of a fixed phrase are compared by.
[[nodiscard]] inline std::string bare_letters(std::string_view lower) {
  std::string letters;
  letters.reserve(lower.size());
  for (std::size_t at = 0; at < lower.size();) {
    const std::size_t length = letter_at(lower, at);
    const char letter = length != 0 ? bare_letter(lower, at, length) : '\0';
    if (letter != '\0') letters.push_back(letter);
    at += length != 0 ? length : language::code_point_length(lower[at]);
  }
  return letters;
}

}  // namespace vanban::outline

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vanban/document.hpp"
#include "vanban/result.hpp"
#include "vanban/source_map.hpp"

namespace vanban::read {

/// What the layout of a line hints at. Never decides alone: OCR tools lie about levels.
struct LineHint {
  std::uint8_t heading_level = 0;  ///< Markdown # to ######, else 0
  bool bold = false;               ///< every letter of the line is bold
  bool table = false;              ///< a row of a table; `cell_separator` stands between its cells
  bool grid = false;       ///< a rule of a drawn table, "+-----+---+": whole rows lie between two
  std::uint8_t pipes = 0;  ///< of a line that is nothing but pipes: a table came out cell by cell
};

/// Stands in `SourceText::text` for the line between two cells of a table row. Never part of a
/// field of the document.
inline constexpr char cell_separator = '\x1F';

/// A line break within a cell ("<br>"): no line feed may stand there, since a row is a line.
inline constexpr char cell_line_break = '\x1E';

/// Stands between two rows of a table that are on one line of the source (HTML tables only).
inline constexpr char row_separator = '\x1D';

/// One of these, or the fourth of Unicode's separators, which counts as a blank.
[[nodiscard]] constexpr bool is_separator(char c) {
  return c >= '\x1C' && c <= '\x1F';
}

/// A file as read: the source text (into which spans point) and the text to work on, which is the
/// source without control characters (controls.hpp) and Markdown's marks. Both have the same line
/// feeds in the same order.
struct SourceText {
  std::string source;
  std::string text;             ///< empty where `map` is the identity: see `content()`
  SourceMap map;                ///< text -> source
  std::vector<LineHint> hints;  ///< one a line of the text; empty for plain text
  Source info;
  std::vector<Diagnostic> diagnostics;  ///< ill-formed-bytes, not-text

  [[nodiscard]] std::string_view content() const noexcept {
    return map.is_identity() ? std::string_view(source) : std::string_view(text);
  }
};

/// bytes -> source text. Fails with too_large.
[[nodiscard]] Result<SourceText> read(std::string_view bytes, const ParseOptions& options);
/// The same; sound UTF-8 becomes the source text without a copy.
[[nodiscard]] Result<SourceText> read_owned(std::string bytes, const ParseOptions& options);

}  // namespace vanban::read

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "read/characters.hpp"
#include "vanban/source_map.hpp"

/// The pieces of HTML that stand in Markdown: tags and character references.
namespace vanban::read {

enum class TagAction : unsigned char {
  cut,          ///< nothing stands there
  line_break,   ///< a blank; in a table cell `cell_line_break`
  superscript,  ///< cut; around a number that is no exponent "[" and "]", as footnotes are printed
  bold,         ///< cut, and what stands between is bold
  list,         ///< cut
  numbers,      ///< of a list: cut, and its items have numbers
  item,         ///< a line break; in a table cell the number of the item, too
  cell,         ///< begins (or, closed, ends) a cell of a table
  row,          ///< a row
  table
};

struct TagRule {
  std::string_view name;
  TagAction action;
};

/// Tags that word processors and OCR tools leave in Markdown. Any other "<...>" is text: "<5 năm".
// clang-format off
inline constexpr auto tag_rules = std::to_array<TagRule>({
    {"a", TagAction::cut}, {"abbr", TagAction::cut}, {"b", TagAction::bold},
    {"big", TagAction::cut}, {"blockquote", TagAction::line_break},
    {"body", TagAction::cut}, {"br", TagAction::line_break},
    {"caption", TagAction::line_break}, {"center", TagAction::cut}, {"code", TagAction::cut},
    {"col", TagAction::cut}, {"colgroup", TagAction::cut}, {"dd", TagAction::line_break},
    {"del", TagAction::cut}, {"details", TagAction::cut}, {"div", TagAction::line_break},
    {"dl", TagAction::cut}, {"dt", TagAction::line_break}, {"em", TagAction::cut},
    {"figcaption", TagAction::cut}, {"figure", TagAction::cut}, {"font", TagAction::cut},
    {"footer", TagAction::cut}, {"h1", TagAction::line_break}, {"h2", TagAction::line_break},
    {"h3", TagAction::line_break}, {"h4", TagAction::line_break},
    {"h5", TagAction::line_break}, {"h6", TagAction::line_break},
    {"header", TagAction::cut}, {"hr", TagAction::cut}, {"html", TagAction::cut},
    {"i", TagAction::cut}, {"img", TagAction::cut}, {"ins", TagAction::cut},
    {"li", TagAction::item}, {"mark", TagAction::cut}, {"ol", TagAction::numbers},
    {"p", TagAction::line_break}, {"pre", TagAction::cut}, {"s", TagAction::cut},
    {"section", TagAction::cut}, {"small", TagAction::cut}, {"span", TagAction::cut},
    {"strike", TagAction::cut}, {"strong", TagAction::bold}, {"sub", TagAction::cut},
    {"summary", TagAction::cut}, {"sup", TagAction::superscript}, {"table", TagAction::table},
    {"tbody", TagAction::cut}, {"td", TagAction::cell}, {"tfoot", TagAction::cut},
    {"th", TagAction::cell}, {"thead", TagAction::cut}, {"tr", TagAction::row},
    {"u", TagAction::cut}, {"ul", TagAction::list},
});
// clang-format on

struct Tag {
  std::size_t length = 0;  ///< 0: no tag
  TagAction action = TagAction::cut;
  bool closing = false;
};

/// The tag at the start of `text`, on one line.
[[nodiscard]] Tag find_tag(std::string_view text);

/// The character that "&amp;" or "&#7871;" stands for as UTF-8; empty where it is none we know, so
/// that "KH&CN;" stays. Never a control character, and a plain blank for the blanks that do not
/// break.
[[nodiscard]] Utf8 resolve_reference(std::string_view reference);

/// The number of the first item of a list that is numbered in figures, `<ol start="3">`; 0 where it
/// is not.
[[nodiscard]] unsigned first_number(std::string_view tag);

/// A text whose tables have a line for each row, as those of Markdown have.
struct RowsAsLines {
  std::string text;  ///< empty where `map` is the identity
  SourceMap map;     ///< text -> source; every change is a blank for a byte
};

/// Makes blanks of the line ends within rows of open tables, of those that part a row from the one
/// above, and of quotation marks behind them. Neither headings nor text behind a blank line stand
/// in a row. Linear.
[[nodiscard]] RowsAsLines rows_as_lines(std::string_view source);

}  // namespace vanban::read

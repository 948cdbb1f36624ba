// Wrapped lines are joined by evidence, never by blank lines alone: text from PDF has a blank line
// after every line, OCR breaks paragraphs at pages, web copies wrap at no constant width. The
// strongest evidence is what a typesetter would have done: a line is broken where the next word no
// longer fits, so a line that had room for it was ended on purpose.
#include "outline/blocks.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "outline/block_words.hpp"
#include "outline/characters.hpp"
#include "outline/columns.hpp"
#include "outline/line_view.hpp"
#include "outline/offices.hpp"
#include "outline/segments.hpp"
#include "tokens/document_types.hpp"

namespace vanban::outline {
namespace {

using namespace block_words;  // NOLINT(google-build-using-namespace): the tables of this file

constexpr std::size_t shortest_wrapped_line = 24;  // code points; shorter lines tell no width
constexpr std::size_t longest_wrapped_line = 160;  // a longer line was never broken at a width
constexpr std::size_t sure_wraps_needed = 2;
constexpr std::size_t narrowest_page = 60;  // code points of a full line

// A first line begins as many columns at least behind the lines that go on.
constexpr std::uint32_t indentation = 3;
// Signs of one column stand a column off now and then.
constexpr std::uint32_t column_tolerance = 1;

// How full a line must be, as a share of the width, to have been broken for want of room. Letters
// differ in width, so that characters measure it roughly: the less else speaks for a break, the
// fuller the line must be.
constexpr double unfinished_phrase = 0.78;  // no end mark, and no heading
// May be a heading, which has no end mark either; or ends a sentence over one at the left edge.
constexpr double numbered_line = 0.92;
constexpr double full_line = 1.0;           // a sentence ends with the line
constexpr double width_of_capitals = 1.25;  // times that of small letters

/// The name of a body at the start of a paragraph, with the word behind its kind; else empty.
std::string_view opening_body(std::string_view printed, std::string_view lower) {
  for (const Opener& row : bodies) {
    if (!opens_with(lower, row.folded) || !is_capital(printed, 0)) continue;
    const std::size_t at = row.folded.size();
    const bool owned = std::ranges::any_of(whose_bodies, [&](const Opener& whose) {
      return opens_with(lower.substr(at), whose.folded);
    });
    if (!owned && !is_capital(printed, at)) continue;
    return lower.substr(0, lower.find(' ', at));
  }
  return {};
}

bool names_maker(std::string_view printed, std::string_view lower) {
  return !opening_body(printed, lower).empty() ||
         std::ranges::any_of(makers,
                             [&](const Opener& row) { return opens_with(lower, row.folded); });
}

/// "II/2031", "XIII về ...": a Roman numeral stands first on a line, and no "VI PHẠM", "V/v".
bool opens_with_numeral(std::string_view line) {
  const std::size_t end = std::min(line.find_first_not_of("IVX"), line.size());
  if (end == 0) return false;
  if (end == line.size() || line[end] == ',') return true;
  if (end + 1 == line.size()) return false;
  return (line[end] == '/' && is_digit(line[end + 1])) ||
         (line[end] == ' ' && (is_small(line, end + 1) || is_digit(line[end + 1])));
}

/// "30/TT-LB ngày ...": the number of an act stands first on a line.
bool opens_with_number(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && is_digit(line[at])) ++at;
  if (at == 0 || at == line.size() || (line[at] != '/' && line[at] != '-')) return false;
  return is_capital(line, at + 1);
}

/// "Kết luận số 27-KL/TW ...": an act with its number.
bool opens_with_act(std::string_view printed, std::string_view lower) {
  const auto type = tokens::document_types.longest(lower, 0);
  constexpr std::string_view number = " số ";
  if (!type || !is_capital(printed, 0) || !lower.substr(type.end).starts_with(number)) return false;
  // "Báo cáo số liệu"
  return letter_at(lower, type.end + number.size()) == 0;
}

/// "Kế hoạch này": the act in hand.
bool opens_with_this_act(std::string_view lower) {
  constexpr std::string_view hand = " này";
  const auto type = tokens::document_types.longest(lower, 0);
  return type && lower.substr(type.end).starts_with(hand) &&
         letter_at(lower, type.end + hand.size()) == 0;
}

/// "... tại khoản 3" / "Điều 5 của Luật Lâm nghiệp": a part of an act is cited, and which act.
bool cites_part_of(std::string_view before, std::string_view next) {
  constexpr std::string_view parts[] = {"khoản", "điểm", "mục"};
  constexpr std::string_view article = "điều ";
  constexpr std::size_t longest_number = 3;  // bytes
  if (!next.starts_with(article) || next.size() == article.size() ||
      !is_digit(next[article.size()])) {
    return false;
  }
  const std::size_t blank = before.rfind(' ');
  if (blank == std::string_view::npos || before.size() - blank - 1 > longest_number) return false;
  const std::string_view head = before.substr(0, blank);
  const auto ends = [head](std::string_view part) { return closes_with(head, part); };
  return std::ranges::any_of(parts, ends);
}

/// "“c) Chứng từ ...": what an act puts in the place of another's words, numbered as there.
bool quotes_marker(std::string_view text) {
  for (const std::string_view quote : {"\"", "“"}) {
    if (!text.starts_with(quote)) continue;
    text.remove_prefix(quote.size());
    const std::size_t letter = text.empty() ? 0 : letter_at(text, 0);
    return letter > 0 && letter < text.size() && (text[letter] == ')' || text[letter] == '.');
  }
  return false;
}

/// "Trạm y tế": no rest of a word or of a symbol ("CP") begins so.
bool begins_word_in_small_letters(std::string_view text) {
  const std::size_t first = letter_at(text, 0);
  return first != 0 && is_capital(text, 0) && is_small(text, first);
}

bool is_enactment(const Line& line, std::string_view lower) {
  return line.caps &&
         std::ranges::any_of(enactments, [&](const Opener& row) { return lower == row.folded; });
}

bool opens_paragraph(std::string_view lower) {
  return std::ranges::any_of(openers,
                             [&](const Opener& row) { return opens_with(lower, row.folded); });
}

/// "(SXH) trên địa bàn ...": what the line before says, in short.
bool opens_with_abbreviation(std::string_view printed) {
  constexpr std::size_t longest = 16;  // bytes
  if (!printed.starts_with('(')) return false;
  const std::size_t close = printed.find(')');
  if (close < 3 || close > longest) return false;
  const std::size_t behind = trim_begin(printed, close + 1, printed.size());
  return is_caps(printed.substr(1, close - 1)) && behind > close + 1 && is_small(printed, behind);
}

/// "Lai Châu ban hành Quyết định ...": two words with capitals, and more.
bool opens_with_place(std::string_view printed) {
  std::size_t at = 0;
  for (int words = 0; words < 2; ++words) {
    const std::size_t end = printed.find(' ', at);
    const std::size_t second = at + tokens::letter_at(printed, at);
    if (end == std::string_view::npos || !is_capital(printed, at) || !is_small(printed, second)) {
      return false;
    }
    at = end + 1;
  }
  return is_small(printed, at);
}

/// Two lines that follow one another and certainly are one phrase.
bool surely_goes_on(const Line& line, const Line& next) {
  if (line.table || next.table || line.heading_level != 0 || next.heading_level != 0) return false;
  if (line.end != EndMark::none && line.end != EndMark::comma) return false;
  return next.begins_small && !next.marker;
}

struct Style {
  NodeKind kind;
  Delimiter delimiter;
  char32_t sign;
  std::uint8_t components;
  auto operator<=>(const Style&) const = default;  // NOLINT(modernize-use-nullptr): of the compiler
};

class Builder {
 public:
  Builder(const FoldedText& text, std::span<const Line> lines, const Layout& layout,
          const Footnotes& notes)
      : text_(text), lines_(lines), layout_(layout), notes_(notes) {}

  Blocks run() && {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const CellLine cell = lines_[i].cell;
      if (cell == CellLine::wrapped_row || cell == CellLine::wrapped_more) {
        i = add_wrapped_table(i);
      } else if (cell == CellLine::row || cell == CellLine::cell || cell == CellLine::more) {
        add_cell_line(i);
      } else if (lines_[i].table) {
        add_row(i);
      } else {
        add_line(i);
      }
    }
    for (Block& block : blocks_) block.caps = is_caps(block.text.text());
    return std::move(blocks_);
  }

 private:
  /// A table that came out cell by cell. Empty cells end a row that is shorter than the first, and
  /// begin the next one where that is full. The frame may have taken the first lines.
  void add_cell_line(std::size_t i) {
    const Line& line = lines_[i];
    if (i == 0 || lines_[i - 1].cell == CellLine::none || blocks_.empty() ||
        blocks_.back().rows.empty()) {
      blocks_.emplace_back();
      blocks_.back().span = line.span;
    }
    Block& table = blocks_.back();
    table.span.end = line.span.end;
    if (line.cell == CellLine::row || table.rows.empty()) {
      std::size_t empty = !table.rows.empty() && line.pipes > 2 ? line.pipes - 2U : 0U;
      const std::size_t columns = table.rows.empty() ? 0 : table.rows.front().size();
      for (; empty > 0 && table.rows.back().size() < columns; --empty) {
        table.rows.back().emplace_back();
      }
      table.rows.emplace_back(empty);
    } else if (line.cell == CellLine::cell) {
      for (std::size_t empty = 1; empty < line.pipes; ++empty) table.rows.back().emplace_back();
    }
    std::vector<JoinedText>& row = table.rows.back();
    if (line.cell != CellLine::more || row.empty()) {
      row.emplace_back().append(text_.text, line.span);
    } else {
      row.back().append(text_.text, line.span, lines_[i - 1].end == EndMark::hyphen, line.new_page);
    }
  }

  /// A table whose cells are wrapped in columns; gives its last line.
  std::size_t add_wrapped_table(std::size_t first) {
    std::size_t end = first;
    const auto is_wrapped = [&](std::size_t i) {
      return lines_[i].cell == CellLine::wrapped_row || lines_[i].cell == CellLine::wrapped_more;
    };
    while (end < lines_.size() && is_wrapped(end)) ++end;
    const std::span<const Line> lines = lines_.subspan(first, end - first);
    WrappedTable table;
    for (std::size_t head = 0; head < lines.size() && table.end == 0; ++head) {
      table = find_wrapped_table(text_, lines, head);
    }
    Block& block = blocks_.emplace_back();
    block.span = {lines.front().span.begin, lines.back().span.end};
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (std::ranges::binary_search(table.page_numbers, i)) continue;
      Line line = lines[i];
      line.table = false;  // whose segments cell separators part
      if (block.rows.empty() || line.cell == CellLine::wrapped_row) {
        block.rows.emplace_back(std::max<std::size_t>(table.columns.size(), 1));
      }
      for (const Segment& one : split_segments(text_, {&line, 1}, table.gaps)) {
        const std::size_t length = count_code_points(text_.printed(one.span));
        const std::size_t at = table.columns.empty()
                                   ? 0
                                   : column_of(table.columns, one.column,
                                               one.column + static_cast<std::uint32_t>(length));
        block.rows.back()[at].append(text_.text, one.span, false, line.new_page);
      }
    }
    return end - 1;
  }

  /// A row of Markdown between two blank lines, the second of which was the rule beneath a head,
  /// is the head of a table; one that only goes on with the table before, on a further page, has
  /// the same head or a number first.
  [[nodiscard]] bool is_next_table(std::size_t i) const {
    const Line& line = lines_[i];
    if (line.cell != CellLine::none || line.blank_before == 0) return false;
    const bool ruled = i + 1 < lines_.size() && lines_[i + 1].table &&
                       lines_[i + 1].cell == CellLine::none && lines_[i + 1].blank_before == 1;
    if (!ruled || blocks_.back().rows.size() < 2) return false;
    const std::string_view row = text_.printed(line.span);
    const std::size_t first = row.find(read::cell_separator);
    const std::string_view number = trim(row.substr(0, first));
    if (!number.empty() && is_digit(number.front())) return false;
    std::string_view rest = row;
    for (const JoinedText& cell : blocks_.back().rows.front()) {
      const std::size_t end = std::min(rest.find(read::cell_separator), rest.size());
      JoinedText again;
      again.append(rest, {0, static_cast<std::uint32_t>(end)});
      if (trim(again.text()) != cell.text()) return true;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return !rest.empty();
  }

  void add_row(std::size_t i) {
    const Line& line = lines_[i];
    if (line.cell == CellLine::pipes_more && !blocks_.empty() && !blocks_.back().rows.empty()) {
      blocks_.back().span.end = line.span.end;
      add_cells(line, blocks_.back());
      return;
    }
    const bool same =
        i > 0 && (lines_[i - 1].cell == line.cell ||
                  (lines_[i - 1].cell == CellLine::pipes_more && line.cell == CellLine::pipes));
    if (i == 0 || !lines_[i - 1].table || !same || blocks_.empty() || blocks_.back().rows.empty() ||
        line.blank_before > 1 + empty_rows_ || (!in_grid_ && is_next_table(i))) {
      blocks_.emplace_back();
      blocks_.back().span = line.span;
      in_grid_ = line.after_grid;
    }
    Block& table = blocks_.back();
    table.span.end = line.span.end;
    if (in_grid_) {
      if (table.rows.empty()) grid_groups_ = count_groups(i);
      if (line.after_grid) row_begins_ = row_begins(i, table.rows.size());
      if (!table.rows.empty() && !begins_row(line)) return add_to_cells(line, table);
    }
    add_cells(line, table);
    if (!in_grid_) add_empty_rows(i, table);
  }

  /// The rows behind that of line `i` whose cells are all empty: forms have them. No line stands
  /// for them.
  void add_empty_rows(std::size_t i, Block& table) {
    empty_rows_ = 0;
    if (lines_[i].cell != CellLine::none) return;
    const std::size_t end = i + 1 < lines_.size() ? lines_[i + 1].span.begin : text_.text.size();
    const std::string_view text = std::string_view(text_.text).substr(0, end);
    bool may_be_rule = table.rows.size() == 1;
    for (std::size_t at = std::min(text.find('\n', lines_[i].span.end), end) + 1; at < end;) {
      const std::size_t stop = std::min(text.find('\n', at), end);
      const auto parts = std::ranges::count(text.substr(at, stop - at), read::cell_separator);
      if (parts == 0 && !may_be_rule) break;
      may_be_rule = false;
      if (parts > 0) {
        table.rows.emplace_back(static_cast<std::size_t>(parts) + 1);
        table.span.end = static_cast<std::uint32_t>(stop);
        ++empty_rows_;
      }
      at = stop + 1;
    }
  }

  /// /// What begins a row of a table that is drawn in signs.
  enum class RowBegins : unsigned char { rule, line, filled, number };

  [[nodiscard]] bool is_of_grid(std::size_t i, std::size_t first) const {
    return i < lines_.size() && lines_[i].table && lines_[i].cell == lines_[first].cell &&
           (i == first || lines_[i].blank_before <= 1);
  }

  /// Rules part the lines of the table that begins at line `first` in so many groups.
  [[nodiscard]] std::size_t count_groups(std::size_t first) const {
    std::size_t groups = 1;
    for (std::size_t i = first + 1; is_of_grid(i, first); ++i)
      groups += lines_[i].after_grid ? 1U : 0U;
    return groups;
  }

  /// Rules part the rows; but lines of one group that count are rows each, and so are those of a
  /// table that has no rules within it, or none but the one beneath its heads: there a line whose
  /// first cell is empty goes on.
  [[nodiscard]] RowBegins row_begins(std::size_t first, std::size_t rows) const {
    unsigned last = 0;
    for (std::size_t i = first; is_of_grid(i, first); ++i) {
      if (i > first && lines_[i].after_grid) break;
      const unsigned number = row_number(first_cell(lines_[i])).value;
      if (number != 0 && last != 0 && number == last + 1) return RowBegins::number;
      if (number != 0) last = number;
    }
    if (grid_groups_ == 1) return RowBegins::line;
    return grid_groups_ == 2 && rows > 0 ? RowBegins::filled : RowBegins::rule;
  }

  [[nodiscard]] bool begins_row(const Line& line) const {
    if (line.after_grid) return true;
    const std::string_view first = first_cell(line);
    switch (row_begins_) {
      case RowBegins::rule: return false;
      case RowBegins::line: return true;
      case RowBegins::filled: return !first.empty() && !starts_lower(first);
      case RowBegins::number: return row_number(first).value != 0;
    }
    return false;
  }

  [[nodiscard]] std::string_view first_cell(const Line& line) const {
    const std::string_view row = text_.printed(line.span);
    return trim(row.substr(0, row.find(separator_of(line.cell))));
  }

  /// A further line of the last row of a table that is drawn in signs: rules part its rows.
  void add_to_cells(const Line& line, Block& table) {
    std::vector<JoinedText>& row = table.rows.back();
    std::size_t cell = 0;
    std::uint32_t begin = line.span.begin;
    for (std::uint32_t at = begin; at <= line.span.end; ++at) {
      if (at != line.span.end && text_.text[at] != separator_of(line.cell)) continue;
      const auto last = static_cast<std::uint32_t>(trim_end(text_.text, begin, at));
      const auto first = static_cast<std::uint32_t>(trim_begin(text_.text, begin, last));
      if (cell == row.size()) row.emplace_back();
      if (first < last) row[cell].append(text_.text, {first, last}, false, line.new_page);
      ++cell;
      begin = at + 1;
    }
  }

  void add_cells(const Line& line, Block& table) {
    const char separator = separator_of(line.cell);
    std::vector<JoinedText> row;
    if (line.cell == CellLine::pipes_more) {  // goes on in the last cell of its row
      row = std::move(table.rows.back());
      table.rows.pop_back();
    }
    bool goes_on = line.cell == CellLine::pipes_more;
    if (line.cell == CellLine::columns) {
      Line typed = line;
      typed.table = false;  // else wide blanks would part nothing
      for (const Segment& segment : split_segments(text_, {&typed, 1}, typed_gaps)) {
        row.emplace_back().append(text_.text, segment.span);
      }
      table.rows.push_back(std::move(row));
      return;
    }
    std::uint32_t begin = line.span.begin;
    if (line.cell == CellLine::tabs) row.resize(count_tabs_before(text_.text, begin));
    for (std::uint32_t at = begin; at <= line.span.end; ++at) {
      const bool ends_row = at != line.span.end && text_.text[at] == read::row_separator;
      if (at != line.span.end && text_.text[at] != separator && !ends_row) continue;
      const std::size_t last = trim_end(text_.text, begin, at);
      const std::size_t first = trim_begin(text_.text, begin, last);
      if (!goes_on) row.emplace_back();
      goes_on = false;
      if (first < last) {
        row.back().append(text_.text,
                          {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
      }
      begin = at + 1;
      if (ends_row) table.rows.push_back(std::exchange(row, {}));
    }
    if (line.cell == CellLine::tabs && !table.rows.empty()) {
      row.resize(std::max(row.size(), table.rows.front().size()));
    }
    table.rows.push_back(std::move(row));
  }

  void add_line(std::size_t i) {
    const Line& line = lines_[i];
    std::optional<Marker> marker = line.marker;
    const Line* const before = i > 0 && !lines_[i - 1].table ? &lines_[i - 1] : nullptr;
    if (before != nullptr && marker &&
        (goes_on_at_left(*before, line) || !counts(*marker, *before, line))) {
      marker.reset();
    }
    if (before != nullptr && !marker && goes_on(*before, line)) {
      Block& block = blocks_.back();
      if (block.text.text().empty()) block.bold = line.bold;  // "11." stood on a line of its own
      const bool glue = before->end == EndMark::hyphen;
      append(block.text, line.span, glue, line.new_page);
      block.span.end = line.span.end;
      return;
    }
    Block block;
    block.span = line.span;
    block.heading_level = line.heading_level;
    block.bold = line.bold;
    TextSpan rest = line.span;
    if (marker) {
      rest.begin += static_cast<std::uint32_t>(marker->length);
      last_value_[style(*marker)] = marker->value();
      block.marker = marker;
    }
    if (!rest.empty()) append(block.text, rest, false, false);
    blocks_.push_back(std::move(block));
    first_indent_ = line.indent;
  }

  /// Appends the text at `span` without its references to footnotes.
  void append(JoinedText& joined, TextSpan span, bool glue, bool new_page) const {
    auto mark = std::ranges::lower_bound(notes_.marks, span.begin, {}, &TextSpan::begin);
    for (; mark != notes_.marks.end() && mark->end <= span.end; ++mark) {
      if (mark->begin > span.begin) {
        joined.append(text_.text, {span.begin, mark->begin}, glue, new_page);
        glue = true;
        new_page = false;
      }
      span.begin = mark->end;
    }
    if (!span.empty()) joined.append(text_.text, span, glue, new_page);
  }

  static Style style(const Marker& marker) {
    return {marker.kind, marker.delimiter, marker.sign, marker.component_count};
  }

  /// The line before ended in the middle of a phrase, as far as its end and width tell.
  [[nodiscard]] bool is_open(const Line& before, const Line& line) const {
    if (before.end == EndMark::comma || before.end == EndMark::hyphen) return true;
    if (before.end != EndMark::none || before.heading_level != 0) return false;
    if (!layout_.wrapped) return false;
    if (line.blank_before > layout_.gap && !line.new_page) return false;
    // Where a page ends, blank lines say nothing.
    if (layout_.paragraphs_apart && !line.new_page) return true;
    return !had_room(before, line, unfinished_phrase);
  }

  /// The first word of `line` would have fitted on the line before it.
  [[nodiscard]] bool had_room(const Line& before, const Line& line, double tolerance) const {
    const std::string_view next = text_.printed(line.span);
    std::size_t word = 0;
    while (word < next.size() && blank_length(next, word) == 0) ++word;
    const std::size_t length =
        before.indent + std::size_t{before.length} + 1 + count_code_points(next.substr(0, word));
    return static_cast<double>(length) <= static_cast<double>(layout_.width) * tolerance;
  }

  /// What looks like a marker at the start of `line` is one, and no wrapped phrase.
  [[nodiscard]] bool counts(const Marker& marker, const Line& before, const Line& line) const {
    if (line.heading_level != 0) return true;
    if (marker.kind == NodeKind::decimal && wants_number(before)) return false;
    if (!is_open(before, line)) return true;
    const std::string_view rest = text_.printed(line.span).substr(marker.length);
    if (marker.is_bullet()) {
      const bool of_paragraph =
          layout_.paragraphs_apart && !had_room(before, line, unfinished_phrase);
      if (of_paragraph || breaks_name(before, line, marker)) return false;
      return !rest.empty() && !is_digit(rest.front()) && !starts_lower(rest);
    }
    if (marker.kind == NodeKind::part || marker.kind == NodeKind::chapter) return true;
    // "... ưu tiên các địa bàn cấp độ" / "1. Cấp ngay mì tôm ...": a full line of a paragraph.
    if (layout_.paragraphs_apart && line.blank_before <= layout_.gap && !line.new_page &&
        !before.caps && before.bold == line.bold && !had_room(before, line, unfinished_phrase)) {
      return false;
    }
    const auto last = last_value_.find(style(marker));
    const std::uint16_t expected =
        static_cast<std::uint16_t>(last == last_value_.end() ? 1 : last->second + 1);
    return (marker.value() == expected || marker.value() == 1) && !starts_lower(rest);
  }

  /// "... quy định tại Khoản" / "3 - Điều 61": the line ends where the number of a part follows.
  [[nodiscard]] bool wants_number(const Line& before) const {
    constexpr std::string_view parts[] = {" tại khoản", " theo khoản", " tại điều", " theo điều"};
    if (before.end != EndMark::none || before.caps || before.heading_level != 0) return false;
    const std::string_view lower = text_.lower(before.span);
    return std::ranges::any_of(parts,
                               [lower](std::string_view part) { return lower.ends_with(part); });
  }

  /// "Vụ Kế hoạch" / "- Tài chính": the first half of a name has its capital.
  [[nodiscard]] bool breaks_name(const Line& before, const Line& line, const Marker& marker) const {
    if (marker.kind != NodeKind::dash) return false;
    const std::string_view lower = text_.lower(before.span);
    const std::string_view rest = text_.lower(line.span).substr(marker.length);
    return std::ranges::any_of(dashed_names, [&](const DashedName& name) {
      if (!closes_with(lower, name.before) || !opens_with(rest, name.behind)) return false;
      const std::size_t first = text_.printed(before.span).size() - name.before.size() + 1;
      const std::size_t end = name.behind.size();
      const bool whole = end == rest.size() || (letter_at(rest, end) == 0 && rest[end] != ':');
      return whole && is_capital(text_.printed(before.span), first);
    });
  }

  /// `line`, which has no marker, continues the phrase of the line before it.
  [[nodiscard]] bool goes_on(const Line& before, const Line& line) const {
    if (line.heading_level != 0) return false;
    const std::string_view next = text_.printed(line.span);
    const bool gap = line.blank_before > layout_.gap && !line.new_page;
    const bool one_paragraph = layout_.paragraphs_apart && line.blank_before <= layout_.gap;
    const EndMark end = before.end;
    if (before.heading_level != 0) return false;
    if (end == EndMark::hyphen && !(gap && begins_word_in_small_letters(next))) return true;
    if (is_enactment(line, text_.lower(line.span))) return false;
    if (line.caps && is_numbering_head(text_.lower(line.span))) return false;
    const bool small = starts_lower(next);
    const bool at_left = goes_on_at_left(before, line);
    if (!small && opens_paragraph(text_.lower(line.span)) && end != EndMark::comma) {
      return at_left && !had_room(before, line, full_line);
    }
    if (at_left) return true;
    switch (end) {
      case EndMark::comma:
        // "Căn cứ ... của Ủy ban nhân dân tỉnh," and then who makes the plan.
        if (is_capital(next, 0) && announces_plan(line)) {
          return layout_.wrapped && line.indent <= before.indent &&
                 !had_room(before, line, full_line);
        }
        return !(is_capital(next, 0) && is_ground() &&
                 (!layout_.wrapped || (gap && layout_.paragraphs_apart) ||
                  had_room(before, line, unfinished_phrase)));
      case EndMark::none:
        if (small && !(gap && quotes_marker(next))) return true;
        if (is_lone_opening(line)) return true;
        if (is_digit(next.front()) && wants_number(before)) return true;
        if (gap) return goes_on_after_gap(before, line);
        if (before.caps && !line.caps) return false;
        if (is_rest_of_office(before, line)) return true;
        if (is_unfinished(before, line)) return true;
        if (layout_.wrapped &&
            (is_numbered_caps(before, line) || is_last_word(before, line) || is_first_word(line))) {
          return true;
        }
        if (line.new_page && goes_on_over_page(before, line, next)) return true;
        if (!layout_.wrapped) {
          return line.blank_before == 0 &&
                 (line_of_caps(before, line) || is_outdented(before, line));
        }
        if (one_paragraph) return true;
        if (is_numbered() && begins_indented(before, line)) return false;
        return before.bold == line.bold && !had_room(before, line, wanted_fullness(before, line));
      case EndMark::colon:
      case EndMark::semicolon:
        // Where paragraphs stand apart, what follows without a blank line is of the same one.
        if (one_paragraph && layout_.wrapped && !before.caps) return true;
        if (end == EndMark::colon && layout_.wrapped && !gap && is_label_like_the_last(line)) {
          return true;
        }
        if (end == EndMark::semicolon && !gap && lists_in_ground(before, line)) return true;
        // "- Thả cá;" / the number of the page / "không thả vịt.", but no misread "ø) Thả vịt."
        if (end == EndMark::semicolon && small && line.new_page && !line.marker &&
            (is_bulleted() || is_numbered()) &&
            next.substr(0, 4).find(')') == std::string_view::npos) {
          return true;
        }
        if (end == EndMark::semicolon && small && !layout_.wrapped && !gap && before.marker &&
            is_bulleted() && stands_between_items(line)) {
          return true;
        }
        // "... phân tán;" / "31,2 triệu cây ...", "... nguồn hợp pháp khác:" / "1.250.000 đồng."
        if (is_digit(next.front()) && !line.marker && layout_.wrapped && !gap &&
            !had_room(before, line, full_line)) {
          return true;
        }
        return small && layout_.wrapped && !gap &&
               !had_room(before, line,
                         end == EndMark::colon || is_bulleted() || is_numbered() ? unfinished_phrase
                                                                                 : full_line);
      case EndMark::stop:
      case EndMark::hyphen: break;
    }
    // A sentence ended with the line; the paragraph goes on only where the line was full.
    if (!layout_.wrapped || gap || line.indent > before.indent) return false;
    // Where others go on at the left edge, a line as far in as the first one begins a paragraph.
    if (layout_.may_be_indented && line.indent >= layout_.left + indentation) return false;
    if (small) return true;
    if (one_paragraph) return true;
    const std::string_view lower = text_.lower(line.span);
    if (opens_closing(lower) && !may_open_closing(lower) && stands_last(line)) {
      const bool closes = opens_closing(text_.lower(blocks_.back().span));
      return closes && !had_room(before, line, numbered_line);
    }
    const std::string_view body = opening_body(next, lower);
    const bool another = line.indent >= first_indent_ && !body.empty() && another_body(body);
    return !another && !had_room(before, line, full_line);
  }

  /// A full line of a paragraph that begins indented is followed by one at the left edge, where
  /// hardly any paragraph begins. Lists may stand there, so that of markers only "(ii)" is of the
  /// paragraph, behind an "(i)" in its midst, or "(i)" before an "(ii)" in its midst.
  [[nodiscard]] bool goes_on_at_left(const Line& before, const Line& line) const {
    if (!layout_.indented || line.indent > layout_.left + column_tolerance ||
        first_indent_ < layout_.left + indentation) {
      return false;
    }
    if (before.heading_level != 0 || line.heading_level != 0) return false;
    if (before.caps || line.caps || before.bold != line.bold) return false;
    if (line.blank_before > layout_.gap && !line.new_page) return false;
    if (line.marker && (line.marker->delimiter != Delimiter::enclosed ||
                        (line.marker->value() <= 1 && !counts_on_in_midst(line)))) {
      return false;
    }
    return !had_room(before, line, wanted_fullness(before, line));
  }

  /// How full a line must have been for the next to go on with it, where no sign ends it, or at the
  /// edge.
  [[nodiscard]] double wanted_fullness(const Line& before, const Line& line) const {
    if (before.end == EndMark::stop) return numbered_line;
    if (before.end != EndMark::none || !is_numbered() || line.marker) return unfinished_phrase;
    const std::string_view next = text_.printed(line.span);
    if (is_digit(next.front()) || ends_in_name(before)) return unfinished_phrase;
    // Where first lines are indented only a body that does something begins a paragraph at the
    // edge.
    const bool at_edge = layout_.indented && line.indent <= layout_.left + column_tolerance;
    const bool begins = !at_edge || !opening_body(next, text_.lower(line.span)).empty();
    return begins ? numbered_line : unfinished_phrase;
  }

  /// "(i) Rà soát công nghệ; (ii)" / "Tổ chức ...": the second of the list that `line` begins
  /// stands behind it on the same line.
  [[nodiscard]] bool counts_on_in_midst(const Line& line) const {
    struct Pair {
      std::string_view first;
      std::string_view second;
    };
    constexpr Pair pairs[] = {{"(i)", " (ii)"}, {"(1)", " (2)"}, {"(a)", " (b)"}};
    return std::ranges::any_of(pairs, [&](const Pair& pair) {
      return line.marker->printed == pair.first &&
             text_.printed(line.span).find(pair.second) != std::string_view::npos;
    });
  }

  /// The line alone stands before the next marker: a list in small letters has several.
  [[nodiscard]] bool stands_between_items(const Line& line) const {
    const auto next = static_cast<std::size_t>(&line - lines_.data()) + 1;
    return !line.marker && line.end != EndMark::colon && line.end != EndMark::semicolon &&
           (next == lines_.size() || lines_[next].marker.has_value());
  }

  /// "b) Cơ quan chủ trì: Sở Y tế." / "c) Cơ quan phối hợp:" / "Công an tỉnh ...": the item before
  /// has a label that begins so, with its text behind it.
  [[nodiscard]] bool is_label_like_the_last(const Line& line) const {
    constexpr std::size_t longest_label = 60;  // bytes
    if (blocks_.size() < 2 || line.marker || !is_capital(text_.printed(line.span), 0)) return false;
    // One value, no list: "Thời gian:" / "Vòng 1: tháng 4." / "Vòng 2: ..."
    if (text_.printed(line.span).find(':') != std::string_view::npos) return false;
    const auto next = static_cast<std::size_t>(&line - lines_.data()) + 1;
    if (next < lines_.size() && !lines_[next].marker && !lines_[next].begins_small) return false;
    const Block& last = blocks_[blocks_.size() - 2];
    const Block& block = blocks_.back();
    if (!last.marker || !block.marker || style(*last.marker) != style(*block.marker)) return false;
    const std::string_view label = block.text.text();
    const std::size_t colon = last.text.text().find(':');
    if (label.size() > longest_label || colon > longest_label ||
        colon + 1 >= last.text.text().size()) {
      return false;
    }
    std::size_t words = label.find(' ');
    if (words != std::string_view::npos) words = label.find(' ', words + 1);
    return words != std::string_view::npos &&
           last.text.text().starts_with(label.substr(0, words + 1));
  }

  /// A body makes the plan, "... như sau:", and the block that would go on is a ground of it.
  [[nodiscard]] bool announces_plan(const Line& line) const {
    constexpr std::size_t most_lines = 4;
    const std::string_view block = text_.lower(blocks_.back().span);
    const auto& marker = blocks_.back().marker;
    if (line.marker || (marker && !marker->is_bullet())) return false;
    if (!outline::opens_ground(block.substr(marker ? marker->length : 0))) return false;
    const auto first = static_cast<std::size_t>(&line - lines_.data());
    for (std::size_t i = first; i < lines_.size() && i < first + most_lines; ++i) {
      if (i > first && (lines_[i].marker || !goes_on_plainly(lines_[i - 1], lines_[i]))) break;
      if (announces_body(text_.lower(lines_[i].span))) {
        return names_maker(text_.printed(line.span), text_.lower(line.span));
      }
    }
    return false;
  }

  /// No item stands behind `line`, which is one of the last.
  [[nodiscard]] bool stands_last(const Line& line) const {
    constexpr std::size_t most_lines = 10;
    const auto first = static_cast<std::size_t>(&line - lines_.data());
    if (first + most_lines < lines_.size()) return false;
    return std::none_of(lines_.begin() + static_cast<std::ptrdiff_t>(first), lines_.end(),
                        [](const Line& one) { return one.marker || one.table; });
  }

  /// "Xét đề nghị của 28 đơn vị gồm: Công ty A ...; Công ty B ...;" / "Công ty C ...": a ground
  /// that lists has semicolons in its midst.
  [[nodiscard]] bool lists_in_ground(const Line& before, const Line& line) const {
    constexpr std::size_t longest_head = 600;  // bytes, with the first that it lists
    if (!layout_.wrapped || line.marker) return false;
    const std::string_view next = text_.lower(line.span);
    const bool of_acts = !blocks_.back().marker && tokens::document_types.longest(next, 0) &&
                         outline::opens_ground(text_.lower(blocks_.back().span));
    if (!of_acts && !is_ground()) return false;
    if (!is_capital(text_.printed(line.span), 0) || opens_ground(next)) return false;
    const std::string_view head = text_.printed(blocks_.back().span).substr(0, longest_head);
    const std::size_t within = head.find("; ");
    if (within == std::string_view::npos || !is_capital(head, within + 2)) return false;
    return !announces_plan(line) && !had_room(before, line, unfinished_phrase);
  }

  /// "... kinh phí hoạt động của Làng" / "Văn hóa các dân tộc": a name is broken off.
  [[nodiscard]] bool ends_in_name(const Line& before) const {
    const std::string_view printed = text_.printed(before.span);
    const std::size_t word = printed.rfind(' ');
    if (word == std::string_view::npos || before.caps) return false;
    const std::size_t first = printed.rfind(' ', word - 1) + 1;
    return is_capital(printed, word + 1) && is_small(printed, first) &&
           !is_caps(printed.substr(word + 1));
  }

  /// `line` can be one paragraph with the line before it.
  [[nodiscard]] bool goes_on_plainly(const Line& before, const Line& line) const {
    if (before.end == EndMark::stop || before.end == EndMark::semicolon) return false;
    return layout_.wrapped ? line.blank_before <= layout_.gap : line.begins_small;
  }

  /// The first line of a paragraph: it begins behind the line before it and the line after it.
  [[nodiscard]] bool begins_indented(const Line& before, const Line& line) const {
    const auto next = static_cast<std::size_t>(&line - lines_.data()) + 1;
    if (next == lines_.size() || line.indent <= before.indent) return false;
    if (!is_capital(text_.printed(line.span), 0)) return false;
    const Line& after = lines_[next];
    return !after.marker && !after.table && after.indent < line.indent &&
           after.indent <= before.indent && line.end != EndMark::stop &&
           after.blank_before <= layout_.gap;
  }

  /// The block that would go on says what a body other than `body` does.
  [[nodiscard]] bool another_body(std::string_view body) const {
    const TextSpan span = blocks_.back().span;
    const std::string_view first = opening_body(text_.printed(span), text_.lower(span));
    return !first.empty() && first != body;
  }

  /// `before` cannot be the end of a paragraph: its last word asks for more, or it is a ground,
  /// which ends with a mark.
  [[nodiscard]] bool is_unfinished(const Line& before, const Line& line) const {
    if (before.caps || before.bold != line.bold || line.marker) return false;
    if (line.caps && !opens_with_numeral(text_.printed(line.span))) return false;
    if (layout_.wrapped && is_ground() && !opens_ground(text_.lower(line.span))) return true;
    if (layout_.wrapped && goes_on_in_brackets(line)) return true;
    const std::string_view lower = text_.lower(before.span);
    if (cites_part_of(lower, text_.lower(line.span))) return true;
    const auto ends = [&](const Opener& row) { return closes_with(lower, row.folded); };
    if (layout_.wrapped && asks_whose_office(lower, text_.lower(line.span))) return true;
    if (opens_with_numeral(text_.printed(line.span)) &&
        std::ranges::any_of(ends_before_numerals, ends)) {
      return layout_.wrapped;
    }
    if (is_digit(text_.text[line.span.begin])) {
      if (lower.ends_with(" số") && opens_with_number(text_.printed(line.span))) return true;
      // In a text that is not wrapped throughout, a long line may be.
      if (std::ranges::any_of(ends_before_figures, ends)) {
        return layout_.wrapped || before.length >= shortest_wrapped_line;
      }
      return layout_.wrapped && std::ranges::any_of(unfinished_ends, ends);
    }
    if (opens_with_abbreviation(text_.printed(line.span))) return true;
    if (layout_.wrapped && std::ranges::any_of(ends_before_places, ends) &&
        opens_with_place(text_.printed(line.span))) {
      return true;
    }
    if (is_ground() && std::ranges::any_of(offices_in_grounds, ends)) return true;
    if (lower.ends_with(" kèm theo")) return false;
    if (layout_.wrapped && std::ranges::any_of(ends_before_acts, ends) &&
        opens_with_act(text_.printed(line.span), text_.lower(line.span))) {
      return true;
    }
    // "... đôn đốc việc thực hiện" / "Kế hoạch này."
    if (layout_.wrapped && opens_with_this_act(text_.lower(line.span)) &&
        !had_room(before, line, unfinished_phrase)) {
      return true;
    }
    // "7. Chế độ báo cáo" / "Nhà trường gửi báo cáo ...": a noun that ends a numbered line with
    // room.
    const bool says_all = before.marker && is_numbered() && lower.ends_with(" báo cáo") &&
                          had_room(before, line, unfinished_phrase);
    if (layout_.wrapped && !says_all && std::ranges::any_of(ends_before_bodies, ends) &&
        names_maker(text_.printed(line.span), text_.lower(line.span))) {
      return true;
    }
    return std::ranges::any_of(unfinished_ends, ends) &&
           (layout_.wrapped || before.length >= shortest_wrapped_line);
  }

  /// "... trước Chủ tịch" / "Ủy ban nhân dân xã ...": not "đồng chí Chủ tịch" / "Hội Nông dân ...".
  [[nodiscard]] static bool asks_whose_office(std::string_view before, std::string_view next) {
    return std::ranges::any_of(offices_of_bodies, [&](const OfficeOf& row) {
      if (!closes_with(before, row.office) || !opens_with(next, row.body)) return false;
      const std::string_view phrase = before.substr(0, before.size() - row.office.size());
      const auto closes = [&](const Opener& word) { return closes_with(phrase, word.folded); };
      constexpr std::ptrdiff_t most_blanks = 6;  // of a heading
      return std::ranges::any_of(before_offices, closes) ||
             (std::ranges::count(phrase, ' ') > most_blanks &&
              std::ranges::any_of(before_offices_in_sentences, closes));
    });
  }

  /// "(Ban hành kèm theo Quyết định số ..." / "Ngày 22 tháng 7 ...)": the bracket closes on one of
  /// the next lines.
  [[nodiscard]] bool goes_on_in_brackets(const Line& line) const {
    constexpr std::size_t longest_note = 600;  // bytes
    constexpr std::size_t most_lines = 3;
    const std::string_view block = blocks_.back().text.text();
    if (!block.starts_with('(') || block.size() > longest_note) return false;
    if (block.find(')') != std::string_view::npos) return false;
    const auto first = static_cast<std::size_t>(&line - lines_.data());
    for (std::size_t i = first; i < lines_.size() && i < first + most_lines; ++i) {
      if (lines_[i].marker || lines_[i].table) return false;
      const std::string_view rest = text_.printed(lines_[i].span).substr(0, longest_note);
      const std::size_t bracket = rest.find_first_of("()");
      if (bracket != std::string_view::npos) return rest[bracket] == ')';
    }
    return false;
  }

  /// "I. GIA HẠN NỘP" / "SỐ NỢ THUẾ", "I. MỤC" / "ĐÍCH": a numbered heading in capitals, broken in
  /// two; the number of a chapter stands over it. A heading that says all is over another: "I. TỔ
  /// CHỨC" / "SỞ Y TẾ".
  [[nodiscard]] bool is_numbered_caps(const Line& before, const Line& line) const {
    if (!before.caps || !line.caps || before.bold != line.bold) return false;
    const bool one_word = blocks_.back().text.text().find(' ') == std::string::npos;
    // Capitals are wider than the letters of other lines.
    const bool full = !had_room(before, line, numbered_line / width_of_capitals);
    if (!one_word && !full && !ends_openly(before) && !opens_rest(line) &&
        !parts_word(before, line)) {
      return false;
    }
    if (is_numbered()) return true;
    if (blocks_.size() < 2 || blocks_.back().marker) return false;
    const Block& above = blocks_[blocks_.size() - 2];
    return above.marker && !above.marker->is_bullet() && above.text.text().empty();
  }

  /// "BỘ TRƯỞNG BỘ NÔNG NGHIỆP VÀ PHÁT TRIỂN" / "NÔNG THÔN"
  [[nodiscard]] bool is_rest_of_office(const Line& before, const Line& line) const {
    if (!before.caps || !line.caps || before.marker || line.marker) return false;
    const std::string_view placed = text_.placed(before.span);
    if (line.blank_before != 0 || !is_open_office(placed) ||
        !is_office_line(text_.printed(before.span), placed)) {
      return false;
    }
    // "CHỦ TỊCH UBND XÃ" / "ĐÀO VĂN QUÝ" signs, unless grounds follow.
    if (!is_person_name(text_.printed(line.span), text_.placed(line.span))) return true;
    const auto next = static_cast<std::size_t>(&line - lines_.data()) + 1;
    return next < lines_.size() && opens_ground(text_.lower(lines_[next].span));
  }

  /// "TÌNH HÌNH VÀ KẾT" / "QUẢ TRIỂN KHAI"
  [[nodiscard]] bool parts_word(const Line& before, const Line& line) const {
    const std::string_view first = text_.lower(before.span);
    const std::string_view second = text_.lower(line.span);
    return std::ranges::any_of(parted_words, [&](const PartedWord& row) {
      return closes_with(first, row.end) && opens_with(second, row.rest);
    });
  }

  /// No heading ends as `before` does.
  [[nodiscard]] bool ends_openly(const Line& before) const {
    const std::string_view lower = text_.lower(before.span);
    const auto ends = [&](const auto& row) { return closes_with(lower, row.folded); };
    return std::ranges::any_of(open_headings, ends) || std::ranges::any_of(broken_names, ends) ||
           std::ranges::any_of(unfinished_ends, ends);
  }

  /// No heading begins as `line` does.
  [[nodiscard]] bool opens_rest(const Line& line) const {
    const std::string_view lower = text_.lower(line.span);
    return std::ranges::any_of(heading_rests, [&](const Opener& row) {
      return opens_with(lower, row.folded) && !begins_another(line, row.folded);
    });
  }

  /// "GIAI ĐOẠN 1", and "GIAI ĐOẠN 2" further on: a heading of its own, like that which says more
  /// behind a colon.
  [[nodiscard]] bool begins_another(const Line& line, std::string_view opening) const {
    constexpr std::size_t farthest = 80;  // lines
    const std::string_view printed = text_.printed(line.span);
    if (std::ranges::none_of(printed, is_digit) && !printed.ends_with('I')) return false;
    if (printed.find(':') != std::string_view::npos) return true;
    const auto first = static_cast<std::size_t>(&line - lines_.data()) + 1;
    for (std::size_t i = first; i < lines_.size() && i < first + farthest; ++i) {
      if (lines_[i].caps && !lines_[i].marker && opens_with(text_.lower(lines_[i].span), opening)) {
        return true;
      }
    }
    return false;
  }

  /// "Điều 2. Giao" / "Giám đốc Sở ...": no heading is a word alone.
  [[nodiscard]] bool is_first_word(const Line& line) const {
    const std::string_view block = blocks_.back().text.text();
    return is_numbered() && !line.marker && !block.empty() && blocks_.back().bold == line.bold &&
           block.find(' ') == std::string_view::npos && is_small(block, letter_at(block, 0));
  }

  /// "Căn cứ" / "Luật Lâm nghiệp ...", "4. Giao" / "Phòng Nội vụ ...": what the block says so far
  /// opens a sentence or a name and is none.
  [[nodiscard]] bool is_lone_opening(const Line& line) const {
    constexpr std::size_t longest = 16;  // bytes
    const Block& block = blocks_.back();
    if (line.marker || line.table || line.blank_before > layout_.gap + 1U || line.caps ||
        block.text.text().size() > longest || block.text.text().empty() ||
        is_caps(block.text.text()) || block.bold != line.bold) {
      return false;
    }
    const std::string lower = language::fold(block.text.text());
    // "Thực hiện" / "Kế hoạch số 7/KH-UBND": an item may be called so, no ground.
    if (!block.marker && lower == "thực hiện") {
      return opens_with_act(text_.printed(line.span), text_.lower(line.span));
    }
    const auto* const row = std::ranges::find(lone_openings, lower, &LoneOpening::folded);
    if (row == std::end(lone_openings)) return false;
    const std::string_view next = text_.lower(line.span);
    // "1. Căn cứ" is a heading; so may be any of these that stands apart.
    if (row->asks == Asks::act) {
      return !is_numbered() && tokens::document_types.longest(next, 0).found();
    }
    if (line.blank_before > 0) return false;
    switch (row->asks) {
      case Asks::act: break;
      case Asks::figure: return is_digit(next.front());
      case Asks::body: return !opening_body(text_.printed(line.span), next).empty();
      case Asks::name:
        return opening_body(text_.printed(line.span), next).empty() &&
               !opens_with(next, row->folded) && !opens_with(next, "các ");
    }
    return false;
  }

  /// "1. Công tác" / "PBGDPL": a word alone under a numbered line that asks for it is the end of
  /// it.
  [[nodiscard]] bool is_last_word(const Line& before, const Line& line) const {
    constexpr std::size_t longest_word = 16;  // bytes
    const std::string_view next = text_.printed(line.span);
    if (!ends_openly(before) || next.ends_with(':')) return false;
    return is_numbered() && next.size() <= longest_word && has_letter(next) && !line.marker &&
           std::ranges::none_of(next, [](char c) { return c == ' ' || c == '\xA0'; });
  }

  [[nodiscard]] static bool opens_ground(std::string_view lower) {
    return std::ranges::any_of(ground_openers,
                               [&](const Opener& row) { return opens_with(lower, row.folded); });
  }

  /// The block that would go on is a ground of the preamble.
  [[nodiscard]] bool is_ground() const {
    const Block& block = blocks_.back();
    const std::size_t marker = block.marker && block.marker->is_bullet() ? block.marker->length : 0;
    return opens_ground(text_.lower(block.span).substr(marker));
  }

  /// The block that would go on is a numbered line: it may be a heading, which has no end mark.
  [[nodiscard]] bool is_numbered() const {
    return blocks_.back().marker && !blocks_.back().marker->is_bullet();
  }

  [[nodiscard]] bool is_bulleted() const {
    return blocks_.back().marker && blocks_.back().marker->is_bullet();
  }

  /// OCR puts a blank line where a page ends: a number or a bracket begins no paragraph.
  [[nodiscard]] bool goes_on_after_gap(const Line& before, const Line& line) const {
    if (before.heading_level != 0 || before.bold != line.bold) return false;
    const std::string_view last = text_.printed(before.span);
    const std::string_view next = text_.printed(line.span);
    if (line.bold && is_numbered() && before.caps == line.caps && !blocks_.back().span.empty()) {
      const std::string_view lower = text_.lower(before.span);
      if (std::ranges::any_of(broken_names, [&](const BrokenName& row) {
            return closes_with(lower, row.folded);
          })) {
        return true;
      }
    }
    return is_digit(next.front()) && !before.caps && before.length >= shortest_wrapped_line &&
           !before.marker && !last.ends_with(')');
  }

  /// The block that would go on began with an indented line and was broken where it was long; a
  /// paragraph of its own would be indented too.
  [[nodiscard]] bool is_outdented(const Line& before, const Line& line) const {
    constexpr std::size_t long_line = 60;  // columns
    // A number alone is the page in a table of contents.
    const std::string_view next = text_.printed(line.span);
    if (std::ranges::all_of(next, is_digit)) return false;
    // Labels ("Thời gian: ...") and what follows an item begin where they like.
    constexpr std::size_t longest_label = 40;
    if (next.substr(0, longest_label).find(':') != std::string_view::npos) return false;
    if (before.marker && is_capital(next, 0)) return false;
    return before.indent + before.length >= long_line && !before.caps &&
           line.indent + indentation <= first_indent_;
  }

  /// "... dự kiến quy mô" / "300 đại biểu": a page ended in the midst of a long line.
  [[nodiscard]] static bool goes_on_over_page(const Line& before, const Line& line,
                                              std::string_view next) {
    constexpr std::size_t long_line = 60;  // columns
    return !line.marker && !before.caps && before.length >= long_line && is_digit(next.front());
  }

  /// A heading in capitals broken in two.
  [[nodiscard]] static bool line_of_caps(const Line& before, const Line& line) {
    return before.caps && line.caps;
  }

  const FoldedText& text_;
  std::span<const Line> lines_;
  Layout layout_;
  const Footnotes& notes_;
  std::size_t empty_rows_ = 0;   ///< behind the row added last
  bool in_grid_ = false;         ///< the table added last is drawn in signs
  std::size_t grid_groups_ = 0;  ///< ... whose rules part its lines in so many groups
  RowBegins row_begins_ = RowBegins::rule;
  Blocks blocks_;
  std::map<Style, std::uint16_t> last_value_;
  std::uint32_t first_indent_ = 0;  ///< of the block that would go on
};

/// "2." that a web copy has put on a line of its own, before its text.
bool is_lone_marker(const Line& line) {
  return line.marker && line.marker->length >= line.span.size();
}

/// Of the places where one paragraph surely ends and the next begins, most have blank lines.
bool stand_apart(const FoldedText& text, std::span<const Line> lines, std::uint16_t gap) {
  std::size_t apart = 0;
  std::size_t all = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const Line& next = lines[i + 1];
    if (next.new_page || next.table || is_lone_marker(lines[i])) continue;
    const std::string_view follows = text.printed(next.span);
    if (next.marker ? next.marker->is_bullet() : !is_capital(follows, 0)) continue;
    const EndMark end = lines[i].end;
    if (end != EndMark::stop && end != EndMark::semicolon) continue;
    ++all;
    if (next.blank_before > gap) ++apart;
  }
  return apart >= 3 && apart * 10 >= all * 7;
}

/// Nearly all lines that surely go on begin in one column, and nearly all with a marker behind it.
void measure_indentation(std::span<const Line> lines, Layout& layout) {
  constexpr std::size_t fewest = 5;  // of each
  constexpr std::size_t some = 2;
  constexpr std::size_t most_columns = 40;
  std::array<std::size_t, most_columns> columns{};
  std::size_t following = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!surely_goes_on(lines[i], lines[i + 1])) continue;
    ++following;
    const std::size_t column = lines[i + 1].indent;
    if (column < columns.size()) ++columns[column];
  }
  const auto* const most = std::ranges::max_element(columns);
  layout.left = static_cast<std::uint32_t>(most - columns.begin());
  std::size_t at_left = *most;
  if (layout.left > 0) at_left += columns[layout.left - 1];
  if (layout.left + 1 < columns.size()) at_left += columns[layout.left + 1];
  std::size_t marked = 0;
  std::size_t behind = 0;
  for (const Line& line : lines) {
    if (!line.marker || line.table) continue;
    ++marked;
    if (line.indent >= layout.left + indentation) ++behind;
  }
  // What goes on may begin as a marker does.
  layout.may_be_indented = at_left >= some && at_left * 10 >= following * 9 && behind >= some &&
                           behind * 5 >= marked * 4;
  layout.indented = layout.may_be_indented && at_left >= fewest && behind >= fewest;
}

}  // namespace

Layout measure_layout(const FoldedText& text, std::span<const Line> lines) {
  std::vector<std::size_t> lengths;
  std::array<std::size_t, 4> gaps{};
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!surely_goes_on(lines[i], lines[i + 1])) continue;
    const std::size_t length = lines[i].indent + std::size_t{lines[i].length};
    if (length < shortest_wrapped_line || length > longest_wrapped_line) continue;
    lengths.push_back(length);
    if (!lines[i + 1].new_page) {
      ++gaps[std::min<std::size_t>(lines[i + 1].blank_before, gaps.size() - 1)];
    }
  }
  Layout layout;
  // A page break cuts a few paragraphs of a document that is not wrapped.
  if (lengths.size() < sure_wraps_needed || lengths.size() * 12 < lines.size()) return layout;
  std::ranges::sort(lengths);
  const std::size_t widest = lengths[lengths.size() * 9 / 10];
  const auto too_long = std::ranges::count_if(lines, [&](const Line& line) {
    return !line.table && std::size_t{line.length} * 4 > widest * 5;
  });
  // Notes in small letters have wider lines than the text, all of whose full lines are nearly
  // equal.
  const std::size_t usual = lengths[lengths.size() / 2];
  const auto end =
      std::ranges::find_if(lengths, [usual](std::size_t length) { return length * 5 > usual * 6; });
  const auto of_text = static_cast<std::size_t>(end - lengths.begin());
  const std::size_t of_page = lengths[of_text * 9 / 10];
  const bool is_page = usual >= narrowest_page && of_page * 10 <= usual * 11;
  layout.width = is_page ? of_page : widest;
  layout.wrapped = static_cast<std::size_t>(too_long) * 10 < lines.size();
  if (!layout.wrapped) return Layout{};
  layout.gap = static_cast<std::uint16_t>(std::ranges::max_element(gaps) - gaps.begin());
  layout.paragraphs_apart = stand_apart(text, lines, layout.gap);
  measure_indentation(lines, layout);
  return layout;
}

Blocks build_blocks(const FoldedText& text, std::span<const Line> lines, const Layout& layout,
                    const Footnotes& notes) {
  return Builder(text, lines, layout, notes).run();
}

}  // namespace vanban::outline

#include "outline/lines.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include "base/any_byte.hpp"
#include "outline/characters.hpp"
#include "outline/columns.hpp"
#include "outline/glued_notes.hpp"
#include "outline/line_view.hpp"
#include "outline/offices.hpp"
#include "outline/segments.hpp"
#include "outline/site_captions.hpp"
#include "outline/unbroken.hpp"

namespace vanban::outline {
namespace {

constexpr std::size_t max_columns = std::numeric_limits<std::uint16_t>::max();

/// Splits at line feeds, carriage returns and form feeds and gathers what is not blank.
class Splitter {
 public:
  Splitter(const FoldedText& text, std::span<const read::LineHint> hints)
      : folded_(text),
        text_(text.text),
        hints_(hints),
        unbroken_(is_unbroken(text.text)),
        flat_header_(unbroken_ ? TextSpan{} : find_flat_header(text.text, text.folded)),
        fed_(text.text.find('\f') != std::string_view::npos ||
             text.text.find('\r') != std::string_view::npos) {
    lines_.reserve(text_.size() / 64 + 16);
  }

  std::vector<Line> run() && {
    std::size_t begin = 0;
    std::uint32_t number = 0;
    while (begin <= text_.size()) {
      const char* const rest = text_.data() + begin;
      const void* const found =
          begin < text_.size() ? std::memchr(rest, '\n', text_.size() - begin) : nullptr;
      const std::size_t end =
          found != nullptr
              ? static_cast<std::size_t>(static_cast<const char*>(found) - text_.data())
              : text_.size();
      split_row(begin, end, number);
      begin = end + 1;
      ++number;
    }
    return std::move(lines_);
  }

 private:
  /// A row between line feeds may hold form feeds and lone carriage returns.
  void split_row(std::size_t begin, std::size_t end, std::uint32_t number) {
    std::size_t start = begin;
    const std::string_view row = text_.substr(0, end);
    const bool parted = fed_ && (row.find('\f', begin) < end || row.find('\r', begin) < end);
    for (std::size_t at = begin; parted && at < end; ++at) {
      if (text_[at] != '\f' && text_[at] != '\r') continue;
      if (text_[at] == '\r' && at + 1 == end) break;
      if (at > start) add(start, at, number);
      if (text_[at] == '\f') new_page_ = true;
      start = at + 1;
    }
    add_row(start, end, number);
  }

  /// A row of a text without line breaks is many lines.
  void add_row(std::size_t begin, std::size_t end, std::uint32_t number) {
    const TextSpan row{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    for (const std::size_t cut : find_breaks(row)) {
      add(begin, row.begin + cut, number);
      begin = row.begin + cut;
    }
    add(begin, end, number);
  }

  [[nodiscard]] std::vector<std::size_t> find_breaks(TextSpan row) const {
    const std::string_view printed = folded_.printed(row);
    const std::string_view lower = folded_.lower(row);
    if (row.begin >= flat_header_.begin && row.end <= flat_header_.end && row.begin < row.end) {
      return find_header_breaks(printed, lower);
    }
    if (unbroken_ || holds_header(printed, lower)) return find_lost_breaks(printed, lower);
    return find_list_breaks(printed, lower);
  }

  void add(std::size_t begin, std::size_t end, std::uint32_t number) {
    const std::size_t last = trim_end(text_, begin, end);
    const std::size_t first = trim_begin(text_, begin, last);
    if (first == last) {
      if (blank_ < max_columns) ++blank_;
      after_grid_ = false;  // what stands behind a blank line is no row of the table
      count_pipes(number);
      return;
    }
    const std::string_view printed = text_.substr(first, last - first);
    if (says_nothing(printed)) {
      if (blank_ < max_columns) ++blank_;
      after_rule_ = last - first >= 3;
      return;
    }
    if (is_page_rule(printed)) {
      if (blank_ < max_columns) ++blank_;
      new_page_ = true;
      return;
    }
    Line line;
    line.span = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
    line.number = number;
    line.indent = static_cast<std::uint16_t>(std::min(first - begin, max_columns));
    line.blank_before = static_cast<std::uint16_t>(blank_);
    line.new_page = new_page_;
    line.after_rule = after_rule_;
    line.after_grid = after_grid_;
    line.pipes = pipes_;
    line.after_pipes = after_pipes_;
    if (number < hints_.size()) {
      line.heading_level = hints_[number].heading_level;
      line.bold = hints_[number].bold;
      line.table = hints_[number].table;
    }
    line.one_column = !line.table && !may_be_parted(text_.substr(first, last - first));
    lines_.push_back(line);
    blank_ = 0;
    pipes_ = 0;
    after_pipes_ = false;
    new_page_ = after_rule_ = after_grid_ = false;
  }

  /// "{1}----------------": so a converter parts the pages.
  [[nodiscard]] static bool is_page_rule(std::string_view line) {
    constexpr std::size_t longest_number = 4;
    constexpr std::size_t shortest_rule = 10;
    if (line.front() != '{') return false;
    const std::size_t close = line.find('}');
    if (close == std::string_view::npos || close < 2 || close > longest_number + 1) return false;
    if (!std::ranges::all_of(line.substr(1, close - 1), is_digit)) return false;
    const std::string_view rule = line.substr(close + 1);
    return rule.size() >= shortest_rule && rule.find_first_not_of('-') == std::string_view::npos;
  }

  /// The line has a separator of cells, two blanks behind each other, or maybe one of the blanks
  /// of several bytes: signs of Latin-1, U+xx00 to U+xx0F, U+xx28 to U+xx2F, U+FEFF.
  static bool may_be_parted(std::string_view line) {
    const char* const begin = line.data();
    const auto parts = [](const char* at) {
      using byte_step::Flag;
      using byte_step::in;
      using byte_step::is;
      const auto byte = static_cast<unsigned char>(at[0]);
      const auto before = static_cast<unsigned char>(at[-1]);
      const auto separator = static_cast<Flag>(in(byte, 0, ' ' - 1) | is(byte, '|'));
      const auto two_blanks = static_cast<Flag>(is(before, ' ') & is(byte, ' '));
      const auto wide =
          static_cast<Flag>(is(before, 0x80) & (in(byte, 0x80, 0x8F) | in(byte, 0xA8, 0xAF)));
      const auto mark = static_cast<Flag>(is(before, 0xBB) & is(byte, 0xBF));
      return static_cast<Flag>(separator | two_blanks | is(before, 0xC2) | wide | mark);
    };
    // The line begins with no blank.
    const bool separated = static_cast<unsigned char>(line.front()) < ' ' || line.front() == '|';
    return separated || any_byte(begin + 1, begin + line.size(), parts);
  }

  void count_pipes(std::uint32_t number) {
    const std::size_t pipes = number < hints_.size() ? hints_[number].pipes : 0U;
    pipes_ = pipes == 0 ? 0 : static_cast<std::uint8_t>(std::min<std::size_t>(pipes_ + pipes, 255));
    after_pipes_ = after_pipes_ || pipes != 0;
    after_grid_ = after_grid_ || (number < hints_.size() && hints_[number].grid);
  }

  const FoldedText& folded_;
  std::string_view text_;
  std::span<const read::LineHint> hints_;
  bool unbroken_;
  TextSpan flat_header_;  ///< rows of it may be several lines
  bool fed_;              ///< the text has form feeds or carriage returns
  std::vector<Line> lines_;
  std::size_t blank_ = 0;
  std::uint8_t pipes_ = 0;
  bool after_pipes_ = false;
  bool new_page_ = false;
  bool after_rule_ = false;
  bool after_grid_ = false;
};

/// A table that came out cell by cell has a pipe on a line of its own before each cell, one behind
/// each row, and nothing but text between them:
///
///     |                    Two pipes in a row part rows, unless the cells on both sides of
///     TT                   them fill one row around an empty cell; more than two have empty
///     |                    cells between them. Tables of two columns, or with a row or two,
///     Nhiệm vụ             are headers and signatures: their lines stay as they are.
///     |
///     |
///     1
constexpr std::size_t fewest_rows = 3;
constexpr std::size_t fewest_columns = 3;
constexpr std::size_t longest_cell = 60;  // lines; in a longer one a pipe was lost

class CellTables {
 public:
  CellTables(const FoldedText& text, std::vector<Line>& lines) : text_(text), lines_(lines) {}

  void mark() {
    for (std::size_t i = 0; i < lines_.size();) {
      i = lines_[i].pipes != 0 ? std::max(table(i), i + 1) : i + 1;
    }
  }

 private:
  /// Cells that follow on each other, a pipe between two.
  struct Run {
    std::size_t first;
    std::size_t cells;
    std::size_t pipes_before;
  };

  /// Where the table that may begin at `first` ends.
  std::size_t table(std::size_t first) {
    runs_.clear();
    std::size_t last_cell = first;
    std::size_t end = first;
    for (; end < lines_.size(); ++end) {
      const Line& line = lines_[end];
      if (end > first && line.after_pipes && line.pipes == 0) break;
      if (line.pipes == 0) {
        if (end - last_cell > longest_cell) return end;
        continue;
      }
      if (line.pipes > 1 || runs_.empty()) runs_.push_back({end, 0, line.pipes});
      ++runs_.back().cells;
      last_cell = end;
    }
    if (!is_table()) return end;
    for (std::size_t i = first; i < end; ++i) {
      lines_[i].table = true;
      lines_[i].cell = lines_[i].pipes == 0 ? CellLine::more : CellLine::cell;
    }
    const std::size_t columns = runs_.front().cells;
    for (std::size_t run = 0; run < runs_.size(); run += runs_of_row(run, columns)) {
      lines_[runs_[run].first].cell = CellLine::row;
    }
    return end;
  }

  [[nodiscard]] bool is_table() const {
    std::size_t wide_rows = 0;
    for (std::size_t run = 0; run < runs_.size(); ++run) {
      // A row that ends in an empty cell has a pipe more behind it.
      const std::size_t pipes = run + 1 < runs_.size() ? runs_[run + 1].pipes_before : 0;
      const std::size_t empty = pipes > 2 ? pipes - 2 : 0;
      wide_rows += runs_[run].cells + empty >= fewest_columns ? 1U : 0U;
    }
    return runs_.size() >= fewest_rows && wide_rows * 2 >= runs_.size();
  }

  /// How many runs, empty cells between them, are the row that begins with `run`: as many as fill
  /// the columns of the head, or that one alone. What begins with a number is a row.
  [[nodiscard]] std::size_t runs_of_row(std::size_t run, std::size_t columns) const {
    std::size_t cells = runs_[run].cells;
    for (std::size_t next = run + 1; cells < columns && next < runs_.size(); ++next) {
      if (is_numbered(lines_[runs_[next].first])) return 1;
      cells += runs_[next].pipes_before - 1 + runs_[next].cells;
      if (cells == columns) return next + 1 - run;
    }
    return 1;
  }

  [[nodiscard]] bool is_numbered(const Line& line) const {
    constexpr std::size_t longest = 4;
    if (line.marker) return !line.marker->is_bullet();
    const std::string_view cell = text_.printed(line.span);
    return cell.size() <= longest &&
           cell.find_first_not_of("0123456789.") == std::string_view::npos;
  }

  std::vector<Run> runs_;
  const FoldedText& text_;
  std::vector<Line>& lines_;
};

/// A table out of a word processor has a tab between two cells, one that was typed or taken out of
/// Markdown a pipe, one out of a page layout has wide blanks, and its columns begin at one place.
/// Rows that follow on each other and have as many cells, three at least, are one; its head has no
/// empty cell.
class TypedTables {
 public:
  TypedTables(const FoldedText& text, std::vector<Line>& lines) : text_(text), lines_(lines) {}

  void mark() {
    for (std::size_t i = 0; i < lines_.size();) {
      std::size_t end = i;
      if (may_be_row(lines_[i])) {
        end = mark_rows(i, CellLine::tabs);
        if (end == i) end = mark_spread_rows(i);
        if (end == i) end = mark_rows(i, CellLine::pipes);
        if (end == i) end = mark_columns(i);
      }
      i = std::max(end, i + 1);
    }
  }

 private:
  /// A tab, a pipe or three blanks stand somewhere; few lines have them.
  [[nodiscard]] bool may_be_row(const Line& line) const {
    return (!line.one_column && holds_gap(text_.printed(line.span))) ||
           opens_with_first_head(text_.lower(line.span));
  }

  [[nodiscard]] static bool holds_gap(std::string_view line) {
    return line.find_first_of("\t|") != npos || line.find(wide_gap) != npos;
  }

  /// A column of a row may begin so far from where that of the row before does.
  static constexpr std::uint32_t tolerance = 2;
  static constexpr std::string_view wide_gap = "   ";
  static constexpr std::size_t npos = std::string_view::npos;

  /// The first rows of a table need not be wrapped: the reading that goes farther is the right one.
  std::size_t mark_columns(std::size_t first) {
    if (lines_[first].table) return first;
    const std::size_t plain = end_of_rows(first, CellLine::columns);
    const WrappedTable wrapped = find_wrapped_table(text_, lines_, first);
    if (wrapped.end > plain && (plain == first || goes_on(wrapped, plain))) {
      return mark_wrapped(wrapped);
    }
    return mark(first, plain, CellLine::columns);
  }

  /// Line `at` of the table is another row, or holds nothing of the first column.
  [[nodiscard]] bool goes_on(const WrappedTable& table, std::size_t at) const {
    if (std::ranges::binary_search(table.rows, at)) return true;
    const std::vector<Segment> cells = split_segments(text_, {&lines_[at], 1}, table.gaps);
    return !cells.empty() && cells.front().column >= table.columns.front().end;
  }

  /// Marks the rows from `first` on and returns the line behind them; `first` where there are too
  /// few.
  std::size_t mark_rows(std::size_t first, CellLine kind) {
    return mark(first, end_of_rows(first, kind), kind);
  }

  std::size_t mark(std::size_t first, std::size_t end, CellLine kind) {
    for (std::size_t i = first; i < end; ++i) {
      lines_[i].table = true;
      lines_[i].cell = kind;
    }
    return end;
  }

  [[nodiscard]] std::size_t end_of_rows(std::size_t first, CellLine kind) const {
    std::vector<std::uint32_t> columns = columns_of(lines_[first], kind, true);
    if (columns.size() < fewest_columns || lines_[first].table) return first;
    const std::string_view head = text_.lower(lines_[first].span);
    const bool numbered =
        kind == CellLine::tabs && is_numbering_head(trim(head.substr(0, head.find('\t'))));
    std::size_t end = first + 1;
    // Copies from the web have each row of tabs between blank lines.
    const std::size_t gap =
        numbered && end < lines_.size() && lines_[end].blank_before == 1 ? 1 : 0;
    const std::size_t heads = columns.size();
    for (; end < lines_.size(); ++end) {
      if (lines_[end].blank_before > gap || lines_[end].table) break;
      std::vector<std::uint32_t> next = columns_of(lines_[end], kind, false);
      // ... which have lost the tabs before their last empty cells.
      const bool shorter =
          numbered && next.size() > 1 && next.size() < heads && counts_on(end, next.size());
      if (!shorter && !are_alike(columns, next, kind)) break;
      // Who signs may stand beneath with as many tabs.
      if (!shorter && gap != 0 && !counts_on(end, heads) && !is_sum(end)) break;
      if (!shorter) columns = std::move(next);
    }
    return end - first < fewest_rows ? first : end;
  }

  [[nodiscard]] bool is_sum(std::size_t at) const {
    const std::string_view lower = text_.lower(lines_[at].span);
    return lower.starts_with("cộng") || lower.starts_with("tổng");
  }

  /// Line `at` begins with a number alone, the one behind that of the line before it and printed
  /// like it, or with 1 beneath the heads; or its first cell is empty.
  [[nodiscard]] bool counts_on(std::size_t at, std::size_t cells) const {
    constexpr std::size_t fewest_of_sum = 3;
    if (count_tabs_before(text_.text, lines_[at].span.begin) > 0) return cells >= fewest_of_sum;
    const auto number = [&](std::size_t line) {
      const std::string_view printed = text_.printed(lines_[line].span);
      return row_number(trim(printed.substr(0, printed.find('\t'))));
    };
    const RowNumber here = number(at);
    const RowNumber before = number(at - 1);
    return here.value == before.value + 1 && (before.value == 0 || here.point == before.point);
  }

  /// Rows beneath the head of a numbered table whose cells pipes part: blank lines may stand
  /// between them, and a cell of several lines spreads its row over them.
  std::size_t mark_spread_rows(std::size_t first) {
    constexpr std::size_t most_lines = 60;      // of one row
    constexpr std::size_t widest_gap = 1;       // blank lines between rows
    constexpr std::size_t longest_number = 12;  // bytes
    const std::string_view head = text_.printed(lines_[first].span);
    const std::size_t pipes = count_pipes(lines_[first]);
    if (lines_[first].table || pipes + 1 < fewest_columns) return first;
    if (!is_numbering_head(trim(text_.lower(lines_[first].span).substr(0, head.find('|'))))) {
      return first;
    }
    const bool parted = first + 1 < lines_.size() && lines_[first + 1].blank_before > 0;
    std::vector<std::size_t> rows = {first};
    std::size_t end = first + 1;
    while (end < lines_.size() && lines_[end].blank_before <= widest_gap) {
      const std::string_view line = text_.printed(lines_[end].span);
      const std::size_t number = std::min(line.find('|'), line.size());
      if (number == line.size() || trim(line.substr(0, number)).size() > longest_number) break;
      std::size_t found = 0;
      std::size_t next = end;
      for (; next < lines_.size() && found < pipes && next - end < most_lines; ++next) {
        if (next > end && lines_[next].blank_before != 0) break;
        found += count_pipes(lines_[next]);
      }
      if (found != pipes) break;
      rows.push_back(end);
      // Blank lines part the rows: what has none before it is of the last cell, if a row follows.
      std::size_t rest = next;
      while (parted && rest < lines_.size() && lines_[rest].blank_before == 0 &&
             count_pipes(lines_[rest]) == 0 && rest - end < most_lines &&
             !opens_section(text_, lines_[rest]) &&
             !opens_numbered_item(text_, lines_[rest].span)) {
        ++rest;
      }
      const bool row_follows = rest < lines_.size() && lines_[rest].blank_before != 0 &&
                               lines_[rest].blank_before <= widest_gap &&
                               count_pipes(lines_[rest]) != 0;
      end = row_follows ? rest : next;
    }
    if (rows.size() < fewest_rows) return first;
    mark(first, end, CellLine::pipes_more);
    for (const std::size_t row : rows) lines_[row].cell = CellLine::pipes;
    return end;
  }

  [[nodiscard]] std::size_t count_pipes(const Line& line) const {
    return static_cast<std::size_t>(std::ranges::count(text_.printed(line.span), '|'));
  }

  std::size_t mark_wrapped(const WrappedTable& table) {
    for (std::size_t i = table.begin; i < table.end; ++i) {
      lines_[i].table = true;
      lines_[i].cell = CellLine::wrapped_more;
    }
    for (const std::size_t row : table.rows) lines_[row].cell = CellLine::wrapped_row;
    return table.end;
  }

  [[nodiscard]] static bool are_alike(const std::vector<std::uint32_t>& one,
                                      const std::vector<std::uint32_t>& other, CellLine kind) {
    if (one.size() != other.size()) return false;
    if (kind != CellLine::columns) return true;
    return std::ranges::equal(one, other, [](std::uint32_t a, std::uint32_t b) {
      return std::max(a, b) - std::min(a, b) <= tolerance;
    });
  }

  /// "1. Trồng cây | Sở | 2031": a marker with its text before the first pipe numbers an item; a
  /// row of a table has its number in a cell of its own.
  [[nodiscard]] bool opens_item(const Line& line) const {
    const std::string_view printed = text_.printed(line.span);
    const auto marker = find_marker(printed, text_.lower(line.span));
    if (!marker) return false;
    const std::size_t text = trim_begin(printed, marker->length, printed.size());
    return text < printed.size() && printed[text] != '|';
  }

  /// Where the cells of a line begin; none of a head with an empty one.
  [[nodiscard]] std::vector<std::uint32_t> columns_of(const Line& line, CellLine kind,
                                                      bool is_head) const {
    std::vector<std::uint32_t> columns;
    const std::string_view printed = text_.printed(line.span);
    if (kind == CellLine::columns) {
      if (printed.find(wide_gap) == npos) return columns;
      for (const Segment& segment : split_segments(text_, {&line, 1}, typed_gaps)) {
        columns.push_back(segment.column);
      }
      return columns;
    }
    const char separator = separator_of(kind);
    if (kind == CellLine::pipes && opens_item(line)) return columns;
    for (std::size_t begin = 0; begin <= printed.size();) {
      const std::size_t end = std::min(printed.find(separator, begin), printed.size());
      if (is_head && trim_begin(printed, begin, end) == end) return {};
      columns.push_back(static_cast<std::uint32_t>(begin));
      begin = end + 1;
    }
    // Empty cells at the ends of the row are blanks at the ends of the line.
    if (is_head || columns.size() < 2 || kind != CellLine::tabs) return columns;
    columns.insert(columns.begin(), count_tabs_before(text_.text, line.span.begin), 0);
    for (std::size_t at = line.span.end; at < text_.text.size(); ++at) {
      if (text_.text[at] == '\t')
        columns.push_back(static_cast<std::uint32_t>(printed.size()));
      else if (text_.text[at] != ' ')
        break;
    }
    return columns;
  }

  const FoldedText& text_;
  std::vector<Line>& lines_;
};

/// A table of which a copy has kept the cells alone, one a line:
///
///     STT            A first head that numbers, more heads up to the number of the first row,
///     Nội dung       and rows of as many cells as there are heads, each with the next number
///     Thời gian      first. A row with a cell that is empty or has two lines has another count:
///     1              such tables stay as they are.
///     Nạo vét hồ
///     Tháng 3
class FlatTables {
 public:
  FlatTables(const FoldedText& text, std::vector<Line>& lines) : text_(text), lines_(lines) {}

  void mark() {
    for (std::size_t i = 0; i < lines_.size();) i = std::max(table(i), i + 1);
  }

 private:
  static constexpr std::size_t most_columns = 12;
  static constexpr std::size_t longest_head = 60;   // code points
  static constexpr std::size_t longest_cell = 400;  // code points
  static constexpr std::size_t fewest_numbered = 2;

  /// Where the table that may begin at `first` ends; `first` where none does.
  std::size_t table(std::size_t first) {
    constexpr std::size_t longest_first = 20;  // bytes of "ngày, tháng", "số thứ tự"
    if (lines_[first].span.size() > longest_first) return first;
    const std::string_view head = text_.lower(lines_[first].span);
    timed_ = is_time_head(head);
    if (lines_[first].table || !(timed_ || is_numbering_head(head))) return first;
    std::size_t end = first + 1;
    while (end < lines_.size() && end - first <= most_columns && is_head(end)) ++end;
    const std::size_t columns = end - first;
    if (columns < fewest_columns || columns > most_columns) return first;
    if (numbers_columns(end, columns)) end += columns;
    std::size_t rows = 0;
    while (is_row(end, columns, rows + 1)) {
      end += columns;
      ++rows;
    }
    if (rows < fewest_numbered || counts_on(end, columns, rows + 1)) return first;
    for (std::size_t i = first; i < end; ++i) {
      lines_[i].table = true;
      lines_[i].cell = (i - first) % columns == 0 ? CellLine::row : CellLine::cell;
    }
    return end;
  }

  [[nodiscard]] bool is_head(std::size_t i) const {
    const std::string_view printed = text_.printed(lines_[i].span);
    return !lines_[i].table && lines_[i].length <= longest_head && !begins_row(i, 1) &&
           !printed.empty() && !is_digit(printed.front());
  }

  /// Line `i` is the first cell of row `number`: that number or, beneath a head of time, a month,
  /// a week or a day.
  [[nodiscard]] bool begins_row(std::size_t i, std::size_t number) const {
    constexpr std::size_t longest = 30;  // code points
    if (!timed_) return is_number(i, number);
    if (i >= lines_.size() || lines_[i].length > longest) return false;
    const std::string_view lower = text_.lower(lines_[i].span);
    const auto* const unit = std::ranges::find_if(
        time_units, [lower](std::string_view one) { return lower.starts_with(one); });
    const std::size_t at = unit != std::end(time_units) ? unit->size() : 0;
    if (at >= lower.size()) return false;
    const bool date = lower.find_first_not_of("0123456789/-. ") == std::string_view::npos &&
                      lower.find('/') != std::string_view::npos;
    return unit != std::end(time_units) ? is_digit(lower[at]) : is_digit(lower.front()) && date;
  }
  static constexpr std::string_view time_units[] = {"tháng ", "tuần ", "ngày ", "quý "};

  /// The next number stands not far behind the last row: one of its cells had two lines.
  [[nodiscard]] bool counts_on(std::size_t end, std::size_t columns, std::size_t number) const {
    for (std::size_t i = end; i < lines_.size() && i < end + columns; ++i) {
      if (begins_row(i, number)) return true;
    }
    return false;
  }

  /// "1" / "2" / "3", "(1)" / "(2)" / "(3)" beneath the heads.
  [[nodiscard]] bool numbers_columns(std::size_t first, std::size_t columns) const {
    for (std::size_t i = 0; i < columns; ++i) {
      if (!is_number(first + i, i + 1)) return false;
    }
    return true;
  }

  [[nodiscard]] bool is_row(std::size_t first, std::size_t columns, std::size_t number) const {
    if (first + columns > lines_.size() || !begins_row(first, number)) return false;
    for (std::size_t i = first + 1; i < first + columns; ++i) {
      if (lines_[i].table || lines_[i].length > longest_cell || begins_row(i, number + 1) ||
          opens_section(text_, lines_[i])) {
        return false;
      }
    }
    return true;
  }

  /// Line `i` is nothing but `value`: "1", "01", "1.", "(1)".
  [[nodiscard]] bool is_number(std::size_t i, std::size_t value) const {
    if (i >= lines_.size()) return false;
    std::string_view printed = text_.printed(lines_[i].span);
    if (printed.starts_with('(') && printed.ends_with(')')) {
      printed = printed.substr(1, printed.size() - 2);
    } else if (printed.ends_with('.')) {
      printed.remove_suffix(1);
    }
    if (printed.size() > 1 && printed.front() == '0') printed.remove_prefix(1);
    return printed == std::to_string(value);
  }

  const FoldedText& text_;
  std::vector<Line>& lines_;
  bool timed_ = false;  ///< the rows of the table at hand begin with times
};

/// The number on a line that holds nothing else: "2", "- 2 -", "Trang 2/5".
std::optional<unsigned> lone_number(std::string_view lower) {
  if (lower.size() > 16) return std::nullopt;
  for (const std::string_view word : {std::string_view("trang"), std::string_view("page")}) {
    if (lower.starts_with(word)) lower = trim(lower.substr(word.size()));
  }
  while (!lower.empty() && (lower.front() == '-' || lower.front() == ' ')) lower.remove_prefix(1);
  while (!lower.empty() && (lower.back() == '-' || lower.back() == ' ')) lower.remove_suffix(1);
  unsigned value = 0;
  std::size_t digits = 0;
  while (digits < lower.size() && is_digit(lower[digits])) {
    if (digits == 4) return std::nullopt;
    value = value * 10 + static_cast<unsigned>(lower[digits++] - '0');
  }
  if (digits == 0) return std::nullopt;
  if (digits == lower.size()) return value;
  lower.remove_prefix(digits);
  if (lower.front() != '/' || lower.size() < 2) return std::nullopt;
  return std::all_of(lower.begin() + 1, lower.end(), is_digit) ? std::optional(value)
                                                               : std::nullopt;
}

/// Page numbers count up from 1 to 3, a page apart; numbers that follow one another closely are
/// cells of a flattened table and stay. A scanner misses some: what comes behind is as many pages
/// on as it says.
constexpr std::size_t shortest_page = 12;  // lines that are not blank
constexpr std::size_t fullest_row = 500;   // bytes of a row of such a table
constexpr unsigned most_missed = 4;

/// The pages that were numbered so far.
class PageCount {
 public:
  [[nodiscard]] unsigned expected() const { return expected_; }

  /// Whether `value` on line `line` may number the next page, or one a few pages on.
  [[nodiscard]] bool goes_on(std::size_t line, unsigned value) const {
    if (expected_ == 0) return value >= 1 && value <= 3;
    if (value <= expected_) return value == expected_;
    if (value > expected_ + most_missed || pages_ == 0) return false;
    const std::size_t lines = (line - last_) * pages_;
    const std::size_t length = (last_ - first_) * (value + 1 - expected_);
    return lines * 3 >= length * 2 && lines * 2 <= length * 3;
  }

  /// Whether line `line` is so far from the last number that a page may end there, whatever a
  /// reader of scans took its number for.
  [[nodiscard]] bool may_end_page(std::size_t line) const {
    constexpr std::size_t usual_page = 25;  // lines; some are read as one, or are blank
    constexpr std::size_t longest_page = 80;
    const std::size_t lines = line - last_;
    return expected_ != 0 && lines >= usual_page && lines <= longest_page;
  }

  void add(std::size_t line, unsigned value) {
    if (expected_ == 0) {
      first_ = line;
    } else {
      pages_ += value >= expected_ ? value + 1 - expected_ : 0;
    }
    last_ = line;
    expected_ = value + 1;
  }

 private:
  unsigned expected_ = 0;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
  std::size_t pages_ = 0;  ///< between the lines `first_` and `last_`
};

std::vector<bool> find_page_numbers(const FoldedText& text, const std::vector<Line>& lines) {
  struct Candidate {
    std::size_t line;
    unsigned value;
  };
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].table || lines[i].note != 0) continue;
    if (const auto value = lone_number(text.lower(lines[i].span)))
      candidates.push_back({i, *value});
  }
  std::vector<bool> is_number(lines.size(), false);
  PageCount pages;
  for (std::size_t c = 0; c < candidates.size(); ++c) {
    const std::size_t line = candidates[c].line;
    const unsigned value = candidates[c].value;
    const bool paged =
        lines[line].new_page || (line + 1 < lines.size() && lines[line + 1].new_page);
    const auto near = [&](std::size_t other) {
      const std::size_t distance = candidates[other].line > line ? candidates[other].line - line
                                                                 : line - candidates[other].line;
      const std::uint32_t other_at = lines[candidates[other].line].span.begin;
      const std::uint32_t at = lines[line].span.begin;
      // Unwrapped lines are long: few of them fill a page.
      return distance < shortest_page &&
             (other_at > at ? other_at - at : at - other_at) < fullest_row;
    };
    const bool crowded = (c > 0 && near(c - 1)) || (c + 1 < candidates.size() && near(c + 1));
    const bool in_order = pages.goes_on(line, value);
    // The number of a row in a flattened table may stand beside a page break too.
    const bool row = c > 0 && near(c - 1) && !is_number[candidates[c - 1].line] &&
                     value == candidates[c - 1].value + 1 && pages.expected() != value;
    if (row) continue;
    if (paged || (in_order && !crowded)) {
      is_number[line] = true;
      pages.add(line, value);
      continue;
    }
    const bool counts = (c > 0 && value == candidates[c - 1].value + 1) ||
                        (c + 1 < candidates.size() && value + 1 == candidates[c + 1].value);
    // Words that want a figure, or have one, stand beside it: "Tổng số hộ:" / "185" / "hộ".
    constexpr unsigned most_pages = 30;
    const auto begins_small = [&](std::size_t next) {
      return next < lines.size() && is_small(text.printed(lines[next].span), 0);
    };
    const bool wanted = line == 0 || begins_small(line + 1) ||
                        end_mark(text.printed(lines[line - 1].span)) != EndMark::stop;
    if (!crowded && !counts && !wanted && value < most_pages && pages.may_end_page(line)) {
      is_number[line] = true;
      pages.add(line, pages.expected());
    }
  }
  return is_number;
}

/// Where the text begins that a site's page number is stuck to: "Trang 1KẾ HOẠCH", "Trang 22 Thuận
/// lợi" on the second page. 0 if there is none: "Trang 1 Lời nói đầu" says what a page holds.
std::size_t stuck_number_end(std::string_view printed, std::string_view lower, unsigned page) {
  constexpr std::size_t shortest = 8;  // bytes of a title
  const std::string number = "trang " + std::to_string(page);
  if (!lower.starts_with(number) || lone_number(lower)) return 0;
  const std::size_t end = number.size();
  if (end >= lower.size()) return 0;
  // On the first page the title is stuck to it; "Trang 1A" is a page of its own.
  if (page == 1) return is_caps(printed.substr(end)) && lower.size() - end > shortest ? end : 0;
  const bool more = is_digit(lower[end]) || lower[end] == '-' || lower[end] == '+';
  return more || is_capital(printed, end) ? end : 0;
}

/// Takes such numbers off, which count the pages from the first.
void cut_stuck_numbers(const FoldedText& text, std::vector<Line>& lines) {
  constexpr std::size_t longest_preface = 10;  // lines of the site above the first page
  unsigned page = 1;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (page == 1 && i == longest_preface) return;
    Line& line = lines[i];
    if (line.table) continue;
    const std::size_t end = stuck_number_end(text.printed(line.span), text.lower(line.span), page);
    if (end == 0) continue;
    line.span.begin += static_cast<std::uint32_t>(end);
    line.new_page = true;
    ++page;
  }
}

/// The page that a program names between rules: "===== Trang 2 =====", "--- Page 3/5 ---", "[Trang
/// 4]".
std::optional<unsigned> ruled_page(std::string_view lower) {
  constexpr std::string_view rules = "=-_*#~[]<>|! ";
  constexpr std::size_t longest = 80;
  const std::size_t first = lower.find_first_not_of(rules);
  if (first == 0 || first == std::string_view::npos || lower.size() > longest) return std::nullopt;
  const std::string_view inner = lower.substr(first, lower.find_last_not_of(rules) + 1 - first);
  const bool bracket = lower.front() == '[' && lower.back() == ']';
  const bool ruled = first > 1 && (lower[0] == lower[1] || lower[0] == '<');
  const bool named = inner.starts_with("trang") || inner.starts_with("page");
  return named && (bracket || ruled) ? lone_number(inner) : std::nullopt;
}

/// A line without its digits: what a running head repeats.
std::string head_key(std::string_view lower) {
  std::string key;
  for (const char c : lower) {
    if (!is_digit(c)) key.push_back(c);
  }
  return key;
}

constexpr std::size_t shortest_running_head = 8;  // bytes without digits
constexpr std::size_t fewest_running_heads = 2;

/// A running head says no sentence, numbers nothing and names no appendix.
bool may_be_running_head(const FoldedText& text, const Line& line) {
  const std::string_view printed = text.printed(line.span);
  const std::string_view lower = text.lower(line.span);
  return end_mark(printed) == EndMark::none && !find_marker(printed, lower) &&
         !is_appendix_line(printed, lower);
}

/// "CÔNG BÁO/Số 281/Ngày 21-05-2031": the gazette heads its pages so.
bool heads_gazette_page(std::string_view lower) {
  return lower.starts_with("công báo/số ") || lower.starts_with("công báo/ số ");
}

/// The lines that stay; what stands behind a dropped one begins a page.
std::vector<Line> without(std::span<const Line> lines, const std::vector<bool>& drops) {
  std::vector<Line> kept;
  kept.reserve(lines.size());
  bool new_page = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (drops[i]) {
      new_page = true;
      continue;
    }
    kept.push_back(lines[i]);
    kept.back().new_page = kept.back().new_page || new_page;
    new_page = false;
  }
  return kept;
}

/// Drops lines that name their page between rules, where they count from the first or second one:
/// what stands behind is on a new page.
void drop_ruled_pages(const FoldedText& text, std::vector<Line>& lines) {
  std::vector<bool> drops(lines.size(), false);
  std::optional<unsigned> last;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].table) continue;
    const auto page = ruled_page(text.lower(lines[i].span));
    if (!page) continue;
    if (last ? *page != *last + 1 : *page > 2) return;
    last = page;
    drops[i] = true;
  }
  if (!last) return;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (drops[i]) lines[i + 1].new_page = true;
  }
  lines = without(lines, drops);
}

/// Drops the heads of the gazette, the number of the page beside each, and the stamp of who signed
/// the page, which comes out over it.
void drop_gazette_heads(const FoldedText& text, std::vector<Line>& lines) {
  constexpr std::size_t longest_stamp = 4;  // lines
  std::vector<bool> drops(lines.size(), false);
  bool any = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!heads_gazette_page(text.lower(lines[i].span))) continue;
    any = drops[i] = true;
    const auto is_number = [&](std::size_t line) {
      return line < lines.size() && lone_number(text.lower(lines[line].span)).has_value();
    };
    std::size_t first = i;
    if (is_number(i + 1)) {
      drops[i + 1] = true;
    } else if (i > 0 && is_number(i - 1)) {
      drops[--first] = true;
    }
    for (std::size_t left = longest_stamp; first > 0 && left > 0; --left) {
      if (!is_signing_mark(text.lower(lines[first - 1].span))) break;
      drops[--first] = true;
    }
  }
  if (!any) return;
  lines = without(lines, drops);
}

/// Buttons of a site, which copies take along: "A- A A+ | Tăng tương phản Giảm tương phản". They
/// would be taken for a heading.
constexpr std::string_view site_bars[] = {"a- a a+", "a+ a a-", "a a- a+"};

void drop_site_bars(const FoldedText& text, std::vector<Line>& lines) {
  constexpr std::size_t longest = 80;  // bytes
  constexpr std::size_t top = 40;      // lines
  std::vector<bool> drops;
  for (std::size_t i = 0; i < std::min(lines.size(), top); ++i) {
    const std::string_view line = text.lower(lines[i].span);
    const auto opens = [&](std::string_view bar) { return line.starts_with(bar); };
    if (line.size() > longest || std::ranges::none_of(site_bars, opens)) continue;
    drops.resize(lines.size(), false);
    drops[i] = true;
  }
  if (!drops.empty()) lines = without(lines, drops);
}

/// Drops page numbers, then what stands first on most pages.
void drop_page_furniture(const FoldedText& text, std::vector<Line>& lines) {
  const std::vector<bool> is_number = find_page_numbers(text, lines);
  const bool paged = std::ranges::find(is_number, true) != is_number.end() ||
                     std::ranges::any_of(lines, [](const Line& line) { return line.new_page; });
  if (!paged) return;
  const std::vector<Line> kept = without(lines, is_number);
  std::size_t pages = 0;
  std::map<std::string, std::size_t> heads;
  for (const Line& line : kept) {
    if (!line.new_page) continue;
    ++pages;
    if (may_be_running_head(text, line)) ++heads[head_key(text.lower(line.span))];
  }
  std::vector<bool> is_head(kept.size(), false);
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (!kept[i].new_page || !may_be_running_head(text, kept[i])) continue;
    const std::string key = head_key(text.lower(kept[i].span));
    const std::size_t count = heads[key];
    is_head[i] =
        key.size() >= shortest_running_head && count >= fewest_running_heads && count * 2 > pages;
  }
  lines = without(kept, is_head);
}

void look_at(const FoldedText& text, Line& line) {
  const std::string_view printed = text.printed(line.span);
  line.length = static_cast<std::uint32_t>(count_code_points(printed));
  line.caps = is_caps(printed);
  line.begins_small = is_small(printed, 0);
  line.end = end_mark(printed);
  if (line.note != 0) return;
  line.marker = find_marker(printed, text.lower(line.span));
  if (line.caps && line.marker && is_abbreviated_deputy(text.placed(line.span))) {
    line.marker.reset();
  }
  // "□ Có  □ Không": boxes to tick.
  constexpr std::string_view boxes[] = {"□", "☑", "✔", "✅"};
  if (line.marker && line.marker->kind == NodeKind::bullet &&
      std::ranges::find(boxes, line.marker->printed) != std::end(boxes) &&
      printed.find(line.marker->printed, line.marker->printed.size()) != std::string_view::npos) {
    line.marker.reset();
  }
}

/// Letters that the alphabet of points has not count only where the one before them does: "f)"
/// behind "e)"; "F. Hoàng Long" and "J. Smith" are people.
void look_at_foreign_letters(std::vector<Line>& lines) {
  struct Row {
    std::string_view letter;
    std::string_view before;
    bool counts = false;  ///< the one before was seen
  };
  Row rows[] = {{"f", "e"}, {"F", "E"}, {"j", "i"}, {"J", "I"}};
  for (Line& line : lines) {
    if (!line.marker || line.table || line.marker->label.size() != 1) continue;
    const std::string_view label = line.marker->label;
    const bool foreign = std::ranges::any_of(
        rows, [label](const Row& row) { return row.letter == label && !row.counts; });
    const bool is_numeral = line.marker->kind == NodeKind::roman;
    if (foreign) line.marker.reset();
    for (Row& row : rows) row.counts = row.counts || (row.before == label && !is_numeral);
  }
}

/// "VỀ" over "VIỆC PHÂN CÔNG ...": one or two letters tell no capitals of their own, but a word
/// that a web copy broke off is printed as what it was broken from.
void look_at_short_words(const FoldedText& text, std::vector<Line>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    if (line.caps || line.table || line.marker || line.begins_small) continue;
    if (!is_short_caps(text.printed(line.span))) continue;
    const bool above = i > 0 && lines[i - 1].caps && line.blank_before == 0;
    const bool below = i + 1 < lines.size() && lines[i + 1].caps && lines[i + 1].blank_before == 0;
    line.caps = above || below;
  }
}

/// "I MỤC ĐÍCH": a Roman numeral without its mark, over or before a heading in capitals. "VI PHẠM"
/// begins so, too.
std::optional<Marker> find_bare_numeral(const FoldedText& text, const Line& line,
                                        bool caps = true) {
  if (line.marker || line.table || line.caps != caps) return std::nullopt;
  const std::string_view printed = text.printed(line.span);
  std::size_t end = 0;
  while (end < printed.size() &&
         (printed[end] == 'I' || printed[end] == 'V' || printed[end] == 'X')) {
    ++end;
  }
  const std::size_t rest = trim_begin(printed, end, printed.size());
  if (end == 0 || rest == end || !is_capital(printed, rest)) return std::nullopt;
  const auto value = roman_value(text.lower(line.span).substr(0, end));
  if (!value) return std::nullopt;
  Marker marker;
  marker.kind = NodeKind::roman;
  marker.components[0] = *value;
  marker.component_count = 1;
  marker.printed = marker.label = printed.substr(0, end);
  marker.length = rest;
  return marker;
}

/// "I Chủ đề", "II Đối tượng", "III Thể lệ": over headings not in capitals they count where no
/// other Roman numeral does, all in their order.
void look_at_small_numerals(const FoldedText& text, std::vector<Line>& lines) {
  constexpr std::size_t fewest = 3;
  std::vector<std::pair<std::size_t, Marker>> numerals;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto bare = find_bare_numeral(text, lines[i], false);
    if (!bare) continue;
    const std::string_view line = text.printed(lines[i].span);
    const bool row = line.find('\t') < line.size() || line.find("  ") < line.size();
    if (row) return;
    if (bare->value() != numerals.size() + 1) return;
    numerals.emplace_back(i, *bare);
  }
  if (numerals.size() < fewest) return;
  // "2. Chia bảng", I to III, "3. Kinh phí": a count that goes on over them holds them.
  const auto is_number = [](const Line& line) {
    return line.marker && line.marker->kind == NodeKind::decimal &&
           line.marker->component_count == 1;
  };
  const auto first = lines.begin() + static_cast<std::ptrdiff_t>(numerals.front().first);
  const auto last = lines.begin() + static_cast<std::ptrdiff_t>(numerals.back().first);
  const auto over = std::find_if(std::make_reverse_iterator(first), lines.rend(), is_number);
  const auto behind = std::find_if(last, lines.end(), is_number);
  const bool goes_on = over != lines.rend() && behind != lines.end() &&
                       behind->marker->value() == over->marker->value() + 1;
  if (goes_on) return;
  for (const auto& [line, marker] : numerals) lines[line].marker = marker;
}

/// "II NỘI DUNG", "III Thời gian thực hiện": the count of numerals without a mark goes on over
/// short headings not in capitals.
void go_on_in_small_letters(const FoldedText& text, std::vector<Line>& lines) {
  constexpr std::size_t longest = 60;  // code points
  std::uint16_t last = 0;              // without its mark
  for (Line& line : lines) {
    if (line.marker && line.marker->kind == NodeKind::roman) {
      last = line.marker->delimiter == Delimiter::none ? line.marker->value() : std::uint16_t{0};
      continue;
    }
    if (last == 0 || line.length > longest) continue;
    if (line.end != EndMark::none && line.end != EndMark::colon) continue;
    const auto bare = find_bare_numeral(text, line, false);
    if (!bare || (bare->value() != last + 1 && bare->value() != last)) continue;
    line.marker = bare;
    last = bare->value();
  }
}

/// Numerals without a mark are markers where they count: behind the one before and before the one
/// after.
void look_at_bare_numerals(const FoldedText& text, std::vector<Line>& lines) {
  struct Numeral {
    std::size_t line;
    std::uint16_t value;
    std::optional<Marker> bare;
  };
  std::vector<Numeral> numerals;
  bool any = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& found = lines[i].marker;
    if (found && found->kind == NodeKind::roman) numerals.push_back({i, found->value(), {}});
    if (found) continue;
    if (const auto bare = find_bare_numeral(text, lines[i])) {
      numerals.push_back({i, bare->value(), bare});
      any = true;
    }
  }
  if (numerals.empty()) look_at_small_numerals(text, lines);
  if (!any) return;
  for (std::size_t i = 0; i < numerals.size(); ++i) {
    const auto& [line, value, bare] = numerals[i];
    if (!bare) continue;
    const bool behind =
        i > 0 ? numerals[i - 1].value + 1 == value && lines[numerals[i - 1].line].marker
              : value == 1;
    const bool before = i + 1 < numerals.size() && numerals[i + 1].value == value + 1;
    const bool last = i + 1 == numerals.size() && i > 0 && numerals[i - 1].bare;
    if (!behind || (!before && !last)) continue;
    lines[line].marker = bare;
    // It counts in one sequence with those that kept theirs.
    if (i > 0) lines[line].marker->delimiter = lines[numerals[i - 1].line].marker->delimiter;
  }
  go_on_in_small_letters(text, lines);
}

/// "1 MỤC ĐÍCH", "2 NỘI DUNG": numbers that lost their points count over headings in capitals, all
/// of them in their order from the first.
void look_at_bare_numbers(const FoldedText& text, std::vector<Line>& lines) {
  constexpr std::size_t fewest = 2;
  constexpr std::size_t most_digits = 2;
  std::vector<std::pair<std::size_t, Marker>> bare;
  std::size_t count = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.table || line.note != 0 || !line.caps) continue;
    if (line.marker) {
      const Marker& found = *line.marker;
      // "1. MỤC ĐÍCH" / "2 NỘI DUNG": one kept its point.
      if (found.kind == NodeKind::decimal && found.component_count == 1) {
        if (found.value() == count + 1) ++count;
      }
      continue;
    }
    const std::string_view printed = text.printed(line.span);
    std::size_t end = 0;
    std::uint16_t value = 0;
    while (end < printed.size() && is_digit(printed[end]) && end <= most_digits) {
      value = static_cast<std::uint16_t>(value * 10 + (printed[end++] - '0'));
    }
    const std::size_t rest = trim_begin(printed, end, printed.size());
    if (end == 0 || end > most_digits || rest == end || rest >= printed.size() ||
        !is_capital(printed, rest)) {
      continue;
    }
    if (value != count + 1) return;
    Marker marker;
    marker.kind = NodeKind::decimal;
    marker.delimiter = Delimiter::dot;
    marker.components[0] = value;
    marker.component_count = 1;
    marker.printed = marker.label = printed.substr(0, end);
    marker.length = rest;
    bare.emplace_back(i, marker);
    ++count;
  }
  if (bare.empty() || count < fewest) return;
  for (const auto& [line, marker] : bare) lines[line].marker = marker;
}

/// "1 Mục đích" / "- Giữ đất." / "2 Yêu cầu" / "- Đúng vụ.": numbers that lost their points count
/// over headings in small letters where bullets stand beneath each, from the first in their
/// section.
void look_at_numbers_over_bullets(const FoldedText& text, std::vector<Line>& lines) {
  constexpr std::size_t fewest = 2;
  constexpr std::size_t longest = 80;  // code points
  constexpr std::string_view counted_things[] = {
      "giải ",      "đội ",  "tổ ",  "người", "bác sĩ", "cán bộ", "cộng tác viên",
      "điều dưỡng", "suất ", "lớp ", "đoàn ", "xe ",    "máy "};
  struct Bare {
    std::size_t line;
    Marker marker;
  };
  std::vector<Bare> found;
  std::vector<Bare> section;
  bool counts = true;
  const auto end_section = [&] {
    if (counts && section.size() >= fewest)
      found.insert(found.end(), section.begin(), section.end());
    section.clear();
    counts = true;
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.table || line.note != 0) continue;
    if (line.marker) {
      if (!line.marker->is_bullet()) end_section();
      continue;
    }
    const std::string_view printed = text.printed(line.span);
    const bool one_digit = printed.size() > 2 && is_digit(printed[0]) && printed[1] == ' ';
    if (!one_digit || !is_capital(printed, trim_begin(printed, 1, printed.size()))) continue;
    const auto value = static_cast<std::uint16_t>(printed[0] - '0');
    const bool over = i + 1 < lines.size() && lines[i + 1].marker &&
                      lines[i + 1].marker->is_bullet() && !lines[i + 1].table;
    // "Mỗi thôn lập:" / "1 Đội xung kích": so many, unless it stands beneath a heading.
    const bool beneath =
        value != 1 ||
        (i > 0 && !lines[i - 1].table && lines[i - 1].end != EndMark::colon &&
         (lines[i - 1].caps || (lines[i - 1].marker && !lines[i - 1].marker->is_bullet())));
    const std::string_view named = text.lower(line.span).substr(
        trim_begin(text.lower(line.span), 1, text.lower(line.span).size()));
    const bool counts_things = std::ranges::any_of(
        counted_things, [named](std::string_view thing) { return named.starts_with(thing); });
    if (value != section.size() + 1 || !over || !beneath || counts_things ||
        line.length > longest || (line.end != EndMark::none && line.end != EndMark::colon)) {
      counts = false;
      continue;
    }
    Marker marker;
    marker.kind = NodeKind::decimal;
    marker.delimiter = Delimiter::dot;
    marker.components[0] = value;
    marker.component_count = 1;
    marker.printed = marker.label = printed.substr(0, 1);
    marker.length = trim_begin(printed, 1, printed.size());
    section.push_back({i, marker});
  }
  end_section();
  for (const Bare& one : found) lines[one.line].marker = one.marker;
}

/// "- A. KẾT QUẢ": the section that is behind the dash of a line, if its numbers begin anew.
std::optional<Marker> bulleted_section(const FoldedText& text, const std::vector<Line>& lines,
                                       std::size_t i) {
  const Line& line = lines[i];
  if (line.table || !line.caps || !line.marker || line.marker->kind != NodeKind::dash) return {};
  constexpr std::size_t farthest = 6;  // lines to the first number
  std::size_t next = i + 1;
  while (next < lines.size() && next - i < farthest && !lines[next].marker) ++next;
  if (next == lines.size() || !lines[next].marker) return {};
  const Marker& first = *lines[next].marker;
  if (first.kind != NodeKind::decimal || first.value() != 1) return {};
  const std::size_t dash = line.marker->length;
  auto inner =
      find_marker(text.printed(line.span).substr(dash), text.lower(line.span).substr(dash));
  if (!inner || (inner->kind != NodeKind::upper && inner->kind != NodeKind::roman)) return {};
  if (inner->delimiter != Delimiter::dot) return {};
  inner->length += dash;
  return inner;
}

/// An editor made items of all headings of a text. They are read as headings only where they count
/// from the first, numbers begin anew beneath each, and those that have no dash go on in the count.
void look_at_bulleted_sections(const FoldedText& text, std::vector<Line>& lines) {
  std::vector<std::pair<std::size_t, Marker>> sections;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& plain = lines[i].marker;
    if (plain && plain->kind == NodeKind::roman) return;
    const bool bare = plain && plain->kind == NodeKind::upper;
    const auto section = bare ? plain : bulleted_section(text, lines, i);
    if (!section) continue;
    if (section->value() != sections.size() + 1) return;
    if (!sections.empty() && section->kind != sections.front().second.kind) return;
    sections.emplace_back(i, *section);
  }
  if (sections.size() < 2) return;
  for (const auto& [line, section] : sections) lines[line].marker = section;
}

/// "- 1. Chủ đề": the numbers behind dashes count where they stand right beneath a section, from
/// the first; a few may be left out. "1. Chủ đề" or "a) Chủ đề" and "- 1. Khai mạc" beneath it are
/// two lists.
void look_at_numbered_bullets(const FoldedText& text, std::vector<Line>& lines) {
  constexpr std::uint16_t most_left_out = 2;
  std::uint16_t last = 0;  // number behind a dash in this section
  bool plain = false;      // the section has other items that count
  for (Line& line : lines) {
    const auto& marker = line.marker;
    if (line.table || !marker || marker->is_bullet()) continue;
    if (!has_numbered_bullet(text.printed(line.span), *marker)) {
      plain = marker->kind != NodeKind::roman && marker->kind != NodeKind::upper &&
              marker->kind != NodeKind::part && marker->kind != NodeKind::chapter;
      last = 0;
      continue;
    }
    const bool part = marker->component_count > 1;
    const bool counts = part
                            ? marker->components[0] == last
                            : marker->value() == 1 || (last != 0 && marker->value() > last &&
                                                       marker->value() <= last + most_left_out + 1);
    if (!plain && counts) {
      if (!part) last = marker->value();
    } else {
      line.marker = find_bullet(text.printed(line.span), text.lower(line.span));
    }
  }
}

/// "a, Khi có bão": a letter or a number with a comma, as it would be with a point.
std::optional<Marker> find_comma_marker(const FoldedText& text, const Line& line) {
  constexpr std::size_t longest = 5;  // bytes of "XVII", of "đ"
  if (line.marker || line.table) return std::nullopt;
  const std::string_view printed = text.printed(line.span);
  const std::size_t comma = printed.substr(0, longest + 1).find(',');
  if (comma == 0 || comma == std::string_view::npos || comma + 2 >= printed.size() ||
      printed[comma + 1] != ' ') {
    return std::nullopt;
  }
  const std::size_t rest = trim_begin(printed, comma + 1, printed.size());
  if (!is_capital(printed, rest)) return std::nullopt;
  std::string pointed(printed.substr(0, rest));
  std::string lower(text.lower(line.span).substr(0, rest));
  pointed[comma] = lower[comma] = '.';
  pointed += 'A';
  lower += 'a';
  auto marker = find_marker(pointed, lower);
  if (!marker || marker->is_bullet() || marker->component_count != 1 || marker->length != rest ||
      (marker->kind == NodeKind::upper && !line.caps)) {  // "lớp 6" / "A, B và C"
    return std::nullopt;
  }
  // What it was found in goes: only these two are views.
  marker->printed = printed.substr(0, comma + 1);
  marker->label = printed.substr(0, comma);
  return marker;
}

/// Behind the line before line `i` a new one may begin: it ends a clause, is a heading in capitals,
/// has a comma behind its number too, or is short and does not call for a number ("theo khoản").
bool may_end_before_mark(const FoldedText& text, const std::vector<Line>& lines, std::size_t i) {
  constexpr std::size_t longest = 60;  // code points of a heading
  constexpr std::string_view open_words[] = {"điểm", "khoản", "điều", "mục", "số",  "quý",
                                             "tuần", "tháng", "lớp",  "tổ",  "khu", "khu vực",
                                             "thứ",  "đội",   "đợt",  "và",  "hoặc"};
  const Line& before = lines[i - 1];
  if (before.table || before.caps || lines[i].blank_before != 0) return true;
  if (before.end == EndMark::stop || before.end == EndMark::semicolon ||
      before.end == EndMark::colon || find_comma_marker(text, before)) {
    return true;
  }
  if (!before.marker || before.end != EndMark::none || before.length > longest) return false;
  const std::string_view lower = text.lower(before.span);
  return std::ranges::none_of(open_words, [lower](std::string_view word) {
    return lower.size() > word.size() && lower.ends_with(word) &&
           lower[lower.size() - word.size() - 1] == ' ';
  });
}

/// Commas behind letters and numbers are their marks where they count from the first: "a, Trồng",
/// "b, Chăm sóc". Else they part what is listed ("khoản" / "1, Điều 5").
void look_at_commas(const FoldedText& text, std::vector<Line>& lines) {
  struct Last {
    std::size_t line = 0;
    Marker marker;
    bool kept = false;
  };
  // Numerals stand over numbers, and these over letters: each begins anew behind one above it.
  constexpr NodeKind ranks[] = {NodeKind::roman, NodeKind::decimal, NodeKind::alpha};
  std::array<std::optional<Last>, std::size(ranks)> last;
  const auto rank_of = [&](const Marker& marker) {
    const NodeKind kind = marker.kind == NodeKind::upper ? NodeKind::roman : marker.kind;
    return static_cast<std::size_t>(std::ranges::find(ranks, kind) - std::begin(ranks));
  };
  const auto begin_anew = [&](std::size_t rank) {
    for (; rank < last.size(); ++rank) last[rank].reset();
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].marker && !lines[i].marker->is_bullet()) begin_anew(rank_of(*lines[i].marker));
    const auto marker = find_comma_marker(text, lines[i]);
    const std::size_t rank = marker ? rank_of(*marker) : last.size();
    if (rank >= last.size() || (i > 0 && !may_end_before_mark(text, lines, i))) continue;
    auto& before = last[rank];
    begin_anew(rank + 1);
    if (marker->value() == 1) {
      before = Last{i, *marker};
    } else if (before && before->marker.value() + 1 == marker->value()) {
      if (!before->kept) lines[before->line].marker = before->marker;
      lines[i].marker = *marker;
      before = Last{i, *marker, true};
    }
  }
}

/// "-100% hộ dân" is an item among others and beneath a heading; else it is less than nothing:
/// "giảm còn" / "-5% so với năm trước".
void look_at_glued_shares(const FoldedText& text, std::vector<Line>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    if (line.table || !line.marker || line.marker->kind != NodeKind::dash) continue;
    const std::string_view printed = text.printed(line.span);
    if (line.marker->length != 1 || !is_digit(printed[1])) continue;
    const bool beneath = i > 0 && (lines[i - 1].marker || lines[i - 1].caps);
    const bool over =
        i + 1 < lines.size() && lines[i + 1].marker && lines[i + 1].marker->kind == NodeKind::dash;
    if (!beneath && !over) line.marker.reset();
  }
}

/// "1/Thay bình", "2.100% số hộ": numbers without a blank behind them count where they go on from
/// the number before, or the next goes on from the first. Else they are an address's or a sum's.
void look_at_glued_numbers(const FoldedText& text, std::vector<Line>& lines) {
  const auto is_glued = [&text](const Line& line) {
    const Marker& marker = *line.marker;
    const std::string_view rest = text.printed(line.span).substr(marker.printed.size());
    return marker.length == marker.printed.size() &&
           (marker.delimiter == Delimiter::slash ||
            (marker.delimiter == Delimiter::dot && rest.starts_with("100%")));
  };
  const auto counts = [](const Line& line) {
    return line.marker && !line.table && line.marker->kind == NodeKind::decimal &&
           line.marker->component_count == 1;
  };
  std::optional<std::size_t> glued_first;  // a glued "1" that waits for its "2"
  std::uint16_t last = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].marker && lines[i].marker->kind == NodeKind::roman) last = 0;
    if (!counts(lines[i])) continue;
    const std::uint16_t value = lines[i].marker->value();
    if (glued_first && value != 2) lines[*glued_first].marker.reset();
    glued_first.reset();
    if (is_glued(lines[i])) {
      if (value == 1) {
        glued_first = i;
      } else if (last + 1 != value) {
        lines[i].marker.reset();
        continue;
      }
    }
    last = value;
  }
  if (glued_first) lines[*glued_first].marker.reset();
}

}  // namespace

std::vector<Line> split_lines(const FoldedText& text, std::span<const read::LineHint> hints) {
  std::vector<Line> lines = Splitter(text, hints).run();
  CellTables(text, lines).mark();
  TypedTables(text, lines).mark();
  FlatTables(text, lines).mark();
  drop_ruled_pages(text, lines);
  cut_stuck_numbers(text, lines);
  drop_site_bars(text, lines);
  cut_site_captions(text, lines);
  drop_gazette_heads(text, lines);
  mark_glued_notes(text, lines);
  drop_page_furniture(text, lines);
  for (Line& line : lines) look_at(text, line);
  look_at_foreign_letters(lines);
  look_at_short_words(text, lines);
  look_at_commas(text, lines);
  look_at_bare_numerals(text, lines);
  look_at_bare_numbers(text, lines);
  look_at_numbers_over_bullets(text, lines);
  look_at_bulleted_sections(text, lines);
  look_at_numbered_bullets(text, lines);
  look_at_glued_shares(text, lines);
  look_at_glued_numbers(text, lines);
  return lines;
}

}  // namespace vanban::outline

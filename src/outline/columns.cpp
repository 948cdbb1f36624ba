// Columns are what no line of the table crosses: the stretches that its lines cover are united line
// by line, and a line that would close a gap between two of them belongs to the table no more. Only
// a head tells that a table begins at all, so that the two columns of a letterhead are none.
#include "outline/columns.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "outline/characters.hpp"
#include "outline/offices.hpp"
#include "outline/segments.hpp"

namespace vanban::outline {
namespace {

/// The first cell of a head says that a table begins, and whether its rows begin with numbers or
/// with times.
struct FirstHead {
  std::string_view folded;
  bool numbers = false;
  bool times = false;
};
// clang-format off
constexpr auto first_heads = std::to_array<FirstHead>({
    {"stt", true}, {"tt", true}, {"số tt", true}, {"số thứ tự", true},
    {"tháng", false, true}, {"thời gian", false, true}, {"ngày", false, true},
    {"ngày, tháng", false, true}, {"tuần", false, true},
    {"thứ"}, {"họ và tên"}, {"họ tên"}, {"đơn vị"}, {"tên đơn vị"}, {"địa phương"}, {"địa bàn"},
    {"huyện"}, {"xã, phường"}, {"nội dung"}, {"chỉ tiêu"}, {"hoạt động"}, {"công việc"},
});
// clang-format on

constexpr std::size_t fewest_columns = 3;
constexpr std::size_t most_columns = 24;
constexpr std::size_t fewest_rows = 3;       // the head is one
constexpr std::size_t most_lines = 600;      // of one table
constexpr std::size_t most_head_lines = 6;   // from the first cell of the head to the first row
constexpr std::size_t most_lines_above = 3;  // of the head, over its first cell
constexpr std::size_t shortest_section = 8;  // code points; shorter capitals are a cell

/// What of the page the lines so far cover, as stretches with gaps between them.
class Cover {
 public:
  [[nodiscard]] const std::vector<PageColumn>& parts() const { return parts_; }

  /// Takes [begin, end) in, unless it would close a gap that is there already.
  bool take(PageColumn part) {
    const auto touches = [&](const PageColumn& one) {
      return one.begin < part.end && part.begin < one.end;
    };
    if (std::ranges::count_if(parts_, touches) > 1) return false;
    const auto known = std::ranges::find_if(parts_, touches);
    if (known == parts_.end()) {
      parts_.insert(std::ranges::lower_bound(parts_, part.begin, {}, &PageColumn::begin), part);
    } else {
      known->begin = std::min(known->begin, part.begin);
      known->end = std::max(known->end, part.end);
    }
    return true;
  }

 private:
  std::vector<PageColumn> parts_;
};

const FirstHead* first_head(std::string_view lower) {
  const auto* const row = std::ranges::find(first_heads, trim(lower), &FirstHead::folded);
  return row == first_heads.end() ? nullptr : row;
}

/// "1", "2.1", "IV", "a", "B." and what else numbers a row.
bool is_ordinal(std::string_view text) {
  constexpr std::size_t longest = 6;
  text = trim(text);
  const std::string_view letter =
      text.ends_with('.') || text.ends_with(')') ? text.substr(0, text.size() - 1) : text;
  if (letter.size() == 1 &&
      ((letter[0] >= 'a' && letter[0] <= 'z') || (letter[0] >= 'A' && letter[0] <= 'Z'))) {
    return true;
  }
  return !text.empty() && text.size() <= longest && std::ranges::all_of(text, [](char c) {
    return is_digit(c) || c == 'I' || c == 'V' || c == 'X' || c == '.' || c == ')' || c == '/';
  });
}

/// Rows that sum others up have no number.
constexpr auto sums = std::to_array<std::string_view>({
    "cộng",
    "tổng",
    "tổng cộng",
    "tổng số",
    "tổng kinh phí",
    "cộng tổng",
    "tổng cộng:",
    "cộng:",
    "toàn tỉnh",
    "toàn thành phố",
    "toàn huyện",
    "toàn thị xã",
    "toàn xã",
    "toàn phường",
    "toàn ngành",
    "toàn trường",
    "bình quân",
    "tổng số:",
});
bool sums_up(std::string_view lower) {
  return std::ranges::find(sums, trim(lower)) != sums.end();
}

/// Line `i` of a wrapped table is nothing but the number of a page.
bool is_page_number(const FoldedText& text, std::span<const Line> lines, std::size_t i) {
  constexpr std::size_t longest = 3;
  const std::string_view printed = text.printed(lines[i].span);
  if (printed.size() > longest || !std::ranges::all_of(printed, is_digit)) return false;
  if (lines[i].new_page) return true;
  if (i + 1 >= lines.size()) return false;
  if (lines[i + 1].new_page) return true;
  Line next = lines[i + 1];
  next.table = false;  // whose segments cell separators part
  Gaps gaps;
  if (opens_with_first_head(text.lower(next.span))) gaps.widest_in_text = 1;
  const std::vector<Segment> segments = split_segments(text, {&next, 1}, gaps);
  return segments.size() >= fewest_columns &&
         first_head(text.lower(segments.front().span)) != nullptr;
}

class Finder {
 public:
  Finder(const FoldedText& text, std::span<const Line> lines) : text_(text), lines_(lines) {}

  /// `narrow`: two blanks part the cells of every row.
  WrappedTable find(std::size_t at, bool narrow) {
    if (narrow) table_.gaps.widest_in_text = 1;
    // Beside a narrow column of numbers two blanks part the heads.
    if (opens_with_first_head(text_.lower(lines_[at].span))) table_.gaps.widest_in_text = 1;
    table_.gaps.marks_are_cells = true;
    const std::vector<Segment> segments = segments_of(at);
    if (segments.size() < 2 || segments.size() > most_columns) return {};
    head_ = first_head(text_.lower(segments.front().span));
    if (head_ == nullptr) return {};
    // Where cells are centred, heads of two lines stand above and below "STT".
    if (!head_->numbers && segments.size() < fewest_columns) return {};
    for (const Segment& one : segments) cover_.take(part(one));
    heads_ = cover_;
    table_.begin = at;
    take_lines_above();
    anchors_.push_back(at);
    table_.end = at + 1;
    while (table_.end < lines_.size() && table_.end - at < most_lines && take_line(table_.end)) {
      ++table_.end;
    }
    if (anchors_.size() < fewest_rows || anchors_[1] - at > most_head_lines) return {};
    find_rows();
    find_columns();
    if (table_.columns.size() < fewest_columns) return {};
    return std::move(table_);
  }

 private:
  [[nodiscard]] std::vector<Segment> segments_of(std::size_t i) const {
    Line line = lines_[i];
    line.table = false;  // whose segments cell separators part
    return split_segments(text_, {&line, 1}, table_.gaps);
  }

  [[nodiscard]] PageColumn part(const Segment& one) const {
    const std::size_t length = count_code_points(text_.printed(one.span));
    return {one.column, one.column + static_cast<std::uint32_t>(length)};
  }

  [[nodiscard]] bool may_be_line(std::size_t i) const {
    return !lines_[i].table || lines_[i].cell == CellLine::wrapped_row ||
           lines_[i].cell == CellLine::wrapped_more;
  }

  /// Where cells are centred, other heads begin over the first.
  void take_lines_above() {
    for (std::size_t i = 0; i < most_lines_above && table_.begin > 0; ++i) {
      const std::size_t above = table_.begin - 1;
      if (lines_[table_.begin].blank_before != 0 || !may_be_line(above)) return;
      const std::vector<Segment> segments = segments_of(above);
      if (segments.size() < 2 || segments.size() > most_columns ||
          opens_section(text_, lines_[above])) {
        return;
      }
      for (const Segment& one : segments) {
        if (!cover_.take(part(one))) return;
      }
      heads_ = cover_;
      table_.begin = above;
    }
  }

  /// Whether line `i` is of the table.
  bool take_line(std::size_t i) {
    const Line& line = lines_[i];
    if (!may_be_line(i) || line.blank_before > 1) return false;
    const std::vector<Segment> segments = segments_of(i);
    if (segments.empty() || segments.size() > most_columns) return false;
    if (!head_->numbers && ends_rows(i, segments)) return false;
    const PageColumn first = part(segments.front());
    const bool in_first = first.begin < cover_.parts().front().end;
    if (is_page_number(text_, lines_, i) && !(in_first && follows_last_row(i))) {
      table_.page_numbers.push_back(i);
      return true;
    }
    const std::string_view printed = text_.printed(segments.front().span);
    if (segments.size() == 1) {
      const bool counts_on = in_first && is_ordinal(printed) && follows_last_row(i);
      if ((line.blank_before != 0 && !counts_on) || opens_section(text_, line)) return false;
      if (in_first && !is_ordinal(printed)) return false;
      // Numbered items stand in a cell only where one began it.
      if (!in_first && !listed_ && opens_numbered_item(text_, segments.front().span)) return false;
    }
    for (const Segment& one : segments) {
      listed_ = listed_ || (segments.size() > 1 && &one != &segments.front() &&
                            opens_numbered_item(text_, one.span));
    }
    // "A   CÔNG TÁC TUYÊN TRUYỀN": the title of a group of rows goes over their columns.
    if (segments.size() == 2 && in_first && is_ordinal(printed) &&
        is_caps(text_.printed(segments.back().span))) {
      anchors_.push_back(i);
      return true;
    }
    for (const Segment& one : segments) {
      if (!cover_.take(part(one))) return false;
    }
    if (head_->numbers && segments.size() > 1 && sums_up(text_.lower(segments.front().span))) {
      anchors_.push_back(i);
      return true;
    }
    if (!in_first) return true;
    const bool begins_row =
        head_->numbers ? is_ordinal(printed) : is_digit(printed.front()) || is_capital(printed, 0);
    if (begins_row || first_head(text_.lower(segments.front().span)) != nullptr) {
      anchors_.push_back(i);
    }
    return true;
  }

  /// Where no numbers tell which lines are rows: line `i` begins something else. Rows are apart
  /// from each other by blank lines, or none is; those that begin with numbers do from the first
  /// on; and who signs, or another table, is no row.
  [[nodiscard]] bool ends_rows(std::size_t i, const std::vector<Segment>& segments) const {
    const auto lower = [this](const Segment& one) { return text_.placed(one.span); };
    const auto signs = [&](const Segment& one) {
      return is_office_line(text_.printed(one.span), lower(one));
    };
    const auto stands_for = [&](const Segment& one) { return authority_prefix(lower(one)) != 0; };
    const auto& first = segments.front();
    if (lower(first).starts_with("nơi nhận") || std::ranges::any_of(segments, stands_for) ||
        (segments.size() > 1 && std::ranges::all_of(segments, signs))) {
      return true;
    }
    if (const FirstHead* const head = first_head(lower(first)); head != nullptr && head->numbers) {
      return true;
    }
    if (anchors_.size() < fewest_rows) return false;
    const auto is_numbered = [this](const Segment& one) {
      return opens_numbered_item(text_, one.span) || is_ordinal(text_.printed(one.span));
    };
    if (segments.size() > 1 && is_numbered(first) &&
        !is_numbered(segments_of(anchors_[1]).front())) {
      return true;
    }
    return lines_[i].blank_before != 0 && anchors_.size() > fewest_rows &&
           lines_[anchors_[2]].blank_before == 0;
  }

  /// Line `i` is the number behind that of the last row: where cells are centred it may stand alone
  /// beside a page break.
  [[nodiscard]] bool follows_last_row(std::size_t i) const {
    const auto number_on = [&](std::size_t line) {
      unsigned value = 0;
      for (const char c : text_.printed(lines_[line].span)) {
        if (!is_digit(c)) break;
        value = value * 10 + static_cast<unsigned>(c - '0');
      }
      return value;
    };
    return head_->numbers && number_on(i) == number_on(anchors_.back()) + 1;
  }

  /// The segment of line `i` in the second column begins with a capital or a digit: so does a row.
  [[nodiscard]] bool may_begin_row(std::size_t i) const {
    if (i == anchors_.front()) return false;
    for (const Segment& one : segments_of(i)) {
      const std::string_view printed = text_.printed(one.span);
      if (one.column < cover_.parts()[0].end) continue;
      if (one.column >= cover_.parts()[1].end) return false;
      return is_capital(printed, 0);
    }
    return false;
  }

  /// Rows begin with the line of their number; where cells are centred, as far above it as they go
  /// on below.
  void find_rows() {
    bool centred = false;
    for (std::size_t i = anchors_[0] + 1; i < anchors_[1]; ++i) {
      centred = centred || may_begin_row(i);
    }
    if (!centred) {
      table_.rows = anchors_;
      table_.rows.front() = table_.begin;
      return;
    }
    std::size_t start = table_.begin;
    table_.rows.push_back(start);
    for (std::size_t k = 0; k + 1 < anchors_.size(); ++k) {
      const std::size_t mirrored = 2 * anchors_[k] - std::min(start, anchors_[k]) + 1;
      start = std::clamp(mirrored, anchors_[k] + 1, anchors_[k + 1]);
      for (const std::size_t near : {start, start + 1, start - 1, start + 2}) {
        if (near <= anchors_[k] || near > anchors_[k + 1] || !may_begin_row(near)) continue;
        start = near;
        break;
      }
      table_.rows.push_back(start);
    }
  }

  /// What no cell of the head stands over belongs to the column before it.
  void find_columns() {
    for (std::size_t i = anchors_[0]; i < table_.rows[1]; ++i) {
      for (const Segment& one : segments_of(i)) heads_.take(part(one));
    }
    for (const PageColumn& one : cover_.parts()) {
      const bool named = std::ranges::any_of(heads_.parts(), [&](const PageColumn& head) {
        return head.begin < one.end && one.begin < head.end;
      });
      if (named || table_.columns.empty()) {
        table_.columns.push_back(one);
      } else {
        table_.columns.back().end = one.end;
      }
    }
  }

  const FoldedText& text_;
  std::span<const Line> lines_;
  const FirstHead* head_ = nullptr;
  Cover cover_;
  Cover heads_;
  bool listed_ = false;               ///< a cell holds numbered items
  std::vector<std::size_t> anchors_;  ///< lines with a cell in the first column
  WrappedTable table_;
};

}  // namespace

RowNumber row_number(std::string_view cell) {
  constexpr std::size_t most_digits = 4;
  RowNumber number;
  number.point = cell.ends_with('.');
  if (number.point) cell.remove_suffix(1);
  if (cell.size() > most_digits || !std::ranges::all_of(cell, is_digit)) return {};
  for (const char digit : cell)
    number.value = number.value * 10 + static_cast<unsigned>(digit - '0');
  return number;
}

bool is_numbering_head(std::string_view lower) {
  constexpr std::size_t longest = 16;  // bytes of "số thứ tự"
  if (lower.empty() || lower.size() > longest) return false;
  const FirstHead* const head = first_head(lower);
  return head != nullptr && head->numbers;
}

bool is_time_head(std::string_view lower) {
  const FirstHead* const head = first_head(lower);
  return head != nullptr && head->times;
}

bool opens_numbered_item(const FoldedText& text, TextSpan span) {
  const std::string_view printed = text.printed(span);
  const auto marker = find_marker(printed, text.lower(span));
  if (!marker || marker->is_bullet() || marker->length >= printed.size()) return false;
  return is_capital(printed, trim_begin(printed, marker->length, printed.size()));
}

bool opens_section(const FoldedText& text, const Line& line) {
  const std::string_view printed = text.printed(line.span);
  // "73/2019/NĐ-CP" alone is the rest of a cell.
  const bool words = printed.find(' ') != std::string_view::npos;
  if (words && is_caps(printed) && count_code_points(printed) > shortest_section) return true;
  const auto marker = find_marker(printed, text.lower(line.span));
  return marker && (marker->kind == NodeKind::roman || marker->kind == NodeKind::upper ||
                    marker->kind == NodeKind::part || marker->kind == NodeKind::article);
}

bool opens_with_first_head(std::string_view lower) {
  constexpr std::uint32_t widest = widest_gap_in_text;
  constexpr std::size_t longest = 20;  // bytes of "số thứ tự" with the blanks behind it
  if (lower.empty() || (lower.front() != 's' && lower.front() != 't')) return false;
  const std::size_t end = lower.substr(0, longest).find("  ");
  if (end == std::string_view::npos || trim_begin(lower, end, lower.size()) - end > widest) {
    return false;
  }
  const FirstHead* const head = first_head(lower.substr(0, end));
  return head != nullptr && head->numbers;
}

WrappedTable find_wrapped_table(const FoldedText& text, std::span<const Line> lines,
                                std::size_t at) {
  WrappedTable wide = Finder(text, lines).find(at, false);
  if (wide.gaps.widest_in_text == 1) return wide;
  // A full cell may leave two blanks before the next one.
  WrappedTable narrow = Finder(text, lines).find(at, true);
  return narrow.end > wide.end ? narrow : wide;
}

std::size_t column_of(const std::vector<PageColumn>& columns, std::uint32_t begin,
                      std::uint32_t end) {
  const auto at = std::ranges::find_if(
      columns, [&](const PageColumn& one) { return begin < one.end && one.begin < end; });
  return at == columns.end() ? columns.size() - 1 : static_cast<std::size_t>(at - columns.begin());
}

}  // namespace vanban::outline

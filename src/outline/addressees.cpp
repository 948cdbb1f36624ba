#include "outline/addressees.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace vanban::outline {
namespace {

/// Kính gửi stands in the first cell of a table, those whom it names in the others: a further row
/// has an empty first cell, or begins with a bullet.
bool is_row_of_addressees(const LineView& lines, std::size_t i) {
  const std::uint32_t behind = lines[i].number - lines[i - 1].number;
  if (lines[i].table && lines[i - 1].table && behind <= 2) {  // a rule beneath the first row
    const bool bullet = lines.marker(i) && lines.marker(i)->is_bullet();
    return detail::parts_cells(lines.printed(i).front()) || (bullet && !lines.is_ground(i));
  }
  return behind == 1 && lines.printed(i).starts_with('|');
}

/// In columns of a page they stand beneath each other, far from the margin of the text: where, 0
/// where line `i` has no such column.
std::uint32_t column_of_addressees(const LineView& lines, std::size_t i) {
  constexpr std::uint32_t farthest_paragraph = 12;  // a first line is not indented so far
  const std::vector<Segment> columns = lines.segments(i);
  const bool apart = columns.size() > 1 && !columns.front().table;
  return apart && columns[1].column > farthest_paragraph ? columns[1].column : 0;
}

/// The line stands in that column. The first line of a paragraph may be indented as far: its next
/// line goes back to the margin.
bool stands_beneath(const LineView& lines, std::uint32_t column, std::size_t i) {
  constexpr std::uint32_t tolerance = 2;
  if (lines[i].table || lines[i].blank_before > lines.layout().gap || lines.is_ground(i)) {
    return false;
  }
  if (column == 0 || lines[i].indent + tolerance < column) return false;
  const bool bullet = lines.marker(i) && lines.marker(i)->is_bullet();
  if (bullet || i + 1 == lines.size() || lines.has_gap(i + 1)) return true;
  const bool back = lines[i + 1].indent + tolerance < column && lines[i + 1].begins_small;
  return !back && !(lines.end_of(i - 1) == EndMark::stop && is_capital(lines.printed(i), 0));
}

/// "(Sau đây gọi chung là các đơn vị) Thực hiện Chỉ thị ...": behind the brackets the text begins.
bool closes_list(const LineView& lines, std::size_t i) {
  const std::string_view line = lines.printed(i);
  const std::size_t close = line.find(')');
  if (!line.starts_with('(') || close == std::string_view::npos) return false;
  const std::size_t text = trim_begin(line, close + 1, line.size());
  return text < line.size() && is_capital(line, text) &&
         (lines.lower(i).starts_with("(sau đây gọi") || opens_ground(lines.lower(i).substr(text)));
}

/// Whom a letter goes to was lost in a copy: what stands there is a paragraph.
bool is_paragraph(const LineView& lines, std::size_t i) {
  constexpr std::size_t longest_addressee = 300;  // bytes
  return lines.printed(i).size() > longest_addressee && lines.end_of(i) == EndMark::colon &&
         lines.printed(i).find(';') == std::string_view::npos;
}

/// In a column of their own, "- Các cơ quan tham mưu, giúp việc" over "Đảng ủy UBND tỉnh," over
/// "- Các chi bộ.".
bool is_rest_of_item(const LineView& lines, std::size_t i, std::size_t longest) {
  constexpr std::size_t least_indent = 8;
  if (i + 1 >= lines.size() || lines.has_gap(i + 1)) return false;
  const auto& next = lines.marker(i + 1);
  return lines[i].indent >= least_indent && lines[i].indent >= lines[i - 1].indent &&
         lines.printed(i).size() <= longest && next && next->is_bullet() &&
         lines[i + 1].indent == lines[i - 1].indent;
}

/// "Kính gửi:" over "Bộ Ngoại giao" and "Bộ Công an": more of a list without bullets, which are
/// short and without a figure up to the gap behind them. "- Giám đốc các sở: Nông nghiệp và" over
/// "PTNT, Y tế;": the rest of its item.
bool goes_on_with_list(const LineView& lines, std::size_t i, bool bulleted) {
  constexpr std::size_t longest_addressee = 60;  // bytes
  constexpr std::size_t most_addressees = 12;
  if (lines.end_of(i - 1) != EndMark::none || lines.has_gap(i)) return false;
  if (bulleted) {
    return lines.lower(i - 1).ends_with(" và") || is_rest_of_item(lines, i, longest_addressee);
  }
  std::size_t next = i;
  for (; next < lines.size() && next < i + most_addressees && (next == i || !lines.has_gap(next));
       ++next) {
    const std::string_view line = lines.printed(next);
    if (lines.end_of(next) != EndMark::none || line.size() > longest_addressee ||
        lines.caps(next) != lines.caps(i - 1) || std::ranges::any_of(line, is_digit)) {
      return false;
    }
  }
  return next < lines.size() && lines.has_gap(next);
}

}  // namespace

std::size_t end_of_addressees(const LineView& lines, std::size_t i) {
  if (i >= lines.size() || !lines.starts_addressees(i)) return i;
  if (!opens_addressees(lines.lower(i))) ++i;       // who sends them a telegram
  bool listed = lines.end_of(i) == EndMark::colon;  // nobody on the line itself
  const bool beneath = listed;
  bool bulleted = false;
  const std::uint32_t column = column_of_addressees(lines, i);
  for (++i; i < lines.size(); ++i) {
    if (is_row_of_addressees(lines, i) || stands_beneath(lines, column, i)) {
      listed = false;
      continue;
    }
    const auto& found = lines.marker(i);
    if (found && found->is_bullet()) {
      if (lines.is_ground(i)) break;
      listed = false;
      bulleted = true;
      continue;
    }
    if (lines.is_section_start(i) || lines.is_ground(i) || lines[i].table) break;
    if ((listed && is_paragraph(lines, i)) || closes_list(lines, i)) break;
    const EndMark before = lines.end_of(i - 1);
    // Behind a gap, or after bullets, a sentence is the first of the text.
    const bool sentence = lines.end_of(i) == EndMark::stop && !lines[i].begins_small && !listed;
    if (sentence && before != EndMark::comma && (lines.has_gap(i) || bulleted)) break;
    const bool open =
        before == EndMark::comma || (before == EndMark::semicolon && !lines.has_gap(i)) || listed ||
        (lines[i].begins_small && before == EndMark::none) || lines.printed(i).starts_with('(') ||
        ((bulleted || beneath) && goes_on_with_list(lines, i, bulleted));
    if (!open) break;
    listed = false;
  }
  return i;
}

}  // namespace vanban::outline

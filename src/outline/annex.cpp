#include "outline/annex.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "outline/offices.hpp"
#include "outline/openings.hpp"
#include "outline/tail_start.hpp"
#include "outline/type_line.hpp"

namespace vanban::outline {
namespace {

constexpr std::size_t longest_title = 16;       // lines
constexpr std::size_t longest_recipients = 48;  // lines
constexpr std::size_t shortest_entitled = 48;   // bytes of a paragraph under a title

// clang-format off
/// The title of a table, also in small letters.
constexpr Phrase table_titles[] = {
    {"biểu ", "Biểu phân công nhiệm vụ"}, {"bảng ", "Bảng tổng hợp chỉ tiêu"},
    {"danh sách", "Danh sách các tổ"}, {"danh mục", "Danh mục nhiệm vụ"},
};
// clang-format on

/// What of the end of the document was seen so far.
struct Seen {
  bool recipients = false;
  bool office = false;
  bool name = false;
};

void see(const LineView& lines, std::size_t i, Seen& seen) {
  seen.recipients = seen.recipients || lines.starts_tail(i);
  seen.office = seen.office || lines.is_office(i);
  seen.name = seen.name || (seen.office && lines.is_name(i));
}

/// Where the table at `i` ends that holds what of recipients and signature was not seen yet; `i`
/// where it is another: of members, of tasks.
std::size_t end_of_signature_table(const LineView& lines, std::size_t i, Seen& seen) {
  Seen here;
  here.office = seen.office;
  std::size_t end = i;
  bool signing = false;
  for (; end < lines.size() && lines[end].table; ++end) {
    see(lines, end, here);
    signing = signing || lines.is_signing(end);
  }
  const bool recipients = here.recipients && !seen.recipients;
  const bool signature = !seen.name && (signing || (seen.office && here.name));
  if (!recipients && !signature) return i;
  seen = {seen.recipients || here.recipients, seen.office || here.office, seen.name || here.name};
  return end;
}

bool can_head_annex(const LineView& lines, std::size_t i) {
  if (lines[i].table || lines.starts_tail(i) || lines.is_office(i) || lines.is_name(i)) {
    return false;
  }
  if (is_signing_mark(lines.lower(i)) || (lines.marker(i) && !lines.is_header_line(i))) {
    return false;
  }
  return lines.caps(i) || lines.is_header_line(i) || starts_with_any(lines.lower(i), table_titles);
}

/// Over the first sure line of an annex stand the header of a second document or the title of a
/// table: capitals, number, date, what stands in brackets.
std::size_t start_of_annex_head(const LineView& lines, std::size_t annex, std::size_t tail) {
  std::size_t start = annex;
  while (start > tail + 1 && annex - start < longest_title && can_head_annex(lines, start - 1)) {
    --start;
  }
  // "SỞ CÔNG THƯƠNG" under "PHÓ GIÁM ĐỐC" is of the office.
  while (start < annex && start > tail && lines.is_office(start - 1) && lines.caps(start)) ++start;
  return start;
}

/// The lines in capitals from `i` on are followed by what has a title: a table, a list, a text.
bool entitles(const LineView& lines, std::size_t i) {
  std::size_t next = i + 1;
  while (next < lines.size() && next - i < longest_title && lines.caps(next) &&
         !lines[next].table) {
    if (lines.is_office(next) || lines.is_name(next) || lines.starts_tail(next)) return false;
    ++next;
  }
  if (next == lines.size() || lines.is_file_copy(next)) return false;
  if (lines[next].table || lines.printed(next).starts_with('(')) return true;
  return lines.marker(next) || lines.printed(next).size() >= shortest_entitled;
}

/// The recipients' column came out below line `i`.
bool is_before_recipients(const LineView& lines, std::size_t i) {
  const std::size_t last = std::min(lines.size(), i + longest_recipients);
  for (std::size_t next = i + 1; next < last && !starts_annex(lines, next); ++next) {
    if (lines.starts_tail(next)) return true;
  }
  return false;
}

/// After the name of who signed: neither a part of the block nor a footnote nor a recipient.
bool starts_other_text(const LineView& lines, std::size_t i, const Seen& seen) {
  if (lines.is_section_start(i)) return true;
  const std::string_view line = lines.printed(i);
  if (line.starts_with('[') || line.starts_with('-')) return false;
  if (!lines.caps(i) || lines.is_office(i) || lines.is_name(i)) return false;
  if (lines[i].new_page || lines[i].after_rule) return true;
  // "- Lưu: VP (HC, TH)" / "TCT (HC, NV3)": the file copy goes on
  if (lines[i].blank_before == 0 && lines.is_file_copy(i - 1)) return false;
  return !lines.starts_tail(i) && !is_signing_mark(lines.lower(i)) && !lines.is_office(i - 1) &&
         entitles(lines, i) && (seen.recipients || !is_before_recipients(lines, i));
}

}  // namespace

bool starts_annex(const LineView& lines, std::size_t i) {
  if (is_appendix_line(lines.printed(i), lines.lower(i))) return true;
  if (is_attachment(lines.lower(i))) return true;
  const auto type = read_type_line(lines.text(), lines[i]);
  if (type && type->form == TypeForm::alone) return true;
  // The title over "(Kèm theo ...)"
  if (!lines.caps(i) || lines.is_office(i)) return false;
  for (std::size_t next = i + 1; next < lines.size() && next - i < longest_title; ++next) {
    if (is_attachment(lines.lower(next))) return true;
    if (!lines.caps(next) || lines.is_office(next) ||
        is_appendix_line(lines.printed(next), lines.lower(next))) {
      break;
    }
  }
  return false;
}

std::size_t start_of_lone_annex(const LineView& lines, std::size_t body) {
  // Behind it the sections of the body do not go on; it may have its own, from I.
  std::vector<std::uint16_t> next_section(lines.size() + 1, 0);
  for (std::size_t i = lines.size(); i-- > body;) {
    const auto& found = lines.marker(i);
    const bool section = found && found->kind == NodeKind::roman;
    next_section[i] = section ? found->value() : next_section[i + 1];
  }
  std::uint16_t sections = 0;
  bool numbered = false;
  for (std::size_t i = body; i < lines.size(); ++i) {
    const auto& found = lines.marker(i);
    if (found && !found->is_bullet()) numbered = true;
    if (found && found->kind == NodeKind::roman && found->value() == sections + 1) ++sections;
    const bool goes_on = next_section[i] > 1 || !numbered;
    if (i == body || (next_section[i] != 0 && goes_on)) continue;
    if (!lines.caps(i) || !is_appendix_line(lines.printed(i), lines.lower(i))) continue;
    const std::size_t end = std::min(lines.size(), i + longest_title);
    for (std::size_t next = i + 1; next < end && !lines.is_section_start(next); ++next) {
      if (is_attachment(lines.lower(next))) return i;
    }
  }
  return lines.size();
}

namespace {

/// The last line from `tail` on that begins an annex or a section; `tail` where none does.
std::size_t last_start_of_text(const LineView& lines, std::size_t tail) {
  std::size_t i = lines.size();
  while (i > tail + 1 && !starts_annex(lines, i - 1) && !lines.is_section_start(i - 1)) --i;
  return i - 1;
}

}  // namespace

std::size_t start_of_annex(const LineView& lines, std::size_t tail) {
  Seen seen;
  std::optional<std::size_t> last_text;
  for (std::size_t i = tail; i < lines.size(); ++i) {
    if (lines[i].table) {
      const std::size_t end = end_of_signature_table(lines, i, seen);
      if (end == i) return start_of_annex_head(lines, i, tail);
      i = end - 1;
      continue;
    }
    if (seen.name && may_end_at_site(lines, i)) {
      if (!last_text) last_text = last_start_of_text(lines, tail);
      if (i > *last_text) return lines.size();
    }
    if (i != tail && starts_annex(lines, i)) {
      return read_type_line(lines.text(), lines[i]) ? start_of_annex_head(lines, i, tail) : i;
    }
    if (i != tail && seen.name && starts_other_text(lines, i, seen)) {
      return start_of_annex_head(lines, i, tail);
    }
    see(lines, i, seen);
  }
  return lines.size();
}

}  // namespace vanban::outline

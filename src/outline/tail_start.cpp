#include "outline/tail_start.hpp"

#include <algorithm>
#include <vector>

#include "outline/annex.hpp"
#include "outline/offices.hpp"
#include "outline/openings.hpp"

namespace vanban::outline {
namespace {

constexpr std::size_t longest_block = 8;        // lines of a signature, stamps included
constexpr std::size_t longest_closing = 8;      // lines of a concluding paragraph
constexpr std::size_t longest_recipients = 48;  // lines

// clang-format off
/// What sites put behind a document, each on a line of its own, and what no section is named.
constexpr Phrase site_ends[] = {
    {"tin liên quan", "Tin liên quan"}, {"tin bài liên quan", "Tin bài liên quan"},
    {"bài viết liên quan", "Bài viết liên quan"}, {"các tin khác", "Các tin khác"},
    {"tin khác", "Tin khác"}, {"các bài khác", "Các bài khác"},
    {"tin cùng chuyên mục", "Tin cùng chuyên mục"}, {"những tin mới hơn", "Những tin mới hơn"},
    {"những tin cũ hơn", "Những tin cũ hơn"}, {"tin mới hơn", "Tin mới hơn"},
    {"tin cũ hơn", "Tin cũ hơn"}, {"các tin đã đưa", "Các tin đã đưa"},
    {"ý kiến bạn đọc", "Ý kiến bạn đọc"},
};

/// Behind a signature these are no sections either.
constexpr Phrase site_ends_behind_signature[] = {
    {"hiệu lực văn bản", "HIỆU LỰC VĂN BẢN"}, {"tải văn bản", "Tải văn bản"},
    {"thuộc tính văn bản", "Thuộc tính văn bản"}, {"thông tin văn bản", "THÔNG TIN VĂN BẢN"},
    {"văn bản liên quan", "Văn bản liên quan"}, {"văn bản cùng loại", "Văn bản cùng loại"},
    {"tài liệu liên quan", "Tài liệu liên quan"}, {"bình luận", "Bình luận"},
    {"tải về", "Tải về"},
};
// clang-format on

bool is_one_of(std::string_view line, std::span<const Phrase> rows) {
  while (line.ends_with(':') || line.ends_with('.') || line.ends_with(' ')) line.remove_suffix(1);
  return std::ranges::any_of(rows, [&](const Phrase& row) { return line == row.folded; });
}

/// "SỞ Y TẾ          TỈNH ĐOÀN": over the offices of those who sign jointly, whose they are.
bool stand_bodies(const LineView& lines, std::size_t i) {
  if (!lines.caps(i) || lines.marker(i)) return false;
  return lines.has_columns(i);
}

/// "TM. ỦY BAN NHÂN DÂN", in a cell or not.
bool stands_authority(const LineView& lines, std::size_t i) {
  return lines.any_column(
      i, [&](TextSpan column) { return authority_prefix(lines.text().lower(column)) != 0; });
}

/// For each line from `body` on, whether a section of the same document begins below it: a list
/// of members names offices and people, too. What is attached begins with a title of its own.
std::vector<bool> sections_below(const LineView& lines, std::size_t body) {
  std::vector<bool> below(lines.size() - std::min(body, lines.size()));
  bool section = false;
  for (std::size_t i = lines.size(); i-- > body;) {
    below[i - body] = section;
    if (lines.is_section_start(i)) {
      section = true;
    } else if (section && ((lines.caps(i) && !lines.is_office(i)) || starts_annex(lines, i))) {
      section = false;
    }
  }
  return below;
}

/// Where the table ends that row `i` is of; sets `signing` behind its last row with an office in
/// capitals, or to 0.
std::size_t end_of_table(const LineView& lines, std::size_t i, std::size_t& signing) {
  signing = 0;
  for (; i < lines.size() && lines.is_row(i); ++i) {
    if (lines.is_signing(i)) signing = i + 1;
  }
  return i;
}

/// Below "Nơi nhận" on line `i` the file copy, a signature, an annex or the end of the file come
/// before another section, and before other such words.
bool ends_document(const LineView& lines, std::size_t i) {
  if (lines.is_office(i) || lines.is_file_copy(i)) return true;
  std::uint16_t listed = 0;  // recipients may be numbered themselves
  for (std::size_t next = i + 1; next < lines.size(); ++next) {
    if (lines.is_file_copy(next) || lines.is_office(next) || starts_annex(lines, next)) return true;
    if (lines.starts_tail(next)) return lines.is_row(i) && lines.is_row(next);
    const auto& found = lines.marker(next);
    if (!found || found->is_bullet() || is_contents_entry(lines.printed(next))) continue;
    if (found->kind != NodeKind::decimal || found->value() != listed + 1) return false;
    if (listed == 0 && next != i + 1) return false;
    ++listed;
  }
  return true;
}

/// A procedure may say "Nơi nhận: Bộ phận một cửa" too: at the end of a document the words stand
/// alone or a file copy (Lưu) or a signature is near.
bool is_end_of_text(const LineView& lines, std::size_t i) {
  const std::string_view line = lines.lower(i);
  if (recipients_head(line) == line.size()) return true;
  if (lines.marker(i)) return false;
  if (line.find("lưu") != std::string_view::npos) return true;
  // "Nơi nhận: KT. GIÁM ĐỐC": one blank is left between two columns.
  TextSpan beside = lines[i].span;
  beside.begin += static_cast<std::uint32_t>(recipients_head(line));
  beside.begin =
      static_cast<std::uint32_t>(trim_begin(lines.text().text, beside.begin, beside.end));
  const std::string_view office = lines.text().printed(beside);
  if (is_caps(office) && is_office_line(office, lines.text().placed(beside))) return true;
  const std::size_t last = std::min(lines.size(), i + longest_recipients);
  for (std::size_t next = i; next < last; ++next) {
    const auto& found = lines.marker(next);
    std::string_view item = lines.lower(next).substr(found ? found->length : 0);
    // A scanner makes several signs of a dash.
    while (!item.empty() && letter_at(item, 0) == 0) {
      item.remove_prefix(language::code_point_length(item.front()));
    }
    if (item.starts_with("lưu") || lines.is_office(next)) return true;
  }
  return false;
}

/// Line `last` is of a concluding paragraph that stands under a signature: where that begins,
/// else `last` + 1.
std::size_t start_of_closing(const LineView& lines, std::size_t last, std::size_t body) {
  for (std::size_t i = last + 1; i > body + 1 && last + 1 - i < longest_closing;) {
    --i;
    if (lines.marker(i) || lines.is_row(i) || lines.caps(i)) break;
    if (!opens_closing(lines.lower(i))) continue;
    return lines.is_name(i - 1) || is_signing_mark(lines.lower(i - 1)) ? i : last + 1;
  }
  return last + 1;
}

/// The signature's column may have been read first: office lines and a name before Nơi nhận.
std::size_t start_before_recipients(const LineView& lines, std::size_t recipients,
                                    std::size_t body) {
  std::size_t start = recipients;
  std::size_t left = longest_block;
  for (std::size_t i = recipients; i > body && left > 0; --left) {
    --i;
    if (lines.is_office(i)) {
      start = i > body && stand_bodies(lines, i - 1) ? i - 1 : i;
    } else if (!lines.is_name(i) && !lines.caps(i) && !is_signing_mark(lines.lower(i))) {
      // The closing paragraph between them, where the right column was read first
      const std::size_t closing = start_of_closing(lines, i, body);
      if (closing == i + 1) break;
      i = closing;
    }
  }
  return start;
}

}  // namespace

bool is_site_end(const LineView& lines, std::size_t i) {
  return !lines.marker(i) && !lines.is_row(i) && is_one_of(lines.lower(i), site_ends);
}

bool may_end_at_site(const LineView& lines, std::size_t i) {
  if (lines.marker(i) || lines.is_row(i)) return false;
  return is_site_end(lines, i) || is_one_of(lines.lower(i), site_ends_behind_signature);
}

bool starts_signature(const LineView& lines, std::size_t i) {
  if (!lines.is_office(i)) return false;
  const std::size_t last = std::min(lines.size(), i + longest_block);
  bool named = false;  // by the rest of an office, or by who holds it
  std::size_t next = i + 1;
  if (is_office_of_next_line(lines.text().placed(lines[i].span)) && next < last &&
      !lines.marker(next)) {
    ++next;
  }
  for (; next < last; ++next) {
    if (lines.is_office(next) || is_signing_mark(lines.lower(next))) continue;
    const bool rest = lines.caps(next) && lines.caps(next - 1) && lines[next].blank_before == 0 &&
                      is_open_office(lines.text().placed(lines[next - 1].span));
    if (rest) {
      named = named || lines.is_name(next);
      continue;
    }
    // Who decides stands over grounds.
    if (lines.is_name(next)) return next + 1 == lines.size() || !lines.is_ground(next + 1);
    if (starts_annex(lines, next)) {
      return stands_authority(lines, i) || (i > 0 && lines.end_of(i - 1) == EndMark::stop);
    }
    if (!lines.caps(next)) return named && !lines.is_ground(next);
  }
  // Not signed yet: nothing else may follow, and the abbreviation leaves no doubt.
  return last == lines.size() || stands_authority(lines, i);
}

namespace {

// clang-format off
/// What has a number and is a place.
constexpr Phrase numbered_places[] = {
    {"phường", "Phường 5, ngày ..."}, {"quận", "Quận 1, ngày ..."},
};

/// What stands before a date in a schedule, and is no place where a paper is signed.
constexpr Phrase no_places[] = {
    {"sáng", "Sáng Chủ Nhật, ngày 20 tháng 9 năm 2031"}, {"chiều", "Chiều Thứ Bảy, ngày ..."},
    {"tối", "Tối Thứ Bảy, ngày ..."}, {"thứ", "Thứ Hai, ngày ..."},
    {"chủ nhật", "Chủ Nhật, ngày ..."}, {"từ", "Từ sáng Thứ Hai, ngày ..."},
    {"vào", "Vào sáng Thứ Hai, ngày ..."},
};
// clang-format on

/// "Hòa Sơn,": its last word has a capital, as "Phường 5," has a number, or it is still open.
bool is_place(std::string_view printed, std::string_view line) {
  constexpr std::size_t longest = 80;  // bytes
  if (line.size() > longest || !is_capital(printed, 0)) return false;
  if (line.ends_with("...") || line.ends_with("\xE2\x80\xA6")) return true;
  if (!line.ends_with(',') || starts_with_any(line, no_places)) return false;
  const std::size_t last = line.rfind(' ') + 1;  // 0 where there is none
  if (is_digit(line[last])) {
    const std::string_view before = trim(line.substr(0, last));
    return std::ranges::any_of(numbered_places,
                               [&](const Phrase& row) { return before.ends_with(row.folded); });
  }
  return is_capital(printed, last) && line.find(" tại ") == std::string_view::npos;
}

/// "Hòa Sơn, ngày 12 tháng 3 năm 2031", or with its figures still open.
bool is_place_and_date(std::string_view printed, std::string_view line) {
  constexpr std::size_t longest_date = 40;  // "ngày 12 tháng 3 năm 2031"
  if (end_mark(printed) == EndMark::stop) return false;
  const std::size_t day = line.find("ngày");
  const std::size_t month = line.find("tháng", std::min(day, line.size()));
  const std::size_t year = line.find("năm", std::min(month, line.size()));
  if (year == std::string_view::npos || line.size() - day > longest_date) return false;
  return is_place(printed, trim(line.substr(0, day)));
}

/// The header has said when: "Hòa Sơn, ngày 12/3/2031", "Ngày 12 tháng 3 năm 2031".
bool is_dated(const LineView& lines, std::size_t body) {
  for (std::size_t i = 0; i < body; ++i) {
    const bool dated = lines.any_column(i, [&](TextSpan column) {
      const std::string_view line = lines.text().lower(column);
      const std::size_t day = line.find("ngày ");
      if (day == std::string_view::npos ||
          !std::any_of(line.begin() + static_cast<std::ptrdiff_t>(day), line.end(), is_digit))
        return false;
      return day == 0 || is_place(lines.text().printed(column), trim(line.substr(0, day)));
    });
    if (dated) return true;
  }
  return false;
}

std::size_t over_date(const LineView& lines, std::size_t start, std::size_t body) {
  if (start <= body + 1 || start >= lines.size()) return start;
  const std::size_t i = start - 1;
  if (lines.marker(i) || lines.is_row(i)) return start;
  const bool dated = is_place_and_date(lines.printed(i), lines.lower(i)) && !is_dated(lines, body);
  return dated ? i : start;
}

/// "(Đã ký)" in brackets or alone.
bool says_signed(std::string_view lower) {
  while (lower.starts_with('(')) lower.remove_prefix(1);
  while (lower.ends_with(')')) lower.remove_suffix(1);
  return lower == "đã ký" || lower == "đã kí";
}

/// "(Đã ký)" over a name at the very end, whose office a copy lost; the end where none stands.
std::size_t start_of_name(const LineView& lines, std::size_t body) {
  constexpr std::string_view unknown_office = "đang cập nhật";  // a site says so
  const std::size_t end = lines.size();
  if (end < body + 3 || !lines.is_name(end - 1) || !says_signed(lines.lower(end - 2))) return end;
  const bool unknown = end > body + 3 && lines.lower(end - 3) == unknown_office;
  return end - (unknown ? 3 : 2);
}

std::size_t start_of_ends(const LineView& lines, std::size_t body) {
  std::size_t table_end = 0;     // of the last table that was looked through
  std::size_t signing_rows = 0;  // up to here one of its rows has an office
  for (std::size_t i = body; i < lines.size(); ++i) {
    if (!lines.starts_tail(i)) continue;
    if (lines.is_row(i)) {
      if (i >= table_end) table_end = end_of_table(lines, i, signing_rows);
      if (i >= signing_rows) continue;
    }
    if (!is_end_of_text(lines, i)) continue;
    const std::size_t start = start_before_recipients(lines, i, body);
    if (start < i || ends_document(lines, i)) return start;
  }
  const std::vector<bool> below = sections_below(lines, body);
  for (std::size_t i = body; i < lines.size(); ++i) {
    if (below[i - body] || !starts_signature(lines, i)) continue;
    return i > body && stand_bodies(lines, i - 1) ? i - 1 : i;
  }
  const std::size_t name = start_of_name(lines, body);
  if (name < lines.size()) return name;
  // Titles of other pages follow, no sentences.
  bool sentences = false;
  std::size_t site = lines.size();
  for (std::size_t i = lines.size(); i-- > body + 1 && !sentences;) {
    if (below[i - body]) break;
    if (is_site_end(lines, i)) site = i;
    sentences = lines.end_of(i) == EndMark::stop;
  }
  return site;
}

}  // namespace

std::size_t start_of_tail(const LineView& lines, std::size_t body) {
  return over_date(lines, start_of_ends(lines, body), body);
}

}  // namespace vanban::outline

#include "outline/top.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "outline/addressees.hpp"
#include "outline/offices.hpp"
#include "outline/openings.hpp"

namespace vanban::outline {
namespace {

constexpr std::size_t longest_header = 120;       // lines before the type, site banners included
constexpr std::size_t longest_site_top = 40;      // lines over the national title
constexpr std::size_t longest_title = 16;         // lines
constexpr std::size_t longest_bare_header = 24;   // lines, where no line names a type
constexpr std::size_t longest_header_line = 120;  // bytes
constexpr std::size_t shortest_cut_line = 90;     // code points
constexpr std::size_t widest_open_gap = 2;        // blank lines within a title

// clang-format off
/// Papers that decide say between their title and their grounds who decides.
constexpr Phrase deciding_types[] = {
    {"QĐ", "QUYẾT ĐỊNH"}, {"NQ", "NGHỊ QUYẾT"}, {"NQLT", "NGHỊ QUYẾT LIÊN TỊCH"},
    {"NĐ", "NGHỊ ĐỊNH"}, {"TT", "THÔNG TƯ"}, {"TTLT", "THÔNG TƯ LIÊN TỊCH"}, {"L", "LỆNH"},
};

/// Bodies that decide; single persons are offices.
constexpr Phrase deciding_bodies[] = {
    {"ủy ban", "ỦY BAN NHÂN DÂN TỈNH HÒA SƠN"}, {"ubnd", "UBND TỈNH HÒA SƠN"},
    {"hội đồng", "HỘI ĐỒNG NHÂN DÂN TỈNH"}, {"hđnd", "HĐND XÃ"}, {"chính phủ", "CHÍNH PHỦ"},
    {"quốc hội", "QUỐC HỘI"}, {"ban thường vụ", "BAN THƯỜNG VỤ"},
    {"ban chấp hành", "BAN CHẤP HÀNH"}, {"thường trực", "THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN"},
};

/// A council decides for itself: its letterhead says so.
constexpr Phrase councils[] = {
    {"hội đồng", "HỘI ĐỒNG NHÂN DÂN TỈNH HÒA SƠN"}, {"hđnd", "HĐND XÃ"},
};

constexpr Phrase departments[] = {
    {"sở ", "SỞ Y TẾ"}, {"bộ ", "BỘ Y TẾ"}, {"ban ", "BAN DÂN TỘC"},
    {"chi cục", "CHI CỤC THỦY LỢI"},
    {"phòng ", "PHÒNG NỘI VỤ"}, {"trường ", "TRƯỜNG TIỂU HỌC HÒA SƠN"},
};

/// A title that ends so names in its next line whose it is.
constexpr Phrase open_title_ends[] = {
    {" của", "QUY CHẾ LÀM VIỆC CỦA"}, {" và", "GIỮA SỞ Y TẾ VÀ"}, {" do", "DO"}, {" cho", "CHO"},
    {" với", "GIỮA SỞ Y TẾ VỚI"}, {" tại", "TẠI"}, {" thuộc", "CÁC ĐƠN VỊ THUỘC"},
    {" các", "CỦA CÁC"}, {" từ", "TỪ"}, {" về", "VỀ"}, {" tổ chức", "KẾ HOẠCH TỔ CHỨC"},
    {" địa bàn", "TRÊN ĐỊA BÀN"}, {" trên", "TRÊN"}, {" trong", "TRONG"}, {" đến", "ĐẾN"},
};

/// ... or, where that decides nothing, what it is about.
constexpr Phrase ends_before_object[] = {
    {" thành lập", "CHO PHÉP THÀNH LẬP"}, {" ban hành", "VỀ VIỆC BAN HÀNH"},
    {" phê duyệt", "VỀ VIỆC PHÊ DUYỆT"},
};

/// Behind the name of who decides: more than whose it is.
constexpr Phrase behind_deciders[] = {
    {" về ", "CỦA UBND TỈNH VỀ VIỆC PHÊ DUYỆT"}, {" số ", "của Chính phủ số 114/2003/NĐ-CP"},
    {" ngày ", "CỦA UBND TỈNH NGÀY 2 THÁNG 3"},
};

/// The subject of what is decided begins so, beneath the line that says whose it is.
constexpr Phrase subjects[] = {
    {"về ", "Về việc thành lập Hội"}, {"ban hành", "Ban hành quy định"},
    {"phê duyệt", "Phê duyệt đề án"}, {"cho phép", "Cho phép thành lập Hội"},
    {"thành lập", "Thành lập Ban Chỉ đạo"}, {"quy định", "Quy định giá đất"},
    {"công bố", "Công bố danh mục"}, {"công nhận", "Công nhận xã đạt chuẩn"},
    {"bổ nhiệm", "Bổ nhiệm cán bộ"}, {"giao chỉ tiêu", "Giao chỉ tiêu kế hoạch"},
    {"phân công", "Phân công nhiệm vụ"}, {"kiện toàn", "Kiện toàn Ban Chỉ đạo"},
    {"sửa đổi", "Sửa đổi, bổ sung quy định"}, {"bổ sung", "Bổ sung kinh phí"},
    {"điều chỉnh", "Điều chỉnh quy hoạch"}, {"ủy quyền", "Ủy quyền giải quyết"},
    {"bãi bỏ", "Bãi bỏ quyết định"}, {"tặng ", "Tặng bằng khen"}, {"thu hồi", "Thu hồi đất"},
};

/// A line in capitals that begins so goes on in a title in capitals.
constexpr Phrase title_continuations[] = {
    {"ngày ", "NGÀY 11-7-1988 VỀ VIỆC CHO PHÉP"}, {"về việc ", "VỀ VIỆC THÀNH LẬP HỘI"},
    {"của ", "CỦA NGÀNH KIỂM SÁT NHÂN DÂN"},
};

/// ... or of which years and numbers, if figures follow; "CHUYỂN ĐỔI SỐ" names no number.
constexpr Phrase ends_before_figures[] = {
    {" giai đoạn", "GIAI ĐOẠN"}, {" năm", "NĂM"}, {" năm học", "NĂM HỌC"},
    {" nhiệm kỳ", "NHIỆM KỲ"}, {" số", "NGHỊ QUYẾT SỐ"}, {" ngày", "NGÀY"}, {" tháng", "THÁNG"},
};

/// ... or, in small letters, the name of the place.
constexpr Phrase ends_before_place[] = {
    {" tỉnh", "trên địa bàn tỉnh"}, {" thành phố", "phụ nữ thành phố"}, {" huyện", "của huyện"},
    {" quận", "của quận"}, {" thị xã", "của thị xã"}, {" xã", "trên địa bàn xã"},
    {" phường", "của phường"}, {" thị trấn", "của thị trấn"}, {" đặc khu", "của đặc khu"},
};

/// Behind such a name: which of several, or of which years.
constexpr Phrase ordinals[] = {
    {"lần thứ", "Hòa Sơn lần thứ XVI"}, {"giai đoạn", "Hòa Sơn giai đoạn 2031 - 2035"},
    {"nhiệm kỳ", "Hòa Sơn nhiệm kỳ 2031 - 2036"}, {"năm ", "Hòa Sơn năm 2031"},
};

/// What sites put among the lines of a title.
constexpr Phrase site_lines[] = {
    {"ngày cập nhật", "Ngày cập nhật 24/04/2031"}, {"ngày đăng", "Ngày đăng: 24/04/2031"},
    {"đăng ngày", "Đăng ngày: 24/04/2031"}, {"cập nhật lúc", "Cập nhật lúc 9:30"},
    {"lượt xem", "Lượt xem: 12"},
};

/// Labels beneath a title that are no part of it.
constexpr Phrase labels[] = {
    {"chủ đề", "Chủ đề: Vì một mùa xanh"}, {"chủ điểm", "Chủ điểm tháng 12: UỐNG NƯỚC NHỚ NGUỒN"},
};
// clang-format on

/// "QUYẾT" / "ĐỊNH", "KẾ" / "HOẠCH TRỒNG CÂY": a web copy broke the name of the type.
std::optional<TypeLine> read_broken_type(const LineView& lines, std::size_t i) {
  constexpr std::size_t longest_word = 10;  // bytes
  if (i + 1 == lines.size() || !lines.caps(i) || lines[i + 1].blank_before != 0) {
    return std::nullopt;
  }
  if (lines.printed(i).size() > longest_word || !lines.caps(i + 1)) return std::nullopt;
  const std::string both = std::string(lines.lower(i)) + " " + std::string(lines.lower(i + 1));
  const auto found = tokens::document_types.longest(both, 0);
  if (!found || found.row->use != tokens::TypeUse::title) return std::nullopt;
  const std::string_view name = found.row->phrase;
  const std::size_t first = lines.lower(i).size() + 1;
  if (!both.starts_with(name) || name.size() <= first) return std::nullopt;
  const std::size_t length = lines[i + 1].span.begin - lines[i].span.begin + name.size() - first;
  const bool alone = both.size() == name.size();
  if (!alone && both[name.size()] != ' ') return std::nullopt;
  return TypeLine{found.row, length, alone, alone ? TypeForm::alone : TypeForm::subject, 2};
}

/// A column of the line holds nothing but the national title, as far as a copy kept it.
bool is_national_title(const LineView& lines, std::size_t i) {
  constexpr std::size_t most_letters = 29;  // "conghoaxahoichunghiavietnam" and two misread
  if (!lines.caps(i) && lines[i].one_column) return false;
  if (bare_letters(lines.lower(i)).find("hoaxahoi") == std::string::npos) return false;
  return lines.any_column(i, [&](TextSpan column) {
    if (!is_caps(lines.text().printed(column))) return false;
    const std::string bare = bare_letters(lines.text().lower(column));
    return bare.size() <= most_letters && bare.find("hoaxahoi") != std::string::npos;
  });
}

/// The line of "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in capitals, with nothing over it but what a
/// web site put there; else 0. Below the number, the addressees, a signature or the recipients of
/// one document it stands over another: a form, an annex.
std::size_t national_title(const LineView& lines) {
  constexpr std::size_t left_column = 6;  // lines that may come out between number and title
  std::size_t end = std::min(lines.size(), longest_site_top);
  for (std::size_t i = 0; i < end; ++i) {
    if (is_national_title(lines, i)) return i;
    if (lines.is_section_start(i) || lines.starts_addressees(i) || lines.starts_tail(i)) break;
    if (lines.lower(i).starts_with("căn cứ ") || (lines.caps(i) && lines.is_office(i))) break;
    if (lines.lower(i).starts_with("số:")) end = std::min(end, i + left_column);
  }
  return 0;
}

/// "Đề án làng xanh" beneath "V/v góp ý dự thảo" goes on in the subject of the letter.
bool goes_on_in_subject(const LineView& lines, std::size_t i) {
  return i > 0 && lines[i].blank_before == 0 && lines.lower(i - 1).starts_with("v/v") &&
         lines.end_of(i - 1) == EndMark::none;
}

/// "1. Mẫu kế hoạch", "I. Mẫu kế hoạch": over the line of the type, a site counts what it shows.
bool is_over_type(const LineView& lines, std::size_t i) {
  constexpr std::size_t nearest = 2;  // lines
  const auto& marker = lines.marker(i);
  if (!marker) return false;
  const bool sample = marker->kind == NodeKind::roman &&
                      trim(lines.lower(i).substr(marker->length)).starts_with("mẫu ");
  if (marker->kind != NodeKind::decimal && !sample) return false;
  for (std::size_t next = i + 1; next < lines.size() && next - i <= nearest; ++next) {
    if (lines.is_section_start(next)) return false;
    if (is_lone_type(lines.text(), lines[next]) && !lines.printed(next).ends_with(':')) return true;
  }
  return false;
}

/// The name of a page stands over everything.
bool opens_page(const LineView& lines, std::size_t i) {
  constexpr std::size_t longest_site_title = 3;  // lines over the text; they may cite it
  if (i >= longest_site_title) return false;
  for (std::size_t line = 0; line < i; ++line) {
    if (lines.is_header_line(line) || lines.is_ground(line)) return false;
  }
  return true;
}

bool says_the_same(const LineView& lines, std::size_t i, std::size_t other) {
  return lines.lower(i) == lines.lower(other);
}

/// A site says the title at its very top, and the document says it again: over the first of both
/// there is nothing of a header, and between them nothing of the text.
bool is_title_again(const LineView& lines, std::size_t i, std::size_t first) {
  constexpr std::size_t most_between = 3;  // lines
  if (i - first > most_between + 1 || !says_the_same(lines, i, first)) return false;
  for (std::size_t line = 0; line < first; ++line) {
    if (lines.is_header_line(line)) return false;
  }
  for (std::size_t line = first + 1; line < i; ++line) {
    if (lines.is_ground(line) || lines.end_of(line) != EndMark::none) return false;
  }
  return true;
}

/// "V/v" opens a column of the line: what a letter is about.
bool has_subject(const LineView& lines, std::size_t i) {
  return lines.any_column(
      i, [&](TextSpan column) { return lines.text().lower(column).starts_with("v/v"); });
}

/// A letter names no type: what a site says of one over its national title is none.
bool is_letter_below(const LineView& lines, std::size_t title) {
  bool subject = false;
  const std::size_t end = std::min(lines.size(), title + longest_bare_header);
  for (std::size_t i = 0; i < end; ++i) {
    subject = subject || has_subject(lines, i);
    if (lines.starts_addressees(i)) return subject && i > title;
    if (lines.is_section_start(i)) return false;
  }
  return false;
}

/// The clearest type line before the first section, of equals the first: menus of web sites name
/// types too, but not in capitals on a line of their own.
std::optional<std::pair<std::size_t, TypeLine>> find_type(const LineView& lines) {
  std::optional<std::pair<std::size_t, TypeLine>> best;
  bool grounds = false;
  const std::size_t title = national_title(lines);
  std::size_t left = longest_header;
  for (std::size_t i = 0; i < lines.size() && left > 0; ++i) {
    if (is_contents_entry(lines.printed(i))) continue;
    --left;
    if (lines.is_section_start(i)) {
      if (grounds || !is_over_type(lines, i)) break;
      continue;
    }
    grounds = grounds || lines.is_ground(i);
    auto type = lines[i].table ? std::nullopt : read_type_line(lines.text(), lines[i]);
    if (!type) type = read_broken_type(lines, i);
    if (!type) continue;
    if (type->form == TypeForm::cited && !opens_page(lines, i)) continue;
    if (type->form < TypeForm::subject && goes_on_in_subject(lines, i)) continue;
    // Over the national title a site says what document it has there.
    if (i < title && type->form < TypeForm::subject) continue;
    // Below the grounds a type in small letters is running text, and "QUYẾT ĐỊNH:" decides.
    if (grounds && (type->form < TypeForm::subject || lines.printed(i).ends_with(':'))) continue;
    const bool enacts = grounds || lines.printed(i).ends_with(':');
    if (enacts && type->alone && i + 1 < lines.size() && lines.is_section_start(i + 1)) continue;
    // Below the grounds, what was said above enacts.
    if (grounds && best && best->second.row == type->row &&
        best->second.form >= TypeForm::subject) {
      continue;
    }
    // ... and the document says it again below.
    const bool again = best && ((best->first < title && i > title) ||
                                (!type->alone && is_title_again(lines, i, best->first)));
    if (!best || type->form > best->second.form || (again && type->form == best->second.form)) {
      best = std::pair(i, *type);
    }
    if (best->second.form == TypeForm::alone) break;
  }
  if (best && best->first < title && best->second.form != TypeForm::alone &&
      is_letter_below(lines, title)) {
    return std::nullopt;
  }
  return best;
}

/// The council that line `i` names is no body of the letterhead: what a department decides may
/// end with the name of one.
bool is_of_another_letterhead(const LineView& lines, std::size_t i, std::string_view placed) {
  constexpr std::size_t longest_letterhead = 8;  // lines
  if (!starts_with_any(placed, councils)) return false;
  bool another = false;
  for (std::size_t line = 0; line < i && line < longest_letterhead; ++line) {
    if (!lines.caps(line)) continue;
    const auto named = [&](const Phrase& row) {
      return lines.lower(line).find(row.folded) != std::string_view::npos;
    };
    if (std::ranges::any_of(councils, named)) return false;
    another = another || starts_with_any(lines.lower(line), departments);
  }
  return another;
}

/// The line says who decides: grounds follow, and the title before it does not ask for a name.
bool is_deciding_authority(const LineView& lines, std::size_t i) {
  if (!lines.caps(i) || (i > 0 && ends_with_any(lines.lower(i - 1), open_title_ends))) return false;
  const std::string_view placed = lines.text().placed(lines[i].span);
  if (!starts_with_any(placed, deciding_bodies) && !is_office_line(lines.printed(i), placed)) {
    return false;
  }
  if (is_of_another_letterhead(lines, i, placed)) return false;
  constexpr std::size_t most_lines = 4;  // "CHỦ TỊCH ỦY BAN NHÂN DÂN" / "THÀNH PHỐ HÒA SƠN"
  std::size_t next = i + 1;
  while (next < lines.size() && next - i < most_lines && lines.caps(next)) ++next;
  // A copy may have lost the first letters of the first ground.
  return next < lines.size() && (lines.is_ground(next) || lines.end_of(next) == EndMark::semicolon);
}

/// "CỦA NGÀNH KIỂM SÁT" beneath "BAN HÀNH QUY CHẾ": both in capitals.
bool goes_on_in_title(const LineView& lines, std::size_t i) {
  return lines.caps(i) && lines.caps(i - 1) && lines.end_of(i - 1) == EndMark::none &&
         starts_with_any(lines.lower(i), title_continuations);
}

/// A title that ends so goes on: "NĂM 2019 -", "QUY CHẾ LÀM VIỆC CỦA", "GIAI ĐOẠN" / "2031-2036".
bool is_open_title(const LineView& lines, std::size_t i) {
  const std::string_view line = lines.printed(i);
  const bool dash = line.ends_with(" -") || line.ends_with(" \xE2\x80\x93");
  if (dash) return true;
  const bool figures = is_digit(lines.printed(i + 1).front()) &&
                       lines.end_of(i + 1) == EndMark::none &&
                       ends_with_any(lines.lower(i), ends_before_figures);
  if (!lines.caps(i)) return figures && !has_letter(lines.lower(i + 1));
  if (ends_with_any(lines.lower(i), open_title_ends)) return true;
  if (ends_with_any(lines.lower(i), ends_before_object)) return lines.caps(i + 1);
  return figures;
}

/// "Năm học: 2031 - 2032" ends a title, whatever blank line stands before.
bool is_period(const LineView& lines, std::size_t i) {
  constexpr std::string_view words[] = {"năm", "học", "tháng", "giai", "đoạn", "nhiệm", "kỳ"};
  if (lines[i].table || lines[i].blank_before > 2 || lines.marker(i)) return false;
  if (!is_capital(lines.printed(i), 0)) return false;
  const std::string_view line = lines.lower(i);
  bool named = false;
  bool digits = false;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t first = at;
    while (at < line.size() && letter_at(line, at) != 0) at += letter_at(line, at);
    if (at != first) {
      named = true;
      if (std::ranges::find(words, line.substr(first, at - first)) == std::end(words)) {
        return false;
      }
      continue;
    }
    digits = digits || is_digit(line[at]);
    at += language::code_point_length(line[at]);
  }
  return named && digits;
}

/// "1." over its text
bool is_bare_marker(const LineView& lines, std::size_t i) {
  return lines.marker(i) && lines.marker(i)->length == lines.printed(i).size();
}

/// "- Nhằm giáo dục học sinh ý thức bảo vệ cây xanh."
bool is_item(const LineView& lines, std::size_t i) {
  const EndMark end = lines.end_of(i);
  return lines.marker(i) && lines.marker(i)->is_bullet() && !lines.caps(i) &&
         (end == EndMark::stop || end == EndMark::semicolon || end == EndMark::colon);
}

/// A copy says the title twice.
bool repeats_title(const LineView& lines, std::size_t type, std::size_t i) {
  return is_said_again(i - type - 1, lines.size() - type - 1, [&](std::size_t a, std::size_t b) {
    return says_the_same(lines, type + 1 + a, type + 1 + b);
  });
}

/// "Chủ đề: Vì một mùa xanh" is no part of the title, unless that asks for it.
bool is_label(const LineView& lines, std::size_t i) {
  return starts_with_any(lines.lower(i), labels) &&
         lines.lower(i).find(':') != std::string_view::npos &&
         !ends_with_any(lines.lower(i - 1), open_title_ends);
}

/// "CẤP TRƯỜNG NĂM HỌC: 2031 - 2032" beneath a blank line goes on in a title in capitals.
bool is_end_with_period(const LineView& lines, std::size_t i) {
  constexpr std::size_t widest_gap = 2;  // blank lines
  const std::string_view line = lines.lower(i);
  return lines.caps(i) && lines.caps(i - 1) && lines[i].blank_before <= widest_gap &&
         line.find(" năm học") != std::string_view::npos && is_digit(line.back());
}

/// "trong mùa mưa bão năm 2031" beneath "Bảo đảm giao thông": no text begins in small letters, and
/// a ground that lost its first letter ends in a mark.
bool goes_on_small(const LineView& lines, std::size_t before, std::size_t i) {
  constexpr std::size_t longest = 120;  // bytes
  return lines[i].begins_small && lines.end_of(before) == EndMark::none &&
         lines.end_of(i) == EndMark::none && lines.printed(i).size() <= longest &&
         (i + 1 == lines.size() || !lines[i + 1].begins_small) && !lines.is_ground(i);
}

/// A name of two syllables, and behind it which of several it was: "Hòa Sơn lần thứ XVI".
bool is_name_with_ordinal(std::string_view printed, std::string_view lower) {
  std::size_t at = 0;
  for (int words = 0; words < 2; ++words) {
    if (!is_capital(printed, at)) return false;
    at = printed.find(' ', at);
    if (at == std::string_view::npos) return false;
    ++at;
  }
  return starts_with_any(lower.substr(at), ordinals);
}

/// "Hòa Sơn lần thứ XVI" beneath "Đại hội phụ nữ thành phố", by itself: a text would end in a mark.
bool goes_on_with_place(const LineView& lines, std::size_t before, std::size_t i) {
  const bool alone = i + 1 == lines.size() || lines[i + 1].blank_before > 0;
  return alone && lines[i].blank_before <= widest_open_gap && !lines.caps(i) &&
         lines.end_of(before) == EndMark::none && lines.end_of(i) == EndMark::none &&
         ends_with_any(lines.lower(before), ends_before_place) &&
         is_name_with_ordinal(lines.printed(i), lines.lower(i));
}

/// "Về việc trồng cây" beneath "GIẤY MỜI HỌP": what that is about.
bool names_subject(const LineView& lines, std::size_t i) {
  constexpr std::size_t widest_gap = 2;      // blank lines
  constexpr std::ptrdiff_t most_blanks = 2;  // ... beneath a type and hardly more
  const bool bare = std::ranges::count(lines.printed(i - 1), ' ') <= most_blanks;
  return lines[i].blank_before <= (bare ? widest_gap : 0) && opens_with(lines.lower(i), "về ") &&
         lines.end_of(i - 1) == EndMark::none && !lines[i].table;
}

/// "Về tổ chức thi" / "Trường Đại học Hòa An thông báo như sau:": the line names what the text
/// beneath it is about, and neither is the beginning of the other.
bool stands_over_text(const LineView& lines, std::size_t i) {
  if (lines.is_ground(i) || lines.end_of(i) != EndMark::none || i + 1 == lines.size()) return false;
  const Line& next = lines[i + 1];
  // A line that ends nothing is the rest of a title: "Bàn giao tài sản giữa" / "Trường Hòa An".
  if (lines.end_of(i + 1) == EndMark::none && !lines.is_full(i + 1)) return false;
  return !next.begins_small && is_capital(lines.printed(i + 1), 0) && !lines.caps(i + 1) &&
         !next.marker && lines.is_ground_paragraph(i + 1) &&
         (opens_with(lines.lower(i), "về ") || !lines.is_full(i));
}

std::size_t end_of_title(const LineView& lines, std::size_t type, const TypeLine& first) {
  const bool decides = std::ranges::find(deciding_types, first.row->code, &Phrase::folded) !=
                       std::end(deciding_types);
  type += first.lines - 1;
  std::size_t i = type + 1;
  const bool says_whose =
      decides && !first.alone && i < lines.size() &&
      names_decider(lines.text(), lines[type].span, first.length, lines[i].span);
  bool any = !first.alone && !says_whose;
  for (; i < lines.size() && i - type <= longest_title; ++i) {
    if (lines.is_section_start(i) || lines[i].table || lines.starts_addressees(i)) break;
    const std::string_view line = lines.lower(i);
    if (line == "mục lục" || is_contents_entry(lines.printed(i))) break;
    if (line.starts_with('(') && opens_ground(line)) break;
    if (is_label(lines, i)) break;
    if (is_site_line(line) || repeats_title(lines, type, i)) continue;
    const bool small = lines[i].begins_small;
    if (!any) {
      if (!small && !lines.caps(i) && lines.is_ground_paragraph(i) && !stands_over_text(lines, i)) {
        break;
      }
      if (decides && lines[i].after_rule && is_deciding_authority(lines, i)) break;
      any = true;
      continue;
    }
    const std::size_t before = i - 1;
    const EndMark end = lines.end_of(before);
    if (before == type && names_subject(lines, i)) continue;
    if (lines[i].after_rule || is_item(lines, i) || is_bare_marker(lines, i)) break;
    if (is_period(lines, i) || is_end_with_period(lines, i)) continue;
    // "CỦA CHÍNH PHỦ," / "THỦ TƯỚNG CHÍNH PHỦ" goes on, unless the grounds follow at once.
    const bool comma = end == EndMark::comma || end == EndMark::hyphen;
    const bool at_grounds = i + 1 < lines.size() && lines.is_ground(i + 1);
    if (decides && (!comma || at_grounds) && is_deciding_authority(lines, i)) break;
    if (comma) continue;
    const bool figures = is_digit(lines.printed(i).front());
    const std::size_t widest = lines.caps(i) || figures ? widest_open_gap : 0;
    if (before != type && lines[i].blank_before <= widest && goes_on_in_title(lines, i)) continue;
    if ((before != type || !first.alone) && lines[i].blank_before <= widest &&
        is_open_title(lines, before)) {
      continue;
    }
    if ((end == EndMark::stop || end == EndMark::semicolon) && before != type) break;
    const bool gap = lines[i].blank_before > lines.layout().gap;
    // A long line that ends in the midst of a phrase was wrapped, whatever stands between.
    const bool cut = small && end == EndMark::none && before != type &&
                     lines[before].length >= shortest_cut_line && !lines.is_ground(i);
    if (cut && lines[i].blank_before <= lines.layout().gap + widest_open_gap) continue;
    if (gap && lines.is_ground_paragraph(i)) break;  // may have lost its first letter
    if (goes_on_small(lines, before, i) && lines[i].blank_before <= widest_open_gap) continue;
    if (before != type && goes_on_with_place(lines, before, i)) continue;
    if (small && (!(gap && lines.layout().wrapped) || lines.is_full(before))) continue;
    if (gap) break;
    if (!small && !lines.caps(i) && (lines.is_ground(i) || lines.is_ground_paragraph(i))) break;
    if (before != type && lines.caps(before) && !lines.caps(i)) break;
    if (before != type && lines[before].bold && !lines[i].bold) break;
  }
  return i;
}

/// "Số: 12/KH-UBND      Hòa An, ngày 3 tháng 4 năm 2031" beneath the title, where it has a number.
std::size_t end_of_late_number(const LineView& lines, std::size_t title) {
  constexpr std::size_t most_lines = 2;
  std::size_t end = title;
  // A number of things has no symbol behind a stroke.
  const std::string_view first = title < lines.size() ? lines.lower(title) : std::string_view();
  const std::size_t stroke = first.find('/');
  if (stroke == std::string_view::npos || tokens::letter_at(first, stroke + 1) == 0) return title;
  while (end < lines.size() && end - title < most_lines && lines.is_header_line(end) &&
         (lines.lower(end).starts_with("số:") || end > title) && !lines.is_ground(end)) {
    ++end;
  }
  return end;
}

/// Copies lose the line of the type; the subject in capitals then follows on the header.
std::size_t end_of_bare_title(const LineView& lines, std::size_t header) {
  if (header == 0) return 0;
  std::size_t end = header;
  for (; end < lines.size() && end - header < longest_title; ++end) {
    if (!lines.caps(end) || lines[end].table || lines.starts_tail(end)) break;
    if (lines.is_section_start(end) || is_deciding_authority(lines, end)) break;
  }
  return end;
}

/// Without a type: the lines at the top that can only be a header's. What a web site put over
/// the national title is no text of the document, however long its lines are.
std::size_t end_of_bare_header(const LineView& lines) {
  const std::size_t title = national_title(lines);
  std::size_t end = 0;
  for (std::size_t i = 0; i < lines.size() && i < title + longest_bare_header; ++i) {
    const bool subject = has_subject(lines, i);
    if (i >= title) {
      if (lines.is_section_start(i) || lines.starts_tail(i)) break;
      if (lines.starts_addressees(i)) return end_of_addressees(lines, i);
      const bool site_title =
          opens_page(lines, i) && tokens::document_types.longest(lines.lower(i), 0);
      const bool text = lines.any_column(
          i, [](TextSpan one) { return one.end - one.begin > longest_header_line; });
      if (text && !subject && !site_title) break;
      if (lines.is_ground(i)) break;
    }
    if (lines.is_header_line(i) || subject) end = i + 1;
  }
  return end_of_bare_title(lines, end);
}

}  // namespace

bool names_decider(const FoldedText& text, TextSpan line, std::size_t type_length, TextSpan next) {
  constexpr std::string_view of = "của ";
  if (!starts_with_any(text.lower(next), subjects)) return false;
  line.begin += static_cast<std::uint32_t>(type_length);
  line.begin = static_cast<std::uint32_t>(trim_begin(text.text, line.begin, line.end));
  if (!opens_with(text.placed(line), of)) return false;
  line.begin += static_cast<std::uint32_t>(of.size());
  const std::string_view name = text.placed(line);
  const auto says_more = [&](const Phrase& row) {
    return name.find(row.folded) != std::string_view::npos;
  };
  if (std::ranges::any_of(behind_deciders, says_more)) return false;
  return starts_with_any(name, deciding_bodies) || is_office_line(text.printed(line), name);
}

bool is_site_line(std::string_view lower) {
  constexpr std::size_t longest = 60;  // bytes
  const auto* const row = std::ranges::find_if(
      site_lines, [&](const Phrase& one) { return lower.starts_with(one.folded); });
  return lower.size() <= longest && row != std::end(site_lines) && is_digit(lower.back()) &&
         !has_letter(lower.substr(row->folded.size()));
}

Top find_top(const LineView& lines) {
  Top top;
  const auto type = find_type(lines);
  if (!type) {
    top.title = top.end = end_of_bare_header(lines);
    return top;
  }
  top.type = type->second.row;
  top.type_length = type->second.length;
  top.title = type->first;
  const std::size_t title = end_of_title(lines, type->first, type->second);
  top.end = end_of_addressees(lines, end_of_late_number(lines, title));
  return top;
}

}  // namespace vanban::outline

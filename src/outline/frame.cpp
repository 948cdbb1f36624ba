#include "outline/frame.hpp"

#include <algorithm>
#include <optional>

#include "outline/characters.hpp"

namespace vanban::outline {
namespace {

constexpr std::size_t longest_header = 120;      // lines before the type, site banners included
constexpr std::size_t longest_title = 16;        // lines
constexpr std::size_t longest_office_line = 96;  // bytes
constexpr std::size_t farthest_signature = 40;   // lines from the end where nothing says Nơi nhận

struct Phrase {
  std::string_view folded;
  std::string_view example;
};

// clang-format off
/// Grounds begin with these (norms of the trade, not of the decree alone).
constexpr Phrase ground_openers[] = {
    {"căn cứ", "Căn cứ Luật Thủ đô;"}, {"thực hiện", "Thực hiện Chỉ thị số ..."},
    {"theo ", "Theo đề nghị của ..."}, {"để ", "Để động viên ..."}, {"nhằm ", "Nhằm nâng cao ..."},
    {"xét ", "Xét đề nghị của ..."}, {"trên cơ sở", "Trên cơ sở kết quả ..."},
    {"hưởng ứng", "Hưởng ứng lời kêu gọi ..."}, {"được sự", "Được sự đồng ý của ..."},
    {"triển khai thực hiện", "Triển khai thực hiện Nghị quyết ..."},
    {"tiếp tục thực hiện", "Tiếp tục thực hiện Đề án ..."}, {"kính gửi", "Kính gửi:"},
    {"(ban hành", "(Ban hành kèm theo Quyết định ...)"}, {"(kèm theo", "(Kèm theo Quyết định ...)"},
    {"(thực hiện", "(Thực hiện từ ngày ...)"},
};

/// A preamble ends where it announces the body.
constexpr Phrase announcements[] = {
    {"như sau:", "... xây dựng kế hoạch như sau:"}, {"sau đây:", "... các nội dung sau đây:"},
    {"như sau :", "... cụ thể như sau :"}, {"nội dung sau:", "... với các nội dung sau:"},
    {"như sau.", "... với nội dung như sau."}, {"như sau", "... cụ thể như sau"},
};

/// On whose behalf a paper is signed: Nghị định 30/2020/NĐ-CP Annex I and party practice.
constexpr Phrase authority_prefixes[] = {
    {"tm.", "TM. ỦY BAN NHÂN DÂN"}, {"kt.", "KT. GIÁM ĐỐC"}, {"tl.", "TL. CHỦ TỊCH"},
    {"tuq.", "TUQ. GIÁM ĐỐC"}, {"q.", "Q. GIÁM ĐỐC"}, {"t/m", "T/M BAN THƯỜNG VỤ"},
    {"k/t", "K/T BÍ THƯ"}, {"t/l", "T/L BAN THƯỜNG VỤ"}, {"tm ", "TM BAN THƯỜNG VỤ"},
    {"kt ", "KT CHỦ TỊCH"}, {"tl ", "TL CHỦ TỊCH"}, {"quyền ", "QUYỀN GIÁM ĐỐC"},
};

/// Heads of the titles of those who sign (norms: administrative and party titles).
constexpr Phrase office_titles[] = {
    {"chủ tịch", "CHỦ TỊCH"}, {"phó chủ tịch", "PHÓ CHỦ TỊCH"}, {"giám đốc", "GIÁM ĐỐC"},
    {"phó giám đốc", "PHÓ GIÁM ĐỐC"}, {"tổng giám đốc", "TỔNG GIÁM ĐỐC"},
    {"phó tổng giám đốc", "PHÓ TỔNG GIÁM ĐỐC"}, {"bộ trưởng", "BỘ TRƯỞNG"},
    {"thứ trưởng", "THỨ TRƯỞNG"}, {"thủ tướng", "THỦ TƯỚNG"}, {"phó thủ tướng", "PHÓ THỦ TƯỚNG"},
    {"cục trưởng", "CỤC TRƯỞNG"}, {"phó cục trưởng", "PHÓ CỤC TRƯỞNG"},
    {"tổng cục trưởng", "TỔNG CỤC TRƯỞNG"}, {"vụ trưởng", "VỤ TRƯỞNG"},
    {"phó vụ trưởng", "PHÓ VỤ TRƯỞNG"}, {"chi cục trưởng", "CHI CỤC TRƯỞNG"},
    {"phó chi cục trưởng", "PHÓ CHI CỤC TRƯỞNG"}, {"chánh văn phòng", "CHÁNH VĂN PHÒNG"},
    {"phó chánh văn phòng", "PHÓ CHÁNH VĂN PHÒNG"}, {"chánh thanh tra", "CHÁNH THANH TRA"},
    {"phó chánh thanh tra", "PHÓ CHÁNH THANH TRA"}, {"chánh án", "CHÁNH ÁN"},
    {"trưởng phòng", "TRƯỞNG PHÒNG"}, {"phó trưởng phòng", "PHÓ TRƯỞNG PHÒNG"},
    {"trưởng ban", "TRƯỞNG BAN"}, {"phó trưởng ban", "PHÓ TRƯỞNG BAN"},
    {"trưởng đoàn", "TRƯỞNG ĐOÀN"}, {"trưởng khoa", "TRƯỞNG KHOA"}, {"trưởng trạm", "TRƯỞNG TRẠM"},
    {"trạm trưởng", "TRẠM TRƯỞNG"}, {"trưởng công an", "TRƯỞNG CÔNG AN XÃ"},
    {"hiệu trưởng", "HIỆU TRƯỞNG"}, {"phó hiệu trưởng", "PHÓ HIỆU TRƯỞNG"},
    {"viện trưởng", "VIỆN TRƯỞNG"}, {"phó viện trưởng", "PHÓ VIỆN TRƯỞNG"},
    {"bí thư", "BÍ THƯ"}, {"phó bí thư", "PHÓ BÍ THƯ"}, {"ủy viên", "ỦY VIÊN THƯỜNG TRỰC"},
    {"chủ nhiệm", "CHỦ NHIỆM"}, {"phó chủ nhiệm", "PHÓ CHỦ NHIỆM"}, {"thủ trưởng", "THỦ TRƯỞNG ĐƠN VỊ"},
    {"đội trưởng", "ĐỘI TRƯỞNG"}, {"tổ trưởng", "TỔ TRƯỞNG"}, {"chỉ huy trưởng", "CHỈ HUY TRƯỞNG"},
    {"tổng biên tập", "TỔNG BIÊN TẬP"}, {"tổng kiểm toán", "TỔNG KIỂM TOÁN NHÀ NƯỚC"},
    {"tổng thư ký", "TỔNG THƯ KÝ"}, {"thống đốc", "THỐNG ĐỐC"}, {"người lập", "NGƯỜI LẬP KẾ HOẠCH"},
    {"đại diện", "ĐẠI DIỆN ĐƠN VỊ"}, {"phân hiệu trưởng", "PHÂN HIỆU TRƯỞNG"},
};

constexpr Phrase appendix_words[] = {
    {"phụ lục", "Phụ lục I"}, {"biểu mẫu", "BIỂU MẪU 01"}, {"biểu số", "Biểu số 01"},
    {"biểu 0", "Biểu 01"}, {"mẫu số", "Mẫu số 02"}, {"phụ biểu", "PHỤ BIỂU 1"},
};
// clang-format on

bool starts_with_any(std::string_view lower, std::span<const Phrase> rows) {
  return std::ranges::any_of(rows,
                             [&](const Phrase& row) { return lower.starts_with(row.folded); });
}

bool ends_with_any(std::string_view lower, std::span<const Phrase> rows) {
  return std::ranges::any_of(rows, [&](const Phrase& row) { return lower.ends_with(row.folded); });
}

/// The row of the type that `line` names, alone or before a subject in capitals.
struct TypeLine {
  const DocumentTypeRow* row = nullptr;
  std::size_t length = 0;
  bool alone = false;
};

std::optional<TypeLine> read_type_line(const FoldedText& text, const Line& line) {
  const std::string_view printed = text.printed(line.span);
  const std::string lower = new_tone_placement(text.lower(line.span));
  if (!is_upper_at(printed, 0)) return std::nullopt;
  std::optional<TypeLine> best;
  for (const DocumentTypeRow& row : document_types) {
    if (!lower.starts_with(row.folded)) continue;
    if (best && best->length >= row.folded.size()) continue;
    const std::string_view name = printed.substr(0, row.folded.size());
    const std::string_view rest = trim(printed.substr(row.folded.size()));
    const bool alone = rest.empty() || rest == ":";
    // In running text a type is no title: capitals, or a line of its own.
    if (!alone && (letter_at(printed, row.folded.size()) != 0 || !count_case(name).is_caps() ||
                   !count_case(rest).is_caps())) {
      continue;
    }
    best = TypeLine{&row, row.folded.size(), alone};
  }
  return best;
}

class Finder {
 public:
  Finder(const FoldedText& text, std::span<const Line> lines) : text_(text), lines_(lines) {}

  Frame run() {
    Frame frame;
    frame.layout = measure_layout(text_, lines_);
    layout_ = frame.layout;
    std::size_t at = 0;
    if (const auto type = find_type()) {
      frame.header = lines_.first(type->first);
      frame.type = type->second.row;
      frame.type_length = type->second.length;
      at = end_of_title(type->first);
      frame.title = lines_.subspan(type->first, at - type->first);
    } else {
      at = end_of_bare_header();
      frame.header = lines_.first(at);
    }
    const std::size_t body = start_of_body(at);
    frame.preamble = lines_.subspan(at, body - at);
    const std::size_t tail = start_of_tail(body);
    frame.body = lines_.subspan(body, tail - body);
    const std::size_t annex = start_of_annex(tail);
    frame.tail = lines_.subspan(tail, annex - tail);
    frame.annex = lines_.subspan(annex);
    return frame;
  }

 private:
  [[nodiscard]] std::string_view printed(std::size_t i) const {
    return text_.printed(lines_[i].span);
  }
  [[nodiscard]] std::string_view lower(std::size_t i) const { return text_.lower(lines_[i].span); }
  [[nodiscard]] std::optional<Marker> marker(std::size_t i) const {
    return find_marker(printed(i), lower(i));
  }

  [[nodiscard]] std::optional<std::pair<std::size_t, TypeLine>> find_type() const {
    std::optional<std::pair<std::size_t, TypeLine>> with_subject;
    for (std::size_t i = 0; i < lines_.size() && i < longest_header; ++i) {
      if (is_section_start(i)) break;
      const auto type = read_type_line(text_, lines_[i]);
      if (!type) continue;
      if (type->alone) return std::pair(i, *type);
      if (!with_subject) with_subject = std::pair(i, *type);
    }
    return with_subject;
  }

  /// A line that can be the first of a body: the highest numbering there is.
  [[nodiscard]] bool is_section_start(std::size_t i) const {
    const auto found = marker(i);
    if (!found || printed(i).size() == found->length) return found.has_value() && is_division(*found);
    const std::string_view rest = printed(i).substr(found->length);
    switch (found->kind) {
      case NodeKind::part:
      case NodeKind::chapter:
      case NodeKind::section:
      case NodeKind::article: return true;
      case NodeKind::roman:
      case NodeKind::upper:
        return found->delimiter != Delimiter::colon && !starts_lower(rest) &&
               (found->value() == 1 || count_case(rest).is_caps());
      case NodeKind::decimal:
        return found->value() == 1 && found->delimiter != Delimiter::enclosed &&
               !starts_lower(rest) && (i == 0 || ends_statement(i - 1));
      default: return false;
    }
  }

  static bool is_division(const Marker& found) {
    return found.kind == NodeKind::part || found.kind == NodeKind::chapter;
  }

  /// The line before a numbered paragraph is complete.
  [[nodiscard]] bool ends_statement(std::size_t i) const {
    const EndMark end = end_mark(printed(i));
    return end == EndMark::stop || end == EndMark::colon || end == EndMark::semicolon ||
           lines_[i + 1].blank_before > layout_.gap || !layout_.wrapped;
  }

  [[nodiscard]] std::size_t end_of_title(std::size_t type) const {
    const auto first = read_type_line(text_, lines_[type]);
    std::size_t i = type + 1;
    bool any = first && !first->alone;
    for (; i < lines_.size() && i - type <= longest_title; ++i) {
      if (is_section_start(i) || lines_[i].table) break;
      const std::string_view line = lower(i);
      if (line.starts_with('(') && starts_with_any(line, ground_openers)) break;
      if (!any) {  // the first line of a subject may open like a ground: "Thực hiện Nghị quyết ..."
        any = true;
        continue;
      }
      const std::size_t before = i - 1;
      const EndMark end = end_mark(printed(before));
      if (lines_[i].after_rule) break;
      if (end == EndMark::comma || end == EndMark::hyphen) continue;
      if (end == EndMark::stop && before != type) break;
      const bool gap = lines_[i].blank_before > layout_.gap;
      const bool small = is_lower_at(printed(i), 0);
      if (small && !(gap && layout_.wrapped)) continue;
      if (gap) break;
      if (!small && starts_with_any(line, ground_openers) && !count_case(printed(i)).is_caps()) break;
      if (before != type && count_case(printed(before)).is_caps() &&
          !count_case(printed(i)).is_caps()) {
        break;
      }
      if (before != type && lines_[before].bold && !lines_[i].bold) break;
    }
    return i;
  }

  /// Without a type: the lines at the top that can only be a header's.
  [[nodiscard]] std::size_t end_of_bare_header() const {
    std::size_t end = 0;
    for (std::size_t i = 0; i < lines_.size() && i < 16; ++i) {
      if (is_section_start(i)) break;
      const std::string_view line = lower(i);
      if (line.starts_with("số:") || line.find("độc lập") != std::string_view::npos ||
          line.find(" tháng ") != std::string_view::npos) {
        if (printed(i).size() < 100) end = i + 1;
      }
    }
    return end;
  }

  [[nodiscard]] std::size_t start_of_body(std::size_t from) const {
    for (std::size_t i = from; i < lines_.size(); ++i) {
      if (is_section_start(i)) return i;
      if (lines_[i].table || starts_tail(i)) return i;
      const auto found = marker(i);
      if (found && found->is_bullet() && i > from && end_mark(printed(i - 1)) == EndMark::colon &&
          !starts_with_any(lower(i).substr(found->length), ground_openers)) {
        return i;
      }
      if (ends_with_any(lower(i), announcements) && i + 1 < lines_.size()) {
        const std::string_view next = printed(i + 1);
        if (!is_lower_at(next, 0)) return i + 1;
      }
    }
    return lines_.size();
  }

  [[nodiscard]] bool starts_tail(std::size_t i) const {
    std::string_view line = lower(i);
    while (!line.empty() && (line.front() == '*' || line.front() == '-' || line.front() == ' ')) {
      line.remove_prefix(1);
    }
    return line.starts_with("nơi nhận");
  }

  [[nodiscard]] std::size_t start_of_tail(std::size_t body) const {
    std::size_t recipients = lines_.size();
    for (std::size_t i = body; i < lines_.size(); ++i) {
      if (starts_tail(i)) {
        recipients = i;
        break;
      }
    }
    std::size_t start = recipients;
    if (recipients == lines_.size()) {
      const std::size_t far = lines_.size() > farthest_signature
                                  ? lines_.size() - farthest_signature
                                  : std::size_t{0};
      for (std::size_t i = std::max(body, far); i < lines_.size(); ++i) {
        if (is_office_line(printed(i), lower(i)) && !marker_but_office(i)) return i;
      }
      return lines_.size();
    }
    // The signature's column may have been read first: office lines and a name before Nơi nhận.
    const std::size_t nearest = recipients > body + 8 ? recipients - 8 : body;
    for (std::size_t i = recipients; i-- > nearest;) {
      if (end_mark(printed(i)) == EndMark::stop && !is_office_line(printed(i), lower(i))) break;
      if (is_office_line(printed(i), lower(i))) start = i;
    }
    return start;
  }

  /// "I. GIÁM ĐỐC SỞ" is a heading, "Q. GIÁM ĐỐC" is not.
  [[nodiscard]] bool marker_but_office(std::size_t i) const {
    const auto found = marker(i);
    return found && !starts_with_any(lower(i), authority_prefixes);
  }

  [[nodiscard]] std::size_t start_of_annex(std::size_t tail) const {
    for (std::size_t i = tail; i < lines_.size(); ++i) {
      if (i == tail) continue;
      if (is_appendix_line(printed(i), lower(i))) return i;
      const auto type = read_type_line(text_, lines_[i]);
      if (type && type->alone && count_case(printed(i)).is_caps()) return i;
      if (lines_[i].table) return i;
    }
    return lines_.size();
  }

  const FoldedText& text_;
  std::span<const Line> lines_;
  Layout layout_;
};

}  // namespace

Frame find_frame(const FoldedText& text, std::span<const Line> lines) {
  return Finder(text, lines).run();
}

bool is_office_line(std::string_view printed, std::string_view lower) {
  if (printed.size() > longest_office_line || !count_case(printed).is_caps()) return false;
  const std::string placed = new_tone_placement(lower);
  return starts_with_any(placed, authority_prefixes) || starts_with_any(placed, office_titles);
}

bool is_appendix_line(std::string_view printed, std::string_view lower) {
  for (const Phrase& row : appendix_words) {
    if (!lower.starts_with(row.folded) || !is_upper_at(printed, 0)) continue;
    const std::string_view rest = trim(printed.substr(row.folded.size()));
    if (rest.empty() || count_case(printed).is_caps()) return true;
    const bool number = is_digit(rest.front()) || is_upper_at(rest, 0) || rest.starts_with("số ") ||
                        rest.front() == ':' || rest.front() == '(';
    return number && printed.size() < 120 && end_mark(printed) != EndMark::stop;
  }
  return false;
}

std::string new_tone_placement(std::string_view lower) {
  struct Pair {
    std::string_view old_style;
    std::string_view new_style;
  };
  // clang-format off
  constexpr Pair pairs[] = {
      {"oà", "òa"}, {"oá", "óa"}, {"oả", "ỏa"}, {"oã", "õa"}, {"oạ", "ọa"},
      {"oè", "òe"}, {"oé", "óe"}, {"oẻ", "ỏe"}, {"oẽ", "õe"}, {"oẹ", "ọe"},
      {"uỳ", "ùy"}, {"uý", "úy"}, {"uỷ", "ủy"}, {"uỹ", "ũy"}, {"uỵ", "ụy"},
  };
  // clang-format on
  std::string placed(lower);
  for (std::size_t at = 0; at + 2 < placed.size(); ++at) {
    if (placed[at] != 'o' && placed[at] != 'u') continue;
    if (at > 0 && placed[at] == 'u' && placed[at - 1] == 'q') continue;
    for (const Pair& pair : pairs) {
      if (std::string_view(placed).substr(at).starts_with(pair.old_style) &&
          letter_at(placed, at + pair.old_style.size()) == 0) {
        placed.replace(at, pair.old_style.size(), pair.new_style);
        break;
      }
    }
  }
  return placed;
}

}  // namespace vanban::outline

// A line in capitals may be a slogan, the name of a body or the title of a form as well. So the
// document decides first: its sections have no numbers, and several lines are names that plans give
// their sections. Only then do other lines count that look the same and stand between sentences.
#include "outline/section_names.hpp"

#include <algorithm>
#include <bitset>
#include <optional>
#include <string_view>

#include "outline/characters.hpp"
#include "outline/offices.hpp"
#include "outline/openings.hpp"
#include "tokens/document_types.hpp"

namespace vanban::outline {
namespace {

constexpr std::size_t longest_name = 160;     // bytes
constexpr std::size_t names_in_capitals = 2;  // different ones that make it sure
constexpr std::size_t names_in_small = 3;

// clang-format off
/// How plans name their sections.
constexpr Phrase names[] = {
    {"mục đích", "MỤC ĐÍCH, YÊU CẦU"}, {"ý nghĩa", "MỤC ĐÍCH, Ý NGHĨA"},
    {"yêu cầu", "Yêu cầu"}, {"mục tiêu", "MỤC TIÊU CHUNG"}, {"chỉ tiêu", "CHỈ TIÊU PHẤN ĐẤU"},
    {"quan điểm", "QUAN ĐIỂM CHỈ ĐẠO"}, {"nguyên tắc", "NGUYÊN TẮC CHUNG"},
    {"phạm vi", "PHẠM VI, ĐỐI TƯỢNG"}, {"đối tượng", "ĐỐI TƯỢNG THAM GIA"},
    {"nội dung", "NỘI DUNG CHỦ YẾU"}, {"nhiệm vụ", "NHIỆM VỤ TRỌNG TÂM"},
    {"các nhiệm vụ", "CÁC NHIỆM VỤ CHỦ YẾU"}, {"giải pháp", "GIẢI PHÁP THỰC HIỆN"},
    {"các giải pháp", "CÁC GIẢI PHÁP CHỦ YẾU"}, {"biện pháp", "BIỆN PHÁP THỰC HIỆN"},
    {"một số giải pháp", "MỘT SỐ GIẢI PHÁP TRỌNG TÂM"},
    {"thời gian", "THỜI GIAN, ĐỊA ĐIỂM"}, {"địa điểm", "Địa điểm"},
    {"tiến độ", "TIẾN ĐỘ THỰC HIỆN"}, {"lộ trình", "LỘ TRÌNH THỰC HIỆN"},
    {"thành phần", "THÀNH PHẦN THAM DỰ"}, {"tiêu chuẩn", "TIÊU CHUẨN XÉT TẶNG"},
    {"tiêu chí", "TIÊU CHÍ ĐÁNH GIÁ"}, {"kinh phí", "KINH PHÍ THỰC HIỆN"},
    {"nguồn kinh phí", "NGUỒN KINH PHÍ"}, {"dự toán kinh phí", "DỰ TOÁN KINH PHÍ"},
    {"tổ chức thực hiện", "TỔ CHỨC THỰC HIỆN"}, {"phân công", "PHÂN CÔNG NHIỆM VỤ"},
    {"trách nhiệm", "TRÁCH NHIỆM THỰC HIỆN"}, {"hình thức", "HÌNH THỨC TỔ CHỨC"},
    {"khẩu hiệu", "KHẨU HIỆU TUYÊN TRUYỀN"}, {"tình hình", "TÌNH HÌNH CHUNG"},
    {"đặc điểm tình hình", "ĐẶC ĐIỂM TÌNH HÌNH"}, {"sự cần thiết", "SỰ CẦN THIẾT"},
    {"căn cứ xây dựng", "CĂN CỨ XÂY DỰNG KẾ HOẠCH"}, {"khen thưởng", "KHEN THƯỞNG, KỶ LUẬT"},
    {"cơ cấu giải thưởng", "CƠ CẤU GIẢI THƯỞNG"}, {"giải thưởng", "GIẢI THƯỞNG"},
    {"hồ sơ", "HỒ SƠ DỰ THI"}, {"chế độ báo cáo", "CHẾ ĐỘ BÁO CÁO"},
    {"thông tin báo cáo", "THÔNG TIN BÁO CÁO"}, {"kiểm tra", "KIỂM TRA, GIÁM SÁT"},
    {"kết quả đạt được", "KẾT QUẢ ĐẠT ĐƯỢC"}, {"kiến nghị", "KIẾN NGHỊ, ĐỀ XUẤT"},
};

/// May follow a name in a line of small letters that says nothing else.
constexpr Phrase qualifiers[] = {
    {"chung", "Mục tiêu chung"}, {"cụ thể", "Mục tiêu cụ thể"}, {"tổng quát", "Mục tiêu tổng quát"},
    {"chủ yếu", "Nhiệm vụ chủ yếu"}, {"trọng tâm", "Nhiệm vụ trọng tâm"},
    {"thực hiện", "Thời gian thực hiện"}, {"tổ chức", "Hình thức tổ chức"},
    {"tham gia", "Đối tượng tham gia"}, {"tham dự", "Thành phần tham dự"},
    {"áp dụng", "Đối tượng áp dụng"}, {"phấn đấu", "Chỉ tiêu phấn đấu"},
    {"chỉ đạo", "Quan điểm chỉ đạo"}, {"nhiệm vụ", "Phân công nhiệm vụ"},
    {"giám sát", "Kiểm tra giám sát"}, {"hoạt động", "Nội dung hoạt động"},
};

constexpr Phrase separators[] = {
    {", ", "Mục đích, yêu cầu"}, {"; ", "Mục đích; yêu cầu"}, {" và ", "Thời gian và địa điểm"},
    {" - ", "Mục đích - yêu cầu"}, {" \xE2\x80\x93 ", "Mục đích – yêu cầu"},
};

/// Lines that begin so name bodies: who issues a paper, or whose task follows.
constexpr Phrase bodies[] = {
    {"ủy ban", "ỦY BAN NHÂN DÂN XÃ"},
    {"ubnd", "UBND XÃ"}, {"hội đồng", "HỘI ĐỒNG NHÂN DÂN"}, {"sở ", "SỞ Y TẾ"},
    {"bộ ", "BỘ Y TẾ"}, {"ban ", "BAN CHỈ ĐẠO"}, {"phòng ", "PHÒNG NỘI VỤ"},
    {"văn phòng", "VĂN PHÒNG SỞ"}, {"trường ", "TRƯỜNG TIỂU HỌC"}, {"hội ", "HỘI PHỤ NỮ"},
    {"đoàn ", "ĐOÀN THANH NIÊN"}, {"đảng ủy", "ĐẢNG ỦY XÃ"}, {"công an", "CÔNG AN TỈNH"},
    {"trung tâm", "TRUNG TÂM Y TẾ"}, {"công ty", "CÔNG TY ĐIỆN LỰC"}, {"tỉnh ", "TỈNH ĐOÀN"},
    {"mặt trận", "MẶT TRẬN TỔ QUỐC"}, {"liên đoàn", "LIÊN ĐOÀN LAO ĐỘNG"},
    {"chi cục", "CHI CỤC THUẾ"}, {"cục ", "CỤC THUẾ"}, {"tổng ", "TỔNG CÔNG TY"},
};

/// Lines that begin so name forms or what is quoted.
constexpr Phrase no_sections[] = {
    {"cộng hòa xã hội", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"}, {"độc lập", "ĐỘC LẬP - TỰ DO"},
    {"đảng cộng sản", "ĐẢNG CỘNG SẢN VIỆT NAM"},
    {"nơi nhận", "NƠI NHẬN"}, {"phiếu", "PHIẾU ĐĂNG KÝ"}, {"đơn ", "ĐƠN XIN"},
    {"mẫu", "MẪU SỐ 1"}, {"biên bản", "BIÊN BẢN"}, {"danh sách", "DANH SÁCH"},
    {"danh mục", "DANH MỤC"}, {"bảng", "BẢNG TỔNG HỢP"}, {"biểu", "BIỂU 1"}, {"giấy", "GIẤY MỜI"},
    {"bản ", "BẢN CAM KẾT"}, {"phụ lục", "PHỤ LỤC I"}, {"tm.", "TM. ỦY BAN"},
    {"kt.", "KT. CHỦ TỊCH"},
    {"tl.", "TL. GIÁM ĐỐC"}, {"xác nhận", "XÁC NHẬN CỦA ĐƠN VỊ"}, {"người ", "NGƯỜI LẬP BIỂU"},
    {"stt", "STT"}, {"hết", "HẾT"},
};
// clang-format on

/// A line in capitals that ends so goes on in the next.
constexpr Phrase open_ends[] = {
    {" và", "CÔNG TÁC CHỈ ĐẠO VÀ"},
    {" của", "TRÁCH NHIỆM CỦA"},
    {" các", "ĐỐI VỚI CÁC"},
    {" về", "NHẬN THỨC VỀ"},
    {" với", "PHỐI HỢP VỚI"},
    {" cho", "BẢO ĐẢM CHO"},
    {",", "PHẠM VI,"},
};

using NameSet = std::bitset<std::size(names)>;

/// The longest row that stands at the start of `lower`.
std::optional<std::size_t> opening_row(std::string_view lower, std::span<const Phrase> rows) {
  std::optional<std::size_t> best;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (!opens_with(lower, rows[row].folded)) continue;
    const std::size_t end = rows[row].folded.size();
    if (end < lower.size() && letter_at(lower, end) != 0) continue;
    if (!best || rows[*best].folded.size() < rows[row].folded.size()) best = row;
  }
  return best;
}

/// "Thời gian và địa điểm thực hiện:" says nothing but names.
bool is_names_alone(std::string_view lower) {
  if (lower.ends_with(':')) lower = trim(lower.substr(0, lower.size() - 1));
  while (true) {
    const auto name = opening_row(lower, names);
    if (!name) return false;
    lower.remove_prefix(names[*name].folded.size());
    while (lower.starts_with(' ')) {
      const auto qualifier = opening_row(lower.substr(1), qualifiers);
      if (!qualifier) break;
      lower.remove_prefix(1 + qualifiers[*qualifier].folded.size());
    }
    if (lower.empty()) return true;
    const auto separator = std::ranges::find_if(
        separators, [&](const Phrase& row) { return lower.starts_with(row.folded); });
    if (separator == std::end(separators)) return false;
    lower.remove_prefix(separator->folded.size());
  }
}

/// How a line looks, before the document has its say.
enum class Look : std::uint8_t {
  text,
  known_capitals,  ///< "MỤC ĐÍCH"
  known_small,     ///< "Mục đích"
  capitals,        ///< any other line in capitals that may name something
  bold,            ///< the same in bold type
};

bool is_capitals(Look look) {
  return look == Look::known_capitals || look == Look::capitals;
}
bool is_known(Look look) {
  return look == Look::known_capitals || look == Look::known_small;
}

class NameFinder {
 public:
  NameFinder(const FoldedText& text, std::span<const Line> lines) : text_(text), lines_(lines) {}

  std::vector<SectionName> run() && {
    if (!look_at_all()) return {};
    const std::size_t in_capitals = capitals_.count();
    const bool by_capitals = in_capitals >= names_in_capitals;
    if (!by_capitals && (in_capitals != 0 || small_.count() < names_in_small)) return {};
    std::vector<SectionName> found(looks_.size(), SectionName::none);
    for (std::size_t i = 0; i < looks_.size(); ++i) {
      if (looks_[i] == Look::text || !stands_alone(i)) continue;
      const bool section = !by_capitals || is_capitals(looks_[i]);
      found[i] = section ? SectionName::section : SectionName::subsection;
      if (!by_capitals && !is_known(looks_[i])) found[i] = SectionName::none;
    }
    if (!numbers_begin_anew(found)) return {};
    found.resize(lines_.size(), SectionName::none);
    return found;
  }

 private:
  /// False where a section has a number.
  bool look_at_all() {
    looks_.reserve(lines_.size());
    for (const Line& line : lines_) {
      if (line.marker && numbers_section(line)) return false;
      // What is quoted or attached has a header of its own.
      if (line.caps && opens_with(text_.placed(line.span), no_sections[0].folded)) break;
      looks_.push_back(look_of(line));
      if (looks_.back() == Look::known_capitals && line.bold) ++bold_names_;
    }
    for (std::size_t i = 0; i < looks_.size(); ++i) {
      if (!is_known(looks_[i]) || !stands_alone(i)) continue;
      const auto row = opening_row(text_.placed(lines_[i].span), names);
      if (row) (looks_[i] == Look::known_capitals ? capitals_ : small_).set(*row);
    }
    return true;
  }

  static bool numbers_section(const Line& line) {
    switch (line.marker->kind) {
      case NodeKind::part:
      case NodeKind::chapter:
      case NodeKind::section:
      case NodeKind::article:
      case NodeKind::roman:
      case NodeKind::upper: return true;
      case NodeKind::decimal:
      case NodeKind::alpha: return line.caps;
      default: return false;
    }
  }

  [[nodiscard]] Look look_of(const Line& line) const {
    if (line.marker || line.table || line.cell != CellLine::none || line.begins_small) {
      return Look::text;
    }
    if (line.span.size() > longest_name) return Look::text;
    if (line.end != EndMark::none && line.end != EndMark::colon) return Look::text;
    const std::string_view printed = text_.printed(line.span);
    if (!is_capital(printed, 0) || printed.ends_with('!') || printed.ends_with('?')) {
      return Look::text;
    }
    const std::string_view lower = text_.placed(line.span);
    if (line.caps) {
      if (opening_row(lower, names)) return Look::known_capitals;
      return may_be_name(printed, lower, true) ? Look::capitals : Look::text;
    }
    if (is_names_alone(lower)) return Look::known_small;
    const bool marked = line.bold || line.heading_level != 0;
    return marked && may_be_name(printed, lower, false) ? Look::bold : Look::text;
  }

  /// In bold type beneath sections in capitals a body has tasks: "Ban Giám hiệu".
  [[nodiscard]] bool may_be_name(std::string_view printed, std::string_view lower,
                                 bool in_capitals) const {
    if (starts_with_any(lower, bodies) && (in_capitals || bold_names_ < names_in_capitals)) {
      return false;
    }
    return printed.find(' ') != std::string_view::npos && !starts_with_any(lower, no_sections) &&
           !is_office_line(printed, lower) && !tokens::document_types.longest(lower, 0);
  }

  /// Line `i` stands over a table as the other names of sections stand over their text, and the
  /// next section follows.
  [[nodiscard]] bool heads_table(std::size_t i) const {
    std::size_t next = i + 1;
    while (next < looks_.size() && lines_[next].table) ++next;
    return bold_names_ >= names_in_capitals && is_capitals(looks_[i]) && lines_[i].bold &&
           lines_[i].blank_before > 0 && next < looks_.size() && is_capitals(looks_[next]);
  }

  /// Something else follows, and what stands before is complete: not so of slogans one beneath the
  /// other, of the lines of one long heading, and of the head of a table that lost its frame.
  [[nodiscard]] bool stands_alone(std::size_t i) const {
    const Look look = looks_[i];
    if (i + 1 >= lines_.size() || lines_[i + 1].begins_small) return false;
    if (lines_[i + 1].table && !heads_table(i)) return false;
    const bool followed = i + 1 < looks_.size() && is_same_look(look, i + 1);
    if (followed && look != Look::known_capitals) return false;
    if (i == 0) return true;
    const Line& before = lines_[i - 1];
    if (look == Look::known_capitals) {
      if (!before.caps || before.marker || looks_[i - 1] == look) return true;
      return lines_[i].blank_before > 0 && !ends_with_any(text_.placed(before.span), open_ends);
    }
    if (before.end == EndMark::comma || before.end == EndMark::hyphen) return false;
    if (is_same_look(look, i - 1)) return false;
    if (look == Look::bold && (before.marker || looks_[i - 1] == Look::known_capitals)) return true;
    return is_known(look) || before.end == EndMark::stop || before.end == EndMark::semicolon ||
           (heads_table(i) && text_.printed(before.span).ends_with(')'));
  }

  /// Line `i` is in capitals, too, or in small letters as a name is.
  [[nodiscard]] bool is_same_look(Look look, std::size_t i) const {
    const Line& line = lines_[i];
    if (is_capitals(look)) return line.caps && !line.marker && looks_[i] != Look::known_capitals;
    return looks_[i] == Look::known_small || looks_[i] == Look::bold;
  }

  /// The first number beneath each name is 1. Numbers before the first name, or that count on over
  /// names, are those of the sections.
  [[nodiscard]] bool numbers_begin_anew(std::span<const SectionName> found) const {
    bool fresh = true;  // no number since the last name
    bool named = false;
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (found[i] != SectionName::none) {
        fresh = true;
        named = true;
        continue;
      }
      const auto& marker = lines_[i].marker;
      if (!marker || marker->is_bullet() || marker->component_count != 1) continue;
      if (!named || (fresh && marker->value() != 1)) return false;
      fresh = false;
    }
    return true;
  }

  const FoldedText& text_;
  std::span<const Line> lines_;
  std::vector<Look> looks_;     ///< up to the first line of what is quoted
  std::size_t bold_names_ = 0;  ///< known names in capitals and in bold type
  NameSet capitals_;
  NameSet small_;
};

}  // namespace

std::vector<SectionName> find_section_names(const FoldedText& text, std::span<const Line> lines) {
  return NameFinder(text, lines).run();
}

}  // namespace vanban::outline

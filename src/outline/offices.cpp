#include "outline/offices.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "outline/characters.hpp"
#include "outline/segments.hpp"

namespace vanban::outline {
namespace {

constexpr std::size_t longest_office_line = 96;  // bytes
constexpr std::size_t longest_small_office_line = 60;
constexpr std::size_t longest_name = 60;

struct Row {
  std::string_view folded;
  std::string_view example;
};

// clang-format off
/// On whose behalf a paper is signed: Nghị định 30/2020/NĐ-CP Annex I and party practice.
constexpr Row authority_prefixes[] = {
    {"tm.", "TM. ỦY BAN NHÂN DÂN"}, {"kt.", "KT. GIÁM ĐỐC"}, {"tl.", "TL. CHỦ TỊCH"},
    {"tuq.", "TUQ. GIÁM ĐỐC"}, {"q.", "Q. GIÁM ĐỐC"},
    {"t/m.", "T/M. ĐOÀN KIỂM TRA"}, {"k/t.", "K/T. BÍ THƯ"}, {"t/l.", "T/L. BAN THƯỜNG VỤ"},
    {"t/m", "T/M BAN THƯỜNG VỤ"}, {"k/t", "K/T BÍ THƯ"}, {"t/l", "T/L BAN THƯỜNG VỤ"},
    {"t.m", "T.M ỦY BAN NHÂN DÂN"}, {"k.t", "K.T GIÁM ĐỐC"}, {"t.l", "T.L GIÁM ĐỐC"},
    {"t.u.q", "T.U.Q GIÁM ĐỐC"}, {"tm/", "TM/UBND HUYỆN"}, {"kt/", "KT/CHỦ TỊCH"},
    {"tl/", "TL/CHỦ TỊCH"},
};

/// The same without a point: only before what can follow them, "TL" and "KT" begin other words.
constexpr Row bare_prefixes[] = {
    {"tm", "TM BAN THƯỜNG VỤ"}, {"kt", "KT CHỦ TỊCH"}, {"tl", "TL CHỦ TỊCH"},
    {"tuq", "TUQ GIÁM ĐỐC"}, {"q", "Q GIÁM ĐỐC"}, {"quyền", "QUYỀN GIÁM ĐỐC"},
};

/// Bodies on whose behalf one signs without a point after the abbreviation.
constexpr Row signing_bodies[] = {
    {"ủy ban", "TM ỦY BAN NHÂN DÂN"}, {"ubnd", "TM UBND XÃ"}, {"ban ", "TM BAN THƯỜNG VỤ"},
    {"hội đồng", "TM HỘI ĐỒNG NHÂN DÂN"}, {"đảng ủy", "TM ĐẢNG ỦY"}, {"chi bộ", "TM CHI BỘ"},
    {"đoàn", "TM ĐOÀN KIỂM TRA"}, {"tỉnh ủy", "TM TỈNH ỦY"}, {"thường trực", "TM THƯỜNG TRỰC"},
};

/// Heads of the titles of those who sign (norms: administrative and party titles).
constexpr Row office_titles[] = {
    {"chủ tịch", "CHỦ TỊCH"}, {"giám đốc", "GIÁM ĐỐC"}, {"tổng giám đốc", "TỔNG GIÁM ĐỐC"},
    {"bộ trưởng", "BỘ TRƯỞNG"}, {"thứ trưởng", "THỨ TRƯỞNG"}, {"thủ tướng", "THỦ TƯỚNG"},
    {"cục trưởng", "CỤC TRƯỞNG"}, {"tổng cục trưởng", "TỔNG CỤC TRƯỞNG"},
    {"vụ trưởng", "VỤ TRƯỞNG"}, {"chi cục trưởng", "CHI CỤC TRƯỞNG"},
    {"chánh văn phòng", "CHÁNH VĂN PHÒNG"}, {"chánh thanh tra", "CHÁNH THANH TRA"},
    {"chánh án", "CHÁNH ÁN"}, {"trưởng phòng", "TRƯỞNG PHÒNG"}, {"trưởng ban", "TRƯỞNG BAN"},
    {"trưởng tiểu ban", "TRƯỞNG TIỂU BAN"},
    {"trưởng đoàn", "TRƯỞNG ĐOÀN"}, {"trưởng khoa", "TRƯỞNG KHOA"}, {"trưởng trạm", "TRƯỞNG TRẠM"},
    {"trạm trưởng", "TRẠM TRƯỞNG"}, {"trưởng công an", "TRƯỞNG CÔNG AN XÃ"},
    {"trưởng thôn", "TRƯỞNG THÔN"}, {"trưởng bộ môn", "TRƯỞNG BỘ MÔN"},
    {"hiệu trưởng", "HIỆU TRƯỞNG"}, {"phân hiệu trưởng", "PHÂN HIỆU TRƯỞNG"},
    {"viện trưởng", "VIỆN TRƯỞNG"}, {"bí thư", "BÍ THƯ"}, {"tổng bí thư", "TỔNG BÍ THƯ"},
    {"ủy viên", "ỦY VIÊN THƯỜNG TRỰC"},
    {"chủ nhiệm", "CHỦ NHIỆM"}, {"thủ trưởng", "THỦ TRƯỞNG ĐƠN VỊ"}, {"đội trưởng", "ĐỘI TRƯỞNG"},
    {"hạt trưởng", "HẠT TRƯỞNG"}, {"tổ trưởng", "TỔ TRƯỞNG"}, {"cụm trưởng", "CỤM TRƯỞNG"},
    {"khối trưởng", "KHỐI TRƯỞNG"}, {"liên đội trưởng", "LIÊN ĐỘI TRƯỞNG"},
    {"tổng phụ trách", "TỔNG PHỤ TRÁCH ĐỘI"}, {"chỉ huy trưởng", "CHỈ HUY TRƯỞNG"},
    {"tư lệnh", "TƯ LỆNH"}, {"chính ủy", "CHÍNH ỦY"}, {"kế toán trưởng", "KẾ TOÁN TRƯỞNG"},
    {"tổng biên tập", "TỔNG BIÊN TẬP"}, {"tổng kiểm toán", "TỔNG KIỂM TOÁN NHÀ NƯỚC"},
    {"tổng thư ký", "TỔNG THƯ KÝ"}, {"tổng thanh tra", "TỔNG THANH TRA"},
    {"thống đốc", "THỐNG ĐỐC"}, {"người lập", "NGƯỜI LẬP KẾ HOẠCH"}, {"thư ký", "THƯ KÝ"},
    {"người duyệt", "NGƯỜI DUYỆT"}, {"đại diện", "ĐẠI DIỆN ĐƠN VỊ"}, {"chủ tọa", "CHỦ TỌA"},
    {"người ghi", "NGƯỜI GHI BIÊN BẢN"}, {"người ghi biên bản", "Người ghi biên bản"},
    {"người lập biểu", "Người lập biểu"}, {"người chủ trì", "NGƯỜI CHỦ TRÌ"},
    {"người làm chứng", "NGƯỜI LÀM CHỨNG"}, {"chủ trì", "CHỦ TRÌ"},
    {"chủ trì cuộc họp", "Chủ trì cuộc họp"}, {"chủ trì hội nghị", "Chủ trì hội nghị"},
    {"thư ký cuộc họp", "Thư ký cuộc họp"}, {"thư ký hội nghị", "Thư ký hội nghị"},
    {"trưởng bản", "TRƯỞNG BẢN"}, {"trưởng xóm", "TRƯỞNG XÓM"}, {"trưởng ấp", "TRƯỞNG ẤP"},
    {"trưởng khu", "TRƯỞNG KHU PHỐ"}, {"thủ quỹ", "THỦ QUỸ"},
    {"duyệt của", "DUYỆT CỦA HIỆU TRƯỞNG"}, {"phê duyệt của", "PHÊ DUYỆT CỦA LÃNH ĐẠO"},
    {"xác nhận của", "XÁC NHẬN CỦA NHÀ TRƯỜNG"}, {"người thực hiện", "NGƯỜI THỰC HIỆN"},
    {"người xây dựng", "NGƯỜI XÂY DỰNG KẾ HOẠCH"}, {"người soạn", "NGƯỜI SOẠN THẢO"},
};

/// Titles in capitals only: in sentences and lists they are whom something is given to.
constexpr Row capital_titles[] = {
    {"giáo viên chủ nhiệm", "GIÁO VIÊN CHỦ NHIỆM"}, {"người viết", "NGƯỜI VIẾT"},
    {"người viết kế hoạch", "NGƯỜI VIẾT KẾ HOẠCH"}, {"người báo cáo", "NGƯỜI BÁO CÁO"},
    {"phụ trách đội", "PHỤ TRÁCH ĐỘI"},
};

/// They stand before the title of their heads, and both are one name.
constexpr Row named_for_heads[] = {
    {" ban ", "TM. BAN CHỦ NHIỆM"},
};

/// They stand before a title and make another of it.
constexpr Row title_prefixes[] = {
    {"phó ", "PHÓ GIÁM ĐỐC"}, {"p.", "P. HIỆU TRƯỞNG"}, {"quyền ", "QUYỀN GIÁM ĐỐC"},
    {"nguyên ", "NGUYÊN CHỦ TỊCH"},
};

/// Offices whose body stands on the next line.
constexpr Row representatives[] = {
    {"đại diện", "Đại diện / Sở Tài chính"},
};

/// What may stand before a name: norms 3.10; the longest first.
constexpr Row honours[] = {
    {"pgs", "PGS.TS. Nguyễn Văn A"}, {"gs", "GS.TS Nguyễn Văn A"}, {"tskh", "TSKH. Nguyễn Văn A"},
    {"ths", "ThS. Nguyễn Văn A"}, {"ts", "TS. Nguyễn Văn A"}, {"bsckii", "BSCKII. Nguyễn Văn A"},
    {"bscki", "BSCKI. Nguyễn Văn A"}, {"bs", "BS. Nguyễn Văn A"}, {"ckii", "BS. CKII Nguyễn Văn A"},
    {"cki", "BS.CKI Nguyễn Văn A"}, {"ks", "KS. Nguyễn Văn A"}, {"cn", "CN. Nguyễn Văn A"},
    {"ds", "DS. Nguyễn Văn A"}, {"ls", "LS. Nguyễn Văn A"}, {"cvc", "CVC. Nguyễn Văn A"},
    {"ngưt", "NGƯT. Nguyễn Văn A"},
    {"ttưt", "TTƯT. Nguyễn Văn A"}, {"đ/c", "Đ/c Nguyễn Văn A"},
    {"đại tướng", "Đại tướng Nguyễn Văn A"}, {"thượng tướng", "Thượng tướng Nguyễn Văn A"},
    {"trung tướng", "Trung tướng Nguyễn Văn A"}, {"thiếu tướng", "Thiếu tướng Nguyễn Văn A"},
    {"đại tá", "Đại tá Nguyễn Văn A"}, {"thượng tá", "Thượng tá Nguyễn Văn A"},
    {"trung tá", "Trung tá Nguyễn Văn A"}, {"thiếu tá", "Thiếu tá Nguyễn Văn A"},
    {"đại úy", "Đại úy Nguyễn Văn A"}, {"thượng úy", "Thượng úy Nguyễn Văn A"},
    {"trung úy", "Trung úy Nguyễn Văn A"}, {"thiếu úy", "Thiếu úy Nguyễn Văn A"},
    {"giáo sư", "Giáo sư Nguyễn Văn A"}, {"tiến sĩ", "Tiến sĩ Nguyễn Văn A"},
    {"tiến sỹ", "Tiến sỹ Nguyễn Văn A"}, {"thạc sĩ", "Thạc sĩ Nguyễn Văn A"},
    {"thạc sỹ", "Thạc sỹ Nguyễn Văn A"}, {"bác sĩ", "Bác sĩ Nguyễn Văn A"},
    {"bác sỹ", "Bác sỹ Nguyễn Văn A"}, {"kỹ sư", "Kỹ sư Nguyễn Văn A"}, {"ông", "Ông Nguyễn Văn A"},
    {"bà", "Bà Nguyễn Thị B"},
};

/// Not the name of the person, though near it.
constexpr Row signing_marks[] = {
    {"đã ký", "(Đã ký)"}, {"đã kí", "(Đã kí)"}, {"họ và tên)", "(Họ và tên)"},
    {"ký bởi", "Ký bởi: Sở Y tế"}, {"được ký bởi", "Được ký bởi ..."},
    {"người ký", "Người ký: Văn phòng"},
    {"ngày ký", "Ngày ký: 12/3/2025"}, {"thời gian ký", "Thời gian ký: 12.03.2025 08:00:00"},
    {"giờ ký", "Giờ ký: ..."}, {"ký tên", "(Ký tên, đóng dấu)"}, {"ký, ", "(Ký, ghi rõ họ tên)"},
    {"ký và ", "(Ký và ghi rõ họ tên)"}, {"ký số", "(Ký số)"}, {"ký điện tử", "(Ký điện tử)"},
    {"chữ ký", "(Chữ ký, dấu)"}, {"email", "Email: ..."}, {"cơ quan:", "Cơ quan: Sở Y tế"},
    {"tổ chức:", "Tổ chức: Sở Y tế"}, {"signed", "Signed by ..."},
    {"digitally", "Digitally signed"},
    {"signature", "Signature Not Verified"}, {"date:", "Date: 2025.03.12"}, {"dn:", "DN: C=VN"},
};

/// First syllables of institutions: a line of capitalised words that begins so names no person.
constexpr Row not_names[] = {
    {"sở", "Sở Công Thương"}, {"bộ", "Bộ Công An"}, {"ban", "Ban Giám Đốc"},
    {"phòng", "Phòng Nội Vụ"},
    {"ủy", "Ủy Ban Nhân Dân"}, {"hội", "Hội Nông Dân"}, {"tỉnh", "Tỉnh Lào Cai"},
    {"thành", "Thành Phố"}, {"trường", "Trường Tiểu Học"}, {"nơi", "Nơi Nhận"},
    {"văn", "Văn Phòng"}, {"lưu", "Lưu Văn Phòng"}, {"chủ", "Chủ Tịch"}, {"giám", "Giám Đốc"},
    {"phó", "Phó Giám Đốc"}, {"đảng", "Đảng Ủy"}, {"công ty", "Công Ty"},
    {"trung tâm", "Trung Tâm"},
};

/// "Văn" and "Thành" are middle names, "Văn", "Lưu" and "Danh" family names too: these pairs are
/// no people's.
constexpr Row institutions_of_two[] = {
    {"văn phòng", "Văn Phòng"}, {"thành phố", "Thành Phố Hà Nội"}, {"thành ủy", "Thành Ủy"},
    {"thành viên", "Thành Viên"}, {"lưu văn phòng", "Lưu Văn Phòng"}, {"lưu vt", "Lưu VT"},
    {"chủ tịch", "Chủ Tịch"}, {"chủ nhiệm", "Chủ Nhiệm"}, {"công an", "Công An Tỉnh"},
    {"danh sách", "DANH SÁCH THÀNH VIÊN"}, {"danh mục", "DANH MỤC CÔNG TRÌNH"},
    {"danh hiệu", "DANH HIỆU THI ĐUA"}, {"lưu đồ", "LƯU ĐỒ XỬ LÝ"}, {"hạ tầng", "HẠ TẦNG KỸ THUẬT"},
};

/// The same, whole lines in capitals: nouns that begin like family names.
constexpr Row nouns_like_names[] = {
    {"nông thôn", "NÔNG THÔN"}, {"đào tạo", "ĐÀO TẠO"}, {"y tế", "Y TẾ"}, {"y dược", "Y DƯỢC"},
    {"lâm nghiệp", "LÂM NGHIỆP"}, {"nông nghiệp", "NÔNG NGHIỆP"}, {"nông dân", "NÔNG DÂN"},
    {"nông lâm", "NÔNG LÂM"}, {"cao đẳng", "CAO ĐẲNG"}, {"viên chức", "VIÊN CHỨC"},
    {"từ thiện", "TỪ THIỆN"}, {"văn hóa", "VĂN HÓA"}, {"đoàn thể", "ĐOÀN THỂ"},
    {"đoàn thanh niên", "ĐOÀN THANH NIÊN"},
};

/// Places that read like people's names, whole lines in capitals.
constexpr Row places_like_names[] = {
    {"hồ chí minh", "HỒ CHÍ MINH"}, {"hà nội", "HÀ NỘI"}, {"sơn la", "SƠN LA"},
    {"lâm đồng", "LÂM ĐỒNG"}, {"thái nguyên", "THÁI NGUYÊN"}, {"thái bình", "THÁI BÌNH"},
    {"cao bằng", "CAO BẰNG"}, {"hà tĩnh", "HÀ TĨNH"}, {"hà giang", "HÀ GIANG"},
    {"hà nam", "HÀ NAM"}, {"hà tây", "HÀ TÂY"},
};

/// An office in capitals that ends so goes on in the next line in capitals. Before it a word ends:
/// "NỘI VỤ" is no "VỤ".
constexpr Row open_offices[] = {
    {" và", "BỘ TRƯỞNG BỘ GIÁO DỤC VÀ"}, {"bộ trưởng bộ", "BỘ TRƯỞNG BỘ"},
    {"giám đốc sở", "GIÁM ĐỐC SỞ"}, {"cục trưởng cục", "CỤC TRƯỞNG CỤC"},
    {"vụ trưởng vụ", "VỤ TRƯỞNG VỤ"}, {" tỉnh", "CHỦ TỊCH UBND TỈNH"},
    {" thành phố", "CHỦ TỊCH UBND THÀNH PHỐ"}, {" huyện", "CHỦ TỊCH UBND HUYỆN"},
    {" quận", "CHỦ TỊCH UBND QUẬN"}, {"nhân dân xã", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ"},
    {"ubnd xã", "CHỦ TỊCH UBND XÃ"}, {"đảng ủy xã", "BÍ THƯ ĐẢNG ỦY XÃ"},
    {" phường", "CHỦ TỊCH UBND PHƯỜNG"}, {"ubnd thị xã", "CHỦ TỊCH UBND THỊ XÃ"},
    {"nhân dân thị xã", "CHỦ TỊCH ỦY BAN NHÂN DÂN THỊ XÃ"},
    {" thị trấn", "CHỦ TỊCH UBND THỊ TRẤN"}, {"chủ tịch hội", "CHỦ TỊCH HỘI"},
    {"giám đốc đại học", "GIÁM ĐỐC ĐẠI HỌC"}, {"hiệu trưởng trường", "HIỆU TRƯỞNG TRƯỜNG"},
    {"trường đại học", "HIỆU TRƯỞNG TRƯỜNG ĐẠI HỌC"}, {"giám đốc học viện", "GIÁM ĐỐC HỌC VIỆN"},
    {"viện trưởng viện", "VIỆN TRƯỞNG VIỆN"},
    {"nông nghiệp và phát triển", "BỘ NÔNG NGHIỆP VÀ PHÁT TRIỂN"},
    {"chủ tịch ủy ban", "CHỦ TỊCH ỦY BAN"}, {"ủy ban nhân", "CHỦ TỊCH ỦY BAN NHÂN"},
    {"giám đốc trung tâm", "GIÁM ĐỐC TRUNG TÂM"}, {"giám đốc bệnh viện", "GIÁM ĐỐC BỆNH VIỆN"},
    {"giám đốc công ty", "GIÁM ĐỐC CÔNG TY"},
    {"tổng cục trưởng tổng cục", "TỔNG CỤC TRƯỞNG TỔNG CỤC"},
    {"trưởng phòng giáo dục", "TRƯỞNG PHÒNG GIÁO DỤC"},
};

/// Commonest family names; with the names of the highland peoples they are what a name in capitals
/// is known by.
constexpr std::string_view family_names[] = {
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ",
    "ngô", "dương", "lý", "đào", "đoàn", "vương", "trịnh", "trương", "đinh", "lâm", "phùng", "mai",
    "tô", "tăng", "hà", "tạ", "lương", "lưu", "chu", "châu", "cao", "thái", "nông", "triệu",
    "quách",
    "kiều", "la", "lò", "vàng", "giàng", "sùng", "thào", "vi", "hứa", "doãn", "khuất", "từ", "tống",
    "bạch", "bế", "ma", "mùa", "lầu", "điểu", "y", "rơ", "ksor", "thạch", "sơn", "kim", "danh",
    "lục", "hầu", "hạ", "cà", "quàng", "tòng", "đàm", "nghiêm", "văn", "viên", "âu", "ông",
};
// clang-format on

bool starts_with_word(std::string_view lower, std::string_view word) {
  return opens_with(lower, word) && letter_at(lower, word.size()) == 0;
}

bool starts_with_row(std::string_view lower, std::span<const Row> rows) {
  return std::ranges::any_of(rows, [&](const Row& row) { return opens_with(lower, row.folded); });
}

std::string_view without_title_prefix(std::string_view lower) {
  for (const Row& row : title_prefixes) {
    if (opens_with(lower, row.folded)) return trim(lower.substr(row.folded.size()));
  }
  return lower;
}

/// Bytes of the title of an office at the start of `placed`, 0 where none stands.
std::size_t title_length(std::string_view placed) {
  const std::string_view rest = without_title_prefix(placed);
  std::size_t best = 0;
  for (const Row& row : office_titles) {
    if (starts_with_word(rest, row.folded)) best = std::max(best, row.folded.size());
  }
  return best == 0 ? 0 : static_cast<std::size_t>(rest.data() - placed.data()) + best;
}

}  // namespace

std::size_t authority_prefix(std::string_view placed) {
  // Only t, k and q begin one.
  if (placed.empty() || (placed[0] != 't' && placed[0] != 'k' && placed[0] != 'q')) return 0;
  std::size_t best = 0;
  for (const Row& row : authority_prefixes) {
    if (opens_with(placed, row.folded)) best = std::max(best, row.folded.size());
  }
  if (best != 0) {
    const std::string_view rest = placed.substr(best);
    // "T/M" needs a blank or a point behind it, a sign needs nothing: "KT.GIÁM ĐỐC".
    const bool pointed = placed[best - 1] == '.' || placed[best - 1] == '/';
    if (rest.starts_with('.')) return best + 1;
    return pointed || blank_length(rest, 0) != 0 ? best : 0;
  }
  for (const Row& row : bare_prefixes) {
    if (!opens_with(placed, row.folded) || blank_length(placed, row.folded.size()) == 0) continue;
    const std::string_view rest = trim(placed.substr(row.folded.size()));
    if (title_length(rest) != 0 || starts_with_row(rest, signing_bodies)) return row.folded.size();
  }
  return 0;
}

namespace {

/// "bộ trưởng, chủ nhiệm", "bộ trưởng chánh văn phòng": nothing but titles.
bool names_titles(std::string_view placed) {
  while (!placed.empty()) {
    const std::size_t title = title_length(placed);
    if (title == 0) return false;
    placed = trim(placed.substr(title));
    if (placed.starts_with(',')) placed = trim(placed.substr(1));
  }
  return true;
}

bool holds_small(std::string_view word) {
  for (std::size_t at = 0; at < word.size(); at += language::code_point_length(word[at])) {
    if (is_small(word, at)) return true;
  }
  return false;
}

}  // namespace

std::size_t office_before_name(std::string_view printed, std::string_view placed) {
  if (printed.size() > longest_office_line + longest_name) return 0;
  // The second letter of most lines is small.
  if (const std::size_t first = letter_at(printed, 0); first != 0 && is_small(printed, first)) {
    return 0;
  }
  // The first word that is not in capitals is of the name, or follows its honours.
  std::size_t at = 0;
  while (at < printed.size()) {
    std::size_t end = at;
    while (end < printed.size() && blank_length(printed, end) == 0) ++end;
    if (holds_small(printed.substr(at, end - at))) break;
    at = trim_begin(printed, end, printed.size());
  }
  if (at == 0 || at >= printed.size()) return 0;
  std::size_t name = at;
  if (printed[at] == '(') {
    const std::size_t close = printed.find(')', at);
    if (close == std::string_view::npos || !is_signing_mark(placed.substr(at, close + 1 - at))) {
      return 0;
    }
    name = trim_begin(printed, close + 1, printed.size());
  }
  if (name >= printed.size() || is_caps(printed.substr(name)) ||
      !is_person_name(printed.substr(name), placed.substr(name))) {
    return 0;
  }
  const std::size_t office = trim_end(printed, 0, at);
  const std::string_view title = placed.substr(0, office);
  return authority_prefix(title) != 0 || names_titles(title) ? office : 0;
}

/// "PHÓ GIÁM ĐÓC": a line that has the letters of a title, whatever a reader of scans made of their
/// marks.
bool has_letters_of_title(std::string_view placed) {
  constexpr std::size_t fewest = 7;  // of shorter ones other words have the letters, too
  static const std::vector<std::string> titles = [] {
    std::vector<std::string> made;
    for (const Row& row : office_titles) {
      std::string letters = bare_letters(row.folded);
      if (letters.size() < fewest) continue;
      made.push_back("pho" + letters);
      made.push_back(std::move(letters));
    }
    std::ranges::sort(made);
    return made;
  }();
  return std::ranges::binary_search(titles, bare_letters(placed));
}

bool is_bare_authority(std::string_view printed, std::string_view placed) {
  return !placed.empty() && !holds_small(printed) && placed.back() == '.' &&
         authority_prefix(placed) == placed.size() && placed.size() > std::string_view("q.").size();
}

bool is_office_line(std::string_view printed, std::string_view placed) {
  if (is_bare_authority(printed, placed)) return true;
  if (printed.size() > longest_office_line + longest_name || !is_capital(printed, 0)) return false;
  const bool caps = is_caps(printed);
  if (!caps && office_before_name(printed, placed) != 0) return true;
  if (printed.size() > longest_office_line) return false;
  if (caps) {
    return authority_prefix(placed) != 0 || title_length(placed) != 0 ||
           std::ranges::any_of(capital_titles,
                               [&](const Row& row) { return placed == row.folded; }) ||
           (has_letters_of_title(placed) && !is_person_name(printed, placed));
  }
  // Old papers print "KT. Giám đốc" and "Phó Giám đốc" without capitals: a line that is nothing
  // else.
  if (printed.size() > longest_small_office_line) return false;
  const std::size_t prefix = authority_prefix(placed);
  if (prefix != 0) {
    return has_capital(printed.substr(0, prefix)) && placed[0] != 'q' &&
           end_mark(printed) == EndMark::none &&
           is_capital(printed, trim_begin(printed, prefix, printed.size()));
  }
  return title_length(placed) == placed.size();
}

bool is_abbreviated_deputy(std::string_view placed) {
  return opens_with(placed, "p.") && title_length(placed) != 0;
}

bool is_office_of_next_line(std::string_view placed) {
  return std::ranges::any_of(representatives, [&](const Row& row) { return placed == row.folded; });
}

bool is_place_like_name(std::string_view placed) {
  return std::ranges::find(places_like_names, placed, &Row::folded) != std::end(places_like_names);
}

bool is_open_office(std::string_view placed) {
  return placed.ends_with(',') || std::ranges::any_of(open_offices, [&](const Row& row) {
           if (!closes_with(placed, row.folded)) return false;
           const std::size_t at = placed.size() - row.folded.size();
           return at == 0 || row.folded.front() == ' ' || blank_length(placed, at - 1) != 0;
         });
}

std::size_t office_at_end(std::string_view placed) {
  std::size_t begin = std::string_view::npos;
  for (const Row& row : office_titles) {
    if (!closes_with(placed, row.folded)) continue;
    const std::size_t at = placed.size() - row.folded.size();
    if (at == 0 || blank_length(placed, at - 1) == 0) continue;
    begin = std::min(begin, at);
  }
  if (begin == std::string_view::npos) return begin;
  const std::string_view before = placed.substr(0, begin);
  for (const Row& row : named_for_heads) {
    if (before.ends_with(row.folded)) return std::string_view::npos;
  }
  for (const Row& row : title_prefixes) {
    if (begin >= row.folded.size() &&
        placed.substr(begin - row.folded.size()).starts_with(row.folded)) {
      return begin - row.folded.size();
    }
  }
  return begin;
}

std::size_t honours_length(std::string_view printed, std::string_view placed) {
  std::size_t at = 0;
  for (bool found = true; found && at < placed.size();) {
    found = false;
    const std::string_view rest = placed.substr(at);
    for (const Row& row : honours) {
      if (!starts_with_word(rest, row.folded)) continue;
      std::size_t end = at + row.folded.size();
      // "GS.TS", "Đại tá, TS.", "ThS-BS"
      const bool pointed = end < placed.size() && (placed[end] == '.' || placed[end] == ',' ||
                                                   placed[end] == '-' || placed[end] == '/');
      if (pointed) ++end;
      const std::size_t next = trim_begin(placed, end, placed.size());
      // "Ông" and "CN" could be syllables of a name: a name follows, and no letter at once.
      if (next == placed.size() || (next == end && !pointed)) continue;
      if (!is_capital(printed, next)) continue;
      at = next;
      found = true;
      break;
    }
  }
  return at;
}

bool is_person_name(std::string_view printed, std::string_view placed) {
  const std::size_t honour = honours_length(printed, placed);
  printed = trim(printed.substr(honour));
  placed = trim(placed.substr(honour));
  if (printed.empty() || printed.size() > longest_name) return false;
  std::size_t words = 0;
  std::size_t small = 0;
  const bool caps = is_caps(printed);
  for (std::size_t at = 0; at < printed.size();) {
    if (!is_capital(printed, at)) {
      if (!is_small(printed, at)) return false;
      ++small;  // a syllable that lost its first letter
    }
    ++words;
    const std::size_t begin = at;
    while (at < printed.size() && blank_length(printed, at) == 0) {
      const std::size_t length = letter_at(printed, at);
      const bool apostrophe = printed[at] == '\'' || printed.substr(at).starts_with("\xE2\x80\x99");
      if (length == 0 && !apostrophe && printed[at] != '-') return false;
      at += length != 0 ? length : language::code_point_length(printed[at]);
    }
    // "UBND phường Văn Phú": an abbreviation names an institution.
    if (!caps && is_caps(printed.substr(begin, at - begin))) return false;
    at = trim_begin(printed, at, printed.size());
  }
  if (words < 2 || words > 6 || small > (words > 3 ? 1U : 0U)) return false;
  if (starts_with_row(placed, institutions_of_two)) return false;
  if (caps) {
    const std::size_t first = std::min(placed.find(' '), placed.size());
    if (std::ranges::find(nouns_like_names, placed, &Row::folded) != std::end(nouns_like_names)) {
      return false;
    }
    return std::ranges::find(family_names, placed.substr(0, first)) != std::end(family_names) &&
           title_length(placed) == 0;
  }
  for (const Row& row : not_names) {
    if (!starts_with_word(placed, row.folded)) continue;
    return row.folded == "văn" || row.folded == "lưu" || row.folded == "thành" ||
           row.folded == "chủ";
  }
  return true;
}

bool is_signing_mark(std::string_view lower) {
  while (!lower.empty() && (lower.front() == '(' || lower.front() == '[' || lower.front() == '*')) {
    lower.remove_prefix(1);
  }
  return starts_with_row(trim(lower), signing_marks);
}

}  // namespace vanban::outline

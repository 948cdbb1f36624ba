#pragma once

#include <array>
#include <string_view>

#include "tokens/phrases.hpp"
#include "vanban/document.hpp"

/// The words around a number that tell what it is: what compares, what is counted, what names.
namespace vanban::plan::quantities {

using tokens::Phrase;
using tokens::PhraseTable;

struct ComparatorRow {
  std::string_view phrase;
  Comparator comparator;
};

// clang-format off
inline constexpr PhraseTable comparators_before(std::to_array<ComparatorRow>({
    {"trên dưới", Comparator::about}, {"khoảng", Comparator::about},
    {"khoảng từ", Comparator::about},
    {"xấp xỉ", Comparator::about}, {"gần", Comparator::about}, {"ước khoảng", Comparator::about},
    {"vào khoảng", Comparator::about}, {"tương đương", Comparator::about},
    {"trên", Comparator::greater}, {"hơn", Comparator::greater}, {"quá", Comparator::greater},
    {"cao hơn", Comparator::greater}, {"lớn hơn", Comparator::greater},
    {"nhiều hơn", Comparator::greater}, {"vượt", Comparator::greater},
    {"vượt trên", Comparator::greater}, {">", Comparator::greater},
    {"tối thiểu", Comparator::greater_equal}, {"tối thiểu là", Comparator::greater_equal},
    {"tối thiểu bằng", Comparator::greater_equal}, {"ít nhất bằng", Comparator::greater_equal},
    {"ít nhất phải có", Comparator::greater_equal}, {"tối đa bằng", Comparator::less_equal},
    {"tối thiểu đạt", Comparator::greater_equal}, {"tối thiểu từ", Comparator::greater_equal},
    {"tối thiểu có", Comparator::greater_equal}, {"ít nhất", Comparator::greater_equal},
    {"ít nhất là", Comparator::greater_equal}, {"ít nhất có", Comparator::greater_equal},
    {"ít nhất đạt", Comparator::greater_equal}, {"ít nhất từ", Comparator::greater_equal},
    {"không dưới", Comparator::greater_equal}, {"không thấp hơn", Comparator::greater_equal},
    {"không ít hơn", Comparator::greater_equal}, {"không nhỏ hơn", Comparator::greater_equal},
    {">=", Comparator::greater_equal}, {"≥", Comparator::greater_equal},
    {"dưới", Comparator::less}, {"thấp hơn", Comparator::less}, {"ít hơn", Comparator::less},
    {"nhỏ hơn", Comparator::less}, {"chưa đến", Comparator::less}, {"chưa tới", Comparator::less},
    {"<", Comparator::less},
    {"không quá", Comparator::less_equal}, {"không vượt quá", Comparator::less_equal},
    {"không vượt", Comparator::less_equal}, {"không cao hơn", Comparator::less_equal},
    {"không lớn hơn", Comparator::less_equal}, {"không nhiều hơn", Comparator::less_equal},
    {"không trên", Comparator::less_equal}, {"không tăng quá", Comparator::less_equal},
    {"không để tăng quá", Comparator::less_equal}, {"không để vượt quá", Comparator::less_equal},
    {"tối đa", Comparator::less_equal},
    {"tối đa là", Comparator::less_equal}, {"tối đa không quá", Comparator::less_equal},
    {"nhiều nhất", Comparator::less_equal}, {"nhiều nhất là", Comparator::less_equal},
    {"<=", Comparator::less_equal}, {"≤", Comparator::less_equal},
}));

inline constexpr PhraseTable comparators_after(std::to_array<ComparatorRow>({
    {"trở lên", Comparator::greater_equal}, {"trở xuống", Comparator::less_equal},
    {"hoặc hơn", Comparator::greater_equal}, {"hoặc cao hơn", Comparator::greater_equal},
}));

// Behind a share by which something is exceeded: "vượt 3% kế hoạch", but "vượt 80%".
inline constexpr PhraseTable exceeded(std::to_array<Phrase>({
    {"so với"}, {"kế hoạch"}, {"chỉ tiêu"}, {"dự toán"}, {"mục tiêu"}, {"nghị quyết"}, {"mức"},
    {"chỉ tiêu kế hoạch"}, {"công suất"}, {"định mức"}, {"tiến độ"},
}));

// Behind the first level of a change.
inline constexpr PhraseTable change_words(std::to_array<Phrase>({
    {"lên"}, {"xuống"}, {"còn"}, {"xuống còn"}, {"tăng lên"}, {"giảm xuống"}, {"giảm còn"},
}));

// "từ 3% trở lên", "từ 4 đến 5%": part of what is printed, without a meaning of its own.
inline constexpr std::string_view from_word = "từ";

enum class UnitKind : unsigned char {
  measure,  ///< money, length, area ...: an amount whatever stands before
  thing,    ///< a counted thing
  time,     ///< a span of time: an amount only where a word compares or says what it comes to
  age,      ///< an amount only where a word says that it is reached: "đạt trên 80 tuổi"
  name      ///< the number is part of a name or an ordinal: no amount
};

struct UnitRow {
  std::string_view phrase;
  UnitKind kind = UnitKind::thing;
};

// Longest first decides: "dự án" before "dự". What is not here is read by the rule of `free_unit`.
inline constexpr PhraseTable units(std::to_array<UnitRow>({
    // money
    {"đồng", UnitKind::measure}, {"đồng việt nam", UnitKind::measure}, {"vnđ", UnitKind::measure},
    {"vnd", UnitKind::measure}, {"đ", UnitKind::measure}, {"usd", UnitKind::measure},
    {"đô la mỹ", UnitKind::measure}, {"đô la", UnitKind::measure}, {"euro", UnitKind::measure},
    {"eur", UnitKind::measure},
    // measures
    {"m", UnitKind::measure}, {"m2", UnitKind::measure}, {"m²", UnitKind::measure},
    {"m3", UnitKind::measure}, {"m³", UnitKind::measure}, {"km", UnitKind::measure},
    {"km2", UnitKind::measure}, {"km²", UnitKind::measure}, {"cm", UnitKind::measure},
    {"mm", UnitKind::measure}, {"ha", UnitKind::measure}, {"héc ta", UnitKind::measure},
    {"hecta", UnitKind::measure}, {"mét", UnitKind::measure}, {"mét vuông", UnitKind::measure},
    {"mét khối", UnitKind::measure}, {"kg", UnitKind::measure}, {"g", UnitKind::measure},
    {"gam", UnitKind::measure}, {"tạ", UnitKind::measure}, {"tấn", UnitKind::measure},
    {"yến", UnitKind::measure}, {"lít", UnitKind::measure}, {"ml", UnitKind::measure},
    {"kw", UnitKind::measure}, {"mw", UnitKind::measure}, {"gw", UnitKind::measure},
    {"mwp", UnitKind::measure}, {"kwh", UnitKind::measure}, {"mwh", UnitKind::measure},
    {"gwh", UnitKind::measure}, {"kv", UnitKind::measure}, {"kva", UnitKind::measure},
    {"mva", UnitKind::measure}, {"w", UnitKind::measure}, {"v", UnitKind::measure},
    {"mb", UnitKind::measure}, {"gb", UnitKind::measure}, {"tb", UnitKind::measure},
    {"mbps", UnitKind::measure}, {"gbps", UnitKind::measure}, {"mb/s", UnitKind::measure},
    {"gb/s", UnitKind::measure}, {"ph", UnitKind::measure}, {"độ", UnitKind::measure},
    {"độ c", UnitKind::measure}, {"mg", UnitKind::measure}, {"μg", UnitKind::measure},
    {"db", UnitKind::measure}, {"dba", UnitKind::measure},
    {"°c", UnitKind::measure}, {"teu", UnitKind::measure},
    {"dwt", UnitKind::measure}, {"tkm", UnitKind::measure}, {"hk", UnitKind::measure},
    // people
    {"người"}, {"người dân"}, {"người lao động"}, {"người có công"}, {"người học"}, {"hộ"},
    {"gia đình"}, {"cặp vợ chồng"}, {"nhân khẩu"}, {"cấp ủy viên"}, {"ủy viên"},
    {"cộng tác viên"}, {"báo cáo viên"}, {"kỹ thuật viên"}, {"kiểm soát viên"}, {"trọng tài viên"},
    {"phó giáo sư"}, {"đồng chí"}, {"luật sư"}, {"thẩm phán"}, {"trưởng thôn"}, {"già làng"},
    {"người có uy tín"}, {"nhân viên y tế"}, {"người cao tuổi"},
    {"người khuyết tật"},
    {"cá nhân"}, {"tập thể"}, {"đảng viên"}, {"đoàn viên"}, {"hội viên"}, {"thanh niên"},
    {"ngày công"}, {"ngày công lao động"}, {"giờ công"}, {"ca máy"},
    {"học sinh"}, {"sinh viên"}, {"giáo viên"}, {"giảng viên"}, {"học viên"}, {"trẻ em"},
    {"trẻ"}, {"em"}, {"cháu"}, {"đội viên"}, {"dân quân"},
    {"trẻ sơ sinh"}, {"trẻ sơ sinh trai"}, {"trẻ sơ sinh gái"}, {"bé trai"}, {"bé gái"},
    {"trẻ đẻ sống"}, {"trẻ sinh sống"}, {"trẻ sinh ra còn sống"}, {"trẻ sinh ra sống"},
    {"bác sỹ"}, {"bác sĩ"}, {"dược sĩ"}, {"dược sỹ"}, {"dược sĩ đại học"}, {"dược sỹ đại học"},
    {"điều dưỡng"}, {"cán bộ"}, {"công chức"},
    {"viên chức"}, {"lao động"}, {"nhân lực"}, {"chuyên gia"}, {"kỹ sư"}, {"đại biểu"},
    {"thành viên"}, {"chiến sĩ"}, {"chiến sỹ"}, {"khách"}, {"khách hàng"}, {"lượt"}, {"lượt khách"},
    {"lượt người"}, {"lượt giao dịch"}, {"lượt truy cập"}, {"lượt hồ sơ"}, {"lượt xem"},
    {"lượt phương tiện"}, {"lượt xe"}, {"lượt hành khách"}, {"lượt hộ"}, {"lượt đại biểu"},
    {"lượt cán bộ"}, {"lượt hội viên"}, {"lượt đoàn viên"}, {"lượt học sinh"}, {"lượt lao động"},
    {"lượt trẻ"}, {"lượt du khách"}, {"lượt tiếp cận"}, {"lượt bệnh nhân"}, {"lượt khám"},
    {"du khách"}, {"dân"}, {"nạn nhân"}, {"vận động viên"}, {"huấn luyện viên"},
    {"nông dân"}, {"phụ nữ"}, {"tình nguyện viên"}, {"đối tượng"},
    {"suất"}, {"suất quà"}, {"phần quà"}, {"nhà giáo"}, {"tuyên truyền viên"}, {"hòa giải viên"},
    // bodies and places
    {"xã"}, {"phường"}, {"thị trấn"}, {"huyện"}, {"quận"}, {"tỉnh"}, {"thành phố"}, {"thôn"},
    {"bản"}, {"ấp"}, {"cánh đồng"}, {"khu phố"}, {"tổ dân phố"}, {"tổ"}, {"đơn vị"},
    {"cơ quan"}, {"cơ sở"},
    {"cơ sở y tế"}, {"cơ sở giáo dục"}, {"cơ sở sản xuất"}, {"cơ sở kinh doanh"},
    {"tổ chức"}, {"doanh nghiệp"}, {"hợp tác xã"}, {"tổ hợp tác"}, {"htx"}, {"trường"},
    {"trường học"}, {"lớp"}, {"lớp học"}, {"lớp tập huấn"}, {"bệnh viện"}, {"trạm y tế"},
    {"trạm"}, {"trung tâm"}, {"khu công nghiệp"}, {"cụm công nghiệp"}, {"khu"}, {"cụm"},
    {"khu kinh tế"}, {"khu du lịch"}, {"khu đô thị"}, {"khu tái định cư"}, {"khu dân cư"},
    {"làng nghề"}, {"chợ"}, {"siêu thị"},
    {"chi bộ"}, {"đảng bộ"}, {"tổ chức đảng"}, {"câu lạc bộ"}, {"đội"}, {"đội hình"}, {"nhóm"},
    {"đoàn"},
    {"địa phương"}, {"khu vực"}, {"vùng"}, {"điểm"}, {"điểm cầu"}, {"địa điểm"}, {"thư viện"},
    {"nhà văn hóa"}, {"nhà đầu tư"}, {"nhà khoa học"}, {"nhà tiêu"}, {"nhà vệ sinh"},
    {"nhà cung cấp"}, {"nhà lưới"}, {"nhà màng"}, {"nhà kính"}, {"nhà xưởng"},
    {"nhà kho"}, {"nhà trẻ"}, {"cụm dân cư"}, {"cụm di tích"},
    {"điểm giao dịch"}, {"điểm trường"}, {"điểm truy cập"}, {"điểm nghẽn"},
    {"điểm đen"}, {"trạm quan trắc"}, {"trạm phát sóng"}, {"trạm bơm"}, {"trạm cấp nước"},
    {"trạm thu phí"}, {"trạm sạc"}, {"đoàn kiểm tra"}, {"đoàn công tác"}, {"đoàn thanh tra"},
    {"đoàn đại biểu"}, {"đoàn giám sát"}, {"cơ sở đào tạo"}, {"cơ sở lưu trú"},
    {"cơ sở giết mổ"}, {"cơ sở chăn nuôi"}, {"cơ sở chế biến"}, {"cơ sở thờ tự"},
    {"vùng sản xuất"}, {"vùng nguyên liệu"}, {"vùng nuôi"}, {"đội tuyển"}, {"trung tâm y tế"},
    {"trung tâm thương mại"}, {"hồ chứa"}, {"hồ chứa nước"}, {"hồ bơi"}, {"bể bơi"},
    {"phòng khám"}, {"phòng thí nghiệm"}, {"đơn vị hành chính"}, {"đơn vị sự nghiệp"},
    {"đài truyền thanh"}, {"khu bảo tồn"}, {"khu chức năng"}, {"sân vận động"}, {"nhà"},
    {"căn nhà"}, {"căn"}, {"căn hộ"}, {"ngôi nhà"}, {"phòng"},
    {"phòng học"}, {"giường"}, {"giường bệnh"}, {"mô hình"}, {"bộ"}, {"ngành"}, {"sở"}, {"ban"},
    {"nhà máy"}, {"tòa nhà"}, {"hồ"}, {"đập"}, {"cầu"}, {"tuyến"}, {"tuyến đường"}, {"đoạn"},
    {"trạm biến áp"}, {"trạm bts"}, {"cổng"}, {"cổng trường"}, {"trang trại"}, {"vườn"},
    {"vườn ươm"}, {"điểm tiêm"}, {"công đoàn cơ sở"}, {"nghiệp đoàn"}, {"nghiệp đoàn cơ sở"},
    // works, papers, events
    {"dự án"}, {"công trình"}, {"hạng mục"}, {"gói thầu"}, {"đề án"}, {"đề tài"}, {"nhiệm vụ"},
    {"chương trình"}, {"kế hoạch"}, {"văn bản"}, {"nghị quyết"}, {"báo cáo"}, {"hồ sơ"},
    {"thủ tục"}, {"thủ tục hành chính"}, {"tthc"}, {"dịch vụ"}, {"dịch vụ công"}, {"dịch vụ số"},
    {"tiêu chí"},
    {"chỉ tiêu"}, {"chỉ số"}, {"tiêu chuẩn"}, {"sản phẩm"}, {"giải pháp"},
    {"sáng kiến"}, {"bằng sáng chế"}, {"đơn"}, {"giải thưởng"}, {"giải"}, {"cuộc"},
    {"cuộc kiểm tra"}, {"cuộc thanh tra"}, {"cuộc thi"}, {"hội nghị"}, {"hội thảo"},
    {"buổi"}, {"đợt"}, {"lần"}, {"kỳ"}, {"phiên"}, {"phiên tòa"},
    {"phiên họp"}, {"phiên giao dịch"}, {"phiên chợ"}, {"vụ"}, {"vụ việc"}, {"vụ án"},
    {"vụ cháy"}, {"vụ tai nạn"}, {"tiết mục"}, {"trận"}, {"trận đấu"}, {"gian hàng"},
    {"ổ dịch"}, {"cơn bão"}, {"trường hợp"},
    {"tin"}, {"tin bài"}, {"bài"}, {"bài viết"}, {"tin, bài"}, {"chuyên mục"}, {"chuyên đề"},
    {"phóng sự"}, {"video"}, {"clip"}, {"tài liệu"}, {"tờ rơi"}, {"pa nô"}, {"băng rôn"},
    {"cuốn"}, {"quyển"}, {"sổ"}, {"sổ tay"}, {"sổ khám"}, {"sổ tiết kiệm"},
    {"bản sách"}, {"đầu sách"}, {"lượt sách"}, {"lượt đọc"}, {"tờ"},
    {"bản tin"}, {"bộ hồ sơ"}, {"bộ tài liệu"}, {"hợp đồng"},
    {"cơ sở dữ liệu"}, {"csdl"}, {"hệ thống"}, {"nền tảng"}, {"phần mềm"}, {"ứng dụng"},
    {"tài khoản"}, {"thuê bao"}, {"giao dịch"}, {"nội dung"}, {"phong trào"}, {"danh mục"},
    {"loại"}, {"loại hình"}, {"ca"}, {"ca bệnh"}, {"ca sinh"},
    {"ca mắc"}, {"ca tử vong"}, {"đơn vị máu"}, {"mũi"}, {"mũi tiêm"}, {"liều"}, {"bước"},
    {"cấp"}, {"mẫu"}, {"ý kiến"}, {"kiến nghị"}, {"nhãn hiệu"}, {"thương hiệu"}, {"mã số"},
    {"vùng trồng"}, {"mã số vùng trồng"}, {"chuỗi"}, {"chuỗi liên kết"}, {"kết quả"}, {"mặt hàng"},
    // things
    {"cây"}, {"cây xanh"}, {"con"}, {"cái"}, {"chiếc"}, {"xe"}, {"xe ô tô"}, {"máy"},
    {"máy tính"}, {"máy tính bảng"}, {"máy biến áp"}, {"máy bơm"}, {"xe máy"}, {"xe buýt"},
    {"xe tải"},
    {"xe cứu thương"}, {"xe đạp"}, {"bài báo"}, {"bài dự thi"}, {"bài thi"}, {"bộ chỉ số"},
    {"thiết bị"}, {"camera"}, {"trụ"}, {"cột"}, {"bóng đèn"}, {"giếng"}, {"thùng"},
    {"chai"}, {"gói"}, {"hộp"}, {"bao"}, {"bao tải"}, {"quả"}, {"con lợn"}, {"gia cầm"}, {"tàu"},
    {"tàu cá"},
    {"mốc"}, {"mốc giới"}, {"cửa hàng"}, {"quầy"}, {"ki-ốt"}, {"bếp ăn"},
    {"bình chữa cháy"}, {"trụ nước"},
    {"rọ"}, {"cuộn"}, {"viên"}, {"ống"}, {"cọc"}, {"phao"}, {"áo phao"}, {"thửa"}, {"thửa đất"},
    {"lô"}, {"lô đất"}, {"bậc"}, {"hạng"}, {"sao"}, {"tín chỉ"},
    {"tiết"}, {"môn"}, {"bộ phận"}, {"câu hỏi"}, {"câu"}, {"điểm phần trăm"}, {"điểm %"}, {"số"},
    // spans of time
    {"năm", UnitKind::time}, {"tháng", UnitKind::time}, {"tuần", UnitKind::time},
    {"ngày thở máy", UnitKind::time}, {"ngày điều trị", UnitKind::time},
    {"ngày nằm viện", UnitKind::time}, {"ngày", UnitKind::time}, {"ngày đêm", UnitKind::time},
    {"ngày làm việc", UnitKind::time}, {"quý", UnitKind::time},
    {"giờ làm việc", UnitKind::time}, {"học kỳ", UnitKind::time},
    {"năm học", UnitKind::time}, {"phút", UnitKind::time}, {"tiếng", UnitKind::time},
    {"tuổi", UnitKind::age},
    // names with a number in them; anniversaries, times of day
    {"không", UnitKind::name}, {"có", UnitKind::name},
    {"tại chỗ", UnitKind::name}, {"rõ", UnitKind::name}, {"giờ", UnitKind::name},
    {"giây", UnitKind::name}, {"h", UnitKind::name},
    {"năm thành lập", UnitKind::name}, {"năm ngày", UnitKind::name},
    {"năm kỷ niệm", UnitKind::name}, {"năm cách mạng", UnitKind::name},
    {"năm chiến thắng", UnitKind::name}, {"năm giải phóng", UnitKind::name},
    {"năm truyền thống", UnitKind::name}, {"năm ngày sinh", UnitKind::name},
    {"tháng đầu", UnitKind::name}, {"tháng đầu năm", UnitKind::name},
    {"tháng cuối", UnitKind::name}, {"tháng cuối năm", UnitKind::name},
    {"tháng tuổi", UnitKind::name}, {"sẵn sàng", UnitKind::name},
    {"đột phá", UnitKind::name}, {"trụ cột", UnitKind::name}, {"cùng", UnitKind::name},
    {"đảm đang", UnitKind::name}, {"sạch", UnitKind::name}, {"nhất", UnitKind::name},
    {"giảm", UnitKind::name}, {"tăng", UnitKind::name}, {"phải", UnitKind::name},
}));

// Names that measure where something stands behind a slash.
inline constexpr PhraseTable timed_names(std::to_array<Phrase>({{"giờ"}, {"giây"}, {"h"}}));

inline constexpr PhraseTable magnitudes(std::to_array<Phrase>({
    {"trăm"}, {"nghìn"}, {"ngàn"}, {"vạn"}, {"triệu"}, {"tỷ"}, {"tỉ"}, {"nghìn tỷ"},
    {"nghìn tỉ"}, {"ngàn tỷ"}, {"trăm tỷ"}, {"chục"}, {"triệu tỷ"},
}));

// A word before a number that makes it a name, a place in a row or a part of a document.
inline constexpr PhraseTable naming_words(std::to_array<Phrase>({
    {"số"}, {"khoản"}, {"điều"}, {"điểm"}, {"mục"}, {"tiểu mục"}, {"chương"}, {"phần"},
    {"phụ lục"}, {"biểu"}, {"mẫu"}, {"bảng"}, {"hình"}, {"trang"}, {"đề án"}, {"nghị quyết"},
    {"nghị định"}, {"quyết định"}, {"chỉ thị"}, {"thông tư"}, {"chương trình"}, {"dự án"},
    {"tiểu dự án"}, {"nội dung"}, {"nhóm"}, {"thứ"}, {"lần thứ"}, {"lần"}, {"khóa"}, {"khoá"},
    {"kỳ"}, {"kỳ họp thứ"}, {"hạng"}, {"cấp"}, {"mức độ"}, {"cấp độ"}, {"loại"},
    {"vùng"}, {"khu vực"}, {"quận"}, {"phường"}, {"tổ"}, {"thôn"}, {"khu phố"}, {"ấp"},
    {"quốc lộ"}, {"tỉnh lộ"}, {"đường tỉnh"}, {"đường"}, {"tầng"}, {"giai đoạn"},
    {"nhiệm kỳ"}, {"năm"}, {"tháng"}, {"ngày"}, {"quý"}, {"năm học"}, {"niên vụ"}, {"vụ"},
    {"chuẩn"}, {"tiêu chuẩn"}, {"tiêu chí"}, {"phương châm"}, {"phiên bản"}, {"điện thoại"},
    {"đt"}, {"fax"}, {"sđt"}, {"hotline"}, {"tài khoản"}, {"mã số"}, {"lúc"}, {"hồi"}, {"từ năm"},
    {"đến năm"}, {"covid"}, {"cách mạng công nghiệp"}, {"công nghiệp"}, {"lớp"}, {"khối"},
    {"khối lớp"}, {"bậc"},
    {"km"}, {"lô"}, {"phòng"}, {"ql"}, {"đt."}, {"tcvn"}, {"iso"}, {"top"}, {"tốp"}, {"bước"},
    {"đợt"}, {"kỷ niệm"},
}));

// A word before a number that names only where nothing is counted: "mức 2", but "ở mức 107 trẻ".
inline constexpr PhraseTable naming_bare(std::to_array<Phrase>({{"mức"}}));

// Of them those that are verbs, too: "cấp 10.000 tài khoản", but "cấp 3".
inline constexpr PhraseTable giving(std::to_array<Phrase>({{"cấp"}}));
inline constexpr double fewest_given = 10;

// Longer names for which the word at their end names no more: "tổng số 120 hộ", "trung cấp 830
// học sinh".
inline constexpr PhraseTable counting_numbers(std::to_array<Phrase>({
    {"tổng số"}, {"số lượng"}, {"trung cấp"}, {"sơ cấp"}, {"cao cấp"},
    {"định kỳ"}, {"nâng cấp"}, {"cung cấp"}, {"trợ cấp"}, {"trang cấp"},
}));

// Before a word that names: each of those things.
inline constexpr PhraseTable every(std::to_array<Phrase>({
    {"mỗi"}, {"từng"}, {"một"}, {"hằng"}, {"hàng"},
}));

// What says that an age is aimed at.
    inline constexpr PhraseTable reaching_words(std::to_array<Phrase>({{"đạt"}, {"lên"},
    {"đạt được"}}));

struct NumberWord {
  std::string_view phrase;
  double value;
};

// Numbers in words count where a limit is set: "ít nhất một cơ sở y tế".
inline constexpr PhraseTable number_words(std::to_array<NumberWord>({
    {"một", 1}, {"hai", 2}, {"ba", 3}, {"bốn", 4}, {"năm", 5}, {"sáu", 6}, {"bảy", 7},
    {"tám", 8}, {"chín", 9}, {"mười", 10},
}));

// What says that a bare number or a span of time is what is aimed at.
inline constexpr PhraseTable result_words(std::to_array<Phrase>({
    {"đạt"}, {"còn"}, {"xuống"}, {"lên"}, {"là"}, {"bằng"}, {"xuống còn"}, {"giảm"}, {"tăng"},
    {"có"}, {"thêm"}, {"rút ngắn"}, {"đến"}, {"hơn"}, {"được"}, {"gồm"},
}));

// A word that no counted thing begins with or contains: where it follows, the unit is over.
inline constexpr PhraseTable not_in_unit(std::to_array<Phrase>({
    {"và"}, {"hoặc"}, {"của"}, {"cho"}, {"là"}, {"có"}, {"được"}, {"đạt"}, {"trong"}, {"trên"},
    {"dưới"}, {"tại"}, {"theo"}, {"về"}, {"với"}, {"để"}, {"từ"}, {"đến"}, {"tới"}, {"thì"},
    {"mà"}, {"so"}, {"trở"}, {"so với"}, {"ở"}, {"đối với"}, {"thuộc"}, {"khi"}, {"nếu"}, {"này"},
    {"đó"}, {"vào"}, {"do"}, {"bằng"}, {"sẽ"}, {"đã"}, {"đang"}, {"phải"}, {"chưa"}, {"không"},
    {"còn"}, {"gồm"}, {"như"}, {"các"}, {"những"}, {"mỗi"}, {"lên"}, {"xuống"}, {"hoàn thành"},
    {"tham gia"}, {"thực hiện"}, {"sử dụng"}, {"tăng"}, {"giảm"}, {"mới"}, {"khác"}, {"đủ"},
}));

// What is said of those who come before.
inline constexpr PhraseTable predicates(std::to_array<Phrase>({
    {"được"}, {"phải"}, {"bị"}, {"đều"}, {"sẽ"},
}));

// What makes places a scope, and the places: "đối với 42 xã".
inline constexpr PhraseTable scope_words(std::to_array<Phrase>({
    {"đối với"}, {"tại"}, {"ở"}, {"trên địa bàn"}, {"tại địa bàn"}, {"thuộc"},
}));
inline constexpr PhraseTable places(std::to_array<Phrase>({
    {"xã"}, {"phường"}, {"thị trấn"}, {"huyện"}, {"quận"}, {"thị xã"}, {"tỉnh"}, {"thành phố"},
    {"thôn"}, {"bản"}, {"ấp"}, {"khu phố"}, {"tổ dân phố"}, {"địa phương"},
}));

// What a name of three syllables ends with: "thanh tra viên".
inline constexpr PhraseTable third_syllables(std::to_array<Phrase>({{"viên"}, {"sư"}}));

// What things are counted by: "02 tiết dạy tốt/học kỳ". Others behind a slash are another name for
// what is counted: "20 cán bộ nam/nữ".
inline constexpr PhraseTable counted_by(std::to_array<Phrase>({
    {"người"}, {"hộ"}, {"xã"}, {"phường"}, {"thôn"}, {"trường"}, {"lớp"}, {"đơn vị"}, {"năm"},
    {"năm học"}, {"ngày đêm"}, {"học kỳ"}, {"kỳ"}, {"vụ"}, {"quý"}, {"tháng"}, {"tuần"}, {"ngày"},
    {"buổi"},
    {"km2"}, {"km²"}, {"km"}, {"ha"}, {"vạn dân"}, {"người dân"}, {"học sinh"}, {"giáo viên"},
    {"cơ sở"}, {"lần"}, {"đợt"}, {"chi bộ"}, {"chi đoàn"}, {"chi hội"},
}));

// Before two numbers with a slash that are no share: a day, or a house.
struct PairRow {
  std::string_view phrase;
  bool day = false;
};
inline constexpr PhraseTable pair_words(std::to_array<PairRow>({
    {"vào", true}, {"dịp", true}, {"ngày", true}, {"từ", true}, {"sáng", true}, {"chiều", true},
    {"tối", true}, {"hôm", true}, {"nhà"}, {"số nhà"}, {"ngõ"}, {"hẻm"}, {"ngách"}, {"kiệt"},
    {"đường"}, {"lô"}, {"phòng số"},
}));
// clang-format on

}  // namespace vanban::plan::quantities

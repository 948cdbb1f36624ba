#pragma once

#include <string_view>

/// The words by which lines are found in a text that has lost its breaks. Folded, as they are
/// printed in lower case.
namespace vanban::outline::unbroken {

enum class Where : unsigned char {
  anywhere,      ///< the phrase begins a line wherever it stands
  after_stop,    ///< behind a full stop, semicolon, colon, or capitals
  after_title,   ///< there, and between the type and the first number of the outline
  at_signature,  ///< behind the recipients
  in_header,     ///< before the line of the type
};

struct OpenerRow {
  std::string_view folded;
  bool caps = false;  ///< printed in capitals; else with one at its start
  Where where = Where::anywhere;
};

// clang-format off
inline constexpr OpenerRow openers[] = {
    {"cộng hòa xã hội", true}, {"cộng hoà xã hội", true}, {"độc lập - tự do"},
    {"độc lập – tự do"}, {"độc lập", false, Where::after_stop},
    {"số:"}, {"kính gửi"}, {"nơi nhận"}, {"trên đây là"},
    {"căn cứ ", false, Where::after_title}, {"xét đề nghị", false, Where::after_title},
    {"theo đề nghị", false, Where::after_stop}, {"thực hiện ", false, Where::after_stop},
    {"để ", false, Where::after_stop}, {"nhằm ", false, Where::after_stop},
    {"tm. ", true}, {"kt. ", true}, {"tl. ", true}, {"tuq. ", true}, {"t/m", true},
    {"(đã ký)"}, {"(ký)"}, {"phụ lục", true}, {"phần thứ ", true},
    {"phần thứ ", false, Where::after_stop}, {"đảng cộng sản việt nam", true, Where::in_header},
    {"đoàn tncs hồ chí minh", true, Where::in_header},
    {"đội tntp hồ chí minh", true, Where::in_header},
    {"phần i", true}, {"phần v", true}, {"phần 1", true}, {"phần 2", true}, {"phần 3", true},
    {"hiệu trưởng", true, Where::at_signature}, {"giám đốc", true, Where::at_signature},
    {"tổng giám đốc", true, Where::at_signature}, {"chủ tịch", true, Where::at_signature},
    {"trưởng phòng", true, Where::at_signature}, {"trưởng ban", true, Where::at_signature},
    {"bí thư", true, Where::at_signature}, {"cục trưởng", true, Where::at_signature},
    {"chi cục trưởng", true, Where::at_signature}, {"bộ trưởng", true, Where::at_signature},
    {"viện trưởng", true, Where::at_signature}, {"chánh án", true, Where::at_signature},
    {"chánh văn phòng", true, Where::at_signature}, {"chánh thanh tra", true, Where::at_signature},
    {"phó hiệu trưởng", true, Where::at_signature}, {"phó giám đốc", true, Where::at_signature},
    {"phó chủ tịch", true, Where::at_signature}, {"phó trưởng", true, Where::at_signature},
    {"phó bí thư", true, Where::at_signature}, {"chỉ huy trưởng", true, Where::at_signature},
};

/// Behind the title a ground begins so where it names what it rests on.
inline constexpr std::string_view ground_openings[] = {
    "thực hiện ", "triển khai ", "hưởng ứng ", "tiếp tục thực hiện ", "theo ", "trên cơ sở ",
    "để thực hiện ", "nhằm thực hiện ",
};

/// What a remark beneath a title begins with.
inline constexpr std::string_view remark_openings[] = {"(ban hành kèm theo ", "(kèm theo "};

/// Behind those whom a letter goes to its text begins so.
inline constexpr std::string_view letter_openings[] = {
    "phúc đáp ", "trả lời ", "trong thời gian qua", "thời gian qua", "thời gian gần đây",
    "trong những năm qua", "vừa qua", "hiện nay", "sau khi ", "thực hiện công văn",
    "thực hiện chỉ đạo", "thực hiện ý kiến", "thực hiện quyết định", "thực hiện kế hoạch",
    "thực hiện nghị", "thực hiện chỉ thị", "thực hiện thông", "thực hiện luật", "tiếp theo ",
    "liên quan đến ", "theo đề nghị", "theo báo cáo", "theo phản ánh",
};

/// Headings that say the same in every plan, by themselves: "Mục đích Giữ đất bãi ...".
inline constexpr std::string_view heading_names[] = {
    "mục đích", "yêu cầu", "mục tiêu", "mục tiêu chung", "mục tiêu cụ thể", "mục tiêu tổng quát",
    "quan điểm", "quan điểm chỉ đạo", "chỉ tiêu", "đối tượng", "phạm vi", "thời gian", "địa điểm",
    "kinh phí", "kinh phí thực hiện", "nguồn kinh phí", "hình thức", "thành phần", "số lượng",
    "thời gian thực hiện", "thời gian, địa điểm", "đối tượng, phạm vi", "phạm vi, đối tượng",
    "nhiệm vụ chung", "chế độ báo cáo", "chế độ thông tin, báo cáo", "khen thưởng", "kỷ luật",
    "căn cứ pháp lý", "cơ sở pháp lý", "sự cần thiết", "kết quả đạt được", "tồn tại, hạn chế",
    "tiêu chuẩn", "tiêu chí", "quy mô", "nội dung thi", "cơ cấu giải thưởng",
};

/// What a name goes on with, in capitals or not: "Mục tiêu Chương trình", "Kinh phí Nhà nước cấp".
inline constexpr std::string_view goes_on_in_name[] = {
    "chương ", "đề án", "kế hoạch", "nhà nước", "trung ương", "đảng", "nghị quyết", "dự án",
    "quốc gia", "thiên niên kỷ", "việt nam", "huân chương", "bằng khen", "giấy khen", "công đoàn",
    "hội thi", "hội nghị", "đại hội", "ban giám khảo", "ban tổ chức", "sở ", "bộ ", "quốc hội",
    "hội đồng", "ủy ban", "uỷ ban", "chính sách", "chính phủ",
};

/// Sentences of who has to do what begin so, with a capital in the midst of a line: "Trạm Y tế
/// Chủ trì khám bệnh ...".
inline constexpr std::string_view task_openings[] = {
    "chủ trì", "phối hợp", "tham mưu", "chịu trách nhiệm", "có trách nhiệm", "tiếp tục",
    "tăng cường", "rà soát", "đẩy mạnh", "theo dõi", "đôn đốc", "bảo đảm", "đảm bảo", "bố trí",
    "cung cấp", "căn cứ", "vận động", "trên cơ sở", "là cơ quan", "là đơn vị", "nâng cao",
    "góp phần", "tạo ",
};

/// ... but behind these words they are names: "Đề án Tăng cường năng lực", "Tổ Theo dõi rừng".
inline constexpr std::string_view named_by_task[] = {
    "đề án", "dự án", "chương trình", "phong trào", "vận động", "tổ", "quỹ", "hội thi", "tiểu ban",
    "cuộc thi", "giải pháp", "công trình", "chỉ thị", "nhiệm vụ", "kết luận", "thông báo",
    "chuyên đề", "kế hoạch", "mô hình", "chiến dịch", "tổ công tác", "đội", "câu lạc bộ", "luật",
    "nghị quyết", "hội nghị", "hội thảo", "đoàn", "nhóm", "ngày hội",
};

/// Who decides stands between the title and the grounds.
struct DecidingRow {
  std::string_view folded;
  std::string_view example;
};
inline constexpr DecidingRow deciding[] = {
    {"bộ trưởng ", "BỘ TRƯỞNG BỘ Y TẾ"}, {"chủ tịch ", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"},
    {"chủ nhiệm ", "CHỦ NHIỆM ỦY BAN"}, {"giám đốc ", "GIÁM ĐỐC SỞ XÂY DỰNG"},
    {"thủ tướng ", "THỦ TƯỚNG CHÍNH PHỦ"}, {"tổng giám đốc ", "TỔNG GIÁM ĐỐC"},
    {"tổng cục trưởng ", "TỔNG CỤC TRƯỞNG"}, {"cục trưởng ", "CỤC TRƯỞNG CỤC THUẾ"},
    {"ủy ban nhân dân ", "ỦY BAN NHÂN DÂN TỈNH"}, {"uỷ ban nhân dân ", "UỶ BAN NHÂN DÂN TỈNH"},
    {"hội đồng nhân dân ", "HỘI ĐỒNG NHÂN DÂN TỈNH"},
};
/// Behind these a title names a body.
inline constexpr DecidingRow names_body[] = {
    {"của", "CỦA BỘ TRƯỞNG"}, {"do", "DO CHỦ TỊCH"}, {"với", "ĐỐI VỚI ỦY BAN NHÂN DÂN"},
    {"phó", "PHÓ GIÁM ĐỐC"}, {"và", "VÀ ỦY BAN NHÂN DÂN"}, {"cho", "CHO GIÁM ĐỐC"},
    {"các", "CÁC ỦY BAN NHÂN DÂN"}, {"quyền", "QUYỀN CHỦ TỊCH"}, {"tổng", "TỔNG GIÁM ĐỐC"},
    {"danh", "CHỨC DANH CHỦ TỊCH"}, {"tại", "TẠI ỦY BAN NHÂN DÂN"}, {"vụ", "CHỨC VỤ GIÁM ĐỐC"},
};

/// Names with a dash in them, whatever stands before.
inline constexpr std::string_view dashed_names[] = {
    "thi đua - khen thưởng", "phát thanh - truyền hình", "văn hóa - xã hội", "kinh tế - xã hội",
    "văn hoá - xã hội", "lao động - thương binh", "độc lập - tự do", "tự do - hạnh phúc",
    "quốc phòng - an ninh", "chính trị - xã hội", "kế hoạch - tài chính", "tài chính - kế hoạch",
};

/// ... and how names of offices end behind one.
inline constexpr std::string_view dashed_ends[] = {
    "xã hội", "nữ công", "pháp luật", "hành chính", "quản trị", "tài chính", "kế toán", "thiết bị",
    "khen thưởng", "truyền hình", "thương binh", "an ninh", "trường học", "an toàn", "kỹ thuật",
    "hạ tầng", "môi trường", "gia đình", "thể thao", "thông tin", "dân số", "dịch vụ",
    "hợp tác quốc tế", "tin học", "chính sách", "cán bộ", "đô thị",
};
// clang-format on

}  // namespace vanban::outline::unbroken

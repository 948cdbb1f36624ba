#pragma once

#include <array>
#include <string_view>

#include "vanban/document.hpp"

/// What the words at the head of a segment of a heading mean. Vietnamese puts the head of a noun
/// phrase first, so "Đối tượng khen thưởng" is about its first word and not about awards.
namespace vanban::plan::roles {

/// How much of the segment a row must cover.
enum class Extent : unsigned char {
  head,  ///< whatever follows specifies it: "Mục tiêu" in "Mục tiêu đến năm 2030"
  whole  ///< nothing may follow but a qualifier ("chung", "trọng tâm"): the word is a verb
         ///< elsewhere
};

struct RoleRow {
  std::string_view phrase;   ///< lower case, today's tone places, single blanks
  std::array<Role, 2> role;  ///< twice the same where it is one
  unsigned char roles;       ///< how many of `role` count; 0: the phrase hides a shorter row
  Extent extent;
  std::string_view example;  ///< a heading that this row claims and no other
};

// clang-format off
[[nodiscard]] constexpr RoleRow one(std::string_view phrase, Role role, std::string_view example) {
  return {phrase, {role, role}, 1, Extent::head, example};
}
[[nodiscard]] constexpr RoleRow two(std::string_view phrase, Role a, Role b,
                                    std::string_view example) {
  return {phrase, {a, b}, 2, Extent::head, example};
}
[[nodiscard]] constexpr RoleRow alone(std::string_view phrase, Role role,
                                      std::string_view example) {
  return {phrase, {role, role}, 1, Extent::whole, example};
}
[[nodiscard]] constexpr RoleRow none(std::string_view phrase, std::string_view example) {
  return {phrase, {Role::content, Role::content}, 0, Extent::head, example};
}

inline constexpr auto role_rows = std::to_array<RoleRow>({
    one("mục đích", Role::purpose, "Mục đích ban hành"),
    one("ý nghĩa", Role::purpose, "Ý nghĩa của ngày hội"),
    two("mục đích yêu cầu", Role::purpose, Role::requirement, "MỤC ĐÍCH YÊU CẦU"),
    one("mục đích ý nghĩa", Role::purpose, "MỤC ĐÍCH Ý NGHĨA"),
    one("yêu cầu", Role::requirement, "Yêu cầu đặt ra"),
    one("nguyên tắc", Role::requirement, "Nguyên tắc chung"),
    // What an award keeps to is none of what the plan asks for.
    none("nguyên tắc khen thưởng", "Nguyên tắc khen thưởng"),
    none("nguyên tắc xét khen thưởng", "Nguyên tắc xét khen thưởng"),
    one("mục tiêu", Role::objective, "Mục tiêu tổng quát"),
    two("mục tiêu chỉ tiêu", Role::objective, Role::target, "MỤC TIÊU CHỈ TIÊU"),
    two("mục tiêu nhiệm vụ", Role::objective, Role::task, "MỤC TIÊU NHIỆM VỤ"),
    one("quan điểm", Role::viewpoint, "Quan điểm chỉ đạo"),
    one("phương châm", Role::viewpoint, "Phương châm hành động"),
    one("tư tưởng chỉ đạo", Role::viewpoint, "TƯ TƯỞNG CHỈ ĐẠO"),
    one("định hướng", Role::viewpoint, "ĐỊNH HƯỚNG CHUNG"),
    // A horizon of the section above ("Mục tiêu"), not a viewpoint of its own.
    none("định hướng đến", "Định hướng đến năm 2045"),
    none("định hướng nội dung", "Định hướng nội dung"),
    one("phạm vi", Role::scope, "Phạm vi áp dụng"),
    one("địa bàn", Role::scope, "Địa bàn triển khai"),
    one("quy mô", Role::scope, "Quy mô tổ chức"),
    one("đối tượng", Role::subject, "Đối tượng thụ hưởng"),
    two("đối tượng phạm vi", Role::subject, Role::scope, "ĐỐI TƯỢNG PHẠM VI"),
    one("nội dung", Role::content, "Nội dung cuộc thi"),
    one("nhiệm vụ", Role::task, "Nhiệm vụ đột phá"),
    two("nhiệm vụ giải pháp", Role::task, Role::solution, "NHIỆM VỤ GIẢI PHÁP"),
    alone("công việc", Role::task, "Các công việc cụ thể"),
    alone("hoạt động", Role::task, "Các hoạt động trọng tâm"),
    one("trọng tâm công tác", Role::task, "TRỌNG TÂM CÔNG TÁC"),
    one("phương hướng nhiệm vụ", Role::task, "Phương hướng nhiệm vụ năm học"),
    one("cần làm", Role::task, "Những việc cần làm ngay"),
    one("phần việc", Role::task, "Các phần việc của đợt thi đua"),
    one("công tác trọng tâm", Role::task, "Công tác trọng tâm"),
    one("giải pháp", Role::solution, "Giải pháp về nhân lực"),
    one("biện pháp", Role::solution, "Biện pháp bảo đảm"),
    one("chỉ tiêu", Role::target, "Chỉ tiêu phấn đấu"),
    one("thời gian", Role::time, "Thời gian nộp bài"),
    one("khung thời gian", Role::time, "Khung thời gian năm học"),
    one("khung kế hoạch thời gian", Role::time, "KHUNG KẾ HOẠCH THỜI GIAN"),
    two("thời gian địa điểm", Role::time, Role::place, "THỜI GIAN ĐỊA ĐIỂM"),
    one("thời hạn", Role::time, "Thời hạn báo cáo"),
    one("thời điểm", Role::time, "Thời điểm kiểm tra"),
    one("thời kỳ", Role::time, "Thời kỳ quy hoạch"),
    one("mốc thời gian", Role::time, "Các mốc thời gian"),
    one("tiến độ", Role::time, "Tiến độ hoàn thành"),
    one("lộ trình", Role::time, "Lộ trình thực hiện"),
    one("lịch trình", Role::time, "LỊCH TRÌNH"),
    one("lịch trực", Role::time, "Lịch trực trong dịp lễ"),
    one("lịch học", Role::time, "Lịch học các lớp"),
    one("lịch tuần", Role::time, "LỊCH TUẦN CAO ĐIỂM"),
    one("lịch thời vụ", Role::time, "Lịch thời vụ"),
    one("lịch gieo", Role::time, "Lịch gieo cấy"),
    one("lịch xuống giống", Role::time, "Lịch xuống giống"),
    one("lịch sinh hoạt", Role::time, "Lịch sinh hoạt chi hội"),
    one("lịch làm việc", Role::time, "Lịch làm việc của đoàn kiểm tra"),
    one("lịch thực hiện", Role::time, "Lịch thực hiện"),
    one("lịch triển khai", Role::time, "Lịch triển khai"),
    one("lịch tiêm", Role::time, "Lịch tiêm đợt 1"),
    one("lịch cụ thể", Role::time, "Lịch cụ thể từng xã"),
    one("lịch hoạt động", Role::time, "Lịch hoạt động hè"),
    one("phân kỳ thực hiện", Role::time, "Phân kỳ thực hiện"),
    one("tiến trình", Role::time, "Tiến trình hội thi"),
    one("kế hoạch thời gian", Role::time, "Kế hoạch thời gian năm học"),
    one("giai đoạn thực hiện", Role::time, "Các giai đoạn thực hiện"),
    one("lịch công tác", Role::time, "Lịch công tác của đoàn"),
    one("lịch kiểm tra", Role::time, "Lịch kiểm tra cụ thể"),
    one("lịch tổ chức", Role::time, "Lịch tổ chức hội thi"),
    one("lịch thi", Role::time, "Lịch thi các môn"),
    one("lịch thi đấu", Role::time, "Lịch thi đấu"),
    one("địa điểm", Role::place, "Địa điểm tập trung"),
    one("nơi tổ chức", Role::place, "Nơi tổ chức"),
    one("thành phần", Role::participant, "Thành phần tham dự"),
    one("đại biểu", Role::participant, "Đại biểu mời"),
    one("khách mời", Role::participant, "Khách mời"),
    one("tiêu chí", Role::criterion, "Tiêu chí xét chọn"),
    one("tiêu chuẩn", Role::criterion, "Tiêu chuẩn bình xét"),
    one("điều kiện", Role::criterion, "Điều kiện dự thi"),
    none("điều kiện bảo đảm", "Điều kiện bảo đảm"),
    none("điều kiện đảm bảo", "Điều kiện đảm bảo"),
    none("điều kiện thực hiện", "Điều kiện thực hiện"),
    none("điều kiện tự nhiên", "Điều kiện tự nhiên"),
    none("điều kiện cơ sở vật chất", "Điều kiện cơ sở vật chất, thiết bị dạy học"),
    none("điều kiện vật chất", "Điều kiện vật chất"),
    none("điều kiện kinh tế", "Điều kiện kinh tế - xã hội"),
    none("điều kiện phục vụ", "Điều kiện phục vụ hội thi"),
    one("thang điểm", Role::criterion, "Thang điểm"),
    one("biểu điểm", Role::criterion, "Biểu điểm chấm"),
    one("cách chấm điểm", Role::criterion, "Cách chấm điểm"),
    one("cách tính điểm", Role::criterion, "Cách tính điểm"),
    one("danh hiệu", Role::title_honour, "Danh hiệu thi đua"),
    one("khen thưởng", Role::award, "Khen thưởng đột xuất"),
    one("hình thức khen thưởng", Role::award, "Các hình thức khen thưởng"),
    one("thi đua, khen thưởng", Role::award, "Thi đua, khen thưởng"),
    one("thi đua khen thưởng", Role::award, "Công tác thi đua khen thưởng"),
    one("thi đua - khen thưởng", Role::award, "Công tác thi đua - khen thưởng"),
    one("thi đua và khen thưởng", Role::award, "Công tác thi đua và khen thưởng"),
    one("giải thưởng", Role::award, "Giải thưởng"),
    one("cơ cấu giải", Role::award, "Cơ cấu giải"),
    one("cơ cấu giải thưởng", Role::award, "Cơ cấu giải thưởng"),
    one("số lượng", Role::quota, "Số lượng tập thể, cá nhân"),
    one("quy trình", Role::procedure, "Quy trình xét tặng"),
    one("thủ tục", Role::procedure, "Thủ tục đăng ký"),
    one("trình tự", Role::procedure, "Trình tự xét"),
    one("tuyến trình", Role::procedure, "Tuyến trình khen"),
    one("các bước", Role::procedure, "Các bước tiến hành"),
    two("quy trình hồ sơ", Role::procedure, Role::dossier, "Quy trình hồ sơ"),
    two("thủ tục hồ sơ", Role::procedure, Role::dossier, "Thủ tục hồ sơ"),
    one("hồ sơ", Role::dossier, "Hồ sơ dự thi"),
    one("thành phần hồ sơ", Role::dossier, "Thành phần hồ sơ"),
    one("kinh phí", Role::budget, "Kinh phí thực hiện"),
    one("nguồn kinh phí", Role::budget, "Nguồn kinh phí"),
    one("nguồn vốn", Role::budget, "Nguồn vốn đầu tư"),
    one("vốn", Role::budget, "Nhu cầu vốn"),
    one("nguồn lực thực hiện", Role::budget, "NGUỒN LỰC THỰC HIỆN"),
    one("nguồn lực tài chính", Role::budget, "Nguồn lực tài chính"),
    one("dự toán", Role::budget, "Dự toán chi tiết"),
    one("dự trù kinh phí", Role::budget, "Dự trù kinh phí"),
    alone("dự trù", Role::budget, "Dự trù"),
    one("khái toán", Role::budget, "Khái toán kinh phí"),
    one("chi phí tổ chức", Role::budget, "Chi phí tổ chức hội thi"),
    alone("chi phí", Role::budget, "Chi phí thực hiện"),
    alone("khoản chi", Role::budget, "Các khoản chi"),
    one("nguồn tài chính", Role::budget, "Nguồn tài chính"),
    one("mức chi", Role::budget, "Mức chi khen thưởng"),
    one("mức thưởng", Role::budget, "Mức thưởng"),
    one("mức tiền thưởng", Role::budget, "Mức tiền thưởng"),
    one("ngân sách", Role::budget, "Ngân sách tỉnh"),
    one("ngân sách thực hiện", Role::budget, "Ngân sách thực hiện"),
    one("cơ chế tài chính", Role::budget, "Cơ chế tài chính"),
    alone("tài chính", Role::budget, "Công tác tài chính"),
    one("khẩu hiệu", Role::slogan, "Khẩu hiệu tuyên truyền"),
    one("khấu hiệu", Role::slogan, "KHẤU HIỆU"),  // so misprinted as to be common
    one("chủ đề", Role::slogan, "Chủ đề năm học"),
    one("thông điệp", Role::slogan, "Thông điệp truyền thông"),
    one("căn cứ", Role::basis, "Căn cứ pháp lý"),
    one("sự cần thiết", Role::basis, "Sự cần thiết ban hành"),
    one("cơ sở pháp lý", Role::basis, "Cơ sở pháp lý"),
    one("cơ sở thực tiễn", Role::basis, "Cơ sở thực tiễn"),
    one("cơ sở khoa học", Role::basis, "Cơ sở khoa học"),
    one("cơ sở chính trị", Role::basis, "Cơ sở chính trị"),
    one("cơ sở xây dựng", Role::basis, "Cơ sở xây dựng kế hoạch"),
    one("tình hình", Role::situation, "Tình hình chung"),
    one("kết quả", Role::situation, "Kết quả đạt được"),
    one("đánh giá tình hình", Role::situation, "Đánh giá tình hình"),
    one("đánh giá kết quả", Role::situation, "Đánh giá kết quả năm trước"),
    one("đánh giá thực trạng", Role::situation, "Đánh giá thực trạng"),
    one("khái quát tình hình", Role::situation, "Khái quát tình hình"),
    one("dự báo tình hình", Role::situation, "Dự báo tình hình mưa bão"),
    one("nhận định tình hình", Role::situation, "Nhận định tình hình"),
    one("tổng quan tình hình", Role::situation, "Tổng quan tình hình"),
    one("thực trạng", Role::situation, "Thực trạng quản lý"),
    one("đặc điểm", Role::situation, "Đặc điểm dân cư"),
    one("bối cảnh", Role::situation, "Bối cảnh"),
    alone("thuận lợi", Role::situation, "Thuận lợi"),
    alone("khó khăn", Role::situation, "Khó khăn"),
    alone("ưu điểm", Role::situation, "Ưu điểm"),
    alone("khuyết điểm", Role::situation, "Khuyết điểm"),
    one("tồn tại", Role::situation, "Những tồn tại"),
    one("hạn chế", Role::situation, "Hạn chế"),
    one("nguyên nhân", Role::situation, "Nguyên nhân chủ quan"),
    one("bài học kinh nghiệm", Role::situation, "Bài học kinh nghiệm"),
    one("hình thức", Role::form, "Hình thức thi"),
    one("phương pháp", Role::form, "Phương pháp đánh giá"),
    one("phương thức", Role::form, "Phương thức triển khai"),
    one("cách thức", Role::form, "Cách thức tổ chức"),
    alone("cách tiến hành", Role::form, "Cách tiến hành"),
    one("báo cáo", Role::reporting, "Báo cáo định kỳ"),
    one("đề cương báo cáo", Role::reporting, "Đề cương báo cáo"),
    one("chế độ thông tin báo cáo", Role::reporting, "Chế độ thông tin báo cáo"),
    one("thông tin báo cáo", Role::reporting, "Thông tin báo cáo"),
    one("sơ kết", Role::reporting, "Sơ kết hằng năm"),
    one("tổng kết", Role::reporting, "Tổng kết phong trào"),
    alone("chế độ thông tin", Role::reporting, "Chế độ thông tin"),
    one("tổ chức theo dõi", Role::reporting, "Tổ chức theo dõi, kiểm tra"),
    alone("kiểm tra", Role::reporting, "Công tác kiểm tra"),
    alone("thanh tra", Role::reporting, "Công tác thanh tra"),
    alone("giám sát", Role::reporting, "Giám sát việc thực hiện"),
    alone("theo dõi", Role::reporting, "Theo dõi"),
    alone("đôn đốc", Role::reporting, "Đôn đốc thực hiện"),
    alone("kiểm tra giám sát", Role::reporting, "Kiểm tra giám sát"),
    one("sản phẩm", Role::output, "Sản phẩm bàn giao"),
    one("kết quả dự kiến", Role::output, "Kết quả dự kiến"),
    one("kết quả đầu ra", Role::output, "Kết quả đầu ra"),
    one("kết quả cần đạt", Role::output, "Kết quả cần đạt"),
    one("kết quả mong đợi", Role::output, "Kết quả mong đợi"),
    alone("đầu ra", Role::output, "Đầu ra"),
    one("dự kiến kết quả", Role::output, "Dự kiến kết quả"),
    one("hiệu quả dự kiến", Role::output, "Hiệu quả dự kiến"),
    one("kiến nghị", Role::proposal, "Kiến nghị với Trung ương"),
    one("đề xuất", Role::proposal, "Đề xuất với tỉnh"),
    one("ý kiến đề xuất", Role::proposal, "Ý kiến đề xuất"),
    alone("đề nghị", Role::proposal, "ĐỀ NGHỊ"),
    one("tổ chức thực hiện", Role::implementation, "TỔ CHỨC THỰC HIỆN"),
    alone("tổ chức, thực hiện", Role::implementation, "Tổ chức, thực hiện"),
    alone("tổ chức, phối hợp, thực hiện", Role::implementation, "TỔ CHỨC, PHỐI HỢP, THỰC HIỆN"),
    alone("tổ chức và thực hiện", Role::implementation, "Tổ chức và thực hiện"),
    alone("tổ chức triển khai", Role::implementation, "Tổ chức triển khai"),
    alone("tổ chức, triển khai", Role::implementation, "Tổ chức, triển khai"),
    alone("tổ chức thi hành", Role::implementation, "Tổ chức thi hành"),
    alone("triển khai thực hiện", Role::implementation, "TRIỂN KHAI THỰC HIỆN"),
    one("điều khoản thi hành", Role::implementation, "ĐIỀU KHOẢN THI HÀNH"),
    one("trách nhiệm", Role::responsibility, "Trách nhiệm thi hành"),
    one("phân công", Role::responsibility, "Phân công nhiệm vụ"),
    one("cơ quan thực hiện", Role::responsibility, "Cơ quan thực hiện"),
    one("cơ quan chủ trì", Role::responsibility, "Cơ quan chủ trì"),
    one("cơ quan phối hợp", Role::responsibility, "Cơ quan phối hợp"),
    one("đơn vị thực hiện", Role::responsibility, "Đơn vị thực hiện"),
    one("đơn vị chủ trì", Role::responsibility, "Đơn vị chủ trì"),
    one("đơn vị phối hợp", Role::responsibility, "Đơn vị phối hợp"),
    one("người thực hiện", Role::responsibility, "Người thực hiện"),
});

/// "Hình thức và tiêu chuẩn khen thưởng": the last words of the heading belong to each of its
/// coordinated nouns, and with them a bare noun means something else.
struct SharedTail {
  std::string_view phrase;  ///< the whole segment
  std::string_view tail;    ///< how the heading ends
  Role role;
  std::string_view example;
};
inline constexpr auto shared_tails = std::to_array<SharedTail>({
    {"hình thức", "khen thưởng", Role::award, "Hình thức và đối tượng khen thưởng"},
    {"thành phần", "hồ sơ", Role::dossier, "Thành phần và số lượng hồ sơ"},
});

/// Names of sections that, in capitals, no other heading has the letters of, so that they are known
/// whatever a reader of scans made of their marks: "TỎ CHỨC THỰC HIỆN", "YÊU CÀU".
inline constexpr auto names_scans_misread = std::to_array<std::string_view>({
    "mục đích", "yêu cầu", "mục tiêu", "tổ chức thực hiện", "triển khai thực hiện", "thời gian",
    "địa điểm", "kinh phí", "kinh phí thực hiện", "nội dung", "nhiệm vụ", "giải pháp", "đối tượng",
    "phân công nhiệm vụ", "phân công thực hiện", "trách nhiệm", "khen thưởng",
    "thời gian thực hiện", "nội dung thực hiện", "chế độ báo cáo",
});

/// Words that may stand before the head; they change nothing.
inline constexpr auto openers = std::to_array<std::string_view>({
    "về", "các", "những", "một số", "công tác", "nhóm", "việc", "chế độ", "hệ thống", "dự kiến",
    "tổng",
    "nhu cầu", "bảng", "đề ra", "vài",
});

/// Words that may stand behind a row of Extent::whole.
inline constexpr auto qualifiers = std::to_array<std::string_view>({
    "chung", "cụ thể", "chủ yếu", "trọng tâm", "chính", "cơ bản", "thực hiện", "việc thực hiện",
    "quá trình thực hiện", "tình hình thực hiện", "kết quả thực hiện", "tổ chức thực hiện",
    "kế hoạch",
    "thực hiện kế hoạch", "việc thực hiện kế hoạch", "định kỳ", "thường xuyên", "cần thực hiện",
    "khác",
});

/// Checks that share with the verb behind them what they are done to.
inline constexpr auto watching_verbs = std::to_array<std::string_view>({"giám sát", "theo dõi"});

/// What is done behind a check to the thing that was checked: "Giám sát, xử lý ổ dịch".
inline constexpr auto handling_verbs = std::to_array<std::string_view>({
    "xử lý", "điều trị", "khống chế", "ngăn chặn", "chăm sóc", "khắc phục", "ứng phó",
    "phòng chống", "phòng, chống", "bảo vệ", "cảnh báo",
});

/// What is done behind a check to things that are kept up: "Kiểm tra, củng cố đê điều, hồ đập".
inline constexpr auto mending_verbs = std::to_array<std::string_view>({
    "củng cố", "gia cố", "tu sửa", "tu bổ", "sửa chữa", "duy tu", "bảo dưỡng", "bảo trì",
    "nạo vét", "vệ sinh", "thay thế",
});

/// What is put into practice where it is not the plan: "Tổ chức thực hiện công tác tuyên truyền".
inline constexpr auto works = std::to_array<std::string_view>({
    "công tác", "phong trào", "chính sách", "hoạt động", "chế độ", "tốt", "có hiệu quả",
    "hiệu quả", "đồng bộ", "nghiêm",
});

/// What a check of the plan's own course finds: "Theo dõi, xử lý vướng mắc".
inline constexpr auto findings = std::to_array<std::string_view>({
    "vi phạm", "vướng mắc", "khó khăn", "hạn chế", "tồn tại", "sai phạm", "thông tin", "việc",
    "hồ sơ",
});

/// Enumerations that are one notion: no segment ends inside them.
inline constexpr auto fixed_pairs = std::to_array<std::string_view>({
    "thi đua, khen thưởng", "thi đua - khen thưởng", "thi đua và khen thưởng",
    "thi đua – khen thưởng",
    // "Nội dung kiểm tra, giám sát"
    "kiểm tra, giám sát", "kiểm tra và giám sát", "thanh tra, kiểm tra", "giám sát, kiểm tra",
});
// clang-format on

}  // namespace vanban::plan::roles

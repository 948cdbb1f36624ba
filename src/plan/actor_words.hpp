#pragma once

#include <array>
#include <cstdint>
#include <string_view>

/// The words that tell who acts from what is done. Lower case, today's tone places.
namespace vanban::plan::actors {

enum class NounKind : std::uint8_t {
  actor,  ///< an agency, an office, a group of people: an actor may begin with it
  other   ///< begins like an actor or a verb but is neither: "trường hợp", "hội nghị"
};

struct NounRow {
  std::string_view phrase;
  NounKind kind = NounKind::actor;
};

// clang-format off
inline constexpr auto noun_rows = std::to_array<NounRow>({
    // state
    {"chính phủ"}, {"thủ tướng chính phủ"}, {"bộ"}, {"bộ trưởng"}, {"thứ trưởng"}, {"tổng cục"},
    {"cục"}, {"vụ"}, {"chi cục"}, {"viện"}, {"học viện"}, {"sở"}, {"ban"}, {"ngành"}, {"phòng"},
    {"văn phòng"}, {"thanh tra"}, {"trung tâm"}, {"ủy ban"}, {"ubnd"}, {"ubmttq"}, {"ubmttqvn"},
    {"hội đồng"}, {"hội đồng nhân dân"}, {"hđnd"}, {"đoàn đại biểu quốc hội"}, {"đoàn đbqh"},
    {"thường trực"}, {"công an"}, {"bộ đội"}, {"bộ chỉ huy"}, {"ban chỉ huy"}, {"quân sự"},
    {"hải quan"}, {"thuế"}, {"chi cục thuế"}, {"cục thuế"}, {"kho bạc"}, {"tòa án"},
    {"tòa chuyên trách"}, {"tòa hình sự"}, {"tòa dân sự"},
    {"tòa hành chính"}, {"tòa kinh tế"}, {"tòa gia đình và người chưa thành niên"},
    {"viện kiểm sát"}, {"cơ quan"}, {"đơn vị"}, {"địa phương"}, {"chính quyền"}, {"cấp ủy"},
    {"bảo hiểm xã hội"}, {"bhxh"}, {"ngân hàng"}, {"nhnn"}, {"quỹ"}, {"chi nhánh"},
    {"hạt kiểm lâm"}, {"kiểm lâm"}, {"lực lượng"}, {"các cấp"}, {"các ngành"}, {"cụm"}, {"khối"},
    {"kiểm toán nhà nước"}, {"thông tấn xã"}, {"trung ương đoàn"}, {"trung ương hội"},
    {"tiểu ban"}, {"ban chỉ đạo"}, {"ban tổ chức"}, {"ban giám khảo"}, {"ban giám hiệu"},
    {"ban giám đốc"}, {"ban thường vụ"}, {"ban chấp hành"}, {"ban quản lý"}, {"tổ công tác"},
    {"tổ giúp việc"}, {"tổ thư ký"}, {"tổ dân phố"}, {"tổ"}, {"nhóm"}, {"đội"}, {"đoàn kiểm tra"},
    {"đoàn công tác"}, {"đoàn giám sát"}, {"đoàn thanh tra"}, {"bộ phận"}, {"xã"}, {"phường"},
    {"thị trấn"}, {"huyện"}, {"quận"}, {"thị xã"}, {"đặc khu"}, {"thôn"}, {"ấp"}, {"khóm"},
    {"khu phố"},
    // party and mass organisations
    {"đảng ủy"}, {"đảng bộ"}, {"chi bộ"}, {"chi ủy"}, {"tỉnh ủy"}, {"thành ủy"}, {"huyện ủy"},
    {"thị ủy"}, {"quận ủy"}, {"đảng đoàn"}, {"ban cán sự đảng"}, {"mặt trận"}, {"mttq"}, {"đoàn"},
    {"đoàn thanh niên"}, {"tỉnh đoàn"}, {"thành đoàn"}, {"huyện đoàn"}, {"chi đoàn"},
    {"tỉnh, thành đoàn"}, {"tỉnh, thành hội"},
    {"liên đội"}, {"chi đội"}, {"chi hội"}, {"phân hội"}, {"cđcs"}, {"btc"}, {"công đoàn"},
    {"liên đoàn"}, {"tổng liên đoàn"}, {"hội"},
    {"hội liên hiệp"}, {"liên hiệp"}, {"hiệp hội"}, {"liên minh"}, {"đoàn thể"}, {"các đoàn thể"},
    {"tổ chức chính trị"}, {"tổ chức đoàn thể"}, {"tổ chức đoàn"}, {"tổ chức hội"},
    {"tổ chức xã hội"}, {"tổ chức đảng"}, {"tổ chức cơ sở"}, {"tổ chức công đoàn"},
    {"tổ chức tín dụng"}, {"tổ chức khoa học"}, {"tổ chức, cá nhân"}, {"tổ chức cá nhân"},
    {"tổ chức liên quan"}, {"tổ chức có liên quan"}, {"các tổ chức"}, {"tổ chức thành viên"},
    {"cấp hội"}, {"cấp bộ đoàn"}, {"cấp bộ hội"}, {"cấp đoàn"}, {"cấp công đoàn"},
    {"tổ chức phi chính phủ"}, {"tổ chức hữu quan"}, {"tổ chức thuộc"}, {"tổ chức kinh tế"},
    {"tổ chức quốc tế"}, {"tổ chức nước ngoài"}, {"tổ chức tôn giáo"}, {"câu lạc bộ"},
    // schools, hospitals, press, business
    {"trường"}, {"nhà trường"}, {"đại học"}, {"khoa"}, {"hệ quản lý"}, {"thư viện"},
    {"bảo tàng"}, {"bệnh viện"},
    {"trạm"}, {"trạm y tế"}, {"cơ sở"}, {"báo"}, {"đài"}, {"tạp chí"}, {"cổng thông tin"},
    {"trang thông tin"}, {"cơ quan báo chí"}, {"viễn thông"}, {"bưu điện"}, {"điện lực"},
    {"doanh nghiệp"}, {"công ty"}, {"tổng công ty"}, {"tập đoàn"}, {"hợp tác xã"},
    {"giám đốc hợp tác xã"}, {"ban kiểm soát"}, {"hội đồng quản trị"},
    {"hội đồng thành viên"}, {"nhà thầu"},
    {"chủ đầu tư"}, {"nhà đầu tư"}, {"hộ gia đình"}, {"hộ kinh doanh"}, {"khu du lịch"},
    {"gia đình"}, {"phụ huynh"}, {"khu dân cư"}, {"tổ dân cư"}, {"già làng"}, {"người có uy tín"},
    {"nhà văn hóa"}, {"nhà thiếu nhi"}, {"thư ký"}, {"vnpt"}, {"viettel"},
    // police, army, courts
    {"trại tạm giam"}, {"nhà tạm giữ"}, {"trại giam"}, {"trung đoàn"}, {"tiểu đoàn"}, {"đại đội"},
    {"hải đội"},
    // people by office
    {"thủ trưởng"}, {"tư lệnh"}, {"chính ủy"}, {"chỉ huy trưởng"}, {"chủ nhiệm"},
    {"phó thủ trưởng"}, {"phó tư lệnh"}, {"phó chính ủy"}, {"phó chỉ huy trưởng"},
    {"chính trị viên"}, {"chính trị viên phó"}, {"tham mưu trưởng"}, {"phó tham mưu trưởng"},
    {"chánh án"}, {"phó chánh án"}, {"chánh tòa"}, {"phó chánh tòa"}, {"phó viện trưởng"},
    {"phó chủ nhiệm"}, {"kế toán trưởng"}, {"trạm trưởng"}, {"hạt trưởng"}, {"tổng thư ký"},
    {"người đứng đầu"}, {"trưởng"}, {"phó trưởng"}, {"trưởng phòng"},
    {"phó phòng"}, {"trưởng ban"}, {"phó trưởng ban"}, {"tổ trưởng"}, {"tổ phó"}, {"đội trưởng"},
    {"trưởng đoàn"}, {"trưởng thôn"}, {"giám đốc"}, {"phó giám đốc"}, {"tổng giám đốc"},
    {"hiệu trưởng"}, {"phó hiệu trưởng"}, {"viện trưởng"}, {"cục trưởng"}, {"vụ trưởng"},
    {"chi cục trưởng"}, {"chánh văn phòng"}, {"phó chánh văn phòng"}, {"chánh thanh tra"},
    {"chủ tịch"}, {"phó chủ tịch"}, {"bí thư"}, {"phó bí thư"}, {"lãnh đạo"}, {"đồng chí"},
    {"đ/c"}, {"đc"}, {"các đồng chí"}, {"ông"}, {"bà"}, {"thầy"}, {"thầy giáo"},
    {"cô giáo"}, {"cô"}, {"tài vụ"}, {"y tế trường học"}, {"đại diện cmhs"}, {"thành viên"},
    {"ủy viên"}, {"cán bộ"},
    {"công chức"}, {"viên chức"}, {"chuyên viên"}, {"nhân viên"}, {"giáo viên"}, {"giảng viên"},
    {"học sinh"}, {"sinh viên"}, {"đảng viên"}, {"đoàn viên"}, {"hội viên"}, {"người lao động"},
    {"kế toán"}, {"văn thư"}, {"thủ quỹ"}, {"tổng phụ trách"}, {"tổng phụ trách đội"},
    {"cha mẹ học sinh"}, {"ban đại diện cha mẹ học sinh"}, {"tập thể"}, {"cá nhân"}, {"toàn thể"},
    {"người dân"}, {"nhân dân"}, {"người sử dụng lao động"}, {"quản đốc"}, {"chủ rừng"},
    {"chủ hộ"}, {"chủ tàu"},
    {"chủ cơ sở"}, {"chủ doanh nghiệp"}, {"chủ phương tiện"}, {"chủ vật nuôi"}, {"các lớp"},
    {"đồn"}, {"đồn biên phòng"}, {"bch"}, {"btv"}, {"bcđ"},
    {"ubkt"}, {"ttyt"}, {"htx"}, {"bql"}, {"ca xã"}, {"ca phường"}, {"ca huyện"}, {"ca tỉnh"},
    {"lđlđ"}, {"bgh"}, {"gvcn"}, {"tpt đội"}, {"đtn"}, {"lhpn"}, {"trưởng bản"}, {"trưởng khu"},
    {"tổ viên"}, {"bộ môn"}, {"trợ lý"}, {"cố vấn học tập"}, {"cộng tác viên"}, {"bệnh xá"},
    {"xóm trưởng"}, {"trưởng xóm"}, {"các hộ"}, {"hộ thành viên"},
    {"điều dưỡng trưởng"}, {"bác sĩ"}, {"bác sỹ"}, {"điều dưỡng"}, {"dược sĩ"}, {"thẩm phán"},
    {"kiểm sát viên"}, {"chấp hành viên"}, {"giao dịch viên"}, {"cụm trưởng"},
    {"khối trưởng"}, {"thôn đội trưởng"}, {"ấp đội trưởng"}, {"tuyên truyền viên"},
    {"tình nguyện viên"}, {"hòa giải viên"}, {"xí nghiệp"}, {"nhà máy"}, {"phân xưởng"},
    {"nông trường"}, {"lâm trường"}, {"khu quản lý"}, {"điểm trường"}, {"phân hiệu"},
    // what only looks like one of them
    {"trường hợp", NounKind::other}, {"hội nghị", NounKind::other}, {"hội thảo", NounKind::other},
    {"hội thi", NounKind::other}, {"hội trại", NounKind::other}, {"hội diễn", NounKind::other},
    {"hội chợ", NounKind::other}, {"hội họp", NounKind::other}, {"hội nhập", NounKind::other},
    {"hội trường", NounKind::other}, {"ban đầu", NounKind::other}, {"ban đêm", NounKind::other},
    {"ban ngày", NounKind::other}, {"ban sáng", NounKind::other}, {"ban trưa", NounKind::other},
    {"ban chiều", NounKind::other}, {"trưởng thành", NounKind::other},
    {"thôn nữ", NounKind::other}, {"thôn quê", NounKind::other},
    {"bộ tiêu chí", NounKind::other}, {"bộ chỉ số", NounKind::other},
    {"bộ thủ tục", NounKind::other}, {"bộ tài liệu", NounKind::other},
    {"bộ câu hỏi", NounKind::other}, {"bộ máy", NounKind::other},
    {"quỹ đất", NounKind::other}, {"khối lượng", NounKind::other},
    {"cụm công nghiệp", NounKind::other}, {"đội ngũ", NounKind::other},
    {"đội hình", NounKind::other}, {"đoàn kết", NounKind::other}, {"công tác", NounKind::other},
    {"báo số", NounKind::other}, {"báo giá", NounKind::other}, {"bản tin", NounKind::other},
    {"bản đồ", NounKind::other},
    {"bản sắc", NounKind::other}, {"bản cam kết", NounKind::other}, {"bản sao", NounKind::other},
    {"thuế suất", NounKind::other}, {"cơ sở dữ liệu", NounKind::other},
    {"cơ sở vật chất", NounKind::other}, {"cơ sở hạ tầng", NounKind::other},
    {"cơ sở pháp lý", NounKind::other}, {"cơ sở thực tiễn", NounKind::other},
    {"cơ sở khoa học", NounKind::other}, {"cơ sở chính trị", NounKind::other},
    {"cơ sở xây dựng", NounKind::other}, {"trường lớp", NounKind::other},
    {"khoa học", NounKind::other}, {"trạm biến áp", NounKind::other},
    {"nhóm nhiệm vụ", NounKind::other}, {"nhóm giải pháp", NounKind::other},
    {"viện dẫn", NounKind::other}, {"vụ việc", NounKind::other}, {"vụ án", NounKind::other},
    {"vụ mùa", NounKind::other}, {"vụ xuân", NounKind::other}, {"tổ hợp", NounKind::other},
    {"ngành nghề", NounKind::other}, {"phòng, chống", NounKind::other},
    {"phòng chống", NounKind::other}, {"phòng ngừa", NounKind::other},
    {"phòng học", NounKind::other}, {"phòng cháy", NounKind::other},
    {"gia đình văn hóa", NounKind::other},
    {"phòng bệnh", NounKind::other}, {"phòng trừ", NounKind::other},
    {"quỹ thời gian", NounKind::other}, {"hộ chiếu", NounKind::other},
    {"xã hội hóa", NounKind::other}, {"xã hội", NounKind::other},
    {"thôn văn hóa", NounKind::other}, {"thuế thu nhập", NounKind::other},
    {"bà mẹ", NounKind::other}, {"cô lập", NounKind::other}, {"cô đọng", NounKind::other},
    {"bộ phận cấu thành", NounKind::other}, {"đơn vị tính", NounKind::other},
});

/// Where a task begins.
enum class VerbKind : std::uint8_t {
  plain,
  firm,           ///< never part of a name: an actor with a clause of its own ends here at last
  moment,         ///< no verb: when; follows a name, but also what is done
  circumstance,   ///< firm, but no verb: "căn cứ Kế hoạch này"; what follows a name all the same
  responsibility  ///< "có trách nhiệm": ties the actor to the task but is no part of it
};

struct VerbRow {
  std::string_view phrase;
  VerbKind kind = VerbKind::plain;
};

inline constexpr auto verb_rows = std::to_array<VerbRow>({
    {"có trách nhiệm", VerbKind::responsibility}, {"chịu trách nhiệm", VerbKind::firm},
    {"có nhiệm vụ", VerbKind::firm}, {"phải", VerbKind::firm}, {"cần", VerbKind::firm},
    {"sẽ", VerbKind::firm}, {"căn cứ", VerbKind::circumstance},
    {"trên cơ sở", VerbKind::circumstance}, {"chủ động", VerbKind::firm}, {"nghiêm túc"},
    {"khẩn trương"}, {"tích cực"}, {"tiếp tục", VerbKind::firm}, {"thường xuyên"}, {"kịp thời"},
    {"tăng cường", VerbKind::firm}, {"đẩy mạnh", VerbKind::firm}, {"tập trung", VerbKind::firm},
    {"theo chức năng", VerbKind::circumstance}, {"tùy theo", VerbKind::circumstance},
    {"theo thẩm quyền", VerbKind::circumstance}, {"theo phân công", VerbKind::circumstance},
    {"theo sự phân công", VerbKind::circumstance}, {"theo phân cấp", VerbKind::circumstance},
    {"theo nhiệm vụ", VerbKind::circumstance}, {"theo phạm vi", VerbKind::circumstance},
    {"ngoài việc", VerbKind::circumstance}, {"bên cạnh việc", VerbKind::circumstance},
    {"ngoài nhiệm vụ", VerbKind::circumstance}, {"có thể", VerbKind::firm},
    {"định kỳ", VerbKind::circumstance}, {"trực tiếp chỉ đạo", VerbKind::firm},
    {"trực tiếp phụ trách", VerbKind::firm}, {"trực tiếp điều hành", VerbKind::firm},
    {"trực tiếp quản lý", VerbKind::firm}, {"trực tiếp theo dõi", VerbKind::firm},
    {"trực tiếp hướng dẫn", VerbKind::firm},
    {"trực tiếp tham mưu", VerbKind::firm},
    {"trực tiếp chủ trì", VerbKind::firm}, {"trực tiếp đôn đốc", VerbKind::firm},
    {"trực tiếp thực hiện", VerbKind::firm},
    {"trực tiếp kiểm tra", VerbKind::firm},
    {"trực tiếp tổ chức", VerbKind::firm}, {"trực tiếp triển khai", VerbKind::firm},
    {"chịu", VerbKind::firm}, {"bám sát", VerbKind::firm}, {"quan tâm", VerbKind::firm},
    {"trong phạm vi", VerbKind::circumstance}, {"ưu tiên", VerbKind::firm},
    {"trong thời gian", VerbKind::moment}, {"trong thời hạn", VerbKind::moment},
    {"trong vòng", VerbKind::moment}, {"chậm nhất", VerbKind::moment},
    {"hằng ngày", VerbKind::moment}, {"hàng ngày", VerbKind::moment},
    {"hằng tuần", VerbKind::moment}, {"hàng tuần", VerbKind::moment},
    {"ngay sau khi", VerbKind::moment}, {"sau khi", VerbKind::moment},
    {"trong quá trình", VerbKind::moment}, {"với vai trò", VerbKind::circumstance},
    {"với trách nhiệm", VerbKind::circumstance}, {"trên tinh thần", VerbKind::circumstance},
    {"trước khi", VerbKind::moment},
    {"trước ngày", VerbKind::circumstance}, {"hàng năm", VerbKind::circumstance},
    {"hằng năm", VerbKind::circumstance}, {"hàng tháng", VerbKind::circumstance},
    {"hằng tháng", VerbKind::circumstance}, {"hàng quý", VerbKind::circumstance},
    {"hằng quý", VerbKind::circumstance}, {"mỗi", VerbKind::circumstance}, {"là"}, {"làm"},
    {"giữ vai trò"}, {"đóng vai trò"},
    {"đảm nhận"}, {"đảm nhiệm"}, {"đảm bảo"}, {"bảo đảm"}, {"chủ trì"}, {"phối hợp"},
    {"tham mưu"}, {"theo dõi"}, {"đôn đốc"}, {"kiểm tra"}, {"giám sát"}, {"thanh tra"},
    {"hướng dẫn"}, {"tổ chức"}, {"triển khai"}, {"thực hiện"}, {"thi hành"}, {"chấp hành"},
    {"chỉ đạo"}, {"lãnh đạo"}, {"điều hành"}, {"điều phối"}, {"quản lý"}, {"phụ trách"},
    {"dẫn đạc"}, {"chỉ huy chung"}, {"trực tiếp chỉ huy", VerbKind::firm},
    {"phân công"}, {"giao"}, {"phân bổ"}, {"phân cấp"}, {"bố trí"}, {"cân đối"}, {"cấp phát"},
    {"cấp"}, {"chi trả"}, {"thanh toán"}, {"quyết toán"}, {"thẩm định"}, {"thẩm tra"},
    {"phê duyệt"}, {"quyết định"}, {"ban hành"}, {"công bố"}, {"công khai"}, {"xây dựng"},
    {"soạn thảo"}, {"biên soạn"}, {"dự thảo"}, {"lập"}, {"thành lập"}, {"kiện toàn"}, {"xem xét"},
    {"rà soát"}, {"tổng hợp"}, {"thống kê"}, {"thu thập"}, {"cập nhật"}, {"đánh giá"},
    {"phân tích"}, {"khảo sát"}, {"điều tra"}, {"nghiên cứu"}, {"đề xuất"}, {"kiến nghị"},
    {"đề nghị"}, {"yêu cầu"}, {"báo cáo"}, {"gửi"}, {"trình"}, {"nộp"}, {"thông báo"},
    {"thông tin"}, {"phản ánh"}, {"cung cấp"}, {"tiếp nhận"}, {"giải quyết"}, {"xử lý"},
    {"khắc phục"}, {"tháo gỡ"}, {"sơ kết"}, {"tổng kết"}, {"khen thưởng"}, {"bình xét"}, {"xét"},
    {"lựa chọn"}, {"chọn"}, {"giới thiệu"}, {"biểu dương"}, {"tuyên truyền"}, {"phổ biến"},
    {"quán triệt"}, {"định hướng"}, {"vận động"}, {"tuyên dương"}, {"phát động"}, {"hưởng ứng"},
    {"tham gia"},
    {"đăng ký"}, {"ký"}, {"ký kết"}, {"cam kết"}, {"đăng tải"}, {"đăng"}, {"đưa tin"}, {"đưa"},
    {"mở"}, {"mở rộng"}, {"khai trương"}, {"khai thác"}, {"vận hành"}, {"sử dụng"}, {"áp dụng"},
    {"ứng dụng"}, {"lồng ghép"}, {"gắn"}, {"cụ thể hóa"}, {"hoàn thành"}, {"hoàn thiện"},
    {"bao vây"}, {"canh gác"}, {"cắm biển"}, {"cắm mốc"}, {"chấn chỉnh"}, {"chỉnh trang"},
    {"chuẩn hóa"}, {"dọn vệ sinh"}, {"gieo"}, {"giảm thiểu"},
    {"gìn giữ"}, {"gặp mặt"}, {"khai báo"}, {"khánh thành"}, {"khôi phục"}, {"khơi dậy"},
    {"khử trùng"}, {"làm rõ"}, {"nắm tình hình"}, {"phục dựng"}, {"quyên góp"}, {"rà phá"},
    {"rút ngắn"}, {"răn đe"}, {"sáp nhập"}, {"sưu tầm"}, {"thu hồi"}, {"thăm hỏi"},
    {"tiếp quản"}, {"tri ân"}, {"truy quét"}, {"truyền dạy"}, {"trấn áp"}, {"tái thiết"},
    {"tích trữ"}, {"tôn tạo"}, {"tôn vinh"}, {"tập dượt"}, {"tố giác"}, {"ủng hộ"},
    {"xóa bỏ"}, {"đo đếm"}, {"đơn giản hóa"}, {"đề cử"}, {"dập dịch"}, {"chôn lấp"}, {"cắt giảm"},
    {"loại bỏ"}, {"bổ nhiệm"}, {"hoàn tất"}, {"chuẩn bị"}, {"hỗ trợ"},
    {"giúp"}, {"giúp đỡ"}, {"tạo điều kiện"}, {"tạo"},
    {"huy động"}, {"bổ sung"}, {"sửa đổi"}, {"điều chỉnh"}, {"đầu tư"}, {"mua sắm"}, {"trang bị"},
    {"sửa chữa"}, {"cải tạo"}, {"nâng cấp"}, {"nâng cao"}, {"cử"}, {"cử tuyển"}, {"bồi dưỡng"},
    {"đào tạo"}, {"tập huấn"}, {"bảo vệ"}, {"duy trì"}, {"phát huy"}, {"phát triển"},
    {"phát hiện"}, {"nhân rộng"}, {"khuyến khích"}, {"động viên"}, {"thúc đẩy"}, {"đổi mới"},
    {"cải cách"}, {"cải tiến"}, {"kết nối"}, {"liên thông dữ liệu"},
    {"tích hợp"}, {"số hóa"}, {"chia sẻ"},
    {"trao đổi"},
    {"liên hệ"}, {"làm việc"}, {"tiến hành"}, {"tự"}, {"họp"}, {"thống nhất"}, {"thỏa thuận"},
    {"tư vấn"}, {"tiếp thu"}, {"ghi nhận"}, {"lưu trữ"}, {"lưu"}, {"bàn giao"}, {"nghiệm thu"},
    {"giữ"}, {"giữ gìn"}, {"trực"}, {"phân loại"}, {"thu gom"}, {"thu"}, {"nộp lưu"}, {"nhập"},
    {"viết"}, {"in"}, {"phát hành"}, {"phát"}, {"phát sóng"}, {"dựng"}, {"treo"}, {"trang trí"},
    {"đón tiếp"}, {"mời"}, {"dự"}, {"tham dự"}, {"thăm"}, {"tặng"}, {"trao"}, {"khám"},
    {"điều trị"}, {"phòng ngừa"}, {"ngăn chặn"}, {"đấu tranh"}, {"tuần tra"}, {"kiểm soát"},
    {"kiểm định"}, {"kiểm kê"}, {"bàn bạc"}, {"góp ý"}, {"tham vấn"}, {"xác định"}, {"xác nhận"},
    {"xác minh"}, {"xác lập"}, {"chứng nhận"}, {"cấp giấy"}, {"chuyển"}, {"chuyển giao"},
    {"vận chuyển"},
    {"ấn định"}, {"quy định"}, {"thay mặt"}, {"đại diện"}, {"thường trực"}, {"chú trọng"},
    {"lắp đặt"}, {"đặt"}, {"trồng"}, {"chăm sóc"}, {"thiết kế"}, {"thi công"}, {"đối chiếu"},
    {"đối thoại"}, {"chấm"}, {"chấm điểm"}, {"nhắc nhở"}, {"phê bình"}, {"xử phạt"}, {"nêu"},
    {"nắm"}, {"nắm bắt"}, {"truyền thông"}, {"đề ra"}, {"đi đầu"}, {"nêu gương"}, {"gương mẫu"},
    {"học tập"}, {"phấn đấu"}, {"thi đua"}, {"tranh thủ"}, {"nhận"}, {"tính toán"}, {"tính"},
    {"quản trị"}, {"ban bố"}, {"tập hợp"}, {"tập kết"}, {"vệ sinh"}, {"tiêu hủy"}, {"bám"},
    {"dành"}, {"giảng dạy"}, {"dạy"}, {"thuê"}, {"mua"}, {"đấu thầu"}, {"giải ngân"},
    {"truy thu"}, {"bồi thường"}, {"trả lời"}, {"lấy ý kiến"}, {"hoàn trả"}, {"bảo quản"},
    {"tuân thủ"}, {"kê khai"}, {"giải trình"}, {"giải thích"}, {"trả lại"}, {"đáp ứng"},
    {"niêm yết"}, {"bảo mật"}, {"đóng góp"}, {"tra cứu"}, {"tôn trọng"}, {"chỉnh lý"},
    {"đính chính"}, {"quan trắc"}, {"góp phần"}, {"tiếp công dân"}, {"lắng nghe"}, {"hạch toán"},
    {"gia hạn"}, {"chỉ định"}, {"đo đạc"}, {"thiết lập"}, {"sắp xếp"}, {"nhanh chóng"},
    {"chăm lo"}, {"ứng phó"}, {"duyệt"}, {"bầu"}, {"dọn"}, {"dọn dẹp"}, {"quét dọn"},
    {"phát quang"}, {"phân luồng"}, {"tiêm"}, {"tiêm phòng"}, {"phun"}, {"luyện tập"},
    {"trưng bày"}, {"in ấn"}, {"chia"}, {"đón"}, {"ra quân"}, {"huấn luyện"}, {"diễn tập"},
    {"trông giữ"}, {"cảnh báo"}, {"dự báo"}, {"tuyển chọn"}, {"tuyển sinh"}, {"bình chọn"},
    {"quảng bá"}, {"kêu gọi"}, {"thu hút"}, {"tìm hiểu"}, {"cải thiện"}, {"củng cố"},
    {"rút kinh nghiệm"}, {"tạm ứng"}, {"suy tôn"}, {"ghi hình"}, {"sàng lọc"}, {"cung ứng"},
    {"tiêu thụ"}, {"tu bổ"}, {"tu sửa"}, {"nạo vét"}, {"khơi thông"}, {"di dời"}, {"sơ tán"},
    {"cứu trợ"}, {"tiếp sức"}, {"đồng hành"}, {"ra mắt"}, {"công chiếu"}, {"biểu diễn"},
    {"dàn dựng"}, {"tái hiện"}, {"lan tỏa"}, {"nhắc"}, {"liên kết"}, {"hợp tác"},
    {"thành lập mới"}, {"đầu mối"}, {"cho ý kiến"}, {"góp ý kiến"}, {"giao ban"}, {"ghi chép"},
    {"theo sát"}, {"đi đến"}, {"khởi công"}, {"san lấp"}, {"giải phóng mặt bằng"}, {"đền bù"},
    {"thông qua"}, {"thực thi"}, {"tổng rà soát"}, {"điều động"}, {"kiểm điểm"}, {"kỷ luật"},
    {"tổ chức hội thi"}, {"tổ chức hội nghị"}, {"tổ chức hội thảo"},
    {"tổ chức hội diễn"}, {"tổ chức hội trại"}, {"tổ chức hội chợ"}, {"tổ chức hội thao"},
    {"tổ chức hội giảng"}, {"tổ chức đoàn kiểm tra"}, {"tổ chức đoàn công tác"},
    {"tổ chức đoàn giám sát"}, {"tổ chức đoàn đi"}, {"ra quyết định"}, {"triệu tập"}, {"đàm phán"},
    {"hoàn chỉnh"}, {"đẩy nhanh"},
    {"tìm kiếm"}, {"kiểm toán"}, {"cưỡng chế"}, {"lấy mẫu"}, {"khoanh định"}, {"khoanh vùng"},
    {"chốt chặn"}, {"triệt xóa"}, {"triệt phá"}, {"bắt giữ"}, {"truy bắt"}, {"dập"},
    {"giải tỏa"}, {"tịch thu"}, {"phong tỏa"}, {"tập kích"}, {"đình chỉ"}, {"thu giữ"},
    {"điều chuyển"}, {"luân chuyển"}, {"trực ban"}, {"ứng trực"}, {"túc trực"}, {"cắm"},
    {"phủ sóng"}, {"lắp"}, {"đấu nối"}, {"cho vay"}, {"ký hợp đồng"}, {"gieo trồng"}, {"thu hoạch"},
    {"dự trù"}, {"dự trữ"}, {"tưới"}, {"nhắn tin"}, {"dán"}, {"bóc tách"}, {"khoan"}, {"kéo"},
    {"trích"}, {"sẵn sàng"}, {"ứng cứu"}, {"cứu hộ"},
    {"chấp thuận"}, {"đồng ý"}, {"ủy quyền"}, {"tăng"}, {"tăng thời lượng"},
    {"thao giảng"}, {"dự giờ"}, {"coi thi"}, {"chấm thi"}, {"in sao"}, {"cài đặt"}, {"cài"},
    {"sao lưu"}, {"nhập liệu"}, {"đối soát"}, {"khóa sổ"},
    {"xét xử"}, {"thụ lý"}, {"tống đạt"}, {"truy tố"}, {"khởi tố"},
    {"thu dung"}, {"khử khuẩn"}, {"chốt trực"}, {"trực chốt"},
    {"đến từng"}, {"xuống từng"}, {"đi từng"}, {"hiệp thương"},
    {"đắp"}, {"gia cố"}, {"tháo dỡ"}, {"ghi rõ"}, {"xuất trình"}, {"tuân theo"},
    {"có văn bản"}, {"có biện pháp"}, {"có giải pháp"}, {"có kế hoạch"}, {"có phương án"},
    {"có ý kiến"}, {"xin phép"}, {"khấu trừ"}, {"báo ngay"}, {"báo cho"}, {"từ chối"},
    {"bồi hoàn"}, {"chỉnh sửa"}, {"tạm dừng"}, {"tạm ngừng"}, {"tạm đình chỉ"}, {"hủy bỏ"},
    {"bãi bỏ"}, {"hoàn lại"}, {"tải lên"}, {"cho phép"}, {"khởi kiện"}, {"có quyền"},
    {"được quyền"}, {"xin ý kiến"}, {"cứu giúp"}, {"khi", VerbKind::moment},
    {"nếu", VerbKind::moment},
});

/// Names and nouns with a verb inside; none of it ends the actor.
inline constexpr auto compound_rows = std::to_array<std::string_view>({
    "ban chỉ đạo", "ban tổ chức", "ban quản lý", "ban kiểm tra", "ban thường trực",
    "ban vận động", "ban tuyên giáo", "ban tuyên truyền", "ban điều hành", "ban thi đua",
    "ban đại diện", "ban thanh tra", "ban thanh tra nhân dân", "ban giám sát",
    "ban giám sát đầu tư", "ban giám sát đầu tư của cộng đồng",
    "ban giám sát đầu tư cộng đồng", "ban dự án", "ban phát triển", "ban bảo vệ",
    "hội đồng thi đua", "hội đồng thẩm định", "hội đồng quản lý", "hội đồng quản trị",
    "hội đồng tư vấn", "hội đồng giám sát", "hội đồng xét", "hội đồng phối hợp",
    "hội đồng phối hợp phổ biến giáo dục pháp luật", "hội đồng phối hợp pbgdpl",
    "hội đồng phối hợp phổ biến, giáo dục pháp luật", "đoàn kiểm tra",
    "đoàn thanh tra", "đoàn giám sát", "đoàn khảo sát", "đoàn đánh giá", "đoàn thẩm định",
    "tổ kiểm tra", "tổ thẩm định", "tổ tư vấn", "tổ hỗ trợ", "tổ giám sát", "tổ biên soạn",
    "tổ soạn thảo", "tổ tuyên truyền", "tổ phụ trách", "tổ chỉ đạo", "tổ thường trực",
    "tổ tổng hợp", "tổ bảo vệ", "đội quản lý vận hành", "đội quản lý", "đội kiểm tra",
    "đội tuyên truyền", "đội thi công",
    "đội bảo vệ", "nhóm hỗ trợ", "cơ quan thường trực", "cơ quan chủ quản", "cơ quan quản lý",
    "cơ quan kiểm tra", "cơ quan thanh tra", "cơ quan tham mưu", "cơ quan thực hiện",
    "cơ quan thông tin", "cơ quan truyền thông", "cơ quan tuyên truyền", "cơ quan đại diện",
    "cơ quan điều tra", "cơ quan bảo vệ", "đơn vị quản lý vận hành", "đơn vị quản lý",
    "đơn vị thường trực", "đơn vị tư vấn",
    "lực lượng tham gia bảo vệ an ninh, trật tự",
    "lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở",
    "lực lượng tham gia bảo vệ an ninh trật tự",
    "lực lượng tham gia bảo vệ an ninh trật tự ở cơ sở",
    "tổ cấp dưỡng",
    "tổ coi thi", "ban coi thi", "hội đồng coi thi", "ban chấm thi", "hội đồng chấm thi",
    "tổ chấm thi", "ban in sao", "tổ in sao", "tổ nhập liệu", "đội khử khuẩn", "tổ khử khuẩn",
    "tổ đắp", "đội đắp", "trạm thu dung", "khu thu dung", "cơ sở thu dung", "chốt trực",
    "công ty khai thác", "phòng khai thác", "phòng quản lý khai thác", "quản lý khai thác",
    "ban quản lý khai thác", "khai thác công trình thủy lợi", "đơn vị cung cấp dịch vụ",
    "đơn vị thi công", "đơn vị cung cấp", "đơn vị vận hành", "đơn vị thực hiện nhiệm vụ",
    "đơn vị sử dụng", "đơn vị dự toán", "đơn vị đầu tư", "phòng quản lý", "phòng khám",
    "phòng tổ chức",
    "phòng tổng hợp", "phòng thanh tra", "phòng kiểm tra", "phòng đào tạo", "phòng phổ biến",
    "phòng công tác", "phòng xây dựng", "phòng theo dõi", "phòng phát triển", "phòng thông tin",
    "trung tâm kiểm soát", "trung tâm kiểm nghiệm", "trung tâm bồi dưỡng", "trung tâm đào tạo",
    "trung tâm hỗ trợ", "trung tâm xúc tiến", "trung tâm phát triển", "trung tâm điều hành",
    "trung tâm quản lý", "trung tâm thông tin", "trung tâm ứng dụng", "trung tâm bảo trợ",
    "trung tâm chuyển giao", "trung tâm truyền thông", "trung tâm chuyển đổi",
    "trung tâm khuyến nông", "trung tâm giám sát", "trung tâm phục vụ", "trung tâm tư vấn",
    "trung tâm cung cấp", "trung tâm điều phối", "ủy ban kiểm tra", "cơ sở đào tạo",
    "cơ sở bồi dưỡng", "cơ sở điều trị", "cơ sở khám bệnh", "cơ sở khám chữa bệnh",
    "cơ sở sản xuất", "cơ sở cung cấp", "cơ sở sử dụng", "cơ sở thu gom", "cơ sở bảo trợ",
    "cơ sở cai nghiện", "khám bệnh, chữa bệnh", "khám chữa bệnh", "quỹ hỗ trợ", "quỹ bảo vệ",
    "quỹ đầu tư", "quỹ phát triển", "quỹ bảo trợ", "ngân hàng phát triển", "hội bảo vệ",
    "hội bảo trợ", "hội khuyến học", "hội đồng nhân dân", "bộ phận tiếp nhận", "bộ phận quản lý",
    "bộ phận tham mưu", "bộ phận tổng hợp", "bộ phận phụ trách", "bộ phận thi đua",
    "bộ phận thông tin", "bộ phận kiểm tra", "bộ phận truyền thông", "cán bộ quản lý",
    "cán bộ phụ trách", "cán bộ theo dõi", "công chức phụ trách", "công chức quản lý",
    "giáo viên phụ trách", "lãnh đạo phụ trách", "lãnh đạo quản lý", "người quản lý",
    "người phụ trách", "người thực hiện", "người sử dụng lao động", "tổng phụ trách",
    "phó chủ tịch phụ trách",
    "phó giám đốc phụ trách", "phó hiệu trưởng phụ trách", "chi cục quản lý", "chi cục kiểm lâm",
    "chi cục bảo vệ", "chi cục phát triển", "cục quản lý", "cục phát triển", "vụ tổ chức",
    "viện nghiên cứu", "viện kiểm sát", "trạm kiểm soát", "trạm bảo vệ", "trạm quản lý",
    "hạt quản lý", "công ty quản lý", "doanh nghiệp đầu tư", "doanh nghiệp cung cấp",
    "tổ chức đoàn thể", "tổ chức đoàn", "tổ chức chính trị", "tổ chức xã hội", "tổ chức đảng",
    "tổ chức hội", "tổ chức cơ sở", "tổ chức công đoàn", "tổ chức tín dụng", "tổ chức khoa học",
    "tổ chức, cá nhân", "tổ chức cá nhân", "tổ chức liên quan", "tổ chức có liên quan",
    "tổ chức thành viên", "tổ chức phi chính phủ", "tổ chức khác", "các tổ chức",
    "tổ chức, đơn vị", "tổ chức, đoàn thể", "tổ chức và cá nhân", "và tổ chức",
    "thông tin, truyền thông", "thông tin và truyền thông", "văn hóa và thông tin",
    "thông tin điện tử", "thông tin đại chúng", "thông tấn", "phát thanh", "phát triển nông thôn",
    "dự phòng", "dự bị", "dự án", "báo chí", "cấp xã", "cấp huyện", "cấp tỉnh", "cấp trên",
    "cấp dưới", "cấp trường", "cấp ủy", "cấp thôn", "cấp cơ sở", "cấp phòng", "cùng cấp",
    "các cấp", "hội đồng tuyển sinh", "cảnh sát điều tra", "trực thuộc", "trực tiếp",
    "phát thanh và truyền hình", "thường trực hội đồng",
    "thường trực tỉnh ủy", "thường trực ủy ban", "thường trực ban", "thường trực đảng ủy",
    "thường trực huyện ủy", "thường trực thành ủy", "thường trực thị ủy", "thường trực quận ủy",
    "thường trực huyện đoàn", "thường trực tỉnh đoàn", "thường trực thành đoàn", "thường trực hội",
    "thường trực mặt trận", "thường trực mttq", "thường trực các", "thường trực cấp ủy",
    "thường trực hđnd",
    "thường trực, các ban", "tự vệ", "tự quản", "tự chủ", "giao thông", "giao dịch", "trình độ",
    "ngoại giao", "quốc phòng", "nội vụ", "ngoại vụ", "hành chính công", "dịch vụ công",
    "giáo dục thường xuyên", "dịch vụ tổng hợp", "hồi sức tích cực",
    "văn phòng điều phối", "điều phối nông thôn mới",
    "lưu động", "thu phí", "nhập khẩu", "dạy nghề", "quyết định thành lập", "khám, chữa bệnh",
    "chuyển đổi số", "đầu tư xây dựng", "đầu tư công", "bảo vệ thực vật", "bảo vệ môi trường",
    "bảo vệ rừng", "có liên quan", "xây dựng đảng", "cụm thi đua", "khối thi đua",
    "thi đua, khen thưởng", "thi đua khen thưởng", "thi đua - khen thưởng", "giáo dục và đào tạo",
    "lãnh đạo sở", "lãnh đạo các", "lãnh đạo ủy ban", "lãnh đạo đơn vị", "lãnh đạo phòng",
    "lãnh đạo ubnd", "lãnh đạo cơ quan", "thanh tra sở", "thanh tra tỉnh", "thanh tra huyện",
    "thanh tra chính phủ", "thanh tra bộ", "thanh tra thành phố", "thanh tra giao thông",
    "chánh thanh tra", "nhà quản lý", "nhà thầu thi công", "chủ đầu tư", "nhà đầu tư",
    "quản lý thị trường",
    "quản lý nhà nước", "quản lý dự án", "quản lý khu", "sản xuất", "nhận thức", "phát ngôn",
    "tính đến", "công lập", "dân lập", "độc lập", "chương trình", "công trình", "quy trình",
    "quá trình", "lộ trình", "giáo trình", "việc làm", "thư ký", "máy tính", "trật tự", "bầu cử",
    "giao lưu", "trồng trọt", "doanh thu", "giới tính", "cho thuê", "cấp nước", "thoát nước",
    "công nhận", "cần thiết", "hậu cần", "xuất khẩu", "xuất nhập khẩu", "chế biến", "phục vụ",
    "dịch vụ",
    "cứu nạn, cứu hộ", "cứu nạn cứu hộ", "sử dụng công nghệ cao", "tạm giữ", "tạm giam",
    "thi hành án", "khoa học tự nhiên", "kiểm soát bệnh tật",
    "chương trình xây dựng nông thôn mới", "xây dựng nông thôn mới",
    "xây dựng đời sống văn hóa",
    "đối tác", "tạo nguồn", "sơ tuyển", "lập pháp", "giữ trẻ", "trợ giúp",
    "nghiên cứu phát triển", "nghiên cứu và phát triển", "theo quy định", "quy định của",
    "cơ quan thông tin, truyền thông", "báo chí, truyền thông", "báo chí và truyền thông",
    "báo chí, tuyên truyền", "xúc tiến đầu tư", "dự án đầu tư", "kế hoạch đầu tư",
    "viện nghiên cứu phát triển", "viện nghiên cứu và phát triển",
    "cảnh sát quản lý", "cảnh sát phòng, chống", "và tìm kiếm cứu nạn", "và tìm kiếm, cứu nạn",
    "quốc gia tìm kiếm", "lực lượng tìm kiếm", "về đầu tư", "về quản lý", "về xây dựng",
    "về bảo vệ", "về thi đua", "về kiểm tra", "về thông tin", "về phát triển", "về thanh tra",
    "giáo viên phụ trách tư vấn", "giáo viên phụ trách đào tạo", "cán bộ phụ trách đào tạo",
    "cán bộ phụ trách thông tin", "cán bộ phụ trách truyền thông", "cán bộ phụ trách thống kê",
    "cán bộ phụ trách tổng hợp",
    "hệ thống truyền thông", "hệ thống quản lý", "kế hoạch tổng hợp", "kế hoạch - tổng hợp",
    "phòng tổ chức - hành chính", "hành chính tổng hợp", "hành chính - tổng hợp",
    "thông tin truyền thông", "thông tin tuyên truyền", "cơ quan thông tin truyền thông",
    "trung cấp", "sơ cấp", "cao cấp",
    "an toàn vệ sinh", "vệ sinh an toàn", "vệ sinh môi trường", "vệ sinh thực phẩm",
    "mua sắm tập trung", "cơ sở tiêm chủng", "điểm tiêm chủng",
    "trung tâm lưu ký", "tổng công ty lưu ký", "ngân hàng lưu ký", "thành viên lưu ký",
    "thừa phát lại",
    "cơ quan thu ngân sách", "cơ sở giam giữ", "nhà giam giữ", "hội đồng tự đánh giá",
    "văn phòng đăng ký đất đai", "phòng đăng ký kinh doanh",
    "cơ quan đăng ký kinh doanh", "cơ quan đăng ký đầu tư", "cơ quan đăng ký hộ tịch",
    "có quyền lợi", "tổ chức có quyền sử dụng", "cá nhân có quyền sử dụng",
    "người có quyền sử dụng", "hộ gia đình có quyền sử dụng", "có quyền sở hữu", "có quyền và",
    "cấp có thẩm quyền",
    "tổ chức hữu quan",
    "tổ chức thuộc", "tổ chức kinh tế", "tổ chức quốc tế", "tổ chức nước ngoài",
    "tổ chức tôn giáo", "tổ chức hành nghề",
    "đầu tư phát triển", "công nghệ thông tin", "an toàn thông tin", "hệ thống thông tin",
});

/// Who leads others as their act: "Đảng ủy xã lãnh đạo Ủy ban nhân dân xã".
inline constexpr auto party_bodies = std::to_array<std::string_view>({
    "đảng ủy", "các đảng ủy", "đảng bộ", "ban thường vụ", "ban chấp hành", "tỉnh ủy", "thành ủy",
    "huyện ủy", "quận ủy", "thị ủy", "cấp ủy", "các cấp ủy", "chi bộ", "các chi bộ", "chi ủy",
    "thường trực", "đảng đoàn", "ban cán sự đảng", "btv", "bch",
});

/// Nouns of bodies behind which these verbs say which body it is, where a firm verb follows:
/// "các cơ quan phối hợp có trách nhiệm".
inline constexpr auto modifying_verbs = std::to_array<std::string_view>({
    "chủ trì", "phối hợp", "thực hiện", "tham gia", "tổ chức", "quản lý", "chủ trì thực hiện",
    "phối hợp thực hiện", "tham mưu", "phụ trách", "kiểm tra", "triển khai",
});

/// Of them what says who somebody is, whatever follows: "Chuyên viên phụ trách lĩnh vực Văn phòng".
inline constexpr auto charging_verbs = std::to_array<std::string_view>({
    "phụ trách", "được phân công phụ trách", "được giao phụ trách",
});

/// What is done to something of these is no part of a name, though a colon follows.
inline constexpr auto announcing_words = std::to_array<std::string_view>({
    "các", "những", "một số", "nội dung", "nhiệm vụ", "công việc", "việc", "sau", "như sau", "gồm",
    "theo", "để", "là", "phải", "cần", "có trách nhiệm", "chịu trách nhiệm", "cụ thể", "trong đó",
});

/// Two verbs of one name: "Đoàn kiểm tra, giám sát", "nơi được thanh tra, kiểm tra".
inline constexpr auto paired_verb_rows = std::to_array<std::string_view>({
    "kiểm tra, giám sát", "giám sát, kiểm tra", "thanh tra, kiểm tra", "kiểm tra, thanh tra",
    "kiểm tra và giám sát", "thanh tra và kiểm tra", "giám sát, đánh giá", "giám sát và đánh giá",
    "kiểm tra, đánh giá", "theo dõi, đánh giá", "theo dõi, giám sát", "kiểm tra, đôn đốc",
    "kiểm tra, hướng dẫn", "kiểm tra, nghiệm thu", "thẩm định, nghiệm thu", "thẩm định, xét",
    "tuyên truyền, vận động", "thông tin, tuyên truyền", "đào tạo, bồi dưỡng",
    "quản lý, khai thác", "quản lý, vận hành", "quản lý, sử dụng", "sản xuất, kinh doanh",
    "tìm kiếm, cứu nạn", "điều tra, xử lý", "rà soát, đánh giá",
});

/// Words that give an order to whom they precede.
inline constexpr auto order_rows = std::to_array<std::string_view>({
    "giao cho", "giao", "đề nghị", "kính đề nghị", "trân trọng đề nghị", "yêu cầu", "phân công",
    "phân công cho", "ủy quyền cho", "giao nhiệm vụ cho", "giao trách nhiệm cho",
});

/// Words between the start of an actor and its noun.
inline constexpr auto plural_rows = std::to_array<std::string_view>({
    "các", "những", "từng", "mỗi", "tất cả các", "toàn bộ các", "tất cả", "mọi", "toàn thể",
    "một số", "riêng", "đối với",
});

/// Bodies that are told apart by their sectors: "Giám đốc các Sở: Tài chính, Nội vụ".
inline constexpr auto sector_bodies = std::to_array<std::string_view>({
    "sở", "bộ", "phòng", "ban", "vụ", "cục", "chi cục", "ngành", "khoa", "hội", "trung tâm",
});

/// Before an actor that is told apart from others; no part of its name.
inline constexpr auto singled_out_rows = std::to_array<std::string_view>({
    "riêng", "riêng đối với", "đối với",
});

/// Names that hold a comma or an "và" of their own; no list of actors is cut inside them.
inline constexpr auto comma_names = std::to_array<std::string_view>({
    "văn hóa, thể thao và du lịch", "văn hóa, thể thao", "văn hóa và thể thao",
    "văn hóa, thông tin và thể thao", "văn hóa, thể thao và truyền thông",
    "văn hóa, khoa học và thông tin", "văn hóa, xã hội",
    "lao động, thương binh và xã hội", "kinh tế, hạ tầng và đô thị", "kinh tế, ngân sách",
    "khoa học, công nghệ và môi trường", "khoa học, công nghệ", "khoa học và công nghệ",
    "giáo dục và đào tạo", "giáo dục, đào tạo", "nông nghiệp và môi trường",
    "nông nghiệp và phát triển nông thôn", "tài nguyên và môi trường",
    "thông tin và truyền thông", "dân tộc và tôn giáo", "tuyên giáo và dân vận",
    "phát thanh, truyền hình", "phát thanh và truyền hình", "kế hoạch và đầu tư",
    "báo và đài phát thanh, truyền hình", "báo và đài phát thanh và truyền hình",
    "báo và đài phát thanh - truyền hình", "báo và phát thanh, truyền hình",
    "báo và phát thanh - truyền hình", "báo và phát thanh truyền hình",
    "đoàn đại biểu quốc hội và hội đồng nhân dân", "đoàn đại biểu quốc hội và hđnd",
    "đoàn đbqh và hđnd", "đoàn đbqh&hđnd",
    "báo và đài", "công tác học sinh, sinh viên", "học sinh, sinh viên", "học sinh - sinh viên",
    "thi đua, khen thưởng", "phòng cháy, chữa cháy", "phòng cháy, chữa cháy và cứu nạn, cứu hộ",
    "phòng cháy và chữa cháy", "phòng, chống", "an ninh mạng và phòng, chống",
    "cảnh sát phòng cháy, chữa cháy", "cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ",
    "kiểm sát việc tạm giữ, tạm giam", "kiểm sát việc tạm giữ, tạm giam, thi hành án hình sự",
    "nông nghiệp và ptnt", "bệnh tật và hiv/aids", "pctt và tkcn", "pctt & tkcn",
    "phòng, chống thiên tai và tìm kiếm cứu nạn",
    "phòng chống thiên tai và tìm kiếm cứu nạn", "văn hóa và thông tin",
    "tổ chức, hành chính", "tổ chức, cán bộ", "tài chính, kế toán", "kế hoạch, tổng hợp",
    "kế hoạch, tài chính", "tài chính, kế hoạch", "hành chính, quản trị",
    "quản lý, bảo vệ rừng", "kiểm tra, giám sát", "khám bệnh, chữa bệnh",
    "hành chính công", "văn phòng hđnd và ubnd", "văn phòng hội đồng nhân dân và ủy ban nhân dân",
    "văn phòng đoàn đbqh và hđnd", "văn phòng đoàn đại biểu quốc hội và hội đồng nhân dân",
    "văn phòng đoàn đbqh, hđnd và ubnd", "văn phòng hđnd, ubnd",
});

/// Kinds of schools, which no act begins with: "các trường mầm non, tiểu học".
inline constexpr auto school_kinds = std::to_array<std::string_view>({
    "mầm non, tiểu học", "mầm non, tiểu học, thcs", "mầm non, tiểu học và thcs",
    "mầm non, tiểu học, trung học cơ sở", "mầm non, tiểu học và trung học cơ sở",
    "mầm non, tiểu học, thcs, thpt", "mầm non, mẫu giáo", "mầm non, phổ thông", "tiểu học, thcs",
    "tiểu học và thcs", "tiểu học, trung học cơ sở", "tiểu học và trung học cơ sở", "thcs, thpt",
    "thcs và thpt",
});

/// Who stands behind one of these acts in its stead: "Chỉ đạo các trường phối hợp với trạm y tế".
inline constexpr auto guiding_rows = std::to_array<std::string_view>({
    "chỉ đạo", "hướng dẫn", "đôn đốc", "yêu cầu", "đề nghị", "vận động", "cử", "phân công", "giao",
    "giao cho", "ủy quyền cho",
});

/// Whoever does this with others is in their lead, though a comma follows: "chủ trì, phối hợp với".
inline constexpr auto leading_verbs = std::to_array<std::string_view>({
    "chủ trì", "làm đầu mối",
});

/// Trades that a body shares with the one before the comma: "các cơ sở văn hóa, văn nghệ".
inline constexpr auto trade_rows = std::to_array<std::string_view>({
    "văn nghệ", "thể thao", "thể dục thể thao", "thể dục, thể thao", "y tế", "du lịch",
    "tôn giáo", "tín ngưỡng", "thương mại", "dịch vụ", "công nghiệp", "nông nghiệp", "kinh doanh",
    "chế biến", "nghệ thuật",
});

/// All bodies of several kinds, in small letters one member of a list.
inline constexpr auto general_rows = std::to_array<std::string_view>({
    "bộ, ngành", "bộ, ban, ngành", "bộ, cơ quan", "sở, ngành", "sở, ban, ngành", "sở, ban ngành",
    "ban, ngành", "phòng, ban", "khoa, phòng", "phòng, khoa", "khoa, phòng, trung tâm",
    "phòng, trạm", "khoa, phòng, trạm", "phòng, xí nghiệp", "phòng, tổ",
});

/// What goes on behind "liên quan" in the name of those concerned.
inline constexpr auto related_rests = std::to_array<std::string_view>({
    "đến", "tới", "của", "thuộc", "trên", "trong", "tại", "ở", "khác", "và", "cùng", "cấp", "trực",
    "ngoài", "nêu", "nói", "như", "theo", "với", "hoặc", "do", "là", "đã", "đang", "được", "từ",
    "này", "đó", "tỉnh", "huyện", "xã", "phường", "thành phố", "thị xã", "quận", "trung ương",
    "khi", "để", "về", "trực tiếp", "chặt chẽ", "mật thiết", "nhằm", "bằng", "cho", "vào", "gồm",
    "bao gồm", "trước", "sau", "nếu", "có", "không", "phải", "cần", "sẽ", "chịu", "kèm",
    "lĩnh vực", "ngành", "nội dung", "nhiệm vụ", "vấn đề", "dự án", "đề án", "công trình",
});

/// What goes on with an act, so that a verb behind it is no verb of who acts.
inline constexpr auto act_rests = std::to_array<std::string_view>({
    "do", "để", "nhằm", "cho", "khi", "theo", "bằng", "sau", "trước", "mà", "nếu", "với",
});

/// A clause that opens with one of these may name its actor only behind a comma.
inline constexpr auto clause_openers = std::to_array<std::string_view>({
    "sau khi", "sau", "căn cứ", "trên cơ sở", "định kỳ", "hằng năm", "hàng năm", "hằng tháng",
    "hàng tháng", "hằng quý", "hàng quý", "hằng ngày", "hàng ngày", "hằng tuần", "hàng tuần",
    "trước ngày", "chậm nhất", "trong quá trình", "trong thời gian", "trong", "khi", "để", "nhằm",
    "theo", "ngoài ra", "đồng thời", "thời gian", "ngày", "kết thúc", "từ ngày", "từ tháng",
    "quý", "tháng", "năm", "dựa trên", "tùy theo", "tùy tình hình", "từ kết quả", "thực hiện",
    "trước", "đến ngày", "nếu", "bên cạnh đó", "ngoài", "bên cạnh", "cùng với", "với", "tại",
    "đối với", "riêng đối với", "trường hợp", "trong trường hợp", "riêng", "thông qua",
    "hết thời hạn", "hết thời gian", "hết năm", "hết quý", "cuối năm", "cuối quý", "cuối tháng",
    "cuối mỗi", "cuối kỳ", "đầu năm", "đầu quý", "đầu tháng", "đầu mỗi", "đầu kỳ", "vào đầu",
    "vào cuối", "vào dịp", "vào ngày", "vào tháng", "mỗi năm", "mỗi quý", "mỗi tháng",
    "mỗi tuần", "mỗi ngày", "ngay sau", "ngay khi", "ngay từ", "từ nay", "từ đó", "do đó",
    "do vậy", "vì vậy", "vì thế", "qua đó",
});

/// Of them those that tell of others before the actor comes: he is named with a capital, or as
/// several, or has a duty.
inline constexpr auto case_openers = std::to_array<std::string_view>({
    "đối với", "riêng đối với", "trường hợp", "thông qua",
});

/// "Đối với thôn có dưới 100 cử tri: ...": which of them something is said of, and none who acts.
inline constexpr auto case_measures = std::to_array<std::string_view>({
    " có dưới ", " có trên ", " có từ ", " có hơn ", " có ít nhất ", " có số ", " có không quá ",
});

/// Behind one of these words the last of those that an opening clause speaks of may stand.
inline constexpr auto list_heads = std::to_array<std::string_view>({
    "do", "của", "giữa", "với", "tại", "gồm", "như", "cho", "từ",
});

/// A verb, or what stands between one and "có trách nhiệm", that says that the verb is an act, or
/// that another has the duty.
inline constexpr auto duty_stops = std::to_array<std::string_view>({
    "và", "đồng thời", "để", "cho", "người", "những", "mọi", "ai", "bên", "đội ngũ", "lối sống",
    "cùng", "hoặc", "tự", "một cách", "các", "do", "từng", "tuyên truyền", "hướng dẫn", "nhắc nhở",
    "nhắc", "vận động", "yêu cầu", "kiểm tra", "xử lý", "xử phạt", "phổ biến", "chỉ đạo",
    "đôn đốc", "động viên", "giúp", "giúp đỡ", "mời", "phân công", "hỗ trợ", "rà soát", "tập huấn",
    "thanh tra", "giám sát", "thông báo", "triệu tập", "quán triệt", "bồi dưỡng", "khuyến khích",
});

/// Levels and owners: printed with a capital they are no name of their own ("đoàn thể Thành phố").
inline constexpr auto level_rows = std::to_array<std::string_view>({
    "thành phố", "tỉnh", "trung ương", "huyện", "quận", "thị xã", "xã", "phường", "sở", "bộ",
    "ngành", "đảng", "nhà nước", "việt nam", "nhà trường", "thị trấn", "đặc khu", "thôn", "ấp",
    "khóm", "bản", "khu phố", "tổ dân phố",
});

/// The same in short: "Công an tỉnh, TP Hòa Sơn".
inline constexpr auto short_level_rows = std::to_array<std::string_view>({
    "tp", "tx", "tt", "tw", "tư",
});

/// What ends a list of actors though it is no verb.
inline constexpr auto list_stops = std::to_array<std::string_view>({
    "trong việc", "trong thực hiện", "trong quản lý", "trong công tác", "trong quá trình",
    "trong tổ chức", "trong xây dựng", "trong triển khai", "trong suốt", "để", "nhằm", "theo",
    "khi", "trước khi", "sau khi", "về việc", "bằng", "thông qua", "qua", "nếu", "từ", "đến",
    "việc", "công tác", "tránh", "không", "được", "sớm", "đối với", "trong hoạt động",
    "trong các hoạt động", "trong lĩnh vực", "trong một số", "trong các công tác",
    "trong thời gian", "trong phòng", "trong phạm vi",
    "có ý kiến", "có biện pháp", "có văn bản", "có kế hoạch", "có phương án", "đưa ra",
    "đã",
});

/// Words of a predicate that tells what was or is: whoever stands before them has no task.
inline constexpr auto telling_rows = std::to_array<std::string_view>({
    "đã", "chưa", "chậm", "không", "vẫn",
});

/// Words of no name: what stands before them opens another clause, or asks.
inline constexpr auto foreign_words = std::to_array<std::string_view>({
    "nào", "gì",
});

/// Behind a name it opens what is done, behind a clause another clause.
inline constexpr std::string_view topic_word = "thì";

/// Labels of what was or is: behind their colon nobody is given a task.
inline constexpr auto telling_labels = std::to_array<std::string_view>({
    "nguyên nhân", "hạn chế", "tồn tại", "khó khăn", "vướng mắc", "thuận lợi", "ưu điểm",
    "khuyết điểm", "nhược điểm", "kết quả", "ghi chú", "chú thích", "lý do", "thực trạng",
    "hiện trạng", "đánh giá", "ví dụ",
});

/// "do X ..." with one of these verbs names who acts.
inline constexpr auto passive_verbs = std::to_array<std::string_view>({
    "phân công", "chủ trì", "thực hiện", "đảm nhiệm", "đảm nhận", "phụ trách", "chịu trách nhiệm",
    "tổ chức", "quyết định", "trực tiếp thực hiện", "trực tiếp chỉ đạo",
});

/// What may stand before the name in an actor's heading.
inline constexpr auto heading_openers = std::to_array<std::string_view>({
    "trách nhiệm của", "nhiệm vụ của", "phân công nhiệm vụ cho", "giao cho", "giao", "đối với",
    "đề nghị", "riêng", "riêng đối với", "phân công trách nhiệm của",
    "trách nhiệm thực hiện của", "nhiệm vụ cụ thể của",
});

/// "Phối hợp với" and what else leads in who takes part.
inline constexpr auto partner_rows = std::to_array<std::string_view>({
    "phối hợp với", "phối hợp cùng", "phối hợp cùng với", "phối hợp chặt chẽ với",
    "phối kết hợp với", "phối hợp thực hiện với", "phối hợp đồng bộ với", "phối hợp",
    "phối hợp với với",  // as it is typed, too
});
// clang-format on

}  // namespace vanban::plan::actors

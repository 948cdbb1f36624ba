#pragma once

#include <array>
#include <string_view>

#include "tokens/phrases.hpp"
#include "vanban/document.hpp"

/// The words that tell by when something is to be done: what limits, completes, delivers, recurs.
namespace vanban::plan::deadlines {

using tokens::Phrase;
using tokens::PhraseTable;

enum class Needs : unsigned char {
  date,          ///< any date, also one without its year
  completion,    ///< and a word of completion before it in its clause
  label,         ///< stands at the start of the text with a colon: "Thời hạn: 30/6/2026"
  delivery,      ///< and a word of delivery before it in its clause
  span,          ///< a number of days, weeks or months
  counted_span,  ///< the same, counted from something
  lead,          ///< a number of hours, days or weeks before an event, of which somebody is told
  rhythm,        ///< a day that comes back, and a report or delivery in its clause
  event,         ///< something that is to happen, and a word of completion before it in its clause
  season         ///< the same of what each year has: an act that is done once before it will do
};

struct LimitRow {
  std::string_view phrase;
  DeadlineRelation relation;
  Needs needs;
};

// clang-format off
inline constexpr PhraseTable limits(std::to_array<LimitRow>({
    {"trước", DeadlineRelation::before, Needs::date},
    {"chậm nhất", DeadlineRelation::by, Needs::date},
    {"chậm nhất là", DeadlineRelation::by, Needs::date},
    {"chậm nhất là vào", DeadlineRelation::by, Needs::date},
    {"chậm nhất vào", DeadlineRelation::by, Needs::date},
    {"chậm nhất trong", DeadlineRelation::by, Needs::date},
    {"chậm nhất đến", DeadlineRelation::by, Needs::date},
    {"chậm nhất đến hết", DeadlineRelation::by, Needs::date},
    {"chậm nhất trước", DeadlineRelation::before, Needs::date},
    {"chậm nhất lúc", DeadlineRelation::by, Needs::date},
    {"chậm nhất vào lúc", DeadlineRelation::by, Needs::date},
    {"chậm nhất là trước", DeadlineRelation::before, Needs::date},
    {"chậm nhất là đến", DeadlineRelation::by, Needs::date},
    {"trước lúc", DeadlineRelation::before, Needs::date},
    {"muộn nhất", DeadlineRelation::by, Needs::date},
    {"muộn nhất là", DeadlineRelation::by, Needs::date},
    {"muộn nhất vào", DeadlineRelation::by, Needs::date},
    {"muộn nhất đến", DeadlineRelation::by, Needs::date},
    {"không quá", DeadlineRelation::by, Needs::date},
    {"không muộn hơn", DeadlineRelation::by, Needs::date},
    {"hạn cuối", DeadlineRelation::by, Needs::date},
    {"hạn cuối là", DeadlineRelation::by, Needs::date},
    {"hạn cuối cùng", DeadlineRelation::by, Needs::date},
    {"hạn chót", DeadlineRelation::by, Needs::date},
    {"hạn chót là", DeadlineRelation::by, Needs::date},
    {"hạn đến", DeadlineRelation::by, Needs::date},
    {"hạn nộp", DeadlineRelation::by, Needs::date},
    {"thời hạn đến", DeadlineRelation::by, Needs::date},
    {"thời hạn là", DeadlineRelation::by, Needs::date},
    {"trong", DeadlineRelation::by, Needs::completion},
    {"vào", DeadlineRelation::by, Needs::completion},
    {"đến", DeadlineRelation::by, Needs::completion},
    {"đến hết", DeadlineRelation::by, Needs::completion},
    {"trong ngày", DeadlineRelation::by, Needs::delivery},
    {"trong vòng", DeadlineRelation::by, Needs::span},
    {"trong vòng không quá", DeadlineRelation::by, Needs::span},
    {"trong thời hạn", DeadlineRelation::by, Needs::span},
    {"trong thời hạn không quá", DeadlineRelation::by, Needs::span},
    {"trong thời gian không quá", DeadlineRelation::by, Needs::span},
    {"trong thời gian", DeadlineRelation::by, Needs::counted_span},
    {"thời gian không quá", DeadlineRelation::by, Needs::span},
    {"ít nhất", DeadlineRelation::by, Needs::lead},
    {"tối thiểu", DeadlineRelation::by, Needs::lead},
    {"vào ngày", DeadlineRelation::on, Needs::delivery},
    {"ngày", DeadlineRelation::recurring, Needs::rhythm},
    {"thứ", DeadlineRelation::recurring, Needs::rhythm},
    {"lần", DeadlineRelation::recurring, Needs::rhythm},
    {"trước khi", DeadlineRelation::before, Needs::event},
    {"trước mùa", DeadlineRelation::before, Needs::season},
    {"trước vụ", DeadlineRelation::before, Needs::season},
    {"trước khai giảng", DeadlineRelation::before, Needs::season},
    {"trước khai mạc", DeadlineRelation::before, Needs::event},
    {"trước lễ", DeadlineRelation::before, Needs::event},
    {"trước ngày lễ", DeadlineRelation::before, Needs::event},
    {"trước dịp", DeadlineRelation::before, Needs::event},
    {"trước dịp lễ", DeadlineRelation::before, Needs::event},
    {"trước dịp nghỉ lễ", DeadlineRelation::before, Needs::event},
    {"trước dịp kỷ niệm", DeadlineRelation::before, Needs::event},
    {"trước tết", DeadlineRelation::before, Needs::season},
    {"trước dịp tết", DeadlineRelation::before, Needs::season},
    {"trước cuộc họp", DeadlineRelation::before, Needs::event},
    {"trước hội nghị", DeadlineRelation::before, Needs::event},
    {"trước đại hội", DeadlineRelation::before, Needs::event},
    {"trước kỳ", DeadlineRelation::before, Needs::event},
    {"trước năm học", DeadlineRelation::before, Needs::season},
    {"trước thời điểm", DeadlineRelation::before, Needs::event},
    {"trước ngày khai", DeadlineRelation::before, Needs::event},
    {"trước ngày bầu cử", DeadlineRelation::before, Needs::event},
    {"trước ngày diễn ra", DeadlineRelation::before, Needs::event},
    {"trước ngày tổ chức", DeadlineRelation::before, Needs::event},
    {"thời hạn", DeadlineRelation::by, Needs::label},
    {"thời hạn thực hiện", DeadlineRelation::by, Needs::label},
    {"thời hạn hoàn thành", DeadlineRelation::by, Needs::label},
    {"thời gian hoàn thành", DeadlineRelation::by, Needs::label},
    {"hoàn thành", DeadlineRelation::by, Needs::label},
    {"tiến độ hoàn thành", DeadlineRelation::by, Needs::label},
    {"thời điểm hoàn thành", DeadlineRelation::by, Needs::label},
    {"hạn hoàn thành", DeadlineRelation::by, Needs::label},
    {"thời hạn báo cáo", DeadlineRelation::by, Needs::label},
    {"thời hạn nộp hồ sơ", DeadlineRelation::by, Needs::label},
    {"thời hạn gửi", DeadlineRelation::by, Needs::label},
    {"thời hạn nộp", DeadlineRelation::by, Needs::label},
    {"thời hạn nhận", DeadlineRelation::by, Needs::label},
    {"thời hạn đăng ký", DeadlineRelation::by, Needs::label},
    {"thời gian nộp hồ sơ", DeadlineRelation::by, Needs::label},
    {"thời gian gửi hồ sơ", DeadlineRelation::by, Needs::label},
    {"thời gian gửi báo cáo", DeadlineRelation::by, Needs::label},
    {"thời gian báo cáo", DeadlineRelation::by, Needs::label},
    {"thời gian nộp", DeadlineRelation::by, Needs::label},
    {"thời gian gửi", DeadlineRelation::by, Needs::label},
    {"hạn nhận", DeadlineRelation::by, Needs::label},
    {"hạn gửi", DeadlineRelation::by, Needs::label},
}));

// Limits of how much as well as of when: a bare "8-10" behind them is an amount.
inline constexpr PhraseTable counting_limits(std::to_array<Phrase>({{"không quá"}}));

// Behind a date: what happens then, which is no limit.
inline constexpr PhraseTable happenings(std::to_array<Phrase>({
    {"sẽ"}, {"họp"}, {"diễn ra"}, {"tổ chức"}, {"khai mạc"}, {"bế mạc"}, {"bắt đầu"},
    {"tiến hành"}, {"thi"}, {"chấm"}, {"tổng kết"}, {"công bố"},
}));

// Parts of the month, quarter or year that a limit names behind them.
inline constexpr PhraseTable parts(std::to_array<Phrase>({
    {"đầu"}, {"giữa"}, {"cuối"}, {"nửa đầu"}, {"nửa cuối"}, {"dịp cuối"}, {"dịp đầu"},
    {"tuần đầu"}, {"tuần đầu của"}, {"tuần đầu tiên"}, {"tuần đầu tiên của"}, {"tuần cuối"},
    {"tuần cuối của"}, {"tuần cuối cùng của"}, {"tuần thứ nhất"}, {"tuần thứ nhất của"},
    {"tuần thứ hai"}, {"tuần thứ hai của"}, {"tuần thứ ba"}, {"tuần thứ ba của"},
    {"tuần thứ tư"}, {"tuần thứ tư của"}, {"tuần thứ 1"}, {"tuần thứ 2"}, {"tuần thứ 3"},
    {"tuần thứ 4"}, {"tuần 1"}, {"tuần 2"}, {"tuần 3"}, {"tuần 4"}, {"những ngày đầu"},
    {"những ngày cuối"}, {"thời gian đầu"}, {"10 ngày đầu"}, {"10 ngày cuối"},
}));

// "Hoàn thành ... trong quý II": the act ends then. What follows in the second table, here or later
// in the clause, makes it praise or an aim of the year, no limit.
inline constexpr PhraseTable completions(std::to_array<Phrase>({
    {"hoàn thành"}, {"hoàn thành việc"}, {"hoàn thành xong"}, {"xong"}, {"hoàn tất"},
}));
inline constexpr PhraseTable no_completions(std::to_array<Phrase>({
    {"hoàn thành tốt"}, {"hoàn thành xuất sắc"}, {"hoàn thành vượt mức"},
    {"hoàn thành thắng lợi"}, {"hoàn thành chỉ tiêu"}, {"hoàn thành các chỉ tiêu"},
    {"hoàn thành nhiệm vụ"}, {"hoàn thành các nhiệm vụ"}, {"hoàn thành kế hoạch"},
    {"hoàn thành các mục tiêu"}, {"hoàn thành mục tiêu"}, {"hoàn thành chương trình tiểu học"},
    {"hoàn thành chương trình trung học"}, {"hoàn thành chương trình mầm non"},
    {"hoàn thành chương trình giáo dục"}, {"hoàn thành chương trình học"},
    {"hoàn thành chương trình lớp"}, {"hoàn thành cấp học"}, {"hoàn thành bậc học"},
    {"hoàn thành nghĩa vụ"}, {"vượt mức"}, {"toàn diện"},
    {"chỉ tiêu"}, {"mục tiêu"}, {"được giao"}, {"đặt ra"}, {"đề ra"},
    {"không hoàn thành"}, {"chưa hoàn thành"}, {"không hoàn tất"}, {"chưa hoàn tất"},
    {"không xong"}, {"chưa xong"},
}));
// How many words may stand between: a year that far away is the year of something else.
constexpr int completion_reach = 20;
constexpr int completion_reach_of_year = 5;
inline constexpr PhraseTable deliveries(std::to_array<Phrase>({
    {"gửi"}, {"nộp"}, {"báo cáo"}, {"trình"}, {"gửi về"}, {"chuyển"},
    {"cung cấp danh sách"}, {"cung cấp số liệu"}, {"cung cấp thông tin"}, {"cung cấp hồ sơ"},
}));

// Who gets to know something does so as long before as a limit says.
inline constexpr PhraseTable notices(std::to_array<Phrase>({
    {"thông báo"}, {"báo"}, {"đăng ký"}, {"niêm yết"}, {"thông tin"}, {"mời"}, {"công bố"},
    {"xin phép"}, {"đề nghị"},
}));

// Acts that are done once: "Kiện toàn tổ công tác trong tháng 3/2026". They count where the clause
// opens with them or with who acts, and behind the words of `act_leads`.
enum class Act : unsigned char {
  verb,  ///< nothing else
  noun,  ///< also a noun or part of one ("báo cáo", "các tổ chức"): not behind a comma or "và"
  none   ///< a compound that opens like an act: "giao thông"
};
struct ActRow {
  std::string_view phrase;
  Act act = Act::verb;
};
inline constexpr PhraseTable acts(std::to_array<ActRow>({
    {"ban hành"}, {"thành lập"}, {"kiện toàn"}, {"phát động"}, {"phê duyệt"}, {"bàn giao"},
    {"khởi công"}, {"hoàn thiện"}, {"ký kết"}, {"phân bổ"}, {"tham mưu"}, {"triển khai"},
    {"rà soát"}, {"thẩm định"}, {"bố trí"}, {"đưa vào"}, {"lắp đặt"}, {"lựa chọn"},
    {"công bố"}, {"phối hợp"}, {"chủ trì"}, {"trả lời"}, {"giải quyết"}, {"khắc phục"}, {"xử lý"},
    {"giao", Act::noun}, {"xây dựng", Act::noun}, {"tổ chức", Act::noun}, {"trình", Act::noun},
    {"thông báo", Act::noun}, {"gửi", Act::noun}, {"báo cáo", Act::noun}, {"lập", Act::noun},
    {"giao thông", Act::none}, {"giao dịch", Act::none}, {"giao lưu", Act::none},
    {"giao thương", Act::none}, {"giao tiếp", Act::none}, {"giao mùa", Act::none},
    {"giao ban", Act::none}, {"giao thừa", Act::none}, {"trình độ", Act::none},
    {"trình tự", Act::none}, {"trình diễn", Act::none}, {"lập trình", Act::none},
    {"lập pháp", Act::none}, {"lập trường", Act::none}, {"lập đông", Act::none},
    {"lập xuân", Act::none}, {"lập hạ", Act::none}, {"lập thu", Act::none},
    {"xây dựng tăng", Act::none}, {"xây dựng giảm", Act::none}, {"xây dựng cơ bản", Act::none},
    {"tổ chức chính trị", Act::none}, {"tổ chức xã hội", Act::none}, {"tổ chức đảng", Act::none},
    {"tổ chức tín dụng", Act::none}, {"tổ chức đoàn", Act::none}, {"tổ chức hội", Act::none},
    {"tổ chức hội nghị", Act::noun}, {"tổ chức hội thảo", Act::noun},
    {"tổ chức hội thi", Act::noun}, {"tổ chức hội chợ", Act::noun},
    {"tổ chức hội diễn", Act::noun}, {"tổ chức hội đàm", Act::noun},
    {"tổ chức hội thao", Act::noun}, {"tổ chức hội trại", Act::noun},
    {"tổ chức kinh tế", Act::none}, {"tổ chức quốc tế", Act::none},
    {"tổ chức công đoàn", Act::none}, {"tổ chức quần chúng", Act::none},
}));

// Before an act that is to be done.
inline constexpr PhraseTable act_leads(std::to_array<Phrase>({
    {"và"}, {"chủ trì"}, {"tiếp tục"}, {"chủ động"}, {"khẩn trương"}, {"kịp thời"}, {"sẽ"},
    {"phải"}, {"cần"}, {"đồng thời"}, {"có trách nhiệm"}, {"tích cực"}, {"sớm"}, {"tập trung"},
}));

// Who acts, where a statement opens with them and no name of a body stands there.
inline constexpr PhraseTable actor_heads(std::to_array<Phrase>({
    {"trưởng"}, {"công an"}, {"các xã"}, {"các phường"}, {"các thôn"}, {"các phòng"}, {"các sở"},
    {"các ban"}, {"các đơn vị"}, {"các trường"}, {"các địa phương"}, {"các chi bộ"}, {"đề nghị"},
    {"giao các"}, {"yêu cầu"},
}));

// Before an act that is a noun there.
inline constexpr PhraseTable several(std::to_array<Phrase>({
    {"các"}, {"những"}, {"mọi"}, {"và"}, {"hoặc"}, {"của"}, {"theo"}, {"cá nhân"}, {"mỗi"},
    {"một số"}, {"ngành"}, {"vật liệu"}, {"công ty"}, {"doanh nghiệp"},
}));

// What comes about, and is not done by anyone: no act of the clause ends then.
inline constexpr PhraseTable states(std::to_array<Phrase>({
    {"đã"}, {"ước"}, {"ghi nhận"}, {"xảy ra"}, {"phát sinh"}, {"hoạt động ổn định"},
}));

// Before a month that tells when something came about: "tai nạn giảm trong tháng 3".
inline constexpr PhraseTable came_about(std::to_array<Phrase>({
    {"giảm"}, {"tăng"}, {"xảy ra"}, {"phát sinh"}, {"diễn ra"}, {"đạt được"}, {"có"},
    {"được thành lập"}, {"được bầu"}, {"được bổ nhiệm"},
}));

// What lasts for a span of days, and does not end within it.
inline constexpr PhraseTable lasting(std::to_array<Phrase>({
    {"bảo hành"}, {"cách ly"}, {"theo dõi"}, {"lưu giữ"}, {"lưu trữ"}, {"niêm yết"},
    {"có giá trị"}, {"có hiệu lực"}, {"duy trì"}, {"điều trị"}, {"nghỉ"}, {"bảo quản"},
    {"giữ"}, {"giám sát"}, {"được hưởng"}, {"tạm dừng"}, {"đình chỉ"},
}));

// Behind a span: that it is past.
inline constexpr PhraseTable gone_by(std::to_array<Phrase>({
    {"qua"}, {"vừa qua"}, {"gần đây"}, {"gần nhất"}, {"trở lại đây"}, {"trước đó"}, {"trước đây"},
    {"liên tiếp"}, {"liên tục"}, {"vừa rồi"}, {"tính đến"},
}));

inline constexpr PhraseTable months(std::to_array<Phrase>({{"tháng"}}));

// Behind a number of days: from when they are counted.
inline constexpr PhraseTable counted_from(std::to_array<Phrase>({
    {"kể từ"}, {"tính từ"}, {"sau khi"}, {"từ ngày"}, {"từ khi"}, {"sau ngày"},
}));

// Before "trước": what is paid or ordered ahead ("vốn ứng trước 20 ngày").
inline constexpr PhraseTable paid_ahead(std::to_array<Phrase>({{"ứng"}, {"trả"}, {"đặt"}}));

// What happens at intervals: reports and reviews, not allowances ("trợ cấp hằng tháng").
inline constexpr PhraseTable reporting(std::to_array<Phrase>({
    {"báo cáo"}, {"sơ kết"}, {"tổng kết"}, {"đánh giá"}, {"giao ban"}, {"kiểm điểm"}, {"họp"},
    {"rà soát"}, {"thống kê"}, {"tổng hợp"}, {"cập nhật"}, {"kiểm tra"}, {"giám sát"},
}));

// Before a rhythm on its own: "báo cáo hằng ngày", "họp định kỳ hằng tháng".
inline constexpr PhraseTable reporting_ends(std::to_array<Phrase>({
    {"báo cáo"}, {"sơ kết"}, {"tổng kết"}, {"giao ban"}, {"báo cáo định kỳ"}, {"đánh giá"},
    {"cập nhật"}, {"báo cáo kết quả"}, {"báo cáo tiến độ"}, {"kiểm tra nội bộ"}, {"tự kiểm tra"},
    {"họp"}, {"họp định kỳ"}, {"sinh hoạt định kỳ"}, {"tổng hợp số liệu"},
    {"thống kê số liệu"}, {"gửi báo cáo"}, {"nộp báo cáo"},
}));

inline constexpr PhraseTable each(std::to_array<Phrase>({{"hằng"}, {"hàng"}, {"mỗi"}, {"từng"}}));
inline constexpr PhraseTable spans(std::to_array<Phrase>({
    {"ngày"}, {"tuần"}, {"tháng"}, {"quý"}, {"năm"}, {"6 tháng"}, {"nửa năm"}, {"kỳ"},
    {"đợt"}, {"năm học"}, {"quí"},
}));

// The rhythms of `day_rhythms` that make a day of each year of the days that stand before.
inline constexpr PhraseTable year_rhythms(std::to_array<Phrase>({
    {"hằng năm"}, {"hàng năm"}, {"mỗi năm"}, {"của mỗi năm"}, {"của năm"},
}));

// The rhythms of which an hour may say more: "hằng ngày trước 16 giờ".
inline constexpr PhraseTable each_day(std::to_array<Phrase>({
    {"hằng ngày"}, {"hàng ngày"}, {"mỗi ngày"},
}));

// Behind a day: that it comes back.
inline constexpr PhraseTable day_rhythms(std::to_array<Phrase>({
    {"hằng tháng"}, {"hàng tháng"}, {"hằng quý"}, {"hàng quý"}, {"hằng năm"}, {"hàng năm"},
    {"hằng tuần"}, {"hàng tuần"}, {"hằng ngày"}, {"hàng ngày"}, {"mỗi tháng"}, {"mỗi quý"},
    {"mỗi năm"}, {"của tháng"}, {"của tháng cuối quý"}, {"tháng cuối quý"},
    {"của tháng cuối mỗi quý"}, {"của tháng sau"}, {"tháng sau"}, {"của tháng kế tiếp"},
    {"tháng kế tiếp"}, {"tháng tiếp theo"}, {"của tháng tiếp theo"}, {"của tháng đầu quý sau"},
    {"tháng đầu của quý sau"}, {"tháng đầu quý sau"}, {"của tháng đầu quý tiếp theo"},
    {"tháng đầu tiên của quý sau"}, {"tháng cuối của quý"}, {"tháng cuối mỗi quý"},
    {"tháng cuối của mỗi quý"}, {"của tháng cuối cùng của quý"}, {"tháng cuối cùng của quý"},
    {"tháng cuối hằng quý"}, {"tháng cuối hàng quý"}, {"của tháng cuối hằng quý"},
    {"của tháng cuối hàng quý"}, {"của tháng cuối của quý"}, {"của tháng báo cáo"},
    {"của quý"}, {"của năm"}, {"năm sau"}, {"của năm sau"}, {"của hằng tháng"}, {"của hàng tháng"},
    {"của mỗi tháng"}, {"các tháng"}, {"của các tháng"}, {"của tuần"}, {"trong tuần"},
    {"mỗi tuần"}, {"của hằng quý"}, {"của mỗi quý"}, {"của mỗi năm"}, {"trong tháng"},
}));

inline constexpr PhraseTable weekdays(std::to_array<Phrase>({
    {"thứ hai"}, {"thứ ba"}, {"thứ tư"}, {"thứ năm"}, {"thứ sáu"}, {"thứ bảy"}, {"chủ nhật"},
    {"ngày thứ hai"}, {"ngày thứ ba"}, {"ngày thứ tư"}, {"ngày thứ năm"}, {"ngày thứ sáu"},
    {"ngày thứ bảy"}, {"ngày chủ nhật"}, {"thứ 2"}, {"thứ 3"}, {"thứ 4"}, {"thứ 5"}, {"thứ 6"},
    {"thứ 7"}, {"ngày cuối cùng"}, {"ngày làm việc cuối cùng"}, {"ngày cuối"},
}));

// Numbers in words before a span: "sáu tháng một lần".
inline constexpr PhraseTable span_numbers(std::to_array<Phrase>({
    {"một"}, {"hai"}, {"ba"}, {"sáu"}, {"mỗi"}, {"hằng"}, {"hàng"}, {"nửa"}, {"chín"},
}));

inline constexpr PhraseTable event_rhythms(std::to_array<Phrase>({
    {"giữa nhiệm kỳ"}, {"cuối nhiệm kỳ"}, {"kết thúc nhiệm kỳ"}, {"giữa kỳ"}, {"cuối kỳ"},
    {"cuối năm"}, {"đột xuất"}, {"giữa năm"}, {"cuối học kỳ"}, {"cuối mỗi học kỳ"},
    {"giữa học kỳ"}, {"giữa mỗi học kỳ"}, {"kết thúc học kỳ"}, {"kết thúc mỗi học kỳ"},
    {"cuối năm học"}, {"đầu năm học"}, {"cuối mỗi năm học"},
}));

// Behind a term: which of the year's it is.
inline constexpr PhraseTable term_numbers(std::to_array<Phrase>({{"i"}, {"ii"}, {"1"}, {"2"}}));

// A date of law or of birth limits no act of the plan: "ban hành trước ngày", "sinh trước ngày".
inline constexpr PhraseTable past_acts(std::to_array<Phrase>({
    {"sinh"}, {"có hiệu lực"}, {"được cấp"}, {"đã ban hành"}, {"được ban hành"}, {"đã ký"},
    {"hưởng"}, {"tham gia"}, {"nhập ngũ"}, {"hy sinh"}, {"kỷ niệm"}, {"chào mừng"}, {"đã có"},
}));

/// Words before "trước năm 2030" that say since when something is.
inline constexpr PhraseTable dated_things(std::to_array<Phrase>({
    {"xây dựng"}, {"sản xuất"}, {"cấp"}, {"ban hành"}, {"đăng ký"}, {"thời kỳ"}, {"giai đoạn"},
    {"như"}, {"so với"}, {"thành lập"}, {"tốt nghiệp"}, {"tuyển dụng"}, {"từ"}, {"những năm"},
    {"khởi công"}, {"lắp đặt"}, {"nhập khẩu"}, {"mức"}, {"tồn tại"}, {"phát sinh"},
}));
// clang-format on

}  // namespace vanban::plan::deadlines

#include "plan/values/period.hpp"

#include <algorithm>

#include "plan/values/deadline.hpp"
#include "tokens/date.hpp"
#include "tokens/fold.hpp"
#include "tokens/phrases.hpp"

namespace vanban::plan {
namespace {

using namespace tokens;  // NOLINT(google-build-using-namespace): this file is made of its steps

// clang-format off
// What labels of time open with; "dự kiến" says how sure it is, not what is timed.
constexpr PhraseTable time_words(std::to_array<Phrase>({
    {"thời gian"}, {"thời gian dự kiến"}, {"dự kiến thời gian"}, {"tiến độ"}, {"lộ trình"},
    {"thời hạn"}, {"thời điểm"}, {"thời kỳ"}, {"thời gian và tiến độ"}, {"về thời gian"},
    {"tiến độ thời gian"},
}));

// Where the subject of a sentence ends: what is timed stands before it.
constexpr PhraseTable predicates(std::to_array<Phrase>({
    {"được"}, {"sẽ"}, {"diễn ra"}, {"bắt đầu"}, {"kéo dài"}, {"tổ chức"}, {"triển khai"},
    {"thực hiện"}, {"kết thúc"}, {"hoàn thành"}, {"tiến hành"}, {"dự kiến"}, {"từ"}, {"trong"},
    {"vào"}, {"là"}, {"xong"}, {"bảo đảm"}, {"đảm bảo"}, {"theo"}, {"đến"},
}));

// Bodies that are named after what they do.
constexpr PhraseTable named_after_predicates(std::to_array<Phrase>({
    {"ban tổ chức"}, {"phòng tổ chức"}, {"tổ triển khai"}, {"ban triển khai"}, {"tổ thực hiện"},
    {"đơn vị thực hiện"}, {"đơn vị tổ chức"}, {"cơ quan thực hiện"}, {"ban thực hiện"},
}));

// A jubilee or term beside a date: it times nothing here.
constexpr PhraseTable no_time(std::to_array<Phrase>({
    {"kỷ niệm"}, {"nhiệm kỳ"}, {"lần thứ"}, {"thành lập"}, {"chào mừng"}, {"sinh"},
}));

// The time is open or told by an event.
constexpr PhraseTable timeless(std::to_array<Phrase>({
    {"thường xuyên"}, {"hằng năm"}, {"hàng năm"}, {"liên tục"}, {"hằng tháng"}, {"hàng tháng"},
    {"hằng quý"}, {"hàng quý"}, {"theo lộ trình"}, {"theo quy định"}, {"theo kế hoạch"},
    {"theo hướng dẫn"}, {"theo chỉ đạo"}, {"sau khi"}, {"khi có"}, {"theo tiến độ"},
    {"trong cả năm"},
}));

// Before a number that tells which of several.
constexpr PhraseTable part_words(std::to_array<Phrase>({
    {"tuần"}, {"tuần thứ"}, {"đợt"}, {"lần"}, {"lần thứ"}, {"kỳ"}, {"bước"},
}));

// A number behind them tells which of several, no day: "Lớp 5 và 15/6/2031".
constexpr PhraseTable numbered_things(std::to_array<Phrase>({
    {"đợt"}, {"lớp"}, {"khối"}, {"vòng"}, {"giai đoạn"}, {"bước"}, {"khóa"}, {"khoá"}, {"tổ"},
    {"cụm"}, {"nhóm"}, {"bài"}, {"điều"}, {"khoản"}, {"mục"}, {"phần"}, {"học kỳ"}, {"tháng"},
    {"quý"}, {"tuần"}, {"lần"}, {"kỳ"}, {"thôn"}, {"khu"}, {"đội"}, {"bảng"}, {"số"}, {"thứ"},
}));

// What may stand before the first of two days, beside predicates.
constexpr PhraseTable day_leads(std::to_array<Phrase>({
    {"ngày"}, {"sáng"}, {"chiều"}, {"tối"}, {"thời gian"}, {"khai mạc"}, {"thi đấu"},
}));

// Words that say nothing but when.
constexpr PhraseTable calendar_words(std::to_array<Phrase>({
    {"sáng"}, {"chiều"}, {"tối"}, {"các ngày"}, {"ngày"}, {"tuần"}, {"chủ nhật"}, {"các buổi"},
    {"thứ"}, {"và"}, {"thứ hai"}, {"thứ ba"}, {"thứ tư"}, {"thứ năm"}, {"thứ sáu"}, {"thứ bảy"},
}));

// What part of a day stands before its number.
constexpr PhraseTable day_parts(std::to_array<Phrase>({
    {"sáng"}, {"chiều"}, {"tối"}, {"sáng ngày"}, {"chiều ngày"}, {"tối ngày"},
}));

constexpr PhraseTable onward_words(std::to_array<Phrase>({
    {"và các năm tiếp theo"}, {"và những năm tiếp theo"}, {"và các năm sau"}, {"trở đi"},
    {"và các tháng tiếp theo"}, {"và các giai đoạn tiếp theo"},
    {"và những năm sau"}, {"và các quý tiếp theo"}, {"trở về sau"},
}));
// clang-format on

/// A date of the text with what its words say of it.
struct Mark {
  DateMatch date;
  bool until = false;   ///< "đến", or a dash behind another date
  bool from = false;    ///< "từ"
  bool onward = false;  ///< "và các năm tiếp theo"
};

std::size_t clause_end(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_of(';', at);
  return end == npos ? text.size() : end;
}

/// Parts of a time that count: "đợt 2 từ 01/5/2031".
constexpr PhraseTable stages(
    std::to_array<Phrase>({{"đợt"}, {"giai đoạn"}, {"bước"}, {"vòng"}, {"lần"}, {"học kỳ"}}));

// Parts of a sentence about one matter that have a time of their own.
constexpr PhraseTable further_rounds(std::to_array<Phrase>({
    {"cao điểm"},
    {"tháng cao điểm"},
    {"tuần cao điểm"},
    {"tiêm bổ sung"},
    {"tiêm vét"},
    {"tiêm nhắc lại"},
    {"phúc tra"},
}));

/// "Giai đoạn 1 (2026 - 2030)", "Bước 2: Ra quân (từ 10/7 đến 17/7/2026)": the bracket at `open`
/// says when a part is that counts.
bool times_stage(std::string_view text, std::size_t open) {
  const auto stage = stages.longest(text, skip_blanks(text, 0));
  const std::size_t number = stage ? skip_blanks(text, stage.end) : 0;
  const std::size_t behind = stage ? text.find_first_not_of("0123456789IVX", number) : number;
  const bool counts = stage && behind != number && (behind == npos || letter_at(text, behind) == 0);
  const std::size_t close = text.find(')', open);
  if (counts && close != npos && close + 2 >= text.size()) return true;
  const std::size_t end = skip_blanks_back(text, open);
  std::size_t begin = end;
  while (begin > 0 && blank_at(text, begin - 1) == 0) --begin;
  return begin < end && stages.longest_before(text, skip_blanks_back(text, begin)).found();
}

bool is_jubilee(std::string_view text, std::size_t begin) {
  const std::size_t end = skip_blanks_back(text, begin);
  if (no_time.longest_before(text, end)) return true;
  return end > 0 && has_byte(text, end - 1, '(') && !times_stage(text, end - 1);
}

/// Where the time of day begins that ends at `end` ("17 giờ", "7 giờ 30", "7 giờ 30 phút", "07h30",
/// "7h30'", "7:30"), or `end`.
std::size_t time_of_day_begin(std::string_view text, std::size_t end) {
  const auto number_back = [text](std::size_t at) {
    std::size_t begin = skip_blanks_back(text, at);
    while (begin > 0 && is_digit(text, begin - 1)) --begin;
    return begin;
  };
  const auto hours_back = [&](std::size_t at) -> std::size_t {
    const std::size_t hours = match_back(text, at, "giờ");
    if (hours == npos) return npos;
    const std::size_t begin = number_back(hours);
    return begin < hours && is_digit(text, begin) ? begin : npos;
  };
  std::size_t at = end;
  if (const std::size_t minutes = match_back(text, at, "phút"); minutes != npos) {
    at = skip_blanks_back(text, number_back(minutes));
  }
  if (const std::size_t begin = hours_back(at); begin != npos) return begin;
  if (const std::size_t begin = hours_back(skip_blanks_back(text, number_back(end)));
      begin != npos) {  // "17 giờ 00"
    return begin;
  }
  std::size_t begin = end;
  for (const std::string_view mark : {"'", "’", "′"}) {
    if (text.substr(0, begin).ends_with(mark)) begin -= mark.size();
  }
  // "15h 30"
  const std::size_t minutes = number_back(begin);
  const std::size_t mark = skip_blanks_back(text, minutes);
  if (minutes < begin && mark < minutes && mark > 1 && text[mark - 1] == 'h' &&
      is_digit(text, mark - 2)) {
    begin = mark;
  }
  bool clock = false;
  while (begin > 0 &&
         (is_digit(text, begin - 1) || text[begin - 1] == 'h' || text[begin - 1] == ':')) {
    --begin;
    clock = clock || !is_digit(text, begin);
  }
  return clock && begin < end && is_digit(text, begin) ? begin : end;
}

/// Where the word ends that says what the date at `begin` is: "từ" or "đến" stands right before it,
/// or with "ngày", "hết" or a time of day between.
std::size_t guide_end(std::string_view text, std::size_t begin) {
  std::size_t end = skip_blanks_back(text, begin);
  for (const std::string_view filler : {"hết", "ngày", "cuối", "giữa", "đầu", "hết ngày", "vào"}) {
    const std::size_t before = match_back(text, end, filler);
    if (before != npos) end = skip_blanks_back(text, before);
  }
  const std::size_t comma = end > 0 && text[end - 1] == ',' ? skip_blanks_back(text, end - 1) : end;
  const std::size_t hour = time_of_day_begin(text, comma);
  return hour == comma ? end : skip_blanks_back(text, hour);
}

constexpr PhraseTable until_words(std::to_array<Phrase>({{"đến"}, {"tới"}, {"kết thúc"}}));

/// "từ 7h30 đến 11h00 ngày 15/5": the word that ends at `guide` parts two times of one day.
bool parts_times_of_day(std::string_view text, std::size_t guide) {
  const std::size_t before = match_back(text, guide, "đến");
  if (before == npos) return false;
  const std::size_t end = skip_blanks_back(text, before);
  return time_of_day_begin(text, end) != end;
}

/// What the first date of a range leaves out stands in the second: "từ ngày 10 đến 15/4/2026".
void complete(Date& date, const Date& other) {
  if (date.year != 0) return;
  date.year = other.year;
  if (date.month == 0 && date.day != 0) date.month = other.month;
  // "từ tháng 11 đến hết tháng 02/2026" begins in the year before.
  const bool later = date.month > other.month && other.month != 0;
  if (later && date.year > 0) --date.year;
}

/// "quý II, III năm 2031", "ngày 15, 16 và 17/5/2031": the words of the first count for all; only
/// the last says the rest.
void take_list(std::string_view text, DateMatch& date) {
  constexpr std::size_t longest_rest = 32;  // bytes
  if (date.last.year != 0 || is_digit(text, date.begin)) return;
  std::string word(text.substr(date.begin, word_end(text, date.begin) - date.begin));
  word.push_back(' ');
  DateMatch all = date;
  std::vector<Date> items = {date.first};
  while (all.last.year == 0) {
    std::size_t next = skip_blanks(text, all.end);
    const std::size_t joint = has_byte(text, next, ',') ? next + 1 : match(text, next, "và");
    if (joint == npos) return;
    next = skip_blanks(text, joint);
    const bool counted = is_digit(text, next) || has_byte(text, next, 'I');
    if (!counted) return;
    const auto item =
        match_date(word + std::string(text.substr(next, longest_rest)), 0, DateForms::partial);
    if (!item) return;
    all.last = item->last;
    items.push_back(item->last);
    all.end = next + item->end - word.size();
  }
  // Each item has from the next what it leaves out: "ngày 30, 31/5 và 01/6/2031".
  for (std::size_t i = items.size() - 1; i > 0; --i) complete(items[i - 1], items[i]);
  all.first = items.front();
  date = all;
}

constexpr PhraseTable months_and_quarters(std::to_array<Phrase>({{"tháng"}, {"quý"}}));

/// "tuần 2 tháng 7/2026": the number at `at` is no day.
bool counts_parts(std::string_view text, std::size_t at) {
  constexpr int most_parts = 5;  // "tuần 2, 3 tháng 7/2026"
  if (!is_digit(text, at)) return false;
  for (int parts = 0; parts < most_parts; ++parts) {
    const std::size_t before = skip_blanks_back(text, at);
    if (part_words.longest_before(text, before)) return true;
    if (before == 0 || text[before - 1] != ',') return false;
    at = before - 1;
    while (at > 0 && is_digit(text, at - 1)) --at;
    if (at == before - 1) return false;
  }
  return false;
}

/// "1/2 ngày", "1/2 buổi": how long it takes, no day of a month.
bool measures_time(std::string_view text, const DateMatch& date) {
  constexpr PhraseTable units(std::to_array<Phrase>({{"ngày"}, {"buổi"}, {"giờ"}}));
  return date.last.year == 0 && is_digit(text, date.begin) &&
         match_back(text, skip_blanks_back(text, date.begin), "ngày") == npos &&
         units.longest(text, skip_blanks(text, date.end)).found();
}

/// "14 - 15/6/2026", "14 và 15/6/2026" without a word before: sets the first day of the date at
/// `at`, and gives where it stands; npos where there is none.
std::size_t take_first_day(std::string_view text, std::size_t at, DateMatch& date) {
  if (date.last.day == 0 || date.last.month == 0 || !is_digit(text, at)) return npos;
  std::size_t joint = skip_blanks_back(text, at);
  if (const auto lead = day_parts.longest_before(text, joint)) {  // "sáng 14 và chiều 15/6/2026"
    joint = skip_blanks_back(text, lead.end);
  }
  const std::size_t word = match_back(text, joint, "và");
  const bool dash = joint > 0 && dash_at(text, step_back(text, joint)) != 0;
  if (!dash && word == npos) return npos;
  const std::size_t end = skip_blanks_back(text, dash ? step_back(text, joint) : word);
  std::size_t begin = end;
  unsigned day = 0;
  unsigned unit = 1;
  for (; begin > 0 && is_digit(text, begin - 1) && unit <= 10; --begin, unit *= 10) {
    day += static_cast<unsigned>(text[begin - 1] - '0') * unit;
  }
  const bool alone = begin == 0 || blank_at(text, begin - 1) != 0 || text[begin - 1] == '(';
  const std::size_t before = skip_blanks_back(text, begin);
  if (numbered_things.longest_before(text, before)) return npos;
  if (!dash && before > 0 && is_word_part(text, step_back(text, before)) &&
      !predicates.longest_before(text, before) && !day_leads.longest_before(text, before)) {
    return npos;
  }
  if (begin == end || !alone || day == 0 || day >= date.last.day) return npos;
  date.first.day = static_cast<std::uint8_t>(day);
  return begin;
}

/// "Chủ nhật 08, 15, 22 và 29/3/2026": goes back over the days that commas part from the first.
void take_days_before(std::string_view text, std::size_t at, DateMatch& date) {
  constexpr int most_days = 31;
  for (int days = 0; days < most_days; ++days) {
    const std::size_t end = skip_blanks_back(text, at);
    if (end == 0 || text[end - 1] != ',') return;
    std::size_t begin = end - 1;
    unsigned day = 0;
    unsigned unit = 1;
    for (; begin > 0 && is_digit(text, begin - 1) && unit <= 10; --begin, unit *= 10) {
      day += static_cast<unsigned>(text[begin - 1] - '0') * unit;
    }
    const bool alone = begin == 0 || blank_at(text, begin - 1) != 0;
    if (begin == end - 1 || !alone || day == 0 || day >= date.first.day) return;
    const std::size_t before = skip_blanks_back(text, begin);
    if (part_words.longest_before(text, before)) return;
    if (numbered_things.longest_before(text, before)) {  // "Lớp 6, 7 và 8/3/2031"
      date.first = date.last;
      return;
    }
    date.first.day = static_cast<std::uint8_t>(day);
    at = begin;
  }
}

/// The dates that time something in [begin, end), deadlines left out.
std::vector<Mark> marks_in(std::string_view text, WordWalk& walk, std::size_t begin,
                           std::size_t end, const std::vector<DeadlineMatch>& deadlines) {
  std::vector<Mark> marks;
  std::size_t next_deadline = 0;
  std::size_t jubilee_end = npos;  // of the last date that was one: its partner is one too
  // "phấn đấu đến năm 2030": how far the plan looks.
  const std::size_t aim = text.substr(0, end).find("phấn đấu", begin);
  for (Word word = walk.at_or_behind(begin); word.begin < end;) {
    const std::size_t at = word.begin;
    std::optional<DateMatch> date;
    if (may_begin_date(text, at) && !counts_parts(text, at)) {
      date = match_date(text, at, DateForms::partial);
      if (date && measures_time(text, *date)) date.reset();
    }
    // A bare year counts behind another year or "từ": "2026 - 2030", "từ 2026".
    if (!date && is_digit(text, at) && is_year(text.substr(at, word.end - at)) &&
        !has_byte(text, word.end, '/')) {
      Date year;
      for (std::size_t i = at; i < word.end; ++i) {
        year.year = static_cast<std::uint16_t>(year.year * 10 + (text[i] - '0'));
      }
      date = DateMatch{year, year, at, word.end};
    }
    if (!date) {
      word = walk.at_or_behind(word.end);
      continue;
    }
    while (next_deadline < deadlines.size() && deadlines[next_deadline].end <= at) {
      ++next_deadline;
    }
    if (marks.empty()) {
      const std::size_t first = take_first_day(text, at, *date);
      if (first != npos) take_days_before(text, first, *date);
    }
    take_list(text, *date);
    const bool limit = next_deadline < deadlines.size() && at >= deadlines[next_deadline].begin;
    const std::size_t before_dash = skip_blanks(text, jubilee_end == npos ? at : jubilee_end);
    const std::size_t dash_length = dash_at(text, before_dash);
    const bool partner = dash_length != 0 && skip_blanks(text, before_dash + dash_length) == at;
    if (aim < at) {
      word = walk.at_or_behind(date->end);
      continue;
    }
    if (partner || is_jubilee(text, at)) {
      jubilee_end = date->end;
    } else if (!limit) {
      Mark mark{*date};
      const std::size_t before = skip_blanks_back(text, at);
      const bool dash = before > 0 && dash_at(text, step_back(text, before)) != 0;
      const std::size_t guide = guide_end(text, at);
      const bool one_day = marks.empty() && parts_times_of_day(text, guide);
      mark.until = (until_words.longest_before(text, guide) && !one_day) ||
                   (dash && !marks.empty() &&
                    skip_blanks(text, marks.back().date.end) == step_back(text, before));
      mark.from = match_back(text, guide, "từ") != npos;
      mark.onward = onward_words.longest(text, skip_blanks(text, date->end)).found();
      marks.push_back(mark);
    }
    word = walk.at_or_behind(date->end);
  }
  return marks;
}

std::optional<std::string> iso(const Date& date) {
  if (date.year == 0 || !is_possible(date)) return std::nullopt;
  return to_iso(date);
}

/// "Từ ngày phát động", "đến khi tổ chức": an event holds the place of a date.
bool names_event_end(std::string_view text, std::size_t at, std::size_t end) {
  const std::size_t next = skip_blanks(text, at);
  return next < end && match(text, next, "đến khi") != npos;
}

void set_range(PeriodMatch& period, std::vector<Mark> marks, std::string_view text,
               std::size_t end) {
  // "Năm 2031 (từ 01/3 đến 31/3/2031)": what the year is said more exactly by
  const bool closer = marks.size() > 2 && marks[0].date.last.month == 0 && !marks[0].from &&
                      !marks[0].until && marks[1].from && marks[2].until;
  if (closer) {
    const Date year = marks.front().date.last;
    const bool one_year = marks.front().date.first.year == year.year;
    marks.erase(marks.begin());
    const auto takes_year = [one_year](const Date& date) {
      return one_year && date.year == 0 && date.month != 0;
    };
    const bool both = takes_year(marks[0].date.first) && takes_year(marks[1].date.last);
    for (Mark& mark : marks) {  // ... or said for all of them
      for (Date* const date : {&mark.date.first, &mark.date.last}) {
        if (takes_year(*date)) date->year = year.year;
      }
    }
    // "Năm 2031 (từ tháng 10 đến tháng 02)": it ends in the next
    Date& last = marks[1].date.last;
    const Date& start = marks[0].date.first;
    constexpr int longest_season = 6;  // months; what is longer may have begun a year before
    const bool crosses = last.month < start.month && start.month - last.month > longest_season;
    if (both && crosses) ++last.year;
  }
  Mark& first = marks.front();
  if (first.until) {  // "Từ ngày phát động đến tháng 6 năm 2021"
    period.end = iso(first.date.last);
    return;
  }
  if (marks.size() > 1 && marks[1].until) {
    complete(first.date.first, marks[1].date.last);
    period.start = iso(first.date.first);
    if (!marks[1].onward) period.end = iso(marks[1].date.last);
    return;
  }
  // "20, 21/5/2026", "năm 2026 và năm 2027": a list runs from its first to its last.
  if (marks.size() > 1 && !first.from) {
    const std::size_t between = skip_blanks(text, first.date.end);
    const std::size_t behind = has_byte(text, between, ',') ? between + 1 : between;
    const std::size_t word = match(text, behind, "và");
    const std::size_t next = skip_blanks(text, word == npos ? behind : word);
    if ((behind != between || word != npos) && next == marks[1].date.begin) {
      complete(first.date.first, marks[1].date.last);
      period.start = iso(first.date.first);
      period.end = iso(marks.back().date.last);
      return;
    }
  }
  period.start = iso(first.date.first);
  const bool open = first.onward || first.from || names_event_end(text, first.date.end, end);
  if (!open) period.end = iso(first.date.last);
}

/// The label before a colon, or what a leading "Thời gian" times, or the subject of the sentence.
struct Label {
  std::optional<std::string> text;
  bool of_time = false;  ///< a label of time stands there: the text is a period whatever it says
  std::size_t end = 0;   ///< where what it labels begins
};

std::string_view trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  begin = skip_blanks(text, begin);
  end = skip_blanks_back(text, end);
  while (end > begin && (has_byte(text, end - 1, ':') || has_byte(text, end - 1, ',') ||
                         has_byte(text, end - 1, '.'))) {
    end = skip_blanks_back(text, end - 1);
  }
  return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

std::optional<std::string> non_empty(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return std::string(text);
}

/// Where the subject that begins at `at` ends: a predicate, a date or a colon.
std::size_t subject_end(std::string_view text, std::size_t at) {
  bool inside = false;
  for (; at < text.size(); at += language::code_point_length(text[at])) {
    if (text[at] == ':' || text[at] == ';' || text[at] == ',') return at;
    if (text[at] == '.' && blank_at(text, at + 1) != 0) return at;
    const bool part = is_word_part(text, at);
    if (part && !inside) {
      if (const auto name = named_after_predicates.longest(text, at)) {
        at = step_back(text, name.end);
        inside = true;
        continue;
      }
      if (predicates.longest(text, at)) return at;
      if (match_date(text, at, DateForms::partial)) return at;
    }
    inside = part;
  }
  return at;
}

/// A date or "từ" with one stands at `at`.
bool begins_with_time(std::string_view text, std::size_t at) {
  for (const std::string_view word : {"kể", "bắt đầu", "từ", "vào", "trong"}) {
    const std::size_t end = match(text, at, word);
    if (end != npos) at = skip_blanks(text, end);
  }
  return match_date(text, at, DateForms::partial).has_value();
}

/// "Sáng 14 và chiều": nothing is named that could be timed.
bool is_calendar(std::string_view subject) {
  bool any = false;
  for (std::size_t at = next_word(subject, 0); at < subject.size();) {
    std::size_t end = at;
    while (is_digit(subject, end)) ++end;
    if (end == at) {
      const auto word = calendar_words.longest(subject, at);
      if (!word) return false;
      any = true;
      end = word.end;
    }
    at = next_word(subject, end);
  }
  return any;
}

/// Where the bracket opens in "Giai đoạn 1 (tháng 4 - tháng 9/2026)", "Đợt 2 (2026 - 2030): ...".
std::size_t bracket_of_stage(std::string_view text, std::size_t at) {
  if (!stages.longest(text, at)) return npos;
  std::size_t open = text.find('(', at);
  // The last one, where more behind the number tells what the part is.
  if (const std::size_t last = text.rfind('('); last != npos && times_stage(text, last))
    open = last;
  if (open == npos || !times_stage(text, open)) return npos;
  if (text.substr(at, open - at).find(':') != npos) return npos;  // "Đợt 01: Cao điểm (từ ...)"
  const std::size_t time = skip_blanks(text, open + 1);
  const bool of_years = text.find_first_not_of("0123456789", time) == time + 4 &&
                        (text[time] == '1' || text[time] == '2');
  if (!of_years && !begins_with_time(text, time)) return npos;
  // What has its time before the bracket, or another stage in it, is read word by word.
  bool numbered = false;
  for (std::size_t next = at; next < open; next = next_word(text, word_end(text, next))) {
    if (word_end(text, next) == next) break;
    if (next > at && stages.longest(text, next)) return npos;
    if (numbered && begins_with_time(text, next)) return npos;
    numbered = true;
  }
  const std::size_t close = text.find(')', open);
  if (close == npos) return npos;
  for (std::size_t next = next_word(text, close + 1); next < text.size();
       next = next_word(text, std::max(word_end(text, next), next + 1))) {
    if (stages.longest(text, next) || begins_with_time(text, next)) return npos;
  }
  return open;
}

Label read_label(std::string_view text) {
  Label label;
  std::size_t at = skip_blanks(text, 0);
  if (const std::size_t open = bracket_of_stage(text, at); open != npos) {
    label.text = non_empty(trimmed(text, at, open));
    label.end = open + 1;
    return label;
  }
  auto time = time_words.longest(text, at);
  if (time) {
    label.of_time = true;
    std::size_t next = skip_blanks(text, time.end);
    if (has_byte(text, next, ':')) {
      // "Thời gian: Thời gian phát động ..." says it behind the bare label.
      label.end = skip_blanks(text, next + 1);
      const auto again = time_words.longest(text, label.end);
      if (!again) return label;
      next = skip_blanks(text, again.end);
    }
    const std::size_t colon = text.find(':', next);
    const std::size_t subject = subject_end(text, next);
    const bool short_label = colon != npos && colon - next < 120 && clause_end(text, next) > colon;
    const bool dated = subject < text.size() && text[subject] != ':' &&
                       match_date(text, subject, DateForms::partial).has_value();
    // Predicates may stand inside a label ("Thời gian thực hiện:", "Thời gian tổ chức hội nghị:").
    std::size_t end = short_label && !dated ? colon : subject;
    if (end == subject && end < text.size() && text[end] != ':' && !short_label) {
      // "Thời gian thực hiện từ ..., đến ...": up to the date or its word.
      std::size_t stop = next;
      while (stop < text.size()) {
        const bool from = match(text, stop, "từ") != npos || match(text, stop, "trong") != npos ||
                          match(text, stop, "là") != npos || match(text, stop, "đến") != npos;
        if (from || match_date(text, stop, DateForms::partial) || text[stop] == ',') break;
        const std::size_t word = word_end(text, stop);
        stop = skip_blanks(text, word == stop ? stop + 1 : word);
      }
      end = stop;
    }
    label.text = non_empty(trimmed(text, next, end));
    label.end = std::max(label.end, end);
    return label;
  }
  // "Giai đoạn triển khai: từ ngày ..." is labelled whatever its words; "Tháng 4: Ban hành kế
  // hoạch" says behind the colon what is timed.
  const std::size_t colon = text.find(':', at);
  const bool dated_first = begins_with_time(text, at);
  if (colon != npos && dated_first) {
    // "Năm 2033: sơ kết; năm 2035: tổng kết": what has a time of its own is another's.
    std::size_t end = clause_end(text, colon);
    while (end < text.size() && !begins_with_time(text, skip_blanks(text, end + 1))) {
      end = clause_end(text, end + 1);
    }
    label.text = non_empty(trimmed(text, colon + 1, end));
    return label;
  }
  if (colon != npos && begins_with_time(text, skip_blanks(text, colon + 1))) {
    label.text = non_empty(trimmed(text, at, colon));
    label.end = colon;
    return label;
  }
  const std::size_t end = subject_end(text, at);
  // "Sáng 14 và chiều 15/6/2031" names nothing that is timed.
  const std::string_view subject = trimmed(text, at, end);
  if (!is_calendar(subject)) label.text = non_empty(subject);
  label.end = end;
  return label;
}

}  // namespace

std::optional<PeriodMatch> find_period(const WordedText& worded) {
  const std::string_view text = worded.text;
  const Label label = read_label(text);
  auto deadlines = find_deadlines(worded, 0);
  std::erase_if(deadlines, [](const DeadlineMatch& one) { return one.by_act; });
  std::optional<PeriodMatch> period(std::in_place);
  period->label = label.text;
  // The first clause that has a date times the whole.
  WordWalk walk(worded);
  for (std::size_t begin = label.end; begin < text.size();) {
    const std::size_t end = clause_end(text, begin);
    auto marks = marks_in(text, walk, begin, end, deadlines);
    if (!marks.empty()) {
      set_range(*period, std::move(marks), text, end);
      return period;
    }
    begin = end + 1;
  }
  if (!deadlines.empty()) return std::nullopt;
  if (label.of_time) return period;
  for (const Word& word : worded.words) {
    if (timeless.longest(text, word.begin, word.syllable())) {
      period->label.reset();
      return period;
    }
  }
  return std::nullopt;
}

namespace {

/// Whether the day and month, the month or the quarter that a year may follow end at `end`: "10/3",
/// "tháng 3", "quý IV", but no "tuần 4".
bool ends_in_month(std::string_view text, std::size_t end) {
  const auto counts = [text](std::size_t at) {
    return is_digit(text, at) || text[at] == 'I' || text[at] == 'V';
  };
  std::size_t begin = end;
  while (begin > 0 && counts(begin - 1)) --begin;
  if (begin == end) return false;
  if (begin >= 2 && text[begin - 1] == '-') {
    return is_digit(text, begin - 2) && is_digit(text, begin);
  }
  const std::size_t slash = skip_blanks_back(text, begin);  // "13/ 9"
  if (slash >= 2 && text[slash - 1] == '/') {
    const std::size_t day = skip_blanks_back(text, slash - 1);
    return day > 0 && is_digit(text, day - 1) && is_digit(text, begin);
  }
  return months_and_quarters.longest_before(text, guide_end(text, begin)).found();
}

/// The last word belongs to a date that begins within a few words of it.
bool ends_in_time(std::string_view text) {
  constexpr int most_words = 7;  // "ngày 10 tháng 4 năm 2031"
  std::size_t at = text.size();
  for (int words = 0; words < most_words; ++words) {
    const std::size_t word = word_begin(text, skip_blanks_back(text, at));
    if (word == at) return false;
    at = word;
    const auto date = match_date(text, at, DateForms::partial);
    if (date && date->end == text.size()) return true;
    while (at > 0 && !is_word_part(text, step_back(text, at)) && !blank_at(text, at - 1)) {
      at = step_back(text, at);
    }
  }
  return false;
}

/// Four digits stand alone.
bool names_year(std::string_view text) {
  std::size_t digits = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && is_digit(text, at)) {
      ++digits;
      continue;
    }
    if (digits == 4) return true;
    digits = 0;
  }
  return false;
}

/// The date with a year that a clause behind the first one begins with, or names behind "từ": not
/// that of a document that it cites.
std::optional<Date> date_of_next_clause(std::string_view text) {
  constexpr std::size_t farthest = 60;  // bytes
  const std::string_view near = text.substr(0, std::min(text.size(), clause_end(text, 1)));
  std::optional<Date> last;
  for (std::size_t at = next_word(near, 0); at < near.size() && at < farthest;) {
    if (match(near, at, "số") != npos || match(near, at, "theo") != npos) return std::nullopt;
    const auto date = match_date(near, at, DateForms::partial);
    if (date && date->last.month != 0) {
      last = last ? *last : date->first;
      if (date->last.year != 0) {
        complete(*last, date->last);
        return last;
      }
    }
    at = next_word(near, date ? date->end : word_end(near, at));
  }
  return std::nullopt;
}

}  // namespace

std::optional<PeriodMatch> find_period(const WordedText& worded, unsigned plan_year) {
  const std::string_view text = worded.text;
  std::optional<PeriodMatch> found = find_period(worded);
  const bool dated = found && (found->start || found->end);
  if (dated) return found;
  if (found && names_year(text)) {
    // "Vòng 1 từ 05/3 đến 10/3; vòng 2 từ 15/3 đến 20/3/2031": another clause says the year.
    const std::size_t first = clause_end(text, 0);
    const auto next = date_of_next_clause(text.substr(first));
    if (!next || next->year == 0 || names_year(text.substr(0, first))) return found;
    auto completed = find_period(text.substr(0, first), next->year);
    if (!completed || (!completed->start && !completed->end)) return found;
    // "Đợt 1 từ 20/12 đến 25/12; đợt 2 từ 05/01/2032": before the turn of the year
    if ((completed->start ? *completed->start : *completed->end) > to_iso(*next)) {
      completed = find_period(text.substr(0, first), next->year - 1U);
    }
    return completed;
  }
  if (plan_year == 0 || names_year(text)) return found;
  std::size_t end = text.size();
  while (end > 0 && (text[end - 1] == '.' || text[end - 1] == ';' || text[end - 1] == ' ')) --end;
  if (!ends_in_month(text, end)) return found;
  const auto in_year = [text, end](unsigned year) {
    return find_period(std::string(text.substr(0, end)) + '/' + std::to_string(year));
  };
  std::optional<PeriodMatch> completed = in_year(plan_year);
  if (!completed || (!completed->start && !completed->end)) return found;
  // "Từ 20/11 đến 05/01" begins in the year of the plan and ends in the next.
  if (completed->start && *completed->start < std::to_string(plan_year))
    completed = in_year(plan_year + 1);
  return completed;
}

std::optional<PeriodMatch> find_period(std::string_view text) {
  std::vector<Word> words;
  return find_period(find_words(text, words));
}

std::optional<PeriodMatch> find_period(std::string_view text, unsigned plan_year) {
  std::vector<Word> words;
  return find_period(find_words(text, words), plan_year);
}

std::vector<FurtherPeriod> find_further_periods(std::string_view text, unsigned plan_year) {
  constexpr std::size_t longest = 200;  // bytes of a part that says no more than when
  struct Part {
    std::string_view text;
    bool may_be_further = false;
  };
  std::vector<Part> parts;
  for (const TextRange& sentence : split_sentences(text)) {
    for (std::size_t begin = sentence.begin; begin < sentence.end;) {
      const std::size_t end = std::min(clause_end(text, begin), sentence.end);
      const std::string_view part = trimmed(text, begin, end);
      // A clause goes on with what the sentence is about, but for a label, "tổng kết: quý IV", and
      // a stage: "đợt 2 từ 01/5/2031", "cao điểm từ 01/5/2031".
      const bool own = begin == sentence.begin || part.find(':') != npos ||
                       stages.longest(part, 0).found() || further_rounds.longest(part, 0).found();
      parts.push_back({part, !parts.empty() && own && part.size() <= longest &&
                                 (ends_in_time(part) ||
                                  (part.find(':') != npos && begins_with_time(part, 0)))});
      begin = end + 1;
    }
  }
  std::vector<FurtherPeriod> further;
  // Most texts end here: nothing comes behind their first part, or nothing that says when.
  if (std::ranges::none_of(parts, &Part::may_be_further)) return further;
  bool found = false;
  for (const Part& part : parts) {
    if (found && !part.may_be_further) continue;
    std::optional<PeriodMatch> period = find_period(part.text, plan_year);
    if (!period || (!period->start && !period->end)) continue;
    const auto at = static_cast<std::size_t>(part.text.data() - text.data());
    if (found && period->label) {
      further.push_back({std::move(*period), {at, at + part.text.size()}});
    }
    found = true;
  }
  return further;
}

std::optional<std::string> timed_thing(std::string_view heading) {
  const auto time = time_words.longest(heading, skip_blanks(heading, 0));
  if (!time) return std::nullopt;
  // "THỜI GIAN, ĐỊA ĐIỂM" names no thing that is timed.
  const std::size_t next = skip_blanks(heading, time.end);
  const bool lists = has_byte(heading, next, ',') || match(heading, next, "và") != npos;
  return lists ? std::nullopt : non_empty(trimmed(heading, next, heading.size()));
}

}  // namespace vanban::plan

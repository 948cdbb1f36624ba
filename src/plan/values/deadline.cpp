// Within each sentence, words that set a limit are looked for; each says how it is read (the rows
// of `limits`), and a date or a rhythm must follow.
#include "plan/values/deadline.hpp"

#include <algorithm>

#include "outline/characters.hpp"
#include "plan/organisation.hpp"
#include "plan/values/deadline_words.hpp"
#include "plan/values/rhythm.hpp"
#include "tokens/date.hpp"
#include "tokens/fold.hpp"
#include "tokens/number.hpp"
#include "tokens/phrases.hpp"

namespace vanban::plan {
namespace {

using namespace deadlines;  // NOLINT(google-build-using-namespace): its tables
using namespace tokens;     // NOLINT(google-build-using-namespace): this file is made of its steps

// Before "đến ngày ..." that opens what is to be completed.
constexpr PhraseTable ahead_leads(std::to_array<Phrase>({
    {"phấn đấu"},
    {"bảo đảm"},
    {"đảm bảo"},
    {"và"},
    {"ngay"},
    {"quyết tâm"},
    {"riêng"},
}));

// Words of the scan that stand in no table.
constexpr PhraseTable lone_words(std::to_array<Phrase>({{"từ"}, {"định kỳ"}}));

constexpr FirstWords scanned_words(limits, completions, no_completions, deliveries, reporting, each,
                                   lone_words, acts, states, lasting);
constexpr unsigned may_limit = 1U << 0U;
constexpr unsigned may_complete = 1U << 1U;
constexpr unsigned may_not_complete = 1U << 2U;
constexpr unsigned may_deliver = 1U << 3U;
constexpr unsigned may_report = 1U << 4U;
constexpr unsigned may_be_rhythm = (1U << 5U) | (1U << 6U);
constexpr unsigned may_be_alone = 1U << 6U;
constexpr unsigned may_act = 1U << 7U;
constexpr unsigned may_be_state = 1U << 8U;
constexpr unsigned may_last = 1U << 9U;

/// "2025-12" and "2026-03": months a quarter apart, no days.
bool are_quarters_in_turn(std::string_view one, std::string_view next) {
  constexpr std::size_t size = std::string_view("2025-12").size();
  if (one.size() != size || next.size() != size) return false;
  const auto months = [](std::string_view date) {
    int number = 0;
    for (const char c : date.substr(0, 4)) number = number * 10 + (c - '0');
    return number * 12 + (date[5] - '0') * 10 + (date[6] - '0');
  };
  return months(one) % 3 == 0 && months(next) - months(one) == 3;
}

struct Found {
  std::optional<std::string> date;
  bool recurring = false;
  std::size_t end = npos;
  bool yearless = false;  ///< the year of `date` is the plan's
  explicit operator bool() const noexcept { return end != npos; }
};

/// Where the words begin behind `from`.
struct Opening {
  std::size_t from = npos;
  std::size_t word = npos;
};

class DeadlineScanner {
 public:
  DeadlineScanner(const WordedText& text, unsigned plan_year)
      : text_(text.text), plan_year_(plan_year), sentences_(split_sentences(text)), walk_(text) {}

  std::vector<DeadlineMatch> run() {
    for (const TextRange& one : sentences_) sentence(one);
    return std::move(found_);
  }

 private:
  void sentence(const TextRange& whole) {
    sentence_ = whole;
    clause_ = sentence_.begin;
    completion_ = delivery_ = periodic_ = reports_ = from_ = acts_ = past_ = lasts_ = false;
    statement_ = clause_;
    clause_opens_ = statement_opens_ = {};
    for (std::size_t at = sentence_.begin; at < sentence_.end;) {
      const Word next = walk_.at_or_behind(at);
      const std::size_t stop = std::min<std::size_t>(next.begin, sentence_.end);
      for (; at < stop; ++at) {
        if (text_[at] == ';' || text_[at] == ',') sign(at);
      }
      if (at == sentence_.end) break;
      const unsigned begins = scanned_words.of(next.key);
      if (begins == 0) {
        ++words_;
        at = next.end;
        continue;
      }
      const std::size_t end = word(at, next.syllable(), begins);
      at = end == at ? next.end : end;
    }
  }

  void sign(std::size_t at) {
    if (text_[at] == ';') {
      reports_ = periodic_ = acts_ = delivery_ = false;
      statement_ = at + 1;
    }
    lasts_ = false;
    completion_ = completion_ && text_[at] == ',';
    from_ = false;
    clause_ = at + 1;
  }

  /// Looks at the word at `at`, with which rows of the tables in `begins` may begin; gives where to
  /// go on, `at` itself where it says nothing.
  std::size_t word(std::size_t at, Syllable first, unsigned begins) {
    if ((begins & may_limit) != 0) {
      if (const auto limit = limits.longest(text_, at, first)) {
        if (const std::size_t end = limited(*limit.row, at, limit.end); end != npos) return end;
      }
    }
    if ((begins & may_be_alone) != 0 && match(text_, at, "từ") != npos) from_ = true;
    if ((begins & may_be_state) != 0) past_ = past_ || states.longest(text_, at, first).found();
    if ((begins & may_last) != 0) lasts_ = lasts_ || lasting.longest(text_, at, first).found();
    if ((begins & may_act) != 0 && !acts_) {
      const auto act = acts.longest(text_, at, first);
      acts_ = act && is_act(*act.row, at);
    }
    if ((begins & may_not_complete) != 0) {
      if (const auto no = no_completions.longest(text_, at, first)) {
        completion_ = false;
        return no.end;
      }
    }
    ++words_;
    if ((begins & may_complete) != 0) {
      if (const auto done = completions.longest(text_, at, first)) {
        completion_ = true;
        lasts_ = false;
        words_ = 0;
        return done.end;
      }
    }
    if ((begins & may_deliver) != 0 && deliveries.longest(text_, at, first)) {
      delivery_ = true;
      lasts_ = false;
    }
    if ((begins & may_be_rhythm) != 0) {
      if (const std::size_t end = periodic(at); end != npos) return end;
    }
    if ((begins & may_report) != 0) {
      if (const auto report = reporting.longest(text_, at, first)) {
        reports_ = true;
        return report.end;
      }
    }
    return at;
  }

  /// A limiting word stands at [at, end): is there what it needs?
  std::size_t limited(const LimitRow& row, std::size_t at, std::size_t end) {
    std::size_t next = skip_blanks(text_, end);
    if (row.needs == Needs::label) {
      next = label_value(at, end);
      // A label before a limiting word or a range leaves the reading to that.
      if (next == npos || match(text_, next, "từ") != npos) return npos;
      const auto limit = limits.longest(text_, next);
      const bool read = limit && limit.row->needs != Needs::rhythm;
      if (read && until_end(next) == next) return npos;
    }
    if (row.needs == Needs::span) return within(next, at);
    if (row.needs == Needs::counted_span) return within(next, at, true);
    if (row.needs == Needs::lead) return so_long_before(next, at);
    if (row.needs == Needs::rhythm) return row.phrase == "lần" ? often(at, end) : returning(at);
    const bool comes = row.needs == Needs::event || row.needs == Needs::season;
    if (comes && !match_date(text_, next, DateForms::partial)) {
      return before_event(at, end, row.needs == Needs::season);
    }
    if (row.needs == Needs::completion) {
      if (row.phrase == "trong" && is_digit(text_, next)) {
        if (const std::size_t last = within(next, at, true); last != npos) return last;
      }
      if (const std::size_t last = month_of_each_year(next, at); last != npos) return last;
      // "báo cáo vào thứ Sáu hằng tuần"
      if (row.phrase == "vào" && (delivery_ || reports_) && weekdays.longest(text_, next)) {
        const Found day = dated(next, row);
        if (!day) return npos;
        add(day, DeadlineRelation::recurring, at);
        return day.end;
      }
      if (!completion_ && row.phrase == "trong" && acts_ && !past_ && !from_)
        return act_within(next, at);
      if (!completion_ && !from_) return ahead(next, at, row);
      if (!completion_ || from_) return npos;
      const auto date = match_date(text_, part_end(next), DateForms::partial);
      const bool year_alone = date && date->last.month == 0 && date->last.day == 0;
      if (words_ > (year_alone ? completion_reach_of_year : completion_reach)) return npos;
    }
    if (row.needs == Needs::delivery) {
      if (!delivery_) return npos;
      next = end - std::string_view("ngày").size();  // the date needs its word
    }
    if (row.needs == Needs::date && follows_past_act(at)) return npos;
    bool alone = row.needs == Needs::label;
    Found date = dated(alone ? until_end(next) : next, row);
    // "Hạn cuối nhận bài: 17 giờ ngày 15/9"
    if (!date && row.phrase.starts_with("hạn")) {
      next = label_value(at, end);
      alone = next != npos;
      if (alone) date = dated(until_end(next), row);
    }
    if (!date && row.needs == Needs::date && row.relation == DeadlineRelation::before) {
      if (const std::size_t hour = hour_of_each_day(next, at); hour != npos) return hour;
      date = span_before_event(next, at);
    }
    if (!date) {
      const bool days = row.needs == Needs::date && row.relation == DeadlineRelation::by;
      return days && is_digit(text_, next) ? within(next, at, true) : npos;
    }
    if (row.needs == Needs::label && open_end(date.end)) return npos;
    // "xe sản xuất trước năm 2033": since when something is, no day to finish by.
    const bool of_year = row.relation == DeadlineRelation::before && date.date &&
                         date.date->find('-') == std::string::npos;
    if (of_year && !completion_ &&
        dated_things.longest_before(text_, skip_blanks_back(text_, at)).found()) {
      return npos;
    }
    // "Hằng tháng báo cáo vào ngày 25": the rhythm has been said.
    if (row.needs == Needs::delivery && date.recurring && rhythm_said()) return date.end;
    add(date, date.recurring ? DeadlineRelation::recurring : row.relation, alone ? next : at);
    return more_dates(date.end, row);
  }

  /// "báo cáo hằng ngày trước 16 giờ": the hour belongs to the rhythm right before the limit, which
  /// begins at `limit`.
  std::size_t hour_of_each_day(std::size_t at, std::size_t limit) {
    const std::size_t hour = hour_end(text_, at);
    const std::size_t rhythm = skip_blanks_back(text_, limit);
    if (hour == at || !each_day.longest_before(text_, rhythm)) return npos;
    if (!(reports_ || delivery_ || report_follows(hour))) return npos;
    std::size_t end = skip_blanks_back(text_, hour);
    if (text_[end - 1] == ',') --end;
    if (rhythm_said() && found_.back().end == rhythm) {
      found_.back().end = end;
    } else {
      add({{}, true, end}, DeadlineRelation::recurring, limit);
    }
    return end;
  }

  /// "gửi danh sách trước 05 ngày tổ chức Hội nghị": so many days before what has no date.
  [[nodiscard]] Found span_before_event(std::size_t at, std::size_t limit) const {
    const std::size_t end = is_digit(text_, at) ? span_end(text_, at, false) : npos;
    if (end == npos || !delivery_ || past_ || months.longest_before(text_, end)) return {};
    const std::size_t before = skip_blanks_back(text_, limit);
    if (paid_ahead.longest_before(text_, before) ||
        match(text_, skip_blanks(text_, end), "so với") != npos)
      return {};
    return {{}, false, end};
  }

  /// Behind a label, "đến hết" and its like say no more than the date that follows.
  [[nodiscard]] std::size_t until_end(std::size_t at) const {
    constexpr PhraseTable words(std::to_array<Phrase>({{"đến"},
                                                       {"hết"},
                                                       {"đến hết"},
                                                       {"dự kiến"},
                                                       {"dự kiến đến"},
                                                       {"dự kiến hết"},
                                                       {"dự kiến trong"},
                                                       {"dự kiến vào"},
                                                       {"dự kiến hoàn thành trong"}}));
    const auto word = words.longest(text_, at);
    return word ? skip_blanks(text_, word.end) : at;
  }

  /// Where the value of the label at [at, end) begins: behind its colon, or behind "là", with a few
  /// words between ("Thời hạn nộp hồ sơ về Sở là ngày 30/6"). npos where it is no label.
  [[nodiscard]] std::size_t label_value(std::size_t at, std::size_t end) const {
    constexpr int most_words = 12;
    if (at != sentence_.begin) return npos;
    for (int words = 0; words <= most_words; ++words) {
      const std::size_t next = skip_blanks(text_, end);
      if (next >= sentence_.end) return npos;
      const std::size_t is = match(text_, next, "là");
      if (has_byte(text_, next, ':') || is != npos) {
        const std::size_t value = skip_blanks(text_, is == npos ? next + 1 : is);
        const std::size_t date = part_end(hour_end(text_, until_end(value)));
        // Behind other words only a date tells that they are a label.
        return words == 0 || match_date(text_, date, DateForms::partial) ? value : npos;
      }
      if (!is_word_part(text_, next)) return npos;
      end = word_end(text_, next);
    }
    return npos;
  }

  /// "trước ngày 15/6 và 15/12", "Thời hạn: 30/6 và 31/12/2026": the dates of a list.
  std::size_t more_dates(std::size_t end, const LimitRow& row) {
    const bool opens = skip_blanks_back(text_, found_.back().begin) <= clause_;
    while (true) {
      std::size_t joint = skip_blanks(text_, end);
      if (has_byte(text_, joint, '(')) {  // "ngày 05/6 (báo cáo 6 tháng) và 05/12"
        const std::size_t close = bracket_close(text_, joint);
        if (close < sentence_.end) joint = skip_blanks(text_, close + 1);
      }
      const std::size_t both = match(text_, joint, "và");
      if (both == npos || found_.back().relation == DeadlineRelation::recurring) return end;
      const std::size_t next = skip_blanks(text_, both);
      const auto date = match_date(text_, next, DateForms::partial);
      if (!date) return end;
      const Found one = dated(next, row);
      // "Thời gian hoàn thành: Quý IV/2025 và Quý I/2026": the later one of what is one time.
      if (one && row.needs == Needs::label && one.date && found_.back().date &&
          are_quarters_in_turn(*found_.back().date, *one.date)) {
        found_.back().date = one.date;
        found_.back().end = one.end;
        return one.end;
      }
      if (date->last.day == 0) return end;
      // "Gửi trước ngày 15/6 và 25/6 sẽ họp"; but "Trước ngày 15/6 và 25/6 tổ chức họp".
      if (!one || (!opens && happenings.longest(text_, skip_blanks(text_, one.end)))) return end;
      add(one, one.recurring ? DeadlineRelation::recurring : row.relation, next);
      end = one.end;
    }
  }

  /// Behind "tuần đầu của", "cuối": a part of the month that follows.
  [[nodiscard]] std::size_t part_end(std::size_t at) const {
    const auto part = parts.longest(text_, at);
    if (!part) return at;
    const std::size_t next = skip_blanks(text_, part.end);
    const auto date = match_date(text_, next, DateForms::partial);
    return date && date->last.day == 0 ? next : at;
  }

  /// A rhythm of this statement has been found.
  [[nodiscard]] bool rhythm_said() const {
    return !found_.empty() && found_.back().relation == DeadlineRelation::recurring &&
           found_.back().begin >= statement_;
  }

  /// "Đến hết quý III/2026 hoàn thành ...", "Trong tháng 3/2026, ban hành ...": what ends then
  /// stands behind.
  std::size_t ahead(std::size_t at, std::size_t begin, const LimitRow& row) {
    const auto date = match_date(text_, part_end(at), DateForms::partial);
    if (!date || date->last.month == 0 || is_digit_span(at, *date)) return npos;
    const std::size_t before = skip_blanks_back(text_, begin);
    const bool opens = before <= clause_ || ahead_leads.longest_before(text_, before).found();
    if (!opens || row.relation != DeadlineRelation::by || open_end(date->end)) return npos;
    const End what = end_behind(date->end);
    if (what == End::none || (what == End::act && row.phrase != "trong")) return npos;
    // An act of a year before the plan's has been done: "Trong tháng 5/2025, tỉnh ban hành".
    if (what == End::act && date->last.year != 0 && date->last.year < plan_year_) return npos;
    const Found limit = dated(at, row);
    if (!limit || limit.recurring) return npos;
    add(limit, row.relation, begin);
    found_.back().by_act = what == End::act;
    return limit.end;
  }

  /// "6 tháng đầu năm": a digit that counts months begins no day.
  [[nodiscard]] bool is_digit_span(std::size_t at, const DateMatch& date) const {
    return is_digit(text_, at) && date.last.day == 0;
  }

  enum class End : unsigned char { none, act, completion };

  /// What the rest of the statement says first: that something is completed, or an act that is done
  /// once.
  [[nodiscard]] End end_behind(std::size_t at) const {
    constexpr int reach = 15;
    End end = End::none;
    static_cast<void>(
        ask_next_words(at, reach, [&](std::size_t word, std::size_t& next) -> std::optional<bool> {
          if (states.longest(text_, word) || lasting.longest(text_, word)) return false;
          if (no_completions.longest(text_, word)) return false;
          if (completions.longest(text_, word)) {
            end = End::completion;
            return true;
          }
          const auto act = acts.longest(text_, word);
          if (!act) return std::nullopt;
          next = act.end;
          if (act.row->act == Act::none) return std::nullopt;
          const std::size_t before = skip_blanks_back(text_, word);
          if (act.row->act == Act::noun && several.longest_before(text_, before)) {
            return std::nullopt;
          }
          end = End::act;
          return true;
        }));
    return end;
  }

  /// The act at `at` is what its clause asks for: it opens the clause, or who acts does.
  [[nodiscard]] bool is_act(const ActRow& row, std::size_t at) {
    const Act act = row.act;
    if (act == Act::none) return false;
    const std::size_t before = skip_blanks_back(text_, at);
    if (act == Act::verb && act_leads.longest_before(text_, before)) return true;
    const std::size_t opens = act == Act::verb ? word_from(clause_, clause_opens_)
                                               : word_from(statement_, statement_opens_);
    if (at == opens) return true;
    // One syllable may end a compound ("Trường công lập"), capitals a name ("Sở Xây dựng").
    const bool compound = text_.substr(at, word_end(text_, at) - at) == row.phrase;
    if (compound || is_capital(text_, at)) return false;
    if (act == Act::noun &&
        (has_byte(text_, before - 1, ',') || several.longest_before(text_, before)))
      return false;
    const std::size_t who = word_from(statement_, statement_opens_);
    return opens_organisation(text_, who) || actor_heads.longest(text_, who);
  }

  /// The first word at or behind `at`; `kept` is what was found there before.
  [[nodiscard]] std::size_t word_from(std::size_t at, Opening& kept) const {
    if (kept.from == at) return kept.word;
    kept = {at, at};
    while (kept.word < sentence_.end && !is_word_part(text_, kept.word)) {
      kept.word += language::code_point_length(text_[kept.word]);
    }
    return kept.word;
  }

  /// "trong vòng 05 ngày làm việc"; hours count until something is delivered. `counted`: only where
  /// the text says from when.
  std::size_t within(std::size_t at, std::size_t begin, bool counted = false) {
    const std::size_t end = span_end(text_, at, delivery_ || reports_);
    if (end == npos || past_ || lasts_) return npos;
    const bool opens = begin == sentence_.begin || skip_blanks_back(text_, begin) <= clause_;
    const std::size_t next = skip_blanks(text_, end);
    if (gone_by.longest(text_, next) || (counted && !counted_from.longest(text_, next)))
      return npos;
    // "không quá 12 tháng kể từ ...": how long it may last.
    if (counted && months.longest_before(text_, end)) return npos;
    if (!(acts_ || completion_ || delivery_ || reports_ ||
          ((opens || !counted) && end_follows(end))))
      return npos;
    add({{}, false, end}, DeadlineRelation::by, begin);
    found_.back().by_act = !completion_ && !delivery_ && !reports_;
    return end;
  }

  /// "Báo trưởng thôn ít nhất 03 ngày trước khi đốt rẫy": by then somebody is told or sent
  /// something. How long else something lasts before is no limit ("ngâm hạt ít nhất 12 giờ trước
  /// khi gieo"), and a date is one of its own.
  std::size_t so_long_before(std::size_t at, std::size_t begin) {
    const std::size_t span = span_end(text_, at, true);
    if (span == npos || past_ || lasts_ || !is_told(begin)) return npos;
    if (months.longest_before(text_, span)) return npos;
    const std::size_t before = skip_blanks(text_, span);
    const auto event = limits.longest(text_, before);
    const bool known =
        event && (event.row->needs == Needs::event || event.row->needs == Needs::season);
    if (!known) return npos;
    const std::size_t end = event_end(event.end);
    add({{}, false, end}, DeadlineRelation::by, begin);
    return end;
  }

  /// Somebody is told or sent something within the words before `at` in its statement.
  [[nodiscard]] bool is_told(std::size_t at) const {
    constexpr int reach = 20;
    for (int words = 0; words < reach; ++words) {
      const std::size_t before = skip_blanks_back(text_, at);
      at = word_begin(text_, before);
      if (at == before) {  // a sign
        if (before <= statement_ + 1) return false;
        at = before - 1;
        continue;
      }
      if (at < statement_) return false;
      if (notices.longest(text_, at) || deliveries.longest(text_, at)) return true;
    }
    return false;
  }

  /// The end of the words that name an event, those up to `end` among them.
  [[nodiscard]] std::size_t event_end(std::size_t end) const {
    constexpr int longest_event = 12;  // words
    for (int words = 0; words < longest_event; ++words) {
      const std::size_t next = skip_blanks(text_, end);
      if (next >= sentence_.end || !is_word_part(text_, next)) break;
      end = word_end(text_, next);
    }
    return end;
  }

  /// "báo cáo 02 lần/ngày": how often something is delivered.
  std::size_t often(std::size_t at, std::size_t end) {
    std::size_t begin = skip_blanks_back(text_, at);
    while (begin > sentence_.begin && is_digit(text_, begin - 1)) --begin;
    if (!is_digit(text_, begin) || !delivery_ || !has_byte(text_, end, '/'))
      return once_in(at, end);
    const auto span = spans.longest(text_, end + 1);
    if (!span) return npos;
    add({{}, true, span.end}, DeadlineRelation::recurring, begin);
    return span.end;
  }

  /// "6 tháng một lần báo cáo", "mỗi quý 01 lần sơ kết".
  std::size_t once_in(std::size_t at, std::size_t end) {
    std::size_t begin = word_begin(text_, skip_blanks_back(text_, at));
    const auto once = match_number(text_, begin);
    if (match(text_, begin, "một") == npos && !(once && once->value == 1)) return npos;
    const auto span = spans.longest_before(text_, skip_blanks_back(text_, begin));
    if (!span) return npos;
    begin = span.end;
    const std::size_t before = skip_blanks_back(text_, begin);
    const std::size_t number = word_begin(text_, before);
    if (span_numbers.longest(text_, number) || match_number(text_, number)) begin = number;
    if (begin < sentence_.begin) return npos;
    if (rhythm_said()) return end;
    const std::size_t front = skip_blanks_back(text_, begin);
    const bool reported = delivery_ || reporting_ends.longest_before(text_, front).found();
    if (!reported && !(periodic_ && reports_) && !(front <= clause_ && report_follows(end))) {
      return npos;
    }
    add({{}, true, end}, DeadlineRelation::recurring, begin);
    return end;
  }

  /// "ngày 20 hằng tháng", "thứ Sáu hằng tuần" of a report.
  std::size_t returning(std::size_t at) {
    const bool opens = at == sentence_.begin || skip_blanks_back(text_, at) <= clause_;
    if (!reports_ && !delivery_ && !periodic_ && !opens) return npos;
    std::size_t end = npos;
    if (const auto day = weekdays.longest(text_, at)) {
      // "tháng thứ hai của quý" is no weekday.
      if (match_back(text_, skip_blanks_back(text_, at), "tháng") != npos) return npos;
      end = day.end;
    } else if (const auto date = match_date(text_, at, DateForms::partial)) {
      if (date->last.year != 0 || date->last.day == 0) return npos;
      end = date->end;
    } else {
      return npos;
    }
    const std::size_t rhythm = rhythm_behind(text_, skip_blanks(text_, end));
    if (rhythm == npos || !(reports_ || delivery_ || report_follows(rhythm) ||
                            deliveries.longest(text_, skip_blanks(text_, rhythm)))) {
      return npos;
    }
    add({{}, true, rhythm}, DeadlineRelation::recurring, at);
    return rhythm;
  }

  /// "gửi danh sách trong tháng 01 hằng năm": a month without a year at `at`, and its rhythm.
  std::size_t month_of_each_year(std::size_t at, std::size_t limit) {
    if (!(completion_ || delivery_ || reports_) || from_ || past_) return npos;
    const auto date = match_date(text_, at, DateForms::partial);
    if (!date || date->last.day != 0 || date->last.year != 0 || date->last.month == 0) return npos;
    const std::size_t rhythm = rhythm_behind(text_, skip_blanks(text_, date->end));
    if (rhythm == npos) return npos;
    add({{}, true, rhythm}, DeadlineRelation::recurring, limit);
    return rhythm;
  }

  /// "Hoàn thành trước khi khai giảng": what is printed ends with the clause.
  /// `season`: an act that is done once will do.
  std::size_t before_event(std::size_t at, std::size_t end, bool season) {
    const bool completed = completion_ && words_ <= completion_reach;
    if (!(completed || (season && acts_)) || from_ || past_ || limit_follows(end)) return npos;
    end = event_end(end);
    add({{}, false, end}, DeadlineRelation::before, at);
    found_.back().by_act = !completed;
    return end;
  }

  /// "Kiện toàn các tổ trong tháng 3/2026": a month or quarter with its year, of this year or
  /// later.
  std::size_t act_within(std::size_t at, std::size_t begin) {
    if (came_about.longest_before(text_, skip_blanks_back(text_, begin))) return npos;
    const auto date = match_date(text_, part_end(at), DateForms::partial);
    if (!date || is_digit(text_, at) || date->last.year == 0 || date->last.month == 0) return npos;
    if (date->last.year < plan_year_ || open_end(date->end)) return npos;
    add({to_iso(date->last), false, date->end}, DeadlineRelation::by, begin);
    found_.back().by_act = true;
    return date->end;
  }

  /// "2026 và các năm tiếp theo", "2026 - 2030" are periods.
  [[nodiscard]] bool open_end(std::size_t end) const {
    const std::size_t next = skip_blanks(text_, end);
    return dash_at(text_, next) != 0 || match(text_, next, "và các năm") != npos ||
           match(text_, next, "đến") != npos;
  }

  [[nodiscard]] bool follows_past_act(std::size_t at) const {
    return past_acts.longest_before(text_, skip_blanks_back(text_, at)).found();
  }

  /// A day, month or quarter after a limiting word, or a rhythm.
  [[nodiscard]] Found dated(std::size_t at, const LimitRow& row) const {
    std::size_t hour = hour_end(text_, at);
    // "trước 6h00 và 15h00 hằng ngày"
    if (const std::size_t both = match(text_, hour, "và"); hour != at && both != npos) {
      const std::size_t second = skip_blanks(text_, both);
      const std::size_t end = hour_end(text_, second);
      if (end != second) hour = end;
    }
    if (hour != at) {
      if (const auto rhythm = day_rhythms.longest(text_, hour)) return {{}, true, rhythm.end};
      at = hour;
    }
    // "thứ Năm hằng tuần", "ngày làm việc cuối cùng của tháng"
    if (const auto day = weekdays.longest(text_, at)) {
      const std::size_t next = skip_blanks(text_, day.end);
      if (const auto rhythm = day_rhythms.longest(text_, next)) return {{}, true, rhythm.end};
      const std::size_t date = skip_blanks(text_, has_byte(text_, next, ',') ? next + 1 : next);
      // "trước thứ Sáu, ngày 20/3/2026"; "báo cáo tuần gửi trước thứ Năm"
      if (!match_date(text_, date, DateForms::partial)) {
        const bool whole = next >= sentence_.end || !is_word_part(text_, next);
        return delivery_ && whole ? Found{{}, true, day.end} : Found{};
      }
      at = date;
    }
    at = part_end(at);
    auto date = match_date(text_, at, DateForms::partial);
    if (!date && row.needs == Needs::date) date = hyphened(at, row);
    if (!date) return relative(at, row);
    // "trong 6 tháng đầu năm", "đến năm 2030": how far the plan looks, unless the act ends then.
    const bool year_alone = date->last.month == 0 && date->last.day == 0;
    const bool ahead = plan_year_ != 0 && date->last.year > plan_year_;
    if (row.relation == DeadlineRelation::before && year_alone && !completion_ && !ahead) return {};
    const bool half = is_digit(text_, at) && date->last.day == 0 && date->first != date->last;
    if (half && row.needs != Needs::completion) return {};
    const std::size_t behind = skip_blanks(text_, date->end);
    const std::size_t rhythm = rhythm_behind(text_, behind);
    if (rhythm != npos) return {{}, true, rhythm};
    // "báo cáo hằng năm (trước ngày 15/11)": no year, but a rhythm before it.
    if (date->last.year == 0 && periodic_) return {{}, true, date->end};
    Date last = date->last;
    if (last.year == 0 && last.month == 0) {
      return reports_ ? Found{{}, true, date->end} : Found{};  // a day of each month
    }
    if (last.year == 0) last.year = static_cast<std::uint16_t>(plan_year_);
    // A date long past is a condition ("trước ngày 01/7/2004"), no act to come.
    if (plan_year_ != 0 && last.year + 1U < plan_year_) return {};
    if (!is_possible(last)) return {};
    Found found{last.year == 0 ? std::nullopt : std::optional(to_iso(last)), false, date->end};
    found.yearless = date->last.year == 0;
    return found;
  }

  /// "trước 15-6": behind a limit a day and a month, where nothing is counted. What is no "trước"
  /// may limit an amount: only a delivery or completion before it tells.
  [[nodiscard]] std::optional<DateMatch> hyphened(std::size_t at, const LimitRow& row) const {
    if (row.relation != DeadlineRelation::before) {
      const bool ends = completion_ || delivery_ || reports_;
      if (!ends || counting_limits.longest(row.phrase, 0)) return std::nullopt;
    }
    const auto day = match_number(text_, at);
    if (!day || !day->plain || !has_byte(text_, day->end, '-')) return std::nullopt;
    const auto month = match_number(text_, day->end + 1);
    const std::size_t behind = month ? skip_blanks(text_, month->end) : npos;
    const bool alone =
        month && month->plain && !has_byte(text_, month->end, '-') && !is_word_part(text_, behind);
    if (!alone || has_byte(text_, behind, '%') || text_.substr(behind).starts_with("‰") ||
        day->value > 31 || month->value > 12)
      return std::nullopt;
    Date date;
    date.day = static_cast<std::uint8_t>(day->value);
    date.month = static_cast<std::uint8_t>(month->value);
    if (!is_possible(date)) return std::nullopt;
    return DateMatch{date, date, at, month->end};
  }

  /// "chậm nhất 05 ngày làm việc sau khi ...": a limit without a date of its own.
  [[nodiscard]] Found relative(std::size_t at, const LimitRow& row) const {
    const bool latest = match(text_, at, "sau") != npos || is_digit(text_, at);
    if (row.relation != DeadlineRelation::by || row.needs != Needs::date || !latest) return {};
    if (!limits.longest(text_, at) && row.phrase.starts_with("không")) return {};
    const std::size_t sau = match(text_, at, "sau");
    const std::size_t number = sau == npos ? at : skip_blanks(text_, sau);
    const std::size_t end = span_end(text_, number, true);
    return end == npos ? Found{} : Found{{}, false, end};
  }

  /// A rhythm that starts at `at`, with or without "định kỳ": it sets a deadline where something is
  /// reported or reviewed.
  std::size_t periodic(std::size_t at) {
    const std::size_t regular = match(text_, at, "định kỳ");
    std::size_t next = regular == npos ? at : skip_blanks(text_, regular);
    if (regular != npos) {
      periodic_ = true;
      if (has_byte(text_, next, '(')) at = ++next;
    }
    std::size_t end = rhythm_end(text_, next, regular != npos);
    if (end == npos) return regular;
    end = rhythm_list_end(text_, end, regular != npos);
    periodic_ = true;
    // A limit that follows says more: "định kỳ hằng quý (trước ngày 15 của tháng cuối quý)".
    if (limit_follows(end)) return end;
    const bool opens = at == sentence_.begin || skip_blanks_back(text_, at) <= clause_;
    const bool reported = reporting_ends.longest_before(text_, skip_blanks_back(text_, at)).found();
    const bool reports = regular != npos ? reports_ || report_follows(end)
                                         : reported || (opens && report_follows(end));
    if (!reports) return end;
    add({{}, true, end}, DeadlineRelation::recurring, at);
    return end;
  }

  /// What `ask` says first of the next `reach` words of the statement: it is given the place of a
  /// word, which it moves on, and answers yes, no or nothing. No where it never answers.
  template <class Ask>
  [[nodiscard]] bool ask_next_words(std::size_t at, int reach, const Ask& ask) const {
    for (int words = 0; words < reach && at < sentence_.end;) {
      if (text_[at] == ';') return false;
      if (!is_word_part(text_, at)) {
        at += language::code_point_length(text_[at]);
        continue;
      }
      const std::size_t word = at;
      at = word_end(text_, word);
      if (const std::optional<bool> answer = ask(word, at)) return *answer;
      ++words;
    }
    return false;
  }

  /// A report or review is named within the next words of the sentence.
  [[nodiscard]] bool report_follows(std::size_t at) const {
    constexpr int reach = 25;
    return ask_next_words(at, reach, [this](std::size_t word, std::size_t&) {
      return reporting.longest(text_, word) ? std::optional(true) : std::nullopt;
    });
  }

  /// Something that is completed, delivered or done once is named in the rest of the statement.
  [[nodiscard]] bool end_follows(std::size_t at) const {
    constexpr int reach = 25;
    return ask_next_words(at, reach,
                          [this](std::size_t word, std::size_t& next) -> std::optional<bool> {
                            if (states.longest(text_, word) || lasting.longest(text_, word))
                              return false;
                            if (completions.longest(text_, word) || deliveries.longest(text_, word))
                              return true;
                            const auto act = acts.longest(text_, word);
                            if (act && act.row->act != Act::none) return true;
                            if (act) next = act.end;
                            return std::nullopt;
                          });
  }

  /// A limiting word with a date stands within the next words of the clause.
  [[nodiscard]] bool limit_follows(std::size_t at) const {
    constexpr int reach = 12;
    return ask_next_words(at, reach, [this](std::size_t word, std::size_t&) -> std::optional<bool> {
      const auto limit = limits.longest(text_, word);
      if (!limit || limit.row->needs != Needs::date) return std::nullopt;
      const std::size_t date = skip_blanks(text_, limit.end);
      if (!match_date(text_, date, DateForms::partial)) return std::nullopt;
      return true;
    });
  }

  void add(const Found& what, DeadlineRelation relation, std::size_t begin) {
    if (goes_on_with_rhythm(relation, begin)) {
      found_.back().end = what.end;
      return;
    }
    DeadlineMatch deadline;
    deadline.sentence = sentence_;
    deadline.date = what.date;
    deadline.relation = relation;
    deadline.begin = begin;
    deadline.end = what.end;
    deadline.yearless = what.yearless;
    found_.push_back(std::move(deadline));
    // "báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12 hằng năm"
    if (what.recurring && year_rhythms.longest_before(text_, what.end)) recur();
    if (!what.yearless) yearless_ = found_.size();
  }

  /// "ngày 05", without its month or rhythm, ends at `end`.
  [[nodiscard]] bool ends_in_bare_day(std::size_t end) const {
    std::size_t begin = end;
    while (begin > 0 && is_digit(text_, begin - 1)) --begin;
    return begin != end && match_back(text_, skip_blanks_back(text_, begin), "ngày") != npos;
  }

  /// "vào ngày 05 và ngày 20 hằng tháng": two days of one rhythm.
  [[nodiscard]] bool goes_on_with_rhythm(DeadlineRelation relation, std::size_t begin) const {
    if (relation != DeadlineRelation::recurring || !rhythm_said()) return false;
    const DeadlineMatch& last = found_.back();
    if (last.end >= begin || last.date || !ends_in_bare_day(last.end)) return false;
    const std::size_t both = match(text_, skip_blanks(text_, last.end), "và");
    return both != npos && skip_blanks(text_, both) == begin;
  }

  /// The days of this statement whose year is not printed come back like the last one.
  void recur() {
    for (std::size_t i = yearless_; i + 1 < found_.size(); ++i) {
      if (found_[i].begin < statement_) continue;
      found_[i].relation = DeadlineRelation::recurring;
      found_[i].date.reset();
    }
  }

  std::string_view text_;
  unsigned plan_year_;
  std::vector<TextRange> sentences_;
  WordWalk walk_;
  std::vector<DeadlineMatch> found_;
  std::size_t yearless_ = 0;  ///< from here on the years of `found_` are the plan's
  TextRange sentence_;
  std::size_t clause_ = 0;     ///< where the clause begins that the scan is in
  std::size_t statement_ = 0;  ///< and where what stands between semicolons does
  Opening clause_opens_;       ///< the first word of the clause, where it was asked for
  Opening statement_opens_;
  bool completion_ = false;  ///< a word of completion stands before in the clause
  int words_ = 0;            ///< since that word
  bool delivery_ = false;
  bool periodic_ = false;  ///< a rhythm or "định kỳ" stands before in the sentence
  bool reports_ = false;   ///< a report or review does
  bool from_ = false;      ///< "từ" opened a range
  bool acts_ = false;      ///< an act that is done once stands before in the sentence
  bool past_ = false;      ///< a word of `states` does
  bool lasts_ = false;     ///< something that lasts stands before in the clause
};

/// How a word of rhythm ends, and what follows it: hằng, hàng, mỗi, định kỳ, từng.
struct RhythmSign {
  std::string_view end;
  std::string_view behind;
};
constexpr RhythmSign rhythm_signs[] = {
    {"ằng", " "}, {"àng", " "}, {"ỗi", " "},  {"ịnh", " k"},
    {"ừng", " "}, {"ẰNG", " "}, {"ÀNG", " "},
};

/// "hàng", "mỗi", "định", but not "bằng".
bool says_rhythm(std::string_view text, const Word& word) {
  const char last = text[word.end - 1];
  if (last != 'g' && last != 'i' && last != 'h' && last != 'G') return false;
  const std::string_view upto = text.substr(0, word.end);
  return std::ranges::any_of(rhythm_signs, [&](const RhythmSign& sign) {
    if (!outline::closes_with(upto, sign.end) || upto.size() == sign.end.size()) return false;
    const char before = upto[upto.size() - sign.end.size() - 1];
    return before != 'b' && before != 'B' && text.substr(word.end).starts_with(sign.behind);
  });
}

/// A deadline has a digit or a rhythm.
bool may_have_deadline(const WordedText& text) {
  return has_digit(text.text) || std::ranges::any_of(text.words, [&](const Word& word) {
           return says_rhythm(text.text, word);
         });
}

constexpr bool holds_word(std::span<const Word> words, SyllableKey key) {
  return std::ranges::any_of(words, [key](const Word& word) { return word.key == key; });
}

}  // namespace

std::vector<DeadlineMatch> find_deadlines(const WordedText& text, unsigned plan_year) {
  unsigned held = 0;
  for (const Word& word : text.words) held |= scanned_words.of(word.key);
  if ((held & (may_limit | may_be_rhythm)) == 0) return {};
  // "trong quý II" and "sáu tháng một lần", "xong trước khi ..." have no digit and no rhythm.
  constexpr SyllableKey before = syllable_key("trước", 0);
  constexpr SyllableKey quarter = syllable_key("quý", 0);
  constexpr SyllableKey times = syllable_key("lần", 0);
  const bool precedes = (held & (may_complete | may_act)) != 0 && holds_word(text.words, before);
  if (!precedes && !may_have_deadline(text) && !holds_word(text.words, quarter) &&
      !holds_word(text.words, times)) {
    return {};
  }
  return DeadlineScanner(text, plan_year).run();
}

std::vector<DeadlineMatch> find_deadlines(std::string_view text, unsigned plan_year) {
  std::vector<Word> words;
  return find_deadlines(find_words(text, words), plan_year);
}

}  // namespace vanban::plan

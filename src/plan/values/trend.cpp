// One walk over the words and signs of a text, sentence by sentence. What it has passed since the
// last sign that ends a clause says where the next number is to go; a date says by when for the
// numbers before it in its clause, or, where none stands there, for those that follow.
#include "plan/values/trend.hpp"

#include <array>

#include "plan/folded.hpp"
#include "plan/values/sentences.hpp"
#include "tokens/date.hpp"
#include "tokens/fold.hpp"
#include "tokens/number.hpp"
#include "tokens/phrases.hpp"

namespace vanban::plan {
namespace {

using namespace tokens;  // NOLINT(google-build-using-namespace): this file is made of its steps

/// How far from its number a word of direction may stand.
enum class Reach : unsigned char {
  touching,  ///< right before it
  near,      ///< a few words before
  measured   ///< right before it; or anywhere before in the clause, if a measure follows the word
};

struct DirectionRow {
  std::string_view phrase;
  std::optional<Direction> direction;  ///< null: looks like a word of direction and is none
  Reach reach = Reach::near;
};

// clang-format off
// The word nearest to the number decides, so "giảm ... còn 3%" is a level.
constexpr PhraseTable directions(std::to_array<DirectionRow>({
    {"tăng", Direction::increase}, {"tăng thêm", Direction::increase},
    {"gia tăng", Direction::increase}, {"tăng trưởng", Direction::increase},
    {"tăng dần", Direction::increase}, {"nâng", Direction::increase, Reach::measured},
    {"nâng lên", Direction::increase}, {"tăng lên", Direction::increase},
    {"lên", Direction::increase, Reach::touching},
    {"lên đến", Direction::increase, Reach::touching},
    {"lên tới", Direction::increase, Reach::touching},
    {"lên mức", Direction::increase, Reach::touching},
    {"lên thành", Direction::increase, Reach::touching},
    {"thêm", Direction::increase, Reach::touching},
    {"có thêm", Direction::increase, Reach::touching},
    {"bổ sung thêm", Direction::increase, Reach::touching},
    {"giảm", Direction::decrease}, {"cắt giảm", Direction::decrease},
    {"kéo giảm", Direction::decrease}, {"giảm dần", Direction::decrease},
    {"giảm thiểu", Direction::decrease}, {"giảm xuống", Direction::decrease},
    {"rút ngắn", Direction::decrease}, {"giảm thêm", Direction::decrease},
    {"cắt giảm thêm", Direction::decrease}, {"kéo giảm thêm", Direction::decrease},
    {"giảm tiếp", Direction::decrease},
    {"xuống", Direction::decrease, Reach::touching},
    {"xuống mức", Direction::decrease, Reach::touching},
    {"đạt", Direction::level}, {"đạt mức", Direction::level},
    {"còn", Direction::level, Reach::touching}, {"giảm còn", Direction::level},
    {"xuống còn", Direction::level, Reach::touching},
    {"giảm xuống còn", Direction::level, Reach::touching},
    {"chỉ còn", Direction::level, Reach::touching}, {"còn lại dưới", Direction::level},
    {"ở mức", Direction::level, Reach::touching}, {"duy trì", Direction::level, Reach::measured},
    {"duy trì ở mức", Direction::level}, {"duy trì mức", Direction::level},
    {"giữ vững", Direction::level, Reach::measured}, {"giữ ổn định", Direction::level},
    {"giữ ở mức", Direction::level}, {"ổn định ở mức", Direction::level},
    // None of them.
    {"tăng cường", {}}, {"tăng tốc", {}}, {"tăng gia", {}}, {"tăng hạng", {}},
    {"nâng cao", {}}, {"nâng cấp", {}}, {"nâng hạng", {}}, {"nâng tầm", {}}, {"không tăng", {}},
    {"không để tăng", {}}, {"không làm tăng", {}}, {"không để giảm", {}},
    {"không giảm", {}}, {"giảm nghèo", {}}, {"giảm nhẹ", {}}, {"giảm trừ", {}}, {"miễn giảm", {}},
    {"đạt chuẩn", {}}, {"đạt tiêu chuẩn", {}}, {"đạt yêu cầu", {}}, {"đạt danh hiệu", {}},
    {"đạt giải", {}}, {"đạt loại", {}}, {"đạt được", {}}, {"còn lại", {}}, {"không còn", {}},
    {"vẫn còn", {}}, {"còn thiếu", {}}, {"còn có", {}}, {"trở lên", {}}, {"trở xuống", {}},
    {"xuống cấp", {}}, {"lên kế hoạch", {}}, {"tăng ni", {}}, {"suy giảm", {}},
}));

// Behind a word of direction: that it is this which goes up or down.
constexpr PhraseTable measures(std::to_array<Phrase>({
    {"tỷ lệ"}, {"tỉ lệ"}, {"tỷ trọng"}, {"tỷ suất"}, {"tỷ số"}, {"số"}, {"tổng"}, {"mức"},
    {"thời gian"}, {"chi phí"}, {"năng suất"}, {"sản lượng"}, {"diện tích"}, {"doanh thu"},
    {"thu nhập"}, {"giá trị"}, {"quy mô"}, {"chỉ số"}, {"lượng"}, {"kim ngạch"}, {"thu ngân sách"},
    {"tốc độ"}, {"ít nhất"}, {"tối thiểu"}, {"độ che phủ"}, {"mật độ"}, {"công suất"},
    {"điểm số"}, {"lượt"}, {"tuổi thọ"},
}));

// Between a word of direction and its number these do not count.
constexpr PhraseTable fillers(std::to_array<Phrase>({
    {"bình quân"}, {"trung bình"}, {"hằng năm"}, {"hàng năm"}, {"mỗi năm"}, {"ít nhất"},
    {"tối thiểu"}, {"khoảng"}, {"thêm"}, {"trong năm"},
}));

// Right before a number they make it the place of something, not what it comes to.
constexpr PhraseTable prepositions(std::to_array<Phrase>({
    {"tại"}, {"ở"}, {"cho"}, {"của"}, {"với"}, {"trong"}, {"bởi"}, {"khi"}, {"nếu"}, {"nhờ"},
    {"theo"}, {"mà"}, {"và"}, {"hoặc"}, {"do"}, {"có"}, {"từ"}, {"về"},
}));

// Between the two levels of a change: "từ 65% lên 80%".
constexpr PhraseTable connectors(std::to_array<Phrase>({
    {"lên"}, {"lên đến"}, {"lên tới"}, {"lên mức"}, {"lên thành"}, {"xuống"}, {"xuống còn"},
    {"xuống mức"}, {"còn"}, {"chỉ còn"}, {"thành"}, {"đến"}, {"tới"}, {"nâng lên"}, {"tăng lên"},
    {"giảm xuống"}, {"giảm còn"}, {"giảm xuống còn"},
}));

// Between "so với" and the level it is about.
constexpr PhraseTable measured_against(std::to_array<Phrase>({
    {"năm"}, {"năm trước"}, {"năm ngoái"}, {"năm học trước"}, {"cùng kỳ"}, {"cuối"}, {"đầu"},
    {"hết"}, {"thời điểm"}, {"mức"}, {"tỷ lệ"}, {"con số"}, {"là"}, {"của"}, {"bình quân"},
    {"trung bình"}, {"kết quả"}, {"hiện nay"}, {"hiện tại"}, {"giai đoạn"}, {"trước"}, {"số"},
    {"tháng"}, {"quý"}, {"kế hoạch"}, {"thực hiện"}, {"chỉ tiêu"},
}));

/// What opens a bracket that says how things were.
struct PastRow {
  std::string_view phrase;
  bool alone;  ///< no date need follow
};
constexpr PhraseTable past_words(std::to_array<PastRow>({
    {"hiện nay", true}, {"hiện tại", true}, {"hiện", true}, {"năm trước", true},
    {"cùng kỳ", true}, {"cùng kỳ năm trước", true}, {"thực hiện", false}, {"kết quả", false},
    {"cuối", false}, {"hết", false}, {"thực hiện năm trước", true}, {"so với", false},
    {"năm học trước", true}, {"năm ngoái", true}, {"kỳ trước", true}, {"nhiệm kỳ trước", true},
    {"giai đoạn trước", true}, {"quý trước", true}, {"tháng trước", true}, {"năm qua", true},
}));
constexpr PhraseTable level_words(std::to_array<Phrase>({{"là"}, {"đạt"}, {"có"}, {"đã đạt"}}));

/// How a date is to be read behind a word.
enum class DateUse : unsigned char {
  due,     ///< by then
  span,    ///< two years follow, the second is meant
  from,    ///< a range, or "từ năm 2025 trở đi"
  vision,  ///< farther than the aim
  other    ///< of something else
};

struct DateWordRow {
  std::string_view phrase;
  DateUse use;
};

constexpr PhraseTable date_words(std::to_array<DateWordRow>({
    {"đến", DateUse::due}, {"đến hết", DateUse::due}, {"đến cuối", DateUse::due},
    {"đến đầu", DateUse::due}, {"đến giữa", DateUse::due}, {"tính đến", DateUse::due},
    {"tới", DateUse::due}, {"tới hết", DateUse::due}, {"vào", DateUse::due},
    {"vào cuối", DateUse::due}, {"trước", DateUse::due}, {"trong", DateUse::due},
    {"hết", DateUse::due}, {"chậm nhất", DateUse::due}, {"chậm nhất là", DateUse::due},
    {"chậm nhất đến", DateUse::due}, {"chậm nhất vào", DateUse::due}, {"muộn nhất", DateUse::due},
    {"muộn nhất là", DateUse::due}, {"cuối", DateUse::due}, {"kết thúc", DateUse::due},
    {"giai đoạn", DateUse::span}, {"trong giai đoạn", DateUse::span},
    {"thời kỳ", DateUse::span}, {"trong thời kỳ", DateUse::span},
    {"từ", DateUse::from}, {"bắt đầu từ", DateUse::from}, {"kể từ", DateUse::from},
    {"tầm nhìn", DateUse::vision}, {"tầm nhìn đến", DateUse::vision},
    {"định hướng", DateUse::vision}, {"định hướng đến", DateUse::vision},
    {"hướng tới", DateUse::vision}, {"hướng đến", DateUse::vision},
    {"so với", DateUse::other}, {"của", DateUse::other}, {"nhiệm kỳ", DateUse::other},
    {"ban hành", DateUse::other}, {"ngày", DateUse::other}, {"kể từ ngày", DateUse::other},
}));

// Before a number: it comes back, so no single date is its due.
constexpr PhraseTable rhythms(std::to_array<Phrase>({
    {"hằng năm"}, {"hàng năm"}, {"mỗi năm"}, {"hằng tháng"}, {"hàng tháng"}, {"mỗi tháng"},
    {"hằng quý"}, {"hàng quý"}, {"mỗi quý"}, {"hằng tuần"}, {"hàng tuần"}, {"mỗi tuần"},
}));
// clang-format on

constexpr std::string_view part_word = "trong đó";
constexpr std::string_view against_word = "so với";

constexpr PhraseTable lone_words(std::to_array<Phrase>({{part_word}, {against_word}}));

constexpr FirstWords scanned_words(lone_words, date_words, rhythms, connectors, directions,
                                   fillers);
constexpr unsigned may_be_lone = 1U << 0U;
constexpr unsigned may_begin_date_phrase = 1U << 1U;
constexpr unsigned may_be_rhythm = 1U << 2U;
constexpr unsigned may_connect = 1U << 3U;
constexpr unsigned may_direct = 1U << 4U;
constexpr unsigned may_fill = 1U << 5U;

/// A year, month or day that is said, and where what says it ends.
struct DateSaid {
  std::string iso;
  unsigned year = 0;
  bool day = false;
  std::size_t end = npos;
  explicit operator bool() const noexcept { return end != npos; }
};

unsigned number_of(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

/// "năm 2030", "tháng 6/2030", "30/6/2030"; with `bare` also "2030".
DateSaid date_said(std::string_view text, std::size_t at, bool bare = false) {
  if (!may_begin_date(text, at)) return {};
  if (const auto date = match_date(text, at)) {
    const bool has_day = date->last.day != 0;
    return {to_iso(date->last), date->last.year, has_day, date->end};
  }
  if (!bare || !is_digit(text, at)) return {};
  const std::size_t end = word_end(text, at);
  const std::string_view digits = text.substr(at, end - at);
  if (!is_year(digits)) return {};
  return {std::string(digits), number_of(digits), false, end};
}

/// The second year of "2026 - 2030", "2026 đến 2030", "năm 2026 đến năm 2030" behind the first.
DateSaid range_end(std::string_view text, std::size_t at) {
  std::size_t next = skip_blanks(text, at);
  if (const std::size_t dash = dash_at(text, next)) {
    next += dash;
  } else {
    std::size_t word = match(text, next, "đến hết");
    if (word == npos) word = match(text, next, "đến");
    if (word == npos) return {};
    next = word;
  }
  return date_said(text, skip_blanks(text, next), true);
}

/// What a date word at `at` with its date says.
struct DatePhrase {
  DateUse use = DateUse::other;
  DateSaid date;      ///< of a range its last
  bool bare = false;  ///< no word before the date says how it is meant
  std::size_t end = npos;
  explicit operator bool() const noexcept { return end != npos; }
};

DatePhrase date_phrase(std::string_view text, std::size_t at) {
  DatePhrase found;
  const auto word = date_words.longest(text, at);
  std::size_t next = word ? skip_blanks(text, word.end) : at;
  found.bare = !word;
  found.use = word ? word.row->use : DateUse::due;
  // "tầm nhìn đến hết năm 2050", "từ nay đến năm 2030"
  if (found.use == DateUse::vision) {
    const auto more = date_words.longest(text, next);
    if (more && more.row->use == DateUse::due) next = skip_blanks(text, more.end);
  }
  const std::size_t now = word ? match(text, next, "nay đến") : npos;
  if (found.use == DateUse::from && now != npos) {
    found.use = DateUse::due;
    next = skip_blanks(text, now);
  }
  found.date = date_said(text, next, word.found());
  if (!found.date) return {};
  found.end = found.date.end;
  const DateSaid last = range_end(text, found.end);
  if (last) {
    found.date = last;
    found.end = last.end;
    if (found.use == DateUse::due || found.use == DateUse::from) found.use = DateUse::span;
  } else if (found.use == DateUse::from) {
    const std::size_t on = match(text, skip_blanks(text, found.end), "trở đi");
    if (on != npos) {
      found.use = DateUse::due;
      found.end = on;
    }
  } else if (found.use == DateUse::span) {
    found.use = DateUse::other;
  }
  return found;
}

class TrendScanner {
 public:
  TrendScanner(const WordedText& text, std::span<const QuantityMatch> quantities,
               unsigned plan_year)
      : text_(text.text),
        sentences_(split_sentences(text)),
        walk_(text),
        quantities_(quantities),
        plan_year_(plan_year),
        marks_(quantities.size()) {
    found_.resize(quantities.size());
  }

  std::vector<Trend> run() {
    for (const TextRange sentence : sentences_) {
      open_sentence();
      walk(sentence);
    }
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (marks_[i].is_baseline) found_[i] = {{}, {}, {}, true, true};
    }
    return std::move(found_);
  }

 private:
  /// What is known of a number besides what is told.
  struct Mark {
    bool is_baseline = false;
    bool due_from_before = false;  ///< by a date in an earlier part of its sentence
  };

  void walk(TextRange sentence) {
    for (std::size_t at = sentence.begin; at < sentence.end;) {
      if (next_ < quantities_.size() && quantities_[next_].begin <= at) {
        const std::size_t end = quantities_[next_].end;
        quantity(next_);
        ++next_;
        at = std::max(at, end);
      } else if (const Word next = walk_.at_or_behind(at); next.begin == at) {
        at = word(at, next.syllable());
      } else {
        at = sign(at);
      }
    }
  }

  void open_sentence() {
    open_clause();
    if (!for_all_) lead_.reset();
    against_ = false;
  }

  /// Behind ";" and "trong đó".
  void open_clause() {
    open_piece();
    clause_first_ = undated_first_ = next_;
    aim_ = npos;
    if (!lead_opens_) lead_.reset();
    from_end_ = npos;
    against_ = rhythm_ = false;
  }

  /// Behind ",", ":" and brackets.
  void open_piece() {
    piece_first_ = next_;
    words_in_piece_ = 0;
    direction_ = nullptr;
    if (!lead_opens_) lead_.reset();
    lead_in_piece_ = false;
  }

  std::size_t sign(std::size_t at) {
    const char c = text_[at];
    if (c == ' ') return at + 1;
    const std::size_t next = at + language::code_point_length(c);
    const bool inside_number = is_digit(text_, next);
    if (c == ';') {
      open_clause();
    } else if (c == ',' && !inside_number) {
      open_piece();
      against_ = false;
    } else if (c == ':' && !inside_number) {
      if (lead_ && lead_opens_ && clause_first_ == next_) for_all_ = true;
      open_piece();
    } else if (c == '(') {
      ++brackets_;
      words_in_piece_ = 1;
      if (const std::size_t level = past_level(next); level != npos) {
        against_ = true;
        return level;
      }
    } else if (c == ')') {
      if (brackets_ > 0) --brackets_;
      if (brackets_ == 0) against_ = false;
    }
    return next;
  }

  /// Reads the word at `at` and those that belong to it; gives where to go on.
  std::size_t word(std::size_t at, Syllable first) {
    const unsigned begins = scanned_words.of(first.key);
    if ((begins & may_be_lone) != 0) {
      if (const std::size_t end = match(text_, at, part_word); end != npos) {
        open_clause();
        return end;
      }
      if (const std::size_t end = match(text_, at, against_word); end != npos) {
        against_ = true;
        direction_ = nullptr;
        return end;
      }
    }
    if (against_) return word_against(at, first);
    if ((begins & may_begin_date_phrase) != 0 || may_begin_date(text_, at)) {
      if (const DatePhrase date = date_phrase(text_, at)) {
        if (!reaches_quantity(date.end)) {
          dated(at, date);
          return date.end;
        }
      }
      // "từ" is among the words of dates
      const std::size_t level = first_level(at);
      if (level != npos) return level;
    }
    if ((begins & may_be_rhythm) != 0 && rhythms.longest(text_, at, first)) rhythm_ = true;
    return plain_word(at, first, begins);
  }

  std::size_t plain_word(std::size_t at, Syllable first, unsigned begins) {
    std::size_t end = first.end;
    ++words_in_piece_;
    if (from_end_ != npos && ++words_since_from_ > farthest_from) from_end_ = npos;
    if ((begins & may_connect) != 0) {
      if (const auto link = connectors.longest(text_, at, first)) {
        if (from_end_ != npos) link_end_ = link.end;
        end = link.end;
      }
    }
    if ((begins & may_direct) != 0) {
      if (const auto row = directions.longest(text_, at, first)) {
        direction_ = row.row;
        words_since_ = 0;
        measured_ = measures.longest(text_, skip_blanks(text_, row.end)).found();
        return std::max(end, row.end);
      }
    }
    if ((begins & may_fill) != 0) {
      if (const auto filler = fillers.longest(text_, at, first)) return std::max(end, filler.end);
    }
    ++words_since_;
    return end;
  }

  /// The date before the next number only if no number begins inside of it.
  [[nodiscard]] bool reaches_quantity(std::size_t end) const {
    return next_ < quantities_.size() && quantities_[next_].begin < end;
  }

  /// Within "so với ...": only what names a time or a level may stand before the number.
  std::size_t word_against(std::size_t at, Syllable first) {
    if (const DateSaid date = date_said(text_, at)) {
      if (!reaches_quantity(date.end)) return date.end;
    }
    const auto row = measured_against.longest(text_, at, first);
    if (row) return row.end;
    if (is_digit(text_, at) && is_year(text_.substr(at, first.end - at))) return first.end;
    against_ = false;
    return word(at, first);
  }

  /// "(năm 2030: 72%)", "(hiện nay là 72%)": where the number begins that says how things were;
  /// npos where the bracket says something else.
  [[nodiscard]] std::size_t past_level(std::size_t at) const {
    at = skip_blanks(text_, at);
    bool past = false;
    if (const auto word = past_words.longest(text_, at)) {
      past = word.row->alone;
      at = skip_blanks(text_, word.end);
    }
    if (const DateSaid date = date_said(text_, at, true)) {
      past = plan_year_ != 0 && date.year < plan_year_;
      at = skip_blanks(text_, date.end);
    }
    if (!past) return npos;
    if (const auto verb = level_words.longest(text_, at)) at = verb.end;
    if (has_byte(text_, at, ':')) ++at;
    at = skip_blanks(text_, at);
    const bool counted = next_ < quantities_.size() && quantities_[next_].begin == at;
    return counted ? at : npos;
  }

  /// "từ 65% lên", "từ 12 lên": remembers the first level of a change; npos where none stands.
  std::size_t first_level(std::size_t at) {
    const std::size_t behind = match(text_, at, "từ");
    if (behind == npos) return npos;
    const std::size_t number = skip_blanks(text_, behind);
    const auto value = match_number(text_, number);
    if (!value || match_date(text_, number)) return npos;
    const bool measured = next_ < quantities_.size() && quantities_[next_].begin == number;
    const std::size_t end = measured ? quantities_[next_].end : value->end;
    if (!measured && value->plain && is_year(text_.substr(number, value->end - number))) {
      return npos;
    }
    from_ = value->value;
    from_end_ = end;
    from_quantity_ = measured ? next_ : npos;
    link_end_ = npos;
    words_since_from_ = 0;
    if (measured) {
      quantity(next_);
      ++next_;
    }
    return end;
  }

  void quantity(std::size_t i) {
    const std::size_t begin = quantities_[i].begin;
    const std::size_t before = skip_blanks_back(text_, begin);
    if (against_) {
      measure_against(i);
      return;
    }
    aim_ = i;
    if (lead_) {
      found_[i].due = lead_;
      marks_[i].due_from_before = !lead_in_piece_ || !lead_opens_;
    }
    found_[i].dateless = rhythm_;
    if (link_end_ != npos && before == link_end_ && from_quantity_ != i && change(i)) return;
    if (direction_ != nullptr && reached(begin, before))
      found_[i].direction = direction_->direction;
    direction_ = nullptr;
  }

  /// The word of direction is meant for the number that begins at `begin`.
  [[nodiscard]] bool reached(std::size_t begin, std::size_t before) const {
    constexpr int a_few = 3;
    constexpr int farthest = 16;
    if (words_since_ == 0) return true;
    if (begin > 0 && prepositions.longest_before(text_, before)) return false;
    const bool near = direction_->reach == Reach::near && words_since_ <= a_few;
    const bool measured = direction_->reach != Reach::touching && measured_;
    return near || (measured && words_since_ <= farthest);
  }

  /// The number is the second level of "từ ... lên ...".
  bool change(std::size_t i) {
    const bool known = from_quantity_ != npos;
    if (known && !same_unit(from_quantity_, i)) return false;
    if (quantities_[i].value == from_) return false;
    found_[i].baseline = from_;
    found_[i].direction = quantities_[i].value > from_ ? Direction::increase : Direction::decrease;
    if (known) marks_[from_quantity_].is_baseline = true;
    from_end_ = link_end_ = npos;
    direction_ = nullptr;
    return true;
  }

  /// The number stands behind "so với": it is the baseline of the one before it.
  void measure_against(std::size_t i) {
    against_ = false;
    marks_[i].is_baseline = true;
    if (aim_ == npos || marks_[aim_].is_baseline || !same_unit(aim_, i)) return;
    found_[aim_].baseline = quantities_[i].value;
  }

  [[nodiscard]] bool same_unit(std::size_t one, std::size_t other) const {
    const std::string& a = quantities_[one].unit;
    const std::string& b = quantities_[other].unit;
    return a.empty() || b.empty() || folded(a) == folded(b);
  }

  void dated(std::size_t at, const DatePhrase& phrase) {
    constexpr int opening_words = 2;
    const bool opens = words_in_piece_ <= opening_words && brackets_ == 0 && next_ == piece_first_;
    if (phrase.use == DateUse::other || phrase.use == DateUse::vision) return;
    if (phrase.use == DateUse::from) return;
    if (phrase.use == DateUse::span && !opens) return;
    const std::size_t before = skip_blanks_back(text_, at);
    const bool touches = next_ > clause_first_ && quantities_[next_ - 1].end == before &&
                         !marks_[next_ - 1].is_baseline;
    // The day of something else; a year that says neither how nor of what.
    if (phrase.bare && (phrase.date.day || (!opens && !touches))) return;
    if (plan_year_ != 0 && phrase.date.year < plan_year_) return;
    // "từ 40% năm 2025 lên": the day of the first level alone.
    if (from_level() != npos && link_end_ == npos && from_level() + 1 == next_) return;
    const bool joined = match_back(text_, before, "và") != npos;
    const bool behind = next_ > piece_first_ && !joined && mark_behind(phrase.date.iso);
    lead_ = phrase.date.iso;
    lead_opens_ = !behind;
    lead_in_piece_ = true;
  }

  /// The date is of the numbers before it in its clause that have none of their own.
  bool mark_behind(const std::string& iso) {
    bool any = false;
    for (std::size_t i = undated_first_; i < next_; ++i) {
      const bool in_piece = i >= piece_first_;
      if (found_[i].due && !(in_piece && marks_[i].due_from_before)) continue;
      if (marks_[i].is_baseline || i == from_level()) continue;
      found_[i].due = iso;
      marks_[i].due_from_before = false;
      any = true;
    }
    undated_first_ = next_;
    return any;
  }

  /// The first level of a change that is not over: its date is that level's.
  [[nodiscard]] std::size_t from_level() const { return from_end_ != npos ? from_quantity_ : npos; }

  static constexpr int farthest_from = 8;  // words between the levels of a change

  std::string_view text_;
  std::vector<TextRange> sentences_;
  WordWalk walk_;
  std::span<const QuantityMatch> quantities_;
  unsigned plan_year_;
  std::vector<Trend> found_;
  std::vector<Mark> marks_;
  std::size_t next_ = 0;           ///< the next number
  std::size_t clause_first_ = 0;   ///< the first number of the clause
  std::size_t undated_first_ = 0;  ///< the first that no date behind it was asked for
  std::size_t piece_first_ = 0;    ///< the first number since the last comma
  std::size_t aim_ = npos;         ///< the last number of the clause that is no baseline
  int words_in_piece_ = 0;
  int brackets_ = 0;

  const DirectionRow* direction_ = nullptr;
  int words_since_ = 0;    ///< since the word of direction
  bool measured_ = false;  ///< a measure stands right behind it

  double from_ = 0;  ///< first level of a change
  std::size_t from_end_ = npos;
  std::size_t from_quantity_ = npos;
  std::size_t link_end_ = npos;  ///< of the word between the levels
  int words_since_from_ = 0;

  bool against_ = false;  ///< behind "so với"
  bool rhythm_ = false;

  std::optional<std::string> lead_;  ///< due of the numbers that follow
  bool lead_opens_ = false;          ///< it stood before all numbers of its part
  bool lead_in_piece_ = false;
  bool for_all_ = false;  ///< a colon stood behind it: it is of all that follows
};

}  // namespace

std::vector<Trend> find_trends(const WordedText& text, std::span<const QuantityMatch> quantities,
                               unsigned plan_year) {
  if (quantities.empty()) return {};
  return TrendScanner(text, quantities, plan_year).run();
}

std::vector<Trend> find_trends(std::string_view text, std::span<const QuantityMatch> quantities,
                               unsigned plan_year) {
  if (quantities.empty()) return {};
  std::vector<Word> words;
  return TrendScanner(find_words(text, words), quantities, plan_year).run();
}

std::optional<std::string> find_horizon(std::string_view heading, unsigned plan_year) {
  if (!has_digit(heading)) return std::nullopt;
  std::optional<std::string> aim;
  std::optional<std::string> vision;
  bool several = false;
  for (std::size_t at = next_word(heading, 0); at < heading.size();) {
    const DatePhrase phrase = date_phrase(heading, at);
    if (!phrase) {
      at = next_word(heading, word_end(heading, at));
      continue;
    }
    at = next_word(heading, phrase.end);
    const bool said =
        phrase.use == DateUse::due || phrase.use == DateUse::span || phrase.use == DateUse::vision;
    if (!said || (phrase.bare && phrase.date.day)) continue;
    if (plan_year != 0 && phrase.date.year < plan_year) continue;
    std::optional<std::string>& slot = phrase.use == DateUse::vision ? vision : aim;
    several = several || (slot && slot != phrase.date.iso);
    slot = phrase.date.iso;
  }
  if (several) return std::nullopt;
  return aim ? aim : vision;
}

}  // namespace vanban::plan

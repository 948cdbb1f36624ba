// A scan over the digits of the text. At each number: is it a date or a document's number, does a
// word before it name rather than count, then range, magnitude, unit, denominator, and last the
// comparing words on both sides. Each of these is a table; the walk has no words of its own.
#include "plan/values/quantity.hpp"

#include <algorithm>
#include <span>

#include "plan/folded.hpp"
#include "plan/values/quantity_words.hpp"
#include "tokens/date.hpp"
#include "tokens/fold.hpp"
#include "tokens/number.hpp"
#include "tokens/phrases.hpp"
#include "tokens/symbol.hpp"

namespace vanban::plan {
namespace {

using namespace quantities;  // NOLINT(google-build-using-namespace): its tables
using namespace tokens;      // NOLINT(google-build-using-namespace): this file is made of its steps

constexpr double hours_of_a_day = 24;
constexpr double fewest_of_a_rate = 100;  // "4/100.000 trẻ"

class QuantityScanner {
 public:
  explicit QuantityScanner(const WordedText& text) : text_(text.text), words_(text.words) {}

  std::vector<QuantityMatch> run() {
    for (const Word& word : words_) {
      if (word.begin < floor_) continue;
      if (ends_code(word.begin)) {
        floor_ = word.end;
      } else if (is_digit(text_, word.begin)) {
        floor_ = number(word.begin);
      } else if (number_words.may_begin(word.key)) {
        const std::size_t end = in_words(word.begin);
        if (end != npos) floor_ = end;
      }
    }
    drop_scopes();
    return std::move(found_);
  }

 private:
  /// "2,5 điểm/xã đối với 42 xã", "Tại 12 huyện, trồng 300 ha": where something else is counted,
  /// the places say how far that reaches. "Hoàn thành tại 12 huyện" counts them.
  void drop_scopes() {
    if (found_.size() < 2) return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const auto behind = [&] {
        return kept > 0 && in_one_clause(found_[kept - 1].end, found_[i].begin);
      };
      const auto before = [&] {
        return i + 1 < found_.size() && in_one_sentence(found_[i].end, found_[i + 1].begin);
      };
      if (behind() && found_[kept - 1].unit == "%" &&
          is_condition(found_[i], found_[kept - 1].end)) {
        continue;
      }
      const std::size_t scope = scope_of(found_[i]);
      if (scope != npos && (behind() || (opens_clause(scope) && before()))) continue;
      if (kept != i) found_[kept] = std::move(found_[i]);
      ++kept;
    }
    found_.resize(kept);
  }

  /// "100% doanh nghiệp có từ 50 lao động trở lên tổ chức ...": which of them, as more follows.
  /// `last_end`: of the share of them.
  [[nodiscard]] bool is_condition(const QuantityMatch& found, std::size_t last_end) const {
    constexpr std::string_view having = "có";
    // "100% hồ sơ quá hạn trên 90 ngày được xử lý"
    const std::string_view between =
        text_.substr(last_end, found.begin - std::min(found.begin, last_end));
    if (found.comparator != Comparator::equal && between.find(" và ") == npos) {
      const std::size_t behind = skip_blanks(text_, found.end);
      const std::size_t more = skip_blanks(text_, word_end(text_, behind));
      if (predicates.longest(text_, behind) || predicates.longest(text_, more)) return true;
    }
    if (found.comparator != Comparator::greater_equal) return false;
    if (!comparators_after.longest_before(text_, found.end)) return false;
    const std::size_t has = match_back(text_, skip_blanks_back(text_, found.begin), having);
    if (has == npos) return false;
    // "có nhà văn hóa và có từ 02 sân trở lên": they have both.
    const std::size_t noun = skip_blanks_back(text_, has);
    if (noun == 0 || text_[noun - 1] == ',' || match_back(text_, noun, "và") != npos) return false;
    if (text_.substr(last_end, noun - std::min(noun, last_end)).find(" có ") != npos) return false;
    const std::size_t next = skip_blanks(text_, found.end);
    return next > found.end && letter_at(text_, next) != 0;
  }

  /// Where the word before a number of places begins that makes them a scope, else npos.
  [[nodiscard]] std::size_t scope_of(const QuantityMatch& found) const {
    if (!is_digit(text_, found.begin) || !places.longest(text_, found.end - found.unit.size())) {
      return npos;
    }
    const auto word = scope_words.longest_before(text_, skip_blanks_back(text_, found.begin));
    return word ? word.end : npos;
  }

  [[nodiscard]] bool opens_clause(std::size_t at) const {
    const std::size_t end = skip_blanks_back(text_, at);
    return end == 0 || std::string_view(".;:").find(text_[end - 1]) != npos;
  }

  [[nodiscard]] bool in_one_clause(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin).find_first_of(",;.:(") == npos;
  }

  [[nodiscard]] bool in_one_sentence(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin).find_first_of(";.(") == npos;
  }

  /// "PM2.5": digits behind the point of a word with letters.
  [[nodiscard]] bool ends_code(std::size_t at) const {
    return is_digit(text_, at) && at > 1 && text_[at - 1] == '.' && is_digit(text_, at - 2) &&
           floor_ < at - 1;
  }

  /// Looks at the number at `at`; gives where to go on.
  std::size_t number(std::size_t at) {
    if (const auto date = match_date(text_, at)) return date->end;
    const auto symbol = match_symbol(text_, at);
    if (symbol && symbol->has_group) return symbol->end;
    const auto first = match_number(text_, at);
    if (is_named(at, first->end)) return after_name(at, first->end);
    if (const std::size_t per = measured_by(at, first->value, first->end); per != npos) return per;
    QuantityMatch found;
    found.begin = at;
    found.value = first->value;
    std::size_t end = first->end;
    // 1/2, 24/7: shares and rhythms are no amounts; "18/18 xã" counts.
    if (first->plain && has_byte(text_, end, '/') && is_digit(text_, end + 1) &&
        !unit_behind_slash(end) && !whole_behind_slash(first->value, at, end)) {
      return word_end(text_, end + 1);
    }
    const Unit unit = measured(found, end, first->plain);
    if (unit.kind == UnitKind::name) {
      // "mức 2 không quá 3": what compares belongs to the next number.
      const bool compares =
          unit.text_begin != npos && comparators_before.longest(text_, unit.text_begin).found();
      return compares ? end : std::max(unit.end, end);
    }
    if (first->plain && !found.value_max && unit.text_begin == npos && in_brackets(at, end)) {
      return end;  // (1) counts the parts of a sentence
    }
    compare(found, unit);
    if (unit.kind == UnitKind::age &&
        !reaching_words.longest_before(text_, skip_blanks_back(text_, found.begin))) {
      return found.end;
    }
    const bool says_amount = found.comparator != Comparator::equal || result_before(at) ||
                             is_rate(unit) || changes_from(at, unit);
    const bool needs_word = unit.kind == UnitKind::time || unit.text_begin == npos;
    if (needs_word && !says_amount) return end;
    if (unit.text_begin == npos && first->plain && is_year(text_.substr(at, first->end - at))) {
      return end;
    }
    if (unit.text_begin != npos) found.unit = unit_text(unit);
    add_late_denominators(found);
    found_.push_back(std::move(found));
    return found_.back().end;
  }

  /// "Số bác sĩ/10.000 dân đạt ...", "giá trị trên 1 ha đất đạt ...": what the amount that follows
  /// is measured by. Gives the end of it, else npos.
  [[nodiscard]] std::size_t measured_by(std::size_t at, double value, std::size_t end) const {
    const Unit unit = unit_at(end);
    if (unit.text_begin == npos || unit.percent || unit.kind == UnitKind::name) return npos;
    const bool slash = at > 1 && text_[at - 1] == '/' && letter_at(text_, step_back(text_, at - 1));
    if (slash) return unit.end;
    double power = value;
    while (power >= 10) power /= 10;
    const std::size_t before = skip_blanks_back(text_, at);
    const std::size_t on = match_back(text_, before, "trên");
    if (power != 1 || on == npos || on < floor_ || result_before(on)) return npos;
    const bool round = value == 1 ? unit.kind == UnitKind::measure : value >= fewest_of_a_rate;
    if (!round) return npos;
    // What is aimed at stands behind: a word of result, with a number behind it.
    std::size_t next = unit.end;
    for (int words = 0; words < 4; ++words) {
      next = skip_blanks(text_, next);
      if (letter_at(text_, next) == 0) return npos;
      if (const auto result = result_words.longest(text_, next)) {
        return is_digit(text_, skip_blanks(text_, result.end)) ? unit.end : npos;
      }
      next = word_end(text_, next);
    }
    return npos;
  }

  /// "từ 15 triệu đồng trở lên/người/năm": what it is measured by stands behind "trở lên".
  void add_late_denominators(QuantityMatch& found) const {
    if (found.unit.empty() || !has_byte(text_, found.end, '/')) return;
    const std::size_t end = denominators(found.end);
    found.unit += text_.substr(found.end, end - found.end);
    found.end = end;
  }

  /// "một" at `at` behind a limit and before a counted thing: gives where to go on, else npos.
  std::size_t in_words(std::size_t at) {
    const auto word = number_words.longest(text_, at);
    if (!word) return npos;
    QuantityMatch found;
    found.begin = at;
    found.value = word.row->value;
    const auto row = units.longest(text_, skip_blanks(text_, word.end));
    if (!row || row.row->kind != UnitKind::thing) return npos;
    const Unit unit = unit_at(word.end);
    if (unit.text_begin == npos) return npos;
    found.end = unit.end;
    compare(found, unit);
    if (found.comparator != Comparator::greater_equal &&
        found.comparator != Comparator::less_equal) {
      return npos;
    }
    found.unit = unit_text(unit);
    found_.push_back(std::move(found));
    return found_.back().end;
  }

  struct Unit {
    UnitKind kind = UnitKind::thing;
    std::size_t text_begin = npos;  ///< npos: no unit
    std::size_t end = 0;            ///< of the unit, or of the number where there is none
    bool percent = false;
  };

  /// "1,8 ngày/khách": a span of time by something is a measure.
  [[nodiscard]] bool is_rate(const Unit& unit) const {
    return unit.text_begin != npos &&
           text_.substr(unit.text_begin, unit.end - unit.text_begin).find('/') != npos;
  }

  /// The first level of a change: "từ 20 ngày xuống".
  [[nodiscard]] bool changes_from(std::size_t at, const Unit& unit) const {
    return unit.text_begin != npos &&
           match_back(text_, skip_blanks_back(text_, at), from_word) != npos &&
           change_words.longest(text_, skip_blanks(text_, unit.end));
  }

  /// Reads range and unit behind the number that ends at `end`; sets the values.
  Unit measured(QuantityMatch& found, std::size_t& end, bool plain) {
    Unit unit = unit_at(end);
    // "không quá 48 giờ": no time of day
    if (plain && found.value > hours_of_a_day &&
        timed_names.longest(text_, skip_blanks(text_, end))) {
      unit.kind = UnitKind::time;
    }
    // The second end of a range stands behind the first number or behind its unit.
    const std::size_t behind = unit.text_begin == npos ? end : unit.end;
    const std::size_t second = range_second(behind);
    if (second != npos) {
      const auto last = match_number(text_, second);
      const Unit last_unit = unit_at(last->end);
      const bool alike = unit.text_begin == npos ||
                         (last_unit.text_begin != npos && unit.percent == last_unit.percent);
      const bool rises = last->value > found.value;
      const bool years = plain && is_year(text_.substr(found.begin, end - found.begin)) &&
                         last->plain && is_year(text_.substr(second, last->end - second));
      if (alike && rises && !years && last_unit.kind != UnitKind::name) {
        found.value_max = last->value;
        end = last->end;
        unit = last_unit;
      } else if (years || (alike && last_unit.kind == UnitKind::name)) {
        unit.kind = UnitKind::name;
        unit.end = last->end;
      }
    }
    if (unit.text_begin == npos) unit.end = end;
    found.end = unit.end;
    return unit;
  }

  /// Where the second number of "50 - 55", "từ 50% đến 55%" begins, else npos.
  [[nodiscard]] std::size_t range_second(std::size_t at) const {
    const std::size_t sign = skip_blanks(text_, at);
    std::size_t next = npos;
    if (const std::size_t dash = dash_at(text_, sign)) {
      next = skip_blanks(text_, sign + dash);
    } else {
      for (const std::string_view word : {"đến", "tới"}) {
        const std::size_t end = match(text_, sign, word);
        if (end != npos) next = skip_blanks(text_, end);
      }
    }
    if (next == npos || !is_digit(text_, next)) return npos;
    if (match_date(text_, next)) return npos;
    const auto symbol = match_symbol(text_, next);
    if (symbol && symbol->has_group) return npos;
    return next;
  }

  /// The unit behind a number that ends at `at`.
  [[nodiscard]] Unit unit_at(std::size_t at) const {
    Unit unit;
    unit.end = at;
    const std::size_t begin = skip_blanks(text_, at);
    if (has_byte(text_, begin, '%') || text_.substr(begin, 3) == "‰") {
      unit.percent = true;
      unit.text_begin = begin;
      unit.end = denominators(begin + (text_[begin] == '%' ? 1 : 3));
      return unit;
    }
    std::size_t next = begin;
    const auto magnitude = magnitudes.longest(text_, begin);
    if (magnitude) next = skip_blanks(text_, magnitude.end);
    if (letter_at(text_, next) == 0) {
      if (!magnitude && has_byte(text_, at, '/') &&
          (unit_behind_slash(at) || thing_behind_slash(at))) {
        unit.text_begin = at;
        unit.end = denominators(at);
        return unit;
      }
      if (magnitude) {
        unit.text_begin = begin;
        unit.end = magnitude.end;
      }
      return unit;
    }
    const auto row = units.longest(text_, next);
    // 5G and 3D are names, though "g" is a unit.
    const bool glued_capital =
        next == at && is_capital(text_, next) && word_end(text_, next) == next + 1;
    if (row && !glued_capital) {
      unit.kind = row.row->kind;
      unit.text_begin = begin;
      unit.end = denominators(specified_end(next, row.end));
      // "117 giờ/năm": no time of day
      const bool rate = unit.end > row.end && timed_names.longest(text_, next);
      if (rate) unit.kind = UnitKind::time;
      return unit;
    }
    // Letters that touch the number and are no unit: 5G, 19h30, 02b.
    if (next == at) {
      unit.kind = UnitKind::name;
      unit.end = word_end(text_, at);
      return unit;
    }
    const std::size_t end = free_unit(next);
    if (end == next) {
      if (magnitude) {
        unit.text_begin = begin;
        unit.end = magnitude.end;
      }
      return unit;
    }
    unit.text_begin = begin;
    unit.end = denominators(end);
    return unit;
  }

  /// A counted thing that is in no table: an abbreviation is one word ("12 KCN"), else two
  /// syllables, for most names of things have two.
  [[nodiscard]] std::size_t free_unit(std::size_t at) const {
    if (not_in_unit.longest(text_, at)) return at;
    std::size_t end = word_end(text_, at);
    if (is_capital(text_, at) && is_capital(text_, step_back(text_, end))) return end;
    const std::size_t second = skip_blanks(text_, end);
    if (second == end || letter_at(text_, second) == 0 || not_in_unit.longest(text_, second)) {
      return end;
    }
    const bool new_name = is_capital(text_, second) && !is_capital(text_, at);
    if (new_name) return end;
    end = word_end(text_, second);
    const auto third = third_syllables.longest(text_, skip_blanks(text_, end));
    return third ? third.end : end;
  }

  /// "02 tiết dạy tốt/học kỳ": a few words may say which of the things are counted, where a slash
  /// shows that all of them are the unit.
  [[nodiscard]] std::size_t specified_end(std::size_t begin, std::size_t end) const {
    constexpr int most_words = 3;
    constexpr std::size_t farthest = 40;  // bytes
    if (text_.substr(0, std::min(text_.size(), end + farthest)).find('/', end) == npos) return end;
    std::size_t at = end;
    for (int words = 0; words < most_words; ++words) {
      const std::size_t next = skip_blanks(text_, at);
      if (next == at || letter_at(text_, next) == 0 || not_in_unit.longest(text_, next)) break;
      at = word_end(text_, next);
      if (!has_byte(text_, at, '/')) continue;
      // "doanh nghiệp số/1.000 dân"
      const auto number = match_number(text_, at + 1);
      if (number && number->value >= fewest_of_a_rate) return at;
      const auto by = counted_by.longest(text_, at + 1);
      // "cán bộ xã/phường", "hộ khó khăn/hộ nghèo": two names of one thing
      const bool either = !by || counted_by.longest(text_, next).end == at ||
                          match(text_, begin, by.row->phrase) != npos;
      return either ? end : at;
    }
    return end;
  }

  /// End of "/người/tháng", "/1 vạn dân" behind a unit that ends at `end`.
  [[nodiscard]] std::size_t denominators(std::size_t end) const {
    while (true) {
      const std::size_t sign = skip_blanks(text_, end);
      if (!has_byte(text_, sign, '/')) return end;
      std::size_t next = skip_blanks(text_, sign + 1);
      if (const auto number = match_number(text_, next)) next = skip_blanks(text_, number->end);
      if (const auto magnitude = magnitudes.longest(text_, next)) {
        next = skip_blanks(text_, magnitude.end);
      }
      if (letter_at(text_, next) == 0) return end;
      const auto row = units.longest(text_, next);
      end = row && row.row->kind != UnitKind::name ? row.end : word_end(text_, next);
    }
  }

  [[nodiscard]] bool unit_behind_slash(std::size_t slash) const {
    // "25/1 vạn dân", "4/100.000 trẻ": a rate whose thing was named before.
    const auto number = match_number(text_, slash + 1);
    if (!number) return false;
    const std::size_t next = skip_blanks(text_, number->end);
    if (magnitudes.longest(text_, next)) return true;
    const auto row = units.longest(text_, next);
    return number->value >= fewest_of_a_rate && row && row.row->kind == UnitKind::thing;
  }

  /// "902/912 em": so many of all of them.
  [[nodiscard]] bool whole_behind_slash(double part, std::size_t at, std::size_t slash) const {
    constexpr double fewest = 10;  // "2/3 hộ" is a share, "3/5 xã" is none
    constexpr double no_share = 5;
    if (!thing_behind_slash(slash)) return false;
    const double whole = match_number(text_, slash + 1)->value;
    if (const auto before = pair_words.longest_before(text_, skip_blanks_back(text_, at))) {
      constexpr double days = 31;
      constexpr double months = 12;
      if (!before.row->day || (part <= days && whole <= months)) return false;
    }
    // "ít nhất 4/5 thành viên" is a share again.
    const bool few =
        whole >= no_share && part > 1 && !comparator_before(skip_blanks_back(text_, at));
    const bool counted = whole >= fewest || few;
    return whole == part || (whole > part && counted);
  }

  [[nodiscard]] bool thing_behind_slash(std::size_t slash) const {
    const auto number = match_number(text_, slash + 1);
    if (!number || !number->plain) return false;
    const auto row = units.longest(text_, skip_blanks(text_, number->end));
    return row && row.row->kind == UnitKind::thing && row.row->phrase != "số";
  }

  void compare(QuantityMatch& found, const Unit& unit) const {
    std::size_t begin = found.begin;
    const std::size_t word_ends = skip_blanks_back(text_, begin);
    auto before = comparator_before(word_ends);
    if (before && unit.percent && before.row->phrase.starts_with("vượt") &&
        exceeded.longest(text_, skip_blanks(text_, unit.end))) {
      before = {};
    }
    if (before) {
      found.comparator = before.row->comparator;
      begin = before.end;
    }
    const std::size_t from = match_back(text_, skip_blanks_back(text_, begin), from_word);
    const bool starts = from != npos && from >= floor_;
    const AfterMatch row = starts && !found.value_max ? after_group(unit) : after(unit);
    if (starts && (found.value_max || row)) begin = from;
    if (row) {
      // "trên 80% trở lên" says ">" first; the words before decide.
      if (!before) found.comparator = row.row->comparator;
      found.end = row.end;
    }
    found.begin = begin;
  }

  using ComparatorMatch = decltype(comparators_before)::Match;
  using AfterMatch = decltype(comparators_after)::Match;

  [[nodiscard]] ComparatorMatch comparator_before(std::size_t end) const {
    if (end == 0) return {};
    ComparatorMatch best = comparators_before.longest_before(text_, end);
    if (best && best.end < floor_) return {};
    // Signs have no word borders.
    if (best || is_word_part(text_, step_back(text_, end))) return best;
    for (const ComparatorRow& row : comparators_before.rows()) {
      const bool sign = letter_at(row.phrase, 0) == 0;
      if (sign && end >= row.phrase.size() + floor_ &&
          text_.substr(end - row.phrase.size(), row.phrase.size()) == row.phrase &&
          (!best || row.phrase.size() > end - best.end)) {
        best.row = &row;
        best.end = end - row.phrase.size();
      }
    }
    return best;
  }

  /// "trở lên" right behind the unit; behind a counted thing up to two words may stand between
  /// ("10 tiêu chí cơ bản trở lên"), behind "%" they are a grade ("hoàn thành tốt trở lên").
  [[nodiscard]] AfterMatch after(const Unit& unit) const {
    std::size_t at = unit.end;
    if (unit.percent) {  // "80% học sinh trở lên": so many of them
      const auto thing = units.longest(text_, skip_blanks(text_, at));
      if (thing && thing.row->kind == UnitKind::thing) {
        const auto row = comparators_after.longest(text_, skip_blanks(text_, thing.end));
        if (row) return row;
      }
    }
    const int most_words = unit.percent || unit.text_begin == npos ? 0 : 2;
    for (int words = 0; words <= most_words; ++words) {
      const std::size_t next = skip_blanks(text_, at);
      if (const auto row = comparators_after.longest(text_, next)) return row;
      if (next == at || letter_at(text_, next) == 0) return {};
      at = word_end(text_, next);
    }
    return {};
  }

  /// "cấp xã trở lên", "sáu tuổi trở lên": the level or the age that ends at `end` is what goes up.
  [[nodiscard]] bool at_age_or_level(std::size_t end) const {
    if (match_back(text_, end, "tuổi") != npos) return true;
    std::size_t begin = end;
    while (begin > 0 && blank_at(text_, begin - 1) == 0) --begin;
    return match_back(text_, skip_blanks_back(text_, begin), "cấp") != npos;
  }

  /// "từ 70% tổng đàn chó, mèo trở lên": behind "từ" all of what is counted may stand between.
  [[nodiscard]] AfterMatch after_group(const Unit& unit) const {
    constexpr int most_words = 10;
    if (const auto row = after(unit)) return row;
    std::size_t at = unit.end;
    for (int words = 0; words < most_words; ++words) {
      std::size_t next = skip_blanks(text_, at);
      if (has_byte(text_, next, ',')) next = skip_blanks(text_, next + 1);
      if (next == at || letter_at(text_, next) == 0) return {};
      if (const auto row = comparators_after.longest(text_, next)) {
        return at_age_or_level(at) ? AfterMatch{} : row;
      }
      // What these words part is not counted together.
      constexpr std::string_view parts[] = {"cho", "dành", "và", "từ", "do", "của", "tại", "ở"};
      if (std::ranges::any_of(parts, [this, next](std::string_view word) {
            return match(text_, next, word) != npos;
          })) {
        return {};
      }
      at = word_end(text_, next);
    }
    return {};
  }

  [[nodiscard]] bool result_before(std::size_t at) const {
    const std::size_t end = skip_blanks_back(text_, at);
    return end > 0 && result_words.longest_before(text_, end).found();
  }

  /// The word before says that the number names something; "tổng số 120" counts.
  [[nodiscard]] bool is_named(std::size_t at, std::size_t number_end) const {
    std::size_t end = skip_blanks_back(text_, at);
    if (end == 0) return false;
    // “4 không”, COVID-19
    if (end == at && dash_at(text_, step_back(text_, end)) != 0 &&
        letter_at(text_, step_back_over(step_back(text_, end))) != 0) {
      return true;
    }
    if (has_byte(text_, end - 1, ':')) {
      const std::size_t word = skip_blanks_back(text_, end - 1);
      return match_back(text_, word, "số") != npos && !counting_numbers.longest_before(text_, word);
    }
    if (naming_bare.longest_before(text_, end) && unit_at(number_end).text_begin == npos)
      return true;
    const auto row = naming_words.longest_before(text_, end);
    if (!row || counting_numbers.longest_before(text_, end)) return false;
    // "mỗi lớp 50 học viên": so many in each of them.
    const bool in_each = every.longest_before(text_, skip_blanks_back(text_, row.end)).found();
    const bool given = giving.longest_before(text_, end) &&
                       match_number(text_, at)->value >= fewest_given &&
                       units.longest(text_, skip_blanks(text_, number_end));
    if ((in_each || given) && unit_at(number_end).text_begin != npos) return false;
    // "mức 80%", "dự án 100 ha": a measure behind the number counts all the same.
    const Unit unit = unit_at(number_end);
    const auto magnitude = magnitudes.longest(text_, skip_blanks(text_, number_end));
    return !unit.percent && !magnitude && unit.kind != UnitKind::measure;
  }

  [[nodiscard]] std::size_t step_back_over(std::size_t at) const {
    return at == 0 ? 0 : step_back(text_, at);
  }

  /// Where to go on behind a name's number: behind all of "06/CT", "10, 11 và 12", "1.2.3".
  [[nodiscard]] std::size_t after_name(std::size_t at, std::size_t number_end) const {
    std::size_t end = std::max(word_end(text_, at), number_end);
    // "thứ 15/63 tỉnh": a place among so many
    if (has_byte(text_, end, '/') && thing_behind_slash(end)) {
      return match_number(text_, end + 1)->end;
    }
    while (end < text_.size()) {
      std::size_t next = skip_blanks(text_, end);
      if (has_byte(text_, next, ',')) {
        next = skip_blanks(text_, next + 1);
      } else if (const std::size_t dash = dash_at(text_, next)) {
        next = skip_blanks(text_, next + dash);
      } else if (const std::size_t word = match(text_, next, "và"); word != npos) {
        next = skip_blanks(text_, word);
      } else {
        break;
      }
      const auto number = match_number(text_, next);
      if (!number || !number->plain || letter_at(text_, number->end) != 0) break;
      const Unit unit = unit_at(number->end);
      if (unit.text_begin != npos) break;
      end = number->end;
    }
    return end;
  }

  [[nodiscard]] bool in_brackets(std::size_t at, std::size_t end) const {
    return at > 0 && has_byte(text_, at - 1, '(') && has_byte(text_, end, ')');
  }

  /// The unit as printed, without blanks around "/".
  [[nodiscard]] std::string unit_text(const Unit& unit) const {
    std::string text;
    const std::string_view printed = text_.substr(unit.text_begin, unit.end - unit.text_begin);
    for (std::size_t at = 0; at < printed.size();) {
      const std::size_t next = skip_blanks(printed, at);
      if (next == at) {
        text += printed[at++];
        continue;
      }
      const bool beside_slash =
          has_byte(printed, next, '/') || (!text.empty() && text.back() == '/');
      if (!beside_slash) text += ' ';
      at = next;
    }
    return text;
  }

  std::string_view text_;
  std::span<const Word> words_;
  std::size_t floor_ = 0;  ///< what stands before it belongs to an earlier number
  std::vector<QuantityMatch> found_;
};

}  // namespace

std::vector<QuantityMatch> find_quantities(const WordedText& text) {
  return QuantityScanner(text).run();
}

std::vector<QuantityMatch> find_quantities(std::string_view text) {
  std::vector<Word> words;
  return QuantityScanner(find_words(text, words)).run();
}

bool is_money(const QuantityMatch& match) {
  constexpr std::string_view currencies[] = {"đồng", "đ", "usd", "vnđ", "vnd"};
  const std::string unit = folded(match.unit);
  const std::string_view head = std::string_view(unit).substr(0, unit.find('/'));
  return std::ranges::any_of(currencies, [&](std::string_view w) { return head.ends_with(w); });
}

}  // namespace vanban::plan

// A date is tried at a word: digits with separators (21/10/2019, 6/2021), or one of the words ngày,
// tháng, quý, năm with what follows. Each form is a function that gives the end of what it read.
#include "tokens/date.hpp"

#include <array>

#include "tokens/fold.hpp"
#include "tokens/phrases.hpp"

namespace vanban::tokens {
namespace {

constexpr unsigned first_year = 1800;
constexpr unsigned last_year = 2199;

struct NumberWord {
  std::string_view phrase;
  std::uint8_t value;
};

// Months in words; "năm" is May only where a year follows it ("tháng năm năm 2012"), see month_at.
constexpr PhraseTable month_words(std::to_array<NumberWord>({{"giêng", 1},
                                                             {"một", 1},
                                                             {"hai", 2},
                                                             {"ba", 3},
                                                             {"tư", 4},
                                                             {"bốn", 4},
                                                             {"năm", 5},
                                                             {"sáu", 6},
                                                             {"bảy", 7},
                                                             {"bẩy", 7},
                                                             {"tám", 8},
                                                             {"chín", 9},
                                                             {"mười", 10},
                                                             {"mười một", 11},
                                                             {"mười hai", 12},
                                                             {"chạp", 12}}));

constexpr PhraseTable quarter_words(std::to_array<NumberWord>({{"i", 1},
                                                               {"ii", 2},
                                                               {"iii", 3},
                                                               {"iv", 4},
                                                               {"một", 1},
                                                               {"hai", 2},
                                                               {"ba", 3},
                                                               {"tư", 4},
                                                               {"bốn", 4}}));

struct PartOfYear {
  std::string_view phrase;
  std::uint8_t first;
  std::uint8_t last;
};

constexpr PhraseTable parts_of_year(std::to_array<PartOfYear>({{"6 tháng đầu", 1, 6},
                                                               {"06 tháng đầu", 1, 6},
                                                               {"sáu tháng đầu", 1, 6},
                                                               {"6 tháng cuối", 7, 12},
                                                               {"06 tháng cuối", 7, 12},
                                                               {"sáu tháng cuối", 7, 12},
                                                               {"9 tháng đầu", 1, 9},
                                                               {"09 tháng đầu", 1, 9},
                                                               {"3 tháng đầu", 1, 3},
                                                               {"03 tháng đầu", 1, 3},
                                                               {"3 tháng cuối", 10, 12},
                                                               {"03 tháng cuối", 10, 12}}));

struct Digits {
  unsigned value = 0;
  std::size_t end = npos;
  std::size_t size = 0;
  explicit operator bool() const noexcept { return end != npos; }
};

/// Up to `most` digits that are the whole run.
Digits digits_at(std::string_view text, std::size_t at, std::size_t most) {
  Digits digits;
  std::size_t end = at;
  while (is_digit(text, end)) {
    if (end - at == most) return {};
    digits.value = digits.value * 10 + static_cast<unsigned>(text[end] - '0');
    ++end;
  }
  if (end == at) return {};
  digits.end = end;
  digits.size = end - at;
  return digits;
}

Digits year_at(std::string_view text, std::size_t at) {
  const Digits year = digits_at(text, at, 4);
  return year && year.size == 4 && year.value >= first_year && year.value <= last_year ? year
                                                                                       : Digits{};
}

/// A point or comma in the year's place ("12.2019,5") or a letter makes it no year, other than one
/// of a word that was joined to it ("15/12/2019của").
bool ends_date(std::string_view text, std::size_t at) {
  if (letter_at(text, at) != 0) {
    constexpr std::string_view joined = "của";
    return at < text.size() && text.substr(at).starts_with(joined) &&
           letter_at(text, at + joined.size()) == 0;
  }
  if (has_byte(text, at, '/')) return !is_word_part(text, at + 1);
  const bool point = has_byte(text, at, '.') || has_byte(text, at, ',');
  return !(point && is_digit(text, at + 1));
}

/// The separator of a numeric date: blanks around "/" alone, for authors write "10 /3/2026".
std::size_t after_separator(std::string_view text, std::size_t at, char sign) {
  if (sign == '/') at = skip_blanks(text, at);
  if (!has_byte(text, at, sign)) return npos;
  return sign == '/' ? skip_blanks(text, at + 1) : at + 1;
}

Date make_date(unsigned year, unsigned month, unsigned day) {
  return {static_cast<std::uint16_t>(year), static_cast<std::uint8_t>(month),
          static_cast<std::uint8_t>(day)};
}

std::optional<DateMatch> single(const Date& date, std::size_t begin, std::size_t end) {
  if (!is_possible(date)) return std::nullopt;
  return DateMatch{date, date, begin, end};
}

/// 21/10/2019, 21-10-2019, 21.10.2019; with `partial` also 15/12.
std::optional<DateMatch> numeric_day(std::string_view text, std::size_t at, bool partial) {
  const Digits day = digits_at(text, at, 2);
  if (!day) return std::nullopt;
  for (const char sign : {'/', '-', '.'}) {
    const std::size_t month_begin = after_separator(text, day.end, sign);
    const Digits month = month_begin == npos ? Digits{} : digits_at(text, month_begin, 2);
    if (!month) continue;
    const std::size_t year_begin = after_separator(text, month.end, sign);
    const Digits year = year_begin == npos ? Digits{} : year_at(text, year_begin);
    if (year && ends_date(text, year.end)) {
      return single(make_date(year.value, month.value, day.value), at, year.end);
    }
    if (partial && sign == '/' && year_begin == npos && ends_date(text, month.end)) {
      // "15/12 năm 2025"
      const std::size_t word = match(text, skip_blanks(text, month.end), "năm");
      const Digits named = word == npos ? Digits{} : year_at(text, skip_blanks(text, word));
      if (named && ends_date(text, named.end)) {
        return single(make_date(named.value, month.value, day.value), at, named.end);
      }
      return single(make_date(0, month.value, day.value), at, month.end);
    }
  }
  return std::nullopt;
}

/// 6/2021
std::optional<DateMatch> numeric_month(std::string_view text, std::size_t at) {
  const Digits month = digits_at(text, at, 2);
  if (!month) return std::nullopt;
  for (const char sign : {'/', '-'}) {
    const std::size_t year_begin = after_separator(text, month.end, sign);
    const Digits year = year_begin == npos ? Digits{} : year_at(text, year_begin);
    if (year && ends_date(text, year.end)) {
      return single(make_date(year.value, month.value, 0), at, year.end);
    }
  }
  return std::nullopt;
}

/// "năm 2019", "/2019", "-2019" or ", năm 2019" after a day, month or quarter.
Digits year_behind(std::string_view text, std::size_t at) {
  std::size_t next = skip_blanks(text, at);
  if (has_byte(text, next, ',')) next = skip_blanks(text, next + 1);
  const std::size_t word = match(text, next, "năm");
  if (word != npos) {
    const Digits year = year_at(text, skip_blanks(text, word));
    if (year && ends_date(text, year.end)) return year;
    return {};
  }
  next = skip_blanks(text, at);
  if (!has_byte(text, next, '/') && !has_byte(text, next, '-')) return {};
  const Digits year = year_at(text, skip_blanks(text, next + 1));
  return year && ends_date(text, year.end) ? year : Digits{};
}

Digits month_at(std::string_view text, std::size_t at) {
  const Digits month = digits_at(text, at, 2);
  if (month) return month.value >= 1 && month.value <= 12 ? month : Digits{};
  const auto word = month_words.longest(text, at);
  if (!word) return {};
  // "ngày   tháng   năm 2012": the month was left blank.
  if (word.row->value == 5 && match(text, skip_blanks(text, word.end), "năm") == npos) return {};
  return {word.row->value, word.end, 0};
}

/// "tháng 11 năm 2019" from the word "tháng" on, with the day before it.
std::optional<DateMatch> worded_month(std::string_view text, std::size_t begin, std::size_t at,
                                      unsigned day, bool partial) {
  const std::size_t word = match(text, at, "tháng");
  if (word == npos) return std::nullopt;
  const Digits month = month_at(text, skip_blanks(text, word));
  if (!month) return std::nullopt;
  const Digits year = year_behind(text, month.end);
  if (year) return single(make_date(year.value, month.value, day), begin, year.end);
  if (!partial || !ends_date(text, month.end)) return std::nullopt;
  return single(make_date(0, month.value, day), begin, month.end);
}

/// "21 tháng 10 năm 2019", "29tháng 01": the day may touch the word.
std::optional<DateMatch> worded_day(std::string_view text, std::size_t begin, std::size_t at,
                                    bool partial) {
  const Digits day = digits_at(text, at, 2);
  if (!day || day.value == 0 || day.value > 31) return std::nullopt;
  return worded_month(text, begin, skip_blanks(text, day.end), day.value, partial);
}

std::optional<DateMatch> after_day_word(std::string_view text, std::size_t begin, std::size_t at,
                                        bool partial) {
  at = skip_blanks(text, at);
  for (const std::string_view first : {"mùng", "mồng"}) {
    const std::size_t end = match(text, at, first);
    if (end != npos) at = skip_blanks(text, end);
  }
  auto found = worded_day(text, begin, at, partial);
  if (!found) found = numeric_day(text, at, partial);
  if (!found && partial) {
    const Digits day = digits_at(text, at, 2);
    if (day && ends_date(text, day.end)) return single(make_date(0, 0, day.value), begin, day.end);
  }
  if (found) found->begin = begin;
  return found;
}

std::optional<DateMatch> after_quarter_word(std::string_view text, std::size_t begin,
                                            std::size_t at, bool partial) {
  at = skip_blanks(text, at);
  unsigned quarter = 0;
  std::size_t end = npos;
  if (const Digits digits = digits_at(text, at, 1)) {
    quarter = digits.value;
    end = digits.end;
  } else if (const auto word = quarter_words.longest(text, at)) {
    quarter = word.row->value;
    end = word.end;
  }
  if (quarter < 1 || quarter > 4) return std::nullopt;
  const Digits year = year_behind(text, end);
  if (!year && (!partial || !ends_date(text, end))) return std::nullopt;
  return DateMatch{make_date(year.value, quarter * 3 - 2, 0), make_date(year.value, quarter * 3, 0),
                   begin, year ? year.end : end};
}

std::optional<DateMatch> after_year_word(std::string_view text, std::size_t begin, std::size_t at) {
  const Digits year = year_at(text, skip_blanks(text, at));
  if (!year || !ends_date(text, year.end)) return std::nullopt;
  return single(make_date(year.value, 0, 0), begin, year.end);
}

/// "6 tháng đầu năm 2021"
std::optional<DateMatch> part_of_year(std::string_view text, std::size_t at, bool partial) {
  const auto part = parts_of_year.longest(text, at);
  if (!part) return std::nullopt;
  const Digits year = year_behind(text, part.end);
  std::size_t end = year ? year.end : match(text, skip_blanks(text, part.end), "năm");
  if (!year && (!partial || end == npos)) return std::nullopt;
  return DateMatch{make_date(year.value, part.row->first, 0),
                   make_date(year.value, part.row->last, 0), at, end};
}

/// "ngày" may touch its number in damaged text ("ngày10 /3/2026").
std::size_t match_day_word(std::string_view text, std::size_t at) {
  const std::size_t end = match(text, at, "ngày");
  if (end != npos) return end;
  constexpr std::string_view word = "ngày";
  const std::size_t touching = at + word.size();
  if (!is_digit(text, touching)) return npos;
  return match(text.substr(0, touching), at, word);
}

}  // namespace

bool is_possible(const Date& date) {
  if (date.month > 12 || date.day > 31) return false;
  if (date.month == 0 || date.day == 0) return date.year != 0 || date.month != 0 || date.day != 0;
  static constexpr std::array<std::uint8_t, 13> days{0,  31, 29, 31, 30, 31, 30,
                                                     31, 31, 30, 31, 30, 31};
  if (date.day > days[date.month]) return false;
  const bool leap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0);
  return date.month != 2 || date.day < 29 || leap;
}

bool is_year(std::string_view digits) {
  const Digits year = year_at(digits, 0);
  return year && year.end == digits.size();
}

std::string to_iso(const Date& date) {
  std::string iso;
  if (date.year == 0) return iso;
  const auto append = [&iso](unsigned value, unsigned size) {
    for (unsigned power = size == 4 ? 1000 : 10; power > 0; power /= 10) {
      iso += static_cast<char>('0' + value / power % 10);
    }
  };
  append(date.year, 4);
  if (date.month == 0) return iso;
  iso += '-';
  append(date.month, 2);
  if (date.day == 0) return iso;
  iso += '-';
  append(date.day, 2);
  return iso;
}

std::optional<DateMatch> match_date(std::string_view text, std::size_t at, DateForms forms) {
  const bool partial = forms == DateForms::partial;
  if (is_digit(text, at)) {
    if (auto found = part_of_year(text, at, partial)) return found;
    if (auto found = numeric_day(text, at, false)) return found;
    if (auto found = numeric_month(text, at)) return found;
    if (auto found = worded_day(text, at, at, partial)) return found;
    return partial ? numeric_day(text, at, true) : std::nullopt;
  }
  if (!may_begin_date(text, at)) return std::nullopt;
  switch (text[at]) {
    case 'n':
    case 'N': {
      const std::size_t day = match_day_word(text, at);
      if (day != npos) return after_day_word(text, at, day, partial);
      const std::size_t year = match(text, at, "năm");
      return year == npos ? std::nullopt : after_year_word(text, at, year);
    }
    case 't':
    case 'T': {
      if (auto found = worded_month(text, at, at, 0, partial)) return found;
      const std::size_t month = match(text, at, "tháng");
      if (month == npos) return std::nullopt;
      auto found = numeric_month(text, skip_blanks(text, month));
      if (found) found->begin = at;
      return found;
    }
    case 'q':
    case 'Q': {
      for (const std::string_view word : {"quý", "quí", "qúy"}) {
        const std::size_t end = match(text, at, word);
        if (end != npos) return after_quarter_word(text, at, end, partial);
      }
      return std::nullopt;
    }
    case 's':
    case 'S': return part_of_year(text, at, partial);
    default: return std::nullopt;
  }
}

std::optional<DateMatch> match_numeric_date(std::string_view text, std::size_t at) {
  if (auto found = numeric_day(text, at, false)) return found;
  return numeric_month(text, at);
}

std::vector<DateMatch> find_dates(std::string_view text) {
  std::vector<DateMatch> dates;
  for (std::size_t at = next_word(text, 0); at < text.size(); at = next_word(text, at)) {
    // "32/13/2031" holds no 13/2031.
    const bool torn = at > 1 && has_byte(text, at - 1, '/') && is_word_part(text, at - 2);
    const auto date = torn ? std::nullopt : match_date(text, at);
    if (date) dates.push_back(*date);
    at = date ? date->end : word_end(text, at);
  }
  return dates;
}

}  // namespace vanban::tokens

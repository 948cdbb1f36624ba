#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanban::tokens {

/// A date with the precision that was printed; 0 is what was not said.
struct Date {
  std::uint16_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;
  friend bool operator==(const Date&, const Date&) = default;
};

/// ISO 8601: "2019-11-21", "2025-12", "2021". Empty where the year is not said.
[[nodiscard]] std::string to_iso(const Date& date);

/// Such a day, month or year exists. A 29th of February needs a leap year or no year.
[[nodiscard]] bool is_possible(const Date& date);

/// A date as printed. `first` and `last` differ where the words name several months: a quarter,
/// the first half of a year.
struct DateMatch {
  Date first;
  Date last;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// What `match_date` may read as a date.
enum class DateForms : unsigned char {
  complete,  ///< with a year: 21/10/2019, tháng 11/2019, quý I/2026, năm 2025
  partial  ///< and 15/12, ngày 15 tháng 12, ngày 20, tháng 11, quý II, after words that ask for one
};

/// False: no date begins at `at`. Most words tell by their first two or three bytes that they are
/// none of ngày, năm, tháng, quý, sáu, the only ones that begin a date.
[[nodiscard]] constexpr bool may_begin_date(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size()) return at < text.size() && text[at] >= '0' && text[at] <= '9';
  const char second = text[at + 1];
  const char third = text[at + 2];
  switch (text[at]) {
    case 'n':
    case 'N': return second == '\xC4' || ((second == 'g' || second == 'G') && third == '\xC3');
    case 't':
    case 'T': return (second == 'h' || second == 'H') && third == '\xC3';
    case 'q':
    case 'Q': return second == 'u' || second == 'U' || second == '\xC3';
    case 's':
    case 'S': return second == '\xC3';
    default: return text[at] >= '0' && text[at] <= '9';
  }
}

/// The date that begins at `at`, the longest reading; null where none does. Impossible ones (32/13)
/// are none. `at` must begin a word.
[[nodiscard]] std::optional<DateMatch> match_date(std::string_view text, std::size_t at,
                                                  DateForms forms = DateForms::complete);

/// 21/10/2019, 21-10-2019, 21.10.2019 or 6/2021 at `at`: a date of digits alone.
[[nodiscard]] std::optional<DateMatch> match_numeric_date(std::string_view text, std::size_t at);

/// Every complete date of the text, in order, without overlap. "28/01/1941-28/01/2021" gives two.
[[nodiscard]] std::vector<DateMatch> find_dates(std::string_view text);

/// Four digits that may be a year: 1800 to 2199.
[[nodiscard]] bool is_year(std::string_view digits);

}  // namespace vanban::tokens

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "tokens/date.hpp"

/// The two values of a header that have a grammar: number with symbol, place with date. Both may
/// be left blank, with blanks, dots or low lines where the hand is to fill in.
namespace vanban::plan {

[[nodiscard]] bool is_blank_filler(std::string_view text, std::size_t at);

/// Behind the blanks, dots and low lines at `at`.
[[nodiscard]] std::size_t skip_filler(std::string_view text, std::size_t at);

/// Bytes [begin, end) of the text that was parsed.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] bool empty() const { return begin == end; }
};

/// A number with its symbol as printed: "Số: 60 /KH-KHCN".
struct NumberParse {
  Range ordinal;
  Range year;
  Range symbol;
  char separator = 0;  ///< '/' or, of party papers, '-'; a blank or 0 where neither stands
  std::size_t end = 0;
};

/// The number that begins at `at`, behind "Số" and its colon.
[[nodiscard]] NumberParse parse_number(std::string_view text, std::size_t at);

/// Letters that readers of paper take for figures.
[[nodiscard]] bool is_read_as_digit(char c);

/// A hyphen, slash or ampersand stands at `at`.
[[nodiscard]] bool joins_groups(std::string_view text, std::size_t at);

/// The first group of the symbol is the code of a type: "KH-UBND", "KH - TV".
[[nodiscard]] bool begins_with_code(std::string_view symbol);

/// Where the symbol at `at` ends: groups of letters and figures, joined by hyphens, slashes and
/// ampersands with or without blanks.
[[nodiscard]] std::size_t symbol_end(std::string_view text, std::size_t at);

/// The date of a line "Sơn La, ngày 21 tháng 11 năm 2019".
struct DateParse {
  tokens::Date date;
  std::size_t begin = 0;  ///< of "ngày", or of the first figure; the place stands before it
  std::size_t end = 0;
  bool complete = false;  ///< goes up to the year, whether it is filled in or not
};

/// Null where `lower` holds no date, complete or not.
[[nodiscard]] std::optional<DateParse> parse_date(std::string_view lower);

/// A figure of at most `digits` digits at `at`, else 0; moves `at` behind it.
unsigned read_figure(std::string_view text, std::size_t& at, std::size_t digits);

}  // namespace vanban::plan

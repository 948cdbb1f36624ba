#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace vanban::tokens {

/// A number as printed and what it means.
struct NumberMatch {
  double value = 0;
  std::size_t end = 0;
  bool plain = false;  ///< digits only: may be a year, a day or an ordinal
};

/// The number that begins at `at`, with the longest Vietnamese reading: "5.000", "2.989,5", "42,8".
/// Where no such reading is possible "2.5" is read as 2.5 and "1,000,000" as a million, as authors
/// of spreadsheets write them. Null where no digit stands.
[[nodiscard]] std::optional<NumberMatch> match_number(std::string_view text, std::size_t at);

/// `text` as a number in Vietnamese form, exactly: "." divides groups of three, "," is the decimal
/// sign. "5.00", "1,000,000" and "12.5" are none.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

}  // namespace vanban::tokens

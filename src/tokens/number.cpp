#include "tokens/number.hpp"

#include <array>
#include <charconv>

#include "tokens/fold.hpp"

namespace vanban::tokens {
namespace {

// More digits than that are account or telephone numbers and no measure.
constexpr std::size_t most_digits = 40;

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (is_digit(text, at)) ++at;
  return at;
}

/// End of the groups of three after `at`, each behind `sign`; `at` where there is none.
std::size_t groups_end(std::string_view text, std::size_t at, char sign) {
  while (has_byte(text, at, sign) && digits_end(text, at + 1) == at + 4) at += 4;
  return at;
}

/// The digits of [begin, end) with `decimal` as decimal sign; other signs are passed over.
double value_of(std::string_view text, char decimal) {
  std::array<char, most_digits + 1> plain{};
  std::size_t size = 0;
  for (const char c : text) {
    if (size == most_digits) break;
    if (c >= '0' && c <= '9') plain[size++] = c;
    if (c == decimal) plain[size++] = '.';
  }
  double value = 0;
  std::from_chars(plain.data(), plain.data() + size, value);
  return value;
}

}  // namespace

std::optional<NumberMatch> match_number(std::string_view text, std::size_t at) {
  if (!is_digit(text, at)) return std::nullopt;
  const std::size_t whole = digits_end(text, at);
  const bool short_head = whole - at <= 3;
  const std::size_t grouped = short_head ? groups_end(text, whole, '.') : whole;
  // 1,000,000: two groups at least, for 1,000 is one with three decimals.
  const std::size_t foreign = short_head ? groups_end(text, whole, ',') : whole;
  if (grouped == whole && foreign >= whole + 8) {
    return NumberMatch{value_of(text.substr(at, foreign - at), '\0'), foreign, false};
  }
  std::size_t end = grouped;
  char decimal = ',';
  if (has_byte(text, end, ',') && is_digit(text, end + 1)) {
    end = digits_end(text, end + 1);
  } else if (grouped == whole && has_byte(text, end, '.') && is_digit(text, end + 1)) {
    const std::size_t fraction = digits_end(text, end + 1);
    // 2.5, but neither 2.1.3 nor 21.10.2019.
    if (!(has_byte(text, fraction, '.') && is_digit(text, fraction + 1))) {
      end = fraction;
      decimal = '.';
    }
  }
  return NumberMatch{value_of(text.substr(at, end - at), end == grouped ? '\0' : decimal), end,
                     end == whole};
}

std::optional<double> parse_number(std::string_view text) {
  const auto number = match_number(text, 0);
  if (!number || number->end != text.size()) return std::nullopt;
  const std::size_t whole = digits_end(text, 0);
  const std::size_t grouped = whole <= 3 ? groups_end(text, whole, '.') : whole;
  const bool decimal = has_byte(text, grouped, ',') && digits_end(text, grouped + 1) == text.size();
  if (grouped != text.size() && !decimal) return std::nullopt;
  return number->value;
}

}  // namespace vanban::tokens

// What a reader of scans makes of "100%", "năm 2025", "15/6/2025" is "l00%", "năm 2O25",
// "l5/6/2025". Of words in between nobody knows what they were ("5l" are five litres), but shares,
// dates and what stands behind "năm", "tháng" and "ngày" are numbers.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "language/letters.hpp"
#include "read/characters.hpp"
#include "repair/passes.hpp"
#include "repair/signs.hpp"

namespace vanban::repair_stage {
namespace {

using read::is_digit;

constexpr double confidence = 0.98;

struct Lookalike {
  char printed;
  char meant;
};
constexpr Lookalike lookalikes[] = {{'l', '1'}, {'I', '1'}, {'O', '0'}, {'o', '0'}};

/// The digit that a sign is or looks like; the sign itself for all others.
char digit_of(char byte) {
  const auto* const row = std::ranges::find(lookalikes, byte, &Lookalike::printed);
  return row == std::end(lookalikes) ? byte : row->meant;
}

bool is_letter_at(std::string_view text, std::size_t at) {
  return language::letter_length(text.data() + at, text.data() + text.size()) != 0;
}

/// A number that is printed with letters.
struct Number {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string digits;  ///< with the points, commas and slashes between
};

/// A number may stand right behind this sign: not in a link, a formula, a path.
bool may_precede(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '(' || byte == '|' || byte == '"' ||
         byte == '*';
}

/// The number around `at`, if it has a digit of its own and nothing else beside it.
Number number_around(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 12;
  const auto belongs = [text](std::size_t i) {
    const char byte = digit_of(text[i]);
    return is_digit(byte) || byte == '.' || byte == ',' || byte == '/';
  };
  Number number{at, at, {}};
  while (number.begin > 0 && at - number.begin < longest && belongs(number.begin - 1)) {
    --number.begin;
  }
  while (number.end < text.size() && number.end - at < longest && belongs(number.end)) {
    ++number.end;
  }
  while (number.end > number.begin && !is_digit(digit_of(text[number.end - 1]))) --number.end;
  while (number.begin < number.end && !is_digit(digit_of(text[number.begin]))) ++number.begin;
  const std::string_view printed = text.substr(number.begin, number.end - number.begin);
  const bool joined = (number.begin > 0 && !may_precede(text[number.begin - 1])) ||
                      (number.end < text.size() && is_letter_at(text, number.end));
  if (joined || printed.size() > longest || std::ranges::none_of(printed, is_digit)) return {};
  number.digits.resize(printed.size());
  std::ranges::transform(printed, number.digits.begin(), digit_of);
  return number.digits == printed ? Number{} : number;
}

/// The value of some digits alone; 0 where they are none or too many.
std::size_t value_of(std::string_view digits, std::size_t most) {
  if (digits.empty() || digits.size() > most || !std::ranges::all_of(digits, is_digit)) return 0;
  std::size_t value = 0;
  for (const char digit : digits) value = value * 10 + static_cast<std::size_t>(digit - '0');
  return value;
}

bool is_year(std::string_view digits) {
  const std::size_t value = value_of(digits, 4);
  return value >= 1900 && value < 2100;
}

/// "15/6/2025"
bool is_date(std::string_view digits) {
  const std::size_t first = digits.find('/');
  const std::size_t second = digits.find('/', std::min(first, digits.size() - 1) + 1);
  if (first == std::string_view::npos || second == std::string_view::npos) return false;
  const std::size_t day = value_of(digits.substr(0, first), 2);
  const std::size_t month = value_of(digits.substr(first + 1, second - first - 1), 2);
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 && is_year(digits.substr(second + 1));
}

/// "100", "99,5"
bool is_share(std::string_view digits) {
  constexpr std::size_t most = 3;
  const std::size_t point = std::min(digits.find_first_of(".,"), digits.size());
  const std::string_view rest = digits.substr(std::min(point + 1, digits.size()));
  return point > 0 && value_of(digits.substr(0, point), most) <= 100 &&
         std::ranges::all_of(digits.substr(0, point), is_digit) &&
         std::ranges::all_of(rest, is_digit) && (digits.front() != '0' || point == 1);
}

/// The last sign of what is printed is "l" or "o": litres and degrees stand behind numbers, too.
bool may_have_unit(std::string_view text, const Number& number) {
  const char last = text[number.end - 1];
  return last == 'l' || last == 'o';
}

/// Behind "%" the word is over: no link, no remainder of a division.
bool ends_share(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '%') return false;
  constexpr std::string_view joining = "@-_/=&";
  return at + 1 >= text.size() ||
         (!is_digit(digit_of(text[at + 1])) && text[at + 1] != '%' &&
          joining.find(text[at + 1]) == std::string_view::npos && !is_letter_at(text, at + 1));
}

/// Behind a date the word is over, too: no path, no name of a file.
bool ends_date(std::string_view text, std::size_t at) {
  if (at >= text.size()) return true;
  if (text[at] == '/' || text[at] == '-' || text[at] == '_') return false;
  return text[at] != '.' || at + 1 >= text.size() || !is_letter_at(text, at + 1);
}

/// What is behind a number that may have a unit goes on with a date.
bool goes_on_as_date(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  return rest.starts_with(" tháng ") || rest.starts_with(" năm ") || rest.starts_with('/');
}

/// What stands before a number and tells what it may be.
struct Leader {
  std::string_view word;
  std::size_t most_digits;
  std::size_t least;
  std::size_t most;
};
constexpr Leader leaders[] = {{"năm", 4, 1900, 2099}, {"tháng", 2, 1, 12}, {"ngày", 2, 1, 31}};
/// Before such a word they make it a rhythm, behind which stands how much: "mỗi ngày 2l nước".
constexpr std::string_view rhythms[] = {"mỗi ", "một ", "hằng ", "hàng ", "ban ", "từng ", "/"};

bool is_led(std::string_view text, const Number& number) {
  constexpr std::size_t longest_word = 20;  // bytes of "hằng tháng"
  if (number.begin == 0 || text[number.begin - 1] != ' ') return false;
  const std::size_t end = number.begin - 1;
  const std::size_t from = end - std::min(end, longest_word);
  const std::string lower = language::fold(text.substr(from, end - from));
  const auto* const leader = std::ranges::find_if(
      leaders, [&lower](const Leader& row) { return lower.ends_with(row.word); });
  if (leader == std::end(leaders)) return false;
  const std::string_view before =
      std::string_view(lower).substr(0, lower.size() - leader->word.size());
  const auto ends = [before](std::string_view word) { return before.ends_with(word); };
  if (std::ranges::any_of(rhythms, ends)) return false;
  if (!before.empty() && before.back() != ' ' && before.back() != '\n' && before.back() != '(') {
    return false;
  }
  // A year of four figures that ends a clause has none.
  const bool year = leader->most_digits == 4 &&
                    (number.end >= text.size() ||
                     std::string_view("\n,.;:)").find(text[number.end]) != std::string_view::npos);
  if (may_have_unit(text, number) && !year && !goes_on_as_date(text, number.end)) return false;
  const std::size_t value = value_of(number.digits, leader->most_digits);
  return value >= leader->least && value <= leader->most;
}

}  // namespace

EditList find_misread_digits(std::string_view text) {
  EditList edits;
  for (std::size_t at = find_sign(text, 0, Sign::digit); at < text.size();
       at = find_sign(text, at + 1, Sign::digit)) {
    if (!edits.empty() && at < edits.back().end) continue;
    const Number number = number_around(text, at);
    if (number.digits.empty()) continue;
    const bool share =
        ends_share(text, number.end) && is_share(number.digits) && !may_have_unit(text, number);
    const bool date = is_date(number.digits) && ends_date(text, number.end);
    if (!share && !date && !is_led(text, number)) continue;
    edits.push_back({static_cast<std::uint32_t>(number.begin),
                     static_cast<std::uint32_t>(number.end), number.digits, RepairKind::ocr,
                     confidence});
  }
  return edits;
}

}  // namespace vanban::repair_stage

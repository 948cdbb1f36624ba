#include "tokens/marker.hpp"

#include <array>

#include "tokens/fold.hpp"
#include "tokens/symbol.hpp"

namespace vanban::tokens {
namespace {

constexpr std::array<std::string_view, 12> bullets{"+", "*", "•", "·", "●", "○",
                                                   "▪", "■", "◦", "►", "➢", "\xEF\x82\xB7"};

std::size_t roman_end(std::string_view line, std::size_t at) {
  const std::size_t begin = at;
  while (at < line.size() && (line[at] == 'I' || line[at] == 'V' || line[at] == 'X')) ++at;
  return at - begin <= 6 ? at : begin;
}

/// What may end a numbering: . ) / - : "/" is common in Word's own lists ("a/").
bool is_closing(std::string_view line, std::size_t at) {
  return has_byte(line, at, '.') || has_byte(line, at, ')') || has_byte(line, at, '/') ||
         dash_at(line, at) != 0;
}

/// Behind its end sign a numbering has a blank, the line's end or a letter ("1.Mục đích").
std::size_t closed(std::string_view line, std::size_t at) {
  if (!is_closing(line, at)) return npos;
  const bool dash = dash_at(line, at) != 0;
  const bool slash = has_byte(line, at, '/');
  std::size_t end = at + (dash ? dash_at(line, at) : 1);
  if (has_byte(line, at, '.') && has_byte(line, end, ')')) ++end;  // "1.)"
  const bool blank = end >= line.size() || blank_at(line, end) != 0;
  if (dash || slash) return blank ? end : npos;
  return blank || !is_digit(line, end) ? end : npos;
}

/// 1. 1) 2.1. 1.1.1 and "2.1 Title": numbers of at most two digits joined by points.
std::size_t decimal_end(std::string_view line, std::size_t at) {
  std::size_t levels = 0;
  while (true) {
    const std::size_t begin = at;
    while (is_digit(line, at)) ++at;
    if (at == begin || at - begin > 2) return npos;
    ++levels;
    if (!has_byte(line, at, '.') || !is_digit(line, at + 1)) break;
    ++at;
  }
  const std::size_t end = closed(line, at);
  if (end != npos) return end;
  // "2.1 Mục tiêu" is numbered, "2.5 triệu đồng" is a number.
  const std::size_t next = skip_blanks(line, at);
  return levels > 1 && next > at && is_capital(line, next) ? at : npos;
}

}  // namespace

std::size_t match_marker(std::string_view line, std::size_t at) {
  if (at >= line.size()) return npos;
  if (const std::size_t dash = dash_at(line, at)) {
    const std::size_t second = dash_at(line, at + dash);
    const std::size_t end = at + dash + second;
    return dash_at(line, end) == 0 ? end : npos;  // a rule of dashes is none
  }
  for (const std::string_view bullet : bullets) {
    if (line.substr(at, bullet.size()) == bullet) return at + bullet.size();
  }
  if (line[at] == '(') {
    const std::size_t end = word_end(line, at + 1);
    const bool numbering = end > at + 1 && end - at <= 4 && has_byte(line, end, ')');
    if (!numbering) return npos;
    const bool number = is_digit(line, at + 1) || roman_end(line, at + 1) == end ||
                        letter_at(line, at + 1) == end - at - 1;
    return number ? end + 1 : npos;
  }
  if (is_digit(line, at)) return decimal_end(line, at);
  const std::size_t roman = roman_end(line, at);
  if (roman > at && closed(line, roman) != npos) return closed(line, roman);
  const std::size_t letter = letter_at(line, at);
  if (letter == 0) return npos;
  // "Q. GIÁM ĐỐC" looks the same; what a marker means is the outline's affair.
  return is_symbol_letter(line, at) ? closed(line, at + letter) : npos;
}

}  // namespace vanban::tokens

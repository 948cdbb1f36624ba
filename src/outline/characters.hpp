#pragma once

#include <cstddef>
#include <string_view>

#include "language/letters.hpp"

/// What the outline asks of the characters of a line.
namespace vanban::outline {

/// Bytes of the blank at `text[at]`: space, tab, no-break and ideographic space, zero-width signs,
/// control characters that paginate; 0 where there is none.
[[nodiscard]] constexpr std::size_t blank_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const unsigned first = byte(at);
  if (first == ' ' || (first >= 0x09 && first <= 0x0D) || first == 0x1C) return 1;
  if (first == 0xC2) return byte(at + 1) == 0xA0 || byte(at + 1) == 0xAD ? 2 : 0;
  if (first == 0xE2 && byte(at + 1) == 0x80) {
    const unsigned last = byte(at + 2);
    return (last >= 0x80 && last <= 0x8F) || (last >= 0xA8 && last <= 0xAF) ? 3 : 0;
  }
  if (first == 0xE3) return byte(at + 1) == 0x80 && byte(at + 2) == 0x80 ? 3 : 0;
  if (first == 0xEF) return byte(at + 1) == 0xBB && byte(at + 2) == 0xBF ? 3 : 0;
  return 0;
}

/// Where the text that ends at `end` ends without its blanks.
[[nodiscard]] constexpr std::size_t trim_end(std::string_view text, std::size_t begin,
                                             std::size_t end) {
  while (end > begin) {
    std::size_t start = end - 1;
    while (start > begin && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
    if (blank_length(text, start) != end - start) break;
    end = start;
  }
  return end;
}

[[nodiscard]] constexpr std::size_t trim_begin(std::string_view text, std::size_t begin,
                                               std::size_t end) {
  while (begin < end) {
    const std::size_t length = blank_length(text, begin);
    if (length == 0) break;
    begin += length;
  }
  return begin < end ? begin : end;
}

[[nodiscard]] constexpr std::string_view trim(std::string_view text) {
  const std::size_t end = trim_end(text, 0, text.size());
  const std::size_t begin = trim_begin(text, 0, end);
  return text.substr(begin, end - begin);
}

/// Bytes of the letter at `text[at]`, 0 where none stands.
[[nodiscard]] constexpr std::size_t letter_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  return language::letter_length(text.data() + at, text.data() + text.size());
}

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The character at `text[at]` is a capital letter.
[[nodiscard]] constexpr bool is_upper_at(std::string_view text, std::size_t at) {
  const std::size_t length = letter_at(text, at);
  char folded[4] = {};
  return length != 0 && language::fold_letter(text.data() + at, length, folded);
}

/// The character at `text[at]` is a small letter.
[[nodiscard]] constexpr bool is_lower_at(std::string_view text, std::size_t at) {
  const std::size_t length = letter_at(text, at);
  char folded[4] = {};
  return length != 0 && !language::fold_letter(text.data() + at, length, folded);
}

/// The first sign that is no quotation mark, bracket or blank is a small letter.
[[nodiscard]] constexpr bool starts_lower(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_lower_at(text, at)) return true;
    if (letter_at(text, at) != 0 || is_digit(text[at])) return false;
    at += language::code_point_length(text[at]);
  }
  return false;
}

/// Capitals among the letters of `text`: letters, and how many of them are capitals.
struct CaseCount {
  std::size_t letters = 0;
  std::size_t upper = 0;
  /// Printed in capitals: three letters at least, and no small ones but in a few abbreviations.
  [[nodiscard]] constexpr bool is_caps() const { return letters >= 3 && upper * 10 >= letters * 9; }
};

[[nodiscard]] constexpr CaseCount count_case(std::string_view text) {
  CaseCount count;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = letter_at(text, at);
    if (length != 0) {
      char folded[4] = {};
      ++count.letters;
      if (language::fold_letter(text.data() + at, length, folded)) ++count.upper;
      at += length;
    } else {
      at += language::code_point_length(text[at]);
    }
  }
  return count;
}

[[nodiscard]] constexpr std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

/// How a line or a text ends.
enum class EndMark : unsigned char {
  none,      ///< in the middle of a phrase, as far as one sees
  comma,     ///< certainly goes on
  hyphen,    ///< a hyphen right behind a word: goes on without a blank
  colon,     ///< announces what follows
  semicolon,
  stop  ///< . ! ? and "./."
};

[[nodiscard]] constexpr EndMark end_mark(std::string_view text) {
  std::size_t end = trim_end(text, 0, text.size());
  // Closing quotation marks and brackets hide the mark before them.
  while (end > 0) {
    const char c = text[end - 1];
    if (c == '"' || c == ')' || c == ']' || c == '\'' || c == '*') {
      --end;
    } else if (end >= 3 && text.substr(end - 3, 3) == "\xE2\x80\x9D") {  // ”
      end -= 3;
    } else {
      break;
    }
  }
  if (end == 0) return EndMark::none;
  const bool hidden = end != trim_end(text, 0, text.size());
  switch (text[end - 1]) {
    case '.':
    case '!':
    case '?': return EndMark::stop;
    case ';': return EndMark::semicolon;
    case ':': return EndMark::colon;
    case ',': return hidden ? EndMark::none : EndMark::comma;
    case '-':
      return !hidden && end >= 2 && (letter_at(text, end - 2) != 0 || is_digit(text[end - 2]))
                 ? EndMark::hyphen
                 : EndMark::none;
    default: return EndMark::none;
  }
}

}  // namespace vanban::outline

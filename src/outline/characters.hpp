#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "tokens/fold.hpp"

/// What the outline asks of the characters of a line.
namespace vanban::outline {

using tokens::is_capital;
using tokens::is_small;
using tokens::letter_at;

/// Bytes of the blank at `text[at]`: space, tab, no-break and ideographic space, zero-width signs,
/// control characters that paginate; 0 where there is none.
[[nodiscard]] constexpr std::size_t blank_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const unsigned first = byte(at);
  if (first > ' ' && first < 0x80) return 0;
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

/// `text` begins with `phrase`, which is not empty: a look at its first and last byte sorts out
/// nearly all rows of a table.
[[nodiscard]] constexpr bool opens_with(std::string_view text, std::string_view phrase) {
  const std::size_t size = phrase.size();
  return text.size() >= size && text[0] == phrase[0] && text[size - 1] == phrase[size - 1] &&
         text.starts_with(phrase);
}

/// `text` ends with `phrase`: the same.
[[nodiscard]] constexpr bool closes_with(std::string_view text, std::string_view phrase) {
  const std::size_t size = phrase.size();
  return text.size() >= size && text.back() == phrase.back() &&
         text[text.size() - size] == phrase[0] && text.ends_with(phrase);
}

[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The first sign that is no quotation mark, bracket or blank is a small letter.
[[nodiscard]] constexpr bool starts_lower(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_small(text, at)) return true;
    if (letter_at(text, at) != 0 || is_digit(text[at])) return false;
    at += language::code_point_length(text[at]);
  }
  return false;
}

/// No letter and no digit: a rule, an empty bullet, left-over marks. Layout, not text.
[[nodiscard]] constexpr bool says_nothing(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_digit(text[at]) || letter_at(text, at) != 0) return false;
    // Of other scripts everything counts but the signs of Latin-1 and what stands from U+2000 to
    // U+2FFF, U+3000 to U+303F, and in the private use area (bullets of symbol fonts).
    const auto lead = static_cast<unsigned char>(text[at]);
    const bool wide =
        (lead >= 0xE0 && lead != 0xE2 && lead != 0xEE && lead != 0xEF) || lead >= 0xF0;
    const bool ideographic_sign = lead == 0xE3 && at + 1 < text.size() && text[at + 1] == '\x80';
    if ((wide && !ideographic_sign) || (lead >= 0xD5 && lead < 0xE0)) return false;
    at += language::code_point_length(text[at]);
  }
  return true;
}

[[nodiscard]] constexpr bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += language::code_point_length(text[at])) {
    if (letter_at(text, at) != 0) return true;
  }
  return false;
}

[[nodiscard]] constexpr bool has_capital(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += language::code_point_length(text[at])) {
    if (is_capital(text, at)) return true;
  }
  return false;
}

/// More than one letter in ten of `text` must be small: the first bytes of most lines tell. Without
/// a branch in the loop, so that the compiler takes many bytes at once.
[[nodiscard]] constexpr bool is_surely_small(std::string_view text) {
  constexpr std::size_t block = 32;
  if (text.size() < block) return false;
  unsigned char small = 0;
  for (std::size_t i = 0; i < block; ++i) {
    const bool is_small = static_cast<unsigned char>(text[i] - 'a') <= 'z' - 'a';
    small = static_cast<unsigned char>(small + (is_small ? 1 : 0));
  }
  return std::size_t{small} * 10 > text.size();
}

/// Printed in capitals: three letters at least, and no small ones but in a few abbreviations.
[[nodiscard]] constexpr bool is_caps(std::string_view text) {
  if (is_surely_small(text)) return false;
  std::size_t upper = 0;
  std::size_t small = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = letter_at(text, at);
    if (length == 0) {
      at += language::code_point_length(text[at]);
      continue;
    }
    std::array<char, 4> folded{};
    if (language::fold_letter(text.data() + at, length, folded.data())) {
      ++upper;
    } else {
      ++small;
      // One letter in ten may be small: most texts have too many long before their end.
      if (small * 9 > upper + (text.size() - at - length)) return false;
    }
    at += length;
  }
  return upper + small >= 3 && small * 9 <= upper;
}

/// One word of one or two capitals with a vowel, and figures: "ỦY", "KỲ 2026 - 2031", not "TT".
[[nodiscard]] constexpr bool is_short_caps(std::string_view text) {
  std::size_t letters = 0;
  bool vowel = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = letter_at(text, at);
    if (length == 0) {
      at += language::code_point_length(text[at]);
      continue;
    }
    if (!is_capital(text, at) || ++letters > 2) return false;
    // Of the letters of one byte these are vowels; those of several are, but for Đ.
    constexpr std::string_view plain_vowels = "AEIOUY";
    vowel = vowel || (length == 1 ? plain_vowels.find(text[at]) != std::string_view::npos
                                  : text.substr(at, length) != "\xC4\x90");
    at += length;
  }
  return letters != 0 && vowel;
}

[[nodiscard]] constexpr std::size_t count_code_points(std::string_view text) {
  // In blocks whose count fits a byte, so that the compiler takes many bytes at once.
  constexpr std::size_t block = 128;
  std::size_t count = 0;
  while (!text.empty()) {
    const std::size_t size = text.size() < block ? text.size() : block;
    unsigned char begins = 0;
    for (std::size_t i = 0; i < size; ++i) {
      begins = static_cast<unsigned char>(begins +
                                          (static_cast<signed char>(text[i]) >= -0x40 ? 1U : 0U));
    }
    count += begins;
    text.remove_prefix(size);
  }
  return count;
}

/// How a line or a text ends.
enum class EndMark : unsigned char {
  none,    ///< in the middle of a phrase, as far as one sees
  comma,   ///< certainly goes on
  hyphen,  ///< a hyphen right behind a word: goes on without a blank
  colon,   ///< announces what follows
  semicolon,
  stop  ///< . ! ? and "./."
};

[[nodiscard]] constexpr EndMark end_mark(std::string_view text) {
  // Most texts end with one of these, or with a plain letter.
  const char plain = text.empty() ? ' ' : text.back();
  switch (plain) {
    case '.': return EndMark::stop;
    case ';': return EndMark::semicolon;
    case ':': return EndMark::colon;
    case ',': return EndMark::comma;
    default: break;
  }
  if (plain >= 'a' && plain <= 'z') return EndMark::none;
  const std::size_t last = trim_end(text, 0, text.size());
  std::size_t end = last;
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
  const bool hidden = end != last;
  switch (text[end - 1]) {
    case '.':
    case '!':
    case '?': return EndMark::stop;
    case ';': return EndMark::semicolon;
    case ':': return EndMark::colon;
    case ',': return hidden ? EndMark::none : EndMark::comma;
    case '-': {
      if (hidden || end < 2) return EndMark::none;
      const std::size_t before = tokens::step_back(text, end - 1);
      return letter_at(text, before) != 0 || is_digit(text[before]) ? EndMark::hyphen
                                                                    : EndMark::none;
    }
    default: return EndMark::none;
  }
}

/// Whether each of a list "A, B, C" begins with a capital.
[[nodiscard]] constexpr bool are_capitals(std::string_view list) {
  for (std::size_t at = 0; at < list.size();) {
    if (!is_capital(list, at)) return false;
    const std::size_t comma = list.find(", ", at);
    at = comma == std::string_view::npos ? list.size() : comma + 2;
  }
  return true;
}

}  // namespace vanban::outline

#pragma once

#include <array>

/// Classes of bytes, without a locale.
namespace vanban::read {

constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The first byte of a letter in UTF-8: ASCII, Latin, Greek, Cyrillic, and U+1000 to U+1FFF, where
/// the letters with two marks stand. Dashes, quotation marks and bullets (E2 ...) are none.
constexpr bool begins_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return is_ascii_letter(c) || (byte >= 0xC3 && byte <= 0xDF) || byte == 0xE1;
}

/// A byte of a character that is neither ASCII punctuation nor a blank.
constexpr bool is_word_byte(char c) {
  return is_ascii_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// A code point in UTF-8.
struct Utf8 {
  std::array<char, 4> bytes{};
  unsigned char size = 0;
};

/// `point` is at most U+10FFFF and no surrogate.
constexpr Utf8 utf8_of(char32_t point) {
  Utf8 out;
  const auto put = [&out](char32_t byte) { out.bytes[out.size++] = static_cast<char>(byte); };
  if (point < 0x80) {
    put(point);
  } else if (point < 0x800) {
    put(0xC0U | (point >> 6U));
    put(0x80U | (point & 0x3FU));
  } else {
    if (point < 0x10000) {
      put(0xE0U | (point >> 12U));
    } else {
      put(0xF0U | (point >> 18U));
      put(0x80U | ((point >> 12U) & 0x3FU));
    }
    put(0x80U | ((point >> 6U) & 0x3FU));
    put(0x80U | (point & 0x3FU));
  }
  return out;
}

}  // namespace vanban::read

#pragma once

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

}  // namespace vanban::read

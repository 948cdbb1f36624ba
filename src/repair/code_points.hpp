#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

/// Code points of UTF-8, for the few places that a scan found. A byte that is part of no sequence
/// counts as one code point, U+FFFD: nothing here reads past the end.
namespace vanban::repair_stage {

struct CodePoint {
  char32_t value = 0;
  std::size_t length = 0;  ///< bytes; 0 at an end of the text
};

[[nodiscard]] constexpr bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Both are of it.
struct CodePointRange {
  char32_t first;
  char32_t last;
};

[[nodiscard]] constexpr bool is_in(std::span<const CodePointRange> ranges, char32_t point) {
  return std::ranges::any_of(ranges, [point](const CodePointRange& range) {
    return point >= range.first && point <= range.last;
  });
}

/// A combining mark of those that Latin letters take.
[[nodiscard]] constexpr bool is_combining(char32_t point) {
  return point >= 0x300 && point < 0x370;
}

/// The code point that starts at `at`.
[[nodiscard]] constexpr CodePoint code_point_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (length == 1 || at + length > text.size()) return {0xFFFD, 1};
  char32_t value = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(text[at + i])) return {0xFFFD, 1};
    value = (value << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  }
  return {value, length};
}

/// The code point that ends at `at`.
[[nodiscard]] constexpr CodePoint code_point_before(std::string_view text, std::size_t at) {
  if (at == 0) return {};
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && is_continuation(text[begin])) --begin;
  const CodePoint point = code_point_at(text, begin);
  if (begin + point.length == at) return point;
  return {0xFFFD, 1};
}

/// Writes `value` to `to`, which has room for four bytes; gives the bytes that it takes.
constexpr std::size_t put_code_point(char* to, char32_t value) {
  const auto byte = [](char32_t bits) { return static_cast<char>(bits); };
  if (value < 0x80) {
    to[0] = byte(value);
    return 1;
  }
  if (value < 0x800) {
    to[0] = byte(0xC0U | (value >> 6U));
    to[1] = byte(0x80U | (value & 0x3FU));
    return 2;
  }
  if (value < 0x10000) {
    to[0] = byte(0xE0U | (value >> 12U));
    to[1] = byte(0x80U | ((value >> 6U) & 0x3FU));
    to[2] = byte(0x80U | (value & 0x3FU));
    return 3;
  }
  to[0] = byte(0xF0U | (value >> 18U));
  to[1] = byte(0x80U | ((value >> 12U) & 0x3FU));
  to[2] = byte(0x80U | ((value >> 6U) & 0x3FU));
  to[3] = byte(0x80U | (value & 0x3FU));
  return 4;
}

inline void append_code_point(std::string& text, char32_t value) {
  char bytes[4];
  text.append(bytes, put_code_point(bytes, value));
}

}  // namespace vanban::repair_stage

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "language/letters.hpp"
#include "language/syllable.hpp"

/// Letters as small numbers, for tables that have a row a letter, and Vietnamese letters taken
/// apart: base letter, shape, tone.
namespace vanban::language {

/// Code points of the Latin script, densely.
inline constexpr std::size_t letter_count = 0x200 + 0x100;

/// The number of the letter that `bytes` begin with; 0 for any other sign.
[[nodiscard]] constexpr std::uint16_t letter_index(std::string_view bytes) {
  if (bytes.empty()) return 0;
  const unsigned lead = static_cast<unsigned char>(bytes[0]);
  unsigned point = lead;
  if (lead >= 0x80) {
    const std::size_t length = code_point_length(bytes[0]);
    if (bytes.size() < length || length == 4) return 0;
    point = lead & (length == 2 ? 0x1FU : 0x0FU);
    for (std::size_t i = 1; i < length; ++i) {
      point = (point << 6U) | (static_cast<unsigned char>(bytes[i]) & 0x3FU);
    }
  }
  if (point < 0x200) return static_cast<std::uint16_t>(point);
  if (point >= 0x1E00 && point < 0x1F00) return static_cast<std::uint16_t>(0x200 + point - 0x1E00);
  return 0;
}

/// The other case of the letter, 0 where the script has none. Of a capital, 0.
[[nodiscard]] constexpr std::size_t capital_or_none(std::size_t index) {
  if (index < 0x80) return index >= 'a' && index <= 'z' ? index - 32 : 0;
  if (index < 0x100) return index >= 0xE0 && index != 0xF7 && index != 0xFF ? index - 32 : 0;
  if (index == 0x1B0) return 0x1AF;  // ư
  if (index == 0x1A1) return 0x1A0;  // ơ
  // Ă Đ Ĩ Ũ and their block, and all letters with two marks: pairs that begin at an even number.
  const bool paired = (index < 0x138) || (index >= 0x14A && index < 0x178) || index >= 0x200;
  return paired && (index & 1U) != 0 ? index - 1 : 0;
}

/// The capital of a small letter, and the sign itself for all others.
[[nodiscard]] constexpr std::uint16_t capital_of(std::uint16_t index) {
  const std::size_t capital = capital_or_none(index);
  return capital == 0 ? index : static_cast<std::uint16_t>(capital);
}

/// Appends the letter with number `index` as UTF-8.
void append_letter(std::uint16_t index, std::string& text);

/// What makes â, ă, ơ and đ of a, a, o and d.
enum class Shape : std::uint8_t { none, circumflex, breve, horn, stroke };

/// "ệ": base e, circumflex, dot. Letters without marks are their own base; base is 0 for what is no
/// letter of the Vietnamese alphabet (nor f, j, w, z).
struct LetterParts {
  char base = 0;
  Shape shape = Shape::none;
  Tone tone = Tone::level;
  [[nodiscard]] bool marked() const { return shape != Shape::none || tone != Tone::level; }
  friend bool operator==(const LetterParts&, const LetterParts&) = default;
};

/// Parts of a small letter, by its number.
[[nodiscard]] LetterParts letter_parts(std::uint16_t index);

/// The small letter with these parts, 0 where there is none.
[[nodiscard]] std::uint16_t letter_with(const LetterParts& parts);

/// The letter without marks, of any language: ö is an o. 0 for what is no Latin letter with marks
/// that readers of scans see.
[[nodiscard]] char bare_letter(std::uint16_t index);

/// A word in lower case without its marks: "điều" -> "dieu", "thöng" -> "thong"; empty where a
/// letter has no bare one.
[[nodiscard]] std::string without_marks(std::string_view lower);

/// A word in lower case with all letters raised, or its first.
[[nodiscard]] std::string with_capitals(std::string_view word, bool all, bool first);

}  // namespace vanban::language

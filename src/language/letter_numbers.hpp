#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "language/syllable.hpp"

/// Letters as small numbers, for tables that have a row a letter, and Vietnamese letters taken
/// apart: base letter, shape, tone.
namespace vanban::language {

/// Code points of the Latin script, densely.
inline constexpr std::size_t letter_count = 0x200 + 0x100;

/// The number of the letter that `bytes` begin with; 0 for any other sign.
[[nodiscard]] std::uint16_t letter_index(std::string_view bytes);

/// The capital of a small letter, and the sign itself for all others.
[[nodiscard]] std::uint16_t capital_of(std::uint16_t index);

/// The other case of the letter, 0 where the script has none. Of a capital, 0.
[[nodiscard]] std::size_t capital_or_none(std::size_t index);

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

/// The letter without marks, of any language: ö is an o. 0 for what is no Latin letter with marks
/// that readers of scans see.
[[nodiscard]] char bare_letter(std::uint16_t index);

/// A word in lower case without its marks: "điều" -> "dieu", "thöng" -> "thong"; empty where a
/// letter has no bare one.
[[nodiscard]] std::string without_marks(std::string_view lower);

}  // namespace vanban::language

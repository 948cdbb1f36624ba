#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vanban::language {

enum class Tone : std::uint8_t { level, grave, acute, hook, tilde, dot };

/// Whether `word` (NFC, any letter case) is spelt as a Vietnamese syllable may be: an onset, a rime
/// and at most one tone mark, on the letter where the new (hoà) or the old placement (hòa) puts
/// it; a rime that ends in c, ch, p or t has the acute or the dot.
[[nodiscard]] bool is_syllable(std::string_view word);

/// The same syllable with its mark in the other placement, in lower case: "hoà" for "hòa"; empty
/// where both are one, and for what is no syllable.
[[nodiscard]] std::string other_placement(std::string_view syllable);

}  // namespace vanban::language

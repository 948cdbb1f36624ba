#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace vanban::repair_stage {

enum class LookalikeGroup : std::uint8_t { vietnamese, accent, tilde, cyrillic, greek };

struct Lookalike {
  char32_t code_point;
  std::string_view letter;  ///< what it stands for
  LookalikeGroup group;
};

inline constexpr auto lookalike_table = std::to_array<Lookalike>({
#include "repair/lookalikes.inc"
});
static_assert(std::ranges::is_sorted(lookalike_table, {}, &Lookalike::code_point));

/// Vowels that only romanisations of other languages have, with a macron, and those with a caron
/// that look like no Vietnamese letter, which may be slips.
inline constexpr std::u32string_view macron_vowels = U"ĀāĒēĪīŌōŪū";
inline constexpr std::u32string_view caron_vowels = U"ĚěǏǐǑǒǓǔǕǖǗǘǙǚ";
/// Letters of the languages of the Central Highlands, which write vowels with a breve, too ("Čư
/// Kŭi"): what no slip makes, and the breves that look like a Vietnamese tilde.
inline constexpr std::u32string_view highland_letters = U"ČčƀɃƁɓ";

/// The row of `code_point`, or null.
[[nodiscard]] const Lookalike* find_lookalike(char32_t code_point);

}  // namespace vanban::repair_stage

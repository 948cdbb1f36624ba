#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace vanban::read {

struct CharacterName {
  std::string_view name;
  char32_t code_point;
};

/// Names of characters in HTML: "ocirc".
inline constexpr auto character_names = std::to_array<CharacterName>({
#include "read/character_names.inc"
});
static_assert(std::ranges::is_sorted(character_names, {}, &CharacterName::name));

/// The code point of that name, 0 where none has it.
[[nodiscard]] constexpr char32_t named_character(std::string_view name) {
  const auto* const row = std::ranges::lower_bound(character_names, name, {}, &CharacterName::name);
  return row != character_names.end() && row->name == name ? row->code_point : 0;
}

}  // namespace vanban::read

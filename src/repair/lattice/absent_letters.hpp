#pragma once

#include <array>
#include <string_view>

#include "language/letter_numbers.hpp"

namespace vanban::repair_stage::lattice {

/// Small letters that any Vietnamese text of this length has, and this one hardly.
struct AbsentLetters {
  /// How many of each are wanting, by the letter's number; 0 for letters that are there.
  std::array<float, language::letter_count> wanting{};
  bool any = false;
  /// That letters are gone was proven before anybody asked which are absent.
  bool also_proven = false;
};

/// Of a text whose letters have their usual shares but for a few. Where many are absent the text is
/// damaged otherwise, or not Vietnamese, and none is named.
[[nodiscard]] AbsentLetters find_absent_letters(std::string_view text);

}  // namespace vanban::repair_stage::lattice

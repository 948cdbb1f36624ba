#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace vanban::repair_stage::remarks {

/// An abbreviation in capitals.
struct Abbreviation {
  enum class Use : std::uint8_t {
    known,   ///< it is one: nothing to remark
    offered  ///< and what a misprint of one letter may mean
  };
  std::string_view letters;
  Use use;
};

/// Sorted by their bytes.
inline constexpr Abbreviation abbreviations[] = {
#include "repair/remarks/abbreviations.inc"
};

[[nodiscard]] inline bool is_abbreviation(std::string_view letters) {
  return std::ranges::binary_search(abbreviations, letters, {}, &Abbreviation::letters);
}

}  // namespace vanban::repair_stage::remarks

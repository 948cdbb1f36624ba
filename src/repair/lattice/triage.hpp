#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/language_model.hpp"
#include "vanban/span.hpp"

namespace vanban::repair_stage::lattice {

/// The places of a text that read badly, each with some words on either side; overlapping ones are
/// one. In order. One walk without allocation but for the result.
struct Suspects {
  std::vector<TextSpan> places;
  std::uint32_t words = 0;  ///< of the whole text
};
[[nodiscard]] Suspects find_suspects(std::string_view text, const language::LanguageModel& model);

}  // namespace vanban::repair_stage::lattice

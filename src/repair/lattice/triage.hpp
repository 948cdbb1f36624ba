#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/language_model.hpp"
#include "repair/lattice/restore.hpp"
#include "vanban/span.hpp"

namespace vanban::repair_stage::lattice {

/// The places of a text that read badly, each with some words on either side; overlapping ones are
/// one. In order.
struct Suspects {
  std::vector<TextSpan> places;
  std::uint32_t words = 0;  ///< of the whole text
};

/// One walk without allocation but for the result; `visit`, where given, is shown each of its
/// words.
[[nodiscard]] Suspects find_suspects(std::string_view text, const language::LanguageModel& model,
                                     const WordVisitor& visit = {});

}  // namespace vanban::repair_stage::lattice

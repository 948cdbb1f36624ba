#pragma once

#include <array>
#include <string_view>

#include "language/language_model.hpp"
#include "repair/edit.hpp"
#include "repair/lattice/triage.hpp"

namespace vanban::repair_stage::lattice {

/// Consonants that syllables begin with, where they are several.
inline constexpr auto onset_clusters =
    std::to_array<std::string_view>({"ch", "gh", "kh", "ng", "ngh", "nh", "ph", "th", "tr"});

/// Adds to `edits` of `text` what a hand slipped at: "ngiêm túc", "kế hoạhc", "đoanf thể",
/// "UBNDxã". One alone is evidence enough, for no syllable is spelled so, and one alone is near
/// that usually stands beside its neighbours.
void add_mistyped(std::string_view text, const Suspects& suspects,
                  const language::LanguageModel& model, EditList& edits);

}  // namespace vanban::repair_stage::lattice

#pragma once

#include <cstdint>
#include <string_view>

#include "language/language_model.hpp"
#include "repair/edit.hpp"
#include "repair/lattice/triage.hpp"

namespace vanban::repair_stage::lattice {

/// What was found of a text before.
struct Findings {
  std::uint32_t misread = 0;  ///< signs that a scanner has surely taken for others
};

/// Restores words whose letters were lost, one edit a syllable, from its damaged start (with the
/// blank of a lost first letter) to its end. `text` is valid UTF-8 in NFC, shorter than 4 GiB. A
/// text that shows no damage comes back without edits, after one fast walk over it, or after none
/// where what it finds is given.
[[nodiscard]] EditList restore(std::string_view text, const language::LanguageModel& model,
                               Findings findings = {});
[[nodiscard]] EditList restore(std::string_view text, const language::LanguageModel& model,
                               const Suspects& suspects, Findings findings);

/// Two rounds of edits as one: `first` made the text `between`, of which `second` are edits.
[[nodiscard]] EditList compose(const EditList& first, std::string_view between,
                               const EditList& second);

}  // namespace vanban::repair_stage::lattice

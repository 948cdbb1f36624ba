#pragma once

#include <functional>
#include <string_view>

#include "language/language_model.hpp"
#include "language/surprise.hpp"
#include "repair/edit.hpp"

namespace vanban::repair_stage::lattice {

using WordVisitor = std::function<void(const language::ReadWord&)>;

/// Restores words whose letters were lost, one edit a syllable, from its damaged start (with the
/// blank of a lost first letter) to its end. `text` is valid UTF-8 in NFC, shorter than 4 GiB. A
/// text that shows no damage comes back without edits, after one fast walk over it; `visit`, where
/// given, is shown the words of that walk.
[[nodiscard]] EditList restore(std::string_view text, const language::LanguageModel& model,
                               const WordVisitor& visit = {});

/// Two rounds of edits as one: `first` made the text `between`, of which `second` are edits.
[[nodiscard]] EditList compose(const EditList& first, std::string_view between,
                               const EditList& second);

}  // namespace vanban::repair_stage::lattice

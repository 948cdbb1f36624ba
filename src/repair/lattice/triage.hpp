#pragma once

#include <string_view>

#include "language/language_model.hpp"

namespace vanban::repair_stage::lattice {

/// Whether some place of the text reads badly and has blanks that may be letters: without one the
/// lattice would find nothing. One walk without allocation, several times faster than the lattice.
[[nodiscard]] bool shows_damage(std::string_view text, const language::LanguageModel& model);

}  // namespace vanban::repair_stage::lattice

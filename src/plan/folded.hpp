#pragma once

#include <string>
#include <string_view>

#include "language/letters.hpp"
#include "language/tone_places.hpp"

namespace vanban::plan {

/// Text as the tables of this stage compare it: in lower case and with the tone mark where today's
/// spelling has it ("Uỷ" is "ủy"); same length, and every word begins and ends where it did.
[[nodiscard]] inline std::string folded(std::string_view text) {
  return language::place_tones(language::fold(text));
}

}  // namespace vanban::plan

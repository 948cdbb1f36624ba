#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/language_model.hpp"

namespace vanban::language {

/// How badly a line reads.
struct LineSurprise {
  std::uint32_t begin = 0;  ///< bytes of the line, without its line end
  std::uint32_t end = 0;
  float worst = 0;  ///< nats: the largest cost of a word plus half of the one before it
};

/// Above this, a line of a document that may be damaged is looked at closely. Of sound lines
/// some 5 % lie above, of damaged ones 80 % and more.
inline constexpr float surprising = 14;

/// Nats that a spelling adds to the cost of `unknown`: letters of no known word.
[[nodiscard]] float spelling_cost(WordId id, unsigned letters);

/// Lines that hold a word, in order, with their worst surprise. A line break is no boundary where
/// the line before reads on.
[[nodiscard]] std::vector<LineSurprise> line_surprises(std::string_view text,
                                                       const LanguageModel& model);

/// What one walk over a text finds.
struct SurpriseSummary {
  std::uint32_t words = 0;
  std::uint32_t surprises = 0;  ///< places above `surprising`
};
[[nodiscard]] SurpriseSummary summarise_surprise(std::string_view text, const LanguageModel& model);

}  // namespace vanban::language

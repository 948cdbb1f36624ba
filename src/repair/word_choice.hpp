#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/language_model.hpp"

/// Several readings of the words of a text, and the likeliest way through them.
namespace vanban::repair_stage {

/// One reading of the pieces [from, to): a word.
struct WordArc {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  language::WordId word = language::word_class::unknown;
  float extra = 0;        ///< nats on top of what the model says
  std::uint32_t tag = 0;  ///< the caller's
};

/// The arcs of the likeliest way from piece 0 to `pieces`, in order. `arcs` are sorted by `from`;
/// each piece has at least one arc of its own. `boundary[i]`: what stands before piece i does not
/// count for it. Linear.
[[nodiscard]] std::vector<std::uint32_t> choose_words(std::span<const WordArc> arcs,
                                                      std::uint32_t pieces,
                                                      const std::vector<bool>& boundary,
                                                      const language::LanguageModel& model);

/// Whether the model knows a word (NFC, any case), or it is spelled as Vietnamese ones are.
[[nodiscard]] bool may_be_word(std::string_view word, const language::LanguageModel& model);

/// Nats of what is not one word.
constexpr float no_word_at_all = 20;

/// The word that `printed` is (NFC, any case), and what its letters cost beyond the model's figure
/// where it is none.
struct PrintedWord {
  language::WordId word = language::word_class::unknown;
  float extra = 0;
};
[[nodiscard]] PrintedWord look_up_word(std::string_view printed,
                                       const language::LanguageModel& model);

}  // namespace vanban::repair_stage

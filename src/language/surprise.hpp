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

/// Nats that a spelling adds to the cost of `id`: letters of no known word, small letters among
/// digits.
[[nodiscard]] float spelling_cost(WordId id, const Word& word);

/// Calls `visit(word, surprise)` for each word of the text, `surprise` being the nats of the word
/// and half of the one before it. A line break is no boundary where the line before reads on.
template <class Visit>
void walk_surprise(std::string_view text, const LanguageModel& model, const Visit& visit) {
  WordScanner scanner(text);
  Word word;
  Context context;
  float previous = 0;
  while (scanner.next(word)) {
    const WordId id = model.classify(word);
    if (word.after_boundary) {
      context = {};
      previous = 0;
    }
    Context fresh;
    float cost = model.cost(context, id);
    if (word.after_newline && !word.after_boundary) {
      // A wrapped line reads on, a heading or an item does not: whichever is likelier.
      const float alone = model.cost(fresh, id);
      if (alone < cost) {
        cost = alone;
        context = fresh;
        previous = 0;
      }
    }
    cost += spelling_cost(id, word);
    visit(word, cost + previous / 2);
    previous = cost;
  }
}

/// Lines that hold a word, in order, with their worst surprise.
[[nodiscard]] std::vector<LineSurprise> line_surprises(std::string_view text,
                                                       const LanguageModel& model);

/// What one walk over a text finds.
struct SurpriseSummary {
  std::uint32_t words = 0;
  std::uint32_t surprises = 0;  ///< places above `surprising`
};
[[nodiscard]] SurpriseSummary summarise_surprise(std::string_view text, const LanguageModel& model);

}  // namespace vanban::language

#include "language/surprise.hpp"

#include <algorithm>

namespace vanban::language {
namespace {

/// Calls `visit(word, surprise)` for each word of the text.
template <class Visit>
void walk(std::string_view text, const LanguageModel& model, const Visit& visit) {
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
    cost += spelling_cost(id, word.letters);
    visit(word, cost + previous / 2);
    previous = cost;
  }
}

}  // namespace

float spelling_cost(WordId id, unsigned letters) {
  // Foreign words and names run to some 2 nats a letter; a damaged syllable is short.
  const auto length = static_cast<float>(std::min(letters, 8U));
  if (id == word_class::unknown) return 3 + 2 * length;
  // Letters of an abbreviation are initials of words.
  if (id == word_class::acronym) return 1.5F * length;
  return 0;
}

std::vector<LineSurprise> line_surprises(std::string_view text, const LanguageModel& model) {
  std::vector<LineSurprise> lines;
  walk(text, model, [&](const Word& word, float surprise) {
    if (lines.empty() || word.after_newline) lines.push_back({word.begin, word.end, 0});
    lines.back().end = word.end;
    lines.back().worst = std::max(lines.back().worst, surprise);
  });
  return lines;
}

SurpriseSummary summarise_surprise(std::string_view text, const LanguageModel& model) {
  SurpriseSummary summary;
  walk(text, model, [&](const Word&, float surprise) {
    ++summary.words;
    if (surprise > surprising) ++summary.surprises;
  });
  return summary;
}

}  // namespace vanban::language

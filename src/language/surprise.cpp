#include "language/surprise.hpp"

#include <algorithm>

namespace vanban::language {

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
  walk_words(text, model, [&](const ReadWord& read) {
    const Word& word = read.word;
    if (lines.empty() || word.after_newline) lines.push_back({word.begin, word.end, 0});
    lines.back().end = word.end;
    lines.back().worst = std::max(lines.back().worst, read.surprise);
  });
  return lines;
}

SurpriseSummary summarise_surprise(std::string_view text, const LanguageModel& model) {
  SurpriseSummary summary;
  walk_words(text, model, [&](const ReadWord& read) {
    ++summary.words;
    if (read.surprise > surprising) ++summary.surprises;
  });
  return summary;
}

}  // namespace vanban::language

#include "language/surprise.hpp"

#include <algorithm>

#include "language/syllable.hpp"

namespace vanban::language {

namespace {

/// Nats of marked letters that make no syllable.
constexpr float misspelt = 3;

}  // namespace

std::span<WordsAhead::Ahead> WordsAhead::next() {
  std::size_t count = 0;
  while (count < words_.size() && scanner_.next(words_[count].read.word)) {
    model_.prefetch_spelling(words_[count++].read.word.key);
  }
  const std::span<Ahead> words = std::span(words_).first(count);
  std::array<LanguageModel::PairPlace, batch> pairs;
  std::array<LanguageModel::PairPlace, batch> starts;
  for (std::size_t i = 0; i < count; ++i) {
    const Word& word = words[i].read.word;
    const WordId id = model_.classify(word);
    pairs[i] = model_.locate_pair(word.after_boundary ? word_class::boundary : last_, id);
    starts[i] = word.after_newline ? model_.locate_pair(word_class::boundary, id) : pairs[i];
    model_.prefetch_bucket(pairs[i]);
    model_.prefetch_bucket(starts[i]);
    words[i].read.id = last_ = id;
  }
  for (std::size_t i = 0; i < count; ++i) {
    model_.prefetch_rows(pairs[i]);
    model_.prefetch_rows(starts[i]);
  }
  for (std::size_t i = 0; i < count; ++i) {
    words[i].pair = model_.find_pair(pairs[i]);
    words[i].at_start =
        words[i].read.word.after_newline ? model_.find_pair(starts[i]) : words[i].pair;
    model_.prefetch_third(words[i].pair);
    model_.prefetch_third(words[i].at_start);
  }
  return words;
}

float spelling_cost(WordId id, const Word& word) {
  if (id >= word_class::count) return 0;
  // Foreign words and names run to some 2 nats a letter; a damaged syllable is short.
  const auto length = static_cast<float>(std::min<unsigned>(word.letters, 8));
  if (id == word_class::unknown) {
    // Foreign words have no Vietnamese letters, and names of people and places are syllables.
    const bool marked = word.key.size != word.letters;
    return 3 + 2 * length + (marked && !is_syllable(key_text(word.key).view()) ? misspelt : 0);
  }
  // Letters of an abbreviation are initials of words.
  if (id == word_class::acronym) return 1.5F * length;
  if (id != word_class::mixed) return 0;
  // "02b" and "QH15" are usual, "ngày15" and "1ập" are not.
  if (word.key.size != word.letters) return 2 * length + 2 * misspelt;
  return word.letter_case != LetterCase::upper && word.letters > 1 ? 2 * length : 0;
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

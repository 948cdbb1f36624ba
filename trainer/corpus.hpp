#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/language_model.hpp"

namespace vanban::trainer {

/// A text file, one paragraph a line, and how often each of its words counts.
struct TrainingText {
  std::string path;
  std::string text;
  std::uint32_t weight = 1;
  bool is_lexicon = false;  ///< nothing of it is kept back
};

/// Lines of a text, from 1, both ends in.
struct LineRange {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// Empties the lines in `ranges`, which are in order; the others keep their numbers.
void blank_lines(std::string& text, const std::vector<LineRange>& ranges);

/// Takes every `every`th block of `block_lines` lines out of `text` and returns them. Neighbouring
/// lines are of one document, so that a block is mostly whole documents.
std::string take_held_out(std::string& text, std::size_t every, std::size_t block_lines);

/// Which words the model knows. Numbers below language::word_class::count are classes.
struct Vocabulary {
  std::vector<std::string> words;    ///< by falling count: frequent words share cache lines
  std::vector<std::string> aliases;  ///< second spellings: the other placement of the tone mark
  std::vector<language::WordId> alias_of;
};

struct VocabularyLimits {
  std::uint64_t min_syllable_count = 3;
  std::uint64_t min_other_count = 60;  ///< of acronyms, foreign words, single consonants
};

[[nodiscard]] Vocabulary build_vocabulary(const std::vector<TrainingText>& texts,
                                          const VocabularyLimits& limits);

/// The words of all texts as ids, a boundary between sentences and at both ends of each text.
struct TokenStream {
  std::vector<language::WordId> ids;
  std::vector<language::LetterCase> cases;
  std::vector<std::uint16_t> capitals;  ///< bit i: letter i is a capital
  std::vector<char> after_stop;         ///< whether a capital is the rule here
  std::vector<std::pair<std::size_t, std::uint32_t>> weights;  ///< from this token on; rising
};

[[nodiscard]] TokenStream tokenize(const std::vector<TrainingText>& texts,
                                   const Vocabulary& vocabulary);

}  // namespace vanban::trainer

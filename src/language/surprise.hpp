#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
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

/// A word as a walk over the text reads it.
struct ReadWord {
  Word word;
  WordId id = word_class::unknown;
  Context before;      ///< what its cost depends on
  Context after;       ///< what that of the next word depends on
  float cost = 0;      ///< nats, with its spelling
  float surprise = 0;  ///< its cost plus half of that of the word before it
};

/// Walks a text with the model, a batch of words at a time: while the model is searched for one of
/// them, memory for the others is on its way. A line break is no boundary where the line before
/// reads on.
class WordWalk {
 public:
  WordWalk(std::string_view text, const LanguageModel& model) : scanner_(text), model_(model) {}

  /// Words before those of a batch that stay at hand.
  static constexpr std::size_t kept = 5;

  /// Goes on to the next words; false at the end of the text.
  bool next();

  /// The words of this batch, none at the end of the text. The words before them, up to `kept`,
  /// stand before them in memory.
  [[nodiscard]] std::span<const ReadWord> words() const {
    return std::span(words_).subspan(kept, count_);
  }
  /// Words of the text before this batch.
  [[nodiscard]] std::uint32_t words_before() const { return words_before_; }

 private:
  static constexpr std::size_t batch = 32;

  /// Where the model has a pair of words.
  struct Pairs {
    std::uint32_t with_last = 0;  ///< with the word before
    std::uint32_t at_start = 0;   ///< with the start of a sentence; of the first of a line
  };

  void scan();
  void look_up(std::span<Pairs> pairs);
  void weigh(std::span<const Pairs> pairs);

  WordScanner scanner_;
  const LanguageModel& model_;
  std::array<ReadWord, kept + batch> words_{};
  std::array<std::uint64_t, batch> hashes_{};
  std::size_t count_ = 0;
  std::uint32_t words_before_ = 0;
  WordId last_ = word_class::boundary;
  Context context_;
  float previous_ = 0;  ///< cost of the word before
};

/// Calls `visit(const ReadWord&)` for each word of the text.
template <class Visit>
void walk_words(std::string_view text, const LanguageModel& model, const Visit& visit) {
  WordWalk walk(text, model);
  while (walk.next()) {
    for (const ReadWord& read : walk.words()) visit(read);
  }
}

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

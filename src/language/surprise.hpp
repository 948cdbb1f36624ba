#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
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

/// Words of a text a batch at a time, with all that the model must be searched for: while it is
/// searched for one of them, memory for the others is on its way.
class WordsAhead {
 public:
  struct Ahead {
    ReadWord read;               ///< its word and number
    std::uint32_t pair = 0;      ///< with the word before
    std::uint32_t at_start = 0;  ///< with the start of a sentence; of the first of a line
  };

  WordsAhead(std::string_view text, const LanguageModel& model) : scanner_(text), model_(model) {}

  /// The next words; none at the end of the text.
  [[nodiscard]] std::span<Ahead> next();

 private:
  static constexpr std::size_t batch = 32;

  WordScanner scanner_;
  const LanguageModel& model_;
  WordId last_ = word_class::boundary;
  std::array<Ahead, batch> words_;
};

/// Calls `visit(const ReadWord&)` for each word of the text. A line break is no boundary where the
/// line before reads on.
template <class Visit>
void walk_words(std::string_view text, const LanguageModel& model, const Visit& visit) {
  WordsAhead ahead(text, model);
  Context context;
  float previous = 0;
  for (auto batch = ahead.next(); !batch.empty(); batch = ahead.next()) {
    for (auto& [read, pair, at_start] : batch) {
      if (read.word.after_boundary) {
        context = {};
        previous = 0;
      }
      read.before = context;
      float cost = model.cost(context, read.id, pair);
      if (read.word.after_newline && !read.word.after_boundary) {
        // A wrapped line reads on, a heading or an item does not: whichever is likelier.
        Context fresh;
        const float alone = model.cost(fresh, read.id, at_start);
        if (alone < cost) {
          cost = alone;
          context = fresh;
          read.before = {};
          previous = 0;
        }
      }
      read.after = context;
      read.cost = cost + spelling_cost(read.id, read.word);
      read.surprise = read.cost + previous / 2;
      previous = read.cost;
      visit(std::as_const(read));
    }
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

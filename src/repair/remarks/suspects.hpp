#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/language_model.hpp"
#include "language/surprise.hpp"

namespace vanban::repair_stage::remarks {

/// A word with its neighbours on either side, as the walk over the text read them, one behind the
/// other.
class Window {
 public:
  Window(std::string_view text, const language::ReadWord* before, const language::ReadWord* middle,
         std::uint32_t behind)
      : text_(text), before_(before), middle_(middle), behind_(behind) {}

  [[nodiscard]] const language::ReadWord& middle() const { return *middle_; }
  /// The word before, or null where the text begins.
  [[nodiscard]] const language::ReadWord* before() const { return before_; }
  /// The `k`-th word behind, 1 or 2, or null where the text ends.
  [[nodiscard]] const language::ReadWord* behind(std::uint32_t k) const {
    return k <= behind_ ? middle_ + k : nullptr;
  }
  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  std::string_view text_;
  const language::ReadWord* before_;
  const language::ReadWord* middle_;
  std::uint32_t behind_;
};

inline constexpr float least_suspicious = 11;    ///< nats: no smaller surprise is looked at
inline constexpr float surprising_end_cost = 4;  ///< no end surprises behind a word below it
inline constexpr float fits = 4;  ///< a known pair that costs less proves its first word

/// Says quickly of nearly all words that they read well enough: `middle`, with the two behind it.
[[nodiscard]] inline bool reads_well(const language::ReadWord& middle,
                                     const language::ReadWord& next,
                                     const language::ReadWord& second) {
  using language::Context;
  using language::ReadWord;
  const auto well = [](const ReadWord& read) {
    return read.surprise < least_suspicious && read.cost < surprising_end_cost;
  };
  if (middle.id == language::word_class::acronym) return false;
  if (next.word.after_boundary) return well(middle);
  if (next.word.after_newline) return well(middle) && well(next);
  if (next.cost < fits && next.after.bigram != Context::no_bigram) return true;
  if (std::max(middle.surprise, next.surprise) >= least_suspicious) return false;
  return next.cost < surprising_end_cost ||
         !(second.word.after_boundary || second.word.after_newline);
}

/// Whether the middle word reads so badly that another may be meant: a quick look, which says no of
/// nearly all words.
[[nodiscard]] bool may_be_misprint(const Window& window, const language::LanguageModel& model);

/// A word one letter away from a printed one, and what it costs where that stands.
struct Near {
  language::WordId id = language::word_class::unknown;
  std::uint16_t spelling = 0;
  language::LanguageModel::PairPlace pair;  ///< with the word before; else with the word behind
  std::uint32_t left = language::Context::no_bigram;  ///< the pair with the word before
  float cost = 0;
  language::Context after;

  [[nodiscard]] bool is_known_left() const { return left != language::Context::no_bigram; }
};

/// Looks for the words that are meant, of one window after the other.
class WordSearch {
 public:
  explicit WordSearch(const language::LanguageModel& model) : model_(model) {}

  /// What the middle word of such a window probably should be, in its letter case, where its
  /// context says so.
  [[nodiscard]] std::optional<std::string> likelier_word(const Window& window);

 private:
  const language::LanguageModel& model_;
  std::vector<Near> near_words_;  ///< of the window at hand
};

}  // namespace vanban::repair_stage::remarks

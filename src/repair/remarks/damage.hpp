#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "language/language_model.hpp"
#include "language/surprise.hpp"
#include "vanban/span.hpp"

namespace vanban::repair_stage::remarks {

inline constexpr float most_of_word = 14;  ///< nats: one foreign word must not condemn a line

[[nodiscard]] inline bool is_judged(const language::Word& word, language::WordId id) {
  using language::WordKind;
  return (word.kind == WordKind::word || word.kind == WordKind::mixed) &&
         id != language::word_class::acronym;
}

/// Told of each word in turn, finds the stretches of lines that are damaged beyond repair.
class DamageFinder {
 public:
  DamageFinder(std::string_view text, const language::LanguageModel& model)
      : text_(text), model_(model) {}

  void add(const language::ReadWord& read) {
    if (read.word.after_newline) {
      end_line();
      line_.begin = read.word.begin;
    }
    line_.end = read.word.end;
    if (!is_judged(read.word, read.id)) return;
    ++words_;
    cost_ += std::min(read.cost, most_of_word);
  }
  /// In order, from the first to the last word of damaged lines that follow on each other.
  [[nodiscard]] std::vector<TextSpan> finish() &&;

 private:
  struct Region {
    TextSpan span;
    std::uint32_t words = 0;        ///< of damaged lines
    std::uint32_t sound_words = 0;  ///< since the last damaged line
  };

  void end_line();
  void close_region();

  std::string_view text_;
  const language::LanguageModel& model_;
  TextSpan line_;
  std::uint32_t words_ = 0;  ///< of the line
  float cost_ = 0;
  Region region_;
  std::vector<TextSpan> found_;
};

}  // namespace vanban::repair_stage::remarks

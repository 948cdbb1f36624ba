#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "language/language_model.hpp"
#include "repair/lattice/channel.hpp"

namespace vanban::repair_stage::lattice {

/// A spelling of the model that what is printed may stand for.
struct Candidate {
  std::uint16_t spelling = 0;
  std::uint16_t lost = 0;  ///< bit i: letter i of the spelling is not printed
};

/// Spellings near a word, looked up once a document.
class Candidates {
 public:
  explicit Candidates(const language::LanguageModel& model);

  /// Whether the word is spelt in two ways: hoà, hòa.
  [[nodiscard]] bool has_two_placements(language::WordId word) const {
    return two_placements_[word];
  }

  /// Spellings with the same letters but for marks, the word itself left out.
  [[nodiscard]] std::span<const Candidate> same_letters(const language::WordKey& key);

  /// Spellings with one letter more, or with up to two.
  [[nodiscard]] std::span<const Candidate> one_letter_more(const language::WordKey& key);
  [[nodiscard]] std::span<const Candidate> two_letters_more(const language::WordKey& key);

  /// Spellings of which the key is all that is left where each of their letters in `gone` is; two
  /// of them at least, four at most. The key may be empty.
  [[nodiscard]] std::span<const Candidate> left_of(const language::WordKey& key,
                                                   const LetterSet& gone);

 private:
  struct Hash {
    std::size_t operator()(const language::WordKey& key) const {
      return static_cast<std::size_t>(language::hash_key(key));
    }
  };
  using Table = std::unordered_map<language::WordKey, std::vector<Candidate>, Hash>;

  void find_left_of(const LetterSet& gone);

  /// Keeps the frequent ones of those in `scratch_`, each spelling once.
  std::span<const Candidate> settle(std::vector<Candidate>& kept, std::size_t most);

  const language::LanguageModel& model_;
  std::vector<bool> two_placements_;
  Table same_;
  Table one_;
  Table two_;
  Table left_;
  LetterSet gone_;                  ///< of `left_`
  std::vector<Candidate> scratch_;  ///< found so far of the word that is being looked up
};

}  // namespace vanban::repair_stage::lattice

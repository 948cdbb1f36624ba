#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "language/language_model.hpp"
#include "language/surprise.hpp"
#include "vanban/span.hpp"

namespace vanban::repair_stage::lattice {

/// Consonants that are no word ("v", "ng" of "v ng", "khng"). The model has met some, in damaged
/// text, so that it takes them for likelier than they are. List letters and units are likely where
/// they stand.
[[nodiscard]] inline bool is_scrap(const language::Word& word) {
  constexpr std::uint8_t longest = 5;
  if (word.letters > longest || word.key.size != word.letters ||
      word.letter_case != language::LetterCase::lower || word.kind != language::WordKind::word) {
    return false;
  }
  // Its bytes are letters of ASCII, all in the first block of the key.
  static_assert(longest <= sizeof word.key.block[0]);
  constexpr std::uint32_t vowels = [] {
    std::uint32_t bits = 0;
    for (const char vowel : std::string_view("aeiouy")) bits |= 1U << (vowel - 'a');
    return bits;
  }();
  std::uint64_t left = word.key.block[0];
  for (std::size_t i = 0; i < word.letters; ++i, left >>= 8U) {
    if ((vowels >> ((left & 0xFFU) - 'a') & 1U) != 0) return false;
  }
  return true;
}
/// Nats by which a scrap reads worse than the model says: where damage is looked for, and where a
/// place is read.
inline constexpr float suspect_scrap_surcharge = 5;
inline constexpr float scrap_surcharge = 3;

/// The places of a text that read badly, each with some words on either side; overlapping ones are
/// one. In order.
struct Suspects {
  std::vector<TextSpan> places;
  std::uint32_t words = 0;  ///< of the whole text
};

/// Finds them while somebody walks over the text.
class Triage {
 public:
  /// Looks at the words of the walk's batch; to be told of every one.
  void add(const language::WordWalk& walk);
  [[nodiscard]] Suspects finish() && { return std::move(found_); }

 private:
  Suspects found_;
  std::uint32_t first_begin_ = 0;  ///< of the first word of the text
  std::uint32_t until_ = 0;        ///< words before it belong to the last place
};

/// One walk without allocation but for the result.
[[nodiscard]] Suspects find_suspects(std::string_view text, const language::LanguageModel& model);

}  // namespace vanban::repair_stage::lattice

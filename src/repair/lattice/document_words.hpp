#pragma once

#include <cstdint>
#include <vector>

#include "language/language_model.hpp"
#include "repair/lattice/arcs.hpp"
#include "repair/lattice/channel.hpp"
#include "repair/lattice/decode.hpp"
#include "repair/lattice/pieces.hpp"

namespace vanban::repair_stage::lattice {

/// Which words this document has, and which follows which: names, terms and phrases of its own come
/// again, and where they stand undamaged, or are read for sure, they tell what they are elsewhere.
class DocumentWords {
 public:
  /// Nothing is known of the document.
  DocumentWords() = default;

  /// Counts words and pairs of neighbours, as the sure readings have them and otherwise as they
  /// stand where they do not read badly. `readings` are in order of place.
  DocumentWords(const Pieces& pieces, const Arcs& arcs, const std::vector<Reading>& readings,
                const language::LanguageModel& model, const Channel& channel);

  /// Nats of `next` after `last`, which cost `general` nats in other documents.
  [[nodiscard]] float cost(language::WordId last, language::WordId next, float general) const;

 private:
  struct Slot {
    std::uint32_t pair = 0;  ///< 0: empty
    float count = 0;
  };
  /// Where the pair is, or would be.
  [[nodiscard]] std::size_t find(std::uint32_t pair) const;
  /// That of the pair, which is new where nobody has asked for it.
  [[nodiscard]] Slot& slot(std::uint32_t pair);

  /// A word of the document.
  struct Entry {
    float seen = 0;     ///< pairs that it begins
    float left = 1;     ///< what the general model weighs behind it
    float nothing = 0;  ///< nats of that: of a word that is not in the document
    float pair = 0;     ///< what one pair of it weighs
    float alone = 0;    ///< what it weighs where it comes, whatever is before it
  };
  [[nodiscard]] Entry& entry(language::WordId word);

  std::vector<Slot> slots_;  ///< open addressing, a power of two of them, at most half of them full
  std::size_t pairs_ = 0;    ///< that have a slot
  std::vector<std::uint16_t> numbers_;  ///< by word of the model: its place in `entries_`
  std::vector<Entry> entries_;          ///< the first is that of all words that do not come
  std::size_t mask_ = 0;
};

}  // namespace vanban::repair_stage::lattice

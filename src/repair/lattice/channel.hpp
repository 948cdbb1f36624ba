#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "language/letter_numbers.hpp"
#include "vanban/repair.hpp"

namespace vanban::repair_stage::lattice {

using language::append_letter;
using language::capital_of;
using language::letter_count;
using language::letter_index;

/// A letter, or a row of the table of misread shapes, that was taken for another: a key of
/// `Channel::misread`.
using Misreading = std::uint32_t;
[[nodiscard]] constexpr Misreading misreading(std::uint16_t read, std::uint16_t right) {
  return (std::uint32_t{read} << 16U) | right;
}
/// The key of row `row` of the table of shapes.
[[nodiscard]] constexpr Misreading misread_shape(std::size_t row) {
  return 0xFFFF0000U | static_cast<std::uint32_t>(row);
}

inline constexpr std::size_t kind_count = static_cast<std::size_t>(RepairKind::tone_placement) + 1;
[[nodiscard]] constexpr std::size_t number_of(RepairKind kind) {
  return static_cast<std::size_t>(kind);
}

/// Letters by their numbers; those of whole blocks, or none.
using LetterSet = std::bitset<letter_count>;

/// How this document was damaged: what each way of damage costs, in nats.
struct Channel {
  std::array<bool, kind_count> has{};      ///< kinds of damage that the document shows
  std::array<float, letter_count> loss{};  ///< of a letter that became a blank, by its number
  std::array<float, letter_count> gone{};  ///< of a letter that is gone without a trace
  /// The same of a letter in the case that costs less.
  std::array<float, letter_count> least_loss{};
  std::array<float, letter_count> least_gone{};
  std::vector<std::uint16_t> lost;  ///< letters of `loss` in the set, capitals as small ones
  LetterSet all_lost;               ///< whole blocks that nearly always became blanks
  LetterSet all_gone;               ///< or are nearly always gone
  bool known = false;               ///< whether a pass over the document has been made
  /// Somebody made one blank of several (web copies are so): a letter that became a blank at an end
  /// of a word leaves no more than the blank that stands there anyway.
  bool narrowed = false;
  float marks = 0;                                ///< of a syllable that lost all its marks
  float join = 0;                                 ///< of a blank between words that is gone
  float split = 0;                                ///< of a blank inside a word
  std::unordered_map<Misreading, float> misread;  ///< what is not here costs as below
  float misread_mark = 0;
  float misread_form = 0;      ///< a letter taken for another of a similar shape
  float surplus_blank = 3;     ///< of a second blank between words that is one indeed
  float surplus_indent = 1;    ///< of a blank at the start of a line that is one indeed
  float new_placement = 0.7F;  ///< of "hoà" where another writer has "hòa"
  float old_placement = 0.7F;

  [[nodiscard]] bool shows(RepairKind kind) const { return has[number_of(kind)]; }
  [[nodiscard]] float misread_cost(Misreading one, float otherwise) const {
    const auto found = misread.find(one);
    return found != misread.end() ? found->second : otherwise;
  }

  /// Before anything is known of a document, everything may be, and seldom is.
  [[nodiscard]] static Channel flat();
};

/// Whether the document is known to lose the marks of syllables: other damage may hit the same
/// word.
[[nodiscard]] inline bool loses_marks(const Channel& channel) {
  return channel.known && channel.shows(RepairKind::missing_diacritics);
}

/// Whether there is hardly a syllable with marks.
[[nodiscard]] inline bool loses_nearly_all_marks(const Channel& channel) {
  return loses_marks(channel) && channel.marks < 0.7F;
}

/// What a pass over a document counted.
struct Tally {
  std::array<std::uint32_t, letter_count> seen{};
  std::array<float, letter_count> repaired{};  ///< letters that became blanks
  std::array<float, letter_count> regained{};  ///< letters that were gone
  std::unordered_map<Misreading, float> misread;
  std::array<float, kind_count> count{};     ///< sure repairs
  std::array<float, kind_count> evidence{};  ///< their margins, each up to a limit
  float evidence_of_scraps = 0;              ///< more for lost letters, where no blanks are
  /// Margins of what put letters back that were gone, by letter, once for each context; and what
  /// stands there of the words that got them, read so or not.
  std::array<float, letter_count> evidence_of_gone{};
  std::array<float, letter_count> remains_of_gone{};
  std::unordered_set<std::uint64_t> contexts;
  std::array<float, kind_count> in_words{};  ///< blanks lost or inserted
  std::unordered_set<std::uint64_t> proofs;  ///< pairs of a printed word and its reading so far
  std::uint32_t words = 0;
  std::uint32_t marked_words = 0;
  std::uint32_t new_placements = 0;
  std::uint32_t old_placements = 0;
  std::uint32_t gaps = 0;            ///< between words of a line
  std::uint32_t wide_gaps = 0;       ///< with more than one blank
  std::uint32_t surplus_blanks = 0;  ///< that no repair explains
  std::uint32_t line_starts = 0;
  std::uint32_t surplus_indents = 0;
};

/// What the document does to its letters, as far as it is damaged by the kinds `has`; all else
/// becomes unlikely.
[[nodiscard]] Channel infer(const Tally& tally, const std::array<bool, kind_count>& has);

}  // namespace vanban::repair_stage::lattice

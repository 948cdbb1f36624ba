#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "language/language_model.hpp"
#include "repair/edit.hpp"
#include "repair/lattice/channel.hpp"
#include "repair/lattice/pieces.hpp"

namespace vanban::repair_stage::lattice {

/// One way to read pieces [first, last) as a single word. An arc without pieces stands for a word
/// that was lost as a whole: `lead` blanks before piece `first`, and a blank before them. Once it
/// is on the best way, its `trail` says how many blanks before that the word before it has.
struct Arc {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint16_t spelling = 0;  ///< of the model
  language::WordId word = 0;
  RepairKind kind = RepairKind::dropped_glyph;
  std::uint8_t lead = 0;       ///< blanks before the first piece that are letters
  std::uint8_t trail = 0;      ///< blanks behind the last piece that are letters
  std::uint16_t capitals = 0;  ///< bit i: letter i of the word is printed as a capital
  float cost = 0;              ///< of the damage, by the channel of this pass
};

/// Looks at the words that begin at piece `first` and appends the arcs that its kind of damage
/// allows, without costs.
using Generator = void (*)(const Pieces& pieces, std::uint32_t first,
                           const language::LanguageModel& model, const Channel& channel,
                           std::vector<Arc>& arcs);

/// What an arc costs under a channel; also settles its letter case.
using Pricer = void (*)(const Pieces& pieces, const language::LanguageModel& model,
                        const Channel& channel, Arc& arc);

/// How the word of an arc is printed, from its first blank that is a letter to its last.
using Printer = Edit (*)(const Pieces& pieces, const language::LanguageModel& model,
                         const Arc& arc);

/// A kind of damage that the lattice knows.
struct ArcKind {
  RepairKind kind;
  /// Margins of a whole text must add up to so many nats, or it has no damage of this kind: what
  /// protects sound text is this, not the cost of a single change.
  float min_evidence;
  Generator generate;
  Pricer price;
  Printer print;
};

void generate_dropped_glyphs(const Pieces& pieces, std::uint32_t first,
                             const language::LanguageModel& model, const Channel& channel,
                             std::vector<Arc>& arcs);
void price_dropped_glyphs(const Pieces& pieces, const language::LanguageModel& model,
                          const Channel& channel, Arc& arc);
Edit print_dropped_glyphs(const Pieces& pieces, const language::LanguageModel& model,
                          const Arc& arc);

inline constexpr ArcKind arc_kinds[] = {
    {RepairKind::dropped_glyph, 7, generate_dropped_glyphs, price_dropped_glyphs,
     print_dropped_glyphs},
};

[[nodiscard]] const ArcKind& row_of(RepairKind kind);

/// All arcs of a text with their costs, by their first piece; hopeless ones are left out.
[[nodiscard]] std::vector<Arc> generate(const Pieces& pieces, const language::LanguageModel& model,
                                        const Channel& channel);

}  // namespace vanban::repair_stage::lattice

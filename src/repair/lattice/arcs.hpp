#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "language/language_model.hpp"
#include "repair/edit.hpp"
#include "repair/lattice/candidates.hpp"
#include "repair/lattice/channel.hpp"
#include "repair/lattice/pieces.hpp"

namespace vanban::repair_stage::lattice {

inline constexpr std::uint32_t no_rewrite = 0xFFFFFFFF;

/// One way to read pieces [first, last): as a single word, or as a `Rewrite`. An arc without pieces
/// stands for a word that was lost as a whole: `lead` blanks before piece `first`, and a blank
/// before them. Once it is on the best way, its `trail` says how many blanks before that the word
/// before it has.
struct Arc {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t rewrite = no_rewrite;  ///< index in `Arcs::rewrites`
  std::uint16_t spelling = 0;          ///< of the model
  language::WordId word = 0;
  RepairKind kind = RepairKind::dropped_glyph;
  std::uint8_t lead = 0;       ///< blanks before the first piece that are letters
  std::uint8_t trail = 0;      ///< blanks behind the last piece that are letters
  std::uint16_t capitals = 0;  ///< bit i: letter i of the word is printed as a capital
  std::uint16_t lost = 0;      ///< bit i: letter i of the word is not printed
  std::array<std::uint16_t, 4> lost_letters{};  ///< the numbers of these, in lower case
  float cost = 0;                               ///< of the damage, by the channel of this pass
};

/// What stands for a piece where it is no single word of the vocabulary: several words, a number.
struct Rewrite {
  static constexpr std::size_t max_words = 8;
  std::string text;
  std::array<language::WordId, max_words> words{};
  std::array<float, max_words> spelling{};  ///< nats of letters that make no known word
  std::uint8_t count = 0;
  std::vector<Misreading> misread;
};

/// The arcs of a text, by their first piece.
struct Arcs {
  std::vector<Arc> arcs;
  std::vector<Rewrite> rewrites;
};

/// Where arcs are looked for.
struct Place {
  const Pieces& pieces;
  const language::LanguageModel& model;
  const Channel& channel;
  Candidates& candidates;
  std::uint32_t first = 0;
  language::WordKey key;  ///< of that piece
};

/// Appends the arcs that its kind of damage allows for words that begin at `place.first`, without
/// costs.
using Generator = void (*)(const Place& place, Arcs& arcs);

/// What an arc costs under a channel; also settles its letter case.
using Pricer = void (*)(const Place& place, const Arcs& arcs, Arc& arc);

/// A kind of damage that the lattice knows.
struct ArcKind {
  RepairKind kind;
  /// Whether the document is damaged so: there are so many sure repairs at least, and their margins
  /// add up to so many nats, and so many more for each word, several times what sound text gives by
  /// chance. What protects sound text is this, not the cost of a single change.
  float min_count;
  float min_evidence;
  float evidence_per_word;
  /// Once the document is known to be damaged so, words from so many nats on are looked at; all
  /// words where nearly all are damaged.
  float threshold;
  /// A reading is taken where "as it stands" is worse by so many nats.
  float min_margin;
  /// The same of a reading that needs no proof by the document.
  float evident_margin;
  Generator generate;
  Pricer price;
};

void generate_dropped_glyphs(const Place& place, Arcs& arcs);
void price_dropped_glyphs(const Place& place, const Arcs& arcs, Arc& arc);
void generate_dropped_letters(const Place& place, Arcs& arcs);
void price_dropped_letters(const Place& place, const Arcs& arcs, Arc& arc);
void generate_missing_marks(const Place& place, Arcs& arcs);
void price_missing_marks(const Place& place, const Arcs& arcs, Arc& arc);
void generate_joined_words(const Place& place, Arcs& arcs);
void price_joined_words(const Place& place, const Arcs& arcs, Arc& arc);
void generate_split_words(const Place& place, Arcs& arcs);
void price_split_words(const Place& place, const Arcs& arcs, Arc& arc);
void generate_misreadings(const Place& place, Arcs& arcs);
void price_misreadings(const Place& place, const Arcs& arcs, Arc& arc);

/// Nats that no reading gains.
inline constexpr float never = 1000;
inline constexpr ArcKind arc_kinds[] = {
    {RepairKind::dropped_glyph, 1, 7, 0.0005F, 5, 2, never, generate_dropped_glyphs,
     price_dropped_glyphs},
    {RepairKind::dropped_letter, 3, 24, 0.003F, 4, 0.5F, 9, generate_dropped_letters,
     price_dropped_letters},
    {RepairKind::missing_diacritics, 3, 24, 0.003F, 3.0F, 1, 10, generate_missing_marks,
     price_missing_marks},
    {RepairKind::joined_words, 1, 14, 0.002F, 6, 1, 9, generate_joined_words, price_joined_words},
    {RepairKind::split_word, 1, 14, 0.001F, 5, 1, never, generate_split_words, price_split_words},
    {RepairKind::ocr, 3, 12, 0.008F, 6, 1.5F, 9, generate_misreadings, price_misreadings},
};

[[nodiscard]] const ArcKind& row_of(RepairKind kind);

/// How the word of an arc is printed, from its first blank that is a letter to its last.
[[nodiscard]] Edit print(const Pieces& pieces, const language::LanguageModel& model,
                         const Arcs& arcs, const Arc& arc);

/// What an arc of the kind `ocr` says was misread.
void for_each_misreading(const Pieces& pieces, const language::LanguageModel& model,
                         const Arcs& arcs, const Arc& arc,
                         const std::function<void(Misreading)>& visit);

/// How widely the best way is searched for.
struct Width {
  /// Readings that begin at one piece and go to the decoder, the likeliest ones. Letters one by one
  /// with blanks between have hundreds, of which the unlikely ones only cost time.
  std::size_t arcs;
  std::size_t states;  ///< ways that are kept at a piece
  float max_behind;    ///< nats behind the best of them
};
/// To find out what a document does, and where letters are misread.
inline constexpr Width narrow{12, 8, 7};
/// For the readings that are taken.
inline constexpr Width wide{20, 16, 9};
/// The same where whole blocks of letters are lost: what stands beside a word says little of it,
/// and many words have the same letters left.
inline constexpr Width widest{36, 20, 10};

/// Words from so many nats on are looked at as long as nothing is known of the document.
inline constexpr float flat_threshold = 12;

/// Fills `arcs` with all arcs of a text and their costs; hopeless ones are left out.
void generate(const Pieces& pieces, const language::LanguageModel& model, const Channel& channel,
              const Width& width, Candidates& candidates, Arcs& arcs);

}  // namespace vanban::repair_stage::lattice

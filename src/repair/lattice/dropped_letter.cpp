// A letter is gone without a trace: "phát trin". The model knows which words have the letters that
// are left and one or two more. Of a word of one letter two blanks are left: "có  kiến".
#include <algorithm>
#include <iterator>
#include <vector>

#include "repair/lattice/word_arcs.hpp"

namespace vanban::repair_stage::lattice {
namespace {

/// Words of more letters than this are no syllables.
constexpr std::uint8_t max_letters = 8;
/// A word reads so badly that two letters may be missing.
constexpr float hopeless = 11;

void append(const Place& place, std::span<const Candidate> candidates, Arcs& arcs) {
  Arc arc;
  arc.first = place.first;
  arc.last = place.first + 1;
  arc.kind = RepairKind::dropped_letter;
  for (const Candidate& one : candidates) {
    arc.lost = one.lost;
    set_word(arc, one.spelling, place.model);
    arcs.arcs.push_back(arc);
  }
}

/// Words of one letter, all of which is gone; or of more, where whole blocks are.
void append_lost_words(const Place& place, Arcs& arcs) {
  static constexpr std::string_view one_hole = "?";
  static_assert(one_hole[0] == language::format::hole);
  Arc arc;
  arc.first = arc.last = place.first;
  arc.kind = RepairKind::dropped_letter;
  arc.lost = 1;
  for (const std::uint16_t spelling : place.model.completions(one_hole)) {
    set_word(arc, spelling, place.model);
    arcs.arcs.push_back(arc);
  }
  if (place.channel.all_gone.none()) return;
  for (const Candidate& one : place.candidates.left_of({}, place.channel.all_gone)) {
    arc.lost = one.lost;
    set_word(arc, one.spelling, place.model);
    arcs.arcs.push_back(arc);
  }
}

}  // namespace

void generate_dropped_letters(const Place& place, Arcs& arcs) {
  const Gap& before = place.pieces.gaps[place.first];
  if (place.channel.known && before.joined && before.tail == 2) append_lost_words(place, arcs);
  const Piece& piece = place.pieces.words[place.first];
  const PrintedWord& word = piece.word;
  // "VI" of a heading may have been "VỚI"; elsewhere numerals are numerals.
  const bool letters = word.kind == language::WordKind::word ||
                       (word.kind == language::WordKind::roman &&
                        (word.letters == 1 || place.pieces.gaps[place.first].capitals));
  if (!letters || word.letters > max_letters) return;
  append(place, place.candidates.one_letter_more(place.key), arcs);
  std::span<const Candidate> left;
  if (place.channel.all_gone.any()) {
    left = place.candidates.left_of(place.key, place.channel.all_gone);
    append(place, left, arcs);
  }
  if (place.channel.known && piece.cost > hopeless) {
    const auto two = place.candidates.two_letters_more(place.key);
    std::vector<Candidate> others;
    std::ranges::copy_if(two, std::back_inserter(others), [left](const Candidate& one) {
      return std::ranges::find(left, one.spelling, &Candidate::spelling) == left.end();
    });
    append(place, others, arcs);
  }
}

void price_dropped_letters(const Place& place, const Arcs&, Arc& arc) {
  price_lost_letters(place, arc,
                     [&place](std::uint16_t letter) { return place.channel.gone[letter]; });
  arc.cost += placement_cost(place, arc.spelling);
}

}  // namespace vanban::repair_stage::lattice

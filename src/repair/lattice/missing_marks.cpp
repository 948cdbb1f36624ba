// A syllable lost all its marks: "ke hoach".
#include "repair/lattice/word_arcs.hpp"

namespace vanban::repair_stage::lattice {

void generate_missing_marks(const Place& place, Arcs& arcs) {
  const PrintedWord& word = place.pieces.words[place.first].word;
  if (word.kind != language::WordKind::word &&
      (word.kind != language::WordKind::roman || word.letters > 2)) {
    return;
  }
  // With a mark left it has not lost all of them.
  if (word.marked) return;
  Arc arc;
  arc.first = place.first;
  arc.last = place.first + 1;
  arc.kind = RepairKind::missing_diacritics;
  arc.capitals = word.letter_case == language::LetterCase::upper ? all_capitals : word.capitals;
  for (const Candidate& one : place.candidates.same_letters(place.key)) {
    arc.spelling = one.spelling;
    arc.word = place.model.word_of(one.spelling);
    arcs.arcs.push_back(arc);
  }
}

void price_missing_marks(const Place& place, const Arcs&, Arc& arc) {
  arc.cost =
      place.channel.marks + placement_cost(place, arc.spelling) + case_difference(place, arc);
}

}  // namespace vanban::repair_stage::lattice

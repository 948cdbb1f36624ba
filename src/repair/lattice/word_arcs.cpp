#include "repair/lattice/word_arcs.hpp"

#include <algorithm>
#include <string>

#include "language/tone_places.hpp"

namespace vanban::repair_stage::lattice {
namespace {

/// The letters of pieces [first, last) with `visit(piece, capital bits, letters)`; what stands
/// between the pieces plays no part.
template <class Visit>
void for_each_piece(const Pieces& pieces, const Arc& arc, const Visit& visit) {
  for (std::uint32_t i = arc.first; i < arc.last; ++i) visit(pieces.words[i].word);
}

std::uint32_t begin_of(const Pieces& pieces, const Arc& arc) {
  if (arc.first == arc.last) return pieces.words[arc.first - 1].word.end + arc.trail + 1U;
  return pieces.words[arc.first].word.begin - arc.lead;
}

std::uint32_t end_of(const Pieces& pieces, const Arc& arc) {
  if (arc.first == arc.last) return begin_of(pieces, arc) + arc.lead;
  return pieces.words[arc.last - 1].word.end + arc.trail;
}

}  // namespace

std::uint32_t printed_capitals(const Pieces& pieces, const Arc& arc) {
  std::uint32_t capitals = 0;
  for_each_piece(pieces, arc, [&capitals](const PrintedWord& word) { capitals |= word.capitals; });
  if (capitals == 0) return 0;
  capitals = 0;
  std::uint32_t position = 0;
  for_each_piece(pieces, arc, [&](const PrintedWord& word) {
    for (std::uint32_t i = 0; i < word.letters; ++i, ++position) {
      while (has_bit(arc.lost, position)) ++position;
      if (position >= 16) return;
      if (has_bit(word.capitals, i)) capitals |= 1U << position;
    }
  });
  return capitals;
}

language::CaseCosts case_costs(const Place& place, const Arc& arc) {
  const Pieces& pieces = place.pieces;
  const Gap& before = pieces.gaps[arc.first];
  const Neighbour& left = pieces.left[arc.first];
  const Neighbour& right = pieces.right[arc.last];
  // An item begins with a capital as a sentence does, and so does what stands beneath a heading.
  const bool begins =
      before.stop || (before.item && pieces.items_in_capitals) || (before.newline && left.capitals);
  language::CaseCosts costs = place.model.case_costs(left.id, arc.word, right.id, begins);
  if (before.newline && !begins) {
    // A wrapped line or a new one: nobody knows.
    const language::CaseCosts first = place.model.case_costs(left.id, arc.word, right.id, true);
    costs.lower = (costs.lower + first.lower) / 2;
    costs.title = (costs.title + first.title) / 2;
  }
  if (before.capitals) {
    // A heading: what is no capital here is a slip.
    constexpr float slip = 8;
    costs.upper = std::min(costs.upper, 0.05F);
    costs.lower = std::max(costs.lower, slip);
    costs.title = std::max(costs.title, slip);
  } else if ((left.capitals && !before.newline) ||
             (right.capitals && !pieces.gaps[arc.last].newline)) {
    // On the line above a heading ends.
    costs.upper = std::min(costs.upper, 0.7F);
  }
  return costs;
}

float case_difference(const Place& place, const Arc& arc) {
  const Piece& piece = place.pieces.words[arc.first];
  // Only a capital inside a sentence says anything.
  if (piece.word.letter_case != language::LetterCase::title || place.pieces.gaps[arc.first].stop) {
    return 0;
  }
  Arc standing = arc;
  standing.word = piece.id;
  return case_costs(place, arc).title - case_costs(place, standing).title;
}

bool is_new_placement(std::string_view spelling) {
  return language::place_tones(std::string(spelling)) != spelling;
}

float placement_cost(const Place& place, std::uint16_t spelling) {
  // Words with two placements are rare; the others have nothing to choose.
  if (!place.candidates.has_two_placements(place.model.word_of(spelling))) return 0;
  return is_new_placement(place.model.text_of(spelling)) ? place.channel.new_placement
                                                         : place.channel.old_placement;
}

Edit print(const Pieces& pieces, const language::LanguageModel& model, const Arcs& arcs,
           const Arc& arc) {
  Edit edit;
  edit.kind = arc.kind;
  edit.begin = begin_of(pieces, arc);
  edit.end = end_of(pieces, arc);
  if (arc.rewrite != no_rewrite) {
    edit.replacement = arcs.rewrites[arc.rewrite].text;
    return edit;
  }
  const std::string_view spelling = model.text_of(arc.spelling);
  std::uint32_t position = 0;
  for (std::size_t at = 0; at < spelling.size(); ++position) {
    const std::size_t length = language::code_point_length(spelling[at]);
    const std::string_view letter = spelling.substr(at, length);
    const std::uint16_t index = letter_index(letter);
    const bool capital = has_bit(arc.capitals, std::min(position, 15U));
    if (index == 0) {
      edit.replacement += letter;
    } else {
      append_letter(capital ? capital_of(index) : index, edit.replacement);
    }
    at += length;
  }
  return edit;
}

}  // namespace vanban::repair_stage::lattice

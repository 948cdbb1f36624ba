#pragma once

#include <bit>
#include <cstdint>
#include <limits>
#include <string_view>

#include "language/letters.hpp"
#include "repair/lattice/arcs.hpp"

/// What arcs of a single word have in common: which of its letters are printed, and in which case.
namespace vanban::repair_stage::lattice {

inline constexpr std::uint16_t title_capitals = 1;
inline constexpr std::uint16_t all_capitals = 0xFFFF;

[[nodiscard]] constexpr bool has_bit(std::uint32_t bits, std::uint32_t position) {
  return position < 32 && ((bits >> position) & 1U) != 0;
}

/// A bit for each letter of the spelling; of the first 16.
[[nodiscard]] constexpr std::uint32_t letter_bits(std::string_view spelling) {
  std::uint32_t bits = 0;
  for (std::size_t at = 0; at < spelling.size(); at += language::code_point_length(spelling[at])) {
    bits = (bits << 1U) | 1U;
  }
  return bits & 0xFFFFU;
}

/// Capitals of the letters that are printed, each at its place in the word of the arc.
[[nodiscard]] std::uint32_t printed_capitals(const Pieces& pieces, const Arc& arc);

/// Calls `visit(letter number, in lower case, position in the word)` for every lost letter.
template <class Visit>
void for_each_lost(std::string_view spelling, std::uint32_t lost, const Visit& visit) {
  std::uint32_t position = 0;
  for (std::size_t at = 0; at < spelling.size() && lost != 0; ++position, lost >>= 1U) {
    if ((lost & 1U) != 0) visit(letter_index(spelling.substr(at)), position);
    at += language::code_point_length(spelling[at]);
  }
}

/// Sets the word of an arc with lost letters; no kind of damage offers one with more than four.
inline void set_word(Arc& arc, std::uint16_t spelling, const language::LanguageModel& model) {
  arc.spelling = spelling;
  arc.word = model.word_of(spelling);
  std::size_t count = 0;
  for_each_lost(model.text_of(spelling), arc.lost, [&](std::uint16_t letter, std::uint32_t) {
    if (count < arc.lost_letters.size()) arc.lost_letters[count++] = letter;
  });
}

/// Calls `visit(letter number, in lower case, position in the word)` for every lost letter.
template <class Visit>
void for_each_lost(const Arc& arc, const Visit& visit) {
  std::size_t count = 0;
  for (std::uint32_t left = arc.lost; left != 0; left &= left - 1) {
    visit(arc.lost_letters[count++], static_cast<std::uint32_t>(std::countr_zero(left)));
  }
}

/// Nats of the letter cases of the arc's word where it stands.
[[nodiscard]] language::CaseCosts case_costs(const Place& place, const Arc& arc);

/// Nats by which a printed capital speaks against the arc's word, compared with the word that
/// stands there: "So" inside a sentence is "Sở" rather than "Số".
[[nodiscard]] float case_difference(const Place& place, const Arc& arc);

/// Settles the case of lost letters and the cost of an arc: `cost_of(letter number)` for each of
/// them, capitals as such.
template <class CostOf>
void price_lost_letters(const Place& place, Arc& arc, const CostOf& cost_of) {
  const std::string_view spelling = place.model.text_of(arc.spelling);
  const std::uint32_t printed = letter_bits(spelling) & ~std::uint32_t{arc.lost};
  const std::uint32_t capitals_there = printed_capitals(place.pieces, arc);
  const language::CaseCosts costs = case_costs(place, arc);
  arc.cost = std::numeric_limits<float>::max();
  const auto offer = [&](std::uint16_t capitals, float cost) {
    if ((capitals & printed) != capitals_there) return;
    for_each_lost(arc, [&](std::uint16_t letter, std::uint32_t position) {
      cost += cost_of(has_bit(capitals, position) ? capital_of(letter) : letter);
    });
    if (cost < arc.cost) {
      arc.cost = cost;
      arc.capitals = capitals;
    }
  };
  offer(0, costs.lower);
  offer(title_capitals, costs.title);
  offer(all_capitals, costs.upper);
  if (costs.mixed_capitals != 0) offer(costs.mixed_capitals, costs.mixed);
}

/// Whether the tone mark stands where the new style has it: "hoà".
[[nodiscard]] bool is_new_placement(std::string_view spelling);

/// What the second placement of a tone mark costs in this document ("hoà", "hòa").
[[nodiscard]] float placement_cost(const Place& place, std::uint16_t spelling);

}  // namespace vanban::repair_stage::lattice

#include "repair/encodings/path.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace vanban::repair_stage::encodings {
namespace {

// All costs are in half nats, as those of the tokens.
using Total = std::int64_t;

/// Of a text: what one word may prove for an encoding, and what an encoding must prove to be
/// looked at. Two damaged words of a short text are enough; no single foreign word is.
constexpr Total most_of_a_word = 24;
constexpr Total least_evidence = 36;
/// Of a word of one letter.
constexpr Total most_of_a_letter = 8;
/// Marked words that read well both ways speak for Vietnamese, where nothing speaks against the
/// encoding: each so much, and all together.
constexpr Total good_both_ways = 6;
constexpr Total most_both_ways = 16;
constexpr Total good_reading = 24;

/// An encoding with so much evidence is one that the document surely has.
constexpr Total plain_evidence = 300;

/// Of the best encoding's evidence, below which another is not looked at.
constexpr Total least_share = 16;

/// States of the path besides Encoding::unicode.
constexpr std::size_t most_candidates = 5;

struct Switch {
  Total enter;  ///< from text as it stands, or from another encoding
  Total leave;
};
constexpr Switch within_line{24, 12};
constexpr Switch between_lines{12, 6};
constexpr Total weak_evidence = 10;  ///< more to enter an encoding without plain evidence

struct Candidate {
  Encoding encoding = Encoding::unicode;
  Total evidence = 0;
};

std::vector<Candidate> find_candidates(std::span<const Token> tokens, const Lexicon& lexicon) {
  std::array<Total, encoding_count> evidence{};
  std::array<Total, encoding_count> both_ways{};
  std::array<bool, encoding_count> opposed{};
  for (const Token& token : tokens) {
    const CostRow& costs = lexicon.costs(token.entry);
    const Total here = costs[0];
    for (std::size_t i = 1; i < encoding_count; ++i) {
      const Total gain = here - costs[i];
      evidence[i] += std::clamp<Total>(gain, 0, token.size > 2 ? most_of_a_word : most_of_a_letter);
      if (gain == 0 && here <= good_reading) both_ways[i] += good_both_ways;
      opposed[i] = opposed[i] || gain <= -most_of_a_word;
    }
  }
  for (std::size_t i = 1; i < encoding_count; ++i) {
    if (!opposed[i] && evidence[i] > 0) evidence[i] += std::min(both_ways[i], most_both_ways);
  }
  const Total best = *std::ranges::max_element(evidence);
  std::vector<Candidate> candidates;
  for (std::size_t i = 1; i < encoding_count; ++i) {
    if (evidence[i] < least_evidence || evidence[i] * least_share < best) continue;
    candidates.push_back({static_cast<Encoding>(i), evidence[i]});
  }
  std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::evidence);
  if (candidates.size() > most_candidates) candidates.resize(most_candidates);
  return candidates;
}

}  // namespace

std::vector<Encoding> find_path(std::span<const Token> tokens, const Lexicon& lexicon) {
  std::vector<Candidate> states = find_candidates(tokens, lexicon);
  if (states.empty()) return {};
  states.insert(states.begin(), Candidate{});
  const std::size_t count = states.size();

  std::array<Total, most_candidates + 1> cost{};
  std::array<Total, most_candidates + 1> weak{};
  for (std::size_t s = 1; s < count; ++s) {
    weak[s] = states[s].evidence < plain_evidence ? weak_evidence : 0;
    cost[s] = between_lines.enter + weak[s];
  }
  // For each token and state: the state of the token before.
  std::vector<std::uint8_t> back(tokens.size() * count);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Switch price = tokens[i].first_of_line ? between_lines : within_line;
    std::size_t from = 0;
    Total least = cost[0];
    for (std::size_t s = 1; s < count; ++s) {
      if (cost[s] + price.leave < least) {
        least = cost[s] + price.leave;
        from = s;
      }
    }
    const CostRow& row = lexicon.costs(tokens[i].entry);
    for (std::size_t s = 0; s < count; ++s) {
      const Total entered = s == 0 ? least : least + price.enter + weak[s];
      std::size_t before = s;
      if (i > 0 && entered < cost[s]) {
        before = from;
        cost[s] = entered;
      }
      cost[s] += row[static_cast<std::size_t>(states[s].encoding)];
      back[i * count + s] = static_cast<std::uint8_t>(before);
    }
  }
  auto state = static_cast<std::size_t>(
      std::min_element(cost.begin(), cost.begin() + static_cast<std::ptrdiff_t>(count)) -
      cost.begin());
  std::vector<Encoding> path(tokens.size());
  bool changed = false;
  for (std::size_t i = tokens.size(); i > 0; --i) {
    path[i - 1] = states[state].encoding;
    changed = changed || state != 0;
    state = back[(i - 1) * count + state];
  }
  if (!changed) path.clear();
  return path;
}

}  // namespace vanban::repair_stage::encodings

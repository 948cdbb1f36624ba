#include "repair/word_choice.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "language/surprise.hpp"
#include "language/syllable.hpp"
#include "language/words.hpp"

namespace vanban::repair_stage {
namespace {

using language::Context;

/// A way to a piece: what the model knows there, and how it came.
struct Way {
  float cost = 0;
  Context context;
  std::uint32_t arc = 0;    ///< the last
  std::uint8_t before = 0;  ///< index among the ways where that arc begins
};

/// Nats. Where a model of three words has seen the two before often, but never with this one, it
/// asks more for it than it knows.
constexpr float most_of_a_word = 14;

/// Nats of what is not one word.
constexpr float no_word_at_all = 20;

/// Ways kept at a piece, with different last words.
constexpr std::size_t most_ways = 12;

struct Node {
  std::array<Way, most_ways> ways;
  std::uint8_t count = 0;

  void add(const Way& way) {
    for (std::uint8_t i = 0; i < count; ++i) {
      if (ways[i].context == way.context) {
        if (way.cost < ways[i].cost) ways[i] = way;
        return;
      }
    }
    if (count < most_ways) {
      ways[count++] = way;
      return;
    }
    Way& worst = *std::ranges::max_element(ways, {}, &Way::cost);
    if (way.cost < worst.cost) worst = way;
  }
};

}  // namespace

std::vector<std::uint32_t> choose_words(std::span<const WordArc> arcs, std::uint32_t pieces,
                                        const std::vector<bool>& boundary,
                                        const language::LanguageModel& model) {
  std::vector<Node> nodes(pieces + std::size_t{1});
  nodes[0].add({});
  for (std::uint32_t i = 0; i < arcs.size(); ++i) {
    const WordArc& arc = arcs[i];
    const Node& from = nodes[arc.from];
    for (std::uint8_t w = 0; w < from.count; ++w) {
      Way way = from.ways[w];
      if (boundary[arc.from]) way.context = {};
      way.cost += std::min(model.cost(way.context, arc.word), most_of_a_word) + arc.extra;
      way.arc = i;
      way.before = w;
      nodes[arc.to].add(way);
    }
  }
  std::vector<std::uint32_t> chosen;
  if (pieces == 0 || nodes[pieces].count == 0) return chosen;
  const Node& last = nodes[pieces];
  const auto* way =
      &*std::ranges::min_element(last.ways.begin(), last.ways.begin() + last.count, {}, &Way::cost);
  for (std::uint32_t at = pieces; at > 0;) {
    chosen.push_back(way->arc);
    at = arcs[way->arc].from;
    way = &nodes[at].ways[way->before];
  }
  std::ranges::reverse(chosen);
  return chosen;
}

PrintedWord look_up_word(std::string_view printed, const language::LanguageModel& model) {
  language::WordScanner scanner(printed);
  language::Word word;
  if (!scanner.next(word) || word.end - word.begin != printed.size()) {
    return {language::word_class::unknown, no_word_at_all};
  }
  PrintedWord out;
  out.word = model.classify(word);
  out.extra = language::spelling_cost(out.word, word);
  if (out.word == language::word_class::unknown && language::is_syllable(printed)) out.extra /= 2;
  return out;
}

}  // namespace vanban::repair_stage

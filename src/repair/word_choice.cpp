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

/// Ways kept at a piece, with different last words.
constexpr std::size_t most_ways = 12;

/// The ways to each piece. Most pieces have a single one: only the others get room for more.
class Ways {
 public:
  explicit Ways(std::size_t pieces) : nodes_(pieces) {}

  void add(std::uint32_t piece, const Way& way) {
    Node& node = nodes_[piece];
    if (node.count == 0) {
      node.only = way;
      node.count = 1;
      return;
    }
    if (node.more == none) {
      node.more = static_cast<std::uint32_t>(more_.size());
      more_.emplace_back()[0] = node.only;
    }
    Block& ways = more_[node.more];
    for (std::uint8_t i = 0; i < node.count; ++i) {
      if (ways[i].context == way.context) {
        if (way.cost < ways[i].cost) ways[i] = way;
        return;
      }
    }
    if (node.count < most_ways) {
      ways[node.count++] = way;
      return;
    }
    Way& worst = *std::ranges::max_element(ways, {}, &Way::cost);
    if (way.cost < worst.cost) worst = way;
  }

  [[nodiscard]] std::span<const Way> to(std::uint32_t piece) const {
    const Node& node = nodes_[piece];
    return {node.more == none ? &node.only : more_[node.more].data(), node.count};
  }

 private:
  using Block = std::array<Way, most_ways>;
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  struct Node {
    Way only;
    std::uint32_t more = none;
    std::uint8_t count = 0;
  };
  std::vector<Node> nodes_;
  std::vector<Block> more_;
};

/// Which pieces have one reading alone, that no other passes over.
std::vector<bool> find_settled(std::span<const WordArc> arcs, std::uint32_t pieces) {
  std::vector<bool> settled(pieces + std::size_t{1}, false);
  std::uint32_t reach = 0;  // of the arcs before
  for (std::size_t i = 0; i < arcs.size();) {
    const WordArc& arc = arcs[i];
    std::size_t next = i + 1;
    std::uint32_t farthest = arc.to;
    for (; next < arcs.size() && arcs[next].from == arc.from; ++next) {
      farthest = std::max(farthest, arcs[next].to);
    }
    settled[arc.from] = next == i + 1 && arc.to == arc.from + 1 && reach <= arc.from;
    reach = std::max(reach, farthest);
    i = next;
  }
  return settled;
}

}  // namespace

std::vector<std::uint32_t> choose_words(std::span<const WordArc> arcs, std::uint32_t pieces,
                                        const std::vector<bool>& boundary,
                                        const language::LanguageModel& model) {
  Ways ways(pieces + std::size_t{1});
  ways.add(0, {});
  const std::vector<bool> settled = find_settled(arcs, pieces);
  for (std::uint32_t i = 0; i < arcs.size(); ++i) {
    const WordArc& arc = arcs[i];
    const std::size_t count = ways.to(arc.from).size();
    if (settled[arc.from] && count == 1) {
      // What the only way costs decides nothing; what it knows is asked by the next choice.
      Way way = ways.to(arc.from)[0];
      const auto last = boundary[arc.from] ? language::word_class::boundary : way.context.last;
      way.context = {arc.word, Context::no_bigram};
      if (!settled[arc.to] && arc.word != language::word_class::boundary) {
        way.context.bigram = model.find_pair(model.locate_pair(last, arc.word));
      }
      way.arc = i;
      way.before = 0;
      ways.add(arc.to, way);
      continue;
    }
    for (std::size_t w = 0; w < count; ++w) {
      Way way = ways.to(arc.from)[w];
      if (boundary[arc.from]) way.context = {};
      way.cost += std::min(model.cost(way.context, arc.word), most_of_a_word) + arc.extra;
      way.arc = i;
      way.before = static_cast<std::uint8_t>(w);
      ways.add(arc.to, way);
    }
  }
  std::vector<std::uint32_t> chosen;
  if (pieces == 0 || ways.to(pieces).empty()) return chosen;
  const Way* way = &*std::ranges::min_element(ways.to(pieces), {}, &Way::cost);
  for (std::uint32_t at = pieces; at > 0;) {
    chosen.push_back(way->arc);
    at = arcs[way->arc].from;
    way = &ways.to(at)[way->before];
  }
  std::ranges::reverse(chosen);
  return chosen;
}

bool may_be_word(std::string_view word, const language::LanguageModel& model) {
  return model.find(word) != language::word_class::unknown || language::is_syllable(word);
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

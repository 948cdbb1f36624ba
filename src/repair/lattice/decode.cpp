// Viterbi with a beam over the pieces of a text. A state is where we are, the model's context and
// how many blanks of the next gap the last word has taken. Contexts hold two words, so that a
// stretch of arcs is settled two words after its last one.
#include "repair/lattice/decode.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

#include "repair/lattice/document_words.hpp"

namespace vanban::repair_stage::lattice {
namespace {

using language::Context;
using language::LanguageModel;
using language::WordId;

constexpr std::size_t beam = 8;
constexpr std::uint32_t as_it_stands = 0xFFFFFFFF;
constexpr std::uint32_t nowhere = 0xFFFFFFFF;
constexpr float impossible = std::numeric_limits<float>::infinity();
/// Either reading of a line break, a wrap or an end, is as likely.
constexpr float coin = 0.7F;
/// A reading so many nats behind the best one takes nothing from its likelihood.
constexpr float no_rival = 16;
/// A state so many nats behind the best one at its piece has no future.
constexpr float max_behind = 7;

struct alignas(16) State {
  float cost = 0;
  Context context;
  std::uint32_t from = nowhere;  ///< the state before, in `states`
  std::uint32_t arc = as_it_stands;
  std::uint32_t piece = 0;  ///< where this state stands
  std::uint8_t taken = 0;   ///< blanks of the next gap that are letters of the word before
};

/// The states that are alive at one piece, at most `beam` of them.
struct Node {
  std::array<std::uint32_t, beam> states{};
  std::size_t size = 0;
  float best = impossible;
};

/// The pairs of some words with others that may follow, looked up all at once: memory for each is
/// on its way while others are searched for.
class Pairs {
 public:
  void clear() {
    lasts_.clear();
    nexts_.clear();
    pairs_.clear();
  }
  void add_last(WordId word) {
    if (row_of(word) == lasts_.size()) lasts_.push_back(word);
  }
  void add_next(WordId word) { nexts_.push_back(word); }

  void look_up(const LanguageModel& model) {
    places_.clear();
    for (const WordId last : lasts_) {
      for (const WordId next : nexts_) {
        places_.push_back(model.locate_pair(last, next));
        model.prefetch_bucket(places_.back());
      }
    }
    for (const LanguageModel::PairPlace place : places_) model.prefetch_rows(place);
    for (const LanguageModel::PairPlace place : places_) pairs_.push_back(model.find_pair(place));
  }

  /// Of `last`, which was added, and the word that was added as the `next`-th.
  [[nodiscard]] std::uint32_t find(WordId last, std::size_t next) const {
    return pairs_[row_of(last) * nexts_.size() + next];
  }
  [[nodiscard]] std::size_t count_of_next() const { return nexts_.size(); }

 private:
  [[nodiscard]] std::size_t row_of(WordId last) const {
    return static_cast<std::size_t>(std::ranges::find(lasts_, last) - lasts_.begin());
  }

  std::vector<WordId> lasts_;
  std::vector<WordId> nexts_;
  std::vector<LanguageModel::PairPlace> places_;
  std::vector<std::uint32_t> pairs_;
};

class Decoder {
 public:
  Decoder(const Pieces& pieces, const Arcs& arcs, const LanguageModel& model,
          const DocumentWords& document, const Channel& channel)
      : pieces_(pieces),
        arcs_(arcs.arcs),
        rewrites_(arcs.rewrites),
        model_(model),
        document_(document),
        channel_(channel) {}

  /// Nats of `next` in this document, after `context`, which moves on.
  float word_at(Context& context, WordId next) const {
    return word_at(context, next, model_.find_pair(model_.locate_pair(context.last, next)));
  }
  float word_at(Context& context, WordId next, std::uint32_t pair) const {
    const WordId last = context.last;
    return document_.cost(last, next, model_.cost(context, next, pair));
  }

  std::vector<Reading> run() {
    const auto size = static_cast<std::uint32_t>(arcs_.size());
    for (std::uint32_t first = 0; first < size;) {
      // Arcs that are less than two words apart decide together, up to the end of a sentence.
      std::uint32_t end = arcs_[first].last;
      std::uint32_t last = first;
      while (last < size && arcs_[last].first <= end + context_words &&
             !parted(end, arcs_[last].first) &&
             !(end - arcs_[first].first > longest && arcs_[last].first >= end)) {
        end = std::max(end, arcs_[last++].last);
      }
      decode_stretch(first, last, end);
      first = last;
    }
    return std::move(readings_);
  }

 private:
  static constexpr std::uint32_t context_words = 2;
  /// Pieces of a stretch: memory must not grow with a text that has no sentences.
  static constexpr std::uint32_t longest = 500;

  /// Whether a sentence ends at `end` or behind it, before piece `next` is over.
  [[nodiscard]] bool parted(std::uint32_t end, std::uint32_t next) const {
    for (std::uint32_t i = end; i <= next; ++i) {
      if (pieces_.gaps[i].boundary) return true;
    }
    return false;
  }

  [[nodiscard]] std::uint32_t piece_count() const {
    return static_cast<std::uint32_t>(pieces_.words.size());
  }

  /// The context before a piece where the text stands as it is.
  [[nodiscard]] Context context_before(std::uint32_t piece) const {
    std::uint32_t begin = piece;
    while (begin > 0 && piece - begin < context_words && !pieces_.gaps[begin].boundary) --begin;
    Context context;
    for (std::uint32_t i = begin; i < piece; ++i) {
      if (pieces_.gaps[i].boundary) context = {};
      model_.cost(context, pieces_.words[i].id);
    }
    return context;
  }

  /// What the blanks before `piece` cost when `taken` and `lead` of them are letters.
  [[nodiscard]] float blank_cost(std::uint32_t piece, std::uint32_t taken,
                                 std::uint32_t lead) const {
    const Gap& gap = pieces_.gaps[piece];
    if (gap.head > max_blanks) return 0;
    if (gap.joined) {
      if (taken + lead + 1 > gap.tail) return impossible;
      const std::uint32_t surplus = gap.tail - 1 - taken - lead;
      return static_cast<float>(surplus) * channel_.surplus_blank;
    }
    // A blank before a comma is as odd as one more between two words; behind a line it is nothing.
    float cost = 0;
    if (!gap.newline && gap.tail > gap.tail_kept + taken) cost += channel_.surplus_blank;
    if (gap.head > gap.head_kept + lead) {
      cost += gap.newline ? channel_.surplus_indent : channel_.surplus_blank;
    }
    return cost;
  }

  /// Nats of the words of an arc, or of `piece` as it stands, after `context`, which moves on;
  /// `fresh` where the context is to end before.
  float word_cost(std::uint32_t piece, std::uint32_t arc, Context& context, bool fresh) const {
    float cost = 0;
    if (fresh) {
      const WordId end = language::word_class::boundary;
      cost = model_.cost(context, end, pair_with(context.last, end, pairs_.count_of_next() - 1));
      context = {};
    }
    const WordId first = first_word(piece, arc);
    const std::uint32_t pair = pair_with(context.last, first, column_of(arc));
    if (arc == as_it_stands) {
      return cost + word_at(context, first, pair) + pieces_.words[piece].spelling;
    }
    if (arcs_[arc].rewrite == no_rewrite) return cost + word_at(context, first, pair);
    const Rewrite& rewrite = rewrites_[arcs_[arc].rewrite];
    cost += word_at(context, first, pair) + rewrite.spelling[0];
    for (std::size_t i = 1; i < rewrite.count; ++i) {
      cost += word_at(context, rewrite.words[i]) + rewrite.spelling[i];
    }
    return cost;
  }

  [[nodiscard]] WordId first_word(std::uint32_t piece, std::uint32_t arc) const {
    if (arc == as_it_stands) return pieces_.words[piece].id;
    return arcs_[arc].rewrite == no_rewrite ? arcs_[arc].word
                                            : rewrites_[arcs_[arc].rewrite].words[0];
  }

  /// Where `pairs_` has the first word of an arc of its piece.
  [[nodiscard]] std::size_t column_of(std::uint32_t arc) const {
    return arc == as_it_stands ? 0 : arc - pairs_from_ + std::size_t{1};
  }

  [[nodiscard]] std::uint32_t pair_with(WordId last, WordId next, std::size_t column) const {
    return has_pairs_ ? pairs_.find(last, column)
                      : model_.find_pair(model_.locate_pair(last, next));
  }

  /// Looks up the pairs of all words that the states at `piece` end with, and all that may follow.
  void look_up_pairs(const Node& node, std::uint32_t piece, std::uint32_t first_arc,
                     std::uint32_t last_arc) {
    pairs_.clear();
    for (std::size_t i = 0; i < node.size; ++i) {
      pairs_.add_last(states_[node.states[i]].context.last);
    }
    pairs_.add_next(pieces_.words[piece].id);
    for (std::uint32_t a = first_arc; a < last_arc; ++a) pairs_.add_next(first_word(piece, a));
    const Gap& gap = pieces_.gaps[piece];
    if (gap.newline || gap.boundary) {
      pairs_.add_last(language::word_class::boundary);
      pairs_.add_next(language::word_class::boundary);
    }
    pairs_.look_up(model_);
    pairs_from_ = first_arc;
    has_pairs_ = true;
  }

  void put(std::uint32_t piece, const State& state) {
    Node& node = nodes_[piece - base_];
    if (state.cost > node.best + max_behind) return;
    node.best = std::min(node.best, state.cost);
    std::size_t worst = 0;
    for (std::size_t i = 0; i < node.size; ++i) {
      State& other = states_[node.states[i]];
      if (other.context == state.context && other.taken == state.taken) {
        if (state.cost < other.cost) {
          node.states[i] = static_cast<std::uint32_t>(states_.size());
          states_.push_back(state);
        }
        return;
      }
      if (other.cost > states_[node.states[worst]].cost) worst = i;
    }
    if (node.size < beam) {
      node.states[node.size++] = static_cast<std::uint32_t>(states_.size());
    } else if (state.cost < states_[node.states[worst]].cost) {
      node.states[worst] = static_cast<std::uint32_t>(states_.size());
    } else {
      return;
    }
    model_.prefetch_third(state.context.bigram);
    states_.push_back(state);
  }

  /// Goes on from a state by one word, the arc `arc` or the piece as it stands.
  void step(std::uint32_t from, std::uint32_t arc) {
    const State before = states_[from];
    const std::uint32_t piece = before.piece;
    const bool edited = arc != as_it_stands;
    const bool lost_word = edited && arcs_[arc].first == arcs_[arc].last;
    State after;
    after.from = from;
    after.arc = arc;
    after.piece = edited ? arcs_[arc].last : piece + 1;
    float cost = before.cost;
    if (lost_word) {
      // The lost word and the blank before it.
      const std::uint32_t taken = before.taken + arcs_[arc].lead + 1U;
      const Gap& before_it = pieces_.gaps[piece];
      if (taken + (before_it.joined ? 1U : before_it.tail_kept) > before_it.tail) return;
      after.taken = static_cast<std::uint8_t>(taken);
      cost += arcs_[arc].cost;
    } else {
      after.taken = edited ? arcs_[arc].trail : std::uint8_t{0};
      cost += blank_cost(piece, before.taken, edited ? arcs_[arc].lead : 0U);
      if (edited) cost += arcs_[arc].cost;
    }
    // A word costs something, so that this state would only fall further behind.
    if (cost > nodes_[after.piece - base_].best + max_behind || cost == impossible) return;
    const Gap& gap = pieces_.gaps[piece];
    const bool ends = gap.boundary && piece != start_;
    const bool may_end = !gap.boundary && gap.newline && !lost_word && piece != start_;
    if (may_end) {
      after.context = before.context;
      after.cost = cost + coin + word_cost(piece, arc, after.context, true);
      put(after.piece, after);
      cost += coin;
    }
    after.context = before.context;
    after.cost = cost + word_cost(piece, arc, after.context, ends);
    put(after.piece, after);
  }

  void decode_stretch(std::uint32_t first_arc, std::uint32_t last_arc, std::uint32_t end) {
    start_ = arcs_[first_arc].first;
    std::uint32_t stop = end;
    while (stop < piece_count() && stop < end + context_words && !pieces_.gaps[stop].boundary) {
      ++stop;
    }
    base_ = start_;
    states_.clear();
    nodes_.assign(stop - base_ + 1, {});
    State initial;
    initial.context = context_before(start_);
    initial.piece = start_;
    const Gap& gap = pieces_.gaps[start_];
    if (gap.newline && !gap.boundary) {
      State fresh = initial;
      fresh.cost = model_.cost(fresh.context, language::word_class::boundary);
      fresh.context = {};
      put(start_, fresh);
    }
    if (gap.boundary) initial.context = {};
    put(start_, initial);
    std::uint32_t arc = first_arc;
    for (std::uint32_t piece = start_; piece < stop; ++piece) {
      const std::uint32_t arcs_from = arc;
      while (arc < last_arc && arcs_[arc].first == piece) ++arc;
      Node& node = nodes_[piece - base_];
      // Lost words lead to states of the same piece: those in the node now, then all of them.
      has_pairs_ = false;
      const std::size_t before = node.size;
      const auto entered = node.states;
      for (std::size_t i = 0; i < before; ++i) {
        for (std::uint32_t a = arcs_from; a < arc; ++a) {
          if (arcs_[a].first == arcs_[a].last) step(entered[i], a);
        }
      }
      const Node alive = node;
      look_up_pairs(alive, piece, arcs_from, arc);
      for (std::size_t i = 0; i < alive.size; ++i) {
        step(alive.states[i], as_it_stands);
        for (std::uint32_t a = arcs_from; a < arc; ++a) {
          if (arcs_[a].first != arcs_[a].last) step(alive.states[i], a);
        }
      }
    }
    has_pairs_ = false;
    trace(stop);
  }

  void trace(std::uint32_t stop) {
    const Node& node = nodes_[stop - base_];
    std::uint32_t best = nowhere;
    float best_cost = impossible;
    for (std::size_t i = 0; i < node.size; ++i) {
      float cost = states_[node.states[i]].cost;
      if (pieces_.gaps[stop].boundary) {
        Context context = states_[node.states[i]].context;
        cost += model_.cost(context, language::word_class::boundary);
        cost += blank_cost(stop, states_[node.states[i]].taken, 0);
      }
      if (cost < best_cost) {
        best_cost = cost;
        best = node.states[i];
      }
    }
    if (best == nowhere) return;
    path_.clear();
    for (std::uint32_t at = best; states_[at].from != nowhere; at = states_[at].from) {
      path_.push_back(at);
    }
    std::ranges::reverse(path_);
    for (std::size_t i = 0; i < path_.size(); ++i) {
      if (states_[path_[i]].arc != as_it_stands) judge(i);
    }
  }

  /// Cost of going from `state` over the given arcs (or pieces as they stand) and then over the
  /// best way's next two words; `impossible` from `most` on.
  float cost_over(State state, std::span<const std::uint32_t> arcs, std::size_t next_step,
                  float most = impossible) {
    const std::size_t kept_states = states_.size();
    std::array<std::uint32_t, context_words> rest{};
    std::size_t rest_size = 0;
    for (std::size_t i = next_step; i < path_.size() && rest_size < rest.size(); ++i) {
      rest[rest_size++] = states_[path_[i]].arc;
    }
    const auto walk = [&](std::uint32_t arc) {
      // One word at a time through a node of its own, of which the best state goes on.
      const std::uint32_t target = arc == as_it_stands ? state.piece + 1 : arcs_[arc].last;
      Node& node = nodes_[target - base_];
      const Node saved = node;
      node = {};
      states_.push_back(state);
      step(static_cast<std::uint32_t>(states_.size() - 1), arc);
      bool found = false;
      State best;
      best.cost = impossible;
      for (std::size_t i = 0; i < node.size; ++i) {
        if (states_[node.states[i]].cost < best.cost) {
          best = states_[node.states[i]];
          found = true;
        }
      }
      node = saved;
      state = best;
      return found;
    };
    bool possible = true;
    for (const std::uint32_t arc : arcs) possible = possible && walk(arc);
    for (std::size_t i = 0; i < rest_size; ++i) {
      possible = possible && state.cost < most && walk(rest[i]);
    }
    float cost = possible ? state.cost : impossible;
    if (possible && pieces_.gaps[state.piece].boundary) {
      cost += model_.cost(state.context, language::word_class::boundary);
      cost += blank_cost(state.piece, state.taken, 0);
    }
    states_.resize(kept_states);
    return cost;
  }

  /// Of the arcs from `first_arc` on with the words before and behind them.
  void prefetch_pairs(WordId last, std::uint32_t first_arc, std::uint32_t count,
                      std::size_t next_step) {
    const auto for_each = [&](const auto& visit) {
      for (std::uint32_t a = first_arc; a < first_arc + count; ++a) {
        const WordId word = first_word(arcs_[a].first, a);
        visit(model_.locate_pair(last, word));
        if (next_step == path_.size()) continue;
        const State& before = states_[states_[path_[next_step]].from];
        const WordId next = first_word(before.piece, states_[path_[next_step]].arc);
        visit(model_.locate_pair(word, next));
      }
    };
    for_each([this](LanguageModel::PairPlace place) { model_.prefetch_bucket(place); });
    for_each([this](LanguageModel::PairPlace place) { model_.prefetch_rows(place); });
  }

  void judge(std::size_t step_index) {
    const std::uint32_t chosen = states_[path_[step_index]].arc;
    const Arc& arc = arcs_[chosen];
    State before = states_[states_[path_[step_index]].from];
    before.cost = 0;
    const float cost = cost_over(before, {&chosen, 1}, step_index + 1);
    plain_.assign(arc.last - arc.first, as_it_stands);
    const float plain_cost = cost_over(before, plain_, step_index + 1);
    double rivals = std::exp(double{cost - plain_cost});
    const auto same_place = [this, &arc](const Arc& other) {
      return other.first == arc.first && other.last == arc.last && other.lead == arc.lead &&
             other.trail == arc.trail && is_other(other, arc);
    };
    const auto siblings = std::ranges::lower_bound(arcs_, arc.first, {}, &Arc::first);
    std::uint32_t count = 0;
    for (auto other = siblings; other != arcs_.end() && other->first == arc.first; ++other) ++count;
    prefetch_pairs(before.context.last, static_cast<std::uint32_t>(siblings - arcs_.begin()), count,
                   step_index + 1);
    for (auto other = siblings; other != arcs_.end() && other->first == arc.first; ++other) {
      if (!same_place(*other)) continue;
      const auto index = static_cast<std::uint32_t>(other - arcs_.begin());
      const float other_cost = cost_over(before, {&index, 1}, step_index + 1, cost + no_rival);
      rivals += std::exp(double{cost - other_cost});
    }
    readings_.push_back({arc, plain_cost - cost, 1 / (1 + rivals)});
    if (arc.first == arc.last) readings_.back().arc.trail = before.taken;
  }

  /// Whether two arcs of one place put something else there.
  [[nodiscard]] bool is_other(const Arc& one, const Arc& other) const {
    // The other place of a tone mark makes no other word.
    if (one.rewrite == no_rewrite && other.rewrite == no_rewrite) return one.word != other.word;
    if (one.rewrite == no_rewrite || other.rewrite == no_rewrite) return one.word != other.word;
    return rewrites_[one.rewrite].text != rewrites_[other.rewrite].text;
  }

  const Pieces& pieces_;
  const std::vector<Arc>& arcs_;
  const std::vector<Rewrite>& rewrites_;
  const LanguageModel& model_;
  const DocumentWords& document_;
  const Channel& channel_;
  Pairs pairs_;  ///< of a piece: with the word as it stands, its arcs, and the end of a sentence
  std::uint32_t pairs_from_ = 0;  ///< the first arc of that piece
  bool has_pairs_ = false;        ///< whether they are of the piece where states go on from
  std::vector<State> states_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> path_;
  std::vector<std::uint32_t> plain_;
  std::vector<Reading> readings_;
  std::uint32_t base_ = 0;
  std::uint32_t start_ = 0;
};

}  // namespace

std::vector<Reading> decode(const Pieces& pieces, const Arcs& arcs, const LanguageModel& model,
                            const DocumentWords& document, const Channel& channel) {
  return Decoder(pieces, arcs, model, document, channel).run();
}

}  // namespace vanban::repair_stage::lattice

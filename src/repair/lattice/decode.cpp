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

constexpr std::uint32_t as_it_stands = 0xFFFFFFFF;
constexpr std::uint32_t nowhere = 0xFFFFFFFF;
constexpr float impossible = std::numeric_limits<float>::infinity();
/// Either reading of a line break, a wrap or an end, is as likely.
constexpr float coin = 0.7F;
/// A reading so many nats behind the best one takes nothing from its likelihood.
constexpr float no_rival = 16;
struct alignas(16) State {
  float cost = 0;
  Context context;
  std::uint32_t from = nowhere;  ///< the state before, in `states`
  std::uint32_t arc = as_it_stands;
  std::uint32_t piece = 0;  ///< where this state stands
  std::uint8_t taken = 0;   ///< blanks of the next gap that are letters of the word before
};

/// Of a stretch; longer ones are rare.
constexpr std::size_t usual_pieces = 32;
constexpr std::size_t usual_states = 128;

/// The states that are alive at one piece.
struct Node {
  std::array<std::uint32_t, widest.states> states{};
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
  }
  void add_last(WordId word) {
    if (row_of(word) == lasts_.size()) lasts_.push_back(word);
  }
  void add_next(WordId word) { nexts_.push_back(word); }

  void look_up(const LanguageModel& model) {
    const std::size_t count = lasts_.size() * nexts_.size();
    places_.resize(count);
    pairs_.resize(count);
    LanguageModel::PairPlace* place = places_.data();
    for (const WordId last : lasts_) {
      for (const WordId next : nexts_) {
        *place = model.locate_pair(last, next);
        model.prefetch_bucket(*place++);
      }
    }
    for (const LanguageModel::PairPlace one : places_) model.prefetch_rows(one);
    for (std::size_t i = 0; i < count; ++i) pairs_[i] = model.find_pair(places_[i]);
  }

  /// Of `last`, which was added, with the words in the order in which they were added.
  [[nodiscard]] const std::uint32_t* with(WordId last) const {
    return pairs_.data() + row_of(last) * nexts_.size();
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
          const DocumentWords& document, const Channel& channel, const Width& width)
      : pieces_(pieces),
        arcs_(arcs.arcs),
        rewrites_(arcs.rewrites),
        model_(model),
        document_(document),
        channel_(channel),
        width_(width) {
    states_.reserve(usual_states);
    nodes_.reserve(usual_pieces);
    path_.reserve(usual_pieces);
  }

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

  /// Pairs that were looked up for a state: with its last word, and with the start of a sentence.
  struct KnownPairs {
    const std::uint32_t* with_last = nullptr;
    const std::uint32_t* at_start = nullptr;
    std::size_t column = 0;  ///< of the word to come
    std::size_t end = 0;     ///< of the end of a sentence
  };

  /// Nats of the words of an arc, or of `piece` as it stands, after `context`, which moves on;
  /// `fresh` where the context is to end before.
  float word_cost(std::uint32_t piece, std::uint32_t arc, Context& context, bool fresh,
                  const KnownPairs& known) const {
    const auto pair_with = [&](WordId next, const std::uint32_t* pairs, std::size_t column) {
      return pairs != nullptr ? pairs[column]
                              : model_.find_pair(model_.locate_pair(context.last, next));
    };
    float cost = 0;
    if (fresh) {
      const WordId end = language::word_class::boundary;
      cost = model_.cost(context, end, pair_with(end, known.with_last, known.end));
      context = {};
    }
    const WordId first = first_word(piece, arc);
    const std::uint32_t pair =
        pair_with(first, fresh ? known.at_start : known.with_last, known.column);
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

  [[nodiscard]] bool may_begin_sentence(std::uint32_t piece) const {
    return pieces_.gaps[piece].newline || pieces_.gaps[piece].boundary;
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
    if (may_begin_sentence(piece)) {
      pairs_.add_last(language::word_class::boundary);
      pairs_.add_next(language::word_class::boundary);
    }
    pairs_.look_up(model_);
  }

  void put(std::uint32_t piece, const State& state) {
    Node& node = nodes_[piece - base_];
    if (state.cost > node.best + width_.max_behind) return;
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
    if (node.size < width_.states) {
      node.states[node.size++] = static_cast<std::uint32_t>(states_.size());
    } else if (state.cost < states_[node.states[worst]].cost) {
      node.states[worst] = static_cast<std::uint32_t>(states_.size());
    } else {
      return;
    }
    model_.prefetch_third(state.context.bigram);
    states_.push_back(state);
  }

  /// Where the arc `arc`, or the piece as it stands, leads from `before`, without the cost of the
  /// words; `impossible` where it leads nowhere.
  [[nodiscard]] State lead_on(const State& before, std::uint32_t arc) const {
    const std::uint32_t piece = before.piece;
    State after;
    after.context = before.context;
    after.arc = arc;
    if (arc == as_it_stands) {
      after.piece = piece + 1;
      after.cost = before.cost + blank_cost(piece, before.taken, 0);
      return after;
    }
    const Arc& one = arcs_[arc];
    after.piece = one.last;
    if (one.first != one.last) {
      after.taken = one.trail;
      after.cost = before.cost + blank_cost(piece, before.taken, one.lead) + one.cost;
      return after;
    }
    // The lost word and the blank before it.
    const std::uint32_t taken = before.taken + one.lead + 1U;
    const Gap& before_it = pieces_.gaps[piece];
    const bool fits = taken + (before_it.joined ? 1U : before_it.tail_kept) <= before_it.tail;
    after.taken = static_cast<std::uint8_t>(taken);
    after.cost = fits ? before.cost + one.cost : impossible;
    return after;
  }

  /// Calls `visit(state)` for each way to read the words from `piece` to `after`: a line that ends
  /// between them may be a wrapped one or not.
  template <class Visit>
  void for_each_way(std::uint32_t piece, const State& after, const KnownPairs& known,
                    const Visit& visit) const {
    const Gap& gap = pieces_.gaps[piece];
    const bool begins = piece == start_;
    const bool lost_word = after.piece == piece;
    const bool may_end = !gap.boundary && gap.newline && !lost_word && !begins;
    State way = after;
    float cost = after.cost;
    if (may_end) {
      way.cost = cost + coin + word_cost(piece, after.arc, way.context, true, known);
      visit(way);
      way.context = after.context;
      cost += coin;
    }
    way.cost = cost + word_cost(piece, after.arc, way.context, gap.boundary && !begins, known);
    visit(way);
  }

  /// Goes on from the state number `from` by one word, the arc `arc` or the piece as it stands.
  void step(std::uint32_t from, const State& before, std::uint32_t arc, const KnownPairs& known) {
    State after = lead_on(before, arc);
    // A word costs something, so that this state would only fall further behind.
    if (after.cost > nodes_[after.piece - base_].best + width_.max_behind ||
        after.cost == impossible) {
      return;
    }
    after.from = from;
    for_each_way(before.piece, after, known, [this](const State& way) { put(way.piece, way); });
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
      const auto is_lost_word = [this](std::uint32_t a) { return arcs_[a].first == arcs_[a].last; };
      const Node entered = node;
      for (std::size_t i = 0; i < entered.size; ++i) {
        for (std::uint32_t a = arcs_from; a < arc; ++a) {
          if (is_lost_word(a)) step(entered.states[i], State(states_[entered.states[i]]), a, {});
        }
      }
      const Node alive = node;
      look_up_pairs(alive, piece, arcs_from, arc);
      KnownPairs known;
      if (may_begin_sentence(piece)) known.at_start = pairs_.with(language::word_class::boundary);
      known.end = pairs_.count_of_next() - 1;
      for (std::size_t i = 0; i < alive.size; ++i) {
        const State before = states_[alive.states[i]];
        known.with_last = pairs_.with(before.context.last);
        known.column = 0;
        step(alive.states[i], before, as_it_stands, known);
        for (std::uint32_t a = arcs_from; a < arc; ++a) {
          ++known.column;
          if (!is_lost_word(a)) step(alive.states[i], before, a, known);
        }
      }
    }
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
  [[nodiscard]] float cost_over(State state, std::span<const std::uint32_t> arcs,
                                std::size_t next_step, float most = impossible) const {
    std::array<std::uint32_t, context_words> rest{};
    std::size_t rest_size = 0;
    for (std::size_t i = next_step; i < path_.size() && rest_size < rest.size(); ++i) {
      rest[rest_size++] = states_[path_[i]].arc;
    }
    // One word at a time, of whose ways the best one goes on.
    const auto walk = [&](std::uint32_t arc) {
      const State after = lead_on(state, arc);
      if (after.cost == impossible) return false;
      State best;
      best.cost = impossible;
      for_each_way(state.piece, after, {}, [&best](const State& way) {
        if (way.cost < best.cost) best = way;
      });
      state = best;
      return true;
    };
    bool possible = true;
    for (const std::uint32_t arc : arcs) possible = possible && walk(arc);
    for (std::size_t i = 0; i < rest_size; ++i) {
      possible = possible && state.cost < most && walk(rest[i]);
    }
    if (!possible) return impossible;
    if (!pieces_.gaps[state.piece].boundary) return state.cost;
    const float cost = state.cost + model_.cost(state.context, language::word_class::boundary);
    return cost + blank_cost(state.piece, state.taken, 0);
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
  Width width_;
  Pairs pairs_;  ///< of a piece: with the word as it stands, its arcs, and the end of a sentence
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
                            const DocumentWords& document, const Channel& channel,
                            const Width& width) {
  return Decoder(pieces, arcs, model, document, channel, width).run();
}

}  // namespace vanban::repair_stage::lattice

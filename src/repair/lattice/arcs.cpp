#include "repair/lattice/arcs.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "repair/lattice/triage.hpp"
#include "repair/lattice/word_arcs.hpp"

namespace vanban::repair_stage::lattice {

namespace {

/// No context makes up for more nats than this.
constexpr float max_cost = 19;
/// Nats by which a reading may look worse than the text as it stands: the words beside it have not
/// been asked, and may be damaged themselves.
constexpr float flat_slack = 4;
constexpr float slack = 9;
constexpr float no_limit = 1000;
/// More than sums in another order can differ by.
constexpr float rounding = 0.01F;
/// Readings of one kind that are weighed in their context.
constexpr std::size_t most_priced = 60;
/// Readings of a place before they are weighed: seldom more.
constexpr std::size_t usual_count = 64;
/// Nats behind the best reading of the same pieces.
constexpr float behind_best = 11;

/// One piece behind a row of single letters ("K Ế  H O Ạ C H") that begins at `first`; `first`
/// where none does. Such a row is a way to print, and every blank of it would be a letter.
std::uint32_t end_of_spaced_letters(const Pieces& pieces, std::uint32_t first) {
  constexpr std::uint32_t shortest = 6;
  std::uint32_t end = first;
  while (end < pieces.words.size() && pieces.words[end].word.letters == 1 &&
         (end == first || pieces.gaps[end].joined)) {
    ++end;
  }
  return end - first >= shortest ? end : first;
}

/// How badly the place of a piece reads: a wrong word makes the next one unlikely, too.
float badness(const Pieces& pieces, std::uint32_t piece) {
  const float own = pieces.words[piece].cost + (pieces.words[piece].scrap ? scrap_surcharge : 0);
  const bool last = piece + 1 == pieces.words.size() || pieces.gaps[piece + 1].boundary;
  return last ? own : std::max(own, pieces.words[piece + 1].cost);
}

/// Whether there are more blanks beside a piece than words need.
bool has_surplus_blanks(const Pieces& pieces, std::uint32_t piece) {
  const Gap& before = pieces.gaps[piece];
  const Gap& behind = pieces.gaps[piece + 1];
  return before.head > (before.joined ? 1U : before.head_kept) ||
         behind.tail > (behind.joined ? 1U : behind.tail_kept) ||
         (!before.joined && before.tail > before.tail_kept);
}

/// "I I I": numerals side by side, which nobody reads badly.
bool is_parted_numeral(const Pieces& pieces, std::uint32_t piece) {
  const auto is_numeral = [&pieces](std::uint32_t i) {
    return pieces.words[i].word.kind == language::WordKind::roman;
  };
  return is_numeral(piece) && piece + 1 < pieces.words.size() && is_numeral(piece + 1) &&
         pieces.gaps[piece + 1].joined && pieces.gaps[piece + 1].tail == 1;
}

/// Whether the blanks there may say that letters are lost: some of them, or what stood between two;
/// or whether they part a word.
bool may_be_letters(const Pieces& pieces, std::uint32_t piece, RepairKind kind) {
  if (kind == RepairKind::dropped_glyph) return has_surplus_blanks(pieces, piece);
  if (kind == RepairKind::split_word) return is_parted_numeral(pieces, piece);
  const Gap& before = pieces.gaps[piece];
  return kind == RepairKind::dropped_letter && before.joined && before.tail == 2;
}

/// The pieces behind one another from some place on, as they stand.
class Standing {
 public:
  /// From piece `first` on, as far as arcs reach that are `most` pieces long.
  void begin(const Pieces& pieces, std::uint32_t first, std::uint32_t most) {
    first_ = first;
    costs_.clear();
    float cost = 0;
    for (std::uint32_t last = first; last <= first + most; ++last) {
      const bool more = last < pieces.words.size();
      const bool reads_on = more && !pieces.gaps[last].boundary;
      costs_.push_back(reads_on ? cost + pieces.words[last].cost : cost);
      if (!more || pieces.words[last].closed) break;
      cost += pieces.words[last].cost;
    }
  }

  /// A piece of the arc is closed.
  [[nodiscard]] bool has_closed(const Arc& arc) const { return arc.last - first_ >= costs_.size(); }
  /// What the pieces of an arc, and the word behind them, cost.
  [[nodiscard]] float cost(const Arc& arc) const { return costs_[arc.last - first_]; }

 private:
  std::uint32_t first_ = 0;
  std::vector<float> costs_;  ///< by the number of pieces, up to the first closed one
};

class Generation {
 public:
  Generation(const Pieces& pieces, const language::LanguageModel& model, const Channel& channel,
             const Width& width, Candidates& candidates, Arcs& arcs)
      : place_{pieces, model, channel, candidates, 0, {}},
        arcs_(arcs),
        max_arcs_(width.arcs),
        slack_(!channel.known                    ? flat_slack
               : loses_nearly_all_marks(channel) ? no_limit
                                                 : slack),
        least_misread_(std::min(channel.misread_mark, channel.misread_form)) {
    for (const auto& [misread, cost] : channel.misread) {
      least_misread_ = std::min(least_misread_, cost);
    }
    hopes_.reserve(usual_count);
    rated_.reserve(usual_count);
    rows_.reserve(usual_count);
    pairs_.reserve(usual_count);
    shown_.reserve(std::size(arc_kinds));
    for (const ArcKind& row : arc_kinds) {
      if (!channel.shows(row.kind)) continue;
      shown_.push_back({&row, threshold_of(row)});
      least_threshold_ = std::min(least_threshold_, shown_.back().threshold);
    }
  }

  void at(std::uint32_t first, bool spaced) {
    place_.first = first;
    if (place_.pieces.words[first].closed) return;
    const float bad = badness(place_.pieces, first);
    if (bad < least_threshold_ && !has_surplus_blanks(place_.pieces, first) &&
        !is_parted_numeral(place_.pieces, first)) {
      return;
    }
    place_.key = place_.pieces.key(first);
    const std::size_t begin = arcs_.arcs.size();
    rows_.clear();
    for (const Shown& shown : shown_) {
      const ArcKind& row = *shown.row;
      if (bad < shown.threshold && !may_be_letters(place_.pieces, first, row.kind)) continue;
      if (spaced && !place_.channel.known && row.kind == RepairKind::dropped_glyph) continue;
      const std::size_t before = arcs_.arcs.size();
      row.generate(place_, arcs_);
      if (arcs_.arcs.size() - before > most_priced) keep_usual(before);
      rows_.resize(arcs_.arcs.size() - begin, &row);
    }
    if (arcs_.arcs.size() == begin) return;
    look_up_words(begin);
    keep_likely(begin);
  }

 private:
  /// An arc before it is priced.
  struct Hope {
    float least;  ///< nats by which it may be better than the text as it stands, at best
    float words;  ///< the same without the price of the arc
    std::uint32_t index;
  };
  struct Rated {
    float cost;
    std::uint32_t index;
    friend auto operator<=>(const Rated&, const Rated&) = default;
  };
  /// A kind of damage that the channel shows.
  struct Shown {
    const ArcKind* row;
    float threshold;
  };

  /// Of many readings, keeps those that are likely by themselves: the context is asked of few.
  void keep_usual(std::size_t begin) {
    const Channel& channel = place_.channel;
    rated_.clear();
    for (std::size_t i = begin; i < arcs_.arcs.size(); ++i) {
      const Arc& arc = arcs_.arcs[i];
      const auto& losses =
          arc.kind == RepairKind::dropped_glyph ? channel.least_loss : channel.least_gone;
      rated_.push_back({place_.model.unigram_cost(arc.word) + least_cost_of_lost(arc, losses),
                        static_cast<std::uint32_t>(i)});
    }
    keep(begin, most_priced);
  }

  /// Keeps the cheapest of the rated arcs from `begin` on, in their order.
  void keep(std::size_t begin, std::size_t most) {
    if (rated_.size() > most) {
      std::ranges::nth_element(rated_, rated_.begin() + static_cast<std::ptrdiff_t>(most));
      rated_.resize(most);
    }
    std::ranges::sort(rated_, {}, &Rated::index);
    std::size_t kept = begin;
    for (const Rated& one : rated_) arcs_.arcs[kept++] = arcs_.arcs[one.index];
    arcs_.arcs.resize(kept);
  }

  [[nodiscard]] float threshold_of(const ArcKind& row) const {
    if (!place_.channel.known) return flat_threshold;
    // Text without any marks may be as usual as text with them.
    const bool all =
        row.kind == RepairKind::missing_diacritics && loses_nearly_all_marks(place_.channel);
    return all ? 0 : row.threshold;
  }

  /// Nats of the words of the arcs from `begin` on, as far as can be said before their neighbours
  /// are settled.
  void look_up_words(std::size_t begin) {
    const language::LanguageModel& model = place_.model;
    const language::WordId left = place_.pieces.left[place_.first].id;
    const std::size_t count = arcs_.arcs.size() - begin;
    pairs_.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
      pairs_[i] = model.locate_pair(left, arcs_.arcs[begin + i].word);
      model.prefetch_bucket(pairs_[i]);
    }
    for (const language::LanguageModel::PairPlace pair : pairs_) model.prefetch_rows(pair);
  }

  /// What the words of an arc cost; `pair` is the first of them with the word before.
  [[nodiscard]] float cost_of_words(const Arc& arc, language::LanguageModel::PairPlace pair) const {
    const language::LanguageModel& model = place_.model;
    const language::WordId left = place_.pieces.left[arc.first].id;
    const std::uint32_t known = model.find_pair(pair);
    if (arc.rewrite == no_rewrite) return model.cost_of_pair(left, arc.word, known);
    language::Context context{left, language::Context::no_bigram};
    float cost = model.cost(context, arc.word, known);
    const Rewrite& rewrite = arcs_.rewrites[arc.rewrite];
    cost += rewrite.spelling[0];
    for (std::size_t i = 1; i < rewrite.count; ++i) {
      cost += model.cost(context, rewrite.words[i]) + rewrite.spelling[i];
    }
    return cost;
  }

  /// Prices the arcs from `begin` on, and drops those that have no chance. Most have none next to
  /// the best ones, as can be said without their letter case: what may be best is priced first.
  void keep_likely(std::size_t begin) {
    hopes_.clear();
    const std::size_t end = arcs_.arcs.size();
    std::uint32_t last = place_.first;
    for (std::size_t i = begin; i < end; ++i) {
      last = std::max(last, arcs_.arcs[i].last);
    }
    standing_.begin(place_.pieces, place_.first, last - place_.first);
    for (std::size_t i = begin; i < end; ++i) {
      const Arc& arc = arcs_.arcs[i];
      if (standing_.has_closed(arc)) continue;
      const float words = cost_of_words(arc, pairs_[i - begin]) - standing_.cost(arc);
      const ArcKind& row = *rows_[i - begin];
      if (words > slack_ + rounding && costs_something(row)) continue;
      const float least = words + least_cost(row, arc);
      if (least > slack_ + rounding) continue;
      hopes_.push_back({least, words, static_cast<std::uint32_t>(i)});
    }
    std::ranges::sort(hopes_, {}, &Hope::least);
    rated_.clear();  // a heap, the dearest of the cheapest ones first
    float limit = no_limit;
    for (const Hope& hope : hopes_) {
      const bool full = rated_.size() == max_arcs_;
      if (hope.least > (full ? std::min(limit, rated_.front().cost) : limit) + rounding) break;
      Arc& arc = arcs_.arcs[hope.index];
      rows_[hope.index - begin]->price(place_, arcs_, arc);
      const Rated rated{arc.cost + hope.words, hope.index};
      if (arc.cost > max_cost || rated.cost > slack_) continue;
      limit = std::min(limit, rated.cost + behind_best);
      if (full && rated_.front() < rated) continue;
      if (full) {
        std::ranges::pop_heap(rated_);
        rated_.pop_back();
      }
      rated_.push_back(rated);
      std::ranges::push_heap(rated_);
    }
    std::erase_if(rated_, [limit](const Rated& one) { return one.cost > limit; });
    keep(begin, max_arcs_);
  }

  /// No arc of this kind has a price below zero; of others nothing is known.
  [[nodiscard]] static bool costs_something(const ArcKind& row) {
    return row.kind == RepairKind::dropped_glyph || row.kind == RepairKind::dropped_letter ||
           row.kind == RepairKind::ocr;
  }

  /// No price of an arc of this kind is less.
  [[nodiscard]] float least_cost(const ArcKind& row, const Arc& arc) const {
    switch (row.kind) {
      case RepairKind::dropped_glyph: return least_cost_of_lost(arc, place_.channel.least_loss);
      case RepairKind::dropped_letter: return least_cost_of_lost(arc, place_.channel.least_gone);
      case RepairKind::ocr: return least_misread_;
      default: return -no_limit;
    }
  }

  /// Of its lost letters, each in the case that costs less.
  [[nodiscard]] float least_cost_of_lost(const Arc& arc,
                                         const std::array<float, letter_count>& costs) const {
    float cost = 0;
    for_each_lost(arc, [&](std::uint16_t letter, std::uint32_t) { cost += costs[letter]; });
    return cost;
  }

  Place place_;
  Arcs& arcs_;
  std::size_t max_arcs_;
  float slack_;
  float least_misread_;
  std::vector<Shown> shown_;
  float least_threshold_ = no_limit;
  Standing standing_;
  std::vector<Hope> hopes_;
  std::vector<Rated> rated_;
  std::vector<const ArcKind*> rows_;                       ///< of the arcs of this place
  std::vector<language::LanguageModel::PairPlace> pairs_;  ///< of the arcs of this place
};

}  // namespace

const ArcKind& row_of(RepairKind kind) {
  const auto* const row = std::ranges::find(arc_kinds, kind, &ArcKind::kind);
  return row != std::end(arc_kinds) ? *row : arc_kinds[0];
}

void generate(const Pieces& pieces, const language::LanguageModel& model, const Channel& channel,
              const Width& width, Candidates& candidates, Arcs& arcs) {
  arcs.arcs.clear();
  arcs.rewrites.clear();
  Generation generation(pieces, model, channel, width, candidates, arcs);
  std::uint32_t spaced_until = 0;
  for (std::uint32_t first = 0; first < pieces.words.size(); ++first) {
    if (first >= spaced_until) spaced_until = end_of_spaced_letters(pieces, first);
    generation.at(first, first < spaced_until);
  }
}

}  // namespace vanban::repair_stage::lattice

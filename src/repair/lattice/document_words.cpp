#include "repair/lattice/document_words.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace vanban::repair_stage::lattice {
namespace {

using language::WordId;

/// A word as it stands that costs more nats may be damaged itself. What a scanner took for another
/// letter makes words, the same ones again and again.
constexpr float reads_badly = 11;
constexpr float reads_badly_misread = 4;
/// A word as it stands does not count either where another reading would save so many nats, the
/// damage itself left out: what is damaged the same way again and again must not vouch for itself.
constexpr float saves_much = 3;
/// A reading so likely counts.
constexpr double likely = 0.9;
/// The most that a document's own pairs weigh, and sightings of the first word for half of that.
constexpr float most_weight = 0.35F;
constexpr float half_weight = 3;
/// The same of its words by themselves, and words of the document for half of that.
constexpr float most_weight_alone = 0.1F;
constexpr float half_weight_alone = 100;
/// Room for pairs of neighbours to begin with: a long text repeats itself.
constexpr std::size_t first_slots = 4096;

std::uint32_t pair_of(WordId last, WordId next) {
  return (std::uint32_t{last} << 16U) | next;
}

/// Nats of `word` and what follows it, between the words that stand on its sides.
float cost_between(const Pieces& pieces, std::uint32_t piece, WordId word,
                   const language::LanguageModel& model) {
  language::Context context{pieces.left[piece].id, language::Context::no_bigram};
  const float cost = model.cost(context, word);
  return cost + model.cost(context, pieces.right[piece + 1].id);
}

bool is_word(WordId id) {
  return id >= language::word_class::count;
}

}  // namespace

std::size_t DocumentWords::find(std::uint32_t pair) const {
  std::size_t at = ((pair * std::uint64_t{0x9E3779B97F4A7C15}) >> 32U) & mask_;
  while (slots_[at].pair != 0 && slots_[at].pair != pair) at = (at + 1) & mask_;
  return at;
}

DocumentWords::Slot& DocumentWords::slot(std::uint32_t pair) {
  const std::size_t at = find(pair);
  if (slots_[at].pair == pair) return slots_[at];
  if (2 * (pairs_ + 1) <= slots_.size()) {
    ++pairs_;
    slots_[at].pair = pair;
    return slots_[at];
  }
  std::vector<Slot> old(2 * slots_.size());
  old.swap(slots_);
  mask_ = slots_.size() - 1;
  for (const Slot& one : old) {
    if (one.pair != 0) slots_[find(one.pair)] = one;
  }
  return slot(pair);
}

DocumentWords::Entry& DocumentWords::entry(WordId word) {
  std::uint16_t& number = numbers_[word];
  if (number == 0) {
    number = static_cast<std::uint16_t>(entries_.size());
    entries_.emplace_back();
  }
  return entries_[number];
}

DocumentWords::DocumentWords(const Pieces& pieces, const Arcs& arcs,
                             const std::vector<Reading>& readings,
                             const language::LanguageModel& model, const Channel& channel)
    : slots_(std::bit_ceil(std::min(2 * pieces.words.size() + 2, first_slots))),
      numbers_(model.size()),
      entries_(1),
      mask_(slots_.size() - 1) {
  float seen = 0;
  WordId last = language::word_class::unknown;
  const auto add = [&](WordId next) {
    if (is_word(next)) {
      entry(next).alone += 1;
      seen += 1;
    }
    if (is_word(last) && is_word(next)) {
      slot(pair_of(last, next)).count += 1;
      entry(last).seen += 1;
    }
    last = next;
  };
  // Whether a reading of the piece alone saves much.
  auto arc = arcs.arcs.begin();
  const auto is_doubtful = [&](std::uint32_t piece) {
    arc = std::find_if(arc, arcs.arcs.end(), [piece](const Arc& a) { return a.first >= piece; });
    if (arc == arcs.arcs.end() || arc->first != piece) return false;
    const float limit = cost_between(pieces, piece, pieces.words[piece].id, model) - saves_much;
    for (auto one = arc; one != arcs.arcs.end() && one->first == piece; ++one) {
      if (one->last == piece + 1 && one->rewrite == no_rewrite &&
          cost_between(pieces, piece, one->word, model) < limit) {
        return true;
      }
    }
    return false;
  };
  const float badly = channel.shows(RepairKind::ocr) ? reads_badly_misread : reads_badly;
  std::size_t reading = 0;
  const auto count = static_cast<std::uint32_t>(pieces.words.size());
  for (std::uint32_t i = 0; i < count;) {
    if (pieces.gaps[i].boundary) last = language::word_class::unknown;
    while (reading < readings.size() && readings[reading].arc.first < i) ++reading;
    if (reading < readings.size() && readings[reading].arc.first == i &&
        readings[reading].arc.last > i) {
      const Reading& one = readings[reading];
      if (one.posterior < likely || one.margin < 2) {
        last = language::word_class::unknown;
      } else if (one.arc.rewrite == no_rewrite) {
        add(one.arc.word);
      } else {
        const Rewrite& rewrite = arcs.rewrites[one.arc.rewrite];
        for (std::size_t k = 0; k < rewrite.count; ++k) add(rewrite.words[k]);
      }
      i = one.arc.last;
      continue;
    }
    if (pieces.words[i].cost > badly || is_doubtful(i)) {
      last = language::word_class::unknown;
    } else {
      add(pieces.words[i].id);
    }
    ++i;
  }
  const float alone = most_weight_alone * seen / (seen + half_weight_alone);
  for (Entry& word : entries_) {
    word.alone *= alone / std::max(seen, 1.0F);
    const float pairs = word.seen == 0 ? 0 : most_weight * word.seen / (word.seen + half_weight);
    word.left = 1 - pairs - alone;
    word.nothing = -std::log(word.left);
    word.pair = pairs / std::max(word.seen, 1.0F);
  }
}

float DocumentWords::cost(WordId last, WordId next, float general) const {
  if (slots_.empty()) return general;
  const Entry& first = entries_[numbers_[last]];
  float here = entries_[numbers_[next]].alone;
  if (first.pair > 0) here += first.pair * slots_[find(pair_of(last, next))].count;
  if (here == 0) return general + first.nothing;
  return general - std::log(first.left + here * std::exp(general));
}

}  // namespace vanban::repair_stage::lattice

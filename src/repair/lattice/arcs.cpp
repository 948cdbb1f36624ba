#include "repair/lattice/arcs.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace vanban::repair_stage::lattice {

namespace {

/// No context makes up for more nats than this.
constexpr float max_cost = 19;

/// Nats behind the best reading of the same pieces and blanks.
constexpr float max_behind = 8;

bool same_place(const Arc& a, const Arc& b) {
  return a.first == b.first && a.last == b.last && a.lead == b.lead && a.trail == b.trail;
}

/// Drops arcs from `begin` on that cost too much. Arcs of one place stand together.
void drop_hopeless(std::vector<Arc>& arcs, std::ptrdiff_t begin) {
  auto kept = arcs.begin() + begin;
  for (auto at = kept; at != arcs.end();) {
    const auto end =
        std::find_if(at, arcs.end(), [&](const Arc& arc) { return !same_place(arc, *at); });
    float best = max_cost;
    for (auto arc = at; arc != end; ++arc) best = std::min(best, arc->cost);
    const float limit = std::min(max_cost, best + max_behind);
    for (; at != end; ++at) {
      if (at->cost <= limit) *kept++ = *at;
    }
  }
  arcs.erase(kept, arcs.end());
}

/// Readings of one place that the decoder gets. Sound and damaged documents have a few; letters one
/// by one with blanks between have hundreds, of which the unlikely ones only cost time.
constexpr std::ptrdiff_t max_arcs = 40;

void keep_likely(const Pieces& pieces, const language::LanguageModel& model, std::ptrdiff_t begin,
                 std::vector<Arc>& arcs) {
  if (std::ssize(arcs) - begin <= max_arcs) return;
  struct Rated {
    float cost;
    std::uint32_t index;
  };
  std::vector<Rated> rated;
  for (auto i = static_cast<std::size_t>(begin); i < arcs.size(); ++i) {
    language::Context context{pieces.left[arcs[i].first].id, language::Context::no_bigram};
    const float cost = arcs[i].cost + model.cost(context, arcs[i].word);
    rated.push_back({cost, static_cast<std::uint32_t>(i)});
  }
  std::ranges::nth_element(rated, rated.begin() + max_arcs, {},
                           [](const Rated& one) { return std::pair(one.cost, one.index); });
  rated.resize(static_cast<std::size_t>(max_arcs));
  std::ranges::sort(rated, {}, &Rated::index);
  std::vector<Arc> kept;
  for (const Rated& one : rated) kept.push_back(arcs[one.index]);
  arcs.erase(arcs.begin() + begin, arcs.end());
  arcs.insert(arcs.end(), kept.begin(), kept.end());
}

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

}  // namespace

const ArcKind& row_of(RepairKind kind) {
  const auto* const row = std::ranges::find(arc_kinds, kind, &ArcKind::kind);
  return row != std::end(arc_kinds) ? *row : arc_kinds[0];
}

std::vector<Arc> generate(const Pieces& pieces, const language::LanguageModel& model,
                          const Channel& channel) {
  std::vector<Arc> arcs;
  std::uint32_t spaced_until = 0;
  for (std::uint32_t first = 0; first < pieces.words.size(); ++first) {
    if (first >= spaced_until) spaced_until = end_of_spaced_letters(pieces, first);
    if (first < spaced_until) continue;
    for (const ArcKind& row : arc_kinds) {
      const auto before = static_cast<std::ptrdiff_t>(arcs.size());
      row.generate(pieces, first, model, channel, arcs);
      for (auto arc = arcs.begin() + before; arc != arcs.end(); ++arc) {
        row.price(pieces, model, channel, *arc);
      }
      drop_hopeless(arcs, before);
      keep_likely(pieces, model, before, arcs);
    }
  }
  return arcs;
}

}  // namespace vanban::repair_stage::lattice

#include "repair/lattice/arcs.hpp"

#include <algorithm>

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
    const auto end = std::find_if(at, arcs.end(), [&](const Arc& arc) {
      return !same_place(arc, *at);
    });
    float best = max_cost;
    for (auto arc = at; arc != end; ++arc) best = std::min(best, arc->cost);
    const float limit = std::min(max_cost, best + max_behind);
    for (; at != end; ++at) {
      if (at->cost <= limit) *kept++ = *at;
    }
  }
  arcs.erase(kept, arcs.end());
}

}  // namespace

const ArcKind& row_of(RepairKind kind) {
  const auto* const row = std::ranges::find(arc_kinds, kind, &ArcKind::kind);
  return row != std::end(arc_kinds) ? *row : arc_kinds[0];
}

std::vector<Arc> generate(const Pieces& pieces, const language::LanguageModel& model,
                          const Channel& channel) {
  std::vector<Arc> arcs;
  for (std::uint32_t first = 0; first < pieces.words.size(); ++first) {
    for (const ArcKind& row : arc_kinds) {
      const auto before = static_cast<std::ptrdiff_t>(arcs.size());
      row.generate(pieces, first, model, channel, arcs);
      for (auto arc = arcs.begin() + before; arc != arcs.end(); ++arc) {
        row.price(pieces, model, channel, *arc);
      }
      drop_hopeless(arcs, before);
    }
  }
  return arcs;
}

}  // namespace vanban::repair_stage::lattice

#include "repair/lattice/arcs.hpp"

#include <algorithm>

namespace vanban::repair_stage::lattice {

namespace {

/// No context makes up for more nats than this.
constexpr float max_cost = 19;

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
      const auto hopeless = [](const Arc& arc) { return arc.cost > max_cost; };
      arcs.erase(std::remove_if(arcs.begin() + before, arcs.end(), hopeless), arcs.end());
    }
  }
  return arcs;
}

}  // namespace vanban::repair_stage::lattice

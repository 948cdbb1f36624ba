#include "repair/lattice/arcs.hpp"

#include <algorithm>

namespace vanban::repair_stage::lattice {

const ArcKind& row_of(RepairKind kind) {
  const auto* const row = std::ranges::find(arc_kinds, kind, &ArcKind::kind);
  return row != std::end(arc_kinds) ? *row : arc_kinds[0];
}

std::vector<Arc> generate(const Pieces& pieces, const language::LanguageModel& model) {
  std::vector<Arc> arcs;
  for (std::uint32_t first = 0; first < pieces.words.size(); ++first) {
    for (const ArcKind& row : arc_kinds) row.generate(pieces, first, model, arcs);
  }
  return arcs;
}

}  // namespace vanban::repair_stage::lattice

#pragma once

#include <cstdint>
#include <vector>

#include "language/language_model.hpp"
#include "repair/lattice/arcs.hpp"
#include "repair/lattice/channel.hpp"
#include "repair/lattice/pieces.hpp"

namespace vanban::repair_stage::lattice {

class DocumentWords;

/// An arc on the best way through the text.
struct Reading {
  Arc arc;
  float margin = 0;      ///< nats by which "as it stands" is worse
  double posterior = 0;  ///< of this reading among its rivals, "as it stands" one of them
};

/// The best way through a text, priced arcs given by their first piece. Only the stretches where
/// arcs are get decoded: elsewhere the text stands as it is whatever it costs.
[[nodiscard]] std::vector<Reading> decode(const Pieces& pieces, const Arcs& arcs,
                                          const language::LanguageModel& model,
                                          const DocumentWords& document, const Channel& channel,
                                          const Width& width);

}  // namespace vanban::repair_stage::lattice

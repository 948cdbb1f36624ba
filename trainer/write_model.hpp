#pragma once

#include <cstddef>
#include <vector>

#include "capitals.hpp"
#include "corpus.hpp"
#include "kneser_ney.hpp"

namespace vanban::trainer {

/// The bytes of the file that language/model_format.hpp describes.
[[nodiscard]] std::vector<std::uint64_t> serialise(const Vocabulary& vocabulary,
                                                   const NgramModel& ngrams,
                                                   const CapitalTables& capitals);

}  // namespace vanban::trainer

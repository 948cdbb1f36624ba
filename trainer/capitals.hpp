#pragma once

#include <cstdint>
#include <vector>

#include "corpus.hpp"
#include "language/model_format.hpp"

namespace vanban::trainer {

/// How words are capitalised: alone, and beside the neighbours that change it most.
struct CapitalTables {
  std::vector<language::format::CaseShares> inside;
  std::vector<language::format::CaseShares> first;
  std::vector<std::uint32_t> left_first;
  std::vector<language::format::NeighbourCase> left;
  std::vector<std::uint32_t> right_first;
  std::vector<language::format::NeighbourCase> right;
};

/// At most `limit` rows a side.
[[nodiscard]] CapitalTables count_capitals(const TokenStream& stream, std::size_t vocabulary,
                                           std::size_t limit);

}  // namespace vanban::trainer

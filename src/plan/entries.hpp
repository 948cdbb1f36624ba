#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "outline/tree.hpp"
#include "plan/meaning.hpp"
#include "plan/node_words.hpp"
#include "plan/places.hpp"
#include "vanban/document.hpp"

namespace vanban::plan {

/// Where in the outline an entry was read.
struct Origin {
  std::uint32_t node = 0;
  std::size_t at = 0;  ///< byte of the node's text where its date stands
};

struct EntriesFound {
  Plan plan;
  std::vector<Origin> deadlines;  ///< one for each of the plan
  std::vector<Origin> periods;
};

/// The lists of the plan but its assignments, in document order. `plan_year` completes dates
/// without a year; 0 where unknown. `assigned`, by node: an assignment says what is done there.
[[nodiscard]] EntriesFound find_entries(const outline::Outline& outline, NodeWords& words,
                                        const Meanings& meanings, const Places& places,
                                        unsigned plan_year, const std::vector<bool>& assigned);

}  // namespace vanban::plan

#pragma once

#include <vector>

#include "outline/tree.hpp"
#include "plan/meaning.hpp"
#include "plan/places.hpp"
#include "vanban/document.hpp"

namespace vanban::plan {

/// The lists of the plan but its assignments, in document order. `plan_year` completes dates
/// without a year; 0 where unknown.
[[nodiscard]] Plan find_entries(const outline::Outline& outline, const Meanings& meanings,
                                const Places& places, unsigned plan_year);

}  // namespace vanban::plan

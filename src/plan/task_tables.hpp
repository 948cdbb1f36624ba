#pragma once

#include "outline/tree.hpp"
#include "plan/places.hpp"
#include "vanban/document.hpp"

namespace vanban::plan {

/// Adds what the tables of tasks say: for each row with a task an assignment, and a deadline or a
/// period where its column of time has one. A table is one of tasks where its head row names a
/// column of tasks and one of who leads or when ("Nhiệm vụ | Cơ quan chủ trì | Thời gian"). Entries
/// have the table's id as `node` and their `row`. `plan_year` completes dates without a year; 0
/// where unknown.
void add_table_entries(const outline::Outline& outline, const Places& places, unsigned plan_year,
                       Plan& plan);

}  // namespace vanban::plan

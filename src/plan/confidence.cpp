#include "plan/confidence.hpp"

#include <algorithm>
#include <array>

namespace vanban::plan {
namespace {

struct Row {
  std::string_view list;
  std::string_view rule;
  double share = 0;
};

constexpr auto rows = std::to_array<Row>({
#include "plan/confidence.inc"
});

constexpr double unmeasured = 0.5;  // of no observations, with one added to either side

}  // namespace

double measured(std::string_view list, std::string_view rule) {
  const auto row = std::ranges::find_if(
      rows, [&](const Row& one) { return one.list == list && one.rule == rule; });
  return row == rows.end() ? unmeasured : row->share;
}

}  // namespace vanban::plan

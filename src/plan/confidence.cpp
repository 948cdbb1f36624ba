#include "plan/confidence.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

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

constexpr std::size_t bucket_count = 256;

/// Every node and entry asks: a place for each pair of names, nearly always its own.
constexpr std::size_t bucket(std::string_view list, std::string_view rule) {
  const auto byte = [](std::string_view name, std::size_t at) {
    return at < name.size() ? static_cast<unsigned char>(name[at]) : 0U;
  };
  const std::size_t ends = byte(rule, rule.size() - 1) + 5U * byte(rule, rule.size() / 2);
  return (ends + 31U * list.size() + 7U * byte(list, 0) + 3U * byte(list, 2) + 17U * rule.size()) %
         bucket_count;
}

/// Rows by their buckets; one whose bucket is taken stands in the next that is free.
constexpr auto index = [] {
  std::array<std::uint8_t, bucket_count> places{};
  static_assert(rows.size() < places.size() / 2);
  places.fill(static_cast<std::uint8_t>(rows.size()));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::size_t at = bucket(rows[i].list, rows[i].rule);
    while (places[at] != rows.size()) at = (at + 1) % bucket_count;
    places[at] = static_cast<std::uint8_t>(i);
  }
  return places;
}();

}  // namespace

double measured(std::string_view list, std::string_view rule) {
  for (std::size_t at = bucket(list, rule);; at = (at + 1) % bucket_count) {
    if (index[at] == rows.size()) return unmeasured;
    const Row& row = rows[index[at]];
    if (row.list == list && row.rule == rule) return row.share;
  }
}

}  // namespace vanban::plan

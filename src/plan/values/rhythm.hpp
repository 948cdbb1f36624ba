#pragma once

#include <cstddef>
#include <string_view>

/// What stands beside a limit and is no date: how often something comes back, an hour of the day, a
/// number of days. Each gives the end of what it read.
namespace vanban::plan {

/// "hằng quý", "6 tháng", "giữa nhiệm kỳ" at `at`; npos where none stands. `listed`: behind "định
/// kỳ", where a span alone is a rhythm ("định kỳ tháng, quý, năm").
[[nodiscard]] std::size_t rhythm_end(std::string_view text, std::size_t at, bool listed);

/// Of the last member of a list of them, the first of which ends at `end`.
[[nodiscard]] std::size_t rhythm_list_end(std::string_view text, std::size_t end, bool listed);

/// "hằng tháng", "của tháng cuối quý" behind a day, in brackets or not: that it comes back. npos
/// where none stands.
[[nodiscard]] std::size_t rhythm_behind(std::string_view text, std::size_t at);

/// "17 giờ 30 phút", "19h00’" with the comma behind it; `at` where no hour stands.
[[nodiscard]] std::size_t hour_end(std::string_view text, std::size_t at);

/// "05 ngày làm việc", with `hours` also "24 giờ"; npos where none stands.
[[nodiscard]] std::size_t span_end(std::string_view text, std::size_t at, bool hours);

}  // namespace vanban::plan

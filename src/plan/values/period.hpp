#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/values/sentences.hpp"
#include "tokens/words.hpp"

namespace vanban::plan {

/// When something runs or takes place.
struct PeriodMatch {
  std::optional<std::string> label;  ///< what is timed, where the text says it
  std::optional<std::string> start;  ///< ISO 8601; null where open or named by an event
  std::optional<std::string> end;
};

/// The period that one whole text lays down: a paragraph under a heading of time, or an item with a
/// label of time ("Thời gian sơ kết: Tháng 4 năm 2020."). Null where it names no time, and where
/// its only time is a deadline.
[[nodiscard]] std::optional<PeriodMatch> find_period(const tokens::WordedText& text);
[[nodiscard]] std::optional<PeriodMatch> find_period(std::string_view text);

/// The same, where dates without a year are of `plan_year`: "Tháng 3", "15/3 - 20/3"; 0: of none.
[[nodiscard]] std::optional<PeriodMatch> find_period(const tokens::WordedText& text,
                                                     unsigned plan_year);
[[nodiscard]] std::optional<PeriodMatch> find_period(std::string_view text, unsigned plan_year);

/// The periods of the sentences and clauses behind the first that has one, where each says by
/// itself what is timed: "... đến tháng 3 năm 2026. Tổng kết vào tháng 4 năm 2026."
struct FurtherPeriod {
  PeriodMatch period;
  TextRange part;  ///< the sentence or clause that says it
};
[[nodiscard]] std::vector<FurtherPeriod> find_further_periods(std::string_view text,
                                                              unsigned plan_year);

/// What a heading or label of time times: "Thời gian thi đua" -> "thi đua"; null where it is bare
/// or says no time.
[[nodiscard]] std::optional<std::string> timed_thing(std::string_view heading);

}  // namespace vanban::plan

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plan/values/quantity.hpp"
#include "tokens/words.hpp"
#include "vanban/document.hpp"

namespace vanban::plan {

/// Where an amount is to go, from where and by when, as the text around it says.
struct Trend {
  std::optional<Direction> direction;
  std::optional<double> baseline;
  std::optional<std::string> due;  ///< ISO 8601
  /// The amount is no aim with one date: another one is measured against it, or it comes back each
  /// year. What the heading above says of the date is not said of it.
  bool dateless = false;
  /// The amount says what another is measured against ("tăng từ 35% lên 60%", "so với năm 2030
  /// (72%)"): it is no aim itself, but the baseline of one, which has it where both are measured
  /// alike.
  bool is_baseline = false;
};

/// One for each of `quantities`, which are those of `text` in order. A year before `plan_year` is
/// no due; 0 where unknown.
[[nodiscard]] std::vector<Trend> find_trends(const tokens::WordedText& text,
                                             std::span<const QuantityMatch> quantities,
                                             unsigned plan_year);
[[nodiscard]] std::vector<Trend> find_trends(std::string_view text,
                                             std::span<const QuantityMatch> quantities,
                                             unsigned plan_year);

/// The one date by which a heading wants what stands beneath it: "Mục tiêu đến năm 2030" -> "2030".
/// Null where it names none or several.
[[nodiscard]] std::optional<std::string> find_horizon(std::string_view heading, unsigned plan_year);

}  // namespace vanban::plan

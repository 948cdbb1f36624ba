#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/values/sentences.hpp"
#include "tokens/words.hpp"
#include "vanban/document.hpp"

namespace vanban::plan {

/// A latest date of an act, or its rhythm: "trước ngày 18/6/2021", "trong quý II/2026", "trước ngày
/// 20 hằng tháng".
struct DeadlineMatch {
  TextRange sentence;
  std::optional<std::string> date;  ///< ISO 8601; null where recurring or relative
  DeadlineRelation relation = DeadlineRelation::by;
  std::size_t begin = 0;  ///< of what is printed
  std::size_t end = 0;
  bool yearless = false;  ///< the year of `date` is the plan's
  bool by_act = false;    ///< only an act says that month or span limits: elsewhere it is a period

  [[nodiscard]] std::string_view raw(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
};

/// The deadlines of a text, in order. `plan_year` completes "trước ngày 15/12"; 0 where unknown,
/// the date then stays null. No deadlines are horizons ("đến năm 2030"), ranges ("từ ... đến ..."),
/// terms, commemorations, and "định kỳ", "kịp thời" alone.
[[nodiscard]] std::vector<DeadlineMatch> find_deadlines(const tokens::WordedText& text,
                                                        unsigned plan_year);
[[nodiscard]] std::vector<DeadlineMatch> find_deadlines(std::string_view text, unsigned plan_year);

}  // namespace vanban::plan

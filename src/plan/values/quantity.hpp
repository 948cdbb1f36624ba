#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tokens/words.hpp"
#include "vanban/document.hpp"

namespace vanban::plan {

/// A measured or counted amount: "trên 80%", "42,8 triệu đồng/người", "7,5 - 8 bác sỹ".
struct QuantityMatch {
  Comparator comparator = Comparator::equal;
  double value = 0;                 ///< of the number as printed: 42.8, not 42 800 000
  std::optional<double> value_max;  ///< of a range
  std::string unit;                 ///< "triệu đồng/người", "%"; empty where none is named
  std::size_t begin = 0;            ///< of what is printed, comparing words included
  std::size_t end = 0;

  [[nodiscard]] std::string_view raw(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
};

/// The amounts of a text, in order. No amounts are years, dates, ages, times of day, ordinals,
/// document numbers, names with a number in them ("4 không", "Đề án 06") and anniversaries.
[[nodiscard]] std::vector<QuantityMatch> find_quantities(const tokens::WordedText& text);
[[nodiscard]] std::vector<QuantityMatch> find_quantities(std::string_view text);

/// Its unit is a currency, of a rate ("đồng/hộ") too: what makes an amount of a budget.
[[nodiscard]] bool is_money(const QuantityMatch& match);

}  // namespace vanban::plan

#pragma once

#include <string_view>
#include <vector>

#include "plan/values/sentences.hpp"

namespace vanban::plan {

/// Where a text about money says that it comes from, one by one, as printed: "nguồn ngân sách nhà
/// nước", "kinh phí sự nghiệp y tế", "Quỹ Thi đua, Khen thưởng". Each name once. Laws on budgets,
/// plans of them and who uses them are no sources.
[[nodiscard]] std::vector<TextRange> find_funding(std::string_view text);

}  // namespace vanban::plan

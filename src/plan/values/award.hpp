#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanban::plan {

/// A form of award and who gives it.
struct AwardMatch {
  std::string form;                    ///< "Bằng khen", "Huân chương Lao động"
  std::optional<std::string> grantor;  ///< "Chủ tịch UBND tỉnh", as printed
  std::optional<std::string> quota;  ///< "không quá 05 tập thể và 10 cá nhân", as printed
  std::size_t begin = 0;             ///< from the form to the end of what names the grantor
  std::size_t end = 0;
};

/// The awards that a text under a heading of awards or honours lays down, one for each form and
/// grantor. "khen thưởng" without a form is none.
[[nodiscard]] std::vector<AwardMatch> find_awards(std::string_view text);

}  // namespace vanban::plan

#pragma once

#include <cstddef>
#include <string_view>

namespace vanban::tokens {

/// End of the numbering or bullet at `at`, the first sign of a line that is no blank: "I.", "II-",
/// "2.1.", "a)", "đ)", "(1)", "-", "+", "•"; npos where none stands. "PHẦN I" is none.
[[nodiscard]] std::size_t match_marker(std::string_view line, std::size_t at);

}  // namespace vanban::tokens

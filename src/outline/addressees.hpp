#pragma once

#include <cstddef>

#include "outline/line_view.hpp"

namespace vanban::outline {

/// Kính gửi stands between the subject and the text: its line, then a list or what it wraps into.
[[nodiscard]] std::size_t end_of_addressees(const LineView& lines, std::size_t i);

}  // namespace vanban::outline

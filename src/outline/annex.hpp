#pragma once

#include <cstddef>

#include "outline/line_view.hpp"

namespace vanban::outline {

/// What is attached begins on line `i`, as that line or those beneath it say.
[[nodiscard]] bool starts_annex(const LineView& lines, std::size_t i);

/// Where what is attached begins in lines that no signature and no recipients end: "PHỤ LỤC" over
/// "(Kèm theo Quyết định ...)".
[[nodiscard]] std::size_t start_of_lone_annex(const LineView& lines, std::size_t body);

/// The first line behind signature and recipients, which begin at `tail`.
[[nodiscard]] std::size_t start_of_annex(const LineView& lines, std::size_t tail);

}  // namespace vanban::outline

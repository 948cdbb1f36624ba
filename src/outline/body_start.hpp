#pragma once

#include <cstddef>

#include "outline/line_view.hpp"
#include "tokens/document_types.hpp"

namespace vanban::outline {

/// The first line behind the preamble, which begins at `from`. A body begins with its first
/// section, behind what announces it or, in letters and other papers without sections, behind the
/// grounds. `type` may be null.
[[nodiscard]] std::size_t start_of_body(const LineView& lines, std::size_t from,
                                        const tokens::DocumentTypeRow* type);

}  // namespace vanban::outline

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "outline/lines.hpp"

namespace vanban::outline {

/// Behind the digits of "quyết định 12/qđ-ubnd ...": a type and a number with no word for it, as
/// sites name documents. 0 where `lower` does not begin so.
[[nodiscard]] std::size_t site_number_end(std::string_view lower);

/// What a site calls the document by, where it stands before each part of a copy: "Quyết định
/// 12/QĐ-UBND năm 2031 về trồng cây. Điều 1. ...". The lines begin behind it; those that are
/// nothing else go. Linear.
void cut_site_captions(const FoldedText& text, std::vector<Line>& lines);

}  // namespace vanban::outline

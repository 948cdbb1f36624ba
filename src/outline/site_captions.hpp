#pragma once

#include <vector>

#include "outline/lines.hpp"

namespace vanban::outline {

/// What a site calls the document by, where it stands before each part of a copy: "Quyết định
/// 12/QĐ-UBND năm 2031 về trồng cây. Điều 1. ...". The lines begin behind it; those that are
/// nothing else go. Linear.
void cut_site_captions(const FoldedText& text, std::vector<Line>& lines);

}  // namespace vanban::outline

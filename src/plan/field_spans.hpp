#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "outline/joined_text.hpp"
#include "vanban/span.hpp"

namespace vanban::plan {

/// Where fields stand in the repaired text, in the order of the fields. A list of strings has one
/// pair for each entry. A value that stands in several lines has the hull of them: where two
/// columns came out on the same lines, it covers what stands beside the value too. The names of
/// fields are literals.
using FieldSpans = std::vector<std::pair<std::string_view, TextSpan>>;

/// A value on one line: each run of blanks, separators and line breaks is one blank.
[[nodiscard]] std::string one_line(std::string_view text);

}  // namespace vanban::plan

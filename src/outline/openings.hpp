#pragma once

#include <algorithm>
#include <span>
#include <string_view>

#include "outline/characters.hpp"

/// Tables of how lines begin or end.
namespace vanban::outline {

struct Phrase {
  std::string_view folded;
  std::string_view example;
};

[[nodiscard]] inline bool starts_with_any(std::string_view lower, std::span<const Phrase> rows) {
  return std::ranges::any_of(rows,
                             [&](const Phrase& row) { return opens_with(lower, row.folded); });
}

[[nodiscard]] inline bool ends_with_any(std::string_view lower, std::span<const Phrase> rows) {
  return std::ranges::any_of(rows,
                             [&](const Phrase& row) { return closes_with(lower, row.folded); });
}

}  // namespace vanban::outline

#pragma once

#include <cstddef>
#include <string_view>

namespace vanban::read {

/// Signs, digits and capitals behind a small letter, of which next to no sound text has many: fonts
/// without a map leave them, and source code has them.
struct SignsInWords {
  std::size_t signs = 0;
  std::size_t blanks = 0;
  /// So many, and one for every so many blanks.
  [[nodiscard]] bool are_at_least(std::size_t fewest, std::size_t blanks_for_one) const {
    return signs >= fewest && signs * blanks_for_one >= blanks;
  }
};

/// Of a text beyond 64 KiB, in one part of eight.
[[nodiscard]] SignsInWords count_signs_in_words(std::string_view text);

}  // namespace vanban::read

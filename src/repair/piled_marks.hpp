#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace vanban::repair_stage {

/// Tone marks that stand behind the words of a line, each behind a blank.
struct Pile {
  std::size_t begin = 0;        ///< of its first blank
  std::size_t end = 0;          ///< behind its last mark
  std::vector<char32_t> marks;  ///< combining marks, in order
};

/// The pile at the end of `line`, which has no line feed; no marks where none stands there.
[[nodiscard]] Pile find_pile(std::string_view line);

}  // namespace vanban::repair_stage

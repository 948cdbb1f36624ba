#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "language/language_model.hpp"
#include "language/surprise.hpp"
#include "vanban/span.hpp"

namespace vanban::repair_stage::lattice {

/// The places of a text that read badly, each with some words on either side; overlapping ones are
/// one. In order.
struct Suspects {
  std::vector<TextSpan> places;
  std::uint32_t words = 0;  ///< of the whole text
};

/// Finds them while somebody walks over the text.
class Triage {
 public:
  /// Looks at the words of the walk's batch; to be told of every one.
  void add(const language::WordWalk& walk);
  [[nodiscard]] Suspects finish() && { return std::move(found_); }

 private:
  Suspects found_;
  std::uint32_t first_begin_ = 0;  ///< of the first word of the text
  std::uint32_t until_ = 0;        ///< words before it belong to the last place
};

/// One walk without allocation but for the result.
[[nodiscard]] Suspects find_suspects(std::string_view text, const language::LanguageModel& model);

}  // namespace vanban::repair_stage::lattice

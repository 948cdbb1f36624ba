#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "language/language_model.hpp"
#include "language/surprise.hpp"

namespace vanban::repair_stage::remarks {

/// A word with its neighbours on either side, as the walk over the text read them, one behind the
/// other.
class Window {
 public:
  Window(std::string_view text, const language::ReadWord* before, const language::ReadWord* middle,
         std::uint32_t behind)
      : text_(text), before_(before), middle_(middle), behind_(behind) {}

  [[nodiscard]] const language::ReadWord& middle() const { return *middle_; }
  /// The word before, or null where the text begins.
  [[nodiscard]] const language::ReadWord* before() const { return before_; }
  /// The `k`-th word behind, 1 or 2, or null where the text ends.
  [[nodiscard]] const language::ReadWord* behind(std::uint32_t k) const {
    return k <= behind_ ? middle_ + k : nullptr;
  }
  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  std::string_view text_;
  const language::ReadWord* before_;
  const language::ReadWord* middle_;
  std::uint32_t behind_;
};

/// Whether the middle word reads so badly that another may be meant: a quick look, which says no of
/// nearly all words.
[[nodiscard]] bool may_be_misprint(const Window& window, const language::LanguageModel& model);

/// What the middle word of such a window probably should be, in its letter case, where its context
/// says so.
[[nodiscard]] std::optional<std::string> likelier_word(const Window& window,
                                                       const language::LanguageModel& model);

}  // namespace vanban::repair_stage::remarks

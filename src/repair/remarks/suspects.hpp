#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "language/language_model.hpp"
#include "language/surprise.hpp"

namespace vanban::repair_stage::remarks {

/// A word with its neighbours on either side, as the walk over the text read them.
class Window {
 public:
  explicit Window(std::string_view text) : text_(text) {}

  /// Moves on by one word; `nullptr` behind the last one.
  void push(const language::ReadWord* word);

  [[nodiscard]] bool has_middle() const { return at(1) != nullptr; }
  [[nodiscard]] const language::ReadWord& middle() const { return *at(1); }
  /// The word before, or null where the text begins.
  [[nodiscard]] const language::ReadWord* before() const { return at(0); }
  /// The `k`-th word behind, 1 or 2, or null where the text ends.
  [[nodiscard]] const language::ReadWord* behind(std::size_t k) const { return at(1 + k); }
  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  [[nodiscard]] const language::ReadWord* at(std::size_t k) const {
    const std::size_t index = (first_ + k) % words_.size();
    return has_[index] ? &words_[index] : nullptr;
  }

  std::string_view text_;
  std::size_t first_ = 0;
  std::array<language::ReadWord, 4> words_{};
  std::array<bool, 4> has_{};
};

/// What the middle word probably should be, in its letter case, where its context says so.
[[nodiscard]] std::optional<std::string> likelier_word(const Window& window,
                                                       const language::LanguageModel& model);

}  // namespace vanban::repair_stage::remarks

#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "repair/byte_scan.hpp"

/// Where a text speaks of how words are written, a wrong one stands there in earnest.
namespace vanban::repair_stage {

/// Whether the word at `begin` stands behind a quotation mark.
[[nodiscard]] bool is_quoted(std::string_view text, std::size_t begin);

/// Whether a word at [begin, end) is of running text: not of an address, a path, a tag or a code,
/// nor within quotation marks on its line.
[[nodiscard]] bool stands_free(std::string_view text, std::size_t begin, std::size_t end);

/// Lines about spelling of a text, asked for in its order.
class SpellingLessons {
 public:
  explicit SpellingLessons(std::string_view text) : text_(text) {}

  /// Whether the line around `at` speaks of how `right` is written.
  [[nodiscard]] bool is_lesson(std::size_t at, std::string_view right);

 private:
  std::string_view text_;
  std::optional<bool> are_lessons_;  ///< once somebody asked
  LineRange line_;                   ///< that was asked of last
  bool is_lesson_ = false;
  bool may_be_lesson_ = false;
  std::map<std::string, bool, std::less<>> has_right_;  ///< words that the line may have
};

}  // namespace vanban::repair_stage

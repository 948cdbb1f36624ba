#pragma once

#include <cstddef>
#include <string_view>

#include "language/letters.hpp"
#include "repair/code_points.hpp"

/// The letters of a word, for passes that found one of them.
namespace vanban::repair_stage {

/// [begin, end) of a text.
struct WordRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Behind the letters that begin at `at`.
[[nodiscard]] inline std::size_t letters_end(std::string_view text, std::size_t at) {
  const char* const end_of_text = text.data() + text.size();
  while (at < text.size()) {
    const std::size_t length = language::letter_length(text.data() + at, end_of_text);
    if (length == 0) break;
    at += length;
  }
  return at;
}

/// The letters around `at`, where one begins.
[[nodiscard]] inline WordRange word_around(std::string_view text, std::size_t at) {
  const char* const base = text.data();
  std::size_t begin = at;
  while (begin > 0) {
    std::size_t before = begin - 1;
    while (before > 0 && is_continuation(base[before])) --before;
    if (language::letter_length(base + before, base + text.size()) != begin - before) break;
    begin = before;
  }
  return {begin, letters_end(text, at)};
}

}  // namespace vanban::repair_stage

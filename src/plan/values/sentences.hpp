#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "tokens/words.hpp"

namespace vanban::plan {

/// Bytes [begin, end) of a text.
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] std::string_view of(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
  friend bool operator==(const TextRange&, const TextRange&) = default;
};

/// The sentences of a text on one line, in order, each with its end mark and without blanks around
/// it. Divided at full stops, exclamation and question marks before a capital or digit; never
/// at ";", "...", a point of an abbreviation or number, or inside brackets and quotation marks.
[[nodiscard]] std::vector<TextRange> split_sentences(std::string_view text);
[[nodiscard]] std::vector<TextRange> split_sentences(const tokens::WordedText& text);

}  // namespace vanban::plan

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "outline/line.hpp"
#include "read/source_text.hpp"

namespace vanban::outline {

/// The repaired text with its lower-case twin (equal offsets): patterns are matched on the twin.
struct FoldedText {
  std::string_view text;
  std::string folded;

  [[nodiscard]] std::string_view printed(TextSpan span) const {
    return text.substr(span.begin, span.size());
  }
  [[nodiscard]] std::string_view lower(TextSpan span) const {
    return std::string_view(folded).substr(span.begin, span.size());
  }
};

/// The lines of `text` that say something: no blank lines, no rules of dashes or stars, no page
/// numbers, no running heads. `hints` are per line, or empty.
[[nodiscard]] std::vector<Line> split_lines(const FoldedText& text,
                                            std::span<const read::LineHint> hints);

}  // namespace vanban::outline

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/release.hpp"
#include "language/tone_places.hpp"
#include "outline/line.hpp"
#include "read/source_text.hpp"

namespace vanban::outline {

/// The repaired text with its lower-case twins (equal offsets): patterns are matched on the twins.
class FoldedText {
 public:
  FoldedText() = default;
  FoldedText(std::string_view printed, std::string folded_text)
      : text(printed), folded(std::move(folded_text)), tones_placed(language::place_tones(folded)) {
    if (tones_placed == folded) release(tones_placed);
  }

  std::string_view text;
  std::string folded;
  std::string
      tones_placed;  ///< with today's tone places: "hoà" is "hòa"; empty where that is `folded`

  [[nodiscard]] std::string_view printed(TextSpan span) const {
    return text.substr(span.begin, span.size());
  }
  [[nodiscard]] std::string_view lower(TextSpan span) const {
    return std::string_view(folded).substr(span.begin, span.size());
  }
  [[nodiscard]] std::string_view placed(TextSpan span) const {
    return std::string_view(tones_placed.empty() ? folded : tones_placed)
        .substr(span.begin, span.size());
  }

  /// The twin of a view into `text`.
  [[nodiscard]] std::string_view twin(std::string_view printed_part) const {
    if (printed_part.empty()) return {};
    return std::string_view(folded).substr(
        static_cast<std::size_t>(printed_part.data() - text.data()), printed_part.size());
  }

  /// For who has no use for them any more.
  void release_twins() {
    release(folded);
    release(tones_placed);
  }
};

/// The lines of `text` that say something: no blank lines, no rules of dashes or stars, no page
/// numbers, no running heads. `hints` are per line, or empty.
[[nodiscard]] std::vector<Line> split_lines(const FoldedText& text,
                                            std::span<const read::LineHint> hints);

}  // namespace vanban::outline

#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "language/language_model.hpp"
#include "repair/font_map/coded_words.hpp"
#include "repair/font_map/skeletons.hpp"

namespace vanban::repair_stage::font_map {

/// Which letter each code of a document stands for.
struct Substitution {
  struct Meaning {
    Letter letter = no_letter;
    float confidence = 0;  ///< probability, given the words of the document
  };
  std::array<Meaning, code_count> meanings{};
};

/// Learnt from the words of `text`; nothing where chance would explain as many of them, or where
/// they say something as they stand.
[[nodiscard]] std::optional<Substitution> learn_substitution(const CodedText& text,
                                                             const Skeletons& skeletons,
                                                             const language::LanguageModel& model);

}  // namespace vanban::repair_stage::font_map

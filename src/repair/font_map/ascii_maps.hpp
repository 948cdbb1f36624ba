#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/language_model.hpp"
#include "repair/font_map/ascii_channel.hpp"
#include "repair/font_map/ascii_text.hpp"

/// What the codes of the fonts of a document stand for, learnt from its words.
namespace vanban::repair_stage::font_map {

/// What a token is read as; empty where it is what it seems.
struct DecodedToken {
  std::string text;
  float confidence = 0;
};

/// Of each token of `text`; nothing where no map is proven.
[[nodiscard]] std::vector<DecodedToken> read_ascii_codes(const TokenText& text,
                                                         const SpelledWords& words,
                                                         const language::LanguageModel& model);

}  // namespace vanban::repair_stage::font_map

// Text layers whose subset fonts have no map, and whose glyphs were read as ASCII: "h6:ng ;<n" may
// be anything, but is one thing throughout the document.
#include <algorithm>
#include <cstddef>
#include <string>

#include "language/language_model.hpp"
#include "read/signs_in_words.hpp"
#include "repair/font_map/ascii_maps.hpp"
#include "repair/font_map/ascii_text.hpp"
#include "repair/font_map/spelled.hpp"
#include "repair/passes.hpp"

namespace vanban::repair_stage {
namespace {

/// Fewest signs between letters of a text that is looked at, and blanks for each of them.
constexpr std::size_t fewest_signs = 8;
constexpr std::size_t blanks_for_a_sign = 10;

}  // namespace

EditList find_ascii_codes(std::string_view text) {
  EditList edits;
  if (!read::count_signs_in_words(text).are_at_least(fewest_signs, blanks_for_a_sign)) return edits;
  const auto& model = language::LanguageModel::builtin();
  const font_map::SpelledWords words(model);
  const font_map::TokenText tokens = font_map::read_tokens(text, text.size());
  const auto read = font_map::read_ascii_codes(tokens, words, model);
  for (std::size_t i = 0; i < read.size(); ++i) {
    const font_map::Token& token = tokens.tokens[i];
    if (read[i].text.empty() || read[i].text == tokens.types[token.type].printed) continue;
    edits.push_back(
        {token.begin, token.end, read[i].text, RepairKind::font_map, read[i].confidence});
  }
  return edits;
}

}  // namespace vanban::repair_stage

// Text layers whose subset font numbered its marked letters in any order: "Sî Nông nghi¶p" may be
// anything, but is one thing throughout the document. Such text has letters of Latin-1 and Latin
// Extended-A in plenty, and next to none of those that make up most marked letters of Vietnamese.
#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>

#include "language/language_model.hpp"
#include "language/syllable.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/font_map/coded_words.hpp"
#include "repair/font_map/skeletons.hpp"
#include "repair/font_map/substitution.hpp"
#include "repair/passes.hpp"

namespace vanban::repair_stage {
namespace {

using font_map::CodedText;
using font_map::CodedToken;
using font_map::Substitution;
using language::LanguageModel;

/// Fewest codes of a text that is looked at.
constexpr std::size_t fewest_codes = 30;
/// A letter that no coded text has, for so many codes: of sound text it is one for less than one.
constexpr std::size_t codes_for_a_letter = 16;
/// Words by which a document is judged; a longer one is then learnt from as a whole.
constexpr std::size_t sample = 20'000;
/// Words below stay as they are.
constexpr double least_confidence = 0.5;

/// Whether there are many codes, and next to none of ơ, ư and the last block of Vietnamese letters.
/// Sound text ends this within its first kilobytes.
bool looks_coded(std::string_view text) {
  constexpr std::size_t block = 4096;
  constexpr std::size_t allowed = 8;
  std::size_t letters = 0;
  std::size_t codes = 0;
  for (std::size_t begin = 0; begin + 1 < text.size(); begin += block) {
    const std::size_t end = std::min(begin + block, text.size() - 1);
    unsigned letters_here = 0;
    unsigned codes_here = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const auto lead = static_cast<unsigned char>(text[i]);
      const auto next = static_cast<unsigned char>(text[i + 1]);
      letters_here += unsigned{scan::both(scan::is(lead, 0xE1), scan::in(next, 0xBA, 0xBB))} +
                      unsigned{scan::both(scan::is(lead, 0xC6), scan::in(next, 0xA0, 0xB0))};
      codes_here += unsigned{scan::in(lead, 0xC3, 0xC5)} +
                    unsigned{scan::both(scan::is(lead, 0xC2), scan::in(next, 0xA1, 0xBF))};
    }
    letters += letters_here;
    codes += codes_here;
    if (letters > allowed + codes / codes_for_a_letter) return false;
  }
  return codes >= fewest_codes;
}

/// One word by the map.
struct DecodedWord {
  std::string text;
  double confidence = 1;
};
std::optional<DecodedWord> decode(std::string_view printed, const Substitution& map) {
  DecodedWord word;
  std::string known;  // codes of which the confidence counts already
  bool has_letter = false;
  bool has_digit = false;
  for (std::size_t at = 0; at < printed.size();) {
    const CodePoint point = code_point_at(printed, at);
    at += point.length;
    has_digit = has_digit || (point.value >= '0' && point.value <= '9');
    if (!font_map::is_code(point.value)) {
      has_letter = has_letter || !(point.value >= '0' && point.value <= '9');
      append_code_point(word.text, point.value);
      continue;
    }
    const auto code = static_cast<font_map::Code>(point.value - font_map::first_code);
    const Substitution::Meaning& meaning = map.meanings[code];
    if (meaning.letter == font_map::no_letter) return std::nullopt;
    append_code_point(word.text, font_map::code_point_of(meaning.letter));
    if (known.find(static_cast<char>(code)) != std::string::npos) continue;
    known += static_cast<char>(code);
    word.confidence *= meaning.confidence;
  }
  // Signs of measures stand beside digits.
  if (has_digit && !has_letter) return std::nullopt;
  return word;
}

}  // namespace

EditList find_any_orders(std::string_view text) {
  EditList edits;
  if (!looks_coded(text)) return edits;
  const LanguageModel& model = LanguageModel::builtin();
  const font_map::Skeletons skeletons(model);
  CodedText words = font_map::read_coded_words(text, sample, model);
  auto map = font_map::learn_substitution(words, skeletons, model);
  if (!map) return edits;
  if (words.tokens.size() == sample) {
    words = font_map::read_coded_words(text, std::numeric_limits<std::size_t>::max(), model);
    map = font_map::learn_substitution(words, skeletons, model);
    if (!map) return edits;
  }
  for (const CodedToken& token : words.tokens) {
    if (token.type == CodedToken::no_type) continue;
    const std::string_view printed = text.substr(token.begin, token.end - token.begin);
    auto word = decode(printed, *map);
    if (!word || word->confidence < least_confidence || word->text == printed) continue;
    edits.push_back(
        {token.begin, token.end, std::move(word->text), RepairKind::font_map, word->confidence});
  }
  return edits;
}

}  // namespace vanban::repair_stage

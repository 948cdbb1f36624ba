// What a reader of scans makes of "UBND" is "ƯBND" or "ỦBND"; whoever types fast writes "UBNĐ". To
// the language model these are abbreviations like others, which may be anything. But no word begins
// so, and one of the abbreviations that everybody has is the same without the mark.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/language_model.hpp"
#include "language/letter_numbers.hpp"
#include "language/letters.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/passes.hpp"
#include "repair/signs.hpp"
#include "repair/spelling_lessons.hpp"

namespace vanban::repair_stage {
namespace {

using language::LanguageModel;

constexpr double confidence = 0.98;
constexpr std::size_t fewest_letters = 4;
constexpr std::size_t most_letters = 8;
/// Nats by itself of the abbreviations that are meant: UBND, HĐND.
constexpr float usual = 10;

/// What abbreviations that others share must stand before: the council of a place, not one of Nam
/// Định.
constexpr std::string_view shared[] = {"HĐNĐ"};
constexpr std::string_view places[] = {"tỉnh",    "thành phố", "huyện", "quận",
                                       "thị xã",  "thị trấn",  "xã",    "phường",
                                       "đặc khu", "các cấp",   "TP"};

/// Whether a place or its kind follows.
bool is_before_place(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != ' ') return false;
  constexpr std::size_t longest = 16;
  const std::string folded = language::fold(text.substr(at + 1, longest));
  return std::ranges::any_of(places, [&folded](std::string_view place) {
    const std::string kind = language::fold(place);
    return folded.starts_with(kind) &&
           language::letter_length(folded.data() + kind.size(), folded.data() + folded.size()) == 0;
  });
}

/// The letters of the word around `at`; empty where it is no abbreviation.
std::vector<CodePoint> letters_around(std::string_view text, std::size_t at, std::size_t& begin) {
  begin = at;
  while (begin > 0) {
    const std::size_t length = code_point_before(text, begin).length;
    const char* const letter = text.data() + begin - length;
    if (language::letter_length(letter, text.data() + begin) != length) break;
    if (at - begin > 3 * most_letters) return {};
    begin -= length;
  }
  std::vector<CodePoint> letters;
  for (std::size_t end = begin; end < text.size();) {
    const std::size_t length =
        language::letter_length(text.data() + end, text.data() + text.size());
    if (length == 0) break;
    if (letters.size() == most_letters) return {};
    letters.push_back(code_point_at(text, end));
    end += length;
  }
  return letters;
}

/// The usual abbreviation that `letters` are with one mark less, empty where there is none.
std::string meant(const std::vector<CodePoint>& letters, const LanguageModel& model) {
  std::string printed;
  for (const CodePoint& letter : letters) append_code_point(printed, letter.value);
  if (model.find(printed) != language::word_class::unknown) return {};
  for (std::size_t i = 0; i < letters.size(); ++i) {
    std::string word;
    bool bare = false;
    for (std::size_t k = 0; k < letters.size(); ++k) {
      std::string letter;
      append_code_point(letter, letters[k].value);
      const language::LetterParts parts =
          language::letter_parts(language::letter_index(language::fold(letter)));
      if (language::fold(letter) == letter) return {};
      if (k == i && parts.marked()) {
        bare = true;
        letter.assign(1, static_cast<char>(parts.base - 'a' + 'A'));
      }
      word += letter;
    }
    if (!bare) continue;
    const language::WordId id = model.find(word);
    if (id != language::word_class::unknown && model.is_mostly_upper(id) &&
        model.unigram_cost(id) < usual) {
      return word;
    }
  }
  return {};
}

}  // namespace

EditList find_misread_abbreviations(std::string_view text) {
  EditList edits;
  const LanguageModel& model = LanguageModel::builtin();
  SpellingLessons lessons(text);
  for (std::size_t at = find_sign(text, 0, Sign::abbreviation); at < text.size();
       at = find_sign(text, at + 1, Sign::abbreviation)) {
    // The sign ends with a letter, or within one.
    std::size_t inside = at;
    while (inside > 0 && is_continuation(text[inside])) --inside;
    std::size_t begin = 0;
    const std::vector<CodePoint> letters = letters_around(text, inside, begin);
    if (letters.size() < fewest_letters || is_quoted(text, begin)) continue;
    if (!edits.empty() && edits.back().end > begin) continue;
    std::string word = meant(letters, model);
    if (word.empty()) continue;
    std::size_t end = begin;
    for (const CodePoint& letter : letters) end += letter.length;
    if (lessons.is_lesson(begin, word)) continue;
    const std::string_view printed = text.substr(begin, end - begin);
    if (std::ranges::find(shared, printed) != std::end(shared) && !is_before_place(text, end))
      continue;
    edits.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                     std::move(word), RepairKind::ocr, confidence});
  }
  return edits;
}

}  // namespace vanban::repair_stage

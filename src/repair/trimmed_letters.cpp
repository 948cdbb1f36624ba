// The last byte of "à" in UTF-8 is the hard blank of Latin-1. Programs that trim blanks byte by
// byte, or put plain ones for hard ones, leave half a letter, which the next one shows as U+FFFD:
// "v\uFFFD" and the end of the line, "b\uFFFD n". A row of a table says which letters end so; the
// sign must stand where such a blank may, and the word must be one. Where others of a document
// stand elsewhere, it was damaged otherwise.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "language/language_model.hpp"
#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "repair/passes.hpp"

namespace vanban::repair_stage {
namespace {

using language::LanguageModel;

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// Letters whose last byte is A0. Of the capitals the word before the sign has others.
struct Trimmed {
  std::string_view letter;
  bool capital;
};
constexpr Trimmed trimmed_letters[] = {{"à", false}, {"Ơ", true}, {"Ạ", true}, {"Ỡ", true}};

/// What may follow such a letter in its syllable.
constexpr std::string_view rests[] = {"i", "n", "m", "ng", "nh", "o",
                                      "u", "y", "c", "ch", "p",  "t"};

/// Nats of a word that is too rare to be guessed.
constexpr float rare = 11;
constexpr double confidence = 0.995;

std::size_t letter_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  return language::letter_length(text.data() + at, text.data() + text.size());
}

std::size_t last_letter_before(std::string_view text, std::size_t at) {
  std::size_t before = at - 1;
  while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0U) == 0x80U) --before;
  return before;
}

/// The letters that stand right before `at`.
std::string_view letters_before(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 12;  // bytes
  std::size_t begin = at;
  while (begin > 0 && at - begin < longest) {
    const std::size_t before = last_letter_before(text, begin);
    if (letter_at(text, before) != begin - before) break;
    begin = before;
  }
  return text.substr(begin, at - begin);
}

/// The letters that begin at `at`, as far as a syllable goes on behind its vowel.
std::string_view letters_behind(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 3;  // one more than a rest has
  std::size_t end = at;
  while (end - at < longest && letter_at(text, end) != 0) end += letter_at(text, end);
  return text.substr(at, end - at);
}

bool is_capital(std::string_view text, std::size_t at) {
  const std::size_t length = letter_at(text, at);
  std::array<char, 4> folded{};
  return length != 0 && language::fold_letter(text.data() + at, length, folded.data());
}

/// The word of the sign at `at` is in capitals: "Ơ" has another last byte in small letters.
bool in_capitals(std::string_view text, std::string_view letters, std::size_t at) {
  const std::size_t last = last_letter_before(text, at);
  if (!is_capital(text, last)) return false;
  if (letter_at(letters, 0) != letters.size()) return true;
  // "C\uFFFD QUAN" and "C\uFFFD phê"
  const std::size_t next = text.find_first_not_of(' ', at + replacement.size());
  return next != std::string_view::npos && is_capital(text, next) &&
         (letter_at(text, next + letter_at(text, next)) == 0 ||
          is_capital(text, next + letter_at(text, next)));
}

/// The letter that makes a word with what stands before and behind it; empty where none does.
std::string_view letter_between(std::string_view before, std::string_view behind, bool capitals,
                                const LanguageModel& model) {
  std::string_view best;
  float least = rare;
  for (const Trimmed& row : trimmed_letters) {
    if (row.capital != capitals) continue;
    std::string printed(before);
    printed += row.letter;
    printed += behind;
    const std::string word = language::fold(printed);
    const language::WordId id = model.find(word);
    if (id < language::word_class::count || !language::is_syllable(word)) continue;
    const float cost = model.unigram_cost(id);
    if (cost >= least) continue;
    least = cost;
    best = row.letter;
  }
  return best;
}

/// Bytes of a blank behind the sign that stands for the other half of the letter: the text has
/// another one, or a mark that has none before it.
std::size_t blank_of_letter(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != ' ') return 0;
  constexpr std::string_view behind_words = " \n\r,.;:)!?";
  return at + 1 == text.size() || behind_words.find(text[at + 1]) != std::string_view::npos ? 1 : 0;
}

/// What the half letter at `at` is made; no letter where nothing is known.
struct Mended {
  std::string_view letter;
  std::size_t end = 0;  ///< of the sign, and of the blank that was its other byte
};

Mended mend(std::string_view text, std::string_view letters, std::size_t at,
            const LanguageModel& model) {
  const std::size_t end = at + replacement.size();
  const bool at_blank = end == text.size() || text[end] == ' ' || text[end] == '\n' ||
                        text[end] == '\r' || text[end] == '\t';
  if (!at_blank || letters.empty()) return {};
  const bool capitals = in_capitals(text, letters, at);
  if (end < text.size() && text[end] == ' ') {
    const std::string_view behind = letters_behind(text, end + 1);
    if (std::ranges::find(rests, language::fold(behind)) != std::end(rests)) {
      const std::string_view letter = letter_between(letters, behind, capitals, model);
      if (!letter.empty()) return {letter, end + 1};
    }
  }
  return {letter_between(letters, {}, capitals, model), end + blank_of_letter(text, end)};
}

}  // namespace

EditList find_trimmed_letters(std::string_view text) {
  const LanguageModel& model = LanguageModel::builtin();
  EditList edits;
  std::size_t others = 0;
  for (std::size_t at = text.find(replacement); at != std::string_view::npos;
       at = text.find(replacement, at + replacement.size())) {
    const std::string_view letters = letters_before(text, at);
    const Mended mended = mend(text, letters, at, model);
    if (mended.letter.empty()) {
      // Alone between blanks it stands for no letter of a word.
      const bool in_word = !letters.empty() || letter_at(text, at + replacement.size()) != 0;
      others += in_word ? 1U : 0U;
      continue;
    }
    const auto begin = static_cast<std::uint32_t>(at - letters.size());
    edits.push_back({begin, static_cast<std::uint32_t>(mended.end),
                     std::string(letters) + std::string(mended.letter), RepairKind::mojibake,
                     confidence});
  }
  constexpr std::size_t fewest = 3;
  constexpr std::size_t edits_of_another = 4;  // so many must be explained where one is not
  if (edits.size() < fewest || others * edits_of_another > edits.size()) return {};
  return edits;
}

}  // namespace vanban::repair_stage

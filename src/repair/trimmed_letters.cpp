// The last byte of "à" in UTF-8 is the hard blank of Latin-1. Programs that trim blanks byte by
// byte, or put plain ones for hard ones, leave half a letter, which the next one shows as U+FFFD:
// "v\uFFFD" and the end of the line, "b\uFFFD n". A row of a table says which letters end so; the
// sign must stand where such a blank may, and the word must be one. The hard blank itself loses its
// second byte as well ("5 m\uFFFD tính"), and what stands behind may be of the word or the next one
// ("h v\uFFFD i"), so that the language model chooses among all of them. Where other signs of a
// document stand elsewhere, it was damaged otherwise.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/language_model.hpp"
#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "repair/byte_scan.hpp"
#include "repair/mentions.hpp"
#include "repair/passes.hpp"

namespace vanban::repair_stage {
namespace {

using language::LanguageModel;
using language::WordId;

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
/// Nats of a hard blank where a letter may be: texts have few of them.
constexpr float hard_blank = 2;
constexpr double least_confidence = 0.6;
constexpr double most_confidence = 0.995;

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

/// A letter that makes a word with what stands before and behind it.
struct LetterBetween {
  std::string_view letter;  ///< empty where none does
  WordId word = language::word_class::unknown;
};

LetterBetween letter_between(std::string_view before, std::string_view behind, bool capitals,
                             const LanguageModel& model) {
  LetterBetween best;
  float least = rare;
  for (const Trimmed& row : trimmed_letters) {
    if (row.capital != capitals) continue;
    std::string printed(before);
    printed += row.letter;
    printed += behind;
    const std::string word = language::fold(printed);
    const WordId id = model.find(word);
    if (id < language::word_class::count || !language::is_syllable(word)) continue;
    const float cost = model.unigram_cost(id);
    if (cost >= least) continue;
    least = cost;
    best = {row.letter, id};
  }
  return best;
}

/// Bytes of a blank behind the sign that stands for the other half of the letter: the text has one
/// more, or a mark that has none before it. Two blanks at the end of a line break it.
std::size_t blank_of_letter(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != ' ') return 0;
  if (at + 1 == text.size()) return 1;
  if (text[at + 1] != ' ') return std::string_view("\n\r,.;:)!?").find(text[at + 1]) != text.npos;
  const std::size_t next = at + 2;
  const bool wide =
      next == text.size() || text[next] == ' ' || text[next] == '\n' || text[next] == '\r';
  return wide ? 0 : 1;
}

/// What the half letter at `at` is made; no letter where nothing is known.
struct Mended {
  std::string_view letter;
  std::size_t end = 0;  ///< of the sign, and of the blank that was its other byte
  double confidence = 0;
  bool explained = false;  ///< also where it was a hard blank and no letter
};

class Mender {
 public:
  Mender(std::string_view text, const LanguageModel& model) : text_(text), model_(model) {}

  Mended mend(std::string_view letters, std::size_t at) {
    const std::size_t end = at + replacement.size();
    const bool at_blank = end == text_.size() || text_[end] == ' ' || text_[end] == '\n' ||
                          text_[end] == '\r' || text_[end] == '\t';
    if (!at_blank || letters.empty() || !is_vietnamese(at)) return {};
    const std::size_t begin = at - letters.size();
    if (begin > 0 && (is_digit(text_[begin - 1]) || text_[begin - 1] == '_')) return {};
    const bool capitals = in_capitals(text_, letters, at);
    const WordId before = word_before(begin);
    const bool goes_on = end + 1 < text_.size() && text_[end] == ' ';
    const std::string_view behind = goes_on ? word_at(end + 1) : std::string_view();
    const WordId next = goes_on ? id_of(behind, end + 1) : language::word_class::boundary;
    // "h v\uFFFD i khoản 1": points, one beside the other
    const std::string_view point = word_text_before(begin);
    const bool is_point = is_letter(behind) && is_letter(point) && !is_capital(point, 0);
    const bool rest = is_rest(behind, end + 1) && !is_point;
    if (!rest && names_unit_or_point(letters, begin)) return {{}, 0, 0, true};
    std::vector<Choice> choices;
    // "b\uFFFD n": its blank is the other byte.
    if (rest) {
      const LetterBetween found = letter_between(letters, behind, capitals, model_);
      const WordId last = word_behind(end + 1 + behind.size());
      if (!found.letter.empty()) {
        choices.push_back({found.letter, end + 1, cost_of({before, found.word, last})});
      }
      add_short(choices, letters, end, capitals, {before, next, last});
    } else {
      add_short(choices, letters, end, capitals, {before, next});
    }
    return choose(choices);
  }

 private:
  struct Choice {
    std::string_view letter;  ///< none: the sign was a hard blank
    std::size_t end;
    float cost;
  };

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  /// Words on the line have letters of the language: others have à as well.
  bool is_vietnamese(std::size_t at) {
    if (at >= line_.begin && at < line_.end) return line_is_vietnamese_;
    line_ = line_around(text_, at);
    line_is_vietnamese_ = false;
    for (std::size_t from = line_.begin; from < line_.end && !line_is_vietnamese_;) {
      const std::string_view word = word_at(from);
      const bool marked = std::ranges::any_of(
          word, [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
      line_is_vietnamese_ = marked && model_.find(word) >= language::word_class::count;
      from += std::max<std::size_t>(word.size(), 1);
    }
    return line_is_vietnamese_;
  }

  /// The letters at `at`.
  [[nodiscard]] std::string_view word_at(std::size_t at) const {
    constexpr std::size_t longest = 24;  // bytes
    std::size_t end = at;
    while (end - at < longest && letter_at(text_, end) != 0) end += letter_at(text_, end);
    return text_.substr(at, end - at);
  }

  /// The word of `letters` at `at`; what is cut itself is not known.
  [[nodiscard]] WordId id_of(std::string_view letters, std::size_t at) const {
    if (text_.substr(at + letters.size()).starts_with(replacement)) {
      return language::word_class::unknown;
    }
    return letters.empty() ? language::word_class::boundary : model_.find(letters);
  }

  /// The word before `begin`; none where it is the rest of one with a sign.
  [[nodiscard]] std::string_view word_text_before(std::size_t begin) const {
    if (begin == 0 || text_[begin - 1] != ' ') return {};
    const std::string_view letters = letters_before(text_, begin - 1);
    const std::string_view front = text_.substr(0, begin - 1 - letters.size());
    const bool is_whole = !front.ends_with(replacement) &&
                          !front.substr(0, front.find_last_not_of(' ') + 1).ends_with(replacement);
    return is_whole ? letters : std::string_view();
  }

  [[nodiscard]] WordId word_before(std::size_t begin) const {
    const std::string_view letters = word_text_before(begin);
    if (!letters.empty()) return model_.find(letters);
    const bool in_sentence = begin > 0 && text_[begin - 1] == ' ' && begin > 1 &&
                             letter_at(text_, last_letter_before(text_, begin - 1)) != 0;
    return in_sentence ? language::word_class::unknown : language::word_class::boundary;
  }

  static bool is_letter(std::string_view word) {
    return !word.empty() && letter_at(word, 0) == word.size();
  }

  /// "5 m\uFFFD tính", "điểm b\uFFFD khoản": one letter, with a hard blank behind it.
  [[nodiscard]] bool names_unit_or_point(std::string_view letters, std::size_t begin) const {
    constexpr std::string_view units = "mgh";
    if (!is_letter(letters) || begin < 2 || text_[begin - 1] != ' ') return false;
    if (is_digit(text_[begin - 2])) return units.find(letters) != std::string_view::npos;
    return language::fold(word_text_before(begin)) == "điểm";
  }

  [[nodiscard]] WordId word_behind(std::size_t end) const {
    if (end >= text_.size() || text_[end] != ' ') return language::word_class::boundary;
    return id_of(word_at(end + 1), end + 1);
  }

  /// What stands behind the sign and its blank may be the rest of its word.
  [[nodiscard]] bool is_rest(std::string_view behind, std::size_t at) const {
    return std::ranges::find(rests, language::fold(behind)) != std::end(rests) &&
           !text_.substr(at + behind.size()).starts_with(replacement);
  }

  /// A word that ends with the sign: with its letter, or without one before a hard blank.
  /// `around`: the word before, and those behind.
  void add_short(std::vector<Choice>& choices, std::string_view letters, std::size_t end,
                 bool capitals, std::vector<WordId> around) const {
    around.insert(around.begin() + 1, language::word_class::unknown);
    const LetterBetween found = letter_between(letters, {}, capitals, model_);
    if (!found.letter.empty()) {
      around[1] = found.word;
      choices.push_back({found.letter, end + blank_of_letter(text_, end), cost_of(around)});
    }
    if (end == text_.size() || text_[end] != ' ') return;  // programs trim hard blanks there
    around[1] = model_.find(letters);
    const bool is_word = letter_at(letters, 0) != letters.size() &&
                         around[1] >= language::word_class::count &&
                         language::is_syllable(language::fold(letters));
    if (is_word) choices.push_back({{}, end, cost_of(around) + hard_blank});
  }

  [[nodiscard]] float cost_of(const std::vector<WordId>& words) const {
    float cost = 0;
    for (std::size_t i = 1; i < words.size(); ++i) {
      cost += model_.cost_of_pair(words[i - 1], words[i],
                                  model_.find_pair(model_.locate_pair(words[i - 1], words[i])));
    }
    return cost;
  }

  static Mended choose(const std::vector<Choice>& choices) {
    if (choices.empty()) return {};
    const Choice& best = *std::ranges::min_element(choices, {}, &Choice::cost);
    double all = 0;
    for (const Choice& one : choices) all += std::exp(best.cost - one.cost);
    const double confidence = std::min(1 / all, most_confidence);
    if (best.letter.empty() || confidence < least_confidence) return {{}, 0, 0, true};
    return {best.letter, best.end, confidence, true};
  }

  std::string_view text_;
  const LanguageModel& model_;
  LineRange line_;  ///< that was asked of last
  bool line_is_vietnamese_ = false;
};

}  // namespace

EditList find_trimmed_letters(std::string_view text) {
  const LanguageModel& model = LanguageModel::builtin();
  Mender mender(text, model);
  EditList edits;
  std::size_t others = 0;
  for (std::size_t at = text.find(replacement); at != std::string_view::npos;
       at = text.find(replacement, at + replacement.size())) {
    const std::string_view letters = letters_before(text, at);
    const Mended mended = mender.mend(letters, at);
    if (mended.letter.empty()) {
      // Alone between blanks it stands for no letter of a word.
      const bool in_word = !letters.empty() || letter_at(text, at + replacement.size()) != 0;
      others += in_word && !mended.explained ? 1U : 0U;
      continue;
    }
    const std::size_t begin = at - letters.size();
    if (is_in_mention(text, begin, at + replacement.size())) continue;
    edits.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(mended.end),
                     std::string(letters) + std::string(mended.letter), RepairKind::mojibake,
                     mended.confidence});
  }
  constexpr std::size_t fewest = 3;
  constexpr std::size_t edits_of_another = 4;  // so many must be explained where one is not
  if (edits.size() < fewest || others * edits_of_another > edits.size()) return {};
  return edits;
}

}  // namespace vanban::repair_stage

// Characters that nobody sees: soft hyphens where a word might be parted, blanks without width,
// marks of direction, marks that a text was styled with letter by letter. A search does not find
// such a word. A soft hyphen may be a hyphen that a reader of PDFs took for one, and may be ư of
// TCVN3, where the words say so.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "language/language_model.hpp"
#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/icu.hpp"
#include "repair/passes.hpp"
#include "repair/remarks/abbreviations.hpp"
#include "repair/word_choice.hpp"

namespace vanban::repair_stage {
namespace {

using language::LanguageModel;
using scan::any;
using scan::both;
using scan::Flag;
using scan::in;
using scan::is;

constexpr double confidence = 0.99;

constexpr char32_t soft_hyphen = 0xAD;
/// Words are parted there in a text that has no blanks; else there is nothing.
constexpr char32_t blank_without_width = 0x200B;

constexpr CodePointRange unseen[] = {
    {soft_hyphen, soft_hyphen}, {0x200B, 0x200D}, {0x2060, 0x2060}, {0xFEFF, 0xFEFF}};

constexpr bool is_unseen(char32_t point) {
  return is_in(unseen, point);
}

/// A combining mark that no letter of Vietnamese takes. What is struck out says something, a stroke
/// over letters is of mathematics and of other languages.
constexpr bool is_foreign_mark(char32_t point) {
  constexpr std::u32string_view marks =
      U"\u0300\u0301\u0302\u0303\u0306\u0309\u031B\u0323\u0335\u0336\u0337\u0338"
      U"\u0304\u0305\u0331";
  return is_combining(point) && marks.find(point) == std::u32string_view::npos;
}

/// Whether the byte at `at` may be the last but one, or the last, of what this pass looks for.
constexpr Flag may_be_sign(const unsigned char* at) {
  return any(both(is(at[0], 0xC2), is(at[1], 0xAD)), both(is(at[0], 0x80), in(at[1], 0x8B, 0x8D)),
             both(is(at[0], 0x81), is(at[1], 0xA0)), both(is(at[0], 0xBB), is(at[1], 0xBF)),
             both(in(at[0], 0xCC, 0xCD), in(at[1], 0x80, 0xBF)));
}

/// Sound text is the rule: whether any byte may be of such a character.
bool may_have_signs(std::string_view text) {
  constexpr std::size_t block = 256;
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
  for (std::size_t at = 0; at + 1 < text.size(); at += block) {
    const std::size_t size = std::min(block, text.size() - 1 - at);
    Flag found = 0;
    for (std::size_t i = 0; i < size; ++i) {
      found = any(found, static_cast<Flag>(may_be_sign(bytes + at + i) != 0));
    }
    if (found != 0) return true;
  }
  return false;
}

/// Of a letter, or of a mark of Vietnamese that stands behind its own.
std::size_t letter_length(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const CodePoint point = code_point_at(text, at);
  if (is_combining(point.value)) return is_foreign_mark(point.value) ? 0 : point.length;
  return language::letter_length(text.data() + at, text.data() + text.size());
}
bool is_letter_before(std::string_view text, std::size_t at) {
  const CodePoint point = code_point_before(text, at);
  return point.length != 0 && letter_length(text, at - point.length) == point.length;
}
std::size_t count_beyond_ascii(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; }));
}
bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}
bool is_blank(const CodePoint& point) {
  return point.length == 0 || point.value == ' ' || point.value == '\t' || point.value == 0xA0;
}
/// Latin, Greek, Cyrillic and the signs of their texts; other scripts and pictures join by what is
/// not seen.
bool joins_by_itself(const CodePoint& point) {
  return point.value < 0x530 || (point.value >= 0x1E00 && point.value < 0x2070);
}

class LineReader {
 public:
  LineReader(std::string_view line, std::size_t begin, const LanguageModel& model, EditList& edits)
      : line_(line), begin_(begin), model_(model), edits_(edits) {}

  void read() {
    count_marks();
    for (std::size_t at = 0; at < line_.size();) {
      const CodePoint point = code_point_at(line_, at);
      if (is_foreign_mark(point.value) && styles(point.value)) {
        change(at, at + point.length, "", RepairKind::normalization);
      }
      const std::size_t end = is_unseen(point.value) ? end_of_run(at) : at + point.length;
      if (is_unseen(point.value)) read_run(at, end, point.value);
      at = end;
    }
  }

 private:
  /// Bytes to either side; what is longer is no word.
  static constexpr std::size_t longest_word = 48;

  /// Words that a mark stands in, and a share of their letters that has it, for a line to be styled
  /// with it: not "x̄" of statistics.
  static constexpr std::size_t fewest_words = 3;
  static constexpr std::size_t letters_a_mark = 3;
  static constexpr std::size_t shortest_word = 2;  // letters

  /// Of a mark: how many letters of words have it, and how many letters and words these are.
  struct Style {
    std::size_t marks = 0;
    std::size_t letters = 0;
    std::size_t words = 0;
  };

  void count_marks() {
    std::map<char32_t, std::size_t> here;
    std::string word;
    std::size_t letters = 0;
    const auto close = [&] {
      if (!here.empty() && letters >= shortest_word &&
          may_be_word(icu_text::to_nfc(word), model_)) {
        for (const auto& [mark, count] : here) {
          Style& style = styles_[mark];
          style.marks += count;
          style.letters += letters;
          ++style.words;
        }
      }
      here.clear();
      word.clear();
      letters = 0;
    };
    for (std::size_t at = 0; at < line_.size();) {
      const CodePoint point = code_point_at(line_, at);
      if (is_foreign_mark(point.value)) {
        ++here[point.value];
      } else if (letter_length(line_, at) != 0) {
        if (word.size() < longest_word) word += line_.substr(at, point.length);
        ++letters;
      } else {
        close();
      }
      at += point.length;
    }
    close();
  }
  [[nodiscard]] bool styles(char32_t mark) const {
    const auto found = styles_.find(mark);
    return found != styles_.end() && found->second.words >= fewest_words &&
           found->second.marks * letters_a_mark >= found->second.letters;
  }

  [[nodiscard]] std::size_t end_of_run(std::size_t at) const {
    while (at < line_.size()) {
      const CodePoint point = code_point_at(line_, at);
      if (!is_unseen(point.value)) break;
      at += point.length;
    }
    return at;
  }

  /// The letters around [at, end) without what is not seen, and those of either side alone.
  struct Word {
    std::string whole;
    std::string left;
    std::string right;
  };
  [[nodiscard]] Word word_around(std::size_t at, std::size_t end) const {
    Word word;
    word.whole = icu_text::to_nfc(collect_before(at) + collect_behind(end));
    std::size_t from = at;
    while (at - from < longest_word && is_letter_before(line_, from)) {
      from -= code_point_before(line_, from).length;
    }
    std::size_t to = end;
    while (to - end < longest_word && letter_length(line_, to) != 0) to += letter_length(line_, to);
    word.left = icu_text::to_nfc(line_.substr(from, at - from));
    word.right = icu_text::to_nfc(line_.substr(end, to - end));
    return word;
  }
  [[nodiscard]] std::string collect_before(std::size_t at) const {
    std::size_t from = at;
    while (from > parted_ && at - from < longest_word) {
      const CodePoint point = code_point_before(line_, from);
      if (!is_letter_before(line_, from) && !is_unseen(point.value)) break;
      from -= point.length;
    }
    return without_unseen(line_.substr(from, at - from));
  }
  [[nodiscard]] std::string collect_behind(std::size_t end) const {
    std::size_t to = end;
    while (to < line_.size() && to - end < longest_word) {
      const CodePoint point = code_point_at(line_, to);
      if (letter_length(line_, to) == 0 && !is_unseen(point.value)) break;
      to += point.length;
    }
    return without_unseen(line_.substr(end, to - end));
  }
  static std::string without_unseen(std::string_view part) {
    std::string out;
    for (std::size_t at = 0; at < part.size();) {
      const CodePoint point = code_point_at(part, at);
      if (!is_unseen(point.value)) out += part.substr(at, point.length);
      at += point.length;
    }
    return out;
  }

  void read_run(std::size_t at, std::size_t end, char32_t first) {
    const CodePoint before = code_point_before(line_, at);
    const CodePoint behind = code_point_at(line_, end);
    if (!joins_by_itself(before) || !joins_by_itself(behind)) return;
    const bool is_within = is_letter_before(line_, at) && letter_length(line_, end) != 0;
    const bool is_hyphen = first == soft_hyphen;
    if (is_within) {
      const Word word = word_around(at, end);
      // Of words without marks any may be a part of one of another language: "Java" and "Script".
      const bool are_words = may_be_word(word.left, model_) && may_be_word(word.right, model_) &&
                             count_beyond_ascii(word.left) + count_beyond_ascii(word.right) > 0;
      if (is_hyphen && may_be_horned(word.left, word.right)) return;
      if (language::is_syllable(word.whole)) return drop(at, end);
      if (is_hyphen) {
        if (remarks::is_abbreviation(word.whole)) return drop(at, end);
        // "12/QĐ-UBND", "kinh tế-xã hội".
        const bool is_symbol = is_capital(word.left) && is_capital(word.right);
        if (is_symbol) return change(at, end, "-", RepairKind::lookalike);
        if (may_be_word(word.whole, model_)) return drop(at, end);
        if (are_words) return change(at, end, "-", RepairKind::lookalike);
        const bool are_letters = !has_two_letters(word.left) && !has_two_letters(word.right);
        if (count_beyond_ascii(word.whole) == 0 && !are_letters) drop(at, end);
        return;
      }
      if (may_be_word(word.whole, model_)) return drop(at, end);
      if (first == blank_without_width && are_words) {
        return change(at, end, " ", RepairKind::joined_words);
      }
      return drop(at, end);
    }
    if (first == blank_without_width && parts_number(at, end)) {
      return change(at, end, " ", RepairKind::joined_words);
    }
    if (!is_hyphen) return drop(at, end);
    const bool between_numbers = at > 0 && is_digit(line_[at - 1]) && is_digit_at(end);
    // A dash, or a bullet.
    const bool stands_alone = is_blank(before) && is_blank(behind) && behind.length != 0;
    if (between_numbers || stands_alone) return change(at, end, "-", RepairKind::lookalike);
    // What is a word without it, which "t", "th" and "ng" of TCVN3 are not.
    if (before.length == 0) return;  // a bullet, perhaps
    const std::string left = icu_text::to_nfc(collect_before(at));
    const std::string right = icu_text::to_nfc(collect_behind(end));
    const std::string beside = left + right;
    if (may_be_horned(left, right)) return;
    if (has_two_letters(beside) && language::is_syllable(beside)) drop(at, end);
  }

  /// "năm" and 2031, 12 and "bộ"; not the signs of units and formulas, "m" and 2.
  [[nodiscard]] bool parts_number(std::size_t at, std::size_t end) const {
    std::string word;
    if (is_letter_before(line_, at) && is_digit_at(end)) {
      word = icu_text::to_nfc(collect_before(at));
    } else if (at > 0 && is_digit(line_[at - 1]) && letter_length(line_, end) != 0) {
      word = icu_text::to_nfc(collect_behind(end));
    }
    return has_two_letters(word) && language::is_syllable(word) &&
           (!is_capital(word) || count_beyond_ascii(word) > 0);
  }

  /// "ch­a": TCVN3 has ư for the soft hyphen, and the word with it is one.
  [[nodiscard]] bool may_be_horned(const std::string& left, const std::string& right) const {
    return model_.find(language::fold(left + "ư" + right)) >= language::word_class::count;
  }
  [[nodiscard]] bool is_digit_at(std::size_t at) const {
    return at < line_.size() && is_digit(line_[at]);
  }

  static bool has_two_letters(std::string_view word) {
    const std::size_t first = letter_length(word, 0);
    return first != 0 && letter_length(word, first) != 0;
  }

  /// Two capitals at least, and nothing else.
  static bool is_capital(std::string_view word) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size(); ++letters) {
      const CodePoint point = code_point_at(word, at);
      const std::string_view letter = word.substr(at, point.length);
      if (language::fold(letter) == letter) return false;
      at += point.length;
    }
    return letters > 1;
  }

  void drop(std::size_t at, std::size_t end) { change(at, end, "", RepairKind::normalization); }
  void change(std::size_t at, std::size_t end, std::string_view to, RepairKind kind) {
    edits_.push_back({static_cast<std::uint32_t>(begin_ + at),
                      static_cast<std::uint32_t>(begin_ + end), std::string(to), kind, confidence});
    if (!to.empty()) parted_ = end;
  }

  std::string_view line_;
  std::size_t begin_;
  const LanguageModel& model_;
  EditList& edits_;
  std::map<char32_t, Style> styles_;
  std::size_t parted_ = 0;  ///< behind the last hyphen or blank that was put here
};

}  // namespace

EditList find_unseen_signs(std::string_view text) {
  EditList edits;
  if (!may_have_signs(text)) return edits;
  const LanguageModel& model = LanguageModel::builtin();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (may_have_signs(line)) LineReader(line, begin, model, edits).read();
    begin = end + 1;
  }
  return edits;
}

}  // namespace vanban::repair_stage

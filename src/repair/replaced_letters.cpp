// A code page or a font that lacks some letters shows one sign for each: "S? Nông nghi?p", "H�i
// ngh�". Which letters it lacks is one row of a table for the whole document, and with that row
// every word has its printed form, so that the words of the language model are looked up by what
// is left of them. A document must prove its row by words that hold the sign in their midst; then
// the model chooses among the words with one printed form, and tells a question mark at the end of
// a word from a letter that was lost.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "language/language_model.hpp"
#include "language/letter_numbers.hpp"
#include "language/letters.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/passes.hpp"
#include "repair/signs.hpp"
#include "repair/word_choice.hpp"

namespace vanban::repair_stage {
namespace {

using language::LanguageModel;
using language::WordId;

/// What a code page or a font makes of the small letters with marks.
struct Loss {
  std::u32string_view kept;     ///< come through
  std::u32string_view instead;  ///< pairs: for the first, the second is shown
  bool by_bytes = false;        ///< all others become a sign for each of their bytes
  std::u32string_view gone{};   ///< leave no sign
  std::u32string_view first{};  ///< where there are two signs: become the first, others the second
  bool by_marks = false;  ///< the text was decomposed: a sign for each mark, behind its letter
};
constexpr std::u32string_view latin_1 = U"àáâãèéêìíòóôõùúý";
/// What windows-1252 has for letters that it lacks.
constexpr std::u32string_view best_of_windows_1252 = U"ăađdĩiơoũuưu";
constexpr std::u32string_view windows_1258 = U"àáâèéêíóôùúăđơư";
/// Its letters shown as windows-1252; ð is read as đ in all rows.
constexpr std::u32string_view windows_1258_in_1252 = U"ăãơõưý";
/// Those of Latin-1, and all others before the last block of Unicode.
constexpr std::u32string_view below_last_block = U"àáâãèéêìíòóôõùúýăđĩũơư";
constexpr std::u32string_view beyond_latin_1 =
    U"ăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ";
/// Rows that keep less come first: of two that explain the same, that one is the likelier of which
/// no letter is there.
constexpr Loss losses[] = {
    {U"", U""},
    {U"", U"", true},
    {U"", U"", false, U"đă"},
    {U"", best_of_windows_1252},
    {latin_1, U""},
    {latin_1, best_of_windows_1252},
    {windows_1258, U""},
    {windows_1258, windows_1258_in_1252},
    {below_last_block, U""},
    {beyond_latin_1, U""},
    // windows-1252 with a sign for what it lacks, and its bytes taken for UTF-8.
    {U"", U"", false, U"", latin_1},
    {U"", best_of_windows_1252, false, U"", latin_1},
    {U"", U"", false, U"", U"", true},
};
/// For Đ windows-1252 has another letter that looks the same.
constexpr char32_t bar = U'đ';
constexpr char32_t eth = U'ð';
constexpr std::string_view small_bar = "đ";
constexpr std::string_view small_eth = "ð";

char32_t shown_instead(char32_t letter, const Loss& loss) {
  for (std::size_t i = 0; i < loss.instead.size(); i += 2) {
    if (loss.instead[i] == letter) return loss.instead[i + 1];
  }
  return 0;
}

/// Whether the letter can stand in a text that has lost all that the row says.
bool may_stand(char32_t letter, const Loss& loss) {
  for (std::size_t i = 1; i < loss.instead.size(); i += 2) {
    if (loss.instead[i] == letter) return true;
  }
  return loss.kept.find(letter) != std::u32string_view::npos;
}

/// What a decomposed letter with marks is printed as: one of ASCII, and signs behind it. Đ has no
/// mark that comes off.
struct Decomposed {
  char base = 0;  ///< 0: the letter is one sign
  std::size_t marks = 0;
};
Decomposed decompose(std::string_view letter) {
  const language::LetterParts parts = language::letter_parts(language::letter_index(letter));
  if (parts.base == 0 || parts.shape == language::Shape::stroke) return {0, 1};
  return {parts.base, (parts.shape != language::Shape::none ? 1U : 0U) +
                          (parts.tone != language::Tone::level ? std::size_t{1} : 0)};
}

/// The sign in patterns, and the second one.
constexpr char hole = '?';
constexpr char second_hole = '!';

/// How letters are printed for which a row shows others.
enum class Form : std::uint8_t {
  shown,    ///< as the others
  capital,  ///< the same, of a word that begins with a capital
  mended    ///< as themselves: a pass before this one knew the word
};

/// What is printed of a word in lower case.
std::string printed_form(std::string_view word, const Loss& loss, Form form) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    if (loss.gone.find(point.value) != std::u32string_view::npos) {
      at += point.length;
      continue;
    }
    if (loss.by_marks && point.value >= 0x80) {
      const Decomposed letter = decompose(word.substr(at, point.length));
      if (letter.base != 0) out += letter.base;
      out.append(letter.marks, hole);
      at += point.length;
      continue;
    }
    const bool kept =
        point.value < 0x80 || loss.kept.find(point.value) != std::u32string_view::npos;
    char32_t shown = form == Form::mended && kept ? 0 : shown_instead(point.value, loss);
    // The letter that looks like Đ is one of those that a row keeps, or is lost with them.
    const bool has_eth = form == Form::capital && at == 0 && point.value == bar;
    if (has_eth) shown = loss.kept.empty() ? 0 : bar;
    if (shown != 0) {
      append_code_point(out, shown);
    } else if (kept) {
      out += word.substr(at, point.length);
    } else {
      const bool second = !loss.first.empty() && !has_eth &&
                          loss.first.find(point.value) == std::u32string_view::npos;
      out.append(loss.by_bytes ? point.length : 1, second ? second_hole : hole);
    }
    at += point.length;
  }
  return out;
}

/// The spellings of the language model by their printed forms, where these differ.
class PrintedForms {
 public:
  PrintedForms(const Loss& loss, const LanguageModel& model) {
    for (std::size_t i = language::word_class::count; i < model.spellings(); ++i) {
      const auto spelling = static_cast<std::uint16_t>(i);
      const std::string_view text = model.text_of(spelling);
      add(spelling, text, printed_form(text, loss, Form::shown));
      if (loss.instead.empty()) continue;
      add(spelling, text, printed_form(text, loss, Form::capital));
      add(spelling, text, printed_form(text, loss, Form::mended));
    }
  }
  [[nodiscard]] const std::vector<std::uint16_t>& of(const std::string& form) const {
    static const std::vector<std::uint16_t> none;
    const auto found = forms_.find(form);
    return found == forms_.end() ? none : found->second;
  }

 private:
  void add(std::uint16_t spelling, std::string_view word, std::string form) {
    if (form == word) return;
    std::vector<std::uint16_t>& there = forms_[std::move(form)];
    if (there.empty() || there.back() != spelling) there.push_back(spelling);
  }

  std::unordered_map<std::string, std::vector<std::uint16_t>> forms_;
};

constexpr std::string_view question = "?";
constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view box = "\xE2\x96\xA1";

/// What stands for the letters of a document: one sign, or two.
struct Signs {
  std::string_view first{};
  std::string_view second{};

  /// Bytes of the sign that `text` begins with, 0 where it begins with none.
  [[nodiscard]] std::size_t length_at(std::string_view text) const {
    if (text.starts_with(first)) return first.size();
    return !second.empty() && text.starts_with(second) ? second.size() : 0;
  }
  [[nodiscard]] bool has_question() const { return first == question || second == question; }
  [[nodiscard]] bool stand_in(std::string_view text) const {
    const auto stands = [text](std::string_view sign) {
      return text.find(sign) != std::string_view::npos;
    };
    return stands(first) && (second.empty() || stands(second));
  }
};
constexpr Signs all_signs[] = {{replacement, question}, {question}, {replacement}, {box}};

/// A run of letters, digits and signs.
struct Printed {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint8_t signs = 0;
  std::uint8_t questions_behind = 0;  ///< question marks, where they are signs, at its end
  bool only_signs = true;
  bool before_letter = false;  ///< a letter stands behind one of the signs
  bool after_boundary = false;
  bool part_of_other = false;  ///< of an address, of code; has a digit
};

/// Bytes. What has more is no word.
constexpr std::size_t longest_word = 40;

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

/// The words of a line with a sign. A token of several that holds what only addresses and code hold
/// is none.
class LineWords {
 public:
  LineWords(std::string_view text, LineRange line, Signs signs)
      : text_(text), line_(line), signs_(signs) {
    for (std::size_t at = line.begin; at < line.end;) {
      std::size_t end = at;
      while (end < line.end && !is_blank(text[end])) ++end;
      read_token(at, end);
      at = end + 1;
    }
  }
  [[nodiscard]] const std::vector<Printed>& words() const { return words_; }

 private:
  void read_token(std::size_t begin, std::size_t end) {
    const std::string_view token = text_.substr(begin, end - begin);
    const bool other = (signs_.has_question() &&
                        token.find_first_of("=@_\\$&{}[]<>|*+") != std::string_view::npos) ||
                       token.find("://") != std::string_view::npos ||
                       token.find("www.") != std::string_view::npos;
    const std::size_t first = words_.size();
    for (std::size_t at = begin; at < end;) {
      std::size_t length = length_at(at, end);
      if (length == 0) {
        boundary_ = boundary_ || language::byte_class(text_[at]) == language::ByteClass::boundary;
        at += language::code_point_length(text_[at]);
        continue;
      }
      Printed word;
      word.begin = static_cast<std::uint32_t>(at);
      bool has_digit = false;
      for (; length != 0; length = length_at(at, end)) {
        has_digit = has_digit || is_digit(at);
        const bool sign = signs_.length_at(text_.substr(at)) != 0;
        const bool is_question = sign && text_[at] == question[0];
        word.signs = static_cast<std::uint8_t>(word.signs + (sign && word.signs < 255 ? 1 : 0));
        word.only_signs = word.only_signs && sign;
        word.before_letter = word.before_letter || (!sign && word.signs > 0);
        word.questions_behind =
            is_question ? static_cast<std::uint8_t>(word.questions_behind + 1) : 0;
        at += length;
      }
      word.end = static_cast<std::uint32_t>(at);
      word.after_boundary = std::exchange(boundary_, false);
      word.part_of_other = other || has_digit || word.end - word.begin > longest_word;
      words_.push_back(word);
    }
    // "x?y:z", "ok?1:0": what ends a sentence within a token belongs to no text.
    if (words_.size() > first + 1 && token.find(':') < token.size() - 1) {
      for (std::size_t i = first; i < words_.size(); ++i) words_[i].part_of_other = true;
    }
  }
  [[nodiscard]] bool is_digit(std::size_t at) const {
    return at >= line_.begin && at < line_.end &&
           language::byte_class(text_[at]) == language::ByteClass::digit;
  }
  [[nodiscard]] std::size_t length_at(std::size_t at, std::size_t end) const {
    if (at >= end) return 0;
    if (const std::size_t length = signs_.length_at(text_.substr(at))) return length;
    if (is_digit(at)) return 1;
    // 5.000; 42,8
    const bool inside = (text_[at] == '.' || text_[at] == ',') && at > line_.begin;
    if (inside && is_digit(at - 1) && is_digit(at + 1)) return 1;
    return language::letter_length(text_.data() + at, text_.data() + end);
  }

  std::string_view text_;
  LineRange line_;
  Signs signs_;
  bool boundary_ = true;
  std::vector<Printed> words_;
};

bool is_capital(std::string_view letter) {
  std::array<char, 4> folded{};
  return language::fold_letter(letter.data(), letter.size(), folded.data());
}

/// In lower case, with a hole for each sign, without the last `left_out` question marks.
std::string pattern_of(std::string_view printed, Signs signs, std::size_t left_out) {
  printed.remove_suffix(left_out);
  std::string pattern;
  for (std::size_t at = 0; at < printed.size();) {
    if (const std::size_t sign = signs.length_at(printed.substr(at))) {
      pattern += printed.substr(at).starts_with(signs.first) ? hole : second_hole;
      at += sign;
    } else {
      const std::size_t length = language::code_point_length(printed[at]);
      pattern += printed.substr(at, length);
      at += length;
    }
  }
  pattern = language::fold(pattern);
  for (std::size_t at = pattern.find(small_eth); at != std::string::npos;
       at = pattern.find(small_eth, at)) {
    pattern.replace(at, small_eth.size(), small_bar);
  }
  return pattern;
}

// What proves a row: so many different words with the sign before a letter, of so many letters in
// all that are left, the first one of each not counted, and of all such words so many thirds.
constexpr std::size_t fewest_words = 4;
constexpr std::size_t fewest_letters = 8;
constexpr std::size_t thirds = 2;
/// Different words that are looked at.
constexpr std::size_t most_patterns = 2000;

/// What a document shows of a sign.
struct Evidence {
  std::unordered_set<std::string> patterns;           ///< of words with the sign before a letter
  std::unordered_map<char32_t, std::size_t> letters;  ///< small marked ones in lines with such

  void add(std::string_view text, const std::vector<Printed>& words, Signs signs) {
    bool found = false;
    for (const Printed& word : words) {
      if (!word.before_letter || word.part_of_other || patterns.size() >= most_patterns) continue;
      found = true;
      patterns.insert(
          pattern_of(text.substr(word.begin, word.end - word.begin), signs, word.questions_behind));
    }
    if (!found) return;
    for (const Printed& word : words) {
      for (std::size_t at = word.begin; at < word.end;) {
        const CodePoint point = code_point_at(text, at);
        const bool marked = point.value >= 0xC0 && point.value < 0x2000;
        if (marked && !is_capital(text.substr(at, point.length)))
          ++letters[point.value == eth ? bar : point.value];
        at += point.length;
      }
    }
  }
};

std::size_t letters_left(std::string_view pattern) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < pattern.size(); ++count) {
    at += language::code_point_length(pattern[at]);
  }
  return count - static_cast<std::size_t>(std::ranges::count(pattern, hole)) -
         static_cast<std::size_t>(std::ranges::count(pattern, second_hole));
}

/// A decomposed text has letters with two marks ("ho??p"); "ca?n" alone may be an expression that
/// says which letters are optional.
bool has_double_marks(const std::unordered_set<std::string>& patterns) {
  constexpr std::size_t fewest = 2;
  constexpr std::size_t patterns_of_one = 12;
  const auto found = static_cast<std::size_t>(std::ranges::count_if(
      patterns, [](const std::string& one) { return one.find("??") != std::string::npos; }));
  return found >= fewest && found * patterns_of_one >= patterns.size();
}

struct Proven {
  const Loss* loss;
  PrintedForms forms;
  float score;
};

/// Nats of a word that a row does not explain. Vocabularies have what is often misspelt ("đuợc"),
/// so that it counts how usual a word is.
constexpr float unexplained = 18;

/// The row that explains most, less the letters that it would have lost and that stand there.
std::optional<Proven> prove(const Evidence& evidence, Signs signs, const LanguageModel& model) {
  // Of two signs each must stand in words by itself: one question mark makes no second sign.
  for (const char sign : {hole, second_hole}) {
    if (sign == second_hole && signs.second.empty()) break;
    const auto has_sign = [sign](const std::string& pattern) {
      const std::size_t at = pattern.find(sign);
      return at != std::string::npos && at + 1 < pattern.size();
    };
    const auto found = std::ranges::count_if(evidence.patterns, has_sign);
    if (static_cast<std::size_t>(found) < fewest_words) return std::nullopt;
    // A box to be ticked stands before words, never within one.
    const auto is_behind_letter = [sign](const std::string& pattern) {
      const std::size_t at = pattern.rfind(sign);
      return at != std::string::npos && at > 0;
    };
    if (std::ranges::none_of(evidence.patterns, is_behind_letter)) return std::nullopt;
  }
  std::optional<Proven> best;
  float best_score = 0;
  for (const Loss& loss : losses) {
    if (loss.first.empty() != signs.second.empty()) continue;
    if (loss.by_marks && !has_double_marks(evidence.patterns)) continue;
    std::size_t against = 0;
    for (const auto& [letter, times] : evidence.letters) {
      if (!may_stand(letter, loss)) against += times;
    }
    if (against >= evidence.patterns.size()) continue;
    PrintedForms forms(loss, model);
    std::size_t explained = 0;
    std::size_t letters = 0;
    float score = -unexplained * static_cast<float>(against);
    for (const std::string& pattern : evidence.patterns) {
      if (forms.of(pattern).empty()) continue;
      ++explained;
      float cost = unexplained;
      for (const std::uint16_t spelling : forms.of(pattern)) {
        cost = std::min(cost, model.unigram_cost(model.word_of(spelling)));
      }
      score += unexplained - cost;
      letters += letters_left(pattern) - std::min<std::size_t>(letters_left(pattern), 1);
    }
    const bool proven = explained >= fewest_words && letters >= fewest_letters &&
                        explained * 3 >= evidence.patterns.size() * thirds;
    if (!proven || score <= best_score) continue;
    best_score = score;
    best = Proven{&loss, std::move(forms), score};
  }
  return best;
}

// Nats.
/// Of a question mark where nothing tells that it is one.
constexpr float by_itself = 1.5F;
/// Of a sign that cannot be itself: before a letter, or a question mark before a small letter.
constexpr float not_itself = 12;

constexpr double only_word = 0.99;
constexpr double chosen_word = 0.94;

struct CaseCount {
  std::size_t capitals = 0;
  std::size_t smalls = 0;
};
CaseCount count_cases(std::string_view printed, Signs signs) {
  CaseCount count;
  for (std::size_t at = 0; at < printed.size();) {
    const std::size_t length = language::code_point_length(printed[at]);
    const std::string_view letter = printed.substr(at, length);
    const bool counts = language::letter_length(letter.data(), letter.data() + length) != 0;
    if (counts && signs.length_at(letter) == 0)
      ++(is_capital(letter) ? count.capitals : count.smalls);
    at += length;
  }
  return count;
}

class LineReader {
 public:
  LineReader(std::string_view text, LineRange line, Signs signs, const Proven& proven,
             const LanguageModel& model)
      : text_(text),
        line_(line),
        signs_(signs),
        loss_(*proven.loss),
        forms_(proven.forms),
        model_(model) {}

  void read(EditList& edits) {
    const LineWords line(text_, line_, signs_);
    words_ = line.words();
    const bool damaged = std::ranges::any_of(words_, [this](const Printed& word) {
      return word.before_letter && !word.part_of_other && !forms_.of(pattern(word, 0)).empty();
    });
    if (!damaged && !has_sign_at_end()) return;
    std::vector<bool> boundary(words_.size() + 1, false);
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
      boundary[i] = words_[i].after_boundary;
      add_readings(i);
    }
    const auto pieces = static_cast<std::uint32_t>(words_.size());
    path_ = choose_words(arcs_, pieces, boundary, model_);
    for (std::size_t i = 0; i < path_.size(); ++i) {
      const Reading& reading = readings_[arcs_[path_[i]].tag];
      if (reading.spelling == language::format::no_spelling) continue;
      const Printed& word = words_[arcs_[path_[i]].from];
      const auto end = static_cast<std::uint32_t>(word.end - reading.left_out);
      edits.push_back({word.begin, end, print(i, reading), RepairKind::dropped_glyph,
                       reading.only ? only_word : chosen_word});
    }
  }

 private:
  /// A word of the model that stands for `words_[i]` without the last `left_out` question marks.
  struct Reading {
    std::uint16_t spelling = language::format::no_spelling;
    std::uint8_t left_out = 0;
    bool only = false;
  };

  [[nodiscard]] std::string_view printed(const Printed& word) const {
    return text_.substr(word.begin, word.end - word.begin);
  }
  [[nodiscard]] std::string pattern(const Printed& word, std::size_t left_out) const {
    return pattern_of(printed(word), signs_, left_out);
  }

  /// Signs that cannot be themselves: "h? tr?" before another word in small letters.
  [[nodiscard]] bool has_sign_at_end() const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].signs > 0 && !words_[i].part_of_other && !may_be_itself(i)) return true;
    }
    return false;
  }

  /// Whether the last sign of a word may be a question mark: nothing goes on behind it.
  [[nodiscard]] bool may_be_itself(std::size_t i) const {
    const Printed& word = words_[i];
    if (word.questions_behind == 0) return false;
    std::size_t at = word.end;
    if (at < line_.end && (text_[at] == ',' || text_[at] == ';')) return false;
    while (at < line_.end && is_blank(text_[at])) ++at;
    if (at == word.end || at >= line_.end) return true;
    const std::size_t length = language::letter_length(text_.data() + at, text_.data() + line_.end);
    if (length == 0) return signs_.length_at(text_.substr(at)) == 0;
    return is_capital(text_.substr(at, length));
  }

  /// Question marks alone are letters only before a word, a single one between words: "? xã", not
  /// "(?, ?)" or "= ?".
  [[nodiscard]] bool may_be_word(std::size_t i) const {
    const Printed& word = words_[i];
    if (word.part_of_other) return false;
    if (!word.only_signs || printed(word).find(question) == std::string_view::npos) return true;
    const bool before_word = i + 1 < words_.size() && words_[i + 1].begin == word.end + 1 &&
                             !words_[i + 1].part_of_other;
    const bool behind_word = i > 0 && words_[i - 1].end + 1 == word.begin;
    return before_word && (behind_word || (word.signs > 1 && is_first_of_token(word.begin)));
  }
  [[nodiscard]] bool is_first_of_token(std::size_t at) const {
    return at == line_.begin || is_blank(text_[at - 1]);
  }

  void add_readings(std::uint32_t i) {
    const Printed& word = words_[i];
    const bool by_sign = word.signs > 0 && may_be_word(i);
    const bool maybe_itself = may_be_itself(i);
    std::string_view bare = printed(word);
    bare.remove_suffix(word.questions_behind);
    PrintedWord standing = look_up_word(bare, model_);
    if (bare.empty()) standing = {language::word_class::boundary, 0};
    const bool is_itself = word.signs == 0 || (maybe_itself && word.signs == word.questions_behind);
    add(i, {}, standing.word, standing.extra + (is_itself || !by_sign ? 0 : not_itself));
    if (word.part_of_other || (word.signs > 0 && !by_sign)) return;
    add_spellings(i, 0, maybe_itself ? by_itself : 0);
    if (word.questions_behind > 0 && word.signs > 1) {
      add_spellings(i, 1, maybe_itself ? 0 : by_itself);
    }
  }

  void add_spellings(std::uint32_t i, std::uint8_t left_out, float extra) {
    const auto& found = forms_.of(pattern(words_[i], left_out));
    for (const std::uint16_t spelling : found) {
      add(i, {spelling, left_out, found.size() == 1}, model_.word_of(spelling), extra);
    }
  }

  void add(std::uint32_t i, Reading reading, WordId word, float extra) {
    arcs_.push_back({i, i + 1, word, extra, static_cast<std::uint32_t>(readings_.size())});
    readings_.push_back(reading);
  }

  /// The word in the letters that are printed; the case of the others is theirs.
  [[nodiscard]] std::string print(std::size_t at, const Reading& reading) const {
    const Printed& word = words_[at];
    std::string_view left = printed(word);
    const bool capitals = is_among_capitals(at, model_.word_of(reading.spelling));
    const bool title = capitals || begins_with_capital(at);
    const std::string_view spelling = model_.text_of(reading.spelling);
    std::string out;
    for (std::size_t from = 0; from < spelling.size();) {
      const std::size_t length = language::code_point_length(spelling[from]);
      const std::string_view letter = spelling.substr(from, length);
      const bool gone =
          loss_.gone.find(code_point_at(spelling, from).value) != std::u32string_view::npos;
      const std::size_t sign = signs_.length_at(left);
      if (loss_.by_marks && length > 1 && sign == 0) {
        append_cased(letter, left.front() >= 'A' && left.front() <= 'Z', out);
        left.remove_prefix(1);
        for (std::size_t mark = decompose(letter).marks; mark > 0; --mark) {
          left.remove_prefix(signs_.length_at(left));
        }
        from += length;
        continue;
      }
      const bool lost = gone || sign != 0;
      const bool capital =
          lost ? (from == 0 ? title : capitals)
               : is_capital(left.substr(0, language::code_point_length(left.front())));
      const std::size_t times = gone ? 0 : lost && loss_.by_bytes ? length : 1;
      left.remove_prefix(lost ? times * sign : language::code_point_length(left.front()));
      append_cased(letter, capital, out);
      from += length;
    }
    return out;
  }

  static void append_cased(std::string_view letter, bool capital, std::string& out) {
    const std::uint16_t index = language::letter_index(letter);
    language::append_letter(capital ? language::capital_of(index) : index, out);
  }

  /// Whether a letter of the word that is no first one is a capital.
  [[nodiscard]] bool is_among_capitals(std::size_t i, WordId word) const {
    const CaseCount here = count_cases(printed(words_[i]), signs_);
    if (here.smalls > 0) return false;
    if (here.capitals > 1) return true;
    if (here.capitals == 1 && signs_.length_at(printed(words_[i])) != 0) return true;
    if (model_.is_mostly_upper(word)) return true;
    const CaseCount before = next_that_tells(i, -1);
    const CaseCount behind = next_that_tells(i, 1);
    return before.smalls + behind.smalls == 0 && before.capitals + behind.capitals > 0;
  }
  /// The letters of the next word on that side, a few away at most, that tells the case of a line.
  [[nodiscard]] CaseCount next_that_tells(std::size_t i, std::ptrdiff_t step) const {
    constexpr std::ptrdiff_t farthest = 4;
    for (std::ptrdiff_t away = 1; away <= farthest; ++away) {
      const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(i) + step * away;
      if (at < 0 || at >= static_cast<std::ptrdiff_t>(words_.size())) break;
      if (words_[static_cast<std::size_t>(step > 0 ? at : at + 1)].after_boundary) break;
      const CaseCount there = count_cases(printed(words_[static_cast<std::size_t>(at)]), signs_);
      if (there.smalls > 0 || there.capitals > 1) return there;
    }
    return {};
  }
  /// Whether the lost first letter of a word is a capital: by its neighbours.
  [[nodiscard]] bool begins_with_capital(std::size_t at) const {
    const auto word_at = [this](std::size_t i) {
      return i < path_.size() ? arcs_[path_[i]].word : language::word_class::boundary;
    };
    const Printed& word = words_[at];
    const WordId before =
        at > 0 && !word.after_boundary ? word_at(at - 1) : language::word_class::boundary;
    const auto costs = model_.case_costs(before, word_at(at), word_at(at + 1), word.after_boundary);
    return costs.title < costs.lower;
  }

  std::string_view text_;
  LineRange line_;
  Signs signs_;
  const Loss& loss_;
  const PrintedForms& forms_;
  const LanguageModel& model_;
  std::vector<Printed> words_;
  std::vector<WordArc> arcs_;
  std::vector<Reading> readings_;
  std::vector<std::uint32_t> path_;
};

/// Calls `visit` with each line in which a sign stands.
template <class Visit>
void for_each_line_with(std::string_view text, Signs signs, const Visit& visit) {
  const auto find = [&](std::string_view sign, std::size_t from) {
    return sign.empty() ? std::string_view::npos : text.find(sign, from);
  };
  std::size_t first = find(signs.first, 0);
  std::size_t second = find(signs.second, 0);
  while (std::min(first, second) != std::string_view::npos) {
    const LineRange line = line_around(text, std::min(first, second));
    visit(line);
    if (first < line.end) first = find(signs.first, line.end);
    if (second < line.end) second = find(signs.second, line.end);
  }
}

}  // namespace

EditList find_replaced_letters(std::string_view text) {
  EditList edits;
  const LanguageModel& model = LanguageModel::builtin();
  Signs best_signs;
  std::optional<Proven> best;
  for (const Signs& signs : all_signs) {
    if (!signs.stand_in(text)) continue;
    Evidence evidence;
    for_each_line_with(text, signs, [&](LineRange line) {
      evidence.add(text, LineWords(text, line, signs).words(), signs);
    });
    std::optional<Proven> proven = prove(evidence, signs, model);
    if (!proven || (best && best->score >= proven->score)) continue;
    best = std::move(proven);
    best_signs = signs;
  }
  if (!best) return edits;
  for_each_line_with(text, best_signs, [&](LineRange line) {
    LineReader(text, line, best_signs, *best, model).read(edits);
  });
  return edits;
}

}  // namespace vanban::repair_stage

// Only the low byte of each letter's number is left: "CØNG HOÀ XÃ HØI" is "CỘNG HOÀ XÃ HỘI", for Ộ
// is U+1ED8 and Ø U+00D8. A letter of Latin-1 may also be itself, so that each word has several
// readings, of which the language model chooses. Letters whose low byte is a control are gone.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "language/language_model.hpp"
#include "language/letter_numbers.hpp"
#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/font_map/glyph_map.hpp"
#include "repair/passes.hpp"
#include "repair/signs.hpp"
#include "repair/word_choice.hpp"

namespace vanban::repair_stage {
namespace {

using language::LanguageModel;

/// The letters of the block U+1E00 that Vietnamese has, by their low bytes.
constexpr char32_t first_low = 0xA0;
constexpr char32_t last_low = 0xF9;
constexpr char32_t block = 0x1E00;

/// Letters of other blocks.
struct OtherLetter {
  char32_t low;
  char32_t letter;
};
constexpr OtherLetter other_letters[] = {
    {0xA0, U'\u01A0'}, {0xA1, U'\u01A1'}, {0xAF, U'\u01AF'},
    {0xB0, U'\u01B0'}, {'(', U'\u0128'},  {')', U'\u0129'},
};

constexpr double confidence = 0.96;
constexpr std::size_t fewest_letters = 4;  ///< different ones
constexpr std::size_t fewest_words = 5;
constexpr std::size_t most_readings = 32;
/// Nats of a đ that is gone.
constexpr float lost_d = 1;
/// Nats of a letter that no Vietnamese word has, as it stands.
constexpr float foreign_letter = 12;

bool is_strange(char32_t value) {
  if (value < 0xC0 || value > 0xFF || value == 0xD7 || value == 0xF7) return false;
  std::string letter;
  append_code_point(letter, value);
  const std::string small = language::fold(letter);
  return language::letter_parts(language::letter_index(small)).base == 0;
}

bool is_word_character(char32_t value) {
  return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') ||
         (value >= first_low && value <= 0xFF) || value == '(' || value == ')';
}

/// Letters of Latin Extended-A that Vietnamese has not: no low byte is one, other losses make them.
bool is_beyond(char32_t value) {
  constexpr std::u32string_view vietnamese = U"ĂăĐđĨĩŨũ";
  return value >= 0x100 && value <= 0x17F && vietnamese.find(value) == std::u32string_view::npos;
}

/// A run of characters that may be a word, and which of them have more than one reading.
struct Run {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool strange = false;
  bool changeable = false;
};

class Line {
 public:
  Line(std::string_view text, LineRange range, const LanguageModel& model)
      : text_(text), range_(range), model_(model) {}

  void read(EditList& edits, std::size_t& strange, std::size_t& solved) {
    cut();
    for (std::uint32_t i = 0; i < runs_.size(); ++i) add_readings(i);
    const auto pieces = static_cast<std::uint32_t>(runs_.size());
    const std::vector<bool> boundary(runs_.size() + 1, false);
    const auto path = choose_words(arcs_, pieces, boundary, model_);
    strange += beyond_;
    for (std::size_t i = 0; i < path.size(); ++i) {
      const Run& run = runs_[arcs_[path[i]].from];
      strange += run.strange ? 1 : 0;
      std::string& reading = readings_[arcs_[path[i]].tag];
      if (reading.empty()) continue;
      solved += run.strange ? 1 : 0;
      if (lost_d_[arcs_[path[i]].tag]) settle_case(path, i, reading);
      edits.push_back({run.begin, run.end, std::move(reading), RepairKind::font_map, confidence});
    }
  }

 private:
  void cut() {
    Run run;
    bool open = false;
    bool after_letter = false;
    for (std::size_t at = range_.begin; at < range_.end;) {
      const CodePoint point = code_point_at(text_, at);
      // A bracket is a letter only between letters.
      const bool bracket = point.value == '(' || point.value == ')';
      const std::size_t next = at + point.length;
      const bool inside = !bracket || (after_letter && next < range_.end &&
                                       is_word_character(code_point_at(text_, next).value) &&
                                       text_[next] != '(' && text_[next] != ')');
      const bool part = is_word_character(point.value) && inside;
      if (is_beyond(point.value)) ++beyond_;
      if (part && !open) run = {static_cast<std::uint32_t>(at), 0, false, false};
      if (part) {
        run.end = static_cast<std::uint32_t>(next);
        run.strange = run.strange || is_strange(point.value);
        run.changeable = run.changeable || point.value >= first_low || bracket;
      } else if (open) {
        runs_.push_back(run);
      }
      open = part;
      after_letter = part;
      at = next;
    }
    if (open) runs_.push_back(run);
  }

  void add_readings(std::uint32_t index) {
    const Run& run = runs_[index];
    const std::string_view printed = text_.substr(run.begin, run.end - run.begin);
    const PrintedWord as_it_stands = look_up_word(printed, model_);
    add(index, {}, as_it_stands.word, as_it_stands.extra + (run.strange ? foreign_letter : 0));
    if (!run.changeable) return;
    std::vector<std::string> readings{""};
    for (std::size_t at = 0; at < printed.size() && readings.size() <= most_readings;) {
      const CodePoint point = code_point_at(printed, at);
      std::vector<std::string> longer;
      for (const std::string& begun : readings) {
        for (const char32_t letter : letters_of(point.value)) {
          longer.push_back(begun);
          append_code_point(longer.back(), letter);
        }
      }
      readings = std::move(longer);
      at += point.length;
    }
    if (readings.size() > most_readings) return;
    for (std::string& reading : readings) {
      if (reading == printed) continue;
      const language::WordId word = model_.find(reading);
      add_with_d(index, reading);
      if (word != language::word_class::unknown && !font_map::is_mixed_case(reading))
        add(index, std::move(reading), word, 0);
    }
  }

  /// đ before a vowel is gone: its low byte is a control.
  void add_with_d(std::uint32_t index, std::string_view reading) {
    language::WordScanner scanner(reading);
    language::Word printed;
    if (!scanner.next(printed) || printed.letter_case == language::LetterCase::title) return;
    const bool upper = printed.letter_case == language::LetterCase::upper;
    std::string whole = (upper ? "Đ" : "đ") + std::string(reading);
    const language::WordId word = model_.find(whole);
    if (word != language::word_class::unknown) add(index, std::move(whole), word, lost_d, true);
  }

  static std::vector<char32_t> letters_of(char32_t low) {
    std::vector<char32_t> letters;
    if (!is_strange(low) && (low < first_low || low >= 0xC0) && low != '(' && low != ')') {
      letters.push_back(low);
    }
    if (low >= first_low && low <= last_low) letters.push_back(block + low);
    for (const OtherLetter& row : other_letters) {
      if (row.low == low) letters.push_back(row.letter);
    }
    return letters;
  }

  void add(std::uint32_t index, std::string reading, language::WordId word, float extra,
           bool d_is_lost = false) {
    arcs_.push_back({index, index + 1, word, extra, static_cast<std::uint32_t>(readings_.size())});
    readings_.push_back(std::move(reading));
    lost_d_.push_back(d_is_lost);
  }

  /// A đ that is gone may have been a Đ; the words beside it tell.
  void settle_case(const std::vector<std::uint32_t>& path, std::size_t at, std::string& reading) {
    constexpr std::string_view small = "đ";
    if (!reading.starts_with(small)) return;
    const auto word_at = [&](std::size_t i) {
      return i < path.size() ? arcs_[path[i]].word : language::word_class::boundary;
    };
    const language::WordId before = at > 0 ? word_at(at - 1) : language::word_class::boundary;
    const std::size_t begin = runs_[arcs_[path[at]].from].begin;
    const std::string_view line = text_.substr(range_.begin, begin - range_.begin);
    const std::size_t last = line.find_last_not_of(' ');
    const bool starts = last == std::string_view::npos ||
                        std::string_view(".:-+*").find(line[last]) != std::string_view::npos;
    const auto costs = model_.case_costs(before, word_at(at), word_at(at + 1), starts);
    if (costs.title < costs.lower) reading.replace(0, small.size(), "Đ");
  }

  std::string_view text_;
  LineRange range_;
  const LanguageModel& model_;
  std::vector<Run> runs_;
  std::vector<WordArc> arcs_;
  std::vector<std::string> readings_;
  std::vector<bool> lost_d_;
  std::size_t beyond_ = 0;
};

bool is_plain_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool is_capital(char byte) {
  return byte >= 'A' && byte <= 'Z';
}

/// Near the bracket at `at` another closes what it opens, or opened what it closes.
bool has_partner(std::string_view text, std::size_t at) {
  constexpr std::size_t near = 256;  // bytes
  const std::size_t begin = at - std::min(at, near);
  const std::string_view before = text.substr(begin, at - begin);
  const std::string_view behind = text.substr(at + 1, near);
  const std::size_t other =
      text[at] == '(' ? behind.find_first_of("()\n") : before.find_last_of("()\n");
  if (other == std::string_view::npos) return false;
  return text[at] == '(' ? behind[other] == ')' : before[other] == '(';
}

/// Sound text has one letter with marks or more to four without.
bool has_marked_letters(std::string_view text) {
  constexpr std::ptrdiff_t one_in = 25;
  const auto leads = std::ranges::count_if(
      text, [](char byte) { return static_cast<unsigned char>(byte) >= 0xC3; });
  return leads * one_in > std::ranges::count_if(text, is_plain_letter);
}

bool has_many_strange(std::string_view text) {
  std::set<char32_t> found;
  for (std::size_t at = find_sign(text, 0, Sign::low_byte); at < text.size();
       at = find_sign(text, at + 1, Sign::low_byte)) {
    found.insert(code_point_at(text, at - 1).value);
    if (found.size() >= fewest_letters) return true;
  }
  return false;
}

}  // namespace

EditList find_low_bytes(std::string_view text) {
  EditList edits;
  if (!has_many_strange(text)) return edits;
  const LanguageModel& model = LanguageModel::builtin();
  std::size_t strange = 0;
  std::size_t solved = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    Line(text, {begin, end}, model).read(edits, strange, solved);
    begin = end + 1;
  }
  // Of another language, chance makes words of few.
  if (solved < fewest_words || solved * 2 < strange) edits.clear();
  return edits;
}

EditList find_low_byte_brackets(std::string_view text) {
  EditList edits;
  bool is_asked = false;
  const auto plain_at = [text](std::size_t at) {
    return at < text.size() && is_plain_letter(text[at]);
  };
  for (const auto& [low, full] : other_letters) {
    if (low >= 0x80) continue;
    const char bracket = static_cast<char>(low);
    for (std::size_t at = text.find(bracket); at != std::string_view::npos;
         at = text.find(bracket, at + 1)) {
      if (at == 0 || !plain_at(at - 1) || !plain_at(at + 1)) continue;
      // The capital has the one, the small letter the other; what has a partner is a bracket.
      if ((bracket == '(') != is_capital(text[at + 1]) || has_partner(text, at)) continue;
      if (!is_asked && has_marked_letters(text)) return edits;
      is_asked = true;
      std::size_t begin = at;
      while (begin > 0 && plain_at(begin - 1)) --begin;
      std::size_t end = at + 1;
      while (plain_at(end)) ++end;
      std::string letter;
      append_code_point(letter, full);
      std::string word(text.substr(begin, end - begin));
      word.replace(at - begin, 1, letter);
      if (!language::is_syllable(word) ||
          LanguageModel::builtin().find(language::fold(word)) < language::word_class::count) {
        continue;
      }
      edits.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1), letter,
                       RepairKind::font_map, confidence});
    }
  }
  std::ranges::sort(edits, {}, &Edit::begin);
  return edits;
}

}  // namespace vanban::repair_stage

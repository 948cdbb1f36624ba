// VIQR writes the marks of a letter behind it with signs of ASCII: "Vie^.t Nam". All of the signs
// mean themselves, too; a full stop or a question mark at the end of a word is one or the other by
// what the language model says of the word.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "language/language_model.hpp"
#include "language/words.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/icu.hpp"
#include "repair/passes.hpp"
#include "repair/signs.hpp"
#include "repair/word_choice.hpp"

namespace vanban::repair_stage {
namespace {

using language::LanguageModel;

struct Sign {
  char sign;
  char16_t combining;
  std::string_view letters;  ///< that take it
};
constexpr Sign shapes[] = {
    {'^', 0x302, "aeo"}, {'(', 0x306, "a"}, {'+', 0x31B, "ou"}, {'*', 0x31B, "ou"}};
constexpr std::string_view vowels = "aeiouy";
constexpr Sign tones[] = {{'\'', 0x301, vowels},
                          {'`', 0x300, vowels},
                          {'?', 0x309, vowels},
                          {'~', 0x303, vowels},
                          {'.', 0x323, vowels}};

template <std::size_t Count>
char16_t mark_of(const Sign (&signs)[Count], char letter, char sign) {
  for (const Sign& row : signs) {
    if (row.sign == sign && row.letters.find(letter) != std::string_view::npos) {
      return row.combining;
    }
  }
  return 0;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// A word with its signs.
struct ViqrWord {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;     ///< decoded
  bool marked = false;  ///< holds a sign that is a mark, or dd
  bool shaped = false;  ///< holds ^ ( +
  bool barred = false;  ///< holds dd
  bool ends_in_tone = false;
  std::string literal;   ///< decoded, but for a tone sign at its end
  bool escaped = false;  ///< ends in "\.": the backslash goes
};

/// The word at `at`, where a letter stands.
ViqrWord read_word(std::string_view text, std::size_t at) {
  ViqrWord word;
  word.begin = at;
  while (at < text.size() && is_letter(text[at])) {
    const char letter = text[at];
    word.ends_in_tone = false;
    // Of three, the last two are one letter: "GDDDT" is GDĐT.
    const bool twice = small(letter) == 'd' && at + 1 < text.size() && small(text[at + 1]) == 'd';
    const bool thrice = twice && at + 2 < text.size() && small(text[at + 2]) == 'd';
    if (twice && !thrice) {
      word.text += letter == 'd' ? "đ" : "Đ";
      word.marked = word.barred = true;
      at += 2;
      continue;
    }
    word.text.push_back(letter);
    ++at;
    const auto mark = [&](const auto& signs) {
      const char16_t combining = at < text.size() ? mark_of(signs, small(letter), text[at]) : u'\0';
      const bool bold = text.substr(at).starts_with("**");  // of Markdown
      if (combining == 0 || bold) return false;
      append_code_point(word.text, combining);
      word.marked = true;
      ++at;
      return true;
    };
    word.shaped = mark(shapes) || word.shaped;
    word.literal = word.text;
    word.ends_in_tone = mark(tones);
  }
  word.end = at;
  if (!word.ends_in_tone) word.literal.clear();
  word.escaped =
      at + 1 < text.size() && text[at] == '\\' && !is_letter(text[at + 1]) && text[at + 1] > ' ';
  return word;
}

/// So many words with signs that decode to words of the vocabulary make a line or a document.
constexpr std::size_t least_words = 3;

/// Nats. A sign is hardly ever itself within a text in VIQR, but for a full stop at an end.
constexpr float as_it_stands = 6;
constexpr float stop_within = 2;

/// A document is in VIQR where one word in so many bytes proves it.
constexpr std::size_t bytes_a_word = 400;

struct Evidence {
  std::size_t good = 0;
  std::size_t bad = 0;
};

struct LineOfWords {
  std::vector<ViqrWord> words;
  Evidence evidence;
};

LineOfWords read_line(std::string_view text, LineRange line, const LanguageModel& model) {
  LineOfWords out;
  const std::string_view part = text.substr(0, line.end);
  for (std::size_t at = line.begin; at < line.end;) {
    if (!is_letter(part[at])) {
      ++at;
      continue;
    }
    ViqrWord word = read_word(part, at);
    at = word.end;
    if (word.marked) {
      word.text = icu_text::to_nfc(word.text);
      word.literal = icu_text::to_nfc(word.literal);
      const auto is_known = [&model](std::string_view printed) {
        return model.find(printed) != language::word_class::unknown;
      };
      const bool known = is_known(word.text) || (word.ends_in_tone && is_known(word.literal));
      // A dd or a full stop is no evidence for it, a strange word with signs is evidence against
      // it.
      if (word.shaped) ++(known ? out.evidence.good : out.evidence.bad);
    }
    out.words.push_back(std::move(word));
  }
  return out;
}

bool is_proved(const Evidence& evidence, std::size_t least) {
  return evidence.good >= least && evidence.good >= 3 * evidence.bad;
}

/// Whether a sentence may end at `at`.
bool may_end(std::string_view text, std::size_t at, std::size_t line_end) {
  if (at >= line_end) return true;
  if (text[at] != ' ') return false;
  while (at < line_end && text[at] == ' ') ++at;
  return at >= line_end || (text[at] >= 'A' && text[at] <= 'Z');
}

/// What an arc reads; nothing for a number, which is what it is.
struct ArcReading {
  std::string_view text;
  std::size_t word = 0;
};

/// `dots_are_escaped`: the text has "\\." where a full stop stands behind a vowel, as the standard
/// wants it, so that a bare one is a mark.
void restore_line(std::string_view text, LineRange line, const LineOfWords& read, double confidence,
                  bool dots_are_escaped, const LanguageModel& model, EditList& edits) {
  std::vector<WordArc> arcs;
  std::vector<ArcReading> readings;
  std::vector<bool> boundary;
  const auto piece = [&arcs, &readings](std::size_t at, const PrintedWord& printed, float extra,
                                        ArcReading reading) {
    arcs.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1),
                    printed.word, extra + printed.extra,
                    static_cast<std::uint32_t>(readings.size())});
    readings.push_back(reading);
  };
  std::size_t read_to = line.begin;
  for (std::size_t i = 0; i < read.words.size(); ++i) {
    const ViqrWord& word = read.words[i];
    // What stands between two words: the model expects numbers where they are.
    language::WordScanner between(text.substr(read_to, word.begin - read_to));
    language::Word number;
    while (between.next(number)) {
      boundary.push_back(number.after_boundary);
      piece(boundary.size() - 1, {model.classify(number), 0}, 0, {});
    }
    read_to = word.end;
    boundary.push_back(i == 0);
    const auto add = [&](std::string_view reading, float extra) {
      piece(boundary.size() - 1, look_up_word(reading, model), extra, {reading, i});
    };
    const bool final_sign =
        word.ends_in_tone &&
        (text[word.end - 1] == '.' || text[word.end - 1] == '?' || text[word.end - 1] == '\'');
    const bool stop = final_sign && may_end(text, word.end, line.end);
    add(word.text, stop && !word.shaped ? stop_within : 0);
    if (!word.marked) continue;
    if (final_sign) {
      const bool dot = text[word.end - 1] == '.';
      const float unlike = dot && !dots_are_escaped ? 0 : 2 * as_it_stands;
      add(word.literal, stop ? unlike : 2 * unlike + 2 * stop_within);
    }
    add(text.substr(word.begin, word.end - word.begin), (word.barred ? 3 : 1) * as_it_stands);
  }
  const auto count = static_cast<std::uint32_t>(boundary.size());
  boundary.push_back(false);
  for (const std::uint32_t one : choose_words(arcs, count, boundary, model)) {
    const std::string_view reading = readings[arcs[one].tag].text;
    if (reading.empty()) continue;
    const ViqrWord& word = read.words[readings[arcs[one].tag].word];
    const bool literal = reading.data() == word.literal.data() && !word.literal.empty();
    const std::size_t end = word.end - (literal ? 1 : 0);
    if (text.substr(word.begin, end - word.begin) != reading) {
      edits.push_back({static_cast<std::uint32_t>(word.begin), static_cast<std::uint32_t>(end),
                       std::string(reading), RepairKind::encoding, confidence});
    }
    if (word.escaped) {
      edits.push_back({static_cast<std::uint32_t>(word.end),
                       static_cast<std::uint32_t>(word.end + 1),
                       {},
                       RepairKind::encoding,
                       confidence});
    }
  }
}

}  // namespace

EditList find_viqr(std::string_view text) {
  EditList edits;
  const std::size_t first = find_sign(text, 0, repair_stage::Sign::viqr);
  if (first == text.size()) return edits;
  const LanguageModel& model = LanguageModel::builtin();
  Evidence whole;
  for (std::size_t at = first; at < text.size();) {
    const LineRange line = line_around(text, at);
    const Evidence here = read_line(text, line, model).evidence;
    whole.good += here.good;
    whole.bad += here.bad;
    at = find_sign(text, line.end, repair_stage::Sign::viqr);
  }
  const bool proved = is_proved(whole, 2 * least_words) && whole.good * bytes_a_word >= text.size();
  if (!proved && whole.good < least_words) return edits;
  const bool dots_are_escaped = text.find("\\.") != std::string_view::npos;
  // Of a document in VIQR every line is read so, of another only lines that prove it.
  for (std::size_t begin = 0; begin < text.size();) {
    const LineRange line{begin, std::min(text.find('\n', begin), text.size())};
    const bool marked =
        text.substr(line.begin, line.end - line.begin).find_first_of("^(+*'`?~.dD") !=
        std::string_view::npos;
    if (marked) {
      const LineOfWords read = read_line(text, line, model);
      if ((is_proved(read.evidence, least_words) && read.evidence.good * 3 >= read.words.size()) ||
          (proved && read.evidence.good >= read.evidence.bad)) {
        const auto good = static_cast<double>(read.evidence.good + 4);
        restore_line(text, line, read,
                     std::min(0.999, good / (good + static_cast<double>(read.evidence.bad))),
                     dots_are_escaped, model, edits);
      }
    }
    begin = line.end + 1;
  }
  return edits;
}

}  // namespace vanban::repair_stage

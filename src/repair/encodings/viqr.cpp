// VIQR writes the marks of a letter behind it with signs of ASCII: "Vie^.t Nam". All of the signs
// mean themselves, too; a full stop or a question mark at the end of a word is one or the other by
// what the language model says of the word.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
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

/// The same by sign: the mark, and a bit for each letter that takes it.
struct Mark {
  char16_t combining = 0;
  std::uint32_t letters = 0;
};
using Marks = std::array<Mark, 256>;
template <std::size_t Count>
constexpr Marks by_sign(const Sign (&signs)[Count]) {
  Marks marks{};
  for (const Sign& row : signs) {
    Mark& mark = marks[static_cast<unsigned char>(row.sign)];
    mark.combining = row.combining;
    for (const char letter : row.letters) mark.letters |= 1U << (letter - 'a');
  }
  return marks;
}
constexpr Marks shape_marks = by_sign(shapes);
constexpr Marks tone_marks = by_sign(tones);

/// The mark that `sign` is behind a small letter; 0 where it is none.
char16_t mark_of(const Marks& marks, char letter, char sign) {
  const Mark& mark = marks[static_cast<unsigned char>(sign)];
  return (mark.letters >> (letter - 'a') & 1U) != 0 ? mark.combining : u'\0';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// A letter with the signs behind it.
struct Letter {
  std::size_t end = 0;
  char16_t shape = 0;
  char16_t tone = 0;
  bool barred = false;  ///< dd
};

/// The one at `at`, where a letter stands.
Letter read_letter(std::string_view text, std::size_t at) {
  const char letter = small(text[at]);
  Letter out;
  // Of three, the last two are one letter: "GDDDT" is GDĐT.
  const auto is_d = [text](std::size_t place) {
    return place < text.size() && small(text[place]) == 'd';
  };
  if (is_d(at) && is_d(at + 1) && !is_d(at + 2)) {
    out.barred = true;
    out.end = at + 2;
    return out;
  }
  ++at;
  const auto mark = [&](const Marks& marks) -> char16_t {
    const char16_t combining = at < text.size() ? mark_of(marks, letter, text[at]) : u'\0';
    const bool bold = combining != 0 && text.substr(at).starts_with("**");  // of Markdown
    if (combining == 0 || bold) return 0;
    ++at;
    return combining;
  };
  out.shape = mark(shape_marks);
  out.tone = mark(tone_marks);
  out.end = at;
  return out;
}

/// A word with its signs: what is the same wherever it stands.
struct ViqrWord {
  std::string text;     ///< decoded
  std::string literal;  ///< decoded, but for a tone sign at its end; empty without one
  bool marked = false;  ///< holds a sign that is a mark, or dd
  bool shaped = false;  ///< holds ^ ( +
  bool barred = false;  ///< holds dd
  bool known = false;   ///< in the vocabulary, one way or the other
  PrintedWord as_text;
  PrintedWord as_literal;
  PrintedWord as_printed;
};

ViqrWord decode_word(std::string_view printed, const LanguageModel& model) {
  ViqrWord word;
  for (std::size_t at = 0; at < printed.size();) {
    const Letter letter = read_letter(printed, at);
    if (letter.barred) {
      word.text += printed[at] == 'd' ? "đ" : "Đ";
    } else {
      word.text.push_back(printed[at]);
    }
    if (letter.shape != 0) append_code_point(word.text, letter.shape);
    word.literal.clear();
    if (letter.tone != 0) {
      word.literal = word.text;
      append_code_point(word.text, letter.tone);
    }
    word.barred = word.barred || letter.barred;
    word.shaped = word.shaped || letter.shape != 0;
    word.marked = word.marked || letter.barred || letter.shape != 0 || letter.tone != 0;
    at = letter.end;
  }
  word.as_printed = look_up_word(printed, model);
  if (!word.marked) {
    word.as_text = word.as_printed;
    return word;
  }
  word.text = icu_text::to_nfc(word.text);
  word.literal = icu_text::to_nfc(word.literal);
  word.as_text = look_up_word(word.text, model);
  word.as_literal = look_up_word(word.literal, model);
  const auto is_known = [&model](std::string_view reading) {
    return !reading.empty() && model.find(reading) != language::word_class::unknown;
  };
  word.known = is_known(word.text) || is_known(word.literal);
  return word;
}

/// Each distinct word of a text is decoded once.
class Words {
 public:
  explicit Words(const LanguageModel& model) : model_(model) {}

  const ViqrWord& of(std::string_view printed) {
    const auto [place, fresh] = words_.try_emplace(printed);
    if (fresh) place->second = decode_word(printed, model_);
    return place->second;
  }

 private:
  const LanguageModel& model_;
  std::unordered_map<std::string_view, ViqrWord> words_;
};

/// A word at its place.
struct PlacedWord {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  const ViqrWord* word = nullptr;
  bool escaped = false;  ///< ends in "\.": the backslash goes
};

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
  std::size_t sound = 0;  ///< letters of Vietnamese as they should be
};

/// Letters U+1EA0..U+1EFF, in which most words of sound Vietnamese text have their marks.
std::size_t sound_letters(std::string_view text) {
  std::size_t found = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    found += std::size_t{scan::both(scan::is(static_cast<unsigned char>(text[i]), 0xE1),
                                    scan::in(static_cast<unsigned char>(text[i + 1]), 0xBA, 0xBB))};
  }
  return found;
}

/// What was read of a line; its words are among those of all lines.
struct LineOfWords {
  std::size_t begin = 0;  ///< of the line in the text
  std::size_t first = 0;
  std::size_t last = 0;
  Evidence evidence;
};

/// Appends the words of a line.
LineOfWords read_line(std::string_view text, LineRange line, Words& words,
                      std::vector<PlacedWord>& placed_words) {
  LineOfWords out;
  out.begin = line.begin;
  out.first = placed_words.size();
  const std::string_view part = text.substr(0, line.end);
  for (std::size_t at = line.begin; at < line.end;) {
    if (!is_letter(part[at])) {
      ++at;
      continue;
    }
    PlacedWord placed;
    placed.begin = static_cast<std::uint32_t>(at);
    while (at < line.end && is_letter(part[at])) at = read_letter(part, at).end;
    placed.end = static_cast<std::uint32_t>(at);
    placed.word = &words.of(part.substr(placed.begin, at - placed.begin));
    placed.escaped =
        at + 1 < part.size() && part[at] == '\\' && !is_letter(part[at + 1]) && part[at + 1] > ' ';
    // A dd or a full stop is no evidence for it, a strange word with signs is evidence against it.
    if (placed.word->shaped) ++(placed.word->known ? out.evidence.good : out.evidence.bad);
    placed_words.push_back(placed);
  }
  out.last = placed_words.size();
  out.evidence.sound = sound_letters(part.substr(line.begin));
  return out;
}

bool is_proved(const Evidence& evidence, std::size_t least) {
  // A line in sound letters that has words in VIQR, too, speaks of them.
  return evidence.good >= least && evidence.good >= 3 * evidence.bad &&
         evidence.good > evidence.sound;
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

/// The line as pieces with their readings; what it is filled with anew for each line.
class LineRestorer {
 public:
  /// `dots_are_escaped`: the text has "\\." where a full stop stands behind a vowel, as the
  /// standard wants it, so that a bare one is a mark.
  LineRestorer(std::string_view text, bool dots_are_escaped, const LanguageModel& model)
      : text_(text), dots_are_escaped_(dots_are_escaped), model_(model) {}

  void restore(LineRange line, std::span<const PlacedWord> words, double confidence,
               EditList& edits) {
    arcs_.clear();
    readings_.clear();
    boundary_.clear();
    std::size_t read_to = line.begin;
    for (std::size_t i = 0; i < words.size(); ++i) {
      add_numbers(read_to, words[i].begin);
      add_word(line, words, i);
      read_to = words[i].end;
    }
    const auto count = static_cast<std::uint32_t>(boundary_.size());
    boundary_.push_back(false);
    for (const std::uint32_t one : choose_words(arcs_, count, boundary_, model_)) {
      const ArcReading& reading = readings_[arcs_[one].tag];
      if (!reading.text.empty()) print(words[reading.word], reading, confidence, edits);
    }
  }

 private:
  void add(const PrintedWord& printed, float extra, ArcReading reading) {
    const auto at = static_cast<std::uint32_t>(boundary_.size() - 1);
    arcs_.push_back({at, at + 1, printed.word, extra + printed.extra,
                     static_cast<std::uint32_t>(readings_.size())});
    readings_.push_back(reading);
  }

  /// What stands between two words: the model expects numbers where they are.
  void add_numbers(std::size_t begin, std::size_t end) {
    if (end == begin || (end == begin + 1 && text_[begin] == ' ')) return;
    language::WordScanner between(text_.substr(begin, end - begin));
    language::Word number;
    while (between.next(number)) {
      boundary_.push_back(number.after_boundary);
      add({model_.classify(number), 0}, 0, {});
    }
  }

  void add_word(LineRange line, std::span<const PlacedWord> words, std::size_t i) {
    const PlacedWord& placed = words[i];
    const ViqrWord& word = *placed.word;
    boundary_.push_back(i == 0);
    const char last = text_[placed.end - 1];
    const bool final_sign = !word.literal.empty() && (last == '.' || last == '?' || last == '\'');
    const bool stop = final_sign && may_end(text_, placed.end, line.end);
    add(word.as_text, stop && !word.shaped ? stop_within : 0, {word.text, i});
    if (!word.marked) return;
    if (final_sign) {
      const float unlike = last == '.' && !dots_are_escaped_ ? 0 : 2 * as_it_stands;
      add(word.as_literal, stop ? unlike : 2 * unlike + 2 * stop_within, {word.literal, i});
    }
    // Signs within a word that is one of the language without them are no part of it.
    if (word.known && word.as_printed.extra >= no_word_at_all) return;
    add(word.as_printed, (word.barred ? 3.0F : 1.0F) * as_it_stands,
        {text_.substr(placed.begin, placed.end - placed.begin), i});
  }

  void print(const PlacedWord& placed, const ArcReading& reading, double confidence,
             EditList& edits) const {
    const std::string& literal = placed.word->literal;
    const bool is_literal = reading.text.data() == literal.data() && !literal.empty();
    const std::size_t end = placed.end - (is_literal ? 1 : 0);
    const auto add_edit = [&](std::size_t from, std::size_t to, std::string_view replacement) {
      edits.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to),
                       std::string(replacement), RepairKind::encoding, confidence});
    };
    if (text_.substr(placed.begin, end - placed.begin) != reading.text) {
      add_edit(placed.begin, end, reading.text);
    }
    if (placed.escaped) add_edit(placed.end, placed.end + 1, {});
  }

  std::string_view text_;
  bool dots_are_escaped_;
  const LanguageModel& model_;
  std::vector<WordArc> arcs_;
  std::vector<ArcReading> readings_;
  std::vector<bool> boundary_;
};

}  // namespace

EditList find_viqr(std::string_view text) {
  EditList edits;
  const std::size_t first = find_sign(text, 0, repair_stage::Sign::viqr);
  if (first == text.size()) return edits;
  const LanguageModel& model = LanguageModel::builtin();
  Words words(model);
  std::vector<PlacedWord> placed;
  std::vector<LineOfWords> lines;
  Evidence whole;
  for (std::size_t at = first; at < text.size();) {
    const LineRange line = line_around(text, at);
    lines.push_back(read_line(text, line, words, placed));
    whole.good += lines.back().evidence.good;
    whole.bad += lines.back().evidence.bad;
    whole.sound += lines.back().evidence.sound;
    at = find_sign(text, line.end, repair_stage::Sign::viqr);
  }
  const bool proved = is_proved(whole, 2 * least_words) && whole.good * bytes_a_word >= text.size();
  if (!proved && whole.good < least_words) return edits;
  LineRestorer restorer(text, text.find("\\.") != std::string_view::npos, model);
  edits.reserve(placed.size());
  // Of a document in VIQR every line is read so, of another only lines that prove it.
  std::size_t next = 0;  // of the lines that were read
  for (std::size_t begin = 0; begin < text.size();) {
    const LineRange line{begin, std::min(text.find('\n', begin), text.size())};
    const bool was_read = next < lines.size() && lines[next].begin == begin;
    const bool marked =
        was_read || text.substr(line.begin, line.end - line.begin).find_first_of("^(+*'`?~.dD") !=
                        std::string_view::npos;
    if (marked) {
      const std::size_t kept = placed.size();
      const LineOfWords read = was_read ? lines[next++] : read_line(text, line, words, placed);
      const std::size_t count = read.last - read.first;
      if ((is_proved(read.evidence, least_words) && read.evidence.good * 3 >= count) ||
          (proved && read.evidence.good >= read.evidence.bad + read.evidence.sound)) {
        const auto good = static_cast<double>(read.evidence.good + 4);
        restorer.restore(line, std::span(placed).subspan(read.first, count),
                         std::min(0.999, good / (good + static_cast<double>(read.evidence.bad))),
                         edits);
      }
      placed.resize(kept);
    }
    begin = line.end + 1;
  }
  return edits;
}

}  // namespace vanban::repair_stage

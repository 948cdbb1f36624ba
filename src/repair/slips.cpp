// A single letter of a document may have slipped to another code point everywhere: "ngǜ" for "ngũ",
// "kǶ" for "kỳ", and whatever else a font or a converter makes of one or two of the marked letters.
// No table knows them all; the document itself tells. Each word with a strange letter is a pattern
// with a hole, and the letter that makes words of all those patterns, likely ones where they stand,
// is what the strange one stands for. A strange letter of foreign names ("Timișoara") makes words
// of next to none.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "language/language_model.hpp"
#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/lookalikes.hpp"
#include "repair/passes.hpp"
#include "repair/signs.hpp"
#include "repair/word_choice.hpp"

namespace vanban::repair_stage {
namespace {

using language::LanguageModel;
using language::WordId;
namespace format = language::format;

/// Letters of Latin-1 that an office program with central European settings wrote as those of
/// windows-1250 with the same bytes: "ngŕnh", "tuyęn". All others stand in Unicode beside them.
struct PageLetter {
  std::string_view letter;  ///< in lower case
  char32_t strange;
  bool capital;
};
constexpr PageLetter page_letters[] = {
    {"à", U'Ŕ', true}, {"à", U'ŕ', false}, {"è", U'Č', true}, {"è", U'č', false},
    {"ê", U'Ę', true}, {"ê", U'ę', false}, {"ì", U'Ě', true}, {"ì", U'ě', false},
    {"ò", U'Ň', true}, {"ò", U'ň', false}, {"õ", U'Ő', true}, {"õ", U'ő', false},
    {"ù", U'Ů', true}, {"ù", U'ů', false},
};
const PageLetter* find_page_letter(char32_t point) {
  const auto* const row = std::ranges::find(page_letters, point, &PageLetter::strange);
  return row == std::end(page_letters) ? nullptr : row;
}

/// Latin Extended-A is full of letters of names: of those, what a code page explains, and what many
/// words prove.
bool is_of_names(char32_t point) {
  constexpr std::u32string_view vietnamese = U"ĂăĐđĨĩŨũ";
  return point >= 0x100 && point < 0x180 && vietnamese.find(point) == std::u32string_view::npos;
}

/// Phonetic letters, superscripts and subscripts follow, up to the letters of Vietnamese: these
/// stand in formulas and transcriptions.
constexpr char32_t last_of_scripts = 0x1CFF;

/// Letters that the languages of lines beside Vietnamese ones are written with.
bool is_of_languages(char32_t point) {
  return (is_of_names(point) && find_page_letter(point) == nullptr) ||
         (point >= 0x530 && point <= last_of_scripts);
}

bool is_phonetic(char32_t point) {
  return point >= 0x250 && point <= 0x2AF;
}

/// Signs of lists that fonts of symbols draw ("\uF0FC") are in private use, and so may be letters.
bool is_private(char32_t point) {
  return point >= 0xE000 && point <= 0xF8FF;
}

/// A letter of no alphabet that Vietnamese text has, and none that another table knows better.
bool is_strange(char32_t point) {
  if (point < 0x100) return false;
  if (is_of_names(point)) {
    return find_lookalike(point) == nullptr && macron_vowels.find(point) == macron_vowels.npos;
  }
  if (point < 0x180) return false;
  if (point == 0x1A0 || point == 0x1A1 || point == 0x1AF || point == 0x1B0) return false;
  if (highland_letters.find(point) != highland_letters.npos) return false;
  // More of the Latin alphabet; Greek and the scripts of other languages.
  const bool in_range = (point >= 0x180 && point <= 0x2AF) ||
                        (point >= 0x370 && point <= last_of_scripts) || is_private(point);
  if (!in_range) return false;
  const Lookalike* const row = find_lookalike(point);
  return row == nullptr || row->group == LookalikeGroup::accent;
}

/// A line with a vowel of romanisations is text of another language, and spells its strange letters
/// in earnest ("lǜ shī").
bool is_romanised(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint point = code_point_at(line, at);
    if (macron_vowels.find(point.value) != std::u32string_view::npos) return true;
    at += point.length;
  }
  return false;
}

/// Slips that were met in documents.
struct KnownSlip {
  char32_t strange;
  std::string_view letter;  ///< in lower case
};
constexpr KnownSlip known_slips[] = {{0x1DB, "ũ"}, {0x1DC, "ũ"}, {0x1F6, "ỳ"}};

/// So many of them prove the code page, and with it what the others stand for.
constexpr std::size_t enough_of_page = 2;
constexpr double by_page = 0.98;

/// More strange letters are another alphabet, or a font map.
constexpr std::size_t most_strange = 96;
/// Words that are kept of one letter; in more places it is looked at no more than in these.
constexpr std::size_t most_places = 400;
/// Bytes of a word.
constexpr std::size_t longest_word = 32;
/// Words that are looked at for one letter.
constexpr std::size_t most_words = 64;

/// Nats of a word that the model does not know, and so of one that a letter does not explain.
constexpr float unexplained = 16;
/// Nats saved that make a word explained.
constexpr float explained = 3;
constexpr float known_bonus = 4;
/// So often counts what one word saves.
constexpr std::size_t most_of_one_word = 2;

/// Nats by which a letter without marks is the less likely one: it is marked letters that fonts and
/// converters lose.
constexpr float against_plain = 8;

/// So many of the phonetic alphabet are there for their sounds.
constexpr std::size_t enough_phonetic = 3;

/// Letters of a unit or of a difference: "μm", "Δt".
constexpr std::size_t longest_unit = 2;

/// Letters of Vietnamese words that fonts have one glyph for.
constexpr std::string_view ligatures[] = {"th", "ti"};

/// What a letter must have against the second best, and what a single word must save besides.
constexpr float least_margin = 3;
constexpr float saved_of_single = 9;
/// Nats and words that prove a letter beyond doubt.
constexpr float much_margin = 20;
constexpr std::size_t much_words = 4;
/// Confidence in a letter that three words or more prove.
constexpr double by_several = 0.995;

std::size_t strange_or_letter(std::string_view text, std::size_t at) {
  const CodePoint point = code_point_at(text, at);
  if (point.length == 0) return 0;
  if (is_strange(point.value)) return point.length;
  return language::letter_length(text.data() + at, text.data() + text.size());
}

std::size_t letters_of(std::string_view word) {
  return static_cast<std::size_t>(
      std::ranges::count_if(word, [](char byte) { return !is_continuation(byte); }));
}

/// A line of which many words in plain Latin letters are no syllables: of another language, which
/// writes with strange ones.
bool is_foreign(std::string_view line) {
  constexpr std::size_t one_in = 3;
  std::size_t syllables = 0;
  std::size_t others = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    std::size_t letters = 0;
    bool is_plain = true;
    for (std::size_t length = strange_or_letter(line, at); length != 0;
         length = strange_or_letter(line, at)) {
      const char32_t point = code_point_at(line, at).value;
      const bool is_latin = point < 0x370 || (point >= 0x1E00 && point < 0x1F00);
      is_plain = is_plain && is_latin && !is_strange(point);
      ++letters;
      at += length;
    }
    // Abbreviations are of any language, and so are short scraps; with a mark of Vietnamese a word
    // is damaged rather than foreign.
    if (letters > 2 && is_plain) {
      const std::string_view word = line.substr(begin, at - begin);
      const bool is_upper = language::fold(word.substr(1)) != word.substr(1);
      const bool is_ascii = word.size() == letters;
      if (language::is_syllable(word)) {
        ++syllables;
      } else if (is_ascii && !is_upper) {
        ++others;
      }
    }
    if (letters == 0) at += std::max<std::size_t>(code_point_at(line, at).length, 1);
  }
  return others * one_in > syllables + others;
}

/// A word with strange letters.
struct StrangeWord {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::u32string strange;  ///< each once
  WordId previous = language::word_class::unknown;
  WordId next = language::word_class::unknown;  ///< `boundary` where it says nothing
  bool after_stop = false;
};

/// Nats of a word in the place of another.
float cost_of(const StrangeWord& place, WordId id, const LanguageModel& model) {
  language::Context context{place.previous, language::Context::no_bigram};
  float cost = model.cost(context, id);
  if (place.next >= language::word_class::count) {
    language::Context without{language::word_class::unknown, language::Context::no_bigram};
    cost += model.cost(context, place.next) - model.cost(without, place.next);
  }
  return cost;
}

/// Letters before and behind a word, with one blank between.
std::string_view word_before(std::string_view text, std::size_t at) {
  if (at == 0 || text[at - 1] != ' ') return {};
  const std::size_t end = at - 1;
  std::size_t begin = end;
  while (begin > 0 && end - begin < longest_word) {
    const std::size_t length = code_point_before(text, begin).length;
    const char* const letter = text.data() + begin - length;
    if (language::letter_length(letter, text.data() + begin) != length) break;
    begin -= length;
  }
  return text.substr(begin, end - begin);
}
std::string_view word_behind(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != ' ') return {};
  std::size_t end = at + 1;
  const char* const last = text.data() + text.size();
  for (std::size_t length = language::letter_length(text.data() + end, last);
       length != 0 && end - at < longest_word;
       length = language::letter_length(text.data() + end, last)) {
    end += length;
  }
  return text.substr(at + 1, end - at - 1);
}

/// Whether a sentence or a line begins at `at`.
bool is_after_stop(std::string_view text, std::size_t at) {
  CodePoint before = code_point_before(text, at);
  while (before.value == U' ' || before.value == U'"' || before.value == U'“') {
    at -= before.length;
    before = code_point_before(text, at);
  }
  constexpr std::u32string_view stops = U"\n\r.!?…:";
  return before.length == 0 || stops.find(before.value) != std::u32string_view::npos;
}

/// Fills in what stands beside a word.
void look_around(std::string_view text, const LanguageModel& model, StrangeWord& word) {
  const std::string_view before = word_before(text, word.begin);
  const std::string_view behind = word_behind(text, word.end);
  if (!before.empty()) word.previous = model.find(before);
  word.after_stop = is_after_stop(text, word.begin);
  if (word.after_stop) word.previous = language::word_class::boundary;
  word.next = behind.empty() ? language::word_class::boundary : model.find(behind);
}

std::vector<StrangeWord> find_words(std::string_view text, const LanguageModel& model) {
  std::vector<StrangeWord> words;
  std::size_t looked_at = 0;  // lines up to here are of no romanisation
  bool is_of_another = false;
  for (std::size_t at = find_sign(text, 0, Sign::strange); at < text.size();
       at = find_sign(text, at, Sign::strange)) {
    const std::size_t here = at - 1;  // the lead byte
    const CodePoint point = code_point_at(text, here);
    if (!is_strange(point.value)) {
      ++at;
      continue;
    }
    if (here >= looked_at) {
      const LineRange line = line_around(text, here);
      const std::string_view printed = text.substr(line.begin, line.end - line.begin);
      if (is_romanised(printed)) {
        at = line.end;
        continue;
      }
      is_of_another = is_foreign(printed);
      looked_at = line.end;
    }
    if (is_of_another && is_of_languages(point.value)) {
      at = here + point.length + 1;
      continue;
    }
    StrangeWord word;
    word.begin = here;
    while (word.begin > 0 && here - word.begin < longest_word) {
      const std::size_t length = code_point_before(text, word.begin).length;
      if (strange_or_letter(text, word.begin - length) != length) break;
      word.begin -= length;
    }
    word.end = here;
    for (std::size_t length = strange_or_letter(text, word.end);
         length != 0 && word.end - here < longest_word;
         length = strange_or_letter(text, word.end)) {
      const char32_t letter = code_point_at(text, word.end).value;
      if (is_strange(letter) && word.strange.find(letter) == std::u32string::npos) {
        word.strange.push_back(letter);
      }
      word.end += length;
    }
    look_around(text, model, word);
    at = word.end;
    words.push_back(std::move(word));
  }
  return words;
}

/// What a strange letter stands for, as found so far: in lower case, and whether it is a capital.
struct Found {
  std::string letter;
  bool capital = false;
  double confidence = 0;
};
using FoundLetters = std::map<char32_t, Found>;

void append_capital(std::string& text, std::string_view small) {
  const char32_t point = code_point_at(small, 0).value;
  // Cases of all Vietnamese letters are neighbours, but for those of Latin-1.
  const bool far = point < 0x80 || (point >= 0xE0 && point < 0x100);
  const char32_t capital = far              ? point - 0x20
                           : point == 0x1B0 ? char32_t{0x1AF}
                                            : point & ~char32_t{1};
  append_code_point(text, capital);
}

/// The word with what is found put in, and `width` holes in the place of `open` (0: of none). Empty
/// where another strange letter is left.
std::string fill(std::string_view printed, char32_t open, const FoundLetters& found,
                 std::size_t width = 1) {
  std::string out;
  for (std::size_t at = 0; at < printed.size();) {
    const CodePoint point = code_point_at(printed, at);
    const auto known = found.find(point.value);
    if (point.value == open) {
      out.append(width, format::hole);
    } else if (known != found.end()) {
      if (known->second.capital) {
        append_capital(out, known->second.letter);
      } else {
        out += known->second.letter;
      }
    } else if (is_strange(point.value)) {
      return {};
    } else {
      out.append(printed.substr(at, point.length));
    }
    at += point.length;
  }
  return out;
}

/// The letters that `spelling` has in all holes of `pattern`, `width` of them each; empty where
/// they differ.
std::string_view letters_in_holes(std::string_view pattern, std::string_view spelling,
                                  std::size_t width) {
  std::string_view letters;
  std::size_t at = 0;
  for (std::size_t i = 0; i < pattern.size();) {
    if (pattern[i] != format::hole) {
      ++i;
      ++at;
      continue;
    }
    std::size_t end = at;
    for (std::size_t k = 0; k < width; ++k) end += language::code_point_length(spelling[end]);
    const std::string_view here = spelling.substr(at, end - at);
    if (!letters.empty() && letters != here) return {};
    letters = here;
    at = end;
    i += width;
  }
  return letters;
}

/// How a word is written around its strange letter: 1 among capitals, -1 behind or between small
/// letters, 0 where it is the first of a word.
constexpr int unknown_case = 2;
int case_around(std::string_view printed, char32_t open) {
  std::size_t capitals = 0;
  std::size_t smalls = 0;
  bool first = false;
  for (std::size_t at = 0; at < printed.size();) {
    const CodePoint point = code_point_at(printed, at);
    if (point.value == open) {
      first = first || at == 0;
    } else if (!is_strange(point.value)) {
      std::array<char, 4> folded{};
      const bool capital = language::fold_letter(printed.data() + at, point.length, folded.data());
      ++(capital ? capitals : smalls);
    }
    at += point.length;
  }
  if (smalls == 0 && (capitals > 1 || (capitals == 1 && first))) return 1;
  if (smalls > 0 && first) return 0;
  if (smalls == 0 && capitals == 1) return unknown_case;  // "Dự" and "DỰ"
  return -1;
}

/// `printed` without the sign in private use that it begins or ends with.
std::string_view without_sign(std::string_view printed) {
  const CodePoint first = code_point_at(printed, 0);
  const CodePoint last = code_point_before(printed, printed.size());
  if (is_private(last.value)) printed.remove_suffix(last.length);
  if (is_private(first.value) && !printed.empty()) printed.remove_prefix(first.length);
  return printed;
}

/// Whether that is a word.
bool is_word_beside_sign(std::string_view printed, const LanguageModel& model) {
  const std::string_view word = without_sign(printed);
  return word.size() < printed.size() && !word.empty() && may_be_word(word, model);
}

/// What the words say for one letter as the meaning of a strange one.
struct Candidate {
  float saved = 0;
  std::size_t occurrences = 0;               ///< that it explains
  bool stands_inside = false;                ///< not only at the start of words
  bool makes_long_word = false;              ///< of more letters than a unit has ("μm")
  std::map<std::string, std::size_t> words;  ///< that it explains, and how often
  int evident_capital = 0;                   ///< among capitals less among small letters
  float capital = 0;                         ///< nats in favour of one at the start of words
};

/// Learns what `open` stands for.
class Learner {
 public:
  Learner(std::string_view text, const std::vector<StrangeWord>& words, const FoundLetters& found,
          const LanguageModel& model)
      : text_(text), words_(words), found_(found), model_(model) {}

  /// From the words numbered in `places`.
  std::optional<Found> learn(char32_t open, const std::vector<std::uint32_t>& places) {
    candidates_.clear();
    std::size_t occurrences = 0;
    for (const std::uint32_t place : places) {
      if (occurrences == most_words) break;
      if (look_at(words_[place], open)) ++occurrences;
    }
    for (auto& [letter, candidate] : candidates_) {
      const std::string_view spelled = letter;  // clang 14 captures no structured binding
      const bool is_known = std::ranges::any_of(known_slips, [&](const KnownSlip& known) {
        return known.strange == open && known.letter == spelled;
      });
      if (is_known || find_page_letter(open) != nullptr) candidate.saved += known_bonus;
    }
    return judge(open, occurrences);
  }

 private:
  /// Whether the word has no other strange letter.
  bool look_at(const StrangeWord& word, char32_t open) {
    const std::string_view printed = text_.substr(word.begin, word.end - word.begin);
    if (fill(printed, open, found_).size() < 2) return false;  // a sign by itself is no word
    // What stands beside the sign of a list is a word as it is.
    as_it_is_ = unexplained;
    if (is_private(open)) {
      const WordId id = model_.find(without_sign(printed));
      if (id != language::word_class::unknown)
        as_it_is_ = std::min(unexplained, cost_of(word, id, model_));
    }
    look_at(word, open, 1);
    if (find_page_letter(open) == nullptr) look_at(word, open, 2);
    return true;
  }

  /// Candidates of one letter, or of two that a font draws as one ("ti").
  void look_at(const StrangeWord& word, char32_t open, std::size_t width) {
    const std::string_view printed = text_.substr(word.begin, word.end - word.begin);
    const std::string pattern = language::fold(fill(printed, open, found_, width));
    const auto holes = static_cast<std::size_t>(std::ranges::count(pattern, format::hole));
    if (holes > format::max_holes) return;
    const PageLetter* const page = find_page_letter(open);
    for (const std::uint16_t spelling : model_.completions(pattern)) {
      const std::string_view letters = letters_in_holes(pattern, model_.text_of(spelling), width);
      if (letters.empty() || (page != nullptr && letters != page->letter)) continue;
      if (width == 2 && std::ranges::find(ligatures, letters) == std::end(ligatures)) continue;
      const WordId id = model_.word_of(spelling);
      const float saved = as_it_is_ - cost_of(word, id, model_);
      if (saved <= 0) continue;
      Candidate& candidate = candidates_[std::string(letters)];
      if (saved < explained) continue;
      ++candidate.occurrences;
      candidate.stands_inside = candidate.stands_inside || pattern[0] != format::hole;
      candidate.makes_long_word = candidate.makes_long_word || letters_of(printed) > longest_unit;
      // A name that is repeated proves no more than one that is not.
      if (candidate.words[pattern]++ < most_of_one_word) candidate.saved += saved;
      add_case(word, case_around(printed, open), id, candidate);
    }
  }

  void add_case(const StrangeWord& word, int hint, WordId id, Candidate& candidate) const {
    if (hint == unknown_case) return;
    candidate.evident_capital += hint;
    if (hint != 0) return;
    constexpr float most = 8;
    const language::CaseCosts costs =
        model_.case_costs(word.previous, id, word.next, word.after_stop);
    candidate.capital += std::clamp(costs.lower - costs.title, -most, most);
  }

  /// Whether the letter is a capital. Each case has a code point of its own: where the small letter
  /// stands intact, it is the capital that has slipped.
  [[nodiscard]] bool is_capital(const Candidate& candidate, std::string_view small) const {
    if (candidate.evident_capital != 0) return candidate.evident_capital > 0;
    std::string capital;
    append_capital(capital, small);
    constexpr std::size_t enough = 3;
    const bool has_small = has_letter(small, enough);
    if (has_small != has_letter(capital, enough)) return has_small;
    return candidate.capital > 0;
  }
  [[nodiscard]] bool has_letter(std::string_view letter, std::size_t times) const {
    std::size_t at = 0;
    for (std::size_t i = 0; i < times; ++i) {
      at = text_.find(letter, at);
      if (at == std::string_view::npos) return false;
      at += letter.size();
    }
    return true;
  }

  [[nodiscard]] std::optional<Found> judge(char32_t open, std::size_t occurrences) const {
    const Candidate* best = nullptr;
    const std::string* letter = nullptr;
    float most = 0;
    float second = 0;
    for (const auto& [name, candidate] : candidates_) {
      const bool is_plain = static_cast<unsigned char>(name[0]) < 0x80;
      const float saved = candidate.saved - (is_plain ? against_plain : 0);
      if (best == nullptr || saved > most) {
        if (best != nullptr) second = std::max(second, most);
        best = &candidate;
        letter = &name;
        most = saved;
      } else {
        second = std::max(second, saved);
      }
    }
    if (best == nullptr || best->words.empty()) return std::nullopt;
    const float margin = most - second;
    const std::size_t different = best->words.size();
    if (margin < least_margin) return std::nullopt;
    // Most of the words must become words; names and formulas with the same sign may stand beside.
    // Where much proves the letter, other damage may hide what many of the words are.
    const bool much = margin >= much_margin && different >= much_words;
    if (is_of_names(open) && find_page_letter(open) == nullptr && !much) return std::nullopt;
    const std::size_t tenths = much ? 4 : 7;
    if (best->occurrences * 10 < occurrences * tenths) return std::nullopt;
    // A letter of another script in one word alone is more likely that script's own.
    const bool other_script = open >= 0x370;
    if (other_script && !best->makes_long_word) return std::nullopt;
    // Before words it is the sign of a list; before several that are none without it, a letter.
    constexpr std::size_t several = 3;
    if (is_private(open) && !best->stands_inside && different < several) return std::nullopt;
    if (different == 1 && (other_script || best->saved < saved_of_single)) return std::nullopt;
    constexpr std::array<double, 4> confidence{0.95, 0.95, 0.98, by_several};
    const PageLetter* const page = find_page_letter(open);
    return Found{*letter, page != nullptr ? page->capital : is_capital(*best, *letter),
                 confidence[std::min(different, confidence.size() - 1)]};
  }

  float as_it_is_ = 0;  ///< nats of the word that is looked at, if the sign is none of its letters
  std::string_view text_;
  const std::vector<StrangeWord>& words_;
  const FoundLetters& found_;
  const LanguageModel& model_;
  std::map<std::string, Candidate> candidates_;
};

FoundLetters learn_all(std::string_view text, const std::vector<StrangeWord>& words,
                       const LanguageModel& model) {
  FoundLetters found;
  std::map<char32_t, std::vector<std::uint32_t>> letters;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    for (const char32_t letter : words[i].strange) {
      std::vector<std::uint32_t>& places = letters[letter];
      if (places.size() < most_places) places.push_back(i);
    }
    if (letters.size() > most_strange) return found;
  }
  // Several letters of phonetics spell sounds in earnest.
  const auto of_phonetics = [](const auto& one) { return is_phonetic(one.first); };
  if (static_cast<std::size_t>(std::ranges::count_if(letters, of_phonetics)) >= enough_phonetic) {
    std::erase_if(letters, of_phonetics);
  }
  // A word with two strange letters helps once one of them is known.
  for (bool more = true; more;) {
    FoundLetters news;
    for (const auto& [letter, places] : letters) {
      if (found.contains(letter)) continue;
      const auto one = Learner(text, words, found, model).learn(letter, places);
      if (one) news.emplace(letter, *one);
    }
    more = !news.empty();
    found.merge(news);
  }
  return found;
}

/// Whether the document has letters of windows-1250 for those of Latin-1.
bool is_of_page(const FoundLetters& found) {
  const auto letters = std::ranges::count_if(
      found, [](const auto& one) { return find_page_letter(one.first) != nullptr; });
  return static_cast<std::size_t>(letters) >= enough_of_page;
}

/// What a code page says beside the letters found, or what is left of them without one.
void settle(bool of_page, FoundLetters& found) {
  if (!of_page) {
    std::erase_if(found, [](const auto& one) { return find_page_letter(one.first) != nullptr; });
    return;
  }
  for (const PageLetter& row : page_letters) {
    found.try_emplace(row.strange, Found{std::string(row.letter), row.capital, by_page});
  }
}

RepairKind kind_of(char32_t strange, const Found& found) {
  if (find_page_letter(strange) != nullptr) return RepairKind::mojibake;
  const Lookalike* const row = find_lookalike(strange);
  const bool looks_so = row != nullptr && language::fold(row->letter) == found.letter;
  return looks_so ? RepairKind::lookalike : RepairKind::font_map;
}

/// All letters of a word, which is not empty.
bool is_capitals(std::string_view word) {
  const char* const end = word.data() + word.size();
  for (const char* at = word.data(); at < end;) {
    const std::size_t length = language::letter_length(at, end);
    std::array<char, 4> folded{};
    if (length == 0 || !language::fold_letter(at, length, folded.data())) return false;
    at += length;
  }
  return true;
}

/// In windows-1250 the byte of ã is ă, which a document has of its own: two letters fell together.
constexpr std::string_view fallen_small = "ã";
constexpr std::string_view fallen_capital = "Ã";
constexpr std::string_view landed_small = "ă";
constexpr std::string_view landed_capital = "Ă";
/// Nats by which ã must be likelier than ă.
constexpr float least_fallen = 2;

/// Words with ă that were words with ã, in a document where the two fell together.
void find_fallen(std::string_view text, const LanguageModel& model, EditList& edits) {
  const auto is_landed = [&](std::size_t at) {
    const std::string_view letter = text.substr(at, landed_small.size());
    return letter == landed_small || letter == landed_capital;
  };
  const char* const end = text.data() + text.size();
  for (std::size_t at = 0; at < text.size();) {
    StrangeWord word;
    word.begin = at;
    std::string replaced;
    bool fell = false;
    for (std::size_t length = language::letter_length(text.data() + at, end); length != 0;
         length = language::letter_length(text.data() + at, end)) {
      const bool here = is_landed(at);
      fell = fell || here;
      replaced += !here                                     ? text.substr(at, length)
                  : text.substr(at, length) == landed_small ? fallen_small
                                                            : fallen_capital;
      at += length;
    }
    word.end = at;
    at += at < text.size() ? language::code_point_length(text[at]) : 0;
    if (!fell || word.end - word.begin > longest_word) continue;
    look_around(text, model, word);
    const PrintedWord standing =
        look_up_word(text.substr(word.begin, word.end - word.begin), model);
    const WordId fallen = model.find(replaced);
    if (fallen == language::word_class::unknown) continue;
    const float gain =
        cost_of(word, standing.word, model) + standing.extra - cost_of(word, fallen, model);
    if (gain < least_fallen) continue;
    edits.push_back({static_cast<std::uint32_t>(word.begin), static_cast<std::uint32_t>(word.end),
                     std::move(replaced), RepairKind::mojibake,
                     std::min(by_several, 1 / (1 + std::exp(-double{gain})))});
  }
}

}  // namespace

EditList find_slips(std::string_view text) {
  EditList edits;
  if (find_sign(text, 0, Sign::strange) == text.size()) return edits;
  const LanguageModel& model = LanguageModel::builtin();
  const std::vector<StrangeWord> words = find_words(text, model);
  FoundLetters found = learn_all(text, words, model);
  const bool of_page = is_of_page(found);
  settle(of_page, found);
  if (found.empty()) return edits;
  for (const StrangeWord& word : words) {
    const std::string_view printed = text.substr(word.begin, word.end - word.begin);
    std::string replaced = fill(printed, 0, found);
    if (replaced.empty() || replaced == printed) continue;
    Edit edit;
    edit.begin = static_cast<std::uint32_t>(word.begin);
    edit.end = static_cast<std::uint32_t>(word.end);
    edit.replacement = std::move(replaced);
    edit.kind = kind_of(word.strange[0], found.at(word.strange[0]));
    edit.confidence = 1;
    for (const char32_t letter : word.strange) {
      edit.confidence = std::min(edit.confidence, found.at(letter).confidence);
    }
    if (edit.confidence < by_several && is_word_beside_sign(printed, model)) continue;
    // What several words have proven holds for words that something else has damaged, too; but
    // "Čapek" is a name.
    const std::string& now = edit.replacement;
    const bool is_word = may_be_word(now, model) || is_capitals(now);
    const bool may_be_name = std::ranges::any_of(word.strange, is_of_names);
    if (!is_word && (may_be_name || edit.confidence < by_several)) continue;
    edits.push_back(std::move(edit));
  }
  if (of_page && text.find(fallen_small) == std::string_view::npos &&
      text.find(fallen_capital) == std::string_view::npos) {
    EditList fallen;
    find_fallen(text, model, fallen);
    std::erase_if(fallen, [&edits](const Edit& one) {
      const auto next = std::ranges::lower_bound(edits, one.begin, {}, &Edit::begin);
      return next != edits.end() && next->begin < one.end;
    });
    const auto middle = static_cast<std::ptrdiff_t>(edits.size());
    edits.insert(edits.end(), std::make_move_iterator(fallen.begin()),
                 std::make_move_iterator(fallen.end()));
    std::ranges::inplace_merge(edits, edits.begin() + middle, {}, &Edit::begin);
  }
  return edits;
}

}  // namespace vanban::repair_stage

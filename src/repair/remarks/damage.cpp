// A line of a language that lost its marks, or got wrong ones everywhere, costs twice what a sound
// one does. So do lists of foreign names; what they are made of tells them apart.
#include "repair/remarks/damage.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "language/letters.hpp"
#include "language/syllable.hpp"

namespace vanban::repair_stage::remarks {
namespace {

using language::Context;
using language::LanguageModel;
using language::ReadWord;
using language::Word;
using language::WordId;
using language::WordKind;
namespace word_class = language::word_class;

// Nats a word, on average over a line, and shares; chosen on held-out text.
constexpr float looks_bad = 7;       ///< a line that is looked at
constexpr float reads_badly = 7.5F;  ///< with odd words all over it
constexpr float makes_no_sense = 11;
constexpr double odd_share = 0.6;
constexpr double foreign_share = 0.3;
constexpr double long_share = 0.07;  ///< more is another language
constexpr std::uint8_t longest_syllable = 7;
constexpr std::uint32_t fewest_words = 4;  ///< of a line
constexpr std::uint32_t fewest_in_region = 5;
constexpr std::uint32_t fewest_for_sense = 12;
constexpr std::uint32_t most_sound_between = 25;  ///< words between two lines of one region

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Wholly in letters of another script.
bool has_no_latin_letter(std::string_view word) {
  return std::ranges::all_of(word, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 && (byte < 0xC3 || byte > 0xC9);
  });
}

/// "th6ng", "s6" for số; not "m2".
bool has_digit_for_letter(std::string_view word) {
  constexpr std::string_view units[] = {"m2", "m3", "km2", "cm2", "dm2", "mm2", "cm3", "dm3"};
  return word[0] >= 'a' && word[0] <= 'z' && std::ranges::find(units, word) == std::end(units);
}

/// What a line is made of.
struct LineCount {
  std::uint32_t words = 0;       ///< judged
  std::uint32_t foreign = 0;     ///< unknown, in plain letters or another script: not judged
  std::uint32_t odd = 0;         ///< of the judged: spelt as no word is, or without any mark
  std::uint32_t long_words = 0;  ///< of any kind, longer than a syllable can be
  float cost = 0;                ///< of the judged
};

/// Without any mark, though most syllables have one. Names often have none.
bool is_bare(std::string_view printed, const Word& word) {
  return word.letter_case != language::LetterCase::title && is_ascii(printed) &&
         language::is_syllable(printed);
}

void count_word(std::string_view printed, const Word& word, WordId id, float cost,
                LineCount& count) {
  const bool unknown = id == word_class::unknown;
  if (word.letters > longest_syllable) ++count.long_words;
  if (unknown && (is_ascii(printed) || has_no_latin_letter(printed))) {
    ++count.foreign;
    return;
  }
  ++count.words;
  count.cost += std::min(cost, most_of_word);
  const bool odd = unknown || (word.kind == WordKind::mixed ? has_digit_for_letter(printed)
                                                            : is_bare(printed, word));
  if (odd) ++count.odd;
}

LineCount count_line(std::string_view line, const LanguageModel& model) {
  LineCount count;
  language::WordScanner scanner(line);
  Word word;
  Context context;
  while (scanner.next(word)) {
    const WordId id = model.classify(word);
    if (word.after_boundary) context = {};
    const float cost = model.cost(context, id) + language::spelling_cost(id, word);
    if (!is_judged(word, id)) continue;
    count_word(line.substr(word.begin, word.end - word.begin), word, id, cost, count);
  }
  return count;
}

bool is_damaged(const LineCount& count) {
  if (count.words < fewest_words) return false;
  if (count.long_words >= 2 && count.long_words > long_share * (count.words + count.foreign)) {
    return false;
  }
  if (count.foreign > foreign_share * (count.words + count.foreign)) return false;
  const float mean = count.cost / static_cast<float>(count.words);
  if (mean >= makes_no_sense && count.words >= fewest_for_sense) return true;
  return mean >= reads_badly && count.odd >= odd_share * count.words;
}

}  // namespace

void DamageFinder::end_line() {
  const bool looks_so = words_ >= fewest_words && cost_ >= looks_bad * static_cast<float>(words_);
  LineCount count;
  if (looks_so) {
    count = count_line(text_.substr(line_.begin, line_.end - line_.begin), model_);
  }
  if (looks_so && is_damaged(count)) {
    if (region_.words == 0) region_.span.begin = line_.begin;
    region_.span.end = line_.end;
    region_.words += count.words;
    region_.sound_words = 0;
  } else if (region_.words != 0) {
    region_.sound_words += words_;
    if (region_.sound_words > most_sound_between) close_region();
  }
  words_ = 0;
  cost_ = 0;
}

void DamageFinder::close_region() {
  if (region_.words >= fewest_in_region) found_.push_back(region_.span);
  region_ = {};
}

std::vector<TextSpan> DamageFinder::finish() && {
  end_line();
  close_region();
  return std::move(found_);
}

}  // namespace vanban::repair_stage::remarks

// Fonts draw "Th" or "ti" as one glyph, and text layers lose it: "ông tư" for "Thông tư", "ếp tục".
// Where a document has next to no such pair, and several scraps that are words with it, all words
// are asked of the language model with it and without.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "language/language_model.hpp"
#include "language/letters.hpp"
#include "language/surprise.hpp"
#include "language/syllable.hpp"
#include "language/words.hpp"
#include "repair/byte_scan.hpp"
#include "repair/lattice/triage.hpp"
#include "repair/passes.hpp"
#include "repair/word_choice.hpp"

namespace vanban::repair_stage {
namespace {

using language::LanguageModel;
using language::WordId;

struct Ligature {
  std::string_view printed;
  std::string_view small;
};
/// The lower-case pair "th" is hardly ever one glyph.
constexpr Ligature ligatures[] = {{"Th", "th"}, {"ti", "ti"}};

/// Bytes of sound text that have one pair at least, on average; with so many more the ligature is
/// there.
constexpr std::size_t bytes_of_a_pair = 3000;

bool has_next_to_none(std::string_view text, std::string_view pair) {
  const std::size_t allowed = text.size() / bytes_of_a_pair;
  std::size_t found = 0;
  for (std::size_t at = text.find(pair); at != std::string_view::npos;
       at = text.find(pair, at + 1)) {
    if (++found > allowed) return false;
  }
  return true;
}

/// Whether the letters of a pair stand elsewhere: else they are lost one by one, which the lattice
/// knows better. A capital must stand before other small letters: headings are often in another
/// font.
bool has_its_letters(std::string_view text, std::string_view pair) {
  constexpr std::size_t bytes_of_a_letter = 80;
  constexpr std::size_t bytes_of_a_capital = 900;
  const auto is_small_at = [text](std::size_t at) {
    const char* const begin = text.data() + at;
    const std::size_t length = language::letter_length(begin, text.data() + text.size());
    std::array<char, 4> folded{};
    return length != 0 && !language::fold_letter(begin, length, folded.data());
  };
  return std::ranges::all_of(pair, [&](char letter) {
    const bool capital = letter < 'a';
    const std::size_t wanted = text.size() / (capital ? bytes_of_a_capital : bytes_of_a_letter) + 1;
    std::size_t found = 0;
    for (std::size_t at = text.find(letter); at != std::string_view::npos && found < wanted;
         at = text.find(letter, at + 1)) {
      const bool apart = at + 1 < text.size() && text[at + 1] != pair[1] && is_small_at(at + 1);
      found += !capital || apart ? 1U : 0U;
    }
    return found >= wanted;
  });
}

/// Nats of a pair that is gone: before it is proven, and then.
constexpr float lost = 4;
constexpr float known_to_be_lost = 2;
/// Nats of a sentence that begins with a small letter.
constexpr float small_start = 2;
bool starts_small(const language::Word& word) {
  return word.kind == language::WordKind::word && (word.capitals & 1U) == 0;
}

/// Different words that prove a ligature, and how many of them are scraps: no words, or rare ones,
/// as they stand.
constexpr std::size_t fewest_words = 4;
constexpr std::size_t fewest_scraps = 2;
constexpr float rare = 9;
constexpr double confidence = 0.96;

struct Found {
  EditList edits;
  std::unordered_set<std::string> words;
  std::unordered_set<std::string> scraps;
};

/// What may stand before a whole word on its line.
bool may_stand_before_word(char byte) {
  return byte == ' ' || byte == '(' || byte == '"' || byte == '\x1F';
}

bool is_consonant(char byte) {
  return byte >= 'a' && byte <= 'z' &&
         std::string_view("aeiouy").find(byte) == std::string_view::npos;
}

/// Whether a word of the line is another one with the pair before it. Most lines have none, as can
/// be told by the first letters of words.
bool may_have_lost(std::string_view line, const Ligature& ligature, const LanguageModel& model) {
  // Behind "ti" stand vowels or the end of a syllable: "n", "nh".
  constexpr std::size_t longest_end = 2;
  const bool before_vowels = ligature.small.back() == 'h';
  const char* const end = line.data() + line.size();
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (at > 0 && !may_stand_before_word(line[at - 1])) continue;
    const bool consonant = is_consonant(line[at]);
    if (before_vowels && consonant) continue;
    const char* last = line.data() + at;
    while (last < end) {
      const std::size_t length = language::letter_length(last, end);
      if (length == 0) break;
      last += length;
    }
    const std::string_view word(line.data() + at,
                                static_cast<std::size_t>(last - line.data()) - at);
    if (word.empty() || (consonant && word.size() > longest_end)) continue;
    std::string with(ligature.small);
    with += word;
    if (model.find(with) != language::word_class::unknown) return true;
  }
  return false;
}

void read_line(std::string_view text, LineRange range, const Ligature& ligature, float cost,
               const LanguageModel& model, Found& found) {
  const std::string_view line = text.substr(range.begin, range.end - range.begin);
  if (!may_have_lost(line, ligature, model)) return;
  std::vector<language::Word> words;
  std::vector<WordArc> arcs;
  std::vector<bool> boundary;
  language::WordScanner scanner(line);
  language::Word word;
  bool any = false;
  while (scanner.next(word)) {
    const auto i = static_cast<std::uint32_t>(words.size());
    const WordId standing = model.classify(word);
    const float as_it_stands = language::spelling_cost(standing, word) +
                               (lattice::is_scrap(word) ? lattice::scrap_surcharge : 0) +
                               (word.after_stop && starts_small(word) ? small_start : 0);
    arcs.push_back({i, i + 1, standing, as_it_stands, 0});
    const bool is_whole = word.begin == 0 || may_stand_before_word(line[word.begin - 1]);
    if (is_whole && word.kind == language::WordKind::word &&
        word.letter_case == language::LetterCase::lower) {
      std::string with(ligature.small);
      with += line.substr(word.begin, word.end - word.begin);
      const WordId id = model.find(with);
      if (id != language::word_class::unknown && language::is_syllable(with)) {
        arcs.push_back({i, i + 1, id, cost, 1});
        any = true;
      }
    }
    boundary.push_back(word.after_boundary);
    words.push_back(word);
  }
  if (!any) return;
  boundary.push_back(true);
  const auto path = choose_words(arcs, static_cast<std::uint32_t>(words.size()), boundary, model);
  for (const std::uint32_t arc : path) {
    if (arcs[arc].tag == 0) continue;
    const language::Word& one = words[arcs[arc].from];
    const std::string_view printed = line.substr(one.begin, one.end - one.begin);
    const WordId standing = model.classify(one);
    found.words.emplace(printed);
    if (standing == language::word_class::unknown || model.unigram_cost(standing) > rare) {
      found.scraps.emplace(printed);
    }
    std::uint32_t begin = one.begin;
    if (begin > 1 && line[begin - 1] == ' ' && line[begin - 2] == ' ') --begin;
    std::string with(ligature.printed);
    with += printed;
    const auto offset = static_cast<std::uint32_t>(range.begin);
    found.edits.push_back({offset + begin, offset + one.end, std::move(with),
                           RepairKind::dropped_letter, confidence});
  }
}

}  // namespace

EditList find_lost_ligatures(std::string_view text) {
  const LanguageModel& model = LanguageModel::builtin();
  for (const Ligature& ligature : ligatures) {
    if (!has_next_to_none(text, ligature.printed) || !has_its_letters(text, ligature.printed)) {
      continue;
    }
    const auto read = [&](float cost) {
      Found found;
      for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        read_line(text, {begin, end}, ligature, cost, model, found);
        begin = end + 1;
      }
      return found;
    };
    const Found first = read(lost);
    if (first.words.size() >= fewest_words && first.scraps.size() >= fewest_scraps) {
      return read(known_to_be_lost).edits;
    }
  }
  return {};
}

}  // namespace vanban::repair_stage

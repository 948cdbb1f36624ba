// Fonts draw "Th" or "ti" as one glyph, and text layers lose it: "ông tư" for "Thông tư", "ếp tục".
// Where a document has next to no such pair, and several scraps that are words with it, all words
// are asked of the language model with it and without. Both pairs may be lost in one document.
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
/// One scrap is proof as well behind so many different words, or so often.
constexpr std::size_t fewest_contexts = 3;
constexpr std::size_t fewest_times = 5;
constexpr float rare = 9;
constexpr double confidence = 0.96;

/// What speaks for the loss of one pair.
struct Evidence {
  std::unordered_set<std::string> words;
  std::unordered_set<std::string> scraps;
  std::unordered_set<std::string> contexts;  ///< scraps with the word before them
  std::size_t scraps_in_all = 0;

  /// `other_scraps`: what no pair explains.
  [[nodiscard]] bool is_proof(std::size_t other_scraps) const {
    if (words.size() >= fewest_words && scraps.size() >= fewest_scraps) return true;
    return other_scraps < scraps_in_all &&
           (contexts.size() >= fewest_contexts || scraps_in_all >= fewest_times);
  }
};

struct Found {
  EditList edits;
  std::array<Evidence, std::size(ligatures)> evidence;
  std::size_t other_scraps = 0;  ///< that no pair explains: the text is damaged otherwise
};

/// Pairs that a text may have lost: bit i is of ligatures[i].
using Pairs = unsigned;

/// What may stand before a whole word on its line.
bool may_stand_before_word(char byte) {
  return byte == ' ' || byte == '(' || byte == '"' || byte == '\x1F';
}

bool is_consonant(char byte) {
  return byte >= 'a' && byte <= 'z' &&
         std::string_view("aeiouy").find(byte) == std::string_view::npos;
}

bool is_all_consonants(std::string_view line, const language::Word& word) {
  const std::string_view printed = line.substr(word.begin, word.end - word.begin);
  return std::ranges::all_of(printed, is_consonant) || printed == "đ";
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

void read_line(std::string_view text, LineRange range, Pairs pairs, float cost,
               const LanguageModel& model, Found& found) {
  const std::string_view line = text.substr(range.begin, range.end - range.begin);
  for (std::size_t i = 0; i < std::size(ligatures); ++i) {
    const bool may = (pairs >> i & 1U) != 0 && may_have_lost(line, ligatures[i], model);
    if (!may) pairs &= ~(1U << i);
  }
  if (pairs == 0) return;
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
    // "ngh ề" is one word that was parted.
    const bool is_rest = !words.empty() && words.back().end + 1 == word.begin &&
                         line[word.begin - 1] == ' ' && is_all_consonants(line, words.back());
    const bool is_whole =
        !is_rest && (word.begin == 0 || may_stand_before_word(line[word.begin - 1]));
    if (is_whole && word.kind == language::WordKind::word &&
        word.letter_case == language::LetterCase::lower) {
      for (std::uint32_t pair = 0; pair < std::size(ligatures); ++pair) {
        if ((pairs >> pair & 1U) == 0) continue;
        std::string with(ligatures[pair].small);
        with += line.substr(word.begin, word.end - word.begin);
        const WordId id = model.find(with);
        if (id == language::word_class::unknown || !language::is_syllable(with)) continue;
        arcs.push_back({i, i + 1, id, cost, pair + 1});
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
    const language::Word& one = words[arcs[arc].from];
    if (arcs[arc].tag == 0) {
      const bool is_other =
          one.letter_case == language::LetterCase::lower &&
          (lattice::is_scrap(one) || arcs[arc].word == language::word_class::unknown);
      found.other_scraps += is_other ? 1U : 0U;
      continue;
    }
    const std::string_view printed = line.substr(one.begin, one.end - one.begin);
    const WordId standing = model.classify(one);
    const std::size_t pair = arcs[arc].tag - 1;
    Evidence& evidence = found.evidence[pair];
    evidence.words.emplace(printed);
    if (standing == language::word_class::unknown || model.unigram_cost(standing) > rare) {
      evidence.scraps.emplace(printed);
      ++evidence.scraps_in_all;
      const language::Word& last = words[arcs[arc].from == 0 ? 0 : arcs[arc].from - 1];
      evidence.contexts.emplace(line.substr(last.begin, one.end - last.begin));
    }
    std::uint32_t begin = one.begin;
    if (begin > 1 && line[begin - 1] == ' ' && line[begin - 2] == ' ') --begin;
    std::string with(ligatures[pair].printed);
    with += printed;
    const auto offset = static_cast<std::uint32_t>(range.begin);
    found.edits.push_back({offset + begin, offset + one.end, std::move(with),
                           RepairKind::dropped_letter, confidence});
  }
}

}  // namespace

EditList find_lost_ligatures(std::string_view text) {
  const LanguageModel& model = LanguageModel::builtin();
  Pairs pairs = 0;
  for (std::size_t i = 0; i < std::size(ligatures); ++i) {
    const std::string_view pair = ligatures[i].printed;
    if (has_next_to_none(text, pair) && has_its_letters(text, pair)) pairs |= 1U << i;
  }
  if (pairs == 0) return {};
  const auto read = [&](float cost) {
    Found found;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      read_line(text, {begin, end}, pairs, cost, model, found);
      begin = end + 1;
    }
    return found;
  };
  const Found first = read(lost);
  for (std::size_t i = 0; i < std::size(ligatures); ++i) {
    if (!first.evidence[i].is_proof(first.other_scraps)) pairs &= ~(1U << i);
  }
  return pairs == 0 ? EditList{} : read(known_to_be_lost).edits;
}

}  // namespace vanban::repair_stage

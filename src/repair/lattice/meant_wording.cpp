#include "repair/lattice/meant_wording.hpp"

#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "language/letter_numbers.hpp"
#include "language/letters.hpp"
#include "language/words.hpp"

namespace vanban::repair_stage::lattice {
namespace {

using language::LanguageModel;
using language::Word;
using language::WordId;

constexpr int often = 5;            ///< changes of the same pair
constexpr float hardly_more = 2.0;  ///< nats that the other pair is likelier in all texts

/// The number of the only word of `text`, `unknown` where that is not all.
WordId only_word(std::string_view text, const LanguageModel& model) {
  language::WordScanner scanner(text);
  Word word;
  if (!scanner.next(word) || word.begin != 0 || word.end != text.size()) {
    return language::word_class::unknown;
  }
  return model.classify(word);
}

std::string bare_letters(std::string_view word) {
  std::string bare;
  for (std::size_t at = 0; at < word.size(); at += language::code_point_length(word[at])) {
    bare += language::bare_letter(language::letter_index(word.substr(at)));
  }
  return bare;
}

bool is_known(WordId id) {
  return id >= language::word_class::count;
}

constexpr std::size_t farthest = 24;  // bytes of a neighbour and its blank

WordId word_behind(std::string_view text, std::size_t end, const LanguageModel& model) {
  if (end >= text.size() || text[end] != ' ') return language::word_class::boundary;
  language::WordScanner scanner(text.substr(end + 1, farthest));
  Word word;
  if (!scanner.next(word) || word.begin != 0) return language::word_class::boundary;
  return model.classify(word);
}

WordId word_before(std::string_view text, std::size_t begin, const LanguageModel& model) {
  if (begin < 2 || text[begin - 1] != ' ') return language::word_class::boundary;
  const std::size_t blank = text.substr(0, begin - 1).find_last_of(" \n");
  const std::size_t from = blank == std::string_view::npos ? 0 : blank + 1;
  if (begin - 1 - from > farthest) return language::word_class::boundary;
  return only_word(text.substr(from, begin - 1 - from), model);
}

/// Scanners lose marks again and again, as in the texts that the model has learnt ("thâm định");
/// one letter they seldom take for another each time.
bool have_other_letters(WordId printed, WordId meant, const LanguageModel& model) {
  return bare_letters(model.spelling(printed)) != bare_letters(model.spelling(meant));
}

/// Nats of both words in all texts.
float cost_of(WordId first, WordId second, const LanguageModel& model) {
  const std::uint32_t pair = model.find_pair(model.locate_pair(first, second));
  return model.unigram_cost(first) + model.cost_of_pair(first, second, pair);
}

bool is_usual(WordId first, WordId second, const LanguageModel& model) {
  return is_known(first) && is_known(second) &&
         model.find_pair(model.locate_pair(first, second)) != language::Context::no_bigram;
}

/// Two words side by side, and how often one pair is made another.
using Pair = std::pair<WordId, WordId>;
using Changes = std::map<std::pair<Pair, Pair>, int>;

/// Which of `asked` the text has. One walk.
std::set<Pair> pairs_in(std::string_view text, const std::set<Pair>& asked,
                        const LanguageModel& model) {
  std::set<Pair> found;
  if (asked.empty()) return found;
  language::WordScanner scanner(text);
  WordId last = language::word_class::boundary;
  for (Word word; scanner.next(word);) {
    const WordId id = model.classify(word);
    if (const Pair pair{last, id}; asked.contains(pair)) found.insert(pair);
    last = id;
  }
  return found;
}

/// Takes out of `changes` what is not often enough, rarer in all texts than what it is made, or
/// what a document misprints that has the other, too.
void keep_meant(std::string_view text, const LanguageModel& model, Changes& changes) {
  std::erase_if(changes, [&](const auto& one) {
    const auto& [printed, meant] = one.first;
    return one.second < often || cost_of(printed.first, printed.second, model) >
                                     cost_of(meant.first, meant.second, model) + hardly_more;
  });
  std::set<Pair> asked;
  for (const auto& one : changes) asked.insert(one.first.second);
  const std::set<Pair> there = pairs_in(text, asked, model);
  std::erase_if(changes, [&](const auto& one) { return there.contains(one.first.second); });
}

}  // namespace

void drop_meant_wording(std::string_view text, const LanguageModel& model, EditList& edits) {
  std::vector<std::array<std::pair<Pair, Pair>, 2>> made(edits.size());  // with the next, previous
  Changes changes;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    const Edit& edit = edits[i];
    if (edit.kind != RepairKind::ocr) continue;
    const WordId printed = only_word(text.substr(edit.begin, edit.end - edit.begin), model);
    const WordId meant = only_word(edit.replacement, model);
    if (!is_known(printed) || !is_known(meant) || !have_other_letters(printed, meant, model)) {
      continue;
    }
    if (i + 1 == edits.size() || edit.end + 1 < edits[i + 1].begin) {
      const WordId next = word_behind(text, edit.end, model);
      made[i][0] = {{printed, next}, {meant, next}};
    }
    if (i == 0 || edits[i - 1].end + 1 < edit.begin) {
      const WordId previous = word_before(text, edit.begin, model);
      made[i][1] = {{previous, printed}, {previous, meant}};
    }
    for (const auto& one : made[i]) {
      if (is_usual(one.first.first, one.first.second, model)) ++changes[one];
    }
  }
  keep_meant(text, model, changes);
  if (changes.empty()) return;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    if (changes.contains(made[i][0]) || changes.contains(made[i][1])) continue;
    if (kept != i) edits[kept] = std::move(edits[i]);
    ++kept;
  }
  edits.resize(kept);
}

}  // namespace vanban::repair_stage::lattice

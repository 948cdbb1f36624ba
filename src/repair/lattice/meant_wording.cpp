#include "repair/lattice/meant_wording.hpp"

#include <map>
#include <string>
#include <tuple>
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

/// What is changed, and the word before or behind it, which is not.
struct Change {
  WordId printed = language::word_class::unknown;
  WordId meant = language::word_class::unknown;
  WordId previous = language::word_class::boundary;
  WordId next = language::word_class::boundary;
};

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
bool has_other_letters(const Change& change, const LanguageModel& model) {
  return bare_letters(model.spelling(change.printed)) != bare_letters(model.spelling(change.meant));
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

}  // namespace

void drop_meant_wording(std::string_view text, const LanguageModel& model, EditList& edits) {
  std::vector<Change> changes(edits.size());
  std::map<std::tuple<WordId, WordId, WordId>, int> with_next;
  std::map<std::tuple<WordId, WordId, WordId>, int> with_previous;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    const Edit& edit = edits[i];
    if (edit.kind != RepairKind::ocr) continue;
    Change& change = changes[i];
    change.printed = only_word(text.substr(edit.begin, edit.end - edit.begin), model);
    change.meant = only_word(edit.replacement, model);
    if (!is_known(change.printed) || !is_known(change.meant)) continue;
    if (!has_other_letters(change, model)) continue;
    const bool free_before = i == 0 || edits[i - 1].end + 1 < edit.begin;
    const bool free_behind = i + 1 == edits.size() || edit.end + 1 < edits[i + 1].begin;
    if (free_behind) change.next = word_behind(text, edit.end, model);
    if (free_before) change.previous = word_before(text, edit.begin, model);
    if (is_usual(change.printed, change.next, model)) {
      ++with_next[{change.printed, change.meant, change.next}];
    }
    if (is_usual(change.previous, change.printed, model)) {
      ++with_previous[{change.printed, change.meant, change.previous}];
    }
  }
  // A document that has the other pair as well misprints this one.
  std::string folded;
  const auto has = [&](WordId first, WordId second) {
    if (folded.empty()) folded = language::fold(text);
    const std::string pair =
        std::string(model.spelling(first)) + " " + std::string(model.spelling(second));
    return folded.find(pair) != std::string::npos;
  };
  for (auto& [key, count] : with_next) {
    const auto& [printed, meant, next] = key;
    const bool is_meant =
        count >= often &&
        cost_of(printed, next, model) <= cost_of(meant, next, model) + hardly_more &&
        !has(meant, next);
    if (!is_meant) count = 0;
  }
  for (auto& [key, count] : with_previous) {
    const auto& [printed, meant, previous] = key;
    const bool is_meant =
        count >= often &&
        cost_of(previous, printed, model) <= cost_of(previous, meant, model) + hardly_more &&
        !has(previous, meant);
    if (!is_meant) count = 0;
  }
  const auto counts = [](const auto& pairs, const auto& key) {
    const auto found = pairs.find(key);
    return found != pairs.end() && found->second > 0;
  };
  const auto is_meant = [&](const Change& change) {
    return counts(with_next, std::tuple(change.printed, change.meant, change.next)) ||
           counts(with_previous, std::tuple(change.printed, change.meant, change.previous));
  };
  std::size_t kept = 0;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    if (is_meant(changes[i])) continue;
    if (kept != i) edits[kept] = std::move(edits[i]);
    ++kept;
  }
  edits.resize(kept);
}

}  // namespace vanban::repair_stage::lattice

#include "repair/lattice/candidates.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "language/letter_numbers.hpp"
#include "language/letters.hpp"

namespace vanban::repair_stage::lattice {
namespace {

using language::WordKey;
namespace format = language::format;

constexpr std::size_t most_same = 40;
constexpr std::size_t most_one = 40;
constexpr std::size_t most_two = 60;

/// The letters of a word with holes before letters `a` and `b` (a <= b; both may be the end), and
/// which letters of the result they are.
struct Pattern {
  std::string text;
  std::uint16_t holes = 0;
};

Pattern with_holes(std::string_view word, std::size_t a, std::size_t b) {
  Pattern pattern;
  std::size_t letter = 0;
  std::size_t position = 0;
  const auto hole = [&] {
    pattern.text += format::hole;
    pattern.holes = static_cast<std::uint16_t>(pattern.holes | (1U << position++));
  };
  for (std::size_t at = 0;; ++letter) {
    if (letter == a) hole();
    if (letter == b) hole();
    if (at >= word.size()) break;
    const std::size_t length = language::code_point_length(word[at]);
    pattern.text += word.substr(at, length);
    at += length;
    ++position;
  }
  return pattern;
}

std::size_t count_letters(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); at += language::code_point_length(word[at])) ++letters;
  return letters;
}

constexpr std::size_t no_hole = static_cast<std::size_t>(-1);

}  // namespace

Candidates::Candidates(const language::LanguageModel& model)
    : model_(model), two_placements_(model.size()) {
  for (std::size_t i = model.size(); i < model.spellings(); ++i) {
    two_placements_[model.word_of(static_cast<std::uint16_t>(i))] = true;
  }
}

void Candidates::settle(std::vector<Candidate>& found, std::size_t most) const {
  const auto cost = [this](const Candidate& one) {
    return model_.unigram_cost(model_.word_of(one.spelling));
  };
  std::ranges::stable_sort(found, {}, [](const Candidate& one) { return one.spelling; });
  const auto same = [](const Candidate& a, const Candidate& b) { return a.spelling == b.spelling; };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  if (found.size() <= most) return;
  std::ranges::stable_sort(found, {}, cost);
  found.resize(most);
}

std::span<const Candidate> Candidates::same_letters(const WordKey& key) {
  const auto [place, fresh] = same_.try_emplace(key);
  std::vector<Candidate>& found = place->second;
  if (!fresh || key.too_long || key.size == 0) return found;
  const language::KeyText text = language::key_text(key);
  const std::string_view word = text.view();
  const std::string bare = language::without_marks(word);
  if (bare.empty()) return found;
  for (const std::uint16_t spelling : model_.completions(format::bare_mark + bare)) {
    if (model_.text_of(spelling) != word) found.push_back({spelling, 0});
  }
  settle(found, most_same);
  return found;
}

std::span<const Candidate> Candidates::one_letter_more(const WordKey& key) {
  const auto [place, fresh] = one_.try_emplace(key);
  std::vector<Candidate>& found = place->second;
  if (!fresh || key.too_long || key.size == 0) return found;
  const language::KeyText text = language::key_text(key);
  const std::string_view word = text.view();
  const std::size_t letters = count_letters(word);
  if (letters >= format::max_pattern_letters) return found;
  for (std::size_t a = 0; a <= letters; ++a) {
    const Pattern pattern = with_holes(word, a, no_hole);
    for (const std::uint16_t spelling : model_.completions(pattern.text)) {
      found.push_back({spelling, pattern.holes});
    }
  }
  settle(found, most_one);
  return found;
}

std::span<const Candidate> Candidates::two_letters_more(const WordKey& key) {
  const auto [place, fresh] = two_.try_emplace(key);
  std::vector<Candidate>& found = place->second;
  if (!fresh || key.too_long || key.size == 0) return found;
  const language::KeyText text = language::key_text(key);
  const std::string_view word = text.view();
  const std::size_t letters = count_letters(word);
  if (letters + 2 > format::max_pattern_letters) return found;
  for (std::size_t a = 0; a <= letters; ++a) {
    for (std::size_t b = a; b <= letters; ++b) {
      const Pattern pattern = with_holes(word, a, b);
      for (const std::uint16_t spelling : model_.completions(pattern.text)) {
        found.push_back({spelling, pattern.holes});
      }
    }
  }
  settle(found, most_two);
  return found;
}

}  // namespace vanban::repair_stage::lattice

#include "repair/font_map/spelled.hpp"

#include <algorithm>

#include "language/letter_numbers.hpp"
#include "language/letters.hpp"
#include "repair/code_points.hpp"

namespace vanban::repair_stage::font_map {
namespace {

constexpr std::uint8_t too_long = longest_spelled + 1;

/// A size of 0 or `too_long` where it is no word of Vietnamese letters.
SpelledWord spell(std::string_view spelling) {
  SpelledWord word;
  for (std::size_t at = 0; at < spelling.size();) {
    const CodePoint point = code_point_at(spelling, at);
    at += point.length;
    const Spelled letter = spelled_of(point.value);
    if (letter == no_spelled || word.size == longest_spelled) {
      word.size = too_long;
      return word;
    }
    word.letters[word.size++] = letter;
  }
  return word;
}

}  // namespace

Spelled spelled_of(char32_t value) {
  if (value >= 'A' && value <= 'Z') return raised(static_cast<Spelled>(value - 'A'));
  const std::size_t small = spelled_letters.find(value);
  if (small != std::u32string_view::npos) return static_cast<Spelled>(small);
  std::string printed;
  append_code_point(printed, value);
  const char32_t folded = code_point_at(language::fold(printed), 0).value;
  const std::size_t capital = spelled_letters.find(folded);
  return capital == std::u32string_view::npos ? no_spelled : raised(static_cast<Spelled>(capital));
}

void append_spelled(Spelled letter, std::string& text) {
  std::string small;
  append_code_point(small, spelled_letters[lowered(letter)]);
  if (!is_raised(letter)) {
    text += small;
  } else {
    language::append_letter(language::capital_of(language::letter_index(small)), text);
  }
}

SpelledWords::SpelledWords(const language::LanguageModel& model)
    : with_((longest_spelled + 1) * longest_spelled * spelled_count) {
  for (std::size_t i = 0; i < model.spellings(); ++i) {
    const auto spelling = static_cast<std::uint16_t>(i);
    SpelledWord word = spell(model.text_of(spelling));
    word.word = model.word_of(spelling);
    if (word.word < language::word_class::count || word.size == 0 || word.size == too_long)
      continue;
    word.cost = model.unigram_cost(word.word);
    words_.push_back(word);
  }
  std::ranges::stable_sort(words_, {}, &SpelledWord::cost);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const SpelledWord& word = words_[i];
    const auto number = static_cast<std::uint16_t>(i);
    of_size_[word.size].push_back(number);
    for (std::size_t k = 0; k < word.size; ++k) {
      with_[place(word.size, k, word.letters[k])].push_back(number);
    }
  }
}

const std::vector<std::uint16_t>& SpelledWords::near(
    std::basic_string_view<Spelled> letters) const {
  if (letters.empty() || letters.size() > longest_spelled) return none_;
  const Numbers* fewest = &of_size_[letters.size()];
  for (std::size_t k = 0; k < letters.size(); ++k) {
    if (letters[k] == no_spelled) continue;
    const Numbers& here = with_[place(letters.size(), k, lowered(letters[k]))];
    if (here.size() < fewest->size()) fewest = &here;
  }
  return *fewest;
}

}  // namespace vanban::repair_stage::font_map

#include "repair/font_map/skeletons.hpp"

#include "language/letter_numbers.hpp"
#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "repair/code_points.hpp"

namespace vanban::repair_stage::font_map {
namespace {

/// The skeleton of a word and what fills it; no hole, or too many: an empty skeleton.
std::string take_apart(std::string_view spelling, Filling& filling) {
  std::string skeleton;
  std::size_t holes = 0;
  for (std::size_t at = 0; at < spelling.size();) {
    const CodePoint point = code_point_at(spelling, at);
    at += point.length;
    if (point.value >= 'a' && point.value <= 'z') {
      skeleton += static_cast<char>(point.value);
      continue;
    }
    const Letter letter = letter_of(point.value);
    if (letter == no_letter || holes == most_codes) return {};
    filling.letters[holes++] = letter;
    skeleton += hole;
  }
  return holes > 0 ? skeleton : std::string();
}

}  // namespace

char32_t code_point_of(Letter letter) {
  if (!is_capital(letter)) return small_letters[letter];
  std::string small;
  append_code_point(small, small_letters[letter - small_letters.size()]);
  std::string capital;
  language::append_letter(language::capital_of(language::letter_index(small)), capital);
  return code_point_at(capital, 0).value;
}

Letter letter_of(char32_t value) {
  const std::size_t small = small_letters.find(value);
  if (small != std::u32string_view::npos) return static_cast<Letter>(small);
  std::string printed;
  append_code_point(printed, value);
  const std::size_t capital = small_letters.find(code_point_at(language::fold(printed), 0).value);
  return capital == std::u32string_view::npos ? no_letter
                                              : capital_of(static_cast<Letter>(capital));
}

Skeletons::Skeletons(const language::LanguageModel& model) {
  const auto add = [this](std::string_view spelling, language::WordId word) {
    Filling filling;
    filling.word = word;
    const std::string skeleton = take_apart(spelling, filling);
    if (!skeleton.empty()) fillings_[skeleton].push_back(filling);
  };
  for (std::size_t i = 0; i < model.spellings(); ++i) {
    const auto number = static_cast<std::uint16_t>(i);
    const language::WordId word = model.word_of(number);
    if (word < language::word_class::count) continue;
    const std::string_view spelling = model.text_of(number);
    add(spelling, word);
    // The model has each word in one placement of its tone mark.
    const std::string other = language::other_placement(spelling);
    if (!other.empty()) add(other, word);
  }
}

const std::vector<Filling>& Skeletons::fillings(std::string_view skeleton) const {
  const auto found = fillings_.find(std::string(skeleton));
  return found == fillings_.end() ? none_ : found->second;
}

}  // namespace vanban::repair_stage::font_map

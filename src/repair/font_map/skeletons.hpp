#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/language_model.hpp"
#include "repair/font_map/coded_words.hpp"

/// Which words fit the letters without marks that are left of a word.
namespace vanban::repair_stage::font_map {

/// A letter with marks: its place in `small_letters`, and so much more for its capital.
using Letter = std::uint8_t;
inline constexpr std::u32string_view small_letters =
    U"àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
inline constexpr std::size_t letter_count = 2 * small_letters.size();
static_assert(small_letters.size() == 67);
inline constexpr Letter no_letter = 0xFF;

[[nodiscard]] constexpr Letter capital_of(Letter small) {
  return static_cast<Letter>(small + small_letters.size());
}
[[nodiscard]] constexpr bool is_capital(Letter letter) {
  return letter >= small_letters.size();
}

/// The letter as a code point.
[[nodiscard]] char32_t code_point_of(Letter letter);
/// The place of a code point, `no_letter` for what is no Vietnamese letter with marks.
[[nodiscard]] Letter letter_of(char32_t value);

/// A word that fits a skeleton.
struct Filling {
  std::array<Letter, most_codes> letters{};  ///< small ones, hole by hole
  language::WordId word = language::word_class::unknown;
};

/// The words of a model by their skeletons.
class Skeletons {
 public:
  explicit Skeletons(const language::LanguageModel& model);
  /// All words whose marked letters stand where `skeleton` has holes.
  [[nodiscard]] const std::vector<Filling>& fillings(std::string_view skeleton) const;

 private:
  std::unordered_map<std::string, std::vector<Filling>> fillings_;
  std::vector<Filling> none_;
};

}  // namespace vanban::repair_stage::font_map

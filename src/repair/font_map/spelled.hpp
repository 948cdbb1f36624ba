#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/language_model.hpp"

/// The words of a language model by the letters in their places.
namespace vanban::repair_stage::font_map {

/// A letter: its place in `spelled_letters`, and so much more for its capital.
using Spelled = std::uint8_t;
inline constexpr std::u32string_view spelled_letters =
    U"abcdefghijklmnopqrstuvwxyz"
    U"àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
inline constexpr std::size_t spelled_count = spelled_letters.size();
inline constexpr Spelled no_spelled = 0xFF;
static_assert(2 * spelled_count < no_spelled);

[[nodiscard]] constexpr Spelled raised(Spelled small) {
  return static_cast<Spelled>(small + spelled_count);
}
[[nodiscard]] constexpr bool is_raised(Spelled letter) {
  return letter >= spelled_count;
}
[[nodiscard]] constexpr Spelled lowered(Spelled letter) {
  return is_raised(letter) ? static_cast<Spelled>(letter - spelled_count) : letter;
}

/// Letter of a code point, `no_spelled` for what is none.
[[nodiscard]] Spelled spelled_of(char32_t value);
void append_spelled(Spelled letter, std::string& text);

inline constexpr std::size_t longest_spelled = 8;

/// A word of the model, in small letters.
struct SpelledWord {
  std::array<Spelled, longest_spelled> letters{};
  std::uint8_t size = 0;
  language::WordId word = language::word_class::unknown;
  float cost = 0;  ///< nats, without neighbours
};

class SpelledWords {
 public:
  explicit SpelledWords(const language::LanguageModel& model);

  /// Words of `letters.size()` letters that may have those of `letters` that are not `no_spelled`
  /// in their places: they have one of them. Frequent ones first.
  [[nodiscard]] const std::vector<std::uint16_t>& near(
      std::basic_string_view<Spelled> letters) const;
  [[nodiscard]] const SpelledWord& at(std::uint16_t number) const { return words_[number]; }

 private:
  using Numbers = std::vector<std::uint16_t>;
  static std::size_t place(std::size_t size, std::size_t at, Spelled letter) {
    return (size * longest_spelled + at) * spelled_count + letter;
  }
  std::vector<SpelledWord> words_;
  std::array<Numbers, longest_spelled + 1> of_size_;
  std::vector<Numbers> with_;
  Numbers none_;
};

}  // namespace vanban::repair_stage::font_map

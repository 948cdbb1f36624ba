#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "language/language_model.hpp"
#include "language/words.hpp"
#include "repair/encodings/encodings.hpp"

namespace vanban::repair_stage::encodings {

/// Whether the letters that may be capitals are to be, by the other letters of the word. The
/// letters of ASCII are what they are; a font of capitals draws the small code of any other as a
/// capital.
enum class Raise : std::uint8_t {
  none,
  all,
  like_neighbours,  ///< one capital letter and nothing else: "X·" is Xã or XÃ
  first_by_model    ///< "ñy" is ủy or Ủy
};
[[nodiscard]] Raise how_to_raise(std::string_view word, std::uint64_t either_case);

/// Makes the letters of `mask` beyond ASCII capitals.
void raise_letters(std::string& word, std::uint64_t mask);

/// The capitals of `printed` on `word`, which has as many letters, in lower case.
[[nodiscard]] std::string with_capitals(std::string word, const language::Word& printed);

/// Whether the words beside [begin, end) on its line are in capitals: the nearest that tell.
[[nodiscard]] bool has_capital_neighbours(std::string_view text, std::uint32_t begin,
                                          std::uint32_t end, Encoding encoding);

/// Whether the word at `at` of a wholly decoded text begins with a capital, by the words around it.
[[nodiscard]] bool is_capitalised(std::string_view decoded, std::size_t at,
                                  const language::LanguageModel& model);

}  // namespace vanban::repair_stage::encodings

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/language_model.hpp"

/// The words of a text some of whose letters may be codes of a font: code points that say nothing
/// of the letter.
namespace vanban::repair_stage::font_map {

/// Code points that fonts of a few hundred glyphs are read as, as far as they are printed.
inline constexpr char32_t first_code = 0xA1;
inline constexpr char32_t last_code = 0x17F;
inline constexpr std::size_t code_count = last_code - first_code + 1;
[[nodiscard]] constexpr bool is_code(char32_t value) {
  constexpr char32_t soft_hyphen = 0xAD;
  return value >= first_code && value <= last_code && value != soft_hyphen;
}

/// A code point, less `first_code`.
using Code = std::uint8_t;

/// No Vietnamese syllable has more marked letters: "được".
inline constexpr std::size_t most_codes = 3;
using Codes = std::array<Code, most_codes>;

/// How a word may be printed, as its ASCII letters show: a set of `Print`.
enum Print : std::uint8_t { lower = 1, title = 2, upper = 4 };

/// What words with the same characters have in common.
struct CodedType {
  std::string printed;
  std::string skeleton;  ///< in lower case, `hole` for each code
  Codes codes{};
  std::uint8_t holes = 0;
  std::uint8_t prints = 0;  ///< 0: printed as no word is, or of too many codes
  bool starts_with_code = false;
  std::uint32_t count = 0;
  std::array<float, 3> print_share{};  ///< of `lower`, `title`, `upper`, as its places suggest
};
inline constexpr char hole = '?';

/// A word of the text, coded or not.
struct CodedToken {
  static constexpr std::uint32_t no_type = 0xFFFFFFFF;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t type = no_type;                           ///< of a word with codes
  language::WordId word = language::word_class::unknown;  ///< of one without
  bool after_boundary = false;
  bool after_stop = false;
  bool after_newline = false;
  bool among_capitals = false;  ///< a neighbour is printed in capitals
};

struct CodedText {
  std::vector<CodedToken> tokens;
  std::vector<CodedType> types;
};

/// The first `most` words of `text`.
[[nodiscard]] CodedText read_coded_words(std::string_view text, std::size_t most,
                                         const language::LanguageModel& model);

}  // namespace vanban::repair_stage::font_map

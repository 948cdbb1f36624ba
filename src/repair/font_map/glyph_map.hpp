#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/language_model.hpp"

/// Glyph numbers of fonts, taken for code points, and what letters they are.
namespace vanban::repair_stage::font_map {

/// Whether a code point is one that no Vietnamese text has: a number between the letters of Latin-1
/// and the last Arabic letter, but no letter of Vietnamese.
[[nodiscard]] bool is_foreign(char32_t value);

/// The letter of glyph `number` in the standard order of TrueType fonts: ASCII lies 29 lower, the
/// accented letters of Mac Roman 30; 0 where it is none. In fonts `without_hard_blank`, what
/// follows that sign in Mac Roman lies one lower.
[[nodiscard]] char32_t standard_glyph(char32_t number, bool without_hard_blank = false);

/// The digit or sign that the picture of a control stands for, which a glyph number was read as; 0
/// of any other code point.
[[nodiscard]] char32_t sign_of_picture(char32_t value);

/// Whether a word is a single letter or digit, with signs at most: "Ω" and "β," of formulas.
[[nodiscard]] bool is_lone_sign(std::string_view word);

/// Whether letters of a word are capitals as in no word ("HộI"); what is no word counts.
[[nodiscard]] bool is_mixed_case(std::string_view word);

/// What the foreign code points of one font stand for.
struct GlyphMap {
  /// U+1EA0..U+1EF9 stand `block` lower, in their order; 0 where the font has another order.
  char32_t block = 0;
  /// Ỳ and ỳ stand elsewhere, as in fonts that had them before the rest of the block.
  bool without_y_grave = false;
  std::map<char32_t, char32_t> letters;  ///< the others: number -> letter

  /// The letter of a number, 0 where it is not known.
  [[nodiscard]] char32_t letter(char32_t number) const;
};

/// How the ASCII characters of a word are read.
enum class Ascii : std::uint8_t { kept, glyphs, glyphs_without_hard_blank };

/// `word` by the map; nothing where a foreign code point has no letter.
[[nodiscard]] std::optional<std::string> read_word(std::string_view word, const GlyphMap& map,
                                                   Ascii ascii);

/// The maps of the fonts of `text`, those with the most words first; empty where no order explains
/// its foreign code points.
[[nodiscard]] std::vector<GlyphMap> learn_maps(std::string_view text,
                                               const language::LanguageModel& model);

}  // namespace vanban::repair_stage::font_map

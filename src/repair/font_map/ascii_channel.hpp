#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "repair/font_map/ascii_text.hpp"
#include "repair/font_map/spelled.hpp"

/// How a font of a document shows its letters: as themselves, as a code of ASCII, or not at all.
namespace vanban::repair_stage::font_map {

inline constexpr std::size_t cased_letters = 2 * spelled_count;

/// How often each letter was seen as each code; place 0 is the letter itself, place 1 nothing.
class GlyphCounts {
 public:
  static constexpr std::size_t itself = 0;
  static constexpr std::size_t nothing = 1;
  static constexpr std::size_t places = 0x7F;
  using Row = std::array<float, places>;

  [[nodiscard]] static std::size_t place(Spelled letter, const Glyph& glyph) {
    return glyph.letter == letter ? itself : static_cast<std::size_t>(glyph.value);
  }
  [[nodiscard]] Row& of(Spelled letter) { return rows_[letter]; }
  [[nodiscard]] const Row& of(Spelled letter) const { return rows_[letter]; }
  /// Signs that were seen to be themselves beside a word.
  [[nodiscard]] float& edge(char32_t sign) { return edges_[sign]; }
  [[nodiscard]] float edge(char32_t sign) const { return edges_[sign]; }

 private:
  std::array<Row, cased_letters> rows_{};
  Row edges_{};
};

/// Nats of each way to show a letter.
class AsciiChannel {
 public:
  /// Of a font of which nothing is known.
  AsciiChannel();
  /// `lost`: a letter that may be gone.
  void learn(const GlyphCounts& counts, Spelled lost = no_spelled);
  [[nodiscard]] float cost(Spelled letter, const Glyph& glyph) const {
    if (glyph.letter == letter) return costs_.of(letter)[GlyphCounts::itself];
    if (!glyph.may_be_code()) return impossible;
    return costs_.of(letter)[glyph.value];
  }
  [[nodiscard]] float cost_of_loss(Spelled letter) const {
    return costs_.of(letter)[GlyphCounts::nothing];
  }
  /// Of a sign that is itself beside a word.
  [[nodiscard]] float cost_of_edge(const Glyph& glyph, bool behind) const;
  [[nodiscard]] Spelled lost() const { return lost_; }
  static constexpr float impossible = 1000;
  /// Makes `code` any letter.
  void open(std::uint8_t code);

 private:
  /// A code that stands for one of the letters of a case, which begin with `first`, hardly stands
  /// for the others.
  void add_rivalry(const GlyphCounts& counts, std::size_t first);

  GlyphCounts costs_;  ///< nats
  Spelled lost_ = no_spelled;
};

enum class LetterPrint : std::uint8_t { lower, title, upper };

/// A word, with what stands before and behind it in its token.
struct TokenReading {
  std::uint16_t number = 0;  ///< in SpelledWords
  std::uint8_t before = 0;   ///< signs that are themselves
  std::uint8_t behind = 0;
  LetterPrint print = LetterPrint::lower;
  std::uint8_t lost_at = longest_spelled;  ///< the letter that is gone, if below
  float cost = 0;                          ///< nats, that of the word included
  float cost_but_letters = 0;              ///< without those of how its letters are shown
  float cost_of_print = 0;                 ///< of them, those of its case

  [[nodiscard]] Spelled letter(std::size_t k, const SpelledWord& word) const {
    const bool capital = print == LetterPrint::upper || (print == LetterPrint::title && k == 0);
    return capital ? raised(word.letters[k]) : word.letters[k];
  }
  /// Calls `visit(glyph, behind)` for the signs before and behind the word.
  template <class Visit>
  void for_each_edge(const TokenType& type, Visit&& visit) const {
    for (std::size_t k = 0; k < before; ++k) visit(type.glyphs[k], false);
    for (std::size_t k = 0; k < behind; ++k) visit(type.glyphs[type.size - 1U - k], true);
  }
  /// Calls `visit(letter, glyph)`; a null glyph where the letter is gone.
  template <class Visit>
  void for_each_letter(const TokenType& type, const SpelledWord& word, Visit&& visit) const {
    std::size_t at = before;
    for (std::size_t k = 0; k < word.size; ++k) {
      const bool gone = k == lost_at;
      visit(letter(k, word), gone ? nullptr : &type.glyphs[at]);
      if (!gone) ++at;
    }
  }
};

/// A token that is what it seems.
struct AsItStands {
  language::WordId word = language::word_class::unknown;
  float cost = 0;   ///< nats, by itself
  float extra = 0;  ///< beyond those of its word, where it stands
};
[[nodiscard]] AsItStands as_it_stands(const TokenType& type);
/// Whether it is as the numbers of lists are: "1.", "a)", "**II.".
[[nodiscard]] bool is_list_number(const TokenType& type);

/// The likeliest readings of `type`, best first, none of which is far worse than what stands there.
[[nodiscard]] std::vector<TokenReading> readings_of(const TokenType& type,
                                                    const AsciiChannel& channel,
                                                    const SpelledWords& words, std::size_t most);

/// Words that have the letters of `reading` where these are themselves.
[[nodiscard]] std::size_t count_alike(const TokenType& type, const TokenReading& reading,
                                      const SpelledWords& words);

}  // namespace vanban::repair_stage::font_map

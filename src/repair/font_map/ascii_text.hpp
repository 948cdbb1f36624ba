#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "repair/font_map/spelled.hpp"

/// What stands between the blanks of a text, for fonts whose glyphs were read as ASCII: any of its
/// signs, digits and capitals may be itself, or the code of a letter.
namespace vanban::repair_stage::font_map {

/// A character of a token: a letter, which may be itself, or a sign.
struct Glyph {
  char32_t value = 0;
  Spelled letter = no_spelled;  ///< which it is by itself
  [[nodiscard]] bool is_digit() const { return value >= '0' && value <= '9'; }
  [[nodiscard]] bool may_be_code() const { return value < 0x7F && (value < 'a' || value > 'z'); }
  [[nodiscard]] bool is_sign() const { return letter == no_spelled; }
  /// A letter that no code is taken for.
  [[nodiscard]] bool is_sure_letter() const { return !is_sign() && !may_be_code(); }
  [[nodiscard]] bool is_capital() const { return !is_sign() && is_raised(letter); }
  friend bool operator==(const Glyph&, const Glyph&) = default;
};

inline constexpr std::size_t longest_token = 14;

/// What tokens with the same characters have in common.
struct TokenType {
  std::string printed;
  std::array<Glyph, longest_token> glyphs{};
  std::uint8_t size = 0;  ///< 0: too long
  bool is_odd = false;    ///< as no sound text has it: a sign or digit between letters
  std::uint32_t count = 0;
  std::uint32_t in_capitals = 0;  ///< of its tokens, those in a line of capitals
};

struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t type = 0;
  std::uint32_t line = 0;
  bool in_capitals = false;  ///< its line is
  bool begins_line = false;
};

struct TokenText {
  std::vector<Token> tokens;
  std::vector<TokenType> types;
  std::uint32_t lines = 0;
};

[[nodiscard]] TokenType make_token_type(std::string_view printed);

/// The first `most` tokens of `text`, up to the end of their line.
[[nodiscard]] TokenText read_tokens(std::string_view text, std::size_t most);

}  // namespace vanban::repair_stage::font_map

#pragma once

#include <string_view>
#include <vector>

#include "vanban/span.hpp"

namespace vanban {

/// What a token is. A Vietnamese word may have several syllables; tokens do not join them.
enum class TokenKind : unsigned char {
  syllable,      ///< Vietnamese syllable or any other run of letters: "phòng", "Online"
  number,        ///< 5.000 | 42,8 | 7,5 - 8 | 100% without its sign | 1/2
  date,          ///< 21/10/2019 | 6/2021 | 28/01/1941-28/01/2021
  symbol,        ///< number and symbol of a document: 26-CT/TU, 91/2017/NĐ-CP, /KH-UBND
  abbreviation,  ///< KH&CN, UBND, TĐKTTW
  marker,        ///< numbering or bullet at the start of a line: I. | 2.1. | a) | - | +
  punctuation,   ///< one sign: , ; : . " ( % /
  url,           ///< http://..., www. ...
  email
};

/// "syllable", "number", ...
[[nodiscard]] std::string_view to_string(TokenKind kind) noexcept;

struct Token {
  TokenKind kind = TokenKind::syllable;
  TextSpan span;
  friend bool operator==(const Token&, const Token&) = default;
};

/// The tokens of `text` (UTF-8, repaired) in order; blanks lie between them. Linear time.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text);

}  // namespace vanban

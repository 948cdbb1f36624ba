#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vanban::tokens {

/// How far the number and symbol of a document reaches, and what it has.
struct SymbolMatch {
  std::size_t end = 0;
  std::size_t head_end = 0;  ///< of the ordinal: "12" of "12/KH-UBND"; `at` itself where blank
  bool has_group = false;    ///< letters follow the ordinal: not a bare "12"
};

enum class SymbolBlanks : unsigned char {
  none,   ///< as the norm has it: 12/KH-UBND
  inside  ///< as authors and OCR have it: 60 /KH-KHCN, 57- NQ/TW, 12 BC/TWH
};

/// The number and symbol that begins at `at`: 26-CT/TU, 91/2017/NĐ-CP, 66.2/2025/NQ-CP, 30c/NQ-CP,
/// /KH-UBND where the number is left blank. Null where neither a digit nor such a slash stands.
[[nodiscard]] std::optional<SymbolMatch> match_symbol(std::string_view text, std::size_t at,
                                                      SymbolBlanks blanks = SymbolBlanks::none);

/// Without its blanks: "57- NQ/TW" -> "57-NQ/TW".
[[nodiscard]] std::string without_blanks(std::string_view printed);

/// A letter that may stand in a symbol: no tone mark. Letters with a mark of quality (Đ, Ư) may.
[[nodiscard]] bool is_symbol_letter(std::string_view text, std::size_t at);

}  // namespace vanban::tokens

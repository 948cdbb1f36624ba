// number := ordinal (sep group)*     ordinal := digits ("." digits)* letter?
// sep := "/" | "-"                   group := (capital | digit) (letter | digit | "&" | ".")*
// Norm: Nghị định 30/2020/NĐ-CP, Annex I; party papers put "-" behind the ordinal.
#include "tokens/symbol.hpp"

#include <algorithm>

#include "tokens/document_types.hpp"
#include "tokens/fold.hpp"

namespace vanban::tokens {
namespace {

constexpr std::size_t most_ordinal_digits = 6;
// Bounds that no real symbol reaches, so that a long run of "1-1-1-..." costs linear time.
constexpr std::size_t most_groups = 8;
constexpr int most_points = 2;  // 66.2/2025/NQ-CP
constexpr std::size_t most_group_bytes = 40;

/// End of the group at `at`; `at` where none stands. A toned letter means that it is a word.
std::size_t group_end(std::string_view text, std::size_t at) {
  if (!is_digit(text, at) && !(is_symbol_letter(text, at) && is_capital(text, at))) return at;
  std::size_t end = at;
  while (end < text.size()) {
    if (end - at > most_group_bytes) return at;
    if (is_digit(text, end)) {
      ++end;
      continue;
    }
    if (const std::size_t length = letter_at(text, end)) {
      if (!is_symbol_letter(text, end)) return at;
      end += length;
      continue;
    }
    const bool joins = has_byte(text, end, '&') || has_byte(text, end, '.');
    if (!joins || !is_capital(text, end + 1) || !is_symbol_letter(text, end + 1)) break;
    ++end;
  }
  return end;
}

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (letter_at(text, at) != 0) return true;
  }
  return false;
}

/// Two capitals or more begin at `at` and no word in small letters.
bool is_acronym(std::string_view text, std::size_t at) {
  const std::size_t second = at + letter_at(text, at);
  return second > at && is_capital(text, at) && is_capital(text, second) &&
         group_end(text, at) > second;
}

/// "20NQ/TW": the hyphen behind the ordinal was lost. The end of the code of a type that a slash
/// and who issued it follow, in capitals; `at` where none stands, as in "2TB/năm", "20L/người".
std::size_t glued_code_end(std::string_view text, std::size_t at) {
  const std::size_t end = is_capital(text, at) ? group_end(text, at) : at;
  if (end == at || !has_byte(text, end, '/') || !is_acronym(text, end + 1)) return at;
  const std::string_view code = text.substr(at, end - at);
  const bool known = std::ranges::any_of(
      document_types.rows(), [&](const DocumentTypeRow& row) { return row.code == code; });
  return known ? end : at;
}

/// Where the next group begins behind a separator at `at`, npos where none does.
std::size_t next_group(std::string_view text, std::size_t at, int letter_groups,
                       SymbolBlanks blanks) {
  std::size_t sign = at;
  if (blanks == SymbolBlanks::inside) sign = skip_blanks(text, at);
  const bool slash = has_byte(text, sign, '/');
  if (!slash && dash_at(text, sign) == 0) return npos;
  const std::size_t behind = sign + (slash ? 1 : dash_at(text, sign));
  std::size_t group = behind;
  if (blanks == SymbolBlanks::inside) group = skip_blanks(text, behind);
  if (slash || sign == at || group == behind || letter_groups == 0) return group;
  // " - " is a dash of the sentence, but not behind the type alone: "131/2021/NĐ - CP".
  const std::size_t end = word_end(text, group);
  const bool agency = end > group + 1 && is_capital(text, group) &&
                      is_capital(text, group + letter_at(text, group));
  return letter_groups == 1 && agency ? group : npos;
}

/// `symbol` with the groups that follow it.
SymbolMatch with_groups(std::string_view text, SymbolMatch symbol, SymbolBlanks blanks) {
  int letter_groups = symbol.has_group ? 1 : 0;
  for (std::size_t i = 0; i < most_groups; ++i) {
    const std::size_t group = next_group(text, symbol.end, letter_groups, blanks);
    if (group == npos) break;
    const std::size_t behind = group_end(text, group);
    if (behind == group) break;
    if (has_letter(text.substr(group, behind - group))) {
      symbol.has_group = true;
      ++letter_groups;
    }
    symbol.end = behind;
  }
  return symbol;
}

}  // namespace

bool is_symbol_letter(std::string_view text, std::size_t at) {
  const std::size_t length = letter_at(text, at);
  if (length == 1) return true;
  if (length != 2) return false;
  std::array<char, 4> small{};
  language::fold_letter(text.data() + at, length, small.data());
  const std::string_view letter(small.data(), 2);
  for (const std::string_view plain : {"đ", "ư", "ơ", "ô", "â", "ă", "ê"}) {
    if (letter == plain) return true;
  }
  return false;
}

std::optional<SymbolMatch> match_symbol(std::string_view text, std::size_t at,
                                        SymbolBlanks blanks) {
  SymbolMatch symbol;
  std::size_t end = at;
  while (is_digit(text, end)) ++end;
  if (end - at > most_ordinal_digits) return std::nullopt;
  if (end == at && !has_byte(text, at, '/')) return std::nullopt;
  for (int points = 0; end > at && has_byte(text, end, '.') && is_digit(text, end + 1); ++points) {
    if (points == most_points) return std::nullopt;
    ++end;
    while (is_digit(text, end)) ++end;
  }
  // 30c/NQ-CP, 03a/...
  const std::size_t letter = letter_at(text, end);
  if (letter != 0) {
    const std::size_t glued = end > at ? glued_code_end(text, end) : end;
    if (glued != end) {
      symbol.head_end = end;
      symbol.end = glued;
      symbol.has_group = true;
      return with_groups(text, symbol, blanks);
    }
    const bool suffix = end > at && is_symbol_letter(text, end) && !is_capital(text, end) &&
                        (has_byte(text, end + letter, '/') || has_byte(text, end + letter, '-'));
    if (!suffix) return std::nullopt;
    end += letter;
  }
  symbol.head_end = symbol.end = end;
  // "12 BC/TWH": a blank in the separator's place, told by the slash behind the first group.
  if (blanks == SymbolBlanks::inside && end > at && blank_at(text, end) != 0) {
    const std::size_t group = skip_blanks(text, end);
    const std::size_t behind = is_capital(text, group) ? group_end(text, group) : group;
    if (behind > group && has_byte(text, behind, '/')) {
      symbol.end = behind;
      symbol.has_group = true;
    }
  }
  symbol = with_groups(text, symbol, blanks);
  if (symbol.head_end == at && !symbol.has_group) return std::nullopt;
  return symbol;
}

std::string without_blanks(std::string_view printed) {
  std::string text;
  text.reserve(printed.size());
  for (std::size_t at = 0; at < printed.size();) {
    const std::size_t blank = blank_at(printed, at);
    if (blank == 0) text += printed[at];
    at += blank == 0 ? 1 : blank;
  }
  return text;
}

}  // namespace vanban::tokens

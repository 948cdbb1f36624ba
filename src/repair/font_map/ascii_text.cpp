#include "repair/font_map/ascii_text.hpp"

#include <algorithm>
#include <unordered_map>

#include "repair/code_points.hpp"

namespace vanban::repair_stage::font_map {
namespace {

constexpr bool is_blank(char32_t value) {
  constexpr char32_t hard_blank = 0xA0;
  return value <= ' ' || value == 0x7F || value == hard_blank;
}

/// Signs that stand between the letters of sound words.
constexpr std::string_view joints = "-/._'&@";

/// Whether the letters of the tokens from `first` on, which are a line, are capitals.
void tell_capitals(TokenText& text, std::size_t first) {
  auto& tokens = text.tokens;
  std::size_t capitals = 0;
  std::size_t small = 0;
  for (std::size_t i = first; i < tokens.size(); ++i) {
    const TokenType& type = text.types[tokens[i].type];
    for (std::size_t k = 0; k < type.size; ++k) {
      const Spelled letter = type.glyphs[k].letter;
      if (letter != no_spelled) ++(is_raised(letter) ? capitals : small);
    }
  }
  constexpr std::size_t share = 5;
  for (std::size_t i = first; i < tokens.size(); ++i) {
    tokens[i].in_capitals = capitals > 1 && small * share <= capitals;
    if (tokens[i].in_capitals) ++text.types[tokens[i].type].in_capitals;
  }
}

}  // namespace

TokenType make_token_type(std::string_view printed) {
  TokenType type;
  type.printed = printed;
  std::size_t size = 0;
  for (std::size_t at = 0; at < printed.size();) {
    const CodePoint point = code_point_at(printed, at);
    at += point.length;
    if (size == longest_token) return type;
    type.glyphs[size++] = {point.value, spelled_of(point.value)};
  }
  type.size = static_cast<std::uint8_t>(size);
  for (std::size_t k = 1; k < size; ++k) {
    const Glyph& before = type.glyphs[k - 1];
    const Glyph& glyph = type.glyphs[k];
    if (!before.is_sure_letter() || !glyph.may_be_code()) continue;
    const bool capital_in_word = glyph.is_capital() && !before.is_capital();
    const bool sign_in_word = glyph.is_sign() && k + 1 < size &&
                              type.glyphs[k + 1].is_sure_letter() &&
                              joints.find(static_cast<char>(glyph.value)) == std::string_view::npos;
    type.is_odd = type.is_odd || capital_in_word || sign_in_word;
  }
  return type;
}

TokenText read_tokens(std::string_view text, std::size_t most) {
  TokenText out;
  std::unordered_map<std::string_view, std::uint32_t> known;
  std::size_t first_of_line = 0;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint point = code_point_at(text, at);
    if (is_blank(point.value)) {
      at += point.length;
      if (point.value != '\n') continue;
      tell_capitals(out, first_of_line);
      if (out.tokens.size() > first_of_line) ++out.lines;
      first_of_line = out.tokens.size();
      if (out.tokens.size() >= most) break;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && !is_blank(point.value)) {
      at += point.length;
      point = code_point_at(text, at);
    }
    const std::string_view printed = text.substr(begin, at - begin);
    const auto [place, is_new] =
        known.try_emplace(printed, static_cast<std::uint32_t>(out.types.size()));
    if (is_new) out.types.push_back(make_token_type(printed));
    ++out.types[place->second].count;
    out.tokens.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at),
                          place->second, out.lines, false, out.tokens.size() == first_of_line});
  }
  tell_capitals(out, first_of_line);
  if (out.tokens.size() > first_of_line) ++out.lines;
  return out;
}

}  // namespace vanban::repair_stage::font_map

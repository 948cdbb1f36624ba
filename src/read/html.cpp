#include "read/html.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace vanban::read {
namespace {

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

static_assert(std::ranges::is_sorted(tag_rules, {}, &TagRule::name));

struct NamedCharacter {
  std::string_view name;
  char32_t point;
};

/// Of HTML's 2231 names: XML's five, what editors write for typographic signs, and the letters of
/// Vietnamese that Latin-1 has (all others have no name that editors use).
// clang-format off
constexpr auto named_characters = std::to_array<NamedCharacter>({
    {"Aacute", 0xC1}, {"Acirc", 0xC2}, {"Agrave", 0xC0}, {"Atilde", 0xC3}, {"ETH", 0xD0},
    {"Eacute", 0xC9}, {"Ecirc", 0xCA}, {"Egrave", 0xC8}, {"Iacute", 0xCD}, {"Igrave", 0xCC},
    {"Oacute", 0xD3}, {"Ocirc", 0xD4}, {"Ograve", 0xD2}, {"Otilde", 0xD5}, {"Uacute", 0xDA},
    {"Ugrave", 0xD9}, {"Yacute", 0xDD}, {"aacute", 0xE1}, {"acirc", 0xE2}, {"agrave", 0xE0},
    {"amp", '&'}, {"apos", '\''}, {"atilde", 0xE3}, {"bull", 0x2022}, {"copy", 0xA9},
    {"deg", 0xB0}, {"divide", 0xF7}, {"eacute", 0xE9}, {"ecirc", 0xEA}, {"egrave", 0xE8},
    {"emsp", ' '}, {"ensp", ' '}, {"frac12", 0xBD}, {"ge", 0x2265}, {"gt", '>'},
    {"hellip", 0x2026}, {"iacute", 0xED}, {"igrave", 0xEC}, {"laquo", 0xAB}, {"ldquo", 0x201C},
    {"le", 0x2264}, {"lsquo", 0x2018}, {"lt", '<'}, {"mdash", 0x2014}, {"middot", 0xB7},
    {"minus", 0x2212}, {"nbsp", ' '}, {"ndash", 0x2013}, {"oacute", 0xF3}, {"ocirc", 0xF4},
    {"ograve", 0xF2}, {"otilde", 0xF5}, {"para", 0xB6}, {"plusmn", 0xB1}, {"quot", '"'},
    {"raquo", 0xBB}, {"rdquo", 0x201D}, {"reg", 0xAE}, {"rsquo", 0x2019}, {"sect", 0xA7},
    {"sup2", 0xB2}, {"sup3", 0xB3}, {"thinsp", ' '}, {"times", 0xD7}, {"uacute", 0xFA},
    {"ugrave", 0xF9}, {"yacute", 0xFD},
});
// clang-format on
static_assert(std::ranges::is_sorted(named_characters, {}, &NamedCharacter::name));

Utf8 encode(char32_t point) {
  const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0);
  const bool surrogate = point >= 0xD800 && point < 0xE000;
  const bool line_end = point == 0x2028 || point == 0x2029;
  if (control || line_end || point == 0xA0) point = ' ';
  if (surrogate || point > 0x10FFFF) point = 0xFFFD;
  return utf8_of(point);
}

}  // namespace

Tag find_tag(std::string_view text) {
  std::size_t at = 1;
  Tag tag;
  if (at < text.size() && text[at] == '/') {
    tag.closing = true;
    ++at;
  }
  std::array<char, 12> name{};
  std::size_t length = 0;
  while (at < text.size() && length < name.size() &&
         (is_ascii_letter(text[at]) || (length > 0 && is_digit(text[at])))) {
    name[length++] = lower(text[at++]);
  }
  const std::string_view spelled(name.data(), length);
  const auto* rule = std::ranges::lower_bound(tag_rules, spelled, {}, &TagRule::name);
  if (rule == tag_rules.end() || rule->name != spelled || at == text.size()) return {};
  if (text[at] != '>' && text[at] != '/' && text[at] != ' ' && text[at] != '\t') return {};
  // A quoted value may hold ">"; one that holds "<" or a line end is not worth the trouble.
  char quote = 0;
  for (; at < text.size() && text[at] != '\n' && text[at] != '<'; ++at) {
    const char c = text[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '>') {
      tag.length = at + 1;
      tag.action = rule->action;
      return tag;
    } else if (c == '"' || c == '\'') {
      quote = c;
    }
  }
  return {};
}

Utf8 resolve_reference(std::string_view reference) {
  if (reference.size() < 3 || reference.front() != '&' || reference.back() != ';') return {};
  std::string_view name = reference.substr(1, reference.size() - 2);
  if (name.front() != '#') {
    const auto* found = std::ranges::lower_bound(named_characters, name, {}, &NamedCharacter::name);
    if (found == named_characters.end() || found->name != name) return {};
    return encode(found->point);
  }
  name.remove_prefix(1);
  int base = 10;
  if (!name.empty() && lower(name.front()) == 'x') {
    base = 16;
    name.remove_prefix(1);
  }
  std::uint32_t point = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), point, base);
  if (end != name.data() + name.size() || name.empty()) return {};
  return encode(error == std::errc() ? point : 0x110000);
}

}  // namespace vanban::read

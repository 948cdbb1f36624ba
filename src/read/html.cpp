#include "read/html.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "read/character_names.hpp"

namespace vanban::read {
namespace {

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

static_assert(std::ranges::is_sorted(tag_rules, {}, &TagRule::name));

Utf8 encode(char32_t point) {
  const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0);
  const bool surrogate = point >= 0xD800 && point < 0xE000;
  const bool line_end = point == 0x2028 || point == 0x2029;
  const bool blank = point == 0xA0 || (point >= 0x2002 && point <= 0x200A);
  if (control || line_end || blank) point = ' ';
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
    const char32_t point = named_character(name);
    return point != 0 ? encode(point) : Utf8{};
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

#include "read/html.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

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

unsigned first_number(std::string_view tag) {
  constexpr std::string_view type = "type=\"";
  const std::size_t kind = tag.find(type);
  if (kind != std::string_view::npos && tag.substr(kind + type.size(), 1) != "1") return 0;
  constexpr std::string_view start = "start=\"";
  const std::size_t place = tag.find(start);
  if (place == std::string_view::npos) return 1;
  unsigned number = 0;
  std::from_chars(tag.data() + place + start.size(), tag.data() + tag.size(), number);
  return number;
}

RowsAsLines rows_as_lines(std::string_view text) {
  constexpr std::size_t none = std::string_view::npos;
  RowsAsLines out;
  std::vector<SourceMap::Change> changes;
  const auto join = [&](std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
      if (text[at] != '\n') continue;
      if (out.text.empty()) out.text = text;
      out.text[at] = ' ';
      const auto place = static_cast<std::uint32_t>(at);
      changes.push_back({{place, place + 1}, {place, place + 1}});
    }
  };
  std::size_t row = none;    // begin of the open one
  std::size_t above = none;  // end of the one above, while nothing but tags follows it
  std::size_t tag_end = 0;
  for (std::size_t at = text.find('<'); at != none; at = text.find('<', at + 1)) {
    const Tag tag = find_tag(text.substr(at));
    if (tag.length == 0) continue;
    const bool only_tags = text.substr(tag_end, at - tag_end).find_first_not_of(" \t\r\n") == none;
    if (!only_tags) above = none;
    tag_end = at + tag.length;
    if (tag.action == TagAction::row && !tag.closing) {
      if (above != none) {
        const std::size_t line_end = text.substr(above, at - above).find('\n');
        if (line_end != none) join(above + line_end + 1, at);
      }
      row = at;  // one within another is none: the inner table's rows are
    } else if (tag.action == TagAction::row) {
      if (row != none) join(row, at);
      above = tag_end;
      row = none;
    } else if (tag.action == TagAction::table) {
      row = above = none;
    }
  }
  out.map = SourceMap(std::move(changes));
  return out;
}

}  // namespace vanban::read

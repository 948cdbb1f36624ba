// Nearly every text is clean, so what costs time is to see that: blocks are looked at without a
// branch, which compilers turn into vector instructions, and only a block that holds something is
// looked at byte by byte.
#include "read/controls.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace vanban::read {
namespace {

constexpr std::size_t block_size = 64;
constexpr char glyph_shift = 29;

struct Sign {
  std::string_view utf8;
  std::string_view becomes;
};
constexpr std::string_view spelled_end = R"(\r\n)";

/// Unicode's line ends besides line feed, carriage return and form feed, and the escapes of one.
constexpr std::array<Sign, 5> line_ends{{{"\v", "\r"},
                                         {"\xC2\x85", "\r"},
                                         {"\xE2\x80\xA8", "\r"},
                                         {"\xE2\x80\xA9", "\r"},
                                         {spelled_end, " "}}};

constexpr bool is_control(unsigned char byte) {
  const bool kept = byte == '\t' || byte == '\n' || byte == '\f' || byte == '\r';
  return byte == 0x7F || (byte < 0x20 && !kept);
}

/// Whether the glyph numbers of a font are in a text as code points, in the standard order: ASCII
/// lies 29 lower, so that digits and signs are controls. Years or numbers before a stroke say so,
/// and commas and full stops behind words.
bool holds_glyph_numbers(std::string_view source) {
  constexpr std::size_t enough = 8;
  constexpr std::size_t of_year = 4;
  constexpr std::size_t of_stroke = 2;
  const auto coded = [](char sign) { return static_cast<char>(sign - glyph_shift); };
  const auto at_or_blank = [source](std::size_t at) {
    return at < source.size() ? source[at] : ' ';
  };
  const auto is_digit = [&](std::size_t at) {
    return at_or_blank(at) >= coded('0') && at_or_blank(at) <= coded('9');
  };
  std::size_t numbers = 0;
  std::size_t signs = 0;
  for (std::size_t at = 0; at < source.size(); ++at) {
    if (numbers > 0 && numbers + signs >= enough) return true;
    const char sign = source[at];
    if (sign == coded(',') || sign == coded('.')) {
      const bool behind_word = at > 0 && static_cast<unsigned char>(source[at - 1]) > ' ';
      const bool behind_number = at > 0 && is_digit(at - 1);
      const char next = at_or_blank(at + 1);
      signs += (behind_word || behind_number) && (next == ' ' || next == '\n') ? 1 : 0;
    }
    if (!is_digit(at) || (at > 0 && is_digit(at - 1))) continue;
    std::size_t end = at;
    while (is_digit(end)) ++end;
    const auto begins_with = [&](char first, char second) {
      return source[at] == coded(first) && source[at + 1] == coded(second);
    };
    if (end - at == 4 && (begins_with('1', '9') || begins_with('2', '0'))) numbers += of_year;
    if (at_or_blank(end) == coded('/')) numbers += of_stroke;
  }
  return numbers > 0 && numbers + signs >= enough;
}

/// Of a control that may be the number of a glyph, its picture; else empty.
std::string_view picture_of(unsigned char control) {
  static constexpr auto pictures = [] {
    std::array<std::array<char, 3>, 0x20> all{};
    for (std::size_t i = 0; i < all.size(); ++i) {
      all[i] = {'\xE2', '\x90', static_cast<char>(0x80 + i)};
    }
    return all;
  }();
  constexpr unsigned char first = '"' - glyph_shift;
  const bool is_number =
      control >= first && control < 0x20 && (is_control(control) || control == '\v');
  return is_number ? std::string_view(pictures[control].data(), 3) : std::string_view();
}

/// Whether U+0085 at `at` is a byte of a letter of UTF-8 that was read as Latin-1, once or twice:
/// the last of ễ, the first of ũ. No line of text ends so.
bool is_byte_of_letter(std::string_view source, std::size_t at) {
  constexpr std::string_view last_behind[] = {"\xC3\xA1\xC2\xBB", "\xC3\xA1\xC2\xBA",
                                              "\xC2\xBB\xC3\x82", "\xC2\xBA\xC3\x82"};
  const std::string_view before = source.substr(0, at);
  const bool last = std::ranges::any_of(
      last_behind, [before](std::string_view lead) { return before.ends_with(lead); });
  const bool first = before.ends_with("\xC3\x83") && source.substr(at + 2).starts_with("\xC3\x82");
  return last || first;
}

/// A page's source spells out all its line ends; a text that speaks of one has few.
bool is_page_source(std::string_view source, std::size_t at) {
  constexpr std::size_t reach = 2000;  // bytes to either side
  constexpr std::size_t fewest = 4;
  const std::size_t begin = at - std::min(at, reach);
  const std::string_view around = source.substr(begin, at - begin + reach);
  std::size_t found = 0;
  for (std::size_t next = around.find(spelled_end); next != std::string_view::npos;
       next = around.find(spelled_end, next + spelled_end.size())) {
    if (++found == fewest) return true;
  }
  return false;
}

/// What stands at `at` if it must not stay; `utf8` is empty where it may.
Sign sign_at(std::string_view source, std::size_t at) {
  const char first = source[at];
  for (const Sign& one : line_ends) {
    if (first != one.utf8.front() || !source.substr(at).starts_with(one.utf8)) continue;
    if (first == '\xC2' && is_byte_of_letter(source, at)) return {};
    if (first == '\\' && !is_page_source(source, at)) return {};
    return one;
  }
  if (is_control(static_cast<unsigned char>(first))) return {source.substr(at, 1), " "};
  return {};
}

/// Whether a sign may begin in the block at `from`; reads two bytes beyond it.
bool may_hold_sign(const char* from) {
  unsigned found = 0;
  for (std::size_t i = 0; i < block_size; ++i) {
    const auto a = static_cast<unsigned char>(from[i]);
    const auto b = static_cast<unsigned char>(from[i + 1]);
    const auto c = static_cast<unsigned char>(from[i + 2]);
    const unsigned low = static_cast<unsigned>(a < 0x20) & static_cast<unsigned>(a != '\t') &
                         static_cast<unsigned>(a != '\n') & static_cast<unsigned>(a != '\f') &
                         static_cast<unsigned>(a != '\r');
    const unsigned next_line = static_cast<unsigned>(a == 0xC2) & static_cast<unsigned>(b == 0x85);
    const unsigned separator = static_cast<unsigned>(a == 0xE2) & static_cast<unsigned>(b == 0x80) &
                               static_cast<unsigned>((c | 1U) == 0xA9);
    const unsigned escape = static_cast<unsigned>(a == '\\') & static_cast<unsigned>(b == 'r');
    found |= low | static_cast<unsigned>(a == 0x7F) | next_line | separator | escape;
  }
  return found != 0;
}

constexpr std::uint32_t u32(std::size_t size) {
  return static_cast<std::uint32_t>(size);
}

}  // namespace

std::size_t find_control(std::string_view source, std::size_t from) {
  while (from < source.size()) {
    const bool whole = source.size() - from >= block_size + 2;
    const std::size_t end = whole ? from + block_size : source.size();
    if (!whole || may_hold_sign(source.data() + from)) {
      for (std::size_t at = from; at < end; ++at) {
        if (!sign_at(source, at).utf8.empty()) return at;
      }
    }
    from = end;
  }
  return source.size();
}

CleanText clean_controls(std::string_view source) {
  CleanText clean;
  std::size_t next = find_control(source, 0);
  if (next == source.size()) return clean;
  clean.text.reserve(source.size());
  const bool glyphs = holds_glyph_numbers(source);
  std::vector<SourceMap::Change> changes;
  for (std::size_t at = 0; at < source.size();) {
    clean.text.append(source.substr(at, next - at));
    at = next;
    if (at == source.size()) break;
    // A run is one change: a file of zeros must not cost a change a byte.
    const std::size_t begin = clean.text.size();
    for (Sign sign = sign_at(source, at); !sign.utf8.empty();
         sign = at < source.size() ? sign_at(source, at) : Sign{}) {
      const std::string_view picture =
          glyphs ? picture_of(static_cast<unsigned char>(source[at])) : std::string_view();
      clean.text += picture.empty() ? sign.becomes : picture;
      at += sign.utf8.size();
    }
    changes.push_back({{u32(begin), u32(clean.text.size())}, {u32(next), u32(at)}});
    next = find_control(source, at);
  }
  clean.map = SourceMap(std::move(changes));
  return clean;
}

}  // namespace vanban::read

#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "base/any_byte.hpp"

/// Letters of the Latin script on UTF-8 bytes. Every Vietnamese letter has cases of equal length,
/// so that folding moves no byte and offsets survive it.
namespace vanban::language {

/// What a byte starts. `lead` needs `letter_length` to know more.
enum class ByteClass : std::uint8_t { other, letter, digit, lead, boundary, newline, blank };

namespace detail {

[[nodiscard]] constexpr std::array<ByteClass, 256> byte_classes() {
  std::array<ByteClass, 256> classes{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) classes[c] = classes[c - 32] = ByteClass::letter;
  for (std::size_t c = '0'; c <= '9'; ++c) classes[c] = ByteClass::digit;
  for (std::size_t c = 0xC2; c < 0xF5; ++c) classes[c] = ByteClass::lead;
  // What ends the context of a word; the unit separator stands between two cells of a table row.
  for (const char c : {'.', ';', ':', '!', '?', '|', '\x1F'}) {
    classes[static_cast<unsigned char>(c)] = ByteClass::boundary;
  }
  classes['\n'] = ByteClass::newline;
  classes['\r'] = ByteClass::newline;
  classes[' '] = classes['\t'] = ByteClass::blank;
  return classes;
}

inline constexpr std::array<ByteClass, 256> byte_class_table = byte_classes();

[[nodiscard]] constexpr std::array<char, 256> small_ascii() {
  std::array<char, 256> small{};
  for (std::size_t c = 1; c < 0x80; ++c) {
    small[c] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  return small;
}

/// ASCII in lower case; 0 for all other bytes, and for the byte 0.
inline constexpr std::array<char, 256> small_ascii_table = small_ascii();

/// Letters of ASCII in lower case; 0 for all other bytes.
inline constexpr std::array<char, 256> small_letter_table = [] {
  std::array<char, 256> small{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) small[c] = small[c - 32] = static_cast<char>(c);
  return small;
}();

[[nodiscard]] constexpr unsigned byte_at(const char* at) {
  return static_cast<unsigned char>(*at);
}

}  // namespace detail

[[nodiscard]] constexpr ByteClass byte_class(char byte) {
  return detail::byte_class_table[static_cast<unsigned char>(byte)];
}

/// Bytes of the code point that starts at `at`; the text is valid UTF-8.
[[nodiscard]] constexpr std::size_t code_point_length(char lead) {
  const unsigned byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Whether `letter` is one that begins or ends a syllable and carries no mark.
[[nodiscard]] constexpr bool is_consonant(std::string_view letter) {
  constexpr std::string_view consonants = "bcdghklmnpqrstvxBCDGHKLMNPQRSTVX";
  return letter == "đ" || letter == "Đ" ||
         (letter.size() == 1 && consonants.find(letter[0]) != std::string_view::npos);
}

/// Bytes of the letter at `at`, 0 where none stands. Greek and Cyrillic letters and combining marks
/// count: a word with one is one (unknown) word, not two pieces.
[[nodiscard]] constexpr std::size_t letter_length(const char* at, const char* end) {
  const unsigned lead = detail::byte_at(at);
  if (lead < 0x80) return byte_class(*at) == ByteClass::letter ? 1 : 0;
  if (lead < 0xE0) {
    if (end - at < 2) return 0;
    const unsigned next = detail::byte_at(at + 1);
    // U+00C0..U+00FF but × and ÷; what stands before are signs of Latin-1.
    if (lead == 0xC3) return next == 0x97 || next == 0xB7 ? 0 : 2;
    if (lead >= 0xC4 && lead <= 0xCA) return 2;   // U+0100..U+02AF
    return lead >= 0xCC && lead <= 0xD4 ? 2 : 0;  // combining marks, Greek, Cyrillic
  }
  if (lead == 0xE1 && end - at >= 3) {
    const unsigned next = detail::byte_at(at + 1);
    return next >= 0xB8 && next <= 0xBB ? 3 : 0;  // U+1E00..U+1EFF
  }
  return 0;
}

/// Writes the letter of `length` bytes at `from` to `to` in lower case; true where that changed it.
constexpr bool fold_letter(const char* from, std::size_t length, char* to) {
  const unsigned lead = detail::byte_at(from);
  if (length == 1) {
    const bool upper = lead >= 'A' && lead <= 'Z';
    *to = static_cast<char>(upper ? lead + 32 : lead);
    return upper;
  }
  unsigned last = detail::byte_at(from + length - 1);
  unsigned first = lead;
  if (length == 2) {
    if (lead == 0xC3) {
      if (last < 0x9F) last += 0x20;  // À..Þ; ß is a small letter already
    } else if (lead == 0xC4 || lead == 0xC5) {
      // Pairs begin at an even code point, but Ĺ..Ň and Ź..Ž at an odd one (İ, ĸ, ŉ, Ÿ, ſ fold
      // to nothing here; no Vietnamese word has one).
      const unsigned point = ((lead & 0x1FU) << 6U) | (last & 0x3FU);
      const bool odd = (point >= 0x139 && point <= 0x148) || (point >= 0x179 && point <= 0x17E);
      const bool none =
          point == 0x130 || point == 0x138 || point == 0x149 || point == 0x178 || point == 0x17F;
      if (!none && ((point & 1U) == (odd ? 1U : 0U)) && last < 0xBF) ++last;
      if (!none && point == 0x13F) {  // Ŀ: its pair lies beyond the lead byte
        first = 0xC5;
        last = 0x80;
      }
    } else if (lead == 0xC6) {
      if (last == 0xA0 || last == 0xAF) ++last;  // Ơ Ư
    }
  } else if (lead == 0xE1) {
    const unsigned middle = detail::byte_at(from + 1);
    if ((last & 1U) == 0 && !(middle == 0xBA && last >= 0x96 && last <= 0x9F)) ++last;
    to[1] = static_cast<char>(middle);
  }
  to[0] = static_cast<char>(first);
  to[length - 1] = static_cast<char>(last);
  return first != lead || last != detail::byte_at(from + length - 1);
}

namespace detail {

/// What `fold_letter` adds to `byte` behind `before` and `before2`, but for U+013F, whose first
/// byte changes, too. Of all other letters the last byte changes alone, so that a text is folded
/// byte by byte.
[[nodiscard]] constexpr std::uint8_t added_by_folding(std::uint8_t before2, std::uint8_t before,
                                                      std::uint8_t byte) {
  using byte_step::Flag;
  using byte_step::in;
  using byte_step::is;
  using byte_step::no;
  const Flag odd = byte & 1U;
  const Flag even = no(odd);
  const Flag ascii = in(byte, 'A', 'Z');
  const auto latin1 =
      static_cast<Flag>(is(before, 0xC3) & in(byte, 0x80, 0x9E) & no(is(byte, 0x97)));
  const auto c4 =
      static_cast<Flag>(is(before, 0xC4) & ((in(byte, 0x80, 0xB7) & even & no(is(byte, 0xB0))) |
                                            (in(byte, 0xB9, 0xBE) & odd)));
  const auto c5 =
      static_cast<Flag>(is(before, 0xC5) & ((in(byte, 0x8A, 0xB7) & even) |
                                            ((in(byte, 0x80, 0x88) | in(byte, 0xB9, 0xBE)) & odd)));
  const auto c6 = static_cast<Flag>(is(before, 0xC6) & (is(byte, 0xA0) | is(byte, 0xAF)));
  const auto additional =
      static_cast<Flag>(is(before2, 0xE1) & in(before, 0xB8, 0xBB) & even &
                        no(static_cast<Flag>(is(before, 0xBA) & in(byte, 0x96, 0x9F))));
  return static_cast<std::uint8_t>((static_cast<unsigned>(ascii | latin1) << 5U) +
                                   static_cast<unsigned>(c4 | c5 | c6 | additional));
}

}  // namespace detail

namespace detail {

inline constexpr std::size_t fold_block = 16;

/// Folds a block of bytes, which have two more before them. Not 0 where U+013F stands in it.
[[nodiscard]] inline byte_step::Flag fold_bytes(const char* from, char* to) {
  const auto bytes = [from](std::ptrdiff_t at) { return static_cast<std::uint8_t>(from[at]); };
  byte_step::Flag pair_apart = 0;
  std::array<std::uint8_t, fold_block> small{};
  for (std::size_t i = 0; i < fold_block; ++i) {
    const auto at = static_cast<std::ptrdiff_t>(i);
    small[i] = static_cast<std::uint8_t>(bytes(at) +
                                         added_by_folding(bytes(at - 2), bytes(at - 1), bytes(at)));
    pair_apart = static_cast<byte_step::Flag>(
        pair_apart | (byte_step::is(bytes(at - 1), 0xC4) & byte_step::is(bytes(at), 0xBF)));
  }
  std::memcpy(to, small.data(), small.size());
  return pair_apart;
}

}  // namespace detail

/// The whole text in lower case: same length, same offsets.
[[nodiscard]] inline std::string fold(std::string_view text) {
  constexpr std::size_t block = detail::fold_block;
  byte_step::Flag pair_apart = 0;
  const auto fold_bytes = [&pair_apart](const char* from, char* to) {
    const byte_step::Flag apart = detail::fold_bytes(from, to);
    pair_apart = static_cast<byte_step::Flag>(pair_apart | apart);
  };
  // The first two blocks have zeros before and behind them.
  std::array<char, 2 + 2 * block> printed{};
  std::array<char, 2 * block> small{};
  std::ranges::copy(text.substr(0, small.size()), printed.begin() + 2);
  for (std::size_t at = 0; at < small.size() && at < text.size(); at += block) {
    fold_bytes(printed.data() + 2 + at, small.data() + at);
  }
  std::string folded(text.size(), '\0');
  std::copy_n(small.begin(), std::min(text.size(), small.size()), folded.begin());
  for (std::size_t at = small.size(); at + block <= text.size(); at += block) {
    fold_bytes(text.data() + at, folded.data() + at);
  }
  if (text.size() > small.size()) {
    const std::size_t last = text.size() - block;
    fold_bytes(text.data() + last, folded.data() + last);
  }
  constexpr std::string_view apart = "\xC4\xBF";
  for (std::size_t at = pair_apart != 0 ? text.find(apart) : std::string_view::npos;
       at != std::string_view::npos; at = text.find(apart, at + apart.size())) {
    fold_letter(text.data() + at, apart.size(), folded.data() + at);
  }
  return folded;
}

}  // namespace vanban::language

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/any_byte.hpp"
#include "language/letters.hpp"

namespace vanban::language {

namespace detail {

/// A vowel with a tone mark, and the two vowels with the mark on the first of them. All of these
/// keep their length; "uỳ" and "uỹ" do not (4 bytes against 3) and stay as they are.
struct TonePair {
  std::string_view old_place;
  std::string_view new_place;
};

// clang-format off
inline constexpr TonePair tone_pairs[] = {
    {"oà", "òa"}, {"oá", "óa"}, {"oả", "ỏa"}, {"oã", "õa"}, {"oạ", "ọa"},
    {"oè", "òe"}, {"oé", "óe"}, {"oẻ", "ỏe"}, {"oẽ", "õe"}, {"oẹ", "ọe"},
    {"uý", "úy"}, {"uỷ", "ủy"}, {"uỵ", "ụy"},
};
// clang-format on

/// Some o or u before `end` is followed by a letter with a mark that ends its word: few blocks of
/// text have one. Four bytes more can be read.
[[nodiscard]] inline bool may_misplace_tone(const char* begin, const char* end) {
  using byte_step::Flag;
  using byte_step::is;
  return any_byte(begin, end, [](const char* at) {
    const auto byte = [at](int i) { return static_cast<unsigned char>(at[i]); };
    const auto no_letter = [&](int i) { return byte_step::no(byte_step::in(byte(i), 'a', 'z')); };
    const auto ends_after_two = static_cast<Flag>(is(byte(1), 0xC3) & no_letter(3));
    const auto ends_after_three = static_cast<Flag>(is(byte(1), 0xE1) & no_letter(4));
    return static_cast<Flag>((is(byte(0), 'o') | is(byte(0), 'u')) &
                             (ends_after_two | ends_after_three));
  });
}

}  // namespace detail

/// Puts the tone marks of oa, oe, uy where Nghị định 30 and most writers put them: "hoà" -> "hòa",
/// "uỷ" -> "ủy". `lower` is in lower case; every byte offset stays.
[[nodiscard]] inline std::string place_tones(std::string lower) {
  const char* const end = lower.data() + lower.size();
  constexpr std::size_t block = 64;
  constexpr std::size_t reach = 4;
  for (std::size_t at = 0; at + 2 < lower.size(); ++at) {
    if (at % block == 0) {
      while (at + block + reach < lower.size() &&
             !detail::may_misplace_tone(lower.data() + at, lower.data() + at + block)) {
        at += block;
      }
    }
    if (lower[at] != 'o' && lower[at] != 'u') continue;
    const char next = lower[at + 1];
    if (next != '\xC3' && next != '\xE1') continue;
    // "hoàn" and "tuấn" have their mark on the right vowel in either spelling.
    const std::size_t behind = at + 1 + code_point_length(next);
    if (behind < lower.size() && letter_length(lower.data() + behind, end) != 0) continue;
    if (at > 0 && lower[at - 1] == 'q') continue;  // "quý": the u belongs to the consonant
    const std::string_view printed = std::string_view(lower).substr(at, behind - at);
    for (const detail::TonePair& pair : detail::tone_pairs) {
      if (printed != pair.old_place) continue;
      lower.replace(at, printed.size(), pair.new_place);
      break;
    }
  }
  return lower;
}

}  // namespace vanban::language

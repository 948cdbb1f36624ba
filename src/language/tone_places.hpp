#pragma once

#include <cstddef>
#include <string>
#include <string_view>

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

/// Some o or u is followed by a letter with a mark that ends its word: few blocks of text have one.
/// Without an early end, so that the compiler takes many bytes at once.
[[nodiscard]] inline bool may_misplace_tone(const char* text, std::size_t size) {
  const auto is_small_letter = [](char c) { return static_cast<unsigned char>(c - 'a') < 26; };
  unsigned char found = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const bool vowel = (text[i] == 'o') | (text[i] == 'u');
    const bool ends_after_two = (text[i + 1] == '\xC3') & !is_small_letter(text[i + 3]);
    const bool ends_after_three = (text[i + 1] == '\xE1') & !is_small_letter(text[i + 4]);
    const bool hit = vowel & (ends_after_two | ends_after_three);
    found = static_cast<unsigned char>(found | static_cast<unsigned char>(hit));
  }
  return found != 0;
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
             !detail::may_misplace_tone(lower.data() + at, block)) {
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

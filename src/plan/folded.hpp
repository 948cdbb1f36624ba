#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "language/letters.hpp"

/// Text as the tables of this stage compare it.
namespace vanban::plan {

namespace detail {

/// A vowel with a tone mark, and the two vowels with the mark on the first of them. All of these
/// keep their length; "uỳ" does not (4 bytes against 3) and stays as it is.
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

}  // namespace detail

/// In lower case and with the tone mark where today's spelling has it ("Uỷ" is "ủy"): same length,
/// and every word begins and ends where it did.
[[nodiscard]] inline std::string folded(std::string_view text) {
  std::string out = language::fold(text);
  const char* const end = out.data() + out.size();
  for (std::size_t at = 0; at + 1 < out.size(); ++at) {
    if (out[at] != 'o' && out[at] != 'u') continue;
    if (at > 0 && out[at - 1] == 'q') continue;  // "quý": the u belongs to the consonant
    for (const detail::TonePair& pair : detail::tone_pairs) {
      const std::size_t length = pair.old_place.size();
      if (std::string_view(out).substr(at, length) != pair.old_place) continue;
      // "hoàn" has its mark on the right vowel in either spelling.
      if (language::letter_length(out.data() + at + length, end) == 0) {
        out.replace(at, length, pair.new_place);
      }
      break;
    }
  }
  return out;
}

}  // namespace vanban::plan

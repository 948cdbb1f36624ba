// A reader of scans tells a small letter from its capital by its height alone, and marks make it
// high: "hỘ", "đỐc", "tỐt". A capital vowel with marks behind a small letter of the same syllable
// is none.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "repair/byte_scan.hpp"
#include "repair/passes.hpp"
#include "repair/word_range.hpp"

namespace vanban::repair_stage {
namespace {

using namespace scan;

constexpr double confidence = 0.98;
constexpr std::size_t bytes_behind = 3;

/// The last byte of a small letter of ASCII, or of đ, before a capital of the last block of Latin
/// letters: those of Latin-1 may be letters of TCVN3, "lÝt".
constexpr Flag is_before_raised(const unsigned char* at) {
  const Flag small = any(in(at[0], 'a', 'z'), is(at[0], 0x91));
  const Flag raised =
      both(both(is(at[1], 0xE1), in(at[2], 0xBA, 0xBB)), static_cast<Flag>((at[3] & 1U) == 0));
  return both(small, raised);
}

/// Small letters of ASCII, capitals with marks alone, and a syllable.
bool is_raised(std::string_view word) {
  const bool begins_small = (word.front() >= 'a' && word.front() <= 'z') || word.starts_with("đ");
  if (!begins_small) return false;
  const auto is_plain_capital = [](char byte) { return byte >= 'A' && byte <= 'Z'; };
  return std::ranges::none_of(word, is_plain_capital) && word.find("Đ") == std::string_view::npos &&
         language::is_syllable(language::fold(word));
}

}  // namespace

EditList find_raised_letters(std::string_view text) {
  EditList edits;
  const auto find = [text](std::size_t from) {
    return find_place<is_before_raised, bytes_behind>(text, from);
  };
  for (std::size_t at = find(0); at < text.size();) {
    const WordRange range = word_around(text, at + 1);
    const std::string_view word = text.substr(range.begin, range.end - range.begin);
    if (is_raised(word)) {
      edits.push_back({static_cast<std::uint32_t>(range.begin),
                       static_cast<std::uint32_t>(range.end), language::fold(word), RepairKind::ocr,
                       confidence});
    }
    at = find(std::max(range.end, at + 1));
  }
  return edits;
}

}  // namespace vanban::repair_stage

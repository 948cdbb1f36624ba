// A reader of scans tells a small letter from its capital by its height alone, and marks make it
// high: "hỘ", "đỐc", "tỐt". A capital vowel with marks behind a small letter of the same syllable
// is none.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/passes.hpp"

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

/// The first such place at `from` or behind it; the size of the text where there is none. What
/// stands at the very end is left.
std::size_t find_place(std::string_view text, std::size_t from) {
  constexpr std::size_t block = 128;
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
  for (std::size_t at = from; at + bytes_behind < text.size(); at += block) {
    const std::size_t size = std::min(block, text.size() - bytes_behind - at);
    unsigned char found = 0;
    for (std::size_t i = 0; i < size; ++i) {
      found = any(found, static_cast<Flag>(is_before_raised(bytes + at + i) != 0));
    }
    if (found == 0) continue;
    for (std::size_t i = 0; i < size; ++i) {
      if (is_before_raised(bytes + at + i) != 0) return at + i;
    }
  }
  return text.size();
}

/// The letters around `at`.
std::string_view word_around(std::string_view text, std::size_t at) {
  const char* const end = text.data() + text.size();
  std::size_t first = at;
  while (first > 0) {
    const std::size_t length = code_point_before(text, first).length;
    if (language::letter_length(text.data() + first - length, end) != length) break;
    first -= length;
  }
  std::size_t last = at;
  while (last < text.size()) {
    const std::size_t length = language::letter_length(text.data() + last, end);
    if (length == 0) break;
    last += length;
  }
  return text.substr(first, last - first);
}

/// Small letters of ASCII, capitals with marks alone, and a syllable.
bool is_raised(std::string_view word) {
  if (word.front() < 'a' || word.front() > 'z') {
    // "đỐc"
    if (!word.starts_with("đ")) return false;
  }
  const auto is_plain_capital = [](char byte) { return byte >= 'A' && byte <= 'Z'; };
  return std::ranges::none_of(word, is_plain_capital) && word.find("Đ") == std::string_view::npos &&
         language::is_syllable(language::fold(word));
}

}  // namespace

EditList find_raised_letters(std::string_view text) {
  EditList edits;
  for (std::size_t at = find_place(text, 0); at < text.size();) {
    const std::string_view word = word_around(text, at + 1);
    const auto begin = static_cast<std::size_t>(word.data() - text.data());
    const std::size_t end = begin + word.size();
    if (is_raised(word)) {
      edits.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                       language::fold(word), RepairKind::ocr, confidence});
    }
    at = find_place(text, std::max(end, at + 1));
  }
  return edits;
}

}  // namespace vanban::repair_stage

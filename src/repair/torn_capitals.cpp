// TCVN3 has no capitals with tones; its fonts of capitals draw them with the codes of small
// letters. A converter that is not told of the font leaves small letters among capitals: "TUầN",
// "BáO CáO". No other text has a word whose letters of ASCII are capitals and whose other letters
// are not.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/encodings/capitals.hpp"
#include "repair/passes.hpp"

namespace vanban::repair_stage {
namespace {

using namespace scan;

constexpr double confidence = 0.97;

/// The first byte of a small letter with marks before a capital of ASCII, or behind two.
constexpr Flag is_beside_capital(const unsigned char* at) {
  const Flag latin_1 = both(is(at[0], 0xC3), in(at[1], 0xA0, 0xBD));
  const Flag extended =
      both(is(at[0], 0xC4), any(is(at[1], 0x83), is(at[1], 0x91), is(at[1], 0xA9)));
  const Flag horned = both(is(at[0], 0xC6), any(is(at[1], 0xA1), is(at[1], 0xB0)));
  const Flag of_two = any(latin_1, extended, horned);
  const Flag of_three =
      both(both(is(at[0], 0xE1), in(at[1], 0xBA, 0xBB)), static_cast<Flag>(at[2] & 1U));
  const Flag capitals = both(in(at[-2], 'A', 'Z'), in(at[-1], 'A', 'Z'));
  const Flag behind = both(capitals, any(of_two, of_three));
  return any(behind, both(of_two, in(at[2], 'A', 'Z')), both(of_three, in(at[3], 'A', 'Z')));
}

/// The first such place at `from` or behind it; the size of the text where there is none.
std::size_t find_place(std::string_view text, std::size_t from) {
  constexpr std::size_t block = 128;
  constexpr std::size_t bytes_before = 2;
  constexpr std::size_t bytes_behind = 3;
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
  for (std::size_t at = std::max(from, bytes_before); at + bytes_behind < text.size();
       at += block) {
    const std::size_t size = std::min(block, text.size() - bytes_behind - at);
    unsigned char found = 0;
    for (std::size_t i = 0; i < size; ++i) {
      found = any(found, static_cast<Flag>(is_beside_capital(bytes + at + i) != 0));
    }
    if (found == 0) continue;
    for (std::size_t i = 0; i < size; ++i) {
      if (is_beside_capital(bytes + at + i) != 0) return at + i;
    }
  }
  return text.size();
}

struct Extent {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The word around `at`, where a letter stands or begins.
Extent word_around(std::string_view text, std::size_t at) {
  const char* const base = text.data();
  const char* const end_of_text = base + text.size();
  Extent word{at, at};
  while (word.begin > 0) {
    std::size_t before = word.begin - 1;
    while (before > 0 && is_continuation(base[before])) --before;
    if (language::letter_length(base + before, end_of_text) != word.begin - before) break;
    word.begin = before;
  }
  while (word.end < text.size()) {
    const std::size_t length = language::letter_length(base + word.end, end_of_text);
    if (length == 0) break;
    word.end += length;
  }
  return word;
}

/// So many capitals at least, no small letter of ASCII, and a syllable.
bool is_torn(std::string_view word, std::size_t fewest_capitals) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < word.size();) {
    if (word[at] >= 'a' && word[at] <= 'z') return false;
    const std::size_t length = language::code_point_length(word[at]);
    std::array<char, 4> folded{};
    capitals += language::fold_letter(word.data() + at, length, folded.data()) ? 1U : 0U;
    at += length;
  }
  return capitals >= fewest_capitals && language::is_syllable(language::fold(word));
}

/// A bit for each small letter; of the first 64.
std::uint64_t small_letters(std::string_view word) {
  std::uint64_t small = 0;
  for (std::size_t at = 0, letter = 0; at < word.size() && letter < 64; ++letter) {
    const std::size_t length = language::code_point_length(word[at]);
    std::array<char, 4> folded{};
    if (!language::fold_letter(word.data() + at, length, folded.data())) {
      small |= std::uint64_t{1} << letter;
    }
    at += length;
  }
  return small;
}

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  EditList run() {
    for (std::size_t at = find_place(text_, 0); at < text_.size();) {
      const Extent word = word_around(text_, at);
      if (is_torn(of(word), 2)) {
        // "Kế HOạCH": of one capital, the word beside it tells.
        if (word.begin >= 2 && text_[word.begin - 1] == ' ') beside(word.begin - 2);
        raise(word);
        if (word.end < text_.size() && text_[word.end] == ' ') beside(word.end + 1);
      }
      at = find_place(text_, std::max(word.end, at + 1));
    }
    return std::move(edits_);
  }

 private:
  [[nodiscard]] std::string_view of(Extent word) const {
    return text_.substr(word.begin, word.end - word.begin);
  }

  void beside(std::size_t at) {
    while (at > 0 && at < text_.size() && is_continuation(text_[at])) --at;
    const Extent word = word_around(text_, at);
    if (word.begin < word.end && is_torn(of(word), 1)) raise(word);
  }

  void raise(Extent word) {
    if (word.begin < raised_) return;
    std::string raised(of(word));
    encodings::raise_letters(raised, small_letters(raised));
    raised_ = word.end;
    if (raised == of(word)) return;
    edits_.push_back({static_cast<std::uint32_t>(word.begin), static_cast<std::uint32_t>(word.end),
                      std::move(raised), RepairKind::encoding, confidence});
  }

  std::string_view text_;
  EditList edits_;
  std::size_t raised_ = 0;  ///< up to here nothing is left to raise
};

}  // namespace

EditList find_torn_capitals(std::string_view text) {
  return Finder(text).run();
}

}  // namespace vanban::repair_stage

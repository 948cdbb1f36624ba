#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "tokens/phrases.hpp"

/// The words of a text, found in one walk. Who looks for phrases goes from word to word by their
/// keys and reads the text itself only where a phrase may begin.
namespace vanban::tokens {

/// A run of letters and digits.
struct Word {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  SyllableKey key = 0;

  [[nodiscard]] constexpr Syllable syllable() const noexcept { return {key, end}; }
};

/// A text with all of its words, in order.
struct WordedText {
  std::string_view text;
  std::span<const Word> words;
};

/// Adds the words of `text` to `words`.
inline void add_words(std::string_view text, std::vector<Word>& words) {
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  const auto place = [begin](const char* at) { return static_cast<std::uint32_t>(at - begin); };
  for (const char* at = begin; at < end;) {
    std::uint32_t key = detail::key_start;
    const char* const first = at;
    while (at < end) {
      const auto byte = static_cast<unsigned char>(*at);
      if (const std::uint32_t code = detail::key_byte_table[byte]; code != 0) {
        key = (key ^ code) * detail::key_step;
        ++at;
        continue;
      }
      if (byte < 0x80) break;
      std::uint32_t code = 0;
      // Nearly all others are letters of three bytes in one block.
      if (byte == 0xE1 && end - at > 2 && static_cast<unsigned char>(at[1]) - 0xB8U < 4U) {
        code = detail::key_of_letter(at, 3);
        at += 3;
      } else {
        const std::size_t length = language::letter_length(at, end);
        if (length == 0) break;
        code = detail::key_of_letter(at, length);
        at += length;
      }
      key = (key ^ code) * detail::key_step;
    }
    if (at != first) words.push_back({place(first), place(at), key ^ (key >> 15U)});
    if (at == end) break;
    at += language::code_point_length(*at);  // a sign or a blank
  }
}

/// The words of `text`; they stand in `words`, what that held is gone, its memory stays.
inline WordedText find_words(std::string_view text, std::vector<Word>& words) {
  words.clear();
  add_words(text, words);
  return {text, words};
}
/// Goes over the words of a text in order. A place inside a word begins a word of its own: what a
/// number left of it ("12" of "12kg").
class WordWalk {
 public:
  explicit WordWalk(const WordedText& text)
      : text_(text.text), next_(text.words.data()), end_(text.words.data() + text.words.size()) {}

  /// The first word at or behind `at`, which must not go back; none: it begins at the text's end.
  [[nodiscard]] Word at_or_behind(std::size_t at) {
    while (next_ != end_ && next_->begin < at) {
      if (next_->end > at) {
        const Syllable rest = syllable_at(text_, at);
        return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(rest.end), rest.key};
      }
      ++next_;
    }
    if (next_ != end_) return *next_;
    const auto size = static_cast<std::uint32_t>(text_.size());
    return {size, size, 0};
  }

 private:
  std::string_view text_;
  const Word* next_;
  const Word* end_;
};

/// Which of several tables have rows that begin with a word: bit i for the i-th table. Most words
/// of a text are in none of them and cost one look for all; a bit may be set in vain.
template <class... Tables>
class FirstWords {
 public:
  static constexpr std::size_t count = sizeof...(Tables);
  using Bits = std::conditional_t<(count > 8), std::uint16_t, std::uint8_t>;
  static_assert(count <= 16);

  constexpr explicit FirstWords(const Tables&... tables) {
    Bits bit = 1;
    ((add(tables, bit), bit = static_cast<Bits>(bit << 1U)), ...);
  }

  [[nodiscard]] constexpr Bits of(SyllableKey key) const { return bits_[key % bits_.size()]; }

 private:
  template <class Table>
  constexpr void add(const Table& table, Bits bit) {
    for (const auto& row : table.rows()) {
      Bits& bits = bits_[syllable_key(row.phrase, 0) % bits_.size()];
      bits = static_cast<Bits>(bits | bit);
    }
  }

  std::array<Bits, 4096> bits_{};
};

}  // namespace vanban::tokens

#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tokens/fold.hpp"

/// Tables of phrases, indexed at compile time by their first and by their last syllable: at a word
/// that begins no row a look-up ends after one empty bucket.
namespace vanban::tokens {

/// Stands for the run of letters and digits at some place, in whatever case it is printed. Equal
/// runs have equal keys, and different ones almost always different keys.
using SyllableKey = std::uint32_t;

namespace detail {

inline constexpr std::uint32_t key_start = 0x811C9DC5U;
inline constexpr std::uint32_t key_step = 0x01000193U;

/// What each ASCII byte of a word adds to the key: itself in lower case. 0: no part of a word.
[[nodiscard]] constexpr std::array<std::uint8_t, 256> key_bytes() {
  std::array<std::uint8_t, 256> bytes{};
  for (std::size_t c = '0'; c <= '9'; ++c) bytes[c] = static_cast<std::uint8_t>(c);
  for (std::size_t c = 'a'; c <= 'z'; ++c) {
    bytes[c] = bytes[c - 32] = static_cast<std::uint8_t>(c);
  }
  return bytes;
}

inline constexpr std::array<std::uint8_t, 256> key_byte_table = key_bytes();

/// What the letter of `length` bytes at `at` adds to the key: the same for both of its cases, which
/// are neighbours. Folding it to the last bit would cost more than a few letters that share a key.
[[nodiscard]] constexpr std::uint32_t key_of_letter(const char* at, std::size_t length) {
  const std::uint32_t lead = language::detail::byte_at(at);
  const std::uint32_t last = language::detail::byte_at(at + length - 1);
  if (length == 3) return (language::detail::byte_at(at + 1) << 8U) | last | 1U;
  switch (lead) {
    case 0xC3: return (lead << 8U) | last | 0x20U;
    case 0xC4: return last >= 0xB9 ? 0U : (lead << 8U) | last | 1U;
    // From U+0139 on pairs begin at odd code points or lie apart: no Vietnamese letter is there.
    case 0xC5: return last <= 0x88 || last >= 0xB9 ? 0U : (lead << 8U) | last | 1U;
    case 0xC6: return (lead << 8U) | (last + (last == 0xAF ? 1U : 0U)) | 1U;
    default: return (lead << 8U) | last;
  }
}

}  // namespace detail

/// A run of letters and digits, as one walk over it finds it.
struct Syllable {
  SyllableKey key = 0;
  std::size_t end = 0;
};

/// The run of letters and digits at `at`; the key of the sign there where none begins.
[[nodiscard]] constexpr Syllable syllable_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {0, at};
  const char* const begin = text.data() + at;
  const char* const end = text.data() + text.size();
  std::uint32_t key = detail::key_start;
  const char* next = begin;
  while (next < end) {
    const std::uint32_t byte = detail::key_byte_table[static_cast<unsigned char>(*next)];
    if (byte != 0) {
      key = (key ^ byte) * detail::key_step;
      ++next;
    } else if (static_cast<unsigned char>(*next) < 0x80) {  // NOLINT(bugprone-branch-clone): first
      break;
    } else if (static_cast<unsigned char>(*next) == 0xE1 && end - next > 2 &&
               static_cast<unsigned char>(next[1]) - 0xB8U < 4U) {
      // Nearly all letters of several bytes.
      key = (key ^ detail::key_of_letter(next, 3)) * detail::key_step;
      next += 3;
    } else if (const std::size_t length = language::letter_length(next, end)) {
      key = (key ^ detail::key_of_letter(next, length)) * detail::key_step;
      next += length;
    } else {
      break;
    }
  }
  if (next == begin) key = (key ^ language::detail::byte_at(begin)) * detail::key_step;
  return {key ^ (key >> 15U), at + static_cast<std::size_t>(next - begin)};
}

[[nodiscard]] constexpr SyllableKey syllable_key(std::string_view text, std::size_t at) {
  return syllable_at(text, at).key;
}

/// What the first or last two letters of a word are, the same in both cases: a few instructions
/// where a key takes the whole word.
using LetterPair = std::uint32_t;

namespace detail {

/// Of the letter or digit at `at`; 0 where none stands.
[[nodiscard]] constexpr std::uint32_t letter_code(const char* at, std::size_t length) {
  return length == 1 ? key_byte_table[static_cast<unsigned char>(*at)] : key_of_letter(at, length);
}

[[nodiscard]] constexpr std::size_t word_part_length(const char* at, const char* end) {
  if (at >= end) return 0;
  const auto byte = static_cast<unsigned char>(*at);
  if (byte < 0x80) return key_byte_table[byte] != 0 ? 1 : 0;
  return language::letter_length(at, end);
}

[[nodiscard]] constexpr LetterPair pair_of(std::uint32_t outer, std::uint32_t inner) {
  return outer * 0x9E3779B1U + inner * 0x85EBCA6BU;
}

}  // namespace detail

/// Of the word that begins at `at`; of a sign its first byte.
[[nodiscard]] constexpr LetterPair first_letters(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const char* const begin = text.data() + at;
  const char* const end = text.data() + text.size();
  const std::size_t first = detail::word_part_length(begin, end);
  if (first == 0) return detail::pair_of(language::detail::byte_at(begin), 0);
  const std::size_t second = detail::word_part_length(begin + first, end);
  return detail::pair_of(detail::letter_code(begin, first),
                         second == 0 ? 0 : detail::letter_code(begin + first, second));
}

/// Of the word that ends at `end`; 0 where none does.
[[nodiscard]] constexpr LetterPair last_letters(std::string_view text, std::size_t end) {
  if (end == 0) return 0;
  const std::size_t last = step_back(text, end);
  const std::size_t length = detail::word_part_length(text.data() + last, text.data() + end);
  if (last + length != end) return 0;
  std::uint32_t inner = 0;
  if (last != 0) {
    const std::size_t before = step_back(text, last);
    const std::size_t size = detail::word_part_length(text.data() + before, text.data() + last);
    if (size != 0) inner = detail::letter_code(text.data() + before, size);
  }
  return detail::pair_of(detail::letter_code(text.data() + last, length), inner);
}

/// Pairs of letters that are in a table: most words of a text end their look-up here.
template <std::size_t N>
class LetterFilter {
 public:
  constexpr void add(LetterPair pair) {
    bits_[place(pair) / 64U] |= std::uint64_t{1} << (place(pair) % 64U);
  }
  [[nodiscard]] constexpr bool may_have(LetterPair pair) const {
    return (bits_[place(pair) / 64U] >> (place(pair) % 64U) & 1U) != 0;
  }

 private:
  static constexpr std::size_t size = std::bit_ceil(N < 16 ? 256 : N < 256 ? 16 * N : 4096);
  [[nodiscard]] static constexpr std::size_t place(LetterPair pair) {
    return (pair >> 16U) & (size - 1);
  }
  std::array<std::uint64_t, size / 64> bits_{};
};

/// Halves of the keys of the two syllables behind the first one, never 0; 0: unknown. Many rows of
/// a table begin with the same words.
using KeysBehind = std::array<std::uint16_t, 2>;

/// Places of rows by a key, the longest phrases first.
template <std::size_t N>
class SyllableIndex {
 public:
  struct Entry {
    SyllableKey key = 0;
    KeysBehind behind{};
    std::uint16_t row = 0;
  };

  /// `sizes`: of the phrases; rows of size 0 are left out.
  constexpr SyllableIndex(const std::array<SyllableKey, N>& keys,
                          const std::array<KeysBehind, N>& behind,
                          const std::array<std::uint16_t, N>& sizes) {
    for (std::size_t i = 0; i < N; ++i) {
      if (sizes[i] != 0) ++starts_[bucket(keys[i]) + 1];
    }
    for (std::size_t i = 1; i < starts_.size(); ++i) {
      starts_[i] = static_cast<std::uint16_t>(starts_[i] + starts_[i - 1]);
    }
    std::array<std::uint16_t, bucket_count> filled{};
    for (std::size_t i = 0; i < N; ++i) {
      if (sizes[i] == 0) continue;
      const std::size_t first = starts_[bucket(keys[i])];
      std::size_t place = first + filled[bucket(keys[i])]++;
      for (; place > first && sizes[entries_[place - 1].row] < sizes[i]; --place) {
        entries_[place] = entries_[place - 1];
      }
      entries_[place] = {keys[i], behind[i], static_cast<std::uint16_t>(i)};
    }
  }

  [[nodiscard]] constexpr const Entry* begin(SyllableKey key) const {
    return entries_.data() + starts_[bucket(key)];
  }
  [[nodiscard]] constexpr const Entry* end(SyllableKey key) const {
    return entries_.data() + starts_[bucket(key) + 1];
  }

 private:
  static constexpr std::size_t bucket_count = std::bit_ceil(4 * N);
  [[nodiscard]] static constexpr std::size_t bucket(SyllableKey key) {
    return key & (bucket_count - 1);
  }

  std::array<std::uint16_t, bucket_count + 1> starts_{};
  std::array<Entry, N> entries_{};
};

/// Rows with a member `phrase`: finds the longest that stands at a place or ends there.
template <class Row, std::size_t N>
class PhraseTable {
 public:
  struct Match {
    const Row* row = nullptr;  ///< null: no row stands there
    std::size_t end = npos;
    [[nodiscard]] bool found() const noexcept { return row != nullptr; }
    explicit operator bool() const noexcept { return found(); }
  };

  constexpr explicit PhraseTable(const std::array<Row, N>& rows)
      : rows_(rows),
        firsts_(first_keys(rows), keys_behind(rows), sizes(rows)),
        lasts_(last_keys(rows), {}, ends(rows)) {
    for (const Row& row : rows) {
      first_letters_.add(first_letters(row.phrase, 0));
      last_letters_.add(last_letters(row.phrase, row.phrase.size()));
    }
  }

  /// The longest row that stands at `at` as whole words. The caller sees to it that a word begins.
  [[nodiscard]] constexpr Match longest(std::string_view text, std::size_t at) const {
    if (!first_letters_.may_have(first_letters(text, at))) return {};
    return longest(text, at, syllable_at(text, at));
  }

  /// The same where `first`, the syllable at that place, is known.
  [[nodiscard]] constexpr Match longest(std::string_view text, std::size_t at,
                                        Syllable first) const {
    KeysBehind here{};
    std::size_t known = first.end;  // behind the syllables whose keys are
    for (auto entry = firsts_.begin(first.key), end = firsts_.end(first.key); entry != end;
         ++entry) {
      if (entry->key != first.key) continue;
      bool same = true;
      for (std::size_t i = 0; same && i < here.size() && entry->behind[i] != 0; ++i) {
        if (here[i] == 0) here[i] = next_key(text, known);
        same = here[i] == entry->behind[i];
      }
      if (!same) continue;
      const std::size_t stop = match(text, at, rows_[entry->row].phrase);
      if (stop != npos) return {&rows_[entry->row], stop};
    }
    return {};
  }

  /// Some row begins with a syllable of this key.
  [[nodiscard]] constexpr bool may_begin(SyllableKey key) const {
    for (auto entry = firsts_.begin(key), end = firsts_.end(key); entry != end; ++entry) {
      if (entry->key == key) return true;
    }
    return false;
  }

  /// The longest row that ends at `end`, with where it begins in `Match::end`.
  [[nodiscard]] constexpr Match longest_before(std::string_view text, std::size_t end) const {
    if (!last_letters_.may_have(last_letters(text, end))) return {};
    const std::size_t last = word_begin(text, end);
    if (last == end) return {};
    const SyllableKey key = syllable_key(text.substr(0, end), last);
    for (auto entry = lasts_.begin(key), stop = lasts_.end(key); entry != stop; ++entry) {
      if (entry->key != key) continue;
      const std::size_t begin = match_back(text, end, rows_[entry->row].phrase);
      if (begin != npos) return {&rows_[entry->row], begin};
    }
    return {};
  }

  [[nodiscard]] constexpr const std::array<Row, N>& rows() const noexcept { return rows_; }

 private:
  [[nodiscard]] static constexpr std::array<SyllableKey, N> first_keys(
      const std::array<Row, N>& rows) {
    std::array<SyllableKey, N> keys{};
    for (std::size_t i = 0; i < N; ++i) keys[i] = syllable_key(rows[i].phrase, 0);
    return keys;
  }

  /// Of the syllable behind the blanks at `at`, which goes behind it.
  [[nodiscard]] static constexpr std::uint16_t next_key(std::string_view text, std::size_t& at) {
    const Syllable next = syllable_at(text, skip_blanks(text, at));
    at = next.end;
    return static_cast<std::uint16_t>(next.key | 1U);
  }

  [[nodiscard]] static constexpr std::array<KeysBehind, N> keys_behind(
      const std::array<Row, N>& rows) {
    std::array<KeysBehind, N> keys{};
    for (std::size_t i = 0; i < N; ++i) {
      const std::string_view phrase = rows[i].phrase;
      std::size_t at = syllable_at(phrase, 0).end;
      for (std::uint16_t& key : keys[i]) {
        if (!has_byte(phrase, at, ' ') || at + 1 == phrase.size()) break;
        key = next_key(phrase, at);
      }
    }
    return keys;
  }

  [[nodiscard]] static constexpr std::array<SyllableKey, N> last_keys(
      const std::array<Row, N>& rows) {
    std::array<SyllableKey, N> keys{};
    for (std::size_t i = 0; i < N; ++i) {
      keys[i] = syllable_key(rows[i].phrase, word_begin(rows[i].phrase, rows[i].phrase.size()));
    }
    return keys;
  }

  [[nodiscard]] static constexpr std::array<std::uint16_t, N> sizes(
      const std::array<Row, N>& rows) {
    std::array<std::uint16_t, N> all{};
    for (std::size_t i = 0; i < N; ++i) {
      all[i] = static_cast<std::uint16_t>(rows[i].phrase.size());
    }
    return all;
  }

  /// Sizes of the phrases that end in a word: only they are found from behind.
  [[nodiscard]] static constexpr std::array<std::uint16_t, N> ends(const std::array<Row, N>& rows) {
    std::array<std::uint16_t, N> all = sizes(rows);
    for (std::size_t i = 0; i < N; ++i) {
      const std::string_view phrase = rows[i].phrase;
      if (word_begin(phrase, phrase.size()) == phrase.size()) all[i] = 0;
    }
    return all;
  }

  std::array<Row, N> rows_;
  LetterFilter<N> first_letters_;
  LetterFilter<N> last_letters_;
  SyllableIndex<N> firsts_;
  SyllableIndex<N> lasts_;
};

template <class Row, std::size_t N>
PhraseTable(const std::array<Row, N>&) -> PhraseTable<Row, N>;

/// A row that says nothing but that it is there.
struct Phrase {
  std::string_view phrase;
};

/// A table of phrases alone.
template <std::size_t N>
constexpr auto phrases(const std::array<std::string_view, N>& words) {
  std::array<Phrase, N> rows{};
  for (std::size_t i = 0; i < N; ++i) rows[i] = {words[i]};
  return PhraseTable(rows);
}

/// The first syllables of several tables: most words of a text are in none of them and cost one
/// look for all.
class FirstSyllables {
 public:
  template <class... Tables>
  constexpr explicit FirstSyllables(const Tables&... tables) {
    (add(tables), ...);
  }

  /// False: no row of the tables begins with a syllable of this key.
  [[nodiscard]] constexpr bool may_begin(SyllableKey key) const {
    return (bits_[(key / 64U) % bits_.size()] >> (key % 64U) & 1U) != 0;
  }

 private:
  template <class Table>
  constexpr void add(const Table& table) {
    for (const auto& row : table.rows()) {
      const SyllableKey key = syllable_key(row.phrase, 0);
      bits_[(key / 64U) % bits_.size()] |= std::uint64_t{1} << (key % 64U);
    }
  }

  std::array<std::uint64_t, 128> bits_{};
};

}  // namespace vanban::tokens

#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

/// The file of a language model: a header and arrays, each padded to 8 bytes, in the order of
/// `section_sizes`. Little-endian, read in place. Offsets follow from the counts, so that there are
/// none to be wrong. Words are numbered; numbers below `first_real_word` are classes.
///
///     unigram   probability, back-off
///     bucket    first bigram; a pair of words belongs to the bucket that its hash names
///     bigram    rest of the hash, probability, back-off, first trigram     sorted within its
///     bucket trigram   word, probability in three bytes                sorted by word within its
///     bigram spellings words in lower case; those from `words` on are second spellings (hoà for
///     hòa) slots     open addressing from a spelling to its number case      how words are
///     capitalised, alone and beside a neighbour patterns  open addressing from a spelling with a
///     hole ("nh?n") or without marks ("=nhan") to
///               the spellings that fit
namespace vanban::language::format {

static_assert(std::endian::native == std::endian::little, "the model is read in place");

inline constexpr std::array<char, 8> magic{'v', 'a', 'n', 'b', 'a', 'n', 'L', 'M'};
inline constexpr std::uint32_t version = 2;

struct Header {
  std::array<char, 8> magic{};
  std::uint32_t version = 0;
  std::uint32_t size = 0;      ///< bytes of the whole file
  std::uint64_t checksum = 0;  ///< of all that follows the header
  std::uint32_t words = 0;
  std::uint32_t spellings = 0;
  std::uint32_t spelling_bytes = 0;
  std::uint32_t bigrams = 0;
  std::uint32_t trigrams = 0;
  std::uint32_t slots = 0;          ///< a power of two
  std::uint32_t left_cases = 0;     ///< rows of capitalisation after a certain word
  std::uint32_t right_cases = 0;    ///< the same before a certain word
  std::uint32_t pattern_slots = 0;  ///< a power of two
  std::uint32_t postings = 0;
  std::uint32_t word_bits = 0;    ///< of the number of a word, rounded up
  std::uint32_t bucket_bits = 0;  ///< a pair's bucket is the top bits of its hash; the rest has 16
};
static_assert(sizeof(Header) == 72);

/// Two words and what is known of them. One cache line holds all that a look-up needs.
struct Bigram {
  std::uint16_t rest = 0;
  std::uint8_t cost = 0;
  std::uint8_t backoff = 0;
  std::uint32_t first = 0;  ///< trigram
};
static_assert(sizeof(Bigram) == 8);

/// A trigram is a word, low byte first, and the byte of its cost.
inline constexpr std::size_t trigram_bytes = 3;

/// The bits of the number of a pair.
[[nodiscard]] constexpr std::uint32_t pair_mask(std::uint32_t word_bits) {
  return word_bits >= 16 ? 0xFFFFFFFFU : (std::uint32_t{1} << (2 * word_bits)) - 1;
}

/// Numbers of pairs of words, spread evenly: one to one over 2 * word_bits bits, so that the bucket
/// and the rest together are the pair. `mask` is that of `pair_mask`.
[[nodiscard]] constexpr std::uint32_t mix_pair(std::uint32_t word_bits, std::uint32_t mask,
                                               std::uint32_t last, std::uint32_t next) {
  std::uint32_t mixed = ((last << word_bits) | next) & mask;
  mixed = (mixed * 0x9E3779B1U) & mask;
  mixed ^= mixed >> word_bits;
  return (mixed * 0x85EBCA6BU) & mask;
}

/// A slot is empty where `spelling` is `no_spelling`.
struct Slot {
  std::uint32_t tag = 0;
  std::uint16_t spelling = 0;
  std::uint16_t unused = 0;
};
inline constexpr std::uint16_t no_spelling = 0xFFFF;

/// Shares of the letter cases of a word, in 1/255; mixed case is the rest.
struct CaseShares {
  std::uint8_t lower = 0;
  std::uint8_t title = 0;
  std::uint8_t upper = 0;
  std::uint8_t mixed_capitals = 0;  ///< bit i: letter i of "TTg" is a capital; 0: never mixed
};

/// Share of Title among lower and Title beside `neighbour`, in 1/255.
struct NeighbourCase {
  std::uint16_t neighbour = 0;
  std::uint8_t title = 0;
  std::uint8_t unused = 0;
};

/// Postings from `first` up to one that is `no_spelling`; the slot is empty where `first` is
/// `no_posting`.
struct PatternSlot {
  std::uint32_t tag = 0;
  std::uint32_t first = 0;
};
inline constexpr std::uint32_t no_posting = 0xFFFFFFFF;

/// Stands for one letter in a pattern. No folded word has it.
inline constexpr char hole = '?';
/// Begins a pattern that stands for all spellings with the same letters without marks: "=ban".
inline constexpr char bare_mark = '=';
inline constexpr std::size_t max_holes = 2;
inline constexpr std::size_t max_pattern_letters = 9;

enum Section : std::size_t {
  probabilities,  ///< float[256]: costs in nats that the bytes stand for
  backoffs,       ///< float[256]
  unigram_cost,
  unigram_backoff,
  buckets,      ///< 2^bucket_bits + 1
  bigram_rows,  ///< Bigram, bigrams + 1: the last one ends the trigrams
  trigram_rows,
  spelling_offset,  ///< spellings + 1
  spelling_word,
  spelling_text,
  slots,
  case_inside,  ///< CaseShares of a word within its sentence
  case_first,   ///< the same at a sentence's start
  left_first,   ///< words + 1
  left_case,
  right_first,  ///< words + 1
  right_case,
  pattern_slots,
  postings,
  section_count
};

[[nodiscard]] constexpr std::array<std::uint64_t, section_count> section_sizes(const Header& h) {
  const std::uint64_t words = h.words;
  const std::uint64_t bigrams = h.bigrams;
  const std::uint64_t trigrams = h.trigrams;
  const std::uint64_t spellings = h.spellings;
  return {256 * sizeof(float),
          256 * sizeof(float),
          words * sizeof(float),
          words * sizeof(float),
          ((std::uint64_t{1} << (h.bucket_bits & 31U)) + 1) * 4,
          (bigrams + 1) * sizeof(Bigram),
          trigrams * trigram_bytes,
          (spellings + 1) * 4,
          spellings * 2,
          h.spelling_bytes,
          std::uint64_t{h.slots} * sizeof(Slot),
          words * sizeof(CaseShares),
          words * sizeof(CaseShares),
          (words + 1) * 4,
          std::uint64_t{h.left_cases} * sizeof(NeighbourCase),
          (words + 1) * 4,
          std::uint64_t{h.right_cases} * sizeof(NeighbourCase),
          std::uint64_t{h.pattern_slots} * sizeof(PatternSlot),
          std::uint64_t{h.postings} * 2};
}

[[nodiscard]] constexpr std::uint64_t padded(std::uint64_t size) {
  return (size + 7) / 8 * 8;
}

/// FNV-1a over words of eight bytes; `size` is a multiple of eight.
[[nodiscard]] inline std::uint64_t checksum(const std::uint64_t* words, std::size_t count) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (std::size_t i = 0; i < count; ++i) {
    hash = (hash ^ words[i]) * 0x100000001B3U;
    hash ^= hash >> 32U;
  }
  return hash;
}

}  // namespace vanban::language::format

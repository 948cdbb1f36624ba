// A syllable is taken apart from the outside in: the tone mark comes off its letter, the longest
// onset that the rime allows comes off the front, and the rest must be a row of the rimes.
#include "language/syllable.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <optional>

#include "language/letters.hpp"

namespace vanban::language {
namespace {

enum class Before : std::uint8_t { any, front, back, not_e };

struct Onset {
  std::string_view letters;
  Before before;
};

struct Rime {
  std::string_view letters;
  std::uint8_t mark;      ///< letter that carries the mark, new placement
  std::uint8_t old_mark;  ///< the same, old placement
};

struct TonedVowel {
  std::string_view letter;
  std::string_view base;
  Tone tone;
};

constexpr Onset onsets[] = {
#include "tables/onsets.inc"
};
constexpr Rime rimes[] = {
#include "tables/rimes.inc"
};
constexpr TonedVowel toned_vowels[] = {
#include "tables/toned_vowels.inc"
};

/// A few letters as a number: their bytes, the first one lowest. What is longer is no part of a
/// syllable.
using Packed = std::uint64_t;
constexpr std::size_t max_packed = sizeof(Packed);
static_assert(std::endian::native == std::endian::little);

constexpr Packed pack(std::string_view letters) {
  Packed packed = 0;
  for (std::size_t i = 0; i < letters.size() && i < max_packed; ++i) {
    packed |= Packed{static_cast<unsigned char>(letters[i])} << (8 * i);
  }
  return packed;
}

/// Rows of a table by their letters.
template <std::size_t N>
class PackedIndex {
 public:
  template <class Row>
  constexpr PackedIndex(const Row (&rows)[N], std::string_view Row::*letters) {
    for (std::size_t i = 0; i < N; ++i) {
      const Packed key = pack(rows[i].*letters);
      std::size_t slot = slot_of(key);
      while (keys_[slot] != 0) slot = (slot + 1) % size;
      keys_[slot] = key;
      rows_[slot] = static_cast<std::uint8_t>(i);
    }
  }

  /// The number of the row, or `none`.
  [[nodiscard]] constexpr std::size_t find(Packed key) const {
    for (std::size_t slot = slot_of(key); keys_[slot] != 0; slot = (slot + 1) % size) {
      if (keys_[slot] == key) return rows_[slot];
    }
    return none;
  }
  static constexpr std::size_t none = N;

 private:
  static_assert(N < 256);
  static constexpr std::size_t size = std::bit_ceil(4 * N);
  [[nodiscard]] static constexpr std::size_t slot_of(Packed key) {
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15U) >> 48U) % size;
  }
  std::array<Packed, size> keys_{};
  std::array<std::uint8_t, size> rows_{};
};
constexpr PackedIndex rime_index(rimes, &Rime::letters);
constexpr PackedIndex vowel_index(toned_vowels, &TonedVowel::letter);

/// Longer than "nghiêng" in letters and "nghuyễng" in bytes: nothing longer is a syllable.
constexpr std::size_t max_bytes = 16;

/// A word without its tone mark.
struct Toneless {
  std::array<char, max_bytes> bytes{};
  std::size_t size = 0;
  std::size_t letters = 0;
  std::size_t marks = 0;
  std::size_t marked_letter = 0;
  Tone tone = Tone::level;

  [[nodiscard]] std::string_view text() const { return {bytes.data(), size}; }
  /// The letters from byte `at` on, and what else fits.
  [[nodiscard]] Packed packed(std::size_t at) const {
    Packed packed = 0;
    std::memcpy(&packed, bytes.data() + at, max_packed);
    return packed;
  }
};

std::optional<Toneless> strip_tone(std::string_view word) {
  if (word.empty() || word.size() > max_bytes) return std::nullopt;
  Toneless out;
  const char* const end = word.data() + word.size();
  for (const char* at = word.data(); at < end;) {
    const std::size_t length = letter_length(at, end);
    if (length == 0) return std::nullopt;
    std::array<char, 4> folded{};
    fold_letter(at, length, folded.data());
    std::string_view letter(folded.data(), length);
    const std::size_t toned = length == 1 ? vowel_index.none : vowel_index.find(pack(letter));
    if (toned != vowel_index.none) {
      letter = toned_vowels[toned].base;
      out.tone = toned_vowels[toned].tone;
      out.marked_letter = out.letters;
      ++out.marks;
    }
    std::ranges::copy(letter, out.bytes.begin() + static_cast<std::ptrdiff_t>(out.size));
    out.size += letter.size();
    ++out.letters;
    at += length;
  }
  return out;
}

bool allows(Before before, std::string_view rime) {
  const bool e = rime.starts_with('e') || rime.starts_with("ê");
  const bool i = rime.starts_with('i');
  const bool y = rime.starts_with('y');
  switch (before) {
    case Before::any: return true;
    case Before::front: return e || i || y;
    case Before::back: return !(e || i || y);
    case Before::not_e: return !(e || y);
  }
  return false;
}

std::size_t count_letters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

bool ends_in_stop(std::string_view rime) {
  return rime.ends_with('c') || rime.ends_with("ch") || rime.ends_with('p') || rime.ends_with('t');
}

struct Parts {
  std::size_t onset_letters = 0;
  const Rime* rime = nullptr;
};

/// Every way to cut the word, as "giếng" is gi + êng and g + iêng: the first whose mark stands
/// right.
template <class Accept>
std::optional<Parts> cut(const Toneless& word, const Accept& accept) {
  for (const Onset& onset : onsets) {
    const std::size_t size = onset.letters.size();
    const Packed mask = (Packed{1} << (8 * size)) - 1;
    if ((word.packed(0) & mask) != pack(onset.letters) || word.size > size + max_packed) continue;
    const std::size_t row = rime_index.find(word.packed(size));
    if (row == rime_index.none || !allows(onset.before, rimes[row].letters)) continue;
    const Parts parts{count_letters(onset.letters), &rimes[row]};
    if (accept(parts)) return parts;
  }
  return std::nullopt;
}

std::optional<Parts> parse(const Toneless& word) {
  if (word.marks > 1) return std::nullopt;
  return cut(word, [&word](const Parts& parts) {
    const bool stop = ends_in_stop(parts.rime->letters);
    if (stop && word.tone != Tone::acute && word.tone != Tone::dot) return false;
    if (word.marks == 0) return true;
    return word.marked_letter == parts.onset_letters + parts.rime->mark ||
           word.marked_letter == parts.onset_letters + parts.rime->old_mark;
  });
}

}  // namespace

bool is_syllable(std::string_view word) {
  const auto bare = strip_tone(word);
  return bare && parse(*bare);
}

std::string other_placement(std::string_view syllable) {
  const auto bare = strip_tone(syllable);
  if (!bare || bare->marks == 0) return {};
  const auto parts = parse(*bare);
  if (!parts || parts->rime->mark == parts->rime->old_mark) return {};
  const std::size_t onset = parts->onset_letters;
  const std::size_t target = bare->marked_letter == onset + parts->rime->mark
                                 ? onset + parts->rime->old_mark
                                 : onset + parts->rime->mark;
  std::string out;
  std::size_t letter = 0;
  for (std::size_t at = 0; at < bare->size; ++letter) {
    const std::size_t length = code_point_length(bare->bytes[at]);
    const std::string_view base(bare->bytes.data() + at, length);
    const auto* const toned = std::ranges::find_if(toned_vowels, [&](const TonedVowel& row) {
      return row.base == base && row.tone == bare->tone;
    });
    out += letter == target && toned != std::end(toned_vowels) ? toned->letter : base;
    at += length;
  }
  return out;
}

}  // namespace vanban::language

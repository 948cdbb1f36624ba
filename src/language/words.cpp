#include "language/words.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>

#include "language/letters.hpp"

namespace vanban::language {
namespace {

constexpr std::size_t key_bytes = sizeof(WordKey::block);

/// A letter of two or three bytes in lower case.
struct SmallLetter {
  std::array<char, 3> bytes{};
  bool was_capital = false;
};

/// Of the code points from `First` on, by the bytes that their letters have in UTF-8.
template <unsigned First, unsigned Last, std::size_t Length>
constexpr std::array<SmallLetter, Last - First> small_letters() {
  std::array<SmallLetter, Last - First> letters{};
  for (unsigned point = First; point < Last; ++point) {
    const std::array<char, 3> bytes =
        Length == 2 ? std::array<char, 3>{static_cast<char>(0xC0U | (point >> 6U)),
                                          static_cast<char>(0x80U | (point & 0x3FU))}
                    : std::array<char, 3>{static_cast<char>(0xE0U | (point >> 12U)),
                                          static_cast<char>(0x80U | ((point >> 6U) & 0x3FU)),
                                          static_cast<char>(0x80U | (point & 0x3FU))};
    SmallLetter& small = letters[point - First];
    small.bytes = bytes;
    small.was_capital = fold_letter(bytes.data(), Length, small.bytes.data());
  }
  return letters;
}
constexpr unsigned first_of_two = 0xC0;      // U+00C0 to U+053F
constexpr unsigned first_of_three = 0x1E00;  // U+1E00 to U+1EFF
constexpr auto small_of_two = small_letters<first_of_two, 0x540, 2>();
constexpr auto small_of_three = small_letters<first_of_three, 0x1F00, 3>();

/// Of the letter of `length` bytes at `at`, two or three.
const SmallLetter& small_letter(const char* at, std::size_t length) {
  const unsigned second = detail::byte_at(at + 1) & 0x3FU;
  if (length == 2) {
    return small_of_two[(((detail::byte_at(at) & 0x1FU) << 6U) | second) - first_of_two];
  }
  return small_of_three[((second << 6U) | (detail::byte_at(at + 2) & 0x3FU)) -
                        (first_of_three & 0xFFFU)];
}

/// Collects the bytes of a key and what the word is made of.
struct WordBuilder {
  std::array<char, key_bytes + 8> folded{};  ///< a letter is written before it is known to fit
  std::uint32_t size = 0;
  std::uint32_t letters = 0;
  std::uint32_t capitals = 0;
  std::uint32_t capital_bits = 0;  ///< of the first 32
  bool too_long = false;

  void add_ascii(char small, bool capital) {
    folded[size] = small;
    count(1, capital);
  }
  /// The letter of `length` bytes at `at`, two or three.
  void add_letter(const char* at, std::size_t length) {
    const SmallLetter& small = small_letter(at, length);
    std::memcpy(folded.data() + size, small.bytes.data(), length);
    count(static_cast<std::uint32_t>(length), small.was_capital);
  }

  [[nodiscard]] WordKey key() const {
    WordKey key;
    std::memcpy(key.block.data(), folded.data(), key_bytes);
    if (size < key_bytes) clear_behind(key);
    key.size = static_cast<std::uint8_t>(size);
    key.too_long = too_long;
    return key;
  }

 private:
  void count(std::uint32_t length, bool capital) {
    if (size + length <= key_bytes) {
      size += length;
    } else {
      too_long = true;
    }
    capitals += capital ? 1U : 0U;
    if (letters < 32) capital_bits |= (capital ? 1U : 0U) << letters;
    ++letters;
  }
  /// What was written of a letter that did not fit.
  void clear_behind(WordKey& key) const {
    if (!too_long) return;
    std::array<char, key_bytes> bytes{};
    std::memcpy(bytes.data(), folded.data(), size);
    std::memcpy(key.block.data(), bytes.data(), key_bytes);
  }
};

LetterCase case_of(std::size_t letters, std::size_t capitals, bool first_is_capital) {
  if (capitals == 0) return LetterCase::lower;
  if (capitals == letters && letters > 1) return LetterCase::upper;
  return capitals == 1 && first_is_capital ? LetterCase::title : LetterCase::mixed;
}

/// I to XXXIX, what headings and terms of congresses use; C, D, L and M are initials far more
/// often.
bool is_roman(std::string_view letters) {
  std::size_t tens = 0;
  while (tens < letters.size() && tens < 3 && letters[tens] == 'X') ++tens;
  static constexpr std::array<std::string_view, 10> units{"",  "I",  "II",  "III",  "IV",
                                                          "V", "VI", "VII", "VIII", "IX"};
  for (const std::string_view unit : units) {
    if (letters.substr(tens) == unit) return true;
  }
  return false;
}

bool is_year(std::string_view digits) {
  return digits.size() == 4 &&
         ((digits[0] == '1' && digits[1] == '9') || (digits[0] == '2' && digits[1] == '0'));
}

bool is_digit(const char* at, const char* end) {
  return at < end && byte_class(*at) == ByteClass::digit;
}

/// Length of a sign that ends the context as a full stop does: "…", "•".
bool is_boundary_sign(const char* at, const char* end) {
  return end - at >= 3 && at[0] == '\xE2' && at[1] == '\x80' &&
         (at[2] == '\xA6' || at[2] == '\xA2');
}

/// The bytes of a key that are those of a word, by its size.
constexpr auto key_masks = [] {
  std::array<std::array<unsigned char, key_bytes>, key_bytes + 1> masks{};
  for (std::size_t size = 0; size < masks.size(); ++size) {
    for (std::size_t i = 0; i < size; ++i) masks[size][i] = 0xFF;
  }
  return masks;
}();

/// The key of a word in lower case: its bytes, behind which there are enough others to be read.
void set_key(const char* printed, std::size_t size, WordKey& key) {
  decltype(key.block) mask;
  std::memcpy(key.block.data(), printed, key_bytes);
  std::memcpy(mask.data(), key_masks[size].data(), key_bytes);
  for (std::size_t i = 0; i < mask.size(); ++i) key.block[i] &= mask[i];
  key.size = static_cast<std::uint8_t>(size);
  key.too_long = false;
}

}  // namespace

bool WordScanner::next(Word& word) {
  const char* at = at_;
  const char* const end = end_;
  // The gap.
  std::size_t length = 0;
  for (; at < end; at += length) {
    length = 1;
    const ByteClass kind = byte_class(*at);
    if (kind == ByteClass::blank || kind == ByteClass::other) continue;
    if (kind == ByteClass::letter || kind == ByteClass::digit) break;
    if (kind == ByteClass::boundary) {
      boundary_ = true;
      stop_ = stop_ || *at != ';';
    } else if (kind == ByteClass::newline) {
      newline_ = true;
    } else if (letter_length(at, end) != 0) {
      break;
    } else {
      boundary_ = boundary_ || is_boundary_sign(at, end);
      length = code_point_length(*at);
    }
  }
  if (at >= end) {
    at_ = at;
    return false;
  }
  at_ = at;
  word.begin = static_cast<std::uint32_t>(at - base_);
  word.after_boundary = boundary_;
  word.after_stop = stop_;
  word.after_newline = newline_;
  boundary_ = stop_ = newline_ = false;
  if (!read_small_letters(word) && !read_letters(word)) read(word);
  word.end = static_cast<std::uint32_t>(at_ - base_);
  return true;
}

// Most words are a few small letters, whose key is what stands there.
bool WordScanner::read_small_letters(Word& word) {
  const char* const begin = at_;
  if (end_ - begin < static_cast<std::ptrdiff_t>(key_bytes)) return false;
  const char* const full = begin + key_bytes - sizeof(SmallLetter::bytes);
  const char* at = begin;
  std::uint8_t letters = 0;
  for (; at <= full; ++letters) {
    if (*at >= 'a' && *at <= 'z') {
      ++at;
      continue;
    }
    const ByteClass kind = byte_class(*at);
    if (kind == ByteClass::letter || kind == ByteClass::digit) return false;
    if (kind != ByteClass::lead) break;
    const std::size_t length = letter_length(at, at + sizeof(SmallLetter::bytes));
    if (length == 0) break;
    if (small_letter(at, length).was_capital) return false;
    at += length;
  }
  if (at > full) return false;
  word.kind = WordKind::word;
  set_key(begin, static_cast<std::size_t>(at - begin), word.key);
  word.letter_case = LetterCase::lower;
  word.letters = letters;
  word.capitals = 0;
  at_ = at;
  return true;
}

// Other words are letters and nothing else, too. Folding keeps the length of a letter, so that the
// place in the text is that in the key as well.
bool WordScanner::read_letters(Word& word) {
  std::array<char, key_bytes> folded{};
  const char* const begin = at_;
  const char* const full = begin + std::min<std::ptrdiff_t>(end_ - begin, key_bytes);
  const char* at = begin;
  std::uint32_t letters = 0;
  std::uint32_t capitals = 0;  // bit i: letter i
  for (; at < full; ++letters) {
    const char small = detail::small_letter_table[static_cast<unsigned char>(*at)];
    if (small != 0) {
      capitals |= (small != *at ? 1U : 0U) << letters;
      folded[static_cast<std::size_t>(at - begin)] = small;
      ++at;
      continue;
    }
    const ByteClass kind = byte_class(*at);
    if (kind == ByteClass::digit) return false;
    if (kind != ByteClass::lead) break;
    const std::size_t length = letter_length(at, end_);
    if (length == 0) break;
    const auto size = static_cast<std::size_t>(at - begin);
    if (size + sizeof(SmallLetter::bytes) > key_bytes) return false;
    const SmallLetter& letter = small_letter(at, length);
    capitals |= (letter.was_capital ? 1U : 0U) << letters;
    std::memcpy(folded.data() + size, letter.bytes.data(), sizeof letter.bytes);
    at += length;
  }
  const auto size = static_cast<std::size_t>(at - begin);
  if (size == key_bytes) return false;
  const std::string_view printed(begin, size);
  const bool may_be_roman = printed[0] == 'I' || printed[0] == 'V' || printed[0] == 'X';
  word.kind = may_be_roman && is_roman(printed) ? WordKind::roman : WordKind::word;
  std::memcpy(word.key.block.data(), folded.data(), key_bytes);
  word.key.size = static_cast<std::uint8_t>(size);
  word.key.too_long = false;
  word.letter_case = capitals == 0
                         ? LetterCase::lower
                         : case_of(letters, static_cast<std::size_t>(std::popcount(capitals)),
                                   (capitals & 1U) != 0);
  word.letters = static_cast<std::uint8_t>(letters);
  word.capitals = static_cast<std::uint16_t>(capitals);
  at_ = at;
  return true;
}

void WordScanner::read(Word& word) {
  WordBuilder built;
  std::uint32_t digits = 0;
  const char* at = at_;
  while (at < end_) {
    const ByteClass kind = byte_class(*at);
    if (kind == ByteClass::letter) {
      const char small = detail::small_ascii_table[static_cast<unsigned char>(*at)];
      built.add_ascii(small, small != *at);
      ++at;
    } else if (kind == ByteClass::lead) {
      const std::size_t length = letter_length(at, end_);
      if (length == 0) break;
      built.add_letter(at, length);
      at += length;
    } else if (kind == ByteClass::digit) {
      ++digits;
      ++at;
      // A thousands or decimal separator belongs to its number.
      if (built.letters == 0 && at < end_ && (*at == '.' || *at == ',') && is_digit(at + 1, end_)) {
        ++at;
      }
    } else {
      break;
    }
  }
  const std::string_view printed(at_, static_cast<std::size_t>(at - at_));
  if (digits == 0) {
    const bool may_be_roman = printed[0] == 'I' || printed[0] == 'V' || printed[0] == 'X';
    word.kind = may_be_roman && is_roman(printed) ? WordKind::roman : WordKind::word;
  } else if (built.letters == 0) {
    word.kind = is_year(printed) ? WordKind::year : WordKind::number;
  } else {
    word.kind = WordKind::mixed;
  }
  word.key = built.key();
  word.letter_case = case_of(built.letters, built.capitals, (built.capital_bits & 1U) != 0);
  word.letters = static_cast<std::uint8_t>(built.letters < 255 ? built.letters : 255);
  word.capitals = static_cast<std::uint16_t>(built.capital_bits);
  at_ = at;
}

WordKey make_key(std::string_view printed) {
  WordBuilder built;
  const char* const end = printed.data() + printed.size();
  for (const char* at = printed.data(); at < end;) {
    const std::size_t length = letter_length(at, end);
    if (length == 0) return {};
    if (length == 1) {
      const char small = detail::small_ascii_table[static_cast<unsigned char>(*at)];
      built.add_ascii(small, small != *at);
    } else {
      built.add_letter(at, length);
    }
    at += length;
  }
  return built.key();
}

}  // namespace vanban::language

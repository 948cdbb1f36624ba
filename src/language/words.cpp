#include "language/words.hpp"

#include <cstring>

#include "language/letters.hpp"

namespace vanban::language {
namespace {

constexpr std::size_t key_bytes = sizeof(WordKey::block);

/// Collects the bytes of a key and what the word is made of.
struct WordBuilder {
  std::array<char, key_bytes> folded{};
  std::size_t size = 0;
  unsigned letters = 0;
  unsigned capitals = 0;
  unsigned digits = 0;
  unsigned capital_bits = 0;
  bool first_is_capital = false;
  bool too_long = false;
  bool only_roman = true;

  void add_letter(const char* at, std::size_t length) {
    std::array<char, 4> small{};
    const bool capital = fold_letter(at, length, small.data());
    if (size + length <= key_bytes) {
      std::memcpy(folded.data() + size, small.data(), length);
      size += length;
    } else {
      too_long = true;
    }
    if (capital && letters == 0) first_is_capital = true;
    capitals += capital ? 1U : 0U;
    if (capital && letters < 16) capital_bits |= 1U << letters;
    ++letters;
    only_roman = only_roman && (*at == 'I' || *at == 'V' || *at == 'X');
  }

  [[nodiscard]] WordKey key() const {
    WordKey key;
    std::memcpy(key.block.data(), folded.data(), key_bytes);
    key.size = static_cast<std::uint8_t>(size);
    key.too_long = too_long;
    return key;
  }

  [[nodiscard]] LetterCase letter_case() const {
    if (capitals == 0) return LetterCase::lower;
    if (capitals == letters && letters > 1) return LetterCase::upper;
    return capitals == 1 && first_is_capital ? LetterCase::title : LetterCase::mixed;
  }
};

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

}  // namespace

bool WordScanner::next(Word& word) {
  // The gap.
  std::size_t length = 0;
  for (; at_ < end_; at_ += length) {
    length = 1;
    const ByteClass kind = byte_class(*at_);
    if (kind == ByteClass::blank || kind == ByteClass::other) continue;
    if (kind == ByteClass::letter || kind == ByteClass::digit) break;
    if (kind == ByteClass::boundary) {
      boundary_ = true;
      stop_ = stop_ || *at_ != ';';
    } else if (kind == ByteClass::newline) {
      newline_ = true;
    } else if (letter_length(at_, end_) != 0) {
      break;
    } else {
      boundary_ = boundary_ || is_boundary_sign(at_, end_);
      length = code_point_length(*at_);
    }
  }
  if (at_ >= end_) return false;
  // The word.
  WordBuilder built;
  const char* const begin = at_;
  while (at_ < end_) {
    if (byte_class(*at_) == ByteClass::digit) {
      ++built.digits;
      ++at_;
      // A thousands or decimal separator belongs to its number.
      if (built.letters == 0 && at_ < end_ && (*at_ == '.' || *at_ == ',') &&
          is_digit(at_ + 1, end_)) {
        ++at_;
      }
      continue;
    }
    length = letter_length(at_, end_);
    if (length == 0) break;
    built.add_letter(at_, length);
    at_ += length;
  }
  word.begin = static_cast<std::uint32_t>(begin - base_);
  word.end = static_cast<std::uint32_t>(at_ - base_);
  const std::string_view printed(begin, static_cast<std::size_t>(at_ - begin));
  if (built.digits == 0) {
    word.kind = built.only_roman && is_roman(printed) ? WordKind::roman : WordKind::word;
  } else if (built.letters == 0) {
    word.kind = is_year(printed) ? WordKind::year : WordKind::number;
  } else {
    word.kind = WordKind::mixed;
  }
  word.key = built.key();
  word.letter_case = built.letter_case();
  word.letters = static_cast<std::uint8_t>(built.letters < 255 ? built.letters : 255);
  word.capitals = static_cast<std::uint16_t>(built.capital_bits);
  word.after_boundary = boundary_;
  word.after_stop = stop_;
  word.after_newline = newline_;
  boundary_ = stop_ = newline_ = false;
  return true;
}

WordKey make_key(std::string_view printed) {
  WordBuilder built;
  const char* const end = printed.data() + printed.size();
  for (const char* at = printed.data(); at < end;) {
    const std::size_t length = letter_length(at, end);
    if (length == 0) return {};
    built.add_letter(at, length);
    at += length;
  }
  return built.key();
}

std::uint64_t hash_key(const WordKey& key) {
  // Multiply and fold, the finaliser of splitmix64: every byte reaches the top half.
  std::uint64_t hash = key.block[0] * 0x9E3779B97F4A7C15U;
  hash ^= (hash >> 29U) ^ (key.block[1] * 0xBF58476D1CE4E5B9U);
  hash ^= (hash >> 31U) ^ (key.block[2] * 0x94D049BB133111EBU);
  hash *= 0xBF58476D1CE4E5B9U;
  hash ^= hash >> 27U;
  hash *= 0x94D049BB133111EBU;
  return hash ^ (hash >> 31U);
}

}  // namespace vanban::language

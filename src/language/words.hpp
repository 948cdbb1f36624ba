#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace vanban::language {

/// What stands between blanks and punctuation, as the model counts it.
enum class WordKind : std::uint8_t {
  word,    ///< letters only
  number,  ///< 15; 5.000; 42,8
  year,    ///< 1900 to 2099
  mixed,   ///< letters and digits: 02b, QH15
  roman    ///< capitals I, V, X that make a numeral
};

enum class LetterCase : std::uint8_t { lower, title, upper, mixed };

/// A word of letters in lower case, in a form that hashes and compares fast: its bytes, padded
/// with zeros. No Vietnamese syllable has more than 13 bytes.
struct WordKey {
  std::array<std::uint64_t, 3> block{};
  std::uint8_t size = 0;  ///< bytes
  bool too_long = false;  ///< more than 24 bytes: in no vocabulary
  friend bool operator==(const WordKey&, const WordKey&) = default;
};

/// The letters of a key.
struct KeyText {
  std::array<char, sizeof(WordKey::block)> bytes{};
  std::uint8_t size = 0;
  [[nodiscard]] std::string_view view() const { return {bytes.data(), size}; }
};
[[nodiscard]] inline KeyText key_text(const WordKey& key) {
  KeyText text;
  std::memcpy(text.bytes.data(), key.block.data(), text.bytes.size());
  text.size = key.size;
  return text;
}

struct Word {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  WordKey key;
  WordKind kind = WordKind::word;
  LetterCase letter_case = LetterCase::lower;
  std::uint8_t letters = 0;     ///< code points, at most 255
  std::uint16_t capitals = 0;   ///< bit i: letter i is a capital; of the first 16
  bool after_boundary = false;  ///< a full stop, colon, cell edge ... stands before it
  bool after_stop =
      false;  ///< one of them that a capital follows: not a semicolon, nor dots to fill in
  bool after_newline = false;  ///< first of its line
};

/// Walks a text word by word. The text must be valid UTF-8 and outlive the scanner.
class WordScanner {
 public:
  explicit WordScanner(std::string_view text)
      : base_(text.data()), at_(text.data()), end_(text.data() + text.size()) {}

  /// False at the end of the text.
  bool next(Word& word);

 private:
  /// The word that begins at `at_`.
  void read(Word& word);
  /// The same where it is of letters alone, and not too long for its key; else false.
  bool read_letters(Word& word);
  /// The same where all of them are small.
  bool read_small_letters(Word& word);

  const char* base_;
  const char* at_;
  const char* end_;
  bool boundary_ = true;
  bool stop_ = true;
  bool newline_ = true;
};

/// The key of a word on its own; an empty key where `printed` is not one run of letters.
[[nodiscard]] WordKey make_key(std::string_view printed);

[[nodiscard]] inline std::uint64_t hash_key(const WordKey& key) {
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

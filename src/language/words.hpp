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
  const char* base_;
  const char* at_;
  const char* end_;
  bool boundary_ = true;
  bool stop_ = true;
  bool newline_ = true;
};

/// The key of a word on its own; an empty key where `printed` is not one run of letters.
[[nodiscard]] WordKey make_key(std::string_view printed);

[[nodiscard]] std::uint64_t hash_key(const WordKey& key);

}  // namespace vanban::language

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The 8-bit encodings in which Vietnamese was written before Unicode, as tables. A legacy text
/// reaches this stage as the windows-1252 characters of its bytes: "Céng hoµ" is TCVN3.
namespace vanban::repair_stage::encodings {

/// In the order of preference where two read a text alike.
enum class Encoding : std::uint8_t {
  unicode,  ///< as it stands
  tcvn3,
  vni_win,
  viscii,
  vps,
  cp1258,
  bkhcm2,
  bkhcm1,
  vietware_x,
  vietware_f,
  vni_mac,
  isc,
  tcvn5712_1
};
inline constexpr std::size_t encoding_count = 13;

/// A letter and its code. Where `second` is not 0 it is the code of the mark behind the letter.
struct CodeRow {
  Encoding encoding;
  std::uint8_t first;
  std::uint8_t second;
  char16_t letter;
  bool shared;  ///< the capital has the same code, or one that files seldom hold
};

/// All rows of the table.
[[nodiscard]] std::span<const CodeRow> code_table();

/// The byte that windows-1252 shows as `point`; -1 where there is none. Undefined bytes are C1
/// controls. Some code points stand for the byte because PDF readers put them for it.
[[nodiscard]] int legacy_byte(char32_t point);

/// Whether its capitals with a tone mark have codes of their own.
[[nodiscard]] bool has_all_capitals(Encoding encoding);

/// What a piece of text is in an encoding.
struct Decoded {
  std::string text;
  std::uint8_t foreign = 0;       ///< letters of windows-1252 that the encoding does not have
  std::uint8_t impossible = 0;    ///< Vietnamese letters that windows-1252 does not have
  std::uint8_t misplaced = 0;     ///< signs that stand where a letter should
  std::uint64_t either_case = 0;  ///< bit i: letter i may be a capital; of the first 64 code points
};

/// Signs that are letters in some encodings, and are in their texts both: ASCII signs, and the
/// dashes and quotation marks of windows-1252, which word processors put into a text of any
/// encoding.
enum class Signs : std::uint8_t { as_letters, as_signs };

/// A character of a text that may be in any of the encodings, with what all of them ask of it.
struct RawCharacter {
  std::uint32_t begin = 0;  ///< in the text
  std::uint8_t length = 0;  ///< bytes there
  std::int16_t byte = 0;    ///< see legacy_byte
  bool sign = false;        ///< one of `Signs`
  bool foreign = false;     ///< a letter of windows-1252
  bool vietnamese = false;  ///< a letter that windows-1252 does not have
};

/// A piece of text, cut once to be read in several encodings. Views the text.
struct RawText {
  std::string_view text;
  std::vector<RawCharacter> characters;
  bool has_signs = false;
  /// Bit i: encoding i may read a character as another one than it is.
  std::uint16_t changing = 0;

  void cut(std::string_view raw);
};

/// Reads `raw` as `encoding`; not for Encoding::unicode.
void decode(Encoding encoding, const RawText& raw, Signs signs, Decoded& out);
/// The same of UTF-8.
void decode(Encoding encoding, std::string_view raw, Signs signs, Decoded& out);

}  // namespace vanban::repair_stage::encodings

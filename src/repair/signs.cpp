// A sign is a byte with the two before it, each of a set. Sets become bits of a table by byte, a
// bit a row, so that three look-ups for a byte tell for all rows whether their sign ends there.
#include "repair/signs.hpp"

#include <array>
#include <initializer_list>
#include <iterator>
#include <limits>

namespace vanban::repair_stage {
namespace {

struct Range {
  unsigned first;
  unsigned last;
  constexpr Range(unsigned only)
      : first(only), last(only) {}  // NOLINT(google-explicit-constructor)
  constexpr Range(unsigned from, unsigned to) : first(from), last(to) {}
};

class Bytes {
 public:
  constexpr Bytes(std::initializer_list<Range> ranges) {
    for (const Range& range : ranges) {
      for (unsigned byte = range.first; byte <= range.last; ++byte) {
        bits_[byte / 64] |= std::uint64_t{1} << (byte % 64);
      }
    }
  }
  [[nodiscard]] constexpr bool has(std::size_t byte) const {
    return (bits_[byte / 64] >> (byte % 64) & 1U) != 0;
  }

 private:
  std::array<std::uint64_t, 4> bits_{};
};

constexpr Bytes any{{0x00, 0xFF}};
constexpr Bytes continuation{{0x80, 0xBF}};

/// Before the text stand bytes 0.
struct Row {
  Sign sign;
  Bytes two_before;
  Bytes before;
  Bytes byte;
};

constexpr Row rows[] = {
    // What the first bytes of Vietnamese letters look like with what must follow them: á before º
    // or », Ã Ä Æ Â before what is not ASCII, Ă (windows-1258) the same, and √ ∆ ∫ (Mac Roman).
    {Sign::mojibake, {0xA1}, {0xC2}, {{0xBA, 0xBB}}},
    {Sign::mojibake, {0xC3}, {{0x82, 0x84}, 0x86}, {{0xC2, 0xFF}}},
    {Sign::mojibake, {0xC4}, {0x82}, {{0xC2, 0xFF}}},
    {Sign::mojibake, {0xE2}, {0x88}, {0x86, 0x9A, 0xAB}},

    // Characters of Latin-1 that are rare in sound Vietnamese and frequent in every encoding: of
    // U+0080..U+00BF all but NBSP § « ° ± ² ³ · º » ½ and the soft hyphen, of the letters those
    // that
    // Vietnamese does not have; and some signs of windows-1252, and controls.
    {Sign::legacy,
     any,
     {0xC2},
     {{0x80, 0x9F},
      {0xA1, 0xA6},
      {0xA8, 0xAA},
      0xAC,
      {0xAE, 0xAF},
      {0xB4, 0xB6},
      {0xB8, 0xB9},
      0xBC,
      {0xBE, 0xBF}}},
    {Sign::legacy,
     any,
     {0xC3},
     {{0x84, 0x87},
      0x8B,
      {0x8E, 0x91},
      0x96,
      0x98,
      {0x9B, 0x9C},
      {0x9E, 0x9F},
      {0xA4, 0xA7},
      0xAB,
      {0xAE, 0xB1},
      0xB6,
      0xB8,
      {0xBB, 0xBC},
      {0xBE, 0xBF}}},
    // Œ œ Š š Ÿ Ž ž, ˆ ˜, and of the signs ‚ „ † ‡.
    {Sign::legacy, any, {0xC5}, {{0x92, 0x93}, {0xA0, 0xA1}, 0xB8, {0xBD, 0xBE}}},
    {Sign::legacy, any, {0xCB}, {0x86, 0x9C}},
    {Sign::legacy, {0xE2}, {0x80}, {0x9A, 0x9E, {0xA0, 0xA1}}},
    {Sign::legacy, any, any, {{0x02, 0x06}, {0x10, 0x15}}},
    // CP1258 has its tone marks in the codes of Ì Ò ì ò, behind a vowel.
    {Sign::legacy,
     {'A', 'E', 'O', 'a', 'e', 'o', 0x82, 0x8A, 0x94, 0x95, 0x9D, 0xA2, 0xAA, 0xB4, 0xB5, 0xBD},
     {0xC3},
     {0x8C, 0x92, 0xAC, 0xB2}},
    // "aá", "aâ": letter and mark in BKHCM2 and VNI.
    {Sign::legacy, {'A', 'a'}, {0xC3}, {{0x80, 0x83}, {0xA0, 0xA3}}},

    // "a^", "e^", "o^", "u+o": no other text has many of them.
    {Sign::viqr, any, {'A', 'E', 'O', 'a', 'e', 'o'}, {'^'}},
    {Sign::viqr, {'U', 'u'}, {'*', '+'}, {'O', 'o'}},

    // First bytes of U+01C0..U+06FF, but the one of the combining marks that Vietnamese has: no
    // letter of Vietnamese begins so. And the second byte of a letter U+0140..U+017F.
    {Sign::glyph, any, any, {{0xC7, 0xCB}, {0xCD, 0xDB}}},
    {Sign::glyph, any, {0xC5}, {{0x00, 0xA7}, {0xAA, 0xFF}}},
    // Pictures of controls.
    {Sign::glyph, {0xE2}, {0x90}, {{0x85, 0x9F}}},

    // Letters of Latin-1 that Vietnamese has not.
    {Sign::low_byte, any, {0xC3}, {0x87, 0x8B, 0x91, 0x98, 0x9F, 0xA6, 0xA7}},

    // Sound here are ASCII, U+0080..U+02FF, U+1E00..U+1EFF (all Vietnamese letters) and
    // U+2002..U+203F (dashes, quotation marks, bullets): none of them changes or joins what stands
    // before it.
    {Sign::not_composed, any, any, {{0xCC, 0xE0}, {0xE3, 0xFF}}},
    {Sign::not_composed, any, {0xE1}, {{0x00, 0xB7}, {0xBC, 0xFF}}},
    {Sign::not_composed, any, {0xE2}, {{0x00, 0x7F}, {0x81, 0xFF}}},
    {Sign::not_composed, {0xE2}, {0x80}, {{0x00, 0x81}}},

    // Letters of Latin Extended-A that Vietnamese has not. The first two bytes of U+0180..U+02AF
    // but ơ ư, of Greek and all that follows up to the letters of Vietnamese, of private use.
    {Sign::strange, any, {0xC4}, {{0x84, 0x8F}, {0x94, 0xA7}, {0xAE, 0xBF}}},
    {Sign::strange, any, {0xC5}, {{0x80, 0xA7}, {0xAE, 0xBF}}},
    {Sign::strange, any, {0xC6}, {{0x80, 0x9F}, {0xA2, 0xAE}, {0xB1, 0xBF}}},
    {Sign::strange, any, {{0xC7, 0xC9}, {0xCE, 0xDF}, 0xE0, 0xEE}, continuation},
    {Sign::strange, any, {0xE1}, {{0x80, 0xB3}}},
    {Sign::strange, any, {0xCA}, {{0x80, 0xAF}}},
    {Sign::strange, any, {0xEF}, {{0x80, 0xA3}}},

    // The lead bytes of Greek and Cyrillic, and the two bytes of each Latin row of the table; a
    // test holds this against the table.
    {Sign::lookalike, any, any, {{0xCD, 0xD4}}},
    {Sign::lookalike, any, {0xC3}, {0x90, 0xB0}},
    {Sign::lookalike, any, {0xC4}, {{0xAC, 0xAD}}},
    {Sign::lookalike, any, {0xC5}, {{0x8E, 0x8F}, {0xAC, 0xAD}}},
    {Sign::lookalike, any, {0xC6}, {0x89, {0xA2, 0xA3}}},
    {Sign::lookalike, any, {0xC7}, {{0x8D, 0x8E}, {0x9B, 0x9C}}},
    {Sign::lookalike, any, {0xC9}, {0x96}},

    // A tone mark behind a blank or at the start of a cell.
    {Sign::piled, {' ', 0x1F}, {0xCC}, {{0x80, 0x83}, 0x89, 0xA3}},

    // Marks and their signs have the lead bytes CA to CD; a consonant with a tone mark is one
    // letter (ć ĉ, ń, ñ, ǹ, and most of U+1E00..U+1E7F).
    {Sign::out_of_place, any, any, {'`', {0xCA, 0xCD}}},
    {Sign::out_of_place, any, {0xC2}, {0xB4}},
    {Sign::out_of_place, any, {0xC3}, {0x91, 0xB1}},
    {Sign::out_of_place, any, {0xC4}, {{0x86, 0x87}}},
    {Sign::out_of_place, any, {0xC5}, {{0x83, 0x84}}},
    {Sign::out_of_place, any, {0xC7}, {{0xB4, 0xB5}, {0xB8, 0xB9}}},
    {Sign::out_of_place, any, {0xE1}, {{0xB8, 0xB9}}},

    // A question mark between two letters, two of them behind a letter; a replacement character, a
    // box.
    {Sign::replaced,
     {{'A', 'Z'}, {'a', 'z'}, {0x80, 0xFF}},
     {'?'},
     {'?', {'A', 'Z'}, {'a', 'z'}, {0x80, 0xFF}}},
    {Sign::replaced, {0xEF}, {0xBF}, {0xBD}},
    {Sign::replaced, {0xE2}, {0x96}, {0xA1}},

    // A number or name of a character, also without some of its signs: "&#7", "&oc", "#78", "irc;",
    // "&78", "\\u1", "\\xC", "%u1", "U+1", "u1E", "=E1".
    {Sign::escape, {'&'}, {'#', {'A', 'Z'}, {'a', 'z'}}, {{'0', '9'}, 'X', {'a', 'z'}}},
    {Sign::escape, {'#'}, {{'0', '9'}, 'x'}, {{'0', '9'}}},
    {Sign::escape, {'c', 'd', 'e', 'g', 't', 'v'}, {'c', 'e'}, {';'}},
    {Sign::escape, {'&'}, {{'0', '9'}}, {{'0', '9'}}},
    {Sign::escape, {'\\'}, {'u', 'x'}, {{'0', '9'}, {'A', 'F'}, {'a', 'f'}}},
    {Sign::escape, {'%', 'U'}, {'+', 'u'}, {'0', '1'}},
    {Sign::escape, {'u'}, {'0', '1'}, {'0', '1', 'E', 'e'}},
    {Sign::escape, {'='}, {'C', 'E'}, {'1', '3', '4', '5', '6'}},

    // Ư, Ủ, Ú, Ù before a B; "NĐ" behind B or Đ: "NĐ-CP" is in every document.
    {Sign::abbreviation, {0xC6}, {0xAF}, {'B'}},
    {Sign::abbreviation, {0xBB, 0xC3}, {0x99, 0x9A, 0xA6}, {'B'}},
    {Sign::abbreviation, {'B', 0x90}, {'N'}, {0xC4}},
};

using RowBits = std::uint64_t;
static_assert(std::size(rows) <= std::numeric_limits<RowBits>::digits);

/// The rows that have a byte in their set.
struct ByteRows {
  RowBits byte = 0;
  RowBits before = 0;
  RowBits two_before = 0;
};

constexpr std::array<ByteRows, 256> make_table() {
  std::array<ByteRows, 256> table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    for (std::size_t i = 0; i < std::size(rows); ++i) {
      const RowBits bit = RowBits{1} << i;
      if (rows[i].byte.has(byte)) table[byte].byte |= bit;
      if (rows[i].before.has(byte)) table[byte].before |= bit;
      if (rows[i].two_before.has(byte)) table[byte].two_before |= bit;
    }
  }
  return table;
}
constexpr std::array<ByteRows, 256> table = make_table();

/// Reads a text byte by byte.
class Scan {
 public:
  Scan(std::string_view text, std::size_t from)
      : before_(of(text, from, 1).before),
        two_before_(of(text, from, 2).two_before),
        next_two_before_(of(text, from, 1).two_before) {}

  /// The rows whose sign ends with `byte`, which is the next one.
  RowBits read(char byte) {
    const ByteRows& here = table[static_cast<unsigned char>(byte)];
    const RowBits found = here.byte & before_ & two_before_;
    before_ = here.before;
    two_before_ = next_two_before_;
    next_two_before_ = here.two_before;
    return found;
  }

 private:
  static const ByteRows& of(std::string_view text, std::size_t from, std::size_t back) {
    return table[from >= back ? static_cast<unsigned char>(text[from - back]) : 0U];
  }

  RowBits before_;
  RowBits two_before_;
  RowBits next_two_before_;
};

constexpr RowBits rows_of(Sign sign) {
  RowBits bits = 0;
  for (std::size_t i = 0; i < std::size(rows); ++i) {
    if (rows[i].sign == sign) bits |= RowBits{1} << i;
  }
  return bits;
}

}  // namespace

SignSet find_signs(std::string_view text) {
  Scan scan(text, 0);
  RowBits found = 0;
  for (const char byte : text) found |= scan.read(byte);
  SignSet signs;
  for (std::size_t i = 0; i < std::size(rows); ++i) {
    if ((found >> i & 1U) != 0) signs.add(rows[i].sign);
  }
  return signs;
}

std::size_t find_sign(std::string_view text, std::size_t from, Sign sign) {
  constexpr std::size_t block = 64;
  const RowBits wanted = rows_of(sign);
  for (std::size_t begin = from; begin < text.size(); begin += block) {
    const std::size_t end = begin + block < text.size() ? begin + block : text.size();
    Scan scan(text, begin);
    RowBits found = 0;
    for (std::size_t i = begin; i < end; ++i) found |= scan.read(text[i]);
    if ((found & wanted) == 0) continue;
    Scan again(text, begin);
    for (std::size_t i = begin; i < end; ++i) {
      if ((again.read(text[i]) & wanted) != 0) return i;
    }
  }
  return text.size();
}

}  // namespace vanban::repair_stage

// A sign is a run of bytes, each of a set. All of them are looked for at once: a bit stands for a
// set of a row, and moves on to that of the next one with each byte that is in it (shift-and).
#include "repair/signs.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>

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
  [[nodiscard]] constexpr bool empty() const {
    return (bits_[0] | bits_[1] | bits_[2] | bits_[3]) == 0;
  }

 private:
  std::array<std::uint64_t, 4> bits_{};
};

constexpr Bytes any{{0x00, 0xFF}};
constexpr Bytes continuation{{0x80, 0xBF}};

constexpr std::size_t longest_run = 7;

struct Row {
  Sign sign;
  std::array<Bytes, longest_run> run;
  std::size_t size = 0;
  constexpr Row(Sign of, Bytes one, Bytes two = {}, Bytes three = {}, Bytes four = {},
                Bytes five = {}, Bytes six = {}, Bytes seven = {})
      : sign(of), run{one, two, three, four, five, six, seven} {
    while (size < longest_run && !run[size].empty()) ++size;
  }
};

/// Letters of either case.
constexpr Bytes letter_c{'c', 'C'};
constexpr Bytes letter_g{'g', 'G'};
constexpr Bytes letter_i{'i', 'I'};
constexpr Bytes letter_i_y{'i', 'I', 'y', 'Y'};
constexpr Bytes letter_n{'n', 'N'};
constexpr Bytes letter_o{'o', 'O'};
constexpr Bytes letter_u{'u', 'U'};
constexpr Bytes capital{{'A', 'Z'}};
/// A capital of ASCII, or the first byte of another letter.
constexpr Bytes may_be_capital{{'A', 'Z'}, {0xC3, 0xC4}, 0xC6, 0xE1};
/// The last byte but one before a letter behind what is no ư, nor what stands for it.
constexpr Bytes no_u{{0x00, 0xC4}, {0xD5, 0xFF}};

constexpr Row rows[] = {
    // What the first bytes of Vietnamese letters look like with what must follow them: á before º
    // or », Ã Ä Æ Â before what is not ASCII, Ă (windows-1258) the same. So do other pages, as
    // code_pages.cpp has them: á before ş or ť, Cyrillic, Greek or į before » or the like; √ ∆ ∫, a
    // box behind another letter; Chinese, Thai. A test holds this against them.
    {Sign::mojibake,
     {0xA1, 0xAF, 0xB1},
     {0xC2, 0xC5, 0xCE, 0xD1},
     {0x8A, 0x94, 0x97, 0x9F, 0xA5, {0xBA, 0xBB}}},
    {Sign::mojibake, {0xC3}, {{0x82, 0x84}, 0x86}, {{0xC2, 0xFF}}},
    {Sign::mojibake, {0xC4}, {0x82}, {{0xC2, 0xFF}}},
    {Sign::mojibake, {0xE2}, {0x88, 0x95}, {0x86, 0x91, 0x97, 0x9A, {0xA8, 0xA9}, 0xAB}},
    {Sign::mojibake,
     {0xE0, {0xE5, 0xE8}},
     {0x98, 0x9B, 0xA2, {0xB2, 0xB3}, 0xB8, 0xBB},
     {0x84, 0x95, {0x99, 0x9B}, 0xAF, {0xB2, 0xB3}, 0xB7, {0xBB, 0xBC}}},

    // Characters of Latin-1 that are rare in sound Vietnamese and frequent in every encoding: of
    // U+0080..U+00BF all but NBSP § « ° ± ² ³ · º » ½ and the soft hyphen, of the letters those
    // that Vietnamese does not have; and some signs of windows-1252, and controls.
    {Sign::legacy,
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
    {Sign::legacy, {0xC5}, {{0x92, 0x93}, {0xA0, 0xA1}, 0xB8, {0xBD, 0xBE}}},
    {Sign::legacy, {0xCB}, {0x86, 0x9C}},
    {Sign::legacy, {0xE2}, {0x80}, {0x9A, 0x9E, {0xA0, 0xA1}}},
    {Sign::legacy, {{0x02, 0x06}, {0x10, 0x15}}},
    // CP1258 has its tone marks in the codes of Ì Ò ì ò, behind a vowel.
    {Sign::legacy,
     {'A', 'E', 'O', 'a', 'e', 'o', 0x82, 0x8A, 0x94, 0x95, 0x9D, 0xA2, 0xAA, 0xB4, 0xB5, 0xBD},
     {0xC3},
     {0x8C, 0x92, 0xAC, 0xB2}},
    // "aá", "aâ": letter and mark in BKHCM2 and VNI.
    {Sign::legacy, {'A', 'a'}, {0xC3}, {{0x80, 0x83}, {0xA0, 0xA3}}},

    // "a^", "e^", "o^", "u+o": no other text has many of them.
    {Sign::viqr, {'A', 'E', 'O', 'a', 'e', 'o'}, {'^'}},
    {Sign::viqr, {'U', 'u'}, {'*', '+'}, {'O', 'o'}},

    // First bytes of U+01C0..U+06FF, but the one of the combining marks that Vietnamese has: no
    // letter of Vietnamese begins so. And the second byte of a letter U+0140..U+017F.
    {Sign::glyph, {{0xC7, 0xCB}, {0xCD, 0xDB}}},
    {Sign::glyph, {0xC5}, {{0x00, 0xA7}, {0xAA, 0xFF}}},
    // Pictures of controls.
    {Sign::glyph, {0xE2}, {0x90}, {{0x85, 0x9F}}},
    // Letters of full width and of mathematics, numerals of Rome.
    {Sign::glyph, {0xE2, 0xEF, 0xF0}, {0x85, {0xBC, 0xBD}, 0x9D}},

    // Letters of Latin-1 that Vietnamese has not.
    {Sign::low_byte, {0xC3}, {0x87, 0x8B, 0x91, 0x98, 0x9F, 0xA6, 0xA7}},

    // Sound here are ASCII, U+0080..U+02FF, U+1E00..U+1EFF (all Vietnamese letters) and
    // U+2002..U+203F (dashes, quotation marks, bullets): none of them changes or joins what stands
    // before it.
    {Sign::not_composed, {{0xCC, 0xE0}, {0xE3, 0xFF}}},
    {Sign::not_composed, {0xE1}, {{0x00, 0xB7}, {0xBC, 0xFF}}},
    {Sign::not_composed, {0xE2}, {{0x00, 0x7F}, {0x81, 0xFF}}},
    {Sign::not_composed, {0xE2}, {0x80}, {{0x00, 0x81}}},

    // Letters of Latin Extended-A that Vietnamese has not. The first two bytes of U+0180..U+02AF
    // but ơ ư, of Greek and all that follows up to the letters of Vietnamese, of private use.
    {Sign::strange, {0xC4}, {{0x84, 0x8F}, {0x94, 0xA7}, {0xAE, 0xBF}}},
    {Sign::strange, {0xC5}, {{0x80, 0xA7}, {0xAE, 0xBF}}},
    {Sign::strange, {0xC6}, {{0x80, 0x9F}, {0xA2, 0xAE}, {0xB1, 0xBF}}},
    {Sign::strange, {{0xC7, 0xC9}, {0xCE, 0xDF}, 0xE0, 0xEE}, continuation},
    {Sign::strange, {0xE1}, {{0x80, 0xB3}}},
    {Sign::strange, {0xCA}, {{0x80, 0xAF}}},
    {Sign::strange, {0xEF}, {{0x80, 0xA3}}},

    // The lead bytes of Greek and Cyrillic, and the two bytes of each Latin row of the table; a
    // test holds this against the table.
    {Sign::lookalike, {{0xCD, 0xD4}}},
    {Sign::lookalike, {0xC3}, {{0x90, 0x91}, {0xB0, 0xB1}}},
    {Sign::lookalike, {{0xC4, 0xC5}}, {{0x8E, 0x8F}, {0xAC, 0xAD}}},
    {Sign::lookalike, {{0xC6, 0xC7}, 0xC9}, {0x89, {0x8D, 0x8E}, 0x96, {0x9B, 0x9C}, {0xA2, 0xA3}}},

    // A tone mark behind a blank or at the start of a cell.
    {Sign::piled, {' ', 0x1F}, {0xCC}, {{0x80, 0x83}, 0x89, 0xA3}},

    // Marks and their signs have the lead bytes CA to CD; a consonant with a tone mark is one
    // letter (ć ĉ ĺ, ń ŕ ś, ñ, ǹ, and most of U+1E00..U+1E7F).
    {Sign::out_of_place, {'`', {0xCA, 0xCD}}},
    {Sign::out_of_place, {0xC2}, {0xB4}},
    {Sign::out_of_place, {0xC3}, {0x91, 0xB1}},
    {Sign::out_of_place, {0xC4, 0xC7}, {{0x86, 0x87}, {0xB4, 0xB5}, {0xB8, 0xBA}}},
    {Sign::out_of_place, {0xC5}, {{0x83, 0x84}, {0x94, 0x95}, {0x9A, 0x9B}}},
    {Sign::out_of_place, {0xE1}, {{0xB8, 0xB9}}},

    // A question mark between two letters, two of them behind a letter; a replacement character, a
    // box.
    {Sign::replaced,
     {{'A', 'Z'}, {'a', 'z'}, {0x80, 0xFF}},
     {'?'},
     {'?', {'A', 'Z'}, {'a', 'z'}, {0x80, 0xFF}}},
    {Sign::replaced, {0xEF}, {0xBF}, {0xBD}},
    {Sign::replaced, {0xE2}, {0x96}, {0xA1}},

    // A number or name of a character, also without some of its signs: "&#7", "&oc", "#78", "irc;",
    // "&78", "\\u1", "\\xC", "%u1", "U+1", "u1E", "=E1", "%e1".
    {Sign::escape, {'&'}, {'#', {'A', 'Z'}, {'a', 'z'}}, {{'0', '9'}, 'X', {'a', 'z'}}},
    {Sign::escape, {'#'}, {{'0', '9'}, 'x'}, {{'0', '9'}}},
    {Sign::escape, {'c', 'd', 'e', 'g', 't', 'v'}, {'c', 'e'}, {';'}},
    {Sign::escape, {'&'}, {{'0', '9'}}, {{'0', '9'}}},
    {Sign::escape, {'\\'}, {'u', 'x'}, {{'0', '9'}, {'A', 'F'}, {'a', 'f'}}},
    {Sign::escape, {'\\'}, {'3'}, {{'0', '7'}}},
    {Sign::escape, {'%', 'U'}, {'+', 'u'}, {'0', '1'}},
    {Sign::escape, {'u'}, {'0', '1'}, {'0', '1', 'E', 'e'}},
    {Sign::escape, {'%', '='}, {'C', 'E', 'c', 'e'}, {'1', '3', '4', '5', '6'}},

    // Ư, Ủ, Ú, Ù before a B; "NĐ" behind B or Đ: "NĐ-CP" is in every document.
    // "l00", "2O25": a letter that looks like a digit beside one.
    {Sign::digit, {{'0', '9'}}, {'l', 'I', 'O', 'o'}},
    {Sign::digit, {'l', 'I', 'O', 'o'}, {{'0', '9'}}},
    {Sign::abbreviation, {0xC6}, {0xAF}, {'B'}},
    {Sign::abbreviation, {0xBB, 0xC3}, {0x99, 0x9A, 0xA6}, {'B'}},
    {Sign::abbreviation, {'B', 0x90}, {'N'}, {0xC4}},

    // What the pass twice_decoded counts. Of text that was taken for TCVN3: õ before y, u, m or n;
    // ấ ế ề ể ễ between capitals; ỏ before c, p, t and ớ, ỡ before nh, ch.
    {Sign::twice_decoded, {0xC3}, {0xB5}, {'y', 'u', 'm'}},
    {Sign::twice_decoded, {0xC3}, {0xB5}, {'n'}, {{0x00, 'f'}, {'h', 0xFF}}},
    {Sign::twice_decoded, capital, {0xE1}, {{0xBA, 0xBB}}, {0x81, 0x83, 0x85, 0xA5, 0xBF}, capital},
    {Sign::twice_decoded, {0xBB}, {0x8F}, {'c', 'p', 't'}},
    {Sign::twice_decoded, {0xBB}, {0x9B, 0xA1}, {'n', 'c'}, {'h'}},
    // For VNI: ơ before ng without ư, ĩ and ị before ng or i.
    {Sign::twice_decoded, {{0x00, 0xAE}, {0xB1, 0xFF}}, {0xC6}, {0xA0, 0xA1}, letter_n, letter_g},
    {Sign::twice_decoded,
     {{0x00, 0xC5}, {0xC7, 0xFF}},
     {0xAF, 0xB0},
     {0xC6},
     {0xA0, 0xA1},
     letter_n,
     letter_g},
    {Sign::twice_decoded, {0xC4}, {0xA8, 0xA9}, letter_n, letter_g},
    {Sign::twice_decoded, {0xC4}, {0xA8, 0xA9}, letter_i},
    {Sign::twice_decoded, {0xBB}, {0x8A, 0x8B}, letter_n, letter_g},
    {Sign::twice_decoded, {0xBB}, {0x8A, 0x8B}, letter_i},

    // ơ, with a tone or none, before c or ng without ư.
    {Sign::lost_horn, no_u, any, {0xE1}, {0xBB}, {{0x9A, 0xA3}}, letter_c},
    {Sign::lost_horn, no_u, any, {0xE1}, {0xBB}, {{0x9A, 0xA3}}, letter_n, letter_g},
    {Sign::lost_horn, no_u, any, {0xC6}, {0xA0, 0xA1}, letter_c},
    {Sign::lost_horn, no_u, any, {0xC6}, {0xA0, 0xA1}, letter_n, letter_g},

    // u before ơ, ư before o, a tone on the ư of ươ; i and y before e with a tone.
    {Sign::rime, letter_u, {0xE1}, {0xBB}, {{0x9A, 0xA3}}},
    {Sign::rime, letter_u, {0xC6}, {0xA0, 0xA1}},
    {Sign::rime, {0xAF, 0xB0}, letter_o},
    {Sign::rime, {0xAF, 0xB0}, {0xC3}, {0x92, 0x93, 0x95, 0xB2, 0xB3, 0xB5}},
    {Sign::rime, {0xAF, 0xB0}, {0xE1}, {0xBB}, {{0x8C, 0x8F}}},
    {Sign::rime, {0xBB}, {{0xA8, 0xB1}}, letter_o},
    {Sign::rime, {0xBB}, {{0xA8, 0xB1}}, {0xC6}, {0xA0, 0xA1}},
    {Sign::rime, letter_i_y, {0xC3}, {0x88, 0x89, 0xA8, 0xA9}},
    {Sign::rime, letter_i_y, {0xE1}, {0xBA}, {{0xB8, 0xBD}}},
    // à between capitals, also before a blank.
    {Sign::reversed, {{'A', 'Z'}, 0x90}, {0xC3}, {0xA0}, may_be_capital},
    {Sign::reversed, {{'A', 'Z'}, 0x90}, {0xC3}, {0xA0}, {' '}, may_be_capital, may_be_capital},
};

/// The sets of all rows, those of a sign in one word.
using Bits = std::uint64_t;
constexpr std::size_t word_bits = 64;
constexpr std::size_t word_count = 4;

/// Where the rows of a sign are.
struct SignPlace {
  std::size_t word = 0;
  Bits starts = 0;  ///< the first sets of its rows
  Bits ends = 0;    ///< the last ones
};

struct Automaton {
  std::array<SignPlace, sign_count> signs{};
  std::array<std::array<Bits, word_count>, 256> sets{};  ///< by byte: those that have it
  std::array<Bits, word_count> starts{};
};

constexpr Automaton automaton = [] {
  Automaton made;
  std::array<std::size_t, word_count> used{};
  for (std::size_t number = 0; number < sign_count; ++number) {
    SignPlace& place = made.signs[number];
    std::size_t needed = 0;
    for (const Row& row : rows) {
      if (static_cast<std::size_t>(row.sign) == number) needed += row.size;
    }
    // More sets than there is room for are no constant expression.
    while (used[place.word] + needed > word_bits) ++place.word;
    std::size_t at = used[place.word];
    used[place.word] += needed;
    for (const Row& row : rows) {
      if (static_cast<std::size_t>(row.sign) != number) continue;
      place.starts |= Bits{1} << at;
      for (std::size_t k = 0; k < row.size; ++k, ++at) {
        for (std::size_t byte = 0; byte < 256; ++byte) {
          if (row.run[k].has(byte)) made.sets[byte][place.word] |= Bits{1} << at;
        }
      }
      place.ends |= Bits{1} << (at - 1);
    }
    made.starts[place.word] |= place.starts;
  }
  return made;
}();

/// Reads a text byte by byte, for the signs of all words.
class Scan {
 public:
  void read(char byte) {
    const auto& sets = automaton.sets[static_cast<unsigned char>(byte)];
    for (std::size_t i = 0; i < word_count; ++i) {
      state_[i] = ((state_[i] << 1U) | automaton.starts[i]) & sets[i];
      met_[i] |= state_[i];
    }
  }
  /// Of the signs of `place`, whether one was met.
  [[nodiscard]] bool has_met(const SignPlace& place) const {
    return (met_[place.word] & place.ends) != 0;
  }

 private:
  std::array<Bits, word_count> state_{};  ///< the sets that the last bytes are in up to
  std::array<Bits, word_count> met_{};    ///< all that was ever in it
};

}  // namespace

SignSet find_signs(std::string_view text) {
  // Two halves at a time, as each byte waits for what the one before it leaves; the second begins
  // with the end of the first.
  const std::size_t half = text.size() / 2;
  const std::size_t lead_in = std::min(half, longest_run - 1);
  const std::string_view first = text.substr(0, half);
  const std::string_view second = text.substr(half);
  Scan scan;
  Scan other;
  for (const char byte : first.substr(half - lead_in)) other.read(byte);
  for (std::size_t i = 0; i < half; ++i) {
    scan.read(first[i]);
    other.read(second[i]);
  }
  if (second.size() > half) other.read(second.back());
  SignSet signs;
  for (std::size_t i = 0; i < sign_count; ++i) {
    const SignPlace& place = automaton.signs[i];
    if (scan.has_met(place) || other.has_met(place)) signs.add(static_cast<Sign>(i));
  }
  return signs;
}

std::size_t find_sign(std::string_view text, std::size_t from, Sign sign) {
  constexpr std::size_t block = 64;
  const SignPlace& place = automaton.signs[static_cast<std::size_t>(sign)];
  const auto read = [&place](Bits state, char byte) {
    const Bits sets = automaton.sets[static_cast<unsigned char>(byte)][place.word];
    return ((state << 1U) | place.starts) & sets;
  };
  Bits state = 0;
  for (const char byte : text.substr(0, from).substr(from - std::min(from, longest_run - 1))) {
    state = read(state, byte);
  }
  for (std::size_t begin = from; begin < text.size(); begin += block) {
    const std::size_t end = std::min(begin + block, text.size());
    Bits next = state;
    Bits met = 0;
    for (std::size_t at = begin; at < end; ++at) {
      next = read(next, text[at]);
      met |= next;
    }
    for (std::size_t at = begin; (met & place.ends) != 0; ++at) {
      state = read(state, text[at]);
      if ((state & place.ends) != 0) return at;
    }
    state = next;
  }
  return text.size();
}

}  // namespace vanban::repair_stage

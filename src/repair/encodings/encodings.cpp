// A code of two bytes is tried before one of a single byte: no mark of such an encoding is ever a
// letter, so that this never tears a letter from its mark.
#include "repair/encodings/encodings.hpp"

#include <algorithm>

#include "language/letters.hpp"
#include "repair/code_points.hpp"

namespace vanban::repair_stage::encodings {
namespace {

constexpr CodeRow code_rows[] = {
#include "repair/encodings/encodings.inc"
};

/// Letters and marks of the codes of two bytes; row and column 0 are of no code.
constexpr std::size_t most_firsts = 28;
constexpr std::size_t most_seconds = 40;

/// A letter as it is written, of at most three bytes.
struct Letter {
  std::array<char, 3> utf8{};
  std::uint8_t size = 0;  ///< 0: no letter
};
constexpr Letter written(char16_t letter) {
  std::array<char, 4> bytes{};
  const std::size_t size = put_code_point(bytes.data(), letter);
  return {{bytes[0], bytes[1], bytes[2]}, static_cast<std::uint8_t>(size)};
}

struct CodeTable {
  std::array<Letter, 256> single{};
  std::array<bool, 256> shared{};
  std::array<std::uint8_t, 256> first{};
  std::array<std::uint8_t, 256> second{};
  std::array<std::array<Letter, most_seconds>, most_firsts> pair{};
};

constexpr auto code_tables = [] {
  std::array<CodeTable, encoding_count> tables{};
  for (const CodeRow& row : code_rows) {
    CodeTable& table = tables[static_cast<std::size_t>(row.encoding)];
    if (row.second == 0) {
      table.single[row.first] = written(row.letter);
      table.shared[row.first] = row.shared;
    } else {
      table.first[row.first] = 1;
      table.second[row.second] = 1;
    }
  }
  for (CodeTable& table : tables) {
    std::uint8_t firsts = 0;
    std::uint8_t seconds = 0;
    for (auto& one : table.first) one = one == 0 ? std::uint8_t{0} : ++firsts;
    for (auto& one : table.second) one = one == 0 ? std::uint8_t{0} : ++seconds;
  }
  for (const CodeRow& row : code_rows) {
    if (row.second == 0) continue;
    CodeTable& table = tables[static_cast<std::size_t>(row.encoding)];
    table.pair[table.first[row.first]][table.second[row.second]] = written(row.letter);
  }
  return tables;
}();

/// By byte: the encodings in which it is a letter by itself, or the mark behind one.
constexpr auto changing_by_byte = [] {
  static_assert(encoding_count <= 16);
  std::array<std::uint16_t, 256> encodings{};
  for (const CodeRow& row : code_rows) {
    const std::uint8_t byte = row.second == 0 ? row.first : row.second;
    encodings[byte] |= static_cast<std::uint16_t>(1U << static_cast<unsigned>(row.encoding));
  }
  return encodings;
}();

struct ByteOf {
  char32_t point;
  std::uint8_t byte;
};

// The signs that windows-1252 has at 80..9F, and what PDF readers put for a few others: they go by
// the names of the glyphs, and "periodcentered" or "mu" name more than one code point.
constexpr ByteOf bytes_of[] = {
    {0x0152, 0x8C}, {0x0153, 0x9C}, {0x0160, 0x8A}, {0x0161, 0x9A}, {0x0178, 0x9F}, {0x017D, 0x8E},
    {0x017E, 0x9E}, {0x0192, 0x83}, {0x02C6, 0x88}, {0x02C9, 0xAF}, {0x02DC, 0x98}, {0x03BC, 0xB5},
    {0x2013, 0x96}, {0x2014, 0x97}, {0x2018, 0x91}, {0x2019, 0x92}, {0x201A, 0x82}, {0x201C, 0x93},
    {0x201D, 0x94}, {0x201E, 0x84}, {0x2020, 0x86}, {0x2021, 0x87}, {0x2022, 0x95}, {0x2026, 0x85},
    {0x2030, 0x89}, {0x2039, 0x8B}, {0x203A, 0x9B}, {0x20AC, 0x80}, {0x2122, 0x99}, {0x2212, 0xAD},
    {0x2219, 0xB7},
};

/// The same, to look up by the code point less 0x100; 0 where there is none.
constexpr auto bytes_by_point = [] {
  std::array<std::uint8_t, 0x2220 - 0x100> bytes{};
  for (const ByteOf& row : bytes_of) bytes[row.point - 0x100] = row.byte;
  return bytes;
}();

constexpr bool is_sign(char32_t point) {
  const bool letter = (point >= 'A' && point <= 'Z') || (point >= 'a' && point <= 'z');
  if (point < 0x7F) return point > ' ' && !letter;
  constexpr std::u32string_view of_windows = U"–—‘’“”•…";
  return of_windows.find(point) != std::u32string_view::npos;
}

/// A sign at `at` of a run of letters and signs: an opening one behind a letter, a closing one
/// before a letter, any other beside one.
bool is_misplaced(std::string_view raw, std::size_t at, CodePoint sign) {
  const auto is_letter = [](CodePoint point) {
    return point.length != 0 && point.value > ' ' && !is_sign(point.value);
  };
  const bool behind = is_letter(code_point_before(raw, at));
  const bool before = is_letter(code_point_at(raw, at + sign.length));
  if (sign.value == U'“' || sign.value == U'‘') return behind;
  if (sign.value == U'”' || sign.value == U'’' || sign.value == U'…') return before;
  return behind || before;
}

bool is_vietnamese_letter(char32_t point) {
  return (point >= 0x1EA0 && point <= 0x1EF9) || point == 0x102 || point == 0x103 ||
         point == 0x110 || point == 0x111 || point == 0x128 || point == 0x129 || point == 0x168 ||
         point == 0x169 || point == 0x1A0 || point == 0x1A1 || point == 0x1AF || point == 0x1B0;
}

bool is_letter_of_1252(char32_t point) {
  return (point >= 0xC0 && point <= 0xFF && point != 0xD7 && point != 0xF7) ||
         (point >= 0x152 && point <= 0x17E);
}

}  // namespace

std::span<const CodeRow> code_table() {
  return code_rows;
}

int legacy_byte(char32_t point) {
  if (point < 0x100) return static_cast<int>(point);
  const std::size_t row = point - 0x100;
  return row < bytes_by_point.size() && bytes_by_point[row] != 0 ? bytes_by_point[row] : -1;
}

bool has_all_capitals(Encoding encoding) {
  constexpr auto answers = [] {
    std::array<bool, encoding_count> has_all{};
    has_all.fill(true);
    for (const CodeRow& row : code_rows) {
      if (row.shared) has_all[static_cast<std::size_t>(row.encoding)] = false;
    }
    return has_all;
  }();
  return answers[static_cast<std::size_t>(encoding)];
}

void RawText::cut(std::string_view raw) {
  text = raw;
  characters.clear();
  has_signs = false;
  changing = 0;
  for (std::size_t at = 0; at < raw.size();) {
    const CodePoint point = code_point_at(raw, at);
    RawCharacter& one = characters.emplace_back();
    one.begin = static_cast<std::uint32_t>(at);
    one.length = static_cast<std::uint8_t>(point.length);
    one.byte = static_cast<std::int16_t>(legacy_byte(point.value));
    one.sign = is_sign(point.value);
    one.foreign = is_letter_of_1252(point.value);
    one.vietnamese = is_vietnamese_letter(point.value);
    has_signs = has_signs || one.sign;
    if (one.byte >= 0) changing |= changing_by_byte[static_cast<std::size_t>(one.byte)];
    at += point.length;
  }
}

void decode(Encoding encoding, const RawText& raw, Signs signs, Decoded& out) {
  const CodeTable& table = code_tables[static_cast<std::size_t>(encoding)];
  out.text.clear();
  out.foreign = out.impossible = out.misplaced = 0;
  out.either_case = 0;
  unsigned letters = 0;
  const auto put = [&out](const Letter& letter) {
    out.text.append(letter.utf8.data(), letter.size);
  };
  const std::size_t count = raw.characters.size();
  for (std::size_t i = 0; i < count; ++i, ++letters) {
    const RawCharacter& one = raw.characters[i];
    const auto as_it_is = [&] { out.text.append(raw.text, one.begin, one.length); };
    if (one.byte < 0) {
      if (one.vietnamese && out.impossible < 255) ++out.impossible;
      if (one.length == 1) {
        append_code_point(out.text, 0xFFFD);  // half of a character, where a search ended
      } else {
        as_it_is();
      }
      continue;
    }
    const auto code = static_cast<std::size_t>(one.byte);
    if (table.first[code] != 0 && i + 1 < count && raw.characters[i + 1].byte >= 0) {
      const auto second = static_cast<std::size_t>(raw.characters[i + 1].byte);
      const Letter& letter = table.pair[table.first[code]][table.second[second]];
      if (letter.size != 0) {
        put(letter);
        ++i;
        continue;
      }
    }
    bool is_letter = table.single[code].size != 0;
    if (is_letter && one.sign && signs == Signs::as_signs) {
      is_letter = false;
      const CodePoint sign = code_point_at(raw.text, one.begin);
      if (out.misplaced < 255 && is_misplaced(raw.text, one.begin, sign)) ++out.misplaced;
    }
    if (is_letter) {
      if (table.shared[code] && letters < 64) out.either_case |= std::uint64_t{1} << letters;
      put(table.single[code]);
      continue;
    }
    if (one.foreign && out.foreign < 255) ++out.foreign;
    as_it_is();
  }
}

void decode(Encoding encoding, std::string_view raw, Signs signs, Decoded& out) {
  RawText cut;
  cut.cut(raw);
  decode(encoding, cut, signs, out);
}

}  // namespace vanban::repair_stage::encodings

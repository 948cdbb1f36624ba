#include "language/letter_numbers.hpp"

#include "language/letters.hpp"

namespace vanban::language {
namespace {

constexpr std::uint16_t number_of(std::string_view bytes) {
  const unsigned lead = static_cast<unsigned char>(bytes[0]);
  unsigned point = lead;
  if (lead >= 0x80) {
    const std::size_t length = code_point_length(bytes[0]);
    if (bytes.size() < length || length == 4) return 0;
    point = lead & (length == 2 ? 0x1FU : 0x0FU);
    for (std::size_t i = 1; i < length; ++i) {
      point = (point << 6U) | (static_cast<unsigned char>(bytes[i]) & 0x3FU);
    }
  }
  if (point < 0x200) return static_cast<std::uint16_t>(point);
  if (point >= 0x1E00 && point < 0x1F00) return static_cast<std::uint16_t>(0x200 + point - 0x1E00);
  return 0;
}

struct TonedVowel {
  std::string_view letter;
  std::string_view base;
  Tone tone;
};
constexpr TonedVowel toned_vowels[] = {
#include "tables/toned_vowels.inc"
};

struct ShapedLetter {
  std::string_view letter;
  char base;
  Shape shape;
};
constexpr ShapedLetter shaped_letters[] = {
    {"â", 'a', Shape::circumflex}, {"ă", 'a', Shape::breve}, {"ê", 'e', Shape::circumflex},
    {"ô", 'o', Shape::circumflex}, {"ơ", 'o', Shape::horn},  {"ư", 'u', Shape::horn},
    {"đ", 'd', Shape::stroke},
};

/// Letters of other alphabets that a reader set to another language takes Vietnamese ones for.
struct ForeignLetter {
  std::string_view letter;
  char bare;
};
constexpr ForeignLetter foreign_letters[] = {
    {"ä", 'a'}, {"å", 'a'}, {"ā", 'a'}, {"ą", 'a'}, {"ç", 'c'}, {"ć", 'c'}, {"č", 'c'}, {"ë", 'e'},
    {"ē", 'e'}, {"ė", 'e'}, {"ę", 'e'}, {"ě", 'e'}, {"ğ", 'g'}, {"î", 'i'}, {"ï", 'i'}, {"ī", 'i'},
    {"ñ", 'n'}, {"ń", 'n'}, {"ň", 'n'}, {"ö", 'o'}, {"ø", 'o'}, {"ō", 'o'}, {"ő", 'o'}, {"š", 's'},
    {"ţ", 't'}, {"ť", 't'}, {"û", 'u'}, {"ü", 'u'}, {"ū", 'u'}, {"ů", 'u'}, {"ű", 'u'}, {"ÿ", 'y'},
};

constexpr std::array<LetterParts, letter_count> make_parts() {
  std::array<LetterParts, letter_count> parts{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) parts[c].base = static_cast<char>(c);
  for (const ShapedLetter& row : shaped_letters) {
    parts[number_of(row.letter)] = {row.base, row.shape, Tone::level};
  }
  for (const TonedVowel& row : toned_vowels) {
    const LetterParts base = parts[number_of(row.base)];
    parts[number_of(row.letter)] = {base.base, base.shape, row.tone};
  }
  return parts;
}

constexpr std::array<LetterParts, letter_count> parts = make_parts();

constexpr std::array<char, letter_count> make_bare() {
  std::array<char, letter_count> bare{};
  for (std::size_t i = 0; i < letter_count; ++i) bare[i] = parts[i].base;
  for (const ForeignLetter& row : foreign_letters) bare[number_of(row.letter)] = row.bare;
  return bare;
}

constexpr std::array<char, letter_count> bare_letters = make_bare();

}  // namespace

std::uint16_t letter_index(std::string_view bytes) {
  return bytes.empty() ? std::uint16_t{0} : number_of(bytes);
}

std::size_t capital_or_none(std::size_t index) {
  if (index < 0x80) return index >= 'a' && index <= 'z' ? index - 32 : 0;
  if (index < 0x100) return index >= 0xE0 && index != 0xF7 && index != 0xFF ? index - 32 : 0;
  if (index == 0x1B0) return 0x1AF;  // ư
  if (index == 0x1A1) return 0x1A0;  // ơ
  // Ă Đ Ĩ Ũ and their block, and all letters with two marks: pairs that begin at an even number.
  const bool paired = (index < 0x138) || (index >= 0x14A && index < 0x178) || index >= 0x200;
  return paired && (index & 1U) != 0 ? index - 1 : 0;
}

std::uint16_t capital_of(std::uint16_t index) {
  const std::size_t capital = capital_or_none(index);
  return capital == 0 ? index : static_cast<std::uint16_t>(capital);
}

void append_letter(std::uint16_t index, std::string& text) {
  const unsigned point = index < 0x200U ? index : 0x1E00U + (index - 0x200U);
  const auto push = [&text](unsigned byte) { text += static_cast<char>(byte); };
  if (point < 0x80) {
    push(point);
  } else if (point < 0x800) {
    push(0xC0U | (point >> 6U));
    push(0x80U | (point & 0x3FU));
  } else {
    push(0xE0U | (point >> 12U));
    push(0x80U | ((point >> 6U) & 0x3FU));
    push(0x80U | (point & 0x3FU));
  }
}

LetterParts letter_parts(std::uint16_t index) {
  return index < letter_count ? parts[index] : LetterParts{};
}

char bare_letter(std::uint16_t index) {
  return index < letter_count ? bare_letters[index] : '\0';
}

std::string without_marks(std::string_view lower) {
  std::string bare;
  bare.reserve(lower.size());
  for (std::size_t at = 0; at < lower.size();) {
    const char letter = bare_letter(letter_index(lower.substr(at)));
    if (letter == 0) return {};
    bare += letter;
    at += code_point_length(lower[at]);
  }
  return bare;
}

}  // namespace vanban::language

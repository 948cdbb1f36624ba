#include "language/letter_numbers.hpp"

namespace vanban::language {
namespace {

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
    parts[letter_index(row.letter)] = {row.base, row.shape, Tone::level};
  }
  for (const TonedVowel& row : toned_vowels) {
    const LetterParts base = parts[letter_index(row.base)];
    parts[letter_index(row.letter)] = {base.base, base.shape, row.tone};
  }
  return parts;
}

constexpr std::array<LetterParts, letter_count> parts = make_parts();

constexpr std::array<char, letter_count> make_bare() {
  std::array<char, letter_count> bare{};
  for (std::size_t i = 0; i < letter_count; ++i) bare[i] = parts[i].base;
  for (const ForeignLetter& row : foreign_letters) bare[letter_index(row.letter)] = row.bare;
  return bare;
}

constexpr std::array<char, letter_count> bare_letters = make_bare();

}  // namespace

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

std::uint16_t letter_with(const LetterParts& wanted) {
  for (std::uint16_t index = 1; index < letter_count; ++index) {
    if (letter_parts(index) == wanted) return index;
  }
  return 0;
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

std::string with_capitals(std::string_view word, bool all, bool first) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t length = code_point_length(word[at]);
    const std::string_view letter = word.substr(at, length);
    const std::uint16_t index = letter_index(letter);
    if ((all || (first && at == 0)) && index != 0) {
      append_letter(capital_of(index), out);
    } else {
      out += letter;
    }
    at += length;
  }
  return out;
}

}  // namespace vanban::language

#include "language/words.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "language/letters.hpp"

namespace vanban::language {
namespace {

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  WordScanner scanner(text);
  Word word;
  while (scanner.next(word)) words.push_back(word);
  return words;
}

std::string printed(std::string_view text, const Word& word) {
  return std::string(text.substr(word.begin, word.end - word.begin));
}

TEST(Letters, FoldingKeepsEveryOffset) {
  const std::string_view upper =
      "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐAZ";
  const std::string_view lower =
      "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđaz";
  EXPECT_EQ(fold(upper), lower);
  EXPECT_EQ(fold(lower), lower);
  EXPECT_EQ(fold("× ÷ “KẾ HOẠCH” 5% – ﬁ"), "× ÷ “kế hoạch” 5% – ﬁ");
  EXPECT_EQ(fold("ŽIŠKA ŁÓDŹ"), "žiška łódź");
}

/// The code point in UTF-8.
std::string encoded(std::uint32_t point) {
  if (point < 0x80) return {static_cast<char>(point)};
  const char last = static_cast<char>(0x80U | (point & 0x3FU));
  if (point < 0x800) return {static_cast<char>(0xC0U | point >> 6U), last};
  const char middle = static_cast<char>(0x80U | (point >> 6U & 0x3FU));
  return {static_cast<char>(0xE0U | point >> 12U), middle, last};
}

TEST(Letters, ATextFoldsAsItsLettersDo) {
  constexpr std::uint32_t end = 0x3000;
  std::string text;
  std::string expected;
  for (std::uint32_t point = 1; point < end; ++point) {
    const std::string printed = encoded(point);
    std::string folded = printed;
    const std::size_t length = letter_length(printed.data(), printed.data() + printed.size());
    if (length != 0) fold_letter(printed.data(), length, folded.data());
    ASSERT_EQ(fold(printed), folded) << point;
    text += printed;
    expected += folded;
  }
  EXPECT_EQ(fold(text), expected);
  // Wherever the text is cut, and whatever its length.
  for (std::size_t begin = 0; begin < 200; ++begin) {
    EXPECT_EQ(fold(std::string_view(text).substr(begin % 64, begin)),
              std::string_view(expected).substr(begin % 64, begin));
  }
}

TEST(Words, KindsAndPlaces) {
  const std::string_view text = "Số: 26-CT/TU ngày 21/10/2019, trên 5.000 tỷ (lần II), 02b.";
  const std::vector<Word> words = words_of(text);
  std::vector<std::string> texts;
  for (const Word& word : words) texts.push_back(printed(text, word));
  EXPECT_EQ(texts, (std::vector<std::string>{"Số", "26", "CT", "TU", "ngày", "21", "10", "2019",
                                             "trên", "5.000", "tỷ", "lần", "II", "02b"}));
  EXPECT_EQ(words[1].kind, WordKind::number);
  EXPECT_EQ(words[7].kind, WordKind::year);
  EXPECT_EQ(words[9].kind, WordKind::number);
  EXPECT_EQ(words[12].kind, WordKind::roman);
  EXPECT_EQ(words[13].kind, WordKind::mixed);
}

TEST(Words, RomanNumeralsAreCapitalsUpToThirtyNine) {
  for (const std::string_view text : {"I", "IV", "IX", "XIV", "XXXIX"}) {
    EXPECT_EQ(words_of(text)[0].kind, WordKind::roman) << text;
  }
  for (const std::string_view text : {"vi", "xi", "IIII", "VX", "XXXX", "CV", "Xi"}) {
    EXPECT_EQ(words_of(text)[0].kind, WordKind::word) << text;
  }
}

TEST(Words, LetterCases) {
  const std::vector<Word> words = words_of("kế Kế KẾ VNeID Đ đ");
  const std::vector<LetterCase> expected{LetterCase::lower, LetterCase::title, LetterCase::upper,
                                         LetterCase::mixed, LetterCase::title, LetterCase::lower};
  ASSERT_EQ(words.size(), expected.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    EXPECT_EQ(words[i].letter_case, expected[i]) << i;
  }
}

TEST(Words, BoundariesAndLines) {
  const std::vector<Word> words = words_of("Một. Hai; ba, bốn\nnăm\x1Fsáu … bảy – tám");
  const std::vector<bool> boundary{true, true, true, false, false, true, true, false};
  const std::vector<bool> stop{true, true, false, false, false, true, false, false};
  const std::vector<bool> newline{true, false, false, false, true, false, false, false};
  ASSERT_EQ(words.size(), boundary.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    EXPECT_EQ(words[i].after_boundary, boundary[i]) << i;
    EXPECT_EQ(words[i].after_stop, stop[i]) << i;
    EXPECT_EQ(words[i].after_newline, newline[i]) << i;
  }
}

TEST(Words, KeysFoldCaseAndRefuseWhatIsNoWord) {
  EXPECT_EQ(make_key("NGHIÊNG"), make_key("nghiêng"));
  EXPECT_EQ(hash_key(make_key("Đường")), hash_key(make_key("đường")));
  EXPECT_NE(make_key("đường"), make_key("dường"));
  EXPECT_EQ(make_key("kế hoạch").size, 0);
  EXPECT_EQ(make_key("").size, 0);
  EXPECT_TRUE(make_key("Donaudampfschifffahrtsgesellschaft").too_long);
}

TEST(Words, TornBytesAtTheEndAreNoLetter) {
  for (const std::string_view text : {"a\xC3", "a\xE1\xBA", "a\xF0\x9F", "\xE2"}) {
    EXPECT_LE(words_of(text).size(), 1U);
  }
}

}  // namespace
}  // namespace vanban::language

#include "tokens/words.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace vanban::tokens {
namespace {

constexpr std::string_view small_letters =
    "aăâeêioôơuưyđàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợ"
    "ùúủũụừứửữựỳýỷỹỵbz0";
constexpr std::string_view capitals =
    "AĂÂEÊIOÔƠUƯYĐÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢ"
    "ÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴBZ0";

TEST(Words, AreTheRunsOfLettersAndDigits) {
  const std::string_view text = "Số 12/KH-UBND, “Năm 2031” (m²) \xC2\xA0 đợt2.";
  std::vector<Word> words{{7, 9, 1}};  // what was there before is gone
  const WordedText worded = find_words(text, words);
  std::vector<std::string_view> found;
  for (const Word& word : worded.words) {
    found.push_back(text.substr(word.begin, word.end - word.begin));
    EXPECT_EQ(word.key, syllable_key(text, word.begin)) << found.back();
    EXPECT_EQ(word.end, syllable_at(text, word.begin).end) << found.back();
  }
  EXPECT_EQ(found,
            (std::vector<std::string_view>{"Số", "12", "KH", "UBND", "Năm", "2031", "m", "đợt2"}));
}

TEST(Words, HaveOneKeyInCapitalsAndSmallLetters) {
  std::vector<Word> small;
  std::vector<Word> large;
  find_words(small_letters, small);
  find_words(capitals, large);
  ASSERT_EQ(small.size(), 1U);
  ASSERT_EQ(large.size(), 1U);
  EXPECT_EQ(small[0].key, large[0].key);
}

TEST(WordWalk, APlaceInsideOfAWordBeginsAWordOfItsOwn) {
  const std::string_view text = "tháng 12kg, 5";
  std::vector<Word> words;
  WordWalk walk(find_words(text, words));
  const std::size_t number = text.find("12");
  EXPECT_EQ(walk.at_or_behind(2).end, text.find(' '));
  EXPECT_EQ(walk.at_or_behind(text.find(' ')).begin, number);
  const Word rest = walk.at_or_behind(number + 2);
  EXPECT_EQ(rest.begin, number + 2);
  EXPECT_EQ(rest.end, text.find(','));
  EXPECT_EQ(rest.key, syllable_key("kg", 0));
  EXPECT_EQ(walk.at_or_behind(rest.end).begin, text.size() - 1);
  EXPECT_EQ(walk.at_or_behind(text.size()).begin, text.size());
}

TEST(FirstWords, SaysWhichTablesAWordMayBegin) {
  static constexpr auto dates = phrases(std::to_array<std::string_view>({"đến hết", "trước"}));
  static constexpr auto acts = phrases(std::to_array<std::string_view>({"gửi", "đến nơi"}));
  static constexpr FirstWords first(dates, acts);
  EXPECT_EQ(first.of(syllable_key("Trước ngày", 0)), 1U);
  EXPECT_EQ(first.of(syllable_key("GỬI", 0)), 2U);
  EXPECT_EQ(first.of(syllable_key("đến", 0)), 3U);
}

/// A look-up reads two letters before it hashes a word: no letter may hide a row.
TEST(PhraseTable, FindsRowsInBothCasesWhateverLettersTheyBeginAndEndWith) {
  constexpr auto one = phrases(std::to_array<std::string_view>(
      {"ở", "ủy ban", "đặng", "ầm ỉ", "6 tháng", "độ c", ">=", "ứng", "ước ỵ", "m", "áo phao"}));
  for (const auto& [small, large] : {std::pair<std::string_view, std::string_view>{"ở", "Ở"},
                                     {"ủy ban", "Ủy  BAN"},
                                     {"đặng", "ĐẶNG"},
                                     {"ầm ỉ", "Ầm Ỉ"},
                                     {"6 tháng", "6\xC2\xA0THÁNG"},
                                     {"độ c", "ĐỘ C"},
                                     {"ứng", "Ứng"},
                                     {"ước ỵ", "ƯỚC Ỵ"},
                                     {"m", "M"},
                                     {"áo phao", "Áo   Phao"}}) {
    for (const std::string_view printed : {small, large}) {
      const auto found = one.longest(printed, 0);
      ASSERT_TRUE(found) << printed;
      EXPECT_EQ(found.row->phrase, small);
      EXPECT_EQ(found.end, printed.size());
      const std::string behind = "là " + std::string(printed);
      const auto before = one.longest_before(behind, behind.size());
      ASSERT_TRUE(before) << behind;
      EXPECT_EQ(before.end, behind.size() - printed.size());
    }
  }
  EXPECT_TRUE(one.longest(">=5", 0));
  EXPECT_FALSE(one.longest("ởm", 0));
}

TEST(Match, BlanksOfAnyWidthStandWhereverEightBytesEnd) {
  for (std::size_t length = 1; length < 20; ++length) {
    const std::string word(length, 'a');
    const std::string phrase = word + " bcd efgh ijklmnop";
    EXPECT_EQ(match(phrase, 0, phrase), phrase.size());
    const std::string wide = word + "  bcd\tefgh   IJKLmnop";
    EXPECT_EQ(match(wide, 0, phrase), wide.size());
    EXPECT_EQ(match(phrase + "q", 0, phrase), npos);
    EXPECT_EQ(match(phrase.substr(0, phrase.size() - 1), 0, phrase), npos);
  }
}

}  // namespace
}  // namespace vanban::tokens

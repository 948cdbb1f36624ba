#include "tokens/phrases.hpp"

#include <gtest/gtest.h>

#include "tokens/fold.hpp"

namespace vanban::tokens {
namespace {

constexpr PhraseTable table(std::to_array<Phrase>({{"quyết định"}, {"quyết"}, {"ủy ban"}, {"%"}}));

TEST(PhraseTable, TheLongestRowWins) {
  const auto found = table.longest("QUYẾT  ĐỊNH số", 0);
  ASSERT_TRUE(found);
  EXPECT_EQ(found.row->phrase, "quyết định");
  EXPECT_EQ(table.longest("Quyết tâm", 0).row->phrase, "quyết");
}

TEST(PhraseTable, RowsAreWholeWords) {
  EXPECT_FALSE(table.longest("quyếtx", 0));
  EXPECT_TRUE(table.longest("Ủy ban", 0));
  EXPECT_FALSE(table.longest("Ủy band", 0));
}

TEST(PhraseTable, FindsWhatEndsSomewhere) {
  const std::string_view text = "theo Quyết định";
  EXPECT_EQ(table.longest_before(text, text.size()).end, 5U);
  EXPECT_FALSE(table.longest_before("theo", 4));
  EXPECT_FALSE(table.longest_before("", 0));
}

TEST(Match, FoldsEveryVietnameseLetter) {
  EXPECT_EQ(match("ĐẶNG ƯỚC ỨNG Ỵ", 0, "đặng ước ứng ỵ"),
            std::string_view("ĐẶNG ƯỚC ỨNG Ỵ").size());
  EXPECT_EQ(match("Ấm", 0, "ầm"), npos);
  EXPECT_EQ(match("năm\xC2\xA0 2031", 0, "năm 2031"), std::string_view("năm\xC2\xA0 2031").size());
}

TEST(Match, BackwardsItBeginsAtAWord) {
  EXPECT_EQ(match_back("từ trước ngày", std::string_view("từ trước ngày").size(), "trước ngày"),
            std::string_view("từ ").size());
  EXPECT_EQ(match_back("xtrước", std::string_view("xtrước").size(), "trước"), npos);
  EXPECT_EQ(match_back("", 0, "trước"), npos);
}

}  // namespace
}  // namespace vanban::tokens

#include "outline/lines.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "language/letters.hpp"

namespace vanban::outline {
namespace {

std::vector<std::string> texts_of(const std::string& text) {
  const FoldedText folded{text, language::fold(text)};
  std::vector<std::string> texts;
  for (const Line& line : split_lines(folded, {})) texts.emplace_back(folded.printed(line.span));
  return texts;
}

/// `count` lines of text, none like another.
std::string page(int number, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += "Dòng thứ " + std::string(static_cast<std::size_t>(i) + 1, 'x') +
            std::string(static_cast<std::size_t>(number), 'y') + "\n";
  }
  return text;
}

using Texts = std::vector<std::string>;

TEST(SplitLines, DropsBlankLinesAndRules) {
  EXPECT_EQ(texts_of("A a\n\n  \n-------\n***\n\tB b \n| |\n"), (Texts{"A a", "B b"}));
}

TEST(SplitLines, EndsLinesAtEveryLineEnd) {
  EXPECT_EQ(texts_of("Aa\r\nBb\rCc\fDd\n"), (Texts{"Aa", "Bb", "Cc", "Dd"}));
}

TEST(SplitLines, TrimsBlanksOfEveryKind) {
  EXPECT_EQ(texts_of("\xC2\xA0 Aa\xE2\x80\x8B\n\xE3\x80\x80"
                     "Bb"),
            (Texts{"Aa", "Bb"}));
}

TEST(SplitLines, DropsPageNumbersThatCountUpAPageApart) {
  const std::string text = page(1, 30) + "2\n" + page(2, 30) + "- 3 -\n" + page(3, 30);
  EXPECT_EQ(texts_of(text).size(), 90U);
}

TEST(SplitLines, KeepsNumbersThatAreNoPageNumbers) {
  EXPECT_EQ(texts_of(page(1, 30) + "15\n" + page(2, 30)).size(), 61U);
  // The cells of a flattened table.
  EXPECT_EQ(texts_of("1\nTập huấn\nSở Y tế\n2\nKiểm tra\nSở Y tế\n3\nBáo cáo\n").size(), 8U);
}

TEST(SplitLines, DropsRunningHeads) {
  const std::string head = "Kế hoạch phòng dịch\n";
  const std::string text =
      page(1, 20) + "\f2\n" + head + page(2, 20) + "\f3\n" + head + page(3, 20);
  for (const std::string& line : texts_of(text)) EXPECT_NE(line + "\n", head);
  EXPECT_EQ(texts_of(text).size(), 60U);
}

TEST(SplitLines, SaysWhereAPageBegins) {
  const std::string text = "Aa\n\fBb\n";
  const FoldedText folded{text, language::fold(text)};
  const std::vector<Line> lines = split_lines(folded, {});
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_FALSE(lines[0].new_page);
  EXPECT_TRUE(lines[1].new_page);
}

}  // namespace
}  // namespace vanban::outline

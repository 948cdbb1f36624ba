#include <string>

#include <gtest/gtest.h>

#include "support/case_file.hpp"
#include "support/gold.hpp"
#include "vanban/token.hpp"

namespace vanban {
namespace {

std::string printed(std::string_view text) {
  std::string lines;
  for (const Token& token : tokenize(text)) {
    if (!lines.empty()) lines += '\n';
    lines += to_string(token.kind);
    lines += ' ';
    lines += text.substr(token.span.begin, token.span.size());
  }
  return lines;
}

class TokenCases : public testing::TestWithParam<test::Case> {};

TEST_P(TokenCases, AreAsExpected) {
  EXPECT_EQ(printed(GetParam().input), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Corpus, TokenCases,
                         testing::ValuesIn(test::read_case_folder(test::corpus() / "tokens")),
                         test::case_name);

TEST(Tokenize, SpansCountFromTheStartOfTheText) {
  const auto tokens = tokenize("a\n\nđược 5");
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_EQ(tokens[1].span, (TextSpan{3, 11}));
  EXPECT_EQ(tokens[2].span, (TextSpan{12, 13}));
}

TEST(Tokenize, NothingComesOfNothing) {
  EXPECT_TRUE(tokenize("").empty());
  EXPECT_TRUE(tokenize(" \n\t\r\n").empty());
}

}  // namespace
}  // namespace vanban

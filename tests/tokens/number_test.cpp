#include "tokens/number.hpp"

#include <gtest/gtest.h>

namespace vanban::tokens {
namespace {

TEST(ParseNumber, ReadsVietnameseForms) {
  EXPECT_EQ(parse_number("5.000"), 5000);
  EXPECT_EQ(parse_number("42,8"), 42.8);
  EXPECT_EQ(parse_number("2.989,5"), 2989.5);
  EXPECT_EQ(parse_number("1.234.567"), 1234567);
  EXPECT_EQ(parse_number("05"), 5);
  EXPECT_EQ(parse_number("2025"), 2025);
}

TEST(ParseNumber, RefusesOtherForms) {
  for (const char* text :
       {"", "5.00", "5.0000", "1,000,000", "12.5", "1234.567", "5,", ",5", "5 000", "5%", "x"}) {
    EXPECT_FALSE(parse_number(text)) << text;
  }
}

TEST(MatchNumber, ReadsSpreadsheetsFormsWhereNoOtherReadingIsPossible) {
  EXPECT_EQ(match_number("2.5%", 0)->value, 2.5);
  EXPECT_EQ(match_number("1,000,000 cây", 0)->value, 1000000);
  EXPECT_EQ(match_number("1.000", 0)->value, 1000);
  EXPECT_EQ(match_number("1,000", 0)->value, 1);
}

TEST(MatchNumber, EndsBeforeWhatIsNoPartOfIt) {
  EXPECT_EQ(match_number("21.10.2031", 0)->end, 2U);
  EXPECT_EQ(match_number("5.000.", 0)->end, 5U);
  EXPECT_EQ(match_number("5, 6", 0)->end, 1U);
  EXPECT_TRUE(match_number("5, 6", 0)->plain);
  EXPECT_FALSE(match_number("5.000", 0)->plain);
  EXPECT_FALSE(match_number("năm", 0));
}

}  // namespace
}  // namespace vanban::tokens

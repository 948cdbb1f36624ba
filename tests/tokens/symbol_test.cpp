#include "tokens/symbol.hpp"

#include <string>

#include <gtest/gtest.h>

namespace vanban::tokens {
namespace {

std::string symbol(std::string_view text, SymbolBlanks blanks = SymbolBlanks::inside) {
  const auto found = match_symbol(text, 0, blanks);
  return found ? without_blanks(text.substr(0, found->end)) : "none";
}

TEST(MatchSymbol, ReadsThroughTheBlanksOfAuthors) {
  EXPECT_EQ(symbol("60 /KH-KHCN ngày"), "60/KH-KHCN");
  EXPECT_EQ(symbol("57- NQ/TW ngày"), "57-NQ/TW");
  EXPECT_EQ(symbol("71/NQ -CP ngày"), "71/NQ-CP");
  EXPECT_EQ(symbol("367 - QĐ/TWĐTN-VP"), "367-QĐ/TWĐTN-VP");
  EXPECT_EQ(symbol("131/2031/NĐ - CP"), "131/2031/NĐ-CP");
  EXPECT_EQ(symbol("63/ 2031 / QĐ-UBND"), "63/2031/QĐ-UBND");
  EXPECT_EQ(symbol("12 BC/TWH"), "12BC/TWH");
}

TEST(MatchSymbol, LeavesTheSentenceAlone) {
  EXPECT_EQ(symbol("12/KH-UBND - Ủy ban nhân dân"), "12/KH-UBND");
  EXPECT_EQ(symbol("12/KH-UBND - UBND tỉnh"), "12/KH-UBND");
  EXPECT_EQ(symbol("12/KH-UBND-Phòng"), "12/KH-UBND");
  EXPECT_EQ(symbol("12 xã"), "12");
  EXPECT_EQ(symbol("60 /KH-KHCN", SymbolBlanks::none), "60");
  EXPECT_EQ(symbol("5 đồng/người"), "5");
  EXPECT_EQ(symbol("năm"), "none");
  EXPECT_EQ(symbol("12345678/KH"), "none");
}

TEST(MatchSymbol, SaysWhatItHas) {
  EXPECT_TRUE(match_symbol("08-ĐA/TU", 0)->has_group);
  EXPECT_FALSE(match_symbol("08/2031", 0)->has_group);
  EXPECT_EQ(match_symbol("/KH-UBND", 0)->head_end, 0U);
}

}  // namespace
}  // namespace vanban::tokens

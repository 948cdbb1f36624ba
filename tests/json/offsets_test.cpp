#include "json/offsets.hpp"

#include <random>
#include <string>

#include <gtest/gtest.h>

namespace vanban::json {
namespace {

/// A text of characters of one to four bytes in any order, and where each begins.
struct Sample {
  std::string text;
  std::vector<std::uint32_t> bytes;
  std::vector<std::uint32_t> utf16;
};

Sample sample(std::size_t characters, unsigned seed) {
  static constexpr std::string_view letters[] = {"a", "đ", "ế", "😀"};
  static constexpr std::uint32_t pairs[] = {1, 1, 1, 2};
  std::mt19937 random(seed);
  Sample made;
  std::uint32_t utf16 = 0;
  for (std::size_t i = 0; i <= characters; ++i) {
    made.bytes.push_back(static_cast<std::uint32_t>(made.text.size()));
    made.utf16.push_back(utf16);
    if (i == characters) break;
    const std::size_t one = random() % 4;
    made.text += letters[one];
    utf16 += pairs[one];
  }
  return made;
}

TEST(OffsetIndex, AgreesWithCountingInTextsOfEveryLengthAroundABlock) {
  for (std::size_t characters = 0; characters < 160; ++characters) {
    const Sample made = sample(characters, static_cast<unsigned>(characters));
    const OffsetIndex codepoints(made.text, OffsetUnit::codepoint);
    const OffsetIndex utf16(made.text, OffsetUnit::utf16);
    for (std::uint32_t i = 0; i < made.bytes.size(); ++i) {
      EXPECT_EQ(codepoints.from_byte(made.bytes[i]), i);
      EXPECT_EQ(codepoints.to_byte(i), made.bytes[i]);
      EXPECT_EQ(utf16.from_byte(made.bytes[i]), made.utf16[i]);
      EXPECT_EQ(utf16.to_byte(made.utf16[i]), made.bytes[i]);
    }
  }
}

TEST(OffsetIndex, BytesStayBytes) {
  const OffsetIndex bytes("Kế hoạch", OffsetUnit::utf8);
  EXPECT_EQ(bytes.from_byte(4), 4U);
  EXPECT_EQ(bytes.to_byte(4), 4U);
}

TEST(OffsetIndex, WhatIsPastTheEndIsTheEnd) {
  const OffsetIndex codepoints("Kế", OffsetUnit::codepoint);
  EXPECT_EQ(codepoints.from_byte(4000000000U), 2U);
  EXPECT_EQ(codepoints.to_byte(4000000000U), 4U);
}

TEST(OffsetIndex, InsideACharacterCountsIt) {
  const OffsetIndex codepoints("Kế", OffsetUnit::codepoint);
  EXPECT_EQ(codepoints.from_byte(2), 2U);
}

TEST(SpanConverter, ConvertsBetweenAnyTwoUnits) {
  const std::string text = "😀 Kế";
  const SpanConverter out(text, OffsetUnit::utf8, OffsetUnit::utf16);
  EXPECT_EQ(out({5, 9}), (SourceSpan{3, 5}));
  const SpanConverter across(text, OffsetUnit::utf16, OffsetUnit::codepoint);
  EXPECT_EQ(across({3, 5}), (SourceSpan{2, 4}));
  const SpanConverter same("", OffsetUnit::utf16, OffsetUnit::utf16);
  EXPECT_EQ(same({3, 5}), (SourceSpan{3, 5}));
}

}  // namespace
}  // namespace vanban::json

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "language/language_model.hpp"
#include "repair/code_points.hpp"
#include "repair/font_map/ascii_channel.hpp"
#include "repair/font_map/ascii_text.hpp"
#include "repair/font_map/spelled.hpp"
#include "repair/passes.hpp"
#include "support/case_file.hpp"

namespace vanban::repair_stage::font_map {
namespace {

const language::LanguageModel& model() {
  return language::LanguageModel::builtin();
}

TEST(AsciiCodes, EachLetterHasAPlaceOfItsOwn) {
  std::string text;
  for (const char32_t value : spelled_letters) {
    const Spelled small = spelled_of(value);
    ASSERT_NE(small, no_spelled);
    EXPECT_FALSE(is_raised(small));
    text.clear();
    append_spelled(raised(small), text);
    EXPECT_EQ(spelled_of(code_point_at(text, 0).value), raised(small));
  }
  EXPECT_EQ(spelled_of(U'ß'), no_spelled);
  EXPECT_EQ(spelled_of(U'5'), no_spelled);
}

TEST(AsciiCodes, TokensAreOddThatNoSoundTextHas) {
  const auto is_odd = [](std::string_view printed) { return make_token_type(printed).is_odd; };
  EXPECT_TRUE(is_odd("c!c"));
  EXPECT_TRUE(is_odd("th5ng"));
  EXPECT_TRUE(is_odd("nhSng"));
  EXPECT_FALSE(is_odd("và/hoặc"));
  EXPECT_FALSE(is_odd("(gọi"));
  EXPECT_FALSE(is_odd("48/2008/NĐ-CP"));
  EXPECT_FALSE(is_odd("CO2"));
}

TEST(AsciiCodes, NumbersOfListsAreKnown) {
  const auto is_number = [](std::string_view printed) {
    return is_list_number(make_token_type(printed));
  };
  EXPECT_TRUE(is_number("1."));
  EXPECT_TRUE(is_number("a)"));
  EXPECT_TRUE(is_number("**II."));
  EXPECT_FALSE(is_number("xã."));
  EXPECT_FALSE(is_number("1"));
}

TEST(AsciiCodes, AWordIsReadThroughItsCodes) {
  const SpelledWords words(model());
  const TokenType type = make_token_type("ng*y");
  const auto readings = readings_of(type, AsciiChannel(), words, 5);
  ASSERT_FALSE(readings.empty());
  const bool has_day = std::ranges::any_of(readings, [&](const TokenReading& reading) {
    return model().spelling(words.at(reading.number).word) == "ngày";
  });
  EXPECT_TRUE(has_day);
  EXPECT_TRUE(readings_of(make_token_type("xkcdq*w"), AsciiChannel(), words, 5).empty());
}

TEST(AsciiCodes, AllCasesAreOfThisPass) {
  for (const auto& one : test::read_case_folder(test::corpus() / "repair" / "ascii-codes")) {
    EXPECT_EQ(find_ascii_codes(one.input).empty(), one.input == one.expected) << one.title;
  }
}

TEST(AsciiCodes, ShortAndEmptyTextStays) {
  EXPECT_TRUE(find_ascii_codes("").empty());
  EXPECT_TRUE(find_ascii_codes("\xC3").empty());
  EXPECT_TRUE(find_ascii_codes("a1a").empty());
  EXPECT_TRUE(find_ascii_codes(std::string(10'000, '!')).empty());
}

}  // namespace
}  // namespace vanban::repair_stage::font_map

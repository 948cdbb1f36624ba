#include <algorithm>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "repair/code_points.hpp"
#include "repair/font_map/coded_words.hpp"
#include "repair/font_map/skeletons.hpp"
#include "repair/passes.hpp"
#include "support/case_file.hpp"

namespace vanban::repair_stage::font_map {
namespace {

const language::LanguageModel& model() {
  return language::LanguageModel::builtin();
}

CodedText coded(std::string_view text) {
  return read_coded_words(text, 1000, model());
}

TEST(AnyOrder, EachMarkedLetterHasAPlaceOfItsOwn) {
  for (Letter letter = 0; letter < letter_count; ++letter) {
    EXPECT_EQ(letter_of(code_point_of(letter)), letter);
  }
  EXPECT_EQ(code_point_of(letter_of(U'Ỹ')), U'Ỹ');
  EXPECT_EQ(letter_of(U'a'), no_letter);
  EXPECT_EQ(letter_of(U'ß'), no_letter);
}

TEST(AnyOrder, ASkeletonHasTheWordsThatFitInBothPlacements) {
  const Skeletons skeletons(model());
  const auto fits = [&](std::string_view skeleton, std::u32string_view letters) {
    for (const Filling& filling : skeletons.fillings(skeleton)) {
      bool equal = true;
      for (std::size_t i = 0; i < letters.size(); ++i) {
        equal = equal && filling.letters[i] == letter_of(letters[i]);
      }
      if (equal) return true;
    }
    return false;
  };
  EXPECT_TRUE(fits("???c", U"đượ"));
  EXPECT_TRUE(fits("h?a", U"ò"));
  EXPECT_TRUE(fits("ho?", U"à"));
  EXPECT_FALSE(fits("nghi?p", U"ế"));
  EXPECT_TRUE(skeletons.fillings("xyz?").empty());
}

TEST(AnyOrder, CodesThatAreSignsAreCutWithTheirWord) {
  const CodedText text = coded("s§ nghi¶p, 5 km² v¡i");
  ASSERT_EQ(text.tokens.size(), 5U);
  ASSERT_EQ(text.types.size(), 4U);
  EXPECT_EQ(text.types[1].skeleton, "nghi?p");
  EXPECT_EQ(text.types[1].codes[0], 0xB6 - first_code);
  EXPECT_EQ(text.types[2].printed, "km²");
  EXPECT_EQ(text.types[2].prints, 0);
  EXPECT_EQ(text.tokens[2].type, CodedToken::no_type);
}

TEST(AnyOrder, TheLettersLeftSayHowAWordIsPrinted) {
  const CodedText text = coded("s§ S§n S§N §n §N § b§N");
  ASSERT_EQ(text.types.size(), 7U);
  EXPECT_EQ(text.types[0].prints, lower);
  EXPECT_EQ(text.types[1].prints, title);
  EXPECT_EQ(text.types[2].prints, upper);
  EXPECT_EQ(text.types[3].prints, lower | title);
  EXPECT_EQ(text.types[4].prints, upper);
  EXPECT_EQ(text.types[5].prints, lower | title | upper);
  EXPECT_EQ(text.types[6].prints, 0);
}

TEST(AnyOrder, LettersOfManyWordsAreSurerThanThoseOfOne) {
  const auto cases = test::read_case_folder(test::corpus() / "repair" / "any-order");
  ASSERT_FALSE(cases.empty());
  const EditList edits = find_any_orders(cases.front().input);
  ASSERT_FALSE(edits.empty());
  double lowest = 1;
  double highest = 0;
  for (const Edit& edit : edits) {
    lowest = std::min(lowest, edit.confidence);
    highest = std::max(highest, edit.confidence);
  }
  EXPECT_GT(highest, 0.999);
  EXPECT_LT(lowest, 0.99);
  EXPECT_GE(lowest, 0.5);
}

TEST(AnyOrder, SoundTextAndShortTextStay) {
  std::string sound;
  for (int i = 0; i < 100; ++i) sound += "Kế hoạch này được gửi đến các xã, phường. ";
  EXPECT_TRUE(find_any_orders(sound).empty());
  EXPECT_TRUE(find_any_orders("Các äp tÊ chôc dæn rác tÜi chû, bØn þè.").empty());
  EXPECT_TRUE(find_any_orders("").empty());
  EXPECT_TRUE(find_any_orders("\xC3").empty());
}

}  // namespace
}  // namespace vanban::repair_stage::font_map

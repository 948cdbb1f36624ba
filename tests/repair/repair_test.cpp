#include "vanban/repair.hpp"

#include <limits>
#include <random>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "repair/passes.hpp"
#include "repair/properties.hpp"
#include "support/case_file.hpp"
#include "support/files.hpp"

namespace vanban {
namespace {

TEST(Repair, SoundTextComesBackUnchanged) {
  const std::string_view text = "Kế hoạch số 12/KH-UBND\nngày 05/01/2031\n";
  const auto out = repair(text);
  ASSERT_TRUE(out);
  EXPECT_EQ(out->text, text);
  EXPECT_TRUE(out->repairs.empty());
  EXPECT_TRUE(out->map.is_identity());
}

TEST(Repair, AnEmptyTextIsNoError) {
  const auto out = repair("");
  ASSERT_TRUE(out);
  EXPECT_EQ(*out, RepairedText());
}

TEST(Repair, MinConfidenceMustLieBetweenZeroAndOne) {
  for (const double wrong : {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN()}) {
    RepairOptions options;
    options.min_confidence = wrong;
    const auto out = repair("x", options);
    ASSERT_FALSE(out);
    EXPECT_EQ(out.error().code, ErrorCode::invalid_argument);
  }
}

// One such word proves nothing of a long text, but itself.
TEST(Repair, AJoinedNameProvesItself) {
  const std::string sound = test::read_file(test::corpus() / "plans" / "tree-planting-commune.txt");
  std::string text;
  for (int times = 0; times < 4; ++times) text += sound + "\n";
  const auto out =
      repair(text + "- Giao đồng chí Trần ĐứcHùng - Phó Chủ tịch dự lễ của VinaFarm.\n");
  ASSERT_TRUE(out);
  EXPECT_TRUE(out->text.ends_with("Trần Đức Hùng - Phó Chủ tịch dự lễ của VinaFarm.\n"));
  EXPECT_EQ(out->repairs.size(), 1U);
}

TEST(Repair, AnyLineEndIsKept) {
  const auto out = repair("đƣợc\r\nđƣợc\rđƣợc\u2028đƣợc\v\f");
  ASSERT_TRUE(out);
  EXPECT_EQ(out->text, "được\r\nđược\rđược\u2028được\v\f");
  EXPECT_EQ(out->repairs.size(), 4U);
}

/// Pieces of what the passes look for, in any order: what no file holds, but some file may.
std::string random_mixture(std::mt19937& random) {
  static constexpr std::string_view pieces[] = {
      "a",  "ê",  "ươ", "đ", "n",    "ng",     "th",     "Ð",      "ƣ",      "ð",  "о",
      "С",  "Ι",  "ο",  "ñ", "ṭ",    "ń",      "\u0300", "\u0301", "\u0302", " ",  " ",
      "  ", "\n", ".",  ")", "./. ", "\u0303", "\u0306", "\u0309", "\u031B", "kw", "\u0323",
      "ˊ",  "´",  "`",  "˜", "˘",    "\u0308", "\u200B", "\u25CC", "đường",  "K",  "가",
      "\t", "1",  "é",  "ệ", "ọ",    "i",      "u",      "o",      "x",      "м"};
  std::string text;
  const std::size_t count = random() % 24;
  for (std::size_t i = 0; i < count; ++i) text += pieces[random() % std::size(pieces)];
  return text;
}

TEST(RepairProperties, HoldForRandomMixtures) {
  std::mt19937 random(3);
  std::size_t changed = 0;
  for (int round = 0; round < 60000; ++round) {
    const std::string source = random_mixture(random);
    const auto out = repair_stage::run_passes(source, repair_stage::plain_passes(), {});
    ASSERT_TRUE(out);
    ASSERT_EQ(test::broken_promise(source, *out), "") << source;
    const auto again = repair_stage::run_passes(out->text, repair_stage::plain_passes(), {});
    ASSERT_TRUE(again);
    ASSERT_EQ(again->text, out->text) << source;
    if (!out->repairs.empty()) ++changed;
  }
  EXPECT_GT(changed, 10000U) << "the mixture has lost its damage";
}

class AllCases : public testing::TestWithParam<test::Case> {};

TEST_P(AllCases, KeepTheirPromises) {
  const auto out = repair(GetParam().input);
  ASSERT_TRUE(out);
  EXPECT_EQ(test::broken_promise(GetParam().input, *out), "");
}

/// Several kinds at once: cases of the repair as a whole.
class MixedCases : public testing::TestWithParam<test::Case> {};

TEST_P(MixedCases, TextIsAsExpected) {
  const auto out = repair(GetParam().input);
  ASSERT_TRUE(out);
  EXPECT_EQ(out->text, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Corpus, MixedCases,
                         testing::ValuesIn(test::read_case_folder(test::corpus() / "repair" /
                                                                  "mixed")),
                         test::case_name);

INSTANTIATE_TEST_SUITE_P(Corpus, AllCases, testing::ValuesIn([] {
                           auto cases = test::read_case_folder(test::corpus() / "repair");
                           for (std::size_t i = 0; i < cases.size(); ++i) {
                             cases[i].name += "_of_all_" + std::to_string(i);
                           }
                           return cases;
                         }()),
                         test::case_name);

}  // namespace
}  // namespace vanban

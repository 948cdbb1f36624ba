// What the caller asks of a repair: which kinds, and where tone marks stand.
#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "repair/passes.hpp"
#include "repair/properties.hpp"
#include "support/case_file.hpp"
#include "vanban/repair.hpp"

namespace vanban {
namespace {

class TonePlacementCases : public testing::TestWithParam<test::Case> {};

TEST_P(TonePlacementCases, AreAsExpectedAndKeepTheirPromises) {
  const test::Case& one = GetParam();
  RepairOptions options;
  options.tones =
      one.name.starts_with("new_style") ? TonePlacement::new_style : TonePlacement::old_style;
  const auto out = repair(one.input, options);
  ASSERT_TRUE(out);
  EXPECT_EQ(out->text, one.expected);
  EXPECT_EQ(test::broken_promise(one.input, *out), "");
  for (const Repair& repair : out->repairs) EXPECT_EQ(repair.kind, RepairKind::tone_placement);
  const auto again = repair(out->text, options);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->repairs.empty());
}

TEST_P(TonePlacementCases, StayAsTheyAreUnlessAskedFor) {
  const auto out = repair(GetParam().input);
  ASSERT_TRUE(out);
  EXPECT_EQ(out->text, GetParam().input);
}

INSTANTIATE_TEST_SUITE_P(Corpus, TonePlacementCases,
                         testing::ValuesIn(test::read_case_folder(test::corpus() / "repair" /
                                                                  "tone-placement")),
                         test::case_name);

/// Three kinds on one line, and one syllable with two of them.
constexpr std::string_view mixed = "Ðảng bộ đƣợc mở ro\u0323\u0302ng, hoà giải; ÐI đƣơ\u0323c\n";

RepairedText repaired(std::string_view text, RepairKinds kinds, TonePlacement tones) {
  RepairOptions options;
  options.kinds = kinds;
  options.tones = tones;
  auto out = repair(text, options);
  EXPECT_TRUE(out);
  EXPECT_EQ(test::broken_promise(text, *out), "");
  return *std::move(out);
}

TEST(RepairKinds, IsASet) {
  RepairKinds kinds{RepairKind::ocr, RepairKind::encoding};
  EXPECT_TRUE(kinds.contains(RepairKind::ocr));
  EXPECT_FALSE(kinds.contains(RepairKind::mojibake));
  kinds.remove(RepairKind::ocr);
  EXPECT_EQ(kinds, RepairKinds{RepairKind::encoding});
  kinds.remove(RepairKind::encoding);
  EXPECT_TRUE(kinds.empty());
  EXPECT_TRUE(RepairKinds::all().contains(RepairKind::encoding));
  EXPECT_TRUE(RepairKinds::all().contains(RepairKind::tone_placement));
}

TEST(RepairKinds, OtherKindsStay) {
  const RepairedText only = repaired(mixed, {RepairKind::lookalike}, TonePlacement::old_style);
  EXPECT_TRUE(only.text.starts_with("Đảng bộ được mở ro\u0323\u0302ng, hoà giải")) << only.text;
  for (const Repair& repair : only.repairs) EXPECT_EQ(repair.kind, RepairKind::lookalike);
  EXPECT_FALSE(only.repairs.empty());

  const RepairedText other = repaired(mixed, {RepairKind::normalization}, TonePlacement::as_is);
  EXPECT_TRUE(other.text.starts_with("Ðảng bộ đƣợc mở rộng")) << other.text;
  const RepairedText tones =
      repaired(mixed, {RepairKind::tone_placement}, TonePlacement::old_style);
  EXPECT_EQ(tones.repairs.size(), 1U);
  EXPECT_TRUE(repaired(mixed, {}, TonePlacement::old_style).repairs.empty());
}

/// Taking back some repairs and making none of them give one text, and what both sets of kinds
/// repair together is what all kinds repair.
TEST(RepairKinds, DivideTheRepairsOfEveryCase) {
  constexpr unsigned kinds = static_cast<unsigned>(RepairKind::tone_placement) + 1;
  std::size_t divided = 0;
  unsigned turn = 0;
  for (const test::Case& one : test::read_case_folder(test::corpus() / "repair")) {
    const auto whole = repair(one.input);
    ASSERT_TRUE(whole);
    std::size_t parts = 0;
    // Each kind that the case has, and by turns one that it may not have.
    turn = (turn + 1) % kinds;
    for (unsigned kind = 0; kind < kinds; ++kind) {
      const bool has = std::ranges::any_of(whole->repairs, [kind](const Repair& repair) {
        return repair.kind == static_cast<RepairKind>(kind);
      });
      if (!has && kind != turn) continue;
      const RepairedText part =
          repaired(one.input, {static_cast<RepairKind>(kind)}, TonePlacement::as_is);
      parts += part.repairs.size();
      for (const Repair& repair : part.repairs) {
        EXPECT_EQ(std::ranges::count(whole->repairs, repair), 1) << one.title;
      }
      if (!part.repairs.empty() && part.repairs.size() < whole->repairs.size()) ++divided;
    }
    EXPECT_EQ(parts, whole->repairs.size()) << one.title;
  }
  EXPECT_GT(divided, 1U);
}

}  // namespace
}  // namespace vanban

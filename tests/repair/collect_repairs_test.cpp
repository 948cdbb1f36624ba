#include "repair/collect_repairs.hpp"

#include <gtest/gtest.h>

#include "repair/passes.hpp"
#include "repair/properties.hpp"

namespace vanban::repair_stage {
namespace {

/// A pass that changes the first `from` to `to`.
template <class Rule>
EditList replace_first(std::string_view text) {
  const std::size_t at = text.find(Rule::from);
  if (at == std::string_view::npos) return {};
  return {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + Rule::from.size()),
           std::string(Rule::to), Rule::kind, Rule::confidence}};
}

template <class Rule>
constexpr NamedPass pass_of() {
  return {"test", replace_first<Rule>};
}

struct GhaToU {
  static constexpr std::string_view from = "ƣ";
  static constexpr std::string_view to = "ư";
  static constexpr RepairKind kind = RepairKind::lookalike;
  static constexpr double confidence = 0.99;
};
struct OtoDot {
  static constexpr std::string_view from = "ơc";
  static constexpr std::string_view to = "ợc";
  static constexpr RepairKind kind = RepairKind::missing_diacritics;
  static constexpr double confidence = 0.8;
};
struct DropInitials {
  static constexpr std::string_view from = "kw";
  static constexpr std::string_view to = "";
  static constexpr RepairKind kind = RepairKind::ocr;
  static constexpr double confidence = 0.9;
};
struct Blank {
  static constexpr std::string_view from = " hoa";
  static constexpr std::string_view to = "Khoa";
  static constexpr RepairKind kind = RepairKind::dropped_glyph;
  static constexpr double confidence = 0.7;
};
struct Insert {
  static constexpr std::string_view from = "thịtrường";
  static constexpr std::string_view to = "thị trường";
  static constexpr RepairKind kind = RepairKind::joined_words;
  static constexpr double confidence = 0.7;
};

RepairedText run(std::string_view source, std::span<const NamedPass> passes) {
  const auto out = run_passes(source, passes, {});
  EXPECT_TRUE(out);
  EXPECT_EQ(test::broken_promise(source, *out), "");
  return *out;
}

TEST(Repairs, ALetterGrowsToItsSyllable) {
  constexpr NamedPass passes[] = {pass_of<GhaToU>()};
  const RepairedText out = run("và đƣợc, rồi", passes);
  ASSERT_EQ(out.repairs.size(), 1U);
  EXPECT_EQ(out.repairs[0].before, "đƣợc");
  EXPECT_EQ(out.repairs[0].after, "được");
}

TEST(Repairs, TwoPassesAtOneSyllableAreOneRepairOfTheLessSureKind) {
  constexpr NamedPass passes[] = {pass_of<GhaToU>(), pass_of<OtoDot>()};
  const RepairedText out = run("và đƣơc", passes);
  ASSERT_EQ(out.repairs.size(), 1U);
  EXPECT_EQ(out.repairs[0].before, "đƣơc");
  EXPECT_EQ(out.repairs[0].after, "được");
  EXPECT_EQ(out.repairs[0].kind, RepairKind::missing_diacritics);
  EXPECT_DOUBLE_EQ(out.repairs[0].confidence, 0.8);
}

TEST(Repairs, ARemovedMarkHasNothingBehindIt) {
  constexpr NamedPass passes[] = {pass_of<DropInitials>(), pass_of<GhaToU>()};
  const RepairedText out = run("đƣợc./. kw\nNơi nhận", passes);
  ASSERT_EQ(out.repairs.size(), 2U);
  EXPECT_EQ(out.repairs[1].before, "kw");
  EXPECT_EQ(out.repairs[1].after, "");
  EXPECT_EQ(out.repairs[1].span, (SourceSpan{12, 14}));
}

TEST(Repairs, TheBlankOfALostLetterBelongsToItsSyllable) {
  constexpr NamedPass passes[] = {pass_of<Blank>()};
  const RepairedText out = run("Sở  hoa học", passes);
  ASSERT_EQ(out.repairs.size(), 1U);
  EXPECT_EQ(out.repairs[0].before, " hoa");
  EXPECT_EQ(out.repairs[0].after, "Khoa");
}

TEST(Repairs, APartedWordIsOneRepair) {
  constexpr NamedPass passes[] = {pass_of<GhaToU>(), pass_of<Insert>()};
  const RepairedText out = run("thịtrƣờng mới", passes);
  ASSERT_EQ(out.repairs.size(), 1U);
  EXPECT_EQ(out.repairs[0].before, "thịtrƣờng");
  EXPECT_EQ(out.repairs[0].after, "thị trường");
}

TEST(Repairs, NormalizationOfNeighbouringSyllablesIsOneRepair) {
  const RepairedText out =
      run("ho\u0323c, ba\u0323i (ho\u0323c)\nho\u0323c ba o\u0323i 3 o\u0323i\n", plain_passes());
  ASSERT_EQ(out.repairs.size(), 4U) << "a line end and what is sound part them";
  EXPECT_EQ(out.repairs[0].before, "ho\u0323c, ba\u0323i (ho\u0323c");
  EXPECT_EQ(out.repairs[0].after, "học, bại (học");
  EXPECT_EQ(out.repairs[1].before, "ho\u0323c");
  EXPECT_EQ(out.repairs[2].before, "o\u0323i");
  EXPECT_EQ(out.repairs[3].before, "o\u0323i");
}

TEST(Repairs, LookalikesAreOneRepairASyllable) {
  const RepairedText out = run("phƣơng trƣờng", plain_passes());
  ASSERT_EQ(out.repairs.size(), 2U);
  EXPECT_EQ(out.repairs[0].after, "phương");
  EXPECT_EQ(out.repairs[1].after, "trường");
}

TEST(Repairs, ChangesBelowMinConfidenceAreNotMade) {
  constexpr NamedPass passes[] = {pass_of<GhaToU>(), pass_of<OtoDot>()};
  RepairOptions options;
  options.min_confidence = 0.9;
  const auto out = run_passes("đƣơc", passes, options);
  ASSERT_TRUE(out);
  EXPECT_EQ(out->text, "đươc");
  ASSERT_EQ(out->repairs.size(), 1U);
  EXPECT_EQ(out->repairs[0].kind, RepairKind::lookalike);
}

TEST(Repairs, RebasedOntoTheSourceWithItsMarks) {
  // Source "**đƣợc** x", text "đƣợc x".
  const std::string source = "**đƣợc** x";
  const SourceMap marks(std::vector<SourceMap::Change>{{{0, 0}, {0, 2}}, {{8, 8}, {10, 12}}});
  constexpr NamedPass passes[] = {pass_of<GhaToU>()};
  const RepairedText out = rebase(run("đƣợc x", passes), marks, source);
  ASSERT_EQ(out.repairs.size(), 1U);
  EXPECT_EQ(out.repairs[0].span, (SourceSpan{2, 10}));
  EXPECT_EQ(out.repairs[0].before, "đƣợc");
  EXPECT_EQ(out.map.to_source({0, 8}), (SourceSpan{2, 10}));
  EXPECT_EQ(out.map.to_source({9, 10}), (SourceSpan{13, 14}));
}

}  // namespace
}  // namespace vanban::repair_stage

#include <gtest/gtest.h>

#include "repair/edit.hpp"

namespace vanban::repair_stage {
namespace {

Edit edit(std::uint32_t begin, std::uint32_t end, std::string replacement) {
  return {begin, end, std::move(replacement), RepairKind::dropped_glyph, 1};
}

TEST(ApplyEdits, WithoutEditsTheTextIsTheSame) {
  const EditedText out = apply_edits("abc", {});
  EXPECT_EQ(out.text, "abc");
  EXPECT_TRUE(out.map.is_identity());
}

TEST(ApplyEdits, ReplacesInsertsAndDeletes) {
  const EditList edits{edit(0, 1, "XY"), edit(2, 2, "+"), edit(3, 5, "")};
  const EditedText out = apply_edits("abcdef", edits);
  EXPECT_EQ(out.text, "XYb+cf");
  EXPECT_EQ(out.text.size(), size_after("abcdef", edits));
  EXPECT_EQ(out.map.to_source({0, 1}), (SourceSpan{0, 1}));
  EXPECT_EQ(out.map.to_source({3, 4}), (SourceSpan{2, 2}));
  EXPECT_EQ(out.map.to_source({5, 6}), (SourceSpan{5, 6}));
}

TEST(ApplyEdits, EditsMayTouchEachOtherAndBothEnds) {
  const EditedText out = apply_edits("abcd", {edit(0, 2, "1"), edit(2, 4, "22"), edit(4, 4, "3")});
  EXPECT_EQ(out.text, "1223");
  EXPECT_EQ(out.map.to_source({1, 3}), (SourceSpan{2, 4}));
}

}  // namespace
}  // namespace vanban::repair_stage

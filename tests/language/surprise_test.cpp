#include "language/surprise.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace vanban::language {
namespace {

const LanguageModel& model() {
  return LanguageModel::builtin();
}

TEST(Surprise, ALineForEachLineOfWords) {
  const std::string_view text =
      "\n  Kế hoạch năm 2025\n\n---\n- Các cơ quan, đơn vị;\r\n1. Mục đích";
  const std::vector<LineSurprise> lines = line_surprises(text, model());
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(text.substr(lines[0].begin, lines[0].end - lines[0].begin), "Kế hoạch năm 2025");
  EXPECT_EQ(text.substr(lines[1].begin, lines[1].end - lines[1].begin), "Các cơ quan, đơn vị");
  EXPECT_EQ(text.substr(lines[2].begin, lines[2].end - lines[2].begin), "1. Mục đích");
  EXPECT_TRUE(line_surprises(" \n\n", model()).empty());
}

TEST(Surprise, DamageReadsWorseThanSoundText) {
  const std::vector<LineSurprise> lines = line_surprises(
      "Các cơ quan, đơn vị tổ chức triển khai thực hiện kế hoạch này\n"
      "Các cơ q an, đơn vị tổ chức triển  hai thực hiện kế hoạch này\n",
      model());
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_LT(lines[0].worst, surprising);
  EXPECT_GT(lines[1].worst, surprising);
}

TEST(Surprise, AWrappedLineIsNoSurprise) {
  const float whole = line_surprises("phát triển kinh tế xã hội của địa phương", model())[0].worst;
  const std::vector<LineSurprise> lines =
      line_surprises("phát triển kinh tế xã\nhội của địa phương", model());
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_LE(lines[0].worst, whole + 0.01F);
  EXPECT_LE(lines[1].worst, whole + 0.01F);
}

TEST(Surprise, TheSummaryCountsPlaces) {
  const SurpriseSummary summary =
      summarise_surprise("Các đơn vị báo cáo kết quả. Cá nh n có thành tích", model());
  EXPECT_EQ(summary.words, 13U);
  EXPECT_GE(summary.surprises, 1U);
  EXPECT_EQ(summarise_surprise("", model()).words, 0U);
}

}  // namespace
}  // namespace vanban::language

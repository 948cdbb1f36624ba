// The cases of corpus/values/: a file for each kind of value, one value a line.
#include <cstdio>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/words.hpp"
#include "plan/values/award.hpp"
#include "plan/values/deadline.hpp"
#include "plan/values/funding.hpp"
#include "plan/values/period.hpp"
#include "plan/values/quantity.hpp"
#include "plan/values/sentences.hpp"
#include "plan/values/trend.hpp"
#include "support/case_file.hpp"
#include "support/gold.hpp"

namespace vanban::plan {
namespace {

constexpr unsigned plan_year = 2031;

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text.empty() ? "none" : text;
}

std::string number(double value) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.10g", value);
  return digits;
}

std::string quantities(std::string_view text) {
  std::vector<std::string> lines;
  for (const QuantityMatch& found : find_quantities(text)) {
    std::string line(found.raw(text));
    line += " | ";
    line += word(found.comparator);
    line += ' ' + number(found.value);
    if (found.value_max) line += ".." + number(*found.value_max);
    if (!found.unit.empty()) line += ' ' + found.unit;
    lines.push_back(line);
  }
  return joined(lines);
}

std::string trends(std::string_view text) {
  const std::vector<QuantityMatch> amounts = find_quantities(text);
  const std::vector<Trend> found = find_trends(text, amounts, plan_year);
  EXPECT_EQ(found.size(), amounts.size());
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < found.size(); ++i) {
    std::string line(amounts[i].raw(text));
    line += " | ";
    if (found[i].is_baseline) {
      lines.push_back(line + "is baseline");
      continue;
    }
    line += found[i].direction ? word(*found[i].direction) : "-";
    line += " | " + (found[i].baseline ? number(*found[i].baseline) : "-");
    lines.push_back(line + " | " + found[i].due.value_or("-"));
  }
  return joined(lines);
}

std::string horizon(std::string_view text) {
  return find_horizon(text, plan_year).value_or("none");
}

std::string periods(std::string_view text) {
  const auto found = find_period(text);
  if (!found) return "none";
  return found->label.value_or("-") + " | " + found->start.value_or("-") + " | " +
         found->end.value_or("-");
}

std::string further_periods(std::string_view text) {
  std::vector<std::string> lines;
  for (const auto& [found, part] : find_further_periods(text, plan_year)) {
    EXPECT_LE(part.end, text.size());
    lines.push_back(found.label.value_or("-") + " | " + found.start.value_or("-") + " | " +
                    found.end.value_or("-"));
  }
  return joined(lines);
}

std::string deadlines(std::string_view text) {
  std::vector<std::string> lines;
  for (const DeadlineMatch& found : find_deadlines(text, plan_year)) {
    EXPECT_LE(found.sentence.begin, found.begin);
    EXPECT_GE(found.sentence.end, found.end);
    std::string line(found.raw(text));
    line += " | " + found.date.value_or("-") + " | ";
    line += word(found.relation);
    lines.push_back(line);
  }
  return joined(lines);
}

std::string awards(std::string_view text) {
  std::vector<std::string> lines;
  for (const AwardMatch& found : find_awards(text)) {
    lines.push_back(found.form + " | " + found.grantor.value_or("-"));
  }
  return joined(lines);
}

std::string quotas(std::string_view text) {
  std::vector<std::string> lines;
  for (const AwardMatch& found : find_awards(text)) {
    lines.push_back(found.form + " | " + found.quota.value_or("-"));
  }
  return joined(lines);
}

std::string sources(std::string_view text) {
  std::vector<std::string> lines;
  for (const TextRange& found : find_funding(text)) lines.emplace_back(found.of(text));
  return joined(lines);
}

std::string sentences(std::string_view text) {
  std::vector<std::string> lines;
  for (const TextRange& found : split_sentences(text)) lines.emplace_back(found.of(text));
  return joined(lines);
}

struct Kind {
  const char* file;
  std::string (*print)(std::string_view);
};
constexpr Kind kinds[] = {{"quantities", quantities},
                          {"trends", trends},
                          {"horizons", horizon},
                          {"periods", periods},
                          {"further_periods", further_periods},
                          {"deadlines", deadlines},
                          {"awards", awards},
                          {"quotas", quotas},
                          {"sources", sources},
                          {"sentences", sentences}};

class ValueCases : public testing::TestWithParam<test::Case> {};

TEST_P(ValueCases, AreAsExpected) {
  bool known = false;
  for (const Kind& kind : kinds) {
    if (!GetParam().name.starts_with(kind.file)) continue;
    known = true;
    EXPECT_EQ(kind.print(GetParam().input), GetParam().expected);
  }
  EXPECT_TRUE(known) << GetParam().name;
}

INSTANTIATE_TEST_SUITE_P(Corpus, ValueCases,
                         testing::ValuesIn(test::read_case_folder(test::corpus() / "values")),
                         test::case_name);

TEST(FindDeadlines, WithoutTheYearOfThePlanTheDateStaysOpen) {
  const auto found = find_deadlines("Gửi trước ngày 15/12.", 0);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_FALSE(found[0].date);
  EXPECT_EQ(found[0].relation, DeadlineRelation::before);
}

TEST(Values, AYearIsAddedToMonthsAndDaysAndToNothingElse) {
  constexpr std::string_view none[] = {
      "từ tuần 5 đến tuần 8",      "Buổi 3",        "Thứ 2", "Đợt 2", "8 giờ, ngày 12",
      "sau khi kết thúc học kỳ I", "tại phòng số 5"};
  for (const std::string_view text : none) {
    const auto found = find_period(text, plan_year);
    EXPECT_FALSE(found && (found->start || found->end)) << text;
  }
  const auto month = find_period("Tháng 3", plan_year);
  ASSERT_TRUE(month);
  EXPECT_EQ(month->start, "2031-03");
}

TEST(Values, ARangeOverNewYearBeginsInTheYearOfThePlan) {
  const auto found = find_period("từ 20/11 đến 05/01", plan_year);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->start, "2031-11-20");
  EXPECT_EQ(found->end, "2032-01-05");
}

TEST(Values, AnotherClauseSaysTheYear) {
  const auto found =
      find_period("Vòng 1 từ ngày 05/3 đến 10/3; vòng 2 từ ngày 15/3 đến 20/3/2034.", plan_year);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->start, "2034-03-05");
  EXPECT_EQ(found->end, "2034-03-10");
  const auto before =
      find_period("Đợt 1 từ 20/12 đến 25/12; đợt 2 từ 05/01 đến 10/01/2035.", plan_year);
  ASSERT_TRUE(before);
  EXPECT_EQ(before->start, "2034-12-20");
  const auto cited =
      find_period("Khai mạc ngày 10/4; theo Kế hoạch số 12/KH-UBND ngày 2/1/2030.", plan_year);
  EXPECT_FALSE(cited && cited->start);
  const auto spaced = find_period("Nộp bài vào ngày 12, 13/ 9", plan_year);
  ASSERT_TRUE(spaced);
  EXPECT_EQ(spaced->start, "2031-09-12");
  EXPECT_EQ(spaced->end, "2031-09-13");
}

TEST(FindDeadlines, TheSentenceIsItsOwn) {
  const std::string_view text = "Các xóm đăng ký. Xã gửi trước ngày 5/5/2031; xóm họp. Hết.";
  const auto found = find_deadlines(text, plan_year);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].sentence.of(text), "Xã gửi trước ngày 5/5/2031; xóm họp.");
}

TEST(TimedThing, IsWhatTheHeadingTimes) {
  EXPECT_EQ(timed_thing("Thời gian thi đua"), "thi đua");
  EXPECT_EQ(timed_thing("THỜI GIAN THI ĐUA:"), "THI ĐUA");
  EXPECT_FALSE(timed_thing("Thời gian"));
  EXPECT_FALSE(timed_thing("THỜI GIAN, ĐỊA ĐIỂM"));
  EXPECT_FALSE(timed_thing("Địa điểm"));
}

TEST(FindQuantities, SpansAreThoseOfTheText) {
  const std::string_view text = "được trên 80% số xã";
  const auto found = find_quantities(text);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(text.substr(found[0].begin, found[0].end - found[0].begin), "trên 80%");
}

}  // namespace
}  // namespace vanban::plan

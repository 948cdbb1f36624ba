// Who acts by each deadline and in each period of whole documents.
#include <string>

#include <gtest/gtest.h>

#include "support/case_file.hpp"
#include "vanban/document.hpp"

namespace vanban {
namespace {

class AssigneeCases : public testing::TestWithParam<test::Case> {};

TEST_P(AssigneeCases, ActByTheDate) {
  const auto document = parse(GetParam().input);
  ASSERT_TRUE(document);
  std::string said;
  for (const Deadline& one : document->plan.deadlines) {
    const bool recurs = one.relation == DeadlineRelation::recurring;
    said += one.raw + " | " + one.date.value_or(recurs ? "recurring" : "-") + " | " +
            one.assignee.value_or("-") + "\n";
  }
  for (const Period& one : document->plan.periods) {
    said += one.start.value_or("-") + " to " + one.end.value_or("-") + " | " +
            one.assignee.value_or("-") + "\n";
  }
  while (said.ends_with('\n')) said.pop_back();
  EXPECT_EQ(said, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Corpus, AssigneeCases,
                         testing::ValuesIn(test::read_case_folder(test::corpus() / "assignees")),
                         test::case_name);

}  // namespace
}  // namespace vanban

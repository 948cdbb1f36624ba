// What headings and their words make of the items beneath, in whole documents: the tree with its
// roles, then the lists of the plan.
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "base/words.hpp"
#include "support/case_file.hpp"
#include "vanban/document.hpp"

namespace vanban {
namespace {

void print(const std::vector<Node>& nodes, std::string& out) {
  for (const Node& node : nodes) {
    out += node.id;
    if (node.title) out += " = " + *node.title;
    if (node.text) out += " : " + *node.text;
    for (std::size_t i = 0; i < node.roles.size(); ++i) {
      out += (i == 0 ? " < " : ", ") + std::string(to_string(node.roles[i]));
    }
    out += "\n";
    print(node.children, out);
  }
}

template <class Made>
void list(std::string_view name, const std::vector<Made>& entries, std::string& out) {
  for (const Made& one : entries) out += std::string(name) + " " + one.node + "\n";
}

std::string said(const Document& document) {
  std::string out;
  print(document.body, out);
  const Plan& plan = document.plan;
  list("purpose", plan.purposes, out);
  list("requirement", plan.requirements, out);
  list("objective", plan.objectives, out);
  list("target", plan.targets, out);
  for (const Subject& one : plan.subjects) {
    out += "subject " + one.node;
    if (one.group == SubjectGroup::collective) out += " collective";
    if (one.group == SubjectGroup::individual) out += " individual";
    out += "\n";
  }
  list("task", plan.tasks, out);
  list("solution", plan.solutions, out);
  list("criterion", plan.criteria, out);
  list("budget", plan.budget, out);
  for (const Period& one : plan.periods) {
    out +=
        "period " + one.node + ": " + one.start.value_or("-") + ", " + one.end.value_or("-") + "\n";
  }
  for (const Award& one : plan.awards) {
    out += "award " + one.node + ": " + one.form + ", " + one.grantor.value_or("-") + ", " +
           one.quota.value_or("-") + "\n";
  }
  for (const Assignment& one : plan.assignments) {
    out += "assignment " + one.node + ": " + one.assignee.value_or("-") + "\n";
  }
  while (out.ends_with('\n')) out.pop_back();
  return out;
}

class MeaningCases : public testing::TestWithParam<test::Case> {};

TEST_P(MeaningCases, AreAsExpected) {
  const auto document = parse(GetParam().input, {});
  ASSERT_TRUE(document);
  EXPECT_EQ(said(*document), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Corpus, MeaningCases,
                         testing::ValuesIn(test::read_case_folder(test::corpus() / "meaning")),
                         test::case_name);

}  // namespace
}  // namespace vanban

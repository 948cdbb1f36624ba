// Tables in whole documents: their cells, and what tables of tasks and attached plans say.
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "support/case_file.hpp"
#include "vanban/document.hpp"

namespace vanban {
namespace {

void print(const std::vector<Node>& nodes, std::string& out) {
  for (const Node& node : nodes) {
    out += node.id;
    if (node.title) out += " = " + *node.title;
    if (node.text) out += " : " + *node.text;
    out += "\n";
    if (node.rows) {
      for (const auto& row : *node.rows) {
        out += "  ";
        for (std::size_t i = 0; i < row.size(); ++i) out += (i > 0 ? " | " : "") + row[i];
        out += "\n";
      }
    }
    print(node.children, out);
  }
}

std::string_view name_of(DeadlineRelation relation) {
  switch (relation) {
    case DeadlineRelation::before: return "before";
    case DeadlineRelation::by: return "by";
    case DeadlineRelation::on: return "on";
    case DeadlineRelation::recurring: break;
  }
  return "recurring";
}

std::string place_of(const Entry& entry) {
  return entry.node + (entry.row ? " row " + std::to_string(*entry.row) : std::string());
}

std::string said(const Document& document) {
  std::string out;
  print(document.body, out);
  if (document.header.number.text) out += "number " + *document.header.number.text + "\n";
  for (const Entry& one : document.plan.purposes) out += "purpose " + place_of(one) + "\n";
  for (const Period& one : document.plan.periods) {
    out += "period " + place_of(one) + ": " + one.start.value_or("-") + " to " +
           one.end.value_or("-") + ", " + one.assignee.value_or("-") + "\n";
  }
  for (const Deadline& one : document.plan.deadlines) {
    out += "deadline " + place_of(one) + ": " + std::string(name_of(one.relation)) + " " +
           one.date.value_or("-") + " (" + one.raw + "), " + one.assignee.value_or("-") + "\n";
  }
  for (const Assignment& one : document.plan.assignments) {
    out += "assignment " + place_of(one) + ": " + one.assignee.value_or("-");
    for (const std::string& name : one.collaborators) out += " + " + name;
    for (const std::string& task : one.tasks) out += " | " + task;
    out += "\n";
  }
  while (out.ends_with('\n')) out.pop_back();
  return out;
}

class TableCases : public testing::TestWithParam<test::Case> {};

TEST_P(TableCases, SayWhatIsExpected) {
  ParseOptions options;
  // The cases of tabs or without any mark are plain text, all others Markdown.
  const std::string& input = GetParam().input;
  const bool has_marks = input.find('|') != std::string::npos ||
                         input.find("**") != std::string::npos || input.starts_with("# ");
  const bool is_plain = input.find('\t') != std::string::npos || !has_marks;
  options.format = is_plain ? Format::text : Format::markdown;
  const auto document = parse(input, options);
  ASSERT_TRUE(document);
  EXPECT_EQ(said(*document), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Corpus, TableCases,
                         testing::ValuesIn(test::read_case_folder(test::corpus() / "tables")),
                         test::case_name);

}  // namespace
}  // namespace vanban

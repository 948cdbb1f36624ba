#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/words.hpp"
#include "language/letters.hpp"
#include "outline/footnotes.hpp"
#include "outline/frame.hpp"
#include "outline/heading.hpp"
#include "outline/tree.hpp"
#include "support/case_file.hpp"

namespace vanban::outline {
namespace {

/// Two blanks a level, then the id, "=" for a heading or ":" for an item, and the text.
void print(const Outline& outline, const std::vector<std::uint32_t>& nodes, std::size_t depth,
           std::string& out) {
  for (const std::uint32_t index : nodes) {
    const TreeNode& node = outline.nodes[index];
    out += std::string(depth * 2, ' ') + node.id + (node.heading ? " = " : " : ") +
           node.text.text() + "\n";
    print(outline, node.children, depth + 1, out);
  }
}

std::string outline_of(const std::string& text) {
  const FoldedText folded{text, language::fold(text)};
  std::vector<Line> lines = split_lines(folded, {});
  const Footnotes notes = take_footnotes(folded, lines);
  const Outline outline = build_outline(folded, find_frame(folded, lines), notes);
  std::string out;
  print(outline, outline.preamble, 0, out);
  print(outline, outline.body, 0, out);
  print(outline, outline.closing, 0, out);
  for (const NumberingFault& fault : outline.faults) {
    out += (fault.kind == NumberingFault::Kind::duplicate ? "duplicate " : "gap ") +
           outline.nodes[fault.node].id + "\n";
  }
  for (const Footnote& note : notes.all)
    out += "note " + note.label + " " + note.text.text() + "\n";
  while (out.ends_with('\n')) out.pop_back();
  return out;
}

class OutlineCases : public testing::TestWithParam<test::Case> {};

TEST_P(OutlineCases, TreeIsAsExpected) {
  EXPECT_EQ(outline_of(GetParam().input), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Corpus, OutlineCases,
                         testing::ValuesIn(test::read_case_folder(test::corpus() / "outline")),
                         test::case_name);

TEST(Outline, ListBeneathTitleOfMarkdownIsNumberedAnew) {
  const std::string text =
      "1. Nguyên tắc\n1. Làm đến đâu chắc đến đó.\n2. Không dàn trải.\n2. Tiến độ\n1. Tháng sáu "
      "khảo "
      "sát.\n3. Kinh phí\nDo đơn vị tự lo.\n4. Báo cáo\n";
  const FoldedText folded{text, language::fold(text)};
  std::vector<read::LineHint> hints(static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1);
  const auto printed = [&] {
    const std::vector<Line> lines = split_lines(folded, hints);
    const Outline outline = build_outline(folded, find_frame(folded, lines));
    std::string out;
    print(outline, outline.body, 0, out);
    return out;
  };
  // What is marked as a title is a section, what is not is of its list.
  for (const std::size_t line : {0U, 3U, 5U, 7U}) hints[line].heading_level = 2;
  EXPECT_EQ(printed(),
            "1 = Nguyên tắc\n"
            "  1/1 : Làm đến đâu chắc đến đó.\n"
            "  1/2 : Không dàn trải.\n"
            "2 = Tiến độ\n"
            "  2/1 : Tháng sáu khảo sát.\n"
            "3 = Kinh phí\n"
            "  3/p1 : Do đơn vị tự lo.\n"
            "4 : Báo cáo\n");
}

TEST(Outline, BoldLinesArePartsOfSectionsInCapitals) {
  const std::string text =
      "KẾ HOẠCH\nHội thi tay nghề\n\nTrường ban hành Kế hoạch như sau:\n\nMỤC ĐÍCH\n\nTuyển chọn "
      "người giỏi.\n\nNỘI DUNG\n\nPhần lý thuyết\n\n- Trắc nghiệm.\n\nPhần thực hành\n\n- Hàn, "
      "tiện.\n\nTỔ CHỨC THỰC HIỆN\n\n- Các khoa cử người.\n";
  const FoldedText folded{text, language::fold(text)};
  std::vector<read::LineHint> hints(static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1);
  const auto titles = [&] {
    const std::vector<Line> lines = split_lines(folded, hints);
    const Outline outline = build_outline(folded, find_frame(folded, lines));
    std::vector<std::string> found;
    for (const TreeNode& node : outline.nodes) {
      if (node.heading) found.push_back(node.id + " " + node.text.text());
    }
    return found;
  };
  using Titles = std::vector<std::string>;
  EXPECT_EQ(titles(), (Titles{"p1 MỤC ĐÍCH", "p2 NỘI DUNG", "p3 TỔ CHỨC THỰC HIỆN"}));
  for (const std::string_view part : {"Phần lý thuyết", "Phần thực hành"}) {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(text.find(part));
    hints[static_cast<std::size_t>(std::count(text.begin(), end, '\n'))].bold = true;
  }
  EXPECT_EQ(titles(), (Titles{"p1 MỤC ĐÍCH", "p2 NỘI DUNG", "p2/p1 Phần lý thuyết",
                              "p2/p2 Phần thực hành", "p3 TỔ CHỨC THỰC HIỆN"}));
}

TEST(Outline, IdsAreUniqueAndChildrenFollowTheirParents) {
  const std::string text = "KẾ HOẠCH\nTrồng cây\n\nI. A\n1. B\n1. C\n- d\n- e\nI. F\n1. G\n\n./.\n";
  const FoldedText folded{text, language::fold(text)};
  const std::vector<Line> lines = split_lines(folded, {});
  const Outline outline = build_outline(folded, find_frame(folded, lines));
  std::vector<std::string> ids;
  for (std::uint32_t i = 0; i < outline.nodes.size(); ++i) {
    ids.push_back(outline.nodes[i].id);
    for (const std::uint32_t child : outline.nodes[i].children) EXPECT_GT(child, i);
  }
  std::ranges::sort(ids);
  EXPECT_EQ(std::ranges::adjacent_find(ids), ids.end());
}

TEST(Outline, NestingIsBoundedOnHostileNumbering) {
  std::string text = "KẾ HOẠCH\nThử\n\n";
  for (int i = 0; i < 3000; ++i)
    text += "1. việc sau:\na) việc sau:\n(1) việc sau:\n- việc sau:\n+ việc:\n";
  const FoldedText folded{text, language::fold(text)};
  const std::vector<Line> lines = split_lines(folded, {});
  const Outline outline = build_outline(folded, find_frame(folded, lines));
  for (std::uint32_t i = 0; i < outline.nodes.size(); ++i) {
    std::size_t depth = 0;
    for (std::uint32_t at = i; at != no_node; at = outline.nodes[at].parent) ++depth;
    ASSERT_LE(depth, Limits::max_depth);
  }
}

}  // namespace
}  // namespace vanban::outline

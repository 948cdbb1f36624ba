#include "plan/assignments.hpp"

#include <algorithm>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "plan/actor_words.hpp"
#include "plan/actors.hpp"
#include "plan/folded.hpp"
#include "plan/roles.hpp"
#include "support/case_file.hpp"

namespace vanban::plan {
namespace {

// The body of a case: "#" headings, "-" items, two blanks a level. Roles are those that the
// headings' own words give them. "= " before the name of who issued the paper, "^ " before that of
// the body above.
struct Body {
  std::string issuer;
  std::string superior;
  std::deque<std::string> texts;
  std::deque<std::vector<Role>> roles;
  std::vector<AssignmentNode> nodes;
};

Body read_body(std::string_view outline) {
  Body body;
  std::vector<std::uint32_t> open;  // the last node of each level
  while (!outline.empty()) {
    const std::size_t end = std::min(outline.find('\n'), outline.size());
    std::string_view line = outline.substr(0, end);
    outline.remove_prefix(std::min(end + 1, outline.size()));
    const std::size_t indent = line.find_first_not_of(' ');
    if (indent == std::string_view::npos) continue;
    line.remove_prefix(indent);
    if (line.starts_with("= ")) {
      body.issuer = line.substr(2);
      continue;
    }
    if (line.starts_with("^ ")) {
      body.superior = line.substr(2);
      continue;
    }
    open.resize(std::min(open.size(), indent / 2));
    AssignmentNode node;
    node.is_heading = line.starts_with("# ");
    node.kind = node.is_heading ? NodeKind::decimal : NodeKind::dash;
    node.parent = open.empty() ? no_node : open.back();
    node.text = body.texts.emplace_back(line.substr(2));
    std::span<const Role> above;
    for (std::uint32_t up = node.parent; up != no_node && above.empty();
         up = body.nodes[up].parent) {
      if (body.nodes[up].is_heading) above = body.nodes[up].roles;
    }
    std::vector<Role> roles;
    if (node.is_heading) roles = roles_of_heading(node.text, above).roles;
    node.roles = body.roles.emplace_back(std::move(roles));
    open.push_back(static_cast<std::uint32_t>(body.nodes.size()));
    body.nodes.push_back(node);
  }
  return body;
}

std::string written(const Body& body, const TextPiece& piece) {
  return std::string(piece.range.of(body.nodes[piece.node].text));
}

std::string written(const Body& body, const std::vector<AssignmentFound>& found) {
  std::string out;
  for (const AssignmentFound& one : found) {
    out.append("@ ").append(written(body, one.assignee)).append("\n");
    for (const TextPiece& piece : one.collaborators) {
      out.append("+ ").append(written(body, piece)).append("\n");
    }
    for (const TextPiece& piece : one.tasks) {
      out.append("- ").append(written(body, piece)).append("\n");
    }
  }
  while (out.ends_with('\n')) out.pop_back();
  return out;
}

class AssignmentCases : public testing::TestWithParam<test::Case> {};

TEST_P(AssignmentCases, WhoDoesWhat) {
  const Body body = read_body(GetParam().input);
  const std::string found = written(body, find_assignments(body.nodes, body.issuer, body.superior));
  EXPECT_TRUE(found == GetParam().expected) << "found:\n"
                                            << found << "\nexpected:\n"
                                            << GetParam().expected;
}

INSTANTIATE_TEST_SUITE_P(Corpus, AssignmentCases,
                         testing::ValuesIn(test::read_case_folder(test::corpus() / "assignments")),
                         test::case_name);

TEST(ActorWords, EveryRowIsFoldedAndStandsOnce) {
  const auto check = [](const auto& rows, const auto& phrase_of) {
    std::vector<std::string_view> seen;
    for (const auto& row : rows) {
      const std::string_view phrase = phrase_of(row);
      EXPECT_EQ(folded(phrase), phrase);
      EXPECT_EQ(std::ranges::find(seen, phrase), seen.end()) << "twice: " << phrase;
      seen.push_back(phrase);
    }
  };
  const auto by_phrase = [](const auto& row) { return row.phrase; };
  const auto by_itself = [](std::string_view row) { return row; };
  check(actors::noun_rows, by_phrase);
  check(actors::verb_rows, by_phrase);
  check(actors::compound_rows, by_itself);
}

TEST(Actors, AreNotFoundInATask) {
  for (const std::string_view text :
       {"Tổ chức tập huấn", "Ban hành kế hoạch", "Báo cáo kết quả về Sở",
        "Trường hợp cần thiết, báo cáo Sở", "Hội nghị tổng kết tổ chức tháng 12",
        "Phòng, chống cháy rừng", "Giao chỉ tiêu tới từng thôn",
        "Thanh tra việc chấp hành pháp luật", "Phân công lớp trực nhật", "", ":", "(", ","}) {
    const ActorFound found = actor_at(text, folded(text), 0, text.size());
    EXPECT_TRUE(!found || found.tie == ActorTie::bare) << text;
  }
}

// Names of bodies hold words of acts ("Bộ Ngoại giao"), and acts begin like other bodies ("Bộ Nội
// vụ tổ chức ..."): each name with each act, in three kinds of sentences.
TEST(Assignments, EveryBodyIsReadWithEveryAct) {
  constexpr std::string_view acts[] = {
      "xây dựng tài liệu",      "kiểm tra các xã",   "tổ chức tập huấn",
      "rà soát số liệu",        "bố trí kinh phí",   "tuyên truyền cho nhân dân",
      "thẩm định dự toán",      "tham mưu kế hoạch", "phát động phong trào",
      "thực hiện kế hoạch",     "đôn đốc các xã",    "giám sát việc thực hiện",
      "bảo đảm an ninh trật tự"};
  const std::string bodies = test::read_file(test::corpus() / "assignments" / "bodies.txt");
  std::size_t names = 0;
  for (std::size_t begin = 0; begin < bodies.size();) {
    const std::size_t end = bodies.find('\n', begin);
    const std::string name = bodies.substr(begin, end - begin);
    begin = end + 1;
    ++names;
    for (const std::string_view act : acts) {
      const auto found_in = [&](const std::string& sentence) {
        const Body body = read_body("# TỔ CHỨC THỰC HIỆN\n  - " + sentence + ".");
        return written(body, find_assignments(body.nodes));
      };
      const std::string task = std::string(act) + ".";
      EXPECT_EQ(found_in(name + " " + std::string(act)), "@ " + name + "\n- " + task);
      EXPECT_EQ(found_in("Giao " + name + " " + std::string(act)), "@ " + name + "\n- " + task);
      EXPECT_EQ(found_in("Sở Y tế phối hợp với " + name + " " + std::string(act)),
                "@ Sở Y tế\n+ " + name + "\n- phối hợp với " + name + " " + task);
    }
  }
  EXPECT_GE(names, 100U);
}

TEST(Assignments, OfNothingThereAreNone) {
  EXPECT_TRUE(find_assignments({}).empty());
}

TEST(Assignments, PiecesStandInsideTheirTexts) {
  const Body body = read_body(
      "# TỔ CHỨC THỰC HIỆN\n  - Giao\n  - Giao:\n  - Sở Y tế:\n  - Đơn vị chủ trì:\n"
      "  - Đơn vị phối hợp: ; Đơn vị chủ trì: ,\n  - phối hợp với\n  - Sở Y tế phối hợp với");
  for (const AssignmentFound& found : find_assignments(body.nodes)) {
    for (const TextPiece& piece : found.tasks) {
      EXPECT_LT(piece.range.begin, piece.range.end);
      EXPECT_LE(piece.range.end, body.nodes[piece.node].text.size());
    }
  }
}

// Whatever a line holds, the work on it is bounded: a hundred times the text takes about a hundred
// times as long. Here it only has to end.
TEST(Assignments, LongTextsEnd) {
  for (const std::string_view unit : {"Sở, ", "Sở Y tế; ", "phối hợp với các ", "(", "Căn cứ , ",
                                      "do Sở ", "Đơn vị chủ trì: ", "được giao ", "và "}) {
    std::string text = "Sở ";
    for (int i = 0; i < 20000; ++i) text.append(unit);
    Body body = read_body("# TỔ CHỨC THỰC HIỆN\n  - " + text);
    EXPECT_LE(find_assignments(body.nodes).size(), text.size());
    EXPECT_LE(roles_of_heading(text).roles.size(), 29U);
  }
}

}  // namespace
}  // namespace vanban::plan

#include "plan/roles.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "base/words.hpp"
#include "outline/segments.hpp"
#include "plan/folded.hpp"
#include "plan/role_rules.hpp"
#include "support/case_file.hpp"
#include "support/files.hpp"

namespace vanban::plan {
namespace {

std::string trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return std::string(text);
}

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    parts.push_back(trimmed(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + separator.size());
  }
}

std::vector<Role> roles_from(std::string_view words) {
  std::vector<Role> roles;
  for (const std::string& one : split(words, ",")) {
    const auto role = from_word<Role>(one);
    if (!role) throw std::runtime_error("no such role: " + one);
    roles.push_back(*role);
  }
  return roles;
}

std::string words_of(const std::vector<Role>& roles) {
  std::string words;
  for (const Role role : roles) words.append(words.empty() ? "" : ", ").append(word(role));
  return words.empty() ? "-" : words;
}

RolesFound roles_of_line(std::string_view line) {
  const std::vector<std::string> parts = split(line, " < ");
  std::vector<Role> above;
  if (parts.size() > 1) above = roles_from(parts[1]);
  return roles_of_heading(parts[0], above);
}

class RoleCases : public testing::TestWithParam<test::Case> {};

TEST_P(RoleCases, EveryHeadingHasItsRoles) {
  const std::vector<std::string> headings = split(GetParam().input, "\n");
  const std::vector<std::string> expected = split(GetParam().expected, "\n");
  ASSERT_EQ(headings.size(), expected.size());
  for (std::size_t i = 0; i < headings.size(); ++i) {
    EXPECT_EQ(words_of(roles_of_line(headings[i]).roles), expected[i]) << headings[i];
  }
}

INSTANTIATE_TEST_SUITE_P(Corpus, RoleCases,
                         testing::ValuesIn(test::read_case_folder(test::corpus() / "roles")),
                         test::case_name);

TEST(RoleRules, EveryRowClaimsItsOwnExampleAndNoOther) {
  std::set<std::string_view> phrases;
  for (const roles::RoleRow& row : roles::role_rows) {
    EXPECT_TRUE(phrases.insert(row.phrase).second) << "twice: " << row.phrase;
    EXPECT_EQ(folded(row.phrase), row.phrase);
    const RolesFound found = roles_of_heading(row.example);
    const std::vector<Role> expected(row.role.begin(), row.role.begin() + row.roles);
    EXPECT_EQ(words_of(found.roles), words_of(expected)) << row.example;
    if (row.roles != 0 && found.rule != "heading-label") {
      EXPECT_EQ(found.rule, row.phrase) << row.example;
    }
  }
}

TEST(RoleRules, ARowWithoutARoleHidesOneThatHasOne) {
  for (const roles::RoleRow& row : roles::role_rows) {
    if (row.roles != 0) continue;
    const bool hides = std::ranges::any_of(roles::role_rows, [&](const roles::RoleRow& other) {
      return other.roles != 0 && row.phrase.starts_with(other.phrase);
    });
    EXPECT_TRUE(hides) << row.phrase;
  }
}

TEST(RoleRules, EverySharedTailClaimsItsExample) {
  for (const roles::SharedTail& row : roles::shared_tails) {
    EXPECT_EQ(roles_of_heading(row.example).roles.front(), row.role) << row.example;
  }
}

TEST(RoleRules, EveryMisreadNameIsKnownByItsLetters) {
  for (const std::string_view name : roles::names_scans_misread) {
    std::string capitals = outline::bare_letters(name);
    for (char& c : capitals) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    EXPECT_EQ(words_of(roles_of_heading(capitals).roles), words_of(roles_of_heading(name).roles))
        << capitals;
    EXPECT_FALSE(roles_of_heading(name).roles.empty()) << name;
  }
}

TEST(Roles, AGroupTakesTheRolesAbove) {
  const std::vector<Role> above = {Role::criterion, Role::award};
  const RolesFound found = roles_of_heading("Đối với cá nhân:", above);
  EXPECT_EQ(found.kind, HeadingKind::group);
  EXPECT_EQ(found.roles, above);
}

TEST(Roles, AnActorsHeadingIsOneWhereverItStands) {
  EXPECT_EQ(roles_of_heading("Văn phòng Sở").kind, HeadingKind::actor);
  EXPECT_EQ(roles_of_heading("Tiêu chuẩn").kind, HeadingKind::plain);
}

TEST(Roles, NothingIsMadeOfNothing) {
  for (const std::string_view title :
       {"", " ", ":", "-", ",", "và", "(", "((", "&", ";;", "\xC2\xA0"}) {
    EXPECT_TRUE(roles_of_heading(title).roles.empty()) << title;
    EXPECT_EQ(label_role(title).kind, LabelKind::none) << title;
  }
}

struct LabelExpectation {
  std::string_view text;
  LabelKind kind;
  std::string_view rest;  ///< what the label labels
  std::string_view roles;
};

TEST(Labels, TellARoleOrAnActor) {
  // clang-format off
  constexpr LabelExpectation expectations[] = {
      {"Thời gian: Quý II năm 2030.", LabelKind::role, "Quý II năm 2030.", "time"},
      {"Thời gian mở sổ đăng ký: tháng 3", LabelKind::role, "tháng 3", "time"},
      {"Đối tượng:", LabelKind::role, "", "subject"},
      {"Nội dung thực hiện: Mở lớp", LabelKind::role, "Mở lớp", "content"},
      {"Nhiệm vụ: Sửa cầu", LabelKind::role, "Sửa cầu", "task"},
      {"Địa điểm, thời gian: sân đình", LabelKind::role, "sân đình", "place, time"},
      {"Cơ quan chủ trì: Sở A", LabelKind::lead, "Sở A", "-"},
      {"Đơn vị  chủ trì : Sở A", LabelKind::lead, "Sở A", "-"},
      {"Cơ quan, đơn vị phối hợp: Sở B", LabelKind::partner, "Sở B", "-"},
      {"Phối hợp: Sở B", LabelKind::partner, "Sở B", "-"},
      {"ĐƠN VỊ THỰC HIỆN: Trạm Y tế", LabelKind::executor, "Trạm Y tế", "-"},
      {"Cơ quan thực hiện (dự kiến): Trạm Y tế", LabelKind::executor, "Trạm Y tế", "-"},
      {"Lãnh đạo phụ trách: Giám đốc", LabelKind::other, "Giám đốc", "-"},
  };
  // clang-format on
  for (const LabelExpectation& one : expectations) {
    const LabelFound found = label_role(one.text);
    EXPECT_EQ(found.kind, one.kind) << one.text;
    ASSERT_LE(found.length, one.text.size()) << one.text;
    EXPECT_EQ(one.text.substr(found.length), one.rest) << one.text;
    EXPECT_EQ(words_of(found.roles), one.roles) << one.text;
  }
}

TEST(Labels, ASentenceHasNone) {
  for (const std::string_view text :
       {"Thời gian không còn nhiều", "Sở Y tế: Chủ trì tập huấn", "Mở lớp học bơi: hai lớp mỗi xã",
        "Báo cáo gửi về Phòng. Nội dung: như mẫu", "Phối hợp với Sở B rà soát: cầu, cống"}) {
    EXPECT_EQ(label_role(text).kind, LabelKind::none) << text;
  }
}

TEST(Labels, OfActorsAreFoundInsideAText) {
  const std::string_view text = "Đơn vị chủ trì: Phòng A; Đơn vị phối hợp: Phòng B.";
  const ActorLabel lead = next_actor_label(text, 0);
  EXPECT_EQ(lead.kind, LabelKind::lead);
  EXPECT_EQ(lead.begin, 0U);
  const ActorLabel partner = next_actor_label(text, lead.value);
  EXPECT_EQ(partner.kind, LabelKind::partner);
  EXPECT_EQ(text.substr(partner.value), "Phòng B.");
  EXPECT_EQ(next_actor_label(text, partner.value).kind, LabelKind::none);
}

// The list of the reference folder: headings seen or known, most of which name a role.
#ifdef VANBAN_REFERENCE_DIR
TEST(Reference, MostHeadingsHaveSomeRole) {
  const std::filesystem::path folder = VANBAN_REFERENCE_DIR;
  const std::string list = test::read_file(folder / "data" / "heading-roles.tsv");
  std::set<std::string> headings;
  std::size_t with_role = 0;
  std::string without;
  for (const std::string& line : split(list, "\n")) {
    const std::vector<std::string> columns = split(line, "\t");
    if (line.starts_with("#") || columns.size() != 4 || columns[0] == "role") continue;
    // "1.2. ", "I- ", "a) ", "Phần thứ nhất. ": markers are off before a heading comes here.
    const std::string& variant = columns[3];
    const std::size_t blank = variant.find(' ');
    std::string title = variant;
    if (blank != std::string::npos && blank < 8 &&
        (std::string_view("./)-:").find(variant[blank - 1]) != std::string_view::npos ||
         variant.starts_with("- "))) {
      title = variant.substr(blank + 1);
    } else if (variant.starts_with("Phần") || variant.starts_with("PHẦN")) {
      title = trimmed(variant.substr(variant.find_first_of(".:") + 1));
    }
    if (!headings.insert(title).second) continue;
    const bool found = !roles_of_heading(title).roles.empty();
    with_role += found ? 1U : 0U;
    if (!found) without.append(title).append("\n");
  }
  ASSERT_GT(headings.size(), 200U);
  EXPECT_GE(with_role * 100, headings.size() * 90) << without;
  RecordProperty("without_role", without);
  std::fprintf(stderr, "%zu of %zu headings have a role; not:\n%s", with_role, headings.size(),
               without.c_str());
}
#endif

}  // namespace
}  // namespace vanban::plan

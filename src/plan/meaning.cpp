#include "plan/meaning.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "outline/characters.hpp"
#include "plan/actors.hpp"
#include "plan/values/quantity.hpp"

namespace vanban::plan {
namespace {

/// A text that is attached to a decision and is the plan itself, told from an appendix by having no
/// label ("Phụ lục I") and a title that names it so.
constexpr std::string_view plan_titles[] = {
    "kế hoạch",      // KẾ HOẠCH triển khai ... (Kèm theo Quyết định số ...)
    "chương trình",  // CHƯƠNG TRÌNH hành động ...
    "phương án",     // PHƯƠNG ÁN phòng, chống ...
    "đề án",         // ĐỀ ÁN ...
};

bool is_attached_plan(const outline::TreeNode& node) {
  return node.kind == NodeKind::appendix && node.label.empty() &&
         std::ranges::any_of(plan_titles, [&](std::string_view title) {
           return outline::opens_with(node.lower, title);
         });
}

/// "- Nội dung giám sát của chủ dự án" over its items is a label, though it lacks the colon.
bool names_its_items(const outline::TreeNode& node, const LabelFound& label) {
  constexpr std::size_t longest = 120;  // bytes; what is longer says something itself
  const bool is_bullet =
      node.kind == NodeKind::dash || node.kind == NodeKind::plus || node.kind == NodeKind::bullet;
  return is_bullet && label.kind == LabelKind::none && !node.children.empty() &&
         node.text.text().size() <= longest &&
         outline::end_mark(node.text.text()) == outline::EndMark::none;
}

/// "- Thủy sản" over paragraphs divides its section and says nothing itself.
bool names_paragraphs(const outline::Outline& outline, const outline::TreeNode& node) {
  const bool is_bullet =
      node.kind == NodeKind::dash || node.kind == NodeKind::plus || node.kind == NodeKind::bullet;
  return is_bullet && !node.children.empty() &&
         outline.nodes[node.children.front()].kind == NodeKind::paragraph;
}

/// "- Về số lượng:" over the aims that it parts says nothing itself.
bool names_part(const outline::TreeNode& node, std::span<const Role> above) {
  constexpr std::size_t longest = 80;  // bytes; what is longer says something itself
  const bool is_bullet =
      node.kind == NodeKind::dash || node.kind == NodeKind::plus || node.kind == NodeKind::bullet;
  const outline::EndMark end = outline::end_mark(node.text.text());
  const bool named = end == outline::EndMark::colon ||
                     (end == outline::EndMark::none && outline::opens_with(node.lower, "về "));
  return is_bullet && named && !node.children.empty() && node.text.text().size() <= longest &&
         std::ranges::any_of(
             above, [](Role role) { return role == Role::target || role == Role::objective; });
}

/// "Kết quả học tập: Tốt trên 22%" beneath a heading of targets is what is measured; a year or
/// "đạt được" behind it looks back.
bool names_indicator(const LabelFound& label, std::string_view lower, std::span<const Role> above) {
  constexpr std::string_view results = "kết quả ";
  constexpr auto looks_back = std::to_array<std::string_view>({"đạt", "năm", "thực hiện", "của"});
  if (label.kind != LabelKind::role || label.roles != std::vector<Role>{Role::situation} ||
      std::ranges::find(above, Role::target) == above.end()) {
    return false;
  }
  if (!lower.starts_with(results)) return false;
  const std::string_view rest = lower.substr(results.size());
  return std::ranges::none_of(looks_back,
                              [rest](std::string_view word) { return rest.starts_with(word); });
}

/// Whatever a section of tasks divides into are tasks.
bool says_what_to_do(std::span<const Role> roles) {
  return std::ranges::any_of(roles, [](Role role) {
    return role == Role::content || role == Role::task || role == Role::solution;
  });
}

/// "200 triệu đồng", but no rate: "20 triệu đồng/hộ".
bool names_sum(std::string_view text) {
  return std::ranges::any_of(find_quantities(text), [](const QuantityMatch& match) {
    return is_money(match) && match.unit.find('/') == std::string::npos;
  });
}

/// "Tổ chức thực hiện công tác tuyên truyền" among what is to be done is a task like the others,
/// unless it says beneath who does what.
void drop_practice(std::vector<Role>& roles, const outline::Outline& outline,
                   const outline::TreeNode& node, std::span<const Role> above) {
  if (std::ranges::none_of(above, is_to_be_done) || !puts_work_into_practice(node.lower)) return;
  const auto says_who = [&](std::uint32_t child) {
    const outline::TreeNode& one = outline.nodes[child];
    const std::string& text = one.text.text();
    if (one.kind == NodeKind::table || one.heading) return false;
    const ActorFound actor = actor_at(text, one.lower, 0, text.size());
    return actor.ordered || actor.tie == ActorTie::colon || actor.tie == ActorTie::responsibility;
  };
  if (std::ranges::none_of(node.children, says_who)) std::erase(roles, Role::implementation);
}

/// "Về thủ tục hành chính", "- Về tài chính: ..." among tasks: what they are about, no list of its
/// own.
void drop_matters(std::vector<Role>& roles, const outline::Outline& outline,
                  const outline::TreeNode& node, std::span<const Role> above) {
  constexpr auto matters = std::to_array<Role>(
      {Role::procedure, Role::reporting, Role::budget, Role::form, Role::output, Role::dossier});
  const auto orders = [](Role role) { return role == Role::task || role == Role::solution; };
  if (!node.lower.starts_with("về ") || std::ranges::none_of(above, orders)) return;
  // Where sums or their source are named the money is what it is about.
  const auto names_money = [](const outline::TreeNode& one) {
    return one.lower.find("ngân sách") != std::string_view::npos || names_sum(one.text.text());
  };
  const auto child_names_money = [&](std::uint32_t child) {
    return names_money(outline.nodes[child]);
  };
  if (names_money(node) || std::ranges::any_of(node.children, child_names_money)) return;
  std::erase_if(roles,
                [&](Role role) { return std::ranges::find(matters, role) != matters.end(); });
}

/// What read a heading: a rule by its name, a row of the table of roles, or nothing.
std::string_view rule_of(const RolesFound& found) {
  if (found.rule.starts_with("heading-")) return found.rule;
  return found.roles.empty() ? "heading-plain" : "heading-role";
}

}  // namespace

Meanings::Meanings(const outline::Outline& outline) : nodes_(outline.nodes.size()) {
  std::vector<std::span<const Role>> beneath(outline.nodes.size());  // what children have above
  // A parent stands before its children, so that one walk in order is enough.
  for (std::size_t i = 0; i < outline.nodes.size(); ++i) {
    const outline::TreeNode& node = outline.nodes[i];
    const std::string_view text = node.text.text();
    Meaning& meaning = nodes_[i];
    if (node.parent != outline::no_node) {
      meaning.aside = nodes_[node.parent].aside;
      meaning.above = beneath[node.parent];
    }
    if (node.kind == NodeKind::table) meaning.aside = true;
    if (node.kind == NodeKind::appendix) meaning.aside = !is_attached_plan(node);
    if (node.heading) {
      RolesFound found = roles_of_heading(text, node.lower, meaning.above);
      drop_matters(found.roles, outline, node, meaning.above);
      drop_practice(found.roles, outline, node, meaning.above);
      meaning.rule = rule_of(found);
      meaning.own = std::move(found.roles);
      meaning.kind = found.kind;
      meaning.actor = found.actor;
    } else if (node.kind != NodeKind::table) {
      LabelFound label = label_role(text, node.lower);
      if (label.kind == LabelKind::role) {
        drop_matters(label.roles, outline, node, meaning.above);
        if (label.roles.empty()) label = {};
      }
      if (names_its_items(node, label)) {
        RolesFound found = roles_of_heading(text, node.lower, meaning.above);
        if (!found.roles.empty()) {
          label = {LabelKind::role, std::move(found.roles), text, text.size()};
        }
      }
      if (names_indicator(label, node.lower, meaning.above)) label = {};
      const bool aimed = label.kind == LabelKind::role && label.roles.front() == Role::target;
      if (!aimed && names_part(node, meaning.above)) {
        meaning.bare_label = true;
        meaning.own.assign(meaning.above.begin(), meaning.above.end());
        label = {};
      }
      const bool bare =
          label.kind == LabelKind::role && !node.children.empty() && label.length >= text.size();
      meaning.bare_label = meaning.bare_label || bare;
      // A label of time counts for the dates in the items beneath too.
      const bool timed = label.kind == LabelKind::role && !node.children.empty() &&
                         label.roles == std::vector<Role>{Role::time};
      if (bare || timed) meaning.own = label.roles;
      if (label.kind == LabelKind::none && names_paragraphs(outline, node)) {
        meaning.bare_label = true;
        meaning.own.assign(meaning.above.begin(), meaning.above.end());
      }
      if (label.kind != LabelKind::none) meaning.label = &labels_.emplace_back(std::move(label));
    }
    beneath[i] = meaning.above;
    if (node.heading && meaning.own.empty() && node.parent != outline::no_node &&
        !nodes_[node.parent].own.empty() && !says_what_to_do(nodes_[node.parent].own) &&
        names_silent_segment(node.lower, outline.nodes[node.parent].lower)) {
      beneath[i] = {};
    }
    if (!meaning.own.empty()) beneath[i] = meaning.own;
  }
}

}  // namespace vanban::plan

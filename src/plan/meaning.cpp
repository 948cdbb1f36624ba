#include "plan/meaning.hpp"

#include <utility>

namespace vanban::plan {

Meanings::Meanings(const outline::Outline& outline)
    : nodes_(outline.nodes.size()), beneath_(outline.nodes.size()) {
  // A parent stands before its children, so that one walk in order is enough.
  for (std::size_t i = 0; i < outline.nodes.size(); ++i) {
    const outline::TreeNode& node = outline.nodes[i];
    const std::string_view text = node.text.text();
    Meaning& meaning = nodes_[i];
    if (node.parent != outline::no_node) {
      meaning.aside = nodes_[node.parent].aside;
      meaning.above = beneath_[node.parent];
    }
    if (node.kind == NodeKind::table || node.kind == NodeKind::appendix) meaning.aside = true;
    if (node.heading) {
      RolesFound found = roles_of_heading(text, node.lower, meaning.above);
      meaning.own = std::move(found.roles);
      meaning.kind = found.kind;
    } else if (node.kind != NodeKind::table) {
      meaning.label = label_role(text, node.lower);
      meaning.bare_label = meaning.label.kind == LabelKind::role && !node.children.empty() &&
                           meaning.label.length >= text.size();
      // A label of time counts for the dates in the items beneath too.
      const bool timed = meaning.label.kind == LabelKind::role && !node.children.empty() &&
                         meaning.label.roles == std::vector<Role>{Role::time};
      if (meaning.bare_label || timed) meaning.own = meaning.label.roles;
    }
    beneath_[i] = meaning.above;
    if (meaning.own.empty() || node.children.empty()) continue;
    std::vector<std::vector<Role>>& context = contexts_.emplace_back();
    context.reserve(meaning.above.size() + 1);
    context.push_back(meaning.own);
    context.insert(context.end(), meaning.above.begin(), meaning.above.end());
    beneath_[i] = context;
  }
}

}  // namespace vanban::plan

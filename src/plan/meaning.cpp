#include "plan/meaning.hpp"

namespace vanban::plan {

std::vector<Meaning> find_meanings(const outline::Outline& outline) {
  std::vector<Meaning> meanings(outline.nodes.size());
  // A parent stands before its children, so that one walk in order is enough.
  for (std::size_t i = 0; i < outline.nodes.size(); ++i) {
    const outline::TreeNode& node = outline.nodes[i];
    Meaning& meaning = meanings[i];
    if (node.parent != outline::no_node) {
      const Meaning& parent = meanings[node.parent];
      meaning.aside = parent.aside;
      if (!parent.own.empty()) meaning.above.push_back(parent.own);
      meaning.above.insert(meaning.above.end(), parent.above.begin(), parent.above.end());
    }
    if (node.kind == NodeKind::table || node.kind == NodeKind::appendix) meaning.aside = true;
    if (node.heading) {
      RolesFound found = roles_of_heading(node.text.text(), meaning.above);
      meaning.own = std::move(found.roles);
      meaning.kind = found.kind;
    } else if (node.kind != NodeKind::table) {
      meaning.label = label_role(node.text.text());
      meaning.bare_label = meaning.label.kind == LabelKind::role && !node.children.empty() &&
                           meaning.label.length >= node.text.text().size();
      // A label of time counts for the dates in the items beneath too.
      const bool timed = meaning.label.kind == LabelKind::role && !node.children.empty() &&
                         meaning.label.roles == std::vector<Role>{Role::time};
      if (meaning.bare_label || timed) meaning.own = meaning.label.roles;
    }
  }
  return meanings;
}

}  // namespace vanban::plan

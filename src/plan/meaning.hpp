#pragma once

#include <cstdint>
#include <vector>

#include "outline/tree.hpp"
#include "plan/roles.hpp"
#include "vanban/document.hpp"

namespace vanban::plan {

/// What one node of the body means for those beneath it.
struct Meaning {
  std::vector<Role> own;  ///< roles that a heading names; of a bare label ("Đối tượng:") its own
  std::vector<std::vector<Role>> above;  ///< of the headings over it, from the nearest outwards
  HeadingKind kind = HeadingKind::plain;
  LabelFound label;         ///< that opens an item; its `name` views into the node's text
  bool bare_label = false;  ///< nothing follows the label but the items beneath
  bool aside = false;       ///< a table, or inside an appendix: says nothing of the plan

  /// The roles in force beneath this node: its own, else the nearest above.
  [[nodiscard]] const std::vector<Role>& effective() const {
    static const std::vector<Role> none;
    if (!own.empty()) return own;
    return above.empty() ? none : above.front();
  }
};

/// One for each node of the outline.
[[nodiscard]] std::vector<Meaning> find_meanings(const outline::Outline& outline);

}  // namespace vanban::plan

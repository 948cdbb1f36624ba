#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "outline/tree.hpp"
#include "plan/roles.hpp"
#include "vanban/document.hpp"

namespace vanban::plan {

/// Opens no item.
inline const LabelFound no_label;

/// What one node of the body means for those beneath it.
struct Meaning {
  std::vector<Role> own;  ///< roles that a heading names; of a bare label ("Đối tượng:") its own
  std::span<const Role> above;  ///< of the nearest heading over it that has any
  HeadingKind kind = HeadingKind::plain;
  std::string_view rule;  ///< of a heading: which kind of rule read it; a name of confidence.hpp
  const LabelFound* label = &no_label;  ///< that opens an item; it views into the node's text
  bool bare_label = false;              ///< nothing follows the label but the items beneath
  std::optional<TextRange> actor;       ///< that a heading names, where that is known
  bool aside = false;                   ///< a table, or inside an appendix: none of the lists
                                        ///< is made of it

  /// The roles in force beneath this node: its own, else the nearest above.
  [[nodiscard]] std::span<const Role> effective() const { return own.empty() ? above : own; }
};

/// The meanings of all nodes of an outline. Movable: what they view stays where it is.
class Meanings {
 public:
  explicit Meanings(const outline::Outline& outline);
  Meanings(const Meanings&) = delete;
  Meanings& operator=(const Meanings&) = delete;
  Meanings(Meanings&&) = default;
  Meanings& operator=(Meanings&&) = default;
  ~Meanings() = default;

  [[nodiscard]] const Meaning& operator[](std::size_t node) const { return nodes_[node]; }

 private:
  std::vector<Meaning> nodes_;
  std::deque<LabelFound> labels_;  ///< of the nodes that have one
};

}  // namespace vanban::plan

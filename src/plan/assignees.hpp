#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "plan/assignments.hpp"

namespace vanban::plan {

/// Who has to do what a node says, where an assignment says so.
class Assignees {
 public:
  /// Both are those of `find_assignments`; what is found views into neither.
  Assignees(std::span<const AssignmentNode> nodes, std::span<const AssignmentFound> all);

  /// Who does what stands at byte `at` of a node: the assignment whose part of the text holds it,
  /// the only one of the node; of a node that opens with a label of time, the only one of the group
  /// of labels that it is in ("Cơ quan chủ trì: ...", "Thời gian: ..."); else the only one of the
  /// nearest node above that has any. Null where there is none or where they differ.
  [[nodiscard]] const TextPiece* of(std::uint32_t node, std::size_t at) const;
  /// The same for all of a node.
  [[nodiscard]] const TextPiece* of(std::uint32_t node) const;

 private:
  /// A part of a node's text that belongs to an assignment.
  struct Part {
    TextRange range;
    TextPiece assignee;
  };
  struct Parts {
    std::uint32_t parent = no_node;
    std::uint32_t previous = no_node;  ///< the sibling before it
    bool is_time = false;              ///< opens with a label of time
    bool by_label = false;             ///< a label says an assignment of it
    bool differ = false;               ///< the parts name several assignees
    std::vector<Part> parts;           ///< in order
  };

  /// The nearest node before it whose assignment a label says, within its group of labels.
  [[nodiscard]] std::uint32_t labelled_before(std::uint32_t node) const;

  std::vector<Parts> nodes_;
};

/// The clause of `text` that holds byte `at` says itself who acts, and it is not `name`: "...; các
/// xã báo cáo trước ngày 10/8".
[[nodiscard]] bool names_another(std::string_view text, std::size_t at, std::string_view name);

}  // namespace vanban::plan

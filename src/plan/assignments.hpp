#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "plan/roles.hpp"
#include "plan/values/sentences.hpp"
#include "vanban/document.hpp"

/// Who has to do what: from the actors that headings, sentences and labels name.
namespace vanban::plan {

inline constexpr std::uint32_t no_node = 0xFFFFFFFFU;

/// One node of the body as assignments see it.
struct AssignmentNode {
  NodeKind kind = NodeKind::paragraph;
  bool is_heading = false;
  bool aside = false;                 ///< says nothing of the plan: in an appendix
  std::string_view text;              ///< title or own text as printed, repaired; empty for a table
  std::uint32_t parent = no_node;     ///< index of the node above, before this one
  std::span<const Role> roles = {};   ///< the node's own
  std::string_view folded = {};       ///< plan::folded(text) where it is known
  const LabelFound* label = nullptr;  ///< label_role(text) where it is known
  std::optional<TextRange> actor = {};  ///< actor_of_heading(text) where it is known
};

/// Bytes of one node's text.
struct TextPiece {
  std::uint32_t node = 0;
  TextRange range;
  friend bool operator==(const TextPiece&, const TextPiece&) = default;
};

struct AssignmentFound {
  std::uint32_t node = 0;  ///< what its entry is about: `text` is the whole text of this node
  TextPiece assignee;
  std::vector<TextPiece> collaborators;
  std::vector<TextPiece> tasks;
  std::string_view rule;  ///< a literal: "heading", "sentence", "passive", "label", "lead-in"
};

/// `nodes`: the body in document order, every node behind its parent. `issuer`: the body that
/// issued the paper, as printed; whom it gives an order acts, not it. `superior`: the body over it,
/// for which "BAN THƯỜNG TRỰC" speaks. In document order.
[[nodiscard]] std::vector<AssignmentFound> find_assignments(std::span<const AssignmentNode> nodes,
                                                            std::string_view issuer = {},
                                                            std::string_view superior = {});

}  // namespace vanban::plan

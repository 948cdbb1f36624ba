#include "plan/assignees.hpp"

#include <algorithm>
#include <utility>

#include "plan/actors.hpp"
#include "plan/folded.hpp"
#include "tokens/fold.hpp"

namespace vanban::plan {

using tokens::npos;

Assignees::Assignees(std::span<const AssignmentNode> nodes, std::span<const AssignmentFound> all)
    : nodes_(nodes.size()) {
  std::vector<std::uint32_t> last_child(nodes.size() + 1, no_node);  // of the top, at the end
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    nodes_[i].parent = nodes[i].parent;
    std::uint32_t& last = last_child[std::min<std::size_t>(nodes[i].parent, nodes.size())];
    nodes_[i].previous = std::exchange(last, i);
    const LabelFound* const label = nodes[i].label;
    nodes_[i].is_time = label != nullptr && label->kind == LabelKind::role &&
                        std::ranges::find(label->roles, Role::time) != label->roles.end();
  }
  for (const AssignmentFound& found : all) {
    if (found.assignee.range.begin >= found.assignee.range.end) continue;
    const auto add = [&](const TextPiece& piece) {
      nodes_[piece.node].parts.push_back({piece.range, found.assignee});
      if (found.rule == "label" || found.rule == "lead-in") nodes_[piece.node].by_label = true;
    };
    add(found.assignee);
    for (const TextPiece& task : found.tasks) add(task);
  }
  for (Parts& node : nodes_) {
    std::ranges::stable_sort(node.parts, {}, [](const Part& part) { return part.range.begin; });
    for (const Part& part : node.parts) {
      const auto name = [&](const TextPiece& piece) {
        return piece.range.of(nodes[piece.node].text);
      };
      if (name(part.assignee) != name(node.parts.front().assignee)) node.differ = true;
    }
  }
}

const TextPiece* Assignees::of(std::uint32_t node, std::size_t at) const {
  const std::vector<Part>& parts = nodes_[node].parts;
  const auto behind =
      std::ranges::upper_bound(parts, at, {}, [](const Part& part) { return part.range.begin; });
  if (behind != parts.begin() && at < (behind - 1)->range.end) return &(behind - 1)->assignee;
  return of(node);
}

std::uint32_t Assignees::labelled_before(std::uint32_t node) const {
  constexpr int most_labels = 4;  // of one group
  for (int i = 0; i < most_labels; ++i) {
    node = nodes_[node].previous;
    if (node == no_node || nodes_[node].by_label) return node;
  }
  return no_node;
}

const TextPiece* Assignees::of(std::uint32_t node) const {
  if (nodes_[node].parts.empty() && nodes_[node].is_time) {
    const std::uint32_t before = labelled_before(node);
    if (before != no_node) node = before;
  }
  while (nodes_[node].parts.empty()) {
    node = nodes_[node].parent;
    if (node == no_node) return nullptr;
  }
  return nodes_[node].differ ? nullptr : &nodes_[node].parts.front().assignee;
}

bool names_another(std::string_view text, std::size_t at, std::string_view name) {
  // A clause is short: a text may be one node with very many dates.
  constexpr std::size_t reach = 400;
  constexpr int most_commas = 3;
  std::size_t begin = at > reach ? at - reach : 0;
  const std::size_t floor = begin;
  for (std::size_t i = at; i >= floor + 2; --i) {
    if (text[i - 1] != ' ' || (text[i - 2] != ';' && text[i - 2] != '.')) continue;
    begin = i;
    break;
  }
  if (floor != 0 && begin == floor) return false;
  std::size_t end = std::min(at + reach, text.size());
  if (end < text.size()) end = tokens::step_back(text, end + 1);  // to the start of a letter
  end = std::min(end, text.substr(0, end).find(';', at));
  const std::string_view clause = text.substr(begin, end - begin);
  const std::string lower = folded(clause);
  // "phối hợp với Sở A, Sở B tham mưu ...": who stands behind the comma takes part.
  std::vector<TextRange> partners;
  collaborators_in(clause, lower, 0, clause.size(), partners);
  const auto takes_part = [&](std::size_t place) {
    return std::ranges::any_of(partners, [&](const TextRange& partner) {
      return partner.begin <= place && place < partner.end;
    });
  };
  begin = 0;
  for (int commas = 0; commas <= most_commas && begin < clause.size(); ++commas) {
    const ActorFound actor =
        takes_part(begin) ? ActorFound{} : actor_at(clause, lower, begin, clause.size());
    if (actor.tie == ActorTie::verb || actor.tie == ActorTie::responsibility) {
      return folded(actor.name.of(clause)) != folded(name);
    }
    const std::size_t comma = clause.find(',', begin);
    if (comma == npos) break;
    begin = tokens::skip_blanks(clause, comma + 1);
  }
  return false;
}

}  // namespace vanban::plan

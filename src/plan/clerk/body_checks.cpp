#include <algorithm>
#include <set>
#include <utility>

#include "outline/characters.hpp"
#include "plan/clerk/checks.hpp"
#include "plan/folded.hpp"
#include "tokens/fold.hpp"

namespace vanban::plan::clerk {
namespace {

/// Calls `visit` for every node in document order, with the list that it stands in and its place
/// there. Nesting is at most Limits::max_depth deep, and with it the calls here.
void for_each_node(const std::vector<Node>& nodes, const auto& visit) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    visit(nodes, i);
    for_each_node(nodes[i].children, visit);
  }
}

std::string_view text_of(const Node& node) {
  return node.title ? *node.title : node.text ? std::string_view(*node.text) : std::string_view();
}

SourceSpan marker_span(const Node& node) {
  const auto size = static_cast<std::uint32_t>(node.marker ? node.marker->size() : 0);
  return {node.span.begin, std::min(node.span.begin + size, node.span.end)};
}

/// The last node of the text before its appendices.
const Node* last_node(const Document& document) {
  const std::vector<Node>* nodes = document.closing.empty() ? &document.body : &document.closing;
  const Node* last = nullptr;
  while (true) {
    const Node* next = nullptr;
    for (const Node& node : *nodes) {
      if (node.kind != NodeKind::appendix) next = &node;
    }
    if (next == nullptr) return last;
    last = next;
    nodes = &last->children;
  }
}

bool mentions_appendix(std::string_view text) {
  const std::string lower = folded(text);
  return lower.find("phụ lục") != std::string::npos || lower.find("biểu") != std::string::npos ||
         lower.find("kèm theo") != std::string::npos || lower.find("đính kèm") != std::string::npos;
}

}  // namespace

void end_mark(const Paper& paper, Findings& found) {
  const Node* last = last_node(paper.document);
  if (last == nullptr || last->kind == NodeKind::table || text_of(*last).empty()) return;
  std::string_view text = outline::trim(text_of(*last));
  while (!text.empty() && (text.back() == '"' || text.back() == '*')) text.remove_suffix(1);
  if (text.ends_with("./.") || text.ends_with("/.")) return;
  // The mark may stand on a line of its own.
  const std::string_view source = paper.document.source_text;
  if (paper.quotable && last->span.end <= source.size()) {
    const std::string_view behind = source.substr(last->span.end);
    if (behind.substr(outline::trim_begin(behind, 0, behind.size())).starts_with("./.")) return;
  }
  found.push_back({{last->span.end, last->span.end}, {}});
}

void point_letters(const Paper& paper, Findings& found) {
  for_each_node(paper.document.body, [&](const std::vector<Node>& list, std::size_t i) {
    const Node& node = list[i];
    if (node.kind == NodeKind::alpha && node.marker && (node.label == "f" || node.label == "j")) {
      found.push_back({marker_span(node), *node.marker});
      return;
    }
    // Other letters that no Vietnamese list has are no markers to the outline, but text.
    const std::string_view text = text_of(node);
    if (node.kind == NodeKind::paragraph && text.size() > 3 && text[1] == ')' && text[2] == ' ' &&
        std::string_view("wz").find(text[0]) != std::string_view::npos) {
      found.push_back({{node.span.begin, node.span.begin + 2}, std::string(text.substr(0, 2))});
      return;
    }
    if (node.kind != NodeKind::alpha || node.label != "e" || !node.marker) return;
    const auto before =
        std::find_if(list.rbegin() + static_cast<std::ptrdiff_t>(list.size() - i), list.rend(),
                     [](const Node& one) { return one.kind == NodeKind::alpha && one.label; });
    if (before != list.rend() && before->label == "d") {
      found.push_back({marker_span(node), *node.marker});
    }
  });
}

void marker_form(const Paper& paper, Findings& found) {
  std::set<std::pair<NodeKind, char>> seen;
  for_each_node(paper.document.body, [&](const std::vector<Node>& list, std::size_t i) {
    const Node& node = list[i];
    if (!node.marker || node.marker->empty() || !node.label) return;
    const char last = node.marker->back();
    if (node.marker->front() == '(') return;  // below the levels that the norm knows
    bool good = true;
    switch (node.kind) {
      case NodeKind::roman:
      case NodeKind::decimal:
        good = last == '.' || outline::is_digit(last) || node.label->find('.') != std::string::npos;
        break;
      case NodeKind::alpha: good = last == ')'; break;
      default: return;
    }
    if (good || !seen.emplace(node.kind, last).second) return;
    found.push_back({marker_span(node), *node.marker});
  });
}

void appendix_number(const Paper& paper, Findings& found) {
  for (const Node& node : paper.document.body) {
    if (node.kind != NodeKind::appendix || !node.label) continue;
    const std::string lower = folded(*node.label);
    if (lower.starts_with("phụ lục") && std::ranges::any_of(lower, outline::is_digit)) {
      found.push_back({marker_span(node), *node.label});
    }
  }
}

void appendix_unmentioned(const Paper& paper, Findings& found) {
  const Document& document = paper.document;
  const Node* appendix = nullptr;
  for (const Node& node : document.body) {
    if (node.kind == NodeKind::appendix && node.label && appendix == nullptr) appendix = &node;
  }
  if (appendix == nullptr) return;
  bool said = false;
  const auto look = [&said](const std::vector<Node>& list, std::size_t i) {
    said = said || mentions_appendix(text_of(list[i]));
    if (!list[i].rows) return;
    for (const auto& row : *list[i].rows) {
      for (const std::string& cell : row) said = said || mentions_appendix(cell);
    }
  };
  for_each_node(document.preamble, look);
  for_each_node(document.closing, look);
  for (const Node& node : document.body) {
    if (node.kind == NodeKind::appendix) continue;
    said = said || mentions_appendix(text_of(node));
    for_each_node(node.children, look);
  }
  if (!said) found.push_back({marker_span(*appendix), {}});
}

void ground_end(const Paper& paper, Findings& found) {
  const std::vector<Node>& nodes = paper.document.preamble;
  for (std::size_t i = 0; i + 1 < nodes.size(); ++i) {
    const std::string_view text = outline::trim(text_of(nodes[i]));
    const auto is_ground = [](const Node& node) {
      return folded(text_of(node)).starts_with("căn cứ ");
    };
    if (!is_ground(nodes[i]) || !is_ground(nodes[i + 1]) || text.ends_with(';')) continue;
    found.push_back({{nodes[i].span.end, nodes[i].span.end}, {}});
  }
}

}  // namespace vanban::plan::clerk

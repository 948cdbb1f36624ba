#include <cstddef>

#include "cli/printing.hpp"
#include "cli/views.hpp"

namespace vanban::cli {
namespace {

constexpr std::size_t longest_text = 100;

class OutlineView {
 public:
  explicit OutlineView(bool all_nodes) : all_nodes_(all_nodes) {}

  // Nodes nest at most Limits::max_depth deep, and with them these calls.
  void add(const std::vector<Node>& nodes, std::size_t depth) {
    for (const Node& node : nodes) {
      const bool shown = node.title.has_value() || all_nodes_;
      if (shown) add_line(node, depth);
      add(node.children, depth + (shown ? 1 : 0));
    }
  }

  void add_headline(std::string_view text) {
    if (!text.empty()) text_ += printable(text) + "\n";
  }

  std::string take() { return std::move(text_); }

 private:
  void add_line(const Node& node, std::size_t depth) {
    std::string line(2 * depth, ' ');
    if (node.marker) line += *node.marker + " ";
    if (node.title) {
      line += *node.title;
    } else if (node.text) {
      line += shortened(*node.text, longest_text);
    } else if (node.rows) {
      const std::size_t columns = node.rows->empty() ? 0 : node.rows->front().size();
      line += "[table " + node.id + ": " + std::to_string(node.rows->size()) + " x " +
              std::to_string(columns) + "]";
    }
    for (std::size_t i = 0; i < node.roles.size(); ++i) {
      line += i == 0 ? "  [" : ", ";
      line += to_string(node.roles[i]);
    }
    if (!node.roles.empty()) line += "]";
    text_ += printable(line) + "\n";
  }

  bool all_nodes_;
  std::string text_;
};

/// What is known of a few fields, with `separator` between them.
std::string joined(std::initializer_list<const std::optional<std::string>*> fields,
                   std::string_view separator) {
  std::string text;
  for (const auto* one : fields) {
    if (!*one) continue;
    if (!text.empty()) text += separator;
    text += **one;
  }
  return text;
}

}  // namespace

std::string outline_view(const Document& document, bool all_nodes) {
  OutlineView view(all_nodes);
  const Header& header = document.header;
  view.add_headline(joined({&header.agency.name, &header.number.text, &header.date}, " · "));
  view.add_headline(joined({&header.type.name, &header.title}, ": "));
  if (all_nodes) view.add(document.preamble, 1);
  view.add(document.body, 1);
  if (all_nodes) view.add(document.closing, 1);
  return view.take();
}

}  // namespace vanban::cli

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "outline/tree.hpp"
#include "tokens/words.hpp"

namespace vanban::plan {

/// The words of the nodes of an outline: of usual documents found once for all who read them, of
/// long ones, where they would take as much memory as the text does three times, a node at a time.
/// Their keys are the same in capitals and small letters; only where today's tone places change the
/// text has its lower-case twin words of its own.
class NodeWords {
 public:
  explicit NodeWords(const outline::Outline& outline) : outline_(outline) {
    constexpr std::size_t most_bytes = std::size_t{1} << 21U;
    constexpr std::size_t word_bytes = 5;  // fewer than a word has with its blank
    std::size_t bytes = 0;
    for (const outline::TreeNode& node : outline.nodes) bytes += node.text.text().size();
    if (bytes > most_bytes) return;
    words_.reserve(bytes / word_bytes);
    ends_.reserve(outline.nodes.size());
    for (const outline::TreeNode& node : outline.nodes) {
      tokens::add_words(node.text.text(), words_);
      ends_.push_back(words_.size());
    }
  }

  /// Good until another node is asked for.
  [[nodiscard]] tokens::WordedText operator[](std::uint32_t node) {
    const std::string_view text = outline_.nodes[node].text.text();
    if (ends_.empty()) {
      if (node == node_) return {text, words_};
      node_ = node;
      return tokens::find_words(text, words_);
    }
    const std::size_t begin = node == 0 ? 0 : ends_[node - 1];
    return {text, std::span(words_).subspan(begin, ends_[node] - begin)};
  }

 private:
  const outline::Outline& outline_;
  std::vector<tokens::Word> words_;        ///< of all nodes, or of the last that was asked for
  std::vector<std::size_t> ends_;          ///< of each node's words; none of long documents
  std::uint32_t node_ = outline::no_node;  ///< the last that was asked for
};

}  // namespace vanban::plan

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "outline/tree.hpp"
#include "tokens/words.hpp"

namespace vanban::plan {

/// The words of the nodes of an outline, found once for all who read them. Their keys are the same
/// in capitals and small letters; only where today's tone places change the text has its lower-case
/// twin words of its own.
class NodeWords {
 public:
  explicit NodeWords(const outline::Outline& outline) : outline_(outline) {
    std::size_t bytes = 0;
    for (const outline::TreeNode& node : outline.nodes) bytes += node.text.text().size();
    constexpr std::size_t word_bytes = 5;  // fewer than a word has with its blank
    words_.reserve(bytes / word_bytes);
    ends_.reserve(outline.nodes.size());
    for (const outline::TreeNode& node : outline.nodes) {
      tokens::add_words(node.text.text(), words_);
      ends_.push_back(words_.size());
    }
  }

  [[nodiscard]] tokens::WordedText operator[](std::uint32_t node) const {
    const std::size_t begin = node == 0 ? 0 : ends_[node - 1];
    return {outline_.nodes[node].text.text(),
            std::span(words_).subspan(begin, ends_[node] - begin)};
  }

 private:
  const outline::Outline& outline_;
  std::vector<tokens::Word> words_;
  std::vector<std::size_t> ends_;  ///< of each node's words
};

}  // namespace vanban::plan

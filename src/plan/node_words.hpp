#pragma once

#include <cstdint>
#include <vector>

#include "outline/tree.hpp"
#include "tokens/words.hpp"

namespace vanban::plan {

/// The words of the nodes of an outline, of one node at a time: they are found once for all who
/// read that node. Their keys are the same in capitals and small letters; only where today's tone
/// places change the text has its lower-case twin words of its own.
class NodeWords {
 public:
  explicit NodeWords(const outline::Outline& outline) : outline_(outline) {}

  /// Good until another node is asked for.
  [[nodiscard]] tokens::WordedText operator[](std::uint32_t node) {
    if (node == node_) return {outline_.nodes[node].text.text(), words_};
    node_ = node;
    return tokens::find_words(outline_.nodes[node].text.text(), words_);
  }

 private:
  const outline::Outline& outline_;
  std::uint32_t node_ = outline::no_node;
  std::vector<tokens::Word> words_;
};

}  // namespace vanban::plan

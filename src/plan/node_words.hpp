#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "language/letters.hpp"
#include "outline/tree.hpp"
#include "tokens/words.hpp"

namespace vanban::plan {

/// The words of all nodes of an outline, found once for all who read them. Their keys are the same
/// in capitals and small letters; only where today's tone places change the text has its lower-case
/// twin words of its own.
class NodeWords {
 public:
  explicit NodeWords(const outline::Outline& outline) : outline_(outline) {
    std::size_t bytes = 0;
    for (const outline::TreeNode& node : outline.nodes) bytes += node.text.text().size();
    constexpr std::size_t bytes_a_word = 6;
    words_.reserve(bytes / bytes_a_word);
    starts_.reserve(outline.nodes.size() + 1);
    for (const outline::TreeNode& node : outline.nodes) {
      starts_.push_back(words_.size());
      tokens::add_words(node.text.text(), words_);
    }
    starts_.push_back(words_.size());
  }

  [[nodiscard]] tokens::WordedText operator[](std::uint32_t node) const {
    return {outline_.nodes[node].text.text(),
            {words_.data() + starts_[node], words_.data() + starts_[node + 1]}};
  }

 private:
  const outline::Outline& outline_;
  std::vector<tokens::Word> words_;
  std::vector<std::size_t> starts_;  ///< of each node its first word
};

}  // namespace vanban::plan

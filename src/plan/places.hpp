#pragma once

#include <cstddef>
#include <vector>

#include "outline/joined_text.hpp"
#include "vanban/document.hpp"
#include "vanban/source_map.hpp"

namespace vanban::plan {

/// From places in texts to places in the source.
class Places {
 public:
  /// `map`: repaired text -> source text; must outlive this.
  explicit Places(const SourceMap& map) : map_(&map) {}

  [[nodiscard]] SourceSpan source(TextSpan span) const { return map_->to_source(span); }

  [[nodiscard]] SourceSpan source(const outline::JoinedText& text, std::size_t begin,
                                  std::size_t end) const {
    return map_->to_source(text.place(begin, end));
  }

  /// The pieces of [begin, end) that page breaks part; empty where it stands in one piece.
  [[nodiscard]] std::vector<SourceSpan> pieces(const outline::JoinedText& text, std::size_t begin,
                                               std::size_t end) const;

 private:
  const SourceMap* map_;
};

}  // namespace vanban::plan

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "vanban/source_map.hpp"

namespace vanban {

/// Answers what `SourceMap::to_source` or `to_text` answers, for many spans that come more or less
/// in order: each question goes on where the one before it ended, where a search through a map of
/// many changes would miss the cache at every step. The map must outlive it.
template <auto From, auto To>
class MapWalk {
 public:
  using Change = SourceMap::Change;
  explicit MapWalk(const SourceMap& map) : changes_(map.changes()) {}

  /// The other side of [begin, end).
  template <class Span>
  [[nodiscard]] auto operator()(Span span) {
    decltype(Change{}.*To) out{span.begin, span.end};
    if (changes_.empty()) return out;
    const Place first = place_of_byte(span.begin);
    if (span.begin >= span.end) return decltype(out){first.begin, first.begin};
    return decltype(out){first.begin, place_of_byte(span.end - 1).end};
  }

 private:
  struct Place {
    std::uint32_t begin;
    std::uint32_t end;
  };

  Place place_of_byte(std::uint32_t at) {
    while (next_ > 0 && (changes_[next_ - 1].*From).end > at) --next_;
    while (next_ < changes_.size() && (changes_[next_].*From).end <= at) ++next_;
    if (next_ < changes_.size() && (changes_[next_].*From).begin <= at) {
      return {(changes_[next_].*To).begin, (changes_[next_].*To).end};
    }
    if (next_ == 0) return {at, at + 1};
    const Change& before = changes_[next_ - 1];
    const std::uint32_t begin = (before.*To).end + (at - (before.*From).end);
    return {begin, begin + 1};
  }

  const std::vector<Change>& changes_;
  std::size_t next_ = 0;  ///< the first change that ends behind the last question
};

using ToSourceWalk = MapWalk<&SourceMap::Change::text, &SourceMap::Change::source>;
using ToTextWalk = MapWalk<&SourceMap::Change::source, &SourceMap::Change::text>;

}  // namespace vanban

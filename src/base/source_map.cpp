// Both directions are one question: where does a byte of this side stand on the other? Begins and
// ends of changes rise together on both sides, so that a binary search answers it.
#include "vanban/source_map.hpp"

#include <algorithm>
#include <cstddef>

namespace vanban {
namespace {

using Change = SourceMap::Change;

struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

template <auto From>
[[nodiscard]] std::vector<Change>::const_iterator first_ending_after(
    const std::vector<Change>& changes, std::uint32_t at) {
  return std::upper_bound(
      changes.begin(), changes.end(), at,
      [](std::uint32_t value, const Change& change) { return value < (change.*From).end; });
}

/// Where the byte at `at` stands on the other side: all of the other side of its change, or the
/// byte that it is a copy of. What has nothing on this side lies between bytes and is in neither.
template <auto From, auto To>
[[nodiscard]] Range place_of_byte(const std::vector<Change>& changes, std::uint32_t at) {
  const auto next = first_ending_after<From>(changes, at);
  if (next != changes.end() && (*next.*From).begin <= at) {
    return {(*next.*To).begin, (*next.*To).end};
  }
  if (next == changes.begin()) return {at, at + 1};
  const Change& before = *(next - 1);
  const std::uint32_t begin = (before.*To).end + (at - (before.*From).end);
  return {begin, begin + 1};
}

template <auto From, auto To>
[[nodiscard]] Range place_of_range(const std::vector<Change>& changes, Range range) {
  if (changes.empty()) return range;
  const std::uint32_t begin = place_of_byte<From, To>(changes, range.begin).begin;
  if (range.begin >= range.end) return {begin, begin};
  return {begin, place_of_byte<From, To>(changes, range.end - 1).end};
}

/// One list of changes as `compose` consumes it. `middle` is the side that both lists share.
template <auto Middle, auto Outer>
class Cursor {
 public:
  explicit Cursor(const std::vector<Change>& changes) : at_(changes.begin()), end_(changes.end()) {}

  [[nodiscard]] bool done() const { return at_ == end_; }
  [[nodiscard]] std::uint32_t begin() const { return (*at_.*Middle).begin; }
  [[nodiscard]] std::uint32_t end() const { return (*at_.*Middle).end; }
  [[nodiscard]] bool starts_within(std::uint32_t limit) const { return !done() && begin() < limit; }

  void take() {
    shift_ = std::int64_t{(*at_.*Outer).end} - std::int64_t{end()};
    ++at_;
  }

  /// Where a place of the middle that no change holds stands on the outer side: behind all changes
  /// that were taken.
  [[nodiscard]] std::uint32_t outer(std::uint32_t middle) const {
    return static_cast<std::uint32_t>(std::int64_t{middle} + shift_);
  }

 private:
  std::vector<Change>::const_iterator at_;
  std::vector<Change>::const_iterator end_;
  std::int64_t shift_ = 0;
};

using LaterCursor = Cursor<&Change::source, &Change::text>;
using EarlierCursor = Cursor<&Change::text, &Change::source>;

/// Which of the two goes first. What is empty in the middle goes before what begins there, and a
/// deletion of the earlier step before an insertion of the later one: two steps agree with that.
[[nodiscard]] bool later_is_first(const LaterCursor& later, const EarlierCursor& earlier) {
  if (earlier.done()) return true;
  if (later.done()) return false;
  if (later.begin() != earlier.begin()) return later.begin() < earlier.begin();
  const bool later_empty = later.end() == later.begin();
  const bool earlier_empty = earlier.end() == earlier.begin();
  return later_empty && !earlier_empty;
}

}  // namespace

SourceSpan SourceMap::to_source(TextSpan span) const {
  const Range place =
      place_of_range<&Change::text, &Change::source>(changes_, {span.begin, span.end});
  return {place.begin, place.end};
}

TextSpan SourceMap::to_text(SourceSpan span) const {
  const Range place =
      place_of_range<&Change::source, &Change::text>(changes_, {span.begin, span.end});
  return {place.begin, place.end};
}

SourceMap SourceMap::compose(const SourceMap& later, const SourceMap& earlier) {
  if (later.is_identity()) return earlier;
  if (earlier.is_identity()) return later;
  std::vector<Change> composed;
  composed.reserve(later.changes_.size() + earlier.changes_.size());
  LaterCursor top(later.changes_);
  EarlierCursor bottom(earlier.changes_);
  while (!top.done() || !bottom.done()) {
    // Changes that share bytes of the middle text become one.
    const std::uint32_t begin = later_is_first(top, bottom) ? top.begin() : bottom.begin();
    Change change;
    change.text.begin = top.outer(begin);
    change.source.begin = bottom.outer(begin);
    std::uint32_t end = begin;
    const auto take = [&end](auto& cursor) {
      end = std::max(end, cursor.end());
      cursor.take();
    };
    if (later_is_first(top, bottom)) {
      take(top);
    } else {
      take(bottom);
    }
    while (top.starts_within(end) || bottom.starts_within(end)) {
      if (top.starts_within(end)) {
        take(top);
      } else {
        take(bottom);
      }
    }
    change.text.end = top.outer(end);
    change.source.end = bottom.outer(end);
    // The later step may take away what the earlier one put in.
    if (!change.text.empty() || !change.source.empty()) composed.push_back(change);
  }
  return SourceMap(std::move(composed));
}

}  // namespace vanban

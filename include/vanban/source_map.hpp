#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "vanban/span.hpp"

namespace vanban {

/// The way from a later text (repaired, or without Markdown's marks) back to the source text, as
/// a list of changed places; everything between them is copied byte for byte.
///
///     source   Sở  hoa học          text bytes 3..7 ("Khoa") <-> source bytes 3..7 (" hoa")
///     text     Sở Khoa học          a changed place is atomic: it maps to all of its other side
///
/// Memory grows with the number of changes, not with the text; an empty map is the identity.
class SourceMap {
 public:
  /// One changed place: text [text.begin, text.end) stands for source [source.begin, source.end).
  struct Change {
    TextSpan text;
    SourceSpan source;
    friend bool operator==(const Change&, const Change&) = default;
  };

  SourceMap() = default;
  /// `changes` in order, without overlap, with equal distances between them on both sides.
  explicit SourceMap(std::vector<Change> changes) : changes_(std::move(changes)) {}

  [[nodiscard]] bool is_identity() const noexcept { return changes_.empty(); }
  [[nodiscard]] const std::vector<Change>& changes() const noexcept { return changes_; }

  /// The source of `span`. Deleted source (marks) at either end is left out. An empty span gives an
  /// empty one. O(log changes).
  [[nodiscard]] SourceSpan to_source(TextSpan span) const;

  /// The text that stands for `span`: the smallest span that covers all of it.
  [[nodiscard]] TextSpan to_text(SourceSpan span) const;

  /// The map of two steps: `later` from the last text to a middle text, `earlier` from there to
  /// the source (its source spans are the middle's text spans).
  [[nodiscard]] static SourceMap compose(const SourceMap& later, const SourceMap& earlier);

  friend bool operator==(const SourceMap&, const SourceMap&) = default;

 private:
  std::vector<Change> changes_;
};

}  // namespace vanban

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "vanban/document.hpp"

namespace vanban::json {

/// Offsets of one text between bytes and another unit. One pass over the text counts the units
/// before each block of 64 bytes; after that `from_byte` looks at one block, `to_byte` searches
/// the blocks. Four bytes of memory a block. The text must outlive the index.
class OffsetIndex {
 public:
  OffsetIndex(std::string_view text, OffsetUnit unit);

  /// Units before `byte`; inside a character: after it. Past the end: those of the whole text.
  [[nodiscard]] std::uint32_t from_byte(std::uint32_t byte) const;

  /// The first byte of the character with `offset` units before it. Past the end: the size.
  [[nodiscard]] std::uint32_t to_byte(std::uint32_t offset) const;

 private:
  std::string_view text_;
  OffsetUnit unit_;
  std::vector<std::uint32_t> before_;  // units before each block; empty where the unit is bytes
};

/// Spans of one text from one unit into another.
class SpanConverter {
 public:
  SpanConverter(std::string_view text, OffsetUnit from, OffsetUnit to);

  [[nodiscard]] SourceSpan operator()(SourceSpan span) const {
    return same_ ? span : SourceSpan{convert(span.begin), convert(span.end)};
  }

 private:
  [[nodiscard]] std::uint32_t convert(std::uint32_t offset) const {
    return to_.from_byte(from_.to_byte(offset));
  }

  bool same_;
  OffsetIndex from_;
  OffsetIndex to_;
};

}  // namespace vanban::json

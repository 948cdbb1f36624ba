#pragma once

#include <cstdint>

namespace vanban {

/// Half-open range [begin, end) of byte offsets. The tag says into what, so that mixing buffers
/// does not compile. Offsets have 32 bits: no text is longer than 2 GiB - 1 (see Limits).
template <class Buffer>
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  ///< one past the last byte, never before `begin`

  [[nodiscard]] constexpr std::uint32_t size() const noexcept { return end - begin; }
  [[nodiscard]] constexpr bool empty() const noexcept { return begin == end; }
  friend constexpr bool operator==(Span, Span) = default;
};

/// Bytes of the source text: the UTF-8 text layer as the reader took it out of the file, before any
/// repair (`vanban text FILE` prints it). In a Document read from JSON they count its offset unit.
using SourceSpan = Span<struct SourceBytes>;

/// Bytes of the repaired text, UTF-8.
using TextSpan = Span<struct TextBytes>;

}  // namespace vanban

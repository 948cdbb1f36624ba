#pragma once

#include <cstddef>
#include <cstdint>

/// Scans that look at every byte without a branch, so that the compiler takes many bytes at once.
namespace vanban {

/// Steps of such a scan. It is vector code as long as each of them is one on bytes that are 0 or 1:
/// a `bool`, or `&&` between two of them, is a branch to some compilers.
namespace byte_step {

using Flag = std::uint8_t;

[[nodiscard]] constexpr Flag is(std::uint8_t byte, std::uint8_t other) {
  return static_cast<Flag>(byte == other);
}
[[nodiscard]] constexpr Flag in(std::uint8_t byte, std::uint8_t first, std::uint8_t last) {
  return static_cast<Flag>(static_cast<std::uint8_t>(byte - first) <=
                           static_cast<std::uint8_t>(last - first));
}
[[nodiscard]] constexpr Flag no(Flag flag) {
  return static_cast<Flag>(flag ^ 1U);
}

}  // namespace byte_step

/// Whether `test` says so of any byte from `begin` to `end`; it is given the place of the byte and
/// may look around it as far as there is text. Blocks have no early end; the last one may begin in
/// the one before it.
template <class Test>
[[nodiscard]] constexpr bool any_byte(const char* begin, const char* end, const Test& test) {
  constexpr std::ptrdiff_t block = 32;
  const auto any_of_block = [&test](const char* at) {
    byte_step::Flag found = 0;
    for (std::ptrdiff_t i = 0; i < block; ++i) {
      found = static_cast<byte_step::Flag>(found | test(at + i));
    }
    return found != 0;
  };
  if (end - begin < block) {
    for (; begin < end; ++begin) {
      if (test(begin) != 0) return true;
    }
    return false;
  }
  for (; end - begin >= block; begin += block) {
    if (any_of_block(begin)) return true;
  }
  return begin < end && any_of_block(end - block);
}

}  // namespace vanban

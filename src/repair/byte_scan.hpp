#pragma once

#include <cstddef>
#include <string_view>

/// Where three bytes do not tell (signs.hpp), the question whether a pass can concern a text at all
/// is put to every byte without a branch, which compilers turn into vector code.
namespace vanban::repair_stage {

/// Steps of a scan. It is vector code as long as each of them is one on bytes: `Flag` is 0 or more,
/// and "or" is a sum, of which compilers do not make a look-up in a bit set.
namespace scan {

using Flag = unsigned char;

[[nodiscard]] constexpr Flag is(unsigned char byte, unsigned char other) {
  return static_cast<Flag>(byte == other);
}
[[nodiscard]] constexpr Flag in(unsigned char byte, unsigned char first, unsigned char last) {
  return static_cast<Flag>(static_cast<unsigned char>(byte - first) <=
                           static_cast<unsigned char>(last - first));
}
template <class... Flags>
[[nodiscard]] constexpr Flag any(Flags... flags) {
  return static_cast<Flag>((flags + ...));
}
/// Of flags that are 0 or 1, but for one of them.
[[nodiscard]] constexpr Flag both(Flag one, Flag other) {
  return static_cast<Flag>(one * other);
}

}  // namespace scan

/// The line around `at`, without its line feed: [begin, end).
struct LineRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};
[[nodiscard]] inline LineRange line_around(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t after = text.find('\n', at);
  return {before == std::string_view::npos ? 0 : before + 1,
          after == std::string_view::npos ? text.size() : after};
}

}  // namespace vanban::repair_stage

#pragma once

#include <algorithm>
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

/// The first place at `from` or behind it at which `Sign`, a function of a byte and so many behind
/// it, is not 0; the size of the text where there is none. A place with fewer bytes behind it is
/// not asked.
template <auto Sign, std::size_t bytes_behind>
[[nodiscard]] std::size_t find_place(std::string_view text, std::size_t from) {
  constexpr std::size_t block = 128;
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
  for (std::size_t at = from; at + bytes_behind < text.size(); at += block) {
    const std::size_t size = std::min(block, text.size() - bytes_behind - at);
    Flag found = 0;
    for (std::size_t i = 0; i < size; ++i) {
      found = any(found, static_cast<Flag>(Sign(bytes + at + i) != 0));
    }
    if (found == 0) continue;
    for (std::size_t i = 0; i < size; ++i) {
      if (Sign(bytes + at + i) != 0) return at + i;
    }
  }
  return text.size();
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

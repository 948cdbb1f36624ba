#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

/// Sound text is the rule, so each pass first asks whether a byte of the text can concern it at
/// all. The question is put to every byte without a branch, which compilers turn into vector code:
/// gigabytes a second, where walking code points makes a few hundred megabytes.
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

/// A byte with the two before it (0 where none is).
struct ByteContext {
  unsigned char byte;
  unsigned char before;
  unsigned char two_before;
};

/// Offset of the first byte from `from` on for which `suspect(ByteContext)` gives a value other
/// than 0; the size of the text where none does. `suspect` combines comparisons with | and & alone.
template <class Suspect>
[[nodiscard]] std::size_t find_suspect(std::string_view text, std::size_t from, Suspect suspect) {
  constexpr std::size_t block = 512;
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
  const auto at = [bytes](std::size_t i) {
    return ByteContext{bytes[i], i > 0 ? bytes[i - 1] : static_cast<unsigned char>(0),
                       i > 1 ? bytes[i - 2] : static_cast<unsigned char>(0)};
  };
  for (std::size_t i = from; i < text.size();) {
    const std::size_t end = std::min(i + block, text.size());
    unsigned found = 0;
    if (i < 2 || end - i < block) {
      for (std::size_t k = i; k < end; ++k) found |= static_cast<unsigned>(suspect(at(k)));
    } else {
      const unsigned char* const b = bytes + i;
      unsigned char any = 0;
      for (std::size_t k = 0; k < block; ++k) {
        any = static_cast<unsigned char>(any | suspect(ByteContext{b[k], (b - 1)[k], (b - 2)[k]}));
      }
      found = any;
    }
    if (found != 0) {
      for (std::size_t k = i; k < end; ++k) {
        if (suspect(at(k)) != 0) return k;
      }
    }
    i = end;
  }
  return text.size();
}

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

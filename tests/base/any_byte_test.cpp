#include "base/any_byte.hpp"

#include <cstddef>
#include <string>

#include <gtest/gtest.h>

namespace vanban {
namespace {

bool has_pair(const std::string& text) {
  return !text.empty() && any_byte(text.data() + 1, text.data() + text.size(), [](const char* at) {
    const auto byte = [at](int i) { return static_cast<unsigned char>(at[i]); };
    return static_cast<byte_step::Flag>(byte_step::is(byte(-1), 'a') &
                                        byte_step::in(byte(0), 'b', 'd'));
  });
}

TEST(AnyByte, LooksAtEveryByteOfTextsOfAnyLength) {
  constexpr std::size_t longest = 100;
  for (std::size_t size = 0; size < longest; ++size) {
    EXPECT_FALSE(has_pair(std::string(size, 'a')));
    for (std::size_t at = 1; at < size; ++at) {
      std::string text(size, 'x');
      text[at] = 'c';
      EXPECT_FALSE(has_pair(text));
      text[at - 1] = 'a';
      EXPECT_TRUE(has_pair(text)) << size << ' ' << at;
    }
  }
}

}  // namespace
}  // namespace vanban

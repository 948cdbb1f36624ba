// Every byte is asked without a branch, which compilers turn into vector code.
#include "read/signs_in_words.hpp"

#include <algorithm>

#include "base/any_byte.hpp"

namespace vanban::read {
namespace {

using byte_step::Flag;

constexpr Flag both(Flag one, Flag other) {
  return static_cast<Flag>(one & other);
}
constexpr Flag either(Flag one, Flag other) {
  return static_cast<Flag>(one | other);
}
constexpr Flag is_small(unsigned char byte) {
  return either(byte_step::in(byte, 'a', 'z'), byte_step::in(byte, 0x80, 0xFF));
}
/// Not those that stand between the letters of sound words, and of tags: "và/hoặc", "a.b", "a<b>c".
constexpr Flag is_sign(unsigned char byte) {
  return either(either(byte_step::in(byte, '!', '%'), byte_step::in(byte, '(', ',')),
                either(byte_step::in(byte, '0', ';'),
                       either(byte_step::is(byte, '='), byte_step::is(byte, '?'))));
}

/// Of a longer text some blocks tell.
constexpr std::size_t longest_whole = std::size_t{1} << 16U;
constexpr std::size_t one_in = 8;

}  // namespace

SignsInWords count_signs_in_words(std::string_view text) {
  constexpr std::size_t block = 128;  // each byte counts once at most
  const std::size_t step = text.size() > longest_whole ? one_in * block : block;
  SignsInWords found;
  for (std::size_t begin = 0; begin + 2 < text.size(); begin += step) {
    const std::size_t end = std::min(begin + block, text.size() - 2);
    Flag signs = 0;
    Flag blanks = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const auto before = static_cast<unsigned char>(text[i]);
      const auto byte = static_cast<unsigned char>(text[i + 1]);
      const auto after = static_cast<unsigned char>(text[i + 2]);
      const Flag in_word = both(is_sign(byte), is_small(after));
      // The bytes of capitals with marks are not told from those of small letters.
      const Flag capital = both(byte_step::in(before, 'a', 'z'), byte_step::in(byte, 'A', 'Z'));
      signs = static_cast<Flag>(signs + either(both(is_small(before), in_word), capital));
      blanks = static_cast<Flag>(blanks + byte_step::in(byte, '\t', ' '));
    }
    found.signs += signs;
    found.blanks += blanks;
  }
  return found;
}

}  // namespace vanban::read

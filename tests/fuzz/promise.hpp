#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

/// Small words for fuzz targets.
namespace vanban::fuzz {

/// Ends the program where a property does not hold: what a fuzzer takes for a find.
inline void promise(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Whether `text` is well-formed UTF-8: no overlong form, no surrogate, nothing beyond U+10FFFF.
inline bool is_utf8(std::string_view text) {
  const auto byte = [text](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
  };
  for (std::size_t at = 0; at < text.size();) {
    const unsigned lead = byte(at);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    if (length == 0) return false;
    for (std::size_t i = 1; i < length; ++i) {
      if ((byte(at + i) & 0xC0U) != 0x80U) return false;
    }
    const unsigned second = byte(at + 1);
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)) return false;
    if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F)) return false;
    at += length;
  }
  return true;
}

/// Any bytes as UTF-8: what is no part of a well-formed sequence becomes a question mark.
inline std::string to_utf8(std::string_view bytes) {
  if (is_utf8(bytes)) return std::string(bytes);
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t length = 0;
    for (std::size_t longest = 4; longest > 0 && length == 0; --longest) {
      const std::string_view piece = bytes.substr(at, longest);
      if (piece.size() == longest && is_utf8(piece)) length = longest;
    }
    if (length == 0) text.push_back('?');
    text.append(bytes.substr(at, length));
    at += length == 0 ? 1 : length;
  }
  return text;
}

}  // namespace vanban::fuzz

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "vanban/document.hpp"
#include "vanban/result.hpp"

namespace vanban::read {

/// No text may be longer: spans have 32 bits, and ICU counts in a signed int.
inline constexpr std::size_t text_ceiling = 0x7FFF'FFFF;

/// After so many places the rest is told in one diagnostic: a damaged file must not cost more to
/// report than to read.
inline constexpr std::size_t max_reported_stretches = 100;

/// Where more than one byte of three is NUL or cannot be decoded, nobody wrote a text (UTF-32, an
/// image): one diagnostic says so. A few such bytes are told one by one, however short the file.
inline constexpr std::size_t least_unreadable_bytes = 16;
inline constexpr std::size_t unreadable_share = 3;

struct DecodedText {
  std::string text;                     ///< well-formed UTF-8 without byte-order mark
  std::string_view encoding = "UTF-8";  ///< of the bytes
  std::vector<Diagnostic> diagnostics;  ///< ill-formed-bytes, or one not-text
};

/// Any bytes -> UTF-8. Fails only with too_large.
[[nodiscard]] Result<DecodedText> decode_bytes(std::string_view bytes, const Limits& limits);
/// The same; sound UTF-8 is not copied.
[[nodiscard]] Result<DecodedText> decode_owned(std::string bytes, const Limits& limits);

/// `text` with U+FFFD for each ill-formed stretch: names of files may be any bytes.
[[nodiscard]] std::string to_well_formed(std::string_view text);

/// The length of the longest prefix of `bytes` that is well-formed UTF-8.
[[nodiscard]] std::size_t well_formed_prefix(std::string_view bytes);

}  // namespace vanban::read

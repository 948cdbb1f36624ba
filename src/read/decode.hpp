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

struct DecodedText {
  std::string text;                     ///< well-formed UTF-8 without byte-order mark
  std::string_view encoding = "UTF-8";  ///< of the bytes
  std::vector<Diagnostic> diagnostics;  ///< ill-formed-bytes
};

/// Any bytes -> UTF-8. Fails only with too_large.
[[nodiscard]] Result<DecodedText> decode_bytes(std::string_view bytes, const Limits& limits);

/// The length of the longest prefix of `bytes` that is well-formed UTF-8.
[[nodiscard]] std::size_t well_formed_prefix(std::string_view bytes);

}  // namespace vanban::read

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Normalization, the one thing that this stage asks of ICU. Pieces are shorter than 2 GiB.
namespace vanban::repair_stage::icu_text {

[[nodiscard]] bool is_nfc(std::string_view piece);
[[nodiscard]] std::string to_nfc(std::string_view piece);
[[nodiscard]] std::string to_nfd(std::string_view piece);

/// Whether a code point is one that normalization may move before its neighbours (class not 0).
[[nodiscard]] bool is_reordered(char32_t code_point);

/// A changed place: [begin, end) of the piece becomes [new_begin, new_end) of its composed form.
struct Composition {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t new_begin = 0;
  std::uint32_t new_end = 0;
};
struct Composed {
  std::string text;
  std::vector<Composition> changes;
};
[[nodiscard]] Composed compose(std::string_view piece);

}  // namespace vanban::repair_stage::icu_text

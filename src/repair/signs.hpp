#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Sound text is the rule, so what a pass could concern is told by a few bytes. One scan looks for
/// the signs of all passes at once, at a gigabyte a second.
namespace vanban::repair_stage {

/// What the bytes of a text may be a sign of; each is that of one pass.
enum class Sign : std::uint8_t {
  mojibake,
  legacy,
  viqr,
  glyph,
  low_byte,
  not_composed,
  strange,
  lookalike,
  piled,
  out_of_place,
  replaced,
  escape,
  abbreviation,
  twice_decoded,
  lost_horn,
  reversed,
  digit,
  rime,
};
inline constexpr std::size_t sign_count = static_cast<std::size_t>(Sign::rime) + 1;

/// Several signs.
class SignSet {
 public:
  constexpr SignSet() = default;
  [[nodiscard]] constexpr bool contains(Sign sign) const { return (bits_ & bit(sign)) != 0; }
  constexpr void add(Sign sign) { bits_ |= bit(sign); }

 private:
  static constexpr std::uint32_t bit(Sign sign) { return 1U << static_cast<unsigned>(sign); }
  std::uint32_t bits_ = 0;
};

/// All signs that stand in a text.
[[nodiscard]] SignSet find_signs(std::string_view text);

/// Offset of the last byte of the first such sign that ends at `from` or behind it; the size of the
/// text where none does.
[[nodiscard]] std::size_t find_sign(std::string_view text, std::size_t from, Sign sign);

}  // namespace vanban::repair_stage

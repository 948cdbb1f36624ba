#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vanban::repair_stage::lattice {

/// Numbers of letters, capitals apart: code points of the Latin script, densely.
inline constexpr std::size_t letter_count = 0x200 + 0x100;

/// The number of the letter that `bytes` begin with; 0 for any other sign.
[[nodiscard]] std::uint16_t letter_index(std::string_view bytes);

/// The capital of a small letter, and the sign itself for all others.
[[nodiscard]] std::uint16_t capital_of(std::uint16_t index);

/// Appends the letter with number `index` as UTF-8.
void append_letter(std::uint16_t index, std::string& text);

/// How this document was damaged: what each way of damage costs, in nats.
struct Channel {
  std::array<float, letter_count> loss{};  ///< of a letter that became a blank, by its index
  std::vector<std::uint16_t> lost;  ///< letters of the set, capitals as small ones; empty at first
  float surplus_blank = 3;          ///< of a second blank between words that is one indeed
  float surplus_indent = 1;         ///< of a blank at the start of a line that is one indeed

  /// Before anything is known of a document, every letter may be lost, and seldom.
  [[nodiscard]] static Channel flat();
};

/// What a pass over a document counted.
struct ChannelCounts {
  std::array<std::uint32_t, letter_count> seen{};
  std::array<float, letter_count> repaired{};
  std::uint32_t gaps = 0;            ///< between words of a line
  std::uint32_t surplus_blanks = 0;  ///< that no repair explains
  std::uint32_t line_starts = 0;
  std::uint32_t surplus_indents = 0;
};

/// The letters that the document loses and how often; all others become unlikely.
[[nodiscard]] Channel infer(const ChannelCounts& counts);

}  // namespace vanban::repair_stage::lattice

#include "repair/lattice/channel.hpp"

#include <algorithm>
#include <cmath>

#include "language/letters.hpp"

namespace vanban::repair_stage::lattice {
namespace {

/// A letter is in the set from so many repairs on, of at least this share of its places: one wrong
/// repair must not open the door to the next.
constexpr float min_repairs = 1.5F;
constexpr float min_share = 0.1F;
/// Letters outside the set stay possible: a set from few repairs is never complete.
constexpr float outside_loss = 9.2F;
constexpr float flat_loss = 6;

/// The other case of the letter with number `index`, 0 where the script has none.
std::size_t other_case(std::size_t index) {
  if (index < 0x80) return index >= 'a' && index <= 'z' ? index - 32 : 0;
  if (index < 0x100) return index >= 0xE0 && index != 0xF7 && index != 0xFF ? index - 32 : 0;
  if (index == 0x1B0) return 0x1AF;  // ư
  if (index == 0x1A1) return 0x1A0;  // ơ
  // Ă Đ Ĩ Ũ and their block, and all letters with two marks: pairs that begin at an even number.
  const bool paired = (index < 0x138) || (index >= 0x14A && index < 0x178) || index >= 0x200;
  return paired && (index & 1U) != 0 ? index - 1 : 0;
}

float share(float repaired, float seen) {
  return repaired == 0 ? 0 : repaired / (repaired + seen);
}

float cost_of_share(std::uint32_t part, std::uint32_t whole, float low, float high) {
  const float p = (static_cast<float>(part) + 0.5F) / (static_cast<float>(whole) + 20);
  return std::clamp(-std::log(p), low, high);
}

}  // namespace

std::uint16_t letter_index(std::string_view bytes) {
  if (bytes.empty()) return 0;
  const unsigned lead = static_cast<unsigned char>(bytes[0]);
  unsigned point = lead;
  if (lead >= 0x80) {
    const std::size_t length = language::code_point_length(bytes[0]);
    if (bytes.size() < length || length == 4) return 0;
    point = lead & (length == 2 ? 0x1FU : 0x0FU);
    for (std::size_t i = 1; i < length; ++i) {
      point = (point << 6U) | (static_cast<unsigned char>(bytes[i]) & 0x3FU);
    }
  }
  if (point < 0x200) return static_cast<std::uint16_t>(point);
  if (point >= 0x1E00 && point < 0x1F00) return static_cast<std::uint16_t>(0x200 + point - 0x1E00);
  return 0;
}

std::uint16_t capital_of(std::uint16_t index) {
  const std::size_t capital = other_case(index);
  return capital == 0 ? index : static_cast<std::uint16_t>(capital);
}

void append_letter(std::uint16_t index, std::string& text) {
  const unsigned point = index < 0x200U ? index : 0x1E00U + (index - 0x200U);
  const auto push = [&text](unsigned byte) { text += static_cast<char>(byte); };
  if (point < 0x80) {
    push(point);
  } else if (point < 0x800) {
    push(0xC0U | (point >> 6U));
    push(0x80U | (point & 0x3FU));
  } else {
    push(0xE0U | (point >> 12U));
    push(0x80U | ((point >> 6U) & 0x3FU));
    push(0x80U | (point & 0x3FU));
  }
}

Channel Channel::flat() {
  Channel channel;
  channel.loss.fill(flat_loss);
  return channel;
}

Channel infer(const ChannelCounts& counts) {
  Channel channel;
  channel.loss.fill(outside_loss);
  const auto in_set = [&counts](std::size_t i) {
    return counts.repaired[i] >= min_repairs &&
           share(counts.repaired[i], static_cast<float>(counts.seen[i])) >= min_share;
  };
  const auto set_loss = [&channel](std::size_t i, float rate) {
    channel.loss[i] = -std::log(std::clamp(rate, 0.02F, 0.98F));
  };
  for (std::size_t small = 1; small < letter_count; ++small) {
    const std::size_t large = other_case(small);
    if (large == 0) continue;
    const auto seen_small = static_cast<float>(counts.seen[small]);
    const auto seen_large = static_cast<float>(counts.seen[large]);
    const float repairs = counts.repaired[small] + counts.repaired[large];
    bool has_small = in_set(small);
    bool has_large = in_set(large);
    // "Kế hoạch" in mid-sentence looks like "kế hoạch": when both cases seem lost, ask which one
    // could be, if every repair were of it.
    const float as_small = share(repairs, seen_small);
    const float as_large = share(repairs, seen_large);
    float small_repairs = counts.repaired[small];
    float large_repairs = counts.repaired[large];
    if (has_small && has_large) {
      if (as_small < 0.35F && as_large > 1.5F * as_small) has_small = false;
      if (as_large < 0.35F && as_small > 1.5F * as_large) has_large = false;
    }
    if (has_small != has_large) small_repairs = large_repairs = repairs;
    if (has_small) set_loss(small, share(small_repairs, seen_small));
    if (has_large) set_loss(large, share(large_repairs, seen_large));
    if (has_small || has_large) channel.lost.push_back(static_cast<std::uint16_t>(small));
  }
  channel.surplus_blank = cost_of_share(counts.surplus_blanks, counts.gaps, 0.7F, 6);
  channel.surplus_indent = cost_of_share(counts.surplus_indents, counts.line_starts, 0.2F, 4);
  return channel;
}

}  // namespace vanban::repair_stage::lattice

#include "repair/lattice/channel.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vanban::repair_stage::lattice {
namespace {

/// A letter is in the set from so many repairs on, of at least this share of its places: one wrong
/// repair must not open the door to the next.
constexpr float min_repairs = 1.5F;
constexpr float min_share = 0.1F;
/// Letters outside the set stay possible: a set from few repairs is never complete.
constexpr float outside_loss = 9.2F;
/// Of one that may be in the set as well.
constexpr float perhaps_lost = 6.5F;

// Before anything is known. A way of damage with many possible readings must cost more than one
// with few, or chance finds one that fits.
constexpr float flat_loss = 6;
constexpr float flat_gone = 7.5F;
constexpr float flat_marks = 6;
constexpr float flat_join = 6;
constexpr float flat_split = 6;
constexpr float flat_misread_mark = 7;
constexpr float flat_misread_form = 8;

/// Sightings that what is usual counts for, against those of the document.
constexpr float prior_letters = 30;
constexpr float prior_misread = 8;

float share(float repaired, float seen) {
  return repaired == 0 ? 0 : repaired / (repaired + seen);
}

float cost_of_share(std::uint32_t part, std::uint32_t whole, float low, float high) {
  const float p = (static_cast<float>(part) + 0.5F) / (static_cast<float>(whole) + 20);
  return std::clamp(-std::log(p), low, high);
}

float cost_of_rate(float part, float whole, float low, float high) {
  return std::clamp(-std::log((part + 0.5F) / (whole + 1)), low, high);
}

/// Blocks of letters that a font has or has not: ASCII, Latin-1, ă đ ĩ ũ ơ ư, and all letters with
/// two marks or a tone that Latin-1 has not.
std::size_t block_of(std::size_t letter) {
  if (letter < 0x80) return 0;
  if (letter < 0x100) return 1;
  return letter < 0x200 ? 2 : 3;
}
constexpr std::size_t block_count = 4;

/// Which share of the letters of a block that the document needs is lost; 0 where it is no block
/// that is lost.
std::array<float, block_count> lost_of_blocks(const Tally& tally,
                                              const std::array<float, letter_count>& repaired,
                                              const std::vector<bool>& in_set) {
  std::array<float, block_count> lost{};
  std::array<float, block_count> needed{};
  for (std::size_t i = 1; i < letter_count; ++i) {
    if (repaired[i] == 0 && tally.seen[i] == 0) continue;
    if (language::letter_parts(static_cast<std::uint16_t>(i)).base == 0) continue;
    if (repaired[i] + static_cast<float>(tally.seen[i]) < 3) continue;
    needed[block_of(i)] += 1;
    if (in_set[i]) lost[block_of(i)] += 1;
  }
  // A set of letters is of any block; only where most of a block is lost, all of it is.
  constexpr float enough = 8;
  for (std::size_t i = 0; i < block_count; ++i) {
    const float part = lost[i] / (needed[i] + 1);
    lost[i] = needed[i] >= enough && part > 0.5F ? part : 0;
  }
  // Of a text that has next to no letter beyond ASCII none is left.
  constexpr float fewest_repairs = 12;
  constexpr float of_words = 0.15F;
  constexpr float one_in = 20;
  float repairs = 0;
  float seen = 0;
  for (std::size_t i = 0x80; i < letter_count; ++i) {
    repairs += repaired[i];
    seen += static_cast<float>(tally.seen[i]);
  }
  if (repairs >= std::max(fewest_repairs, of_words * static_cast<float>(tally.words)) &&
      seen * one_in < repairs) {
    for (std::size_t i = 1; i < block_count; ++i) {
      lost[i] = std::max(lost[i], repairs / (repairs + seen + 1));
    }
  }
  return lost;
}

/// The letters of lost blocks, but for those that the document mostly keeps.
LetterSet wholly_lost(const std::array<float, block_count>& blocks,
                      const std::array<float, letter_count>& costs) {
  constexpr float of_a_kept_one = 1.2F;
  LetterSet set;
  for (std::size_t i = 0x80; i < letter_count; ++i) {
    if (blocks[block_of(i)] > 0 && costs[i] < of_a_kept_one) set.set(i);
  }
  return set;
}

/// Small letters with their capitals.
struct Cases {
  std::uint16_t small = 0;
  std::uint16_t large = 0;
};
constexpr std::size_t pair_count = [] {
  std::size_t count = 0;
  for (std::size_t i = 1; i < letter_count; ++i) {
    count += language::capital_or_none(i) != 0 ? 1U : 0U;
  }
  return count;
}();
constexpr auto case_pairs = [] {
  std::array<Cases, pair_count> pairs{};
  std::size_t next = 0;
  for (std::size_t i = 1; i < letter_count; ++i) {
    const std::size_t large = language::capital_or_none(i);
    if (large == 0) continue;
    pairs[next++] = {static_cast<std::uint16_t>(i), static_cast<std::uint16_t>(large)};
  }
  return pairs;
}();

/// Letters that became blanks: a few letters, each nearly everywhere, or a whole block.
void infer_loss(const Tally& tally, Channel& channel) {
  std::vector<bool> set(letter_count, false);
  std::array<float, letter_count> rates{};
  for (const auto [small, large] : case_pairs) {
    if (tally.repaired[small] == 0 && tally.repaired[large] == 0) continue;
    const auto seen_small = static_cast<float>(tally.seen[small]);
    const auto seen_large = static_cast<float>(tally.seen[large]);
    const float repairs = tally.repaired[small] + tally.repaired[large];
    const auto in_set = [&tally](std::size_t i) {
      return tally.repaired[i] >= min_repairs &&
             share(tally.repaired[i], static_cast<float>(tally.seen[i])) >= min_share;
    };
    bool has_small = in_set(small);
    bool has_large = in_set(large);
    // "Kế hoạch" in mid-sentence looks like "kế hoạch": when both cases seem lost, ask which one
    // could be, if every repair were of it.
    const float as_small = share(repairs, seen_small);
    const float as_large = share(repairs, seen_large);
    float small_repairs = tally.repaired[small];
    float large_repairs = tally.repaired[large];
    if (has_small && has_large) {
      if (as_small < 0.35F && as_large > 1.5F * as_small) has_small = false;
      if (as_large < 0.35F && as_small > 1.5F * as_large) has_large = false;
    }
    if (has_small != has_large) {
      small_repairs = large_repairs = repairs;
      // Of a letter whose capital is lost nobody has seen the small one: that is lost as well.
      if (has_large && seen_small == 0) has_small = true;
      // Capitals are rare, so that it says less of them; but where no blank betrays a lost letter,
      // hardly another reading is left.
      if (has_small && seen_large == 0 && channel.narrowed) has_large = true;
    }
    set[small] = has_small;
    set[large] = has_large;
    rates[small] = share(small_repairs, seen_small);
    rates[large] = share(large_repairs, seen_large);
    if (has_small || has_large) channel.lost.push_back(small);
  }
  const std::array<float, block_count> blocks = lost_of_blocks(tally, tally.repaired, set);
  channel.loss.fill(outside_loss);
  // What a text of some length has nowhere, or less often than it was put back.
  const auto may_be_lost = [&tally](std::size_t i) {
    constexpr std::uint32_t some_length = 150;  // words
    const auto seen = static_cast<float>(tally.seen[i]);
    return tally.seen[i] == 0 ? tally.words >= some_length || tally.repaired[i] > 0
                              : share(tally.repaired[i], seen) > 0.5F;
  };
  for (std::size_t i = 1; i < letter_count; ++i) {
    // What the document has shown so far of a letter that it has not lost for sure.
    const auto seen = static_cast<float>(tally.seen[i]);
    const float rate = set[i] ? rates[i] : blocks[block_of(i)] / (1 + 2 * seen);
    const float most = may_be_lost(i) ? perhaps_lost : outside_loss;
    channel.loss[i] = rate > 0 ? std::clamp(-std::log(rate), 0.02F, most) : most;
  }
  channel.all_lost = wholly_lost(blocks, channel.loss);
}

/// Whether letters are gone and next to nothing else is wrong: in a wreck of a text all letters of
/// a block may seem lost that other signs stand for.
bool loses_letters_alone(const Tally& tally) {
  constexpr float times_the_others = 4;
  float others = 0;
  for (std::size_t i = 0; i < kind_count; ++i) others += tally.count[i];
  const float gone = tally.count[number_of(RepairKind::dropped_letter)];
  return gone > times_the_others * (others - gone);
}

/// Letters that are gone: all of them now and then, or a few of them nearly always. The rate of
/// each leans on that of all.
void infer_gone(const Tally& tally, Channel& channel) {
  constexpr float nearly_all = 0.7F;
  std::array<float, block_count> gone{};
  std::array<float, block_count> seen{};
  std::vector<bool> set(letter_count, false);
  for (std::size_t i = 1; i < letter_count; ++i) {
    const auto there = static_cast<float>(tally.seen[i]);
    gone[block_of(i)] += tally.regained[i];
    seen[block_of(i)] += there;
    set[i] = tally.regained[i] >= min_repairs && share(tally.regained[i], there) >= nearly_all;
  }
  const float all_gone = std::accumulate(gone.begin(), gone.end(), 0.0F);
  const float all_seen = std::accumulate(seen.begin(), seen.end(), 0.0F);
  std::array<float, block_count> usual{};
  usual.fill((all_gone + 0.2F) / (all_gone + all_seen + 100));
  // A font without a whole block loses those of it as well that no reading has shown yet, and next
  // to none of the others.
  std::array<float, block_count> lost{};
  if (loses_letters_alone(tally)) lost = lost_of_blocks(tally, tally.regained, set);
  if (std::ranges::any_of(lost, [](float part) { return part > 0; })) {
    for (std::size_t i = 0; i < block_count; ++i) {
      usual[i] = (gone[i] + prior_letters * usual[i]) / (gone[i] + seen[i] + prior_letters);
    }
  }
  for (std::size_t i = 0; i < letter_count; ++i) {
    const std::size_t block = block_of(i);
    const auto there = static_cast<float>(tally.seen[i]);
    float rate = (tally.regained[i] + prior_letters * usual[block]) /
                 (tally.regained[i] + there + prior_letters);
    if (there == 0) rate = std::max(rate, lost[block]);
    channel.gone[i] = std::clamp(-std::log(rate), 0.05F, 9.0F);
  }
  channel.all_gone = wholly_lost(lost, channel.gone);
}

/// What one misreading costs that has not been seen in this document, or once.
void infer_usual_misread(const Tally& tally, Channel& channel) {
  constexpr float one_pair = 0.15F;  // of all the document's misreadings
  float misread = 0;
  for (const auto& [one, count] : tally.misread) misread += count;
  float letters = 1;
  for (const std::uint32_t seen : tally.seen) letters += static_cast<float>(seen);
  const float cost = -std::log(one_pair * (misread + 0.01F) / letters);
  channel.misread_mark = std::clamp(cost, 5.0F, flat_misread_mark);
  channel.misread_form = std::clamp(cost, 5.0F, flat_misread_form);
}

void infer_misread(const Tally& tally, Channel& channel) {
  const float usual_mark = std::exp(-channel.misread_mark);
  const float usual_form = std::exp(-channel.misread_form);
  for (const auto& [one, count] : tally.misread) {
    const std::size_t read = one >> 16U;
    const bool letter = read < letter_count;
    // What is printed so although it is right, and what is not.
    const float printed = letter ? static_cast<float>(tally.seen[read]) : 4 * count + 20;
    const float usual = letter ? usual_mark : usual_form;
    const float rate = (count + prior_misread * usual) / (std::max(printed, count) + prior_misread);
    channel.misread[one] = std::clamp(-std::log(rate), 0.3F, 9.0F);
  }
}

/// Of the letters that become blanks some stand at ends of words, and leave a gap of two; where
/// next to no gap has two, they were made one.
bool has_narrow_gaps(const Tally& tally) {
  constexpr float fewest = 8;
  constexpr float one_in = 20;
  const float repairs = tally.count[number_of(RepairKind::dropped_glyph)];
  return repairs >= fewest && static_cast<float>(tally.wide_gaps) * one_in < repairs;
}

/// Nats of a second blank between words, where next to none is one indeed.
constexpr float most_of_blank = 6;

/// "ở", which is a word by itself, is gone without a trace but two blanks: as long as no more of
/// those stand there than there may be such words, each is one.
bool explains_wide_gaps(const Tally& tally, const Channel& channel) {
  constexpr std::uint32_t one_in = 12;
  constexpr float gone_nearly_always = 0.7F;
  return channel.shows(RepairKind::dropped_letter) && !channel.shows(RepairKind::dropped_glyph) &&
         channel.gone[letter_index("ở")] < gone_nearly_always &&
         tally.wide_gaps * one_in < tally.gaps;
}

void find_least(const std::array<float, letter_count>& costs,
                std::array<float, letter_count>& least) {
  least = costs;
  for (const auto [small, large] : case_pairs) least[small] = std::min(costs[small], costs[large]);
}

}  // namespace

Channel Channel::flat() {
  Channel channel;
  channel.has.fill(true);
  channel.loss.fill(flat_loss);
  channel.gone.fill(flat_gone);
  channel.least_loss = channel.loss;
  channel.least_gone = channel.gone;
  channel.marks = flat_marks;
  channel.join = flat_join;
  channel.split = flat_split;
  channel.misread_mark = flat_misread_mark;
  channel.misread_form = flat_misread_form;
  return channel;
}

Channel infer(const Tally& tally, const std::array<bool, kind_count>& has) {
  Channel channel = Channel::flat();
  channel.has = has;
  channel.known = true;
  channel.narrowed = channel.shows(RepairKind::dropped_glyph) && has_narrow_gaps(tally);
  infer_loss(tally, channel);
  infer_gone(tally, channel);
  find_least(channel.loss, channel.least_loss);
  find_least(channel.gone, channel.least_gone);
  infer_usual_misread(tally, channel);
  infer_misread(tally, channel);
  const auto counted = [&tally](RepairKind kind) { return tally.count[number_of(kind)]; };
  const float unmarked = counted(RepairKind::missing_diacritics);
  channel.marks =
      cost_of_rate(unmarked, unmarked + static_cast<float>(tally.marked_words), 0.02F, flat_marks);
  const auto words = static_cast<float>(tally.words);
  channel.join =
      cost_of_rate(tally.in_words[number_of(RepairKind::joined_words)], words, 0.5F, flat_join);
  channel.split =
      cost_of_rate(tally.in_words[number_of(RepairKind::split_word)], words, 0.5F, flat_split);
  channel.surplus_blank =
      explains_wide_gaps(tally, channel)
          ? most_of_blank
          : cost_of_share(tally.surplus_blanks, tally.gaps, 0.7F, most_of_blank);
  channel.surplus_indent = cost_of_share(tally.surplus_indents, tally.line_starts, 0.2F, 4);
  const auto placements = static_cast<float>(tally.new_placements + tally.old_placements);
  channel.new_placement =
      cost_of_rate(static_cast<float>(tally.new_placements), placements, 0.05F, 3);
  channel.old_placement =
      cost_of_rate(static_cast<float>(tally.old_placements), placements, 0.05F, 3);
  return channel;
}

}  // namespace vanban::repair_stage::lattice

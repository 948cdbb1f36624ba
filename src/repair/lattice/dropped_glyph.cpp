// A letter became a blank. The word "nhân" is then the pieces "nh" and "n" with one blank between,
// "xuất" is "uất" with one blank more than words need before it. A reading of some pieces is a
// pattern with a hole for each blank that may be a letter ("nh?n"), and the model knows the words
// that fit a pattern.
#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <string>
#include <string_view>

#include "repair/lattice/word_arcs.hpp"

namespace vanban::repair_stage::lattice {
namespace {

using language::LanguageModel;
using language::Word;
using language::WordKind;
namespace format = language::format;

constexpr std::uint32_t max_pieces = 4;
/// Holes of a word once the lost letters are known.
constexpr std::uint32_t max_lost = 4;
/// At either end of a word, where they left no blank.
constexpr std::uint32_t max_without_blank = 2;
/// The same where a line or a cell begins without a blank, and its price in nats: whoever copied it
/// took the blanks away, or there was none.
constexpr std::uint32_t max_trimmed = 1;
constexpr float trimmed_cost = 4;
/// Words that a pattern may offer, the frequent ones first.
constexpr std::size_t max_fitting = 120;

/// A pattern in the making: the folded letters of the pieces and the holes between them.
class Pattern {
 public:
  void add_holes(std::uint32_t count) {
    for (std::uint32_t i = 0; i < count; ++i) {
      push(format::hole);
      if (letters_ < 16) holes_ |= 1U << letters_;
      ++letters_;
    }
  }
  /// The letters of a word; of letters alone its key is all of them.
  void add(const language::WordKey& key, std::uint32_t letters) {
    if (key.too_long || size_ + key.size > most_bytes) {
      letters_ = too_long;
      return;
    }
    // All of the key: a copy of a fixed size is no call.
    std::memcpy(bytes_.data() + size_, key.block.data(), sizeof key.block);
    size_ += key.size;
    letters_ += letters;
  }
  /// What another pattern has.
  void add(const Pattern& part) {
    if (size_ + part.size_ > most_bytes) {
      letters_ = too_long;
      return;
    }
    std::memcpy(bytes_.data() + size_, part.bytes_.data(), most_bytes);
    size_ += part.size_;
    if (letters_ < 16) holes_ |= part.holes_ << letters_;
    letters_ += part.letters_;
  }
  [[nodiscard]] bool fits() const { return letters_ <= format::max_pattern_letters; }
  [[nodiscard]] std::string_view text() const { return {bytes_.data(), size_}; }
  [[nodiscard]] std::uint16_t holes() const { return static_cast<std::uint16_t>(holes_); }

 private:
  static constexpr std::uint32_t too_long = 1000;
  void push(char byte) {
    if (size_ < most_bytes) {
      bytes_[size_++] = byte;
    } else {
      letters_ = too_long;
    }
  }
  static constexpr std::size_t most_bytes = 40;
  std::array<char, 2 * most_bytes> bytes_;  ///< room for what is copied beyond its end
  std::size_t size_ = 0;
  std::uint32_t letters_ = 0;
  std::uint32_t holes_ = 0;
};

void append_fitting(const LanguageModel& model, std::string_view pattern, const Arc& shape,
                    std::vector<Arc>& arcs) {
  const auto fitting = model.completions(pattern);
  for (const std::uint16_t spelling : fitting.first(std::min(fitting.size(), max_fitting))) {
    set_word(arcs.emplace_back(shape), spelling, model);
  }
}

/// The words that a font without whole blocks prints so.
void append_left_of(const Place& place, std::string_view pattern, const Arc& shape,
                    std::vector<Arc>& arcs) {
  std::string letters(pattern);
  std::erase(letters, format::hole);
  const language::WordKey key = language::make_key(letters);
  for (const Candidate& one : place.candidates.left_of(key, place.channel.all_lost)) {
    if (one.lost == shape.lost) set_word(arcs.emplace_back(shape), one.spelling, place.model);
  }
}

/// The model knows patterns with few holes. Of more, the first ones are filled with every choice of
/// letters that the document loses.
void append_arcs(const Place& place, std::string_view pattern, std::uint32_t holes,
                 const Arc& shape, std::vector<Arc>& arcs) {
  // A pattern of holes alone keeps one.
  const std::size_t open = holes == pattern.size() ? 1 : format::max_holes;
  if (holes <= open) {
    append_fitting(place.model, pattern, shape, arcs);
    return;
  }
  if (place.channel.all_lost.any()) {
    append_left_of(place, pattern, shape, arcs);
    return;
  }
  const std::size_t surplus = holes - open;
  const std::vector<std::uint16_t>& lost = place.channel.lost;
  std::size_t choices = 1;
  for (std::size_t i = 0; i < surplus; ++i) choices *= lost.size();
  std::string filled;
  for (std::size_t choice = 0; choice < choices; ++choice) {
    filled.clear();
    std::size_t rest = choice;
    std::size_t hole = 0;
    for (const char byte : pattern) {
      if (byte == format::hole && hole++ < surplus) {
        append_letter(lost[rest % lost.size()], filled);
        rest /= lost.size();
      } else {
        filled += byte;
      }
    }
    append_fitting(place.model, filled, shape, arcs);
  }
}

std::uint32_t most_holes(const Channel& channel) {
  // A document loses a handful of letters; with more, every choice of two would be too many.
  const bool known = (!channel.lost.empty() && channel.lost.size() <= 8) || channel.all_lost.any();
  return known ? max_lost : static_cast<std::uint32_t>(format::max_holes);
}

/// Letters at the ends of a word that may be lost without leaving a blank.
struct WithoutBlank {
  std::uint32_t lead = 0;
  std::uint32_t trail = 0;
};
WithoutBlank without_blank(const Place& place, const Gap& before, const Gap& behind) {
  // Where blanks were made one, letters at the ends left none.
  if (place.channel.narrowed) return {max_without_blank, max_without_blank};
  if (!place.channel.known) return {};
  return {before.head_trimmed ? max_trimmed : 0, behind.tail_trimmed ? max_trimmed : 0};
}

/// Of the pieces from the place on.
using Keys = std::array<language::WordKey, max_pieces>;

/// Readings of pieces [first, last) with lost letters at either end and in the gaps between, but
/// for those of `split`, whose one blank is none: bit i is of the gap behind piece first + i.
void add_readings(const Place& place, std::uint32_t last, const Keys& keys, std::uint32_t split,
                  std::vector<Arc>& arcs) {
  const Pieces& pieces = place.pieces;
  const std::uint32_t first = place.first;
  const auto blanks_behind = [&pieces, split, first](std::uint32_t piece) {
    return has_bit(split, piece - first) ? 0U : pieces.gaps[piece + 1].tail;
  };
  std::uint32_t inner = 0;
  std::uint32_t letters = 0;
  for (std::uint32_t i = first; i < last; ++i) {
    if (i + 1 < last) inner += blanks_behind(i);
    letters += pieces.words[i].word.letters;
  }
  const std::uint32_t most = most_holes(place.channel);
  if (inner > most || letters + inner > format::max_pattern_letters) return;
  const std::uint32_t at_end = std::min(most - inner, max_lost);
  const std::uint32_t head = free_head(pieces.gaps[first]);
  const std::uint32_t tail = free_tail(pieces.gaps[last]);
  const auto [lead_without, trail_without] =
      without_blank(place, pieces.gaps[first], pieces.gaps[last]);
  const std::uint32_t max_lead = std::min(head + lead_without, at_end);
  const std::uint32_t max_trail = std::min(tail + trail_without, at_end);
  if (max_lead + inner + max_trail == 0) return;  // no letter can be lost
  Pattern whole;
  for (std::uint32_t i = first; i < last; ++i) {
    whole.add(keys[i - first], pieces.words[i].word.letters);
    if (i + 1 < last) whole.add_holes(blanks_behind(i));
  }
  for (std::uint32_t lead = 0; lead <= max_lead; ++lead) {
    for (std::uint32_t trail = 0; trail <= max_trail; ++trail) {
      const std::uint32_t holes = lead + inner + trail;
      if (holes == 0 || holes > most || letters + holes > format::max_pattern_letters) continue;
      Arc shape;
      shape.first = first;
      shape.last = last;
      shape.lead = static_cast<std::uint8_t>(std::min(lead, head));
      shape.trail = static_cast<std::uint8_t>(std::min(trail, tail));
      Pattern pattern;
      pattern.add_holes(lead);
      pattern.add(whole);
      pattern.add_holes(trail);
      shape.lost = pattern.holes();
      if (pattern.fits()) append_arcs(place, pattern.text(), holes, shape, arcs);
    }
  }
}

/// Readings of pieces [first, last) for every choice of blanks that part a word without being
/// letters of it, where the document has such.
void add_split_readings(const Place& place, std::uint32_t last, const Keys& keys,
                        std::vector<Arc>& arcs) {
  add_readings(place, last, keys, 0, arcs);
  if (!place.channel.known || !place.channel.shows(RepairKind::split_word)) return;
  std::uint32_t single = 0;
  for (std::uint32_t i = place.first; i + 1 < last; ++i) {
    if (place.pieces.gaps[i + 1].tail == 1) single |= 1U << (i - place.first);
  }
  for (std::uint32_t split = single; split != 0; split = (split - 1) & single) {
    add_readings(place, last, keys, split, arcs);
  }
}

/// Words of which nothing is left but more blanks than what stands on either side needs; of up to
/// so many letters.
void add_lost_words(const Place& place, std::uint32_t letters, std::vector<Arc>& arcs) {
  static constexpr std::string_view holes = "???";
  static_assert(format::hole == '?');
  const std::uint32_t most =
      place.channel.lost.empty() ? 1 : static_cast<std::uint32_t>(holes.size());
  for (std::uint32_t lost = 1; lost <= most && lost <= letters; ++lost) {
    Arc shape;
    shape.first = shape.last = place.first;
    shape.lead = static_cast<std::uint8_t>(lost);
    shape.lost = static_cast<std::uint16_t>((1U << lost) - 1U);
    append_arcs(place, holes.substr(0, lost), lost, shape, arcs);
  }
}

}  // namespace

void generate_dropped_glyphs(const Place& place, Arcs& arcs) {
  const Pieces& pieces = place.pieces;
  const Gap& before = pieces.gaps[place.first];
  if (before.joined && before.tail >= 3 && before.tail <= max_blanks) {
    add_lost_words(place, before.tail - 2, arcs.arcs);
  } else if (!before.joined && !before.newline && !before.boundary && before.tail_kept == 0 &&
             before.tail >= 2 && before.tail <= max_blanks) {
    add_lost_words(place, before.tail - 1, arcs.arcs);  // before a comma
  }
  Keys keys;
  std::uint32_t inner = 0;  // blanks between the pieces
  for (std::uint32_t last = place.first;
       last < pieces.words.size() && last < place.first + max_pieces;) {
    if (last > place.first) {
      const Gap& gap = pieces.gaps[last];
      inner += gap.tail;
      if (!gap.joined || inner > most_holes(place.channel)) break;
    }
    const PrintedWord& word = pieces.words[last].word;
    // "V" of "V ệc" and "VI" of "VI T" look like numerals on their own.
    if (word.kind != WordKind::word && word.kind != WordKind::roman) break;
    if (word.letters > format::max_pattern_letters) break;
    ++last;
    const bool numeral =
        last == place.first + 1 && word.kind == WordKind::roman && word.letters > 1;
    keys[last - 1 - place.first] = last - 1 == place.first ? place.key : pieces.key(last - 1);
    if (!numeral) add_split_readings(place, last, keys, arcs.arcs);
  }
}

void price_dropped_glyphs(const Place& place, const Arcs& /*arcs*/, Arc& arc) {
  price_lost_letters(place, arc,
                     [&place](std::uint16_t letter) { return place.channel.loss[letter]; });
  arc.cost += placement_cost(place, arc.spelling);
  std::uint32_t blanks = std::uint32_t{arc.lead} + arc.trail;
  for (std::uint32_t i = arc.first + 1; i < arc.last; ++i) blanks += place.pieces.gaps[i].tail;
  const auto lost = static_cast<std::uint32_t>(std::popcount(arc.lost));
  if (!place.channel.narrowed && arc.first != arc.last) {
    const std::uint32_t last = (letter_bits(place.model.text_of(arc.spelling)) + 1U) >> 1U;
    if (arc.lead == 0 && (arc.lost & 1U) != 0) arc.cost += trimmed_cost;
    if (arc.trail == 0 && (arc.lost & last) != 0) arc.cost += trimmed_cost;
  }
  // Blanks that are no letters.
  if (blanks > lost) arc.cost += place.channel.split * static_cast<float>(blanks - lost);
}

}  // namespace vanban::repair_stage::lattice

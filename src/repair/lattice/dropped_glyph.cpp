// A letter became a blank. The word "nhân" is then the pieces "nh" and "n" with one blank between,
// "xuất" is "uất" with one blank more than words need before it. A reading of some pieces is a
// pattern with a hole for each blank that may be a letter ("nh?n"), and the model knows the words
// that fit a pattern.
#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <string_view>

#include "language/letters.hpp"
#include "repair/lattice/arcs.hpp"

namespace vanban::repair_stage::lattice {
namespace {

using language::LanguageModel;
using language::Word;
using language::WordKind;
namespace format = language::format;

constexpr std::uint32_t max_pieces = 4;
/// Holes of a word once the lost letters are known.
constexpr std::uint32_t max_lost = 4;
/// Words that a pattern may offer, the frequent ones first.
constexpr std::size_t max_fitting = 120;

std::string_view printed(const Pieces& pieces, const Word& word) {
  return pieces.text.substr(word.begin, word.end - word.begin);
}

/// Blanks of a gap that may be letters of the word on one side, if the other side takes none.
std::uint32_t free_blanks(std::uint32_t blanks, std::uint32_t kept) {
  if (blanks > max_blanks || blanks <= kept) return 0;
  return std::min(blanks - kept, max_lost);
}

std::uint32_t free_head(const Gap& gap) {
  return free_blanks(gap.head, gap.joined ? 1U : gap.head_kept);
}

std::uint32_t free_tail(const Gap& gap) {
  return free_blanks(gap.tail, gap.joined ? 1U : gap.tail_kept);
}

/// A pattern in the making: the folded letters of the pieces and the holes between them.
class Pattern {
 public:
  void add_holes(std::uint32_t count) {
    for (std::uint32_t i = 0; i < count; ++i) push(format::hole);
    letters_ += count;
  }
  void add(std::string_view word, std::uint32_t letters) {
    const char* const end = word.data() + word.size();
    for (const char* at = word.data(); at < end;) {
      const std::size_t length = language::letter_length(at, end);
      if (length == 0 || size_ + length > bytes_.size()) {
        letters_ = too_long;
        return;
      }
      language::fold_letter(at, length, bytes_.data() + size_);
      size_ += length;
      at += length;
    }
    letters_ += letters;
  }
  [[nodiscard]] bool fits() const { return letters_ <= format::max_pattern_letters; }
  [[nodiscard]] std::string_view text() const { return {bytes_.data(), size_}; }

 private:
  static constexpr std::uint32_t too_long = 1000;
  void push(char byte) {
    if (size_ < bytes_.size()) {
      bytes_[size_++] = byte;
    } else {
      letters_ = too_long;
    }
  }
  std::array<char, 40> bytes_{};
  std::size_t size_ = 0;
  std::uint32_t letters_ = 0;
};

/// Which letters of the word are printed, and which of them as capitals; bit i is letter i.
struct Printed {
  std::uint32_t letters = 0;
  std::uint32_t capitals = 0;

  /// Whether a word with these capitals could look so.
  [[nodiscard]] bool allows(std::uint32_t all_capitals) const {
    return (all_capitals & letters) == capitals;
  }
};

Printed printed_letters(const Pieces& pieces, const Arc& arc) {
  Printed out;
  std::uint32_t at = arc.lead;
  for (std::uint32_t i = arc.first; i < arc.last; ++i) {
    if (i > arc.first) at += pieces.gaps[i].tail;
    const Word& word = pieces.words[i].word;
    out.letters |= ((1U << word.letters) - 1U) << at;
    out.capitals |= std::uint32_t{word.capitals} << at;
    at += word.letters;
  }
  return out;
}

constexpr std::uint16_t title_capitals = 1;
constexpr std::uint16_t all_capitals = 0xFFFF;

bool is_capital(std::uint32_t capitals, std::uint32_t position) {
  return ((capitals >> position) & 1U) != 0;
}

/// Calls `visit(letter index, in lower case, position in the word)` for every lost letter.
template <class Visit>
void for_each_lost(const Pieces& pieces, std::string_view spelling, const Arc& arc,
                   const Visit& visit) {
  std::size_t at = 0;
  std::uint32_t position = 0;
  const auto skip = [&](std::uint32_t letters, bool lost) {
    for (std::uint32_t i = 0; i < letters && at < spelling.size(); ++i, ++position) {
      if (lost) visit(letter_index(spelling.substr(at)), position);
      at += language::code_point_length(spelling[at]);
    }
  };
  skip(arc.lead, true);
  for (std::uint32_t i = arc.first; i < arc.last; ++i) {
    if (i > arc.first) skip(pieces.gaps[i].tail, true);
    skip(pieces.words[i].word.letters, false);
  }
  if (arc.first != arc.last) skip(arc.trail, true);
}

language::CaseCosts case_costs(const Pieces& pieces, const LanguageModel& model, const Arc& arc) {
  const Gap& before = pieces.gaps[arc.first];
  const Neighbour& left = pieces.left[arc.first];
  const Neighbour& right = pieces.right[arc.last];
  language::CaseCosts costs = model.case_costs(left.id, arc.word, right.id, before.stop);
  if (before.newline && !before.stop) {
    // A wrapped line or a new one: nobody knows.
    const language::CaseCosts first = model.case_costs(left.id, arc.word, right.id, true);
    costs.lower = (costs.lower + first.lower) / 2;
    costs.title = (costs.title + first.title) / 2;
  }
  if (left.capitals || right.capitals) costs.upper = std::min(costs.upper, 0.3F);
  return costs;
}

void append_fitting(const LanguageModel& model, std::string_view pattern, const Arc& shape,
                    std::vector<Arc>& arcs) {
  const auto fitting = model.completions(pattern);
  for (const std::uint16_t spelling : fitting.first(std::min(fitting.size(), max_fitting))) {
    Arc arc = shape;
    arc.spelling = spelling;
    arc.word = model.word_of(spelling);
    arcs.push_back(arc);
  }
}

/// The model knows patterns with few holes. Of more, the first ones are filled with every choice of
/// letters that the document loses.
void append_arcs(const LanguageModel& model, const Channel& channel, std::string_view pattern,
                 std::uint32_t holes, const Arc& shape, std::vector<Arc>& arcs) {
  // A pattern of holes alone keeps one.
  const std::size_t open = holes == pattern.size() ? 1 : format::max_holes;
  if (holes <= open) {
    append_fitting(model, pattern, shape, arcs);
    return;
  }
  const std::size_t surplus = holes - open;
  const std::size_t letters = channel.lost.size();
  std::size_t choices = 1;
  for (std::size_t i = 0; i < surplus; ++i) choices *= letters;
  std::string filled;
  for (std::size_t choice = 0; choice < choices; ++choice) {
    filled.clear();
    std::size_t rest = choice;
    std::size_t hole = 0;
    for (const char byte : pattern) {
      if (byte == format::hole && hole++ < surplus) {
        append_letter(channel.lost[rest % letters], filled);
        rest /= letters;
      } else {
        filled += byte;
      }
    }
    append_fitting(model, filled, shape, arcs);
  }
}

std::uint32_t most_holes(const Channel& channel) {
  // A document loses a handful of letters; with more, every choice of two would be too many.
  const bool known = !channel.lost.empty() && channel.lost.size() <= 8;
  return known ? max_lost : static_cast<std::uint32_t>(format::max_holes);
}

/// Readings of pieces [first, last), `inner` blanks between them, with lost letters at either end.
void add_readings(const Pieces& pieces, std::uint32_t first, std::uint32_t last,
                  std::uint32_t inner, const LanguageModel& model, const Channel& channel,
                  std::vector<Arc>& arcs) {
  const std::uint32_t most = most_holes(channel);
  const std::uint32_t room = most - inner;
  const std::uint32_t max_lead = std::min(free_head(pieces.gaps[first]), room);
  const std::uint32_t max_trail = std::min(free_tail(pieces.gaps[last]), room);
  for (std::uint32_t lead = 0; lead <= max_lead; ++lead) {
    for (std::uint32_t trail = 0; trail <= max_trail; ++trail) {
      const std::uint32_t holes = lead + inner + trail;
      if (holes == 0 || holes > most) continue;
      Arc shape;
      shape.first = first;
      shape.last = last;
      shape.lead = static_cast<std::uint8_t>(lead);
      shape.trail = static_cast<std::uint8_t>(trail);
      Pattern pattern;
      pattern.add_holes(lead);
      for (std::uint32_t i = first; i < last; ++i) {
        if (i > first) pattern.add_holes(pieces.gaps[i].tail);
        pattern.add(printed(pieces, pieces.words[i].word), pieces.words[i].word.letters);
      }
      pattern.add_holes(trail);
      if (pattern.fits()) append_arcs(model, channel, pattern.text(), holes, shape, arcs);
    }
  }
}

/// Words of which nothing is left but more blanks than two words need between them.
void add_lost_words(std::uint32_t blanks, std::uint32_t piece, const LanguageModel& model,
                    const Channel& channel, std::vector<Arc>& arcs) {
  static constexpr std::string_view holes = "???";
  static_assert(format::hole == '?');
  const std::uint32_t most = channel.lost.empty() ? 1 : static_cast<std::uint32_t>(holes.size());
  for (std::uint32_t lost = 1; lost <= most && lost + 2 <= blanks; ++lost) {
    Arc shape;
    shape.first = shape.last = piece;
    shape.lead = static_cast<std::uint8_t>(lost);
    append_arcs(model, channel, holes.substr(0, lost), lost, shape, arcs);
  }
}

}  // namespace

void generate_dropped_glyphs(const Pieces& pieces, std::uint32_t first, const LanguageModel& model,
                             const Channel& channel, std::vector<Arc>& arcs) {
  const Gap& before = pieces.gaps[first];
  if (before.joined && before.tail >= 3 && before.tail <= max_blanks) {
    add_lost_words(before.tail, first, model, channel, arcs);
  }
  std::uint32_t inner = 0;
  for (std::uint32_t last = first; last < pieces.words.size() && last < first + max_pieces;) {
    if (last > first) {
      const Gap& gap = pieces.gaps[last];
      inner += gap.tail;
      if (!gap.joined || inner > most_holes(channel)) break;
    }
    const Word& word = pieces.words[last].word;
    // "V" of "V ệc" looks like a numeral on its own.
    const bool letters =
        word.kind == WordKind::word || (word.kind == WordKind::roman && word.letters == 1);
    if (!letters || word.letters > format::max_pattern_letters) break;
    add_readings(pieces, first, ++last, inner, model, channel, arcs);
  }
}

void price_dropped_glyphs(const Pieces& pieces, const LanguageModel& model, const Channel& channel,
                          Arc& arc) {
  const Printed printed = printed_letters(pieces, arc);
  const language::CaseCosts costs = case_costs(pieces, model, arc);
  const std::string_view spelling = model.text_of(arc.spelling);
  arc.cost = std::numeric_limits<float>::max();
  const auto offer = [&](std::uint16_t capitals, float cost) {
    if (!printed.allows(capitals)) return;
    for_each_lost(pieces, spelling, arc, [&](std::uint16_t letter, std::uint32_t position) {
      cost += channel.loss[is_capital(capitals, position) ? capital_of(letter) : letter];
    });
    if (cost < arc.cost) {
      arc.cost = cost;
      arc.capitals = capitals;
    }
  };
  offer(0, costs.lower);
  offer(title_capitals, costs.title);
  offer(all_capitals, costs.upper);
  if (costs.mixed_capitals != 0) offer(costs.mixed_capitals, costs.mixed);
}

Edit print_dropped_glyphs(const Pieces& pieces, const LanguageModel& model, const Arc& arc) {
  Edit edit;
  edit.kind = RepairKind::dropped_glyph;
  const std::string_view spelling = model.text_of(arc.spelling);
  if (arc.first == arc.last) {
    edit.begin = pieces.words[arc.first - 1].word.end + arc.trail + 1U;
    edit.end = edit.begin + arc.lead;
  } else {
    edit.begin = pieces.words[arc.first].word.begin - arc.lead;
    edit.end = pieces.words[arc.last - 1].word.end + arc.trail;
  }
  std::size_t at = edit.begin;
  std::size_t in_spelling = 0;
  for (std::uint32_t position = 0; at < edit.end; ++position) {
    if (pieces.text[at] == ' ') {
      const std::uint16_t letter = letter_index(spelling.substr(in_spelling));
      append_letter(is_capital(arc.capitals, position) ? capital_of(letter) : letter,
                    edit.replacement);
      ++at;
    } else {
      const std::size_t length = language::code_point_length(pieces.text[at]);
      edit.replacement += pieces.text.substr(at, length);
      at += length;
    }
    if (in_spelling < spelling.size()) {
      in_spelling += language::code_point_length(spelling[in_spelling]);
    }
  }
  return edit;
}

}  // namespace vanban::repair_stage::lattice

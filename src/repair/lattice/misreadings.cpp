// Optical character recognition took letters for others: marks are lost or changed ("cơng" for
// "công"), shapes are mixed up ("lợi" as "Iợi", "2025" as "2O25", "XIII" as "XlII").
#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "repair/lattice/word_arcs.hpp"

namespace vanban::repair_stage::lattice {
namespace {

using language::Word;
using language::WordKind;

struct Misread {
  std::string_view read;
  std::string_view right;
};
constexpr Misread misreads[] = {
#include "repair/lattice/misreads.inc"
};

/// By byte: the first row that begins with it or a later one.
constexpr auto first_rows = [] {
  static_assert(std::size(misreads) < 256);
  std::array<std::uint8_t, 257> firsts{};
  std::size_t row = 0;
  for (std::size_t byte = 0; byte < firsts.size(); ++byte) {
    while (row < std::size(misreads) && static_cast<unsigned char>(misreads[row].read[0]) < byte) {
      ++row;
    }
    firsts[byte] = static_cast<std::uint8_t>(row);
  }
  return firsts;
}();

/// Words of more letters than this are no syllables.
constexpr std::uint8_t max_letters = 9;
/// Letters of one word that are misread.
constexpr std::size_t max_misread = 2;
constexpr std::size_t max_bytes = 24;
constexpr std::size_t longest_shape = std::ranges::max(misreads, {}, [](const Misread& row) {
                                        return row.right.size();
                                      }).right.size();

/// Letters of the printed word and of a spelling of as many letters that differ.
template <class Visit>
void for_each_difference(std::string_view folded, std::string_view spelling, const Visit& visit) {
  std::size_t at = 0;
  for (std::size_t in = 0; in < spelling.size() && at < folded.size();) {
    const std::uint16_t read = letter_index(folded.substr(at));
    const std::uint16_t right = letter_index(spelling.substr(in));
    if (read != right) visit(read, right);
    at += language::code_point_length(folded[at]);
    in += language::code_point_length(spelling[in]);
  }
}

void add_other_marks(const Place& place, Arcs& arcs) {
  const PrintedWord& word = place.pieces.words[place.first].word;
  const language::KeyText folded = language::key_text(place.key);
  Arc arc;
  arc.first = place.first;
  arc.last = place.first + 1;
  arc.kind = RepairKind::ocr;
  arc.capitals = word.letter_case == language::LetterCase::upper ? all_capitals : word.capitals;
  for (const Candidate& one : place.candidates.same_letters(place.key)) {
    std::size_t differences = 0;
    for_each_difference(folded.view(), place.model.text_of(one.spelling),
                        [&](std::uint16_t, std::uint16_t) { ++differences; });
    if (differences > max_misread) continue;
    arc.spelling = one.spelling;
    arc.word = place.model.word_of(one.spelling);
    arcs.arcs.push_back(arc);
  }
}

bool is_number(const Word& word) {
  return word.kind == WordKind::number || word.kind == WordKind::year;
}

/// Offers `text` for the piece if it is one word: of the vocabulary, a numeral, a number.
void offer(const Place& place, std::string_view text, std::span<const Misreading> misread,
           Arcs& arcs) {
  language::WordScanner scanner(text);
  Word word;
  if (!scanner.next(word) || word.begin != 0 || word.end != text.size()) return;
  const language::WordId id = place.model.classify(word);
  const bool known = id >= language::word_class::count || is_number(word) ||
                     (word.kind == WordKind::roman && word.letters > 1);
  if (!known || word.letter_case == language::LetterCase::mixed) return;
  Rewrite rewrite;
  rewrite.text = text;
  rewrite.words[0] = id;
  rewrite.count = 1;
  rewrite.misread.assign(misread.begin(), misread.end());
  Arc arc;
  arc.first = place.first;
  arc.last = place.first + 1;
  arc.kind = RepairKind::ocr;
  arc.rewrite = static_cast<std::uint32_t>(arcs.rewrites.size());
  arc.word = id;
  arcs.rewrites.push_back(std::move(rewrite));
  arcs.arcs.push_back(arc);
}

void add_other_shapes(const Place& place, std::string_view printed, Arcs& arcs) {
  std::array<char, max_bytes + longest_shape> bytes;
  for (std::size_t at = 0; at < printed.size(); at += language::code_point_length(printed[at])) {
    const std::string_view rest = printed.substr(at);
    const auto byte = static_cast<unsigned char>(rest[0]);
    for (std::size_t i = first_rows[byte]; i < first_rows[byte + 1U]; ++i) {
      const Misread* const row = misreads + i;
      if (!rest.starts_with(row->read)) continue;
      char* to = std::ranges::copy(printed.substr(0, at), bytes.begin()).out;
      to = std::ranges::copy(row->right, to).out;
      to = std::ranges::copy(rest.substr(row->read.size()), to).out;
      const Misreading misread = misread_shape(i);
      offer(place, {bytes.data(), static_cast<std::size_t>(to - bytes.data())}, {&misread, 1},
            arcs);
    }
  }
}

/// Every sign of the piece as `target` of it has it: digits of "2O25", strokes of "XlII".
void add_whole(const Place& place, std::string_view printed, std::string_view from,
               std::string_view to, std::string_view kept, Arcs& arcs) {
  std::string text;
  std::vector<Misreading> misread;
  bool any_kept = false;
  for (const char byte : printed) {
    if (kept.find(byte) != std::string_view::npos) {
      any_kept = true;
      text += byte;
      continue;
    }
    const std::size_t row = from.find(byte);
    if (row == std::string_view::npos) return;
    text += to[row];
    misread.push_back(
        misreading(static_cast<std::uint16_t>(byte), static_cast<std::uint16_t>(to[row])));
  }
  if (any_kept && !misread.empty()) offer(place, text, misread, arcs);
}

/// Nats of a mark that a reader saw where there is none.
constexpr float invented_mark = 2.5F;

/// Whether what was read has a mark more than what is right; not ư for u, which readers do see.
bool adds_mark(Misreading one) {
  const language::LetterParts read = language::letter_parts(static_cast<std::uint16_t>(one >> 16U));
  const language::LetterParts right = language::letter_parts(static_cast<std::uint16_t>(one));
  return read.base == right.base && right.tone == language::Tone::level &&
         read.tone != language::Tone::level;
}

}  // namespace

void generate_misreadings(const Place& place, Arcs& arcs) {
  const PrintedWord& word = place.pieces.words[place.first].word;
  const std::string_view printed = place.pieces.printed(place.first);
  if (printed.size() > max_bytes || word.letters > max_letters || word.letters == 0) return;
  if (word.kind == WordKind::word) add_other_marks(place, arcs);
  if (word.letters > 1 || word.kind == WordKind::mixed) add_other_shapes(place, printed, arcs);
  if (word.kind == WordKind::mixed) {
    add_whole(place, printed, "OoQlIiSsBZ", "0001115582", "0123456789.,", arcs);
  }
  add_whole(place, printed, "l1i", "III", "IVX", arcs);
}

namespace {

template <class Visit>
void visit_misreadings(const Pieces& pieces, const language::LanguageModel& model, const Arcs& arcs,
                       const Arc& arc, const Visit& visit) {
  if (arc.rewrite != no_rewrite) {
    for (const Misreading one : arcs.rewrites[arc.rewrite].misread) visit(one);
    return;
  }
  // Letters alone have other marks, so that their key is all of them.
  const language::KeyText folded = language::key_text(pieces.key(arc.first));
  for_each_difference(
      folded.view(), model.text_of(arc.spelling),
      [&](std::uint16_t read, std::uint16_t right) { visit(misreading(read, right)); });
}

}  // namespace

void for_each_misreading(const Pieces& pieces, const language::LanguageModel& model,
                         const Arcs& arcs, const Arc& arc,
                         const std::function<void(Misreading)>& visit) {
  visit_misreadings(pieces, model, arcs, arc, visit);
}

void price_misreadings(const Place& place, const Arcs& arcs, Arc& arc) {
  const Channel& channel = place.channel;
  const float otherwise = arc.rewrite != no_rewrite ? channel.misread_form : channel.misread_mark;
  arc.cost = arc.rewrite != no_rewrite ? 0 : placement_cost(place, arc.spelling);
  visit_misreadings(place.pieces, place.model, arcs, arc, [&](Misreading one) {
    arc.cost += channel.misread_cost(one, otherwise + (adds_mark(one) ? invented_mark : 0));
  });
}

}  // namespace vanban::repair_stage::lattice

// A blank stands inside a word: "nghi ệp", "S Ử D Ụ NG".
#include <array>
#include <string_view>

#include "language/syllable.hpp"
#include "repair/lattice/word_arcs.hpp"

namespace vanban::repair_stage::lattice {
namespace {

using language::LanguageModel;

constexpr std::uint32_t max_pieces = 7;
constexpr std::uint32_t max_letters = 8;
/// Nats of a second blank within one word: who parts letters does so again.
constexpr float next_blank = 1;

/// "I V": a numeral of the document, not a word.
void add_numeral(const Place& place, const language::Word& numeral, std::string_view text, Arc arc,
                 Arcs& arcs) {
  Rewrite rewrite;
  rewrite.text = text;
  rewrite.words[0] = arc.word = place.model.classify(numeral);
  rewrite.count = 1;
  arc.rewrite = static_cast<std::uint32_t>(arcs.rewrites.size());
  arcs.rewrites.push_back(std::move(rewrite));
  arcs.arcs.push_back(arc);
}

/// "CU BA": syllables that make a word of another language are as right apart.
bool makes_foreign_word(const Place& place, std::uint32_t last, std::uint16_t spelling) {
  const LanguageModel& model = place.model;
  if (model.is_mostly_upper(model.word_of(spelling)) ||
      language::is_syllable(model.text_of(spelling))) {
    return false;
  }
  for (std::uint32_t i = place.first; i <= last; ++i) {
    if (!language::is_syllable(place.pieces.printed(i))) return false;
  }
  return true;
}

}  // namespace

void generate_split_words(const Place& place, Arcs& arcs) {
  const Pieces& pieces = place.pieces;
  std::array<char, sizeof(language::WordKey::block)> letters{};
  std::size_t size = 0;
  std::uint32_t count = 0;
  std::uint32_t capitals = 0;
  for (std::uint32_t i = place.first; i < pieces.words.size() && i < place.first + max_pieces;
       ++i) {
    const Gap& gap = pieces.gaps[i];
    if (i > place.first && (!gap.joined || gap.tail > 1)) return;
    const PrintedWord& word = pieces.words[i].word;
    const bool is_letters =
        word.kind == language::WordKind::word || word.kind == language::WordKind::roman;
    const std::string_view printed = pieces.printed(i);
    if (!is_letters || count + word.letters > max_letters ||
        size + printed.size() > letters.size()) {
      return;
    }
    printed.copy(letters.data() + size, printed.size());
    size += printed.size();
    capitals |= std::uint32_t{word.capitals} << count;
    count += word.letters;
    if (i == place.first) continue;
    Arc arc;
    arc.first = place.first;
    arc.last = i + 1;
    arc.kind = RepairKind::split_word;
    language::WordScanner scanner({letters.data(), size});
    language::Word joined;
    scanner.next(joined);
    if (joined.kind == language::WordKind::roman) {
      add_numeral(place, joined, {letters.data(), size}, arc, arcs);
      continue;
    }
    arc.capitals = joined.letter_case == language::LetterCase::upper
                       ? all_capitals
                       : static_cast<std::uint16_t>(capitals);
    const auto add = [&](std::uint16_t spelling) {
      arc.spelling = spelling;
      arc.word = place.model.word_of(spelling);
      arcs.arcs.push_back(arc);
    };
    const std::uint16_t spelling = place.model.find_spelling(joined.key);
    if (spelling != language::format::no_spelling && !makes_foreign_word(place, i, spelling)) {
      add(spelling);
    }
    if (joined.key.size != joined.letters || !loses_marks(place.channel)) continue;
    for (const Candidate& one : place.candidates.same_letters(joined.key)) add(one.spelling);
  }
}

void price_split_words(const Place& place, const Arcs&, Arc& arc) {
  arc.cost = place.channel.split + next_blank * static_cast<float>(arc.last - arc.first - 2);
  if (arc.rewrite != no_rewrite) return;
  // What is printed has no marks where the spelling has some.
  const std::string_view spelling = place.model.text_of(arc.spelling);
  std::size_t bytes = 0;
  for (std::uint32_t i = arc.first; i < arc.last; ++i) bytes += place.pieces.printed(i).size();
  if (bytes != spelling.size())
    arc.cost += place.channel.marks + placement_cost(place, arc.spelling);
}

}  // namespace vanban::repair_stage::lattice

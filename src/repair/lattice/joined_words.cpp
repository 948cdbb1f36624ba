// The blank between two words is gone: "PHÊDUYỆT", "ngày22". Where the document loses letters, too,
// a blank within or beside the words may be one of them: "phêd yệt".
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "language/letters.hpp"
#include "language/surprise.hpp"
#include "repair/lattice/word_arcs.hpp"

namespace vanban::repair_stage::lattice {
namespace {

using language::Word;
using language::WordId;
using language::WordKind;

/// Bytes of what may be several words.
constexpr std::size_t max_bytes = 96;
/// Letters of one of them.
constexpr std::size_t max_part = 8;
/// Ways to part the same letters that the decoder gets.
constexpr std::size_t max_ways = 6;
/// Words with marks that letters without any may be within joined words, the frequent ones.
constexpr std::size_t max_marked = 5;
constexpr float too_dear = 60;
/// Pieces that joined words with lost letters may have fallen into, and their lost letters.
constexpr std::uint32_t max_pieces = 3;
constexpr std::size_t max_lost = 3;
/// Words that a part with lost letters may be, the frequent ones.
constexpr std::size_t max_fitting = 6;

/// A part of the printed letters that may be a word.
struct Part {
  std::size_t end = 0;
  WordId word = 0;
  float spelling = 0;
  float cost = 0;  ///< nats of the word by itself
  /// Of a word that is not printed so: it lost its marks, or letters.
  std::uint16_t restored = language::format::no_spelling;
};

/// Nats of a cut that would part a number from its unit ("50km"), or a word from the number of a
/// footnote ("tỉnh2").
constexpr float against_number = 8;
constexpr float likely_number = 1.8F;

bool ends_in_digit(std::string_view text) {
  return !text.empty() && text.back() >= '0' && text.back() <= '9';
}

bool starts_with_digit(std::string_view text) {
  return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

/// What speaks against a cut between `left` and `right`, beyond the model.
float cut_cost(std::string_view left, std::string_view right, float cost_of_right) {
  constexpr std::size_t unit = 3;
  constexpr std::size_t footnote = 2;
  const auto is_ascii = [](char byte) { return static_cast<unsigned char>(byte) < 0x80; };
  if (ends_in_digit(left)) {
    const bool may_be_unit = right.size() <= unit && std::ranges::all_of(right, is_ascii);
    return may_be_unit ? against_number : 0;
  }
  if (!starts_with_digit(right)) return 0;
  return right.size() <= footnote && cost_of_right > likely_number ? against_number : 0;
}

/// A way to part the letters up to some place.
struct Way {
  float cost = 0;
  std::uint8_t count = 0;
  std::array<std::size_t, Rewrite::max_words> ends{};
  std::array<WordId, Rewrite::max_words> words{};
  std::array<float, Rewrite::max_words> spelling{};
  std::array<std::uint16_t, Rewrite::max_words> restored{};
};

/// Whether a syllable of a single letter can be meant: "ở", "ý", "y".
bool is_single_vowel(std::string_view letter) {
  std::array<char, 4> small{};
  language::fold_letter(letter.data(), letter.size(), small.data());
  const auto parts = language::letter_parts(letter_index({small.data(), letter.size()}));
  return parts.base == 'y' || (parts.marked() && parts.base != 'd');
}

/// Letters of `spelling`, capitals where those of `printed` are; a lost one is where all others
/// are.
void append_with_case(std::string_view spelling, std::string_view printed, std::string& text) {
  std::array<char, 4> small{};
  const auto is_capital = [&small, printed](std::size_t at) {
    return language::fold_letter(printed.data() + at, language::code_point_length(printed[at]),
                                 small.data());
  };
  std::size_t capitals = 0;
  std::size_t smalls = 0;
  for (std::size_t at = 0; at < printed.size(); at += language::code_point_length(printed[at])) {
    if (printed[at] != language::format::hole) ++(is_capital(at) ? capitals : smalls);
  }
  std::size_t from = 0;
  for (std::size_t at = 0; at < printed.size(); at += language::code_point_length(printed[at])) {
    const bool capital =
        printed[at] == language::format::hole ? capitals > 0 && smalls == 0 : is_capital(at);
    const std::uint16_t index = letter_index(spelling.substr(from));
    append_letter(capital ? capital_of(index) : index, text);
    from += language::code_point_length(spelling[from]);
  }
}

/// Bytes of the capitals that `text` begins with.
std::size_t leading_capitals(std::string_view text) {
  std::size_t end = 0;
  language::Word word;
  while (end < text.size()) {
    const std::size_t length = language::code_point_length(text[end]);
    language::WordScanner one(text.substr(end, length));
    if (!one.next(word) || word.capitals == 0) break;
    end += length;
  }
  return end;
}

/// Abbreviations and numerals: capitals where the case changes ("tỉnhUBND", "LCSthu", "sóng5G"),
/// and numerals among capitals ("XIIICỦA").
void offer_capitals(const Place& place, std::string_view printed, std::size_t begin,
                    std::vector<Part>& parts) {
  const std::string_view rest = printed.substr(begin);
  const auto offer = [&](std::size_t size, bool any_word) {
    language::Word word;
    language::WordScanner scanner(rest.substr(0, size));
    if (size == 0 || !scanner.next(word) || word.end != size) return;
    const WordId id = place.model.classify(word);
    const bool abbreviation = any_word && word.letters > 1 && id == language::word_class::acronym;
    if (word.kind != WordKind::roman && !abbreviation) return;
    const float spelling = language::spelling_cost(id, word);
    parts.push_back({begin + size, id, spelling, place.model.unigram_cost(id) + spelling,
                     language::format::no_spelling});
  };
  const std::size_t capitals = leading_capitals(rest);
  const bool case_changes = capitals < rest.size() || begin > 0;
  offer(capitals, case_changes);
  // "UBNDHòa An": the last capital begins the next word, one of the language: not "MBBank".
  if (capitals > 0 && capitals < rest.size()) {
    std::size_t last = capitals - 1;
    while (last > 0 && (static_cast<unsigned char>(rest[last]) & 0xC0U) == 0x80U) --last;
    if (language::is_syllable(language::fold(rest.substr(last)))) offer(last, case_changes);
  }
  if (capitals == rest.size()) {
    const std::size_t strokes = std::min(rest.find_first_not_of("IVX"), capitals);
    if (strokes < capitals) offer(strokes, false);
  }
}

/// Words that have other letters for the holes of `part`, which ends at `end`.
void offer_fitting(const Place& place, std::string_view part, std::size_t end,
                   std::vector<Part>& parts) {
  const std::string pattern = language::fold(part);
  const auto fitting = place.model.completions(pattern);
  for (const std::uint16_t spelling : fitting.first(std::min(fitting.size(), max_fitting))) {
    const std::string_view letters = place.model.text_of(spelling);
    float loss = 0;
    std::size_t from = 0;
    for (std::size_t at = 0; at < pattern.size(); at += language::code_point_length(pattern[at])) {
      const std::uint16_t letter = letter_index(letters.substr(from));
      if (pattern[at] == language::format::hole) {
        loss += place.channel.least_loss[letter];
      }
      from += language::code_point_length(letters[from]);
    }
    const WordId word = place.model.word_of(spelling);
    parts.push_back({end, word, loss, place.model.unigram_cost(word) + loss, spelling});
  }
}

/// Words that may end the letters that begin at `begin`.
void find_parts(const Place& place, std::string_view printed, std::size_t begin,
                std::vector<Part>& parts) {
  parts.clear();
  const auto offer = [&](std::size_t end, WordId word, float spelling) {
    parts.push_back({end, word, spelling, place.model.unigram_cost(word) + spelling,
                     language::format::no_spelling});
  };
  const auto offer_marked = [&](std::size_t end, std::string_view part) {
    const language::WordKey key = language::make_key(part);
    if (key.size < 2 || key.size != end - begin) return;
    std::size_t offered = 0;
    for (const Candidate& one : place.candidates.same_letters(key)) {
      const WordId word = place.model.word_of(one.spelling);
      const float marks = place.channel.marks;
      parts.push_back({end, word, marks, place.model.unigram_cost(word) + marks, one.spelling});
      if (++offered == max_marked) break;
    }
  };
  const auto is_digit = [](char byte) { return byte >= '0' && byte <= '9'; };
  if (is_digit(printed[begin])) {
    // Signs between digits belong to a number and so to the piece: "22.5".
    Word number;
    std::size_t end = begin;
    while (end < printed.size() &&
           (is_digit(printed[end]) || printed[end] == '.' || printed[end] == ',')) {
      ++end;
    }
    language::WordScanner digits(printed.substr(begin, end - begin));
    if (digits.next(number)) offer(end, place.model.classify(number), 0);
    return;
  }
  std::size_t letters = 0;
  std::size_t holes = 0;
  for (std::size_t end = begin; end < printed.size() && letters < max_part;) {
    if (is_digit(printed[end])) break;
    if (printed[end] == language::format::hole) ++holes;
    end += language::code_point_length(printed[end]);
    ++letters;
    const std::string_view part = printed.substr(begin, end - begin);
    if (holes > language::format::max_holes) break;
    if (holes > 0) {
      if (holes < letters) offer_fitting(place, part, end, parts);
      continue;
    }
    if (letters == 1 && !is_single_vowel(part)) continue;
    const WordId word = place.model.find(part);
    if (word != language::word_class::unknown) offer(end, word, 0);
    if (part.size() == letters && loses_marks(place.channel)) offer_marked(end, part);
  }
  offer_capitals(place, printed, begin, parts);
}

/// The cheapest ways to part `printed` into two words or more.
std::vector<Way> find_ways(const Place& place, std::string_view printed) {
  std::vector<std::vector<Way>> ways(printed.size() + 1);
  ways[0].push_back({});
  std::vector<Part> parts;
  for (std::size_t at = 0; at < printed.size(); ++at) {
    if (ways[at].empty()) continue;
    find_parts(place, printed, at, parts);
    for (const Way& way : ways[at]) {
      if (way.count == Rewrite::max_words) continue;
      for (const Part& part : parts) {
        Way next = way;
        next.ends[next.count] = part.end;
        next.words[next.count] = part.word;
        next.spelling[next.count] = part.spelling;
        next.restored[next.count] = part.restored;
        if (next.count == 0) {
          next.cost = part.cost;
        } else {
          const std::size_t last = next.count - 1U;
          language::Context context{next.words[last], language::Context::no_bigram};
          const float cost = place.model.cost(context, part.word);
          const std::size_t begin = last == 0 ? 0 : next.ends[last - 1];
          const float against =
              cut_cost(printed.substr(begin, at - begin), printed.substr(at, part.end - at), cost);
          next.spelling[next.count] += against;
          next.cost += cost + part.spelling + against;
        }
        ++next.count;
        if (next.cost > too_dear) continue;
        std::vector<Way>& there = ways[part.end];
        const auto place_of = std::ranges::upper_bound(there, next.cost, {}, &Way::cost);
        if (place_of == there.end() && there.size() == max_ways) continue;
        there.insert(place_of, next);
        if (there.size() > max_ways) there.pop_back();
      }
    }
  }
  std::vector<Way>& whole = ways[printed.size()];
  std::erase_if(whole, [](const Way& way) { return way.count < 2; });
  return std::move(whole);
}

/// Letters that no vocabulary holds, or letters and digits.
bool may_be_joined(const Piece& piece) {
  const PrintedWord& word = piece.word;
  if (word.end - word.begin > max_bytes || word.letters < 2) return false;
  if (word.kind == WordKind::mixed) return word.letters >= 2;
  return word.kind == WordKind::word && word.letters >= 3 &&
         (piece.id == language::word_class::unknown || piece.id == language::word_class::acronym);
}

/// Appends the ways to part `printed`, each as a rewriting of the pieces of `arc`.
void append_ways(const Place& place, std::string_view printed, Arc arc, Arcs& arcs) {
  for (const Way& way : find_ways(place, printed)) {
    Rewrite rewrite;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < way.count; ++i) {
      if (i > 0) rewrite.text += ' ';
      const std::string_view part = printed.substr(begin, way.ends[i] - begin);
      if (way.restored[i] == language::format::no_spelling) {
        rewrite.text += part;
      } else {
        append_with_case(place.model.text_of(way.restored[i]), part, rewrite.text);
      }
      begin = way.ends[i];
    }
    rewrite.words = way.words;
    rewrite.spelling = way.spelling;
    rewrite.count = way.count;
    arc.rewrite = static_cast<std::uint32_t>(arcs.rewrites.size());
    arc.word = way.words[0];
    arcs.rewrites.push_back(std::move(rewrite));
    arcs.arcs.push_back(arc);
  }
}

/// Joined words whose lost letters are blanks between the pieces and at either end.
void append_with_losses(const Place& place, Arc arc, Arcs& arcs) {
  const Pieces& pieces = place.pieces;
  std::string printed;
  std::size_t holes = 0;
  bool known = true;
  for (std::uint32_t last = place.first;
       last < pieces.words.size() && last < place.first + max_pieces; ++last) {
    const Piece& piece = pieces.words[last];
    if (last > place.first) {
      const Gap& gap = pieces.gaps[last];
      if (!gap.joined || holes + gap.tail > max_lost) return;
      printed.append(gap.tail, language::format::hole);
      holes += gap.tail;
    }
    printed += pieces.printed(last);
    if (piece.word.kind != WordKind::word && piece.word.kind != WordKind::mixed) return;
    if (printed.size() > max_bytes) return;
    known = known && piece.id >= language::word_class::count;
    // Words that are whole stand for themselves, however many blanks are between.
    if (known) continue;
    arc.last = last + 1;
    const std::uint32_t lead = std::min<std::uint32_t>(free_head(pieces.gaps[place.first]), 1);
    const std::uint32_t trail = std::min<std::uint32_t>(free_tail(pieces.gaps[last + 1]), 1);
    for (std::uint32_t ends = 0; ends < 4; ++ends) {
      const std::uint32_t before = ends & 1U;
      const std::uint32_t behind = ends >> 1U;
      if (before > lead || behind > trail || holes + ends == 0) continue;
      arc.lead = static_cast<std::uint8_t>(before);
      arc.trail = static_cast<std::uint8_t>(behind);
      append_ways(place,
                  std::string(before, language::format::hole) + printed +
                      std::string(behind, language::format::hole),
                  arc, arcs);
    }
  }
}

}  // namespace

void generate_joined_words(const Place& place, Arcs& arcs) {
  Arc arc;
  arc.first = place.first;
  arc.last = place.first + 1;
  arc.kind = RepairKind::joined_words;
  if (may_be_joined(place.pieces.words[place.first])) {
    append_ways(place, place.pieces.printed(place.first), arc, arcs);
  }
  if (place.channel.known && place.channel.shows(RepairKind::dropped_glyph)) {
    append_with_losses(place, arc, arcs);
  }
}

void price_joined_words(const Place& place, const Arcs& arcs, Arc& arc) {
  arc.cost = place.channel.join * static_cast<float>(arcs.rewrites[arc.rewrite].count - 1);
}

}  // namespace vanban::repair_stage::lattice

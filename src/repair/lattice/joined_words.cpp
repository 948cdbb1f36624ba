// The blank between two words is gone: "PHÊDUYỆT", "ngày22".
#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "language/surprise.hpp"
#include "repair/lattice/word_arcs.hpp"

namespace vanban::repair_stage::lattice {
namespace {

using language::LetterCase;
using language::Word;
using language::WordId;
using language::WordKind;

/// Bytes of what may be several words.
constexpr std::size_t max_bytes = 64;
/// Letters of one of them.
constexpr std::size_t max_part = 8;
/// Ways to part the same letters that the decoder gets.
constexpr std::size_t max_ways = 6;
/// Words with marks that letters without any may be within joined words, the frequent ones.
constexpr std::size_t max_marked = 5;
constexpr float too_dear = 60;

/// A part of the printed letters that may be a word.
struct Part {
  std::size_t end = 0;
  WordId word = 0;
  float spelling = 0;
  float cost = 0;                                        ///< nats of the word by itself
  std::uint16_t marked = language::format::no_spelling;  ///< where it lost its marks
};

/// A way to part the letters up to some place.
struct Way {
  float cost = 0;
  std::uint8_t count = 0;
  std::array<std::size_t, Rewrite::max_words> ends{};
  std::array<WordId, Rewrite::max_words> words{};
  std::array<float, Rewrite::max_words> spelling{};
  std::array<std::uint16_t, Rewrite::max_words> marked{};
};

/// Whether a syllable of a single letter can be meant: "ở", "ý", "y".
bool is_single_vowel(std::string_view letter) {
  std::array<char, 4> small{};
  language::fold_letter(letter.data(), letter.size(), small.data());
  const auto parts = language::letter_parts(letter_index({small.data(), letter.size()}));
  return parts.base == 'y' || (parts.marked() && parts.base != 'd');
}

/// Letters of `spelling`, capitals where the unmarked letters of `printed` are.
void append_with_case(std::string_view spelling, std::string_view printed, std::string& text) {
  std::size_t at = 0;
  for (const char letter : printed) {
    const std::uint16_t index = letter_index(spelling.substr(at));
    append_letter(letter >= 'A' && letter <= 'Z' ? capital_of(index) : index, text);
    at += language::code_point_length(spelling[at]);
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
  for (std::size_t end = begin; end < printed.size() && letters < max_part;) {
    if (is_digit(printed[end])) break;
    end += language::code_point_length(printed[end]);
    ++letters;
    const std::string_view part = printed.substr(begin, end - begin);
    if (letters == 1 && !is_single_vowel(part)) continue;
    const WordId word = place.model.find(part);
    if (word != language::word_class::unknown) offer(end, word, 0);
    if (part.size() == letters && loses_marks(place.channel)) offer_marked(end, part);
  }
  // Capitals before small letters, or before a number, may be an abbreviation or a numeral.
  std::size_t capitals = 0;
  std::size_t end = begin;
  Word word;
  while (end < printed.size() && !is_digit(printed[end])) {
    const std::size_t length = language::code_point_length(printed[end]);
    language::WordScanner one(printed.substr(end, length));
    if (!one.next(word) || word.capitals == 0) break;
    ++capitals;
    end += length;
  }
  if (capitals == 0 || end == printed.size()) return;
  language::WordScanner all(printed.substr(begin, end - begin));
  if (!all.next(word)) return;
  const WordId id = place.model.classify(word);
  if (word.kind == WordKind::roman || (capitals >= 2 && id == language::word_class::acronym)) {
    offer(end, id, language::spelling_cost(id, word));
  }
}

/// The cheapest ways to part `printed` into two to four words.
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
        next.marked[next.count] = part.marked;
        if (next.count == 0) {
          next.cost = part.cost;
        } else {
          language::Context context{next.words[next.count - 1U], language::Context::no_bigram};
          next.cost += place.model.cost(context, part.word) + part.spelling;
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
  const Word& word = piece.word;
  if (word.end - word.begin > max_bytes || word.letters < 2) return false;
  if (word.kind == WordKind::mixed) return word.letters >= 2;
  return word.kind == WordKind::word && word.letters >= 3 &&
         (piece.id == language::word_class::unknown || piece.id == language::word_class::acronym);
}

}  // namespace

void generate_joined_words(const Place& place, Arcs& arcs) {
  if (!may_be_joined(place.pieces.words[place.first])) return;
  const std::string_view printed = place.pieces.printed(place.first);
  for (const Way& way : find_ways(place, printed)) {
    Rewrite rewrite;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < way.count; ++i) {
      if (i > 0) rewrite.text += ' ';
      const std::string_view part = printed.substr(begin, way.ends[i] - begin);
      if (way.marked[i] == language::format::no_spelling) {
        rewrite.text += part;
      } else {
        append_with_case(place.model.text_of(way.marked[i]), part, rewrite.text);
      }
      begin = way.ends[i];
    }
    rewrite.words = way.words;
    rewrite.spelling = way.spelling;
    rewrite.count = way.count;
    Arc arc;
    arc.first = place.first;
    arc.last = place.first + 1;
    arc.kind = RepairKind::joined_words;
    arc.rewrite = static_cast<std::uint32_t>(arcs.rewrites.size());
    arc.word = way.words[0];
    arcs.rewrites.push_back(std::move(rewrite));
    arcs.arcs.push_back(arc);
  }
}

void price_joined_words(const Place& place, const Arcs& arcs, Arc& arc) {
  arc.cost = place.channel.join * static_cast<float>(arcs.rewrites[arc.rewrite].count - 1);
}

}  // namespace vanban::repair_stage::lattice

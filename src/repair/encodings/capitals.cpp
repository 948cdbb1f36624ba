#include "repair/encodings/capitals.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "language/words.hpp"
#include "repair/code_points.hpp"

namespace vanban::repair_stage::encodings {
namespace {

constexpr std::uint64_t bit(unsigned index) {
  return index < 64 ? std::uint64_t{1} << index : 0;
}

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

/// 1: a syllable in capitals, -1: no capitals, 0: tells nothing, as abbreviations and numbers do.
int tells(std::string_view word, Encoding encoding) {
  std::size_t capitals = 0;
  std::size_t begin = word.size();
  std::size_t end = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (is_small(c)) return -1;
    if ((c >= '0' && c <= '9') || c == '/' || c == '&') return 0;
    if (is_capital(c)) ++capitals;
    if (is_capital(c) || static_cast<unsigned char>(c) >= 0x80) {
      begin = std::min(begin, i);
      end = i + 1;
    }
  }
  if (capitals < 2) return 0;
  Decoded read;
  decode(encoding, word.substr(begin, end - begin), Signs::as_signs, read);
  return language::is_syllable(read.text) ? 1 : 0;
}

/// The farthest that a neighbour is sought.
constexpr std::size_t far = 64;

/// How far back of a word the text is read to know what stands before it: a word, and what parts
/// the two.
constexpr std::size_t lead_in = 40;

/// Whether nothing but the bullet of an item stands before `at` on its line.
bool opens_item(std::string_view text, std::size_t at) {
  bool bullet = false;
  for (std::size_t i = at; i > 0 && at - i < far; --i) {
    const char c = text[i - 1];
    if (c == '\n') return bullet;
    if (c == '-' || c == '+' || c == '*' || static_cast<unsigned char>(c) >= 0x80) {
      bullet = true;
    } else if (c != ' ' && c != '\t') {
      return false;
    }
  }
  return bullet;
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

Raise how_to_raise(std::string_view word, std::uint64_t either_case) {
  unsigned capitals = 0;
  unsigned open = 0;
  bool first_open = false;
  bool first_capital = false;
  bool seen = false;
  unsigned index = 0;
  const char* const end = word.data() + word.size();
  for (const char* at = word.data(); at < end; ++index) {
    const std::size_t length = language::letter_length(at, end);
    if (length != 0) {
      const bool either = (either_case & bit(index)) != 0;
      std::array<char, 4> folded{};
      const bool capital = language::fold_letter(at, length, folded.data());
      if (!seen) {
        first_open = either;
        first_capital = capital;
      }
      seen = true;
      if (length == 1 && !capital) return first_open ? Raise::first_by_model : Raise::none;
      if (capital) {
        ++capitals;
      } else {
        ++open;
      }
    }
    at += length != 0 ? length : language::code_point_length(*at);
  }
  if (open == 0) return Raise::none;
  if (capitals > 1 || (capitals == 1 && !first_capital)) return Raise::all;
  return Raise::like_neighbours;
}

std::string with_capitals(std::string word, const language::Word& printed) {
  std::uint64_t mask = 0;
  std::size_t letter = 0;
  for (std::size_t at = 0; at < word.size(); ++letter) {
    if (((printed.capitals >> letter) & 1U) != 0) {
      mask |= std::uint64_t{1} << letter;
      if (is_small(word[at])) word[at] = static_cast<char>(word[at] - 32);
    }
    at += language::code_point_length(word[at]);
  }
  raise_letters(word, mask);
  return word;
}

void raise_letters(std::string& word, std::uint64_t mask) {
  unsigned index = 0;
  for (std::size_t at = 0; at < word.size() && mask != 0; ++index) {
    const std::size_t length = language::code_point_length(word[at]);
    if ((mask & bit(index)) != 0 && length > 1) {
      mask &= ~bit(index);
      const char32_t point = code_point_at(word, at).value;
      // Cases of all Vietnamese letters are neighbours, but for those of Latin-1.
      const char32_t capital = point >= 0xE0 && point < 0x100 ? point - 0x20 : point & ~char32_t{1};
      std::string raised;
      append_code_point(raised, point >= 0x1AF && point <= 0x1B0 ? 0x1AF : capital);
      if (raised.size() == length) word.replace(at, length, raised);
    }
    at += length;
  }
}

bool has_capital_neighbours(std::string_view text, std::uint32_t begin, std::uint32_t end,
                            Encoding encoding) {
  // The line, as far as neighbours are sought.
  std::size_t first = begin;
  while (first > 0 && begin - first < far && text[first - 1] != '\n') --first;
  const std::string_view behind = text.substr(begin, end - begin + far);
  const std::size_t last = begin + std::min(behind.find('\n'), behind.size());
  std::size_t left = begin;
  std::size_t right = end;
  while (left > first && !is_space(text[left - 1])) --left;
  while (right < last && !is_space(text[right])) ++right;
  int told = 0;
  // The nearest two, and farther ones where those tell nothing.
  while (told == 0 && (left > first || right < last)) {
    while (left > first && is_space(text[left - 1])) --left;
    const std::size_t word_end = left;
    while (left > first && !is_space(text[left - 1])) --left;
    told += tells(text.substr(left, word_end - left), encoding);
    while (right < last && is_space(text[right])) ++right;
    const std::size_t word_begin = right;
    while (right < last && !is_space(text[right])) ++right;
    told += tells(text.substr(word_begin, right - word_begin), encoding);
  }
  return told > 0;
}

bool is_capitalised(std::string_view decoded, std::size_t at,
                    const language::LanguageModel& model) {
  std::size_t from = at > lead_in ? at - lead_in : 0;
  while (from > 0 && from < at && !is_space(decoded[from])) ++from;
  const std::string_view part = decoded.substr(from, std::min(decoded.size() - from, 2 * lead_in));
  language::WordScanner scanner(part);
  language::Word word;
  language::WordId previous = language::word_class::boundary;
  while (scanner.next(word)) {
    const language::WordId id = model.classify(word);
    if (from + word.end > at) {
      // "ki ểm": a part of a word, which a blank has split.
      if (id == language::word_class::unknown) return false;
      const bool stop = word.after_stop || opens_item(decoded, at);
      if (word.after_boundary) previous = language::word_class::boundary;
      language::WordId following = language::word_class::boundary;
      if (scanner.next(word) && !word.after_boundary) following = model.classify(word);
      const language::CaseCosts costs = model.case_costs(previous, id, following, stop);
      return costs.title < costs.lower;
    }
    previous = id;
  }
  return false;
}

}  // namespace vanban::repair_stage::encodings

// TCVN3 has no capitals with tones; its fonts of capitals draw them with the codes of small
// letters. A converter that is not told of the font leaves small letters among capitals: "TUầN",
// "BáO CáO". A capital behind a small letter with a tone is no slip of a hand, as "PHó" may be;
// what stands beside such words in capitals is read like them.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/encodings/capitals.hpp"
#include "repair/passes.hpp"
#include "repair/word_range.hpp"

namespace vanban::repair_stage {
namespace {

using namespace scan;

constexpr double confidence = 0.97;

/// The first byte of a small letter with marks before a capital of ASCII.
constexpr Flag is_before_capital(const unsigned char* at) {
  const Flag latin_1 = both(is(at[0], 0xC3), in(at[1], 0xA0, 0xBD));
  const Flag extended =
      both(is(at[0], 0xC4), any(is(at[1], 0x83), is(at[1], 0x91), is(at[1], 0xA9)));
  const Flag horned = both(is(at[0], 0xC6), any(is(at[1], 0xA1), is(at[1], 0xB0)));
  const Flag of_two = any(latin_1, extended, horned);
  const Flag of_three =
      both(both(is(at[0], 0xE1), in(at[1], 0xBA, 0xBB)), static_cast<Flag>(at[2] & 1U));
  return any(both(of_two, in(at[2], 'A', 'Z')), both(of_three, in(at[3], 'A', 'Z')));
}

/// The first such place at `from` or behind it; the size of the text where there is none.
std::size_t find_torn(std::string_view text, std::size_t from) {
  constexpr std::size_t bytes_behind = 3;
  const std::size_t place = find_place<is_before_capital, bytes_behind>(text, from);
  if (place != text.size()) return place;
  // "CáO" at the very end: nothing may be read behind it.
  if (text.size() > bytes_behind && from <= text.size() - bytes_behind) {
    std::array<unsigned char, bytes_behind + 1> last{};
    std::copy_n(text.end() - bytes_behind, bytes_behind, last.begin());
    if (is_before_capital(last.data()) != 0) return text.size() - bytes_behind;
  }
  return text.size();
}

/// So many capitals at least, no small letter of ASCII, and a syllable.
bool is_torn(std::string_view word, std::size_t fewest_capitals) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < word.size();) {
    if (word[at] >= 'a' && word[at] <= 'z') return false;
    const std::size_t length = language::code_point_length(word[at]);
    std::array<char, 4> folded{};
    capitals += language::fold_letter(word.data() + at, length, folded.data()) ? 1U : 0U;
    at += length;
  }
  return capitals >= fewest_capitals && language::is_syllable(language::fold(word));
}

/// A bit for each small letter; of the first 64.
std::uint64_t small_letters(std::string_view word) {
  std::uint64_t small = 0;
  for (std::size_t at = 0, letter = 0; at < word.size() && letter < 64; ++letter) {
    const std::size_t length = language::code_point_length(word[at]);
    std::array<char, 4> folded{};
    if (!language::fold_letter(word.data() + at, length, folded.data())) {
      small |= std::uint64_t{1} << letter;
    }
    at += length;
  }
  return small;
}

/// A capital behind a small letter: no slip of a hand that held the shift key too long, as "PHó"
/// is.
bool is_undisputed(std::string_view word) {
  bool small = false;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t length = language::code_point_length(word[at]);
    std::array<char, 4> folded{};
    if (!language::fold_letter(word.data() + at, length, folded.data())) {
      small = true;
    } else if (small) {
      return true;
    }
    at += length;
  }
  return false;
}

bool is_all_capitals(std::string_view word) {
  return !word.empty() && small_letters(word) == 0;
}

/// The words of a line, of which one at least is torn for sure.
class Line {
 public:
  Line(std::string_view text, LineRange line, bool of_torn_text)
      : text_(text), of_torn_text_(of_torn_text) {
    for (std::size_t at = line.begin; at < line.end;) {
      const WordRange word{at, letters_end(text, at)};
      if (word.begin == word.end) {
        at += language::code_point_length(text[at]);
        continue;
      }
      words_.push_back(word);
      at = word.end;
    }
    kinds_.reserve(words_.size());
    for (const WordRange word : words_) kinds_.push_back(kind_of(of(word)));
  }

  void raise(EditList& edits) {
    // From torn words on to what stands beside them, both ways.
    for (std::size_t i = 0; i < words_.size(); ++i) settle(i);
    for (std::size_t i = words_.size(); i > 0; --i) settle(i - 1);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (kinds_[i] != Kind::torn) continue;
      std::string raised(of(words_[i]));
      encodings::raise_letters(raised, small_letters(raised));
      edits.push_back({static_cast<std::uint32_t>(words_[i].begin),
                       static_cast<std::uint32_t>(words_[i].end), std::move(raised),
                       RepairKind::encoding, confidence});
    }
  }

 private:
  enum class Kind : std::uint8_t {
    other,
    capitals,
    torn,      ///< "TUầN"
    disputed,  ///< "THể", "Kế": by the words beside it
  };

  static Kind kind_of(std::string_view word) {
    if (is_all_capitals(word)) return Kind::capitals;
    if (!is_torn(word, 1)) return Kind::other;
    return is_torn(word, 2) && is_undisputed(word) ? Kind::torn : Kind::disputed;
  }

  [[nodiscard]] std::string_view of(WordRange word) const {
    return text_.substr(word.begin, word.end - word.begin);
  }

  /// One blank or less, or a line break's place, parts the words.
  [[nodiscard]] bool are_beside(std::size_t left) const {
    return words_[left].end + 1 == words_[left + 1].begin && text_[words_[left].end] == ' ';
  }

  /// A disputed word is torn beside a torn one, with nothing but capitals on its other side; in a
  /// text that has many such words, one of two capitals also beside a word in capitals.
  void settle(std::size_t i) {
    if (kinds_[i] != Kind::disputed) return;
    const bool has_left = i > 0 && are_beside(i - 1);
    const bool has_right = i + 1 < words_.size() && are_beside(i);
    const Kind left = has_left ? kinds_[i - 1] : Kind::capitals;
    const Kind right = has_right ? kinds_[i + 1] : Kind::capitals;
    // "Xã VÂN KHÊ" has one capital, as it should.
    const bool has_two = of_torn_text_ && is_torn(of(words_[i]), 2);
    const auto tells = [has_two](bool there, Kind kind) {
      return there && (kind == Kind::torn || (has_two && kind == Kind::capitals));
    };
    const bool told = tells(has_left, left) || tells(has_right, right);
    if (told && left != Kind::other && right != Kind::other) kinds_[i] = Kind::torn;
  }

  std::string_view text_;
  bool of_torn_text_;
  std::vector<WordRange> words_;
  std::vector<Kind> kinds_;
};

/// Lines with a word that is torn for sure, and such words.
struct TornLines {
  std::vector<LineRange> lines;
  std::size_t words = 0;
};

TornLines find_torn_lines(std::string_view text) {
  TornLines found;
  for (std::size_t at = find_torn(text, 0); at < text.size();) {
    const WordRange word = word_around(text, at);
    const std::string_view printed = text.substr(word.begin, word.end - word.begin);
    if (is_torn(printed, 2) && is_undisputed(printed)) {
      ++found.words;
      if (found.lines.empty() || found.lines.back().end <= at) {
        found.lines.push_back(line_around(text, at));
      }
    }
    at = find_torn(text, std::max(word.end, at + 1));
  }
  return found;
}

}  // namespace

EditList find_torn_capitals(std::string_view text) {
  constexpr std::size_t many = 5;
  EditList edits;
  const TornLines torn = find_torn_lines(text);
  if (torn.words < many) {
    for (const LineRange line : torn.lines) Line(text, line, false).raise(edits);
    return edits;
  }
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    Line(text, {begin, end}, true).raise(edits);
    begin = end + 1;
  }
  return edits;
}

}  // namespace vanban::repair_stage

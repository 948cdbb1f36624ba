// A PDF that draws its marked letters with a font of their own gives them away in a place of their
// own: "ộ ậ ự ạ Đ c l p – T  do – H nh phúc", "g m:ồ". In the words stand blanks, which the
// language model fills; the letters that float in the line, in no order that tells where they
// belong, are words of no text and keep the model from seeing what was lost. They go, where a
// document proves that its lines are of that kind: no such letter stands within a word, and words
// are torn.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string_view>
#include <vector>

#include "language/letters.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/passes.hpp"
#include "repair/signs.hpp"

namespace vanban::repair_stage {
namespace {

constexpr double confidence = 0.95;
/// So many letters must float, of so many words of different first ones, and to two of them stand
/// so many torn words.
constexpr std::size_t fewest_letters = 10;
constexpr std::size_t fewest_kinds = 4;
constexpr std::size_t torn_to_two = 1;
/// A consonant cluster: "ngh", "đ".
constexpr std::size_t most_consonants = 3;
/// Letters that stood side by side in one word: "ườ".
constexpr std::size_t most_together = 3;

/// ư, ơ and the block of letters with two marks or a dot, of either case.
bool may_float(char32_t point) {
  return (point >= 0x1EA0 && point <= 0x1EF9) || point == 0x1A0 || point == 0x1A1 ||
         point == 0x1AF || point == 0x1B0;
}

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

bool is_consonant(std::string_view letter) {
  constexpr std::string_view consonants = "bcdghklmnpqrstvxBCDGHKLMNPQRSTVX";
  return letter == "đ" || letter == "Đ" ||
         (letter.size() == 1 && consonants.find(letter[0]) != std::string_view::npos);
}

/// A line and what floats in it.
struct FloatLine {
  std::vector<LineRange> floats;  ///< those side by side are one
  std::size_t letters = 0;        ///< that float
  std::size_t torn = 0;           ///< words of consonants alone
  std::size_t inner = 0;          ///< letters that could float and stand in words

  /// "Ở" and "ạ" are words, but no other letter of a sound line is out of its word.
  [[nodiscard]] bool floats_here() const { return letters > 0 && inner == 0; }
};

class LineReader {
 public:
  LineReader(std::string_view text, LineRange range) : text_(text), range_(range) {}

  FloatLine read() {
    for (std::size_t at = range_.begin; at < range_.end;) {
      const std::size_t length = letter_at(at);
      if (length == 0) {
        at += language::code_point_length(text_[at]);
        continue;
      }
      std::size_t end = at;
      while (letter_at(end) != 0) end += letter_at(end);
      add_run(at, end);
      if (line_.inner != 0) break;  // a sound line, nearly always
      at = end;
    }
    return std::move(line_);
  }

 private:
  [[nodiscard]] std::size_t letter_at(std::size_t at) const {
    if (at >= range_.end) return 0;
    return language::letter_length(text_.data() + at, text_.data() + range_.end);
  }

  /// Nothing but blanks stands before `at` and behind the letters that float last.
  [[nodiscard]] bool goes_on(std::size_t at) const {
    if (line_.floats.empty()) return false;
    const std::size_t last = line_.floats.back().end;
    return std::ranges::all_of(text_.substr(last, at - last), is_blank);
  }

  void add_run(std::size_t begin, std::size_t end) {
    std::size_t letters = 0;
    std::size_t floating = 0;
    std::size_t consonants = 0;
    for (std::size_t at = begin; at < end; ++letters) {
      const CodePoint point = code_point_at(text_, at);
      floating += may_float(point.value) ? 1U : 0U;
      consonants += is_consonant(text_.substr(at, point.length)) ? 1U : 0U;
      at += point.length;
    }
    const bool ends = end >= range_.end || is_blank(text_[end]);
    const bool begins = begin == range_.begin || is_blank(text_[begin - 1]) ||
                        std::string_view(":.,;").find(text_[begin - 1]) != std::string_view::npos;
    if (floating == letters && letters <= most_together && begins && ends) {
      line_.letters += letters;
      if (goes_on(begin)) {
        line_.floats.back().end = end;
      } else {
        line_.floats.push_back({begin, end});
      }
      return;
    }
    line_.inner += floating;
    if (consonants == letters && letters <= most_consonants) ++line_.torn;
  }

  std::string_view text_;
  LineRange range_;
  FloatLine line_;
};

/// The letters with the blank between them and the words: the one behind, at the end of a line the
/// one before.
LineRange with_blank(std::string_view text, LineRange letters, LineRange line) {
  const bool after_blank = letters.begin > line.begin && is_blank(text[letters.begin - 1]);
  if (letters.begin != line.begin && !after_blank) return letters;
  if (letters.end < line.end) {
    ++letters.end;
  } else if (after_blank) {
    --letters.begin;
  }
  return letters;
}

}  // namespace

EditList find_floated_letters(std::string_view text) {
  EditList edits;
  std::set<char32_t> kinds;
  std::size_t letters = 0;
  std::size_t torn = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const LineRange range = line_around(text, begin);
    begin = range.end + 1;
    const FloatLine line = LineReader(text, range).read();
    if (!line.floats_here()) continue;
    letters += line.letters;
    torn += line.torn;
    for (const LineRange& one : line.floats) {
      kinds.insert(code_point_at(text, one.begin).value);
      const LineRange gone = with_blank(text, one, range);
      edits.push_back({static_cast<std::uint32_t>(gone.begin),
                       static_cast<std::uint32_t>(gone.end),
                       {},
                       RepairKind::dropped_glyph,
                       confidence});
    }
  }
  const bool proved = letters >= fewest_letters && kinds.size() >= fewest_kinds &&
                      torn * 2 >= letters * torn_to_two;
  if (!proved) edits.clear();
  return edits;
}

}  // namespace vanban::repair_stage

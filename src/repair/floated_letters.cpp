// A PDF that draws its marked letters with a font of their own gives them away in a place of their
// own: "ộ ậ ự ạ Đ c l p – T  do – H nh phúc", "g m:ồ". In the words stand blanks, which the
// language model fills; the letters at the ends of the line, or behind a sign, in no order that
// tells where they belong, are words of no text and keep the model from seeing what was lost. They
// go, where a document proves that its lines are of that kind: no such letter stands within a word,
// words are torn, and most lines with such letters are so.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "language/letters.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/passes.hpp"
#include "repair/signs.hpp"

namespace vanban::repair_stage {
namespace {

constexpr double confidence = 0.95;
/// So many letters that are no words must float, of so many kinds, for two of them one torn word.
constexpr std::size_t fewest_letters = 10;
constexpr std::size_t fewest_kinds = 4;
/// So many lines with such letters in their words, and no more than half as many others, end it.
constexpr std::size_t most_others = 64;
/// A consonant cluster: "ngh", "đ".
constexpr std::size_t most_consonants = 3;
/// Letters that stood side by side in one word: "ườ".
constexpr std::size_t most_together = 3;
/// Words of a line that proves something, beside those letters: "ở đc" and "b ẻ" are short.
constexpr std::size_t fewest_words = 3;
/// Letters that people write by themselves prove nothing.
constexpr std::u32string_view words_of_one_letter = U"ởỞạẠừỪờỜồỒợỢơƠổỔủỦ";

/// ư, ơ and the block of letters with two marks or a dot, of either case.
bool may_float(char32_t point) {
  return (point >= 0x1EA0 && point <= 0x1EF9) || point == 0x1A0 || point == 0x1A1 ||
         point == 0x1AF || point == 0x1B0;
}

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

/// A run of letters.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t letters = 0;
  std::size_t floating = 0;  ///< letters that could
  bool consonants = true;
};

/// A line and what floats in it.
struct FloatLine {
  std::vector<LineRange> floats;  ///< those side by side are one
  std::size_t letters = 0;        ///< that float and are no words
  std::size_t torn = 0;           ///< words of consonants alone
  bool has_inner = false;         ///< a letter that could float stands in a word
  bool proves = false;
};

class LineReader {
 public:
  LineReader(std::string_view text, LineRange range) : text_(text), range_(range) {}

  FloatLine read() {
    cut();
    if (line_.has_inner) return std::move(line_);
    // All letters of a spaced heading stand alone.
    const auto is_single = [](const Run& run) { return run.letters == 1; };
    const auto others =
        std::ranges::count_if(runs_, [](const Run& run) { return run.floating != run.letters; });
    const auto singles = std::ranges::count_if(
        runs_, [&](const Run& run) { return run.floating == 0 && is_single(run); });
    const bool spaced = singles * spaced_of > others * spaced_share;
    for (std::size_t i = 0; i < runs_.size() && !line_.has_inner; ++i) add(i);
    if (line_.has_inner || spaced) line_.floats.clear();
    line_.proves = !line_.floats.empty() && others >= static_cast<std::ptrdiff_t>(fewest_words);
    return std::move(line_);
  }

 private:
  /// More than six of seven.
  static constexpr std::ptrdiff_t spaced_of = 7;
  static constexpr std::ptrdiff_t spaced_share = 6;

  [[nodiscard]] std::size_t letter_at(std::size_t at) const {
    if (at >= range_.end) return 0;
    return language::letter_length(text_.data() + at, text_.data() + range_.end);
  }

  /// Stops at a letter that stands in its word: a sound line, nearly always.
  void cut() {
    for (std::size_t at = range_.begin; at < range_.end && !line_.has_inner;) {
      if (letter_at(at) == 0) {
        at += language::code_point_length(text_[at]);
        continue;
      }
      Run run{at, at};
      while (const std::size_t length = letter_at(run.end)) {
        const CodePoint point = code_point_at(text_, run.end);
        run.floating += may_float(point.value) ? 1U : 0U;
        run.consonants =
            run.consonants && language::is_consonant(text_.substr(run.end, point.length));
        ++run.letters;
        run.end += length;
      }
      line_.has_inner =
          run.floating != 0 && (run.floating != run.letters || run.letters > most_together);
      at = run.end;
      runs_.push_back(run);
    }
  }

  void add(std::size_t i) {
    const Run& run = runs_[i];
    if (run.floating == 0) {
      if (run.consonants && run.letters <= most_consonants) ++line_.torn;
      return;
    }
    if (!is_out_of_place(i)) {
      line_.has_inner = true;
      return;
    }
    for (std::size_t at = run.begin; at < run.end;) {
      const CodePoint point = code_point_at(text_, at);
      if (words_of_one_letter.find(point.value) == std::u32string_view::npos) ++line_.letters;
      at += point.length;
    }
    if (goes_on(run.begin)) {
      line_.floats.back().end = run.end;
    } else {
      line_.floats.push_back({run.begin, run.end});
    }
  }

  /// At the head or the end of the line, or behind a sign; not within it, nor behind "n +".
  [[nodiscard]] bool is_out_of_place(std::size_t i) const {
    constexpr std::string_view signs_of_sums = "+-=<>/";
    const Run& run = runs_[i];
    const bool ends_here = run.end >= range_.end || is_blank(text_[run.end]);
    const std::size_t before = text_.substr(0, run.begin).find_last_not_of(" \t");
    const bool opens = before == std::string_view::npos || before < range_.begin;
    if (!ends_here || opens || goes_on(run.begin)) return ends_here;
    const bool after_letter = i > 0 && runs_[i - 1].end == before + 1;
    if (after_letter) return closes_line(i);
    return signs_of_sums.find(text_[before]) == std::string_view::npos;
  }

  /// Nothing but letters that float stands behind.
  [[nodiscard]] bool closes_line(std::size_t i) const {
    const bool last =
        std::ranges::all_of(runs_.begin() + static_cast<std::ptrdiff_t>(i), runs_.end(),
                            [](const Run& run) { return run.floating == run.letters; });
    const std::size_t end = runs_.back().end;
    return last && std::ranges::all_of(text_.substr(end, range_.end - end), is_blank);
  }

  /// Nothing but blanks stands before `at` and behind the letters that float last.
  [[nodiscard]] bool goes_on(std::size_t at) const {
    if (line_.floats.empty()) return false;
    const std::size_t last = line_.floats.back().end;
    return std::ranges::all_of(text_.substr(last, at - last), is_blank);
  }

  std::string_view text_;
  LineRange range_;
  std::vector<Run> runs_;
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
  std::size_t lines = 0;
  std::size_t others = 0;  // lines with such letters in their words
  for (std::size_t begin = 0; begin < text.size();) {
    LineRange range = line_around(text, begin);
    begin = range.end + 1;
    if (range.end > range.begin && text[range.end - 1] == '\r') --range.end;
    const FloatLine line = LineReader(text, range).read();
    others += line.has_inner ? 1U : 0U;
    if (others > most_others + 2 * lines) return {};
    if (line.proves) {
      ++lines;
      letters += line.letters;
      torn += line.torn;
    }
    for (const LineRange& one : line.floats) {
      if (line.proves) kinds.insert(code_point_at(text, one.begin).value);
      const LineRange gone = with_blank(text, one, range);
      edits.push_back({static_cast<std::uint32_t>(gone.begin),
                       static_cast<std::uint32_t>(gone.end),
                       {},
                       RepairKind::dropped_glyph,
                       confidence});
    }
  }
  const bool proved = letters >= fewest_letters && kinds.size() >= fewest_kinds &&
                      torn * 2 >= letters && lines > others;
  if (!proved) edits.clear();
  return edits;
}

}  // namespace vanban::repair_stage

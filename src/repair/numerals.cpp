// What a reader of scans makes of "II. NỘI DUNG" is "ll. NỘI DUNG", "1I. NỘI DUNG", "H. NỘI DUNG".
// To the language model these are markers like others. But headings in capitals are counted, and
// the one before and the one behind say which numeral stood there: also where a stroke is gone that
// stood beside others, "II" between "II" and "IV".
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/letters.hpp"
#include "repair/passes.hpp"

namespace vanban::repair_stage {
namespace {

constexpr double confidence = 0.97;
constexpr std::size_t longest_numeral = 5;    // letters: "XVIII"
constexpr std::size_t fewest_capitals = 4;    // of a heading
constexpr std::size_t longest_heading = 240;  // bytes

constexpr auto numerals =
    std::to_array<std::string_view>({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X",
                                     "XI", "XII", "XIII", "XIV", "XV"});

/// What a sign is of a numeral; nothing where it is of none.
struct Sign {
  char printed;
  std::string_view meant;
};
constexpr Sign signs[] = {{'I', "I"}, {'V', "V"}, {'X', "X"}, {'l', "I"}, {'1', "I"}, {'|', "I"},
                          {'!', "I"}, {'v', "V"}, {'x', "X"}, {'i', "I"}, {'H', "II"}};

struct Heading {
  std::size_t begin = 0;
  std::size_t size = 0;
  std::size_t value = 0;  ///< from 1
  bool misread = false;
  bool doubtful = false;  ///< digits alone, or a letter that divisions have: the next one must tell
  bool restored = false;  ///< read as what was meant
};

/// The text is in capitals, and long enough for a heading.
bool is_capitals(std::string_view line) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t length = language::letter_length(line.data() + at, line.data() + line.size());
    if (length == 0) {
      at += language::code_point_length(line[at]);
      continue;
    }
    std::array<char, 4> folded{};
    language::fold_letter(line.data() + at, length, folded.data());
    if (std::memcmp(folded.data(), line.data() + at, length) == 0) return false;
    ++capitals;
    at += length;
  }
  return capitals >= fewest_capitals;
}

/// The heading that the line is, if its marker may be a numeral.
Heading read_heading(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::string_view may_begin = "IVXl1|!vxiH";
  std::size_t first = 0;
  while (begin + first < end && (text[begin + first] == ' ' || text[begin + first] == '\t'))
    ++first;
  if (begin + first == end || may_begin.find(text[begin + first]) == std::string_view::npos) {
    return {};
  }
  Heading heading;
  const std::string_view line = text.substr(begin, end - begin);
  std::string meant;  // of so few letters that nothing is allocated
  std::size_t at = first;
  bool letters = false;
  bool wide = false;
  bool small = false;
  for (; at < line.size() && at - first < longest_numeral; ++at) {
    const auto* const sign = std::ranges::find(signs, line[at], &Sign::printed);
    if (sign == std::end(signs)) break;
    meant += sign->meant;
    letters = letters || line[at] != '1';
    wide = wide || line[at] == 'H';
    small = small || line[at] == 'i' || line[at] == 'v' || line[at] == 'x';
  }
  if (at == first || at >= line.size()) return {};
  const std::string_view printed = line.substr(first, at - first);
  if (line[at] != '.' && line[at] != '-' && line[at] != '/' && line[at] != ')') return {};
  const std::string_view rest = line.substr(at + 1);
  // "1/KH-UBND", "1-KH/TU": a number of a document
  const std::string_view first_word = rest.substr(0, rest.find(' '));
  const bool is_number = line[at] == '/' || first_word.find('/') != std::string_view::npos ||
                         first_word.size() == rest.size();
  if ((line[at] == '/' || line[at] == '-') && !rest.starts_with(' ') && is_number) return {};
  // Cells of a table have bars around them.
  if (printed.starts_with('|') && rest.find('|') != std::string_view::npos) return {};
  if (rest.size() > longest_heading || !is_capitals(rest)) return {};
  const auto* const numeral = std::ranges::find(numerals, meant);
  if (numeral == numerals.end()) return {};
  heading.begin = begin + first;
  heading.size = printed.size();
  heading.value = static_cast<std::size_t>(numeral - numerals.begin()) + 1;
  heading.misread = printed != meant;
  heading.doubtful = !letters || printed == "H" || (printed.size() == 1 && heading.misread);
  // "ii) ..." counts in small numerals.
  if (heading.misread && small && printed.find_first_of("l1|!H") == std::string_view::npos)
    return {};
  return heading;
}

/// The numeral `value`, from 1, without one of its strokes is the numeral `printed`.
bool has_lost_stroke(std::size_t value, std::size_t printed) {
  if (value > numerals.size() || printed > numerals.size()) return false;
  std::string shorter(numerals[value - 1]);
  const std::size_t stroke = shorter.find('I');
  if (stroke == std::string::npos) return false;
  shorter.erase(stroke, 1);
  return shorter == numerals[printed - 1];
}

/// What stands behind heading `i` goes on from its value, or begins anew. `sure` is the next that
/// is as it was printed, if there is one.
bool goes_on(const std::vector<Heading>& headings, std::size_t i, std::size_t sure) {
  if (sure < headings.size()) {
    const std::size_t misread = sure - i - 1;
    const auto follows = [&](std::size_t value) {
      return value > headings[i].value && value <= headings[i].value + 1 + misread;
    };
    const std::size_t value = headings[sure].value;
    if (follows(value)) return true;
    for (std::size_t k = value + 1; k <= numerals.size(); ++k) {
      if (follows(k) && has_lost_stroke(k, value)) return true;
    }
    return value == 1 && !headings[i].doubtful;
  }
  if (!headings[i].doubtful) return true;
  // Others that were misread tell as much, if they are no doubtful ones.
  return i + 1 < headings.size() && !headings[i + 1].doubtful &&
         headings[i + 1].value == headings[i].value + 1;
}

/// What a line counts with that may be no heading in capitals: "I: ...", "PHẦN I", "2. ...".
struct Count {
  std::size_t line = 0;
  std::size_t number = 0;  ///< of Arabic digits
  char sign = '\0';        ///< behind it
  bool part = false;       ///< "PHẦN THỨ NHẤT"
  bool first = false;      ///< "I"
  bool letter = false;     ///< "A." to "G."
  bool strokes = false;    ///< "H."
};

/// The word at `at`, up to a blank or a sign.
std::string_view word_at(std::string_view line, std::size_t at) {
  const std::size_t end = std::min(line.find_first_of(" \t.:/)-*", at), line.size());
  return line.substr(at, end - at);
}

Count read_count(std::string_view line, std::size_t begin) {
  constexpr std::size_t most_digits = 3;
  Count count;
  count.line = begin;
  const std::size_t first = std::min(line.find_first_not_of(" \t*#>"), line.size());
  std::string_view word = word_at(line, first);
  const std::size_t end = first + word.size();
  const bool marked =
      end < line.size() && std::string_view(".:/)-").find(line[end]) != std::string_view::npos;
  if (!word.empty() && word.size() <= most_digits && marked &&
      word.find_first_not_of("0123456789") == std::string_view::npos) {
    for (const char digit : word) {
      count.number = count.number * 10 + static_cast<std::size_t>(digit - '0');
    }
  }
  if (count.number != 0) count.sign = line[end];
  count.letter = marked && word.size() == 1 && word.front() >= 'A' && word.front() <= 'G';
  count.strokes = marked && word == "H";
  count.first = word == "I";
  count.part = word == "PHẦN" || word == "Phần" || word == "CHƯƠNG" || word == "Chương";
  return count;
}

/// The lines that count, in their order.
std::vector<Count> read_counts(std::string_view text) {
  std::vector<Count> counts;
  for (std::size_t line = 0; line < text.size();) {
    const std::size_t end = std::min(text.find('\n', line), text.size());
    const Count count = read_count(text.substr(line, end - line), line);
    if (count.number != 0 || count.part || count.first || count.letter || count.strokes) {
      counts.push_back(count);
    }
    line = end + 1;
  }
  return counts;
}

/// Says of signs that are digits or letters by themselves whether they count so.
class Lists {
 public:
  explicit Lists(std::string_view text) : counts_(read_counts(text)) {
    letters_ = std::ranges::any_of(counts_, &Count::letter);
    parts_ = std::ranges::any_of(counts_, &Count::part);
    firsts_ = std::ranges::any_of(counts_, &Count::first);
    strokes_ = std::ranges::count_if(counts_, &Count::strokes) > 1;
  }

  /// No misread numeral: "11." where another line has "10." or "12."; "1." before "2.", or where
  /// the text has an "I", parts or divisions; "H." in a text that has "A.", or twice.
  [[nodiscard]] bool holds(std::string_view printed, std::size_t begin) const {
    if (printed == "H") return letters_ || strokes_;
    if (printed.find_first_not_of('1') != std::string_view::npos) return false;
    std::size_t number = 0;
    for (std::size_t digit = 0; digit < printed.size(); ++digit) number = number * 10 + 1;
    if (number > 1) {
      return std::ranges::any_of(counts_, [number](const Count& count) {
        return count.number + 1 == number || count.number == number + 1;
      });
    }
    // The line of the heading itself may begin before its numeral.
    const auto behind = std::ranges::upper_bound(counts_, begin, {}, &Count::line);
    const auto next = std::find_if(behind, counts_.end(), [](const Count& count) {
      return count.number != 0 && count.sign == '.';
    });
    // "1." right beneath it counts anew.
    if (next == behind && next != counts_.end() && next->number == 1) return false;
    return parts_ || firsts_ || letters_ || (next != counts_.end() && next->number == 2);
  }

  /// Divisions or parts, in which numerals begin anew.
  [[nodiscard]] bool are_divided() const { return letters_ || parts_; }

 private:
  std::vector<Count> counts_;
  bool letters_ = false;
  bool parts_ = false;
  bool firsts_ = false;
  bool strokes_ = false;
};

Edit edit_of(const Heading& heading, std::size_t value) {
  return {static_cast<std::uint32_t>(heading.begin),
          static_cast<std::uint32_t>(heading.begin + heading.size),
          std::string(numerals[value - 1]), RepairKind::ocr, confidence};
}

/// Finds numerals that lost a stroke among headings that count.
class Strokes {
 public:
  Strokes(std::string_view text, const std::vector<Heading>& headings)
      : text_(text), headings_(headings) {}

  /// `is_scan`: others were misread, so that the last headings may be without one behind them.
  EditList run(bool is_scan) {
    constexpr std::size_t most_between = 4;
    for (std::size_t first = 0; first < headings_.size();) {
      std::size_t last = first + 1;
      while (last < headings_.size() && last <= first + 1 + most_between &&
             headings_[last].value != expected(first, last)) {
        ++last;
      }
      const bool found = last < headings_.size() && last <= first + 1 + most_between;
      const bool at_end = last == headings_.size() && (is_scan || !edits_.empty());
      if ((found || (at_end && is_one_text(first))) && fits(first, last)) {
        const std::size_t end = std::min(last + 1, headings_.size());
        if (last > first + 1) {
          for (std::size_t i = first; i < end; ++i) restore(i, expected(first, i));
        }
        first = last;
      } else {
        ++first;
      }
    }
    return std::move(edits_);
  }

 private:
  [[nodiscard]] std::size_t expected(std::size_t first, std::size_t i) const {
    return headings_[first].value + i - first;
  }

  /// Between two headings each is as it counts, or lacks a stroke.
  [[nodiscard]] bool fits(std::size_t first, std::size_t last) const {
    for (std::size_t i = first + 1; i < last; ++i) {
      const std::size_t value = expected(first, i);
      if (headings_[i].value != value && !has_lost_stroke(value, headings_[i].value)) return false;
    }
    return true;
  }

  /// Nobody signs behind heading `first`: what follows is of the same text.
  [[nodiscard]] bool is_one_text(std::size_t first) const {
    const std::size_t begin = headings_[first].begin;
    const std::string_view rest = text_.substr(begin, headings_.back().begin - begin);
    return rest.find("\nNơi nhận") == std::string_view::npos &&
           rest.find("\nPHỤ LỤC") == std::string_view::npos;
  }

  void restore(std::size_t i, std::size_t value) {
    const Heading& heading = headings_[i];
    const bool reads_right = !heading.misread || heading.restored;
    if (heading.value != value || !reads_right) edits_.push_back(edit_of(heading, value));
  }

  std::string_view text_;
  const std::vector<Heading>& headings_;
  EditList edits_;
};

}  // namespace

EditList find_misread_numerals(std::string_view text) {
  std::vector<Heading> headings;
  bool any = false;
  std::size_t last = 0;  // the value of the heading before
  for (std::size_t line = 0; line < text.size();) {
    const char* const begin = text.data() + line;
    const void* const found = std::memchr(begin, '\n', text.size() - line);
    const std::size_t end =
        found == nullptr ? text.size()
                         : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
    const Heading heading = read_heading(text, line, end);
    if (heading.size != 0) headings.push_back(heading);
    if (heading.size != 0) {
      const bool begins = heading.value == 1 && last != 1;
      any = any || heading.misread || (heading.value != last + 1 && !begins);
      last = heading.value;
    }
    line = end + 1;
  }
  EditList edits;
  if (!any) return edits;
  const Lists lists(text);
  std::vector<std::size_t> sure(headings.size());  // the next heading behind each, as printed
  for (std::size_t i = headings.size(), next = i; i-- > 0;) {
    sure[i] = next;
    if (!headings[i].misread) next = i;
  }
  std::size_t before = 0;  // the value of the heading before
  for (std::size_t i = 0; i < headings.size(); ++i) {
    Heading& heading = headings[i];
    if (heading.misread) {
      if (heading.value != before + 1 || !goes_on(headings, i, sure[i])) continue;
      if (lists.holds(text.substr(heading.begin, heading.size), heading.begin)) continue;
      edits.push_back(edit_of(heading, heading.value));
      heading.restored = true;
    }
    before = heading.value;
  }
  // Signs that are numbers or divisions by themselves are no more than that.
  std::erase_if(headings, [](const Heading& heading) {
    return heading.doubtful && heading.misread && !heading.restored;
  });
  const bool is_scan = !edits.empty() && !lists.are_divided();
  for (Edit& edit : Strokes(text, headings).run(is_scan)) edits.push_back(std::move(edit));
  std::ranges::sort(edits, {}, &Edit::begin);
  return edits;
}

}  // namespace vanban::repair_stage

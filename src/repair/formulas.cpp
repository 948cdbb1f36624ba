// Some lines stand in every paper: the national title, its motto, the names of councils and of
// sections. One that lost a letter needs no other damage in the document to be known: all its other
// words are there, in their order, and nothing else is on the line. Where the document is damaged
// otherwise, the lattice knows more.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/any_byte.hpp"
#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "language/tone_places.hpp"
#include "repair/code_points.hpp"
#include "repair/passes.hpp"

namespace vanban::repair_stage {
namespace {

constexpr double confidence = 0.99;
constexpr std::size_t most_words = 14;
constexpr std::size_t longest_line = 160;    // bytes
constexpr std::size_t longest_motto = 44;    // bytes: the motto, names of sections behind numbers
constexpr std::size_t shortest_line = 8;     // bytes
constexpr std::size_t most_lost = 2;         // letters of a word
constexpr std::size_t words_a_lost_one = 3;  // one of so many may be damaged
constexpr std::size_t most_damaged_words = 2;

enum class Ends : std::uint8_t { with_line, with_a_name, numbered_line };

struct Formula {
  std::string_view printed;
  Ends ends = Ends::with_line;
};

/// What stands behind the name of a council, if anything does.
constexpr std::string_view place_kinds[] = {
    "tỉnh", "thành", "huyện", "quận", "thị", "xã", "phường", "đặc", "các", "cấp", "tp",
};

// clang-format off
constexpr auto formulas = std::to_array<Formula>({
    {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"}, {"Độc lập - Tự do - Hạnh phúc"},
    {"ĐẢNG CỘNG SẢN VIỆT NAM"},
    {"ỦY BAN NHÂN DÂN", Ends::with_a_name}, {"HỘI ĐỒNG NHÂN DÂN", Ends::with_a_name},
    {"TM. ỦY BAN NHÂN DÂN", Ends::with_a_name}, {"TM. HỘI ĐỒNG NHÂN DÂN", Ends::with_a_name},
    {"MỤC ĐÍCH, YÊU CẦU"}, {"TỔ CHỨC THỰC HIỆN"}, {"NỘI DUNG THỰC HIỆN"},
    {"KINH PHÍ THỰC HIỆN"}, {"THỜI GIAN THỰC HIỆN"}, {"NHIỆM VỤ, GIẢI PHÁP"},
    {"NHIỆM VỤ VÀ GIẢI PHÁP"}, {"NHIỆM VỤ TRỌNG TÂM"}, {"GIẢI PHÁP THỰC HIỆN"},
    {"THỜI GIAN, ĐỊA ĐIỂM"}, {"THỜI GIAN VÀ ĐỊA ĐIỂM"},
    {"Mục đích", Ends::numbered_line}, {"Yêu cầu", Ends::numbered_line},
    {"Mục tiêu", Ends::numbered_line}, {"Nội dung", Ends::numbered_line},
    {"Nhiệm vụ", Ends::numbered_line}, {"Giải pháp", Ends::numbered_line},
    {"Kinh phí", Ends::numbered_line}, {"Đối tượng", Ends::numbered_line},
    {"MỤC ĐÍCH", Ends::numbered_line}, {"YÊU CẦU", Ends::numbered_line},
    {"MỤC TIÊU", Ends::numbered_line}, {"NHIỆM VỤ", Ends::numbered_line},
    {"GIẢI PHÁP", Ends::numbered_line}, {"KINH PHÍ", Ends::numbered_line},
});
// clang-format on

struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] std::size_t size() const { return end - begin; }
};

/// The words of a line; more than fit make it none of these.
struct Words {
  std::array<Word, most_words> at{};
  std::size_t count = 0;
  bool fits = true;
};

Words words_of(std::string_view line) {
  Words words;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t letter = language::letter_length(line.data() + at, line.data() + line.size());
    if (letter == 0) {
      at += std::max<std::size_t>(code_point_at(line, at).length, 1);
      continue;
    }
    if (words.count == most_words) {
      words.fits = false;
      return words;
    }
    Word& word = words.at[words.count++];
    word.begin = at;
    while (at < line.size()) {
      const std::size_t next = language::letter_length(line.data() + at, line.data() + line.size());
      if (next == 0) break;
      at += next;
    }
    word.end = at;
  }
  return words;
}

/// A formula as it is compared.
struct Row {
  std::string_view printed;
  std::string folded;
  Words words;
  Ends ends = Ends::with_line;
};

const std::array<Row, formulas.size()>& rows() {
  static const std::array<Row, formulas.size()> made = [] {
    std::array<Row, formulas.size()> all;
    for (std::size_t i = 0; i < all.size(); ++i) {
      all[i] = {formulas[i].printed, language::place_tones(language::fold(formulas[i].printed)),
                words_of(formulas[i].printed), formulas[i].ends};
    }
    return all;
  }();
  return made;
}

/// `rest` is `whole` without one or two of its letters.
bool lost_letters(std::string_view rest, std::string_view whole) {
  std::size_t lost = 0;
  std::size_t at = 0;
  for (std::size_t from = 0; from < whole.size();) {
    const CodePoint letter = code_point_at(whole, from);
    from += letter.length;
    if (at < rest.size() && code_point_at(rest, at).value == letter.value) {
      at += letter.length;
    } else if (++lost > most_lost) {
      return false;
    }
  }
  return at == rest.size() && lost != 0;
}

bool is_capitals(std::string_view word, std::string_view folded) {
  for (std::size_t at = 0; at < word.size(); at += code_point_at(word, at).length) {
    if (code_point_at(word, at).value == code_point_at(folded, at).value) return false;
  }
  return true;
}

/// "I." or "II)" before the formula.
bool is_numeral(std::string_view word) {
  constexpr std::size_t longest = 5;
  return word.size() <= longest &&
         std::ranges::all_of(word, [](char c) { return c == 'I' || c == 'V' || c == 'X'; });
}

/// "1. " or "## 2.1) " before the formula.
bool is_number(std::string_view marker) {
  bool digits = false;
  for (const char c : marker) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit && std::string_view(" .)/-#*").find(c) == std::string_view::npos) return false;
    digits = digits || digit;
  }
  return digits;
}

/// Nearly all lines are sentences: one of their first letters is a small one. What is left is in
/// capitals, or as short as the motto and the names of sections behind numbers.
bool may_be_formula(std::string_view line) {
  constexpr int first_letters = 4;
  if (line.size() < shortest_line || line.size() > longest_line) return false;
  std::size_t at = std::min(line.find_first_not_of(" #*|>_-+"), line.size());
  if (line.size() <= longest_motto && at < line.size()) {
    const bool number = line[at] >= '0' && line[at] <= '9';
    const std::size_t dash = line.find('-', at);
    if (number || (dash != std::string_view::npos && line[dash - 1] == ' ')) return true;
  }
  for (int i = 0; i < first_letters && at < line.size(); ++i) {
    if (line[at] >= 'a' && line[at] <= 'z') return false;
    at += std::max<std::size_t>(code_point_at(line, at).length, 1);
  }
  return true;
}

class LineReader {
 public:
  LineReader(std::string_view text, std::size_t begin, std::size_t end, EditList& edits)
      : line_(text.substr(begin, end - begin)), begin_(begin), edits_(edits) {}

  void read() {
    const Words words = words_of(line_);
    if (!words.fits || words.count < 2) return;
    const bool numeral =
        is_numeral(line_.substr(words.at[0].begin, words.at[0].end - words.at[0].begin));
    const bool numbered = numeral || is_number(line_.substr(0, words.at[0].begin));
    for (const Row& row : rows()) {
      if (row.ends == Ends::numbered_line && !numbered) continue;
      if (may_be_damaged(row, words, 0) && is_damaged(row, words, 0)) return;
      if (numeral && may_be_damaged(row, words, 1) && is_damaged(row, words, 1)) return;
    }
  }

 private:
  /// Whether the words from `first` on may be those of the row: whichever is damaged, the first or
  /// the last is whole.
  [[nodiscard]] bool may_be_damaged(const Row& row, const Words& words, std::size_t first) const {
    const std::size_t count = words.count - first;
    const bool all = row.ends != Ends::with_a_name;
    if (count < row.words.count || (all && count != row.words.count)) return false;
    const std::size_t last = row.words.count - 1;
    return may_be_whole(row, 0, words.at[first]) || may_be_whole(row, last, words.at[first + last]);
  }

  /// By its length and its first letter: folding and placing tones keep the one, and change the
  /// other only from a capital, or where it is a vowel ("Uỷ", "ủy").
  [[nodiscard]] bool may_be_whole(const Row& row, std::size_t i, const Word& here) const {
    const Word& there = row.words.at[i];
    if (here.size() != there.size()) return false;
    const char printed = line_[here.begin];
    const char small = printed >= 'A' && printed <= 'Z' ? static_cast<char>(printed + 32) : printed;
    const char expected = row.folded[there.begin];
    return small == expected || expected == '\xE1';
  }

  /// Makes the edits where the words from `first` on are those of the row but for lost letters.
  bool is_damaged(const Row& row, const Words& words, std::size_t first) {
    const std::size_t count = words.count - first;
    const std::size_t last = row.words.count - 1;
    const bool all = row.ends != Ends::with_a_name;
    if (folded_.empty()) folded_ = language::place_tones(language::fold(line_));
    if (!is_whole(row, 0, words.at[first]) && !is_whole(row, last, words.at[first + last])) {
      return false;
    }
    std::array<std::size_t, most_damaged_words> damaged{};
    std::size_t found = 0;
    // Two words behind a number are few: the whole one is printed as here, the other has letters.
    const bool few = row.ends == Ends::numbered_line;
    const std::size_t allowed =
        few ? 1 : std::min(row.words.count / words_a_lost_one, most_damaged_words);
    const bool capitals =
        is_capitals(row.printed.substr(0, row.words.at[0].end),
                    std::string_view(row.folded).substr(0, row.words.at[0].end)) &&
        row.words.at[0].end > code_point_at(row.printed, 0).length;
    for (std::size_t i = 0; i < row.words.count; ++i) {
      const Word& here = words.at[first + i];
      const Word& there = row.words.at[i];
      const auto word = std::string_view(folded_).substr(here.begin, here.end - here.begin);
      const auto whole = std::string_view(row.folded).substr(there.begin, there.end - there.begin);
      if (capitals && !is_capitals(line_.substr(here.begin, here.end - here.begin), word)) {
        return false;
      }
      if (word == whole) {
        const bool as_here =
            line_.substr(here.begin, word.size()) == row.printed.substr(there.begin, whole.size());
        if (few && !as_here) return false;
        continue;
      }
      if (found == allowed || !lost_letters(word, whole)) return false;
      // "3. Giải áp" is a treatment, "Nội du" may be a name.
      if (few && (language::is_syllable(word) || code_point_at(word, 0).length == word.size())) {
        return false;
      }
      if (touches_other_damage(here)) return false;
      damaged[found++] = i;
    }
    if (!all && count > row.words.count) {
      const Word& next = words.at[first + row.words.count];
      const auto kind = std::string_view(folded_).substr(next.begin, next.end - next.begin);
      if (std::ranges::find(place_kinds, kind) == std::end(place_kinds)) return false;
    }
    for (std::size_t k = 0; k < found; ++k) {
      const Word& here = words.at[first + damaged[k]];
      const Word& there = row.words.at[damaged[k]];
      edits_.push_back({static_cast<std::uint32_t>(begin_ + here.begin),
                        static_cast<std::uint32_t>(begin_ + here.end),
                        std::string(row.printed.substr(there.begin, there.end - there.begin)),
                        RepairKind::dropped_letter, confidence});
    }
    return true;
  }

  [[nodiscard]] bool is_whole(const Row& row, std::size_t i, const Word& here) const {
    const Word& there = row.words.at[i];
    return std::string_view(folded_).substr(here.begin, here.end - here.begin) ==
           std::string_view(row.folded).substr(there.begin, there.end - there.begin);
  }

  /// A digit in the place of a letter, or the blank that a letter left beside one more.
  [[nodiscard]] bool touches_other_damage(const Word& word) const {
    const auto is_digit = [&](std::size_t at) { return line_[at] >= '0' && line_[at] <= '9'; };
    const auto blank = [&](std::size_t at) { return line_[at] == ' '; };
    const bool left =
        word.begin > 0 && (is_digit(word.begin - 1) ||
                           (word.begin > 1 && blank(word.begin - 1) && blank(word.begin - 2)));
    const bool right =
        word.end < line_.size() &&
        (is_digit(word.end) ||
         (word.end + 1 < line_.size() && blank(word.end) &&
          (blank(word.end + 1) || line_[word.end + 1] == ':' || line_[word.end + 1] == '.')));
    return left || right;
  }

  std::string_view line_;
  std::size_t begin_;
  EditList& edits_;
  std::string folded_;  ///< the line as it is compared, once a row has words as long as its own
};

/// A column ends at a pipe or a wide blank; few lines have one.
bool may_have_columns(std::string_view line) {
  using byte_step::Flag;
  using byte_step::is;
  const auto is_sign = [](const char* at) {
    return static_cast<Flag>(is(static_cast<std::uint8_t>(*at), '|') |
                             is(static_cast<std::uint8_t>(*at), '\t'));
  };
  const auto is_blank = [](const char* at) { return is(static_cast<std::uint8_t>(*at), ' '); };
  const char* const begin = line.data();
  return is_sign(begin) != 0 || is_sign(begin + 1) != 0 ||
         any_byte(begin + 2, begin + line.size(), [&](const char* at) {
           return static_cast<Flag>(is_sign(at) |
                                    (is_blank(at) & is_blank(at - 1) & is_blank(at - 2)));
         });
}

std::size_t end_of_column(std::string_view line, std::size_t at) {
  return std::min({line.find('|', at), line.find('\t', at), line.find("   ", at), line.size()});
}

}  // namespace

EditList find_damaged_formulas(std::string_view text) {
  EditList edits;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (may_be_formula(line)) {
      const bool columns = may_have_columns(line);
      for (std::size_t at = 0; at < line.size();) {
        const std::size_t stop = columns ? end_of_column(line, at) : line.size();
        if (stop - at >= shortest_line) LineReader(text, begin + at, begin + stop, edits).read();
        at = stop + 1;
      }
    }
    begin = end + 1;
  }
  return edits;
}

}  // namespace vanban::repair_stage

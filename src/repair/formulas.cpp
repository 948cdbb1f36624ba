// Some lines stand in every paper: the national title, its motto, the names of councils, of
// sections and of those who sign. One that lost a letter needs no other damage in the document to
// be known: all its other words are there, in their order, and nothing else is on the line.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "language/letters.hpp"
#include "language/tone_places.hpp"
#include "repair/code_points.hpp"
#include "repair/passes.hpp"

namespace vanban::repair_stage {
namespace {

constexpr double confidence = 0.99;
constexpr std::size_t most_words = 14;
constexpr std::size_t longest_line = 160;    // bytes
constexpr std::size_t most_lost = 2;         // letters of a word
constexpr std::size_t words_a_lost_one = 3;  // whole words that each damaged one needs beside it
constexpr std::size_t most_damaged_words = 2;

enum class Ends : std::uint8_t { with_line, with_a_name, numbered_line };

struct Formula {
  std::string_view printed;
  Ends ends = Ends::with_line;
};

// clang-format off
constexpr auto formulas = std::to_array<Formula>({
    {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"}, {"Độc lập - Tự do - Hạnh phúc"},
    {"ĐẢNG CỘNG SẢN VIỆT NAM"}, {"ĐOÀN TNCS HỒ CHÍ MINH"},
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

class LineReader {
 public:
  LineReader(std::string_view text, std::size_t begin, std::size_t end, EditList& edits)
      : line_(text.substr(begin, end - begin)), begin_(begin), edits_(edits) {}

  void read() {
    const Words words = words_of(line_);
    if (!words.fits || words.count < 2) return;
    folded_ = language::place_tones(language::fold(line_));
    if (folded_.size() != line_.size()) return;
    const bool numeral =
        is_numeral(line_.substr(words.at[0].begin, words.at[0].end - words.at[0].begin));
    const bool numbered = numeral || is_number(line_.substr(0, words.at[0].begin));
    for (const Row& row : rows()) {
      if (row.ends == Ends::numbered_line && !numbered) continue;
      if (is_damaged(row, words, 0) || (numeral && is_damaged(row, words, 1))) return;
    }
  }

 private:
  /// Makes the edits where the words from `first` on are those of the row but for lost letters.
  bool is_damaged(const Row& row, const Words& words, std::size_t first) {
    const std::size_t count = words.count - first;
    const bool all = row.ends != Ends::with_a_name;
    if (count < row.words.count || (all && count != row.words.count)) return false;
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
      if (few && code_point_at(word, 0).length == word.size()) return false;
      damaged[found++] = i;
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

  std::string_view line_;
  std::size_t begin_;
  EditList& edits_;
  std::string folded_;
};

}  // namespace

EditList find_damaged_formulas(std::string_view text) {
  constexpr std::size_t shortest_line = 8;  // bytes
  EditList edits;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    // A column ends at a pipe or a wide blank.
    for (std::size_t at = 0; line.size() <= longest_line && at < line.size();) {
      const std::size_t stop =
          std::min({line.find('|', at), line.find('\t', at), line.find("   ", at), line.size()});
      if (stop - at >= shortest_line) LineReader(text, begin + at, begin + stop, edits).read();
      at = stop + 1;
    }
    begin = end + 1;
  }
  return edits;
}

}  // namespace vanban::repair_stage

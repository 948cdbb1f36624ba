#include "outline/glued_notes.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "language/syllable.hpp"
#include "outline/characters.hpp"

namespace vanban::outline {
namespace {

constexpr unsigned most_notes = 1000;
constexpr std::size_t farthest = 150;  // lines between a word and its note

struct Figure {
  std::size_t end = 0;  ///< 0 where none stands
  unsigned number = 0;
};

struct RaisedDigit {
  std::string_view sign;
  unsigned value;
};
constexpr RaisedDigit raised_digits[] = {
    {"\u2070", 0}, {"\u00B9", 1}, {"\u00B2", 2}, {"\u00B3", 3}, {"\u2074", 4},
    {"\u2075", 5}, {"\u2076", 6}, {"\u2077", 7}, {"\u2078", 8}, {"\u2079", 9},
};

/// The number at `at`, of digits or of raised ones, without zeros before it.
Figure number_at(std::string_view line, std::size_t at) {
  Figure figure;
  const auto add = [&figure](unsigned digit) { figure.number = figure.number * 10 + digit; };
  std::size_t end = at;
  while (end < line.size() && is_digit(line[end]) && figure.number < most_notes) {
    add(static_cast<unsigned>(line[end++] - '0'));
  }
  while (end == at || !is_digit(line[at])) {
    const auto* const digit = std::ranges::find_if(raised_digits, [&](const RaisedDigit& row) {
      return line.substr(std::min(end, line.size())).starts_with(row.sign);
    });
    if (digit == std::end(raised_digits) || figure.number >= most_notes) break;
    add(digit->value);
    end += digit->sign.size();
  }
  if (figure.number == 0 || figure.number >= most_notes || line[at] == '0') return {};
  figure.end = end;
  return figure;
}

/// The same, or one in brackets: "(1)".
Figure figure_at(std::string_view line, std::size_t at) {
  if (at >= line.size() || line[at] != '(') return number_at(line, at);
  Figure figure = number_at(line, at + 1);
  if (figure.end == 0 || figure.end >= line.size() || line[figure.end] != ')') return {};
  ++figure.end;
  return figure;
}

/// What ends words that have a note, behind its figure or before it.
constexpr std::string_view closing_signs[] = {"\u201D", ")", "\"", "\u00BB"};

std::size_t closing_sign_before(std::string_view line, std::size_t at) {
  const auto* const sign = std::ranges::find_if(
      closing_signs, [&](std::string_view one) { return line.substr(0, at).ends_with(one); });
  return sign == std::end(closing_signs) ? 0 : sign->size();
}

/// Where the letters begin that end at `end`.
std::size_t letters_begin(std::string_view line, std::size_t end) {
  while (end > 0) {
    std::size_t at = end - 1;
    while (at > 0 && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U) --at;
    if (letter_at(line, at) != end - at) break;
    end = at;
  }
  return end;
}

/// Words that have a number behind them as often as not, as counts over 58 million words have it,
/// and names of parts and places.
constexpr auto numbered_words = std::to_array<std::string_view>({
    "bước",  "bậc",   "bằng", "bảng", "biểu",   "ca",     "cho",   "chuẩn", "chí",    "chỉ",
    "còn",   "có",    "cùng", "cả",   "cấp",    "của",    "cột",   "dài",   "dưới",   "dụ",
    "gian",  "giá",   "giữa", "gấp",  "gần",    "gồm",    "hiện",  "hiệp",  "hoạch",  "hoặc",
    "hình",  "hơn",   "hạn",  "hạng", "hậu",    "hợp",    "khiến", "khoản", "khoảng", "khu",
    "khóa",  "khối",  "kỳ",   "kỷ",   "loại",   "là",     "làm",   "lên",   "lúc",    "lần",
    "lập",   "lộ",    "lớp",  "lục",  "mã",     "mùng",   "mẫu",   "mới",   "mục",    "mức",
    "ngày",  "nhóm",  "nhất", "năm",  "phương", "phường", "phần",  "phố",   "qua",    "quá",
    "quân",  "quý",   "quận", "ra",   "sau",    "suốt",   "số",    "sở",    "theo",   "thiểu",
    "thành", "tháng", "thêm", "thôn", "thứ",    "tiêu",   "trang", "trong", "trên",   "trí",
    "tại",   "tầng",  "tập",  "tới",  "tổ",     "từ",     "và",    "vào",   "vòng",   "về",
    "với",   "vực",   "án",   "đa",   "đai",    "điều",   "điểm",  "đoàn",  "đoạn",   "đây",
    "đó",    "đường", "được", "đến",  "đồng",   "độ",     "đội",   "động",  "đợt",    "đủ",
});

/// How a figure is tied to the word that ends at `end`, a blank before it; null where it counts
/// what the word names.
std::optional<FigureTie> tie_apart(std::string_view line, std::size_t end) {
  const std::size_t begin = letters_begin(line, end);
  const std::string_view word = line.substr(begin, end - begin);
  const bool counts = word.size() <= 2 || !language::is_syllable(word) ||
                      std::ranges::find(numbered_words, word) != numbered_words.end();
  if (counts) return std::nullopt;
  return is_small(line, begin) ? FigureTie::apart : FigureTie::loose;
}

/// A word that may have a note ends at `end`: a syllable, the symbol of a document, or what stands
/// in brackets or quotation marks. "PM10", "m2" and "QH15" are names of their own.
bool ends_word(std::string_view line, std::size_t end, bool in_brackets) {
  if (const std::size_t sign = closing_sign_before(line, end); sign != 0) {
    return letters_begin(line, end - sign) < end - sign;
  }
  const std::size_t begin = letters_begin(line, end);
  const std::string_view word = line.substr(begin, end - begin);
  // Behind a year only brackets tell where the number begins.
  if (in_brackets && begin == end && end > 1 && is_digit(line[end - 1])) return true;
  if (word.size() < 2) return false;
  const bool in_symbol = begin > 0 && (line[begin - 1] == '/' || line[begin - 1] == '-');
  if (in_symbol) return is_capital(line, begin) && word != "QH";
  const bool alone = begin == 0 || (!is_digit(line[begin - 1]) && line[begin - 1] != '.');
  return alone && language::is_syllable(word);
}

/// The words go on behind a figure that ends at `end`, or a sign of the sentence follows.
bool ends_figure(std::string_view line, std::size_t end) {
  constexpr std::string_view signs = ",.;:)\"!?";
  if (end >= line.size() || blank_length(line, end) != 0) return true;
  if (line.substr(end).starts_with("\u201D") || line.substr(end).starts_with("\u00BB")) return true;
  if (signs.find(line[end]) == std::string_view::npos) return false;
  return end + 1 >= line.size() || (!is_digit(line[end + 1]) && letter_at(line, end + 1) == 0);
}

/// "1 Nghị quyết", "1Nghị quyết", "1" on a line of its own: the figure that opens a note.
Figure note_figure(const FoldedText& text, const std::vector<Line>& lines, std::size_t i) {
  if (lines[i].table) return {};
  const std::string_view line = text.printed(lines[i].span);
  const Figure figure = figure_at(line, 0);
  if (figure.end == 0) return {};
  std::string_view words = line.substr(trim_begin(line, figure.end, line.size()));
  if (words.empty()) {
    if (i + 1 == lines.size() || lines[i + 1].table) return {};
    words = text.printed(lines[i + 1].span);
  }
  const bool quoted = words.starts_with("\u201C") || words.front() == '"' || words.front() == '(';
  return quoted || is_capital(words, 0) ? figure : Figure{};
}

/// Goes through the lines from the first to the last.
class Walk {
 public:
  Walk(const FoldedText& text, std::vector<Line>& lines) : text_(text), lines_(lines) {
    for (std::vector<std::size_t>& one : words_) one.resize(most_notes);
  }

  void run() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Figure figure = note_figure(text_, lines_, i);
      if (figure.end != 0 && is_note(figure.number, i)) {
        lines_[i].note = static_cast<std::uint8_t>(figure.end);
        last_ = figure.number;
        last_line_ = i;
        for (std::vector<std::size_t>& one : words_) one[last_] = 0;
        continue;
      }
      const std::string_view line = text_.printed(lines_[i].span);
      for (auto word = find_glued_figure(line, 0); word;
           word = find_glued_figure(line, word->end)) {
        words_[static_cast<std::size_t>(word->tie)][word->number] = i + 1;
      }
    }
  }

 private:
  [[nodiscard]] bool is_note(unsigned number, std::size_t i) const {
    if (number == last_ + 1 && counts_on(i)) return true;
    return (number == last_ + 1 || number == 1) && is_referred(number, i) && !is_of_list(number, i);
  }

  /// The note before stands on this page, its figure alone like this one: whatever the text says,
  /// they count.
  [[nodiscard]] bool counts_on(std::size_t i) const {
    constexpr std::size_t longest = 12;  // lines of a note
    if (last_ == 0 || i > last_line_ + longest || !is_lone(last_line_) || !is_lone(i)) return false;
    for (std::size_t k = last_line_ + 1; k <= i; ++k) {
      if (lines_[k].new_page) return false;
    }
    return ends_page(i);
  }

  /// A word not far before line `i` has the figure `number`, tied to it so.
  [[nodiscard]] bool has_word(FigureTie tie, unsigned number, std::size_t i) const {
    if (number >= most_notes) return false;
    const std::size_t line = words_[static_cast<std::size_t>(tie)][number];
    return line != 0 && i < line + farthest;
  }

  [[nodiscard]] bool is_referred(unsigned number, std::size_t i) const {
    if (has_word(FigureTie::glued, number, i)) return true;
    // Figures stand apart from words where they do from the note, too, which ends its page.
    return has_word(FigureTie::apart, number, i) && is_lone(i) && ends_page(i);
  }

  /// Line `i` is nothing but a figure.
  [[nodiscard]] bool is_lone(std::size_t i) const {
    const std::string_view line = text_.printed(lines_[i].span);
    return figure_at(line, 0).end == line.size();
  }

  /// A page ends a few lines behind line `i`, which is not the number of a page itself.
  [[nodiscard]] bool ends_page(std::size_t i) const {
    constexpr std::size_t most_lines = 24;
    if (lines_[i].new_page || lines_[i + 1].new_page) return false;
    for (std::size_t k = i + 2; k < lines_.size() && k < i + most_lines; ++k) {
      if (lines_[k].new_page) return true;
    }
    return false;
  }

  /// Where the next number follows that no word has, these are lines of a list or a table.
  [[nodiscard]] bool is_of_list(unsigned number, std::size_t i) const {
    constexpr std::size_t nearest = 3;
    for (std::size_t k = i + 1; k < lines_.size() && k <= i + nearest; ++k) {
      if (note_figure(text_, lines_, k).number != number + 1) continue;
      return !is_referred(number + 1, k) && !has_word(FigureTie::loose, number + 1, k);
    }
    return false;
  }

  const FoldedText& text_;
  std::vector<Line>& lines_;
  /// By tie and number: behind the line of the last word that has it.
  std::array<std::vector<std::size_t>, figure_ties> words_;
  unsigned last_ = 0;          ///< number of the note before
  std::size_t last_line_ = 0;  ///< and its line
};

}  // namespace

std::optional<GluedFigure> find_glued_figure(std::string_view line, std::size_t from) {
  constexpr std::string_view digits_and_leads = "123456789(\xC2\xE2";
  for (std::size_t at = line.find_first_of(digits_and_leads, from); at != std::string_view::npos;
       at = line.find_first_of(digits_and_leads, at + 1)) {
    const bool in_brackets = line[at] == '(';
    if (at == 0 || (!in_brackets && is_digit(line[at - 1]))) continue;
    const Figure figure = figure_at(line, at);
    if (figure.end == 0 || !ends_figure(line, figure.end)) continue;
    if (ends_word(line, at, in_brackets)) return GluedFigure{at, figure.end, figure.number};
    if (in_brackets || line[at - 1] != ' ') continue;
    if (const auto tie = tie_apart(line, at - 1)) {
      return GluedFigure{at, figure.end, figure.number, *tie};
    }
  }
  return std::nullopt;
}

unsigned number_of_note(std::string_view line) {
  return figure_at(line, 0).number;
}

void mark_glued_notes(const FoldedText& text, std::vector<Line>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (note_figure(text, lines, i).number == 1) return Walk(text, lines).run();
  }
}

}  // namespace vanban::outline

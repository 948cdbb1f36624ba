#include "repair/lattice/list_markers.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "language/letters.hpp"
#include "repair/lattice/channel.hpp"

namespace vanban::repair_stage::lattice {
namespace {

/// The order in which Vietnamese lists count.
constexpr std::array<std::string_view, 22> list_letters{"a", "b", "c", "d", "đ", "e", "g", "h",
                                                        "i", "k", "l", "m", "n", "o", "p", "q",
                                                        "r", "s", "t", "u", "v", "x"};
constexpr std::size_t none = list_letters.size();
/// The order of a list is good evidence, not proof: authors skip letters.
constexpr double confidence = 0.9;

/// Of headings; more are not counted on.
constexpr std::array<std::string_view, 12> numerals{"I",   "II",   "III", "IV", "V",  "VI",
                                                    "VII", "VIII", "IX",  "X",  "XI", "XII"};
/// Letters whose last one stands before a digit, a bracket: "69/2025/QH15", "(b/c)".
struct Fixed {
  std::string_view letters;
  std::string_view before;  ///< one of these stands there
  std::string_view behind;
};
constexpr std::string_view digits = "0123456789";
constexpr Fixed fixed[] = {
    {"QH", "/", digits},  {"UBTVQH", "/", digits}, {"b/c", "( ", ");,"},
    {"t/h", "( ", ");,"}, {"p/h", "( ", ");,"},    {"c/đ", "( ", ");,"},
};

class LostMarkers {
 public:
  LostMarkers(std::string_view text, const std::vector<std::uint16_t>& lost)
      : text_(text), lost_(lost) {}

  EditList find() && {
    for (std::size_t line = 0; line < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', line), text_.size());
      if (!list_letter(line, end) && !numeral(line, end)) fixed_letters(line, end);
      line = end + 1;
    }
    return std::move(edits_);
  }

 private:
  static std::size_t place_of(std::string_view letter) {
    return static_cast<std::size_t>(std::ranges::find(list_letters, letter) - list_letters.begin());
  }
  [[nodiscard]] bool is_lost(std::string_view letter) const {
    std::array<char, 4> folded{};
    language::fold_letter(letter.data(), letter.size(), folded.data());
    const std::string_view small(folded.data(), letter.size());
    return std::ranges::find(lost_, letter_index(small)) != lost_.end();
  }
  [[nodiscard]] bool is_lost_place(std::size_t place) const {
    return place < none && is_lost(list_letters[place]);
  }

  /// Bytes of the text at `at` that are `letters`, some of them lost; 0 where they are not, or none
  /// is lost.
  [[nodiscard]] std::size_t size_with_losses(std::size_t at, std::string_view letters) const {
    const std::size_t begin = at;
    bool loses = false;
    for (std::size_t i = 0; i < letters.size();) {
      const std::size_t length = language::code_point_length(letters[i]);
      const std::string_view letter = letters.substr(i, length);
      i += length;
      if (text_.substr(at).starts_with(letter)) {
        at += length;
        continue;
      }
      if (at >= text_.size() || text_[at] != ' ' || !is_lost(letter)) return 0;
      loses = true;
      ++at;
    }
    return loses ? at - begin : 0;
  }

  void put(std::size_t at, std::size_t size, std::string_view letters) {
    edits_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size),
                      std::string(letters), RepairKind::dropped_glyph, confidence});
  }

  /// Whether a letter was put before the bracket that opens the line.
  bool list_letter(std::size_t line, std::size_t end) {
    const std::string_view rest = text_.substr(line, end - line);
    const std::size_t start = std::min(rest.find_first_not_of(' '), rest.size());
    const std::string_view first = rest.substr(start);
    if (first.starts_with(") ") && start > 0) {
      const std::size_t next = last_letter_ == none ? 0 : last_letter_ + 1;
      const std::size_t place = is_lost_place(next) ? next : is_lost_place(0) ? 0 : none;
      if (place == none) return false;
      put(line + start - 1, 1, list_letters[place]);
      last_letter_ = place;
      return true;
    }
    if (first.empty()) return false;
    const std::size_t length = language::letter_length(first.data(), first.data() + first.size());
    if (length != 0 && first.substr(length).starts_with(')')) {
      last_letter_ = place_of(first.substr(0, length));
    }
    return false;
  }

  /// Whether the line opens with a numeral of which letters were put back.
  bool numeral(std::size_t line, std::size_t end) {
    constexpr std::string_view may_be_numeral = " IVX";
    const std::string_view rest = text_.substr(line, end - line);
    const std::size_t stop = rest.find_first_not_of(may_be_numeral);
    if (stop == std::string_view::npos || stop == 0 || !rest.substr(stop).starts_with(". ")) {
      return false;
    }
    const std::string_view printed = rest.substr(0, stop);
    const std::string_view whole = printed.substr(std::min(printed.find_first_not_of(' '), stop));
    const auto* const known = std::ranges::find(numerals, whole);
    // The next one, or the first where a part begins; where both could be, neither is put.
    const bool next = fits(line, stop, next_numeral_);
    const bool first = fits(line, stop, 0);
    if (next && first && next_numeral_ != 0 && known == numerals.end()) {
      next_numeral_ = numerals.size();
      return false;
    }
    if (next || first) {
      const std::size_t number = next ? next_numeral_ : 0;
      put(line + indent_, numerals[number].size(), numerals[number]);
      next_numeral_ = number + 1;
      return true;
    }
    next_numeral_ = static_cast<std::size_t>(known - numerals.begin());
    if (known != numerals.end()) {
      ++next_numeral_;
      indent_ = stop - whole.size();
    }
    return false;
  }

  /// Whether the `size` bytes from `line` on are numeral `number`, with letters lost, indented as
  /// the headings before.
  [[nodiscard]] bool fits(std::size_t line, std::size_t size, std::size_t number) const {
    if (number >= numerals.size() || size != indent_ + numerals[number].size()) return false;
    return text_.substr(line, indent_).find_first_not_of(' ') == std::string_view::npos &&
           size_with_losses(line + indent_, numerals[number]) == numerals[number].size();
  }

  void fixed_letters(std::size_t line, std::size_t end) {
    const std::string_view rest = text_.substr(line, end - line);
    for (std::size_t slash_at = rest.find('/'); slash_at != std::string_view::npos;
         slash_at = rest.find('/', slash_at + 1)) {
      const std::size_t at = line + slash_at;
      for (const Fixed& row : fixed) {
        // The slash stands within the letters or before them.
        const std::size_t slash = row.letters.find('/');
        const std::size_t from = slash == std::string_view::npos ? at + 1 : at - slash;
        if (slash != std::string_view::npos && at < line + slash + 1) continue;
        if (from == 0 || row.before.find(text_[from - 1]) == std::string_view::npos) continue;
        const std::size_t size = size_with_losses(from, row.letters);
        if (size == 0 || from + size >= end ||
            row.behind.find(text_[from + size]) == std::string_view::npos) {
          continue;
        }
        put(from, size, row.letters);
        break;
      }
    }
  }

  std::string_view text_;
  const std::vector<std::uint16_t>& lost_;
  EditList edits_;
  std::size_t last_letter_ = none;  ///< of the list that is going on
  std::size_t next_numeral_ = 0;    ///< of the headings
  std::size_t indent_ = 0;          ///< blanks before those
};

/// Markers of which letters are gone without a trace: the one before and the one behind tell which
/// stood there.
class GoneMarkers {
 public:
  explicit GoneMarkers(std::string_view text) : text_(text) {}

  EditList find() && {
    for (std::size_t line = 0; line < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', line), text_.size());
      if (numeral(line, end) || heads(line, end)) {
        items_.push_back({line, {}, 0, true});
      } else {
        item(line, end);
      }
      line = end + 1;
    }
    put_numerals();
    put_items();
    std::ranges::sort(edits_, {}, &Edit::begin);
    return std::move(edits_);
  }

 private:
  /// A line that opens with what may be a marker, all of which may be gone.
  struct Opening {
    std::size_t at = 0;
    std::string_view printed;  ///< without its sign
    std::size_t number = 0;    ///< from 1 on, as it is printed; 0: none
    bool ends_list = false;    ///< a heading, and no item
  };

  static std::size_t number_in(std::span<const std::string_view> order, std::string_view marker) {
    const auto found = std::ranges::find(order, marker);
    return found == order.end() ? 0 : static_cast<std::size_t>(found - order.begin()) + 1;
  }

  [[nodiscard]] std::size_t begin_of(std::size_t line, std::size_t end) const {
    return std::min(text_.find_first_not_of(' ', line), end);
  }

  /// "II. NỘI DUNG", ". NỘI DUNG"
  bool numeral(std::size_t line, std::size_t end) {
    const std::size_t begin = begin_of(line, end);
    const std::size_t stop = std::min(text_.find_first_not_of("IVX", begin), end);
    const std::string_view rest = text_.substr(stop, end - stop);
    if (!rest.starts_with(". ") || !is_capital_at(stop + 2)) return false;
    const std::string_view printed = text_.substr(begin, stop - begin);
    numerals_.push_back({begin, printed, number_in(numerals, printed)});
    return true;
  }

  /// "b) Trồng cây", ") Trồng cây"
  void item(std::size_t line, std::size_t end) {
    const std::size_t begin = begin_of(line, end);
    if (begin == end) return;
    const std::size_t length =
        text_[begin] == ')' ? 0 : language::letter_length(&text_[begin], text_.data() + end);
    const std::string_view rest = text_.substr(begin + length, end - begin - length);
    if (!rest.starts_with(") ") || (length == 0 && text_[begin] != ')')) return;
    const std::string_view printed = text_.substr(begin, length);
    const std::size_t number = number_in(list_letters, printed);
    if (length == 0 && closes_bracket(line)) return;
    if (length == 0 || number != 0) items_.push_back({begin, printed, number});
  }

  /// "1. NỘI DUNG", "B. CHĂM SÓC", "Điều 2.", "CHĂM SÓC": no list goes on behind it.
  [[nodiscard]] bool heads(std::size_t line, std::size_t end) const {
    constexpr std::string_view divisions[] = {"Điều ", "Phần ", "Chương ", "Mục ", "Khoản "};
    const std::size_t begin = begin_of(line, end);
    const std::string_view rest = text_.substr(begin, end - begin);
    if (rest.empty()) return false;
    if (digits.find(rest.front()) != std::string_view::npos) return true;
    if (std::ranges::any_of(divisions, [&](auto word) { return rest.starts_with(word); })) {
      return true;
    }
    if (!is_capital_at(begin)) return false;
    const std::size_t second = begin + language::code_point_length(text_[begin]);
    return second < end && (text_[second] == '.' || text_[second] == '/' || is_capital_at(second));
  }

  /// A bracket that the lines before opened closes there.
  [[nodiscard]] bool closes_bracket(std::size_t line) const {
    constexpr std::size_t farthest = 400;  // bytes
    const std::size_t begin = line - std::min(line, farthest);
    const std::string_view before = text_.substr(begin, line - begin);
    const std::size_t open = before.rfind('(');
    return open != std::string_view::npos && before.find(')', open) == std::string_view::npos;
  }

  [[nodiscard]] bool is_capital_at(std::size_t at) const {
    std::array<char, 4> folded{};
    const char* const letter = text_.data() + at;
    const std::size_t length =
        at < text_.size() ? language::letter_length(letter, text_.data() + text_.size()) : 0;
    return length != 0 && language::fold_letter(letter, length, folded.data());
  }

  /// `whole` without one of its letters, all ASCII.
  static bool lacks_one(std::string_view printed, std::string_view whole) {
    if (printed.size() + 1 != whole.size()) return false;
    const auto differ = std::ranges::mismatch(printed, whole);
    return printed.substr(static_cast<std::size_t>(differ.in1 - printed.begin())) ==
           whole.substr(static_cast<std::size_t>(differ.in2 - whole.begin()) + 1);
  }

  void put(const Opening& one, std::string_view whole) {
    const auto begin = static_cast<std::uint32_t>(one.at);
    edits_.push_back({begin, begin + static_cast<std::uint32_t>(one.printed.size()),
                      std::string(whole), RepairKind::dropped_letter, confidence});
  }

  /// The heading before and the one behind it count on over it.
  void put_numerals() {
    for (std::size_t i = 0; i + 1 < numerals_.size(); ++i) {
      const std::size_t before = i == 0 ? 0 : numerals_[i - 1].number;
      const std::size_t number = before + 1;
      if ((i > 0 && before == 0) || number >= numerals.size()) continue;
      Opening& one = numerals_[i];
      if (one.number == number || numerals_[i + 1].number != number + 1) continue;
      const std::string_view whole = numerals[number - 1];
      if (!lacks_one(one.printed, whole)) continue;
      put(one, whole);
      one.number = number;
    }
  }

  /// A bracket opens the line: what stands before it is gone, and the item before tells what, or
  /// the one behind.
  void put_items() {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      Opening& one = items_[i];
      if (!one.printed.empty() || one.ends_list) continue;
      const std::size_t before = i == 0 ? 0 : items_[i - 1].number;
      const std::size_t behind = i + 1 == items_.size() ? 0 : items_[i + 1].number;
      std::size_t number = 0;
      if (before != 0 && (behind == before + 2 || behind <= 1)) number = before + 1;
      if (number == 0 && behind == 2) number = 1;
      if (number == 0 || number > list_letters.size()) continue;
      put(one, list_letters[number - 1]);
      one.number = number;
    }
  }

  std::string_view text_;
  std::vector<Opening> numerals_;
  std::vector<Opening> items_;
  EditList edits_;
};

}  // namespace

EditList find_gone_markers(std::string_view text) {
  return GoneMarkers(text).find();
}

EditList find_lost_markers(std::string_view text, const std::vector<std::uint16_t>& lost) {
  if (lost.empty()) return {};
  return LostMarkers(text, lost).find();
}

}  // namespace vanban::repair_stage::lattice

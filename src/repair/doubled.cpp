// Where a font has no bold face, some programs draw each letter twice, a little apart, and what
// reads the page finds both: "KKẾẾ HHOOẠẠCCHH", "K KẾ Ế", "KẾ HOẠCHKẾ HOẠCH". No word of Vietnamese
// has all its letters twice, so that one such word with a mark that is a word by halves, or two
// others of three letters beside each other, prove the stretch; numbers, names and abbreviations
// within it go along. Codes are of ASCII and prove nothing: "hhmmss", "TTAA".
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/any_byte.hpp"
#include "language/language_model.hpp"
#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/passes.hpp"
#include "repair/word_choice.hpp"

namespace vanban::repair_stage {
namespace {

using language::LanguageModel;

constexpr double confidence = 0.99;

constexpr std::ptrdiff_t sign_size = 6;

/// Two pairs of letters, "nngg", or of letters parted by a blank, "n ng g", "nn gg".
byte_step::Flag is_sign(const char* at) {
  using byte_step::Flag;
  const auto byte = [at](std::ptrdiff_t i) { return static_cast<std::uint8_t>(at[i]); };
  const auto letter = [byte](std::ptrdiff_t i) {
    return byte_step::in(static_cast<std::uint8_t>(byte(i) | 0x20U), 'a', 'z');
  };
  const auto same = [byte](std::ptrdiff_t i, std::ptrdiff_t j) {
    return byte_step::is(byte(i), byte(j));
  };
  const auto blank = [byte](std::ptrdiff_t i) { return byte_step::is(byte(i), ' '); };
  const Flag pairs = same(0, 1) & same(2, 3) & letter(0) & letter(2);
  const Flag apart = same(0, 1) & blank(2) & same(3, 4) & letter(0) & letter(3);
  const Flag chain = same(0, 2) & blank(1) & same(3, 5) & blank(4) & letter(0) & letter(3);
  return static_cast<Flag>(pairs | apart | chain);
}

/// Where the next sign begins, the size of the text where none does.
std::size_t find_doubled_letters(std::string_view text, std::size_t from) {
  constexpr std::size_t block = 256;
  for (std::size_t begin = from; begin + sign_size <= text.size(); begin += block) {
    const std::size_t end = std::min(begin + block, text.size() - sign_size + 1);
    if (!any_byte(text.data() + begin, text.data() + end, is_sign)) continue;
    for (std::size_t at = begin; at < end; ++at) {
      if (is_sign(text.data() + at) != 0) return at;
    }
  }
  return text.size();
}

bool is_letter(std::string_view text, std::size_t at) {
  return language::letter_length(text.data() + at, text.data() + text.size()) != 0;
}

bool is_digit(char32_t value) {
  return value >= '0' && value <= '9';
}

/// A word of Vietnamese, or an abbreviation that the model knows.
bool is_word(std::string_view word, const LanguageModel& model) {
  constexpr std::size_t shortest_abbreviation = 3;
  return language::is_syllable(word) || (word.size() >= shortest_abbreviation &&
                                         model.find(word) != language::word_class::unknown);
}

struct Unit {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  char32_t value = 0;
  bool letter = false;
};

/// A stretch without blanks: units [first, last) of its line.
struct Token {
  std::size_t first = 0;
  std::size_t last = 0;
  std::uint32_t blanks = 0;  ///< before it
  bool at_edge = false;      ///< first of its line or cell
  [[nodiscard]] std::size_t size() const { return last - first; }
};

/// What a token is if each of its signs stands there several times.
struct Folded {
  std::string text;
  std::size_t words = 0;         ///< that are words of the language
  std::size_t long_words = 0;    ///< of them, those of three letters and more
  bool marked = false;           ///< one of them has a mark
  std::size_t longest_name = 0;  ///< of what is none
  std::size_t size = 0;          ///< characters
  bool changed = false;
  bool bare = false;  ///< neither letters nor digits
};

class Line {
 public:
  Line(std::string_view text, LineRange range, const LanguageModel& model)
      : text_(text), model_(model) {
    cut(range);
  }

  /// Appends the edits of this line; gives the words that prove them.
  std::size_t read(EditList& edits) const {
    std::size_t words = 0;
    EditList found;
    for (const std::size_t times : {4U, 3U, 2U}) words += read_folded(times, found);
    words += read_chains(found);
    words += read_apart(found);
    std::ranges::stable_sort(found, {}, &Edit::begin);
    for (Edit& edit : found) {
      if (edits.empty() || edits.back().end <= edit.begin) edits.push_back(std::move(edit));
    }
    return words;
  }

  /// Words each of which stands there twice, "KẾKẾ HOẠCHHOẠCH"; in a document that doubles.
  void read_words_twice(EditList& edits) const {
    constexpr std::size_t fewest = 2;
    for (std::size_t first = 0; first < tokens_.size();) {
      std::size_t last = first;
      std::size_t words = 0;
      while (last < tokens_.size() && (last == first || !tokens_[last].at_edge) &&
             is_twice(tokens_[last])) {
        words += units_[tokens_[last].first].letter ? 1U : 0U;
        ++last;
      }
      if (words >= fewest) {
        for (std::size_t i = first; i < last; ++i) {
          const std::size_t middle = tokens_[i].first + tokens_[i].size() / 2;
          replace(units_[middle].begin, units_[tokens_[i].last - 1].end, {}, edits);
        }
      }
      first = std::max(last, first + 1);
    }
  }

 private:
  void cut(LineRange range) {
    Token token;
    token.at_edge = true;
    const auto close = [this, &token] {
      token.last = units_.size();
      if (token.last > token.first) {
        tokens_.push_back(token);
        token.blanks = 0;
        token.at_edge = false;
      }
      token.first = token.last;
    };
    for (std::size_t at = range.begin; at < range.end;) {
      const CodePoint point = code_point_at(text_, at);
      const bool edge = point.value == 0x1F || point.value == '\t' || point.value == '|';
      if (point.value == ' ' || edge || point.value == '\r') {
        close();
        token.blanks += point.value == ' ' ? 1U : 0U;
        token.at_edge = token.at_edge || edge;
      } else {
        units_.push_back({static_cast<std::uint32_t>(at),
                          static_cast<std::uint32_t>(at + point.length), point.value,
                          is_letter(text_, at)});
      }
      at += point.length;
    }
    close();
  }

  [[nodiscard]] std::string_view of(std::size_t unit) const {
    return text_.substr(units_[unit].begin, units_[unit].end - units_[unit].begin);
  }
  [[nodiscard]] std::string_view of(const Token& token) const {
    const std::uint32_t begin = units_[token.first].begin;
    return text_.substr(begin, units_[token.last - 1].end - begin);
  }

  static void replace(std::uint32_t begin, std::uint32_t end, std::string by, EditList& edits) {
    edits.push_back({begin, end, std::move(by), RepairKind::font_map, confidence});
  }

  /// Whether units [first, last) are `times` times each of some.
  [[nodiscard]] bool is_fold(std::size_t first, std::size_t last, std::size_t times) const {
    if ((last - first) % times != 0) return false;
    for (std::size_t i = first; i < last; ++i) {
      if (units_[i].value != units_[i - (i - first) % times].value) return false;
    }
    return true;
  }

  /// A quotation mark that stands there once: what is quoted is meant so.
  [[nodiscard]] bool is_quoting(std::size_t first, std::size_t last) const {
    static constexpr std::u32string_view quotes = U"\"'`“”‘’«»";
    return std::any_of(units_.begin() + static_cast<std::ptrdiff_t>(first),
                       units_.begin() + static_cast<std::ptrdiff_t>(last), [](const Unit& one) {
                         return quotes.find(one.value) != std::u32string_view::npos;
                       });
  }

  [[nodiscard]] std::optional<Folded> fold(const Token& token, std::size_t times) const {
    Folded folded;
    folded.bare = true;
    for (std::size_t first = token.first; first < token.last;) {
      std::size_t last = first;
      const bool letters = units_[first].letter;
      const bool digits = is_digit(units_[first].value);
      while (last < token.last && units_[last].letter == letters &&
             is_digit(units_[last].value) == digits) {
        ++last;
      }
      folded.bare = folded.bare && !letters && !digits;
      const bool is_folded = is_fold(first, last, times);
      if (!is_folded && (letters || digits || is_quoting(first, last))) return std::nullopt;
      std::string part;
      const std::size_t step = is_folded ? times : 1;
      for (std::size_t i = first; i < last; i += step) part += of(i);
      const std::size_t size = (last - first) / step;
      folded.size += size;
      folded.changed = folded.changed || is_folded;
      if (letters && size > 1) {
        const bool known = language::is_syllable(part);
        folded.words += known ? 1U : 0U;
        folded.long_words += known && size >= sure_letters ? 1U : 0U;
        folded.marked = folded.marked || (known && part.size() > size);
        if (!known) folded.longest_name = std::max(folded.longest_name, size);
      }
      folded.text += part;
      first = last;
    }
    return folded;
  }

  static constexpr std::size_t sure_letters = 3;
  static constexpr std::size_t sure_words = 2;

  /// Whether a token at an end of a stretch belongs to it.
  [[nodiscard]] bool is_sure_end(std::size_t token, const Folded& folded) const {
    if (folded.words > 0 || folded.longest_name >= sure_letters) return true;
    if (folded.bare) return folded.changed && folded.size == 1;
    return folded.changed && (folded.size > 1 || tokens_[token].at_edge);
  }

  std::size_t read_folded(std::size_t times, EditList& edits) const {
    std::size_t found = 0;
    std::vector<std::optional<Folded>> folded(tokens_.size());
    for (std::size_t i = 0; i < tokens_.size(); ++i) folded[i] = fold(tokens_[i], times);
    for (std::size_t first = 0; first < tokens_.size();) {
      std::size_t last = first;
      while (last < tokens_.size() && folded[last] && (last == first || !tokens_[last].at_edge)) {
        ++last;
      }
      const std::size_t next = std::max(last, first + 1);
      while (first < last && !is_sure_end(first, *folded[first])) ++first;
      while (last > first && !is_sure_end(last - 1, *folded[last - 1])) --last;
      std::size_t words = 0;
      std::size_t long_words = 0;
      bool marked = false;
      for (std::size_t i = first; i < last; ++i) {
        words += folded[i]->words;
        long_words += folded[i]->long_words;
        marked = marked || folded[i]->marked;
      }
      if (marked || long_words >= sure_words) {
        found += words;
        put_folded(first, last, times, folded, edits);
      }
      first = next;
    }
    if (found >= sure_words) read_partly_folded(folded, edits);
    return found;
  }

  void put_folded(std::size_t first, std::size_t last, std::size_t times,
                  const std::vector<std::optional<Folded>>& folded, EditList& edits) const {
    bool blanks_too = true;
    for (std::size_t i = first + 1; i < last; ++i) {
      blanks_too = blanks_too && tokens_[i].blanks == times;
    }
    for (std::size_t i = first; i < last; ++i) {
      const std::uint32_t begin = units_[tokens_[i].first].begin;
      if (blanks_too && i > first) {
        replace(begin - static_cast<std::uint32_t>(times) + 1, begin, {}, edits);
      }
      if (folded[i]->text == of(tokens_[i])) continue;
      replace(begin, units_[tokens_[i].last - 1].end, folded[i]->text, edits);
    }
  }

  /// Words some of whose letters stand there twice, in a line that has others.
  void read_partly_folded(const std::vector<std::optional<Folded>>& folded, EditList& edits) const {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (folded[i]) continue;
      for (std::size_t first = tokens_[i].first; first < tokens_[i].last;) {
        std::size_t last = first;
        std::string word;
        while (last < tokens_[i].last && units_[last].letter) {
          if (last == first || units_[last].value != units_[last - 1].value) word += of(last);
          ++last;
        }
        if (last > first) {
          const std::uint32_t begin = units_[first].begin;
          const std::uint32_t end = units_[last - 1].end;
          const std::string_view printed = text_.substr(begin, end - begin);
          const bool is_meant = word != printed && language::is_syllable(word) &&
                                !language::is_syllable(printed) &&
                                model_.find(printed) == language::word_class::unknown;
          if (is_meant) replace(begin, end, std::move(word), edits);
        }
        first = std::max(last, first + 1);
      }
    }
  }

  /// "K KẾ Ế": each pair begins with the letter that the one before it ends with.
  std::size_t read_chains(EditList& edits) const {
    struct Chain {
      std::size_t first = 0;
      std::size_t last = 0;
      std::string text;
    };
    std::vector<Chain> chains;
    std::size_t words = 0;
    std::size_t longest = 0;
    for (std::size_t first = 0; first < tokens_.size();) {
      std::size_t next = first + 1;
      Chain chain{first, first, {}};
      if (tokens_[first].size() == 1) {
        chain.text = of(tokens_[first].first);
        char32_t before = units_[tokens_[first].first].value;
        std::size_t i = first + 1;
        while (i < tokens_.size() && tokens_[i].size() == 2 && continues(i, before)) {
          chain.text += of(tokens_[i].first + 1);
          before = units_[tokens_[i].first + 1].value;
          ++i;
        }
        if (i > first + 1 && i < tokens_.size() && tokens_[i].size() == 1 && continues(i, before)) {
          chain.last = next = i + 1;
        }
      }
      if (chain.last > first) {
        if (language::is_syllable(chain.text)) {
          ++words;
          longest = std::max(longest, chain.last - chain.first - 1);
        }
        chains.push_back(std::move(chain));
      }
      first = next;
    }
    if (words < sure_words && longest < sure_letters) return 0;
    for (Chain& chain : chains) {
      replace(units_[tokens_[chain.first].first].begin,
              units_[tokens_[chain.last - 1].last - 1].end, std::move(chain.text), edits);
    }
    return words;
  }
  [[nodiscard]] bool continues(std::size_t token, char32_t before) const {
    return tokens_[token].blanks == 1 && !tokens_[token].at_edge &&
           units_[tokens_[token].first].value == before;
  }

  /// "KK ẾẾ": pairs apart from each other; wider blanks part words, or the words themselves do.
  std::size_t read_apart(EditList& edits) const {
    constexpr std::size_t fewest_letters = 4;
    std::size_t found = 0;
    for (std::size_t first = 0; first < tokens_.size();) {
      std::size_t last = first;
      while (last < tokens_.size() && tokens_[last].size() == 2 &&
             is_fold(tokens_[last].first, tokens_[last].last, 2) &&
             (last == first || !tokens_[last].at_edge)) {
        ++last;
      }
      if (last - first >= fewest_letters) found += read_pairs(first, last, edits);
      first = std::max(last, first + 1);
    }
    return found;
  }

  std::size_t read_pairs(std::size_t first, std::size_t last, EditList& edits) const {
    std::string text;
    std::size_t words = 0;
    std::size_t others = 0;
    for (std::size_t begin = first; begin < last;) {
      std::size_t end = begin + 1;
      while (end < last && tokens_[end].blanks == 1) ++end;
      if (begin > first) text += ' ';
      for (std::size_t i = begin; i < end;) {
        std::string letters;
        while (i < end && units_[tokens_[i].first].letter) letters += of(tokens_[i++].first);
        if (letters.empty()) {
          text += of(tokens_[i++].first);
          continue;
        }
        const bool numeral = letters.find_first_not_of("IVX") == std::string::npos;
        const auto parts = numeral ? std::vector<std::string>{} : part(letters);
        words += parts.size();
        if (!numeral && parts.empty() && language::code_point_length(letters[0]) != letters.size())
          ++others;
        text += parts.empty() ? letters : parts[0];
        for (std::size_t k = 1; k < parts.size(); ++k) text.append(1, ' ').append(parts[k]);
      }
      begin = end;
    }
    if (words < sure_words || others > words) return 0;
    replace(units_[tokens_[first].first].begin, units_[tokens_[last - 1].last - 1].end,
            std::move(text), edits);
    return words;
  }

  /// The likeliest words that letters are made of, none where some belong to no word.
  [[nodiscard]] std::vector<std::string> part(std::string_view letters) const {
    constexpr std::size_t longest = 7;
    constexpr float no_word = 60;
    std::vector<std::uint32_t> begins;
    for (std::size_t at = 0; at < letters.size(); at += language::code_point_length(letters[at])) {
      begins.push_back(static_cast<std::uint32_t>(at));
    }
    const auto pieces = static_cast<std::uint32_t>(begins.size());
    begins.push_back(static_cast<std::uint32_t>(letters.size()));
    std::vector<WordArc> arcs;
    const auto slice = [&](std::uint32_t from, std::uint32_t to) {
      return letters.substr(begins[from], begins[to] - begins[from]);
    };
    for (std::uint32_t from = 0; from < pieces; ++from) {
      arcs.push_back({from, from + 1, language::word_class::unknown, no_word, 0});
      for (std::uint32_t to = from + 1; to <= pieces && to - from <= longest; ++to) {
        const language::WordId word = model_.find(slice(from, to));
        if (word == language::word_class::unknown || !is_word(slice(from, to), model_)) continue;
        arcs.push_back({from, to, word, 0, 1});
      }
    }
    std::vector<std::string> words;
    for (const std::uint32_t arc :
         choose_words(arcs, pieces, std::vector<bool>(pieces + 1, false), model_)) {
      if (arcs[arc].tag == 0) return {};
      words.emplace_back(slice(arcs[arc].from, arcs[arc].to));
    }
    return words;
  }

  /// Whether a token is a word or a number with another behind it that is the same.
  [[nodiscard]] bool is_twice(const Token& token) const {
    const std::size_t half = token.size() / 2;
    if (half < 2 || token.size() % 2 != 0) return false;
    std::string word;
    bool digits = true;
    for (std::size_t i = token.first; i < token.first + half; ++i) {
      if (units_[i].value != units_[i + half].value) return false;
      digits = digits && is_digit(units_[i].value);
      word += of(i);
    }
    return digits || is_word(word, model_);
  }

  std::string_view text_;
  const LanguageModel& model_;
  std::vector<Unit> units_;
  std::vector<Token> tokens_;
};

/// Whether what ends `half` parts things of its own in it: "Nam,Nữ,", "Số lượng|Giá trị|".
bool parts_columns(std::string_view half) {
  if (half.find_first_of("|\t\x1F") != std::string_view::npos) return true;
  constexpr std::string_view ends = ".;:!?)";
  const bool is_sign = static_cast<unsigned char>(half.back()) < 0x80 &&
                       language::byte_class(half.back()) != language::ByteClass::letter &&
                       language::byte_class(half.back()) != language::ByteClass::digit;
  if (!is_sign) return false;
  if (ends.find(half.back()) == std::string_view::npos) return true;
  const std::string_view inside = half.substr(0, half.size() - 1);
  for (std::size_t at = inside.find(half.back()); at != std::string_view::npos;
       at = inside.find(half.back(), at + 1)) {
    if (at + 1 < inside.size() && inside[at + 1] != ' ') return true;
  }
  return false;
}

LineRange without_space(std::string_view text, LineRange line) {
  const auto is_space = [](char byte) { return byte == ' ' || byte == '\r' || byte == '\t'; };
  while (line.begin < line.end && is_space(text[line.begin])) ++line.begin;
  while (line.end > line.begin && is_space(text[line.end - 1])) --line.end;
  return line;
}

/// Whether a text is several words, as far as its letters make any.
bool says_words(std::string_view text, const LanguageModel& model) {
  constexpr std::size_t long_enough = 3;
  std::set<std::string> words;
  std::size_t others = 0;
  bool long_word = false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (const std::size_t length =
               language::letter_length(text.data() + end, text.data() + text.size())) {
      end += length;
    }
    if (end > at) {
      const std::string_view word = text.substr(at, end - at);
      if (is_word(word, model)) {
        words.insert(language::fold(word));
        long_word = long_word || word.size() >= long_enough;
      } else {
        ++others;
      }
    }
    at = std::max(end, at + 1);
  }
  return words.size() >= 2 && long_word && others <= words.size();
}

/// In capitals, or numbered: such lines are bold.
bool is_heading(std::string_view line) {
  if (is_digit(static_cast<unsigned char>(line.front()))) return true;
  bool capitals = true;
  for (std::size_t at = 0; at < line.size() && capitals;) {
    std::array<char, 4> folded{};
    const char* const begin = line.data() + at;
    const std::size_t length = language::letter_length(begin, line.data() + line.size());
    capitals = length == 0 || language::fold_letter(begin, length, folded.data());
    at += length != 0 ? length : language::code_point_length(line[at]);
  }
  return capitals;
}

/// Where the second half of a line begins that is some words and, without a blank between, the same
/// once more; its end where it is none.
std::size_t second_half(std::string_view text, LineRange line, const LanguageModel& model) {
  constexpr std::size_t shortest = 16;  // bytes
  const std::size_t size = line.end - line.begin;
  if (size < shortest || size % 2 != 0) return line.end;
  const std::size_t middle = line.begin + size / 2;
  const std::string_view half = text.substr(line.begin, size / 2);
  if (half.front() != text[middle] || half != text.substr(middle, size / 2)) return line.end;
  const bool is_twice = without_space(half, {0, half.size()}).end == half.size() &&
                        !parts_columns(half) && says_words(half, model);
  return is_twice ? middle : line.end;
}

template <class Visit>
void for_each_line(std::string_view text, const Visit& visit) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    visit(LineRange{begin, end});
    begin = end + 1;
  }
}

/// Both in order, but for those of `more` that touch one of `edits`.
EditList with_more(EditList edits, const EditList& more) {
  if (more.empty()) return edits;
  EditList out;
  auto next = edits.begin();
  for (const Edit& one : more) {
    while (next != edits.end() && next->begin < one.end) out.push_back(std::move(*next++));
    if (out.empty() || out.back().end <= one.begin) out.push_back(one);
  }
  out.insert(out.end(), std::make_move_iterator(next), std::make_move_iterator(edits.end()));
  return out;
}

}  // namespace

EditList find_doubled(std::string_view text) {
  const LanguageModel& model = LanguageModel::builtin();
  EditList edits;
  constexpr std::size_t fewest_words = 2;
  std::size_t words = 0;
  for (std::size_t at = find_doubled_letters(text, 0); at < text.size();) {
    const LineRange line = line_around(text, at);
    words += Line(text, line, model).read(edits);
    at = find_doubled_letters(text, line.end);
  }
  if (words >= fewest_words) {
    edits.clear();
    for_each_line(text, [&](LineRange line) { Line(text, line, model).read(edits); });
  }
  // Lines that are drawn twice as a whole prove it where several are headings, or long: two columns
  // that ran together have the same few words, too.
  constexpr std::size_t fewest_sure = 2;
  constexpr std::size_t long_line = 40;  // bytes
  EditList whole_lines;
  std::size_t sure = 0;
  EditList words_twice;
  for_each_line(text, [&](LineRange range) {
    const LineRange line = without_space(text, range);
    const std::size_t middle = second_half(text, line, model);
    if (middle < line.end) {
      whole_lines.push_back({static_cast<std::uint32_t>(middle),
                             static_cast<std::uint32_t>(line.end),
                             {},
                             RepairKind::font_map,
                             confidence});
      const std::string_view half = text.substr(line.begin, middle - line.begin);
      sure += half.size() >= long_line || is_heading(half) ? 1U : 0U;
    } else if (words >= fewest_words) {
      Line(text, range, model).read_words_twice(words_twice);
    }
  });
  if (words < fewest_words && sure < fewest_sure) whole_lines.clear();
  return with_more(with_more(std::move(edits), whole_lines), words_twice);
}

}  // namespace vanban::repair_stage

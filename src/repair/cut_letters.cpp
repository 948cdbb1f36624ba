// A program that reads a file in pieces and decodes each by itself cuts letters in two where the
// pieces meet, and shows U+FFFD for the halves: "ch\uFFFD\uFFFD trì". There are few of them, far
// apart, so that no document proves anything: each is asked of the language model. What is known:
// a letter of ASCII cannot be cut, and a letter has no more signs than bytes. A quotation mark or a
// bullet may be what was cut, at the edge of a word.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/language_model.hpp"
#include "language/letter_numbers.hpp"
#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "language/words.hpp"
#include "repair/byte_scan.hpp"
#include "repair/mentions.hpp"
#include "repair/passes.hpp"
#include "repair/word_choice.hpp"

namespace vanban::repair_stage {
namespace {

using language::LanguageModel;
using language::WordId;

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::size_t longest_letter = 3;  // bytes
/// Stands for a cut letter while a line is parted into words.
constexpr char stand_in = 'x';
/// Nats of what is still cut.
constexpr float left_cut = 30;
/// Nats of a cut sign at the edge of a word that is one without it. One U+FFFD alone is rarely half
/// of a letter, which leaves two.
constexpr float cut_sign = 4;
constexpr float lone_sign = 1;
/// Nats of another letter where one may have lost its last byte as a hard blank: at the end of a
/// word, with one sign.
constexpr float not_trimmed = 2;
constexpr char hard_blank = '\xA0';
/// Words of three chose, which know more than the pairs that are asked how sure it is.
constexpr double sharpness = 1.6;
constexpr double least_confidence = 0.5;
constexpr double most_confidence = 0.995;

/// Cuts are far apart: where more of the words have one, the text was damaged otherwise.
constexpr std::size_t few_cuts = 8;
constexpr std::size_t words_of_a_cut = 4;

/// A run of signs, for which one letter stands in the line that is read.
struct Cut {
  std::uint32_t at = 0;       ///< in that line
  std::uint32_t signs = 0;    ///< in the text
  std::uint32_t shorter = 0;  ///< bytes that the line has lost up to its end
};
struct CutLines {
  std::string text;
  std::vector<Cut> cuts;
};

/// A run is a letter where it stands at another one: "\uFFFD" alone says nothing.
bool stands_at_letter(std::string_view line, std::size_t begin, std::size_t end) {
  const auto letter_at = [line](std::size_t at) {
    return at < line.size() &&
           language::letter_length(line.data() + at, line.data() + line.size()) != 0;
  };
  if (letter_at(end)) return true;
  std::size_t before = begin;
  while (before > 0) {
    --before;
    if ((static_cast<unsigned char>(line[before]) & 0xC0U) != 0x80U) break;
  }
  return before < begin && letter_at(before);
}

CutLines stand_letters_in(std::string_view line) {
  CutLines out;
  out.text.reserve(line.size());
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at;
    while (line.substr(end).starts_with(replacement)) end += replacement.size();
    const std::size_t signs = (end - at) / replacement.size();
    if (signs == 0) {
      out.text += line[at++];
      continue;
    }
    if (signs <= longest_letter && stands_at_letter(line, at, end)) {
      const std::uint32_t before = out.cuts.empty() ? 0 : out.cuts.back().shorter;
      out.cuts.push_back({static_cast<std::uint32_t>(out.text.size()),
                          static_cast<std::uint32_t>(signs),
                          before + static_cast<std::uint32_t>(end - at - 1)});
      out.text += stand_in;
    } else {
      out.text += line.substr(at, end - at);
    }
    at = end;
  }
  return out;
}

/// The word at hand and its cuts: [first, last) of those of the line.
struct DamagedWord {
  language::Word word;
  std::size_t first = 0;
  std::size_t last = 0;
  [[nodiscard]] bool is_cut() const { return first < last; }
};

class Mender {
 public:
  Mender(std::string_view text, LineRange lines, const LanguageModel& model)
      : text_(text),
        begin_(lines.begin),
        cut_(stand_letters_in(text.substr(lines.begin, lines.end - lines.begin))),
        model_(model) {}

  /// Adds the edits; gives how many cut words stand there.
  std::size_t mend(EditList& edits) {
    if (cut_.cuts.empty()) return 0;
    read_words();
    const auto cut = static_cast<std::size_t>(std::ranges::count_if(words_, &DamagedWord::is_cut));
    if (cut > few_cuts && cut * words_of_a_cut > words_.size()) return cut;
    look_at_lines();
    std::vector<bool> boundary;
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
      boundary.push_back(words_[i].word.after_boundary);
      add_readings(i);
    }
    boundary.push_back(true);
    path_ = choose_words(arcs_, static_cast<std::uint32_t>(words_.size()), boundary, model_);
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
      const WordArc& arc = arcs_[path_[i]];
      if (!words_[i].is_cut() || arc.tag == no_spelling) continue;
      const double confidence = confidence_of(i);
      const std::uint32_t begin = in_text(words_[i].word.begin, words_[i].first);
      const std::uint32_t end = in_text(words_[i].word.end, words_[i].last);
      if (confidence < least_confidence || is_in_mention(text_, begin, end)) continue;
      edits.push_back(
          {begin, end, print(i), RepairKind::mojibake, std::min(confidence, most_confidence)});
    }
    return cut;
  }

 private:
  static constexpr std::uint32_t no_spelling = language::format::no_spelling;

  /// Text in another language, taken for UTF-8, is full of such signs: of the whole words of a line
  /// most must be words of this one, and some have letters that others lack. A line with few of
  /// them is judged with those around it.
  struct Count {
    std::size_t whole = 0;
    std::size_t known = 0;
    std::size_t marked = 0;
    void add(const Count& other) {
      whole += other.whole;
      known += other.known;
      marked += other.marked;
    }
    [[nodiscard]] bool is_vietnamese() const {
      constexpr std::size_t fewest = 2;
      return known >= fewest && known * 3 >= whole * 2 && marked * 4 >= known;
    }
  };

  void look_at_lines() {
    constexpr std::size_t enough = 4;  // whole words tell by themselves
    std::vector<Count> lines(1);
    std::vector<std::size_t> line_of;
    std::size_t at = 0;
    for (const DamagedWord& one : words_) {
      const std::string_view between = std::string_view(cut_.text).substr(at, one.word.begin - at);
      if (between.find('\n') != std::string_view::npos) lines.emplace_back();
      at = one.word.end;
      line_of.push_back(lines.size() - 1);
      if (!one.is_cut()) lines.back().add(count_of(one));
    }
    Count all;
    for (const Count& line : lines) all.add(line);
    for (const std::size_t line : line_of) {
      readable_.push_back(lines[line].whole >= enough ? lines[line].is_vietnamese()
                                                      : all.is_vietnamese());
    }
  }

  [[nodiscard]] Count count_of(const DamagedWord& one) const {
    if (one.word.kind != language::WordKind::word || one.word.letters < 2) return {};
    if (model_.classify(one.word) < language::word_class::count) return {1, 0, 0};
    const bool marked = std::ranges::any_of(
        printed(one), [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
    return {1, 1, marked ? std::size_t{1} : 0};
  }

  void read_words() {
    language::WordScanner scanner(cut_.text);
    DamagedWord next;
    std::size_t cut = 0;
    while (scanner.next(next.word)) {
      while (cut < cut_.cuts.size() && cut_.cuts[cut].at < next.word.begin) ++cut;
      next.first = cut;
      while (cut < cut_.cuts.size() && cut_.cuts[cut].at < next.word.end) ++cut;
      next.last = cut;
      words_.push_back(next);
    }
  }

  /// Offset in the text of `at` in the line, `before` cuts behind its begin.
  [[nodiscard]] std::uint32_t in_text(std::size_t at, std::size_t before) const {
    const std::size_t shorter = before == 0 ? 0 : cut_.cuts[before - 1].shorter;
    return static_cast<std::uint32_t>(begin_ + at + shorter);
  }

  [[nodiscard]] std::string_view printed(const DamagedWord& word) const {
    return std::string_view(cut_.text).substr(word.word.begin, word.word.end - word.word.begin);
  }

  void add_readings(std::uint32_t i) {
    const DamagedWord& one = words_[i];
    first_arc_.push_back(static_cast<std::uint32_t>(arcs_.size()));
    if (!one.is_cut()) {
      arcs_.push_back({i, i + 1, model_.classify(one.word), 0, no_spelling});
      return;
    }
    arcs_.push_back({i, i + 1, language::word_class::unknown, left_cut, no_spelling});
    if (!readable_[i] || one.last - one.first > language::format::max_holes ||
        one.word.letters < 2 || !may_be_one_word(one)) {
      return;
    }
    add_sign_beside(i);
    std::string pattern(printed(one));
    for (std::size_t cut = one.first; cut < one.last; ++cut) {
      pattern[cut_.cuts[cut].at - one.word.begin] = language::format::hole;
    }
    pattern = language::fold(pattern);
    for (const std::uint16_t spelling : model_.completions(pattern)) {
      const std::string_view word = model_.text_of(spelling);
      if (!may_be(pattern, word, one)) continue;
      const bool may_be_trimmed = cut_.cuts[one.last - 1].signs == 1 &&
                                  pattern.back() == language::format::hole && at_blank(one);
      const float extra = may_be_trimmed && word.back() != hard_blank ? not_trimmed : 0;
      arcs_.push_back({i, i + 1, model_.word_of(spelling), extra, spelling});
    }
  }

  /// Calls `visit(offset in the word, whether it is a capital)` for each letter that was not cut.
  template <class Visit>
  void for_each_letter_left(const DamagedWord& one, const Visit& visit) const {
    const std::string_view left = printed(one);
    for (std::size_t at = 0, cut = one.first; at < left.size();) {
      const std::size_t length = language::code_point_length(left[at]);
      if (cut < one.last && cut_.cuts[cut].at == one.word.begin + at) {
        ++cut;
      } else {
        std::array<char, 4> folded{};
        visit(at, language::fold_letter(left.data() + at, length, folded.data()));
      }
      at += length;
    }
  }

  /// "ĐÔng" is no word: behind the first letter all are capitals or none.
  [[nodiscard]] bool may_be_one_word(const DamagedWord& one) const {
    std::size_t capitals = 0;
    std::size_t smalls = 0;
    bool first_is_capital = true;
    for_each_letter_left(one, [&](std::size_t at, bool capital) {
      if (at == 0) {
        first_is_capital = capital;
      } else {
        ++(capital ? capitals : smalls);
      }
    });
    return capitals == 0 || (smalls == 0 && first_is_capital);
  }

  /// The word without the sign at its edge, where it is one.
  void add_sign_beside(std::uint32_t i) {
    const DamagedWord& one = words_[i];
    if (one.last - one.first != 1) return;
    const Cut& cut = cut_.cuts[one.first];
    std::string_view rest = printed(one);
    if (cut.at == one.word.begin) {
      rest.remove_prefix(1);
    } else if (cut.at + 1 == one.word.end) {
      rest.remove_suffix(1);
    } else {
      return;
    }
    const WordId word = model_.find(rest);
    if (word < language::word_class::count) return;
    arcs_.push_back({i, i + 1, word, cut.signs == 1 ? lone_sign : cut_sign, no_spelling});
  }

  [[nodiscard]] bool at_blank(const DamagedWord& word) const {
    const std::size_t end = word.word.end;
    return end == cut_.text.size() || cut_.text[end] == ' ' || cut_.text[end] == '\n' ||
           cut_.text[end] == '\r';
  }

  /// Letters with enough bytes stand in the holes, and it is a word of the language.
  [[nodiscard]] bool may_be(std::string_view pattern, std::string_view spelling,
                            const DamagedWord& word) const {
    std::size_t cut = word.first;
    std::size_t at = 0;
    for (const char c : pattern) {
      if (c != language::format::hole) {
        ++at;
        continue;
      }
      const std::size_t bytes = language::code_point_length(spelling[at]);
      if (bytes < 2 || bytes < cut_.cuts[cut++].signs) return false;
      at += bytes;
    }
    return language::is_syllable(spelling);
  }

  [[nodiscard]] WordId word_at(std::ptrdiff_t i) const {
    if (i < 0 || i >= static_cast<std::ptrdiff_t>(path_.size())) {
      return language::word_class::boundary;
    }
    return arcs_[path_[static_cast<std::size_t>(i)]].word;
  }

  /// Nats of `word` between its neighbours.
  [[nodiscard]] double cost_between(std::uint32_t i, WordId word) const {
    const WordId before = words_[i].word.after_boundary ? WordId{language::word_class::boundary}
                                                        : word_at(std::ptrdiff_t{i} - 1);
    const bool ends = i + 1 == words_.size() || words_[i + 1].word.after_boundary;
    double cost =
        model_.cost_of_pair(before, word, model_.find_pair(model_.locate_pair(before, word)));
    if (!ends) {
      const WordId next = word_at(std::ptrdiff_t{i} + 1);
      cost += model_.cost_of_pair(word, next, model_.find_pair(model_.locate_pair(word, next)));
    }
    return cost;
  }

  /// The share of the word that was chosen among all that fit.
  [[nodiscard]] double confidence_of(std::uint32_t i) const {
    const WordArc& chosen = arcs_[path_[i]];
    const double cost = cost_between(i, chosen.word) + chosen.extra;
    double all = 0;
    for (std::size_t at = first_arc_[i]; at < arcs_.size() && arcs_[at].from == i; ++at) {
      const WordArc& arc = arcs_[at];
      if (arc.word == language::word_class::unknown) continue;
      if (arc.word == chosen.word && arc.tag != chosen.tag) continue;  // its other spelling
      all += std::exp(sharpness * (cost - cost_between(i, arc.word) - arc.extra));
    }
    return all > 0 ? 1 / all : 0;
  }

  /// The word in the letters that are printed; the case of the others is theirs.
  [[nodiscard]] std::string print(std::uint32_t i) const {
    const DamagedWord& one = words_[i];
    const std::string_view left = printed(one);
    std::size_t capitals = 0;
    std::size_t smalls = 0;
    for_each_letter_left(one, [&](std::size_t, bool capital) { ++(capital ? capitals : smalls); });
    const WordArc& chosen = arcs_[path_[i]];
    const bool first_is_cut = cut_.cuts[one.first].at == one.word.begin;
    const auto costs = model_.case_costs(word_at(std::ptrdiff_t{i} - 1), chosen.word,
                                         word_at(std::ptrdiff_t{i} + 1), one.word.after_boundary);
    const bool all =
        smalls == 0 && capitals > 0 && (capitals > 1 || first_is_cut || is_among_capitals(i));
    const bool title = all || (smalls > 0 && costs.title < costs.lower);
    const std::string_view spelling = model_.text_of(static_cast<std::uint16_t>(chosen.tag));
    std::string out;
    std::size_t cut = one.first;
    for (std::size_t from = 0, at = 0; from < spelling.size();) {
      const std::size_t length = language::code_point_length(spelling[from]);
      if (cut < one.last && cut_.cuts[cut].at == one.word.begin + at) {
        const std::uint16_t index = language::letter_index(spelling.substr(from, length));
        const bool capital = from == 0 ? title : all;
        language::append_letter(capital ? language::capital_of(index) : index, out);
        ++cut;
        ++at;
      } else {
        const std::size_t own = language::code_point_length(left[at]);
        out += left.substr(at, own);
        at += own;
      }
      from += length;
    }
    return out;
  }

  /// A word beside it is in capitals.
  [[nodiscard]] bool is_among_capitals(std::uint32_t i) const {
    const auto upper = [this](std::size_t at) {
      return at < words_.size() && words_[at].word.letters > 1 &&
             words_[at].word.letter_case == language::LetterCase::upper;
    };
    return upper(i + std::size_t{1}) || (i > 0 && upper(i - std::size_t{1}));
  }

  std::string_view text_;
  std::size_t begin_;  ///< of the lines in the text
  CutLines cut_;
  const LanguageModel& model_;
  std::vector<DamagedWord> words_;
  std::vector<bool> readable_;  ///< by word: its line is in the language
  std::vector<WordArc> arcs_;
  std::vector<std::uint32_t> first_arc_;  ///< of each word
  std::vector<std::uint32_t> path_;
};

}  // namespace

EditList find_cut_letters(std::string_view text) {
  const LanguageModel& model = LanguageModel::builtin();
  EditList edits;
  std::size_t cut = 0;  // words
  for (std::size_t at = text.find(replacement); at != std::string_view::npos;) {
    // With the line before and the one behind, which may be of the same sentence.
    LineRange lines = line_around(text, at);
    std::size_t last = lines.end;
    for (at = text.find(replacement, last); at != std::string_view::npos;
         at = text.find(replacement, last)) {
      const LineRange next = line_around(text, at);
      if (next.begin > last + 1) break;
      last = next.end;
    }
    if (lines.begin > 0) lines.begin = line_around(text, lines.begin - 1).begin;
    lines.end = last < text.size() ? line_around(text, last + 1).end : last;
    cut += Mender(text, lines, model).mend(edits);
  }
  // Where most stay, the text was damaged otherwise.
  return edits.size() * 2 >= cut ? edits : EditList{};
}

}  // namespace vanban::repair_stage

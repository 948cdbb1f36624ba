// A reader of files that has no letters with marks puts a blank in the place of each of their
// bytes: "Ngh         nh n   y quy      nh" is "Nghị định này quy định". Which letters are lost is
// then the same throughout, so that every word has one printed form, and a line is a row of such
// forms with a blank between. Words are looked up by what is printed of them; the language model
// chooses among those that print the same, and tells the blank between words from a letter.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "language/language_model.hpp"
#include "language/letter_numbers.hpp"
#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "repair/code_points.hpp"
#include "repair/passes.hpp"
#include "repair/word_choice.hpp"

namespace vanban::repair_stage {
namespace {

using language::LanguageModel;
using language::WordId;

constexpr double confidence = 0.95;
constexpr std::size_t longest_form = 24;  // bytes
/// Words that print the same, the frequent ones.
constexpr std::size_t most_alike = 40;
constexpr std::size_t most_of_one = 20;      ///< of which one letter is printed
constexpr std::size_t most_of_nothing = 12;  ///< or none
/// Nats of a word that no form explains, and of a blank that parts nothing; where there are so many
/// that they set text apart, hardly any.
constexpr float unknown_word = 16;
constexpr float idle_blank = 6;
constexpr float setting_blank = 0.5F;
constexpr std::size_t longest_run = 16;
constexpr std::size_t most_lead = 8;  ///< of "được" with its blank: 7
/// So many words there must be, and of them such a share be known.
constexpr std::size_t fewest_words = 20;
constexpr double least_known = 0.9;
/// Of all words so many must have lost some letters and kept two or more, which are no syllable:
/// single letters among blanks are the form of some word, whatever they are.
constexpr double least_damaged = 0.25;

bool is_plain(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}
char lower(char byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
}

/// How a word of the model is printed.
class Forms {
 public:
  explicit Forms(const LanguageModel& model) {
    std::string form;
    for (std::size_t spelling = language::word_class::count; spelling < model.spellings();
         ++spelling) {
      const std::string_view word = model.text_of(static_cast<std::uint16_t>(spelling));
      form.clear();
      for (std::size_t at = 0; at < word.size();) {
        const std::size_t length = language::code_point_length(word[at]);
        if (length == 1) {
          form += word[at];
        } else {
          form.append(length, ' ');
        }
        at += length;
      }
      if (form.size() > longest_form || form == word) continue;
      words_[form].push_back(static_cast<std::uint16_t>(spelling));
    }
    const auto cost = [&model](std::uint16_t spelling) {
      return model.unigram_cost(model.word_of(spelling));
    };
    for (auto& [printed, spellings] : words_) {
      std::ranges::sort(spellings, {}, cost);
      const auto letters = std::ranges::count_if(printed, is_plain);
      const std::size_t most = letters == 0   ? most_of_nothing
                               : letters == 1 ? most_of_one
                                              : most_alike;
      if (spellings.size() > most) spellings.resize(most);
      longest_ = std::max(longest_, printed.size());
    }
  }

  [[nodiscard]] const std::vector<std::uint16_t>* find(const std::string& printed) const {
    const auto found = words_.find(printed);
    return found == words_.end() ? nullptr : &found->second;
  }
  [[nodiscard]] std::size_t longest() const { return longest_; }

 private:
  std::unordered_map<std::string, std::vector<std::uint16_t>> words_;
  std::size_t longest_ = 0;
};

/// A word as it is read.
struct ReadWord {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint16_t spelling = language::format::no_spelling;  ///< none: it is what is printed
  WordId word = language::word_class::unknown;
  bool begins = false;  ///< a line or a sentence
};

/// The words of one line.
class LineReader {
 public:
  LineReader(std::string_view text, std::size_t begin, std::size_t end, const Forms& forms,
             const LanguageModel& model)
      : line_(text.substr(begin, end - begin)),
        indent_(std::min(line_.find_first_not_of(' '), line_.size())),
        offset_(begin),
        forms_(forms),
        model_(model) {}

  void read(std::vector<ReadWord>& words, std::size_t& known, std::size_t& all) {
    places_.assign(line_.size() + 1, no_place);
    boundary_at_.assign(line_.size() + 1, false);
    places_[0] = 0;
    for (std::size_t at = 0; at < line_.size(); ++at) {
      if (places_[at] != no_place) leave(at);
    }
    if (places_[line_.size()] == no_place) return;
    number_places();
    for (const std::uint32_t one : choose_words(arcs_, count_, sorted_boundary_, model_)) {
      const Step& step = steps_[arcs_[one].tag];
      if (step.kind == Step::Kind::nothing) continue;
      ++all;
      if (step.kind != Step::Kind::strange) ++known;
      words.push_back({offset_ + step.begin, offset_ + step.end, step.spelling, arcs_[one].word,
                       sorted_boundary_[arcs_[one].from]});
    }
  }

 private:
  struct Step {
    enum class Kind : std::uint8_t { nothing, word, strange };
    Kind kind = Kind::nothing;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint16_t spelling = language::format::no_spelling;
  };
  static constexpr std::uint32_t no_place = 0xFFFFFFFF;

  /// What stands before a place parts sentences where it does for any way that leads there.
  void reach(std::size_t at, bool boundary) {
    places_[at] = 0;
    boundary_at_[at] = boundary_at_[at] || boundary;
  }

  void add(std::size_t from, std::size_t to, Step step, WordId word, float extra, bool boundary) {
    reach(to, boundary);
    raw_.push_back({from, to, word, extra});
    steps_.push_back(step);
  }

  /// What stands behind a word that ends at `at`: where the next one begins, and whether it is
  /// another sentence's. npos where a word cannot end there.
  [[nodiscard]] std::size_t behind(std::size_t at, bool& boundary) const {
    boundary = false;
    std::size_t next = at;
    while (next < line_.size() && !is_plain(line_[next]) && line_[next] != ' ') {
      const char c = line_[next];
      if (c >= '0' && c <= '9') break;
      boundary = boundary || c == '.' || c == ':' || c == ';' || c == '|';
      ++next;
    }
    if (next >= line_.size()) return line_.size();
    if (line_[next] == ' ') return next + 1;
    return next > at ? next : std::string_view::npos;
  }

  static bool is_sign(char byte) {
    return !is_plain(byte) && byte != ' ' && (byte < '0' || byte > '9');
  }

  /// The blank at `at` is one of many.
  [[nodiscard]] bool is_in_long_run(std::size_t at) const {
    std::size_t begin = at;
    while (begin > 0 && at - begin < longest_run && line_[begin - 1] == ' ') --begin;
    std::size_t end = at;
    while (end < line_.size() && end - begin < longest_run && line_[end] == ' ') ++end;
    return end - begin >= longest_run;
  }

  /// All that may begin at `at`.
  void leave(std::size_t at) {
    bool boundary = false;
    std::string printed;
    std::size_t longest = std::min(forms_.longest(), line_.size() - at);
    // No word begins with so many blanks.
    if (line_.substr(at, most_lead).find_first_not_of(' ') == std::string_view::npos &&
        is_in_long_run(at)) {
      longest = 0;
    }
    for (std::size_t length = 1; length <= longest; ++length) {
      const char byte = line_[at + length - 1];
      if (!is_plain(byte) && byte != ' ') break;
      printed += lower(byte);
      const std::size_t next = behind(at + length, boundary);
      if (next == std::string_view::npos) continue;
      const std::vector<std::uint16_t>* const alike = forms_.find(printed);
      if (alike == nullptr) continue;
      if (byte == ' ' && printed.find_first_not_of(' ') == std::string::npos &&
          is_in_long_run(at)) {
        continue;
      }
      for (const std::uint16_t spelling : *alike) {
        add(at, next, {Step::Kind::word, at, at + length, spelling}, model_.word_of(spelling), 0,
            boundary);
      }
    }
    if (line_[at] == ' ') {
      const bool sets_apart = at < indent_ || is_in_long_run(at);
      add(at, at + 1, {}, language::word_class::boundary, sets_apart ? setting_blank : idle_blank,
          false);
      return;
    }
    if (is_sign(line_[at])) {  // a quotation mark, a bracket
      add(at, at + language::code_point_length(line_[at]), {}, language::word_class::boundary, 0,
          false);
      return;
    }
    // As it stands: up to the next blank.
    std::size_t end = at;
    while (end < line_.size() && line_[end] != ' ' && line_[end] != '/' && line_[end] != '-') ++end;
    if (end == at) ++end;
    const std::size_t next = end < line_.size() && line_[end] == ' ' ? end + 1 : end;
    std::size_t word_end = end;
    while (word_end > at && !is_plain(line_[word_end - 1]) &&
           (line_[word_end - 1] < '0' || line_[word_end - 1] > '9')) {
      --word_end;
    }
    const std::string_view word = line_.substr(at, word_end - at);
    const char last = line_[end - 1];
    const bool stops = last == '.' || last == ':' || last == ';' || last == '|';
    if (word.empty()) {
      add(at, next, {}, language::word_class::boundary, 0, true);
      return;
    }
    const PrintedWord look = look_up_word(word, model_);
    const bool strange = look.word == language::word_class::unknown;
    add(at, next, {strange ? Step::Kind::strange : Step::Kind::word, at, word_end}, look.word,
        strange ? unknown_word : look.extra, stops);
  }

  /// Gives the places that were reached numbers in order, and the arcs theirs, which were added in
  /// the order of their beginnings.
  void number_places() {
    std::uint32_t number = 0;
    sorted_boundary_.clear();
    for (std::size_t at = 0; at <= line_.size(); ++at) {
      if (places_[at] == no_place) continue;
      places_[at] = number++;
      sorted_boundary_.push_back(at == 0 || boundary_at_[at]);
    }
    count_ = number - 1;
    for (std::uint32_t i = 0; i < raw_.size(); ++i) {
      arcs_.push_back({places_[raw_[i].from], places_[raw_[i].to], raw_[i].word, raw_[i].extra, i});
    }
  }

  struct Raw {
    std::size_t from;
    std::size_t to;
    WordId word;
    float extra;
  };

  std::string_view line_;
  std::size_t indent_;  ///< blanks that it begins with
  std::size_t offset_;
  const Forms& forms_;
  const LanguageModel& model_;
  std::vector<std::uint32_t> places_;  ///< by byte; `no_place` where no word begins
  std::vector<bool> boundary_at_;
  std::vector<bool> sorted_boundary_;
  std::vector<Raw> raw_;
  std::vector<Step> steps_;
  std::vector<WordArc> arcs_;
  std::uint32_t count_ = 0;
};

/// What a scan of the text counts.
struct Counts {
  std::size_t letters = 0;
  std::size_t marked = 0;  ///< beyond ASCII
  std::size_t runs = 0;    ///< of two letters and more
  std::size_t scraps = 0;  ///< of these, such as no vowel is left in: "ng", "th", "Ngh"
  std::size_t of_two = 0;  ///< gaps of two blanks inside a line
  std::size_t of_three = 0;
};

bool is_vowel(char byte) {
  constexpr std::string_view vowels = "aeiouyAEIOUY";
  return vowels.find(byte) != std::string_view::npos;
}

/// Whether more letters beyond ASCII stand there than would be one in `one_in` if all else were
/// letters: sound text shows that within its first lines.
bool holds_marked_letters(std::string_view text, std::size_t one_in) {
  constexpr std::size_t step = 256;
  std::size_t marked = 0;
  for (std::size_t at = 0; at < text.size() && marked * one_in <= text.size(); at += step) {
    marked += static_cast<std::size_t>(std::ranges::count_if(
        text.substr(at, step), [](char c) { return static_cast<unsigned char>(c) >= 0xC3; }));
  }
  return marked * one_in > text.size();
}

/// Next to no letter beyond ASCII; scraps of words, which columns of sound text have not; and gaps
/// as letters of two and of three bytes leave them.
bool may_have_lost_letters(std::string_view text) {
  constexpr std::size_t one_in = 50;
  constexpr std::size_t fewest = 20;
  constexpr std::size_t scrap_in_runs = 8;
  constexpr std::size_t step = 0x1000;
  if (holds_marked_letters(text, one_in)) return false;
  Counts counts;
  std::size_t blanks = 0;
  std::size_t next_look = step;
  for (std::size_t at = 0; at < text.size();) {
    // Sound text shows at once that it has them.
    if (at >= next_look) {
      next_look = at + step;
      if (counts.marked * one_in > counts.letters) return false;
    }
    if (text[at] == ' ') {
      ++blanks;
      ++at;
      continue;
    }
    if (text[at] != '\n' && at > blanks && text[at - blanks - 1] != '\n') {
      counts.of_two += blanks == 2 ? 1U : 0U;
      counts.of_three += blanks == 3 ? 1U : 0U;
    }
    blanks = 0;
    if (!is_plain(text[at])) {
      counts.marked += static_cast<unsigned char>(text[at]) >= 0xC3 ? 1U : 0U;
      ++at;
      continue;
    }
    const std::size_t begin = at;
    bool vowel = false;
    bool small = false;
    for (; at < text.size() && is_plain(text[at]) && at - begin < step; ++at) {
      vowel = vowel || is_vowel(text[at]);
      small = small || text[at] >= 'a';
    }
    counts.letters += at - begin;
    if (at - begin < 2 || !small) continue;  // abbreviations have no vowels either
    ++counts.runs;
    counts.scraps += vowel ? 0U : 1U;
  }
  return counts.marked * one_in <= counts.letters && counts.scraps >= fewest &&
         counts.scraps * scrap_in_runs >= counts.runs && counts.of_two >= fewest &&
         counts.of_three >= fewest;
}

/// The word in the case of its printed letters; of lost ones it is guessed.
std::string in_case(std::string_view text, const std::vector<ReadWord>& words, std::size_t i,
                    bool among_capitals, const LanguageModel& model) {
  const ReadWord& one = words[i];
  const std::string_view printed = text.substr(one.begin, one.end - one.begin);
  std::size_t capitals = 0;
  std::size_t small = 0;
  for (const char byte : printed) {
    capitals += byte >= 'A' && byte <= 'Z' ? 1U : 0U;
    small += byte >= 'a' && byte <= 'z' ? 1U : 0U;
  }
  const bool first_lost = printed.front() == ' ';
  bool all = small == 0 && (first_lost ? capitals > 0 : capitals > 1);
  if (small == 0 && (capitals == 0 || (!first_lost && capitals == 1))) all = among_capitals;
  bool first = !first_lost && printed.front() >= 'A' && printed.front() <= 'Z';
  if (first_lost && !all) {
    const WordId left = i > 0 && !one.begins ? words[i - 1].word : language::word_class::boundary;
    const WordId right = i + 1 < words.size() ? words[i + 1].word : language::word_class::boundary;
    constexpr float doubt = 0.7F;
    const language::CaseCosts costs = model.case_costs(left, one.word, right, one.begins);
    first = costs.title + doubt < costs.lower;
  }
  return language::with_capitals(model.text_of(one.spelling), all, first);
}

/// Where the line that begins at `begin` ends, or a long one may be parted: at a single blank.
std::size_t end_of_part(std::string_view text, std::size_t begin) {
  constexpr std::size_t most = 2048;
  const std::size_t end = text.substr(begin, most + 1).find('\n');
  if (end != std::string_view::npos) return begin + end;
  if (text.size() - begin <= most) return text.size();
  for (std::size_t at = begin + most - 1; at > begin + most / 2; --at) {
    if (text[at] == ' ' && text[at - 1] != ' ' && text[at + 1] != ' ') return at;
  }
  return begin + most;
}

/// Whether a word stands in capitals; `otherwise` where its letters do not tell.
bool in_capitals(std::string_view printed, bool otherwise) {
  std::size_t capitals = 0;
  for (const char byte : printed) {
    if (byte >= 'a' && byte <= 'z') return false;
    capitals += byte >= 'A' && byte <= 'Z' ? 1U : 0U;
  }
  return capitals > 1 || (capitals == 1 && otherwise) || (capitals == 0 && otherwise);
}

}  // namespace

EditList find_lost_alphabet(std::string_view text) {
  EditList edits;
  if (!may_have_lost_letters(text)) return edits;
  const LanguageModel& model = LanguageModel::builtin();
  const Forms forms(model);
  std::vector<ReadWord> words;
  std::size_t known = 0;
  std::size_t all = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = end_of_part(text, begin);
    if (end > begin) LineReader(text, begin, end, forms, model).read(words, known, all);
    const bool is_parted = end < text.size() && (text[end] == '\n' || text[end] == ' ');
    begin = is_parted ? end + 1 : end;
  }
  const auto damaged = std::ranges::count_if(words, [&](const ReadWord& one) {
    if (one.spelling == language::format::no_spelling) return false;
    std::string letters(text.substr(one.begin, one.end - one.begin));
    std::erase(letters, ' ');
    return letters.size() >= 2 && !language::is_syllable(language::fold(letters));
  });
  const auto share = [all](auto part) {
    return static_cast<double>(part) / static_cast<double>(all);
  };
  if (all < fewest_words || share(known) < least_known || share(damaged) < least_damaged) {
    return edits;
  }
  bool among_capitals = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const ReadWord& one = words[i];
    if (i > 0 && text.substr(words[i - 1].end, one.begin - words[i - 1].end).find('\n') !=
                     std::string_view::npos) {
      among_capitals = false;
    }
    const std::string_view printed = text.substr(one.begin, one.end - one.begin);
    const bool next_in_capitals =
        i + 1 < words.size() &&
        in_capitals(text.substr(words[i + 1].begin, words[i + 1].end - words[i + 1].begin), false);
    if (one.spelling != language::format::no_spelling) {
      edits.push_back({static_cast<std::uint32_t>(one.begin), static_cast<std::uint32_t>(one.end),
                       in_case(text, words, i, among_capitals || next_in_capitals, model),
                       RepairKind::dropped_glyph, confidence});
    }
    among_capitals = in_capitals(printed, among_capitals);
  }
  return edits;
}

}  // namespace vanban::repair_stage

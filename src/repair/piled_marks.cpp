// A page may draw its tone marks apart from the letters, and a reader of it then gathers those of a
// line behind its end, in their order:
//
//     Kê hoach trông cây ̣ ̀      for      Kế hoạch trồng cây, less the mark of "Kế"
//
// The letters have kept what is not a tone (â, ơ, đ), so that each mark is to be given to one of
// the syllables without tone, in order. The language model says to which: a walk over the words of
// the line, on which each word takes the next mark or none, and all marks must be taken in the end.
#include "repair/piled_marks.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "language/language_model.hpp"
#include "language/letters.hpp"
#include "language/surprise.hpp"
#include "language/syllable.hpp"
#include "language/words.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/icu.hpp"
#include "repair/passes.hpp"
#include "repair/signs.hpp"

namespace vanban::repair_stage {
namespace {

using language::Context;
using language::LanguageModel;
using language::Word;

constexpr std::u32string_view tones = U"\u0300\u0301\u0303\u0309\u0323";

bool is_tone(char32_t point) {
  return tones.find(point) != std::u32string_view::npos;
}
/// Blanks, and what stands between two cells of a table.
bool is_blank(char32_t point) {
  return point == U' ' || point == U'\t' || point == 0xA0 || point == 0x1F;
}

/// A syllable has at most so many letters; "nghiêng" has 7.
constexpr std::size_t most_letters = 7;

/// Where the mark stands on two vowels that end a syllable: the document decides.
enum class Placement : std::uint8_t { first_vowel, last_vowel };  // hòa, hoà

Placement placement_of(std::string_view text) {
  constexpr std::string_view first[] = {"òa", "óa", "ọa", "úy", "ủy", "ùy"};
  constexpr std::string_view last[] = {"oà", "oá", "oạ", "uý", "uỷ", "uỳ"};
  std::size_t balance[2] = {};
  const std::string_view sample = text.substr(0, std::size_t{1} << 16U);
  const auto count = [sample](const auto& endings, std::size_t& sum) {
    for (const std::string_view ending : endings) {
      for (std::size_t at = sample.find(ending); at != std::string_view::npos;
           at = sample.find(ending, at + 1)) {
        const char* const behind = sample.data() + at + ending.size();
        if (language::letter_length(behind, sample.data() + sample.size()) == 0) ++sum;
      }
    }
  };
  count(first, balance[0]);
  count(last, balance[1]);
  return balance[1] > balance[0] ? Placement::last_vowel : Placement::first_vowel;
}

/// Letters at the start of a syllable that take no mark: "gi" and "qu" before a vowel.
std::size_t onset_size(std::string_view syllable) {
  const std::string start = language::fold(syllable.substr(0, 2));
  return syllable.size() > 2 && (start == "gi" || start == "qu") ? 2 : 0;
}

/// The syllable with the tone mark; empty where there is none.
std::string with_tone(std::string_view syllable, char32_t tone, Placement placement,
                      const LanguageModel& model) {
  std::string found;
  for (std::size_t at = onset_size(syllable); at < syllable.size();) {
    const std::size_t length = code_point_at(syllable, at).length;
    std::string candidate(syllable.substr(0, at + length));
    append_code_point(candidate, tone);
    candidate = icu_text::to_nfc(candidate.append(syllable.substr(at + length)));
    // "Đắk" is a word, but no syllable of the language.
    if (language::is_syllable(candidate) ||
        model.find(candidate) != language::word_class::unknown) {
      if (placement == Placement::first_vowel) return candidate;
      found = std::move(candidate);
    }
    at += length;
  }
  return found;
}

bool has_tone(std::string_view syllable) {
  const std::string parts = icu_text::to_nfd(syllable);
  for (std::size_t at = 0; at < parts.size();) {
    const CodePoint point = code_point_at(parts, at);
    if (is_tone(point.value)) return true;
    at += point.length;
  }
  return false;
}

/// A word of the line, with each tone that it can take.
struct PiledWord {
  Word word;
  language::WordId as_it_is = 0;
  float extra = 0;  ///< nats of letters of no known word
  bool open = false;
  struct Toned {
    std::string text;  ///< empty: no syllable
    language::WordId id = 0;
    float extra = 0;
  };
  std::array<Toned, tones.size()> toned;
};

/// A state of the walk: so many marks are taken.
struct State {
  std::uint32_t taken = 0;
  Context context;
  float cost = 0;
  std::uint32_t step = 0;  ///< the last
};

struct Step {
  std::uint32_t before = 0;
  bool takes = false;
};

constexpr std::size_t most_states = 32;

/// Words of a line; a longer one is no line, and the steps of the walk take memory.
constexpr std::size_t most_words = 1000;

/// Nats a word: a line that costs more with its marks than this is not understood.
constexpr float most_a_word = 9.5F;
/// Nats that each mark must save, on average.
constexpr float least_gain = 1.5F;

/// Nats of a letter case that the word hardly ever has.
constexpr float most_of_case = 4;

constexpr double confidence_of_pile = 0.98;

class Assigner {
 public:
  Assigner(std::string_view line, const std::vector<char32_t>& marks, Placement placement,
           const LanguageModel& model)
      : line_(line), marks_(marks), placement_(placement), model_(model) {}

  /// For each word that takes a mark: its place and the toned word. Null where the marks do not
  /// fit.
  std::optional<EditList> run() {
    read_words();
    if (open_behind_.empty() || open_behind_[0] < marks_.size()) return std::nullopt;
    steps_.push_back({});
    std::vector<State> states{{0, {}, 0, 0},
                              {0, {language::word_class::unknown, Context::no_bigram}, 0, 0}};
    for (std::size_t i = 0; i < words_.size() && !states.empty(); ++i) states = walk(states, i);
    const State* best = nullptr;
    for (const State& state : states) {
      if (state.taken == marks_.size() && (best == nullptr || state.cost < best->cost)) {
        best = &state;
      }
    }
    const auto size = static_cast<float>(words_.size());
    const auto taken = static_cast<float>(marks_.size());
    if (best == nullptr) return std::nullopt;
    const bool no_choice = open_behind_[0] == marks_.size();
    const bool good =
        best->cost <= most_a_word * size && best->cost + least_gain * taken <= cost_as_it_is();
    if (!no_choice && !good) return std::nullopt;
    return edits_of(best->step);
  }

 private:
  void read_words() {
    language::WordScanner scanner(line_);
    PiledWord next;
    while (scanner.next(next.word)) {
      if (words_.size() == most_words) return;
      const std::string_view printed =
          line_.substr(next.word.begin, next.word.end - next.word.begin);
      next.as_it_is = model_.classify(next.word);
      next.extra = language::spelling_cost(next.as_it_is, next.word);
      next.open = false;
      const bool may_take = next.word.kind != language::WordKind::number &&
                            next.word.kind != language::WordKind::year &&
                            next.word.kind != language::WordKind::mixed &&
                            next.word.letters <= most_letters && !has_tone(printed);
      for (std::size_t t = 0; t < tones.size(); ++t) {
        PiledWord::Toned& toned = next.toned[t];
        toned = {};
        if (!may_take || marks_.size() == 0) continue;
        if (std::ranges::find(marks_, tones[t]) == marks_.end()) continue;
        toned.text = with_tone(printed, tones[t], placement_, model_);
        if (toned.text.empty()) continue;
        toned.id = model_.find(toned.text);
        toned.extra = language::spelling_cost(toned.id, next.word);
        next.open = true;
      }
      words_.push_back(next);
    }
    open_behind_.assign(words_.size() + 1, 0);
    for (std::size_t i = words_.size(); i > 0; --i) {
      open_behind_[i - 1] = open_behind_[i] + (words_[i - 1].open ? 1U : 0U);
    }
  }

  [[nodiscard]] const PiledWord::Toned& toned(const PiledWord& word, std::size_t mark) const {
    return word.toned[tones.find(marks_[mark])];
  }

  /// All states behind word `i`, the cheapest.
  std::vector<State> walk(const std::vector<State>& states, std::size_t i) {
    const PiledWord& word = words_[i];
    std::vector<State> next;
    next.reserve(2 * states.size());
    for (const State& from : states) {
      const auto go = [&](language::WordId id, float extra, bool takes) {
        State to = from;
        if (word.word.after_boundary) to.context = {};
        to.cost += cost_of_case(word.word, to.context.last, id);
        to.cost += model_.cost(to.context, id) + extra;
        to.taken += takes ? 1U : 0U;
        if (marks_.size() - to.taken > open_behind_[i + 1]) return;  // too few words are left
        steps_.push_back({from.step, takes});
        to.step = static_cast<std::uint32_t>(steps_.size() - 1);
        next.push_back(to);
      };
      go(word.as_it_is, word.extra, false);
      if (from.taken == marks_.size() || !word.open) continue;
      const PiledWord::Toned& with = toned(word, from.taken);
      if (!with.text.empty()) go(with.id, with.extra, true);
    }
    return cheapest(std::move(next));
  }

  /// "Tư" is a name where "Từ" would be a small word.
  [[nodiscard]] float cost_of_case(const Word& word, language::WordId previous,
                                   language::WordId id) const {
    if (id < language::word_class::count) return 0;
    const bool title = word.letter_case == language::LetterCase::title;
    if (!title && word.letter_case != language::LetterCase::lower) return 0;
    const language::CaseCosts costs =
        model_.case_costs(previous, id, language::word_class::unknown, word.after_stop);
    return std::min(title ? costs.title : costs.lower, most_of_case);
  }

  /// One state for each number of marks and context, and no more than `most_states`.
  static std::vector<State> cheapest(std::vector<State> states) {
    const auto key = [](const State& state) {
      return std::tuple(state.taken, state.context.last, state.context.bigram, state.cost);
    };
    std::ranges::sort(states, {}, key);
    const auto is_same = [](const State& one, const State& other) {
      return one.taken == other.taken && one.context == other.context;
    };
    states.erase(std::unique(states.begin(), states.end(), is_same), states.end());
    if (states.size() > most_states) {
      std::ranges::nth_element(states, states.begin() + most_states, {}, &State::cost);
      states.resize(most_states);
    }
    return states;
  }

  [[nodiscard]] float cost_as_it_is() const {
    float cost = 0;
    Context context;
    for (const PiledWord& word : words_) {
      if (word.word.after_boundary) context = {};
      cost += model_.cost(context, word.as_it_is) + word.extra;
    }
    return cost;
  }

  [[nodiscard]] EditList edits_of(std::uint32_t step) const {
    EditList edits;
    std::size_t mark = marks_.size();
    for (std::size_t i = words_.size(); i > 0; --i, step = steps_[step].before) {
      if (!steps_[step].takes) continue;
      const Word& word = words_[i - 1].word;
      edits.push_back({word.begin, word.end, toned(words_[i - 1], --mark).text,
                       RepairKind::normalization, confidence_of_pile});
    }
    std::ranges::reverse(edits);
    return edits;
  }

  std::string_view line_;
  const std::vector<char32_t>& marks_;
  Placement placement_;
  const LanguageModel& model_;
  std::vector<PiledWord> words_;
  std::vector<std::size_t> open_behind_;  ///< words from i on that can take a mark
  std::vector<Step> steps_;
};

/// Gives the marks of a line to its words, where they fit.
void assign(std::string_view text, LineRange range, const Pile& pile, Placement placement,
            const LanguageModel& model, EditList& edits) {
  auto found = Assigner(text.substr(range.begin, pile.begin), pile.marks, placement, model).run();
  if (!found) return;
  for (Edit& edit : *found) {
    edit.begin += static_cast<std::uint32_t>(range.begin);
    edit.end += static_cast<std::uint32_t>(range.begin);
    edits.push_back(std::move(edit));
  }
  edits.push_back({static_cast<std::uint32_t>(range.begin + pile.begin),
                   static_cast<std::uint32_t>(range.begin + pile.end),
                   {},
                   RepairKind::normalization,
                   confidence_of_pile});
}

}  // namespace

Pile find_pile(std::string_view line) {
  while (line.ends_with('\r')) line.remove_suffix(1);
  Pile pile;
  std::size_t at = line.size();
  const auto skip_blanks = [line](std::size_t end) {
    for (CodePoint before = code_point_before(line, end); is_blank(before.value);
         before = code_point_before(line, end)) {
      end -= before.length;
    }
    return end;
  };
  at = skip_blanks(at);
  pile.begin = pile.end = at;
  for (;;) {
    const CodePoint mark = code_point_before(line, at);
    if (!is_tone(mark.value)) break;
    const std::size_t blank = skip_blanks(at - mark.length);
    if (blank == at - mark.length) break;
    pile.marks.push_back(mark.value);
    pile.begin = at - mark.length;
    at = blank;
  }
  // The blanks before it go with it, the end of a cell stays.
  if (!pile.marks.empty()) {
    while (pile.begin > at && line[pile.begin - 1] != '\x1F') --pile.begin;
  }
  std::ranges::reverse(pile.marks);
  return pile;
}

EditList find_piled_marks(std::string_view text) {
  EditList edits;
  std::size_t at = find_sign(text, 0, Sign::piled);
  if (at == text.size()) return edits;
  const LanguageModel& model = LanguageModel::builtin();
  const Placement placement = placement_of(text);
  std::vector<LineRange> single;  // lines with one mark
  while (at < text.size()) {
    const LineRange line = line_around(text, at);
    at = find_sign(text, line.end, Sign::piled);
    const Pile pile = find_pile(text.substr(line.begin, line.end - line.begin));
    if (pile.marks.size() == 1) single.push_back(line);
    if (pile.marks.size() > 1) assign(text, line, pile, placement, model, edits);
  }
  // A single mark may be that of the last word, but where the document piles them up.
  if (edits.empty()) return edits;
  for (const LineRange line : single) {
    const Pile pile = find_pile(text.substr(line.begin, line.end - line.begin));
    assign(text, line, pile, placement, model, edits);
  }
  std::ranges::sort(edits, {}, &Edit::begin);
  return edits;
}

}  // namespace vanban::repair_stage

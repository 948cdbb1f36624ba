// Rimes that no Vietnamese syllable has, and the one that each of them must have been: "đuợc" and
// "đưọc" want the other horn, "nhiẹm" its circumflex, "đựơc" has its tone on the wrong vowel.
// Fast hands write them, readers of scans see them, and models of what is written know them as
// words. A name may be spelled as its bearer likes.
#include "repair/rimes.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "language/language_model.hpp"
#include "language/letter_numbers.hpp"
#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "language/words.hpp"
#include "repair/encodings/capitals.hpp"
#include "repair/passes.hpp"
#include "repair/spelling_lessons.hpp"

namespace vanban::repair_stage {
namespace {

using language::LanguageModel;
using language::LetterParts;
using language::Shape;
using language::Tone;

constexpr double confidence = 0.99;

/// Which of the two vowels must have a tone mark, so that only one rime is meant.
enum class Toned : std::uint8_t { any, first, second };

/// Two vowels as printed; the shapes that they must have.
struct Rime {
  char first = 0;
  Shape first_printed = Shape::none;
  char second = 0;
  Shape second_printed = Shape::none;
  Shape first_meant = Shape::none;
  Shape second_meant = Shape::none;
  Toned toned = Toned::any;
};
constexpr Rime rimes[] = {
    {'u', Shape::none, 'o', Shape::horn, Shape::horn, Shape::horn},
    {'u', Shape::horn, 'o', Shape::none, Shape::horn, Shape::horn},
    {'u', Shape::horn, 'o', Shape::horn, Shape::horn, Shape::horn, Toned::first},
    {'i', Shape::none, 'e', Shape::none, Shape::none, Shape::circumflex, Toned::second},
    {'y', Shape::none, 'e', Shape::none, Shape::none, Shape::circumflex, Toned::second},
};

bool is_meant(const Rime& rime, const LetterParts& first, const LetterParts& second) {
  if (first.base != rime.first || first.shape != rime.first_printed || second.base != rime.second ||
      second.shape != rime.second_printed) {
    return false;
  }
  const bool first_toned = first.tone != Tone::level;
  const bool second_toned = second.tone != Tone::level;
  if (first_toned && second_toned) return false;
  return rime.toned == Toned::any || (rime.toned == Toned::first ? first_toned : second_toned);
}

/// A word in lower case with a rime of the table as it must be, with `tone` in the place of its
/// own; empty where it has none.
std::string meant(std::string_view lower, std::optional<Tone> tone = std::nullopt) {
  LetterParts first;
  std::size_t first_begin = 0;
  for (std::size_t at = 0; at < lower.size();) {
    const std::size_t end = at + language::code_point_length(lower[at]);
    const LetterParts second = language::letter_parts(language::letter_index(lower.substr(at)));
    const auto* const rime =
        std::ranges::find_if(rimes, [&](const Rime& row) { return is_meant(row, first, second); });
    if (rime != std::end(rimes)) {
      std::string word(lower.substr(0, first_begin));
      const Tone own = first.tone == Tone::level ? second.tone : first.tone;
      language::append_letter(language::letter_with({first.base, rime->first_meant, Tone::level}),
                              word);
      language::append_letter(
          language::letter_with({second.base, rime->second_meant, tone.value_or(own)}), word);
      return word.append(lower.substr(end));
    }
    first = second;
    first_begin = at;
    at = end;
  }
  return {};
}

/// Syllables that people have. In capitals nothing tells a name from a heading.
constexpr std::string_view of_people[] = {
    "lương",  "dương", "trương", "vương",  "phương", "hương", "phước", "cường", "tường",
    "chương", "sương", "nhượng", "thương", "thường", "tưởng", "xương", "nương",
};

/// "Luơng Văn Tạo", "thôn Phuơng": a capital that no full stop explains, or one before another.
bool may_be_name(std::string_view text, const language::Word& word, std::string_view right) {
  if (word.letter_case == language::LetterCase::upper) {
    return std::ranges::find(of_people, right) != std::end(of_people);
  }
  if (word.letter_case != language::LetterCase::title) return false;
  if (!word.after_stop && !word.after_newline) return true;
  const std::size_t next = text.find_first_not_of(' ', word.end);
  if (next == std::string_view::npos) return false;
  const std::string_view letter = text.substr(next, language::code_point_length(text[next]));
  return language::letter_index(letter) != 0 && language::fold(letter) != letter;
}

/// Nats of a word between its neighbours.
float cost_between(language::WordId before, language::WordId id, language::WordId behind,
                   const LanguageModel& model) {
  language::Context context{before, language::Context::no_bigram};
  const float cost = model.cost(context, id);
  return cost + model.cost(context, behind);
}

/// Where a reader of scans has taken marks for others ("nhiém vụ"), another tone fits better.
bool fits_best(std::string_view lower, std::string_view right, language::WordId before,
               language::WordId behind, const LanguageModel& model) {
  constexpr float clearly = 1.5F;  // nats
  const float cost = cost_between(before, model.find(right), behind, model) - clearly;
  constexpr Tone tones[] = {Tone::level, Tone::grave, Tone::acute,
                            Tone::hook,  Tone::tilde, Tone::dot};
  return std::ranges::none_of(tones, [&](Tone tone) {
    const language::WordId other = model.find(meant(lower, tone));
    return other != language::word_class::unknown &&
           cost_between(before, other, behind, model) < cost;
  });
}

}  // namespace

std::string rime_as_meant(std::string_view lower) {
  return meant(lower);
}

EditList find_impossible_rimes(std::string_view text) {
  EditList edits;
  const LanguageModel& model = LanguageModel::builtin();
  SpellingLessons lessons(text);
  language::WordScanner scanner(text);
  language::Word word;
  language::WordId before = language::word_class::boundary;
  language::WordId own = language::word_class::boundary;
  for (; scanner.next(word); before = own) {
    if (word.after_boundary || word.after_newline) before = language::word_class::boundary;
    own = model.classify(word);
    if (word.kind != language::WordKind::word || word.key.too_long ||
        word.letter_case == language::LetterCase::mixed) {
      continue;
    }
    const language::KeyText lower = language::key_text(word.key);
    std::string right = meant(lower.view());
    if (right.empty() || language::is_syllable(lower.view()) || !language::is_syllable(right)) {
      continue;
    }
    const language::WordId id = model.find(right);
    if (id == language::word_class::unknown || may_be_name(text, word, right) ||
        !stands_free(text, word.begin, word.end) || lessons.is_lesson(word.begin, right)) {
      continue;
    }
    language::WordScanner ahead = scanner;
    language::Word next;
    const bool ends = !ahead.next(next) || next.after_boundary || next.after_newline;
    const language::WordId behind = ends ? language::word_class::boundary : model.classify(next);
    // Between words that are none, nobody knows what it was.
    const bool beside_wreck =
        before == language::word_class::unknown || behind == language::word_class::unknown;
    if (beside_wreck || !fits_best(lower.view(), right, before, behind, model)) continue;
    own = id;
    edits.push_back({word.begin, word.end, encodings::with_capitals(std::move(right), word),
                     RepairKind::missing_diacritics, confidence});
  }
  return edits;
}

}  // namespace vanban::repair_stage

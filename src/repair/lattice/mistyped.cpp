#include "repair/lattice/mistyped.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "language/letter_numbers.hpp"
#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "language/words.hpp"
#include "repair/rimes.hpp"
#include "repair/spelling_lessons.hpp"

namespace vanban::repair_stage::lattice {
namespace {

using language::LanguageModel;
using language::LetterParts;
using language::Shape;
using language::Tone;
using language::WordId;

constexpr std::string_view vowels = "aeiouy";
constexpr double confidence = 0.97;
constexpr std::uint8_t fewest_letters = 3;
constexpr std::uint8_t most_letters = 9;
/// Nats by which the best reading must be likelier than the next one.
constexpr float clear = 4;
/// Nats of a word behind the one before it, or before the one behind, that are usual together.
constexpr float usual_pair = 8;

using Letters = std::vector<std::uint16_t>;

Letters letters_of(std::string_view lower) {
  Letters letters;
  for (std::size_t at = 0; at < lower.size(); at += language::code_point_length(lower[at])) {
    letters.push_back(language::letter_index(lower.substr(at)));
  }
  return letters;
}

std::string text_of(const Letters& letters) {
  std::string text;
  for (const std::uint16_t letter : letters) language::append_letter(letter, text);
  return text;
}

/// Keys of Telex behind a letter: the doubled vowel or "w" makes its shape, another its tone.
struct ToneKey {
  char key;
  Tone tone;
};
constexpr ToneKey tone_keys[] = {{'f', Tone::grave},
                                 {'s', Tone::acute},
                                 {'r', Tone::hook},
                                 {'x', Tone::tilde},
                                 {'j', Tone::dot}};

/// "đieemr", "thwcj": keys that were no more than typed; empty where there are none.
Letters without_keys(const Letters& typed) {
  std::vector<LetterParts> parts;
  std::optional<Tone> tone;
  bool shaped = false;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const char key = typed[i] < 0x80 ? static_cast<char>(typed[i]) : '\0';
    const auto* const row = std::ranges::find(tone_keys, key, &ToneKey::key);
    // "r", "s" and "x" begin syllables, too.
    if (i > 0 && row != std::end(tone_keys) && !tone) {
      tone = row->tone;
      continue;
    }
    const bool doubles = !parts.empty() && parts.back().base == key &&
                         (key == 'a' || key == 'e' || key == 'o') &&
                         parts.back().shape == Shape::none;
    if (doubles) {
      parts.back().shape = Shape::circumflex;
      shaped = true;
      continue;
    }
    if (key == 'w') {
      shaped = true;
      if (!parts.empty() && parts.back().base == 'a' && parts.back().shape == Shape::none) {
        parts.back().shape = Shape::breve;
      } else if (!parts.empty() && (parts.back().base == 'o' || parts.back().base == 'u') &&
                 parts.back().shape == Shape::none) {
        parts.back().shape = Shape::horn;
      } else {
        parts.push_back({'u', Shape::horn, Tone::level});
      }
      continue;
    }
    LetterParts own = language::letter_parts(typed[i]);
    if (own.base == 0) return {};
    parts.push_back(own);
  }
  if (!tone && !shaped) return {};
  if (tone) {
    // The tone stands on the last vowel with a shape, else where a syllable may have it.
    const bool toned =
        std::ranges::any_of(parts, [](const LetterParts& one) { return one.tone != Tone::level; });
    if (toned) return {};
    for (std::size_t i = parts.size(); i-- > 0;) {
      if (vowels.find(parts[i].base) == std::string_view::npos) continue;
      std::vector<LetterParts> trial = parts;
      trial[i].tone = *tone;
      Letters letters;
      for (const LetterParts& one : trial) letters.push_back(language::letter_with(one));
      if (language::is_syllable(text_of(letters))) return letters;
    }
    return {};
  }
  Letters letters;
  for (const LetterParts& one : parts) letters.push_back(language::letter_with(one));
  return letters;
}

/// The tone of a word on another of its letters: "Hôị".
void move_tone(const Letters& typed, std::vector<Letters>& out) {
  std::optional<std::size_t> toned;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    if (language::letter_parts(typed[i]).tone == Tone::level) continue;
    if (toned) return;
    toned = i;
  }
  if (!toned) return;
  Letters bare = typed;
  LetterParts from = language::letter_parts(typed[*toned]);
  const Tone tone = from.tone;
  from.tone = Tone::level;
  bare[*toned] = language::letter_with(from);
  for (std::size_t i = 0; i < typed.size(); ++i) {
    LetterParts to = language::letter_parts(bare[i]);
    if (i == *toned || to.base == 0) continue;
    to.tone = tone;
    const std::uint16_t letter = language::letter_with(to);
    if (letter == 0) continue;
    Letters moved = bare;
    moved[i] = letter;
    out.push_back(std::move(moved));
  }
}

/// "trong bảngb", "Quốc hộia", "25 triệuđ": the letter of a point, of a note or of the money sticks
/// to the word before.
bool sticks_to_words(std::uint16_t letter) {
  constexpr std::string_view sticking = "abcdeghik";
  const LetterParts parts = language::letter_parts(letter);
  return (parts.shape == Shape::none || parts.shape == Shape::stroke) &&
         parts.tone == Tone::level && parts.base != 0 &&
         sticking.find(parts.base) != std::string_view::npos;
}

/// What may have been meant: one letter less or more, two in the other order, keys, a tone.
std::vector<Letters> readings_of(const Letters& typed) {
  constexpr std::string_view forgotten = "ghnrtcimoua";
  std::vector<Letters> out;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const bool doubled = i + 1 < typed.size() && typed[i] == typed[i + 1];
    const bool sticks =
        i > 0 && i + 1 == typed.size() && typed[i] != typed[i - 1] && sticks_to_words(typed[i]);
    // Who mistypes a word begins it right: "mnông" is a people.
    const bool begins = i == 0 && !doubled;
    if (!sticks && !begins) {
      Letters less = typed;
      less.erase(less.begin() + static_cast<std::ptrdiff_t>(i));
      out.push_back(std::move(less));
    }
    if (i > 0 && i + 1 < typed.size() && !doubled) {
      Letters swapped = typed;
      std::swap(swapped[i], swapped[i + 1]);
      out.push_back(std::move(swapped));
    }
  }
  for (std::size_t i = 1; i <= typed.size(); ++i) {
    for (const char letter : forgotten) {
      Letters more = typed;
      more.insert(more.begin() + static_cast<std::ptrdiff_t>(i),
                  static_cast<std::uint16_t>(static_cast<unsigned char>(letter)));
      out.push_back(std::move(more));
    }
  }
  if (Letters keyed = without_keys(typed); !keyed.empty()) out.push_back(std::move(keyed));
  move_tone(typed, out);
  return out;
}

/// The words on the sides of a word, as far as they are of its sentence.
struct Sides {
  WordId before = language::word_class::boundary;
  WordId behind = language::word_class::boundary;
};

struct Cost {
  float all = 0;
  bool is_usual = false;  ///< with the word on one of its sides
};

Cost cost_between(const Sides& sides, WordId id, const LanguageModel& model) {
  const auto met = [&model](WordId last, WordId next) {
    return last >= language::word_class::count && next >= language::word_class::count &&
           model.find_pair(model.locate_pair(last, next)) != language::Context::no_bigram;
  };
  language::Context context{sides.before, language::Context::no_bigram};
  Cost cost;
  const float own = model.cost(context, id);
  const float next = model.cost(context, sides.behind);
  cost.all = own + next;
  cost.is_usual =
      (met(sides.before, id) && own < usual_pair) || (met(id, sides.behind) && next < usual_pair);
  return cost;
}

/// The reading that stands out; empty where none does.
std::string best_reading(std::string_view lower, const Sides& sides, const LanguageModel& model) {
  std::string best;
  float best_cost = 0;
  float second = 0;
  bool best_usual = false;
  for (const Letters& letters : readings_of(letters_of(lower))) {
    std::string word = text_of(letters);
    if (word == best || !language::is_syllable(word)) continue;
    const WordId id = model.find(word);
    if (id == language::word_class::unknown) continue;
    const Cost cost = cost_between(sides, id, model);
    if (best.empty() || cost.all < best_cost) {
      second = best.empty() ? cost.all + clear : best_cost;
      best_cost = cost.all;
      best_usual = cost.is_usual;
      best = std::move(word);
    } else {
      second = std::min(second, cost.all);
    }
  }
  return best_usual && second - best_cost >= clear ? best : std::string();
}

/// "vaajt", "thwcj": keys for a shape and for a tone; of those "r" and "s" end words of other
/// languages ("beer", "boost").
bool has_keys(std::string_view lower) {
  const bool shaped =
      lower.find("aa") != std::string_view::npos || lower.find("ee") != std::string_view::npos ||
      lower.find("oo") != std::string_view::npos || lower.find('w') != std::string_view::npos;
  return shaped && lower.substr(1).find_first_of("fxj") != std::string_view::npos;
}

/// "ôtô", "thủộc": of two words without the blank the second begins with a consonant, or both have
/// a tone.
bool may_be_two_words(std::string_view lower) {
  std::size_t tones = 0;
  for (std::size_t at = 0; at < lower.size(); at += language::code_point_length(lower[at])) {
    const LetterParts own = language::letter_parts(language::letter_index(lower.substr(at)));
    if (own.tone != Tone::level) ++tones;
    if (at > 0 && own.base != 0 && vowels.find(own.base) == std::string_view::npos &&
        language::is_syllable(lower.substr(0, at)) && language::is_syllable(lower.substr(at))) {
      return true;
    }
  }
  return tones > 1;
}

/// "mnông", "slương", "jút", "nhật-ö": a word of another language of the country begins with
/// consonants that no syllable begins with, one of another country has letters of its own.
bool is_foreign(const Letters& letters) {
  constexpr std::string_view strange = "fjwz";
  std::string begin;
  for (const std::uint16_t letter : letters) {
    const LetterParts parts = language::letter_parts(letter);
    if (parts.base == 0) return true;
    if (begin.size() < 2) begin += parts.base;
  }
  if (begin.size() < 2 || strange.find(begin[0]) != std::string_view::npos) return true;
  const auto is_consonant = [](char c) { return vowels.find(c) == std::string_view::npos; };
  return is_consonant(begin[0]) && is_consonant(begin[1]) && letters[0] != letters[1] &&
         begin[1] != 'w' && std::ranges::find(onset_clusters, begin) == onset_clusters.end();
}

/// A word of small letters that is spelled like no syllable, and is of no other language: those
/// have no marks.
bool may_be_slip(const language::Word& word, std::string_view lower) {
  if (word.kind != language::WordKind::word || word.letters < fewest_letters ||
      word.letters > most_letters || word.key.too_long ||
      word.letter_case != language::LetterCase::lower) {
    return false;
  }
  const bool is_marked = lower.size() > word.letters;
  // What has another vowel's horn is no slip: "truờng" is "trường", whatever stands beside it.
  return (is_marked || has_keys(lower)) && !language::is_syllable(lower) &&
         rime_as_meant(lower).empty() && !may_be_two_words(lower) && !is_foreign(letters_of(lower));
}

/// "UBNDxã", "trườngTHCS", "PHÊDUYỆT": where a word of capitals, with or without small letters
/// beside them, has two that are usual together; 0 where it has none, or more. `after_name`: a word
/// with a capital that nothing explains stands before it.
std::size_t joint_of(const language::Word& word, std::string_view printed, bool after_name,
                     const LanguageModel& model) {
  constexpr std::uint8_t shortest_part = 2;
  constexpr float usual_joined = 6;
  constexpr float often = 9.5F;  // loan words are made of rare syllables: "BITUM"
  const bool is_mixed = word.letter_case == language::LetterCase::mixed;
  if (word.kind != language::WordKind::word || word.key.too_long ||
      (!is_mixed && word.letter_case != language::LetterCase::upper) ||
      model.find(word.key) != language::word_class::unknown || language::is_syllable(printed)) {
    return 0;
  }
  const bool is_marked = printed.size() > word.letters;  // "HOASEN" is a firm
  std::size_t joint = 0;
  std::uint8_t letters = 0;
  for (std::size_t at = 0; at < printed.size(); ++letters) {
    if (letters >= shortest_part && word.letters - letters >= shortest_part) {
      const std::string_view first = printed.substr(0, at);
      const std::string_view second = printed.substr(at);
      const auto is_capital = [&](unsigned i) { return ((word.capitals >> i) & 1U) != 0; };
      const WordId last = model.find(first);
      const WordId next = model.find(second);
      // Of an abbreviation and a word the case tells them apart.
      const bool parts = !is_mixed || is_capital(letters - 1U) != is_capital(letters);
      const auto is_short_form = [&](WordId id, std::string_view part) {
        return part.size() > 2 && !language::is_syllable(part) && model.is_mostly_upper(id);
      };
      const bool short_first = last >= language::word_class::count && is_short_form(last, first);
      const bool short_second = next >= language::word_class::count && is_short_form(next, second);
      const bool syllable_first = language::is_syllable(first);
      const bool syllable_second = language::is_syllable(second);
      // "Trần ĐứcMạnh": a capital behind small letters begins another word of a name; that of a
      // firm ("tập đoàn BảoViệt") has no other before it.
      const bool two_names = after_name && is_mixed && syllable_first && syllable_second &&
                             is_marked && !is_capital(letters - 1U) && is_capital(letters);
      const bool tells = two_names || (short_first && syllable_second) ||
                         (syllable_first && short_second) ||
                         (!is_mixed && syllable_first && syllable_second && is_marked &&
                          model.unigram_cost(last) < often && model.unigram_cost(next) < often);
      if (parts && tells && last >= language::word_class::count &&
          next >= language::word_class::count) {
        language::Context context{last, language::Context::no_bigram};
        const bool met =
            model.find_pair(model.locate_pair(last, next)) != language::Context::no_bigram;
        if (met && (two_names || model.cost(context, next) < usual_joined)) {
          if (joint != 0) return 0;
          joint = at;
        }
      }
    }
    at += language::code_point_length(printed[at]);
  }
  return joint;
}

/// "việc thực hiệ" / "n kế hoạch": the rest of the word stands on the next line.
bool goes_on_in_next_line(const std::vector<language::Word>& words, std::size_t i) {
  if (i + 1 == words.size() || !words[i + 1].after_newline) return false;
  const language::Word& next = words[i + 1];
  return next.kind == language::WordKind::word && next.letter_case == language::LetterCase::lower &&
         (next.letters < 2 || !language::is_syllable(language::key_text(next.key).view()));
}

}  // namespace

void add_mistyped(std::string_view text, const Suspects& suspects, const LanguageModel& model,
                  EditList& edits) {
  const std::size_t made = edits.size();
  std::size_t next_edit = 0;
  SpellingLessons lessons(text);
  for (const TextSpan& place : suspects.places) {
    const std::string_view part = text.substr(0, place.end);
    language::WordScanner scanner(part.substr(place.begin));
    std::vector<language::Word> words;
    for (language::Word word; scanner.next(word);) {
      word.begin += place.begin;
      word.end += place.begin;
      words.push_back(word);
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
      const language::Word& word = words[i];
      const language::KeyText lower = language::key_text(word.key);
      const bool after_name = i > 0 && !word.after_boundary && !word.after_newline &&
                              words[i - 1].letter_case == language::LetterCase::title &&
                              !words[i - 1].after_boundary && !words[i - 1].after_newline;
      const std::size_t joint =
          joint_of(word, part.substr(word.begin, word.end - word.begin), after_name, model);
      // "mùa mưa bãoa) Kiện toàn": the letter of a point, glued to the line before.
      const bool holds_marker = word.end < text.size() && text[word.end] == ')';
      if (joint == 0 && (holds_marker || !may_be_slip(word, lower.view()))) continue;
      if (!stands_free(text, word.begin, word.end) || goes_on_in_next_line(words, i)) continue;
      while (next_edit < made && edits[next_edit].end <= word.begin) ++next_edit;
      if (next_edit < made && edits[next_edit].begin < word.end) continue;
      if (joint != 0) {
        const auto at = static_cast<std::uint32_t>(word.begin + joint);
        const std::string right = std::string(part.substr(word.begin, joint)) + ' ' +
                                  std::string(part.substr(at, word.end - at));
        if (lessons.is_lesson(word.begin, right)) continue;
        edits.push_back({at, at, " ", RepairKind::joined_words, confidence});
        continue;
      }
      Sides sides;
      if (i > 0 && !word.after_boundary && !word.after_newline) {
        sides.before = model.classify(words[i - 1]);
      }
      if (i + 1 < words.size() && !words[i + 1].after_boundary && !words[i + 1].after_newline) {
        sides.behind = model.classify(words[i + 1]);
      }
      // Between words that are none, nobody knows what it was; two slips may stand together.
      const auto unknown = [](WordId id) { return id == language::word_class::unknown; };
      const auto is_slip = [&](const language::Word& other) {
        return may_be_slip(other, language::key_text(other.key).view());
      };
      const bool strange_before = unknown(sides.before);
      const bool strange_behind = unknown(sides.behind);
      if ((strange_before && strange_behind) || (strange_before && !is_slip(words[i - 1])) ||
          (strange_behind && !is_slip(words[i + 1]))) {
        continue;
      }
      std::string reading = best_reading(lower.view(), sides, model);
      if (reading.empty() || lessons.is_lesson(word.begin, reading)) continue;
      edits.push_back({word.begin, word.end, std::move(reading), RepairKind::ocr, confidence});
    }
  }
  std::ranges::inplace_merge(edits, edits.begin() + static_cast<std::ptrdiff_t>(made), {},
                             &Edit::begin);
}

}  // namespace vanban::repair_stage::lattice

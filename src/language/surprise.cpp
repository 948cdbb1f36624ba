#include "language/surprise.hpp"

#include <algorithm>

#include "language/letter_numbers.hpp"
#include "language/letters.hpp"
#include "language/syllable.hpp"

namespace vanban::language {

namespace {

/// Nats of marked letters that make no syllable.
constexpr float misspelt = 3;

}  // namespace

bool WordWalk::next() {
  if (count_ != 0) {
    std::copy_n(words_.begin() + static_cast<std::ptrdiff_t>(count_), kept, words_.begin());
  }
  words_before_ += static_cast<std::uint32_t>(count_);
  scan();
  std::array<Pairs, batch> pairs;
  look_up(std::span(pairs).first(count_));
  weigh(std::span(pairs).first(count_));
  return count_ != 0;
}

void WordWalk::scan() {
  count_ = 0;
  while (count_ < batch && scanner_.next(words_[kept + count_].word)) {
    const Word& word = words_[kept + count_].word;
    hashes_[count_] = hash_key(word.key);
    if (word.kind == WordKind::word) model_.prefetch_spelling(hashes_[count_]);
    ++count_;
  }
}

void WordWalk::look_up(std::span<Pairs> pairs) {
  const std::span<ReadWord> words = std::span(words_).subspan(kept, count_);
  std::array<LanguageModel::PairPlace, batch> places;
  std::array<LanguageModel::PairPlace, batch> starts;
  for (std::size_t i = 0; i < count_; ++i) {
    const Word& word = words[i].word;
    const WordId id = model_.classify(word, hashes_[i]);
    places[i] = model_.locate_pair(word.after_boundary ? word_class::boundary : last_, id);
    model_.prefetch_bucket(places[i]);
    if (word.after_newline) {
      starts[i] = model_.locate_pair(word_class::boundary, id);
      model_.prefetch_bucket(starts[i]);
    }
    words[i].id = last_ = id;
  }
  for (std::size_t i = 0; i < count_; ++i) {
    model_.prefetch_rows(places[i]);
    if (words[i].word.after_newline) model_.prefetch_rows(starts[i]);
  }
  for (std::size_t i = 0; i < count_; ++i) {
    pairs[i].with_last = model_.find_pair(places[i]);
    model_.prefetch_third(pairs[i].with_last);
    if (!words[i].word.after_newline) continue;
    pairs[i].at_start = model_.find_pair(starts[i]);
    model_.prefetch_third(pairs[i].at_start);
  }
}

void WordWalk::weigh(std::span<const Pairs> pairs) {
  for (std::size_t i = 0; i < count_; ++i) {
    ReadWord& read = words_[kept + i];
    if (read.word.after_boundary) {
      context_ = {};
      previous_ = 0;
    }
    read.before = context_;
    float cost = model_.cost(context_, read.id, pairs[i].with_last);
    if (read.word.after_newline && !read.word.after_boundary) {
      // A wrapped line reads on, a heading or an item does not: whichever is likelier.
      Context fresh;
      const float alone = model_.cost(fresh, read.id, pairs[i].at_start);
      if (alone < cost) {
        cost = alone;
        context_ = fresh;
        read.before = {};
        previous_ = 0;
      }
    }
    read.after = context_;
    read.cost = read.id >= word_class::count ? cost : cost + spelling_cost(read.id, read.word);
    read.surprise = read.cost + previous_ / 2;
    previous_ = read.cost;
  }
}

namespace {

/// What capitals that no vocabulary holds are, by their marks.
enum class Toned : std::uint8_t {
  none,      ///< no tone, or letters that no marks make a syllable: initials, names ("BÚK")
  syllable,  ///< "ỤC"
  mismarked  ///< no syllable, but one with other marks: "QUYÉT"
};

Toned toned(const WordKey& key) {
  const KeyText text = key_text(key);
  const std::string_view letters = text.view();
  bool tone = false;
  std::string bare;
  for (std::size_t at = 0; at < letters.size(); at += code_point_length(letters[at])) {
    const std::uint16_t letter = letter_index(letters.substr(at));
    tone = tone || letter_parts(letter).tone != Tone::level;
    bare += bare_letter(letter);
  }
  if (!tone) return Toned::none;
  if (is_syllable(letters)) return Toned::syllable;
  // One of each rime: with the acute it may end in a stop, too.
  constexpr std::string_view rimes_with_marks[][2] = {
      {"ie", "iế"}, {"ye", "yế"}, {"uo", "uố"}, {"ua", "uấ"}, {"ue", "uế"}, {"oa", "oá"},
      {"oe", "oé"}, {"ai", "ái"}, {"ao", "áo"}, {"au", "áu"}, {"ay", "áy"}, {"eo", "éo"},
      {"eu", "ếu"}, {"ia", "ía"}, {"iu", "íu"}, {"oi", "ói"}, {"ui", "úi"}, {"uy", "úy"},
      {"a", "á"},   {"e", "é"},   {"i", "í"},   {"o", "ó"},   {"u", "ú"},   {"y", "ý"},
  };
  for (const auto& [plain, marked] : rimes_with_marks) {
    const std::size_t at = bare.find(plain);
    if (at == std::string::npos) continue;
    std::string syllable = bare;
    syllable.replace(at, plain.size(), marked);
    if (is_syllable(syllable)) return Toned::mismarked;
  }
  return Toned::none;
}

}  // namespace

float spelling_cost(WordId id, const Word& word) {
  if (id >= word_class::count) return 0;
  // Foreign words and names run to some 2 nats a letter; a damaged syllable is short.
  const auto length = static_cast<float>(std::min<unsigned>(word.letters, 8));
  if (id == word_class::unknown) {
    // Foreign words have no Vietnamese letters, and names of people and places are syllables.
    const bool marked = word.key.size != word.letters;
    return 3 + 2 * length + (marked && !is_syllable(key_text(word.key).view()) ? misspelt : 0);
  }
  // Letters of an abbreviation are initials of words, none of which has a tone.
  if (id == word_class::acronym) {
    const Toned marks = word.key.size != word.letters ? toned(word.key) : Toned::none;
    if (marks == Toned::none) return 1.5F * length;
    return 3 + 2 * length + (marks == Toned::mismarked ? misspelt : 0);
  }
  if (id != word_class::mixed) return 0;
  // "02b" and "QH15" are usual, "ngày15" and "1ập" are not.
  if (word.key.size != word.letters) return 2 * length + 2 * misspelt;
  return word.letter_case != LetterCase::upper && word.letters > 1 ? 2 * length : 0;
}

std::vector<LineSurprise> line_surprises(std::string_view text, const LanguageModel& model) {
  std::vector<LineSurprise> lines;
  walk_words(text, model, [&](const ReadWord& read) {
    const Word& word = read.word;
    if (lines.empty() || word.after_newline) lines.push_back({word.begin, word.end, 0});
    lines.back().end = word.end;
    lines.back().worst = std::max(lines.back().worst, read.surprise);
  });
  return lines;
}

SurpriseSummary summarise_surprise(std::string_view text, const LanguageModel& model) {
  SurpriseSummary summary;
  walk_words(text, model, [&](const ReadWord& read) {
    ++summary.words;
    if (read.surprise > surprising) ++summary.surprises;
  });
  return summary;
}

}  // namespace vanban::language

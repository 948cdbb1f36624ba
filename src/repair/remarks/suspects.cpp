// A misprint that made another word ("các nhân" for "cá nhân") is seen by its context alone: a word
// one letter away must fit far better on both sides, and one side must expect it. Few places read
// badly enough to be looked at.
#include "repair/remarks/suspects.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "repair/code_points.hpp"
#include "repair/encodings/capitals.hpp"
#include "repair/remarks/abbreviations.hpp"

namespace vanban::repair_stage::remarks {
namespace {

using language::Context;
using language::LanguageModel;
using language::LetterCase;
using language::ReadWord;
using language::Word;
using language::WordId;
using language::WordKind;
namespace word_class = language::word_class;
namespace format = language::format;

// In nats, chosen on held-out text so that four of five remarks are right.
/// Surprise of a place that is looked at, by how many of its pairs with its neighbours are known.
constexpr std::array<float, 3> suspicious{least_suspicious, 12.5F, 13.5F};
constexpr float suspicious_end = 10;  ///< of an end of a sentence
constexpr float margin = 9;           ///< by which another word must fit better
constexpr float seen_margin = 12;     ///< the same where both pairs of the printed word are known
constexpr float most_cost = 13;       ///< of the other word with its neighbours
constexpr float least_cost = 3;       ///< of any word with its neighbours: below it none is found
constexpr WordId most_id = 2500;      ///< words stand by their frequency: rare ones are not meant
constexpr float expected = 2;         ///< of a word that its neighbour leads to
constexpr float certain = 0.3F;       ///< of one that hardly anything else can follow
constexpr float unexpected = 6;       ///< of what stands in place of it
constexpr float most_acronym_cost = 16;

/// A word between its neighbours: what it costs, and what the next one or two cost after it.
struct Reading {
  std::array<float, 3> cost{};
  bool is_known_left = false;   ///< the pair with the word before is in the model
  bool is_known_right = false;  ///< the pair with the word behind
  [[nodiscard]] float total() const { return cost[0] + cost[1] + cost[2]; }
};

/// No word of the same sentence stands behind.
bool ends_before(const ReadWord* next) {
  return next == nullptr || next->word.after_boundary;
}

/// A new line that may begin a sentence, or be wrapped before a name.
bool may_end_before(const ReadWord& next) {
  return next.word.after_newline &&
         (next.word.letter_case != LetterCase::lower || next.word.kind != WordKind::word);
}

class Reader {
 public:
  Reader(const Window& window, const LanguageModel& model) : window_(window), model_(model) {}

  /// Stops early where the word alone costs more than `most`.
  [[nodiscard]] Reading read(WordId id, float spelling, float most) const {
    Context context = window_.middle().before;
    const float cost = model_.cost(context, id) + spelling;
    return read_on(cost, context, most);
  }

  /// The same where the word costs `cost` and what follows it has `context`.
  [[nodiscard]] Reading read_on(float cost, Context context, float most) const {
    Reading reading;
    reading.cost[0] = cost;
    reading.is_known_left = context.bigram != Context::no_bigram;
    if (cost > most) return reading;
    for (std::uint32_t k = 1; k <= 2; ++k) {
      const ReadWord* const next = window_.behind(k);
      Context at_end = context;
      if (ends_before(next)) {
        reading.cost[k] = model_.cost(at_end, word_class::boundary);
        break;
      }
      reading.cost[k] = model_.cost(context, next->id);
      if (k == 1) reading.is_known_right = context.bigram != Context::no_bigram;
      if (may_end_before(*next)) {
        reading.cost[k] = std::min(reading.cost[k], model_.cost(at_end, word_class::boundary));
        break;
      }
    }
    return reading;
  }

 private:
  const Window& window_;
  const LanguageModel& model_;
};

/// How much it surprises that the sentence ends behind `last`.
float end_surprise(const ReadWord& last, const LanguageModel& model) {
  // No end costs so much that it could surprise behind a word that does not.
  if (last.cost < surprising_end_cost) return 0;
  Context context = last.after;
  return model.cost(context, word_class::boundary) + last.cost / 2;
}

bool is_known_pair(const ReadWord& second) {
  return second.after.bigram != Context::no_bigram;
}

bool reads_badly(const Window& window, const LanguageModel& model) {
  const ReadWord& middle = window.middle();
  const ReadWord* const next = window.behind(1);
  if (ends_before(next) || may_end_before(*next)) {
    return middle.surprise >= suspicious[is_known_pair(middle) ? 1 : 0] ||
           end_surprise(middle, model) >= suspicious_end;
  }
  if (next->cost < fits && is_known_pair(*next)) return false;
  const std::size_t known = (is_known_pair(middle) ? 1U : 0U) + (is_known_pair(*next) ? 1U : 0U);
  if (std::max(middle.surprise, next->surprise) >= suspicious[known]) return true;
  const ReadWord* const second = window.behind(2);
  const bool may_end = ends_before(second) || may_end_before(*second);
  return may_end && end_surprise(*next, model) >= suspicious_end;
}

/// A letter, digit or sign that makes one piece out of what stands on both sides of it.
bool joins(char byte) {
  return std::strchr("-/&@_'0123456789", byte) != nullptr && byte != '\0';
}

/// Part of a compound, an address or a symbol.
bool is_joined(std::string_view text, const Word& word) {
  if (word.begin > 0 && (joins(text[word.begin - 1]) || text[word.begin - 1] == '.')) return true;
  if (word.end >= text.size()) return false;
  const char next = text[word.end];
  if (next != '.' || word.end + 1 >= text.size()) return joins(next);
  return language::byte_class(text[word.end + 1]) == language::ByteClass::letter;
}

bool is_in_capitals(const ReadWord* neighbour) {
  return neighbour != nullptr && neighbour->word.letter_case == LetterCase::upper &&
         neighbour->word.letters > 1;
}

/// Foreign or damaged.
bool is_strange(const ReadWord* neighbour) {
  return neighbour != nullptr && neighbour->id == word_class::unknown;
}

/// Names have capitals and follow no rule.
bool is_misprintable(const Window& window) {
  const ReadWord& middle = window.middle();
  const Word& word = middle.word;
  if (word.kind != WordKind::word || word.key.too_long || word.letters < 2 ||
      word.letters > format::max_pattern_letters) {
    return false;
  }
  const bool in_capitals = is_in_capitals(window.before()) || is_in_capitals(window.behind(1));
  if (word.letter_case != LetterCase::lower &&
      (word.letter_case != LetterCase::upper || !in_capitals)) {
    return false;
  }
  return middle.id >= word_class::count && !is_strange(window.before()) &&
         !is_strange(window.behind(1)) && !is_joined(window.text(), word);
}

/// "kỹ" and "kĩ" are one word in two spellings.
bool differ_in_i_and_y(std::string_view one, std::string_view other) {
  struct Pair {
    std::string_view i;
    std::string_view y;
  };
  static constexpr Pair pairs[] = {{"i", "y"}, {"í", "ý"}, {"ì", "ỳ"},
                                   {"ỉ", "ỷ"}, {"ĩ", "ỹ"}, {"ị", "ỵ"}};
  return std::ranges::any_of(pairs, [&](const Pair& pair) {
    return (one.ends_with(pair.i) && other.ends_with(pair.y) &&
            one.substr(0, one.size() - pair.i.size()) ==
                other.substr(0, other.size() - pair.y.size())) ||
           (one.ends_with(pair.y) && other.ends_with(pair.i) &&
            one.substr(0, one.size() - pair.y.size()) ==
                other.substr(0, other.size() - pair.i.size()));
  });
}

/// Names lead to nothing.
bool may_lead_on(const ReadWord* before) {
  return before == nullptr || before->word.after_stop ||
         before->word.letter_case != LetterCase::title;
}
bool may_be_led_to(const ReadWord* next) {
  return !ends_before(next) && next->word.letter_case != LetterCase::title &&
         next->word.kind == WordKind::word;
}

/// One side of the word leads to it.
bool is_expected(const Window& window, const Reading& reading) {
  return (may_lead_on(window.before()) && reading.cost[0] <= expected) ||
         (may_be_led_to(window.behind(1)) && reading.cost[1] <= expected);
}

/// The words of the model that are one letter away from a word: one more, another one, one less.
/// All of them are looked up at once, so that memory for each is on its way while others are read.
class NearSpellings {
 public:
  NearSpellings(const language::WordKey& key, const LanguageModel& model)
      : word_(language::key_text(key)), model_(model) {
    const std::string_view word = word_.view();
    language::PatternHash before;  // of the letters up to `begin`
    for (std::size_t begin = 0; begin < word.size();) {
      const std::size_t end = begin + language::code_point_length(word[begin]);
      add(before, begin, begin);
      add(before, begin, end);
      before.add(word.substr(begin, end - begin));
      begin = end;
    }
    add(before, word.size(), word.size());
    for (std::size_t i = 0; i < count_; ++i) {
      model_.prefetch_postings(looks_[i].place);
      if (looks_[i].begin == looks_[i].end) continue;
      model_.prefetch_spelling(language::hash_key(without(looks_[i])));
    }
  }

  /// Calls `visit(spelling)` for each of them; for some twice.
  template <class Visit>
  void for_each(const Visit& visit) const {
    for (std::size_t i = 0; i < count_; ++i) {
      const Look& look = looks_[i];
      const Pattern pattern = pattern_of(look);
      if (const std::uint16_t* at = model_.find_postings(look.place, pattern.view())) {
        for (; *at != format::no_spelling; ++at) visit(*at);
      }
      if (look.begin == look.end) continue;
      const std::uint16_t shorter = model_.find_spelling(without(look));
      if (shorter != format::no_spelling) visit(shorter);
    }
  }

 private:
  /// A hole in place of the bytes [begin, end) of the word.
  struct Look {
    std::uint8_t begin = 0;
    std::uint8_t end = 0;
    LanguageModel::PatternPlace place;
  };
  struct Pattern {
    std::array<char, sizeof(language::WordKey::block) + 1> bytes{};
    std::size_t size = 0;
    [[nodiscard]] std::string_view view() const { return {bytes.data(), size}; }
  };

  void add(language::PatternHash hash, std::size_t begin, std::size_t end) {
    hash.add(format::hole);
    hash.add(word_.view().substr(end));
    Look& look = looks_[count_++];
    look = {static_cast<std::uint8_t>(begin), static_cast<std::uint8_t>(end),
            model_.locate_pattern(hash.value())};
    model_.prefetch_pattern(look.place);
  }

  [[nodiscard]] Pattern pattern_of(const Look& look) const {
    Pattern pattern;
    const std::string_view word = word_.view();
    char* at = std::copy_n(word.begin(), look.begin, pattern.bytes.begin());
    *at++ = format::hole;
    at = std::copy(word.begin() + look.end, word.end(), at);
    pattern.size = static_cast<std::size_t>(at - pattern.bytes.begin());
    return pattern;
  }

  [[nodiscard]] language::WordKey without(const Look& look) const {
    const std::string_view word = word_.view();
    language::WordKey key;
    std::array<char, sizeof(key.block)> bytes{};
    char* const at = std::copy_n(word.begin(), look.begin, bytes.begin());
    std::copy(word.begin() + look.end, word.end(), at);
    std::memcpy(key.block.data(), bytes.data(), bytes.size());
    key.size = static_cast<std::uint8_t>(word.size() - (look.end - look.begin));
    return key;
  }

  language::KeyText word_;
  const LanguageModel& model_;
  std::array<Look, std::size_t{2} * sizeof(language::WordKey::block) + 1> looks_;
  std::size_t count_ = 0;
};

/// The frequent words near the middle one that cost no more than `most` and that the model knows
/// beside a neighbour: no other is expected. They are searched for together, as their spellings
/// are.
void find_near_words(const Window& window, float most, const LanguageModel& model,
                     std::vector<Near>& found) {
  const ReadWord& middle = window.middle();
  const ReadWord* const next = window.behind(1);
  const bool has_next = !ends_before(next);
  found.clear();
  NearSpellings(middle.word.key, model).for_each([&](std::uint16_t spelling) {
    // A spelling that is a word's own has its number.
    if (spelling > most_id && spelling < model.size()) return;
    const WordId id = model.word_of(spelling);
    if (id == middle.id || id < word_class::count || id > most_id) return;
    Near& near = found.emplace_back();
    near.id = id;
    near.spelling = spelling;
    near.pair = model.locate_pair(middle.before.last, id);
    model.prefetch_bucket(near.pair);
  });
  for (const Near& near : found) model.prefetch_rows(near.pair);
  // Most are known beside neither neighbour, which is told sooner than what they cost.
  std::size_t kept = 0;
  for (Near& near : found) {
    near.left = model.find_pair(near.pair);
    if (!near.is_known_left()) {
      if (!has_next) continue;
      near.pair = model.locate_pair(near.id, next->id);
      model.prefetch_bucket(near.pair);
    }
    found[kept++] = near;
  }
  found.resize(kept);
  for (const Near& near : found) {
    if (!near.is_known_left()) model.prefetch_rows(near.pair);
  }
  std::erase_if(found, [&](const Near& near) {
    return !near.is_known_left() && model.find_pair(near.pair) == Context::no_bigram;
  });
  for (Near& near : found) {
    near.after = middle.before;
    near.cost = model.cost(near.after, near.id, near.left);
  }
  std::erase_if(found, [most](const Near& near) { return near.cost > most; });
}

/// The least by which any other word must be better than this one.
float margin_of(const Reading& printed) {
  const bool is_seen = printed.is_known_left && printed.is_known_right;
  return is_seen && printed.cost[1] < unexpected ? seen_margin : margin;
}

bool is_better(const Window& window, const Reading& printed, const Reading& other) {
  if (other.total() > most_cost || !is_expected(window, other)) return false;
  const bool is_seen = printed.is_known_left && printed.is_known_right;
  return !is_seen || printed.total() - other.total() >= seen_margin || other.cost[1] <= certain;
}

std::string in_case_of(const Word& printed, std::string_view word) {
  std::string made(word);
  if (printed.letter_case != LetterCase::upper) return made;
  for (char& c : made) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  encodings::raise_letters(made, ~std::uint64_t{0});
  return made;
}

std::optional<std::string> likelier_syllable(const Window& window, const LanguageModel& model,
                                             std::vector<Near>& near_words) {
  const ReadWord& middle = window.middle();
  const Word& word = middle.word;
  if (!may_lead_on(window.before()) && !may_be_led_to(window.behind(1))) return std::nullopt;
  const Reader reader(window, model);
  const Reading printed = reader.read(middle.id, 0, middle.cost + most_cost);
  float least = std::min(printed.total() - margin_of(printed), most_cost);
  if (least < least_cost) return std::nullopt;
  const language::KeyText key = language::key_text(word.key);
  Reading best;
  std::string_view spelling;
  find_near_words(window, least, model, near_words);
  for (const Near& near : near_words) {
    const Reading reading = reader.read_on(near.cost, near.after, least);
    if (reading.cost[0] > least || reading.total() > least) continue;
    const std::string_view text = model.text_of(near.spelling);
    if (differ_in_i_and_y(key.view(), text) || !language::is_syllable(text)) continue;
    least = reading.total();
    best = reading;
    spelling = text;
  }
  if (spelling.empty() || !is_better(window, printed, best)) return std::nullopt;
  return in_case_of(word, spelling);
}

bool differ_by_one_letter(std::string_view one, std::string_view other) {
  std::size_t differing = 0;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < one.size() && j < other.size()) {
    const CodePoint left = code_point_at(one, i);
    const CodePoint right = code_point_at(other, j);
    if (left.value != right.value && ++differing > 1) return false;
    i += left.length;
    j += right.length;
  }
  return differing == 1 && i == one.size() && j == other.size();
}

std::string_view printed_in(const Window& window) {
  const Word& word = window.middle().word;
  return window.text().substr(word.begin, word.end - word.begin);
}

/// Capitals that are no abbreviation.
bool is_no_abbreviation(const Window& window) {
  constexpr std::uint8_t fewest_letters = 4;
  const Word& word = window.middle().word;
  return word.letters >= fewest_letters && word.letter_case == LetterCase::upper &&
         !is_joined(window.text(), word) && !is_in_capitals(window.before()) &&
         !is_in_capitals(window.behind(1)) && !is_abbreviation(printed_in(window));
}

/// "UNND tỉnh": one letter away from an abbreviation that fits.
std::optional<std::string> likelier_abbreviation(const Window& window, const LanguageModel& model) {
  const ReadWord& middle = window.middle();
  const Word& word = middle.word;
  const std::string_view printed = printed_in(window);
  const Reader reader(window, model);
  const Reading as_it_is = reader.read(middle.id, language::spelling_cost(middle.id, word), 1e9F);
  std::string_view best;
  float least = std::min(as_it_is.total() - margin, most_acronym_cost);
  for (const Abbreviation& row : abbreviations) {
    if (row.use != Abbreviation::Use::offered || !differ_by_one_letter(printed, row.letters)) {
      continue;
    }
    const WordId id = model.find(row.letters);
    if (id < word_class::count) continue;
    const Reading reading = reader.read(id, 0, least);
    if (reading.cost[0] > least || reading.total() > least) continue;
    if (std::min(reading.cost[0], reading.cost[1]) > expected * 2) continue;
    least = reading.total();
    best = row.letters;
  }
  if (best.empty()) return std::nullopt;
  return std::string(best);
}

}  // namespace

bool may_be_misprint(const Window& window, const LanguageModel& model) {
  if (window.middle().id == word_class::acronym) return is_no_abbreviation(window);
  return reads_badly(window, model) && is_misprintable(window);
}

std::optional<std::string> WordSearch::likelier_word(const Window& window) {
  if (window.middle().id == word_class::acronym) return likelier_abbreviation(window, model_);
  return likelier_syllable(window, model_, near_words_);
}

}  // namespace vanban::repair_stage::remarks

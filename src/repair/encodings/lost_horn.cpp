// TCVN3 has ư where windows-1252 has the soft hyphen. Converters and PDF readers drop it, or make a
// hyphen of it, and all other letters come through: "đợc", "đ-ợc", "t- pháp". Whole words are left
// ("đa" of "đưa"), so that the language model reads the text with and without; a document is looked
// at only where it has what no sound text has, ơ before c or ng.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "language/language_model.hpp"
#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "language/words.hpp"
#include "repair/code_points.hpp"
#include "repair/passes.hpp"
#include "repair/word_choice.hpp"

namespace vanban::repair_stage {
namespace {

using language::LanguageModel;
using language::LetterCase;
using language::Word;

constexpr std::string_view horned_u = "ư";
constexpr std::string_view horned_u_capital = "Ư";

constexpr unsigned char both(bool one, bool other) {
  return static_cast<unsigned char>(one) & static_cast<unsigned char>(other);
}

/// Whether ơ (with or without a tone, in either case) before c or ng begins at `at`, without ư
/// before it. Two bytes before `at` and four behind it are read.
constexpr unsigned char is_torn(const unsigned char* at) {
  const auto small = [at](int i) { return static_cast<unsigned char>(at[i] | 0x20U); };
  const auto ends = [&](int i) {
    return static_cast<unsigned char>(static_cast<unsigned char>(small(i) == 'c') |
                                      both(small(i) == 'n', small(i + 1) == 'g'));
  };
  // Ư, ư, and what stands in their place in a damaged text: ƣ, ǖ, a letter of another script.
  const auto alone = static_cast<unsigned char>(static_cast<unsigned char>(at[-2] < 0xC5) |
                                                static_cast<unsigned char>(at[-2] > 0xD4));
  const auto toned = static_cast<unsigned char>(both(at[0] == 0xE1, at[1] == 0xBB) &
                                                both(at[2] >= 0x9A, at[2] <= 0xA3) & ends(3));
  const auto level = static_cast<unsigned char>(
      static_cast<unsigned char>(at[0] == 0xC6) &
      static_cast<unsigned char>(static_cast<unsigned char>(at[1] == 0xA0) |
                                 static_cast<unsigned char>(at[1] == 0xA1)) &
      ends(2));
  return static_cast<unsigned char>(alone & (toned | level));
}
constexpr std::size_t bytes_before = 2;
constexpr std::size_t bytes_behind = 4;

/// Whether it stands anywhere in `word`; "lơng" is so frequent a slip that vocabularies have it.
bool has_torn_rime(std::string_view word) {
  const std::string padded = "  " + std::string(word) + "    ";
  const auto* const bytes = reinterpret_cast<const unsigned char*>(padded.data());
  for (std::size_t at = bytes_before; at + bytes_behind < padded.size(); ++at) {
    if (is_torn(bytes + at) != 0) return true;
  }
  return false;
}

/// How often it stands in the text.
std::size_t count_torn(std::string_view text) {
  constexpr std::size_t block = 255;  // a byte counts it
  std::size_t count = 0;
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
  for (std::size_t at = bytes_before; at + bytes_behind < text.size(); at += block) {
    const std::size_t size = std::min(block, text.size() - bytes_behind - at);
    unsigned char found = 0;
    for (std::size_t i = 0; i < size; ++i) {
      found = static_cast<unsigned char>(found + is_torn(bytes + at + i));
    }
    count += found;
  }
  return count;
}

/// So many make a document that loses ư, where hardly a level ư is left.
constexpr std::size_t least_torn = 2;

/// So many are damage also in a text that has kept most of its ư: there only what is no word
/// without one is restored.
constexpr std::size_t least_torn_of_some = 3;

/// What may stand where ư was.
std::size_t hyphen_length(std::string_view text, std::size_t at) {
  const CodePoint point = code_point_at(text, at);
  const bool hyphen = point.value == '-' || point.value == 0xAD || point.value == 0x2010 ||
                      point.value == 0x2011 || point.value == 0x2212;
  return hyphen ? point.length : 0;
}

/// Nats: how much likelier a word without ư is what it seems, in a document that loses it.
constexpr float put_back = 2;
/// And how much less likely what is no word stands as it is, where a ư makes it one.
constexpr float is_no_word = 10;
constexpr float for_hyphen = 0.5F;

constexpr double sure = 0.998;
constexpr double likely = 0.98;

struct Reading {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string text;   ///< empty: as it stands
  bool torn = false;  ///< as it stands it is no word
};

bool is_words(const Word& word) {
  return word.kind != language::WordKind::number && word.kind != language::WordKind::year &&
         word.kind != language::WordKind::mixed && !word.key.too_long && word.letters <= 7;
}

class Restorer {
 public:
  Restorer(std::string_view text, const LanguageModel& model) : text_(text), model_(model) {}

  /// `only_torn`: words that are none as they stand, and nothing else.
  /// `begin`: of `text` within the whole.
  /// `blanks`: some became blanks, which only those that tear a word are here.
  void run(std::size_t begin, bool gone, bool hyphens, bool blanks, bool only_torn,
           EditList& edits) {
    only_torn_ = only_torn;
    blanks_ = blanks;
    language::WordScanner scanner(text_);
    Word word;
    while (scanner.next(word)) words_.push_back(word);
    std::vector<bool> boundary(words_.size() + 1, true);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      boundary[i] = words_[i].after_boundary;
      read(i, gone, hyphens);
    }
    const auto pieces = static_cast<std::uint32_t>(words_.size());
    const auto offset = static_cast<std::uint32_t>(begin);
    for (const std::uint32_t one : choose_words(arcs_, pieces, boundary, model_)) {
      const Reading& reading = readings_[arcs_[one].tag];
      if (reading.text.empty()) continue;
      edits.push_back({offset + reading.begin, offset + reading.end, reading.text,
                       RepairKind::encoding, reading.torn ? sure : likely});
    }
  }

 private:
  [[nodiscard]] std::string_view printed(const Word& word) const {
    return text_.substr(word.begin, word.end - word.begin);
  }

  /// All readings of word `i`, alone or with the next.
  void read(std::size_t i, bool gone, bool hyphens) {
    const Word& word = words_[i];
    const language::WordId id = model_.classify(word);
    const std::string_view here = printed(word);
    const bool torn = id == language::word_class::unknown || has_torn_rime(here);
    const PrintedWord as_is = look_up_word(here, model_);
    const std::size_t as_it_stands = arcs_.size();
    add(i, i + 1, {word.begin, word.end, {}, false}, id, as_is.extra);
    if (!is_words(word)) return;
    const bool upper = word.letter_case == LetterCase::upper && word.letters > 1;
    if (blanks_) try_over_blank(i, upper);
    if (only_torn_ && !has_torn_rime(here)) return;
    if (gone && !has_horned_u(here)) {
      for (std::size_t at = 0; at <= here.size();) {
        // A lost letter at the start of a word leaves "u" of "ưu" at best.
        std::string candidate(here.substr(0, at));
        candidate += upper ? horned_u_capital : horned_u;
        candidate += here.substr(at);
        try_word(i, i + 1, word.begin, word.end, std::move(candidate), torn, put_back);
        if (at == here.size()) break;
        at += language::code_point_length(here[at]);
      }
    }
    if (arcs_.size() > as_it_stands + 1 && is_no_word_at(word, torn)) {
      arcs_[as_it_stands].extra += is_no_word;
    }
    if (!hyphens) return;
    const std::size_t after = hyphen_length(text_, word.end);
    if (after != 0) {
      const auto behind = static_cast<std::uint32_t>(word.end + after);
      const bool joined = i + 1 < words_.size() && words_[i + 1].begin == behind;
      if (joined && is_words(words_[i + 1])) {
        std::string candidate(here);
        candidate += upper ? horned_u_capital : horned_u;
        candidate += printed(words_[i + 1]);
        try_word(i, i + 2, word.begin, words_[i + 1].end, std::move(candidate), true, for_hyphen);
      }
      if (!joined) {
        std::string candidate(here);
        candidate += upper ? horned_u_capital : horned_u;
        const std::size_t before = arcs_.size();
        try_word(i, i + 1, word.begin, behind, std::move(candidate), torn, for_hyphen);
        // "T- Tài", "th- viện": a dash has blanks on both sides; but "c- Vận động" opens an item.
        const bool parted = behind < text_.size() && text_[behind] == ' ' && !word.after_newline;
        if (arcs_.size() > before && parted) arcs_[as_it_stands].extra += is_no_word;
      }
    }
    // "-u tiên"
    const bool free = word.begin > 0 && (i == 0 || words_[i - 1].end < word.begin);
    if (!free) return;
    const std::size_t length = code_point_before(text_, word.begin).length;
    const std::size_t before = hyphen_length(text_, word.begin - length);
    if (before == 0 || (i > 0 && words_[i - 1].end == word.begin - before)) return;
    std::string candidate(horned_u);
    candidate += here;
    try_word(i, i + 1, static_cast<std::uint32_t>(word.begin - before), word.end,
             std::move(candidate), torn, for_hyphen);
  }

  /// "tr ờng": what has no vowel before what has a torn one.
  void try_over_blank(std::size_t i, bool upper) {
    if (i + 1 == words_.size()) return;
    const Word& word = words_[i];
    const Word& next = words_[i + 1];
    const bool beside = next.begin == word.end + 1 && text_[word.end] == ' ';
    if (!beside || !is_words(next) || language::is_syllable(printed(word))) return;
    if (!has_torn_rime(printed(next))) return;
    std::string candidate(printed(word));
    candidate += upper ? horned_u_capital : horned_u;
    candidate += printed(next);
    try_word(i, i + 2, word.begin, next.end, std::move(candidate), true, for_hyphen);
  }

  /// "trờng", "th", and "d" between blanks; but not "c)", "b/c", and no abbreviation.
  [[nodiscard]] bool is_no_word_at(const Word& word, bool unknown) const {
    if (word.letter_case == LetterCase::upper) return false;
    if (unknown) return word.letters > 1;
    if (language::is_syllable(printed(word))) return false;
    const auto is_blank = [this](std::size_t at) { return text_[at] == ' ' || text_[at] == '\n'; };
    return word.letters > 1 || (word.begin > 0 && word.end < text_.size() &&
                                is_blank(word.begin - 1) && is_blank(word.end));
  }

  static bool has_horned_u(std::string_view word) {
    return word.find(horned_u) != std::string_view::npos ||
           word.find(horned_u_capital) != std::string_view::npos;
  }

  void try_word(std::size_t from, std::size_t to, std::uint32_t begin, std::uint32_t end,
                std::string candidate, bool torn, float extra) {
    const language::WordId id = model_.find(candidate);
    if (id == language::word_class::unknown ||
        model_.spelling(id).find(horned_u) == std::string_view::npos) {
      return;
    }
    add(from, to, {begin, end, std::move(candidate), torn}, id, extra);
  }

  void add(std::size_t from, std::size_t to, Reading reading, language::WordId id, float extra) {
    arcs_.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), id, extra,
                     static_cast<std::uint32_t>(readings_.size())});
    readings_.push_back(std::move(reading));
  }

  std::string_view text_;
  const LanguageModel& model_;
  bool only_torn_ = false;
  bool blanks_ = false;
  std::vector<Word> words_;
  std::vector<WordArc> arcs_;
  std::vector<Reading> readings_;
};

/// What stands where the ư of torn words was.
struct InItsPlace {
  std::size_t hyphens = 0;
  std::size_t blanks = 0;
};

InItsPlace count_in_its_place(std::string_view text) {
  InItsPlace count;
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
  for (std::size_t at = bytes_before; at + bytes_behind < text.size(); ++at) {
    if (is_torn(bytes + at) == 0) continue;
    const std::size_t length = code_point_before(text, at).length;
    if (hyphen_length(text, at - length) == length) ++count.hyphens;
    if (text[at - length] == ' ') ++count.blanks;
  }
  return count;
}

std::size_t count_of(std::string_view text, std::string_view letter) {
  std::size_t count = 0;
  for (std::size_t at = text.find(letter); at != std::string_view::npos;
       at = text.find(letter, at + letter.size())) {
    ++count;
  }
  return count;
}

}  // namespace

EditList find_lost_horns(std::string_view text) {
  const std::size_t torn = count_torn(text);
  if (torn < least_torn) return {};
  const bool most = count_of(text, horned_u) <= torn;
  if (!most && torn < least_torn_of_some) return {};
  const auto [hyphens, blanks] = count_in_its_place(text);
  // "đ ợc": the font lost its ư to a blank, which the lattice restores.
  const std::size_t gone = torn - std::min(torn, hyphens + blanks);
  if (blanks * 2 > torn) return {};
  const bool by_hyphens = hyphens * 10 >= torn;
  // A code that is dropped is dropped everywhere; where some ư are left, letters are lost in
  // another way, which the lattice knows.
  const bool by_nothing = gone * 10 >= torn && count_of(text, horned_u) * 20 <= torn;
  if (!by_nothing && !by_hyphens) return {};
  const LanguageModel& model = LanguageModel::builtin();
  EditList edits;
  if (most) {
    Restorer(text, model).run(0, by_nothing, by_hyphens, blanks > 0, false, edits);
    return edits;
  }
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    // The scan reads a little of what stands around the line.
    const std::size_t from = begin - std::min(begin, bytes_before);
    if (count_torn(text.substr(from, end + bytes_behind - from)) > 0) {
      const std::string_view line = text.substr(begin, end - begin);
      Restorer(line, model).run(begin, by_nothing, by_hyphens, blanks > 0, true, edits);
    }
    begin = end + 1;
  }
  return edits;
}

}  // namespace vanban::repair_stage

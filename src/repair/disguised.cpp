// Who keeps texts from being copied swaps their letters for others that look alike at a glance,
// from whatever script has one: "ПǤƢỜI ҺƢỚПǤ DẪП", "ເҺiếп lƣợເ k̟iпҺ d0aпҺ". Some of these have one
// form for capitals and small letters. A text with many such words, of several such letters, is
// one; then all its words are read so.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "language/language_model.hpp"
#include "language/letter_numbers.hpp"
#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "repair/code_points.hpp"
#include "repair/icu.hpp"
#include "repair/lookalikes.hpp"
#include "repair/passes.hpp"

namespace vanban::repair_stage {
namespace {

/// What a letter says of its case.
enum class Case : std::uint8_t { small, capital, either };

struct Disguise {
  char32_t code_point;
  std::string_view letter;  ///< in lower case; empty: a mark that means nothing
  Case letter_case;
};
/// As texts have them; letters that look the same are those of lookalikes.tsv.
constexpr auto disguises = std::to_array<Disguise>({
#include "repair/disguises.inc"
});
static_assert(std::ranges::is_sorted(disguises, {}, &Disguise::code_point));

/// Letters that Unicode itself calls ASCII's in another shape: letterlike signs, numerals of Rome,
/// letters in circles, of full width, of mathematics.
constexpr CodePointRange shapes[] = {
    {0x2100, 0x214F}, {0x2160, 0x217F}, {0x24B6, 0x24E9}, {0xFF21, 0xFF5A}, {0x1D400, 0x1D6A3}};

/// The letter of ASCII that a shape is.
std::optional<Disguise> letter_in_shape(char32_t point) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
  const char letter = icu_text::compatible_ascii(point);
  const bool capital = letter >= 'A' && letter <= 'Z';
  const std::size_t place = letters.find(capital ? static_cast<char>(letter + 32) : letter);
  if (place == std::string_view::npos) return std::nullopt;
  return Disguise{point, letters.substr(place, 1), capital ? Case::capital : Case::small};
}

std::optional<Disguise> find_disguise(char32_t point) {
  if (is_in(shapes, point)) return letter_in_shape(point);
  const auto* const row = std::ranges::lower_bound(disguises, point, {}, &Disguise::code_point);
  if (row == disguises.end() || row->code_point != point) return std::nullopt;
  return *row;
}

constexpr double sure = 0.99;
constexpr double of_no_syllable = 0.9;

struct DisguisedWord {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string letters;        ///< composed, in lower case
  std::size_t disguised = 0;  ///< letters that are not 0
  bool only_signs = true;     ///< of what is swapped, Greek letters and cents: formulas have them
  bool has_own = false;       ///< a letter that is itself, or a Latin one at least
  bool is_syllable = false;
  bool in_capitals = false;  ///< every letter that tells
  bool tells_case = false;
  bool first_tells = false;  ///< its first letter says whether it is a capital
  bool first_is_capital = false;
  bool begins = false;  ///< a line or a sentence
};

/// Letters of the Latin script, however they look: no word of another script has one.
bool is_latin(char32_t point) {
  return (point >= 0x100 && point < 0x300) || (point >= 0x1D00 && point < 0x1D80) ||
         (point >= 0xA720 && point < 0xA800) || is_in(shapes, point);
}

bool is_ascii(char byte) {
  return static_cast<unsigned char>(byte) < 0x80;
}

/// "do", "cho", "theo": a word of running text that the digit makes no code of.
bool is_usual(std::string_view word) {
  constexpr float usual = 8.5F;  // nats
  const auto& model = language::LanguageModel::builtin();
  const language::WordId id = model.find(word);
  return id >= language::word_class::count && model.unigram_cost(id) < usual;
}

bool is_sign(char32_t point) {
  return point == U'¢' || (point >= 0x370 && point < 0x400);
}

/// The word that begins at `begin`, if it has a disguised letter; `end` is set behind it.
class WordReader {
 public:
  WordReader(std::string_view text, std::size_t begin) : text_(text), begin_(begin) {}

  bool read(DisguisedWord& word) {
    word = {};
    word.begin = begin_;
    std::size_t at = begin_;
    std::size_t letters = 0;
    bool only_digits = true;
    for (; at < text_.size();) {
      const CodePoint point = code_point_at(text_, at);
      const std::string_view printed = text_.substr(at, point.length);
      if (const std::optional<Disguise> row = find_disguise(point.value)) {
        add(row->letter, row->letter_case, letters == 0, word);
        if (point.value != U'0') {
          ++word.disguised;
          word.only_signs = word.only_signs && is_sign(point.value);
          word.has_own = word.has_own || is_latin(point.value);
          only_digits = false;
        }
        zeros_ += point.value == U'0' ? 1U : 0U;
      } else if (const Lookalike* const other = find_lookalike(point.value)) {
        add(language::fold(other->letter), case_of(other->letter), letters == 0, word);
        only_digits = false;
      } else if (is_combining(point.value)) {
        word.letters += printed;
      } else if (language::letter_length(printed.data(), printed.data() + printed.size()) != 0) {
        if (point.value >= 0x370 && point.value < 0x1E00) foreign_ = true;
        add(language::fold(printed), case_of(printed), letters == 0, word);
        word.has_own = true;
        only_digits = false;
      } else {
        break;
      }
      if (!is_combining(point.value)) ++letters;
      at += point.length;
    }
    word.end = at;
    const auto digit_at = [this](std::size_t place) {
      return place < text_.size() && text_[place] >= '0' && text_[place] <= '9';
    };
    const bool is_number = digit_at(at) || (begin_ > 0 && digit_at(begin_ - 1));
    if (foreign_ || only_digits || is_number || letters == 0) return false;
    if (word.disguised == 0 && zeros_ == 0) return false;
    word.letters = icu_text::to_nfc(word.letters);
    word.is_syllable = language::is_syllable(word.letters);
    return true;
  }

 private:
  static Case case_of(std::string_view letter) {
    std::array<char, 4> folded{};
    return language::fold_letter(letter.data(), letter.size(), folded.data()) ? Case::capital
                                                                              : Case::small;
  }

  static void add(std::string_view letter, Case letter_case, bool first, DisguisedWord& word) {
    word.letters += letter;
    if (letter_case == Case::either) return;
    const bool capital = letter_case == Case::capital;
    if (first) {
      word.first_tells = true;
      word.first_is_capital = capital;
    }
    word.in_capitals = capital && (word.in_capitals || !word.tells_case);
    word.tells_case = true;
  }

  std::string_view text_;
  std::size_t begin_;
  bool foreign_ = false;
  std::size_t zeros_ = 0;
};

/// The word in its case: what tells nothing goes by the others, a first letter by where it stands.
std::string in_case(const DisguisedWord& word, bool among_capitals, bool first_by_place) {
  const bool one_capital = word.first_tells && word.first_is_capital && word.letters.size() == 1;
  const bool all =
      word.tells_case ? word.in_capitals && !(one_capital && !among_capitals) : among_capitals;
  const bool first = word.first_tells ? word.first_is_capital : first_by_place;
  return language::with_capitals(word.letters, all, first);
}

/// Whether the first letter of a word is rather a capital between its neighbours.
bool is_title(const std::vector<DisguisedWord>& words, std::size_t i) {
  const auto& model = language::LanguageModel::builtin();
  const DisguisedWord& word = words[i];
  const auto id_beside = [&](bool there, std::size_t other, std::size_t gap) {
    return there && gap == 1 ? model.find(words[other].letters) : language::word_class::boundary;
  };
  const language::WordId left = id_beside(i > 0, i - 1, i > 0 ? word.begin - words[i - 1].end : 0);
  const language::WordId right = id_beside(
      i + 1 < words.size(), i + 1, i + 1 < words.size() ? words[i + 1].begin - word.end : 0);
  const language::CaseCosts costs =
      model.case_costs(left, model.find(word.letters), right, word.begins);
  return costs.title < costs.lower;
}

/// What is no word, or what it seems: "ρ", "20", "A0", "h0"; but not "ĐÀ0" and "d0".
bool stays(const DisguisedWord& word) {
  constexpr std::size_t shortest = 2;  // letters of a word that is no syllable
  const bool is_plain = std::ranges::all_of(word.letters, is_ascii);
  if (word.disguised == 0) {
    const bool is_code = is_plain && (word.in_capitals || !is_usual(word.letters));
    return !word.is_syllable || is_code;
  }
  return !word.is_syllable && word.only_signs && word.letters.size() <= shortest;
}

/// All words with disguised letters.
std::vector<DisguisedWord> find_words(std::string_view text) {
  constexpr std::string_view opens = "\n.:|-+*";
  std::vector<DisguisedWord> words;
  DisguisedWord word;
  bool begins = true;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const std::string_view printed = text.substr(at, point.length);
    const bool is_letter =
        find_disguise(point.value) || find_lookalike(point.value) != nullptr ||
        language::letter_length(printed.data(), printed.data() + printed.size()) != 0;
    if (!is_letter) {
      begins = opens.find(printed) != std::string_view::npos ||
               (begins && (printed == " " || (printed[0] >= '1' && printed[0] <= '9')));
      at += point.length;
      continue;
    }
    const bool has = WordReader(text, at).read(word);
    at = std::max(word.end, at + point.length);
    if (!has) {
      begins = begins && text[at - 1] == '0';  // of a number that opens the line
      continue;
    }
    word.begins = begins;
    begins = false;
    words.push_back(word);
  }
  return words;
}

/// A syllable with a mark, of three letters or more, not all of them of another script: what is
/// spelt in phonetic letters, and the small capitals of linguists, have no marks.
bool is_proof(const DisguisedWord& word) {
  constexpr std::size_t fewest_bytes = 3;
  return word.is_syllable && word.has_own && word.letters.size() >= fewest_bytes &&
         !std::ranges::all_of(word.letters, is_ascii);
}

/// The first bytes of Cyrillic and Armenian, of Lao, of ǥ and of phonetic letters, and the first
/// two of small capitals and of shapes: a text in any other script, or in an old encoding, has few.
bool may_be_disguised(std::string_view text) {
  constexpr std::size_t fewest = 12;
  std::size_t count = 0;
  for (std::size_t at = 0; at + 1 < text.size() && count < fewest; ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const auto next = static_cast<unsigned char>(text[at + 1]);
    const bool small_capital = byte == 0xE1 && next == 0xB4;
    const bool shape = (byte == 0xE2 && (next == 0x85 || next == 0x92 || next == 0x93)) ||
                       (byte == 0xEF && (next == 0xBC || next == 0xBD)) ||
                       (byte == 0xF0 && next == 0x9D);
    const bool other = (byte >= 0xD0 && byte <= 0xD2) || byte == 0xD5 || byte == 0xE0 ||
                       byte == 0xC7 || byte == 0xC9 || byte == 0xCA;
    count += small_capital || shape || other ? 1U : 0U;
  }
  return count >= fewest;
}

/// Many different words that are syllables of Vietnamese without their disguise, of several
/// letters, and few that are none.
bool is_proved(std::string_view text, const std::vector<DisguisedWord>& words) {
  constexpr std::size_t fewest_words = 6;
  constexpr std::size_t fewest_letters = 5;
  std::set<std::string_view> letters;  // П and п are one
  std::set<std::string_view> syllables;
  std::size_t proofs = 0;
  std::size_t others = 0;
  for (const DisguisedWord& word : words) {
    if (word.disguised == 0) continue;
    others += word.is_syllable && word.has_own ? 0U : 1U;
    if (!is_proof(word)) continue;
    ++proofs;
    syllables.insert(word.letters);
    for (std::size_t at = word.begin; at < word.end;) {
      const CodePoint point = code_point_at(text, at);
      const std::optional<Disguise> row = find_disguise(point.value);
      if (row && point.value != U'0') letters.insert(row->letter);
      at += point.length;
    }
  }
  return syllables.size() >= fewest_words && proofs > 2 * others &&
         letters.size() >= fewest_letters;
}

/// Digits and signs of full width between words, where no other script stands beside them.
void add_wide_signs(std::string_view text, std::size_t begin, std::size_t end, EditList& edits) {
  const auto is_other_script = [](const CodePoint& point) {
    const bool latin = point.value < 0x370 || (point.value >= 0x1E00 && point.value < 0x2070);
    return !latin && !(point.value >= 0xFF01 && point.value <= 0xFF5E);
  };
  for (std::size_t at = begin; at < end;) {
    const CodePoint point = code_point_at(text, at);
    if (point.value >= 0xFF01 && point.value <= 0xFF5E &&
        !is_other_script(code_point_before(text, at)) &&
        !is_other_script(code_point_at(text, at + point.length))) {
      edits.push_back({static_cast<std::uint32_t>(at),
                       static_cast<std::uint32_t>(at + point.length),
                       std::string(1, static_cast<char>(point.value - 0xFF01 + '!')),
                       RepairKind::lookalike, sure});
    }
    at += point.length;
  }
}

}  // namespace

EditList find_disguised(std::string_view text) {
  EditList edits;
  if (!may_be_disguised(text)) return edits;
  const std::vector<DisguisedWord> words = find_words(text);
  if (!is_proved(text, words)) return edits;
  bool among_capitals = false;
  std::size_t read_to = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const DisguisedWord& word = words[i];
    add_wide_signs(text, read_to, word.begin, edits);
    read_to = word.end;
    if (word.tells_case) among_capitals = word.in_capitals;
    if (stays(word)) continue;
    edits.push_back({static_cast<std::uint32_t>(word.begin), static_cast<std::uint32_t>(word.end),
                     in_case(word, among_capitals, is_title(words, i)), RepairKind::lookalike,
                     word.is_syllable ? sure : of_no_syllable});
  }
  add_wide_signs(text, read_to, text.size(), edits);
  return edits;
}

}  // namespace vanban::repair_stage

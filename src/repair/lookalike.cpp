// A letter is a look-alike only by its company. A word with letters of two scripts is damaged; a
// word wholly of look-alikes ("Ð", "со") may be sound text of another language, so that it takes
// the evidence of its neighbours or of the document, and a word with one letter that looks like
// nothing Latin ("Москва") is foreign and stays.
#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/icu.hpp"
#include "repair/lookalikes.hpp"
#include "repair/passes.hpp"

namespace vanban::repair_stage {
namespace {

// The lead bytes of Greek and Cyrillic, and the two bytes of each Latin row of the table; a test
// holds this against the table.
constexpr auto may_be_lookalike = [](ByteContext at) {
  const unsigned char byte = at.byte;
  const unsigned char lead = at.before;
  const auto script = static_cast<unsigned char>((byte >= 0xCD) & (byte <= 0xD4));
  const auto c3 = static_cast<unsigned char>((lead == 0xC3) & ((byte == 0x90) | (byte == 0xB0)));
  const auto c4 = static_cast<unsigned char>((lead == 0xC4) & ((byte & 0xFEU) == 0xAC));
  const auto c5 = static_cast<unsigned char>((lead == 0xC5) &
                                             (((byte & 0xFEU) == 0xAC) | ((byte & 0xFEU) == 0x8E)));
  const auto c6 =
      static_cast<unsigned char>((lead == 0xC6) & (((byte & 0xFEU) == 0xA2) | (byte == 0x89)));
  const auto c7 = static_cast<unsigned char>(
      (lead == 0xC7) & ((byte == 0x8D) | (byte == 0x8E) | (byte == 0x9B) | (byte == 0x9C)));
  const auto c9 = static_cast<unsigned char>((lead == 0xC9) & (byte == 0x96));
  return static_cast<unsigned char>(script | c3 | c4 | c5 | c6 | c7 | c9);
};

constexpr double sure = 0.99;
constexpr double by_evidence = 0.9;

constexpr unsigned bit(LookalikeGroup group) {
  return 1U << static_cast<unsigned>(group);
}

/// A word with at least one look-alike and no foreign letter.
struct Candidate {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t line = 0;     ///< offset of its line
  std::size_t ordinal = 0;  ///< among the words of its line
  unsigned groups = 0;
  bool has_latin = false;  ///< a letter that is what it looks like
  bool capitals = true;    ///< all letters, with the look-alikes replaced
  bool marker = false;     ///< "Ð.", "а)", "І." before a Latin word
  std::string replaced;
  double confidence = 0;  ///< 0: stays as it is
};

struct WordLetters {
  Candidate word;
  bool foreign = false;
};

bool is_combining(char32_t point) {
  return point >= 0x300 && point <= 0x36F;
}
bool is_greek_or_cyrillic(char32_t point) {
  return point >= 0x370 && point < 0x530;
}

bool is_capital(std::string_view letter) {
  std::array<char, 4> folded{};
  return language::fold_letter(letter.data(), letter.size(), folded.data());
}

WordLetters look_at_word(std::string_view text, std::size_t begin, std::size_t end) {
  WordLetters out;
  Candidate& word = out.word;
  word.begin = begin;
  word.end = end;
  for (std::size_t at = begin; at < end;) {
    const CodePoint point = code_point_at(text, at);
    std::string_view letter = text.substr(at, point.length);
    if (const Lookalike* const row = find_lookalike(point.value)) {
      word.groups |= bit(row->group);
      letter = row->letter;
      word.capitals = word.capitals && is_capital(letter);
    } else if (is_greek_or_cyrillic(point.value)) {
      out.foreign = true;
    } else if (!is_combining(point.value)) {
      word.has_latin = true;
      word.capitals = word.capitals && is_capital(letter);
    }
    word.replaced += letter;
    at += point.length;
  }
  return out;
}

bool is_numeral_or_letter(std::string_view word) {
  return word.size() <= 2 || word.find_first_not_of("IVX") == std::string_view::npos;
}

/// The candidates of one line.
void look_at_line(std::string_view text, LineRange line, std::vector<Candidate>& found) {
  const char* const base = text.data();
  const char* const end = base + line.end;
  std::size_t ordinal = 0;
  std::size_t waiting = found.size();  // a marker whose next word is not seen yet
  bool only_blanks = true;
  for (std::size_t at = line.begin; at < line.end;) {
    std::size_t length = language::letter_length(base + at, end);
    if (length == 0) {
      only_blanks = only_blanks && (base[at] == ' ' || base[at] == '\t');
      ++at;
      continue;
    }
    const std::size_t begin = at;
    for (; length != 0; length = language::letter_length(base + at, end)) at += length;
    WordLetters letters = look_at_word(text, begin, at);
    if (ordinal == 1 && waiting < found.size() && !letters.foreign && letters.word.has_latin) {
      found[waiting].marker = true;
    }
    if (letters.word.groups != 0 && !letters.foreign) {
      letters.word.line = line.begin;
      letters.word.ordinal = ordinal;
      if (ordinal == 0 && only_blanks && at < line.end && (base[at] == '.' || base[at] == ')') &&
          is_numeral_or_letter(letters.word.replaced)) {
        waiting = found.size();
      }
      found.push_back(std::move(letters.word));
    }
    ++ordinal;
    only_blanks = false;
  }
}

/// Damage that the word itself proves.
bool is_proved(const Candidate& word) {
  if (word.marker) return true;
  if (word.groups != bit(LookalikeGroup::vietnamese)) return word.has_latin;
  if (language::is_syllable(icu_text::to_nfc(word.replaced))) return true;
  // HÐND, LÐTBXH: abbreviations are no syllables.
  return word.has_latin && word.capitals;
}

/// The Vietnamese letters for which a proved word of the document had a look-alike, in lower case:
/// a file that loses one ư to ƣ loses them all.
class Families {
 public:
  void add(std::string_view text, const Candidate& word) {
    visit(text, word, [this](const std::string& letter) {
      if (!holds(letter)) letters_.push_back(letter);
      return true;
    });
  }
  [[nodiscard]] bool hold_all(std::string_view text, const Candidate& word) const {
    return visit(text, word, [this](const std::string& letter) { return holds(letter); });
  }

 private:
  [[nodiscard]] bool holds(const std::string& letter) const {
    return std::ranges::find(letters_, letter) != letters_.end();
  }
  template <class Visit>
  static bool visit(std::string_view text, const Candidate& word, const Visit& each) {
    for (std::size_t at = word.begin; at < word.end;) {
      const CodePoint point = code_point_at(text, at);
      const Lookalike* const row = find_lookalike(point.value);
      if (row != nullptr && row->group == LookalikeGroup::vietnamese &&
          !each(language::fold(row->letter))) {
        return false;
      }
      at += point.length;
    }
    return true;
  }

  std::vector<std::string> letters_;  // at most one a letter of the table
};

bool is_neighbour(const Candidate& one, const Candidate& other) {
  return one.line == other.line && one.ordinal + 1 == other.ordinal;
}

/// A word wholly of Greek or Cyrillic look-alikes between words where the same script stood for
/// Latin letters.
bool neighbour_proves(const std::vector<Candidate>& words, std::size_t i) {
  const unsigned latin = bit(LookalikeGroup::vietnamese);
  const auto shares = [&](const Candidate& other) {
    return other.confidence == sure && (other.groups & words[i].groups & ~latin) != 0;
  };
  const bool left = i > 0 && is_neighbour(words[i - 1], words[i]) && shares(words[i - 1]);
  const bool right =
      i + 1 < words.size() && is_neighbour(words[i], words[i + 1]) && shares(words[i + 1]);
  return (left || right) && language::is_syllable(icu_text::to_nfc(words[i].replaced));
}

void judge(std::string_view text, std::vector<Candidate>& words) {
  Families families;
  for (Candidate& word : words) {
    if (!is_proved(word)) continue;
    word.confidence = sure;
    families.add(text, word);
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].confidence != 0) continue;
    const bool proved = words[i].groups == bit(LookalikeGroup::vietnamese)
                            ? families.hold_all(text, words[i])
                            : neighbour_proves(words, i);
    if (proved) words[i].confidence = by_evidence;
  }
}

void append_edits(std::string_view text, const Candidate& word, EditList& edits) {
  for (std::size_t at = word.begin; at < word.end;) {
    const CodePoint point = code_point_at(text, at);
    if (const Lookalike* const row = find_lookalike(point.value)) {
      edits.push_back({static_cast<std::uint32_t>(at),
                       static_cast<std::uint32_t>(at + point.length), std::string(row->letter),
                       RepairKind::lookalike, word.confidence});
    }
    at += point.length;
  }
}

}  // namespace

const Lookalike* find_lookalike(char32_t code_point) {
  const auto* const row =
      std::ranges::lower_bound(lookalike_table, code_point, {}, &Lookalike::code_point);
  return row != lookalike_table.end() && row->code_point == code_point ? row : nullptr;
}

EditList find_lookalikes(std::string_view text) {
  std::vector<Candidate> words;
  for (std::size_t at = find_suspect(text, 0, may_be_lookalike); at < text.size();) {
    const LineRange line = line_around(text, at);
    look_at_line(text, line, words);
    at = find_suspect(text, line.end, may_be_lookalike);
  }
  judge(text, words);
  EditList edits;
  for (const Candidate& word : words) {
    if (word.confidence != 0) append_edits(text, word, edits);
  }
  return edits;
}

}  // namespace vanban::repair_stage

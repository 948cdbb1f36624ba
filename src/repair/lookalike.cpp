// A letter is a look-alike only by its company. A word with letters of two scripts is damaged; a
// word wholly of look-alikes ("Ð", "со") may be sound text of another language, so that it takes
// the evidence of its neighbours or of the document, and a word with one letter that looks like
// nothing Latin ("Москва") is foreign and stays.
#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "language/language_model.hpp"
#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "language/words.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/icu.hpp"
#include "repair/lookalikes.hpp"
#include "repair/passes.hpp"
#include "repair/signs.hpp"

namespace vanban::repair_stage {
namespace {

constexpr double sure = 0.99;
constexpr double by_evidence = 0.9;

constexpr unsigned bit(LookalikeGroup group) {
  return 1U << static_cast<unsigned>(group);
}

/// Letters of the Latin script.
constexpr unsigned latin_groups =
    bit(LookalikeGroup::vietnamese) | bit(LookalikeGroup::accent) | bit(LookalikeGroup::tilde);

/// A line that has such a letter spells its other carons and breves in earnest, too ("nǐ hǎo", "lǜ
/// shī", "Čư Kŭi").
bool is_romanised(char32_t point) {
  const auto is_one_of = [point](std::u32string_view letters) {
    return letters.find(point) != std::u32string_view::npos;
  };
  return is_one_of(macron_vowels) || is_one_of(caron_vowels) || is_one_of(highland_letters);
}

/// Nats by themselves of words that several breves make, and of one that stands alone: in "trŭng"
/// the breve is as likely one of another language.
constexpr float usual = 11.5F;
constexpr float usual_alone = 9.5F;
constexpr float far_likelier = 5.5F;

/// Names of other languages make syllables that no Vietnamese word has ("Buôn Hŏ", "Plei Ŏi").
bool is_usual_word(std::string_view word, float most) {
  const auto& model = language::LanguageModel::builtin();
  const language::WordId id = model.find(language::fold(word));
  return id >= language::word_class::count && model.unigram_cost(id) < most;
}

/// A word with at least one look-alike and no foreign letter.
struct Candidate {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t line = 0;     ///< offset of its line
  std::size_t ordinal = 0;  ///< among the words of its line
  unsigned groups = 0;
  bool has_latin = false;                  ///< a letter that is what it looks like
  bool has_marked = false;                 ///< ... with a mark
  bool capitals = true;                    ///< all letters, with the look-alikes replaced
  bool marker = false;                     ///< "Ð.", "а)", "І." opens its line
  bool before_latin = false;               ///< the next word of the line has a Latin letter
  bool romanised = false;                  ///< the line has a letter of a romanisation
  std::string replaced;                    ///< the word as it should be, composed
  std::vector<std::string_view> families;  ///< Vietnamese letters that look-alikes stand for
  std::u32string others;                   ///< its Greek and Cyrillic look-alikes
  double confidence = 0;                   ///< 0: stays as it is
};

struct WordLetters {
  Candidate word;
  bool foreign = false;
  bool romanised = false;       ///< has a letter of a romanisation
  unsigned foreign_groups = 0;  ///< of its letters that look like nothing Latin
};

/// What a document says of the scripts whose letters look Latin.
struct Findings {
  std::vector<Candidate> words;
  std::size_t foreign_greek = 0;  ///< words of several letters
  std::size_t foreign_cyrillic = 0;
  std::size_t half_foreign = 0;  ///< words of Latin letters and such that look like none
};

bool is_greek_or_cyrillic(char32_t point) {
  return point >= 0x370 && point < 0x530;
}

LookalikeGroup script_of(char32_t point) {
  return point < 0x400 ? LookalikeGroup::greek : LookalikeGroup::cyrillic;
}

bool is_capital(std::string_view letter) {
  std::array<char, 4> folded{};
  return language::fold_letter(letter.data(), letter.size(), folded.data());
}

/// Bytes. What has more is no word, nor some words stuck together.
constexpr std::size_t longest_word = 256;

/// đ begins a syllable, and who writes ñ for it has its other letters right.
bool may_be_tilde_for_bar(std::string_view printed) {
  const CodePoint first = code_point_at(printed, 0);
  const Lookalike* const row = find_lookalike(first.value);
  if (row == nullptr || row->group != LookalikeGroup::tilde) return false;
  for (std::size_t at = first.length; at < printed.size();) {
    const CodePoint point = code_point_at(printed, at);
    if (find_lookalike(point.value) != nullptr) return false;
    at += point.length;
  }
  return true;
}

/// Looks at a word in composed form, replaces what it finds and adds it to `word`.
void replace_letters(std::string_view printed, WordLetters& out) {
  Candidate& word = out.word;
  word.replaced.clear();
  const bool has_bar = may_be_tilde_for_bar(printed);
  for (std::size_t at = 0; at < printed.size();) {
    const CodePoint point = code_point_at(printed, at);
    std::string_view letter = printed.substr(at, point.length);
    const Lookalike* const row = find_lookalike(point.value);
    if (row != nullptr && (row->group != LookalikeGroup::tilde || has_bar)) {
      word.groups |= bit(row->group);
      if (row->group == LookalikeGroup::vietnamese) word.families.push_back(row->letter);
      if (is_greek_or_cyrillic(point.value)) word.others.push_back(point.value);
      letter = row->letter;
      word.capitals = word.capitals && is_capital(letter);
    } else if (is_greek_or_cyrillic(point.value)) {
      out.foreign = true;
      out.foreign_groups |= bit(script_of(point.value));
    } else if (!is_combining(point.value)) {
      word.has_latin = true;
      word.has_marked = word.has_marked || point.value >= 0x80;
      out.romanised = out.romanised || is_romanised(point.value);
      word.capitals = word.capitals && is_capital(letter);
    }
    word.replaced += letter;
    at += point.length;
  }
}

WordLetters look_at_word(std::string_view text, std::size_t begin, std::size_t end) {
  WordLetters out;
  if (end - begin > longest_word) {
    out.foreign = true;
    return out;
  }
  out.word.begin = begin;
  out.word.end = end;
  replace_letters(text.substr(begin, end - begin), out);
  if (out.word.groups == 0 || out.foreign) return out;
  // A mark that the look-alike left alone joins the Latin letter, and that may be a look-alike in
  // its turn: Cyrillic о with a breve.
  const bool has_latin = out.word.has_latin;
  std::string composed = icu_text::to_nfc(out.word.replaced);
  while (composed != out.word.replaced) {  // each round has fewer code points than the last
    replace_letters(composed, out);
    composed = icu_text::to_nfc(out.word.replaced);
  }
  out.word.has_latin = has_latin;
  const CodePoint after = code_point_at(text, end);
  out.foreign = out.foreign || (after.value >= 0x300 && icu_text::is_reordered(after.value));
  return out;
}

bool is_numeral_or_letter(std::string_view word) {
  return word.size() <= 2 || word.find_first_not_of("IVX") == std::string_view::npos;
}

constexpr std::size_t no_candidate = static_cast<std::size_t>(-1);

/// The candidates of one line.
void look_at_line(std::string_view text, LineRange line, Findings& findings) {
  std::vector<Candidate>& found = findings.words;
  const char* const base = text.data();
  const char* const end = base + line.end;
  std::size_t ordinal = 0;
  std::size_t marker = no_candidate;
  bool only_blanks = true;
  bool has_romanised = false;
  const std::size_t first = found.size();
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
    has_romanised = has_romanised || letters.romanised;
    if (at - begin > 2) {  // Σ and α are signs, not words
      if ((letters.foreign_groups & bit(LookalikeGroup::greek)) != 0) ++findings.foreign_greek;
      if ((letters.foreign_groups & bit(LookalikeGroup::cyrillic)) != 0)
        ++findings.foreign_cyrillic;
    }
    if (ordinal == 1 && marker != no_candidate) {
      found[marker].before_latin = !letters.foreign && letters.word.has_latin;
    }
    if (letters.foreign_groups != 0 && letters.word.has_latin) ++findings.half_foreign;
    if (letters.word.groups != 0 && !letters.foreign) {
      letters.word.line = line.begin;
      letters.word.ordinal = ordinal;
      if (ordinal == 0 && only_blanks && at < line.end && (base[at] == '.' || base[at] == ')') &&
          is_numeral_or_letter(letters.word.replaced)) {
        letters.word.marker = true;
        marker = found.size();
      }
      found.push_back(std::move(letters.word));
    }
    ++ordinal;
    only_blanks = false;
  }
  for (std::size_t i = first; i < found.size(); ++i) found[i].romanised = has_romanised;
}

/// Damage that the word itself proves, where a word with an accent costs `most` nats.
bool is_proved(const Candidate& word, float most) {
  const bool has_accent = (word.groups & bit(LookalikeGroup::accent)) != 0;
  if (has_accent && word.romanised) return false;
  if ((word.groups & bit(LookalikeGroup::tilde)) != 0) return false;  // see `has_tilde_for_bar`
  if ((word.groups & ~latin_groups) != 0) return word.has_latin;
  if (language::is_syllable(word.replaced))
    return !has_accent || is_usual_word(word.replaced, most);
  if (has_accent) return false;
  // HÐND, LÐTBXH: abbreviations are no syllables.
  return word.has_latin && word.capitals;
}

/// Whether most of the words with a wrong accent are none without it: then the accents are those of
/// another language, some of whose words look so ("gŏ" among "lŏt", "sŏ" and "kŏn").
bool are_of_another_language(const std::vector<Candidate>& words) {
  std::set<std::string> of_vietnamese;
  std::set<std::string> others;
  for (const Candidate& word : words) {
    if ((word.groups & bit(LookalikeGroup::accent)) == 0) continue;
    (is_usual_word(word.replaced, usual) ? of_vietnamese : others)
        .insert(language::fold(word.replaced));
  }
  return others.size() > of_vietnamese.size();
}

/// Whether words that differ are proved by what they would be without their wrong accent.
bool has_several_accents(const std::vector<Candidate>& words) {
  std::string first;
  for (const Candidate& word : words) {
    if ((word.groups & bit(LookalikeGroup::accent)) == 0 || !is_proved(word, usual)) continue;
    const std::string folded = language::fold(word.replaced);
    if (first.empty()) first = folded;
    if (folded != first) return true;
  }
  return false;
}

/// Whether ñ stands for đ here: different words with another marked letter are among the most
/// frequent so ("ñược", "ñến", "ñể"), and few are none. Ê Đê, Spanish and old spellings have ñ in
/// earnest, but not in those words.
bool has_tilde_for_bar(const std::vector<Candidate>& words) {
  constexpr std::size_t fewest = 2;
  constexpr float frequent = 7.5F;  // nats
  std::set<std::string> proofs;
  std::set<std::string> others;
  for (const Candidate& word : words) {
    if ((word.groups & bit(LookalikeGroup::tilde)) == 0) continue;
    const std::string folded = language::fold(word.replaced);
    if (!is_usual_word(word.replaced, usual)) {
      others.insert(folded);
    } else if (word.has_marked && is_usual_word(word.replaced, frequent)) {
      proofs.insert(folded);
    }
  }
  return proofs.size() >= fewest && proofs.size() > 2 * others.size();
}

/// The Vietnamese letters for which a proved word of the document had a look-alike, in lower case:
/// a file that loses one ư to ƣ loses them all. At most one a row of the table.
class Families {
 public:
  void add(const Candidate& word) {
    for (const std::string_view letter : word.families) {
      if (!holds(letter)) letters_.push_back(language::fold(letter));
    }
  }
  [[nodiscard]] bool hold_all(const Candidate& word) const {
    return (word.groups & (bit(LookalikeGroup::accent) | bit(LookalikeGroup::tilde))) == 0 &&
           std::ranges::all_of(word.families,
                               [this](std::string_view letter) { return holds(letter); });
  }

 private:
  [[nodiscard]] bool holds(std::string_view letter) const {
    return std::ranges::find(letters_, language::fold(letter)) != letters_.end();
  }

  std::vector<std::string> letters_;
};

bool is_neighbour(const Candidate& one, const Candidate& other) {
  return one.line == other.line && one.ordinal + 1 == other.ordinal;
}

/// A word wholly of Greek or Cyrillic look-alikes between words where the same script stood for
/// Latin letters.
bool neighbour_proves(const std::vector<Candidate>& words, std::size_t i) {
  const auto shares = [&](const Candidate& other) {
    return other.confidence == sure && (other.groups & words[i].groups & ~latin_groups) != 0;
  };
  const bool left = i > 0 && is_neighbour(words[i - 1], words[i]) && shares(words[i - 1]);
  const bool right =
      i + 1 < words.size() && is_neighbour(words[i], words[i + 1]) && shares(words[i + 1]);
  return (left || right) && language::is_syllable(words[i].replaced);
}

/// A document in which letters of a script stand for Latin ones again and again, and which has no
/// word of that script: there a word wholly of such letters is one more of them.
class Script {
 public:
  Script(LookalikeGroup group, std::size_t foreign) : group_(group), foreign_(foreign) {}

  void add(const Candidate& word) {
    if ((word.groups & bit(group_)) == 0) return;
    ++proved_;
    for (const char32_t letter : word.others) {
      if (letters_.find(letter) == std::u32string::npos) letters_.push_back(letter);
    }
  }
  /// Whether its letters in `word`, if there are any, may stand for Latin ones.
  [[nodiscard]] bool allows(const Candidate& word) const {
    if ((word.groups & bit(group_)) == 0) return true;
    if (foreign_ != 0 || proved_ < least_proved) return false;
    // Small Greek letters are signs in formulas.
    const bool may_be_sign = group_ == LookalikeGroup::greek && !word.capitals;
    const auto is_known = [this](char32_t letter) {
      return script_of(letter) != group_ || letters_.find(letter) != std::u32string::npos;
    };
    return !may_be_sign || std::ranges::all_of(word.others, is_known);
  }

 private:
  static constexpr std::size_t least_proved = 2;
  LookalikeGroup group_;
  std::size_t foreign_;
  std::size_t proved_ = 0;
  std::u32string letters_;  ///< at most one a row of the table
};

/// Whether the glyph numbers of a font make letters of other scripts, a few of which look Latin by
/// accident: "7+ѬѪ1*".
bool is_font_map(const Findings& findings) {
  const auto of_other_script = [](const Candidate& word) {
    return (word.groups & ~latin_groups) != 0;
  };
  return findings.half_foreign >
         static_cast<std::size_t>(std::ranges::count_if(findings.words, of_other_script));
}

void judge(Findings& findings) {
  std::vector<Candidate>& words = findings.words;
  if (is_font_map(findings)) {
    std::erase_if(words, [](const Candidate& word) { return (word.groups & ~latin_groups) != 0; });
  }
  const float usual_here = has_several_accents(words) ? usual : usual_alone;
  const bool accents_are_meant = are_of_another_language(words);
  Families families;
  Script greek(LookalikeGroup::greek, findings.foreign_greek);
  Script cyrillic(LookalikeGroup::cyrillic, findings.foreign_cyrillic);
  for (Candidate& word : words) {
    const bool has_accent = (word.groups & bit(LookalikeGroup::accent)) != 0;
    if ((has_accent && accents_are_meant) || !is_proved(word, usual_here)) continue;
    word.confidence = sure;
    families.add(word);
    greek.add(word);
    cyrillic.add(word);
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].confidence != 0) continue;
    const bool proved =
        (words[i].groups & ~latin_groups) == 0
            ? families.hold_all(words[i])
            : neighbour_proves(words, i) || (greek.allows(words[i]) && cyrillic.allows(words[i]));
    if (proved) words[i].confidence = by_evidence;
  }
  if (has_tilde_for_bar(words)) {
    for (Candidate& word : words) {
      const bool tilde = (word.groups & bit(LookalikeGroup::tilde)) != 0;
      const bool alone = word.replaced == "đ" || word.replaced == "Đ";
      const bool meant = !alone && !word.marker && !word.romanised;
      if (tilde && meant && is_usual_word(word.replaced, usual)) {
        word.confidence = by_evidence;
      }
    }
  }
  // A marker takes the script of the line that it opens.
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool tilde = (words[i].groups & bit(LookalikeGroup::tilde)) != 0;
    if (!words[i].marker || words[i].confidence != 0 || tilde) continue;
    const bool before_damaged = i + 1 < words.size() && is_neighbour(words[i], words[i + 1]) &&
                                words[i + 1].confidence != 0;
    if (words[i].before_latin || before_damaged) words[i].confidence = by_evidence;
  }
}

/// Whether ƣ stands for ư again and again.
bool has_gha(std::string_view text, const std::vector<Candidate>& words) {
  constexpr std::ptrdiff_t fewest = 3;
  const auto is_gha = [text](const Candidate& word) {
    const std::string_view printed = text.substr(word.begin, word.end - word.begin);
    return word.confidence != 0 && (printed.find("ƣ") != std::string_view::npos ||
                                    printed.find("Ƣ") != std::string_view::npos);
  };
  return std::ranges::count_if(words, is_gha) >= fewest;
}

/// "CỘNG HÕA", "HẢI PHÕNG": whose files have ƣ for ư have Õ for Ò, too. What is a word with the
/// grave accent alone is one, and what is hardly ever a word without it ("võng" is).
void add_graves(std::string_view text, EditList& edits) {
  const auto& model = language::LanguageModel::builtin();
  EditList found;
  language::WordScanner scanner(text);
  for (language::Word word; scanner.next(word);) {
    const std::string_view printed = text.substr(word.begin, word.end - word.begin);
    if (word.kind != language::WordKind::word || printed.size() > longest_word) continue;
    std::size_t at = printed.find("Õ");
    if (at == std::string_view::npos) at = printed.find("õ");
    if (at == std::string_view::npos) continue;
    const std::string_view grave = printed.substr(at, 2) == "Õ" ? "Ò" : "ò";
    std::string other(printed);
    other.replace(at, 2, grave);
    if (!is_usual_word(other, usual)) continue;
    const language::WordId known = model.find(word.key);
    const language::WordId meant = model.find(language::fold(other));
    if (known != language::word_class::unknown &&
        model.unigram_cost(known) < model.unigram_cost(meant) + far_likelier) {
      continue;
    }
    const auto begin = static_cast<std::uint32_t>(word.begin + at);
    found.push_back({begin, begin + 2, std::string(grave), RepairKind::lookalike, by_evidence});
  }
  const auto merged = static_cast<std::ptrdiff_t>(edits.size());
  edits.insert(edits.end(), found.begin(), found.end());
  std::inplace_merge(edits.begin(), edits.begin() + merged, edits.end(),
                     [](const Edit& one, const Edit& other) { return one.begin < other.begin; });
  // A word that is changed already has no vowel of its own left to tell by.
  const auto same = std::unique(edits.begin(), edits.end(), [](const Edit& one, const Edit& other) {
    return other.begin < one.end;
  });
  edits.erase(same, edits.end());
}

}  // namespace

const Lookalike* find_lookalike(char32_t code_point) {
  const auto* const row =
      std::ranges::lower_bound(lookalike_table, code_point, {}, &Lookalike::code_point);
  return row != lookalike_table.end() && row->code_point == code_point ? row : nullptr;
}

EditList find_lookalikes(std::string_view text) {
  Findings findings;
  for (std::size_t at = find_sign(text, 0, Sign::lookalike); at < text.size();) {
    const LineRange line = line_around(text, at);
    look_at_line(text, line, findings);
    at = find_sign(text, line.end, Sign::lookalike);
  }
  judge(findings);
  const bool graves = has_gha(text, findings.words);
  EditList edits;
  for (Candidate& word : findings.words) {
    if (word.confidence == 0) continue;
    edits.push_back({static_cast<std::uint32_t>(word.begin), static_cast<std::uint32_t>(word.end),
                     std::move(word.replaced), RepairKind::lookalike, word.confidence});
  }
  if (graves) add_graves(text, edits);
  return edits;
}

}  // namespace vanban::repair_stage

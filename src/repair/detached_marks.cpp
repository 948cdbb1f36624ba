// A Vietnamese letter carries up to two marks, and a text layer may lose their order: the mark
// stands behind a blank ("triê ̉n"), behind the consonant that was typed before it ("luâṭ"), twice
// ("độ̣i"), before the mark that belongs under it ("quan điẻ̂m") or as a sign of its own
// ("triê´n").
//
// Around each mark that is out of place we read a chain: letters, marks, letters, marks, ... A
// piece of the chain is taken apart into bare letters, letter marks and tone, and put together
// again as the orthography wants it. Only where that gives a Vietnamese syllable is anything
// changed; two different tones on one syllable prove nothing and stay.
#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/icu.hpp"
#include "repair/passes.hpp"
#include "repair/piled_marks.hpp"
#include "repair/signs.hpp"

namespace vanban::repair_stage {
namespace {

/// How much a sign says about damage.
enum class Evidence : std::uint8_t {
  combining,  ///< never stands alone in sound text
  modifier,   ///< a letter-like sign with no use in Vietnamese
  typed       ///< on keyboards: also a quotation mark, an apostrophe, "about"
};

struct MarkSign {
  char32_t sign;
  char32_t mark;  ///< the combining mark that it stands for
  Evidence evidence;
};

constexpr char32_t grave = 0x300;
constexpr char32_t acute = 0x301;
constexpr char32_t circumflex = 0x302;
constexpr char32_t tilde = 0x303;
constexpr char32_t breve = 0x306;
constexpr char32_t hook = 0x309;
constexpr char32_t horn = 0x31B;
constexpr char32_t dot = 0x323;

constexpr MarkSign mark_signs[] = {
    {0x0060, grave, Evidence::typed},          {0x00B4, acute, Evidence::typed},
    {0x02C0, hook, Evidence::typed},           {0x02C6, circumflex, Evidence::typed},
    {0x02CA, acute, Evidence::modifier},       {0x02CB, grave, Evidence::modifier},
    {0x02D8, breve, Evidence::typed},          {0x02DC, tilde, Evidence::typed},
    {0x0300, grave, Evidence::combining},      {0x0301, acute, Evidence::combining},
    {0x0302, circumflex, Evidence::combining}, {0x0303, tilde, Evidence::combining},
    {0x0306, breve, Evidence::combining},      {0x0309, hook, Evidence::combining},
    {0x030C, breve, Evidence::combining},  // a caron; "chạ̌ng" has it for the breve
    {0x031B, horn, Evidence::combining},       {0x0323, dot, Evidence::combining},
    {0x0342, tilde, Evidence::combining},  // Greek perispomeni, the same glyph in many fonts
};

const MarkSign* find_sign(char32_t point) {
  const auto* const row = std::ranges::lower_bound(mark_signs, point, {}, &MarkSign::sign);
  return row != std::end(mark_signs) && row->sign == point ? row : nullptr;
}

constexpr bool is_tone(char32_t mark) {
  return mark == grave || mark == acute || mark == tilde || mark == hook || mark == dot;
}

/// Letters that carry each mark, in lower case without marks.
constexpr std::string_view carriers(char32_t mark) {
  return mark == circumflex ? "aeo" : mark == breve ? "a" : mark == horn ? "ou" : "aeiouy";
}

/// What may stand between a letter and its mark: blanks, and what shows a mark without a letter.
constexpr char32_t gap_signs[] = {' ', '\t', 0xA0, 0x2009, 0x200A, 0x200B, 0x200C, 0x200D, 0x25CC};
constexpr std::size_t widest_gap = 2;

bool is_gap(char32_t point) {
  return std::ranges::find(gap_signs, point) != std::end(gap_signs);
}

constexpr std::size_t npos = std::string_view::npos;
// "nghiêng" has 7 letters; a mark typed as a letter of its own adds none.
constexpr std::size_t most_letters = 8;
constexpr std::size_t most_links = 6;
/// Bytes. A syllable with each letter marked twice, and a gap before each mark.
constexpr std::size_t longest_piece = 64;

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] bool empty() const { return begin == end; }
};

/// A letter of the Latin script, marks not included.
std::size_t letter_at(std::string_view text, std::size_t at) {
  const CodePoint point = code_point_at(text, at);
  if (point.length == 0 || point.value >= 0x2000 || find_sign(point.value) != nullptr) return 0;
  if (point.value >= 0x250 && point.value < 0x1E00) return 0;
  return language::letter_length(text.data() + at, text.data() + text.size());
}

Range letters_from(std::string_view text, std::size_t at) {
  Range out{at, at};
  for (std::size_t length = letter_at(text, at); length != 0; length = letter_at(text, out.end)) {
    out.end += length;
  }
  return out;
}

/// Marks behind letters: [gap.begin, gap.end) stands between, then `marks`, which
/// may have gaps between them.
struct Marks {
  Range gap;
  Range marks;
  bool spaced = false;                      ///< a gap stands before them
  Evidence evidence = Evidence::combining;  ///< the weakest of them
};

/// The marks behind `at`; empty where none stand there.
Marks marks_from(std::string_view text, std::size_t at) {
  Marks out{{at, at}, {at, at}};
  std::size_t next = at;
  std::size_t gap = 0;
  for (;;) {
    const CodePoint point = code_point_at(text, next);
    if (point.length == 0) break;
    if (const MarkSign* const sign = find_sign(point.value)) {
      if (out.marks.empty()) {
        out.gap.end = next;
        out.marks.begin = next;
        out.spaced = gap != 0;
      }
      out.evidence = std::max(out.evidence, sign->evidence);
      next += point.length;
      out.marks.end = next;
      gap = 0;
    } else if (is_gap(point.value) && gap < widest_gap) {
      next += point.length;
      ++gap;
    } else {
      break;
    }
  }
  return out;
}

/// Letters and the marks behind them; the last link of a chain has no marks.
struct Link {
  Range letters;
  Marks marks;
};

struct Chain {
  std::vector<Link> links;
  std::size_t end = 0;
  bool usable = true;  ///< no other mark and no letter of another script stands behind it
};

Chain read_chain(std::string_view text, std::size_t begin) {
  Chain chain;
  std::size_t at = begin;
  while (chain.links.size() < most_links) {
    Link link;
    link.letters = letters_from(text, at);
    if (link.letters.empty()) break;
    link.marks = marks_from(text, link.letters.end);
    at = link.marks.marks.empty() ? link.letters.end : link.marks.marks.end;
    chain.links.push_back(link);
    if (link.marks.marks.empty()) break;
  }
  chain.end = at;
  chain.usable = at >= text.size() ||
                 language::letter_length(text.data() + at, text.data() + text.size()) == 0 ||
                 letter_at(text, at) != 0;
  return chain;
}

/// A syllable taken apart.
struct Parts {
  struct Letter {
    char32_t base = 0;
    char32_t mark = 0;  ///< circumflex, breve or horn
  };
  std::vector<Letter> letters;
  std::optional<char32_t> tone;
  std::size_t tone_at = 0;     ///< the letter behind which it stands
  bool marks_tell_one = true;  ///< not two tones, no mark without a place
};

bool carries(char32_t letter, char32_t mark) {
  if (letter >= 0x80) return false;
  const char small = static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter);
  return carriers(mark).find(small) != npos;
}

/// The letter for a letter mark that stands behind letter `at`: itself, one before it, one after
/// it.
std::optional<std::size_t> place_for(const Parts& parts, char32_t mark, std::size_t at) {
  const auto fits = [&](std::size_t i) {
    const Parts::Letter& letter = parts.letters[i];
    return carries(letter.base, mark) && (letter.mark == 0 || letter.mark == mark);
  };
  for (std::size_t i = at + 1; i-- > 0;) {
    if (fits(i)) return i;
  }
  for (std::size_t i = at + 1; i < parts.letters.size(); ++i) {
    if (fits(i)) return i;
  }
  return std::nullopt;
}

struct PendingMark {
  char32_t mark;
  std::size_t at;
};

/// `decomposed`: letters and combining marks, as normalization form D has them.
Parts take_apart(std::string_view decomposed) {
  Parts parts;
  std::vector<PendingMark> pending;
  for (std::size_t i = 0; i < decomposed.size();) {
    const CodePoint point = code_point_at(decomposed, i);
    i += point.length;
    const MarkSign* const sign = find_sign(point.value);
    if (sign == nullptr) {
      if (is_combining(point.value)) parts.marks_tell_one = false;
      parts.letters.push_back({point.value, 0});
      continue;
    }
    if (parts.letters.empty()) continue;
    const std::size_t at = parts.letters.size() - 1;
    if (!is_tone(sign->mark)) {
      pending.push_back({sign->mark, at});
    } else if (!parts.tone) {
      parts.tone = sign->mark;
      parts.tone_at = at;
    } else if (*parts.tone != sign->mark) {
      parts.marks_tell_one = false;
    }
  }
  for (const PendingMark& mark : pending) {
    const auto place = place_for(parts, mark.mark, mark.at);
    if (place) {
      parts.letters[*place].mark = mark.mark;
    } else {
      parts.marks_tell_one = false;
    }
  }
  return parts;
}

std::string put_together(const Parts& parts, std::size_t tone_at) {
  std::string out;
  for (std::size_t i = 0; i < parts.letters.size(); ++i) {
    append_code_point(out, parts.letters[i].base);
    if (parts.letters[i].mark != 0) append_code_point(out, parts.letters[i].mark);
    if (parts.tone && i == tone_at) append_code_point(out, *parts.tone);
  }
  return icu_text::to_nfc(out);
}

/// Where the vowel may stand that a tone mark belongs to, from where the mark stands. A consonant
/// with a mark of its own ("luâṭ") was typed before its mark; ñ before its vowel is Spanish.
enum class ToneMove : std::uint8_t { none, back, both_ways };

/// The syllable that `piece` (letters, marks and gaps) spells, tone on the vowel next to where its
/// mark stands; null where it spells none.
std::optional<std::string> spell(std::string_view piece, ToneMove move) {
  std::string kept;
  for (std::size_t at = 0; at < piece.size();) {
    const CodePoint point = code_point_at(piece, at);
    const MarkSign* const sign = find_sign(point.value);
    if (sign != nullptr) {
      append_code_point(kept, sign->mark);
    } else if (!is_gap(point.value)) {
      kept.append(piece.substr(at, point.length));
    }
    at += point.length;
  }
  const Parts parts = take_apart(icu_text::to_nfd(kept));
  if (!parts.marks_tell_one || parts.letters.size() > most_letters) return std::nullopt;
  const std::size_t count = parts.letters.size();
  if (!parts.tone) {
    std::string whole = put_together(parts, 0);
    return language::is_syllable(whole) ? std::optional(std::move(whole)) : std::nullopt;
  }
  for (std::size_t away = 0; away < (move == ToneMove::none ? 1 : count); ++away) {
    for (const bool after : {false, true}) {
      if (after && move != ToneMove::both_ways) continue;
      if (after ? parts.tone_at + away >= count : away > parts.tone_at) continue;
      const std::size_t at = after ? parts.tone_at + away : parts.tone_at - away;
      if (!carries(parts.letters[at].base, *parts.tone)) continue;
      std::string whole = put_together(parts, at);
      if (language::is_syllable(whole)) return whole;
    }
  }
  return std::nullopt;
}

/// A way to read the first links of a chain: bytes [begin, end) are one syllable.
struct Reading {
  std::size_t end = 0;
  std::string
      text;  ///< the syllable, with a blank that stood before its mark and belongs behind it
};

bool is_closing(char32_t point) {
  constexpr std::u32string_view closing = U".,;:!?)]}%/-\u201D\u2019\u2026\u00BB";
  return closing.find(point) != std::u32string_view::npos;
}

/// Whether the gap before a mark was the blank behind the word: what follows would stick to it.
bool needs_blank(std::string_view text, std::size_t at) {
  const CodePoint after = code_point_at(text, at);
  return after.length != 0 && after.value > 0x20 && !is_gap(after.value) && after.value != 0x2028 &&
         after.value != 0x2029 && !is_closing(after.value);
}

bool has_blank(std::string_view text, Range gap) {
  const std::string_view between = text.substr(gap.begin, gap.end - gap.begin);
  return between.find_first_of(" \t") != npos || between.find("\xC2\xA0") != npos;
}

/// A typed sign is a mark only where sound text would not have it: inside a word ("triê´n"), or
/// behind letters that are no syllable without it.
bool is_credible(std::string_view text, const Link& link, bool inside_word) {
  if (link.marks.evidence != Evidence::typed) return true;
  const std::string_view letters =
      text.substr(link.letters.begin, link.letters.end - link.letters.begin);
  if (inside_word && !link.marks.spaced) return true;
  return !language::is_syllable(letters);
}

class ChainReader {
 public:
  ChainReader(std::string_view text, const Chain& chain) : text_(text), chain_(chain) {}

  /// The longest reading of the chain's first links.
  [[nodiscard]] std::optional<Reading> read() const {
    if (auto reading = read_with_parted_end()) return reading;
    for (std::size_t last = chain_.links.size(); last-- > 0;) {
      // Letters behind the last mark belong to the syllable, or they begin the next one.
      const Link& link = chain_.links[last];
      if (auto reading = read_up_to(last, end_of(link))) return reading;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] static bool has_marks(const Link& link) { return !link.marks.marks.empty(); }
  [[nodiscard]] static std::size_t end_of(const Link& link) {
    return has_marks(link) ? link.marks.marks.end : link.letters.end;
  }

  /// What is left behind a syllable is a syllable as well, or its own mark will make it one.
  [[nodiscard]] bool may_begin_a_word(const Link& link) const {
    return has_marks(link) || language::is_syllable(text_.substr(
                                  link.letters.begin, link.letters.end - link.letters.begin));
  }

  /// "triê ̉ n": a blank behind the mark as well, and what follows is no syllable.
  [[nodiscard]] std::optional<Reading> read_with_parted_end() const {
    const Link& last = chain_.links.back();
    if (!has_marks(last) || !last.marks.spaced) return std::nullopt;
    const CodePoint gap = code_point_at(text_, chain_.end);
    if (gap.length == 0 || !is_gap(gap.value)) return std::nullopt;
    const Range rest = letters_from(text_, chain_.end + gap.length);
    const std::string_view letters = text_.substr(rest.begin, rest.end - rest.begin);
    if (letters.empty() || language::is_syllable(letters)) return std::nullopt;
    if (!marks_from(text_, rest.end).marks.empty()) return std::nullopt;
    return read_up_to(chain_.links.size() - 1, rest.end);
  }

  /// Links 0 to `last`, of which the bytes up to `end` count.
  [[nodiscard]] std::optional<Reading> read_up_to(std::size_t last, std::size_t end) const {
    const std::vector<Link>& links = chain_.links;
    const bool cut = last + 1 < links.size();
    if (cut && !may_begin_a_word(links[last + 1])) return std::nullopt;
    ToneMove move = has_marks(links[0]) ? ToneMove::both_ways : ToneMove::back;
    for (std::size_t i = 0; i <= last; ++i) {
      if (!has_marks(links[i])) continue;
      if (!is_credible(text_, links[i], end > links[i].marks.marks.end)) return std::nullopt;
      if (links[i].marks.evidence != Evidence::typed) continue;
      if (cut && i == last) return std::nullopt;
      move = ToneMove::none;
    }
    const std::size_t begin = links[0].letters.begin;
    if (end - begin > longest_piece) return std::nullopt;
    auto syllable = spell(text_.substr(begin, end - begin), move);
    if (!syllable) return std::nullopt;
    const Marks& marks = links[last].marks;
    const bool ends_in_marks = !marks.marks.empty() && marks.marks.end == end;
    if (ends_in_marks && has_blank(text_, marks.gap) && needs_blank(text_, end)) *syllable += ' ';
    return Reading{end, std::move(*syllable)};
  }

  std::string_view text_;
  const Chain& chain_;
};

constexpr double confidence_of_marks = 0.995;

/// Repairs the chain that starts at `begin`; gives where to go on.
std::size_t repair_chain(std::string_view text, std::size_t begin, EditList& edits) {
  const Chain chain = read_chain(text, begin);
  if (!chain.usable) return chain.end;
  auto reading = ChainReader(text, chain).read();
  if (!reading) return chain.end;
  if (text.substr(begin, reading->end - begin) != reading->text) {
    edits.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(reading->end),
                     std::move(reading->text), RepairKind::normalization, confidence_of_marks});
  }
  return reading->end;
}

/// Where the letters begin that stand before the mark or consonant at `at`, not before `floor`.
std::size_t start_of_letters(std::string_view text, std::size_t at, std::size_t floor) {
  std::size_t begin = at;
  for (std::size_t gap = 0; gap < widest_gap && begin > floor; ++gap) {
    const CodePoint before = code_point_before(text, begin);
    if (!is_gap(before.value)) break;
    begin -= before.length;
  }
  std::size_t letters = 0;
  while (begin > floor) {
    const CodePoint before = code_point_before(text, begin);
    if (letter_at(text, begin - before.length) != before.length) break;
    begin -= before.length;
    if (++letters > most_letters) return npos;
  }
  return letters == 0 ? npos : begin;
}

/// Behind all marks and letters from `at` on: a heap of marks is looked at once.
std::size_t skip_chain(std::string_view text, std::size_t at) {
  const std::size_t end = std::max(letters_from(text, at).end, marks_from(text, at).marks.end);
  return end > at ? end : at + std::max<std::size_t>(code_point_at(text, at).length, 1);
}

/// Where the marks begin that are piled up behind the line of `at`: they belong to words anywhere
/// on it. The end of the line where there are none.
struct PiledEnd {
  std::size_t begin = 0;
  std::size_t line_end = 0;
};
PiledEnd piled_end(std::string_view text, std::size_t at) {
  const LineRange line = line_around(text, at);
  const Pile pile = find_pile(text.substr(line.begin, line.end - line.begin));
  if (pile.marks.size() < 2) return {line.end, line.end};
  return {line.begin + pile.begin, line.end};
}

}  // namespace

EditList find_detached_marks(std::string_view text) {
  EditList edits;
  std::size_t floor = 0;  // nothing before it is looked at again
  PiledEnd piled;
  for (std::size_t at = find_sign(text, 0, Sign::out_of_place); at < text.size();
       at = find_sign(text, floor, Sign::out_of_place)) {
    while (at > floor && is_continuation(text[at])) --at;
    if (at >= piled.line_end) piled = piled_end(text, at);
    if (at >= piled.begin && at < piled.line_end) {
      floor = piled.line_end;
      continue;
    }
    const bool letter = letter_at(text, at) != 0;
    const std::size_t begin = letter ? start_of_letters(text, at + letter_at(text, at), floor)
                                     : start_of_letters(text, at, floor);
    floor = begin == npos ? skip_chain(text, at) : repair_chain(text, begin, edits);
    floor = std::max(floor, at + 1);
    while (floor < text.size() && is_continuation(text[floor])) ++floor;
  }
  return edits;
}

}  // namespace vanban::repair_stage

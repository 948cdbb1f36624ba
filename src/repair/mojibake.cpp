// UTF-8 that was read as another encoding, mostly one of 8 bits. Where every byte is still there
// the characters are put back one by one; where bytes were lost on the way (five that windows-1252
// does not define, the no-break space, C1 controls), the language model chooses among the letters
// that are left.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "language/language_model.hpp"
#include "language/letters.hpp"
#include "language/words.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_pages.hpp"
#include "repair/code_points.hpp"
#include "repair/encodings/encodings.hpp"
#include "repair/lattice/restore.hpp"
#include "repair/passes.hpp"
#include "repair/signs.hpp"
#include "repair/word_choice.hpp"

namespace vanban::repair_stage {
namespace {

using language::LanguageModel;

struct ByteOf {
  char32_t point;
  std::uint8_t byte;
};
// Where windows-1258 is not windows-1252, as far as UTF-8 needs it.
constexpr ByteOf windows_1258[] = {{0x0102, 0xC3}, {0x0300, 0xCC}, {0x0110, 0xD0}};

/// The byte of each code point, 0 where there is none.
using BytesByPoint = std::array<std::uint8_t, 0x2600>;
const BytesByPoint& windows_bytes() {
  static const BytesByPoint bytes = [] {
    BytesByPoint made{};
    for (char32_t point = 0x80; point < made.size(); ++point) {
      made[point] = static_cast<std::uint8_t>(std::max(encodings::legacy_byte(point), 0));
    }
    for (const ByteOf& one : windows_1258) made[one.point] = one.byte;
    return made;
  }();
  return bytes;
}
/// The byte that `point` was; -1 where it was none beyond ASCII.
int byte_of(char32_t point) {
  if (point < 0x80 || point >= std::tuple_size_v<BytesByPoint>) return -1;
  const std::uint8_t byte = windows_bytes()[point];
  return byte != 0 ? byte : -1;
}

/// A character put together again.
struct Unit {
  std::size_t length = 0;  ///< bytes of the text; 0: none
  char32_t value = 0;
};

std::size_t tail_length(int lead) {
  if (lead < 0xC2 || lead > 0xF4) return 0;
  return lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
}

/// The character whose bytes are all there at `at`.
Unit exact_unit(std::string_view text, std::size_t at) {
  const CodePoint first = code_point_at(text, at);
  const int lead = byte_of(first.value);
  const std::size_t tail = lead < 0 ? 0 : tail_length(lead);
  if (tail == 0) return {};
  char32_t value = static_cast<char32_t>(lead) & (0x3FU >> tail);
  std::size_t to = at + first.length;
  for (std::size_t i = 0; i < tail; ++i) {
    const CodePoint next = code_point_at(text, to);
    const int byte = next.length == 0 ? -1 : byte_of(next.value);
    if (byte < 0x80 || byte > 0xBF) return {};
    value = (value << 6U) | static_cast<char32_t>(byte & 0x3F);
    to += next.length;
  }
  constexpr std::array<char32_t, 4> least{0, 0x80, 0x800, 0x10000};
  if (value < least[tail] || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return {};
  return {to - at, value};
}

bool is_vietnamese_letter(char32_t value) {
  if (value >= 0x1EA0 && value <= 0x1EF9) return true;
  constexpr std::u32string_view others = U"ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư";
  return others.find(value) != std::u32string_view::npos;
}

bool is_punctuation(char32_t point) {
  return point == 0xA0 || point == 0xAB || point == 0xBB || (point >= 0x2010 && point <= 0x203A);
}

/// No sound text has it: a letter of three bytes, or of two of which the second is no punctuation.
bool is_conclusive(std::string_view text, std::size_t at, const Unit& unit) {
  if (!is_vietnamese_letter(unit.value)) return false;
  if (unit.value >= 0x1EA0) return true;
  const CodePoint second = code_point_at(text, at + code_point_at(text, at).length);
  return !is_punctuation(second.value);
}

/// What one walk over the text finds.
struct Evidence {
  std::size_t conclusive = 0;
  std::size_t letters = 0;        ///< that units make, conclusive or not
  std::size_t signs_of_1252 = 0;  ///< bytes 80..9F that are signs of windows-1252
  std::size_t sound = 0;          ///< Vietnamese letters as they should be
  std::size_t unseen = 0;  ///< "áº" without its last byte, which only AD makes a letter, ậ
};

/// "áº" at `at`, of which nothing that may be a byte of it stands behind.
bool wants_unseen(std::string_view text, std::size_t at) {
  const CodePoint first = code_point_at(text, at);
  const std::size_t second_at = at + first.length;
  const CodePoint second = code_point_at(text, second_at);
  if (byte_of(first.value) != 0xE1 || second.length == 0 || byte_of(second.value) != 0xBA) {
    return false;
  }
  const CodePoint third = code_point_at(text, second_at + second.length);
  // Behind it stands a letter: of a blank the hard one may be left, and a sign may be another byte.
  return third.length != 0 && third.value < 0x80 &&
         language::byte_class(static_cast<char>(third.value)) == language::ByteClass::letter;
}

Evidence weigh(std::string_view text) {
  Evidence evidence;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    const Unit unit = exact_unit(text, at);
    if (unit.length == 0) {
      if (point.value >= 0x1EA0 && point.value <= 0x1EF9) ++evidence.sound;
      if (wants_unseen(text, at)) ++evidence.unseen;
      at += point.length;
      continue;
    }
    evidence.letters += is_vietnamese_letter(unit.value) ? 1U : 0U;
    if (is_conclusive(text, at, unit)) {
      ++evidence.conclusive;
      const CodePoint last = code_point_before(text, at + unit.length);
      if (last.value >= 0x100) ++evidence.signs_of_1252;
    }
    at += unit.length;
  }
  return evidence;
}

constexpr std::u32string_view lost_of_1252 = U"\x81\x8D\x8F\x90\x9D";
/// The same where soft hyphens, which nobody sees, were thrown away.
constexpr std::u32string_view lost_of_1252_unseen = U"\x81\x8D\x8F\x90\x9D\xAD";

constexpr std::u32string_view all_c1 =
    U"\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8A\x8B\x8C\x8D\x8E\x8F"
    U"\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9A\x9B\x9C\x9D\x9E\x9F";
constexpr std::u32string_view all_c1_unseen =
    U"\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8A\x8B\x8C\x8D\x8E\x8F"
    U"\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9A\x9B\x9C\x9D\x9E\x9F\xAD";

/// What this text lost on the way: last bytes of characters.
struct Losses {
  std::u32string_view replaced = lost_of_1252;  ///< that U+FFFD may have been
  std::u32string_view gone = lost_of_1252;      ///< that may be gone without a trace
  bool c1_gone = false;  ///< bytes 80..9F are characters that were thrown away

  [[nodiscard]] bool are_many() const { return gone.size() > lost_of_1252_unseen.size(); }
};

/// How else a last byte can have been lost: what stands there now, and which it can have been.
struct LostByte {
  char32_t now;
  std::u32string_view bytes;
};
// A blank and a quotation mark are what is left of NBSP and of curled quotes.
constexpr LostByte lost_bytes[] = {
    {U' ', U"\xA0"}, {U'\'', U"\x91\x92"}, {U'"', U"\x93\x94"}, {U'-', U"\x96\x97"}};

/// Last bytes of the signs … • ‰, of which the middle one may be gone: "â¦".
constexpr std::u32string_view lost_middle = U"\xA6\xA2\xB0";

/// A character with a lost byte: what it can be.
struct LossyUnit {
  std::size_t length = 0;  ///< bytes of the text with what stands for the lost byte
  std::size_t kept = 0;    ///< of them before that
  std::u32string values;
  std::u32string gone;  ///< where a blank stands there: what it can be if that is but a blank
};

LossyUnit lossy_unit(std::string_view text, std::size_t at, const Losses& losses) {
  LossyUnit out;
  const CodePoint first = code_point_at(text, at);
  const int lead = byte_of(first.value);
  char32_t head = 0;
  std::size_t to = at + first.length;
  if (lead == 0xC3 || lead == 0xC4 || lead == 0xC6 || lead == 0xC2) {
    head = static_cast<char32_t>(lead) & 0x1FU;
  } else if (lead == 0xE1 || lead == 0xE2) {
    const CodePoint second = code_point_at(text, to);
    const int byte = byte_of(second.value);
    if (lead == 0xE2 && losses.c1_gone &&
        lost_middle.find(second.value) != std::u32string_view::npos) {
      out.values.push_back(0x2000U | (second.value & 0x3FU));
      out.length = out.kept = to + second.length - at;
      return out;
    }
    const bool letters = lead == 0xE1 && (byte == 0xBA || byte == 0xBB);
    const bool signs = lead == 0xE2 && byte == 0x80;
    if (!letters && !signs) return out;
    head = (static_cast<char32_t>(lead) & 0xFU) << 6U | (static_cast<char32_t>(byte) & 0x3FU);
    to += second.length;
  } else {
    return out;
  }
  const auto add = [head](std::u32string_view bytes, std::u32string& values) {
    for (const char32_t byte : bytes) {
      const char32_t value = head << 6U | (byte & 0x3FU);
      const bool sign = value == 0x201D || value == 0xA0;  // ” lost its last byte, NBSP its colour
      if (is_vietnamese_letter(value) || sign) values.push_back(value);
    }
  };
  out.kept = to - at;
  const CodePoint next = code_point_at(text, to);
  if (next.value == 0xFFFD) {
    add(losses.replaced, out.values);
    if (!out.values.empty()) {
      out.length = out.kept + next.length;
      return out;
    }
  }
  for (const LostByte& row : lost_bytes) {
    if (next.length == 0 || next.value != row.now) continue;
    add(row.bytes, out.values);
    if (out.values.empty()) continue;
    out.length = out.kept + next.length;
    if (next.value == U' ') add(losses.gone, out.gone);
    return out;
  }
  add(losses.gone, out.values);
  out.length = out.values.empty() ? 0 : out.kept;
  return out;
}

constexpr double sure = 0.999;
constexpr double likely = 0.97;
constexpr double chosen = 0.99;
constexpr double chosen_of_many = 0.9;  // where any of 32 bytes may have been lost

/// What stands between two positions of a line reads thus.
struct Piece {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::vector<std::string> readings;  ///< one where nothing is in doubt
  bool word = false;
  bool changed = false;
  bool ends_in_blank = false;     ///< its last letter may be half made of the blank behind it
  std::vector<std::string> gone;  ///< readings that leave that blank
};

/// Readings of a word with several lost bytes; more are not worth their time.
constexpr std::size_t most_readings = 160;

/// Nats for a letter in the other case than those beside it, and for a blank that is no blank.
constexpr float wrong_case = 8;
constexpr float blank_taken = 1;

/// Nats for a reading that is no word: the text was sound before its bytes were lost.
constexpr float no_word = 6;

bool is_capital(std::string_view letter) {
  std::array<char, 4> folded{};
  return language::fold_letter(letter.data(), letter.size(), folded.data());
}

/// Letters of a word by case.
struct WordCase {
  std::size_t capitals = 0;
  std::size_t smalls = 0;
  bool first_capital = false;
  bool mixed = false;  ///< a capital after small letters, or small letters after two capitals

  [[nodiscard]] bool all_capitals() const { return capitals > 1 && smalls == 0; }
};

WordCase case_of(std::string_view printed) {
  WordCase out;
  const char* const end = printed.data() + printed.size();
  for (const char* at = printed.data(); at < end;) {
    const std::size_t length = language::letter_length(at, end);
    if (length == 0) break;
    const bool capital = is_capital(std::string_view(at, length));
    if (at == printed.data()) out.first_capital = capital;
    out.mixed = out.mixed || (capital && out.smalls > 0) || (!capital && out.capitals > 1);
    ++(capital ? out.capitals : out.smalls);
    at += length;
  }
  return out;
}

/// What stands beside a word, as far as it is not in doubt.
struct Company {
  language::WordId previous = language::word_class::unknown;
  language::WordId next = language::word_class::unknown;
  int capitals = 0;  ///< neighbours in capitals less those that are not
  bool after_stop = false;
};

/// What the letter case of a word costs: some bytes that are lost made a capital, some a small
/// letter.
float case_cost(std::string_view printed, language::WordId id, const Company& company,
                const LanguageModel& model) {
  const WordCase letters = case_of(printed);
  if (letters.mixed) return wrong_case;
  if (letters.all_capitals()) return company.capitals > 0 ? 0 : wrong_case / 2;
  const float unlike = company.capitals > 0 ? wrong_case / 2 : 0;
  if (id == language::word_class::unknown) return unlike;
  const language::CaseCosts costs =
      model.case_costs(company.previous, id, company.next, company.after_stop);
  return std::min(letters.first_capital ? costs.title : costs.lower, wrong_case) + unlike;
}

/// Puts a line together again.
class LineReader {
 public:
  LineReader(std::string_view text, LineRange line, bool lossy, const Losses& losses,
             EditList& edits)
      : text_(text), line_(line), lossy_(lossy), losses_(losses), edits_(edits) {}

  void read(const LanguageModel& model) {
    if (read_exactly()) return;
    cut();
    choose(model);
  }

 private:
  /// Reads the line where no letter of it is in doubt; else leaves it. One edit a word, and one a
  /// sign.
  bool read_exactly() {
    const std::size_t edits = edits_.size();
    std::size_t begin = line_.begin;  // of the word that is open
    bool changed = false;
    word_.clear();
    const auto close = [&](std::size_t end) {
      if (changed) emit(begin, end, word_, sure);
      changed = false;
      word_.clear();
    };
    for (std::size_t at = line_.begin; at < line_.end;) {
      if (static_cast<unsigned char>(text_[at]) < 0x80) {
        if (language::byte_class(text_[at]) == language::ByteClass::letter) {
          if (word_.empty()) begin = at;
          word_.push_back(text_[at]);
        } else {
          close(at);
        }
        ++at;
        continue;
      }
      Unit unit = exact_unit(text_, at);
      const bool exact = unit.length != 0;
      if (!exact) {
        if (lossy_) {
          const LossyUnit lossy = lossy_unit(text_, at, losses_);
          if (lossy.length != 0 && at + lossy.length <= line_.end) {
            edits_.resize(edits);
            return false;
          }
        }
        const CodePoint point = code_point_at(text_, at);
        unit = {point.length, point.value};
      }
      std::array<char, 4> printed{};
      std::size_t size = 0;
      if (!exact) {
        size = unit.length;
        std::copy_n(text_.data() + at, size, printed.data());
      } else if (unit.value != 0xFEFF) {
        size = put_code_point(printed.data(), unit.value);
      }
      const char* const letter = printed.data();
      if (size != 0 && language::letter_length(letter, letter + size) == size) {
        if (word_.empty()) begin = at;
        word_.append(letter, size);
        changed = changed || exact;
      } else {
        close(at);
        if (exact) emit(at, at + unit.length, std::string_view(letter, size), sure);
      }
      at += unit.length;
    }
    close(line_.end);
    return true;
  }

  void cut() {
    for (std::size_t at = line_.begin; at < line_.end;) at = step(at);
  }

  /// One character or unit.
  std::size_t step(std::size_t at) {
    const CodePoint point = code_point_at(text_, at);
    if (point.value >= 0x80) {
      const Unit unit = exact_unit(text_, at);
      if (unit.length != 0) {
        std::array<char, 4> printed{};
        const std::size_t size =
            unit.value != 0xFEFF ? put_code_point(printed.data(), unit.value) : 0;
        add_sure(at, at + unit.length, std::string_view(printed.data(), size), true);
        return at + unit.length;
      }
      if (lossy_) {
        const LossyUnit lossy = lossy_unit(text_, at, losses_);
        if (lossy.length != 0 && at + lossy.length <= line_.end) {
          const bool blank = text_[at + lossy.length - 1] == ' ';
          std::vector<std::string> readings;
          for (const char32_t value : lossy.values)
            append_code_point(readings.emplace_back(), value);
          std::vector<std::string> head;
          if (blank && !pieces_.empty() && is_open(pieces_.back())) head = pieces_.back().readings;
          add(at, at + lossy.length, readings, true);
          Piece& piece = pieces_.back();
          piece.ends_in_blank = blank && piece.word;
          if (!piece.ends_in_blank) return at + lossy.length;
          if (piece.begin == at || head.empty()) head = {""};
          for (const std::string& one : head) {
            for (const char32_t value : lossy.gone) {
              append_code_point(piece.gone.emplace_back(one), value);
            }
          }
          return at + lossy.length;
        }
      }
    }
    add_sure(at, at + point.length, text_.substr(at, point.length), false);
    return at + point.length;
  }

  static bool is_open(const Piece& piece) { return piece.word && !piece.ends_in_blank; }

  static bool is_letter(std::string_view one) {
    return !one.empty() &&
           language::letter_length(one.data(), one.data() + one.size()) == one.size();
  }

  /// Appends what has one reading to the word that is open, or begins a piece.
  void add_sure(std::size_t begin, std::size_t end, std::string_view reading, bool changed) {
    const bool letter = is_letter(reading);
    if (letter && !pieces_.empty() && is_open(pieces_.back())) {
      Piece& word = pieces_.back();
      for (std::string& one : word.readings) one += reading;
      word.end = static_cast<std::uint32_t>(end);
      word.changed = word.changed || changed;
      return;
    }
    Piece& piece = pieces_.emplace_back();
    piece.begin = static_cast<std::uint32_t>(begin);
    piece.end = static_cast<std::uint32_t>(end);
    piece.readings.emplace_back(reading);
    piece.word = letter;
    piece.changed = changed;
  }

  /// The same of what may have several.
  void add(std::size_t begin, std::size_t end, const std::vector<std::string>& readings,
           bool changed) {
    if (readings.size() == 1) return add_sure(begin, end, readings[0], changed);
    const bool letter = is_letter(readings[0]);
    if (letter && !pieces_.empty() && is_open(pieces_.back())) {
      Piece& word = pieces_.back();
      if (word.readings.size() * readings.size() <= most_readings) {
        std::vector<std::string> longer;
        longer.reserve(word.readings.size() * readings.size());
        for (const std::string& head : word.readings) {
          for (const std::string& tail : readings) longer.push_back(head + tail);
        }
        word.readings = std::move(longer);
        word.end = static_cast<std::uint32_t>(end);
        word.changed = word.changed || changed;
        return;
      }
    }
    Piece piece;
    piece.begin = static_cast<std::uint32_t>(begin);
    piece.end = static_cast<std::uint32_t>(end);
    piece.readings = readings;
    piece.word = letter;
    piece.changed = changed;
    pieces_.push_back(std::move(piece));
  }

  /// Words of which the model must choose the reading, and those beside them that it looks at.
  struct Doubt {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  /// A word is told by the two before it, and tells of the two behind it.
  static constexpr std::size_t reach = 2;

  [[nodiscard]] bool joins(std::size_t piece) const {
    return pieces_[piece].ends_in_blank && piece + 1 < pieces_.size() && pieces_[piece + 1].word;
  }

  /// Runs of words that have nothing to do with each other.
  [[nodiscard]] std::vector<Doubt> find_doubts() const {
    std::vector<Doubt> doubts;
    for (std::size_t w = 0; w < words_.size(); ++w) {
      const Piece& piece = pieces_[words_[w]];
      if (piece.readings.size() == 1 && !piece.ends_in_blank) continue;
      const std::size_t begin = w - std::min(w, reach);
      const std::size_t end = std::min(w + reach + (joins(words_[w]) ? 2 : 1), words_.size());
      if (!doubts.empty() && begin <= doubts.back().end) {
        doubts.back().end = std::max(doubts.back().end, end);
      } else {
        doubts.push_back({begin, end});
      }
    }
    return doubts;
  }

  void choose(const LanguageModel& model) {
    words_.clear();
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].word) words_.push_back(i);
    }
    singles_.assign(words_.size(), {});
    std::size_t piece = 0;
    for (const Doubt& doubt : find_doubts()) {
      for (; piece < words_[doubt.begin]; ++piece) emit_sign(pieces_[piece]);
      choose(doubt, piece, model);
    }
    for (; piece < pieces_.size(); ++piece) emit_sign(pieces_[piece]);
  }

  /// Of the words of `doubt` and what stands between them, from the piece `piece` on.
  void choose(const Doubt& doubt, std::size_t& piece, const LanguageModel& model) {
    const std::size_t count = doubt.end - doubt.begin;
    std::vector<bool> boundary(count + 1, false);
    std::vector<WordArc> arcs;
    std::vector<std::string> readings;
    Company company;
    const auto add_arc = [&](std::size_t from, std::size_t to, std::string reading, bool blank,
                             float extra) {
      const PrintedWord word = look_up_word(reading, model);
      extra += word.extra + case_cost(reading, word.word, company, model);
      if (word.word == language::word_class::unknown) extra += no_word;
      if (blank) reading.push_back(' ');
      arcs.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), word.word,
                      extra, static_cast<std::uint32_t>(readings.size())});
      readings.push_back(std::move(reading));
    };
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t w = doubt.begin + i;
      const Piece& word = pieces_[words_[w]];
      boundary[i] = w == 0 || stops_between(words_[w - 1], words_[w]);
      const bool may_be_tail = w > 0 && joins(words_[w - 1]);
      if (word.readings.size() == 1 && !word.ends_in_blank && !may_be_tail) {
        // What its letters cost, every way costs.
        arcs.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + 1),
                        single(w, model).word, 0, static_cast<std::uint32_t>(readings.size())});
        readings.push_back(word.readings[0]);
        continue;
      }
      company = {};
      company.after_stop = boundary[i];
      if (w > 0) company.previous = neighbour(w - 1, company, model);
      if (w + 1 < words_.size()) company.next = neighbour(w + 1, company, model);
      const bool joined = joins(words_[w]);
      // Where another word follows at once, the blank is one of two that became one.
      for (const std::string& reading : word.readings) add_arc(i, i + 1, reading, joined, 0);
      for (const std::string& reading : word.gone) add_arc(i, i + 1, reading, true, 0);
      // "ngà y": the blank was the last byte of à.
      if (!joined) continue;
      const Piece& next = pieces_[words_[w] + 1];
      if (word.readings.size() * next.readings.size() > most_readings) continue;
      for (const std::string& head : word.readings) {
        for (const std::string& tail : next.readings) {
          add_arc(i, i + 2, head + tail, false, blank_taken);
        }
      }
    }
    for (const std::uint32_t one :
         choose_words(arcs, static_cast<std::uint32_t>(count), boundary, model)) {
      const WordArc& arc = arcs[one];
      const std::size_t first_piece = words_[doubt.begin + arc.from];
      const std::size_t last_piece = words_[doubt.begin + arc.to - 1];
      for (; piece < first_piece; ++piece) emit_sign(pieces_[piece]);
      const Piece& first = pieces_[first_piece];
      const Piece& last = pieces_[last_piece];
      const bool many = first.readings.size() > 1 || last.readings.size() > 1;
      if (first.changed || last.changed) {
        emit(first.begin, last.end, readings[arc.tag],
             many                    ? (losses_.are_many() ? chosen_of_many : chosen)
             : arc.to > arc.from + 1 ? likely
                                     : sure);
      }
      piece = last_piece + 1;
    }
  }

  /// What a word of one reading is; looked up once.
  struct Single {
    bool known = false;
    language::WordId word = language::word_class::unknown;
    WordCase letters;
  };
  const Single& single(std::size_t w, const LanguageModel& model) {
    Single& one = singles_[w];
    if (one.known) return one;
    const std::string& reading = pieces_[words_[w]].readings[0];
    one = {true, look_up_word(reading, model).word, case_of(reading)};
    return one;
  }

  /// The word `w`, where it has one reading.
  language::WordId neighbour(std::size_t w, Company& company, const LanguageModel& model) {
    const Piece& piece = pieces_[words_[w]];
    if (piece.readings.size() > 1) {
      if (case_of(piece.readings[0]).all_capitals()) ++company.capitals;
      return language::word_class::unknown;
    }
    const Single& one = single(w, model);
    if (one.letters.smalls > 0) --company.capitals;
    if (one.letters.all_capitals()) ++company.capitals;
    return one.word;
  }

  void emit_sign(const Piece& piece) {
    if (piece.changed) emit(piece.begin, piece.end, piece.readings[0], sure);
  }

  [[nodiscard]] bool stops_between(std::size_t one, std::size_t other) const {
    for (std::size_t i = one + 1; i < other; ++i) {
      const std::string_view sign = pieces_[i].readings[0];
      if (sign == "." || sign == ";" || sign == ":" || sign == "|") return true;
    }
    return false;
  }

  void emit(std::size_t begin, std::size_t end, std::string_view reading, double confidence) {
    if (text_.substr(begin, end - begin) == reading) return;
    Edit& edit = edits_.emplace_back();
    edit.begin = static_cast<std::uint32_t>(begin);
    edit.end = static_cast<std::uint32_t>(end);
    edit.replacement = reading;
    edit.kind = RepairKind::mojibake;
    edit.confidence = confidence;
  }

  std::string_view text_;
  LineRange line_;
  bool lossy_;
  const Losses& losses_;
  EditList& edits_;
  std::vector<Piece> pieces_;
  std::vector<std::size_t> words_;  ///< pieces that are words
  std::vector<Single> singles_;     ///< of the words
  std::string word_;
};

/// So much of it in a text with next to no sound Vietnamese letters, and its other lines are taken
/// for mojibake, too.
constexpr std::size_t plain_evidence = 3;

/// Whether a line that the scan stops at has what only mojibake has.
bool shows_mojibake(std::string_view text) {
  for (std::size_t at = find_sign(text, 0, Sign::mojibake); at < text.size();) {
    const LineRange line = line_around(text, at);
    const std::string_view part = text.substr(line.begin, line.end - line.begin);
    if (weigh(part).conclusive > 0) return true;
    at = find_sign(text, line.end, Sign::mojibake);
  }
  return false;
}

/// Reads the lines of `text` that show mojibake, all of them where the text is full of it.
EditList read_again(std::string_view text, const Evidence& evidence, const Losses& losses) {
  EditList edits;
  const bool whole =
      evidence.conclusive >= plain_evidence && evidence.sound * 10 < evidence.conclusive;
  const LanguageModel& model = LanguageModel::builtin();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const bool beyond_ascii =
        std::ranges::any_of(line, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (beyond_ascii) {
      const Evidence here = whole ? Evidence{} : weigh(line);
      if (whole || here.conclusive > 0) {
        const bool lossy = whole || here.sound == 0;
        LineReader(text, {begin, end}, lossy, losses, edits).read(model);
      }
    }
    begin = end + 1;
  }
  return edits;
}

/// Whether all of [begin, end) beyond ASCII are parts of characters that were put together again:
/// what else stands there is a character of its own.
bool is_all_units(std::string_view text, std::size_t begin, std::size_t end, const Losses& losses) {
  for (std::size_t at = begin; at < end;) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    std::size_t length = exact_unit(text, at).length;
    if (length == 0) length = lossy_unit(text, at, losses).length;
    if (length == 0) return false;
    at += length;
  }
  return true;
}

/// The words with marks that edits put down, each once.
struct WordsMade {
  std::set<std::string> words;
  std::set<std::string> others;

  void add(std::string_view made, const LanguageModel& model) {
    constexpr std::size_t fewest_letters = 2;
    language::WordScanner scanner(made);
    for (language::Word word; scanner.next(word);) {
      if (word.letters < fewest_letters || word.end - word.begin == word.letters) continue;
      const std::string_view printed = made.substr(word.begin, word.end - word.begin);
      (may_be_word(printed, model) ? words : others).insert(language::fold(printed));
    }
  }
};

/// Whether what is put down is several words, and less of it is none.
bool makes_words(const EditList& edits) {
  constexpr std::size_t fewest_words = 2;
  WordsMade made;
  for (const Edit& edit : edits) made.add(edit.replacement, LanguageModel::builtin());
  return made.words.size() >= fewest_words && made.words.size() > 2 * made.others.size();
}

/// Takes out the edits that leave half a character of the page.
void drop_halves(const ShownBytes& bytes, EditList& edits) {
  constexpr int most_rounds = 4;  // what one leaves may be half of the next
  for (int round = 0; round < most_rounds; ++round) {
    EditList whole;
    for (std::size_t i = 0; i < edits.size(); ++i) {
      if (!bytes.leaves_half(edits, i)) whole.push_back(edits[i]);
    }
    if (whole.size() == edits.size()) return;
    edits = std::move(whole);
  }
}

/// Bytes of the page that `text` shows: characters of Latin-1 beyond ASCII.
std::size_t count_bytes(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char byte) { return byte == '\xC2' || byte == '\xC3'; }));
}

/// Takes out the edits of lines in which they make less words than others, or leave two
/// thirds: sound text of the page stands there. Where they make neither, one of three bytes
/// is proof, or that nothing is left.
void drop_sound_lines(std::string_view text, EditList& edits) {
  EditList proven;
  for (std::size_t first = 0; first < edits.size();) {
    const std::size_t line_end = std::min(text.find('\n', edits[first].begin), text.size());
    WordsMade made;
    bool three = false;
    std::size_t taken = 0;
    std::size_t last = first;
    for (; last < edits.size() && edits[last].begin < line_end; ++last) {
      made.add(edits[last].replacement, LanguageModel::builtin());
      const CodePoint lead = code_point_at(text, edits[last].begin);
      three = three || lead.value == 0xE1 || lead.value == 0xE2;
      taken += count_bytes(text.substr(edits[last].begin, edits[last].end - edits[last].begin));
    }
    const std::size_t line_begin = text.rfind('\n', edits[first].begin) + 1;
    const std::size_t there = count_bytes(text.substr(line_begin, line_end - line_begin));
    const bool none = made.words.empty() && made.others.empty();
    const bool proof = none ? three || taken == there : made.words.size() >= made.others.size();
    if (proof && taken * 3 >= there) {
      proven.insert(proven.end(), edits.begin() + static_cast<std::ptrdiff_t>(first),
                    edits.begin() + static_cast<std::ptrdiff_t>(last));
    }
    first = last;
  }
  edits = std::move(proven);
}

/// Whether what the edits make of `text` makes words when it is read once more: it was misread
/// twice.
bool makes_words_again(std::string_view text, const EditList& edits, const CodePage& page) {
  const std::string once = apply_edits(text, edits).text;
  const ShownBytes bytes(once, page);
  const Evidence evidence = weigh(bytes.text());
  const Losses losses{bytes.lost(), bytes.lost()};
  return evidence.conclusive > 0 && makes_words(read_again(bytes.text(), evidence, losses));
}

/// `text` as `page` shows it, read again, where only what makes a letter is changed; nothing where
/// that makes no words: by chance two characters of another script are a letter.
EditList read_page(std::string_view text, const CodePage& page, const Evidence& evidence) {
  const ShownBytes bytes(text, page);
  const Losses losses{bytes.lost(), bytes.lost()};
  EditList edits = read_again(bytes.text(), evidence, losses);
  std::erase_if(edits, [&](const Edit& edit) {
    return !is_all_units(bytes.text(), edit.begin, edit.end, losses);
  });
  drop_halves(bytes, edits);
  if (makes_words(edits)) {
    drop_sound_lines(bytes.text(), edits);
    return bytes.to_source(edits);
  }
  edits = bytes.to_source(edits);
  if (!makes_words_again(text, edits, page)) edits.clear();
  return edits;
}

/// The same of a text that another page than windows-1252 and its kin shows: the one that makes
/// most letters of it, more than the `letters` that those do, and words.
EditList unread_page(std::string_view text, std::size_t letters) {
  struct Candidate {
    const CodePage* page;
    Evidence evidence;
  };
  std::vector<Candidate> candidates;
  for (const CodePage* const page : pages_shown(text)) {
    const Evidence evidence = weigh(ShownBytes(text, *page).text());
    if (evidence.conclusive == 0 || evidence.letters <= letters) continue;
    candidates.push_back({page, evidence});
  }
  std::ranges::stable_sort(candidates, std::greater<>{},
                           [](const Candidate& one) { return one.evidence.letters; });
  for (const Candidate& one : candidates) {
    EditList edits = read_page(text, *one.page, one.evidence);
    if (!edits.empty()) return edits;
  }
  return {};
}

EditList unread_once(std::string_view text) {
  if (find_sign(text, 0, Sign::mojibake) == text.size()) return {};
  const Evidence evidence = shows_mojibake(text) ? weigh(text) : Evidence{};
  EditList edits = unread_page(text, evidence.letters);
  if (!edits.empty() || evidence.conclusive == 0) return edits;
  Losses losses;
  losses.c1_gone = evidence.signs_of_1252 == 0;
  const bool unseen = evidence.unseen > 0;
  if (losses.c1_gone) {
    losses.gone = unseen ? all_c1_unseen : all_c1;
  } else if (unseen) {
    losses.gone = lost_of_1252_unseen;
  }
  return read_again(text, evidence, losses);
}

/// UTF-8 is at times misread twice, seldom more often.
constexpr int most_rounds = 3;

}  // namespace

EditList find_mojibake(std::string_view text) {
  EditList edits = unread_once(text);
  for (int round = 1; round < most_rounds && !edits.empty(); ++round) {
    const std::string between = apply_edits(text, edits).text;
    const EditList more = unread_once(between);
    if (more.empty()) break;
    edits = lattice::compose(edits, between, more);
  }
  for (Edit& edit : edits) edit.kind = RepairKind::mojibake;
  return edits;
}

}  // namespace vanban::repair_stage

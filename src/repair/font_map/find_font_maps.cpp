// Text layers of PDFs without a map of their fonts: glyph numbers stand for letters. Fonts of one
// page may have their maps or not, so each word is read as it stands and as glyphs, and the
// language model says which it is.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "language/language_model.hpp"
#include "language/letters.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/font_map/glyph_map.hpp"
#include "repair/passes.hpp"
#include "repair/signs.hpp"
#include "repair/word_choice.hpp"

namespace vanban::repair_stage {
namespace {

using font_map::Ascii;
using font_map::GlyphMap;
using language::LanguageModel;

/// Nats for a reading that is no word, for one that changes a word without a foreign code point,
/// and for letters whose case is mixed.
constexpr float no_word = 6;
constexpr float without_proof = 5;
constexpr float mixed_case = 4;
/// Instead of the former between two words that have a foreign code point.
constexpr float among_glyphs = 2;
/// And for a word that is set in two fonts.
constexpr float two_fonts = 3;
/// And for signs that seldom stand beside letters.
constexpr float odd_sign = 6;
/// A quotation mark of a font with its map reads as a question mark of one without; plans ask
/// little.
constexpr float question = 2;

/// Shares of the repairs that are right, as benchmarks/quality has them: of readings that are
/// words, for a word with a foreign code point and without, and of others.
constexpr double proven_is_right = 0.995;
constexpr double unproven_is_right = 0.98;
constexpr double no_word_is_right = 0.2;

/// Between words, or between the cells of a table that had marks.
constexpr std::string_view blanks = " \t\r\x1F";
constexpr std::string_view blanks_and_end = " \t\r\x1F\n";

/// Signs that a font with its map may have set around a word without.
constexpr std::string_view openers = "(\"-+*";
constexpr std::string_view closers = ".,;:)\"/";

struct Token {
  enum class Kind : std::uint8_t {
    plain,
    beside_numbers,  ///< of glyphs: what is printed beside them is hardly in another font
    foreign,         ///< with a foreign code point
    numbers,         ///< digits and signs by their numbers: one reading
  };
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Kind kind = Kind::plain;
  [[nodiscard]] bool foreign() const { return kind == Kind::foreign; }
};

constexpr std::string_view picture_lead = "\xE2\x90";

/// Bytes of the pictures of controls that begin at `at`.
std::size_t length_of_numbers(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  while (at < text.size() && static_cast<unsigned char>(text[at]) == 0xE2) {
    const CodePoint point = code_point_at(text, at);
    if (font_map::sign_of_picture(point.value) == 0) break;
    at += point.length;
  }
  return at - begin;
}

std::string read_numbers(std::string_view printed) {
  std::string out;
  for (std::size_t at = 0; at < printed.size();) {
    const CodePoint point = code_point_at(printed, at);
    append_code_point(out, font_map::sign_of_picture(point.value));
    at += point.length;
  }
  return out;
}

bool has_foreign(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    if (font_map::is_foreign(point.value)) return true;
    at += point.length;
  }
  return false;
}

/// A letter of Greek or of phonetics by itself, with signs at most.
bool is_sign_of_formula(std::string_view word) {
  if (!font_map::is_lone_sign(word)) return false;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    const bool phonetic = point.value >= 0x250 && point.value <= 0x2AF;
    const bool greek = point.value >= 0x370 && point.value <= 0x3FF;
    if (phonetic || greek) return true;
    at += point.length;
  }
  return false;
}

/// The letters between the first and the last of a token; what surrounds them are signs.
std::string_view core_of(std::string_view printed) {
  const char* const base = printed.data();
  const char* const end = base + printed.size();
  std::size_t first = printed.size();
  std::size_t last = 0;
  for (std::size_t at = 0; at < printed.size();) {
    const std::size_t letter = language::letter_length(base + at, end);
    const std::size_t length = letter != 0 ? letter : code_point_at(printed, at).length;
    if (letter != 0) {
      first = std::min(first, at);
      last = at + length;
    }
    at += length;
  }
  return first < last ? printed.substr(first, last - first) : std::string_view();
}

/// Signs that stand in no word, nor at its front.
bool is_oddly_signed(std::string_view printed) {
  return std::string_view("+?,;:.)/").find(printed.front()) != std::string_view::npos ||
         printed.find_first_of("[]\\^`~$&*<>{}@#!'=_") != std::string_view::npos;
}

bool has_digit(std::string_view printed) {
  return std::ranges::any_of(printed, [](char c) { return c >= '0' && c <= '9'; });
}

/// A font without its map loses all of its letters; a strange letter or three are slips of single
/// ones, which another pass knows.
bool has_many_foreign(std::string_view text) {
  constexpr std::size_t fewest = 6;
  std::set<char32_t> found;
  for (std::size_t at = find_sign(text, 0, Sign::glyph); at < text.size() && found.size() < fewest;
       at = find_sign(text, at + 1, Sign::glyph)) {
    // The scan stops at the first byte of a letter, or at the second one of few.
    std::size_t begin = at;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
    const CodePoint point = code_point_at(text, begin);
    if (font_map::is_foreign(point.value)) found.insert(point.value);
  }
  return found.size() >= fewest;
}

/// Whether the pictures of controls in a text are numbers of glyphs: several digits in a row say
/// so, as reading has seen before it wrote them.
bool says_numbers(std::string_view text) {
  constexpr std::size_t fewest_digits = 4;
  std::size_t digits = 0;
  for (std::size_t at = text.find(picture_lead); at != std::string_view::npos;
       at = text.find(picture_lead, at)) {
    const std::size_t size = length_of_numbers(text, at);
    const std::string read = read_numbers(text.substr(at, size));
    const std::ptrdiff_t here =
        std::ranges::count_if(read, [](char c) { return c >= '0' && c <= '9'; });
    if (here > 1) digits += static_cast<std::size_t>(here);
    if (digits >= fewest_digits) return true;
    at += std::max<std::size_t>(size, 1);
  }
  return false;
}

class Line {
 public:
  Line(std::string_view text, LineRange range, const std::vector<GlyphMap>& maps, bool has_numbers,
       const LanguageModel& model, EditList& edits)
      : text_(text),
        range_(range),
        maps_(maps),
        has_numbers_(has_numbers),
        model_(model),
        edits_(edits) {}

  void read() {
    cut();
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) add_readings(i);
    const std::vector<bool> boundary(tokens_.size() + 1, false);
    if (arcs_.size() == tokens_.size() && !any_foreign_) return;
    const auto path =
        choose_words(arcs_, static_cast<std::uint32_t>(tokens_.size()), boundary, model_);
    const std::size_t first = edits_.size();
    for (const std::uint32_t one : path) emit(arcs_[one]);
    if (signs_.empty()) return;
    edits_.insert(edits_.end(), signs_.begin(), signs_.end());
    std::ranges::sort(edits_.begin() + static_cast<std::ptrdiff_t>(first), edits_.end(), {},
                      &Edit::begin);
  }

 private:
  void cut() {
    for (std::size_t at = range_.begin; at < range_.end;) {
      const std::size_t begin = text_.find_first_not_of(blanks, at);
      if (begin >= range_.end) break;
      const std::size_t end = std::min(text_.find_first_of(blanks_and_end, begin), range_.end);
      add_tokens(begin, end);
      at = end;
    }
  }

  /// A word, and the numbers of glyphs that begin, part or end it.
  void add_tokens(std::size_t begin, std::size_t end) {
    bool after_numbers = false;
    for (std::size_t at = begin; at < end;) {
      const std::size_t numbers = length_of_numbers_at(at, end);
      if (numbers > 0) {
        any_foreign_ = true;
        add_numbers(at, at + numbers);
        at += numbers;
        after_numbers = true;
        continue;
      }
      std::size_t next = at;
      while (next < end && length_of_numbers_at(next, end) == 0) {
        next += code_point_at(text_, next).length;
      }
      add_parts(at, next,
                after_numbers || next < end ? Token::Kind::beside_numbers : Token::Kind::plain);
      at = next;
    }
  }

  [[nodiscard]] std::size_t length_of_numbers_at(std::size_t at, std::size_t end) const {
    return has_numbers_ ? length_of_numbers(text_.substr(0, end), at) : 0;
  }

  /// A word, or the parts of a number of a document: "2718/4Ĉ-UBND" has sound ones.
  void add_parts(std::size_t begin, std::size_t end, Token::Kind sound) {
    const std::string_view word = text_.substr(begin, end - begin);
    const bool foreign = has_foreign(word);
    if (!foreign && sound == Token::Kind::plain) {
      add_token(begin, end, sound);
      return;
    }
    any_foreign_ = true;
    const auto add_part = [&](std::size_t from, std::size_t to) {
      if (from == to) return;
      const bool is_foreign = has_foreign(text_.substr(from, to - from));
      add_token(from, to, is_foreign ? Token::Kind::foreign : sound);
    };
    std::size_t part = begin;
    for (std::size_t at = begin; at + 1 < end; ++at) {
      if (!parts_word(begin, end, part, at, foreign)) continue;
      add_part(part, at);
      add_token(at, at + 1, Token::Kind::plain);
      part = at + 1;
    }
    add_part(part, end);
  }

  /// Whether the sign at `at` stands between two words of [begin, end), of which the second begins
  /// at `part` if it does.
  [[nodiscard]] bool parts_word(std::size_t begin, std::size_t end, std::size_t part,
                                std::size_t at, bool foreign) const {
    // Of these, a hyphen as a glyph would be a J, a stroke an L.
    if (text_[at] == '-') return at > begin || !foreign;
    if (text_[at] != '/') return false;
    if (!foreign) return true;
    const std::string_view before = text_.substr(part, at - part);
    if (at > begin && before.find_first_not_of("0123456789") == std::string_view::npos) return true;
    // "FҩS/FҩS": where it is no letter, there are words on both sides. "$7/Ĉ" is ATLĐ.
    const std::string_view behind = text_.substr(at + 1, end - at - 1);
    constexpr std::size_t shortest = 3;
    return std::min(before.size(), behind.size()) >= shortest && is_word_of_glyphs(before) &&
           is_word_of_glyphs(behind);
  }

  /// Whether a map, or the standard order alone, makes a known word of the letters up to the next
  /// stroke.
  [[nodiscard]] bool is_word_of_glyphs(std::string_view word) const {
    const std::string_view one = word.substr(0, word.find('/'));
    const std::string_view inner = one.substr(std::min(one.find_first_not_of(openers), one.size()));
    const std::string_view core = inner.substr(0, inner.find_last_not_of(closers) + 1);
    if (core.empty()) return false;
    const auto is_known = [&](std::string_view reading) {
      return !font_map::is_mixed_case(reading) &&
             model_.find(reading) != language::word_class::unknown;
    };
    if (!has_foreign(core) && is_known(core)) return true;
    return std::ranges::any_of(maps_, [&](const GlyphMap& map) {
      const auto read = font_map::read_word(core, map, Ascii::glyphs);
      return read && is_known(*read);
    });
  }

  /// Digits count as a word; other signs are nothing between two words.
  void add_numbers(std::size_t begin, std::size_t end) {
    std::string read = read_numbers(text_.substr(begin, end - begin));
    if (has_digit(read)) {
      add_token(begin, end, Token::Kind::numbers);
    } else {
      signs_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                        std::move(read), RepairKind::font_map, proven_is_right});
    }
  }

  void add_token(std::size_t begin, std::size_t end, Token::Kind kind) {
    has_glyph_words_ =
        has_glyph_words_ ||
        (kind == Token::Kind::foreign && !font_map::is_lone_sign(text_.substr(begin, end - begin)));
    tokens_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), kind});
  }

  /// Whether a word without a foreign code point says nothing as it stands: numbers and known words
  /// are left alone.
  [[nodiscard]] bool may_be_glyphs(std::string_view word, Token::Kind kind) const {
    constexpr std::size_t least = 2;
    if (word.size() < least) return false;
    // Behind a number of glyphs ".+" is "KH".
    const bool beside = kind == Token::Kind::beside_numbers && !has_digit(word) &&
                        word.find('%') == std::string_view::npos;
    if (word.find_first_not_of("0123456789.,:/%()-+*") == std::string_view::npos) return beside;
    const std::size_t first = word.find_first_not_of(openers);
    const std::size_t last = word.find_last_not_of(closers);
    if (first == std::string_view::npos || last == std::string_view::npos || first > last)
      return false;
    return model_.find(word.substr(first, last - first + 1)) == language::word_class::unknown;
  }

  void add_readings(std::uint32_t index) {
    const Token& token = tokens_[index];
    const std::string_view word = text_.substr(token.begin, token.end - token.begin);
    if (token.kind == Token::Kind::numbers) {
      arcs_.push_back({index, index + 1, language::word_class::number, 0,
                       static_cast<std::uint32_t>(readings_.size())});
      readings_.push_back(read_numbers(word));
      return;
    }
    if (token.foreign() && !has_glyph_words_ && is_sign_of_formula(word)) {
      add(index, std::string(word), 0, false);
      return;
    }
    add(index, std::string(word), token.foreign() ? 3 * no_word : 0, false);
    if (!token.foreign() && !may_be_glyphs(word, token.kind)) return;
    if (token.kind == Token::Kind::beside_numbers) {
      add_glyphs(index, word, maps_.empty() ? GlyphMap() : maps_.front(), 0);
      return;
    }
    for (const GlyphMap& map : maps_) {
      if (token.foreign()) {
        if (auto kept = font_map::read_word(word, map, Ascii::kept)) add(index, *kept, 0, false);
        add_two_fonts(index, word, map);
      }
      add_glyphs(index, word, map, token.foreign() ? 0 : price_of(index));
      if (!token.foreign()) break;  // the maps agree on the standard glyphs
    }
  }

  /// Of a word without a foreign code point: less among words that have one.
  [[nodiscard]] float price_of(std::uint32_t index) const {
    const auto is_coded = [this](std::uint32_t i) {
      return i < tokens_.size() && tokens_[i].kind != Token::Kind::plain;
    };
    const bool among_coded = is_coded(index - 1) && is_coded(index + 1);
    return among_coded ? among_glyphs : without_proof;
  }

  /// "vұW": the letters before the first foreign code point in a font with its map, the others in
  /// one without; where that makes a word.
  void add_two_fonts(std::uint32_t index, std::string_view word, const GlyphMap& map) {
    std::size_t from = std::min(find_sign(word, 0, Sign::glyph), word.size() - 1);
    while (from > 0 && (static_cast<unsigned char>(word[from]) & 0xC0U) == 0x80U) --from;
    const std::size_t end = word.find_last_not_of(closers) + 1;
    if (from == 0 || end <= from) return;
    const auto read = font_map::read_word(word.substr(from, end - from), map, Ascii::glyphs);
    if (!read) return;
    const std::string printed = std::string(word.substr(0, from)) + *read;
    if (!is_plain_word(printed, core_of(printed))) return;
    add(index, printed + std::string(word.substr(end)), two_fonts, false);
  }

  /// All of the word as glyphs, and all but the signs around it, which another font may have set.
  void add_glyphs(std::uint32_t index, std::string_view word, const GlyphMap& map, float extra) {
    const std::size_t most_head = std::min(word.find_first_not_of(openers), word.size());
    const std::size_t last_inner = word.find_last_not_of(closers);
    const std::size_t tail =
        last_inner == std::string_view::npos ? 0 : word.size() - last_inner - 1;
    add_inner(index, word, 0, 0, map, extra);
    if (most_head + tail >= word.size()) return;
    if (tail > 0) add_inner(index, word, 0, tail, map, extra);
    if (most_head > 0) add_inner(index, word, most_head, 0, map, extra);
    if (tail > 0 && most_head > 0) add_inner(index, word, most_head, tail, map, extra);
  }

  void add_inner(std::uint32_t index, std::string_view word, std::size_t head, std::size_t tail,
                 const GlyphMap& map, float extra) {
    const auto inner = word.substr(head, word.size() - head - tail);
    std::string last;
    for (const Ascii ascii : {Ascii::glyphs, Ascii::glyphs_without_hard_blank}) {
      const auto read = font_map::read_word(inner, map, ascii);
      if (!read || *read == last) continue;
      last = *read;
      std::string printed(word.substr(0, head));
      printed.append(last).append(word.substr(word.size() - tail));
      add(index, printed, extra, extra > 0);
    }
  }

  void add(std::uint32_t index, const std::string& printed, float extra, bool only_words) {
    const std::string_view core = core_of(printed);
    if (only_words && !is_plain_word(printed, core)) return;
    const bool is_sign = core_of(text_of(index)).empty();
    if (is_sign && core.size() == 1) return;  // "(*)" is no "(G)"
    const PrintedWord word = look_up_word(core, model_);
    if (word.word == language::word_class::unknown) {
      extra += no_word;
    }
    if (is_oddly_signed(printed)) extra += odd_sign;
    if (printed.find('?') != std::string::npos) extra += question;
    extra += word.extra + (font_map::is_mixed_case(core) ? mixed_case : 0);
    if (tokens_[index].kind != Token::Kind::plain && has_digit(printed)) extra += no_word;
    arcs_.push_back(
        {index, index + 1, word.word, extra, static_cast<std::uint32_t>(readings_.size())});
    readings_.push_back(printed);
  }

  [[nodiscard]] std::string_view text_of(std::uint32_t index) const {
    return text_.substr(tokens_[index].begin, tokens_[index].end - tokens_[index].begin);
  }

  /// Whether a reading for which no code point speaks is a word, with usual signs at most.
  [[nodiscard]] bool is_plain_word(std::string_view printed, std::string_view core) const {
    const std::size_t first = printed.find_first_not_of(openers);
    const std::size_t last = printed.find_last_not_of(closers);
    return first != std::string_view::npos && last != std::string_view::npos && first <= last &&
           printed.substr(first, last - first + 1) == core && !font_map::is_mixed_case(core) &&
           model_.find(core) != language::word_class::unknown;
  }

  void emit(const WordArc& arc) {
    const Token& token = tokens_[arc.from];
    const std::string& reading = readings_[arc.tag];
    if (text_.substr(token.begin, token.end - token.begin) == reading) return;
    const bool known = arc.word != language::word_class::unknown;
    const bool numbers = token.kind == Token::Kind::numbers;
    const double confidence = numbers                            ? proven_is_right
                              : !known                           ? no_word_is_right
                              : token.kind == Token::Kind::plain ? unproven_is_right
                                                                 : proven_is_right;
    edits_.push_back({token.begin, token.end, reading, RepairKind::font_map, confidence});
  }

  std::string_view text_;
  LineRange range_;
  const std::vector<GlyphMap>& maps_;
  bool has_numbers_;  ///< in the text: pictures of controls are digits and signs
  const LanguageModel& model_;
  EditList& edits_;
  EditList signs_;  ///< that are no words
  std::vector<Token> tokens_;
  bool any_foreign_ = false;
  bool has_glyph_words_ = false;  ///< by itself a foreign letter may be a sign of a formula
  std::vector<WordArc> arcs_;
  std::vector<std::string> readings_;
};

}  // namespace

EditList find_font_maps(std::string_view text) {
  EditList edits;
  if (find_sign(text, 0, Sign::glyph) == text.size()) return edits;
  // What the pictures of controls stand for in a text that speaks of controls is themselves.
  const bool has_numbers = says_numbers(text);
  if (!has_many_foreign(text) && !has_numbers) return edits;
  const LanguageModel& model = LanguageModel::builtin();
  const std::vector<GlyphMap> maps = font_map::learn_maps(text, model);
  if (maps.empty() && !has_numbers) return edits;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    Line(text, {begin, end}, maps, has_numbers, model, edits).read();
    begin = end + 1;
  }
  return edits;
}

}  // namespace vanban::repair_stage

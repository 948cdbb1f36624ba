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

/// Signs that a font with its map may have set around a word without.
constexpr std::string_view openers = "(\"-+";
constexpr std::string_view closers = ".,;:)\"/";

struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool foreign = false;
};

bool has_foreign(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    if (font_map::is_foreign(point.value)) return true;
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
    const bool second = (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    const CodePoint point = code_point_at(text, second ? at - 1 : at);
    if (font_map::is_foreign(point.value)) found.insert(point.value);
  }
  return found.size() >= fewest;
}

class Line {
 public:
  Line(std::string_view text, LineRange range, const std::vector<GlyphMap>& maps,
       const LanguageModel& model, EditList& edits)
      : text_(text), range_(range), maps_(maps), model_(model), edits_(edits) {}

  void read() {
    cut();
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) add_readings(i);
    const std::vector<bool> boundary(tokens_.size() + 1, false);
    if (arcs_.size() == tokens_.size() && !any_foreign_) return;
    const auto path =
        choose_words(arcs_, static_cast<std::uint32_t>(tokens_.size()), boundary, model_);
    for (const std::uint32_t one : path) emit(arcs_[one]);
  }

 private:
  void cut() {
    for (std::size_t at = range_.begin; at < range_.end;) {
      const std::size_t begin = text_.find_first_not_of(" \t\r", at);
      if (begin >= range_.end) break;
      const std::size_t end = std::min(text_.find_first_of(" \t\r\n", begin), range_.end);
      add_tokens(begin, end);
      at = end;
    }
  }

  /// A word, or the parts of a number of a document: "2718/4Ĉ-UBND" has sound ones.
  void add_tokens(std::size_t begin, std::size_t end) {
    const std::string_view word = text_.substr(begin, end - begin);
    if (!has_foreign(word)) {
      add_token(begin, end, false);
      return;
    }
    any_foreign_ = true;
    std::size_t part = begin;
    for (std::size_t at = begin + 1; at + 1 < end; ++at) {
      const bool after_digits =
          text_.substr(part, at - part).find_first_not_of("0123456789") == std::string_view::npos;
      // Of these, a hyphen as a glyph would be a J, a stroke an L.
      if (text_[at] != '-' && (text_[at] != '/' || !after_digits)) continue;
      if (part < at) add_token(part, at, has_foreign(text_.substr(part, at - part)));
      add_token(at, at + 1, false);
      part = at + 1;
    }
    if (part < end) add_token(part, end, has_foreign(text_.substr(part, end - part)));
  }

  void add_token(std::size_t begin, std::size_t end, bool foreign) {
    tokens_.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), foreign});
  }

  /// Whether a word without a foreign code point says nothing as it stands: numbers and known words
  /// are left alone.
  [[nodiscard]] bool may_be_glyphs(std::string_view word) const {
    constexpr std::size_t least = 2;
    if (word.size() < least) return false;
    if (word.find_first_not_of("0123456789.,:/%()-+") == std::string_view::npos) return false;
    const std::size_t first = word.find_first_not_of(openers);
    const std::size_t last = word.find_last_not_of(closers);
    if (first == std::string_view::npos || last == std::string_view::npos || first > last)
      return false;
    return model_.find(word.substr(first, last - first + 1)) == language::word_class::unknown;
  }

  void add_readings(std::uint32_t index) {
    const Token& token = tokens_[index];
    const std::string_view word = text_.substr(token.begin, token.end - token.begin);
    add(index, std::string(word), token.foreign ? 3 * no_word : 0, false);
    if (!token.foreign && !may_be_glyphs(word)) return;
    for (const GlyphMap& map : maps_) {
      if (token.foreign) {
        if (auto kept = font_map::read_word(word, map, Ascii::kept)) add(index, *kept, 0, false);
      }
      add_glyphs(index, word, map, token.foreign ? 0 : without_proof);
      if (!token.foreign) break;  // the maps agree on the standard glyphs
    }
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
    const PrintedWord word = look_up_word(core, model_);
    if (word.word == language::word_class::unknown) {
      extra += no_word;
    }
    if (is_oddly_signed(printed)) extra += odd_sign;
    if (printed.find('?') != std::string::npos) extra += question;
    extra += word.extra + (font_map::is_mixed_case(core) ? mixed_case : 0);
    if (tokens_[index].foreign && has_digit(printed)) extra += no_word;
    arcs_.push_back(
        {index, index + 1, word.word, extra, static_cast<std::uint32_t>(readings_.size())});
    readings_.push_back(printed);
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
    const double confidence = !known          ? no_word_is_right
                              : token.foreign ? proven_is_right
                                              : unproven_is_right;
    edits_.push_back({token.begin, token.end, reading, RepairKind::font_map, confidence});
  }

  std::string_view text_;
  LineRange range_;
  const std::vector<GlyphMap>& maps_;
  const LanguageModel& model_;
  EditList& edits_;
  std::vector<Token> tokens_;
  bool any_foreign_ = false;
  std::vector<WordArc> arcs_;
  std::vector<std::string> readings_;
};

}  // namespace

EditList find_font_maps(std::string_view text) {
  EditList edits;
  if (find_sign(text, 0, Sign::glyph) == text.size()) return edits;
  if (!has_many_foreign(text)) return edits;
  const LanguageModel& model = LanguageModel::builtin();
  const std::vector<GlyphMap> maps = font_map::learn_maps(text, model);
  if (maps.empty()) return edits;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    Line(text, {begin, end}, maps, model, edits).read();
    begin = end + 1;
  }
  return edits;
}

}  // namespace vanban::repair_stage

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
#include "repair/word_choice.hpp"

namespace vanban::repair_stage {
namespace {

using font_map::Ascii;
using font_map::GlyphMap;
using language::LanguageModel;

// First bytes of U+01C0..U+06FF, but the one of the combining marks that Vietnamese has: no letter
// of Vietnamese begins so. And the second byte of a letter U+0140..U+017F.
constexpr auto may_be_glyph = [](ByteContext at) {
  const auto lead =
      static_cast<unsigned char>(static_cast<unsigned char>(at.byte - 0xC7U) < 0x15 ? 1U : 0U);
  const auto mark = static_cast<unsigned char>(at.byte == 0xCC ? 0U : 1U);
  const auto latin = static_cast<unsigned char>(at.before == 0xC5 ? 1U : 0U);
  const auto tilde = static_cast<unsigned char>((at.byte & 0xFEU) == 0xA8 ? 0U : 1U);
  return static_cast<unsigned char>(lead * mark + latin * tilde);
};

/// Nats for a reading that is no word, for one that changes a word without a foreign code point,
/// and for letters whose case is mixed.
constexpr float no_word = 6;
constexpr float without_proof = 5;
constexpr float mixed_case = 4;
/// And for signs that seldom stand beside letters.
constexpr float odd_sign = 6;

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

bool is_capital(std::string_view letter) {
  std::array<char, 4> folded{};
  return language::fold_letter(letter.data(), letter.size(), folded.data());
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

bool is_mixed_case(std::string_view letters) {
  const char* const base = letters.data();
  bool small = false;
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < letters.size();) {
    const std::size_t length = language::letter_length(base + at, base + letters.size());
    if (length == 0) return true;
    const bool capital = is_capital(letters.substr(at, length));
    if (capital && small) return true;
    if (!capital && capitals > 1) return true;
    capitals += capital ? 1 : 0;
    small = small || !capital;
    at += length;
  }
  return false;
}

bool has_digit(std::string_view printed) {
  return std::ranges::any_of(printed, [](char c) { return c >= '0' && c <= '9'; });
}

/// A font without its map loses all of its letters; a strange letter or three are slips of single
/// ones, which another pass knows.
bool has_many_foreign(std::string_view text) {
  constexpr std::size_t fewest = 6;
  std::set<char32_t> found;
  for (std::size_t at = find_suspect(text, 0, may_be_glyph);
       at < text.size() && found.size() < fewest; at = find_suspect(text, at + 1, may_be_glyph)) {
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
      const std::string_view word = text_.substr(begin, end - begin);
      tokens_.push_back(
          {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), has_foreign(word)});
      any_foreign_ = any_foreign_ || tokens_.back().foreign;
      at = end;
    }
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
    if (only_words && model_.find(core) == language::word_class::unknown) return;
    const PrintedWord word = look_up_word(core, model_);
    if (word.word == language::word_class::unknown) {
      extra += no_word;
    }
    if (printed.starts_with('+') ||
        printed.find_first_of("[]\\^`~$&*<>{}@#!'=_") != std::string::npos)
      extra += odd_sign;
    extra += word.extra + (is_mixed_case(core) ? mixed_case : 0);
    if (tokens_[index].foreign && has_digit(printed)) extra += no_word;
    arcs_.push_back(
        {index, index + 1, word.word, extra, static_cast<std::uint32_t>(readings_.size())});
    readings_.push_back(printed);
  }

  void emit(const WordArc& arc) {
    const Token& token = tokens_[arc.from];
    const std::string& reading = readings_[arc.tag];
    if (text_.substr(token.begin, token.end - token.begin) == reading) return;
    const bool known = arc.word != language::word_class::unknown;
    const double confidence = known && token.foreign ? 0.97 : known ? 0.9 : 0.75;
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
  if (find_suspect(text, 0, may_be_glyph) == text.size()) return edits;
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

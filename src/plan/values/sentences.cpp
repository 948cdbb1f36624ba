#include "plan/values/sentences.hpp"

#include <array>

#include "tokens/fold.hpp"
#include "tokens/phrases.hpp"

namespace vanban::plan {
namespace {

using namespace tokens;  // NOLINT(google-build-using-namespace): this file is made of its steps

// What stands before a point that ends no sentence. Titles, ranks and the words of signatures.
constexpr PhraseTable abbreviations(std::to_array<Phrase>(
    {{"tm"},  {"kt"},   {"tl"},   {"tuq"},  {"q"},    {"đ/c"}, {"đc"},   {"tp"},    {"tx"}, {"tt"},
     {"h"},   {"p"},    {"x"},    {"ts"},   {"ths"},  {"pgs"}, {"gs"},   {"bs"},    {"cn"}, {"ks"},
     {"kts"}, {"nsnd"}, {"nsưt"}, {"ngnd"}, {"ngưt"}, {"tr"},  {"st"},   {"no"},    {"vd"}, {"mr"},
     {"mrs"}, {"ms"},   {"dr"},   {"ltd"},  {"co"},   {"jsc"}, {"thpt"}, {"ubmttq"}}));

/// A point that belongs to the word before it: "TP.", "PGS.", an initial ("Q. 1"), "1." or "v.v.".
bool belongs_to_word(std::string_view text, std::size_t point, std::size_t sentence) {
  const std::size_t begin = word_begin(text, point);
  if (begin == point) return false;
  if (is_digit(text, begin)) return begin == sentence && point - begin <= 2;
  if (letter_at(text, begin) == point - begin) {
    // A single letter: an initial or the second of "v.v." goes on; "nhóm A." before a capital ends.
    return begin == sentence || has_byte(text, begin == 0 ? 0 : begin - 1, '.');
  }
  // "TP. Hồ Chí Minh", but a sentence may end in "tr." only as the row has it: in capitals or
  // title.
  const auto row = abbreviations.longest(text.substr(0, point), begin);
  return row && row.end == point && is_capital(text, begin);
}

bool opens_sentence(std::string_view text, std::size_t at) {
  if (is_capital(text, at) || is_digit(text, at) || dash_at(text, at) != 0) return true;
  return has_byte(text, at, '"') || has_byte(text, at, '(') || has_byte(text, at, '[') ||
         has_byte(text, at, '+') || text.substr(at, 3) == "“" || text.substr(at, 3) == "‘";
}

/// Bytes at which something happens: ends of sentences, brackets and the first byte of “ and ”.
constexpr std::array<bool, 256> sign_table = [] {
  std::array<bool, 256> signs{};
  for (const char c : {'.', '!', '?', '(', ')', '\xE2'})
    signs[static_cast<unsigned char>(c)] = true;
  return signs;
}();

/// Whether a closing sign stands behind a place: looked for at the first opening one, from behind.
class LastSign {
 public:
  LastSign(std::string_view text, std::string_view sign) : text_(text), sign_(sign) {}
  bool is_behind(std::size_t at) {
    if (!known_) last_ = text_.rfind(sign_);
    known_ = true;
    return last_ != npos && at < last_;
  }

 private:
  std::string_view text_;
  std::string_view sign_;
  std::size_t last_ = npos;
  bool known_ = false;
};

}  // namespace

std::vector<TextRange> split_sentences(std::string_view text) {
  std::vector<TextRange> sentences;
  LastSign last_bracket(text, ")");
  LastSign last_quote(text, "”");
  std::size_t brackets = 0;
  std::size_t quotes = 0;
  std::size_t begin = skip_blanks(text, 0);
  const auto close = [&](std::size_t end) {
    const std::size_t trimmed = skip_blanks_back(text, end);
    if (trimmed > begin) sentences.push_back({begin, trimmed});
    begin = skip_blanks(text, end);
    brackets = quotes = 0;
  };
  for (std::size_t next_at = begin; next_at < text.size();) {
    const std::size_t at = next_at++;
    const char c = text[at];
    if (!sign_table[static_cast<unsigned char>(c)]) continue;
    if (c == '(') brackets += last_bracket.is_behind(at) ? 1U : 0U;
    if (c == ')' && brackets > 0) --brackets;
    if (c == '\xE2' && text.substr(at, 3) == "“") quotes += last_quote.is_behind(at) ? 1U : 0U;
    if (c == '\xE2' && text.substr(at, 3) == "”" && quotes > 0) --quotes;
    if ((c != '.' && c != '!' && c != '?') || brackets > 0 || quotes > 0) continue;
    const bool dots = c == '.' && (has_byte(text, at + 1, '.') || (at > 0 && text[at - 1] == '.'));
    std::size_t end = at + 1;
    if (text.substr(end, 3) == "”") end += 3;
    const std::size_t next = skip_blanks(text, end);
    if (dots || next == end || next >= text.size() || !opens_sentence(text, next)) continue;
    if (c == '.' && belongs_to_word(text, at, begin)) continue;
    close(end);
    next_at = begin;
  }
  close(text.size());
  return sentences;
}

}  // namespace vanban::plan

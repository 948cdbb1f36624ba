#include "plan/values/sentences.hpp"

#include <algorithm>
#include <array>
#include <utility>

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

// "Ông. Lê Văn Khiêm - Trưởng đoàn: ...": a point behind these at the head of a sentence is a slip.
constexpr PhraseTable forms_of_address(
    std::to_array<Phrase>({{"ông"}, {"bà"}, {"thầy"}, {"cô"}, {"đồng chí"}}));

/// A point that belongs to the word before it: "TP.", "PGS.", an initial ("Q. 1"), "1." or "v.v.".
bool belongs_to_word(std::string_view text, std::size_t point, std::size_t sentence) {
  const std::size_t begin = word_begin(text, point);
  if (begin == point) return false;
  if (is_digit(text, begin)) return begin == sentence && point - begin <= 2;
  if (letter_at(text, begin) == point - begin) {
    // A single letter: an initial or the second of "v.v." goes on; "nhóm A." before a capital ends.
    return begin == sentence || has_byte(text, begin == 0 ? 0 : begin - 1, '.');
  }
  const auto address = forms_of_address.longest(text, sentence);
  if (address && address.end == point) return true;
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

class SentenceSplitter {
 public:
  explicit SentenceSplitter(std::string_view text)
      : text_(text),
        last_bracket_(text, ")"),
        last_quote_(text, "”"),
        begin_(skip_blanks(text, 0)),
        next_(begin_) {}

  /// Looks at the signs in [from, end) that are not behind it already.
  void read(std::size_t from, std::size_t end) {
    next_ = std::max(next_, from);
    while (next_ < end) {
      const std::size_t at = next_++;
      if (sign_table[static_cast<unsigned char>(text_[at])]) sign(at);
    }
  }

  std::vector<TextRange> finish() && {
    close(text_.size());
    return std::move(sentences_);
  }

 private:
  void sign(std::size_t at) {
    const char c = text_[at];
    if (c == '(') brackets_ += last_bracket_.is_behind(at) ? 1U : 0U;
    if (c == ')' && brackets_ > 0) --brackets_;
    if (c == '\xE2' && text_.substr(at, 3) == "“") quotes_ += last_quote_.is_behind(at) ? 1U : 0U;
    if (c == '\xE2' && text_.substr(at, 3) == "”" && quotes_ > 0) --quotes_;
    if ((c != '.' && c != '!' && c != '?') || brackets_ > 0 || quotes_ > 0) return;
    const bool dots =
        c == '.' && (has_byte(text_, at + 1, '.') || (at > 0 && text_[at - 1] == '.'));
    std::size_t end = at + 1;
    if (text_.substr(end, 3) == "”") end += 3;
    const std::size_t next = skip_blanks(text_, end);
    if (dots || next == end || next >= text_.size() || !opens_sentence(text_, next)) return;
    if (c == '.' && belongs_to_word(text_, at, begin_)) return;
    close(end);
    next_ = begin_;
  }

  void close(std::size_t end) {
    const std::size_t trimmed = skip_blanks_back(text_, end);
    if (trimmed > begin_) sentences_.push_back({begin_, trimmed});
    begin_ = skip_blanks(text_, end);
    brackets_ = quotes_ = 0;
  }

  std::string_view text_;
  LastSign last_bracket_;
  LastSign last_quote_;
  std::vector<TextRange> sentences_;
  std::size_t brackets_ = 0;
  std::size_t quotes_ = 0;
  std::size_t begin_;  ///< of the sentence at hand
  std::size_t next_;   ///< up to here signs are known
};

}  // namespace

std::vector<TextRange> split_sentences(std::string_view text) {
  SentenceSplitter splitter(text);
  splitter.read(0, text.size());
  return std::move(splitter).finish();
}

std::vector<TextRange> split_sentences(const WordedText& text) {
  SentenceSplitter splitter(text.text);
  std::size_t at = 0;
  for (const Word& word : text.words) {  // signs stand between words
    const bool one_blank = word.begin == at + 1 && text.text[at] == ' ';
    if (word.begin != at && !one_blank) splitter.read(at, word.begin);
    at = word.end;
  }
  splitter.read(at, text.text.size());
  return std::move(splitter).finish();
}

}  // namespace vanban::plan

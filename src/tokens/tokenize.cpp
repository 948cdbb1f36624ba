// Line by line, for no token crosses a line end: a marker at the start, then at each place the
// first of url, email, symbol, date, number, word, sign.
#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

#include "language/syllable.hpp"
#include "tokens/date.hpp"
#include "tokens/fold.hpp"
#include "tokens/marker.hpp"
#include "tokens/number.hpp"
#include "tokens/symbol.hpp"
#include "vanban/token.hpp"

namespace vanban {
namespace tokens {
namespace {

/// What the letters of a word are, as far as abbreviations differ from syllables.
struct WordShape {
  std::size_t letters = 0;
  std::size_t capitals = 0;
  bool first_capital = false;
  bool toned = false;
};

/// Letters that stand in addresses; their borders are enough to tell one.
bool is_address_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '-' || c == '_' || c == '%' || c == '+';
}

bool is_url_end(std::string_view line, std::size_t at) {
  const char c = line[at];
  return blank_at(line, at) != 0 || c == '<' || c == '>' || c == '"' || c == '(' || c == ')' ||
         static_cast<unsigned char>(c) >= 0x80;
}

class LineTokenizer {
 public:
  LineTokenizer(std::string_view line, std::size_t offset, std::vector<Token>& tokens)
      : line_(line), offset_(offset), tokens_(tokens), next_at_sign_(line.find('@')) {}

  void run() {
    at_ = skip_blanks(line_, 0);
    if (const std::size_t end = match_marker(line_, at_); end != npos) add(TokenKind::marker, end);
    while (at_ < line_.size()) {
      const char c = line_[at_];
      if (const std::size_t blank = blank_at(line_, at_)) {
        at_ += blank;
      } else if (is_digit(line_, at_)) {
        digits();
      } else if (letter_at(line_, at_) != 0) {
        letters();
      } else if (c == '/' && (at_ == 0 || line_[at_ - 1] == ' ' || line_[at_ - 1] == ':')) {
        const auto symbol = match_symbol(line_, at_);
        add(symbol ? TokenKind::symbol : TokenKind::punctuation, symbol ? symbol->end : at_ + 1);
      } else {
        add(TokenKind::punctuation, at_ + language::code_point_length(c));
      }
    }
  }

 private:
  void add(TokenKind kind, std::size_t end) {
    end = std::min(end, line_.size());
    tokens_.push_back(
        {kind,
         {static_cast<std::uint32_t>(offset_ + at_), static_cast<std::uint32_t>(offset_ + end)}});
    at_ = end;
  }

  void digits() {
    if (email()) return;
    if (const auto date = match_numeric_date(line_, at_); date && !torn_number()) {
      add(TokenKind::date, range_end(date->end, &LineTokenizer::date_end));
      return;
    }
    const auto symbol = match_symbol(line_, at_);
    if (symbol && symbol->has_group) {
      add(TokenKind::symbol, symbol->end);
      return;
    }
    const auto number = match_number(line_, at_);
    std::size_t end = number->end;
    // 1/2, but neither half of 1/2/3.
    if (number->plain && !torn_number() && has_byte(line_, end, '/') && is_digit(line_, end + 1)) {
      std::size_t below = end + 1;
      while (is_digit(line_, below)) ++below;
      if (!has_byte(line_, below, '/')) end = below;
    }
    add(TokenKind::number, range_end(end, &LineTokenizer::number_end));
  }

  /// A slash joins the digits at hand to what stands before: "13/2031" of "32/13/2031".
  bool torn_number() const {
    return at_ > 1 && has_byte(line_, at_ - 1, '/') && is_word_part(line_, at_ - 2);
  }

  static std::size_t date_end(std::string_view line, std::size_t at) {
    const auto date = match_numeric_date(line, at);
    return date ? date->end : npos;
  }

  static std::size_t number_end(std::string_view line, std::size_t at) {
    if (match_numeric_date(line, at)) return npos;
    const auto symbol = match_symbol(line, at);
    if (symbol && symbol->has_group) return npos;
    const auto number = match_number(line, at);
    return number && letter_at(line, number->end) == 0 && !has_byte(line, number->end, '/')
               ? number->end
               : npos;
  }

  /// The end of "7,5 - 8" from the end of its first part: a dash with a blank on both sides or
  /// none.
  std::size_t range_end(std::size_t end, std::size_t (*part)(std::string_view, std::size_t)) const {
    const std::size_t dash = skip_blanks(line_, end);
    const std::size_t length = dash_at(line_, dash);
    if (length == 0) return end;
    const std::size_t second = skip_blanks(line_, dash + length);
    if ((dash == end) != (second == dash + length) || !is_digit(line_, second)) return end;
    const std::size_t last = part(line_, second);
    return last == npos ? end : last;
  }

  void letters() {
    if (url() || email()) return;
    // Most words begin with a small letter and are syllables whatever follows.
    if (!is_capital(line_, at_)) {
      std::size_t end = letters_end(at_);
      if (end == at_ + letter_at(line_, at_)) {  // m2
        while (is_digit(line_, end)) ++end;
      }
      add(TokenKind::syllable, end);
      return;
    }
    WordShape shape;
    std::size_t end = letters_end(at_, shape);
    // QH15, K71, m2; but "ngày10" is a syllable and a number.
    if (shape.capitals == shape.letters || shape.letters == 1) {
      while (is_digit(line_, end)) ++end;
    }
    if (!is_abbreviation(shape, end)) {
      add(TokenKind::syllable, end);
      return;
    }
    // KH&CN, QĐ-UBND, TT.HĐND: abbreviations joined by a sign.
    while (has_byte(line_, end, '&') || has_byte(line_, end, '-') || has_byte(line_, end, '.')) {
      WordShape next;
      std::size_t behind = letters_end(end + 1, next);
      if (next.letters == 0 || next.toned || !next.first_capital || next.capitals < 2) {
        // "KH&C" has one letter behind its sign.
        if (!(has_byte(line_, end, '&') && next.capitals == 1 && next.letters == 1)) break;
      }
      while (is_digit(line_, behind)) ++behind;
      end = behind;
    }
    add(TokenKind::abbreviation, end);
  }

  std::size_t letters_end(std::size_t at) const {
    while (at < line_.size()) {
      if (language::byte_class(line_[at]) == language::ByteClass::letter) {
        ++at;
      } else if (const std::size_t length = letter_at(line_, at)) {
        at += length;
      } else {
        break;
      }
    }
    return at;
  }

  std::size_t letters_end(std::size_t at, WordShape& shape) const {
    while (const std::size_t length = letter_at(line_, at)) {
      const bool capital = is_capital(line_, at);
      if (shape.letters == 0) shape.first_capital = capital;
      ++shape.letters;
      shape.capitals += capital ? 1U : 0U;
      if (length > 1 && !shape.toned) shape.toned = !is_symbol_letter(line_, at);
      at += length;
    }
    return at;
  }

  /// Two capitals and no tone mark; a word in capitals that may be a syllable is one among others
  /// in capitals ("VIỆT NAM"), an abbreviation on its own ("Nghị quyết của TU").
  bool is_abbreviation(const WordShape& shape, std::size_t end) {
    if (shape.toned || shape.capitals < 2 || !shape.first_capital) return false;
    if (shape.capitals != shape.letters) return true;
    if (!language::is_syllable(line_.substr(at_, end - at_))) return true;
    return !stands_in_capitals(end);
  }

  bool stands_in_capitals(std::size_t end) {
    const std::size_t next = skip_blanks(line_, end);
    WordShape shape;
    letters_end(next, shape);
    if (shape.letters > 1 && shape.capitals == shape.letters) return true;
    if (!tokens_.empty() && tokens_.back().span.begin >= offset_) {
      const TextSpan span = tokens_.back().span;
      WordShape before;
      const std::size_t begin = span.begin - offset_;
      letters_end(begin, before);
      if (before.letters > 1 && before.capitals == before.letters) return true;
    }
    return shape.letters == 0 && all_capitals();
  }

  bool all_capitals() {
    if (capitals_ == Capitals::unknown) {
      capitals_ = Capitals::all;
      for (std::size_t at = 0; at < line_.size();) {
        const std::size_t length = letter_at(line_, at);
        if (length != 0 && !is_capital(line_, at)) {
          capitals_ = Capitals::some;
          break;
        }
        at += length != 0 ? length : language::code_point_length(line_[at]);
      }
    }
    return capitals_ == Capitals::all;
  }

  bool url() {
    static constexpr std::array<std::string_view, 3> openers{"http://", "https://", "www."};
    const char c = line_[at_];
    if (c != 'h' && c != 'H' && c != 'w' && c != 'W') return false;
    for (const std::string_view opener : openers) {
      std::size_t end = match(line_, at_, opener);
      if (end == npos || end >= line_.size() || is_url_end(line_, end)) continue;
      while (end < line_.size() && !is_url_end(line_, end)) ++end;
      while (end > at_ && (line_[end - 1] == '.' || line_[end - 1] == ',' ||
                           line_[end - 1] == ';' || line_[end - 1] == ':')) {
        --end;
      }
      add(TokenKind::url, end);
      return true;
    }
    return false;
  }

  bool email() {
    if (next_at_sign_ != npos && next_at_sign_ < at_) next_at_sign_ = line_.find('@', at_);
    if (next_at_sign_ == npos || tried_until_ > at_) return false;
    std::size_t end = at_;
    while (end < line_.size() && is_address_byte(line_[end])) ++end;
    tried_until_ = end;  // a word that is none is not walked again from its middle
    if (end != next_at_sign_) return false;
    const std::size_t host = ++end;
    while (end < line_.size() && is_address_byte(line_[end])) ++end;
    while (end > host && !is_word_part(line_, end - 1)) --end;
    if (line_.substr(host, end - host).find('.') == npos) return false;
    add(TokenKind::email, end);
    return true;
  }

  enum class Capitals : unsigned char { unknown, some, all };

  std::string_view line_;
  std::size_t offset_;
  std::vector<Token>& tokens_;
  std::size_t at_ = 0;
  std::size_t next_at_sign_;
  std::size_t tried_until_ = 0;
  Capitals capitals_ = Capitals::unknown;
};

}  // namespace
}  // namespace tokens

std::vector<Token> tokenize(std::string_view text) {
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 5);  // a syllable and its blank are six bytes on average
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find_first_of("\n\f", begin);
    if (end == std::string_view::npos) end = text.size();
    tokens::LineTokenizer(text.substr(begin, end - begin), begin, tokens).run();
    begin = end + 1;
  }
  return tokens;
}

}  // namespace vanban

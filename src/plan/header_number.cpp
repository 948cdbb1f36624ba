#include <algorithm>
#include <utility>

#include "outline/characters.hpp"
#include "plan/header_page.hpp"
#include "plan/header_words.hpp"

namespace vanban::plan {
namespace {

using outline::JoinedText;

constexpr std::size_t longest_wrapped_symbol = 24;

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  return outline::trim_begin(text, at, text.size());
}

bool starts_like_number(std::string_view line) {
  return outline::is_digit(line.front()) || joins_groups(line, 0) || is_blank_filler(line, 0);
}

/// "2389/BTL-ĐĐ": a number before a symbol of several groups in capitals.
bool is_whole_number(std::string_view line, const NumberParse& number) {
  if (number.ordinal.empty() || number.symbol.empty() || number.separator != '/') return false;
  const std::string_view symbol =
      line.substr(number.symbol.begin, number.symbol.end - number.symbol.begin);
  return symbol.find('-') != std::string_view::npos && outline::is_caps(symbol);
}

bool has_colon_after(const HeaderPage& page, std::size_t i) {
  for (std::size_t next = i + 1; next < page.pieces.size(); ++next) {
    const TextSpan span = page.pieces[next].span;
    const std::size_t word = number_word(page.printed(span), page.lower(span));
    if (word != 0 && page.lower(span)[word - 1] == ':') return true;
  }
  return false;
}

/// The line of the number: with a colon rather than without, since "SỐ 1050/QĐ-SCT" may be the
/// end of an agency's name.
std::size_t find_number(const HeaderPage& page) {
  std::size_t best = page.pieces.size();
  for (std::size_t i = 0; i < page.pieces.size(); ++i) {
    const TextSpan span = page.pieces[i].span;
    if (page.pieces[i].kind != PieceKind::unknown) continue;
    const std::size_t word = number_word(page.printed(span), page.lower(span));
    if (word == 0) continue;
    if (page.lower(span)[word - 1] == ':') return i;
    const bool caps = tokens::is_capital(page.printed(span), 1);
    if (best == page.pieces.size() && !(caps && has_colon_after(page, i))) best = i;
  }
  if (best != page.pieces.size()) return best;
  // "15-KH/TU" without the word: a symbol that begins with the code of a type, or a letter's.
  for (std::size_t i = 0; i < page.pieces.size(); ++i) {
    const std::string_view line = page.printed(page.pieces[i].span);
    if (page.pieces[i].kind != PieceKind::unknown || !starts_like_number(line)) continue;
    const NumberParse number = parse_number(line, 0);
    const std::string_view symbol =
        line.substr(number.symbol.begin, number.symbol.end - number.symbol.begin);
    if (number.end == line.size() && (begins_with_code(symbol) || is_whole_number(line, number))) {
      return i;
    }
  }
  return best;
}

/// Sites give the number in a table of their own ("Số hiệu: ..."); the document says it again.
void pass_over_repeated_number(HeaderPage& page, std::size_t first) {
  const Number& own = page.reading.header.number;
  if (!own.ordinal || !own.symbol) return;
  for (std::size_t i = first + 1; i < page.pieces.size(); ++i) {
    const std::string_view line = page.printed(page.pieces[i].span);
    if (page.pieces[i].kind != PieceKind::unknown) continue;
    const std::size_t word = number_word(line, page.lower(page.pieces[i].span));
    if (word == 0) continue;
    const NumberParse number = parse_number(line, word);
    const auto says = [&](Range range, const std::string& value) {
      return line.substr(range.begin, range.end - range.begin) == value;
    };
    if (number.end == line.size() && says(number.ordinal, *own.ordinal) &&
        says(number.symbol, *own.symbol)) {
      page.pieces[i].kind = PieceKind::known;
    }
  }
}

/// "Số: 2820/QĐ-", "Số: 16 -" go on in the next line.
void append_wrapped_symbol(HeaderPage& page, std::size_t i, std::size_t word, JoinedText& line,
                           NumberParse& number) {
  const bool open = number.symbol.empty();
  if (number.end != line.text().size() || (open && number.ordinal.empty())) return;
  const char last = line.text().back();
  if (last != '-' && last != '/') return;
  for (std::size_t next = i + 1; next < page.pieces.size(); ++next) {
    Piece& piece = page.pieces[next];
    if (piece.kind != PieceKind::unknown) continue;
    const std::string_view follows = page.printed(piece.span);
    if (follows.size() > longest_wrapped_symbol || !tokens::is_capital(follows, 0) ||
        symbol_end(follows, 0) != follows.size() || (open && !begins_with_code(follows))) {
      // What stands beside it is the place and the date.
      if (piece.line == page.pieces[i].line) continue;
      return;
    }
    line.append(page.text.text, piece.span, true);
    piece.kind = PieceKind::known;
    number = parse_number(line.text(), word);
    return;
  }
}

/// "271/KH-THCS LC": letters of a name behind a blank, and nothing else, are of the symbol. Marks
/// of secrecy and urgency are words.
void extend_symbol(const JoinedText& line, NumberParse& number) {
  constexpr std::size_t longest = 5;
  if (number.symbol.empty() || number.symbol.end != number.end) return;
  const std::string_view rest = outline::trim(std::string_view(line.text()).substr(number.end));
  const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (rest.empty() || rest.size() > longest || !std::ranges::all_of(rest, is_letter)) return;
  number.symbol.end = number.end = line.text().size();
}

/// What stands behind the symbol on its line is a piece of its own: place and date.
void leave_rest(HeaderPage& page, std::size_t i, const JoinedText& line,
                const NumberParse& number) {
  if (line.pieces().size() != 1) return;
  const std::size_t rest = skip_blanks(line.text(), number.end);
  if (rest >= line.text().size() || outline::says_nothing(line.text().substr(rest))) return;
  Piece piece = page.pieces[i];
  piece.kind = PieceKind::unknown;
  piece.span.begin += static_cast<std::uint32_t>(rest);
  page.pieces.insert(page.pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1, piece);
}

std::size_t separator_before(std::string_view text, const NumberParse& parse) {
  const std::size_t first = parse.year.empty() ? parse.symbol.begin : parse.year.begin;
  const std::size_t at = text.rfind(parse.separator == '/' ? '/' : '-', first);
  return at == std::string_view::npos ? first : at;
}

void fill_number(HeaderPage& page, const JoinedText& line, const NumberParse& parse) {
  page.reading.number_line = line.place();
  Number& number = page.reading.header.number;
  const auto part = [&](Range range) {
    std::string text;
    for (std::size_t at = range.begin; at < range.end;) {
      const std::size_t blank = outline::blank_length(line.text(), at);
      if (blank == 0) {
        text.push_back(line.text()[at]);
      } else if (tokens::letter_at(line.text(), at + blank) != 0 && !text.empty() &&
                 tokens::letter_at(line.text(), tokens::step_back(line.text(), at)) != 0) {
        text.push_back(' ');  // "Liên tịch"
      }
      at += blank != 0 ? blank : 1;
    }
    return text;
  };
  std::string ordinal = part(parse.ordinal);
  std::string year = part(parse.year);
  std::string symbol = part(parse.symbol);
  while (!symbol.empty() && (symbol.back() == '-' || symbol.back() == '/')) symbol.pop_back();
  page.reading.number_blank = ordinal.empty();
  page.rule = page.reading.number_blank ? "number-blank" : "number-line";
  if (ordinal.empty() && symbol.empty()) return;
  std::string text = ordinal;
  if (!symbol.empty()) {
    if (parse.separator != 0) text.push_back(parse.separator);
    if (!year.empty()) text += year + "/";
    text += symbol;
  }
  const std::size_t begin = !ordinal.empty()         ? parse.ordinal.begin
                            : parse.symbol.begin > 0 ? separator_before(line.text(), parse)
                                                     : 0;
  page.locate("number.text", line.place(begin, parse.end));
  number.text = std::move(text);
  const auto fill = [&](std::string_view name, std::string value, Range range,
                        std::optional<std::string>& field) {
    if (value.empty()) return;
    page.locate(name, line.place(range.begin, range.end));
    field = std::move(value);
  };
  fill("number.ordinal", std::move(ordinal), parse.ordinal, number.ordinal);
  fill("number.year", std::move(year), parse.year, number.year);
  fill("number.symbol", std::move(symbol), parse.symbol, number.symbol);
}

}  // namespace

void read_number(HeaderPage& page) {
  const std::size_t i = find_number(page);
  if (i == page.pieces.size()) return;
  JoinedText line = page.joined(page.pieces[i].span);
  page.pieces[i].kind = PieceKind::known;
  const std::size_t word = number_word(line.text(), page.lower(page.pieces[i].span));
  NumberParse number = parse_number(line.text(), word);
  for (std::size_t next = i + 1; next < page.pieces.size() && number.symbol.empty(); ++next) {
    // "Số:" with the rest on the next line, or in the next piece of this column
    Piece& piece = page.pieces[next];
    if (piece.kind != PieceKind::unknown) continue;
    const std::string_view follows = page.printed(piece.span);
    if (!starts_like_number(follows) || number_word(follows, page.lower(piece.span)) != 0) break;
    line.append(page.text.text, piece.span);
    piece.kind = PieceKind::known;
    number = parse_number(line.text(), word);
  }
  append_wrapped_symbol(page, i, word, line, number);
  extend_symbol(line, number);
  leave_rest(page, i, line, number);
  fill_number(page, line, number);
  pass_over_repeated_number(page, i);
}

}  // namespace vanban::plan

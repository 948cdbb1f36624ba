// The top of a document is two columns without rules, in whatever order they came out: agency and
// number on the left; national title, motto, place and date on the right. Order and blank lines
// therefore say nothing. Each piece is known by its own words, what is left over is the agency.
#include "plan/header.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>

#include "outline/characters.hpp"
#include "outline/offices.hpp"
#include "outline/segments.hpp"
#include "plan/citations/find_citations.hpp"
#include "plan/header_tables.hpp"
#include "plan/header_values.hpp"
#include "tokens/fold.hpp"
#include "tokens/phrases.hpp"

namespace vanban::plan {
namespace {

using outline::FoldedText;
using outline::Frame;
using outline::JoinedText;
using outline::Line;
using outline::Segment;

constexpr std::size_t longest_mark = 48;  // bytes of a stamp: secrecy, urgency, draft
constexpr std::size_t year_digits = 4;
constexpr std::size_t longest_small_agency = 80;  // bytes of an agency not in capitals
constexpr std::size_t longest_place = 60;
constexpr std::size_t agency_reach = 4;     // lines between two pieces of one agency
constexpr std::size_t longest_subject = 8;  // pieces of the V/v of a letter
constexpr std::size_t longest_wrapped_symbol = 24;
constexpr std::size_t damaged_share = 5;  // one letter in so many of a fixed phrase may be wrong

bool starts_with_word(std::string_view lower, std::string_view word) {
  return !lower.empty() && lower.front() == word.front() &&
         tokens::match(lower, 0, word) != tokens::npos;
}

/// The rows of a table as phrases, of which any may open a line.
template <std::size_t N>
constexpr auto openers(const HeaderRow (&rows)[N]) {
  std::array<std::string_view, N> words{};
  for (std::size_t i = 0; i < N; ++i) words[i] = rows[i].folded;
  return tokens::phrases(words);
}

constexpr auto noise_openers = openers(header_noise);
constexpr auto agency_openers = openers(agency_heads);
constexpr auto no_agency_openers = openers(no_agency_heads);
constexpr auto place_openers = openers(place_heads);
constexpr auto weekdays = openers(weekday_heads);
constexpr auto parent_openers = openers(parent_heads);
constexpr auto unit_openers = openers(unit_heads);
constexpr auto no_subject_words = openers(no_subject_heads);
constexpr auto subject_words = openers(subject_openers);

bool any_word(std::string_view lower, const auto& table) {
  return table.longest(lower, 0).found();
}

/// `text` is `phrase` but for some letters: a copy that was damaged or badly read.
bool is_near(std::string_view text, std::string_view phrase) {
  const std::size_t allowed = phrase.size() / damaged_share;
  if (text.size() + allowed < phrase.size() || phrase.size() + allowed < text.size()) return false;
  std::array<std::size_t, 64> row{};
  if (phrase.size() >= row.size()) return false;
  for (std::size_t j = 0; j <= phrase.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= text.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= phrase.size(); ++j) {
      const std::size_t changed = diagonal + (text[i - 1] == phrase[j - 1] ? 0U : 1U);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
      least = std::min(least, row[j]);
    }
    if (least > allowed) return false;  // it never falls again
  }
  return row[phrase.size()] <= allowed;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  return outline::trim_begin(text, at, text.size());
}

enum class PieceKind : unsigned char { unknown, noise, national, other_title, known };

struct Piece {
  TextSpan span;
  std::size_t line = 0;
  PieceKind kind = PieceKind::unknown;
};

class HeaderReader {
 public:
  HeaderReader(const FoldedText& text, const Frame& frame) : text_(text), frame_(frame) {}

  HeaderReading run() && {
    collect_pieces();
    mark_titles();
    rule_ = "stamp";
    read_marks();
    rule_ = "addressed";
    read_addressees(frame_.header);
    read_number();
    read_date();
    if (frame_.type != nullptr) {
      read_type();
    } else {
      read_letter_subject();
      read_capital_subject();
    }
    read_agency();
    report_unread();
    const auto order = [](const auto& entry) { return rank(entry.first); };
    std::ranges::stable_sort(reading_.at, {}, order);
    std::ranges::sort(reading_.rules, {}, order);
    return std::move(reading_);
  }

 private:
  static constexpr std::string_view field_order[] = {
      "agency.parent", "agency.name", "number.text", "number.ordinal", "number.year",
      "number.symbol", "place",       "date",        "type.code",      "type.name",
      "title",         "addressees",  "secrecy",     "urgency",        "draft"};

  static std::size_t rank(std::string_view field) {
    const auto* found = std::ranges::find(field_order, field);
    return static_cast<std::size_t>(found - std::begin(field_order));
  }

  [[nodiscard]] std::string_view printed(TextSpan span) const { return text_.printed(span); }
  [[nodiscard]] std::string_view lower(TextSpan span) const { return text_.lower(span); }

  /// `name` of the header stands at bytes `range` of `joined`.
  std::string put(std::string_view name, const JoinedText& joined, Range range) {
    const std::string& text = joined.text();
    range.end = outline::trim_end(text, range.begin, range.end);
    range.begin = outline::trim_begin(text, range.begin, range.end);
    locate(name, joined.place(range.begin, range.end));
    return one_line(std::string_view(text).substr(range.begin, range.end - range.begin));
  }

  /// A field stands at `span`, and the step at work has read it there.
  void locate(std::string_view name, TextSpan span) {
    reading_.at.emplace_back(std::string(name), span);
    note_rule(name);
  }

  void note_rule(std::string_view name) {
    const auto known =
        std::ranges::find(reading_.rules, name, [](const auto& one) { return one.first; });
    if (known == reading_.rules.end()) reading_.rules.emplace_back(name, rule_);
  }

  [[nodiscard]] JoinedText joined(TextSpan span) const {
    JoinedText text;
    text.append(text_.text, span);
    return text;
  }

  // ---- pieces

  void collect_pieces() {
    std::vector<Segment> segments = outline::split_segments(text_, frame_.header);
    for (std::size_t i = 0; i < segments.size(); ++i) {
      Segment segment = segments[i];
      // What is left blank for the hand to fill in parts no columns.
      while (i + 1 < segments.size() && segments[i + 1].line == segment.line && !segment.table &&
             fills_blank(segment.span, segments[i + 1].span)) {
        segment.span.end = segments[++i].span.end;
      }
      split_columns(segment);
    }
  }

  /// "Số:      " before "/KH-SYT", "ngày      " before "tháng 4 năm 2026".
  [[nodiscard]] bool fills_blank(TextSpan before, TextSpan after) const {
    if (printed({before.end, after.begin}).find('|') != std::string_view::npos) return false;
    const std::string_view open = lower(before);
    const std::string_view next = printed(after);
    if (const std::size_t word = number_word(printed(before), open); word != 0) {
      const NumberParse number = parse_number(printed(before), word);
      if (!number.symbol.empty()) return false;
      return outline::is_digit(next.front()) || joins_groups(next, 0) || is_blank_filler(next, 0);
    }
    for (const std::string_view word : {"ngày", "tháng", "năm"}) {
      const std::size_t at = open.rfind(word);
      if (at == std::string_view::npos || !tokens::begins_word(open, at)) continue;
      std::size_t end = skip_filler(open, at + word.size());
      read_figure(open, end, 4);
      if (skip_filler(open, end) != open.size()) continue;
      const std::string_view follows = lower(after);
      const std::size_t from = skip_filler(follows, 0);
      return from == follows.size() || outline::is_digit(follows[from]) ||
             starts_with_word(follows.substr(from), "tháng") ||
             starts_with_word(follows.substr(from), "năm");
    }
    return false;
  }

  /// "UBND HUYỆN HÒA SƠN TRƯỜNG THCS HÒA AN": where the second of two units begins, else 0.
  [[nodiscard]] std::size_t inner_unit(TextSpan span, std::string_view placed) const {
    const std::size_t name = skip_page_number(placed, 0, placed.size());
    if (!any_word(placed.substr(name), parent_openers)) return 0;
    for (std::size_t at = placed.find(' '); at != std::string_view::npos;
         at = placed.find(' ', at + 1)) {
      if (!unit_openers.longest(placed, at + 1).found()) continue;
      return outline::is_caps(printed(span).substr(0, at)) ? at + 1 : 0;
    }
    return 0;
  }

  /// "1. BỘ Y TẾ": sites number the pages of what they show.
  [[nodiscard]] static std::size_t skip_page_number(std::string_view placed, std::size_t first,
                                                    std::size_t last) {
    const std::string_view number = "1.";
    if (!placed.substr(first).starts_with(number)) return first;
    const std::size_t name = outline::trim_begin(placed, first + number.size(), last);
    return name > first + number.size() && is_agency_head(placed.substr(name)) ? name : first;
  }

  /// "Nghị quyết số: 12/2031/NQ-HĐND" is of one column.
  [[nodiscard]] static bool is_named_number(std::string_view placed, std::size_t at) {
    const std::size_t end = outline::trim_end(placed, 0, at);
    const auto type = tokens::document_types.longest_before(placed, end);
    return placed.substr(at).starts_with("số") && type && type.row->use == tokens::TypeUse::title;
  }

  /// Cuts where the fixed phrases show that one blank parts two columns.
  void split_columns(const Segment& segment) {
    const std::string_view placed = text_.placed(segment.span);
    std::vector<std::size_t> cuts;
    for (const HeaderRow& row : column_openers) {
      const std::size_t at = placed.find(row.folded);
      if (at != std::string::npos && at > 0 && outline::blank_length(placed, at - 1) != 0 &&
          !is_named_number(placed, at)) {
        cuts.push_back(at);
      }
    }
    for (const HeaderRow& row : column_closers) {
      const std::size_t at = placed.find(row.folded);
      if (at == std::string::npos) continue;
      const std::size_t end = at + row.folded.size();
      if (end < placed.size() && outline::blank_length(placed, end) != 0) cuts.push_back(end);
    }
    if (const std::size_t at = inner_unit(segment.span, placed); at != 0) cuts.push_back(at);
    cuts.push_back(placed.size());
    std::ranges::sort(cuts);
    std::size_t begin = 0;
    for (const std::size_t cut : cuts) {
      if (cut <= begin) continue;
      const std::size_t last = outline::trim_end(placed, begin, cut);
      std::size_t first = outline::trim_begin(placed, begin, last);
      first = skip_page_number(placed, first, last);
      if (first < last) {
        pieces_.push_back({{segment.span.begin + static_cast<std::uint32_t>(first),
                            segment.span.begin + static_cast<std::uint32_t>(last)},
                           segment.line});
      }
      begin = cut;
    }
  }

  // ---- national title, motto, party titles

  void mark_titles() {
    bool state = false;
    const NationalTitle* open = nullptr;
    std::size_t known = 0;  // letters of the open title
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      Piece& piece = pieces_[i];
      const std::string letters = outline::bare_letters(lower(piece.span));
      if (letters.empty()) continue;
      if (open != nullptr && letters.size() >= 3 &&
          open->letters.substr(known).starts_with(letters)) {
        piece.kind = open->state ? PieceKind::national : PieceKind::other_title;
        known += letters.size();
        continue;
      }
      for (const NationalTitle& title : national_titles) {
        const bool begins = title.letters.starts_with(letters) &&
                            (letters.size() >= title.opening || goes_on_in_title(i, title));
        if (!begins && !is_near(letters, title.letters)) continue;
        piece.kind = title.state ? PieceKind::national : PieceKind::other_title;
        state = state || title.state;
        reading_.party_title = reading_.party_title || title.letters.starts_with("dangcong");
        if (title.letters.starts_with("doclap")) reading_.motto = piece.span;
        open = &title;
        known = begins ? letters.size() : title.letters.size();
        break;
      }
    }
    reading_.national_title = state;
    reading_.party_title = reading_.party_title && !state;
    if (!state) return;
    // Under the title of the state the party's or the union's name is an agency's.
    for (Piece& piece : pieces_) {
      if (piece.kind == PieceKind::other_title) piece.kind = PieceKind::unknown;
    }
  }

  /// "CỘNG" / "HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": what piece `i` begins goes on in the next.
  [[nodiscard]] bool goes_on_in_title(std::size_t i, const NationalTitle& title) const {
    if (i + 1 == pieces_.size() || pieces_[i + 1].kind != PieceKind::unknown) return false;
    const std::string both = outline::bare_letters(lower(pieces_[i].span)) +
                             outline::bare_letters(lower(pieces_[i + 1].span));
    return both.size() >= title.opening && title.letters.starts_with(both);
  }

  // ---- stamps

  void read_marks() {
    for (Piece& piece : pieces_) {
      if (piece.kind != PieceKind::unknown) continue;
      TextSpan span = piece.span;
      while (!span.empty() && tokens::letter_at(text_.text, span.begin) == 0 &&
             !outline::is_digit(text_.text[span.begin])) {
        span.begin +=
            static_cast<std::uint32_t>(language::code_point_length(text_.text[span.begin]));
      }
      const std::string_view placed = text_.placed(span);
      if (any_word(placed, noise_openers) || placed.starts_with("http") ||
          placed.starts_with("www")) {
        piece.kind = PieceKind::noise;
        continue;
      }
      if (span.size() > longest_mark) continue;
      if (starts_with_word(placed, "dự thảo") && is_mark(span)) {
        reading_.header.draft = true;
        locate("draft", piece.span);
        piece.kind = PieceKind::known;
        continue;
      }
      read_mark(piece, placed, "secrecy", secrecy_marks, reading_.header.secrecy);
      read_mark(piece, placed, "urgency", urgency_marks, reading_.header.urgency);
    }
  }

  /// "DỰ THẢO 2" and "Dự thảo ngày 12/3", not the beginning of a sentence.
  [[nodiscard]] bool is_mark(TextSpan span) const {
    return tokens::is_capital(text_.text, span.begin) &&
           outline::end_mark(printed(span)) != outline::EndMark::stop;
  }

  void read_mark(Piece& piece, std::string_view placed, std::string_view field,
                 std::span<const HeaderRow> rows, std::optional<std::string>& value) {
    std::size_t end = placed.size();
    while (end > 0 && tokens::letter_at(placed, tokens::step_back(placed, end)) == 0) --end;
    for (const HeaderRow& row : rows) {
      if (placed.substr(0, end) != row.folded || value) continue;
      const auto at = static_cast<std::uint32_t>(printed(piece.span).size() - placed.size());
      const TextSpan span{piece.span.begin + at,
                          piece.span.begin + at + static_cast<std::uint32_t>(end)};
      value = one_line(printed(span));
      locate(field, span);
      piece.kind = PieceKind::known;
    }
  }

  // ---- number

  /// Bytes of "Số" and its colon at the start of a number line, 0 where there is none.
  [[nodiscard]] static std::size_t number_word(std::string_view printed, std::string_view lower) {
    if (!tokens::is_capital(printed, 0)) return 0;
    for (const HeaderRow& row : number_words) {
      const std::size_t end = tokens::match(lower, 0, row.folded);
      if (end == tokens::npos) {
        // "Số12/KH-SYT": no blank, but a figure
        if (row.folded == "số" && lower.starts_with(row.folded) &&
            tokens::is_digit(lower, row.folded.size())) {
          return row.folded.size();
        }
        continue;
      }
      const std::size_t next = skip_filler(lower, end);
      if (next == lower.size()) return row.folded == "số" || end < next ? end : 0;
      if (lower[next] == ':') return next + 1;
      const bool figures = outline::is_digit(lower[next]) || joins_groups(lower, next) ||
                           is_read_as_digit(printed[next]);
      if (figures && (row.folded == "số" || lower.find('/') != std::string_view::npos)) return end;
    }
    return 0;
  }

  /// The line of the number: with a colon rather than without, since "SỐ 1050/QĐ-SCT" may be the
  /// end of an agency's name.
  [[nodiscard]] std::size_t find_number() const {
    std::size_t best = pieces_.size();
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const TextSpan span = pieces_[i].span;
      if (pieces_[i].kind != PieceKind::unknown) continue;
      const std::size_t word = number_word(printed(span), lower(span));
      if (word == 0) continue;
      if (lower(span)[word - 1] == ':') return i;
      const bool caps = tokens::is_capital(printed(span), 1);
      if (best == pieces_.size() && !(caps && has_colon_after(i))) best = i;
    }
    if (best != pieces_.size()) return best;
    // "15-KH/TU" without the word: a symbol that begins with the code of a type.
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const std::string_view line = printed(pieces_[i].span);
      if (pieces_[i].kind != PieceKind::unknown || !starts_like_number(line)) continue;
      const NumberParse number = parse_number(line, 0);
      if (number.end == line.size() && begins_with_code(line, number.symbol)) return i;
    }
    return best;
  }

  [[nodiscard]] static bool starts_like_number(std::string_view line) {
    return outline::is_digit(line.front()) || joins_groups(line, 0) || is_blank_filler(line, 0);
  }

  [[nodiscard]] static bool begins_with_code(std::string_view line, Range symbol) {
    const std::string_view text = line.substr(symbol.begin, symbol.end - symbol.begin);
    return std::ranges::any_of(tokens::document_types.rows(), [&](const auto& row) {
      return !row.code.empty() && text.starts_with(row.code) && joins_groups(text, row.code.size());
    });
  }

  [[nodiscard]] bool has_colon_after(std::size_t i) const {
    for (std::size_t next = i + 1; next < pieces_.size(); ++next) {
      const TextSpan span = pieces_[next].span;
      const std::size_t word = number_word(printed(span), lower(span));
      if (word != 0 && lower(span)[word - 1] == ':') return true;
    }
    return false;
  }

  void read_number() {
    const std::size_t i = find_number();
    if (i == pieces_.size()) return;
    JoinedText line = joined(pieces_[i].span);
    pieces_[i].kind = PieceKind::known;
    const std::size_t word = number_word(line.text(), lower(pieces_[i].span));
    NumberParse number = parse_number(line.text(), word);
    for (std::size_t next = i + 1; next < pieces_.size() && number.symbol.empty(); ++next) {
      // "Số:" with the rest on the next line, or in the next piece of this column
      Piece& piece = pieces_[next];
      if (piece.kind != PieceKind::unknown) continue;
      const std::string_view follows = printed(piece.span);
      if (!starts_like_number(follows) || number_word(follows, lower(piece.span)) != 0) break;
      line.append(text_.text, piece.span);
      piece.kind = PieceKind::known;
      number = parse_number(line.text(), word);
    }
    append_wrapped_symbol(i, word, line, number);
    leave_rest(i, line, number);
    fill_number(line, number);
    pass_over_repeated_number(i);
  }

  /// Sites give the number in a table of their own ("Số hiệu: ..."); the document says it again.
  void pass_over_repeated_number(std::size_t first) {
    const Number& own = reading_.header.number;
    if (!own.ordinal || !own.symbol) return;
    for (std::size_t i = first + 1; i < pieces_.size(); ++i) {
      const std::string_view line = printed(pieces_[i].span);
      if (pieces_[i].kind != PieceKind::unknown) continue;
      const std::size_t word = number_word(line, lower(pieces_[i].span));
      if (word == 0) continue;
      const NumberParse number = parse_number(line, word);
      const auto says = [&](Range range, const std::string& value) {
        return line.substr(range.begin, range.end - range.begin) == value;
      };
      if (number.end == line.size() && says(number.ordinal, *own.ordinal) &&
          says(number.symbol, *own.symbol)) {
        pieces_[i].kind = PieceKind::known;
      }
    }
  }

  /// "Số: 2820/QĐ-" goes on in the next line.
  void append_wrapped_symbol(std::size_t i, std::size_t word, JoinedText& line,
                             NumberParse& number) {
    if (number.symbol.empty() || number.end != line.text().size()) return;
    const char last = line.text().back();
    if (last != '-' && last != '/') return;
    for (std::size_t next = i + 1; next < pieces_.size(); ++next) {
      Piece& piece = pieces_[next];
      if (piece.kind != PieceKind::unknown) continue;
      const std::string_view follows = printed(piece.span);
      if (follows.size() > longest_wrapped_symbol || !tokens::is_capital(follows, 0) ||
          symbol_end(follows, 0) != follows.size()) {
        return;
      }
      line.append(text_.text, piece.span, true);
      piece.kind = PieceKind::known;
      number = parse_number(line.text(), word);
      return;
    }
  }

  /// What stands behind the symbol on its line is a piece of its own: place and date.
  void leave_rest(std::size_t i, const JoinedText& line, const NumberParse& number) {
    if (line.pieces().size() != 1) return;
    const std::size_t rest = skip_blanks(line.text(), number.end);
    if (rest >= line.text().size() || outline::says_nothing(line.text().substr(rest))) return;
    Piece piece = pieces_[i];
    piece.kind = PieceKind::unknown;
    piece.span.begin += static_cast<std::uint32_t>(rest);
    pieces_.insert(pieces_.begin() + static_cast<std::ptrdiff_t>(i) + 1, piece);
  }

  void fill_number(const JoinedText& line, const NumberParse& parse) {
    reading_.number_line = line.place();
    Number& number = reading_.header.number;
    const auto part = [&](Range range) {
      std::string text;
      for (std::size_t at = range.begin; at < range.end;) {
        const std::size_t blank = outline::blank_length(line.text(), at);
        if (blank == 0) text.push_back(line.text()[at]);
        at += blank != 0 ? blank : 1;
      }
      return text;
    };
    std::string ordinal = part(parse.ordinal);
    std::string year = part(parse.year);
    std::string symbol = part(parse.symbol);
    while (!symbol.empty() && (symbol.back() == '-' || symbol.back() == '/')) symbol.pop_back();
    reading_.number_blank = ordinal.empty();
    rule_ = reading_.number_blank ? "number-blank" : "number-line";
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
    locate("number.text", line.place(begin, parse.end));
    number.text = std::move(text);
    const auto fill = [&](std::string_view name, std::string value, Range range,
                          std::optional<std::string>& field) {
      if (value.empty()) return;
      locate(name, line.place(range.begin, range.end));
      field = std::move(value);
    };
    fill("number.ordinal", std::move(ordinal), parse.ordinal, number.ordinal);
    fill("number.year", std::move(year), parse.year, number.year);
    fill("number.symbol", std::move(symbol), parse.symbol, number.symbol);
  }

  static std::size_t separator_before(std::string_view text, const NumberParse& parse) {
    const std::size_t first = parse.year.empty() ? parse.symbol.begin : parse.year.begin;
    const std::size_t at = text.rfind(parse.separator == '/' ? '/' : '-', first);
    return at == std::string_view::npos ? first : at;
  }

  // ---- place and date

  void read_date() {
    std::size_t best = pieces_.size();
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].kind != PieceKind::unknown) continue;
      const auto date = parse_date(lower(pieces_[i].span));
      if (!date || !can_be_place(printed(pieces_[i].span).substr(0, date->begin))) continue;
      best = i;
      if (date->begin != 0) break;  // with its place, it can be nothing else
    }
    if (best == pieces_.size()) return;
    JoinedText line;
    if (const std::size_t before = place_before(best); before != pieces_.size()) {
      line.append(text_.text, pieces_[before].span);
      pieces_[before].kind = PieceKind::known;
    }
    line.append(text_.text, pieces_[best].span);
    pieces_[best].kind = PieceKind::known;
    auto date = parse_date(language::fold(line.text()));
    for (std::size_t next = best + 1; next < pieces_.size() && date && !date->complete; ++next) {
      Piece& piece = pieces_[next];
      if (piece.kind != PieceKind::unknown) continue;
      const std::string_view follows = lower(piece.span);
      const std::size_t from = skip_filler(follows, 0);
      const bool goes_on =
          from < follows.size() &&
          (outline::is_digit(follows[from]) || starts_with_word(follows.substr(from), "tháng") ||
           starts_with_word(follows.substr(from), "năm"));
      if (!goes_on) break;
      line.append(text_.text, piece.span);
      piece.kind = PieceKind::known;
      date = parse_date(language::fold(line.text()));
    }
    if (date) fill_date(line, *date);
  }

  [[nodiscard]] static bool can_be_place(std::string_view text) {
    return text.size() <= longest_place && text.find(';') == std::string_view::npos &&
           text.find(':') == std::string_view::npos && text.find("..") == std::string_view::npos &&
           text.find("\xE2\x80\xA6") == std::string_view::npos &&
           text.find('/') == std::string_view::npos && !names_document(text) &&
           !any_word(language::fold(text), weekdays);
  }

  /// "Quyết định số 12 QĐ-UBND ngày ...": the title of a page cites the document.
  [[nodiscard]] static bool names_document(std::string_view text) {
    const std::string lower = language::fold(text);
    const auto type =
        tokens::document_types.longest(lower, outline::trim_begin(lower, 0, lower.size()));
    return type && lower.find("số", type.end) != std::string::npos;
  }

  /// "Hòa" over "Sơn, ngày ...": no marks, one blank at most behind it.
  [[nodiscard]] static bool is_one_word(std::string_view line) {
    std::size_t at = 0;
    while (tokens::letter_at(line, at) != 0) at += tokens::letter_at(line, at);
    return at == line.size();
  }

  /// The piece before the date that its place begins with: "Thành phố Hồ" / "Chí Minh, ngày ...".
  [[nodiscard]] std::size_t place_before(std::size_t date) const {
    for (std::size_t i = date; i-- > 0;) {
      const Piece& piece = pieces_[i];
      if (piece.kind != PieceKind::unknown) continue;
      const std::string_view line = printed(piece.span);
      const bool near = pieces_[date].line - piece.line <= 1;
      const bool place = line.size() <= longest_place && !outline::is_caps(line) &&
                         tokens::is_capital(line, 0) &&
                         (line.back() == ',' || line.back() == '-' || is_one_word(line) ||
                          any_word(lower(piece.span), place_openers));
      return near && place ? i : pieces_.size();
    }
    return pieces_.size();
  }

  void fill_date(const JoinedText& line, const DateParse& found) {
    reading_.date_line = line.place();
    rule_ = outline::trim_end(line.text(), 0, found.begin) == 0 ? "date-line" : "place-and-date";
    std::size_t end = outline::trim_end(line.text(), 0, found.begin);
    while (end > 0 && (line.text()[end - 1] == ',' || line.text()[end - 1] == '.' ||
                       line.text()[end - 1] == ';')) {
      end = outline::trim_end(line.text(), 0, end - 1);
    }
    std::size_t begin = 0;
    while (begin < end && tokens::letter_at(line.text(), begin) == 0 &&
           !outline::is_digit(line.text()[begin])) {
      begin += language::code_point_length(line.text()[begin]);
    }
    if (begin < end) reading_.header.place = put("place", line, {begin, end});
    tokens::Date date = found.date;
    if (!tokens::is_possible(date)) date = {date.year, 0, 0};
    // A day without its month says nothing.
    if (date.month == 0) date.day = 0;
    reading_.date_incomplete = date.year == 0 || date.month == 0 || date.day == 0;
    if (date.year == 0) return;
    reading_.header.date = tokens::to_iso(date);
    locate("date", line.place(found.begin, found.end));
  }

  // ---- type, subject, addressees

  void read_type() {
    const std::span<const Line> lines = frame_.title;
    rule_ = "type-line";
    reading_.header.type.name = std::string(frame_.type->name);
    if (!frame_.type->code.empty()) reading_.header.type.code = std::string(frame_.type->code);
    note_rule("type.name");
    if (reading_.header.type.code) note_rule("type.code");
    if (lines.empty()) return;
    TextSpan first = lines.front().span;
    const auto length = static_cast<std::uint32_t>(frame_.type_length);
    locate("type.name", TextSpan{first.begin, first.begin + length});
    first.begin += length;
    std::size_t i = 1;
    while (i < lines.size() && lines[i].span.end <= first.begin) ++i;  // of a type over two lines
    while (first.begin < first.end) {
      const std::size_t blank = outline::blank_length(text_.text, first.begin);
      if (blank == 0 && text_.text[first.begin] != ':') break;
      first.begin += static_cast<std::uint32_t>(std::max<std::size_t>(blank, 1));
    }
    JoinedText title;
    if (first.begin < first.end) title.append(text_.text, first);
    for (; i < lines.size() && !lower(lines[i].span).starts_with("kính "); ++i) {
      append_line(title, lines[i].span);
    }
    rule_ = "title-lines";
    read_title(title);
    rule_ = "addressed";
    read_addressees(lines.subspan(std::min(i, lines.size())));
  }

  /// The title; in papers of the nineties it begins with what now stands in the header: "Nghị định
  /// của Chính phủ số 114/2003/NĐ-CP ngày 10/10/2003 về ...".
  void read_title(const JoinedText& title) {
    if (title.empty()) return;
    std::size_t begin = 0;
    if (!reading_.header.number.text) {
      // Its type stands on a line of its own: with it, the title is a citation of the document.
      const std::string type = *reading_.header.type.name + " ";
      const std::vector<CitationMatch> found = find_citations(type + title.text());
      const CitationMatch* const own =
          !found.empty() && found[0].begin == 0 && found[0].number && found[0].end > type.size()
              ? &found[0]
              : nullptr;
      if (own != nullptr) {
        begin = own->end - type.size();
        rule_ = "title-citation";
        read_own_citation(title, *own, begin);
        rule_ = "title-lines";
      }
    }
    begin = outline::trim_begin(title.text(), behind_own_number(title.text(), begin),
                                title.text().size());
    if (begin == title.text().size()) return;
    reading_.header.title = put("title", title, {begin, title.text().size()});
  }

  /// "QUYẾT ĐỊNH 12/QĐ-UBND" over the subject says the number again.
  [[nodiscard]] std::size_t behind_own_number(std::string_view title, std::size_t begin) const {
    const std::optional<std::string>& own = reading_.header.number.text;
    const bool repeats = own && title.substr(begin).starts_with(*own) &&
                         outline::blank_length(title, begin + own->size()) != 0;
    return repeats ? begin + own->size() : begin;
  }

  void read_own_citation(const JoinedText& title, const CitationMatch& own, std::size_t end) {
    const auto at_value = [&](std::string_view field, std::string_view value) {
      const std::size_t at = title.text().find(value);
      const bool found = at != std::string::npos && at + value.size() <= end;
      locate(field, found ? title.place(at, at + value.size()) : title.place(0, end));
    };
    Number& number = reading_.header.number;
    const std::string& text = *own.number;
    number.text = text;
    at_value("number.text", text);
    const std::size_t slash = text.find_first_of("/-");
    number.ordinal = text.substr(0, slash);
    std::string symbol = slash == std::string::npos ? std::string() : text.substr(slash + 1);
    const bool has_year =
        symbol.size() > year_digits && symbol[year_digits] == '/' &&
        std::all_of(symbol.begin(), symbol.begin() + year_digits, outline::is_digit);
    if (has_year) {
      number.year = symbol.substr(0, year_digits);
      symbol.erase(0, year_digits + 1);
    }
    if (!symbol.empty()) number.symbol = std::move(symbol);
    if (own.date && !reading_.header.date) {
      reading_.header.date = own.date;
      locate("date", title.place(0, end));
    }
    if (own.issuer && !reading_.header.agency.name) {
      reading_.header.agency.name = own.issuer;
      at_value("agency.name", *own.issuer);
    }
  }

  void append_line(JoinedText& title, TextSpan span) const {
    const bool glue = !title.empty() && outline::end_mark(title.text()) == outline::EndMark::hyphen;
    title.append(text_.text, span, glue);
  }

  /// A letter has no type line; its subject stands under the number: "V/v báo cáo ...".
  void read_letter_subject() {
    rule_ = "letter-subject";
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const std::string_view first = lower(pieces_[i].span);
      if (pieces_[i].kind != PieceKind::unknown || !any_word(first, subject_words)) {
        continue;
      }
      JoinedText title;
      for (std::size_t next = i; next < pieces_.size() && next - i < longest_subject; ++next) {
        Piece& piece = pieces_[next];
        if (piece.kind != PieceKind::unknown) continue;
        // "V/v chính sách thuế" / "GTGT": a word alone in capitals is no agency
        const bool word = piece.line == pieces_[i].line + 1 && is_one_word(printed(piece.span));
        if (next > i && outline::is_caps(printed(piece.span)) && !word) break;
        append_line(title, piece.span);
        piece.kind = PieceKind::known;
      }
      reading_.header.title = put("title", title, {0, title.text().size()});
      reading_.header.type.name = "Công văn";
      note_rule("type.name");
      return;
    }
  }

  /// Copies lose the line of the type, too: the subject in capitals stands under number and date,
  /// and the symbol says the type.
  void read_capital_subject() {
    if (reading_.header.title || !reading_.header.addressees.empty()) return;
    const Number& number = reading_.header.number;
    const std::string_view symbol = number.symbol ? std::string_view(*number.symbol) : "";
    const auto* const row =
        std::ranges::find_if(tokens::document_types.rows(), [&](const auto& one) {
          return !one.code.empty() && symbol.starts_with(one.code) &&
                 (symbol.size() == one.code.size() || joins_groups(symbol, one.code.size()));
        });
    if (row == tokens::document_types.rows().end()) return;
    rule_ = "symbol";
    reading_.header.type.name = std::string(row->name);
    reading_.header.type.code = std::string(row->code);
    note_rule("type.name");
    note_rule("type.code");
    std::size_t first = pieces_.size();
    while (first > 0 && pieces_[first - 1].kind == PieceKind::unknown &&
           outline::is_caps(printed(pieces_[first - 1].span))) {
      --first;
    }
    const bool agency_above =
        std::any_of(pieces_.begin(), pieces_.begin() + static_cast<std::ptrdiff_t>(first),
                    [&](const Piece& piece) {
                      return piece.kind == PieceKind::unknown && is_agency_head(lower(piece.span));
                    });
    if (first == pieces_.size() || !agency_above) return;
    const auto from = pieces_.begin() + static_cast<std::ptrdiff_t>(first);
    const auto no_subject = std::find_if(from, pieces_.end(), [&](const Piece& piece) {
      return any_word(text_.placed(piece.span), no_subject_words);
    });
    if (no_subject != pieces_.end()) {
      std::for_each(no_subject, pieces_.end(), [](Piece& piece) { piece.kind = PieceKind::noise; });
      return;
    }
    JoinedText title;
    for (std::size_t i = first; i < pieces_.size(); ++i) {
      append_line(title, pieces_[i].span);
      pieces_[i].kind = PieceKind::known;
    }
    rule_ = "title-capitals";
    reading_.header.title = put("title", title, {0, title.text().size()});
  }

  /// "Kính gửi: Bộ Y tế." or a list under it.
  void read_addressees(std::span<const Line> lines) {
    std::size_t i = 0;
    while (i < lines.size() && !lower(lines[i].span).starts_with("kính gửi") &&
           !lower(lines[i].span).starts_with("kính trình:")) {
      ++i;
    }
    if (i == lines.size()) return;
    const TextSpan block{lines[i].span.begin, lines.back().span.end};
    for (Piece& piece : pieces_) {
      if (piece.span.begin >= block.begin && piece.span.end <= block.end) {
        piece.kind = PieceKind::known;
      }
    }
    JoinedText current;
    bool head = true;
    for (const outline::Segment& one : outline::split_segments(text_, lines.subspan(i))) {
      TextSpan span = one.span;
      const bool cell = !head && begins_cell(span);
      if (head) {
        head = false;
        const std::size_t colon = printed(span).find(':');
        span.begin += static_cast<std::uint32_t>(
            colon != std::string_view::npos ? colon + 1 : std::string_view("kính gửi").size());
        span.begin =
            static_cast<std::uint32_t>(outline::trim_begin(text_.text, span.begin, span.end));
      }
      // A column or cell may begin with the blanks or the bullet of its item.
      const auto marker = outline::find_marker(printed(span), lower(span));
      if (marker && marker->is_bullet()) {
        add_addressees(current, !listed_);
        listed_ = true;
        span.begin += static_cast<std::uint32_t>(marker->length);
        span.begin =
            static_cast<std::uint32_t>(outline::trim_begin(text_.text, span.begin, span.end));
      } else if (cell) {
        add_addressees(current, !listed_);
      }
      if (!span.empty()) current.append(text_.text, span);
    }
    add_addressees(current, !listed_);
  }

  /// A sign that parts cells stands before `span`.
  [[nodiscard]] bool begins_cell(TextSpan span) const {
    const std::size_t before = tokens::skip_blanks_back(text_.text, span.begin);
    return before > 0 && outline::detail::parts_cells(text_.text[before - 1]);
  }

  /// Without bullets semicolons part the addressees.
  void add_addressees(JoinedText& current, bool split) {
    const std::string& text = current.text();
    std::size_t begin = 0;
    while (begin < text.size()) {
      const std::size_t found = split ? text.find(';', begin) : std::string::npos;
      std::size_t end = found == std::string::npos ? text.size() : found;
      const std::size_t next = found == std::string::npos ? text.size() : found + 1;
      end = outline::trim_end(text, begin, end);
      while (end > begin &&
             (text[end - 1] == ';' || text[end - 1] == '.' || text[end - 1] == ',')) {
        end = outline::trim_end(text, begin, end - 1);
      }
      begin = outline::trim_begin(text, begin, end);
      if (begin < end) {
        reading_.header.addressees.push_back(put("addressees", current, {begin, end}));
      }
      begin = next;
    }
    current = {};
  }

  // ---- agency

  [[nodiscard]] static bool is_agency_head(std::string_view lower) {
    const std::string placed = language::place_tones(std::string(lower));
    return any_word(placed, agency_openers) && !any_word(placed, no_agency_openers);
  }

  /// A name that cannot be complete: it ends in a comma, a hyphen or a word that asks for more.
  [[nodiscard]] static bool is_open(const JoinedText& unit) {
    const std::string lower = language::place_tones(language::fold(unit.text()));
    const char last = lower.back();
    if (last == ',' || last == '-' || last == '&' || outline::is_short_caps(unit.text())) {
      return true;  // "ỦY", "BỘ", "SỞ"
    }
    return std::ranges::any_of(open_ends, [&](const HeaderRow& row) {
      return tokens::match_back(lower, lower.size(), row.folded) != tokens::npos;
    });
  }

  /// The piece without rules, stars and brackets at its ends.
  [[nodiscard]] TextSpan trimmed(TextSpan span) const {
    const auto is_mark = [this](std::size_t at) {
      const char c = text_.text[at];
      return tokens::letter_at(text_.text, at) == 0 && !outline::is_digit(c) && c != '(' &&
             c != '"' && !text_.text.substr(at).starts_with("\xE2\x80\x9C");
    };
    // A dash goes on in the name of the line before: "HỘI ĐỒNG THI ĐUA" / "- KHEN THƯỞNG TỈNH"
    while (!span.empty() && is_mark(span.begin) && text_.text[span.begin] != '-') {
      span.begin += static_cast<std::uint32_t>(language::code_point_length(text_.text[span.begin]));
    }
    while (span.size() > 1 && text_.text.substr(span.end - 2, 2) == "--") --span.end;
    if (!span.empty() && text_.text.substr(0, span.end).ends_with(" -") &&
        text_.text.substr(span.end).starts_with('-')) {
      --span.end;  // the last of a rule
    }
    while (!span.empty()) {
      const std::size_t last = tokens::step_back(text_.text, span.end);
      const char c = text_.text[last];
      if (c == ',' || c == '-' || c == ')' || c == '&' || !is_mark(last) ||
          text_.text.substr(last).starts_with("\xE2\x80\x9D")) {
        break;
      }
      span.end = static_cast<std::uint32_t>(last);
    }
    return span;
  }

  struct Unit {
    JoinedText name;
    std::vector<std::size_t> pieces;
    bool headed = false;
  };

  void read_agency() {
    const bool anchored =
        reading_.number_line || reading_.date_line ||
        std::ranges::any_of(pieces_, [](const Piece& piece) {
          return piece.kind == PieceKind::national || piece.kind == PieceKind::other_title;
        });
    std::vector<Unit> units = find_units(true);
    if (units.empty() && anchored) units = find_units(false);
    // Lines in capitals without any known head count only where no head is found.
    const bool headed = std::ranges::any_of(units, &Unit::headed);
    std::erase_if(units, [&](const Unit& unit) {
      const bool one_word = unit.name.text().find(' ') == std::string::npos;
      return headed ? !unit.headed : !anchored || one_word;
    });
    if (units.empty()) return;
    Agency& agency = reading_.header.agency;
    if (agency.name) {
      const auto of_name = [](const auto& one) { return one.first == "agency.name"; };
      std::erase_if(reading_.at, of_name);
      std::erase_if(reading_.rules, of_name);
    }
    rule_ = headed ? "letterhead" : "letterhead-unknown";
    const JoinedText& name = units.back().name;
    agency.name = put("agency.name", name, {0, name.text().size()});
    mark_known(units.back());
    if (units.size() < 2) return;
    const JoinedText& parent = units[units.size() - 2].name;
    agency.parent = put("agency.parent", parent, {0, parent.text().size()});
    mark_known(units[units.size() - 2]);
  }

  void mark_known(const Unit& unit) {
    for (const std::size_t piece : unit.pieces) pieces_[piece].kind = PieceKind::known;
  }

  void report_unread() {
    for (const Piece& piece : pieces_) {
      if (piece.kind != PieceKind::unknown && piece.kind != PieceKind::noise) continue;
      if (outline::is_signing_mark(lower(piece.span))) continue;
      if (outline::says_nothing(printed(piece.span))) continue;
      std::vector<TextSpan>& unread = reading_.unread;
      const bool joins = !unread.empty() && unread.back().end <= piece.span.begin &&
                         outline::says_nothing(printed({unread.back().end, piece.span.begin}));
      if (joins) {
        unread.back().end = piece.span.end;
      } else {
        unread.push_back(piece.span);
      }
    }
  }

  /// A unit begins with the head of an agency's name; what follows in capitals goes on in it.
  [[nodiscard]] std::vector<Unit> find_units(bool in_capitals) const {
    std::vector<Unit> units;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (pieces_[i].kind != PieceKind::unknown) continue;
      const TextSpan span = trimmed(pieces_[i].span);
      if (span.empty() || outline::says_nothing(printed(span))) continue;
      const bool head = is_agency_head(lower(span));
      if (!head && outline::is_office_line(printed(span), text_.placed(span))) continue;
      const bool caps = outline::is_caps(printed(span)) || is_broken_off(i);
      if (in_capitals && !caps) continue;
      if (!in_capitals && (!tokens::is_capital(printed(span), 0) ||
                           span.size() > longest_small_agency || !(head || goes_on(units, i)))) {
        continue;
      }
      if (goes_on(units, i) && (!head || is_open(units.back().name))) {
        Unit& open = units.back();
        open.name.append(text_.text, span, false);
        open.pieces.push_back(i);
        // "ỦY" / "BAN NHÂN DÂN" is one only together.
        open.headed = open.headed || is_agency_head(language::fold(open.name.text()));
        continue;
      }
      Unit unit;
      TextSpan whole = span;
      while (!whole.empty() && (text_.text[whole.begin] == '-' || text_.text[whole.begin] == ' ')) {
        ++whole.begin;
      }
      unit.name.append(text_.text, whole);
      unit.pieces.push_back(i);
      unit.headed = head;
      units.push_back(std::move(unit));
    }
    return units;
  }

  /// "ỦY", "BỘ", "SỞ" over a line in capitals: the first word of a name, on a line of its own.
  [[nodiscard]] bool is_broken_off(std::size_t piece) const {
    return piece + 1 < pieces_.size() && outline::is_short_caps(printed(pieces_[piece].span)) &&
           pieces_[piece + 1].line == pieces_[piece].line + 1 &&
           outline::is_caps(printed(pieces_[piece + 1].span));
  }

  [[nodiscard]] bool goes_on(const std::vector<Unit>& units, std::size_t piece) const {
    if (units.empty()) return false;
    const std::size_t before = pieces_[units.back().pieces.back()].line;
    return pieces_[piece].line - before <= agency_reach;
  }

  const FoldedText& text_;
  const Frame& frame_;
  std::vector<Piece> pieces_;
  HeaderReading reading_;
  std::string_view rule_;  ///< of the step at work; a name of confidence.hpp
  bool listed_ = false;
};

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = outline::blank_length(text, at);
    const bool separator = text[at] >= '\x1C' && text[at] <= '\x1F';
    if (length != 0 || separator) {
      blank = !line.empty();
      at += std::max<std::size_t>(length, 1);
      continue;
    }
    if (blank) line.push_back(' ');
    blank = false;
    line.push_back(text[at++]);
  }
  return line;
}

HeaderReading read_header(const FoldedText& text, const Frame& frame) {
  return HeaderReader(text, frame).run();
}

}  // namespace vanban::plan

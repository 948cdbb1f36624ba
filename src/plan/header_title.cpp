#include <algorithm>

#include "outline/characters.hpp"
#include "outline/line_view.hpp"
#include "outline/top.hpp"
#include "plan/citations/find_citations.hpp"
#include "plan/header_page.hpp"
#include "plan/header_words.hpp"
#include "tokens/date.hpp"
#include "tokens/document_types.hpp"

namespace vanban::plan {
namespace {

using outline::JoinedText;
using outline::Line;

constexpr std::size_t year_digits = 4;
constexpr std::size_t longest_subject = 8;  // pieces of the V/v of a letter

constexpr auto no_subject_words = openers(no_subject_heads);
constexpr auto subject_words = openers(subject_openers);

/// "QUYẾT ĐỊNH 12/QĐ-UBND" over the subject says the number again; "Quyết định số 12/QĐ-UBND" may
/// be all that there is.
std::size_t behind_own_number(const HeaderPage& page, std::string_view title, std::size_t begin) {
  const std::optional<std::string>& own = page.reading.header.number.text;
  if (!own) return begin;
  const std::string_view word = "số ";
  const std::size_t number = title.substr(begin).starts_with(word) ? begin + word.size() : begin;
  const std::size_t end = number + own->size();
  const bool repeats =
      title.substr(number).starts_with(*own) &&
      (end == title.size() ? number != begin : outline::blank_length(title, end) != 0);
  return repeats ? end : begin;
}

void read_own_citation(HeaderPage& page, const JoinedText& title, const CitationMatch& own,
                       std::size_t end) {
  const auto at_value = [&](std::string_view field, std::string_view value) {
    const std::size_t at = title.text().find(value);
    const bool found = at != std::string::npos && at + value.size() <= end;
    page.locate(field, found ? title.place(at, at + value.size()) : title.place(0, end));
  };
  Number& number = page.reading.header.number;
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
  if (own.date && !page.reading.header.date) {
    page.reading.header.date = own.date;
    page.locate("date", title.place(0, end));
  }
  if (own.issuer && !page.reading.header.agency.name) {
    page.reading.header.agency.name = own.issuer;
    at_value("agency.name", *own.issuer);
  }
}

/// The line stands in the title already: a copy says it twice.
bool repeats_title(const HeaderPage& page, std::span<const Line> lines, std::size_t i) {
  const std::span<const Line> title = lines.subspan(1);
  return outline::is_said_again(i - 1, title.size(), [&](std::size_t a, std::size_t b) {
    return page.lower(title[a].span) == page.lower(title[b].span);
  });
}

/// The title; in papers of the nineties it begins with what now stands in the header: "Nghị định
/// của Chính phủ số 114/2003/NĐ-CP ngày 10/10/2003 về ...".
void read_title(HeaderPage& page, const JoinedText& title) {
  if (title.empty()) return;
  std::size_t begin = 0;
  const std::optional<std::string>& number = page.reading.header.number.text;
  if (!number || starts_with_word(language::fold(title.text()), "của")) {
    // Its type stands on a line of its own: with it, the title is a citation of the document.
    const std::string type = *page.reading.header.type.name + " ";
    const std::vector<CitationMatch> found = find_citations(type + title.text());
    const CitationMatch* const own = !found.empty() && found[0].begin == 0 && found[0].number &&
                                             found[0].end > type.size() &&
                                             (!number || found[0].number == number)
                                         ? &found[0]
                                         : nullptr;
    if (own != nullptr) {
      begin = own->end - type.size();
      page.rule = "title-citation";
      if (!number) read_own_citation(page, title, *own, begin);
      page.rule = "title-lines";
    }
  }
  begin = outline::trim_begin(title.text(), behind_own_number(page, title.text(), begin),
                              title.text().size());
  if (begin == title.text().size()) return;
  page.reading.header.title = page.put("title", title, {begin, title.text().size()});
}

/// The type whose code the symbol begins with, nullptr where it is none's.
const tokens::DocumentTypeRow* type_of_symbol(const HeaderPage& page) {
  const Number& number = page.reading.header.number;
  const std::string_view symbol = number.symbol ? std::string_view(*number.symbol) : "";
  const auto& rows = tokens::document_types.rows();
  const auto row = std::ranges::find_if(rows, [&](const auto& one) {
    return !one.code.empty() && symbol.starts_with(one.code) &&
           (symbol.size() == one.code.size() || joins_groups(symbol, one.code.size()));
  });
  return row == rows.end() ? nullptr : &*row;
}

/// From piece `i` on there is nothing but lines in capitals that nothing is known of, and nothing
/// of the kind stands right over it.
bool ends_header(const HeaderPage& page, std::size_t i) {
  const auto open = [&](const Piece& piece) {
    return piece.kind == PieceKind::unknown && outline::is_caps(page.printed(piece.span));
  };
  return (i == 0 || !open(page.pieces[i - 1])) &&
         std::all_of(page.pieces.begin() + static_cast<std::ptrdiff_t>(i), page.pieces.end(), open);
}

bool begins_addressees(const HeaderPage& page, std::span<const Line> lines, std::size_t i) {
  const std::string_view line = page.lower(lines[i].span);
  return line.starts_with("kính ") || outline::opens_addressees(line) ||
         (i + 1 < lines.size() && outline::is_sender_over(line, page.lower(lines[i + 1].span)));
}

bool is_piece(const HeaderPage& page, TextSpan span) {
  return std::ranges::any_of(page.pieces,
                             [&](const Piece& one) { return one.span.begin == span.begin; });
}

/// "Số: 12/KH-TH ngày 03/3/2031": behind the number stands nothing but its date.
bool holds_number_alone(std::string_view line, std::string_view lower, const NumberParse& number) {
  if (!lower.starts_with("số")) return false;
  std::size_t at = outline::trim_begin(line, number.end, line.size());
  if (at < line.size() && line[at] == ',') at = outline::trim_begin(line, at + 1, line.size());
  const auto date = tokens::match_date(line, at, tokens::DateForms::partial);
  if (date) at = date->end;
  return outline::says_nothing(line.substr(std::min(at, line.size())));
}

/// The number of line `i` is that of a document which the title cites: its type ends the line
/// before, or who issued it follows.
bool is_of_cited(const HeaderPage& page, std::span<const Line> lines, std::size_t i) {
  const std::string_view before = page.text.placed(lines[i - 1].span);
  if (i > 1 && tokens::document_types.longest_before(before, before.size())) return true;
  return i + 1 < lines.size() && page.lower(lines[i + 1].span).starts_with("của ");
}

}  // namespace

void take_number_under_type(HeaderPage& page) {
  const std::span<const Line> lines = page.frame.title;
  const auto numbered = [&](TextSpan span) {
    return number_word(page.printed(span), page.lower(span)) != 0;
  };
  if (page.frame.type == nullptr || page.frame.type->code.empty()) return;
  if (std::ranges::any_of(page.pieces, [&](const Piece& one) { return numbered(one.span); })) {
    return;
  }
  for (std::size_t i = 1; i < lines.size() && !begins_addressees(page, lines, i); ++i) {
    // Place and date may stand beside it.
    const auto columns = outline::split_segments(page.text, lines.subspan(i, 1));
    if (columns.empty()) continue;
    const TextSpan span = columns.front().span;
    const std::string_view line = page.printed(span);
    const std::size_t word = number_word(line, page.lower(span));
    // Without a colon, a subject goes on with the number of what it carries out.
    if (word == 0 || (i > 1 && line[word - 1] != ':')) continue;
    const NumberParse number = parse_number(line, word);
    if (!line.substr(number.symbol.begin).starts_with(page.frame.type->code)) continue;
    if (!holds_number_alone(line, page.lower(span), number)) continue;
    if (is_of_cited(page, lines, i)) continue;
    for (const outline::Segment& column : columns) {
      page.pieces.push_back({column.span, i, PieceKind::unknown});
    }
    return;
  }
}

/// "CÔNG ĐIỆN KHẨN": how urgent it is stands behind its type.
bool read_urgency(HeaderPage& page, TextSpan rest) {
  const std::string_view lower = page.lower(rest);
  const bool urgent = std::ranges::any_of(
      urgency_marks, [lower](const HeaderRow& row) { return lower == row.folded; });
  if (!urgent || page.reading.header.urgency) return false;
  page.reading.header.urgency = one_line(page.printed(rest));
  page.locate("urgency", rest);
  return true;
}

void read_type(HeaderPage& page) {
  const std::span<const Line> lines = page.frame.title;
  page.rule = "type-line";
  page.reading.header.type.name = std::string(page.frame.type->name);
  if (!page.frame.type->code.empty()) {
    page.reading.header.type.code = std::string(page.frame.type->code);
  }
  page.note_rule("type.name");
  if (page.reading.header.type.code) page.note_rule("type.code");
  if (lines.empty()) return;
  TextSpan first = lines.front().span;
  const auto length = static_cast<std::uint32_t>(page.frame.type_length);
  page.locate("type.name", TextSpan{first.begin, first.begin + length});
  first.begin += length;
  std::size_t i = 1;
  while (i < lines.size() && lines[i].span.end <= first.begin) ++i;  // of a type over two lines
  if (i < lines.size() && lines[i].span.begin < first.begin) first.end = lines[i++].span.end;
  while (first.begin < first.end) {
    const std::size_t blank = outline::blank_length(page.text.text, first.begin);
    if (blank == 0 && page.text.text[first.begin] != ':') break;
    first.begin += static_cast<std::uint32_t>(std::max<std::size_t>(blank, 1));
  }
  JoinedText title;
  const bool says_whose =
      i < lines.size() &&
      outline::names_decider(page.text, lines.front().span, page.frame.type_length, lines[i].span);
  if (first.begin < first.end && !says_whose && !read_urgency(page, first)) {
    title.append(page.text.text, first);
  }
  for (; i < lines.size() && !begins_addressees(page, lines, i); ++i) {
    if (is_piece(page, lines[i].span)) continue;
    if (outline::is_site_line(page.lower(lines[i].span))) {
      page.pieces.push_back({lines[i].span, i, PieceKind::noise});
    } else if (!repeats_title(page, lines, i)) {
      page.append_line(title, lines[i].span);
    }
  }
  page.rule = "title-lines";
  read_title(page, title);
  page.rule = "addressed";
  read_addressees(page, lines.subspan(std::min(i, lines.size())));
}

void read_letter_subject(HeaderPage& page) {
  // A subject in capitals with nobody to go to stood under a type that the symbol still says.
  const bool addressed = !page.reading.header.addressees.empty();
  const bool typed = !addressed && type_of_symbol(page) != nullptr;
  page.rule = "letter-subject";
  for (std::size_t i = 0; i < page.pieces.size(); ++i) {
    const std::string_view first = page.lower(page.pieces[i].span);
    if (page.pieces[i].kind != PieceKind::unknown || !any_word(first, subject_words)) {
      continue;
    }
    if (typed && ends_header(page, i)) continue;
    JoinedText title;
    for (std::size_t next = i; next < page.pieces.size() && next - i < longest_subject; ++next) {
      Piece& piece = page.pieces[next];
      if (piece.kind != PieceKind::unknown) continue;
      // "V/v chính sách thuế" / "GTGT": a word alone in capitals is no agency
      const bool word =
          piece.line == page.pieces[i].line + 1 && is_one_word(page.printed(piece.span));
      if (next > i && outline::is_caps(page.printed(piece.span)) && !word) break;
      page.append_line(title, piece.span);
      piece.kind = PieceKind::known;
    }
    page.reading.header.title = page.put("title", title, {0, title.text().size()});
    page.reading.header.type.name = "Công văn";
    page.note_rule("type.name");
    return;
  }
}

void read_capital_subject(HeaderPage& page) {
  if (page.reading.header.title || !page.reading.header.addressees.empty()) return;
  const tokens::DocumentTypeRow* const row = type_of_symbol(page);
  if (row == nullptr) return;
  page.rule = "symbol";
  page.reading.header.type.name = std::string(row->name);
  page.reading.header.type.code = std::string(row->code);
  page.note_rule("type.name");
  page.note_rule("type.code");
  std::size_t first = page.pieces.size();
  while (first > 0 && page.pieces[first - 1].kind == PieceKind::unknown &&
         outline::is_caps(page.printed(page.pieces[first - 1].span))) {
    --first;
  }
  const bool agency_above = std::any_of(
      page.pieces.begin(), page.pieces.begin() + static_cast<std::ptrdiff_t>(first),
      [&](const Piece& piece) {
        return piece.kind == PieceKind::unknown && is_agency_head(page.lower(piece.span));
      });
  if (first == page.pieces.size() || !agency_above) return;
  const auto from = page.pieces.begin() + static_cast<std::ptrdiff_t>(first);
  const auto no_subject = std::find_if(from, page.pieces.end(), [&](const Piece& piece) {
    return any_word(page.text.placed(piece.span), no_subject_words);
  });
  if (no_subject != page.pieces.end()) {
    std::for_each(no_subject, page.pieces.end(),
                  [](Piece& piece) { piece.kind = PieceKind::noise; });
    return;
  }
  JoinedText title;
  for (std::size_t i = first; i < page.pieces.size(); ++i) {
    page.append_line(title, page.pieces[i].span);
    page.pieces[i].kind = PieceKind::known;
  }
  page.rule = "title-capitals";
  page.reading.header.title = page.put("title", title, {0, title.text().size()});
}

}  // namespace vanban::plan

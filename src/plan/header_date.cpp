#include <algorithm>

#include "outline/characters.hpp"
#include "outline/segments.hpp"
#include "plan/header_page.hpp"
#include "plan/header_words.hpp"
#include "tokens/date.hpp"
#include "tokens/document_types.hpp"

namespace vanban::plan {
namespace {

using outline::JoinedText;

constexpr std::size_t longest_place = 60;

constexpr auto place_openers = openers(place_heads);
constexpr auto weekdays = openers(weekday_heads);

/// "Quyết định số 12 QĐ-UBND ngày ...", "Kế hoạch tháng 12 năm 2031": the title of a page names
/// the document.
bool names_document(std::string_view text) {
  const std::string lower = language::fold(text);
  const auto type =
      tokens::document_types.longest(lower, outline::trim_begin(lower, 0, lower.size()));
  if (!type || type.row->use != tokens::TypeUse::title) return false;
  return !lower.ends_with(", ") || lower.find("số", type.end) != std::string::npos;
}

bool can_be_place(std::string_view text) {
  return text.size() <= longest_place && text.find(';') == std::string_view::npos &&
         text.find(':') == std::string_view::npos && text.find("..") == std::string_view::npos &&
         text.find("\xE2\x80\xA6") == std::string_view::npos &&
         text.find('/') == std::string_view::npos && !names_document(text) &&
         !any_word(language::fold(text), weekdays);
}

/// "Ngày 23/8/2031, Tỉnh ủy đã ban hành Chương trình.": the sentence of a site has a date, too.
bool goes_on_in_sentence(std::string_view line, std::size_t date_end) {
  constexpr std::size_t longest_rest = 80;  // bytes
  return line.size() - date_end > longest_rest && outline::end_mark(line) == outline::EndMark::stop;
}

/// "2031" beneath "ngày 21 tháng 6 năm".
bool is_year(std::string_view line) {
  return line.size() == 4 && std::ranges::all_of(line, outline::is_digit);
}

/// The piece before the date that its place begins with: "Thành phố Hồ" / "Chí Minh, ngày ...".
std::size_t place_before(const HeaderPage& page, std::size_t date) {
  for (std::size_t i = date; i-- > 0;) {
    const Piece& piece = page.pieces[i];
    if (piece.kind != PieceKind::unknown) continue;
    const std::string_view line = page.printed(piece.span);
    const bool near = page.pieces[date].line - piece.line <= 1;
    const bool place = line.size() <= longest_place && !outline::is_caps(line) &&
                       tokens::is_capital(line, 0) &&
                       (line.back() == ',' || line.back() == '-' || is_one_word(line) ||
                        any_word(page.lower(piece.span), place_openers));
    return near && place ? i : page.pieces.size();
  }
  return page.pieces.size();
}

void fill_date(HeaderPage& page, const JoinedText& line, const DateParse& found) {
  page.reading.date_line = line.place();
  page.rule = outline::trim_end(line.text(), 0, found.begin) == 0 ? "date-line" : "place-and-date";
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
  if (begin < end) page.reading.header.place = page.put("place", line, {begin, end});
  tokens::Date date = found.date;
  if (!tokens::is_possible(date)) date = {date.year, 0, 0};
  // A day without its month says nothing.
  if (date.month == 0) date.day = 0;
  page.reading.date_incomplete = date.year == 0 || date.month == 0 || date.day == 0;
  if (date.year == 0) return;
  page.reading.header.date = tokens::to_iso(date);
  page.locate("date", line.place(found.begin, found.end));
}

}  // namespace

void read_date(HeaderPage& page) {
  std::size_t best = page.pieces.size();
  for (std::size_t i = 0; i < page.pieces.size(); ++i) {
    if (page.pieces[i].kind != PieceKind::unknown) continue;
    const auto date = parse_date(page.lower(page.pieces[i].span));
    const std::string_view line = page.printed(page.pieces[i].span);
    if (!date || !can_be_place(line.substr(0, date->begin))) continue;
    if (goes_on_in_sentence(line, date->end)) continue;
    best = i;
    if (date->begin != 0) break;  // with its place, it can be nothing else
  }
  if (best == page.pieces.size()) return;
  JoinedText line;
  if (const std::size_t before = place_before(page, best); before != page.pieces.size()) {
    line.append(page.text.text, page.pieces[before].span);
    page.pieces[before].kind = PieceKind::known;
  }
  line.append(page.text.text, page.pieces[best].span);
  page.pieces[best].kind = PieceKind::known;
  auto date = parse_date(language::fold(line.text()));
  for (std::size_t next = best + 1; next < page.pieces.size() && date; ++next) {
    Piece& piece = page.pieces[next];
    if (date->complete && (date->date.year != 0 || !is_year(page.lower(piece.span)))) break;
    if (piece.kind != PieceKind::unknown) continue;
    const std::string_view follows = page.lower(piece.span);
    std::size_t from = skip_filler(follows, 0);
    // What a scanner made of the day
    while (from < follows.size() && tokens::letter_at(follows, from) == 0 &&
           !outline::is_digit(follows[from])) {
      from += language::code_point_length(follows[from]);
    }
    const bool goes_on =
        from < follows.size() &&
        (outline::is_digit(follows[from]) || starts_with_word(follows.substr(from), "tháng") ||
         starts_with_word(follows.substr(from), "năm"));
    if (!goes_on) break;
    line.append(page.text.text, piece.span);
    piece.kind = PieceKind::known;
    date = parse_date(language::fold(line.text()));
  }
  if (date) fill_date(page, line, *date);
}

void read_date_at_end(HeaderPage& page) {
  if (page.reading.date_line) return;
  for (const outline::Segment& segment : outline::split_segments(page.text, page.frame.tail)) {
    const auto date = parse_date(page.lower(segment.span));
    const std::string_view line = page.printed(segment.span);
    if (!date || date->begin == 0 || !tokens::is_capital(line, 0)) continue;
    if (!can_be_place(line.substr(0, date->begin))) continue;
    if (!outline::says_nothing(line.substr(date->end))) continue;
    fill_date(page, page.joined(segment.span), *date);
    return;
  }
}

}  // namespace vanban::plan

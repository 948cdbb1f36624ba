#include "outline/characters.hpp"
#include "outline/line_view.hpp"
#include "outline/offices.hpp"
#include "outline/segments.hpp"
#include "plan/header_page.hpp"
#include "plan/header_words.hpp"
#include "plan/organisation.hpp"

namespace vanban::plan {
namespace {

using outline::JoinedText;
using outline::Line;

/// A sign that parts cells stands before `span`.
bool begins_cell(const HeaderPage& page, TextSpan span) {
  const std::size_t before = tokens::skip_blanks_back(page.text.text, span.begin);
  return before > 0 && outline::detail::parts_cells(page.text.text[before - 1]);
}

/// Without bullets semicolons part the addressees.
void add_addressees(HeaderPage& page, JoinedText& current, bool split) {
  const std::string& text = current.text();
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t found = split ? text.find(';', begin) : std::string::npos;
    std::size_t end = found == std::string::npos ? text.size() : found;
    const std::size_t next = found == std::string::npos ? text.size() : found + 1;
    end = outline::trim_end(text, begin, end);
    while (end > begin && (text[end - 1] == ';' || text[end - 1] == '.' || text[end - 1] == ',')) {
      end = outline::trim_end(text, begin, end - 1);
    }
    begin = outline::trim_begin(text, begin, end);
    if (begin < end) {
      page.reading.header.addressees.push_back(page.put("addressees", current, {begin, end}));
    }
    begin = next;
  }
  current = {};
}

/// "Bộ Ngoại giao" over "Bộ Công an": a body with nothing before it that asks for more.
bool begins_addressee(const HeaderPage& page, const JoinedText& current, TextSpan span) {
  if (page.listed || current.empty() || span.empty()) return false;
  const std::string_view before = page.text.lower(current.place());
  if (before.ends_with(',') || before.ends_with(" và") || before.ends_with(':')) return false;
  // "Giám đốc" over "Sở Y tế tỉnh"
  const TextSpan above = current.place();
  if (outline::is_office_line(page.printed(above), page.text.placed(above))) return false;
  return outline::is_capital(page.printed(span), 0) && opens_organisation(page.printed(span), 0);
}

}  // namespace

void read_addressees(HeaderPage& page, std::span<const Line> lines) {
  std::size_t i = 0;
  while (i < lines.size() && !outline::opens_addressees(page.lower(lines[i].span))) ++i;
  if (i == lines.size()) return;
  const TextSpan block{lines[i].span.begin, lines.back().span.end};
  for (Piece& piece : page.pieces) {
    if (piece.span.begin >= block.begin && piece.span.end <= block.end) {
      piece.kind = PieceKind::known;
    }
  }
  JoinedText current;
  bool head = true;
  for (const outline::Segment& one : outline::split_segments(page.text, lines.subspan(i))) {
    TextSpan span = one.span;
    const bool cell = !head && begins_cell(page, span);
    if (head) {
      head = false;
      const std::size_t colon = page.printed(span).find(':');
      span.begin += static_cast<std::uint32_t>(
          colon != std::string_view::npos ? colon + 1 : std::string_view("kính gửi").size());
      span.begin =
          static_cast<std::uint32_t>(outline::trim_begin(page.text.text, span.begin, span.end));
    }
    // A column or cell may begin with the blanks or the bullet of its item.
    const auto marker = outline::find_marker(page.printed(span), page.lower(span));
    if (marker && marker->is_bullet()) {
      add_addressees(page, current, !page.listed);
      page.listed = true;
      span.begin += static_cast<std::uint32_t>(marker->length);
      span.begin =
          static_cast<std::uint32_t>(outline::trim_begin(page.text.text, span.begin, span.end));
    } else if (cell || begins_addressee(page, current, span)) {
      add_addressees(page, current, !page.listed);
    }
    if (!span.empty()) current.append(page.text.text, span);
  }
  add_addressees(page, current, !page.listed);
}

}  // namespace vanban::plan

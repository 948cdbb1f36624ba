// The top of a document is two columns without rules, in whatever order they came out: agency and
// number on the left; national title, motto, place and date on the right. Order and blank lines
// therefore say nothing. Each piece is known by its own words, what is left over is the agency.
#include "plan/header.hpp"

#include <algorithm>
#include <utility>

#include "outline/characters.hpp"
#include "outline/offices.hpp"
#include "plan/header_page.hpp"
#include "read/source_text.hpp"

namespace vanban::plan {
namespace {

using outline::JoinedText;

constexpr std::string_view field_order[] = {
    "agency.parent", "agency.name", "number.text", "number.ordinal", "number.year",
    "number.symbol", "place",       "date",        "type.code",      "type.name",
    "title",         "addressees",  "secrecy",     "urgency",        "draft"};

std::size_t rank(std::string_view field) {
  const auto* found = std::ranges::find(field_order, field);
  return static_cast<std::size_t>(found - std::begin(field_order));
}

void report_unread(HeaderPage& page) {
  for (const Piece& piece : page.pieces) {
    if (piece.kind != PieceKind::unknown && piece.kind != PieceKind::noise) continue;
    if (outline::is_signing_mark(page.lower(piece.span))) continue;
    if (outline::says_nothing(page.printed(piece.span))) continue;
    std::vector<TextSpan>& unread = page.reading.unread;
    const bool joins = !unread.empty() && unread.back().end <= piece.span.begin &&
                       outline::says_nothing(page.printed({unread.back().end, piece.span.begin}));
    if (joins) {
      unread.back().end = piece.span.end;
    } else {
      unread.push_back(piece.span);
    }
  }
}

}  // namespace

std::string HeaderPage::put(std::string_view name, const JoinedText& joined, Range range) {
  const std::string& value = joined.text();
  range.end = outline::trim_end(value, range.begin, range.end);
  range.begin = outline::trim_begin(value, range.begin, range.end);
  locate(name, joined.place(range.begin, range.end));
  return one_line(std::string_view(value).substr(range.begin, range.end - range.begin));
}

void HeaderPage::locate(std::string_view name, TextSpan span) {
  reading.at.emplace_back(name, span);
  note_rule(name);
}

void HeaderPage::note_rule(std::string_view name) {
  const auto known =
      std::ranges::find(reading.rules, name, [](const auto& one) { return one.first; });
  if (known == reading.rules.end()) reading.rules.emplace_back(name, rule);
}

JoinedText HeaderPage::joined(TextSpan span) const {
  JoinedText line;
  line.append(text.text, span);
  return line;
}

void HeaderPage::append_line(JoinedText& title, TextSpan span) const {
  const bool glue = !title.empty() && outline::end_mark(title.text()) == outline::EndMark::hyphen;
  title.append(text.text, span, glue);
}

std::string one_line(std::string_view text) {
  // Every gap begins with a control character, a blank or the first byte of a wider one.
  const auto may_be_gap = [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '\xC2' || c == '\xE2' || c == '\xE3' ||
           c == '\xEF';
  };
  const auto gap_at = [&](std::size_t at) -> std::size_t {
    if (!may_be_gap(text[at])) return 0;
    return read::is_separator(text[at]) ? 1 : outline::blank_length(text, at);
  };
  std::string line;
  line.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && gap_at(end) == 0) ++end;
    if (end > at) {
      if (!line.empty()) line.push_back(' ');
      line += text.substr(at, end - at);
    }
    at = end < text.size() ? end + gap_at(end) : end;
  }
  return line;
}

HeaderReading read_header(const outline::FoldedText& text, const outline::Frame& frame) {
  HeaderPage page{text, frame};
  cut_pieces(page);
  mark_titles(page);
  page.rule = "stamp";
  read_marks(page);
  page.rule = "addressed";
  read_addressees(page, frame.header);
  take_number_under_type(page);
  read_number(page);
  read_date(page);
  if (frame.type != nullptr) {
    read_type(page);
  } else {
    read_letter_subject(page);
    read_capital_subject(page);
  }
  read_agency(page);
  read_date_at_end(page);
  report_unread(page);
  const auto order = [](const auto& entry) { return rank(entry.first); };
  std::ranges::stable_sort(page.reading.at, {}, order);
  std::ranges::sort(page.reading.rules, {}, order);
  return std::move(page.reading);
}

}  // namespace vanban::plan

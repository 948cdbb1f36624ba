#include "outline/characters.hpp"
#include "plan/header_page.hpp"
#include "plan/header_tables.hpp"
#include "plan/header_words.hpp"

namespace vanban::plan {
namespace {

constexpr std::size_t longest_mark = 48;  // bytes of a stamp: secrecy, urgency, draft

constexpr auto noise_openers = openers(header_noise);
constexpr auto form_openers = openers(form_heads);
constexpr auto stamp_openers = openers(stamp_heads);
constexpr auto stamp_line_openers = openers(stamp_lines);

/// "DỰ THẢO 2" and "Dự thảo ngày 12/3", not the beginning of a sentence.
bool is_mark(const HeaderPage& page, TextSpan span) {
  return tokens::is_capital(page.text.text, span.begin) &&
         outline::end_mark(page.printed(span)) != outline::EndMark::stop;
}

void read_mark(HeaderPage& page, Piece& piece, std::string_view placed, std::string_view field,
               std::span<const HeaderRow> rows, std::optional<std::string>& value) {
  std::size_t end = placed.size();
  while (end > 0 && tokens::letter_at(placed, tokens::step_back(placed, end)) == 0) --end;
  for (const HeaderRow& row : rows) {
    if (placed.substr(0, end) != row.folded || value) continue;
    const auto at = static_cast<std::uint32_t>(page.printed(piece.span).size() - placed.size());
    const TextSpan span{piece.span.begin + at,
                        piece.span.begin + at + static_cast<std::uint32_t>(end)};
    value = one_line(page.printed(span));
    page.locate(field, span);
    piece.kind = PieceKind::known;
  }
}

/// Puts the stamp of who received the paper aside: over "ĐẾN" stands its name.
void pass_over_stamp(HeaderPage& page) {
  for (std::size_t i = 0; i < page.pieces.size(); ++i) {
    Piece& piece = page.pieces[i];
    const std::string_view lower = page.lower(piece.span);
    if (piece.kind != PieceKind::unknown || !(lower == "đến" || any_word(lower, stamp_openers))) {
      continue;
    }
    const bool named = i > 0 && page.pieces[i - 1].kind == PieceKind::unknown &&
                       page.pieces[i - 1].line + 1 == piece.line &&
                       outline::is_caps(page.printed(page.pieces[i - 1].span));
    // The only body of a header issues the document.
    const auto above = page.pieces.begin() + static_cast<std::ptrdiff_t>(i > 0 ? i - 1 : 0);
    const bool another = std::any_of(page.pieces.begin(), above, [&](const Piece& one) {
      return is_agency_head(page.lower(one.span));
    });
    if (named && another) page.pieces[i - 1].kind = PieceKind::noise;
    piece.kind = PieceKind::noise;
    for (std::size_t next = i + 1; next < page.pieces.size(); ++next) {
      const std::string_view line = page.lower(page.pieces[next].span);
      const bool numbers = line.starts_with("số") && line.find('/') != std::string_view::npos;
      if (numbers || !any_word(line, stamp_line_openers)) break;
      page.pieces[next].kind = PieceKind::noise;
    }
  }
}

/// "Mẫu số PC11" / "Ban hành kèm theo" / "Thông tư số" / "66/2031/TT-BCA" / "ngày 16/12/2031": puts
/// aside what a form says of the act that made it.
void pass_over_form(HeaderPage& page) {
  constexpr std::size_t most_lines = 4;
  for (std::size_t i = 0; i < page.pieces.size(); ++i) {
    if (page.pieces[i].kind != PieceKind::unknown) continue;
    if (!any_word(page.lower(page.pieces[i].span), form_openers)) continue;
    const std::size_t last = std::min(page.pieces.size(), i + most_lines);
    page.pieces[i].kind = PieceKind::noise;
    // "Kèm theo Thông tư số 66/2031/TT-BCA" says all, where no bracket stays open.
    const std::string_view line = page.lower(page.pieces[i].span);
    const bool open = line.find('(') != std::string_view::npos && !line.ends_with(')');
    if (!open && line.find('/') != std::string_view::npos) continue;
    for (std::size_t next = i + 1; next < last; ++next) {
      const std::string_view lower = page.lower(page.pieces[next].span);
      const bool act = tokens::document_types.longest(lower, 0).found() ||
                       tokens::is_digit(lower, 0) || starts_with_word(lower, "ngày");
      if (page.pieces[next].kind != PieceKind::unknown || !act) break;
      page.pieces[next].kind = PieceKind::noise;
      i = next;
    }
  }
}

}  // namespace

void read_marks(HeaderPage& page) {
  pass_over_form(page);
  pass_over_stamp(page);
  for (Piece& piece : page.pieces) {
    if (piece.kind != PieceKind::unknown) continue;
    TextSpan span = piece.span;
    while (!span.empty() && tokens::letter_at(page.text.text, span.begin) == 0 &&
           !outline::is_digit(page.text.text[span.begin])) {
      span.begin +=
          static_cast<std::uint32_t>(language::code_point_length(page.text.text[span.begin]));
    }
    const std::string_view placed = page.text.placed(span);
    if (any_word(placed, noise_openers) || placed.starts_with("http") ||
        placed.starts_with("www")) {
      piece.kind = PieceKind::noise;
      continue;
    }
    if (span.size() > longest_mark) continue;
    if (starts_with_word(placed, "dự thảo") && is_mark(page, span)) {
      page.reading.header.draft = true;
      page.locate("draft", piece.span);
      piece.kind = PieceKind::known;
      continue;
    }
    read_mark(page, piece, placed, "secrecy", secrecy_marks, page.reading.header.secrecy);
    read_mark(page, piece, placed, "urgency", urgency_marks, page.reading.header.urgency);
  }
}

}  // namespace vanban::plan

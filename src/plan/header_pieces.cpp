#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "outline/characters.hpp"
#include "outline/segments.hpp"
#include "plan/header_page.hpp"
#include "plan/header_tables.hpp"
#include "plan/header_words.hpp"
#include "tokens/document_types.hpp"

namespace vanban::plan {
namespace {

using outline::Segment;

constexpr std::size_t damaged_share = 5;  // one letter in so many of a fixed phrase may be wrong

constexpr auto parent_openers = openers(parent_heads);
constexpr auto unit_openers = openers(unit_heads);

/// Which letters without marks occur: a bit each.
constexpr std::uint32_t letter_set(std::string_view letters) {
  std::uint32_t set = 0;
  for (const char c : letters) set |= std::uint32_t{1} << (static_cast<unsigned>(c - 'a') % 32U);
  return set;
}

/// `text` is `phrase` but for some letters: a copy that was damaged or badly read.
bool is_near(std::string_view text, std::string_view phrase) {
  const std::size_t allowed = phrase.size() / damaged_share;
  if (text.size() + allowed < phrase.size() || phrase.size() + allowed < text.size()) return false;
  // A change takes one letter away at most, and adds one at most.
  const std::uint32_t here = letter_set(text);
  const std::uint32_t there = letter_set(phrase);
  const auto most = static_cast<int>(allowed);
  if (std::popcount(here & ~there) > most || std::popcount(there & ~here) > most) return false;
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

/// "Số:      " before "/KH-SYT", "ngày      " before "tháng 4 năm 2026".
bool fills_blank(const HeaderPage& page, TextSpan before, TextSpan after) {
  if (page.printed({before.end, after.begin}).find('|') != std::string_view::npos) return false;
  const std::string_view open = page.lower(before);
  const std::string_view next = page.printed(after);
  if (const std::size_t word = number_word(page.printed(before), open); word != 0) {
    const NumberParse number = parse_number(page.printed(before), word);
    if (!number.symbol.empty()) return false;
    return outline::is_digit(next.front()) || joins_groups(next, 0) || is_blank_filler(next, 0);
  }
  for (const std::string_view word : {"ngày", "tháng", "năm"}) {
    const std::size_t at = open.rfind(word);
    if (at == std::string_view::npos || !tokens::begins_word(open, at)) continue;
    std::size_t end = skip_filler(open, at + word.size());
    read_figure(open, end, 4);
    if (skip_filler(open, end) != open.size()) continue;
    const std::string_view follows = page.lower(after);
    const std::size_t from = skip_filler(follows, 0);
    return from == follows.size() || outline::is_digit(follows[from]) ||
           starts_with_word(follows.substr(from), "tháng") ||
           starts_with_word(follows.substr(from), "năm");
  }
  return false;
}

/// "1. BỘ Y TẾ", "(1)UBND HUYỆN", "Trang 1SỞ Y TẾ": sites number the pages of what they show.
std::size_t skip_page_number(std::string_view placed, std::size_t first, std::size_t last) {
  for (const std::string_view number : {"1. ", "(1)", "trang 1"}) {
    if (!placed.substr(first).starts_with(number)) continue;
    const std::size_t name = outline::trim_begin(placed, first + number.size(), last);
    if (is_agency_head(placed.substr(name))) return name;
  }
  return first;
}

/// "UBND HUYỆN HÒA SƠN TRƯỜNG THCS HÒA AN": where the second of two units begins, else 0.
std::size_t inner_unit(const HeaderPage& page, TextSpan span, std::string_view placed) {
  const std::size_t name = skip_page_number(placed, 0, placed.size());
  if (!any_word(placed.substr(name), parent_openers)) return 0;
  for (std::size_t at = placed.find(' '); at != std::string_view::npos;
       at = placed.find(' ', at + 1)) {
    if (!unit_openers.longest(placed, at + 1).found()) continue;
    return outline::is_caps(page.printed(span).substr(0, at)) ? at + 1 : 0;
  }
  return 0;
}

/// "Nghị quyết số: 12/2031/NQ-HĐND" is of one column.
bool is_named_number(std::string_view placed, std::size_t at) {
  const std::size_t end = outline::trim_end(placed, 0, at);
  const auto type = tokens::document_types.longest_before(placed, end);
  return placed.substr(at).starts_with("số") && type && type.row->use == tokens::TypeUse::title;
}

/// "ĐẢNG ỦY XÃ HÒA AN": a word for a place, and its name of up to four words.
bool ends_in_place(std::string_view placed) {
  constexpr std::ptrdiff_t most_blanks = 3;
  if (has_open_end(placed)) return false;
  return std::ranges::any_of(place_words, [&](const HeaderRow& row) {
    const std::size_t at = placed.rfind(row.folded);
    if (at == std::string_view::npos) return false;
    const std::string_view name = placed.substr(at + row.folded.size());
    return (at == 0 || outline::blank_length(placed, at - 1) != 0) && !name.empty() &&
           std::ranges::count(name, ' ') <= most_blanks;
  });
}

/// Where `phrase` stands in `placed`, whose blanks may be wider; empty where it does not.
Range find_phrase(std::string_view placed, std::string_view phrase) {
  for (std::size_t at = placed.find(phrase.front()); at != std::string_view::npos;
       at = placed.find(phrase.front(), at + 1)) {
    std::size_t end = at;
    bool same = true;
    for (std::size_t i = 0; same && i < phrase.size(); ++i) {
      const std::size_t blank = phrase[i] == ' ' && end < placed.size()
                                    ? outline::trim_begin(placed, end, placed.size()) - end
                                    : 0;
      same = phrase[i] == ' ' ? blank != 0 : end < placed.size() && placed[end] == phrase[i];
      end += phrase[i] == ' ' ? blank : 1;
    }
    if (same) return {at, end};
  }
  return {};
}

/// Cuts where the fixed phrases show that one blank parts two columns.
void split_columns(HeaderPage& page, const Segment& segment) {
  const std::string_view placed = page.text.placed(segment.span);
  std::vector<std::size_t> cuts;
  for (const HeaderRow& row : column_openers) {
    const std::size_t at = find_phrase(placed, row.folded).begin;
    if (at > 0 && outline::blank_length(placed, at - 1) != 0 && !is_named_number(placed, at)) {
      cuts.push_back(at);
    }
  }
  for (const HeaderRow& row : glued_column_openers) {
    const std::size_t at = find_phrase(placed, row.folded).begin;
    if (at > 0 && outline::blank_length(placed, at - 1) == 0) cuts.push_back(at);
  }
  for (const HeaderRow& row : last_column_openers) {
    if (!outline::closes_with(placed, row.folded) || placed.size() == row.folded.size()) continue;
    const std::size_t at = placed.size() - row.folded.size();
    const std::size_t end = outline::trim_end(placed, 0, at);
    if (end < at && ends_in_place(placed.substr(0, end))) cuts.push_back(at);
  }
  for (const HeaderRow& row : column_closers) {
    const std::size_t end = find_phrase(placed, row.folded).end;
    if (end != 0 && end < placed.size() && outline::blank_length(placed, end) != 0)
      cuts.push_back(end);
  }
  if (const std::size_t at = inner_unit(page, segment.span, placed); at != 0) cuts.push_back(at);
  cuts.push_back(placed.size());
  std::ranges::sort(cuts);
  std::size_t begin = 0;
  for (const std::size_t cut : cuts) {
    if (cut <= begin) continue;
    const std::size_t last = outline::trim_end(placed, begin, cut);
    std::size_t first = outline::trim_begin(placed, begin, last);
    first = skip_page_number(placed, first, last);
    if (first < last) {
      page.pieces.push_back({{segment.span.begin + static_cast<std::uint32_t>(first),
                              segment.span.begin + static_cast<std::uint32_t>(last)},
                             segment.line});
    }
    begin = cut;
  }
}

/// "CỘNG" / "HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": what piece `i` begins goes on in the next.
bool goes_on_in_title(const HeaderPage& page, std::size_t i, const NationalTitle& title) {
  if (i + 1 == page.pieces.size() || page.pieces[i + 1].kind != PieceKind::unknown) return false;
  const std::string both = outline::bare_letters(page.lower(page.pieces[i].span)) +
                           outline::bare_letters(page.lower(page.pieces[i + 1].span));
  return both.size() >= title.opening && title.letters.starts_with(both);
}

/// "ĐOÀN TNCS HỒ CHÍ MINH" over "BCH ĐOÀN XÃ": above the rest it is whom the committee is of.
bool stands_over_committee(const HeaderPage& page) {
  constexpr std::string_view committees[] = {"bch đoàn", "ban chấp hành đoàn", "bch liên đội",
                                             "liên đội", "hội đồng đội",       "trường"};
  if (page.pieces.size() < 2 || page.pieces.front().kind != PieceKind::other_title) return false;
  if (page.pieces[1].line == page.pieces.front().line) return false;
  const std::string_view next = page.lower(page.pieces[1].span);
  return std::ranges::any_of(committees, [&](std::string_view committee) {
    return tokens::match(next, 0, committee) != tokens::npos;
  });
}

}  // namespace

void cut_pieces(HeaderPage& page) {
  std::vector<Segment> segments = outline::split_segments(page.text, page.frame.header);
  for (std::size_t i = 0; i < segments.size(); ++i) {
    Segment segment = segments[i];
    // What is left blank for the hand to fill in parts no columns.
    while (i + 1 < segments.size() && segments[i + 1].line == segment.line && !segment.table &&
           fills_blank(page, segment.span, segments[i + 1].span)) {
      segment.span.end = segments[++i].span.end;
    }
    split_columns(page, segment);
  }
}

void mark_titles(HeaderPage& page) {
  bool state = false;
  const NationalTitle* open = nullptr;
  std::size_t known = 0;  // letters of the open title
  for (std::size_t i = 0; i < page.pieces.size(); ++i) {
    Piece& piece = page.pieces[i];
    const std::string letters = outline::bare_letters(page.lower(piece.span));
    if (letters.empty()) continue;
    if (open != nullptr && letters.size() >= 3 &&
        open->letters.substr(known).starts_with(letters)) {
      piece.kind = open->state ? PieceKind::national : PieceKind::other_title;
      known += letters.size();
      continue;
    }
    for (const NationalTitle& title : national_titles) {
      const bool begins = title.letters.starts_with(letters) &&
                          (letters.size() >= title.opening || goes_on_in_title(page, i, title));
      if (!begins && !is_near(letters, title.letters)) continue;
      piece.kind = title.state ? PieceKind::national : PieceKind::other_title;
      state = state || title.state;
      page.reading.party_title = page.reading.party_title || title.letters.starts_with("dangcong");
      if (title.letters.starts_with("doclap")) page.reading.motto = piece.span;
      open = &title;
      known = begins ? letters.size() : title.letters.size();
      break;
    }
  }
  page.reading.national_title = state;
  if (!state && stands_over_committee(page)) page.pieces.front().kind = PieceKind::unknown;
  page.reading.party_title = page.reading.party_title && !state;
  if (!state) return;
  // Under the title of the state the party's or the union's name is an agency's.
  for (Piece& piece : page.pieces) {
    if (piece.kind == PieceKind::other_title) piece.kind = PieceKind::unknown;
  }
}

}  // namespace vanban::plan

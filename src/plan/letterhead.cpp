#include <algorithm>
#include <utility>

#include "language/tone_places.hpp"
#include "outline/characters.hpp"
#include "outline/offices.hpp"
#include "outline/segments.hpp"
#include "plan/header_page.hpp"
#include "plan/header_tables.hpp"
#include "plan/header_words.hpp"

namespace vanban::plan {
namespace {

using outline::JoinedText;

constexpr std::size_t longest_small_agency = 80;  // bytes of an agency not in capitals
constexpr std::size_t agency_reach = 4;           // lines between two pieces of one agency

/// A name that cannot be complete: it ends in a comma, a hyphen or a word that asks for more.
bool is_open(const JoinedText& unit) {
  const std::string lower = language::place_tones(language::fold(unit.text()));
  const char last = lower.back();
  if (last == ',' || last == '-' || last == '&' || outline::is_short_caps(unit.text())) {
    return true;  // "ỦY", "BỘ", "SỞ"
  }
  return has_open_end(lower);
}

/// The piece without rules, stars and brackets at its ends.
TextSpan trimmed(const HeaderPage& page, TextSpan span) {
  const auto is_mark = [&page](std::size_t at) {
    const char c = page.text.text[at];
    return tokens::letter_at(page.text.text, at) == 0 && !outline::is_digit(c) && c != '(' &&
           c != '"' && !page.text.text.substr(at).starts_with("\xE2\x80\x9C");
  };
  // A dash goes on in the name of the line before: "HỘI ĐỒNG THI ĐUA" / "- KHEN THƯỞNG TỈNH"
  while (!span.empty() && is_mark(span.begin) && page.text.text[span.begin] != '-') {
    span.begin +=
        static_cast<std::uint32_t>(language::code_point_length(page.text.text[span.begin]));
  }
  const std::uint32_t whole = span.end;
  while (span.size() > 1 && page.text.text.substr(span.end - 2, 2) == "--") --span.end;
  if (whole > span.end + 1 && page.text.text[span.end - 1] == '-') --span.end;  // "BỘ Y TẾ-------"
  if (!span.empty() && page.text.text.substr(0, span.end).ends_with(" -") &&
      page.text.text.substr(span.end).starts_with('-')) {
    --span.end;  // the last of a rule
  }
  while (!span.empty()) {
    const std::size_t last = tokens::step_back(page.text.text, span.end);
    const char c = page.text.text[last];
    if (c == ',' || c == '-' || c == ')' || c == '&' || !is_mark(last) ||
        page.text.text.substr(last).starts_with("\xE2\x80\x9D")) {
      break;
    }
    span.end = static_cast<std::uint32_t>(last);
  }
  return span;
}

/// "LIÊN NGÀNH" over the names of those who issue together.
bool heads_joint_issuers(const JoinedText& unit) {
  const std::string lower = language::place_tones(language::fold(unit.text()));
  return std::ranges::any_of(joint_heads,
                             [&](const HeaderRow& row) { return lower == row.folded; });
}

struct Unit {
  JoinedText name;
  std::vector<std::size_t> pieces;
  bool headed = false;
};

void mark_known(HeaderPage& page, const Unit& unit) {
  for (const std::size_t piece : unit.pieces) page.pieces[piece].kind = PieceKind::known;
}

/// "ỦY", "BỘ", "SỞ" over a line in capitals: the first word of a name, on a line of its own.
bool is_broken_off(const HeaderPage& page, std::size_t piece) {
  return piece + 1 < page.pieces.size() &&
         outline::is_short_caps(page.printed(page.pieces[piece].span)) &&
         page.pieces[piece + 1].line == page.pieces[piece].line + 1 &&
         outline::is_caps(page.printed(page.pieces[piece + 1].span));
}

bool goes_on(const HeaderPage& page, const std::vector<Unit>& units, std::size_t piece) {
  if (units.empty()) return false;
  const std::size_t before = page.pieces[units.back().pieces.back()].line;
  return page.pieces[piece].line - before <= agency_reach;
}

/// The national title stands beside the piece.
bool is_beside_title(const HeaderPage& page, std::size_t piece) {
  if (piece + 1 == page.pieces.size() || is_one_word(page.printed(page.pieces[piece].span))) {
    return false;
  }
  const Piece& next = page.pieces[piece + 1];
  return next.line == page.pieces[piece].line && next.kind == PieceKind::national &&
         outline::is_caps(page.printed(next.span));
}

/// "Phịng GD&ĐT Hòa An", "UBNDXÃ HÒA AN" beside the national title: but for its marks and blanks it
/// begins as the name of an agency does.
bool is_misspelt_head(const HeaderPage& page, std::size_t piece, TextSpan span) {
  constexpr std::size_t shortest = 4;          // letters that tell
  constexpr std::size_t shortest_misread = 5;  // ... where another stands for one of them
  if (!is_beside_title(page, piece)) return false;
  const std::string letters = outline::bare_letters(page.lower(span));
  return std::ranges::any_of(agency_heads, [&](const HeaderRow& row) {
    const std::string head = outline::bare_letters(row.folded);
    if (head.size() < shortest || letters.size() < head.size()) return false;
    std::size_t others = 0;
    for (std::size_t at = 0; at < head.size(); ++at) others += head[at] != letters[at] ? 1U : 0U;
    return others == 0 || (others == 1 && head.size() >= shortest_misread);
  });
}

/// The last two words begin with capitals: "Liên đội Trường TH Hòa An" is a name, "Trường học kinh
/// nghiệm xây dựng Đảng" is none.
bool ends_in_name(std::string_view printed) {
  std::size_t end = printed.size();
  for (int words = 0; words < 2; ++words) {
    const std::size_t blank = printed.substr(0, end).rfind(' ');
    if (blank == std::string_view::npos || !tokens::is_capital(printed, blank + 1)) return false;
    end = outline::trim_end(printed, 0, blank);
  }
  return true;
}

/// "Ban quản trị xin đăng toàn văn Chương trình này:" is a sentence, no name.
bool says_something(const HeaderPage& page, std::size_t piece) {
  const outline::EndMark end = outline::end_mark(page.printed(page.pieces[piece].span));
  return end == outline::EndMark::stop || end == outline::EndMark::colon;
}

/// "Trường THCS Hòa An" beside the national title, "Liên đội Trường TH Hòa An" beneath what stands
/// there: named in small letters among units in capitals.
bool is_small_unit(const HeaderPage& page, const std::vector<Unit>& units, std::size_t piece,
                   TextSpan span) {
  if (!is_agency_head(page.lower(span)) || span.size() > longest_small_agency) return false;
  if (!tokens::is_capital(page.printed(span), 0) || !ends_in_name(page.printed(span))) return false;
  if (says_something(page, piece)) return false;
  if (is_beside_title(page, piece)) return true;
  const bool beneath = !units.empty() && units.back().headed && units.back().pieces.size() == 1 &&
                       goes_on(page, units, piece);
  if (!beneath) return false;
  const std::size_t above = units.back().pieces.front();
  const Piece& beside = page.pieces[above + 1];
  return beside.line == page.pieces[above].line &&
         (beside.kind == PieceKind::national || beside.kind == PieceKind::other_title);
}

/// Where the second of two bodies begins that stand in one line, "UBND TỈNH HÒA SƠN SỞ TƯ PHÁP"; 0
/// where the line names one: "VĂN PHÒNG UBND TỈNH", "CÔNG ĐOÀN TRƯỜNG TIỂU HỌC".
std::size_t second_body(const HeaderPage& page, TextSpan span) {
  constexpr int fewest_words = 3;            // "UBND TỈNH HÒA", "SỞ Y TẾ"
  constexpr std::string_view equal = "sở ";  // no one of them is beneath another
  const std::string_view name = page.text.placed(span);
  const auto begins = [&](std::size_t at, std::span<const HeaderRow> rows) {
    return std::ranges::any_of(rows, [&](const HeaderRow& row) {
      return tokens::match(name, at, row.folded) != tokens::npos;
    });
  };
  if (!begins(0, superior_bodies)) return 0;
  int words = 0;
  std::string_view before;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    const std::string_view word = name.substr(at, end - at);
    if (words >= fewest_words && begins(at, inferior_bodies) && !before.ends_with(',') &&
        !(name.starts_with(equal) && name.substr(at).starts_with(equal)) &&
        std::ranges::find(body_joiners, before, &HeaderRow::folded) == std::end(body_joiners)) {
      return at;
    }
    before = word;
    ++words;
    at = outline::trim_begin(name, end, name.size());
  }
  return 0;
}

/// "Uỷ ban nhân dân" / "tỉnh Hòa Sơn": whose committee it is, in small letters.
bool names_level(std::string_view printed, std::string_view lower) {
  return std::ranges::any_of(levels, [&](const HeaderRow& row) {
    if (!starts_with_word(lower, row.folded)) return false;
    const std::size_t name = outline::trim_begin(lower, row.folded.size(), lower.size());
    return name < printed.size() && tokens::is_capital(printed, name);
  });
}

/// A unit begins with the head of an agency's name; what follows in capitals goes on in it.
std::vector<Unit> find_units(const HeaderPage& page, bool in_capitals) {
  std::vector<Unit> units;
  for (std::size_t i = 0; i < page.pieces.size(); ++i) {
    if (page.pieces[i].kind != PieceKind::unknown) continue;
    const TextSpan span = trimmed(page, page.pieces[i].span);
    if (span.empty() || outline::says_nothing(page.printed(span))) continue;
    if (page.lower(span).starts_with("số:")) continue;
    const bool named = is_agency_head(page.lower(span));
    const bool head = named || is_misspelt_head(page, i, span);
    if (!head && outline::is_office_line(page.printed(span), page.text.placed(span))) continue;
    const bool caps = outline::is_caps(page.printed(span)) || is_broken_off(page, i);
    if (in_capitals && !caps && !is_small_unit(page, units, i, span)) continue;
    if (!in_capitals && says_something(page, i)) continue;
    if (!in_capitals &&
        (span.size() > longest_small_agency || !(head || goes_on(page, units, i)))) {
      continue;
    }
    if (!in_capitals && !tokens::is_capital(page.printed(span), 0) &&
        !names_level(page.printed(span), page.lower(span))) {
      continue;
    }
    if (goes_on(page, units, i) &&
        (!head || is_open(units.back().name) || heads_joint_issuers(units.back().name))) {
      Unit& open = units.back();
      open.name.append(page.text.text, span, false);
      open.pieces.push_back(i);
      // "ỦY" / "BAN NHÂN DÂN" is one only together.
      open.headed = open.headed || is_agency_head(language::fold(open.name.text()));
      continue;
    }
    TextSpan whole = span;
    while (!whole.empty() &&
           (page.text.text[whole.begin] == '-' || page.text.text[whole.begin] == ' ')) {
      ++whole.begin;
    }
    if (const std::size_t second = caps ? second_body(page, whole) : 0; second != 0) {
      Unit above;
      above.name.append(page.text.text,
                        {whole.begin, whole.begin + static_cast<std::uint32_t>(second)});
      above.pieces.push_back(i);
      above.headed = head;
      units.push_back(std::move(above));
      whole.begin += static_cast<std::uint32_t>(second);
    }
    Unit unit;
    unit.name.append(page.text.text, whole);
    unit.pieces.push_back(i);
    unit.headed = head;
    units.push_back(std::move(unit));
  }
  return units;
}

/// The first letters of the words of `name`, in lower case: "sgdđt" of "SỞ GIÁO DỤC VÀ ĐÀO TẠO".
std::string first_letters(std::string_view name) {
  const std::string lower = language::fold(name);
  std::string letters;
  for (std::size_t at = 0; at < lower.size(); at += language::code_point_length(lower[at])) {
    const bool conjunction = tokens::match(lower, at, "và") != tokens::npos;
    if (conjunction || !tokens::begins_word(lower, at)) continue;
    letters += lower.substr(at, tokens::letter_at(lower, at));
  }
  return letters;
}

/// Where the group of the symbol begins that abbreviates the name, or how it begins: "SYT" for "SỞ
/// Y TẾ TỈNH HÒA SƠN"; npos where none does.
std::size_t place_in_symbol(std::string_view name, std::string_view symbol) {
  constexpr std::size_t shortest = 3;  // bytes
  const std::string letters = first_letters(name);
  const std::string groups = language::fold(symbol);
  for (std::size_t at = 0; at < groups.size();) {
    const std::size_t end = std::min(groups.find_first_of("-/", at), groups.size());
    const std::string_view group = std::string_view(groups).substr(at, end - at);
    if (group.size() >= shortest && letters.starts_with(group)) return at;
    at = end + 1;
  }
  return std::string_view::npos;
}

/// "SỞ Y TẾ" / "SỞ TÀI CHÍNH" / "Số: 12/KHLT-SYT-STC": both issue the document.
bool issue_together(const HeaderPage& page, const Unit& first, const Unit& second) {
  const auto& symbol = page.reading.header.number.symbol;
  const std::string beneath = language::place_tones(language::fold(second.name.text()));
  const bool speaks_for_first =
      std::ranges::find(standing_bodies, beneath, &HeaderRow::folded) != std::end(standing_bodies);
  if (!symbol || speaks_for_first) return false;
  const std::size_t one = place_in_symbol(first.name.text(), *symbol);
  const std::size_t other = place_in_symbol(second.name.text(), *symbol);
  return one != std::string_view::npos && other != std::string_view::npos && one != other;
}

}  // namespace

void read_agency(HeaderPage& page) {
  const bool anchored =
      page.reading.number_line || page.reading.date_line ||
      std::ranges::any_of(page.pieces, [](const Piece& piece) {
        return piece.kind == PieceKind::national || piece.kind == PieceKind::other_title;
      });
  std::vector<Unit> units = find_units(page, true);
  // Lines in capitals without any known head count only where no head is found.
  bool headed = std::ranges::any_of(units, &Unit::headed);
  if (units.empty() && anchored) {
    units = find_units(page, false);
    headed = std::ranges::any_of(units, &Unit::headed);
  }
  std::erase_if(units, [&](const Unit& unit) {
    const bool one_word = unit.name.text().find(' ') == std::string::npos;
    return headed ? !unit.headed : !anchored || one_word;
  });
  if (units.empty()) return;
  Agency& agency = page.reading.header.agency;
  if (agency.name) {
    const auto of_name = [](const auto& one) { return one.first == "agency.name"; };
    std::erase_if(page.reading.at, of_name);
    std::erase_if(page.reading.rules, of_name);
  }
  while (units.size() > 1 && issue_together(page, units[units.size() - 2], units.back())) {
    const Unit second = std::move(units.back());
    units.pop_back();
    for (const std::size_t piece : second.pieces) {
      units.back().name.append(page.text.text, trimmed(page, page.pieces[piece].span));
      units.back().pieces.push_back(piece);
    }
  }
  page.rule = headed ? "letterhead" : "letterhead-unknown";
  const JoinedText& name = units.back().name;
  agency.name = page.put("agency.name", name, {0, name.text().size()});
  mark_known(page, units.back());
  if (units.size() < 2) return;
  const JoinedText& parent = units[units.size() - 2].name;
  mark_known(page, units[units.size() - 2]);
  // A site says the first line of the letterhead once more above it; but branches are named after
  // their central body.
  const std::string above = language::place_tones(language::fold(parent.text()));
  if (starts_with_word(name.text(), parent.text()) &&
      (name.text().size() == parent.text().size() ||
       std::ranges::find(central_bodies, above, &HeaderRow::folded) == std::end(central_bodies))) {
    return;
  }
  agency.parent = page.put("agency.parent", parent, {0, parent.text().size()});
}

}  // namespace vanban::plan

// Signs of dates, numbers and notes that a reader of scans took for others: "13/11⁄2031" with the
// stroke of fractions, "(b/©)" for "(b/c)"; and "Ủy" before "ban nhân dân", in letters that no word
// has.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "read/characters.hpp"
#include "repair/number_symbols.hpp"
#include "repair/passes.hpp"

namespace vanban::repair_stage {
namespace {

using read::is_digit;

constexpr double confidence = 0.98;
constexpr std::string_view stroke = "\u2044";

/// What stands behind a recipient, "for report" and "to carry out".
struct Note {
  std::string_view printed;
  std::string_view sign;  ///< in it, which is another
  std::string_view meant;
};
constexpr Note notes[] = {
    {"(b/\u00A9)", "\u00A9", "c"},
    {"(b/\u20AC)", "\u20AC", "c"},
    {"(B/\u00A9)", "\u00A9", "c"},
    {"(B/\u20AC)", "\u20AC", "c"},
    {"(b/e)", "e", "c"},
    {"(B/e)", "e", "c"},
    {"(b\u2044c)", "\u2044", "/"},
    {"(t\u2044h)", "\u2044", "/"},
    {"(b\u2044\u00A9)", "\u2044\u00A9", "/c"},
};

/// The commonest words of all papers, in letters that no word has.
struct Phrase {
  std::string_view printed;
  std::string_view wrong;  ///< its first letters
  std::string_view meant;
};
constexpr Phrase phrases[] = {
    {"Ửử ban nhân dân", "Ửử", "Ủy"}, {"Ử ban nhân dân", "Ử", "Ủy"},
    {"Ủỷ ban nhân dân", "Ủỷ", "Ủy"}, {"Ủÿ ban nhân dân", "Ủÿ", "Ủy"},
    {"Ửy ban nhân dân", "Ửy", "Ủy"},
};

bool is_year(std::string_view text, std::size_t at) {
  constexpr std::size_t digits = 4;
  const std::string_view year = text.substr(at, digits);
  return year.size() == digits && std::ranges::all_of(year, is_digit) &&
         (year.starts_with("19") || year.starts_with("20")) &&
         (at + digits == text.size() || !is_digit(text[at + digits]));
}

/// The stroke at `at` is a slash: it stands before a year or a symbol, or beside a slash of the
/// same date. "1⁄2" is a half.
bool is_slash(std::string_view text, std::size_t at) {
  const std::size_t behind = at + stroke.size();
  if (at == 0 || behind >= text.size() || !is_digit(text[at - 1])) return false;
  if (is_year(text, behind) || is_capital_at(text, behind)) return true;
  std::size_t begin = at;
  while (begin > 0 && is_digit(text[begin - 1])) --begin;
  std::size_t end = behind;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end > behind && ((begin > 0 && text[begin - 1] == '/') ||
                          (end < text.size() && text[end] == '/' && is_year(text, end + 1)));
}

/// A recipient ends at `at`, and what is noted of him: "(b/e)" in a formula is none.
bool ends_recipient(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == ';' || text[at] == '.' || text[at] == ',' ||
         text[at] == '\n';
}

void add(EditList& edits, std::size_t begin, std::size_t size, std::string_view meant) {
  const auto place = static_cast<std::uint32_t>(begin);
  edits.push_back({place, place + static_cast<std::uint32_t>(size), std::string(meant),
                   RepairKind::ocr, confidence});
}

}  // namespace

EditList find_misread_signs(std::string_view text) {
  EditList edits;
  for (std::size_t at = text.find(stroke); at != std::string_view::npos;
       at = text.find(stroke, at + stroke.size())) {
    if (is_slash(text, at)) add(edits, at, stroke.size(), "/");
  }
  for (const std::string_view opening : {"(b", "(B", "(t"}) {
    for (std::size_t at = text.find(opening); at != std::string_view::npos;
         at = text.find(opening, at + 1)) {
      const std::string_view rest = text.substr(at);
      const auto* const note = std::ranges::find_if(
          notes, [rest](const Note& row) { return rest.starts_with(row.printed); });
      if (note == std::end(notes) || !ends_recipient(rest, note->printed.size())) continue;
      add(edits, at + note->printed.find(note->sign), note->sign.size(), note->meant);
    }
  }
  constexpr std::string_view council = " ban nhân dân";
  for (std::size_t at = text.find(council); at != std::string_view::npos;
       at = text.find(council, at + council.size())) {
    const std::string_view before = text.substr(0, at + council.size());
    const auto* const phrase = std::ranges::find_if(
        phrases, [before](const Phrase& row) { return before.ends_with(row.printed); });
    if (phrase == std::end(phrases)) continue;
    add(edits, before.size() - phrase->printed.size(), phrase->wrong.size(), phrase->meant);
  }
  std::ranges::sort(edits, {}, &Edit::begin);
  return edits;
}

}  // namespace vanban::repair_stage

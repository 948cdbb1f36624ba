#include <algorithm>

#include "outline/characters.hpp"
#include "plan/citations/document_types.hpp"
#include "plan/clerk/checks.hpp"
#include "plan/folded.hpp"
#include "tokens/fold.hpp"
#include "tokens/phrases.hpp"

namespace vanban::plan::clerk {
namespace {

using namespace tokens;  // NOLINT(google-build-using-namespace): this file is made of its steps

// clang-format off
// A title that ends so goes on.
constexpr PhraseTable open_words(std::to_array<Phrase>({
    {"và"}, {"của"}, {"về"}, {"các"}, {"những"}, {"để"}, {"với"}, {"tại"}, {"hoặc"}, {"theo"},
    {"nhằm"}, {"từ"}, {"là"}, {"cho"},
}));

// ... but these do not: "NHỮNG NĂM TIẾP THEO".
constexpr PhraseTable closed_words(std::to_array<Phrase>({{"tiếp theo"}, {"đi theo"}}));
// clang-format on

/// The source at a field of the header; empty where it cannot be quoted.
std::string_view printed(const Paper& paper, std::string_view field) {
  const auto place = place_of(paper.document.header.at, field);
  if (!place || !paper.quotable) return {};
  return std::string_view(paper.document.source_text).substr(place->begin, place->size());
}

SourceSpan place_or_start(const Paper& paper, std::string_view field) {
  return place_of(paper.document.header.at, field).value_or(SourceSpan{});
}

/// The sign between number and symbol; '\0' where there is no such.
char sign_of(const Number& number) {
  if (!number.text || !number.ordinal || !number.symbol) return '\0';
  const std::size_t at = number.ordinal->size();
  return at < number.text->size() ? (*number.text)[at] : '\0';
}

void remark_number(const Paper& paper, Findings& found) {
  found.push_back({place_or_start(paper, "number.text"), *paper.document.header.number.text});
}

bool is_letter(const Header& header) {
  return header.type.name == "Công văn";
}

/// Figures behind a word of the date: "5" of "ngày 5".
std::string_view figures_behind(std::string_view lower, std::string_view word) {
  for (std::size_t at = next_word(lower, 0); at < lower.size();
       at = next_word(lower, word_end(lower, at))) {
    const std::size_t end = match(lower, at, word);
    if (end == npos) continue;
    const std::size_t first = skip_blanks(lower, end);
    std::size_t last = first;
    while (is_digit(lower, last)) ++last;
    return lower.substr(first, last - first);
  }
  return {};
}

}  // namespace

void number_blanks(const Paper& paper, Findings& found) {
  const Number& number = paper.document.header.number;
  if (!number.ordinal || !number.symbol) return;
  const std::string_view text = printed(paper, "number.text");
  // What was read on two lines is no blank of the author's.
  if (text.find('\n') != npos || text.find('|') != npos) return;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (blank_at(text, at) == 0) continue;
    found.push_back({place_or_start(paper, "number.text"), std::string(text)});
    return;
  }
}

void number_zero(const Paper& paper, Findings& found) {
  const Number& number = paper.document.header.number;
  if (number.ordinal && number.symbol && number.ordinal->size() == 1 &&
      is_digit(*number.ordinal, 0)) {
    remark_number(paper, found);
  }
}

void number_hyphen(const Paper& paper, Findings& found) {
  if (sign_of(paper.document.header.number) == '-') remark_number(paper, found);
}

void symbol_hyphen(const Paper& paper, Findings& found) {
  const Header& header = paper.document.header;
  // A number printed with a blank there is of another form: "84 QĐ/TWĐTN".
  if (header.type.name && header.number.text &&
      lost_hyphen(*header.type.name, *header.number.text) &&
      printed(paper, "number.text").find(*header.number.text) != npos) {
    remark_number(paper, found);
  }
  for (const Citation& one : paper.document.citations) {
    if (one.type && one.number && lost_hyphen(*one.type, *one.number) &&
        one.text.find(*one.number) != npos) {
      found.push_back({one.span, *one.number});
    }
  }
}

void number_slash(const Paper& paper, Findings& found) {
  if (sign_of(paper.document.header.number) == '/') remark_number(paper, found);
}

void number_type(const Paper& paper, Findings& found) {
  const Header& header = paper.document.header;
  if (!header.type.name || !header.number.text) return;
  if (!symbol_fits_type(*header.type.name, *header.number.text)) remark_number(paper, found);
}

void number_year(const Paper& paper, Findings& found) {
  const Header& header = paper.document.header;
  if (header.number.year && header.date && !header.date->starts_with(*header.number.year)) {
    remark_number(paper, found);
  }
  for (const Citation& one : paper.document.citations) {
    if (!one.number || !one.date) continue;
    // "91/2017/NĐ-CP": only there the year is a part of the number.
    const std::size_t slash = one.number->find('/');
    if (slash == std::string::npos || slash + 5 >= one.number->size()) continue;
    const std::string_view year = std::string_view(*one.number).substr(slash + 1, 4);
    const bool figures = std::ranges::all_of(year, outline::is_digit);
    const std::string_view symbol = std::string_view(*one.number).substr(slash + 6);
    if (!figures || (*one.number)[slash + 5] != '/' || symbol.find('-') == npos) continue;
    if (one.type == "Văn bản" || one.type == "Công văn") continue;
    if (!one.date->starts_with(year)) found.push_back({one.span, one.text});
  }
}

void date_zero(const Paper& paper, Findings& found) {
  const std::string_view text = printed(paper, "date");
  const std::string lower = language::fold(text);
  const std::string_view day = figures_behind(lower, "ngày");
  const std::string_view month = figures_behind(lower, "tháng");
  const bool short_month = month == "1" || month == "2";
  if (day.size() == 1 || short_month) {
    found.push_back({place_or_start(paper, "date"), std::string(text)});
  }
}

void date_figures(const Paper& paper, Findings& found) {
  const std::string_view text = printed(paper, "date");
  if (text.empty() || text.find('/') == npos) return;
  found.push_back({place_or_start(paper, "date"), std::string(text)});
}

void place_missing(const Paper& paper, Findings& found) {
  const auto date = place_of(paper.document.header.at, "date");
  if (date && !paper.document.header.place) found.push_back({*date, {}});
}

void place_comma(const Paper& paper, Findings& found) {
  const auto place = place_of(paper.document.header.at, "place");
  const auto date = place_of(paper.document.header.at, "date");
  if (!place || !date || !paper.quotable || place->end > date->begin) return;
  const std::string_view between =
      std::string_view(paper.document.source_text).substr(place->end, date->begin - place->end);
  // On other lines, or with marks between, anything may have been lost.
  const bool plain = std::ranges::all_of(between, [](char c) { return c == ' ' || c == '.'; });
  if (plain && !between.empty()) found.push_back({*place, {}});
}

void motto_form(const Paper& paper, Findings& found) {
  if (!paper.head.motto || !paper.quotable) return;
  const std::string& text = *paper.head.motto;
  std::size_t hyphens = 0;
  bool other = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t dash = dash_at(text, at);
    if (dash == 0) continue;
    const bool spaced = at > 0 && blank_at(text, at - 1) != 0 && blank_at(text, at + dash) != 0;
    other = other || dash != 1 || !spaced;
    ++hyphens;
  }
  // Fewer than two: the copy is broken, not the form.
  if (other && hyphens == 2) found.push_back({*paper.head.motto_at, text});
}

void national_title_missing(const Paper& paper, Findings& found) {
  if (!paper.head.national) found.push_back({});
}

void agency_missing(const Paper& paper, Findings& found) {
  if (!paper.document.header.agency.name) found.push_back({});
}

void title_missing(const Paper& paper, Findings& found) {
  const Header& header = paper.document.header;
  if (header.type.name && !header.title && !is_letter(header)) {
    found.push_back({place_or_start(paper, "type.name"), {}});
  }
}

void title_of_letter(const Paper& paper, Findings& found) {
  const Header& header = paper.document.header;
  if (is_letter(header) || !header.title) return;
  if (language::fold(*header.title).starts_with("v/v")) {
    found.push_back({place_or_start(paper, "title"), {}});
  }
}

void title_cut(const Paper& paper, Findings& found) {
  const std::optional<std::string>& title = paper.document.header.title;
  if (!title || title->empty()) return;
  const auto word = open_words.longest_before(*title, title->size());
  const char last = title->back();
  if (closed_words.longest_before(*title, title->size())) return;
  if (!word && last != ',' && last != '(' && last != '-') return;
  // In capitals too the last words show where it stops.
  const std::size_t tail = title->rfind(' ', title->rfind(' ') == npos ? 0 : title->rfind(' ') - 1);
  found.push_back({place_or_start(paper, "title"), title->substr(tail == npos ? 0 : tail + 1)});
}

void addressees_on_plan(const Paper& paper, Findings& found) {
  const Header& header = paper.document.header;
  if (header.type.name == "Kế hoạch" && !header.addressees.empty()) {
    found.push_back({place_or_start(paper, "addressees"), {}});
  }
}

}  // namespace vanban::plan::clerk

#include "plan/header_words.hpp"

#include <algorithm>
#include <string>

#include "language/tone_places.hpp"
#include "outline/characters.hpp"
#include "plan/header_values.hpp"

namespace vanban::plan {
namespace {

constexpr auto agency_openers = openers(agency_heads);
constexpr auto no_agency_openers = openers(no_agency_heads);

}  // namespace

bool is_agency_head(std::string_view lower) {
  const std::string placed = language::place_tones(std::string(lower));
  return any_word(placed, agency_openers) && !any_word(placed, no_agency_openers);
}

bool has_open_end(std::string_view placed) {
  return std::ranges::any_of(open_ends, [&](const HeaderRow& row) {
    return tokens::match_back(placed, placed.size(), row.folded) != tokens::npos;
  });
}

std::size_t number_word(std::string_view printed, std::string_view lower) {
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

bool is_one_word(std::string_view line) {
  std::size_t at = 0;
  while (tokens::letter_at(line, at) != 0) at += tokens::letter_at(line, at);
  return at == line.size();
}

}  // namespace vanban::plan

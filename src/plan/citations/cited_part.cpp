// parts := unit labels ((","|"và"|"của"|"thuộc")? unit labels)*
// labels := label ((","|"và"|"đến"|"-") label)*        label := figures | one letter | Roman number
// Nghị định 30/2020/NĐ-CP, Annex II, has the order: "điểm a khoản 2 Điều 103 Mục 5 Chương XII".
#include "plan/citations/cited_part.hpp"

#include <algorithm>

#include "plan/citations/document_types.hpp"
#include "tokens/fold.hpp"
#include "tokens/phrases.hpp"

namespace vanban::plan {
namespace {

using namespace tokens;  // NOLINT(google-build-using-namespace): this file is made of its steps

// clang-format off
constexpr PhraseTable units(std::to_array<Phrase>({
    {"tiết"}, {"điểm"}, {"khoản"}, {"điều"}, {"mục"}, {"tiểu mục"}, {"chương"}, {"phần"},
    {"phụ lục"}, {"mẫu"}, {"mẫu số"}, {"biểu mẫu số"}, {"biểu số"},
}));

// Between the parts and their document.
constexpr PhraseTable joiners(std::to_array<Phrase>({
    {"của"}, {"thuộc"}, {"kèm theo"}, {"ban hành kèm theo"}, {"được ban hành kèm theo"},
}));
// clang-format on

// Parts in front of a document are looked for among as many bytes at most.
constexpr std::size_t reach = 160;

bool is_roman(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return c == 'I' || c == 'V' || c == 'X'; });
}

/// End of the label at `at`; `at` where none stands.
std::size_t label_end(std::string_view text, std::size_t at) {
  if (is_digit(text, at)) {
    std::size_t end = at;
    while (is_digit(text, end) || (has_byte(text, end, '.') && is_digit(text, end + 1))) ++end;
    const std::size_t letter = letter_at(text, end);  // Điều 5a
    if (letter != 0 && !is_word_part(text, end + letter)) end += letter;
    return is_word_part(text, end) || has_byte(text, end, '/') ? at : end;
  }
  const std::size_t letter = letter_at(text, at);
  if (letter == 0) return at;
  const std::size_t end = word_end(text, at);
  return end == at + letter || is_roman(text.substr(at, end - at)) ? end : at;
}

/// Behind the comma, dash or word at `at` that joins two labels or two parts; `at` where none does.
std::size_t behind_sign(std::string_view text, std::size_t at) {
  std::size_t next = skip_blanks(text, at);
  const bool comma = has_byte(text, next, ',');
  if (comma) next = skip_blanks(text, next + 1);
  if (const std::size_t dash = dash_at(text, next)) return skip_blanks(text, next + dash);
  for (const std::string_view word : {"và", "đến", "hoặc"}) {
    if (const std::size_t end = match(text, next, word); end != npos) {
      return skip_blanks(text, end);
    }
  }
  return comma ? next : at;
}

/// End of the parts that begin at `at`; `at` where none do.
std::size_t parts_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (true) {
    const auto unit = units.longest(text, at);
    if (!unit) return end;
    const std::size_t first = skip_blanks(text, unit.end);
    std::size_t label = label_end(text, first);
    if (label == first) return end;
    end = label;
    for (std::size_t next = behind_sign(text, end); next != end; next = behind_sign(text, end)) {
      label = units.longest(text, next) ? next : label_end(text, next);
      if (label == next) break;
      end = label;
    }
    at = behind_sign(text, end);
    if (at == end) at = skip_blanks(text, end);
    for (const std::string_view word : {"của", "thuộc"}) {
      if (const std::size_t of = match(text, at, word); of != npos) at = skip_blanks(text, of);
    }
  }
}

/// The word at [begin, end) may stand inside parts.
bool may_be_inside(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view word = text.substr(begin, end - begin);
  if (label_end(word, 0) == word.size() || is_digit(word, 0)) return true;
  for (const std::string_view inside :
       {"tiết", "điểm", "khoản", "điều", "mục", "tiểu", "chương", "phần", "phụ", "lục", "mẫu", "số",
        "biểu", "và", "của", "thuộc", "đến", "hoặc"}) {
    if (match(word, 0, inside) == word.size()) return true;
  }
  return false;
}

}  // namespace

std::size_t part_before(std::string_view text, std::size_t floor, std::size_t begin) {
  std::size_t end = skip_blanks_back(text, begin);
  if (const auto joiner = joiners.longest_before(text, end); joiner && joiner.end >= floor) {
    end = skip_blanks_back(text, joiner.end);
  }
  if (end <= floor || word_begin(text, end) == end) return npos;
  floor = std::max(floor, end > reach ? end - reach : 0);
  std::size_t found = npos;
  for (std::size_t at = end; at > floor;) {
    const std::size_t word = word_begin(text, at);
    if (word < floor) break;
    if (word == at) {  // a sign between
      const std::size_t sign = step_back(text, at);
      const bool joins = has_byte(text, sign, ',') || has_byte(text, sign, '.') ||
                         dash_at(text, sign) != 0 || blank_at(text, sign) != 0;
      if (!joins) break;
      at = sign;
      continue;
    }
    if (!may_be_inside(text, word, at)) break;
    if (units.longest(text, word) && parts_end(text, word) == end) found = word;
    at = word;
  }
  return found;
}

std::string part_text(std::string_view text, std::size_t at) {
  return std::string(text.substr(at, parts_end(text, at) - at));
}

std::optional<std::string> part_behind(std::string_view text, std::size_t end) {
  std::size_t at = skip_blanks(text, end);
  const bool bracket = has_byte(text, at, '(');
  if (has_byte(text, at, ',')) at = skip_blanks(text, at + 1);
  if (bracket) at = skip_blanks(text, at + 1);
  const std::size_t said = match(text, at, "tại");
  if (said != npos) at = skip_blanks(text, said);
  if (!bracket && said == npos) return std::nullopt;
  const std::size_t stop = parts_end(text, at);
  if (stop == at) return std::nullopt;
  const std::size_t next = skip_blanks(text, stop);
  if (joiners.longest(text, next) || match_type(text, next)) return std::nullopt;
  return part_text(text, at);
}

}  // namespace vanban::plan

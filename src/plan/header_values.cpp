#include "plan/header_values.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "outline/characters.hpp"
#include "plan/header_tables.hpp"
#include "tokens/document_types.hpp"
#include "tokens/fold.hpp"

namespace vanban::plan {
namespace {

// clang-format off
/// Months in words, the longest first.
struct DayRow {
  std::string_view folded;
  std::uint8_t day;
};
// clang-format off
constexpr DayRow day_tens[] = {{"hai mươi", 20}, {"ba mươi", 30}, {"mười", 10}};
constexpr DayRow day_units[] = {
    {"một", 1}, {"mốt", 1}, {"hai", 2}, {"ba", 3}, {"bốn", 4}, {"tư", 4}, {"năm", 5}, {"lăm", 5},
    {"sáu", 6}, {"bảy", 7}, {"bẩy", 7}, {"tám", 8}, {"chín", 9},
};
// clang-format on

struct MonthRow {
  std::string_view folded;
  unsigned month;
};
constexpr MonthRow month_words[] = {
    {"mười hai", 12}, {"mười một", 11}, {"mười", 10}, {"một", 1},   {"giêng", 1}, {"hai", 2},
    {"ba", 3},        {"bốn", 4},       {"tư", 4},    {"năm", 5},   {"sáu", 6},   {"bảy", 7},
    {"bẩy", 7},       {"tám", 8},       {"chín", 9},  {"chạp", 12},
};
// clang-format on

/// Bytes of a day written by hand that a scanner made something else of: "ngày Á6ƒ tháng 11".
constexpr std::size_t longest_unread_day = 12;

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  return outline::trim_begin(text, at, text.size());
}

std::size_t find_word(std::string_view lower, std::string_view word, std::size_t from = 0) {
  for (std::size_t at = lower.find(word, from); at != std::string_view::npos;
       at = lower.find(word, at + 1)) {
    if (tokens::begins_word(lower, at) && tokens::letter_at(lower, at + word.size()) == 0) {
      return at;
    }
  }
  return std::string_view::npos;
}

bool skip_word(std::string_view lower, std::size_t& at, std::string_view word) {
  if (!lower.substr(at).starts_with(word) || tokens::letter_at(lower, at + word.size()) != 0) {
    return false;
  }
  at += word.size();
  return true;
}

unsigned read_month(std::string_view lower, std::size_t& at) {
  if (at < lower.size() && outline::is_digit(lower[at])) return read_figure(lower, at, 2);
  for (const MonthRow& row : month_words) {
    // "tháng năm 2012" has no month: the word for five is the word for year.
    std::size_t end = at;
    if (!skip_word(lower, end, row.folded)) continue;
    if (row.month == 5) {
      const std::size_t next = skip_filler(lower, end);
      if (!lower.substr(next).starts_with("năm")) continue;
    }
    at = end;
    return row.month;
  }
  return 0;
}

/// "03", "mồng ba", "mười lăm", "hai mươi mốt", "ba mươi"; 0 where none stands, `at` then stays.
unsigned read_day(std::string_view lower, std::size_t& at) {
  if (at < lower.size() && outline::is_digit(lower[at])) return read_figure(lower, at, 2);
  const auto take = [&](std::size_t& from, std::span<const DayRow> rows) {
    for (const DayRow& row : rows) {
      std::size_t end = from;
      if (!skip_word(lower, end, row.folded)) continue;
      from = skip_blanks(lower, end);
      return static_cast<unsigned>(row.day);
    }
    return 0U;
  };
  std::size_t next = at;
  for (const std::string_view first : {"mồng", "mùng"}) {
    std::size_t end = next;
    if (skip_word(lower, end, first)) next = skip_blanks(lower, end);
  }
  const unsigned tens = take(next, day_tens);
  const unsigned units = take(next, day_units);
  if (tens + units == 0) return 0;
  at = outline::trim_end(lower, 0, next);
  return tens + units;
}

DateParse parse_written_date(std::string_view lower, std::size_t at) {
  DateParse found;
  found.begin = at;
  unsigned day = 0;
  unsigned month = 0;
  unsigned year = 0;
  if (skip_word(lower, at, "ngày")) {
    at = skip_filler(lower, at);
    day = read_day(lower, at);
  }
  std::size_t next = skip_filler(lower, at);
  if (at != found.begin && day == 0 && !lower.substr(next).starts_with("tháng")) {
    const std::size_t month_word = find_word(lower, "tháng", next);
    const std::string_view unread = lower.substr(next, std::min(month_word, lower.size()) - next);
    if (month_word <= next + longest_unread_day &&
        std::ranges::none_of(unread, outline::is_digit)) {
      next = month_word;
    }
  }
  if (skip_word(lower, next, "tháng")) {
    at = skip_filler(lower, next);
    month = read_month(lower, at);
    next = skip_filler(lower, at);
  }
  if (skip_word(lower, next, "năm")) {
    at = skip_filler(lower, next);
    const std::size_t before = at;
    year = read_figure(lower, at, 4);
    if (at - before != 4) year = 0;  // "năm 202..." is left open
    found.complete = true;
  }
  found.end = at;
  found.date = {static_cast<std::uint16_t>(year), static_cast<std::uint8_t>(month),
                static_cast<std::uint8_t>(day)};
  return found;
}

/// "12/9/2023", with "ngày" before it or after a comma.
std::optional<DateParse> parse_figures(std::string_view lower, std::size_t word) {
  std::size_t at = word;
  if (!skip_word(lower, at, "ngày") && !skip_word(lower, at, ",")) return std::nullopt;
  at = skip_filler(lower, at);
  std::array<unsigned, 3> parts{};
  for (std::size_t i = 0; i < 3; ++i) {
    const std::size_t before = at;
    parts[i] = read_figure(lower, at, i == 2 ? 4 : 2);
    if (at == before) return std::nullopt;
    if (i == 2) break;
    const std::size_t sign = skip_blanks(lower, at);
    if (sign >= lower.size() || (lower[sign] != '/' && lower[sign] != '-' && lower[sign] != '.')) {
      return std::nullopt;
    }
    at = skip_blanks(lower, sign + 1);
  }
  DateParse found;
  found.begin = lower[word] == ',' ? word + 1 : word;
  found.end = at;
  found.complete = true;
  found.date = {static_cast<std::uint16_t>(parts[2]), static_cast<std::uint8_t>(parts[1]),
                static_cast<std::uint8_t>(parts[0])};
  return found;
}

/// Bytes of "Liên tịch" at `at`, a group of a symbol in words; else 0.
std::size_t symbol_words_at(std::string_view text, std::size_t at) {
  if (!tokens::is_capital(text, at)) return 0;
  for (const HeaderRow& row : symbol_words) {
    const std::size_t end = tokens::match(text, at, row.folded);
    if (end != tokens::npos) return end - at;
  }
  return 0;
}

}  // namespace

bool is_blank_filler(std::string_view text, std::size_t at) {
  return outline::blank_length(text, at) != 0 || text[at] == '.' || text[at] == '_' ||
         text.substr(at).starts_with("\xE2\x80\xA6");  // …
}

std::size_t skip_filler(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank_filler(text, at)) {
    const std::size_t blank = outline::blank_length(text, at);
    at += blank != 0 ? blank : language::code_point_length(text[at]);
  }
  return at;
}

bool is_read_as_digit(char c) {
  return c == 'I' || c == 'l' || c == 'O' || c == 'o' || c == 'S' || c == 'Z' || c == 'B';
}

bool joins_groups(std::string_view text, std::size_t at) {
  return at < text.size() && (text[at] == '-' || text[at] == '/' || text[at] == '&' ||
                              text.substr(at).starts_with("\xE2\x80\x93"));  // –
}

bool begins_with_code(std::string_view symbol) {
  return std::ranges::any_of(tokens::document_types.rows(), [&](const auto& row) {
    if (row.code.empty() || !symbol.starts_with(row.code)) return false;
    return joins_groups(symbol, skip_blanks(symbol, row.code.size()));
  });
}

std::size_t symbol_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (at < text.size()) {
    if (const std::size_t words = symbol_words_at(text, at); words != 0) {
      at += words;
      end = at;
      continue;
    }
    const std::size_t letter = tokens::letter_at(text, at);
    if (letter != 0 || outline::is_digit(text[at]) ||
        (text[at] == '.' && tokens::letter_at(text, at + 1) != 0)) {
      at += letter != 0 ? letter : 1;
      end = at;
      continue;
    }
    const std::size_t joint = skip_blanks(text, at);
    if (!joins_groups(text, joint)) break;
    const std::size_t after = joint + language::code_point_length(text[joint]);
    const std::size_t group = skip_blanks(text, after);
    // "KH-UBND - Hà Nội": a group of a symbol begins with a capital and has no small word in it.
    if (group < text.size() && tokens::letter_at(text, group) == 0 &&
        !outline::is_digit(text[group])) {
      break;
    }
    at = group;
    end = group == text.size() ? after : group;
  }
  return end;
}

NumberParse parse_number(std::string_view text, std::size_t at) {
  NumberParse found;
  at = skip_filler(text, at);
  while (at < text.size() && (text[at] == ':' || is_blank_filler(text, at))) {
    at = text[at] == ':' ? at + 1 : skip_filler(text, at);
  }
  found.end = at;
  std::size_t end = at;
  while (end < text.size() && (outline::is_digit(text[end]) || is_read_as_digit(text[end]))) ++end;
  const bool digits =
      std::any_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                  text.begin() + static_cast<std::ptrdiff_t>(end), outline::is_digit);
  // "30c/NQ-CP": a letter tells two papers of one number apart
  if (digits && tokens::is_small(text, end) && tokens::letter_at(text, end) == 1 &&
      tokens::letter_at(text, end + 1) == 0) {
    ++end;
  }
  std::size_t next = skip_filler(text, end);
  const bool joined = joins_groups(text, next) && text[next] != '&';
  if (end > at && (digits || joined)) {
    found.ordinal = {at, end};
    found.end = end;
  } else {
    next = skip_filler(text, at);
  }
  if (next < text.size() && joins_groups(text, next) && text[next] != '&') {
    found.separator = text[next] == '/' ? '/' : '-';
    at = skip_filler(text, next + language::code_point_length(text[next]));
    std::size_t digit = at;
    while (digit < text.size() && outline::is_digit(text[digit])) ++digit;
    const std::size_t slash = skip_blanks(text, digit);
    if (found.separator == '/' && digit - at == 4 && slash < text.size() && text[slash] == '/') {
      found.year = {at, digit};
      at = skip_blanks(text, slash + 1);
    }
  } else if (!found.ordinal.empty() && tokens::is_capital(text, next)) {
    // "Số 15 KH/HU", "Số 02 KH - TV"; "Số 15KH/HU" lost a hyphen
    const std::size_t symbol = symbol_end(text, next);
    const std::string_view printed = text.substr(next, symbol - next);
    if (printed.find('/') == std::string_view::npos && !begins_with_code(printed)) return found;
    found.separator = next > found.ordinal.end ? ' ' : '\0';
    at = next;
  } else if (found.ordinal.empty() && next < text.size() && begins_with_code(text.substr(next))) {
    at = next;  // "Số: ……KH/Liên tịch": the figures are left open
  } else {
    return found;
  }
  found.symbol = {at, symbol_end(text, at)};
  found.end = std::max(found.end, found.symbol.end);
  return found;
}

unsigned read_figure(std::string_view text, std::size_t& at, std::size_t digits) {
  std::size_t end = at;
  unsigned value = 0;
  while (end < text.size() && outline::is_digit(text[end])) {
    if (end - at == digits) return 0;
    value = value * 10 + static_cast<unsigned>(text[end++] - '0');
  }
  at = end;
  return value;
}

std::optional<DateParse> parse_date(std::string_view lower) {
  const std::size_t day = find_word(lower, "ngày");
  if (day != std::string_view::npos) {
    if (auto figures = parse_figures(lower, day)) return figures;
    return parse_written_date(lower, day);
  }
  const std::size_t month = find_word(lower, "tháng");
  if (month != std::string_view::npos) {
    DateParse found = parse_written_date(lower, month);
    if (found.complete) return found;
  }
  const std::size_t comma = lower.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  if (auto figures = parse_figures(lower, comma)) return figures;
  const std::size_t year = skip_blanks(lower, comma + 1);
  if (tokens::match(lower, year, "năm") != tokens::npos) {
    DateParse found = parse_written_date(lower, year);
    if (found.date.year != 0 && found.end == lower.size()) return found;
  }
  return std::nullopt;
}

}  // namespace vanban::plan

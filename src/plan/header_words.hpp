#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "plan/header_tables.hpp"
#include "tokens/fold.hpp"
#include "tokens/phrases.hpp"

/// How the lines of a header begin.
namespace vanban::plan {

[[nodiscard]] inline bool starts_with_word(std::string_view lower, std::string_view word) {
  return !lower.empty() && lower.front() == word.front() &&
         tokens::match(lower, 0, word) != tokens::npos;
}

/// The rows of a table as phrases, of which any may open a line.
template <std::size_t N>
constexpr auto openers(const HeaderRow (&rows)[N]) {
  std::array<std::string_view, N> words{};
  for (std::size_t i = 0; i < N; ++i) words[i] = rows[i].folded;
  return tokens::phrases(words);
}

[[nodiscard]] inline bool any_word(std::string_view lower, const auto& table) {
  return table.longest(lower, 0).found();
}

/// The name of an agency, or of a part of one, begins so.
[[nodiscard]] bool is_agency_head(std::string_view lower);

/// The name asks for more: it ends in "và", "của", "ban chấp hành".
[[nodiscard]] bool has_open_end(std::string_view placed);

/// Bytes of "Số" and its colon at the start of a number line, 0 where there is none.
[[nodiscard]] std::size_t number_word(std::string_view printed, std::string_view lower);

/// One word without signs: "Hòa" over "Sơn, ngày ...".
[[nodiscard]] bool is_one_word(std::string_view line);

}  // namespace vanban::plan

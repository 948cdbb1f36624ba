#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <string_view>
#include <type_traits>

#include "base/any_byte.hpp"
#include "language/letters.hpp"

/// Steps over UTF-8 text without copying it. Phrases of the tables are in lower case; text is
/// folded letter by letter while it is compared, so that no match allocates and every offset is one
/// of the text as printed.
namespace vanban::tokens {

inline constexpr std::size_t npos = std::string_view::npos;

/// Bytes of the letter at `at`, 0 where none stands.
[[nodiscard]] constexpr std::size_t letter_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  return language::letter_length(text.data() + at, text.data() + text.size());
}

[[nodiscard]] constexpr bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// A digit stands anywhere.
[[nodiscard]] constexpr bool has_digit(std::string_view text) {
  return any_byte(text.data(), text.data() + text.size(), [](const char* at) {
    return byte_step::in(static_cast<unsigned char>(*at), '0', '9');
  });
}

[[nodiscard]] constexpr bool is_word_part(std::string_view text, std::size_t at) {
  return is_digit(text, at) || letter_at(text, at) != 0;
}

[[nodiscard]] constexpr bool has_byte(std::string_view text, std::size_t at, char byte) {
  return at < text.size() && text[at] == byte;
}

/// Bytes of the blank at `at`: space, tab, line end, no-break space; 0 where none stands.
[[nodiscard]] constexpr std::size_t blank_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const char c = text[at];
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  return c == '\xC2' && has_byte(text, at + 1, '\xA0') ? 2 : 0;
}

[[nodiscard]] constexpr std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (const std::size_t length = blank_at(text, at)) at += length;
  return at;
}

/// The bracket that closes the one that opens at `open`, npos where none is near: one that nothing
/// closes must not be looked for through the whole text.
[[nodiscard]] constexpr std::size_t bracket_close(std::string_view text, std::size_t open) {
  constexpr std::size_t longest = 1000;  // bytes of a remark
  return text.substr(0, open + longest).find(')', open);
}

/// Where the blanks before `at` begin.
[[nodiscard]] constexpr std::size_t skip_blanks_back(std::string_view text, std::size_t at) {
  while (at > 0) {
    if (blank_at(text, at - 1) == 1) {
      --at;
    } else if (at > 1 && blank_at(text, at - 2) == 2) {
      at -= 2;
    } else {
      break;
    }
  }
  return at;
}

/// Start of the code point that ends before `at`; `at` > 0.
[[nodiscard]] constexpr std::size_t step_back(std::string_view text, std::size_t at) {
  do {
    --at;
  } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  return at;
}

/// No letter or digit stands right before `at`.
[[nodiscard]] constexpr bool begins_word(std::string_view text, std::size_t at) {
  return at == 0 || !is_word_part(text, step_back(text, at));
}

/// End of the run of letters and digits at `at`.
[[nodiscard]] constexpr std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const language::ByteClass kind = language::byte_class(text[at]);
    if (kind == language::ByteClass::letter || kind == language::ByteClass::digit) {
      ++at;
    } else {
      const std::size_t length = kind == language::ByteClass::lead ? letter_at(text, at) : 0;
      if (length == 0) break;
      at += length;
    }
  }
  return at;
}

/// Start of the next run of letters and digits at or behind `at`, at most `text.size()`. `at` must
/// not lie inside a run.
[[nodiscard]] constexpr std::size_t next_word(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const language::ByteClass kind = language::byte_class(text[at]);
    if (kind == language::ByteClass::letter || kind == language::ByteClass::digit) break;
    if (kind != language::ByteClass::lead) {
      ++at;
    } else if (letter_at(text, at) != 0) {
      break;
    } else {
      at += language::code_point_length(text[at]);
    }
  }
  return at < text.size() ? at : text.size();
}

/// Start of the run of letters and digits that ends at `end`.
[[nodiscard]] constexpr std::size_t word_begin(std::string_view text, std::size_t end) {
  while (end > 0) {
    const std::size_t before = step_back(text, end);
    if (!is_word_part(text, before)) break;
    end = before;
  }
  return end;
}

/// A capital letter stands at `at`.
[[nodiscard]] constexpr bool is_capital(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  if (static_cast<unsigned char>(text[at]) < 0x80) return text[at] >= 'A' && text[at] <= 'Z';
  const std::size_t length = letter_at(text, at);
  if (length == 0) return false;
  std::array<char, 4> small{};
  return language::fold_letter(text.data() + at, length, small.data());
}

/// A small letter stands at `at`.
[[nodiscard]] constexpr bool is_small(std::string_view text, std::size_t at) {
  return letter_at(text, at) != 0 && !is_capital(text, at);
}

/// Bytes of the dash at `at`: -, ‐ to ―, −; 0 where none stands.
[[nodiscard]] constexpr std::size_t dash_at(std::string_view text, std::size_t at) {
  if (has_byte(text, at, '-')) return 1;
  if (!has_byte(text, at, '\xE2') || at + 2 >= text.size()) return 0;
  const unsigned middle = static_cast<unsigned char>(text[at + 1]);
  const unsigned last = static_cast<unsigned char>(text[at + 2]);
  if (middle == 0x80 && last >= 0x90 && last <= 0x95) return 3;
  return middle == 0x88 && last == 0x92 ? 3 : 0;
}

namespace detail {

/// `size` bytes are the same at both places. They are few: a call would cost more.
[[nodiscard]] constexpr bool same_bytes(const char* one, const char* other, std::size_t size) {
  if (!std::is_constant_evaluated() && size >= 4) {
    constexpr std::size_t wide = 8;
    const auto same = [&]<std::size_t Bytes>(std::size_t at,
                                             std::integral_constant<std::size_t, Bytes>) {
      return std::memcmp(one + at, other + at, Bytes) == 0;
    };
    constexpr std::integral_constant<std::size_t, wide> eight;
    constexpr std::integral_constant<std::size_t, wide / 2> four;
    if (size < wide) return same(0, four) && same(size - wide / 2, four);
    for (std::size_t at = 0; at + wide <= size; at += wide) {
      if (!same(at, eight)) return false;
    }
    return same(size - wide, eight);
  }
  for (std::size_t at = 0; at < size; ++at) {
    if (one[at] != other[at]) return false;
  }
  return true;
}

/// The rest of `phrase` from byte `p` on stands at `at` as it is: in lower case, with single
/// blanks.
[[nodiscard]] constexpr bool rest_stands(std::string_view text, std::size_t at,
                                         std::string_view phrase, std::size_t p) {
  const std::size_t size = phrase.size() - p;
  return size <= text.size() - at && same_bytes(text.data() + at, phrase.data() + p, size);
}

/// `match` where the first bytes may be equal.
[[nodiscard]] constexpr std::size_t match_all(std::string_view text, std::size_t at,
                                              std::string_view phrase) {
  // Most calls end at the second byte: of ASCII both cases of a letter differ in a bit, and bytes
  // of other letters stand for other letters than these.
  if (phrase.size() > 1 && at + 1 < text.size() && phrase[1] != ' ') {
    const auto printed = static_cast<unsigned char>(text[at + 1]);
    const auto wanted = static_cast<unsigned char>(phrase[1]);
    if ((printed & wanted) < 0x80 && ((printed ^ wanted) | 0x20U) != 0x20U) return npos;
  }
  // A blank at the end of a phrase may be the first of several.
  const bool ends_blank = phrase.back() == ' ';
  for (std::size_t p = 0; p < phrase.size();) {
    // Most of what is found is in lower case but for a first letter.
    if (!ends_blank && rest_stands(text, at, phrase, p)) {
      at += phrase.size() - p;
      break;
    }
    while (p < phrase.size() && at < text.size() && text[at] == phrase[p] && phrase[p] != ' ') {
      ++at;
      ++p;
    }
    if (p == phrase.size()) break;
    if (phrase[p] == ' ') {
      const std::size_t next = skip_blanks(text, at);
      if (next == at) return npos;
      at = next;
      ++p;
      continue;
    }
    // The letter may be a capital: compare the whole of it. Of ASCII both cases differ in a bit.
    if (at == text.size()) return npos;
    const auto printed = static_cast<unsigned char>(text[at]);
    const auto wanted = static_cast<unsigned char>(phrase[p]);
    if (printed < 0x80 || wanted < 0x80) {
      if (printed < 'A' || printed > 'Z' || (printed | 0x20U) != wanted) return npos;
      ++at;
      ++p;
      continue;
    }
    while ((static_cast<unsigned char>(phrase[p]) & 0xC0U) == 0x80U) {
      --p;
      --at;
    }
    const std::size_t length = language::code_point_length(phrase[p]);
    if (letter_at(text, at) != length) return npos;
    std::array<char, 4> small{};
    language::fold_letter(text.data() + at, length, small.data());
    if (phrase.substr(p, length) != std::string_view(small.data(), length)) return npos;
    at += length;
    p += length;
  }
  const bool ends_word = is_word_part(phrase, step_back(phrase, phrase.size()));
  return ends_word && is_word_part(text, at) ? npos : at;
}

}  // namespace detail

/// Where `phrase` (lower case, NFC, single blanks) ends if it stands at `at`, else npos. A blank of
/// the phrase is any run of blanks; a phrase ending in a letter or digit ends with its word.
[[nodiscard]] constexpr std::size_t match(std::string_view text, std::size_t at,
                                          std::string_view phrase) {
  // Most calls end at the first byte: both cases of a letter begin with one byte, those of ASCII
  // differ in one bit. (U+013F has another first byte than its small letter; no phrase has it.)
  if (at >= text.size() || phrase.empty()) return phrase.empty() ? at : npos;
  const char printed = text[at];
  const char wanted = phrase.front();
  if (printed != wanted) {
    const bool small = wanted >= 'a' && wanted <= 'z';
    if (!small || (printed | ' ') != wanted)
      return wanted == ' ' && blank_at(text, at) != 0 ? detail::match_all(text, at, phrase) : npos;
  }
  return detail::match_all(text, at, phrase);
}

namespace detail {

/// `one` and `other` can be the last bytes of a letter and of its small one: both cases of a letter
/// differ in one bit of these, but for Ư.
[[nodiscard]] constexpr bool may_end_alike(char one, char other) {
  const auto byte = static_cast<unsigned char>(one);
  return ((byte ^ static_cast<unsigned char>(other)) & ~0x21U) == 0 || byte == 0xAF;
}

}  // namespace detail

/// Where `phrase` begins if it ends at `end` as whole words, else npos.
[[nodiscard]] constexpr std::size_t match_back(std::string_view text, std::size_t end,
                                               std::string_view phrase) {
  if (end == 0 || (phrase.back() != ' ' && !detail::may_end_alike(text[end - 1], phrase.back())))
    return npos;
  // Blanks may be wider than in the phrase, so words are walked back and matched forward.
  std::size_t words = 1;
  for (const char c : phrase) words += c == ' ' ? 1U : 0U;
  std::size_t begin = end;
  for (std::size_t i = 0; i < words; ++i) {
    begin = word_begin(text, i == 0 ? begin : skip_blanks_back(text, begin));
  }
  return begin < end && match(text.substr(0, end), begin, phrase) == end ? begin : npos;
}

}  // namespace vanban::tokens

#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tokens/fold.hpp"

namespace vanban::tokens {

/// Rows with a member `phrase`, sorted at compile time by first letter and length: a look-up
/// compares only rows of that letter and gives the longest.
template <class Row, std::size_t N>
class PhraseTable {
 public:
  struct Match {
    const Row* row = nullptr;  ///< null: no row stands there
    std::size_t end = npos;
    [[nodiscard]] bool found() const noexcept { return row != nullptr; }
    explicit operator bool() const noexcept { return found(); }
  };

  constexpr explicit PhraseTable(const std::array<Row, N>& rows) : rows_(rows) {
    std::sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
      const std::size_t ka = bucket(a.phrase);
      const std::size_t kb = bucket(b.phrase);
      if (ka != kb) return ka < kb;
      return a.phrase.size() != b.phrase.size() ? a.phrase.size() > b.phrase.size()
                                                : a.phrase < b.phrase;
    });
    for (const Row& row : rows_) ++starts_[bucket(row.phrase) + 1];
    for (std::size_t i = 1; i < starts_.size(); ++i) {
      starts_[i] = static_cast<std::uint16_t>(starts_[i] + starts_[i - 1]);
    }
  }

  /// The longest row that stands at `at` as whole words. The caller sees to it that a word begins.
  [[nodiscard]] constexpr Match longest(std::string_view text, std::size_t at) const {
    const std::size_t length = letter_at(text, at);
    std::array<char, 4> small{};
    if (length != 0) {
      language::fold_letter(text.data() + at, length, small.data());
    } else if (at < text.size()) {
      small[0] = text[at];
    }
    const std::size_t b =
        bucket(std::string_view(small.data(), std::max<std::size_t>(length, 1)));
    for (std::size_t i = starts_[b]; i < starts_[b + 1]; ++i) {
      const std::size_t end = match(text, at, rows_[i].phrase);
      if (end != npos) return {&rows_[i], end};
    }
    return {};
  }

  /// The longest row that ends at `end`, with where it begins in `Match::end`. Linear in the rows:
  /// for small tables.
  [[nodiscard]] constexpr Match longest_before(std::string_view text, std::size_t end) const {
    Match best;
    if (end == 0) return best;
    const std::size_t last = step_back(text, end);
    std::array<char, 4> small{text[last]};
    const std::size_t length = letter_at(text, last);
    if (length != 0) language::fold_letter(text.data() + last, length, small.data());
    const std::string_view letter(small.data(), std::max<std::size_t>(length, 1));
    for (const Row& row : rows_) {
      if (!row.phrase.ends_with(letter)) continue;  // most rows stop here
      const std::size_t begin = match_back(text, end, row.phrase);
      if (begin != npos && (best.row == nullptr || begin < best.end)) best = {&row, begin};
    }
    return best;
  }

  [[nodiscard]] constexpr const std::array<Row, N>& rows() const noexcept { return rows_; }

 private:
  static constexpr std::size_t bucket_count = 64;

  /// By the last byte of the first letter: it differs most.
  [[nodiscard]] static constexpr std::size_t bucket(std::string_view phrase) {
    const unsigned lead = static_cast<unsigned char>(phrase.front());
    if (lead < 0x80) return lead & 0x1FU;
    const std::size_t length = language::code_point_length(phrase.front());
    if (length > phrase.size()) return 32;
    return 32 + (static_cast<unsigned char>(phrase[length - 1]) & 0x1FU);
  }

  std::array<Row, N> rows_;
  std::array<std::uint16_t, bucket_count + 1> starts_{};
};

template <class Row, std::size_t N>
PhraseTable(const std::array<Row, N>&) -> PhraseTable<Row, N>;

/// A row that says nothing but that it is there.
struct Phrase {
  std::string_view phrase;
};

}  // namespace vanban::tokens

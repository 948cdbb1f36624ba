#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tokens/fold.hpp"

namespace vanban::tokens {

/// Rows with a member `phrase`, sorted at compile time by their first two letters and length:
/// a look-up compares few of them and gives the longest.
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
    // The keys are taken once: clang 14 allows a constant a million steps.
    std::array<Place, N> places{};
    for (std::size_t i = 0; i < N; ++i) {
      places[i] = {bucket(rows[i].phrase, 0), rows[i].phrase.size(), i};
      ++starts_[places[i].bucket + 1];
    }
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
      if (a.bucket != b.bucket) return a.bucket < b.bucket;
      return a.size != b.size ? a.size > b.size : a.index < b.index;
    });
    for (std::size_t i = 0; i < N; ++i) rows_[i] = rows[places[i].index];
    for (std::size_t i = 1; i < starts_.size(); ++i) {
      starts_[i] = static_cast<std::uint16_t>(starts_[i] + starts_[i - 1]);
    }
  }

  /// The longest row that stands at `at` as whole words. The caller sees to it that a word begins.
  [[nodiscard]] constexpr Match longest(std::string_view text, std::size_t at) const {
    const std::size_t b = bucket(text, at);
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
  static constexpr std::size_t bucket_count = 256;

  struct Place {
    std::size_t bucket = 0;
    std::size_t size = 0;
    std::size_t index = 0;
  };

  /// The last byte of the letter at `at` in lower case, which differs most; the sign itself where
  /// none stands.
  [[nodiscard]] static constexpr unsigned key(std::string_view text, std::size_t at,
                                              std::size_t length) {
    if (length == 0) return static_cast<unsigned char>(text[at]);
    std::array<char, 4> small{};
    language::fold_letter(text.data() + at, length, small.data());
    return static_cast<unsigned char>(small[length - 1]);
  }

  /// By the first letter or sign and the letter behind it, if one stands there.
  [[nodiscard]] static constexpr std::size_t bucket(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    const std::size_t first = letter_at(text, at);
    const std::size_t second = first == 0 ? 0 : letter_at(text, at + first);
    const unsigned more = second == 0 ? 0 : key(text, at + first, second);
    return (key(text, at, first) * 37U + more) % bucket_count;
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

#pragma once

#include <cstdint>
#include <vector>

#include "corpus.hpp"

namespace vanban::trainer {

/// How many n-grams to keep. Bigrams that a kept trigram needs are kept in any case.
struct PruneLimits {
  std::size_t bigrams = 800'000;
  std::size_t trigrams = 1'700'000;
};

/// A back-off model in the arrays of language/model_format.hpp, costs in bytes already. Back-off
/// costs are computed after the costs were rounded, so that each context still sums to one.
struct NgramModel {
  std::vector<float> cost_of;     ///< 256 costs in nats
  std::vector<float> backoff_of;  ///< the same for back-offs
  std::vector<float> unigram_cost;
  std::vector<float> unigram_backoff;
  std::vector<std::uint32_t> unigram_first;
  std::vector<std::uint32_t> bigram_first;
  std::vector<std::uint16_t> bigram_word;
  std::vector<std::uint8_t> bigram_cost;
  std::vector<std::uint8_t> bigram_backoff;
  std::vector<std::uint16_t> trigram_word;
  std::vector<std::uint8_t> trigram_cost;
  std::size_t all_bigrams = 0;  ///< before pruning
  std::size_t all_trigrams = 0;
};

/// Interpolated modified Kneser-Ney, pruned by weighted difference: an n-gram goes where its count
/// times what it tells beyond its back-off is small.
[[nodiscard]] NgramModel estimate(const TokenStream& stream, std::size_t vocabulary,
                                  const PruneLimits& limits);

}  // namespace vanban::trainer

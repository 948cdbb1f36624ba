#include "kneser_ney.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace vanban::trainer {
namespace {

using language::WordId;
constexpr WordId boundary = language::word_class::boundary;

struct Trigram {
  std::uint64_t words = 0;  ///< three ids of 16 bits, the oldest on top
  std::uint32_t count = 0;
  [[nodiscard]] std::uint32_t context() const { return static_cast<std::uint32_t>(words >> 16U); }
  [[nodiscard]] std::uint32_t tail() const { return static_cast<std::uint32_t>(words); }
  [[nodiscard]] WordId word() const { return static_cast<WordId>(words); }
};

struct Bigram {
  std::uint32_t words = 0;
  std::uint32_t count = 0;  ///< how often it stands in the text
  std::uint32_t kinds = 0;  ///< after how many different words; after a boundary = `count`
  [[nodiscard]] WordId context() const { return static_cast<WordId>(words >> 16U); }
  [[nodiscard]] WordId word() const { return static_cast<WordId>(words); }
};

/// What is taken from counts of 1, 2, and 3 or more.
struct Discounts {
  std::array<double, 4> of{};
  [[nodiscard]] double operator()(std::uint32_t count) const {
    return of[std::min<std::uint32_t>(count, 3)];
  }
};

template <class Counts>
Discounts estimate_discounts(const Counts& counts) {
  std::array<double, 5> n{};
  for (const std::uint32_t count : counts) {
    if (count >= 1 && count <= 4) n[count] += 1;
  }
  Discounts discounts;
  if (n[1] == 0 || n[2] == 0 || n[3] == 0) {
    discounts.of = {0, 0.5, 0.75, 0.9};  // too little text for an estimate
    return discounts;
  }
  const double y = n[1] / (n[1] + 2 * n[2]);
  const std::array<double, 4> raw{0, 1 - 2 * y * n[2] / n[1], 2 - 3 * y * n[3] / n[2],
                                  3 - 4 * y * n[4] / n[3]};
  for (std::size_t i = 1; i < 4; ++i) {
    discounts.of[i] = std::clamp(raw[i], 0.1, static_cast<double>(i) - 0.05);
  }
  return discounts;
}

std::vector<Trigram> count_trigrams(const TokenStream& stream, std::vector<std::uint32_t>& starts) {
  std::vector<std::uint64_t> keys;
  keys.reserve(stream.ids.size());
  std::size_t part = 0;
  std::uint32_t weight = 1;
  for (std::size_t i = 0; i < stream.ids.size(); ++i) {
    while (part < stream.weights.size() && stream.weights[part].first <= i) {
      weight = stream.weights[part++].second;
    }
    if (i == 0) continue;
    const WordId last = stream.ids[i - 1];
    const WordId word = stream.ids[i];
    if (last == boundary) {
      if (word != boundary) starts[word] += weight;
    } else {
      const std::uint64_t first = stream.ids[i - 2];  // a text starts with a boundary
      keys.push_back((first << 48U) | (std::uint64_t{last} << 32U) | (std::uint64_t{word} << 16U) |
                     weight);
    }
  }
  std::ranges::sort(keys);
  std::vector<Trigram> trigrams;
  for (const std::uint64_t key : keys) {
    const auto count = static_cast<std::uint32_t>(key & 0xFFFFU);
    if (trigrams.empty() || trigrams.back().words != key >> 16U) {
      trigrams.push_back({key >> 16U, count});
    } else {
      trigrams.back().count += count;
    }
  }
  return trigrams;
}

std::vector<Bigram> collect_bigrams(const std::vector<Trigram>& trigrams,
                                    const std::vector<std::uint32_t>& starts) {
  std::vector<std::uint64_t> tails;
  tails.reserve(trigrams.size());
  for (const Trigram& one : trigrams)
    tails.push_back((std::uint64_t{one.tail()} << 32U) | one.count);
  std::ranges::sort(tails);
  std::vector<Bigram> bigrams;
  static_assert(boundary == 0, "pairs after a boundary sort first");
  for (std::size_t word = 0; word < starts.size(); ++word) {
    if (starts[word] != 0) {
      bigrams.push_back({static_cast<std::uint32_t>(word), starts[word], starts[word]});
    }
  }
  for (const std::uint64_t tail : tails) {
    const auto words = static_cast<std::uint32_t>(tail >> 32U);
    const auto count = static_cast<std::uint32_t>(tail);
    if (bigrams.empty() || bigrams.back().words != words) bigrams.push_back({words, 0, 0});
    bigrams.back().count += count;
    ++bigrams.back().kinds;
  }
  return bigrams;
}

std::vector<double> unigram_probabilities(const std::vector<Bigram>& bigrams, std::size_t words) {
  std::vector<std::uint32_t> kinds(words);
  for (const Bigram& one : bigrams) ++kinds[one.word()];
  const Discounts discount = estimate_discounts(kinds);
  const double total = std::accumulate(kinds.begin(), kinds.end(), 0.0);
  double mass = 0;
  for (const std::uint32_t count : kinds) mass += discount(count);
  std::vector<double> probability(words);
  for (std::size_t i = 0; i < words; ++i) {
    probability[i] = (kinds[i] - discount(kinds[i])) / total + mass / total / double(words);
  }
  return probability;
}

/// Rounds costs to 256 equal steps. Equal steps, not equal populations: the few very likely n-grams
/// are what a sentence is made of, and they need their own values.
class Quantizer {
 public:
  Quantizer(double low, double high) : low_(low), step_((high - low) / 255) {}
  [[nodiscard]] std::uint8_t operator()(double value) const {
    return static_cast<std::uint8_t>(std::clamp(std::lround((value - low_) / step_), 0L, 255L));
  }
  [[nodiscard]] double value(std::uint8_t byte) const { return low_ + step_ * byte; }
  [[nodiscard]] std::vector<float> table() const {
    std::vector<float> values;
    for (unsigned byte = 0; byte < 256; ++byte) {
      values.push_back(static_cast<float>(value(static_cast<std::uint8_t>(byte))));
    }
    return values;
  }

 private:
  double low_;
  double step_;
};

/// Ranges of equal contexts in a sorted list.
template <class Ngram, class ContextOf, class Visit>
void for_each_context(const std::vector<Ngram>& ngrams, const ContextOf& context_of,
                      const Visit& visit) {
  for (std::size_t begin = 0; begin < ngrams.size();) {
    std::size_t end = begin + 1;
    while (end < ngrams.size() && context_of(ngrams[end]) == context_of(ngrams[begin])) ++end;
    visit(begin, end);
    begin = end;
  }
}

/// Marks the `limit` best scores on top of what is marked already; ties go to the smaller index.
void keep_best(const std::vector<float>& scores, std::size_t limit, std::vector<char>& kept) {
  std::vector<std::uint32_t> order;
  auto marked = static_cast<std::size_t>(std::ranges::count(kept, 1));
  for (std::uint32_t i = 0; i < scores.size(); ++i) {
    if (kept[i] == 0 && scores[i] > 0) order.push_back(i);
  }
  const std::size_t room = limit > marked ? limit - marked : 0;
  const auto better = [&scores](std::uint32_t a, std::uint32_t b) {
    return scores[a] != scores[b] ? scores[a] > scores[b] : a < b;
  };
  if (room < order.size()) {
    std::ranges::nth_element(order, order.begin() + static_cast<std::ptrdiff_t>(room), better);
    order.resize(room);
  }
  for (const std::uint32_t i : order) kept[i] = 1;
}

std::size_t index_of(const std::vector<Bigram>& bigrams, std::uint32_t words) {
  const auto found = std::ranges::lower_bound(bigrams, words, {}, &Bigram::words);
  return static_cast<std::size_t>(found - bigrams.begin());
}

double backoff_cost(double kept_mass, double kept_lower_mass) {
  const double left = std::max(1 - kept_mass, 1e-7);
  const double lower_left = std::max(1 - kept_lower_mass, 1e-7);
  return -std::log(left / lower_left);
}

}  // namespace

NgramModel estimate(const TokenStream& stream, std::size_t vocabulary, const PruneLimits& limits) {
  std::vector<std::uint32_t> starts(vocabulary);
  const std::vector<Trigram> trigrams = count_trigrams(stream, starts);
  const std::vector<Bigram> bigrams = collect_bigrams(trigrams, starts);
  const std::vector<double> p1 = unigram_probabilities(bigrams, vocabulary);

  // Bigrams: probability, and how much mass each context leaves to the unigrams.
  std::vector<std::uint32_t> counts;
  for (const Bigram& one : bigrams) counts.push_back(one.kinds);
  const Discounts discount2 = estimate_discounts(counts);
  std::vector<double> p2(bigrams.size());
  std::vector<float> score2(bigrams.size());
  const auto bigram_context = [](const Bigram& one) { return one.context(); };
  for_each_context(bigrams, bigram_context, [&](std::size_t begin, std::size_t end) {
    double total = 0;
    double mass = 0;
    for (std::size_t i = begin; i < end; ++i) {
      total += bigrams[i].kinds;
      mass += discount2(bigrams[i].kinds);
    }
    for (std::size_t i = begin; i < end; ++i) {
      const double lower = mass / total * p1[bigrams[i].word()];
      p2[i] = (bigrams[i].kinds - discount2(bigrams[i].kinds)) / total + lower;
      score2[i] = static_cast<float>(bigrams[i].count * std::log(p2[i] / lower));
    }
  });

  counts.clear();
  for (const Trigram& one : trigrams) counts.push_back(one.count);
  const Discounts discount3 = estimate_discounts(counts);
  std::vector<float> p3(trigrams.size());
  std::vector<float> score3(trigrams.size());
  const auto trigram_context = [](const Trigram& one) { return one.context(); };
  for_each_context(trigrams, trigram_context, [&](std::size_t begin, std::size_t end) {
    double total = 0;
    double mass = 0;
    for (std::size_t i = begin; i < end; ++i) {
      total += trigrams[i].count;
      mass += discount3(trigrams[i].count);
    }
    for (std::size_t i = begin; i < end; ++i) {
      const double lower = mass / total * p2[index_of(bigrams, trigrams[i].tail())];
      const double p = (trigrams[i].count - discount3(trigrams[i].count)) / total + lower;
      p3[i] = static_cast<float>(p);
      score3[i] = static_cast<float>(trigrams[i].count * std::log(p / lower));
    }
  });

  std::vector<char> kept3(trigrams.size());
  keep_best(score3, limits.trigrams, kept3);
  std::vector<char> kept2(bigrams.size());
  for (std::size_t i = 0; i < trigrams.size(); ++i) {
    if (kept3[i] != 0) kept2[index_of(bigrams, trigrams[i].context())] = 1;
  }
  keep_best(score2, limits.bigrams, kept2);

  NgramModel model;
  model.all_bigrams = bigrams.size();
  model.all_trigrams = trigrams.size();
  const Quantizer cost(0, 20);
  const Quantizer backoff(-3, 12);
  model.cost_of = cost.table();
  model.backoff_of = backoff.table();
  for (const double p : p1) model.unigram_cost.push_back(static_cast<float>(-std::log(p)));

  // Bigrams that stay, and what their contexts leave.
  model.unigram_backoff.assign(vocabulary, 0);
  model.unigram_first.assign(vocabulary + 1, 0);
  std::vector<std::uint32_t> place(bigrams.size());
  for (std::size_t i = 0; i < bigrams.size(); ++i) {
    place[i] = static_cast<std::uint32_t>(model.bigram_word.size());
    if (kept2[i] == 0) continue;
    model.bigram_word.push_back(bigrams[i].word());
    model.bigram_cost.push_back(cost(-std::log(p2[i])));
    ++model.unigram_first[bigrams[i].context() + std::size_t{1}];
  }
  std::partial_sum(model.unigram_first.begin(), model.unigram_first.end(),
                   model.unigram_first.begin());
  for (std::size_t word = 0; word < vocabulary; ++word) {
    double mass = 0;
    double lower = 0;
    for (std::uint32_t i = model.unigram_first[word]; i < model.unigram_first[word + 1]; ++i) {
      mass += std::exp(-cost.value(model.bigram_cost[i]));
      lower += p1[model.bigram_word[i]];
    }
    model.unigram_backoff[word] = static_cast<float>(backoff_cost(mass, lower));
  }
  const auto lower_probability = [&](const Trigram& one) {
    const std::size_t i = index_of(bigrams, one.tail());
    if (kept2[i] != 0) return std::exp(-cost.value(model.bigram_cost[place[i]]));
    return std::exp(-double{model.unigram_backoff[bigrams[i].context()]}) * p1[one.word()];
  };
  model.bigram_backoff.assign(model.bigram_word.size(), backoff(0));
  std::vector<std::uint32_t> sizes(model.bigram_word.size());
  for_each_context(trigrams, trigram_context, [&](std::size_t begin, std::size_t end) {
    double mass = 0;
    double lower = 0;
    std::uint32_t size = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (kept3[i] == 0) continue;
      const std::uint8_t byte = cost(-std::log(double{p3[i]}));
      model.trigram_word.push_back(trigrams[i].word());
      model.trigram_cost.push_back(byte);
      mass += std::exp(-cost.value(byte));
      lower += lower_probability(trigrams[i]);
      ++size;
    }
    if (size == 0) return;
    const std::uint32_t at = place[index_of(bigrams, trigrams[begin].context())];
    sizes[at] = size;
    model.bigram_backoff[at] = backoff(backoff_cost(mass, lower));
  });
  model.bigram_first.assign(1, 0);
  for (const std::uint32_t size : sizes) {
    model.bigram_first.push_back(model.bigram_first.back() + size);
  }
  return model;
}

}  // namespace vanban::trainer

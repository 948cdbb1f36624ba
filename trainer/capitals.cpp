#include "capitals.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

namespace vanban::trainer {
namespace {

using language::LetterCase;
using language::WordId;
namespace format = language::format;

std::uint8_t to_byte(double share) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(share, 0.0, 1.0) * 255));
}

using FormCounts = std::array<std::uint32_t, 4>;

format::CaseShares shares_of(const FormCounts& forms, const FormCounts& all) {
  // A word seen seldom is capitalised as words are.
  constexpr double prior = 2;
  const double total = forms[0] + forms[1] + forms[2] + forms[3];
  const double all_total = std::max(1.0, double(all[0]) + all[1] + all[2] + all[3]);
  const auto share = [&](LetterCase form) {
    const auto i = static_cast<std::size_t>(form);
    return to_byte((forms[i] + prior * all[i] / all_total) / (total + prior));
  };
  return {share(LetterCase::lower), share(LetterCase::title), share(LetterCase::upper), 0};
}

std::vector<format::CaseShares> all_shares(const std::vector<FormCounts>& counts) {
  FormCounts all{};
  for (const FormCounts& one : counts) {
    for (std::size_t i = 0; i < one.size(); ++i) all[i] += one[i];
  }
  std::vector<format::CaseShares> shares;
  for (const FormCounts& one : counts) shares.push_back(shares_of(one, all));
  return shares;
}

struct Row {
  std::uint32_t words = 0;  ///< the word and its neighbour
  std::uint8_t title = 0;
  double gain = 0;
};

/// `pairs`: the word, its neighbour and whether the word is in Title, 33 bits.
void keep_rows(std::vector<std::uint64_t>& pairs, const std::vector<format::CaseShares>& alone,
               std::size_t limit, std::vector<std::uint32_t>& firsts,
               std::vector<format::NeighbourCase>& rows) {
  std::ranges::sort(pairs);
  std::vector<Row> found;
  for (std::size_t begin = 0; begin < pairs.size();) {
    std::size_t end = begin;
    double titles = 0;
    while (end < pairs.size() && pairs[end] >> 1U == pairs[begin] >> 1U) {
      titles += static_cast<double>(pairs[end++] & 1U);
    }
    const auto words = static_cast<std::uint32_t>(pairs[begin] >> 1U);
    const double n = static_cast<double>(end - begin);
    const format::CaseShares& shares = alone[words >> 16U];
    const double both = shares.lower + shares.title;
    const double p = std::clamp(both > 0 ? shares.title / both : 0.5, 0.004, 0.996);
    // The word alone counts as some further sightings; what the pair tells beyond it is its gain.
    constexpr double prior = 3;
    const double q = std::clamp((titles + prior * p) / (n + prior), 0.004, 0.996);
    const double gain = titles * std::log(q / p) + (n - titles) * std::log((1 - q) / (1 - p));
    if (n >= 3 && gain > 3) found.push_back({words, to_byte(q), gain});
    begin = end;
  }
  if (found.size() > limit) {
    std::ranges::sort(found, [](const Row& a, const Row& b) {
      return a.gain != b.gain ? a.gain > b.gain : a.words < b.words;
    });
    found.resize(limit);
  }
  std::ranges::sort(found, {}, &Row::words);
  firsts.assign(alone.size() + 1, 0);
  for (const Row& row : found) {
    ++firsts[(row.words >> 16U) + std::size_t{1}];
    rows.push_back({static_cast<std::uint16_t>(row.words), row.title, 0});
  }
  std::partial_sum(firsts.begin(), firsts.end(), firsts.begin());
}

bool is_plain(LetterCase form) {
  return form == LetterCase::lower || form == LetterCase::title;
}

/// Pairs of the words inside sentences with the word `step` away.
std::vector<std::uint64_t> collect_pairs(const TokenStream& stream, bool to_the_left) {
  std::vector<std::uint64_t> pairs;
  for (std::size_t i = 1; i + 1 < stream.ids.size(); ++i) {
    const WordId word = stream.ids[i];
    if (word < language::word_class::count || stream.after_stop[i] != 0) continue;
    if (!is_plain(stream.cases[i])) continue;
    const WordId neighbour = stream.ids[to_the_left ? i - 1 : i + 1];
    const std::uint64_t title = stream.cases[i] == LetterCase::title ? 1 : 0;
    pairs.push_back((std::uint64_t{word} << 17U) | (std::uint64_t{neighbour} << 1U) | title);
  }
  return pairs;
}

/// The print that each word of mixed case has most often, where it is often: "TTg", "VNeID".
std::vector<std::uint8_t> mixed_prints(const TokenStream& stream, std::size_t vocabulary) {
  constexpr std::uint32_t often = 10;
  std::map<std::uint32_t, std::uint32_t> counts;  // by word and capitals
  for (std::size_t i = 0; i < stream.ids.size(); ++i) {
    if (stream.cases[i] == LetterCase::mixed && stream.capitals[i] < 256 &&
        stream.ids[i] >= language::word_class::count) {
      ++counts[(std::uint32_t{stream.ids[i]} << 16U) | stream.capitals[i]];
    }
  }
  std::vector<std::uint8_t> prints(vocabulary);
  std::vector<std::uint32_t> best(vocabulary, often - 1);
  for (const auto& [key, count] : counts) {
    const std::size_t word = key >> 16U;
    if (count <= best[word]) continue;
    best[word] = count;
    prints[word] = static_cast<std::uint8_t>(key & 0xFFU);
  }
  return prints;
}

}  // namespace

CapitalTables count_capitals(const TokenStream& stream, std::size_t vocabulary, std::size_t limit) {
  std::vector<FormCounts> inside(vocabulary);
  std::vector<FormCounts> first(vocabulary);
  for (std::size_t i = 1; i < stream.ids.size(); ++i) {
    auto& counts = stream.after_stop[i] != 0 ? first : inside;
    ++counts[stream.ids[i]][static_cast<std::size_t>(stream.cases[i])];
  }
  CapitalTables tables;
  tables.inside = all_shares(inside);
  tables.first = all_shares(first);
  const std::vector<std::uint8_t> mixed = mixed_prints(stream, vocabulary);
  for (std::size_t word = 0; word < vocabulary; ++word) {
    tables.inside[word].mixed_capitals = tables.first[word].mixed_capitals = mixed[word];
  }
  auto pairs = collect_pairs(stream, true);
  keep_rows(pairs, tables.inside, limit, tables.left_first, tables.left);
  pairs = collect_pairs(stream, false);
  keep_rows(pairs, tables.inside, limit, tables.right_first, tables.right);
  return tables;
}

}  // namespace vanban::trainer

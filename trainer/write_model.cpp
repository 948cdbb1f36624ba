#include "write_model.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>
#include <string>

#include "language/letter_numbers.hpp"
#include "language/letters.hpp"
#include "language/model_format.hpp"
#include "language/words.hpp"

namespace vanban::trainer {
namespace {

namespace format = language::format;

/// Half full at most: a search ends after one or two probes.
std::uint32_t table_size(std::size_t entries) {
  return static_cast<std::uint32_t>(std::bit_ceil(entries * 2 + 1));
}

std::vector<format::Slot> spelling_table(const std::vector<std::string>& spellings) {
  std::vector<format::Slot> slots(table_size(spellings.size()), {0, format::no_spelling, 0});
  for (std::size_t i = language::word_class::count; i < spellings.size(); ++i) {
    const std::uint64_t hash = language::hash_key(language::make_key(spellings[i]));
    std::size_t at = hash & (slots.size() - 1);
    while (slots[at].spelling != format::no_spelling) at = (at + 1) & (slots.size() - 1);
    slots[at] = {static_cast<std::uint32_t>(hash >> 32U), static_cast<std::uint16_t>(i), 0};
  }
  return slots;
}

std::vector<std::string> letters_of(const std::string& word) {
  std::vector<std::string> letters;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t length = language::code_point_length(word[at]);
    letters.push_back(word.substr(at, length));
    at += length;
  }
  return letters;
}

std::string with_holes(const std::vector<std::string>& letters, std::size_t a, std::size_t b) {
  std::string pattern;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (i == a || i == b) {
      pattern += format::hole;
    } else {
      pattern += letters[i];
    }
  }
  return pattern;
}

/// Every spelling under its letters without marks and under each of its patterns with one or two
/// holes. A pattern keeps a letter,
/// except the one of words of a single letter.
std::map<std::string, std::vector<std::uint16_t>> collect_patterns(
    const std::vector<std::string>& spellings) {
  std::map<std::string, std::vector<std::uint16_t>> patterns;
  for (std::size_t i = language::word_class::count; i < spellings.size(); ++i) {
    const std::string bare = language::without_marks(spellings[i]);
    if (!bare.empty()) {
      patterns[format::bare_mark + bare].push_back(static_cast<std::uint16_t>(i));
    }
    const std::vector<std::string> letters = letters_of(spellings[i]);
    if (letters.size() > format::max_pattern_letters) continue;
    for (std::size_t a = 0; a < letters.size(); ++a) {
      for (std::size_t b = a; b < letters.size(); ++b) {
        if (letters.size() == 2 && a != b) continue;
        patterns[with_holes(letters, a, b)].push_back(static_cast<std::uint16_t>(i));
      }
    }
  }
  return patterns;
}

struct PatternTable {
  std::vector<format::PatternSlot> slots;
  std::vector<std::uint16_t> postings;
};

PatternTable pattern_table(const std::vector<std::string>& spellings) {
  const auto patterns = collect_patterns(spellings);
  PatternTable table;
  table.slots.assign(table_size(patterns.size()), {0, format::no_posting});
  for (const auto& [pattern, members] : patterns) {
    const std::uint64_t hash = language::hash_pattern(pattern);
    std::size_t at = hash & (table.slots.size() - 1);
    while (table.slots[at].first != format::no_posting) at = (at + 1) & (table.slots.size() - 1);
    table.slots[at] = {static_cast<std::uint32_t>(hash >> 32U),
                       static_cast<std::uint32_t>(table.postings.size())};
    table.postings.insert(table.postings.end(), members.begin(), members.end());
    table.postings.push_back(format::no_spelling);
  }
  if (table.postings.empty()) table.postings.push_back(format::no_spelling);
  return table;
}

/// The n-grams by the hash of their first two words.
struct NgramTable {
  std::uint32_t word_bits = 0;
  std::uint32_t bucket_bits = 0;
  std::vector<std::uint32_t> buckets;
  std::vector<format::Bigram> bigrams;
  std::vector<std::uint8_t> trigrams;
};

NgramTable ngram_table(const NgramModel& ngrams) {
  NgramTable table;
  const std::size_t words = ngrams.unigram_cost.size();
  const std::size_t count = ngrams.bigram_word.size();
  table.word_bits = static_cast<std::uint32_t>(std::bit_width(words - 1));
  // Some four pairs a bucket: half a cache line.
  const auto wanted = static_cast<std::uint32_t>(std::bit_width(count / 4 + 1));
  const std::uint32_t least = table.word_bits * 2 > 16 ? table.word_bits * 2 - 16 : 0;
  table.bucket_bits = std::clamp(wanted, least, table.word_bits * 2);
  const std::uint32_t rest_bits = table.word_bits * 2 - table.bucket_bits;
  const std::uint32_t mask = format::pair_mask(table.word_bits);
  struct Row {
    std::uint32_t mixed;
    std::uint32_t bigram;
  };
  std::vector<Row> rows;
  for (std::size_t last = 0; last < words; ++last) {
    for (std::uint32_t i = ngrams.unigram_first[last]; i < ngrams.unigram_first[last + 1]; ++i) {
      rows.push_back({format::mix_pair(table.word_bits, mask, static_cast<std::uint32_t>(last),
                                       ngrams.bigram_word[i]),
                      i});
    }
  }
  std::ranges::sort(rows, {}, &Row::mixed);
  table.buckets.assign((std::size_t{1} << table.bucket_bits) + 1, 0);
  std::uint32_t trigrams = 0;
  for (const Row& row : rows) {
    ++table.buckets[(row.mixed >> rest_bits) + 1];
    format::Bigram bigram;
    bigram.rest = static_cast<std::uint16_t>(row.mixed & ((std::uint32_t{1} << rest_bits) - 1));
    bigram.cost = ngrams.bigram_cost[row.bigram];
    bigram.backoff = ngrams.bigram_backoff[row.bigram];
    bigram.first = trigrams;
    table.bigrams.push_back(bigram);
    for (std::uint32_t t = ngrams.bigram_first[row.bigram]; t < ngrams.bigram_first[row.bigram + 1];
         ++t) {
      const std::uint16_t word = ngrams.trigram_word[t];
      table.trigrams.push_back(static_cast<std::uint8_t>(word & 0xFFU));
      table.trigrams.push_back(static_cast<std::uint8_t>(word >> 8U));
      table.trigrams.push_back(ngrams.trigram_cost[t]);
      ++trigrams;
    }
  }
  table.bigrams.push_back({0, 0, 0, trigrams});
  for (std::size_t i = 1; i < table.buckets.size(); ++i) table.buckets[i] += table.buckets[i - 1];
  return table;
}

/// Appends arrays, each padded to the next multiple of eight bytes.
class Writer {
 public:
  template <class T>
  void add(const std::vector<T>& values) {
    const std::size_t bytes = values.size() * sizeof(T);
    const std::size_t begin = words_.size();
    words_.resize(begin + format::padded(bytes) / 8);
    if (bytes != 0) std::memcpy(words_.data() + begin, values.data(), bytes);
  }
  [[nodiscard]] std::vector<std::uint64_t> take(format::Header header) {
    constexpr std::size_t header_words = sizeof(format::Header) / 8;
    header.size = static_cast<std::uint32_t>((words_.size() + header_words) * 8);
    header.checksum = format::checksum(words_.data(), words_.size());
    words_.insert(words_.begin(), header_words, 0);
    std::memcpy(words_.data(), &header, sizeof header);
    return std::move(words_);
  }

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace

std::vector<std::uint64_t> serialise(const Vocabulary& vocabulary, const NgramModel& ngrams,
                                     const CapitalTables& capitals) {
  std::vector<std::string> spellings = vocabulary.words;
  spellings.insert(spellings.end(), vocabulary.aliases.begin(), vocabulary.aliases.end());
  std::vector<std::uint32_t> offsets{0};
  std::vector<std::uint16_t> word_of;
  std::vector<char> text;
  for (std::size_t i = 0; i < spellings.size(); ++i) {
    text.insert(text.end(), spellings[i].begin(), spellings[i].end());
    offsets.push_back(static_cast<std::uint32_t>(text.size()));
    const std::size_t words = vocabulary.words.size();
    word_of.push_back(i < words ? static_cast<std::uint16_t>(i) : vocabulary.alias_of[i - words]);
  }
  const std::vector<format::Slot> slots = spelling_table(spellings);
  const PatternTable patterns = pattern_table(spellings);
  const NgramTable table = ngram_table(ngrams);

  format::Header header;
  header.magic = format::magic;
  header.version = format::version;
  const auto size_of = [](const auto& values) { return static_cast<std::uint32_t>(values.size()); };
  header.words = size_of(vocabulary.words);
  header.spellings = size_of(spellings);
  header.spelling_bytes = size_of(text);
  header.bigrams = size_of(ngrams.bigram_word);
  header.trigrams = size_of(ngrams.trigram_word);
  header.slots = size_of(slots);
  header.left_cases = size_of(capitals.left);
  header.right_cases = size_of(capitals.right);
  header.pattern_slots = size_of(patterns.slots);
  header.postings = size_of(patterns.postings);
  header.word_bits = table.word_bits;
  header.bucket_bits = table.bucket_bits;

  Writer writer;  // in the order of format::Section
  writer.add(ngrams.cost_of);
  writer.add(ngrams.backoff_of);
  writer.add(ngrams.unigram_cost);
  writer.add(ngrams.unigram_backoff);
  writer.add(table.buckets);
  writer.add(table.bigrams);
  writer.add(table.trigrams);
  writer.add(offsets);
  writer.add(word_of);
  writer.add(text);
  writer.add(slots);
  writer.add(capitals.inside);
  writer.add(capitals.first);
  writer.add(capitals.left_first);
  writer.add(capitals.left);
  writer.add(capitals.right_first);
  writer.add(capitals.right);
  writer.add(patterns.slots);
  writer.add(patterns.postings);
  return writer.take(header);
}

}  // namespace vanban::trainer

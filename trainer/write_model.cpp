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

  Writer writer;  // in the order of format::Section
  writer.add(ngrams.cost_of);
  writer.add(ngrams.backoff_of);
  writer.add(ngrams.unigram_cost);
  writer.add(ngrams.unigram_backoff);
  writer.add(ngrams.unigram_first);
  writer.add(ngrams.bigram_first);
  writer.add(ngrams.bigram_word);
  writer.add(ngrams.bigram_cost);
  writer.add(ngrams.bigram_backoff);
  writer.add(ngrams.trigram_word);
  writer.add(ngrams.trigram_cost);
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

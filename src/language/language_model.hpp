#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "language/model_format.hpp"
#include "language/words.hpp"
#include "vanban/result.hpp"

namespace vanban::language {

using WordId = std::uint16_t;

/// Ids that are no word.
namespace word_class {
inline constexpr WordId boundary = 0;  ///< start and end of a sentence
inline constexpr WordId unknown = 1;
inline constexpr WordId number = 2;
inline constexpr WordId year = 3;
inline constexpr WordId mixed = 4;  ///< letters and digits
inline constexpr WordId roman = 5;
inline constexpr WordId acronym = 6;  ///< capitals that no vocabulary holds
inline constexpr WordId count = 7;
}  // namespace word_class

/// What the cost of the next word depends on.
struct Context {
  WordId last = word_class::boundary;
  std::uint32_t bigram = no_bigram;  ///< the last two words, where the model knows the pair
  static constexpr std::uint32_t no_bigram = 0xFFFFFFFF;
  friend bool operator==(const Context&, const Context&) = default;
};

/// Costs in nats of the letter cases of a word.
struct CaseCosts {
  float lower = 0;
  float title = 0;
  float upper = 0;
  float mixed = 0;
  std::uint16_t mixed_capitals =
      0;  ///< bit i: letter i is a capital; 0 where no mixed print is known
};

/// An interpolated Kneser-Ney 3-gram over syllables, read in place from bytes that it does not own.
/// Copies are cheap; any thread.
class LanguageModel {
 public:
  /// The model of Vietnamese administrative text that is linked into the library.
  [[nodiscard]] static const LanguageModel& builtin();

  /// Checks every offset, number and order: a model that comes back is safe to ask anything.
  /// `bytes` must start at a multiple of 8 and outlive the model. Fails with bad_model.
  [[nodiscard]] static Result<LanguageModel> from_bytes(std::span<const std::byte> bytes);

  /// The word as printed (NFC, any case, either placement of the tone mark); `unknown` else.
  /// Classes are not looked at: see `classify`.
  [[nodiscard]] WordId find(std::string_view printed) const { return find(make_key(printed)); }
  [[nodiscard]] WordId find(const WordKey& key) const {
    const std::uint16_t spelling = find_spelling(key);
    return spelling == format::no_spelling ? word_class::unknown : spelling_word_[spelling];
  }
  /// The number of a spelling, for `text_of` and `word_of`; format::no_spelling where it has none.
  [[nodiscard]] std::uint16_t find_spelling(const WordKey& key) const {
    return find_spelling(key, hash_key(key));
  }
  [[nodiscard]] std::uint16_t find_spelling(const WordKey& key, std::uint64_t hash) const;

  /// The id of a word of a text: of its kind, its spelling or, failing both, its class.
  [[nodiscard]] WordId classify(const Word& word) const {
    return word.kind == WordKind::word ? classify(word, hash_key(word.key)) : class_of(word.kind);
  }
  /// The same with the hash of its key at hand.
  [[nodiscard]] WordId classify(const Word& word, std::uint64_t hash) const {
    if (word.kind != WordKind::word) return class_of(word.kind);
    const std::uint16_t spelling = find_spelling(word.key, hash);
    if (spelling != format::no_spelling) return spelling_word_[spelling];
    return word.letter_case == LetterCase::upper ? word_class::acronym : word_class::unknown;
  }

  /// Nats of `next` after `context`, which moves on. After `boundary` no older word counts.
  float cost(Context& context, WordId next) const {
    return cost(context, next, find_pair(locate_pair(context.last, next)));
  }
  /// The same with the pair of `context.last` and `next` looked up already.
  float cost(Context& context, WordId next, std::uint32_t pair) const;

  /// The same where nothing is known of what stands before `last`.
  [[nodiscard]] float cost_of_pair(WordId last, WordId next, std::uint32_t pair) const {
    return pair != Context::no_bigram ? cost_of_[bigrams_[pair].cost]
                                      : unigram_backoff_[last] + unigram_cost_[next];
  }

  /// A pair of words is looked up in steps, each of which needs memory that is seldom at hand: who
  /// knows the words to come can have it fetched while he works on others.
  struct PairPlace {
    std::uint32_t bucket = 0;
    std::uint16_t rest = 0;
  };
  [[nodiscard]] PairPlace locate_pair(WordId last, WordId next) const {
    const std::uint32_t mixed = format::mix_pair(header_.word_bits, pair_mask_, last, next);
    return {mixed >> rest_bits_, static_cast<std::uint16_t>(mixed & rest_mask_)};
  }
  /// The number of the pair, or Context::no_bigram.
  [[nodiscard]] std::uint32_t find_pair(PairPlace place) const {
    const std::uint32_t end = buckets_[place.bucket + 1];
    for (std::uint32_t i = buckets_[place.bucket]; i < end; ++i) {
      if (bigrams_[i].rest == place.rest) return i;
    }
    return Context::no_bigram;
  }
  /// Before `prefetch_rows`, that before `find_pair`, that before `prefetch_third`.
  void prefetch_bucket(PairPlace place) const { __builtin_prefetch(buckets_ + place.bucket); }
  void prefetch_rows(PairPlace place) const {
    __builtin_prefetch(bigrams_ + buckets_[place.bucket]);
    __builtin_prefetch(bigrams_ + buckets_[place.bucket + 1]);
  }
  /// What the cost of a word after this pair needs.
  void prefetch_third(std::uint32_t pair) const {
    if (pair == Context::no_bigram) return;
    __builtin_prefetch(trigrams_ + std::size_t{bigrams_[pair].first} * format::trigram_bytes);
  }
  void prefetch_spelling(std::uint64_t hash) const {
    __builtin_prefetch(slots_ + (hash & (header_.slots - 1)));
  }

  /// In lower case; a class has a name in angle brackets. `id` must be below `size()`.
  [[nodiscard]] std::string_view spelling(WordId id) const { return text_of(id); }
  [[nodiscard]] std::size_t size() const { return header_.words; }
  /// Spellings of all words, second ones (hoà for hòa) from `size()` on.
  [[nodiscard]] std::size_t spellings() const { return header_.spellings; }

  /// How `word` between `previous` and `next` is capitalised.
  [[nodiscard]] CaseCosts case_costs(WordId previous, WordId word, WordId next,
                                     bool after_stop) const;

  /// Whether the word is printed in capitals more often than not: an abbreviation.
  [[nodiscard]] bool is_mostly_upper(WordId word) const { return case_inside_[word].upper > 127; }

  /// Numbers of the spellings that fit `pattern`, frequent ones first: lower case, one or two
  /// letters replaced by format::hole; or format::bare_mark and a word without marks, for all words
  /// with these letters. For `text_of` and `word_of`.
  [[nodiscard]] std::span<const std::uint16_t> completions(std::string_view pattern) const;
  [[nodiscard]] std::string_view text_of(std::uint16_t spelling) const {
    const std::uint32_t begin = spelling_offset_[spelling];
    return {spelling_text_ + begin, spelling_offset_[spelling + 1U] - begin};
  }
  [[nodiscard]] WordId word_of(std::uint16_t spelling) const { return spelling_word_[spelling]; }

  /// The same in steps, as for pairs: `prefetch_pattern`, then `prefetch_postings`, then
  /// `find_postings`.
  struct PatternPlace {
    std::uint32_t slot = 0;
    std::uint32_t tag = 0;
  };
  [[nodiscard]] PatternPlace locate_pattern(std::uint64_t hash) const {
    return {static_cast<std::uint32_t>(hash) & (header_.pattern_slots - 1),
            static_cast<std::uint32_t>(hash >> 32U)};
  }
  void prefetch_pattern(PatternPlace place) const {
    __builtin_prefetch(pattern_slots_ + place.slot);
  }
  void prefetch_postings(PatternPlace place) const {
    const format::PatternSlot& slot = pattern_slots_[place.slot];
    if (slot.first != format::no_posting) __builtin_prefetch(postings_ + slot.first);
  }
  /// The first of the postings, which end with format::no_spelling; null where none are.
  [[nodiscard]] const std::uint16_t* find_postings(PatternPlace place,
                                                   std::string_view pattern) const;

  /// Nats of a word that nothing is known of.
  [[nodiscard]] float unigram_cost(WordId id) const { return unigram_cost_[id]; }

  [[nodiscard]] std::size_t bigrams() const { return header_.bigrams; }
  [[nodiscard]] std::size_t trigrams() const { return header_.trigrams; }

 private:
  LanguageModel() = default;
  [[nodiscard]] static constexpr WordId class_of(WordKind kind) {
    switch (kind) {
      case WordKind::number: return word_class::number;
      case WordKind::year: return word_class::year;
      case WordKind::mixed: return word_class::mixed;
      case WordKind::roman: return word_class::roman;
      case WordKind::word: break;
    }
    return word_class::unknown;
  }
  [[nodiscard]] const std::uint8_t* find_trigram(std::uint32_t bigram, WordId next) const;
  static LanguageModel view(const std::byte* bytes);
  [[nodiscard]] bool has_sorted_ngrams() const;
  [[nodiscard]] const char* fault() const;

  format::Header header_;
  // Of the numbers of pairs: all bits, and those that the bucket does not say.
  std::uint32_t pair_mask_ = 0;
  std::uint32_t rest_bits_ = 0;
  std::uint32_t rest_mask_ = 0;
  const float* cost_of_ = nullptr;
  std::array<float, 256> backoff_of_{};  ///< at most `most_backoff`
  const float* unigram_cost_ = nullptr;
  const float* unigram_backoff_ = nullptr;
  const std::uint32_t* buckets_ = nullptr;
  const format::Bigram* bigrams_ = nullptr;
  const std::uint8_t* trigrams_ = nullptr;
  const std::uint32_t* spelling_offset_ = nullptr;
  const std::uint16_t* spelling_word_ = nullptr;
  const char* spelling_text_ = nullptr;
  const format::Slot* slots_ = nullptr;
  const format::CaseShares* case_inside_ = nullptr;
  const format::CaseShares* case_first_ = nullptr;
  const std::uint32_t* left_first_ = nullptr;
  const format::NeighbourCase* left_case_ = nullptr;
  const std::uint32_t* right_first_ = nullptr;
  const format::NeighbourCase* right_case_ = nullptr;
  const format::PatternSlot* pattern_slots_ = nullptr;
  const std::uint16_t* postings_ = nullptr;
};

/// Hash of a pattern of LanguageModel::completions, byte by byte: patterns that begin alike share
/// the work.
class PatternHash {
 public:
  constexpr void add(char byte) {
    hash_ = (hash_ ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
  }
  constexpr void add(std::string_view bytes) {
    for (const char byte : bytes) add(byte);
  }
  [[nodiscard]] constexpr std::uint64_t value() const {
    std::uint64_t hash = hash_;
    hash ^= hash >> 29U;
    hash *= 0xBF58476D1CE4E5B9U;
    return hash ^ (hash >> 32U);
  }

 private:
  std::uint64_t hash_ = 0xCBF29CE484222325U;
};
[[nodiscard]] constexpr std::uint64_t hash_pattern(std::string_view pattern) {
  PatternHash hash;
  hash.add(pattern);
  return hash.value();
}

}  // namespace vanban::language

#include "language/language_model.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include "language/letter_numbers.hpp"
#include "language/letters.hpp"

namespace vanban::language {
namespace {

std::uint32_t word_of_trigram(const std::uint8_t* row) {
  return row[0] | (std::uint32_t{row[1]} << 8U);
}

/// Nats. Two words that were seen often, and with hardly any third, leave next to nothing to all
/// others ("dự nhà", before "thầu" in papers by the thousand); what they mean is that these are as
/// likely as behind the second word alone, or a little less. Then the model's costs are those of
/// shares that sum up to somewhat more than one.
constexpr float most_backoff = 7;

/// Nats of the least share that counts.
constexpr float most_share_cost = 9.2103F;

/// Nats of a share, in 1/255.
float share_cost(std::size_t share) {
  return share == 0 ? most_share_cost : std::log(255.0F) - std::log(static_cast<float>(share));
}

/// Shares are kept off 0 and 1 by as much.
constexpr float most_odds = 5.5175F;

/// What shares come to: logarithms are dear.
struct ShareTables {
  std::array<float, 511> cost{};  ///< nats of one share, or of the sum of two
  std::array<float, 256> odds{};  ///< of one share: log(share / (1 - share))
  ShareTables() {
    for (std::size_t share = 0; share < cost.size(); ++share) cost[share] = share_cost(share);
    for (std::size_t share = 0; share < odds.size(); ++share) {
      odds[share] = std::clamp(cost[255 - share] - cost[share], -most_odds, most_odds);
    }
  }
  /// Of a share among two of which `other` is the second.
  [[nodiscard]] float odds_of(std::uint8_t share, std::uint8_t other) const {
    if (share == 0 && other == 0) return 0;
    return std::clamp(cost[other] - cost[share], -most_odds, most_odds);
  }
};
const ShareTables& share_tables() {
  static const ShareTables tables;
  return tables;
}

const format::NeighbourCase* find_case(const format::NeighbourCase* rows, std::uint32_t first,
                                       std::uint32_t last, WordId neighbour) {
  const format::NeighbourCase* const end = rows + last;
  const format::NeighbourCase* const row = std::lower_bound(
      rows + first, end, neighbour,
      [](const format::NeighbourCase& one, WordId id) { return one.neighbour < id; });
  return row != end && row->neighbour == neighbour ? row : nullptr;
}

/// Whether `firsts` (count + 1 of them) rise from 0 to `total`.
bool is_partition(const std::uint32_t* firsts, std::size_t count, std::uint32_t total) {
  return firsts[0] == 0 && firsts[count] == total && std::is_sorted(firsts, firsts + count + 1);
}

bool is_power_of_two(std::uint32_t value) {
  return value != 0 && (value & (value - 1)) == 0;
}

/// Whether `spelling` is `pattern` with a letter in every hole, or with marks.
bool fits(std::string_view pattern, std::string_view spelling) {
  if (pattern.starts_with(format::bare_mark)) {
    std::size_t at = 1;
    for (std::size_t in = 0; in < spelling.size(); in += code_point_length(spelling[in]), ++at) {
      const char base = letter_parts(letter_index(spelling.substr(in))).base;
      if (at >= pattern.size() || base != pattern[at] || base == 0) return false;
    }
    return at == pattern.size();
  }
  std::size_t at = 0;
  for (const char byte : pattern) {
    if (at >= spelling.size()) return false;
    if (byte == format::hole) {
      at += code_point_length(spelling[at]);
    } else if (spelling[at++] != byte) {
      return false;
    }
  }
  return at == spelling.size();
}

/// Whether the key's bytes stand at `text`, of a spelling: words of eight bytes may be read there,
/// as other arrays follow those of spellings.
bool is_text_of(const WordKey& key, const char* text) {
  std::uint64_t differing = 0;
  std::size_t left = key.size;
  for (const std::uint64_t block : key.block) {
    std::uint64_t there = 0;
    std::memcpy(&there, text, sizeof there);
    if (left < 8) {
      const std::uint64_t mask = (std::uint64_t{1} << (8 * left)) - 1;
      return ((there ^ block) & mask) == 0 && differing == 0;
    }
    differing |= there ^ block;
    left -= 8;
    text += 8;
  }
  return differing == 0;
}

}  // namespace

LanguageModel LanguageModel::view(const std::byte* bytes) {
  LanguageModel model;
  std::memcpy(static_cast<void*>(&model.header_), bytes, sizeof(format::Header));
  model.pair_mask_ = format::pair_mask(model.header_.word_bits);
  model.rest_bits_ = 2 * model.header_.word_bits - model.header_.bucket_bits;
  model.rest_mask_ = (std::uint32_t{1} << model.rest_bits_) - 1;
  std::array<const std::byte*, format::section_count> at{};
  const std::byte* next = bytes + sizeof(format::Header);
  const auto sizes = format::section_sizes(model.header_);
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    at[i] = next;
    next += format::padded(sizes[i]);
  }
  const auto place = [&at](auto& pointer, format::Section section) {
    pointer = reinterpret_cast<std::remove_reference_t<decltype(pointer)>>(at[section]);
  };
  place(model.cost_of_, format::probabilities);
  const float* backoffs = nullptr;
  place(backoffs, format::backoffs);
  std::ranges::transform(std::span(backoffs, model.backoff_of_.size()), model.backoff_of_.begin(),
                         [](float cost) { return std::min(cost, most_backoff); });
  place(model.unigram_cost_, format::unigram_cost);
  place(model.unigram_backoff_, format::unigram_backoff);
  place(model.buckets_, format::buckets);
  place(model.bigrams_, format::bigram_rows);
  place(model.trigrams_, format::trigram_rows);
  place(model.spelling_offset_, format::spelling_offset);
  place(model.spelling_word_, format::spelling_word);
  place(model.spelling_text_, format::spelling_text);
  place(model.slots_, format::slots);
  place(model.case_inside_, format::case_inside);
  place(model.case_first_, format::case_first);
  place(model.left_first_, format::left_first);
  place(model.left_case_, format::left_case);
  place(model.right_first_, format::right_first);
  place(model.right_case_, format::right_case);
  place(model.pattern_slots_, format::pattern_slots);
  place(model.postings_, format::postings);
  return model;
}

Result<LanguageModel> LanguageModel::from_bytes(std::span<const std::byte> bytes) {
  const auto bad = [](const char* why) { return Error{ErrorCode::bad_model, why, {}}; };
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % 8 != 0) {
    return bad("the model does not start at a multiple of 8");
  }
  if (bytes.size() < sizeof(format::Header)) return bad("the model has no header");
  format::Header header;
  std::memcpy(static_cast<void*>(&header), bytes.data(), sizeof header);
  if (header.magic != format::magic) return bad("this is no language model");
  if (header.version != format::version) return bad("the model is of another version");
  if (header.word_bits == 0 || header.word_bits > 16 || header.bucket_bits > 24 ||
      2 * header.word_bits < header.bucket_bits || 2 * header.word_bits > header.bucket_bits + 16 ||
      header.words > (std::uint32_t{1} << header.word_bits)) {
    return bad("the model's hash of pairs has no possible size");
  }
  std::uint64_t size = sizeof(format::Header);
  for (const std::uint64_t section : format::section_sizes(header)) size += format::padded(section);
  if (size != bytes.size() || size != header.size) return bad("the model is cut or too long");
  const auto* const body =
      reinterpret_cast<const std::uint64_t*>(bytes.data() + sizeof(format::Header));
  if (format::checksum(body, (bytes.size() - sizeof(format::Header)) / 8) != header.checksum) {
    return bad("the model's bytes have changed");
  }
  const LanguageModel model = view(bytes.data());
  if (const char* const why = model.fault()) return bad(why);
  return model;
}

bool LanguageModel::has_sorted_ngrams() const {
  const std::size_t bucket_count = std::size_t{1} << header_.bucket_bits;
  for (std::size_t bucket = 0; bucket < bucket_count; ++bucket) {
    for (std::uint32_t i = buckets_[bucket] + 1; i < buckets_[bucket + 1]; ++i) {
      if (bigrams_[i - 1].rest >= bigrams_[i].rest) return false;
    }
  }
  if (bigrams_[0].first != 0 || bigrams_[header_.bigrams].first != header_.trigrams) return false;
  for (std::uint32_t i = 0; i < header_.bigrams; ++i) {
    const std::uint32_t end = bigrams_[i + 1].first;
    if (bigrams_[i].first > end || end > header_.trigrams) return false;
    std::uint32_t least = 0;
    for (std::uint32_t t = bigrams_[i].first; t < end; ++t) {
      const std::uint32_t word =
          word_of_trigram(trigrams_ + std::size_t{t} * format::trigram_bytes);
      if (word < least || word >= header_.words) return false;
      least = word + 1;
    }
  }
  return true;
}

const char* LanguageModel::fault() const {
  const std::uint32_t words = header_.words;
  const std::uint32_t spellings = header_.spellings;
  if (words < word_class::count || words > spellings || spellings >= format::no_spelling) {
    return "the model's vocabulary has no possible size";
  }
  if (!is_power_of_two(header_.slots) || header_.slots <= spellings ||
      !is_power_of_two(header_.pattern_slots)) {
    return "the model's hash tables have no possible size";
  }
  if (!is_partition(buckets_, std::size_t{1} << header_.bucket_bits, header_.bigrams) ||
      !is_partition(spelling_offset_, spellings, header_.spelling_bytes) ||
      !is_partition(left_first_, words, header_.left_cases) ||
      !is_partition(right_first_, words, header_.right_cases)) {
    return "the model's offsets are out of order";
  }
  if (!has_sorted_ngrams()) return "the model's n-grams are out of order";
  for (std::uint32_t i = 0; i < spellings; ++i) {
    if (spelling_word_[i] >= words || (i < words && spelling_word_[i] != i)) {
      return "a spelling of the model belongs to no word";
    }
  }
  const auto bad_slot = [&](const format::Slot& slot) {
    return slot.spelling != format::no_spelling && slot.spelling >= spellings;
  };
  if (std::any_of(slots_, slots_ + header_.slots, bad_slot)) return "a slot has no spelling";
  const std::uint16_t* const end = postings_ + header_.postings;
  if (header_.postings == 0 || *(end - 1) != format::no_spelling) {
    return "the model's last posting has no end";
  }
  const auto bad_posting = [&](std::uint16_t one) {
    return one != format::no_spelling && one >= spellings;
  };
  if (std::any_of(postings_, end, bad_posting)) return "a posting has no spelling";
  const auto bad_pattern = [&](const format::PatternSlot& slot) {
    return slot.first != format::no_posting && slot.first >= header_.postings;
  };
  if (std::any_of(pattern_slots_, pattern_slots_ + header_.pattern_slots, bad_pattern)) {
    return "a pattern has no postings";
  }
  const auto not_a_number = [](float cost) { return !std::isfinite(cost); };
  if (std::any_of(cost_of_, cost_of_ + 256, not_a_number) ||
      std::ranges::any_of(backoff_of_, not_a_number) ||
      std::any_of(unigram_cost_, unigram_cost_ + words, not_a_number) ||
      std::any_of(unigram_backoff_, unigram_backoff_ + words, not_a_number)) {
    return "a cost of the model is no number";
  }
  return nullptr;
}

std::uint16_t LanguageModel::find_spelling(const WordKey& key, std::uint64_t hash) const {
  if (key.size == 0 || key.too_long) return format::no_spelling;
  const auto tag = static_cast<std::uint32_t>(hash >> 32U);
  const std::uint32_t mask = header_.slots - 1;
  auto at = static_cast<std::uint32_t>(hash) & mask;
  // A table has empty slots, but a hostile one may not: the count bounds the walk.
  for (std::uint32_t probes = 0; probes <= mask; ++probes, at = (at + 1) & mask) {
    const format::Slot& slot = slots_[at];
    if (slot.spelling == format::no_spelling) break;
    if (slot.tag != tag) continue;
    const std::string_view text = text_of(slot.spelling);
    if (text.size() == key.size && is_text_of(key, text.data())) return slot.spelling;
  }
  return format::no_spelling;
}

/// Frequent words have small numbers and stand first, so the search begins there and reaches out in
/// growing steps; the rest is without branches, which would be mispredicted half of the time.
const std::uint8_t* LanguageModel::find_trigram(std::uint32_t bigram, WordId next) const {
  const std::uint32_t first = bigrams_[bigram].first;
  std::uint32_t size = bigrams_[bigram + 1].first - first;
  if (size == 0) return nullptr;
  const std::uint8_t* base = trigrams_ + std::size_t{first} * format::trigram_bytes;
  const auto row = [&base](std::uint32_t i) {
    return base + std::size_t{i} * format::trigram_bytes;
  };
  for (std::uint32_t step = 16; step < size; step *= 4) {
    if (word_of_trigram(row(step)) > next) {
      size = step;
      break;
    }
  }
  while (size > 1) {
    const std::uint32_t half = size / 2;
    base = word_of_trigram(row(half)) <= next ? row(half) : base;
    size -= half;
  }
  return word_of_trigram(base) == next ? base : nullptr;
}

float LanguageModel::cost(Context& context, WordId next, std::uint32_t bigram) const {
  const WordId last = context.last;
  const bool known = bigram != Context::no_bigram;
  const std::uint8_t* trigram = nullptr;
  float cost = 0;
  if (context.bigram != Context::no_bigram) {
    trigram = find_trigram(context.bigram, next);
    cost =
        trigram != nullptr ? cost_of_[trigram[2]] : backoff_of_[bigrams_[context.bigram].backoff];
  }
  if (trigram == nullptr) {
    cost += known ? cost_of_[bigrams_[bigram].cost] : unigram_backoff_[last] + unigram_cost_[next];
  }
  context.last = next;
  context.bigram = known && next != word_class::boundary ? bigram : Context::no_bigram;
  return cost;
}

CaseCosts LanguageModel::case_costs(WordId previous, WordId word, WordId next,
                                    bool after_stop) const {
  const format::CaseShares shares = after_stop ? case_first_[word] : case_inside_[word];
  const ShareTables& tables = share_tables();
  const float alone = tables.odds_of(shares.title, shares.lower);
  float odds = alone;
  // The tables are of words within a sentence: each neighbour moves the odds from where the word
  // alone has them.
  if (!after_stop) {
    const auto* const left =
        find_case(left_case_, left_first_[word], left_first_[word + 1], previous);
    const auto* const right =
        find_case(right_case_, right_first_[word], right_first_[word + 1], next);
    if (left != nullptr) odds += tables.odds[left->title] - alone;
    if (right != nullptr) odds += tables.odds[right->title] - alone;
  }
  const std::size_t both = std::size_t{shares.lower} + shares.title;
  const std::size_t rest = 255 - std::min<std::size_t>(255, both + shares.upper);
  // -log(1 - title) and -log(title), with title = 1 / (1 + exp(-odds)).
  const float soft = std::log1p(std::exp(-std::abs(odds)));
  const float lower = tables.cost[both] + std::max(odds, 0.0F) + soft;
  const float title = tables.cost[both] + std::max(-odds, 0.0F) + soft;
  return {std::min(lower, most_share_cost), std::min(title, most_share_cost),
          tables.cost[shares.upper], tables.cost[rest], shares.mixed_capitals};
}

std::span<const std::uint16_t> LanguageModel::completions(std::string_view pattern) const {
  const std::uint16_t* const first = find_postings(locate_pattern(hash_pattern(pattern)), pattern);
  if (first == nullptr) return {};
  const std::uint16_t* last = first;
  while (*last != format::no_spelling) ++last;
  return {first, last};
}

const std::uint16_t* LanguageModel::find_postings(PatternPlace place,
                                                  std::string_view pattern) const {
  const std::uint32_t mask = header_.pattern_slots - 1;
  std::uint32_t at = place.slot;
  for (std::uint32_t probes = 0; probes <= mask; ++probes, at = (at + 1) & mask) {
    const format::PatternSlot& slot = pattern_slots_[at];
    if (slot.first == format::no_posting) break;
    if (slot.tag != place.tag) continue;
    const std::uint16_t* const first = postings_ + slot.first;
    // Two patterns may share a tag; all spellings of one list fit the same pattern.
    if (*first != format::no_spelling && fits(pattern, text_of(*first))) return first;
  }
  return nullptr;
}

}  // namespace vanban::language

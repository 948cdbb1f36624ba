#include "repair/lattice/candidates.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <string_view>

#include "language/letter_numbers.hpp"
#include "language/letters.hpp"

namespace vanban::repair_stage::lattice {
namespace {

using language::WordKey;
namespace format = language::format;

constexpr std::size_t most_same = 40;
constexpr std::size_t most_one = 40;
constexpr std::size_t most_two = 60;

/// The words of the model that have the letters of a word and some more. All patterns are looked up
/// at once, so that memory for each is on its way while others are read.
class LettersMore {
 public:
  LettersMore(std::string_view word, const language::LanguageModel& model, std::size_t patterns)
      : word_(word), model_(model) {
    looks_.reserve(patterns);
  }

  /// A hole before letter `a`, and another before letter `b` (a <= b; both may be the end).
  void add(std::size_t a, std::size_t b) {
    Look look;
    language::PatternHash hash;
    look.holes = make(a, b, [&hash](char byte) { hash.add(byte); });
    look.a = static_cast<std::uint8_t>(a);
    look.b = static_cast<std::uint8_t>(b);
    look.place = model_.locate_pattern(hash.value());
    model_.prefetch_pattern(look.place);
    looks_.push_back(look);
  }

  void find(std::vector<Candidate>& found) const {
    for (const Look& look : looks_) model_.prefetch_postings(look.place);
    std::array<char, sizeof(WordKey::block) + format::max_holes> bytes;
    for (const Look& look : looks_) {
      char* end = bytes.data();
      make(look.a, look.b, [&end](char byte) { *end++ = byte; });
      const std::string_view pattern(bytes.data(), static_cast<std::size_t>(end - bytes.data()));
      const std::uint16_t* at = model_.find_postings(look.place, pattern);
      if (at == nullptr) continue;
      for (; *at != format::no_spelling; ++at) found.push_back({*at, look.holes});
    }
  }

 private:
  struct Look {
    std::uint8_t a = 0;
    std::uint8_t b = 0;
    std::uint16_t holes = 0;  ///< bit i: letter i of the pattern is a hole
    language::LanguageModel::PatternPlace place;
  };

  /// Calls `put` for each byte of the pattern; gives its holes.
  template <class Put>
  std::uint16_t make(std::size_t a, std::size_t b, const Put& put) const {
    std::size_t letter = 0;
    std::size_t position = 0;
    std::uint32_t holes = 0;
    const auto hole = [&] {
      put(format::hole);
      holes |= 1U << position++;
    };
    for (std::size_t at = 0;; ++letter) {
      if (letter == a) hole();
      if (letter == b) hole();
      if (at >= word_.size()) break;
      const std::size_t length = language::code_point_length(word_[at]);
      for (const char byte : word_.substr(at, length)) put(byte);
      at += length;
      ++position;
    }
    return static_cast<std::uint16_t>(holes);
  }

  std::string_view word_;
  const language::LanguageModel& model_;
  std::vector<Look> looks_;
};

std::size_t count_letters(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size(); at += language::code_point_length(word[at])) ++letters;
  return letters;
}

constexpr std::size_t no_hole = 0xFF;

}  // namespace

Candidates::Candidates(const language::LanguageModel& model)
    : model_(model), two_placements_(model.size()) {
  for (std::size_t i = model.size(); i < model.spellings(); ++i) {
    two_placements_[model.word_of(static_cast<std::uint16_t>(i))] = true;
  }
}

std::span<const Candidate> Candidates::settle(std::vector<Candidate>& kept, std::size_t most) {
  std::vector<Candidate>& found = scratch_;
  const auto cost = [this](const Candidate& one) {
    return model_.unigram_cost(model_.word_of(one.spelling));
  };
  std::ranges::stable_sort(found, {}, [](const Candidate& one) { return one.spelling; });
  const auto same = [](const Candidate& a, const Candidate& b) { return a.spelling == b.spelling; };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  if (found.size() > most) {
    std::ranges::stable_sort(found, {}, cost);
    found.resize(most);
  }
  kept.assign(found.begin(), found.end());
  found.clear();
  return kept;
}

std::span<const Candidate> Candidates::same_letters(const WordKey& key) {
  const auto [place, fresh] = same_.try_emplace(key);
  std::vector<Candidate>& found = place->second;
  if (!fresh || key.too_long || key.size == 0) return found;
  const language::KeyText text = language::key_text(key);
  const std::string_view word = text.view();
  const std::string bare = language::without_marks(word);
  if (bare.empty()) return found;
  for (const std::uint16_t spelling : model_.completions(format::bare_mark + bare)) {
    if (model_.text_of(spelling) != word) scratch_.push_back({spelling, 0});
  }
  return settle(found, most_same);
}

std::span<const Candidate> Candidates::one_letter_more(const WordKey& key) {
  const auto [place, fresh] = one_.try_emplace(key);
  std::vector<Candidate>& found = place->second;
  if (!fresh || key.too_long || key.size == 0) return found;
  const language::KeyText text = language::key_text(key);
  const std::string_view word = text.view();
  const std::size_t letters = count_letters(word);
  if (letters >= format::max_pattern_letters) return found;
  LettersMore more(word, model_, letters + 1);
  for (std::size_t a = 0; a <= letters; ++a) more.add(a, no_hole);
  more.find(scratch_);
  return settle(found, most_one);
}

std::span<const Candidate> Candidates::two_letters_more(const WordKey& key) {
  const auto [place, fresh] = two_.try_emplace(key);
  std::vector<Candidate>& found = place->second;
  if (!fresh || key.too_long || key.size == 0) return found;
  const language::KeyText text = language::key_text(key);
  const std::string_view word = text.view();
  const std::size_t letters = count_letters(word);
  if (letters + 2 > format::max_pattern_letters) return found;
  LettersMore more(word, model_, (letters + 1) * (letters + 2) / 2);
  for (std::size_t a = 0; a <= letters; ++a) {
    for (std::size_t b = a; b <= letters; ++b) more.add(a, b);
  }
  more.find(scratch_);
  return settle(found, most_two);
}

void Candidates::find_left_of(const LetterSet& gone) {
  constexpr int most_gone = 4;  // that an arc has room for
  constexpr std::size_t most_left = 40;
  constexpr std::size_t most_of_nothing = 16;
  left_.clear();
  gone_ = gone;
  std::string left;
  for (std::size_t spelling = language::word_class::count; spelling < model_.spellings();
       ++spelling) {
    const std::string_view text = model_.text_of(static_cast<std::uint16_t>(spelling));
    Candidate candidate{static_cast<std::uint16_t>(spelling), 0};
    left.clear();
    std::uint32_t position = 0;
    for (std::size_t at = 0; at < text.size() && position < 16; ++position) {
      const std::size_t length = language::code_point_length(text[at]);
      const std::string_view letter = text.substr(at, length);
      if (gone.test(language::letter_index(letter))) {
        candidate.lost = static_cast<std::uint16_t>(candidate.lost | (1U << position));
      } else {
        left += letter;
      }
      at += length;
    }
    const int lost = std::popcount(candidate.lost);
    if (lost < 2 || lost > most_gone || position > format::max_pattern_letters) continue;
    left_[language::make_key(left)].push_back(candidate);
  }
  const auto cost = [this](const Candidate& one) {
    return model_.unigram_cost(model_.word_of(one.spelling));
  };
  for (auto& [key, candidates] : left_) {
    std::ranges::sort(candidates, {}, cost);
    const std::size_t most = key.size == 0 ? most_of_nothing : most_left;
    if (candidates.size() > most) candidates.resize(most);
  }
}

std::span<const Candidate> Candidates::left_of(const WordKey& key, const LetterSet& gone) {
  if (gone_ != gone) find_left_of(gone);
  const auto found = left_.find(key);
  if (found == left_.end()) return {};
  return found->second;
}

}  // namespace vanban::repair_stage::lattice

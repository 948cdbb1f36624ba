#include "corpus.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "language/syllable.hpp"
#include "language/words.hpp"

namespace vanban::trainer {

using language::Word;
using language::WordKey;

namespace {

struct KeyHash {
  std::size_t operator()(const WordKey& key) const { return language::hash_key(key); }
};

std::string text_of(const WordKey& key) {
  std::string text(key.size, '\0');
  std::memcpy(text.data(), key.block.data(), key.size);
  return text;
}

struct Counted {
  std::string text;
  std::string alias;
  std::uint64_t count = 0;
};

using Counts = std::unordered_map<WordKey, std::uint64_t, KeyHash>;

Counts count_words(const std::vector<TrainingText>& texts) {
  Counts counts;
  for (const TrainingText& one : texts) {
    language::WordScanner scanner(one.text);
    Word word;
    while (scanner.next(word)) {
      if (word.kind == language::WordKind::word && !word.key.too_long) {
        counts[word.key] += one.weight;
      }
    }
  }
  return counts;
}

}  // namespace

void blank_lines(std::string& text, const std::vector<LineRange>& ranges) {
  std::string kept;
  kept.reserve(text.size());
  std::size_t line = 1;
  auto range = ranges.begin();
  for (std::size_t at = 0; at < text.size(); ++line) {
    const std::size_t found = text.find('\n', at);
    const std::size_t end = found == std::string::npos ? text.size() : found + 1;
    while (range != ranges.end() && range->last < line) ++range;
    const bool out = range != ranges.end() && range->first <= line;
    kept.append(out ? "\n" : std::string_view(text).substr(at, end - at));
    at = end;
  }
  text = std::move(kept);
}

std::string take_held_out(std::string& text, std::size_t every, std::size_t block_lines) {
  std::string kept;
  std::string held_out;
  kept.reserve(text.size());
  std::size_t line = 0;
  for (std::size_t at = 0; at < text.size(); ++line) {
    const std::size_t found = text.find('\n', at);
    const std::size_t end = found == std::string::npos ? text.size() : found + 1;
    const bool out = (line / block_lines) % every == 0;
    (out ? held_out : kept).append(text, at, end - at);
    at = end;
  }
  text = std::move(kept);
  return held_out;
}

Vocabulary build_vocabulary(const std::vector<TrainingText>& texts,
                            const VocabularyLimits& limits) {
  const Counts counts = count_words(texts);
  std::vector<Counted> chosen;
  for (const auto& [key, count] : counts) {
    Counted one{text_of(key), {}, count};
    const bool syllable = language::is_syllable(one.text);
    if (syllable) {
      one.alias = language::other_placement(one.text);
      if (!one.alias.empty()) {
        const auto other = counts.find(language::make_key(one.alias));
        if (other != counts.end()) {
          // One word in two spellings: the frequent one is its name, at a tie the smaller.
          if (other->second > count || (other->second == count && one.alias < one.text)) continue;
          one.count += other->second;
        }
      }
    }
    if (one.count >= (syllable ? limits.min_syllable_count : limits.min_other_count)) {
      chosen.push_back(std::move(one));
    }
  }
  std::ranges::sort(chosen, [](const Counted& a, const Counted& b) {
    return a.count != b.count ? a.count > b.count : a.text < b.text;
  });
  Vocabulary vocabulary;
  vocabulary.words = {"<s>", "<unk>", "<number>", "<year>", "<mixed>", "<roman>", "<acronym>"};
  for (const Counted& one : chosen) {
    if (!one.alias.empty()) {
      vocabulary.aliases.push_back(one.alias);
      vocabulary.alias_of.push_back(static_cast<language::WordId>(vocabulary.words.size()));
    }
    vocabulary.words.push_back(one.text);
  }
  return vocabulary;
}

TokenStream tokenize(const std::vector<TrainingText>& texts, const Vocabulary& vocabulary) {
  std::unordered_map<WordKey, language::WordId, KeyHash> ids;
  for (std::size_t i = language::word_class::count; i < vocabulary.words.size(); ++i) {
    ids[language::make_key(vocabulary.words[i])] = static_cast<language::WordId>(i);
  }
  for (std::size_t i = 0; i < vocabulary.aliases.size(); ++i) {
    ids[language::make_key(vocabulary.aliases[i])] = vocabulary.alias_of[i];
  }
  const auto id_of = [&ids](const Word& word) -> language::WordId {
    using namespace language::word_class;
    switch (word.kind) {
      case language::WordKind::number: return number;
      case language::WordKind::year: return year;
      case language::WordKind::mixed: return mixed;
      case language::WordKind::roman: return roman;
      case language::WordKind::word: break;
    }
    const auto found = word.key.too_long ? ids.end() : ids.find(word.key);
    if (found != ids.end()) return found->second;
    return word.letter_case == language::LetterCase::upper ? acronym : unknown;
  };
  TokenStream stream;
  const auto push = [&stream](language::WordId id, const Word& word, bool stop) {
    stream.ids.push_back(id);
    stream.cases.push_back(word.letter_case);
    stream.capitals.push_back(word.capitals);
    stream.after_stop.push_back(stop ? 1 : 0);
  };
  for (const TrainingText& one : texts) {
    stream.weights.emplace_back(stream.ids.size(), one.weight);
    language::WordScanner scanner(one.text);
    Word word;
    while (scanner.next(word)) {
      if (word.after_boundary || word.after_newline) {
        push(language::word_class::boundary, {}, false);
      }
      push(id_of(word), word, word.after_stop || word.after_newline);
    }
    push(language::word_class::boundary, {}, false);
  }
  return stream;
}

}  // namespace vanban::trainer

// vanban-train: plain text, one paragraph a line -> the file of a language model.
// The same arguments give the same bytes.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "capitals.hpp"
#include "corpus.hpp"
#include "kneser_ney.hpp"
#include "language/language_model.hpp"
#include "write_model.hpp"

namespace {

using namespace vanban;

constexpr const char* usage =
    "usage: vanban-train [options] --out MODEL TEXT[=WEIGHT]...\n"
    "  TEXT is UTF-8, NFC, one paragraph a line; each of its words counts WEIGHT times (1)\n"
    "  --bigrams N         bigrams to keep (800000)\n"
    "  --trigrams N        trigrams to keep (1700000)\n"
    "  --cases N           rows of capitalisation beside a neighbour to keep, a side (60000)\n"
    "  --min-syllable N    a syllable is a word from N sightings on (3)\n"
    "  --min-other N       an acronym, a foreign word from N on (60)\n"
    "  --hold-out N        keep every Nth block of 400 lines back and measure on them (0: none)\n"
    "  --lexicon TEXT      a text of which nothing is kept back\n"
    "  --skip FILE         lines to leave out: name of a text, first, last, parted by tabs; from "
    "1\n"
    "  --held-out DIR      write what was kept back to DIR/held-out-K.txt, K counting the texts\n";

struct Options {
  std::string out;
  std::string skip;
  std::string held_out_folder;
  std::size_t hold_out = 0;
  std::size_t cases = 60'000;
  trainer::VocabularyLimits vocabulary;
  trainer::PruneLimits prune;
  std::vector<trainer::TrainingText> texts;
};

bool to_number(std::string_view text, std::uint64_t& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

bool parse_arguments(const std::vector<std::string_view>& arguments, Options& options) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view name = arguments[i];
    if (!name.starts_with("--")) {
      trainer::TrainingText text;
      const std::size_t equals = name.rfind('=');
      std::uint64_t weight = 1;
      if (equals != std::string_view::npos &&
          (!to_number(name.substr(equals + 1), weight) || weight == 0 || weight > 1000)) {
        return false;
      }
      text.path = name.substr(0, equals);
      text.weight = static_cast<std::uint32_t>(weight);
      options.texts.push_back(std::move(text));
      continue;
    }
    if (++i == arguments.size()) return false;
    const std::string_view value = arguments[i];
    std::uint64_t number = 0;
    if (name == "--out") {
      options.out = value;
    } else if (name == "--skip") {
      options.skip = value;
    } else if (name == "--held-out") {
      options.held_out_folder = value;
    } else if (name == "--lexicon") {
      trainer::TrainingText text;
      text.path = value;
      text.is_lexicon = true;
      options.texts.push_back(std::move(text));
    } else if (!to_number(value, number)) {
      return false;
    } else if (name == "--bigrams") {
      options.prune.bigrams = number;
    } else if (name == "--trigrams") {
      options.prune.trigrams = number;
    } else if (name == "--cases") {
      options.cases = number;
    } else if (name == "--min-syllable") {
      options.vocabulary.min_syllable_count = number;
    } else if (name == "--min-other") {
      options.vocabulary.min_other_count = number;
    } else if (name == "--hold-out") {
      options.hold_out = number;
    } else {
      return false;
    }
  }
  return !options.out.empty() && !options.texts.empty();
}

bool read_text(const std::string& path, std::string& text) {
  std::ifstream file(path, std::ios::binary);
  text.assign(std::istreambuf_iterator<char>(file), {});
  return !text.empty();
}

/// By name of a text, the lines of it that are left out.
using SkippedLines = std::map<std::string, std::vector<trainer::LineRange>>;

/// Without its folder.
std::string name_of(const trainer::TrainingText& text) {
  return text.path.substr(text.path.rfind('/') + 1);
}

/// Null where a row is none, with its number in `row`.
std::optional<SkippedLines> read_skipped(const std::string& path, std::size_t& row) {
  SkippedLines skipped;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    ++row;
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.find('\t');
    const std::size_t next = tab == std::string::npos ? tab : line.find('\t', tab + 1);
    if (next == std::string::npos) return std::nullopt;
    const std::string_view all = line;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    if (!to_number(all.substr(tab + 1, next - tab - 1), first) ||
        !to_number(all.substr(next + 1), last) || first == 0 || last < first) {
      return std::nullopt;
    }
    std::vector<trainer::LineRange>& ranges = skipped[line.substr(0, tab)];
    if (!ranges.empty() && ranges.back().last >= first) return std::nullopt;
    ranges.push_back({first, last});
  }
  return skipped;
}

/// Per-word perplexity over the words of the vocabulary, classes and sentence ends left out.
void report_perplexity(const language::LanguageModel& model, const std::string& name,
                       const std::string& text) {
  language::WordScanner scanner(text);
  language::Word word;
  language::Context context;
  double nats = 0;
  std::size_t words = 0;
  std::size_t unknown = 0;
  while (scanner.next(word)) {
    if (word.after_boundary || word.after_newline) context = {};
    const language::WordId id = model.classify(word);
    const float cost = model.cost(context, id);
    if (id == language::word_class::unknown || id == language::word_class::acronym) ++unknown;
    if (id < language::word_class::count) continue;
    nats += double{cost};
    ++words;
  }
  std::printf("%s: %zu words, %zu unknown, perplexity %.2f\n", name.c_str(), words, unknown,
              std::exp(nats / static_cast<double>(words)));
}

int run(Options& options) {
  SkippedLines skipped;
  if (!options.skip.empty()) {
    if (!std::ifstream(options.skip)) {
      std::fprintf(stderr, "vanban-train: cannot read %s\n", options.skip.c_str());
      return 1;
    }
    std::size_t row = 0;
    auto read = read_skipped(options.skip, row);
    if (!read) {
      std::fprintf(stderr,
                   "vanban-train: %s:%zu: not the name of a text, first and last line, rising\n",
                   options.skip.c_str(), row);
      return 1;
    }
    skipped = *std::move(read);
    for (const auto& of_text : skipped) {
      const std::string& name = of_text.first;
      if (std::ranges::find(options.texts, name, name_of) != options.texts.end()) continue;
      std::fprintf(stderr, "vanban-train: %s: no text is named %s, of which it leaves lines out\n",
                   options.skip.c_str(), name.c_str());
    }
  }
  std::vector<std::string> held_out;
  for (std::size_t i = 0; i < options.texts.size(); ++i) {
    trainer::TrainingText& one = options.texts[i];
    if (!read_text(one.path, one.text)) {
      std::fprintf(stderr, "vanban-train: cannot read %s\n", one.path.c_str());
      return 1;
    }
    const auto left_out = skipped.find(name_of(one));
    if (left_out != skipped.end()) trainer::blank_lines(one.text, left_out->second);
    held_out.emplace_back();
    if (options.hold_out == 0 || one.is_lexicon) continue;
    held_out.back() = trainer::take_held_out(one.text, options.hold_out, 400);
    if (options.held_out_folder.empty()) continue;
    std::ofstream(options.held_out_folder + "/held-out-" + std::to_string(i) + ".txt",
                  std::ios::binary)
        << held_out.back();
  }
  const trainer::Vocabulary vocabulary =
      trainer::build_vocabulary(options.texts, options.vocabulary);
  if (vocabulary.words.size() + vocabulary.aliases.size() >= language::format::no_spelling) {
    std::fprintf(stderr, "vanban-train: more than 65534 spellings; raise --min-other\n");
    return 1;
  }
  const trainer::TokenStream stream = trainer::tokenize(options.texts, vocabulary);
  std::printf("%zu words and second spellings %zu, %zu tokens\n", vocabulary.words.size(),
              vocabulary.aliases.size(), stream.ids.size());
  const trainer::NgramModel ngrams =
      trainer::estimate(stream, vocabulary.words.size(), options.prune);
  std::printf("bigrams %zu of %zu, trigrams %zu of %zu\n", ngrams.bigram_word.size(),
              ngrams.all_bigrams, ngrams.trigram_word.size(), ngrams.all_trigrams);
  const trainer::CapitalTables capitals =
      trainer::count_capitals(stream, vocabulary.words.size(), options.cases);
  const std::vector<std::uint64_t> file = trainer::serialise(vocabulary, ngrams, capitals);
  std::ofstream out(options.out, std::ios::binary);
  out.write(reinterpret_cast<const char*>(file.data()),
            static_cast<std::streamsize>(file.size() * sizeof(file[0])));
  if (!out.flush()) {
    std::fprintf(stderr, "vanban-train: cannot write %s\n", options.out.c_str());
    return 1;
  }
  std::printf("%s: %zu bytes\n", options.out.c_str(), file.size() * sizeof(file[0]));
  const auto model = language::LanguageModel::from_bytes(std::as_bytes(std::span(file)));
  if (!model) {
    std::fprintf(stderr, "vanban-train: %s\n", model.error().detail.c_str());
    return 1;
  }
  for (std::size_t i = 0; i < held_out.size(); ++i) {
    if (held_out[i].empty()) continue;
    report_perplexity(*model, "held out of " + options.texts[i].path, held_out[i]);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  if (!parse_arguments(std::vector<std::string_view>(argv + 1, argv + argc), options)) {
    std::fputs(usage, stderr);
    return 2;
  }
  return run(options);
}

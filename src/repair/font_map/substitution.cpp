// A font that numbered its marked letters in any order is a substitution cipher of which the
// letters without marks are known. First every word is read as each word of the vocabulary that has
// these letters in their places, as likely as the word is, and as the codes have been seen to stand
// for its letters (expectation maximisation). That settles frequent codes. Then each code in turn
// takes the letter with which its words read best where they stand, or changes letters with another
// one; how much worse the next best reads says how sure it is.
#include "repair/font_map/substitution.hpp"

#include <algorithm>
#include <bit>
#include <bitset>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "language/syllable.hpp"
#include "repair/code_points.hpp"

namespace vanban::repair_stage::font_map {
namespace {

using language::LanguageModel;
using language::WordId;
namespace word_class = language::word_class;

/// A word as which a type may be read.
struct Reading {
  std::array<Letter, most_codes> letters{};
  WordId word = word_class::unknown;
  float cost = 0;  ///< nats, without neighbours
};

/// What a substitution makes of a type.
struct Decoded {
  WordId word = word_class::unknown;
  std::uint8_t prints = 0;  ///< that fit its letters' case
  float extra = 0;          ///< nats beyond what the model says
};

/// Nats of a word of which nothing is known: foreign words and names.
constexpr float unknown_word = 16;
/// And for letters whose case is mixed.
constexpr float mixed_case = 8;
/// Nats for a code that is what it seems; few of a coded document are.
constexpr float stays_itself = 4;
/// Where two words were seen often, but never with a third, the model asks more than it knows.
constexpr float most_of_a_word = 14;

constexpr Print all_prints[] = {lower, title, upper};

using Map = std::array<Letter, code_count>;

class Learner {
 public:
  Learner(const CodedText& text, const Skeletons& skeletons, const LanguageModel& model)
      : text_(text), model_(model), readings_(text.types.size()), decoded_(text.types.size()) {
    map_.fill(no_letter);
    for (std::uint32_t i = 0; i < text.types.size(); ++i) {
      const CodedType& type = text.types[i];
      if (type.prints == 0) continue;
      for (const Filling& filling : skeletons.fillings(type.skeleton)) {
        add_readings(type, filling, readings_[i]);
      }
      for (const Code code : codes_of(type)) types_with_[code].push_back(i);
    }
    for (std::size_t code = 0; code < code_count; ++code) {
      auto& types = types_with_[code];
      types.erase(std::unique(types.begin(), types.end()), types.end());
      if (!types.empty()) codes_.push_back(static_cast<Code>(code));
    }
    collect_occurrences();
  }

  std::optional<Substitution> learn() {
    if (codes_.empty()) return std::nullopt;
    estimate_channel();
    assign_greedily();
    // Other languages are far below; rare codes have yet to find their letters.
    if (evidence() < 0) return std::nullopt;
    refine();
    if (evidence() < least_evidence) return std::nullopt;
    Substitution found;
    for (const Code code : codes_) {
      found.meanings[code] = {map_[code], map_[code] == no_letter ? 0 : confidence_[code]};
    }
    return found;
  }

 private:
  /// Nats; French, German and Czech text has less than none.
  static constexpr double least_evidence = 20;
  static std::span<const Code> codes_of(const CodedType& type) {
    return std::span(type.codes).first(type.holes);
  }

  static void add_readings(const CodedType& type, const Filling& filling,
                           std::vector<Reading>& readings) {
    float shares = 0;
    for (std::size_t k = 0; k < std::size(all_prints); ++k) {
      if ((type.prints & all_prints[k]) != 0) shares += type.print_share[k];
    }
    for (std::size_t k = 0; k < std::size(all_prints); ++k) {
      if ((type.prints & all_prints[k]) == 0) continue;
      Reading reading;
      reading.letters = filling.letters;
      reading.word = filling.word;
      if (all_prints[k] == upper) {
        for (std::size_t i = 0; i < type.holes; ++i) {
          reading.letters[i] = capital_of(reading.letters[i]);
        }
      } else if (all_prints[k] == title && type.starts_with_code) {
        reading.letters[0] = capital_of(reading.letters[0]);
      }
      if (!is_one_to_one(type, reading)) continue;
      reading.cost = -std::log(type.print_share[k] / shares);
      readings.push_back(reading);
    }
  }

  /// Equal codes are equal letters, others are not.
  static bool is_one_to_one(const CodedType& type, const Reading& reading) {
    for (std::size_t i = 0; i < type.holes; ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        if ((type.codes[i] == type.codes[k]) != (reading.letters[i] == reading.letters[k])) {
          return false;
        }
      }
    }
    return true;
  }

  /// Places to judge a code by: no more than a few of a type, so that a frequent word does not
  /// outvote the others.
  void collect_occurrences() {
    constexpr std::size_t most_places = 24;
    constexpr std::uint8_t most_of_a_type = 3;
    std::vector<std::uint8_t> taken(text_.types.size());
    for (std::uint32_t i = 0; i < text_.tokens.size(); ++i) {
      const std::uint32_t number = text_.tokens[i].type;
      if (number == CodedToken::no_type || text_.types[number].prints == 0) continue;
      if (taken[number] == most_of_a_type) continue;
      ++taken[number];
      for (const Code code : codes_of(text_.types[number])) {
        auto& places = places_of_[code];
        if (places.size() < most_places && (places.empty() || places.back() != i)) {
          places.push_back(i);
        }
      }
    }
  }

  // --- words without their neighbours
  // -------------------------------------------------------------

  using Counts = std::vector<std::array<double, code_count>>;

  void estimate_channel() {
    constexpr int rounds = 40;
    constexpr double spread = 0.3;
    const double even = 1 / static_cast<double>(codes_.size());
    Counts channel(letter_count);
    for (auto& row : channel) row.fill(even);
    std::vector<double> weights;
    for (int round = 0; round < rounds; ++round) {
      counts_.assign(letter_count, {});
      for (std::size_t i = 0; i < readings_.size(); ++i) {
        const CodedType& type = text_.types[i];
        double sum = std::exp(-unknown_word) * std::pow(even, type.holes);
        weights.clear();
        for (const Reading& reading : readings_[i]) {
          double weight = std::exp(-(reading.cost + model_.unigram_cost(reading.word)));
          for (std::size_t k = 0; k < type.holes; ++k) {
            weight *= channel[reading.letters[k]][type.codes[k]];
          }
          weights.push_back(weight);
          sum += weight;
        }
        for (std::size_t r = 0; r < weights.size(); ++r) {
          const double share = type.count * weights[r] / sum;
          for (std::size_t k = 0; k < type.holes; ++k) {
            counts_[readings_[i][r].letters[k]][type.codes[k]] += share;
          }
        }
      }
      for (std::size_t letter = 0; letter < letter_count; ++letter) {
        double sum = spread;
        for (const Code code : codes_) sum += counts_[letter][code];
        for (const Code code : codes_) {
          channel[letter][code] = (counts_[letter][code] + spread * even) / sum;
        }
      }
    }
  }

  void assign_greedily() {
    struct Pair {
      double count;
      Letter letter;
      Code code;
    };
    constexpr double fewest = 0.05;
    std::vector<Pair> pairs;
    for (std::size_t letter = 0; letter < letter_count; ++letter) {
      for (const Code code : codes_) {
        const double count = counts_[letter][code];
        if (count >= fewest) pairs.push_back({count, static_cast<Letter>(letter), code});
      }
    }
    std::ranges::stable_sort(pairs, std::greater<>(), &Pair::count);
    for (const Pair& pair : pairs) {
      if (map_[pair.code] != no_letter || owner_[pair.letter] >= 0) continue;
      set(pair.code, pair.letter);
    }
    for (std::uint32_t i = 0; i < decoded_.size(); ++i) decoded_[i] = decode(text_.types[i]);
  }

  // --- words where they stand
  // ---------------------------------------------------------------------

  void set(Code code, Letter letter) {
    if (map_[code] != no_letter && owner_[map_[code]] == code) owner_[map_[code]] = -1;
    map_[code] = letter;
    if (letter != no_letter) owner_[letter] = code;
    for (const std::uint32_t type : types_with_[code]) decoded_[type] = decode(text_.types[type]);
  }

  [[nodiscard]] Decoded decode(const CodedType& type) const {
    Decoded decoded;
    if (type.prints == 0) {
      decoded.extra = unknown_word;
      return decoded;
    }
    std::string word;
    std::size_t hole_number = 0;
    bool complete = true;
    for (const char c : type.skeleton) {
      if (c != hole) {
        word += c;
        continue;
      }
      const Letter letter = map_[type.codes[hole_number++]];
      complete = complete && letter != no_letter;
      if (letter == no_letter) continue;
      append_code_point(word, small_letters[letter % small_letters.size()]);
    }
    if (complete) {
      decoded.word = model_.find(word);
      decoded.prints = prints_of(type);
      if (decoded.prints == 0) decoded.extra += mixed_case;
    }
    if (decoded.word == word_class::unknown) {
      constexpr std::size_t longest = 8;
      const auto length = static_cast<float>(std::min(type.skeleton.size(), longest));
      decoded.extra += 3 + 2 * length + (complete && language::is_syllable(word) ? 0.F : 3.F);
    }
    return decoded;
  }

  /// Which prints of the type its letters' case allows.
  [[nodiscard]] std::uint8_t prints_of(const CodedType& type) const {
    unsigned prints = type.prints;
    for (std::size_t k = 0; k < type.holes; ++k) {
      const bool capital = is_capital(map_[type.codes[k]]);
      const bool is_first = k == 0 && type.starts_with_code;
      const unsigned with_capital = is_first ? unsigned{title} | unsigned{upper} : unsigned{upper};
      const unsigned with_small = is_first ? unsigned{lower} : unsigned{lower} | unsigned{title};
      prints &= capital ? with_capital : with_small;
    }
    return static_cast<std::uint8_t>(prints);
  }

  [[nodiscard]] WordId word_at(std::size_t i) const {
    const CodedToken& token = text_.tokens[i];
    return token.type == CodedToken::no_type ? token.word : decoded_[token.type].word;
  }

  /// Nats of word `i` and of those that depend on it.
  [[nodiscard]] double cost_at(std::size_t i) const {
    constexpr std::size_t reach = 2;
    const std::size_t last = std::min(i + reach, text_.tokens.size() - 1);
    double sum = print_cost(i);
    language::Context context;
    for (std::size_t k = i < reach ? 0 : i - reach; k <= last; ++k) {
      const CodedToken& token = text_.tokens[k];
      if (token.after_boundary) {
        if (k > i) break;
        context = {};
      }
      const WordId word = word_at(k);
      const language::Context before = context;
      float cost = model_.cost(context, word);
      if (token.after_newline && before != language::Context{}) {
        language::Context fresh;
        const float alone = model_.cost(fresh, word);
        if (alone < cost) {
          cost = alone;
          context = fresh;
        }
      }
      if (k < i) continue;
      sum += std::min(cost, most_of_a_word);
      if (token.type != CodedToken::no_type) sum += decoded_[token.type].extra;
    }
    return sum;
  }

  /// Nats of the case of word `i`, where its characters leave it open.
  [[nodiscard]] double print_cost(std::size_t i) const {
    const CodedToken& token = text_.tokens[i];
    const CodedType& type = text_.types[token.type];
    const Decoded& decoded = decoded_[token.type];
    if (decoded.prints == 0 || std::has_single_bit(unsigned{type.prints})) return 0;
    constexpr float unlikely = 3;
    constexpr float most = 7;
    if (token.among_capitals) return (decoded.prints & upper) != 0 ? 0 : unlikely;
    const WordId before = i > 0 && !token.after_boundary ? word_at(i - 1) : word_class::boundary;
    const WordId after = i + 1 < text_.tokens.size() && !text_.tokens[i + 1].after_boundary
                             ? word_at(i + 1)
                             : word_class::boundary;
    const auto cost_if = [&](bool starts) {
      const auto costs = model_.case_costs(before, decoded.word, after, starts);
      float best = most;
      if ((decoded.prints & lower) != 0) best = std::min(best, costs.lower);
      if ((decoded.prints & title) != 0) best = std::min(best, costs.title);
      if ((decoded.prints & upper) != 0) best = std::min(best, costs.upper);
      return best;
    };
    if (!token.after_newline || token.after_stop) return cost_if(token.after_stop);
    return std::min(cost_if(true), cost_if(false));
  }

  [[nodiscard]] double cost_of_places(std::span<const std::uint32_t> places) const {
    double sum = 0;
    for (const std::uint32_t place : places) sum += cost_at(place);
    return sum;
  }

  /// Calls `visit(letter, reading)` for each reading of a type that agrees with the map but for
  /// `code`, which is `letter` in it.
  template <class Visit>
  void for_each_fit(std::uint32_t number, Code code, Visit&& visit) const {
    const CodedType& type = text_.types[number];
    for (const Reading& reading : readings_[number]) {
      Letter letter = no_letter;
      bool fits = true;
      for (std::size_t k = 0; k < type.holes && fits; ++k) {
        if (type.codes[k] == code) {
          letter = reading.letters[k];
        } else {
          const Letter other = map_[type.codes[k]];
          fits = other == no_letter || other == reading.letters[k];
        }
      }
      if (fits) visit(letter, reading);
    }
  }

  /// Letters with which the words of `code` are words, those of the likeliest words first; some of
  /// those that other codes stand for, and more of the others.
  [[nodiscard]] std::vector<Letter> candidates(Code code) const {
    constexpr std::size_t most_owned = 6;
    constexpr std::size_t most_free = 10;
    std::array<double, letter_count> gains{};
    for (const std::uint32_t number : types_with_[code]) {
      const CodedType& type = text_.types[number];
      std::array<double, letter_count> of_type{};
      for_each_fit(number, code, [&](Letter letter, const Reading& reading) {
        const double cost = reading.cost + model_.unigram_cost(reading.word);
        of_type[letter] = std::max(of_type[letter], 1.5 * unknown_word - cost);
      });
      const double weight = std::min<double>(type.count, 3);
      for (std::size_t i = 0; i < letter_count; ++i) gains[i] += weight * of_type[i];
    }
    std::vector<Letter> letters;
    for (std::size_t i = 0; i < letter_count; ++i) {
      if (gains[i] > 0) letters.push_back(static_cast<Letter>(i));
    }
    std::ranges::stable_sort(letters, [&](Letter a, Letter b) { return gains[a] > gains[b]; });
    std::array<std::size_t, 2> left{most_free, most_owned};
    std::erase_if(letters, [&](Letter letter) {
      std::size_t& room = left[owner_[letter] >= 0 ? 1 : 0];
      return room == 0 || room-- == 0;
    });
    return letters;
  }

  /// A change of the map, and the nats that it costs.
  struct Change {
    Letter letter = no_letter;
    int evicted = -1;  ///< the code that has the letter
    Letter instead = no_letter;
    double cost = 0;
  };

  void make(Code code, const Change& change) {
    if (change.evicted >= 0) set(static_cast<Code>(change.evicted), no_letter);
    set(code, change.letter);
    if (change.evicted >= 0) set(static_cast<Code>(change.evicted), change.instead);
  }

  void weigh(Code code, Change& change) {
    const Letter old = map_[code];
    const auto cost = [&] {
      const double own = cost_of_places(places_of_[code]);
      if (change.evicted < 0) return own;
      return own + cost_of_places(places_of_[static_cast<std::size_t>(change.evicted)]);
    };
    const double before = cost();
    make(code, change);
    change.cost = cost() - before;
    if (change.letter == no_letter) change.cost += stays_itself;
    if (change.evicted >= 0 && change.instead == no_letter) change.cost += stays_itself;
    // Back again.
    if (change.evicted >= 0) set(static_cast<Code>(change.evicted), no_letter);
    set(code, old);
    if (change.evicted >= 0) set(static_cast<Code>(change.evicted), change.letter);
  }

  /// The letter of `code` that reads best; true where that changes the map.
  bool settle(Code code) {
    std::vector<Change> changes;
    const Letter old = map_[code];
    for (const Letter letter : candidates(code)) {
      if (letter == old) continue;
      const int owner = owner_[letter];
      changes.push_back({letter, owner, old});
      if (owner < 0) continue;
      for (const Letter other : candidates(static_cast<Code>(owner))) {
        if (owner_[other] >= 0) continue;
        changes.push_back({letter, owner, other});
        break;
      }
    }
    if (old != no_letter) changes.push_back({});
    double best = 0;
    const Change* chosen = nullptr;
    for (Change& change : changes) {
      weigh(code, change);
      if (change.cost < best) {
        best = change.cost;
        chosen = &change;
      }
    }
    double all = std::exp(best);  // the map as it is
    for (const Change& change : changes) all += std::exp(best - change.cost);
    confidence_[code] = static_cast<float>(1 / all);
    if (chosen == nullptr) return false;
    make(code, *chosen);
    return true;
  }

  void refine() {
    constexpr int most_sweeps = 5;
    std::vector<Code> order = codes_;
    std::ranges::stable_sort(
        order, [this](Code a, Code b) { return places_of_[a].size() > places_of_[b].size(); });
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
      bool changed = false;
      for (const Code code : order) changed = settle(code) || changed;
      if (!changed) break;
    }
  }

  // --- proof
  // --------------------------------------------------------------------------------------

  /// Nats by which the map explains the words better than chance and than the codes themselves,
  /// less those of the map.
  [[nodiscard]] double evidence() const {
    constexpr double usual = 0.95;
    double sum = 0;
    for (std::size_t i = 0; i < text_.types.size(); ++i) {
      const CodedType& type = text_.types[i];
      const double ways = std::pow(static_cast<double>(letter_count), type.holes);
      const double by_chance =
          std::clamp(static_cast<double>(readings_[i].size()) / ways, 1e-7, 0.9);
      const auto score = [&](bool explained) {
        return std::log(explained ? usual / by_chance : (1 - usual) / (1 - by_chance));
      };
      const bool as_it_stands = model_.find(type.printed) != word_class::unknown;
      const bool by_map = decoded_[i].word != word_class::unknown && decoded_[i].prints != 0;
      sum += score(by_map) - std::max(score(as_it_stands), 0.0);
    }
    for (const Code code : codes_) {
      if (map_[code] == no_letter) continue;
      sum -= std::log(static_cast<double>(letter_count) / static_cast<double>(as_good(code)));
    }
    return sum;
  }

  /// How many letters make words of as many types as the letter of `code` does: of these, any would
  /// have been taken.
  [[nodiscard]] std::size_t as_good(Code code) const {
    std::array<std::uint32_t, letter_count> words{};
    for (const std::uint32_t type : types_with_[code]) {
      std::bitset<letter_count> seen;
      for_each_fit(type, code, [&](Letter letter, const Reading&) { seen.set(letter); });
      for (std::size_t i = 0; i < letter_count; ++i) words[i] += seen.test(i) ? 1U : 0U;
    }
    const std::uint32_t own = words[map_[code]];
    return static_cast<std::size_t>(
        std::ranges::count_if(words, [own](std::uint32_t count) { return count >= own; }));
  }

  const CodedText& text_;
  const LanguageModel& model_;
  std::vector<std::vector<Reading>> readings_;
  std::vector<Decoded> decoded_;
  std::vector<Code> codes_;
  std::array<std::vector<std::uint32_t>, code_count> types_with_;
  std::array<std::vector<std::uint32_t>, code_count> places_of_;
  Counts counts_;
  Map map_{};
  std::array<int, letter_count> owner_ = [] {
    std::array<int, letter_count> none{};
    none.fill(-1);
    return none;
  }();
  std::array<float, code_count> confidence_{};
};

}  // namespace

std::optional<Substitution> learn_substitution(const CodedText& text, const Skeletons& skeletons,
                                               const LanguageModel& model) {
  return Learner(text, skeletons, model).learn();
}

}  // namespace vanban::repair_stage::font_map

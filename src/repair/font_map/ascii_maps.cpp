// Fonts without a map show signs, digits and capitals for letters with marks, and for some without.
// First each token is read as each word that has the letters in their places which are what they
// seem, as likely as the word is, and as its letters have been seen to be shown (expectation
// maximisation). Then the words are chosen where they stand, by the language model, and counted
// again. Lines that the map leaves unread are those of another font: the same is done with them.
#include "repair/font_map/ascii_maps.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include "repair/code_points.hpp"
#include "repair/word_choice.hpp"

namespace vanban::repair_stage::font_map {
namespace {

using language::LanguageModel;
using language::WordId;
namespace word_class = language::word_class;

/// Readings of a token that are weighed where it stands, and by itself.
constexpr std::size_t most_in_place = 16;
constexpr std::size_t most_alone = 200;
/// Fonts of a document.
constexpr std::size_t most_maps = 3;

using Lines = std::vector<std::uint8_t>;  ///< the number of a map, by line
using Readings = std::vector<std::vector<TokenReading>>;

bool has_letter(const TokenType& type) {
  return std::any_of(type.glyphs.begin(), type.glyphs.begin() + type.size,
                     [](const Glyph& glyph) { return glyph.is_sure_letter(); });
}

/// Letters of a reading that codes stand for.
std::size_t codes_of(const TokenType& type, const TokenReading& reading,
                     const SpelledWords& words) {
  std::size_t codes = 0;
  reading.for_each_letter(type, words.at(reading.number), [&](Spelled letter, const Glyph* glyph) {
    if (glyph != nullptr && glyph->letter != letter) ++codes;
  });
  return codes;
}

/// Letters that no longer text goes without, and their share of its letters.
struct FrequentLetter {
  char letter;
  double share;
};
constexpr FrequentLetter frequent_letters[] = {{'n', 0.12}, {'h', 0.09}, {'t', 0.07}, {'c', 0.065},
                                               {'g', 0.06}, {'i', 0.05}, {'u', 0.03}, {'a', 0.03},
                                               {'m', 0.03}, {'o', 0.025}};

/// What a token is read as; nothing where it is what it seems.
struct ReadToken {
  std::optional<TokenReading> reading;
  float confidence = 0;
};

std::string spell_out(const TokenType& type, const TokenReading& reading,
                      const SpelledWords& words) {
  std::string out;
  for (std::size_t k = 0; k < reading.before; ++k) append_code_point(out, type.glyphs[k].value);
  reading.for_each_letter(type, words.at(reading.number),
                          [&](Spelled letter, const Glyph*) { append_spelled(letter, out); });
  for (std::size_t k = type.size - std::size_t{reading.behind}; k < type.size; ++k) {
    append_code_point(out, type.glyphs[k].value);
  }
  return out;
}

/// One font: the lines that are in it.
class FontLearner {
 public:
  FontLearner(const TokenText& text, const SpelledWords& words, const LanguageModel& model)
      : text_(text), words_(words), model_(model) {}

  /// Of the lines whose number is `font`.
  void learn(const Lines& lines, std::uint8_t font) {
    constexpr std::size_t most = 6'000;
    take(lines, font, most);
    channel_ = {};
    double likelihood = estimate(4, true);
    look_for_loss(likelihood);
    reconsider();
    refine();
  }

  /// What a first look at the lines with number 0 gives.
  void glance(const Lines& lines) {
    constexpr std::size_t most = 1'000;
    take(lines, 0, most);
    estimate(1, true);
    choose();
    settle();
  }

  /// Tries each letter that might be gone; keeps the channel that explains most.
  void look_for_loss(double likelihood) {
    constexpr double least_gain = 40;
    const GlyphCounts counts = last_counts_;
    AsciiChannel best = channel_;
    likelihood += least_gain;
    for (const FrequentLetter& row : frequent_letters) {
      const Spelled letter = spelled_of(static_cast<char32_t>(row.letter));
      constexpr double usual = 0.4;
      if (share_of(letter, counts) > usual * row.share) continue;
      channel_ = {};
      channel_.learn({}, letter);
      const double with = estimate(4, true);
      if (with <= likelihood) continue;
      likelihood = with;
      best = channel_;
    }
    channel_ = best;
  }

  /// Of all letters that were read, those that are `letter`.
  static double share_of(Spelled letter, const GlyphCounts& counts) {
    double found = 0;
    double all = 0;
    for (std::size_t i = 0; i < cased_letters; ++i) {
      const auto other = static_cast<Spelled>(i);
      double sum = 0;
      for (const float count : counts.of(other)) sum += count;
      all += sum;
      if (lowered(other) == letter) found += sum;
    }
    return all == 0 ? 1 : found / all;
  }

  void refine() {
    constexpr int rounds = 6;
    for (int round = 0; round < rounds; ++round) {
      choose();
      channel_.learn(count_in_place(), channel_.lost());
    }
    choose();
    settle();
  }

  /// The same from the channel as it is, with other lines.
  void take(const Lines& lines, std::uint8_t font,
            std::size_t most = std::numeric_limits<std::size_t>::max()) {
    places_.clear();
    counts_.assign(text_.types.size(), 0);
    for (std::uint32_t i = 0; i < text_.tokens.size() && places_.size() < most; ++i) {
      if (lines[text_.tokens[i].line] != font) continue;
      places_.push_back(i);
      ++counts_[text_.tokens[i].type];
    }
  }

  [[nodiscard]] const AsciiChannel& channel() const { return channel_; }
  [[nodiscard]] const std::vector<std::uint32_t>& places() const { return places_; }
  [[nodiscard]] const std::vector<ReadToken>& chosen() const { return chosen_; }

  /// Lines most of whose codes this map does not read.
  [[nodiscard]] std::vector<std::uint32_t> foreign_lines() const {
    std::vector<int> balance(text_.lines);
    std::vector<int> bad(text_.lines);
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const Token& token = text_.tokens[places_[i]];
      const int fit = fit_of(text_.types[token.type], chosen_[i]);
      balance[token.line] += fit;
      if (fit < 0) ++bad[token.line];
    }
    std::vector<std::uint32_t> lines;
    constexpr int fewest = 2;
    for (std::uint32_t line = 0; line < text_.lines; ++line) {
      if (bad[line] >= fewest && balance[line] < 0) lines.push_back(line);
    }
    return lines;
  }

  /// Nats of the tokens of a line, each by itself.
  [[nodiscard]] std::vector<float> costs_of_lines() const {
    std::vector<float> of_type(text_.types.size());
    for (std::size_t i = 0; i < text_.types.size(); ++i) {
      const TokenType& type = text_.types[i];
      const auto readings = readings_of(type, channel_, words_, 1);
      of_type[i] = as_it_stands(type).cost;
      if (!readings.empty()) of_type[i] = std::min(of_type[i], readings.front().cost);
    }
    std::vector<float> costs(text_.lines);
    for (const Token& token : text_.tokens) costs[token.line] += of_type[token.type];
    return costs;
  }

  /// Writes what the tokens of the font are read as to `out`.
  void write(std::vector<DecodedToken>& out) const {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const TokenType& type = type_at(i);
      const ReadToken& token = chosen_[i];
      out[places_[i]] =
          token.reading ? DecodedToken{spell_out(type, *token.reading, words_), token.confidence}
                        : decode_parts(type.printed);
    }
  }

  /// Nats by which the map explains the tokens better than chance does, less those of the map.
  [[nodiscard]] double evidence() const {
    constexpr double usual = 0.95;
    constexpr double possible = 90;
    double sum = 0;
    for (const std::uint32_t i : first_places_) {
      const TokenType& type = type_at(i);
      const ReadToken& token = chosen_[i];
      if (!token.reading) {
        if (type.is_odd) sum += std::log(1 - usual);
        continue;
      }
      const std::size_t codes = codes_of(type, *token.reading, words_);
      if (codes == 0) continue;
      const auto alike = static_cast<double>(count_alike(type, *token.reading, words_));
      const double by_chance =
          std::clamp(alike / std::pow(possible, static_cast<double>(codes)), 1e-7, 0.9);
      sum += std::log(usual / by_chance);
    }
    for (std::size_t pair = 0; pair < uses_.size(); ++pair) {
      if (uses_[pair].empty()) continue;
      const std::size_t good =
          as_good(static_cast<std::uint8_t>(pair % GlyphCounts::places),
                  static_cast<Spelled>(pair / GlyphCounts::places), uses_[pair]);
      sum -= std::log(static_cast<double>(spelled_count) / static_cast<double>(good));
    }
    return sum;
  }

  /// Signs and digits that stand for a letter in more than one word. One sign for all letters that
  /// are lost, and capitals that are none, are damage of other kinds.
  [[nodiscard]] std::size_t signs_in_use() const {
    std::vector<bool> used(GlyphCounts::places);
    for (std::size_t pair = 0; pair < uses_.size(); ++pair) {
      const std::size_t code = pair % GlyphCounts::places;
      const bool is_capital = code >= 'A' && code <= 'Z';
      if (!is_capital && uses_[pair].size() > 1) used[code] = true;
    }
    return static_cast<std::size_t>(std::ranges::count(used, true));
  }

  /// Before its lines are told from those of other fonts.
  [[nodiscard]] bool may_be_proven() const {
    constexpr double least_read = 0.3;
    return signs_in_use() >= fewest_signs && share_read() >= least_read;
  }
  [[nodiscard]] bool is_proven() const {
    constexpr double least_evidence = 30;
    constexpr double least_read = 0.6;
    constexpr double least_of_one_letter = 0.75;
    return signs_in_use() >= fewest_signs && share_read() >= least_read &&
           share_of_one_letter() >= least_of_one_letter && evidence() >= least_evidence;
  }

  /// Of the uses of signs and digits, those that are the commonest letter of their code: a font has
  /// one letter for each, algebra and short codes make words of any.
  [[nodiscard]] double share_of_one_letter() const {
    std::size_t all = 0;
    std::size_t of_commonest = 0;
    for (std::size_t code = 0; code < GlyphCounts::places; ++code) {
      if (code >= 'A' && code <= 'Z') continue;
      std::array<std::size_t, spelled_count> uses{};
      for (std::size_t letter = 0; letter < cased_letters; ++letter) {
        uses[lowered(static_cast<Spelled>(letter))] +=
            uses_[pair_of(static_cast<Spelled>(letter), static_cast<std::uint8_t>(code))].size();
      }
      for (const std::size_t count : uses) all += count;
      of_commonest += *std::ranges::max_element(uses);
    }
    return all == 0 ? 0 : static_cast<double>(of_commonest) / static_cast<double>(all);
  }

  /// Share of the odd tokens that are read.
  [[nodiscard]] double share_read() const {
    std::size_t odd = 0;
    std::size_t read = 0;
    for (const std::uint32_t i : first_places_) {
      if (!type_at(i).is_odd) continue;
      ++odd;
      if (chosen_[i].reading) ++read;
    }
    return odd == 0 ? 0 : static_cast<double>(read) / static_cast<double>(odd);
  }

  /// Where most words of a line are read by codes that stand for their letter nowhere else, it is
  /// in another font: these are left.
  void leave_lines_without_support() {
    std::vector<int> balance(text_.lines);
    std::vector<std::uint32_t> alone;
    for (std::uint32_t i = 0; i < places_.size(); ++i) {
      const std::uint32_t line = text_.tokens[places_[i]].line;
      if (!chosen_[i].reading) {
        if (type_at(i).is_odd) --balance[line];
        continue;
      }
      std::size_t codes = 0;
      bool supported = true;
      for_each_code(type_at(i), *chosen_[i].reading, [&](Spelled letter, std::uint8_t code) {
        ++codes;
        supported = supported && uses_[pair_of(letter, code)].size() > 1;
      });
      if (codes == 0) continue;
      balance[line] += supported ? 1 : -1;
      if (!supported) alone.push_back(i);
    }
    for (const std::uint32_t i : alone) {
      if (balance[text_.tokens[places_[i]].line] < 0) chosen_[i] = {};
    }
  }

 private:
  /// A token whose parts are joined by signs, "QĐ-UBND", "tấn/ha", part by part.
  [[nodiscard]] DecodedToken decode_parts(std::string_view printed) const {
    constexpr std::string_view joints = "/-";
    if (printed.find_first_of(joints) == std::string_view::npos || is_address(printed)) return {};
    DecodedToken decoded{{}, 1};
    bool changed = false;
    for (std::size_t begin = 0; begin <= printed.size();) {
      const std::size_t end = std::min(printed.find_first_of(joints, begin), printed.size());
      const ReadToken part = read_part(printed.substr(begin, end - begin));
      const TokenType type = make_token_type(printed.substr(begin, end - begin));
      changed = changed || part.reading;
      decoded.text += part.reading ? spell_out(type, *part.reading, words_) : type.printed;
      decoded.confidence = std::min(decoded.confidence, part.confidence);
      if (end < printed.size()) decoded.text += printed[end];
      begin = end + 1;
    }
    return changed ? decoded : DecodedToken{};
  }

  static bool is_address(std::string_view printed) {
    constexpr std::string_view marks[] = {"://", "www.", "@"};
    return std::ranges::any_of(marks, [printed](std::string_view mark) {
      return printed.find(mark) != std::string_view::npos;
    });
  }

  /// By itself, where its codes are known.
  [[nodiscard]] ReadToken read_part(std::string_view printed) const {
    constexpr float least_gain = 3;
    const TokenType type = make_token_type(printed);
    const auto readings = readings_of(type, channel_, words_, most_in_place);
    if (readings.empty() || readings.front().cost + least_gain > as_it_stands(type).cost) {
      return {{}, 1};
    }
    bool known = true;
    for_each_code(type, readings.front(), [&](Spelled letter, std::uint8_t code) {
      known = known && uses_[pair_of(letter, code)].size() > 1;
    });
    if (!known) return {{}, 1};
    float sum = 0;
    for (const TokenReading& reading : readings)
      sum += std::exp(readings.front().cost - reading.cost);
    return {readings.front(), 1 / sum};
  }

  /// Signs and digits that stand for letters, in a text that is looked at.
  static constexpr std::size_t fewest_signs = 4;

  template <class Visit>
  void for_each_code(const TokenType& type, const TokenReading& reading, Visit&& visit) const {
    reading.for_each_letter(type, words_.at(reading.number),
                            [&](Spelled letter, const Glyph* glyph) {
                              if (glyph != nullptr && glyph->letter != letter) {
                                visit(letter, static_cast<std::uint8_t>(glyph->value));
                              }
                            });
  }

  /// 1 where the codes of a token are read as they usually are, -1 where they are not.
  [[nodiscard]] int fit_of(const TokenType& type, const ReadToken& token) const {
    constexpr float usual = 1.5F;
    constexpr float unusual = 4;
    if (!token.reading) return as_it_stands(type).extra > unusual ? -1 : 0;
    float worst = -1;
    token.reading->for_each_letter(type, words_.at(token.reading->number),
                                   [&](Spelled letter, const Glyph* glyph) {
                                     if (glyph != nullptr && glyph->letter != letter) {
                                       worst = std::max(worst, channel_.cost(letter, *glyph));
                                     }
                                   });
    if (worst < 0) return 0;
    return worst <= usual ? 1 : worst > unusual ? -1 : 0;
  }

  /// How many letters make words of as many of the places in which `code` is read as `own`: any of
  /// these would have been taken.
  [[nodiscard]] std::size_t as_good(std::uint8_t code, Spelled own,
                                    const std::vector<std::uint32_t>& uses) const {
    constexpr std::size_t enough = 24;
    std::array<std::uint32_t, spelled_count> words{};
    for (std::size_t i = 0; i < std::min(uses.size(), enough); ++i) {
      const TokenReading& reading = *chosen_[uses[i]].reading;
      const TokenType& type = text_.types[text_.tokens[places_[uses[i]]].type];
      for (const Spelled letter : letters_for(type, reading, code)) ++words[letter];
    }
    const std::uint32_t most = words[lowered(own)];
    return static_cast<std::size_t>(
        std::ranges::count_if(words, [most](std::uint32_t count) { return count >= most; }));
  }

  /// Letters that make a word of a reading in the places of `code`.
  [[nodiscard]] std::vector<Spelled> letters_for(const TokenType& type, const TokenReading& reading,
                                                 std::uint8_t code) const {
    std::basic_string<Spelled> letters;
    reading.for_each_letter(type, words_.at(reading.number),
                            [&](Spelled letter, const Glyph* glyph) {
                              const bool is_code = glyph != nullptr && glyph->value == code;
                              letters += is_code ? no_spelled : lowered(letter);
                            });
    std::vector<Spelled> found;
    for (const std::uint16_t number : words_.near(letters)) {
      const SpelledWord& other = words_.at(number);
      Spelled letter = no_spelled;
      bool fits = true;
      for (std::size_t k = 0; k < other.size && fits; ++k) {
        if (letters[k] != no_spelled) {
          fits = letters[k] == other.letters[k];
        } else {
          fits = letter == no_spelled || letter == other.letters[k];
          letter = other.letters[k];
        }
      }
      if (fits && letter != no_spelled) found.push_back(letter);
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  /// Expectation maximisation, from the channel as it is; nats of the types.
  double estimate(int turns, bool from_nothing) {
    constexpr int rounds_with_the_same = 7;
    Readings readings(text_.types.size());
    double likelihood = 0;
    for (int turn = 0; turn < turns; ++turn) {
      for (std::size_t i = 0; i < text_.types.size(); ++i) {
        const TokenType& type = text_.types[i];
        // What has no letter of its own could be anything until some are known.
        if (counts_[i] == 0 || (turn == 0 && from_nothing && !has_letter(type))) continue;
        readings[i] = readings_of(type, channel_, words_, most_alone);
      }
      for (int round = 0; round < rounds_with_the_same; ++round) {
        if (round > 0) reweigh(readings);
        likelihood = 0;
        channel_.learn(expect(readings, likelihood), channel_.lost());
      }
    }
    return likelihood;
  }

  /// Codes that more words would have for another letter are tried for it, all at once.
  void reconsider() {
    constexpr int attempts = 3;
    for (int attempt = 0; attempt < attempts; ++attempt) {
      const AsciiChannel before = channel_;
      const double likelihood = estimate(1, false);
      GlyphCounts counts = last_counts_;
      if (!propose(counts)) return;
      channel_.learn(counts, channel_.lost());
      if (estimate(2, false) > likelihood) continue;
      channel_ = before;
      return;
    }
  }

  /// Puts codes in `counts` to the letters for which their tokens would be read best.
  bool propose(GlyphCounts& counts) const {
    constexpr double least_gain = 12;
    std::vector<std::array<double, cased_letters>> gains(GlyphCounts::places);
    std::vector<AsciiChannel> open;
    for (std::size_t code = 0; code < GlyphCounts::places; ++code) {
      open.push_back(channel_);
      open.back().open(static_cast<std::uint8_t>(code));
    }
    for (std::size_t i = 0; i < text_.types.size(); ++i) {
      if (counts_[i] > 0) add_gains(text_.types[i], open, gains);
    }
    bool changed = false;
    for (std::size_t code = '!'; code < GlyphCounts::places; ++code) {
      const auto best =
          static_cast<Spelled>(std::ranges::max_element(gains[code]) - gains[code].begin());
      if (gains[code][best] < least_gain) continue;
      constexpr float sure = 10;
      const std::size_t first = is_raised(best) ? spelled_count : 0;
      for (std::size_t other = first; other < first + spelled_count; ++other) {
        counts.of(static_cast<Spelled>(other))[code] = 0;
      }
      GlyphCounts::Row& row = counts.of(best);
      for (float& count : row) count = std::min(count, 1.F);
      row[code] = sure;
      changed = true;
    }
    return changed;
  }

  /// Nats that a token of this type would save with each letter for each of its codes.
  void add_gains(const TokenType& type, const std::vector<AsciiChannel>& open,
                 std::vector<std::array<double, cased_letters>>& gains) const {
    constexpr double most = 6;
    const auto now = readings_of(type, channel_, words_, 1);
    double cost = as_it_stands(type).cost;
    if (!now.empty()) cost = std::min<double>(cost, now.front().cost);
    for (std::size_t k = 0; k < type.size; ++k) {
      const Glyph& glyph = type.glyphs[k];
      if (!glyph.may_be_code()) continue;
      bool again = false;
      for (std::size_t m = 0; m < k; ++m) again = again || type.glyphs[m] == glyph;
      if (again) continue;
      std::array<bool, cased_letters> seen{};
      for (const TokenReading& reading : readings_of(type, open[glyph.value], words_, most_alone)) {
        if (reading.cost >= cost) break;
        for_each_code(type, reading, [&](Spelled letter, std::uint8_t code) {
          if (code != glyph.value || seen[letter]) return;
          seen[letter] = true;
          gains[code][letter] += std::min(most, cost - reading.cost);
        });
      }
    }
  }

  /// Costs of the readings by the channel as it is now.
  void reweigh(Readings& readings) const {
    for (std::size_t i = 0; i < readings.size(); ++i) {
      for (TokenReading& reading : readings[i]) {
        reading.cost = reading.cost_but_letters + letters_cost(text_.types[i], reading);
        reading.for_each_edge(text_.types[i], [&](const Glyph& glyph, bool behind) {
          reading.cost += channel_.cost_of_edge(glyph, behind);
        });
      }
    }
  }

  [[nodiscard]] float letters_cost(const TokenType& type, const TokenReading& reading) const {
    float cost = 0;
    reading.for_each_letter(
        type, words_.at(reading.number), [&](Spelled letter, const Glyph* glyph) {
          cost += glyph == nullptr ? channel_.cost_of_loss(letter) : channel_.cost(letter, *glyph);
        });
    return cost;
  }

  void count(const TokenType& type, const TokenReading& reading, float weight,
             GlyphCounts& counts) const {
    reading.for_each_letter(
        type, words_.at(reading.number), [&](Spelled letter, const Glyph* glyph) {
          const std::size_t place =
              glyph == nullptr ? GlyphCounts::nothing : GlyphCounts::place(letter, *glyph);
          counts.of(letter)[place] += weight;
        });
    reading.for_each_edge(type, [&](const Glyph& glyph, bool) {
      if (glyph.value < GlyphCounts::places) counts.edge(glyph.value) += weight;
    });
  }

  [[nodiscard]] GlyphCounts expect(const Readings& readings, double& likelihood) {
    GlyphCounts counts;
    std::vector<float> weights;
    for (std::size_t i = 0; i < readings.size(); ++i) {
      if (counts_[i] == 0) continue;
      const TokenType& type = text_.types[i];
      float sum = std::exp(-as_it_stands(type).cost);
      weights.clear();
      for (const TokenReading& reading : readings[i]) {
        weights.push_back(std::exp(-reading.cost));
        sum += weights.back();
      }
      likelihood += static_cast<double>(counts_[i]) * std::log(sum);
      for (std::size_t r = 0; r < weights.size(); ++r) {
        count(type, readings[i][r], static_cast<float>(counts_[i]) * weights[r] / sum, counts);
      }
    }
    last_counts_ = counts;
    return counts;
  }

  /// The readings that go best together.
  void choose() {
    in_place_.assign(text_.types.size(), {});
    std::vector<bool> known(text_.types.size());
    std::vector<WordArc> arcs;
    constexpr std::uint32_t stands = 0xFFFFFFFF;
    boundary_.assign(places_.size() + 1, false);
    for (std::uint32_t i = 0; i < places_.size(); ++i) {
      const Token& token = text_.tokens[places_[i]];
      const TokenType& type = text_.types[token.type];
      auto& readings = in_place_[token.type];
      if (!known[token.type]) readings = readings_of(type, channel_, words_, most_in_place);
      known[token.type] = true;
      boundary_[i] = i == 0 || places_[i] != places_[i - 1] + 1;
      const AsItStands itself = stands_at(i);
      arcs.push_back({i, i + 1, itself.word, itself.extra, stands});
      for (std::uint32_t r = 0; r < readings.size(); ++r) {
        const SpelledWord& spelled = words_.at(readings[r].number);
        arcs.push_back({i, i + 1, spelled.word, readings[r].cost - spelled.cost, r});
      }
    }
    chosen_.assign(places_.size(), {});
    chosen_words_.assign(places_.size(), word_class::unknown);
    for (const std::uint32_t number :
         choose_words(arcs, static_cast<std::uint32_t>(places_.size()), boundary_, model_)) {
      const WordArc& arc = arcs[number];
      chosen_words_[arc.from] = arc.word;
      if (arc.tag == stands) continue;
      chosen_[arc.from].reading = in_place_[text_.tokens[places_[arc.from]].type][arc.tag];
    }
  }

  [[nodiscard]] AsItStands stands_at(std::size_t i) const {
    constexpr float of_a_list = 3;
    const Token& token = text_.tokens[places_[i]];
    const TokenType& type = text_.types[token.type];
    if (!token.begins_line || !is_list_number(type)) return as_it_stands(type);
    return {word_class::boundary, 0, -of_a_list};
  }

  /// Nats of `word` in place `i`, between the words that are chosen beside it.
  [[nodiscard]] float cost_in_place(std::size_t i, WordId word) const {
    constexpr std::size_t reach = 2;
    constexpr float most_of_a_word = 14;
    language::Context context;
    float sum = 0;
    const std::size_t last = std::min(i + reach, places_.size() - 1);
    for (std::size_t k = i < reach ? 0 : i - reach; k <= last; ++k) {
      if (boundary_[k]) {
        if (k > i) break;
        context = {};
      }
      const float cost = model_.cost(context, k == i ? word : chosen_words_[k]);
      if (k >= i) sum += std::min(cost, most_of_a_word);
    }
    return sum;
  }

  /// Nats of its case.
  [[nodiscard]] float case_in_place(std::size_t i, const TokenReading& reading) const {
    constexpr float most = 7;
    const Token& token = text_.tokens[places_[i]];
    if (token.in_capitals) return reading.cost_of_print;
    const WordId word = words_.at(reading.number).word;
    const WordId before = i > 0 && !boundary_[i] ? chosen_words_[i - 1] : word_class::boundary;
    const WordId after =
        i + 1 < places_.size() && !boundary_[i + 1] ? chosen_words_[i + 1] : word_class::boundary;
    const bool starts = before == word_class::boundary || ends_with_stop(i - 1);
    const auto cost = [&](bool after_stop) {
      const auto costs = model_.case_costs(before, word, after, after_stop);
      return reading.print == LetterPrint::lower   ? costs.lower
             : reading.print == LetterPrint::title ? costs.title
                                                   : costs.upper;
    };
    const float best = token.begins_line ? std::min(cost(true), cost(starts)) : cost(starts);
    return std::min(most, best);
  }

  [[nodiscard]] bool ends_with_stop(std::size_t i) const {
    const TokenType& type = text_.types[text_.tokens[places_[i]].type];
    if (type.size == 0) return false;
    const char32_t last = type.glyphs[type.size - 1U].value;
    return (last == '.' || last == ':') && (!chosen_[i].reading || chosen_[i].reading->behind > 0);
  }

  /// Calls `visit(i, reading, share)` for each reading of each place, by what stands beside it.
  template <class Visit>
  void weigh_in_place(Visit&& visit) const {
    std::vector<float> costs;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const auto& readings = in_place_[text_.tokens[places_[i]].type];
      const AsItStands itself = stands_at(i);
      costs.clear();
      costs.push_back(cost_in_place(i, itself.word) + itself.extra);
      for (const TokenReading& reading : readings) {
        const SpelledWord& spelled = words_.at(reading.number);
        costs.push_back(cost_in_place(i, spelled.word) + reading.cost - spelled.cost +
                        case_in_place(i, reading) - reading.cost_of_print);
      }
      const float best = *std::ranges::min_element(costs);
      float sum = 0;
      for (const float cost : costs) sum += std::exp(best - cost);
      for (std::size_t r = 0; r < readings.size(); ++r) {
        visit(i, readings[r], std::exp(best - costs[r + 1]) / sum);
      }
    }
  }

  [[nodiscard]] GlyphCounts count_in_place() const {
    GlyphCounts counts;
    constexpr float least = 0.01F;
    weigh_in_place([&](std::size_t i, const TokenReading& reading, float share) {
      if (share < least) return;
      count(text_.types[text_.tokens[places_[i]].type], reading, share, counts);
    });
    return counts;
  }

  /// The likeliest reading of each place between the words that are chosen; of the case, too.
  void settle() {
    std::vector<ReadToken> best(places_.size());
    std::vector<float> left(places_.size(), 1);  // for what stands there
    weigh_in_place([&](std::size_t i, const TokenReading& reading, float share) {
      left[i] -= share;
      if (share > best[i].confidence) best[i] = {reading, share};
    });
    for (std::size_t i = 0; i < places_.size(); ++i) {
      if (left[i] > best[i].confidence) best[i] = {};
    }
    chosen_ = std::move(best);
    find_uses();
  }

  /// In which words each letter is which code; a type counts once.
  void find_uses() {
    first_places_.clear();
    uses_.assign(cased_letters * GlyphCounts::places, {});
    std::vector<bool> seen(text_.types.size());
    for (std::uint32_t i = 0; i < places_.size(); ++i) {
      const std::uint32_t number = text_.tokens[places_[i]].type;
      if (seen[number]) continue;
      seen[number] = true;
      first_places_.push_back(i);
      if (!chosen_[i].reading) continue;
      for_each_code(type_at(i), *chosen_[i].reading, [&](Spelled letter, std::uint8_t code) {
        auto& use = uses_[pair_of(letter, code)];
        if (use.empty() || use.back() != i) use.push_back(i);
      });
    }
  }

  static std::size_t pair_of(Spelled letter, std::uint8_t code) {
    return letter * GlyphCounts::places + code;
  }
  [[nodiscard]] const TokenType& type_at(std::size_t i) const {
    return text_.types[text_.tokens[places_[i]].type];
  }

  const TokenText& text_;
  const SpelledWords& words_;
  const LanguageModel& model_;
  AsciiChannel channel_;
  GlyphCounts last_counts_;
  std::vector<std::uint32_t> places_;             ///< tokens
  std::vector<std::uint32_t> counts_;             ///< of each type
  Readings in_place_;                             ///< of each type, as they are weighed in place
  std::vector<bool> boundary_;                    ///< before a place
  std::vector<WordId> chosen_words_;              ///< place by place
  std::vector<ReadToken> chosen_;                 ///< the same
  std::vector<std::uint32_t> first_places_;       ///< of each type
  std::vector<std::vector<std::uint32_t>> uses_;  ///< places by letter and code
};

/// Those of the first tokens; the others have no number.
Lines lines_to_learn_from(const TokenText& text) {
  constexpr std::size_t sample = 4'000;
  constexpr std::uint8_t no_font = 0xFF;
  Lines lines(text.lines, no_font);
  for (std::size_t i = 0; i < std::min(sample, text.tokens.size()); ++i) {
    lines[text.tokens[i].line] = 0;
  }
  return lines;
}

/// Source code and the like ends here: what is odd in a few lines makes no words.
bool is_worth_learning(const TokenText& text, const SpelledWords& words,
                       const LanguageModel& model) {
  constexpr std::size_t few = 500;
  constexpr std::uint8_t no_font = 0xFF;
  Lines lines(text.lines, no_font);
  std::size_t tokens = 0;
  for (const Token& token : text.tokens) {
    if (lines[token.line] == 0) ++tokens;
    if (text.types[token.type].is_odd) lines[token.line] = 0;
    if (tokens == few) break;
  }
  FontLearner glance(text, words, model);
  glance.glance(lines);
  return glance.may_be_proven();
}

/// Gives each line to the font that reads it best.
void share_lines(const std::vector<FontLearner>& fonts, Lines& lines) {
  std::vector<float> best(lines.size(), std::numeric_limits<float>::max());
  for (std::size_t number = 0; number < fonts.size(); ++number) {
    const auto costs = fonts[number].costs_of_lines();
    for (std::size_t line = 0; line < lines.size(); ++line) {
      if (costs[line] >= best[line]) continue;
      best[line] = costs[line];
      lines[line] = static_cast<std::uint8_t>(number);
    }
  }
}

}  // namespace

std::vector<DecodedToken> read_ascii_codes(const TokenText& text, const SpelledWords& words,
                                           const LanguageModel& model) {
  std::vector<FontLearner> fonts;
  if (!is_worth_learning(text, words, model)) return {};
  Lines lines = lines_to_learn_from(text);
  for (std::uint8_t number = 0; number < most_maps; ++number) {
    FontLearner font(text, words, model);
    font.learn(lines, number);
    if (!font.may_be_proven()) break;
    const auto foreign = font.foreign_lines();
    if (!foreign.empty()) {
      for (const std::uint32_t line : foreign) lines[line] = number + 1;
      font.learn(lines, number);
    }
    if (!font.is_proven()) break;
    fonts.push_back(std::move(font));
    if (foreign.empty()) break;
  }
  if (fonts.empty()) return {};
  share_lines(fonts, lines);
  std::vector<DecodedToken> out(text.tokens.size());
  for (std::size_t number = 0; number < fonts.size(); ++number) {
    FontLearner& font = fonts[number];
    font.take(lines, static_cast<std::uint8_t>(number));
    font.refine();
    font.leave_lines_without_support();
    font.write(out);
  }
  return out;
}

}  // namespace vanban::repair_stage::font_map

#include "repair/font_map/ascii_channel.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>

namespace vanban::repair_stage::font_map {
namespace {

using language::WordId;
namespace word_class = language::word_class;

/// Times that each letter counts as seen before anything was: as itself, as any code, as nothing.
constexpr float itself_before = 0.2F;
constexpr float code_before = 0.002F;
constexpr float own_capital_before = 0.0001F;  ///< "B" for b
constexpr float nothing_before = 0.3F;
constexpr float never = 1e-9F;

/// Nats of a sign that is itself before or behind a word.
struct EdgeSign {
  char sign;
  float before;
  float behind;
};
constexpr EdgeSign edge_signs[] = {
    {',', 7, 1.5F}, {'.', 7, 1.5F}, {';', 7, 1.5F}, {':', 7, 1.5F}, {')', 7, 2}, {'(', 1.5F, 7},
    {'"', 2, 2},    {'-', 3, 5},    {'+', 3, 7},    {'?', 7, 4},    {'!', 7, 4}, {'\'', 4, 4},
    {'/', 6, 5},    {'%', 7, 5},    {'*', 5, 5},    {'[', 4, 7},    {']', 7, 4}, {'_', 5, 5},
};
constexpr float foreign_edge = 2;  ///< quotation marks and the like
constexpr float odd_edge = 7;
constexpr float digit_before = 14;
constexpr std::size_t most_edge_signs = 3;

/// The place of the capital of a small letter of ASCII.
std::size_t capital_of(Spelled letter) {
  constexpr std::size_t ascii_letters = 26;
  return letter < ascii_letters ? std::size_t{'A'} + letter : GlyphCounts::places;
}

float edge_cost(const Glyph& glyph, bool behind) {
  for (const EdgeSign& row : edge_signs) {
    if (static_cast<char32_t>(row.sign) == glyph.value) return behind ? row.behind : row.before;
  }
  if (glyph.is_digit()) return behind ? odd_edge : digit_before;
  return glyph.value < 0x80 ? odd_edge : foreign_edge;
}

/// How likely words are printed so, in lines of capitals and in others.
constexpr float shares[2][3] = {{0.84F, 0.14F, 0.02F}, {0.08F, 0.07F, 0.85F}};

float print_cost(const TokenType& type, LetterPrint print) {
  const float capitals =
      static_cast<float>(type.in_capitals) / static_cast<float>(std::max(type.count, 1U));
  const auto k = static_cast<std::size_t>(print);
  return -std::log(shares[0][k] + capitals * (shares[1][k] - shares[0][k]));
}

/// What a token is made of.
struct Makeup {
  std::size_t digits = 0;
  std::size_t capitals = 0;
  std::size_t signs = 0;
  std::size_t letters = 0;
};
Makeup makeup_of(const TokenType& type) {
  Makeup makeup;
  for (std::size_t k = 0; k < type.size; ++k) {
    const Glyph& glyph = type.glyphs[k];
    if (glyph.is_digit()) {
      ++makeup.digits;
    } else if (glyph.letter == no_spelled) {
      ++makeup.signs;
    } else {
      ++(is_raised(glyph.letter) ? makeup.capitals : makeup.letters);
    }
  }
  return makeup;
}

/// Signs that stand by themselves, and those that stand with digits.
constexpr std::string_view bullets = "-+*#|=_.~";
constexpr std::string_view of_numbers = "-/.,:;%()*|+";

std::size_t odd_signs_of(const TokenType& type) {
  std::size_t odd = 0;
  bool same = true;
  bool has_digit = false;
  for (std::size_t k = 0; k < type.size; ++k) {
    same = same && type.glyphs[k] == type.glyphs[0];
    has_digit = has_digit || type.glyphs[k].is_digit();
  }
  const std::string_view usual = has_digit ? of_numbers : same ? bullets : std::string_view();
  for (std::size_t k = 0; k < type.size; ++k) {
    const Glyph& glyph = type.glyphs[k];
    if (!glyph.is_sign() || glyph.is_digit() || glyph.value >= 0x80) continue;
    if (usual.find(static_cast<char>(glyph.value)) == std::string_view::npos) ++odd;
  }
  return odd;
}

/// Looks for the words that a part of a token may be.
class PartReader {
 public:
  PartReader(const TokenType& type, const AsciiChannel& channel, const SpelledWords& words,
             std::vector<TokenReading>& out, float limit)
      : type_(type), channel_(channel), words_(words), out_(out), limit_(limit) {
    for (std::size_t k = 0; k < type.size; ++k) {
      for (std::size_t i = 0; i < cased_letters; ++i) {
        costs_[k][i] = channel.cost(static_cast<Spelled>(i), type.glyphs[k]);
      }
      least_[k] = *std::ranges::min_element(costs_[k]);
    }
    for (const LetterPrint print : prints) {
      print_costs_[static_cast<std::size_t>(print)] = print_cost(type, print);
    }
  }

  void read(std::size_t before, std::size_t behind, float edges) {
    before_ = before;
    size_ = type_.size - before - behind;
    base_.before = static_cast<std::uint8_t>(before);
    base_.behind = static_cast<std::uint8_t>(behind);
    edges_ = edges;
    read_with_loss(longest_spelled);
    if (channel_.lost() == no_spelled) return;
    for (std::size_t at = 0; at <= size_ && at < longest_spelled; ++at) read_with_loss(at);
  }

 private:
  static constexpr LetterPrint prints[] = {LetterPrint::lower, LetterPrint::title,
                                           LetterPrint::upper};

  void read_with_loss(std::size_t lost_at) {
    base_.lost_at = static_cast<std::uint8_t>(lost_at);
    letters_.clear();
    for (std::size_t k = 0; k < size_; ++k) {
      if (k == lost_at) letters_ += channel_.lost();
      const Glyph& glyph = type_.glyphs[before_ + k];
      letters_ += glyph.is_sure_letter() ? glyph.letter : no_spelled;
    }
    if (lost_at == size_ && lost_at != longest_spelled) letters_ += channel_.lost();
    const float others = edges_ + least_cost();
    for (const std::uint16_t number : words_.near(letters_)) {
      const SpelledWord& word = words_.at(number);
      if (word.cost + others > limit_) break;  // frequent words come first
      if (!fits(word)) continue;
      for (const LetterPrint print : prints) {
        if (print == LetterPrint::upper && word.size == 1) continue;
        add(number, word, print);
      }
    }
  }

  /// Nats of the letters at least, whatever they are, and a little less: sums of floats differ by
  /// the order of what they add.
  [[nodiscard]] float least_cost() const {
    constexpr float inexact = 0.01F;
    float cost = *std::ranges::min_element(print_costs_) - inexact;
    for (std::size_t k = 0; k < size_; ++k) cost += least_[before_ + k];
    return cost;
  }

  [[nodiscard]] bool fits(const SpelledWord& word) const {
    for (std::size_t k = 0; k < word.size; ++k) {
      if (letters_[k] != no_spelled && lowered(letters_[k]) != word.letters[k]) return false;
    }
    return true;
  }

  void add(std::uint16_t number, const SpelledWord& word, LetterPrint print) {
    const float cost_of_print = print_costs_[static_cast<std::size_t>(print)];
    const float cost = with_letters(word.cost + cost_of_print + edges_, word, print);
    if (cost > limit_) return;
    base_.number = number;
    base_.print = print;
    base_.cost_of_print = cost_of_print;
    base_.cost_but_letters = word.cost + cost_of_print;
    base_.cost = cost;
    if (!is_one_to_one(base_, word)) return;
    out_.push_back(base_);
    limit_ = std::min(limit_, base_.cost + far_behind);
  }

  /// `cost` with that of the letters of a word, or of so many of them that it is too much.
  [[nodiscard]] float with_letters(float cost, const SpelledWord& word, LetterPrint print) const {
    constexpr auto to_capital = static_cast<Spelled>(spelled_count);
    Spelled raise = print == LetterPrint::lower ? Spelled{0} : to_capital;
    const auto* costs = &costs_[before_];
    for (std::size_t k = 0; k < word.size && cost <= limit_; ++k) {
      const auto letter = static_cast<Spelled>(word.letters[k] + raise);
      cost += k == base_.lost_at ? channel_.cost_of_loss(letter) : (*costs++)[letter];
      if (print == LetterPrint::title) raise = 0;
    }
    return cost;
  }

  /// Nats by which a reading may be worse than the best.
  static constexpr float far_behind = 12;

  /// Within a token equal glyphs are equal letters, others are not.
  [[nodiscard]] bool is_one_to_one(const TokenReading& reading, const SpelledWord& word) const {
    if (reading.lost_at < longest_spelled) return true;
    for (std::size_t i = 0; i < word.size; ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        const Glyph& glyph = type_.glyphs[before_ + i];
        const bool same = glyph == type_.glyphs[before_ + k];
        const Spelled one = reading.letter(i, word);
        const Spelled other = reading.letter(k, word);
        // A capital may be itself and a code in one word: "HHW" for "Hán".
        const bool both = glyph.is_capital() && (one == glyph.letter) != (other == glyph.letter);
        if (same != (one == other) && !(same && both)) return false;
      }
    }
    return true;
  }

  const TokenType& type_;
  const AsciiChannel& channel_;
  const SpelledWords& words_;
  std::vector<TokenReading>& out_;
  std::basic_string<Spelled> letters_;
  std::array<std::array<float, cased_letters>, longest_token> costs_;  ///< of each glyph's letters
  std::array<float, longest_token> least_{};
  std::array<float, std::size(prints)> print_costs_{};
  TokenReading base_;  ///< the one that is looked at
  std::size_t before_ = 0;
  std::size_t size_ = 0;
  float edges_ = 0;
  float limit_ = 0;  ///< nats
};

}  // namespace

void AsciiChannel::learn(const GlyphCounts& counts, Spelled lost) {
  lost_ = lost;
  // Most counts are alike, most of all 0, and so are their logarithms.
  float last_share = 1;
  float last_cost = 0;
  const auto cost_of = [&](float share) {
    if (share != last_share) last_cost = -std::log(share);
    last_share = share;
    return last_cost;
  };
  for (std::size_t i = 0; i < cased_letters; ++i) {
    const auto letter = static_cast<Spelled>(i);
    const GlyphCounts::Row& seen = counts.of(letter);
    GlyphCounts::Row weights{};
    float sum = 0;
    for (std::size_t place = 0; place < GlyphCounts::places; ++place) {
      float before = code_before;
      if (place == GlyphCounts::itself) before = itself_before;
      if (place == GlyphCounts::nothing) before = lowered(letter) == lost ? nothing_before : never;
      if (place == capital_of(letter)) before = own_capital_before;
      weights[place] = seen[place] + before;
      sum += weights[place];
    }
    for (std::size_t place = 0; place < GlyphCounts::places; ++place) {
      costs_.of(letter)[place] = cost_of(weights[place] / sum);
    }
  }
  add_rivalry(counts, 0);
  add_rivalry(counts, spelled_count);
  for (std::size_t sign = '!'; sign < GlyphCounts::places; ++sign) {
    constexpr float before = 1;
    constexpr float most = 5;
    const float edges = counts.edge(static_cast<char32_t>(sign));
    float codes = 0;
    for (std::size_t i = 0; i < cased_letters; ++i)
      codes += counts.of(static_cast<Spelled>(i))[sign];
    costs_.edge(static_cast<char32_t>(sign)) =
        std::min(most, -std::log((edges + before) / (edges + codes + before)));
  }
}

AsciiChannel::AsciiChannel() {
  learn({});
  // Until something is known a comma may be a letter as well as a comma.
  constexpr float unknown = 3;
  for (std::size_t sign = '!'; sign < GlyphCounts::places; ++sign) {
    costs_.edge(static_cast<char32_t>(sign)) = unknown;
  }
}

float AsciiChannel::cost_of_edge(const Glyph& glyph, bool behind) const {
  return edge_cost(glyph, behind) + (glyph.value < 0x7F ? costs_.edge(glyph.value) : 0);
}

void AsciiChannel::open(std::uint8_t code) {
  constexpr float likely = 0.5F;
  for (std::size_t i = 0; i < cased_letters; ++i) {
    costs_.of(static_cast<Spelled>(i))[code] = likely;
  }
}

void AsciiChannel::add_rivalry(const GlyphCounts& counts, std::size_t first) {
  constexpr float before = 0.1F;
  constexpr float most = 3;
  constexpr float weight = 0.7F;
  for (std::size_t code = '!'; code < GlyphCounts::places; ++code) {
    float sum = before;
    for (std::size_t k = first; k < first + spelled_count; ++k) {
      sum += counts.of(static_cast<Spelled>(k))[code];
    }
    const auto rivalry = [&](float count) {
      return std::min(most, -weight * std::log((count + before) / sum));
    };
    const float of_unseen = rivalry(0);
    for (std::size_t k = first; k < first + spelled_count; ++k) {
      const float count = counts.of(static_cast<Spelled>(k))[code];
      costs_.of(static_cast<Spelled>(k))[code] += count == 0 ? of_unseen : rivalry(count);
    }
  }
}

AsItStands as_it_stands(const TokenType& type) {
  constexpr float token = 5;
  constexpr float digit = 2.3F;
  constexpr float sign = 3;
  constexpr float of_a_bullet = 3;
  constexpr float strange_token = 16;
  constexpr float strange_sign = 4;
  const Makeup makeup = makeup_of(type);
  const auto digits = static_cast<float>(makeup.digits);
  const auto others = static_cast<float>(makeup.signs + makeup.capitals);
  const float odd = sign * static_cast<float>(odd_signs_of(type));
  if (makeup.letters + makeup.capitals + makeup.digits == 0) {
    const bool is_bullet = type.size == 1 && odd == 0;
    return {word_class::boundary, token + sign * others, is_bullet ? -of_a_bullet : odd};
  }
  if (makeup.letters + makeup.capitals == 0) {
    return {word_class::number, token + digit * digits + sign * others, odd};
  }
  if (type.size > 0 && type.glyphs[0].is_digit()) {
    const float extra = sign * (others + static_cast<float>(makeup.letters));
    return {word_class::mixed, token + digit * digits + extra, extra};
  }
  if (makeup.letters + makeup.digits == 0) {
    return {word_class::acronym, token + sign * others, sign * others};
  }
  const float extra = strange_token + strange_sign * (others + digits) - token;
  return {makeup.digits > 0 ? word_class::mixed : word_class::unknown, token + extra, extra};
}

bool is_list_number(const TokenType& type) {
  constexpr std::string_view dressing = "*#(";
  constexpr std::size_t longest = 3;
  std::size_t at = 0;
  while (at < type.size && type.glyphs[at].value < 0x80 &&
         dressing.find(static_cast<char>(type.glyphs[at].value)) != std::string_view::npos) {
    ++at;
  }
  std::size_t end = at;
  while (end < type.size && (type.glyphs[end].is_digit() || type.glyphs[end].is_capital())) ++end;
  if (end == at && end < type.size && !type.glyphs[end].is_sign()) ++end;
  if (end == at || end - at > longest || end + 1 != type.size) return false;
  return type.glyphs[end].value == '.' || type.glyphs[end].value == ')';
}

std::vector<TokenReading> readings_of(const TokenType& type, const AsciiChannel& channel,
                                      const SpelledWords& words, std::size_t most) {
  constexpr float far_worse = 6;
  std::vector<TokenReading> readings;
  if (type.size == 0) return readings;
  PartReader reader(type, channel, words, readings, as_it_stands(type).cost + far_worse);
  float cost_before = 0;
  for (std::size_t before = 0; before <= most_edge_signs && before < type.size; ++before) {
    float edges = cost_before;
    for (std::size_t behind = 0; behind <= most_edge_signs && before + behind < type.size;
         ++behind) {
      reader.read(before, behind, edges);
      const Glyph& last = type.glyphs[type.size - 1U - behind];
      if (!last.is_sign()) break;
      edges += channel.cost_of_edge(last, true);
    }
    if (!type.glyphs[before].is_sign()) break;
    cost_before += channel.cost_of_edge(type.glyphs[before], false);
  }
  const std::size_t kept = std::min(most, readings.size());
  // Of equals the same ones with every standard library.
  const auto key = [](const TokenReading& one) {
    return std::tuple(one.cost, one.number, one.print, one.before, one.behind, one.lost_at);
  };
  std::ranges::partial_sort(readings, readings.begin() + static_cast<std::ptrdiff_t>(kept), {},
                            key);
  readings.resize(kept);
  return readings;
}

std::size_t count_alike(const TokenType& type, const TokenReading& reading,
                        const SpelledWords& words) {
  const SpelledWord& word = words.at(reading.number);
  std::basic_string<Spelled> letters;
  reading.for_each_letter(type, word, [&](Spelled letter, const Glyph* glyph) {
    const bool itself = glyph == nullptr || glyph->letter == letter;
    letters += itself ? lowered(letter) : no_spelled;
  });
  const auto& near = words.near(letters);
  return static_cast<std::size_t>(std::ranges::count_if(near, [&](std::uint16_t number) {
    const SpelledWord& other = words.at(number);
    for (std::size_t k = 0; k < other.size; ++k) {
      if (letters[k] != no_spelled && letters[k] != other.letters[k]) return false;
    }
    return true;
  }));
}

}  // namespace vanban::repair_stage::font_map

#include "repair/encodings/path.hpp"

#include <algorithm>
#include <array>

namespace vanban::repair_stage::encodings {
namespace {

// All costs are in half nats, as those of the tokens.
using Total = std::int64_t;

/// Of a text: what one word may prove for an encoding, and what an encoding must prove to be
/// looked at. Two damaged words of a short text are enough; no single foreign word is.
constexpr Total most_of_a_word = 24;
constexpr Total least_evidence = 36;
/// Of a word of one letter.
constexpr Total most_of_a_letter = 8;
/// Marked words that read well both ways speak for Vietnamese, where nothing speaks against the
/// encoding: each so much, and all together.
constexpr Total good_both_ways = 6;
constexpr Total most_both_ways = 16;
constexpr Total good_reading = 24;

/// An encoding with so much evidence is one that the document surely has.
constexpr Total plain_evidence = 300;

/// Of the best encoding's evidence, below which another is not looked at for its own.
constexpr Total least_share = 16;

/// States of the path besides Encoding::unicode.
constexpr std::size_t most_candidates = 5;

struct Switch {
  Total enter;  ///< from text as it stands, or from another encoding
  Total leave;
};
constexpr Switch within_line{24, 12};
constexpr Switch between_lines{12, 6};
/// What a single word must read better by, between words that stand as they are.
constexpr Total least_of_lone_word = 20;
constexpr Total weak_evidence = 10;  ///< more to enter an encoding without plain evidence

struct Candidate {
  Encoding encoding = Encoding::unicode;
  Total evidence = 0;
};

/// A distinct token, as often as it stands in the text.
struct Counted {
  std::size_t count = 0;
  bool short_word = false;
  Total best = 0;  ///< cost in the cheapest encoding chosen so far
};

std::vector<Counted> count_tokens(std::span<const Token> tokens, const Lexicon& lexicon) {
  std::vector<Counted> counted(lexicon.size());
  for (const Token& token : tokens) {
    Counted& one = counted[token.entry];
    ++one.count;
    one.short_word = token.size <= 2;
    one.best = lexicon.costs(token.entry)[0];
  }
  return counted;
}

/// What encoding `i` makes better of the text than the encodings chosen so far.
Total evidence_for(std::size_t i, std::span<const Counted> counted, const Lexicon& lexicon) {
  Total evidence = 0;
  Total both_ways = 0;
  bool opposed = false;
  for (std::uint32_t entry = 0; entry < counted.size(); ++entry) {
    const Counted& one = counted[entry];
    if (one.count == 0) continue;
    const Total gain = one.best - lexicon.costs(entry)[i];
    const auto count = static_cast<Total>(one.count);
    evidence +=
        count * std::clamp<Total>(gain, 0, one.short_word ? most_of_a_letter : most_of_a_word);
    if (gain == 0 && one.best <= good_reading) both_ways += count * good_both_ways;
    opposed = opposed || gain <= -most_of_a_word;
  }
  if (!opposed && evidence > 0) evidence += std::min(both_ways, most_both_ways);
  return evidence;
}

/// All encodings with their evidence, the first of equals first.
std::array<Candidate, encoding_count> all_evidence(std::span<const Counted> counted,
                                                   const Lexicon& lexicon) {
  std::array<Candidate, encoding_count> all{};
  for (std::size_t i = 1; i < encoding_count; ++i) {
    all[i] = {static_cast<Encoding>(i), evidence_for(i, counted, lexicon)};
  }
  std::ranges::stable_sort(all, std::ranges::greater{}, &Candidate::evidence);
  return all;
}

/// The encodings that the text may be in: the one with most evidence, then the one that makes most
/// of what the first leaves unread, and so on, so that a few lines in an encoding of their own
/// count however long the rest is. What places are left go to those that read most of the text by
/// themselves: TCVN3 and ISC differ in a few letters that one line may lack.
std::vector<Candidate> find_candidates(std::span<const Token> tokens, const Lexicon& lexicon) {
  std::vector<Counted> counted = count_tokens(tokens, lexicon);
  const auto alone = all_evidence(counted, lexicon);
  std::vector<Candidate> candidates;
  const auto holds = [&candidates](Encoding encoding) {
    return std::ranges::find(candidates, encoding, &Candidate::encoding) != candidates.end();
  };
  while (candidates.size() < most_candidates) {
    const Candidate best = candidates.empty() ? alone[0] : all_evidence(counted, lexicon)[0];
    if (best.evidence < least_evidence) break;
    candidates.push_back(best);
    for (std::uint32_t entry = 0; entry < counted.size(); ++entry) {
      const Total cost = lexicon.costs(entry)[static_cast<std::size_t>(best.encoding)];
      counted[entry].best = std::min(counted[entry].best, cost);
    }
  }
  for (const Candidate& other : alone) {
    const bool much =
        other.evidence >= least_evidence && other.evidence * least_share >= alone[0].evidence;
    if (!much || candidates.size() == most_candidates) break;
    if (!holds(other.encoding)) candidates.push_back(other);
  }
  return candidates;
}

/// Whether a letter of `printed` is one of the encoding with the mark behind it: that is
/// unmistakable, where one letter for another may be anything.
bool has_mark_behind(std::string_view printed, Encoding encoding) {
  RawText raw;
  raw.cut(printed);
  for (std::size_t i = 1; i < raw.characters.size(); ++i) {
    const auto is_pair = [&](const CodeRow& row) {
      return row.encoding == encoding && row.second != 0 &&
             row.first == raw.characters[i - 1].byte && row.second == raw.characters[i].byte;
    };
    if (std::ranges::any_of(code_table(), is_pair)) return true;
  }
  return false;
}

/// A single word between others need not pay for the way to its encoding and back. Whether one was
/// found.
bool read_lone_words(std::span<const Token> tokens, const Lexicon& lexicon,
                     std::span<const Candidate> states, std::vector<Encoding>& path) {
  bool found = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (path[i] != Encoding::unicode) continue;
    const CostRow& row = lexicon.costs(tokens[i].entry);
    const auto reads = [&](const Candidate& state) {
      const Total read = row[static_cast<std::size_t>(state.encoding)];
      return read <= good_reading && row[0] - read >= least_of_lone_word &&
             has_mark_behind(lexicon.printed(tokens[i].entry), state.encoding);
    };
    const auto state = std::ranges::find_if(states, reads);
    if (state == states.end()) continue;
    path[i] = state->encoding;
    found = true;
  }
  return found;
}

}  // namespace

std::vector<Encoding> find_path(std::span<const Token> tokens, const Lexicon& lexicon) {
  std::vector<Candidate> states = find_candidates(tokens, lexicon);
  if (states.empty()) return {};
  states.insert(states.begin(), Candidate{});
  const std::size_t count = states.size();

  std::array<Total, most_candidates + 1> cost{};
  std::array<Total, most_candidates + 1> weak{};
  for (std::size_t s = 1; s < count; ++s) {
    weak[s] = states[s].evidence < plain_evidence ? weak_evidence : 0;
    cost[s] = between_lines.enter + weak[s];
  }
  // For each token and state: the state of the token before.
  std::vector<std::uint8_t> back(tokens.size() * count);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Switch price = tokens[i].first_of_line ? between_lines : within_line;
    std::size_t from = 0;
    Total least = cost[0];
    for (std::size_t s = 1; s < count; ++s) {
      if (cost[s] + price.leave < least) {
        least = cost[s] + price.leave;
        from = s;
      }
    }
    const CostRow& row = lexicon.costs(tokens[i].entry);
    for (std::size_t s = 0; s < count; ++s) {
      const Total entered = s == 0 ? least : least + price.enter + weak[s];
      std::size_t before = s;
      if (i > 0 && entered < cost[s]) {
        before = from;
        cost[s] = entered;
      }
      cost[s] += row[static_cast<std::size_t>(states[s].encoding)];
      back[i * count + s] = static_cast<std::uint8_t>(before);
    }
  }
  auto state = static_cast<std::size_t>(
      std::min_element(cost.begin(), cost.begin() + static_cast<std::ptrdiff_t>(count)) -
      cost.begin());
  std::vector<Encoding> path(tokens.size());
  bool changed = false;
  for (std::size_t i = tokens.size(); i > 0; --i) {
    path[i - 1] = states[state].encoding;
    changed = changed || state != 0;
    state = back[(i - 1) * count + state];
  }
  changed = read_lone_words(tokens, lexicon, states, path) || changed;
  if (!changed) path.clear();
  return path;
}

}  // namespace vanban::repair_stage::encodings

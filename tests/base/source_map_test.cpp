#include "vanban/source_map.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "base/map_walk.hpp"

namespace vanban {
namespace {

using Change = SourceMap::Change;

SourceMap one_change(TextSpan text, SourceSpan source) {
  return SourceMap({{text, source}});
}

TEST(SourceMap, AnEmptyMapIsTheIdentity) {
  const SourceMap map;
  EXPECT_TRUE(map.is_identity());
  EXPECT_EQ(map.to_source({3, 7}), (SourceSpan{3, 7}));
  EXPECT_EQ(map.to_text({3, 7}), (TextSpan{3, 7}));
  EXPECT_EQ(map.to_source({4, 4}), (SourceSpan{4, 4}));
}

TEST(SourceMap, ARewrittenSyllableMapsToAllItsSourceBytes) {
  // "Sở  hoa học" -> "Sở Khoa học": bytes 4..9 " hoa" -> "Khoa" (both after "Sở ", 5 bytes).
  const SourceMap map = one_change({5, 9}, {5, 9});
  for (std::uint32_t at = 5; at < 9; ++at) {
    EXPECT_EQ(map.to_source({at, at + 1}), (SourceSpan{5, 9})) << at;
    EXPECT_EQ(map.to_text({at, at + 1}), (TextSpan{5, 9})) << at;
  }
  EXPECT_EQ(map.to_source({0, 5}), (SourceSpan{0, 5}));
  EXPECT_EQ(map.to_source({9, 12}), (SourceSpan{9, 12}));
  EXPECT_EQ(map.to_source({4, 6}), (SourceSpan{4, 9}));
}

TEST(SourceMap, WhatFollowsALongerChangeIsShifted) {
  const SourceMap map = one_change({5, 8}, {5, 15});
  EXPECT_EQ(map.to_source({8, 10}), (SourceSpan{15, 17}));
  EXPECT_EQ(map.to_text({15, 17}), (TextSpan{8, 10}));
}

TEST(SourceMap, DeletedTextAtAnEndOfASpanIsLeftOut) {
  // Source "a **b** c", text "a b c".
  const SourceMap map(std::vector<Change>{{{2, 2}, {2, 4}}, {{3, 3}, {5, 7}}});
  EXPECT_EQ(map.to_source({2, 3}), (SourceSpan{4, 5}));
  EXPECT_EQ(map.to_source({0, 3}), (SourceSpan{0, 5}));
  EXPECT_EQ(map.to_source({2, 5}), (SourceSpan{4, 9}));
  EXPECT_EQ(map.to_source({0, 5}), (SourceSpan{0, 9})) << "inside a span the marks count";
}

TEST(SourceMap, DeletedSourceHasAnEmptyPlaceInTheText) {
  const SourceMap map(std::vector<Change>{{{2, 2}, {2, 4}}});
  EXPECT_EQ(map.to_text({2, 4}), (TextSpan{2, 2}));
  EXPECT_EQ(map.to_text({3, 5}), (TextSpan{2, 3}));
  EXPECT_EQ(map.to_text({1, 3}), (TextSpan{1, 2}));
}

TEST(SourceMap, InsertedTextHasAnEmptyPlaceInTheSource) {
  const SourceMap map(std::vector<Change>{{{2, 3}, {2, 2}}});
  EXPECT_EQ(map.to_source({2, 3}), (SourceSpan{2, 2}));
  EXPECT_EQ(map.to_source({1, 3}), (SourceSpan{1, 2}));
  EXPECT_EQ(map.to_source({2, 4}), (SourceSpan{2, 3}));
  EXPECT_EQ(map.to_text({1, 3}), (TextSpan{1, 4})) << "it covers what was inserted";
  EXPECT_EQ(map.to_text({2, 3}), (TextSpan{3, 4}));
}

TEST(SourceMap, ADeletionOfWhatWasInsertedLeavesNoTrace) {
  const SourceMap insert(std::vector<Change>{{{2, 5}, {2, 2}}});
  const SourceMap remove(std::vector<Change>{{{2, 2}, {2, 5}}});
  EXPECT_EQ(SourceMap::compose(remove, insert), SourceMap());
}

TEST(SourceMap, ComposingWithTheIdentityChangesNothing) {
  const SourceMap map(std::vector<Change>{{{2, 3}, {2, 7}}});
  EXPECT_EQ(SourceMap::compose(map, SourceMap()), map);
  EXPECT_EQ(SourceMap::compose(SourceMap(), map), map);
}

TEST(SourceMap, ChangesThatShareBytesBecomeOne) {
  // Step one: source 2..6 -> middle 2..4. Step two: middle 3..8 -> text 3..5.
  const SourceMap earlier(std::vector<Change>{{{2, 4}, {2, 6}}});
  const SourceMap later(std::vector<Change>{{{3, 5}, {3, 8}}});
  const SourceMap both = SourceMap::compose(later, earlier);
  EXPECT_EQ(both, one_change({2, 5}, {2, 10}));
}

TEST(SourceMap, OffsetsUpToTheLargestTextAreExact) {
  constexpr std::uint32_t far = std::numeric_limits<std::int32_t>::max() - 10;
  const SourceMap map(std::vector<Change>{{{0, 4}, {0, 1}}, {{far, far + 1}, {far - 3, far}}});
  EXPECT_EQ(map.to_source({far - 1, far}), (SourceSpan{far - 4, far - 3}));
  EXPECT_EQ(map.to_source({far + 1, far + 2}), (SourceSpan{far, far + 1}));
}

/// A source, a text made of it by random changes, and the map.
struct Step {
  std::string text;
  SourceMap map;
};

Step change_at_random(const std::string& source, std::mt19937& random) {
  const auto below = [&random](std::uint32_t n) {
    return static_cast<std::uint32_t>(random() % n);
  };
  Step step;
  std::vector<Change> changes;
  std::uint32_t copied = 0;
  for (std::uint32_t at = below(4); at <= source.size(); at += below(6)) {
    const auto end =
        static_cast<std::uint32_t>(std::min<std::size_t>(at + below(4), source.size()));
    const std::uint32_t inserted = below(4);
    if (end == at && inserted == 0) continue;
    step.text.append(source, copied, at - copied);
    Change change;
    change.text.begin = static_cast<std::uint32_t>(step.text.size());
    for (std::uint32_t i = 0; i < inserted; ++i) {
      step.text.push_back(static_cast<char>('A' + below(26)));
    }
    change.text.end = static_cast<std::uint32_t>(step.text.size());
    change.source = {at, end};
    changes.push_back(change);
    copied = at = end;
  }
  step.text.append(source, copied);
  step.map = SourceMap(std::move(changes));
  return step;
}

std::string random_source(std::mt19937& random) {
  std::string source(random() % 40, '.');
  for (char& byte : source) byte = static_cast<char>('a' + random() % 26);
  return source;
}

template <class Place>
bool is_inside(Place place, std::size_t size) {
  return place.begin <= place.end && place.end <= size;
}

/// Every copied byte of the text is the byte that the map says, and no change is out of order.
void expect_true_map(const SourceMap& map, const std::string& text, const std::string& source) {
  std::uint32_t in_text = 0;
  std::uint32_t in_source = 0;
  for (const Change& change : map.changes()) {
    ASSERT_LE(in_text, change.text.begin);
    ASSERT_LE(in_source, change.source.begin);
    const std::uint32_t copied = change.text.begin - in_text;
    ASSERT_EQ(copied, change.source.begin - in_source);
    ASSERT_EQ(text.substr(in_text, copied), source.substr(in_source, copied));
    in_text = change.text.end;
    in_source = change.source.end;
  }
  ASSERT_EQ(text.substr(in_text), source.substr(in_source));
}

TEST(SourceMapProperties, EverySpanIsInsideTheOtherSideAndGrowsWithIt) {
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    const std::string source = random_source(random);
    const Step step = change_at_random(source, random);
    expect_true_map(step.map, step.text, source);
    const auto size = static_cast<std::uint32_t>(step.text.size());
    for (std::uint32_t begin = 0; begin <= size; ++begin) {
      for (std::uint32_t end = begin; end <= size; ++end) {
        const SourceSpan place = step.map.to_source({begin, end});
        ASSERT_TRUE(is_inside(place, source.size())) << begin << ' ' << end;
        ASSERT_TRUE(begin != end || place.empty());
        if (end > begin + 1) {
          const SourceSpan less = step.map.to_source({begin, end - 1});
          ASSERT_LE(less.end, place.end);
          ASSERT_EQ(less.begin, place.begin);
        }
      }
    }
    for (std::uint32_t begin = 0; begin <= source.size(); ++begin) {
      for (auto end = begin; end <= source.size(); ++end) {
        ASSERT_TRUE(is_inside(step.map.to_text({begin, end}), size)) << begin << ' ' << end;
      }
    }
  }
}

TEST(SourceMapProperties, AWalkAnswersAsTheMapDoesInWhateverOrder) {
  std::mt19937 random(13);
  for (int round = 0; round < 3000; ++round) {
    const std::string source = random_source(random);
    const Step step = change_at_random(source, random);
    ToSourceWalk to_source(step.map);
    ToTextWalk to_text(step.map);
    const auto span_within = [&random](std::size_t size) {
      const auto begin = static_cast<std::uint32_t>(random() % (size + 1));
      const auto length = static_cast<std::uint32_t>(random() % 5);
      return std::pair(begin, std::min(begin + length, static_cast<std::uint32_t>(size)));
    };
    for (int question = 0; question < 20; ++question) {
      const auto [begin, end] = span_within(step.text.size());
      ASSERT_EQ(to_source(TextSpan{begin, end}), step.map.to_source({begin, end}));
      const auto [from, to] = span_within(source.size());
      ASSERT_EQ(to_text(SourceSpan{from, to}), step.map.to_text({from, to}));
    }
  }
}

TEST(SourceMapProperties, ACopiedByteGoesThereAndBack) {
  std::mt19937 random(11);
  for (int round = 0; round < 3000; ++round) {
    const std::string source = random_source(random);
    const Step step = change_at_random(source, random);
    for (std::uint32_t at = 0; at < step.text.size(); ++at) {
      const SourceSpan place = step.map.to_source({at, at + 1});
      const bool copied = std::ranges::none_of(step.map.changes(), [at](const Change& change) {
        return change.text.begin <= at && at < change.text.end;
      });
      if (!copied) continue;
      ASSERT_EQ(place.size(), 1U);
      ASSERT_EQ(source[place.begin], step.text[at]);
      ASSERT_EQ(step.map.to_text(place), (TextSpan{at, at + 1}));
    }
  }
}

TEST(SourceMapProperties, CompositionIsTwoSteps) {
  std::mt19937 random(13);
  std::size_t exact = 0;
  for (int round = 0; round < 3000; ++round) {
    const std::string source = random_source(random);
    const Step earlier = change_at_random(source, random);
    const Step later = change_at_random(earlier.text, random);
    const SourceMap both = SourceMap::compose(later.map, earlier.map);
    expect_true_map(both, later.text, source);
    for (std::uint32_t begin = 0; begin < later.text.size(); ++begin) {
      for (auto end = begin + 1; end <= later.text.size(); ++end) {
        const SourceSpan middle = later.map.to_source({begin, end});
        const SourceSpan twice = earlier.map.to_source(TextSpan{middle.begin, middle.end});
        const SourceSpan once = both.to_source({begin, end});
        // Changes that share bytes of the middle text became one, which maps to all of it.
        ASSERT_LE(once.begin, twice.begin);
        ASSERT_GE(once.end, twice.end);
        if (once == twice) ++exact;
      }
    }
  }
  EXPECT_GT(exact, 10000U);
}

TEST(SourceMapProperties, CompositionOfChangesThatShareNothingIsExact) {
  // The earlier step changes bytes of the first half, the later one bytes of the second; between
  // them stands a byte that neither touches.
  std::mt19937 random(17);
  for (int round = 0; round < 2000; ++round) {
    const std::string first = random_source(random);
    const std::string second = random_source(random);
    const Step changed_first = change_at_random(first, random);
    const Step changed_second = change_at_random(second, random);
    const auto shift = static_cast<std::uint32_t>(changed_first.text.size() + 1);
    std::vector<Change> moved;
    for (Change change : changed_second.map.changes()) {
      change.text = {change.text.begin + shift, change.text.end + shift};
      change.source = {change.source.begin + shift, change.source.end + shift};
      moved.push_back(change);
    }
    const SourceMap later(std::move(moved));
    const SourceMap both = SourceMap::compose(later, changed_first.map);
    const std::string text = changed_first.text + "|" + changed_second.text;
    expect_true_map(both, text, first + "|" + second);
    for (std::uint32_t begin = 0; begin < text.size(); ++begin) {
      for (auto end = begin + 1; end <= text.size(); ++end) {
        const SourceSpan middle = later.to_source({begin, end});
        ASSERT_EQ(both.to_source({begin, end}),
                  changed_first.map.to_source(TextSpan{middle.begin, middle.end}));
      }
    }
  }
}

TEST(SourceMap, ALongMapAnswersWithoutWalkingIt) {
  std::vector<Change> changes;
  constexpr std::uint32_t count = 2'000'000;
  changes.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    changes.push_back({{5 * i, 5 * i + 1}, {6 * i, 6 * i + 2}});
  }
  const SourceMap map(std::move(changes));
  // A walk would look at 10^12 changes for these questions.
  std::uint64_t sum = 0;
  for (std::uint32_t i = 0; i < 1'000'000; ++i) {
    const std::uint32_t at = 5 * ((i * 7919U) % count) + 2;
    sum += map.to_source({at, at + 1}).begin - (at / 5) * 6;
  }
  EXPECT_EQ(sum, 3'000'000U);
}

}  // namespace
}  // namespace vanban

#include <algorithm>
#include <cstddef>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "support/case_file.hpp"
#include "support/files.hpp"
#include "support/files_below.hpp"
#include "vanban/repair_stream.hpp"

namespace vanban {
namespace {

struct Whole {
  std::string text;
  std::vector<StreamRepair> repairs;
  std::size_t most_held = 0;
};

void add(Whole& whole, Result<RepairedPiece> piece) {
  ASSERT_TRUE(piece);
  whole.text += piece->text;
  whole.repairs.insert(whole.repairs.end(), piece->repairs.begin(), piece->repairs.end());
}

/// Feeds `text` in pieces of 1 to `most` bytes, wherever they end.
Whole streamed(std::string_view text, std::size_t window, std::size_t most, unsigned seed = 1) {
  std::mt19937 random(seed);
  StreamOptions options;
  options.window_bytes = window;
  RepairStream stream(options);
  Whole whole;
  while (!text.empty()) {
    const std::size_t size = std::min<std::size_t>(text.size(), 1 + random() % most);
    add(whole, stream.push(text.substr(0, size)));
    whole.most_held = std::max(whole.most_held, stream.held_bytes());
    text.remove_prefix(size);
  }
  add(whole, stream.finish());
  EXPECT_EQ(stream.held_bytes(), 0U);
  return whole;
}

/// All plans of the corpus, damaged ones among them, one behind the other.
std::string long_text() {
  std::string text;
  for (const auto& file : test::files_below(test::corpus() / "plans")) {
    if (file.extension() == ".txt") text += test::read_file(file) + "\n\n";
  }
  return text;
}

std::string applied(std::string_view source, const std::vector<StreamRepair>& repairs) {
  std::string text;
  std::size_t at = 0;
  for (const StreamRepair& repair : repairs) {
    EXPECT_LE(at, repair.begin);
    EXPECT_EQ(source.substr(repair.begin, repair.end - repair.begin), repair.before);
    text += source.substr(at, repair.begin - at);
    text += repair.after;
    at = repair.end;
  }
  return text + std::string(source.substr(at));
}

TEST(RepairStream, OneWindowIsTheTextAsARepairOfItsOwn) {
  std::size_t repaired = 0;
  for (const auto& file : test::files_below(test::corpus() / "plans")) {
    if (file.extension() != ".txt") continue;
    const std::string text = test::read_file(file);
    const auto expected = repair(text);
    ASSERT_TRUE(expected);
    const Whole whole = streamed(text, text.size() + 64, 7);
    EXPECT_EQ(whole.text, expected->text) << file;
    ASSERT_EQ(whole.repairs.size(), expected->repairs.size()) << file;
    for (std::size_t i = 0; i < whole.repairs.size(); ++i) {
      EXPECT_EQ(whole.repairs[i].after, expected->repairs[i].after);
      EXPECT_EQ(whole.repairs[i].begin, expected->repairs[i].span.begin);
      EXPECT_EQ(whole.repairs[i].end, expected->repairs[i].span.end);
      EXPECT_EQ(whole.repairs[i].kind, expected->repairs[i].kind);
    }
    repaired += whole.repairs.size();
  }
  EXPECT_GT(repaired, 100U);
}

TEST(RepairStream, WherePiecesEndChangesNothing) {
  const std::string text = long_text();
  const Whole first = streamed(text, 8192, 5000);
  EXPECT_GT(first.repairs.size(), 100U);
  EXPECT_EQ(first.text, applied(text, first.repairs));
  for (const std::size_t most : {std::size_t{1}, std::size_t{3}, std::size_t{100000}}) {
    const Whole other = streamed(text, 8192, most, 2);
    EXPECT_EQ(other.text, first.text) << most;
    EXPECT_EQ(other.repairs, first.repairs) << most;
  }
}

TEST(RepairStream, HoldsNoMoreThanAWindow) {
  const std::string text = long_text();
  for (const std::size_t window : {std::size_t{64}, std::size_t{1000}, std::size_t{30000}}) {
    EXPECT_LE(streamed(text, window, 50000).most_held, window);
  }
}

TEST(RepairStream, NoCharacterIsTorn) {
  std::string text;  // no line end, no blank
  for (int i = 0; i < 200; ++i) text += "ướ";
  const Whole whole = streamed(text, 64, 10);
  EXPECT_EQ(whole.text, text);
  const std::string lines = "Trồng cây\r\n\r\nven đường\r\n";
  std::string many;
  for (int i = 0; i < 40; ++i) many += lines;
  EXPECT_EQ(streamed(many, 64, 10).text, many);
}

TEST(RepairStream, SpansCountFromTheBeginningOfTheWhole) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "Trồng cây ven đường liên xã năm 2031.\n\n";
  const std::size_t at = text.size();
  text += "Cây đƣợc trồng.\n";
  const Whole whole = streamed(text, 256, 100);
  ASSERT_EQ(whole.repairs.size(), 1U);
  EXPECT_EQ(whole.repairs[0].before, "đƣợc");
  EXPECT_EQ(whole.repairs[0].begin, at + std::string_view("Cây ").size());
}

TEST(RepairStream, BeginsANewTextAfterItsEnd) {
  RepairStream stream;
  Whole first;
  add(first, stream.push("đƣợc"));
  add(first, stream.finish());
  Whole second;
  add(second, stream.push("đƣợc"));
  add(second, stream.finish());
  EXPECT_EQ(first.text, "được");
  EXPECT_EQ(first.repairs, second.repairs);
}

TEST(RepairStream, AnOptionWithoutSuchAValueIsAnError) {
  StreamOptions small;
  small.window_bytes = 63;
  StreamOptions large;
  large.window_bytes = std::numeric_limits<std::size_t>::max();
  StreamOptions unsure;
  unsure.repair.min_confidence = 2;
  for (const StreamOptions& wrong : {small, large, unsure}) {
    RepairStream stream(wrong);
    const auto pushed = stream.push("x");
    ASSERT_FALSE(pushed);
    EXPECT_EQ(pushed.error().code, ErrorCode::invalid_argument);
    EXPECT_FALSE(stream.finish());
  }
}

}  // namespace
}  // namespace vanban

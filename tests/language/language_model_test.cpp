#include "language/language_model.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

// Of src/language/model_data.S.
extern "C" const std::byte vanban_builtin_model[];
extern "C" const std::byte vanban_builtin_model_end[];

namespace vanban::language {
namespace {

const LanguageModel& model() {
  return LanguageModel::builtin();
}

double nats(std::string_view text) {
  WordScanner scanner(text);
  Word word;
  Context context;
  double sum = 0;
  while (scanner.next(word)) {
    if (word.after_boundary) context = {};
    sum += double{model().cost(context, model().classify(word))};
  }
  return sum;
}

TEST(BuiltinModel, HoldsTogetherAndKeepsItsSize) {
  // builtin() trusts the bytes; here they are checked.
  const std::span<const std::byte> bytes(vanban_builtin_model, vanban_builtin_model_end);
  const auto opened = LanguageModel::from_bytes(bytes);
  ASSERT_TRUE(opened) << opened.error().detail;
  EXPECT_EQ(opened->size(), model().size());
  EXPECT_LE(bytes.size(), std::size_t{16} << 20U);
}

TEST(BuiltinModel, FindsWordsInEveryPrint) {
  const WordId id = model().find("kế");
  ASSERT_NE(id, word_class::unknown);
  EXPECT_EQ(model().find("Kế"), id);
  EXPECT_EQ(model().find("KẾ"), id);
  EXPECT_EQ(model().spelling(id), "kế");
  EXPECT_NE(model().find("kê"), id);
  EXPECT_EQ(model().find("UBND"), model().find("ubnd"));
  EXPECT_NE(model().find("ubnd"), word_class::unknown);
}

TEST(BuiltinModel, TonePlacementIsNoDifference) {
  EXPECT_NE(model().find("hòa"), word_class::unknown);
  EXPECT_EQ(model().find("hoà"), model().find("hòa"));
  EXPECT_EQ(model().find("UỶ"), model().find("ủy"));
  EXPECT_NE(model().find("hóa"), model().find("hòa"));
}

TEST(BuiltinModel, UnknownIsUnknown) {
  for (const std::string_view word : {"", "nghịchh", "zzkx", "kế hoạch", "2025", "\xE1"}) {
    EXPECT_EQ(model().find(word), word_class::unknown) << word;
  }
}

TEST(BuiltinModel, ClassesFollowTheKindOfWord) {
  WordScanner scanner("15 2025 II 02b ZZKX zzkx kế");
  Word word;
  std::vector<WordId> ids;
  while (scanner.next(word)) ids.push_back(model().classify(word));
  EXPECT_EQ(ids, (std::vector<WordId>{word_class::number, word_class::year, word_class::roman,
                                      word_class::mixed, word_class::acronym, word_class::unknown,
                                      model().find("kế")}));
}

TEST(BuiltinModel, EveryContextSumsToOne) {
  const std::vector<std::vector<std::string_view>> contexts{
      {}, {"kế"}, {"kế", "hoạch"}, {"ủy", "ban"}, {"của", "các"}, {"thi", "đua"}, {"hoạch", "ủy"}};
  for (const auto& words : contexts) {
    Context context;
    for (const std::string_view word : words) model().cost(context, model().find(word));
    double sum = 0;
    for (std::size_t id = 0; id < model().size(); ++id) {
      Context copy = context;
      sum += std::exp(-double{model().cost(copy, static_cast<WordId>(id))});
    }
    // Costs are rounded to steps of 0.08 nats and back-offs to 0.06.
    EXPECT_NEAR(sum, 1, 0.04) << (words.empty() ? "<s>" : words.back());
  }
}

TEST(BuiltinModel, FluentBeatsShuffled) {
  EXPECT_LT(nats("xây dựng kế hoạch phát triển kinh tế"),
            nats("kinh dựng phát hoạch xây tế kế triển"));
  EXPECT_LT(nats("ủy ban nhân dân tỉnh"), nats("ủy ban nhan dan tinh"));
  EXPECT_LT(nats("khoa học và công nghệ"), nats("hoa học và công nghệ"));
  EXPECT_LT(nats("cá nhân có thành tích"), nats("cá nh n có thành tích"));
}

TEST(BuiltinModel, ABoundaryForgetsWhatStoodBefore) {
  Context context;
  model().cost(context, model().find("kế"));
  model().cost(context, word_class::boundary);
  Context fresh;
  EXPECT_EQ(model().cost(context, model().find("hoạch")),
            model().cost(fresh, model().find("hoạch")));
}

TEST(BuiltinModel, PatternsGiveTheWordsThatFit) {
  const auto has = [](std::string_view pattern, std::string_view word) {
    const auto fitting = model().completions(pattern);
    return std::any_of(fitting.begin(), fitting.end(),
                       [&](std::uint16_t one) { return model().text_of(one) == word; });
  };
  EXPECT_TRUE(has("nh?n", "nhân"));
  EXPECT_TRUE(has("nh?n", "nhận"));
  EXPECT_FALSE(has("nh?n", "nhanh"));
  EXPECT_TRUE(has("??y", "xây"));
  EXPECT_TRUE(has("?hcn", "khcn"));
  EXPECT_TRUE(has("ho?", "hòa") || has("ho?", "hoà"));
  EXPECT_TRUE(has("ho?", "hoà"));
  EXPECT_TRUE(has("h?a", "hòa"));
  EXPECT_TRUE(has("?", "ở"));
  EXPECT_TRUE(model().completions("zq?x").empty());
  EXPECT_TRUE(model().completions("").empty());
  EXPECT_TRUE(model().completions("nhân").empty());
  for (const std::uint16_t one : model().completions("ho?")) {
    EXPECT_EQ(model().word_of(one), model().find(model().text_of(one)));
  }
}

TEST(BuiltinModel, CapitalsFollowTheNeighbours) {
  const auto id = [](std::string_view word) { return model().find(word); };
  const CaseCosts in_name = model().case_costs(id("sở"), id("khoa"), id("học"), false);
  EXPECT_LT(in_name.title, in_name.lower);
  const CaseCosts plain = model().case_costs(id("nghiên"), id("cứu"), id("khoa"), false);
  EXPECT_LT(plain.lower, plain.title);
  const CaseCosts first = model().case_costs(word_class::boundary, id("các"), id("cơ"), true);
  EXPECT_LT(first.title, first.lower);
  const CaseCosts inside = model().case_costs(id("của"), id("các"), id("cơ"), false);
  EXPECT_LT(inside.lower, inside.title);
  const CaseCosts acronym = model().case_costs(id("của"), id("ubnd"), id("tỉnh"), false);
  EXPECT_LT(acronym.upper, acronym.lower);
}

}  // namespace
}  // namespace vanban::language

#include "repair/remarks/remarks.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "repair/remarks/abbreviations.hpp"
#include "support/case_file.hpp"

namespace vanban::repair_stage::remarks {
namespace {

std::vector<Remark> remarks_of(std::string_view text) {
  return find_remarks(text, language::LanguageModel::builtin());
}

/// The text with its remarks: [printed|meant], {damage}.
std::string marked(std::string_view text, const std::vector<Remark>& remarks) {
  std::string out;
  std::size_t at = 0;
  for (const Remark& one : remarks) {
    const bool suspect = one.kind == Remark::Kind::suspect_word;
    out += text.substr(at, one.span.begin - at);
    out += suspect ? '[' : '{';
    out += text.substr(one.span.begin, one.span.size());
    out += suspect ? "|" + one.suggestion + "]" : "}";
    at = one.span.end;
  }
  out += text.substr(at);
  return out;
}

class RemarkCases : public testing::TestWithParam<test::Case> {};

TEST_P(RemarkCases, AreAsExpected) {
  const test::Case& one = GetParam();
  EXPECT_EQ(marked(one.input, remarks_of(one.input)), one.expected) << one.title;
}

INSTANTIATE_TEST_SUITE_P(Corpus, RemarkCases,
                         testing::ValuesIn(test::read_case_folder(test::corpus() / "remarks")),
                         test::case_name);

TEST(Remarks, AreOnTheTextInOrderWhateverItIs) {
  static constexpr std::string_view pieces[] = {
      "các",   "nhân", "UNND", "tỉnh", "vấn", "để",    " ",      " ", " ", " ",  "\n", ". ",
      "tröng", "d6",   "quy",  "xa",   "hoi", "người", "Москва", "ư", "A", "15", "/",  "\t"};
  std::mt19937 random(5);
  std::size_t found = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const std::size_t count = random() % 60;
    for (std::size_t i = 0; i < count; ++i) text += pieces[random() % std::size(pieces)];
    std::size_t end = 0;
    for (const Remark& one : remarks_of(text)) {
      ASSERT_LE(end, one.span.begin) << text;
      ASSERT_LT(one.span.begin, one.span.end) << text;
      ASSERT_LE(one.span.end, text.size()) << text;
      const bool suspect = one.kind == Remark::Kind::suspect_word;
      ASSERT_EQ(one.suggestion.empty(), !suspect) << text;
      end = one.span.end;
      ++found;
    }
  }
  EXPECT_GT(found, 50U);
}

TEST(Remarks, AnEmptyTextHasNone) {
  EXPECT_TRUE(remarks_of("").empty());
  EXPECT_TRUE(remarks_of(" \n\n").empty());
}

TEST(Abbreviations, AreSortedAndKnown) {
  EXPECT_TRUE(std::ranges::is_sorted(abbreviations, {}, &Abbreviation::letters));
  EXPECT_TRUE(is_abbreviation("UBND"));
  EXPECT_TRUE(is_abbreviation("HĐND"));
  EXPECT_FALSE(is_abbreviation("UNND"));
}

}  // namespace
}  // namespace vanban::repair_stage::remarks

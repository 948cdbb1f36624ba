#include "repair/passes.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "read/source_text.hpp"
#include "repair/code_points.hpp"
#include "repair/icu.hpp"
#include "repair/lookalikes.hpp"
#include "repair/properties.hpp"
#include "repair/signs.hpp"
#include "support/case_file.hpp"
#include "support/files.hpp"

namespace vanban::repair_stage {
namespace {

class PassCases : public testing::TestWithParam<test::Case> {};

TEST_P(PassCases, TextIsAsExpectedAndNeedsNoMoreRepair) {
  const test::Case& one = GetParam();
  const auto out = run_passes(one.input, plain_passes(), {});
  ASSERT_TRUE(out);
  EXPECT_EQ(out->text, one.expected) << one.title;
  EXPECT_EQ(test::broken_promise(one.input, *out), "") << one.title;
  EXPECT_EQ(out->repairs.empty(), one.input == one.expected) << one.title;
  const auto again = run_passes(out->text, plain_passes(), {});
  ASSERT_TRUE(again);
  EXPECT_EQ(again->text, out->text) << one.title;
}

std::vector<test::Case> cases_of_plain_passes() {
  std::vector<test::Case> cases = test::read_case_folder(test::corpus() / "repair" / "sound");
  for (test::Case& one : cases) one.name = "sound_" + one.name;
  for (const NamedPass& pass : plain_passes()) {
    for (test::Case& one : test::read_case_folder(test::corpus() / "repair" / pass.name)) {
      std::string folder(pass.name);
      std::ranges::replace(folder, '-', '_');
      one.name = folder + "_" + one.name;
      cases.push_back(std::move(one));
    }
  }
  return cases;
}

INSTANTIATE_TEST_SUITE_P(Corpus, PassCases, testing::ValuesIn(cases_of_plain_passes()),
                         test::case_name);

/// The passes that decode stand before the plain ones, and their work is not done before those.
std::span<const NamedPass> passes_that_decode() {
  return all_passes().first(static_cast<std::size_t>(plain_passes().data() - all_passes().data()));
}

class DecodingCases : public testing::TestWithParam<test::Case> {};

TEST_P(DecodingCases, TextIsAsExpectedAndNeedsNoMoreRepair) {
  const test::Case& one = GetParam();
  const auto out = run_passes(one.input, passes_before_lattice(), {});
  ASSERT_TRUE(out);
  EXPECT_EQ(out->text, one.expected) << one.title;
  EXPECT_EQ(out->repairs.empty(), one.input == one.expected) << one.title;
  const auto again = run_passes(out->text, passes_before_lattice(), {});
  ASSERT_TRUE(again);
  EXPECT_EQ(again->text, out->text) << one.title;
}

INSTANTIATE_TEST_SUITE_P(Corpus, DecodingCases, testing::ValuesIn([] {
                           std::vector<test::Case> cases;
                           for (const NamedPass& pass : passes_that_decode()) {
                             std::string folder(pass.name);
                             for (test::Case& one :
                                  test::read_case_folder(test::corpus() / "repair" / folder)) {
                               one.name = folder + "_" + one.name;
                               std::ranges::replace(one.name, '-', '_');
                               cases.push_back(std::move(one));
                             }
                           }
                           return cases;
                         }()),
                         test::case_name);

class FormulaCases : public testing::TestWithParam<test::Case> {};

TEST_P(FormulaCases, TextIsAsExpectedAndNeedsNoMoreRepair) {
  const test::Case& one = GetParam();
  const auto formulas = all_passes().last(1);
  const auto out = run_passes(one.input, formulas, {});
  ASSERT_TRUE(out);
  EXPECT_EQ(out->text, one.expected) << one.title;
  EXPECT_EQ(test::broken_promise(one.input, *out), "") << one.title;
  const auto again = run_passes(out->text, formulas, {});
  ASSERT_TRUE(again);
  EXPECT_EQ(again->text, out->text) << one.title;
}

INSTANTIATE_TEST_SUITE_P(Corpus, FormulaCases,
                         testing::ValuesIn(test::read_case_folder(test::corpus() / "repair" /
                                                                  "formulas")),
                         test::case_name);

// What letters left beside them belongs to their repair, which a look at single lines does not
// know.
TEST(Passes, FormulasAreLeftToTheLatticeWhereItRestoresLetters) {
  const std::string line = "Độc lập - Tự o - Hạnh phúc\n";
  const auto alone = repair(line);
  ASSERT_TRUE(alone);
  EXPECT_EQ(alone->text, "Độc lập - Tự do - Hạnh phúc\n");
  const std::string damaged =
      "Các cơ quan, đơn vị chủ động ph i hợp tri n khai thực hiện, đ nh kỳ báo cáo kết quả.\n";
  const auto restored = repair(damaged);
  ASSERT_TRUE(restored);
  ASSERT_NE(restored->text, damaged);
  const auto both = repair(line + damaged);
  ASSERT_TRUE(both);
  EXPECT_EQ(both->text, line + restored->text);
}

// What was put back in numbers is no sign that the lattice had letters to restore.
TEST(Passes, NumbersThatWereRepairedKeepNothingFromFormulas) {
  const std::string body = "Y BAN NHÂN DÂN\nXÃ CÁT LÂM\n";
  struct Number {
    std::string_view damaged, repaired;
  };
  constexpr Number numbers[] = {
      {"S: 7/TB-UBND\n", "Số: 7/TB-UBND\n"},
      {"Quyết định số 5/QĐUBND, Quyết định số 6/QĐUBND.\n",
       "Quyết định số 5/QĐ-UBND, Quyết định số 6/QĐ-UBND.\n"},
  };
  for (const Number& number : numbers) {
    const auto out = repair(body + std::string(number.damaged));
    ASSERT_TRUE(out);
    EXPECT_EQ(out->text, "Ủ" + body + std::string(number.repaired));
  }
}

TEST(Passes, EveryRowOfLookalikesIsFoundInAWord) {
  // The scan of bytes has its own copy of the facts; each letter must come through it.
  struct Word {
    std::string_view letter, before, behind;
  };
  constexpr Word words[] = {{"Ư", "", "U"}, {"ư", "", "u"}, {"Đ", "", "I"}, {"đ", "", "i"},
                            {"Ĩ", "S", ""}, {"ĩ", "s", ""}, {"Ũ", "V", ""}, {"ũ", "v", ""},
                            {"Õ", "R", ""}, {"õ", "r", ""}, {"Ă", "", "N"}, {"ă", "", "n"}};
  for (const Lookalike& row : lookalike_table) {
    std::string damaged = "đường x";
    append_code_point(damaged, row.code_point);
    const bool vietnamese =
        row.group == LookalikeGroup::vietnamese || row.group == LookalikeGroup::accent;
    if (vietnamese) {
      // As a usual word of few letters: a syllable.
      const auto* const one = std::ranges::find(words, row.letter, &Word::letter);
      ASSERT_NE(one, std::end(words)) << row.letter;
      damaged = "đường " + std::string(one->before);
      append_code_point(damaged, row.code_point);
      damaged += one->behind;
    } else if (row.group == LookalikeGroup::tilde) {
      // It takes several words.
      damaged = "đường";
      for (const std::string_view rest : {" ược", " ến", " ể", " ó"}) {
        damaged += ' ';
        append_code_point(damaged, row.code_point);
        damaged += rest.substr(1);
      }
    }
    const EditList edits = find_lookalikes(damaged);
    ASSERT_EQ(edits.size(), row.group == LookalikeGroup::tilde ? 4U : 1U) << damaged;
    EXPECT_NE(edits[0].replacement.find(row.letter), std::string::npos) << damaged;
    EXPECT_EQ(edits[0].replacement.find(damaged.substr(edits[0].begin)), std::string::npos);
  }
}

TEST(Passes, NoLetterOfTheAlphabetIsALookalike) {
  for (char32_t point = 'A'; point <= 'z'; ++point) EXPECT_EQ(find_lookalike(point), nullptr);
  for (const std::string_view letter :
       {"ă", "â", "đ", "ê", "ô", "ơ", "ư", "Đ", "Ư", "ĩ", "ũ", "õ"}) {
    EXPECT_EQ(find_lookalike(code_point_at(letter, 0).value), nullptr) << letter;
  }
}

TEST(Passes, TheQuickCheckOfNormalizationMissesNothing) {
  // Each code point alone and behind a letter: what ICU would change, the pass changes.
  for (char32_t point = 1; point < 0x30000; ++point) {
    if (point >= 0xD800 && point < 0xE000) continue;
    std::string text = "a";
    append_code_point(text, point);
    const std::string composed = icu_text::to_nfc(text);
    const EditedText made = apply_edits(text, find_not_composed(text));
    ASSERT_EQ(made.text, composed) << std::hex << static_cast<unsigned>(point);
  }
}

TEST(Passes, WhatIsDecomposedThroughoutIsComposedFirst) {
  const std::string text = "Ce\u0301ng hoa\u0300; m\u0303 la\u0300 mo\u0323\u0302t";
  EXPECT_TRUE(find_decomposed(text).empty());  // one mark in five is left
  const std::string sound = "Ce\u0301ng hoa\u0300 la\u0300 mo\u0323\u0302t";
  EXPECT_EQ(apply_edits(sound, find_decomposed(sound)).text, "Céng hoà là một");
}

TEST(Passes, NumbersOfGlyphsAreNotComposedFirst) {
  EXPECT_TRUE(find_decomposed("K\u0317W K\u0301 \u031CW").empty());
  EXPECT_TRUE(find_decomposed("K\u037EW \u0387W").empty());  // each has another code point
}

TEST(Passes, AHeapOfMarksStaysAndWhatStandsAroundItIsComposed) {
  std::string heap = "x";
  for (int i = 0; i < 100; ++i) heap += i % 2 == 0 ? "\u0301" : "\u0323";
  const std::string text = "ho\u0323c " + heap + " ho\u0323c";
  const EditedText made = apply_edits(text, find_not_composed(text));
  EXPECT_EQ(made.text, "học " + heap + " học");
}

TEST(Passes, ACountlessHeapOfMarksCostsNoSquare) {
  std::string text = "ho";
  while (text.size() < (std::size_t{4} << 20U)) text += "\u0301\u0323";
  const auto out = run_passes(text, plain_passes(), {});
  ASSERT_TRUE(out);
  EXPECT_EQ(out->text, text);
}

TEST(Signs, AreFoundAtEveryDistance) {
  const std::string_view sign = "\u00C2\u00BB";  // its third byte tells
  for (std::size_t at = 0; at < 200; ++at) {
    std::string text(220, '.');
    text.replace(at, sign.size(), sign);
    EXPECT_TRUE(find_signs(text).contains(Sign::mojibake));
    EXPECT_FALSE(find_signs(text).contains(Sign::lookalike));
    EXPECT_EQ(find_sign(text, 0, Sign::mojibake), at + 2);
    EXPECT_EQ(find_sign(text, at + 2, Sign::mojibake), at + 2);
    EXPECT_EQ(find_sign(text, at + 3, Sign::mojibake), text.size());
    EXPECT_EQ(find_sign(text, 0, Sign::lookalike), text.size());
  }
  EXPECT_EQ(find_sign("", 0, Sign::legacy), 0U);
  EXPECT_EQ(find_sign("x", 0, Sign::legacy), 1U);
}

// The scan reads the two halves of a text at once: no sign may be lost where they meet.
TEST(Signs, OfManyBytesAreFoundAtEveryDistance) {
  struct LongSign {
    Sign sign;
    std::string_view bytes;
  };
  constexpr LongSign signs[] = {
      {Sign::lost_horn, "t\u01A1ng"},     {Sign::lost_horn, ".n\u1EDBc"},
      {Sign::twice_decoded, "n\u01A1ng"}, {Sign::twice_decoded, "ph\u1ECBng"},
      {Sign::twice_decoded, "C\u1EC5NG"}, {Sign::reversed, "X\u00E0H"}};
  for (const LongSign& one : signs) {
    for (std::size_t at = 2; at < 60; ++at) {
      std::string text(80, '.');
      text.replace(at, one.bytes.size(), one.bytes);
      EXPECT_TRUE(find_signs(text).contains(one.sign)) << one.bytes << " at " << at;
      EXPECT_EQ(find_sign(text, 0, one.sign), find_sign(text, at, one.sign)) << one.bytes;
      EXPECT_LT(find_sign(text, 0, one.sign), text.size()) << one.bytes;
    }
    // Where ư stands before it, it is none.
    EXPECT_FALSE(find_signs("  th\u01B0\u01A1ng n\u01B0\u1EDBc  ").contains(one.sign));
  }
}

TEST(Signs, StandWhereverTheirPassFindsSomething) {
  constexpr std::uintmax_t longest = 100'000;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(test::corpus())) {
    if (!entry.is_regular_file() || entry.file_size() > longest) continue;
    const auto source = read::read(test::read_file(entry.path()), {});
    if (!source) continue;
    const std::string_view text = source->content();
    const SignSet signs = find_signs(text);
    for (const NamedPass& pass : all_passes()) {
      if (!pass.sign || signs.contains(*pass.sign)) continue;
      EXPECT_TRUE(pass.find(text).empty()) << pass.name << " in " << entry.path();
    }
  }
}

TEST(CodePoints, AreReadFromBothEndsAndNeverPastThem) {
  const std::string_view text = "aé€😀";
  std::size_t at = 0;
  for (const char32_t expected : {U'a', U'é', U'€', U'😀'}) {
    const CodePoint point = code_point_at(text, at);
    EXPECT_EQ(point.value, expected);
    at += point.length;
    EXPECT_EQ(code_point_before(text, at).value, expected);
    std::string written;
    append_code_point(written, expected);
    EXPECT_EQ(written, text.substr(at - point.length, point.length));
  }
  EXPECT_EQ(code_point_at(text, at).length, 0U);
  for (const std::string_view broken : {"\xE1\xBA", "\xF0", "\x80", "\xC3", "\xFF"}) {
    EXPECT_EQ(code_point_at(broken, 0).value, 0xFFFDU);
    EXPECT_EQ(code_point_at(broken, 0).length, 1U);
    EXPECT_EQ(code_point_before(broken, broken.size()).length, 1U);
  }
}

}  // namespace
}  // namespace vanban::repair_stage

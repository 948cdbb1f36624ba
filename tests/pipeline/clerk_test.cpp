// The rules of a careful clerk, each by texts that break it and texts that do not. A case is a
// sound document with changes: "old => new", \n for a line end.
#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "plan/clerk/rules.hpp"
#include "support/case_file.hpp"
#include "support/files.hpp"
#include "vanban/vanban.hpp"

namespace vanban {
namespace {

using plan::clerk::nd30;
using plan::clerk::Rule;
using plan::clerk::rules;

std::filesystem::path folder() {
  return test::corpus() / "clerk";
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

/// The sound document with the changes of a case.
std::string changed(const std::string& changes) {
  std::string text = test::read_file(folder() / "sound.txt");
  for (std::size_t at = 0; at < changes.size();) {
    const std::size_t end = std::min(changes.find('\n', at), changes.size());
    std::string line = changes.substr(at, end - at);
    at = end + 1;
    replace_all(line, "\\n", "\n");
    const std::size_t arrow = line.find(" => ");
    if (arrow == std::string::npos) throw std::runtime_error("no => in " + line);
    const std::size_t place = text.find(line.substr(0, arrow));
    if (place == std::string::npos) throw std::runtime_error("not in the text: " + line);
    text.replace(place, arrow, line.substr(arrow + 4));
  }
  return text;
}

/// What of the text is remarked with `code`, a line each; "document" where no place is said.
std::string remarked(const std::string& text, std::string_view code) {
  const auto document = parse(text);
  if (!document) return "no document";
  std::string lines;
  for (const Diagnostic& one : document->diagnostics) {
    if (one.code != code) continue;
    if (!lines.empty()) lines += '\n';
    std::string slice = text.substr(one.span.begin, one.span.size());
    replace_all(slice, "\n", "\\n");
    lines += !slice.empty() ? slice : one.span.begin == 0 ? "document" : "here";
    EXPECT_EQ(one.message.find("{}"), std::string::npos) << one.message;
  }
  return lines.empty() ? "none" : lines;
}

struct ClerkCase {
  std::string code;
  test::Case one;
};

void PrintTo(const ClerkCase& from, std::ostream* out) {
  *out << from.code << ": " << from.one.title;
}

std::vector<ClerkCase> clerk_cases() {
  std::vector<ClerkCase> cases;
  for (const auto& file : test::files_below(folder())) {
    if (file.extension() != ".case") continue;
    for (test::Case& one : test::read_cases(file)) {
      cases.push_back({file.stem().string(), std::move(one)});
    }
  }
  return cases;
}

class ClerkCases : public testing::TestWithParam<ClerkCase> {};

TEST_P(ClerkCases, AreAsExpected) {
  const ClerkCase& from = GetParam();
  EXPECT_EQ(remarked(changed(from.one.input), from.code), from.one.expected);
}

INSTANTIATE_TEST_SUITE_P(Corpus, ClerkCases, testing::ValuesIn(clerk_cases()),
                         [](const auto& from) { return from.param.one.name; });

TEST(Clerk, RemarksNothingOnASoundDocument) {
  const auto document = parse(test::read_file(folder() / "sound.txt"));
  ASSERT_TRUE(document);
  for (const Diagnostic& one : document->diagnostics) ADD_FAILURE() << one.code << one.message;
}

TEST(Clerk, EveryRuleHasACaseThatBreaksItAndOneThatDoesNot) {
  const std::vector<ClerkCase> cases = clerk_cases();
  for (const Rule& rule : rules) {
    if (rule.check == nullptr) continue;
    const auto count = [&](bool quiet) {
      return std::ranges::count_if(cases, [&](const ClerkCase& from) {
        return from.code == rule.code && (from.one.expected == "none") == quiet;
      });
    };
    EXPECT_GT(count(false), 0) << rule.code;
    EXPECT_GT(count(true), 0) << rule.code;
  }
  for (const ClerkCase& from : cases) EXPECT_FALSE(message_en(from.code).empty()) << from.code;
}

TEST(Clerk, EveryCodeHasOneRowThatIsWhole) {
  for (const Rule& rule : rules) {
    EXPECT_FALSE(rule.english.empty()) << rule.code;
    EXPECT_EQ(rule.vietnamese.empty(), rule.check == nullptr) << rule.code;
    EXPECT_TRUE(rule.older.empty() || rule.from == nd30) << rule.code;
    const auto rows =
        std::ranges::count_if(rules, [&](const Rule& one) { return one.code == rule.code; });
    EXPECT_EQ(rows, 1) << rule.code;
  }
}

TEST(Clerk, ARuleIsForDocumentsOfItsDays) {
  const auto of = [](const char* date) {
    std::string text = changed("Số: 12/ => Số: 5/");
    replace_all(text, "ngày 17 tháng 3 năm 2031\n", std::string(date) + "\n");
    return remarked(text, "number-without-zero");
  };
  EXPECT_EQ(of("ngày 04 tháng 3 năm 2011"), "none");
  EXPECT_EQ(of("ngày 05 tháng 3 năm 2011"), "5/KH-SNV");
  EXPECT_EQ(of("ngày 04 tháng 3 năm 2020"), "5/KH-SNV");
  EXPECT_EQ(of("ngày     tháng 3 năm 2020"), "none") << "either norm may be meant";
  EXPECT_EQ(of("ngày     tháng 4 năm 2020"), "5/KH-SNV");
}

/// What stands in quotation marks in `message`.
std::vector<std::string> quoted(const std::string& message) {
  std::vector<std::string> found;
  for (std::size_t at = message.find('"'); at != std::string::npos; at = message.find('"', at)) {
    const std::size_t end = message.find('"', at + 1);
    if (end == std::string::npos) break;
    found.push_back(message.substr(at, end + 1 - at));
    at = end + 1;
  }
  return found;
}

/// `message` without what it quotes.
std::string unquoted(std::string message) {
  const std::vector<std::string> values = quoted(std::as_const(message));
  for (const std::string& value : values) {
    message.erase(message.find(value), value.size());
  }
  return message;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

TEST(MessageEn, HasTheParticularsOfTheVietnamese) {
  std::size_t particulars = 0;
  const auto check = [&](std::string_view text) {
    const auto document = parse(text);
    ASSERT_TRUE(document);
    for (const Diagnostic& one : document->diagnostics) {
      const std::string english = message_en(one);
      EXPECT_FALSE(english.empty()) << one.code;
      // Terms of the norm stand in the sentence of the code, the name of a type before the symbol;
      // no other Vietnamese does.
      const std::string_view code = message_en(one.code);
      const std::size_t own = english.starts_with(code) ? code.size() : 0;
      EXPECT_TRUE(one.code == "symbol-type-mismatch" || is_ascii(unquoted(english.substr(own))))
          << english;
      EXPECT_EQ(english.find("{}"), std::string::npos) << english;
      // Words of the norm stand in quotation marks too, where nothing else is quoted.
      const auto rule = std::ranges::find(rules, one.code, &Rule::code);
      if (!rule->vietnamese.empty() && rule->vietnamese.find("{}") == std::string_view::npos) {
        continue;
      }
      const std::vector<std::string> values = quoted(one.message);
      if (values.empty()) continue;
      ++particulars;
      EXPECT_NE(english.find(values.back()), std::string::npos) << one.message << "\n" << english;
    }
  };
  for (const ClerkCase& from : clerk_cases()) check(changed(from.one.input));
  for (const char* name :
       {"plans/tree-planting-commune.txt", "plans/mangrove-forest-parts.txt",
        "plans/youth-union-volunteer-blood.txt", "plans/teaching-contest-district-office.txt"}) {
    check(test::read_file(test::corpus() / name));
  }
  EXPECT_GE(particulars, 30U);
}

TEST(MessageEn, WordsWhatTheReaderSays) {
  const auto of = [](const char* code, const char* message) {
    return message_en(Diagnostic{code, Severity::warning, message, {}});
  };
  EXPECT_EQ(of("label-gap", "Số mục \"V.\" đứng ngay sau \"III.\", thiếu mục ở giữa"),
            "\"V.\" stands right behind \"III.\": a number is left out between them");
  EXPECT_EQ(of("ill-formed-bytes", "3 byte không giải mã được ở vị trí 17 của tệp"),
            "3 bytes at byte 17 of the file could not be decoded");
  EXPECT_EQ(of("suspect-word", "\"các nhân\" có lẽ là \"cá nhân\""),
            "\"các nhân\" probably means \"cá nhân\"");
  EXPECT_EQ(of("number-without-zero", "Số nhỏ hơn 10 phải ghi thêm số 0 phía trước: \"5/KH\""),
            "A number below 10 has a zero in front: \"5/KH\"");
  EXPECT_EQ(of("missing-place", "Thiếu địa danh trước ngày ban hành"),
            "No place stands before the date of issue");
  EXPECT_EQ(of("suspect-word", "of another version"), "Another word is probably meant");
  EXPECT_EQ(of("no-such-code", "x"), "");
}

TEST(MessageEn, KnowsEveryCodeOfTheReader) {
  EXPECT_EQ(message_en("missing-number"), "The number is left blank");
  EXPECT_EQ(message_en("no-such-code"), "");
  for (const char* code : {"ill-formed-bytes", "not-text", "suspect-word", "unread-text"}) {
    EXPECT_FALSE(message_en(code).empty()) << code;
  }
}

}  // namespace
}  // namespace vanban

#include "read/markdown.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "support/case_file.hpp"

namespace vanban::read {
namespace {

/// What must hold for any source.
void expect_sound(std::string_view source, const PlainMarkdown& plain) {
  const auto feeds = std::ranges::count(source, '\n');
  ASSERT_EQ(std::ranges::count(plain.text, '\n'), feeds);
  ASSERT_EQ(plain.hints.size(), static_cast<std::size_t>(feeds) + 1);
  std::size_t text_at = 0;
  std::size_t source_at = 0;
  for (const SourceMap::Change& change : plain.map.changes()) {
    ASSERT_GE(change.text.begin, text_at);
    const std::size_t copied = change.text.begin - text_at;
    ASSERT_EQ(change.source.begin - source_at, copied);
    ASSERT_EQ(plain.text.substr(text_at, copied), source.substr(source_at, copied));
    ASSERT_LT(change.source.begin, change.source.end);
    text_at = change.text.end;
    source_at = change.source.end;
    ASSERT_LE(text_at, plain.text.size());
    ASSERT_LE(source_at, source.size());
  }
  ASSERT_EQ(plain.text.substr(text_at), source.substr(source_at));
}

/// The signs that cannot be seen as signs that can, lines without blanks at their ends.
std::string visible(std::string_view text) {
  constexpr std::array<std::pair<char, std::string_view>, 3> signs{
      {{cell_separator, "␟"}, {cell_line_break, "␞"}, {row_separator, "␝"}}};
  std::string out;
  for (const char c : text) {
    const auto* sign = std::ranges::find(signs, c, &std::pair<char, std::string_view>::first);
    if (c == '\n') {
      while (out.ends_with(' ')) out.pop_back();
    }
    if (sign != signs.end()) {
      out += sign->second;
    } else {
      out.push_back(c);
    }
  }
  while (out.ends_with(' ') || out.ends_with('\n')) out.pop_back();
  return out;
}

class MarkdownCases : public testing::TestWithParam<test::Case> {};

TEST_P(MarkdownCases, TextIsAsExpected) {
  for (const char* line_end : {"\n", "\r\n"}) {
    std::string source;
    for (const char c : GetParam().input) c == '\n' ? source += line_end : source += c;
    const PlainMarkdown plain = cut_marks(source);
    expect_sound(source, plain);
    std::string text = plain.text;
    std::erase(text, '\r');
    EXPECT_EQ(visible(text), visible(GetParam().expected)) << GetParam().title;
  }
}

INSTANTIATE_TEST_SUITE_P(Corpus, MarkdownCases,
                         testing::ValuesIn(test::read_case_folder(test::corpus() / "read")),
                         test::case_name);

TEST(CutMarks, HintsSayHeadingBoldAndTable) {
  const PlainMarkdown plain = cut_marks(
      "## II. NỘI DUNG\n"
      "#### **1. Đối tượng**\n"
      "**1.** Mục đích\n"
      "1. **Mục đích**\n"
      "| a | **b** |\n"
      "**KT. CHỦ TỊCH\n"
      "PHÓ CHỦ TỊCH **\n"
      "<b>Nơi nhận:</b>\n"
      "chữ **đậm** thường\n"
      "\n"
      "Tiêu đề\n"
      "=======\n");
  std::vector<std::string> seen;
  for (const LineHint& hint : plain.hints) {
    seen.push_back(std::to_string(hint.heading_level) + (hint.bold ? "b" : "") +
                   (hint.table ? "t" : ""));
  }
  EXPECT_EQ(seen, (std::vector<std::string>{"2", "4b", "0", "0b", "0t", "0b", "0b", "0b", "0", "0",
                                            "0", "0", "0"}));
}

TEST(CutMarks, SpansLeadBackToTheSource) {
  const std::string source = "### **Sở A &amp; B** ###\n| x | ỹ |\n";
  const PlainMarkdown plain = cut_marks(source);
  EXPECT_EQ(plain.text, "Sở A & B\nx\x1Fỹ\n");
  const auto slice = [&](std::size_t begin, std::size_t end) {
    const SourceSpan span =
        plain.map.to_source({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    return source.substr(span.begin, span.size());
  };
  const std::size_t first = plain.text.find('\n');
  EXPECT_EQ(slice(0, first), "Sở A &amp; B");
  EXPECT_EQ(slice(plain.text.find('&'), plain.text.find('&') + 1), "&amp;");
  EXPECT_EQ(slice(plain.text.find("ỹ"), plain.text.size() - 1), "ỹ");
}

TEST(CutMarks, BreaksInsideALineStayButDoNotTearARow) {
  const std::string source = "a\r**b**\fc\r\n|d\re|f\r|\n";
  const PlainMarkdown plain = cut_marks(source);
  EXPECT_EQ(plain.text,
            "a\rb\fc\r\nd\x1E"
            "e\x1F"
            "f\n");
  expect_sound(source, plain);
}

/// Tags that are opened again are not closed twice; what is open at the end of a line ends there.
TEST(CutMarks, BoldTagsNest) {
  const PlainMarkdown plain = cut_marks(
      "<b>một <strong>hai</strong> ba</b>\n<b>một <b>hai</b>\nba</b> <b>bốn</b>\n</b>năm\n");
  std::vector<bool> bold;
  for (const LineHint& hint : plain.hints) bold.push_back(hint.bold);
  EXPECT_EQ(bold, (std::vector<bool>{true, true, false, false, false}));
}

TEST(CutMarks, LineCountsOfSmallTexts) {
  for (const char* text : {"", "\n", "a", "a\n", "**", "a\n**", "|", "\n\n", "- "}) {
    SCOPED_TRACE(text);
    expect_sound(text, cut_marks(text));
  }
}

/// Every short text over the signs that mean something.
TEST(CutMarks, ShortTextsKeepLinesAndPlaces) {
  const std::string signs = "*_ \n|-#>a1.`<\\[]()&;~=\r+x";
  for (std::size_t a = 0; a < signs.size(); ++a) {
    for (std::size_t b = 0; b < signs.size(); ++b) {
      for (std::size_t c = 0; c < signs.size(); ++c) {
        const std::string three{signs[a], signs[b], signs[c]};
        for (const std::string& source : {three, "x" + three + "y\nz", three + "**" + three,
                                          "| " + three + " | b |\n|-|-|\n"}) {
          ASSERT_NO_FATAL_FAILURE(expect_sound(source, cut_marks(source))) << source;
        }
      }
    }
  }
}

/// Texts longer than a chunk, and lines longer than what the parser gets at a time, are read as
/// short ones are.
TEST(CutMarks, LongTextsAreReadAsShortOnes) {
  const std::string line = "- **Mục đích:** nâng cao *chất lượng* (*) dịch vụ\n";
  const std::string expected = "- Mục đích: nâng cao chất lượng (*) dịch vụ\n";
  std::string source;
  std::string text;
  for (int i = 0; i < 3000; ++i) {
    source += line;
    text += expected;
  }
  EXPECT_TRUE(cut_marks(source).text == text);  // too long to be printed
  std::ranges::replace(source, '\n', ' ');
  std::ranges::replace(text, '\n', ' ');
  EXPECT_TRUE(cut_marks(source).text == text);  // too long to be printed
}

TEST(CutMarks, NestingAndRepetitionTakeLinearTime) {
  // Quadratic time on any of these would run into the test's time limit.
  for (const char* piece :
       {">",   "> - ", "[",    "](",    "[a](b",    "![",   "*a ",       "**a ",     "_a ",  "`",
        "`a ", "<",    "<a ",  "<!--",  "&",        "|",    "|a",        "\\",       "~~a ", "(*",
        "1) ", "- ",   "<td>", "<sup>", "[a]: b\n", "<b>a", "![a](b.c)", "[a](b.cd)"}) {
    std::string source;
    while (source.size() < (std::size_t{1} << 18U)) source += piece;
    expect_sound(source, cut_marks(source));
  }
}

/// No letter of a document is a mark: what is cut from real documents are signs, blanks, link
/// targets, tags and fences.
void expect_letters_stay(std::string_view source, const PlainMarkdown& plain) {
  for (const SourceMap::Change& change : plain.map.changes()) {
    const std::string_view before = source.substr(change.source.begin, change.source.size());
    if (before.find_first_of("<([`&") != std::string_view::npos) continue;
    for (const char c : before) {
      ASSERT_TRUE(static_cast<unsigned char>(c) < 0x80 && (c < 'a' || c > 'z') &&
                  (c < 'A' || c > 'Z'))
          << before;
    }
  }
}

void expect_sound_below(const std::filesystem::path& folder) {
  std::size_t seen = 0;
  for (const auto& file : test::files_below(folder)) {
    if (file.extension() != ".txt" && file.extension() != ".md") continue;
    SCOPED_TRACE(file);
    const std::string source = test::read_file(file);
    const PlainMarkdown plain = cut_marks(source);
    expect_sound(source, plain);
    expect_letters_stay(source, plain);
    ++seen;
  }
  EXPECT_GT(seen, 0U);
}

TEST(CutMarks, CorpusDocumentsKeepLinesPlacesAndLetters) {
  expect_sound_below(test::corpus() / "plans");
}

#ifdef VANBAN_REFERENCE_DIR
TEST(CutMarks, ReferenceDocumentsKeepLinesPlacesAndLetters) {
  const std::filesystem::path root = VANBAN_REFERENCE_DIR;
  expect_sound_below(root / "seeds");
  expect_sound_below(root / "real" / "plans");
}
#endif

}  // namespace
}  // namespace vanban::read

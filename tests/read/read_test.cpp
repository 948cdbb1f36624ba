#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "read/source_text.hpp"

namespace vanban::read {
namespace {

using namespace std::string_literals;

ParseOptions with_format(Format format) {
  ParseOptions options;
  options.name = "a.txt";
  options.format = format;
  return options;
}

TEST(Read, PlainTextIsItsOwnContent) {
  const auto result = read("\xEF\xBB\xBFSố: 5/KH-UBND (*)\n", with_format(Format::detect));
  ASSERT_TRUE(result);
  EXPECT_EQ(result->source, "Số: 5/KH-UBND (*)\n");
  EXPECT_TRUE(result->map.is_identity());
  EXPECT_TRUE(result->text.empty());
  EXPECT_TRUE(result->hints.empty());
  EXPECT_EQ(result->content(), result->source);
  EXPECT_EQ(result->info, (Source{"a.txt", "text/plain", "UTF-8", 23, std::nullopt}));
}

TEST(Read, MarkdownIsTheTextWithoutMarks) {
  const auto result = read("# KẾ HOẠCH\n\n**Số:** 5\n", {});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->source, "# KẾ HOẠCH\n\n**Số:** 5\n");
  EXPECT_EQ(result->content(), "KẾ HOẠCH\n\nSố: 5\n");
  EXPECT_EQ(result->hints.size(), 4U);
  EXPECT_EQ(result->info.media_type, "text/markdown");
}

/// As word processors export it: each cell on a line of its own, paragraphs and numbers within.
TEST(Read, ARowOfAnHtmlTableIsALine) {
  const std::string text =
      "**KẾ HOẠCH**\n\n<table>\n<thead>\n<tr class=\"header\">\n<th>TT</th>\n<th>Việc</th>\n</tr>\n"
      "</thead>\n<tbody>\n<tr>\n<td><ol start=\"12\" type=\"1\">\n<li></li>\n</ol></td>\n"
      "<td><p>Họp</p>\n<p>dân</p></td>\n</tr>\n</tbody>\n</table>\nHết.\n";
  const auto result = read(text, {});
  ASSERT_TRUE(result);
  std::vector<std::string> lines;
  std::istringstream content{std::string(result->content())};
  for (std::string line; std::getline(content, line);) {
    std::erase(line, ' ');
    if (!line.empty()) lines.push_back(line);
  }
  const std::string cell{cell_separator};
  const std::string line{cell_line_break};
  EXPECT_EQ(lines,
            (std::vector<std::string>{
                "KẾHOẠCH", "TT" + cell + "Việc",
                line + "12." + line + cell + line + "Họp" + line + line + "dân" + line, "Hết."}));
  const std::size_t at = result->content().find("dân");
  const auto begin = static_cast<std::uint32_t>(at);
  const SourceSpan span = result->map.to_source(TextSpan{begin, begin + 4});
  EXPECT_EQ(text.substr(span.begin, span.size()), "dân");
  // What nothing closes is no row.
  EXPECT_EQ(read("<table>\n<tr>\n<td>A\n\nB", with_format(Format::markdown))->hints.size(), 5U);
}

TEST(Read, TheCallerMaySayWhatItIs) {
  const std::string text = "# KẾ HOẠCH\n\n**Số:** 5\n";
  const auto plain = read(text, with_format(Format::text));
  ASSERT_TRUE(plain);
  EXPECT_EQ(plain->content(), text);
  EXPECT_EQ(plain->info.media_type, "text/plain");
  const auto marked = read("không có dấu", with_format(Format::markdown));
  ASSERT_TRUE(marked);
  EXPECT_EQ(marked->content(), "không có dấu");
  EXPECT_EQ(marked->hints.size(), 1U);
  EXPECT_EQ(marked->info.media_type, "text/markdown");
}

TEST(Read, DamageIsADiagnosticAndTooMuchAnError) {
  const auto damaged = read("**Số\xFF:** 5 **x**", {});
  ASSERT_TRUE(damaged);
  EXPECT_EQ(damaged->content(), "Số\uFFFD: 5 x");
  ASSERT_EQ(damaged->diagnostics.size(), 1U);
  EXPECT_EQ(damaged->diagnostics[0].span, (SourceSpan{6, 9}));
  ParseOptions options;
  options.limits.max_source_bytes = 1;
  const auto large = read("ab", options);
  ASSERT_FALSE(large);
  EXPECT_EQ(large.error().code, ErrorCode::too_large);
  EXPECT_FALSE(decode("ab", options));
}

/// In a document they are noise of a converter; to later stages three of them mean rows and cells.
TEST(Read, ControlCharactersAreBlanksOfTheText) {
  for (const Format format : {Format::text, Format::markdown}) {
    const auto result = read(
        "\0Nguyễn\x1FVăn\x1D\x1E"
        "A\x7F\tB\n"s,
        with_format(format));
    ASSERT_TRUE(result);
    EXPECT_EQ(result->source,
              "\0Nguyễn\x1FVăn\x1D\x1E"
              "A\x7F\tB\n"s);
    EXPECT_EQ(result->content(), " Nguyễn Văn  A \tB\n");
  }
}

TEST(Read, LineEndsOfUnicodeBreakALineWithoutCountingAsOne) {
  const std::string source = "I. A\vII. B\u0085III. C\u2028IV. **D**\u2029V. E\n";
  const auto plain = read(source, with_format(Format::text));
  ASSERT_TRUE(plain);
  EXPECT_EQ(plain->content(), "I. A\rII. B\rIII. C\rIV. **D**\rV. E\n");
  const auto marked = read(source, with_format(Format::markdown));
  ASSERT_TRUE(marked);
  EXPECT_EQ(marked->content(), "I. A\rII. B\rIII. C\rIV. D\rV. E\n");
  const std::size_t at = marked->content().find('D');
  const auto place = static_cast<std::uint32_t>(at);
  const SourceSpan span = marked->map.to_source(TextSpan{place, place + 1});
  EXPECT_EQ(source.substr(span.begin, span.size()), "D");
}

TEST(Read, TheNameIsWellFormedWhateverItsBytes) {
  ParseOptions options;
  options.name =
      "k\xE1\xBA ho\xFF\xFE"
      "ch.txt";
  const auto result = read("a", options);
  ASSERT_TRUE(result);
  EXPECT_EQ(result->info.name, "k\uFFFD ho\uFFFDch.txt");
}

TEST(Decode, GivesWhatSpansPointInto) {
  const auto source = decode("\xEF\xBB\xBF# **x**\xFF");
  ASSERT_TRUE(source);
  EXPECT_EQ(*source, "# **x**\uFFFD");
}

}  // namespace
}  // namespace vanban::read

#include "read/controls.hpp"

#include <array>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace vanban::read {
namespace {

using namespace std::string_literals;

TEST(CleanControls, ACleanTextIsNotCopied) {
  for (const std::string& text : {""s, "Kế hoạch – “năm”\tA\r\n\fB\n"s, std::string(1000, 'a'),
                                  "\u00A0\u2027\u202A"s, R"(D:\reports\new \r và \n)"s}) {
    const CleanText clean = clean_controls(text);
    EXPECT_TRUE(clean.map.is_identity());
    EXPECT_TRUE(clean.text.empty());
    EXPECT_EQ(find_control(text, 0), text.size());
  }
}

/// Wherever it stands: in the blocks that are looked at as a whole, across two, and at the end.
TEST(CleanControls, EverySignIsFoundAtEveryPlace) {
  constexpr std::array<std::string_view, 4> breaks{"\v", "\u0085", "\u2028", "\u2029"};
  std::size_t seen = 0;
  const auto expect = [&seen](std::string_view sign, char becomes) {
    ++seen;
    for (std::size_t before = 0; before < 140; ++before) {
      for (const std::size_t after : {0U, 1U, 100U}) {
        const std::string start(before, 'a');
        const std::string rest(after, 'b');
        const std::string source = start + std::string(sign) + rest;
        ASSERT_EQ(find_control(source, 0), before);
        const CleanText clean = clean_controls(source);
        ASSERT_EQ(clean.text, start + becomes + rest);
        const auto at = static_cast<std::uint32_t>(before);
        const auto size = static_cast<std::uint32_t>(sign.size());
        ASSERT_EQ(clean.map.to_source(TextSpan{at, at + 1}), (SourceSpan{at, at + size}));
      }
    }
  };
  for (const std::string_view sign : breaks) expect(sign, '\r');
  for (char c = 0; c < 0x20; ++c) {
    if ("\t\n\v\f\r"s.find(c) == std::string::npos) expect({&c, 1}, ' ');
  }
  expect("\x7F", ' ');
  EXPECT_EQ(seen, 4U + 27U + 1U);
}

TEST(CleanControls, LineEndsThatAPageSpelledOut) {
  EXPECT_EQ(clean_controls(R"(a\r\nb\r\n \r\nc\r\n)").text, "a b   c ");
  for (const std::string text :
       {R"(C:\r\nam)", R"(Chuỗi "\r\n" ngắt dòng, "\r\n\r\n" ngắt đoạn.)"}) {
    EXPECT_EQ(find_control(text, 0), text.size());
  }
  std::string apart;
  for (int i = 0; i < 9; ++i) apart += R"(\r\n)" + std::string(1000, 'a');
  EXPECT_EQ(find_control(apart, 0), apart.size());
}

TEST(CleanControls, ARunIsOneChange) {
  const CleanText clean = clean_controls(
      "a\0\0\u2028\x7F"
      "b\x01"s);
  EXPECT_EQ(clean.text, "a  \r b ");
  ASSERT_EQ(clean.map.changes().size(), 2U);
  EXPECT_EQ(clean.map.changes()[0].source, (SourceSpan{1, 7}));
  EXPECT_EQ(clean.map.changes()[0].text, (TextSpan{1, 5}));
}

/// "Số: 142/KH-UBND ngày 06/3/2026," and the like: digits and signs are 29 lower than in ASCII.
TEST(CleanControls, NumbersOfGlyphsBecomePictures) {
  const std::string number = "6\u04D5\x1D \x14\x17\x15\x12.+\x10UBND"s;
  const std::string year = " n\u0103m \x15\x13\x15\x19\x0F v\xC3\xA0 \x15\x13\x15\x1A\x11\n"s;
  const CleanText clean = clean_controls(number + year);
  EXPECT_EQ(clean.text,
            "6\u04D5\u241D \u2414\u2417\u2415\u2412.+\u2410UBND"
            " n\u0103m \u2415\u2413\u2415\u2419\u240F v\xC3\xA0 "
            "\u2415\u2413\u2415\u241A\u2411\n");
  EXPECT_EQ(clean.map.to_source(TextSpan{3, 6}), (SourceSpan{3, 4}));
  // Signs add to a number, and prove nothing by themselves; nor do the few controls of other texts.
  std::string listed;
  for (int i = 0; i < 8; ++i) listed += "a\x0F b\n";
  EXPECT_EQ(clean_controls(listed).text.substr(0, 4), "a  b");
  EXPECT_EQ(clean_controls(listed + "\x15\x13\x15\x19\n").text.substr(0, 6), "a\u240F b");
  EXPECT_EQ(clean_controls("Số\x1D 142\x12KH, n\u0103m \x15\x13\x15\x19\n").text,
            "Số  142 KH, n\u0103m     \n");
  EXPECT_EQ(clean_controls("a\x02\nb\x1F\nc\x03"s).text, "a \nb \nc ");
}

TEST(CleanControls, FilesOfNothingElseTakeLinearTime) {
  for (const std::string& piece : {"\0a"s, "\u2028a"s, "\x7F"s, "\u0085 x"s}) {
    std::string source;
    while (source.size() < (std::size_t{1} << 20U)) source += piece;
    const std::string text = clean_controls(source).text;
    EXPECT_EQ(find_control(text, 0), text.size());
  }
}

}  // namespace
}  // namespace vanban::read

#include "read/decode.hpp"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace vanban::read {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

DecodedText decoded(std::string_view bytes) {
  auto result = decode_bytes(bytes, {});
  EXPECT_TRUE(result);
  return *std::move(result);
}

/// The definition in the standard (Unicode, table 3-7), written the plain way.
bool is_well_formed(std::string_view one) {
  const auto at = [one](std::size_t i) { return static_cast<unsigned char>(one[i]); };
  const auto in = [](unsigned value, unsigned low, unsigned high) {
    return value >= low && value <= high;
  };
  if (one.size() == 1) return at(0) < 0x80;
  for (std::size_t i = 1; i < one.size(); ++i) {
    if (!in(at(i), 0x80, 0xBF)) return false;
  }
  if (one.size() == 2) return in(at(0), 0xC2, 0xDF);
  if (one.size() == 3) {
    return (at(0) == 0xE0 && at(1) >= 0xA0) || in(at(0), 0xE1, 0xEC) ||
           (at(0) == 0xED && at(1) <= 0x9F) || in(at(0), 0xEE, 0xEF);
  }
  return (at(0) == 0xF0 && at(1) >= 0x90) || in(at(0), 0xF1, 0xF3) ||
         (at(0) == 0xF4 && at(1) <= 0x8F);
}

std::string utf32(std::string_view ascii) {
  std::string bytes;
  for (const char c : ascii) bytes += {c, '\0', '\0', '\0'};
  return bytes;
}

TEST(Decode, WhatIsNoTextIsToldOnce) {
  std::string image;
  for (int i = 0; i < 500; ++i) image += "\xFF\xD8\0\x10JFI"s;
  for (const std::string& bytes :
       {utf32("Ke hoach trong cay"), "\xFF\xFE\0\0"s + utf32("Ke hoach trong cay"), image,
        std::string(100, '\xFF'), std::string(100, '\0')}) {
    const DecodedText text = decoded(bytes);
    ASSERT_EQ(text.diagnostics.size(), 1U);
    EXPECT_EQ(text.diagnostics[0].code, "not-text");
    EXPECT_EQ(text.diagnostics[0].severity, Severity::error);
    EXPECT_EQ(text.diagnostics[0].span.end, text.text.size());
  }
}

TEST(Decode, ADamagedTextIsStillAText) {
  std::string damaged;
  for (int i = 0; i < 30; ++i) damaged += "Kế\xFF hoạch\0";
  EXPECT_EQ(decoded(damaged).diagnostics.size(), 30U);
  EXPECT_EQ(decoded(damaged).diagnostics[0].code, "ill-formed-bytes");
  EXPECT_EQ(decoded("\xFF").diagnostics[0].code, "ill-formed-bytes");  // too little to judge
  EXPECT_TRUE(decoded("\0\0\0"s).diagnostics.empty());
}

TEST(ToWellFormed, LeavesWhatIsSoundAndReplacesEachStretch) {
  EXPECT_EQ(to_well_formed("kế hoạch"), "kế hoạch");
  EXPECT_EQ(to_well_formed(""), "");
  EXPECT_EQ(to_well_formed("\xFF\xFE"
                           "a\xE1\xBA"),
            "\uFFFDa\uFFFD");
}

TEST(WellFormedPrefix, KnowsEveryCharacterAndNothingElse) {
  const std::string_view edges =
      "\x00\x41\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xEC"
      "\xED\xEE\xEF\xF0\xF1\xF3\xF4\xF5\xFF"sv;
  std::size_t sound = 0;
  for (const char a : edges) {
    for (const char b : edges) {
      for (const char c : edges) {
        for (const char d : edges) {
          const std::string four{a, b, c, d};
          std::size_t expected = 0;  // characters one after the other
          for (std::size_t size = 1; expected < 4 && size <= 4 - expected; ++size) {
            if (!is_well_formed(std::string_view(four).substr(expected, size))) continue;
            expected += size;
            size = 0;
          }
          ASSERT_EQ(well_formed_prefix(four), expected) << testing::PrintToString(four);
          if (expected == 4) ++sound;
        }
      }
    }
  }
  EXPECT_GT(sound, 100U);
}

TEST(WellFormedPrefix, FindsAFaultAtAnyDistance) {
  for (std::size_t before = 0; before < 700; ++before) {
    std::string text(before, 'a');
    text += "ế\xFFsau";
    ASSERT_EQ(well_formed_prefix(text), before + 3);
    text.resize(before + 2);  // "ế" cut short
    ASSERT_EQ(well_formed_prefix(text), before);
  }
}

TEST(Decode, SoundTextComesBackAsItIs) {
  const std::string text = "KẾ HOẠCH\r\n\0\x01 đ \U0001F600 \xEF\xBF\xBE\n"s;
  const DecodedText result = decoded(text);
  EXPECT_EQ(result.text, text);
  EXPECT_EQ(result.encoding, "UTF-8");
  EXPECT_TRUE(result.diagnostics.empty());
  EXPECT_EQ(decoded("").text, "");
}

TEST(Decode, OneByteOrderMarkGoes) {
  EXPECT_EQ(decoded("\xEF\xBB\xBFSố").text, "Số");
  EXPECT_EQ(decoded("\xEF\xBB\xBF\xEF\xBB\xBFSố").text, "\xEF\xBB\xBFSố");
  EXPECT_EQ(decoded("\xEF\xBB").text, "\uFFFD");
}

TEST(Decode, AStretchOfIllFormedBytesIsOneReplacementAndOneDiagnostic) {
  const DecodedText result = decoded("a\xC3\x28 b\xFF\xFE\x80 \xED\xA0\x80 \xE1\xBA");
  EXPECT_EQ(result.text, "a\uFFFD( b\uFFFD \uFFFD \uFFFD");
  ASSERT_EQ(result.diagnostics.size(), 4U);
  const Diagnostic& second = result.diagnostics[1];
  EXPECT_EQ(second.code, "ill-formed-bytes");
  EXPECT_EQ(second.severity, Severity::warning);
  EXPECT_EQ(second.message, "3 byte không giải mã được ở vị trí 5 của tệp");
  EXPECT_EQ(second.span, (SourceSpan{7, 10}));
  EXPECT_EQ(result.text.substr(second.span.begin, second.span.size()), "\uFFFD");
}

TEST(Decode, ManyStretchesAreToldInABoundedNumberOfDiagnostics) {
  std::string bytes;
  for (int i = 0; i < 1000; ++i) bytes += "abcd\xFF\xFF";
  const DecodedText result = decoded(bytes);
  ASSERT_EQ(result.diagnostics.size(), max_reported_stretches + 1);
  const Diagnostic& rest = result.diagnostics.back();
  EXPECT_EQ(rest.message, "Còn 900 chỗ khác (1800 byte) không giải mã được");
  EXPECT_EQ(rest.span, (SourceSpan{704, 7000}));
  EXPECT_EQ(result.text.size(), 7000U);
}

TEST(Decode, BytesOfALegacyEncodingAreReadAsWindows1252) {
  const DecodedText result = decoded(
      "C\xE9ng ho\xB5 x\xB7 h\xE9i \x81 \x93N\xAD\xEC"
      "c\x94\n");
  EXPECT_EQ(result.encoding, "windows-1252");
  EXPECT_EQ(result.text, "Céng hoµ x· héi \u0081 “N\u00ADìc”\n");
  EXPECT_TRUE(result.diagnostics.empty());
}

TEST(Decode, SomeBrokenBytesMakeNoLegacyFile) {
  std::string text = "Thực hiện kế hoạch của xã, các thôn trồng cây ven đường";
  text += " t\xE9t x\xB7 ";
  const DecodedText result = decoded(text);
  EXPECT_EQ(result.encoding, "UTF-8");
  EXPECT_EQ(result.diagnostics.size(), 2U);
}

std::string utf16(std::u16string_view text, bool little) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFFU);
    const char high = static_cast<char>(unit >> 8U);
    bytes += little ? std::string{low, high} : std::string{high, low};
  }
  return bytes;
}

TEST(Decode, Utf16WithAndWithoutByteOrderMark) {
  const std::u16string_view text = u"Số: 12/KH-UBND ngày 02/4/2031 \U0001F600\r\n";
  const std::string expected = "Số: 12/KH-UBND ngày 02/4/2031 \U0001F600\r\n";
  for (const bool little : {true, false}) {
    const std::string_view name = little ? "UTF-16LE" : "UTF-16BE";
    for (const std::string& mark : {""s, utf16(u"\uFEFF", little)}) {
      const DecodedText result = decoded(mark + utf16(text, little));
      EXPECT_EQ(result.text, expected);
      EXPECT_EQ(result.encoding, name);
      EXPECT_TRUE(result.diagnostics.empty());
    }
  }
}

TEST(Decode, BrokenUtf16) {
  // two lone surrogates in a row are one stretch; half a unit at the end is another
  const std::u16string_view text =
      u"\xFEFF"
      u"a\xDC00\xD800"
      u"b";
  const DecodedText result = decoded(utf16(text, true) + "c");
  EXPECT_EQ(result.text, "a\uFFFDb\uFFFD");
  ASSERT_EQ(result.diagnostics.size(), 2U);
  EXPECT_EQ(result.diagnostics[0].message, "4 byte không giải mã được ở vị trí 4 của tệp");
  EXPECT_EQ(result.diagnostics[1].message, "1 byte không giải mã được ở vị trí 10 của tệp");
  EXPECT_EQ(decoded("\xFF\xFE").text, "");
  EXPECT_EQ(decoded(utf16(u"\xFEFF\xD800", false)).text, "\uFFFD");
}

TEST(Decode, ZeroBytesAloneAreNoUtf16) {
  EXPECT_EQ(decoded("a\0b\0"sv).encoding, "UTF-8");
  EXPECT_EQ(decoded("Kế\0 hoạch\0\0 số 5 năm 2031"sv).encoding, "UTF-8");
  EXPECT_EQ(decoded(std::string(100, '\0')).encoding, "UTF-8");
}

TEST(Decode, TheLimitIsNamed) {
  Limits limits;
  limits.max_source_bytes = 4;
  EXPECT_TRUE(decode_bytes("abcd", limits));
  const auto result = decode_bytes("abcde", limits);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::too_large);
  EXPECT_EQ(result.error().detail, "The file has 5 bytes; the limit is 4.");
  EXPECT_EQ(result.error().place, "byte 4");
}

}  // namespace
}  // namespace vanban::read

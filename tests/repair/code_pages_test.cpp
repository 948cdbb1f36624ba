#include "repair/code_pages.hpp"

#include <string>

#include <gtest/gtest.h>

#include "repair/icu.hpp"
#include "repair/passes.hpp"
#include "repair/signs.hpp"

namespace vanban::repair_stage {
namespace {

TEST(CodePages, TheTableHasWhatTheConverterShows) {
  for (const CodePage& page : code_pages()) {
    const icu_text::Encoder encoder(page.name);
    EXPECT_EQ(encoder.text_of("\xE1\xBA"), page.ba) << page.name;
    EXPECT_EQ(encoder.text_of("\xE1\xBB"), page.bb) << page.name;
  }
}

TEST(CodePages, TheScanStopsAtEither) {
  for (const CodePage& page : code_pages()) {
    const bool ba = find_signs(page.ba).contains(Sign::mojibake);
    const bool bb = find_signs(page.bb).contains(Sign::mojibake);
    EXPECT_TRUE(ba || bb) << page.name;
  }
}

TEST(CodePages, AnUnknownNameHasNoCharacters) {
  const icu_text::Encoder encoder("no such page");
  EXPECT_TRUE(encoder.bytes_of(U'á').empty());
  EXPECT_TRUE(encoder.text_of("\xE1").empty());
  EXPECT_FALSE(encoder.has_byte(0xE1));
}

TEST(ShownBytes, EditsGoBackToWholeCharacters) {
  // 99 and "n" are one character here: an edit of either changes both.
  const std::string text = "C峄檔g h貌a";
  const CodePage page{"windows-936", "岷", "峄"};
  const ShownBytes bytes(text, page);
  const std::string shown = "C\u00E1\u00BB\u0099ng h\u00C3\u00B2a";
  ASSERT_EQ(bytes.text(), shown);
  const auto to = static_cast<std::uint32_t>(shown.find('n'));
  const EditList edits = bytes.to_source({{1, to, "ộ", RepairKind::mojibake, 0.9}});
  ASSERT_EQ(edits.size(), 1U);
  EXPECT_EQ(text.substr(edits[0].begin, edits[0].end - edits[0].begin), "峄檔");
  EXPECT_EQ(edits[0].replacement, "ộn");
  const std::uint32_t blank = to + 2;
  const EditList both = bytes.to_source(
      {{1, to, "ộ", RepairKind::mojibake, 0.9}, {to, blank, "NG", RepairKind::mojibake, 0.8}});
  ASSERT_EQ(both.size(), 1U);
  EXPECT_EQ(text.substr(both[0].begin, both[0].end - both[0].begin), "峄檔g");
  EXPECT_EQ(both[0].replacement, "ộNG");
  EXPECT_EQ(both[0].confidence, 0.8);
}

TEST(ShownBytes, LostBytesAreThoseWithoutACharacter) {
  const auto lost = [](const char* name) {
    return ShownBytes("", CodePage{name, "", ""}).lost().size();
  };
  EXPECT_EQ(lost("ibm-437"), 0U);
  EXPECT_EQ(lost("windows-1251"), 1U);
  EXPECT_EQ(lost("iso-8859-2"), 32U);
}

}  // namespace
}  // namespace vanban::repair_stage

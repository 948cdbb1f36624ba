#include "outline/joined_text.hpp"

#include <string>

#include <gtest/gtest.h>

namespace vanban::outline {
namespace {

class Joined : public testing::Test {
 protected:
  // 0123456789
  // ab cd\nefg\nhi
  const std::string repaired = "ab cd\nefg\nhi";
  JoinedText text;
  Joined() {
    text.append(repaired, {0, 5});
    text.append(repaired, {6, 9});
    text.append(repaired, {10, 12}, true, true);
  }
};

TEST_F(Joined, PutsOneBlankBetweenPiecesUnlessGlued) {
  EXPECT_EQ(text.text(), "ab cd efghi");
}

TEST_F(Joined, EveryByteLeadsBackToItself) {
  for (std::size_t at = 0; at < text.text().size(); ++at) {
    const TextSpan place = text.place(at, at + 1);
    if (place.empty()) {
      EXPECT_EQ(text.text()[at], ' ');  // the joining blank stands nowhere
      continue;
    }
    EXPECT_EQ(repaired[place.begin], text.text()[at]) << at;
  }
}

TEST_F(Joined, ARangeOverPiecesIsTheirHull) {
  EXPECT_EQ(text.place(3, 8), (TextSpan{3, 8}));
  EXPECT_EQ(text.place(), (TextSpan{0, 12}));
  EXPECT_EQ(text.place(3, 5), (TextSpan{3, 5}));  // ends with its piece, not before the next
}

TEST_F(Joined, ASliceKeepsItsPlaces) {
  const JoinedText part = text.slice(4, 10);
  EXPECT_EQ(part.text(), "d efgh");
  EXPECT_EQ(part.place(), (TextSpan{4, 11}));
  ASSERT_EQ(part.pieces().size(), 3U);
  EXPECT_TRUE(part.pieces()[2].new_page);
}

}  // namespace
}  // namespace vanban::outline

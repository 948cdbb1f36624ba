#include "language/syllable.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace vanban::language {
namespace {

TEST(Syllable, WhatVietnameseSpells) {
  for (const std::string_view word :
       {"a",     "ở",    "ý",     "kế",    "hoạch", "nghiêng", "nghĩa", "quyết", "quốc",  "gì",
        "giếng", "giết", "giữ",   "gìn",   "yêu",   "uống",    "xoong", "khuỷu", "ngoằn", "huơ",
        "thuở",  "rượu", "tuyển", "đường", "Kế",    "HOẠCH",   "ĐƯỜNG", "quý",   "quí",   "mỹ"}) {
    EXPECT_TRUE(is_syllable(word)) << word;
  }
}

TEST(Syllable, WhatItDoesNotSpell) {
  for (const std::string_view word :
       {"",    "nh",       "n",   "đ",       "ubnd", "kê1",   "phat",   "phàt",  "tich", "tịich",
        "cế",  "kà",       "ghà", "gế",      "nge",  "fải",   "hạnhh",  "đuơg",  "óà",   "tóán",
        "web", "nghiêngg", "qan", "tiến-độ", "a b",  "thuếế", "nguờii", "hoạcn", "\xC3"}) {
    EXPECT_FALSE(is_syllable(word)) << word;
  }
}

TEST(Syllable, AStopTakesTheAcuteOrTheDot) {
  for (const std::string_view word : {"cấp", "cập", "tích", "tịch", "các", "cạc", "hết", "hệt"}) {
    EXPECT_TRUE(is_syllable(word)) << word;
  }
  for (const std::string_view word : {"câp", "cầp", "cẩp", "cẫp", "tich", "tìch", "cac", "hềt"}) {
    EXPECT_FALSE(is_syllable(word)) << word;
  }
}

TEST(Syllable, BothPlacementsOfTheMark) {
  for (const std::string_view word : {"hoà", "hòa", "uỷ", "ủy", "khoẻ", "khỏe", "thuý", "thúy"}) {
    EXPECT_TRUE(is_syllable(word)) << word;
  }
  // With a coda or after "qu" there is one place only.
  for (const std::string_view word : {"hóan", "tòan", "qúy", "qủa", "cuả", "hạot"}) {
    EXPECT_FALSE(is_syllable(word)) << word;
  }
}

TEST(Syllable, TheOtherPlacementAndBack) {
  const std::vector<std::pair<std::string_view, std::string_view>> pairs{
      {"hoà", "hòa"}, {"uỷ", "ủy"}, {"khoẻ", "khỏe"}, {"thuỵ", "thụy"}, {"loã", "lõa"}};
  for (const auto& [one, other] : pairs) {
    EXPECT_EQ(other_placement(one), other);
    EXPECT_EQ(other_placement(other), one);
  }
  EXPECT_EQ(other_placement("HÒA"), "hoà");
  for (const std::string_view word : {"hoa", "toán", "quý", "của", "nghĩa", "nh", ""}) {
    EXPECT_EQ(other_placement(word), "") << word;
  }
}

}  // namespace
}  // namespace vanban::language

#include "outline/marker.hpp"

#include <string>

#include <gtest/gtest.h>

#include "language/letters.hpp"

namespace vanban::outline {
namespace {

struct Expected {
  std::string_view line;
  NodeKind kind;
  std::string_view label;
  std::string_view rest;  ///< what follows the marker
};

// clang-format off
constexpr Expected markers[] = {
    {"I. MỤC ĐÍCH", NodeKind::roman, "I", "MỤC ĐÍCH"},
    {"II- NỘI DUNG", NodeKind::roman, "II", "NỘI DUNG"},
    {"III/ TỔ CHỨC", NodeKind::roman, "III", "TỔ CHỨC"},
    {"IV – KINH PHÍ", NodeKind::roman, "IV", "KINH PHÍ"},
    {"V.KINH PHÍ", NodeKind::roman, "V", "KINH PHÍ"},
    {"VI . KINH PHÍ", NodeKind::roman, "VI", "KINH PHÍ"},
    {"A. ĐÁNH GIÁ", NodeKind::upper, "A", "ĐÁNH GIÁ"},
    {"Đ. KIẾN NGHỊ", NodeKind::upper, "Đ", "KIẾN NGHỊ"},
    {"B/ Nhiệm vụ", NodeKind::upper, "B", "Nhiệm vụ"},
    {"1. Mục đích", NodeKind::decimal, "1", "Mục đích"},
    {"12) Mục đích", NodeKind::decimal, "12", "Mục đích"},
    {"1- Mục đích", NodeKind::decimal, "1", "Mục đích"},
    {"3/ Mục đích", NodeKind::decimal, "3", "Mục đích"},
    {"1.Mục đích", NodeKind::decimal, "1", "Mục đích"},
    {"2.1. Danh hiệu", NodeKind::decimal, "2.1", "Danh hiệu"},
    {"2.1 Danh hiệu", NodeKind::decimal, "2.1", "Danh hiệu"},
    {"2.1.3. Mức chi", NodeKind::decimal, "2.1.3", "Mức chi"},
    {"I.2. Yêu cầu", NodeKind::decimal, "I.2", "Yêu cầu"},
    {"(3) Rà soát", NodeKind::decimal, "3", "Rà soát"},
    {"a) Đối với", NodeKind::alpha, "a", "Đối với"},
    {"đ) Kinh phí", NodeKind::alpha, "đ", "Kinh phí"},
    {"b. Yêu cầu", NodeKind::alpha, "b", "Yêu cầu"},
    {"c/ Yêu cầu", NodeKind::alpha, "c", "Yêu cầu"},
    {"a- Yêu cầu", NodeKind::alpha, "a", "Yêu cầu"},
    {"a1) Yêu cầu", NodeKind::alpha, "a1", "Yêu cầu"},
    {"(b) Rà soát", NodeKind::alpha, "b", "Rà soát"},
    {"ii) Rà soát", NodeKind::alpha, "ii", "Rà soát"},
    {"- Tập thể", NodeKind::dash, "", "Tập thể"},
    {"-Tập thể", NodeKind::dash, "", "Tập thể"},
    {"– Tập thể", NodeKind::dash, "", "Tập thể"},
    {"--  Lưu", NodeKind::dash, "", "Lưu"},
    {"+ Cá nhân", NodeKind::plus, "", "Cá nhân"},
    {"* Lưu ý", NodeKind::bullet, "", "Lưu ý"},
    {"• Lưu ý", NodeKind::bullet, "", "Lưu ý"},
    {"\xEF\x82\xB7 Lưu ý", NodeKind::bullet, "", "Lưu ý"},
    {"Phần thứ nhất", NodeKind::part, "thứ nhất", ""},
    {"PHẦN II: GIẢI PHÁP", NodeKind::part, "II", "GIẢI PHÁP"},
    {"Chương IV", NodeKind::chapter, "IV", ""},
    {"Mục 2. HỒ SƠ", NodeKind::section, "2", "HỒ SƠ"},
    {"Điều 5. Tổ chức thực hiện", NodeKind::article, "5", "Tổ chức thực hiện"},
};

/// Lines that begin like a marker and have none.
constexpr std::string_view no_markers[] = {
    "2025 và các năm tiếp theo", "2437/QĐ-TTg ngày 04/11", "03/NQ-CP ngày 09 tháng 01",
    "10/10/2020) và Đại hội", "5.000 tỷ đồng", "1.5 triệu đồng", "4 không về ma túy", "-15 độ",
    "Điều 5 Luật Đất đai", "Mục tiêu chung", "Phần mềm quản lý", "Chương trình mục tiêu",
    "Đ/c Bí thư", "(Kèm theo Kế hoạch)", "a.b", "TM. ỦY BAN", "KH&CN", "i-ốt", "", "-", "I",
     "VIỆT NAM",
};
// clang-format on

TEST(FindMarker, ReadsEveryPrintedForm) {
  for (const Expected& row : markers) {
    const auto marker = find_marker(row.line, language::fold(row.line));
    ASSERT_TRUE(marker) << row.line;
    EXPECT_EQ(marker->kind, row.kind) << row.line;
    EXPECT_EQ(marker->label, row.label) << row.line;
    EXPECT_EQ(row.line.substr(marker->length), row.rest) << row.line;
    EXPECT_TRUE(row.line.starts_with(marker->printed)) << row.line;
  }
}

TEST(FindMarker, LeavesWhatOnlyBeginsLikeOne) {
  for (const std::string_view line : no_markers) {
    EXPECT_FALSE(find_marker(line, language::fold(line))) << line;
  }
}

TEST(FindMarker, SaysThatACapitalMayBeALetterAndANumeral) {
  for (const std::string_view line : {"C. X", "D. X", "I. X", "V. X", "L. X", "X. X"}) {
    const auto marker = find_marker(line, language::fold(line));
    ASSERT_TRUE(marker) << line;
    EXPECT_EQ(marker->ambiguous, line.front() != 'D') << line;  // 500 is no section
  }
}

TEST(LetterValue, CountsInVietnameseOrder) {
  EXPECT_EQ(letter_value("d"), 4);
  EXPECT_EQ(letter_value("đ"), 5);
  EXPECT_EQ(letter_value("e"), 6);
  EXPECT_EQ(letter_value("g"), 7);
  EXPECT_EQ(letter_value("f"), 7);  // in the place of g, which it stands before
  EXPECT_EQ(letter_value("j"), 10);
  EXPECT_FALSE(letter_value("w"));
  EXPECT_FALSE(letter_value("ê"));
}

TEST(RomanValue, TakesTheUsualSpellingOnly) {
  EXPECT_EQ(roman_value("iv"), 4);
  EXPECT_EQ(roman_value("xix"), 19);
  EXPECT_EQ(roman_value("xl"), 40);
  EXPECT_FALSE(roman_value("iiii"));
  EXPECT_FALSE(roman_value("vx"));
  EXPECT_FALSE(roman_value(""));
}

}  // namespace
}  // namespace vanban::outline

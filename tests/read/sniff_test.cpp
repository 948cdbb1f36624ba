#include "read/sniff.hpp"

#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "support/files.hpp"

namespace vanban::read {
namespace {

TEST(MarkdownEvidence, EveryRowClaimsItsOwnExampleAndNoOther) {
  for (const MarkdownEvidence& row : markdown_evidence()) {
    for (const MarkdownEvidence& other : markdown_evidence()) {
      EXPECT_EQ(row.count(other.example), &row == &other ? 1U : 0U)
          << row.name << " in " << other.example;
    }
  }
}

TEST(SniffFormat, WhatPlainPlansHaveTellsNothing) {
  const std::string plain =
      "HUYỆN ỦY BÌNH MINH\n***\nSố: ___-KH/HU\n-----\n"
      "1. Mục đích\n- Một\n+ Hai\n* Ba\n* Bốn (*) và (1*), (**)\n1) Năm\n"
      "Chỉ tiêu* và chỉ tiêu** theo 3*4*5\n(*) Ghi chú\n* Ghi chú * chung\n*Nguồn: báo cáo\n"
      "> 80% và <5 năm, A&B, #2, C:\\Users\\tep, a|b\n|\n_________\n=====\n~ Lưu: VT_KH\n"
      "Số [1] và [2](hai), `\n";
  EXPECT_EQ(sniff_format(plain), Format::text);
  EXPECT_EQ(sniff_format(""), Format::text);
}

TEST(SniffFormat, OneAccidentIsNotEnoughTwoMarksAre) {
  EXPECT_EQ(sniff_format("Nội dung *in nghiêng* trong OCR"), Format::text);
  EXPECT_EQ(sniff_format("**KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC**"), Format::markdown);
  EXPECT_EQ(sniff_format("# KẾ HOẠCH\n"), Format::markdown);
  EXPECT_EQ(sniff_format("a | b\n--|--\n1 | 2\n"), Format::markdown);
}

TEST(SniffFormat, SignsThatAreLettersMakeNoEmphasis) {
  std::string coded;
  for (int i = 0; i < 20; ++i) coded += "th5ng *c n*y h6:ng* <n c!c c0 q$n\n";
  EXPECT_EQ(sniff_format(coded), Format::text);
  EXPECT_EQ(sniff_format("## I. NHIỆM VỤ\n" + coded), Format::markdown);
}

TEST(SniffFormat, ALongTextNeedsMoreEvidence) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "dòng chữ của một văn bản dài\n";
  EXPECT_EQ(sniff_format(text + "# KẾ\n"), Format::text);
  std::string marked = text;
  for (int i = 0; i < 10; ++i) marked += "## MỤC\n\n";
  EXPECT_EQ(sniff_format(marked), Format::markdown);
}

/// Of the reference documents, text files are plain and files named .md are Markdown, but three of
/// the seeds, all named .txt, are Markdown.
#ifdef VANBAN_REFERENCE_DIR
TEST(SniffFormat, ReferenceDocuments) {
  const std::filesystem::path root = VANBAN_REFERENCE_DIR;
  std::size_t seen = 0;
  for (const char* folder : {"seeds", "real/plans", "real/other"}) {
    for (const auto& file : test::files_below(root / folder)) {
      const std::string name = file.filename().string();
      const bool markdown = file.extension() == ".md" || name.starts_with("001_") ||
                            name.starts_with("003_") || name.starts_with("004_");
      if (file.extension() != ".md" && file.extension() != ".txt") continue;
      ++seen;
      EXPECT_EQ(sniff_format(test::read_file(file)), markdown ? Format::markdown : Format::text)
          << file;
    }
  }
  EXPECT_GT(seen, 15U);
}
#endif

}  // namespace
}  // namespace vanban::read

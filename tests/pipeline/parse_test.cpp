#include <clocale>
#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "json/walk.hpp"
#include "support/files.hpp"
#include "vanban/vanban.hpp"

namespace vanban {
namespace {

std::vector<std::filesystem::path> plans() {
  std::vector<std::filesystem::path> files;
  for (const auto& file : test::files_below(test::corpus() / "plans")) {
    if (file.extension() == ".txt") files.push_back(file);
  }
  return files;
}

/// Null where the text is no document.
std::optional<std::string> json_of(const std::string& bytes) {
  const auto document = parse(bytes);
  return document ? std::optional(to_json(*document)) : std::nullopt;
}

// Web pages and word processors put U+00A0 between words: nobody sees it, no table has it.
TEST(Parse, HardBlanksAreBlanks) {
  const std::string soft =
      "UBND XÃ HÒA AN\nSố: 12/KH-UBND\nKẾ HOẠCH\nTrồng cây\nI. MỤC ĐÍCH\n- Phủ xanh đồi.\n"
      "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nĐào Văn Quý\n";
  std::string hard;
  for (const char c : soft) hard += c == ' ' ? std::string("\xC2\xA0") : std::string(1, c);
  for (const bool proofread : {true, false}) {
    ParseOptions options;
    options.proofread = proofread;
    const auto document = parse(hard, options);
    ASSERT_TRUE(document);
    EXPECT_EQ(document->header.agency.name, "UBND XÃ HÒA AN");
    EXPECT_EQ(document->header.number.text, "12/KH-UBND");
    ASSERT_EQ(document->signatures.size(), 1U);
    EXPECT_EQ(document->signatures[0].position, "CHỦ TỊCH");
    EXPECT_EQ(document->signatures[0].name, "Đào Văn Quý");
    EXPECT_TRUE(document->repairs.empty());
    ASSERT_EQ(document->body.size(), 1U);
    EXPECT_EQ(document->body[0].title, "MỤC ĐÍCH");
    const SourceSpan span = document->body[0].children.at(0).span;
    const std::string item = hard.substr(span.begin, span.end - span.begin);
    EXPECT_TRUE(item.ends_with("đồi.")) << item;
    EXPECT_NE(item.find("Phủ\xC2\xA0xanh"), std::string::npos) << item;
  }
}

TEST(Parse, TheSameBytesGiveTheSameDocument) {
  for (const auto& file : plans()) {
    const std::string bytes = test::read_file(file);
    const auto once = json_of(bytes);
    ASSERT_TRUE(once) << file;
    EXPECT_EQ(json_of(bytes), once) << file;
    std::optional<std::string> elsewhere;
    std::thread([&] { elsewhere = json_of(bytes); }).join();
    EXPECT_EQ(elsewhere, once) << file;
  }
}

TEST(ParseOwned, GivesTheSameDocument) {
  const std::string plan = test::read_file(plans().front());
  const std::string files[] = {plan,
                               "\xEF\xBB\xBF" + plan,
                               plan + "\xFF",
                               "ngắn",
                               "",
                               "C\xE9ng ho\xB5 x\xB7 h\xE9i ch\xF1 ngh\xDC\x61"};
  for (const std::string& bytes : files) {
    const auto document = parse(bytes);
    const auto owned = parse_owned(bytes);
    ASSERT_TRUE(document && owned);
    EXPECT_EQ(to_json(*owned), to_json(*document));
    EXPECT_EQ(owned->source_text, document->source_text);
  }
}

/// Sets a locale for a test.
class LocaleFor {
 public:
  explicit LocaleFor(const char* name) : is_set_(std::setlocale(LC_ALL, name) != nullptr) {}
  LocaleFor(const LocaleFor&) = delete;
  LocaleFor& operator=(const LocaleFor&) = delete;
  ~LocaleFor() { std::setlocale(LC_ALL, "C"); }
  [[nodiscard]] bool is_set() const { return is_set_; }

 private:
  bool is_set_;
};

/// Vietnamese and German write 4,2: what printf and strtod take from the locale would show.
TEST(Parse, ALocaleChangesNothing) {
  std::vector<std::pair<std::filesystem::path, std::string>> expected;
  for (const auto& file : plans()) {
    auto json = json_of(test::read_file(file));
    ASSERT_TRUE(json) << file;
    expected.emplace_back(file, *std::move(json));
  }
  // A bare machine has only the last one; a comma shows more where there is one.
  for (const char* name :
       {"vi_VN.UTF-8", "vi_VN", "de_DE.UTF-8", "de_DE", "fr_FR.UTF-8", "C.UTF-8"}) {
    const LocaleFor locale(name);
    if (!locale.is_set()) continue;
    for (const auto& [file, json] : expected) {
      EXPECT_EQ(json_of(test::read_file(file)), json) << name << " " << file;
      const auto back = from_json(json);
      ASSERT_TRUE(back) << file;
      JsonOptions options;
      options.offset_unit = back->offset_unit;
      EXPECT_EQ(to_json(*back, options), json) << name << " " << file;
    }
  }
}

/// Where nothing was repaired and no line joined, the source slice is the text itself.
void expect_source_is_text(const std::vector<Node>& nodes, const Document& document) {
  for (const Node& node : nodes) {
    const std::string slice = document.source_text.substr(node.span.begin, node.span.size());
    const std::string& own = node.title ? *node.title : node.text.value_or("");
    if (!own.empty() && slice.find('\n') == std::string::npos) {
      EXPECT_TRUE(slice.ends_with(own)) << node.id << "\n" << slice << "\n" << own;
    }
    expect_source_is_text(node.children, document);
  }
}

/// The spans of nodes, header, recipients, signatures, plan and citations: whatever the model has.
TEST(Parse, EverySpanIsInsideTheSource) {
  for (const auto& file : plans()) {
    auto document = parse(test::read_file(file));
    ASSERT_TRUE(document) << file;
    const std::string source = document->source_text;
    const auto begins_character = [&source](std::size_t at) {
      return at == source.size() || (static_cast<unsigned char>(source[at]) & 0xC0U) != 0x80U;
    };
    std::size_t seen = 0;
    const auto check = [&](const SourceSpan& span) {
      ++seen;
      ASSERT_LE(span.begin, span.end) << file;
      ASSERT_LE(span.end, source.size()) << file;
      EXPECT_TRUE(begins_character(span.begin) && begins_character(span.end)) << file;
    };
    json::test::Spans(check).walk(*document);
    EXPECT_GT(seen, 50U) << file;
    for (const Repair& repair : document->repairs) {
      EXPECT_EQ(source.substr(repair.span.begin, repair.span.size()), repair.before) << file;
    }
  }
}

TEST(Parse, AnOptionWithoutSuchAValueIsAnError) {
  for (const double wrong : {-0.1, 1.5, 7.0, std::numeric_limits<double>::quiet_NaN(),
                             std::numeric_limits<double>::infinity()}) {
    ParseOptions options;
    options.repair.min_confidence = wrong;
    const auto document = parse("KẾ HOẠCH\n", options);
    ASSERT_FALSE(document) << wrong;
    EXPECT_EQ(document.error().code, ErrorCode::invalid_argument);
  }
  for (const double right : {0.0, 0.5, 1.0}) {
    ParseOptions options;
    options.repair.min_confidence = right;
    EXPECT_TRUE(parse("KẾ HOẠCH\n", options)) << right;
  }
}

TEST(Parse, WhatRepairLeavesIsSaidInDiagnostics) {
  const std::string text =
      "KẾ HOẠCH\nTrồng cây\n\nI. MỤC ĐÍCH\n- Các đơn vị sử đụng kinh phí đúng mục đích theo "
      "quy định của pháp luật.\n"
      "CQNG HOA xA HQI CHU NGHiA VIET NAM\n";
  const auto document = parse(text);
  ASSERT_TRUE(document);
  const auto slices_of = [&](std::string_view code, Severity severity) {
    std::vector<std::string> slices;
    for (const Diagnostic& one : document->diagnostics) {
      if (one.code != code) continue;
      EXPECT_EQ(one.severity, severity);
      slices.push_back(text.substr(one.span.begin, one.span.size()));
    }
    return slices;
  };
  EXPECT_EQ(slices_of("suspect-word", Severity::info), std::vector<std::string>{"đụng"});
  EXPECT_EQ(slices_of("unrepaired-damage", Severity::warning),
            std::vector<std::string>{"CQNG HOA xA HQI CHU NGHiA VIET NAM"});

  ParseOptions options;
  options.proofread = false;
  auto quiet = parse(text, options);
  ASSERT_TRUE(quiet);
  for (const Diagnostic& one : quiet->diagnostics) {
    EXPECT_TRUE(one.code != "suspect-word" && one.code != "unrepaired-damage");
  }
  quiet->diagnostics = document->diagnostics;
  EXPECT_EQ(*quiet, *document) << "proofreading changes nothing else";
}

/// What separates cells and rows within the library is noise where a file has it.
TEST(Parse, ControlCharactersReachNoField) {
  const std::string text =
      "KẾ HOẠCH\nTrồng\x1F cây\n\nI. MỤC\x1E ĐÍCH\n1.\x1D Thêm bóng mát\x7F.\n";
  std::string plain = text;
  for (char& c : plain) {
    if (c == '\x1D' || c == '\x1E' || c == '\x1F' || c == '\x7F') c = ' ';
  }
  const auto one = parse(text);
  const auto other = parse(plain);
  ASSERT_TRUE(one && other);
  EXPECT_EQ(one->source_text, text);
  EXPECT_EQ(one->body, other->body);
  EXPECT_EQ(one->header.title, other->header.title);
}

TEST(Parse, LineEndsOfUnicodeEndLines) {
  const std::string feeds = "KẾ HOẠCH\nTrồng cây\n\nI. MỤC ĐÍCH\n- Thêm bóng mát.\n- Sạch.\n";
  const auto expected = parse(feeds);
  ASSERT_TRUE(expected);
  for (const std::string_view sign : {"\v", "\u0085", "\u2028", "\u2029"}) {
    std::string text;
    for (const char c : feeds) c == '\n' ? text += sign : text += c;
    const auto document = parse(text);
    ASSERT_TRUE(document);
    ASSERT_EQ(document->body.size(), expected->body.size());
    const Node& heading = document->body.front();
    EXPECT_EQ(heading.title, expected->body.front().title);
    ASSERT_EQ(heading.children.size(), 2U);
    EXPECT_EQ(heading.children.back().text, "Sạch.");
  }
}

TEST(Parse, SpansOfSoundPlainTextAreTheTextsThemselves) {
  const std::string file = (test::corpus() / "plans" / "tree-planting-commune.txt").string();
  const auto document = parse(test::read_file(file));
  ASSERT_TRUE(document);
  ASSERT_TRUE(document->repairs.empty());
  ASSERT_FALSE(document->body.empty());
  expect_source_is_text(document->body, *document);
}

// A page's caption names the letter, whose header is a row of a table.
TEST(Parse, ALetterOfMarkdownMayHaveItsHeaderInOneRow) {
  const auto document = parse(
      "# CÔNG VĂN SỐ 940/SGD-CNTT - KẾT NỐI DỮ LIỆU\n\n"
      "| **SỞ GIÁO DỤC** <br><br> Số: 940 /SGD-CNTT <br> V/v kết nối, đồng bộ dữ liệu học bạ của "
      "các trường phổ thông với cơ sở dữ liệu của ngành | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM** "
      "<br> **Độc lập - Tự do - Hạnh phúc** <br><br> *Bình Lâm, ngày 14 tháng 9 năm 2031* |\n"
      "| :--- | :--- |\n\n**Kính gửi:**\n- Ủy ban nhân dân các xã;\n- Hiệu trưởng các trường.\n\n"
      "Thực hiện Kế hoạch số 15/KH-UBND ngày 21/7/2031 của UBND tỉnh, Sở hướng dẫn như sau:\n\n"
      "### 1. Chuẩn bị\n\n- Rà soát dữ liệu.\n\n### 2. Đồng bộ\n\n- Ký số học bạ.\n");
  ASSERT_TRUE(document);
  const Header& header = document->header;
  EXPECT_EQ(header.agency.name, "SỞ GIÁO DỤC");
  EXPECT_EQ(header.number.text, "940/SGD-CNTT");
  EXPECT_EQ(header.place, "Bình Lâm");
  EXPECT_EQ(header.date, "2031-09-14");
  EXPECT_EQ(header.type.name, "Công văn");
  EXPECT_EQ(header.title,
            "V/v kết nối, đồng bộ dữ liệu học bạ của các trường phổ thông với cơ sở dữ liệu của "
            "ngành");
  EXPECT_EQ(header.addressees,
            (std::vector<std::string>{"Ủy ban nhân dân các xã", "Hiệu trưởng các trường"}));
  EXPECT_EQ(document->preamble.size(), 1U);
  EXPECT_EQ(document->body.size(), 2U);
}

TEST(Parse, EncodingsOfOneTextGiveOneDocument) {
  const std::string utf8 = "KẾ HOẠCH\nTrồng cây\n\nI. MỤC ĐÍCH\n- Thêm bóng mát.\n";
  std::string utf16 = "\xFF\xFE";
  for (std::size_t at = 0; at < utf8.size();) {
    const unsigned lead = static_cast<unsigned char>(utf8[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
    unsigned point = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
      point = (point << 6U) | (static_cast<unsigned char>(utf8[at + i]) & 0x3FU);
    }
    utf16 += static_cast<char>(point & 0xFFU);
    utf16 += static_cast<char>(point >> 8U);
    at += length;
  }
  const auto one = parse(utf8);
  const auto other = parse(utf16);
  const auto marked = parse("\xEF\xBB\xBF" + utf8);
  ASSERT_TRUE(one && other && marked);
  EXPECT_EQ(other->source.encoding, "UTF-16LE");
  EXPECT_EQ(one->body, other->body);
  EXPECT_EQ(one->body, marked->body);
  EXPECT_EQ(one->source_text, marked->source_text);
}

TEST(Parse, EmptyAndMeaninglessInputGiveDocuments) {
  for (const std::string& bytes :
       {std::string(), std::string(" \n\n"), std::string("\0\0\0", 3), std::string("\xFF\xFE"),
        std::string("\xC3"), std::string("-"), std::string("|")}) {
    const auto document = parse(bytes);
    ASSERT_TRUE(document);
    EXPECT_TRUE(document->body.empty() || !document->body.front().id.empty());
  }
}

TEST(Parse, ALimitIsAnErrorThatSaysWhich) {
  ParseOptions options;
  options.limits.max_source_bytes = 10;
  const auto large = parse("KẾ HOẠCH\nTrồng cây\n", options);
  ASSERT_FALSE(large);
  EXPECT_EQ(large.error().code, ErrorCode::too_large);
  options.limits = {};
  options.limits.max_nodes = 2;
  const auto complex = parse("I. A\n1. B\n2. C\n3. D\n", options);
  ASSERT_FALSE(complex);
  EXPECT_EQ(complex.error().code, ErrorCode::too_complex);
}

}  // namespace
}  // namespace vanban

#include <gtest/gtest.h>

#include <clocale>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

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

std::string json_of(const std::string& bytes) {
  const auto document = parse(bytes);
  return document ? to_json(*document) : document.error().detail;
}

TEST(Parse, DependsOnNothingButItsInput) {
  for (const auto& file : plans()) {
    const std::string bytes = test::read_file(file);
    const std::string once = json_of(bytes);
    EXPECT_EQ(json_of(bytes), once) << file;
    std::setlocale(LC_ALL, "C");
    EXPECT_EQ(json_of(bytes), once) << file;
    std::setlocale(LC_ALL, "");
    std::string elsewhere;
    std::thread([&] { elsewhere = json_of(bytes); }).join();
    EXPECT_EQ(elsewhere, once) << file;
  }
}

void expect_inside(const std::vector<Node>& nodes, const Document& document) {
  for (const Node& node : nodes) {
    ASSERT_LE(node.span.begin, node.span.end) << node.id;
    ASSERT_LE(node.span.end, document.source_text.size()) << node.id;
    for (const SourceSpan piece : node.spans) {
      EXPECT_LE(node.span.begin, piece.begin) << node.id;
      EXPECT_GE(node.span.end, piece.end) << node.id;
    }
    expect_inside(node.children, document);
  }
}

/// Where nothing was repaired and no line joined, the source slice is the text itself.
void expect_source_is_text(const std::vector<Node>& nodes, const Document& document) {
  for (const Node& node : nodes) {
    const std::string slice =
        document.source_text.substr(node.span.begin, node.span.size());
    const std::string& own = node.title ? *node.title : node.text.value_or("");
    if (!own.empty() && slice.find('\n') == std::string::npos) {
      EXPECT_TRUE(slice.ends_with(own)) << node.id << "\n" << slice << "\n" << own;
    }
    expect_source_is_text(node.children, document);
  }
}

TEST(Parse, EverySpanIsInsideTheSource) {
  for (const auto& file : plans()) {
    const auto document = parse(test::read_file(file));
    ASSERT_TRUE(document) << file;
    for (const auto* part : {&document->preamble, &document->body, &document->closing}) {
      expect_inside(*part, *document);
    }
    for (const Repair& repair : document->repairs) {
      EXPECT_EQ(document->source_text.substr(repair.span.begin, repair.span.size()), repair.before)
          << file;
    }
    for (const FieldPlace& place : document->header.at) {
      for (const SourceSpan span : place.spans) EXPECT_LE(span.end, document->source_text.size());
    }
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

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidjson/pointer.h>

#include "json/rapidjson.hpp"
#include "json/walk.hpp"
#include "vanban/json.hpp"

namespace vanban::json::test {
namespace {

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  const std::size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return at == std::string::npos ? text : text.replace(at, what.size(), by);
}

void expect_error(std::string_view json, ErrorCode code, std::string_view place) {
  const Result<Document> result = from_json(json);
  ASSERT_FALSE(result) << json;
  EXPECT_EQ(to_string(result.error().code), std::string_view(to_string(code)));
  EXPECT_EQ(result.error().place, place) << result.error().detail;
  EXPECT_FALSE(result.error().detail.empty());
}

void expect_bad(std::string_view json, std::string_view place) {
  expect_error(json, ErrorCode::bad_json, place);
}

TEST(FromJson, WhatIsNoJsonIsRefusedWithTheByte) {
  expect_bad("", "byte 0");
  expect_bad("{\"schema\"", "byte 9");
  expect_bad("{} x", "byte 3");
  expect_bad(std::string("{}\0", 3), "byte 2");
  expect_bad("{\"a\": \"\xFF\"}", "byte 7");
  expect_bad("{\"a\": \"\\ud800\"}", "byte 7");
  expect_bad("[1, 2", "byte 5");
  for (const char control : {'\x01', '\x0A', '\x1A', '\x1F'}) {
    expect_bad(std::string("{\"a\": \"") + control + "                \"}", "byte 7");
  }
}

TEST(FromJson, WhatIsNoDocumentIsRefused) {
  expect_bad("[]", "");
  expect_bad("null", "");
  expect_bad("{}", "");
  expect_bad(R"({"schema": "vanban/document/2"})", "/schema");
}

TEST(FromJson, UnknownKeysArePassedOver) {
  Document document;
  document.header.place.emplace("Hòa Sơn");
  const std::string json = to_json(document);
  const std::string more = replaced(json, "\"header\":{", R"("x":[{"y":[[]]}],"header":{"z":{},)");
  const Result<Document> read = from_json(more);
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_EQ(to_json(*read), json);
}

TEST(FromJson, TheOrderOfKeysDoesNotMatter) {
  Document document;
  document.header.number.text.emplace("12/KH-SKHCN");
  document.header.number.symbol.emplace("KH-SKHCN");
  const std::string json = to_json(document);
  const std::string turned =
      replaced(json, R"({"text":"12/KH-SKHCN","ordinal":null,"year":null,"symbol":"KH-SKHCN"})",
               R"({"symbol":"KH-SKHCN","year":null,"text":"12/KH-SKHCN","ordinal":null})");
  const Result<Document> read = from_json(turned);
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_EQ(to_json(*read), json);
}

TEST(FromJson, WordsAndNumbersAreChecked) {
  Document document;
  document.source_text = "abcdef";
  document.plan.targets.resize(1);
  document.plan.targets[0].quantities.resize(1);
  document.plan.targets[0].quantities[0].span = {2, 4};
  const std::string json = to_json(document);
  expect_bad(replaced(json, R"("comparator":"=")", R"("comparator":"==")"),
             "/plan/targets/0/quantities/0/comparator");
  expect_bad(replaced(json, "[2,4]", "[2,4,5]"), "/plan/targets/0/quantities/0/span");
  expect_bad(replaced(json, "[2,4]", "[4,2]"), "/plan/targets/0/quantities/0/span");
  expect_bad(replaced(json, "[2,4]", "[2,4.0]"), "/plan/targets/0/quantities/0/span/1");
  expect_bad(replaced(json, "[2,4]", "[-2,4]"), "/plan/targets/0/quantities/0/span/0");
  expect_bad(replaced(json, "[2,4]", "[2,4294967296]"), "/plan/targets/0/quantities/0/span/1");
  expect_bad(replaced(json, R"("value":0)", R"("value":null)"),
             "/plan/targets/0/quantities/0/value");
  expect_bad(replaced(json, R"("value":0)", R"("value":1e999)"),
             "byte " + std::to_string(json.find(R"("value":0)") + 8));
  expect_bad(replaced(json, "\"header\":", R"("header":{"at":1},"was":)"), "/header");
}

TEST(FromJson, AFieldNameInAPlaceIsEscaped) {
  Document document;
  document.header.at = {{"a/b~c", {{0, 0}}, false}};
  expect_bad(replaced(to_json(document), "\"a/b~c\":[0,0]", "\"a/b~c\":[0,\"\"]"),
             "/header/at/a~1b~0c/1");
}

std::string nested(std::size_t depth) {
  Document document;
  std::vector<Node>* inner = &document.body;
  for (std::size_t i = 0; i < depth; ++i) {
    inner->resize(1);
    inner = &inner->front().children;
  }
  return to_json(document);
}

TEST(FromJson, NestingIsBounded) {
  EXPECT_TRUE(from_json(nested(Limits::max_depth)));
  std::string deepest = "/body";
  for (std::size_t i = 0; i < Limits::max_depth; ++i) deepest += "/0/children";
  expect_error(nested(Limits::max_depth + 1), ErrorCode::too_complex, deepest);
  for (const char* open : {"[", "{\"a\":"}) {
    std::string deep;
    for (int i = 0; i < 1000000; ++i) deep += open;
    const Result<Document> result = from_json(deep);
    ASSERT_FALSE(result);
    EXPECT_EQ(to_string(result.error().code), std::string_view("too_complex"));
    EXPECT_TRUE(result.error().place.starts_with("byte ")) << result.error().place;
  }
}

// Any damage is refused, or what was read is written as JSON that reads back the same.
TEST(FromJson, DamagedJsonIsRefusedOrReadAsADocument) {
  Document document;
  Filler(Filling::at_random, {0, 5, 9}, 3).fill(document);
  const std::string json = to_json(document, {OffsetUnit::utf8, false});
  std::mt19937 random(11);
  std::size_t refused = 0;
  for (int i = 0; i < 3000; ++i) {
    std::string damaged = json;
    for (auto edits = 1 + random() % 3; edits > 0; --edits) {
      const std::size_t at = random() % damaged.size();
      switch (random() % 4) {
        case 0: damaged[at] = static_cast<char>(random() % 256); break;
        case 1: damaged.erase(at, 1 + random() % 20); break;
        case 2: damaged.insert(at, damaged.substr(random() % damaged.size(), random() % 30)); break;
        default: damaged[at] = "[]{}\",:0-n"[random() % 11]; break;
      }
    }
    const Result<Document> read = from_json(damaged);
    if (!read) {
      EXPECT_FALSE(read.error().detail.empty());
      ++refused;
      continue;
    }
    const std::string again = to_json(*read, {(*read).offset_unit, false});
    const Result<Document> back = from_json(again);
    ASSERT_TRUE(back) << back.error().detail << " at " << back.error().place;
    EXPECT_TRUE(*back == *read);
  }
  EXPECT_GT(refused, 1000U);
}

using Tree = rapidjson::Document;

/// The JSON pointer of every value beneath `value`.
void collect(const rapidjson::Value& value, const rapidjson::Pointer& here,
             std::vector<rapidjson::Pointer>& all) {
  if (value.IsObject()) {
    for (auto one = value.MemberBegin(); one != value.MemberEnd(); ++one) {
      const auto place = here.Append(one->name.GetString(), one->name.GetStringLength());
      all.push_back(place);
      collect(one->value, place, all);
    }
  } else if (value.IsArray()) {
    for (rapidjson::SizeType i = 0; i < value.Size(); ++i) {
      const auto place = here.Append(i);
      all.push_back(place);
      collect(value[i], place, all);
    }
  }
}

std::string text_of(const rapidjson::Pointer& pointer) {
  rapidjson::StringBuffer buffer;
  pointer.Stringify(buffer);
  return buffer.GetString();
}

std::string text_of(const Tree& tree) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  tree.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

struct Everywhere : testing::Test {
  void SetUp() override {
    Document document;
    Filler filler(Filling::everything, {0});
    filler.fill(document);
    // One list of nodes is enough, and keeps the test fast.
    document.preamble.clear();
    document.closing.clear();
    for (Node& node : document.body) node.children.clear();
    tree.Parse(to_json(document).c_str());
    ASSERT_FALSE(tree.HasParseError());
    collect(tree, rapidjson::Pointer(), places);
    ASSERT_GT(places.size(), 400U);
  }
  Tree tree;
  std::vector<rapidjson::Pointer> places;
};

// Every single value, replaced by one of another type, is found at its very place.
TEST_F(Everywhere, AWrongTypeIsFoundAtItsPlace) {
  for (const rapidjson::Pointer& place : places) {
    Tree broken;
    broken.CopyFrom(tree, broken.GetAllocator());
    rapidjson::Value& value = *place.Get(broken);
    if (value.IsBool()) {
      value.SetInt(1);
    } else {
      value.SetBool(true);
    }
    expect_bad(text_of(broken), text_of(place));
  }
}

// Every single key, taken away, is missed; but those that stand only where they say something.
TEST_F(Everywhere, AMissingKeyIsMissedAtItsOwner) {
  std::size_t removed = 0;
  for (const rapidjson::Pointer& place : places) {
    const std::string text = text_of(place);
    const std::size_t slash = text.rfind('/');
    const std::string owner = text.substr(0, slash);
    const std::string key = text.substr(slash + 1);
    const bool is_index = key.find_first_not_of("0123456789") == std::string::npos;
    if (is_index || owner.ends_with("/at") || key == "rows" || key == "spans") continue;
    Tree broken;
    broken.CopyFrom(tree, broken.GetAllocator());
    ASSERT_TRUE(place.Erase(broken)) << text;
    expect_bad(text_of(broken), owner);
    ++removed;
  }
  EXPECT_GT(removed, 200U);
}

}  // namespace
}  // namespace vanban::json::test

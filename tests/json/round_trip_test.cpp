#include <cmath>
#include <cstring>
#include <limits>
#include <set>

#include <gtest/gtest.h>

#include "json/emit.hpp"
#include "json/member_count.hpp"
#include "json/walk.hpp"
#include "vanban/json.hpp"

namespace vanban::json::test {
namespace {

constexpr auto units =
    std::to_array<OffsetUnit>({OffsetUnit::utf8, OffsetUnit::utf16, OffsetUnit::codepoint});

std::string long_text() {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "Kế hoạch số " + std::to_string(i) + " 😀 trồng cây;\r\n";
  return text;
}

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

std::vector<std::uint32_t> bounds_of(std::string_view text) {
  std::vector<std::uint32_t> bounds;
  for (std::uint32_t at = 0; at <= text.size(); ++at) {
    if (at == text.size() || begins_character(text[at])) bounds.push_back(at);
  }
  return bounds;
}

/// Counted the slow way.
std::uint32_t units_before(std::string_view text, std::uint32_t byte, OffsetUnit unit) {
  if (unit == OffsetUnit::utf8) return byte;
  std::uint32_t count = 0;
  for (std::uint32_t at = 0; at < byte; ++at) {
    if (!begins_character(text[at])) continue;
    const bool is_pair = static_cast<unsigned char>(text[at]) >= 0xF0;
    count += unit == OffsetUnit::utf16 && is_pair ? 2 : 1;
  }
  return count;
}

Document filled(Filling filling, unsigned seed = 1) {
  Document document;
  document.source_text = long_text();
  Filler(filling, bounds_of(document.source_text), seed).fill(document);
  return document;
}

/// What must come back from JSON in `unit`.
Document in_unit(Document document, OffsetUnit unit) {
  const std::string text = std::move(document.source_text);
  document.source_text.clear();
  document.offset_unit = unit;
  Spans spans([&](SourceSpan& span) {
    span = {units_before(text, span.begin, unit), units_before(text, span.end, unit)};
  });
  spans.walk(document);
  return document;
}

void expect_round_trip(const Document& document, OffsetUnit unit, bool pretty) {
  const std::string json = to_json(document, {unit, pretty});
  const Result<Document> back = from_json(json);
  ASSERT_TRUE(back) << back.error().detail << " at " << back.error().place;
  EXPECT_TRUE(*back == in_unit(document, unit));
  EXPECT_EQ(to_json(*back, {unit, pretty}), json);
}

TEST(RoundTrip, ADocumentWithEveryFieldFilledComesBack) {
  const Document document = filled(Filling::everything);
  for (const OffsetUnit unit : units) {
    expect_round_trip(document, unit, false);
    expect_round_trip(document, unit, true);
  }
}

TEST(RoundTrip, AnEmptyDocumentComesBack) {
  for (const OffsetUnit unit : units) {
    expect_round_trip(Document{}, unit, false);
    expect_round_trip(filled(Filling::nothing), unit, true);
  }
}

TEST(RoundTrip, DocumentsFilledAtRandomComeBack) {
  for (unsigned seed = 1; seed <= 50; ++seed) {
    expect_round_trip(filled(Filling::at_random, seed), units[seed % units.size()], seed % 2 == 0);
  }
}

TEST(RoundTrip, TheFillerLeavesNoOptionalFieldEmpty) {
  const std::string json = to_json(filled(Filling::everything));
  EXPECT_EQ(json.find("null"), std::string::npos);
}

TEST(RoundTrip, TheSourceTextPutBackAllowsAnyUnit) {
  const Document document = filled(Filling::everything);
  for (const OffsetUnit from : units) {
    Result<Document> back = from_json(to_json(document, {from, false}));
    ASSERT_TRUE(back);
    (*back).source_text = document.source_text;
    for (const OffsetUnit to : units) {
      EXPECT_EQ(to_json(*back, {to, false}), to_json(document, {to, false}));
    }
  }
}

TEST(WriteJson, ThePiecesAreTheWhole) {
  Document document;
  for (int i = 0; i < 3000; ++i) document.diagnostics.push_back({"a-code", {}, "Một câu", {}});
  for (const bool pretty : {false, true}) {
    const JsonOptions options{.pretty = pretty};
    std::string whole;
    std::size_t pieces = 0;
    write_json(
        document,
        [&](std::string_view piece) {
          whole += piece;
          ++pieces;
        },
        options);
    EXPECT_EQ(whole, to_json(document, options));
    EXPECT_GT(pieces, 1U);
  }
}

TEST(ToJson, SpansThatCannotBeConvertedKeepTheirUnitAndSaySo) {
  const Document document = filled(Filling::everything);
  const std::string json = to_json(document, {OffsetUnit::utf16, false});
  const Result<Document> back = from_json(json);
  ASSERT_TRUE(back);
  EXPECT_EQ(to_json(*back, {OffsetUnit::codepoint, false}), json);
}

TEST(ToJson, TheKeysStandInTheOrderOfTheContract) {
  const std::string json = to_json(Document{});
  std::size_t at = 0;
  for (const std::string_view key :
       {R"("schema":)", R"("offset_unit":)", R"("source":)", R"("header":)", R"("preamble":)",
        R"("body":)", R"("closing":)", R"("signature":)", R"("recipients":)", R"("plan":)",
        R"("citations":)", R"("repairs":)", R"("diagnostics":)", R"("signatures":)",
        R"("footnotes":)"}) {
    const std::size_t found = json.find(key);
    ASSERT_NE(found, std::string::npos) << key;
    EXPECT_GE(found, at) << key;
    at = found;
  }
  EXPECT_TRUE(json.starts_with(R"({"schema":"vanban/document/1","offset_unit":"codepoint",)"));
}

TEST(ToJson, OnlyRowsAndPiecesAreEverLeftOut) {
  Document document;
  document.body.resize(1);
  document.plan.deadlines.resize(1);
  const std::string json = to_json(document);
  EXPECT_NE(json.find(R"("body":[{"kind":"paragraph","marker":null,"label":null,"id":"",)"
                      R"("title":null,"text":null,"roles":[],"children":[],"span":[0,0],)"
                      R"("page":null,"confidence":null,"rule":null}])"),
            std::string::npos)
      << json;
  EXPECT_NE(json.find(R"("deadlines":[{"text":"","node":"","span":[0,0],"date":null,)"
                      R"("relation":"by","raw":"","assignee":null,"row":null,"page":null,)"
                      R"("confidence":null,"rule":null}])"),
            std::string::npos)
      << json;
}

std::string written(double number) {
  Document document;
  document.header.confidence = number;
  const std::string json = to_json(document);
  constexpr std::string_view key = "\"confidence\":";
  const std::size_t begin = json.find(key) + key.size();
  return json.substr(begin, json.find(',', begin) - begin);
}

TEST(ToJson, NumbersAreTheShortestDecimalsThatReadBack) {
  EXPECT_EQ(written(100), "100");
  EXPECT_EQ(written(42.8), "42.8");
  EXPECT_EQ(written(0.999), "0.999");
  EXPECT_EQ(written(5000000000000), "5000000000000");
  EXPECT_EQ(written(0.1 + 0.2), "0.30000000000000004");
  EXPECT_EQ(written(0), "0");
  EXPECT_EQ(written(-0.0), "0");
  EXPECT_EQ(written(0.00025), "0.00025");
  EXPECT_EQ(written(1e300), "1e+300");
  EXPECT_EQ(written(std::numeric_limits<double>::infinity()), "null");
}

TEST(ToJson, AnyNumberReadsBack) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 20000; ++i) {
    const std::uint64_t bits = random();
    double number = 0;
    static_assert(sizeof bits == sizeof number);
    std::memcpy(&number, &bits, sizeof number);
    if (!std::isfinite(number)) continue;
    const std::string text = written(number);
    EXPECT_EQ(std::strtod(text.c_str(), nullptr), number) << text;
    if (i % 100 != 0) continue;  // a whole document each: slower
    Document document;
    document.header.confidence = number;
    const Result<Document> back = from_json(to_json(document));
    ASSERT_TRUE(back) << text;
    EXPECT_EQ((*back).header.confidence, number) << text;
  }
}

TEST(ToJson, ControlCharactersAreEscapedAndLettersAreNot) {
  Document document;
  document.source.name = std::string("Đường") + '\0' + "\x01\t\"\\";
  EXPECT_NE(to_json(document).find(R"("name":"Đường\u0000\u0001\t\"\\")"), std::string::npos)
      << to_json(document);
}

TEST(ToJson, EveryControlCharacterIsEscapedWhereverItStands) {
  for (int control = 0; control < 0x20; ++control) {
    for (std::size_t at = 0; at < 70; ++at) {
      Document document;
      document.source.name = std::string(70, 'x');
      document.source.name[at] = static_cast<char>(control);
      const std::string json = to_json(document);
      for (const char c : json) ASSERT_GE(static_cast<unsigned char>(c), 0x20) << control;
      const Result<Document> back = from_json(json);
      ASSERT_TRUE(back) << control;
      EXPECT_EQ((*back).source.name, document.source.name);
    }
  }
}

TEST(ToJson, PrettyOutputKeepsASpanOnOneLine) {
  Document document;
  document.source_text = "abc";
  document.signature.span = SourceSpan{1, 3};
  const std::string json = to_json(document, {OffsetUnit::codepoint, true});
  EXPECT_NE(json.find("\n    \"span\": [1, 3],\n    \"at\": {}\n  },\n"), std::string::npos)
      << json;
}

TEST(ToJson, AFieldIsLocatedByASpanAndAListByOneSpanAnEntry) {
  Document document;
  document.source_text = "abcdef";
  document.recipients.at = {{"archive", {{1, 2}}, false}, {"items", {{3, 4}, {4, 6}}, true}};
  EXPECT_NE(to_json(document).find(R"("at":{"archive":[1,2],"items":[[3,4],[4,6]]})"),
            std::string::npos);
}

TEST(Model, NoTwoFieldsOfAStructHaveOneName) {
  const auto check = [](const auto& tag) {
    using T = std::remove_cvref_t<decltype(tag)>;
    std::set<std::string_view> names;
    std::size_t rows = 0;
    for_each_field<T>([&](const auto& row) {
      names.insert(row.name);
      ++rows;
      EXPECT_FALSE(row.doc.empty()) << row.name;
    });
    EXPECT_EQ(names.size(), rows) << Model<T>::name;
  };
  check(Document{});
  check(Header{});
  check(Node{});
  check(Plan{});
  check(Citation{});
  check(Quantity{});
  check(Deadline{});
  check(Assignment{});
}

// A member that the description lacks would survive neither the way out nor the way back, and no
// test that goes by the description could see it: the compiler counts.
template <class T, class Owner, class Member>
constexpr bool is_own(const Field<Owner, Member>&) {
  return std::is_same_v<T, Owner>;
}
template <class T>
constexpr bool is_own(const Constant&) {
  return false;
}

template <class T>
void expect_whole(std::size_t left_out = 0) {
  std::size_t described = std::is_base_of_v<Entry, T> && !std::is_same_v<Entry, T> ? 1 : 0;
  for_each_field<T>([&](const auto& row) { described += is_own<T>(row) ? 1U : 0U; });
  EXPECT_EQ(described + left_out, member_count<T>()) << Model<T>::name;
}

TEST(Model, EveryMemberIsDescribed) {
  expect_whole<Source>();
  expect_whole<Agency>();
  expect_whole<Number>();
  expect_whole<DocumentType>();
  expect_whole<Header>();
  expect_whole<Node>();
  expect_whole<Signature>();
  expect_whole<Recipients>();
  expect_whole<Entry>();
  expect_whole<Subject>();
  expect_whole<Quantity>();
  expect_whole<Target>();
  expect_whole<Period>();
  expect_whole<Deadline>();
  expect_whole<Award>();
  expect_whole<Assignment>();
  expect_whole<Budget>();
  expect_whole<Plan>();
  expect_whole<Citation>();
  expect_whole<Footnote>();
  expect_whole<Repair>();
  expect_whole<Diagnostic>();
  expect_whole<Document>(1);  // source_text
}

}  // namespace
}  // namespace vanban::json::test

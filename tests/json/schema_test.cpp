#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "json/rapidjson.hpp"
#include "vanban/json.hpp"

namespace vanban {
namespace {

const char* const committed = VANBAN_CORPUS_DIR "/../schema/vanban-document-1.schema.json";

TEST(Schema, TheCommittedCopyIsUpToDate) {
  if (std::getenv("VANBAN_UPDATE_GOLD") != nullptr) {
    std::ofstream(committed, std::ios::binary) << json_schema();
    FAIL() << "rewrote " << committed << ": review the diff, then run again without the variable";
  }
  std::ifstream file(committed, std::ios::binary);
  ASSERT_TRUE(file) << committed;
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(text, json_schema());
}

TEST(Schema, EveryReferenceHasItsDefinition) {
  const std::string schema = json_schema();
  rapidjson::Document tree;
  tree.Parse(schema.c_str());
  ASSERT_FALSE(tree.HasParseError());
  const std::string start = "\"#/$defs/";
  std::size_t count = 0;
  for (std::size_t at = schema.find(start); at != std::string::npos; at = schema.find(start, at)) {
    at += start.size();
    const std::string name = schema.substr(at, schema.find('"', at) - at);
    EXPECT_TRUE(tree["$defs"].HasMember(name.c_str())) << name;
    ++count;
  }
  EXPECT_GT(count, 50U);
}

}  // namespace
}  // namespace vanban

#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "vanban/document.hpp"

namespace vanban {
namespace {

/// A file that goes away with the test.
class ReadFile : public testing::Test {
 protected:
  std::string write(const std::string& bytes) {
    std::ofstream(path_, std::ios::binary) << bytes;
    return path_.string();
  }
  void TearDown() override { std::filesystem::remove(path_); }

 private:
  std::filesystem::path path_ =
      std::filesystem::path(testing::TempDir()) /
      (std::string("vanban_") + testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(ReadFile, GivesAllBytes) {
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{65535},
                                 std::size_t{65536}, std::size_t{65537}, std::size_t{300000}}) {
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i * 7);
    const auto result = read_file(write(bytes));
    ASSERT_TRUE(result);
    EXPECT_EQ(*result, bytes);
  }
}

TEST_F(ReadFile, SaysWhyNot) {
  const auto missing = read_file("/no/such/file");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::unreadable);
  EXPECT_EQ(missing.error().detail, "No such file or directory");
  const auto folder = read_file(testing::TempDir());
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().code, ErrorCode::unreadable);
  EXPECT_EQ(folder.error().detail, "Is a directory");
}

TEST_F(ReadFile, StopsAtTheLimit) {
  Limits limits;
  limits.max_source_bytes = 3;
  EXPECT_TRUE(read_file(write("abc"), limits));
  const auto result = read_file(write("abcd"), limits);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::too_large);
  EXPECT_EQ(result.error().place, "byte 3");
}

}  // namespace
}  // namespace vanban

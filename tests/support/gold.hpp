#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "support/files.hpp"

namespace vanban::test {

/// Compares with a file that was reviewed. With VANBAN_UPDATE_GOLD in the environment the file is
/// written anew, and the test still fails: somebody has to look at the difference.
inline void expect_gold(const std::filesystem::path& gold, const std::string& actual) {
  if (std::getenv("VANBAN_UPDATE_GOLD") != nullptr) {
    std::ofstream(gold, std::ios::binary) << actual;
    FAIL() << "rewrote " << gold << ": review the diff, then run again without the variable";
  }
  EXPECT_EQ(actual, read_file(gold)) << gold;
}

}  // namespace vanban::test

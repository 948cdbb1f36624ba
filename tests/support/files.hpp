#pragma once

#include <filesystem>

#include "support/files_below.hpp"

namespace vanban::test {

/// The folder corpus/ of the project.
inline std::filesystem::path corpus() {
  return VANBAN_CORPUS_DIR;
}

}  // namespace vanban::test

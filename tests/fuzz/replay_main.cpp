// Stands in for libFuzzer: gives every file of the corpus to the target, whole and cut in the
// middle.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <string>

#include "support/files_below.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void replay(const std::string& bytes, std::size_t size) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), size);
}

}  // namespace

int main(int count, char** arguments) {
  std::size_t files = 0;
  try {
    for (int i = 1; i < count; ++i) {
      for (const auto& file : vanban::test::files_below(arguments[i])) {
        std::printf("%s\n", file.string().c_str());
        std::fflush(stdout);  // the last line names the culprit
        const std::string bytes = vanban::test::read_file(file);
        replay(bytes, bytes.size());
        replay(bytes, bytes.size() / 2);
        ++files;
      }
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
  std::printf("%zu files\n", files);
  return files == 0 ? 2 : 0;
}

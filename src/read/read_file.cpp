#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

#include "read/decode.hpp"
#include "vanban/document.hpp"

namespace vanban {
namespace {

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

/// `cause`: what errno said.
Error unreadable(int cause) {
  return {ErrorCode::unreadable, std::generic_category().message(cause), ""};
}

/// What the file system says of the size, which is a hint: pipes and /proc have none.
std::size_t size_hint(const std::string& path) {
  std::error_code failure;
  const std::uintmax_t size = std::filesystem::file_size(path, failure);
  return failure || size > read::text_ceiling ? 0 : static_cast<std::size_t>(size);
}

}  // namespace

/// Reads until the end and not as much as the file system says.
Result<std::string> read_file(const std::string& path, const Limits& limits) {
  constexpr std::size_t first_piece = std::size_t{64} << 10U;
  const std::size_t limit = std::min(limits.max_source_bytes, read::text_ceiling);
  const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rb"));
  if (file == nullptr) return unreadable(errno);
  std::setvbuf(file.get(), nullptr, _IONBF, 0);

  std::string bytes;
  // A byte more than the file has tells that it ended.
  const std::size_t first = std::max(first_piece, size_hint(path) + 1);
  for (std::size_t size = 0;;) {
    // One byte more than the limit tells a file that ends there from a longer one.
    bytes.resize(std::min(std::max(first, 2 * size), limit + 1));
    errno = 0;
    size += std::fread(bytes.data() + size, 1, bytes.size() - size, file.get());
    if (std::ferror(file.get()) != 0) return unreadable(errno);
    if (size > limit) {
      return Error{ErrorCode::too_large,
                   "The file has more than " + std::to_string(limit) + " bytes, the limit.",
                   "byte " + std::to_string(limit)};
    }
    if (size < bytes.size()) {
      bytes.resize(size);
      return bytes;
    }
  }
}

}  // namespace vanban

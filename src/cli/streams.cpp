#include "cli/streams.hpp"

#include <array>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <system_error>

namespace vanban::cli {
namespace {

std::string last_error() {
  return std::generic_category().message(errno);
}

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

Result<std::string> read_input(const std::string& path, const Limits& limits) {
  if (path != "-") return read_file(path, limits);
  std::string bytes;
  std::array<char, std::size_t{1} << 16U> chunk;
  while (const std::size_t got = std::fread(chunk.data(), 1, chunk.size(), stdin)) {
    if (got > limits.max_source_bytes - bytes.size()) {
      return Error{ErrorCode::too_large,
                   "the input is longer than " + std::to_string(limits.max_source_bytes) + " bytes",
                   ""};
    }
    bytes.append(chunk.data(), got);
  }
  if (std::ferror(stdin) != 0) {
    return Error{ErrorCode::unreadable, "cannot be read: " + last_error(), ""};
  }
  return bytes;
}

void Output::write(std::string_view text) {
  if (error_ || text.empty()) return;
  errno = 0;
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) fail();
}

void Output::flush() {
  if (error_) return;
  errno = 0;
  if (std::fflush(stdout) != 0) fail();
}

void Output::fail() {
  error_ = last_error();
}

std::optional<std::string> write_file(const std::string& path,
                                      const std::function<void(const Writer&)>& fill) {
  // A file beside it, renamed when it is whole: a full disk costs no earlier result.
  const std::string part = path + ".part";
  errno = 0;
  std::unique_ptr<std::FILE, CloseFile> file(std::fopen(part.c_str(), "wb"));
  if (!file) return last_error();
  bool written = true;
  std::string cause;
  fill([&](std::string_view piece) {
    if (!written || std::fwrite(piece.data(), 1, piece.size(), file.get()) == piece.size()) return;
    written = false;
    cause = last_error();
  });
  const bool closed = std::fclose(file.release()) == 0;
  if (written && !closed) cause = last_error();
  std::error_code failure;
  if (written && closed) {
    std::filesystem::rename(part, path, failure);
    if (!failure) return std::nullopt;
    cause = failure.message();
  }
  std::filesystem::remove(part, failure);
  return cause;
}

void complain(const std::string& text) {
  const std::string line = "vanban: " + text + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

std::string shown_name(const std::string& path) {
  return path == "-" ? "standard input" : path;
}

}  // namespace vanban::cli

#pragma once

#include <cstdio>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "vanban/vanban.hpp"

/// Bytes in and out of the program.
namespace vanban::cli {

/// All of the file, or of standard input for "-".
[[nodiscard]] Result<std::string> read_input(const std::string& path, const Limits& limits);

/// Standard output: buffered, and remembering that bytes were lost (a full disk, a closed pipe).
class Output {
 public:
  void write(std::string_view text);
  /// Writes what is still buffered. Afterwards `error` is final.
  void flush();
  [[nodiscard]] const std::optional<std::string>& error() const { return error_; }

 private:
  void fail();
  std::optional<std::string> error_;
};

/// Takes the next piece of what is written.
using Writer = std::function<void(std::string_view)>;

/// Writes a whole file, which `fill` gives piece by piece, or leaves the one that was there: null,
/// or why it could not.
[[nodiscard]] std::optional<std::string> write_file(const std::string& path,
                                                    const std::function<void(const Writer&)>& fill);

/// One line on standard error.
void complain(const std::string& text);

/// How messages call a path.
[[nodiscard]] std::string shown_name(const std::string& path);

}  // namespace vanban::cli

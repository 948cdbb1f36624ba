#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vanban/span.hpp"

/// What the views for people share.
namespace vanban::cli {

/// Control characters as \u001B: a document must not steer the terminal it is shown on.
[[nodiscard]] std::string printable(std::string_view text);

/// At most `longest` characters of `text`, with an ellipsis where it was cut.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t longest);

/// Where the lines of a text start; they end with a line feed.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  [[nodiscard]] std::size_t count() const { return starts_.size(); }
  /// The line of `byte`, from 0.
  [[nodiscard]] std::size_t line_of(std::uint32_t byte) const;
  /// First byte of `line`; the size of the text for the line after the last.
  [[nodiscard]] std::uint32_t start_of(std::size_t line) const;
  /// "LINE:COLUMN" from 1, the column in characters.
  [[nodiscard]] std::string place_of(SourceSpan span) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> starts_;
};

}  // namespace vanban::cli

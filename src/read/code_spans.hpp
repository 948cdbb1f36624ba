#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "read/characters.hpp"

/// Inline code of Markdown, as far as it stands on one line: what looks like a tag there is text.
namespace vanban::read {

/// The first backtick of a line opens code, and stands behind no letter. VIQR has them as marks:
/// "ba nga`nh va` hai xa~".
[[nodiscard]] constexpr bool has_backticks_as_marks(std::string_view line) {
  const std::size_t first = line.find('`');
  if (first == std::string_view::npos || first == 0) return false;
  const char before = line[first - 1];
  return is_ascii_letter(before) || before == '^' || before == '(' || before == '+';
}

/// Says of places in a text, asked in order, whether they stand in code. All of them together take
/// linear time: each search for the end of code goes on behind it, or is the last of its line.
class CodeSpans {
 public:
  explicit CodeSpans(std::string_view text) : text_(text) {}

  [[nodiscard]] bool hold(std::size_t at) {
    while (next_ <= at) step();
    return at >= begin_ && at < end_;
  }

 private:
  static constexpr std::size_t none = std::string_view::npos;
  static constexpr std::size_t longest_run = 2;  // backticks; "```" is a fence

  /// Goes on behind the next run of backticks, or behind the code that it opens.
  void step() {
    const std::size_t begin = text_.find('`', next_);
    next_ = begin;
    if (begin == none) return;
    if (begin >= line_end_) begin_line(begin);
    next_ = run_end(begin);
    const std::size_t size = next_ - begin;
    if (is_marks_ || size > longest_run || open_[size - 1]) return;
    for (std::size_t close = text_.find('`', next_); close < line_end_;) {
      const std::size_t behind = run_end(close);
      if (behind - close == size) {
        begin_ = begin;
        end_ = next_ = behind;
        return;
      }
      close = text_.find('`', behind);
    }
    open_[size - 1] = true;
  }

  void begin_line(std::size_t at) {
    const std::size_t feed = text_.rfind('\n', at);
    const std::size_t begin = feed == none ? 0 : feed + 1;
    line_end_ = std::min(text_.find('\n', at), text_.size());
    is_marks_ = has_backticks_as_marks(text_.substr(begin, at + 1 - begin));
    open_.fill(false);
  }

  [[nodiscard]] std::size_t run_end(std::size_t at) const {
    return std::min(text_.find_first_not_of('`', at), text_.size());
  }

  std::string_view text_;
  std::size_t next_ = 0;  // all before is known
  std::size_t begin_ = 0;
  std::size_t end_ = 0;  // of the last code found
  std::size_t line_end_ = 0;
  bool is_marks_ = false;                 // the line's backticks are marks of letters
  std::array<bool, longest_run> open_{};  // no more run of this size closes on the line
};

}  // namespace vanban::read

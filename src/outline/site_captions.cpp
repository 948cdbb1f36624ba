#include "outline/site_captions.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "outline/characters.hpp"
#include "tokens/document_types.hpp"

namespace vanban::outline {
namespace {

constexpr std::size_t fewest_lines = 3;
constexpr std::size_t shortest = 20;  // bytes of a caption
constexpr std::size_t longest = 600;

/// Bytes of the caption that the first line and others begin with, its stop included.
std::size_t caption_length(const FoldedText& text, const std::vector<Line>& lines) {
  const std::string_view first = text.printed(lines.front().span).substr(0, longest);
  std::size_t length = first.size();
  std::size_t count = 0;
  for (const Line& line : lines) {
    const std::string_view printed = text.printed(line.span);
    if (printed.substr(0, shortest) != first.substr(0, shortest)) continue;
    const auto differ = std::ranges::mismatch(first.substr(0, length), printed);
    length = static_cast<std::size_t>(differ.in1 - first.begin());
    ++count;
  }
  // A line that holds the caption alone ends with its stop.
  const std::size_t stop = first.substr(0, length).rfind('.');
  if (count < fewest_lines || stop == std::string_view::npos || stop < shortest) return 0;
  return stop + 1;
}

}  // namespace

std::size_t site_number_end(std::string_view lower) {
  const auto type = tokens::document_types.longest(lower, 0);
  if (!type || type.end + 1 >= lower.size() || lower[type.end] != ' ') return 0;
  std::size_t at = type.end + 1;
  while (at < lower.size() && is_digit(lower[at])) ++at;
  const bool goes_on = at < lower.size() && (lower[at] == '/' || lower[at] == '-');
  return at > type.end + 1 && goes_on ? at : 0;
}

void cut_site_captions(const FoldedText& text, std::vector<Line>& lines) {
  if (lines.empty() || site_number_end(text.lower(lines.front().span)) == 0) return;
  const std::size_t length = caption_length(text, lines);
  if (length == 0) return;
  const std::string_view caption = text.printed(lines.front().span).substr(0, length);
  for (Line& line : lines) {
    const std::string_view printed = text.printed(line.span);
    if (!printed.starts_with(caption)) continue;
    const std::size_t rest = std::min(printed.find_first_not_of(' ', length), printed.size());
    line.span.begin += static_cast<std::uint32_t>(rest);
  }
  std::erase_if(lines, [](const Line& line) { return line.span.begin >= line.span.end; });
}

}  // namespace vanban::outline

#include "cli/printing.hpp"

#include <algorithm>

namespace vanban::cli {
namespace {

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

void append_escape(std::string& to, unsigned control) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  to += "\\u00";
  to += digits[control >> 4U];
  to += digits[control & 15U];
}

}  // namespace

std::string printable(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20 || byte == 0x7F) {
      append_escape(shown, byte);
    } else if (byte == 0xC2 && at + 1 < text.size() &&
               static_cast<unsigned char>(text[at + 1]) < 0xA0) {
      append_escape(shown, static_cast<unsigned char>(text[++at]));  // C1: U+0080 to U+009F
    } else {
      shown += text[at];
    }
  }
  return shown;
}

std::string shortened(std::string_view text, std::size_t longest) {
  std::size_t characters = 0;
  std::size_t cut = 0;  // where the text ends if it must make room for the ellipsis
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!begins_character(text[at])) continue;
    if (characters + 1 == longest) cut = at;
    if (++characters > longest) return std::string(text.substr(0, cut)) + "…";
  }
  return std::string(text);
}

LineIndex::LineIndex(std::string_view text) : text_(text), starts_{0} {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at)) {
    ++at;
    if (at < text.size()) starts_.push_back(static_cast<std::uint32_t>(at));
  }
}

std::size_t LineIndex::line_of(std::uint32_t byte) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), byte);
  return static_cast<std::size_t>(after - starts_.begin()) - 1;  // starts_[0] is 0
}

std::uint32_t LineIndex::start_of(std::size_t line) const {
  return line < starts_.size() ? starts_[line] : static_cast<std::uint32_t>(text_.size());
}

std::string LineIndex::place_of(SourceSpan span) const {
  const std::size_t line = line_of(span.begin);
  const std::size_t start = start_of(line);
  const std::string_view before =
      text_.substr(start, std::max<std::size_t>(span.begin, start) - start);
  const auto column = std::count_if(before.begin(), before.end(), begins_character) + 1;
  return std::to_string(line + 1) + ":" + std::to_string(column);
}

}  // namespace vanban::cli

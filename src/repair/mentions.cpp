#include "repair/mentions.hpp"

#include <algorithm>

#include "repair/code_points.hpp"

namespace vanban::repair_stage {
namespace {

bool is_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\x1F' || byte == '\n' || byte == '\r';
}

bool is_quotation_mark(char32_t value) {
  constexpr std::u32string_view marks = U"\"'“”‘’«»";
  return marks.find(value) != std::u32string_view::npos;
}

constexpr std::size_t longest_mention = 64;

}  // namespace

bool is_mention(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::string_view closers = ".,;:!?)";
  const auto opens = [text](std::size_t at) {
    if (at < text.size() && text[at] == '(') ++at;
    return at < text.size() && is_quotation_mark(code_point_at(text, at).value);
  };
  const auto closes = [text, closers](std::size_t from, std::size_t at) {
    while (at > from && closers.find(text[at - 1]) != std::string_view::npos) --at;
    return at > from && is_quotation_mark(code_point_before(text, at).value);
  };
  if (opens(begin) && closes(begin, end)) return true;
  if (opens(begin) && end < text.size() && text[end] == ' ') {
    std::size_t next = end + 1;
    while (next < text.size() && next - end < longest_mention && !is_blank(text[next])) ++next;
    return closes(end + 1, next);
  }
  if (closes(begin, end) && begin > 0 && text[begin - 1] == ' ') {
    std::size_t last = begin - 1;
    while (last > 0 && begin - last < longest_mention && !is_blank(text[last - 1])) --last;
    return opens(last);
  }
  return false;
}

bool is_in_mention(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t first = begin > longest_mention ? begin - longest_mention : 0;
  const std::size_t last = std::min(text.size(), end + longest_mention);
  while (begin > first && !is_blank(text[begin - 1])) --begin;
  while (end < last && !is_blank(text[end])) ++end;
  return is_mention(text, begin, end);
}

}  // namespace vanban::repair_stage

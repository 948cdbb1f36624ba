#include "repair/spelling_lessons.hpp"

#include <algorithm>
#include <span>

#include "language/letters.hpp"
#include "repair/code_points.hpp"

namespace vanban::repair_stage {
namespace {

/// What lines about spelling say of a word that is wrong: by itself, or where the right one stands
/// in the line, too.
constexpr std::string_view spelling = "chính tả";
constexpr std::string_view lessons[] = {
    spelling,      "không viết",   "viết sai", "viết nhầm", "gõ sai",       "gõ nhầm",
    "đánh sai",    "đánh máy sai", "ghi sai",  "ghi nhầm",  "cách ghi này", "cách viết này",
    "cách ghi cũ", "cách viết cũ", "lỗi viết", "lỗi gõ",    "viết tắt sai",
};
constexpr std::string_view lessons_beside_right[] = {
    "viết là",    "là sai", "không phải", "thay cho",  "thay vì",    "thay bằng", "sửa thành",
    "sửa lại là", "ghi là", "viết thành", "ghi thành", "không dùng", "không ghi", "nhầm thành",
};

/// Whether the words of a row stand in `folded`.
bool has_any(std::string_view folded, std::span<const std::string_view> rows) {
  return std::ranges::any_of(
      rows, [folded](std::string_view row) { return folded.find(row) != std::string_view::npos; });
}

/// A line among the first of the text, no sentence, says that it is about spelling.
bool is_titled_so(std::string_view text) {
  constexpr std::size_t head = 1500;    // bytes
  constexpr std::size_t longest = 200;  // bytes of a line of a title
  for (std::size_t begin = 0; begin < std::min(text.size(), head);) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    const std::size_t last = line.find_last_not_of(" \t\r*");
    if (last == std::string_view::npos || line.size() > longest) continue;
    constexpr std::string_view ends_of_sentences = ".;,:";
    if (ends_of_sentences.find(line[last]) != std::string_view::npos) continue;
    if (language::fold(line).find(spelling) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

bool is_quoted(std::string_view text, std::size_t begin) {
  const char32_t before = code_point_before(text, begin).value;
  return before == '"' || before == U'“' || before == U'‘' || before == '\'';
}

bool stands_free(std::string_view text, std::size_t begin, std::size_t end) {
  // Behind these signs, and before these, words of running text stand.
  constexpr std::u32string_view before = U" \t\n\r(*|-–—+•\u00A0\x1F";
  constexpr std::u32string_view behind = U" \t\n\r),.;:!?*|…\u00A0\x1F";
  const CodePoint left = code_point_before(text, begin);
  if (left.length != 0 && before.find(left.value) == std::u32string_view::npos) return false;
  if (end < text.size()) {
    const CodePoint right = code_point_at(text, end);
    if (behind.find(right.value) == std::u32string_view::npos) return false;
    // "tin.vn": no blank behind it
    const std::size_t next = end + right.length;
    const bool goes_on = (right.value == U'.' || right.value == U':') && next < text.size() &&
                         code_point_at(text, next).value > U' ';
    if (goes_on) return false;
  }
  constexpr std::size_t longest = 300;  // bytes of a quotation
  const std::size_t far = begin > longest ? begin - longest : 0;
  std::string_view ahead = text.substr(far, begin - far);
  if (const std::size_t line = ahead.rfind('\n'); line != std::string_view::npos) {
    ahead.remove_prefix(line + 1);
  }
  const std::size_t open = ahead.rfind("“");
  if (open != std::string_view::npos && ahead.find("”", open) == std::string_view::npos) {
    return false;
  }
  return std::ranges::count(ahead, '"') % 2 == 0;
}

bool SpellingLessons::is_lesson(std::size_t at, std::string_view right) {
  if (!are_lessons_) are_lessons_ = is_titled_so(text_);
  if (at >= line_.end) {
    line_ = line_around(text_, at);
    const std::string_view printed = text_.substr(line_.begin, line_.end - line_.begin);
    const std::string folded = language::fold(printed);
    is_lesson_ = *are_lessons_ || has_any(folded, lessons);
    may_be_lesson_ = has_any(folded, lessons_beside_right);
    has_right_.clear();
  }
  if (is_lesson_ || !may_be_lesson_) return is_lesson_;
  const auto [known, is_new] = has_right_.try_emplace(std::string(right), false);
  if (is_new) {
    const std::string_view printed = text_.substr(line_.begin, line_.end - line_.begin);
    known->second = printed.find(right) != std::string_view::npos;
  }
  return known->second;
}

}  // namespace vanban::repair_stage

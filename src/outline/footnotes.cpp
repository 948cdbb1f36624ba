#include "outline/footnotes.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "outline/characters.hpp"
#include "outline/line_view.hpp"

namespace vanban::outline {
namespace {

constexpr std::size_t longest_label = 3;  // digits
constexpr std::size_t longest_note = 60;  // lines

/// Bytes of "[12]" at `at`, 0 where none stands.
std::size_t mark_length(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '[') return 0;
  std::size_t end = at + 1;
  while (end < text.size() && is_digit(text[end])) ++end;
  const std::size_t digits = end - at - 1;
  if (digits == 0 || digits > longest_label || end >= text.size() || text[end] != ']') return 0;
  return end + 1 - at;
}

std::size_t number_of(std::string_view label) {
  std::size_t number = 0;
  for (const char c : label) number = number * 10 + static_cast<std::size_t>(c - '0');
  return number;
}

std::string_view label_at(std::string_view text, std::size_t at, std::size_t length) {
  return text.substr(at + 1, length - 2);
}

/// Behind these a number in brackets is what the sentence speaks of, not a sign beside a word.
constexpr std::string_view speaking_words[] = {"hoặc", "và", "đến", "với", "là", "theo",
                                               "tại",  "số", "từ",  "của", "=",  ":"};

/// The mark at `at` of `text` refers to a note: it stands behind the word that it is a note to.
bool is_reference(std::string_view text, std::size_t at) {
  const std::size_t end = trim_end(text, 0, at);
  if (end == 0 || text[end - 1] == ':') return false;
  if (text[end - 1] == ']') {  // "[1][2]": as the first
    const std::size_t first = text.rfind('[', end - 1);
    return first != std::string_view::npos && mark_length(text, first) == end - first &&
           is_reference(text, first);
  }
  std::size_t begin = end;
  while (begin > 0 && text[begin - 1] != ' ') --begin;
  const std::string_view word = text.substr(begin, end - begin);
  if (end == at) return word.size() > 1;  // "a[1]" is an element
  return std::ranges::find(speaking_words, word) == std::end(speaking_words);
}

/// The numbers that `line` refers to; what stands at its start is a note's own.
void collect_references(std::string_view line, std::bitset<Footnotes::most>& numbers) {
  for (std::size_t at = line.find('['); at != std::string_view::npos; at = line.find('[', at + 1)) {
    const std::size_t length = mark_length(line, at);
    if (length != 0 && is_reference(line, at)) numbers.set(number_of(label_at(line, at, length)));
  }
}

/// A line of this length may go on in the next one; a shorter one has ended, and so has one that
/// nobody wrapped.
bool may_wrap(const Line& line) {
  constexpr std::size_t shortest = 60;
  constexpr std::size_t longest = 130;
  return line.length >= shortest && line.length <= longest;
}

/// What ends a note besides the next one: the text goes on, or another part of the document does.
bool ends_note(const FoldedText& text, const Line& before, const Line& line) {
  if (line.table || line.marker || line.new_page || line.heading_level != 0) return true;
  if (is_appendix_line(text.printed(line.span), text.lower(line.span))) return true;
  if (!may_wrap(before) && is_capital(text.text, line.span.begin)) return true;
  return before.end == EndMark::stop || (line.caps && !before.caps) || line.blank_before > 1;
}

}  // namespace

Footnotes take_footnotes(const FoldedText& text, std::vector<Line>& lines) {
  Footnotes notes;
  if (text.text.find("\n[") == std::string_view::npos) return notes;
  std::bitset<Footnotes::most> referred;
  std::vector<Line> kept;
  kept.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size();) {
    const std::string_view first = text.printed(lines[i].span);
    const std::size_t length = mark_length(first, 0);
    if (length == 0 || !referred[number_of(label_at(first, 0, length))]) {
      collect_references(first, referred);
      kept.push_back(lines[i++]);
      continue;
    }
    Footnote note;
    note.label = std::string(label_at(first, 0, length));
    note.span = lines[i].span;
    const auto begin = static_cast<std::uint32_t>(trim_begin(first, length, first.size()));
    if (begin < first.size()) {
      note.text.append(text.text, {lines[i].span.begin + begin, lines[i].span.end});
    }
    std::size_t end = i + 1;
    for (; end < lines.size() && end - i < longest_note; ++end) {
      const Line& line = lines[end];
      if (mark_length(text.printed(line.span), 0) != 0) break;
      if (ends_note(text, lines[end - 1], line)) break;
      note.text.append(text.text, line.span, lines[end - 1].end == EndMark::hyphen);
      note.span.end = line.span.end;
    }
    notes.numbers.set(number_of(note.label));
    notes.all.push_back(std::move(note));
    i = end;
  }
  if (!notes.all.empty()) lines = std::move(kept);
  return notes;
}

std::optional<std::pair<std::size_t, std::size_t>> find_footnote_mark(std::string_view text,
                                                                      std::size_t from,
                                                                      const Footnotes& notes) {
  if (notes.all.empty()) return std::nullopt;
  for (std::size_t at = text.find('[', from); at != std::string_view::npos;
       at = text.find('[', at + 1)) {
    const std::size_t length = mark_length(text, at);
    if (length == 0) continue;
    if (!notes.numbers[number_of(label_at(text, at, length))] || !is_reference(text, at)) continue;
    return std::pair(trim_end(text, from, at), at + length);
  }
  return std::nullopt;
}

}  // namespace vanban::outline

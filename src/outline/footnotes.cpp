#include "outline/footnotes.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <utility>

#include "outline/characters.hpp"
#include "outline/glued_notes.hpp"
#include "outline/line_view.hpp"

namespace vanban::outline {
namespace {

constexpr std::size_t longest_label = 3;  // digits
constexpr std::size_t longest_note = 60;  // lines

/// "[^1]": Markdown has these for nothing but notes.
bool has_caret(std::string_view text, std::size_t at) {
  return text.substr(std::min(at, text.size())).starts_with("[^");
}

/// Bytes of "[12]", or of Markdown's "[^12]", at `at`, 0 where none stands.
std::size_t mark_length(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '[') return 0;
  const std::size_t begin = has_caret(text, at) ? at + 2 : at + 1;
  std::size_t end = begin;
  while (end < text.size() && is_digit(text[end])) ++end;
  const std::size_t digits = end - begin;
  if (digits == 0 || digits > longest_label || end >= text.size() || text[end] != ']') return 0;
  return end + 1 - at;
}

std::size_t number_of(std::string_view label) {
  std::size_t number = 0;
  for (const char c : label) number = number * 10 + static_cast<std::size_t>(c - '0');
  return number;
}

std::string_view label_at(std::string_view text, std::size_t at, std::size_t length) {
  const std::size_t sign = has_caret(text, at) ? 2 : 1;
  return text.substr(at + sign, length - sign - 1);
}

/// Behind these a number in brackets is what the sentence speaks of, not a sign beside a word.
constexpr std::string_view speaking_words[] = {"hoặc", "và", "đến", "với", "là", "theo",
                                               "tại",  "số", "từ",  "của", "=",  ":"};

/// The mark at `at` of `text` refers to a note: it stands behind the word that it is a note to.
bool is_reference(std::string_view text, std::size_t at) {
  const std::size_t end = trim_end(text, 0, at);
  if (end == 0) return false;
  if (has_caret(text, at)) return true;
  if (text[end - 1] == ':') return false;
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

/// Calls `visit(number, mark)` for the references in brackets of `line`; what stands at its start
/// is a note's own.
template <class Visit>
void for_each_reference(std::string_view line, Visit&& visit) {
  for (std::size_t at = line.find('['); at != std::string_view::npos; at = line.find('[', at + 1)) {
    const std::size_t length = mark_length(line, at);
    if (length == 0 || !is_reference(line, at)) continue;
    visit(number_of(label_at(line, at, length)), at, at + length);
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
bool ends_note(const FoldedText& text, const Line& before, const Line& line, bool glued) {
  if (line.table || line.marker || line.new_page || line.heading_level != 0) return true;
  if (is_appendix_line(text.printed(line.span), text.lower(line.span))) return true;
  if (!may_wrap(before) && (glued || is_capital(text.text, line.span.begin))) return true;
  return before.end == EndMark::stop || (line.caps && !before.caps) || line.blank_before > 1;
}

/// Goes through the lines from the first to the last.
class Reader {
 public:
  Reader(const FoldedText& text, const std::vector<Line>& lines) : text_(text), lines_(lines) {
    for (std::vector<TextSpan>& one : figures_) one.resize(Footnote::most);
  }

  Footnotes run(std::vector<Line>& kept) {
    kept.reserve(lines_.size());
    for (std::size_t i = 0; i < lines_.size();) {
      const std::size_t mark = mark_of_note(i);
      if (mark != 0) {
        const bool glued = lines_[i].note != 0;
        i = take(i, mark);
        // A page ends beneath its notes.
        if (glued) page_ended_ = true;
        continue;
      }
      note_references(lines_[i].span);
      kept.push_back(lines_[i++]);
      kept.back().new_page = kept.back().new_page || page_ended_;
      page_ended_ = false;
    }
    for (const Reference& one : in_brackets_) {
      if (noted_[one.number]) notes_.marks.push_back(one.mark);
    }
    std::ranges::sort(notes_.marks, {}, &TextSpan::begin);
    return std::move(notes_);
  }

 private:
  struct Reference {
    std::size_t number;
    TextSpan mark;
  };

  [[nodiscard]] std::string_view printed(std::size_t i) const {
    return text_.printed(lines_[i].span);
  }

  /// Bytes of the mark of a note that begins with line `i`, 0 where none does.
  [[nodiscard]] std::size_t mark_of_note(std::size_t i) const {
    if (lines_[i].note != 0) return lines_[i].note;
    const std::size_t length = mark_length(printed(i), 0);
    if (length == 0 || !referred_[number_of(label_at(printed(i), 0, length))]) return 0;
    return has_caret(printed(i), 0) && printed(i).substr(length).starts_with(':') ? length + 1
                                                                                  : length;
  }

  /// Gives the line behind the note.
  std::size_t take(std::size_t i, std::size_t mark) {
    const std::string_view first = printed(i);
    const bool glued = lines_[i].note != 0;
    Footnote note;
    note.label = glued ? std::to_string(number_of_note(first))
                       : std::string(label_at(first, 0, mark_length(first, 0)));
    note.span = lines_[i].span;
    const auto begin = static_cast<std::uint32_t>(trim_begin(first, mark, first.size()));
    const bool figure_alone = begin >= first.size();
    if (!figure_alone) {
      note.text.append(text_.text, {lines_[i].span.begin + begin, lines_[i].span.end});
    }
    std::size_t end = i + 1;
    for (; end < lines_.size() && end - i < longest_note; ++end) {
      const Line& line = lines_[end];
      if (line.note != 0 || mark_length(text_.printed(line.span), 0) != 0) break;
      const bool behind_figure = glued && figure_alone && end == i + 1;
      if (!behind_figure && ends_note(text_, lines_[end - 1], line, glued)) break;
      note.text.append(text_.text, line.span, lines_[end - 1].end == EndMark::hyphen);
      note.span.end = line.span.end;
    }
    const std::size_t number = number_of(note.label);
    if (glued) {
      if (const TextSpan word = mark_of(number, figure_alone); !word.empty()) {
        notes_.marks.push_back(word);
      }
    } else {
      noted_.set(number);
    }
    notes_.all.push_back(std::move(note));
    return end;
  }

  /// The figure behind a word that refers to a note, of those before it the likeliest.
  TextSpan mark_of(std::size_t number, bool figure_alone) {
    for (std::vector<TextSpan>& one : figures_) {
      const TextSpan mark = std::exchange(one[number], {});
      if (!mark.empty()) return mark;
      if (!figure_alone) break;
    }
    return {};
  }

  /// Remembers what `line` refers to.
  void note_references(TextSpan line) {
    const std::string_view words = text_.printed(line);
    const auto place = [&](std::size_t begin, std::size_t end) {
      return TextSpan{line.begin + static_cast<std::uint32_t>(trim_end(words, 0, begin)),
                      line.begin + static_cast<std::uint32_t>(end)};
    };
    for_each_reference(words, [&](std::size_t number, std::size_t begin, std::size_t end) {
      referred_.set(number);
      in_brackets_.push_back({number, place(begin, end)});
    });
    for (auto word = find_glued_figure(words, 0); word;
         word = find_glued_figure(words, word->end)) {
      figures_[static_cast<std::size_t>(word->tie)][word->number] = place(word->begin, word->end);
    }
  }

  const FoldedText& text_;
  const std::vector<Line>& lines_;
  Footnotes notes_;
  std::bitset<Footnote::most> referred_;  ///< numbers in brackets so far
  std::bitset<Footnote::most> noted_;     ///< of them, those of a note
  std::vector<Reference> in_brackets_;
  /// By its tie and number: the last figure behind a word.
  std::array<std::vector<TextSpan>, figure_ties> figures_;
  bool page_ended_ = false;
};

}  // namespace

Footnotes take_footnotes(const FoldedText& text, std::vector<Line>& lines) {
  const bool glued = std::ranges::any_of(lines, [](const Line& line) { return line.note != 0; });
  if (!glued && text.text.find("\n[") == std::string_view::npos) return {};
  std::vector<Line> kept;
  Footnotes notes = Reader(text, lines).run(kept);
  if (!notes.all.empty()) lines = std::move(kept);
  return notes;
}

}  // namespace vanban::outline

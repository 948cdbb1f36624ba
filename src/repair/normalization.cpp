// Normalization form C, line by line: a line feed composes with nothing, so that lines may be
// looked at one by one, and only those with a suspect byte are shown to ICU.
#include <cstddef>

#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/icu.hpp"
#include "repair/passes.hpp"
#include "repair/signs.hpp"

namespace vanban::repair_stage {
namespace {

// Unicode's stream-safe text has at most 30 marks in a row (UAX #15, section 13). A longer heap is
// no text, and sorting it costs the square of its length: it stays as it is.
constexpr std::size_t most_marks = 30;

/// End of the stretch from `begin` on that may be normalized; `next` is where the one after it
/// begins. They differ where a heap of marks stands between.
struct Stretch {
  std::size_t end = 0;
  std::size_t next = 0;
};
Stretch next_stretch(std::string_view line, std::size_t begin) {
  std::size_t base = begin;
  std::size_t marks = 0;
  for (std::size_t at = begin; at < line.size();) {
    const CodePoint point = code_point_at(line, at);
    if (point.value < 0x300 || !icu_text::is_reordered(point.value)) {
      if (marks > most_marks) return {base, at};
      base = at;
      marks = 0;
    } else {
      ++marks;
    }
    at += point.length;
  }
  if (marks > most_marks) return {base, line.size()};
  return {line.size(), line.size()};
}

void compose_stretch(std::string_view stretch, std::size_t offset, EditList& edits) {
  if (icu_text::is_nfc(stretch)) return;
  const icu_text::Composed composed = icu_text::compose(stretch);
  for (const icu_text::Composition& change : composed.changes) {
    Edit edit;
    edit.begin = static_cast<std::uint32_t>(offset + change.begin);
    edit.end = static_cast<std::uint32_t>(offset + change.end);
    edit.replacement = composed.text.substr(change.new_begin, change.new_end - change.new_begin);
    edit.kind = RepairKind::normalization;
    edit.confidence = 1;
    edits.push_back(std::move(edit));
  }
}

/// Combining diacritical marks (U+0300 to U+036F) of `text`.
std::size_t count_marks(std::string_view text) {
  std::size_t marks = 0;
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const auto next = static_cast<unsigned char>(text[at + 1]);
    if (byte == 0xCC || (byte == 0xCD && next < 0xB0)) ++marks;
  }
  return marks;
}

}  // namespace

EditList find_decomposed(std::string_view text) {
  // What a program took apart comes together again. Marks that do not are text of their own, and
  // so are other letters that have two code points: the numbers of glyphs.
  constexpr std::size_t one_in = 20;
  EditList edits = find_not_composed(text);
  std::erase_if(edits, [&](const Edit& edit) {
    return count_marks(text.substr(edit.begin, edit.end - edit.begin)) == 0;
  });
  if (edits.empty()) return edits;
  const std::size_t marks = count_marks(text);
  std::size_t left = marks;
  for (const Edit& edit : edits) {
    left -= count_marks(text.substr(edit.begin, edit.end - edit.begin));
    left += count_marks(edit.replacement);
  }
  if (left * one_in > marks) edits.clear();
  return edits;
}

EditList find_not_composed(std::string_view text) {
  EditList edits;
  std::size_t at = find_sign(text, 0, Sign::not_composed);
  while (at < text.size()) {
    const LineRange range = line_around(text, at);
    const std::string_view line = text.substr(range.begin, range.end - range.begin);
    for (std::size_t begin = 0; begin < line.size();) {
      const Stretch stretch = next_stretch(line, begin);
      compose_stretch(line.substr(begin, stretch.end - begin), range.begin + begin, edits);
      begin = stretch.next;
    }
    at = find_sign(text, range.end, Sign::not_composed);
  }
  return edits;
}

}  // namespace vanban::repair_stage

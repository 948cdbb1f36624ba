// A paper is signed and stamped, and its drafter writes his initials behind its last words. Optical
// character recognition reads them as text. Each row says where such a reading stands and what it
// looks like.
#include <algorithm>
#include <cstddef>

#include "language/syllable.hpp"
#include "repair/passes.hpp"

namespace vanban::repair_stage {
namespace {

/// One word at the end of a line, behind `after` and a blank.
struct StrayMark {
  std::string_view after;    ///< what ends the text proper
  std::size_t most_letters;  ///< of the stray word: small ASCII letters that make no syllable
  double confidence;
};

constexpr StrayMark stray_marks[] = {
    // "./." ends an administrative text; nothing may follow it. Initials have one to four letters.
    {"./.", 4, 0.9},
};

bool is_blank(char byte) {
  return byte == ' ' || byte == '\t';
}

/// Appends the edit that `row` makes where its `after` ends at `at`.
void look_behind(std::string_view text, std::size_t at, const StrayMark& row, EditList& edits) {
  std::size_t begin = at;
  while (begin < text.size() && is_blank(text[begin])) ++begin;
  if (begin == at) return;
  std::size_t end = begin;
  while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
  const std::string_view word = text.substr(begin, end - begin);
  if (word.empty() || word.size() > row.most_letters || language::is_syllable(word)) return;
  std::size_t rest = end;
  while (rest < text.size() && is_blank(text[rest])) ++rest;
  if (rest < text.size() && text[rest] != '\n' && text[rest] != '\r' && text[rest] != '\f') return;
  edits.push_back({static_cast<std::uint32_t>(begin),
                   static_cast<std::uint32_t>(end),
                   {},
                   RepairKind::ocr,
                   row.confidence});
}

}  // namespace

EditList find_stray_marks(std::string_view text) {
  EditList edits;
  for (const StrayMark& row : stray_marks) {
    for (std::size_t at = text.find(row.after); at != std::string_view::npos;
         at = text.find(row.after, at)) {
      at += row.after.size();
      look_behind(text, at, row, edits);
    }
  }
  std::ranges::sort(edits, {}, &Edit::begin);
  const auto same_place = [](const Edit& one, const Edit& other) { return other.begin < one.end; };
  edits.erase(std::unique(edits.begin(), edits.end(), same_place), edits.end());
  return edits;
}

}  // namespace vanban::repair_stage

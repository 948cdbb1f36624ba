#include "repair/collect_repairs.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/map_walk.hpp"
#include "language/letters.hpp"
#include "repair/code_points.hpp"

namespace vanban::repair_stage {
namespace {

/// Kinds that damage a whole line at once: a list of their syllables would tell nothing.
bool is_of_lines(RepairKind kind) {
  return kind == RepairKind::encoding || kind == RepairKind::mojibake ||
         kind == RepairKind::normalization || kind == RepairKind::font_map;
}

std::size_t letter_from(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  return language::letter_length(text.data() + at, text.data() + text.size());
}

std::size_t letter_before(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 3;
  if (at == 0) return 0;
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < longest && is_continuation(text[begin])) --begin;
  return letter_from(text, begin) == at - begin ? at - begin : 0;
}

SourceSpan hull(SourceSpan one, SourceSpan other) {
  return {std::min(one.begin, other.begin), std::max(one.end, other.end)};
}

/// Nothing but blanks and signs of one line, and of one cell of a table, stands between two
/// changes.
bool are_neighbours(std::string_view text, TextSpan one, TextSpan next) {
  for (std::size_t at = one.end; at < next.begin; ++at) {
    const bool digit = text[at] >= '0' && text[at] <= '9';
    const bool control = static_cast<unsigned char>(text[at]) < 0x20 && text[at] != '\t';
    if (digit || control || letter_from(text, at) != 0) return false;
  }
  return true;
}

// A syllable is short; a run of letters that is none ("aaaa...") is not walked for each of its
// edits.
constexpr int farthest = 32;

}  // namespace

/// To the whole syllable: what is left of a letter's change grows over the letters beside it.
void RepairCollector::widen(Record& record, std::string_view text, ToSourceWalk& to_source) {
  const std::uint32_t begin = record.text.begin;
  const std::uint32_t end = record.text.end;
  const bool deletion = begin == end;
  const bool within = letter_from(text, begin) != 0 && letter_before(text, begin) != 0;
  if (deletion && !within) return;
  if (within) {
    for (int i = 0; i < farthest; ++i) {
      const std::size_t length = letter_before(text, record.text.begin);
      if (length == 0) break;
      record.text.begin -= static_cast<std::uint32_t>(length);
    }
  }
  if (deletion || letter_before(text, end) != 0) {
    for (int i = 0; i < farthest; ++i) {
      const std::size_t length = letter_from(text, record.text.end);
      if (length == 0) break;
      record.text.end += static_cast<std::uint32_t>(length);
    }
  }
  record.source = hull(record.source, to_source(record.text));
}

/// The less sure of two changes says what a repair is.
void RepairCollector::take_in(Record& record, const Record& other) {
  record.text.begin = std::min(record.text.begin, other.text.begin);
  record.text.end = std::max(record.text.end, other.text.end);
  record.source = hull(record.source, other.source);
  if (other.confidence < record.confidence) {
    record.kind = other.kind;
    record.confidence = other.confidence;
  }
}

void RepairCollector::add(const EditList& edits, const SourceMap& step, const SourceMap& before) {
  ToTextWalk to_text(step);
  for (Record& record : records_) {
    record.text = to_text(SourceSpan{record.text.begin, record.text.end});
  }
  const std::size_t old = records_.size();
  records_.reserve(old + edits.size());
  ToSourceWalk to_source(before);
  for (std::size_t i = 0; i < edits.size(); ++i) {
    Record record;
    record.text = step.changes()[i].text;
    record.source = to_source(TextSpan{edits[i].begin, edits[i].end});
    record.kind = edits[i].kind;
    record.confidence = edits[i].confidence;
    records_.push_back(record);
  }
  const auto order = [](const Record& one, const Record& other) {
    return std::tie(one.text.begin, one.source.begin) <
           std::tie(other.text.begin, other.source.begin);
  };
  std::inplace_merge(records_.begin(), records_.begin() + static_cast<std::ptrdiff_t>(old),
                     records_.end(), order);
}

std::vector<Repair> RepairCollector::finish(std::string_view text, const SourceMap& map,
                                            std::string_view source) && {
  ToSourceWalk to_source(map);
  // What is done lies at the front of the list, which only becomes shorter.
  std::size_t syllables = 0;
  for (std::size_t i = 0; i < records_.size(); ++i) {
    Record record = records_[i];
    widen(record, text, to_source);
    while (syllables > 0 && (record.text.begin < records_[syllables - 1].text.end ||
                             record.source.begin < records_[syllables - 1].source.end)) {
      take_in(record, records_[--syllables]);
    }
    records_[syllables++] = record;
  }
  std::size_t merged = 0;
  for (std::size_t i = 0; i < syllables; ++i) {
    const Record record = records_[i];
    if (merged > 0 && is_of_lines(record.kind) && records_[merged - 1].kind == record.kind &&
        are_neighbours(text, records_[merged - 1].text, record.text)) {
      take_in(records_[merged - 1], record);
    } else {
      records_[merged++] = record;
    }
  }
  std::vector<Repair> repairs(merged);
  for (std::size_t i = 0; i < merged; ++i) {
    const Record& record = records_[i];
    Repair& repair = repairs[i];
    repair.kind = record.kind;
    repair.before = source.substr(record.source.begin, record.source.size());
    repair.after = text.substr(record.text.begin, record.text.size());
    repair.confidence = record.confidence;
    repair.span = record.source;
  }
  return repairs;
}

}  // namespace vanban::repair_stage

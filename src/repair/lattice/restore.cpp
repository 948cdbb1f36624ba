// The channel is a property of the document: a first pass in which every letter may be lost finds
// the sure repairs; they tell which letters this document loses, and the next pass believes it.
#include "repair/lattice/restore.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "language/letters.hpp"
#include "repair/lattice/arcs.hpp"
#include "repair/lattice/channel.hpp"
#include "repair/lattice/decode.hpp"
#include "repair/lattice/list_markers.hpp"
#include "repair/lattice/pieces.hpp"
#include "repair/lattice/triage.hpp"

namespace vanban::repair_stage::lattice {
namespace {

using language::LanguageModel;

/// A reading is taken where "as it stands" is worse by so many nats and no rival is likelier.
constexpr float min_margin = 2.5F;
constexpr double min_posterior = 0.5;
/// One reading proves no more than this.
constexpr float max_evidence = 20;
/// With what the document loses known; the set of letters settles after one or two.
constexpr int max_passes = 3;
constexpr int max_rounds = 6;

bool is_sure(const Reading& reading) {
  // A word out of nothing but blanks needs more to be believed: the blanks may be a table's.
  if (reading.arc.first == reading.arc.last) {
    return reading.margin >= 3 * min_margin && reading.posterior >= 0.8;
  }
  return reading.margin >= min_margin && reading.posterior >= min_posterior;
}

/// Tells the words on both sides of a reading what stands there now.
void note_neighbours(const std::vector<Reading>& readings, Pieces& pieces) {
  for (const Reading& reading : readings) {
    const Arc& arc = reading.arc;
    if (arc.first == arc.last || !is_sure(reading)) continue;
    const Neighbour word{arc.word, (arc.capitals & 2U) != 0};
    if (!pieces.gaps[arc.first].boundary) pieces.right[arc.first] = word;
    if (!pieces.gaps[arc.last].boundary) pieces.left[arc.last] = word;
  }
}

EditList print(const Pieces& pieces, const LanguageModel& model,
               const std::vector<Reading>& readings) {
  EditList edits;
  for (const Reading& reading : readings) {
    if (!is_sure(reading)) continue;
    Edit edit = row_of(reading.arc.kind).print(pieces, model, reading.arc);
    edit.confidence = reading.posterior;
    edits.push_back(std::move(edit));
  }
  return edits;
}

/// Letters of the text, and blanks that are more than words need.
ChannelCounts count_text(const Pieces& pieces) {
  ChannelCounts counts;
  const char* const end = pieces.text.data() + pieces.text.size();
  for (const char* at = pieces.text.data(); at < end;) {
    const std::size_t length = language::letter_length(at, end);
    if (length != 0) ++counts.seen[letter_index(std::string_view(at, length))];
    at += length != 0 ? length : language::code_point_length(*at);
  }
  for (const Gap& gap : pieces.gaps) {
    if (gap.joined && gap.tail <= max_blanks) {
      ++counts.gaps;
      counts.surplus_blanks += gap.tail > 1 ? 1U : 0U;
    } else if (gap.newline) {
      ++counts.line_starts;
      counts.surplus_indents += gap.head > gap.head_kept ? 1U : 0U;
    }
  }
  return counts;
}

/// Adds the letters that the edits put back and takes off the blanks that they explain.
void count_edits(const Pieces& pieces, const std::vector<Reading>& readings, const EditList& edits,
                 ChannelCounts& counts) {
  for (const Edit& edit : edits) {
    std::size_t at = edit.begin;
    for (std::size_t in = 0; in < edit.replacement.size();) {
      const std::size_t length = language::code_point_length(edit.replacement[in]);
      const bool lost = pieces.text[at] == ' ';
      if (lost) counts.repaired[letter_index(std::string_view(edit.replacement).substr(in))] += 1;
      at += lost ? 1 : length;
      in += length;
    }
  }
  const auto explain = [](std::uint32_t& surplus) { surplus -= surplus > 0 ? 1U : 0U; };
  for (const Reading& reading : readings) {
    if (!is_sure(reading)) continue;
    const Arc& arc = reading.arc;
    if (arc.lead > 0) {
      const Gap& gap = pieces.gaps[arc.first];
      if (gap.joined) explain(counts.surplus_blanks);
      if (gap.newline) explain(counts.surplus_indents);
    }
    if (arc.trail > 0 && pieces.gaps[arc.last].joined) explain(counts.surplus_blanks);
  }
}

/// Kinds of damage that the readings prove; the others are switched off.
std::vector<Reading> pass_gate(std::vector<Reading> readings) {
  for (const ArcKind& row : arc_kinds) {
    float evidence = 0;
    for (const Reading& one : readings) {
      if (one.arc.kind == row.kind && is_sure(one)) evidence += std::min(one.margin, max_evidence);
    }
    if (evidence >= row.min_evidence) continue;
    std::erase_if(readings, [&row](const Reading& one) { return one.arc.kind == row.kind; });
  }
  return readings;
}

/// Both in order; where they touch one blank, the word has it.
EditList with_markers(EditList edits, EditList markers) {
  const auto taken = [&edits](const Edit& marker) {
    const auto next = std::ranges::upper_bound(edits, marker.begin, {}, &Edit::end);
    return next != edits.end() && next->begin < marker.end;
  };
  std::erase_if(markers, taken);
  edits.insert(edits.end(), markers.begin(), markers.end());
  std::ranges::sort(edits, {}, &Edit::begin);
  return edits;
}

/// The passes over a text, once.
EditList restore_once(std::string_view text, const LanguageModel& model) {
  if (!shows_damage(text, model)) return {};
  Pieces pieces = cut(text, model);
  std::vector<Arc> arcs = generate(pieces, model, Channel::flat());
  if (arcs.empty()) return {};
  std::vector<Reading> readings = pass_gate(decode(pieces, arcs, model, Channel::flat()));
  EditList edits = print(pieces, model, readings);
  if (edits.empty()) return {};
  const ChannelCounts seen = count_text(pieces);
  std::vector<std::uint16_t> lost;
  for (int pass = 0; pass < max_passes; ++pass) {
    ChannelCounts counts = seen;
    count_edits(pieces, readings, edits, counts);
    const Channel channel = infer(counts);
    // A pass that knows no more than the one before changes nothing worth its time.
    if (pass > 0 && channel.lost == lost) break;
    lost = channel.lost;
    note_neighbours(readings, pieces);
    arcs = generate(pieces, model, channel);
    readings = decode(pieces, arcs, model, channel);
    edits = print(pieces, model, readings);
  }
  return with_markers(std::move(edits), find_lost_markers(text, lost));
}

std::string with_edits(std::string_view text, const EditList& edits) {
  std::string out;
  out.reserve(text.size());
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    out += text.substr(at, edit.begin - at);
    out += edit.replacement;
    at = edit.end;
  }
  out += text.substr(at);
  return out;
}

}  // namespace

EditList compose(const EditList& first, std::string_view between, const EditList& second) {
  EditList out;
  std::size_t i = 0;
  std::size_t j = 0;
  std::uint32_t grown = 0;  // bytes that `between` is ahead of the first text; wraps below zero
  const auto begin_of = [&] { return first[i].begin + grown; };
  const auto end_of = [&] {
    return begin_of() + static_cast<std::uint32_t>(first[i].replacement.size());
  };
  const auto pass_first = [&] {
    const std::uint32_t end = end_of();
    grown = end - first[i].end;
    ++i;
  };
  while (i < first.size() || j < second.size()) {
    if (j == second.size() || (i < first.size() && end_of() <= second[j].begin)) {
      out.push_back(first[i]);
      pass_first();
      continue;
    }
    Edit edit = second[j];
    std::uint32_t begin = edit.begin;
    if (i < first.size() && begin_of() < begin) begin = begin_of();
    edit.begin = begin - grown;
    edit.replacement.clear();
    std::uint32_t end = begin;  // of what `edit` holds so far, in `between`
    std::uint32_t copied = begin;
    bool more = true;
    while (more) {
      more = false;
      if (j < second.size() && (second[j].begin < end || end == begin)) {
        edit.replacement += between.substr(copied, second[j].begin - copied);
        edit.replacement += second[j].replacement;
        edit.confidence = std::min(edit.confidence, second[j].confidence);
        copied = second[j].end;
        end = std::max(end, copied);
        ++j;
        more = true;
      }
      if (i < first.size() && begin_of() < end) {
        end = std::max(end, end_of());
        edit.confidence = std::min(edit.confidence, first[i].confidence);
        pass_first();
        more = true;
      }
    }
    edit.replacement += between.substr(copied, end - copied);
    edit.end = end - grown;
    out.push_back(std::move(edit));
  }
  return out;
}

EditList restore(std::string_view text, const LanguageModel& model) {
  EditList edits = restore_once(text, model);
  // What was restored may let its neighbour be read. Every round fills a blank, so there is a last
  // one, nearly always the first; hostile texts must not choose how many.
  for (int round = 1; round < max_rounds && !edits.empty(); ++round) {
    const std::string between = with_edits(text, edits);
    const EditList more = restore_once(between, model);
    if (more.empty()) break;
    edits = compose(edits, between, more);
  }
  return edits;
}

}  // namespace vanban::repair_stage::lattice

#include "vanban/repair.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "language/language_model.hpp"
#include "repair/collect_repairs.hpp"
#include "repair/lattice/restore.hpp"
#include "repair/passes.hpp"

namespace vanban {
namespace repair_stage {
namespace {

constexpr std::uint64_t most_bytes = std::numeric_limits<std::int32_t>::max();

Error too_large() {
  return {ErrorCode::too_large, "the text has 2 GiB or more", {}};
}

EditList restore_with_model(std::string_view text) {
  return lattice::restore(text, language::LanguageModel::builtin());
}

// Order is meaning: what was misread comes back first, the outer misreading before the inner one;
// look-alikes are sought in composed words and leave composed words, which the search for marks out
// of place needs; stray marks before the language model, which would make words of them.
constexpr NamedPass passes[] = {
    // These decode, and weigh what they read.
    {"mojibake", find_mojibake},
    {"encoding", find_encodings},
    {"viqr", find_viqr},
    {"lost-horn", find_lost_horns},
    {"font-map", find_font_maps},
    // These look for what no sound text has.
    {"normalization", find_not_composed},
    {"lookalike", find_lookalikes},
    {"detached-marks", find_detached_marks},
    {"stray-marks", find_stray_marks},
    // From here on every word is asked of the language model.
    {"lattice", restore_with_model},
};
constexpr std::size_t first_plain = 5;
constexpr std::size_t plain_count = 4;

}  // namespace

std::span<const NamedPass> plain_passes() {
  return std::span(passes).subspan(first_plain, plain_count);
}
std::span<const NamedPass> all_passes() {
  return passes;
}

Result<RepairedText> run_passes(std::string_view source, std::span<const NamedPass> passes_to_run,
                                const RepairOptions& options) {
  if (source.size() > most_bytes) return too_large();
  RepairedText out;
  out.text = source;
  RepairCollector collector;
  for (const NamedPass& pass : passes_to_run) {
    EditList edits = pass.find(out.text);
    std::erase_if(
        edits, [&options](const Edit& edit) { return edit.confidence < options.min_confidence; });
    if (edits.empty()) continue;
    if (size_after(out.text, edits) > most_bytes) return too_large();
    EditedText edited = apply_edits(out.text, edits);
    collector.add(edits, edited.map, out.map);
    out.text = std::move(edited.text);
    out.map = SourceMap::compose(edited.map, out.map);
  }
  out.repairs = std::move(collector).finish(out.text, out.map, source);
  return out;
}

RepairedText rebase(RepairedText repaired, const SourceMap& earlier, std::string_view source) {
  if (earlier.is_identity()) return repaired;
  repaired.map = SourceMap::compose(repaired.map, earlier);
  for (Repair& repair : repaired.repairs) {
    repair.span = earlier.to_source(TextSpan{repair.span.begin, repair.span.end});
    repair.before = source.substr(repair.span.begin, repair.span.size());
  }
  return repaired;
}

}  // namespace repair_stage

Result<RepairedText> repair(std::string_view source, const RepairOptions& options) {
  // Written so that not-a-number fails as well.
  if (!(options.min_confidence >= 0 && options.min_confidence <= 1)) {
    return Error{ErrorCode::invalid_argument, "min_confidence is not between 0 and 1", {}};
  }
  return repair_stage::run_passes(source, repair_stage::all_passes(), options);
}

}  // namespace vanban

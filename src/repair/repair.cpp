#include "vanban/repair.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "language/language_model.hpp"
#include "language/surprise.hpp"
#include "repair/collect_repairs.hpp"
#include "repair/lattice/restore.hpp"
#include "repair/lattice/triage.hpp"
#include "repair/passes.hpp"

namespace vanban {
namespace repair_stage {
namespace {

constexpr std::uint64_t most_bytes = std::numeric_limits<std::int32_t>::max();

Error too_large() {
  return {ErrorCode::too_large, "the text has 2 GiB or more", {}};
}

EditList restore_with_model(std::string_view text, lattice::Findings findings) {
  return lattice::restore(text, language::LanguageModel::builtin(), findings);
}

// Order is meaning: what was misread comes back first, the outer misreading before the inner one;
// look-alikes are sought in composed words and leave composed words, which the search for marks out
// of place needs, and after the letters that mean something of their own in this document; a pile
// of marks would be taken for detached ones; stray marks before the language model, which would
// make words of them.
constexpr NamedPass passes[] = {
    // These decode, and weigh what they read.
    // What a program decomposed on the way would hide the letters of an encoding.
    {"composition", find_decomposed, Sign::not_composed},
    {"escapes", find_escapes, Sign::escape},
    {"disguised", find_disguised, Sign::glyph},
    {"mojibake", find_mojibake, Sign::mojibake},
    {"encoding", find_encodings, Sign::legacy},
    {"page-1258", find_page_1258, Sign::out_of_place},
    {"twice-decoded", find_twice_decoded, Sign::twice_decoded},
    {"ascii-codes", find_ascii_codes},
    {"viqr", find_viqr, Sign::viqr},
    {"lost-horn", find_lost_horns, Sign::lost_horn},
    {"font-map", find_font_maps, Sign::glyph},
    {"low-byte", find_low_bytes, Sign::low_byte},
    {"low-byte-brackets", find_low_byte_brackets},
    {"any-order", find_any_orders},
    {"trimmed-letters", find_trimmed_letters, Sign::replaced},
    {"replaced-letters", find_replaced_letters, Sign::replaced},
    {"cut-letters", find_cut_letters, Sign::replaced},
    {"lost-alphabet", find_lost_alphabet},
    // These look for what no sound text has; they ask the language model where they must choose.
    {"unseen-signs", find_unseen_signs},
    {"normalization", find_not_composed, Sign::not_composed},
    {"doubled", find_doubled},
    {"reversed-mojibake", find_reversed_mojibake, Sign::reversed},
    {"code-point-slip", find_slips, Sign::strange},
    {"lookalike", find_lookalikes, Sign::lookalike},
    {"torn-capitals", find_torn_capitals},
    {"piled-marks", find_piled_marks, Sign::piled},
    {"detached-marks", find_detached_marks, Sign::out_of_place},
    {"stray-marks", find_stray_marks},
    {"floated-letters", find_floated_letters},
    {"lost-ligatures", find_lost_ligatures},
    {"lost-hyphens", find_lost_hyphens, std::nullopt, false, true},
    {"number-lines", find_number_lines, std::nullopt, false, true},
    {"numerals", find_misread_numerals},
    {"digits", find_misread_digits, Sign::digit},
    {"scan-signs", find_misread_signs},
    {"raised-letters", find_raised_letters},
    {"abbreviations", find_misread_abbreviations, Sign::abbreviation},
    // From here on every word is asked of the language model.
    {"lattice", nullptr, std::nullopt, false, false, restore_with_model},
    // What readers of scans did throughout is evidence for the lattice; this takes what is left.
    {"rimes", find_impossible_rimes, Sign::rime},
    // Where words were restored, what is left of a line is not for one that looks at lines alone.
    {"formulas", find_damaged_formulas, std::nullopt, true},
};
constexpr std::size_t place_of(std::string_view name) {
  return static_cast<std::size_t>(std::ranges::find(passes, name, &NamedPass::name) -
                                  std::begin(passes));
}
constexpr std::size_t lattice_place = place_of("lattice");
constexpr std::size_t first_plain = place_of("unseen-signs");
static_assert(first_plain < lattice_place && lattice_place < std::size(passes));

/// The interface has the text even where nothing was changed.
RepairedText with_text(RepairedText repaired, std::string_view source) {
  if (repaired.map.is_identity()) repaired.text = source;
  return repaired;
}

/// The blanks that web pages and word processors put where no line may end.
EditList find_hard_blanks(std::string_view text) {
  constexpr std::string_view hard = "\xC2\xA0";
  EditList edits;
  for (std::size_t at = text.find(hard); at != std::string_view::npos;
       at = text.find(hard, at + hard.size())) {
    edits.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + hard.size()),
                     " ", RepairKind::normalization});
  }
  return edits;
}

/// Makes plain blanks of hard ones, which is no repair; false where there is none.
bool soften_blanks(RepairedText& repaired, std::string_view source) {
  const bool same = repaired.map.is_identity();
  const std::string_view text = same ? source : std::string_view(repaired.text);
  const EditList edits = find_hard_blanks(text);
  if (edits.empty()) return false;
  EditedText edited = apply_edits(text, edits);
  repaired.text = std::move(edited.text);
  repaired.map = same ? std::move(edited.map) : SourceMap::compose(edited.map, repaired.map);
  return true;
}

/// Their repairs show that letters of the document are gone, misread or parted.
constexpr RepairKinds of_lost_letters{RepairKind::dropped_glyph, RepairKind::dropped_letter,
                                      RepairKind::missing_diacritics, RepairKind::split_word,
                                      RepairKind::ocr};

/// A text on its way through the passes.
class PassRunner {
 public:
  PassRunner(std::string_view source, double min_confidence)
      : source_(source), min_confidence_(min_confidence) {}

  [[nodiscard]] std::string_view text() const {
    return out_.map.is_identity() ? source_ : std::string_view(out_.text);
  }

  /// Makes what `pass` wants; false where the text would become too large.
  [[nodiscard]] bool run(const NamedPass& pass) {
    if (pass.only_where_no_letters_were_lost && restored_letters_) return true;
    if (pass.sign) {
      if (!signs_) signs_ = find_signs(text());
      if (!signs_->contains(*pass.sign)) return true;
    }
    EditList edits =
        pass.find_after != nullptr ? pass.find_after(text(), findings_) : pass.find(text());
    return make(std::move(edits), !pass.of_numbers);
  }

  /// Makes the edits that are sure enough; false where the text would become too large.
  [[nodiscard]] bool make(EditList edits, bool tells_of_letters = true) {
    if (min_confidence_ > 0) {
      std::erase_if(edits, [this](const Edit& edit) { return edit.confidence < min_confidence_; });
    }
    if (edits.empty()) return true;
    edits_made_ += edits.size();
    findings_.misread += static_cast<std::uint32_t>(
        std::ranges::count(edits, RepairKind::ocr, [](const Edit& edit) { return edit.kind; }));
    // Figures that were misread say nothing of the letters.
    restored_letters_ =
        restored_letters_ || std::ranges::any_of(edits, [&](const Edit& edit) {
          const bool figures =
              !edit.replacement.empty() && edit.replacement[0] >= '0' && edit.replacement[0] <= '9';
          return tells_of_letters && of_lost_letters.contains(edit.kind) && !figures;
        });
    if (size_after(text(), edits) > most_bytes) return false;
    EditedText edited = apply_edits(text(), edits);
    collector_.add(edits, edited.map, out_.map);
    out_.text = std::move(edited.text);
    signs_.reset();
    out_.map =
        out_.map.is_identity() ? std::move(edited.map) : SourceMap::compose(edited.map, out_.map);
    return true;
  }

  [[nodiscard]] std::size_t edits_made() const { return edits_made_; }
  [[nodiscard]] lattice::Findings findings() const { return findings_; }

  /// Without the text where that is the source.
  [[nodiscard]] RepairedText finish() && {
    out_.repairs = std::move(collector_).finish(text(), out_.map, source_);
    return std::move(out_);
  }

 private:
  std::string_view source_;
  double min_confidence_;
  RepairedText out_;
  std::optional<SignSet> signs_;  ///< of the text as it is now
  std::size_t edits_made_ = 0;
  lattice::Findings findings_;
  bool restored_letters_ = false;  ///< the document lost letters, or parts of them
  RepairCollector collector_;
};

}  // namespace

std::optional<Error> fault_of(const RepairOptions& options) {
  // Written so that not-a-number fails as well.
  if (options.min_confidence >= 0 && options.min_confidence <= 1) return std::nullopt;
  return Error{ErrorCode::invalid_argument, "min_confidence is not between 0 and 1", {}};
}

std::span<const NamedPass> plain_passes() {
  return std::span(passes).subspan(first_plain, lattice_place - first_plain);
}
std::span<const NamedPass> passes_before_lattice() {
  return std::span(passes).first(lattice_place);
}
std::span<const NamedPass> all_passes() {
  return passes;
}

Result<RepairedText> run_passes(std::string_view source, std::span<const NamedPass> passes_to_run,
                                const RepairOptions& options, HardBlanks blanks) {
  if (source.size() > most_bytes) return too_large();
  const auto finished = [&](RepairedText repaired) {
    if (blanks == HardBlanks::soften) soften_blanks(repaired, source);
    return with_text(std::move(repaired), source);
  };
  if (options.kinds.empty()) return finished({});
  PassRunner runner(source, options.min_confidence);
  for (const NamedPass& pass : passes_to_run) {
    if (!runner.run(pass)) return too_large();
  }
  if (!runner.make(find_other_placements(runner.text(), options.tones))) return too_large();
  return finished(keep_kinds(std::move(runner).finish(), source, options.kinds));
}

Result<Proofread> repair_and_proofread(std::string_view source, const RepairOptions& options) {
  const auto& model = language::LanguageModel::builtin();
  if (source.size() > most_bytes) return too_large();
  if (options.kinds.empty()) {
    RepairedText as_it_is;
    const bool softened = soften_blanks(as_it_is, source);
    auto found = remarks::find_remarks(softened ? std::string_view(as_it_is.text) : source, model);
    return Proofread{std::move(as_it_is), std::move(found)};
  }
  PassRunner runner(source, options.min_confidence);
  for (const NamedPass& pass : passes_before_lattice()) {
    if (!runner.run(pass)) return too_large();
  }
  // The lattice needs a walk over all words. Where it leaves them as they are, nobody need walk
  // again.
  language::WordWalk walk(runner.text(), model);
  lattice::Triage triage;
  remarks::Proofreader reader(runner.text(), model);
  while (walk.next()) {
    triage.add(walk);
    reader.add(walk);
  }
  EditList edits =
      lattice::restore(runner.text(), model, std::move(triage).finish(), runner.findings());
  std::vector<remarks::Remark> found;
  bool is_as_read = edits.empty();
  if (is_as_read) found = std::move(reader).finish(walk);
  if (!runner.make(std::move(edits))) return too_large();
  const std::size_t made_so_far = runner.edits_made();
  for (const NamedPass& pass : all_passes().subspan(lattice_place + 1)) {
    if (!runner.run(pass)) return too_large();
  }
  is_as_read = is_as_read && runner.edits_made() == made_so_far;
  edits = find_other_placements(runner.text(), options.tones);
  is_as_read = is_as_read && edits.empty();
  if (!runner.make(std::move(edits))) return too_large();
  RepairedText repaired = std::move(runner).finish();
  const std::size_t made = repaired.repairs.size();
  repaired = keep_kinds(std::move(repaired), source, options.kinds);
  const bool softened = soften_blanks(repaired, source);
  is_as_read = is_as_read && repaired.repairs.size() == made && !softened;
  if (!is_as_read) {
    const bool same = repaired.map.is_identity();
    found = remarks::find_remarks(same ? source : std::string_view(repaired.text), model);
  }
  return Proofread{std::move(repaired), std::move(found)};
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
  if (auto fault = repair_stage::fault_of(options)) return *std::move(fault);
  return repair_stage::run_passes(source, repair_stage::all_passes(), options);
}

}  // namespace vanban

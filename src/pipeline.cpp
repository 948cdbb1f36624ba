// The sentence that this library says: bytes -> source text -> repaired text -> lines -> outline ->
// document. Read this first.
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/release.hpp"
#include "language/letters.hpp"
#include "outline/footnotes.hpp"
#include "outline/frame.hpp"
#include "outline/lines.hpp"
#include "outline/tree.hpp"
#include "plan/build_document.hpp"
#include "read/source_text.hpp"
#include "repair/passes.hpp"
#include "vanban/document.hpp"

namespace vanban {
namespace {

Result<repair_stage::Proofread> repair_as_asked(std::string_view text,
                                                const ParseOptions& options) {
  if (options.proofread) return repair_stage::repair_and_proofread(text, options.repair);
  auto repaired = repair_stage::run_passes(text, repair_stage::all_passes(), options.repair,
                                           repair_stage::HardBlanks::soften);
  if (!repaired) return repaired.error();
  if (repaired->map.is_identity()) release(repaired->text);
  return repair_stage::Proofread{*std::move(repaired), {}};
}

/// The lines that are still asked for when there is an outline: those of header, title and tail.
/// `frame` points into them.
std::vector<outline::Line> lines_of_ends(outline::Frame& frame) {
  std::vector<outline::Line> kept;
  kept.reserve(frame.header.size() + frame.title.size() + frame.tail.size());
  for (std::span<const outline::Line>* const zone : {&frame.header, &frame.title, &frame.tail}) {
    const std::size_t begin = kept.size();
    kept.insert(kept.end(), zone->begin(), zone->end());
    *zone = std::span(kept).subspan(begin);
  }
  frame.preamble = frame.body = frame.annex = {};
  release(frame.reordered);
  return kept;
}

/// What a stage needs no more goes before the next one begins: a large document is held three times
/// as it is.
Result<Document> parse_source(Result<read::SourceText> source, const ParseOptions& options) {
  if (!source) return source.error();

  auto proofread = repair_as_asked(source->content(), options);
  if (!proofread) return proofread.error();
  const bool is_as_read = proofread->repaired.map.is_identity();
  RepairedText repaired =
      repair_stage::rebase(std::move(proofread->repaired), source->map, source->source);
  if (!is_as_read) release(source->text);
  const std::string_view printed = is_as_read ? source->content() : std::string_view(repaired.text);

  outline::FoldedText text{printed, language::fold(printed)};
  std::vector<outline::Line> lines = outline::split_lines(text, source->hints);
  const outline::Footnotes notes = outline::take_footnotes(text, lines);
  outline::Frame frame = outline::find_frame(text, lines);
  outline::Outline tree = outline::build_outline(text, frame, notes);
  if (tree.nodes.size() > options.limits.max_nodes) {
    return Error{ErrorCode::too_complex,
                 "the outline has " + std::to_string(tree.nodes.size()) + " nodes, more than " +
                     std::to_string(options.limits.max_nodes),
                 {}};
  }
  lines = lines_of_ends(frame);
  release(source->hints);

  return plan::build_document(*std::move(source), std::move(repaired.repairs), proofread->remarks,
                              repaired.map, std::move(text), frame, std::move(tree), notes);
}

}  // namespace

Result<Document> parse(std::string_view bytes, const ParseOptions& options) {
  if (auto fault = repair_stage::fault_of(options.repair)) return *std::move(fault);
  return parse_source(read::read(bytes, options), options);
}

Result<Document> parse_owned(std::string bytes, const ParseOptions& options) {
  if (auto fault = repair_stage::fault_of(options.repair)) return *std::move(fault);
  auto source = read::read_owned(std::move(bytes), options);
  return parse_source(std::move(source), options);
}

}  // namespace vanban

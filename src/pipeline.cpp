// The sentence that this library says: bytes -> source text -> repaired text -> lines -> outline ->
// document. Read this first.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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
  auto repaired = repair_stage::run_passes(text, repair_stage::all_passes(), options.repair);
  if (!repaired) return repaired.error();
  return repair_stage::Proofread{*std::move(repaired), {}};
}

}  // namespace

Result<Document> parse(std::string_view bytes, const ParseOptions& options) {
  if (auto fault = repair_stage::fault_of(options.repair)) return *std::move(fault);
  auto source = read::read(bytes, options);
  if (!source) return source.error();

  auto proofread = repair_as_asked(source->content(), options);
  if (!proofread) return proofread.error();
  RepairedText repaired =
      repair_stage::rebase(std::move(proofread->repaired), source->map, source->source);

  const outline::FoldedText text{repaired.text, language::fold(repaired.text)};
  std::vector<outline::Line> lines = outline::split_lines(text, source->hints);
  const outline::Footnotes notes = outline::take_footnotes(text, lines);
  const outline::Frame frame = outline::find_frame(text, lines);
  const outline::Outline tree = outline::build_outline(text, frame, notes);
  if (tree.nodes.size() > options.limits.max_nodes) {
    return Error{ErrorCode::too_complex,
                 "the outline has " + std::to_string(tree.nodes.size()) + " nodes, more than " +
                     std::to_string(options.limits.max_nodes),
                 {}};
  }

  return plan::build_document(*std::move(source), std::move(repaired.repairs), proofread->remarks,
                              repaired.map, text, frame, tree, notes);
}

}  // namespace vanban

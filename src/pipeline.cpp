// The sentence that this library says: bytes -> source text -> repaired text -> lines -> outline ->
// document. Read this first.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/language_model.hpp"
#include "language/letters.hpp"
#include "outline/frame.hpp"
#include "outline/lines.hpp"
#include "outline/tree.hpp"
#include "plan/build_document.hpp"
#include "read/source_text.hpp"
#include "repair/passes.hpp"
#include "repair/remarks/remarks.hpp"
#include "vanban/document.hpp"

namespace vanban {

Result<Document> parse(std::string_view bytes, const ParseOptions& options) {
  if (auto fault = repair_stage::fault_of(options.repair)) return *std::move(fault);
  auto source = read::read(bytes, options);
  if (!source) return source.error();

  auto repaired =
      repair_stage::run_passes(source->content(), repair_stage::all_passes(), options.repair);
  if (!repaired) return repaired.error();
  if (!source->map.is_identity()) {
    repaired = repair_stage::rebase(*std::move(repaired), source->map, source->source);
  }

  std::vector<repair_stage::remarks::Remark> remarks;
  if (options.proofread) {
    remarks =
        repair_stage::remarks::find_remarks(repaired->text, language::LanguageModel::builtin());
  }

  const outline::FoldedText text{repaired->text, language::fold(repaired->text)};
  const std::vector<outline::Line> lines = outline::split_lines(text, source->hints);
  const outline::Frame frame = outline::find_frame(text, lines);
  const outline::Outline tree = outline::build_outline(text, frame);
  if (tree.nodes.size() > options.limits.max_nodes) {
    return Error{ErrorCode::too_complex,
                 "the outline has " + std::to_string(tree.nodes.size()) + " nodes, more than " +
                     std::to_string(options.limits.max_nodes),
                 {}};
  }

  return plan::build_document(*std::move(source), std::move(repaired->repairs), remarks,
                              repaired->map, text, frame, tree);
}

}  // namespace vanban

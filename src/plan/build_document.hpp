#pragma once

#include <span>
#include <vector>

#include "outline/frame.hpp"
#include "outline/tree.hpp"
#include "read/source_text.hpp"
#include "repair/remarks/remarks.hpp"
#include "vanban/document.hpp"
#include "vanban/repair.hpp"
#include "vanban/source_map.hpp"

namespace vanban::plan {

/// outline -> document: what the parts say, with every place mapped back to the source by `map`.
/// `text` may be that of `source`, which is given to the document when all else is done. Of
/// `frame` only header, title and tail are looked at. The texts of `outline` become the document's.
[[nodiscard]] Document build_document(read::SourceText&& source, std::vector<Repair> repairs,
                                      std::span<const repair_stage::remarks::Remark> remarks,
                                      const SourceMap& map, outline::FoldedText text,
                                      const outline::Frame& frame, outline::Outline outline,
                                      const outline::Footnotes& notes = {});

}  // namespace vanban::plan

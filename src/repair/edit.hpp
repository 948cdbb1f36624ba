#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vanban/repair.hpp"
#include "vanban/result.hpp"
#include "vanban/source_map.hpp"

namespace vanban::repair_stage {

/// One change that a pass wants: bytes [begin, end) of its input become `replacement`. It neither
/// covers nor contains a line end.
struct Edit {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string replacement;
  RepairKind kind = RepairKind::dropped_glyph;
  double confidence = 1;
};

/// In order, without overlap.
using EditList = std::vector<Edit>;

/// A text with edits made, and the way back to the text before.
struct EditedText {
  std::string text;
  SourceMap map;  ///< text -> the text before, one change an edit
};

/// Makes `edits` in `text`. Linear.
[[nodiscard]] EditedText apply_edits(std::string_view text, const EditList& edits);

/// Bytes of the text that `apply_edits` would give.
[[nodiscard]] std::uint64_t size_after(std::string_view text, const EditList& edits);

}  // namespace vanban::repair_stage

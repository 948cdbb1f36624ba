#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/map_walk.hpp"
#include "repair/edit.hpp"
#include "vanban/repair.hpp"
#include "vanban/source_map.hpp"

namespace vanban::repair_stage {

/// Remembers every edit of every pass, in the coordinates of the latest text, and in the end makes
/// the list of repairs: one a syllable.
class RepairCollector {
 public:
  /// A pass made `edits`; `step` is its map, `before` the map of the text that it saw.
  void add(const EditList& edits, const SourceMap& step, const SourceMap& before);

  /// `text` is the last text, `map` its way back to `source`.
  [[nodiscard]] std::vector<Repair> finish(std::string_view text, const SourceMap& map,
                                           std::string_view source) &&;

 private:
  struct Record {
    TextSpan text;
    SourceSpan source;
    RepairKind kind = RepairKind::dropped_glyph;
    double confidence = 1;
  };

  static void widen(Record& record, std::string_view text, ToSourceWalk& to_source);
  static void take_in(Record& record, const Record& other);

  std::vector<Record> records_;  // in order of the text
};

}  // namespace vanban::repair_stage

// All passes see the text that the passes before them left, whoever wants their repairs: the model
// knows no words in TCVN3. What is not wanted is taken back when all is known.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "repair/passes.hpp"

namespace vanban::repair_stage {
namespace {

/// Goes through a source and all repairs that were made to it, and keeps some.
class Rebuilder {
 public:
  Rebuilder(std::string_view source, const SourceMap& map) : source_(source), map_(map) {}

  void keep(const Repair& repair) {
    copy_to(repair.span.begin);
    const auto begin = static_cast<std::uint32_t>(text_.size());
    for (; next_is_in(repair); ++next_) {
      const SourceMap::Change& change = map_.changes()[next_];
      const TextSpan text{change.text.begin - old_begin(repair) + begin,
                          change.text.end - old_begin(repair) + begin};
      kept_.push_back({text, change.source});
    }
    text_ += repair.after;
    pass(repair);
  }

  void take_back(const Repair& repair) {
    copy_to(repair.span.end);
    while (next_is_in(repair)) ++next_;
    pass(repair);
  }

  void finish(RepairedText& into) && {
    copy_to(static_cast<std::uint32_t>(source_.size()));
    into.text = std::move(text_);
    into.map = SourceMap(std::move(kept_));
  }

 private:
  /// Where the repair begins in the text that has all of them.
  [[nodiscard]] std::uint32_t old_begin(const Repair& repair) const {
    return repair.span.begin + grown_;
  }

  [[nodiscard]] bool next_is_in(const Repair& repair) const {
    if (next_ == map_.changes().size()) return false;
    const SourceMap::Change& change = map_.changes()[next_];
    return change.source.end <= repair.span.end &&
           change.text.end <= old_begin(repair) + repair.after.size();
  }

  void pass(const Repair& repair) {
    at_ = repair.span.end;
    grown_ += static_cast<std::uint32_t>(repair.after.size()) - repair.span.size();
  }

  void copy_to(std::uint32_t end) {
    text_ += source_.substr(at_, end - at_);
    at_ = end;
  }

  std::string_view source_;
  const SourceMap& map_;
  std::string text_;
  std::vector<SourceMap::Change> kept_;
  std::size_t next_ = 0;     // change of the map
  std::uint32_t at_ = 0;     // in the source
  std::uint32_t grown_ = 0;  // the old text against the source, so far; wraps below zero
};

}  // namespace

RepairedText keep_kinds(RepairedText repaired, std::string_view source, RepairKinds kinds) {
  const auto unwanted = [kinds](const Repair& repair) { return !kinds.contains(repair.kind); };
  if (std::ranges::none_of(repaired.repairs, unwanted)) return repaired;
  Rebuilder rebuilder(source, repaired.map);
  for (const Repair& repair : repaired.repairs) {
    if (unwanted(repair)) {
      rebuilder.take_back(repair);
    } else {
      rebuilder.keep(repair);
    }
  }
  RepairedText kept;
  std::move(rebuilder).finish(kept);
  std::erase_if(repaired.repairs, unwanted);
  kept.repairs = std::move(repaired.repairs);
  return kept;
}

}  // namespace vanban::repair_stage

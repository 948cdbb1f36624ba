#include <utility>

#include "repair/edit.hpp"

namespace vanban::repair_stage {

std::uint64_t size_after(std::string_view text, const EditList& edits) {
  // What is taken away counts as a negative number, modulo 2^64.
  std::uint64_t size = text.size();
  for (const Edit& edit : edits) size += edit.replacement.size() - (edit.end - edit.begin);
  return size;
}

EditedText apply_edits(std::string_view text, const EditList& edits) {
  EditedText out;
  out.text.reserve(static_cast<std::size_t>(size_after(text, edits)));
  std::vector<SourceMap::Change> changes;
  changes.reserve(edits.size());
  std::size_t copied = 0;
  for (const Edit& edit : edits) {
    out.text.append(text.substr(copied, edit.begin - copied));
    SourceMap::Change change;
    change.text.begin = static_cast<std::uint32_t>(out.text.size());
    out.text.append(edit.replacement);
    change.text.end = static_cast<std::uint32_t>(out.text.size());
    change.source = {edit.begin, edit.end};
    changes.push_back(change);
    copied = edit.end;
  }
  out.text.append(text.substr(copied));
  out.map = SourceMap(std::move(changes));
  return out;
}

}  // namespace vanban::repair_stage

#pragma once

#include <string>
#include <string_view>

/// How sure a reading is: the share of right ones that its rule gave on annotated documents.
/// benchmarks/quality/calibrate_structure.py measures it; README.md says what each rule is.
namespace vanban::plan {

/// Of what `rule` reads in `list` ("body", "citations", "tasks").
[[nodiscard]] double measured(std::string_view list, std::string_view rule);

/// Writes rule and confidence of a node, an entry, a citation, the header or a field of it.
template <class Made>
void judge(Made& made, std::string_view list, std::string_view rule) {
  made.rule = std::string(rule);
  made.confidence = measured(list, rule);
}

}  // namespace vanban::plan

#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "vanban/document.hpp"

namespace vanban {

struct JsonOptions {
  OffsetUnit offset_unit = OffsetUnit::codepoint;
  bool pretty = false;  ///< two blanks of indentation; else one line without a line feed
};

/// The JSON of model version "vanban/document/1": the same bytes on every run and machine. Spans
/// are converted to `offset_unit`, which needs `source_text` unless they count it already.
[[nodiscard]] std::string to_json(const Document& document, const JsonOptions& options = {});

/// Hands the same bytes to `take`, piece by piece and in order: the JSON of a long document is
/// several times as long as its text, and need not be held.
void write_json(const Document& document, const std::function<void(std::string_view)>& take,
                const JsonOptions& options = {});

/// Reads what `to_json` writes. Unknown keys are passed over; a missing key or a wrong type is
/// bad_json with its place. `source_text` stays empty and spans keep the unit of the JSON.
[[nodiscard]] Result<Document> from_json(std::string_view json);

/// The JSON Schema (draft 2020-12) of the same model, pretty-printed.
[[nodiscard]] std::string json_schema();

}  // namespace vanban

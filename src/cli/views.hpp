#pragma once

#include <string>
#include <string_view>

#include "vanban/vanban.hpp"

/// How a document is shown. Each view is a text; printing it is the caller's.
namespace vanban::cli {

/// The headings as a tree, indented; with `all_nodes` everything, shortened.
[[nodiscard]] std::string outline_view(const Document& document, bool all_nodes);

/// The source text with the document's repairs made: what is no damage (Markdown's marks) stays.
[[nodiscard]] RepairedText repaired_source(const Document& document);

/// One line a repair: NAME:LINE:COLUMN: KIND: "before" -> "after" (confidence).
[[nodiscard]] std::string repair_report(const Document& document, std::string_view name);

/// A unified diff without context from the source text to `repaired_source`. In colour, the
/// changed syllables stand out and control characters are shown; without, `patch` can apply it.
[[nodiscard]] std::string repair_diff(const Document& document, std::string_view name,
                                      bool in_colour);

/// The same document with the messages of its diagnostics in English.
[[nodiscard]] Document with_english_messages(Document document);

/// One line a diagnostic: NAME:LINE:COLUMN: SEVERITY: MESSAGE [CODE].
[[nodiscard]] std::string check_view(const Document& document, std::string_view name);

/// {"name": ..., "offset_unit": ..., "diagnostics": [...]} on one line.
[[nodiscard]] std::string check_json(const Document& document, std::string_view name,
                                     OffsetUnit unit);

/// Whether there is a warning or an error among the diagnostics.
[[nodiscard]] bool has_finding(const Document& document);

/// One line a token of `repaired_source`: KIND, BEGIN, END (of the source text), TEXT.
[[nodiscard]] std::string tokens_view(const Document& document, OffsetUnit unit,
                                      std::string_view line_start);

}  // namespace vanban::cli

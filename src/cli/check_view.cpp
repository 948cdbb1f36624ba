#include <algorithm>

#include "base/words.hpp"
#include "cli/printing.hpp"
#include "cli/views.hpp"
#include "json/emit.hpp"
#include "read/decode.hpp"

namespace vanban {
namespace cli {
namespace {

/// What `check --json` says of one file.
struct Findings {
  std::string name;
  OffsetUnit offset_unit = OffsetUnit::codepoint;
  std::vector<Diagnostic> diagnostics;
};

}  // namespace
}  // namespace cli

namespace json {
template <>
struct Model<cli::Findings> {
  static constexpr auto fields =
      std::tuple{field("name", &cli::Findings::name, "the file"),
                 field("offset_unit", &cli::Findings::offset_unit, "what spans count"),
                 field("diagnostics", &cli::Findings::diagnostics, "in document order")};
};
}  // namespace json

namespace cli {

Document with_english_messages(Document document) {
  for (Diagnostic& one : document.diagnostics) {
    std::string message = message_en(one);
    if (!message.empty()) one.message = std::move(message);
  }
  return document;
}

std::string check_view(const Document& document, std::string_view name) {
  const LineIndex lines(document.source_text);
  const std::string start = printable(name) + ":";
  std::string text;
  for (const Diagnostic& one : document.diagnostics) {
    text += start + lines.place_of(one.span) + ": ";
    text += word(one.severity);
    text += ": " + printable(one.message) + " [" + printable(one.code) + "]\n";
  }
  return text;
}

std::string check_json(const Document& document, std::string_view name, OffsetUnit unit) {
  const Findings findings{read::to_well_formed(name), unit, document.diagnostics};
  const json::SpanConverter convert(document.source_text, document.offset_unit, unit);
  return json::emit(findings, convert, unit, false) + "\n";
}

bool has_finding(const Document& document) {
  return std::any_of(document.diagnostics.begin(), document.diagnostics.end(),
                     [](const Diagnostic& one) { return one.severity != Severity::info; });
}

}  // namespace cli
}  // namespace vanban

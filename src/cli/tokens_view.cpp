#include "cli/printing.hpp"
#include "cli/views.hpp"
#include "json/offsets.hpp"

namespace vanban::cli {

std::string tokens_view(const Document& document, OffsetUnit unit, std::string_view line_start) {
  const RepairedText repaired = repaired_source(document);
  const json::SpanConverter convert(document.source_text, document.offset_unit, unit);
  const std::string_view all = repaired.text;
  std::string text;
  for (const Token& token : tokenize(all)) {
    const SourceSpan span = convert(repaired.map.to_source(token.span));
    text += line_start;
    text += to_string(token.kind);
    text += '\t' + std::to_string(span.begin) + '\t' + std::to_string(span.end) + '\t';
    text += printable(all.substr(token.span.begin, token.span.size())) + '\n';
  }
  return text;
}

}  // namespace vanban::cli

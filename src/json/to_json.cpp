#include "json/emit.hpp"
#include "vanban/json.hpp"

namespace vanban {
namespace json {
namespace {

bool has_offset(SourceSpan span) {
  return span.end != 0;
}
template <class T>
bool has_offset(const T& /* neither a span nor made of them */) {
  return false;
}
template <class T>
bool has_offset(const std::vector<T>& list);
template <class T>
bool has_offset(const std::optional<T>& maybe);
bool has_offset(const FieldPlace& place) {
  return has_offset(place.spans);
}

template <Described T>
bool has_offset(const T& object) {
  bool found = false;
  for_each_field<T>([&](const auto& row) {
    if constexpr (requires { row.member; }) found = found || has_offset(object.*row.member);
  });
  return found;
}

template <class T>
bool has_offset(const std::vector<T>& list) {
  for (const T& one : list) {
    if (has_offset(one)) return true;
  }
  return false;
}
template <class T>
bool has_offset(const std::optional<T>& maybe) {
  return maybe && has_offset(*maybe);
}

// A document that was read from JSON has no source text: its spans keep their unit, and the JSON
// says so, rather than being wrong.
OffsetUnit unit_to_write(const Document& document, OffsetUnit wanted) {
  if (!document.source_text.empty() || document.offset_unit == wanted) return wanted;
  return has_offset(document) ? document.offset_unit : wanted;
}

}  // namespace
}  // namespace json

std::string to_json(const Document& document, const JsonOptions& options) {
  const OffsetUnit unit = json::unit_to_write(document, options.offset_unit);
  const json::SpanConverter convert(document.source_text, document.offset_unit, unit);
  return json::emit(document, convert, unit, options.pretty);
}

void write_json(const Document& document, const std::function<void(std::string_view)>& take,
                const JsonOptions& options) {
  const OffsetUnit unit = json::unit_to_write(document, options.offset_unit);
  const json::SpanConverter convert(document.source_text, document.offset_unit, unit);
  json::PieceSink sink(take);
  json::emit_to(sink, document, convert, unit, options.pretty);
}

}  // namespace vanban

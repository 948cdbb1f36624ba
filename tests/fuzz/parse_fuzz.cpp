// Any bytes are a document, always the same one, whose JSON can be read back.
#include <algorithm>
#include <string>

#include "fuzz/promise.hpp"
#include "json/walk.hpp"
#include "vanban/document.hpp"
#include "vanban/json.hpp"

using vanban::fuzz::promise;

namespace {

/// A small file must not become a large one, whatever it repeats: most of this is the keys and
/// spans of a node of three bytes.
constexpr std::size_t most_json(std::size_t input) {
  return 64 * input + (std::size_t{64} << 10U);
}

void look_at(std::string_view bytes, vanban::Format format) {
  vanban::ParseOptions options;
  options.format = format;
  auto document = vanban::parse(bytes, options);
  promise(static_cast<bool>(document), "no bytes are a reason to fail");

  const auto again = vanban::parse(bytes, options);
  promise(again && *again == *document, "the same bytes give the same document");

  const std::size_t size = document->source_text.size();
  const auto inside = [size](const vanban::SourceSpan& span) {
    promise(span.begin <= span.end && span.end <= size, "a span lies inside the source");
  };
  vanban::json::test::Spans(inside).walk(*document);
  vanban::json::test::Strings([](const std::string& text) {
    promise(std::ranges::none_of(text, [](char c) { return c >= '\x1C' && c <= '\x1F'; }),
            "no sign that parts cells is in a value");
  }).walk(*document);
  for (const vanban::Repair& repair : document->repairs) {
    promise(
        document->source_text.compare(repair.span.begin, repair.span.size(), repair.before) == 0,
        "before is the slice of the source");
  }

  for (const auto unit :
       {vanban::OffsetUnit::utf8, vanban::OffsetUnit::utf16, vanban::OffsetUnit::codepoint}) {
    vanban::JsonOptions json;
    json.offset_unit = unit;
    const std::string written = vanban::to_json(*document, json);
    promise(std::ranges::count(written, '\n') == 0, "a document is one line");
    promise(written.size() <= most_json(bytes.size()), "the JSON is bounded by the input");
    const auto read = vanban::from_json(written);
    promise(static_cast<bool>(read), "what was written can be read");
    promise(vanban::to_json(*read, json) == written, "and written again");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = vanban::fuzz::as_text(data, size);
  look_at(bytes, vanban::Format::detect);
  look_at(bytes, vanban::Format::markdown);
  return 0;
}

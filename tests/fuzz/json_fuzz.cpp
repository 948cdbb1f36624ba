// Any bytes are a document of this JSON or an error that says where; what was read is written as
// JSON that reads back as the same document.
#include <string>

#include "fuzz/promise.hpp"
#include "vanban/json.hpp"

using vanban::fuzz::promise;

namespace {

void look_at(std::string_view bytes) {
  const auto document = vanban::from_json(bytes);
  if (!document) {
    promise(!document.error().detail.empty(), "an error says what is wrong");
    return;
  }
  for (const bool pretty : {false, true}) {
    vanban::JsonOptions options;
    options.offset_unit = document->offset_unit;
    options.pretty = pretty;
    const std::string written = vanban::to_json(*document, options);
    const auto again = vanban::from_json(written);
    promise(static_cast<bool>(again), "what was written can be read");
    promise(*again == *document, "and is the same document");
    promise(vanban::to_json(*again, options) == written, "and is written the same");
  }
}

/// The corpus has few documents in JSON and many in text: what is parsed is JSON to start from,
/// whole, cut short, and with a byte in it turned.
void look_at_json_of(std::string_view bytes) {
  const auto document = vanban::parse(bytes);
  promise(static_cast<bool>(document), "no bytes are a reason to fail");
  std::string json = vanban::to_json(*document);
  promise(static_cast<bool>(vanban::from_json(json)), "what was written can be read");
  look_at(json);
  look_at(std::string_view(json).substr(0, json.size() / 2));
  const std::size_t at = bytes.size() * 7919 % json.size();
  json[at] = static_cast<char>(static_cast<unsigned char>(json[at]) ^ 1U);
  look_at(json);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = vanban::fuzz::as_text(data, size);
  look_at(bytes);
  look_at_json_of(bytes);
  return 0;
}

// Any bytes are a text.
#include <algorithm>
#include <string>

#include "fuzz/promise.hpp"
#include "read/source_text.hpp"
#include "vanban/document.hpp"

using vanban::fuzz::promise;

namespace {

void look_at(std::string_view bytes, vanban::Format format) {
  vanban::ParseOptions options;
  options.format = format;
  const auto source = vanban::decode(bytes, options);
  promise(static_cast<bool>(source), "no bytes are a reason to fail");
  promise(vanban::fuzz::is_utf8(*source), "the source text is UTF-8");

  const auto read = vanban::read::read(bytes, options);
  promise(static_cast<bool>(read), "what decodes can be read");
  promise(read->source == *source, "decode gives what spans point into");
  const std::string_view text = read->content();
  promise(vanban::fuzz::is_utf8(text), "the text without marks is UTF-8");
  promise(std::ranges::count(text, '\n') <= std::ranges::count(*source, '\n'),
          "taking marks away makes no lines; a row of a table becomes one");
  std::uint32_t last = 0;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    const auto place = read->map.to_source({at, at + 1});
    promise(place.begin <= place.end && place.end <= source->size(), "a byte has its place");
    promise(place.begin >= last, "places are in order");
    last = place.begin;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = vanban::fuzz::as_text(data, size);
  for (const auto format :
       {vanban::Format::detect, vanban::Format::text, vanban::Format::markdown}) {
    look_at(bytes, format);
  }
  return 0;
}

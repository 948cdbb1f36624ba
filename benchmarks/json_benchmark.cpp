#include "inputs.hpp"
#include "vanban/json.hpp"

namespace vanban::bench {
namespace {

/// MB/s of the source text, so that stages can be compared; the JSON is several times as long.
void json_of(benchmark::State& state, OffsetUnit unit) {
  JsonOptions options;
  options.offset_unit = unit;
  std::vector<Document> documents;
  std::size_t bytes = 0;
  std::size_t written = 0;
  for (const std::string& copy : varied_copies(plans().sound, usual_size / 4)) {
    auto document = parse(copy);
    if (!document) return state.SkipWithError("no document");
    bytes += copy.size();
    documents.push_back(*std::move(document));
  }
  for (const Document& document : documents) {
    const std::string json = to_json(document, options);
    const auto back = from_json(json);
    if (!back || to_json(*back, options) != json) return state.SkipWithError("not read back");
    written += json.size();
  }
  for (auto _ : state) {
    for (const Document& document : documents) benchmark::DoNotOptimize(to_json(document, options));
  }
  set_bytes(state, bytes);
  state.counters["json_bytes/s"] = benchmark::Counter(
      static_cast<double>(written), benchmark::Counter::kIsIterationInvariantRate);
}

void json_utf8(benchmark::State& state) {
  json_of(state, OffsetUnit::utf8);
}
void json_codepoint(benchmark::State& state) {
  json_of(state, OffsetUnit::codepoint);
}
BENCHMARK(json_utf8)->Name("json/write_utf8")->Unit(benchmark::kMillisecond);
BENCHMARK(json_codepoint)->Name("json/write_codepoint")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace vanban::bench

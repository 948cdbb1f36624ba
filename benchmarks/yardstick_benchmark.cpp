// The yardstick of all figures: ICU normalises the same text, keeping track of every change. It is
// what any program on Vietnamese text does first, on the same machine at the same moment.
#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include "inputs.hpp"

namespace vanban::bench {
namespace {

void yardstick(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  const std::string text = long_text(plans().sound, usual_size);
  const auto normalise = [&] {
    std::string out;
    out.reserve(text.size());
    icu::Edits edits;
    icu::StringByteSink<std::string> sink(&out);
    nfc->normalizeUTF8(0, text, sink, &edits, status);
    benchmark::DoNotOptimize(edits.hasChanges());
    return out;
  };
  if (normalise() != text || U_FAILURE(status)) return state.SkipWithError("not normal");
  for (auto _ : state) benchmark::DoNotOptimize(normalise());
  set_bytes(state, text.size());
}
BENCHMARK(yardstick)->Name("yardstick/icu_nfc_with_edits");

}  // namespace
}  // namespace vanban::bench

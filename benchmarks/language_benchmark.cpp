#include "inputs.hpp"
#include "language/language_model.hpp"
#include "language/surprise.hpp"
#include "language/words.hpp"

namespace vanban::bench {
namespace {

void scan(benchmark::State& state) {
  const std::string text = long_text(plans().sound, usual_size);
  const language::LanguageModel& model = language::LanguageModel::builtin();
  language::WordScanner words(text);
  language::Word word;
  std::uint32_t count = 0;
  while (words.next(word)) ++count;
  const language::SurpriseSummary check = language::summarise_surprise(text, model);
  // Sound text: hardly a word in a hundred surprises.
  if (check.words == 0 || check.words > count || check.words * 10 < count * 9 ||
      check.surprises * 50 > check.words) {
    return state.SkipWithError("wrong summary");
  }
  for (auto _ : state) benchmark::DoNotOptimize(language::summarise_surprise(text, model));
  set_bytes(state, text.size());
  state.counters["words/s"] =
      benchmark::Counter(static_cast<double>(count), benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(scan)->Name("language/surprise");

}  // namespace
}  // namespace vanban::bench

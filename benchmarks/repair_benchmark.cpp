#include <algorithm>

#include "inputs.hpp"
#include "repair/passes.hpp"
#include "vanban/repair.hpp"

namespace vanban::bench {
namespace {

void repair_sound(benchmark::State& state) {
  const std::string text = long_text(plans().sound, usual_size);
  const auto check = repair(text);
  if (!check || check->text != text || !check->repairs.empty()) {
    return state.SkipWithError("sound text was changed");
  }
  for (auto _ : state) benchmark::DoNotOptimize(repair(text));
  set_bytes(state, text.size());
}
BENCHMARK(repair_sound)->Name("repair/sound")->Unit(benchmark::kMillisecond);

/// Each pass that needs no model, on sound text: mostly the search for nothing.
void repair_plain_passes(benchmark::State& state) {
  const std::string text = long_text(plans().sound, usual_size);
  const auto run = [&] {
    return repair_stage::run_passes(text, repair_stage::plain_passes(), RepairOptions{});
  };
  const auto check = run();
  if (!check || check->text != text) return state.SkipWithError("sound text was changed");
  for (auto _ : state) benchmark::DoNotOptimize(run());
  set_bytes(state, text.size());
}
BENCHMARK(repair_plain_passes)->Name("repair/sound_plain_passes")->Unit(benchmark::kMillisecond);

/// Files of different damage, one after the other, would be no document: the letters that a file
/// loses are its own. So a long text repeats one plan, and it is the plan of most repairs.
const Plan& most_damaged() {
  return *std::ranges::max_element(plans().damaged, {}, &Plan::repairs);
}

void repair_damaged(benchmark::State& state) {
  const auto bytes = static_cast<std::size_t>(state.range(0)) * megabyte;
  const Plan& plan = most_damaged();
  const std::string text = long_text({plan}, bytes);
  const std::size_t copies = text.size() / plan.text.size();
  const auto check = repair(text);
  if (!check || check->repairs.size() * 10 < copies * plan.repairs * 9) {
    return state.SkipWithError("too few repairs");
  }
  for (auto _ : state) benchmark::DoNotOptimize(repair(text));
  set_bytes(state, text.size());
  state.counters["repairs/s"] = benchmark::Counter(static_cast<double>(check->repairs.size()),
                                                   benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(repair_damaged)
    ->Name("repair/damaged")
    ->Arg(1)
    ->ArgName("MB")
    ->Unit(benchmark::kMillisecond);
BENCHMARK(repair_damaged)->Name("doubling/repair_damaged")->Apply(doubling);

/// The damaged plans, each by itself.
void repair_damaged_files(benchmark::State& state) {
  std::size_t bytes = 0;
  for (const Plan& plan : plans().damaged) {
    const auto check = repair(plan.text);
    if (!check || check->repairs.size() * 10 < plan.repairs * 9) {
      return state.SkipWithError("too few repairs");
    }
    bytes += plan.text.size();
  }
  for (auto _ : state) {
    for (const Plan& plan : plans().damaged) benchmark::DoNotOptimize(repair(plan.text));
  }
  set_bytes(state, bytes);
}
BENCHMARK(repair_damaged_files)->Name("repair/damaged_files")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace vanban::bench

#include <algorithm>
#include <map>
#include <string>

#include "inputs.hpp"
#include "repair/code_points.hpp"
#include "repair/font_map/skeletons.hpp"
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

/// `text` as a font shows it that numbered its marked letters in an order of its own.
std::string in_any_order(std::string_view text) {
  std::map<char32_t, char32_t> codes;
  std::string coded;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = repair_stage::code_point_at(text, at);
    at += point.length;
    char32_t value = point.value;
    if (repair_stage::font_map::letter_of(value) != repair_stage::font_map::no_letter) {
      // 61 and 209 have no factor in common: no two letters get one code.
      const auto next = static_cast<char32_t>(codes.size() * 61 % 209);
      value = codes.try_emplace(value, U'\u00AE' + next).first->second;
    }
    repair_stage::append_code_point(coded, value);
  }
  return coded;
}

void repair_any_order(benchmark::State& state) {
  const auto bytes = static_cast<std::size_t>(state.range(0)) * megabyte;
  const std::string sound = long_text(plans().sound, bytes);
  const std::string text = in_any_order(sound);
  const auto edits = repair_stage::find_any_orders(text);
  if (repair_stage::apply_edits(text, edits).text != sound) {
    return state.SkipWithError("not the text that was coded");
  }
  for (auto _ : state) benchmark::DoNotOptimize(repair_stage::find_any_orders(text));
  set_bytes(state, text.size());
}
BENCHMARK(repair_any_order)
    ->Name("repair/any_order")
    ->Arg(1)
    ->ArgName("MB")
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace vanban::bench

#include "inputs.hpp"
#include "language/letters.hpp"
#include "outline/frame.hpp"
#include "outline/lines.hpp"
#include "outline/tree.hpp"

namespace vanban::bench {
namespace {

std::size_t count_nodes(std::string_view source) {
  const outline::FoldedText text{source, language::fold(source)};
  const auto lines = outline::split_lines(text, {});
  const auto frame = outline::find_frame(text, lines);
  return outline::build_outline(text, frame).nodes.size();
}

/// Lines, frame and tree of each sound plan.
void outline_of_plans(benchmark::State& state) {
  std::size_t bytes = 0;
  for (const Plan& plan : plans().sound) {
    // preamble and closing have nodes too, but not many
    const std::size_t nodes = count_nodes(plan.text);
    if (nodes * 10 < plan.nodes * 9 || nodes > 2 * plan.nodes + 20) {
      return state.SkipWithError("wrong number of nodes");
    }
  }
  const std::vector<std::string> copies = varied_copies(plans().sound, usual_size);
  for (const std::string& copy : copies) bytes += copy.size();
  for (auto _ : state) {
    for (const std::string& copy : copies) benchmark::DoNotOptimize(count_nodes(copy));
  }
  set_bytes(state, bytes);
}
BENCHMARK(outline_of_plans)->Name("outline/plans")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace vanban::bench

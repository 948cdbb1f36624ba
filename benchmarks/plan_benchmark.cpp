#include <optional>
#include <utility>
#include <vector>

#include "inputs.hpp"
#include "language/letters.hpp"
#include "outline/frame.hpp"
#include "outline/lines.hpp"
#include "outline/tree.hpp"
#include "plan/build_document.hpp"
#include "read/source_text.hpp"

namespace vanban::bench {
namespace {

/// What stands before the stage: a sound plan, read, framed and outlined. The frame points into
/// `lines`, which keep their place when this is moved.
struct Outlined {
  read::SourceText source;
  outline::FoldedText text;
  std::vector<outline::Line> lines;
  outline::Frame frame;
  outline::Outline tree;

  /// The document takes `own` and `nodes`.
  [[nodiscard]] Document build(read::SourceText own, outline::Outline nodes) const {
    return plan::build_document(std::move(own), {}, {}, SourceMap(), text, frame, std::move(nodes));
  }
};

/// The views of `text` point into `copy`, which must live on.
std::optional<Outlined> outlined(const std::string& copy) {
  ParseOptions options;
  options.format = Format::text;
  auto source = read::read(copy, options);
  if (!source || !source->map.is_identity()) return std::nullopt;
  Outlined out{*std::move(source), {copy, language::fold(copy)}, {}, {}, {}};
  out.lines = outline::split_lines(out.text, {});
  out.frame = outline::find_frame(out.text, out.lines);
  out.tree = outline::build_outline(out.text, out.frame);
  return out;
}

/// Header, places, entries, citations and ends of each sound plan. A copy of the source text is
/// part of the time: the document takes it.
void plan_of_plans(benchmark::State& state) {
  for (const Plan& plan : plans().sound) {
    const auto check = outlined(plan.text);
    if (!check || !agrees(check->build(check->source, check->tree), plan)) {
      return state.SkipWithError(plan.title.c_str());
    }
  }
  const std::vector<std::string> copies = varied_copies(plans().sound, usual_size);
  std::vector<Outlined> ready;
  std::size_t bytes = 0;
  for (const std::string& copy : copies) {
    auto one = outlined(copy);
    if (!one) return state.SkipWithError("not plain text");
    ready.push_back(*std::move(one));
    bytes += copy.size();
  }
  for (auto _ : state) {
    state.PauseTiming();
    std::vector<outline::Outline> trees;
    trees.reserve(ready.size());
    for (const Outlined& one : ready) trees.push_back(one.tree);
    state.ResumeTiming();
    for (std::size_t i = 0; i < ready.size(); ++i) {
      benchmark::DoNotOptimize(ready[i].build(ready[i].source, std::move(trees[i])));
    }
  }
  set_bytes(state, bytes);
}
BENCHMARK(plan_of_plans)->Name("plan/plans")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace vanban::bench

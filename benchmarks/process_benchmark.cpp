// The program as others run it: how long it takes to start, and how much memory it needs.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <utility>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "inputs.hpp"
#include "vanban/json.hpp"

namespace vanban::bench {
namespace {

/// A file in the temporary folder that goes away with it.
class Scratch {
 public:
  explicit Scratch(std::string_view name, std::string_view bytes = {})
      : path_(std::filesystem::temp_directory_path() /
              ("vanban_benchmark_" + std::to_string(getpid()) + "_" + std::string(name))) {
    if (std::FILE* file = std::fopen(path_.c_str(), "wb")) {
      std::fwrite(bytes.data(), 1, bytes.size(), file);
      std::fclose(file);
    }
  }
  ~Scratch() { std::filesystem::remove(path_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

/// Runs `vanban parse input > output` and gives its peak memory in bytes; null unless it ended with
/// status 0.
std::optional<double> run_parse(const std::string& input, const std::string& output) {
  const Scratch result("result");
  std::array<std::string, 5> words{VANBAN_LAUNCHER, result.path(), VANBAN_PROGRAM, input, output};
  const std::array<char*, 6> arguments{words[0].data(), words[1].data(), words[2].data(),
                                       words[3].data(), words[4].data(), nullptr};
  pid_t child = 0;
  if (posix_spawn(&child, words[0].c_str(), nullptr, nullptr, arguments.data(), environ) != 0) {
    return std::nullopt;
  }
  int status = 0;
  if (waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    return std::nullopt;
  }
  const auto kibibytes = read_file(result.path());  // so Linux counts
  if (!kibibytes) return std::nullopt;
  return std::strtod(kibibytes->c_str(), nullptr) * 1024;
}

/// Whether the program writes what the library does.
bool is_right(std::string_view text, const std::string& input, const std::string& output) {
  ParseOptions options;
  options.name = std::filesystem::path(input).filename().string();
  const auto document = parse(text, options);
  const auto printed = read_file(output);
  return document && printed && *printed == to_json(*document) + "\n";
}

/// One plan, from the start of the process to its end.
void start_up(benchmark::State& state) {
  const std::string& text = plans().sound.front().text;
  const Scratch input("start.txt", text);
  const Scratch output("start.json");
  if (!run_parse(input.path(), output.path()) || !is_right(text, input.path(), output.path())) {
    return state.SkipWithError("wrong output");
  }
  for (auto _ : state) benchmark::DoNotOptimize(run_parse(input.path(), output.path()));
}
BENCHMARK(start_up)->Name("process/one_plan")->Unit(benchmark::kMillisecond)->UseRealTime();

/// Peak memory for one document.
void memory_for(benchmark::State& state, const std::string& text) {
  const Scratch input("memory.txt", text);
  const Scratch output("memory.json");
  std::optional<double> peak;
  for (auto _ : state) peak = run_parse(input.path(), output.path());
  if (!peak || !is_right(text, input.path(), output.path())) {
    return state.SkipWithError("wrong output");
  }
  state.counters["peak_MB"] = *peak / megabyte;
  state.counters["bytes_per_byte"] = *peak / static_cast<double>(text.size());
}

/// By the length of the document. The first is what the program needs by itself.
void memory(benchmark::State& state) {
  const auto bytes = static_cast<std::size_t>(state.range(0)) * megabyte;
  memory_for(state, bytes == 0 ? plans().sound.front().text : long_text(plans().sound, bytes));
}
BENCHMARK(memory)
    ->Name("process/memory")
    ->Arg(0)
    ->Arg(1)
    ->Arg(4)
    ->Arg(16)
    ->ArgName("MB")
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// The same where the document is damaged from end to end.
void memory_of_damaged(benchmark::State& state) {
  const auto bytes = static_cast<std::size_t>(state.range(0)) * megabyte;
  memory_for(state, long_text({most_damaged()}, bytes));
}
BENCHMARK(memory_of_damaged)
    ->Name("process/memory_of_damaged")
    ->Arg(16)
    ->ArgName("MB")
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace vanban::bench

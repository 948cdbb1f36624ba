// The program as others run it: how long it takes to start, and how much memory it needs.
#include <array>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
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

/// Runs `vanban parse input > output`; null unless it ended with status 0.
std::optional<rusage> run_parse(const std::string& input, const std::string& output) {
  std::string program = VANBAN_PROGRAM;
  std::string command = "parse";
  std::string file = input;
  const std::array<char*, 4> arguments{program.data(), command.data(), file.data(), nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(),
                                   O_WRONLY | O_CREAT | O_TRUNC, 0600);
  pid_t child = 0;
  const int failed =
      posix_spawn(&child, program.c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) return std::nullopt;
  int status = 0;
  rusage usage{};
  if (wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    return std::nullopt;
  }
  return usage;
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

/// Peak memory by the length of one document. The first is what the program needs by itself.
void memory(benchmark::State& state) {
  const auto bytes = static_cast<std::size_t>(state.range(0)) * megabyte;
  const std::string text =
      bytes == 0 ? plans().sound.front().text : long_text(plans().sound, bytes);
  const Scratch input("memory.txt", text);
  const Scratch output("memory.json");
  std::optional<rusage> usage;
  for (auto _ : state) usage = run_parse(input.path(), output.path());
  if (!usage || !is_right(text, input.path(), output.path())) {
    return state.SkipWithError("wrong output");
  }
  const double peak = static_cast<double>(usage->ru_maxrss) * 1024;  // Linux counts in KiB
  state.counters["peak_MB"] = peak / megabyte;
  state.counters["bytes_per_byte"] = peak / static_cast<double>(text.size());
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

}  // namespace
}  // namespace vanban::bench

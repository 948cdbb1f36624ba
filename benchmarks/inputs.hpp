#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>

#include "vanban/document.hpp"

/// What is measured: the plans of the corpus, and long texts made of them.
namespace vanban::bench {

/// One plan with what its annotation says, to check answers by.
struct Plan {
  std::string text;
  std::string title;
  std::string number;
  std::size_t nodes = 0;  ///< of the body
  std::size_t repairs = 0;
};

/// The plans by what is hard about them. A plan is in one list.
struct Plans {
  std::vector<Plan> sound;     ///< plain text without damage
  std::vector<Plan> damaged;   ///< plain text
  std::vector<Plan> markdown;  ///< without damage
};

/// Read once. Ends the program where the corpus is not there: nothing could be measured.
[[nodiscard]] const Plans& plans();

/// The damaged plan of most repairs. Files of different damage, one after the other, would be no
/// document: the letters that a file loses are its own. So a long damaged text repeats one plan.
[[nodiscard]] const Plan& most_damaged();

/// At least `bytes` of `from`, one plan after the other, in copies that differ in their numbers, so
/// that no cache of words or pages sees the same document twice. Ends with a whole plan.
[[nodiscard]] std::vector<std::string> varied_copies(const std::vector<Plan>& from,
                                                     std::size_t bytes);

/// The same as one text, blank lines between the plans.
[[nodiscard]] std::string long_text(const std::vector<Plan>& from, std::size_t bytes);

/// How much of the annotation a document has found.
[[nodiscard]] bool agrees(const Document& document, const Plan& plan);

inline constexpr std::size_t megabyte = 1'000'000;
inline constexpr std::size_t usual_size = 2 * megabyte;  ///< more than the caches of one core

inline void set_bytes(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(bytes));
}

/// 1, 2, 4, ... 64 MB: whether time grows as the text does.
inline void doubling(benchmark::internal::Benchmark* one) {
  for (std::int64_t size = 1; size <= 64; size *= 2) one->Arg(size);
  one->ArgName("MB")->Unit(benchmark::kMillisecond)->Iterations(1)->MeasureProcessCPUTime();
}

}  // namespace vanban::bench

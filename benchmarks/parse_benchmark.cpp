#include "inputs.hpp"

namespace vanban::bench {
namespace {

/// Bytes to document, as many documents: what a batch does, without files and JSON.
void parse_all(benchmark::State& state, const std::vector<Plan>& from) {
  for (const Plan& plan : from) {
    const auto check = parse(plan.text);
    if (!check || !agrees(*check, plan)) return state.SkipWithError(plan.title.c_str());
  }
  const std::vector<std::string> copies = varied_copies(from, usual_size);
  std::size_t bytes = 0;
  for (const std::string& copy : copies) bytes += copy.size();
  for (auto _ : state) {
    for (const std::string& copy : copies) benchmark::DoNotOptimize(parse(copy));
  }
  set_bytes(state, bytes);
  state.counters["documents/s"] = benchmark::Counter(static_cast<double>(copies.size()),
                                                     benchmark::Counter::kIsIterationInvariantRate);
}

void parse_sound(benchmark::State& state) {
  parse_all(state, plans().sound);
}
void parse_markdown(benchmark::State& state) {
  parse_all(state, plans().markdown);
}
void parse_damaged(benchmark::State& state) {
  parse_all(state, plans().damaged);
}
BENCHMARK(parse_sound)->Name("parse/sound")->Unit(benchmark::kMillisecond);
BENCHMARK(parse_markdown)->Name("parse/markdown")->Unit(benchmark::kMillisecond);
BENCHMARK(parse_damaged)->Name("parse/damaged")->Unit(benchmark::kMillisecond);

/// One document as long as many.
void parse_long(benchmark::State& state) {
  const std::string text =
      long_text(plans().sound, static_cast<std::size_t>(state.range(0)) * megabyte);
  const auto check = parse(text);
  if (!check || check->header.title != plans().sound.front().title || !check->repairs.empty()) {
    return state.SkipWithError("wrong document");
  }
  for (auto _ : state) benchmark::DoNotOptimize(parse(text));
  set_bytes(state, text.size());
}
BENCHMARK(parse_long)->Name("doubling/parse_sound")->Apply(doubling);

/// Numbering and lines that no plan has, over and over up to a size: their time must grow with it.
void parse_hostile(benchmark::State& state, std::string_view head, std::string_view more) {
  std::string text(head);
  const std::size_t size = static_cast<std::size_t>(state.range(0)) * megabyte;
  while (text.size() < size) text += more;
  const auto check = parse(text);
  if (!check || check->header.type.code != "KH" || check->body.empty()) {
    return state.SkipWithError("wrong document");
  }
  for (auto _ : state) benchmark::DoNotOptimize(parse(text));
  set_bytes(state, text.size());
}
void parse_markers(benchmark::State& state) {
  parse_hostile(state, "KẾ HOẠCH\nTrồng cây\n\n", "1. Đào hố.\n2. Trồng cây.\n");
}
void parse_nesting(benchmark::State& state) {
  parse_hostile(state, "KẾ HOẠCH\nTrồng cây\n\n",
                "I. VIỆC\n1. việc sau:\na) việc sau:\n(1) việc sau:\n- việc:\n+ việc.\n");
}
void parse_one_line(benchmark::State& state) {
  parse_hostile(state, "KẾ HOẠCH\nTrồng cây\n\n1. Việc: ",
                "trước ngày 30/11, Sở Y tế chủ trì, phối hợp với Công an tỉnh; ");
}
void parse_paragraphs(benchmark::State& state) {
  parse_hostile(state, "KẾ HOẠCH\nTrồng cây\n\nI. VIỆC\n- Thủy sản\n", "Nuôi cá tra.\n\n");
}
void parse_brackets(benchmark::State& state) {
  parse_hostile(state, "KẾ HOẠCH\nTrồng cây\n\n1. Họp dân (Sở Y tế chủ trì).\n2. Gửi ",
                "trước ngày 30/11 (họp a). Giấy khen (nộp b). ");
}
void parse_open_brackets(benchmark::State& state) {
  parse_hostile(state, "KẾ HOẠCH\nTrồng cây\n\nI. KHEN THƯỞNG\n- ",
                "Gửi trước ngày 30/11 ( Giấy khen ( ");
}
void parse_columns(benchmark::State& state) {
  parse_hostile(state, "KẾ HOẠCH\nTrồng cây\n\n- Gửi ", "+   ");
}
void parse_times(benchmark::State& state) {
  parse_hostile(state,
                "KẾ HOẠCH\nTrồng cây\n\nI. VIỆC\n- Thời gian: ", "tháng 5, quý I, Năm 2031 ");
}
void parse_recipients(benchmark::State& state) {
  parse_hostile(state, "KẾ HOẠCH\nTrồng cây\n\nI. VIỆC\n- Trồng tre.\n\nNơi nhận:\n- ",
                "Phòng Y tế\nchủ trì (tặng. ");
}
BENCHMARK(parse_brackets)->Name("doubling/parse_brackets")->Apply(doubling);
BENCHMARK(parse_open_brackets)->Name("doubling/parse_open_brackets")->Apply(doubling);
BENCHMARK(parse_columns)->Name("doubling/parse_columns")->Apply(doubling);
BENCHMARK(parse_times)->Name("doubling/parse_times")->Apply(doubling);
BENCHMARK(parse_recipients)->Name("doubling/parse_recipients")->Apply(doubling);
BENCHMARK(parse_markers)->Name("doubling/parse_markers")->Apply(doubling);
BENCHMARK(parse_nesting)->Name("doubling/parse_nesting")->Apply(doubling);
BENCHMARK(parse_one_line)->Name("doubling/parse_one_line")->Apply(doubling);
BENCHMARK(parse_paragraphs)->Name("doubling/parse_paragraphs")->Apply(doubling);

}  // namespace
}  // namespace vanban::bench

#include <algorithm>

#include "inputs.hpp"
#include "read/decode.hpp"
#include "read/markdown.hpp"
#include "read/source_text.hpp"

namespace vanban::bench {
namespace {

void decode_utf8(benchmark::State& state) {
  const std::string text = long_text(plans().sound, usual_size);
  const auto check = decode(text);
  if (!check || *check != text) return state.SkipWithError("not the same text");
  for (auto _ : state) benchmark::DoNotOptimize(decode(text));
  set_bytes(state, text.size());
}
BENCHMARK(decode_utf8)->Name("read/decode_utf8");

void decode_utf16(benchmark::State& state) {
  const std::string text = long_text(plans().sound, usual_size);
  std::string utf16 = "\xFF\xFE";
  for (std::size_t i = 0; i < text.size();) {  // no character of the corpus is above U+FFFF
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const std::size_t length = byte(i) < 0x80 ? 1 : byte(i) < 0xE0 ? 2 : 3;
    unsigned point = length == 1 ? byte(i) : byte(i) & (length == 2 ? 0x1FU : 0x0FU);
    for (std::size_t k = 1; k < length; ++k) point = (point << 6U) | (byte(i + k) & 0x3FU);
    utf16 += {static_cast<char>(point & 0xFFU), static_cast<char>(point >> 8U)};
    i += length;
  }
  const auto check = decode(utf16);
  if (!check || *check != text) return state.SkipWithError("not the same text");
  for (auto _ : state) benchmark::DoNotOptimize(decode(utf16));
  set_bytes(state, text.size());
}
BENCHMARK(decode_utf16)->Name("read/decode_utf16");

void read_plain(benchmark::State& state) {
  const std::string text = long_text(plans().sound, usual_size);
  const auto check = read::read(text, {});
  if (!check || check->content() != text || check->info.media_type != "text/plain") {
    return state.SkipWithError("wrong text");
  }
  for (auto _ : state) benchmark::DoNotOptimize(read::read(text, {}));
  set_bytes(state, text.size());
}
BENCHMARK(read_plain)->Name("read/plain");

/// The text without marks of many plans is that of each of them, one after the other.
bool is_right_without_marks(const std::vector<std::string>& copies, std::string_view joined) {
  std::size_t at = 0;
  for (const std::string& copy : copies) {
    const std::string alone = read::cut_marks(copy).text + "\n\n";
    if (joined.substr(at, alone.size()) != alone || alone.size() > copy.size()) return false;
    at += alone.size();
  }
  return at == joined.size();
}

void read_markdown(benchmark::State& state) {
  const auto bytes = static_cast<std::size_t>(state.range(0)) * megabyte;
  const std::string text = long_text(plans().markdown, bytes);
  const auto check = read::read(text, {});
  if (!check || !is_right_without_marks(varied_copies(plans().markdown, bytes), check->content())) {
    return state.SkipWithError("wrong text");
  }
  for (auto _ : state) benchmark::DoNotOptimize(read::read(text, {}));
  set_bytes(state, text.size());
}
BENCHMARK(read_markdown)->Name("read/markdown")->Arg(2)->ArgName("MB");
BENCHMARK(read_markdown)->Name("doubling/read_markdown")->Apply(doubling);

}  // namespace
}  // namespace vanban::bench

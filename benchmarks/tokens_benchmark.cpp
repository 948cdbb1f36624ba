#include <algorithm>

#include "inputs.hpp"
#include "vanban/token.hpp"

namespace vanban::bench {
namespace {

/// In order, and nothing but blanks between them.
bool covers(std::string_view text, const std::vector<Token>& tokens) {
  const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\f' || c == '\t'; };
  std::size_t at = 0;
  for (const Token& token : tokens) {
    if (token.span.begin < at || token.span.empty()) return false;
    if (!std::ranges::all_of(text.substr(at, token.span.begin - at), blank)) return false;
    at = token.span.end;
  }
  return std::ranges::all_of(text.substr(at), blank);
}

void tokens(benchmark::State& state) {
  const std::string text = long_text(plans().sound, usual_size);
  const std::vector<Token> check = tokenize(text);
  const auto count = [&](TokenKind kind) { return std::ranges::count(check, kind, &Token::kind); };
  if (!covers(text, check) || count(TokenKind::date) == 0 || count(TokenKind::symbol) == 0 ||
      count(TokenKind::syllable) * 2 < std::ssize(check)) {
    return state.SkipWithError("wrong tokens");
  }
  for (auto _ : state) benchmark::DoNotOptimize(tokenize(text));
  set_bytes(state, text.size());
  state.counters["tokens/s"] = benchmark::Counter(static_cast<double>(check.size()),
                                                  benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(tokens)->Name("tokens/tokenize")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace vanban::bench

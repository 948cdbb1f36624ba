#include "repair/lattice/triage.hpp"

#include <algorithm>
#include <array>

#include "language/surprise.hpp"

namespace vanban::repair_stage::lattice {
namespace {

/// Nats of a word and half of the one before it. Of the words of sound text, one in some 200 is as
/// dear.
constexpr float suspicious = 15;
/// Words on either side of a suspicious one that its readings are weighed with.
constexpr std::size_t words_beside = 5;

}  // namespace

Suspects find_suspects(std::string_view text, const language::LanguageModel& model,
                       const WordVisitor& visit) {
  Suspects found;
  std::array<std::uint32_t, words_beside> begins{};  // of the last words, in a ring
  std::uint32_t until = 0;                           // words up to here belong to the last place
  language::walk_words(text, model, [&](const language::ReadWord& read) {
    const language::Word& word = read.word;
    const std::uint32_t number = found.words++;
    std::uint32_t& oldest = begins[number % words_beside];
    const std::uint32_t begin = number < words_beside ? begins[0] : oldest;
    if (number < until) found.places.back().end = word.end;
    if (read.surprise > suspicious) {
      const std::uint32_t from = number == 0 ? word.begin : begin;
      if (found.places.empty() || from > found.places.back().end) {
        found.places.push_back({from, word.end});
      }
      found.places.back().end = word.end;
      until = number + 1 + static_cast<std::uint32_t>(words_beside);
    }
    oldest = word.begin;
    if (visit) visit(read);
  });
  return found;
}

}  // namespace vanban::repair_stage::lattice

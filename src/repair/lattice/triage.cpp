#include "repair/lattice/triage.hpp"

#include <span>

namespace vanban::repair_stage::lattice {
namespace {

/// Nats of a word and half of the one before it. Of the words of sound text, one in some 200 is as
/// dear.
constexpr float suspicious = 15;
/// Words on either side of a suspicious one that its readings are weighed with.
constexpr std::uint32_t words_beside = 5;
static_assert(words_beside <= language::WordWalk::kept);

}  // namespace

void Triage::add(const language::WordWalk& walk) {
  const std::span<const language::ReadWord> words = walk.words();
  if (found_.words == 0 && !words.empty()) first_begin_ = words[0].word.begin;
  std::uint32_t number = found_.words;
  for (const language::ReadWord* read = words.data(); read != words.data() + words.size();
       ++read, ++number) {
    const language::Word& word = read->word;
    if (number < until_) found_.places.back().end = word.end;
    // Few words are dear enough to be asked whether they are scraps.
    if (read->surprise + suspect_scrap_surcharge <= suspicious) continue;
    if (read->surprise <= suspicious && !is_scrap(word)) continue;
    const std::uint32_t from =
        number < words_beside ? first_begin_ : (read - words_beside)->word.begin;
    if (found_.places.empty() || from > found_.places.back().end) {
      found_.places.push_back({from, word.end});
    }
    found_.places.back().end = word.end;
    until_ = number + 1 + words_beside;
  }
  found_.words = number;
}

Suspects find_suspects(std::string_view text, const language::LanguageModel& model) {
  language::WordWalk walk(text, model);
  Triage triage;
  while (walk.next()) triage.add(walk);
  return std::move(triage).finish();
}

}  // namespace vanban::repair_stage::lattice

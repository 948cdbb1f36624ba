#include "repair/remarks/remarks.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

namespace vanban::repair_stage::remarks {
namespace {

bool is_within_any(TextSpan span, const std::vector<TextSpan>& regions) {
  const auto next = std::ranges::upper_bound(regions, span.begin, {}, &TextSpan::end);
  return next != regions.end() && next->begin < span.end;
}

}  // namespace

void Proofreader::add(const language::WordWalk& walk) {
  static_assert(words_behind + 1 <= language::WordWalk::kept);
  const std::span<const language::ReadWord> words = walk.words();
  for (const language::ReadWord& read : words) damage_.add(read);
  // Each word is looked at once the two behind it are there.
  const std::uint32_t before = walk.words_before();
  const std::uint32_t first = before > words_behind ? before - words_behind : 0;
  const language::ReadWord* middle = words.data() - (before - first);
  const language::ReadWord* const last = words.data() + words.size();
  if (first == 0 && last - middle > words_behind) look({text_, nullptr, middle++, words_behind});
  for (; last - middle > words_behind; ++middle) {
    if (reads_well(middle[0], middle[1], middle[2])) continue;
    look({text_, middle - 1, middle, words_behind});
  }
}

void Proofreader::look(const Window& window) {
  constexpr std::size_t most_doubts = 1000;  // at hand, whatever the length of the text
  if (!may_be_misprint(window, model_)) return;
  Doubt& doubt = doubts_.emplace_back();
  doubt.is_first = window.before() == nullptr;
  if (!doubt.is_first) doubt.words[0] = *window.before();
  doubt.words[1] = window.middle();
  for (std::uint32_t k = 1; window.behind(k) != nullptr; ++k) {
    doubt.words[1 + k] = *window.behind(k);
    doubt.behind = k;
  }
  if (doubts_.size() == most_doubts) decide();
}

void Proofreader::decide() {
  WordSearch search(model_);
  for (const Doubt& doubt : doubts_) {
    const language::ReadWord* const middle = &doubt.words[1];
    const Window window(text_, doubt.is_first ? nullptr : middle - 1, middle, doubt.behind);
    if (auto word = search.likelier_word(window)) {
      const TextSpan span{middle->word.begin, middle->word.end};
      found_.push_back({Remark::Kind::suspect_word, span, *std::move(word)});
    }
  }
  doubts_.clear();
}

std::vector<Remark> Proofreader::finish(const language::WordWalk& walk) && {
  const language::ReadWord* const last = walk.words().data();
  const auto count = static_cast<std::ptrdiff_t>(walk.words_before());
  for (std::ptrdiff_t behind = std::min<std::ptrdiff_t>(words_behind, count); behind > 0;) {
    const language::ReadWord* const middle = last - behind;
    const language::ReadWord* const before = count > behind ? middle - 1 : nullptr;
    look({text_, before, middle, static_cast<std::uint32_t>(--behind)});
  }
  decide();
  // Where nothing can be read, no single word is worth a remark.
  const std::vector<TextSpan> regions = std::move(damage_).finish();
  std::erase_if(found_, [&](const Remark& one) { return is_within_any(one.span, regions); });
  for (const TextSpan region : regions) {
    found_.push_back({Remark::Kind::unrepaired_damage, region, {}});
  }
  std::ranges::stable_sort(found_, {}, [](const Remark& one) { return one.span.begin; });
  return std::move(found_);
}

std::vector<Remark> find_remarks(std::string_view text, const language::LanguageModel& model) {
  language::WordWalk walk(text, model);
  Proofreader reader(text, model);
  while (walk.next()) reader.add(walk);
  return std::move(reader).finish(walk);
}

}  // namespace vanban::repair_stage::remarks

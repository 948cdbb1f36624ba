#include "repair/remarks/remarks.hpp"

#include <algorithm>
#include <utility>

#include "language/surprise.hpp"
#include "repair/remarks/damage.hpp"
#include "repair/remarks/suspects.hpp"

namespace vanban::repair_stage::remarks {
namespace {

bool is_within_any(TextSpan span, const std::vector<TextSpan>& regions) {
  const auto next = std::ranges::upper_bound(regions, span.begin, {}, &TextSpan::end);
  return next != regions.end() && next->begin < span.end;
}

}  // namespace

std::vector<Remark> find_remarks(std::string_view text, const language::LanguageModel& model) {
  std::vector<Remark> remarks;
  Window window(text);
  DamageFinder damage(text, model);
  const auto look = [&](const language::ReadWord* next) {
    window.push(next);
    if (!window.has_middle()) return;
    if (auto word = likelier_word(window, model)) {
      const language::Word& middle = window.middle().word;
      remarks.push_back({Remark::Kind::suspect_word, {middle.begin, middle.end}, *std::move(word)});
    }
  };
  language::walk_words(text, model, [&](const language::ReadWord& read) {
    damage.add(read);
    look(&read);
  });
  look(nullptr);
  look(nullptr);

  // Where nothing can be read, no single word is worth a remark.
  const std::vector<TextSpan> regions = std::move(damage).finish();
  std::erase_if(remarks, [&](const Remark& one) { return is_within_any(one.span, regions); });
  for (const TextSpan region : regions) {
    remarks.push_back({Remark::Kind::unrepaired_damage, region, {}});
  }
  std::ranges::stable_sort(remarks, {}, [](const Remark& one) { return one.span.begin; });
  return remarks;
}

}  // namespace vanban::repair_stage::remarks

#include "repair/remarks/remarks.hpp"

#include <algorithm>
#include <utility>

namespace vanban::repair_stage::remarks {
namespace {

bool is_within_any(TextSpan span, const std::vector<TextSpan>& regions) {
  const auto next = std::ranges::upper_bound(regions, span.begin, {}, &TextSpan::end);
  return next != regions.end() && next->begin < span.end;
}

}  // namespace

void Proofreader::add(const language::ReadWord& read) {
  damage_.add(read);
  look(&read);
}

void Proofreader::look(const language::ReadWord* next) {
  window_.push(next);
  if (!window_.has_middle()) return;
  if (auto word = likelier_word(window_, model_)) {
    const language::Word& middle = window_.middle().word;
    found_.push_back({Remark::Kind::suspect_word, {middle.begin, middle.end}, *std::move(word)});
  }
}

std::vector<Remark> Proofreader::finish() && {
  look(nullptr);
  look(nullptr);
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
  Proofreader reader(text, model);
  language::walk_words(text, model, [&](const language::ReadWord& read) { reader.add(read); });
  return std::move(reader).finish();
}

}  // namespace vanban::repair_stage::remarks

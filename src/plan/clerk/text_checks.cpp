#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "outline/characters.hpp"
#include "plan/clerk/checks.hpp"
#include "plan/folded.hpp"
#include "tokens/fold.hpp"
#include "tokens/phrases.hpp"

namespace vanban::plan::clerk {
namespace {

using namespace tokens;  // NOLINT(google-build-using-namespace): this file is made of its steps

// clang-format off
struct CasedName {
  std::string_view phrase;
  std::string_view written;
};

// How the norm writes the fixed parts of names. In capitals they may stand too.
constexpr PhraseTable cased_names(std::to_array<CasedName>({
    {"ủy ban nhân dân", "Ủy ban nhân dân"}, {"hội đồng nhân dân", "Hội đồng nhân dân"},
    {"chính phủ", "Chính phủ"}, {"thủ tướng chính phủ", "Thủ tướng Chính phủ"},
    {"quốc hội", "Quốc hội"}, {"tỉnh ủy", "Tỉnh ủy"}, {"thành ủy", "Thành ủy"},
    {"huyện ủy", "Huyện ủy"}, {"đảng ủy", "Đảng ủy"}, {"ban thường vụ", "Ban Thường vụ"},
    {"ban chấp hành", "Ban Chấp hành"},
}));

// These begin with a capital in a reference, those with a small letter.
constexpr PhraseTable capital_units(std::to_array<Phrase>({
    {"điều"}, {"chương"}, {"phần"}, {"mục"}, {"tiểu mục"},
}));
constexpr PhraseTable small_units(std::to_array<Phrase>({{"khoản"}, {"điểm"}}));

// Laws are cited by their name alone.
constexpr std::string_view laws[] = {"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"};
// clang-format on

bool is_law(const Citation& one) {
  return one.type && std::ranges::find(laws, *one.type) != std::end(laws);
}

/// Today's tone places, letter case kept: what a name is compared by.
bool same_spelling(std::string_view printed, std::string_view written) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < written.size(); i = next_word(written, word_end(written, i))) {
    at = next_word(printed, at);
    if (is_capital(printed, at) != is_capital(written, i)) return false;
    const std::size_t end = word_end(printed, at);
    // The letters behind the first are small.
    for (std::size_t next = at + letter_at(printed, at); next < end;
         next += std::max<std::size_t>(letter_at(printed, next), 1)) {
      if (is_capital(printed, next)) return false;
    }
    at = end;
  }
  return true;
}

}  // namespace

void citation_incomplete(const Paper& paper, Findings& found) {
  std::unordered_set<std::string_view> seen;  // numbers, also of mentions that could be of several
  for (const Citation& one : paper.document.citations) {
    if (!one.number || !seen.insert(*one.number).second) continue;
    if (one.same_as || one.date || is_law(one)) continue;
    // In a list the date may stand with the last number.
    if (!one.type || !folded(one.text).starts_with(folded(*one.type))) continue;
    const bool symbol = one.number->find('/') != std::string::npos && one.type != "Tiêu chuẩn" &&
                        one.type != "Quy chuẩn";
    if (symbol) found.push_back({one.span, one.text});
  }
}

void citation_later(const Paper& paper, Findings& found) {
  const std::optional<std::string>& date = paper.document.header.date;
  if (!date) return;
  const std::string last = last_day(*date);
  std::unordered_set<std::string_view> seen;
  for (const Citation& one : paper.document.citations) {
    if (!one.date || first_day(*one.date) <= last || !seen.insert(one.text).second) continue;
    found.push_back({one.span, one.text});
  }
}

void ground_repeated(const Paper& paper, Findings& found) {
  std::unordered_set<std::string_view> grounds;
  for (const Citation& one : paper.document.citations) {
    if (one.relation != CitationRelation::basis) continue;
    // Another article of the same law is another ground.
    if (one.same_as && !one.part && grounds.contains(*one.same_as)) {
      found.push_back({one.span, one.text});
    }
    if (!one.part) grounds.insert(one.text);
  }
}

void part_capitals(const Paper& paper, Findings& found) {
  for (const Citation& one : paper.document.citations) {
    if (!one.part || outline::is_caps(*one.part)) continue;
    const std::string_view part = *one.part;
    for (std::size_t at = next_word(part, 0); at < part.size();
         at = next_word(part, word_end(part, at))) {
      const bool small = capital_units.longest(part, at) && !is_capital(part, at);
      // At the start of a sentence or an item the first word has its capital.
      const bool capital = at > 0 && small_units.longest(part, at) && is_capital(part, at);
      if (!small && !capital) continue;
      found.push_back({one.span, *one.part});
      break;
    }
  }
}

void agency_capitals(const Paper& paper, Findings& found) {
  std::unordered_set<std::string_view> seen;
  for (const Citation& one : paper.document.citations) {
    if (!one.issuer || outline::is_caps(*one.issuer) || !seen.insert(*one.issuer).second) continue;
    const std::string_view issuer = *one.issuer;
    const std::string lower = folded(issuer);
    for (std::size_t at = next_word(lower, 0); at < lower.size();) {
      const auto name = cased_names.longest(lower, at);
      if (!name) {
        at = next_word(lower, word_end(lower, at));
        continue;
      }
      const std::string_view printed = issuer.substr(at, name.end - at);
      if (!outline::is_caps(printed) && !same_spelling(printed, name.row->written)) {
        found.push_back({one.span, std::string(printed)});
        break;
      }
      at = next_word(lower, name.end);
    }
  }
}

void deadline_passed(const Paper& paper, Findings& found) {
  const std::optional<std::string>& date = paper.document.header.date;
  if (!date) return;
  const std::string first = first_day(*date);
  for (const Deadline& one : paper.document.plan.deadlines) {
    if (one.date && one.relation != DeadlineRelation::recurring && last_day(*one.date) < first) {
      found.push_back({one.span, one.raw});
    }
  }
}

void period_reversed(const Paper& paper, Findings& found) {
  for (const Period& one : paper.document.plan.periods) {
    if (one.start && one.end && last_day(*one.end) < first_day(*one.start)) {
      found.push_back({one.span, *one.start + " - " + *one.end});
    }
  }
}

}  // namespace vanban::plan::clerk

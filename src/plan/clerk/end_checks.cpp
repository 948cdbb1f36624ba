#include <algorithm>
#include <unordered_set>

#include "outline/characters.hpp"
#include "outline/offices.hpp"
#include "plan/clerk/checks.hpp"
#include "plan/folded.hpp"
#include "tokens/fold.hpp"
#include "tokens/phrases.hpp"

namespace vanban::plan::clerk {
namespace {

using namespace tokens;  // NOLINT(google-build-using-namespace): this file is made of its steps

// clang-format off
// Where a rank or a degree may stand before the name, by NĐ30 II.7: the armed forces and what
// teaches, heals or does research.
constexpr PhraseTable honoured_bodies(std::to_array<Phrase>({
    {"công an"}, {"bộ chỉ huy"}, {"ban chỉ huy quân sự"}, {"biên phòng"}, {"quân khu"},
    {"bộ tư lệnh"}, {"bộ quốc phòng"}, {"bộ công an"}, {"quân đội"}, {"trường"}, {"đại học"},
    {"học viện"}, {"viện"}, {"bệnh viện"}, {"trung tâm y tế"}, {"cảnh sát"}, {"quân sự"},
}));

// Who may sign for the head: "KT. BỘ TRƯỞNG / THỨ TRƯỞNG".
constexpr PhraseTable deputies(std::to_array<Phrase>({
    {"phó"}, {"thứ trưởng"}, {"ủy viên"}, {"quyền"}, {"q"}, {"kt"},
}));

// "T/M", and "KT" without its point.
constexpr std::string_view slashed[] = {"t/m", "k/t", "t/l", "t/uq"};
constexpr std::string_view pointless[] = {"tm ", "kt ", "tl ", "tuq "};
// clang-format on

// Bytes before the name of a signer that may hold an honour.
constexpr std::size_t honour_reach = 40;

bool holds(const std::optional<std::string>& name, const auto& table) {
  if (!name) return false;
  const std::string lower = folded(*name);
  for (std::size_t at = next_word(lower, 0); at < lower.size();
       at = next_word(lower, word_end(lower, at))) {
    if (table.longest(lower, at)) return true;
  }
  return false;
}

SourceSpan span_of(const Signature& signature, std::string_view field) {
  return place_of(signature.at, field).value_or(signature.span.value_or(SourceSpan{}));
}

}  // namespace

void signer_missing(const Paper& paper, Findings& found) {
  const Signature& signature = paper.document.signature;
  const bool office = signature.authority || signature.position;
  if (!office || !signature.name) found.push_back({signature.span.value_or(SourceSpan{}), {}});
}

void signer_honours(const Paper& paper, Findings& found) {
  const Agency& agency = paper.document.header.agency;
  if (!paper.quotable || holds(agency.name, honoured_bodies) ||
      holds(agency.parent, honoured_bodies)) {
    return;
  }
  const std::string_view source = paper.document.source_text;
  for (const Signature& signature : paper.document.signatures) {
    const auto name = place_of(signature.at, "name");
    if (!name) continue;
    std::size_t first = name->begin;
    while (first > 0 && name->begin - first < honour_reach && source[first - 1] != '\n') --first;
    while (first < name->begin && (static_cast<unsigned char>(source[first]) & 0xC0U) == 0x80U) {
      ++first;
    }
    const std::string_view line = source.substr(first, name->end - first);
    const std::string lower = folded(line);
    for (std::size_t at = next_word(lower, 0); at < name->begin - first;
         at = next_word(lower, word_end(lower, at))) {
      const std::size_t length =
          outline::honours_length(line.substr(at), std::string_view(lower).substr(at));
      if (length == 0 || first + at + length != name->begin) continue;
      const std::string_view honour = outline::trim(line.substr(at, length));
      found.push_back({{static_cast<std::uint32_t>(first + at), name->end}, std::string(honour)});
      break;
    }
  }
}

void authority_form(const Paper& paper, Findings& found) {
  for (const Signature& signature : paper.document.signatures) {
    if (!signature.authority) continue;
    const std::string lower = folded(*signature.authority);
    const auto begins = [&lower](std::string_view form) { return lower.starts_with(form); };
    if (std::ranges::any_of(slashed, begins) || std::ranges::any_of(pointless, begins)) {
      found.push_back({span_of(signature, "authority"), *signature.authority});
    }
  }
}

void deputy_expected(const Paper& paper, Findings& found) {
  for (const Signature& signature : paper.document.signatures) {
    if (!signature.authority || !signature.position) continue;
    const std::string authority = folded(*signature.authority);
    if (!authority.starts_with("kt.") && authority.find(" kt.") == std::string::npos) continue;
    if (!deputies.longest(folded(*signature.position), 0)) {
      found.push_back({span_of(signature, "position"), *signature.position});
    }
  }
}

void recipients_missing(const Paper& paper, Findings& found) {
  const Document& document = paper.document;
  if (document.recipients.items.empty() && !document.recipients.archive &&
      document.signature.name) {
    found.push_back({document.signature.span.value_or(SourceSpan{}), {}});
  }
}

void recipient_repeated(const Paper& paper, Findings& found) {
  const Recipients& recipients = paper.document.recipients;
  const FieldPlace* places = nullptr;
  for (const FieldPlace& one : recipients.at) {
    if (one.field == "items") places = &one;
  }
  std::unordered_set<std::string> seen;
  for (std::size_t i = 0; i < recipients.items.size(); ++i) {
    if (seen.insert(folded(recipients.items[i])).second) continue;
    const bool placed = places != nullptr && i < places->spans.size();
    found.push_back({placed ? places->spans[i] : SourceSpan{}, recipients.items[i]});
  }
}

void archive_form(const Paper& paper, Findings& found) {
  const Recipients& recipients = paper.document.recipients;
  if (recipients.items.empty()) return;
  const auto place = place_of(recipients.at, "archive");
  if (!recipients.archive || !place) {
    for (const FieldPlace& one : recipients.at) {
      if (one.field == "items" && !one.spans.empty()) found.push_back({one.spans.back(), {}});
    }
    return;
  }
  bool has_desk = false;
  const std::string lower = folded(*recipients.archive);
  for (std::size_t at = next_word(lower, 0); at < lower.size();
       at = next_word(lower, word_end(lower, at))) {
    // "VT", "VPVT", "VTUB": the desk of incoming and outgoing papers.
    const std::string_view word = std::string_view(lower).substr(at, word_end(lower, at) - at);
    has_desk = has_desk || word == "vt" || word == "vthư" || word.ends_with("vt") ||
               word.starts_with("vt") || match(lower, at, "văn thư") != npos;
  }
  bool colon = !paper.quotable;
  const std::string_view source = paper.document.source_text;
  for (std::size_t at = place->begin; at > 0 && source[at - 1] != '\n' && !colon; --at) {
    colon = source[at - 1] == ':';
  }
  if (!has_desk || !colon) found.push_back({*place, {}});
}

}  // namespace vanban::plan::clerk

#include "plan/clerk/clerk.hpp"

#include <algorithm>

#include "plan/clerk/rules.hpp"
#include "plan/folded.hpp"
#include "tokens/fold.hpp"
#include "tokens/phrases.hpp"

namespace vanban::plan::clerk {
namespace {

// clang-format off
constexpr tokens::PhraseTable party_bodies(std::to_array<tokens::Phrase>({
    {"tỉnh ủy"}, {"thành ủy"}, {"huyện ủy"}, {"quận ủy"}, {"thị ủy"}, {"đảng ủy"}, {"đảng bộ"},
    {"chi bộ"}, {"ban chấp hành trung ương"}, {"ban thường vụ"}, {"bch đảng bộ"},
    {"ban chấp hành đảng bộ"}, {"đảng đoàn"}, {"ban cán sự đảng"},
}));

constexpr tokens::PhraseTable mass_bodies(std::to_array<tokens::Phrase>({
    {"đoàn thanh niên"}, {"tỉnh đoàn"}, {"thành đoàn"}, {"huyện đoàn"}, {"đoàn tncs"},
    {"trung ương đoàn"}, {"hội liên hiệp"}, {"hội nông dân"}, {"hội cựu chiến binh"},
    {"hội chữ thập đỏ"}, {"hội phụ nữ"}, {"hội lhpn"}, {"hội đồng đội"}, {"công đoàn"},
    {"liên đoàn"},
    {"tổng liên đoàn"}, {"mặt trận tổ quốc"}, {"ubmttq"}, {"mttq"}, {"đoàn trường"},
    {"hội khuyến học"}, {"hội người cao tuổi"}, {"hội luật gia"}, {"hội đông y"}, {"hội nhà báo"},
    {"hội văn học"}, {"hiệp hội"}, {"liên minh"}, {"ban chấp hành đoàn"},
}));

// NĐ30 binds what is of the State.
constexpr tokens::PhraseTable private_bodies(std::to_array<tokens::Phrase>({
    {"công ty"}, {"tập đoàn"}, {"doanh nghiệp"}, {"hợp tác xã"}, {"ngân hàng"}, {"chi nhánh"},
}));

// Norms of their own; NĐ30 is for administrative documents.
constexpr std::string_view normative_types[] = {
    "Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "Nghị định", "Thông tư", "Thông tư liên tịch",
    "Lệnh"};
// clang-format on

bool opens_with_any(const std::optional<std::string>& name, const auto& table) {
  return name && table.longest(folded(*name), 0);
}

bool holds_any(const std::optional<std::string>& name, const auto& table) {
  if (!name) return false;
  const std::string lower = folded(*name);
  for (std::size_t at = tokens::next_word(lower, 0); at < lower.size();
       at = tokens::next_word(lower, tokens::word_end(lower, at))) {
    if (table.longest(lower, at)) return true;
  }
  return false;
}

bool is_normative(const Header& header) {
  if (header.number.year) return true;
  return header.type.name &&
         std::ranges::find(normative_types, *header.type.name) != std::end(normative_types);
}

/// Told by the letterhead and by who issues the document; where neither says it, by the sign behind
/// the number.
Family family_of(const Document& document, const Letterhead& head) {
  const Header& header = document.header;
  if (is_normative(header)) return Family::unknown;
  const Agency& agency = header.agency;
  if (holds_any(agency.name, mass_bodies) || holds_any(agency.parent, mass_bodies)) {
    return Family::mass;
  }
  if (opens_with_any(agency.name, party_bodies) || opens_with_any(agency.parent, party_bodies)) {
    return Family::party;
  }
  if (opens_with_any(agency.name, private_bodies)) return Family::unknown;
  if (head.party) return Family::party;
  if (head.national) return Family::state;
  if (!header.number.text) return Family::unknown;
  const std::size_t sign = header.number.ordinal ? header.number.ordinal->size() : 0;
  return tokens::has_byte(*header.number.text, sign, '/') ? Family::state : Family::unknown;
}

bool is_attached(const Document& document) {
  if (document.preamble.empty() || !document.preamble.front().text) return false;
  const std::string lower = folded(*document.preamble.front().text);
  return lower.starts_with("(ban hành kèm theo") || lower.starts_with("(kèm theo") ||
         lower.starts_with("(ban hành theo");
}

bool is_quotable(const Document& document) {
  return std::ranges::none_of(document.repairs, [](const Repair& repair) {
    return repair.kind == RepairKind::encoding || repair.kind == RepairKind::mojibake ||
           repair.kind == RepairKind::font_map;
  });
}

bool applies(const Rule& rule, const Paper& paper) {
  if (rule.check == nullptr) return false;
  if (rule.scope == Scope::state && (paper.family != Family::state || paper.attached)) return false;
  if (rule.scope == Scope::party && paper.family != Family::party) return false;
  if (rule.from.empty()) return true;
  const std::optional<std::string>& date = paper.document.header.date;
  if (!date) return false;
  if (first_day(*date) >= rule.from) return true;
  return !rule.older.empty() && first_day(*date) >= tt01 && last_day(*date) <= tt01_end;
}

std::string filled(std::string_view message, std::string_view quoted) {
  std::string text(message);
  const std::size_t at = text.find("{}");
  if (at != std::string::npos) text.replace(at, 2, quoted);
  return text;
}

}  // namespace

void examine(Document& document, const Letterhead& head) {
  const Paper paper{document, head, family_of(document, head), is_quotable(document),
                    is_attached(document)};
  std::vector<Diagnostic> made;
  Findings found;
  for (const Rule& rule : rules) {
    if (!applies(rule, paper)) continue;
    found.clear();
    rule.check(paper, found);
    for (const Finding& one : found) {
      made.push_back(
          {std::string(rule.code), rule.severity, filled(rule.vietnamese, one.quoted), one.span});
    }
  }
  document.diagnostics.insert(document.diagnostics.end(), made.begin(), made.end());
  std::ranges::stable_sort(document.diagnostics, {},
                           [](const Diagnostic& one) { return one.span.begin; });
}

}  // namespace vanban::plan::clerk

namespace vanban {
namespace {

constexpr std::string_view hole = "{}";

/// What stands in `message` for each "{}" of the wording that it was made by; null where it was
/// made by another.
std::optional<std::vector<std::string_view>> particulars(std::string_view wording,
                                                         std::string_view message) {
  std::vector<std::string_view> found;
  std::size_t next = wording.find(hole);
  if (!message.starts_with(wording.substr(0, next))) return std::nullopt;
  if (next == std::string_view::npos) {
    return message == wording ? std::optional(std::move(found)) : std::nullopt;
  }
  message.remove_prefix(next);
  while (true) {
    wording.remove_prefix(next + hole.size());
    next = wording.find(hole);
    const std::string_view piece = wording.substr(0, next);
    if (next == std::string_view::npos) {
      if (!message.ends_with(piece)) return std::nullopt;
      found.push_back(message.substr(0, message.size() - piece.size()));
      return found;
    }
    const std::size_t at = message.find(piece);
    if (at == std::string_view::npos) return std::nullopt;
    found.push_back(message.substr(0, at));
    message.remove_prefix(at + piece.size());
  }
}

std::string worded(std::string_view wording, const std::vector<std::string_view>& values) {
  std::string text;
  for (const std::string_view value : values) {
    const std::size_t at = wording.find(hole);
    text.append(wording.substr(0, at)).append(value);
    wording.remove_prefix(at + hole.size());
  }
  return text.append(wording);
}

}  // namespace

std::string_view message_en(std::string_view code) noexcept {
  for (const plan::clerk::Rule& rule : plan::clerk::rules) {
    if (rule.code == code) return rule.english;
  }
  return {};
}

std::string message_en(const Diagnostic& diagnostic) {
  for (const plan::clerk::Wording& row : plan::clerk::wordings) {
    if (row.code != diagnostic.code) continue;
    if (const auto values = particulars(row.vietnamese, diagnostic.message)) {
      return worded(row.english, *values);
    }
  }
  std::string text(message_en(diagnostic.code));
  for (const plan::clerk::Rule& rule : plan::clerk::rules) {
    if (rule.code != diagnostic.code || rule.vietnamese.empty()) continue;
    const auto values = particulars(rule.vietnamese, diagnostic.message);
    if (values && !values->empty()) text.append(": \"").append(values->front()).append("\"");
  }
  return text;
}

}  // namespace vanban

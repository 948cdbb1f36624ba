#include "outline/body_start.hpp"

#include <algorithm>
#include <string>

#include "outline/openings.hpp"
#include "outline/section_names.hpp"
#include "outline/tail_start.hpp"
#include "tokens/fold.hpp"

namespace vanban::outline {
namespace {

constexpr std::size_t most_leading = 4;       // paragraphs that lead in, grounds aside
constexpr std::size_t shortest_lead_in = 48;  // bytes; "Thành phần:" is a label

// clang-format off
/// What an actor does in the text itself: a ground that goes on so is no mere ground.
constexpr Phrase acts[] = {
    {"đề nghị", "..., Sở Nội vụ đề nghị các đơn vị ..."},
    {"yêu cầu", "..., UBND tỉnh yêu cầu các sở ..."},
    {"kính đề nghị", "..., trường kính đề nghị ..."}, {"kính mời", "..., Sở kính mời ..."},
    {"kính trình", "..., Sở kính trình ..."}, {"trân trọng", "..., Sở trân trọng kính mời ..."},
    {"thông báo", "..., UBND xã thông báo ..."}, {"báo cáo", "..., UBND xã báo cáo ..."},
    {"giao", "..., Chủ tịch UBND tỉnh giao ..."}, {"gửi", "..., Sở gửi các đơn vị ..."},
    {"đồng ý", "..., Bộ Y tế đồng ý ..."}, {"thống nhất", "..., UBND tỉnh thống nhất ..."},
    {"hướng dẫn", "..., Sở hướng dẫn ..."}, {"triển khai", "..., Sở triển khai ..."},
    {"tổ chức", "..., Sở tổ chức ..."}, {"chuyển", "..., Văn phòng chuyển ..."},
    {"mời", "..., Ban Tổ chức mời ..."}, {"xin", "..., trường xin ..."},
};

/// How the body of a document makes it.
constexpr Phrase making[] = {
    {"xây dựng ", "UBND xã xây dựng Kế hoạch ..."}, {"ban hành ", "UBND xã ban hành Kế hoạch ..."},
    {"lập ", "Nhà trường lập Kế hoạch ..."}, {"đề ra ", "Chi bộ đề ra Chương trình ..."},
    {"triển khai ", "UBND xã triển khai Kế hoạch ..."},
};

/// Of these the sentence need not say who acts.
constexpr Phrase requests[] = {
    {"đề nghị", "Thực hiện ..., đề nghị các đơn vị ..."},
    {"kính đề nghị", "..., kính đề nghị ..."}, {"kính mời", "Theo lịch, kính mời ..."},
    {"trân trọng", "..., trân trọng kính mời ..."},
};
// clang-format on

bool any_word(std::string_view lower, std::size_t at, std::span<const Phrase> rows) {
  return std::ranges::any_of(rows, [&](const Phrase& row) {
    return lower[at] == row.folded.front() && tokens::match(lower, at, row.folded) != tokens::npos;
  });
}

/// A paragraph, as far as its lines show where it ends.
struct Paragraph {
  std::size_t end = 0;  ///< behind its last line
  std::string printed;  ///< its lines joined
  std::string lower;
};

Paragraph read_paragraph(const LineView& lines, std::size_t i, std::size_t limit) {
  Paragraph read{i + 1, std::string(lines.printed(i)), std::string(lines.lower(i))};
  for (; read.end < limit; ++read.end) {
    const EndMark before = lines.end_of(read.end - 1);
    const bool small = lines[read.end].begins_small;
    if (lines.marker(read.end) || (!small && lines.is_ground(read.end))) break;
    if (before == EndMark::stop || before == EndMark::colon || before == EndMark::semicolon) {
      if (!small) break;
    } else if (!small && before != EndMark::comma && !lines.is_full(read.end - 1)) {
      break;
    }
    if (lines.has_gap(read.end) && !small) break;
    read.printed.append(" ").append(lines.printed(read.end));
    read.lower.append(" ").append(lines.lower(read.end));
  }
  return read;
}

/// Whether `found(at)` holds at a word of a clause that begins with a capital, and with no ground:
/// of "Sở Nội vụ đề nghị ...", not of "Theo đề nghị của ...".
template <typename Predicate>
bool stands_behind_actor(const Paragraph& paragraph, Predicate found) {
  const std::string_view lower = paragraph.lower;
  std::size_t clause = 0;
  bool named = is_capital(paragraph.printed, 0) && !opens_ground(lower);
  for (std::size_t at = 0; at < lower.size(); at += language::code_point_length(lower[at])) {
    const char sign = lower[at];
    if (sign == ',' || sign == ';' || sign == '.') {
      clause = trim_begin(lower, at + 1, lower.size());
      named = is_capital(paragraph.printed, clause) && !opens_ground(lower.substr(clause));
    } else if (named && at > clause && tokens::begins_word(lower, at) && found(at)) {
      return true;
    }
  }
  return false;
}

/// "..., Sở Nội vụ đề nghị ...", "..., đề nghị ...".
bool says_who_acts(const Paragraph& paragraph) {
  const std::string_view lower = paragraph.lower;
  for (std::size_t at = lower.find(','); at != std::string_view::npos; at = lower.find(',', at)) {
    at = trim_begin(lower, at + 1, lower.size());
    if (at < lower.size() && any_word(lower, at, requests)) return true;
  }
  return stands_behind_actor(paragraph, [&](std::size_t at) { return any_word(lower, at, acts); });
}

/// "UBND xã xây dựng Kế hoạch trồng cây năm 2026.": the paragraph makes a paper of this type.
bool makes_document(const Paragraph& paragraph, const tokens::DocumentTypeRow* type) {
  if (type == nullptr) return false;
  const std::string_view lower = paragraph.lower;
  return stands_behind_actor(paragraph, [&](std::size_t at) {
    return std::ranges::any_of(making, [&](const Phrase& row) {
      return lower.substr(at).starts_with(row.folded) &&
             tokens::match(lower, at + row.folded.size(), type->phrase) != tokens::npos;
    });
  });
}

/// Where the text of a paper begins that has no sections up to `limit`: behind its grounds and the
/// sentence that leads in.
std::size_t end_of_grounds(const LineView& lines, std::size_t from, std::size_t limit,
                           const tokens::DocumentTypeRow* type) {
  std::size_t end = from;       // behind the last ground
  std::size_t sentence = from;  // the last ground, where it ends in a full stop
  std::size_t others = 0;       // paragraphs since that are no grounds
  bool amendments = false;      // those of a consolidated act are listed
  for (std::size_t i = from; i < limit && others < most_leading;) {
    const Paragraph paragraph = read_paragraph(lines, i, limit);
    const EndMark last = end_mark(paragraph.printed);
    // A consolidated act says first "... được sửa đổi, bổ sung bởi:", and which acts did so.
    const bool amended = paragraph.lower.ends_with(" bởi:");
    const bool leads_in =
        last == EndMark::colon && paragraph.printed.size() >= shortest_lead_in && !amended;
    if (makes_document(paragraph, type) || (leads_in && others <= 1)) return paragraph.end;
    const bool ground = lines.is_ground(i) &&
                        (last != EndMark::stop || lines.marker(i) || !says_who_acts(paragraph));
    // Over a list of grounds stands who decides, or a ground that lost its first letters.
    if (ground && (others == 0 || last != EndMark::stop)) {
      end = paragraph.end;
      sentence = last == EndMark::stop && !lines.marker(i) ? i : end;
      others = 0;
    } else if (amended) {
      amendments = true;
    } else if (amendments && tokens::document_types.longest(paragraph.lower, 0)) {
      // one more of them
    } else if (last == EndMark::stop && says_who_acts(paragraph)) {
      break;  // what is asked for: grounds behind it are its own
    } else {
      ++others;
    }
    i = paragraph.end;
  }
  // Something must be said: "Thực hiện Công văn số ..., Sở cử ông A dự họp."
  return end < limit ? end : sentence;
}

/// "Căn cứ:" over "- Luật Thủ đô ...;", "- Nghị định số ...": grounds behind bullets.
bool lists_grounds(const LineView& lines, std::size_t head) {
  const std::size_t first = head + 1;
  if (first == lines.size() || !lines.is_ground(head)) return false;
  const auto& found = lines.marker(first);
  if (!found || !found->is_bullet()) return false;
  const std::string_view item = lines.lower(first).substr(found->length);
  return opens_ground(item) || tokens::document_types.longest(item, 0);
}

/// "QUYẾT ĐỊNH" once more, below grounds, and no ground behind it: what follows is decided.
bool enacts(const LineView& lines, std::size_t i, const tokens::DocumentTypeRow* type) {
  constexpr std::size_t nearest = 6;  // lines
  if (type == nullptr || !lines.caps(i) || i + 1 == lines.size()) return false;
  for (std::size_t next = i + 1; next < std::min(lines.size(), i + nearest); ++next) {
    if (lines.is_section_start(next)) break;
    if (lines.is_ground(next)) return false;
  }
  std::string_view line = lines.text().placed(lines[i].span);
  while (!line.empty() && (line.back() == ':' || line.back() == ' ')) line.remove_suffix(1);
  return line == type->phrase;
}

/// The first section that has a name but no number; the end of the document where none is so.
std::size_t first_named_section(const LineView& lines, std::size_t from) {
  std::size_t end = from;
  while (end < lines.size() && !lines.starts_tail(end) && !starts_signature(lines, end)) ++end;
  const auto names = find_section_names(lines.text(), lines.all().subspan(from, end - from));
  const auto first = std::ranges::find(names, SectionName::section);
  if (first == names.end()) return lines.size();
  return from + static_cast<std::size_t>(first - names.begin());
}

}  // namespace

std::size_t start_of_body(const LineView& lines, std::size_t from,
                          const tokens::DocumentTypeRow* type) {
  std::size_t listed = lines.size();  // the first item behind a colon
  const std::size_t named = first_named_section(lines, from);
  bool grounds = false;
  std::size_t i = from;
  for (; i < lines.size(); ++i) {
    if (grounds && listed == lines.size() && enacts(lines, i, type)) return i + 1;
    grounds = grounds || lines.is_ground(i);
    if (i == named) return std::min(i, listed);
    if (lines.is_section_start(i)) return std::min(i, listed);
    if (lines[i].table || lines.starts_tail(i) || starts_signature(lines, i)) break;
    if (listed != lines.size()) continue;
    const auto& found = lines.marker(i);
    if (found && found->is_bullet() && i > from && lines.end_of(i - 1) == EndMark::colon &&
        !opens_ground(lines.lower(i).substr(found->length)) && !lists_grounds(lines, i - 1)) {
      listed = i;
    } else if (announces_body(lines.lower(i)) && i + 1 < lines.size() && !lists_grounds(lines, i)) {
      if (!lines[i + 1].begins_small) return i + 1;
    }
  }
  return end_of_grounds(lines, from, std::min(i, listed), type);
}

}  // namespace vanban::outline

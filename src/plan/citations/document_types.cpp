#include "plan/citations/document_types.hpp"

#include <algorithm>
#include <array>

#include "tokens/document_types.hpp"

namespace vanban::plan {
namespace {

using namespace tokens;  // NOLINT(google-build-using-namespace): this file is made of its steps

// clang-format off
// Codes of older papers and of the Party beside the type's own: Thông tư 01/2011/TT-BNV gave some
// others, a Party regulation is numbered QĐ or QĐi.
struct OtherCode {
  std::string_view name;
  std::string_view code;
};
constexpr auto other_codes = std::to_array<OtherCode>({
    {"Quy định", "QĐ"}, {"Quy định", "QĐi"}, {"Quy định", "QĐI"}, {"Chương trình", "CT"},
    {"Chương trình", "CTR"}, {"Chương trình hành động", "CTHĐ"},
    {"Chương trình hành động", "CTrHĐ"}, {"Chương trình hành động", "CT"},
    {"Chương trình hành động", "KH"}, {"Kế hoạch hành động", "KH"},
    {"Kế hoạch hành động", "KHHD"}, {"Kế hoạch liên tịch", "KH"}, {"Kế hoạch phối hợp", "KH"},
    {"Chương trình phối hợp", "CTr"}, {"Chương trình phối hợp", "CTPH"},
    {"Chương trình phối hợp", "CT"}, {"Chương trình công tác", "CT"}, {"Tờ trình", "TT"},
    {"Tờ trình", "TTR"}, {"Đề án", "DA"}, {"Đề án", "QĐ"}, {"Dự án", "ĐA"}, {"Dự án", "QĐ"},
    {"Thông báo kết luận", "KL"}, {"Thông báo kết luận", "TBKL"}, {"Thông báo", "TBKL"},
    {"Kết luận", "TB"}, {"Nghị quyết liên tịch", "NQ"}, {"Thông tư liên tịch", "TT"},
    {"Quy chế", "QĐ"}, {"Quy chế phối hợp", "QC"}, {"Quy chế phối hợp", "QĐ"},
    {"Quy trình", "QT"}, {"Hướng dẫn liên ngành", "HD"}, {"Điều lệ", "QĐ"}, {"Phương án", "QĐ"},
    {"Chương trình", "QĐ"}, {"Quy trình", "QĐ"}, {"Kế hoạch", "KHLT"}, {"Kế hoạch", "KHLN"},
    {"Kế hoạch", "KHPH"}, {"Quy chế", "QCPH"}, {"Chương trình", "CTrPH"},
    {"Chương trình", "CTPH"}, {"Hướng dẫn", "HDLN"},
});

// A letter has no code: its symbol begins with the agency, and these are no agency's name.
constexpr std::string_view letter_type = "Công văn";
constexpr auto never_an_agency = std::to_array<std::string_view>({
    "QĐ", "NQ", "NĐ", "KH", "HD", "TTr", "TTLT", "CTr", "KL",
});
// clang-format on

const DocumentTypeRow* row_of(std::string_view type) {
  const auto found = document_types.longest(type, 0);
  return found && found.end == type.size() ? found.row : nullptr;
}

bool is_code(std::string_view code) {
  for (const DocumentTypeRow& row : document_types.rows()) {
    if (!row.code.empty() && row.code == code) return true;
  }
  for (const OtherCode& other : other_codes) {
    if (other.code == code) return true;
  }
  return false;
}

/// The first group of letters of a number: "NQ" of "91/2017/NQ-CP" and of "12-NQ/TU".
std::string_view first_group(std::string_view number) {
  std::size_t at = 0;
  while (at < number.size() && (is_digit(number, at) || number[at] == '.' || number[at] == '/' ||
                                number[at] == ' ' || dash_at(number, at) != 0)) {
    at += std::max<std::size_t>(dash_at(number, at), 1);
  }
  // "30c/NQ-CP": the small letter is the ordinal's.
  const std::size_t letter = letter_at(number, at);
  if (letter != 0 && has_byte(number, at + letter, '/') && !is_capital(number, at)) {
    at += letter + 1;
  }
  const std::size_t end = word_end(number, at);
  // Only what a sign follows is a slot for a type: "33/GĐN" may be anybody's letter.
  return end < number.size() ? number.substr(at, end - at) : std::string_view();
}

}  // namespace

const DocumentTypeRow* find_type(std::string_view name) {
  const std::size_t begin = skip_blanks(name, 0);
  const auto found = document_types.longest(name, begin);
  return found && skip_blanks(name, found.end) == name.size() ? found.row : nullptr;
}

std::optional<TypeMatch> match_type(std::string_view text, std::size_t at) {
  const auto found = document_types.longest(text, at);
  if (!found) return std::nullopt;
  return TypeMatch{found.row, found.end};
}

bool symbol_fits_type(std::string_view type, std::string_view number) {
  const DocumentTypeRow* row = row_of(type);
  if (row == nullptr) return true;
  const std::string_view group = first_group(number);
  if (row->name == letter_type) {
    return std::ranges::find(never_an_agency, group) == never_an_agency.end();
  }
  if (row->code.empty()) return true;
  if (group.empty() || group == row->code || !is_code(group)) return true;
  for (const OtherCode& other : other_codes) {
    if (other.name == row->name && other.code == group) return true;
  }
  return false;
}

bool carries_code(std::string_view type, std::string_view number) {
  const DocumentTypeRow* row = row_of(type);
  return row != nullptr && !row->code.empty() && first_group(number) == row->code;
}

bool lost_hyphen(std::string_view type, std::string_view number) {
  const DocumentTypeRow* row = row_of(type);
  if (row == nullptr || row->code.empty()) return false;
  const std::size_t at = number.find(row->code);
  if (at == std::string_view::npos || at == 0) return false;
  const std::size_t behind = at + row->code.size();
  const bool glued_before = is_digit(number, at - 1) && has_byte(number, behind, '/');
  // One word of capitals: "QĐUBND", not "KHLT", which is a code itself.
  const std::size_t end = word_end(number, behind);
  const bool glued_behind = number[at - 1] == '/' && is_capital(number, behind) &&
                            end == number.size() && !is_code(number.substr(at)) &&
                            is_capital(number, behind + letter_at(number, behind));
  return glued_before || glued_behind;
}

std::string with_hyphen(std::string_view type, std::string_view number) {
  std::string whole(number);
  if (!lost_hyphen(type, number)) return whole;
  const std::string_view code = row_of(type)->code;
  const std::size_t behind = number.find(code) + code.size();
  if (!has_byte(number, behind, '/')) whole.insert(behind, 1, '-');
  return whole;
}

}  // namespace vanban::plan

// The line of a document's number opens with one word, and next to nothing beside it tells a
// language model which: "S: 12/KH-UBND" has lost the letter, "Sô: 12/KH-UBND" the mark.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "read/characters.hpp"
#include "repair/number_symbols.hpp"
#include "repair/passes.hpp"

namespace vanban::repair_stage {
namespace {

using read::is_blank;
using read::is_digit;

constexpr double confidence = 0.98;

struct Printed {
  std::string_view word;  ///< those that begin like another one before it
  RepairKind kind;
};
constexpr std::array printed{
    Printed{"S ", RepairKind::dropped_glyph}, Printed{"Sô", RepairKind::missing_diacritics},
    Printed{"Sơ", RepairKind::ocr},           Printed{"Só", RepairKind::missing_diacritics},
    Printed{"Sồ", RepairKind::ocr},           Printed{"So", RepairKind::missing_diacritics},
    Printed{"S6", RepairKind::ocr},           Printed{"S", RepairKind::dropped_letter},
};

/// A number with the symbol of a document stands at `at`: "12/KH-UBND", "05-KH/ĐTN", " /KH-UBND",
/// "..../KH-UBND". No such symbol has "8.00-UBND", which is an hour, or "45/CLN", which is land.
bool is_number_at(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 24;  // bytes before the symbol
  const auto skip = [&](std::size_t from, auto&& is_part) {
    while (from < text.size() && from - at < longest && is_part(text[from])) ++from;
    return from;
  };
  std::size_t end = skip(at, is_blank);
  if (end < text.size() && text[end] == '.') {
    end = skip(end, [](char byte) { return byte == '.' || is_blank(byte); });
  } else {
    const std::size_t digits = end;
    end = skip(end, is_digit);
    if (end > digits && end + 1 < text.size() && text[end] == '/' && is_digit(text[end + 1])) {
      end = skip(end + 1, is_digit);  // "7/2031/QĐ-UBND"
    }
    end = skip(end, is_blank);
  }
  if (end >= text.size() || (text[end] != '/' && text[end] != '-')) return false;
  while (++end < text.size() && text[end] == ' ') {
  }
  const std::string_view symbol = text.substr(std::min(end, text.size()));
  const DocumentType* const type = type_of(symbol);
  if (type == nullptr) return false;
  const std::string_view behind = symbol.substr(type->code.size());
  return (behind.starts_with('-') || behind.starts_with('/')) && is_capital_at(behind, 1);
}

/// A line or a cell begins at `at`, but for signs of Markdown.
bool begins_line(std::string_view text, std::size_t at) {
  while (at > 0 && (std::string_view("*_#>").find(text[at - 1]) != std::string_view::npos ||
                    is_blank(text[at - 1])))
    --at;
  return at == 0 || text[at - 1] == '\n' || text[at - 1] == '|' || text[at - 1] == '\x1F';
}

}  // namespace

EditList find_number_lines(std::string_view text) {
  constexpr std::string_view right = "Số";
  EditList edits;
  for (std::size_t colon = text.find(':'); colon != std::string_view::npos;
       colon = text.find(':', colon + 1)) {
    std::size_t end = colon;
    constexpr std::size_t most_blanks = 2;
    while (end > 0 && colon - end < most_blanks && is_blank(text[end - 1])) --end;
    for (const Printed& one : printed) {
      const bool with_blank = one.word.back() == ' ';
      const std::size_t last = with_blank && end < colon ? end + 1 : end;
      if (!text.substr(0, last).ends_with(one.word)) continue;
      const std::size_t begin = last - one.word.size();
      if (!begins_line(text, begin) || !is_number_at(text, colon + 1)) break;
      edits.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last),
                       std::string(right), one.kind, confidence});
      break;
    }
  }
  return edits;
}

}  // namespace vanban::repair_stage

#include "outline/type_line.hpp"

#include <string>
#include <vector>

#include "outline/characters.hpp"
#include "outline/offices.hpp"
#include "outline/segments.hpp"
#include "tokens/fold.hpp"

namespace vanban::outline {
namespace {

constexpr std::size_t longest_type = 40;            // bytes of a type's name
constexpr std::size_t farthest_type_subject = 160;  // bytes of a type and subject on one line

/// "K Ế   H O Ạ C H": letters set apart. Where each letter of the result stands in `lower`.
struct Unspaced {
  std::string text;
  std::size_t length = 0;  ///< bytes of `lower` that it was read from
};

std::optional<Unspaced> read_spaced_letters(std::string_view lower) {
  Unspaced found;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < lower.size();) {
    const std::size_t length = letter_at(lower, at);
    if (length == 0 || letter_at(lower, at + length) != 0) return std::nullopt;
    found.text.append(lower.substr(at, length));
    ++letters;
    at = trim_begin(lower, at + length, lower.size());
  }
  found.length = lower.size();
  return letters >= 4 ? std::optional(found) : std::nullopt;
}

/// What the letters of each type are without marks; those that no title has are left out.
struct BareType {
  const tokens::DocumentTypeRow* row = nullptr;
  std::string letters;
};

const std::vector<BareType>& bare_types() {
  static const std::vector<BareType> types = [] {
    std::vector<BareType> made;
    for (const tokens::DocumentTypeRow& row : tokens::document_types.rows()) {
      if (row.use == tokens::TypeUse::title) made.push_back({&row, bare_letters(row.phrase)});
    }
    return made;
  }();
  return types;
}

/// `text` is `phrase` without its blanks.
bool is_without_blanks(std::string_view text, std::string_view phrase) {
  for (const char c : phrase) {
    if (c == ' ') continue;
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
  }
  return text.empty();
}

/// Bytes of "127-KL/TW" behind the type on its line; 0 where none stands.
std::size_t symbol_length(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at == 0 || at >= text.size() || (text[at] != '/' && text[at] != '-')) return 0;
  while (at < text.size() && blank_length(text, at) == 0) ++at;
  return has_letter(text.substr(0, at)) ? at : 0;
}

/// "số 12/SNV-TĐ ngày 2/3/2031 V/v ..." behind the type on its line: the name of a page. A sentence
/// cites so, too, but goes on otherwise.
bool names_letter(std::string_view lower) {
  constexpr std::string_view word = "số ";
  constexpr std::size_t longest_date = 40;  // bytes: "ngày 27 tháng 12 năm 2031"
  if (!lower.starts_with(word)) return false;
  const std::string_view number = trim(lower.substr(word.size()));
  const std::size_t symbol = symbol_length(number);
  if (symbol == 0) return false;
  const std::string_view date = trim(number.substr(symbol));
  const std::size_t subject = date.find(" v/v ");
  return date.starts_with("ngày ") && subject != std::string_view::npos &&
         subject <= longest_date && date.find(". ") == std::string_view::npos;
}

}  // namespace

bool is_title_type(std::string_view placed) {
  const auto found = tokens::document_types.longest(placed, 0);
  return found && found.row->use == tokens::TypeUse::title && found.row->phrase == placed;
}

std::optional<TypeLine> read_type_line(const FoldedText& text, const Line& line) {
  const std::string_view printed = text.printed(line.span);
  const std::string_view lower = text.placed(line.span);
  // Capitals of the fonts of the nineties come out as small letters: "thông tư" on its own line.
  if (!is_capital(printed, 0) && !is_title_type(lower)) return std::nullopt;
  if (const auto letters = read_spaced_letters(lower)) {
    for (const BareType& type : bare_types()) {
      if (!is_without_blanks(letters->text, type.row->phrase)) continue;
      return TypeLine{type.row, letters->length, true, TypeForm::alone};
    }
  }
  std::optional<TypeLine> best;
  if (line.caps && printed.size() <= longest_type) {
    // A badly read mark ("QUYÉT ĐỊNH") leaves no doubt where nothing else stands on the line.
    const std::string letters = bare_letters(lower);
    for (const BareType& type : bare_types()) {
      if (type.letters != letters) continue;
      best = TypeLine{type.row, printed.size(), true, TypeForm::alone};
      if (lower == type.row->phrase) break;
    }
    if (best) return best;
  }
  if (!tokens::document_types.may_begin(tokens::syllable_key(lower, 0))) return best;
  for (const BareType& type : bare_types()) {
    const tokens::DocumentTypeRow& row = *type.row;
    const std::size_t length = tokens::match(lower, 0, row.phrase);
    if (length == tokens::npos || (best && best->length >= length)) continue;
    const bool caps = is_caps(printed.substr(0, length));
    const std::string_view rest = trim(printed.substr(length));
    const std::size_t symbol = caps ? symbol_length(rest) : 0;
    const bool alone = rest.empty() || rest == ":" || symbol == rest.size();
    TypeLine found{&row, length, alone, TypeForm::alone};
    if (alone) {
      found.form = caps ? TypeForm::alone : TypeForm::alone_small;
    } else if (caps && (is_capital(rest, 0) || symbol != 0)) {
      found.form = TypeForm::subject;
    } else if (!caps && !row.code.empty() && printed.size() <= farthest_type_subject &&
               end_mark(printed) == EndMark::none) {
      found.form = TypeForm::subject_small;
    } else if (!caps && names_letter(trim(lower.substr(length)))) {
      found.form = TypeForm::cited;
    } else {
      continue;
    }
    best = found;
  }
  return best;
}

bool is_lone_type(const FoldedText& text, const Line& line) {
  const auto type = read_type_line(text, line);
  return type && type->form == TypeForm::alone;
}

}  // namespace vanban::outline

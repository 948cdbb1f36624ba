#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "vanban/document.hpp"

/// What the rules of a careful clerk look at, and the functions that do. Each takes a finished
/// document and says where its rule is broken.
namespace vanban::plan::clerk {

/// Whose norm a document is written by.
enum class Family : unsigned char { unknown, state, party, mass };

/// What stands at the top of a page and has no field in the model.
struct Letterhead {
  bool national = false;  ///< CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, or its motto
  bool party = false;     ///< ĐẢNG CỘNG SẢN VIỆT NAM
  std::optional<std::string> motto;    ///< "Độc lập - Tự do - Hạnh phúc", as printed
  std::optional<SourceSpan> motto_at;  ///< null where `motto` is
};

struct Paper {
  const Document& document;
  const Letterhead& head;
  Family family = Family::unknown;
  /// The source can be quoted: it was not in an encoding or font of its own.
  bool quotable = true;
  /// It came with another document, whose header it has: "(Ban hành kèm theo Quyết định ...)".
  bool attached = false;
};

struct Finding {
  SourceSpan span;
  std::string quoted;  ///< stands for {} in the message
};
using Findings = std::vector<Finding>;

// Header
void number_blanks(const Paper& paper, Findings& found);
void number_zero(const Paper& paper, Findings& found);
void symbol_hyphen(const Paper& paper, Findings& found);
void number_hyphen(const Paper& paper, Findings& found);
void number_slash(const Paper& paper, Findings& found);
void number_type(const Paper& paper, Findings& found);
void number_year(const Paper& paper, Findings& found);
void date_zero(const Paper& paper, Findings& found);
void date_figures(const Paper& paper, Findings& found);
void place_missing(const Paper& paper, Findings& found);
void place_comma(const Paper& paper, Findings& found);
void motto_form(const Paper& paper, Findings& found);
void national_title_missing(const Paper& paper, Findings& found);
void agency_missing(const Paper& paper, Findings& found);
void title_missing(const Paper& paper, Findings& found);
void title_of_letter(const Paper& paper, Findings& found);
void title_cut(const Paper& paper, Findings& found);
void addressees_on_plan(const Paper& paper, Findings& found);

// Signature and recipients
void signer_missing(const Paper& paper, Findings& found);
void signer_honours(const Paper& paper, Findings& found);
void authority_form(const Paper& paper, Findings& found);
void deputy_expected(const Paper& paper, Findings& found);
void recipients_missing(const Paper& paper, Findings& found);
void recipient_repeated(const Paper& paper, Findings& found);
void archive_form(const Paper& paper, Findings& found);

// Body
void end_mark(const Paper& paper, Findings& found);
void point_letters(const Paper& paper, Findings& found);
void marker_form(const Paper& paper, Findings& found);
void appendix_number(const Paper& paper, Findings& found);
void appendix_unmentioned(const Paper& paper, Findings& found);
void ground_end(const Paper& paper, Findings& found);

// What the text says
void citation_incomplete(const Paper& paper, Findings& found);
void citation_later(const Paper& paper, Findings& found);
void ground_repeated(const Paper& paper, Findings& found);
void part_capitals(const Paper& paper, Findings& found);
void agency_capitals(const Paper& paper, Findings& found);
void deadline_passed(const Paper& paper, Findings& found);
void period_reversed(const Paper& paper, Findings& found);

/// Where a field of `owner` stands; null where it does not.
[[nodiscard]] inline std::optional<SourceSpan> place_of(const FieldPlaces& at,
                                                        std::string_view field) {
  for (const FieldPlace& one : at) {
    if (one.field == field && !one.spans.empty()) return one.spans.front();
  }
  return std::nullopt;
}

/// The first day that a partial date may mean ("2021" -> "2021-01-01"), and the last.
[[nodiscard]] inline std::string first_day(std::string date) {
  if (date.size() == 4) date += "-01";
  if (date.size() == 7) date += "-01";
  return date;
}
[[nodiscard]] inline std::string last_day(std::string date) {
  if (date.size() == 4) date += "-12";
  if (date.size() == 7) date += "-31";
  return date;
}

}  // namespace vanban::plan::clerk

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "outline/frame.hpp"
#include "outline/joined_text.hpp"
#include "outline/lines.hpp"
#include "plan/header.hpp"
#include "plan/header_values.hpp"

namespace vanban::plan {

enum class PieceKind : unsigned char { unknown, noise, national, other_title, known };

struct Piece {
  TextSpan span;
  std::size_t line = 0;
  PieceKind kind = PieceKind::unknown;
};

/// The top of a document while it is read: what stands there, and what was found in it.
struct HeaderPage {
  const outline::FoldedText& text;
  const outline::Frame& frame;
  std::vector<Piece> pieces = {};
  HeaderReading reading = {};
  std::string_view rule = {};  ///< of the step at work; a name of confidence.hpp
  bool listed = false;         ///< addressees are items of a list

  [[nodiscard]] std::string_view printed(TextSpan span) const { return text.printed(span); }
  [[nodiscard]] std::string_view lower(TextSpan span) const { return text.lower(span); }

  /// `name` of the header stands at bytes `range` of `joined`.
  std::string put(std::string_view name, const outline::JoinedText& joined, Range range);

  /// A field stands at `span`, and the step at work has read it there.
  void locate(std::string_view name, TextSpan span);

  /// The step at work has read the field, wherever it stands.
  void note_rule(std::string_view name);

  [[nodiscard]] outline::JoinedText joined(TextSpan span) const;

  /// The next line of a value that goes on over several.
  void append_line(outline::JoinedText& title, TextSpan span) const;
};

// The steps, in order. Each takes the pieces that it knows.

/// Cuts the lines of the header into what stood in different columns.
void cut_pieces(HeaderPage& page);
/// National title and motto, the titles of the Party and of the youth union.
void mark_titles(HeaderPage& page);
/// Stamps: secrecy, urgency, draft; what web sites put there.
void read_marks(HeaderPage& page);
/// "Kính gửi: Bộ Y tế." or a list under it.
void read_addressees(HeaderPage& page, std::span<const outline::Line> lines);
/// "Số: 06/CĐ-UBND, ngày 12 tháng 9" beneath the type that it says, for want of a number above.
void take_number_under_type(HeaderPage& page);
void read_number(HeaderPage& page);
/// The date, and the place before it.
void read_date(HeaderPage& page);
/// ... or over the signature, where the header has none.
void read_date_at_end(HeaderPage& page);
/// The type as the frame found it, with the subject under it.
void read_type(HeaderPage& page);
/// A letter has no type line; its subject stands under the number: "V/v báo cáo ...".
void read_letter_subject(HeaderPage& page);
/// Copies lose the line of the type, too: the subject in capitals stands under number and date,
/// and the symbol says the type.
void read_capital_subject(HeaderPage& page);
/// Who issues the document, and the body above it: what is left over.
void read_agency(HeaderPage& page);

}  // namespace vanban::plan

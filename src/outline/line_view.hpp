#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "outline/blocks.hpp"
#include "outline/lines.hpp"
#include "outline/segments.hpp"

namespace vanban::outline {

/// The lines of a document, and what each of them can be beside its neighbours.
class LineView {
 public:
  LineView(const FoldedText& text, std::span<const Line> lines)
      : text_(text), lines_(lines), layout_(measure_layout(text, lines)) {}

  [[nodiscard]] const FoldedText& text() const { return text_; }
  [[nodiscard]] const Layout& layout() const { return layout_; }
  [[nodiscard]] std::span<const Line> all() const { return lines_; }
  [[nodiscard]] std::size_t size() const { return lines_.size(); }
  [[nodiscard]] const Line& operator[](std::size_t i) const { return lines_[i]; }

  [[nodiscard]] std::string_view printed(std::size_t i) const {
    return text_.printed(lines_[i].span);
  }
  [[nodiscard]] std::string_view lower(std::size_t i) const { return text_.lower(lines_[i].span); }
  [[nodiscard]] const std::optional<Marker>& marker(std::size_t i) const {
    return lines_[i].marker;
  }
  [[nodiscard]] bool caps(std::size_t i) const { return lines_[i].caps; }
  [[nodiscard]] EndMark end_of(std::size_t i) const { return lines_[i].end; }
  [[nodiscard]] bool has_gap(std::size_t i) const {
    return lines_[i].blank_before > layout_.gap || lines_[i].after_rule;
  }
  /// The line reaches so far that its sentence may go on in the next.
  [[nodiscard]] bool is_full(std::size_t i) const {
    return layout_.wrapped && std::size_t{lines_[i].length} * 4 >= layout_.width * std::size_t{3};
  }
  /// What stands in the columns of the line.
  [[nodiscard]] std::vector<Segment> segments(std::size_t i) const {
    return split_segments(text_, lines_.subspan(i, 1));
  }
  /// Something is so of what stands in one of the columns: nearly all lines have one.
  template <class Test>
  [[nodiscard]] bool any_column(std::size_t i, const Test& test) const {
    if (lines_[i].one_column) return test(lines_[i].span);
    return std::ranges::any_of(segments(i), test, &Segment::span);
  }
  [[nodiscard]] bool has_columns(std::size_t i) const {
    return !lines_[i].one_column && segments(i).size() > 1;
  }

  /// "Căn cứ Luật ...", also where a bullet stands before it.
  [[nodiscard]] bool is_ground(std::size_t i) const;

  /// The paragraph that begins here says on what ground the plan is made or announces it: a subject
  /// may open with the same words ("Thực hiện Chỉ thị ...") but does not end so.
  [[nodiscard]] bool is_ground_paragraph(std::size_t i) const;

  /// A line that can be the first of a body: the highest numbering there is.
  [[nodiscard]] bool is_section_start(std::size_t i) const;

  /// "Kính gửi: ..."
  [[nodiscard]] bool starts_addressees(std::size_t i) const;

  /// Number, date, national title or motto.
  [[nodiscard]] bool is_header_line(std::size_t i) const;

  /// The line, or a column of it, says Nơi nhận. "Nơi nhận hồ sơ: ..." is an item of a procedure.
  [[nodiscard]] bool starts_tail(std::size_t i) const;

  /// A column of the line is an office: "KT. GIÁM ĐỐC".
  [[nodiscard]] bool is_office(std::size_t i) const;

  /// A column of the line is the name of a person.
  [[nodiscard]] bool is_name(std::size_t i) const;

  /// A row of a table, with or without the marks of Markdown.
  [[nodiscard]] bool is_row(std::size_t i) const;

  /// "- Lưu: VT.": recipients end with it. On the line of "Nơi nhận" it may stand behind them.
  [[nodiscard]] bool is_file_copy(std::size_t i) const;

  /// A column of the line is an office in capitals or with the abbreviation of an authority.
  [[nodiscard]] bool is_signing(std::size_t i) const;

  /// "I. GIÁM ĐỐC SỞ" is a heading, "Q. GIÁM ĐỐC" is not.
  [[nodiscard]] bool marker_but_office(std::size_t i) const;

 private:
  /// "1. BỘ Y TẾ" / "CỘNG HÒA XÃ HỘI ...": a site numbers the pages of what it shows.
  [[nodiscard]] bool is_over_national_title(std::size_t i) const;
  /// Nothing but numbered lines, the path of a site, stands over line `i`.
  [[nodiscard]] bool opens_page(std::size_t i) const;
  static bool is_division(const Marker& found);
  /// The line before a numbered paragraph is complete.
  [[nodiscard]] bool ends_statement(std::size_t i) const;

  const FoldedText& text_;
  std::span<const Line> lines_;
  Layout layout_;
};

/// Grounds begin so: "Căn cứ ...".
[[nodiscard]] bool opens_ground(std::string_view lower);

/// "Kính gửi: ...", "THỦ TƯỚNG CHÍNH PHỦ điện:": whom a letter or a telegram is for follows.
[[nodiscard]] bool opens_addressees(std::string_view lower);

/// "CHỦ TỊCH UBND TỈNH" over "Điện:": who sends a telegram has a line of its own.
[[nodiscard]] bool is_sender_over(std::string_view lower, std::string_view next);

/// A preamble ends where it announces the body: "... như sau:".
[[nodiscard]] bool announces_body(std::string_view lower);

/// What stands over or under the title of a text that belongs to another: "(Kèm theo ...)".
[[nodiscard]] bool is_attachment(std::string_view lower);

/// A paragraph that concludes a document begins so: "Trên đây là Kế hoạch ...".
[[nodiscard]] bool opens_closing(std::string_view lower);

/// ... and concludes what stands before it wherever it stands: "Trên đây là ...".
[[nodiscard]] bool opens_conclusion(std::string_view lower);

/// ... but a paragraph that text follows may, too: "Trân trọng cảm ơn ...", "Đề nghị các ...".
[[nodiscard]] bool may_open_closing(std::string_view lower);

/// ... and asks for something: "Đề nghị các đơn vị ...".
[[nodiscard]] bool is_request(std::string_view lower);

/// Bytes up to the first recipient where `lower` begins with "Nơi nhận:", else 0.
[[nodiscard]] std::size_t recipients_head(std::string_view lower);

/// An entry of a table of contents: "1. Mục đích ........ 3".
[[nodiscard]] bool is_contents_entry(std::string_view printed);

/// A line over an appendix: "Phụ lục II", "BIỂU SỐ 01".
[[nodiscard]] bool is_appendix_line(std::string_view printed, std::string_view lower);

}  // namespace vanban::outline

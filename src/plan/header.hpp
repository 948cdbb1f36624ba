#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "outline/frame.hpp"
#include "plan/field_spans.hpp"
#include "vanban/document.hpp"

namespace vanban::plan {

/// What the top of a document says, with where it says it.
struct HeaderReading {
  Header header;  ///< its `at` is left empty: `at` below
  FieldSpans at;
  /// Which rule read which field; both are names of constant life.
  std::vector<std::pair<std::string_view, std::string_view>> rules;
  std::optional<TextSpan> number_line;  ///< "Số: ..."; null where there is none
  std::optional<TextSpan> date_line;    ///< "..., ngày ... năm ..."
  /// What stands over the type and is no field: banners of web sites, units above the parent
  /// agency.
  std::vector<TextSpan> unread;
  bool national_title = false;  ///< CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM or its motto is there
  bool party_title = false;  ///< ĐẢNG CỘNG SẢN VIỆT NAM, and no national title
  std::optional<TextSpan> motto;
  bool number_blank = false;     ///< there is a number line, but its number is left blank
  bool date_incomplete = false;  ///< there is a date line, but it lacks day, month or year
};

/// Reads the zones `header` and `title` of `frame`. Linear time.
[[nodiscard]] HeaderReading read_header(const outline::FoldedText& text,
                                        const outline::Frame& frame);

}  // namespace vanban::plan

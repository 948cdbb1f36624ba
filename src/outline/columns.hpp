#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "outline/line.hpp"
#include "outline/lines.hpp"
#include "outline/segments.hpp"

/// Tables out of a page layout whose cells are wrapped: a row is many lines, its cells stand
/// beneath each other in columns that wide blanks part.
///
///     STT   Nội dung công việc        Cơ quan       Thời gian
///                                     chủ trì
///     1     Lập danh sách hộ nghèo    Phòng         Trước ngày
///           của từng thôn             Kinh tế       15/3/2031
namespace vanban::outline {

/// A column of a page, in code points from the left margin: [begin, end).
struct PageColumn {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct WrappedTable {
  std::size_t begin = 0;  ///< first line
  std::size_t end = 0;    ///< behind its last; 0 where there is no table
  std::vector<PageColumn> columns;
  std::vector<std::size_t> rows;          ///< the first line of each
  std::vector<std::size_t> page_numbers;  ///< lines within that hold nothing else
  Gaps gaps;                              ///< what parts its cells
};

/// The table whose head has its first cell ("STT") on line `at`. Linear in the lines of the table.
[[nodiscard]] WrappedTable find_wrapped_table(const FoldedText& text, std::span<const Line> lines,
                                              std::size_t at);

/// "STT  Nội dung": a line of no wider blanks may be the head of a table too.
[[nodiscard]] bool opens_with_first_head(std::string_view lower);

/// "STT": the first head of a table whose rows are numbered.
[[nodiscard]] bool is_numbering_head(std::string_view lower);
/// "Tháng", "Thời gian": the first head of a table whose rows begin with times.
[[nodiscard]] bool is_time_head(std::string_view lower);

/// A cell that holds nothing but the number of its row: "1", "2."
struct RowNumber {
  unsigned value = 0;  ///< 0: it holds something else
  bool point = false;
};
[[nodiscard]] RowNumber row_number(std::string_view cell);

/// Whether text at `span` is an item with a number or a letter ("2. Thể thức", "a) Bóng đá").
[[nodiscard]] bool opens_numbered_item(const FoldedText& text, TextSpan span);

/// A line that can be no line of a cell: the next section.
[[nodiscard]] bool opens_section(const FoldedText& text, const Line& line);

/// The column that a segment [begin, end) of the page stands in.
[[nodiscard]] std::size_t column_of(const std::vector<PageColumn>& columns, std::uint32_t begin,
                                    std::uint32_t end);

}  // namespace vanban::outline

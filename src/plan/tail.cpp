#include "plan/tail.hpp"

#include <algorithm>

#include "outline/characters.hpp"
#include "outline/line_view.hpp"
#include "outline/marker.hpp"
#include "outline/offices.hpp"
#include "outline/segments.hpp"

namespace vanban::plan {
namespace {

using outline::FoldedText;
using outline::Line;
using outline::Segment;

constexpr std::size_t most_columns = 4;
constexpr std::size_t longest_office = 160;  // bytes

/// The segment can only be one of a signature's or the head of the recipients.
bool signs_or_heads(const FoldedText& text, const Segment& segment) {
  const std::string_view printed = text.printed(segment.span);
  const std::string_view lower = text.lower(segment.span);
  const std::string_view placed = text.placed(segment.span);
  return outline::is_office_line(printed, placed) || outline::is_person_name(printed, placed) ||
         outline::is_signing_mark(lower) || outline::recipients_head(lower) != 0;
}

/// ... or is so likely, where wide blanks part it from what stands before.
bool shows_column(const FoldedText& text, const Segment& segment) {
  return signs_or_heads(text, segment) || outline::is_caps(text.printed(segment.span));
}

class Splitter {
 public:
  Splitter(const FoldedText& text, std::span<const Line> lines) : text_(text), lines_(lines) {}

  Tail run() && {
    std::vector<Segment> segments = outline::split_segments(text_, lines_);
    // Who signs for somebody has an office besides.
    offices_alone_ = std::ranges::any_of(segments, [this](const Segment& one) {
      return is_office_in_capitals(one.span) &&
             outline::authority_prefix(text_.placed(one.span)) == 0;
    });
    for (std::size_t i = 0; i < segments.size();) {
      std::size_t end = i + 1;
      while (end < segments.size() && segments[end].line == segments[i].line) ++end;
      rows_.push_back(read_row(std::span(segments).subspan(i, end - i)));
      i = end;
    }
    look_for_pipes();
    measure_columns();
    for (const Row& row : rows_) place(row);
    std::vector<std::vector<TailPiece>> found;
    for (auto& column : columns_) {
      if (!column.empty()) found.push_back(std::move(column));
    }
    for (auto& column : cells_) {
      if (!column.empty()) found.push_back(std::move(column));
    }
    return {std::move(segments), std::move(found)};
  }

 private:
  struct Row {
    std::vector<Segment> segments;
    std::vector<std::size_t> pipes;  ///< of its line, before each segment
    bool table = false;
    bool has_pipe = false;      ///< anywhere in its line
    bool run_together = false;  ///< one blank is left between its two columns
  };

  [[nodiscard]] Row read_row(std::span<const Segment> segments) {
    Row row;
    row.table = segments.front().table;
    for (Segment one : segments) {
      trim_breaks(one.span);
      if (!one.span.empty()) row.segments.push_back(one);
    }
    if (row.segments.empty()) row.segments.push_back(segments.front());
    if (row.table) return row;
    count_pipes(row);
    if (row.segments.size() == 1) {
      split_head(row);
      if (row.segments.size() == 1) split_item(row);
      office_split_ = office_split_ || row.segments.size() > 1;
      return row;
    }
    // "VT | TH" within an item shows no column.
    const bool parted = row.pipes.back() > row.pipes.front();
    const std::span<const Segment> others = std::span(row.segments).subspan(1);
    const bool columns = std::ranges::any_of(others, [&](const Segment& one) {
      return parted ? signs_or_heads(text_, one) : shows_column(text_, one);
    });
    if (columns) return row;
    // Wide blanks or pipes inside an item
    row.segments.resize(1);
    row.pipes.resize(1);
    row.segments.front().span.end = segments.back().span.end;
    return row;
  }

  /// "TỔNG BÍ THƯ\\": what a converter puts for the end of a line in a cell, and a star that it
  /// keeps from being emphasis.
  void trim_breaks(TextSpan& span) const {
    const auto is_break = [](char c) { return c == '\\' || c == '*' || c == ' '; };
    const std::size_t slash = text_.printed(span).rfind('\\');
    const std::size_t star = text_.printed(span).rfind('*');
    if (slash == std::string_view::npos && star == std::string_view::npos) return;
    while (!span.empty() && is_break(text_.text[span.end - 1])) --span.end;
  }

  void count_pipes(Row& row) const {
    const TextSpan line = lines_[row.segments.front().line].span;
    std::size_t pipes = 0;
    std::uint32_t at = line.begin;
    for (const Segment& one : row.segments) {
      for (; at < one.span.begin; ++at) pipes += text_.text[at] == '|' ? 1U : 0U;
      row.pipes.push_back(pipes);
    }
    row.has_pipe = text_.printed(line).find('|') != std::string_view::npos;
  }

  /// Pipes between two cells of a line that is no row of a table tell its columns, wherever they
  /// stand; each line may have one more before its first cell.
  void look_for_pipes() {
    least_pipes_ = most_columns;
    for (const Row& row : rows_) {
      if (row.table || row.pipes.back() == 0) continue;
      piped_ = piped_ || row.pipes.back() > row.pipes.front();
      least_pipes_ = std::min(least_pipes_, row.pipes.front());
    }
  }

  /// The column of a segment of a line with pipes, or of one that has none beside such lines.
  [[nodiscard]] std::size_t piped_column(const Row& row, std::size_t segment) const {
    const Segment& one = row.segments[segment];
    const bool signs = !row.has_pipe && shows_column(text_, one) &&
                       outline::recipients_head(text_.lower(one.span)) == 0;
    if (signs) return 1;
    const std::size_t pipes = row.pipes[segment];
    return std::min(pipes - std::min(pipes, least_pipes_), columns_.size() - 1);
  }

  /// "CHỦ TỊCH; CÁC SỞ; LƯU: VT.": recipients in capitals, no office.
  [[nodiscard]] static bool names_several(std::string_view lower) {
    return lower.ends_with('.') || lower.find_first_of(";,:") != std::string_view::npos ||
           lower.find("lưu") != std::string_view::npos;
  }

  /// "Nơi nhận: HIỆU TRƯỞNG": one blank is left between the columns.
  void split_head(Row& row) const {
    const Segment& only = row.segments.front();
    const std::string_view printed = text_.printed(only.span);
    const std::size_t head = outline::recipients_head(text_.lower(only.span));
    const std::size_t rest = outline::trim_begin(printed, head, printed.size());
    if (head == 0 || rest == printed.size()) return;
    if (is_office_in_capitals(
            {only.span.begin + static_cast<std::uint32_t>(rest), only.span.end})) {
      split(row, head, rest);
    }
  }

  /// "- Sở Tài chính (b/c); KT. CHỦ TỊCH": the same of an item, behind what ends it.
  void split_item(Row& row) {
    const Segment& only = row.segments.front();
    const std::string_view printed = text_.printed(only.span);
    const auto marker = outline::find_marker(printed, text_.lower(only.span));
    if (!marker || !marker->is_bullet()) return;
    const std::size_t first =
        std::max(marker->length, printed.size() - std::min(printed.size(), longest_office));
    for (std::size_t end = first; end < printed.size(); ++end) {
      const char sign = printed[end];
      if (sign != ';' && sign != ',' && sign != ')' && sign != '.') continue;
      const std::size_t rest = outline::trim_begin(printed, end + 1, printed.size());
      if (rest == end + 1 || rest == printed.size()) continue;
      const TextSpan office{only.span.begin + static_cast<std::uint32_t>(rest), only.span.end};
      if (is_name_behind_office(office) && sign != ',') {
        name_split_ = true;
        return split(row, end + 1, rest);
      }
      // Of a list in capitals an office is an item.
      const bool capitals = outline::is_caps(printed.substr(marker->length, end - marker->length));
      if (capitals && sign != '.') continue;
      if (!is_office_in_capitals(office) || !may_sign(office)) continue;
      authority_split_ = authority_split_ || outline::authority_prefix(text_.placed(office)) != 0;
      return split(row, end + 1, rest);
    }
    split_signer(row, marker->length);
  }

  /// "- Lưu: VT, KT (2b). Hà GIÁM ĐỐC Trần Văn Hòa": the office and the name of who signs run on in
  /// the last item.
  void split_signer(Row& row, std::size_t first) const {
    const Segment& only = row.segments.front();
    const std::string_view printed = text_.printed(only.span);
    if (text_.lower(only.span).find("lưu") == std::string_view::npos) return;
    for (std::size_t at = printed.find(' ', first); at < printed.size();
         at = printed.find(' ', at + 1)) {
      const std::size_t rest = outline::trim_begin(printed, at, printed.size());
      const TextSpan signer{only.span.begin + static_cast<std::uint32_t>(rest), only.span.end};
      const std::string_view placed = text_.placed(signer);
      // "Lưu: VT, KT. TM. ỦY BAN NHÂN DÂN ...": the first is of the archive.
      const std::size_t represents = outline::authority_prefix(placed);
      const std::size_t next = outline::trim_begin(placed, represents, placed.size());
      if (represents != 0 && outline::authority_prefix(placed.substr(next)) != 0) continue;
      if (outline::office_before_name(text_.printed(signer), placed) != 0) {
        return split(row, at, rest);
      }
    }
  }

  /// "- Các thôn; Lê Văn Bãi": whose office was split off an item above.
  [[nodiscard]] bool is_name_behind_office(TextSpan span) const {
    return office_split_ && !name_split_ &&
           outline::is_person_name(text_.printed(span), text_.placed(span)) &&
           !outline::is_office_line(text_.printed(span), text_.placed(span));
  }

  /// An office that says for whom it signs does; another may be an item, where somebody else signs.
  [[nodiscard]] bool may_sign(TextSpan office) const {
    return authority_split_ || !offices_alone_ ||
           outline::authority_prefix(text_.placed(office)) != 0;
  }

  /// "Lưu: VT, KT." keeps what would be an abbreviation on a line of its own.
  [[nodiscard]] bool is_office_in_capitals(TextSpan span) const {
    return outline::is_caps(text_.printed(span)) && !names_several(text_.lower(span)) &&
           outline::is_office_line(text_.printed(span), text_.placed(span)) &&
           !outline::is_bare_authority(text_.printed(span), text_.placed(span));
  }

  /// The only segment of the row ends at `end`; what begins at `rest` stands in another column.
  void split(Row& row, std::size_t end, std::size_t rest) const {
    const Segment& only = row.segments.front();
    const std::string_view printed = text_.printed(only.span);
    Segment other = only;
    other.span.begin += static_cast<std::uint32_t>(rest);
    other.column += static_cast<std::uint32_t>(outline::count_code_points(printed.substr(0, rest)));
    ++other.index;
    row.segments.front().span.end = only.span.begin + static_cast<std::uint32_t>(end);
    row.segments.push_back(other);
    row.pipes.push_back(row.pipes.front());
    row.run_together = true;
  }

  /// Where each column begins, on the average of the lines that show most of them.
  void measure_columns() {
    std::size_t most = piped_ ? 2 : 1;
    for (const Row& row : rows_) {
      if (!row.table) most = std::max(most, std::min(row.segments.size(), most_columns));
    }
    starts_.assign(most, 0);
    std::size_t count = 0;
    for (const Row& row : rows_) {
      if (row.table || row.segments.size() < most) continue;
      ++count;
      for (std::size_t c = 0; c < most; ++c) starts_[c] += row.segments[c].column;
    }
    for (std::size_t& start : starts_) start /= std::max<std::size_t>(count, 1);
    columns_.resize(most);
  }

  [[nodiscard]] std::size_t nearest(std::size_t column) const {
    std::size_t best = 0;
    const auto distance = [&](std::size_t c) {
      return starts_[c] > column ? starts_[c] - column : column - starts_[c];
    };
    for (std::size_t c = 1; c < starts_.size(); ++c) {
      if (distance(c) < distance(best)) best = c;
    }
    return best;
  }

  void place(const Row& row) {
    for (std::size_t i = 0; i < row.segments.size(); ++i) {
      const Segment& segment = row.segments[i];
      TailPiece piece{segment.span, segment.line, lines_[segment.line].blank_before};
      if (row.table) {
        if (segment.index >= cells_.size()) cells_.resize(segment.index + 1U);
        auto& cell = cells_[segment.index];
        piece.first_in_cell = cell.empty() || cell.back().line != segment.line;
        if (!piece.first_in_cell) piece.blank_before = 0;
        cell.push_back(piece);
      } else {
        // A line with a piece in each column shows them, wherever tabs have put them.
        const bool whole = row.segments.size() == starts_.size();
        const std::size_t column = piped_                      ? piped_column(row, i)
                                   : row.run_together || whole ? i
                                                               : nearest(segment.column);
        columns_[column].push_back(piece);
      }
    }
  }

  const FoldedText& text_;
  std::span<const Line> lines_;
  std::vector<Row> rows_;
  bool offices_alone_ = false;    ///< an office stands in a column of its own
  bool authority_split_ = false;  ///< for whom somebody signs was split off an item
  bool office_split_ = false;     ///< so was any office
  bool name_split_ = false;       ///< ... and a name
  bool piped_ = false;
  std::size_t least_pipes_ = 0;  ///< before the first cell of a line that has any
  std::vector<std::size_t> starts_;
  std::vector<std::vector<TailPiece>> columns_;
  std::vector<std::vector<TailPiece>> cells_;
};

}  // namespace

Tail split_tail(const FoldedText& text, std::span<const Line> lines) {
  return Splitter(text, lines).run();
}

std::vector<TextSpan> unread_spans(const FoldedText& text, const Tail& tail,
                                   std::vector<TextSpan> read) {
  std::ranges::sort(read, {}, &TextSpan::begin);
  std::vector<TextSpan> unread;
  const auto add = [&](std::uint32_t begin, std::uint32_t end) {
    const auto first = static_cast<std::uint32_t>(outline::trim_begin(text.text, begin, end));
    const auto last = static_cast<std::uint32_t>(outline::trim_end(text.text, first, end));
    if (outline::says_nothing(text.printed({first, last}))) return;
    // Lines may stand in another order than their places.
    const bool joins = !unread.empty() && unread.back().end <= first &&
                       outline::says_nothing(text.printed({unread.back().end, first}));
    if (joins) {
      unread.back().end = last;
    } else {
      unread.push_back({first, last});
    }
  };
  for (const Segment& segment : tail.segments) {
    if (outline::is_signing_mark(text.lower(segment.span))) continue;
    std::uint32_t at = segment.span.begin;
    const auto after = std::ranges::upper_bound(read, at, {}, &TextSpan::begin);
    auto next = static_cast<std::size_t>(after - read.begin());
    if (next > 0) --next;
    for (; next < read.size() && read[next].begin < segment.span.end; ++next) {
      if (read[next].end <= at) continue;
      if (read[next].begin > at) add(at, read[next].begin);
      at = std::max(at, read[next].end);
    }
    if (at < segment.span.end) add(at, segment.span.end);
  }
  return unread;
}

}  // namespace vanban::plan

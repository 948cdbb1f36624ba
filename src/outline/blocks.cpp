// Wrapped lines are joined by evidence, never by blank lines alone: text from PDF has a blank line
// after every line, OCR breaks paragraphs at pages, web copies wrap at no constant width. The
// strongest evidence is what a typesetter would have done: a line is broken where the next word no
// longer fits, so a line that had room for it was ended on purpose.
#include "outline/blocks.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "outline/characters.hpp"
#include "outline/columns.hpp"
#include "outline/line_view.hpp"
#include "outline/offices.hpp"
#include "outline/segments.hpp"
#include "tokens/document_types.hpp"

namespace vanban::outline {
namespace {

constexpr std::size_t shortest_wrapped_line = 24;  // code points; shorter lines tell no width
constexpr std::size_t longest_wrapped_line = 160;  // a longer line was never broken at a width
constexpr std::size_t sure_wraps_needed = 2;

// How full a line must be, as a share of the width, to have been broken for want of room. Letters
// differ in width, so that characters measure it roughly: the less else speaks for a break, the
// fuller the line must be.
constexpr double unfinished_phrase = 0.78;  // no end mark, and no heading
constexpr double numbered_line = 0.92;      // may be a heading, which has no end mark either
constexpr double full_line = 1.0;           // a sentence ends with the line

/// Paragraphs begin with these even where the line before them is full.
struct Opener {
  std::string_view folded;
  std::string_view example;
};
// clang-format off
constexpr Opener openers[] = {
    {"trên đây là ", "Trên đây là Kế hoạch trồng cây ..."},
    {"nơi nhận", "Nơi nhận:"},
    {"căn cứ ", "Căn cứ Luật Tổ chức chính quyền địa phương ..."},
};
// clang-format on

/// A ground of the preamble, which may end in a comma.
constexpr Opener ground_openers[] = {
    {"căn cứ", "Căn cứ Luật Đất đai,"},
    {"theo đề nghị", "Theo đề nghị của Giám đốc Sở,"},
    {"xét đề nghị", "Xét đề nghị của Chánh Văn phòng,"},
};

// clang-format off
/// Who acts in a paragraph stands first in it: where one body's paragraph ended with a full line,
/// another body begins another. A name goes on with a capital, or with whose body it is: "Sở Y tế"
/// but "Sở hữu", "Công an tỉnh" but "Ban hành".
constexpr Opener bodies[] = {
    {"sở ", "Sở Y tế chủ trì ..."}, {"ban ", "Ban Dân tộc ..."}, {"phòng ", "Phòng Nội vụ ..."},
    {"văn phòng ", "Văn phòng Sở ..."}, {"ủy ban ", "Ủy ban nhân dân xã ..."},
    {"ubnd ", "UBND các xã ..."}, {"công an ", "Công an tỉnh ..."},
    {"trung tâm ", "Trung tâm Y tế ..."}, {"hội ", "Hội Nông dân ..."},
    {"đoàn ", "Đoàn Thanh niên ..."}, {"tỉnh đoàn ", "Tỉnh đoàn Hòa Sơn ..."},
    {"liên đoàn ", "Liên đoàn Lao động ..."}, {"bộ chỉ huy ", "Bộ Chỉ huy Quân sự ..."},
    {"thanh tra ", "Thanh tra tỉnh ..."}, {"trạm ", "Trạm Y tế ..."},
    {"đài ", "Đài Phát thanh ..."}, {"chi cục ", "Chi cục Kiểm lâm ..."},
    {"kho bạc ", "Kho bạc Nhà nước ..."}, {"bảo hiểm xã hội ", "Bảo hiểm xã hội tỉnh ..."},
};
constexpr Opener whose_bodies[] = {
    {"tỉnh ", "Công an tỉnh"}, {"thành phố ", "Thanh tra thành phố"}, {"xã ", "Công an xã"},
    {"phường ", "Công an phường"}, {"huyện ", "Thanh tra huyện"},
    {"nhân dân ", "Ủy ban nhân dân"}, {"các ", "UBND các xã"},
};
// clang-format on

/// The name of a body at the start of a paragraph, with the word behind its kind; else empty.
std::string_view opening_body(std::string_view printed, std::string_view lower) {
  for (const Opener& row : bodies) {
    if (!opens_with(lower, row.folded) || !is_capital(printed, 0)) continue;
    const std::size_t at = row.folded.size();
    const bool owned = std::ranges::any_of(whose_bodies, [&](const Opener& whose) {
      return opens_with(lower.substr(at), whose.folded);
    });
    if (!owned && !is_capital(printed, at)) continue;
    return lower.substr(0, lower.find(' ', at));
  }
  return {};
}

// clang-format off
/// Who makes a plan, where the name is none of the above.
constexpr Opener makers[] = {
    {"ban thường vụ ", "Ban Thường vụ Tỉnh ủy ..."}, {"ban chấp hành ", "Ban Chấp hành ..."},
    {"thường trực ", "Thường trực HĐND xã ..."}, {"tỉnh ủy ", "Tỉnh ủy ban hành ..."},
    {"thành ủy ", "Thành ủy ban hành ..."}, {"huyện ủy ", "Huyện ủy ban hành ..."},
    {"đảng ủy ", "Đảng ủy xã ..."}, {"đảng bộ ", "Đảng bộ Sở ..."}, {"chi bộ ", "Chi bộ thôn ..."},
    {"nhà trường ", "Nhà trường xây dựng ..."}, {"trường ", "Trường THCS Hòa An ..."},
    {"liên đội ", "Liên đội Trường ..."}, {"công đoàn ", "Công đoàn ngành ..."},
    {"bộ ", "Bộ Y tế ..."}, {"cục ", "Cục Thuế tỉnh ..."}, {"tổng cục ", "Tổng cục Thuế ..."},
    {"viện ", "Viện kiểm sát nhân dân ..."}, {"tòa án ", "Tòa án nhân dân ..."},
    {"bệnh viện ", "Bệnh viện đa khoa ..."}, {"công ty ", "Công ty Điện lực ..."},
    {"hội đồng ", "Hội đồng nhân dân xã ..."}, {"uỷ ban ", "Uỷ ban nhân dân xã ..."},
    {"thuế ", "Thuế tỉnh ..."}, {"ngân hàng ", "Ngân hàng Chính sách xã hội ..."},
};
// clang-format on

bool names_maker(std::string_view printed, std::string_view lower) {
  return !opening_body(printed, lower).empty() ||
         std::ranges::any_of(makers,
                             [&](const Opener& row) { return opens_with(lower, row.folded); });
}

// clang-format off
/// Lines of their own between the grounds and the articles.
constexpr Opener enactments[] = {
    {"quyết định:", "QUYẾT ĐỊNH:"}, {"quyết định", "QUYẾT ĐỊNH"}, {"quyết nghị:", "QUYẾT NGHỊ:"},
    {"quyết nghị", "QUYẾT NGHỊ"}, {"nghị định:", "NGHỊ ĐỊNH:"}, {"nghị định", "NGHỊ ĐỊNH"},
    {"quyết định :", "QUYẾT ĐỊNH :"}, {"quyết nghị :", "QUYẾT NGHỊ :"},
};

/// No phrase ends with these where figures follow; "hạ tầng số" may.
constexpr Opener ends_before_figures[] = {
    {" số", "Căn cứ Nghị định số"}, {" ngày", "... số 37-CT/TW ngày"},
    {" tháng", "... ngày 23 tháng"}, {" năm", "... tháng 4 năm"}, {" -", "giai đoạn 2026 -"},
    {" –", "giai đoạn 2026 –"}, {" giai đoạn", "Chiến lược giai đoạn"},
    {" nhiệm kỳ", "... khóa X, nhiệm kỳ"}, {" năm học", "Kế hoạch năm học"},
    {" kỷ niệm", "... chào mừng kỷ niệm"}, {" kỉ niệm", "... chào mừng kỉ niệm"},
};

/// Behind these the next line names to whom.
constexpr Opener ends_before_bodies[] = {
    {" báo cáo", "... tổng hợp báo cáo / Ủy ban nhân dân tỉnh"}, {" trình", "... trình / Bộ Y tế"},
    {" gửi", "... gửi / Sở Tài chính"}, {" gửi về", "... gửi về / Sở Tài chính"},
};

/// An office that a ground names is that of a body.
constexpr Opener offices_in_grounds[] = {
    {" bộ trưởng", "... của Bộ trưởng"}, {" chủ tịch", "... của Chủ tịch"},
    {" giám đốc", "Xét đề nghị của Giám đốc"}, {" trưởng phòng", "... của Trưởng phòng"},
    {" thủ tướng", "... của Thủ tướng"}, {" cục trưởng", "... của Cục trưởng"},
};

/// No phrase ends with these: the next line of a wrapped text goes on, however short theirs is.
constexpr Opener unfinished_ends[] = {
    {" của", "Căn cứ Luật Hoạt động giám sát của"},
    {" và", "... của Bộ Y tế và"}, {" về", "... của Chính phủ về"}, {" về việc", "... về việc"},
    {" tại", "... của Bộ Y tế tại"}, {" theo", "... được thực hiện theo"},
    {" ban hành", "UBND tỉnh Hòa Sơn ban hành"}, {" do", "... do"}, {" các", "... các"},
    {" những", "... những"}, {" cho", "... cho"}, {" với", "... phối hợp với"}, {" để", "... để"},
    {" từ", "... từ"}, {" đến", "... đến"}, {" trong", "... trong"}, {" đối với", "... đối với"},
    {" thuộc", "... thuộc"}, {" nhằm", "... nhằm"}, {"bộ trưởng bộ", "Bộ trưởng Bộ"},
    {"giám đốc sở", "Giám đốc Sở"}, {"thủ tướng chính", "Thủ tướng Chính"},
    {"ủy ban nhân", "Ủy ban nhân"}, {"uỷ ban nhân", "Uỷ ban nhân"},
    {"hội đồng nhân", "Hội đồng nhân"},
};

/// Nor with these where an act with its number follows: "... Kế hoạch thực hiện" / "Kết luận số
/// 27-KL/TW".
constexpr Opener ends_before_acts[] = {
    {" thực hiện", "... Kế hoạch thực hiện"}, {" triển khai", "... Kế hoạch triển khai"},
    {" sơ kết", "... Kế hoạch sơ kết"}, {" tổng kết", "... Kế hoạch tổng kết"},
    {" quán triệt", "... học tập, quán triệt"}, {" hướng dẫn", "... Thông tư hướng dẫn"},
    {" sửa đổi, bổ sung", "... Nghị định sửa đổi, bổ sung"}, {" bãi bỏ", "... bãi bỏ"},
};

/// Headings do not end with these either: they say of what.
constexpr Opener open_headings[] = {
    {"quy định", "NHỮNG QUY ĐỊNH"}, {" nộp", "I. GIA HẠN NỘP"},
    {" công tác", "1. Công tác"}, {" việc", "II. ĐẨY MẠNH VIỆC"},
    {" hoạt động của", "III. HOẠT ĐỘNG CỦA"}, {" chương trình", "1. Triển khai Chương trình"},
    {" tăng cường", "II. TĂNG CƯỜNG"}, {" nâng cao", "III. NÂNG CAO"},
    {" đẩy mạnh", "IV. ĐẨY MẠNH"}, {" một số", "V. MỘT SỐ"}, {" bảo đảm", "VI. BẢO ĐẢM"},
    {" xây dựng", "I. CĂN CỨ XÂY DỰNG"}, {" ban hành", "I. SỰ CẦN THIẾT BAN HÀNH"},
};

/// ... nor begin with these.
constexpr Opener heading_rests[] = {
    {"của ", "... / CỦA BAN CHỈ ĐẠO"}, {"và ", "... / VÀ CÔNG TÁC KIỂM TRA"},
    {"trong ", "... / TRONG NĂM 2031"}, {"theo ", "... / THEO QUY ĐỊNH"},
    {"trên địa bàn", "... / TRÊN ĐỊA BÀN XÃ"}, {"tại ", "... / TẠI CÁC TRƯỜNG"},
    {"đối với ", "... / ĐỐI VỚI HỌC SINH"}, {"cho ", "... / CHO NGƯỜI DÂN"},
    {"thực hiện", "III. TỔ CHỨC / THỰC HIỆN"}, {"chủ yếu", "I. MỤC TIÊU / CHỦ YẾU"},
    {"với ", "... / VỚI CÁC HỘI"}, {"nhằm ", "... / NHẰM GIẢM NGHÈO"},
};
// clang-format on

/// A word of two syllables that the end of a line parts.
struct PartedWord {
  std::string_view end;
  std::string_view rest;
};
// clang-format off
constexpr PartedWord parted_words[] = {
    {" kết", "quả"}, {" kết", "luận"}, {" yêu", "cầu"}, {" giải", "pháp"}, {" nhiệm", "vụ"},
    {" nội", "dung"}, {" kinh", "phí"}, {" mục", "đích"}, {" mục", "tiêu"}, {" thực", "hiện"},
    {" tổ", "chức"}, {" đối", "tượng"}, {" thời", "gian"}, {" địa", "điểm"}, {" chỉ", "tiêu"},
    {" kế", "hoạch"}, {" công", "tác"}, {" phương", "hướng"}, {" phương", "án"}, {" tình", "hình"},
    {" trách", "nhiệm"}, {" quan", "điểm"}, {" khen", "thưởng"}, {" sản", "phẩm"},
    {" cần", "thiết"}, {" thành", "phần"}, {" hiệu", "lực"}, {" điều", "khoản"}, {" quy", "định"},
    {" chương", "trình"}, {" phạm", "vi"}, {" nguồn", "lực"}, {" đánh", "giá"}, {" hoạt", "động"},
    {" ban", "chấp hành"}, {" ban", "thường vụ"}, {" ban", "chỉ đạo"}, {" ban", "tổ chức"},
    {" ban", "quản lý"}, {" ủy", "ban"}, {" uỷ", "ban"}, {" hội", "đồng"}, {" nhân", "dân"},
};
// clang-format on

/// "30/TT-LB ngày ...": the number of an act stands first on a line.
bool opens_with_number(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && is_digit(line[at])) ++at;
  if (at == 0 || at == line.size() || (line[at] != '/' && line[at] != '-')) return false;
  return is_capital(line, at + 1);
}

/// "Kết luận số 27-KL/TW ...": an act with its number.
bool opens_with_act(std::string_view printed, std::string_view lower) {
  const auto type = tokens::document_types.longest(lower, 0);
  return type && is_capital(printed, 0) && lower.substr(type.end).starts_with(" số ");
}

/// "“c) Chứng từ ...": what an act puts in the place of another's words, numbered as there.
bool quotes_marker(std::string_view text) {
  for (const std::string_view quote : {"\"", "“"}) {
    if (!text.starts_with(quote)) continue;
    text.remove_prefix(quote.size());
    const std::size_t letter = text.empty() ? 0 : letter_at(text, 0);
    return letter > 0 && letter < text.size() && (text[letter] == ')' || text[letter] == '.');
  }
  return false;
}

bool is_enactment(const Line& line, std::string_view lower) {
  return line.caps &&
         std::ranges::any_of(enactments, [&](const Opener& row) { return lower == row.folded; });
}

bool opens_paragraph(std::string_view lower) {
  return std::ranges::any_of(openers,
                             [&](const Opener& row) { return opens_with(lower, row.folded); });
}

/// "(SXH) trên địa bàn ...": what the line before says, in short.
bool opens_with_abbreviation(std::string_view printed) {
  constexpr std::size_t longest = 16;  // bytes
  if (!printed.starts_with('(')) return false;
  const std::size_t close = printed.find(')');
  if (close < 3 || close > longest) return false;
  const std::size_t behind = trim_begin(printed, close + 1, printed.size());
  return is_caps(printed.substr(1, close - 1)) && behind > close + 1 && is_small(printed, behind);
}

/// Two lines that follow one another and certainly are one phrase.
bool surely_goes_on(const Line& line, const Line& next) {
  if (line.table || next.table || line.heading_level != 0 || next.heading_level != 0) return false;
  if (line.end != EndMark::none && line.end != EndMark::comma) return false;
  return next.begins_small && !next.marker;
}

struct Style {
  NodeKind kind;
  Delimiter delimiter;
  char32_t sign;
  std::uint8_t components;
  auto operator<=>(const Style&) const = default;
};

struct BrokenName {
  std::string_view folded;
  std::string_view example;
};

// clang-format off
/// With these words no heading ends: the next bold paragraph is the rest of it.
constexpr BrokenName broken_names[] = {
    {" hội liên hiệp", "**1. Hội Liên hiệp** / **Phụ nữ**"},
    {" hội cựu", "**2. Hội Cựu** / **chiến binh**"},
    {" liên đoàn", "**3. Liên đoàn** / **Lao động tỉnh**"},
    {" mặt trận", "**4. Ủy ban Mặt trận** / **Tổ quốc**"},
    {" ủy ban", "**5. Ủy ban** / **Mặt trận Tổ quốc**"},
    {" và", "**6. Đoàn Thanh niên và** / **Hội Phụ nữ**"},
    {" của", "**7. Trách nhiệm của** / **Sở Y tế**"},
    {" các", "**8. Đối với các** / **Trường Trung học**"},
    {" sở", "**9. Giám đốc Sở** / **Y tế**"},
    {" kinh tế - xã", "II. PHÁT TRIỂN KINH TẾ - XÃ / HỘI 5 NĂM 2031 - 2035"},
    {" phòng", "**10. Trưởng phòng** / **Nội vụ**"},
    {" đối với", "**11. Đối với** / **Công an tỉnh**"},
    {" cho", "**12. Giao nhiệm vụ cho** / **Sở Y tế**"},
    {" với", "**13. Phối hợp với** / **Sở Y tế**"},
};
// clang-format on

class Builder {
 public:
  Builder(const FoldedText& text, std::span<const Line> lines, const Layout& layout,
          const Footnotes& notes)
      : text_(text), lines_(lines), layout_(layout), notes_(notes) {}

  Blocks run() && {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const CellLine cell = lines_[i].cell;
      if (cell == CellLine::wrapped_row || cell == CellLine::wrapped_more) {
        i = add_wrapped_table(i);
      } else if (cell == CellLine::row || cell == CellLine::cell || cell == CellLine::more) {
        add_cell_line(i);
      } else if (lines_[i].table) {
        add_row(i);
      } else {
        add_line(i);
      }
    }
    for (Block& block : blocks_) block.caps = is_caps(block.text.text());
    return std::move(blocks_);
  }

 private:
  /// A table that came out cell by cell. Empty cells end a row that is shorter than the first, and
  /// begin the next one where that is full. The frame may have taken the first lines.
  void add_cell_line(std::size_t i) {
    const Line& line = lines_[i];
    if (i == 0 || lines_[i - 1].cell == CellLine::none || blocks_.empty() ||
        blocks_.back().rows.empty()) {
      blocks_.emplace_back();
      blocks_.back().span = line.span;
    }
    Block& table = blocks_.back();
    table.span.end = line.span.end;
    if (line.cell == CellLine::row || table.rows.empty()) {
      std::size_t empty = !table.rows.empty() && line.pipes > 2 ? line.pipes - 2U : 0U;
      const std::size_t columns = table.rows.empty() ? 0 : table.rows.front().size();
      for (; empty > 0 && table.rows.back().size() < columns; --empty) {
        table.rows.back().emplace_back();
      }
      table.rows.emplace_back(empty);
    }
    std::vector<JoinedText>& row = table.rows.back();
    if (line.cell != CellLine::more || row.empty()) {
      row.emplace_back().append(text_.text, line.span);
    } else {
      row.back().append(text_.text, line.span, lines_[i - 1].end == EndMark::hyphen, line.new_page);
    }
  }

  /// A table whose cells are wrapped in columns; gives its last line.
  std::size_t add_wrapped_table(std::size_t first) {
    std::size_t end = first;
    const auto is_wrapped = [&](std::size_t i) {
      return lines_[i].cell == CellLine::wrapped_row || lines_[i].cell == CellLine::wrapped_more;
    };
    while (end < lines_.size() && is_wrapped(end)) ++end;
    const std::span<const Line> lines = lines_.subspan(first, end - first);
    WrappedTable table;
    for (std::size_t head = 0; head < lines.size() && table.end == 0; ++head) {
      table = find_wrapped_table(text_, lines, head);
    }
    Block& block = blocks_.emplace_back();
    block.span = {lines.front().span.begin, lines.back().span.end};
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (std::ranges::binary_search(table.page_numbers, i)) continue;
      Line line = lines[i];
      line.table = false;  // whose segments cell separators part
      if (block.rows.empty() || line.cell == CellLine::wrapped_row) {
        block.rows.emplace_back(std::max<std::size_t>(table.columns.size(), 1));
      }
      for (const Segment& one : split_segments(text_, {&line, 1}, table.gaps)) {
        const std::size_t length = count_code_points(text_.printed(one.span));
        const std::size_t at = table.columns.empty()
                                   ? 0
                                   : column_of(table.columns, one.column,
                                               one.column + static_cast<std::uint32_t>(length));
        block.rows.back()[at].append(text_.text, one.span, false, line.new_page);
      }
    }
    return end - 1;
  }

  /// A row of Markdown between two blank lines, the second of which was the rule beneath a head,
  /// is the head of a table; one that only goes on with the table before, on a further page, has
  /// the same head or a number first.
  [[nodiscard]] bool is_next_table(std::size_t i) const {
    const Line& line = lines_[i];
    if (line.cell != CellLine::none || line.blank_before == 0) return false;
    const bool ruled = i + 1 < lines_.size() && lines_[i + 1].table &&
                       lines_[i + 1].cell == CellLine::none && lines_[i + 1].blank_before == 1;
    if (!ruled || blocks_.back().rows.size() < 2) return false;
    const std::string_view row = text_.printed(line.span);
    const std::size_t first = row.find(read::cell_separator);
    const std::string_view number = trim(row.substr(0, first));
    if (!number.empty() && is_digit(number.front())) return false;
    std::string_view rest = row;
    for (const JoinedText& cell : blocks_.back().rows.front()) {
      const std::size_t end = std::min(rest.find(read::cell_separator), rest.size());
      JoinedText again;
      again.append(rest, {0, static_cast<std::uint32_t>(end)});
      if (trim(again.text()) != cell.text()) return true;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return !rest.empty();
  }

  void add_row(std::size_t i) {
    const Line& line = lines_[i];
    if (line.cell == CellLine::pipes_more && !blocks_.empty() && !blocks_.back().rows.empty()) {
      blocks_.back().span.end = line.span.end;
      add_cells(line, blocks_.back());
      return;
    }
    const bool same =
        i > 0 && (lines_[i - 1].cell == line.cell ||
                  (lines_[i - 1].cell == CellLine::pipes_more && line.cell == CellLine::pipes));
    if (i == 0 || !lines_[i - 1].table || !same || blocks_.empty() || blocks_.back().rows.empty() ||
        line.blank_before > 1 + empty_rows_ || is_next_table(i)) {
      blocks_.emplace_back();
      blocks_.back().span = line.span;
    }
    Block& table = blocks_.back();
    table.span.end = line.span.end;
    add_cells(line, table);
    add_empty_rows(i, table);
  }

  /// The rows behind that of line `i` whose cells are all empty: forms have them. No line stands
  /// for them.
  void add_empty_rows(std::size_t i, Block& table) {
    empty_rows_ = 0;
    if (lines_[i].cell != CellLine::none) return;
    const std::size_t end = i + 1 < lines_.size() ? lines_[i + 1].span.begin : text_.text.size();
    const std::string_view text = std::string_view(text_.text).substr(0, end);
    bool may_be_rule = table.rows.size() == 1;
    for (std::size_t at = std::min(text.find('\n', lines_[i].span.end), end) + 1; at < end;) {
      const std::size_t stop = std::min(text.find('\n', at), end);
      const auto parts = std::ranges::count(text.substr(at, stop - at), read::cell_separator);
      if (parts == 0 && !may_be_rule) break;
      may_be_rule = false;
      if (parts > 0) {
        table.rows.emplace_back(static_cast<std::size_t>(parts) + 1);
        table.span.end = static_cast<std::uint32_t>(stop);
        ++empty_rows_;
      }
      at = stop + 1;
    }
  }

  void add_cells(const Line& line, Block& table) {
    const char separator = separator_of(line.cell);
    std::vector<JoinedText> row;
    if (line.cell == CellLine::pipes_more) {  // goes on in the last cell of its row
      row = std::move(table.rows.back());
      table.rows.pop_back();
    }
    bool goes_on = line.cell == CellLine::pipes_more;
    if (line.cell == CellLine::columns) {
      Line typed = line;
      typed.table = false;  // else wide blanks would part nothing
      for (const Segment& segment : split_segments(text_, {&typed, 1}, typed_gaps)) {
        row.emplace_back().append(text_.text, segment.span);
      }
      table.rows.push_back(std::move(row));
      return;
    }
    std::uint32_t begin = line.span.begin;
    for (std::uint32_t at = begin; at <= line.span.end; ++at) {
      const bool ends_row = at != line.span.end && text_.text[at] == read::row_separator;
      if (at != line.span.end && text_.text[at] != separator && !ends_row) continue;
      const std::size_t last = trim_end(text_.text, begin, at);
      const std::size_t first = trim_begin(text_.text, begin, last);
      if (!goes_on) row.emplace_back();
      goes_on = false;
      if (first < last) {
        row.back().append(text_.text,
                          {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
      }
      begin = at + 1;
      if (ends_row) table.rows.push_back(std::exchange(row, {}));
    }
    if (line.cell == CellLine::tabs && !table.rows.empty()) {
      row.resize(std::max(row.size(), table.rows.front().size()));
    }
    table.rows.push_back(std::move(row));
  }

  void add_line(std::size_t i) {
    const Line& line = lines_[i];
    std::optional<Marker> marker = line.marker;
    const Line* const before = i > 0 && !lines_[i - 1].table ? &lines_[i - 1] : nullptr;
    if (before != nullptr && marker && !counts(*marker, *before, line)) marker.reset();
    if (before != nullptr && !marker && goes_on(*before, line)) {
      Block& block = blocks_.back();
      if (block.text.text().empty()) block.bold = line.bold;  // "11." stood on a line of its own
      const bool glue = before->end == EndMark::hyphen;
      append(block.text, line.span, glue, line.new_page);
      block.span.end = line.span.end;
      return;
    }
    Block block;
    block.span = line.span;
    block.heading_level = line.heading_level;
    block.bold = line.bold;
    TextSpan rest = line.span;
    if (marker) {
      rest.begin += static_cast<std::uint32_t>(marker->length);
      last_value_[style(*marker)] = marker->value();
      block.marker = marker;
    }
    if (!rest.empty()) append(block.text, rest, false, false);
    blocks_.push_back(std::move(block));
    first_indent_ = line.indent;
  }

  /// Appends the text at `span` without its references to footnotes.
  void append(JoinedText& joined, TextSpan span, bool glue, bool new_page) const {
    for (auto mark = find_footnote_mark(text_.printed(span), 0, notes_); mark;
         mark = find_footnote_mark(text_.printed(span), 0, notes_)) {
      const auto cut = static_cast<std::uint32_t>(mark->first);
      if (cut > 0) {
        joined.append(text_.text, {span.begin, span.begin + cut}, glue, new_page);
        glue = true;
        new_page = false;
      }
      span.begin += static_cast<std::uint32_t>(mark->second);
    }
    if (!span.empty()) joined.append(text_.text, span, glue, new_page);
  }

  static Style style(const Marker& marker) {
    return {marker.kind, marker.delimiter, marker.sign, marker.component_count};
  }

  /// The line before ended in the middle of a phrase, as far as its end and width tell.
  [[nodiscard]] bool is_open(const Line& before, const Line& line) const {
    if (before.end == EndMark::comma || before.end == EndMark::hyphen) return true;
    if (before.end != EndMark::none || before.heading_level != 0) return false;
    if (!layout_.wrapped) return false;
    if (line.blank_before > layout_.gap && !line.new_page) return false;
    return layout_.paragraphs_apart || !had_room(before, line, unfinished_phrase);
  }

  /// The first word of `line` would have fitted on the line before it.
  [[nodiscard]] bool had_room(const Line& before, const Line& line, double tolerance) const {
    const std::string_view next = text_.printed(line.span);
    std::size_t word = 0;
    while (word < next.size() && blank_length(next, word) == 0) ++word;
    const std::size_t length =
        before.indent + std::size_t{before.length} + 1 + count_code_points(next.substr(0, word));
    return static_cast<double>(length) <= static_cast<double>(layout_.width) * tolerance;
  }

  /// What looks like a marker at the start of `line` is one, and no wrapped phrase.
  [[nodiscard]] bool counts(const Marker& marker, const Line& before, const Line& line) const {
    if (line.heading_level != 0) return true;
    if (!is_open(before, line)) return true;
    const std::string_view rest = text_.printed(line.span).substr(marker.length);
    if (marker.is_bullet()) {
      if (layout_.paragraphs_apart) return false;
      return !rest.empty() && !is_digit(rest.front()) && !starts_lower(rest);
    }
    if (marker.kind == NodeKind::part || marker.kind == NodeKind::chapter) return true;
    // "... ưu tiên các địa bàn cấp độ" / "1. Cấp ngay mì tôm ...": a full line of a paragraph.
    if (layout_.paragraphs_apart && line.blank_before <= layout_.gap && !line.new_page &&
        !before.caps && before.bold == line.bold && !had_room(before, line, unfinished_phrase)) {
      return false;
    }
    const auto last = last_value_.find(style(marker));
    const std::uint16_t expected =
        static_cast<std::uint16_t>(last == last_value_.end() ? 1 : last->second + 1);
    return (marker.value() == expected || marker.value() == 1) && !starts_lower(rest);
  }

  /// `line`, which has no marker, continues the phrase of the line before it.
  [[nodiscard]] bool goes_on(const Line& before, const Line& line) const {
    if (line.heading_level != 0) return false;
    const std::string_view next = text_.printed(line.span);
    const bool gap = line.blank_before > layout_.gap && !line.new_page;
    const bool one_paragraph = layout_.paragraphs_apart && line.blank_before <= layout_.gap;
    const EndMark end = before.end;
    if (before.heading_level != 0) return false;
    if (end == EndMark::hyphen) return true;
    if (is_enactment(line, text_.lower(line.span))) return false;
    if (line.caps && is_numbering_head(text_.lower(line.span))) return false;
    const bool small = starts_lower(next);
    if (!small && opens_paragraph(text_.lower(line.span)) && end != EndMark::comma) return false;
    switch (end) {
      case EndMark::comma:
        // "Căn cứ ... của Ủy ban nhân dân tỉnh," and then who makes the plan.
        if (is_capital(next, 0) && announces_plan(line)) {
          return layout_.wrapped && !had_room(before, line, full_line);
        }
        return !(is_capital(next, 0) && is_ground() &&
                 (!layout_.wrapped || (gap && layout_.paragraphs_apart) ||
                  had_room(before, line, unfinished_phrase)));
      case EndMark::none:
        if (small && !(gap && quotes_marker(next))) return true;
        if (gap) return goes_on_after_gap(before, line);
        if (before.caps && !line.caps) return false;
        if (is_rest_of_office(before, line)) return true;
        if (is_unfinished(before, line)) return true;
        if (layout_.wrapped &&
            (is_numbered_caps(before, line) || is_last_word(before, line) || is_first_word(line))) {
          return true;
        }
        if (!layout_.wrapped) {
          return line.blank_before == 0 &&
                 (line_of_caps(before, line) || is_outdented(before, line));
        }
        if (one_paragraph) return true;
        if (is_numbered() && begins_indented(before, line)) return false;
        return before.bold == line.bold &&
               !had_room(before, line,
                         is_numbered() && !is_digit(next.front()) && !ends_in_name(before)
                             ? numbered_line
                             : unfinished_phrase);
      case EndMark::colon:
      case EndMark::semicolon:
        // Where paragraphs stand apart, what follows without a blank line is of the same one.
        if (one_paragraph && layout_.wrapped && !before.caps) return true;
        // "... phân tán;" / "31,2 triệu cây ..."
        if (end == EndMark::semicolon && is_digit(next.front()) && !line.marker &&
            layout_.wrapped && !gap && !had_room(before, line, full_line)) {
          return true;
        }
        return small && layout_.wrapped && !gap &&
               !had_room(before, line, is_bulleted() ? unfinished_phrase : full_line);
      case EndMark::stop:
      case EndMark::hyphen: break;
    }
    // A sentence ended with the line; the paragraph goes on only where the line was full.
    if (!layout_.wrapped || gap || line.indent > before.indent) return false;
    if (small) return true;
    if (one_paragraph) return true;
    const std::string_view body = opening_body(next, text_.lower(line.span));
    const bool another = line.indent >= first_indent_ && !body.empty() && another_body(body);
    return !another && !had_room(before, line, full_line);
  }

  /// A body makes the plan, "... như sau:", and the block that would go on is a ground of it.
  [[nodiscard]] bool announces_plan(const Line& line) const {
    constexpr std::size_t most_lines = 4;
    const std::string_view block = text_.lower(blocks_.back().span);
    const auto& marker = blocks_.back().marker;
    if (line.marker || (marker && !marker->is_bullet())) return false;
    if (!outline::opens_ground(block.substr(marker ? marker->length : 0))) return false;
    const auto first = static_cast<std::size_t>(&line - lines_.data());
    for (std::size_t i = first; i < lines_.size() && i < first + most_lines; ++i) {
      if (i > first && (lines_[i].marker || !goes_on_plainly(lines_[i - 1], lines_[i]))) break;
      if (announces_body(text_.lower(lines_[i].span))) {
        return names_maker(text_.printed(line.span), text_.lower(line.span));
      }
    }
    return false;
  }

  /// "... kinh phí hoạt động của Làng" / "Văn hóa các dân tộc": a name is broken off.
  [[nodiscard]] bool ends_in_name(const Line& before) const {
    const std::string_view printed = text_.printed(before.span);
    const std::size_t word = printed.rfind(' ');
    if (word == std::string_view::npos || before.caps) return false;
    const std::size_t first = printed.rfind(' ', word - 1) + 1;
    return is_capital(printed, word + 1) && is_small(printed, first) &&
           !is_caps(printed.substr(word + 1));
  }

  /// `line` can be one paragraph with the line before it.
  [[nodiscard]] bool goes_on_plainly(const Line& before, const Line& line) const {
    if (before.end == EndMark::stop || before.end == EndMark::semicolon) return false;
    return layout_.wrapped ? line.blank_before <= layout_.gap : line.begins_small;
  }

  /// The first line of a paragraph: it begins behind the line before it and the line after it.
  [[nodiscard]] bool begins_indented(const Line& before, const Line& line) const {
    const auto next = static_cast<std::size_t>(&line - lines_.data()) + 1;
    if (next == lines_.size() || line.indent <= before.indent) return false;
    if (!is_capital(text_.printed(line.span), 0)) return false;
    const Line& after = lines_[next];
    return !after.marker && !after.table && after.indent < line.indent &&
           after.indent <= before.indent && line.end != EndMark::stop &&
           after.blank_before <= layout_.gap;
  }

  /// The block that would go on says what a body other than `body` does.
  [[nodiscard]] bool another_body(std::string_view body) const {
    const TextSpan span = blocks_.back().span;
    const std::string_view first = opening_body(text_.printed(span), text_.lower(span));
    return !first.empty() && first != body;
  }

  /// `before` cannot be the end of a paragraph: its last word asks for more, or it is a ground,
  /// which ends with a mark.
  [[nodiscard]] bool is_unfinished(const Line& before, const Line& line) const {
    if (before.caps || line.caps || before.bold != line.bold || line.marker) return false;
    if (layout_.wrapped && is_ground() && !opens_ground(text_.lower(line.span))) return true;
    if (layout_.wrapped && goes_on_in_brackets(line)) return true;
    const std::string_view lower = text_.lower(before.span);
    const auto ends = [&](const Opener& row) { return closes_with(lower, row.folded); };
    if (is_digit(text_.text[line.span.begin])) {
      if (lower.ends_with(" số") && opens_with_number(text_.printed(line.span))) return true;
      // In a text that is not wrapped throughout, a long line may be.
      if (std::ranges::any_of(ends_before_figures, ends)) {
        return layout_.wrapped || before.length >= shortest_wrapped_line;
      }
      return layout_.wrapped && std::ranges::any_of(unfinished_ends, ends);
    }
    if (opens_with_abbreviation(text_.printed(line.span))) return true;
    if (is_ground() && std::ranges::any_of(offices_in_grounds, ends)) return true;
    if (lower.ends_with(" kèm theo")) return false;
    if (layout_.wrapped && std::ranges::any_of(ends_before_acts, ends) &&
        opens_with_act(text_.printed(line.span), text_.lower(line.span))) {
      return true;
    }
    if (layout_.wrapped && std::ranges::any_of(ends_before_bodies, ends) &&
        names_maker(text_.printed(line.span), text_.lower(line.span))) {
      return true;
    }
    return std::ranges::any_of(unfinished_ends, ends) &&
           (layout_.wrapped || before.length >= shortest_wrapped_line);
  }

  /// "(Ban hành kèm theo Quyết định số ..." / "Ngày 22 tháng 7 ...)": the bracket closes on one of
  /// the next lines.
  [[nodiscard]] bool goes_on_in_brackets(const Line& line) const {
    constexpr std::size_t longest_note = 600;  // bytes
    constexpr std::size_t most_lines = 3;
    const std::string_view block = blocks_.back().text.text();
    if (!block.starts_with('(') || block.size() > longest_note) return false;
    if (block.find(')') != std::string_view::npos) return false;
    const auto first = static_cast<std::size_t>(&line - lines_.data());
    for (std::size_t i = first; i < lines_.size() && i < first + most_lines; ++i) {
      if (lines_[i].marker || lines_[i].table) return false;
      const std::string_view rest = text_.printed(lines_[i].span).substr(0, longest_note);
      const std::size_t bracket = rest.find_first_of("()");
      if (bracket != std::string_view::npos) return rest[bracket] == ')';
    }
    return false;
  }

  /// "I. GIA HẠN NỘP" / "SỐ NỢ THUẾ", "I. MỤC" / "ĐÍCH": a numbered heading in capitals, broken in
  /// two; the number of a chapter stands over it. A heading that says all is over another: "I. TỔ
  /// CHỨC" / "SỞ Y TẾ".
  [[nodiscard]] bool is_numbered_caps(const Line& before, const Line& line) const {
    if (!before.caps || !line.caps || before.bold != line.bold) return false;
    const bool one_word = blocks_.back().text.text().find(' ') == std::string::npos;
    if (!one_word && !ends_openly(before) && !opens_rest(line) && !parts_word(before, line)) {
      return false;
    }
    if (is_numbered()) return true;
    if (blocks_.size() < 2 || blocks_.back().marker) return false;
    const Block& above = blocks_[blocks_.size() - 2];
    return above.marker && !above.marker->is_bullet() && above.text.text().empty();
  }

  /// "BỘ TRƯỞNG BỘ NÔNG NGHIỆP VÀ PHÁT TRIỂN" / "NÔNG THÔN"
  [[nodiscard]] bool is_rest_of_office(const Line& before, const Line& line) const {
    if (!before.caps || !line.caps || before.marker || line.marker) return false;
    const std::string_view placed = text_.placed(before.span);
    if (line.blank_before != 0 || !is_open_office(placed) ||
        !is_office_line(text_.printed(before.span), placed)) {
      return false;
    }
    // "CHỦ TỊCH UBND XÃ" / "ĐÀO VĂN QUÝ" signs, unless grounds follow.
    if (!is_person_name(text_.printed(line.span), text_.placed(line.span))) return true;
    const auto next = static_cast<std::size_t>(&line - lines_.data()) + 1;
    return next < lines_.size() && opens_ground(text_.lower(lines_[next].span));
  }

  /// "TÌNH HÌNH VÀ KẾT" / "QUẢ TRIỂN KHAI"
  [[nodiscard]] bool parts_word(const Line& before, const Line& line) const {
    const std::string_view first = text_.lower(before.span);
    const std::string_view second = text_.lower(line.span);
    return std::ranges::any_of(parted_words, [&](const PartedWord& row) {
      return closes_with(first, row.end) && opens_with(second, row.rest);
    });
  }

  /// No heading ends as `before` does.
  [[nodiscard]] bool ends_openly(const Line& before) const {
    const std::string_view lower = text_.lower(before.span);
    const auto ends = [&](const auto& row) { return closes_with(lower, row.folded); };
    return std::ranges::any_of(open_headings, ends) || std::ranges::any_of(broken_names, ends) ||
           std::ranges::any_of(unfinished_ends, ends);
  }

  /// No heading begins as `line` does.
  [[nodiscard]] bool opens_rest(const Line& line) const {
    const std::string_view lower = text_.lower(line.span);
    return std::ranges::any_of(heading_rests,
                               [&](const Opener& row) { return opens_with(lower, row.folded); });
  }

  /// "Điều 2. Giao" / "Giám đốc Sở ...": no heading is a word alone.
  [[nodiscard]] bool is_first_word(const Line& line) const {
    const std::string_view block = blocks_.back().text.text();
    return is_numbered() && !line.marker && !block.empty() && blocks_.back().bold == line.bold &&
           block.find(' ') == std::string_view::npos && is_small(block, letter_at(block, 0));
  }

  /// "1. Công tác" / "PBGDPL": a word alone under a numbered line that asks for it is the end of
  /// it.
  [[nodiscard]] bool is_last_word(const Line& before, const Line& line) const {
    constexpr std::size_t longest_word = 16;  // bytes
    const std::string_view next = text_.printed(line.span);
    if (!ends_openly(before) || next.ends_with(':')) return false;
    return is_numbered() && next.size() <= longest_word && has_letter(next) && !line.marker &&
           std::ranges::none_of(next, [](char c) { return c == ' ' || c == '\xA0'; });
  }

  [[nodiscard]] static bool opens_ground(std::string_view lower) {
    return std::ranges::any_of(ground_openers,
                               [&](const Opener& row) { return opens_with(lower, row.folded); });
  }

  /// The block that would go on is a ground of the preamble.
  [[nodiscard]] bool is_ground() const {
    const Block& block = blocks_.back();
    const std::size_t marker = block.marker && block.marker->is_bullet() ? block.marker->length : 0;
    return opens_ground(text_.lower(block.span).substr(marker));
  }

  /// The block that would go on is a numbered line: it may be a heading, which has no end mark.
  [[nodiscard]] bool is_numbered() const {
    return blocks_.back().marker && !blocks_.back().marker->is_bullet();
  }

  [[nodiscard]] bool is_bulleted() const {
    return blocks_.back().marker && blocks_.back().marker->is_bullet();
  }

  /// OCR puts a blank line where a page ends: a number or a bracket begins no paragraph.
  [[nodiscard]] bool goes_on_after_gap(const Line& before, const Line& line) const {
    if (before.heading_level != 0 || before.bold != line.bold) return false;
    const std::string_view last = text_.printed(before.span);
    const std::string_view next = text_.printed(line.span);
    if (line.bold && is_numbered() && before.caps == line.caps && !blocks_.back().span.empty()) {
      const std::string_view lower = text_.lower(before.span);
      if (std::ranges::any_of(broken_names, [&](const BrokenName& row) {
            return closes_with(lower, row.folded);
          })) {
        return true;
      }
    }
    return is_digit(next.front()) && !before.caps && before.length >= shortest_wrapped_line &&
           !before.marker && !last.ends_with(')');
  }

  /// The block that would go on began with an indented line and was broken where it was long; a
  /// paragraph of its own would be indented too.
  [[nodiscard]] bool is_outdented(const Line& before, const Line& line) const {
    constexpr std::size_t long_line = 60;  // columns
    constexpr std::uint32_t indentation = 3;
    // A number alone is the page in a table of contents.
    const std::string_view next = text_.printed(line.span);
    if (std::ranges::all_of(next, is_digit)) return false;
    // Labels ("Thời gian: ...") and what follows an item begin where they like.
    constexpr std::size_t longest_label = 40;
    if (next.substr(0, longest_label).find(':') != std::string_view::npos) return false;
    if (before.marker && is_capital(next, 0)) return false;
    return before.indent + before.length >= long_line && !before.caps &&
           line.indent + indentation <= first_indent_;
  }

  /// A heading in capitals broken in two.
  [[nodiscard]] static bool line_of_caps(const Line& before, const Line& line) {
    return before.caps && line.caps;
  }

  const FoldedText& text_;
  std::span<const Line> lines_;
  Layout layout_;
  const Footnotes& notes_;
  std::size_t empty_rows_ = 0;  ///< behind the row added last
  Blocks blocks_;
  std::map<Style, std::uint16_t> last_value_;
  std::uint32_t first_indent_ = 0;  ///< of the block that would go on
};

/// "2." that a web copy has put on a line of its own, before its text.
bool is_lone_marker(const Line& line) {
  return line.marker && line.marker->length >= line.span.size();
}

/// Of the places where one paragraph surely ends and the next begins, most have blank lines.
bool stand_apart(const FoldedText& text, std::span<const Line> lines, std::uint16_t gap) {
  std::size_t apart = 0;
  std::size_t all = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const Line& next = lines[i + 1];
    if (next.new_page || next.table || is_lone_marker(lines[i])) continue;
    const std::string_view follows = text.printed(next.span);
    if (next.marker ? next.marker->is_bullet() : !is_capital(follows, 0)) continue;
    const EndMark end = lines[i].end;
    if (end != EndMark::stop && end != EndMark::semicolon) continue;
    ++all;
    if (next.blank_before > gap) ++apart;
  }
  return apart >= 3 && apart * 10 >= all * 7;
}

}  // namespace

Layout measure_layout(const FoldedText& text, std::span<const Line> lines) {
  std::vector<std::size_t> lengths;
  std::array<std::size_t, 4> gaps{};
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!surely_goes_on(lines[i], lines[i + 1])) continue;
    const std::size_t length = lines[i].indent + std::size_t{lines[i].length};
    if (length < shortest_wrapped_line || length > longest_wrapped_line) continue;
    lengths.push_back(length);
    if (!lines[i + 1].new_page) {
      ++gaps[std::min<std::size_t>(lines[i + 1].blank_before, gaps.size() - 1)];
    }
  }
  Layout layout;
  // A page break cuts a few paragraphs of a document that is not wrapped.
  if (lengths.size() < sure_wraps_needed || lengths.size() * 12 < lines.size()) return layout;
  std::ranges::sort(lengths);
  layout.width = lengths[lengths.size() * 9 / 10];
  const auto too_long = std::ranges::count_if(lines, [&](const Line& line) {
    return !line.table && std::size_t{line.length} * 4 > layout.width * 5;
  });
  layout.wrapped = static_cast<std::size_t>(too_long) * 10 < lines.size();
  if (!layout.wrapped) return Layout{};
  layout.gap = static_cast<std::uint16_t>(std::ranges::max_element(gaps) - gaps.begin());
  layout.paragraphs_apart = stand_apart(text, lines, layout.gap);
  return layout;
}

Blocks build_blocks(const FoldedText& text, std::span<const Line> lines, const Layout& layout,
                    const Footnotes& notes) {
  return Builder(text, lines, layout, notes).run();
}

}  // namespace vanban::outline

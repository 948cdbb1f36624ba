#include "outline/frame.hpp"

#include <algorithm>

#include "outline/annex.hpp"
#include "outline/body_start.hpp"
#include "outline/characters.hpp"
#include "outline/line_view.hpp"
#include "outline/openings.hpp"
#include "outline/site_captions.hpp"
#include "outline/tail_start.hpp"
#include "outline/top.hpp"

namespace vanban::outline {
namespace {

constexpr std::size_t longest_closing = 8;    // lines of a concluding paragraph
constexpr std::size_t preface_reach = 8;      // lines between a sentence and the type under it
constexpr std::size_t shortest_preface = 48;  // bytes of a sentence

// clang-format off
/// What sites say over a document, in whole sentences.
constexpr Phrase site_sentences[] = {
    {"đang tải", "Đang tải nội dung, vui lòng chờ giây lát..."},
    {"vui lòng", "Vui lòng đăng nhập để xem toàn văn."},
    {"để sử dụng", "Để sử dụng toàn bộ tiện ích, vui lòng đăng ký."},
    {"nếu bạn", "Nếu bạn là thành viên."}, {"bạn đang xem", "Bạn đang xem bản rút gọn."},
    {"hướng dẫn: bôi đen", "Hướng dẫn: Bôi đen từ để tra cứu."},
    {"quý khách", "Quý khách vui lòng đăng nhập."}, {"quý vị", "Quý vị chưa đăng nhập."},
    {"chào mừng", "Chào mừng quý vị đến với website."}, {"mời các bạn", "Mời các bạn tham khảo."},
    {"nếu chưa", "Nếu chưa đăng ký, ..."}, {"nếu đã", "Nếu đã đăng ký, ..."},
    {"cảm ơn", "Cảm ơn quý khách đã gửi báo lỗi."}, {"đây là tiện ích", "Đây là tiện ích ..."},
};
/// What they say of it, and what else such a sentence holds.
struct SitePhrase {
  std::string_view folded;
  std::string_view with;
  std::string_view example;
};
constexpr SitePhrase site_phrases[] = {
    {"đã ban hành", " số ", "Ngày 5/2, UBND tỉnh đã ban hành Kế hoạch số ..."},
    {"đăng toàn văn", "", "Ban Biên tập xin đăng toàn văn ..."},
    {"biên soạn lại", "", "... đã được chúng tôi biên soạn lại ..."},
    {"bạn tham khảo", "", "Mời các bạn tham khảo."},
};
// clang-format on

/// The first line of each zone; the header begins at 0.
struct Cuts {
  std::size_t title = 0;
  std::size_t preamble = 0;
  std::size_t body = 0;
  std::size_t tail = 0;
  std::size_t annex = 0;
};

struct LineRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] std::size_t size() const { return end - begin; }
};

/// The concluding paragraphs among the lines of the tail.
std::vector<LineRange> find_closings(const LineView& lines, std::size_t tail, std::size_t annex) {
  std::vector<LineRange> found;
  for (std::size_t i = tail; i < annex; ++i) {
    if (!opens_closing(lines.lower(i)) || !is_capital(lines.printed(i), 0) || lines.caps(i) ||
        lines.is_row(i)) {
      continue;
    }
    std::size_t end = i + 1;
    while (end < annex && end - i < longest_closing && lines.end_of(end - 1) != EndMark::stop &&
           !lines.marker(end) && !lines.is_row(end) && !lines.caps(end) && !lines.is_office(end) &&
           !lines.starts_tail(end) && !lines.is_name(end)) {
      ++end;
    }
    found.push_back({i, end});
    i = end - 1;
  }
  return found;
}

/// Line `i` goes on in the sentence of the line before.
bool goes_on_in(const LineView& lines, std::size_t i) {
  const EndMark before = lines.end_of(i - 1);
  if (lines[i].blank_before > lines.layout().gap || before == EndMark::stop) return false;
  return lines.is_full(i - 1) || before == EndMark::comma || lines[i].begins_small;
}

bool can_be_sentence(const LineView& lines, std::size_t i) {
  return !lines.caps(i) && !starts_with_any(lines.lower(i), site_sentences) && !lines[i].table &&
         !lines.starts_addressees(i) && !lines.is_header_line(i) &&
         !is_contents_entry(lines.printed(i)) && !is_attachment(lines.lower(i)) &&
         !lines.has_columns(i);
}

/// "Kế hoạch 62/KH-UBND năm 2031 về trồng cây do Ủy ban ... ban hành.": named as sites do.
bool opens_with_number(std::string_view lower) {
  const std::size_t at = site_number_end(lower);
  if (at == 0) return false;
  constexpr std::string_view issued[] = {" ban hành", " năm 19", " năm 20"};
  return std::ranges::any_of(issued, [&](std::string_view words) {
    return lower.find(words, at) != std::string_view::npos;
  });
}

/// The lines are a site's, which tells of the document.
bool tells_of_document(const LineView& lines, LineRange range) {
  if (opens_with_number(lines.lower(range.begin))) return true;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    for (const SitePhrase& row : site_phrases) {
      const std::size_t at = lines.lower(i).find(row.folded);
      if (at != std::string_view::npos &&
          lines.lower(i).find(row.with, at) != std::string_view::npos) {
        return true;
      }
    }
  }
  return false;
}

/// A sentence over the type says something: an editor's or an author's introduction.
LineRange find_preface(const LineView& lines, std::size_t type) {
  const std::size_t reach = type > preface_reach ? type - preface_reach : 0;
  for (std::size_t last = type; last-- > reach;) {
    if (lines.end_of(last) != EndMark::stop || !can_be_sentence(lines, last)) continue;
    std::size_t first = last;
    std::size_t size = lines.printed(last).size();
    while (first > 0 && last - first < longest_closing && can_be_sentence(lines, first - 1) &&
           goes_on_in(lines, first)) {
      size += lines.printed(--first).size();
    }
    if (size < shortest_preface || !is_capital(lines.printed(first), 0)) continue;
    if (!tells_of_document(lines, {first, last + 1})) return {first, last + 1};
  }
  return {};
}

/// Puts a sentence of the header before the preamble and the paragraphs that conclude the
/// document behind its body, and moves the cuts accordingly.
void reorder(const LineView& lines, Cuts& cuts, LineRange preface,
             std::span<const LineRange> concluding, std::vector<Line>& to) {
  to.reserve(lines.size());
  const auto copy = [&](std::size_t begin, std::size_t end) {
    to.insert(to.end(), lines.all().begin() + static_cast<std::ptrdiff_t>(begin),
              lines.all().begin() + static_cast<std::ptrdiff_t>(end));
  };
  const auto move_paragraph = [&](LineRange range) {
    const std::size_t first = to.size();
    copy(range.begin, range.end);
    // It goes on in nothing of its new place.
    const auto gap = static_cast<std::uint16_t>(lines.layout().gap + 1U);
    to[first].blank_before = std::max(to[first].blank_before, gap);
  };
  Cuts moved = cuts;
  copy(0, preface.begin);
  copy(preface.end, cuts.preamble);
  moved.title -= preface.size();
  moved.preamble -= preface.size();
  if (preface.size() != 0) move_paragraph(preface);
  copy(cuts.preamble, cuts.tail);
  for (const LineRange& one : concluding) {
    move_paragraph(one);
    moved.tail += one.size();
  }
  std::size_t at = cuts.tail;
  for (const LineRange& one : concluding) {
    copy(at, one.begin);
    at = one.end;
  }
  copy(at, lines.size());
  cuts = moved;
}

}  // namespace

Frame find_frame(const FoldedText& text, std::span<const Line> all) {
  const LineView lines(text, all);
  Frame frame;
  frame.layout = lines.layout();
  const Top top = find_top(lines);
  frame.type = top.type;
  frame.type_length = top.type_length;
  Cuts cuts;
  cuts.title = top.title;
  cuts.preamble = top.end;
  cuts.body = start_of_body(lines, cuts.preamble, frame.type);
  cuts.tail = start_of_tail(lines, cuts.body);
  cuts.annex = start_of_annex(lines, cuts.tail);
  if (cuts.tail == lines.size()) cuts.tail = cuts.annex = start_of_lone_annex(lines, cuts.body);
  const LineRange preface = frame.type != nullptr ? find_preface(lines, cuts.title) : LineRange{};
  const std::vector<LineRange> concluding = find_closings(lines, cuts.tail, cuts.annex);
  if (preface.size() != 0 || !concluding.empty()) {
    reorder(lines, cuts, preface, concluding, frame.reordered);
    all = frame.reordered;
  }
  frame.header = all.first(cuts.title);
  frame.title = all.subspan(cuts.title, cuts.preamble - cuts.title);
  frame.preamble = all.subspan(cuts.preamble, cuts.body - cuts.preamble);
  frame.body = all.subspan(cuts.body, cuts.tail - cuts.body);
  frame.tail = all.subspan(cuts.tail, cuts.annex - cuts.tail);
  frame.annex = all.subspan(cuts.annex);
  return frame;
}

}  // namespace vanban::outline

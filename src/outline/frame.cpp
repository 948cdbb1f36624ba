#include "outline/frame.hpp"

#include <algorithm>
#include <optional>

#include "outline/characters.hpp"
#include "outline/offices.hpp"
#include "outline/segments.hpp"
#include "tokens/fold.hpp"

namespace vanban::outline {
namespace {

constexpr std::size_t longest_header = 120;       // lines before the type, site banners included
constexpr std::size_t longest_site_top = 40;      // lines over the national title
constexpr std::size_t longest_title = 16;         // lines
constexpr std::size_t longest_bare_header = 24;   // lines, where no line names a type
constexpr std::size_t longest_header_line = 120;  // bytes
constexpr std::size_t longest_statement = 200;    // bytes; a subject that ends in a stop is shorter
constexpr std::size_t longest_block = 8;          // lines of a signature, stamps included
constexpr std::size_t longest_type = 40;          // bytes of a type's name
constexpr std::size_t longest_recipients = 48;    // lines
constexpr std::size_t longest_closing = 8;        // lines of a concluding paragraph
constexpr std::size_t preface_reach = 8;          // lines between a sentence and the type under it
constexpr std::size_t shortest_preface = 48;      // bytes of a sentence
constexpr std::size_t shortest_entitled = 48;     // bytes of a paragraph under a title
constexpr std::size_t longest_page_number = 4;    // digits
constexpr std::size_t shortest_leader = 4;        // dots between an entry and its page
constexpr std::size_t farthest_type_subject = 160;  // bytes of a type and subject on one line

struct Phrase {
  std::string_view folded;
  std::string_view example;
};

// clang-format off
/// Grounds begin with these (norms of the trade, not of the decree alone).
constexpr Phrase ground_openers[] = {
    {"căn cứ", "Căn cứ Luật Thủ đô;"}, {"thực hiện", "Thực hiện Chỉ thị số ..."},
    {"theo ", "Theo đề nghị của ..."}, {"để ", "Để động viên ..."}, {"nhằm ", "Nhằm nâng cao ..."},
    {"xét ", "Xét đề nghị của ..."}, {"trên cơ sở", "Trên cơ sở kết quả ..."},
    {"hưởng ứng", "Hưởng ứng lời kêu gọi ..."}, {"được sự", "Được sự đồng ý của ..."},
    {"triển khai thực hiện", "Triển khai thực hiện Nghị quyết ..."},
    {"tiếp tục thực hiện", "Tiếp tục thực hiện Đề án ..."}, {"kính gửi", "Kính gửi:"},
    {"(ban hành", "(Ban hành kèm theo Quyết định ...)"}, {"(kèm theo", "(Kèm theo Quyết định ...)"},
    {"(thực hiện", "(Thực hiện từ ngày ...)"},
};

/// A preamble ends where it announces the body.
constexpr Phrase announcements[] = {
    {"như sau:", "... xây dựng kế hoạch như sau:"}, {"sau đây:", "... các nội dung sau đây:"},
    {"như sau :", "... cụ thể như sau :"}, {"nội dung sau:", "... với các nội dung sau:"},
    {"như sau.", "... với nội dung như sau."}, {"như sau", "... cụ thể như sau"},
};

/// What stands over or under the title of a text that belongs to another.
constexpr Phrase attachments[] = {
    {"(kèm theo", "(Kèm theo Kế hoạch số ...)"}, {"(ban hành kèm", "(Ban hành kèm theo ...)"},
    {"(đính kèm", "(Đính kèm Kế hoạch số ...)"}, {"kèm theo kế hoạch", "Kèm theo Kế hoạch số ..."},
    {"(theo kế hoạch", "(Theo Kế hoạch số ...)"}, {"ban hành kèm theo", "Ban hành kèm theo ..."},
};

/// A paragraph that concludes a document begins so, wherever the columns of the signature put it.
constexpr Phrase closings[] = {
    {"trên đây là", "Trên đây là Kế hoạch ..."},
    {"căn cứ kế hoạch này", "Căn cứ Kế hoạch này, ..."},
    {"trong quá trình", "Trong quá trình thực hiện, nếu có vướng mắc ..."},
    {"quá trình triển khai", "Quá trình triển khai thực hiện, nếu ..."},
    {"quá trình thực hiện", "Quá trình thực hiện, nếu ..."},
    {"nhận được kế hoạch này", "Nhận được Kế hoạch này, yêu cầu ..."},
    {"kế hoạch này thay thế", "Kế hoạch này thay thế ..."},
    {"kế hoạch này có hiệu lực", "Kế hoạch này có hiệu lực ..."},
    {"kế hoạch này phổ biến", "Kế hoạch này phổ biến đến chi bộ."},
    {"kế hoạch này được phổ biến", "Kế hoạch này được phổ biến đến chi bộ."},
    {"chương trình hành động này", "Chương trình hành động này phổ biến đến chi bộ."},
    {"chỉ thị này phổ biến", "Chỉ thị này phổ biến đến chi bộ."},
    {"chỉ thị này được phổ biến", "Chỉ thị này được phổ biến đến chi bộ."},
    {"nghị quyết này đã được", "Nghị quyết này đã được Hội đồng nhân dân ... thông qua ..."},
    {"nghị quyết này được", "Nghị quyết này được phổ biến đến chi bộ."},
    {"yêu cầu các", "Yêu cầu các đơn vị nghiêm túc ..."},
    {"đề nghị các", "Đề nghị các đơn vị ..."},
};

/// The last of the recipients, whatever follows.
constexpr Phrase file_copies[] = {
    {"lưu:", "- Lưu: VT."}, {"lưu :", "- Lưu : VT."}, {"lưu vt", "- Lưu VT."},
    {"lưu vp", "- Lưu VP."}, {"lưu văn phòng", "Lưu Văn phòng Tỉnh ủy."},
    {"lưu trữ:", "Lưu trữ: VT"}, {"luu:", "Luu: VT."}, {"lƣu:", "Lƣu: VT."},
};

/// The title of a table, also in small letters.
constexpr Phrase table_titles[] = {
    {"biểu ", "Biểu phân công nhiệm vụ"}, {"bảng ", "Bảng tổng hợp chỉ tiêu"},
    {"danh sách", "Danh sách các tổ"}, {"danh mục", "Danh mục nhiệm vụ"},
};

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

/// Papers that decide say between their title and their grounds who decides.
constexpr Phrase deciding_types[] = {
    {"QĐ", "QUYẾT ĐỊNH"}, {"NQ", "NGHỊ QUYẾT"}, {"NQLT", "NGHỊ QUYẾT LIÊN TỊCH"},
    {"NĐ", "NGHỊ ĐỊNH"}, {"TT", "THÔNG TƯ"}, {"TTLT", "THÔNG TƯ LIÊN TỊCH"}, {"L", "LỆNH"},
};

/// Bodies that decide; single persons are offices.
constexpr Phrase deciding_bodies[] = {
    {"ủy ban", "ỦY BAN NHÂN DÂN TỈNH HÒA SƠN"}, {"ubnd", "UBND TỈNH HÒA SƠN"},
    {"hội đồng", "HỘI ĐỒNG NHÂN DÂN TỈNH"}, {"hđnd", "HĐND XÃ"}, {"chính phủ", "CHÍNH PHỦ"},
    {"quốc hội", "QUỐC HỘI"}, {"ban thường vụ", "BAN THƯỜNG VỤ"},
    {"ban chấp hành", "BAN CHẤP HÀNH"}, {"thường trực", "THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN"},
};

/// A council decides for itself: its letterhead says so.
constexpr Phrase councils[] = {
    {"hội đồng", "HỘI ĐỒNG NHÂN DÂN TỈNH HÒA SƠN"}, {"hđnd", "HĐND XÃ"},
};
constexpr Phrase departments[] = {
    {"sở ", "SỞ Y TẾ"}, {"bộ ", "BỘ Y TẾ"}, {"ban ", "BAN DÂN TỘC"},
    {"chi cục", "CHI CỤC THỦY LỢI"},
    {"phòng ", "PHÒNG NỘI VỤ"}, {"trường ", "TRƯỜNG TIỂU HỌC HÒA SƠN"},
};

/// A title that ends so names in its next line whose it is.
constexpr Phrase open_title_ends[] = {
    {" của", "QUY CHẾ LÀM VIỆC CỦA"}, {" và", "GIỮA SỞ Y TẾ VÀ"}, {" do", "DO"}, {" cho", "CHO"},
    {" với", "GIỮA SỞ Y TẾ VỚI"}, {" tại", "TẠI"}, {" thuộc", "CÁC ĐƠN VỊ THUỘC"},
    {" các", "CỦA CÁC"}, {" từ", "TỪ"}, {" về", "VỀ"},
};

constexpr Phrase appendix_words[] = {
    {"phụ lục", "Phụ lục I"}, {"biểu mẫu", "BIỂU MẪU 01"}, {"biểu số", "Biểu số 01"},
    {"biểu 0", "Biểu 01"}, {"mẫu số", "Mẫu số 02"}, {"phụ biểu", "PHỤ BIỂU 1"},
};
// clang-format on

/// Somewhere two words follow each other as "nơi" and "nhận" do, with whatever marks.
bool may_hold_recipients_head(std::string_view lower) {
  // Most lines have no word that begins so: without an early end, so that the compiler takes many
  // bytes at once.
  const auto is = [lower](std::size_t at, unsigned char byte) {
    return unsigned{static_cast<unsigned char>(lower[at]) == byte};
  };
  unsigned any = 0;
  for (std::size_t at = 2; at + 1 < lower.size(); ++at) {
    // The last bytes of a blank of one byte, of C2 xx, of E2 80 xx and E3 80 xx, of EF BB BF.
    const unsigned blank = unsigned{static_cast<unsigned char>(lower[at - 1]) <= ' '} |
                           is(at - 2, 0xC2) | is(at - 2, 0x80) |
                           (is(at - 2, 0xBB) & is(at - 1, 0xBF));
    any |= is(at, 'n') & is(at + 1, 'h') & blank;
  }
  if (any == 0) return false;
  for (std::size_t at = 2; at + 1 < lower.size(); ++at) {
    if (lower[at] != 'n' || lower[at + 1] != 'h') continue;
    const std::size_t end = trim_end(lower, 0, at);
    if (end == at) continue;
    const std::size_t begin = tokens::word_begin(lower, end);
    if (begin < end && lower[begin] == 'n') return true;
  }
  return false;
}

bool starts_with_any(std::string_view lower, std::span<const Phrase> rows) {
  return std::ranges::any_of(rows,
                             [&](const Phrase& row) { return opens_with(lower, row.folded); });
}

bool ends_with_any(std::string_view lower, std::span<const Phrase> rows) {
  return std::ranges::any_of(rows, [&](const Phrase& row) { return lower.ends_with(row.folded); });
}

/// The row of the type that `line` names, and how: the clearer, the better.
enum class TypeForm : unsigned char { subject_small, alone_small, subject, alone };

struct TypeLine {
  const tokens::DocumentTypeRow* row = nullptr;
  std::size_t length = 0;  ///< bytes of the type's name as printed
  bool alone = false;
  TypeForm form = TypeForm::subject_small;
  std::size_t lines = 1;
};

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

bool is_title_type(std::string_view placed) {
  const auto found = tokens::document_types.longest(placed, 0);
  return found && found.row->use == tokens::TypeUse::title && found.row->phrase == placed;
}

/// Bytes of "127-KL/TW" behind the type on its line; 0 where none stands.
std::size_t symbol_length(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at == 0 || at >= text.size() || (text[at] != '/' && text[at] != '-')) return 0;
  while (at < text.size() && blank_length(text, at) == 0) ++at;
  return has_letter(text.substr(0, at)) ? at : 0;
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
    } else {
      continue;
    }
    best = found;
  }
  return best;
}

class Finder {
 public:
  Finder(const FoldedText& text, std::span<const Line> lines) : text_(text), lines_(lines) {}

  Frame run() {
    Frame frame;
    frame.layout = measure_layout(text_, lines_);
    layout_ = frame.layout;
    Cuts cuts;
    if (const auto type = find_type()) {
      frame.type = type->second.row;
      frame.type_length = type->second.length;
      cuts.title = type->first;
      cuts.preamble = end_of_addressees(end_of_title(type->first, type->second));
    } else {
      cuts.title = cuts.preamble = end_of_bare_header();
    }
    cuts.body = start_of_body(cuts.preamble);
    cuts.tail = start_of_tail(cuts.body);
    cuts.annex = start_of_annex(cuts.tail);
    const LineRange preface = frame.type != nullptr ? find_preface(cuts.title) : LineRange{};
    const std::vector<LineRange> closings_found = find_closings(cuts.tail, cuts.annex);
    if (preface.size() != 0 || !closings_found.empty()) {
      reorder(cuts, preface, closings_found, frame.reordered);
    }
    const std::span<const Line> lines =
        frame.reordered.empty() ? lines_ : std::span<const Line>(frame.reordered);
    frame.header = lines.first(cuts.title);
    frame.title = lines.subspan(cuts.title, cuts.preamble - cuts.title);
    frame.preamble = lines.subspan(cuts.preamble, cuts.body - cuts.preamble);
    frame.body = lines.subspan(cuts.body, cuts.tail - cuts.body);
    frame.tail = lines.subspan(cuts.tail, cuts.annex - cuts.tail);
    frame.annex = lines.subspan(cuts.annex);
    return frame;
  }

 private:
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

  /// Puts a sentence of the header before the preamble and the paragraphs that conclude the
  /// document behind its body, and moves the cuts accordingly.
  void reorder(Cuts& cuts, LineRange preface, std::span<const LineRange> concluding,
               std::vector<Line>& to) const {
    to.reserve(lines_.size());
    const auto copy = [&](std::size_t begin, std::size_t end) {
      to.insert(to.end(), lines_.begin() + static_cast<std::ptrdiff_t>(begin),
                lines_.begin() + static_cast<std::ptrdiff_t>(end));
    };
    const auto move_paragraph = [&](LineRange range) {
      const std::size_t first = to.size();
      copy(range.begin, range.end);
      // It goes on in nothing of its new place.
      const auto gap = static_cast<std::uint16_t>(layout_.gap + 1U);
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
    copy(at, lines_.size());
    cuts = moved;
  }

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

  /// The clearest type line before the first section, of equals the first: menus of web sites name
  /// types too, but not in capitals on a line of their own.
  [[nodiscard]] std::optional<std::pair<std::size_t, TypeLine>> find_type() const {
    std::optional<std::pair<std::size_t, TypeLine>> best;
    bool grounds = false;
    const std::size_t title = national_title();
    std::size_t left = longest_header;
    for (std::size_t i = 0; i < lines_.size() && left > 0; ++i) {
      if (is_contents_entry(printed(i))) continue;
      --left;
      if (is_section_start(i)) break;
      grounds = grounds || is_ground(i);
      auto type = lines_[i].table ? std::nullopt : read_type_line(text_, lines_[i]);
      if (!type) type = read_broken_type(i);
      if (!type) continue;
      // Over the national title a site says what document it has there.
      if (i < title && type->form < TypeForm::subject) continue;
      // Below the grounds a type in small letters is running text, and "QUYẾT ĐỊNH:" decides.
      if (grounds && (type->form < TypeForm::subject || printed(i).ends_with(':'))) continue;
      if (grounds && type->alone && i + 1 < lines_.size() && is_section_start(i + 1)) continue;
      // ... and the document says it again below.
      const bool again = best && best->first < title && i > title;
      if (!best || type->form > best->second.form || (again && type->form == best->second.form)) {
        best = std::pair(i, *type);
      }
      if (best->second.form == TypeForm::alone) break;
    }
    return best;
  }

  /// "QUYẾT" / "ĐỊNH": a web copy broke the line of the type.
  [[nodiscard]] std::optional<TypeLine> read_broken_type(std::size_t i) const {
    constexpr std::size_t longest_word = 10;  // bytes
    if (i + 1 == lines_.size() || !caps(i) || lines_[i + 1].blank_before != 0) return std::nullopt;
    if (printed(i).size() > longest_word || printed(i + 1).size() > longest_word) {
      return std::nullopt;
    }
    const std::string both = std::string(lower(i)) + " " + std::string(lower(i + 1));
    if (!is_title_type(both) || !caps(i + 1)) return std::nullopt;
    const auto row = tokens::document_types.longest(both, 0).row;
    const std::size_t length = lines_[i + 1].span.end - lines_[i].span.begin;
    return TypeLine{row, length, true, TypeForm::alone, 2};
  }

  [[nodiscard]] bool is_ground(std::size_t i) const {
    // "- Căn cứ Luật ...": of bullets this one alone, for tasks open like the other grounds.
    if (marker(i) && marker(i)->is_bullet()) {
      return lower(i).substr(marker(i)->length).starts_with("căn cứ ");
    }
    if (caps(i) || !is_capital(printed(i), 0)) return false;
    if (starts_with_any(lower(i), ground_openers)) return true;
    // "Căn" / "cứ Luật ...": a web copy broke the line behind its first word.
    constexpr std::size_t longest_first_word = 8;
    if (printed(i).size() > longest_first_word || i + 1 == lines_.size()) return false;
    if (lines_[i + 1].blank_before != 0 || !lines_[i + 1].begins_small) return false;
    const std::string both = std::string(lower(i)) + " " + std::string(lower(i + 1));
    return starts_with_any(both, ground_openers);
  }

  /// The line says who decides: grounds follow, and the title before it does not ask for a name.
  [[nodiscard]] bool is_deciding_authority(std::size_t i) const {
    if (!caps(i) || (i > 0 && ends_with_any(lower(i - 1), open_title_ends))) return false;
    const std::string_view placed = text_.placed(lines_[i].span);
    if (!starts_with_any(placed, deciding_bodies) && !is_office_line(printed(i), placed)) {
      return false;
    }
    if (is_of_another_letterhead(i, placed)) return false;
    constexpr std::size_t most_lines = 4;  // "CHỦ TỊCH ỦY BAN NHÂN DÂN" / "THÀNH PHỐ HÒA SƠN"
    std::size_t next = i + 1;
    while (next < lines_.size() && next - i < most_lines && caps(next)) ++next;
    return next < lines_.size() && is_ground(next);
  }

  /// The council that line `i` names is no body of the letterhead: what a department decides may
  /// end with the name of one.
  [[nodiscard]] bool is_of_another_letterhead(std::size_t i, std::string_view placed) const {
    constexpr std::size_t longest_letterhead = 8;  // lines
    if (!starts_with_any(placed, councils)) return false;
    bool another = false;
    for (std::size_t line = 0; line < i && line < longest_letterhead; ++line) {
      if (!caps(line)) continue;
      const auto named = [&](const Phrase& row) {
        return lower(line).find(row.folded) != std::string_view::npos;
      };
      if (std::ranges::any_of(councils, named)) return false;
      another = another || starts_with_any(lower(line), departments);
    }
    return another;
  }

  /// A line that can be the first of a body: the highest numbering there is.
  [[nodiscard]] bool is_section_start(std::size_t i) const {
    const auto& found = marker(i);
    if (!found || lower(i).starts_with("v/v")) return false;  // no section V of a letter's subject
    if (is_contents_entry(printed(i))) return false;
    if (printed(i).size() == found->length) {
      // "Điều 1." over its text; a reference broken over lines has no such point.
      const bool article = found->kind == NodeKind::article && printed(i).ends_with('.') &&
                           (i == 0 || ends_statement(i - 1));
      // "I." over a heading in capitals
      const bool roman = found->kind == NodeKind::roman && found->value() == 1 &&
                         i + 1 < lines_.size() && lines_[i + 1].caps && !marker(i + 1) &&
                         lines_[i + 1].blank_before <= layout_.gap;
      return is_division(*found) || article || roman;
    }
    const std::string_view rest = printed(i).substr(found->length);
    switch (found->kind) {
      case NodeKind::part:
      case NodeKind::chapter:
      case NodeKind::section:
      case NodeKind::article: return true;
      case NodeKind::roman:
      case NodeKind::upper:
        return found->delimiter != Delimiter::colon && !starts_lower(rest) &&
               (found->value() == 1 || is_caps(rest));
      case NodeKind::decimal:
        if (is_over_national_title(i)) return false;
        return found->value() == 1 && found->delimiter != Delimiter::enclosed &&
               !starts_lower(rest) && (i == 0 || ends_statement(i - 1));
      default: return false;
    }
  }

  /// "1. BỘ Y TẾ" / "CỘNG HÒA XÃ HỘI ...": a site numbers the pages of what it shows.
  [[nodiscard]] bool is_over_national_title(std::size_t i) const {
    return i + 1 < lines_.size() && lines_[i + 1].caps &&
           bare_letters(lower(i + 1)).starts_with("conghoaxahoi");
  }

  static bool is_division(const Marker& found) {
    return found.kind == NodeKind::part || found.kind == NodeKind::chapter;
  }

  /// The line before a numbered paragraph is complete.
  [[nodiscard]] bool ends_statement(std::size_t i) const {
    const EndMark end = end_of(i);
    return end == EndMark::stop || end == EndMark::colon || end == EndMark::semicolon ||
           lines_[i + 1].blank_before > layout_.gap || !layout_.wrapped;
  }

  /// The paragraph that begins here says on what ground the plan is made or announces it: a subject
  /// may open with the same words ("Thực hiện Chỉ thị ...") but does not end so.
  [[nodiscard]] bool is_ground_paragraph(std::size_t i) const {
    if (lower(i).starts_with("căn cứ") && !caps(i)) return true;
    std::size_t last = i;
    std::size_t size = printed(i).size();
    while (last + 1 < lines_.size() && last - i < longest_title) {
      const EndMark end = end_of(last);
      if (end == EndMark::semicolon || end == EndMark::stop || end == EndMark::colon) break;
      if (has_gap(last + 1) || is_section_start(last + 1) || is_ground(last + 1)) break;
      if (marker(last + 1) && marker(last + 1)->is_bullet()) break;
      size += printed(++last).size();
    }
    const EndMark end = end_of(last);
    return end == EndMark::semicolon || ends_with_any(lower(last), announcements) ||
           ((end == EndMark::stop || end == EndMark::colon) && size > longest_statement);
  }

  /// A title that ends so goes on: "NĂM 2019 -", "QUY CHẾ LÀM VIỆC CỦA".
  [[nodiscard]] bool is_open_title(std::size_t i) const {
    const std::string_view line = printed(i);
    const bool dash = line.ends_with(" -") || line.ends_with(" \xE2\x80\x93");
    return dash || (caps(i) && ends_with_any(lower(i), open_title_ends));
  }

  /// "Năm học: 2031 - 2032" ends a title, whatever blank line stands before.
  [[nodiscard]] bool is_period(std::size_t i) const {
    constexpr std::string_view words[] = {"năm", "học", "tháng", "giai", "đoạn", "nhiệm", "kỳ"};
    if (lines_[i].table || lines_[i].blank_before > 2 || marker(i)) return false;
    if (!is_capital(printed(i), 0)) return false;
    const std::string_view line = lower(i);
    bool named = false;
    bool digits = false;
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t first = at;
      while (at < line.size() && letter_at(line, at) != 0) at += letter_at(line, at);
      if (at != first) {
        named = true;
        if (std::ranges::find(words, line.substr(first, at - first)) == std::end(words)) {
          return false;
        }
        continue;
      }
      digits = digits || is_digit(line[at]);
      at += language::code_point_length(line[at]);
    }
    return named && digits;
  }

  /// "- Nhằm giáo dục học sinh ý thức bảo vệ cây xanh."
  [[nodiscard]] bool is_item(std::size_t i) const {
    const EndMark end = end_of(i);
    return marker(i) && marker(i)->is_bullet() && !caps(i) &&
           (end == EndMark::stop || end == EndMark::semicolon || end == EndMark::colon);
  }

  [[nodiscard]] std::size_t end_of_title(std::size_t type, const TypeLine& first) const {
    const bool decides = std::ranges::find(deciding_types, first.row->code, &Phrase::folded) !=
                         std::end(deciding_types);
    type += first.lines - 1;
    std::size_t i = type + 1;
    bool any = !first.alone;
    for (; i < lines_.size() && i - type <= longest_title; ++i) {
      if (is_section_start(i) || lines_[i].table || starts_addressees(i)) break;
      const std::string_view line = lower(i);
      if (line == "mục lục" || is_contents_entry(printed(i))) break;
      if (line.starts_with('(') && starts_with_any(line, ground_openers)) break;
      const bool small = lines_[i].begins_small;
      if (!any) {
        if (!small && !caps(i) && is_ground_paragraph(i)) break;
        any = true;
        continue;
      }
      const std::size_t before = i - 1;
      const EndMark end = end_of(before);
      if (lines_[i].after_rule || is_item(i)) break;
      if (is_period(i)) continue;
      if (decides && is_deciding_authority(i)) break;
      if (end == EndMark::comma || end == EndMark::hyphen) continue;
      if (before != type && lines_[i].blank_before == 0 && is_open_title(before)) continue;
      if ((end == EndMark::stop || end == EndMark::semicolon) && before != type) break;
      const bool gap = lines_[i].blank_before > layout_.gap;
      if (gap && is_ground_paragraph(i)) break;  // may have lost its first letter
      if (small && !(gap && layout_.wrapped)) continue;
      if (gap) break;
      if (!small && !caps(i) && (is_ground(i) || is_ground_paragraph(i))) break;
      if (before != type && caps(before) && !caps(i)) break;
      if (before != type && lines_[before].bold && !lines_[i].bold) break;
    }
    return i;
  }

  [[nodiscard]] bool starts_addressees(std::size_t i) const {
    return lower(i).starts_with("kính gửi") || lower(i).starts_with("kính trình:");
  }

  /// Kính gửi stands between the subject and the text: its line, then a list or what it wraps into.
  [[nodiscard]] std::size_t end_of_addressees(std::size_t i) const {
    if (i >= lines_.size() || !starts_addressees(i)) return i;
    bool listed = end_of(i) == EndMark::colon;  // nobody on the line itself
    bool bulleted = false;
    const std::uint32_t column = column_of_addressees(i);
    for (++i; i < lines_.size(); ++i) {
      if (is_row_of_addressees(i) || stands_beneath(column, i)) {
        listed = false;
        continue;
      }
      const auto& found = marker(i);
      if (found && found->is_bullet()) {
        if (is_ground(i)) break;
        listed = false;
        bulleted = true;
        continue;
      }
      if (is_section_start(i) || is_ground(i) || lines_[i].table) break;
      const EndMark before = end_of(i - 1);
      // Behind a gap, or after bullets, a sentence is the first of the text.
      const bool sentence = end_of(i) == EndMark::stop && !lines_[i].begins_small && !listed;
      if (sentence && before != EndMark::comma && (has_gap(i) || bulleted)) break;
      const bool open = before == EndMark::comma || (before == EndMark::semicolon && !has_gap(i)) ||
                        listed || (lines_[i].begins_small && before == EndMark::none) ||
                        printed(i).starts_with('(');
      if (!open) break;
      listed = false;
    }
    return i;
  }

  /// Kính gửi stands in the first cell of a table, those whom it names in the others: a further row
  /// has an empty first cell, or begins with a bullet.
  [[nodiscard]] bool is_row_of_addressees(std::size_t i) const {
    const std::uint32_t behind = lines_[i].number - lines_[i - 1].number;
    if (lines_[i].table && lines_[i - 1].table && behind <= 2) {  // a rule beneath the first row
      const bool bullet = marker(i) && marker(i)->is_bullet();
      return detail::parts_cells(printed(i).front()) || (bullet && !is_ground(i));
    }
    return behind == 1 && printed(i).starts_with('|');
  }

  /// In columns of a page they stand beneath each other, far from the margin of the text: where, 0
  /// where line `i` has no such column.
  [[nodiscard]] std::uint32_t column_of_addressees(std::size_t i) const {
    constexpr std::uint32_t farthest_paragraph = 12;  // a first line is not indented so far
    const std::vector<Segment> columns = split_segments(text_, lines_.subspan(i, 1));
    const bool apart = columns.size() > 1 && !columns.front().table;
    return apart && columns[1].column > farthest_paragraph ? columns[1].column : 0;
  }

  /// The line stands in that column. The first line of a paragraph may be indented as far: its next
  /// line goes back to the margin.
  [[nodiscard]] bool stands_beneath(std::uint32_t column, std::size_t i) const {
    constexpr std::uint32_t tolerance = 2;
    if (lines_[i].table || lines_[i].blank_before > layout_.gap || is_ground(i)) return false;
    if (column == 0 || lines_[i].indent + tolerance < column) return false;
    const bool bullet = marker(i) && marker(i)->is_bullet();
    if (bullet || i + 1 == lines_.size() || has_gap(i + 1)) return true;
    const bool back = lines_[i + 1].indent + tolerance < column && lines_[i + 1].begins_small;
    return !back && !(end_of(i - 1) == EndMark::stop && is_capital(printed(i), 0));
  }

  /// Without a type: the lines at the top that can only be a header's. What a web site put over
  /// the national title is no text of the document, however long its lines are.
  [[nodiscard]] std::size_t end_of_bare_header() const {
    const std::size_t title = national_title();
    std::size_t end = 0;
    for (std::size_t i = 0; i < lines_.size() && i < title + longest_bare_header; ++i) {
      const bool subject = lower(i).starts_with("v/v");
      if (i >= title) {
        if (is_section_start(i) || starts_tail(i)) break;
        if (starts_addressees(i)) return end_of_addressees(i);
        if ((printed(i).size() > longest_header_line && !subject) || is_ground(i)) break;
      }
      if (is_header_line(i) || subject) end = i + 1;
    }
    return end_of_bare_title(end);
  }

  /// The line of "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in capitals, with nothing over it but what a
  /// web site put there; else 0. Below the number, the addressees, a signature or the recipients of
  /// one document it stands over another: a form, an annex.
  [[nodiscard]] std::size_t national_title() const {
    constexpr std::size_t left_column = 6;  // lines that may come out between number and title
    std::size_t end = std::min(lines_.size(), longest_site_top);
    for (std::size_t i = 0; i < end; ++i) {
      if (is_national_title(i)) return i;
      if (is_section_start(i) || starts_addressees(i) || starts_tail(i)) break;
      if (lower(i).starts_with("căn cứ ") || (caps(i) && is_office(i))) break;
      if (lower(i).starts_with("số:")) end = std::min(end, i + left_column);
    }
    return 0;
  }

  /// A column of the line holds nothing but the national title, as far as a copy kept it.
  [[nodiscard]] bool is_national_title(std::size_t i) const {
    constexpr std::size_t most_letters = 29;  // "conghoaxahoichunghiavietnam" and two misread
    if (!caps(i) || bare_letters(lower(i)).find("hoaxahoi") == std::string::npos) return false;
    return std::ranges::any_of(
        split_segments(text_, lines_.subspan(i, 1)), [&](const Segment& segment) {
          const std::string bare = bare_letters(text_.lower(segment.span));
          return bare.size() <= most_letters && bare.find("hoaxahoi") != std::string::npos;
        });
  }

  /// Copies lose the line of the type; the subject in capitals then follows on the header.
  [[nodiscard]] std::size_t end_of_bare_title(std::size_t header) const {
    if (header == 0) return 0;
    std::size_t end = header;
    for (; end < lines_.size() && end - header < longest_title; ++end) {
      if (!caps(end) || lines_[end].table || starts_tail(end)) break;
      if (is_section_start(end) || is_deciding_authority(end)) break;
    }
    return end;
  }

  /// Number, date, national title or motto.
  [[nodiscard]] bool is_header_line(std::size_t i) const {
    const std::string_view line = lower(i);
    const bool dated = line.find("ngày") != std::string_view::npos &&
                       line.find("tháng") != std::string_view::npos &&
                       end_mark(line) == EndMark::none;
    if (line.starts_with("số:") || dated) return true;
    const std::string bare = bare_letters(line);
    return bare.find("doclaptudo") != std::string::npos ||
           bare.find("hoaxahoichunghia") != std::string::npos ||
           bare.find("conghoaxahoi") != std::string::npos ||
           bare.find("dangcongsanvietnam") != std::string::npos;
  }

  /// A sentence over the type says something: an editor's or an author's introduction.
  [[nodiscard]] LineRange find_preface(std::size_t type) const {
    const std::size_t reach = type > preface_reach ? type - preface_reach : 0;
    for (std::size_t last = type; last-- > reach;) {
      if (end_of(last) != EndMark::stop || !can_be_sentence(last)) continue;
      std::size_t first = last;
      std::size_t size = printed(last).size();
      while (first > 0 && last - first < longest_closing && can_be_sentence(first - 1) &&
             goes_on_in(first)) {
        size += printed(--first).size();
      }
      if (size >= shortest_preface && is_capital(printed(first), 0)) return {first, last + 1};
    }
    return {};
  }

  /// Line `i` goes on in the sentence of the line before.
  [[nodiscard]] bool goes_on_in(std::size_t i) const {
    const EndMark before = end_of(i - 1);
    if (lines_[i].blank_before > layout_.gap || before == EndMark::stop) return false;
    const bool full = layout_.wrapped && lines_[i - 1].length * 4U >= layout_.width * 3U;
    return full || before == EndMark::comma || lines_[i].begins_small;
  }

  [[nodiscard]] bool can_be_sentence(std::size_t i) const {
    return !caps(i) && !starts_with_any(lower(i), site_sentences) && !lines_[i].table &&
           !starts_addressees(i) && !is_header_line(i) && !is_contents_entry(printed(i)) &&
           !starts_with_any(lower(i), attachments) &&
           split_segments(text_, lines_.subspan(i, 1)).size() == 1;
  }

  [[nodiscard]] std::size_t start_of_body(std::size_t from) const {
    for (std::size_t i = from; i < lines_.size(); ++i) {
      if (is_section_start(i)) return i;
      if (lines_[i].table || starts_tail(i)) return i;
      const auto& found = marker(i);
      if (found && found->is_bullet() && i > from && end_of(i - 1) == EndMark::colon &&
          !starts_with_any(lower(i).substr(found->length), ground_openers)) {
        return i;
      }
      if (ends_with_any(lower(i), announcements) && i + 1 < lines_.size()) {
        if (!lines_[i + 1].begins_small) return i + 1;
      }
    }
    return lines_.size();
  }

  /// The line, or a column of it, says Nơi nhận. "Nơi nhận hồ sơ: ..." is an item of a procedure.
  [[nodiscard]] bool starts_tail(std::size_t i) const {
    // Most lines have no such words: look before the line is cut.
    if (!may_hold_recipients_head(lower(i))) return false;
    for (const Segment& segment : split_segments(text_, lines_.subspan(i, 1))) {
      if (recipients_head(text_.lower(segment.span)) != 0) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_office(std::size_t i) const {
    if (marker_but_office(i)) return false;
    for (const Segment& segment : split_segments(text_, lines_.subspan(i, 1))) {
      if (is_office_line(text_.printed(segment.span), text_.placed(segment.span))) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_name(std::size_t i) const {
    for (const Segment& segment : split_segments(text_, lines_.subspan(i, 1))) {
      if (is_person_name(text_.printed(segment.span), text_.placed(segment.span))) return true;
    }
    return false;
  }

  /// A signature begins here: an office, and before long the name of who holds it.
  [[nodiscard]] bool starts_signature(std::size_t i) const {
    if (!is_office(i)) return false;
    const std::size_t last = std::min(lines_.size(), i + longest_block);
    for (std::size_t next = i + 1; next < last; ++next) {
      if (is_office(next) || is_signing_mark(lower(next))) continue;
      if (is_name(next)) return true;
      if (!caps(next)) return false;
    }
    // Not signed yet: nothing else may follow, and the abbreviation leaves no doubt.
    return last == lines_.size() || authority_prefix(lower(i)) != 0;
  }

  /// The first "Nơi nhận" that ends the text: the column of a table of dossiers and a line of the
  /// body say so too, but sections go on below them.
  [[nodiscard]] std::size_t start_of_tail(std::size_t body) const {
    std::size_t table_end = 0;     // of the last table that was looked through
    std::size_t signing_rows = 0;  // up to here one of its rows has an office
    for (std::size_t i = body; i < lines_.size(); ++i) {
      if (!starts_tail(i)) continue;
      if (is_row(i)) {
        if (i >= table_end) table_end = end_of_table(i, signing_rows);
        if (i >= signing_rows) continue;
      }
      if (!is_end_of_text(i)) continue;
      const std::size_t start = start_before_recipients(i, body);
      if (start < i || ends_document(i)) return start;
    }
    const std::vector<bool> below = sections_below(body);
    for (std::size_t i = body; i < lines_.size(); ++i) {
      if (below[i - body] || !starts_signature(i)) continue;
      return i > body && stand_bodies(i - 1) ? i - 1 : i;
    }
    return lines_.size();
  }

  /// "SỞ Y TẾ          TỈNH ĐOÀN": over the offices of those who sign jointly, whose they are.
  [[nodiscard]] bool stand_bodies(std::size_t i) const {
    if (!caps(i) || marker(i)) return false;
    return split_segments(text_, lines_.subspan(i, 1)).size() > 1;
  }

  /// For each line from `body` on, whether a section of the same document begins below it: a list
  /// of members names offices and people, too. What is attached begins with a title of its own.
  [[nodiscard]] std::vector<bool> sections_below(std::size_t body) const {
    std::vector<bool> below(lines_.size() - std::min(body, lines_.size()));
    bool section = false;
    for (std::size_t i = lines_.size(); i-- > body;) {
      below[i - body] = section;
      if (is_section_start(i)) {
        section = true;
      } else if (section && ((caps(i) && !is_office(i)) || starts_annex(i))) {
        section = false;
      }
    }
    return below;
  }

  /// A row of a table, with or without the marks of Markdown.
  [[nodiscard]] bool is_row(std::size_t i) const {
    return lines_[i].table || printed(i).starts_with('|');
  }

  /// Where the table ends that row `i` is of; sets `signing` behind its last row with an office in
  /// capitals, or to 0.
  [[nodiscard]] std::size_t end_of_table(std::size_t i, std::size_t& signing) const {
    signing = 0;
    for (; i < lines_.size() && is_row(i); ++i) {
      if (is_signing(i)) signing = i + 1;
    }
    return i;
  }

  /// A column of the line is an office in capitals or with the abbreviation of an authority.
  [[nodiscard]] bool is_signing(std::size_t i) const {
    for (const Segment& segment : split_segments(text_, lines_.subspan(i, 1))) {
      const std::string_view line = text_.printed(segment.span);
      const std::string_view placed = text_.placed(segment.span);
      if (!is_office_line(line, placed)) continue;
      const bool named = office_before_name(line, placed) != 0;
      if (is_caps(line) || named || authority_prefix(placed) != 0) return true;
    }
    return false;
  }

  /// Below "Nơi nhận" on line `i` the file copy, a signature, an annex or the end of the file come
  /// before another section, and before other such words.
  [[nodiscard]] bool ends_document(std::size_t i) const {
    if (is_office(i) || is_file_copy(i)) return true;
    std::uint16_t listed = 0;  // recipients may be numbered themselves
    for (std::size_t next = i + 1; next < lines_.size(); ++next) {
      if (is_file_copy(next) || is_office(next) || starts_annex(next)) return true;
      if (starts_tail(next)) return is_row(i) && is_row(next);
      const auto& found = marker(next);
      if (!found || found->is_bullet() || is_contents_entry(printed(next))) continue;
      if (found->kind != NodeKind::decimal || found->value() != listed + 1) return false;
      if (listed == 0 && next != i + 1) return false;
      ++listed;
    }
    return true;
  }

  /// "- Lưu: VT.": recipients end with it. On the line of "Nơi nhận" it may stand behind them.
  [[nodiscard]] bool is_file_copy(std::size_t i) const {
    if (lower(i).find('l') == std::string_view::npos) return false;
    for (const Segment& segment : split_segments(text_, lines_.subspan(i, 1))) {
      std::string_view line = text_.lower(segment.span);
      if (const std::size_t head = recipients_head(line); head != 0) {
        for (const Phrase& row : file_copies) {
          if (line.find(row.folded) != std::string_view::npos) return true;
        }
      }
      while (!line.empty() && letter_at(line, 0) == 0 && !is_digit(line.front())) {
        line.remove_prefix(language::code_point_length(line.front()));
      }
      if (starts_with_any(line, file_copies)) return true;
    }
    return false;
  }

  /// A procedure may say "Nơi nhận: Bộ phận một cửa" too: at the end of a document the words stand
  /// alone or a file copy (Lưu) or a signature is near.
  [[nodiscard]] bool is_end_of_text(std::size_t i) const {
    const std::string_view line = lower(i);
    if (recipients_head(line) == line.size()) return true;
    if (marker(i)) return false;
    if (line.find("lưu") != std::string_view::npos) return true;
    const std::size_t last = std::min(lines_.size(), i + longest_recipients);
    for (std::size_t next = i; next < last; ++next) {
      const auto& found = marker(next);
      const std::string_view item = lower(next).substr(found ? found->length : 0);
      if (trim(item).starts_with("lưu") || is_office(next)) return true;
    }
    return false;
  }

  /// The signature's column may have been read first: office lines and a name before Nơi nhận.
  [[nodiscard]] std::size_t start_before_recipients(std::size_t recipients,
                                                    std::size_t body) const {
    std::size_t start = recipients;
    std::size_t left = longest_block;
    for (std::size_t i = recipients; i > body && left > 0; --left) {
      --i;
      if (is_office(i)) {
        start = i > body && stand_bodies(i - 1) ? i - 1 : i;
      } else if (!is_name(i) && !caps(i) && !is_signing_mark(lower(i))) {
        // The closing paragraph between them, where the right column was read first
        const std::size_t closing = start_of_closing(i, body);
        if (closing == i + 1) break;
        i = closing;
      }
    }
    return start;
  }

  /// Line `last` is of a concluding paragraph that stands under a signature: where that begins,
  /// else `last` + 1.
  [[nodiscard]] std::size_t start_of_closing(std::size_t last, std::size_t body) const {
    for (std::size_t i = last + 1; i > body + 1 && last + 1 - i < longest_closing;) {
      --i;
      if (marker(i) || is_row(i) || caps(i)) break;
      if (!opens_closing(lower(i))) continue;
      return is_name(i - 1) || is_signing_mark(lower(i - 1)) ? i : last + 1;
    }
    return last + 1;
  }

  /// The concluding paragraphs among the lines of the tail.
  [[nodiscard]] std::vector<LineRange> find_closings(std::size_t tail, std::size_t annex) const {
    std::vector<LineRange> found;
    for (std::size_t i = tail; i < annex; ++i) {
      if (!opens_closing(lower(i)) || !is_capital(printed(i), 0) || caps(i) || is_row(i)) continue;
      std::size_t end = i + 1;
      while (end < annex && end - i < longest_closing && end_of(end - 1) != EndMark::stop &&
             !marker(end) && !is_row(end) && !caps(end) && !is_office(end) && !starts_tail(end) &&
             !is_name(end)) {
        ++end;
      }
      found.push_back({i, end});
      i = end - 1;
    }
    return found;
  }

  /// "I. GIÁM ĐỐC SỞ" is a heading, "Q. GIÁM ĐỐC" is not.
  [[nodiscard]] bool marker_but_office(std::size_t i) const {
    const auto& found = marker(i);
    return found && authority_prefix(lower(i)) == 0;
  }

  /// What of the end of the document was seen so far.
  struct Seen {
    bool recipients = false;
    bool office = false;
    bool name = false;
  };

  void see(std::size_t i, Seen& seen) const {
    seen.recipients = seen.recipients || starts_tail(i);
    seen.office = seen.office || is_office(i);
    seen.name = seen.name || (seen.office && is_name(i));
  }

  /// Where the table at `i` ends that holds what of recipients and signature was not seen yet; `i`
  /// where it is another: of members, of tasks.
  [[nodiscard]] std::size_t end_of_signature_table(std::size_t i, Seen& seen) const {
    Seen here;
    here.office = seen.office;
    std::size_t end = i;
    bool signing = false;
    for (; end < lines_.size() && lines_[end].table; ++end) {
      see(end, here);
      signing = signing || is_signing(end);
    }
    const bool recipients = here.recipients && !seen.recipients;
    const bool signature = !seen.name && (signing || (seen.office && here.name));
    if (!recipients && !signature) return i;
    seen = {seen.recipients || here.recipients, seen.office || here.office, seen.name || here.name};
    return end;
  }

  [[nodiscard]] std::size_t start_of_annex(std::size_t tail) const {
    Seen seen;
    for (std::size_t i = tail; i < lines_.size(); ++i) {
      if (lines_[i].table) {
        const std::size_t end = end_of_signature_table(i, seen);
        if (end == i) return start_of_annex_head(i, tail);
        i = end - 1;
        continue;
      }
      if (i != tail && starts_annex(i)) {
        return read_type_line(text_, lines_[i]) ? start_of_annex_head(i, tail) : i;
      }
      if (i != tail && seen.name && starts_other_text(i, seen)) return start_of_annex_head(i, tail);
      see(i, seen);
    }
    return lines_.size();
  }

  /// Over the first sure line of an annex stand the header of a second document or the title of a
  /// table: capitals, number, date, what stands in brackets.
  [[nodiscard]] std::size_t start_of_annex_head(std::size_t annex, std::size_t tail) const {
    std::size_t start = annex;
    while (start > tail + 1 && annex - start < longest_title && can_head_annex(start - 1)) --start;
    // "SỞ CÔNG THƯƠNG" under "PHÓ GIÁM ĐỐC" is of the office.
    while (start < annex && start > tail && is_office(start - 1) && caps(start)) ++start;
    return start;
  }

  [[nodiscard]] bool can_head_annex(std::size_t i) const {
    if (lines_[i].table || starts_tail(i) || is_office(i) || is_name(i)) return false;
    if (is_signing_mark(lower(i)) || (marker(i) && !is_header_line(i))) return false;
    return caps(i) || is_header_line(i) || starts_with_any(lower(i), table_titles);
  }

  [[nodiscard]] bool starts_annex(std::size_t i) const {
    if (is_appendix_line(printed(i), lower(i))) return true;
    if (starts_with_any(lower(i), attachments)) return true;
    const auto type = read_type_line(text_, lines_[i]);
    if (type && type->form == TypeForm::alone) return true;
    // The title over "(Kèm theo ...)"
    if (!caps(i) || is_office(i)) return false;
    for (std::size_t next = i + 1; next < lines_.size() && next - i < longest_title; ++next) {
      if (starts_with_any(lower(next), attachments)) return true;
      if (!caps(next) || is_office(next) || is_appendix_line(printed(next), lower(next))) break;
    }
    return false;
  }

  /// After the name of who signed: neither a part of the block nor a footnote nor a recipient.
  [[nodiscard]] bool starts_other_text(std::size_t i, const Seen& seen) const {
    if (is_section_start(i)) return true;
    const std::string_view line = printed(i);
    if (line.starts_with('[') || line.starts_with('-')) return false;
    if (!caps(i) || is_office(i) || is_name(i)) return false;
    if (lines_[i].new_page || lines_[i].after_rule) return true;
    return !starts_tail(i) && !is_signing_mark(lower(i)) && !is_office(i - 1) && entitles(i) &&
           (seen.recipients || !is_before_recipients(i));
  }

  /// The lines in capitals from `i` on are followed by what has a title: a table, a list, a text.
  [[nodiscard]] bool entitles(std::size_t i) const {
    std::size_t next = i + 1;
    while (next < lines_.size() && next - i < longest_title && caps(next) && !lines_[next].table) {
      if (is_office(next) || is_name(next) || starts_tail(next)) return false;
      ++next;
    }
    if (next == lines_.size() || is_file_copy(next)) return false;
    if (lines_[next].table || printed(next).starts_with('(')) return true;
    return marker(next) || printed(next).size() >= shortest_entitled;
  }

  /// The recipients' column came out below line `i`.
  [[nodiscard]] bool is_before_recipients(std::size_t i) const {
    const std::size_t last = std::min(lines_.size(), i + longest_recipients);
    for (std::size_t next = i + 1; next < last && !starts_annex(next); ++next) {
      if (starts_tail(next)) return true;
    }
    return false;
  }

  const FoldedText& text_;
  std::span<const Line> lines_;
  Layout layout_;
};

}  // namespace

std::size_t recipients_head(std::string_view lower) {
  std::size_t begin = 0;
  while (begin < lower.size() && letter_at(lower, begin) == 0 && !is_digit(lower[begin])) {
    begin += language::code_point_length(lower[begin]);
  }
  // Two words whose letters without marks are "noi nhan": copies lose marks.
  std::size_t end = begin;
  std::size_t words = 0;
  while (end < lower.size() && words < 2) {
    while (letter_at(lower, end) != 0) end += letter_at(lower, end);
    if (++words == 2) break;
    const std::size_t next = trim_begin(lower, end, lower.size());
    if (next == end) return 0;
    end = next;
  }
  if (bare_letters(lower.substr(begin, end - begin)) != "noinhan") return 0;
  const std::size_t rest = trim_begin(lower, end, lower.size());
  if (rest == lower.size()) return rest;
  if (lower[rest] == ':') return rest + 1;
  return lower[rest] == '-' || lower[rest] == '(' ? rest : 0;
}

bool opens_closing(std::string_view lower) {
  return starts_with_any(lower, closings);
}

bool is_contents_entry(std::string_view printed) {
  std::size_t end = printed.size();
  while (end > 0 && is_digit(printed[end - 1])) --end;
  const std::size_t digits = printed.size() - end;
  if (digits == 0 || digits > longest_page_number) return false;
  std::size_t dots = 0;
  while (end > 0) {
    end = trim_end(printed, 0, end);
    if (end == 0) break;
    if (printed[end - 1] == '.' || printed[end - 1] == '_') {
      --end;
      ++dots;
    } else if (printed.substr(0, end).ends_with("\xE2\x80\xA6")) {  // …
      end -= 3;
      dots += 3;
    } else {
      break;
    }
  }
  return end > 0 && dots >= shortest_leader;
}

bool is_lone_type(const FoldedText& text, const Line& line) {
  const auto type = read_type_line(text, line);
  return type && type->form == TypeForm::alone;
}

Frame find_frame(const FoldedText& text, std::span<const Line> lines) {
  return Finder(text, lines).run();
}

bool is_appendix_line(std::string_view printed, std::string_view lower) {
  for (const Phrase& row : appendix_words) {
    if (!opens_with(lower, row.folded) || !is_capital(printed, 0)) continue;
    const std::string_view rest = trim(printed.substr(row.folded.size()));
    if (rest.empty() || is_caps(printed)) return true;
    const bool number = is_digit(rest.front()) || is_capital(rest, 0) || rest.starts_with("số ") ||
                        rest.front() == ':' || rest.front() == '(';
    return number && printed.size() < 120 && end_mark(printed) != EndMark::stop;
  }
  return false;
}

}  // namespace vanban::outline

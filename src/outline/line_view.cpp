#include "outline/line_view.hpp"

#include <algorithm>
#include <string>

#include "outline/characters.hpp"
#include "outline/offices.hpp"
#include "outline/openings.hpp"
#include "tokens/fold.hpp"

namespace vanban::outline {
namespace {

constexpr std::size_t longest_title = 16;       // lines
constexpr std::size_t longest_statement = 200;  // bytes; a subject that ends in a stop is shorter
constexpr std::size_t longest_page_number = 4;  // digits
constexpr std::size_t shortest_leader = 4;      // dots between an entry and its page

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
    {"như sau :", "... cụ thể như sau :"}, {"sau đây :", "... các việc sau đây :"},
    {"nội dung sau:", "... với các nội dung sau:"},
    {"như sau.", "... với nội dung như sau."}, {"như sau", "... cụ thể như sau"},
};

/// What stands over or under the title of a text that belongs to another.
constexpr Phrase attachments[] = {
    {"(kèm theo", "(Kèm theo Kế hoạch số ...)"}, {"(ban hành kèm", "(Ban hành kèm theo ...)"},
    {"(đính kèm", "(Đính kèm Kế hoạch số ...)"}, {"kèm theo kế hoạch", "Kèm theo Kế hoạch số ..."},
    {"(theo kế hoạch", "(Theo Kế hoạch số ...)"}, {"ban hành kèm theo", "Ban hành kèm theo ..."},
};

/// A paragraph that concludes a section or a document, no item of it, begins so.
constexpr Phrase conclusions[] = {{"trên đây là ", "Trên đây là Kế hoạch ..."}};

/// A paragraph that concludes a document begins so, wherever the columns of the signature put it.
constexpr Phrase closings[] = {
    {"trên đây là", "Trên đây là Kế hoạch ..."},
    {"căn cứ kế hoạch này", "Căn cứ Kế hoạch này, ..."},
    {"trong quá trình", "Trong quá trình thực hiện, nếu có vướng mắc ..."},
    {"quá trình triển khai", "Quá trình triển khai thực hiện, nếu ..."},
    {"quá trình thực hiện", "Quá trình thực hiện, nếu ..."},
    {"nhận được kế hoạch này", "Nhận được Kế hoạch này, yêu cầu ..."},
    {"kế hoạch này thay thế", "Kế hoạch này thay thế ..."},
    {"kết luận này thay thế", "Kết luận này thay thế ..."},
    {"thông báo này thay thế", "Thông báo này thay thế ..."},
    {"chỉ thị này thay thế", "Chỉ thị này thay thế ..."},
    {"quyết định này có hiệu lực", "Quyết định này có hiệu lực kể từ ngày ký."},
    {"hướng dẫn này thay thế", "Hướng dẫn này thay thế ..."},
    {"hướng dẫn này có hiệu lực", "Hướng dẫn này có hiệu lực ..."},
    {"hướng dẫn này được phổ biến", "Hướng dẫn này được phổ biến đến chi bộ."},
    {"hướng dẫn này phổ biến", "Hướng dẫn này phổ biến đến chi bộ."},
    {"quy định này phổ biến", "Quy định này phổ biến đến chi bộ."},
    {"kế hoạch này có hiệu lực", "Kế hoạch này có hiệu lực ..."},
    {"kế hoạch này phổ biến", "Kế hoạch này phổ biến đến chi bộ."},
    {"kế hoạch này được phổ biến", "Kế hoạch này được phổ biến đến chi bộ."},
    {"chương trình hành động này", "Chương trình hành động này phổ biến đến chi bộ."},
    {"chỉ thị này phổ biến", "Chỉ thị này phổ biến đến chi bộ."},
    {"chỉ thị này được phổ biến", "Chỉ thị này được phổ biến đến chi bộ."},
    {"nghị quyết này đã được", "Nghị quyết này đã được Hội đồng nhân dân ... thông qua ..."},
    {"nghị quyết này được", "Nghị quyết này được phổ biến đến chi bộ."},
    {"trân trọng./.", "Trân trọng./."}, {"trân trọng!", "Trân trọng!"},
    {"nhận được công văn này", "Nhận được Công văn này, đề nghị ..."},
    {"nhận được thông báo này", "Nhận được Thông báo này, yêu cầu ..."},
    {"nhận được văn bản này", "Nhận được Văn bản này, yêu cầu ..."},
    {"cuộc họp kết thúc lúc", "Cuộc họp kết thúc lúc 11 giờ cùng ngày."},
    {"cuộc họp kết thúc vào", "Cuộc họp kết thúc vào 11 giờ cùng ngày."},
    {"cuộc họp kết thúc hồi", "Cuộc họp kết thúc hồi 11 giờ cùng ngày."},
    {"cuộc họp kết thúc.", "Cuộc họp kết thúc."},
    {"hội nghị kết thúc lúc", "Hội nghị kết thúc lúc 11 giờ cùng ngày."},
    {"hội nghị kết thúc vào", "Hội nghị kết thúc vào 11 giờ cùng ngày."},
    {"hội nghị kết thúc hồi", "Hội nghị kết thúc hồi 11 giờ cùng ngày."},
    {"hội nghị kết thúc.", "Hội nghị kết thúc."},
    {"biên bản kết thúc lúc", "Biên bản kết thúc lúc 11 giờ cùng ngày."},
    {"biên bản kết thúc vào", "Biên bản kết thúc vào 11 giờ cùng ngày."},
    {"biên bản kết thúc hồi", "Biên bản kết thúc hồi 11 giờ cùng ngày."},
    {"biên bản được thông qua", "Biên bản được thông qua trước cuộc họp."},
    {"biên bản được đọc", "Biên bản được đọc lại cho mọi người cùng nghe."},
    {"biên bản được lập", "Biên bản được lập thành 02 bản."},
    {"biên bản này được thông qua", "Biên bản này được thông qua trước cuộc họp."},
    {"biên bản này được đọc", "Biên bản này được đọc lại trước cuộc họp."},
    {"biên bản này được lập", "Biên bản này được lập thành 02 bản."},
    {"biên bản này được làm", "Biên bản này được làm thành 02 bản."},
    {"biên bản này đã được", "Biên bản này đã được mọi người nhất trí."},
    {"biên bản này lập", "Biên bản này lập thành 02 bản."},
    {"biên bản này gồm", "Biên bản này gồm 02 trang."},
    {"biên bản lập", "Biên bản lập xong lúc 11 giờ cùng ngày."},
};

/// The same, and a paragraph of a letter may begin so.
constexpr Phrase requests[] = {
    {"yêu cầu các", "Yêu cầu các đơn vị nghiêm túc ..."},
    {"đề nghị các", "Đề nghị các đơn vị ..."},
};

/// ... or politely, where a letter or a section may go on.
constexpr Phrase courtesies[] = {
    {"trân trọng cảm ơn", "Trân trọng cảm ơn sự phối hợp của ..."},
    {"rất mong", "Rất mong quý cơ quan phối hợp."},
    {"kính đề nghị", "Kính đề nghị Ủy ban nhân dân tỉnh xem xét, phê duyệt."},
    {"kính mong", "Kính mong Sở xem xét, giải quyết."},
    {"kính trình", "Kính trình Hội đồng nhân dân tỉnh xem xét, quyết định."},
    {"kính mời", "Kính mời các đồng chí về dự đông đủ."},
    {"mong nhận được", "Mong nhận được sự phối hợp của quý cơ quan."},
    {"xin trân trọng cảm ơn", "Xin trân trọng cảm ơn."},
    {"xin chân thành cảm ơn", "Xin chân thành cảm ơn."},
};

/// Who lets others know at the end of a letter; whom a plan asks to tell something is none.
constexpr Phrase notifiers[] = {
    {"ủy ban", "Ủy ban nhân dân xã thông báo để các thôn biết."},
    {"uỷ ban", "Uỷ ban nhân dân xã thông báo để các thôn biết."},
    {"ubnd", "UBND xã thông báo để các thôn biết."}, {"sở ", "Sở Y tế thông báo để ... biết."},
    {"văn phòng", "Văn phòng Chính phủ thông báo để các Bộ biết, thực hiện."},
    {"bộ ", "Bộ Y tế thông báo để các Sở biết."},
    {"tổng cục", "Tổng cục Thuế thông báo để Cục Thuế biết."},
    {"cục ", "Cục Thuế thông báo để ... biết."},
    {"chi cục", "Chi cục Thuế thông báo để các hộ biết."}, {"xin ", "Xin thông báo để ... biết."},
    {"phòng giáo dục", "Phòng Giáo dục và Đào tạo thông báo để các trường biết, thực hiện."},
    {"trân trọng", "Trân trọng thông báo để quý cơ quan biết."},
    {"thường trực", "Thường trực HĐND huyện trân trọng kính mời các đồng chí đến dự."},
    {"ban ", "Ban Tổ chức trân trọng kính mời các đồng chí đến dự."},
};

/// What somebody wishes at the end of a letter, right behind his name.
constexpr Phrase wishes[] = {
    {" kính mong ", "Văn phòng Chính phủ kính mong các văn phòng phối hợp."},
    {" rất mong ", "Sở Y tế rất mong các sở phối hợp."},
    {" trân trọng báo cáo", "Sở Y tế trân trọng báo cáo Ủy ban."},
    {" trân trọng kính mời", "Ban Tổ chức trân trọng kính mời các đồng chí đến dự."},
    {" trân trọng đề nghị", "Sở Y tế trân trọng đề nghị các sở phối hợp."},
    {" trân trọng thông báo", "Ban Tổ chức trân trọng thông báo."},
    {" kính báo cáo ", "Sở Y tế kính báo cáo Ủy ban."},
};

/// Between a name and a wish they tell what else is done, or was.
constexpr std::string_view other_acts[] = {";", " đã ", " có ", " đang ", " sẽ "};
constexpr std::string_view joins_acts = " và";

/// Who sends a telegram: an office or a body stands before "điện:". A title may end so, too.
constexpr Phrase senders[] = {
    {"chủ tịch", "CHỦ TỊCH UBND TỈNH điện:"}, {"phó chủ tịch", "PHÓ CHỦ TỊCH UBND TỈNH điện:"},
    {"thủ tướng", "THỦ TƯỚNG CHÍNH PHỦ điện:"}, {"phó thủ tướng", "PHÓ THỦ TƯỚNG điện:"},
    {"bộ trưởng", "BỘ TRƯỞNG BỘ Y TẾ điện:"}, {"bộ y tế", "BỘ Y TẾ điện:"},
    {"bộ công", "BỘ CÔNG THƯƠNG điện:"}, {"bộ nông nghiệp", "BỘ NÔNG NGHIỆP ... điện:"},
    {"bộ quốc phòng", "BỘ QUỐC PHÒNG điện:"}, {"bộ xây dựng", "BỘ XÂY DỰNG điện:"},
    {"bộ giáo dục", "BỘ GIÁO DỤC VÀ ĐÀO TẠO điện:"}, {"bộ chỉ huy", "BỘ CHỈ HUY QUÂN SỰ điện:"},
    {"bộ tư lệnh", "BỘ TƯ LỆNH điện:"}, {"ủy ban", "ỦY BAN NHÂN DÂN TỈNH điện:"},
    {"uỷ ban", "UỶ BAN NHÂN DÂN TỈNH điện:"}, {"ubnd", "UBND TỈNH điện:"},
    {"ban chỉ đạo", "BAN CHỈ ĐẠO điện:"}, {"ban chỉ huy", "BAN CHỈ HUY điện:"},
    {"ban thường vụ", "BAN THƯỜNG VỤ TỈNH ỦY điện:"}, {"trưởng ban", "TRƯỞNG BAN CHỈ HUY điện:"},
    {"bí thư", "BÍ THƯ TỈNH ỦY điện:"}, {"tỉnh ủy", "TỈNH ỦY điện:"},
    {"thành ủy", "THÀNH ỦY điện:"}, {"giám đốc", "GIÁM ĐỐC SỞ Y TẾ điện:"},
    {"sở ", "SỞ Y TẾ điện:"}, {"cục ", "CỤC THÚ Y điện:"}, {"tổng cục", "TỔNG CỤC điện:"},
    {"công an", "CÔNG AN TỈNH điện:"}, {"văn phòng", "VĂN PHÒNG ỦY BAN điện:"},
};

/// The last of the recipients, whatever follows.
constexpr Phrase file_copies[] = {
    {"lưu:", "- Lưu: VT."}, {"lưu :", "- Lưu : VT."}, {"lưu vt", "- Lưu VT."},
    {"lưu vp", "- Lưu VP."}, {"lưu văn phòng", "Lưu Văn phòng Tỉnh ủy."},
    {"lưu trữ:", "Lưu trữ: VT"}, {"luu:", "Luu: VT."}, {"lƣu:", "Lƣu: VT."},
};

constexpr Phrase appendix_words[] = {
    {"phụ lục", "Phụ lục I"}, {"biểu mẫu", "BIỂU MẪU 01"}, {"biểu số", "Biểu số 01"},
    {"biểu 0", "Biểu 01"}, {"mẫu số", "Mẫu số 02"}, {"phụ biểu", "PHỤ BIỂU 1"},
};
// clang-format on

/// "1. Trang chủ", "2. » Giáo án": where a site has the document.
bool is_breadcrumb(std::string_view text) {
  return text == "Trang chủ" || text.starts_with("»") || text.starts_with("›");
}

/// "Văn phòng Chính phủ kính mong các văn phòng phối hợp.": nothing but a name before what is
/// wished.
bool is_wish(std::string_view lower) {
  constexpr std::size_t longest_name = 120;  // bytes
  if (!starts_with_any(lower, notifiers)) return false;
  const std::string_view front = lower.substr(0, longest_name);
  for (const Phrase& wish : wishes) {
    const std::size_t at = front.find(wish.folded);
    if (at == std::string_view::npos) continue;
    const auto tells = [&](std::string_view act) {
      return front.substr(0, at + 1).find(act) != std::string_view::npos;
    };
    // "... phát tài liệu và trân trọng kính mời khách": one more act
    if (front.substr(0, at).ends_with(joins_acts)) continue;
    if (std::ranges::none_of(other_acts, tells)) return true;
  }
  return false;
}

/// "Văn phòng Chính phủ thông báo để các Bộ: Tài chính, Xây dựng biết, thực hiện./."
bool tells_to_know(std::string_view lower) {
  constexpr std::size_t longest = 240;  // bytes
  constexpr std::string_view ends[] = {"biết",
                                       "biết, thực hiện",
                                       "biết và thực hiện",
                                       "biết, phối hợp",
                                       "biết, phối hợp thực hiện",
                                       "biết và phối hợp thực hiện",
                                       "biết, triển khai thực hiện"};
  // Whom a plan asks to tell others something ends no plan.
  const bool ends_text = lower.ends_with("./.") || lower.find(" để ") != std::string_view::npos;
  if (!ends_text) return false;
  while (!lower.empty() && (lower.back() == '.' || lower.back() == '/' || lower.back() == '!')) {
    lower.remove_suffix(1);
  }
  if (lower.size() > longest || !starts_with_any(lower, notifiers)) return false;
  const std::size_t tells = lower.find(" thông báo ");
  if (tells == std::string_view::npos || lower.find_first_of(".;") < lower.size()) return false;
  return std::ranges::any_of(ends, [&](std::string_view end) {
    return lower.ends_with(end) && lower.substr(0, lower.size() - end.size()).ends_with(' ') &&
           lower.size() - end.size() > tells;
  });
}

}  // namespace

bool LineView::is_ground(std::size_t i) const {
  // "- Căn cứ Luật ...": of bullets this one alone, for tasks open like the other grounds.
  if (marker(i) && marker(i)->is_bullet()) {
    return lower(i).substr(marker(i)->length).starts_with("căn cứ ");
  }
  if (caps(i) || !is_capital(printed(i), 0)) return false;
  if (opens_ground(lower(i))) return true;
  // "Căn" / "cứ Luật ...": a web copy broke the line behind its first word.
  constexpr std::size_t longest_first_word = 8;
  if (printed(i).size() > longest_first_word || i + 1 == lines_.size()) return false;
  if (lines_[i + 1].blank_before != 0 || !lines_[i + 1].begins_small) return false;
  const std::string both = std::string(lower(i)) + " " + std::string(lower(i + 1));
  return opens_ground(both);
}

bool LineView::is_ground_paragraph(std::size_t i) const {
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
  return end == EndMark::semicolon || announces_body(lower(last)) ||
         ((end == EndMark::stop || end == EndMark::colon) && size > longest_statement);
}

bool LineView::opens_page(std::size_t i) const {
  constexpr std::size_t longest_path = 4;  // lines
  return i < longest_path && marker(0) && marker(0)->kind == NodeKind::decimal;
}

bool LineView::is_section_start(std::size_t i) const {
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
      if (is_over_national_title(i) || (opens_page(i) && is_breadcrumb(trim(rest)))) return false;
      return found->value() == 1 && found->delimiter != Delimiter::enclosed &&
             !starts_lower(rest) && (i == 0 || ends_statement(i - 1));
    default: return false;
  }
}

bool LineView::is_over_national_title(std::size_t i) const {
  return i + 1 < lines_.size() && lines_[i + 1].caps &&
         bare_letters(lower(i + 1)).starts_with("conghoaxahoi");
}

bool LineView::is_division(const Marker& found) {
  return found.kind == NodeKind::part || found.kind == NodeKind::chapter;
}

bool LineView::ends_statement(std::size_t i) const {
  const EndMark end = end_of(i);
  return end == EndMark::stop || end == EndMark::colon || end == EndMark::semicolon ||
         lines_[i + 1].blank_before > layout_.gap || !layout_.wrapped;
}

bool LineView::starts_addressees(std::size_t i) const {
  const bool sent = i + 1 < size() && is_sender_over(lower(i), lower(i + 1));
  return sent || opens_addressees(lower(i));
}

bool LineView::is_header_line(std::size_t i) const {
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

bool LineView::starts_tail(std::size_t i) const {
  return any_column(i,
                    [this](TextSpan column) { return recipients_head(text_.lower(column)) != 0; });
}

bool LineView::is_office(std::size_t i) const {
  // The marker is one of the first column alone. A list of members has offices in the other, but
  // nobody there signs for somebody: "- Như Điều 3;      TM. ỦY BAN NHÂN DÂN" does.
  // So does "- Lưu: VT.      CHỦ TỊCH" below it.
  const bool item = marker_but_office(i);
  if (item && lines_[i].one_column) return false;
  const auto signs = [this](TextSpan column) {
    return authority_prefix(text_.placed(column)) != 0;
  };
  const bool below = item && i > 0 && any_column(i - 1, signs);
  return any_column(i, [&](TextSpan column) {
    const std::string_view placed = text_.placed(column);
    if (item && (column.begin == lines_[i].span.begin || !(below || signs(column)))) return false;
    return is_office_line(text_.printed(column), placed);
  });
}

bool LineView::is_name(std::size_t i) const {
  return any_column(i, [this](TextSpan column) {
    return is_person_name(text_.printed(column), text_.placed(column));
  });
}

bool LineView::is_row(std::size_t i) const {
  return lines_[i].table || printed(i).starts_with('|');
}

bool LineView::is_file_copy(std::size_t i) const {
  if (lower(i).find('l') == std::string_view::npos) return false;
  return any_column(i, [this](TextSpan column) {
    std::string_view line = text_.lower(column);
    if (const std::size_t head = recipients_head(line); head != 0) {
      for (const Phrase& row : file_copies) {
        if (line.find(row.folded) != std::string_view::npos) return true;
      }
    }
    while (!line.empty() && letter_at(line, 0) == 0 && !is_digit(line.front())) {
      line.remove_prefix(language::code_point_length(line.front()));
    }
    return starts_with_any(line, file_copies);
  });
}

bool LineView::is_signing(std::size_t i) const {
  return any_column(i, [this](TextSpan column) {
    const std::string_view line = text_.printed(column);
    const std::string_view placed = text_.placed(column);
    return is_office_line(line, placed) &&
           (is_caps(line) || office_before_name(line, placed) != 0 ||
            authority_prefix(placed) != 0);
  });
}

bool LineView::marker_but_office(std::size_t i) const {
  const auto& found = marker(i);
  return found && authority_prefix(lower(i)) == 0;
}

bool opens_ground(std::string_view lower) {
  return starts_with_any(lower, ground_openers);
}

bool announces_body(std::string_view lower) {
  return ends_with_any(lower, announcements);
}

bool is_attachment(std::string_view lower) {
  return starts_with_any(lower, attachments);
}

bool opens_addressees(std::string_view lower) {
  constexpr std::size_t longest_sender = 100;  // bytes
  return lower.starts_with("kính gửi") || lower.starts_with("kính trình:") ||
         lower.starts_with("kính mời:") || lower.starts_with("điện:") ||
         (lower.size() <= longest_sender && lower.ends_with(" điện:") &&
          starts_with_any(lower, senders));
}

bool is_sender_over(std::string_view lower, std::string_view next) {
  return next.starts_with("điện:") && starts_with_any(lower, senders);
}

bool opens_conclusion(std::string_view lower) {
  return starts_with_any(lower, conclusions);
}

bool opens_closing(std::string_view lower) {
  return starts_with_any(lower, closings) || may_open_closing(lower);
}

bool may_open_closing(std::string_view lower) {
  return starts_with_any(lower, courtesies) || is_request(lower) || tells_to_know(lower) ||
         is_wish(lower);
}

bool is_request(std::string_view lower) {
  return starts_with_any(lower, requests);
}

std::size_t recipients_head(std::string_view lower) {
  // The first letter tells of most lines.
  if (!lower.empty() && lower[0] >= 'a' && lower[0] <= 'z' && lower[0] != 'n') return 0;
  std::size_t begin = 0;
  while (begin < lower.size() && letter_at(lower, begin) == 0 && !is_digit(lower[begin])) {
    begin += language::code_point_length(lower[begin]);
  }
  if (begin == lower.size() || is_digit(lower[begin])) return 0;
  const char initial = bare_letter(lower, begin, letter_at(lower, begin));
  if (initial != 'n' && initial != '\0') return 0;
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
  const std::string words_alone = bare_letters(lower.substr(begin, end - begin));
  const std::size_t rest = trim_begin(lower, end, lower.size());
  // "Nơi gửi:" in papers of before 2000
  if (words_alone == "noigui") return rest < lower.size() && lower[rest] == ':' ? rest + 1 : 0;
  if (words_alone != "noinhan") return 0;
  if (rest == lower.size()) return rest;
  if (lower[rest] == ':') return rest + 1;
  return lower[rest] == '-' || lower[rest] == '(' ? rest : 0;
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

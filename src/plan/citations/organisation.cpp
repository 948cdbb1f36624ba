#include "plan/citations/organisation.hpp"

#include "plan/citations/document_types.hpp"
#include "tokens/fold.hpp"
#include "tokens/phrases.hpp"

namespace vanban::plan {
namespace {

using namespace tokens;  // NOLINT(google-build-using-namespace): this file is made of its steps

// clang-format off
enum class StopCase : unsigned char {
  any,    ///< ends a name however it is written: "của Chính phủ Quy định chi tiết"
  small   ///< only in small letters: "tổ chức", for there is "Ban Tổ chức"
};

struct StopRow {
  std::string_view phrase;
  StopCase when = StopCase::any;
};

// Words that a name does not hold: what follows is the subject or the verb.
constexpr PhraseTable stops(std::to_array<StopRow>({
    {"về"}, {"tại"}, {"quy định"}, {"ban hành"}, {"phê duyệt"}, {"ngày"}, {"sửa đổi"}, {"đã"},
    {"được"}, {"cho"}, {"để"}, {"nhằm"}, {"v/v"}, {"là"}, {"sẽ"}, {"có"}, {"này"}, {"đó"},
    {"như"}, {"khi"}, {"nêu trên"}, {"trên địa bàn"}, {"trong"}, {"với"}, {"đối với"}, {"hoặc"},
    {"do"}, {"từ"}, {"đến"}, {"bằng"}, {"không"}, {"nếu"}, {"cùng"}, {"cụ thể"}, {"giai đoạn"},
    {"nhiệm kỳ"}, {"theo"}, {"kèm theo"}, {"phải"}, {"vào"}, {"số"}, {"gửi"}, {"bãi bỏ"},
    {"thay thế"}, {"trích"}, {"tiếp tục"}, {"đồng thời"}, {"mà"}, {"còn"}, {"cũng"}, {"sau"},
    {"trước"}, {"nhân dịp"}, {"qua"}, {"xem xét"}, {"tặng"}, {"tặng thưởng"}, {"phát động"},
    {"hướng dẫn", StopCase::small}, {"thực hiện", StopCase::small},
    {"triển khai", StopCase::small}, {"tổ chức", StopCase::small},
    {"thành lập", StopCase::small}, {"công bố", StopCase::small}, {"bổ sung", StopCase::small},
    {"điều chỉnh", StopCase::small}, {"giao nhiệm vụ", StopCase::small},
    {"giao chỉ tiêu", StopCase::small}, {"giao kế hoạch", StopCase::small},
    {"giao dự toán", StopCase::small}, {"giao cho", StopCase::small},
    {"giao biên chế", StopCase::small}, {"ủy quyền", StopCase::small},
    {"uỷ quyền", StopCase::small}, {"phân công", StopCase::small}, {"phân cấp", StopCase::small},
    {"phân bổ", StopCase::small}, {"tăng cường", StopCase::small}, {"đẩy mạnh", StopCase::small},
    {"nâng cao", StopCase::small}, {"xây dựng", StopCase::small}, {"phát triển", StopCase::small},
    {"kiểm tra", StopCase::small}, {"thanh tra", StopCase::small}, {"chỉ đạo về", StopCase::small},
    {"yêu cầu", StopCase::small}, {"đề nghị", StopCase::small}, {"trình", StopCase::small},
    {"lãnh đạo thực", StopCase::small}, {"hợp nhất", StopCase::small},
    {"ký", StopCase::small}, {"kết luận", StopCase::small}, {"thông báo", StopCase::small},
    {"hỗ trợ", StopCase::small}, {"quyết định", StopCase::small}, {"sắp xếp", StopCase::small},
    {"kiện toàn", StopCase::small}, {"chấp thuận", StopCase::small}, {"thống nhất", StopCase::small},
    {"khen thưởng", StopCase::small}, {"tiến hành", StopCase::small}, {"báo cáo", StopCase::small},
    {"tham mưu", StopCase::small}, {"năm", StopCase::small}, {"các", StopCase::small},
    {"một số", StopCase::small}, {"những", StopCase::small}, {"cũng như", StopCase::small},
    {"xác định", StopCase::small}, {"chủ trì", StopCase::small}, {"cập nhật", StopCase::small},
    {"áp dụng", StopCase::small}, {"thông qua", StopCase::small}, {"quán triệt", StopCase::small},
    {"phục vụ", StopCase::small}, {"tập trung", StopCase::small}, {"mở", StopCase::small},
    {"nêu", StopCase::small}, {"thì", StopCase::small}, {"phê chuẩn", StopCase::small},
    {"đính kèm", StopCase::small}, {"nói trên", StopCase::small}, {"góp ý", StopCase::small},
}));

// What names open with. Offices first, then bodies.
constexpr PhraseTable openers(std::to_array<Phrase>({
    {"chủ tịch"}, {"phó chủ tịch"}, {"thủ tướng"}, {"phó thủ tướng"}, {"bộ trưởng"},
    {"thứ trưởng"}, {"giám đốc"}, {"phó giám đốc"}, {"tổng giám đốc"}, {"cục trưởng"},
    {"tổng cục trưởng"}, {"chánh văn phòng"}, {"chánh án"}, {"viện trưởng"}, {"hiệu trưởng"},
    {"trưởng ban"}, {"trưởng phòng"}, {"thủ trưởng"}, {"thống đốc"}, {"tổng thanh tra"},
    {"chủ nhiệm"}, {"bí thư"}, {"tổng bí thư"}, {"tư lệnh"}, {"vụ trưởng"}, {"chi cục trưởng"},
    {"quốc hội"}, {"ủy ban"}, {"uỷ ban"}, {"ubnd"}, {"unnd"}, {"hđnd"}, {"hội đồng"},
    {"chính phủ"}, {"bộ"}, {"sở"}, {"ban"}, {"cục"}, {"tổng cục"}, {"chi cục"}, {"vụ"}, {"viện"},
    {"phòng"}, {"văn phòng"}, {"trung tâm"}, {"thanh tra"}, {"tòa án"}, {"toà án"}, {"đảng ủy"},
    {"đảng uỷ"}, {"tỉnh ủy"}, {"tỉnh uỷ"}, {"thành ủy"}, {"thành uỷ"}, {"huyện ủy"},
    {"huyện uỷ"}, {"quận ủy"}, {"thị ủy"}, {"đảng bộ"}, {"chi bộ"}, {"đoàn"}, {"tỉnh đoàn"},
    {"thành đoàn"}, {"trung ương"}, {"hội"}, {"liên đoàn"}, {"tổng liên đoàn"}, {"liên hiệp"},
    {"công đoàn"}, {"mặt trận"}, {"ubmttq"}, {"mttq"}, {"bhxh"}, {"bảo hiểm xã hội"},
    {"ngân hàng"}, {"kho bạc"}, {"công an"}, {"quân khu"}, {"bộ chỉ huy"}, {"trường"},
    {"đại học"}, {"học viện"}, {"bệnh viện"}, {"công ty"}, {"tổng công ty"}, {"tập đoàn"},
    {"doanh nghiệp"}, {"hợp tác xã"}, {"chi nhánh"}, {"xí nghiệp"}, {"nhà máy"}, {"tổ"},
    {"tiểu ban"}, {"đội"}, {"chủ đầu tư"}, {"quỹ"}, {"hiệp hội"}, {"nhà nước"}, {"đảng"},
    {"bộ chính trị"}, {"ban bí thư"}, {"thường trực"}, {"ban thường vụ"}, {"ban chấp hành"},
    {"kiểm toán"}, {"viện kiểm sát"}, {"đại sứ quán"}, {"đoàn kiểm tra"}, {"thành phố"},
    {"đặc khu"}, {"bch"}, {"btv"}, {"ttcp"}, {"bqp"}, {"bca"}, {"tw"}, {"cơ quan"},
}));

// Inside a name, wherever: a private firm whose first word is misprinted is still one.
constexpr PhraseTable company_marks(std::to_array<Phrase>({
    {"tnhh"}, {"cổ phần"}, {"tư nhân"}, {"một thành viên"}, {"mtv"}, {"hợp danh"},
}));

// Pieces of names around a comma; the comma belongs to the name.
constexpr PhraseTable comma_names(std::to_array<Phrase>({
    {"văn hóa, thể thao"}, {"văn hoá, thể thao"}, {"thi đua, khen thưởng"},
    {"khoa học, công nghệ"}, {"văn hóa, xã hội"}, {"thanh niên, thiếu niên"},
    {"phổ biến, giáo dục"}, {"phòng, chống"}, {"trồng trọt, chăn nuôi"}, {"kinh tế, hạ tầng"},
    {"nông nghiệp, nông thôn"}, {"kinh tế, hạ tầng"}, {"quản lý, khai thác"},
    {"y tế, dân số"}, {"dân số, gia đình"}, {"lao động, thương binh"},
    {"tìm kiếm cứu nạn, cứu hộ"}, {"phòng cháy, chữa cháy"}, {"chữa cháy, cứu nạn"},
}));

// Behind "và" in small letters inside a name.
constexpr PhraseTable and_names(std::to_array<Phrase>({
    {"công nghệ"}, {"đào tạo"}, {"đầu tư"}, {"môi trường"}, {"xã hội"}, {"du lịch"},
    {"phát triển nông thôn"}, {"phát triển"}, {"truyền thông"}, {"đô thị"}, {"trẻ em"},
    {"dịch vụ"}, {"thương mại"}, {"sản xuất"}, {"xây dựng"}, {"tìm kiếm cứu nạn"}, {"nhi đồng"},
    {"gia đình"}, {"hạ tầng"}, {"hải đảo"}, {"năng lượng"}, {"chế biến"}, {"khai khoáng"},
    {"du lịch"}, {"thể thao"}, {"kinh doanh"}, {"xuất nhập khẩu"}, {"chuyển giao công nghệ"},
    {"đổi mới sáng tạo"}, {"chuyển đổi số"}, {"khu kinh tế"}, {"tư vấn"}, {"hợp tác"}, {"vừa"},
    {"dân vận"}, {"pccc"}, {"cứu nạn"}, {"phòng thủ dân sự"}, {"khen thưởng"}, {"quản lý"},
    {"khoa học"}, {"kỹ thuật"}, {"đổi mới"}, {"giám sát"}, {"kế hoạch"}, {"nông thôn"},
}));
// clang-format on

// A name longer than that is a sentence.
constexpr int most_words = 24;

bool is_stop(std::string_view text, std::size_t at) {
  const auto stop = stops.longest(text, at);
  return stop && (stop.row->when == StopCase::any || !is_capital(text, at));
}

/// A type of document with its number: "của UBND tỉnh và Kế hoạch số 12/KH-UBND".
bool is_numbered_type(std::string_view text, std::size_t at) {
  const auto type = match_type(text, at);
  if (!type) return false;
  const std::size_t next = skip_blanks(text, type->end);
  return is_digit(text, next) || match(text, next, "số") != npos;
}

/// The comma or "và" at `sign` joins two pieces of one name; gives where the second begins.
std::size_t joined(std::string_view text, std::size_t name, std::size_t sign) {
  const bool comma = has_byte(text, sign, ',');
  const std::size_t next = skip_blanks(text, comma ? sign + 1 : match(text, sign, "và"));
  if (is_numbered_type(text, next)) return npos;
  if (comma) {
    // Is the word before the comma the head of a known piece? Look back at most four words.
    std::size_t begin = sign;
    for (int words = 0; words < 4 && begin > name; ++words) {
      begin = word_begin(text, words == 0 ? begin : skip_blanks_back(text, begin));
      const auto piece = comma_names.longest(text, begin);
      if (piece && piece.end > sign) return next;
    }
    // "Sở Nông nghiệp, Công Thương và Xây dựng": a capital that opens no body, then "và".
    if (!is_capital(text, next) || opens_organisation(text, next)) return npos;
    std::size_t end = word_end(text, next);
    for (int words = 0; words < 4; ++words) {
      const std::size_t following = skip_blanks(text, end);
      const std::size_t both = match(text, following, "và");
      if (both != npos) {
        const std::size_t last = skip_blanks(text, both);
        return is_capital(text, last) && !opens_organisation(text, last) &&
                       !is_numbered_type(text, last)
                   ? next
                   : npos;
      }
      if (letter_at(text, following) == 0) return npos;
      end = word_end(text, following);
    }
    return npos;
  }
  if (and_names.longest(text, next) && !is_stop(text, next)) return next;
  if (and_names.longest(text, next)) return next;
  return is_capital(text, next) && !opens_organisation(text, next) && !is_stop(text, next) &&
                 !match_type(text, next)
             ? next
             : npos;
}

}  // namespace

bool opens_organisation(std::string_view text, std::size_t at) {
  return openers.longest(text, at).found();
}

std::size_t organisation_end(std::string_view text, std::size_t begin) {
  if (letter_at(text, begin) == 0 || is_stop(text, begin)) return begin;
  std::size_t end = begin;
  std::size_t at = begin;
  for (int words = 0; words < most_words; ++words) {
    if (match(text, at, "và") != npos) {
      const std::size_t next = joined(text, begin, at);
      if (next == npos) break;
      at = next;
    } else if (words > 0 && (is_stop(text, at) || is_numbered_type(text, at))) {
      break;
    }
    // GD&ĐT, XDSX&TMDV; "TT.HĐND"
    end = word_end(text, at);
    while ((has_byte(text, end, '&') || has_byte(text, end, '.')) && is_capital(text, end + 1)) {
      end = word_end(text, end + 1);
    }
    std::size_t next = skip_blanks(text, end);
    if (has_byte(text, next, ',')) {
      next = joined(text, begin, next);
      if (next == npos) break;
    } else if (const std::size_t dash = dash_at(text, next)) {
      // "Lao động - Thương binh": a dash before a capital.
      next = skip_blanks(text, next + dash);
      if (!is_capital(text, next)) break;
    }
    if (next == end || !is_word_part(text, next)) break;
    at = next;
  }
  return end;
}

std::size_t organisation_begin(std::string_view text, std::size_t floor, std::size_t end) {
  // The nearest border before: a sign, or a word behind which a name begins.
  std::size_t begin = end;
  int words = 0;
  while (begin > floor && words <= most_words) {
    const std::size_t word_stop = skip_blanks_back(text, begin);
    if (word_stop <= floor) break;
    const std::size_t word = word_begin(text, word_stop);
    if (word == word_stop) {
      const std::size_t sign = step_back(text, word_stop);
      // A comma may stand inside a name, but not before a new one.
      const bool inside = dash_at(text, sign) != 0 || text[sign] == '&' ||
                          (text[sign] == ',' && !opens_organisation(text, skip_blanks(text, begin)));
      if (!inside) break;
      begin = sign;
      continue;
    }
    if (word < floor) break;
    const std::string_view printed = text.substr(word, word_stop - word);
    bool border = false;
    for (const std::string_view sign : {"của", "do", "bởi", "gồm", "nghị", "tại", "theo", "ý"}) {
      border = border || match(printed, 0, sign) == printed.size();
    }
    if (border) break;
    begin = word;
    ++words;
  }
  begin = skip_blanks(text, begin);
  if (begin >= end || words == 0 || words > most_words) return npos;
  bool named = opens_organisation(text, begin);
  for (std::size_t at = begin; at < end && !named;) {
    named = company_marks.longest(text, at).found();
    at = skip_blanks(text, std::max(word_end(text, at), at + 1));
  }
  if (!named) return npos;
  // Several bodies may share one paper: "Sở Xây dựng và Sở Tài chính".
  std::size_t at = begin;
  while (at < end) {
    const std::size_t name = organisation_end(text.substr(0, end), at);
    if (name == end) return begin;
    if (name == at) return npos;
    std::size_t next = skip_blanks(text, name);
    const std::size_t both = match(text, next, "và");
    next = skip_blanks(text, both != npos ? both : has_byte(text, next, ',') ? next + 1 : name);
    if (next <= name || next >= end || !opens_organisation(text, next)) return npos;
    at = next;
  }
  return npos;
}

}  // namespace vanban::plan

#include "plan/organisation.hpp"

#include "tokens/document_types.hpp"
#include "tokens/fold.hpp"
#include "tokens/phrases.hpp"

namespace vanban::plan {
namespace {

using namespace tokens;  // NOLINT(google-build-using-namespace): this file is made of its steps

// clang-format off
enum class StopCase : unsigned char {
  any,        ///< ends a name however it is written: "của Chính phủ Quy định chi tiết"
  not_title,  ///< not with a first capital: "tổ chức", for there is "Ban Tổ chức"
  small,      ///< only in small letters: "bằng", for there is "CAO BẰNG"
  not_of_body  ///< as not_title, nor behind what is named by it: "Tiểu ban chỉ đạo bầu cử"
};

struct StopRow {
  std::string_view phrase;
  StopCase when = StopCase::any;
};

// Words that a name does not hold: what follows is the subject or the verb.
constexpr PhraseTable stops(std::to_array<StopRow>({
    {"về"}, {"tại"}, {"quy định"}, {"ban hành"}, {"phê duyệt"}, {"ngày"}, {"sửa đổi"}, {"đã"},
    {"được"}, {"cho"}, {"để"}, {"nhằm"}, {"v/v"}, {"là", StopCase::small}, {"sẽ"},
    {"có", StopCase::small}, {"này"}, {"đó", StopCase::small},
    {"như", StopCase::small}, {"khi", StopCase::small}, {"nêu trên"}, {"trên địa bàn"}, {"trong"},
    {"với", StopCase::small}, {"đối với"}, {"hoặc"},
    {"do", StopCase::small}, {"từ", StopCase::small}, {"đến"}, {"bằng", StopCase::small}, {"không"},
    {"nếu"}, {"cùng"}, {"cụ thể"}, {"giai đoạn"},
    {"nhiệm kỳ"}, {"theo"}, {"kèm theo"}, {"phải", StopCase::small}, {"vào", StopCase::small},
    {"số"}, {"gửi"}, {"bãi bỏ"},
    {"thay thế"}, {"trích", StopCase::small}, {"tiếp tục"}, {"đồng thời"}, {"mà", StopCase::small},
    {"còn", StopCase::small}, {"cũng", StopCase::small}, {"sau", StopCase::small},
    {"trước", StopCase::small}, {"nhân dịp"}, {"qua", StopCase::small}, {"xem xét"}, {"tặng"},
    {"tặng thưởng"}, {"phát động"},
    {"hướng dẫn"}, {"thực hiện"},
    {"triển khai"}, {"tổ chức", StopCase::not_title},
    {"thành lập"}, {"công bố"}, {"bổ sung"},
    {"điều chỉnh"}, {"giao nhiệm vụ", StopCase::not_title},
    {"giao chỉ tiêu", StopCase::not_title}, {"giao kế hoạch", StopCase::not_title},
    {"giao dự toán", StopCase::not_title}, {"giao cho", StopCase::not_title},
    {"giao biên chế", StopCase::not_title}, {"giao", StopCase::not_title}, {"ủy quyền"},
    {"uỷ quyền"}, {"phân công", StopCase::not_title}, {"phân cấp"},
    {"phân bổ"}, {"tăng cường"}, {"đẩy mạnh"},
    {"nâng cao"}, {"xây dựng", StopCase::not_title}, {"phát triển", StopCase::not_title},
    {"kiểm tra", StopCase::not_title}, {"thanh tra", StopCase::not_title},
    {"chỉ đạo", StopCase::not_of_body}, {"lãnh đạo", StopCase::not_of_body},
    {"yêu cầu"}, {"đề nghị"}, {"trình", StopCase::not_title},
    {"hợp nhất", StopCase::not_title},
    {"ký", StopCase::small}, {"kết luận"}, {"thông báo"},
    {"hỗ trợ", StopCase::not_title}, {"quyết định"}, {"sắp xếp", StopCase::not_title},
    {"kiện toàn", StopCase::not_title}, {"chấp thuận"}, {"thống nhất", StopCase::not_title},
    {"khen thưởng", StopCase::not_title}, {"tiến hành", StopCase::not_title},
    {"báo cáo", StopCase::not_title},
    {"tham mưu", StopCase::not_title}, {"năm", StopCase::not_title}, {"các", StopCase::not_title},
    {"một số", StopCase::not_title}, {"những", StopCase::not_title},
    {"cũng như", StopCase::not_title},
    {"xác định", StopCase::not_title}, {"chủ trì", StopCase::not_title},
    {"cập nhật", StopCase::not_title},
    {"áp dụng", StopCase::not_title}, {"thông qua", StopCase::not_title},
    {"quán triệt", StopCase::not_title},
    {"phục vụ", StopCase::not_title}, {"tập trung", StopCase::not_title}, {"mở", StopCase::small},
    {"nêu", StopCase::not_title}, {"thì", StopCase::not_title}, {"phê chuẩn"},
    {"đính kèm", StopCase::not_title}, {"nói trên", StopCase::not_title},
    {"góp ý", StopCase::not_title}, {"đề ra", StopCase::not_title},
    {"đặt ra", StopCase::not_title}, {"giao tại", StopCase::not_title},
    {"hỏi", StopCase::small}, {"phản ánh", StopCase::not_title}, {"kiến nghị", StopCase::not_title},
    {"đảm bảo", StopCase::not_title}, {"bảo đảm", StopCase::not_title},
    {"phù hợp", StopCase::small}, {"hoàn thành", StopCase::not_title},
    {"đạt", StopCase::small}, {"gắn với", StopCase::small}, {"kịp thời", StopCase::small},
    {"hết hiệu lực"}, {"trên cơ sở"}, {"gia hạn", StopCase::not_title},
    {"tham gia ý kiến", StopCase::not_title}, {"danh mục", StopCase::small}, {"tối đa"},
    {"tối thiểu"}, {"tiếp nhận", StopCase::not_title}, {"thành các", StopCase::small},
    {"thành những", StopCase::small}, {"thành chương trình", StopCase::small},
    {"thành kế hoạch", StopCase::small}, {"thành nhiệm vụ", StopCase::small},
}));

// What names open with. Offices first, then bodies.
constexpr PhraseTable openers(std::to_array<Phrase>({
    {"chủ tịch"}, {"phó chủ tịch"}, {"thủ tướng"}, {"phó thủ tướng"}, {"bộ trưởng"},
    {"thứ trưởng"}, {"giám đốc"}, {"phó giám đốc"}, {"tổng giám đốc"}, {"cục trưởng"},
    {"tổng cục trưởng"}, {"chánh văn phòng"}, {"chánh án"}, {"viện trưởng"}, {"hiệu trưởng"},
    {"trưởng ban"}, {"trưởng phòng"}, {"thủ trưởng"}, {"thống đốc"}, {"tổng thanh tra"},
    {"chủ nhiệm"}, {"bí thư"}, {"tổng bí thư"}, {"tư lệnh"}, {"chỉ huy trưởng"}, {"chính ủy"},
    {"vụ trưởng"}, {"chi cục trưởng"},
    {"quốc hội"}, {"ủy ban"}, {"uỷ ban"}, {"ubnd"}, {"unnd"}, {"hđnd"}, {"hội đồng"},
    {"chính phủ"}, {"bộ"}, {"sở"}, {"ban"}, {"cục"}, {"tổng cục"}, {"chi cục"}, {"vụ"}, {"viện"},
    {"phòng"}, {"văn phòng"}, {"trung tâm"}, {"thanh tra"}, {"tòa án"}, {"toà án"}, {"đảng ủy"},
    {"đảng uỷ"}, {"tỉnh ủy"}, {"tỉnh uỷ"}, {"thành ủy"}, {"thành uỷ"}, {"huyện ủy"},
    {"huyện uỷ"}, {"quận ủy"}, {"thị ủy"}, {"đảng bộ"}, {"chi bộ"}, {"đoàn"}, {"tỉnh đoàn"},
    {"thành đoàn"}, {"huyện đoàn"}, {"thị đoàn"}, {"quận đoàn"}, {"xã đoàn"}, {"phường đoàn"},
    {"liên đội"}, {"chi hội"}, {"nhà trường"}, {"trung ương"}, {"hội"}, {"liên đoàn"},
    {"tổng liên đoàn"}, {"liên hiệp"}, {"công đoàn"}, {"mặt trận"}, {"ubmttq"}, {"mttq"}, {"bhxh"},
    {"bảo hiểm xã hội"},
    {"ngân hàng"}, {"kho bạc"}, {"công an"}, {"quân khu"}, {"bộ chỉ huy"}, {"trường"},
    {"đại học"}, {"học viện"}, {"bệnh viện"}, {"công ty"}, {"tổng công ty"}, {"tập đoàn"},
    {"doanh nghiệp"}, {"hợp tác xã"}, {"chi nhánh"}, {"xí nghiệp"}, {"nhà máy"}, {"tổ"},
    {"tiểu ban"}, {"đội"}, {"chủ đầu tư"}, {"quỹ"}, {"hiệp hội"}, {"nhà nước"}, {"đảng"},
    {"bộ chính trị"}, {"ban bí thư"}, {"thường trực"}, {"ban thường vụ"}, {"ban chấp hành"},
    {"kiểm toán"}, {"viện kiểm sát"}, {"đại sứ quán"}, {"đoàn kiểm tra"}, {"thành phố"},
    {"đặc khu"}, {"lđlđ"}, {"bch"}, {"btv"}, {"ttcp"}, {"bqp"}, {"bca"}, {"tw"},
    {"cơ quan"},
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
    {"chính sách, chiến lược"}, {"đầu tư, thương mại"}, {"khám, chữa bệnh"},
    {"tìm kiếm cứu nạn, cứu hộ"}, {"bộ chính trị, ban bí thư"}, {"phòng cháy, chữa cháy"},
    {"chữa cháy, cứu nạn"},
}));

// Pieces of names that hold a word which ends others.
constexpr PhraseTable whole_pieces(std::to_array<Phrase>({
    {"tổng điều tra dân số và nhà ở"},
    {"dân số"}, {"chuyển đổi số"}, {"công nghệ số"}, {"kinh tế số"}, {"xã hội số"},
    {"hạ tầng số"}, {"ký số"}, {"kỹ thuật số"},
    {"ngoại giao"}, {"giao thông"}, {"giao dịch"}, {"đăng ký đất đai"}, {"đăng ký"},
    {"đầu tư phát triển"}, {"đầu tư xây dựng"}, {"liên hiệp các hội"}, {"liên hiệp các tổ chức"},
    {"quản lý các khu công nghiệp"}, {"quản lý các khu kinh tế"}, {"quản lý các dự án"},
    {"các công trình giao thông"}, {"các công trình dân dụng"},
    {"đoàn đại biểu quốc hội và hội đồng nhân dân"}, {"đoàn đại biểu quốc hội và hđnd"},
    {"đoàn đbqh và hđnd"}, {"phát thanh, truyền hình"},
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
    {"trẻ mồ côi"},
}));

// What a body is of.
constexpr PhraseTable places(std::to_array<Phrase>({
    {"tỉnh"}, {"thành phố"}, {"huyện"}, {"quận"}, {"thị xã"}, {"xã"}, {"phường"}, {"thị trấn"},
}));

// Behind these "và" joins no more to the name.
constexpr PhraseTable complete_names(std::to_array<Phrase>({
    {"chính phủ"}, {"quốc hội"}, {"bộ chính trị"}, {"ban bí thư"}, {"trung ương đảng"},
    {"ubnd tỉnh"}, {"nhân dân tỉnh"}, {"ubnd huyện"}, {"nhân dân huyện"}, {"ubnd thành phố"},
    {"nhân dân thành phố"},
}));
// Nothing in small letters belongs to these, whatever word a misprint made of a verb.
constexpr PhraseTable closed_names(std::to_array<Phrase>({{"thủ tướng chính phủ"}}));
// clang-format on

// A name longer than that is a sentence.
constexpr int most_words = 24;

// Bodies that are named by what they do: "Đoàn kiểm tra", "Tổ thanh tra".
constexpr PhraseTable acting_bodies(std::to_array<Phrase>({{"đoàn"}, {"tổ"}, {"ban"}, {"đội"}}));

// ... and by what they direct.
constexpr PhraseTable led_bodies(std::to_array<Phrase>({
    {"ban"},
    {"hội đồng"},
    {"tổ"},
    {"trung tâm"},
    {"văn phòng"},
    {"cơ quan"},
}));

bool is_stop(std::string_view text, std::size_t at) {
  const auto stop = stops.longest(text, at);
  if (!stop) return false;
  const StopCase when = stop.row->when;
  if (when == StopCase::not_of_body &&
      led_bodies.longest_before(text, skip_blanks_back(text, at))) {
    return false;
  }
  if (when == StopCase::any || !is_capital(text, at)) return true;
  const std::size_t second = at + letter_at(text, at);
  return when != StopCase::small && is_capital(text, second);
}

/// A type of document with its number: "của UBND tỉnh và Kế hoạch số 12/KH-UBND".
bool is_numbered_type(std::string_view text, std::size_t at) {
  const auto type = document_types.longest(text, at);
  if (!type) return false;
  const std::size_t next = skip_blanks(text, type.end);
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
  if (is_capital(text, next) && document_types.longest(text, next)) return npos;
  if (complete_names.longest_before(text, skip_blanks_back(text, sign)) &&
      !is_capital(text, next)) {
    return npos;
  }
  if (and_names.longest(text, next)) return next;
  return is_capital(text, next) && !opens_organisation(text, next) && !is_stop(text, next) ? next
                                                                                           : npos;
}

/// Behind "(UBND) " where a place follows; `at` where none stands.
std::size_t behind_abbreviation(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 16;  // bytes
  if (!has_byte(text, at, '(')) return at;
  const std::size_t close = text.substr(0, at + longest + 1).find(')', at);
  if (close == npos) return at;
  for (std::size_t i = at + 1; i < close;) {
    const std::size_t length = letter_at(text, i);
    if (length != 0 && !is_capital(text, i)) return at;
    i += std::max<std::size_t>(length, 1);
  }
  const std::size_t place = skip_blanks(text, close + 1);
  return places.longest(text, place) ? place : at;
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
    const auto piece = whole_pieces.longest(text, at);
    if (piece) {
      // its words end nothing
    } else if (match(text, at, "và") != npos) {
      const std::size_t next = joined(text, begin, at);
      if (next == npos) break;
      at = next;
    } else if (words > 0 && (is_stop(text, at) || is_numbered_type(text, at))) {
      const auto body = acting_bodies.longest(text, begin);
      if (words != 1 || !body || body.end != end || is_capital(text, at)) break;
    }
    // GD&ĐT, XDSX&TMDV; "TT.HĐND"
    end = piece ? piece.end : word_end(text, at);
    while ((has_byte(text, end, '&') || has_byte(text, end, '.')) && is_capital(text, end + 1)) {
      end = word_end(text, end + 1);
    }
    std::size_t next = skip_blanks(text, end);
    if (has_byte(text, next, ',')) {
      next = joined(text, begin, next);
      if (next == npos) break;
    } else if (const std::size_t behind = behind_abbreviation(text, next); behind != next) {
      // "Ủy ban nhân dân (UBND) tỉnh Hòa Sơn"
      next = behind;
    } else if (has_byte(text, next, '&')) {
      // "Bộ Nông nghiệp & PTNT"
      next = skip_blanks(text, next + 1);
      if (letter_at(text, next) == 0) break;
    } else if (const std::size_t dash = dash_at(text, next)) {
      // "Lao động - Thương binh": a dash before a capital.
      next = skip_blanks(text, next + dash);
      if (!is_capital(text, next)) break;
    }
    if (next == end || !is_word_part(text, next)) break;
    if (!is_capital(text, next) && match(text, next, "và") == npos &&
        closed_names.longest_before(text, end)) {
      break;
    }
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
      const bool inside =
          dash_at(text, sign) != 0 || text[sign] == '&' ||
          (text[sign] == ',' && !opens_organisation(text, skip_blanks(text, begin)));
      if (!inside) break;
      begin = sign;
      continue;
    }
    if (word < floor) break;
    const std::string_view printed = text.substr(word, word_stop - word);
    bool border = false;
    for (const std::string_view sign :
         {"của", "do", "bởi", "gồm", "nghị", "tại", "theo", "ý", "được"}) {
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

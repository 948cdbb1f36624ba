#include "plan/values/award.hpp"

#include <algorithm>

#include "plan/organisation.hpp"
#include "plan/values/quota.hpp"
#include "tokens/fold.hpp"
#include "tokens/phrases.hpp"

namespace vanban::plan {
namespace {

using namespace tokens;  // NOLINT(google-build-using-namespace): this file is made of its steps

struct FormRow {
  std::string_view phrase;
  std::string_view name;
};

// clang-format off
// Luật Thi đua, khen thưởng (06/2022/QH15), Articles 9, 20 and 33 to 75.
constexpr PhraseTable forms(std::to_array<FormRow>({
    {"huân chương sao vàng", "Huân chương Sao vàng"},
    {"huân chương hồ chí minh", "Huân chương Hồ Chí Minh"},
    {"huân chương độc lập", "Huân chương Độc lập"},
    {"huân chương quân công", "Huân chương Quân công"},
    {"huân chương lao động", "Huân chương Lao động"},
    {"huân chương bảo vệ tổ quốc", "Huân chương Bảo vệ Tổ quốc"},
    {"huân chương chiến công", "Huân chương Chiến công"},
    {"huân chương đại đoàn kết dân tộc", "Huân chương Đại đoàn kết dân tộc"},
    {"huân chương dũng cảm", "Huân chương Dũng cảm"},
    {"huân chương hữu nghị", "Huân chương Hữu nghị"},
    {"huân chương", "Huân chương"},
    {"huy chương quân kỳ quyết thắng", "Huy chương Quân kỳ quyết thắng"},
    {"huy chương vì an ninh tổ quốc", "Huy chương Vì an ninh Tổ quốc"},
    {"huy chương chiến sĩ vẻ vang", "Huy chương Chiến sĩ vẻ vang"},
    {"huy chương hữu nghị", "Huy chương Hữu nghị"}, {"huy chương", "Huy chương"},
    {"huy chương vàng", "Huy chương vàng"}, {"huy chương bạc", "Huy chương bạc"},
    {"huy chương đồng", "Huy chương đồng"},
    {"bằng khen", "Bằng khen"}, {"giấy khen", "Giấy khen"}, {"thư khen", "Thư khen"},
    {"cờ thi đua", "Cờ thi đua"}, {"cờ thi đua xuất sắc", "Cờ thi đua"},
    {"cờ đơn vị dẫn đầu phong trào thi đua", "Cờ đơn vị dẫn đầu phong trào thi đua"},
    {"cờ dẫn đầu phong trào thi đua", "Cờ dẫn đầu phong trào thi đua"},
    {"cờ đơn vị dẫn đầu", "Cờ đơn vị dẫn đầu"}, {"cờ đơn vị xuất sắc", "Cờ đơn vị xuất sắc"},
    {"cờ tập thể xuất sắc", "Cờ tập thể xuất sắc"}, {"cờ thưởng", "Cờ thưởng"},
    {"cờ lưu niệm", "Cờ lưu niệm"}, {"kỷ niệm chương", "Kỷ niệm chương"}, {"huy hiệu", "Huy hiệu"},
    {"giấy chứng nhận", "Giấy chứng nhận"}, {"giải thưởng hồ chí minh", "Giải thưởng Hồ Chí Minh"},
    {"giải thưởng nhà nước", "Giải thưởng Nhà nước"},
    {"bằng lao động sáng tạo", "Bằng Lao động sáng tạo"},
    {"bằng tổ quốc ghi công", "Bằng Tổ quốc ghi công"},
    {"bằng có công với nước", "Bằng Có công với nước"},
    {"chiến sĩ thi đua toàn quốc", "Chiến sĩ thi đua toàn quốc"},
    {"chiến sỹ thi đua toàn quốc", "Chiến sĩ thi đua toàn quốc"},
    {"chiến sĩ thi đua cấp tỉnh", "Chiến sĩ thi đua cấp tỉnh"},
    {"chiến sỹ thi đua cấp tỉnh", "Chiến sĩ thi đua cấp tỉnh"},
    {"chiến sĩ thi đua cấp bộ", "Chiến sĩ thi đua cấp bộ"},
    {"chiến sỹ thi đua cấp bộ", "Chiến sĩ thi đua cấp bộ"},
    {"chiến sĩ thi đua thành phố", "Chiến sĩ thi đua thành phố"},
    {"chiến sỹ thi đua thành phố", "Chiến sĩ thi đua thành phố"},
    {"chiến sĩ thi đua cấp thành phố", "Chiến sĩ thi đua cấp thành phố"},
    {"chiến sỹ thi đua cấp thành phố", "Chiến sĩ thi đua cấp thành phố"},
    {"chiến sĩ thi đua cơ sở", "Chiến sĩ thi đua cơ sở"},
    {"chiến sỹ thi đua cơ sở", "Chiến sĩ thi đua cơ sở"},
    {"chiến sĩ tiên tiến", "Chiến sĩ tiên tiến"}, {"lao động tiên tiến", "Lao động tiên tiến"},
    {"tập thể lao động xuất sắc", "Tập thể lao động xuất sắc"},
    {"tập thể lao động tiên tiến", "Tập thể lao động tiên tiến"},
    {"đơn vị quyết thắng", "Đơn vị quyết thắng"}, {"đơn vị tiên tiến", "Đơn vị tiên tiến"},
    {"anh hùng lao động", "Anh hùng Lao động"},
    {"anh hùng lực lượng vũ trang nhân dân", "Anh hùng Lực lượng vũ trang nhân dân"},
    {"bà mẹ việt nam anh hùng", "Bà mẹ Việt Nam anh hùng"},
    {"nhà giáo nhân dân", "Nhà giáo Nhân dân"}, {"nhà giáo ưu tú", "Nhà giáo Ưu tú"},
    {"thầy thuốc nhân dân", "Thầy thuốc Nhân dân"}, {"thầy thuốc ưu tú", "Thầy thuốc Ưu tú"},
    {"nghệ sĩ nhân dân", "Nghệ sĩ Nhân dân"}, {"nghệ sĩ ưu tú", "Nghệ sĩ Ưu tú"},
    {"nghệ nhân nhân dân", "Nghệ nhân Nhân dân"}, {"nghệ nhân ưu tú", "Nghệ nhân Ưu tú"},
    {"gia đình văn hóa", "Gia đình văn hóa"},
    // Prizes of contests, as their rules name them.
    {"giải đặc biệt", "Giải Đặc biệt"}, {"giải xuất sắc", "Giải Xuất sắc"},
    {"giải nhất", "Giải Nhất"}, {"giải nhì", "Giải Nhì"}, {"giải ba", "Giải Ba"},
    {"giải i", "Giải Nhất"}, {"giải ii", "Giải Nhì"}, {"giải iii", "Giải Ba"},
    {"giải khuyến khích", "Giải Khuyến khích"}, {"giải kk", "Giải Khuyến khích"},
    {"giải a", "Giải A"}, {"giải b", "Giải B"}, {"giải c", "Giải C"},
    {"giải phong trào", "Giải Phong trào"}, {"giải phụ", "Giải Phụ"},
    {"giải triển vọng", "Giải Triển vọng"}, {"giải chuyên đề", "Giải Chuyên đề"},
    {"giải toàn đoàn", "Giải Toàn đoàn"}, {"giải đồng đội", "Giải Đồng đội"},
    {"giải tập thể", "Giải Tập thể"}, {"giải cá nhân", "Giải Cá nhân"},
    {"giải phong cách", "Giải Phong cách"}, {"cúp vô địch", "Cúp vô địch"},
}));

// "Giải nhất, nhì, ba và khuyến khích": the word is said once.
constexpr PhraseTable prizes(std::to_array<FormRow>({
    {"nhất", "Giải Nhất"}, {"nhì", "Giải Nhì"}, {"ba", "Giải Ba"},
    {"khuyến khích", "Giải Khuyến khích"}, {"đặc biệt", "Giải Đặc biệt"},
    {"toàn đoàn", "Giải Toàn đoàn"}, {"b", "Giải B"}, {"c", "Giải C"},
}));

// "hạng Nhất" belongs to the form.
constexpr PhraseTable classes(std::to_array<FormRow>({
    {"hạng nhất", " hạng Nhất"}, {"hạng nhì", " hạng Nhì"}, {"hạng ba", " hạng Ba"},
    {"hạng i", " hạng Nhất"}, {"hạng ii", " hạng Nhì"}, {"hạng iii", " hạng Ba"},
}));

// Between the grantor and the form: "Chủ tịch UBND tỉnh tặng Bằng khen".
constexpr PhraseTable grants(std::to_array<Phrase>({
    {"tặng"}, {"tặng thưởng"}, {"trao tặng"}, {"trao"}, {"khen thưởng"}, {"quyết định tặng"},
    {"quyết định tặng thưởng"}, {"xét tặng"}, {"xem xét tặng"}, {"cấp"},
    {"xem xét quyết định tặng"}, {"quyết định khen thưởng"}, {"công nhận"}, {"phong tặng"},
    {"xem xét tặng thưởng"}, {"quyết định trao tặng"}, {"công nhận danh hiệu"},
    {"sẽ tặng"}, {"sẽ trao"}, {"sẽ trao tặng"}, {"sẽ cấp"}, {"sẽ xét tặng"}, {"sẽ xét trao tặng"},
    {"sẽ xem xét tặng"}, {"sẽ xem xét trao tặng"}, {"xét trao tặng"}, {"xem xét trao tặng"},
    {"xét, tặng"}, {"xét và trao"}, {"xét khen thưởng và tặng"}, {"sẽ quyết định tặng"},
    {"tặng danh hiệu"}, {"phong tặng danh hiệu"}, {"khen thưởng bằng hình thức"},
    {"khen thưởng bằng hình thức tặng"}, {"khen thưởng và tặng"}, {"biểu dương và tặng"},
}));
// Before a comma and one of them: what who grants does first.
constexpr PhraseTable considers(std::to_array<Phrase>({
    {"xem xét"}, {"xét"}, {"quyết định"}, {"xem xét quyết định"}, {"biểu dương"},
    {"tuyên dương"}, {"khen thưởng"},
}));
// Behind those who grant: whom, and what for.
constexpr PhraseTable rank_stops(std::to_array<Phrase>({
    {"cho"}, {"tặng"}, {"đối với"}, {"căn cứ"}, {"xem xét"}, {"để"}, {"theo"}, {"khi"}, {"và"},
    {"được"}, {"trong"}, {"quyết định"}, {"khen thưởng"}, {"xét chọn"}, {"bình xét"}, {"đề nghị"},
    {"lập"}, {"lựa chọn"}, {"giới thiệu"}, {"tổng hợp"}, {"trình"}, {"gửi"}, {"báo cáo"},
}));
// Behind who proposes an award and does not grant it.
constexpr PhraseTable proposals(std::to_array<Phrase>({
    {"xét chọn"}, {"bình xét"}, {"đề nghị"}, {"lập"}, {"lựa chọn"}, {"giới thiệu"}, {"tổng hợp"},
    {"trình"}, {"gửi"}, {"báo cáo"},
}));
// Nobody gets an award behind one of these, where nothing but words of granting stand between.
constexpr PhraseTable refusals(std::to_array<Phrase>({
    {"không được"}, {"không xét"}, {"không đề nghị"}, {"không bình xét"}, {"không công nhận"},
    {"không tặng"}, {"không khen thưởng"}, {"chưa xét"}, {"chưa được"},
}));
constexpr PhraseTable granting(std::to_array<Phrase>({
    {"xét"}, {"tặng"}, {"danh hiệu"}, {"đề nghị"}, {"công nhận"}, {"khen thưởng"}, {"bình xét"},
    {"xét tặng"}, {"các danh hiệu"}, {"trao"}, {"nhận"}, {"hưởng"}, {"hình thức"}, {"phong tặng"},
}));
// clang-format on

// Not a prize behind these words, or one of the past.
constexpr PhraseTable no_prizes_behind(std::to_array<Phrase>({
    {"hòa"},
    {"hoà"},
    {"chú"},
    {"lời"},
    {"phá"},
    {"lý"},
    {"thuyết"},
    {"diễn"},
    {"luận"},
    {"nan"},
    {"đã đạt"},
    {"từng đạt"},
    {"đã đoạt"},
    {"vòng"},
}));
// A prize behind these is what wins another award: "Giấy khen cho các đội đạt giải Nhì".
constexpr PhraseTable winning(std::to_array<Phrase>({
    {"đạt"},
    {"đoạt"},
    {"giành"},
    {"giành được"},
    {"đạt được"},
    {"đạt các"},
    {"đoạt các"},
}));
// What goes on behind a prize.
constexpr PhraseTable behind_prizes(std::to_array<Phrase>({
    {"và"},   {"toàn đoàn"},   {"đồng đội"},    {"cá nhân"},  {"tập thể"}, {"mỗi"},   {"trị giá"},
    {"cho"},  {"là"},          {"của"},         {"kèm"},      {"cấp"},     {"khối"},  {"bảng"},
    {"gồm"},  {"được"},        {"thưởng"},      {"nội dung"}, {"môn"},     {"hoặc"},  {"từng"},
    {"các"},  {"có"},          {"với"},         {"theo"},     {"đôi"},     {"đơn"},   {"dành cho"},
    {"trao"}, {"tiền thưởng"}, {"phần thưởng"}, {"nam"},      {"nữ"},      {"thuộc"}, {"trở lên"},
}));

bool is_prize(std::string_view form) {
  return form.starts_with("Giải ") && !form.starts_with("Giải thưởng");
}

bool is_medal_of_contest(std::string_view form) {
  return form == "Huy chương vàng" || form == "Huy chương bạc" || form == "Huy chương đồng";
}

class AwardScanner {
 public:
  explicit AwardScanner(std::string_view text) : text_(text) {}

  std::vector<AwardMatch> run() {
    for (std::size_t at = next_word(text_, 0); at < text_.size(); at = next_word(text_, at)) {
      const auto form = forms.longest(text_, at);
      at = form && !is_refused(at) && (!is_prize(form.row->name) || is_named_prize(at, form.end))
               ? award(*form.row, at, form.end)
               : word_end(text_, at);
    }
    add_quotas();
    // What a contest is won for is no award of the law: it only counts those that go with it.
    std::erase_if(found_, [](const AwardMatch& award) {
      return is_prize(award.form) || is_medal_of_contest(award.form);
    });
    return std::move(found_);
  }

 private:
  /// "giải ba bài toán", "hòa giải cá nhân", "đã đạt giải ba năm 2030" name no prize.
  [[nodiscard]] bool is_named_prize(std::size_t at, std::size_t end) const {
    const std::size_t before = skip_blanks_back(text_, at);
    if (no_prizes_behind.longest_before(text_, before) || wins_another(before)) return false;
    const std::size_t next = skip_blanks(text_, end);
    if (next >= text_.size() || letter_at(text_, next) == 0 || is_capital(text_, next)) return true;
    return behind_prizes.longest(text_, next).found() || is_counted(before) || costs_money(next);
  }

  /// The prize behind `end`, alone or in a list of them, is the condition of another award.
  [[nodiscard]] bool wins_another(std::size_t end) const {
    constexpr int most_prizes = 4;
    if (!winning.longest_before(text_, end) && !has_byte(text_, end == 0 ? 0 : end - 1, ',') &&
        match_back(text_, end, "và") == npos) {
      return false;
    }
    if (!holds_other_form(end)) return false;
    for (int listed = 0; listed < most_prizes; ++listed) {
      if (winning.longest_before(text_, end)) return true;
      if (end > 0 && has_byte(text_, end - 1, ',')) {
        end = skip_blanks_back(text_, end - 1);
      } else if (const std::size_t both = match_back(text_, end, "và"); both != npos) {
        end = skip_blanks_back(text_, both);
      }
      const auto prize = forms.longest_before(text_, end);
      if (!prize || !is_prize(prize.row->name)) return false;
      end = skip_blanks_back(text_, prize.end);
    }
    return false;
  }

  /// A form of award that is no prize stands in the clause around `at`.
  [[nodiscard]] bool holds_other_form(std::size_t at) const {
    constexpr std::size_t reach = 300;  // bytes
    constexpr std::string_view stops = ";.\n";
    const std::size_t floor = at - std::min(at, reach);
    const std::size_t stop = text_.substr(floor, at - floor).find_last_of(stops);
    std::size_t begin = stop == npos ? floor : floor + stop + 1;
    const std::size_t end = std::min({text_.find_first_of(stops, at), at + reach, text_.size()});
    for (begin = next_word(text_, begin); begin < end; begin = next_word(text_, begin)) {
      const auto form = forms.longest(text_, begin);
      if (form && !is_prize(form.row->name)) return true;
      begin = word_end(text_, begin);
    }
    return false;
  }

  /// "01 giải ba chạy việt dã", "; 2 giải ba": a number that opens its clause or has a zero ends at
  /// `end`. In "Lớp 3 giải ba bài toán" it is a name's.
  [[nodiscard]] bool is_counted(std::size_t end) const {
    constexpr std::size_t longest = 3;  // digits
    std::size_t begin = end;
    while (begin > 0 && end - begin < longest && is_digit(text_, begin - 1)) --begin;
    if (begin == end) return false;
    const std::size_t before = skip_blanks_back(text_, begin);
    return text_[begin] == '0' || before == 0 || text_[before - 1] == ';' ||
           text_[before - 1] == ',' || text_[before - 1] == ':' || text_[before - 1] == '\n';
  }

  /// "Giải nhất bóng đá nam: 5.000.000 đồng": what the clause at `at` names has its price.
  [[nodiscard]] bool costs_money(std::size_t at) const {
    constexpr std::size_t longest = 80;  // bytes
    const std::string_view clause = text_.substr(at, longest);
    const std::string_view named = clause.substr(0, clause.find_first_of(";,\n"));
    const std::size_t money = named.find("đồng");
    if (money == std::string_view::npos) return false;
    const std::size_t end = skip_blanks_back(named, money);
    return end > 0 && is_digit(named, end - 1);
  }

  /// "không được xét danh hiệu ...": the award that begins at `at` is granted to nobody.
  [[nodiscard]] bool is_refused(std::size_t at) const {
    constexpr int most_words = 3;
    at = skip_blanks_back(text_, at);
    for (int words = 0; words <= most_words; ++words) {
      if (refusals.longest_before(text_, at)) return true;
      const auto word = granting.longest_before(text_, at);
      if (!word) return false;
      at = skip_blanks_back(text_, word.end);
    }
    return false;
  }

  std::size_t award(const FormRow& row, std::size_t begin, std::size_t end) {
    AwardMatch award;
    award.form = row.name;
    award.begin = begin;
    std::size_t next = skip_blanks(text_, end);
    if (const auto grade = classes.longest(text_, next)) {
      award.form += grade.row->name;
      end = grade.end;
      next = skip_blanks(text_, end);
    }
    award.end = end;
    // “Chiến sĩ thi đua cơ sở” của ...
    if (text_.substr(next, 3) == "”" || has_byte(text_, next, '"')) {
      next = skip_blanks(text_, next + (text_[next] == '"' ? 1 : 3));
    }
    // "Giấy khen (kèm tiền thưởng) của ..."
    const std::size_t close = has_byte(text_, next, '(') ? bracket_close(text_, next) : npos;
    if (close != npos && match(text_, skip_blanks(text_, close + 1), "của") != npos) {
      next = skip_blanks(text_, close + 1);
    }
    // "Giấy khen của UBND huyện", "Giấy khen UBND huyện"
    const std::size_t of = match(text_, next, "của");
    const bool follows = next > end && is_capital(text_, next) && opens_organisation(text_, next);
    if (of != npos || follows) {
      const std::size_t name = of == npos ? next : skip_blanks(text_, of);
      const std::size_t name_end = joint_end(rank_end(name));
      if (name_end != name && opens_organisation(text_, name)) {
        award.grantor = std::string(text_.substr(name, name_end - name));
        award.end = name_end;
      }
    }
    const bool behind = award.grantor.has_value();
    if (!award.grantor) award.grantor = grantor_before(begin);
    const std::string name = award.form;
    std::size_t after = add(std::move(award), begin, end);
    // "Giấy khen của Thủ trưởng các cơ quan; Chủ tịch UBND các xã": each grants his own.
    for (std::size_t other = behind ? other_grantor(after) : npos; other != npos;
         other = other_grantor(after)) {
      AwardMatch more;
      more.form = name;
      more.begin = other;
      more.end = joint_end(rank_end(other));
      if (proposals.longest(text_, skip_blanks(text_, more.end))) break;
      more.grantor = std::string(text_.substr(other, more.end - other));
      after = add(std::move(more), other, other);
    }
    return std::max(after, further_prizes(name, end));
  }

  /// The prizes that a list goes on with behind `at`; gives where it ends.
  std::size_t further_prizes(std::string_view form, std::size_t at) {
    if (!is_prize(form)) return at;
    for (;;) {
      std::size_t next = skip_blanks(text_, at);
      const std::size_t joined = match(text_, next, "và");
      if (joined == npos && !has_byte(text_, next, ',')) return at;
      next = skip_blanks(text_, joined != npos ? joined : next + 1);
      const auto prize = prizes.longest(text_, next);
      if (!prize) return at;
      AwardMatch more;
      more.form = prize.row->name;
      more.begin = next;
      more.end = prize.end;
      at = add(std::move(more), next, prize.end);
    }
  }

  /// Notes an award whose form stands at [begin, form_end); gives where it ends.
  std::size_t add(AwardMatch award, std::size_t begin, std::size_t form_end) {
    floor_ = award.end;
    const std::size_t after = award.end;
    const auto known = std::find_if(found_.begin(), found_.end(), [&](const AwardMatch& other) {
      return other.form == award.form && other.grantor == award.grantor;
    });
    seen_.push_back({begin, form_end, after, static_cast<std::size_t>(known - found_.begin())});
    if (known == found_.end()) found_.push_back(std::move(award));
    return after;
  }

  /// End of the grantor's name with all who hold the same rank: "Thủ trưởng các cơ quan, đơn vị".
  [[nodiscard]] std::size_t rank_end(std::size_t name) const {
    const std::size_t end = grantor_end(name);
    if (end == name) return end;
    std::size_t at = skip_blanks(text_, end);
    if (match(text_, at, "các") == npos) return with_same_rank(end);
    constexpr int most_words = 14;
    std::size_t last = end;
    for (int words = 0; words < most_words; ++words) {
      const std::size_t word = word_end(text_, at);
      if (word == at || is_digit(text_, at) || rank_stops.longest(text_, at)) return last;
      last = word;
      at = skip_blanks(text_, word);
      if (!has_byte(text_, at, ',')) continue;
      at = skip_blanks(text_, at + 1);
      if (is_capital(text_, at)) return last;
    }
    return end;
  }

  /// "Giám đốc sở, Chủ tịch UBND xã": who stands behind a comma at the end of the clause grants the
  /// same award.
  [[nodiscard]] std::size_t joint_end(std::size_t end) const {
    if (!has_byte(text_, end, ',')) return end;
    const std::size_t next = skip_blanks(text_, end + 1);
    if (!is_capital(text_, next) || !opens_organisation(text_, next)) return end;
    const std::size_t last = rank_end(next);
    return last != next && ends_clause(last) ? last : end;
  }

  /// Another grantor of the same form behind the semicolon at `at`; npos where none stands.
  [[nodiscard]] std::size_t other_grantor(std::size_t at) const {
    if (!has_byte(text_, at, ';')) return npos;
    const std::size_t next = skip_blanks(text_, at + 1);
    if (!is_capital(text_, next) || !opens_organisation(text_, next)) return npos;
    const std::size_t end = rank_end(next);
    return end != next && ends_clause(joint_end(end)) ? next : npos;
  }

  [[nodiscard]] bool ends_clause(std::size_t at) const {
    return at >= text_.size() || has_byte(text_, at, '.') || has_byte(text_, at, ';') ||
           has_byte(text_, at, ':') || has_byte(text_, at, ')');
  }

  /// How many there are stands behind the award, up to the next one, or else before it.
  void add_quotas() {
    for (const bool of_prizes : {false, true}) add_quotas(of_prizes);
  }

  /// "Giấy khen cho 01 giải Nhất, 02 giải Nhì": of a form that goes with prizes they say how many.
  void add_quotas(bool of_prizes) {
    std::size_t before = 0;
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      const Seen& one = seen_[i];
      if (is_prize(found_[one.award].form) != of_prizes) continue;
      std::size_t follows = i + 1;
      while (!of_prizes && follows < seen_.size() && is_prize(found_[seen_[follows].award].form)) {
        ++follows;
      }
      const std::size_t next = follows < seen_.size() ? seen_[follows].begin : text_.size();
      const std::size_t stop = clause_end(text_, one.end, next);
      auto quota = counted_form(text_, before, one.begin, one.form_end);
      if (!quota) quota = first_quota(text_, one.end, stop);
      if (!quota) quota = last_quota(text_, clause_begin(text_, before, one.begin), one.begin);
      std::optional<std::string>& said = found_[one.award].quota;
      if (quota && !said) said = std::string(quota->of(text_));
      before = quota ? std::max(one.end, quota->end) : one.end;
    }
  }

  /// End of the grantor's name, before the next form where one follows: "Bằng khen của Chủ tịch
  /// UBND tỉnh và Giấy khen".
  [[nodiscard]] std::size_t grantor_end(std::size_t name) const {
    const std::size_t end = organisation_end(text_, name);
    for (std::size_t at = name; at < end;) {
      if (forms.longest(text_, at)) {
        std::size_t before = skip_blanks_back(text_, at);
        const std::size_t both = match_back(text_, before, "và");
        if (both != npos) before = both;
        return organisation_end(text_.substr(0, before), name);
      }
      const std::size_t word = word_end(text_, at);
      at = word == at ? at + language::code_point_length(text_[at]) : skip_blanks(text_, word);
    }
    return end;
  }

  /// "Giấy khen của Chủ tịch UBND xã, phường.": a few words more of the same rank end the clause.
  [[nodiscard]] std::size_t with_same_rank(std::size_t end) const {
    constexpr int most_words = 4;
    if (!has_byte(text_, end, ',')) return end;
    std::size_t at = skip_blanks(text_, end + 1);
    for (int words = 0; words < most_words; ++words) {
      const std::size_t word = word_end(text_, at);
      if (word == at || is_digit(text_, at) || forms.longest(text_, at)) return end;
      const bool clause_ends = word >= text_.size() || has_byte(text_, word, '.') ||
                               has_byte(text_, word, ';') || has_byte(text_, word, ')');
      if (clause_ends) return word;
      at = skip_blanks(text_, word);
      if (has_byte(text_, at, ',') && !is_capital(text_, skip_blanks(text_, at + 1))) {
        at = skip_blanks(text_, at + 1);
      }
    }
    return end;
  }

  [[nodiscard]] std::optional<std::string> grantor_before(std::size_t begin) const {
    const auto verb = grants.longest_before(text_, skip_blanks_back(text_, begin));
    if (!verb || verb.end <= floor_) return std::nullopt;
    std::size_t end = skip_blanks_back(text_, verb.end);
    // "Chủ tịch UBND tỉnh xem xét, tặng Bằng khen"
    if (end > floor_ && text_[end - 1] == ',') {
      const auto first = considers.longest_before(text_, end - 1);
      if (first && first.end > floor_) end = skip_blanks_back(text_, first.end);
    }
    // The name ends at the verb; how far back it begins, the words of offices tell.
    std::size_t at = end;
    std::size_t name = npos;
    for (int words = 0; words < 14 && at > floor_; ++words) {
      // "Giám đốc Sở Văn hóa, Thể thao và Du lịch": a name may hold a comma.
      std::size_t before = words == 0 ? at : skip_blanks_back(text_, at);
      if (words > 0 && before > floor_ && text_[before - 1] == ',') --before;
      const std::size_t word = word_begin(text_, before);
      if (word == before || word < floor_) break;
      at = word;
      if (opens_organisation(text_, at) && organisation_end(text_.substr(0, end), at) == end) {
        name = at;
      }
    }
    if (name == npos) return std::nullopt;
    return std::string(text_.substr(name, end - name));
  }

  /// A place where an award is named.
  struct Seen {
    std::size_t begin = 0;
    std::size_t form_end = 0;
    std::size_t end = 0;  ///< with its grantor
    std::size_t award = 0;
  };

  std::string_view text_;
  std::size_t floor_ = 0;  ///< end of the last award
  std::vector<Seen> seen_;
  std::vector<AwardMatch> found_;
};

}  // namespace

std::vector<AwardMatch> find_awards(std::string_view text) {
  return AwardScanner(text).run();
}

}  // namespace vanban::plan

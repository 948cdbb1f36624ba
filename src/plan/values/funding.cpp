// A source opens with a word of money (the rows of `heads`) and goes on to the next sign or to a
// word that no name of a source holds. "ngân sách" alone says nothing: it needs a word or sign
// before it that money comes from, and a level of government behind.
#include "plan/values/funding.hpp"

#include <array>
#include <optional>
#include <set>
#include <string>

#include "plan/folded.hpp"
#include "tokens/fold.hpp"
#include "tokens/phrases.hpp"

namespace vanban::plan {
namespace {

using namespace tokens;  // NOLINT(google-build-using-namespace): this file is made of its steps

enum class HeadKind : unsigned char {
  full,     ///< names a source alone; more words may follow
  partial,  ///< names one only with the words behind: "nguồn vốn của doanh nghiệp"
  from,  ///< and only behind a word that money comes from: "từ nguồn cải cách hành chính"
  budget,  ///< of a level of government
  listed   ///< a source only where the text lists sources
};

struct HeadRow {
  std::string_view phrase;
  HeadKind kind = HeadKind::full;
};

// clang-format off
constexpr PhraseTable heads(std::to_array<HeadRow>({
    {"nguồn", HeadKind::from}, {"nguồn vốn", HeadKind::partial},
    {"nguồn vốn đầu tư", HeadKind::partial}, {"nguồn kinh phí", HeadKind::partial},
    {"nguồn kinh phí hỗ trợ", HeadKind::partial}, {"nguồn tài chính", HeadKind::partial},
    {"nguồn thu", HeadKind::partial}, {"nguồn chi", HeadKind::partial},
    {"nguồn hỗ trợ", HeadKind::partial}, {"nguồn đầu tư", HeadKind::partial},
    {"nguồn ngân sách"}, {"nguồn vốn ngân sách"}, {"nguồn kinh phí ngân sách"},
    {"nguồn hợp pháp"}, {"nguồn xã hội hóa"}, {"nguồn xã hội hoá"}, {"nguồn lực xã hội hóa"},
    {"nguồn lực xã hội hoá"}, {"nguồn vốn xã hội hóa"}, {"nguồn kinh phí xã hội hóa"},
    {"nguồn tài trợ"}, {"nguồn viện trợ"}, {"nguồn huy động"}, {"nguồn vận động"},
    {"nguồn đóng góp"}, {"nguồn ủng hộ"}, {"nguồn quỹ"}, {"nguồn sự nghiệp"}, {"nguồn vay"},
    {"nguồn oda"}, {"nguồn trung ương"}, {"nguồn địa phương"}, {"nguồn trái phiếu"},
    {"nguồn tiết kiệm"}, {"nguồn dự phòng"}, {"nguồn khác"}, {"nguồn đối ứng"},
    {"nguồn lồng ghép"}, {"nguồn chi thường xuyên"}, {"nguồn đầu tư công"},
    {"kinh phí sự nghiệp"}, {"kinh phí chi thường xuyên"}, {"kinh phí thường xuyên"},
    {"kinh phí xã hội hóa"}, {"kinh phí xã hội hoá"}, {"kinh phí hợp pháp"},
    {"kinh phí đóng góp"}, {"kinh phí huy động"}, {"kinh phí tài trợ"}, {"kinh phí hỗ trợ từ"},
    {"kinh phí công đoàn"}, {"kinh phí ngân sách"},
    {"vốn đầu tư công"}, {"vốn oda"}, {"vốn vay"}, {"vốn đối ứng"}, {"vốn tín dụng"},
    {"vốn tự có"}, {"vốn ngân sách"}, {"vốn hợp pháp"}, {"vốn sự nghiệp"}, {"vốn xã hội hóa"},
    {"vốn lồng ghép"}, {"vốn chương trình"}, {"vốn các chương trình"}, {"vốn trái phiếu"},
    {"vốn của", HeadKind::partial},
    {"ngân sách", HeadKind::budget},
    {"dự phòng ngân sách"}, {"vốn ủy thác"}, {"tài trợ, viện trợ", HeadKind::listed},
    {"đóng góp của", HeadKind::listed}, {"đóng góp tự nguyện", HeadKind::listed},
    {"quỹ", HeadKind::listed}, {"xã hội hóa", HeadKind::listed}, {"xã hội hoá", HeadKind::listed},
}));

constexpr PhraseTable no_sources(std::to_array<Phrase>({
    {"quỹ đất"}, {"quỹ nhà"}, {"quỹ thời gian"}, {"nguồn nhân lực"}, {"nguồn lực con người"},
    {"nguồn nước"}, {"nguồn gốc"}, {"nguồn thông tin"}, {"nguồn tin"}, {"nguồn điện"},
    {"nguồn chi trả"}, {"nguồn sinh viên"}, {"nguồn học sinh"}, {"nguồn suối"}, {"nguồn sông"},
    {"nguồn giống"}, {"nguồn gen"}, {"nguồn cung"}, {"nguồn hàng"}, {"nguồn lợi"},
    {"nguồn lao động"}, {"nguồn cán bộ"}, {"nguồn nguyên liệu"}, {"nguồn vật liệu"},
    {"nguồn tuyển"}, {"nguồn lây"}, {"nguồn bệnh"}, {"nguồn sáng"}, {"nguồn rác"},
    {"nguồn thải"}, {"nguồn năng lượng"}, {"nguồn máu"}, {"nguồn dữ liệu"}, {"nguồn tài liệu"},
    {"nguồn lương thực"}, {"nguồn khách"}, {"nguồn phát"}, {"nguồn người"}, {"nguồn lực lượng"},
}));

// What speaks of money in a sentence: "từ nguồn cải cách hành chính" is a source only beside them.
constexpr PhraseTable money_words(std::to_array<Phrase>({
    {"kinh phí"}, {"ngân sách"}, {"vốn"}, {"chi"}, {"tiền"}, {"tài chính"}, {"dự toán"},
    {"đồng"}, {"quỹ"}, {"tài trợ"}, {"thanh toán"}, {"mua sắm"}, {"đóng góp"}, {"xã hội hóa"},
    {"xã hội hoá"}, {"huy động"}, {"đầu tư"}, {"hỗ trợ"}, {"nguồn thu"}, {"thưởng"},
}));

// Before "ngân sách", "quỹ" or "nguồn": money comes from there.
constexpr PhraseTable givers(std::to_array<Phrase>({
    {"từ"}, {"bằng"}, {"do"}, {"sử dụng"}, {"nguồn"}, {"từ các"}, {"trong dự toán"},
    {"từ dự toán"}, {"trong dự toán chi"}, {"bố trí"}, {"gồm"}, {"bao gồm"}, {"hỗ trợ của"},
    {"lồng ghép"}, {"huy động"}, {"là"},
}));
constexpr PhraseTable no_givers(std::to_array<Phrase>({
    {"đơn vị sử dụng"}, {"cơ quan sử dụng"}, {"quản lý, sử dụng"}, {"quản lý và sử dụng"},
    {"việc sử dụng"}, {"cấp sử dụng"},
}));
// What is not to be used is no source.
constexpr PhraseTable denials(std::to_array<Phrase>({
    {"không sử dụng"}, {"không dùng"}, {"không huy động"}, {"không lấy từ"}, {"không bố trí"},
    {"không từ"}, {"không phải từ"}, {"không được sử dụng"}, {"không được huy động"},
}));
constexpr PhraseTable joints(std::to_array<Phrase>({{"và"}, {"hoặc"}, {"và các"}, {"cùng"}}));

// Behind "ngân sách".
constexpr PhraseTable levels(std::to_array<Phrase>({
    {"nhà nước"}, {"trung ương"}, {"tw"}, {"địa phương"}, {"tỉnh"}, {"thành phố"}, {"tp"},
    {"huyện"}, {"quận"}, {"thị xã"}, {"xã"}, {"phường"}, {"đặc khu"}, {"các cấp"},
    {"cấp tỉnh"}, {"cấp huyện"}, {"cấp xã"}, {"cấp thành phố"}, {"cấp trên"}, {"đảng"},
    {"của tỉnh"}, {"của thành phố"}, {"của huyện"}, {"của xã"}, {"của phường"}, {"sự nghiệp"},
    {"chi thường xuyên"}, {"các địa phương"},
}));

// No name of a source holds them.
constexpr PhraseTable ends(std::to_array<Phrase>({
    {"theo"}, {"để"}, {"được"}, {"và"}, {"hoặc"}, {"hằng năm"}, {"hàng năm"}, {"năm"}, {"trong"},
    {"do"}, {"cho"}, {"bằng"}, {"từ"}, {"phục vụ"}, {"thực hiện"}, {"chi trả"}, {"có"}, {"khi"},
    {"nếu"}, {"nhằm"}, {"với"}, {"trên"}, {"giao"}, {"đã"}, {"bố trí"}, {"hiện"}, {"hiện hành"},
    {"đảm bảo"}, {"bảo đảm"}, {"sẽ"}, {"đối với"}, {"cùng"}, {"đồng thời"}, {"như"}, {"cấp cho"},
    {"cấp năm"}, {"cấp bù"}, {"qua"},
    {"tại"}, {"là"}, {"còn"}, {"triển khai"}, {"ngoài"}, {"phải"}, {"đúng"},
    {"giai đoạn"}, {"phù hợp"}, {"kết hợp"}, {"lồng ghép"}, {"cân đối"}, {"phân cấp"},
}));

// Behind "và" they begin another matter, not another giver of the same source.
constexpr PhraseTable other_matters(std::to_array<Phrase>({
    {"huy động"}, {"vận động"}, {"đóng góp"}, {"hỗ trợ"}, {"kinh phí"}, {"tài trợ"}, {"vốn"},
    {"quyết toán"}, {"các hình thức"}, {"chủ động"}, {"sử dụng"}, {"quản lý"}, {"nguồn"},
    {"các nguồn"}, {"những nguồn"}, {"các quỹ"}, {"các khoản"}, {"từ"}, {"dự toán"},
}));
// Their names may hold an "và" of their own: "quỹ bảo vệ và phát triển rừng".
constexpr PhraseTable double_names(std::to_array<Phrase>({{"nguồn chi"}, {"quỹ"}}));
constexpr PhraseTable owners(std::to_array<Phrase>({{"của"}, {"từ"}}));

// Behind "của A," they give to the same source.
constexpr PhraseTable more_givers(std::to_array<Phrase>({
    {"doanh nghiệp"}, {"các doanh nghiệp"}, {"hợp tác xã"}, {"các hợp tác xã"}, {"người dân"},
    {"nhân dân"}, {"cá nhân"}, {"các cá nhân"}, {"tổ chức"}, {"các tổ chức"}, {"hộ gia đình"},
    {"hộ dân"}, {"các hộ"}, {"nhà đầu tư"}, {"cộng đồng"}, {"nhà hảo tâm"}, {"các nhà hảo tâm"},
    {"phụ huynh"}, {"các cơ quan"}, {"đơn vị"}, {"các đơn vị"}, {"tổ chức thiện nguyện"},
    {"cha mẹ học sinh"}, {"đoàn viên"}, {"hội viên"}, {"người hưởng lợi"},
}));

// A comma that belongs to a name.
constexpr PhraseTable comma_names(std::to_array<Phrase>({
    {"tài trợ, viện trợ"}, {"viện trợ, tài trợ"}, {"thi đua, khen thưởng"}, {"phòng, chống"},
    {"đóng góp, ủng hộ"}, {"ủng hộ, đóng góp"}, {"huy động, đóng góp"}, {"hỗ trợ, tài trợ"},
    {"tài trợ, hỗ trợ"}, {"huy động, vận động"}, {"vận động, tài trợ"}, {"tài trợ, ủng hộ"},
    {"giám sát, phản biện"}, {"văn hóa, thể thao"}, {"giáo dục, đào tạo"},
    {"khoa học, công nghệ"}, {"khoa học, công nghệ, đổi mới sáng tạo"},
}));
// clang-format on

class FundingScanner {
 public:
  explicit FundingScanner(std::string_view text) : text_(text) {}

  std::vector<TextRange> run() {
    for (const TextRange sentence : split_sentences(text_)) {
      listed_ = false;
      money_.reset();
      sentence_ = sentence;
      // Not beyond the sentence, which may have no word at all.
      const std::string_view upto = text_.substr(0, sentence.end);
      for (std::size_t at = next_word(upto, sentence.begin); at < sentence.end;) {
        at = word(at);
        if (at < sentence.end) at = next_word(upto, at);
      }
    }
    return std::move(found_);
  }

 private:
  std::size_t word(std::size_t at) {
    if (const auto none = no_sources.longest(text_, at)) return none.end;
    // What a list of sources opens with need not be one itself: "từ chương trình X, ngân sách xã".
    if (match(text_, at, "từ") != npos) listed_ = true;
    const auto head = heads.longest(text_, at);
    if (!head) return word_end(text_, at);
    const std::size_t end = source_end(*head.row, at, head.end);
    if (end == npos) return head.end;
    if (denials.longest_before(text_, skip_blanks_back(text_, at))) return end;
    add(at, end);
    return end;
  }

  /// End of the source that a head at [at, end) opens; npos where it opens none.
  [[nodiscard]] std::size_t source_end(const HeadRow& head, std::size_t at, std::size_t end) const {
    const std::size_t tail = tail_end(at, end);
    switch (head.kind) {
      case HeadKind::full: return tail;
      case HeadKind::partial: return tail > end ? tail : npos;
      case HeadKind::from:
        return tail > end && (given(at) || opens(at) || continues(at)) && speaks_of_money() ? tail
                                                                                            : npos;
      case HeadKind::listed: {
        const bool money =
            is_capital(text_, at) && !opens(at) ? tail > end : given(at) || opens(at);
        return money || continues(at) ? tail : npos;
      }
      case HeadKind::budget: break;
    }
    const std::size_t level = level_end(end);
    const bool named = level == end && is_capital(text_, skip_blanks(text_, end));
    if (given(at)) return named ? tail : level;
    return level > end && (opens(at) || continues(at)) ? level : npos;
  }

  /// "nhà nước", "cấp tỉnh" behind "ngân sách" that ends at `end`; `end` where none stands.
  [[nodiscard]] std::size_t level_end(std::size_t end) const {
    while (const auto level = levels.longest(text_, skip_blanks(text_, end))) {
      end = level.end;
      // "ngân sách xã, phường"
      const std::size_t next = skip_blanks(text_, end + 1);
      if (has_byte(text_, end, ',') && next != end + 1 && levels.longest(text_, next)) ++end;
    }
    return end;
  }

  [[nodiscard]] std::size_t tail_end(std::size_t at, std::size_t end) const {
    constexpr int most_words = 12;
    const auto pair =
        comma_names.longest(text_, word_begin(text_, end) == at ? end : last_two(end));
    if (pair && pair.end > end) end = pair.end;
    bool owned = double_names.longest(text_, at).found();
    for (int words = 0; words < most_words; ++words) {
      std::size_t next = skip_blanks(text_, end);
      if (owned && has_byte(text_, next, ',')) {
        const auto giver = more_givers.longest(text_, skip_blanks(text_, next + 1));
        if (!giver) return end;
        end = giver.end;
        words = 0;  // each name has its own length
        continue;
      }
      if (next == end || next >= sentence_.end || letter_at(text_, next) == 0) return end;
      // "nguồn xã hội hóa từ doanh nghiệp": who gives belongs to it.
      if (const std::size_t both = match(text_, next, "và"); both != npos && owned) {
        const std::size_t more = skip_blanks(text_, both);
        const bool other = other_matters.longest(text_, more) || ends.longest(text_, more) ||
                           heads.longest(text_, more);
        if (other || letter_at(text_, more) == 0) return end;
        next = more;
      }
      owned = owned || owners.longest(text_, next);
      const bool giver = words == 0 && match(text_, next, "từ") != npos;
      if (!giver && ends.longest(text_, next)) return end;
      const auto name = comma_names.longest(text_, next);
      end = name ? name.end : word_end(text_, next);
      if (match(text_, next, "khác") != npos) return end;
    }
    return end;
  }

  /// Where the last two words before `end` begin.
  [[nodiscard]] std::size_t last_two(std::size_t end) const {
    return word_begin(text_, skip_blanks_back(text_, word_begin(text_, end)));
  }

  [[nodiscard]] bool speaks_of_money() const {
    if (!money_) money_ = holds_money_word();
    return *money_;
  }

  [[nodiscard]] bool holds_money_word() const {
    for (std::size_t at = next_word(text_, sentence_.begin); at < sentence_.end;
         at = next_word(text_, word_end(text_, at))) {
      if (money_words.longest(text_, at)) return true;
    }
    return false;
  }

  /// A word that money comes from stands right before.
  [[nodiscard]] bool given(std::size_t at) const {
    const std::size_t before = skip_blanks_back(text_, at);
    return givers.longest_before(text_, before) && !no_givers.longest_before(text_, before);
  }

  /// First in its sentence, or behind a colon, a semicolon or a bracket.
  [[nodiscard]] bool opens(std::size_t at) const {
    const std::size_t before = skip_blanks_back(text_, at);
    if (before <= sentence_.begin) return true;
    const char sign = text_[before - 1];
    return sign == ':' || sign == ';' || sign == '(';
  }

  /// A source stands before it in the list.
  [[nodiscard]] bool continues(std::size_t at) const {
    const std::size_t before = skip_blanks_back(text_, at);
    if (!listed_ || before == 0) return false;
    return text_[before - 1] == ',' || joints.longest_before(text_, before).found();
  }

  void add(std::size_t at, std::size_t end) {
    listed_ = true;
    for (const std::string_view plural : {"các", "những"}) {
      const std::size_t begin = match_back(text_, skip_blanks_back(text_, at), plural);
      if (begin != npos && begin >= sentence_.begin) at = begin;
    }
    if (known_.insert(folded(text_.substr(at, end - at))).second) found_.push_back({at, end});
  }

  std::string_view text_;
  TextRange sentence_;
  bool listed_ = false;                ///< a source was found in this sentence
  mutable std::optional<bool> money_;  ///< of this sentence, where asked
  std::set<std::string> known_;
  std::vector<TextRange> found_;
};

}  // namespace

std::vector<TextRange> find_funding(std::string_view text) {
  return FundingScanner(text).run();
}

}  // namespace vanban::plan

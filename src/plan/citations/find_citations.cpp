// A walk over the words of the text. A word that names a type of document is tried as a citation:
// number, date and issuer in any order behind it, an issuer before it, further numbers joined to
// it.
#include "plan/citations/find_citations.hpp"

#include <algorithm>
#include <utility>

#include "plan/citations/cited_part.hpp"
#include "plan/citations/document_types.hpp"
#include "plan/citations/law_name.hpp"
#include "plan/organisation.hpp"
#include "tokens/date.hpp"
#include "tokens/fold.hpp"
#include "tokens/phrases.hpp"
#include "tokens/symbol.hpp"

namespace vanban::plan {
namespace {

using namespace tokens;  // NOLINT(google-build-using-namespace): this file is made of its steps

struct StandardRow {
  std::string_view phrase;
  std::string_view type;
};

// clang-format off
constexpr PhraseTable standards(std::to_array<StandardRow>({
    {"tcvn", "Tiêu chuẩn"}, {"tcxdvn", "Tiêu chuẩn"}, {"tcxd", "Tiêu chuẩn"},
    {"tccs", "Tiêu chuẩn"}, {"iso", "Tiêu chuẩn"}, {"tcvn iso", "Tiêu chuẩn"},
    {"tcvn iso/iec", "Tiêu chuẩn"}, {"iso/iec", "Tiêu chuẩn"}, {"qcvn", "Quy chuẩn"},
    {"qcđp", "Quy chuẩn"},
}));

// The words before a standard's code that belong to it.
constexpr PhraseTable standard_words(std::to_array<Phrase>({
    {"tiêu chuẩn"}, {"tiêu chuẩn quốc gia"}, {"quy chuẩn"}, {"quy chuẩn kỹ thuật"},
    {"quy chuẩn kỹ thuật quốc gia"}, {"tiêu chuẩn việt nam"}, {"tiêu chuẩn cơ sở"},
}));

// Between an issuer and the paper that says it: "UBND tỉnh (phê duyệt) tại Quyết định số".
constexpr PhraseTable said_at(std::to_array<Phrase>({
    {"tại"}, {"tại các"}, {"phê duyệt tại"}, {"ban hành tại"}, {"phát động tại"}, {"giao tại"},
    {"chỉ đạo tại"}, {"quy định tại"}, {"yêu cầu tại"}, {"hướng dẫn tại"}, {"ban hành"},
    {"đã ban hành"}, {"ký ban hành"}, {"giao nhiệm vụ tại"}, {"công bố tại"}, {"thông qua tại"},
    {"nêu tại"}, {"kết luận tại"}, {"đề nghị tại"}, {"cho phép tại"}, {"phân công tại"},
    {"chấp thuận tại"}, {"đã phê duyệt tại"}, {"đã có"}, {"ban hành kèm theo"}, {"ban hành theo"},
    {"phê duyệt theo"}, {"phê duyệt kèm theo"}, {"quyết định tại"}, {"xác định tại"},
    {"thẩm định tại"}, {"thẩm tra tại"}, {"trình tại"}, {"báo cáo tại"}, {"đề xuất tại"},
    {"kiến nghị tại"}, {"thông báo tại"}, {"góp ý tại"}, {"có ý kiến tại"}, {"thống nhất tại"},
    {"đồng ý tại"}, {"nêu rõ tại"}, {"triển khai tại"}, {"đề nghị thẩm định tại"},
    {"phê duyệt tại các"}, {"ban hành tại các"}, {"quy định tại các"}, {"chỉ đạo tại các"},
}));

// By these somebody proposes or answers, whose name may stand before the bracket that holds them.
constexpr std::string_view types_of_proposals[] = {"Công văn", "Văn bản", "Tờ trình", "Báo cáo"};

// Words before the name of who proposes.
constexpr PhraseTable proposals(std::to_array<Phrase>({
    {"đề nghị của"}, {"xét đề nghị của"}, {"theo đề nghị của"}, {"tờ trình của"},
}));

// Types that are cited by a number alone; "Chương trình 12 ngày" is none of them.
constexpr std::string_view types_by_number[] = {"Công văn", "Công điện", "Văn bản"};

// Types of acts that people know by a number alone: "Nghị quyết 57".
constexpr std::string_view short_names[] = {"Nghị quyết", "Nghị định",  "Thông tư",
                                            "Chỉ thị",    "Quyết định", "Kết luận"};

// Behind a number it counts something ("Quyết định 10 nội dung"), but for these words.
constexpr PhraseTable words_behind_names(std::to_array<Phrase>({
    {"của"}, {"và"}, {"về"}, {"theo"}, {"là"}, {"đã"}, {"được"}, {"tại"}, {"trên"}, {"cho"},
    {"đối với"}, {"với"}, {"để"}, {"thì"}, {"có"}, {"không"}, {"này"}, {"nêu"}, {"quy định"},
    {"trong"}, {"đến"}, {"từ"}, {"vào"}, {"chưa"}, {"còn"}, {"bằng"}, {"gắn với"},
    {"đề ra"}, {"xác định"}, {"yêu cầu"}, {"hướng dẫn"}, {"sửa đổi"}, {"thay thế"}, {"ban hành"},
    {"thành các"}, {"thành chương trình"}, {"thành kế hoạch"}, {"thành hành động"},
    {"bộ chính trị"}, {"trung ương"}, {"ban chấp hành"}, {"chính phủ"}, {"quốc hội"},
    {"thủ tướng"},
}));

// What a number in figures is repeated in: "02 (hai)".
constexpr PhraseTable number_words(std::to_array<Phrase>({
    {"một"}, {"hai"}, {"ba"}, {"bốn"}, {"năm"}, {"sáu"}, {"bảy"}, {"tám"}, {"chín"}, {"mười"},
}));

// What a ground opens with.
constexpr PhraseTable ground_openers(std::to_array<Phrase>({
    {"căn cứ"}, {"thực hiện"}, {"theo"}, {"xét"}, {"trên cơ sở"}, {"để"}, {"nhằm"},
    {"thi hành"}, {"triển khai"}, {"triển khai thực hiện"}, {"tiếp tục thực hiện"},
    {"hưởng ứng"}, {"chấp hành"}, {"thực hiện theo"}, {"căn cứ vào"}, {"để thực hiện"},
    {"để triển khai"}, {"tiếp theo"}, {"được sự"}, {"phúc đáp"}, {"nhằm thực hiện"},
    {"nhằm triển khai"}, {"tổ chức thực hiện"}, {"cụ thể hóa"},
}));

// Between a document and the one that amends it: a ground is what it has become.
constexpr PhraseTable amended_by(std::to_array<Phrase>({
    {"sửa đổi bởi"}, {"sửa đổi tại"}, {"sửa đổi theo"}, {"bổ sung bởi"}, {"bổ sung tại"},
    {"bổ sung theo"}, {"sửa đổi một số điều bởi"}, {"sửa đổi một số điều tại"},
    {"sửa đổi một số điều theo"}, {"bổ sung một số điều bởi"}, {"bổ sung một số điều tại"},
    {"bổ sung một số điều theo"}, {"bổ sung một số nội dung tại"}, {"bổ sung cập nhật tại"},
    {"bổ sung một số nội dung bởi"}, {"thay thế bởi"}, {"thay thế bằng"}, {"thay thế tại"},
}));

/// What carries out, or is issued under, what stands above it; of laws in the order of Luật Ban
/// hành văn bản quy phạm pháp luật, Article 4.
constexpr std::string_view type_order[] = {
    "Bộ luật",  "Luật",    "Pháp lệnh", "Nghị quyết",   "Nghị định", "Quyết định",
    "Thông tư", "Chỉ thị", "Đề án",     "Chương trình", "Kế hoạch",  "Hướng dẫn",
    "Công văn",
};

// A lower-case word that may begin an issuer: the rest of names begin with a capital or an opener.
constexpr PhraseTable small_issuers(std::to_array<Phrase>({
    {"tỉnh"}, {"thành phố"}, {"huyện"}, {"liên"}, {"liên bộ"}, {"liên ngành"}, {"thị xã"},
}));
// clang-format on

// Only words of these begin a citation.
constexpr FirstSyllables cited_words(document_types, standards);

constexpr SyllableKey number_word = syllable_key("số", 0);

// The subject of a document in a list has as many bytes at most.
constexpr std::size_t subject_reach = 400;
// In brackets behind a body that is elected for a term.
constexpr PhraseTable terms(std::to_array<Phrase>({{"khóa"}, {"khoá"}, {"nhiệm kỳ"}}));

// Documents of this type have several issuers.
constexpr std::string_view joint_type = "liên tịch";

/// How many a joint document's symbol names: two in "01/2030/TTLT-BYT-BTC"; 0 where it names none.
std::size_t groups_behind_type(std::string_view number) {
  std::size_t groups = 0;  // with the type's own
  for (std::size_t at = 0; at < number.size();) {
    if (!is_digit(number, at)) ++groups;
    at = number.find_first_of("/-", at);
    if (at != npos) ++at;
  }
  return groups > 0 ? groups - 1 : 0;
}

// An issuer that stands before is looked for among as many bytes at most.
constexpr std::size_t issuer_reach = 400;
// A remark between an issuer and its paper has as many bytes at most.
constexpr std::size_t longest_remark = 160;
// What stands between the opener of a ground and its first document.
constexpr int most_lead_words = 14;

class CitationScanner {
 public:
  explicit CitationScanner(const WordedText& text) : text_(text.text), walk_(text) {}

  std::vector<CitationMatch> run() {
    for (Word word = walk_.at_or_behind(0); word.begin < text_.size();) {
      const std::size_t at = word.begin;
      const std::size_t end = cited_words.may_begin(word.key)                  ? cite(at)
                              : word.key == number_word || goes_on_in_list(at) ? listed_later(at)
                                                                               : at;
      word = walk_.at_or_behind(end == at ? word.end : end);
    }
    mark_grounds();
    return std::move(found_);
  }

 private:
  /// The citation whose type begins at `at`; gives its end, `at` where there is none.
  std::size_t cite(std::size_t at) {
    if (is_digit(text_, at)) return at;
    same_day_ = false;
    const auto type = match_type(text_, at);
    if (!type) {
      const std::size_t end = standard(at);
      return end == npos ? at : end;
    }
    if (const std::size_t end = law(at); end != npos) return end;
    CitationMatch cited;
    cited.type = type->type->name;
    cited.begin = at;
    const std::size_t end = numbered(cited, behind_modifier(*type->type, at, type->end));
    return end == npos ? at : list(std::move(cited), at);
  }

  /// "Quy chế làm việc số 01-QC/ĐU": behind the small words between a type and a number whose
  /// symbol has the code of that type; `end` where there are none.
  [[nodiscard]] std::size_t behind_modifier(const tokens::DocumentTypeRow& type, std::size_t begin,
                                            std::size_t end) const {
    constexpr int most_words = 4;
    // Behind these stands whose it is, or another document.
    constexpr std::string_view no_modifiers[] = {"của", "do", "kèm", "theo", "tại", "về", "và"};
    if (!is_capital(text_, begin)) return end;
    std::size_t at = skip_blanks(text_, end);
    for (int words = 0; words <= most_words && at < text_.size(); ++words) {
      if (const std::size_t number = match(text_, at, "số"); number != npos) {
        if (words == 0) return end;
        const std::size_t next = skip_blanks(text_, number);
        const auto symbol = match_symbol(text_, next, SymbolBlanks::inside);
        if (!symbol || !symbol->has_group) return end;
        return carries_code(type.name, text_.substr(next, symbol->end - next)) ? at : end;
      }
      if (letter_at(text_, at) == 0 || is_capital(text_, at) || match_type(text_, at)) return end;
      if (std::ranges::any_of(no_modifiers, [&](std::string_view word) {
            return match(text_, at, word) != npos;
          })) {
        return end;
      }
      at = skip_blanks(text_, word_end(text_, at));
    }
    return end;
  }

  /// Number, date, issuer behind a type that ends at `end`; npos where neither number nor date says
  /// which document it is.
  std::size_t numbered(CitationMatch& cited, std::size_t end) {
    std::size_t at = skip_blanks(text_, end);
    if (has_byte(text_, at, ':')) at = skip_blanks(text_, at + 1);
    // "Nghị quyết của Quốc hội số 12/2011/QH13"
    if (const std::size_t of = match(text_, at, "của"); of != npos) {
      const std::size_t name = skip_blanks(text_, of);
      // "quy định của Nghị định số 12/2031/NĐ-CP": what is in it, not a document of its own
      if (match_type(text_, name)) return npos;
      const std::size_t name_end = organisation_end(text_, name);
      std::size_t behind = skip_blanks(text_, name_end);
      if (has_byte(text_, behind, ':')) behind = skip_blanks(text_, behind + 1);
      if (name_end != name && match(text_, behind, "số") != npos) {
        cited.issuer = std::string(text_.substr(name, name_end - name));
        at = behind;
      }
    }
    std::size_t number = number_at(cited, at);
    if (number == npos) number = dated_number(cited, at);
    if (number == npos) number = short_name(cited, at);
    if (number != npos) {
      cited.end = number;
      tail(cited);
    } else if (!dated_only(cited, end) && !dated_minutes(cited, end)) {
      return npos;
    }
    read_part(cited);
    if (!cited.issuer) issuer_before(cited);
    return cited.end;
  }

  /// "Công văn 6143, ngày 16/9/2031": a number alone before a date.
  std::size_t dated_number(CitationMatch& cited, std::size_t at) const {
    std::size_t end = at;
    while (is_digit(text_, end)) ++end;
    constexpr std::size_t longest = 5;
    if (end == at || end - at > longest || !is_capital(text_, cited.begin)) return npos;
    if (std::ranges::find(types_by_number, cited.type) == std::end(types_by_number)) return npos;
    std::size_t next = skip_blanks(text_, end);
    if (has_byte(text_, next, ',')) next = skip_blanks(text_, next + 1);
    if (match(text_, next, "ngày") == npos || !match_date(text_, next)) return npos;
    cited.number = std::string(text_.substr(at, end - at));
    return end;
  }

  /// "Nghị quyết 57": a number of two or three digits alone; npos where it may count something.
  std::size_t short_name(CitationMatch& cited, std::size_t at) const {
    constexpr std::size_t shortest = 2;
    constexpr std::size_t longest = 3;
    if (std::ranges::find(short_names, cited.type) == std::end(short_names)) return npos;
    if (!is_capital(text_, cited.begin)) return npos;
    // "Nghị quyết: 12", and the cells of a table
    const std::size_t before = skip_blanks_back(text_, at);
    if (before + 1 != at || !is_word_part(text_, step_back(text_, before))) return npos;
    std::size_t end = at;
    while (is_digit(text_, end)) ++end;
    if (end - at < shortest || end - at > longest || is_word_part(text_, end)) return npos;
    if (text_.find_first_not_of('0', at) >= end) return npos;
    const bool stopped = has_byte(text_, end, '.') || has_byte(text_, end, ',');
    if (stopped && is_word_part(text_, end + 1)) return npos;
    if (end < text_.size() && !stopped && blank_at(text_, end) == 0 &&
        std::string_view(";:)!?\"").find(text_[end]) == npos &&
        !text_.substr(end).starts_with("”")) {
      return npos;
    }
    const std::size_t next = skip_blanks(text_, end);
    if (next > end && next < text_.size()) {
      // "Kết luận 10 - 15 cuộc", "Quyết định 02 (hai) nội dung", "Kết luận 12 trên 15 nội dung"
      if (dash_at(text_, next) != 0 && is_digit(text_, skip_blanks(text_, next + 1))) return npos;
      if (number_words.longest(text_, next + 1).found()) return npos;
      const auto word = words_behind_names.longest(text_, next);
      if (is_word_part(text_, next) && !word) return npos;
      if (word && is_digit(text_, skip_blanks(text_, word.end))) return npos;
    }
    cited.number = std::string(text_.substr(at, end - at));
    return end;
  }

  /// "số 12/KH-UBND", "12/KH-UBND", "số 08" at `at`: sets the number and gives its end.
  std::size_t number_at(CitationMatch& cited, std::size_t at) const {
    std::size_t next = at;
    bool said = false;
    for (std::size_t word = match(text_, next, "số"); word != npos;
         word = match(text_, next, "số")) {
      said = true;
      next = skip_blanks(text_, word);
      if (has_byte(text_, next, ':')) next = skip_blanks(text_, next + 1);
    }
    // A number left blank ("số    /KH-UBND") is that of the document itself.
    const auto symbol = match_symbol(text_, next, SymbolBlanks::inside);
    std::size_t end = npos;
    if (symbol && symbol->head_end != next &&
        (symbol->has_group || (said && symbol->end == symbol->head_end))) {
      end = symbol->has_group ? with_desk(symbol->end) : symbol->end;
    } else if (said) {
      end = foreign_number(next);
    }
    if (end == npos) return npos;
    cited.number = without_blanks(text_.substr(next, end - next));
    return end;
  }

  /// "823/PV11(CS)": who of a numbered division drafted it, in brackets of a few capitals.
  [[nodiscard]] std::size_t with_desk(std::size_t at) const {
    constexpr std::size_t longest = 8;  // bytes
    if (!has_byte(text_, at, '(') || at == 0 || !is_digit(text_, at - 1)) return at;
    const std::size_t within = text_.substr(at, longest + 1).find(')');
    if (within == npos || within == 1) return at;
    const std::size_t close = at + within;
    for (std::size_t i = at + 1; i < close; i += letter_at(text_, i)) {
      if (!is_capital(text_, i)) return at;
    }
    return close + 1;
  }

  /// A firm's own number, which begins with letters: "YBB-SA032/26-LR". It has a digit and a sign.
  [[nodiscard]] std::size_t foreign_number(std::size_t at) const {
    if (!is_capital(text_, at)) return npos;
    bool digit = false;
    bool sign = false;
    std::size_t end = at;
    while (end < text_.size()) {
      if (is_digit(text_, end)) {
        digit = true;
        ++end;
      } else if (is_symbol_letter(text_, end)) {
        end += letter_at(text_, end);
      } else if ((text_[end] == '/' || text_[end] == '-') && is_word_part(text_, end + 1)) {
        sign = true;
        ++end;
      } else {
        break;
      }
    }
    return digit && sign && letter_at(text_, end) == 0 ? end : npos;
  }

  /// Date and issuer behind a number or a law's name, in either order.
  void tail(CitationMatch& cited, bool year_too = false) {
    bool issuer = cited.issuer.has_value();
    for (int parts = 0; parts < 2; ++parts) {
      std::size_t at = skip_blanks(text_, cited.end);
      const bool comma = has_byte(text_, at, ',');
      if (comma) at = skip_blanks(text_, at + 1);
      if (!cited.date && date(cited, at, comma, year_too)) continue;
      // "số 18-NQ/TW, ngày 25/10/2031, của Bộ Chính trị"
      if (issuer || (comma && !cited.date)) return;
      // "Chương trình phối hợp số 12/CTr-PH giữa Sở Y tế và Sở Giáo dục"
      const std::size_t name_end = comma ? npos : issuer_before_subject(cited, at);
      if (name_end != npos) {
        cited.issuer = std::string(text_.substr(at, name_end - at));
        cited.end = name_end;
        return;
      }
      const std::size_t between = match(text_, at, "giữa");
      const std::size_t of = between == npos ? match(text_, at, "của") : between;
      if (of == npos) return;
      const std::size_t name = skip_blanks(text_, of);
      if (!begins_issuer(name)) return;
      std::size_t end = with_term(organisation_end(text_, name));
      if (end == name) return;
      if (between != npos) {
        const std::size_t last = with_joint_issuers(name, end, 0);
        if (last == end) return;
        end = last;
      } else if (cited.type.ends_with(joint_type)) {
        const std::size_t named = cited.number ? groups_behind_type(*cited.number) : 0;
        end = with_joint_issuers(name, end, named);
      }
      cited.issuer = std::string(text_.substr(name, end - name));
      cited.end = end;
      issuer = true;
    }
  }

  /// "số 12/UBND-TH ngày 23/02/2031 Ủy ban nhân dân tỉnh về việc ...": the end of a name that
  /// stands right between day and subject; npos where none does.
  [[nodiscard]] std::size_t issuer_before_subject(const CitationMatch& cited,
                                                  std::size_t at) const {
    if (!cited.number || !cited.date || !is_capital(text_, at)) return npos;
    // "... Quy chế về chợ" is what was issued.
    if (!opens_organisation(text_, at) || document_types.longest(text_, at)) return npos;
    const std::size_t end = organisation_end(text_, at);
    if (end == at || match(text_, skip_blanks(text_, end), "về") == npos) return npos;
    return end;
  }

  /// Dashes with blanks around them in [begin, end).
  [[nodiscard]] std::size_t count_dashes(std::size_t begin, std::size_t end) const {
    std::size_t count = 0;
    for (std::size_t at = begin; at < end; ++at) {
      if (text_[at] == ' ' && dash_at(text_, at + 1) != 0) ++count;
    }
    return count;
  }

  /// "Chính phủ và Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam": all who issued it together, as
  /// many as are `named`; where nobody says how many (0), those that a last "và" joins. Who stands
  /// behind them acts: "..., Ủy ban nhân dân tỉnh ban hành Kế hoạch".
  [[nodiscard]] std::size_t with_joint_issuers(std::size_t name, std::size_t name_end,
                                               std::size_t named) const {
    std::size_t last = name_end;
    std::size_t count = 1 + count_dashes(name, name_end);  // "Bộ Y tế - Bộ Tài chính" is one name
    bool joined = false;
    for (; named == 0 ? !joined : count < named; ++count) {
      const std::size_t behind = skip_blanks(text_, last);
      std::size_t next = behind;
      if (has_byte(text_, next, ',')) {
        next = skip_blanks(text_, next + 1);
      } else if (const std::size_t dash = dash_at(text_, next)) {
        next = skip_blanks(text_, next + dash);
      }
      for (const std::string_view word : {"và", "với"}) {
        const std::size_t both = match(text_, next, word);
        if (both == npos) continue;
        next = skip_blanks(text_, both);
        joined = true;
        break;
      }
      if (next == behind || !is_capital(text_, next) || !opens_organisation(text_, next)) break;
      const std::size_t end = organisation_end(text_, next);
      if (end == next) break;
      last = end;
      if (named != 0 || joined) name_end = last;
    }
    return name_end;
  }

  /// "Ban Chấp hành Trung ương Đảng (khóa XIII)": the term in brackets belongs to the name.
  [[nodiscard]] std::size_t with_term(std::size_t name_end) const {
    const std::size_t bracket = skip_blanks(text_, name_end);
    if (!has_byte(text_, bracket, '(')) return name_end;
    const auto term = terms.longest(text_, bracket + 1);
    if (!term) return name_end;
    const std::size_t last = word_end(text_, skip_blanks(text_, term.end));
    return has_byte(text_, last, ')') ? last + 1 : name_end;
  }

  [[nodiscard]] bool begins_issuer(std::size_t at) const {
    return is_capital(text_, at) || opens_organisation(text_, at) ||
           small_issuers.longest(text_, at);
  }

  bool date(CitationMatch& cited, std::size_t at, bool comma, bool year_too) {
    // "số 10-NQ/TU, số 11-NQ/TU cùng ngày 05/6/2031"
    const std::size_t same = match(text_, at, "cùng ngày");
    if (same != npos) at = match(text_, at, "cùng") + 1;
    // "đề ngày 22/9/2031"
    for (const std::string_view word : {"đề", "ký"}) {
      const std::size_t next = match(text_, at, word);
      if (next != npos && match(text_, skip_blanks(text_, next), "ngày") != npos) {
        at = skip_blanks(text_, next);
      }
    }
    std::size_t begin = at;
    const std::size_t day = match(text_, at, "ngày");
    auto found = match_date(text_, at);
    if (!found && day != npos) {
      // "ngày     tháng 12 năm 2025": the day was left blank.
      begin = skip_blanks(text_, day);
      if (match(text_, begin, "tháng") != npos) found = match_date(text_, begin);
    }
    if (!found || (comma && day == npos)) return false;
    const bool year_alone = found->first.month == 0;
    // "Kế hoạch số 5/KH-UBND năm 2025" runs in that year; "năm 2025 của UBND" was issued in it.
    if (year_alone && !year_too && match(text_, skip_blanks(text_, found->end), "của") == npos) {
      return false;
    }
    if (is_digit(text_, at)) return false;
    cited.date = to_iso(found->last);
    cited.end = found->end;
    same_day_ = same_day_ || same != npos;
    return true;
  }

  /// "Công văn ngày 12/5/2025 của Sở Y tế", "Công ty X tại Văn bản năm 2026": a date in place of
  /// the number, where an issuer makes sure that it is a document.
  bool dated_only(CitationMatch& cited, std::size_t type_end) {
    if (!is_capital(text_, cited.begin)) return false;
    const std::size_t at = skip_blanks(text_, type_end);
    const auto found = match_date(text_, at);
    if (!found || is_digit(text_, at)) return false;
    CitationMatch trial = cited;
    trial.date = to_iso(found->last);
    trial.end = found->end;
    if (found->last.day != 0) tail(trial);
    const std::size_t before = skip_blanks_back(text_, cited.begin);
    if (!trial.issuer && match_back(text_, before, "tại") != npos) issuer_before(trial);
    if (!trial.issuer) return false;
    cited = std::move(trial);
    return true;
  }

  /// "Căn cứ Biên bản họp Hội đồng trường ngày 12/5/2025": minutes have no number, and are told
  /// apart by their day, which stands behind what was met about.
  bool dated_minutes(CitationMatch& cited, std::size_t type_end) const {
    constexpr std::size_t reach = 160;  // bytes
    if (cited.type != "Biên bản") return false;
    if (!ground_openers.longest_before(text_, skip_blanks_back(text_, cited.begin))) return false;
    const std::string_view near = text_.substr(0, std::min(text_.size(), type_end + reach));
    const std::string_view clause = near.substr(0, near.find_first_of(";.,(\n", type_end));
    for (std::size_t at = next_word(clause, type_end); at < clause.size();
         at = next_word(clause, word_end(clause, at))) {
      // Behind these another day, or another paper, may stand.
      if (match_type(clause, at) || match(clause, at, "về") != npos) return false;
      if (match(clause, at, "ngày") == npos) continue;
      const auto found = match_date(text_, at);
      if (!found || found->last.year == 0) return false;
      cited.date = to_iso(found->last);
      cited.end = found->end;
      return true;
    }
    return false;
  }

  /// The part of the document that is meant: it stands before, seldom behind.
  void read_part(CitationMatch& cited) {
    const std::size_t begin = part_before(text_, floor_, cited.begin);
    if (begin == npos) return;
    lead_ = begin;
    cited.part = part_text(text_, begin);
  }

  /// "Sở Y tế (cơ quan thường trực) tại ...": where the name ends before a remark that ends at
  /// `end`.
  [[nodiscard]] std::size_t before_remark(std::size_t end) const {
    if (end == 0 || text_[end - 1] != ')') return end;
    const std::size_t from = std::max(floor_, end > longest_remark ? end - longest_remark : 0);
    const std::size_t open = text_.substr(from, end - from).rfind('(');
    return open == npos || from + open == floor_ ? end : skip_blanks_back(text_, from + open);
  }

  void issuer_before(CitationMatch& cited) {
    std::size_t before = skip_blanks_back(text_, lead_ == npos ? cited.begin : lead_);
    const auto said = said_at.longest_before(text_, before);
    std::size_t end = said ? skip_blanks_back(text_, said.end) : before;
    // "Xét đề nghị của Bộ Y tế (Tờ trình số 12/TTr-BYT)"
    const bool bracket =
        end > 0 && text_[end - 1] == '(' &&
        std::ranges::find(types_of_proposals, cited.type) != std::end(types_of_proposals);
    if (!said && !bracket) return;
    end = bracket ? skip_blanks_back(text_, end - 1) : before_remark(end);
    const std::size_t floor = std::max(floor_, end > issuer_reach ? end - issuer_reach : 0);
    const std::size_t begin = end > floor ? organisation_begin(text_, floor, end) : npos;
    if (begin == npos) return;
    if (bracket && !proposals.longest_before(text_, skip_blanks_back(text_, begin))) return;
    cited.issuer = std::string(text_.substr(begin, end - begin));
    lead_ = begin;
  }

  /// Adds `cited` and what is joined to it: "số 12/KH-UBND và số 13/KH-UBND của UBND tỉnh".
  std::size_t list(CitationMatch cited, std::size_t begin) {
    const std::size_t first = found_.size();
    const std::size_t before = skip_blanks_back(text_, begin);
    const bool several = match_back(text_, before, "các") != npos;
    std::size_t end = cited.end;
    const std::string_view type = cited.type;
    if (several) several_of_ = type;
    // Each with its word or its date: they are no row of one day.
    bool told_apart = cited.date.has_value();
    add(std::move(cited));
    while (true) {
      std::size_t at = skip_blanks(text_, end);
      const bool semicolon = has_byte(text_, at, ';');
      const bool comma = has_byte(text_, at, ',');
      if (comma || semicolon) at = skip_blanks(text_, at + 1);
      const std::size_t both = match(text_, at, "và");
      if (both != npos) at = skip_blanks(text_, both);
      if (!comma && !semicolon && both == npos) break;
      const bool said = match(text_, at, "số") != npos;
      if (semicolon && !said) break;
      CitationMatch next;
      next.type = type;
      next.begin = at;
      std::size_t number = npos;
      if (said || is_digit(text_, at)) number = number_at(next, at);
      // "các Nghị quyết số 10, 11, 12"
      if (number == npos && several && is_digit(text_, at)) number = plain_number(next, at);
      if (number == npos) break;
      next.end = number;
      tail(next);
      end = next.end;
      told_apart = told_apart || said || found_.back().date.has_value();
      add(std::move(next));
    }
    // The issuer at the end of a list issued all of it.
    for (std::size_t i = found_.size() - 1; i > first; --i) {
      if (!found_[i - 1].issuer) found_[i - 1].issuer = found_[i].issuer;
      // "các Quyết định số 217-QĐ/TW, 218-QĐ/TW ngày 12/12/2013": of one day, too.
      const bool one_day = same_day_ || (several && !told_apart);
      if (one_day && !found_[i - 1].date) found_[i - 1].date = found_[i].date;
    }
    several_issuer_.reset();
    if (several) several_issuer_ = found_[first].issuer;
    for (std::size_t i = first + 1; i < found_.size(); ++i) {
      if (!found_[i].issuer) found_[i].issuer = several_issuer_;
    }
    return end;
  }

  /// A figure behind a sign, where several documents are listed.
  [[nodiscard]] bool goes_on_in_list(std::size_t at) const {
    return !several_of_.empty() && is_digit(text_, at);
  }

  /// "các Nghị định số 1/2031/NĐ-CP về ...; số 2/2031/NĐ-CP về ...": a number behind the subject of
  /// the one before, told by the code of the list's type. Its end, or `at`.
  std::size_t listed_later(std::size_t at) {
    if (several_of_.empty() || at - floor_ > subject_reach) return at;
    const std::string_view subject = text_.substr(floor_, at - floor_);
    if (subject.find(". ") != std::string_view::npos) return at;
    const std::size_t before = skip_blanks_back(text_, at);
    const bool sign = before > 0 && (text_[before - 1] == ';' || text_[before - 1] == ',');
    if (!sign && match_back(text_, before, "và") == npos) return at;
    CitationMatch next;
    next.type = several_of_;
    next.begin = at;
    const std::size_t number = number_at(next, at);
    if (number == npos || !carries_code(next.type, *next.number)) return at;
    next.end = number;
    tail(next);
    if (!next.issuer) next.issuer = several_issuer_;
    const std::size_t end = next.end;
    add(std::move(next));
    return end;
  }

  std::size_t plain_number(CitationMatch& cited, std::size_t at) const {
    const std::size_t end = word_end(text_, at);
    const bool number = end - at <= 4 && !has_byte(text_, end, '/') && !has_byte(text_, end, '%');
    for (std::size_t i = at; i < end; ++i) {
      if (!is_digit(text_, i)) return npos;
    }
    if (!number || match_date(text_, at)) return npos;
    cited.number = std::string(text_.substr(at, end - at));
    return end;
  }

  static constexpr std::string_view constitution = "Hiến pháp";
  static constexpr std::string_view country = "nước cộng hòa xã hội chủ nghĩa việt nam";
  static constexpr std::size_t year_digits = 4;

  std::size_t law(std::size_t at) {
    const auto law = match_law(text_, at);
    if (!law) return npos;
    CitationMatch cited;
    cited.type = law->type;
    cited.begin = at;
    cited.end = law->end;
    if (law->named) {
      cited.name_begin = skip_blanks(text_, match_type(text_, at)->end);
      cited.name_end = law->end;
    }
    read_part(cited);
    const std::size_t next = skip_blanks(text_, law->end);
    const std::size_t number = number_at(cited, next);
    if (number != npos) {
      cited.end = number;
    } else if (!law->named) {
      // "Hiến pháp năm 2013", "Luật ngày 12/12/2017": a date alone says which.
      std::size_t year = next;
      if (language::fold(text_.substr(next, country.size())) == country) {
        cited.end = next + country.size();
        year = skip_blanks(text_, cited.end);
      }
      // "Hiến pháp 2013"
      if (cited.type == constitution && is_digit(text_, year) &&
          is_year(text_.substr(year, word_end(text_, year) - year))) {
        cited.date = std::string(text_.substr(year, year_digits));
        cited.end = year + year_digits;
      }
      if (!cited.date) tail(cited, true);
      if (!cited.date || !is_capital(text_, at)) {
        lead_ = npos;
        return npos;
      }
      add(std::move(cited));
      return found_.back().end;
    } else if (is_digit(text_, next) && is_year(text_.substr(next, word_end(text_, next) - next))) {
      // "Luật Đất đai 2024"
      cited.date = std::string(text_.substr(next, 4));
      cited.end = next + 4;
    }
    tail(cited, true);
    return list(std::move(cited), at);
  }

  std::size_t standard(std::size_t at) {
    const auto row = standards.longest(text_, at);
    if (!row) return npos;
    std::size_t number = skip_blanks(text_, row.end);
    if (has_byte(text_, number, '-') || has_byte(text_, number, ':')) ++number;
    if (!is_digit(text_, number)) return npos;
    std::size_t end = number;
    while (end < text_.size() &&
           (is_symbol_letter(text_, end) || is_digit(text_, end) ||
            ((text_[end] == ':' || text_[end] == '-' || text_[end] == '/' || text_[end] == '.') &&
             is_word_part(text_, end + 1)))) {
      end += std::max<std::size_t>(letter_at(text_, end), 1);
    }
    CitationMatch cited;
    cited.type = row.row->type;
    cited.is_standard = true;
    cited.number = std::string(text_.substr(at, end - at));
    const auto words = standard_words.longest_before(text_, skip_blanks_back(text_, at));
    cited.begin = words && words.end >= floor_ ? words.end : at;
    cited.end = end;
    add(std::move(cited));
    return end;
  }

  void add(CitationMatch cited) {
    if (!cited.part) cited.part = part_behind(text_, cited.end);
    leads_.push_back(lead_ == npos ? cited.begin : lead_);
    lead_ = npos;
    floor_ = cited.end;
    found_.push_back(std::move(cited));
  }

  /// Which citations head the segments of a ground. Segments end at ";" and at full stops.
  void mark_grounds() {
    std::size_t segment = 0;  // where the segment begins
    std::size_t checked = 0;  // signs up to here are known
    bool opened = false;      // the segment or one it follows on opened as a ground
    for (std::size_t i = 0; i < found_.size(); ++i) {
      bool first = i == 0;
      for (; checked < leads_[i]; ++checked) {
        const char c = text_[checked];
        const bool stop = c == '.' && blank_at(text_, checked + 1) != 0;
        if (c != ';' && !stop) continue;
        // A full stop inside an abbreviation ends nothing that matters here.
        segment = checked + 1;
        first = true;
        if (stop) opened = false;
      }
      if (first) last_ground_ = nullptr;
      found_[i].ground =
          first ? heads_segment(segment, leads_[i], opened) : follows_ground(i, leads_[i]);
      if (first && found_[i].ground) opened = true;
      if (found_[i].ground) last_ground_ = &found_[i];
      checked = std::max(checked, found_[i].end);
    }
  }

  [[nodiscard]] bool heads_segment(std::size_t segment, std::size_t lead, bool opened) const {
    std::size_t at = skip_blanks(text_, segment);
    while (dash_at(text_, at) != 0 || has_byte(text_, at, '+') || has_byte(text_, at, '*')) {
      at = skip_blanks(text_, at + std::max<std::size_t>(dash_at(text_, at), 1));
    }
    const auto opener = ground_openers.longest(text_, at);
    if (opener) at = skip_blanks(text_, opener.end);
    if (!opener && !opened) return false;
    int words = 0;
    while (at < lead) {
      const char c = text_[at];
      if (c == ',' || c == '"' || c == '(' || text_.substr(at, 3) == "“") return false;
      if (!is_word_part(text_, at)) {
        at += language::code_point_length(c);
        continue;
      }
      at = word_end(text_, at);
      ++words;
    }
    return opener ? words <= most_lead_words : words <= 1;  // "các" may stand before
  }

  /// Joined to a ground: right behind it, by "và" behind its subject, or as what amends it.
  [[nodiscard]] bool follows_ground(std::size_t index, std::size_t lead) const {
    const CitationMatch& before = found_[index - 1];
    if (!before.ground) return goes_on_behind_name(index, lead);
    if (lists_further(index, lead)) return true;
    std::size_t end = skip_blanks_back(text_, lead);
    const std::size_t several = match_back(text_, end, "các");
    if (several != npos) end = skip_blanks_back(text_, several);
    if (match_back(text_, end, "và") != npos) return true;
    const auto amended = amended_by.longest_before(text_, end);
    if (amended && amended.end >= before.end) return true;
    if (end <= before.end || text_[end - 1] != ',') return false;
    const std::size_t behind = skip_blanks_back(text_, end - 1);
    // "... về phát triển kinh tế (sau đây gọi tắt là Nghị quyết 68), Kết luận số 18-KL/TU"
    if (behind == before.end) return true;
    // Only what the document is called from here on.
    if (behind == 0 || text_[behind - 1] != ')') return false;
    const std::size_t open = text_.substr(0, behind).rfind('(');
    return open != npos && open >= before.end &&
           (match(text_, open + 1, "sau đây") != npos ||
            match(text_, open + 1, "gọi tắt") != npos ||
            match(text_, open + 1, "viết tắt") != npos);
  }

  /// It has all that names a document: its number, day and issuer.
  [[nodiscard]] static bool is_complete(const CitationMatch& cited) {
    return cited.number && cited.date && cited.date->size() == 10 && cited.issuer;
  }

  /// "... số 02-NQ/TW về xây dựng Thủ đô, Nghị quyết số 80-NQ/TW ngày ... của Bộ Chính trị": behind
  /// the subject of a ground and a comma.
  [[nodiscard]] bool lists_further(std::size_t index, std::size_t lead) const {
    const std::size_t end = skip_blanks_back(text_, lead);
    return end > 0 && text_[end - 1] == ',' && is_complete(found_[index]) &&
           is_capital(text_, found_[index].begin);
  }

  /// What one document does to others in its name.
  [[nodiscard]] static bool changes_others(std::string_view name) {
    constexpr std::string_view acts[] = {"sửa đổi", "bổ sung",    "thay thế", "bãi bỏ",
                                         "hủy bỏ",  "đính chính", "hợp nhất"};
    return std::ranges::any_of(
        acts, [name](std::string_view act) { return name.find(act) != std::string_view::npos; });
  }

  /// Whether a document of the type `lower` never gives another of the type `upper` its matter.
  [[nodiscard]] static bool ranks_below(std::string_view lower, std::string_view upper) {
    const auto rank = [](std::string_view type) {
      return std::ranges::find_if(type_order,
                                  [type](std::string_view row) { return type.starts_with(row); });
    };
    const auto* const own = rank(lower);
    return own != std::end(type_order) && rank(upper) < own;
  }

  /// "Nghị định ... thi hành Luật Hộ tịch và Quyết định số 101/QĐ-TTg ngày ... của ...": behind the
  /// name of a ground that holds a document of another type. A document carries out those above its
  /// own rank, so that one below it is a ground of its own.
  [[nodiscard]] bool goes_on_behind_name(std::size_t index, std::size_t lead) const {
    const CitationMatch& cited = found_[index];
    if (!is_complete(cited) || !is_capital(text_, cited.begin)) return false;
    if (cited.type == found_[index - 1].type) return false;
    const std::size_t end = skip_blanks_back(text_, lead);
    if (end == 0 || (text_[end - 1] != ',' && match_back(text_, end, "và") == npos)) return false;
    if (last_ground_ == nullptr || !ranks_below(cited.type, last_ground_->type)) return false;
    // "... bãi bỏ Nghị quyết số 1, Chỉ thị số 5": all that follows has the same fate.
    constexpr std::size_t longest_name = 400;  // bytes up to the first document in it
    const std::size_t begin = last_ground_->end;
    const std::size_t first = std::max(found_[index - 1].begin, begin);
    const std::string_view between = text_.substr(begin, std::min(first - begin, longest_name));
    return !changes_others(between);
  }

  std::string_view text_;
  WordWalk walk_;
  const CitationMatch* last_ground_ =
      nullptr;                   ///< of the segment at hand, while grounds are marked
  std::size_t floor_ = 0;        ///< end of the last citation
  std::string_view several_of_;  ///< the type of a list with "các"; empty: none is open
  std::optional<std::string> several_issuer_;  ///< who issued the documents of that list
  bool same_day_ = false;                      ///< the date at hand is that of the whole list
  std::size_t lead_ = npos;  ///< where the issuer before the citation at hand begins
  std::vector<CitationMatch> found_;
  std::vector<std::size_t> leads_;  ///< of each citation: its begin, or its issuer's before it
};

/// A citation has a digit, or a law's name: "uật", "áp lệnh", in small letters or capitals.
bool may_cite(std::string_view text) {
  if (has_digit(text)) return true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    // ậ, Ậ, ệ, Ệ: bytes E1 BA AD/AC and E1 BB 87/86
    if (c != '\xE1' || at + 3 >= text.size() || at == 0) continue;
    const char last = text[at + 2];
    const char next = text[at + 3];
    const char before = text[at - 1];
    if ((last == '\xAD' || last == '\xAC') && (next == 't' || next == 'T') &&
        (before == 'u' || before == 'U')) {
      return true;
    }
    if ((last == '\x87' || last == '\x86') && (next == 'n' || next == 'N') &&
        (before == 'l' || before == 'L')) {
      return true;
    }
  }
  return false;
}

/// A number in its parts: "91", "2017", "NĐ", "CP".
struct NumberParts {
  std::string_view ordinal;
  std::string_view year;
  std::string_view symbol;  ///< "NĐ-CP"
  std::string_view agency;  ///< "CP": behind the first group
};

NumberParts parts_of(std::string_view number) {
  NumberParts parts;
  std::size_t at = word_end(number, 0);
  while (has_byte(number, at, '.') && is_digit(number, at + 1)) at = word_end(number, at + 1);
  parts.ordinal = number.substr(0, at);
  if (at >= number.size()) return parts;
  ++at;
  const std::size_t second = word_end(number, at);
  if (is_year(number.substr(at, second - at)) && second < number.size()) {
    parts.year = number.substr(at, second - at);
    at = second + 1;
  }
  parts.symbol = number.substr(at);
  const std::size_t group = word_end(parts.symbol, 0);
  if (group < parts.symbol.size()) parts.agency = parts.symbol.substr(group + 1);
  return parts;
}

bool is_full(const std::optional<std::string>& date) {
  return date && date->size() == 10;
}

bool differ(const std::optional<std::string>& a, const std::optional<std::string>& b) {
  return a && b && *a != *b;
}

/// Equal but for the case of letters: a title is printed in capitals.
bool same_letters(std::string_view a, std::string_view b) {
  return a == b || (a.size() == b.size() && language::fold(a) == language::fold(b));
}

/// The two must be one document, yet they differ.
bool contradict(const Citation& a, const Citation& b) {
  const NumberParts left = parts_of(*a.number);
  const NumberParts right = parts_of(*b.number);
  const bool dated = is_full(a.date) && is_full(b.date);
  if (left.symbol.empty() || right.symbol.empty()) return false;
  if (!same_letters(left.symbol, right.symbol) || left.year != right.year) {
    if (dated && *a.date == *b.date) return !differ(a.issuer, b.issuer);
    const bool same_year = !left.year.empty() && left.year == right.year;
    return same_year && !left.agency.empty() && same_letters(left.agency, right.agency) &&
           !differ(a.date, b.date);
  }
  if (!dated || *a.date == *b.date) return false;
  // The number comes again every year, so another year is another document, unless day and month
  // agree; within a year two dates are one too many, unless another body issued it.
  const bool same_day = std::string_view(*a.date).substr(5) == std::string_view(*b.date).substr(5);
  const bool same_year =
      std::string_view(*a.date).substr(0, 4) == std::string_view(*b.date).substr(0, 4);
  return same_day || (same_year && !differ(a.issuer, b.issuer)) || !left.year.empty();
}

/// One number and day, but two types. "Kế hoạch" and "Kế hoạch hành động" are one; "Văn bản" is
/// any.
bool has_two_types(const Citation& a, const Citation& b) {
  if (!is_full(a.date) || a.date != b.date || differ(a.issuer, b.issuer)) return false;
  if (parts_of(*a.number).symbol.empty() || !same_letters(*a.number, *b.number)) return false;
  constexpr std::string_view any_type = "văn bản";
  const std::string left = language::fold(*a.type);
  const std::string right = language::fold(*b.type);
  return left != any_type && right != any_type && !left.starts_with(right) &&
         !right.starts_with(left);
}

/// Adds to `pairs` the first citation under each further type.
void add_two_types(std::span<const Citation> citations, std::vector<std::size_t> order,
                   std::vector<InconsistentPair>& pairs) {
  std::vector<std::string> numbers(citations.size());
  for (const std::size_t i : order) numbers[i] = language::fold(*citations[i].number);
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
    return std::pair(std::string_view(numbers[a]), a) < std::pair(std::string_view(numbers[b]), b);
  });
  std::size_t first = 0;
  bool told = false;
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (numbers[order[i]] != numbers[order[first]]) {
      first = i;
      told = false;
    } else if (!told && has_two_types(citations[order[first]], citations[order[i]])) {
      pairs.push_back({order[first], order[i]});
      told = true;
    }
  }
}

}  // namespace

std::vector<CitationMatch> find_citations(const WordedText& text) {
  const bool any = std::ranges::any_of(
      text.words, [](const Word& word) { return cited_words.may_begin(word.key); });
  if (!any || !may_cite(text.text)) return {};
  return CitationScanner(text).run();
}

std::vector<CitationMatch> find_citations(std::string_view text) {
  if (!may_cite(text)) return {};
  std::vector<Word> words;
  return CitationScanner(find_words(text, words)).run();
}

std::vector<InconsistentPair> find_inconsistent(std::span<const Citation> citations) {
  // Citations of one type and ordinal stand together, in document order.
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < citations.size(); ++i) {
    if (citations[i].type && citations[i].number) order.push_back(i);
  }
  const auto key = [&](std::size_t i) {
    return std::pair(std::string_view(*citations[i].type), parts_of(*citations[i].number).ordinal);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  std::vector<InconsistentPair> pairs;
  std::vector<std::size_t> ways;  // one citation for each way that the document was cited
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i == 0 || key(order[i]) != key(order[i - 1])) ways.clear();
    const Citation& cited = citations[order[i]];
    bool known = false;
    std::size_t against = npos;
    for (const std::size_t way : ways) {
      const Citation& other = citations[way];
      known = known || (same_letters(*other.number, *cited.number) && other.date == cited.date);
      if (against == npos && contradict(other, cited)) against = way;
    }
    if (known) continue;  // this way has had its remark
    if (against != npos) pairs.push_back({against, order[i]});
    constexpr std::size_t most_ways = 16;
    if (ways.size() < most_ways) ways.push_back(order[i]);
  }
  add_two_types(citations, std::move(order), pairs);
  std::sort(pairs.begin(), pairs.end(), [](const InconsistentPair& a, const InconsistentPair& b) {
    return a.second < b.second;
  });
  return pairs;
}

}  // namespace vanban::plan

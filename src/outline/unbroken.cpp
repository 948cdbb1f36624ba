#include "outline/unbroken.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "language/syllable.hpp"
#include "language/tone_places.hpp"
#include "outline/characters.hpp"
#include "outline/marker.hpp"
#include "outline/offices.hpp"
#include "outline/unbroken_words.hpp"
#include "read/source_text.hpp"
#include "tokens/document_types.hpp"
#include "tokens/fold.hpp"

namespace vanban::outline {
namespace {

using namespace unbroken;  // NOLINT(google-build-using-namespace): the tables of this file

constexpr std::size_t longest_mean_line = 1200;  // bytes
constexpr std::size_t shortest_unbroken = 600;   // bytes of a line with a header in it
constexpr std::size_t longest_capitals = 400;
constexpr std::size_t farthest_heading_end = 90;  // bytes from its marker to the dash behind it
constexpr std::size_t longest_word = 64;          // bytes
constexpr std::size_t longest_addressee = 400;    // bytes

[[nodiscard]] bool has_small(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += language::code_point_length(text[at])) {
    if (letter_at(text, at) != 0 && !is_capital(text, at)) return true;
  }
  return false;
}

/// What a row is of: in one of a header nothing counts, for a list in it is its text's.
enum class RowOf : unsigned char { text, header };

class BreakFinder {
 public:
  BreakFinder(std::string_view printed, std::string_view lower, RowOf row)
      : printed_(printed),
        lower_(lower),
        in_header_(row == RowOf::header),
        glued_(is_glued(printed)),
        quotations_(find_quotations(printed)) {}

  std::vector<std::size_t> run() {
    const std::size_t first = trim_begin(printed_, 0, printed_.size());
    for (std::size_t at = first; at < printed_.size();) {
      if (blank_length(printed_, at) != 0) {
        at += blank_length(printed_, at);
        continue;
      }
      if (at > first) look(at);
      while (at < printed_.size() && blank_length(printed_, at) == 0) {
        at += pass_rule(at);
        if (at < printed_.size() && blank_length(printed_, at) == 0) {
          const std::size_t before = at;
          at += language::code_point_length(printed_[at]);
          if (glued_ && at < printed_.size()) look_within(before, at);
        }
      }
    }
    std::ranges::sort(cuts_);
    cuts_.erase(std::unique(cuts_.begin(), cuts_.end()), cuts_.end());
    return std::move(cuts_);
  }

 private:
  /// The sign at `before` ends a sentence or a clause, and what stands before it is no
  /// abbreviation.
  [[nodiscard]] static bool ends_clause(std::string_view text, std::size_t before) {
    const char sign = text[before];
    if (sign != '.' && sign != ';' && sign != ':') return false;
    const std::size_t last = before == 0 ? 0 : tokens::step_back(text, before);
    if (before == 0 || is_digit(text[last])) return true;
    if (text[last] == ')' || text[last] == '"' || text[last] == '%') return true;
    if (sign == '.' && is_abbreviated(text, before)) return false;
    return is_small(text, last) || (sign != '.' && letter_at(text, last) != 0);
  }

  /// "Tp.", "Tx.", "Th.": few letters from a capital on; "e.Office".
  [[nodiscard]] static bool is_abbreviated(std::string_view text, std::size_t end) {
    constexpr std::size_t most_letters = 2;
    for (std::size_t letters = 0; letters < most_letters && end > 0; ++letters) {
      end = tokens::step_back(text, end);
      if (letter_at(text, end) == 0) return false;
      const bool first = end == 0 || letter_at(text, tokens::step_back(text, end)) == 0;
      if (first) return letters == 0 || is_capital(text, end);
    }
    return false;
  }

  /// The lines were joined without blanks: "...;Căn cứ ... sau:I. MỤC ĐÍCH". A line has few
  /// sentences, so that not many stops have a blank behind them for one that has none.
  [[nodiscard]] static bool is_glued(std::string_view text) {
    constexpr std::size_t fewest = 2;
    constexpr std::size_t most_apart = 4;
    std::size_t glued = 0;
    std::size_t apart = 0;
    for (std::size_t at = text.find_first_of(".;"); at != std::string_view::npos;
         at = text.find_first_of(".;", at + 1)) {
      if (at + 1 >= text.size() || !ends_clause(text, at)) continue;
      if (is_capital(text, at + 1)) {
        ++glued;
      } else if (blank_length(text, at + 1) != 0) {
        const std::size_t next = trim_begin(text, at + 1, text.size());
        if (next < text.size() && is_capital(text, next)) ++apart;
      }
    }
    return glued >= fewest && glued * most_apart >= apart;
  }

  /// Where the quotations begin and end that are no longer than a slogan: "Đoàn viên gắn kết -
  /// Công đoàn vững mạnh". Of marks that are all alike one that follows a digit means inches, and
  /// one behind a blank opens.
  [[nodiscard]] static std::vector<std::pair<std::size_t, std::size_t>> find_quotations(
      std::string_view text) {
    constexpr std::size_t longest = 240;  // bytes
    constexpr std::string_view opening = "“";
    constexpr std::string_view closing = "”";
    std::vector<std::pair<std::size_t, std::size_t>> quotations;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const bool plain = text[at] == '"';
      if (!plain && !text.substr(at).starts_with(opening)) continue;
      if (plain && at > 0 && (is_digit(text[at - 1]) || letter_before(text, at))) continue;
      const std::size_t begin = at + (plain ? 1 : opening.size());
      const std::string_view rest = text.substr(begin, longest);
      std::size_t end = rest.find(plain ? std::string_view("\"") : closing);
      if (!plain && end == std::string_view::npos) end = rest.find('"');
      if (end == std::string_view::npos) continue;
      // Another one begins first: this was not closed.
      if (rest.substr(0, end).find(opening) != std::string_view::npos) continue;
      if (plain && end > 0 && rest[end - 1] == ' ') continue;
      quotations.emplace_back(begin, begin + end);
      at = begin + end;
    }
    return quotations;
  }

  [[nodiscard]] static bool letter_before(std::string_view text, std::size_t at) {
    return letter_at(text, tokens::step_back(text, at)) != 0;
  }

  /// Within a word of such a text, behind the character at `before`: a line may begin at `at`.
  void look_within(std::size_t before, std::size_t at) {
    if (blank_length(printed_, at) != 0) return;
    const bool stop = ends_clause(printed_, before);
    const bool closes = printed_[before] == ')' || printed_[before] == '"';
    if ((stop || closes) && is_capital(printed_, at)) {
      look(at);
      if (!is_quoted(at)) cut(at);
      return;
    }
    const std::size_t sign = bullet_length(at);
    const bool dash = sign != 0 && blank_length(printed_, at + sign) != 0 && !ends_marker(at);
    const bool marker = is_digit(printed_[at]) || letter_at(printed_, at) != 0;
    const bool number =
        is_digit(printed_[at]) && letter_at(printed_, before) != 0 && follows_long_word(at);
    const bool point = is_glued_point(at);
    if (dash || number || point || ((printed_[before] == '.' || stop || closes) && marker))
      look(at);
    // "XÃ HÒA ANSố: 12", "KẾ HOẠCHTrồng cây"
    const std::size_t length = letter_at(printed_, at);
    const bool minister = lower_.substr(before).starts_with("ttg");  // "CT-TTg"
    if (length != 0 && is_capital(printed_, before) && is_capital(printed_, at) &&
        is_small(printed_, at + length) && !minister && follows_caps(at)) {
      cut(at);
    }
    if (printed_.substr(at).starts_with("“") && is_capital(printed_, before)) cut(at);
  }

  /// "YÊU CẦU1. ...", and no "5m2.", "lớp 6A1."
  [[nodiscard]] bool follows_long_word(std::size_t at) const {
    constexpr std::size_t shortest = 3;  // bytes
    const std::size_t begin = word_before(at);
    const std::string_view word = printed_.substr(begin, at - begin);
    if (word.find_first_of("0123456789") != std::string_view::npos) return false;
    return word.size() >= shortest || (is_short_caps(word) && follows_caps(begin));
  }

  /// "I- MỤC ĐÍCH", "1- Mục đích": the dash at `at` is that of a marker.
  [[nodiscard]] bool ends_marker(std::size_t at) const {
    if (cuts_.empty() || cuts_.back() >= at || cuts_.back() < word_before(at)) return false;
    const std::string_view word = printed_.substr(cuts_.back(), at - cuts_.back());
    return word.find_first_not_of("0123456789.IVX") == std::string_view::npos ||
           letter_at(word, 0) == word.size();
  }

  /// "sống an toàna- Rà soát": the letter at `at` is no syllable's, and a sign of points follows.
  [[nodiscard]] bool is_glued_point(std::size_t at) const {
    const std::size_t length = letter_at(printed_, at);
    if (length == 0 || at + length + 1 >= printed_.size() || !is_small(printed_, at)) return false;
    const char sign = printed_[at + length];
    if (sign != ')' && sign != '.' && sign != '-' && sign != '/') return false;
    if (blank_length(printed_, at + length + 1) == 0) return false;
    const std::size_t begin = word_before(at);
    return begin < at && !language::is_syllable(lower_.substr(begin, at + length - begin));
  }

  /// "TRUNG ƯƠNG***Số: 14": a rule of the header stands on a line of its own.
  [[nodiscard]] std::size_t pass_rule(std::size_t at) {
    constexpr std::size_t shortest_rule = 3;
    const char sign = printed_[at];
    if (last_marker_ != 0 || has_article_ || (sign != '*' && sign != '-')) return 0;
    const std::size_t end = std::min(printed_.find_first_not_of(sign, at), printed_.size());
    if (end - at < shortest_rule) return 0;
    if (at > 0) cut(at);
    const std::size_t next = trim_begin(printed_, end, printed_.size());
    if (next < printed_.size()) cut(next);
    return end - at;
  }

  /// The last byte that is no blank before `at`.
  [[nodiscard]] char before(std::size_t at) const {
    const std::size_t end = trim_end(printed_, 0, at);
    return end == 0 ? '.' : printed_[end - 1];
  }

  /// Where the word ends that begins at `at`; of one that is longer than any, a place within.
  [[nodiscard]] std::size_t word_behind(std::size_t at) const {
    const std::size_t farthest = std::min(at + longest_word, printed_.size());
    while (at < farthest && blank_length(printed_, at) == 0) {
      at += language::code_point_length(printed_[at]);
    }
    return std::min(at, printed_.size());
  }

  /// Where the word begins that ends at `end`, or a place within one that is longer than any;
  /// blanks may be of several bytes.
  [[nodiscard]] std::size_t word_before(std::size_t end) const {
    const std::size_t farthest = end - std::min(end, longest_word);
    while (end > farthest) {
      const std::size_t before = tokens::step_back(printed_, end);
      if (blank_length(printed_, before) != 0) break;
      end = before;
    }
    return end;
  }

  /// The last word before `at` is in capitals, and longer than an initial.
  [[nodiscard]] bool follows_caps(std::size_t at) const {
    constexpr int most_words = 8;
    std::size_t end = trim_end(printed_, 0, at);
    for (int words = 0; words < most_words && end > 0; ++words) {
      const std::size_t begin = word_before(end);
      const std::string_view word = printed_.substr(begin, end - begin);
      if (has_letter(word)) return word.size() > 1 && (is_caps(word) || is_short_caps(word));
      end = trim_end(printed_, 0, begin);
    }
    return false;
  }

  [[nodiscard]] bool follows_stop(std::size_t at) const {
    const char c = before(at);
    return c == '.' || c == ';' || c == ':' || c == ')' || c == '*' || c == '_' || c == '"' ||
           printed_.substr(0, trim_end(printed_, 0, at)).ends_with("”");
  }

  void cut(std::size_t at) {
    cuts_.push_back(at);
    last_cut_ = at;
  }

  /// `at` is within a quotation.
  [[nodiscard]] bool is_quoted(std::size_t at) const {
    const auto behind =
        std::ranges::upper_bound(quotations_, at, {}, &std::pair<std::size_t, std::size_t>::first);
    return behind != quotations_.begin() && at < std::prev(behind)->second;
  }

  void look(std::size_t at) {
    if (is_quoted(at)) return;
    // "II. CHỈ TIÊU - Trồng mới": nothing but a marker stands before it on its line.
    if (!cuts_.empty() && cuts_.back() < at && at - cuts_.back() <= longest_word &&
        !has_letter(printed_.substr(cuts_.back(), at - cuts_.back()))) {
      capitals_until_ = 0;
      return;
    }
    if (begins_phrase(at) || begins_type(at) || begins_authority(at) || begins_part(at) ||
        ends_capitals(at) || begins_ground(at) || begins_letter(at) || begins_text(at) ||
        begins_symbol(at) || names_issuer(at) || begins_subject(at) || begins_agency(at)) {
      cut(at);
    }
    if (lower_.substr(at).starts_with("ngày ") && before(at) == ',') cut_place(at);
  }

  /// A part of the text below a header, with its marker.
  bool begins_part(std::size_t at) {
    return !in_header_ &&
           (begins_number(at) || begins_point(at) || begins_division(at) || begins_bullet(at));
  }

  /// ... without one.
  [[nodiscard]] bool begins_text(std::size_t at) const {
    return !in_header_ &&
           (ends_name(at) || begins_task(at) || begins_clause(at) || begins_step(at));
  }

  bool begins_phrase(std::size_t at) {
    if (!is_capital(printed_, at) && printed_[at] != '(') return false;
    const auto* const found = std::ranges::find_if(openers, [&](const OpenerRow& row) {
      if (!lower_.substr(at).starts_with(row.folded)) return false;
      const bool small = has_small(printed_.substr(at, row.folded.size()));
      if (row.caps ? small : !small && row.where != Where::anywhere) return false;
      if (row.where == Where::after_title && has_type_ && last_marker_ == 0) return true;
      if (row.where == Where::in_header && (has_type_ || follows_committee(at))) return false;
      if (row.where == Where::at_signature && !has_recipients_) return false;
      if (row.where == Where::at_signature && follows_short(at)) return false;
      return row.where == Where::anywhere || follows_stop(at) || follows_caps(at);
    });
    if (found == std::end(openers)) return false;
    // "Lưu: VT, KT. TM. ỦY BAN NHÂN DÂN"
    if (found->folded.ends_with(". ") &&
        authority_prefix(lower_.substr(at + found->folded.size())) != 0) {
      return false;
    }
    // An authority, or an office: the name follows.
    if (found->folded.ends_with(". ") || found->where == Where::at_signature) {
      capitals_until_ = at + longest_capitals;
    }
    // "PHẦN VIỆC CHUNG"
    if (found->folded == "phần i" || found->folded == "phần v") {
      const std::size_t numeral = at + std::string_view("phần ").size();
      const std::size_t end = std::min(printed_.find_first_not_of("IVX", numeral), printed_.size());
      if (letter_at(printed_, end) != 0) return false;
    }
    has_recipients_ = has_recipients_ || found->folded == "nơi nhận";
    if (found->folded == "kính gửi" && last_marker_ == 0) {
      if (letter_until_ == 0) letter_until_ = at + longest_addressee;
      has_addressees_ = has_addressees_ || in_header_;
    }
    if (found->folded.ends_with(')')) cut_behind(at + found->folded.size());
    if (found->folded.starts_with("phần ")) {
      last_roman_ = last_upper_ = 0;
      last_marker_ = at;
      capitals_until_ = at + longest_capitals;
      cut_part_title(at + found->folded.size());
    }
    return true;
  }

  /// "BCH ĐOÀN TNCS HỒ CHÍ MINH": whose committee it is, no title of its own.
  [[nodiscard]] bool follows_committee(std::size_t at) const {
    const std::size_t end = trim_end(printed_, 0, at);
    const std::string_view word = lower_.substr(word_before(end), end - word_before(end));
    return word == "bch" || word == "hành" || word == "ban" || word == "của";
  }

  /// The name stood beneath the mark of a signature, which ends at `at`.
  void cut_behind(std::size_t at) {
    at = trim_begin(printed_, at, printed_.size());
    if (at < printed_.size()) cut(at);
    capitals_until_ = 0;
  }

  /// "PHẦN I TÌNH HÌNH", "Phần thứ nhất TÌNH HÌNH": the title of a part stood beneath its number,
  /// within which `at` is.
  void cut_part_title(std::size_t at) {
    while (at < printed_.size() && blank_length(printed_, at) == 0) ++at;
    if (at > 0 && (printed_[at - 1] == '.' || printed_[at - 1] == ':')) return;
    at = trim_begin(printed_, at, printed_.size());
    if (at < printed_.size() && is_capital(printed_, at)) cut(at);
  }

  /// "KT. CHỦ TỊCH": the office whose place is taken.
  [[nodiscard]] bool follows_short(std::size_t at) const {
    const std::size_t end = trim_end(printed_, 0, at);
    const std::string_view word = lower_.substr(word_before(end), end - word_before(end));
    constexpr std::string_view short_words[] = {"kt.",   "tm.",  "tl.",  "q.",  "phó",
                                                "quyền", "tuq.", "tổng", "chi", "ban"};
    return std::ranges::any_of(short_words,
                               [word](std::string_view one) { return word.ends_with(one); });
  }

  /// "Kính gửi: Công ty Khí Hòa Sơn Phúc đáp Công văn số 5/CV ...": behind whom it goes to.
  bool begins_letter(std::size_t at) {
    if (at >= letter_until_ || !is_capital(printed_, at) || before(at) == ',') return false;
    const std::string_view rest = lower_.substr(at);
    const bool opens = std::ranges::any_of(letter_openings, [&](std::string_view words) {
      return rest.starts_with(words) && has_small(printed_.substr(at, words.size()));
    });
    if (opens) letter_until_ = 1;  // of this one, no more
    return opens;
  }

  /// "... năm 2031 Thực hiện Kế hoạch số 7/KH-UBND": behind the title, with the type of what it
  /// rests on.
  [[nodiscard]] bool begins_ground(std::size_t at) const {
    if ((!has_type_ && !has_addressees_) || last_marker_ != 0 || !is_capital(printed_, at)) {
      return false;
    }
    const std::string_view rest = lower_.substr(at);
    return std::ranges::any_of(ground_openings, [&](std::string_view words) {
      if (!rest.starts_with(words) || !has_small(printed_.substr(at, words.size()))) return false;
      const std::size_t next = at + words.size();
      const auto type = tokens::document_types.longest(lower_, next);
      return type && is_capital(printed_, next) &&
             has_small(printed_.substr(next, type.end - next)) &&
             (lower_.substr(type.end).starts_with(" số ") ||
              (has_addressees_ && ends_with_word(lower_.substr(0, type.end), "luật")));
    });
  }

  /// "Căn cứ ...; Ủy ban nhân dân xã xây dựng kế hoạch như sau:": the grounds end in semicolons.
  /// A further document belongs to the ground before it.
  [[nodiscard]] bool begins_clause(std::size_t at) const {
    return has_type_ && last_marker_ == 0 && before(at) == ';' && is_capital(printed_, at) &&
           !tokens::document_types.longest(lower_, at);
  }

  /// "TỈNH ỦY HÒA SƠN Số 15-KH/TU": the party writes no colon.
  [[nodiscard]] bool begins_symbol(std::size_t at) const {
    constexpr std::string_view number = "số ";
    if (has_type_ || !lower_.substr(at).starts_with(number) || !follows_caps(at)) return false;
    std::size_t end = at + number.size();
    const std::size_t digits = end;
    while (end < printed_.size() && is_digit(printed_[end])) ++end;
    return end > digits && end < printed_.size() && printed_[end] == '-';
  }

  /// "Số: 12/BYT-KCB V/v hướng dẫn ...": what a letter is about.
  [[nodiscard]] bool begins_subject(std::size_t at) const {
    return in_header_ && lower_.substr(at).starts_with("v/v");
  }

  /// "... do Bộ Y tế ban hành. BỘ Y TẾ -------": behind what a site says of the document.
  [[nodiscard]] bool begins_agency(std::size_t at) const {
    if (!in_header_ || has_type_ || !cuts_.empty() || before(at) != '.') return false;
    const std::size_t end = std::min(printed_.find("---", at), printed_.size());
    return end < printed_.size() && is_capital(printed_, at) &&
           is_caps(printed_.substr(at, end - at));
  }

  /// "1. Mục đích Giữ đất bãi ...": what the heading is about begins.
  [[nodiscard]] bool ends_name(std::size_t at) const {
    if (text_of_marker_ == 0 || !is_capital(printed_, at) || at <= text_of_marker_) return false;
    const std::size_t end = trim_end(printed_, text_of_marker_, at);
    const std::string_view name = lower_.substr(text_of_marker_, end - text_of_marker_);
    if (std::ranges::find(heading_names, name) == std::end(heading_names)) return false;
    if (begins_caps(at)) return false;  // "THỜI GIAN THỰC HIỆN"
    const std::string_view rest = lower_.substr(at);
    return std::ranges::none_of(goes_on_in_name,
                                [&](std::string_view word) { return rest.starts_with(word); });
  }

  /// The word at `at` is in capitals.
  [[nodiscard]] bool begins_caps(std::size_t at) const {
    std::size_t end = at;
    while (letter_at(printed_, end) != 0) end += letter_at(printed_, end);
    const std::string_view word = printed_.substr(at, end - at);
    return is_caps(word) || is_short_caps(word);
  }

  [[nodiscard]] static bool ends_with_word(std::string_view text, std::string_view word) {
    if (!text.ends_with(word)) return false;
    return text.size() == word.size() || !letter_before(text, text.size() - word.size());
  }

  /// "2. Trạm Y tế xã Chủ trì ...": who acts stands before.
  [[nodiscard]] bool begins_task(std::size_t at) const {
    if (text_of_marker_ == 0 || at <= text_of_marker_ ||
        at - text_of_marker_ > farthest_heading_end) {
      return false;
    }
    if (!is_capital(printed_, at) || follows_stop(at) || before(at) == ',') return false;
    const std::string_view rest = lower_.substr(at);
    const std::string_view name = lower_.substr(0, trim_end(printed_, 0, at));
    if (std::ranges::any_of(named_by_task,
                            [&](std::string_view noun) { return ends_with_word(name, noun); })) {
      return false;
    }
    const std::string_view line = printed_.substr(text_of_marker_, at - text_of_marker_);
    if (line.find_first_of(".;:") != std::string_view::npos) return false;
    return std::ranges::any_of(task_openings, [&](std::string_view words) {
      return rest.starts_with(words) && has_small(printed_.substr(at, words.size()));
    });
  }

  /// "Trường THPT Tân Lập": one word in capitals behind one that is not.
  [[nodiscard]] bool follows_abbreviation(std::size_t at) const {
    const std::size_t word = word_before(trim_end(printed_, 0, at));
    const std::size_t end = trim_end(printed_, 0, word);
    const std::size_t first = word_before(end);
    return first < end && has_small(printed_.substr(first, end - first));
  }

  /// What follows a heading in capitals, or an office: "I. MỤC ĐÍCH Kế hoạch này ...", "PHÓ GIÁM
  /// ĐỐC Nguyễn Văn A".
  bool ends_capitals(std::size_t at) {
    if (at > capitals_until_ || !follows_caps(at) || follows_abbreviation(at)) return false;
    std::size_t begin = at;  // a quotation may follow: "KHẨU HIỆU "Hòa Sơn xanh""
    if (before(at) != ':') {
      if (printed_[at] == '"') ++begin;
      if (printed_.substr(at).starts_with("“")) begin += std::string_view("“").size();
    }
    if (begin >= printed_.size() || !is_capital(printed_, begin)) return false;
    std::size_t end = begin;
    while (letter_at(printed_, end) != 0) end += letter_at(printed_, end);
    const std::string_view word = printed_.substr(begin, end - begin);
    // "CHỦ ĐỀ, KHẨU HIỆU", "PHẦN I TÌNH HÌNH"; another letter alone may begin a sentence: "Ở các
    // thôn ..."
    constexpr std::string_view numerals = "IVX";
    const bool alone = letter_at(word, letter_at(word, 0)) == 0;
    if (is_caps(word) ||
        (alone ? numerals.find(word.front()) != std::string_view::npos : is_short_caps(word))) {
      return false;
    }
    capitals_until_ = 0;
    return true;
  }

  /// "KẾ HOẠCH" behind the date, and what it is about behind that.
  bool begins_type(std::size_t at) {
    if (!is_capital(printed_, at) || follows_caps(at)) return false;
    const auto type = tokens::document_types.longest(lower_, at);
    if (!type || type.row->use != tokens::TypeUse::title) return false;
    if (!is_caps(printed_.substr(at, type.end - at))) return false;
    const std::size_t next = trim_begin(printed_, type.end, printed_.size());
    if (next < printed_.size()) cut(next);
    capitals_until_ = at + longest_capitals;  // the title
    if (!has_type_) list_issuers(at);
    has_type_ = true;
    decides_ = type.row->code == "QĐ" || type.row->code == "NQ" || type.row->code == "NĐ" ||
               type.row->code == "TT" || type.row->code == "CT";
    return true;
  }

  /// "... CỦA CẤP TỈNH BỘ TRƯỞNG BỘ XÂY DỰNG Căn cứ ...": in capitals from there to the grounds.
  bool begins_authority(std::size_t at) {
    if (!decides_ || last_marker_ != 0 || !is_capital(printed_, at) || !follows_caps(at)) {
      return false;
    }
    const std::string_view rest = lower_.substr(at);
    if (std::ranges::none_of(
            deciding, [&](const DecidingRow& row) { return rest.starts_with(row.folded); })) {
      return false;
    }
    const std::size_t last = trim_end(printed_, 0, at);
    const std::size_t word = word_before(last);
    const std::string_view before = lower_.substr(word, last - word);
    if (std::ranges::any_of(names_body,
                            [&](const DecidingRow& row) { return before == row.folded; })) {
      return false;
    }
    constexpr std::size_t longest_authority = 160;  // bytes
    std::size_t grounds = rest.substr(0, longest_authority).find(" căn cứ ");
    if (grounds == std::string_view::npos) return false;
    grounds += at;
    if (!is_caps(printed_.substr(at, grounds - at))) return false;
    decides_ = false;
    return true;
  }

  /// "I. MỤC ĐÍCH", "1. Mục đích", "2.1. ...", "Điều 5."
  bool begins_number(std::size_t at) {
    std::size_t end = at;
    if (lower_.substr(at).starts_with("điều ") && is_capital(printed_, at)) {
      end = trim_begin(printed_, at + std::string_view("điều ").size(), printed_.size());
    }
    const bool article = end != at;
    const std::size_t digits = end;
    if (follows_division(at)) return false;
    const bool roman =
        !article && (printed_[end] == 'I' || printed_[end] == 'V' || printed_[end] == 'X');
    constexpr std::size_t longest = 6;
    while (end < printed_.size() && end - digits <= longest &&
           (roman ? printed_[end] == 'I' || printed_[end] == 'V' || printed_[end] == 'X'
                  : is_digit(printed_[end]) ||
                        (printed_[end] == '.' && end > digits && end + 1 < printed_.size() &&
                         is_digit(printed_[end + 1])))) {
      ++end;
    }
    if (end == digits || end - digits > longest || end >= printed_.size()) return false;
    const char sign = printed_[end];
    if (sign != '.' && sign != '/' && sign != ')' && sign != '-') return false;
    const std::size_t next = trim_begin(printed_, end + 1, printed_.size());
    if (next >= printed_.size()) return false;
    const bool share =
        !roman && !article && next > end + 1 && counts_share(next) && follows_stop(at);
    if (!is_capital(printed_, next) && !share) return false;
    const bool symbol = !roman && next == end + 1 && (sign == '/' || sign == '-');
    if (symbol) return false;  // "7/KH-UBND"
    if (article) {
      has_article_ = has_article_ || sign == '.';
      return sign == '.';
    }
    const std::string_view first = printed_.substr(next, word_behind(next) - next);
    const bool heads_caps = first.size() > 2 && is_caps(first);
    const bool near = last_marker_ != 0 && at - last_marker_ < farthest_heading_end;
    // "... năm 2031 I. Kết quả": headings in small letters count in their order.
    const auto value = roman ? roman_value(lower_.substr(digits, end - digits)) : std::nullopt;
    const bool in_order = value && *value == last_roman_ + 1 &&
                          (*value > 1 || (has_type_ && last_roman_ == 0)) && sign != ')';
    const auto number = roman || end - digits > 2 ? std::nullopt : plain_number(digits, end);
    const bool next_number =
        number && last_number_ != 0 && *number == last_number_ + 1 && sign == '.' && next > end + 1;
    const bool counts = roman ? heads_caps || follows_stop(at) || in_order
                              : follows_caps(at) || (!names_number(at) &&
                                                     (follows_stop(at) || near || next_number));
    if (counts && number) last_number_ = *number;
    if (counts && roman) last_number_ = 0;
    if (counts) {
      last_marker_ = at;
      text_of_marker_ = next;
      last_letter_ = 0;
    }
    if (counts && value) last_roman_ = *value;
    if (counts && heads_caps) capitals_until_ = at + longest_capitals;
    return counts;
  }

  [[nodiscard]] std::optional<std::uint16_t> plain_number(std::size_t begin,
                                                          std::size_t end) const {
    std::uint16_t value = 0;
    for (std::size_t at = begin; at < end; ++at) {
      if (!is_digit(printed_[at])) return std::nullopt;
      value = static_cast<std::uint16_t>(value * 10 + (printed_[at] - '0'));
    }
    return value;
  }

  /// "khoản 5. Các xã ...": the number belongs to the word before it.
  [[nodiscard]] bool names_number(std::size_t at) const {
    constexpr std::string_view words[] = {
        "khoản", "điểm",  "số",   "bước", "quý",  "tháng", "lớp",  "quận", "phường", "tổ",   "khu",
        "thứ",   "năm",   "ngày", "đợt",  "cấp",  "hạng",  "loại", "mức",  "giờ",    "từ",   "đến",
        "và",    "-",     "–",    "đoạn", "thôn", "ấp",    "xóm",  "kỳ",   "án",     "lần",  "vòng",
        "nhóm",  "khối",  "bản",  "mẫu",  "biểu", "tuần",  "phụ",  "lục",  "khóa",   "hình", "bảng",
        "tập",   "trang", "kênh", "đội",  "ban",  "cụm",   "tuyến"};
    const std::size_t end = trim_end(printed_, 0, at);
    const std::string_view word = lower_.substr(word_before(end), end - word_before(end));
    return std::ranges::find(words, word) != std::end(words);
  }

  /// "PHẦN I. ...": the number is that of the part.
  [[nodiscard]] bool follows_division(std::size_t at) const {
    const std::size_t end = trim_end(printed_, 0, at);
    const std::string_view word = lower_.substr(word_before(end), end - word_before(end));
    return word == "phần" || word == "chương" || word == "mục" || word == "điều";
  }

  /// "... tại Hà Nội Trường Đại học Hòa An thông báo": behind the title a sentence begins with who
  /// stands in the header.
  bool names_issuer(std::size_t at) {
    constexpr std::string_view of_name[] = {"của", "tại", "ở",    "cho",   "do",    "với", "và",
                                            "về",  "các", "giữa", "trong", "thuộc", "bởi"};
    constexpr std::string_view acts[] = {" ban hành",   " thông báo", " xây dựng", " tổ chức",
                                         " triển khai", " lập ",      " đề nghị",  " phối hợp"};
    constexpr std::string_view begins_grounds[] = {"căn cứ", "thực hiện", "theo", "xét"};
    constexpr std::size_t farthest = 24;  // bytes from the name to what it does
    if (!has_type_ || last_marker_ != 0 || issuers_.empty() || !is_capital(printed_, at))
      return false;
    // "Căn cứ Quyết định số 5/QĐ-UBND Ủy ban nhân dân xã ban hành năm 2030 ..."
    const std::string_view line =
        lower_.substr(std::min(last_cut_, at), at - std::min(last_cut_, at));
    if (std::ranges::any_of(begins_grounds,
                            [&](std::string_view words) { return line.starts_with(words); })) {
      return false;
    }
    const std::size_t before = trim_end(printed_, 0, at);
    const std::string_view word = lower_.substr(word_before(before), before - word_before(before));
    if (std::ranges::find(of_name, word) != std::end(of_name)) return false;
    const auto named = std::ranges::find_if(issuers_, [&](const std::string& name) {
      return has_small(printed_.substr(at, name.size())) &&
             language::place_tones(std::string(lower_.substr(at, name.size()))) == name;
    });
    if (named == issuers_.end()) return false;
    const std::string_view rest =
        lower_.substr(std::min(at + named->size(), lower_.size()), farthest);
    const bool acts_here = std::ranges::any_of(
        acts, [&](std::string_view act) { return rest.find(act) != std::string_view::npos; });
    if (acts_here) issuers_.clear();
    return acts_here;
  }

  /// The names that the lines of the header end with: of the last three words of each, and more.
  void list_issuers(std::size_t type) {
    constexpr std::size_t shortest = 12;  // bytes
    constexpr std::size_t fewest_words = 3;
    constexpr std::size_t most_words = 12;
    constexpr std::size_t most_names = 32;
    std::vector<std::size_t> lines = cuts_;
    lines.push_back(type);
    std::ranges::sort(lines);
    std::size_t begin = 0;
    for (const std::size_t end : lines) {
      if (end > type || issuers_.size() >= most_names) break;
      if (lower_.substr(begin).starts_with("cộng h")) {  // the national title
        begin = end;
        continue;
      }
      const std::size_t last = trim_end(printed_, begin, end);
      const bool caps = is_caps(printed_.substr(begin, last - begin));
      std::size_t first = last;
      for (std::size_t words = 1; caps && first > begin && words <= most_words; ++words) {
        first = word_before(trim_end(printed_, begin, first));
        if (first < begin) break;
        if (words < fewest_words || last - first < shortest) continue;
        issuers_.push_back(language::place_tones(std::string(lower_.substr(first, last - first))));
      }
      begin = end;
    }
  }

  /// "A. QUAN ĐIỂM", in their order.
  bool begins_division(std::size_t at) {
    if (printed_[at] < 'A' || printed_[at] > 'H' || at + 2 >= printed_.size() || !has_type_)
      return false;
    const char sign = printed_[at + 1];
    if (sign != '.' && sign != '/' && sign != '-') return false;
    const std::size_t next = trim_begin(printed_, at + 2, printed_.size());
    const std::string_view first = printed_.substr(next, word_behind(next) - next);
    if (first.size() < 2 || (!is_caps(first) && !is_short_caps(first))) return false;
    const auto value = letter_value(lower_.substr(at, 1));
    if (!value || *value != last_upper_ + 1) return false;
    // "hộ ông Trần Văn A. UBND xã ...", "vitamin A. ..."
    if (!follows_stop(at) && !follows_caps(at) && !is_digit(before(at))) return false;
    last_upper_ = *value;
    last_roman_ = last_letter_ = 0;
    last_marker_ = at;
    text_of_marker_ = next;
    capitals_until_ = at + longest_capitals;
    return true;
  }

  /// "Bước 1: ...", "Giai đoạn 2: ..." behind a sentence or a heading.
  [[nodiscard]] bool begins_step(std::size_t at) const {
    constexpr std::string_view steps[] = {"bước ", "giai đoạn ", "đợt "};
    const bool near = last_marker_ != 0 && at - last_marker_ < farthest_heading_end;
    if (!is_capital(printed_, at) || (!follows_stop(at) && !follows_caps(at) && !near))
      return false;
    if (is_in_brackets(at)) return false;
    const auto* const found = std::ranges::find_if(
        steps, [&](std::string_view step) { return lower_.substr(at).starts_with(step); });
    if (found == std::end(steps)) return false;
    const std::size_t digit = at + found->size();
    return digit + 1 < printed_.size() && is_digit(printed_[digit]) &&
           (printed_[digit + 1] == ':' || printed_[digit + 1] == '.');
  }

  /// "(Bước 1: đào hố; Bước 2: trồng)"
  [[nodiscard]] bool is_in_brackets(std::size_t at) const {
    constexpr std::size_t farthest = 160;  // bytes
    const std::size_t begin = at - std::min(at, farthest);
    const std::string_view line = printed_.substr(begin, at - begin);
    const std::size_t open = line.rfind('(');
    return open != std::string_view::npos && line.find(')', open) == std::string_view::npos;
  }

  /// "a) ...", in their order also "a. ...", "a/ ...", "a- ...".
  bool begins_point(std::size_t at) {
    const std::size_t length = letter_at(printed_, at);
    if (length == 0 || at + length + 1 >= printed_.size() || is_capital(printed_, at)) return false;
    const char sign = printed_[at + length];
    const std::size_t next = at + length + 1;
    const auto value = letter_value(lower_.substr(at, length));
    if (sign == ')') {
      if (blank_length(printed_, next) == 0 && !is_capital(printed_, next)) return false;
    } else {
      if (sign != '.' && sign != '/' && sign != '-') return false;
      if (blank_length(printed_, next) == 0 && (sign == '.' || !is_capital(printed_, next)))
        return false;
      const std::size_t text = trim_begin(printed_, next, printed_.size());
      if (!value || *value != last_letter_ + 1 || !is_capital(printed_, text)) return false;
      if (names_number(at)) return false;  // "nhóm a/ Bãi"
      if (!follows_stop(at) && at - last_marker_ > farthest_heading_end) return false;
    }
    last_letter_ = value.value_or(std::uint16_t{0});
    last_marker_ = at;
    text_of_marker_ = trim_begin(printed_, next, printed_.size());
    return true;
  }

  /// Bytes of the sign of lists at `at`, with more behind it; 0 where none stands.
  [[nodiscard]] std::size_t bullet_length(std::size_t at) const {
    constexpr std::string_view signs[] = {"-", "+", "*", "–", "•", "\xEF\x82\xB7"};
    const auto* const sign = std::ranges::find_if(
        signs, [&](std::string_view one) { return printed_.substr(at).starts_with(one); });
    return sign == std::end(signs) || at + sign->size() >= printed_.size() ? 0 : sign->size();
  }

  /// "- Phát huy ..." behind a clause, or behind the heading that it stands under.
  bool begins_bullet(std::size_t at) {
    const std::size_t behind = at + bullet_length(at);
    if (behind == at || blank_length(printed_, behind) == 0) return false;
    const std::size_t next = trim_begin(printed_, behind, printed_.size());
    if (next >= printed_.size()) return false;
    // "... (UBND) – cơ quan ...", "... (ha) * 500": other signs than a hyphen need a stop.
    const char last = before(at);
    const bool clause = last == '.' || last == ';' || last == ':';
    const bool hyphen = (printed_[at] == '-' || printed_[at] == '+') && !is_digit(printed_[next]);
    if (hyphen ? follows_stop(at) : clause) {
      item_ = next;
      return true;
    }
    if (repeats_item(next)) return true;
    if (is_digit(printed_[next])) {
      if (at - last_marker_ > farthest_heading_end) return false;
      // "18 - 20%", "40,5% - 45%", "(so với 2030) - 5%"
      if (last == '%' || last == ')') return false;
      if (is_digit(last)) return counts_share(next) && follows_year(at);
      return counts_share(next) || follows_caps(at);
    }
    if (!is_capital(printed_, next) || at - last_marker_ > farthest_heading_end) return false;
    // "I. MỤC ĐÍCH - YÊU CẦU"
    if (follows_caps(at) && is_caps(printed_.substr(next, word_behind(next) - next))) return false;
    const std::string_view behind_dash = lower_.substr(next);
    if (std::ranges::any_of(dashed_ends, [&](std::string_view end) {
          return tokens::match(behind_dash, 0, end) != tokens::npos;
        })) {
      return false;
    }
    return std::ranges::none_of(dashed_names, [&](std::string_view name) {
      const std::size_t dash = name.find(" - ") + 1;
      return at >= dash && lower_.substr(at - dash).starts_with(name);
    });
  }

  /// "- Kỹ năng đọc: 45 phút - Kỹ năng nghe: 15 phút": begins as the last item did, with two words.
  [[nodiscard]] bool repeats_item(std::size_t at) const {
    constexpr std::size_t farthest = 200;  // bytes
    if (item_ == 0 || item_ < last_marker_ || at - item_ > farthest || !is_capital(printed_, at)) {
      return false;
    }
    std::size_t end = at;
    for (int words = 0; words < 2 && end < printed_.size(); ++words) {
      end = word_behind(trim_begin(printed_, end, printed_.size()));
    }
    const std::string_view words = printed_.substr(at, end - at);
    return printed_.substr(item_).starts_with(words);
  }

  /// "MỤC TIÊU ĐẾN NĂM 2030 - ..."
  [[nodiscard]] bool follows_year(std::size_t at) const {
    const std::size_t end = trim_end(printed_, 0, at);
    const std::string_view word = printed_.substr(word_before(end), end - word_before(end));
    return word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
  }

  /// "100% hộ dân", "95 % trở lên", "85 - 90% ..."
  [[nodiscard]] bool counts_share(std::size_t at) const {
    const auto skip_number = [&] {
      while (at < printed_.size() &&
             (is_digit(printed_[at]) || printed_[at] == ',' || printed_[at] == '.')) {
        ++at;
      }
      at = trim_begin(printed_, at, printed_.size());
    };
    skip_number();
    if (at < printed_.size() && printed_[at] == '-') {
      at = trim_begin(printed_, at + 1, printed_.size());
      skip_number();
    }
    return at < printed_.size() && printed_[at] == '%';
  }

  /// "Hòa Sơn, ngày 3 tháng 4 năm 2031": a line from its first capitalised word to its year.
  void cut_place(std::size_t day) {
    constexpr int most_words = 6;
    std::size_t begin = trim_end(printed_, 0, day);
    for (int words = 0; words < most_words && begin > 0; ++words) {
      const std::size_t end = trim_end(printed_, 0, begin);
      const std::size_t word = word_before(end);
      if (word >= end || !is_capital(printed_, word) ||
          is_caps(printed_.substr(word, end - word))) {
        break;
      }
      begin = word;
    }
    if (begin > 0 && begin < trim_end(printed_, 0, day)) cut(begin);
    constexpr std::size_t longest_date = 60;
    const std::size_t year =
        lower_.substr(0, std::min(day + longest_date, lower_.size())).find("năm ", day);
    if (year == std::string_view::npos) return;
    std::size_t end = year + std::string_view("năm ").size();
    while (end < printed_.size() && is_digit(printed_[end])) ++end;
    if (end < printed_.size() && printed_[end] == '.') ++end;  // of the date
    end = trim_begin(printed_, end, printed_.size());
    if (end < printed_.size()) cut(end);
  }

  std::string_view printed_;
  std::string_view lower_;
  bool in_header_;
  bool has_addressees_ = false;
  std::size_t letter_until_ = 0;  ///< where the text of a letter may still begin on that line
  bool glued_;
  std::vector<std::pair<std::size_t, std::size_t>> quotations_;
  std::vector<std::size_t> cuts_;
  std::size_t last_cut_ = 0;
  std::size_t last_marker_ = 0;
  std::size_t text_of_marker_ = 0;    ///< where the text behind it begins
  std::size_t item_ = 0;              ///< where the text of the last item behind a stop begins
  std::uint16_t last_number_ = 0;     ///< of those with one component, beneath the last numeral
  std::uint16_t last_roman_ = 0;      ///< the value of the last Roman numeral that counts
  std::uint16_t last_letter_ = 0;     ///< of the last point beneath it
  std::uint16_t last_upper_ = 0;      ///< of the last division, "A."
  std::size_t capitals_until_ = 0;    ///< a heading in capitals, or an office, may end up to here
  std::vector<std::string> issuers_;  ///< in lower case with today's tone places
  bool has_type_ = false;
  bool has_article_ = false;
  bool has_recipients_ = false;
  bool decides_ = false;  ///< who decides may stand ahead
};

}  // namespace

bool is_unbroken(std::string_view text) {
  const std::string_view inner = text.substr(0, trim_end(text, 0, text.size()));
  if (inner.size() < longest_mean_line) return false;
  // So many breaks make the mean line short enough: most texts have them long before their end.
  std::size_t wanted = inner.size() / (longest_mean_line + 1);
  for (std::size_t at = 0; wanted > 0; --wanted) {
    at = inner.find('\n', at);
    if (at == std::string_view::npos) return true;
    ++at;
  }
  return false;
}

namespace {

/// Behind the national title, which ends at `at`, and a few signs more the motto stands: where it
/// ends; npos where it does not.
std::size_t end_of_motto(std::string_view lower, std::size_t at) {
  constexpr std::string_view motto[] = {"độc lập", "tự do", "hạnh phúc"};
  constexpr std::size_t longest_gap = 16;  // bytes between the title and the words of the motto
  for (const std::string_view words : motto) {
    const std::string_view near = lower.substr(at, longest_gap + words.size());
    const std::size_t found = near.find(words);
    if (found == std::string_view::npos || has_letter(near.substr(0, found))) {
      return std::string_view::npos;
    }
    at += found + words.size();
  }
  return at;
}

constexpr std::string_view national_title = "xã hội chủ nghĩa việt nam";

}  // namespace

bool holds_header(std::string_view printed, std::string_view lower) {
  if (printed.size() < shortest_unbroken) return false;
  constexpr std::size_t longest_column = 300;  // bytes from the motto to the number and the date
  std::size_t at = lower.find(national_title);
  if (at == std::string_view::npos || !is_caps(printed.substr(at, national_title.size()))) {
    return false;
  }
  // A rule for how documents are set out names the title, too, and goes on in its sentence.
  at = end_of_motto(lower, at + national_title.size());
  if (at == std::string_view::npos) return false;
  const std::string_view column = lower.substr(at, longest_column);
  const bool dated = column.find("ngày") != std::string_view::npos &&
                     column.find("tháng") != std::string_view::npos;
  return (dated || column.find("số:") != std::string_view::npos) &&
         printed.size() - at > shortest_unbroken / 2;
}

namespace {

/// "... như sau: “2. Các thôn ...": what another document says in several items stays whole.
bool quotes_items(std::string_view printed) {
  constexpr std::string_view marks[] = {"\"", "“"};
  for (const std::string_view mark : marks) {
    for (std::size_t at = printed.find(mark); at != std::string_view::npos;
         at = printed.find(mark, at + 1)) {
      const std::string_view rest = printed.substr(at + mark.size());
      const std::size_t sign = rest.find_first_not_of("0123456789");
      const bool number = sign != 0 && sign != std::string_view::npos && rest[sign] == '.';
      if (number || rest.starts_with("Điều ") || (rest.size() > 1 && rest[1] == ')')) return true;
    }
  }
  return false;
}

/// Whether a row that begins with a marker goes on with others of two levels, each counted on or
/// opened behind the end of a clause: "2. Mục tiêu a) Đến năm 2025: - Lập 15 hợp tác xã. - ... b)
/// Đến năm 2030: ...". Lists within a sentence have one level.
bool holds_levels(std::string_view printed, std::string_view lower) {
  constexpr std::size_t fewest = 2;
  const std::size_t first = trim_begin(printed, 0, printed.size());
  const auto own = find_marker(printed.substr(first), lower.substr(first));
  if (!own || own->is_bullet() || quotes_items(printed)) return false;
  // Up to here a heading in capitals goes: behind it numbers begin without the end of a clause.
  std::size_t capitals_end = first;
  while (capitals_end < printed.size() && !is_small(printed, capitals_end)) {
    capitals_end += language::code_point_length(printed[capitals_end]);
  }
  std::size_t dashes = 0;
  std::size_t letters = 0;
  std::size_t numbers = own->kind == NodeKind::decimal ? 1 : 0;
  std::size_t numerals = 0;
  std::uint16_t last_letter = own->kind == NodeKind::alpha ? own->components[0] : 0;
  std::uint16_t last_number = own->kind == NodeKind::decimal ? own->components[0] : 0;
  for (std::size_t at = printed.find(' ', first); at != std::string_view::npos;
       at = printed.find(' ', at + 1)) {
    const std::size_t begin = at + 1;
    if (begin >= printed.size() || at == 0) break;
    const char before = printed[at - 1];
    const bool behind_end = before == '.' || before == ';' || before == ':';
    const char sign = printed[begin];
    if (sign == '-' || sign == '+') {
      const bool opens = behind_end && begin + 2 < printed.size() && printed[begin + 1] == ' ' &&
                         is_capital(printed, begin + 2);
      dashes += opens ? 1 : 0;
      continue;
    }
    constexpr std::size_t longest = 12;  // bytes of a marker and the letter behind it
    const std::size_t mark = printed.substr(begin, longest).find_first_of(" .)/");
    if (mark == std::string_view::npos || printed[begin + mark] == ' ') continue;
    const auto marker = find_marker(printed.substr(begin, longest), lower.substr(begin, longest));
    if (!marker || marker->component_count != 1 || begin + marker->length >= printed.size() ||
        !is_capital(printed, begin + marker->length)) {
      continue;
    }
    const std::uint16_t value = marker->components[0];
    if (marker->kind == NodeKind::alpha && marker->delimiter == Delimiter::paren &&
        (value == 1 || value == last_letter + 1)) {
      ++letters;
      last_letter = value;
    } else if (marker->kind == NodeKind::decimal &&
               (behind_end ? value == 1 || last_number == 0 || value == last_number + 1
                           : value == 1 && begin <= capitals_end)) {
      ++numbers;
      last_number = value;
    } else if (marker->kind == NodeKind::roman && behind_end) {
      ++numerals;
    }
  }
  const bool levels[] = {dashes >= fewest, letters >= fewest, numbers >= fewest, numerals > 0,
                         own->kind == NodeKind::roman};
  return std::ranges::count(levels, true) >= 2;
}

}  // namespace

namespace {

/// "- Giữ rừng phòng hộ; - Trồng mới ...": an item with the same sign begins behind its end.
std::vector<std::size_t> find_item_breaks(std::string_view printed) {
  std::vector<std::size_t> breaks;
  const std::size_t first = trim_begin(printed, 0, printed.size());
  if (first + 2 >= printed.size() || (printed[first] != '-' && printed[first] != '+') ||
      printed[first + 1] != ' ') {
    return breaks;
  }
  if (printed.find(read::cell_separator) != std::string_view::npos) return breaks;
  const char joint[] = {';', ' ', printed[first], ' '};
  constexpr std::size_t sign = 2;  // bytes before it
  const std::string_view joins(joint, sizeof joint);
  std::size_t at = printed.find(joins, first);
  if (at == std::string_view::npos) return breaks;
  // What is quoted stays whole, and so does a list that an item announces.
  const char beneath[] = {':', ' ', printed[first], ' '};
  if (printed.find(std::string_view(beneath, sizeof beneath)) != std::string_view::npos ||
      printed.find('"') != std::string_view::npos || printed.find("“") != std::string_view::npos) {
    return breaks;
  }
  std::ptrdiff_t brackets = 0;  // open ones
  for (std::size_t from = first; at != std::string_view::npos; at = printed.find(joins, at + 1)) {
    const std::string_view item = printed.substr(from, at - from);
    brackets += std::ranges::count(item, '(') - std::ranges::count(item, ')');
    from = at;
    if (brackets <= 0 && is_capital(printed, at + joins.size())) breaks.push_back(at + sign);
  }
  return breaks;
}

}  // namespace

namespace {

/// "Căn cứ Luật ...; Căn cứ Nghị định ...;": grounds that lie in one row. What ends in a stop was
/// written as one sentence: where each ground has its line a semicolon ends it.
std::vector<std::size_t> find_ground_breaks(std::string_view printed, std::string_view lower) {
  constexpr std::string_view opening = "căn cứ ";
  constexpr std::string_view next = "; Căn cứ ";
  std::vector<std::size_t> breaks;
  if (!lower.starts_with(opening) || printed.ends_with('.')) return breaks;
  for (std::size_t at = printed.find(next); at != std::string_view::npos;
       at = printed.find(next, at + 1)) {
    breaks.push_back(at + std::string_view("; ").size());
  }
  return breaks;
}

/// "KẾ HOẠCH TRỒNG CÂY (Ban hành kèm theo Quyết định ...)": the remark beneath a title.
std::vector<std::size_t> find_remark_break(std::string_view printed, std::string_view lower) {
  for (const std::string_view opening : remark_openings) {
    const std::size_t at = lower.find(opening);
    if (at == std::string_view::npos || at == 0) continue;
    if (is_caps(printed.substr(0, at))) return {at};
  }
  return {};
}

}  // namespace

std::vector<std::size_t> find_list_breaks(std::string_view printed, std::string_view lower) {
  constexpr std::size_t fewest_items = 3;
  constexpr std::string_view joint = " - ";
  std::vector<std::size_t> breaks = find_ground_breaks(printed, lower);
  if (breaks.empty()) breaks = find_remark_break(printed, lower);
  if (breaks.empty()) breaks = find_item_breaks(printed);
  if (!breaks.empty() || printed.size() < shortest_unbroken) return breaks;
  if (printed.find(read::cell_separator) != std::string_view::npos) return breaks;
  std::size_t items = 0;
  std::size_t joints = 0;
  for (std::size_t at = printed.find(joint); at != std::string_view::npos && at > 0;
       at = printed.find(joint, at + 1)) {
    const std::size_t dash = at + 1;
    if (!is_capital(printed, at + joint.size())) continue;
    const char before = printed[at - 1];
    const bool heading = breaks.empty() && at <= farthest_heading_end &&
                         is_caps(printed.substr(0, at)) &&
                         find_marker(printed.substr(0, at), lower.substr(0, at)).has_value();
    if (before == ';') ++items;
    if (before == ';' || before == '.' || before == ':') ++joints;
    if (before == ';' || (breaks.empty() && (before == ':' || heading))) breaks.push_back(dash);
  }
  // A whole document lies in the row where the national title does.
  const bool whole = joints >= fewest_items && lower.find(national_title) != std::string_view::npos;
  if (whole || holds_levels(printed, lower)) return find_lost_breaks(printed, lower);
  if (items < fewest_items) breaks.clear();
  return breaks;
}

namespace {

/// Nothing stands over a header but what a site or an agency says: no part of a text.
bool is_text_row(std::string_view printed, std::string_view lower) {
  const std::size_t first = trim_begin(printed, 0, printed.size());
  if (first == printed.size()) return false;
  return lower.substr(first).starts_with("căn cứ ") ||
         lower.substr(first).starts_with("nơi nhận") ||
         find_marker(printed.substr(first), lower.substr(first)).has_value();
}

/// A row of the number, or of the place and the date, and of no table.
bool is_number_row(std::string_view printed, std::string_view lower) {
  constexpr std::size_t longest_place = 60;  // bytes before "tháng"
  const std::size_t first = trim_begin(printed, 0, printed.size());
  if (printed.find(read::cell_separator) != std::string_view::npos) return false;
  const std::string_view row = lower.substr(first);
  const std::size_t day = row.substr(0, longest_place).find(", ngày ");
  return row.starts_with("số:") || row.starts_with("số ") ||
         (day != std::string_view::npos &&
          row.substr(day, longest_place).find("tháng") != std::string_view::npos);
}

}  // namespace

TextSpan find_flat_header(std::string_view printed, std::string_view lower) {
  constexpr std::size_t farthest = 4000;  // bytes to the national title
  const std::size_t title = lower.substr(0, farthest).find(national_title);
  if (title == std::string_view::npos) return {};
  const std::size_t name_end = title + national_title.size();
  const std::size_t motto_end = end_of_motto(lower, name_end);
  if (motto_end == std::string_view::npos || !is_caps(printed.substr(title, name_end - title)) ||
      !printed.substr(name_end).starts_with(' ') || !is_capital(printed, name_end + 1)) {
    return {};
  }
  const auto row_end = [printed](std::size_t at) {
    return std::min(printed.find('\n', at), printed.size());
  };
  // Behind the motto a row goes on that holds more than a header.
  if (has_letter(printed.substr(motto_end, row_end(motto_end) - motto_end))) return {};
  std::size_t begin = 0;  // of the last row over the title that is not empty
  for (std::size_t row = 0; row_end(row) < title; row = row_end(row) + 1) {
    const std::size_t size = row_end(row) - row;
    if (is_text_row(printed.substr(row, size), lower.substr(row, size))) return {};
    if (trim_begin(printed, row, row + size) < row + size) begin = row;
  }
  std::size_t end = row_end(motto_end);
  for (std::size_t row = end + 1; row < printed.size(); row = row_end(row) + 1) {
    const std::size_t size = row_end(row) - row;
    if (trim_begin(printed, row, row + size) == row + size) continue;
    if (!is_number_row(printed.substr(row, size), lower.substr(row, size))) break;
    end = row + size;
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::vector<std::size_t> find_header_breaks(std::string_view printed, std::string_view lower) {
  return BreakFinder(printed, lower, RowOf::header).run();
}

std::vector<std::size_t> find_lost_breaks(std::string_view printed, std::string_view lower) {
  return BreakFinder(printed, lower, RowOf::text).run();
}

}  // namespace vanban::outline

#include "outline/unbroken.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "outline/characters.hpp"
#include "outline/marker.hpp"
#include "read/source_text.hpp"
#include "tokens/document_types.hpp"
#include "tokens/fold.hpp"

namespace vanban::outline {
namespace {

constexpr std::size_t longest_mean_line = 1200;  // bytes
constexpr std::size_t shortest_unbroken = 600;   // bytes of a line with a header in it
constexpr std::size_t longest_capitals = 400;
constexpr std::size_t farthest_heading_end = 90;  // bytes from its marker to the dash behind it

enum class Where : unsigned char {
  anywhere,     ///< the phrase begins a line wherever it stands
  after_stop,   ///< behind a full stop, semicolon, colon, or capitals
  after_title,  ///< there, and between the type and the first number of the outline
};

struct OpenerRow {
  std::string_view folded;
  bool caps = false;  ///< printed in capitals; else with one at its start
  Where where = Where::anywhere;
};

// clang-format off
constexpr OpenerRow openers[] = {
    {"cộng hòa xã hội", true}, {"cộng hoà xã hội", true}, {"độc lập - tự do"},
    {"độc lập – tự do"}, {"độc lập", false, Where::after_stop},
    {"số:"}, {"kính gửi"}, {"nơi nhận"}, {"trên đây là"},
    {"căn cứ ", false, Where::after_title}, {"xét đề nghị", false, Where::after_title},
    {"theo đề nghị", false, Where::after_stop}, {"thực hiện ", false, Where::after_stop},
    {"để ", false, Where::after_stop}, {"nhằm ", false, Where::after_stop},
    {"tm. ", true}, {"kt. ", true}, {"tl. ", true}, {"tuq. ", true}, {"t/m", true},
    {"phụ lục", true}, {"phần thứ ", true}, {"phần thứ ", false, Where::after_stop},
};

/// Who decides stands between the title and the grounds.
struct DecidingRow {
  std::string_view folded;
  std::string_view example;
};
constexpr DecidingRow deciding[] = {
    {"bộ trưởng ", "BỘ TRƯỞNG BỘ Y TẾ"}, {"chủ tịch ", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"},
    {"chủ nhiệm ", "CHỦ NHIỆM ỦY BAN"}, {"giám đốc ", "GIÁM ĐỐC SỞ XÂY DỰNG"},
    {"thủ tướng ", "THỦ TƯỚNG CHÍNH PHỦ"}, {"tổng giám đốc ", "TỔNG GIÁM ĐỐC"},
    {"tổng cục trưởng ", "TỔNG CỤC TRƯỞNG"}, {"cục trưởng ", "CỤC TRƯỞNG CỤC THUẾ"},
    {"ủy ban nhân dân ", "ỦY BAN NHÂN DÂN TỈNH"}, {"uỷ ban nhân dân ", "UỶ BAN NHÂN DÂN TỈNH"},
    {"hội đồng nhân dân ", "HỘI ĐỒNG NHÂN DÂN TỈNH"},
};
/// Behind these a title names a body.
constexpr DecidingRow names_body[] = {
    {"của", "CỦA BỘ TRƯỞNG"}, {"do", "DO CHỦ TỊCH"}, {"với", "ĐỐI VỚI ỦY BAN NHÂN DÂN"},
    {"phó", "PHÓ GIÁM ĐỐC"}, {"và", "VÀ ỦY BAN NHÂN DÂN"}, {"cho", "CHO GIÁM ĐỐC"},
    {"các", "CÁC ỦY BAN NHÂN DÂN"}, {"quyền", "QUYỀN CHỦ TỊCH"}, {"tổng", "TỔNG GIÁM ĐỐC"},
    {"danh", "CHỨC DANH CHỦ TỊCH"}, {"tại", "TẠI ỦY BAN NHÂN DÂN"}, {"vụ", "CHỨC VỤ GIÁM ĐỐC"},
};

[[nodiscard]] bool has_small(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += language::code_point_length(text[at])) {
    if (letter_at(text, at) != 0 && !is_capital(text, at)) return true;
  }
  return false;
}

/// Names with a dash in them, whatever stands before.
constexpr std::string_view dashed_names[] = {
    "thi đua - khen thưởng", "phát thanh - truyền hình", "văn hóa - xã hội", "kinh tế - xã hội",
    "văn hoá - xã hội", "lao động - thương binh", "độc lập - tự do", "tự do - hạnh phúc",
    "quốc phòng - an ninh", "chính trị - xã hội", "kế hoạch - tài chính", "tài chính - kế hoạch",
};
// clang-format on

class BreakFinder {
 public:
  BreakFinder(std::string_view printed, std::string_view lower)
      : printed_(printed), lower_(lower) {}

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
          at += language::code_point_length(printed_[at]);
        }
      }
    }
    std::ranges::sort(cuts_);
    cuts_.erase(std::unique(cuts_.begin(), cuts_.end()), cuts_.end());
    return std::move(cuts_);
  }

 private:
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

  /// Where the word begins that ends at `end`; blanks may be of several bytes.
  [[nodiscard]] std::size_t word_before(std::size_t end) const {
    while (end > 0) {
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
    return c == '.' || c == ';' || c == ':' || c == ')' || c == '*' || c == '_';
  }

  void cut(std::size_t at) { cuts_.push_back(at); }

  void look(std::size_t at) {
    if (begins_phrase(at) || begins_type(at) || begins_authority(at) || begins_number(at) ||
        begins_point(at) || begins_bullet(at) || ends_capitals(at)) {
      cut(at);
    }
    if (lower_.substr(at).starts_with("ngày ") && before(at) == ',') cut_place(at);
  }

  bool begins_phrase(std::size_t at) {
    if (!is_capital(printed_, at)) return false;
    const auto* const found = std::ranges::find_if(openers, [&](const OpenerRow& row) {
      if (!lower_.substr(at).starts_with(row.folded)) return false;
      const bool small = has_small(printed_.substr(at, row.folded.size()));
      if (row.caps ? small : !small && row.where != Where::anywhere) return false;
      if (row.where == Where::after_title && has_type_ && last_marker_ == 0) return true;
      return row.where == Where::anywhere || follows_stop(at) || follows_caps(at);
    });
    if (found == std::end(openers)) return false;
    if (found->folded.ends_with(". ")) capitals_until_ = at + longest_capitals;  // an authority
    return true;
  }

  /// What follows a heading in capitals, or an office: "I. MỤC ĐÍCH Kế hoạch này ...", "PHÓ GIÁM
  /// ĐỐC Nguyễn Văn A".
  bool ends_capitals(std::size_t at) {
    if (at > capitals_until_ || !is_capital(printed_, at) || !follows_caps(at)) return false;
    std::size_t end = at;
    while (end < printed_.size() && blank_length(printed_, end) == 0) ++end;
    if (is_caps(printed_.substr(at, end - at))) return false;
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
    const bool roman =
        !article && (printed_[end] == 'I' || printed_[end] == 'V' || printed_[end] == 'X');
    while (end < printed_.size() &&
           (roman ? printed_[end] == 'I' || printed_[end] == 'V' || printed_[end] == 'X'
                  : is_digit(printed_[end]) ||
                        (printed_[end] == '.' && end > digits && end + 1 < printed_.size() &&
                         is_digit(printed_[end + 1])))) {
      ++end;
    }
    constexpr std::size_t longest = 6;
    if (end == digits || end - digits > longest || end >= printed_.size()) return false;
    const char sign = printed_[end];
    if (sign != '.' && sign != '/' && sign != ')' && sign != '-') return false;
    const std::size_t next = trim_begin(printed_, end + 1, printed_.size());
    if (next >= printed_.size() || !is_capital(printed_, next)) return false;
    const bool symbol = !roman && next == end + 1 && (sign == '/' || sign == '-');
    if (symbol) return false;  // "7/KH-UBND"
    if (article) {
      has_article_ = has_article_ || sign == '.';
      return sign == '.';
    }
    std::size_t word = next;
    while (word < printed_.size() && blank_length(printed_, word) == 0) ++word;
    const std::string_view first = printed_.substr(next, word - next);
    const bool heads_caps = first.size() > 2 && is_caps(first);
    const bool near = last_marker_ != 0 && at - last_marker_ < farthest_heading_end;
    // "... năm 2031 I. Kết quả": headings in small letters count in their order.
    const auto value = roman ? roman_value(lower_.substr(digits, end - digits)) : std::nullopt;
    const bool in_order = value && *value == last_roman_ + 1 &&
                          (*value > 1 || (has_type_ && last_marker_ == 0)) && sign != ')';
    const bool counts = roman ? heads_caps || follows_stop(at) || in_order
                              : follows_stop(at) || follows_caps(at) || near;
    if (counts) last_marker_ = at;
    if (counts && value) last_roman_ = *value;
    if (counts && heads_caps) capitals_until_ = at + longest_capitals;
    return counts;
  }

  /// "a) ..."
  bool begins_point(std::size_t at) {
    const std::size_t length = letter_at(printed_, at);
    if (length == 0 || at + length + 1 >= printed_.size()) return false;
    if (is_capital(printed_, at) || printed_[at + length] != ')') return false;
    if (blank_length(printed_, at + length + 1) == 0) return false;
    last_marker_ = at;
    return true;
  }

  /// "- Phát huy ..." behind a clause, or behind the heading that it stands under.
  [[nodiscard]] bool begins_bullet(std::size_t at) const {
    const char sign = printed_[at];
    if ((sign != '-' && sign != '+') || at + 1 >= printed_.size() ||
        blank_length(printed_, at + 1) == 0) {
      return false;
    }
    const std::size_t next = trim_begin(printed_, at + 1, printed_.size());
    if (next >= printed_.size() || is_digit(printed_[next])) return false;
    if (follows_stop(at)) return true;
    if (!is_capital(printed_, next) || at - last_marker_ > farthest_heading_end) return false;
    return std::ranges::none_of(dashed_names, [&](std::string_view name) {
      const std::size_t dash = name.find(" - ") + 1;
      return at >= dash && lower_.substr(at - dash).starts_with(name);
    });
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
    if (begin > 0 && begin < day) cut(begin);
    constexpr std::size_t longest_date = 60;
    const std::size_t year =
        lower_.substr(0, std::min(day + longest_date, lower_.size())).find("năm ", day);
    if (year == std::string_view::npos) return;
    std::size_t end = year + std::string_view("năm ").size();
    while (end < printed_.size() && is_digit(printed_[end])) ++end;
    end = trim_begin(printed_, end, printed_.size());
    if (end < printed_.size()) cut(end);
  }

  std::string_view printed_;
  std::string_view lower_;
  std::vector<std::size_t> cuts_;
  std::size_t last_marker_ = 0;
  std::uint16_t last_roman_ = 0;    ///< the value of the last Roman numeral that counts
  std::size_t capitals_until_ = 0;  ///< a heading in capitals, or an office, may end up to here
  bool has_type_ = false;
  bool has_article_ = false;
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

bool holds_header(std::string_view printed, std::string_view lower) {
  if (printed.size() < shortest_unbroken) return false;
  constexpr std::string_view title = "xã hội chủ nghĩa việt nam";
  constexpr std::string_view motto[] = {"độc lập", "tự do", "hạnh phúc"};
  constexpr std::size_t longest_gap = 16;      // bytes between the title and the words of the motto
  constexpr std::size_t longest_column = 300;  // bytes from the motto to the number and the date
  std::size_t at = lower.find(title);
  if (at == std::string_view::npos || !is_caps(printed.substr(at, title.size()))) return false;
  at += title.size();
  // A rule for how documents are set out names the title, too, and goes on in its sentence.
  for (const std::string_view words : motto) {
    const std::string_view near = lower.substr(at, longest_gap + words.size());
    const std::size_t found = near.find(words);
    if (found == std::string_view::npos || has_letter(near.substr(0, found))) return false;
    at += found + words.size();
  }
  const std::string_view column = lower.substr(at, longest_column);
  const bool dated = column.find("ngày") != std::string_view::npos &&
                     column.find("tháng") != std::string_view::npos;
  return (dated || column.find("số:") != std::string_view::npos) &&
         printed.size() - at > shortest_unbroken / 2;
}

std::vector<std::size_t> find_list_breaks(std::string_view printed, std::string_view lower) {
  constexpr std::size_t fewest_items = 3;
  constexpr std::string_view title = "xã hội chủ nghĩa việt nam";
  constexpr std::string_view joint = " - ";
  std::vector<std::size_t> breaks;
  if (printed.size() < shortest_unbroken) return breaks;
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
  const bool whole = joints >= fewest_items && lower.find(title) != std::string_view::npos;
  if (whole) return find_lost_breaks(printed, lower);
  if (items < fewest_items) breaks.clear();
  return breaks;
}

std::vector<std::size_t> find_lost_breaks(std::string_view printed, std::string_view lower) {
  return BreakFinder(printed, lower).run();
}

}  // namespace vanban::outline

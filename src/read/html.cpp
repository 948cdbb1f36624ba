#include "read/html.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "read/character_names.hpp"
#include "read/code_spans.hpp"

namespace vanban::read {
namespace {

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

static_assert(std::ranges::is_sorted(tag_rules, {}, &TagRule::name));

Utf8 encode(char32_t point) {
  const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0);
  const bool surrogate = point >= 0xD800 && point < 0xE000;
  const bool line_end = point == 0x2028 || point == 0x2029;
  const bool blank = point == 0xA0 || (point >= 0x2002 && point <= 0x200A);
  if (control || line_end || blank) point = ' ';
  if (surrogate || point > 0x10FFFF) point = 0xFFFD;
  return utf8_of(point);
}

}  // namespace

Tag find_tag(std::string_view text) {
  std::size_t at = 1;
  Tag tag;
  if (at < text.size() && text[at] == '/') {
    tag.closing = true;
    ++at;
  }
  std::array<char, 12> name{};
  std::size_t length = 0;
  while (at < text.size() && length < name.size() &&
         (is_ascii_letter(text[at]) || (length > 0 && is_digit(text[at])))) {
    name[length++] = lower(text[at++]);
  }
  const std::string_view spelled(name.data(), length);
  const auto* rule = std::ranges::lower_bound(tag_rules, spelled, {}, &TagRule::name);
  if (rule == tag_rules.end() || rule->name != spelled || at == text.size()) return {};
  if (text[at] != '>' && text[at] != '/' && text[at] != ' ' && text[at] != '\t') return {};
  // A quoted value may hold ">"; one that holds "<" or a line end is not worth the trouble.
  char quote = 0;
  for (; at < text.size() && text[at] != '\n' && text[at] != '<'; ++at) {
    const char c = text[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '>') {
      tag.length = at + 1;
      tag.action = rule->action;
      return tag;
    } else if (c == '"' || c == '\'') {
      quote = c;
    }
  }
  return {};
}

Utf8 resolve_reference(std::string_view reference) {
  if (reference.size() < 3 || reference.front() != '&' || reference.back() != ';') return {};
  std::string_view name = reference.substr(1, reference.size() - 2);
  if (name.front() != '#') {
    const char32_t point = named_character(name);
    return point != 0 ? encode(point) : Utf8{};
  }
  name.remove_prefix(1);
  int base = 10;
  if (!name.empty() && lower(name.front()) == 'x') {
    base = 16;
    name.remove_prefix(1);
  }
  std::uint32_t point = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), point, base);
  if (end != name.data() + name.size() || name.empty()) return {};
  return encode(error == std::errc() ? point : 0x110000);
}

unsigned first_number(std::string_view tag) {
  constexpr std::string_view type = "type=\"";
  const std::size_t kind = tag.find(type);
  if (kind != std::string_view::npos && tag.substr(kind + type.size(), 1) != "1") return 0;
  constexpr std::string_view start = "start=\"";
  const std::size_t place = tag.find(start);
  if (place == std::string_view::npos) return 1;
  unsigned number = 0;
  std::from_chars(tag.data() + place + start.size(), tag.data() + tag.size(), number);
  return number;
}

namespace {

/// Makes one line of each row of an HTML table.
class RowJoiner {
 public:
  explicit RowJoiner(std::string_view text) : text_(text), code_(text) {}

  RowsAsLines join() {
    for (std::size_t at = text_.find('<'); at != none; at = text_.find('<', at + 1)) {
      const Tag tag = find_tag(text_.substr(at));
      if (tag.length == 0 || code_.hold(at)) continue;
      look_between(tag_end_, at);
      tag_end_ = at + tag.length;
      if (tag.action == TagAction::table) {
        if (!tag.closing) ++tables_;
        if (tag.closing && tables_ > 0) --tables_;
        row_ = above_ = none;
        in_cell_ = false;
      } else if (tag.action == TagAction::cell) {
        in_cell_ = !tag.closing && row_ != none;
      } else if (tag.action == TagAction::row && tables_ > 0) {
        in_cell_ = false;
        tag.closing ? close_row(at) : open_row(at);
      }
    }
    out_.map = SourceMap(std::move(changes_));
    return std::move(out_);
  }

 private:
  static constexpr std::size_t none = std::string_view::npos;

  void open_row(std::size_t at) {
    if (above_ != none) {
      const std::size_t line_end = text_.substr(above_, at - above_).find('\n');
      if (line_end != none) join_lines(above_ + line_end + 1, at);
    }
    row_ = at;  // one within another is none: the inner table's rows are
    quote_ = quote_at(line_);
  }

  void close_row(std::size_t at) {
    if (row_ != none) join_lines(row_, at);
    above_ = tag_end_;
    row_ = none;
  }

  /// Text behind a blank line ends rows, but within a cell, a heading the tables, too: nothing that
  /// opens before and closes behind belongs together. Any text ends what may be joined to the row
  /// above.
  void look_between(std::size_t begin, std::size_t end) {
    bool begins_line = false;
    bool behind_blank_line = false;
    for (std::size_t at = begin; at < end; ++at) {
      const char c = text_[at];
      if (c == '\n') {
        behind_blank_line = behind_blank_line || begins_line;
        begins_line = true;
        line_ = at + 1;
      } else if (!is_blank(c) && !(c == '>' && begins_line)) {
        above_ = none;
        const bool is_heading = c == '#' && begins_line && heads(at, end);
        if ((behind_blank_line && !in_cell_) || is_heading) row_ = none;
        if (is_heading) {
          tables_ = 0;
          in_cell_ = false;
        }
        begins_line = false;
      }
    }
  }

  /// "## II. NỘI DUNG", but no "#2" and no "####" alone; a cell may have headings of its own.
  [[nodiscard]] bool heads(std::size_t at, std::size_t end) const {
    while (at < end && text_[at] == '#') ++at;
    if (at >= end || text_[at] != ' ') return false;
    while (at < end && (text_[at] == ' ' || text_[at] == '*')) ++at;
    if (!in_cell_) return at < end && text_[at] != '\n';
    const std::size_t numeral = at;
    while (at < end && (text_[at] == 'I' || text_[at] == 'V' || text_[at] == 'X')) ++at;
    return at > numeral && at < end && text_[at] == '.';
  }

  /// How many quotation marks the line at `at` begins with.
  [[nodiscard]] std::size_t quote_at(std::size_t at) const {
    std::size_t marks = 0;
    for (; at < text_.size() && (text_[at] == ' ' || text_[at] == '>'); ++at) {
      if (text_[at] == '>') ++marks;
    }
    return marks;
  }

  /// Blanks for the line ends of [begin, end), and for the quotation marks behind them that the
  /// row's first line has, too.
  void join_lines(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
      if (text_[at] != '\n') continue;
      put_blank(at);
      std::size_t marks = quote_;
      for (std::size_t next = at + 1; marks > 0 && next < end; ++next) {
        if (text_[next] == '>') {
          put_blank(next);
          --marks;
        } else if (text_[next] != ' ') {
          break;
        }
      }
    }
  }

  void put_blank(std::size_t at) {
    if (out_.text.empty()) out_.text = text_;
    out_.text[at] = ' ';
    const auto place = static_cast<std::uint32_t>(at);
    changes_.push_back({{place, place + 1}, {place, place + 1}});
  }

  std::string_view text_;
  CodeSpans code_;
  RowsAsLines out_;
  std::vector<SourceMap::Change> changes_;
  bool in_cell_ = false;      // a cell of the open row is open
  std::size_t tables_ = 0;    // open ones
  std::size_t row_ = none;    // begin of the open one
  std::size_t above_ = none;  // end of the row above, while nothing but tags follows it
  std::size_t tag_end_ = 0;   // of the last tag
  std::size_t line_ = 0;      // where the line of the last tag begins
  std::size_t quote_ = 0;     // quotation marks before the line on which the row begins
};

}  // namespace

RowsAsLines rows_as_lines(std::string_view text) {
  return RowJoiner(text).join();
}

}  // namespace vanban::read

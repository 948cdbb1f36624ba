#include "outline/marker.hpp"

#include <algorithm>

#include "outline/characters.hpp"
#include "outline/offices.hpp"

namespace vanban::outline {
namespace {

/// Divisions with a name. The name counts only in capitals or with a capital first letter.
struct NamedDivision {
  NodeKind kind;
  std::string_view word;     ///< folded, with the blank after it
  std::string_view example;  ///< as printed
};
// clang-format off
constexpr NamedDivision named_divisions[] = {
    {NodeKind::part, "phần ", "Phần thứ nhất"},
    {NodeKind::chapter, "chương ", "Chương II"},
    {NodeKind::section, "tiểu mục ", "Tiểu mục 2. HỒ SƠ"},
    {NodeKind::section, "mục ", "Mục 1. QUY ĐỊNH CHUNG"},
    {NodeKind::article, "điều ", "Điều 5. Tổ chức thực hiện"},
};

/// Ordinals in words, in the order of their values.
constexpr std::string_view ordinal_words[] = {"thứ nhất", "thứ hai", "thứ ba", "thứ tư", "thứ năm",
                                              "thứ sáu", "thứ bảy", "thứ tám", "thứ chín",
                                              "thứ mười"};

struct Bullet {
  NodeKind kind;
  std::string_view sign;
  char32_t code;
};
/// Signs of lists. The last ones are what Symbol and Wingdings bullets become as text.
constexpr Bullet bullets[] = {
    {NodeKind::dash, "-", U'-'}, {NodeKind::dash, "–", U'-'}, {NodeKind::dash, "—", U'-'},
    {NodeKind::dash, "~", U'-'},  // a dash to a scanner
    {NodeKind::plus, "+", U'+'}, {NodeKind::bullet, "*", U'*'}, {NodeKind::bullet, "•", U'•'},
    {NodeKind::bullet, "·", U'•'}, {NodeKind::bullet, "●", U'•'}, {NodeKind::bullet, "▪", U'▪'},
    {NodeKind::bullet, "■", U'▪'}, {NodeKind::bullet, "◦", U'◦'}, {NodeKind::bullet, "○", U'◦'},
    {NodeKind::bullet, "►", U'►'}, {NodeKind::bullet, "➢", U'►'}, {NodeKind::bullet, "❖", U'❖'},
    {NodeKind::bullet, "♦", U'❖'}, {NodeKind::bullet, "✓", U'✓'},
    {NodeKind::bullet, "✔", U'✓'}, {NodeKind::bullet, "✅", U'✓'}, {NodeKind::bullet, "☑", U'✓'},
    {NodeKind::bullet, "👉", U'→'}, {NodeKind::bullet, "🔹", U'▪'}, {NodeKind::bullet, "🔸", U'▪'},
    {NodeKind::bullet, "◆", U'❖'}, {NodeKind::bullet, "▶", U'►'}, {NodeKind::bullet, "➤", U'►'},
    {NodeKind::bullet, "⁃", U'▪'}, {NodeKind::bullet, "□", U'▪'}, {NodeKind::bullet, "⇒", U'→'},
    {NodeKind::bullet, "→", U'→'},
    {NodeKind::bullet, "\xEF\x82\xB7", U'•'}, {NodeKind::bullet, "\xEF\x82\xA7", U'▪'},
    {NodeKind::bullet, "\xEF\x83\x98", U'►'}, {NodeKind::bullet, "\xEF\x83\xBC", U'✓'},
};

/// The letters that points count in.
constexpr std::string_view point_letters[] = {"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l",
                                              "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x",
                                              "y"};
// clang-format on

/// Walks along the line; both views have the same offsets.
struct Cursor {
  std::string_view line;
  std::string_view lower;
  std::size_t at = 0;

  [[nodiscard]] bool done() const { return at >= line.size(); }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at + ahead < line.size() ? line[at + ahead] : '\0';
  }
  [[nodiscard]] bool on_blank() const { return blank_length(line, at) != 0; }
  void skip_blanks() { at = trim_begin(line, at, line.size()); }
};

/// What follows the delimiter decides whether it is one: "1.Mục đích" is, "1.5 triệu" is not.
bool text_follows(const Cursor& cursor) {
  // "III.🏮THỜI GIAN": pictures of a page stand before words.
  if (cursor.line.substr(cursor.at).starts_with("\xF0\x9F")) return true;
  return cursor.done() || cursor.on_blank() || letter_at(cursor.line, cursor.at) != 0 ||
         cursor.peek() == '"' || cursor.peek() == '(' ||
         cursor.line.substr(cursor.at).starts_with("“");
}

/// "-100% hộ dân": no item begins with a number, but with a share of something it may.
bool share_follows(Cursor cursor) {
  if (!is_digit(cursor.peek())) return false;
  while (is_digit(cursor.peek()) ||
         ((cursor.peek() == ',' || cursor.peek() == '.') && is_digit(cursor.peek(1)))) {
    ++cursor.at;
  }
  if (cursor.peek() == ' ') ++cursor.at;
  if (cursor.peek() != '%') return false;
  ++cursor.at;
  if (!cursor.on_blank()) return false;
  cursor.skip_blanks();
  return letter_at(cursor.line, cursor.at) != 0;
}

bool capital_or_blank_follows(const Cursor& cursor) {
  return cursor.done() || cursor.on_blank() || is_capital(cursor.line, cursor.at);
}

/// Takes the sign after a number or letter. A blank may stand before "." and ")" (OCR), and must
/// stand before a spaced dash: "I – MỤC ĐÍCH".
std::optional<Delimiter> take_delimiter(Cursor& cursor) {
  Cursor next = cursor;
  next.skip_blanks();
  const bool spaced = next.at != cursor.at;
  const auto accept = [&](std::size_t bytes, Delimiter delimiter, auto follows) {
    next.at += bytes;
    const bool good = follows(next);
    if (good) cursor.at = next.at;
    return good ? std::optional(delimiter) : std::nullopt;
  };
  switch (next.peek()) {
    case '.':
      if (next.peek(1) == '-') return accept(2, Delimiter::dot, capital_or_blank_follows);
      if (next.peek(1) == ')') return accept(2, Delimiter::paren, text_follows);
      return accept(1, Delimiter::dot, text_follows);
    case ')':
      return accept(1, Delimiter::paren, [](const Cursor& behind) {
        return text_follows(behind) || share_follows(behind);
      });
    case '/':
      if (!spaced && (next.peek(1) == '-' || next.peek(1) == '.')) {
        return accept(2, Delimiter::slash, capital_or_blank_follows);
      }
      return spaced ? std::nullopt : accept(1, Delimiter::slash, capital_or_blank_follows);
    case ':': return spaced ? std::nullopt : accept(1, Delimiter::colon, text_follows);
    case '-': return accept(1, Delimiter::dash, capital_or_blank_follows);
    default:
      if (next.line.substr(next.at).starts_with("–")) {
        return accept(3, Delimiter::dash, capital_or_blank_follows);
      }
      return std::nullopt;
  }
}

Marker finish(const Cursor& cursor, Marker marker, std::size_t label_begin, std::size_t label_end) {
  marker.printed = cursor.line.substr(0, cursor.at);
  marker.label = cursor.line.substr(label_begin, label_end - label_begin);
  marker.length = trim_begin(cursor.line, cursor.at, cursor.line.size());
  return marker;
}

/// One to three digits. A later component is never written with three ("5.000").
std::optional<std::uint16_t> take_number(Cursor& cursor, std::size_t max_digits) {
  std::size_t digits = 0;
  std::uint16_t value = 0;
  while (is_digit(cursor.peek(digits))) {
    if (digits == max_digits) return std::nullopt;
    value = static_cast<std::uint16_t>(value * 10 + (cursor.peek(digits) - '0'));
    ++digits;
  }
  if (digits == 0) return std::nullopt;
  cursor.at += digits;
  return value;
}

/// "Thay 120 bình ...": a word in small letters but for the first, where a symbol has capitals.
bool begins_sentence(const Cursor& cursor) {
  std::size_t at = cursor.at;
  if (!is_capital(cursor.line, at)) return false;
  std::size_t letters = 0;
  for (; is_small(cursor.line, at) || letters == 0; ++letters) at += letter_at(cursor.line, at);
  return letters > 1 && blank_length(cursor.line, at) != 0;
}

std::optional<Marker> take_decimal(Cursor cursor) {
  Marker marker;
  marker.kind = NodeKind::decimal;
  const auto first = take_number(cursor, 3);
  if (!first) return std::nullopt;
  marker.components[marker.component_count++] = *first;
  // "5.100% số hộ": nobody writes so much of a share.
  constexpr std::string_view all_of_them = ".100%";
  if (cursor.line.substr(cursor.at).starts_with(all_of_them)) {
    const std::size_t label_end = cursor.at++;
    marker.delimiter = Delimiter::dot;
    return finish(cursor, marker, 0, label_end);
  }
  while (cursor.peek() == '.' && is_digit(cursor.peek(1)) &&
         marker.component_count < Marker::max_components) {
    Cursor next = cursor;
    ++next.at;
    const auto component = take_number(next, 2);
    if (!component) return std::nullopt;
    marker.components[marker.component_count++] = *component;
    cursor = next;
  }
  if (is_digit(cursor.peek())) return std::nullopt;
  const std::size_t label_end = cursor.at;
  const auto delimiter = take_delimiter(cursor);
  // "03/NQ-CP" is the number of a document.
  const bool is_symbol = delimiter == Delimiter::slash && !cursor.done() && !cursor.on_blank() &&
                         !begins_sentence(cursor);
  if (delimiter && *delimiter != Delimiter::colon && !is_symbol) {
    marker.delimiter = marker.component_count > 1 ? Delimiter::dot : *delimiter;
    return finish(cursor, marker, 0, label_end);
  }
  // "1.1 Danh hiệu": two components need no delimiter, but a capital after a blank.
  Cursor next = cursor;
  next.skip_blanks();
  if (marker.component_count < 2 || next.at == cursor.at || !is_capital(next.line, next.at)) {
    return std::nullopt;
  }
  marker.delimiter = Delimiter::dot;
  return finish(cursor, marker, 0, label_end);
}

/// "(1)", "(a)".
std::optional<Marker> take_enclosed(Cursor cursor) {
  if (cursor.peek() != '(') return std::nullopt;
  ++cursor.at;
  const std::size_t begin = cursor.at;
  Marker marker;
  marker.delimiter = Delimiter::enclosed;
  marker.component_count = 1;
  if (const auto number = take_number(cursor, 2)) {
    marker.kind = NodeKind::decimal;
    marker.components[0] = *number;
  } else {
    while (is_small(cursor.line, cursor.at)) cursor.at += letter_at(cursor.line, cursor.at);
    const std::string_view letters = cursor.lower.substr(begin, cursor.at - begin);
    const auto letter = letter_value(letters);
    const auto roman = roman_value(letters);
    if (!letter && !roman) return std::nullopt;
    marker.kind = NodeKind::alpha;
    marker.components[0] = roman ? *roman : *letter;
    marker.sign = roman ? U'i' : U'\0';
  }
  const std::size_t end = cursor.at;
  if (cursor.peek() != ')') return std::nullopt;
  ++cursor.at;
  if (!text_follows(cursor)) return std::nullopt;
  return finish(cursor, marker, begin, end);
}

/// "a)", "đ.", "a1)", "ii)".
std::optional<Marker> take_alpha(Cursor cursor) {
  if (!is_small(cursor.line, cursor.at)) return std::nullopt;
  // Of several letters only numerals count.
  constexpr std::string_view numerals = "ivxlc";
  if (letter_at(cursor.line, 1) != 0 && (numerals.find(cursor.line[0]) == std::string_view::npos ||
                                         numerals.find(cursor.line[1]) == std::string_view::npos)) {
    return std::nullopt;
  }
  std::size_t end = 0;
  while (is_small(cursor.line, end) && end < 8) end += letter_at(cursor.line, end);
  const std::string_view letters = cursor.lower.substr(0, end);
  Marker marker;
  marker.kind = NodeKind::alpha;
  const auto letter = letter_value(letters);
  const auto roman = roman_value(letters);
  if (!letter && !roman) return std::nullopt;
  // "i)" alone is the letter after h or the numeral 1: the sequence decides.
  marker.components[0] = letter ? *letter : *roman;
  marker.sign = letter ? U'\0' : U'i';
  if (letter && letters == "i") marker.ambiguous = true;
  marker.component_count = 1;
  cursor.at = end;
  Cursor next = cursor;
  if (next.peek() == '.') ++next.at;
  if (const auto number = is_digit(next.peek()) ? take_number(next, 2) : std::nullopt) {
    marker.components[marker.component_count++] = *number;
    cursor = next;
  }
  const std::size_t label_end = cursor.at;
  const auto delimiter = take_delimiter(cursor);
  if (!delimiter || *delimiter == Delimiter::colon) return std::nullopt;
  // "a.b" and "a.Mục" are no points: abbreviations and addresses look so.
  if (*delimiter == Delimiter::dot && !cursor.done() && !cursor.on_blank()) return std::nullopt;
  if (*delimiter == Delimiter::dash && !cursor.done() && !cursor.on_blank() &&
      !is_capital(cursor.line, cursor.at)) {
    return std::nullopt;
  }
  marker.delimiter = *delimiter;
  return finish(cursor, marker, 0, label_end);
}

/// "I.", "IV-", "A/", "I.1.".
std::optional<Marker> take_capital(Cursor cursor) {
  std::size_t end = 0;
  while (end < 10 && is_capital(cursor.line, end)) end += letter_at(cursor.line, end);
  if (end == 0 || letter_at(cursor.line, end) != 0 || is_digit(cursor.peek(end))) {
    return std::nullopt;
  }
  const std::string_view letters = cursor.lower.substr(0, end);
  const auto roman = roman_value(letters);
  const auto letter = letter_value(letters);
  if (!roman && !letter) return std::nullopt;
  cursor.at = end;
  Marker marker;
  if (roman && cursor.peek() == '.' && is_digit(cursor.peek(1))) {  // I.1.
    Cursor rest{cursor.line.substr(end + 1), cursor.lower.substr(end + 1)};
    auto inner = take_decimal(rest);
    if (!inner || inner->component_count == Marker::max_components) return std::nullopt;
    const std::string_view number = inner->label;
    marker.kind = NodeKind::decimal;
    marker.delimiter = Delimiter::dot;
    marker.components[0] = *roman;
    std::copy_n(inner->components.begin(), inner->component_count, marker.components.begin() + 1);
    marker.component_count = static_cast<std::uint8_t>(inner->component_count + 1U);
    cursor.at = end + 1 + inner->printed.size();
    return finish(cursor, marker, 0, end + 1 + number.size());
  }
  const auto delimiter = take_delimiter(cursor);
  if (!delimiter) return std::nullopt;
  marker.delimiter = *delimiter;
  marker.kind = roman ? NodeKind::roman : NodeKind::upper;
  marker.components[0] = roman ? *roman : *letter;
  marker.component_count = 1;
  marker.ambiguous = roman && letter;
  marker.letter = letter.value_or(0);
  return finish(cursor, marker, 0, end);
}

std::optional<Marker> take_bullet(const Cursor& start) {
  for (const Bullet& bullet : bullets) {
    if (!start.line.starts_with(bullet.sign)) continue;
    Cursor cursor = start;
    cursor.at += bullet.sign.size();
    // "--  Lưu": a doubled dash is layout.
    while (bullet.kind == NodeKind::dash &&
           cursor.line.substr(cursor.at).starts_with(bullet.sign)) {
      cursor.at += bullet.sign.size();
    }
    if (cursor.done()) return std::nullopt;
    // "~ 200 kg": about so much.
    if (bullet.sign == "~" &&
        is_digit(start.line[trim_begin(start.line, cursor.at, start.line.size() - 1)])) {
      return std::nullopt;
    }
    const bool glued_number = is_digit(cursor.peek()) && !share_follows(cursor);
    if ((!text_follows(cursor) && !share_follows(cursor)) || glued_number) {
      // Signs that stand nowhere but before an item need no letter after them.
      if (bullet.kind != NodeKind::bullet || bullet.code == U'*') return std::nullopt;
    }
    Marker marker;
    marker.kind = bullet.kind;
    marker.sign = bullet.code;
    Marker done = finish(cursor, marker, 0, 0);
    done.printed = start.line.substr(0, bullet.sign.size());
    return done;
  }
  return std::nullopt;
}

/// "Điều 1. - Ban hành": a dash between the number and the text says nothing.
void skip_lone_dash(Cursor& cursor) {
  Cursor next = cursor;
  next.skip_blanks();
  if (next.at == cursor.at) return;
  for (const std::string_view dash : {"-", "–"}) {
    if (!next.line.substr(next.at).starts_with(dash)) continue;
    next.at += dash.size();
    if (next.on_blank()) cursor.at = next.at;
    return;
  }
}

std::optional<Marker> take_named(const Cursor& start) {
  for (const NamedDivision& row : named_divisions) {
    if (!opens_with(start.lower, row.word) || !is_capital(start.line, 0)) continue;
    Cursor cursor = start;
    cursor.at = row.word.size();
    cursor.skip_blanks();
    const std::size_t begin = cursor.at;
    Marker marker;
    marker.kind = row.kind;
    marker.component_count = 1;
    std::uint16_t ordinal = 0;
    for (const std::string_view word : ordinal_words) {
      ++ordinal;
      if (cursor.lower.substr(begin).starts_with(word) &&
          letter_at(cursor.line, begin + word.size()) == 0) {
        cursor.at = begin + word.size();
        marker.components[0] = ordinal;
        break;
      }
    }
    if (marker.components[0] == 0) {
      if (const auto number = take_number(cursor, 3)) {
        marker.components[0] = *number;
      } else {
        while (letter_at(cursor.line, cursor.at) != 0) {
          cursor.at += letter_at(cursor.line, cursor.at);
        }
        const std::string_view letters = cursor.lower.substr(begin, cursor.at - begin);
        const auto roman = roman_value(letters);
        const auto letter = letter_value(letters);
        if ((!roman && !letter) || !is_capital(cursor.line, begin)) return std::nullopt;
        marker.components[0] = roman ? *roman : *letter;
      }
    }
    const std::size_t end = cursor.at;
    Cursor rest = cursor;
    rest.skip_blanks();
    // Without a delimiter only a line of its own or a title in capitals: "Điều 5 Luật Đất đai" is
    // a reference.
    if (const auto delimiter = take_delimiter(cursor)) {
      marker.delimiter = *delimiter;
      skip_lone_dash(cursor);
    } else if (!rest.done() &&
               (row.kind == NodeKind::article || !is_caps(rest.line.substr(rest.at)))) {
      return std::nullopt;
    }
    return finish(cursor, marker, begin, end);
  }
  return std::nullopt;
}

/// "- 1. Chủ đề", "- 2.1. Mục tiêu": ... or of one that has numbers.
std::optional<Marker> take_numbered_bullet(const Cursor& start,
                                           const std::optional<Marker>& bullet) {
  if (!bullet || bullet->kind != NodeKind::dash || bullet->length >= start.line.size() ||
      !is_digit(start.line[bullet->length])) {
    return std::nullopt;
  }
  const std::size_t begin = bullet->length;
  auto inner = take_decimal({start.line.substr(begin), start.lower.substr(begin)});
  if (!inner || inner->delimiter != Delimiter::dot) return std::nullopt;
  const Cursor text{start.line, start.lower, begin + inner->length};
  const bool apart = inner->length > inner->printed.size();
  if (!apart || (!is_capital(text.line, text.at) && !share_follows(text))) return std::nullopt;
  inner->length += begin;
  return inner;
}

/// "- a) Thời hạn sử dụng": a converter has made items of a list that has letters.
std::optional<Marker> take_lettered_bullet(const Cursor& start,
                                           const std::optional<Marker>& bullet) {
  constexpr std::size_t longest_letter = 6;  // bytes: "đ1)"
  if (!bullet || bullet->kind != NodeKind::dash || bullet->length >= start.line.size()) {
    return std::nullopt;
  }
  // Few items have a bracket so near.
  const std::size_t bracket = start.line.substr(bullet->length, longest_letter).find(')');
  if (bracket == std::string_view::npos) return std::nullopt;
  auto inner = take_alpha({start.line.substr(bullet->length), start.lower.substr(bullet->length)});
  if (!inner || inner->delimiter != Delimiter::paren || inner->sign != U'\0') return std::nullopt;
  inner->length += bullet->length;
  return inner;
}

/// "1. I. MỤC ĐÍCH": a list that an editor has numbered once more. The author's number counts.
std::optional<Marker> take_doubled(std::string_view line, std::string_view lower,
                                   const std::optional<Marker>& outer) {
  if (!outer || outer->component_count != 1 || outer->length >= line.size()) return std::nullopt;
  if (!is_capital(line, outer->length)) return std::nullopt;
  auto inner = take_capital({line.substr(outer->length), lower.substr(outer->length)});
  if (!inner || inner->kind != NodeKind::roman || inner->value() != outer->value()) {
    return std::nullopt;
  }
  inner->length += outer->length;
  if (inner->length >= line.size() || !is_caps(line.substr(inner->length))) return std::nullopt;
  return inner;
}

}  // namespace

std::optional<std::uint16_t> roman_value(std::string_view lower) {
  struct Digit {
    char letter;
    std::uint16_t value;
  };
  constexpr Digit digits[] = {{'i', 1}, {'v', 5}, {'x', 10}, {'l', 50}, {'c', 100}};
  const auto value_of = [&](char c) -> std::uint16_t {
    for (const Digit& digit : digits) {
      if (digit.letter == c) return digit.value;
    }
    return 0;
  };
  if (lower.empty() || lower.size() > 9) return std::nullopt;
  std::uint16_t total = 0;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const std::uint16_t value = value_of(lower[i]);
    if (value == 0) return std::nullopt;
    const std::uint16_t next = i + 1 < lower.size() ? value_of(lower[i + 1]) : std::uint16_t{0};
    if (value < next) {
      total = static_cast<std::uint16_t>(total + next - value);
      ++i;
    } else {
      total = static_cast<std::uint16_t>(total + value);
    }
  }
  // Only the usual spelling: write it again and compare.
  constexpr std::pair<std::uint16_t, std::string_view> steps[] = {{100, "c"}, {90, "xc"}, {50, "l"},
                                                                  {40, "xl"}, {10, "x"},  {9, "ix"},
                                                                  {5, "v"},   {4, "iv"},  {1, "i"}};
  std::string written;
  std::uint16_t rest = total;
  for (const auto& [value, word] : steps) {
    while (rest >= value) {
      written += word;
      rest = static_cast<std::uint16_t>(rest - value);
    }
  }
  return written == lower ? std::optional(total) : std::nullopt;
}

std::optional<std::uint16_t> letter_value(std::string_view lower) {
  if (lower.empty() || lower.size() > 2) return std::nullopt;  // "đ" has two bytes
  // Clerks who count in Latin letters have f and j, in the places of the letters behind them.
  const std::string_view counted = lower == "f" ? "g" : lower == "j" ? "k" : lower;
  const auto found = std::find(std::begin(point_letters), std::end(point_letters), counted);
  if (found == std::end(point_letters)) return std::nullopt;
  return static_cast<std::uint16_t>(found - std::begin(point_letters) + 1);
}

std::optional<Marker> find_marker(std::string_view line, std::string_view lower) {
  if (line.empty()) return std::nullopt;
  const Cursor start{line, lower};
  const char first = line.front();
  if (is_digit(first)) {
    auto decimal = take_decimal(start);
    if (auto roman = take_doubled(line, lower, decimal)) return roman;
    return decimal;
  }
  if (first == '(') return take_enclosed(start);
  if (is_capital(line, 0)) {
    if (auto named = take_named(start)) return named;
    // "T/M BAN THƯỜNG VỤ" signs and counts nothing.
    if (line.substr(1).starts_with('/') && authority_prefix(lower) != 0) return std::nullopt;
    return take_capital(start);
  }
  if (letter_at(line, 0) != 0) return take_alpha(start);
  auto bullet = take_bullet(start);
  if (auto lettered = take_lettered_bullet(start, bullet)) return lettered;
  if (auto numbered = take_numbered_bullet(start, bullet)) return numbered;
  return bullet;
}

bool has_numbered_bullet(std::string_view line, const Marker& marker) {
  return marker.kind == NodeKind::decimal && (line.starts_with('-') || line.starts_with("–"));
}

std::optional<Marker> find_bullet(std::string_view line, std::string_view lower) {
  return take_bullet({line, lower});
}

}  // namespace vanban::outline

#include "read/mask.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "read/characters.hpp"
#include "read/code_spans.hpp"
#include "read/html.hpp"
#include "read/source_text.hpp"

namespace vanban::read {
namespace {

/// A chunk ends at the first blank line after `soft_chunk` bytes, or at a line end after
/// `hard_chunk`: no construct that matters here goes across a blank line, and small chunks keep
/// the parser's memory small and its worst cases (nested quotes) harmless.
constexpr std::size_t soft_chunk = 8 << 10;
constexpr std::size_t hard_chunk = 32 << 10;

/// Hides a character from the parser: a letter has no meaning in Markdown, and emphasis beside it
/// works as beside the word that it hides.
constexpr char hidden = 'x';
/// Items of an HTML list that get their number: two digits.
constexpr unsigned most_numbered = 99;

constexpr std::uint32_t u32(std::size_t size) {
  return static_cast<std::uint32_t>(size);
}

bool is_blank_line(std::string_view line) {
  return std::ranges::all_of(line, is_blank);
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool consists_of(std::string_view text, std::string_view characters) {
  return text.find_first_not_of(characters) == std::string_view::npos;
}

std::size_t count(std::string_view text, char c) {
  return static_cast<std::size_t>(std::ranges::count(text, c));
}

/// Three and more of one sign make a rule ("-----", "* * *", "===" under a heading, "____"); so
/// do two stars with a blank between them, the remains of a blank in italics. "**" alone on its
/// line belongs to the lines around it.
bool is_rule(std::string_view trimmed) {
  if (trimmed.empty() || !consists_of(trimmed.substr(0, 1), "*-_=")) return false;
  const char sign = trimmed.front();
  if (!std::ranges::all_of(trimmed, [sign](char c) { return c == sign || is_blank(c); })) {
    return false;
  }
  const std::size_t signs = count(trimmed, sign);
  return signs >= 3 || (sign == '*' && signs == 2 && trimmed.size() > 2);
}

/// "```", "~~~ markdown": OCR tools wrap whole pages in fences, so what stands between is read as
/// any other text.
bool is_fence(std::string_view trimmed) {
  if (!trimmed.starts_with("```") && !trimmed.starts_with("~~~")) return false;
  const std::size_t end = std::min(trimmed.find_first_not_of(trimmed.front()), trimmed.size());
  const std::string_view info = trim(trimmed.substr(end));
  return std::ranges::all_of(info, [](char c) {
    return is_ascii_letter(c) || is_digit(c) || c == '-' || c == '+' || c == '_';
  });
}

/// "|---|:--:|", and the borders "+-----+" and "+=====+" of drawn tables.
bool is_delimiter_row(std::string_view trimmed) {
  if (!consists_of(trimmed, "|-:+= \t")) return false;
  if (count(trimmed, '|') > 0) return count(trimmed, '-') + count(trimmed, '=') > 0;
  return trimmed.starts_with('+') && count(trimmed, '-') + count(trimmed, '=') >= 3;
}

bool is_escaped(std::string_view text, std::size_t at) {
  std::size_t backslashes = 0;
  while (backslashes < at && text[at - 1 - backslashes] == '\\') ++backslashes;
  return backslashes % 2 == 1;
}

/// Counts pipes that are not escaped; a run of backslashes is counted once.
std::size_t count_pipes(std::string_view line) {
  std::size_t pipes = 0;
  bool escaped = false;
  for (const char c : line) {
    if (c == '|' && !escaped) ++pipes;
    escaped = c == '\\' && !escaped;
  }
  return pipes;
}

/// "(*)", "(1*)", "(**)": a footnote sign, never emphasis. The run is [begin, end).
bool is_footnote_sign(std::string_view line, std::size_t begin, std::size_t end) {
  constexpr std::size_t reach = 3;
  const auto inside = [](char c) { return is_digit(c) || c == '*'; };
  std::size_t left = begin;
  while (left > 0 && begin - left < reach && inside(line[left - 1])) --left;
  std::size_t right = end;
  while (right < line.size() && right - end < reach && inside(line[right])) ++right;
  return left > 0 && line[left - 1] == '(' && right < line.size() && line[right] == ')';
}

/// "3*4" is a product; stars between digits that emphasise come two by two.
bool is_product(std::string_view line, std::size_t begin, std::size_t end) {
  return end - begin == 1 && begin > 0 && is_digit(line[begin - 1]) && end < line.size() &&
         is_digit(line[end]);
}

/// What stands in "](...)" is a target only where it looks like one: "[01](một)" is text. The
/// search ends at the first sign that no target has, so that it stays linear.
bool is_link_target(std::string_view rest) {
  rest = rest.substr(0, 2048);
  rest = trim(rest.substr(0, rest.find('\n')));
  if (rest.starts_with(')') || rest.starts_with('<')) return true;
  const std::string_view target = rest.substr(0, rest.find_first_of(" )[]"));
  return target.find_first_of("/#.:") != std::string_view::npos;
}

/// "> 80%", ">= 5" at the start of a wrapped line compare; "> 1. Mục đích" is a quoted item.
bool is_comparison(std::string_view after) {
  if (after.starts_with('=')) return true;
  if (after.starts_with(' ')) after.remove_prefix(1);
  const std::size_t digits = std::min(after.find_first_not_of("0123456789"), after.size());
  if (digits == 0) return false;
  const std::string_view rest = after.substr(digits, 2);
  return !(rest.size() == 2 && (rest[0] == '.' || rest[0] == ')') && is_blank(rest[1]));
}

/// "UBND tỉnh<sup>1</sup>" refers to a note, "m<sup>2</sup>" does not.
bool is_footnote_mark(std::string_view before, std::string_view after) {
  const std::size_t digits = std::min(after.find_first_not_of("0123456789"), after.size());
  if (digits == 0 || digits > 3 || !after.substr(digits).starts_with("</sup>")) return false;
  if (!before.ends_with('m')) return true;
  before.remove_suffix(1);
  if (!before.empty() && consists_of(before.substr(before.size() - 1), "kdcm")) {
    before.remove_suffix(1);
  }
  return !before.empty() && is_word_byte(before.back()) && !is_digit(before.back());
}

/// The bytes that `mask_inside` looks at; all others are skipped fast.
constexpr auto is_special = [] {
  std::array<bool, 256> table{};
  for (const char c : {'*', '_', '~', '<', ']', '`'}) table[static_cast<unsigned char>(c)] = true;
  for (unsigned c = 0; c < 0x20; ++c) table[c] = c != '\t';
  return table;
}();

}  // namespace

void Masker::find_lines(MaskedChunk& chunk) {
  chunk.lines.clear();
  const char* const base = whole_.data() + at_;
  std::size_t at = at_;
  while (at < whole_.size()) {
    const auto* feed =
        static_cast<const char*>(std::memchr(whole_.data() + at, '\n', whole_.size() - at));
    const std::size_t end =
        feed == nullptr ? whole_.size() : static_cast<std::size_t>(feed - whole_.data());
    chunk.lines.push_back({u32(at - at_), u32(end - at_), LineKind::text, false});
    const std::string_view line = whole_.substr(at, end - at);
    at = std::min(end + 1, whole_.size());
    const std::size_t size = at - at_;
    if (size >= hard_chunk || (size >= soft_chunk && is_blank_line(line))) break;
  }
  chunk.source = {base, at - at_};
}

/// A delimiter row makes a table of the line above it and of the lines with pipes below; a line
/// that begins with a pipe and has another one is a row even without (a table that goes on after
/// a page break loses its head). A row of empty cells has as many pipes as the row above it; fewer
/// are what a flattened table has left.
void Masker::mark_tables(MaskedChunk& chunk) {
  MaskedLine* above = nullptr;
  for (MaskedLine& line : chunk.lines) {
    const std::string_view text = chunk.source.substr(line.begin, line.end - line.begin);
    const std::string_view trimmed = trim(text);
    const std::size_t pipes = count_pipes(trimmed);
    if (is_fence(trimmed) || is_rule(trimmed)) {
      line.kind = LineKind::blanked;
      in_table_ = false;
    } else if (is_delimiter_row(trimmed)) {
      line.kind = LineKind::blanked;
      line.grid = trimmed.front() == '+' && trimmed.back() == '+';
      if (!in_table_ && above != nullptr && pipes > 0) above->kind = LineKind::row;
      in_table_ = true;
    } else if (in_table_ && pipes > 1 && pipes == row_pipes_ && consists_of(trimmed, "| \t")) {
      line.kind = LineKind::row;
    } else if (pipes > 0 && consists_of(trimmed, "| \t")) {
      line.kind = LineKind::blanked;
      line.pipes = static_cast<std::uint8_t>(std::min<std::size_t>(pipes, 255));
      in_table_ = in_table_ && pipes > 1;
    } else if (pipes > 0 && (in_table_ || (trimmed.front() == '|' && pipes > 1))) {
      line.kind = LineKind::row;
      in_table_ = true;
    } else {
      in_table_ = false;
    }
    above = pipes > 0 && line.kind == LineKind::text ? &line : nullptr;
    if (above != nullptr || line.kind == LineKind::row) row_pipes_ = pipes;
  }
}

/// The pipes of a row, with the blanks around them, become cell separators; those at its ends,
/// and a pipe that begins any other line (half of a flattened table), become nothing.
void Masker::mask_pipes(MaskedChunk& chunk, const MaskedLine& line) {
  const std::string_view text = chunk.source.substr(line.begin, line.end - line.begin);
  constexpr std::string_view blanks = " \t\r\v\f";
  const std::size_t first = std::min(text.find_first_not_of(blanks), text.size());
  const std::size_t last = text.find_last_not_of(blanks);
  const bool is_row = line.kind == LineKind::row;
  if (first == text.size() || (!is_row && text[first] != '|')) return;
  std::size_t cut_from = 0;  // blanks before belong to no earlier replacement
  for (std::size_t at = text.find('|', first); at != std::string_view::npos;
       at = text.find('|', at + 1)) {
    const bool in_tag = chunk.mask[line.begin + at] != '|';
    if (in_tag || is_escaped(text, at)) continue;
    std::size_t begin = at;
    while (begin > std::max(first, cut_from) && is_blank(text[begin - 1])) --begin;
    std::size_t end = at + 1;
    while (end < last && is_blank(text[end])) ++end;
    cut_from = end;
    Replacement pipe{u32(line.begin + begin), u32(line.begin + end), {}, 0, true};
    if (at != first && at != last) {
      pipe.bytes[0] = cell_separator;
      pipe.size = 1;
    }
    chunk.replacements.push_back(pipe);
    if (!is_row) break;
  }
}

/// What stands at a "<": a comment, a tag, or nothing of ours. Returns where to go on.
std::uint32_t Masker::mask_angle(MaskedChunk& chunk, MaskedLine& line, std::uint32_t at) {
  const std::string_view rest = chunk.source.substr(at, line.end - at);
  if (rest.starts_with("<!--")) {
    const std::size_t place = static_cast<std::size_t>(chunk.source.data() - whole_.data()) + at;
    if (next_closing_ < place + 4)
      next_closing_ = std::min(whole_.find("-->", place + 4), whole_.size());
    // An open comment that nothing closes is text: it must not swallow the document.
    if (next_closing_ < whole_.size()) {
      comment_end_ = next_closing_ + 3;
      return at;
    }
  }
  const Tag tag = find_tag(rest);
  if (tag.length == 0) return at + 1;
  Replacement change{at, u32(at + tag.length), {}, 0, false};
  const auto put = [&change](char c) {
    change.bytes[0] = c;
    change.size = 1;
  };
  switch (tag.action) {
    case TagAction::cut:
    case TagAction::table: break;
    case TagAction::superscript:
      if (!tag.closing) {
        in_footnote_mark_ = is_footnote_mark(chunk.source.substr(line.begin, at - line.begin),
                                             rest.substr(tag.length));
      }
      if (in_footnote_mark_) put(tag.closing ? ']' : '[');
      if (tag.closing) in_footnote_mark_ = false;
      break;
    case TagAction::bold:
      if (!tag.closing) {
        if (bold_++ == 0) chunk.bold.push_back({change.end, line.end});
      } else if (bold_ > 0 && --bold_ == 0) {
        chunk.bold.back().end = at;
      }
      break;
    case TagAction::list: item_ = 0; break;
    case TagAction::numbers:
      item_ = tag.closing ? 0 : first_number(rest.substr(0, tag.length));
      break;
    case TagAction::item:
      put(line.cells ? cell_line_break : ' ');
      if (!tag.closing && line.cells && item_ != 0 && item_ <= most_numbered) {
        char* const end = std::to_chars(&change.bytes[1], &change.bytes[4], item_++).ptr;
        end[0] = '.';
        end[1] = ' ';
        change.size = static_cast<std::uint8_t>(end + 2 - change.bytes.data());
      }
      break;
    case TagAction::line_break:
      put(line.kind == LineKind::row || line.cells ? cell_line_break : ' ');
      break;
    case TagAction::row:
      if (tag.closing) {
        ++rows_;
      } else if (rows_ > 0) {
        put(row_separator);
      }
      cells_ = 0;
      break;
    case TagAction::cell:
      line.cells = line.cells || !tag.closing;
      if (!tag.closing && cells_++ > 0) put(cell_separator);
      break;
  }
  for (std::size_t i = at; i < at + tag.length; ++i) chunk.mask[i] = hidden;
  chunk.replacements.push_back(change);
  return u32(at + tag.length);
}

/// Quotation marks at the start of a line. The parser never sees them: nesting tells us nothing,
/// and takes md4c quadratic time.
void Masker::mask_quotes(MaskedChunk& chunk, const MaskedLine& line) {
  const std::string_view text = chunk.source.substr(0, line.end);
  std::uint32_t at = line.begin;
  while (at < line.end && (is_blank(text[at]) || text[at] == '>')) {
    const bool quote = text[at] == '>';
    if (quote && is_comparison(text.substr(at + 1, 24))) {
      chunk.mask[at] = hidden;
      return;
    }
    const std::uint32_t begin = at++;
    if (!quote) continue;
    if (at < line.end && text[at] == ' ') ++at;
    chunk.mask[begin] = ' ';
    chunk.cuts.push_back({begin, at});
  }
}

void Masker::mask_inside(MaskedChunk& chunk, MaskedLine& line) {
  const std::string_view text = chunk.source.substr(0, line.end);
  const auto base = static_cast<std::size_t>(chunk.source.data() - whole_.data());
  const auto run_end = [text](std::size_t at) {
    return std::min(text.find_first_not_of(text[at], at), text.size());
  };
  const auto hide = [&chunk](std::size_t begin, std::size_t end) {
    for (; begin < end; ++begin) chunk.mask[begin] = hidden;
  };
  const bool backticks_are_marks = has_backticks_as_marks(text.substr(line.begin));
  CodeSpans code(text.substr(line.begin));
  for (std::uint32_t at = line.begin; at < line.end;) {
    if (base + at < comment_end_) {
      const std::uint32_t end = u32(std::min<std::size_t>(comment_end_ - base, line.end));
      for (std::uint32_t i = at; i < end; ++i) chunk.mask[i] = ' ';
      chunk.cuts.push_back({at, end});
      at = end;
      continue;
    }
    const char c = text[at];
    if (!is_special[static_cast<unsigned char>(c)]) {
      ++at;
      continue;
    }
    if (c == '<') {
      if (code.hold(at - line.begin)) {
        ++at;
        continue;
      }
      at = mask_angle(chunk, line, at);
      continue;
    }
    std::size_t end = at + 1;
    if (c == '*' || c == '_' || c == '~') {
      end = run_end(at);
      const bool protect = c == '*'   ? is_footnote_sign(text, at, end) || is_product(text, at, end)
                           : c == '_' ? end - at >= 3   // a blank to be filled in
                                      : end - at != 2;  // an OCR bullet, "about"
      if (protect) {
        hide(at, end);
      } else if (c != '~') {
        chunk.stars.push_back(at);
      }
    } else if (c == '`') {
      if (backticks_are_marks) hide(at, end);
    } else if (c == ']') {
      // "[1]: Xã" is a footnote here, not the definition of a link that would vanish.
      const char after = end < text.size() ? text[end] : '\0';
      if (after == ':' || (after == '(' && !is_link_target(text.substr(end + 1)))) {
        hide(end, end + 1);
      }
    } else if (c != '\r' || end != line.end) {
      chunk.mask[at] = ' ';
    }
    at = u32(end);
  }
}

/// "##" before a hard blank: a heading to everybody but CommonMark.
void mask_hard_blank(MaskedChunk& chunk, const MaskedLine& line) {
  constexpr std::string_view hard = "\xC2\xA0";
  constexpr std::size_t deepest = 6;
  const std::string_view text = chunk.source.substr(0, line.end);
  std::size_t at = line.begin;
  while (at < text.size() && text[at] == ' ') ++at;
  const std::size_t first = at;
  while (at < text.size() && text[at] == '#') ++at;
  if (at == first || at - first > deepest || !text.substr(at).starts_with(hard)) return;
  for (std::size_t i = 0; i < hard.size(); ++i) chunk.mask[at + i] = ' ';
}

void Masker::mask_line(MaskedChunk& chunk, MaskedLine& line) {
  if (line.kind == LineKind::blanked) {
    for (std::uint32_t i = line.begin; i < line.end; ++i) chunk.mask[i] = ' ';
    return;
  }
  cells_ = 0;
  rows_ = 0;
  item_ = 0;
  bold_ = 0;
  in_footnote_mark_ = false;
  const std::size_t before = chunk.replacements.size();
  mask_quotes(chunk, line);
  mask_hard_blank(chunk, line);
  mask_inside(chunk, line);
  const std::size_t inside = chunk.replacements.size();
  mask_pipes(chunk, line);
  const auto first = chunk.replacements.begin() + static_cast<std::ptrdiff_t>(before);
  const auto middle = chunk.replacements.begin() + static_cast<std::ptrdiff_t>(inside);
  std::inplace_merge(first, middle, chunk.replacements.end(),
                     [](const Replacement& a, const Replacement& b) { return a.begin < b.begin; });
}

bool Masker::next(MaskedChunk& chunk) {
  if (at_ >= whole_.size()) return false;
  find_lines(chunk);
  chunk.mask.assign(chunk.source);
  chunk.replacements.clear();
  chunk.cuts.clear();
  chunk.bold.clear();
  chunk.stars.clear();
  mark_tables(chunk);
  for (MaskedLine& line : chunk.lines) mask_line(chunk, line);
  at_ += chunk.source.size();
  return true;
}

}  // namespace vanban::read

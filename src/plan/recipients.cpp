// Under "Nơi nhận:" one recipient a line with a dash, the last line is the file copy (Lưu). Lines
// without a dash go on in the line before, as long as no line of a signature begins.
#include "plan/recipients.hpp"

#include <algorithm>
#include <cstddef>

#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "outline/characters.hpp"
#include "outline/line_view.hpp"
#include "outline/marker.hpp"
#include "outline/offices.hpp"
#include "outline/segments.hpp"
#include "plan/tail.hpp"
#include "tokens/fold.hpp"

namespace vanban::plan {
namespace {

using outline::EndMark;
using outline::FoldedText;
using outline::JoinedText;

constexpr std::size_t longest_file_mark = 32;  // bytes of a typist's mark under the file copy

struct Row {
  std::string_view folded;
  std::string_view example;
};
// clang-format off
constexpr Row archive_words[] = {
    {"lưu trữ:", "Lưu trữ: VT"}, {"lưu", "Lưu: VT, VP."}, {"luu", "Luu: VT."},
    {"luru", "Luru: VT."}, {"lƣu", "Lƣu: VT."},
};
// clang-format on

/// Bytes of "Lưu:" at the start of `lower`, 0 where it does not stand there.
std::size_t archive_word(std::string_view lower) {
  for (const Row& row : archive_words) {
    if (!outline::opens_with(lower, row.folded) ||
        tokens::letter_at(lower, row.folded.size()) != 0) {
      continue;
    }
    std::size_t at = outline::trim_begin(lower, row.folded.size(), lower.size());
    while (at < lower.size() && (lower[at] == ':' || lower[at] == '.' || lower[at] == ';')) ++at;
    return outline::trim_begin(lower, at, lower.size());
  }
  return 0;
}

class RecipientsReader {
 public:
  explicit RecipientsReader(const FoldedText& text) : text_(text) {}

  void read_column(const std::vector<TailPiece>& pieces) {
    bool head_seen = false;
    closed_ = false;
    numbered_ = 0;
    in_list_ = bulleted_ = false;
    for (const TailPiece& piece : pieces) {
      TextSpan span = piece.span;
      if (const std::size_t head = outline::recipients_head(text_.lower(span)); head != 0) {
        if (head_seen) break;
        head_seen = in_list_ = true;
        reading_.read.push_back(span);
        skip(span, head);
        if (!span.empty() && !is_scrap(printed(span))) read_run(span);
        continue;
      }
      if (head_seen && !closed_) read_piece(piece);
    }
    flush();
  }

  [[nodiscard]] bool found_any() const {
    return !reading_.recipients.items.empty() || reading_.recipients.archive.has_value();
  }

  RecipientsReading reading() && { return std::move(reading_); }

 private:
  [[nodiscard]] std::string_view printed(TextSpan span) const { return text_.printed(span); }
  [[nodiscard]] std::string_view lower(TextSpan span) const { return text_.lower(span); }

  /// What a scanner made of a seal or a signature: short scraps, some of which are no syllables.
  [[nodiscard]] static bool is_scrap(std::string_view text) {
    constexpr std::size_t longest = 3;  // bytes
    // "Đ/c Hà.", "Cty A&B;"
    if (outline::is_caps(text) || text.ends_with(';') || text.ends_with('.')) return false;
    bool strange = false;
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = at;
      while (const std::size_t letter = tokens::letter_at(text, end)) end += letter;
      const std::string_view word = text.substr(at, end - at);
      if (word.size() > longest) return false;
      const bool sign = word.empty() && static_cast<unsigned char>(text[at]) >= 0x80;
      strange = strange || sign || (!word.empty() && !language::is_syllable(word));
      at = word.empty() ? at + language::code_point_length(text[at]) : end;
    }
    return strange;
  }

  void skip(TextSpan& span, std::size_t bytes) const {
    span.begin =
        static_cast<std::uint32_t>(outline::trim_begin(text_.text, span.begin + bytes, span.end));
  }

  /// Bytes of the dashes and bullets at the start of a piece, with the blanks after them.
  [[nodiscard]] static std::size_t bullet(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t dash = tokens::dash_at(text, at);
      if (dash != 0) {
        at += dash;
      } else if (text[at] == '+' || text[at] == '*' || text[at] == '~') {
        ++at;
      } else if (text.substr(at).starts_with("\xE2\x80\xA2") ||  // •
                 text.substr(at).starts_with("\xEF\x82\xB7")) {  // Symbol's bullet
        at += 3;
      } else {
        // "- - UBND tỉnh": a bullet that was typed behind the one of the list
        const std::size_t next = outline::trim_begin(text, at, text.size());
        if (at == 0 || next == at || tokens::dash_at(text, next) == 0) break;
        at = next;
      }
    }
    return at == 0 ? 0 : outline::trim_begin(text, at, text.size());
  }

  /// "`_~ Lưu: VT": bytes of what a scanner made of a dash.
  [[nodiscard]] std::size_t noise_before_archive(TextSpan span) const {
    constexpr std::size_t longest = 6;
    const std::string_view text = printed(span);
    std::size_t at = 0;
    while (at < text.size() && at <= longest && tokens::letter_at(text, at) == 0 &&
           !outline::is_digit(text[at])) {
      at += language::code_point_length(text[at]);
    }
    if (at > longest || at >= text.size()) return 0;
    return archive_word(lower(span).substr(at)) != 0 ? at : 0;
  }

  /// A piece that may hold several items: "- UBND tỉnh (b/c); - Lưu: VT."
  void read_run(TextSpan span) {
    const bool dashes = bullet(printed(span)) != 0;
    std::size_t begin = span.begin;
    for (std::size_t at = span.begin; at < span.end; ++at) {
      const char sign = text_.text[at];
      if (sign != ';' && sign != '.' && sign != ',') continue;
      const std::size_t next = outline::trim_begin(text_.text, at + 1, span.end);
      if (next >= span.end) continue;
      const std::string_view rest = text_.text.substr(next, span.end - next);
      // "Như Điều 5;- Lưu: VT", "Các chi bộ,- Lưu Văn phòng": a copy lost the line break.
      const std::size_t dash = bullet(rest);
      const bool glued = sign != '.' && next == at + 1 && dash != 0 &&
                         (sign == ';' || tokens::is_capital(rest, dash));
      if (!glued && (sign == ',' || next == at + 1)) continue;
      const std::string_view folded = lower({static_cast<std::uint32_t>(next), span.end});
      const bool item =
          bullet(rest) != 0 || archive_word(folded) != 0 || (!dashes && sign == ';' && !bulleted_);
      if (!item) continue;
      const std::size_t end = sign == ',' ? at : at + 1;
      add_item({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
      begin = next;
    }
    add_item({static_cast<std::uint32_t>(begin), span.end});
  }

  void add_item(TextSpan span) {
    flush();
    const std::size_t bytes = bullet(printed(span));
    if (bytes != 0) bulleted_ = true;
    skip(span, bytes);
    if (span.empty() || is_speckle(printed(span))) return;
    append(span);
  }

  /// "-f W J ■": a scanner has read a stamp or a signature; no two letters make a word.
  [[nodiscard]] static bool is_speckle(std::string_view text) {
    std::size_t letters = 0;
    std::size_t before = 0;  // letters right before
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t length = tokens::letter_at(text, at);
      if (length != 0 && before != 0) return false;
      if (outline::is_digit(text[at])) return false;
      letters += length != 0 ? 1U : 0U;
      before = length;
      at += length != 0 ? length : language::code_point_length(text[at]);
    }
    return letters > 1;
  }

  void append(TextSpan span, bool glue = false) {
    const std::string_view text = printed(span);
    open_ += std::ranges::count(text, '(') - std::ranges::count(text, ')');
    item_.append(text_.text, span, glue);
  }

  void read_piece(const TailPiece& piece) {
    const TextSpan span = piece.span;
    if (bullet(printed(span)) != 0) {
      in_list_ = true;
      read_bulleted(span);
      return;
    }
    if (!in_list_) return;
    if (const std::size_t noise = noise_before_archive(span); noise != 0) {
      reading_.read.push_back(span);
      TextSpan archive = span;
      skip(archive, noise);
      add_item(archive);
      return;
    }
    if (const auto marker = outline::find_marker(printed(span), lower(span))) {
      read_numbered(span, *marker);
      return;
    }
    if (ends_list(piece)) {
      in_list_ = false;
      return;
    }
    if (goes_on(piece)) {
      const bool glue = outline::end_mark(item_.text()) == EndMark::hyphen;
      append(span, glue);
      reading_.read.push_back(span);
      return;
    }
    if (bulleted_ && archive_word(lower(span)) == 0) {
      in_list_ = false;
      return;
    }
    reading_.read.push_back(span);
    add_item(span);
  }

  /// A dash inside an item is its own unless a new item surely begins.
  void read_bulleted(TextSpan span) {
    reading_.read.push_back(span);
    read_run(span);
  }

  /// Recipients may be numbered, from 1 right under the head; any other number ends them for good:
  /// "II. TỔ CHỨC THỰC HIỆN".
  void read_numbered(TextSpan span, const outline::Marker& marker) {
    const bool first = numbered_ == 0 && item_.empty() && !found_any();
    const bool next = marker.kind == NodeKind::decimal && marker.value() == numbered_ + 1 &&
                      (first || numbered_ != 0);
    const bool office = outline::is_office_line(printed(span), text_.placed(span));
    if (!next) {
      in_list_ = false;
      closed_ = !office;
      return;
    }
    ++numbered_;
    reading_.read.push_back(span);
    skip(span, marker.length);
    add_item(span);
  }

  [[nodiscard]] bool ends_list(const TailPiece& piece) const {
    const TextSpan span = piece.span;
    // "- Lưu: VT, TH," / "KT.": who else keeps it.
    if (is_archive() && outline::end_mark(item_.text()) == EndMark::comma &&
        outline::is_bare_authority(printed(span), text_.placed(span))) {
      return false;
    }
    if (outline::is_office_line(printed(span), text_.placed(span)) ||
        outline::is_signing_mark(lower(span)) || text_.text[span.begin] == '[') {
      return true;
    }
    if (!is_archive()) return false;
    // Under the file copy only a typist's mark or what the file copy wraps into.
    return outline::is_person_name(printed(span), text_.placed(span)) ||
           (piece.blank_before > 1 && !tokens::is_small(printed(span), 0));
  }

  [[nodiscard]] bool is_archive() const {
    constexpr std::size_t longest_word = 24;  // bytes of "Lưu trữ:" and the letter behind it
    std::string_view text = item_.text();
    if (text.size() > longest_word) text = text.substr(0, tokens::step_back(text, longest_word));
    return archive_word(language::fold(text)) != 0;
  }

  [[nodiscard]] bool goes_on(const TailPiece& piece) {
    if (item_.empty()) return false;
    const std::string_view next = printed(piece.span);
    const EndMark end = outline::end_mark(item_.text());
    const bool open = tokens::is_small(next, 0) || next.front() == '(';
    if (is_archive()) {
      if (end == EndMark::comma) return true;
      if (open) return end != EndMark::stop;
      // One typist's mark: "09 KH"; figures alone are a page number.
      const bool mark = next.size() <= longest_file_mark && !marked_ && outline::has_letter(next);
      marked_ = marked_ || mark;
      return mark;
    }
    if (open) return true;
    if (archive_word(lower(piece.span)) != 0) return false;
    if (end == EndMark::comma || end == EndMark::hyphen || is_bracket_open()) return true;
    return bulleted_ && end != EndMark::semicolon && end != EndMark::stop;
  }

  [[nodiscard]] bool is_bracket_open() const { return open_ > 0; }

  void flush() {
    const std::string& text = item_.text();
    std::size_t end = outline::trim_end(text, 0, text.size());
    while (end > 0 && (text[end - 1] == ';' || text[end - 1] == '.')) {
      end = outline::trim_end(text, 0, end - 1);
    }
    const std::size_t begin = archive_word(language::fold(text));
    if (begin < end) put(begin != 0, begin, end);
    item_ = {};
    open_ = 0;
  }

  void put(bool archive, std::size_t begin, std::size_t end) {
    std::string value = one_line(std::string_view(item_.text()).substr(begin, end - begin));
    const TextSpan span = item_.place(begin, end);
    if (!archive) {
      reading_.at.emplace_back("items", span);
      reading_.recipients.items.push_back(std::move(value));
      return;
    }
    std::optional<std::string>& target = reading_.recipients.archive;
    if (target) {  // two file copies
      *target += "; " + value;
      reading_.at.back().second.end = std::max(reading_.at.back().second.end, span.end);
      return;
    }
    target = std::move(value);
    reading_.at.emplace_back("archive", span);
  }

  const FoldedText& text_;
  RecipientsReading reading_;
  JoinedText item_;
  std::ptrdiff_t open_ = 0;  ///< brackets that its pieces open and do not close
  bool in_list_ = false;
  bool bulleted_ = false;
  bool marked_ = false;  ///< a typist's mark was read
  bool closed_ = false;  ///< no more recipients in this column
  std::uint16_t numbered_ = 0;
};

}  // namespace

RecipientsReading read_recipients(const FoldedText& text, const Tail& tail) {
  RecipientsReader reader(text);
  for (const std::vector<TailPiece>& column : tail.columns) {
    reader.read_column(column);
    if (reader.found_any()) break;
  }
  return std::move(reader).reading();
}

}  // namespace vanban::plan

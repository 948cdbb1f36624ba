// Markdown without its marks. md4c parses the masked text (mask.hpp) and hands out the pieces that
// are text as pointers into it; what no piece covers is a mark. Three things are then put right:
//
//   - blanks and list markers at the start of a line stay, since numbering is the document's own;
//   - emphasis that CommonMark does not see, because a blank or a line break stands inside the
//     stars ("**ỦY BAN NHÂN\nDÂN **", "*Chủ trì: *Sở Nội vụ"), is cut as well;
//   - replacements (cells, <br>, &amp;) are made.

#include "read/markdown.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <utility>

#include <md4c.h>

#include "read/characters.hpp"
#include "read/html.hpp"
#include "read/mask.hpp"

namespace vanban::read {
namespace {

enum : std::uint8_t { covered = 1, bold = 2, cut = 4 };  // what is known of a byte

/// What md4c gets at a time of one line: see `parse_lines`.
constexpr std::uint32_t longest_parse = 32 << 10;

constexpr std::uint32_t u32(std::size_t size) {
  return static_cast<std::uint32_t>(size);
}

/// A piece of text from md4c. `block` counts paragraphs and headings: emphasis stays within one.
struct Piece {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t block = 0;
  bool code = false;
};

/// Collects what md4c's callbacks say about one chunk.
class Collector {
 public:
  /// Parses the lines of the chunk, each row of a table on its own. The mask is as it was.
  void parse(MaskedChunk& chunk);

  [[nodiscard]] std::span<const Piece> pieces() const { return pieces_; }
  std::vector<std::uint8_t>& bytes() { return bytes_; }
  std::vector<Replacement>& replacements() { return replacements_; }

 private:
  void parse_lines(std::uint32_t begin, std::uint32_t end);
  void parse_part(std::uint32_t begin, std::uint32_t end);
  void parse_once(std::uint32_t begin, std::uint32_t end);
  void add_text(MD_TEXTTYPE type, const char* text, std::size_t size);
  void end_image();

  static int enter_block(MD_BLOCKTYPE, void*, void* self);
  static int leave_block(MD_BLOCKTYPE, void*, void* self);
  static int enter_span(MD_SPANTYPE type, void*, void* self);
  static int leave_span(MD_SPANTYPE type, void*, void* self);
  static int text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self);

  std::string_view mask_;
  char* mutable_mask_ = nullptr;
  std::vector<Piece> pieces_;
  std::vector<std::uint8_t> bytes_;
  std::vector<Replacement> replacements_;
  std::uint32_t block_ = 0;
  unsigned strong_ = 0;
  unsigned image_ = 0;
  std::size_t image_begin_ = 0;  ///< its first piece
};

/// What tools write where they have nothing to say of an image, with or without a number.
constexpr std::array<std::string_view, 8> image_words{"diagram", "figure", "image",   "img",
                                                      "logo",    "photo",  "picture", "table"};
constexpr std::array<std::string_view, 6> image_suffixes{".bmp", ".gif", ".jpeg",
                                                         ".jpg", ".png", ".webp"};

/// Whether the text of an image says what stands on it: "Sơ đồ tổ chức", not "img-0.jpeg".
bool is_description(std::string_view text) {
  std::string plain;
  bool letters = false;
  for (const char c : text) {
    letters = letters || begins_letter(c);
    plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  }
  const auto ends_name = [&plain](std::string_view suffix) { return plain.ends_with(suffix); };
  if (!letters || std::ranges::any_of(image_suffixes, ends_name)) return false;
  std::erase_if(plain, [](char c) { return !is_word_byte(c) || is_digit(c); });
  return std::ranges::find(image_words, plain) == image_words.end();
}

int Collector::enter_block(MD_BLOCKTYPE, void*, void* self) {
  ++static_cast<Collector*>(self)->block_;
  return 0;
}

int Collector::leave_block(MD_BLOCKTYPE, void*, void* self) {
  ++static_cast<Collector*>(self)->block_;
  return 0;
}

int Collector::enter_span(MD_SPANTYPE type, void*, void* self) {
  auto& collector = *static_cast<Collector*>(self);
  if (type == MD_SPAN_STRONG) ++collector.strong_;
  if (type == MD_SPAN_IMG && collector.image_++ == 0) {
    collector.image_begin_ = collector.pieces_.size();
  }
  return 0;
}

int Collector::leave_span(MD_SPANTYPE type, void*, void* self) {
  auto& collector = *static_cast<Collector*>(self);
  if (type == MD_SPAN_STRONG) --collector.strong_;
  if (type == MD_SPAN_IMG && --collector.image_ == 0) collector.end_image();
  return 0;
}

int Collector::text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
  static_cast<Collector*>(self)->add_text(type, text, size);
  return 0;
}

void Collector::add_text(MD_TEXTTYPE type, const char* text, std::size_t size) {
  // Line breaks and other things that md4c makes up do not point into the mask.
  const std::less<const char*> before;
  if (before(text, mask_.data()) || !before(text, mask_.data() + mask_.size())) return;
  const std::uint32_t begin = u32(static_cast<std::size_t>(text - mask_.data()));
  const std::uint32_t end = u32(begin + size);
  if (type == MD_TEXT_ENTITY) {
    const Utf8 character = resolve_reference({text, size});
    if (character.size > 0) {
      Replacement& made = replacements_.emplace_back();
      made = {begin, end, {}, character.size, false};
      std::ranges::copy(character.bytes, made.bytes.begin());
    }
  }
  const auto value = static_cast<std::uint8_t>(strong_ > 0 ? covered | bold : covered);
  std::fill(bytes_.begin() + begin, bytes_.begin() + end, value);
  pieces_.push_back({begin, end, block_, type == MD_TEXT_CODE});
}

/// The text of an image stays where it says something; else the image is a mark as a whole.
void Collector::end_image() {
  std::string text;
  for (std::size_t i = image_begin_; i < pieces_.size(); ++i) {
    text += mask_.substr(pieces_[i].begin, pieces_[i].end - pieces_[i].begin);
  }
  if (is_description(text)) return;
  for (std::size_t i = image_begin_; i < pieces_.size(); ++i) {
    std::fill(bytes_.begin() + pieces_[i].begin, bytes_.begin() + pieces_[i].end, std::uint8_t{0});
  }
  pieces_.resize(image_begin_);
}

void Collector::parse_once(std::uint32_t begin, std::uint32_t end) {
  MD_PARSER parser{};
  // Four blanks are layout in such documents, not code; tags are the mask's business.
  parser.flags = MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTML | MD_FLAG_STRIKETHROUGH;
  parser.enter_block = enter_block;
  parser.leave_block = leave_block;
  parser.enter_span = enter_span;
  parser.leave_span = leave_span;
  parser.text = text;
  strong_ = 0;
  image_ = 0;
  const std::size_t pieces = pieces_.size();
  // md4c 0.4.8 looks at the byte after its text for the ")" of a link, and goes astray when the
  // text was cut there.
  const char after = std::exchange(mutable_mask_[end], '\0');
  const int failed = md_parse(mask_.data() + begin, end - begin, &parser, this);
  mutable_mask_[end] = after;
  if (failed == 0) return;
  // Only a lack of memory stops md4c: what it has not reached is text as it stands.
  const std::uint32_t reached = pieces < pieces_.size() ? pieces_.back().end : begin;
  std::fill(bytes_.begin() + reached, bytes_.begin() + end, std::uint8_t{covered});
}

/// Parses a part of a longer run: emphasis that the cut has torn is one block for `Leftovers`.
void Collector::parse_part(std::uint32_t begin, std::uint32_t end) {
  const std::size_t first = pieces_.size();
  parse_once(begin, end);
  if (first == 0 || first == pieces_.size()) return;
  const std::uint32_t block = pieces_[first].block;
  for (std::size_t i = first; i < pieces_.size() && pieces_[i].block == block; ++i) {
    pieces_[i].block = pieces_[first - 1].block;
  }
}

/// Long runs of lines are cut before a word: a part that begins with a letter begins no list.
void Collector::parse_lines(std::uint32_t begin, std::uint32_t end) {
  bool torn = false;
  const auto parse = [&](std::uint32_t until) {
    torn ? parse_part(begin, until) : parse_once(begin, until);
    torn = true;
    begin = until;
  };
  while (end - begin > longest_parse) {
    std::uint32_t at = begin + longest_parse;
    const std::uint32_t least = begin + longest_parse / 2;
    while (at > least && !(mask_[at - 1] == ' ' && begins_letter(mask_[at]))) --at;
    if (at == least) {
      at = begin + longest_parse;
      while ((static_cast<unsigned char>(mask_[at]) & 0xC0U) == 0x80U) --at;
    }
    parse(at);
    // The parser drops the blanks at the end of a paragraph, which this is not.
    for (std::uint32_t i = at; i > 0 && is_blank(mask_[i - 1]); --i) bytes_[i - 1] |= covered;
  }
  if (begin < end) parse(end);
}

void Collector::parse(MaskedChunk& chunk) {
  mask_ = chunk.mask;
  mutable_mask_ = chunk.mask.data();
  pieces_.clear();
  replacements_.clear();
  bytes_.assign(chunk.mask.size(), 0);
  std::uint32_t begin = 0;
  for (const MaskedLine& line : chunk.lines) {
    if (line.kind != LineKind::row) continue;
    if (begin < line.begin) parse_lines(begin, line.begin);
    parse_lines(line.begin, line.end);
    begin = line.end;
  }
  parse_lines(begin, u32(chunk.mask.size()));
  for (const Stretch& one : chunk.cuts) {
    for (std::uint32_t i = one.begin; i < one.end; ++i) bytes_[i] |= cut;
  }
  for (const Stretch& one : chunk.bold) {
    for (std::uint32_t i = one.begin; i < one.end; ++i) bytes_[i] |= bold;
  }
}

/// Stars and underscores that md4c left as text, block by block: see `cut_leftovers`.
class Leftovers {
 public:
  Leftovers(const MaskedChunk& chunk, std::vector<std::uint8_t>& bytes)
      : source_(chunk.source), mask_(chunk.mask), bytes_(bytes) {}

  void begin_block() {
    strong_.reset();
    opener_.reset();
  }
  void add(std::uint32_t begin, std::uint32_t end);

 private:
  struct Run {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  [[nodiscard]] char before(Run run) const { return run.begin > 0 ? source_[run.begin - 1] : '\n'; }
  [[nodiscard]] char after(Run run) const {
    return run.end < source_.size() ? source_[run.end] : '\n';
  }
  [[nodiscard]] static bool is_space(char c) { return is_blank(c) || c == '\n'; }
  [[nodiscard]] bool is_alone_on_line(Run run) const;
  /// "xã, phường*.*"
  [[nodiscard]] bool marks_punctuation(Run run) const {
    return run.end + 1 < source_.size() && !is_word_byte(source_[run.end]) &&
           mask_[run.end + 1] == mask_[run.begin];
  }
  void cut_run(Run run) {
    for (std::uint32_t i = run.begin; i < run.end; ++i) bytes_[i] |= cut;
  }

  std::string_view source_;
  std::string_view mask_;
  std::vector<std::uint8_t>& bytes_;
  std::optional<Run> strong_;  ///< two stars that wait for their partner
  std::optional<Run> opener_;  ///< one star
};

bool Leftovers::is_alone_on_line(Run run) const {
  std::size_t left = run.begin;
  while (left > 0 && is_blank(source_[left - 1])) --left;
  std::size_t right = run.end;
  while (right < source_.size() && is_blank(source_[right])) ++right;
  return (left == 0 || source_[left - 1] == '\n') &&
         (right == source_.size() || source_[right] == '\n');
}

/// Two and more stars are always a mark; in pairs they say what is bold. A single star, or two
/// underscores, may be a footnote sign ("Chỉ tiêu*"), a bullet or a product: it is a mark only
/// where it opens before a word and a second one follows in the same block.
void Leftovers::add(std::uint32_t begin, std::uint32_t end) {
  const Run run{begin, end};
  const bool is_star = mask_[begin] == '*';
  const std::uint32_t length = end - begin;
  if (!is_star && length != 2) return;
  if (is_alone_on_line(run)) {
    cut_run(run);
    if (length < 2 || !is_star) return;
  }
  if (is_star && length >= 2) {
    cut_run(run);
    if (length >= 4) return;  // closes and opens at once
    if (!strong_) {
      strong_ = run;
      return;
    }
    for (std::uint32_t i = strong_->end; i < begin; ++i) bytes_[i] |= bold;
    strong_.reset();
    return;
  }
  if (opener_ && mask_[opener_->begin] == mask_[begin]) {
    cut_run(*opener_);
    cut_run(run);
    opener_.reset();
    return;
  }
  if (is_star && strong_) {  // "** Lưu ý: *": three halves of two pairs
    cut_run(run);
    strong_.reset();
    return;
  }
  const bool opens = is_space(before(run)) || !is_word_byte(before(run)) || marks_punctuation(run);
  if (opens && !is_space(after(run))) opener_ = run;
}

void cut_leftovers(const MaskedChunk& chunk, std::span<const Piece> pieces,
                   std::vector<std::uint8_t>& bytes) {
  Leftovers leftovers(chunk, bytes);
  std::size_t piece = 0;
  std::uint32_t block = 0;
  for (const std::uint32_t at : chunk.stars) {
    while (piece < pieces.size() && pieces[piece].end <= at) ++piece;
    // A run of which md4c used a part has its rest at either end.
    const std::size_t run =
        std::min(chunk.mask.find_first_not_of(chunk.mask[at], at), bytes.size());
    std::uint32_t begin = at;
    while (begin < run && (bytes[begin] & covered) == 0) ++begin;
    std::uint32_t end = begin;
    while (end < run && (bytes[end] & covered) != 0) ++end;
    if (begin == end) continue;
    while (piece < pieces.size() && pieces[piece].end <= begin) ++piece;
    if (piece == pieces.size() || pieces[piece].code) continue;
    const bool escaped = at > 0 && chunk.mask[at - 1] == '\\' && (bytes[at - 1] & covered) == 0;
    if (escaped) ++begin;
    if (begin == end) continue;
    if (pieces[piece].block != block) leftovers.begin_block();
    block = pieces[piece].block;
    leftovers.add(begin, end);
  }
}

/// Writes the text, its map and its hints.
class Writer {
 public:
  explicit Writer(std::size_t expected) { result_.text.reserve(expected); }

  void write(const MaskedChunk& chunk, std::size_t chunk_begin,
             const std::vector<std::uint8_t>& bytes, std::span<const Replacement> replacements);
  PlainMarkdown finish(bool ends_with_line_feed);

 private:
  void write_line(const MaskedLine& line);
  void write_start(std::uint32_t begin, std::uint32_t end);
  void write_middle(std::uint32_t begin, std::uint32_t end);
  void write_end(std::uint32_t begin, std::uint32_t end);
  void copy(std::uint32_t begin, std::uint32_t end);
  void remove(std::uint32_t begin, std::uint32_t end);
  [[nodiscard]] bool breaks_cell(std::uint32_t at) const { return is_row_ && source_[at] == '\r'; }
  void replace(const Replacement& one);
  [[nodiscard]] std::uint32_t place() const { return u32(result_.text.size()); }

  PlainMarkdown result_;
  std::vector<SourceMap::Change> changes_;
  LineHint hint_;
  bool is_row_ = false;       ///< the line is a row of a table
  bool letters_ = false;      ///< of the line
  bool all_bold_ = true;      ///< its letters
  bool last_is_cut_ = false;  ///< the last change is a cut

  // the chunk at hand
  std::string_view source_;
  std::uint32_t offset_ = 0;
  const std::vector<std::uint8_t>* bytes_ = nullptr;
  std::span<const Replacement> replacements_;
};

void Writer::copy(std::uint32_t begin, std::uint32_t end) {
  result_.text.append(source_.substr(begin, end - begin));
}

void Writer::remove(std::uint32_t begin, std::uint32_t end) {
  if (begin == end) return;
  const SourceSpan span{offset_ + begin, offset_ + end};
  const TextSpan at{place(), place()};
  if (last_is_cut_ && changes_.back().source.end == span.begin && changes_.back().text == at) {
    changes_.back().source.end = span.end;
    return;
  }
  changes_.push_back({at, span});
  last_is_cut_ = true;
}

void Writer::replace(const Replacement& one) {
  if (one.size == 0) return remove(one.begin, one.end);
  const TextSpan at{place(), place() + one.size};
  result_.text.append(one.bytes.data(), one.size);
  changes_.push_back({at, {offset_ + one.begin, offset_ + one.end}});
  last_is_cut_ = false;
}

/// What stands before the text of a line: blanks and list markers stay, hashes and the rest go.
void Writer::write_start(std::uint32_t begin, std::uint32_t end) {
  const auto class_end = [this, end](std::uint32_t at, auto is) {
    while (at < end && is(source_[at])) ++at;
    return at;
  };
  bool only_marks = false;  // "![](_page_1.jpeg)": after a mark of text no list begins
  for (std::uint32_t at = begin; at < end;) {
    const char c = source_[at];
    const auto next_is_blank = [&](std::uint32_t i) {
      return i >= source_.size() || is_blank(source_[i]) || source_[i] == '\n';
    };
    std::uint32_t next = at + 1;
    bool keep = is_blank(c) && !only_marks;
    if (only_marks || ((*bytes_)[at] & cut) != 0) {
      keep = false;
    } else if (c == '-' || c == '+' || c == '*') {
      keep = next_is_blank(next);
    } else if (is_digit(c)) {
      next = class_end(at, is_digit);
      keep = next < end && (source_[next] == '.' || source_[next] == ')');
      if (keep) ++next;
    } else if (c == '#') {
      next = class_end(at, [](char one) { return one == '#'; });
      hint_.heading_level = static_cast<std::uint8_t>(std::min<std::uint32_t>(next - at, 6));
      next = class_end(next, is_blank);
    } else {
      only_marks = !is_blank(c);
    }
    keep ? copy(at, next) : remove(at, next);
    at = next;
  }
}

void Writer::write_middle(std::uint32_t begin, std::uint32_t end) {
  const auto& bytes = *bytes_;
  std::uint32_t at = begin;
  while (at < end) {
    while (!replacements_.empty() && replacements_.front().end <= at) {
      replacements_ = replacements_.subspan(1);
    }
    const std::uint32_t stop =
        replacements_.empty() ? end : std::min(end, std::max(at, replacements_.front().begin));
    if (stop == at) {
      const Replacement& one = replacements_.front();
      const bool is_mark = (bytes[at] & covered) == 0 || (bytes[at] & cut) != 0;
      const std::uint32_t next = std::min(one.end, end);
      if (one.begin != at || (is_mark && !one.always)) {
        remove(at, next);
      } else {
        replace(one);
      }
      at = next;
      continue;
    }
    const std::uint32_t from = at;
    const auto is_kept = [&bytes](std::uint32_t i) {
      return (bytes[i] & (covered | cut)) == covered;
    };
    if (!is_kept(at)) {
      while (at < stop && !is_kept(at)) ++at;
      remove(from, at);
      continue;
    }
    if (breaks_cell(at)) {
      // A carriage return parts lines, but a row is one.
      replace({at, at + 1, {cell_line_break}, 1, true});
      ++at;
      continue;
    }
    for (; at < stop && is_kept(at) && !breaks_cell(at); ++at) {
      if (!begins_letter(source_[at])) continue;
      letters_ = true;
      if ((bytes[at] & bold) == 0) all_bold_ = false;
    }
    copy(from, at);
  }
}

/// After the last piece of text: blanks at the very end stay.
void Writer::write_end(std::uint32_t begin, std::uint32_t end) {
  std::uint32_t last = end;
  while (last > begin && is_blank(source_[last - 1])) --last;
  remove(begin, last);
  copy(last, end);
}

void Writer::write_line(const MaskedLine& line) {
  const auto is_covered = [this](std::uint32_t i) { return ((*bytes_)[i] & covered) != 0; };
  if (line.kind == LineKind::blanked) {
    std::uint32_t first = line.begin;
    while (first < line.end && is_blank(source_[first])) ++first;
    copy(line.begin, first);
    write_end(first, line.end);
    return;
  }
  std::uint32_t first = line.begin;
  while (first < line.end && !is_covered(first)) ++first;
  std::uint32_t last = line.end;
  while (last > first && !is_covered(last - 1)) --last;
  write_start(line.begin, first);
  write_middle(first, last);
  write_end(last, line.end);
}

void Writer::write(const MaskedChunk& chunk, std::size_t chunk_begin,
                   const std::vector<std::uint8_t>& bytes,
                   std::span<const Replacement> replacements) {
  source_ = chunk.source;
  offset_ = u32(chunk_begin);
  bytes_ = &bytes;
  replacements_ = replacements;
  for (const MaskedLine& line : chunk.lines) {
    hint_ = {};
    is_row_ = line.kind == LineKind::row;
    letters_ = false;
    all_bold_ = true;
    write_line(line);
    hint_.bold = letters_ && all_bold_;
    hint_.table = line.kind == LineKind::row || line.cells;
    hint_.pipes = line.pipes;
    hint_.grid = line.grid;
    result_.hints.push_back(hint_);
    if (line.end < source_.size()) copy(line.end, line.end + 1);
  }
}

PlainMarkdown Writer::finish(bool ends_with_line_feed) {
  if (ends_with_line_feed) result_.hints.emplace_back();  // of the empty line after it
  result_.map = SourceMap(std::move(changes_));
  return std::move(result_);
}

void merge_replacements(std::vector<Replacement>& all, std::span<const Replacement> masked) {
  const auto middle = static_cast<std::ptrdiff_t>(all.size());
  all.insert(all.end(), masked.begin(), masked.end());
  std::inplace_merge(all.begin(), all.begin() + middle, all.end(),
                     [](const Replacement& a, const Replacement& b) { return a.begin < b.begin; });
}

}  // namespace

PlainMarkdown cut_marks(std::string_view source) {
  Masker masker(source);
  MaskedChunk chunk;
  Collector collector;
  Writer writer(source.size());
  while (masker.next(chunk)) {
    collector.parse(chunk);
    merge_replacements(collector.replacements(), chunk.replacements);
    cut_leftovers(chunk, collector.pieces(), collector.bytes());
    const auto begin = static_cast<std::size_t>(chunk.source.data() - source.data());
    writer.write(chunk, begin, collector.bytes(), collector.replacements());
  }
  return writer.finish(source.empty() || source.back() == '\n');
}

}  // namespace vanban::read

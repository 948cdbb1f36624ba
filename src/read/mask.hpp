#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The first half of reading Markdown: what CommonMark would misread in a Vietnamese plan, or does
/// not know, is settled here and hidden from its parser behind a mask of equal length.
///
///     source   | **STT** | Đạt > 80% (*) <br> |
///     mask     | **STT** | Đạt > 80% (x) xxxx |      "|" and "<br>" are replacements
namespace vanban::read {

enum class LineKind : unsigned char {
  text,
  blanked,  ///< a mark as a whole: fence, rule, delimiter row, a lone pipe
  row       ///< of a table
};

struct MaskedLine {
  std::uint32_t begin = 0;  ///< in the chunk
  std::uint32_t end = 0;    ///< before the line feed
  LineKind kind = LineKind::text;
  bool cells = false;      ///< cells of an HTML table stand on it
  bool grid = false;       ///< a rule of a drawn table
  std::uint8_t pipes = 0;  ///< of a line that is nothing but pipes
};

/// Bytes [begin, end) of the chunk stand for other characters, or for none.
struct Replacement {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::array<char, 6> bytes{};
  std::uint8_t size = 0;
  bool always = false;  ///< also where the parser takes the place for a mark
};

/// Half-open range of the chunk.
struct Stretch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// A part of the source, ended by a line feed or the end of the text.
struct MaskedChunk {
  std::string_view source;
  std::string mask;  ///< as long as `source`, the same line feeds
  std::vector<MaskedLine> lines;
  std::vector<Replacement> replacements;  ///< in order
  std::vector<Stretch> cuts;              ///< comments, quotation marks
  std::vector<Stretch> bold;              ///< by tags; without overlap
  std::vector<std::uint32_t> stars;       ///< where runs of * and _ begin that are not protected
};

/// Masks a text chunk by chunk; what is open (a comment, a table) goes on in the next chunk.
class Masker {
 public:
  explicit Masker(std::string_view whole) : whole_(whole) {}

  /// Fills `chunk` with the next part; false at the end of the text.
  bool next(MaskedChunk& chunk);

 private:
  void find_lines(MaskedChunk& chunk);
  void mark_tables(MaskedChunk& chunk);
  void mask_line(MaskedChunk& chunk, MaskedLine& line);
  static void mask_quotes(MaskedChunk& chunk, const MaskedLine& line);
  static void mask_pipes(MaskedChunk& chunk, const MaskedLine& line);
  std::uint32_t mask_angle(MaskedChunk& chunk, MaskedLine& line, std::uint32_t at);
  void mask_inside(MaskedChunk& chunk, MaskedLine& line);

  std::string_view whole_;
  std::size_t at_ = 0;            ///< the next chunk begins here
  std::size_t comment_end_ = 0;   ///< of the open comment, in the whole text
  std::size_t next_closing_ = 0;  ///< the first "-->" at or after a place looked at, or npos
  bool in_table_ = false;
  std::size_t row_pipes_ = 0;      ///< of the last row, or of the line that may turn out to be one
  unsigned cells_ = 0;             ///< HTML cells opened on the line in this row
  unsigned rows_ = 0;              ///< HTML rows closed on the line
  unsigned item_ = 0;              ///< the number of the next item of an HTML list; 0: it has none
  unsigned bold_ = 0;              ///< tags open on the line: "<b><strong>"
  bool in_footnote_mark_ = false;  ///< between <sup> and </sup>
};

}  // namespace vanban::read

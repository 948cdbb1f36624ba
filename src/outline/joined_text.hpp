#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vanban/span.hpp"

namespace vanban::outline {

/// A text joined from the pieces of several lines of the repaired text, with the way back.
///
///     repaired   "... tiến tới Đại\n\nhội đại biểu ..."
///     text       "... tiến tới Đại hội đại biểu ..."     two pieces, one blank between them
class JoinedText {
 public:
  /// `text[at ...)` up to the next piece (less a joining blank) is the repaired text at `span`.
  struct Piece {
    std::uint32_t at = 0;
    TextSpan span;
    bool new_page = false;  ///< a page break stands before it
    friend bool operator==(const Piece&, const Piece&) = default;
  };

  /// Appends `source_text[span]`, after one blank unless `glue` or the text is still empty. The
  /// signs that part cells and their lines (read::is_separator) part pieces here and are in none.
  void append(std::string_view repaired, TextSpan span, bool glue = false, bool new_page = false);

  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  /// The text itself; nothing is left.
  [[nodiscard]] std::string take() && {
    pieces_ = std::vector<Piece>();
    return std::move(text_);
  }
  [[nodiscard]] bool empty() const noexcept { return text_.empty(); }
  [[nodiscard]] const std::vector<Piece>& pieces() const noexcept { return pieces_; }
  /// A page break stands inside.
  [[nodiscard]] bool is_parted() const noexcept { return parted_; }
  /// The piece that byte `offset` of `text()` is in, or the one before its joining blank.
  [[nodiscard]] std::size_t piece_at(std::size_t offset) const;

  /// Where bytes [begin, end) of `text()` stand in the repaired text: their hull. O(log pieces).
  [[nodiscard]] TextSpan place(std::size_t begin, std::size_t end) const;
  /// Where all of it stands.
  [[nodiscard]] TextSpan place() const { return place(0, text_.size()); }

  /// The part [begin, end) as a joined text of its own.
  [[nodiscard]] JoinedText slice(std::size_t begin, std::size_t end) const;

 private:
  void append_piece(std::string_view repaired, TextSpan span, bool glue, bool new_page);

  std::string text_;
  std::vector<Piece> pieces_;
  bool parted_ = false;
};

}  // namespace vanban::outline

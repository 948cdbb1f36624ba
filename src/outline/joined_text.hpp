#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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

  JoinedText() = default;
  JoinedText(const JoinedText&) = default;
  JoinedText& operator=(const JoinedText&) = default;
  /// Nothing is left in `other`.
  JoinedText(JoinedText&& other) noexcept
      : text_(std::move(other.text_)),
        only_(other.only_),
        more_(std::move(other.more_)),
        any_(std::exchange(other.any_, false)),
        parted_(std::exchange(other.parted_, false)) {}
  JoinedText& operator=(JoinedText&& other) noexcept {
    text_ = std::move(other.text_);
    only_ = other.only_;
    more_ = std::move(other.more_);
    any_ = std::exchange(other.any_, false);
    parted_ = std::exchange(other.parted_, false);
    return *this;
  }
  ~JoinedText() = default;

  /// Appends `source_text[span]`, after one blank unless `glue` or the text is still empty. The
  /// signs that part cells and their lines (read::is_separator) part pieces here and are in none.
  void append(std::string_view repaired, TextSpan span, bool glue = false, bool new_page = false);

  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  /// The text itself; nothing is left.
  [[nodiscard]] std::string take() && {
    any_ = false;
    more_ = std::vector<Piece>();
    return std::move(text_);
  }
  [[nodiscard]] bool empty() const noexcept { return text_.empty(); }
  [[nodiscard]] std::span<const Piece> pieces() const noexcept {
    if (!more_.empty()) return more_;
    return {&only_, any_ ? std::size_t{1} : std::size_t{0}};
  }
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
  void add(const Piece& piece);

  std::string text_;
  Piece only_;               ///< most texts have no other
  std::vector<Piece> more_;  ///< all pieces of those that have
  bool any_ = false;         ///< there is a piece
  bool parted_ = false;
};

}  // namespace vanban::outline

#include "outline/joined_text.hpp"

#include <algorithm>

#include "base/any_byte.hpp"
#include "outline/characters.hpp"
#include "read/source_text.hpp"

namespace vanban::outline {

void JoinedText::append(std::string_view repaired, TextSpan span, bool glue, bool new_page) {
  const std::string_view text = repaired.substr(span.begin, span.size());
  const bool parted = any_byte(text.data(), text.data() + text.size(), [](const char* at) {
    static_assert(read::is_separator('\x1C') && read::is_separator('\x1F'));
    return byte_step::in(static_cast<std::uint8_t>(*at), 0x1C, 0x1F);
  });
  if (!parted) return append_piece(repaired, span, glue, new_page);
  const auto next_sign = [text](std::size_t from) {
    const auto* const begin = text.begin() + static_cast<std::ptrdiff_t>(from);
    return static_cast<std::size_t>(std::find_if(begin, text.end(), read::is_separator) -
                                    text.begin());
  };
  std::size_t end = next_sign(0);
  for (std::size_t begin = 0;; end = next_sign(begin)) {
    const std::size_t last = trim_end(text, begin, end);
    const std::size_t first = trim_begin(text, begin, last);
    if (first < last) {
      append_piece(repaired,
                   {span.begin + static_cast<std::uint32_t>(first),
                    span.begin + static_cast<std::uint32_t>(last)},
                   glue, new_page);
      glue = new_page = false;
    }
    if (end == text.size()) return;
    begin = end + 1;
  }
}

void JoinedText::append_piece(std::string_view repaired, TextSpan span, bool glue, bool new_page) {
  if (!text_.empty() && !glue) text_.push_back(' ');
  parted_ = parted_ || (new_page && any_);
  add({static_cast<std::uint32_t>(text_.size()), span, new_page});
  text_.append(repaired.substr(span.begin, span.size()));
}

void JoinedText::add(const Piece& piece) {
  if (!any_) {
    any_ = true;
    only_ = piece;
    return;
  }
  if (more_.empty()) more_.push_back(only_);
  more_.push_back(piece);
}

std::size_t JoinedText::piece_at(std::size_t offset) const {
  const std::span<const Piece> all = pieces();
  if (all.size() == 1) return 0;
  const auto after =
      std::upper_bound(all.begin(), all.end(), offset,
                       [](std::size_t value, const Piece& piece) { return value < piece.at; });
  return after == all.begin() ? 0 : static_cast<std::size_t>(after - all.begin()) - 1;
}

TextSpan JoinedText::place(std::size_t begin, std::size_t end) const {
  const std::span<const Piece> all = pieces();
  if (all.empty()) return {};
  const auto locate = [](const Piece& piece, std::size_t offset) {
    const std::size_t inside = offset > piece.at ? offset - piece.at : 0;
    return piece.span.begin +
           static_cast<std::uint32_t>(std::min<std::size_t>(inside, piece.span.size()));
  };
  const std::uint32_t first = locate(all[piece_at(begin)], begin);
  if (end <= begin) return {first, first};
  // The last byte decides the piece: an end between two pieces belongs to the former.
  return {first, std::max(first, locate(all[piece_at(end - 1)], end))};
}

JoinedText JoinedText::slice(std::size_t begin, std::size_t end) const {
  JoinedText part;
  end = std::min(end, text_.size());
  if (begin >= end) return part;
  part.text_ = text_.substr(begin, end - begin);
  for (const Piece& piece : pieces()) {
    const std::size_t piece_end = piece.at + piece.span.size();
    if (piece_end <= begin || piece.at >= end) continue;
    const std::size_t from = std::max<std::size_t>(begin, piece.at);
    const std::size_t to = std::min(end, piece_end);
    const bool new_page = piece.new_page && from == piece.at;
    part.parted_ = part.parted_ || (new_page && part.any_);
    part.add({static_cast<std::uint32_t>(from - begin),
              {piece.span.begin + static_cast<std::uint32_t>(from - piece.at),
               piece.span.begin + static_cast<std::uint32_t>(to - piece.at)},
              new_page});
  }
  return part;
}

}  // namespace vanban::outline

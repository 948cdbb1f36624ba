#include "plan/places.hpp"

#include <algorithm>

namespace vanban::plan {

std::vector<SourceSpan> Places::pieces(const outline::JoinedText& text, std::size_t begin,
                                       std::size_t end) const {
  if (!text.is_parted() || begin >= end) return {};
  std::vector<TextSpan> spans;
  const auto& pieces = text.pieces();
  for (std::size_t i = text.piece_at(begin); i < pieces.size() && pieces[i].at < end; ++i) {
    const outline::JoinedText::Piece& piece = pieces[i];
    const std::size_t from = std::max<std::size_t>(begin, piece.at);
    const std::size_t to = std::min<std::size_t>(end, piece.at + piece.span.size());
    if (from >= to) continue;
    const TextSpan span{piece.span.begin + static_cast<std::uint32_t>(from - piece.at),
                        piece.span.begin + static_cast<std::uint32_t>(to - piece.at)};
    if (spans.empty() || piece.new_page) {
      spans.push_back(span);
    } else {
      spans.back().end = span.end;
    }
  }
  std::vector<SourceSpan> sources;
  if (spans.size() < 2) return sources;
  sources.reserve(spans.size());
  for (const TextSpan span : spans) sources.push_back(source(span));
  return sources;
}

}  // namespace vanban::plan

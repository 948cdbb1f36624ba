#include "repair/lattice/pieces.hpp"

#include <algorithm>

namespace vanban::repair_stage::lattice {
namespace {

/// Signs that stand close to the word before them, so that a blank before them is a surplus one.
constexpr std::string_view close_to_left = ",.;:!?)]}%/\"'*";
/// Signs that stand close to the word behind them.
constexpr std::string_view close_to_right = "([{/&\"'*";
/// “ ” ‘ ’ … in UTF-8 all begin with these bytes; a quotation mark is close to either side.
constexpr std::string_view general_punctuation = "\xE2\x80";

bool is_close_to_left(std::string_view between, std::size_t at) {
  // The hyphen of "KH-UBND" has no blank behind it, the dash of "thi đua - khen thưởng" has.
  if (between[at] == '-') return at + 1 == between.size();
  return close_to_left.find(between[at]) != std::string_view::npos ||
         (between.substr(at).starts_with(general_punctuation) && between[at + 2] != '\x93' &&
          between[at + 2] != '\x94');  // but dashes
}

bool is_close_to_right(std::string_view between, std::size_t end) {
  const char last = between[end - 1];
  if (close_to_right.find(last) != std::string_view::npos) return true;
  if (last == '-') return end == 1;
  return end >= 3 && between.substr(end - 3).starts_with(general_punctuation) &&
         (last == '\x9C' || last == '\x98');  // “ ‘
}

Gap measure(std::string_view between, bool first, bool last) {
  Gap gap;
  const std::size_t size = between.size();
  const std::size_t tail = std::min(between.find_first_not_of(' '), size);
  gap.newline = first || last || between.find('\n') != std::string_view::npos;
  if (tail == size && !first && !last) {
    gap.joined = true;
    gap.tail = gap.head = static_cast<std::uint32_t>(size);
    return gap;
  }
  std::size_t head = size;
  while (head > 0 && between[head - 1] == ' ') --head;
  gap.tail = first ? 0 : static_cast<std::uint32_t>(tail);
  gap.head = last ? 0 : static_cast<std::uint32_t>(size - head);
  const auto ends_line = [](char byte) { return byte == '\n' || byte == '\r'; };
  if (tail < size && !ends_line(between[tail]) && !is_close_to_left(between, tail)) {
    gap.tail_kept = 1;
  }
  if (head > 0 && !ends_line(between[head - 1]) && !is_close_to_right(between, head)) {
    gap.head_kept = 1;
  }
  return gap;
}

}  // namespace

Pieces cut(std::string_view text, const language::LanguageModel& model) {
  Pieces pieces;
  pieces.text = text;
  // A Vietnamese syllable and its blank have some 6 bytes.
  pieces.words.reserve(text.size() / 5);
  pieces.gaps.reserve(text.size() / 5);
  language::WordScanner scanner(text);
  Piece piece;
  std::size_t end = 0;
  while (scanner.next(piece.word)) {
    piece.id = model.classify(piece.word);
    Gap gap = measure(text.substr(end, piece.word.begin - end), pieces.words.empty(), false);
    gap.boundary = piece.word.after_boundary;
    gap.stop = piece.word.after_stop;
    pieces.gaps.push_back(gap);
    pieces.words.push_back(piece);
    end = piece.word.end;
  }
  Gap gap = measure(text.substr(end), pieces.words.empty(), true);
  gap.boundary = gap.stop = true;
  pieces.gaps.push_back(gap);
  pieces.left.resize(pieces.gaps.size());
  pieces.right.resize(pieces.gaps.size());
  for (std::size_t i = 0; i < pieces.words.size(); ++i) {
    const Piece& one = pieces.words[i];
    pieces.left[i + 1] =
        pieces.right[i] = {one.id, one.word.letter_case == language::LetterCase::upper};
  }
  for (std::size_t i = 0; i < pieces.gaps.size(); ++i) {
    if (pieces.gaps[i].boundary) pieces.left[i] = pieces.right[i] = {};
  }
  return pieces;
}

}  // namespace vanban::repair_stage::lattice

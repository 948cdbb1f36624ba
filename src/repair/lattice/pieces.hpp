#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/language_model.hpp"
#include "vanban/span.hpp"

namespace vanban::repair_stage::lattice {

/// What is kept of a `language::Word`: a long text has millions, of which few are asked for their
/// keys (see Pieces::key).
struct PrintedWord {
  PrintedWord() = default;
  explicit PrintedWord(const language::Word& word)
      : begin(word.begin),
        end(word.end),
        capitals(word.capitals),
        letters(word.letters),
        kind(word.kind),
        letter_case(word.letter_case),
        marked(word.key.size != word.letters) {}

  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint16_t capitals = 0;  ///< as in language::Word
  std::uint8_t letters = 0;
  language::WordKind kind = language::WordKind::word;
  language::LetterCase letter_case = language::LetterCase::lower;
  bool marked = false;  ///< it has letters beyond ASCII
};

/// A word of the text as it stands, and what it is to the model.
struct Piece {
  PrintedWord word;
  bool scrap = false;   ///< see is_scrap
  bool closed = false;  ///< not to be read as anything else: an address, or far from any change
  language::WordId id = language::word_class::unknown;
  float spelling = 0;  ///< nats of letters that make no known word
  float cost = 0;      ///< nats of the word where it stands, `spelling` among them
};

/// What stands between two pieces. Blanks are evidence: each may be a letter that was lost.
///
///     nhà  nước,   tỉnh        joined: head = tail = 2 blanks, nothing else
///        ^^    ^^^^            not joined: tail 0 (before the comma), head 3 (after it)
struct Gap {
  static constexpr std::size_t most = 255;  ///< that are counted; far beyond `max_blanks`
  std::uint8_t tail = 0;                    ///< blanks right behind the piece before
  std::uint8_t head = 0;                    ///< blanks right before the piece after
  std::uint8_t tail_kept : 1 = 0;           ///< so many of them at least are blanks indeed
  std::uint8_t head_kept : 1 = 0;
  bool joined : 1 = false;        ///< nothing else between: tail and head are the same blanks
  bool newline : 1 = false;       ///< a line ends here
  bool boundary : 1 = false;      ///< a sentence or a part of it ends here, so the context does
  bool layout : 1 = false;        ///< what is on either side stands in columns of its own
  bool tail_trimmed : 1 = false;  ///< a line or a cell ends behind the piece before; blanks may be
                                  ///< gone
  bool head_trimmed : 1 = false;  ///< one begins before the piece after, likewise
  bool stop : 1 = false;          ///< a boundary that a capital follows
  bool item : 1 = false;          ///< a line ends here, and a bullet opens the next one
  bool capitals : 1 = false;      ///< of the letters of the line behind it, nearly all are capitals
};

/// A word that readings of its neighbours look at.
struct Neighbour {
  language::WordId id = language::word_class::boundary;
  bool capitals = false;
};

/// A text cut into words; gap i stands before piece i, the last one behind the last piece.
struct Pieces {
  std::string_view text;
  std::vector<Piece> words;
  std::vector<Gap> gaps;
  /// The words on both sides of each gap as far as they are known: as they stand, and after a pass
  /// as it read them.
  std::vector<Neighbour> left;
  std::vector<Neighbour> right;
  bool items_in_capitals = false;    ///< most items of the text begin with capitals
  std::vector<std::string> trusted;  ///< see trust_repeated; sorted

  [[nodiscard]] std::string_view printed(std::uint32_t piece) const {
    const PrintedWord& word = words[piece].word;
    return text.substr(word.begin, word.end - word.begin);
  }
  /// The key of the word, which is read anew.
  [[nodiscard]] language::WordKey key(std::uint32_t piece) const;
};

/// Cuts `text` into `pieces`, whose memory is used again.
void cut(std::string_view text, const language::LanguageModel& model, Pieces& pieces);

/// Cuts the lines around the places `changed`, which are in order, of a text that has been cut as a
/// whole before. Pieces more than a few words away from them are closed.
void cut_around(std::string_view text, std::span<const TextSpan> changed,
                const language::LanguageModel& model, Pieces& pieces);

/// Abbreviations in capitals and numerals that the document has several times are words of it.
void trust_repeated(Pieces& pieces);

/// Blanks between two words beyond this are layout: a field to fill in, a column, an indentation.
inline constexpr std::uint32_t max_blanks = 5;

/// Blanks right behind the piece before a gap, or right before the one behind it, that may be
/// letters of that word, if the other side takes none.
[[nodiscard]] inline std::uint32_t free_tail(const Gap& gap) {
  const std::uint32_t kept = gap.joined ? 1U : gap.tail_kept;
  return gap.tail > max_blanks || gap.tail <= kept ? 0 : gap.tail - kept;
}
[[nodiscard]] inline std::uint32_t free_head(const Gap& gap) {
  const std::uint32_t kept = gap.joined ? 1U : gap.head_kept;
  // Before the first word of an indented line as many blanks may be a letter as anywhere.
  if (gap.newline && gap.head > max_blanks) return 1;
  return gap.head > max_blanks || gap.head <= kept ? 0 : gap.head - kept;
}

}  // namespace vanban::repair_stage::lattice

#include "repair/lattice/pieces.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <unordered_map>

#include "base/release.hpp"
#include "language/surprise.hpp"
#include "repair/lattice/triage.hpp"

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

std::uint8_t count_blanks(std::size_t blanks) {
  return static_cast<std::uint8_t>(std::min(blanks, Gap::most));
}

Gap measure(std::string_view between, bool first, bool last) {
  Gap gap;
  const std::size_t size = between.size();
  if (size == 1 && between[0] == ' ' && !first && !last) {  // most gaps
    gap.joined = true;
    gap.tail = gap.head = 1;
    return gap;
  }
  const std::size_t tail = std::min(between.find_first_not_of(' '), size);
  // More blanks than words need, or a cell's edge, part the columns of a header.
  gap.layout = tail > max_blanks || between.find_first_of("\t|\x1F") != std::string_view::npos;
  gap.newline = first || last || between.find('\n') != std::string_view::npos;
  if (gap.newline && size > 0) {
    const std::size_t line = between.rfind('\n');
    const std::size_t sign =
        between.find_first_not_of(" \t", line == std::string_view::npos ? 0 : line + 1);
    gap.item = sign != std::string_view::npos && (between[sign] == '-' || between[sign] == '+');
  }
  if (tail == size && !first && !last) {
    gap.joined = true;
    gap.tail = gap.head = count_blanks(size);
    return gap;
  }
  std::size_t head = size;
  while (head > 0 && between[head - 1] == ' ') --head;
  gap.tail = first ? 0 : count_blanks(tail);
  gap.head = last ? 0 : count_blanks(size - head);
  const auto ends_line = [](char byte) { return byte == '\n' || byte == '\r'; };
  const auto is_edge = [&](char byte) { return ends_line(byte) || byte == '\x1F'; };
  gap.tail_trimmed = size == 0 ? last : is_edge(between.front());
  gap.head_trimmed = size == 0 ? first : is_edge(between.back());
  if (tail < size && !ends_line(between[tail]) && !is_close_to_left(between, tail)) {
    gap.tail_kept = 1;
  }
  if (head > 0 && !ends_line(between[head - 1]) && !is_close_to_right(between, head)) {
    gap.head_kept = 1;
  }
  return gap;
}

bool is_blank(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t' || byte == '\x1F';
}

bool is_small(char byte) {
  return byte >= 'a' && byte <= 'z';
}

/// How names of files end.
constexpr std::string_view endings[] = {"pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx",
                                        "txt", "rtf", "odt",  "htm", "html", "csv", "xml",
                                        "md",  "zip", "rar",  "jpg", "jpeg", "png"};

/// "...-ND178.pdf": the name of a file ends behind the point at `point`.
bool ends_file_name(std::string_view token, std::size_t point) {
  std::string ending;
  for (std::size_t at = point + 1; at < token.size() && ending.size() < 5; ++at) {
    const char byte = token[at];
    const bool capital = byte >= 'A' && byte <= 'Z';
    if (!capital && !is_small(byte)) break;
    ending += capital ? static_cast<char>(byte + 32) : byte;
  }
  return std::ranges::find(endings, ending) != std::end(endings);
}

/// Whether what stands between blanks is an address or the name of a file: it has an @, or a point
/// or :// within letters, or ends as such names do.
bool is_address(std::string_view token) {
  for (std::size_t i = 1; i + 1 < token.size(); ++i) {
    if (token[i] == '@') return true;
    if (token[i] == ':' && token.substr(i).starts_with("://")) return true;
    if (token[i] != '.') continue;
    if ((is_small(token[i - 1]) && is_small(token[i + 1])) || ends_file_name(token, i)) return true;
  }
  return false;
}

/// Marks the pieces of addresses and of names of files.
void find_addresses(Pieces& pieces) {
  const std::string_view text = pieces.text;
  for (std::size_t i = 0; i + 1 < pieces.words.size(); ++i) {
    const PrintedWord& word = pieces.words[i].word;
    // Only what goes on behind a sign, without a blank, may be one.
    if (word.end >= text.size() || is_blank(text[word.end])) continue;
    if (pieces.words[i].closed) continue;
    std::size_t begin = word.begin;
    while (begin > 0 && !is_blank(text[begin - 1])) --begin;
    std::size_t end = word.end;
    while (end < text.size() && !is_blank(text[end])) ++end;
    const bool address = is_address(text.substr(begin, end - begin));
    for (; i < pieces.words.size() && pieces.words[i].word.begin < end; ++i) {
      pieces.words[i].closed = address;
    }
    --i;
  }
}

/// Closes the letters that open items of a list ("c) Thi đua"), and those of notes in which a
/// stroke parts them: "(b/c)", "Đ/c:", "T/M BAN". Where a blank stands behind the second one, a
/// small letter may be what is left of a word.
void find_notes(Pieces& pieces) {
  const std::string_view behind_notes = ");,.:\n";
  const std::string_view text = pieces.text;
  const auto is_letter = [&pieces](std::size_t i) {
    return pieces.words[i].word.letters == 1 &&
           pieces.words[i].word.kind == language::WordKind::word;
  };
  const auto ends_note = [text, behind_notes](std::size_t at) {
    return at >= text.size() || behind_notes.find(text[at]) != std::string_view::npos;
  };
  for (std::size_t i = 0; i < pieces.words.size(); ++i) {
    const std::size_t stroke = pieces.words[i].word.end;
    if (!is_letter(i) || stroke >= text.size()) continue;
    if (pieces.gaps[i].newline && text[stroke] == ')') pieces.words[i].closed = true;
    if (text[stroke] != '/') continue;
    const bool pair = i + 1 < pieces.words.size() && pieces.words[i + 1].word.begin == stroke + 1 &&
                      is_letter(i + 1);
    const bool capitals =
        pair && pieces.words[i].word.capitals != 0 && pieces.words[i + 1].word.capitals != 0;
    if (!capitals && !ends_note(pair ? pieces.words[i + 1].word.end : stroke + 1)) continue;
    pieces.words[i].closed = true;
    if (pair) pieces.words[i + 1].closed = true;
  }
}

/// Abbreviations, numerals and single letters are capitals anywhere.
bool tells_of_case(const Piece& piece, const language::LanguageModel& model) {
  return piece.word.letters > 1 && piece.id >= language::word_class::count &&
         !model.is_mostly_upper(piece.id);
}

/// How items begin in this text.
void look_at_items(Pieces& pieces) {
  std::size_t capitals = 0;
  std::size_t small = 0;
  for (std::size_t i = 0; i < pieces.words.size(); ++i) {
    if (!pieces.gaps[i].item) continue;
    const language::LetterCase first = pieces.words[i].word.letter_case;
    ++(first == language::LetterCase::lower ? small : capitals);
  }
  pieces.items_in_capitals = capitals > 2 * small + 1;
}

/// Letters of a line by their case.
struct LetterCount {
  std::uint32_t telling = 0;   ///< of words that are not in capitals anyway
  std::uint32_t capitals = 0;  ///< among them
  std::uint32_t running = 0;   ///< of words beside another one, with a blank between
  std::uint32_t small = 0;     ///< of any word
};

/// Whether they are of a heading in capitals: by its words or, where damage has left few words that
/// are any, because it is long and nothing in it is small.
bool is_in_capitals(const LetterCount& count) {
  // "SỞ NỘI VỤ", but not "UBND" alone; "T  CH C TH C HI N".
  constexpr std::uint32_t fewest = 5;
  constexpr std::uint32_t long_run = 3;
  if (count.telling >= fewest) return count.capitals * 10 >= count.telling * 9;
  return count.small == 0 && count.running >= long_run;
}

/// Lines, and cells of a table, that are printed in capitals.
void find_lines_of_capitals(Pieces& pieces, const language::LanguageModel& model) {
  const auto count = static_cast<std::uint32_t>(pieces.words.size());
  for (std::uint32_t begin = 0; begin < count;) {
    LetterCount letters;
    std::uint32_t end = begin;
    do {
      const PrintedWord& word = pieces.words[end].word;
      const std::uint32_t size = std::min<std::uint32_t>(word.letters, 16);
      const auto capitals = static_cast<std::uint32_t>(std::popcount(word.capitals));
      if (tells_of_case(pieces.words[end], model)) {
        letters.telling += size;
        letters.capitals += capitals;
      }
      if (pieces.gaps[end].joined || pieces.gaps[end + 1].joined) letters.running += size;
      letters.small += size - capitals;
      ++end;
    } while (end < count && !pieces.gaps[end].newline && !pieces.gaps[end].layout);
    const bool all = is_in_capitals(letters);
    for (std::uint32_t i = begin; i < end; ++i) pieces.gaps[i].capitals = all;
    begin = end;
  }
}

/// No syllable has so many letters, and few foreign words have marks: what has both is mostly
/// several words, each with letters of its own to pay for. Nats above the spelling's.
float joined_surcharge(const language::ReadWord& read) {
  constexpr std::uint8_t longest_syllable = 8;
  constexpr std::uint8_t longest_joined = 40;
  constexpr float joined_letter = 3.5F;
  const language::Word& word = read.word;
  const bool marked = word.end - word.begin > word.letters;
  if (read.id != language::word_class::unknown || word.letters <= longest_syllable || !marked) {
    return 0;
  }
  return joined_letter * static_cast<float>(std::min(word.letters, longest_joined)) -
         language::spelling_cost(read.id, word);
}

/// Room for so many elements, which are not kept: the old memory goes before the new one comes.
template <class Element>
void make_room(std::vector<Element>& elements, std::size_t count) {
  elements.clear();
  if (elements.capacity() >= count) return;
  release(elements);
  elements.reserve(count);
}

/// Appends the pieces of whole lines of the text, and the gaps before them.
void add_lines(TextSpan lines, const language::LanguageModel& model, Pieces& pieces) {
  const std::string_view text = pieces.text;
  // Behind other lines, which are not cut, a line begins.
  std::size_t end = lines.begin > 0 ? lines.begin - 1 : 0;
  const auto printed = text.substr(lines.begin, lines.size());
  language::walk_words(printed, model, [&](const language::ReadWord& read) {
    Piece& piece = pieces.words.emplace_back();
    piece.word = PrintedWord(read.word);
    piece.word.begin += lines.begin;
    piece.word.end += lines.begin;
    piece.id = read.id;
    piece.spelling = language::spelling_cost(read.id, read.word);
    piece.cost = read.cost;
    piece.scrap = is_scrap(read.word);
    // Shorter ones are list letters and units, too.
    if (piece.scrap && read.word.letters > 2) {
      piece.spelling += scrap_surcharge;
      piece.cost += scrap_surcharge;
    }
    const float joined = joined_surcharge(read);
    piece.spelling += joined;
    piece.cost += joined;
    Gap& gap = pieces.gaps.emplace_back(
        measure(text.substr(end, piece.word.begin - end), end == 0, false));
    gap.boundary = read.word.after_boundary;
    gap.stop = read.word.after_stop;
    end = piece.word.end;
  });
}

/// The gap behind the last piece, and what is said of pieces by those beside them.
void finish(const language::LanguageModel& model, Pieces& pieces) {
  const std::size_t end = pieces.words.empty() ? 0 : pieces.words.back().word.end;
  Gap gap = measure(pieces.text.substr(end), pieces.words.empty(), true);
  gap.boundary = gap.stop = true;
  pieces.gaps.push_back(gap);
  find_lines_of_capitals(pieces, model);
  find_addresses(pieces);
  find_notes(pieces);
  pieces.left.assign(pieces.gaps.size(), {});
  pieces.right.assign(pieces.gaps.size(), {});
  for (std::size_t i = 0; i < pieces.words.size(); ++i) {
    const Piece& one = pieces.words[i];
    pieces.left[i + 1] =
        pieces.right[i] = {one.id, one.word.letter_case == language::LetterCase::upper &&
                                       !model.is_mostly_upper(one.id)};
  }
  for (std::size_t i = 0; i < pieces.gaps.size(); ++i) {
    if (pieces.gaps[i].boundary) pieces.left[i] = pieces.right[i] = {};
  }
}

/// The lines with the places, and as many beside them as hold the words that are read with them.
std::vector<TextSpan> lines_around(std::string_view text, std::span<const TextSpan> places) {
  constexpr std::size_t reach = 160;  // bytes; some 25 words
  std::vector<TextSpan> lines;
  std::size_t done = 0;  // bytes before it are of lines that are there, or of none
  for (const TextSpan place : places) {
    if (place.end + reach <= done) continue;
    std::size_t begin = place.begin > done + reach ? place.begin - reach : done;
    while (begin > done && text[begin - 1] != '\n') --begin;
    const std::size_t from = std::max<std::size_t>(done, std::min(place.end + reach, text.size()));
    const std::size_t line_end = std::min(text.find('\n', from), text.size() - 1) + 1;
    if (!lines.empty() && begin == done) {
      lines.back().end = static_cast<std::uint32_t>(line_end);
    } else {
      lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(line_end)});
    }
    done = line_end;
  }
  return lines;
}

/// Closes the pieces that are more than a few words away from the places `changed`.
void close_far_from(std::span<const TextSpan> changed, Pieces& pieces) {
  constexpr std::size_t reach = 4;
  const std::size_t count = pieces.words.size();
  std::size_t open_from = 0;  // pieces before it are done
  std::size_t at = 0;
  for (const TextSpan& place : changed) {
    while (at < count && pieces.words[at].word.end < place.begin) ++at;
    const std::size_t first = at > reach ? at - reach : 0;
    for (; open_from < first; ++open_from) pieces.words[open_from].closed = true;
    while (at < count && pieces.words[at].word.begin <= place.end) ++at;
    open_from = std::max(open_from, std::min(count, at + reach));
  }
  for (; open_from < count; ++open_from) pieces.words[open_from].closed = true;
}

bool is_abbreviation(const Piece& piece) {
  return piece.spelling > 0 && piece.word.letter_case == language::LetterCase::upper;
}

/// What the document has several times costs no more than any word.
void trust(Pieces& pieces) {
  if (pieces.trusted.empty()) return;
  for (std::uint32_t i = 0; i < pieces.words.size(); ++i) {
    Piece& piece = pieces.words[i];
    if (!is_abbreviation(piece)) continue;
    if (!std::ranges::binary_search(pieces.trusted, pieces.printed(i), std::less<>())) continue;
    piece.cost -= piece.spelling;
    piece.spelling = 0;
  }
}

}  // namespace

language::WordKey Pieces::key(std::uint32_t piece) const {
  language::WordScanner scanner(printed(piece));
  language::Word word;
  scanner.next(word);
  return word.key;
}

void cut(std::string_view text, const language::LanguageModel& model, Pieces& pieces) {
  pieces.text = text;
  // A Vietnamese syllable and its blank have some 6 bytes.
  make_room(pieces.words, text.size() / 5);
  make_room(pieces.gaps, text.size() / 5);
  add_lines({0, static_cast<std::uint32_t>(text.size())}, model, pieces);
  finish(model, pieces);
  look_at_items(pieces);
}

void cut_around(std::string_view text, std::span<const TextSpan> changed,
                const language::LanguageModel& model, Pieces& pieces) {
  pieces.text = text;
  pieces.words.clear();
  pieces.gaps.clear();
  for (const TextSpan lines : lines_around(text, changed)) add_lines(lines, model, pieces);
  finish(model, pieces);
  close_far_from(changed, pieces);
  trust(pieces);
}

void trust_repeated(Pieces& pieces) {
  constexpr int enough = 3;
  std::unordered_map<std::string_view, int> sightings;
  for (std::uint32_t i = 0; i < pieces.words.size(); ++i) {
    if (is_abbreviation(pieces.words[i])) ++sightings[pieces.printed(i)];
  }
  pieces.trusted.clear();
  for (const auto& [printed, count] : sightings) {
    if (count >= enough) pieces.trusted.emplace_back(printed);
  }
  std::ranges::sort(pieces.trusted);
  trust(pieces);
}

}  // namespace vanban::repair_stage::lattice

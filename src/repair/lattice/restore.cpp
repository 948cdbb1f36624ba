// The channel is a property of the document: a first pass in which every letter may be lost finds
// the sure repairs; they tell which letters this document loses, and the next pass believes it.
#include "repair/lattice/restore.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/release.hpp"
#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "repair/lattice/absent_letters.hpp"
#include "repair/lattice/arcs.hpp"
#include "repair/lattice/channel.hpp"
#include "repair/lattice/decode.hpp"
#include "repair/lattice/document_words.hpp"
#include "repair/lattice/list_markers.hpp"
#include "repair/lattice/meant_wording.hpp"
#include "repair/lattice/mistyped.hpp"
#include "repair/lattice/pieces.hpp"
#include "repair/lattice/triage.hpp"
#include "repair/lattice/word_arcs.hpp"

namespace vanban::repair_stage::lattice {
namespace {

using language::LanguageModel;

/// A reading is taken where the text as it stands is less likely by a margin of its kind. Of
/// several ways to read what is damaged the likeliest is better than none, as long as it is this
/// likely.
constexpr double min_posterior = 0.3;
/// One reading proves no more than this.
constexpr float max_evidence = 20;
/// And of the loss of a letter this.
constexpr float max_evidence_of_letter = 6;
/// Over the whole text, each with what the document was seen to do by the pass before. Two are made
/// anyway, and more as long as the set of lost letters still grows or shrinks.
constexpr int max_passes = 4;
constexpr int max_rounds = 6;

bool is_sure(const Reading& reading) {
  const float min_margin = row_of(reading.arc.kind).min_margin;
  // A word out of nothing but blanks needs more to be believed: the blanks may be a table's.
  if (reading.arc.first == reading.arc.last) {
    const float of_lost_word = reading.arc.kind == RepairKind::dropped_letter ? 3 : 4;
    return reading.margin >= of_lost_word && reading.posterior >= 0.7;
  }
  return reading.margin >= min_margin && reading.posterior >= min_posterior;
}

/// The confidence of such a reading at most: of some fifty in 1.13 million syllables of held-out
/// text all were right.
constexpr double most_evident = 0.99;

/// Nats of a word behind another one.
float cost_behind(language::WordId last, language::WordId next, const LanguageModel& model) {
  language::Context context{last, language::Context::no_bigram};
  return model.cost(context, next);
}

/// Whether the letters of the piece may have been misread so that one reading proves itself: small
/// ones, or capitals where the line has hardly any other; those of a name are not, but that a
/// sentence opens with a capital.
bool may_be_evident(std::uint32_t piece, const Pieces& pieces, bool might_be_syllable) {
  const PrintedWord& word = pieces.words[piece].word;
  if (word.kind != language::WordKind::word || word.letters < 2) return false;
  if (word.letter_case == language::LetterCase::lower) return true;
  // "ĐứcHùng" shows where it is joined; words without marks are names of firms.
  if (word.letter_case == language::LetterCase::mixed) return word.marked;
  if (word.letter_case == language::LetterCase::title && !might_be_syllable) {
    return piece == 0 || pieces.gaps[piece].newline || pieces.gaps[piece].stop;
  }
  return word.letter_case == language::LetterCase::upper && pieces.gaps[piece].capitals;
}

/// Whether a reading proves itself, whatever else is known of the document: what is printed is no
/// word of the vocabulary nor a name, what is read for it is a syllable, or several, that the model
/// has seen beside both neighbours, and nothing else comes near. Where one side is no neighbour, or
/// one that it has not seen, the other one has to be its usual one.
bool is_evident(const Reading& reading, const Pieces& pieces, const Arcs& arcs,
                const LanguageModel& model) {
  constexpr float of_a_syllable = 3;  // more, where what is printed might be one
  constexpr float of_one_side = 2;    // more, where only one side speaks for it
  constexpr float usual = 3.5F;       // nats of a usual neighbour
  const Arc& arc = reading.arc;
  if (arc.last != arc.first + 1 || reading.posterior < most_evident) return false;
  const float needed = row_of(arc.kind).evident_margin;
  if (reading.margin < needed) return false;
  const bool might_be = language::is_syllable(pieces.printed(arc.first));
  if (pieces.words[arc.first].id >= language::word_class::count ||
      !may_be_evident(arc.first, pieces, might_be)) {
    return false;
  }
  if (reading.margin < needed + of_a_syllable && might_be) return false;
  std::span<const language::WordId> words(&arc.word, 1);
  if (arc.rewrite != no_rewrite) {
    const Rewrite& rewrite = arcs.rewrites[arc.rewrite];
    words = std::span(rewrite.words).first(rewrite.count);
  }
  // Parts of a foreign word may be words ("kê pi"), but hardly usual ones.
  const float rarest = words.size() > 1 ? 9.5F : 19;
  const auto is_syllable_of_language = [&model, rarest](language::WordId id) {
    return id >= language::word_class::count && model.unigram_cost(id) < rarest &&
           language::is_syllable(model.text_of(id));
  };
  if (!std::ranges::all_of(words, is_syllable_of_language)) return false;
  const auto is_seen = [&model](language::WordId last, language::WordId next) {
    return model.find_pair(model.locate_pair(last, next)) != language::Context::no_bigram;
  };
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!is_seen(words[i - 1], words[i])) return false;
  }
  const bool has_left = arc.first > 0 && !pieces.gaps[arc.first].boundary;
  const bool has_right = arc.last < pieces.words.size() && !pieces.gaps[arc.last].boundary;
  const language::WordId left = has_left ? pieces.words[arc.first - 1].id : 0;
  const language::WordId right = has_right ? pieces.words[arc.last].id : 0;
  const bool fits_left = has_left && is_seen(left, words.front());
  const bool fits_right = has_right && is_seen(words.back(), right);
  if (fits_left && fits_right) return true;
  if (might_be || reading.margin < needed + of_one_side) return false;
  return (fits_left && cost_behind(left, words.front(), model) <= usual) ||
         (fits_right && cost_behind(words.back(), right, model) <= usual);
}

/// Whether a word as it stands goes with one in the next cell of a table, where what is read does
/// not: cells break phrases ("NỘI | DUNG"), and to the search each is a text of its own.
bool goes_with_next_cell(const Reading& reading, const Pieces& pieces, const LanguageModel& model) {
  constexpr float leads_to = 3;
  constexpr float better = 3;
  const Arc& arc = reading.arc;
  if (arc.last != arc.first + 1) return false;
  const language::WordId printed = pieces.words[arc.first].id;
  if (printed < language::word_class::count) return false;
  const auto is_edge = [&pieces](std::uint32_t gap) {
    return pieces.gaps[gap].layout && pieces.gaps[gap].boundary && gap > 0 &&
           gap < pieces.words.size();
  };
  if (is_edge(arc.first)) {
    const language::WordId last = pieces.words[arc.first - 1].id;
    const float cost = cost_behind(last, printed, model);
    if (cost <= leads_to && cost_behind(last, arc.word, model) > cost + better) return true;
  }
  if (is_edge(arc.last)) {
    const language::WordId next = pieces.words[arc.last].id;
    const float cost = cost_behind(printed, next, model);
    if (cost <= leads_to && cost_behind(arc.word, next, model) > cost + better) return true;
  }
  return false;
}

/// Words of other languages that Vietnamese writes in one, and that no vocabulary holds for they
/// are rare.
constexpr std::string_view loanwords[] = {"bida",  "cácbon",  "hoocmon", "khơme",
                                          "kêpi",  "milimét", "môđun",   "phốtpho",
                                          "virút", "ximăng",  "ôzôn",    "ăngghen"};
static_assert(std::ranges::is_sorted(loanwords));

/// Whether the words that a joined one is parted into are there by chance: parts of a foreign word
/// or name ("nick name", "Gilbert son") or of an abbreviation ("KH ĐT"), or rare ones that go
/// neither with each other nor with those beside them ("áp dụ ung").
bool is_parted_by_chance(const Reading& reading, const Pieces& pieces, const Arcs& arcs,
                         const LanguageModel& model) {
  constexpr float rare = 8.5F;
  const Arc& arc = reading.arc;
  if (arc.kind != RepairKind::joined_words || arc.rewrite == no_rewrite) return false;
  const Rewrite& rewrite = arcs.rewrites[arc.rewrite];
  const std::span<const language::WordId> words(rewrite.words.data(), rewrite.count);
  const auto is_word = [](language::WordId id) { return id != language::word_class::boundary; };
  if (!std::ranges::all_of(words, is_word)) return false;
  const PrintedWord& printed = pieces.words[arc.first].word;
  if (std::ranges::binary_search(loanwords, language::key_text(pieces.key(arc.first)).view()))
    return true;
  const auto is_foreign = [&model](language::WordId id) {
    return !model.is_mostly_upper(id) && !language::is_syllable(model.text_of(id));
  };
  // "ng", "th" are short forms, too; but "nghành" is no "ng hành".
  const auto is_onset = [&model](language::WordId id) {
    return std::ranges::find(onset_clusters, std::string_view(model.text_of(id))) !=
           onset_clusters.end();
  };
  if (printed.letter_case != language::LetterCase::mixed &&
      std::ranges::any_of(words.first(words.size() - 1), is_onset)) {
    return true;
  }
  const bool is_name = printed.letter_case == language::LetterCase::title && !printed.marked &&
                       arc.last == arc.first + 1;
  if (printed.letter_case == language::LetterCase::upper &&
      printed.kind == language::WordKind::word &&
      std::ranges::all_of(words, [&model](auto id) { return model.is_mostly_upper(id); })) {
    return true;
  }
  const auto is_seen = [&model](language::WordId last, language::WordId next) {
    return model.find_pair(model.locate_pair(last, next)) != language::Context::no_bigram;
  };
  // "WorldCup" says by itself where it is joined.
  const bool shows_seam = printed.letter_case == language::LetterCase::mixed;
  bool last_is_foreign = is_name;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool foreign = is_foreign(words[i]);
    const bool known = shows_seam && i > 0 && is_seen(words[i - 1], words[i]);
    if (foreign && last_is_foreign && !known) return true;
    last_is_foreign = foreign || is_name;
  }
  bool seen = arc.first > 0 && is_seen(pieces.words[arc.first - 1].id, words.front());
  seen =
      seen || (arc.last < pieces.words.size() && is_seen(words.back(), pieces.words[arc.last].id));
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (model.unigram_cost(words[i]) < rare) return false;
    seen = seen || (i > 0 && is_seen(words[i - 1], words[i]));
  }
  return !seen;
}

/// Words between quotation marks that have no marks at all, around [begin, end): what messages and
/// searches are typed like, and quoted so. 0 where that is no such quotation.
std::size_t words_of_bare_quotation(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t longest = 400;  // bytes to either side
  const auto is_bare = [text](std::size_t at) {
    const char byte = text[at];
    return static_cast<unsigned char>(byte) < 0x80 && byte != '\n' && byte != '\x1F';
  };
  const auto is_letter = [text](std::size_t at) {
    return at < text.size() && language::byte_class(text[at]) == language::ByteClass::letter;
  };
  // An apostrophe within a word is no mark of a quotation: "H'Mông"; nor is that of "'75" one that
  // opens, or any that stands behind a word.
  const auto is_single = [&](std::size_t at) {
    return text[at] == '\'' && !(at > 0 && is_letter(at - 1) && is_letter(at + 1));
  };
  // “ ” are three bytes, of which E2 80 are the first two.
  const auto opens = [&](std::size_t at) {
    if (is_single(at)) return (at == 0 || !is_letter(at - 1)) && is_letter(at + 1);
    return text[at] == '"' || (at >= 2 && text.substr(at - 2, 3) == "\u201C");
  };
  const auto closes = [&](std::size_t at) {
    if (is_single(at)) return !is_letter(at + 1);
    return text[at] == '"' || text.substr(at, 3) == "\u201D";
  };
  std::size_t first = begin;
  while (first > 0 && begin - first < longest && is_bare(first - 1) && !opens(first - 1) &&
         !is_single(first - 1)) {
    --first;
  }
  if (first == 0 || !opens(first - 1)) return 0;
  std::size_t last = end;
  while (last < text.size() && last - end < longest && is_bare(last) && !closes(last) &&
         !is_single(last)) {
    ++last;
  }
  if (last == text.size() || !closes(last)) return 0;
  std::size_t words = 0;
  bool in_word = false;
  for (const char byte : text.substr(first, last - first)) {
    const bool letter = language::byte_class(byte) == language::ByteClass::letter;
    words += letter && !in_word ? 1U : 0U;
    in_word = letter;
  }
  return words;
}

/// Whether what is read is a quotation that was typed without marks.
bool is_quoted_bare(const Reading& reading, const Pieces& pieces, std::string_view text,
                    std::uint32_t offset, const Channel& channel) {
  constexpr std::size_t fewest = 2;
  constexpr std::size_t fewest_beside_lost_marks = 4;
  const Arc& arc = reading.arc;
  if (arc.kind != RepairKind::missing_diacritics && arc.kind != RepairKind::ocr) return false;
  if (loses_nearly_all_marks(channel)) return false;
  const std::size_t words =
      words_of_bare_quotation(text, offset + pieces.words[arc.first].word.begin,
                              offset + pieces.words[arc.last - 1].word.end);
  return words >= (loses_marks(channel) ? fewest_beside_lost_marks : fewest);
}

/// Whether an abbreviation in small letters gets a mark in a text that has its marks: "hdnd" is as
/// well the name of something in code.
bool is_bare_abbreviation(const Arc& arc, const Pieces& pieces, const Channel& channel) {
  if (arc.kind != RepairKind::missing_diacritics || loses_marks(channel)) return false;
  constexpr std::string_view vowels = "aeiouy";
  const std::string_view printed = pieces.printed(arc.first);
  return arc.last == arc.first + 1 && printed.size() > 1 &&
         printed.find_first_of(vowels) == std::string_view::npos &&
         std::ranges::all_of(printed, [](char byte) { return byte >= 'a' && byte <= 'z'; });
}

/// Whether one letter beside another one is taken for a third: they are a list of letters.
bool is_of_list_of_letters(const Arc& arc, const Pieces& pieces) {
  if (arc.kind != RepairKind::ocr || arc.last != arc.first + 1) return false;
  const auto is_letter = [&pieces](std::size_t i) {
    return i < pieces.words.size() && pieces.words[i].word.letters == 1;
  };
  const std::size_t place = arc.first;
  return is_letter(place) && ((place > 0 && is_letter(place - 1)) || is_letter(place + 1));
}

/// Whether letters are taken for other round ones beneath the same marks: "đó" for "đá".
bool takes_round_letters(const Pieces& pieces, const LanguageModel& model, const Arcs& arcs,
                         const Arc& arc) {
  constexpr std::string_view round = "aeo";
  bool round_ones = false;
  for_each_misreading(pieces, model, arcs, arc, [&](Misreading one) {
    const auto read = static_cast<std::uint16_t>(one >> 16U);
    const auto right = static_cast<std::uint16_t>(one & 0xFFFFU);
    if (read < 0x80 || right < 0x80) return;
    const char from = language::bare_letter(read);
    const char to = language::bare_letter(right);
    round_ones = round_ones || (from != to && round.find(from) != std::string_view::npos &&
                                round.find(to) != std::string_view::npos);
  });
  return round_ones;
}

/// Whether a syllable is taken for another one where neither neighbour (`left`, `right`, as they
/// are read) has been seen beside what is read: it is rare, and that is all that speaks against it
/// ("Rọ thép"). Where it has, but for round letters beneath the same marks, that is not enough
/// either.
bool is_only_rare(const Reading& reading, language::WordId left, language::WordId right,
                  const Pieces& pieces, const Arcs& arcs, const LanguageModel& model) {
  constexpr float enough = 9;  // nats by which it reads better, whatever stands beside it
  const Arc& arc = reading.arc;
  if (arc.kind != RepairKind::ocr || arc.last != arc.first + 1 || arc.rewrite != no_rewrite ||
      reading.margin >= enough) {
    return false;
  }
  if (pieces.words[arc.first].id < language::word_class::count ||
      !language::is_syllable(pieces.printed(arc.first))) {
    return false;
  }
  const auto is_seen = [&model](language::WordId last, language::WordId next) {
    return model.find_pair(model.locate_pair(last, next)) != language::Context::no_bigram;
  };
  if (takes_round_letters(pieces, model, arcs, arc)) return true;
  const auto is_word = [](language::WordId id) { return id != language::word_class::boundary; };
  return !(is_word(left) && is_seen(left, arc.word)) &&
         !(is_word(right) && is_seen(arc.word, right));
}

/// Marks the readings of `is_only_rare`, each between its neighbours as these readings have them.
std::vector<bool> find_only_rare(const std::vector<Reading>& readings, const Pieces& pieces,
                                 const Arcs& arcs, const LanguageModel& model) {
  std::vector<bool> rare(readings.size());
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const Arc& arc = readings[i].arc;
    language::WordId left = pieces.left[arc.first].id;
    language::WordId right = pieces.right[arc.last].id;
    const auto touches = [&](const Arc& one, const Arc& next) {
      return one.last == next.first && !pieces.gaps[next.first].boundary &&
             one.rewrite == no_rewrite && next.rewrite == no_rewrite;
    };
    if (i > 0 && touches(readings[i - 1].arc, arc)) left = readings[i - 1].arc.word;
    if (i + 1 < readings.size() && touches(arc, readings[i + 1].arc)) {
      right = readings[i + 1].arc.word;
    }
    rare[i] = is_only_rare(readings[i], left, right, pieces, arcs, model);
  }
  return rare;
}

/// Drops readings against which speaks what the search does not look at. The pieces are those of
/// `text` from `offset` on.
void drop_unlikely(const Pieces& pieces, const Arcs& arcs, const LanguageModel& model,
                   std::string_view text, std::uint32_t offset, const Channel& channel,
                   std::vector<Reading>& readings) {
  const std::vector<bool> rare = find_only_rare(readings, pieces, arcs, model);
  std::size_t next = 0;
  std::erase_if(readings, [&](const Reading& reading) {
    return rare[next++] || goes_with_next_cell(reading, pieces, model) ||
           is_parted_by_chance(reading, pieces, arcs, model) ||
           is_of_list_of_letters(reading.arc, pieces) ||
           is_bare_abbreviation(reading.arc, pieces, channel) ||
           is_quoted_bare(reading, pieces, text, offset, channel);
  });
}

using Kinds = std::array<bool, kind_count>;

/// Tells the words on both sides of a reading what stands there now.
void note_neighbours(const std::vector<Reading>& readings, Pieces& pieces) {
  for (const Reading& reading : readings) {
    const Arc& arc = reading.arc;
    if (arc.first == arc.last || arc.rewrite != no_rewrite || !is_sure(reading)) continue;
    const Neighbour word{arc.word, (arc.capitals & 2U) != 0};
    if (!pieces.gaps[arc.first].boundary) pieces.right[arc.first] = word;
    if (!pieces.gaps[arc.last].boundary) pieces.left[arc.last] = word;
  }
}

EditList print_sure(const Pieces& pieces, const LanguageModel& model, const Arcs& arcs,
                    const std::vector<Reading>& readings) {
  EditList edits;
  edits.reserve(static_cast<std::size_t>(std::ranges::count_if(readings, is_sure)));
  for (const Reading& reading : readings) {
    if (!is_sure(reading)) continue;
    Edit edit = print(pieces, model, arcs, reading.arc);
    edit.confidence = reading.posterior;
    edits.push_back(std::move(edit));
  }
  return edits;
}

void count_letters(std::string_view text, Tally& tally) {
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end;) {
    const std::size_t length = language::letter_length(at, end);
    if (length != 0) ++tally.seen[letter_index(std::string_view(at, length))];
    at += length != 0 ? length : language::code_point_length(*at);
  }
}

void count_gaps(const Pieces& pieces, Tally& tally) {
  for (const Gap& gap : pieces.gaps) {
    if (gap.joined && gap.tail <= max_blanks) {
      ++tally.gaps;
      tally.wide_gaps += gap.tail > 1 ? 1U : 0U;
      tally.surplus_blanks += gap.tail > 1 ? 1U : 0U;
    } else if (gap.newline) {
      ++tally.line_starts;
      tally.surplus_indents += gap.head > gap.head_kept ? 1U : 0U;
    }
  }
}

/// What the text is made of, before any repair.
Tally count_text(const Pieces& pieces, const LanguageModel& model, const Candidates& candidates) {
  Tally tally;
  count_letters(pieces.text, tally);
  count_gaps(pieces, tally);
  tally.words = static_cast<std::uint32_t>(pieces.words.size());
  for (std::uint32_t i = 0; i < pieces.words.size(); ++i) {
    const Piece& piece = pieces.words[i];
    if (piece.id < language::word_class::count) continue;
    if (piece.word.marked) ++tally.marked_words;
    if (!candidates.has_two_placements(piece.id)) continue;
    // The model's own spelling of a word is one placement, what else is printed is the other.
    const std::uint16_t spelling = model.find_spelling(pieces.key(i));
    if (is_new_placement(model.text_of(spelling))) {
      ++tally.new_placements;
    } else {
      ++tally.old_placements;
    }
  }
  return tally;
}

/// A number for what is printed and what is read.
std::uint64_t proof_of(const Pieces& pieces, const Arc& arc) {
  const std::uint64_t printed = language::hash_key(pieces.key(arc.first));
  return printed * 31 + std::uint64_t{arc.word} * 8 + number_of(arc.kind);
}

/// A number for what is read between which words.
std::uint64_t context_of(const Pieces& pieces, const Arc& arc) {
  const std::uint64_t left = pieces.left[arc.first].id;
  const std::uint64_t right = pieces.right[arc.last].id;
  return (std::uint64_t{arc.word} << 40U) ^ (left << 20U) ^ right;
}

/// What a reading proves of the document. A change from one usual word to another may be chance
/// where a change from what is no word is not, and the same change again proves little more. A
/// blank that is one too many is no chance.
struct Evidence {
  float nats = 0;
  float of_scrap = 0;  ///< more, where consonants are no word because a letter is gone
};
Evidence evidence_of(const Reading& reading, const Pieces& pieces, const LanguageModel& model,
                     Tally& tally) {
  constexpr float usual_word = 11.5F;  // nats by itself
  constexpr float of_usual_word = 4;
  constexpr float hardly_chance = 10;  // ... but where so much speaks against it, hardly
  constexpr float of_no_chance = 15;
  constexpr float again = 0.25F;
  const Arc& arc = reading.arc;
  const float margin = std::min(reading.margin, max_evidence);
  if (arc.kind == RepairKind::dropped_glyph) {
    // In a wide indent nobody sees whether a blank is one too many.
    const Gap& before = pieces.gaps[arc.first];
    const bool in_indent =
        arc.lead > 0 && arc.trail == 0 && before.newline && before.head > max_blanks;
    return {in_indent ? 0 : margin};
  }
  const bool fresh = tally.proofs.insert(proof_of(pieces, arc)).second;
  const Piece& piece = pieces.words[arc.first];
  const bool usual = arc.first + 1 == arc.last && piece.id >= language::word_class::count &&
                     model.unigram_cost(piece.id) < usual_word;
  const float weight = fresh ? 1 : again;
  const float most = margin < hardly_chance ? of_usual_word : of_no_chance;
  const float nats = (usual ? std::min(margin, most) : margin) * weight;
  const bool scrap = arc.kind == RepairKind::dropped_letter && piece.scrap;
  return {nats, scrap ? margin * weight - nats : 0};
}

/// Adds what the sure readings put back, and takes off the blanks that they explain.
void count_readings(const Pieces& pieces, const LanguageModel& model, const Arcs& arcs,
                    const std::vector<Reading>& readings, Tally& tally) {
  const auto explain = [](std::uint32_t& surplus) { surplus -= surplus > 0 ? 1U : 0U; };
  for (const Reading& reading : readings) {
    if (!is_sure(reading)) continue;
    const Arc& arc = reading.arc;
    const std::size_t kind = number_of(arc.kind);
    tally.count[kind] += 1;
    const Evidence evidence = evidence_of(reading, pieces, model, tally);
    tally.evidence[kind] += evidence.nats;
    tally.evidence_of_scraps += evidence.of_scrap;
    const auto add_lost = [&](auto& letters) {
      for_each_lost(arc, [&](std::uint16_t letter, std::uint32_t position) {
        letters[has_bit(arc.capitals, position) ? capital_of(letter) : letter] += 1;
      });
    };
    if (arc.kind == RepairKind::dropped_glyph) {
      add_lost(tally.repaired);
      const Gap& before = pieces.gaps[arc.first];
      if (arc.lead > 0 && before.joined) explain(tally.surplus_blanks);
      if (arc.lead > 0 && before.newline) explain(tally.surplus_indents);
      if (arc.trail > 0 && pieces.gaps[arc.last].joined) explain(tally.surplus_blanks);
    } else if (arc.kind == RepairKind::dropped_letter) {
      add_lost(tally.regained);
      if (tally.contexts.insert(context_of(pieces, arc)).second) {
        for_each_lost(arc, [&](std::uint16_t letter, std::uint32_t) {
          tally.evidence_of_gone[letter] += std::min(reading.margin, max_evidence_of_letter);
        });
      }
      if (arc.first == arc.last) explain(tally.surplus_blanks);
    } else if (arc.kind == RepairKind::joined_words) {
      tally.in_words[kind] += static_cast<float>(arcs.rewrites[arc.rewrite].count - 1);
    } else if (arc.kind == RepairKind::split_word) {
      tally.in_words[kind] += static_cast<float>(arc.last - arc.first - 1);
    } else if (arc.kind == RepairKind::ocr) {
      for_each_misreading(pieces, model, arcs, arc,
                          [&](Misreading one) { tally.misread[one] += 1; });
    }
  }
}

/// Counts what stands there of the words that got letters back: "ca" of "của", also where it stays.
void count_remains(const Pieces& pieces, const std::vector<Reading>& readings,
                   const AbsentLetters& absent, Tally& tally) {
  std::unordered_map<language::WordId, std::uint16_t> letters;
  for (const Reading& reading : readings) {
    const Arc& arc = reading.arc;
    if (arc.kind != RepairKind::dropped_letter || arc.last != arc.first + 1) continue;
    for_each_lost(arc, [&](std::uint16_t letter, std::uint32_t) {
      if (absent.wanting[letter] > 0) letters.emplace(pieces.words[arc.first].id, letter);
    });
  }
  for (const Piece& piece : pieces.words) {
    if (piece.id < language::word_class::count) continue;
    if (const auto found = letters.find(piece.id); found != letters.end()) {
      tally.remains_of_gone[found->second] += 1;
    }
  }
}

/// Letters that are absent and that the readings want in several contexts are no chance, though it
/// is the same usual word that wants them; unless that word stays where it is as often.
float evidence_of_absence(const Tally& tally, const AbsentLetters& absent) {
  constexpr float fewest = 3;
  constexpr float of_wanting = 0.25F;
  constexpr float of_remains = 0.7F;
  float evidence = 0;
  for (std::size_t i = 1; i < letter_count && absent.any; ++i) {
    const float needed =
        std::max({fewest, of_wanting * absent.wanting[i], of_remains * tally.remains_of_gone[i]});
    if (absent.wanting[i] > 0 && tally.regained[i] >= needed) evidence += tally.evidence_of_gone[i];
  }
  return evidence;
}

/// Signs that other passes found misread are readings of a scan like those of the lattice.
void count_findings(const Findings& findings, Tally& tally) {
  constexpr float most = 2;
  constexpr float of_each = 4;  // nats
  const float misread = std::min(static_cast<float>(findings.misread), most);
  tally.count[number_of(RepairKind::ocr)] += misread;
  tally.evidence[number_of(RepairKind::ocr)] += of_each * misread;
}

/// Kinds of damage that the readings prove.
Kinds proven(const Tally& tally, std::uint32_t words, const AbsentLetters& absent) {
  Kinds kinds{};
  const auto is_proven = [&](const ArcKind& row, float evidence) {
    return tally.count[number_of(row.kind)] >= row.min_count &&
           evidence >= row.min_evidence + row.evidence_per_word * static_cast<float>(words);
  };
  for (const ArcKind& row : arc_kinds) {
    kinds[number_of(row.kind)] = is_proven(row, tally.evidence[number_of(row.kind)]);
  }
  // Scraps are what is left where letters became blanks, too.
  if (!kinds[number_of(RepairKind::dropped_glyph)]) {
    const std::size_t gone = number_of(RepairKind::dropped_letter);
    // Readings that were made only because letters are absent prove nothing else.
    const float evidence = absent.any && !absent.also_proven
                               ? evidence_of_absence(tally, absent)
                               : tally.evidence[gone] + tally.evidence_of_scraps;
    kinds[gone] = is_proven(row_of(RepairKind::dropped_letter), evidence);
  }
  return kinds;
}

bool any_of(const Kinds& kinds) {
  return std::ranges::find(kinds, true) != kinds.end();
}

/// Both in order; where they touch one place, `edits` has it.
EditList with_others(EditList edits, EditList others) {
  const auto taken = [&edits](const Edit& other) {
    const auto next = std::ranges::upper_bound(edits, other.begin, {}, &Edit::end);
    return next != edits.end() && next->begin < other.end;
  };
  std::erase_if(others, taken);
  edits.insert(edits.end(), others.begin(), others.end());
  std::ranges::sort(edits, {}, &Edit::begin);
  return edits;
}

/// What every round fills anew; its memory, and the spellings that were looked up, stay.
struct Workspace {
  explicit Workspace(const LanguageModel& model) : candidates(model) {}
  Candidates candidates;
  Pieces pieces;
  Arcs arcs;

  /// Gives back the memory of a whole text; what is known of it stays.
  void release_text() {
    release(pieces.words);
    release(pieces.gaps);
    release(pieces.left);
    release(pieces.right);
    release(arcs.arcs);
    release(arcs.rewrites);
  }
};

/// Places that are looked at before anything is known; of more, some evenly spread.
constexpr std::size_t most_places = 1000;

/// A look at the places that read badly, with nothing known of the document; what it counts is for
/// all of them. `evident` gets the edits that need no other proof.
Tally look_at_suspects(std::string_view text, const Suspects& suspects, const LanguageModel& model,
                       Workspace& workspace, EditList& evident) {
  auto& [candidates, pieces, arcs] = workspace;
  Tally tally;
  const Channel channel = Channel::flat();
  const std::size_t step = suspects.places.size() / most_places + 1;
  std::unordered_set<std::string_view> sound;  // names and phrases come again
  for (std::size_t i = 0; i < suspects.places.size(); i += step) {
    const TextSpan& place = suspects.places[i];
    const std::string_view printed = text.substr(place.begin, place.size());
    if (sound.contains(printed)) continue;
    cut(printed, model, pieces);
    generate(pieces, model, channel, narrow, candidates, arcs);
    std::vector<Reading> readings;
    if (!arcs.arcs.empty()) readings = decode(pieces, arcs, model, {}, channel, narrow);
    drop_unlikely(pieces, arcs, model, text, place.begin, channel, readings);
    if (std::ranges::none_of(readings, is_sure)) sound.insert(printed);
    for (const Reading& reading : readings) {
      if (!is_evident(reading, pieces, arcs, model)) continue;
      Edit edit = print(pieces, model, arcs, reading.arc);
      edit.begin += place.begin;
      edit.end += place.begin;
      edit.confidence = std::min(reading.posterior, most_evident);
      evident.push_back(std::move(edit));
    }
    count_readings(pieces, model, arcs, readings, tally);
  }
  const auto share = static_cast<float>(step);
  const auto scale = [share](auto& counts) {
    for (float& count : counts) count *= share;
  };
  scale(tally.repaired);
  scale(tally.regained);
  scale(tally.count);
  scale(tally.evidence);
  scale(tally.evidence_of_gone);
  tally.evidence_of_scraps *= share;
  scale(tally.in_words);
  for (auto& [misreading, count] : tally.misread) count *= share;
  return tally;
}

Tally sum(Tally text, const Tally& readings) {
  text.repaired = readings.repaired;
  text.regained = readings.regained;
  text.misread = readings.misread;
  text.count = readings.count;
  text.evidence = readings.evidence;
  text.evidence_of_scraps = readings.evidence_of_scraps;
  text.in_words = readings.in_words;
  text.proofs = readings.proofs;
  return text;
}

/// Which words of a document are spelt as none of the language is, abbreviations aside.
class ForeignWords {
 public:
  ForeignWords(const Pieces& pieces, const LanguageModel& model)
      : pieces_(pieces), spelt_(model.size(), Spelt::unknown) {}

  [[nodiscard]] bool contains(std::uint32_t piece) {
    const Piece& one = pieces_.words[piece];
    const PrintedWord& word = one.word;
    if (word.kind != language::WordKind::word || word.letters <= 1 ||
        word.letter_case == language::LetterCase::upper) {
      return false;
    }
    if (one.id < language::word_class::count) {
      return !language::is_syllable(pieces_.printed(piece));
    }
    Spelt& spelt = spelt_[one.id];
    if (spelt == Spelt::unknown) {
      spelt = language::is_syllable(pieces_.printed(piece)) ? Spelt::syllable : Spelt::foreign;
    }
    return spelt == Spelt::foreign;
  }

  /// What such a word says of its line, which begins at piece `line`: names are foreign in any
  /// text.
  [[nodiscard]] std::uint32_t weight(std::uint32_t piece, std::uint32_t line) const {
    const bool is_name = piece > line && (pieces_.words[piece].word.capitals & 1U) != 0;
    return is_name ? full_weight / 2 : full_weight;
  }
  static constexpr std::uint32_t full_weight = 2;

  /// How many of the pieces [first, last) are, as they are printed.
  [[nodiscard]] std::uint32_t count(std::uint32_t first, std::uint32_t last) {
    std::uint32_t foreign = 0;
    for (std::uint32_t i = first; i < last; ++i) foreign += contains(i) ? 1U : 0U;
    return foreign;
  }

 private:
  enum class Spelt : std::uint8_t { unknown, syllable, foreign };
  const Pieces& pieces_;
  std::vector<Spelt> spelt_;  ///< by word of the model
};

/// Drops readings from lines that stay foreign for the most part: of another language, or damaged
/// beyond what can be read. What looks like a Vietnamese word there is chance.
/// Misread letters make no text foreign: what they seem to be in such a text (`in_foreign_text`)
/// proves nothing.
void drop_foreign_lines(const Pieces& pieces, bool in_foreign_text, ForeignWords& foreign_words,
                        std::vector<Reading>& readings) {
  constexpr std::uint32_t one_in = 3;
  std::size_t next = 0;
  std::size_t kept = 0;
  for (std::uint32_t begin = 0; begin < pieces.words.size() && next < readings.size();) {
    std::uint32_t end = begin + 1;
    while (end < pieces.words.size() && !pieces.gaps[end].newline) ++end;
    std::size_t last = next;
    while (last < readings.size() && readings[last].arc.first < end) ++last;
    std::uint32_t foreign = 0;
    std::size_t reading = next;
    if (last > next) {
      for (std::uint32_t i = begin; i < end; ++i) {
        while (reading < last && readings[reading].arc.last <= i) ++reading;
        const bool read = reading < last && readings[reading].arc.first <= i &&
                          (!in_foreign_text || readings[reading].arc.kind != RepairKind::ocr) &&
                          is_sure(readings[reading]);
        if (!read && foreign_words.contains(i)) foreign += foreign_words.weight(i, begin);
      }
    }
    const bool is_kept = foreign * one_in <= ForeignWords::full_weight * (end - begin);
    for (; next < last; ++next) {
      if (is_kept) readings[kept++] = readings[next];
    }
    begin = end;
  }
  readings.resize(kept);
}

/// What is known of a document: nothing yet, or what an earlier round has found.
struct Knowledge {
  Findings findings;
  Kinds kinds{};
  Channel channel;
  std::uint32_t words = 0;    ///< of the text, where letters are misread
  std::uint32_t foreign = 0;  ///< among them, as far as no round has read them; see ForeignWords
  std::vector<TextSpan> changed;  ///< by the last round

  /// Whether many words are no syllables.
  [[nodiscard]] bool in_foreign_text() const {
    constexpr std::uint32_t one_in = 4;
    return foreign * one_in > words;
  }
};

/// Edits of one round over a text. With nothing known, the suspicious places must prove a kind of
/// damage first; later rounds look at what stands beside a change.
EditList restore_once(std::string_view text, const LanguageModel& model, Knowledge& known,
                      const Suspects& suspects, Workspace& workspace) {
  auto& [candidates, pieces, arcs] = workspace;
  std::vector<Reading> readings;
  EditList evident;
  DocumentWords document;
  AbsentLetters absent;
  const bool learns = !any_of(known.kinds);
  Tally counted;  // of the text, before any repair
  if (learns) {
    Tally tally = look_at_suspects(text, suspects, model, workspace, evident);
    count_findings(known.findings, tally);
    known.kinds = proven(tally, suspects.words, absent);
    const bool loses_letters = known.kinds[number_of(RepairKind::dropped_letter)];
    if (!known.kinds[number_of(RepairKind::dropped_glyph)] &&
        !known.kinds[number_of(RepairKind::missing_diacritics)]) {
      absent = find_absent_letters(text);
    }
    if (absent.any) {
      absent.also_proven = loses_letters;
      // What is left of usual words may be usual words, which no look at what reads badly finds.
      known.kinds[number_of(RepairKind::dropped_letter)] = true;
      for (std::size_t i = 1; i < letter_count; ++i) {
        if (loses_letters && tally.regained[i] == 0) continue;
        tally.regained[i] = std::max(tally.regained[i], absent.wanting[i]);
      }
    }
    if (!any_of(known.kinds)) return evident;
    cut(text, model, pieces);
    trust_repeated(pieces);
    counted = count_text(pieces, model, candidates);
    known.channel = infer(sum(counted, tally), known.kinds);
  } else {
    cut_around(text, known.changed, model, pieces);
  }
  bool has_wording = false;
  for (int pass = 0;; ++pass) {
    // More readings of what a scanner misread are more that are wrong.
    const bool learning = learns && pass == 0;
    const bool wrecked = known.channel.all_gone.any() || known.channel.all_lost.any();
    const Width& width = learning || known.channel.shows(RepairKind::ocr) ? narrow
                         : wrecked                                        ? widest
                                                                          : wide;
    generate(pieces, model, known.channel, width, candidates, arcs);
    readings = decode(pieces, arcs, model, document, known.channel, width);
    drop_unlikely(pieces, arcs, model, text, 0, known.channel, readings);
    if (!learns || pass + 1 == max_passes) break;
    Tally tally = counted;
    count_readings(pieces, model, arcs, readings, tally);
    if (absent.any) count_remains(pieces, readings, absent, tally);
    count_findings(known.findings, tally);
    const Kinds kinds = proven(tally, tally.words, absent);
    if (!any_of(kinds)) {
      known.kinds = kinds;
      return evident;
    }
    Channel channel = infer(tally, kinds);
    // Words of which next to nothing is left were not offered before: what was read for them is not
    // the document's wording.
    const bool offers_more =
        channel.all_gone != known.channel.all_gone || channel.all_lost != known.channel.all_lost;
    if (has_wording && !offers_more && channel.lost == known.channel.lost) break;
    known.kinds = kinds;
    known.channel = std::move(channel);
    has_wording = !offers_more;
    document =
        has_wording ? DocumentWords(pieces, arcs, readings, model, known.channel) : DocumentWords();
    // The case of a lost letter hangs on its neighbours, which are known only now.
    note_neighbours(readings, pieces);
  }
  ForeignWords foreign_words(pieces, model);
  if (learns && known.channel.shows(RepairKind::ocr)) {
    known.words = static_cast<std::uint32_t>(pieces.words.size());
    known.foreign = foreign_words.count(0, known.words);
  }
  drop_foreign_lines(pieces, known.in_foreign_text(), foreign_words, readings);
  for (const Reading& reading : readings) {
    if (known.foreign == 0 || !is_sure(reading)) continue;
    known.foreign -=
        std::min(known.foreign, foreign_words.count(reading.arc.first, reading.arc.last));
  }
  release(arcs.arcs);  // the readings have theirs; a long text has many
  // What the document does now and again is known better by now, and misread letters look like
  // other damage.
  std::erase_if(evident, [&known](const Edit& edit) {
    return known.channel.shows(edit.kind) || known.channel.shows(RepairKind::ocr);
  });
  EditList edits =
      with_others(with_others(print_sure(pieces, model, arcs, readings), std::move(evident)),
                  find_lost_markers(text, known.channel.lost));
  if (!known.channel.shows(RepairKind::dropped_letter)) return edits;
  return with_others(std::move(edits), find_gone_markers(text));
}

/// The text after the edits, and where they are in it.
std::string with_edits(std::string_view text, const EditList& edits,
                       std::vector<TextSpan>& changed) {
  std::string out;
  out.reserve(static_cast<std::size_t>(size_after(text, edits)));
  changed.clear();
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    out += text.substr(at, edit.begin - at);
    const auto begin = static_cast<std::uint32_t>(out.size());
    out += edit.replacement;
    changed.push_back({begin, static_cast<std::uint32_t>(out.size())});
    at = edit.end;
  }
  out += text.substr(at);
  return out;
}

}  // namespace

EditList compose(const EditList& first, std::string_view between, const EditList& second) {
  EditList out;
  std::size_t i = 0;
  std::size_t j = 0;
  std::uint32_t grown = 0;  // bytes that `between` is ahead of the first text; wraps below zero
  const auto begin_of = [&] { return first[i].begin + grown; };
  const auto end_of = [&] {
    return begin_of() + static_cast<std::uint32_t>(first[i].replacement.size());
  };
  const auto pass_first = [&] {
    const std::uint32_t end = end_of();
    grown = end - first[i].end;
    ++i;
  };
  while (i < first.size() || j < second.size()) {
    if (j == second.size() || (i < first.size() && end_of() <= second[j].begin)) {
      out.push_back(first[i]);
      pass_first();
      continue;
    }
    Edit edit = second[j];
    std::uint32_t begin = edit.begin;
    if (i < first.size() && begin_of() < begin) begin = begin_of();
    edit.begin = begin - grown;
    edit.replacement.clear();
    std::uint32_t end = begin;  // of what `edit` holds so far, in `between`
    std::uint32_t copied = begin;
    bool opens = true;  // the edit is still without any of `second`
    bool more = true;
    while (more) {
      more = false;
      if (j < second.size() && (second[j].begin < end || opens)) {
        opens = false;
        edit.replacement += between.substr(copied, second[j].begin - copied);
        edit.replacement += second[j].replacement;
        edit.confidence = std::min(edit.confidence, second[j].confidence);
        copied = second[j].end;
        end = std::max(end, copied);
        ++j;
        more = true;
      }
      if (i < first.size() && begin_of() < end) {
        end = std::max(end, end_of());
        edit.confidence = std::min(edit.confidence, first[i].confidence);
        pass_first();
        more = true;
      }
    }
    edit.replacement += between.substr(copied, end - copied);
    edit.end = end - grown;
    out.push_back(std::move(edit));
  }
  return out;
}

EditList restore(std::string_view text, const LanguageModel& model, Findings findings) {
  return restore(text, model, find_suspects(text, model), findings);
}

EditList restore(std::string_view text, const LanguageModel& model, const Suspects& suspects,
                 Findings findings) {
  if (suspects.places.empty()) return {};
  Knowledge known;
  known.findings = findings;
  Workspace workspace(model);
  EditList edits = restore_once(text, model, known, suspects, workspace);
  // What was restored may let its neighbour be read. Every round fills a blank, so there is a last
  // one, nearly always the first; hostile texts must not choose how many.
  EditList last = edits;
  std::string between;
  workspace.release_text();
  for (int round = 1; round < max_rounds && !last.empty() && any_of(known.kinds); ++round) {
    between = with_edits(round == 1 ? text : between, last, known.changed);
    last = restore_once(between, model, known, {}, workspace);
    if (!last.empty()) edits = compose(edits, between, last);
  }
  drop_meant_wording(text, model, edits);
  add_mistyped(text, suspects, model, edits);
  return edits;
}

}  // namespace vanban::repair_stage::lattice

// A converter from TCVN3 that is shown a text in Unicode takes its letters of Latin-1 for codes of
// TCVN3: á (E1) becomes ỏ, "nhân dân tháng 5" becomes "nhõn dõn thỏng 5", "CÔNG" becomes "CễNG".
// What is beyond Latin-1 comes through, so that an ỏ is an á or an ỏ, but an õ is always an â. The
// language model chooses; a line is taken for one of these where it reads far better so.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "language/language_model.hpp"
#include "language/letters.hpp"
#include "language/words.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/passes.hpp"
#include "repair/word_choice.hpp"

namespace vanban::repair_stage {
namespace {

using language::LanguageModel;
using language::Word;

/// What a letter was, and whether it may have been itself.
struct Overread {
  char32_t now;
  char32_t was;
  bool or_itself;
};
// Those of the small letters of Latin-1 that are codes of TCVN3. The letters that stand here twice
// themselves, ó and ò, are themselves no more.
constexpr Overread small_letters[] = {
    {U'ó', U'ã', false}, {U'õ', U'â', false}, {U'ú', U'ó', false}, {U'ũ', U'ò', true},
    {U'ỏ', U'á', true},  {U'ố', U'è', true},  {U'ộ', U'é', true},  {U'ờ', U'ê', true},
    {U'ỡ', U'ì', true},  {U'ớ', U'í', true},  {U'ụ', U'ô', true},  {U'ừ', U'õ', true},
    {U'ự', U'ù', true},  {U'ỳ', U'ú', true},
};
// Small letters that were capitals: only among capitals.
constexpr Overread capital_letters[] = {
    {U'è', U'Ì', false}, {U'í', U'Ý', false}, {U'ấ', U'Ê', false},
    {U'ẩ', U'È', false}, {U'ẫ', U'É', false}, {U'ế', U'Õ', false},
    {U'ề', U'Ò', false}, {U'ể', U'Ó', false}, {U'ễ', U'Ô', false},
};

using namespace scan;

// õ before y, u, m, or before n without g: no syllable but "nõn" and "lõm" has it.
constexpr Flag is_conclusive(const unsigned char* at) {
  const Flag alone = any(is(at[2], 'y'), is(at[2], 'u'), is(at[2], 'm'),
                         both(is(at[2], 'n'), static_cast<Flag>(at[3] != 'g')));
  return both(both(is(at[0], 0xC3), is(at[1], 0xB5)), alone);
}
// ấ ế ề ể ễ between capitals.
constexpr Flag is_among_capitals(const unsigned char* at) {
  const Flag bb = both(is(at[1], 0xBB), any(is(at[2], 0x81), is(at[2], 0x83), is(at[2], 0x85)));
  const Flag ba = both(is(at[1], 0xBA), any(is(at[2], 0xA5), is(at[2], 0xBF)));
  return both(both(is(at[0], 0xE1), any(bb, ba)), both(in(at[-1], 'A', 'Z'), in(at[3], 'A', 'Z')));
}
constexpr std::size_t bytes_before = 1;
constexpr std::size_t bytes_behind = 4;

std::size_t count_evidence(std::string_view text) {
  constexpr std::size_t block = 255;  // a byte counts it
  std::size_t count = 0;
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
  for (std::size_t at = bytes_before; at + bytes_behind < text.size(); at += block) {
    const std::size_t size = std::min(block, text.size() - bytes_behind - at);
    unsigned char found = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const unsigned char* const here = bytes + at + i;
      found = any(found, is_conclusive(here), is_among_capitals(here));
    }
    count += found;
  }
  return count;
}

/// So many make a text that was decoded twice, at least in part; and where one stands in so many
/// bytes, all of its lines are looked at, else those that have one.
constexpr std::size_t least_evidence = 2;
constexpr std::size_t sparse = 1024;

/// Nats that a line must read better, and each word that changes.
constexpr float gain_of_line = 8;
constexpr float gain_of_word = 1;

/// Nats of a word with õ or ó that is what it seems, in a line that was decoded twice.
constexpr float as_it_stands = 6;

constexpr std::size_t most_readings = 16;
constexpr double confidence_of_reading = 0.97;

/// The readings of a word: each letter as it may have been.
std::vector<std::string> readings_of(std::string_view printed, bool capitals) {
  std::vector<std::string> readings{""};
  for (std::size_t at = 0; at < printed.size();) {
    const CodePoint point = code_point_at(printed, at);
    const std::string_view letter = printed.substr(at, point.length);
    at += point.length;
    const Overread* row = nullptr;
    for (const Overread& one : small_letters) {
      if (one.now == point.value && !capitals) row = &one;
    }
    for (const Overread& one : capital_letters) {
      if (one.now == point.value && capitals) row = &one;
    }
    const std::size_t count = readings.size();
    if (row != nullptr && row->or_itself && 2 * count > most_readings) row = nullptr;
    for (std::size_t i = 0; i < count; ++i) {
      if (row != nullptr && row->or_itself) {
        readings.push_back(readings[i]);
        append_code_point(readings.back(), row->was);
      }
      if (row != nullptr && !row->or_itself) {
        append_code_point(readings[i], row->was);
      } else {
        readings[i] += letter;
      }
    }
  }
  return readings;
}

/// "CễNG": small letters beyond ASCII among capitals, of which there is one at least.
bool is_torn_capital(std::string_view printed) {
  std::size_t capitals = 0;
  std::size_t smalls = 0;
  const char* const end = printed.data() + printed.size();
  for (const char* at = printed.data(); at < end;) {
    const std::size_t length = language::letter_length(at, end);
    if (length == 0) return false;
    std::array<char, 4> folded{};
    const bool capital = language::fold_letter(at, length, folded.data());
    if (!capital && length == 1) return false;
    ++(capital ? capitals : smalls);
    at += length;
  }
  return capitals > 1 && smalls > 0;
}

class LineReader {
 public:
  LineReader(std::string_view text, std::size_t begin, std::size_t end, const LanguageModel& model)
      : text_(text), begin_(begin), model_(model), line_(text.substr(begin, end - begin)) {}

  /// Appends what was decoded twice, if the line reads far better without.
  void read(EditList& edits) {
    cut();
    if (!changes_) return;
    const auto pieces = static_cast<std::uint32_t>(words_.size());
    const std::vector<std::uint32_t> path = choose_words(arcs_, pieces, boundary_, model_);
    float better = 0;
    float as_it_is = 0;
    language::Context context;
    language::Context before;
    EditList found;
    for (const std::uint32_t one : path) {
      const WordArc& arc = arcs_[one];
      if (boundary_[arc.from]) context = before = {};
      better += model_.cost(context, arc.word) + arc.extra;
      as_it_is += model_.cost(before, as_is_[arc.from].word) + as_is_[arc.from].extra;
      std::string& reading = readings_[arc.tag];
      const Word& word = words_[arc.from];
      if (reading == line_.substr(word.begin, word.end - word.begin)) continue;
      found.push_back({static_cast<std::uint32_t>(begin_ + word.begin),
                       static_cast<std::uint32_t>(begin_ + word.end), std::move(reading),
                       RepairKind::encoding, confidence_of_reading});
    }
    const float needed = gain_of_line + gain_of_word * static_cast<float>(found.size());
    if (found.empty() || as_it_is - better < needed) return;
    std::ranges::move(found, std::back_inserter(edits));
  }

 private:
  void cut() {
    language::WordScanner scanner(line_);
    Word word;
    while (scanner.next(word)) {
      const std::string_view printed = line_.substr(word.begin, word.end - word.begin);
      const bool letters =
          word.kind != language::WordKind::number && word.kind != language::WordKind::year &&
          word.kind != language::WordKind::mixed && !word.key.too_long && word.letters <= 8;
      boundary_.push_back(word.after_boundary);
      words_.push_back(word);
      PrintedWord as_is = look_up_word(printed, model_);
      if (!letters) as_is = {model_.classify(word), 0};
      as_is_.push_back(as_is);
      std::vector<std::string> readings{std::string(printed)};
      if (letters) readings = readings_of(printed, is_torn_capital(printed));
      bool stands = false;
      for (std::string& reading : readings) {
        const bool changed = reading != printed;
        const PrintedWord known = changed ? look_up_word(reading, model_) : as_is;
        add(known, std::move(reading));
        changes_ = changes_ || changed;
        stands = stands || !changed;
      }
      if (stands) continue;
      as_is.extra += as_it_stands;
      add(as_is, std::string(printed));
    }
    boundary_.push_back(false);
  }

  void add(const PrintedWord& word, std::string reading) {
    const auto piece = static_cast<std::uint32_t>(words_.size() - 1);
    arcs_.push_back(
        {piece, piece + 1, word.word, word.extra, static_cast<std::uint32_t>(readings_.size())});
    readings_.push_back(std::move(reading));
  }

  std::string_view text_;
  std::size_t begin_;
  const LanguageModel& model_;
  std::string_view line_;
  std::vector<Word> words_;
  std::vector<PrintedWord> as_is_;
  std::vector<bool> boundary_;
  std::vector<WordArc> arcs_;
  std::vector<std::string> readings_;
  bool changes_ = false;
};

}  // namespace

EditList find_twice_decoded(std::string_view text) {
  EditList edits;
  const std::size_t evidence = count_evidence(text);
  if (evidence < least_evidence) return edits;
  const bool all_lines = evidence * sparse >= text.size();
  const LanguageModel& model = LanguageModel::builtin();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    // The scan reads a little of what stands around the line.
    const std::size_t from = begin - std::min(begin, bytes_before);
    const std::string_view around = text.substr(from, end + bytes_behind - from);
    if (all_lines || count_evidence(around) > 0) LineReader(text, begin, end, model).read(edits);
    begin = end + 1;
  }
  return edits;
}

}  // namespace vanban::repair_stage

// A document says which encodings it is in: every word is read in each of them, and the way through
// the words that reads best, with few changes, is taken. Words that sound in several encodings, and
// lines with hardly a marked letter, so follow their neighbours.
#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "language/language_model.hpp"
#include "language/letters.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/encodings/capitals.hpp"
#include "repair/encodings/encodings.hpp"
#include "repair/encodings/path.hpp"
#include "repair/encodings/tokens.hpp"
#include "repair/passes.hpp"

namespace vanban::repair_stage {
namespace {

using language::LanguageModel;
using namespace encodings;

// Characters of Latin-1 that are rare in sound Vietnamese and frequent in every encoding: of
// U+0080..U+00BF all but NBSP § « ° ± ² ³ · º » ½ and the soft hyphen, of the letters those that
// Vietnamese does not have.
constexpr auto may_be_legacy = [](ByteContext at) {
  const unsigned char byte = at.byte;
  const auto after_c2 = static_cast<unsigned char>(
      (at.before == 0xC2) & (byte != 0xA0) & (byte != 0xA7) & (byte != 0xAB) & (byte != 0xAD) &
      ((byte < 0xB0) | (byte > 0xB3)) & (byte != 0xB7) & (byte != 0xBA) & (byte != 0xBB) &
      (byte != 0xBD));
  const auto low = static_cast<unsigned char>(byte & 0x1FU);
  const auto after_c3 = static_cast<unsigned char>(
      (at.before == 0xC3) & (((low >= 0x04) & (low <= 0x07)) | (low == 0x0B) |
                             ((low >= 0x0E) & (low <= 0x11)) | (low == 0x16) | (low == 0x18) |
                             (low == 0x1B) | (low == 0x1C) | (low >= 0x1E)));
  return static_cast<unsigned char>(after_c2 | after_c3);
};

/// With one suspect in so many bytes or fewer, only the lines of the suspects are looked at.
constexpr std::size_t sparse = 4096;

std::vector<Token> tokens_of(std::string_view text, std::size_t first, Lexicon& lexicon) {
  std::vector<Token> tokens;
  const std::size_t enough = text.size() / sparse + 8;
  std::size_t suspects = 0;
  for (std::size_t at = first; at < text.size() && suspects < enough; ++suspects) {
    at = find_suspect(text, at + 1, may_be_legacy);
  }
  if (suspects == enough || text.size() < sparse) {
    cut_tokens(text, 0, text.size(), lexicon, tokens);
    return tokens;
  }
  for (std::size_t at = first; at < text.size();) {
    const LineRange line = line_around(text, at);
    cut_tokens(text, line.begin, line.end, lexicon, tokens);
    at = find_suspect(text, line.end, may_be_legacy);
  }
  return tokens;
}

/// Nats times two: what reads no worse than this is a word of the language.
constexpr Cost good_reading = 30;

/// Evidence of the whole document beside that of a line, in words.
constexpr double weight_of_document = 4;

struct Share {
  std::size_t good = 0;
  std::size_t all = 0;
};

/// Of each line, then the document: how many of the words that change read well.
class Confidence {
 public:
  void add(bool good, bool first_of_line) {
    if (first_of_line || lines_.empty()) lines_.push_back({});
    for (Share* const share : {&lines_.back(), &document_}) {
      ++share->all;
      if (good) ++share->good;
    }
  }
  [[nodiscard]] double of_line(std::size_t line) const {
    const double whole = static_cast<double>(document_.good) / static_cast<double>(document_.all);
    const double good = static_cast<double>(lines_[line].good) + weight_of_document * whole;
    return std::min(0.999, good / (static_cast<double>(lines_[line].all) + weight_of_document));
  }
  [[nodiscard]] std::size_t last_line() const { return lines_.size() - 1; }

 private:
  std::vector<Share> lines_;
  Share document_;
};

constexpr std::uint64_t all_letters = ~std::uint64_t{0};

/// What a token changes: an edit without the signs around the word that stay.
struct Change {
  Edit edit;
  std::uint64_t either_case = 0;
  std::size_t line = 0;
};

/// `raw` and its reading `out`, without what both have at their ends.
Change make_change(std::uint32_t begin, std::string_view raw, const Decoded& out) {
  Change change;
  change.either_case = out.either_case;
  std::size_t from = 0;
  const char* const end = raw.data() + raw.size();
  while (from < raw.size() && language::letter_length(raw.data() + from, end) == 0) {
    const std::size_t length = language::code_point_length(raw[from]);
    if (raw.substr(from, length) != std::string_view(out.text).substr(from, length)) break;
    from += length;
    change.either_case >>= 1U;
  }
  std::size_t same = 0;
  while (same < raw.size() - from && same < out.text.size() - from) {
    std::size_t length = 1;
    while (is_continuation(raw[raw.size() - same - length])) ++length;
    const std::size_t at = raw.size() - same - length;
    if (length + same > out.text.size() - from || at < from) break;
    if (language::letter_length(raw.data() + at, end) != 0 ||
        raw.substr(at, length) !=
            std::string_view(out.text).substr(out.text.size() - same - length, length)) {
      break;
    }
    same += length;
  }
  change.edit.begin = begin + static_cast<std::uint32_t>(from);
  change.edit.end = begin + static_cast<std::uint32_t>(raw.size() - same);
  change.edit.replacement = out.text.substr(from, out.text.size() - same - from);
  change.edit.kind = RepairKind::encoding;
  return change;
}

/// Words of which the model must say whether they begin with a capital: they are asked of the
/// decoded text.
void capitalise(std::string_view text, std::vector<Change>& changes,
                const std::vector<std::size_t>& open, const LanguageModel& model) {
  if (open.empty()) return;
  std::string decoded;
  decoded.reserve(text.size() + text.size() / 4);
  std::vector<std::size_t> places(open.size());
  std::size_t copied = 0;
  std::size_t next = 0;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const Edit& edit = changes[i].edit;
    decoded += text.substr(copied, edit.begin - copied);
    if (next < open.size() && open[next] == i) places[next++] = decoded.size();
    decoded += edit.replacement;
    copied = edit.end;
  }
  decoded += text.substr(copied);
  for (std::size_t i = 0; i < open.size(); ++i) {
    Change& change = changes[open[i]];
    if (!is_capitalised(decoded, places[i], model)) continue;
    raise_letters(change.edit.replacement, change.either_case & (~change.either_case + 1));
  }
}

}  // namespace

EditList find_encodings(std::string_view text) {
  EditList edits;
  const std::size_t first = find_suspect(text, 0, may_be_legacy);
  if (first == text.size()) return edits;
  const LanguageModel& model = LanguageModel::builtin();
  Lexicon lexicon(text, model);
  const std::vector<Token> tokens = tokens_of(text, first, lexicon);
  const std::vector<Encoding> path = find_path(tokens, lexicon);
  if (path.empty()) return edits;

  std::vector<Change> changes;
  std::vector<std::size_t> open;
  Confidence confidence;
  Decoded out;
  bool new_line = true;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    new_line = new_line || token.first_of_line;
    if (path[i] == Encoding::unicode) continue;
    const std::string_view raw = text.substr(token.begin, token.size);
    lexicon.read(path[i], raw, out);
    if (out.text == raw && out.either_case == 0) continue;
    const Cost cost = lexicon.costs(token.entry)[static_cast<std::size_t>(path[i])];
    if (out.text != raw || new_line) {
      confidence.add(cost <= good_reading, new_line);
      new_line = false;
    }
    Change change = make_change(token.begin, raw, out);
    change.line = confidence.last_line();
    std::string& word = change.edit.replacement;
    switch (has_all_capitals(path[i]) ? Raise::none : how_to_raise(word, change.either_case)) {
      case Raise::none: break;
      case Raise::all: raise_letters(word, all_letters); break;
      case Raise::like_neighbours:
        if (has_capital_neighbours(text, change.edit.begin, change.edit.end, path[i])) {
          raise_letters(word, all_letters);
        } else if ((change.either_case & 1U) != 0) {
          open.push_back(changes.size());
        }
        break;
      case Raise::first_by_model: open.push_back(changes.size()); break;
    }
    changes.push_back(std::move(change));
  }
  capitalise(text, changes, open, model);
  edits.reserve(changes.size());
  for (Change& change : changes) {
    if (text.substr(change.edit.begin, change.edit.end - change.edit.begin) ==
        change.edit.replacement) {
      continue;
    }
    change.edit.confidence = confidence.of_line(change.line);
    edits.push_back(std::move(change.edit));
  }
  return edits;
}

}  // namespace vanban::repair_stage

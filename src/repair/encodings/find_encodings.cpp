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
#include "repair/signs.hpp"

namespace vanban::repair_stage {
namespace {

using language::LanguageModel;
using namespace encodings;

/// With one suspect in so many bytes or fewer, only the lines of the suspects are looked at.
constexpr std::size_t sparse = 4096;

std::vector<Token> tokens_of(std::string_view text, std::size_t first, Lexicon& lexicon) {
  std::vector<Token> tokens;
  const std::size_t enough = text.size() / sparse + 8;
  std::size_t suspects = 0;
  for (std::size_t at = first; at < text.size() && suspects < enough; ++suspects) {
    at = find_sign(text, at + 1, Sign::legacy);
  }
  if (suspects == enough || text.size() < sparse) {
    cut_tokens(text, 0, text.size(), lexicon, tokens);
    return tokens;
  }
  for (std::size_t at = first; at < text.size();) {
    const LineRange line = line_around(text, at);
    cut_tokens(text, line.begin, line.end, lexicon, tokens);
    at = find_sign(text, line.end, Sign::legacy);
  }
  return tokens;
}

/// Nats times two: what reads no worse than this is a word of the language.
constexpr Cost good_reading = 30;

constexpr std::uint64_t all_letters = ~std::uint64_t{0};

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

/// How a token reads: an edit, from its begin on, without the signs around the word that stay.
struct TokenReading {
  Edit edit;
  std::uint64_t either_case = 0;
  Raise raise = Raise::none;
  bool changes = false;
  bool good = false;
};

/// An edit whose first letter may be a capital.
struct OpenCase {
  std::size_t edit = 0;
  std::uint64_t letter = 0;  ///< its bit
};

/// `raw` and its reading `out`, without what both have at their ends.
TokenReading make_reading(std::string_view raw, const Decoded& out) {
  TokenReading change;
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
  change.changes = out.text != raw;
  change.edit.begin = static_cast<std::uint32_t>(from);
  change.edit.end = static_cast<std::uint32_t>(raw.size() - same);
  change.edit.replacement = out.text.substr(from, out.text.size() - same - from);
  change.edit.kind = RepairKind::encoding;
  return change;
}

/// Each distinct token is read once for an encoding; its neighbours count for letter case alone.
class Readings {
 public:
  Readings(Lexicon& lexicon, std::string_view text)
      : lexicon_(lexicon), text_(text), numbers_(lexicon.size(), 0), encodings_(lexicon.size()) {}

  const TokenReading& of(const Token& token, Encoding encoding) {
    std::uint32_t& number = numbers_[token.entry];
    if (number != 0 && encodings_[token.entry] == encoding) return readings_[number - 1];
    const std::string_view raw = text_.substr(token.begin, token.size);
    lexicon_.read(encoding, raw, out_);
    TokenReading reading = make_reading(raw, out_);
    reading.good = lexicon_.costs(token.entry)[static_cast<std::size_t>(encoding)] <= good_reading;
    if (!has_all_capitals(encoding)) {
      reading.raise = how_to_raise(reading.edit.replacement, reading.either_case);
    }
    if (reading.raise == Raise::all) raise_letters(reading.edit.replacement, all_letters);
    if (number == 0) {
      readings_.push_back(std::move(reading));
      number = static_cast<std::uint32_t>(readings_.size());
    } else {
      readings_[number - 1] = std::move(reading);
    }
    encodings_[token.entry] = encoding;
    return readings_[number - 1];
  }

 private:
  Lexicon& lexicon_;
  std::string_view text_;
  std::vector<std::uint32_t> numbers_;  ///< of a token's reading + 1
  std::vector<Encoding> encodings_;     ///< which it is of
  std::vector<TokenReading> readings_;
  Decoded out_;
};

/// Bytes of the decoded text before and behind a word that say whether it has a capital.
constexpr std::size_t company = 96;

/// The decoded text around the edit `one`, and where its word begins in it.
struct Surroundings {
  std::string decoded;
  std::size_t word = 0;
};
void decode_around(std::string_view text, const EditList& edits, std::size_t one,
                   Surroundings& out) {
  // Bytes of either side that stand in the text before the first edit that is made.
  std::size_t first = one;
  std::size_t before = 0;
  std::size_t from = edits[one].begin;
  while (before < company && from > 0) {
    const std::size_t next = first > 0 ? edits[first - 1].end : 0;
    const std::size_t copied = std::min(from - next, company - before);
    before += copied;
    from -= copied;
    if (from > next || before >= company || first == 0) break;
    --first;
    before += edits[first].replacement.size();
    from = edits[first].begin;
  }
  out.decoded.clear();
  std::size_t last = first;
  for (; last <= one || out.decoded.size() < out.word + company; ++last) {
    const bool at_end = last == edits.size();
    out.decoded += text.substr(from, at_end ? company : edits[last].begin - from);
    if (at_end) break;
    if (last == one) out.word = out.decoded.size();
    out.decoded += edits[last].replacement;
    from = edits[last].end;
  }
}

/// Words of which the model must say whether they begin with a capital: they are asked of the
/// decoded text.
void capitalise(std::string_view text, EditList& edits, const std::vector<OpenCase>& open,
                const LanguageModel& model) {
  Surroundings around;
  std::vector<std::size_t> capitals;
  for (std::size_t i = 0; i < open.size(); ++i) {
    decode_around(text, edits, open[i].edit, around);
    if (is_capitalised(around.decoded, around.word, model)) capitals.push_back(i);
  }
  for (const std::size_t i : capitals) {
    raise_letters(edits[open[i].edit].replacement, open[i].letter);
  }
}

/// Whether a hyphen joins what begins at `at` to a letter before it: a lost ư looks like that.
bool goes_on(std::string_view text, std::size_t at) {
  const CodePoint hyphen = code_point_before(text, at);
  if (hyphen.value != U'-' && hyphen.value != 0xAD && hyphen.value != 0x2212) return false;
  const CodePoint letter = code_point_before(text, at - hyphen.length);
  return (letter.value >= U'a' && letter.value <= U'z') || letter.value >= 0xA1;
}

constexpr std::size_t enough_to_judge = 12;  // words that an encoding reads

}  // namespace

EditList find_encodings(std::string_view text) {
  EditList edits;
  const std::size_t first = find_sign(text, 0, Sign::legacy);
  if (first == text.size()) return edits;
  const LanguageModel& model = LanguageModel::builtin();
  Lexicon lexicon(text, model);
  const std::vector<Token> tokens = tokens_of(text, first, lexicon);
  const std::vector<Encoding> path = find_path(tokens, lexicon);
  if (path.empty()) return edits;

  std::vector<OpenCase> open;
  std::vector<std::uint32_t> lines;  // of the edits
  edits.reserve(tokens.size());
  lines.reserve(tokens.size());
  Confidence confidence;
  Readings readings(lexicon, text);
  bool new_line = true;
  std::vector<std::size_t> idle;  // edits that may change nothing
  std::size_t read = 0;
  std::size_t words = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    new_line = new_line || token.first_of_line;
    if (path[i] == Encoding::unicode) continue;
    const TokenReading& reading = readings.of(token, path[i]);
    if (!reading.changes && reading.raise == Raise::none) continue;
    confidence.add(reading.good, new_line);
    ++read;
    words += reading.good ? 1U : 0U;
    new_line = false;
    if (!reading.changes) idle.push_back(edits.size());
    Edit& edit = edits.emplace_back(reading.edit);
    edit.begin += token.begin;
    edit.end += token.begin;
    lines.push_back(static_cast<std::uint32_t>(confidence.last_line()));
    if (reading.raise == Raise::none || reading.raise == Raise::all) continue;
    if (goes_on(text, edit.begin)) continue;
    if (reading.raise == Raise::like_neighbours &&
        has_capital_neighbours(text, edit.begin, edit.end, path[i])) {
      raise_letters(edit.replacement, all_letters);
    } else if ((reading.either_case & 1U) != 0 || reading.raise == Raise::first_by_model) {
      open.push_back({edits.size() - 1, reading.either_case & (~reading.either_case + 1)});
    }
  }
  // Optical character recognition for another language leaves umlauts and cedillas that some table
  // makes half a text of; what really is in that encoding reads as words nearly throughout.
  if (read >= enough_to_judge && words * 10 < read * 9) return {};
  capitalise(text, edits, open, model);
  for (std::size_t i = 0; i < edits.size(); ++i) edits[i].confidence = confidence.of_line(lines[i]);
  const auto is_empty = [](const Edit& edit) { return edit.begin == edit.end; };
  for (const std::size_t i : idle) {
    Edit& edit = edits[i];
    if (text.substr(edit.begin, edit.end - edit.begin) == edit.replacement) edit.end = edit.begin;
  }
  if (!idle.empty()) std::erase_if(edits, is_empty);
  return edits;
}

}  // namespace vanban::repair_stage

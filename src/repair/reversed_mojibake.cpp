// Latin-1 that was read as UTF-8: Ã and a hard blank are the bytes of à, so that "XÃ HỘI" of a file
// otherwise in Unicode becomes "XàHỘI", or "Xà HỘI" where something puts a blank back. Only
// capitals can be torn so, and they stand among capitals. The language model says whether the word
// is one with ã at all: "ĐàNẴNG" is none.
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "language/language_model.hpp"
#include "language/letters.hpp"
#include "language/words.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/passes.hpp"

namespace vanban::repair_stage {
namespace {

using language::LanguageModel;

constexpr std::string_view torn = "\xC3\xA0";   // à
constexpr std::string_view meant = "\xC3\x83";  // Ã

using namespace scan;

/// A capital of ASCII, or the first byte of another letter.
constexpr Flag may_be_capital(unsigned char byte) {
  return any(in(byte, 'A', 'Z'), in(byte, 0xC3, 0xC4), is(byte, 0xC6), is(byte, 0xE1));
}

/// Whether à stands at `at` behind a capital, and capitals behind it. Reads from `bytes_before`
/// before it to `bytes_behind` behind it.
constexpr Flag is_torn(const unsigned char* at) {
  const Flag behind_capital = any(in(at[-1], 'A', 'Z'), is(at[-1], 0x90));
  const Flag parted = both(is(at[2], ' '), both(may_be_capital(at[3]), may_be_capital(at[4])));
  return both(both(is(at[0], 0xC3), is(at[1], 0xA0)),
              both(behind_capital, any(may_be_capital(at[2]), parted)));
}
constexpr std::size_t bytes_before = 1;
constexpr std::size_t bytes_behind = 4;

/// The next such place from `from` on; npos where there is none.
std::size_t find_torn(std::string_view text, std::size_t from) {
  constexpr std::size_t block = 512;
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
  for (std::size_t at = std::max(from, bytes_before); at + bytes_behind < text.size();) {
    const std::size_t end = std::min(at + block, text.size() - bytes_behind);
    Flag found = 0;
    for (std::size_t i = at; i < end; ++i) found = static_cast<Flag>(found | is_torn(bytes + i));
    for (std::size_t i = at; found != 0 && i < end; ++i) {
      if (is_torn(bytes + i) != 0) return i;
    }
    at = end;
  }
  return std::string_view::npos;
}

/// Letters [begin, end) and how they are written.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool capitals = true;
};

bool is_capital(std::string_view letter) {
  std::array<char, 4> folded{};
  return language::fold_letter(letter.data(), letter.size(), folded.data());
}

Run letters_behind(std::string_view text, std::size_t at) {
  Run run{at, at, true};
  const char* const end = text.data() + text.size();
  for (std::size_t length = language::letter_length(text.data() + at, end); length != 0;
       length = language::letter_length(text.data() + run.end, end)) {
    run.capitals = run.capitals && is_capital(text.substr(run.end, length));
    run.end += length;
  }
  return run;
}

/// Bytes. What has more is no word.
constexpr std::size_t longest_word = 24;

Run letters_before(std::string_view text, std::size_t at) {
  Run run{at, at, true};
  while (run.begin > 0 && at - run.begin < longest_word) {
    const std::size_t length = code_point_before(text, run.begin).length;
    const std::string_view letter = text.substr(run.begin - length, length);
    if (language::letter_length(letter.data(), letter.data() + length) != length) break;
    run.capitals = run.capitals && is_capital(letter);
    run.begin -= length;
  }
  return run;
}

/// Nats by which ã must be likelier than à, where the capitals around the word are the only sign
/// that it is torn.
constexpr float clearly = 3;

constexpr double sure = 0.99;
constexpr double likely = 0.95;

/// Two words in sequence.
float cost_of(std::string_view first, std::string_view second, const LanguageModel& model) {
  language::Context context{language::word_class::unknown, language::Context::no_bigram};
  const float cost = model.cost(context, model.find(first));
  return cost + model.cost(context, model.find(second));
}

std::optional<Edit> mend(std::string_view text, std::size_t at, const LanguageModel& model) {
  const Run head = letters_before(text, at);
  if (head.begin == head.end || !head.capitals) return std::nullopt;
  const std::size_t behind = at + torn.size();
  const bool joined = text[behind] != ' ';
  const Run tail = letters_behind(text, joined ? behind : behind + 1);
  const std::string_view next = text.substr(tail.begin, tail.end - tail.begin);
  if (next.empty() || !tail.capitals) return std::nullopt;
  const std::string start(text.substr(head.begin, at - head.begin));
  const std::string with_tilde = start + std::string(meant);
  if (model.find(with_tilde) == language::word_class::unknown) return std::nullopt;
  const float gain =
      cost_of(start + std::string(torn), next, model) - cost_of(with_tilde, next, model);
  if (gain < (joined ? 0 : clearly)) return std::nullopt;
  Edit edit;
  edit.begin = static_cast<std::uint32_t>(head.begin);
  edit.end = static_cast<std::uint32_t>(behind);
  edit.replacement = with_tilde + (joined ? " " : "");
  edit.kind = RepairKind::mojibake;
  edit.confidence = joined ? sure : likely;
  return edit;
}

}  // namespace

EditList find_reversed_mojibake(std::string_view text) {
  EditList edits;
  for (std::size_t at = find_torn(text, 0); at != std::string_view::npos;
       at = find_torn(text, at + 1)) {
    if (auto edit = mend(text, at, LanguageModel::builtin())) edits.push_back(std::move(*edit));
  }
  return edits;
}

}  // namespace vanban::repair_stage

// "hoà" and "hòa" are one word in two spellings; some readers want one of them throughout.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "language/language_model.hpp"
#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "language/words.hpp"
#include "repair/encodings/capitals.hpp"
#include "repair/passes.hpp"

namespace vanban::repair_stage {
namespace {

bool is_blank(char byte) {
  return byte == ' ' || static_cast<unsigned char>(byte - '\t') < 5;
}

/// oa, oe or uy with a mark and nothing behind: few words need to be taken apart. One byte of
/// the two letters is that of a vowel without a mark.
bool may_be_placed(std::string_view word) {
  const std::size_t marked = word.find_first_of("\xC3\xC4\xC5\xE1");
  return marked != std::string_view::npos &&
         word.find_first_of("aeouyAEOUY") != std::string_view::npos;
}

/// What stands between blanks around [begin, end), for an address is one such piece.
std::string_view piece_around(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t farthest = 256;
  const std::size_t first = begin > farthest ? begin - farthest : 0;
  const std::size_t last = std::min(text.size(), end + farthest);
  while (begin > first && !is_blank(text[begin - 1])) --begin;
  while (end < last && !is_blank(text[end])) ++end;
  return text.substr(begin, end - begin);
}

bool is_address(std::string_view piece) {
  for (const std::string_view sign : {"@", "://", "www.", ".vn", ".com", ".org", ".net"}) {
    if (piece.find(sign) != std::string_view::npos) return true;
  }
  return false;
}

/// The mark stands on the first of the two vowels: "hòa". The spellings differ from there on.
bool is_old_style(std::string_view small, std::string_view other) {
  const auto differing = std::ranges::mismatch(small, other).in1;
  return differing != small.end() && static_cast<unsigned char>(*differing) >= 0x80;
}

}  // namespace

EditList find_other_placements(std::string_view text, TonePlacement wanted) {
  EditList edits;
  if (wanted == TonePlacement::as_is) return edits;
  const auto& model = language::LanguageModel::builtin();
  language::WordScanner scanner(text);
  language::Word word;
  while (scanner.next(word)) {
    const std::string_view printed = text.substr(word.begin, word.end - word.begin);
    if (word.kind != language::WordKind::word || !may_be_placed(printed)) continue;
    const std::string other = language::other_placement(printed);
    if (other.empty()) continue;
    const bool is_old = is_old_style(language::fold(printed), other);
    if (is_old == (wanted == TonePlacement::old_style)) continue;
    // "Noé" is spelt as a syllable may be, but no Vietnamese word.
    if (model.find(word.key) == language::word_class::unknown) continue;
    if (is_address(piece_around(text, word.begin, word.end))) continue;
    edits.push_back({word.begin, word.end, encodings::with_capitals(other, word),
                     RepairKind::tone_placement, 1});
  }
  return edits;
}

}  // namespace vanban::repair_stage

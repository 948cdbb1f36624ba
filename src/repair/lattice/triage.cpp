#include "repair/lattice/triage.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "language/surprise.hpp"
#include "repair/lattice/pieces.hpp"

namespace vanban::repair_stage::lattice {
namespace {

using language::Context;
using language::LanguageModel;
using language::Word;
using language::WordId;
namespace format = language::format;

/// Nats of a word and half of the one before it. Lower than what tells a sound line from a damaged
/// one (language::surprising): a single place below is enough to look closely.
constexpr float suspicious = 11;

/// Nats that a reading must save to be worth a look: what a lost letter costs at first, without the
/// words behind it that will read better, too.
constexpr float worthwhile = 5;

bool is_letters(const Word& word) {
  return !word.key.too_long && word.letters <= format::max_pattern_letters &&
         (word.kind == language::WordKind::word ||
          (word.kind == language::WordKind::roman && word.letters == 1));
}

/// A word as it stands, with what the model knew before it.
struct Place {
  Word word;
  Context before;
  float cost = 0;
};

/// Folded letters of one or two words with holes.
class Pattern {
 public:
  void add(const Word& word) {
    const std::size_t size = std::min<std::size_t>(word.key.size, bytes_.size() - size_);
    std::memcpy(bytes_.data() + size_, word.key.block.data(), size);
    size_ += size;
  }
  void add_holes(std::size_t count) {
    for (std::size_t i = 0; i < count && size_ < bytes_.size(); ++i) bytes_[size_++] = format::hole;
  }
  /// Whether a word that fits saves enough against `cost`.
  [[nodiscard]] bool saves(const LanguageModel& model, const Context& before, float cost) const {
    for (const std::uint16_t spelling : model.completions({bytes_.data(), size_})) {
      Context context = before;
      if (cost - model.cost(context, model.word_of(spelling)) > worthwhile) return true;
    }
    return false;
  }

 private:
  std::array<char, 2 * sizeof(language::WordKey::block) + 4> bytes_{};
  std::size_t size_ = 0;
};

/// Whether the model knows a better word for `place` with `lead` and `trail` letters lost.
bool hides(const Place& place, std::size_t lead, std::size_t trail, const LanguageModel& model) {
  if (!is_letters(place.word)) return false;
  Pattern pattern;
  pattern.add_holes(lead);
  pattern.add(place.word);
  pattern.add_holes(trail);
  return pattern.saves(model, place.before, place.cost);
}

/// Whether the bytes between two words, one of which reads badly, may hide a letter of one.
bool may_hide_letter(std::string_view between, const Place& left, const Place& right,
                     const LanguageModel& model) {
  const std::size_t blanks = std::min(between.find_first_not_of(' '), between.size());
  if (blanks == between.size()) {
    if (blanks > max_blanks) return false;
    if (blanks <= format::max_holes && is_letters(left.word) && is_letters(right.word)) {
      Pattern pattern;
      pattern.add(left.word);
      pattern.add_holes(blanks);
      pattern.add(right.word);
      if (pattern.saves(model, left.before, left.cost + right.cost)) return true;
    }
    for (std::size_t lost = 1; lost < blanks && lost <= format::max_holes; ++lost) {
      if (hides(left, 0, lost, model) || hides(right, lost, 0, model)) return true;
    }
    return false;
  }
  // Blanks at a line's edge or beside a sign: each side asks for itself.
  return (between.front() == ' ' && hides(left, 0, 1, model)) ||
         (between.back() == ' ' && (hides(right, 1, 0, model) || hides(right, 2, 0, model)));
}

}  // namespace

bool shows_damage(std::string_view text, const LanguageModel& model) {
  language::WordScanner scanner(text);
  Place place;
  Place last;
  Context context;
  float previous_cost = 0;
  bool last_is_suspicious = false;
  while (scanner.next(place.word)) {
    const WordId id = model.classify(place.word);
    if (place.word.after_boundary) {
      context = {};
      previous_cost = 0;
    }
    place.before = context;
    place.cost = model.cost(context, id);
    if (place.word.after_newline && !place.word.after_boundary) {
      Context fresh;
      const float alone = model.cost(fresh, id);
      if (alone < place.cost) {
        place.cost = alone;
        place.before = {};
        context = fresh;
        previous_cost = 0;
      }
    }
    place.cost += language::spelling_cost(id, place.word.letters);
    const bool is_suspicious = place.cost + previous_cost / 2 > suspicious;
    if ((is_suspicious || last_is_suspicious) &&
        may_hide_letter(text.substr(last.word.end, place.word.begin - last.word.end), last, place,
                        model)) {
      return true;
    }
    previous_cost = place.cost;
    last_is_suspicious = is_suspicious;
    last = place;
  }
  return last_is_suspicious && text.substr(last.word.end).starts_with(' ') &&
         hides(last, 0, 1, model);
}

}  // namespace vanban::repair_stage::lattice

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/language_model.hpp"
#include "language/surprise.hpp"
#include "repair/remarks/damage.hpp"
#include "repair/remarks/suspects.hpp"
#include "vanban/span.hpp"

/// What the repair stage has to say besides its edits: words that are probably misprints, and text
/// that is damaged beyond repair. It changes nothing.
namespace vanban::repair_stage::remarks {

struct Remark {
  enum class Kind : std::uint8_t {
    suspect_word,      ///< a word that hardly belongs where it stands
    unrepaired_damage  ///< lines that are no language any more
  };
  Kind kind = Kind::suspect_word;
  TextSpan span;
  std::string suggestion;  ///< of a suspect word: what it probably should be, in its letter case
};

/// Told of each batch of a walk over `text`, which is repaired as far as it can be, finds what
/// there is to remark. What takes long is done when it is asked for: of a text that is repaired
/// behind it nobody does. Linear.
class Proofreader {
 public:
  Proofreader(std::string_view text, const language::LanguageModel& model)
      : text_(text), damage_(text, model), model_(model) {}

  void add(const language::WordWalk& walk);
  /// In order of their begins. The walk has come to its end.
  [[nodiscard]] std::vector<Remark> finish(const language::WordWalk& walk) &&;

 private:
  /// Words that one is weighed with.
  static constexpr std::uint32_t words_behind = 2;
  /// A window of its own: the walk goes on.
  struct Doubt {
    std::array<language::ReadWord, 1 + 1 + words_behind> words;
    bool is_first = false;  ///< no word stands before
    std::uint32_t behind = 0;
  };

  void look(const Window& window);
  /// Looks for the words that are meant.
  void decide();

  std::string_view text_;
  DamageFinder damage_;
  const language::LanguageModel& model_;
  std::vector<Doubt> doubts_;
  std::vector<Remark> found_;
};

/// The same of a text that nobody else walks over.
[[nodiscard]] std::vector<Remark> find_remarks(std::string_view text,
                                               const language::LanguageModel& model);

}  // namespace vanban::repair_stage::remarks

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "plan/values/sentences.hpp"

/// Who acts. Vietnamese has no inflection to tell an actor from its verb, so both are told by rows:
/// an actor begins with a noun of agencies and offices and ends where a verb of tasks begins.
namespace vanban::plan {

/// How the actor and what it does are tied together.
enum class ActorTie : std::uint8_t {
  none,            ///< no actor stands there
  bare,            ///< a noun phrase with nothing behind it
  verb,            ///< "Văn phòng Sở theo dõi ..."
  responsibility,  ///< "... có trách nhiệm theo dõi ..."; those two words are no task
  colon            ///< "Sở Y tế: Chủ trì ..."
};

struct ActorFound {
  ActorTie tie = ActorTie::none;
  bool ordered = false;       ///< "Giao", "Đề nghị" stands before it
  TextRange name;             ///< without the order and without a remark in brackets at its end
  std::size_t whole_end = 0;  ///< end of the name with that remark
  std::size_t task = 0;  ///< where what it does begins; the end of the text where nothing follows
  explicit operator bool() const noexcept { return tie != ActorTie::none; }
};

/// The actor that begins at `at` within [at, end) of `text`; `folded` is plan::folded(text).
[[nodiscard]] ActorFound actor_at(std::string_view text, std::string_view folded, std::size_t at,
                                  std::size_t end);

/// As actor_at, or after an opening clause ("Căn cứ Kế hoạch này, các sở ...") of the sentence.
[[nodiscard]] ActorFound actor_of_sentence(std::string_view text, std::string_view folded,
                                           std::size_t begin, std::size_t end);

/// "... do Tổ trưởng phân công": the actor of a passive sentence.
[[nodiscard]] ActorFound actor_of_passive(std::string_view text, std::string_view folded,
                                          std::size_t begin, std::size_t end);

/// `title` is the name of an actor, from its begin to its end. Gives the name without what a
/// heading may put before it ("Trách nhiệm của", "Đối với") and its final colon; else empty.
[[nodiscard]] TextRange actor_of_heading(std::string_view title, std::string_view folded);

/// Who stands after each "phối hợp với" of [begin, end): proper names one by one, an enumeration
/// that shares its modifier as one.
void collaborators_in(std::string_view text, std::string_view folded, std::size_t begin,
                      std::size_t end, std::vector<TextRange>& out);

/// The same for a list that stands there by itself, as behind "Đơn vị phối hợp:".
void split_actors(std::string_view text, std::string_view folded, std::size_t begin,
                  std::size_t end, std::vector<TextRange>& out);

/// A verb of tasks begins at `at`.
[[nodiscard]] bool is_verb_at(std::string_view folded, std::size_t at);

/// What stands at `at` follows a name but is no verb: "căn cứ ...", "trong phạm vi ...".
[[nodiscard]] bool is_circumstance_at(std::string_view folded, std::size_t at);

}  // namespace vanban::plan

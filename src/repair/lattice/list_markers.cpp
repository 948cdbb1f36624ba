#include "repair/lattice/list_markers.hpp"

#include <algorithm>
#include <array>

#include "language/letters.hpp"
#include "repair/lattice/channel.hpp"

namespace vanban::repair_stage::lattice {
namespace {

/// The order in which Vietnamese lists count.
constexpr std::array<std::string_view, 22> list_letters{"a", "b", "c", "d", "đ", "e", "g", "h",
                                                        "i", "k", "l", "m", "n", "o", "p", "q",
                                                        "r", "s", "t", "u", "v", "x"};
constexpr std::size_t none = list_letters.size();
/// The order of a list is good evidence, not proof: authors skip letters.
constexpr double confidence = 0.9;

std::size_t place_of(std::string_view letter) {
  return static_cast<std::size_t>(std::ranges::find(list_letters, letter) - list_letters.begin());
}

}  // namespace

EditList find_lost_markers(std::string_view text, const std::vector<std::uint16_t>& lost) {
  const auto is_lost = [&lost](std::size_t place) {
    return place < none && std::ranges::find(lost, letter_index(list_letters[place])) != lost.end();
  };
  EditList edits;
  std::size_t last = none;  // of the list that is going on
  for (std::size_t line = 0; line < text.size();) {
    const std::size_t end = std::min(text.find('\n', line), text.size());
    const std::string_view rest = text.substr(line, end - line);
    const std::size_t start = std::min(rest.find_first_not_of(' '), rest.size());
    const std::string_view first = rest.substr(start);
    if (first.starts_with(") ") && start > 0) {
      const std::size_t next = last == none ? 0 : last + 1;
      const std::size_t place = is_lost(next) ? next : is_lost(0) ? 0 : none;
      if (place != none) {
        const auto at = static_cast<std::uint32_t>(line + start - 1);
        edits.push_back(
            {at, at + 1, std::string(list_letters[place]), RepairKind::dropped_glyph, confidence});
        last = place;
      }
    } else if (!first.empty()) {
      const std::size_t length = language::letter_length(first.data(), first.data() + first.size());
      if (length != 0 && first.substr(length).starts_with(')'))
        last = place_of(first.substr(0, length));
    }
    line = end + 1;
  }
  return edits;
}

}  // namespace vanban::repair_stage::lattice

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "repair/edit.hpp"

namespace vanban::repair_stage::lattice {

/// Letters outside of words that were lost; each must be among `lost`, the letters that the
/// document loses. No language model knows them, but what they stand in does:
///
///     " ) Đối với"    a list: the next letter after the item before, or the first one
///     "I . NỘI DUNG"  headings with numerals: the one after the heading before
///     "(b/ )"         a note on who is told what; few are in use
///     "/2020/Q 14"    a symbol with a number behind it, likewise
[[nodiscard]] EditList find_lost_markers(std::string_view text,
                                         const std::vector<std::uint16_t>& lost);

/// The same of markers whose letters are gone without a trace, for a text that loses letters so:
///
///     ") Đối với"     between "a)" and "c)", behind "a)" where the list ends, before "b)"
///     "II. NỘI DUNG"  between "II." and "IV."
[[nodiscard]] EditList find_gone_markers(std::string_view text);

}  // namespace vanban::repair_stage::lattice

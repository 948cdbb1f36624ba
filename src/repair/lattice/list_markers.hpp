#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "repair/edit.hpp"

namespace vanban::repair_stage::lattice {

/// Letters of a list that were lost: a line that begins with blanks and a bracket, " ) Đối với". No
/// language model knows them, but the list does: the letter is the next one after the item before,
/// or the first one, and must be among `lost`, the letters that the document loses.
[[nodiscard]] EditList find_lost_markers(std::string_view text,
                                         const std::vector<std::uint16_t>& lost);

}  // namespace vanban::repair_stage::lattice

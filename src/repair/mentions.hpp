#pragma once

#include <cstddef>
#include <string_view>

namespace vanban::repair_stage {

/// Whether the stretch [begin, end) without blanks is a quotation of one word, or of two that it
/// begins or ends: so words are spoken of.
[[nodiscard]] bool is_mention(std::string_view text, std::size_t begin, std::size_t end);

/// The same of the stretch around [begin, end), out to the next blanks.
[[nodiscard]] bool is_in_mention(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace vanban::repair_stage

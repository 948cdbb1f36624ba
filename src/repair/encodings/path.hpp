#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "repair/encodings/tokens.hpp"

namespace vanban::repair_stage::encodings {

/// The encoding of each token: the cheapest way through the text, on which a change of the encoding
/// costs something, more within a line than between two. Empty where the whole text is best as it
/// stands.
[[nodiscard]] std::vector<Encoding> find_path(std::span<const Token> tokens,
                                              const Lexicon& lexicon);

}  // namespace vanban::repair_stage::encodings

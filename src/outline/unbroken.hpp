#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "vanban/span.hpp"

/// Text that lost its line breaks: one copy of a web page in fifteen has a whole document on a
/// line.
namespace vanban::outline {

/// Whether nearly all line breaks of a text are gone: the lines of those that have them are
/// shorter.
[[nodiscard]] bool is_unbroken(std::string_view text);

/// Whether a row holds the national title with a document behind it: a text whose other rows are
/// what a web site says of it.
[[nodiscard]] bool holds_header(std::string_view printed, std::string_view lower);

/// The rows of a header that lost only the breaks within its paragraphs, as copies of web pages do:
/// the row over the national title, which stands on one row with the motto, that row, and those of
/// number, place and date behind it, with what was joined to them. Empty where the header is none
/// of these. Linear.
[[nodiscard]] TextSpan find_flat_header(std::string_view printed, std::string_view lower);

/// Where lines began within a row of such a header; what counts in it is text and stays whole.
/// `lower` is `printed` in lower case. Linear.
[[nodiscard]] std::vector<std::size_t> find_header_breaks(std::string_view printed,
                                                          std::string_view lower);

/// Where the items of a list began that lies in one row, a semicolon before each dash, or grounds
/// behind another one, in a text that has its other breaks. None in a row of cells, whose lists are
/// meant. Linear.
[[nodiscard]] std::vector<std::size_t> find_list_breaks(std::string_view printed,
                                                        std::string_view lower);

/// Where lines began within `printed`, a row of such a text, told by what begins lines: markers,
/// fixed phrases, the line of the type, the place before a date. `lower` is `printed` in lower
/// case. Rising offsets, 0 not among them. Linear.
[[nodiscard]] std::vector<std::size_t> find_lost_breaks(std::string_view printed,
                                                        std::string_view lower);

}  // namespace vanban::outline

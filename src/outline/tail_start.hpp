#pragma once

#include <cstddef>

#include "outline/line_view.hpp"

namespace vanban::outline {

/// Line `i` opens what a site puts behind a document: "Tin liên quan".
[[nodiscard]] bool is_site_end(const LineView& lines, std::size_t i);

/// The same behind a signature, where more can only be a site's if no annex and no section follows.
[[nodiscard]] bool may_end_at_site(const LineView& lines, std::size_t i);

/// A signature begins here: an office, and before long the name of who holds it.
[[nodiscard]] bool starts_signature(const LineView& lines, std::size_t i);

/// The first "Nơi nhận" that ends the text: the column of a table of dossiers and a line of the
/// body say so too, but sections go on below them.
[[nodiscard]] std::size_t start_of_tail(const LineView& lines, std::size_t body);

}  // namespace vanban::outline

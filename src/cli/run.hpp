#pragma once

#include "cli/arguments.hpp"

namespace vanban::cli {

/// Does what the arguments ask for; returns the exit status. One bad file is a message, not the
/// end.
[[nodiscard]] int run(const Arguments& arguments);

}  // namespace vanban::cli

#pragma once

#include "plan/clerk/checks.hpp"
#include "vanban/document.hpp"

namespace vanban::plan::clerk {

/// Adds what the rules of rules.hpp remark on a document that is complete but for that; its
/// diagnostics stay in document order. Linear time.
void examine(Document& document, const Letterhead& head);

}  // namespace vanban::plan::clerk

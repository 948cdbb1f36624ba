#pragma once

#include "plan/field_spans.hpp"
#include "plan/tail.hpp"
#include "vanban/document.hpp"

namespace vanban::plan {

/// Nơi nhận, with where it stands.
struct RecipientsReading {
  Recipients recipients;       ///< its `at` is left empty
  FieldSpans at;               ///< "items" once for each item, "archive"
  std::vector<TextSpan> read;  ///< the pieces that were read, "Nơi nhận" among them
};

/// Reads the zone `tail` of `frame`. Linear time.
[[nodiscard]] RecipientsReading read_recipients(const outline::FoldedText& text, const Tail& tail);

}  // namespace vanban::plan

#pragma once

#include <vector>

#include "plan/field_spans.hpp"
#include "plan/tail.hpp"
#include "vanban/document.hpp"

namespace vanban::plan {

/// A signature block, with where it stands.
struct SignatureReading {
  Signature signature;          ///< its `span` and `at` are left empty
  TextSpan span;                ///< the hull of `spans`; of two columns the hulls may overlap
  std::vector<TextSpan> spans;  ///< its lines, from top to bottom, honours before a name included
  FieldSpans at;
};

/// Every block of the zone `tail`, in reading order: the first is the main one. Linear time.
[[nodiscard]] std::vector<SignatureReading> read_signatures(const outline::FoldedText& text,
                                                            const Tail& tail);

}  // namespace vanban::plan

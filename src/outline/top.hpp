#pragma once

#include <cstddef>

#include "outline/line_view.hpp"
#include "outline/type_line.hpp"

namespace vanban::outline {

/// What stands over the text of a document: header, type, subject, addressees.
struct Top {
  const tokens::DocumentTypeRow* type = nullptr;  ///< null where no line says it
  std::size_t type_length = 0;                    ///< bytes of its name on its line
  std::size_t title = 0;                          ///< the line of the type
  std::size_t end = 0;                            ///< behind subject and addressees
};

[[nodiscard]] Top find_top(const LineView& lines);

}  // namespace vanban::outline

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/source_text.hpp"
#include "vanban/source_map.hpp"

namespace vanban::read {

struct PlainMarkdown {
  std::string text;             ///< without marks; the line ends of the source
  SourceMap map;                ///< text -> source
  std::vector<LineHint> hints;  ///< one more than line feeds
};

/// Cuts Markdown's marks. `source` is well-formed UTF-8 of less than 2 GiB, without control
/// characters (controls.hpp). Linear; any such text is Markdown.
[[nodiscard]] PlainMarkdown cut_marks(std::string_view source);

}  // namespace vanban::read

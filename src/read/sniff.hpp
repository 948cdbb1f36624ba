#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "vanban/document.hpp"

namespace vanban::read {

/// A construct that tells Markdown from plain text. Bullets ("- ", "* ", "1. "), rule lines and
/// footnote stars "(*)" tell nothing: plain plans have them too.
struct MarkdownEvidence {
  std::string_view name;
  unsigned weight;
  std::string_view example;                          ///< holds it, and no other row's
  std::size_t (*count)(std::string_view paragraph);  ///< how often it stands there
  bool of_signs = false;  ///< made by signs that stand for letters, too: see `SignsInWords`
};

[[nodiscard]] std::span<const MarkdownEvidence> markdown_evidence();

/// Plain text or Markdown, by content alone: file names lie. Never Format::detect. Looks at the
/// first part of long texts only.
[[nodiscard]] Format sniff_format(std::string_view text);

}  // namespace vanban::read

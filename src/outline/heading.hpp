#pragma once

#include <string_view>

#include "vanban/document.hpp"

namespace vanban::outline {

struct Outline;

/// What stands beneath a numbered line.
enum class Content : unsigned char {
  none,
  items,
  divided,  ///< items, and all numbers of its list hold some
  sections  ///< numbered ones
};

/// A numbered line names what follows (a heading), or says something itself (an item)? `text` is
/// without its marker, `lower` the same in lower case; `bold`: its first line is.
[[nodiscard]] bool is_heading(NodeKind kind, std::string_view text, std::string_view lower,
                              Content content, bool bold);

/// "Phân công nhiệm vụ như sau": announces what stands beneath it without the colon.
[[nodiscard]] bool announces_without_colon(std::string_view lower);

/// Decides it for every node of the outline.
void mark_headings(Outline& outline, std::size_t body_end);

}  // namespace vanban::outline

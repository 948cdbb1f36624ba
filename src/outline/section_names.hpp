#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "outline/lines.hpp"

/// Headings without numbers: "MỤC ĐÍCH, YÊU CẦU" alone on a line.
namespace vanban::outline {

/// What a line without a marker names.
enum class SectionName : std::uint8_t {
  none,
  section,     ///< a section of the document
  subsection,  ///< a part of one that capitals name
  part         ///< a part of a numbered section, whose own number a copy has lost
};

/// One for each of `lines`; empty where the sections have numbers, or where too few lines are such
/// names to be sure. Linear time.
[[nodiscard]] std::vector<SectionName> find_section_names(const FoldedText& text,
                                                          std::span<const Line> lines);

}  // namespace vanban::outline

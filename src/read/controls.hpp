#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "vanban/source_map.hpp"

/// Characters that would mean something to later stages which they do not mean in a document.
///
///     U+0000-0008, 000E-001F, 007F    a blank: cells and rows are told apart by three of them
///     U+000B, 0085, 2028, 2029        a carriage return: they end a line without counting as one
///     \r\n, spelled out               a blank, where several are near: a web page's source
///
/// Where they are numbers of glyphs, as years and numbers before a stroke show, U+0005-001F become
/// their pictures, U+2405-241F, for the repair to read.
///
/// Tab, line feed, form feed and carriage return are what they are.
namespace vanban::read {

struct CleanText {
  std::string text;  ///< empty where `map` is the identity: the source is clean
  SourceMap map;     ///< text -> source; the same line feeds on both sides
};

/// `source` is well-formed UTF-8 of less than 2 GiB. A clean source is looked at and not copied.
[[nodiscard]] CleanText clean_controls(std::string_view source);

/// The first place at or after `from` where such a character stands, or the size of the text.
[[nodiscard]] std::size_t find_control(std::string_view source, std::size_t from);

}  // namespace vanban::read

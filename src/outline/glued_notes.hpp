#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "outline/lines.hpp"

/// Notes whose figures a PDF gives as plain ones: "của Tỉnh ủy1, tiếp tục" and, beneath the text of
/// the page, "1 Nghị quyết số 05-NQ/TU ..."; or as ones in brackets: "của Tỉnh ủy(1)".
namespace vanban::outline {

/// How surely a figure behind a word is that of a note.
enum class FigureTie : std::uint8_t {
  glued,  ///< "Tỉnh ủy1"
  apart,  ///< "Tỉnh ủy 1": only where the figure stands apart from the note, too
  loose   ///< "Hòa Bình 1", a name as well: only where notes count on and no other word has it
};
inline constexpr std::size_t figure_ties = 3;

/// A figure behind a word, that of a note maybe.
struct GluedFigure {
  std::size_t begin = 0;
  std::size_t end = 0;
  unsigned number = 0;
  FigureTie tie = FigureTie::glued;
};

/// The next one in `line` that begins at or behind `from`; null where none stands.
[[nodiscard]] std::optional<GluedFigure> find_glued_figure(std::string_view line, std::size_t from);

/// The number that `line`, which begins a note, opens with.
[[nodiscard]] unsigned number_of_note(std::string_view line);

/// Sets `Line::note` of the lines that begin such a note: they count from 1, on the page or through
/// the document, and each has its figure behind a word before it. Linear.
void mark_glued_notes(const FoldedText& text, std::vector<Line>& lines);

}  // namespace vanban::outline

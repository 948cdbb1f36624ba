#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "repair/edit.hpp"

/// Encodings besides windows-1252 and its kin that UTF-8 is read as: "C峄檔g" is "Cộng" as
/// windows-936 shows it, "Cß╗Öng" as code page 437 does.
namespace vanban::repair_stage {

struct CodePage {
  const char* name;     ///< one that ICU knows
  std::string_view ba;  ///< what it shows of E1 BA, with which half of the marked letters begin
  std::string_view bb;  ///< the same of E1 BB, with which the other half does
};
[[nodiscard]] std::span<const CodePage> code_pages();

/// The pages that show marked letters, once or twice misread, in a text. Linear.
[[nodiscard]] std::vector<const CodePage*> pages_shown(std::string_view text);

/// A text in which each character of the page stands as the bytes that it was, each of them as the
/// character of Latin-1. What the page has not stays as it is. Linear.
class ShownBytes {
 public:
  ShownBytes(std::string_view text, const CodePage& page);

  [[nodiscard]] const std::string& text() const { return text_; }
  /// U+0080..U+00BF as far as they are bytes which the page has no character for by themselves:
  /// what a replacement character may have been.
  [[nodiscard]] const std::u32string& lost() const { return lost_; }
  /// Whether an edit of `text()` takes a part of a character of which another part, beyond ASCII,
  /// is of none of the edits.
  [[nodiscard]] bool leaves_half(const EditList& edits, std::size_t edit) const;
  /// Edits of `text()` as edits of the text before.
  [[nodiscard]] EditList to_source(const EditList& edits) const;

 private:
  /// A character that is several, or another, here: [begin, end) before is [shown, shown_end) now.
  struct Change {
    std::uint32_t begin;
    std::uint32_t end;
    std::uint32_t shown;
    std::uint32_t shown_end;
  };
  [[nodiscard]] std::size_t first_behind(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t source_of(std::uint32_t at, std::size_t behind) const;

  std::string text_;
  std::u32string lost_;
  std::vector<Change> changes_;
};

}  // namespace vanban::repair_stage

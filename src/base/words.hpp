#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "vanban/document.hpp"
#include "vanban/repair.hpp"
#include "vanban/token.hpp"

/// The words of the enumerations: one spelling for JSON, programs and messages.
namespace vanban {

template <class Enum>
struct Words;  ///< Words<E>::list: the words in the order of the enumerators

// clang-format off
template <> struct Words<NodeKind> {
  static constexpr auto list = std::to_array<std::string_view>(
      {"part", "chapter", "section", "article", "roman", "upper", "decimal", "alpha", "dash",
       "plus", "bullet", "paragraph", "table", "appendix"});
};
template <> struct Words<Role> {
  static constexpr auto list = std::to_array<std::string_view>(
      {"purpose", "requirement", "objective", "viewpoint", "scope", "subject", "content", "task",
       "solution", "target", "time", "place", "participant", "criterion", "title-honour", "award",
       "quota", "procedure", "dossier", "budget", "slogan", "basis", "situation", "form",
       "reporting", "output", "proposal", "implementation", "responsibility"});
};
template <> struct Words<RepairKind> {
  static constexpr auto list = std::to_array<std::string_view>(
      {"encoding", "mojibake", "normalization", "lookalike", "dropped-glyph", "dropped-letter",
       "missing-diacritics", "joined-words", "split-word", "font-map", "ocr", "tone-placement"});
};
template <> struct Words<TokenKind> {
  static constexpr auto list = std::to_array<std::string_view>(
      {"syllable", "number", "date", "symbol", "abbreviation", "marker", "punctuation", "url",
       "email"});
};
template <> struct Words<OffsetUnit> {
  static constexpr auto list = std::to_array<std::string_view>({"utf8", "utf16", "codepoint"});
};
template <> struct Words<SubjectGroup> {
  static constexpr auto list = std::to_array<std::string_view>({"collective", "individual"});
};
template <> struct Words<Comparator> {
  static constexpr auto list = std::to_array<std::string_view>({"=", ">", ">=", "<", "<=", "~"});
};
template <> struct Words<Direction> {
  static constexpr auto list = std::to_array<std::string_view>({"increase", "decrease", "level"});
};
template <> struct Words<DeadlineRelation> {
  static constexpr auto list = std::to_array<std::string_view>({"before", "by", "on", "recurring"});
};
template <> struct Words<CitationRelation> {
  static constexpr auto list = std::to_array<std::string_view>({"basis", "mention"});
};
template <> struct Words<Severity> {
  static constexpr auto list = std::to_array<std::string_view>({"info", "warning", "error"});
};
// clang-format on

template <class Enum>
[[nodiscard]] constexpr std::string_view word(Enum value) noexcept {
  return Words<Enum>::list[static_cast<std::size_t>(value)];
}

/// The enumerator that `text` names, or null.
template <class Enum>
[[nodiscard]] constexpr std::optional<Enum> from_word(std::string_view text) noexcept {
  for (std::size_t i = 0; i < Words<Enum>::list.size(); ++i) {
    if (Words<Enum>::list[i] == text) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace vanban

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "vanban/document.hpp"

namespace vanban::outline {

/// How a marker is printed around its number. Two markers count in one sequence only where kind,
/// delimiter and number of components agree.
enum class Delimiter : unsigned char { none, dot, paren, slash, dash, colon, enclosed };

/// A numbering or bullet at the start of a line.
struct Marker {
  static constexpr std::size_t max_components = 8;

  NodeKind kind = NodeKind::dash;
  Delimiter delimiter = Delimiter::none;
  /// Of a bullet: which sign, so that "•" and "*" are two levels. Of alpha: 'i' where it counts in
  /// small Roman numerals.
  char32_t sign = 0;
  std::array<std::uint16_t, max_components> components{};  ///< 2.1.3 -> {2, 1, 3}; a -> {1}
  std::uint8_t component_count = 0;
  bool ambiguous = false;  ///< one capital letter that is a Roman numeral too: I, V, X, C, D, L, M
  std::uint16_t letter = 0;  ///< its place in the alphabet, where ambiguous
  std::string_view printed;  ///< "II.", "a)", "-"
  std::string_view label;    ///< "II", "a"; empty for bullets
  std::size_t length = 0;    ///< bytes up to the text that follows

  [[nodiscard]] std::uint16_t value() const {
    return component_count == 0 ? std::uint16_t{0} : components[component_count - 1U];
  }
  [[nodiscard]] bool is_bullet() const {
    return kind == NodeKind::dash || kind == NodeKind::plus || kind == NodeKind::bullet;
  }
};

/// The marker at the start of a line (no blanks before it), if there is one. `lower` is the folded
/// line. Only what it looks like: whether it counts is for the sequence to say.
[[nodiscard]] std::optional<Marker> find_marker(std::string_view line, std::string_view lower);

/// A marker of `line` is the number behind a dash: "- 1. Chủ đề".
[[nodiscard]] bool has_numbered_bullet(std::string_view line, const Marker& marker);

/// The bullet alone at the start of a line, whatever numbers its text.
[[nodiscard]] std::optional<Marker> find_bullet(std::string_view line, std::string_view lower);

/// The value of a Roman numeral in its usual spelling, from 1 to 399.
[[nodiscard]] std::optional<std::uint16_t> roman_value(std::string_view lower);

/// The place of a letter in the alphabet that points (điểm) count in: a b c d đ e g h i k ...; f
/// and j, which it has not, are in the places of g and k.
[[nodiscard]] std::optional<std::uint16_t> letter_value(std::string_view lower);

}  // namespace vanban::outline

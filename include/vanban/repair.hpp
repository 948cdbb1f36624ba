#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "vanban/result.hpp"
#include "vanban/source_map.hpp"
#include "vanban/span.hpp"

namespace vanban {

/// How text is damaged. The names in JSON have hyphens: "dropped-glyph".
enum class RepairKind : unsigned char {
  encoding,            ///< a legacy encoding taken for another one; a reference read as it stands
  mojibake,            ///< UTF-8 read as another encoding, or cut within a letter
  normalization,       ///< not NFC, or combining marks that lost their letter
  lookalike,           ///< ƣ for ư, Ð for Đ, a Cyrillic or Greek letter among Latin ones
  dropped_glyph,       ///< a letter became a blank, or a sign of no meaning
  dropped_letter,      ///< a letter is gone without a trace
  missing_diacritics,  ///< a syllable lost its marks
  joined_words,        ///< the blank between two syllables is gone
  split_word,          ///< a blank stands inside a syllable
  font_map,            ///< glyph numbers stand for letters, or glyphs were drawn twice to look bold
  ocr,                 ///< misread by optical character recognition, or mistyped
  tone_placement       ///< old and new style: hoà, hòa; changed only on request
};

/// "dropped-glyph", ...
[[nodiscard]] std::string_view to_string(RepairKind kind) noexcept;

/// A set of kinds.
class RepairKinds {
 public:
  constexpr RepairKinds() = default;  ///< none
  constexpr RepairKinds(std::initializer_list<RepairKind> kinds) {
    for (const RepairKind kind : kinds) add(kind);
  }
  [[nodiscard]] static constexpr RepairKinds all() {
    RepairKinds kinds;
    kinds.bits_ = (bit(RepairKind::tone_placement) << 1U) - 1U;
    return kinds;
  }

  constexpr void add(RepairKind kind) { bits_ |= bit(kind); }
  constexpr void remove(RepairKind kind) { bits_ &= ~bit(kind); }
  [[nodiscard]] constexpr bool contains(RepairKind kind) const { return (bits_ & bit(kind)) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }

  friend constexpr bool operator==(RepairKinds, RepairKinds) = default;

 private:
  [[nodiscard]] static constexpr std::uint32_t bit(RepairKind kind) {
    return std::uint32_t{1} << static_cast<unsigned>(kind);
  }
  std::uint32_t bits_ = 0;
};

/// Where the tone mark of oa, oe and uy stands.
enum class TonePlacement : unsigned char {
  as_is,      ///< as printed
  old_style,  ///< hòa, khỏe, thúy: as most of the administration writes
  new_style   ///< hoà, khoẻ, thuý
};

/// One repaired syllable: from its damaged start (with the blank of a lost first letter) to its
/// end. Neighbouring changes of kind encoding, mojibake, normalization or font_map on one line are
/// one repair. Applied in order, the repairs make the text out of its source.
struct Repair {
  RepairKind kind = RepairKind::dropped_glyph;
  std::string before;     ///< the slice of the source text at `span`
  std::string after;      ///< what stands there now; empty where a stray mark was removed
  double confidence = 0;  ///< in [0, 1]: the posterior of this reading against "as it stands"
  SourceSpan span;
  friend bool operator==(const Repair&, const Repair&) = default;
};

/// A text after repair, the way back, and every change.
struct RepairedText {
  /// UTF-8; has the line ends of the source. NFC, but for letters under more than 30 marks.
  std::string text;
  SourceMap map;  ///< text -> source
  std::vector<Repair> repairs;
  friend bool operator==(const RepairedText&, const RepairedText&) = default;
};

/// Options of `repair`.
struct RepairOptions {
  double min_confidence = 0;  ///< changes below are not made; in [0, 1]
  /// Repairs of other kinds are not made. All kinds are looked for nonetheless: what a word is
  /// tells its decoded and composed form, and a syllable that is damaged in two ways is of one
  /// kind.
  RepairKinds kinds = RepairKinds::all();
  /// Other than `as_is`, syllables that may be written either way get this one; foreign words,
  /// addresses of the web and of e-mail do not. A change of kind tone_placement.
  TonePlacement tones = TonePlacement::as_is;
};

/// Repairs a text on its own. `source` must be UTF-8 without ill-formed sequences (see
/// `decode` in document.hpp: any bytes become such a text) and shorter than 2 GiB; sound text comes
/// back unchanged. Pure; any thread. Fails only with too_large and invalid_argument.
[[nodiscard]] Result<RepairedText> repair(std::string_view source,
                                          const RepairOptions& options = {});

}  // namespace vanban

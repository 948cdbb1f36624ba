#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// What this stage asks of ICU: normalization, and the encodings of others. Pieces are shorter than
/// 2 GiB.
namespace vanban::repair_stage::icu_text {

[[nodiscard]] bool is_nfc(std::string_view piece);
[[nodiscard]] std::string to_nfc(std::string_view piece);
[[nodiscard]] std::string to_nfd(std::string_view piece);

/// The letter of ASCII that Unicode says a character is but in shape (𝖵, Ｖ, Ⅴ: V); 0 where it is
/// no single one.
[[nodiscard]] char compatible_ascii(char32_t code_point);

/// Whether a code point is one that normalization may move before its neighbours (class not 0).
[[nodiscard]] bool is_reordered(char32_t code_point);

/// A changed place: [begin, end) of the piece becomes [new_begin, new_end) of its composed form.
struct Composition {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t new_begin = 0;
  std::uint32_t new_end = 0;
};
struct Composed {
  std::string text;
  std::vector<Composition> changes;
};
[[nodiscard]] Composed compose(std::string_view piece);

/// An encoding by a name that ICU knows; one that it does not know has no characters.
class Encoder {
 public:
  explicit Encoder(const char* name);
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;
  ~Encoder();

  /// The bytes of a character; none where the encoding has not just this one.
  [[nodiscard]] std::string bytes_of(char32_t point) const;
  /// What the encoding shows of bytes; nothing where it does not have all of them.
  [[nodiscard]] std::string text_of(std::string_view bytes) const;
  /// Whether one byte, 80 or more, is a character by itself, and no control.
  [[nodiscard]] bool has_byte(std::uint8_t byte) const;

 private:
  struct Converter;
  std::unique_ptr<Converter> converter_;
};

}  // namespace vanban::repair_stage::icu_text

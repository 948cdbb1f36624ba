#include "repair/icu.hpp"

#include <array>

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/unistr.h>

#include "repair/code_points.hpp"

namespace vanban::repair_stage::icu_text {
namespace {

// Both forms are compiled into ICU: getting them cannot fail but for a broken installation, and
// then the text stays as it is.
const icu::Normalizer2* nfc() {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFCInstance(status);
}
const icu::Normalizer2* nfd() {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFDInstance(status);
}

icu::StringPiece piece_of(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

std::string normalize(const icu::Normalizer2* form, std::string_view piece, icu::Edits* edits) {
  std::string out;
  UErrorCode status = U_ZERO_ERROR;
  if (form != nullptr) {
    icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(piece.size()));
    form->normalizeUTF8(0, piece_of(piece), sink, edits, status);
  }
  if (form == nullptr || U_FAILURE(status) != 0) {
    if (edits != nullptr) edits->reset();
    return std::string(piece);
  }
  return out;
}

}  // namespace

bool is_nfc(std::string_view piece) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const form = nfc();
  return form == nullptr || form->isNormalizedUTF8(piece_of(piece), status) != 0;
}

std::string to_nfc(std::string_view piece) {
  return normalize(nfc(), piece, nullptr);
}
std::string to_nfd(std::string_view piece) {
  return normalize(nfd(), piece, nullptr);
}

char compatible_ascii(char32_t code_point) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const form = icu::Normalizer2::getNFKCInstance(status);
  if (form == nullptr) return 0;
  icu::UnicodeString letter;
  if (form->getDecomposition(static_cast<UChar32>(code_point), letter) == 0) return 0;
  return letter.length() == 1 && letter[0] < 0x80 ? static_cast<char>(letter[0]) : '\0';
}

bool is_reordered(char32_t code_point) {
  const icu::Normalizer2* const form = nfc();
  return form != nullptr && form->getCombiningClass(static_cast<UChar32>(code_point)) != 0;
}

Composed compose(std::string_view piece) {
  Composed out;
  icu::Edits edits;
  out.text = normalize(nfc(), piece, &edits);
  UErrorCode status = U_ZERO_ERROR;
  auto edit = edits.getFineChangesIterator();
  while (edit.next(status) != 0) {
    Composition change;
    change.begin = static_cast<std::uint32_t>(edit.sourceIndex());
    change.end = change.begin + static_cast<std::uint32_t>(edit.oldLength());
    change.new_begin = static_cast<std::uint32_t>(edit.destinationIndex());
    change.new_end = change.new_begin + static_cast<std::uint32_t>(edit.newLength());
    out.changes.push_back(change);
  }
  return out;
}

struct Encoder::Converter {
  UConverter* handle = nullptr;
};

Encoder::Encoder(const char* name) : converter_(std::make_unique<Converter>()) {
  UErrorCode status = U_ZERO_ERROR;
  converter_->handle = ucnv_open(name, &status);
  if (converter_->handle == nullptr) return;
  // A character that is only like the one asked for is none.
  ucnv_setFallback(converter_->handle, 0);
  ucnv_setFromUCallBack(converter_->handle, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
  ucnv_setToUCallBack(converter_->handle, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                      &status);
}

Encoder::~Encoder() {
  if (converter_->handle != nullptr) ucnv_close(converter_->handle);
}

std::string Encoder::bytes_of(char32_t point) const {
  if (converter_->handle == nullptr || point > 0xFFFF) return {};
  const auto unit = static_cast<char16_t>(point);
  std::array<char, 8> bytes{};
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t size = ucnv_fromUChars(
      converter_->handle, bytes.data(), static_cast<std::int32_t>(bytes.size()), &unit, 1, &status);
  if (U_FAILURE(status) != 0 || size > static_cast<std::int32_t>(bytes.size())) return {};
  return {bytes.data(), static_cast<std::size_t>(size)};
}

std::string Encoder::text_of(std::string_view bytes) const {
  std::string text;
  if (converter_->handle == nullptr) return text;
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString units(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                 converter_->handle, status);
  if (U_FAILURE(status) == 0) units.toUTF8String(text);
  return text;
}

bool Encoder::has_byte(std::uint8_t byte) const {
  const char piece = static_cast<char>(byte);
  const CodePoint point = code_point_at(text_of({&piece, 1}), 0);
  // Where ICU has a control there, others have nothing.
  const bool is_character = point.value >= 0xA0 && point.value != 0xFFFD;
  return is_character && bytes_of(point.value).size() == 1;
}

}  // namespace vanban::repair_stage::icu_text

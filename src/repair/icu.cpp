#include "repair/icu.hpp"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

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

}  // namespace vanban::repair_stage::icu_text

#include "json/offsets.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace vanban::json {
namespace {

constexpr std::size_t block_size = 64;
constexpr std::uint64_t low_bits = 0x0101010101010101U;  // the lowest bit of each of eight bytes

// Eight bytes at once: a continuation byte is 10xxxxxx, the lead of four bytes 1111xxxx.
std::uint32_t continuations(std::uint64_t bytes) {
  return static_cast<std::uint32_t>(std::popcount((bytes >> 7U) & (~bytes >> 6U) & low_bits));
}
std::uint32_t leads_of_four(std::uint64_t bytes) {
  return static_cast<std::uint32_t>(
      std::popcount((bytes >> 7U) & (bytes >> 6U) & (bytes >> 5U) & (bytes >> 4U) & low_bits));
}

std::uint32_t count_units(std::string_view text, OffsetUnit unit) {
  auto units = static_cast<std::uint32_t>(text.size());
  for (std::size_t at = 0; at < text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t bytes = 0;  // zeros after a short end are neither of the two kinds
    std::memcpy(&bytes, text.data() + at, std::min(sizeof bytes, text.size() - at));
    units -= continuations(bytes);
    if (unit == OffsetUnit::utf16) units += leads_of_four(bytes);
  }
  return units;
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

OffsetIndex::OffsetIndex(std::string_view text, OffsetUnit unit) : text_(text), unit_(unit) {
  if (unit == OffsetUnit::utf8) return;
  before_.reserve(text.size() / block_size + 1);
  std::uint32_t units = 0;
  for (std::size_t at = 0; at <= text.size(); at += block_size) {
    before_.push_back(units);
    units += count_units(text.substr(at, block_size), unit);
  }
}

std::uint32_t OffsetIndex::from_byte(std::uint32_t byte) const {
  const std::size_t at = std::min<std::size_t>(byte, text_.size());
  if (unit_ == OffsetUnit::utf8) return static_cast<std::uint32_t>(at);
  const std::size_t block = at / block_size;
  const std::size_t start = block * block_size;
  return before_[block] + count_units(text_.substr(start, at - start), unit_);
}

std::uint32_t OffsetIndex::to_byte(std::uint32_t offset) const {
  if (unit_ == OffsetUnit::utf8) {
    return static_cast<std::uint32_t>(std::min<std::size_t>(offset, text_.size()));
  }
  const auto after = std::upper_bound(before_.begin(), before_.end(), offset);
  const auto block = static_cast<std::size_t>(after - before_.begin()) - 1;  // before_[0] is 0
  std::size_t at = block * block_size;
  std::uint32_t units = before_[block];
  const auto skip_continuations = [&] {
    while (at < text_.size() && is_continuation(text_[at])) ++at;
  };
  skip_continuations();
  while (units < offset && at < text_.size()) {
    units += count_units(text_.substr(at, 1), unit_);
    ++at;
    skip_continuations();
  }
  return static_cast<std::uint32_t>(at);
}

SpanConverter::SpanConverter(std::string_view text, OffsetUnit from, OffsetUnit to)
    : same_(from == to),
      from_(same_ ? std::string_view{} : text, from),
      to_(same_ ? std::string_view{} : text, to) {}

}  // namespace vanban::json

// Any bytes become well-formed UTF-8. The common case, sound UTF-8, is checked by a shift-based
// automaton: a row of the table is a 64-bit word that holds the next state for each of the ten
// states (six bits each, used directly as a shift), so a byte costs one load and one shift and no
// branch that Vietnamese text, which changes between one, two and three bytes all the time, could
// mispredict. What is ill-formed is then found again slowly: it is rare.

#include "read/decode.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>

#include "read/characters.hpp"

namespace vanban::read {
namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// What may follow within a character; the value is the shift into a row. The error state is a
/// sink, and 0 so that bytes with few transitions need no row of their own.
enum class State : std::uint8_t {
  error = 0,
  start = 6,
  one_more = 12,    ///< one continuation byte
  two_more = 18,    ///< two
  three_more = 24,  ///< three
  after_e0 = 30,    ///< A0..BF, then one: no overlong forms
  after_ed = 36,    ///< 80..9F, then one: no surrogates
  after_f0 = 42,    ///< 90..BF, then two
  after_f4 = 48     ///< 80..8F, then two: nothing above U+10FFFF
};

constexpr std::uint64_t step(State from, State to) {
  return static_cast<std::uint64_t>(to) << static_cast<unsigned>(from);
}

constexpr std::uint64_t row(unsigned byte) {
  using enum State;
  if (byte < 0x80) return step(start, start);
  if (byte < 0xC0) {
    std::uint64_t moves =
        step(one_more, start) | step(two_more, one_more) | step(three_more, two_more);
    moves |= byte >= 0xA0 ? step(after_e0, one_more) : step(after_ed, one_more);
    moves |= byte >= 0x90 ? step(after_f0, two_more) : step(after_f4, two_more);
    return moves;
  }
  if (byte < 0xC2) return 0;
  if (byte < 0xE0) return step(start, one_more);
  if (byte == 0xE0) return step(start, after_e0);
  if (byte == 0xED) return step(start, after_ed);
  if (byte < 0xF0) return step(start, two_more);
  if (byte == 0xF0) return step(start, after_f0);
  if (byte < 0xF4) return step(start, three_more);
  if (byte == 0xF4) return step(start, after_f4);
  return 0;
}

constexpr auto rows = [] {
  std::array<std::uint64_t, 256> table{};
  for (unsigned byte = 0; byte < table.size(); ++byte) table[byte] = row(byte);
  return table;
}();

constexpr std::uint64_t state_mask = 63;

constexpr std::uint64_t next_state(std::uint64_t state, char byte) {
  return rows[static_cast<unsigned char>(byte)] >> (state & state_mask);
}

/// The length of the well-formed character at `at`, 0 where there is none.
std::size_t character_length(std::string_view bytes, std::size_t at) {
  std::uint64_t state = static_cast<std::uint64_t>(State::start);
  const std::size_t end = std::min(bytes.size(), at + 4);
  for (std::size_t i = at; i < end; ++i) {
    state = next_state(state, bytes[i]) & state_mask;
    if (state == static_cast<std::uint64_t>(State::start)) return i + 1 - at;
    if (state == static_cast<std::uint64_t>(State::error)) return 0;
  }
  return 0;
}

/// Puts U+FFFD for what cannot be decoded and says so, up to a number of times.
class Replacer {
 public:
  explicit Replacer(DecodedText& result) : result_(result) {}

  void replace(std::size_t first_byte, std::size_t length) {
    replaced_bytes_ += length;
    const SourceSpan span{size32(), size32() + 3};
    result_.text += replacement_character;
    ++stretches_;
    if (stretches_ > max_reported_stretches) {
      unreported_bytes_ += length;
      if (stretches_ == max_reported_stretches + 1) unreported_.begin = span.begin;
      unreported_.end = span.end;
      return;
    }
    report(std::to_string(length) + " byte không giải mã được ở vị trí " +
               std::to_string(first_byte) + " của tệp",
           span);
  }

  /// `size` bytes were decoded; a NUL of the text was `nul_size` of them.
  void finish(std::size_t size, std::size_t nul_size) {
    const auto nuls = static_cast<std::size_t>(std::ranges::count(result_.text, '\0'));
    const std::size_t unreadable = replaced_bytes_ + nuls * nul_size;
    if (unreadable >= least_unreadable_bytes && unreadable > size / unreadable_share) {
      result_.diagnostics = {{"not-text",
                              Severity::error,
                              "Tệp không phải là văn bản: " + std::to_string(unreadable) +
                                  " trong " + std::to_string(size) +
                                  " byte là NUL hoặc không giải mã được",
                              {0, size32()}}};
      return;
    }
    if (stretches_ <= max_reported_stretches) return;
    report("Còn " + std::to_string(stretches_ - max_reported_stretches) + " chỗ khác (" +
               std::to_string(unreported_bytes_) + " byte) không giải mã được",
           unreported_);
  }

 private:
  [[nodiscard]] std::uint32_t size32() const {
    return static_cast<std::uint32_t>(result_.text.size());
  }
  void report(std::string message, SourceSpan span) {
    result_.diagnostics.push_back(
        {"ill-formed-bytes", Severity::warning, std::move(message), span});
  }

  DecodedText& result_;
  std::size_t stretches_ = 0;
  std::size_t replaced_bytes_ = 0;
  std::size_t unreported_bytes_ = 0;
  SourceSpan unreported_;
};

/// What is left of the ceiling must hold one more character or U+FFFD.
bool is_full(const std::string& text) {
  return text.size() > text_ceiling - 4;
}

Error too_long() {
  return {ErrorCode::too_large, "The text layer is longer than 2 GiB - 1 bytes.", ""};
}

// A file in an 8-bit encoding. Which one is for the repair stage to find out: here it is enough
// that its bytes are those of words and are not UTF-8.

/// What the blank-separated words of a file with ill-formed bytes look like.
struct HighWords {
  std::size_t words = 0;     ///< short, of letters and some high bytes that are not UTF-8
  std::size_t others = 0;    ///< with bytes that are not UTF-8, but no words
  std::size_t sound = 0;     ///< characters of UTF-8 beyond ASCII
  std::size_t controls = 0;  ///< bytes that no text has
};

/// No Vietnamese word has more bytes in any encoding, with the signs around it; nor more that are
/// not ASCII.
constexpr std::size_t longest_word = 20;
constexpr std::size_t most_high_bytes = 8;

HighWords count_high_words(std::string_view bytes) {
  HighWords counts;
  std::size_t begin = 0;
  std::size_t high = 0;
  std::size_t letters = 0;
  for (std::size_t at = 0; at <= bytes.size();) {
    const char c = at < bytes.size() ? bytes[at] : ' ';
    const auto byte = static_cast<unsigned char>(c);
    if (is_blank(c) || c == '\n') {
      if (high > 0) {
        const bool word = at - begin <= longest_word && high <= most_high_bytes &&
                          high <= 2 * letters + 1 && letters > 0;
        ++(word ? counts.words : counts.others);
      }
      begin = ++at;
      high = letters = 0;
      continue;
    }
    if (byte < 0x80) {
      if (byte < 0x20 || byte == 0x7F) ++counts.controls;
      if (is_ascii_letter(c)) ++letters;
      ++at;
      continue;
    }
    // Most of a legacy file can be no character, which two bytes tell.
    const bool may_begin = byte >= 0xC2 && at + 1 < bytes.size() &&
                           (static_cast<unsigned char>(bytes[at + 1]) >> 6U) == 2;
    const std::size_t length = may_begin ? character_length(bytes, at) : 0;
    if (length > 1) ++counts.sound;
    if (length == 0) ++high;
    at += length == 0 ? 1 : length;
  }
  return counts;
}

/// Some broken bytes do not make a legacy file of a UTF-8 file, nor do words make one of a binary.
/// Two characters of a legacy file may by chance be one of UTF-8.
bool is_legacy(std::string_view bytes) {
  const HighWords counts = count_high_words(bytes);
  return counts.words >= 2 && counts.others * 4 <= counts.words &&
         counts.sound * 2 <= counts.words && counts.controls * 100 <= bytes.size();
}

/// The code points of windows-1252 at 80..9F, C1 controls where it defines none.
constexpr std::array<char16_t, 32> windows_1252_signs{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

/// The UTF-8 of each byte of windows-1252, ready to be copied.
constexpr auto windows_1252_utf8 = [] {
  std::array<Utf8, 256> all{};
  for (unsigned byte = 0; byte < all.size(); ++byte) {
    all[byte] = utf8_of(byte >= 0x80 && byte < 0xA0 ? windows_1252_signs[byte - 0x80U] : byte);
  }
  return all;
}();

Result<DecodedText> decode_windows_1252(std::string_view bytes) {
  DecodedText result;
  result.encoding = "windows-1252";
  std::size_t size = 0;
  for (const char c : bytes) size += windows_1252_utf8[static_cast<unsigned char>(c)].size;
  if (size > text_ceiling) return too_long();
  // Each step writes as many bytes as the longest takes; the next one goes over what is too much.
  result.text.resize(size + std::tuple_size_v<decltype(Utf8::bytes)>);
  char* to = result.text.data();
  for (const char c : bytes) {
    const Utf8& one = windows_1252_utf8[static_cast<unsigned char>(c)];
    std::memcpy(to, one.bytes.data(), one.bytes.size());
    to += one.size;
  }
  result.text.resize(size);
  return result;
}

/// `skipped`: bytes of the file before `bytes` (the byte-order mark), for messages. `owned`, where
/// given, holds `bytes`; it becomes the text where nothing is to be changed.
Result<DecodedText> decode_utf8(std::string_view bytes, std::size_t skipped, std::string* owned) {
  const std::size_t sound = well_formed_prefix(bytes);
  // A byte-order mark says that the file is UTF-8.
  if (skipped == 0 && sound != bytes.size() && is_legacy(bytes)) return decode_windows_1252(bytes);

  DecodedText result;
  const std::size_t size = bytes.size();
  if (owned != nullptr && sound == size) {
    result.text = std::move(*owned);
    bytes = {};
  } else {
    result.text.assign(bytes.substr(0, sound));
  }
  Replacer replacer(result);
  for (std::size_t at = sound; at < bytes.size();) {
    std::size_t end = at;
    while (end < bytes.size() && character_length(bytes, end) == 0) ++end;
    if (is_full(result.text)) return too_long();
    if (end > at) replacer.replace(skipped + at, end - at);
    const std::size_t length = well_formed_prefix(bytes.substr(end));
    if (result.text.size() + length > text_ceiling) return too_long();
    result.text += bytes.substr(end, length);
    at = end + length;
  }
  replacer.finish(size, 1);
  return result;
}

enum class ByteOrder : unsigned char { little, big };

Result<DecodedText> decode_utf16(std::string_view bytes, ByteOrder order, std::size_t skipped) {
  DecodedText result;
  result.encoding = order == ByteOrder::little ? "UTF-16LE" : "UTF-16BE";
  result.text.reserve(bytes.size());
  Replacer replacer(result);
  const auto unit = [bytes, order](std::size_t at) {
    const unsigned first = static_cast<unsigned char>(bytes[at]);
    const unsigned second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(order == ByteOrder::little ? first | (second << 8U)
                                                            : (first << 8U) | second);
  };
  const auto is_high = [](char32_t one) { return one >= 0xD800 && one < 0xDC00; };
  const auto is_low = [](char32_t one) { return one >= 0xDC00 && one < 0xE000; };

  const std::size_t end = bytes.size() / 2 * 2;
  std::size_t bad_from = bytes.size();  // the start of a stretch of unpaired surrogates
  const auto close_stretch = [&](std::size_t at) {
    if (bad_from < at) replacer.replace(skipped + bad_from, at - bad_from);
    bad_from = bytes.size();
  };
  for (std::size_t at = 0; at < end;) {
    if (is_full(result.text)) return too_long();
    const char32_t one = unit(at);
    const bool pair = is_high(one) && at + 4 <= end && is_low(unit(at + 2));
    if (!pair && (is_high(one) || is_low(one))) {
      bad_from = std::min(bad_from, at);
      at += 2;
      continue;
    }
    close_stretch(at);
    const Utf8 utf8 =
        utf8_of(pair ? 0x10000U + ((one - 0xD800U) << 10U) + (unit(at + 2) - 0xDC00U) : one);
    result.text.append(utf8.bytes.data(), utf8.size);
    at += pair ? 4 : 2;
  }
  if (end < bytes.size()) bad_from = std::min(bad_from, end);
  if (is_full(result.text)) return too_long();
  close_stretch(bytes.size());
  replacer.finish(bytes.size(), 2);
  return result;
}

/// UTF-16 without a byte-order mark shows itself by the zero bytes of its blanks, digits and plain
/// letters, all of one parity. In Vietnamese text these are three characters of four; a third of a
/// sample's pairs is asked for, and hardly any zero of the other parity.
std::optional<ByteOrder> unmarked_utf16(std::string_view bytes) {
  const std::size_t pairs = std::min<std::size_t>(bytes.size(), 4096) / 2;
  if (pairs < 4) return std::nullopt;
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < pairs; ++i) {
    if (bytes[2 * i] == 0) ++even;
    if (bytes[2 * i + 1] == 0) ++odd;
  }
  if (odd * 3 >= pairs && even * 20 <= odd) return ByteOrder::little;
  if (even * 3 >= pairs && odd * 20 <= even) return ByteOrder::big;
  return std::nullopt;
}

struct ByteOrderMark {
  std::string_view bytes;
  std::optional<ByteOrder> order;  ///< null: UTF-8
};

constexpr std::array<ByteOrderMark, 3> byte_order_marks{{{"\xEF\xBB\xBF", std::nullopt},
                                                         {"\xFF\xFE", ByteOrder::little},
                                                         {"\xFE\xFF", ByteOrder::big}}};

}  // namespace

std::size_t well_formed_prefix(std::string_view bytes) {
  // Blocks grow so that a file of many faults is not read in long blocks again after each of them.
  constexpr std::size_t longest_block = 512;
  std::size_t block = 16;
  std::uint64_t state = static_cast<std::uint64_t>(State::start);
  std::size_t at = 0;
  std::size_t boundary = 0;  // a character ends here
  while (at < bytes.size()) {
    const std::size_t end = std::min(bytes.size(), at + block);
    block = std::min(2 * block, longest_block);
    for (; at < end; ++at) state = next_state(state, bytes[at]);
    if ((state & state_mask) == static_cast<std::uint64_t>(State::error)) break;
    if ((state & state_mask) == static_cast<std::uint64_t>(State::start)) boundary = at;
  }
  if (boundary == bytes.size()) return boundary;
  // Somewhere after `boundary` lies the first fault, or the last character is cut short.
  for (std::size_t length = 1; length > 0; boundary += length) {
    length = character_length(bytes, boundary);
  }
  return boundary;
}

std::string to_well_formed(std::string_view text) {
  std::string out;
  while (true) {
    const std::size_t sound = well_formed_prefix(text);
    out += text.substr(0, sound);
    if (sound == text.size()) return out;
    std::size_t end = sound;
    while (end < text.size() && character_length(text, end) == 0) ++end;
    out += replacement_character;
    text.remove_prefix(end);
  }
}

namespace {

Result<DecodedText> decode_any(std::string_view bytes, const Limits& limits, std::string* owned) {
  const std::size_t limit = std::min(limits.max_source_bytes, text_ceiling);
  if (bytes.size() > limit) {
    return Error{ErrorCode::too_large,
                 "The file has " + std::to_string(bytes.size()) + " bytes; the limit is " +
                     std::to_string(limit) + ".",
                 "byte " + std::to_string(limit)};
  }
  for (const ByteOrderMark& mark : byte_order_marks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    const std::string_view rest = bytes.substr(mark.bytes.size());
    if (mark.order) return decode_utf16(rest, *mark.order, mark.bytes.size());
    return decode_utf8(rest, mark.bytes.size(), nullptr);
  }
  if (const auto order = unmarked_utf16(bytes)) return decode_utf16(bytes, *order, 0);
  return decode_utf8(bytes, 0, owned);
}

}  // namespace

Result<DecodedText> decode_bytes(std::string_view bytes, const Limits& limits) {
  return decode_any(bytes, limits, nullptr);
}
Result<DecodedText> decode_owned(std::string bytes, const Limits& limits) {
  return decode_any(bytes, limits, &bytes);
}

}  // namespace vanban::read

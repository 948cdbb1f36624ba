#include "repair/encodings/tokens.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "language/words.hpp"
#include "repair/code_points.hpp"

namespace vanban::repair_stage::encodings {
namespace {

using language::LanguageModel;
using language::Word;
using language::WordKind;
namespace word_class = language::word_class;

/// A longer run is no word; it is cut, so that a token costs no more than a bound.
constexpr std::size_t longest_token = 64;

/// Nats. A word of the vocabulary costs what it is rare, but no more than `rare`.
constexpr float rare = 12;
constexpr float odd_syllable = 12.5F;  ///< spelt right, but no word that the model knows
constexpr float odd_word = 14;         ///< no word at all, and by letter:
constexpr float odd_letter = 1.5F;
constexpr float torn_letter = 10;  ///< alone among signs, at least
constexpr float roman = 6;
constexpr float odd_sign = 3;    ///< ¸ µ ¶: no text has them
constexpr float trade_mark = 9;  ///< ®, which is đ in TCVN3: "000®" in a line of it
constexpr float control = 6;
constexpr float foreign_letter = 4;
constexpr float impossible_letter = 12;
constexpr float misplaced_sign = 4;
constexpr float worthless = 128;

enum class ByteRole : std::uint8_t { other, letter, sign, line_end, lead };

constexpr auto byte_roles = [] {
  std::array<ByteRole, 256> roles{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) roles[c] = roles[c - 32] = ByteRole::letter;
  // ASCII signs and controls that are capitals in some encoding. The separators of table cells are
  // three more of them, which no file is known to use.
  for (const char c :
       std::string_view("{|}~^`@\\#\x02\x03\x04\x05\x06\x10\x11\x12\x13\x14\x15\x19")) {
    roles[static_cast<unsigned char>(c)] = ByteRole::sign;
  }
  for (std::size_t c = 0x80; c < 256; ++c) roles[c] = ByteRole::lead;
  roles['\n'] = roles['\r'] = ByteRole::line_end;
  return roles;
}();

/// Signs that sound text has.
bool is_plain_sign(char32_t point) {
  switch (point) {
    case 0xA0:
    case 0xA7:
    case 0xAB:
    case 0xB0:
    case 0xB1:
    case 0xB2:
    case 0xB3:
    case 0xB7:
    case 0xBB:
    case 0xBD:
    case 0xD7: return true;
    default: return point >= 0x2000;
  }
}

/// What is spelt like no word of the language costs this at least.
constexpr float odd = odd_word;

/// ° ± ½ stand behind numbers and blanks, never behind a letter.
bool is_out_of_place(std::string_view text, std::size_t at, char32_t point) {
  const bool one = point == 0xB0 || point == 0xB1 || point == 0xBD;
  return one && at > 0 && byte_roles[static_cast<unsigned char>(text[at - 1])] == ByteRole::letter;
}

float word_cost(const Word& word, std::string_view printed, const LanguageModel& model) {
  if (word.kind == WordKind::number || word.kind == WordKind::year) return 0;
  if (word.kind == WordKind::roman) return roman;
  const language::WordId id = model.find(word.key);
  if (id != word_class::unknown) {
    language::Context nothing{word_class::unknown, language::Context::no_bigram};
    const float cost = std::min(model.cost(nothing, id), rare);
    return printed.size() == 1 ? std::max(cost, torn_letter) : cost;
  }
  if (language::is_syllable(printed)) return odd_syllable;
  return odd_word + odd_letter * static_cast<float>(std::min<unsigned>(word.letters, 8));
}

/// A word processor that makes "Céng" upper case does so with é as well, and "CÉNG" is in no
/// encoding. Where ASCII letters are capitals only: the text before, else nothing.
std::string fold_beyond_ascii(std::string_view raw) {
  std::string folded = language::fold(raw);
  bool changed = false;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] >= 'a' && raw[i] <= 'z') return {};
    if (static_cast<unsigned char>(raw[i]) < 0x80) folded[i] = raw[i];
    changed = changed || folded[i] != raw[i];
  }
  if (!changed) folded.clear();
  return folded;
}

/// Nats that this odd way must save.
constexpr float upper_cased = 4;

/// Nats of a sign where a letter would complete the syllable.
constexpr float completed = 6;

/// Whether the letters of ASCII at the start of `raw` are a syllable, or there are none.
bool begins_with_syllable(std::string_view raw) {
  std::size_t size = 0;
  while (size < raw.size() &&
         byte_roles[static_cast<unsigned char>(raw[size])] == ByteRole::letter) {
    ++size;
  }
  return size == 0 || language::is_syllable(raw.substr(0, size));
}

Cost as_cost(float nats) {
  return static_cast<Cost>(std::clamp(nats * 2, 0.0F, 255.0F));
}

/// Up to eight bytes, the rest of them zero; a call for so few would cost more than all else.
std::uint64_t load(const char* at, std::size_t size) {
  std::uint64_t word = 0;
  if (size >= 8) {
    std::memcpy(&word, at, 8);
  } else if (size >= 4) {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    std::memcpy(&low, at, 4);
    std::memcpy(&high, at + size - 4, 4);
    word = low | (std::uint64_t{high} << (8 * (size - 4)));
  } else {
    for (std::size_t i = size; i > 0; --i) {
      word = (word << 8U) | static_cast<unsigned char>(at[i - 1]);
    }
  }
  return word;
}

std::uint32_t hash(std::string_view raw) {
  std::uint64_t value = 0x9E3779B97F4A7C15U ^ raw.size();
  std::size_t at = 0;
  for (; at + 8 < raw.size(); at += 8) {
    value = (value ^ load(raw.data() + at, 8)) * 0xFF51AFD7ED558CCDU;
    value ^= value >> 32U;
  }
  value = (value ^ load(raw.data() + at, raw.size() - at)) * 0xC4CEB9FE1A85EC53U;
  return static_cast<std::uint32_t>(value >> 32U);
}

/// Whether two tokens of `size` bytes are the same.
bool is_same(const char* one, const char* other, std::size_t size) {
  for (; size > 8; size -= 8, one += 8, other += 8) {
    if (load(one, 8) != load(other, 8)) return false;
  }
  return load(one, size) == load(other, size);
}

}  // namespace

Reading read_words(std::string_view text, const LanguageModel& model) {
  Reading reading;
  float& cost = reading.cost;
  language::WordScanner scanner(text);
  Word word;
  std::size_t at = 0;
  const auto count_signs = [&](std::size_t end) {
    while (at < end) {
      const CodePoint point = code_point_at(text, at);
      if (point.value >= 0x80) {
        if (point.value < 0xA0) {
          cost += control;
        } else if (point.value == 0xAE) {
          cost += trade_mark;
        } else if (!is_plain_sign(point.value) || is_out_of_place(text, at, point.value)) {
          cost += odd_sign;
        }
      }
      at += point.length;
    }
  };
  while (scanner.next(word)) {
    count_signs(word.begin);
    const float here = word_cost(word, text.substr(word.begin, word.end - word.begin), model);
    cost += here;
    reading.odd = reading.odd || here >= odd;
    at = word.end;
  }
  count_signs(text.size());
  return reading;
}

Reading Lexicon::weigh(std::string_view text) {
  for (std::size_t i = 0; i < weighed_count_; ++i) {
    if (weighed_[i].text == text) return weighed_[i].reading;
  }
  if (weighed_count_ == weighed_.size()) weighed_.emplace_back();
  Weighed& one = weighed_[weighed_count_++];
  one.text = text;
  one.reading = read_words(text, model_);
  return one.reading;
}

Reading Lexicon::weigh(const Decoded& read) {
  const float cost = foreign_letter * static_cast<float>(read.foreign) +
                     impossible_letter * static_cast<float>(read.impossible) +
                     misplaced_sign * static_cast<float>(read.misplaced);
  if (cost > worthless) return {cost, true};
  Reading reading = weigh(read.text);
  reading.cost += cost;
  return reading;
}

void Lexicon::take(std::string_view raw) {
  raw_.text.cut(raw);
  raw_.small = fold_beyond_ascii(raw);
  raw_.folded.cut(raw_.small);
  weighed_count_ = 0;
}

Reading Lexicon::read(Encoding encoding, std::string_view raw, Decoded& out) {
  take(raw);
  return read(encoding, out);
}

Reading Lexicon::read(Encoding encoding, Decoded& out) {
  decode(encoding, raw_.text, Signs::as_letters, out);
  Reading best = weigh(out);
  const auto try_other = [&](const RawText& text, Signs signs, float extra) {
    decode(encoding, text, signs, other_);
    Reading other = weigh(other_);
    other.cost += extra;
    if (other.cost >= best.cost) return;
    std::swap(out, other_);
    best = other;
  };
  // A sign that completes a syllable of what is none without it is a letter: "tr’" is trí.
  if (raw_.text.has_signs) {
    const bool completes = language::is_syllable(out.text) && !begins_with_syllable(raw_.text.text);
    try_other(raw_.text, Signs::as_signs, completes ? completed : 0);
  }
  if (!raw_.small.empty() && !has_all_capitals(encoding)) {
    try_other(raw_.folded, Signs::as_signs, upper_cased);
  }
  return best;
}

CostRow Lexicon::judge(std::string_view raw) {
  take(raw);
  CostRow costs{};
  costs[0] = as_cost(weigh(raw).cost);
  const unsigned changing = raw_.text.changing | raw_.folded.changing;
  std::optional<Reading> unchanged;  // in all encodings that leave it as it is
  for (std::size_t i = 1; i < encoding_count; ++i) {
    const bool changes = (changing >> i & 1U) != 0;
    const Reading reading =
        changes || !unchanged ? read(static_cast<Encoding>(i), scratch_) : *unchanged;
    if (!changes) unchanged = reading;
    costs[i] = as_cost(reading.cost);
    // Letters that make no word prove nothing, be there fewer words of them or not.
    if (reading.odd) costs[i] = std::max(costs[i], costs[0]);
  }
  return costs;
}

void Lexicon::grow() {
  std::vector<Slot> slots(slots_.size() * 4);
  const auto mask = static_cast<std::uint32_t>(slots.size() - 1);
  for (const Slot& slot : slots_) {
    if (slot.entry == 0) continue;
    std::uint32_t at = slot.hash & mask;
    while (slots[at].entry != 0) at = (at + 1) & mask;
    slots[at] = slot;
  }
  slots_ = std::move(slots);
}

void Lexicon::look_up(Token& token) {
  const std::string_view raw = text_.substr(token.begin, token.size);
  const std::uint32_t code = hash(raw);
  const auto mask = static_cast<std::uint32_t>(slots_.size() - 1);
  std::uint32_t at = code & mask;
  for (; slots_[at].entry != 0; at = (at + 1) & mask) {
    if (slots_[at].hash != code) continue;
    const Entry& entry = entries_[slots_[at].entry - 1];
    if (entry.size == raw.size() && is_same(bytes_.data() + entry.begin, raw.data(), raw.size())) {
      token.entry = slots_[at].entry - 1;
      return;
    }
  }
  token.entry = static_cast<std::uint32_t>(entries_.size());
  slots_[at] = {code, token.entry + 1};
  entries_.push_back({static_cast<std::uint32_t>(bytes_.size()), token.size, judge(raw)});
  bytes_ += raw;
  if (entries_.size() * 2 >= slots_.size()) grow();
}

void cut_tokens(std::string_view text, std::size_t begin, std::size_t end, Lexicon& lexicon,
                std::vector<Token>& tokens) {
  const auto role = [text](std::size_t at) {
    return byte_roles[static_cast<unsigned char>(text[at])];
  };
  bool first = true;
  for (std::size_t at = begin; at < end;) {
    const ByteRole here = role(at);
    if (here == ByteRole::other || here == ByteRole::line_end) {
      first = first || here == ByteRole::line_end;
      ++at;
      continue;
    }
    Token token;
    token.begin = static_cast<std::uint32_t>(at);
    bool beyond_ascii = false;
    bool letters = false;
    bool signs = false;
    while (at < end && at - token.begin < longest_token) {
      const ByteRole next = role(at);
      if (next == ByteRole::other || next == ByteRole::line_end) break;
      if (next == ByteRole::lead) {
        beyond_ascii = true;
        at += language::code_point_length(text[at]);
      } else {
        (next == ByteRole::sign ? signs : letters) = true;
        ++at;
      }
    }
    if (!beyond_ascii && !(letters && signs)) continue;
    token.size = static_cast<std::uint16_t>(at - token.begin);
    token.first_of_line = first;
    first = false;
    lexicon.look_up(token);
    tokens.push_back(token);
  }
}

}  // namespace vanban::repair_stage::encodings

// Characters that stand there as their numbers or names, because one program wrote them so and the
// next one did not read them back: "C&#244;ng ngh&#7879;", "Ti\u1ebfng", "ho=E1=BA=A1ch". Within a
// word of Vietnamese such a number is no accident; alone it may be spoken of, so that words prove
// it. Where some have lost a sign ("ngh&#7879"), the words that they make must be more.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "language/language_model.hpp"
#include "language/letter_numbers.hpp"
#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "read/character_names.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/mentions.hpp"
#include "repair/passes.hpp"
#include "repair/signs.hpp"
#include "repair/word_choice.hpp"

namespace vanban::repair_stage {
namespace {

using language::LanguageModel;

constexpr std::size_t longest_name =
    std::ranges::max(read::character_names, {}, [](const auto& row) {
      return row.name.size();
    }).name.size();

enum class Body : std::uint8_t { decimal, hexadecimal, bytes, octal_bytes, name };

/// Who writes characters so. What one form of a family proves, all whole forms of it mean.
enum class Family : std::uint8_t {
  reference,
  backslash_u,
  brackets,
  percent_u,
  mail,
  backslash_x,
  octal,
  rich_text,
  address
};
constexpr std::size_t family_count = 9;

struct Form {  // NOLINT(clang-analyzer-optin.performance.Padding): a table to be read by people
  std::string_view prefix;
  Body body;
  std::uint8_t fewest;  ///< digits
  std::uint8_t most;
  std::string_view suffix;
  Family family;
  bool whole;  ///< no sign of it is lost
  /// Means something else almost everywhere ("100%cam kết", "%CACHE%"): proves nothing, and is read
  /// only beside whole forms of its family, and behind no digit.
  bool only_beside_whole = false;
};
/// The first that fits is meant: those that lost nothing stand first.
constexpr Form forms[] = {
    {"&#x", Body::hexadecimal, 2, 6, ";", Family::reference, true},
    {"&#X", Body::hexadecimal, 2, 6, ";", Family::reference, true},
    {"&#", Body::decimal, 2, 7, ";", Family::reference, true},
    {"&", Body::name, 0, 0, ";", Family::reference, true},
    {"\\u", Body::hexadecimal, 4, 4, "", Family::backslash_u, true},
    {"<U+", Body::hexadecimal, 4, 4, ">", Family::brackets, true},
    {"%u", Body::hexadecimal, 4, 4, "", Family::percent_u, true},
    {"=", Body::bytes, 2, 2, "", Family::mail, true},
    {"\\x", Body::bytes, 2, 2, "", Family::backslash_x, true},
    {"\\", Body::octal_bytes, 3, 3, "", Family::octal, true},
    {"\\u", Body::decimal, 3, 5, "?", Family::rich_text, true},
    {"\\u", Body::decimal, 3, 5, "\\'3f", Family::rich_text, true},
    {"%", Body::bytes, 2, 2, "", Family::address, true},
    {"%", Body::hexadecimal, 2, 2, "", Family::percent_u, false, true},

    {"&#x", Body::hexadecimal, 4, 4, "", Family::reference, false},
    {"&#", Body::decimal, 3, 4, "", Family::reference, false},
    {"&", Body::decimal, 3, 4, ";", Family::reference, false},
    {"&", Body::name, 0, 0, "", Family::reference, false},
    {"#x", Body::hexadecimal, 4, 4, ";", Family::reference, false},
    {"#", Body::decimal, 3, 4, ";", Family::reference, false},
    {"U+", Body::hexadecimal, 4, 4, "", Family::brackets, false},
    {"u", Body::hexadecimal, 4, 4, "", Family::backslash_u, false},
    {"", Body::decimal, 3, 4, ";", Family::reference, false},
    {"", Body::name, 0, 0, ";", Family::reference, false},
};
constexpr std::size_t form_count = std::size(forms);

constexpr bool is_capital_ascii(char byte) {
  return byte >= 'A' && byte <= 'Z';
}
constexpr bool is_letter_ascii(char byte) {
  return is_capital_ascii(byte) || (byte >= 'a' && byte <= 'z');
}
constexpr char small_ascii(char byte) {
  return is_capital_ascii(byte) ? static_cast<char>(byte + 32) : byte;
}

/// The value of a digit, `base` for what is none.
constexpr std::uint32_t digit_value(char byte, std::uint32_t base) {
  std::uint32_t value = base;
  if (byte >= '0' && byte <= '9') value = static_cast<std::uint32_t>(byte - '0');
  const char small = small_ascii(byte);
  if (small >= 'a' && small <= 'f') value = static_cast<std::uint32_t>(small - 'a') + 10;
  return std::min(value, base);
}

/// What windows-1252 has where Unicode has controls: numbers are often its bytes.
constexpr std::u32string_view of_windows =
    U"€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
constexpr char32_t first_of_windows = 0x80;

/// A letter that Vietnamese writes, ASCII aside: what words must have to prove anything.
bool is_marked_letter(char32_t value) {
  std::string letter;
  append_code_point(letter, value);
  return value >= 0x80 && language::letter_index(letter) != 0;
}

/// Signs that word processors put for those of ASCII.
bool is_typographic(char32_t value) {
  constexpr std::u32string_view signs = U"–—‘’“”…";
  return signs.find(value) != std::u32string_view::npos;
}

/// A character that stands there as its number or name.
struct Escape {
  std::size_t length = 0;  ///< 0: there is none
  char32_t value = 0;
  std::uint8_t form = 0;
};

/// The code point of a name; "OCIRC", which somebody made capitals of, is that of "Ocirc".
char32_t value_of_name(std::string_view name) {
  if (const char32_t value = read::named_character(name)) return value;
  if (name.size() < 3 || !std::ranges::all_of(name, is_capital_ascii)) return 0;
  std::string title(name);
  std::transform(title.begin() + 1, title.end(), title.begin() + 1, small_ascii);
  return read::named_character(title);
}

/// Reads a name; `length` becomes its bytes.
char32_t read_name(std::string_view text, bool ends, std::size_t& length) {
  std::size_t letters = 0;
  while (letters < text.size() && letters < longest_name &&
         (is_letter_ascii(text[letters]) || (letters > 2 && digit_value(text[letters], 10) < 10))) {
    ++letters;
  }
  const std::size_t shortest = ends ? letters : 3;
  for (length = letters; length >= shortest && length > 1; --length) {
    if (const char32_t value = value_of_name(text.substr(0, length))) return value;
  }
  return 0;
}

/// Reads digits of a number; `length` becomes their bytes. Where nothing ends them and they may be
/// more or fewer, the longest number of a letter counts.
char32_t read_number(std::string_view text, const Form& form, std::size_t& length) {
  const std::uint32_t base = form.body == Body::decimal ? 10 : 16;
  char32_t value = 0;
  char32_t letter = 0;
  length = 0;
  for (std::size_t at = 0; at < text.size() && at < form.most; ++at) {
    const std::uint32_t digit = digit_value(text[at], base);
    if (digit == base) break;
    value = value * base + digit;
    const bool open = form.suffix.empty() && form.fewest != form.most;
    if (open && (at + 1 < form.fewest || !is_marked_letter(value))) continue;
    letter = value;
    length = at + 1;
  }
  return length >= form.fewest ? letter : 0;
}

/// Bytes of the prefix, 0 where it does not stand there. Of what was written twice ("&amp;#7879;",
/// "\\u1ec7") the first sign became a reference itself, or stands twice.
std::size_t end_of_prefix(std::string_view text, std::string_view prefix) {
  constexpr std::string_view again = "amp;";
  std::size_t end = 0;
  if (prefix.starts_with('&') && text.starts_with('&')) {
    end = 1;
    while (text.substr(end).starts_with(again)) end += again.size();
    prefix.remove_prefix(1);
  } else if (prefix.starts_with('\\') && text.starts_with("\\\\")) {
    end = 1;
  }
  return text.substr(end).starts_with(prefix) ? end + prefix.size() : 0;
}

/// The byte that its digits at the start of `text` say; npos where none stands there.
std::size_t read_byte(std::string_view text, const Form& form) {
  const std::uint32_t base = form.body == Body::octal_bytes ? 8 : 16;
  constexpr std::size_t most = 0xFF;
  if (text.size() < form.most) return std::string_view::npos;
  std::size_t value = 0;
  for (const char c : text.substr(0, form.most)) {
    const std::uint32_t digit = digit_value(c, base);
    if (digit == base) return std::string_view::npos;
    value = value * base + digit;
  }
  return value <= most ? value : std::string_view::npos;
}

/// Reads bytes of UTF-8, each behind the prefix; `length` does not count the first prefix.
char32_t read_bytes(std::string_view text, const Form& form, std::size_t& length) {
  std::string bytes;
  std::size_t wanted = 1;
  for (length = 0; bytes.size() < wanted;) {
    if (!bytes.empty()) {
      const std::size_t prefix = end_of_prefix(text.substr(length), form.prefix);
      if (prefix == 0) return 0;
      length += prefix;
    }
    const std::size_t byte = read_byte(text.substr(length), form);
    if (byte == std::string_view::npos) return 0;
    bytes += static_cast<char>(byte);
    length += form.most;
    if (bytes.size() == 1) wanted = language::code_point_length(bytes[0]);
  }
  const CodePoint point = code_point_at(bytes, 0);
  return wanted > 1 && point.length == wanted ? point.value : 0;
}

bool is_of_bytes(Body body) {
  return body == Body::bytes || body == Body::octal_bytes;
}

char32_t read_body(std::string_view text, const Form& form, std::size_t& length) {
  if (form.body == Body::name) return read_name(text, !form.suffix.empty(), length);
  if (is_of_bytes(form.body)) return read_bytes(text, form, length);
  return read_number(text, form, length);
}

/// What the number or name means, 0 where it cannot be meant.
char32_t meaning_of(char32_t value, const Form& form) {
  if (value >= first_of_windows && value < first_of_windows + of_windows.size()) {
    value = of_windows[value - first_of_windows];
  }
  const bool is_blank = value == 0xA0 || (value >= 0x2002 && value <= 0x200A);
  if (value == '\n' || value == '\r' || value == '\t' || is_blank) value = ' ';
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  if (value < 0x20 || surrogate || value > 0x10FFFF) return 0;
  if (!form.whole) return is_marked_letter(value) || is_typographic(value) ? value : 0;
  // What ASCII has is written so only where it would mean something else: & < > " '.
  constexpr std::u32string_view of_markup = U" &<>\"'";
  // Nothing ends "\u1234", so that it may be of a name: Latin letters, marks and signs are meant.
  const bool is_ended = !form.suffix.empty() || is_of_bytes(form.body);
  const bool is_latin = value < 0x250 || (value >= 0x1E00 && value < 0x1F00);
  const bool is_sign = (value >= 0x300 && value < 0x370) || (value >= 0x2000 && value < 0x2C00) ||
                       (value >= 0xF000 && value < 0xFF00);
  if (value >= 0x80 && !is_ended && !is_latin && !is_sign) return 0;
  return value >= 0x80 || of_markup.find(value) != std::u32string_view::npos ? value : 0;
}

class Reader {
 public:
  using FormSet = std::array<bool, form_count>;
  /// `in_use`: the forms that are read; `by_itself`: those that mean a character also where no
  /// letter stands beside it.
  Reader(const FormSet& in_use, const FormSet& by_itself)
      : in_use_(in_use), by_itself_(by_itself) {}

  [[nodiscard]] bool means_itself(const Escape& escape) const { return by_itself_[escape.form]; }

  /// The escape at the start of `text`.
  [[nodiscard]] Escape read(std::string_view text) const {
    if (text.empty()) return {};
    for (std::size_t i = 0; i < form_count; ++i) {
      const Form& form = forms[i];
      const std::size_t begin = in_use_[i] ? end_of_prefix(text, form.prefix) : 0;
      if (begin == 0 && (!in_use_[i] || !form.prefix.empty())) continue;
      std::size_t at = begin;
      std::size_t length = 0;
      char32_t value = read_body(text.substr(at), form, length);
      at += length;
      if (value != 0 && !text.substr(at).starts_with(form.suffix)) value = 0;
      at += form.suffix.size();
      // "&amp;" itself.
      if (value == 0 && form.whole && form.body == Body::name && begin > 1) {
        at = begin;
        value = '&';
      }
      value = meaning_of(value, form);
      if (value != 0) return {at, value, static_cast<std::uint8_t>(i)};
    }
    return {};
  }

 private:
  const FormSet& in_use_;
  const FormSet& by_itself_;
};

/// A character of a line: as it stands, or an escape.
struct Character {
  std::size_t begin = 0;
  std::size_t end = 0;
  Escape escape;  ///< length 0: as it stands
  bool letter = false;
};

bool is_name_byte(char byte) {
  return is_letter_ascii(byte) || byte == '_' || (byte >= '0' && byte <= '9');
}

/// A path, the name of a file, a parameter: there "%E1" is meant.
bool is_encoded_address(std::string_view token) {
  constexpr std::size_t npos = std::string_view::npos;
  // What a sentence, brackets or quotation marks put behind it.
  while (!token.empty() && std::string_view(",;.:!?)]}>\"'").find(token.back()) != npos) {
    token.remove_suffix(1);
  }
  const auto is_byte = [token](std::size_t at) {
    return token[at] == '%' && digit_value(token[at + 1], 16) < 16 &&
           digit_value(token[at + 2], 16) < 16;
  };
  std::size_t first = 0;
  while (first + 2 < token.size() && !is_byte(first)) ++first;
  if (first + 2 >= token.size()) return false;
  constexpr std::string_view parts[] = {"%20", "%2F", "%2f", "=", "#", "''", "@", "]("};
  const bool has_part = std::ranges::any_of(
      parts, [token](std::string_view part) { return token.find(part) != npos; });
  // "wiki/Ti%E1...", but not "91/2017/N%C4%90-CP" and "./."; "k%E1....docx".
  const std::size_t slash = token.find('/');
  const bool has_path =
      slash == 0 || (slash < first && slash > 0 && is_letter_ascii(token[slash - 1]));
  const std::size_t dot = token.rfind('.');
  constexpr std::size_t longest_ending = 4;
  const bool has_ending = dot != npos && dot > 0 && dot + 1 < token.size() &&
                          token.size() - dot - 1 <= longest_ending &&
                          std::ranges::all_of(token.substr(dot + 1), is_name_byte);
  // "...?ti%E1...", "urn:ti%E1...", "k%E1%BA%BF+ho%E1%BA%A1ch".
  const std::string_view start = token.substr(0, first);
  const bool has_query = start.find('?') != npos;
  const std::size_t colon = start.find(':');
  const bool has_scheme =
      colon != npos && colon > 1 && std::ranges::all_of(start.substr(0, colon), is_letter_ascii);
  const std::size_t plus = token.find('+');
  const bool joins_words = plus != npos && token.find('%', plus) != npos;
  return has_part || has_path || has_ending || has_query || has_scheme || joins_words;
}

/// "\\server\share": where a backslash stands twice throughout, each was written twice.
bool is_network_path(std::string_view token) {
  if (!token.starts_with("\\\\")) return false;
  for (std::size_t at = 2; at < token.size(); ++at) {
    if (token[at] != '\\') continue;
    if (at + 1 == token.size() || token[at + 1] != '\\') return true;
    ++at;
  }
  return false;
}

/// "[a-z\u00e0-\u1ef9]": from which character to which.
bool is_character_class(std::string_view token) {
  const std::size_t open = token.find('[');
  if (open == std::string_view::npos) return false;
  const std::string_view within = token.substr(open, token.find(']', open) - open);
  return within.find("-\\") != std::string_view::npos;
}

/// What was read of a stretch without blanks.
class Token {
 public:
  Token(std::string_view text, std::size_t begin, std::size_t end, const Reader& reader) {
    const std::string_view token = text.substr(begin, end - begin);
    const bool is_address = token.find("://") != std::string_view::npos ||
                            token.find(":\\") != std::string_view::npos || is_network_path(token) ||
                            is_character_class(token) || is_encoded_address(token);
    for (std::size_t at = begin; at < end;) {
      Character sign;
      sign.begin = at;
      if (!is_address) sign.escape = reader.read(text.substr(at, end - at));
      // "100%cam kết", but the digit of "%u0111%E0o" is of an escape.
      const bool behind_digit =
          !signs_.empty() && signs_.back().escape.length == 0 && digit_value(text[at - 1], 10) < 10;
      if (behind_digit && forms[sign.escape.form].only_beside_whole) sign.escape = {};
      if (sign.escape.length != 0) {
        sign.letter = is_letter(sign.escape.value);
        sign.end = at + sign.escape.length;
      } else {
        const std::size_t length =
            language::letter_length(text.data() + at, text.data() + text.size());
        sign.letter = length != 0;
        sign.end = at + (length != 0 ? length : language::code_point_length(text[at]));
      }
      at = sign.end;
      signs_.push_back(sign);
    }
    settle(text, reader);
  }

  [[nodiscard]] const std::vector<Character>& signs() const { return signs_; }
  [[nodiscard]] bool is_escaped() const {
    return std::ranges::any_of(signs_, [](const Character& one) { return one.escape.length != 0; });
  }

  /// Calls `visit(first sign, last sign, the word read)` for each word with an escape in it.
  template <class Visit>
  void for_each_word(std::string_view text, const Visit& visit) const {
    for (std::size_t first = 0; first < signs_.size();) {
      std::size_t last = first;
      bool escaped = false;
      std::string word;
      while (last < signs_.size() && signs_[last].letter) {
        const Character& sign = signs_[last++];
        if (sign.escape.length != 0) {
          escaped = true;
          append_code_point(word, sign.escape.value);
        } else {
          word += text.substr(sign.begin, sign.end - sign.begin);
        }
      }
      if (escaped) visit(first, last, word);
      first = std::max(last, first + 1);
    }
  }

 private:
  static bool is_letter(char32_t value) {
    std::string letter;
    append_code_point(letter, value);
    return language::letter_length(letter.data(), letter.data() + letter.size()) != 0;
  }

  /// What lost a sign may be none where no letter stands beside it.
  void settle(std::string_view text, const Reader& reader) {
    std::vector<Character> settled;
    settled.reserve(signs_.size());
    for (std::size_t i = 0; i < signs_.size(); ++i) {
      const Character& sign = signs_[i];
      const bool weak = sign.escape.length != 0 && !reader.means_itself(sign.escape);
      const bool inside = (!settled.empty() && settled.back().letter) ||
                          (i + 1 < signs_.size() && signs_[i + 1].letter);
      if (!weak || inside) {
        settled.push_back(sign);
        continue;
      }
      for (std::size_t at = sign.begin; at < sign.end;) {
        const std::size_t length =
            language::letter_length(text.data() + at, text.data() + text.size());
        const std::size_t end = at + (length != 0 ? length : language::code_point_length(text[at]));
        settled.push_back({at, end, {}, length != 0});
        at = end;
      }
    }
    signs_ = std::move(settled);
  }

  std::vector<Character> signs_;
};

std::size_t letters_of(std::string_view word) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < word.size(); ++count) {
    at += language::code_point_length(word[at]);
  }
  return count;
}

/// What a document shows of the forms.
struct Evidence {
  std::array<std::unordered_set<std::string>, form_count> words;   ///< that a form makes
  std::array<std::unordered_set<std::string>, form_count> joints;  ///< places between two letters
  std::array<std::size_t, form_count> others{};    ///< of words that it makes none of
  std::array<std::size_t, family_count> alone{};   ///< letters without others, or of examples
  std::array<std::size_t, family_count> within{};  ///< letters in words, whatever these are

  /// `is_spoken_of` says of a word whether its line speaks of it, or has it without escapes, too:
  /// then it is an example, which speaks against a form.
  template <class IsSpokenOf>
  void add(std::string_view text, const Token& token, const LanguageModel& model,
           const IsSpokenOf& is_spoken_of) {
    const std::vector<Character>& signs = token.signs();
    token.for_each_word(text, [&](std::size_t first, std::size_t last, const std::string& word) {
      const bool known = may_be_word(word, model);
      const std::string folded = language::fold(word);
      const bool is_example = known && last - first > 1 && is_spoken_of(folded);
      for (std::size_t i = first; i < last; ++i) {
        const Escape& escape = signs[i].escape;
        if (escape.length == 0) continue;
        const auto family = static_cast<std::size_t>(forms[escape.form].family);
        if (forms[escape.form].only_beside_whole) {
          if (known) words[escape.form].insert(folded);
        } else if (last - first == 1 || is_example) {
          ++alone[family];
        } else {
          ++within[family];
          if (known) words[escape.form].insert(folded);
        }
        if (!known) ++others[escape.form];
      }
    });
    // "KH&amp;CN", "năm&nbsp;2026": signs with nothing but themselves between two letters.
    for (std::size_t i = 1; i + 1 < signs.size(); ++i) {
      const Escape& escape = signs[i].escape;
      // Those of a tag are meant by whoever writes of tags.
      const bool of_tag = escape.value == '<' || escape.value == '>';
      if (escape.length == 0 || of_tag || signs[i].letter || !signs[i - 1].letter ||
          !signs[i + 1].letter) {
        continue;
      }
      constexpr std::size_t enough_to_differ = 16;
      joints[escape.form].insert(std::string(text.substr(signs[i - 1].begin, enough_to_differ)));
    }
  }

  /// What speaks for a form.
  [[nodiscard]] std::size_t proofs(std::size_t form) const {
    return words[form].size() + joints[form].size();
  }

  /// The forms that more words have than prove them.
  [[nodiscard]] Reader::FormSet beyond_doubt() const {
    constexpr std::size_t many_words = 8;
    Reader::FormSet found{};
    for (std::size_t i = 0; i < form_count; ++i) {
      found[i] = forms[i].whole || proofs(i) >= many_words;
    }
    return found;
  }

  [[nodiscard]] Reader::FormSet proven() const {
    constexpr std::size_t enough_within = 6;  // of what was misread before, and makes no words yet
    constexpr std::size_t fewest_words = 3;
    constexpr std::size_t fewest_beside_whole = 1;
    std::array<bool, family_count> families{};
    for (std::size_t f = 0; f < family_count; ++f) {
      std::size_t explained = 0;
      for (std::size_t i = 0; i < form_count; ++i) {
        if (forms[i].whole && static_cast<std::size_t>(forms[i].family) == f)
          explained += proofs(i);
      }
      families[f] = alone[f] <= explained && (explained > 0 || within[f] >= enough_within);
    }
    Reader::FormSet found{};
    for (std::size_t i = 0; i < form_count; ++i) {
      const bool family = families[static_cast<std::size_t>(forms[i].family)];
      const std::size_t needed = family ? fewest_beside_whole : fewest_words;
      const bool allowed = family || !forms[i].only_beside_whole;
      found[i] = forms[i].whole ? family : allowed && proofs(i) >= needed && proofs(i) > others[i];
    }
    return found;
  }
};

bool is_high(char byte) {
  return static_cast<unsigned char>(byte) >= 0x80;
}
bool is_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\x1F' || byte == '\n' || byte == '\r';
}

/// Stretches of a text in their order.
using Stretches = std::vector<LineRange>;

/// Calls `visit(begin, end)` for each part without blanks of what `code` leaves of a range.
template <class Visit>
void for_each_token(std::string_view text, LineRange range, const Stretches& code,
                    const Visit& visit) {
  auto next = std::ranges::upper_bound(code, range.begin, {}, &LineRange::end);
  for (std::size_t begin = range.begin; begin < range.end;) {
    if (next != code.end() && next->begin <= begin) {
      begin = std::max(begin, next->end);
      ++next;
      continue;
    }
    const std::size_t most = next == code.end() ? range.end : std::min(range.end, next->begin);
    std::size_t end = begin;
    while (end < most && !is_blank(text[end])) ++end;
    if (end > begin) visit(begin, end);
    begin = end < most ? end + 1 : end;
  }
}

constexpr Reader::FormSet all_forms = [] {
  Reader::FormSet set{};
  set.fill(true);
  return set;
}();
constexpr Reader::FormSet whole_forms = [] {
  Reader::FormSet set{};
  for (std::size_t i = 0; i < form_count; ++i) set[i] = forms[i].whole;
  return set;
}();

/// Longer lines are paragraphs, whatever they quote.
constexpr std::size_t longest_code = 512;

/// Whether a line has a quotation as programs have them: `a = "..."`, `f('...')`, `"a": "..."`,
/// `LIKE '...'`. Attributes of HTML are quoted so, too, but stand in tags.
bool is_code(std::string_view line) {
  constexpr std::string_view of_queries = "LIKE";
  if (line.size() > longest_code) return false;
  bool in_tag = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '<') in_tag = true;
    if (line[at] == '>') in_tag = false;
    if (in_tag || (line[at] != '"' && line[at] != '\'')) continue;
    const std::size_t last = line.substr(0, at).find_last_not_of(' ');
    if (last == std::string_view::npos) continue;
    const char before = line[last];
    const char further = last > 0 ? line[last - 1] : '\0';
    const bool is_value = before == '=' || (before == ':' && further == '"');
    const bool is_argument = before == '(' && last + 1 == at && is_name_byte(further);
    if (is_value || is_argument || line.substr(0, last + 1).ends_with(of_queries)) return true;
  }
  return false;
}

/// The end of the run of back quotes at `at`.
std::size_t end_of_quotes(std::string_view line, std::size_t at) {
  return std::min(line.find_first_not_of('`', at), line.size());
}

/// The end of the code that the back quotes of [begin, open) open: behind as many, behind which no
/// letter stands; 0 where there is none.
std::size_t end_of_quoted(std::string_view line, std::size_t begin, std::size_t open) {
  const std::string_view within = line.substr(0, open + longest_code);
  for (std::size_t at = within.find('`', open); at < within.size();) {
    const std::size_t end = end_of_quotes(line, at);
    if (end - at == open - begin && (end == line.size() || !is_name_byte(line[end]))) return end;
    at = within.find('`', end);
  }
  return 0;
}

/// What back quotes mark as code in a line. Where a letter stands before one, it is a grave accent.
void add_quoted_code(std::string_view text, LineRange range, Stretches& code) {
  const std::string_view line = text.substr(range.begin, range.end - range.begin);
  for (std::size_t at = line.find('`'); at < line.size();) {
    const std::size_t open = end_of_quotes(line, at);
    const bool is_accent = at > 0 && (is_name_byte(line[at - 1]) || is_high(line[at - 1]));
    const std::size_t end = is_accent ? 0 : end_of_quoted(line, at, open);
    if (end != 0) code.push_back({range.begin + at, range.begin + end});
    at = line.find('`', end != 0 ? end : open);
  }
}

/// Bytes of UTF-8 in octal digits that begin a letter of Vietnamese.
bool has_octal(std::string_view text) {
  constexpr std::string_view leads[] = {"\\303", "\\304", "\\305", "\\306", "\\341"};
  return std::ranges::any_of(
      leads, [text](std::string_view lead) { return text.find(lead) != std::string_view::npos; });
}

/// Quotations with bytes in octal digits: programs and their listings write names so,
/// "docs/b\303\241o.docx". Where a line has such bytes outside of them it was damaged as a whole.
void add_quoted_octal(std::string_view text, LineRange range, Stretches& code) {
  const std::string_view line = text.substr(range.begin, range.end - range.begin);
  Stretches quoted;
  std::size_t outside = 0;
  for (std::size_t open = line.find('"'); open < line.size(); open = line.find('"', outside)) {
    const std::size_t close = line.find('"', open + 1);
    if (close == std::string_view::npos) break;
    if (has_octal(line.substr(outside, open - outside))) return;
    if (has_octal(line.substr(open, close - open))) {
      quoted.push_back({range.begin + open, range.begin + close + 1});
    }
    outside = close + 1;
  }
  if (has_octal(line.substr(outside))) return;
  code.insert(code.end(), quoted.begin(), quoted.end());
}

/// Code, and what is marked as such: there the numbers are meant.
Stretches find_code(std::string_view text) {
  constexpr std::string_view fences[] = {"```", "~~~"};
  Stretches code;
  std::size_t fence_begin = 0;
  std::string_view fence;        // that is open
  std::size_t before_fence = 0;  // stretches found so far
  for (std::size_t begin = 0; begin < text.size();) {
    const LineRange line{begin, std::min(text.find('\n', begin), text.size())};
    begin = line.end + 1;
    const std::string_view printed = text.substr(line.begin, line.end - line.begin);
    const std::string_view inner =
        printed.substr(std::min(printed.find_first_not_of(" \t>"), printed.size()));
    const auto* const mark = std::ranges::find_if(
        fences, [inner](std::string_view one) { return inner.starts_with(one); });
    if (mark != std::end(fences) && fence.empty()) {
      fence = *mark;
      fence_begin = line.begin;
      before_fence = code.size();
    } else if (mark != std::end(fences) && *mark == fence) {
      code.resize(before_fence);
      code.push_back({fence_begin, line.end});
      fence = {};
    } else if (is_code(printed)) {
      code.push_back(line);
    } else {
      const std::size_t first = code.size();
      add_quoted_code(text, line, code);
      if (code.size() == first) add_quoted_octal(text, line, code);
    }
  }
  return code;
}

/// Words of a line with a letter of Vietnamese, as they stand there, folded.
std::unordered_set<std::string> marked_words(std::string_view text, LineRange line) {
  std::unordered_set<std::string> words;
  for (std::size_t at = line.begin; at < line.end;) {
    const std::size_t begin = at;
    bool marked = false;
    for (std::size_t length = 1; at < line.end; at += length) {
      length = language::letter_length(text.data() + at, text.data() + line.end);
      if (length == 0) break;
      marked = marked || is_high(text[at]);
    }
    if (marked) words.insert(language::fold(text.substr(begin, at - begin)));
    if (at == begin) ++at;
  }
  return words;
}

/// What lines about characters and their numbers say.
constexpr std::string_view topics[] = {
    "html",      "unicode", "utf-8",  "python", "javascript", "json",     "mã nguồn",   "ký tự",
    "lập trình", "bảng mã", "mã hóa", "mã hoá", "lỗi phông",  "lỗi font", "hiện thành", "lưu thành",
};
/// Right before an example, with a few words between at most.
constexpr std::string_view before_examples[] = {
    "gõ",     "hiển thị",  "ký hiệu",    "viết là", "viết thành",
    "ghi là", "ghi thành", "nhập chuỗi", "trả về",
};

bool has_any(std::string_view folded, std::span<const std::string_view> rows) {
  return std::ranges::any_of(rows, [folded](std::string_view row) {
    const std::size_t at = folded.find(row);
    if (at == std::string_view::npos) return false;
    const std::size_t end = at + row.size();
    return (at == 0 || folded[at - 1] == ' ' || folded[at - 1] == '(') &&
           language::letter_length(folded.data() + end, folded.data() + folded.size()) == 0;
  });
}

/// Words of the line have letters that Latin-1 lacks, and no sign of an escape: it is not damaged
/// as a whole.
bool is_sound_elsewhere(std::string_view line) {
  constexpr std::string_view signs = "&\\%=<#";
  constexpr char first_beyond_latin_1 = '\xC4';
  constexpr std::size_t enough = 2;
  std::size_t found = 0;
  for (std::size_t begin = 0; begin < line.size() && found < enough;) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    const std::string_view word = line.substr(begin, end - begin);
    const bool marked = std::ranges::any_of(word, [](char byte) {
      return is_high(byte) &&
             static_cast<unsigned char>(byte) >= static_cast<unsigned char>(first_beyond_latin_1);
    });
    if (marked && word.find_first_of(signs) == std::string_view::npos) ++found;
    begin = end + 1;
  }
  return found == enough;
}

/// A line speaks of characters and their numbers: the topic or words before an example say so, or
/// all that looks like escapes is quoted.
bool is_lesson(std::string_view text, LineRange line, const Stretches& code, const Reader& any) {
  constexpr std::size_t reach = 32;  // bytes before an example
  const std::string_view printed = text.substr(line.begin, line.end - line.begin);
  if (!is_sound_elsewhere(printed)) return false;
  if (has_any(language::fold(printed), topics)) return true;
  bool quoted = false;
  bool printed_plain = false;
  bool announced = false;
  for_each_token(text, line, code, [&](std::size_t begin, std::size_t end) {
    if (announced || !Token(text, begin, end, any).is_escaped()) return;
    (is_mention(text, begin, end) ? quoted : printed_plain) = true;
    std::size_t from = std::max(line.begin, begin - std::min(begin, reach));
    while (from < begin && is_continuation(text[from])) ++from;
    announced = has_any(language::fold(text.substr(from, begin - from)), before_examples);
  });
  return announced || (quoted && !printed_plain);
}

/// Lines that speak of characters and their numbers.
Stretches find_lessons(std::string_view text, const Stretches& code) {
  Stretches lessons;
  const Reader any(all_forms, whole_forms);
  for (std::size_t at = find_sign(text, 0, Sign::escape); at < text.size();) {
    const LineRange line = line_around(text, at);
    if (is_lesson(text, line, code, any)) lessons.push_back(line);
    at = find_sign(text, line.end, Sign::escape);
  }
  return lessons;
}

/// What is known of the lines before anything is read: which stretches are code, which lines speak
/// of escapes.
struct Layout {
  Stretches code;
  Stretches lessons;

  [[nodiscard]] bool is_lesson(std::size_t at) const {
    const auto next = std::ranges::upper_bound(lessons, at, {}, &LineRange::end);
    return next != lessons.end() && next->begin <= at;
  }
};

/// Adds what a line shows.
void add_line(std::string_view text, LineRange line, const Layout& layout, const Reader& any,
              const LanguageModel& model, Evidence& evidence) {
  std::optional<std::unordered_set<std::string>> intact;
  const bool is_lesson = layout.is_lesson(line.begin);
  const auto is_spoken_of = [&](const std::string& folded) {
    if (is_lesson) return true;
    if (!intact) intact = marked_words(text, line);
    return intact->contains(folded);
  };
  for_each_token(text, line, layout.code, [&](std::size_t begin, std::size_t end) {
    const Token token(text, begin, end, any);
    if (token.is_escaped() && !is_mention(text, begin, end)) {
      evidence.add(text, token, model, is_spoken_of);
    }
  });
}

/// What the lines that have a sign show.
Evidence look_at_signs(std::string_view text, const Layout& layout, const LanguageModel& model) {
  constexpr auto sign = Sign::escape;
  Evidence evidence;
  const Reader any(all_forms, whole_forms);
  for (std::size_t at = find_sign(text, 0, sign); at < text.size();) {
    const LineRange line = line_around(text, at);
    add_line(text, line, layout, any, model, evidence);
    at = find_sign(text, line.end, sign);
  }
  return evidence;
}

/// What all lines show: every one may have escapes that lost a sign.
Evidence look_at_all(std::string_view text, const Layout& layout, const LanguageModel& model) {
  Evidence evidence;
  const Reader any(all_forms, whole_forms);
  for (std::size_t begin = 0; begin < text.size();) {
    const LineRange line{begin, std::min(text.find('\n', begin), text.size())};
    add_line(text, line, layout, any, model, evidence);
    begin = line.end + 1;
  }
  return evidence;
}

constexpr double of_whole = 0.999;
constexpr double of_broken = 0.97;

std::string print(char32_t value) {
  constexpr std::u32string_view of_no_width = U"\u00AD\u200B\u200C\u200D\uFEFF";
  std::string out;
  if (of_no_width.find(value) == std::u32string_view::npos) append_code_point(out, value);
  return out;
}

/// The edits of a token.
void add_edits(std::string_view text, const Token& token, const Reader& reader,
               const LanguageModel& model, EditList& edits) {
  const Reader any(all_forms, all_forms);
  const std::vector<Character>& signs = token.signs();
  std::vector<bool> kept(signs.size(), false);
  token.for_each_word(text, [&](std::size_t first, std::size_t last, const std::string& word) {
    if (letters_of(word) > 1 && may_be_word(word, model)) return;
    const bool is_vowel = letters_of(word) == 1 && language::is_syllable(word);
    for (std::size_t i = first; i < last; ++i) {
      const Escape& escape = signs[i].escape;
      if (escape.length == 0 || forms[escape.form].whole) continue;
      kept[i] = !(is_vowel && reader.means_itself(escape));
    }
  });
  for (std::size_t i = 0; i < signs.size(); ++i) {
    const Character& sign = signs[i];
    if (sign.escape.length == 0 || kept[i]) continue;
    std::string printed = print(sign.escape.value);
    // What this leaves must be no escape itself.
    std::string left = printed;
    left += text.substr(sign.end, longest_name + 8);
    if (printed.size() == 1 && any.read(left).length != 0) continue;
    edits.push_back({static_cast<std::uint32_t>(sign.begin), static_cast<std::uint32_t>(sign.end),
                     std::move(printed), RepairKind::encoding,
                     forms[sign.escape.form].whole ? of_whole : of_broken});
  }
}

/// A reference that a line end parts, "t&#78" and "53;p": the word goes to the second line, for
/// line ends stay where they are.
void join_over_line_end(std::string_view text, std::size_t begin, std::size_t line_end,
                        const Reader& reader, EditList& edits) {
  constexpr std::size_t longest = 10;
  const std::size_t next = text.find_first_not_of('\r', line_end);
  if (next == std::string_view::npos || text[next] != '\n') return;
  const std::size_t from = std::max(begin, line_end - std::min(line_end, longest));
  const std::size_t within = text.substr(from, line_end - from).rfind('&');
  if (within == std::string_view::npos) return;
  const std::size_t sign = from + within;
  const std::string_view head = text.substr(sign, line_end - sign);
  const std::string_view tail = text.substr(next + 1, longest);
  const std::string_view on_line = tail.substr(0, tail.find_first_of("\r\n"));
  const Escape escape = reader.read(std::string(head).append(on_line));
  if (escape.length <= head.size() || !forms[escape.form].whole) return;
  if (!is_marked_letter(escape.value)) return;
  // Letters before it, as they stand or as they are read.
  const Token before(text, begin, sign, reader);
  const std::vector<Character>& signs = before.signs();
  std::size_t first = signs.size();
  while (first > 0 && signs[first - 1].letter) --first;
  const std::size_t word_begin = first < signs.size() ? signs[first].begin : sign;
  std::string word;
  for (; first < signs.size(); ++first) {
    const Character& part = signs[first];
    word += part.escape.length != 0 ? print(part.escape.value)
                                    : std::string(text.substr(part.begin, part.end - part.begin));
  }
  append_code_point(word, escape.value);
  while (!edits.empty() && edits.back().begin >= word_begin) edits.pop_back();
  const auto to_offset = [](std::size_t at) { return static_cast<std::uint32_t>(at); };
  edits.push_back({to_offset(word_begin), to_offset(line_end), {}, RepairKind::encoding, of_whole});
  edits.push_back({to_offset(next + 1), to_offset(next + 1 + escape.length - head.size()),
                   std::move(word), RepairKind::encoding, of_whole});
}

}  // namespace

EditList find_escapes(std::string_view text) {
  EditList edits;
  const LanguageModel& model = LanguageModel::builtin();
  const auto shows = [](const Reader::FormSet& set) {
    return std::ranges::find(set, true) != set.end();
  };
  if (find_sign(text, 0, Sign::escape) >= text.size()) return edits;
  Layout layout{find_code(text), {}};
  layout.lessons = find_lessons(text, layout.code);
  if (!shows(look_at_signs(text, layout, model).proven())) return edits;
  const Evidence evidence = look_at_all(text, layout, model);
  const Reader::FormSet proven = evidence.proven();
  if (!shows(proven)) return edits;
  const Reader::FormSet by_itself = evidence.beyond_doubt();
  const Reader reader(proven, by_itself);
  const LineRange whole{0, text.size()};
  for_each_token(text, whole, layout.code, [&](std::size_t begin, std::size_t end) {
    if (layout.is_lesson(begin)) return;
    add_edits(text, Token(text, begin, end, reader), reader, model, edits);
    if (end < text.size() && (text[end] == '\n' || text[end] == '\r')) {
      join_over_line_end(text, begin, end, reader, edits);
    }
  });
  // The head of a line may have gone with the line before it.
  std::vector<Edit> in_order;
  for (Edit& edit : edits) {
    if (in_order.empty() || edit.begin >= in_order.back().end) in_order.push_back(std::move(edit));
  }
  return in_order;
}

}  // namespace vanban::repair_stage

// Fonts number the Vietnamese letters of the last block of Unicode in its order, but each font from
// a number of its own: one number says all ninety. It is found by trying: the right one makes words
// of nearly all words that have foreign code points, a wrong one of next to none. The letters of
// other blocks (Đ, ă, ơ, ư ...) follow one by one, each by the words that it alone leaves open;
// fonts that are known only break a tie.
#include "repair/font_map/glyph_map.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <string>
#include <utility>

#include "language/letters.hpp"
#include "language/words.hpp"
#include "repair/code_points.hpp"

namespace vanban::repair_stage::font_map {
namespace {

using language::LanguageModel;

constexpr char32_t first_toned = 0x1EA0;
constexpr char32_t last_toned = 0x1EF9;
constexpr char32_t y_grave = 0x1EF2;
constexpr char32_t last_foreign = 0x6FF;
constexpr char32_t ascii_shift = 29;

/// Letters that lie in other blocks: each font has them elsewhere.
constexpr std::u32string_view scattered = U"ĂăĐđĨĩŨũƠơƯưỲỳ";

struct KnownFont {
  char32_t block;
  char32_t horn;  ///< Ơ; ơ, Ư and ư follow
};
/// Times New Roman as Windows ships it, upright and bold, then italic: seen in text layers.
constexpr KnownFont known_fonts[] = {{0x19FC, 0x46A}, {0x1B78, 0x2EE}};
/// The scattered letters that have one number in all of them.
constexpr std::pair<char32_t, char32_t> shared_numbers[] = {
    {0xFF, U'đ'},  {0x102, U'Ă'}, {0x103, U'ă'}, {0x108, U'Đ'}, {0x1E3, U'Ỳ'},
    {0x1E4, U'ỳ'}, {0x1AC, U'Ĩ'}, {0x1AD, U'ĩ'}, {0x1EC, U'Ũ'}, {0x1ED, U'ũ'}};

// Mac Roman from 0x80 to 0xD9, as far as it is a letter; 0 else.
constexpr std::u32string_view mac_letters = U"ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü";
constexpr std::pair<char32_t, char32_t> mac_capitals[] = {
    {0xCB, U'À'}, {0xCC, U'Ã'}, {0xCD, U'Õ'}, {0xE5, U'Â'}, {0xE6, U'Ê'},
    {0xE7, U'Á'}, {0xE9, U'È'}, {0xEA, U'Í'}, {0xED, U'Ì'}, {0xEE, U'Ó'},
    {0xEF, U'Ô'}, {0xF1, U'Ò'}, {0xF2, U'Ú'}, {0xF4, U'Ù'}};

/// Letters, digits and foreign code points of a word.
std::size_t letters_of(std::string_view word) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    if (is_foreign(point.value) ||
        language::letter_length(word.data() + at, word.data() + word.size()) != 0 ||
        (point.value >= '0' && point.value <= '9')) {
      ++count;
    }
    at += point.length;
  }
  return count;
}

/// Words of the document that hold a foreign code point and more than that, each once.
std::vector<std::string> foreign_words(std::string_view text) {
  std::map<std::string, std::size_t, std::less<>> seen;
  constexpr std::size_t most = 400;
  // A blank ends a word, and so does a number or a sign.
  std::size_t begin = 0;
  bool foreign = false;
  const auto close = [&](std::size_t end) {
    constexpr std::size_t longest = 40;
    const std::string_view word = text.substr(begin, end - begin);
    if (foreign && word.size() <= longest && !is_lone_sign(word)) ++seen[std::string(word)];
    foreign = false;
  };
  for (std::size_t at = 0; at < text.size() && seen.size() < most;) {
    const CodePoint point = code_point_at(text, at);
    const bool blank = point.value == U' ' || (point.value >= U'\t' && point.value <= U'\r');
    const std::size_t next = at + point.length;
    if (blank || sign_of_picture(point.value) != 0) {
      close(at);
      begin = next;
    }
    foreign = foreign || is_foreign(point.value);
    at = next;
  }
  if (seen.size() < most) close(text.size());
  std::vector<std::string> words;
  words.reserve(seen.size());
  for (const auto& [word, count] : seen) words.push_back(word);
  return words;
}

/// Whether either reading of `word` is in the vocabulary.
bool is_explained(std::string_view word, const GlyphMap& map, const LanguageModel& model) {
  for (const Ascii ascii : {Ascii::glyphs, Ascii::kept}) {
    const auto read = read_word(word, map, ascii);
    if (read && model.find(*read) != language::word_class::unknown && !is_mixed_case(*read)) {
      return true;
    }
  }
  return false;
}

constexpr std::size_t longest_unit = 2;

struct Score {
  std::size_t hits = 0;
  std::size_t long_hits = 0;  ///< of more letters than a unit has ("μF")
  std::size_t tried = 0;
};
Score score_of(const std::vector<std::string>& words, const GlyphMap& map,
               const LanguageModel& model) {
  Score score;
  for (const std::string& word : words) {
    if (!read_word(word, map, Ascii::kept)) continue;
    ++score.tried;
    if (!is_explained(word, map, model)) continue;
    ++score.hits;
    if (letters_of(word) > longest_unit) ++score.long_hits;
  }
  return score;
}

/// The one foreign code point of `word` that `map` does not know; 0 where it is none or several.
char32_t open_number(std::string_view word, const GlyphMap& map) {
  char32_t open = 0;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    if (is_foreign(point.value) && map.letter(point.value) == 0) {
      if (open != 0 && open != point.value) return 0;
      open = point.value;
    }
    at += point.length;
  }
  return open;
}

/// Nats of the better reading of `word`, as if it stood alone; `no_reading` where none is a word.
constexpr float no_reading = 20;
float cost_of(std::string_view word, const GlyphMap& map, const LanguageModel& model) {
  float best = no_reading;
  for (const Ascii ascii : {Ascii::glyphs, Ascii::kept}) {
    const auto read = read_word(word, map, ascii);
    const auto id = read ? model.find(*read) : language::word_class::unknown;
    if (id == language::word_class::unknown) continue;
    language::Context context{.last = language::word_class::unknown};
    best = std::min(best, model.cost(context, id));
  }
  return best;
}

/// A scattered letter is taken where more than half of its words become words, and its readings are
/// likelier by so many nats than those of any other letter.
constexpr float clear_lead = 4;

/// One round; true where a letter was found.
bool learn_round(GlyphMap& map, const std::vector<std::string>& words, const LanguageModel& model) {
  std::map<char32_t, std::vector<std::string>> open;
  for (const std::string& word : words) {
    const char32_t number = open_number(word, map);
    if (number != 0) open[number].push_back(word);
  }
  bool found = false;
  for (const auto& [number, its_words] : open) {
    float best = std::numeric_limits<float>::max();
    float second = best;
    char32_t letter = 0;
    GlyphMap trial = map;
    for (const char32_t one : scattered) {
      trial.letters[number] = one;
      float sum = 0;
      for (const std::string& word : its_words) sum += cost_of(word, trial, model);
      if (sum < best) {
        second = best;
        best = sum;
        letter = one;
      } else {
        second = std::min(second, sum);
      }
    }
    if (second - best < clear_lead) continue;
    trial.letters[number] = letter;
    if (score_of(its_words, trial, model).hits * 2 <= its_words.size()) continue;
    map.letters[number] = letter;
    found = true;
  }
  return found;
}

void learn_scattered(GlyphMap& map, const std::vector<std::string>& words,
                     const LanguageModel& model) {
  // A letter that is found opens words with another one.
  constexpr int most_rounds = 6;
  for (int round = 0; round < most_rounds && learn_round(map, words, model); ++round) {
  }
}

/// Fonts in the order of Unicode have the scattered letters right before the others.
void try_unicode_order(GlyphMap& map, const std::vector<std::string>& words,
                       const LanguageModel& model) {
  constexpr std::u32string_view order = U"ĂăĐđĨĩŨũƠơƯư";
  GlyphMap trial = map;
  const char32_t first = first_toned - map.block - static_cast<char32_t>(order.size());
  for (char32_t i = 0; i < order.size(); ++i) trial.letters[first + i] = order[i];
  constexpr std::size_t least_gain = 3;
  if (score_of(words, trial, model).hits >= score_of(words, map, model).hits + least_gain)
    map = std::move(trial);
}

/// Letters that the known font of this block adds.
void add_known(GlyphMap& map) {
  for (const KnownFont& font : known_fonts) {
    if (font.block != map.block) continue;
    for (const auto& [number, letter] : shared_numbers) map.letters[number] = letter;
    constexpr std::u32string_view horns = U"ƠơƯư";
    for (char32_t i = 0; i < horns.size(); ++i) map.letters[font.horn + i] = horns[i];
  }
}

}  // namespace

bool is_foreign(char32_t value) {
  if (value < 0xFF || value > last_foreign) return false;
  constexpr char32_t oi = 0x1A2;  // Ƣ and ƣ, look-alikes of Ư and ư
  if (value == oi || value == oi + 1) return false;
  return scattered.find(value) == std::u32string_view::npos;
}

char32_t sign_of_picture(char32_t value) {
  constexpr char32_t first_picture = 0x2400;
  const bool is_picture =
      value >= first_picture + U'"' - ascii_shift && value < first_picture + U' ';
  return is_picture ? value - first_picture + ascii_shift : 0;
}

bool is_lone_sign(std::string_view word) {
  return letters_of(word) < 2;
}

bool is_mixed_case(std::string_view word) {
  language::WordScanner scanner(word);
  language::Word scanned;
  if (!scanner.next(scanned) || scanned.end - scanned.begin != word.size()) return true;
  return scanned.letter_case == language::LetterCase::mixed;
}

char32_t standard_glyph(char32_t number, bool without_hard_blank) {
  constexpr char32_t mac_shift = 30;
  if (number + ascii_shift < 0x7F) return number + ascii_shift;
  const char32_t code = number + mac_shift;
  if (code >= 0x80 && code - 0x80 < mac_letters.size()) return mac_letters[code - 0x80];
  for (const auto& [mac, letter] : mac_capitals) {
    if (mac == code + (without_hard_blank ? 1 : 0)) return letter;
  }
  return 0;
}

char32_t GlyphMap::letter(char32_t number) const {
  const auto found = letters.find(number);
  if (found != letters.end()) return found->second;
  char32_t toned = number + block;
  if (without_y_grave && toned >= y_grave) toned += 2;
  return block != 0 && toned >= first_toned && toned <= last_toned ? toned : 0;
}

std::optional<std::string> read_word(std::string_view word, const GlyphMap& map, Ascii ascii) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    at += point.length;
    char32_t letter = point.value;
    if (is_foreign(letter)) {
      letter = map.letter(letter);
      if (letter == 0) return std::nullopt;
    } else if (ascii != Ascii::kept) {
      const char32_t named = standard_glyph(letter, ascii == Ascii::glyphs_without_hard_blank);
      if (named != 0) letter = named;
    }
    append_code_point(out, letter);
  }
  return out;
}

std::vector<GlyphMap> learn_maps(std::string_view text, const LanguageModel& model) {
  constexpr std::size_t most_maps = 4;
  constexpr std::size_t least_hits = 4;
  constexpr std::size_t least_long_hits = 2;
  std::vector<GlyphMap> maps;
  std::vector<std::string> words = foreign_words(text);
  while (maps.size() < most_maps && words.size() >= least_hits) {
    GlyphMap best;
    Score best_score;
    for (char32_t number = 0x60; number <= last_foreign; ++number) {
      GlyphMap trial;
      trial.block = first_toned - number;
      const Score score = score_of(words, trial, model);
      if (score.hits > best_score.hits) {
        best_score = score;
        best = trial;
      }
    }
    if (best_score.hits < least_hits || best_score.long_hits < least_long_hits ||
        best_score.hits * 2 < best_score.tried) {
      break;
    }
    GlyphMap skipping = best;
    skipping.without_y_grave = true;
    const std::size_t without = score_of(words, skipping, model).hits;
    const bool known = std::ranges::any_of(
        known_fonts, [&best](const KnownFont& font) { return font.block == best.block; });
    if (without > best_score.hits || (known && without == best_score.hits)) best = skipping;
    add_known(best);
    try_unicode_order(best, words, model);
    learn_scattered(best, words, model);
    maps.push_back(best);
    std::erase_if(words, [&](const std::string& word) { return is_explained(word, best, model); });
  }
  return maps;
}

}  // namespace vanban::repair_stage::font_map

// Vietnamese text in Unicode whose letters of Latin-1 were read once more, as windows-1258: that
// has the marks for tones in the codes of Ì, Ò, ì and ò, and other letters in those of Ã, Õ and Ý.
// "h́nh", "Ḥa" and "gia đ́nh" prove it: no vowel stands before the mark. Then "đă", "rơ" and "xử
// lư" may be "đã", "rõ" and "xử lý", and the language model chooses.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/language_model.hpp"
#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/icu.hpp"
#include "repair/passes.hpp"
#include "repair/signs.hpp"
#include "repair/word_choice.hpp"

namespace vanban::repair_stage {
namespace {

using language::LanguageModel;

/// A code in which windows-1258 has something else than Latin-1.
struct PageRow {
  char32_t read;            ///< as windows-1258
  std::string_view letter;  ///< as Latin-1
};
/// Marks stand behind a consonant: behind a vowel they are what they seem.
constexpr PageRow mark_rows[] = {
    {U'\u0300', "Ì"}, {U'\u0301', "ì"}, {U'\u0309', "Ò"}, {U'\u0323', "ò"}};
constexpr PageRow letter_rows[] = {{U'Ă', "Ã"}, {U'ă', "ã"}, {U'Ơ', "Õ"},
                                   {U'ơ', "õ"}, {U'Ư', "Ý"}, {U'ư', "ý"}};

template <std::size_t Count>
std::string_view letter_of(const PageRow (&rows)[Count], char32_t read) {
  const auto* const row = std::ranges::find(rows, read, &PageRow::read);
  return row == std::end(rows) ? std::string_view() : row->letter;
}

constexpr double confidence = 0.97;
/// So many words with a mark behind a consonant must become known words of several letters, of so
/// many kinds, and few others stand beside them: "ń" alone is a letter of Polish, "ṛ" of Sanskrit.
constexpr std::size_t fewest_words = 3;
constexpr std::size_t fewest_kinds = 2;
constexpr std::size_t fewest_bytes = 4;  ///< of "gòn"
constexpr std::size_t most_readings = 8;
/// Nats for a letter of the rows that is not what it seems: most are.
constexpr float misread_letter = 2;

/// A consonant and a mark behind it, which may be one code point ("Ḥ").
struct MarkedConsonant {
  std::size_t length = 0;  ///< bytes; 0 where none stands there
  std::string meant;       ///< "Hò"
};
MarkedConsonant marked_consonant_at(std::string_view text, std::size_t at) {
  const CodePoint first = code_point_at(text, at);
  const std::string_view printed = text.substr(at, first.length);
  if (language::is_consonant(printed)) {
    const CodePoint mark = code_point_at(text, at + first.length);
    const std::string_view letter = letter_of(mark_rows, mark.value);
    if (letter.empty()) return {};
    return {first.length + mark.length, std::string(printed) + std::string(letter)};
  }
  if (first.value < 0x100) return {};
  const std::string parts = icu_text::to_nfd(printed);
  if (parts.size() < 2 || !language::is_consonant(std::string_view(parts).substr(0, 1))) return {};
  const CodePoint mark = code_point_at(parts, 1);
  const std::string_view letter = letter_of(mark_rows, mark.value);
  if (letter.empty() || 1 + mark.length != parts.size()) return {};
  return {first.length, parts.substr(0, 1) + std::string(letter)};
}

/// A run of letters and marks.
struct MisreadWord {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool proves = false;      ///< has a mark behind a consonant
  bool changeable = false;  ///< that, or a letter of the rows
};

class LineReader {
 public:
  LineReader(std::string_view text, LineRange range, const LanguageModel& model)
      : text_(text), range_(range), model_(model) {
    cut();
  }

  [[nodiscard]] const std::vector<MisreadWord>& words() const { return words_; }

  /// All that the word may be; the first is the one that changes no letter of the rows.
  [[nodiscard]] std::vector<std::string> readings(const MisreadWord& word) const {
    std::vector<std::string> readings{""};
    for (std::size_t at = word.begin; at < word.end;) {
      const MarkedConsonant both = marked_consonant_at(text_, at);
      const CodePoint point = code_point_at(text_, at);
      const std::size_t length = both.length != 0 ? both.length : point.length;
      const std::string_view printed =
          both.length != 0 ? std::string_view(both.meant) : text_.substr(at, length);
      const std::string_view other = letter_of(letter_rows, point.value);
      const std::size_t count = readings.size();
      for (std::size_t i = 0; i < count; ++i) {
        if (!other.empty() && readings.size() < most_readings) {
          readings.push_back(readings[i]);
          readings.back() += other;
        }
        readings[i] += printed;
      }
      at += length;
    }
    return readings;
  }

  void read(EditList& edits) {
    if (std::ranges::none_of(words_, &MisreadWord::changeable)) return;
    std::vector<std::string> chosen;
    for (std::uint32_t i = 0; i < words_.size(); ++i) add_arcs(i, chosen);
    const auto pieces = static_cast<std::uint32_t>(words_.size());
    const std::vector<bool> boundary(words_.size() + 1, false);
    for (const std::uint32_t arc : choose_words(arcs_, pieces, boundary, model_)) {
      const MisreadWord& word = words_[arcs_[arc].from];
      std::string& reading = chosen[arcs_[arc].tag];
      if (reading == text_.substr(word.begin, word.end - word.begin)) continue;
      edits.push_back({word.begin, word.end, std::move(reading), RepairKind::encoding, confidence});
    }
  }

 private:
  void cut() {
    MisreadWord word;
    bool open = false;
    for (std::size_t at = range_.begin; at < range_.end;) {
      const CodePoint point = code_point_at(text_, at);
      const char* const begin = text_.data() + at;
      const MarkedConsonant both = marked_consonant_at(text_, at);
      const std::size_t length = both.length != 0 ? both.length : point.length;
      const bool part = both.length != 0 || is_combining(point.value) ||
                        language::letter_length(begin, begin + point.length) != 0;
      if (part && !open) word = {static_cast<std::uint32_t>(at), 0, false, false};
      if (part) {
        word.end = static_cast<std::uint32_t>(at + length);
        word.proves = word.proves || both.length != 0;
        word.changeable =
            word.changeable || word.proves || !letter_of(letter_rows, point.value).empty();
      } else if (open) {
        words_.push_back(word);
      }
      open = part;
      at += length;
    }
    if (open) words_.push_back(word);
  }

  void add_arcs(std::uint32_t index, std::vector<std::string>& chosen) {
    const MisreadWord& word = words_[index];
    const auto add = [&](std::string reading, float extra) {
      const PrintedWord found = look_up_word(icu_text::to_nfc(reading), model_);
      arcs_.push_back({index, index + 1, found.word, found.extra + extra,
                       static_cast<std::uint32_t>(chosen.size())});
      chosen.push_back(std::move(reading));
    };
    const std::string printed(text_.substr(word.begin, word.end - word.begin));
    if (!word.changeable) return add(printed, 0);
    std::vector<std::string> all = readings(word);
    // Another alphabet's "ń" stays.
    if (word.proves && std::ranges::none_of(all, language::is_syllable)) return add(printed, 0);
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i > 0 && model_.find(language::fold(all[i])) < language::word_class::count) continue;
      add(std::move(all[i]), i > 0 ? misread_letter : 0);
    }
  }

  std::string_view text_;
  LineRange range_;
  const LanguageModel& model_;
  std::vector<MisreadWord> words_;
  std::vector<WordArc> arcs_;
};

/// Enough words with a mark behind a consonant are words of Vietnamese as Latin-1.
class Proof {
 public:
  void add(const LineReader& line, const LanguageModel& model) {
    for (const MisreadWord& word : line.words()) {
      if (!word.proves) continue;
      std::string found;
      for (std::string& reading : line.readings(word)) {
        std::string small = language::fold(reading);
        const bool known =
            language::is_syllable(small) && model.find(small) >= language::word_class::count;
        if (known) found = std::move(small);
      }
      if (found.empty()) {
        ++others_;
      } else if (found.size() >= fewest_bytes) {  // "ǵ" speaks neither way
        ++words_;
        kinds_.insert(std::move(found));
      }
    }
  }

  [[nodiscard]] bool holds() const {
    return words_ >= fewest_words && kinds_.size() >= fewest_kinds && words_ > 2 * others_;
  }

 private:
  std::size_t words_ = 0;
  std::size_t others_ = 0;
  std::set<std::string> kinds_;
};

}  // namespace

EditList find_page_1258(std::string_view text) {
  const LanguageModel& model = LanguageModel::builtin();
  Proof proof;
  for (std::size_t at = find_sign(text, 0, Sign::out_of_place); at < text.size();) {
    const LineRange line = line_around(text, at);
    proof.add(LineReader(text, line, model), model);
    at = find_sign(text, line.end, Sign::out_of_place);
  }
  EditList edits;
  if (!proof.holds()) return edits;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    LineReader(text, {begin, end}, model).read(edits);
    begin = end + 1;
  }
  return edits;
}

}  // namespace vanban::repair_stage

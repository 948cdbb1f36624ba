// A converter from an encoding of before Unicode that is shown a text in Unicode takes its letters
// of Latin-1 for codes of that encoding. TCVN3: á (E1) becomes ỏ, "nhân dân tháng 5" becomes "nhõn
// dõn thỏng 5", "CÔNG" becomes "CễNG". VNI has a letter and a mark behind it: "ô" becomes "ơ", and
// "oà" becomes "ồ": "nơng nghiệp", "phịng", "hồn thành" for "nông nghiệp", "phòng", "hoàn thành".
// What is beyond Latin-1 comes through, so that an ỏ is an á or an ỏ, but an õ is always an â. The
// language model chooses; a line is taken for one of these where it reads far better so.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/language_model.hpp"
#include "language/letters.hpp"
#include "language/syllable.hpp"
#include "language/words.hpp"
#include "repair/byte_scan.hpp"
#include "repair/code_points.hpp"
#include "repair/passes.hpp"
#include "repair/word_choice.hpp"

namespace vanban::repair_stage {
namespace {

using language::LanguageModel;
using language::Word;

/// What a letter was, and whether it may have been itself.
struct Overread {
  char32_t now;
  std::string_view was;
  bool or_itself;
};
// Those of the small letters of Latin-1 that are codes of TCVN3. The letters that stand here twice
// themselves, ó and ò, are themselves no more.
constexpr Overread tcvn3_letters[] = {
    {U'ó', "ã", false}, {U'õ', "â", false}, {U'ú', "ó", false}, {U'ũ', "ò", true},
    {U'ỏ', "á", true},  {U'ố', "è", true},  {U'ộ', "é", true},  {U'ờ', "ê", true},
    {U'ỡ', "ì", true},  {U'ớ', "í", true},  {U'ụ', "ô", true},  {U'ừ', "õ", true},
    {U'ự', "ù", true},  {U'ỳ', "ú", true},
};
// Small letters that were capitals: only among capitals.
constexpr Overread tcvn3_capitals[] = {
    {U'è', "Ì", false}, {U'í', "Ý", false}, {U'ấ', "Ê", false},
    {U'ẩ', "È", false}, {U'ẫ', "É", false}, {U'ế', "Õ", false},
    {U'ề', "Ò", false}, {U'ể', "Ó", false}, {U'ễ', "Ô", false},
};
// VNI has codes of its own for few letters; others are a letter with a mark, as "oà" is.
constexpr Overread vni_letters[] = {
    {U'ơ', "ô", true},  {U'ĩ', "ó", true},  {U'ị', "ò", true},  {U'ồ', "oà", true},
    {U'ố', "oá", true}, {U'ỗ', "oã", true}, {U'Ơ', "Ô", true},  {U'Ĩ', "Ó", true},
    {U'Ị', "Ò", true},  {U'Ồ', "OÀ", true}, {U'Ố', "OÁ", true}, {U'Ỗ', "OÃ", true},
};

// "tun truyền", "Thái Ngun": of "uyê" in a closed syllable the u is left, with its tone.
constexpr Overread vni_uye[] = {
    {U'u', "uyê", true}, {U'ú', "uyế", true}, {U'ù', "uyề", true}, {U'ủ', "uyể", true},
    {U'ũ', "uyễ", true}, {U'ụ', "uyệ", true}, {U'U', "UYÊ", true}, {U'Ú', "UYẾ", true},
    {U'Ù', "UYỀ", true}, {U'Ủ', "UYỂ", true}, {U'Ũ', "UYỄ", true}, {U'Ụ', "UYỆ", true},
};

// "q trình", "ln", "u cầu", "xn" for "quá trình", "luôn", "yêu cầu", "xuân": u or y and a letter of
// Latin-1 behind it are both gone.
constexpr std::string_view vni_pairs[] = {"uâ", "uê", "uô", "uá", "uà", "uý", "yê",
                                          "UÂ", "UÊ", "UÔ", "UÁ", "UÀ", "UÝ", "YÊ"};
// What is left of "yêu": a syllable, but no word by itself.
constexpr std::string_view bare_u = "u";

using namespace scan;

constexpr Flag is_either(unsigned char byte, unsigned char one, unsigned char other) {
  return any(is(byte, one), is(byte, other));
}

// õ before y, u, m, or before n without g: no syllable but "nõn" and "lõm" has it.
constexpr Flag is_alone(const unsigned char* at) {
  const Flag alone = any(is(at[2], 'y'), is(at[2], 'u'), is(at[2], 'm'),
                         both(is(at[2], 'n'), static_cast<Flag>(at[3] != 'g')));
  return both(both(is(at[0], 0xC3), is(at[1], 0xB5)), alone);
}
// ấ ế ề ể ễ between capitals.
constexpr Flag is_among_capitals(const unsigned char* at) {
  const Flag bb = both(is(at[1], 0xBB), any(is(at[2], 0x81), is(at[2], 0x83), is(at[2], 0x85)));
  const Flag ba = both(is(at[1], 0xBA), any(is(at[2], 0xA5), is(at[2], 0xBF)));
  return both(both(is(at[0], 0xE1), any(bb, ba)), both(in(at[-1], 'A', 'Z'), in(at[3], 'A', 'Z')));
}
// ỏ before c, p, t ("cỏc", "phỏp"), ớ and ỡ before nh, ch ("chớnh", "hỡnh"): no syllable has them.
constexpr Flag is_no_rime(const unsigned char* at) {
  const Flag stop = both(is(at[2], 0x8F), any(is(at[3], 'c'), is(at[3], 'p'), is(at[3], 't')));
  const Flag palatal =
      both(both(is_either(at[2], 0x9B, 0xA1), is_either(at[3], 'n', 'c')), is(at[4], 'h'));
  return both(both(is(at[0], 0xE1), is(at[1], 0xBB)), any(stop, palatal));
}
struct Tcvn3Evidence {
  constexpr Flag operator()(const unsigned char* at) const {
    return any(is_alone(at), is_among_capitals(at), is_no_rime(at));
  }
};

// "ng" or "i" at `at`: no syllable has them behind ĩ or ị, and none has "ơng" without ư.
constexpr Flag opens_ng(const unsigned char* at) {
  return both(is_either(at[0], 'n', 'N'), is_either(at[1], 'g', 'G'));
}
struct VniEvidence {
  constexpr Flag operator()(const unsigned char* at) const {
    // Behind a consonant: what begins a word may have lost the letters before it.
    const Flag behind_letter = any(in(at[-1], 'a', 'z'), in(at[-1], 'A', 'Z'));
    const Flag horn =
        both(both(both(is(at[0], 0xC6), in(at[1], 0xA0, 0xA1)), opens_ng(at + 2)), behind_letter);
    const Flag tilde = both(both(is(at[0], 0xC4), in(at[1], 0xA8, 0xA9)),
                            any(opens_ng(at + 2), is_either(at[2], 'i', 'I')));
    const Flag dot = both(both(is(at[0], 0xE1), both(is(at[1], 0xBB), in(at[2], 0x8A, 0x8B))),
                          any(opens_ng(at + 3), is_either(at[3], 'i', 'I')));
    return any(horn, tilde, dot);
  }
};

// ơ with a tone before c or ng without ư: "đợc", "nớc" have lost it, and so have "lơng" and "thơng"
// beside them.
struct LostHorn {
  constexpr Flag operator()(const unsigned char* at) const {
    const Flag toned = both(both(is(at[0], 0xE1), is(at[1], 0xBB)), in(at[2], 0x9A, 0xA3));
    const Flag closed = any(is(at[3], 'c'), both(is(at[3], 'n'), is(at[4], 'g')));
    const Flag behind_u = both(is(at[-2], 0xC6), in(at[-1], 0xAF, 0xB0));
    return both(both(toned, closed), static_cast<Flag>(behind_u == 0));
  }
};

constexpr std::size_t bytes_before = 2;
constexpr std::size_t bytes_behind = 4;

/// Places where a letter stands as in no syllable.
template <class Evidence>
std::size_t count_evidence(std::string_view text) {
  constexpr Evidence shows_evidence;
  constexpr std::size_t block = 255;  // a byte counts it
  std::size_t count = 0;
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
  for (std::size_t at = bytes_before; at + bytes_behind < text.size(); at += block) {
    const std::size_t size = std::min(block, text.size() - bytes_behind - at);
    unsigned char found = 0;
    for (std::size_t i = 0; i < size; ++i) {
      found = any(found, shows_evidence(bytes + at + i));
    }
    count += found;
  }
  return count;
}

/// An encoding that a text in Unicode is taken for.
struct Converter {
  std::span<const Overread> letters;
  std::span<const Overread> of_rare_words;       ///< besides, of words that are next to none
  std::span<const std::string_view> gone_pairs;  ///< of such words, gone without a trace
  std::span<const Overread> torn_capitals;       ///< among capitals instead of `letters`
  /// A line that was read so has these no more: the first of them never, others by the converter.
  std::u32string_view gone;
  /// Of every text; where hardly one is left, it lost letters in another way ("thơng" without its
  /// ư).
  std::string_view kept;
  std::size_t (*count)(std::string_view text);
  /// So many make a line that was read so in a text that mostly was not. Scanners take á for ỏ,
  /// too.
  std::size_t least_of_line;
  /// Where a line has one of these, what looks like evidence there is none; null: nothing does.
  std::size_t (*count_against)(std::string_view text) = nullptr;
};
constexpr Converter converters[] = {
    {tcvn3_letters, {}, {}, tcvn3_capitals, U"", "", count_evidence<Tcvn3Evidence>, 2},
    {vni_letters,
     vni_uye,
     vni_pairs,
     {},
     U"ôóòÔÓÒ",
     "ư",
     count_evidence<VniEvidence>,
     1,
     count_evidence<LostHorn>},
};

/// So many make a text that was decoded twice, at least in part.
constexpr std::size_t least_evidence = 2;
/// Where one stands in so many bytes, any line that reads better was read so.
constexpr std::size_t dense = 512;

/// Nats that a line must read better, and for each word that changes.
struct Gain {
  float line;
  float word;
};
constexpr Gain usual_gain{8, 1};
constexpr Gain sure_gain{1, 0.25F};
/// Of a line of a text whose letters are as often gone as not.
constexpr Gain mostly_gain{4, 0.5F};
/// Of a line that holds letters which should be gone: some pages are put together of several files.
constexpr Gain mixed_gain{8, 6};

/// Nats of a word with õ or ó that is what it seems, in a line that was decoded twice.
constexpr float as_it_stands = 6;

constexpr std::size_t most_readings = 16;
constexpr double confidence_of_reading = 0.97;
constexpr double confidence_of_sure_reading = 0.995;

/// The readings of a word: each letter as it may have been.
std::vector<std::string> readings_of(std::string_view printed, std::span<const Overread> rows) {
  std::vector<std::string> readings{""};
  for (std::size_t at = 0; at < printed.size();) {
    const CodePoint point = code_point_at(printed, at);
    const std::string_view letter = printed.substr(at, point.length);
    at += point.length;
    const auto found = std::ranges::find(rows, point.value, &Overread::now);
    const Overread* row = found != rows.end() ? &*found : nullptr;
    const std::size_t count = readings.size();
    if (row != nullptr && row->or_itself && 2 * count > most_readings) row = nullptr;
    for (std::size_t i = 0; i < count; ++i) {
      if (row != nullptr && row->or_itself) {
        readings.push_back(readings[i]);
        readings.back() += row->was;
      }
      if (row != nullptr && !row->or_itself) {
        readings[i] += row->was;
      } else {
        readings[i] += letter;
      }
    }
  }
  return readings;
}

/// Appends the syllables that the word is with one of the pairs in it; with a capital where it
/// begins a sentence and the pair was its beginning.
void add_with_pairs(std::string_view printed, bool begins, std::span<const std::string_view> pairs,
                    std::vector<std::string>& readings) {
  for (const std::string_view pair : pairs) {
    for (std::size_t at = 0; at <= printed.size(); ++at) {
      if (at < printed.size() && (static_cast<unsigned char>(printed[at]) & 0xC0U) == 0x80U) {
        continue;
      }
      std::string with(printed.substr(0, at));
      with.append(pair).append(printed.substr(at));
      if (begins && at == 0 && with[0] >= 'a') with[0] = static_cast<char>(with[0] - 32);
      if (language::is_syllable(with)) readings.push_back(std::move(with));
    }
  }
}

/// "CễNG": small letters beyond ASCII among capitals, of which there is one at least.
bool is_torn_capital(std::string_view printed) {
  std::size_t capitals = 0;
  std::size_t smalls = 0;
  const char* const end = printed.data() + printed.size();
  for (const char* at = printed.data(); at < end;) {
    const std::size_t length = language::letter_length(at, end);
    if (length == 0) return false;
    std::array<char, 4> folded{};
    const bool capital = language::fold_letter(at, length, folded.data());
    if (!capital && length == 1) return false;
    ++(capital ? capitals : smalls);
    at += length;
  }
  return capitals > 1 && smalls > 0;
}

std::size_t count_of(std::u32string_view letters, std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size() && !letters.empty();) {
    const CodePoint point = code_point_at(text, at);
    if (letters.find(point.value) != std::u32string_view::npos) ++count;
    at += point.length;
  }
  return count;
}

/// Of the letters that are gone, those of which hardly one is left; all of them where the first is.
std::u32string gone_from(const Converter& converter, std::string_view text, std::size_t evidence) {
  constexpr std::size_t one_in = 10;
  std::u32string gone;
  for (const char32_t letter : converter.gone) {
    const std::u32string_view one(&letter, 1);
    if (count_of(one, text) * one_in <= evidence) gone += letter;
  }
  if (!gone.starts_with(converter.gone.substr(0, 1))) gone = converter.gone;
  return gone;
}

/// What is known of the text that lines are of.
struct Lines {
  bool sure = false;              ///< all of it was read so
  bool dense = false;             ///< much of it: it may be that of any line
  bool mostly = false;            ///< as much of it as not
  bool letters_are_gone = false;  ///< pairs of letters are gone from it
};

class LineReader {
 public:
  LineReader(std::string_view text, std::size_t begin, std::size_t end, const Converter& converter,
             std::u32string_view gone, Lines lines, const LanguageModel& model)
      : begin_(begin),
        converter_(converter),
        gone_(gone),
        lines_(lines),
        model_(model),
        line_(text.substr(begin, end - begin)) {}

  /// Appends what was decoded twice, if the line reads far better without.
  void read(EditList& edits) {
    cut();
    if (!changes_) return;
    const auto pieces = static_cast<std::uint32_t>(words_.size());
    const std::vector<std::uint32_t> path = choose_words(arcs_, pieces, boundary_, model_);
    float better = 0;
    float as_it_is = 0;
    language::Context context;
    language::Context before;
    EditList found;
    std::size_t rare = 0;
    for (const std::uint32_t one : path) {
      const WordArc& arc = arcs_[one];
      if (boundary_[arc.from]) context = before = {};
      better += model_.cost(context, arc.word) + arc.extra;
      as_it_is += model_.cost(before, as_is_[arc.from].word) + as_is_[arc.from].extra;
      std::string& reading = readings_[arc.tag];
      const Word& word = words_[arc.from];
      if (reading == line_.substr(word.begin, word.end - word.begin)) continue;
      if (of_rare_word_[arc.tag] && !is_usual(path, arc.from)) continue;
      found.push_back({static_cast<std::uint32_t>(begin_ + word.begin),
                       static_cast<std::uint32_t>(begin_ + word.end), std::move(reading),
                       RepairKind::encoding,
                       lines_.sure ? confidence_of_sure_reading : confidence_of_reading});
      if (of_rare_word_[arc.tag]) ++rare;
    }
    const Gain gain = count_of(gone_, line_) > 0 ? mixed_gain
                      : lines_.sure              ? sure_gain
                      : lines_.mostly            ? mostly_gain
                                                 : usual_gain;
    const float needed = gain.line + gain.word * static_cast<float>(found.size());
    if (found.empty() || as_it_is - better < needed) return;
    std::ranges::move(found, std::back_inserter(edits));
    rare_ += rare;
  }
  /// Words that hardly a text has, which were read as others.
  [[nodiscard]] std::size_t rare() const { return rare_; }

 private:
  void cut() {
    language::WordScanner scanner(line_);
    Word word;
    while (scanner.next(word)) {
      const std::string_view printed = line_.substr(word.begin, word.end - word.begin);
      const bool letters =
          word.kind != language::WordKind::number && word.kind != language::WordKind::year &&
          word.kind != language::WordKind::mixed && !word.key.too_long && word.letters <= 8;
      boundary_.push_back(word.after_boundary);
      words_.push_back(word);
      PrintedWord as_is = look_up_word(printed, model_);
      if (!letters) as_is = {model_.classify(word), 0};
      as_is_.push_back(as_is);
      std::vector<std::string> readings{std::string(printed)};
      if (letters) readings = readings_of(printed, rows_for(printed));
      const std::size_t usual = readings.size();
      if (letters && is_next_to_none(as_is.word, word)) {
        for (std::string& more : readings_of(printed, converter_.of_rare_words)) {
          if (more != printed) readings.push_back(std::move(more));
        }
        add_with_pairs(printed, word.after_stop || word.after_newline, converter_.gone_pairs,
                       readings);
      }
      const bool may_stand = std::ranges::find(readings, printed) != readings.end();
      bool stands = false;
      for (std::size_t i = 0; i < readings.size(); ++i) {
        std::string& reading = readings[i];
        const bool changed = reading != printed;
        const PrintedWord known = changed ? look_up_word(reading, model_) : as_is;
        stands = stands || !changed;
        // What may have been itself becomes a word or stays.
        if (changed && may_stand && known.word < language::word_class::count) continue;
        add(known, std::move(reading), i >= usual);
        changes_ = changes_ || changed;
      }
      if (stands) continue;
      as_is.extra += as_it_stands;
      add(as_is, std::string(printed));
    }
    boundary_.push_back(false);
  }

  [[nodiscard]] std::span<const Overread> rows_for(std::string_view printed) const {
    const bool torn = !converter_.torn_capitals.empty() && is_torn_capital(printed);
    return torn ? converter_.torn_capitals : converter_.letters;
  }

  /// Whether hardly a text has the word as it is printed: a name is none of those that it has, an
  /// abbreviation has capitals.
  [[nodiscard]] bool is_next_to_none(language::WordId id, const Word& word) const {
    constexpr float rare = 11.5F;
    constexpr float rare_where_letters_are_gone = 9.5F;
    if (id < language::word_class::count) return true;
    if (word.letter_case != language::LetterCase::lower && !lines_.letters_are_gone) return false;
    const std::string_view printed = line_.substr(word.begin, word.end - word.begin);
    return model_.unigram_cost(id) >=
               (lines_.letters_are_gone ? rare_where_letters_are_gone : rare) ||
           !language::is_syllable(printed) || printed == bare_u;
  }

  /// Whether the model has seen the word at `piece` of the path beside one of its neighbours; of an
  /// abbreviation ("bn") beside both.
  [[nodiscard]] bool is_usual(const std::vector<std::uint32_t>& path, std::uint32_t piece) const {
    const auto is_seen = [this, &path](std::uint32_t left) {
      const language::WordId last = arcs_[path[left]].word;
      const language::WordId next = arcs_[path[left + 1]].word;
      return !boundary_[left + 1] && last != language::word_class::unknown &&
             model_.find_pair(model_.locate_pair(last, next)) != language::Context::no_bigram;
    };
    const bool left = piece > 0 && is_seen(piece - 1);
    const bool right = piece + 1 < path.size() && is_seen(piece);
    const Word& word = words_[piece];
    const std::string_view printed = line_.substr(word.begin, word.end - word.begin);
    const bool abbreviation =
        as_is_[piece].word >= language::word_class::count && !language::is_syllable(printed);
    return abbreviation ? left && right : left || right;
  }

  void add(const PrintedWord& word, std::string reading, bool of_rare_word = false) {
    const auto piece = static_cast<std::uint32_t>(words_.size() - 1);
    arcs_.push_back(
        {piece, piece + 1, word.word, word.extra, static_cast<std::uint32_t>(readings_.size())});
    readings_.push_back(std::move(reading));
    of_rare_word_.push_back(of_rare_word);
  }

  std::size_t begin_;
  const Converter& converter_;
  std::u32string_view gone_;
  Lines lines_;
  const LanguageModel& model_;
  std::string_view line_;
  std::vector<Word> words_;
  std::vector<PrintedWord> as_is_;
  std::vector<bool> boundary_;
  std::vector<WordArc> arcs_;
  std::vector<std::string> readings_;
  std::vector<bool> of_rare_word_;  ///< by reading
  std::size_t rare_ = 0;
  bool changes_ = false;
};

/// Hardly a `letter` is left beside so many places of evidence.
bool has_lost(std::string_view letter, std::string_view text, std::size_t evidence) {
  constexpr std::size_t one_in = 20;
  if (letter.empty()) return false;
  std::size_t left = 0;
  for (std::size_t at = text.find(letter);
       at != std::string_view::npos && left * one_in <= evidence;
       at = text.find(letter, at + letter.size())) {
    ++left;
  }
  return left * one_in <= evidence;
}

/// All of the text was read so: hardly a letter is left that should be gone, or, where there are no
/// such letters, the evidence is dense.
bool is_sure(std::u32string_view gone, std::string_view text, std::size_t evidence) {
  constexpr std::size_t one_in = 10;
  if (gone.empty()) return evidence * dense >= text.size();
  return count_of(gone, text) * one_in <= evidence;
}

/// Appends what was decoded twice; gives how many words it is that hardly a text has.
std::size_t read_lines(const Converter& converter, std::string_view text, std::u32string_view gone,
                       const Lines& lines, EditList& edits) {
  const LanguageModel& model = LanguageModel::builtin();
  std::size_t rare = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    // The scan reads a little of what stands around the line.
    const std::size_t from = begin - std::min(begin, bytes_before);
    const std::string_view around = text.substr(from, end + bytes_behind - from);
    const bool against = converter.count_against != nullptr && converter.count_against(around) > 0;
    const bool perhaps = lines.dense && count_of(gone, text.substr(begin, end - begin)) == 0;
    if (!against && (lines.sure || perhaps || converter.count(around) >= converter.least_of_line)) {
      LineReader reader(text, begin, end, converter, gone, lines, model);
      reader.read(edits);
      rare += reader.rare();
    }
    begin = end + 1;
  }
  return rare;
}

EditList find_taken_for(const Converter& converter, std::string_view text) {
  constexpr std::size_t least_rare = 3;
  EditList edits;
  const std::size_t evidence = converter.count(text);
  if (evidence < least_evidence || has_lost(converter.kept, text, evidence)) return edits;
  const std::u32string gone = gone_from(converter, text, evidence);
  constexpr std::size_t as_often = 3;
  Lines lines{is_sure(gone, text, evidence), evidence * dense >= text.size()};
  lines.mostly = lines.dense && count_of(gone, text) <= as_often * evidence;
  if (read_lines(converter, text, gone, lines, edits) < least_rare) return edits;
  // What lost letters in words that are next to none lost them in usual ones.
  edits.clear();
  lines.letters_are_gone = true;
  read_lines(converter, text, gone, lines, edits);
  return edits;
}

}  // namespace

EditList find_twice_decoded(std::string_view text) {
  for (const Converter& converter : converters) {
    EditList edits = find_taken_for(converter, text);
    if (!edits.empty()) return edits;
  }
  return {};
}

}  // namespace vanban::repair_stage

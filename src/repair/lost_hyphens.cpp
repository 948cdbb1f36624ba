// A hyphen at which a line may end is a sign of its own in some files, and whoever takes their text
// out throws it away: "QĐUBND" for "QĐ-UBND", "20NQ/TW" for "20-NQ/TW", "GIAI ĐOẠN 20312035". One
// such number may be its writer's slip; several, and none with its hyphen, are a loss. Others throw
// away only those at which a line did end, with the break: where the text has its hyphens, lines
// that are longer than the page is wide tell which.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/letters.hpp"
#include "read/characters.hpp"
#include "repair/number_symbols.hpp"
#include "repair/passes.hpp"

namespace vanban::repair_stage {
namespace {

using read::is_digit;

constexpr double confidence = 0.97;
constexpr std::size_t fewest = 2;
constexpr std::size_t longest_symbol = 48;  // bytes
constexpr std::size_t most_agencies = 3;

/// Who issues them, as counts over numbers of real documents have it.
constexpr std::string_view agencies[] = {
    "CP",    "TTg",     "UBND",    "UBTVQH",  "HĐND",   "HĐTP",  "NHNN",    "VPCP",  "VPUBND",
    "TTCP",  "TANDTC",  "KTNN",    "VKSNDTC", "BHXH",   "TLĐ",   "LĐTBXH",  "TCHQ",  "TCT",
    "KBNN",  "UBDT",    "MTTW",    "TU",      "UBMTTQ", "TW",    "HU",      "ĐU",    "BTV",
    "BCĐ",   "BCH",     "ĐKT",     "BCA",     "BQP",    "BNV",   "BNG",     "BTP",   "BTC",
    "BCT",   "BXD",     "BYT",     "BGDĐT",   "BTNMT",  "BNN",   "BNNPTNT", "BNNMT", "BKHCN",
    "BTTTT", "BVHTTDL", "BLĐTBXH", "BKHĐT",   "BGTVT",  "BDTTG", "SNV",     "SNgV",  "STP",
    "STC",   "SCT",     "SXD",     "SYT",     "SGDĐT",  "STNMT", "SNN",     "SNNMT", "SKHCN",
    "PGDĐT", "STTTT",   "SVHTTDL", "SLĐTBXH", "SKHĐT",  "SGTVT", "SDL",     "SDTTG", "SNNPTNT",
    "SVHTT",
};
/// Party bodies that stand behind a slash.
constexpr std::string_view party_bodies[] = {"TW", "TU", "HU", "ĐU", "QU", "BTV", "ĐUK"};
/// What words before a number of something else end in.
constexpr std::string_view others[] = {
    "ẫu",  "iểu",   "hụ lục",   "hiếu", "hòng", "Lô", "lô",  "mã",       "Mã",       "ường",
    "đất", "ản đồ", "sản phẩm", "nhà",  "gõ",   "ẻm", "uầy", "hợp đồng", "Hợp đồng", "máy"};
/// Words before the years of a range.
constexpr std::string_view before_years[] = {"giai đoạn", "GIAI ĐOẠN", "Giai đoạn", "nhiệm kỳ",
                                             "NHIỆM KỲ",  "Nhiệm kỳ",  "năm học",   "NĂM HỌC",
                                             "Năm học",   "thời kỳ",   "THỜI KỲ",   "Thời kỳ"};

/// Behind the letters and digits that begin at `at`.
std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::size_t length = language::letter_length(text.data() + at, text.data() + text.size());
    if (length == 0 && !is_digit(text[at])) break;
    at += std::max<std::size_t>(length, 1);
  }
  return at;
}

/// Bytes of the longest agency that `symbol` begins with; 0: none.
std::size_t agency_length(std::string_view symbol) {
  std::size_t longest = 0;
  for (const std::string_view agency : agencies) {
    if (agency.size() > longest && symbol.starts_with(agency)) longest = agency.size();
  }
  return longest;
}

/// Offsets where hyphens are wanting; none where it is no symbol of known agencies.
std::vector<std::size_t> seams_of(std::string_view symbol, const DocumentType& type) {
  std::vector<std::size_t> seams;
  std::size_t at = type.code.size();
  while (at < symbol.size()) {
    if (seams.size() == most_agencies) return {};
    seams.push_back(at);
    const std::size_t length = agency_length(symbol.substr(at));
    if (length == 0) return {};
    at += length;
    while (at < symbol.size() && is_digit(symbol[at])) ++at;  // "UBTVQH15"
  }
  return seams;
}

/// Of a line that is longer than the page is wide: where the page ended.
struct Window {
  std::size_t line = 0;  ///< where the line begins
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_wide = false;  ///< much longer
};

/// Where the code point number `count` of `line` begins.
std::size_t place_of(std::string_view line, std::size_t count) {
  std::size_t at = 0;
  for (; at < line.size() && count > 0; --count) at += language::code_point_length(line[at]);
  return std::min(at, line.size());
}

/// The lines of a page that was taken out line by line go on in small letters when they are full.
std::vector<Window> find_windows(std::string_view text) {
  constexpr std::size_t fewest_full = 8;
  struct Line {
    std::size_t begin;
    std::size_t length;
  };
  std::vector<Line> lines;
  std::vector<std::size_t> full;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const auto length = static_cast<std::size_t>(
        std::count_if(text.begin() + static_cast<std::ptrdiff_t>(begin),
                      text.begin() + static_cast<std::ptrdiff_t>(end),
                      [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    lines.push_back({begin, length});
    if (end + 1 < text.size() && text[end + 1] >= 'a' && text[end + 1] <= 'z') {
      full.push_back(length);
    }
    begin = end + 1;
  }
  if (full.size() < fewest_full) return {};
  std::ranges::nth_element(full, full.begin() + static_cast<std::ptrdiff_t>(full.size() / 2));
  const std::size_t width = full[full.size() / 2];
  const std::size_t least = width * 3 / 4;
  const std::size_t most = width * 6 / 5;
  const auto is_full = [=](std::size_t length) { return length >= least && length <= most; };
  if (std::ranges::count_if(full, is_full) * 2 < std::ssize(full)) return {};
  std::vector<Window> windows;
  for (const Line& line : lines) {
    if (line.length <= width + 4 || line.length > 3 * width) continue;
    const std::string_view rest = text.substr(line.begin);
    windows.push_back({line.begin, line.begin + place_of(rest, least),
                       line.begin + std::min(place_of(rest, most), place_of(rest, line.length)),
                       line.length > most});
  }
  return windows;
}

/// The words behind " - " in a text, each with one before it.
using Twins = std::set<std::pair<std::string_view, std::string_view>>;

std::string_view word_before(std::string_view text, std::size_t end) {
  const auto is_part = [text](std::size_t at) {
    return static_cast<unsigned char>(text[at]) >= 0x80 ||
           language::byte_class(text[at]) == language::ByteClass::letter;
  };
  std::size_t begin = end;
  while (begin > 0 && is_part(begin - 1)) --begin;
  return text.substr(begin, end - begin);
}

Twins find_twins(std::string_view text) {
  constexpr std::string_view dash = " - ";
  Twins twins;
  for (std::size_t at = text.find(dash); at != std::string_view::npos;
       at = text.find(dash, at + 1)) {
    const std::size_t begin = at + dash.size();
    const std::string_view next = text.substr(begin, word_end(text, begin) - begin);
    const std::string_view before = word_before(text, at);
    if (!next.empty() && !before.empty()) twins.emplace(next, before);
  }
  return twins;
}

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  EditList run() {
    for (std::size_t at = text_.find('/'); at != std::string_view::npos;
         at = text_.find('/', at + 1)) {
      slash(at);
      if (keeps_one_) return at_line_ends();
    }
    if (proofs_ < fewest) return {};
    years(0, text_.size());
    std::ranges::sort(edits_, {}, &Edit::begin);
    return std::move(edits_);
  }

 private:
  void add(std::size_t at, std::string_view hyphen = "-") {
    if (window_ && (at < window_->begin || at > window_->end)) return;
    const auto place = static_cast<std::uint32_t>(at);
    edits_.push_back({place, place, std::string(hyphen), RepairKind::dropped_letter, confidence});
  }

  /// Hyphens that went with the end of a line. One went with each.
  EditList at_line_ends() {
    EditList found;
    for (const Window& window : find_windows(text_)) {
      edits_.clear();
      window_ = window;
      // No search goes farther than its window: there are as many of them as lines.
      const std::string_view reach = text_.substr(0, window.end + longest_symbol);
      for (std::size_t at = reach.find('/', window.line); at != std::string_view::npos;
           at = reach.find('/', at + 1)) {
        slash(at);
      }
      years(window.line, window.end);
      if (edits_.empty()) twins(window);
      std::ranges::sort(edits_, {}, &Edit::begin);
      if (!edits_.empty()) found.push_back(std::move(edits_.front()));
    }
    return found;
  }

  /// "Kế hoạch Tổng hợp" in a text that else has "Kế hoạch - Tổng hợp", always.
  void twins(const Window& window) {
    constexpr int most_searches = 64;  // of the whole text
    if (!window.is_wide) return;
    if (!twins_) twins_ = find_twins(text_);
    const std::string_view reach = text_.substr(0, window.end);
    for (std::size_t at = reach.find(' ', window.begin); at != std::string_view::npos;
         at = reach.find(' ', at + 1)) {
      const std::string_view next = text_.substr(at + 1, word_end(text_, at + 1) - at - 1);
      const std::string_view before = word_before(text_, at);
      if (before.size() < 2 || next.empty()) continue;
      // Of a word that has blanks within, its end.
      constexpr int most_twins = 64;
      bool known = false;
      auto twin = twins_->lower_bound({next, {}});
      for (int i = 0; i < most_twins && twin != twins_->end() && twin->first == next; ++i, ++twin) {
        known = known || twin->second.ends_with(before);
      }
      if (!known || ++searches_ > most_searches) continue;
      const std::string_view pair(before.data(), before.size() + 1 + next.size());
      const std::size_t first = text_.find(pair);
      if (text_.find(pair, first + 1) == std::string_view::npos) add(at + 1, "- ");
    }
  }

  /// "12/2031/QĐUBND", "12/QĐUBND"; "20NQ/TW".
  void slash(std::size_t at) {
    const std::size_t begin = at + 1;
    const std::size_t end = word_end(text_, begin);
    const std::string_view symbol = text_.substr(begin, end - begin);
    if (symbol.empty() || symbol.size() > longest_symbol || at == 0) return;
    if (keeps_hyphen(at, end)) {
      keeps_one_ = true;
      return;
    }
    if (end < text_.size() && text_[end] == '/') return;  // a path
    if (is_digit(text_[at - 1])) {
      of_state(symbol, at);
    } else {
      of_party(symbol, at);
    }
  }

  /// A symbol around the slash has its hyphen or another dash: "/QĐ-UBND", "12-KH/TU".
  [[nodiscard]] bool keeps_hyphen(std::size_t slash, std::size_t end) const {
    const auto dash_at = [this](std::size_t at) -> std::size_t {
      if (at < text_.size() && text_[at] == '-') return 1;
      const std::string_view rest = text_.substr(std::min(at, text_.size()));
      for (const std::string_view dash : {"\u2010", "\u2011", "\u2012", "\u2013"}) {
        if (rest.starts_with(dash)) return dash.size();
      }
      return 0;
    };
    const auto behind_blanks = [this](std::size_t at) {
      while (at < text_.size() && text_[at] == ' ') ++at;
      return at;
    };
    const std::size_t dash = behind_blanks(end);
    if (is_capital_at(text_, slash + 1)) {
      const std::size_t length = dash_at(dash);
      const std::size_t next = length == 0 ? text_.size() : behind_blanks(dash + length);
      if (next < text_.size() && is_capital_at(text_, next)) return true;
    }
    for (const DocumentType& type : document_types) {
      if (!text_.substr(0, slash).ends_with(type.code)) continue;
      std::size_t before = slash - type.code.size();
      while (before > 0 && text_[before - 1] == ' ') --before;
      return (before > 0 && dash_at(before - 1) != 0) || (before > 2 && dash_at(before - 3) == 3);
    }
    return false;
  }

  void of_state(std::string_view symbol, std::size_t slash) {
    const DocumentType* const type = type_of(symbol);
    if (type == nullptr) return of_letter(symbol, slash);
    const Named named = named_at(slash, *type);
    std::vector<std::size_t> seams = seams_of(symbol, *type);
    // Where the line ended, blanks may stand in the words before.
    if (named == Named::no && (!window_ || seams.empty())) return;
    const bool is_own = named == Named::as_own;
    const bool is_known = !seams.empty();
    // Of an agency that no row has, as long as it is that type of document.
    if (!is_known && (is_own || named == Named::as_its_type) &&
        has_capitals(symbol, type->code.size())) {
      seams.push_back(type->code.size());
    }
    if (is_known || (is_own && !seams.empty())) ++proofs_;
    for (const std::size_t seam : seams) add(slash + 1 + seam);
  }

  /// "Công văn số 68/UBNDVHXH": who sends it, and which of its offices wrote it.
  void of_letter(std::string_view symbol, std::size_t slash) {
    constexpr std::size_t shortest = 4;  // bytes; shorter ones begin others
    const std::size_t length = agency_length(symbol);
    if (length < shortest || !has_capitals(symbol, length)) return;
    std::size_t number = slash;
    while (number > 0 && is_digit(text_[number - 1])) --number;
    if (!text_.substr(0, number).ends_with("ông văn số ")) return;
    ++proofs_;
    add(slash + 1 + length);
  }

  /// "20NQ/TW", "Kế hoạch số 7KH/ĐTN".
  void of_party(std::string_view symbol, std::size_t slash) {
    for (const DocumentType& type : document_types) {
      if (!text_.substr(0, slash).ends_with(type.code)) continue;
      const std::size_t seam = slash - type.code.size();
      if (seam == 0 || !is_digit(text_[seam - 1])) return;
      const Named named = named_at(seam, type);
      const bool is_known = std::ranges::find(party_bodies, symbol) != std::end(party_bodies);
      const bool is_own = named == Named::as_own && has_capitals(symbol, 0);
      if (named == Named::no && (!window_ || !is_known)) return;
      if (is_known || is_own) ++proofs_;
      if (is_known || is_own || (named == Named::as_its_type && has_capitals(symbol, 0))) add(seam);
      return;
    }
  }

  /// Two capitals at least, and nothing else, from `at` on.
  static bool has_capitals(std::string_view symbol, std::size_t at) {
    std::size_t capitals = 0;
    for (; at < symbol.size(); at += symbol[at] == '\xC4' ? 2U : 1U, ++capitals) {
      if (!is_capital_at(symbol, at)) return false;
    }
    return capitals >= 2;
  }

  /// What tells that digits are the number of a document.
  enum class Named : std::uint8_t {
    no,
    in_a_list,    ///< behind a comma or "và"
    as_a_number,  ///< "số 7/..."
    as_its_type,  ///< "Kế hoạch số 7/KH..."
    as_own        ///< "Số: 7/KH..." in a text with "KẾ HOẠCH"
  };

  /// Of the digits that end at `end`.
  [[nodiscard]] Named named_at(std::size_t end, const DocumentType& type) {
    constexpr std::size_t longest_number = 16;
    std::size_t number = end;
    while (number > 0 && end - number < longest_number &&
           (is_digit(text_[number - 1]) || text_[number - 1] == '/' ||
            (text_[number - 1] >= 'a' && text_[number - 1] <= 'z' && number < end))) {
      --number;
    }
    const auto before = [this](std::size_t at) {
      while (at > 0 && (text_[at - 1] == ' ' || text_[at - 1] == ':')) --at;
      return text_.substr(0, at);
    };
    std::string_view front = before(number);
    constexpr std::string_view said[] = {"số", "Số", "SỐ"};
    bool is_said = false;
    for (const std::string_view word : said) {
      if (!front.ends_with(word)) continue;
      is_said = true;
      front = before(front.size() - word.size());
      const bool opens_line = front.empty() || front.back() == '\n' || front.back() == '|';
      if (word == "Số" && opens_line && is_headed(type)) return Named::as_own;
      break;
    }
    // Forms, streets, plots and goods have numbers like documents.
    for (const std::string_view other : others) {
      if (front.ends_with(other)) return Named::no;
    }
    if (front.ends_with(type.small) || front.ends_with(type.capitals)) return Named::as_its_type;
    if (front.ends_with("ông văn")) return Named::no;  // has no type: "Công văn số 7/TTBVTV"
    if (is_said) return Named::as_a_number;
    return front.ends_with(",") || front.ends_with("và") ? Named::in_a_list : Named::no;
  }

  /// The name of the type stands in capitals in the text.
  bool is_headed(const DocumentType& type) {
    Known& known = headed_[static_cast<std::size_t>(&type - std::begin(document_types))];
    if (known == Known::not_yet) {
      known = text_.find(type.capitals) != std::string_view::npos ? Known::yes : Known::no;
    }
    return known == Known::yes;
  }

  /// "giai đoạn 20312035" in [from, to): two years, the later one behind.
  void years(std::size_t from, std::size_t to) {
    constexpr std::size_t digits = 8;
    const std::string_view reach = text_.substr(0, to);
    for (const std::string_view words : before_years) {
      for (std::size_t at = reach.find(words, from); at != std::string_view::npos;
           at = reach.find(words, at + 1)) {
        std::size_t begin = at + words.size();
        while (begin < text_.size() && text_[begin] == ' ') ++begin;
        std::size_t end = begin;
        while (end < text_.size() && is_digit(text_[end])) ++end;
        // "giai đoạn 2031 2035": at the end of a line, the hyphen between blanks.
        const bool apart = window_ && end - begin == digits / 2 && end < text_.size() &&
                           text_[end] == ' ' && end + 1 < text_.size() && is_digit(text_[end + 1]);
        const std::size_t second = apart ? end + 1 : begin + digits / 2;
        for (end = apart ? second : end; end < text_.size() && is_digit(text_[end]);) ++end;
        if (end - second != digits / 2 || second - begin > digits / 2 + 1) continue;
        const std::string_view first = text_.substr(begin, digits / 2);
        const std::string_view last = text_.substr(second, digits / 2);
        const auto is_year = [](std::string_view year) {
          return year.starts_with("19") || year.starts_with("20");
        };
        if (is_year(first) && is_year(last) && first < last && !is_amount(end)) {
          add(second, apart ? "- " : "-");
        }
      }
    }
  }

  /// "20302040 đồng"
  [[nodiscard]] bool is_amount(std::size_t end) const {
    while (end < text_.size() && text_[end] == ' ') ++end;
    const std::string_view rest = text_.substr(end);
    constexpr std::string_view units[] = {"đồng", "triệu", "tỷ", "kg",   "tấn", "ha",  "km",
                                          "m2",   "người", "hộ", "lượt", "cây", "con", "USD"};
    return std::ranges::any_of(units,
                               [rest](std::string_view unit) { return rest.starts_with(unit); });
  }

  enum class Known : std::uint8_t { not_yet, no, yes };

  std::string_view text_;
  EditList edits_;
  std::optional<Window> window_;  ///< where hyphens may be wanting, unless anywhere
  std::optional<Twins> twins_;
  int searches_ = 0;  ///< of twins
  std::array<Known, std::size(document_types)> headed_{};
  std::size_t proofs_ = 0;  ///< symbols of documents without a hyphen
  bool keeps_one_ = false;  ///< there is one with it
};

}  // namespace

EditList find_lost_hyphens(std::string_view text) {
  return Finder(text).run();
}

}  // namespace vanban::repair_stage

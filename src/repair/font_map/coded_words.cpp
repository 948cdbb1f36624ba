// Codes may be signs as well as letters ("ph¶n"), so that words are cut in a copy of the text whose
// codes all are one letter of two bytes, as they are: every offset stays.
#include "repair/font_map/coded_words.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "language/letters.hpp"
#include "language/words.hpp"
#include "repair/code_points.hpp"

namespace vanban::repair_stage::font_map {
namespace {

using language::LanguageModel;

constexpr std::string_view any_letter = "ø";

std::string with_one_letter(std::string_view text) {
  std::string copy(text);
  for (std::size_t at = 0; at < copy.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_code(point.value)) copy.replace(at, any_letter.size(), any_letter);
    at += point.length;
  }
  return copy;
}

bool is_capital(char letter) {
  return letter >= 'A' && letter <= 'Z';
}

/// The prints that the ASCII letters of a word leave open.
std::uint8_t prints_of(std::string_view printed, bool starts_with_code) {
  std::size_t small = 0;
  std::size_t capitals = 0;
  for (const char c : printed) {
    if (is_capital(c)) ++capitals;
    if (c >= 'a' && c <= 'z') ++small;
  }
  if (small + capitals == 0) return lower | title | upper;
  if (starts_with_code) {
    if (capitals == 0) return lower | title;
    return small == 0 ? upper : 0;
  }
  if (capitals == 0) return lower;
  if (!is_capital(printed.front())) return 0;
  if (capitals == 1) return small == 0 ? title | upper : title;
  return small == 0 ? upper : 0;
}

/// Signs that stand beside letters in sound text.
constexpr std::string_view measures[] = {"m²",  "m³",  "km²", "cm²", "cm³",
                                         "dm²", "dm³", "mm²", "°C",  "Nº"};

CodedType make_type(std::string_view printed) {
  CodedType type;
  type.printed = printed;
  std::size_t codes = 0;
  bool only_letters = true;
  for (std::size_t at = 0; at < printed.size();) {
    const CodePoint point = code_point_at(printed, at);
    if (is_code(point.value)) {
      if (at == 0) type.starts_with_code = true;
      if (codes < most_codes) type.codes[codes] = static_cast<Code>(point.value - first_code);
      ++codes;
      type.skeleton += hole;
    } else {
      const char small =
          language::detail::small_ascii_table[static_cast<unsigned char>(printed[at])];
      only_letters = only_letters && small >= 'a' && small <= 'z';
      type.skeleton += small;
    }
    at += point.length;
  }
  type.holes = static_cast<std::uint8_t>(std::min(codes, most_codes));
  const bool is_measure = std::ranges::find(measures, printed) != std::end(measures);
  if (only_letters && codes <= most_codes && !is_measure) {
    type.prints = prints_of(printed, type.starts_with_code);
  }
  return type;
}

struct CaseCount {
  std::size_t capitals = 0;
  std::size_t small = 0;
  void add(std::string_view printed) {
    for (const char c : printed) {
      if (is_capital(c)) ++capitals;
      if (c >= 'a' && c <= 'z') ++small;
    }
  }
  [[nodiscard]] bool is_in_capitals() const { return capitals > 1 && small == 0; }
};

/// Whether the word on either side of word `i`, or all of the two on both, are in capitals.
bool is_among_capitals(const std::vector<CodedToken>& tokens, std::size_t i,
                       std::string_view text) {
  constexpr std::size_t reach = 2;
  CaseCount all;
  const auto add = [&](std::size_t k) {
    const CodedToken& token = tokens[k];
    const std::string_view printed = text.substr(token.begin, token.end - token.begin);
    all.add(printed);
    CaseCount own;
    own.add(printed);
    return own.is_in_capitals();
  };
  bool beside = false;
  for (std::size_t k = i; k > 0 && i - k < reach && !tokens[k].after_newline; --k) {
    const bool in_capitals = add(k - 1);
    beside = beside || (k == i && in_capitals);
  }
  for (std::size_t k = i + 1; k < tokens.size() && k - i <= reach && !tokens[k].after_newline;
       ++k) {
    const bool in_capitals = add(k);
    beside = beside || (k == i + 1 && in_capitals);
  }
  return beside || all.is_in_capitals();
}

/// Shares of the prints of a word, by where it stands.
constexpr std::array<float, 3> inside{0.86F, 0.12F, 0.02F};
constexpr std::array<float, 3> first{0.38F, 0.6F, 0.02F};
constexpr std::array<float, 3> in_capitals{0.08F, 0.07F, 0.85F};

}  // namespace

CodedText read_coded_words(std::string_view text, std::size_t most, const LanguageModel& model) {
  CodedText out;
  const std::string copy = with_one_letter(text);
  std::unordered_map<std::string_view, std::uint32_t> known;
  language::WordScanner scanner(copy);
  language::Word word;
  while (out.tokens.size() < most && scanner.next(word)) {
    CodedToken token;
    token.begin = word.begin;
    token.end = word.end;
    token.after_boundary = word.after_boundary;
    token.after_stop = word.after_stop;
    token.after_newline = word.after_newline;
    const std::string_view printed = text.substr(word.begin, word.end - word.begin);
    const std::string_view cut = std::string_view(copy).substr(word.begin, printed.size());
    if (cut.find(any_letter) == std::string_view::npos) {
      token.word = model.classify(word);
    } else {
      const auto [place, is_new] =
          known.try_emplace(printed, static_cast<std::uint32_t>(out.types.size()));
      if (is_new) out.types.push_back(make_type(printed));
      token.type = place->second;
    }
    out.tokens.push_back(token);
  }
  for (std::size_t i = 0; i < out.tokens.size(); ++i) {
    CodedToken& token = out.tokens[i];
    if (token.type == CodedToken::no_type) continue;
    token.among_capitals = is_among_capitals(out.tokens, i, text);
    CodedType& type = out.types[token.type];
    ++type.count;
    const auto& shares = token.among_capitals ? in_capitals : token.after_stop ? first : inside;
    for (std::size_t k = 0; k < shares.size(); ++k) type.print_share[k] += shares[k];
  }
  for (CodedType& type : out.types) {
    for (float& share : type.print_share) share /= static_cast<float>(type.count);
  }
  return out;
}

}  // namespace vanban::repair_stage::font_map

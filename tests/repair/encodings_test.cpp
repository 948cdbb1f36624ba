#include "repair/encodings/encodings.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "language/letters.hpp"
#include "repair/code_points.hpp"
#include "repair/icu.hpp"
#include "repair/passes.hpp"
#include "repair/properties.hpp"
#include "support/case_file.hpp"
#include "support/files.hpp"

namespace vanban::repair_stage {
namespace {

using namespace encodings;

std::string as_1252(unsigned byte) {
  for (char32_t point = 0x80; point < 0x2200; ++point) {
    if (byte < 0xA0 && point < 0xA0) continue;
    if (legacy_byte(point) != static_cast<int>(byte)) continue;
    std::string out;
    append_code_point(out, point);
    return out;
  }
  std::string out;  // a byte that windows-1252 does not define
  append_code_point(out, byte);
  return out;
}

/// The windows-1252 characters of `text` in each encoding.
class Encoder {
 public:
  explicit Encoder(Encoding encoding) {
    std::array<std::string, 256> shown;
    for (unsigned byte = 0; byte < 256; ++byte) {
      shown[byte] = byte < 0x80 ? std::string(1, static_cast<char>(byte)) : as_1252(byte);
    }
    for (const CodeRow& row : code_table()) {
      if (row.encoding != encoding) continue;
      std::string code = shown[row.first];
      if (row.second != 0) code += shown[row.second];
      codes_[row.letter] = code;
      if (row.shared) {
        std::string letter;
        append_code_point(letter, row.letter);
        shared_.push_back(letter);
        codes_[capital(row.letter)] = code;
      }
    }
  }

  [[nodiscard]] std::string encode(std::string_view text) const {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = code_point_at(text, at);
      const auto code = codes_.find(point.value);
      if (code != codes_.end()) {
        out += code->second;
      } else {
        out += text.substr(at, point.length);
      }
      at += point.length;
    }
    return out;
  }

 private:
  static char32_t capital(char32_t small) {
    for (char32_t point = 0xC0; point < 0x1F00; ++point) {
      std::string letter;
      append_code_point(letter, point);
      std::string folded(letter.size(), ' ');
      if (!language::fold_letter(letter.data(), letter.size(), folded.data())) continue;
      if (language::letter_length(letter.data(), letter.data() + letter.size()) != 0 &&
          code_point_at(folded, 0).value == small) {
        return point;
      }
    }
    return small;
  }

  std::map<char32_t, std::string> codes_;
  std::vector<std::string> shared_;
};

/// Lines of the sound plans of the corpus.
std::vector<std::string> sound_lines() {
  std::vector<std::string> lines;
  for (const std::string_view name :
       {"green-school-contest", "tree-planting-commune", "reading-day-secondary-school",
        "mangrove-forest-parts", "trade-union-workers-month", "youth-union-volunteer-blood"}) {
    const std::string text =
        test::read_file(test::corpus() / "plans" / (std::string(name) + ".txt"));
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const std::string line = icu_text::to_nfc(text.substr(at, end - at));
      // What is beyond windows-1252 cannot stand in these encodings.
      if (line.find("\u2030") == std::string::npos && line.find('\r') == std::string::npos) {
        lines.push_back(line);
      }
      at = end + 1;
    }
  }
  return lines;
}

/// Words that look otherwise in the encoding: "hà" is "hà" in half of them.
std::size_t count_changed(std::string_view line, std::string_view encoded) {
  std::size_t words = 0;
  for (std::size_t at = 0, there = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    const std::size_t there_end = std::min(encoded.find(' ', there), encoded.size());
    if (line.substr(at, end - at) != encoded.substr(there, there_end - there)) ++words;
    at = end + 1;
    there = std::min(there_end + 1, encoded.size());
  }
  return words;
}

std::string decoded(std::string_view text) {
  return apply_edits(text, find_encodings(text)).text;
}

struct Named {
  Encoding encoding;
  std::string_view name;
  double letters;     ///< at least so many of a document's marked letters come back, in either case
  std::size_t lines;  ///< percent of the lines with three words that are right alone, at least
};
// Codes that are dashes and quotation marks as well cost an encoding some single letters.
constexpr Named named[] = {{Encoding::tcvn3, "tcvn3", 0.999, 98},
                           {Encoding::vni_win, "vni_win", 0.999, 98},
                           {Encoding::viscii, "viscii", 0.999, 98},
                           {Encoding::vps, "vps", 0.999, 98},
                           {Encoding::cp1258, "cp1258", 0.999, 98},
                           {Encoding::bkhcm1, "bkhcm1", 0.999, 97},
                           {Encoding::bkhcm2, "bkhcm2", 0.999, 97},
                           {Encoding::vietware_x, "vietware_x", 0.999, 98},
                           {Encoding::vietware_f, "vietware_f", 0.999, 97},
                           {Encoding::vni_mac, "vni_mac", 0.99, 98},
                           {Encoding::isc, "isc", 0.999, 98},
                           {Encoding::tcvn5712_1, "tcvn5712_1", 0.999, 98}};

class Encodings : public testing::TestWithParam<Named> {};

TEST_P(Encodings, EveryRowIsReadBack) {
  std::size_t rows = 0;
  Decoded out;
  for (const CodeRow& row : code_table()) {
    if (row.encoding != GetParam().encoding) continue;
    std::string raw;
    append_code_point(raw, row.first);
    if (row.second != 0) append_code_point(raw, row.second);
    std::string letter;
    append_code_point(letter, row.letter);
    decode(row.encoding, raw, Signs::as_letters, out);
    EXPECT_EQ(out.text, letter) << std::hex << unsigned{row.first} << ' ' << unsigned{row.second};
    EXPECT_EQ(out.either_case, row.shared ? 1U : 0U);
    ++rows;
  }
  EXPECT_GT(rows, 70U);
}

TEST_P(Encodings, ADocumentComesBack) {
  const Encoder encoder(GetParam().encoding);
  std::string text;
  for (const std::string& line : sound_lines()) text += line + '\n';
  const std::string source = encoder.encode(text);
  const std::string folded = language::fold(decoded(source));
  const std::string wanted = language::fold(text);
  // Line by line, word by word: an odd sign must not shift what is behind it.
  std::size_t letters = 0;
  std::size_t right = 0;
  std::size_t at = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= wanted.size(); ++i) {
    if (i < wanted.size() && wanted[i] != ' ' && wanted[i] != '\n') continue;
    const std::string_view word = std::string_view(wanted).substr(begin, i - begin);
    std::size_t end = at;
    while (end < folded.size() && folded[end] != ' ' && folded[end] != '\n') ++end;
    const std::string_view got = std::string_view(folded).substr(at, end - at);
    const auto marked = static_cast<std::size_t>(
        std::ranges::count_if(word, [](char c) { return static_cast<unsigned char>(c) >= 0xC3; }));
    letters += marked;
    right += got == word ? marked : 0;
    begin = i + 1;
    at = std::min(end + 1, folded.size());
  }
  ASSERT_GT(letters, 5000U);
  EXPECT_GE(static_cast<double>(right), GetParam().letters * static_cast<double>(letters));
}

TEST_P(Encodings, ALineOfThreeMarkedSyllablesIsEnough) {
  const Encoder encoder(GetParam().encoding);
  std::size_t lines = 0;
  std::size_t right = 0;
  std::string wrong;
  for (const std::string& line : sound_lines()) {
    const std::string source = encoder.encode(line);
    if (count_changed(line, source) < 3) continue;
    ++lines;
    const std::string got = decoded(source);
    if (language::fold(got) == language::fold(line)) {
      ++right;
    } else {
      wrong += line + "\n -> " + got + '\n';
    }
  }
  ASSERT_GT(lines, 250U);
  EXPECT_GE(right * 100, lines * GetParam().lines) << wrong;
}

TEST_P(Encodings, TheRepairsKeepTheirPromises) {
  const Encoder encoder(GetParam().encoding);
  std::string text;
  for (const std::string& line : sound_lines()) {
    text += line + '\n';
    if (text.size() > 6000) break;
  }
  const std::string source = encoder.encode(text);
  // All before the lattice.
  const auto out = run_passes(source, passes_before_lattice(), {});
  ASSERT_TRUE(out);
  EXPECT_EQ(test::broken_promise(source, *out), "");
  for (const Repair& repair : out->repairs) EXPECT_EQ(repair.kind, RepairKind::encoding);
}

INSTANTIATE_TEST_SUITE_P(All, Encodings, testing::ValuesIn(named),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(EncodingsOfTheTable, SoundDocumentsStay) {
  for (const std::string& line : sound_lines()) {
    EXPECT_TRUE(find_encodings(line).empty()) << line;
    EXPECT_TRUE(find_mojibake(line).empty()) << line;
    EXPECT_TRUE(find_viqr(line).empty()) << line;
    EXPECT_TRUE(find_lost_horns(line).empty()) << line;
  }
}

TEST(EncodingsOfTheTable, CapitalsOfTcvn3ComeBack) {
  const Encoder encoder(Encoding::tcvn3);
  std::string text;
  for (const std::string& line : sound_lines()) text += line + '\n';
  const std::string got = decoded(encoder.encode(text));
  ASSERT_EQ(language::fold(got), language::fold(text));
  std::size_t capitals = 0;
  std::size_t right = 0;
  std::size_t raised = 0;
  const std::string folded = language::fold(text);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = language::code_point_length(text[at]);
    const std::string_view letter = std::string_view(text).substr(at, length);
    const std::string_view small = std::string_view(folded).substr(at, length);
    const std::string_view here = std::string_view(got).substr(at, length);
    if (length > 1 && letter != small) {
      ++capitals;
      right += here == letter ? 1U : 0U;
    } else if (length > 1) {
      raised += here != small ? 1U : 0U;
    }
    at += length;
  }
  ASSERT_GT(capitals, 300U);
  EXPECT_GE(right * 100, capitals * 98);
  EXPECT_LE(raised * 100, capitals * 2);
}

/// UTF-8 read as Latin-1; a byte in `lost` becomes `instead`.
std::string misread(std::string_view text, std::string_view lost, std::string_view instead) {
  std::string out;
  for (const char c : text) {
    if (lost.find(c) != std::string_view::npos) {
      out += instead;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x80) {
        out.push_back(c);
      } else {
        out += as_1252(byte);
      }
    }
  }
  return out;
}

std::string unread(std::string_view text) {
  return apply_edits(text, find_mojibake(text)).text;
}

double share_of_equal_words(std::string_view one, std::string_view other) {
  std::map<std::string_view, int> counts;
  std::size_t all = 0;
  std::size_t equal = 0;
  const auto each = [](std::string_view text, const auto& visit) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
      if (end > at) visit(text.substr(at, end - at));
      at = end + 1;
    }
  };
  each(one, [&](std::string_view word) {
    ++counts[word];
    ++all;
  });
  each(other, [&](std::string_view word) {
    if (counts[word]-- > 0) ++equal;
  });
  return static_cast<double>(equal) / static_cast<double>(all);
}

TEST(Mojibake, ExactTextComesBackWhole) {
  std::string text;
  for (const std::string& line : sound_lines()) text += line + '\n';
  const std::string once = misread(text, "", "");
  EXPECT_EQ(unread(once), text);
  EXPECT_EQ(unread(misread(once, "", "")), text);
}

TEST(Mojibake, LostBytesAreFoundAgain) {
  std::string text;
  for (const std::string& line : sound_lines()) text += line + '\n';
  constexpr std::string_view undefined = "\x81\x8D\x8F\x90\x9D";
  for (const std::string_view instead : {"", "\uFFFD"}) {
    const std::string got = unread(misread(text, undefined, instead));
    EXPECT_EQ(std::ranges::count(got, '\n'), std::ranges::count(text, '\n'));
    EXPECT_GE(share_of_equal_words(text, got), 0.99) << instead;
  }
  EXPECT_GE(share_of_equal_words(text, unread(misread(text, "\xA0", " "))), 0.99);
}

TEST(LostHorns, ComeBack) {
  std::string text;
  for (const std::string& line : sound_lines()) text += line + '\n';
  for (const std::string_view instead : {"", "-", "\u00AD"}) {
    std::string damaged = text;
    for (std::size_t at = damaged.find("ư"); at != std::string::npos; at = damaged.find("ư", at)) {
      damaged.replace(at, 2, instead);
    }
    const std::string got = apply_edits(damaged, find_lost_horns(damaged)).text;
    EXPECT_GE(share_of_equal_words(text, got), 0.995) << instead;
  }
}

}  // namespace
}  // namespace vanban::repair_stage

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "repair/lattice/arcs.hpp"
#include "repair/lattice/channel.hpp"
#include "repair/lattice/decode.hpp"
#include "repair/lattice/list_markers.hpp"
#include "repair/lattice/pieces.hpp"
#include "repair/lattice/restore.hpp"
#include "repair/lattice/triage.hpp"
#include "support/case_file.hpp"

namespace vanban::repair_stage::lattice {
namespace {

const language::LanguageModel& model() {
  return language::LanguageModel::builtin();
}

std::string with_edits(std::string_view text, const EditList& edits) {
  std::string out;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    out += text.substr(at, edit.begin - at);
    out += edit.replacement;
    at = edit.end;
  }
  out += text.substr(at);
  return out;
}

std::string restored(std::string_view text) {
  return with_edits(text, restore(text, model()));
}

/// Every `letter` becomes a blank, as a font without it prints.
std::string without(std::string_view text, const std::vector<std::string_view>& letters) {
  std::string out(text);
  for (const std::string_view letter : letters) {
    for (std::size_t at = out.find(letter); at != std::string::npos; at = out.find(letter, at)) {
      out[at] = ' ';
      out.erase(at + 1, letter.size() - 1);
    }
  }
  return out;
}

constexpr std::string_view sound_plan =
    "Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh về phát động phong trào thi đua yêu nước, Sở "
    "Khoa học và Công nghệ xây dựng kế hoạch như sau:\n"
    "1. Nhằm huy động sức mạnh tổng hợp, cổ vũ, động viên đảng viên, công chức, viên chức và "
    "người lao động thi đua sôi nổi trên các lĩnh vực công tác.\n"
    "2. Phát hiện, biểu dương, khen thưởng kịp thời các tập thể, cá nhân có thành tích tiêu "
    "biểu, xuất sắc; tạo sự chuyển biến mạnh mẽ trong nhận thức và hành động của mỗi cá nhân.\n";

class LatticeCases : public testing::TestWithParam<test::Case> {};

TEST_P(LatticeCases, TextIsAsExpectedAndNeedsNoMoreRepair) {
  const test::Case& one = GetParam();
  const EditList edits = restore(one.input, model());
  EXPECT_EQ(with_edits(one.input, edits), one.expected) << one.title;
  EXPECT_TRUE(restore(one.expected, model()).empty()) << one.title;
  EXPECT_EQ(edits.empty(), one.input == one.expected);
  std::uint32_t last = 0;
  for (const Edit& edit : edits) {
    EXPECT_LE(last, edit.begin);
    EXPECT_LE(edit.begin, edit.end);
    EXPECT_TRUE(edit.begin < edit.end || !edit.replacement.empty());
    EXPECT_LE(edit.end, one.input.size());
    EXPECT_GE(edit.confidence, 0.5);
    EXPECT_LE(edit.confidence, 1);
    last = edit.end;
  }
}

/// The folders of the corpus that belong to rows of the lattice: the names of their kinds.
std::vector<test::Case> lattice_cases() {
  std::vector<test::Case> cases;
  for (const ArcKind& row : arc_kinds) {
    std::string folder(to_string(row.kind));
    for (test::Case& one : test::read_case_folder(test::corpus() / "repair" / folder)) {
      std::string name = folder;
      std::ranges::replace(name, '-', '_');
      one.name = name + "_" + one.name;
      cases.push_back(std::move(one));
    }
  }
  return cases;
}

INSTANTIATE_TEST_SUITE_P(Corpus, LatticeCases, testing::ValuesIn(lattice_cases()), test::case_name);

TEST(Restore, EditsAreOfTheKindOfTheDamage) {
  for (const ArcKind& row : arc_kinds) {
    const std::string folder(to_string(row.kind));
    std::size_t edits = 0;
    std::size_t of_kind = 0;
    for (const test::Case& one : test::read_case_folder(test::corpus() / "repair" / folder)) {
      for (const Edit& edit : restore(one.input, model())) {
        ++edits;
        if (edit.kind == row.kind) ++of_kind;
      }
    }
    EXPECT_GT(edits, 0U) << folder;
    EXPECT_GE(of_kind * 10, edits * 8) << folder;
  }
}

TEST(Restore, AnEditBeginsWithTheBlankOfALostFirstLetter) {
  const std::string text = without(sound_plan, {"x", "â"});
  const EditList edits = restore(text, model());
  ASSERT_GE(edits.size(), 4U);
  std::vector<std::string> pairs;
  for (const Edit& edit : edits) {
    pairs.push_back(text.substr(edit.begin, edit.end - edit.begin));
    pairs.back() += '>';
    pairs.back() += edit.replacement;
  }
  EXPECT_EQ(pairs, (std::vector<std::string>{"nh n>nhân", "d n>dân", "  y>xây", "nh n>nhân",
                                             " uất>xuất", "nh n>nhân"}));
}

TEST(Restore, SoundTextStays) {
  EXPECT_TRUE(restore(sound_plan, model()).empty());
  EXPECT_TRUE(find_suspects(sound_plan, model()).places.empty());
  const std::string damaged = without(sound_plan, {"â"});
  const Suspects suspects = find_suspects(damaged, model());
  ASSERT_FALSE(suspects.places.empty());
  std::uint32_t last = 0;
  for (const TextSpan& place : suspects.places) {
    EXPECT_LE(last, place.begin);
    EXPECT_LT(place.begin, place.end);
    EXPECT_LE(place.end, damaged.size());
    last = place.end;
  }
}

TEST(ListMarkers, FollowTheOrderOfTheListAndTheSet) {
  const std::vector<std::uint16_t> lost{letter_index("b"), letter_index("d")};
  const std::string text =
      "a) Một\n ) Hai\n   ) Hai nữa\nc) Ba\n ) Bốn\nđ) Năm\n ) Sáu\n) Bảy\n( ) Tám\n";
  std::vector<std::string> found;
  for (const Edit& edit : find_lost_markers(text, lost)) {
    EXPECT_EQ(text.substr(edit.begin, 2), " )");
    found.push_back(edit.replacement);
  }
  EXPECT_EQ(found, (std::vector<std::string>{"b", "d"}));
  EXPECT_TRUE(find_lost_markers(text, {}).empty());
  EXPECT_EQ(find_lost_markers("1. Một\n ) Hai", {letter_index("a")}).size(), 1U);
}

TEST(Compose, TwoRoundsAreOne) {
  const auto edit = [](std::uint32_t begin, std::uint32_t end, const char* replacement) {
    return Edit{begin, end, replacement, RepairKind::dropped_glyph, 1};
  };
  const std::string text = "0123456789";
  const std::vector<std::pair<EditList, std::vector<EditList>>> rounds{
      {{edit(2, 4, "abc"), edit(6, 7, "")},
       {{},
        {edit(0, 1, "x")},                    // before all
        {edit(4, 6, "y")},                    // over the end of the first
        {edit(1, 3, "z"), edit(4, 6, "w")},   // over both of its ends
        {edit(3, 4, "Q"), edit(8, 9, "vv")},  // inside it, and after all
        {edit(0, 10, "")},                    // over all
        {edit(5, 7, "u")}}},                  // between the two
      {{}, {{edit(3, 5, "b")}}}};
  for (const auto& [first, seconds] : rounds) {
    const std::string between = with_edits(text, first);
    for (const EditList& second : seconds) {
      const EditList both = compose(first, between, second);
      EXPECT_EQ(with_edits(text, both), with_edits(between, second));
      for (std::size_t i = 1; i < both.size(); ++i) EXPECT_LE(both[i - 1].end, both[i].begin);
    }
  }
}

TEST(Compose, InsertionsStayApart) {
  const auto edit = [](std::uint32_t begin, std::uint32_t end, const char* replacement) {
    return Edit{begin, end, replacement, RepairKind::dropped_letter, 1};
  };
  const EditList first{edit(1, 2, "b")};
  const EditList second{edit(3, 3, "x"), edit(5, 6, "y"), edit(8, 8, "z")};
  const EditList both = compose(first, "0b23456789", second);
  ASSERT_EQ(both.size(), 4U);
  EXPECT_EQ(both[1].begin, 3U);
  EXPECT_EQ(both[1].end, 3U);
  EXPECT_EQ(both[2].replacement, "y");
  EXPECT_EQ(both[3].end, 8U);
}

TEST(Restore, NothingAndNoWords) {
  for (const std::string_view text :
       {"", " ", "\n\n", "---", "   \n ", "12", "a", " a ", "…", "|"}) {
    EXPECT_TRUE(restore(text, model()).empty()) << text;
  }
}

TEST(Restore, AnyLetterMayBeTheLostOne) {
  for (const std::string_view letter : {"x", "â", "h", "t", "ô", "n", "ư", "đ", "ế", "c"}) {
    const std::string damaged = without(sound_plan, {letter});
    EXPECT_EQ(restored(damaged), sound_plan) << letter;
  }
}

TEST(Restore, HostileTextsEnd) {
  std::string blanks(200'000, ' ');
  std::string letters;
  std::string holes;
  for (int i = 0; i < 20'000; ++i) {
    letters += "a ";
    holes += "n  h   ";
  }
  EXPECT_TRUE(restore(blanks, model()).empty());
  for (const std::string& text : {letters, holes, std::string(200'000, 'a')}) {
    for (const Edit& edit : restore(text, model())) EXPECT_LE(edit.end, text.size());
  }
}

TEST(Pieces, BlanksOnBothSidesOfASign) {
  Pieces pieces;
  cut("nhà  nước,   tỉnh (  xã )\n  huyện", model(), pieces);
  ASSERT_EQ(pieces.gaps.size(), 6U);
  EXPECT_TRUE(pieces.gaps[1].joined);
  EXPECT_EQ(pieces.gaps[1].tail, 2U);
  EXPECT_EQ(pieces.gaps[2].tail, 0U);
  EXPECT_EQ(pieces.gaps[2].head, 3U);
  EXPECT_EQ(pieces.gaps[2].head_kept, 1);
  EXPECT_EQ(pieces.gaps[3].tail, 1U);
  EXPECT_EQ(pieces.gaps[3].head, 2U);
  EXPECT_EQ(pieces.gaps[3].head_kept, 0);  // a bracket stands close to the word behind it
  EXPECT_EQ(pieces.gaps[4].tail, 1U);
  EXPECT_EQ(pieces.gaps[4].tail_kept, 0);  // and to the one before it
  EXPECT_TRUE(pieces.gaps[4].newline);
  EXPECT_EQ(pieces.gaps[4].head, 2U);
}

/// The text over and over, each time after its number: long lines, short ones and none at all.
std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) {
    out += std::to_string(i) + "\n\n- ";
    out += text;
  }
  return out;
}

TEST(Pieces, AroundAChangeTheyAreThoseOfTheWholeText) {
  const std::string text = repeated(sound_plan, 12) + repeated("UBND xã A, ", 40);
  Pieces whole;
  cut(text, model(), whole);
  trust_repeated(whole);
  for (const std::size_t step : {std::size_t{97}, std::size_t{900}, text.size()}) {
    std::vector<TextSpan> changed;
    for (std::size_t at = 0; at < text.size(); at += step) {
      const auto begin = static_cast<std::uint32_t>(at);
      changed.push_back({begin, std::min(begin + 3, static_cast<std::uint32_t>(text.size()))});
    }
    Pieces around = whole;  // what was said of the whole text stays
    cut_around(text, changed, model(), around);
    EXPECT_LE(around.words.size(), whole.words.size());
    ASSERT_EQ(around.gaps.size(), around.words.size() + 1);
    std::size_t open = 0;
    std::size_t in_whole = 0;
    for (std::size_t i = 0; i < around.words.size(); ++i) {
      const Piece& piece = around.words[i];
      if (piece.closed) continue;
      ++open;
      while (in_whole < whole.words.size() &&
             whole.words[in_whole].word.begin != piece.word.begin) {
        ++in_whole;
      }
      ASSERT_LT(in_whole, whole.words.size());
      const Piece& same = whole.words[in_whole];
      EXPECT_FALSE(same.closed);
      EXPECT_EQ(piece.word.end, same.word.end);
      EXPECT_EQ(piece.id, same.id);
      EXPECT_EQ(piece.cost, same.cost) << around.printed(static_cast<std::uint32_t>(i));
      EXPECT_EQ(around.gaps[i].newline, whole.gaps[in_whole].newline);
      EXPECT_EQ(around.gaps[i].boundary, whole.gaps[in_whole].boundary);
      EXPECT_EQ(around.gaps[i].head, whole.gaps[in_whole].head);
      EXPECT_EQ(around.gaps[i].tail, whole.gaps[in_whole].tail);
      EXPECT_EQ(around.gaps[i].stop, whole.gaps[in_whole].stop);
      EXPECT_EQ(around.gaps[i].capitals, whole.gaps[in_whole].capitals);
    }
    EXPECT_GE(open, changed.size());
  }
}

TEST(Pieces, BlanksBeyondThoseThatAreCountedAreNoLetters) {
  const std::string text = "xã" + std::string(300, ' ') + "thôn, " + std::string(1000, ' ') + "ấp";
  Pieces pieces;
  cut(text, model(), pieces);
  ASSERT_EQ(pieces.words.size(), 3U);
  EXPECT_EQ(pieces.gaps[1].tail, Gap::most);
  EXPECT_TRUE(pieces.gaps[1].layout);
  EXPECT_EQ(free_tail(pieces.gaps[1]), 0U);
  EXPECT_EQ(pieces.gaps[2].head, Gap::most);
  EXPECT_EQ(free_head(pieces.gaps[2]), 0U);
}

TEST(Pieces, ItemsNotesAndAddressesAreClosed) {
  const std::string text = "c) Gửi đ/c Hà (b/c), thư về a.b@hoaan.vn\n";
  Pieces pieces;
  cut(text, model(), pieces);
  std::string closed;
  for (std::uint32_t i = 0; i < pieces.words.size(); ++i) {
    if (!pieces.words[i].closed) continue;
    closed += pieces.printed(i);
    closed += ' ';
  }
  EXPECT_EQ(closed, "c b c a b hoaan vn ");
}

TEST(Channel, LettersHaveTheirNumbers) {
  for (const std::string_view letter : {"a", "Z", "đ", "Đ", "ơ", "Ư", "ế", "Ỹ", "à", "Ạ"}) {
    std::string back;
    append_letter(letter_index(letter), back);
    EXPECT_EQ(back, letter);
  }
  const std::vector<std::pair<std::string_view, std::string_view>> pairs{
      {"a", "A"}, {"đ", "Đ"}, {"ơ", "Ơ"}, {"ư", "Ư"}, {"ế", "Ế"}, {"ỹ", "Ỹ"}, {"à", "À"}};
  for (const auto& [small, large] : pairs) {
    EXPECT_EQ(capital_of(letter_index(small)), letter_index(large)) << small;
    EXPECT_EQ(capital_of(letter_index(large)), letter_index(large)) << large;
  }
}

TEST(Channel, LearnsWhatIsLostAndInWhichCase) {
  Tally counts;
  counts.seen[letter_index("k")] = 37;
  counts.seen[letter_index("K")] = 14;
  counts.repaired[letter_index("k")] = 6;
  counts.repaired[letter_index("K")] = 4;
  counts.repaired[letter_index("x")] = 9;
  counts.repaired[letter_index("b")] = 1;  // one alone proves nothing
  counts.seen[letter_index("b")] = 50;
  counts.repaired[letter_index("t")] = 2;  // nor do two of many
  counts.seen[letter_index("t")] = 300;
  std::array<bool, kind_count> has{};
  has[number_of(RepairKind::dropped_glyph)] = true;
  const Channel channel = infer(counts, has);
  EXPECT_TRUE(channel.shows(RepairKind::dropped_glyph));
  EXPECT_FALSE(channel.shows(RepairKind::ocr));
  EXPECT_EQ(channel.lost, (std::vector<std::uint16_t>{letter_index("k"), letter_index("x")}));
  EXPECT_LT(channel.loss[letter_index("x")], 0.1F);
  EXPECT_LT(channel.loss[letter_index("K")], 1.0F);
  for (const std::string_view letter : {"k", "b", "t", "X", "m"}) {
    EXPECT_GT(channel.loss[letter_index(letter)], 5.0F) << letter;
  }
}

TEST(ArcKinds, EveryKindHasOneRowAndAGate) {
  for (const ArcKind& row : arc_kinds) {
    EXPECT_EQ(&row_of(row.kind), &row);
    EXPECT_GT(row.min_evidence, 0);
  }
}

}  // namespace
}  // namespace vanban::repair_stage::lattice

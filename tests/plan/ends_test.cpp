// The two ends of a document: header, signature, recipients, and the zones between them.
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "language/letters.hpp"
#include "outline/frame.hpp"
#include "plan/header.hpp"
#include "plan/recipients.hpp"
#include "plan/signature.hpp"
#include "plan/tail.hpp"
#include "support/case_file.hpp"

namespace vanban {
namespace {

/// A text with its zones; the frame points into the lines.
struct Read {
  explicit Read(std::string_view source)
      : text{source, language::fold(source)},
        lines(outline::split_lines(text, {})),
        frame(outline::find_frame(text, lines)) {}

  [[nodiscard]] std::string first(std::span<const outline::Line> zone) const {
    return zone.empty() ? std::string() : std::string(text.printed(zone.front().span));
  }

  [[nodiscard]] plan::Tail tail() const { return plan::split_tail(text, frame.tail); }

  outline::FoldedText text;
  std::vector<outline::Line> lines;
  outline::Frame frame;
};

void add(std::string& out, std::string_view field, const std::optional<std::string>& value) {
  if (value) out.append(field).append(": ").append(*value).append("\n");
}

std::string show(const plan::HeaderReading& reading) {
  const Header& header = reading.header;
  std::string out;
  add(out, "agency.parent", header.agency.parent);
  add(out, "agency.name", header.agency.name);
  add(out, "number.text", header.number.text);
  add(out, "number.ordinal", header.number.ordinal);
  add(out, "number.year", header.number.year);
  add(out, "number.symbol", header.number.symbol);
  if (reading.number_blank) out += "number is blank\n";
  add(out, "place", header.place);
  add(out, "date", header.date);
  if (reading.date_incomplete) out += "date is incomplete\n";
  add(out, "type.code", header.type.code);
  add(out, "type.name", header.type.name);
  add(out, "title", header.title);
  for (const std::string& addressee : header.addressees) add(out, "addressees", addressee);
  add(out, "secrecy", header.secrecy);
  add(out, "urgency", header.urgency);
  if (header.draft.value_or(false)) out += "draft\n";
  return out;
}

void add_unread(std::string& out, const outline::FoldedText& text,
                const std::vector<TextSpan>& unread) {
  for (const TextSpan span : unread) {
    out.append("unread: ").append(plan::one_line(text.printed(span))).append("\n");
  }
}

std::string without_last_feed(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

class HeaderCases : public testing::TestWithParam<test::Case> {};

TEST_P(HeaderCases, AreReadAsExpected) {
  const Read read(GetParam().input);
  const plan::HeaderReading reading = plan::read_header(read.text, read.frame);
  std::string out = show(reading);
  for (const outline::Line& line : read.frame.preamble) {
    if (!read.frame.title.empty() && line.span.begin < read.frame.title.front().span.begin) {
      out.append("preamble: ").append(read.text.printed(line.span)).append("\n");
    }
  }
  add_unread(out, read.text, reading.unread);
  EXPECT_EQ(without_last_feed(out), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Corpus, HeaderCases,
                         testing::ValuesIn(test::read_case_folder(test::corpus() / "header")),
                         test::case_name);

class SignatureCases : public testing::TestWithParam<test::Case> {};

TEST_P(SignatureCases, AreReadAsExpected) {
  const Read read(GetParam().input);
  std::string out;
  std::vector<TextSpan> known;
  for (const plan::SignatureReading& one : plan::read_signatures(read.text, read.tail())) {
    known.insert(known.end(), one.spans.begin(), one.spans.end());
    add(out, "authority", one.signature.authority);
    add(out, "position", one.signature.position);
    add(out, "name", one.signature.name);
  }
  const auto [recipients, at, spans] = plan::read_recipients(read.text, read.tail());
  known.insert(known.end(), spans.begin(), spans.end());
  for (const std::string& item : recipients.items) add(out, "item", item);
  add(out, "archive", recipients.archive);
  add_unread(out, read.text, plan::unread_spans(read.text, read.tail(), known));
  EXPECT_EQ(without_last_feed(out), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Corpus, SignatureCases,
                         testing::ValuesIn(test::read_case_folder(test::corpus() / "signature")),
                         test::case_name);

/// A field read from one piece of the text stands where its place says.
TEST(EndPlaces, AFieldStandsWhereItsPlaceSays) {
  const Read read(
      "UBND TỈNH HÒA SƠN\nSố: 60 /KH-UBND\nHòa Sơn, ngày 5 tháng 4 năm 2031\nKẾ HOẠCH\nTrồng "
      "cây\nI. NỘI DUNG\nTrồng cây./.\nNơi nhận:\n- Sở Nội vụ;\n- Lưu: VT.\nKT. CHỦ TỊCH\nPHÓ CHỦ "
      "TỊCH\nTS. Nguyễn Văn A\n");
  std::string places;
  const auto show_places = [&](const plan::FieldSpans& at) {
    for (const auto& [field, span] : at) {
      places.append(field).append("=").append(read.text.printed(span)).append("\n");
    }
  };
  show_places(plan::read_header(read.text, read.frame).at);
  show_places(plan::read_recipients(read.text, read.tail()).at);
  for (const auto& one : plan::read_signatures(read.text, read.tail())) {
    show_places(one.at);
    places.append(read.text.printed(one.span));
  }
  EXPECT_EQ(places,
            "agency.name=UBND TỈNH HÒA SƠN\nnumber.text=60 /KH-UBND\nnumber.ordinal=60\n"
            "number.symbol=KH-UBND\nplace=Hòa Sơn\ndate=ngày 5 tháng 4 năm 2031\n"
            "type.name=KẾ HOẠCH\ntitle=Trồng cây\nitems=Sở Nội vụ\narchive=VT\n"
            "authority=KT. CHỦ TỊCH\nposition=PHÓ CHỦ TỊCH\nname=Nguyễn Văn A\n"
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTS. Nguyễn Văn A");
}

TEST(EndPlaces, TheLinesOfTwoSignaturesBesideEachOtherDoNotOverlap) {
  const Read read(
      "I. NỘI DUNG\nHai bên thực hiện kế hoạch này./.\n\n      GIÁM ĐỐC                         "
      "CHỦ "
      "TỊCH CÔNG ĐOÀN\n\n\n   TS. Nguyễn Văn A                      Lê Thị C\n");
  std::string places;
  for (const auto& one : plan::read_signatures(read.text, read.tail())) {
    for (const TextSpan span : one.spans) places.append(read.text.printed(span)).append("\n");
  }
  EXPECT_EQ(places, "GIÁM ĐỐC\nTS. Nguyễn Văn A\nCHỦ TỊCH CÔNG ĐOÀN\nLê Thị C\n");
}

TEST(EndPlaces, TheCellsOfATableAreColumns) {
  std::string source = "I. NỘI DUNG\nTrồng cây./.\nNơi nhận:\x1E- Sở Nội vụ;\x1E- Lưu: VT.";
  source += "\x1FKT. CHỦ TỊCH\x1EPHÓ CHỦ TỊCH\x1E\x1ENguyễn Văn A\n";
  const outline::FoldedText text{source, language::fold(source)};
  std::vector<read::LineHint> hints(4);
  hints[2].table = true;
  const std::vector<outline::Line> lines = outline::split_lines(text, hints);
  const outline::Frame frame = outline::find_frame(text, lines);
  const plan::Tail tail = plan::split_tail(text, frame.tail);
  const auto signatures = plan::read_signatures(text, tail);
  ASSERT_EQ(signatures.size(), 1U);
  EXPECT_EQ(signatures[0].signature.authority, "KT. CHỦ TỊCH");
  EXPECT_EQ(signatures[0].signature.position, "PHÓ CHỦ TỊCH");
  EXPECT_EQ(signatures[0].signature.name, "Nguyễn Văn A");
  const Recipients recipients = plan::read_recipients(text, tail).recipients;
  EXPECT_EQ(recipients.items, std::vector<std::string>{"Sở Nội vụ"});
  EXPECT_EQ(recipients.archive, "VT");
}

TEST(Frame, EveryLineIsInOneZone) {
  for (const auto& one : test::read_case_folder(test::corpus() / "header")) {
    const Read read(one.input);
    const outline::Frame& frame = read.frame;
    EXPECT_EQ(frame.header.size() + frame.title.size() + frame.preamble.size() + frame.body.size() +
                  frame.tail.size() + frame.annex.size(),
              read.lines.size())
        << one.title;
  }
}

TEST(Frame, TheClosingParagraphBelongsToTheBody) {
  const Read read(
      "KẾ HOẠCH\nTrồng cây\n\nCăn cứ Luật Lâm nghiệp;\nI. NỘI DUNG\nTrồng cây.\n"
      "Trên đây là Kế hoạch trồng cây./.\nNơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\nLê Văn B\n");
  EXPECT_EQ(read.first(read.frame.preamble), "Căn cứ Luật Lâm nghiệp;");
  EXPECT_EQ(read.text.printed(read.frame.body.back().span), "Trên đây là Kế hoạch trồng cây./.");
  EXPECT_EQ(read.first(read.frame.tail), "Nơi nhận:");
}

TEST(Frame, APlanAttachedToADecisionIsAnAnnex) {
  const Read read(
      "QUYẾT ĐỊNH\nBan hành Kế hoạch\n\nCăn cứ Luật Lâm nghiệp;\nĐiều 1. Ban hành kèm "
      "theo.\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nLê Văn B\nKẾ HOẠCH\nTrồng cây\n"
      "(Kèm theo Quyết định số 1/QĐ-UBND)\nI. NỘI DUNG\n");
  EXPECT_EQ(read.first(read.frame.tail), "Nơi nhận:");
  EXPECT_EQ(read.first(read.frame.annex), "KẾ HOẠCH");
}

TEST(Frame, ATitleOverKemTheoBeginsAnAnnex) {
  const Read read(
      "KẾ HOẠCH\nTrồng cây\nI. NỘI DUNG\nTrồng cây./.\nNơi nhận:\n- Lưu: VT.\n"
      "CHỦ TỊCH\nLê Văn B\nSỞ NỘI VỤ\nPHÂN CÔNG NHIỆM VỤ\nCỦA TỔ CÔNG TÁC\n"
      "(Kèm theo Kế hoạch số 5/KH-UBND)\nNội dung\n");
  EXPECT_EQ(read.first(read.frame.annex), "SỞ NỘI VỤ");
}

TEST(Frame, WithoutRecipientsTheSignatureEndsTheBody) {
  const Read read(
      "KẾ HOẠCH\nTrồng cây\n\nCăn cứ Luật Lâm nghiệp;\nI. NỘI DUNG\nTrồng cây.\n"
      "1. HIỆU TRƯỞNG\nChỉ đạo chung./.\nHIỆU TRƯỞNG\n\nLê Văn B\nPhụ lục\nDANH SÁCH\n");
  EXPECT_EQ(read.first(read.frame.tail), "HIỆU TRƯỞNG");
  EXPECT_EQ(read.first(read.frame.annex), "Phụ lục");
}

TEST(Offices, NamesOfPeopleAndOfInstitutionsAreToldApart) {
  const auto is_name = [](std::string_view text) {
    return outline::is_person_name(text, language::fold(text));
  };
  EXPECT_TRUE(is_name("Nguyễn Văn A"));
  EXPECT_TRUE(is_name("Y Bun Niê"));
  EXPECT_TRUE(is_name("H'Yim Kđoh"));
  EXPECT_TRUE(is_name("Văn Thị Lưu"));
  EXPECT_TRUE(is_name("PGS.TS. Lê Văn B"));
  EXPECT_FALSE(is_name("Sở Nội Vụ"));
  EXPECT_FALSE(is_name("Văn Phòng"));
  EXPECT_FALSE(is_name("UBND phường Văn Phú"));
  EXPECT_FALSE(is_name("Các phòng, ban"));
  EXPECT_FALSE(is_name("Nguyễn"));
}

TEST(Offices, AbbreviationsNeedAnOfficeOrABodyBehindThem) {
  EXPECT_EQ(outline::authority_prefix("kt. giám đốc"), 3U);
  EXPECT_EQ(outline::authority_prefix("t/m. đoàn kiểm tra"), 4U);
  EXPECT_EQ(outline::authority_prefix("kt giám đốc"), 2U);
  EXPECT_EQ(outline::authority_prefix("kt - xh"), 0U);
  EXPECT_EQ(outline::authority_prefix("quyền lợi và nghĩa vụ"), 0U);
}

}  // namespace
}  // namespace vanban

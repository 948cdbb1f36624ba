#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "plan/citations/document_types.hpp"
#include "plan/citations/find_citations.hpp"
#include "plan/citations/identity.hpp"
#include "plan/organisation.hpp"
#include "support/case_file.hpp"
#include "support/gold.hpp"

namespace vanban::plan {
namespace {

std::string printed(std::string_view text, bool with_parts) {
  std::string lines;
  for (const CitationMatch& found : find_citations(text)) {
    if (!lines.empty()) lines += '\n';
    lines += found.type;
    lines += " | " + found.number.value_or("-") + " | " + found.date.value_or("-") + " | " +
             found.issuer.value_or("-") + " | ";
    lines += found.text_of(text);
    lines += found.ground ? " | ground" : " | -";
    if (with_parts) lines += " | " + found.part.value_or("-");
  }
  return lines.empty() ? "none" : lines;
}

class CitationCases : public testing::TestWithParam<test::Case> {};

TEST_P(CitationCases, AreAsExpected) {
  const bool with_parts = GetParam().name.starts_with("parts");
  EXPECT_EQ(printed(GetParam().input, with_parts), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Corpus, CitationCases,
                         testing::ValuesIn(test::read_case_folder(test::corpus() / "citations")),
                         test::case_name);

/// Key and first mention of each citation of a text that comes from the province of Hòa Sơn.
std::string keys(std::string_view text) {
  Header header;
  header.agency.name = "ỦY BAN NHÂN DÂN TỈNH HÒA SƠN";
  const Home home = home_of(header);
  std::vector<Citation> citations;
  std::vector<Identity> identities;
  for (const CitationMatch& found : find_citations(text)) {
    citations.emplace_back().text = found.text_of(text);
    identities.push_back(identity_of(found, text, home));
  }
  resolve_mentions(citations, std::move(identities));
  std::string lines;
  for (const Citation& one : citations) {
    if (!lines.empty()) lines += '\n';
    lines += one.text + " | " + one.key.value_or("-") + " | " + one.same_as.value_or("-");
  }
  return lines;
}

class KeyCases : public testing::TestWithParam<test::Case> {};

TEST_P(KeyCases, AreAsExpected) {
  EXPECT_EQ(keys(GetParam().input), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Corpus, KeyCases,
                         testing::ValuesIn(test::read_case_folder(test::corpus() / "mentions")),
                         test::case_name);

std::optional<std::string> own_key(const char* agency, const char* parent, const char* place,
                                   const char* number) {
  Header header;
  if (*agency != '\0') header.agency.name = agency;
  if (*parent != '\0') header.agency.parent = parent;
  header.place = place;
  header.number.text = number;
  header.date = "2031-03-07";
  header.type.name = "Kế hoạch";
  return key_of(identity_of(header, home_of(header)));
}

TEST(HeaderKey, IsWhatOthersCite) {
  EXPECT_EQ(own_key("SỞ NỘI VỤ", "UBND TỈNH HÒA SƠN", "Hòa Sơn", "12/KH-SNV"),
            "ke-hoach/12/kh-snv/2031/hoa-son");
  EXPECT_EQ(own_key("SỞ NỘI VỤ", "", "Hòa Sơn", "12/KH-SNV"), "ke-hoach/12/kh-snv/2031/hoa-son");
  EXPECT_EQ(own_key("", "", "Hòa Sơn", "12/KH-UBND"), "ke-hoach/12/kh-ubnd/2031/hoa-son");
  EXPECT_EQ(own_key("ỦY BAN NHÂN DÂN XÃ VÂN KHÊ", "", "Vân Khê", "12/KH-UBND"),
            "ke-hoach/12/kh-ubnd/2031/van-khe");
  EXPECT_EQ(own_key("BỘ NỘI VỤ", "", "Hà Nội", "12/KH-BNV"), "ke-hoach/12/kh-bnv/2031");
  EXPECT_EQ(own_key("TỈNH ỦY HÒA SƠN", "", "Hòa Sơn", "12-KH/TU"),
            "ke-hoach/12/kh-tu/2031/hoa-son");
  EXPECT_EQ(own_key("SỞ NỘI VỤ", "UBND TỈNH HÒA SƠN", "Hòa Sơn", "/KH-SNV"), std::nullopt);
  EXPECT_EQ(own_key("SỞ NỘI VỤ", "UBND TỈNH BÀ RỊA - VŨNG TÀU", "Bà Rịa", "12/KH-SNV"),
            "ke-hoach/12/kh-snv/2031/ba-ria-vung-tau");
  EXPECT_EQ(own_key("SỞ NỘI VỤ THỪA THIÊN HUẾ", "", "Huế", "12/KH-SNV"),
            "ke-hoach/12/kh-snv/2031/thua-thien-hue");
}

Citation cited(const char* type, const char* number, const char* date, const char* issuer = "") {
  Citation citation;
  citation.type = type;
  citation.number = number;
  if (*date != '\0') citation.date = date;
  if (*issuer != '\0') citation.issuer = issuer;
  return citation;
}

TEST(FindInconsistent, AnotherSymbolOnTheSameDay) {
  const std::vector<Citation> list = {cited("Nghị định", "91/2017/NQ-CP", "2017-07-31"),
                                      cited("Nghị định", "91/2017/NĐ-CP", "2017-07-31"),
                                      cited("Nghị định", "91/2017/NĐ-CP", "2017-07-31")};
  EXPECT_EQ(find_inconsistent(list), (std::vector<InconsistentPair>{{0, 1}}));
}

TEST(FindInconsistent, AnotherYearOfTheSameDay) {
  const std::vector<Citation> list = {
      cited("Quyết định", "150/QĐ-SCT", "2031-03-06", "Sở A"),
      cited("Quyết định", "150/QĐ-SCT", "2030-03-06", "Giám đốc Sở A")};
  EXPECT_EQ(find_inconsistent(list), (std::vector<InconsistentPair>{{0, 1}}));
}

TEST(FindInconsistent, CapitalsAreNoOtherWay) {
  const std::vector<Citation> list = {cited("Quyết định", "06/QĐ-TTG", "2031-01-06"),
                                      cited("Quyết định", "06/QĐ-TTg", "2031-01-06"),
                                      cited("Nghị định", "91/2031/nđ-cp", ""),
                                      cited("Nghị định", "91/2031/NĐ-CP", "")};
  EXPECT_TRUE(find_inconsistent(list).empty());
}

TEST(FindInconsistent, AnotherTypeUnderOneNumber) {
  const std::vector<Citation> list = {cited("Hướng dẫn", "77/HD-BNV", "2031-04-14", "Bộ Nội vụ"),
                                      cited("Công văn", "77/HD-BNV", "2031-04-14", "Bộ Nội vụ"),
                                      cited("Công văn", "77/HD-BNV", "2031-04-14", "Bộ Nội vụ"),
                                      cited("Văn bản", "77/HD-BNV", "2031-04-14", "Bộ Nội vụ")};
  EXPECT_EQ(find_inconsistent(list), (std::vector<InconsistentPair>{{0, 1}}));
}

TEST(FindInconsistent, OneDayAtTwoOfficesIsNoContradiction) {
  const std::vector<Citation> list = {cited("Văn bản", "01/SYT-NV", "2031-04-14", "Sở Y tế"),
                                      cited("Văn bản", "01/SNV-TC", "2031-04-14", "Sở Nội vụ")};
  EXPECT_TRUE(find_inconsistent(list).empty());
}

TEST(FindInconsistent, LeavesDifferentDocumentsAlone) {
  const std::vector<Citation> list = {
      cited("Thông tư", "10/2031/TT-BTC", "2031-05-31"),
      cited("Thông tư", "10/2031/TT-BYT", "2031-06-30"),
      cited("Kế hoạch", "5/KH-UBND", "2030-01-05", "UBND tỉnh"),
      cited("Kế hoạch", "5/KH-UBND", "2031-02-07", "UBND tỉnh"),
      cited("Quyết định", "7/QĐ-UBND", "2031-02-07", "UBND tỉnh"),
      cited("Quyết định", "7/QĐ-UBND", "2031-03-09", "UBND xã"),
      cited("Nghị quyết", "8-NQ/TU", "", "Tỉnh ủy"),
      cited("Nghị quyết", "8-NQ/TU", "2031-03-09", "Tỉnh ủy Hòa Sơn")};
  EXPECT_TRUE(find_inconsistent(list).empty());
}

TEST(SymbolFitsType, SaysWhereTheyDoNot) {
  EXPECT_FALSE(symbol_fits_type("Nghị định", "91/2017/NQ-CP"));
  EXPECT_FALSE(symbol_fits_type("Kế hoạch", "12/QĐ-UBND"));
  EXPECT_FALSE(symbol_fits_type("Quyết định", "55/2031/CT-UBND"));
  EXPECT_TRUE(symbol_fits_type("Nghị định", "91/2017/NĐ-CP"));
  EXPECT_FALSE(symbol_fits_type("Công văn", "7/HD-BNV"));
  EXPECT_TRUE(symbol_fits_type("Công văn", "7/UBND-VX"));
  EXPECT_TRUE(symbol_fits_type("Công văn", "7/CT-TTHT"));
  EXPECT_TRUE(symbol_fits_type("Quy định", "399-QĐ/TW"));
  EXPECT_TRUE(symbol_fits_type("Nghị quyết", "98/2031/QH15"));
  EXPECT_TRUE(symbol_fits_type("Kế hoạch", "12"));
  EXPECT_TRUE(symbol_fits_type("Kế hoạch", "/KH-UBND"));
  EXPECT_TRUE(symbol_fits_type("Nghị quyết", "30c/NQ-CP"));
  EXPECT_TRUE(symbol_fits_type("không có", "12/QĐ-UBND"));
}

TEST(FindType, KnowsNamesInAnyLetters) {
  ASSERT_NE(find_type("KẾ  HOẠCH"), nullptr);
  EXPECT_EQ(find_type("KẾ  HOẠCH")->code, "KH");
  EXPECT_EQ(find_type("Thông tư liên tịch")->code, "TTLT");
  EXPECT_EQ(find_type("công văn")->code, "");
  EXPECT_EQ(find_type("Kế hoạch năm"), nullptr);
  EXPECT_EQ(find_type(""), nullptr);
}

TEST(OrganisationEnd, EndsBeforeWhatIsNoName) {
  const auto name = [](std::string_view text) {
    return std::string(text.substr(0, organisation_end(text, 0)));
  };
  EXPECT_EQ(name("Sở Giáo dục và Đào tạo về việc"), "Sở Giáo dục và Đào tạo");
  EXPECT_EQ(name("Bộ Lao động - Thương binh và Xã hội quy định"),
            "Bộ Lao động - Thương binh và Xã hội");
  EXPECT_EQ(name("Chính phủ, Thủ tướng Chính phủ"), "Chính phủ");
  EXPECT_EQ(name("UBND tỉnh và Kế hoạch số 5"), "UBND tỉnh");
  EXPECT_EQ(name("UBND TỈNH CAO BẰNG VỀ VIỆC"), "UBND TỈNH CAO BẰNG");
  EXPECT_EQ(name("Đoàn kiểm tra theo quyết định"), "Đoàn kiểm tra");
  EXPECT_EQ(name("về việc"), "");
  EXPECT_EQ(name(""), "");
}

TEST(OrganisationBegin, BeginsAtABorder) {
  const auto name = [](std::string_view text) -> std::string {
    const std::size_t begin = organisation_begin(text, 0, text.size());
    return begin > text.size() ? "none" : std::string(text.substr(begin));
  };
  EXPECT_EQ(name("theo đề nghị của Giám đốc Sở Xây dựng và Sở Tài chính"),
            "Giám đốc Sở Xây dựng và Sở Tài chính");
  EXPECT_EQ(name("gồm: Công ty cổ phần Mỏ Bạc"), "Công ty cổ phần Mỏ Bạc");
  EXPECT_EQ(name("; Sở Văn hóa, Thể thao và Du lịch"), "Sở Văn hóa, Thể thao và Du lịch");
  EXPECT_EQ(name("theo quy định"), "none");
  EXPECT_EQ(name("các nội dung"), "none");
}

}  // namespace
}  // namespace vanban::plan

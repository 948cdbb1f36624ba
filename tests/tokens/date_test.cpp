#include "tokens/date.hpp"

#include <string>

#include <gtest/gtest.h>

namespace vanban::tokens {
namespace {

std::string iso(std::string_view text, DateForms forms = DateForms::complete) {
  const auto date = match_date(text, 0, forms);
  if (!date) return "none";
  const std::string first = to_iso(date->first);
  const std::string last = to_iso(date->last);
  return first == last ? first : first + ".." + last;
}

TEST(MatchDate, ReadsEveryPrintedForm) {
  const std::pair<const char*, const char*> cases[] = {
      {"21/10/2031", "2031-10-21"},
      {"06/8/2031", "2031-08-06"},
      {"21-10-2031", "2031-10-21"},
      {"21.10.2031", "2031-10-21"},
      {"ngày 21 tháng 10 năm 2031", "2031-10-21"},
      {"Ngày 05 tháng 8 năm 2031", "2031-08-05"},
      {"NGÀY 02 THÁNG 01 NĂM 2031", "2031-01-02"},
      {"ngày 03 tháng bốn năm 2031", "2031-04-03"},
      {"tháng năm năm 2031", "2031-05"},
      {"ngày 29tháng 01 năm 2031", "2031-01-29"},
      {"ngày10 /3/2031", "2031-03-10"},
      {"ngày mùng 5 tháng 9 năm 2031", "2031-09-05"},
      {"21 tháng 10 năm 2031", "2031-10-21"},
      {"tháng 11 năm 2031", "2031-11"},
      {"tháng 11/2031", "2031-11"},
      {"6/2031", "2031-06"},
      {"quý I/2031", "2031-01..2031-03"},
      {"quý III năm 2031", "2031-07..2031-09"},
      {"Quý 4/2031", "2031-10..2031-12"},
      {"6 tháng đầu năm 2031", "2031-01..2031-06"},
      {"năm 2031", "2031"},
      {"ngày 29/02/2032", "2032-02-29"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(iso(text), expected) << text;
}

TEST(MatchDate, RefusesWhatCannotBe) {
  for (const char* text : {"32/13/2031", "31/4/2031", "29/02/2031", "ngày 31 tháng 6 năm 2031",
                           "13/2031", "08/6/20310", "21/10-2031", "quý V/2031", "năm 203",
                           "tháng 13 năm 2031", "ngày  tháng  năm 2031", "12/KH-UBND", "năm qua"}) {
    EXPECT_EQ(iso(text), "none") << text;
  }
}

TEST(MatchDate, LeavesOutTheYearOnlyOnRequest) {
  EXPECT_EQ(iso("ngày 15/12"), "none");
  const auto date = match_date("ngày 15/12 hằng năm", 0, DateForms::partial);
  ASSERT_TRUE(date);
  EXPECT_EQ(date->first, (Date{0, 12, 15}));
  EXPECT_EQ(match_date("ngày 20 hằng tháng", 0, DateForms::partial)->first, (Date{0, 0, 20}));
  EXPECT_EQ(match_date("tháng 11", 0, DateForms::partial)->first, (Date{0, 11, 0}));
  EXPECT_EQ(match_date("quý II", 0, DateForms::partial)->last, (Date{0, 6, 0}));
  EXPECT_FALSE(match_date("ngày 32", 0, DateForms::partial));
}

TEST(FindDates, GivesBothDaysOfAJubilee) {
  const auto dates = find_dates("kỷ niệm 80 năm (28/01/1951-28/01/2031), đến quý I/2032");
  ASSERT_EQ(dates.size(), 3U);
  EXPECT_EQ(to_iso(dates[0].first), "1951-01-28");
  EXPECT_EQ(to_iso(dates[1].first), "2031-01-28");
  EXPECT_EQ(to_iso(dates[2].last), "2032-03");
}

TEST(FindDates, FindsNoneInsideWordsAndNumbers) {
  EXPECT_TRUE(find_dates("mã A21/10/2031 và 121/10/20311").empty());
}

}  // namespace
}  // namespace vanban::tokens

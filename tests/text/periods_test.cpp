#include <string>

#include <gtest/gtest.h>

#include "core/text/calendar.hpp"
#include "core/text/layers.hpp"

namespace zonekg {
namespace {

// Written on 5 August 2023 about the first half of 2023.
const DocumentDate half_year{20230805, {20230101, 20230630}};

// `今年上半年 20230101-20230630`; periods parted by ` / `.
std::string print(std::string_view text, const DocumentDate& date) {
  std::string out;
  for (const zkg_period& p : find_periods(text, date)) {
    if (!out.empty()) out += " / ";
    out += std::string(text.substr(p.span.begin, p.span.end - p.span.begin)) + " " + std::to_string(p.interval.start) + "-" +
           std::to_string(p.interval.end);
  }
  return out;
}

struct Case {
  const char* text;
  const char* periods;
};

class Periods : public testing::TestWithParam<Case> {};
TEST_P(Periods, AreResolved) { EXPECT_EQ(print(GetParam().text, half_year), GetParam().periods); }

INSTANTIATE_TEST_SUITE_P(
    Absolute, Periods,
    testing::Values(Case{"2023年1至6月", "2023年1至6月 20230101-20230630"}, Case{"2021-2023年", "2021-2023年 20210101-20231231"},
                    Case{"2023年底", "2023年底 20231201-20231231"}, Case{"2022年上半年", "2022年上半年 20220101-20220630"},
                    Case{"2023-03-15", "2023-03-15 20230315-20230315"}, Case{"2023.3.15", "2023.3.15 20230315-20230315"},
                    Case{"20230315", "20230315 20230315-20230315"}, Case{"二〇二三年一月", "二〇二三年一月 20230101-20230131"},
                    Case{"２０２３年１月", "２０２３年１月 20230101-20230131"}, Case{"“十四五”", "十四五 20210101-20251231"},
                    Case{"“十四五”期间", "十四五”期间 20210101-20251231"}));

INSTANTIATE_TEST_SUITE_P(
    Relative, Periods,
    testing::Values(Case{"今年上半年", "今年上半年 20230101-20230630"}, Case{"去年同期", "去年同期 20220101-20220630"},
                    Case{"1-6月", "1-6月 20230101-20230630"}, Case{"三季度", "三季度 20230701-20230930"},
                    Case{"今年以来", "今年以来 20230101-20230630"}, Case{"截至6月底", "截至6月底 20230101-20230630"},
                    Case{"截至目前", "截至目前 0-0"}, Case{"上月", "上月 20230701-20230731"}, Case{"明年", "明年 20240101-20241231"},
                    Case{"近三年", "近三年 20210101-20231231"}, Case{"未来五年", "未来五年 20240101-20281231"},
                    Case{"前5个月", "前5个月 20230101-20230531"}, Case{"年底前", "年底前 20231201-20231231"},
                    Case{"15日", "15日 20230815-20230815"}, Case{"3月15日至20日", "3月15日至20日 20230315-20230320"}));

INSTANTIATE_TEST_SUITE_P(
    SaidBefore, Periods, // a bare month belongs to the year that the sentence named
    testing::Values(Case{"2021年开工,6月投产", "2021年 20210101-20211231 / 6月 20210601-20210630"},
                    Case{"2021年开工。6月投产", "2021年 20210101-20211231 / 6月 20230601-20230630"},
                    Case{"较2021年增长,6月投产", "2021年 20210101-20211231 / 6月 20230601-20230630"}));

INSTANTIATE_TEST_SUITE_P(
    OverTheYear, Periods,
    testing::Values(Case{"11月至次年3月", "11月至次年3月 20231101-20240331"}, Case{"11月至3月", "11月至3月 20231101-20240331"},
                    Case{"12月-2月", "12月-2月 20231201-20240229"})); // 2024 has 29 days in February

INSTANTIATE_TEST_SUITE_P(Nasty, Periods,
                         testing::Values(Case{"", ""}, Case{"年", ""}, Case{"2月30日", "2月30日 0-0"}, Case{"0月", ""},
                                         Case{"A2023年", ""}, Case{"300年历史", ""}, Case{"今", ""}, Case{"第一", ""}));

TEST(PeriodsOfAnUndatedDocument, StayOpenWhereTheyNeedItsDate) {
  EXPECT_EQ(print("今年1-6月完成10亿元,2022年为9亿元", {}), "今年1-6月 0-0 / 2022年 20220101-20221231");
}

TEST(PeriodsOfHostileText, AreOrderedAndFoundInLinearTime) {
  for (const std::string pattern : {"2023年", "9", "今年", "1-", "十四五", "截至", "1月至", "\xff", "2023.1."}) {
    std::string text;
    while (text.size() < 300000) text += pattern;
    std::uint32_t end = 0;
    for (const zkg_period& p : find_periods(text, half_year)) {
      ASSERT_GE(p.span.begin, end) << pattern;
      ASSERT_GT(p.span.end, p.span.begin) << pattern;
      ASSERT_LE(p.span.end, text.size()) << pattern;
      end = p.span.end;
    }
  }
}

TEST(Calendar, YearsOnKeepTheDayOrTheMonthsLast) {
  EXPECT_EQ(shift_years(20240229, -1), 20230228);
  EXPECT_EQ(shift_years(20230228, 1), 20240229);
  EXPECT_EQ(shift_years(20240228, -1), 20230228);
  EXPECT_EQ(shift_years(20230630, -1), 20220630);
  EXPECT_EQ(shift_years(20230000, 2), 20250000);
  EXPECT_EQ(shift_days(20231231, 60), 20240229);
}

} // namespace
} // namespace zonekg

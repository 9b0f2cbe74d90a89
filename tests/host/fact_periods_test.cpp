// When a status is told to be so.
#include <gtest/gtest.h>

#include <string>

#include "core/host/fact_periods.hpp"

namespace zonekg {
namespace {

struct Case {
  const char* text;
  const char* words; // the last of them in the text
  bool actual;
  int start, end;
};
class FactPeriods : public testing::TestWithParam<Case> {};
TEST_P(FactPeriods, StandInTheClause) {
  const std::string text = GetParam().text;
  Layers layers;
  layers.date = {20250114, 0, {20240101, 20241231}};
  layers.periods = find_periods(text, layers.date);
  const auto at = static_cast<std::uint32_t>(text.rfind(GetParam().words));
  const zkg_interval period =
      fact_period(text, layers, {at, at + static_cast<std::uint32_t>(std::string_view(GetParam().words).size())}, GetParam().actual);
  EXPECT_EQ(period.start, GetParam().start);
  EXPECT_EQ(period.end, GetParam().end);
}

INSTANTIATE_TEST_SUITE_P(
    All, FactPeriods,
    testing::Values(Case{"年产5万吨再生铝项目5月28日投产。", "项目5月28日投产", true, 20240528, 20240528},
                    Case{"2023年,再生铝3月开工、5月投产。", "再生铝3月开工、5月投产", true, 20230101, 20231231}, // which month?
                    Case{"年产5万吨再生铝项目5月28日投产,比原计划提前一个月。", "投产", true, 20240528, 20240528},
                    Case{"力争铝箔一期2025年9月投产,轴承三期2025年10月竣工。", "竣工", false, 20251001, 20251031},
                    Case{"2024年11月,轴承三期通过竣工验收。", "竣工", true, 20241101, 20241130},
                    Case{"2024年11月签约,轴承三期开工。", "开工", true, 0, 0},          // the time of another fact
                    Case{"2024年11月签约。轴承三期开工。", "开工", true, 0, 0},
                    Case{"轴承三期2025年6月开工。", "开工", true, 0, 0},               // not so before the report's time
                    Case{"轴承三期开工。", "开工", true, 0, 0}, Case{"开工", "开工", true, 0, 0}));

} // namespace
} // namespace zonekg

#include <cmath>
#include <cstdio>
#include <limits>
#include <string>

#include <gtest/gtest.h>

#include "core/text/layers.hpp"

namespace zonekg {
namespace {

const char* name_of(std::int32_t kind) {
  constexpr const char* names[] = {"number", "money", "percent", "points",  "count",    "area", "length", "mass",
                                   "volume", "power", "energy",  "voltage", "duration", "rate", "rank",   "other"};
  return names[kind];
}

std::string figure(double value) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.9g", value);
  return digits;
}

// `316.6亿元 money 31660000000 CNY`: words, kind, base value, currency; quantities parted by ` / `.
std::string print(std::string_view text) {
  std::string out;
  for (const zkg_quantity& q : find_quantities(text)) {
    if (!out.empty()) out += " / ";
    out += std::string(text.substr(q.span.begin, q.span.end - q.span.begin)) + " " + name_of(q.kind) + " " + figure(q.base_value);
    if (q.currency[0]) out += std::string(" ") + q.currency;
  }
  return out;
}

// `近 [-inf,3]`: what bounds say, and the letters of the flags (a approximate, l at least, m at most, r range, x redacted).
std::string print_bounds(std::string_view text) {
  std::string out;
  for (const zkg_quantity& q : find_quantities(text)) {
    if (!out.empty()) out += " / ";
    out += "[" + figure(q.lower) + "," + figure(q.upper) + "]";
    constexpr std::pair<std::uint32_t, char> letters[] = {
        {ZKG_Q_APPROXIMATE, 'a'}, {ZKG_Q_AT_LEAST, 'l'}, {ZKG_Q_AT_MOST, 'm'}, {ZKG_Q_RANGE, 'r'}, {ZKG_Q_REDACTED, 'x'}};
    for (const auto& [flag, letter] : letters)
      if (q.flags & flag) out += letter;
  }
  return out;
}

// `316.6 亿元`: as written.
std::string print_written(std::string_view text) {
  std::string out;
  for (const zkg_quantity& q : find_quantities(text)) out += (out.empty() ? "" : " / ") + figure(q.value) + " " + q.unit_name;
  return out;
}

struct Case {
  const char* text;
  const char* quantities;
};

class Quantities : public testing::TestWithParam<Case> {};
TEST_P(Quantities, AreFound) { EXPECT_EQ(print(GetParam().text), GetParam().quantities); }

INSTANTIATE_TEST_SUITE_P(
    Money, Quantities,
    testing::Values(Case{"完成投资316.6亿元,增长明显。", "316.6亿元 money 3.166e+10 CNY"},
                    Case{"三千五百万元", "三千五百万元 money 35000000 CNY"},
                    Case{"US$500万", "US$500万 money 5000000 USD"},
                    Case{"1.5亿美元、2000万欧元", "1.5亿美元 money 150000000 USD / 2000万欧元 money 20000000 EUR"},
                    Case{"人民币3亿元", "人民币3亿元 money 300000000 CNY"},
                    Case{"1,234.5万元", "1,234.5万元 money 12345000 CNY"},
                    Case{"１２．５亿元", "１２．５亿元 money 1.25e+09 CNY"},
                    Case{"注册资本5亿", "5亿 money 500000000 CNY"}, // money without 元, by the words before
                    Case{"人口2万", "2万 number 20000"}));

INSTANTIATE_TEST_SUITE_P(
    Shares, Quantities,
    testing::Values(Case{"增长5.2%,提高1.3个百分点", "5.2% percent 5.2 / 1.3个百分点 points 1.3"},
                    Case{"增长-3.1%", "-3.1% percent -3.1"}, Case{"5‰", "5‰ percent 0.5"},
                    Case{"百分之三", "百分之三 percent 3"}, Case{"千分之二点五", "千分之二点五 percent 0.25"},
                    Case{"三成", "三成 percent 30"}, Case{"三分之一", "三分之一 number 0.333333333"},
                    Case{"12.3%、15.6%、-3%", "12.3% percent 12.3 / 15.6% percent 15.6 / -3% percent -3"}));

INSTANTIATE_TEST_SUITE_P(
    Physical, Quantities,
    testing::Values(Case{"占地3000亩", "3000亩 area 2000000"}, Case{"12.5万平方米", "12.5万平方米 area 125000"},
                    Case{"5平方公里、100公顷", "5平方公里 area 5000000 / 100公顷 area 1000000"},
                    Case{"长3.5公里", "3.5公里 length 3500"}, Case{"110千伏、220kV", "110千伏 voltage 110000 / 220kV voltage 220000"},
                    Case{"装机300MW", "300MW power 300000000"}, Case{"3.2亿千瓦时", "3.2亿千瓦时 energy 3.2e+11"},
                    Case{"用电3.2亿度", "3.2亿度 energy 3.2e+11"}, Case{"水温20度", "20度 other 20"},
                    Case{"2×66万千瓦", "2 number 2 / 66万千瓦 power 660000000"}, // one of two sets, not a figure blacked out
                    Case{"2x300MW机组", "300MW power 300000000"}));

INSTANTIATE_TEST_SUITE_P(
    Rates, Quantities,
    testing::Values(Case{"年产10万吨铝箔", "10万吨 rate 100000000"}, Case{"日处理污水4万吨", "4万吨 rate 40000000"},
                    Case{"5万吨/年", "5万吨/年 rate 50000000"}, Case{"200万元/亩", "200万元/亩 other 2000000 CNY"},
                    Case{"今年产值10亿元", "10亿元 money 1e+09 CNY"}, Case{"库存10万吨", "10万吨 mass 100000000"}));

INSTANTIATE_TEST_SUITE_P(
    CountsAndRanks, Quantities,
    testing::Values(Case{"企业27家、从业人员3.2万人", "27家 count 27 / 3.2万人 count 32000"},
                    Case{"一百二十三个", "一百二十三个 count 123"}, Case{"5万4千亩", "5万4千亩 area 36000000"},
                    Case{"12台（套）", "12台（套） count 12"}, Case{"第3位", "第3位 rank 3"}, Case{"第一名", "第一名 rank 1"},
                    Case{"排名第12", "第12 rank 12"}, Case{"3年多", "3年多 duration 1095"}, Case{"6个月", "6个月 duration 180"}));

// What looks like a quantity and is none.
INSTANTIATE_TEST_SUITE_P(
    Words, Quantities,
    testing::Values(Case{"统一规划,唯一通道,三方协议,第一季", ""}, Case{"“十四五”规划", ""}, Case{"5G基站、ISO9001、V95", ""},
                    Case{"(1)招商;(2)项目", ""}, Case{"2、服务企业", ""}, Case{"2023年1-10月", ""}, Case{"2023-03-15", ""},
                    Case{"热线12345", ""}, Case{"000万元", ""}, Case{"6个项目", "6个 count 6"}, Case{"3家具厂", "3 number 3"}));

INSTANTIATE_TEST_SUITE_P(Nasty, Quantities,
                         testing::Values(Case{"", ""}, Case{"亿元", ""}, Case{"-", ""}, Case{"%", ""}, Case{"¥", ""}, Case{"百分之", ""},
                                         Case{"1/0", ""}, Case{"负", ""}, Case{"点", ""}, Case{"1.建设", ""}));

class Bounds : public testing::TestWithParam<Case> {};
TEST_P(Bounds, AreFound) { EXPECT_EQ(print_bounds(GetParam().text), GetParam().quantities); }

INSTANTIATE_TEST_SUITE_P(
    Around, Bounds,
    testing::Values(Case{"5万元", "[50000,50000]"}, Case{"约5万元", "[50000,50000]a"}, Case{"近3亿元", "[-inf,300000000]am"},
                    Case{"超过20亿元", "[2e+09,inf]l"}, Case{"不低于100万元", "[1000000,inf]l"}, Case{"不超过100万元", "[-inf,1000000]m"},
                    Case{"低于100万元", "[-inf,1000000]m"}, Case{"不少于3家", "[3,inf]l"}, Case{"不高于3%", "[-inf,3]m"},
                    Case{"达到了超过20亿元", "[2e+09,inf]l"},
                    Case{"30亿元以上", "[3e+09,inf]l"}, Case{"100万元以下", "[-inf,1000000]m"}, Case{"50人左右", "[50,50]a"},
                    Case{"附近3家", "[3,3]"}));

INSTANTIATE_TEST_SUITE_P(
    Inside, Bounds,
    testing::Values(Case{"460余亩", "[306666.667,313333.333]a"}, Case{"五亿多元", "[500000000,600000000]a"}, Case{"十几个", "[10,20]a"},
                    Case{"数十亿元", "[1e+09,1e+10]a"}, Case{"三四家企业", "[3,4]r"}, Case{"10－15万千瓦", "[100000000,150000000]r"},
                    Case{"1万-5万元", "[10000,50000]r"}, Case{"3至5家", "[3,5]r"}, Case{"从5亿元到10亿元", "[500000000,500000000] / [1e+09,1e+09]"},
                    Case{"XX家", "[-inf,inf]x"}, Case{"XXX亿元", "[-inf,inf]x"}, Case{"1X亿元", "[-inf,inf]x"}));

class Written : public testing::TestWithParam<Case> {};
TEST_P(Written, ValueAndUnitStay) { EXPECT_EQ(print_written(GetParam().text), GetParam().quantities); }

INSTANTIATE_TEST_SUITE_P(
    Quantities, Written,
    testing::Values(Case{"316.6亿元", "316.6 亿元"}, Case{"三千五百万元", "3500 万元"}, Case{"12.5万㎡", "12.5 万平方米"}, Case{"300MW", "300 兆瓦"},
                    Case{"1万-5万元", "1 万元"}, Case{"年产10万吨", "10 万吨/年"}, Case{"5亿美元", "5 亿美元"}));

TEST(QuantitiesOfHostileText, AreOrderedInsideAndFoundInLinearTime) {
  const std::string patterns[] = {"9", "一", "万", "X", "9-", "1,", "(", "百分之", "3至", "负", "$", "1/", "2023年", "x1", "\xff", "\xe4\xb8", "1.5万"};
  for (const std::string& pattern : patterns) {
    std::string text;
    while (text.size() < 300000) text += pattern;
    std::uint32_t end = 0;
    for (const zkg_quantity& q : find_quantities(text)) {
      ASSERT_GE(q.span.begin, end) << pattern;
      ASSERT_GT(q.span.end, q.span.begin) << pattern;
      ASSERT_LE(q.span.end, text.size()) << pattern;
      end = q.span.end;
    }
  }
}

TEST(QuantitiesOfHostileText, FigureTooLongIsNone) {
  EXPECT_EQ(print(std::string(500, '9') + "亿元"), "");
  EXPECT_EQ(print("1234567890123456789012345678901234567890123亿元"), "");
}

} // namespace
} // namespace zonekg

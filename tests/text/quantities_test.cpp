// Quantities written into the text they were found in: [words|kind value unit = base, lower..upper flags].
// Parts that say nothing new are left out: a base equal to the value, bounds equal to the base.
#include <gtest/gtest.h>

#include <cmath>
#include <sstream>
#include <string>
#include <vector>

#include "core/text/layers.hpp"

namespace zonekg {
namespace {

const char* name_of(std::int32_t kind) {
  constexpr const char* names[] = {"number", "money", "percent", "points",  "count",    "area", "length", "mass",
                                   "volume", "power", "energy",  "voltage", "duration", "rate", "rank",   "other"};
  return names[kind];
}

std::string number(double value) {
  if (std::isnan(value)) return "?";
  if (std::isinf(value)) return "";
  std::ostringstream out;
  out.precision(12);
  out << value;
  return out.str();
}

std::string describe(const zkg_quantity& row) {
  std::string out = std::string(name_of(row.kind)) + ' ' + number(row.value);
  if (row.unit_name[0]) out += std::string(" ") + row.unit_name;
  if (row.base_value != row.value && !std::isnan(row.base_value)) out += " = " + number(row.base_value);
  if (row.currency[0] && std::string(row.currency) != "CNY") out += std::string(" ") + row.currency;
  if (row.lower != row.upper && !(row.flags & ZKG_Q_REDACTED))
    out += ", " + number(row.lower) + ".." + number(row.upper);
  if (row.flags & ZKG_Q_APPROXIMATE) out += " about";
  if (row.flags & ZKG_Q_RANGE) out += " range";
  if (row.flags & ZKG_Q_UNIT_FROM_HEADER) out += " header";
  if (row.flags & ZKG_Q_REDACTED) out += " redacted";
  return out;
}

std::string marked(const std::string& text, const std::vector<zkg_quantity>& rows) {
  std::string out;
  std::size_t at = 0;
  for (const zkg_quantity& row : rows) {
    out += text.substr(at, row.span.begin - at) + '[' + text.substr(row.span.begin, row.span.end - row.span.begin) +
           '|' + describe(row) + ']';
    at = row.span.end;
  }
  return out + text.substr(at);
}

// The text of a marked case.
std::string plain(const std::string& words) {
  std::string out;
  bool note = false;
  for (const char c : words) {
    if (c == '|') note = true;
    if (!note && c != '[') out += c;
    if (c == ']') note = false;
  }
  return out;
}

void expect_marked(const std::vector<std::string>& cases) {
  for (const std::string& words : cases) {
    const std::string text = plain(words);
    EXPECT_EQ(marked(text, find_quantities(text)), words);
  }
}

TEST(Quantities, Money) {
  expect_marked({
      "产值[316.6亿元|money 316.6 亿元 = 31660000000],投资[3,500万元|money 3500 万元 = 35000000]",
      "投资[三千五百万元|money 3500 万元 = 35000000]",
      "[1.2万亿元|money 1.2 万亿元 = 1.2e+12]和[5千万元|money 5 千万元 = 50000000]",
      "外资[3000万美元|money 3000 万美元 = 30000000 USD]、[五十万欧元|money 50 万欧元 = 500000 EUR]、[2亿港元|money 2 "
      "亿港元 = 200000000 HKD]",
      "[US$1000|money 1000 美元 USD]、[¥100万|money 100 万元 = 1000000]、[CNY 1.25|money 1.25 元]",
      "[人民币5亿元|money 5 亿元 = 500000000]",
      "总投资[5亿|money 5 亿元 = 500000000]建设",
      "粉丝[5亿|number 5 亿 = 500000000]",
      "[百亿元|money 100 亿元 = 10000000000]产业",
      "单位:万元",
      "(亿元)",
      "[亿元|money 1 亿元 = 100000000, 100000000..]以上项目",
      "亩均税收[20.5万元/亩|other 20.5 万元/亩 = 205000]",
  });
}

TEST(Quantities, RangesAndBounds) {
  expect_marked({
      "容量[10-15万千瓦|power 10 万千瓦 = 100000000, 100000000..150000000 range]",
      "[3－5亿元|money 3 亿元 = 300000000, 300000000..500000000 range]",
      "[3至5亿元|money 3 亿元 = 300000000, 300000000..500000000 range]",
      "[1万-5万元|money 1 万元 = 10000, 10000..50000 range]",
      "[8000元-1.2万元|money 8000 元, 8000..12000 range]",
      "[三四万|number 3 万 = 30000, 30000..40000 range]",
      "从[5亿元|money 5 亿元 = 500000000]到[10亿元|money 10 亿元 = 1000000000]",
      "近[700万元|money 700 万元 = 7000000, ..7000000 about]",
      "超过[80%|percent 80 %, 80..]",
      "突破[30亿元|money 30 亿元 = 3000000000, 3000000000..]",
      "不超过[3个月|duration 3 个月 = 90, ..90]",
      "不低于[50亩|area 50 亩 = 33333.3333333, 33333.3333333..]",
      "约[5公里|length 5 公里 = 5000 about]",
      "[100家|count 100 家, 100..]以上",
      "[20人|count 20 人, ..20]以下",
      "[20人|count 20 人 about]左右",
      "[460余万元|money 460 万元 = 4600000, 4600000..4700000 about]",
      "[30多亿元|money 30 亿元 = 3000000000, 3000000000..4000000000 about]",
      "[9亿多元|money 9 亿元 = 900000000, 900000000..1000000000 about]",
      "[十几万|number 10 万 = 100000, 100000..200000 about]",
      "[数十亿元|money 10 亿元 = 1000000000, 1000000000..10000000000 about]",
      "签约[5亿元|money 5 亿元 = 500000000, 500000000..]以上",
      "附近[3家|count 3 家]",
      "近[百家|count 100 家, ..100 about]企业",
  });
}

TEST(Quantities, PercentPointsFractions) {
  expect_marked({
      "增长[-5.3%|percent -5.3 %]",
      "[百分之五|percent 5 %],[千分之一|percent 1 ‰ = 0.1],[两成|percent 2 成 = 20]",
      "[百分之三十到四十一|percent 30 %, 30..41 range]",
      "[9.1个百分点|points 9.1 个百分点]",
      "[1/3|number 0.333333333333]的股份,[三分之二|number 0.666666666667]",
      "统一成立,建成投产,零分之五",
  });
}

TEST(Quantities, MeasuresAndUnits) {
  expect_marked({
      "[23个|count 23 个]项目,[1.2万户|count 1.2 万户 = 12000],[两家|count 2 家]企业",
      "[467平方公里|area 467 平方公里 = 467000000]、[13718㎡|area 13718 平方米]、[120公顷|area 120 公顷 = 1200000]",
      "[4万吨|mass 4 万吨 = 40000000]与[25kg|mass 25 公斤]",
      "日处理[4万吨|rate 4 万吨/日 = 40000000]污水",
      "[8000t/a|rate 8000 吨/年 = 8000000]",
      "年产值[3亿元|money 3 亿元 = 300000000]",
      "[110千伏|voltage 110 千伏 = 110000]变电站",
      "用电[5亿度|energy 5 亿度 = 500000000000],[10GWh|energy 10 吉瓦时 = 10000000000]",
      "[3.0 公里|length 3 公里 = 3000]",
      "[三年|duration 3 年 = 1095]行动",
      "居全省[第3位|rank 3 位],增速排名[第二|rank 2]",
      "[1.5倍|other 1.5 倍]",
  });
}

TEST(Quantities, Redacted) {
  expect_marked({
      "企业[XX家|count ? 家 redacted],投资[*亿元|money ? 亿元 redacted]",
      "增长[xx.x%|percent ? % redacted],引资[**00万元|money ? 万元 redacted]",
      "XX经济开发区、XX项目、XX家具、20XX年",
  });
}

TEST(Quantities, NotQuantities) {
  expect_marked({
      "5G、3D、ISO9001、V95、2.0版、12345热线",
      "[220KV|voltage 220 千伏 = 220000]显五2V95/96",
      "2023年1-10月,3月15日,2019.9.6,三季度,十四五期间",
      "一、总体情况\n1.主要指标\n(2)项目\n2、下步",
      "①扩建",
      "第一、统一、唯一、第3期、36号文、3号楼、一期、二期、7-10期、1、2、6期",
      "世界500强、三方合作、十分重视、亿纬锂能、零件",
      "192.168.255.255,0712-8888888,身份证号140302197706220124",
      "三元区,五位一体,1+6+2平台,一是,一些",
  });
}

TEST(Quantities, ChineseNumerals) {
  const std::vector<std::pair<const char*, double>> cases = {
      {"一百一十一万一千一百一十一", 1111111},
      {"一亿零一", 100000001},
      {"一百零一万一千", 1011000},
      {"十万零一千", 101000},
      {"四万亿", 4e12},
      {"5万4千6百", 54600},
      {"1亿72300", 100072300},
      {"一百十六", 116},
      {"四万五", 45000},
      {"负十五万点三七九", -150000.379},
      {"一百二十三点八九零万", 1238900},
      {"二十万亿", 2e13},
  };
  for (const auto& [text, value] : cases) {
    const auto rows = find_quantities(text);
    ASSERT_EQ(rows.size(), 1u) << text;
    EXPECT_NEAR(rows[0].base_value, value, 1e-6 * std::fabs(value)) << text;
    EXPECT_EQ(rows[0].span.end, std::string(text).size()) << text;
  }
  for (const char* text : {"十四五", "一一", "二零零二", "零零"}) EXPECT_TRUE(find_quantities(text).empty()) << text;
}

TEST(Quantities, HeaderGivesUnitToCells) {
  const std::string text = "项目\t总投资(万元)\t面积\n甲\t5000\t20亩\n";
  const auto cell = static_cast<std::uint32_t>(text.find("5000")),
             header = static_cast<std::uint32_t>(text.find("总投资"));
  const std::uint32_t header_end = header + static_cast<std::uint32_t>(std::string("总投资(万元)").size());
  auto rows = find_quantities(text);
  apply_table_units(text, {}, {zkg_item{{cell, cell + 4}, {0, 0}, 0, 1, 1, {header, header_end}}}, rows);
  EXPECT_EQ(
      marked(text, rows),
      "项目\t总投资(万元)\t面积\n甲\t[5000|money 5000 万元 = 50000000 header]\t[20亩|area 20 亩 = 13333.3333333]\n");
}

// Whatever the bytes of valid text: rows in order, inside the text, on code-point boundaries, finite or open bounds.
TEST(Quantities, HostileTextGivesSoundRows) {
  std::vector<std::string> texts = {"", "1", "-", "¥", "负", "百分之", "第", "X", "1/", "1-", "数", "亿"};
  for (const char* piece : {"1,", "1-", "亿", "十", "XX", "1/", "百分之", "1、", "近", "0.", "9", "几百", "¥", "1到",
                            "一", "1+", "-1", "１", "第1"}) {
    std::string text;
    while (text.size() < 20000) text += piece;
    texts.push_back(text);
  }
  for (const std::string& text : texts) {
    std::uint32_t last = 0;
    for (const zkg_quantity& row : find_quantities(text)) {
      ASSERT_LE(last, row.span.begin);
      ASSERT_LT(row.span.begin, row.span.end);
      ASSERT_LE(row.span.end, text.size());
      ASSERT_TRUE(row.span.end == text.size() || (static_cast<unsigned char>(text[row.span.end]) & 0xC0) != 0x80);
      ASSERT_FALSE(std::isinf(row.base_value));
      ASSERT_EQ(row.unit_name[sizeof row.unit_name - 1], '\0');
      last = row.span.end;
    }
  }
}

} // namespace
} // namespace zonekg

#include <cmath>
#include <string>

#include <gtest/gtest.h>

#include "core/text/layers.hpp"

namespace zonekg {
namespace {

// Two rows of one column, as the enumerations layer has them: header and cell.
struct Table {
  std::string text;
  std::vector<zkg_item> items;

  Table(const std::string& header, const std::string& cell) : text(header + "\n" + cell + "\n") {
    const auto size = static_cast<std::uint32_t>(header.size());
    const zkg_span head{0, size};
    items.push_back({head, {0, 0}, 0, 0, 0, head});
    items.push_back({{size + 1, static_cast<std::uint32_t>(size + 1 + cell.size())}, {0, 0}, 0, 1, 0, head});
  }
  // The quantity of the cell.
  [[nodiscard]] zkg_quantity cell() const {
    auto quantities = find_quantities(text);
    apply_table_units(text, {}, items, quantities);
    for (const zkg_quantity& q : quantities)
      if (q.span.begin >= items[1].span.begin) return q;
    return {};
  }
};

struct Case {
  const char* header;
  const char* cell;
  int kind;
  double base_value;
  const char* unit_name;
  const char* currency;
};

class HeaderUnits : public testing::TestWithParam<Case> {};
TEST_P(HeaderUnits, AreGiven) {
  const auto& [header, cell, kind, base_value, unit_name, currency] = GetParam();
  const zkg_quantity q = Table(header, cell).cell();
  EXPECT_EQ(q.kind, kind);
  EXPECT_DOUBLE_EQ(q.base_value, base_value);
  EXPECT_DOUBLE_EQ(q.lower, base_value);
  EXPECT_DOUBLE_EQ(q.upper, base_value);
  EXPECT_STREQ(q.unit_name, unit_name);
  EXPECT_STREQ(q.currency, currency);
  EXPECT_TRUE(q.flags & ZKG_Q_UNIT_FROM_HEADER);
}
INSTANTIATE_TEST_SUITE_P(All, HeaderUnits,
                         testing::Values(Case{"计划投资(万元)", "5000", ZKG_Q_MONEY, 5e7, "万元", "CNY"},
                                         Case{"总投资（亿元）", "12.5", ZKG_Q_MONEY, 1.25e9, "亿元", "CNY"},
                                         Case{"合同外资（万美元）", "1,200", ZKG_Q_MONEY, 1.2e7, "万美元", "USD"},
                                         Case{"面积/亩", "300", ZKG_Q_AREA, 2e5, "亩", ""},
                                         Case{"投资额:万元", " 80 ", ZKG_Q_MONEY, 8e5, "万元", "CNY"},
                                         Case{"税收（单位:万元）", "80", ZKG_Q_MONEY, 8e5, "万元", "CNY"},
                                         Case{"增速(%)", "-3.5", ZKG_Q_PERCENT, -3.5, "%", ""},
                                         Case{"企业数(家)", "27", ZKG_Q_COUNT, 27, "家", ""}));

class OwnUnits : public testing::TestWithParam<Case> {};
TEST_P(OwnUnits, Stay) {
  const auto& [header, cell, kind, base_value, unit_name, currency] = GetParam();
  const zkg_quantity q = Table(header, cell).cell();
  EXPECT_EQ(q.kind, kind);
  EXPECT_DOUBLE_EQ(q.base_value, base_value);
  EXPECT_STREQ(q.unit_name, unit_name);
  EXPECT_STREQ(q.currency, currency);
  EXPECT_FALSE(q.flags & ZKG_Q_UNIT_FROM_HEADER);
}
INSTANTIATE_TEST_SUITE_P(All, OwnUnits,
                         testing::Values(Case{"计划投资(万元)", "3亿元", ZKG_Q_MONEY, 3e8, "亿元", "CNY"},  // the cell's own unit
                                         Case{"项目名称", "5000", ZKG_Q_NUMBER, 5000, "", ""},            // no unit
                                         Case{"规模(大型)", "5000", ZKG_Q_NUMBER, 5000, "", ""},          // brackets without unit
                                         Case{"计划投资(万元)", "二期300,新建", ZKG_Q_NUMBER, 300, "", ""}, // the number is not the cell
                                         Case{"(", "7", ZKG_Q_NUMBER, 7, "", ""}));

TEST(HeaderUnits, KeepTheOrderAndTheNumberOfQuantities) {
  const std::string text = "企业\t投资(万元)\t面积(亩)\n甲公司\t300\t20\n乙公司\t4亿元\t30\n";
  auto before = find_quantities(text);
  const auto after = [&] {
    auto quantities = before;
    const auto found = find_enumerations(text, find_sentences(text, find_sections(text)));
    apply_table_units(text, found.enumerations, found.items, quantities);
    return quantities;
  }();
  ASSERT_EQ(after.size(), before.size());
  ASSERT_EQ(after.size(), 4u);
  for (std::size_t i = 0; i < after.size(); ++i) EXPECT_EQ(after[i].span.begin, before[i].span.begin);
  EXPECT_DOUBLE_EQ(after[0].base_value, 3e6);
  EXPECT_EQ(after[1].kind, ZKG_Q_AREA);
  EXPECT_DOUBLE_EQ(after[2].base_value, 4e8);
  EXPECT_DOUBLE_EQ(after[3].base_value, 2e4);
}

// The units that the bare numbers of a text's tables get, each with its number.
std::string units_of(const std::string& text) {
  const auto found = find_enumerations(text, find_sentences(text, find_sections(text)));
  auto quantities = find_quantities(text);
  apply_table_units(text, found.enumerations, found.items, quantities);
  std::string result;
  for (const zkg_quantity& q : quantities)
    if (q.flags & ZKG_Q_UNIT_FROM_HEADER) result += text.substr(q.span.begin, q.span.end - q.span.begin) + q.unit_name + " ";
  return result;
}

struct Caption {
  const char* text;
  const char* units;
};
class CaptionUnits : public testing::TestWithParam<Caption> {};
TEST_P(CaptionUnits, AreGiven) { EXPECT_EQ(units_of(GetParam().text), GetParam().units); }
INSTANTIATE_TEST_SUITE_P(
    All, CaptionUnits,
    testing::Values(
        Caption{"重点项目表\n单位：亿元    时间：2月\n\n序号\t项目\t总投资\t进展\n1\t智谷产业园\t5.5\t在建\n2\t云港冷链\t13\t开工\n", "5.5亿元 13亿元 "},
        Caption{"（单位:万元）\n项目\t年计划\t占地面积\n智谷产业园\t9000\t80\n云港冷链\t400\t60\n", "9000万元 400万元 "},
        Caption{"单位：万元、亩\n项目\t计划投资\t用地面积\n智谷产业园\t9000\t80\n云港冷链\t400\t60\n", "9000万元 80亩 400万元 60亩 "},
        Caption{"总数（单位：个、亿元）\n\t个数\t投资\n开工\t29\t91.7\n签约\t15\t45\n", "29个 91.7亿元 15个 45亿元 "},
        // no titles: the one column of numbers
        Caption{"代表项目（投资单位：亿元）\n1  智谷产业园   10.8   16万平方米\n2  云港冷链     5      在建\n3  河东供水     —      待定\n", "10.8亿元 5亿元 "},
        // the caption stands in one line with the table's title and looks like a row
        Caption{"表1  省级重点          单位：亿元\n号  项目        完成投资   进度\n1   智谷产业园  26.3       在建\n2   云港冷链    5.1        在建\n", "26.3亿元 5.1亿元 "},
        // a line of its own above the text that leads to the table
        Caption{"重点项目表\n                单位：亿元    时间：2月\n\n本表先列调度到位的项目。\n列表如下，其余从略。\n项目\t投资\n智谷产业园\t5.5\n云港冷链\t13\n", "5.5亿元 13亿元 "},
        // a date among the titles
        Caption{"计量单位：万元\n序号  项目名称    总投资   1—10月\n1     智谷产业园  18,200   6,420\n2     云港冷链    9,700    1,300\n", "18,200万元 6,420万元 9,700万元 1,300万元 "},
        // a column of units
        Caption{"指标\t单位\t1-6月\t增长(%)\n工业总产值\t亿元\t286\t15.4\n企业数\t家\t27\t8\n", "286亿元 15.4% 27家 8% "},
        // the title's own unit goes first
        Caption{"单位：亿元\n项目\t投资(万元)\n智谷产业园\t9000\n云港冷链\t400\n", "9000万元 400万元 "},
        Caption{"责任单位：管委会\n项目\t投资\n智谷产业园\t9000\n云港冷链\t400\n", ""},
        // which column is meant stays open
        Caption{"单位：亿元\n1  智谷产业园   10   3\n2  云港冷链     5    4\n3  河东供水     7    9\n", ""},
        Caption{"单位：亿元\n一。\n二。\n三。\n四。\n五。\n项目\t投资\n智谷产业园\t9000\n云港冷链\t400\n", ""}));

} // namespace
} // namespace zonekg

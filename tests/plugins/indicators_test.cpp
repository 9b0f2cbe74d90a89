// Figures of a zone: metric, value, unit, growth, modality.
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "tests/plugins/bundled.hpp"

namespace zonekg::test {
namespace {

const SentenceCase found[] = {
    {"全区完成工业总产值316.6亿元，同比增长8.5%。", {"工业总产值: 316.6亿元 +8.5% actual"}},
    {"固定资产投资增长12.3%。", {"固定资产投资: +12.3% actual"}},
    {"新签约项目15个，总投资126亿元。", {"新签约项目: 15个 actual", "总投资: 126亿元 actual"}},
    {"力争全年实现工业总产值400亿元。", {"工业总产值: 400亿元 target"}},
    {"预计全年完成固定资产投资90亿元，增长10%。", {"固定资产投资: 90亿元 +10% expected"}},
    {"实现地区生产总值210亿元，同比增长6.5%。", {"地区生产总值: 210亿元 +6.5% actual"}},
    {"园区规划面积35平方公里。", {"规划面积: 35平方公里 actual"}},
    {"一般公共预算收入12.8亿元，增长7.2%。", {"一般公共预算收入: 12.8亿元 +7.2% actual"}},
    {"现有规上工业企业86家。", {"规上工业企业: 86家 actual"}},
    {"完成进出口总额52亿美元，同比增长15.4%。", {"进出口总额: 52亿美元 +15.4% actual"}},
    {"新增规上工业企业12家。", {"新增规上工业企业: 12家 actual"}},
    {"规上工业增加值同比增长9.2%。", {"规上工业增加值: +9.2% actual"}},
    {"社会消费品零售总额86亿元，增长5.1%。", {"社会消费品零售总额: 86亿元 +5.1% actual"}},
    {"外贸进出口总额完成18亿元，下降6.2%。", {"外贸进出口总额: 18亿元 -6.2% actual"}},
    {"全区年度计划投资96亿元。", {"年度计划投资: 96亿元 target"}},
    {"建成区面积12平方公里。", {"建成区面积: 12平方公里 actual"}},
    {"财政总收入完成9.6亿元，为年度计划的102%。", {"财政总收入: 9.6亿元 actual"}},
    {"实现规上工业总产值126.5亿元，增长11.2%；固定资产投资38亿元，增长15%。",
     {"规上工业总产值: 126.5亿元 +11.2% actual", "固定资产投资: 38亿元 +15% actual"}},
    {"1—6月，完成固定资产投资28.6亿元，同比增长14.2%。", {"固定资产投资: 28.6亿元 +14.2% actual"}},
    {"力争全年固定资产投资增长15%以上。", {"固定资产投资: +15% target"}},
    {"规上工业总产值达到260亿元，比上年增长10.5%。", {"规上工业总产值: 260亿元 +10.5% actual"}},
    {"累计入驻企业320家，其中规上企业86家。", {"入驻企业: 320家 actual", "规上企业: 86家 actual"}},
    {"限额以上社会消费品零售总额增长6.8%。", {"限额以上社会消费品零售总额: +6.8% actual"}},
    {"园区完成规上工业增加值45亿元，增长9%。", {"规上工业增加值: 45亿元 +9% actual"}},
    {"工业总产值同比减少4.5%。", {"工业总产值: -4.5% actual"}},
    {"税收收入降幅3.2%。", {"税收收入: -3.2% actual"}},
    {"计划全年新签约项目30个。", {"新签约项目: 30个 target"}},
    {"全年预计完成工业总产值300亿元。", {"工业总产值: 300亿元 expected"}},
    {"规上工业总产值126.5亿元（增长11.2%）。", {"规上工业总产值: 126.5亿元 +11.2% actual"}},
    {"固定资产投资增速12.3%。", {"固定资产投资: +12.3% actual"}},
    // one row of figures for a row of names
    {"工业总产值、税收收入分别完成316.6亿元、9.6亿元，分别增长8.5%、7.2%。",
     {"工业总产值: 316.6亿元 +8.5% actual", "税收收入: 9.6亿元 +7.2% actual"}},
    {"工业总产值150亿元，工业销售产值140亿元，营业收入145亿元，同比分别增长16.4%、21.1%、20.8%。",
     {"工业总产值: 150亿元 +16.4% actual", "工业销售产值: 140亿元 +21.1% actual", "营业收入: 145亿元 +20.8% actual"}},
    // something between the name and its figure, or the growth
    {"固定资产投资（不含农户）73.1亿元，同比增长9.4%。", {"固定资产投资: 73.1亿元 +9.4% actual"}},
    {"规上工业产值前三季度24.8亿元，同比增长19.2%。", {"规上工业产值: 24.8亿元 +19.2% actual"}},
    {"固定资产投资31.9亿元，比上年多43%。", {"固定资产投资: 31.9亿元 +43% actual"}},
    {"主要指标\n一般公共预算收入　　17.7亿元　　+13%\n规上工业总产值　　89.4亿元　　-5.6%",
     {"一般公共预算收入: 17.7亿元 +13% actual", "规上工业总产值: 89.4亿元 -5.6% actual"}},
    {"规上工业企业总产值627亿元，同比+18.5%；利税57亿元，+18.9%；利润29.2亿元，+18.2%。",
     {"规上工业企业总产值: 627亿元 +18.5% actual", "利税: 57亿元 +18.9% actual", "利润: 29.2亿元 +18.2% actual"}},
    {"经开区现有税收500万元以上企业16家。", {"税收500万元以上企业: 16家 actual"}},
    {"高新区实现地区生产总值46.3亿元，同比增长7.2%。", {"地区生产总值: 46.3亿元 +7.2% actual"}},
    // what is counted follows
    {"海蓝制药、华星电子等46个亿元以上项目竣工投产，中拓装备、瑞丰食品等20个亿元以上项目加快推进。",
     {"亿元以上项目竣工投产: 46个 actual", "亿元以上项目加快推进: 20个 actual"}},
    // targets by what stands around them
    {"云川开发区2024年工作要点\n二、目标\n1.固定资产投资130亿元以上。\n2.新签约项目5个，总投资约40亿元。\n3.新开工建设项目8个，总投资约50亿元。",
     {"固定资产投资: 130亿元 target", "新签约项目: 5个 target", "总投资: 40亿元 target", "新开工建设项目: 8个 target", "总投资: 50亿元 target"}},
    {"指标\t1—6月\t同比(%)\n工业总产值\t286亿元\t15.4\n税收收入\t9.6亿元\t-3.2\n固定资产投资\t38亿元\t9.5\n",
     {"工业总产值: 286亿元 +15.4% actual", "税收收入: 9.6亿元 -3.2% actual", "固定资产投资: 38亿元 +9.5% actual"}},
};

// Nothing here is a figure of the zone.
const SentenceCase nothing[] = {
    {"实现工业总产值XX亿元。"},
    {"王明华、李建国等3人参加会议。"},
    {"2023年5月12日，会议在云川市召开。"},
    {"会议听取了5个议题的汇报。"},
    {"联系电话：0512-66778899。"},
    {"坚持“一把手”抓项目，实行一个项目一个专班。"},
    {"召开专题会议3次，现场办公2次。"},
    {"华星智能终端项目总投资5亿元。"},
    {"华星新材料有限公司注册资本5000万元。"},
    {"第3次会议于9月10日召开。"},
    {"严格执行《条例》第12条规定。"},
};

TEST(Indicators, ReadsPlainSentences) { check(found, {}, indicator_lines); }

// By rule, whatever the weights say.
TEST(Indicators, ValuesGivenAnew) {
  const auto anew = [](const char* text) {
    std::string told;
    for (const RawMention& m : read_text(text).candidates.mentions)
      if (m.rule == "restated")
        for (const Attribute& a : m.attributes) {
          if (const auto* value = std::get_if<std::string>(&a.value)) told += a.key + " " + *value + " ";
          if (const auto* value = std::get_if<double>(&a.value)) told += a.key + " " + std::to_string(std::llround(*value * 10)) + " ";
        }
    return told;
  };
  EXPECT_EQ(anew("经核减，2023年规上工业总产值由186.4亿元调整为182.9亿元。"),
            "metric 规上工业总产值 modality actual period 2023-01/2023-12 unit 亿元 value 1829 ");
  EXPECT_EQ(anew("2023年规上工业总产值由186.4亿元增加到201.2亿元。"), "") << "growth gives nothing anew";
  EXPECT_EQ(anew("规上工业总产值由186.4亿元调整为182.9亿元。"), "") << "of which year?";
}

TEST(Indicators, FindsNothingWhereNothingIs) { check(nothing, {}, indicator_lines); }

} // namespace
} // namespace zonekg::test

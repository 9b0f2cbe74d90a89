// Amounts of money: subject, kind, amount, currency, modality.
#include <gtest/gtest.h>

#include "tests/plugins/bundled.hpp"

namespace zonekg::test {
namespace {

const SentenceCase found[] = {
    {"华星智能终端项目总投资5亿元。", {"华星智能终端: total 5亿 CNY actual"}},
    {"总投资12亿元的久江锂电池项目开工建设。", {"久江锂电池: total 12亿 CNY actual"}},
    {"海蓝生物原料药项目总投资3.2亿元，累计完成投资1.5亿元。",
     {"海蓝生物原料药: total 3.2亿 CNY actual", "海蓝生物原料药: cumulative 1.5亿 CNY actual"}},
    {"由中拓重工有限公司投资8亿元建设的风电塔筒项目已封顶。", {"风电塔筒: total 8亿 CNY actual"}},
    {"鼎泰冷链物流项目总投资6亿元，建成后可实现年产值10亿元。",
     {"鼎泰冷链物流: total 6亿 CNY actual", "鼎泰冷链物流: revenue 10亿 CNY expected"}},
    {"久江电子（总投资20亿元）、云帆智能（总投资8亿元）等项目加快建设。",
     {"久江电子: total 20亿 CNY actual", "云帆智能: total 8亿 CNY actual"}},
    {"欧曼电气扩建项目总投资3000万美元。", {"欧曼电气扩建: total 0.3亿 USD actual"}},
    {"1.华星智能终端项目。总投资5亿元。\n"
     "2.海蓝原料药项目。总投资3亿元。\n"
     "3.中拓风电塔筒项目。总投资8亿元。",
     {"华星智能终端: total 5亿 CNY actual", "海蓝原料药: total 3亿 CNY actual", "中拓风电塔筒: total 8亿 CNY actual"}},
    {"中拓氢能装备项目计划总投资15亿元，分两期建设。", {"中拓氢能装备: total 15亿 CNY actual"}},
    {"云帆智能装备产业园项目投资约6.8亿元。", {"云帆智能装备产业园: total 6.8亿 CNY actual"}},
    {"华星集团投资8亿元建设智能终端项目。", {"智能终端: total 8亿 CNY actual"}},
    {"久江锂电池项目累计完成投资5.6亿元。", {"久江锂电池: cumulative 5.6亿 CNY actual"}},
    {"云帆机器人项目总投资8亿元，达产后年产值15亿元、年税收6000万元。",
     {"云帆机器人: total 8亿 CNY actual",
      "云帆机器人: revenue 15亿 CNY expected",
      "云帆机器人: revenue 0.6亿 CNY expected"}},
    {"华星智能终端项目占地120亩，总投资5亿元，主要建设厂房及配套设施。", {"华星智能终端: total 5亿 CNY actual"}},
    {"华星智能终端项目，总投资5亿元，建成后年产值可达8亿元。",
     {"华星智能终端: total 5亿 CNY actual", "华星智能终端: revenue 8亿 CNY expected"}},
    {"久江锂电池项目概算总投资12亿元，已完成投资3亿元。",
     {"久江锂电池: total 12亿 CNY actual", "久江锂电池: cumulative 3亿 CNY actual"}},
    {"久江锂电池项目今年完成投资2.6亿元。", {"久江锂电池: period 2.6亿 CNY actual"}},
};

// Nothing here is tied to a subject that is named.
const SentenceCase nothing[] = {
    {"园区完成固定资产投资86亿元，增长12.5%。"},
    {"今年新签约项目15个，总投资126亿元。"},
    {"全县粮食总产量达到32万吨。"},
    {"王明华主持召开招商引资工作推进会。"},
    {"实现工业总产值XX亿元。"},
    {"居民人均可支配收入32000元。"},
    {"全年完成税收12亿元。"},
    {"职工捐款3.6万元。"},
    {"固定资产投资完成56亿元，同比增长11%。"},
    {"23个重点项目总投资186亿元。"},
};

const SentenceCase ledgers[] = {
    {"华星经济开发区重点项目\n序号\t项目名称\t总投资(万元)\t2024年计划投资(万元)\t2024年完成投资(万元)\n1\t华星智能终端项目\t120000\t30000\t32000\n"
     "2\t海蓝原料药项目\t56000\t12000\t8000\n3\t中拓风电塔筒项目\t90000\t20000\t21000",
     {"华星智能终端: total 12亿 CNY actual", "华星智能终端: period 3亿 CNY target", "华星智能终端: period 3.2亿 CNY actual",
      "海蓝原料药: total 5.6亿 CNY actual", "海蓝原料药: period 1.2亿 CNY target", "海蓝原料药: period 0.8亿 CNY actual",
      "中拓风电塔筒: total 9亿 CNY actual", "中拓风电塔筒: period 2亿 CNY target", "中拓风电塔筒: period 2.1亿 CNY actual"}},
};

// The name stands in a paragraph of its own, the amount in a later one.
const SentenceCase far_away[] = {
    {"云川市重点项目\n一、海蓝原料药生产基地项目\n位置：云川高新区。\n建设内容：新建厂房12万平方米。\n总投资18亿元，今年计划投资5亿元。",
     {"海蓝原料药生产基地: total 18亿 CNY actual", "海蓝原料药生产基地: period 5亿 CNY target"}},
};

TEST(Investments, ReachesEarlierParagraphs) { check(far_away, {}, investment_lines); }

TEST(Investments, ReadsTheTitlesOfColumns) { check(ledgers, {}, investment_lines); }

TEST(Investments, ReadsPlainSentences) { check(found, {}, investment_lines); }

TEST(Investments, FindsNothingWhereNothingIs) { check(nothing, {}, investment_lines); }

} // namespace
} // namespace zonekg::test

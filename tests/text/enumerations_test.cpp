#include <cmath>
#include <string>

#include <gtest/gtest.h>

#include "core/text/layers.hpp"

namespace zonekg {
namespace {

std::string words(std::string_view text, zkg_span span) { return std::string(text.substr(span.begin, span.end - span.begin)); }

Enumerations find(std::string_view text) { return find_enumerations(text, find_sentences(text, find_sections(text))); }

// `甲|乙 23 项目`: items, claimed count, head noun; lists of this kind, parted by ` / `.
std::string print(std::string_view text, int kind) {
  const Enumerations found = find(text);
  std::string out;
  for (const zkg_enumeration& e : found.enumerations) {
    if (e.kind != kind) continue;
    if (!out.empty()) out += " / ";
    for (std::uint32_t i = 0; i < e.item_count; ++i)
      out += (i > 0 ? "|" : "") + words(text, found.items[e.first_item + i].span);
    if (!std::isnan(e.claimed)) out += " " + std::to_string(static_cast<int>(e.claimed));
    if (e.head.end > 0) out += " " + words(text, e.head);
  }
  return out;
}

struct Case {
  const char* text;
  const char* lists;
};
class InlineLists : public testing::TestWithParam<Case> {};
TEST_P(InlineLists, AreFound) { EXPECT_EQ(print(GetParam().text, ZKG_ENUM_INLINE), GetParam().lists); }

INSTANTIATE_TEST_SUITE_P(
    Counted, InlineLists,
    testing::Values(Case{"久江新能源、东博盛业、美信铝业等23个项目顺利投产。", "久江新能源|东博盛业|美信铝业 23 项目"},
                    Case{"中基三期、XXX三期等36个在建项目开工建设。", "中基三期|XXX三期 36 项目"},
                    Case{"甲乙电子、丙丁环保、戊己电力6个项目:按进度推进。", "甲乙电子|丙丁环保|戊己电力 6 项目"},
                    Case{"环益管理、言邦人力、森雅人力等三家企业入驻。", "环益管理|言邦人力|森雅人力 3 企业"},
                    Case{"为可尔海思等18家企业办理手续。", "可尔海思 18 企业"},
                    Case{"华勤、龙旗、美晨几家整机厂。", "华勤|龙旗|美晨"},
                    Case{"XXX邦凯、XXX诺高等5家企业。", "XXX邦凯|XXX诺高 5 企业"},
                    Case{"甲子一、甲子二项目加大投入。", "甲子一|甲子二 项目"}));

INSTANTIATE_TEST_SUITE_P(
    FirstItem, InlineLists,
    testing::Values(Case{"成功签约华星电子、远大生物等39个项目。", "华星电子|远大生物 39 项目"},
                    Case{"今年以来,已建成投产安吉纳、锦鑫泰等10个项目。", "安吉纳|锦鑫泰 10 项目"},
                    Case{"加快推进中石油炼化、龙瀚实业等项目签约。", "中石油炼化|龙瀚实业 项目"},
                    Case{"力争5月底前吉江汽车二期、大唐装备2个项目开工。", "吉江汽车二期|大唐装备 2 项目"},
                    Case{"园区(简称SH)已吸引盛新锂能、富临精工入驻。", "盛新锂能|富临精工"},
                    Case{"石化产业园内的康辉塑料、恒力己二酸等项目。", "康辉塑料|恒力己二酸 项目"},
                    Case{"2、华海制药二期、联东U谷等项目。", "华海制药二期|联东U谷 项目"},
                    Case{"【招商】丽珠制药、丰华生物等企业落户。", "丽珠制药|丰华生物 企业"},
                    Case{"正威线缆、中德产业园、从化云计算等已落户。", "正威线缆|中德产业园|从化云计算"}));

INSTANTIATE_TEST_SUITE_P(
    LastItem, InlineLists,
    testing::Values(Case{"佳禧印染、固锐实业、中研模具成功入选名单。", "佳禧印染|固锐实业|中研模具"},
                    Case{"宏源项目、金泰项目、汉腾二期项目……", "宏源项目|金泰项目|汉腾二期项目"},
                    Case{"卓控、伟晟环保、惠程科技3个项目正开展试生产。", "卓控|伟晟环保|惠程科技 3 项目"},
                    Case{"数字园、东莞鸿图和东门河畔四期等4个项目。", "数字园|东莞鸿图|东门河畔四期 4 项目"},
                    Case{"A楼、B楼以及C楼三处场馆。", "A楼|B楼|C楼 3 场馆"},
                    Case{"迈图材料、空间作业及巡检机器人等11个项目。", "迈图材料|空间作业及巡检机器人 11 项目"},
                    Case{"亿鸿展盛、臻秦、亿和君美3个项目。", "亿鸿展盛|臻秦|亿和君美 3 项目"},
                    Case{"绍兴材华着色剂和天瑞机钢结构等项目落地。", "绍兴材华着色剂|天瑞机钢结构 项目"}));

INSTANTIATE_TEST_SUITE_P(
    Separators, InlineLists,
    testing::Values(Case{"4、5号泊位完工。", ""}, Case{"磷酸铁锂一、二期两个项目完成。", ""},
                    Case{"甲(一期、二期)完工。", ""},
                    Case{"长盛树脂(总投资2亿元、占地50亩)、芳奎环保(3亿元)等项目。", "长盛树脂|芳奎环保 项目"},
                    Case{"氢氧化锂(一期)、磷酸铁锂(二期)等项目。", "氢氧化锂(一期)|磷酸铁锂(二期) 项目"},
                    Case{"推出“园惠贷”、“信易贷”等产品。", "园惠贷|信易贷 产品"},
                    Case{"推出“园惠贷”“信易贷”等产品。", "园惠贷|信易贷 产品"},
                    Case{"分别来自利维能2亿元、乐卡克3.5亿元。", "利维能|乐卡克"},
                    Case{"20万吨/年尼龙66、10万吨/年尼龙12等项目。", "20万吨/年尼龙66|10万吨/年尼龙12 项目"},
                    Case{"甲乙公司、丙丁公司等2家企业和戊己园、庚辛园等2个园区。",
                         "甲乙公司|丙丁公司 2 企业 / 戊己园|庚辛园 2 园区"},
                    Case{"没有列表的句子。", ""}, Case{"、、、", ""}, Case{"等", ""}));

class Parenthesised : public testing::TestWithParam<Case> {};
TEST_P(Parenthesised, AreFound) { EXPECT_EQ(print(GetParam().text, ZKG_ENUM_PARENTHESISED), GetParam().lists); }
INSTANTIATE_TEST_SUITE_P(Cases, Parenthesised,
                         testing::Values(Case{"限上企业3家(泳盛、璞昌、谆毅)、其他。", "泳盛|璞昌|谆毅 3 企业"},
                                         Case{"引进5家企业(甲、乙、丙等)。", "甲|乙|丙 5 企业"},
                                         Case{"服务业企业1家(辉海)。", "辉海 1 企业"},
                                         Case{"两家企业(甲乙,丙丁)。", "甲乙|丙丁 2 企业"},
                                         Case{"其余均在建【陆虎技改、众新眼镜】。", "陆虎技改|众新眼镜"},
                                         Case{"同比增长(去年3亿元)。", ""}));

class Numbered : public testing::TestWithParam<Case> {};
TEST_P(Numbered, AreFound) { EXPECT_EQ(print(GetParam().text, ZKG_ENUM_NUMBERED), GetParam().lists); }
INSTANTIATE_TEST_SUITE_P(
    Cases, Numbered,
    testing::Values(Case{"1、甲项目。一期投产。\n2、乙项目。", "甲项目。一期投产。|乙项目。"},
                    Case{"①甲项目:封顶;\n②乙项目:备案。", "甲项目:封顶|乙项目:备案。"},
                    Case{"抓好:①甲项目②乙项目③丙项目。", "甲项目|乙项目|丙项目。"},
                    Case{"——甲基地,投资10亿元。\n——乙基地,在建。", "甲基地,投资10亿元。|乙基地,在建。"},
                    Case{"▲甲厂\n▲乙厂", "甲厂|乙厂"}, Case{"1.甲\n(1)子\n(2)丑\n2.乙", "甲|乙 / 子|丑"},
                    Case{"1、甲\n3、丙", ""}, Case{"一是甲。二是乙。", ""}, Case{"1、甲", ""}));

TEST(Enumerations, ColonLists) {
  EXPECT_EQ(print("在建项目包括:甲厂房;乙仓库;丙道路。", ZKG_ENUM_INLINE), "甲厂房|乙仓库|丙道路");
  EXPECT_EQ(print("进展:甲厂房,封顶;乙仓库,在建。", ZKG_ENUM_INLINE), "");
}

TEST(Enumerations, CountBeforeTheColon) {
  EXPECT_EQ(print("引进3个项目:华星电子、远大生物、中科新材。", ZKG_ENUM_INLINE), "华星电子|远大生物|中科新材 3 项目");
  EXPECT_EQ(print("建成2个园区,包括甲乙园、丙丁园。", ZKG_ENUM_INLINE), "甲乙园|丙丁园 2 园区");
}

// `行,列 表头=格`
std::string table(std::string_view text) {
  const Enumerations found = find(text);
  std::string out;
  for (const zkg_enumeration& e : found.enumerations) {
    if (e.kind != ZKG_ENUM_TABLE) continue;
    for (std::uint32_t i = 0; i < e.item_count; ++i) {
      const zkg_item& item = found.items[e.first_item + i];
      out += std::to_string(item.row) + "," + std::to_string(item.column) + " " +
             (item.header.end > 0 ? words(text, item.header) + "=" : "") + words(text, item.span) + "\n";
    }
  }
  return out;
}

TEST(Tables, ByTabWithEmptyCells) {
  EXPECT_EQ(table("项目\t投资(万元)\t备注\n甲\t\t签约\n乙\t600"),
            "0,0 项目\n0,1 投资(万元)\n0,2 备注\n1,0 项目=甲\n1,2 备注=签约\n2,0 项目=乙\n2,1 投资(万元)=600\n");
}

TEST(Tables, ByBarAndFrame) {
  const char* expected = "0,0 项目\n0,1 投资\n1,0 项目=甲\n1,1 投资=5\n";
  EXPECT_EQ(table("| 项目 | 投资 |\n|---|---|\n| 甲 | 5 |"), std::string(expected));
  EXPECT_EQ(table("┌──┬──┐\n│项目│投资│\n├──┼──┤\n│甲│5│\n└──┴──┘"), std::string(expected));
}

TEST(Tables, ByAlignedSpaces) {
  EXPECT_EQ(table("项目名称      投资    进度\n甲乙项目      5亿元   在建\n丙丁项目              签约"),
            "0,0 项目名称\n0,1 投资\n0,2 进度\n1,0 项目名称=甲乙项目\n1,1 投资=5亿元\n1,2 进度=在建\n"
            "2,0 项目名称=丙丁项目\n2,2 进度=签约\n");
}

TEST(Tables, TitlesMayBeginWithAYearOrMonths) {
  EXPECT_EQ(table("项目\t2024年计划投资(万元)\n甲\t600"), "0,0 项目\n0,1 2024年计划投资(万元)\n1,0 项目=甲\n1,1 2024年计划投资(万元)=600\n");
  EXPECT_EQ(table("项目\t1-6月完成投资\n甲\t600"), "0,0 项目\n0,1 1-6月完成投资\n1,0 项目=甲\n1,1 1-6月完成投资=600\n");
  EXPECT_EQ(table("甲\t2024年3月\n乙\t2024年5月"), "1,0 甲\n1,1 2024年3月\n2,0 乙\n2,1 2024年5月\n");
}

TEST(Tables, WithoutHeaderStartAtRowOne) { EXPECT_EQ(table("1\t甲\n2\t乙"), "1,0 1\n1,1 甲\n2,0 2\n2,1 乙\n"); }

TEST(Tables, OneRowIsNone) { EXPECT_EQ(table("来源:日报  时间:8月\n正文。"), ""); }

TEST(Enumerations, RowsAreSortedAndItemsGrouped) {
  const Enumerations found = find("1、甲、乙等2家企业(丙、丁)。\n2、戊己、庚辛。\n项目\t投资\n甲\t5");
  std::uint32_t items = 0, begin = 0;
  for (std::size_t e = 0; e < found.enumerations.size(); ++e) {
    EXPECT_GE(found.enumerations[e].span.begin, begin);
    begin = found.enumerations[e].span.begin;
    EXPECT_EQ(found.enumerations[e].first_item, items);
    for (std::uint32_t i = 0; i < found.enumerations[e].item_count; ++i) {
      EXPECT_EQ(found.items[items + i].enumeration, e);
      EXPECT_LT(found.items[items + i].span.begin, found.items[items + i].span.end);
    }
    items += found.enumerations[e].item_count;
  }
  EXPECT_EQ(items, found.items.size());
}

TEST(Enumerations, HostileTextStaysQuick) {
  for (const char* piece : {"、", "(、", "“", "“”", "等", "甲、", "和", "1个", "的、", "(", "(甲)", "(甲)和", "a  ", "|", "①", "甲;", ":", "【、"}) {
    std::string text;
    while (text.size() < 300'000) text += piece;
    EXPECT_LE(find(text).enumerations.size(), text.size()) << piece;
  }
}

} // namespace
} // namespace zonekg

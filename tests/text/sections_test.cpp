#include <string>

#include <gtest/gtest.h>

#include "core/text/headings.hpp"
#include "core/text/layers.hpp"
#include "core/text/markers.hpp"

namespace zonekg {
namespace {

const char* role_name(std::int32_t role) {
  constexpr const char* names[] = {"-", "title", "background", "results", "problems", "plan"};
  return names[role];
}

// `2.3 plan 强化经济运行调度`: level, ordinal, role, heading; one line for each section but the document's own.
std::string print(std::string_view text) {
  std::string out;
  const auto sections = find_sections(text);
  for (std::size_t i = 1; i < sections.size(); ++i) {
    const zkg_section& s = sections[i];
    out += std::to_string(s.level) + "." + std::to_string(s.ordinal) + " " + role_name(s.role) + " " +
           std::string(text.substr(s.heading.begin, s.heading.end - s.heading.begin)) + "\n";
  }
  return out;
}

TEST(Sections, ReportWithNestedNumbers) {
  EXPECT_EQ(print("某开发区工作情况汇报\n一、基本情况\n规划面积32平方公里。\n二、工作开展情况\n"
                  "(一)扎实推进整合。自6月开始整合。一是队伍到位。目前到位。二是统一思想,凝聚共识。\n"
                  "三、存在问题\n一是进程需要加快。\n四、下一步工作安排\n(一)强化经济运行调度。优化机制。\n1.抓开工\n①东区路网。②西区路网。"),
            "1.0 title 某开发区工作情况汇报\n1.1 background 基本情况\n1.2 results 工作开展情况\n2.1 results 扎实推进整合\n"
            "5.1 results 队伍到位\n5.2 results 统一思想\n1.3 problems 存在问题\n5.1 problems 进程需要加快\n"
            "1.4 plan 下一步工作安排\n2.1 plan 强化经济运行调度\n3.1 plan 抓开工\n4.1 plan 东区路网\n4.2 plan 西区路网\n");
}

TEST(Sections, HeadingsRunInToOneParagraph) {
  EXPECT_EQ(print("某区总结\n汇报如下:一、主要工作开展情况2023年,运行平稳。(一)党建持续深化。下辖50个党支部。二、存在问题和不足2023年上半年,"
                  "成绩不大。三、下半年工作计划立足定位,抓好落实。"),
            "1.0 title 某区总结\n1.1 results 主要工作开展情况\n2.1 results 党建持续深化\n1.2 problems 存在问题和不足\n"
            "1.3 plan 下半年工作计划\n");
}

TEST(Sections, UnnumberedHeadings) {
  EXPECT_EQ(print("园区简报\n【招商】\n签约5个。\n存在问题:\n缺地。\n"), "1.0 title 园区简报\n1.0 - 招商\n1.0 problems 存在问题\n");
}

TEST(Sections, ABulletHeadsTheLinesBelowIt) {
  EXPECT_EQ(print("某区开工项目简介\n▶ 岚丰树脂\n总投资：3亿元\n▶ 岚丰构件\n  一期:投资3亿元\n"),
            "1.0 title 某区开工项目简介\n4.0 - 岚丰树脂\n4.0 - 岚丰构件\n");
  EXPECT_EQ(print("某区情况\n◎ 岚溪园\n主体封顶。\n"), "1.0 title 某区情况\n4.0 results 岚溪园\n");
}

TEST(Sections, BulletsOfAListAreNoHeadings) {
  for (const char* text : {"某区情况\n● 企业 209家\n● 项目 72个\n另有3个。", "某区情况\n● 企业209家。\n另有3个。", "某区情况\n● 企业 209家"})
    EXPECT_EQ(find_sections(text).size(), 2u) << text;
}

TEST(Sections, NumbersInsideSentencesAreNone) {
  for (const char* text : {"项目一、二期达产后产值118亿元。", "增长1.5亿元,占2.3%。", "这一是好事。", "4、5号泊位完工。", "共3)项。"})
    EXPECT_EQ(find_sections(text).size(), find_title(text).empty() ? 1u : 2u) << text;
}

TEST(Sections, SpansNestAndCoverTheText) {
  const std::string text = "题\n一、甲\n(一)乙。丙。\n(二)丁。\n二、戊\n己。";
  const auto sections = find_sections(text);
  EXPECT_EQ(sections[0].span.end, text.size());
  for (std::size_t i = 1; i < sections.size(); ++i) {
    const zkg_section& parent = sections[sections[i].parent];
    EXPECT_LT(sections[i].parent, i);
    EXPECT_GE(sections[i].span.begin, parent.span.begin);
    EXPECT_LE(sections[i].span.end, parent.span.end);
    EXPECT_GE(sections[i].span.begin, sections[i - 1].span.begin);
  }
}

TEST(Sections, NumberAsItStands) {
  const std::string text = "总结\n(三)招商。签约。";
  const zkg_section last = find_sections(text).back();
  EXPECT_EQ(text.substr(last.number.begin, last.number.end - last.number.begin), "(三)");
  EXPECT_EQ(last.ordinal, 3);
}

TEST(Sections, TabBehindTheNumberIsNoPartOfTheHeading) {
  EXPECT_EQ(print("某区项目清单\n⑦\t井陉发电。"), "1.0 title 某区项目清单\n4.7 - 井陉发电\n");
}

struct RoleCase {
  const char* heading;
  zkg_role role;
};
class Roles : public testing::TestWithParam<RoleCase> {};
TEST_P(Roles, FromHeading) { EXPECT_EQ(heading_role(GetParam().heading), GetParam().role); }
INSTANTIATE_TEST_SUITE_P(Headings, Roles,
                         testing::Values(RoleCase{"存在的主要问题", ZKG_ROLE_PROBLEMS}, RoleCase{"困难和问题", ZKG_ROLE_PROBLEMS},
                                         RoleCase{"下步工作打算", ZKG_ROLE_PLAN}, RoleCase{"2024年工作思路", ZKG_ROLE_PLAN},
                                         RoleCase{"需要协调解决的事项", ZKG_ROLE_PLAN}, RoleCase{"园区概况", ZKG_ROLE_BACKGROUND},
                                         RoleCase{"指标完成情况", ZKG_ROLE_RESULTS}, RoleCase{"计划完成情况", ZKG_ROLE_RESULTS},
                                         RoleCase{"主要做法及成效", ZKG_ROLE_RESULTS}, RoleCase{"招商引资", ZKG_ROLE_NONE},
                                         RoleCase{"", ZKG_ROLE_NONE}));

TEST(Title, IsFoundBehindMetadata) {
  EXPECT_EQ(find_title("索引号: B203 公开方式: 主动公开\n文号: 2024-03\n开化县经开区2023年工作总结\n时间:2024-03-11\n\n2023年,成绩显著。"),
            "开化县经开区2023年工作总结");
  EXPECT_EQ(find_title("一、基本情况\n规划面积32平方公里,区位优越。"), "");
  EXPECT_EQ(find_title(""), "");
}

TEST(Markers, Read) {
  EXPECT_EQ(marker_level(read_marker("一、甲", 0).style), 1);
  EXPECT_EQ(read_marker("二十三、甲", 0).ordinal, 23);
  EXPECT_EQ(read_marker("(十)甲", 0).ordinal, 10);
  EXPECT_EQ(marker_level(read_marker("12.甲", 0).style), 3);
  EXPECT_EQ(marker_level(read_marker("3)甲", 0).style), 4);
  EXPECT_EQ(read_marker("⑩甲", 0).ordinal, 10);
  EXPECT_EQ(read_marker("四、二季度打算", 0).ordinal, 4);
  EXPECT_FALSE(read_marker("一、二期", 0));
  EXPECT_FALSE(read_marker("1.5亿", 0));
  EXPECT_FALSE(read_marker("2023、2024年", 0));
  EXPECT_TRUE(read_marker("——甲", 0).style == MarkerStyle::bullet);
}

TEST(Sections, ALongHeadingEndsAtAWholeCharacter) {
  for (const char* marker : {"1.", "1.A", "1.AB", "一是A"}) {
    std::string text = marker;
    for (int i = 0; i < 300; ++i) text += "园";
    const auto sections = find_sections(text);
    ASSERT_EQ(sections.size(), 2u) << marker;
    EXPECT_TRUE(std::string_view(text).substr(sections[1].heading.begin, sections[1].heading.end - sections[1].heading.begin).ends_with("园"))
      << marker;
  }
}

TEST(Sections, HostileTextStaysQuick) {
  for (const char* piece : {"一、", "(一)", "一是,", "1.", "①", "\n", "。", "【"}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    EXPECT_GE(find_sections(text).size(), 1u) << piece;
  }
}

} // namespace
} // namespace zonekg

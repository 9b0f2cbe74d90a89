#include "cli/evaluation/score.hpp"

#include <gtest/gtest.h>

#include "core/training/same.hpp"
#include "tests/evaluation/notation.hpp"

namespace zonekg {
namespace {

struct Case {
  const char* what;
  const char* gold;
  const char* graph;
  const char* expected;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases)
    EXPECT_EQ(test::shown(score(test::gold_of(c.gold), test::graph_of(c.graph))), c.expected) << c.what;
}

TEST(Score, Entities) {
  check({
      {"nothing asked, nothing said", "", "", ""},
      {"right", "company 华星集团", "company c1 华星集团", "= company 华星集团"},
      {"missed and wrong", "company 华星集团", "company c1 华星", "- company 华星集团; + company 华星"},
      {"by another annotated name", "company 华星集团=华星", "company c1 华星", "= company 华星集团"},
      {"by an alias", "company 华星", "company c1 华星集团=华星", "= company 华星"},
      {"by another type", "company 华星", "project p1 华星", "- company 华星; + project 华星"},
      {"width, case and quotation marks", "company “ＡＢＣ”科技", "company c1 abc科技", "= company “ＡＢＣ”科技"},
      {"a project without 项目", "project 二期", "project p1 二期项目", "= project 二期"},
      {"only a project", "company 二期", "company c1 二期项目", "- company 二期; + company 二期项目"},
      {"one entity, two nodes", "company 华星集团=华星", "company c1 华星集团; company c2 华星",
       "= company 华星集团; + company 华星 (split)"},
      {"two entities, one node: the first has it", "company 甲; company 乙", "company c1 甲=乙",
       "= company 甲; - company 乙"},
      {"optional found", "company 华星 optional", "company c1 华星", ""},
      {"optional not found", "company 华星 optional", "", ""},
      {"what is asked for comes before what is optional", "company 华星 optional; company 华星集团=华星",
       "company c1 华星", "= company 华星集团"},
      {"implicit is no claim", "", "zone z1 工作情况 implicit", ""},
      {"a type that is not counted", "", "honor h1 先进园区", ""},
      {"all types in their order", "industry 化工; zone 东区", "zone z1 东区; fund f1 善达基金",
       "= zone 东区; + fund 善达基金; - industry 化工"},
  });
}

TEST(Score, Statuses) {
  check({
      {"right", "project 二期; status 二期 started actual", "project p1 二期; status p1 started actual",
       "= project 二期; = status 二期 started actual"},
      {"another state", "project 二期; status 二期 started actual", "project p1 二期; status p1 completed actual",
       "= project 二期; - status 二期 started actual; + status 二期 completed actual"},
      {"another modality", "project 二期; status 二期 started target", "project p1 二期; status p1 started actual",
       "= project 二期; - status 二期 started target; + status 二期 started actual"},
      {"no modality is actual", "project 二期; status 二期 started actual", "project p1 二期; status p1 started -",
       "= project 二期; = status 二期 started actual"},
      {"said of two periods, counted once", "project 二期; status 二期 started actual",
       "project p1 二期; status p1 started actual; status p1 started actual",
       "= project 二期; = status 二期 started actual"},
      {"of another name of the project", "project 华星二期=二期; status 二期 started actual",
       "project p1 华星二期; status p1 started actual", "= project 华星二期; = status 二期 started actual"},
      {"optional state", "project 二期; status 二期 started actual optional", "project p1 二期", "= project 二期"},
      {"state of an optional project", "project 二期 optional; status 二期 started actual", "", ""},
      {"further states of an optional project", "project 二期 optional", "project p1 二期; status p1 started actual",
       ""},
      {"of a wrong project", "", "project p1 二期; status p1 started actual",
       "+ project 二期; + status 二期 started actual"},
  });
}

TEST(Score, Investments) {
  check({
      {"right", "project 二期; investment 二期 total 5e8 CNY",
       "project p1 二期; investment i1 total 500000000 CNY; edge i1 invested_in p1",
       "= project 二期; = investments 二期 total 500000000"},
      {"rounding", "project 二期; investment 二期 total 5e8 CNY",
       "project p1 二期; investment i1 total 500000400 CNY; edge i1 invested_in p1",
       "= project 二期; = investments 二期 total 500000000"},
      {"another amount", "project 二期; investment 二期 total 5e8 CNY",
       "project p1 二期; investment i1 total 500001000 CNY; edge i1 invested_in p1",
       "= project 二期; - investments 二期 total 500000000; + investments 二期 total 500001000"},
      {"another kind", "project 二期; investment 二期 total 5e8 CNY",
       "project p1 二期; investment i1 period 5e8 CNY; edge i1 invested_in p1",
       "= project 二期; - investments 二期 total 500000000; + investments 二期 period 500000000"},
      {"any kind for other", "project 二期; investment 二期 other 5e8 CNY",
       "project p1 二期; investment i1 period 5e8 CNY; edge i1 invested_in p1",
       "= project 二期; = investments 二期 other 500000000"},
      {"another currency", "project 二期; investment 二期 total 5e8 USD",
       "project p1 二期; investment i1 total 5e8 CNY; edge i1 invested_in p1",
       "= project 二期; - investments 二期 total 500000000; + investments 二期 total 500000000"},
      {"no currency is yuan", "project 二期; investment 二期 total 5e8 CNY",
       "project p1 二期; investment i1 total 5e8 -; edge i1 invested_in p1",
       "= project 二期; = investments 二期 total 500000000"},
      {"a range", "project 二期; investment 二期 total 5e8..6e8 CNY",
       "project p1 二期; investment i1 total 5e8..6e8 CNY; edge i1 invested_in p1",
       "= project 二期; = investments 二期 total 500000000"},
      {"half a range", "project 二期; investment 二期 total 5e8..6e8 CNY",
       "project p1 二期; investment i1 total 5e8 CNY; edge i1 invested_in p1",
       "= project 二期; - investments 二期 total 500000000; + investments 二期 total 500000000"},
      {"another subject", "project 二期; project 三期; investment 二期 total 5e8 CNY",
       "project p1 二期; project p2 三期; investment i1 total 5e8 CNY; edge i1 invested_in p2",
       "= project 二期; = project 三期; - investments 二期 total 500000000; + investments 三期 total 500000000"},
      {"no subject", "", "investment i1 total 5e8 CNY", "+ investments  total 500000000"},
      {"of an optional subject", "project 二期 optional",
       "project p1 二期; investment i1 total 5e8 CNY; edge i1 invested_in p1", ""},
      {"optional", "project 二期; investment 二期 total 5e8 CNY optional",
       "project p1 二期; investment i1 total 5e8 CNY; edge i1 invested_in p1", "= project 二期"},
  });
}

TEST(Score, Indicators) {
  check({
      {"right, with period and modality", "indicator 营业收入 316.6 亿元 6.7 2023-01/2023-10 actual",
       "indicator i1 营业收入 316.6 亿元 6.7 2023-01/2023-10 actual",
       "= indicators 营业收入 316.6亿元 6.7; indicator modality 1/1; indicator period 1/1"},
      {"period and modality are asked of what is right", "indicator 营业收入 316.6 亿元 - 2023-01/2023-10 target",
       "indicator i1 营业收入 316.6 亿元 - - -",
       "= indicators 营业收入 316.6亿元 -; indicator modality 0/1; indicator period 0/1"},
      {"no period is asked for", "indicator 营业收入 316.6 亿元 - - actual",
       "indicator i1 营业收入 316.6 亿元 - 2023-01/2023-12 -",
       "= indicators 营业收入 316.6亿元 -; indicator modality 1/1"},
      {"the same money in other units", "indicator 税收 1.2 亿元 - - actual", "indicator i1 税收 12000 万元 - - actual",
       "= indicators 税收 1.2亿元 -; indicator modality 1/1"},
      {"the same count in other units", "indicator 用工 1.2 万人 - - actual", "indicator i1 用工 12000 人 - - actual",
       "= indicators 用工 1.2万人 -; indicator modality 1/1"},
      {"another currency", "indicator 外资 1 亿元 - - actual", "indicator i1 外资 1 亿美元 - - actual",
       "- indicators 外资 1亿元 -; + indicators 外资 1亿美元 -"},
      {"another unit", "indicator 项目 5 个 - - actual", "indicator i1 项目 5 家 - - actual",
       "- indicators 项目 5个 -; + indicators 项目 5家 -"},
      {"growth only", "indicator 税收 - - -3.1 - actual", "indicator i1 税收 - - -3.1 - actual",
       "= indicators 税收 - -3.1; indicator modality 1/1"},
      {"growth is not asked for", "indicator 税收 1 亿元 - - actual", "indicator i1 税收 1 亿元 5 - actual",
       "= indicators 税收 1亿元 -; indicator modality 1/1"},
      {"growth is missing", "indicator 税收 1 亿元 5 - actual", "indicator i1 税收 1 亿元 - - actual",
       "- indicators 税收 1亿元 5; + indicators 税收 1亿元 -"},
      {"a value where there is none", "indicator 税收 - - 5 - actual", "indicator i1 税收 1 亿元 5 - actual",
       "- indicators 税收 - 5; + indicators 税收 1亿元 5"},
      {"a longer metric", "indicator 营业收入 1 亿元 - - actual", "indicator i1 工业企业营业收入 1 亿元 - - actual",
       "= indicators 营业收入 1亿元 -; indicator modality 1/1"},
      {"half of the characters", "indicator 工业产值 1 亿元 - - actual", "indicator i1 总产值 1 亿元 - - actual",
       "= indicators 工业产值 1亿元 -; indicator modality 1/1"},
      {"another metric", "indicator 税收 1 亿元 - - actual", "indicator i1 投资 1 亿元 - - actual",
       "- indicators 税收 1亿元 -; + indicators 投资 1亿元 -"},
      {"each node once", "indicator 税收 1 亿元 - - actual; indicator 税收 1 亿元 - - target",
       "indicator i1 税收 1 亿元 - - actual",
       "= indicators 税收 1亿元 -; - indicators 税收 1亿元 -; indicator modality 1/1"},
      {"optional", "indicator 税收 1 亿元 - - actual optional", "indicator i1 税收 1 亿元 - - actual", ""},
  });
}

TEST(Score, Relations) {
  check({
      {"right", "company 甲; project 乙; relation 甲 undertakes 乙",
       "company c1 甲; project p1 乙; edge c1 undertakes p1",
       "= company 甲; = project 乙; = relations 甲 undertakes 乙"},
      {"the other way round", "company 甲; company 乙; relation 甲 acquires 乙",
       "company c1 甲; company c2 乙; edge c2 acquires c1",
       "= company 甲; = company 乙; - relations 甲 acquires 乙; + relations 乙 acquires 甲"},
      {"another type", "company 甲; company 乙; relation 甲 acquires 乙",
       "company c1 甲; company c2 乙; edge c1 supplies c2",
       "= company 甲; = company 乙; - relations 甲 acquires 乙; + relations 甲 supplies 乙"},
      {"by other names of the ends", "company 甲集团=甲; project 乙=乙二期; relation 甲 undertakes 乙二期",
       "company c1 甲集团; project p1 乙项目; edge c1 undertakes p1",
       "= company 甲集团; = project 乙; = relations 甲 undertakes 乙二期"},
      {"an optional end", "company 甲 optional; project 乙; relation 甲 undertakes 乙", "project p1 乙",
       "= project 乙"},
      {"found with an optional end", "company 甲 optional; project 乙",
       "company c1 甲; project p1 乙; edge c1 undertakes p1", "= project 乙"},
      {"in the reporting zone without saying so", "reporting 东区; zone 东区; company 甲",
       "zone z1 东区; company c1 甲; edge c1 located_in z1", "= zone 东区; = company 甲"},
      {"in another zone", "reporting 东区; zone 东区; zone 西区; company 甲",
       "zone z1 东区; zone z2 西区; company c1 甲; edge c1 located_in z2",
       "= zone 东区; = zone 西区; = company 甲; + relations 甲 located_in 西区"},
      {"in a zone that the text never names", "company 甲",
       "zone z1 报告 implicit; company c1 甲; edge c1 located_in z1", "= company 甲"},
      {"the reporting zone's industry", "reporting 东区; zone 东区; industry 化工",
       "zone z1 东区; industry i1 化工; edge z1 leading_industry i1", "= zone 东区; = industry 化工"},
      {"another zone's industry", "reporting 东区; zone 东区; zone 西区; industry 化工",
       "zone z1 东区; zone z2 西区; industry i1 化工; edge z2 leading_industry i1",
       "= zone 东区; = zone 西区; = industry 化工; + relations 西区 leading_industry 化工"},
      {"edges that are no relations", "project 二期; investment 二期 total 1 CNY",
       "project p1 二期; investment i1 total 1 CNY; edge i1 invested_in p1",
       "= project 二期; = investments 二期 total 1"},
  });
}

TEST(Score, Residence) {
  check({
      {"in the zone, and not", "reporting 东区; zone 东区; company 甲 resident; company 乙 outside",
       "zone z1 东区; company c1 甲; company c2 乙; edge c1 located_in z1; edge c2 located_in z1",
       "= zone 东区; = company 甲; = company 乙; resident 1/2"},
      {"not located", "company 甲 resident; company 乙 outside", "company c1 甲; company c2 乙",
       "= company 甲; = company 乙; resident 1/2"},
      {"asked only of what was found", "company 甲 resident", "", "- company 甲"},
      {"not of what is open or optional", "company 甲; company 乙 resident optional", "company c1 甲; company c2 乙",
       "= company 甲"},
  });
}

TEST(Score, NumbersAndMetrics) {
  EXPECT_TRUE(same_number(1e9, 1e9 + 999));
  EXPECT_FALSE(same_number(1e9, 1e9 + 1100));
  EXPECT_TRUE(same_number(0, 1e-7)); // at least of 1
  EXPECT_FALSE(same_number(5, -5));
  EXPECT_TRUE(same_metric("税收收入", "税收"));
  EXPECT_TRUE(same_metric("固定资产投资", "投资额"));
  EXPECT_FALSE(same_metric("税收", "投资"));
  EXPECT_FALSE(same_metric("", "投资"));
}

} // namespace
} // namespace zonekg

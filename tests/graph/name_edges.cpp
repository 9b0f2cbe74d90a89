// Edges that names state, kinds of things that are linked and not one.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "graph/link.hpp"
#include "tests/graph/document_builder.hpp"

namespace zonekg {
namespace {

struct Case {
  const char *type, *name, *zone, *edge; // edge: none when empty
};
class NameEdges : public testing::TestWithParam<Case> {};
TEST_P(NameEdges, JoinZonesAndWhatIsNamedAfterThem) {
  const Case& c = GetParam();
  test::DocumentBuilder document("d1");
  document.mention("zone", "湖北荆江经济开发区", {{"reporting", 1.0}});
  document.mention("zone", c.zone);
  document.mention(c.type, c.name);
  const Graph graph = link({document.build()});
  std::set<std::string> found;
  for (std::size_t e = 0; e < graph.edge_count(); ++e) {
    const EdgeView view = graph.edge(e);
    EXPECT_FALSE(view.edge.evidence.empty());
    if (graph.node(view.source).type == c.type) found.insert(view.edge.type + " " + graph.node(view.target).name);
  }
  EXPECT_EQ(found, c.edge[0] == 0 ? std::set<std::string>{} : std::set<std::string>{std::string(c.edge) + " " + c.zone});
  EXPECT_EQ(graph.node_count(), 3u) << "linked, and not one";
}

INSTANTIATE_TEST_SUITE_P(
    All, NameEdges,
    testing::Values(Case{"company", "苍澜新材料产业园建设投资有限公司", "苍澜新材料产业园", "located_in"},
                    Case{"company", "望渡高新控股集团有限公司", "望渡高新区", "located_in"},
                    Case{"company", "望渡高新区开发有限公司", "望渡高新区", "located_in"},
                    Case{"company", "苍澜新材料产业园纺织有限公司", "苍澜新材料产业园", ""}, // of another trade
                    Case{"company", "苍澜化工有限公司", "苍澜新材料产业园", ""},
                    Case{"company", "XX产业园开发有限公司", "XX产业园", ""},
                    Case{"project", "岚溪轴承产业园一期", "岚溪轴承产业园", "located_in"},
                    Case{"project", "岚溪轴承产业园基础设施", "岚溪轴承产业园", "located_in"},
                    Case{"project", "岚溪轴承产业园项目", "岚溪轴承产业园", ""}, // no park lies in itself
                    Case{"project", "岚溪轴承产业园扩建", "岚溪轴承产业园", ""},
                    Case{"project", "岚溪轴承", "岚溪轴承产业园", ""}));

TEST(NameEdges, AParkAndTheProjectThatBuildsItKnowEachOther) {
  const auto park_of = [](const std::string& project) {
    test::DocumentBuilder document("d1");
    document.mention("zone", "湖北荆江经济开发区", {{"reporting", 1.0}});
    document.mention("zone", "岚溪轴承产业园");
    document.mention("project", project);
    const Graph graph = link({document.build()});
    for (std::size_t n = 0; n < graph.node_count(); ++n)
      if (graph.node(n).type == "project")
        if (const PropertyValue* park = find_property(graph.node(n), "park")) return std::get<std::string>(*park);
    return std::string();
  };
  for (const char* project : {"岚溪轴承产业园", "岚溪轴承产业园项目", "岚溪轴承产业园二期", "岚溪轴承产业园扩建工程"})
    EXPECT_EQ(park_of(project), "岚溪轴承产业园") << project;
  for (const char* project : {"岚溪轴承", "岚溪轴承产业园铁路专用线", "产业园"}) EXPECT_EQ(park_of(project), "") << project;
}

TEST(NameEdges, NeedOneDocument) {
  test::DocumentBuilder first("d1"), second("d2");
  first.mention("zone", "苍澜新材料产业园");
  second.mention("company", "苍澜新材料产业园建设投资有限公司");
  EXPECT_EQ(link({first.build(), second.build()}).edge_count(), 0u);
}

// 廷砾铝业投资的高端铝箔项目总投资28亿元: the whole sum is the investor's.
std::size_t investors(const std::string& words, const std::string& kind, bool second_company = false) {
  test::DocumentBuilder document("d1");
  const auto firm = document.mention("company", "廷砾铝业"), other = document.mention("company", "柏珑精工");
  const auto project = document.mention("project", "高端铝箔");
  const auto sum = document.mention("investment", "28亿元", {{"amount", 28e8}, {"kind", kind}});
  document.relation(words, firm, project).relation("invested_in", sum, project);
  if (second_company) document.relation("undertakes", other, project);
  Extraction extraction = document.build();
  extraction.relations[0].type = "undertakes"; // its evidence is what the builder was given as type
  const Graph graph = link({extraction});
  std::size_t count = 0;
  for (std::size_t e = 0; e < graph.edge_count(); ++e) {
    const EdgeView view = graph.edge(e);
    if (view.edge.type != "invested_by") continue;
    EXPECT_EQ(graph.node(view.source).type, "investment");
    EXPECT_EQ(graph.node(view.target).name, "廷砾铝业");
    ++count;
  }
  return count;
}

TEST(Investors, AreWhoTheWordsSay) {
  EXPECT_EQ(investors("廷砾铝业投资的高端铝箔", "total"), 1u);
  EXPECT_EQ(investors("廷砾铝业出资建设高端铝箔", "total"), 1u);
  EXPECT_EQ(investors("廷砾铝业承建的高端铝箔", "total"), 0u) << "builds it";
  EXPECT_EQ(investors("高端铝箔由廷砾铝业实施，计划投资", "total"), 0u) << "not right behind the name";
  EXPECT_EQ(investors("廷砾铝业投资的高端铝箔", "period"), 0u) << "not the whole sum";
  EXPECT_EQ(investors("廷砾铝业投资的高端铝箔", "total", true), 0u) << "whose of the two?";
}

TEST(StatedNames, AGenericWordGivesItsNamesToTheReportingZone) {
  test::DocumentBuilder document("d1");
  document.mention("zone", "四川青屿经济开发区", {{"reporting", 1.0}});
  const auto generic = document.mention("zone", "园区", {{"generic", true}});
  const auto full = document.mention("zone", "Songkou Economic Development Zone"), brief = document.mention("zone", "SKEDZ");
  document.relation("same_as", generic, full).relation("same_as", generic, brief);
  const auto firm = document.mention("company", "盛新锂业");
  document.relation("located_in", firm, generic);
  const Graph graph = link({document.build()});
  ASSERT_EQ(graph.node_count(), 2u);
  EXPECT_EQ(graph.node(1).name, "四川青屿经济开发区");
  EXPECT_EQ(graph.node(1).aliases, (std::vector<std::string>{"SKEDZ", "Songkou Economic Development Zone"}));
  EXPECT_EQ(graph.edge_count(), 1u);
}

TEST(StatedNames, OfAReportThatNamesItsZoneInEnglishOnly) {
  test::DocumentBuilder document("d1");
  const auto generic = document.mention("zone", "园区", {{"generic", true}});
  document.relation("same_as", generic, document.mention("zone", "Songkou Economic Development Zone"));
  const Graph graph = link({document.build()});
  ASSERT_EQ(graph.node_count(), 1u);
  EXPECT_EQ(graph.node(0).name, "Songkou Economic Development Zone");
  EXPECT_EQ(find_property(graph.node(0), "implicit"), nullptr);
}

// The document's time stands in where the words tell none; what is only intended stays without.
TEST(Histories, EveryActualStateHasAPeriod) {
  test::DocumentBuilder document("d1");
  document.period(20240101, 20241231);
  const auto project = document.mention("project", "再生铝");
  document.status(project, "started", "actual", {20240301, 20240331}).status(project, "trial").status(project, "in_production", "target");
  const Graph graph = link({document.build()});
  std::multiset<std::string> periods;
  for (const HistoryEntry& entry : graph.node(0).histories.at(0).entries) periods.insert(entry.value + " " + entry.period);
  EXPECT_EQ(periods, (std::multiset<std::string>{"started 2024-03/2024-03", "trial 2024-01/2024-12", "in_production "}));
}

} // namespace
} // namespace zonekg

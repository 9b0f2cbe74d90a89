// Reporting zones, observations, histories, edges, and linking across documents.
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <random>
#include <set>
#include <sstream>

#include "export/writers.hpp"
#include "graph/link.hpp"
#include "tests/graph/document_builder.hpp"

namespace zonekg {
namespace {

using test::DocumentBuilder;

std::vector<const Node*> nodes_of(const Graph& graph, const std::string& type) {
  std::vector<const Node*> result;
  for (std::size_t i = 0; i < graph.node_count(); ++i)
    if (graph.node(i).type == type) result.push_back(&graph.node(i));
  return result;
}

std::set<std::string> names_of(const Graph& graph, const std::string& type) {
  std::set<std::string> result;
  for (const Node* node : nodes_of(graph, type)) result.insert(node->name);
  return result;
}

std::set<std::string> edges_of(const Graph& graph) {
  std::set<std::string> result;
  for (std::size_t i = 0; i < graph.edge_count(); ++i) {
    const auto [source, target, edge] = graph.edge(i);
    result.insert(graph.node(source).name + " " + edge.type + " " + graph.node(target).name +
                  (edge.modality.empty() ? "" : " " + edge.modality) + (edge.period.empty() ? "" : " " + edge.period));
  }
  return result;
}

std::string json_of(const Graph& graph) {
  std::ostringstream out;
  write_json(graph, out);
  return out.str();
}

const Attribute generic{"generic", true};

TEST(ReportingZone, HasTheGreatestScore) {
  DocumentBuilder document("d1");
  document.mention("zone", "中德产业园", {{"reporting", 0.3}});
  document.mention("zone", "射洪经开区", {{"reporting", 0.8}});
  document.relation("located_in", document.mention("company", "盛新锂业"), reporting_zone);
  EXPECT_EQ(edges_of(link({document.build()})), std::set<std::string>{"盛新锂业 located_in 射洪经开区"});
}

TEST(ReportingZone, IsTheOnlyZoneUnlessItsWordsSpeakAgainstIt) {
  const auto tails = [](const Attribute& score) {
    DocumentBuilder document("d1", "全县项目建设情况");
    document.mention("zone", "汽配产业园", {score});
    document.relation("located_in", document.mention("company", "盛新锂业"), reporting_zone);
    return edges_of(link({document.build()}));
  };
  EXPECT_EQ(tails({"reporting", 0.5}), std::set<std::string>{"盛新锂业 located_in 汽配产业园"});
  EXPECT_EQ(tails({"rank", 1.0}), std::set<std::string>{"盛新锂业 located_in 汽配产业园"}) << "nobody judged it";
  EXPECT_EQ(tails({"reporting", 0.2}), std::set<std::string>{"盛新锂业 located_in 全县项目建设情况"});
}

TEST(ReportingZone, GenericWordsAreEvidenceOfItAndNothingElse) {
  DocumentBuilder document("d1");
  document.mention("zone", "射洪经开区", {{"reporting", 0.8}});
  const auto word = document.mention("zone", "我区", {generic});
  document.relation("located_in", document.mention("company", "盛新锂业"), word);
  const Graph graph = link({document.build()});
  const auto zones = nodes_of(graph, "zone");
  ASSERT_EQ(zones.size(), 1u);
  EXPECT_EQ(zones[0]->name, "射洪经开区");
  EXPECT_TRUE(zones[0]->aliases.empty());
  ASSERT_EQ(zones[0]->mentions.size(), 2u);
  EXPECT_EQ(zones[0]->mentions[1].text, "我区");
  EXPECT_EQ(find_property(*zones[0], "reporting"), nullptr);
  EXPECT_EQ(edges_of(graph), std::set<std::string>{"盛新锂业 located_in 射洪经开区"});
}

TEST(ReportingZone, IsImplicitWhenNeverNamed) {
  DocumentBuilder first("d1", "年度工作总结"), second("d2", "年度工作总结"), untitled("d3");
  first.mention("zone", "开发区", {generic});
  second.relation("located_in", second.mention("company", "盛新锂业"), reporting_zone);
  untitled.mention("indicator", "工业总产值316亿元", {{"metric", std::string("工业总产值")}, {"value", 316.0}});
  const Graph graph = link({first.build(), second.build(), untitled.build()});
  const auto zones = nodes_of(graph, "zone");
  ASSERT_EQ(zones.size(), 3u) << "never merged across documents";
  std::multiset<std::string> names;
  for (const Node* zone : zones) {
    names.insert(zone->name);
    EXPECT_FALSE(zone->mentions.empty()) << "a node without evidence";
    ASSERT_NE(find_property(*zone, "implicit"), nullptr);
    EXPECT_EQ(std::get<bool>(*find_property(*zone, "implicit")), true);
  }
  EXPECT_EQ(names, (std::multiset<std::string>{"d3.txt", "年度工作总结", "年度工作总结"}));
}

TEST(ReportingZone, IsNotMadeUpWithoutNeed) {
  DocumentBuilder document("d1", "题目");
  document.mention("company", "盛新锂业");
  EXPECT_TRUE(nodes_of(link({document.build()}), "zone").empty());
}

TEST(Observations, SameFigureOfSameSubjectIsOneNode) {
  DocumentBuilder document("d1");
  const std::vector<Attribute> total = {
      {"amount", 5e8}, {"currency", std::string("CNY")}, {"kind", std::string("total")}};
  const auto project = document.mention("project", "中德产业园"), other = document.mention("project", "久江新能源");
  for (const auto subject : {project, project, other})
    document.relation("invested_in", document.mention("investment", "总投资5亿元", total), subject);
  const Graph graph = link({document.build()});
  const auto investments = nodes_of(graph, "investment");
  ASSERT_EQ(investments.size(), 2u);
  EXPECT_EQ(investments[0]->mentions.size() + investments[1]->mentions.size(), 3u);
  EXPECT_EQ(std::get<double>(*find_property(*investments[0], "amount")), 5e8);
  EXPECT_EQ(edges_of(graph),
            (std::set<std::string>{"总投资5亿元 invested_in 中德产业园", "总投资5亿元 invested_in 久江新能源"}));
}

TEST(Observations, AreNeverOneAcrossDocuments) {
  std::vector<Extraction> documents;
  for (const char* id : {"d1", "d2"}) {
    DocumentBuilder document(id);
    document.mention("zone", "射洪经开区", {{"reporting", 1.0}});
    document.mention("indicator", "产值5亿元", {{"metric", std::string("产值")}, {"value", 5.0}});
    documents.push_back(document.build());
  }
  const Graph graph = link(std::move(documents));
  EXPECT_EQ(nodes_of(graph, "indicator").size(), 2u);
  EXPECT_EQ(nodes_of(graph, "zone").size(), 1u);
  EXPECT_EQ(graph.edge_count(), 2u);
}

TEST(Observations, IndicatorsBelongToTheZoneOfTheirRelationOrElseTheReportingOne) {
  DocumentBuilder document("d1");
  document.mention("zone", "射洪经开区", {{"reporting", 1.0}});
  const auto park = document.mention("zone", "中德产业园");
  document.mention("indicator", "产值5亿元", {{"value", 5.0}});
  document.relation("indicator_of", document.mention("indicator", "税收1亿元", {{"value", 1.0}}), park);
  EXPECT_EQ(edges_of(link({document.build()})),
            (std::set<std::string>{"产值5亿元 indicator_of 射洪经开区", "税收1亿元 indicator_of 中德产业园"}));
}

TEST(Histories, OldestFirstAndTheLatestActualOneIsTheStatus) {
  DocumentBuilder older("d1"), newer("d2");
  older.period(20220101, 20221231);
  newer.period(20230101, 20231231);
  older.status(older.mention("project", "中德产业园"), "started");
  const auto project = newer.mention("project", "中德产业园项目");
  newer.status(project, "in_production", "target", {20241201, 20241231});
  newer.status(project, "completed");
  newer.status(project, "completed");
  newer.status(project, "signed", "actual", {20210301, 20210331});
  const Graph graph = link({newer.build(), older.build()});
  const auto projects = nodes_of(graph, "project");
  ASSERT_EQ(projects.size(), 1u);
  ASSERT_EQ(projects[0]->histories.size(), 1u);
  std::vector<std::string> entries;
  for (const HistoryEntry& e : projects[0]->histories[0].entries)
    entries.push_back(e.value + " " + e.modality + " " + e.period + " " + std::to_string(e.evidence.size()));
  EXPECT_EQ(entries, (std::vector<std::string>{"signed actual 2021-03/2021-03 1", "started actual 2022-01/2022-12 1",
                                               "completed actual 2023-01/2023-12 2", "in_production target 2024-12/2024-12 1"}));
  EXPECT_EQ(std::get<std::string>(*find_property(*projects[0], "status")), "completed");
}

TEST(Histories, IntentionsAreNoStatus) {
  DocumentBuilder document("d1");
  document.status(document.mention("project", "中德产业园"), "started", "target");
  EXPECT_EQ(find_property(*nodes_of(link({document.build()}), "project").at(0), "status"), nullptr);
}

TEST(Edges, SameTypeAndEndsMergeAndSelfEdgesFall) {
  DocumentBuilder document("d1");
  const auto zone = document.mention("zone", "射洪经开区", {{"reporting", 1.0}});
  const auto full = document.mention("company", "遂宁盛新锂业有限公司"),
             brief = document.mention("company", "盛新锂业");
  document.relation("located_in", full, zone, "target", {20240101, 20241231});
  document.relation("located_in", brief, reporting_zone, "actual", {20230101, 20231231});
  document.relation("cooperates_with", full, brief);
  document.relation("located_in", 77, zone);
  const Graph graph = link({document.build()});
  EXPECT_EQ(edges_of(graph),
            std::set<std::string>{"遂宁盛新锂业有限公司 located_in 射洪经开区 actual 2023-01/2023-12"});
  EXPECT_EQ(graph.edge(0).edge.evidence.size(), 2u);
}

TEST(Attributes, ComeFromTheMostConfidentMention) {
  DocumentBuilder document("d1");
  document.mention("infrastructure", "污水处理厂", {{"capacity", 2.0}, {"capacity_unit", std::string("万吨")}}, 0.6);
  document.mention("infrastructure", "污水处理厂",
                   {{"capacity", 4.0}, {"capacity_unit", std::string("万吨/日")}, {"id", std::string("x")}}, 0.9);
  const Graph graph = link({document.build()});
  const Node& node = *nodes_of(graph, "infrastructure").at(0);
  EXPECT_EQ(std::get<Figure>(*find_property(node, "capacity")), (Figure{4, "万吨/日"}));
  EXPECT_EQ(find_property(node, "id"), nullptr) << "a reserved key";
  EXPECT_NE(find_property(node, "attribute_id"), nullptr);
  EXPECT_EQ(node.confidence, 0.9);
}

TEST(Attributes, CompaniesHaveLegalAndShortNames) {
  DocumentBuilder document("d1");
  document.mention("company", "遂宁盛新锂业有限公司");
  document.mention("company", "盛新锂业");
  document.mention("company", "蜀道集团");
  for (const Graph graph = link({document.build()}); const Node* node : nodes_of(graph, "company")) {
    const PropertyValue *legal = find_property(*node, "legal_name"), *brief = find_property(*node, "short_name");
    ASSERT_EQ(legal != nullptr, node->name == "遂宁盛新锂业有限公司");
    ASSERT_EQ(brief != nullptr, legal != nullptr);
    if (brief != nullptr) {
      EXPECT_EQ(std::get<std::string>(*brief), "盛新锂业");
    }
  }
}

struct AcrossCase {
  std::string type;
  std::vector<std::vector<std::string>> documents; // names of each
  std::size_t expected;                            // nodes
};

class LinkAcross : public testing::TestWithParam<AcrossCase> {};

TEST_P(LinkAcross, MergesExactNamesOnly) {
  std::vector<Extraction> documents;
  for (const auto& names : GetParam().documents) {
    DocumentBuilder document("d" + std::to_string(documents.size() + 1));
    for (const std::string& name : names) document.mention(GetParam().type, name);
    documents.push_back(document.build());
  }
  EXPECT_EQ(link(documents).node_count(), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    All, LinkAcross,
    testing::Values(
        AcrossCase{"company", {{"盛新锂业"}, {"盛新锂业"}}, 1},
        AcrossCase{"company", {{"盛新锂业", "遂宁盛新锂业有限公司"}, {"盛新锂业"}, {"遂宁盛新锂业有限公司"}}, 1},
        AcrossCase{"company", {{"盛新锂业"}, {"盛新锂能"}}, 2}, AcrossCase{"industry", {{"锂电"}, {"锂电产业"}}, 1},
        AcrossCase{"zone", {{"XX经济开发区"}, {"XX经济开发区"}}, 2},
        AcrossCase{"zone", {{"xx经济开发区"}, {"ＸＸ经济开发区"}}, 2},
        AcrossCase{"company", {{"XXX中基"}, {"XXX中基"}}, 2}, AcrossCase{"company", {{"＊＊科技"}, {"＊＊科技"}}, 2},
        AcrossCase{"company", {{"某化工公司"}, {"某化工公司"}}, 2}, AcrossCase{"company", {{"□□化工"}, {"□□化工"}}, 2},
        AcrossCase{"company", {{"XEROX"}, {"xerox"}}, 1},
        AcrossCase{"project", {{"3×100兆瓦机组"}, {"3×100兆瓦机组"}}, 1},
        AcrossCase{"zone", {{"高新区"}, {"高新区"}}, 2},
        AcrossCase{"zone", {{"荆门高新区", "高新区"}, {"襄阳高新区", "高新区"}}, 2},
        AcrossCase{"zone", {{"滨海县沿海工业园", "沿海工业园"}, {"响水县沿海工业园", "沿海工业园"}, {"沿海工业园"}}, 3},
        AcrossCase{
            "company", {{"湖北亿纬动力有限公司", "亿纬动力"}, {"荆门亿纬动力有限公司", "亿纬动力"}, {"亿纬动力"}}, 3},
        AcrossCase{"zone", {{"四川射洪经济开发区", "射洪经开区"}, {"四川射洪经开区", "射洪经开区"}}, 1}));

TEST(LinkAcross, SiblingsOfOneDocumentStayTwo) {
  DocumentBuilder first("d1"), second("d2");
  const auto a = first.mention("company", "遂宁盛新锂业有限公司"), b = first.mention("company", "盛新锂业");
  first.siblings({a, b});
  second.mention("company", "遂宁盛新锂业有限公司");
  second.mention("company", "盛新锂业");
  EXPECT_EQ(link({first.build(), second.build()}).node_count(), 2u);
}

std::vector<Extraction> three_documents() {
  std::vector<Extraction> documents;
  for (const std::string id : {"d3", "d1", "d2"}) {
    DocumentBuilder document(id, "题目" + id);
    document.period(20230101, 20231231);
    document.mention("zone", "XX经开区", {{"reporting", 0.5}});
    const auto firm = document.mention("company", id == "d2" ? "盛新锂业" : "遂宁盛新锂业有限公司");
    const auto project = document.mention("project", "锂盐");
    document.relation("undertakes", firm, project).relation("located_in", firm, reporting_zone);
    document.status(project, id == "d1" ? "started" : "completed");
    document.mention("indicator", "产值", {{"value", 3.5}});
    documents.push_back(document.build());
  }
  return documents;
}

TEST(Determinism, TheOrderOfInputsDoesNotMatter) {
  auto documents = three_documents();
  const std::string expected = json_of(link(documents, {{{"b", "1"}, {"a", "2"}}, true}));
  std::mt19937 random(7);
  for (int i = 0; i < 5; ++i) {
    std::shuffle(documents.begin(), documents.end(), random);
    EXPECT_EQ(json_of(link(documents, {{{"a", "2"}, {"b", "1"}}, true})), expected);
  }
}

TEST(Ids, StayWhenAnotherDocumentComes) {
  auto documents = three_documents();
  std::set<std::string> all, some;
  for (const Graph graph = link(documents); const Node* node : nodes_of(graph, "indicator")) all.insert(node->id);
  documents.pop_back();
  for (const Graph graph = link(documents); const Node* node : nodes_of(graph, "indicator")) some.insert(node->id);
  EXPECT_EQ(some.size(), 2u);
  EXPECT_TRUE(std::includes(all.begin(), all.end(), some.begin(), some.end()));
}

TEST(Documents, AreNodesOnlyWhenAskedFor) {
  EXPECT_TRUE(nodes_of(link(three_documents()), "document").empty());
  const Graph graph = link(three_documents(), {{}, true});
  const auto documents = nodes_of(graph, "document");
  ASSERT_EQ(documents.size(), 3u);
  EXPECT_EQ(documents[0]->name, "题目d1");
  EXPECT_EQ(std::get<std::string>(*find_property(*documents[0], "period")), "2023-01/2023-12");
  std::size_t mentioned = 0;
  for (std::size_t i = 0; i < graph.edge_count(); ++i) mentioned += graph.edge(i).edge.type == "mentioned_in";
  EXPECT_EQ(mentioned, 3u /* zones */ + 3u /* indicators */ + 3u /* project */ + 3u /* firms */);
}

TEST(Hostile, IndicesAndTextsOfStrangersDoNoHarm) {
  DocumentBuilder document("d1");
  const auto firm =
      document.mention("company", "\xFF\xE4\xB8", {{"\xC3", std::string("\xED\xA0\x80")}, {"nan", std::nan("")}});
  document.mention("", "");
  document.relation("same_as", firm, 99).relation("same_as", reporting_zone, firm).relation("x", 50, 60);
  document.status(1234, "started").siblings({firm, 4321});
  const Graph graph = link({document.build()});
  EXPECT_EQ(names_of(graph, "company"), std::set<std::string>{"\uFFFD\uFFFD\uFFFD"});
  EXPECT_EQ(find_property(*nodes_of(graph, "company")[0], "nan"), nullptr);
  EXPECT_NO_THROW(json_of(graph));
}

TEST(Hostile, NothingGivesAnEmptyGraph) {
  EXPECT_EQ(link({}).node_count(), 0u);
  EXPECT_EQ(link({DocumentBuilder("d1").build()}).node_count(), 0u);
}

} // namespace
} // namespace zonekg

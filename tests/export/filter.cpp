#include "export/filter.hpp"

#include <gtest/gtest.h>

namespace zonekg {
namespace {

Node node(const char* id, const char* type, const char* name, double confidence, std::vector<Evidence> mentions) {
  return {id, type, name, {}, confidence, std::move(mentions), {}, {}};
}

Evidence said_in(std::uint32_t document) { return {document, 0, 1, "x", "", ""}; }

// z ← c → p, z ← i (2024), p ← m; documents of 2023 and of January 2025.
Graph sample() {
  GraphHeader header;
  header.documents = {{"d1", "old.txt", "", "", {20240110, 0, {20230101, 20231231}}},
                      {"d2", "new.txt", "", "", {0, 0, {20250101, 20250131}}}};
  std::vector<Node> nodes = {node("z", "zone", "岚溪", 0.9, {said_in(0), said_in(1)}),
                             node("c", "company", "泊岳", 0.8, {said_in(0)}),
                             node("p", "project", "轴承", 0.7, {said_in(0), said_in(1)}),
                             node("i", "indicator", "产值", 0.6, {said_in(0)}),
                             node("m", "investment", "5亿元", 0.5, {said_in(1)})};
  nodes[1].aliases = {"泊岳公司", "泊岳集团"};
  nodes[3].properties = {{"period", "2024-06/2024-12"}};
  nodes[2].properties = {{"kind", "x"}, {"status", "completed"}};
  nodes[2].histories = {{"status",
                         {{"signed", "actual", "2023-03/2023-03", {said_in(0)}},
                          {"started", "target", "2024-01/2024-12", {said_in(0)}},
                          {"completed", "actual", "2025-01/2025-01", {said_in(1)}}}}};
  std::vector<EdgeEnds> ends = {{1, 0}, {1, 2}, {3, 0}, {4, 2}};
  std::vector<Edge> edges = {{"located_in", 0.9, "", "", {said_in(0)}},
                             {"undertakes", 0.55, "", "2024-03/2024-12", {said_in(0)}},
                             {"indicator_of", 0.9, "", "", {said_in(0)}},
                             {"invested_in", 0.9, "", "", {said_in(1)}}};
  return Graph(header, nodes, ends, edges);
}

// `c z | c-located_in-z`
std::string told(const Graph& graph) {
  std::string text;
  for (std::size_t i = 0; i < graph.node_count(); ++i) text += graph.node(i).id + ' ';
  text += '|';
  for (std::size_t i = 0; i < graph.edge_count(); ++i) {
    const EdgeView view = graph.edge(i);
    text += ' ' + graph.node(view.source).id + '-' + view.edge.type + '-' + graph.node(view.target).id;
  }
  return text;
}

struct Case {
  const char* what;
  Filter filter;
  const char* expected;
};

class FilterGraph : public testing::TestWithParam<Case> {};

TEST_P(FilterGraph, Keeps) { EXPECT_EQ(told(filter_graph(sample(), GetParam().filter)), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    All, FilterGraph,
    testing::Values(
        Case{"nothing asked", {}, "c i m p z | c-undertakes-p c-located_in-z i-indicator_of-z m-invested_in-p"},
        Case{"types", {{"zone", "company"}, 0, 0, {}, 2}, "c z | c-located_in-z"},
        Case{"confidence", {{}, 0.6, 0, {}, 2}, "c i p z | c-located_in-z i-indicator_of-z"},
        Case{"focus alone", {{}, 0, 0, {"轴承"}, 0}, "p |"},
        Case{"one hop", {{}, 0, 0, {"轴承"}, 1}, "c m p | c-undertakes-p m-invested_in-p"},
        Case{"by alias, by id", {{}, 0, 0, {"泊岳公司", "i"}, 0}, "c i |"},
        Case{"the same focus twice", {{}, 0, 0, {"泊岳", "c"}, 0}, "c |"},
        Case{"hops do not cross what is filtered", {{"zone", "project", "investment"}, 0, 0, {"p"}, 9}, "m p | m-invested_in-p"},
        Case{"before everything", {{}, 0, 20200000, {}, 2}, "|"},
        Case{"the first report is out", {{}, 0, 20240131, {}, 2}, "c p z | c-located_in-z"},
        Case{"its figure has begun", {{}, 0, 20240600, {}, 2}, "c i p z | c-undertakes-p c-located_in-z i-indicator_of-z"},
        Case{"end of the second report", {{}, 0, 20250131, {}, 2},
             "c i m p z | c-undertakes-p c-located_in-z i-indicator_of-z m-invested_in-p"}),
    [](const auto& test) {
      std::string name = test.param.what;
      std::erase_if(name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); });
      return name;
    });

TEST(FilterAsOf, TurnsBackTheStatus) {
  const Graph graph = filter_graph(sample(), {{}, 0, 20240600, {}, 2});
  const Node& project = graph.node(2);
  ASSERT_EQ(project.id, "p");
  EXPECT_EQ(std::get<std::string>(*find_property(project, "status")), "signed");
  EXPECT_EQ(project.histories.at(0).entries.size(), 2u);
  EXPECT_EQ(project.mentions.size(), 1u);
}

TEST(FilterGraphErrors, SayWhatThereIs) {
  const std::pair<Filter, const char*> cases[] = {
      {{{"person"}, 0, 0, {}, 2}, "'person'; there are company, indicator, investment, project, zone"},
      {{{}, 0, 0, {"无"}, 2}, "nothing in the graph is called '无'"},
      {{{"zone"}, 0, 0, {"泊岳"}, 2}, "nothing in the graph is called '泊岳'"}};
  for (const auto& [filter, expected] : cases) try {
      filter_graph(sample(), filter);
      ADD_FAILURE() << expected;
    } catch (const InputError& error) {
      EXPECT_NE(std::string(error.what()).find(expected), std::string::npos) << error.what();
    }
}

TEST(MostConnected, TakesTheFirstOfEquals) { EXPECT_EQ(told(most_connected(sample(), 3)), "c p z | c-undertakes-p c-located_in-z"); }

} // namespace
} // namespace zonekg

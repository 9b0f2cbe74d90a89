// The JSON export, and the reader of it.
#include <gtest/gtest.h>
#include <sstream>

#include "export/writers.hpp"
#include "graph/read_json.hpp"
#include "graph/statistics.hpp"
#include "tests/export/nasty_graph.hpp"

namespace zonekg {
namespace {

std::string json_of(const Graph& graph) {
  std::ostringstream out;
  write_json(graph, out);
  return out.str();
}

TEST(Json, WhatIsReadIsWrittenAgainToTheByte) {
  const std::string once = json_of(test::nasty_graph());
  EXPECT_EQ(json_of(read_json(once, "g.json")), once);
  const std::string nothing = json_of(Graph());
  EXPECT_EQ(json_of(read_json(nothing, "g.json")), nothing);
}

TEST(Json, FollowsTheContract) {
  GraphHeader header;
  header.plugins = {{"zones", "1.0.0"}};
  header.documents = {{"d1", "a.txt", "题目", "ff", {20231200, 0, {20230101, 20231231}}}, {"d2", "b.txt", "", "", {}}};
  const Evidence evidence{0, 3, 5, "园区", "zones", "suffix"};
  std::vector<Node> nodes = {
      {"z1", "zone", "沿海园区", {"园区"}, 0.5, {evidence}, {{"implicit", true}}, {}},
      {"i1", "infrastructure", "厂", {}, 1, {evidence}, {{"capacity", Figure{4.5, "万吨/日"}}}, {}}};
  const HistoryEntry started{"started", "actual", "2023-01/2023-03", {evidence}};
  nodes.push_back({"p1", "project", "锂盐", {}, 0.1, {evidence}, {{"amount", 3950000000.0}}, {{"status", {started}}}});
  std::vector<Edge> edges = {{"located_in", 0.25, "target", "2024-01/2024-12", {evidence}}, {"x", 1, "", "", {}}};
  EXPECT_EQ(json_of(Graph(header, nodes, {{1, 0}, {1, 0}}, edges)),
            R"({"directed":true,"multigraph":true,"graph":{"format":1,"plugins":[{"id":"zones","version":"1.0.0"}],)"
            R"("documents":[{"id":"d1","path":"a.txt","title":"题目","published":"2023-12","period":"2023-01/2023-12",)"
            R"("sha256":"ff"},{"id":"d2","path":"b.txt"}]},)"
            "\n\"nodes\":[\n"
            R"({"id":"i1","type":"infrastructure","name":"厂","aliases":[],"confidence":1,)"
            R"("capacity":{"value":4.5,"unit":"万吨/日"},)"
            R"("mentions":[{"doc":"d1","begin":3,"end":5,"text":"园区","plugin":"zones","rule":"suffix"}]},)"
            "\n"
            R"({"id":"p1","type":"project","name":"锂盐","aliases":[],"confidence":0.1,"amount":3950000000,)"
            R"("status_history":[{"status":"started","modality":"actual","period":"2023-01/2023-03",)"
            R"("evidence":[{"doc":"d1","begin":3,"end":5,"text":"园区","plugin":"zones","rule":"suffix"}]}],)"
            R"("mentions":[{"doc":"d1","begin":3,"end":5,"text":"园区","plugin":"zones","rule":"suffix"}]},)"
            "\n"
            R"({"id":"z1","type":"zone","name":"沿海园区","aliases":["园区"],"confidence":0.5,"implicit":true,)"
            R"("mentions":[{"doc":"d1","begin":3,"end":5,"text":"园区","plugin":"zones","rule":"suffix"}]})"
            "\n],\n\"links\":[\n"
            R"({"source":"i1","target":"z1","key":0,"type":"located_in","confidence":0.25,"modality":"target",)"
            R"("period":"2024-01/2024-12",)"
            R"("evidence":[{"doc":"d1","begin":3,"end":5,"text":"园区","plugin":"zones","rule":"suffix"}]},)"
            "\n"
            R"({"source":"i1","target":"z1","key":1,"type":"x","confidence":1,"evidence":[]})"
            "\n]}\n");
}

struct BadJson {
  std::string json, message;
};

class ReadJson : public testing::TestWithParam<BadJson> {};

TEST_P(ReadJson, SaysWhatIsWrongAndWhere) {
  try {
    read_json(GetParam().json, "g.json");
    FAIL() << "no error";
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find(GetParam().message), std::string::npos) << error.what();
    EXPECT_EQ(std::string(error.what()).rfind("g.json: ", 0), 0u) << error.what();
  }
}

// A graph with these nodes and links, and one document `d1`.
std::string with(const std::string& nodes, const std::string& links = "") {
  return R"({"graph":{"format":1,"plugins":[],"documents":[{"id":"d1","path":"a"}]},"nodes":[)" + nodes +
         R"(],"links":[)" + links + "]}";
}

std::string node(const std::string& id, const std::string& more = "") {
  return R"({"id":")" + id + R"(","type":"zone","name":"a","aliases":[],"confidence":1,"mentions":[])" + more + "}";
}

INSTANTIATE_TEST_SUITE_P(
    All, ReadJson,
    testing::Values(
        BadJson{"", "not JSON at byte 0"}, BadJson{"[]", "is not an object"}, BadJson{"{}", "'graph' is missing"},
        BadJson{std::string(200000, '['), "not JSON at byte"}, BadJson{"{\"graph\":\"\xFF\"}", "not JSON at byte 10"},
        BadJson{with(std::string(200000, '[')), "not JSON at byte"}, BadJson{with(R"({"id":"a)"), "not JSON at byte"},
        BadJson{std::string("{}\0{}", 5), "not JSON at byte 2"}, BadJson{"{} {}", "not JSON at byte 3"},
        BadJson{R"({"graph" 1})", "not JSON at byte 9: Missing a colon"}, BadJson{"{1:2}", "not JSON at byte 1: Missing a name"},
        BadJson{R"({"a":1,})", "not JSON at byte 7: Missing a name"}, BadJson{R"({"a":1 "b":2})", "not JSON at byte 7: Missing a comma"},
        BadJson{with("1 2"), "node 0: is not an object"}, BadJson{with(node("a") + node("b")), "Missing a comma or ']'"},
        BadJson{with(node("a") + ","), "not JSON at byte"}, BadJson{with(node("a")) + ",", "The document root must not"},
        BadJson{R"({"graph":{"format":1,"plugins":[],"documents":[]},"nodes":[)", "not JSON at byte"},
        BadJson{R"({"graph":{"format":1,"plugins":[],"documents":[]},"nodes":{},"links":[]})", "'nodes' is not a list"},
        BadJson{R"({"graph":7,"nodes":[],"links":[]})", "'graph' is missing"},
        BadJson{R"({"graph":{"format":99,"plugins":[],"documents":[]}})", "build the graph again"},
        BadJson{R"({"graph":{"format":1,"plugins":[],"documents":[]},"nodes":[]})", "'links' is missing"},
        BadJson{with("7"), "node 0: is not an object"}, BadJson{with("{}"), "node 0: 'id' is missing"},
        BadJson{with(node("a") + "," + node("a")), "node 1: a second 'a'"},
        BadJson{with(node("a", R"(,"x":null)")), "node 0: 'x': neither text"},
        BadJson{with(node("a", R"(,"x":[1])")), "node 0: 'x': neither text"},
        BadJson{with(node("a", R"(,"x":1,"x":2)")), "node 0: a key stands twice"},
        BadJson{with(node("a", R"(,"status_history":[{"status":"x"}])")), "'evidence' is missing"},
        BadJson{with(R"({"id":"a","type":"t","name":"n","aliases":[],"confidence":2,"mentions":[]})"), "not in 0 to 1"},
        BadJson{with(R"({"id":"a","type":"t","name":"n","aliases":[1],"confidence":1,"mentions":[]})"), "an alias"},
        BadJson{with(R"({"id":"a","type":"t","name":"n","aliases":[],"confidence":1,)"
                     R"("mentions":[{"doc":"d2","begin":0,"end":1,"text":""}]})"),
                "'d2' is not there"},
        BadJson{with(R"({"id":"a","type":"t","name":"n","aliases":[],"confidence":1,)"
                     R"("mentions":[{"doc":"d1","begin":-1,"end":1,"text":""}]})"),
                "'begin' is not a count"},
        BadJson{with(node("a"), R"({"source":"a","target":"b","type":"x","confidence":1,"evidence":[]})"),
                "link 0: 'b' is not there"}));

// Other programs sort keys, and indent.
TEST(ReadJsonGraph, PartsMayComeInAnyOrder) {
  const std::string once = json_of(test::nasty_graph());
  const auto part = [&](const std::string& from, const std::string& to) {
    const std::size_t begin = once.find(from);
    return once.substr(begin, once.find(to, begin) - begin);
  };
  const std::string graph = part("\"graph\"", ",\n\"nodes\""), nodes = part("\"nodes\"", ",\n\"links\""),
                    links = part("\"links\"", "}\n\xFF") /* to the end */;
  const std::string own_links = links.substr(0, links.rfind('}'));
  for (const auto& parts : {std::vector{graph, own_links, nodes}, {own_links, nodes, graph}, {nodes, graph, own_links},
                            {nodes, own_links, graph}, {own_links, graph, nodes}}) {
    std::string json = "{";
    for (const std::string& text : parts) json += (json.size() > 1 ? " ,\n " : "\n") + text;
    EXPECT_EQ(json_of(read_json(json + ", \"multigraph\" : true }\n ", "g.json")), once) << json;
  }
}

TEST(ReadJsonGraph, TheFirstOfEqualKeysCounts) {
  const std::string more = R"(,"nodes":[7],"links":"x","graph":[{}]})";
  const std::string json = with(node("a"));
  EXPECT_EQ(read_json(json.substr(0, json.size() - 1) + more, "g.json").node_count(), 1u);
}

TEST(ReadJsonGraph, ReadsFiguresDatesAndHistories) {
  const Graph graph = read_json(json_of(test::nasty_graph()), "g.json");
  EXPECT_EQ(graph.header().documents[0].date.period.end, 20231231);
  EXPECT_EQ(graph.header().documents[0].date.published, 20231200);
  const Node& node = graph.node(0);
  EXPECT_EQ(std::get<Figure>(*find_property(node, "capacity")).value, 1e-7);
  EXPECT_EQ(node.histories.at(0).entries.at(1).modality, "target");
}

TEST(Statistics, CountTypesDegreesAndComponents) {
  std::vector<Node> nodes(5);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    nodes[i].id = std::to_string(i);
    nodes[i].type = i < 2 ? "company" : "zone";
  }
  std::vector<Edge> edges(3);
  edges[0].type = edges[1].type = "located_in";
  edges[2].type = "part_of";
  const Statistics s = graph_statistics(Graph({}, nodes, {{0, 2}, {1, 2}, {2, 3}}, edges));
  using Counts = std::vector<std::pair<std::string, std::size_t>>;
  EXPECT_EQ(s.nodes_by_type, (Counts{{"company", 2}, {"zone", 3}}));
  EXPECT_EQ(s.edges_by_type, (Counts{{"located_in", 2}, {"part_of", 1}}));
  EXPECT_EQ(s.components, 2u);
  EXPECT_EQ(s.largest_component, 4u);
  EXPECT_EQ(s.degrees.isolated, 1u);
  EXPECT_EQ(s.degrees.maximum, 3u);
  EXPECT_DOUBLE_EQ(s.degrees.mean, 1.2);
  ASSERT_EQ(s.degrees.hubs.size(), 5u);
  EXPECT_EQ(s.degrees.hubs[0].in, 2u);
  EXPECT_EQ(s.degrees.hubs[0].out, 1u);
  EXPECT_EQ(graph_statistics(Graph()).components, 0u);
}

} // namespace
} // namespace zonekg

// Escaping in GraphML and DOT. That real readers take the files is tested in tests/readers.
#include <gtest/gtest.h>

#include <charconv>
#include <cmath>
#include <random>
#include <sstream>

#include "export/dot_clusters.hpp"
#include "export/readable.hpp"
#include "export/writers.hpp"
#include "graph/number_text.hpp"
#include "tests/export/nasty_graph.hpp"

namespace zonekg {
namespace {

Graph graph_named(const std::string& name) { return Graph({}, {{"z1", "zone", name, {}, 0.5, {}, {}, {}}}, {}, {}); }

std::string written(void (*write)(const Graph&, std::ostream&), const Graph& graph) {
  std::ostringstream out;
  write(graph, out);
  return out.str();
}

struct EscapeCase {
  std::string text, graphml, dot;
};

class Escape : public testing::TestWithParam<EscapeCase> {};

// The same bytes, whatever the number of threads.
TEST(GraphMl, OnSeveralThreads) {
  std::vector<Node> nodes(1500);
  std::vector<EdgeEnds> ends;
  std::vector<Edge> edges;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    nodes[i].id = "n" + std::to_string(i);
    nodes[i].type = "company";
    nodes[i].name = "<" + std::to_string(i * 7) + "&公司>";
    if (i % 700 == 3) nodes[i].properties.push_back({"rare_" + std::to_string(i), std::string("x")});
    ends.push_back({i, (i * 31 + 1) % 1500});
    edges.emplace_back().type = i % 3 ? "supplies" : "acquires";
  }
  const Graph graph({}, std::move(nodes), std::move(ends), std::move(edges));
  std::ostringstream one;
  write_graphml(graph, one);
  for (const unsigned jobs : {0U, 2U, 3U, 9U}) {
    std::ostringstream several;
    write_graphml(graph, several, jobs);
    EXPECT_TRUE(one.str() == several.str()) << jobs;
  }
}

TEST_P(Escape, KeepsWhatTheFormatCanHold) {
  const std::string graphml = written(write_graphml, graph_named(GetParam().text));
  EXPECT_NE(graphml.find(">" + GetParam().graphml + "</data>"), std::string::npos) << graphml;
  const std::string dot = written(write_dot, graph_named(GetParam().text));
  EXPECT_NE(dot.find("[label=\"" + GetParam().dot + "\","), std::string::npos) << dot;
}

INSTANTIATE_TEST_SUITE_P(All, Escape,
                         testing::Values(EscapeCase{"沿海", "沿海", "沿海"}, EscapeCase{"a\"b", "a&quot;b", "a\\\"b"},
                                         EscapeCase{"a\\", "a\\", "a\\\\"}, EscapeCase{"\\n", "\\n", "\\\\n"},
                                         EscapeCase{"]]>", "]]&gt;", "]]>"},
                                         EscapeCase{"&amp;<", "&amp;amp;&lt;", "&amp;amp;<"},
                                         EscapeCase{std::string("\0\x1B", 2), "\uFFFD\uFFFD", "\uFFFD\uFFFD"},
                                         EscapeCase{"a\nb\tc\rd", "a&#10;b&#9;c&#13;d", "a\\nb c d"},
                                         EscapeCase{"\uFFFE", "\uFFFD", "\uFFFD"},
                                         EscapeCase{"\u202Ea", "\u202Ea", "\u202Ea"},
                                         EscapeCase{"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", "\uFFFD\uFFFD\uFFFD"},
                                         EscapeCase{"graph", "graph", "graph"}));

TEST(Graphml, DeclaresEveryKeyWithItsType) {
  const std::string xml = written(write_graphml, test::nasty_graph());
  const std::string expected[] = {
      "attr.name=\"label\" attr.type=\"string\"",     "attr.name=\"interaction\" attr.type=\"string\"",
      "attr.name=\"amount\" attr.type=\"double\"",    "attr.name=\"capacity\" attr.type=\"double\"",
      "attr.name=\"implicit\" attr.type=\"boolean\"", "attr.name=\"capacity_unit\" attr.type=\"string\"",
      "attr.name=\"mixed\" attr.type=\"string\"",     "attr.name=\"status_history\" attr.type=\"string\""};
  for (const std::string& key : expected) EXPECT_NE(xml.find(key), std::string::npos) << key;
  EXPECT_EQ(xml.find("attr.name=\"id\""), std::string::npos);
}

TEST(Dot, CutsLongLabelsBetweenCharacters) {
  std::string name, kept;
  for (int i = 0; i < 60; ++i) name += "园";
  for (int i = 0; i < 39; ++i) kept += "园";
  EXPECT_NE(written(write_dot, graph_named(name)).find("label=\"" + kept + "…\""), std::string::npos);
}

TEST(DotClusters, HoldWhatLiesInAZone) {
  std::vector<Node> nodes(6);
  const char* types[] = {"company", "investment", "project", "zone", "zone", "zone"};
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    nodes[i].id = std::to_string(i);
    nodes[i].type = types[i];
  }
  const auto edge = [](const char* type, double confidence) { return Edge{type, confidence, "", "", {}}; };
  const std::vector<EdgeEnds> ends = {{0, 3}, {0, 4}, {0, 2}, {1, 2}, {3, 4}, {4, 5}, {5, 4}};
  const std::vector<Edge> edges = {edge("located_in", 0.5), edge("located_in", 0.9), edge("undertakes", 1),
                                   edge("invested_in", 1),  edge("part_of", 1),      edge("part_of", 1),
                                   edge("part_of", 1)};
  const Graph graph({}, nodes, ends, edges);
  // The firm where it surely is, its project with it; money whose subject has no zone of its own stays outside; of two
  // zones that lie in each other one stands on its own.
  EXPECT_EQ(find_clusters(graph), (std::vector<std::uint32_t>{4, no_cluster, 4, 4, 5, no_cluster}));
}

TEST(DotClusters, AreNotNestedWithoutEnd) {
  std::vector<Node> nodes(100);
  std::vector<EdgeEnds> ends;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    nodes[i].id = std::to_string(1000 + i);
    nodes[i].type = "zone";
    if (i > 0) ends.push_back({i, i - 1});
  }
  const auto zones = find_clusters(Graph({}, nodes, ends, std::vector<Edge>(ends.size(), {"part_of", 1, "", "", {}})));
  std::size_t alone = 0;
  for (std::size_t n = 0; n < zones.size(); ++n) {
    std::size_t depth = 0;
    for (auto up = zones[n]; up != no_cluster; up = zones[up]) ++depth;
    EXPECT_LE(depth, deepest_cluster);
    alone += depth == 0;
  }
  EXPECT_EQ(alone, 12u); // every ninth of a hundred
}

TEST(Readable, ListsStandOnOneLine) {
  const Graph graph = test::nasty_graph();
  const Evidence evidence{0, 3, 5, "园区", "zones", ""};
  EXPECT_EQ(readable_list({"a", "b"}), "a; b");
  EXPECT_EQ(readable_evidence({evidence, evidence}, graph.header()),
            "d0123456789ab:3-5 园区 (zones); d0123456789ab:3-5 园区 (zones)");
  EXPECT_EQ(readable_history({"status", {{"started", "actual", "2023-01/2023-12", {evidence}}}}, graph.header()),
            "started (actual, 2023-01/2023-12) [d0123456789ab:3-5 园区 (zones)]");
}

TEST(NumberText, IsShortAndReadsBack) {
  const std::pair<double, const char*> cases[] = {
      {0, "0"},       {-0.0, "0"},       {316.6, "316.6"}, {3950000000.0, "3950000000"},   {0.1, "0.1"},
      {-2.5, "-2.5"}, {1e300, "1e+300"}, {1e-7, "1e-07"},  {1.0 / 3, "0.3333333333333333"},
      {1e-5, "0.00001"}, {1e-6, "1e-06"}, {0.000012, "0.000012"}, {0.1 + 0.2, "0.30000000000000004"}, {0.912345, "0.912345"},
      {999999.999999, "999999.999999"}, {-100.05, "-100.05"}, {1000000.5, "1000000.5"}, {999999.9999995, "999999.9999995"}};
  for (const auto& [value, text] : cases) {
    EXPECT_EQ(number_text(value), text);
    EXPECT_EQ(std::stod(number_text(value)), value);
  }
}

TEST(NumberText, IsTheShortestHoweverItIsFound) {
  std::mt19937_64 random(7);
  constexpr double tens[] = {1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7};
  for (int i = 0; i < 100'000; ++i) {
    double value = static_cast<double>(random() % 100'000'000) / tens[random() % std::size(tens)];
    if (i % 4 == 0) value = std::nextafter(value, i % 8 == 0 ? 1e9 : 0); // beside one of few decimals
    if (value < 1e-5) continue;
    char shortest[64];
    const auto end = std::to_chars(shortest, shortest + sizeof shortest, value, std::chars_format::fixed).ptr;
    ASSERT_EQ(number_text(value), std::string(shortest, end));
    ASSERT_EQ(number_text(-value), '-' + std::string(shortest, end));
  }
}

} // namespace
} // namespace zonekg

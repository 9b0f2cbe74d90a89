// Shortest ways and names in graphs that nobody drew: against a search without any cleverness.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "graph/algorithms.hpp"
#include "graph/node_context.hpp"

namespace zonekg {
namespace {

constexpr std::uint32_t node_count = 40;

// Firms, projects and documents; edges anywhere, parallel ones and loops too, `mentioned_in` to documents.
Graph random_graph(unsigned seed, std::size_t edge_count) {
  std::mt19937 random(seed);
  std::vector<Node> nodes(node_count);
  for (std::uint32_t n = 0; n < node_count; ++n) {
    nodes[n].type = n % 8 == 0 ? "document" : n % 2 == 0 ? "project" : "company";
    nodes[n].id = "n" + std::to_string(n);
    nodes[n].name = "名" + std::to_string(n);
  }
  std::vector<EdgeEnds> ends;
  std::vector<Edge> edges(edge_count);
  for (Edge& edge : edges) {
    const auto any = [&] { return static_cast<std::uint32_t>(random() % node_count); };
    ends.push_back({any(), any()});
    edge.type = ends.back().target % 8 == 0 && random() % 4 != 0 ? "mentioned_in" : "undertakes";
  }
  return Graph({}, std::move(nodes), std::move(ends), std::move(edges));
}

// Ways of exactly `length` edges as lists of nodes, by trying all; nodes in order.
void all_ways(const Graph& graph, std::vector<std::uint32_t>& way, std::uint32_t to, std::size_t length,
              std::set<std::vector<std::uint32_t>>& found) {
  if (way.size() == length + 1) {
    if (way.back() == to) found.insert(way);
    return;
  }
  std::set<std::uint32_t> next;
  for (const std::uint32_t e : graph.edges_of(way.back()))
    if (const EdgeView view = graph.edge(e); view.edge.type != "mentioned_in")
      next.insert(view.source == way.back() ? view.target : view.source);
  for (const std::uint32_t node : next) {
    way.push_back(node);
    all_ways(graph, way, to, length, found);
    way.pop_back();
  }
}

std::vector<std::vector<std::uint32_t>> expected_ways(const Graph& graph, std::uint32_t from, std::uint32_t to, std::size_t longest) {
  for (std::size_t length = 0; length <= longest; ++length) {
    std::set<std::vector<std::uint32_t>> found;
    std::vector<std::uint32_t> way = {from};
    all_ways(graph, way, to, length, found);
    if (!found.empty()) return {found.begin(), found.end()};
  }
  return {};
}

TEST(Paths, AreTheShortestOnesAllOfThemInOrder) {
  constexpr std::size_t longest = 4;
  for (unsigned seed = 0; seed < 12; ++seed) {
    const Graph graph = random_graph(seed, 30 + seed * 4);
    for (std::uint32_t from = 0; from < node_count; from += 3)
      for (std::uint32_t to = 0; to < node_count; ++to) {
        const auto expected = expected_ways(graph, from, to, longest);
        std::vector<std::vector<std::uint32_t>> ways;
        for (const Path& path : shortest_paths(graph, from, to, 1000, longest)) {
          ways.push_back(path.nodes);
          ASSERT_EQ(path.edges.size() + 1, path.nodes.size());
          for (std::size_t i = 0; i < path.edges.size(); ++i) {
            const EdgeView view = graph.edge(path.edges[i]);
            EXPECT_EQ(std::minmax(view.source, view.target), std::minmax(path.nodes[i], path.nodes[i + 1]));
            EXPECT_NE(view.edge.type, "mentioned_in");
          }
        }
        EXPECT_EQ(ways, expected) << "seed " << seed << ", from " << from << " to " << to;
        const auto one = shortest_paths(graph, from, to, 1, longest);
        EXPECT_EQ(one.size(), std::min<std::size_t>(expected.size(), 1));
        if (!one.empty()) {
          EXPECT_EQ(one[0].nodes, expected[0]);
        }
      }
  }
}

TEST(FindNodes, ByKeyOfNameOrAliasOfTheTypeAskedFor) {
  std::vector<Node> nodes(5);
  const auto set = [&](std::size_t n, const char* type, const char* id, const char* name, std::vector<std::string> aliases) {
    nodes[n].type = type;
    nodes[n].id = id;
    nodes[n].name = name;
    nodes[n].aliases = std::move(aliases);
  };
  set(0, "company", "c1", "甲公司", {"ＡＢＣ", "甲"});
  set(1, "company", "c2", "abc", {"甲"});
  set(2, "project", "p1", "ABC项目", {});
  set(3, "zone", "z1", "abc", {});
  set(4, "company", "c3", "甲公司二厂", {});
  nodes[1].mentions.resize(2);
  const Graph graph({}, std::move(nodes), {}, {});
  const auto ids = [&](const char* text, const char* type = "") {
    std::vector<std::string> result;
    for (const std::uint32_t n : find_nodes(graph, text, type)) result.push_back(graph.node(n).id);
    return result;
  };
  using Ids = std::vector<std::string>;
  EXPECT_EQ(ids("Abc"), (Ids{"c2", "c1", "p1", "z1"})) << "more mentions first, then in order";
  EXPECT_EQ(ids("abc", "project"), Ids{"p1"});
  EXPECT_EQ(ids("甲"), (Ids{"c2", "c1"})) << "equal names hide those that only hold it";
  EXPECT_EQ(ids("公司"), (Ids{"c1", "c3"}));
  EXPECT_EQ(ids("z1"), Ids{"z1"});
  EXPECT_EQ(ids("z1", "company"), Ids{"z1"}) << "an id finds its node alone";
  EXPECT_EQ(ids("丁"), Ids{});
  const NodeRange firms = graph.nodes_of_type("company"), none = graph.nodes_of_type("fund");
  EXPECT_EQ(firms.end - firms.begin, 3u);
  EXPECT_EQ(none.end, none.begin);
}

} // namespace
} // namespace zonekg

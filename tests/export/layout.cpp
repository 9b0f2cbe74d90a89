#include "export/layout.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <set>

#include "export/layout_parts.hpp"
#include "tests/export/nasty_graph.hpp"

namespace zonekg {
namespace {

using Links = std::vector<LayoutLink>;

Links star(std::uint32_t leaves) {
  Links links;
  for (std::uint32_t i = 1; i <= leaves; ++i) links.push_back({0, i});
  return links;
}

Links path(std::uint32_t nodes) {
  Links links;
  for (std::uint32_t i = 1; i < nodes; ++i) links.push_back({i - 1, i});
  return links;
}

// Zones with what belongs to them, some of it in two zones; every fiftieth node alone.
Links zones(std::uint32_t nodes) {
  const std::uint32_t hubs = nodes / 100 + 1;
  Links links;
  for (std::uint32_t i = hubs; i < nodes; ++i) {
    if (i % 50 == 0) continue;
    links.push_back({i, i * 7919u % hubs});
    if (i % 13 == 0) links.push_back({i, i * 104729u % hubs});
    if (i % 5 == 0) links.push_back({i, i - 1});
  }
  return links;
}

void expect_sound(const Layout& layout, std::size_t nodes, const std::string& name) {
  ASSERT_EQ(layout.x.size(), nodes) << name;
  ASSERT_EQ(layout.y.size(), nodes) << name;
  std::set<std::pair<double, double>> places;
  for (std::size_t i = 0; i < nodes; ++i) {
    ASSERT_TRUE(std::isfinite(layout.x[i]) && std::isfinite(layout.y[i])) << name << " node " << i;
    EXPECT_TRUE(places.insert({layout.x[i], layout.y[i]}).second) << name << ": two nodes at the place of " << i;
  }
}

double distance(const Layout& layout, std::size_t a, std::size_t b) {
  return std::hypot(layout.x[a] - layout.x[b], layout.y[a] - layout.y[b]);
}

double diameter(const Layout& layout) {
  const auto [left, right] = std::minmax_element(layout.x.begin(), layout.x.end());
  const auto [low, high] = std::minmax_element(layout.y.begin(), layout.y.end());
  return std::max(*right - *left, *high - *low);
}

TEST(Layout, PutsEveryNodeSomewhereElse) {
  Links complete, loops = {{0, 0}, {1, 1}}, repeated, pairs;
  for (std::uint32_t i = 0; i < 60; ++i)
    for (std::uint32_t j = 0; j < i; ++j) complete.push_back({i, j});
  for (int i = 0; i < 100'000; ++i) repeated.push_back({0, 1});
  for (std::uint32_t i = 0; i < 2'000; i += 2) pairs.push_back({i, i + 1});
  const std::tuple<const char*, std::size_t, Links> cases[] = {
      {"empty", 0, {}},         {"one", 1, {}},           {"two", 2, {}},         {"loops", 3, loops},
      {"joined", 2, path(2)},   {"alone", 1'000, {}},     {"pairs", 2'000, pairs}, {"complete", 60, complete},
      {"star", 3'001, star(3'000)}, {"path", 3'000, path(3'000)}, {"repeated", 2, repeated}, {"zones", 5'000, zones(5'000)},
      {"faint", 2, {{0, 1, 1e-300}}}, {"strong", 3, {{0, 1, 1e300}, {1, 2, 1}}}};
  for (const auto& [name, nodes, links] : cases) expect_sound(lay_out(nodes, links), nodes, name);
}

TEST(Layout, IsTheSameEachTime) {
  const Links links = zones(2'000);
  const Layout first = lay_out(2'000, links), second = lay_out(2'000, links);
  EXPECT_EQ(first.x, second.x);
  EXPECT_EQ(first.y, second.y);
}

// Pinned: another machine or compiler must not draw another picture. A change of the algorithm changes them.
TEST(Layout, IsTheSameEverywhere) {
  const Layout layout = lay_out(12, Links{{0, 1}, {0, 2}, {0, 3}, {3, 4}, {4, 5}, {5, 3}, {6, 7}});
  const std::vector<double> x = {-1.21, -1.91, -2.54, 1.01, 2.09, 2.54, -1.64, -2.54, 0.36, 1.36, 0.36, 1.36};
  const std::vector<double> y = {-1.34, 0.09, -2.21, -2.06, -3.09, -2.11, 2.09, 2.55, 2.09, 2.09, 3.09, 3.09};
  EXPECT_EQ(layout.x, x);
  EXPECT_EQ(layout.y, y);
}

TEST(Layout, HubsLieAmongTheirLeaves) {
  const Layout layout = lay_out(301, star(300));
  double x = 0, y = 0, farthest = 0, nearest = 1e9;
  for (std::size_t i = 1; i <= 300; ++i) {
    x += layout.x[i] / 300;
    y += layout.y[i] / 300;
    farthest = std::max(farthest, distance(layout, 0, i));
    nearest = std::min(nearest, distance(layout, 0, i));
  }
  EXPECT_LT(std::hypot(x - layout.x[0], y - layout.y[0]), 1);
  EXPECT_LT(farthest, 40);
  EXPECT_GT(nearest, 0.5);
}

TEST(Layout, UnrollsAPath) {
  const Layout layout = lay_out(200, path(200));
  double longest = 0;
  for (std::size_t i = 1; i < 200; ++i) longest = std::max(longest, distance(layout, i - 1, i));
  EXPECT_LT(longest, diameter(layout) / 5);
}

TEST(Layout, PartsLieApart) {
  // Ten stars of ten: the nearest node of another star is farther away than the own hub.
  Links links;
  for (std::uint32_t s = 0; s < 10; ++s)
    for (std::uint32_t i = 1; i < 10; ++i) links.push_back({s * 10, s * 10 + i});
  const Layout layout = lay_out(100, links);
  for (std::size_t a = 0; a < 100; ++a)
    for (std::size_t b = 0; b < 100; ++b)
      if (a / 10 != b / 10) {
        EXPECT_GE(distance(layout, a, b), 1.9) << a << ' ' << b;
      }
  EXPECT_LT(diameter(layout), 60);
}

TEST(Layout, TakesGraphsOfAnyContent) {
  const Graph graph = test::nasty_graph();
  expect_sound(lay_out(graph), graph.node_count(), "nasty");
  expect_sound(lay_out(Graph()), 0, "empty");
}

TEST(PushTree, IsNearTheSumOverAll) {
  std::vector<layout::Place> places;
  std::vector<double> mass;
  layout::GoldenTurn turn;
  for (int i = 0; i < 500; ++i) {
    const layout::Place direction = turn.next();
    places.push_back({direction.x * std::sqrt(i), direction.y * std::sqrt(i)});
    mass.push_back(1 + i % 3);
  }
  const layout::PushTree tree(places, mass);
  for (std::uint32_t i = 0; i < places.size(); i += 7) {
    double x = 0, y = 0, all = 0;
    for (std::size_t j = 0; j < places.size(); ++j) {
      if (j == i) continue;
      const double dx = places[i].x - places[j].x, dy = places[i].y - places[j].y, square = dx * dx + dy * dy;
      x += mass[j] * dx / square;
      y += mass[j] * dy / square;
      all += mass[j] / std::sqrt(square);
    }
    const layout::Push push = tree.on(i);
    EXPECT_LT(std::hypot(push.x - x, push.y - y), 0.02 * all) << i;
  }
}

TEST(Pack, KeepsBoxesApart) {
  std::vector<layout::Box> boxes;
  for (int i = 0; i < 200; ++i) boxes.push_back({1.0 + i * 37 % 11, 1.0 + i * 53 % 7, {}});
  boxes.push_back({300, 1, {}});
  layout::pack(boxes);
  for (std::size_t a = 0; a < boxes.size(); ++a)
    for (std::size_t b = 0; b < a; ++b) {
      const bool apart = boxes[a].corner.x + boxes[a].width <= boxes[b].corner.x + 1e-9 ||
                         boxes[b].corner.x + boxes[b].width <= boxes[a].corner.x + 1e-9 ||
                         boxes[a].corner.y + boxes[a].height <= boxes[b].corner.y + 1e-9 ||
                         boxes[b].corner.y + boxes[b].height <= boxes[a].corner.y + 1e-9;
      EXPECT_TRUE(apart) << a << ' ' << b;
    }
}

} // namespace
} // namespace zonekg

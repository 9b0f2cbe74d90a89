#include "export/layout.hpp"

#include <algorithm>
#include <boost/pending/disjoint_sets.hpp>
#include <cmath>
#include <numeric>
#include <unordered_set>

#include "export/layout_parts.hpp"

namespace zonekg {
namespace {

using layout::Bodies;
using layout::Box;
using layout::Place;

constexpr std::size_t few = 24;                // bodies that need no coarser system
constexpr int rounds_of_few = 300, most_rounds = 60, least_rounds = 3;
constexpr std::size_t steps_of_level = 2'000'000; // bodies times rounds: seconds
constexpr double margin = 2;                   // between parts that nothing joins
constexpr double per_unit = 100;               // steps of the rounded coordinates

// Places around the origin, each body in an area of its mass.
std::vector<Place> sunflower(const Bodies& bodies) {
  std::vector<Place> places;
  layout::GoldenTurn turn;
  double area = 0;
  for (const double mass : bodies.mass) {
    const Place direction = turn.next();
    const double radius = std::sqrt(area + mass / 2);
    places.push_back({direction.x * radius, direction.y * radius});
    area += mass;
  }
  return places;
}

// Suns where the coarser bodies are, planets around them.
std::vector<Place> spread(const Bodies& bodies, const layout::Coarser& coarser, const std::vector<Place>& suns) {
  std::vector<layout::GoldenTurn> turns(suns.size());
  std::vector<double> area(suns.size(), 0);
  std::vector<Place> places;
  for (std::uint32_t body = 0; body < bodies.size(); ++body) {
    const std::uint32_t sun = coarser.sun_of[body];
    const Place direction = turns[sun].next();
    const double radius = std::sqrt(area[sun] + bodies.mass[body] / 2);
    area[sun] += bodies.mass[body];
    places.push_back({suns[sun].x + direction.x * radius, suns[sun].y + direction.y * radius});
  }
  return places;
}

int rounds_for(std::size_t bodies) {
  return std::clamp(static_cast<int>(steps_of_level / bodies), least_rounds, most_rounds);
}

// Of bodies that springs join, from coarse to fine (Hachul and Jünger 2004).
std::vector<Place> lay_out_joined(const Bodies& bodies) {
  std::vector<layout::Coarser> levels;
  const auto finest_of = [&]() -> const Bodies& { return levels.empty() ? bodies : levels.back().bodies; };
  while (finest_of().size() > few) {
    layout::Coarser coarser = layout::coarsen(finest_of());
    levels.push_back(std::move(coarser));
  }
  std::vector<Place> places = sunflower(finest_of());
  layout::settle(finest_of(), places, rounds_of_few);
  while (!levels.empty()) {
    const layout::Coarser coarser = std::move(levels.back());
    levels.pop_back();
    places = spread(finest_of(), coarser, places);
    layout::settle(finest_of(), places, rounds_for(finest_of().size()));
  }
  return places;
}

// A square of nodes without links, row by row.
std::vector<Place> lay_out_single(std::size_t count) {
  const auto columns = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(count))));
  std::vector<Place> places;
  for (std::size_t i = 0; i < count; ++i)
    places.push_back({static_cast<double>(i % columns), static_cast<double>(i / columns)});
  return places;
}

struct Part {
  std::vector<std::uint32_t> nodes; // ascending
  std::vector<LayoutLink> links;    // between indices of `nodes`
};

// Larger ones first, then by first node; nodes without links as the last part, without links.
std::vector<Part> parts_of(std::size_t nodes, std::span<const LayoutLink> links) {
  boost::disjoint_sets_with_storage<> sets(nodes);
  for (std::size_t n = 0; n < nodes; ++n) sets.make_set(n);
  for (const LayoutLink& link : links) sets.union_set(std::size_t{link.a}, std::size_t{link.b});
  std::vector<std::uint32_t> part_of(nodes, UINT32_MAX), position(nodes), size(nodes, 0);
  for (std::size_t n = 0; n < nodes; ++n) ++size[sets.find_set(n)];
  std::vector<Part> parts;
  Part single;
  for (std::uint32_t n = 0; n < nodes; ++n) {
    const std::size_t root = sets.find_set(std::size_t{n});
    if (size[root] == 1) {
      single.nodes.push_back(n);
      continue;
    }
    if (part_of[root] == UINT32_MAX) {
      part_of[root] = static_cast<std::uint32_t>(parts.size());
      parts.emplace_back();
    }
    Part& part = parts[part_of[root]];
    position[n] = static_cast<std::uint32_t>(part.nodes.size());
    part.nodes.push_back(n);
  }
  for (const LayoutLink& link : links)
    if (link.a != link.b)
      parts[part_of[sets.find_set(std::size_t{link.a})]].links.push_back({position[link.a], position[link.b], link.weight});
  std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.nodes.size() > b.nodes.size(); });
  if (!single.nodes.empty()) parts.push_back(std::move(single));
  return parts;
}

// Hubs take more room: they are drawn larger.
Bodies bodies_of(Part& part) {
  std::vector<double> degree(part.nodes.size(), 0);
  for (const LayoutLink& link : part.links) {
    degree[link.a] += 1;
    degree[link.b] += 1;
  }
  for (double& d : degree) d = 1 + 0.25 * (std::sqrt(d) - 1);
  return layout::make_bodies(std::move(degree), std::move(part.links));
}

// The box around the places, which are then relative to its corner.
Box box_of(std::vector<Place>& places) {
  Place least = places.front(), most = least;
  for (const Place& p : places) {
    least = {std::min(least.x, p.x), std::min(least.y, p.y)};
    most = {std::max(most.x, p.x), std::max(most.y, p.y)};
  }
  for (Place& p : places) p = {p.x - least.x, p.y - least.y};
  return {most.x - least.x + margin, most.y - least.y + margin, {}};
}

// To hundredths, around the origin; who comes second to a place goes to the next free one.
Layout rounded(const std::vector<Place>& places) {
  Place most;
  for (const Place& p : places) most = {std::max(most.x, p.x), std::max(most.y, p.y)};
  Layout result;
  std::unordered_set<std::uint64_t> taken;
  for (const Place& p : places) {
    auto column = static_cast<std::int32_t>(std::lround((p.x - most.x / 2) * per_unit));
    const auto row = static_cast<std::int32_t>(std::lround((p.y - most.y / 2) * per_unit));
    while (!taken.insert(std::uint64_t{static_cast<std::uint32_t>(column)} << 32 | static_cast<std::uint32_t>(row)).second)
      ++column;
    result.x.push_back(column / per_unit);
    result.y.push_back(row / per_unit);
  }
  return result;
}

} // namespace

Layout lay_out(std::size_t nodes, std::span<const LayoutLink> links) {
  std::vector<Part> parts = parts_of(nodes, links);
  std::vector<std::vector<Place>> places;
  std::vector<Box> boxes;
  for (Part& part : parts) {
    places.push_back(part.links.empty() ? lay_out_single(part.nodes.size()) : lay_out_joined(bodies_of(part)));
    boxes.push_back(box_of(places.back()));
  }
  layout::pack(boxes);
  std::vector<Place> all(nodes);
  for (std::size_t p = 0; p < parts.size(); ++p)
    for (std::size_t i = 0; i < parts[p].nodes.size(); ++i)
      all[parts[p].nodes[i]] = {places[p][i].x + boxes[p].corner.x, places[p][i].y + boxes[p].corner.y};
  return rounded(all);
}

Layout lay_out(const Graph& graph) {
  constexpr double of_documents = 0.02; // everything is mentioned in one: a sign of nothing
  std::vector<LayoutLink> links;
  for (std::size_t i = 0; i < graph.edge_count(); ++i) {
    const EdgeView view = graph.edge(i);
    const bool again = i > 0 && graph.edge(i - 1).source == view.source && graph.edge(i - 1).target == view.target;
    if (!again) links.push_back({view.source, view.target, view.edge.type == "mentioned_in" ? of_documents : 1.0});
  }
  return lay_out(graph.node_count(), links);
}

} // namespace zonekg

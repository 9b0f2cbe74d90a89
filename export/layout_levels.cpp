#include <algorithm>
#include <cmath>
#include <numeric>

#include "export/layout_parts.hpp"

namespace zonekg::layout {
namespace {

constexpr std::uint32_t none = UINT32_MAX;
constexpr double pull_to_origin = 0.12; // against springs of 1: loosely tied parts stay within some ten lengths
constexpr double tired_at = 12;         // a spring of that length pulls half as much: a far link must not tear hub from leaves
constexpr double damping = 0.8;         // both ends of a spring move at once
constexpr double at_rest = 0.01;        // mean way of a round from which on nothing changes to the eye

bool before(const LayoutLink& a, const LayoutLink& b) { return a.a != b.a ? a.a < b.a : a.b < b.b; }

// a < b, each pair once, by a and b.
void join_parallel(std::vector<LayoutLink>& links) {
  std::erase_if(links, [](const LayoutLink& link) { return link.a == link.b; });
  for (LayoutLink& link : links)
    if (link.b < link.a) std::swap(link.a, link.b);
  std::stable_sort(links.begin(), links.end(), before);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (kept > 0 && links[kept - 1].a == links[i].a && links[kept - 1].b == links[i].b)
      links[kept - 1].weight += links[i].weight;
    else
      links[kept++] = links[i];
  }
  links.resize(kept);
}

// Most neighbours first.
std::vector<std::uint32_t> by_degree(const Bodies& bodies) {
  std::vector<std::uint32_t> order(bodies.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto degree = [&](std::uint32_t i) { return bodies.starts[i + 1] - bodies.starts[i]; };
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return degree(a) > degree(b); });
  return order;
}

Place step_of(const Bodies& bodies, const std::vector<Place>& places, std::uint32_t body, const Push& push) {
  const double mass = bodies.mass[body];
  const Place at = places[body];
  Place force{mass * (push.x - pull_to_origin * at.x), mass * (push.y - pull_to_origin * at.y)};
  double growth = mass * (push.growth + pull_to_origin);
  for (std::uint32_t i = bodies.starts[body]; i < bodies.starts[body + 1]; ++i) {
    const Place other = places[bodies.neighbours[i]];
    const double dx = other.x - at.x, dy = other.y - at.y;
    const double stiffness = bodies.stiffness[i] / (1 + std::sqrt(dx * dx + dy * dy) / tired_at);
    force.x += stiffness * dx;
    force.y += stiffness * dy;
    growth += stiffness;
  }
  return {damping * force.x / growth, damping * force.y / growth};
}

} // namespace

Place GoldenTurn::next() {
  constexpr double cosine = -0.73736887807831985, sine = 0.67549029426152362; // of 137.5°
  const Place result = direction_;
  const Place turned{result.x * cosine - result.y * sine, result.x * sine + result.y * cosine};
  const double length = std::sqrt(turned.x * turned.x + turned.y * turned.y);
  direction_ = {turned.x / length, turned.y / length};
  return result;
}

Bodies make_bodies(std::vector<double> mass, std::vector<LayoutLink> links) {
  join_parallel(links);
  Bodies bodies;
  bodies.mass = std::move(mass);
  bodies.starts.assign(bodies.size() + 1, 0);
  for (const LayoutLink& link : links) {
    ++bodies.starts[link.a + 1];
    ++bodies.starts[link.b + 1];
  }
  std::partial_sum(bodies.starts.begin(), bodies.starts.end(), bodies.starts.begin());
  bodies.neighbours.resize(2 * links.size());
  bodies.stiffness.resize(2 * links.size());
  std::vector<std::uint32_t> free(bodies.starts.begin(), bodies.starts.end() - 1);
  const auto add = [&](std::uint32_t from, std::uint32_t to, double weight) {
    bodies.neighbours[free[from]] = to;
    bodies.stiffness[free[from]++] = weight;
  };
  for (const LayoutLink& link : links) {
    add(link.a, link.b, link.weight);
    add(link.b, link.a, link.weight);
  }
  return bodies;
}

Coarser coarsen(const Bodies& bodies) {
  Coarser result;
  result.sun_of.assign(bodies.size(), none);
  std::vector<double> mass;
  for (const std::uint32_t body : by_degree(bodies)) {
    if (result.sun_of[body] != none) continue;
    const auto sun = static_cast<std::uint32_t>(mass.size());
    result.sun_of[body] = sun;
    mass.push_back(bodies.mass[body]);
    for (std::uint32_t i = bodies.starts[body]; i < bodies.starts[body + 1]; ++i) {
      const std::uint32_t planet = bodies.neighbours[i];
      if (result.sun_of[planet] != none) continue;
      result.sun_of[planet] = sun;
      mass.back() += bodies.mass[planet];
    }
  }
  std::vector<LayoutLink> links;
  for (std::uint32_t body = 0; body < bodies.size(); ++body)
    for (std::uint32_t i = bodies.starts[body]; i < bodies.starts[body + 1]; ++i)
      if (body < bodies.neighbours[i])
        links.push_back({result.sun_of[body], result.sun_of[bodies.neighbours[i]], bodies.stiffness[i]});
  result.bodies = make_bodies(std::move(mass), std::move(links));
  return result;
}

void settle(const Bodies& bodies, std::vector<Place>& places, int rounds) {
  std::vector<Place> next(places.size());
  for (int round = 0; round < rounds; ++round) {
    // Bodies go at most so many of their own radii; less and less, so that what swings comes to rest.
    const double longest = 2.0 * (rounds - round) / rounds + 0.05;
    const PushTree tree(places, bodies.mass);
    double way = 0, radii = 0;
    for (const std::uint32_t body : tree.order()) {
      const Place step = step_of(bodies, places, body, tree.on(body));
      const double length = std::sqrt(step.x * step.x + step.y * step.y), radius = std::sqrt(bodies.mass[body]);
      const double part = length > longest * radius ? longest * radius / length : 1;
      next[body] = {places[body].x + part * step.x, places[body].y + part * step.y};
      way += part * length;
      radii += radius;
    }
    places.swap(next);
    if (way < at_rest * radii) break;
  }
}

} // namespace zonekg::layout

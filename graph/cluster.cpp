#include "graph/cluster.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace zonekg {

Clusters::Clusters(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0u); }

std::uint32_t Clusters::root(std::uint32_t item) const {
  while (parent_[item] != item) {
    parent_[item] = parent_[parent_[item]];
    item = parent_[item];
  }
  return item;
}

bool Clusters::may_join(std::uint32_t a, std::uint32_t b) const {
  a = root(a);
  b = root(b);
  if (a == b) return true;
  return !share_a_group(a, b) && !on_other_sides(a, b);
}

bool Clusters::share_a_group(std::uint32_t a, std::uint32_t b) const {
  const auto of_a = groups_.find(a), of_b = groups_.find(b);
  if (of_a == groups_.end() || of_b == groups_.end()) return false;
  const bool a_smaller = of_a->second.size() < of_b->second.size();
  const auto &few = (a_smaller ? of_a : of_b)->second, &many = (a_smaller ? of_b : of_a)->second;
  return std::ranges::any_of(few, [&](std::uint32_t group) { return many.contains(group); });
}

std::set<std::uint32_t> Clusters::groups(std::uint32_t item) const {
  const auto found = groups_.find(root(item));
  return found == groups_.end() ? std::set<std::uint32_t>() : found->second;
}

bool Clusters::on_other_sides(std::uint32_t a, std::uint32_t b) const {
  const auto of_a = sides_.find(a), of_b = sides_.find(b);
  if (of_a == sides_.end() || of_b == sides_.end()) return false;
  for (const auto& [question, side] : of_a->second)
    if (const auto other = of_b->second.find(question); other != of_b->second.end() && other->second != side) return true;
  return false;
}

bool Clusters::join(std::uint32_t a, std::uint32_t b) {
  if (!may_join(a, b)) return false;
  join_stated(a, b);
  return true;
}

void Clusters::join_stated(std::uint32_t a, std::uint32_t b) {
  a = root(a);
  b = root(b);
  if (a == b) return;
  if (a > b) std::swap(a, b);
  parent_[b] = a;
  if (auto groups = groups_.extract(b)) {
    std::set<std::uint32_t>&of_a = groups_[a], &of_b = groups.mapped();
    if (of_a.size() < of_b.size()) of_a.swap(of_b);
    of_a.merge(of_b);
  }
  if (auto sides = sides_.extract(b)) sides_[a].merge(sides.mapped());
}

} // namespace zonekg

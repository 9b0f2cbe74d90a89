#include "graph/cluster.hpp"

#include <numeric>
#include <utility>

namespace zonekg {

Clusters::Clusters(std::size_t size) : parent_(size), groups_(size) { std::iota(parent_.begin(), parent_.end(), 0u); }

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
  const bool a_smaller = groups_[a].size() < groups_[b].size();
  const auto &few = groups_[a_smaller ? a : b], &many = groups_[a_smaller ? b : a];
  for (const std::uint32_t group : few)
    if (many.contains(group)) return false;
  return !on_other_sides(a, b);
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
  if (groups_[a].size() < groups_[b].size()) groups_[a].swap(groups_[b]);
  groups_[a].merge(groups_[b]);
  groups_[b].clear();
  if (auto sides = sides_.extract(b)) sides_[a].merge(sides.mapped());
}

} // namespace zonekg

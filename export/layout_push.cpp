#include <algorithm>
#include <cmath>

#include "export/layout_parts.hpp"

namespace zonekg::layout {
namespace {

constexpr int levels = 31;             // bits of a coordinate
constexpr std::uint32_t in_a_leaf = 8; // bodies
constexpr double nearness = 1.1;       // a group is one from that many widths on
constexpr double least_square = 1e-4;  // of a distance: bodies at one place push each other finitely

std::uint64_t spread_bits(std::uint64_t bits) { // abc → 0a0b0c
  bits = (bits | bits << 16) & 0x0000FFFF0000FFFF;
  bits = (bits | bits << 8) & 0x00FF00FF00FF00FF;
  bits = (bits | bits << 4) & 0x0F0F0F0F0F0F0F0F;
  bits = (bits | bits << 2) & 0x3333333333333333;
  return (bits | bits << 1) & 0x5555555555555555;
}

void add_push(Push& push, double dx, double dy, double mass) {
  const double part = mass / std::max(dx * dx + dy * dy, least_square);
  push.x += dx * part;
  push.y += dy * part;
  push.growth += part;
}

} // namespace

PushTree::PushTree(std::span<const Place> places, std::span<const double> mass) : places_(places), mass_(mass) {
  if (places.empty()) return;
  Place least = places.front(), most = least;
  for (const Place& p : places) {
    least = {std::min(least.x, p.x), std::min(least.y, p.y)};
    most = {std::max(most.x, p.x), std::max(most.y, p.y)};
  }
  const double width = std::max({most.x - least.x, most.y - least.y, 1e-6});
  const double scale = static_cast<double>((std::uint64_t{1} << levels) - 1) / width;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed(places.size());
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    const auto column = static_cast<std::uint64_t>((places[i].x - least.x) * scale);
    const auto row = static_cast<std::uint64_t>((places[i].y - least.y) * scale);
    keyed[i] = {spread_bits(column) | spread_bits(row) << 1, i};
  }
  std::sort(keyed.begin(), keyed.end());
  for (const auto& [code, body] : keyed) {
    codes_.push_back(code);
    order_.push_back(body);
  }
  add_cells(0, static_cast<std::uint32_t>(places.size()), levels, width);
}

PushTree::Cell PushTree::summed(std::uint32_t begin, std::uint32_t end, double width) const {
  Cell cell;
  for (std::uint32_t i = begin; i < end; ++i) {
    const std::uint32_t body = order_[i];
    cell.mass += mass_[body];
    cell.x += places_[body].x * mass_[body];
    cell.y += places_[body].y * mass_[body];
  }
  cell.x /= cell.mass;
  cell.y /= cell.mass;
  cell.reach = width * width * nearness * nearness;
  cell.begin = begin;
  cell.end = end;
  return cell;
}

void PushTree::add_cells(std::uint32_t begin, std::uint32_t end, int level, double width) {
  const std::size_t index = cells_.size();
  cells_.push_back(summed(begin, end, width));
  if (end - begin > in_a_leaf && level > 0) {
    cells_[index].leaf = false;
    const int shift = 2 * (level - 1);
    for (std::uint32_t from = begin; from < end;) {
      const std::uint64_t quarter = codes_[from] >> shift;
      const auto to = std::partition_point(codes_.begin() + from, codes_.begin() + end,
                                           [&](std::uint64_t code) { return code >> shift == quarter; });
      const auto until = static_cast<std::uint32_t>(to - codes_.begin());
      add_cells(from, until, level - 1, width / 2);
      from = until;
    }
  }
  cells_[index].next = static_cast<std::uint32_t>(cells_.size());
}

Push PushTree::on(std::uint32_t body) const {
  const Place at = places_[body];
  Push push;
  for (std::size_t c = 0; c < cells_.size();) {
    const Cell& cell = cells_[c];
    const double dx = at.x - cell.x, dy = at.y - cell.y;
    if (dx * dx + dy * dy > cell.reach) {
      add_push(push, dx, dy, cell.mass);
      c = cell.next;
      continue;
    }
    for (std::uint32_t i = cell.begin; cell.leaf && i < cell.end; ++i) {
      const std::uint32_t other = order_[i];
      if (other != body) add_push(push, at.x - places_[other].x, at.y - places_[other].y, mass_[other]);
    }
    ++c;
  }
  return push;
}

} // namespace zonekg::layout

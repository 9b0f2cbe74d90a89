#include <algorithm>
#include <cmath>

#include "export/layout_parts.hpp"

namespace zonekg::layout {
namespace {

constexpr double screen = 1.5; // width to height

// The upper edge of what is packed, from left to right: from `x` on it is at `y`.
struct Edge {
  double x, y;
};

class Skyline {
 public:
  explicit Skyline(double width) : width_(width) {}

  Place add(const Box& box) {
    std::size_t best = 0;
    double least = -1;
    for (std::size_t i = 0; i < edges_.size(); ++i) {
      if (i > 0 && edges_[i].x + box.width > width_) break;
      const double y = height_over(i, box.width);
      if (least >= 0 && y >= least) continue;
      least = y;
      best = i;
    }
    const Place corner{edges_[best].x, least};
    raise(best, box.width, least + box.height);
    return corner;
  }

 private:
  [[nodiscard]] double height_over(std::size_t first, double width) const {
    double highest = 0;
    for (std::size_t i = first; i < edges_.size() && (i == first || edges_[i].x < edges_[first].x + width); ++i)
      highest = std::max(highest, edges_[i].y);
    return highest;
  }

  void raise(std::size_t first, double width, double height) {
    const double end = edges_[first].x + width;
    std::size_t after = first;
    double covered = 0; // height of the last edge that begins below the box
    while (after < edges_.size() && (after == first || edges_[after].x < end)) covered = edges_[after++].y;
    const bool cut = after < edges_.size() ? edges_[after].x > end : end < width_;
    edges_[first].y = height;
    edges_.erase(edges_.begin() + static_cast<std::ptrdiff_t>(first) + 1, edges_.begin() + static_cast<std::ptrdiff_t>(after));
    if (cut) edges_.insert(edges_.begin() + static_cast<std::ptrdiff_t>(first) + 1, {end, covered});
  }

  double width_;
  std::vector<Edge> edges_{{0, 0}};
};

} // namespace

void pack(std::vector<Box>& boxes) {
  double area = 0, widest = 0;
  for (const Box& box : boxes) {
    area += box.width * box.height;
    widest = std::max(widest, box.width);
  }
  Skyline skyline(std::max(widest, std::sqrt(area * screen)));
  for (Box& box : boxes) box.corner = skyline.add(box);
}

} // namespace zonekg::layout

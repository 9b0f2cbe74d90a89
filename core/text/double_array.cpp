#include "core/text/double_array.hpp"

#include <algorithm>

namespace zonekg {
namespace {

using Keys = std::vector<std::span<const std::uint16_t>>;

// Keys [begin, end) share their first `depth` labels and pass through `state`.
struct Node {
  std::uint32_t state, depth, begin, end;
};

class Builder {
 public:
  Builder(const Keys& keys, std::uint32_t label_count, std::uint32_t tries)
      : keys_(keys), label_count_(label_count), tries_(tries), end_(label_count) {
    grow(label_count); // never handed out, so that no base falls below zero
    first_free_ = last_free_ = 0;
    result_.cells[0].check = 0;
    grow(std::size_t{label_count} * 2);
    result_.key_states.resize(keys.size());
  }

  DoubleArray build() {
    std::vector<Node> open{{0, 0, 0, static_cast<std::uint32_t>(keys_.size())}};
    while (!open.empty()) {
      const Node node = open.back();
      open.pop_back();
      expand(node, open);
    }
    return std::move(result_);
  }

 private:
  // Free cells form a list in ascending order, linked by their numbers; 0 (the root) ends it at both sides.
  void grow(std::size_t size) {
    const auto old = static_cast<std::uint32_t>(result_.cells.size());
    result_.cells.resize(size, {0, DoubleArray::none});
    next_.resize(size);
    previous_.resize(size);
    for (std::uint32_t i = old; i < size; ++i) {
      previous_[i] = i == old ? last_free_ : i - 1;
      next_[i] = i + 1;
    }
    next_[size - 1] = 0;
    if (last_free_ != 0) next_[last_free_] = old;
    if (first_free_ == 0) first_free_ = old;
    last_free_ = static_cast<std::uint32_t>(size - 1);
  }

  void take(std::uint32_t cell, std::uint32_t parent) {
    result_.cells[cell].check = parent;
    if (cell == first_free_)
      first_free_ = next_[cell];
    else
      next_[previous_[cell]] = next_[cell];
    if (cell == last_free_)
      last_free_ = previous_[cell];
    else
      previous_[next_[cell]] = previous_[cell];
  }

  [[nodiscard]] bool fits(std::uint32_t base) const {
    return std::all_of(labels_.begin(), labels_.end(),
                       [&](std::uint16_t label) { return result_.cells[base + label].check == DoubleArray::none; });
  }

  // A base where all of labels_ fall on free cells.
  std::uint32_t find_base() {
    const std::uint32_t lowest = labels_.front();
    std::uint32_t tried = 0;
    for (std::uint32_t cell = first_free_; cell != 0 && tried < tries_; cell = next_[cell]) {
      ++tried;
      const std::uint32_t base = cell - lowest;
      ensure(base);
      if (fits(base)) return base;
    }
    const std::uint32_t end = end_;
    ensure(end);
    return end;
  }

  // Every label must stay inside the cells, so that a walk needs no bounds check.
  void ensure(std::uint32_t base) {
    const std::size_t needed = std::size_t{base} + label_count_;
    if (needed > result_.cells.size()) grow(std::max(needed, result_.cells.size() * 3 / 2));
  }

  void expand(const Node& node, std::vector<Node>& open) {
    std::uint32_t i = node.begin;
    if (i < node.end && keys_[i].size() == node.depth) result_.key_states[i++] = node.state;
    if (i == node.end) return;
    labels_.clear();
    starts_.clear();
    for (; i < node.end; ++i) {
      const std::uint16_t label = keys_[i][node.depth];
      if (!labels_.empty() && labels_.back() == label) continue;
      labels_.push_back(label);
      starts_.push_back(i);
    }
    starts_.push_back(node.end);
    const std::uint32_t base = find_base();
    result_.cells[node.state].base = base;
    for (std::size_t c = 0; c < labels_.size(); ++c) {
      const std::uint32_t child = base + labels_[c];
      take(child, node.state);
      end_ = std::max(end_, child + 1);
      open.push_back({child, node.depth + 1, starts_[c], starts_[c + 1]});
    }
  }

  const Keys& keys_;
  std::uint32_t label_count_, tries_;
  DoubleArray result_;
  std::vector<std::uint32_t> next_, previous_;
  std::uint32_t first_free_ = 0, last_free_ = 0; // 0: none
  std::uint32_t end_;                            // above every cell in use
  std::vector<std::uint16_t> labels_;            // of the node under work
  std::vector<std::uint32_t> starts_;
};

} // namespace

DoubleArray build_double_array(const Keys& keys, std::uint32_t label_count, std::uint32_t tries) {
  return Builder(keys, label_count, tries).build();
}

} // namespace zonekg

// Linking, step 5, cluster: sets of things that are one, under the condition that some never are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <vector>

namespace zonekg {

// Union-find with exclusion groups: two members of one group are never joined, however many steps lie between them.
// The root of a set is its smallest member, so that results do not depend on the order of joins.
class Clusters {
 public:
  explicit Clusters(std::size_t size);

  // Before the first join. `group` is the caller's own number; an item may be in many.
  void exclude(std::uint32_t item, std::uint32_t group) { groups_[item].insert(group); }

  [[nodiscard]] std::uint32_t root(std::uint32_t item) const;
  [[nodiscard]] bool may_join(std::uint32_t a, std::uint32_t b) const;
  bool join(std::uint32_t a, std::uint32_t b);        // false when excluded
  void join_stated(std::uint32_t a, std::uint32_t b); // the text says so: exclusion does not hold

  // Groups of the whole set.
  [[nodiscard]] const std::set<std::uint32_t>& groups(std::uint32_t item) const { return groups_[root(item)]; }

 private:
  mutable std::vector<std::uint32_t> parent_;
  std::vector<std::set<std::uint32_t>> groups_; // of roots
};

} // namespace zonekg

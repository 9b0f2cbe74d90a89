// Linking, step 5, cluster: sets of things that are one, under the condition that some never are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <unordered_map>
#include <vector>

namespace zonekg {

// Union-find with exclusion groups: two members of one group are never joined, however many steps lie between them.
// The root of a set is its smallest member, so that results do not depend on the order of joins.
class Clusters {
 public:
  explicit Clusters(std::size_t size);

  // Before the first join. `group` is the caller's own number; an item may be in many.
  void exclude(std::uint32_t item, std::uint32_t group) { groups_[item].insert(group); }

  // Before the first join. Items of one side of a question may be joined, items of two sides never.
  void exclude_from_others(std::uint32_t item, std::uint32_t question, std::uint32_t side) {
    sides_[item].emplace(question, side);
  }

  [[nodiscard]] std::uint32_t root(std::uint32_t item) const;
  [[nodiscard]] bool may_join(std::uint32_t a, std::uint32_t b) const;
  bool join(std::uint32_t a, std::uint32_t b);        // false when excluded
  void join_stated(std::uint32_t a, std::uint32_t b); // the text says so: exclusion does not hold

  // Groups of the whole set.
  [[nodiscard]] std::set<std::uint32_t> groups(std::uint32_t item) const;

 private:
  [[nodiscard]] bool share_a_group(std::uint32_t a, std::uint32_t b) const;  // roots
  [[nodiscard]] bool on_other_sides(std::uint32_t a, std::uint32_t b) const; // roots

  mutable std::vector<std::uint32_t> parent_;
  std::unordered_map<std::uint32_t, std::set<std::uint32_t>> groups_; // of roots that are in any
  std::map<std::uint32_t, std::map<std::uint32_t, std::uint32_t>> sides_; // of roots: side by question
};

} // namespace zonekg

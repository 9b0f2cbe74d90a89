// Which nodes may bear a name, without looking at them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zonekg {

struct Node;
struct NodeRange;

// A hash of each text beside the node that bears it, in order of the nodes: all of them are compared with one in the time
// in which memory is read. What is found may bear the text; what bears it is found, ascending, once each.
class HashedTexts {
 public:
  void add(std::size_t hash, std::uint32_t node); // nodes in ascending order
  void reserve(std::size_t texts);
  [[nodiscard]] std::vector<std::uint32_t> find(std::size_t hash, const NodeRange& nodes) const;

 private:
  std::vector<std::uint32_t> hashes_, nodes_;
};

// Names and aliases, by their keys (name_key).
class NameIndex {
 public:
  NameIndex() = default;
  explicit NameIndex(const std::vector<Node>& nodes);
  [[nodiscard]] std::vector<std::uint32_t> find(const std::u32string& key, const NodeRange& nodes) const;

 private:
  HashedTexts keys_;
};

// Values of a property that few nodes have.
class PropertyIndex {
 public:
  PropertyIndex() = default;
  PropertyIndex(const std::vector<Node>& nodes, std::string_view key);
  [[nodiscard]] std::vector<std::uint32_t> find(std::string_view text) const;

 private:
  HashedTexts values_;
};

} // namespace zonekg

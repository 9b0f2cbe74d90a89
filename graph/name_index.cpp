#include "graph/name_index.hpp"

#include <algorithm>
#include <functional>
#include <limits>

#include "graph/graph.hpp"
#include "graph/name_key.hpp"

namespace zonekg {
namespace {

std::size_t hash_of(const std::u32string& key) { return std::hash<std::u32string>()(key); }
std::size_t hash_of(std::string_view text) { return std::hash<std::string_view>()(text); }

} // namespace

void HashedTexts::reserve(std::size_t texts) {
  hashes_.reserve(texts);
  nodes_.reserve(texts);
}

void HashedTexts::add(std::size_t hash, std::uint32_t node) {
  hashes_.push_back(static_cast<std::uint32_t>(hash));
  nodes_.push_back(node);
}

std::vector<std::uint32_t> HashedTexts::find(std::size_t hash, const NodeRange& nodes) const {
  const auto place = [&](std::uint32_t node) { return std::lower_bound(nodes_.begin(), nodes_.end(), node) - nodes_.begin(); };
  const auto end = hashes_.begin() + place(nodes.end);
  const auto wanted = static_cast<std::uint32_t>(hash);
  std::vector<std::uint32_t> found;
  for (auto at = std::find(hashes_.begin() + place(nodes.begin), end, wanted); at != end; at = std::find(at + 1, end, wanted)) {
    const std::uint32_t node = nodes_[static_cast<std::size_t>(at - hashes_.begin())];
    if (found.empty() || found.back() != node) found.push_back(node);
  }
  return found;
}

NameIndex::NameIndex(const std::vector<Node>& nodes) {
  keys_.reserve(nodes.size());
  for (std::uint32_t n = 0; n < nodes.size(); ++n) {
    keys_.add(hash_of(name_key(nodes[n].type, nodes[n].name)), n);
    for (const std::string& alias : nodes[n].aliases) keys_.add(hash_of(name_key(nodes[n].type, alias)), n);
  }
}

std::vector<std::uint32_t> NameIndex::find(const std::u32string& key, const NodeRange& nodes) const {
  return keys_.find(hash_of(key), nodes);
}

PropertyIndex::PropertyIndex(const std::vector<Node>& nodes, std::string_view key) {
  for (std::uint32_t n = 0; n < nodes.size(); ++n)
    for (const Property& property : nodes[n].properties)
      if (const auto* text = std::get_if<std::string>(&property.value); text != nullptr && property.key == key)
        values_.add(hash_of(*text), n);
}

std::vector<std::uint32_t> PropertyIndex::find(std::string_view text) const {
  return values_.find(hash_of(text), {0, std::numeric_limits<std::uint32_t>::max()});
}

} // namespace zonekg

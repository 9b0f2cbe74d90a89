// The knowledge graph: nodes, edges and where each of them stands in the documents. The contract of names is
// node types, edge types and attributes as every exporter writes them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/model/extraction.hpp"
#include "core/model/type_label.hpp"

namespace zonekg {

inline constexpr int graph_format = 1; // version of the JSON contract

// A figure with its unit as the text gives them: an infrastructure's `capacity`.
struct Figure {
  double value = 0; // finite
  std::string unit;
  bool operator==(const Figure&) const = default;
};

using PropertyValue = std::variant<std::string, double, bool, Figure>; // doubles finite

struct Property {
  std::string key; // never one that the contract uses for something else (id, type, name, …)
  PropertyValue value;
};

// One dated value of a property that changes: a project's status.
struct HistoryEntry {
  std::string value;
  std::string modality; // actual, expected, target
  std::string period;   // YYYY-MM/YYYY-MM, empty when not stated
  std::vector<Evidence> evidence;
};

struct History {
  std::string key;                   // `status`
  std::vector<HistoryEntry> entries; // oldest first
};

struct Node {
  std::string id; // stable, unique in the graph, [a-z0-9-]+
  std::string type;
  std::string name;
  std::vector<std::string> aliases; // sorted, without the name
  double confidence = 0;            // 0..1
  std::vector<Evidence> mentions;   // by document, begin, end
  std::vector<Property> properties; // sorted by key
  std::vector<History> histories;   // sorted by key
};

struct Edge {
  std::string type;
  double confidence = 0;
  std::string modality; // empty when not stated
  std::string period;   // YYYY-MM/YYYY-MM, empty when not stated
  std::vector<Evidence> evidence;
};

struct PluginVersion {
  std::string id, version;
  bool operator==(const PluginVersion&) const = default;
};

// Evidence.document of a graph is an index into `documents`.
struct GraphHeader {
  int format = graph_format;
  std::vector<PluginVersion> plugins;    // sorted by id
  std::vector<DocumentHeader> documents; // sorted by path, then id
  std::vector<TypeLabel> types = {};     // of plugins that say what their types are called; by kind and name, once each
};

struct EdgeEnds {
  std::uint32_t source = 0, target = 0; // indices of nodes
};

struct NodeRange {
  std::uint32_t begin = 0, end = 0; // indices of nodes
};

struct EdgeView {
  std::uint32_t source, target;
  const Edge& edge;
};

// An immutable graph over Boost.Graph (the store is in graph/store.hpp, for algorithms). Nodes are sorted by type
// and id; edges by source, then target and type: the order in which every exporter writes them.
// Safe to read from several threads.
class Graph {
 public:
  Graph();
  // Sorts what it is given. `ends` runs parallel to `edges`; every end is below nodes.size().
  Graph(GraphHeader header, std::vector<Node> nodes, std::vector<EdgeEnds> ends, std::vector<Edge> edges);
  ~Graph();
  Graph(Graph&&) noexcept;
  Graph& operator=(Graph&&) noexcept;

  [[nodiscard]] const GraphHeader& header() const;
  [[nodiscard]] std::size_t node_count() const;
  [[nodiscard]] std::size_t edge_count() const;
  [[nodiscard]] const Node& node(std::size_t index) const; // index < node_count()
  [[nodiscard]] EdgeView edge(std::size_t index) const;    // index < edge_count()
  [[nodiscard]] NodeRange nodes_of_type(std::string_view type) const;
  [[nodiscard]] std::vector<std::uint32_t> edges_of(std::size_t node) const; // from it and to it, ascending

  struct Store;
  [[nodiscard]] const Store& store() const { return *store_; }

 private:
  std::unique_ptr<Store> store_;
};

// What plugins say about a node type (kind `mention`) or an edge type (`relation`), or null.
const TypeLabel* find_type(const GraphHeader& header, std::string_view kind, std::string_view name);

// The property of that key, or null.
const PropertyValue* find_property(const Node& node, const std::string& key);

} // namespace zonekg

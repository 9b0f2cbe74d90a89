// A graph from front to back, one node and one edge at a time: what writers of whole files need.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

#include "graph/graph.hpp"

namespace zonekg {

// Of a graph in memory, or of one that waits in files. Order, contents and indices as in Graph.
class GraphStream {
 public:
  GraphStream() = default;
  virtual ~GraphStream() = default;
  GraphStream(const GraphStream&) = delete;
  GraphStream& operator=(const GraphStream&) = delete;

  [[nodiscard]] virtual const GraphHeader& header() const = 0;                        // without lists and shares
  [[nodiscard]] virtual DocumentHeader whole_document(std::size_t document) const = 0; // with them
  [[nodiscard]] virtual std::size_t node_count() const = 0;
  [[nodiscard]] virtual std::string_view id(std::uint32_t node) const = 0;
  // Of the nodes in the range, in order, as long as `take` says so; edges by their sources. What is handed out is gone
  // after the call. From several threads at once.
  virtual void each_node(NodeRange nodes, const std::function<bool(const Node&)>& take) const = 0;
  virtual void each_edge(NodeRange sources, const std::function<bool(const EdgeView&)>& take) const = 0;
  [[nodiscard]] virtual std::size_t first_edge(std::uint32_t source) const = 0; // index of the first edge from it or a later node

  [[nodiscard]] NodeRange all() const { return {0, static_cast<std::uint32_t>(node_count())}; }
};

// The graph must outlive it.
class MemoryStream final : public GraphStream {
 public:
  explicit MemoryStream(const Graph& graph) : graph_(graph) {}
  [[nodiscard]] const GraphHeader& header() const override { return graph_.header(); }
  [[nodiscard]] DocumentHeader whole_document(std::size_t document) const override { return graph_.header().documents[document]; }
  [[nodiscard]] std::size_t node_count() const override { return graph_.node_count(); }
  [[nodiscard]] std::string_view id(std::uint32_t node) const override { return graph_.node(node).id; }
  void each_node(NodeRange nodes, const std::function<bool(const Node&)>& take) const override;
  void each_edge(NodeRange sources, const std::function<bool(const EdgeView&)>& take) const override;
  [[nodiscard]] std::size_t first_edge(std::uint32_t source) const override;

 private:
  const Graph& graph_;
};

} // namespace zonekg

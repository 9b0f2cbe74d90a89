// A graph as linking makes it: nodes and edges wait in spills, and what was found out about them afterwards stands
// beside them.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "graph/assemble.hpp"
#include "graph/decisions.hpp"
#include "graph/graph_stream.hpp"
#include "graph/node_id.hpp"

namespace zonekg {

struct LinkOptions;

class SpilledGraph final : public GraphStream {
 public:
  [[nodiscard]] const GraphHeader& header() const override { return header_; }
  [[nodiscard]] DocumentHeader whole_document(std::size_t document) const override;
  [[nodiscard]] std::size_t node_count() const override { return order_.size(); }
  [[nodiscard]] std::string_view id(std::uint32_t node) const override { return id_of(order_[node]); }
  void each_node(NodeRange nodes, const std::function<bool(const Node&)>& take) const override;
  void each_edge(NodeRange sources, const std::function<bool(const EdgeView&)>& take) const override;
  [[nodiscard]] std::size_t first_edge(std::uint32_t source) const override { return first_edges_[source]; }

  [[nodiscard]] Graph load() const;

 private:
  friend class GraphMaker;
  SpilledGraph() = default;

  // Nodes by their numbers, which are in order of the documents; documents come last.
  [[nodiscard]] std::uint32_t made_count() const { return static_cast<std::uint32_t>(nodes_.size()); }
  [[nodiscard]] std::string_view id_of(std::uint32_t number) const;
  [[nodiscard]] Node named_node(std::uint32_t number) const; // as names are compared: without what is found out of them
  [[nodiscard]] Node node_at(std::uint32_t number) const;
  [[nodiscard]] std::vector<OutEdge> edges_from(std::uint32_t number) const; // of relations and names
  [[nodiscard]] std::vector<OutEdge> all_edges_from(std::uint32_t number) const;

  GraphHeader header_;
  std::vector<Decision> decisions_;
  SpilledRows nodes_, edges_, claims_;
  Ids ids_;
  std::vector<std::uint32_t> order_, position_; // number of the node at each position, and back
  std::vector<std::uint32_t> first_edges_;      // of each position, and of the end
  std::multimap<std::uint32_t, std::string> names_without_phase_;
  std::map<std::uint32_t, std::string> families_, parks_;
  std::map<std::uint32_t, OutEdge> name_edges_;
  std::unique_ptr<RejectedEdges> rejected_;
  std::map<std::uint32_t, std::vector<std::size_t>> lent_to_; // rows of lent_
  SpilledRows lent_;
  std::vector<Evidence> first_words_; // of each document; empty without nodes of documents
};

// As link, for formats that take nodes and edges as they come.
std::unique_ptr<SpilledGraph> link_spilled(ExtractionStore extractions, const LinkOptions& options);

} // namespace zonekg

// What a newer graph says otherwise than an older one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace zonekg {

enum class ChangeKind : std::uint8_t {
  progressed, // a project's status is further on
  went_back,  // or further back, or halted
  kept,       // what the older graph promised, by what both tell: a project's target with its date
  late,
  missed,
  dropped,
  silent,
  lowered,    // a target for one period
  raised,
  restated,  // a figure of one period
  renamed,   // a fuller name
  gone,      // of the older graph only
  added,     // of the newer graph only
  edge_gone, // between things that both graphs hold
  edge_added
};
std::string_view text_of(ChangeKind kind);

struct Change {
  ChangeKind kind = ChangeKind::added;
  std::string type;  // of the node or edge
  std::string name;  // of the node, or of the edge's two ends
  std::string before, after; // values, where there are any
  std::vector<Evidence> old_evidence, new_evidence; // documents count in their own graph
};

// By kind in the order above, then type and name. Entities are the same when they carry one id, or one name of a type;
// figures, amounts and documents are told of by what they say, not one by one.
std::vector<Change> compare_graphs(const Graph& older, const Graph& newer);

} // namespace zonekg

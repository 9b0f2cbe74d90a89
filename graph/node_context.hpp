// What a saved graph tells about the surroundings of its nodes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"
#include "graph/name_form.hpp"

namespace zonekg {

struct NodeContext {
  std::vector<std::vector<std::uint32_t>> documents;  // of each node: it stands in them; sorted
  std::vector<std::vector<std::uint32_t>> areas;      // numbers of groups of zones that its documents report on; sorted
  std::vector<std::vector<std::uint32_t>> neighbours; // of each node, without directions; sorted
};

NodeContext node_context(const Graph& graph);

// Sorted lists.
std::size_t count_shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

// Fullest first. Names of one document only (redacted, implicit) have none.
std::vector<NameForm> forms_of(const Node& node);

// Nodes whose name or alias it is, best first: equal names, then names that hold the text, then that all of its
// characters stand in. `type` empty: of every type. An id finds its node alone.
std::vector<std::uint32_t> find_nodes(const Graph& graph, std::string_view text, std::string_view type = {});

} // namespace zonekg

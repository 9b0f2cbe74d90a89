// Properties as columns of a table: every node of a graph has a cell for each.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "export/readable.hpp"
#include "graph/graph.hpp"

namespace zonekg {

// Plain properties of all nodes with their kinds; text where nodes disagree. Histories are `KEY_history`.
struct Columns {
  std::map<std::string, ValueKind> properties;
  std::vector<std::string> histories; // keys, sorted, without the suffix
};

Columns columns_of(const Graph& graph);

// The node's plain values by column.
std::map<std::string, std::string> cells_of(const Node& node);

const History* find_history(const Node& node, const std::string& key); // null when it has none

// At most `most` code points, the end marked.
std::string shortened(std::string_view text, std::size_t most);

} // namespace zonekg

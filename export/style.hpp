// What a node of each type looks like, the same in every format that shows colours.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace zonekg {

struct Style {
  std::string_view type;
  std::string_view shape; // of Graphviz
  std::string_view fill;  // #rrggbb, light: dark text stands on it
  std::string_view title; // in Chinese, for legends and reports
  std::string_view point; // #rrggbb, strong: a dot on white
};

// A type of the contract as it stands here; one that only a plugin knows as the plugin says, and where it says nothing with
// a colour by its name. The views are of the header and of `type`.
Style style_of(const GraphHeader& header, std::string_view type);
bool is_of_contract(std::string_view type); // a node type
std::string_view default_fill(); // of nodes whose type no legend names

// Of the node types that the graph holds: those of the contract in its order, then others by name.
std::vector<Style> styles_in(const Graph& graph);

// Of dots on white; at least 3 : 1 against it unless a plugin wants another.
std::string point_colour(const GraphHeader& header, std::string_view type);

// A node or edge type in English, and an edge type in Chinese: as a plugin says, else by its name.
std::string english_title(const GraphHeader& header, std::string_view kind, std::string_view type);
std::string_view relation_title(const GraphHeader& header, std::string_view type);

} // namespace zonekg

// A graph as a page to explore: one file that needs no network, or the parts that `zonekg view` serves. The data format is
// in docs/explorer.md.
#pragma once

#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "graph/graph.hpp"

namespace zonekg {

// The source text of a document (an index of the graph's header), where the file is at hand.
using DocumentText = std::function<std::optional<std::string>(std::uint32_t document)>;

inline constexpr std::string_view explorer_format = "explorer"; // its name among formats()

// The page with the data in it. Returns what its reader should know, empty when it shows everything: of a graph too large
// for a browser it holds a part.
std::string write_explorer(const Graph& graph, const DocumentText& text, std::ostream& out);
void write_explorer(const Graph& graph, std::ostream& out); // without source texts

// The page as it is built, data still empty.
std::string_view explorer_page();

// The page that asks its server for the data, and may ask nobody else.
std::string served_explorer_page();
// What the page's Content-Security-Policy says.
std::string_view content_policy(std::string_view page);

} // namespace zonekg

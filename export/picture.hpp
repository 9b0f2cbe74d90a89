// Pictures, drawn by Graphviz in a process of its own: its libraries are not safe with threads, and a layout may take
// longer than anybody waits.
#pragma once

#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

#include "graph/graph.hpp"

namespace zonekg {

enum class PictureKind { svg, png, pdf };

struct PictureOptions {
  std::string layout; // dot, sfdp, …; empty: by the number of nodes
  bool legend = true;
};

std::span<const std::string_view> layouts(); // what `layout` may be

// The kind that the format of this name draws.
std::optional<PictureKind> picture_kind(std::string_view format);

// Returns what the reader of the picture should know, empty when it shows everything: a graph that is too large to draw
// is reduced to its most connected nodes. The note stands in the picture too. Throws OutputError.
std::string write_picture(const Graph& graph, PictureKind kind, const PictureOptions& options, std::ostream& out);

void write_svg(const Graph& graph, std::ostream& out);
void write_png(const Graph& graph, std::ostream& out);
void write_pdf(const Graph& graph, std::ostream& out);

} // namespace zonekg

#include "export/picture.hpp"

#include <sstream>

#include "core/process/run_program.hpp"
#include "export/atomic_file.hpp"
#include "export/dot.hpp"
#include "export/filter.hpp"

namespace zonekg {
namespace {

constexpr std::string_view known_layouts[] = {"dot", "sfdp", "neato", "fdp", "circo", "twopi"};

// Measured with Graphviz 2.42: `dot` takes minutes beyond a thousand nodes, the others beyond five thousand.
constexpr std::size_t most_by_dot = 1000, most_by_others = 5000, edges_a_node = 4;
constexpr std::size_t drawn_instead = 400;
constexpr std::size_t clear_by_dot = 300; // above it, layers are no longer clearer than springs
constexpr ProgramLimits drawing_limits{std::chrono::seconds(120), 512U << 20, std::size_t{4} << 30};

struct Kind {
  std::string_view format;
  const char* option;
};
constexpr Kind kinds[] = {{"svg", "-Tsvg"}, {"png", "-Tpng"}, {"pdf", "-Tpdf"}};

bool too_large(const Graph& graph, std::string_view layout) {
  const std::size_t most = layout == "dot" ? most_by_dot : most_by_others;
  return graph.node_count() > most || graph.edge_count() > most * edges_a_node;
}

std::string default_layout(const Graph& graph) { return graph.node_count() <= clear_by_dot ? "dot" : "sfdp"; }

std::string draw(const Graph& graph, PictureKind kind, const std::string& layout, const DotOptions& options) {
  std::ostringstream dot;
  write_dot(graph, options, dot);
  const std::string text = std::move(dot).str();
  const ProgramRun run = run_program({layout, kinds[static_cast<int>(kind)].option, "-q"}, text, drawing_limits);
  if (run.end == ProgramRun::End::missing)
    throw OutputError("pictures are drawn by Graphviz, and '" + layout + "' is not installed; install graphviz, or write .dot");
  if (!run.ok())
    throw OutputError("Graphviz (" + layout + ") " + how_it_ended(run, drawing_limits) +
                      "; try --layout sfdp, or draw less with --focus NAME --hops 1");
  return run.output;
}

} // namespace

std::span<const std::string_view> layouts() { return known_layouts; }

std::optional<PictureKind> picture_kind(std::string_view format) {
  for (std::size_t i = 0; i < std::size(kinds); ++i)
    if (kinds[i].format == format) return static_cast<PictureKind>(i);
  return std::nullopt;
}

std::string write_picture(const Graph& graph, PictureKind kind, const PictureOptions& options, std::ostream& out) {
  DotOptions dot{options.legend, {}};
  std::string layout = options.layout.empty() ? default_layout(graph) : options.layout;
  std::string bytes;
  if (too_large(graph, layout)) {
    const Graph part = most_connected(graph, drawn_instead);
    dot.note = std::to_string(part.node_count()) + " of " + std::to_string(graph.node_count()) +
               " nodes: the most connected ones (图太大,只画关联最多的节点)";
    bytes = draw(part, kind, layout, dot);
  } else {
    bytes = draw(graph, kind, layout, dot);
  }
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return dot.note.empty() ? "" : "too large to draw whole: the picture shows " + dot.note;
}

void write_svg(const Graph& graph, std::ostream& out) { write_picture(graph, PictureKind::svg, {}, out); }
void write_png(const Graph& graph, std::ostream& out) { write_picture(graph, PictureKind::png, {}, out); }
void write_pdf(const Graph& graph, std::ostream& out) { write_picture(graph, PictureKind::pdf, {}, out); }

} // namespace zonekg

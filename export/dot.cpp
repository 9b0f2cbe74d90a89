#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/utf8.hpp"
#include "export/dot.hpp"
#include "export/dot_clusters.hpp"
#include "export/style.hpp"
#include "export/writers.hpp"
#include "export/xml_text.hpp"
#include "graph/code_points.hpp"

namespace zonekg {
namespace {

constexpr std::size_t longest_label = 40; // code points; the whole name is in the tooltip

// A quoted string that Graphviz shows as `text`: it reads backslashes and HTML entities in labels.
std::string quote(std::u32string_view text) {
  std::string result = "\"";
  for (const char32_t c : text) {
    if (c == U'"')
      result += "\\\"";
    else if (c == U'\\')
      result += "\\\\";
    else if (c == U'&')
      result += "&amp;";
    else if (c == U'\n')
      result += "\\n";
    else if (c == U'\t' || c == U'\r')
      result += ' ';
    else if (!is_xml_character(c))
      result += "\uFFFD";
    else
      append_code_point(result, c);
  }
  return result += '"';
}

std::string quote(std::string_view text) { return quote(to_code_points(text)); }

std::string label(std::string_view name) {
  std::u32string text = to_code_points(name);
  if (text.size() > longest_label) {
    text.resize(longest_label - 1);
    text += U'…';
  }
  return quote(text);
}

class DotWriter {
 public:
  DotWriter(const Graph& graph, const DotOptions& options, std::ostream& out)
      : graph_(graph), options_(options), out_(out), zones_(find_clusters(graph)) {
    members_.resize(graph.node_count());
    for (std::uint32_t n = 0; n < zones_.size(); ++n)
      if (zones_[n] != no_cluster) members_[zones_[n]].push_back(n);
  }

  void write() {
    out_ << "digraph zonekg {\n"
            // newrank: without it dot gives up on edges between clusters ("trouble in init_rank").
            "  graph [charset=\"UTF-8\", rankdir=\"LR\", newrank=\"true\", overlap=\"prism\", fontname=\""
         << font
         << "\"];\n"
            "  node [style=\"filled\", fontname=\""
         << font
         << "\", fontsize=\"11\"];\n"
            "  edge [fontname=\""
         << font << "\", fontsize=\"9\", color=\"#666666\"];\n";
    if (options_.legend) write_legend();
    for (std::uint32_t n = 0; n < zones_.size() && out_; ++n)
      if (zones_[n] == no_cluster) write_tree(n, 1);
    for (std::size_t i = 0; i < graph_.edge_count() && out_; ++i) write_edge(graph_.edge(i));
    out_ << "}\n";
  }

 private:
  // As the graph's own label, which every layout keeps out of the drawing's way. The types that the graph holds.
  void write_legend() {
    out_ << "  labelloc=\"b\"; label=<<table border=\"0\" cellspacing=\"6\">";
    const std::vector<Style> legend = styles_in(graph_);
    if (!options_.note.empty()) out_ << "<tr><td colspan=\"" << legend.size() + 1 << "\">" << escape_xml(options_.note) << "</td></tr>";
    out_ << "<tr>";
    for (const Style& style : legend) write_legend_cell(style);
    if (legend.empty()) out_ << "<td></td>";
    out_ << "</tr></table>>;\n";
  }

  void write_legend_cell(const Style& style) {
    out_ << "<td bgcolor=\"" << style.fill << "\" border=\"1\">" << escape_xml(style.title) << "</td>";
  }

  // The first that is installed is taken; all of them hold Chinese.
  static constexpr std::string_view font =
      "WenQuanYi Micro Hei,Noto Sans CJK SC,Source Han Sans SC,Microsoft YaHei,PingFang SC,sans-serif";

  // A node; a zone that holds others as a cluster around it. No deeper than deepest_cluster.
  void write_tree(std::uint32_t n, std::size_t depth) {
    const std::string indent(2 * depth, ' ');
    if (members_[n].empty()) return write_node(n, indent);
    out_ << indent << "subgraph " << quote("cluster_" + graph_.node(n).id) << " {\n"
         << indent << "  label=" << label(graph_.node(n).name) << "; color=\"#bbbbbb\"; style=\"rounded\";\n";
    write_node(n, indent + "  ");
    for (const std::uint32_t member : members_[n]) write_tree(member, depth + 1);
    out_ << indent << "}\n";
  }

  void write_node(std::uint32_t n, const std::string& indent) {
    const Node& node = graph_.node(n);
    const Style style = style_of(graph_.header(), node.type);
    out_ << indent << quote(node.id) << " [label=" << label(node.name) << ", shape=\"" << style.shape
         << "\", fillcolor=\"" << style.fill << "\", tooltip=" << quote(node.type + ": " + node.name) << "];\n";
  }

  void write_edge(const EdgeView& view) {
    const bool intended = view.edge.modality == "target" || view.edge.modality == "expected";
    out_ << "  " << quote(graph_.node(view.source).id) << " -> " << quote(graph_.node(view.target).id)
         << " [label=" << label(view.edge.type) << (intended ? ", style=\"dashed\"" : "") << "];\n";
  }

  const Graph& graph_;
  const DotOptions& options_;
  std::ostream& out_;
  std::vector<std::uint32_t> zones_;
  std::vector<std::vector<std::uint32_t>> members_; // of each zone's cluster
};

} // namespace

void write_dot(const Graph& graph, const DotOptions& options, std::ostream& out) { DotWriter(graph, options, out).write(); }

void write_dot(const Graph& graph, std::ostream& out) { write_dot(graph, DotOptions{}, out); }

} // namespace zonekg

#include "export/explorer_data.hpp"

#include <algorithm>
#include <set>

#include "export/filter.hpp"
#include "export/json_line.hpp"
#include "export/layout.hpp"
#include "export/style.hpp"
#include "export/writers.hpp"
#include "graph/life_cycle.hpp"

namespace zonekg {
namespace {

void add_types(JsonLine& line, const Graph& part) {
  std::set<std::string> nodes, edges;
  for (std::size_t i = 0; i < part.node_count(); ++i) nodes.insert(part.node(i).type);
  for (std::size_t i = 0; i < part.edge_count(); ++i) edges.insert(part.edge(i).edge.type);
  line.begin();
  line.begin_object("nodes");
  for (const std::string& type : nodes) {
    line.begin_object(type);
    line.add("zh", style_of(part.header(), type).title);
    line.add("en", std::string_view(english_title(part.header(), "mention", type)));
    line.add("color", std::string_view(point_colour(part.header(), type)));
    line.end();
  }
  line.end();
  line.begin_object("edges");
  for (const std::string& type : edges) {
    line.begin_object(type);
    line.add("zh", relation_title(part.header(), type));
    line.add("en", std::string_view(english_title(part.header(), "relation", type)));
    line.end();
  }
  line.end();
  line.end();
}

// The zone with most edges, and how many others there are.
std::string title_of(const Graph& graph) {
  std::size_t zones = 0, most = 0;
  std::string title = "zonekg";
  for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
    if (graph.node(i).type != "zone") continue;
    const std::size_t degree = degree_of(graph, i);
    if (zones++ == 0 || degree > most) title = graph.node(i).name;
    most = std::max(most, degree);
  }
  return zones > 1 ? title + " 等" + std::to_string(zones) + "个园区" : title;
}

// Texts as far as a browser takes them, from the first document on.
void write_documents(const Graph& graph, const DocumentText& text, std::ostream& out) {
  std::size_t left = most_text_in_file;
  out << ",\n\"documents\":[";
  for (std::uint32_t d = 0; d < graph.header().documents.size(); ++d) {
    std::optional<std::string> words = text && left > 0 ? text(d) : std::nullopt;
    if (words && words->size() > left) words.reset();
    if (words) left -= words->size();
    if (d > 0) out << ",\n";
    write_document(graph.header().documents[d], words, out);
  }
  out << ']';
}

void write_numbers(const char* name, const std::vector<double>& numbers, std::ostream& out) {
  out << name;
  for (std::size_t i = 0; i < numbers.size(); ++i) out << (i == 0 ? "" : ",") << number_text(numbers[i]);
  out << ']';
}

void write_layout(const Graph& part, std::ostream& out) {
  const Layout layout = lay_out(part);
  write_numbers(",\n\"layout\":{\"x\":[", layout.x, out);
  write_numbers(",\n\"y\":[", layout.y, out);
  out << '}';
}

void write_shown(const Graph& part, std::ostream& out) {
  const bool all = part.node_count() <= most_in_page;
  out << ",\n\"shown\":{\"all\":" << (all ? "true" : "false") << ",\"nodes\":[";
  if (!all) {
    const auto nodes = outline(part, shown_of_large);
    for (std::size_t i = 0; i < nodes.size(); ++i) out << (i == 0 ? "" : ",") << nodes[i];
  }
  out << "]}";
}

} // namespace

void write_document(const DocumentHeader& document, const std::optional<std::string>& text, std::ostream& out) {
  JsonLine line;
  line.begin();
  line.add("id", std::string_view(document.id));
  line.add("path", std::string_view(document.path));
  line.add_stated("title", document.title);
  if (text) line.add("text", std::string_view(*text));
  line.end();
  line.flush(out);
}

ExplorerData::ExplorerData(const Graph& graph) : graph_(graph), last_reports_(last_zone_reports(graph)) {}

void ExplorerData::write_nodes(const Graph& part, std::ostream& out) {
  out << ",\n\"graph\":";
  write_json(part, out);
  JsonLine line;
  out << ",\n\"types\":";
  add_types(line, part);
  line.flush(out);
  out << ",\n\"pinyin\":[";
  for (std::size_t i = 0; i < part.node_count(); ++i) {
    const Pinyin pinyin = pinyin_.read(part.node(i));
    line.begin();
    line.add("full", std::string_view(pinyin.full));
    line.add("initials", std::string_view(pinyin.initials));
    line.end();
    out << (i == 0 ? "" : ",");
    line.flush(out);
  }
  out << ']';
}

void ExplorerData::write(const std::vector<std::uint32_t>& nodes, const DocumentText& text, std::ostream& out) {
  const bool whole = nodes.size() == graph_.node_count();
  const Graph some = whole ? Graph() : part_of(graph_, nodes);
  const Graph& part = whole ? graph_ : some;
  JsonLine line;
  out << "{\"version\":1,\"title\":";
  line.string(title_of(graph_));
  line.flush(out);
  out << ",\"whole\":{\"nodes\":" << graph_.node_count() << ",\"edges\":" << graph_.edge_count() << '}';
  write_nodes(part, out);
  write_layout(part, out);
  write_shown(part, out);
  write_life_cycles(graph_, nodes, last_reports_, out);
  write_series(graph_, nodes, out);
  write_audit(graph_, nodes, out);
  write_documents(graph_, text, out);
  out << "}\n";
}

void ExplorerData::write_fragment(const std::vector<std::uint32_t>& nodes, const std::string& members, std::ostream& out) {
  out << "{\"version\":1" << members;
  write_nodes(part_of(graph_, nodes), out);
  write_life_cycles(graph_, nodes, last_reports_, out);
  out << "}\n";
}

} // namespace zonekg

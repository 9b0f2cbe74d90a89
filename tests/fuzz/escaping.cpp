// Names and words of any bytes through every text format: what was written is read back with other means than the writer's own,
// and holds the same nodes, edges and names, and nothing else.
#include <cctype>
#include <map>
#include <set>

#include "core/reader/xml.hpp"
#include "export/json_line.hpp"
#include "export/writers.hpp"
#include "export/xml_text.hpp"
#include "graph/read_json.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace zonekg;

namespace {

Graph graph_of(fuzz::Parts parts) {
  const auto text = [&] { return std::string(parts.next()); };
  GraphHeader header;
  header.documents.resize(1);
  header.documents[0].id = "d000000000000";
  header.documents[0].path = text();
  header.documents[0].title = text();
  const auto evidence = [&] { return Evidence{0, 0, 3, text(), "plugin", "rule", text()}; };
  std::vector<Node> nodes;
  for (const char* id : {"zone-1", "company-2", "project-3"}) {
    Node node;
    node.id = id;
    node.type = text();
    node.name = text();
    node.aliases = {text()};
    node.confidence = 0.5;
    node.mentions = {evidence()};
    node.properties = {{"note", text()}};
    node.histories = {{"status", {{text(), "actual", "2023-01/2023-12", {evidence()}}}}};
    nodes.push_back(std::move(node));
  }
  std::vector<Edge> edges;
  for (int i = 0; i < 2; ++i) edges.push_back({text(), 0.5, "actual", "", {evidence()}});
  return {std::move(header), std::move(nodes), {{1, 0}, {2, 1}}, std::move(edges)};
}

// Valid, and of XML's characters.
std::string xml_text(const std::string& name) {
  std::string result;
  for (const char32_t c : to_code_points(name)) append_code_point(result, is_xml_character(c) ? c : U'\uFFFD');
  return result;
}

void check_graphml(const Graph& graph) {
  std::ostringstream out;
  write_graphml(graph, out);
  std::vector<std::string> names;
  std::size_t edges = 0;
  std::string key;
  bool in_name = false;
  const auto start = [&](const XmlElement& element) {
    if (element.name == "key" && element.attribute("for") == "node" && element.attribute("attr.name") == "name") key = element.attribute("id");
    if (element.name == "node") names.emplace_back();
    edges += element.name == "edge";
    in_name = element.name == "data" && !key.empty() && element.attribute("key") == key;
  };
  const auto why = parse_xml(out.str(), {start, [&](std::string_view) { in_name = false; }, [&](std::string_view text) {
                                           if (in_name) names.back() += text;
                                         }});
  fuzz::expect(!why, "GraphML is XML");
  fuzz::expect(names.size() == graph.node_count() && edges == graph.edge_count(), "GraphML holds the nodes and edges");
  for (std::size_t i = 0; i < names.size(); ++i) fuzz::expect(names[i] == xml_text(graph.node(i).name), "GraphML holds the names");
}

// Quoted strings of DOT with their escapes undone; what stands between them must be of DOT's own letters.
void check_dot(const Graph& graph) {
  std::ostringstream out;
  write_dot(graph, out);
  const std::string dot = out.str();
  std::multiset<std::string> strings;
  std::size_t statements = 0;
  for (std::size_t i = 0; i < dot.size(); ++i) {
    if (dot[i] != '"') {
      fuzz::expect(std::isalnum(static_cast<unsigned char>(dot[i])) || std::string_view(" \n{}[]=,;->_").find(dot[i]) != std::string_view::npos, "outside of quotes stands DOT alone");
      statements += dot[i] == ';';
      continue;
    }
    std::string string;
    for (++i; fuzz::expect(i < dot.size(), "a string of DOT ends"), dot[i] != '"'; ++i) {
      if (dot[i] == '\\') fuzz::expect(std::string_view("\"\\n").find(dot[++i]) != std::string_view::npos, "DOT's strings hold its own escapes only");
      string += dot[i];
    }
    strings.insert(std::move(string));
  }
  fuzz::expect(!find_invalid_utf8(dot), "DOT is UTF-8");
  for (std::size_t i = 0; i < graph.node_count(); ++i) fuzz::expect(strings.contains(graph.node(i).id), "DOT holds the nodes");
  fuzz::expect(statements >= 3 + graph.node_count() + graph.edge_count() && statements <= 3 + 4 * graph.node_count() + graph.edge_count(), "DOT holds no other statements");
}

// RFC 4180: every row has as many fields as the first.
void check_csv(const Graph& graph, void (*write)(const Graph&, std::ostream&), std::size_t rows) {
  std::ostringstream out;
  write(graph, out);
  const std::string csv = out.str();
  std::size_t fields = 1, first = 0, found = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    if (csv[i] == '"') quoted = !quoted;
    else if (!quoted && csv[i] == ',') ++fields;
    else if (!quoted && csv[i] == '\n') {
      if (found++ == 0) first = fields;
      fuzz::expect(fields == first, "rows of CSV have as many fields as its head");
      fields = 1;
    }
  }
  fuzz::expect(!quoted && found == rows + 1, "CSV has a row for each");
}

// Strings and quoted names left out, a script is the same whatever the graph's words are.
std::string skeleton(const Graph& graph) {
  std::ostringstream out;
  write_cypher(graph, out);
  const std::string script = out.str();
  std::string rest;
  for (std::size_t i = 0; i < script.size(); ++i) {
    const char quote = script[i];
    if (quote != '\'' && quote != '`') {
      rest += quote;
      continue;
    }
    for (++i; fuzz::expect(i < script.size(), "a string of Cypher ends"), script[i] != quote; ++i)
      if (script[i] == '\\') ++i;
  }
  return rest;
}

void check_json(const Graph& graph) {
  std::ostringstream once;
  write_json(graph, once);
  const Graph again = read_json(once.str(), "g.json");
  const auto names = [](const Graph& of) { // by id: a type that is no UTF-8 changes the order
    std::map<std::string, std::string> result;
    for (std::size_t i = 0; i < of.node_count(); ++i) result[of.node(i).id] = clean_utf8(of.node(i).name);
    return result;
  };
  fuzz::expect(names(again) == names(graph), "JSON holds the names");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Graph graph = graph_of(fuzz::Parts(fuzz::view(data, size)));
  check_graphml(graph);
  check_dot(graph);
  check_csv(graph, write_csv_nodes, graph.node_count());
  check_csv(graph, write_csv_edges, graph.edge_count());
  check_csv(graph, write_neo4j_nodes, graph.node_count());
  check_csv(graph, write_neo4j_relationships, graph.edge_count());
  check_json(graph);
  const std::string script = skeleton(graph);
  for (const char* word : {"DETACH", "DELETE", "evil", "//"}) fuzz::expect(script.find(word) == std::string::npos, "Cypher runs nothing that a report says");
  std::ostringstream gexf, rest;
  write_gexf(graph, gexf);
  fuzz::expect(!parse_xml(gexf.str(), {[](const XmlElement&) {}, [](std::string_view) {}, [](std::string_view) {}}), "GEXF is XML");
  write_cx2(graph, rest);
  write_turtle(graph, rest);
  write_ftm(graph, rest);
  write_markdown(graph, rest);
  write_html_report(graph, rest);
  fuzz::expect(!find_invalid_utf8(rest.str()), "what is written is UTF-8");
  return 0;
}

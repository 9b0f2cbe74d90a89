// A Cypher script: run twice, it gives one graph, not two. Statements of a few hundred rows each, by type.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/utf8.hpp"
#include "export/labels.hpp"
#include "export/readable.hpp"
#include "export/writers.hpp"
#include "graph/code_points.hpp"
#include "graph/number_text.hpp"

namespace zonekg {
namespace {

constexpr std::size_t rows_a_statement = 500;

std::string quoted(std::string_view text) {
  std::string result = "'";
  for (const char32_t c : to_code_points(text)) {
    if (c == U'\'' || c == U'\\') (result += '\\') += static_cast<char>(c);
    else if (c == U'\n') result += "\\n";
    else if (c == U'\r') result += "\\r";
    else if (c == U'\t') result += "\\t";
    else if (c == 0) result += "\uFFFD"; // Neo4j refuses it
    else append_code_point(result, c);
  }
  return result += '\'';
}

// A name of a label, a type or a property.
std::string name(std::string_view text) {
  std::string result = "`";
  for (const char32_t c : to_code_points(text)) {
    if (c == U'`') result += "``";
    else if (c == U'\\') result += "＼"; // Neo4j would read \u0060 as a back quote that ends the name
    else if (c == 0) result += "\uFFFD";
    else append_code_point(result, c);
  }
  return result += '`';
}

std::string list(const std::vector<std::string>& items) {
  std::string result = "[";
  for (const std::string& item : items) (result += result.size() > 1 ? ", " : "") += quoted(item);
  return result += ']';
}

std::string value_text(const PlainValue& value) { return value.kind == ValueKind::text ? quoted(value.text) : value.text; }

std::string node_row(const Node& node, const GraphHeader& header) {
  std::string row = "{id: " + quoted(node.id) + ", set: {type: " + quoted(node.type) + ", name: " + quoted(node.name) +
                    ", aliases: " + list(node.aliases) + ", confidence: " + number_text(node.confidence);
  for (const Property& property : node.properties)
    for (const PlainValue& value : plain_values(property)) row += ", " + name(value.key) + ": " + value_text(value);
  for (const History& history : node.histories)
    row += ", " + name(history.key + "_history") + ": " + quoted(readable_history(history, header));
  return row + ", mentions: " + quoted(readable_evidence(node.mentions, header)) + "}}";
}

std::string edge_row(const Graph& graph, const EdgeView& view, std::size_t key) {
  const Edge& edge = view.edge;
  std::string row = "{from: " + quoted(graph.node(view.source).id) + ", to: " + quoted(graph.node(view.target).id) +
                    ", key: " + std::to_string(key) + ", set: {confidence: " + number_text(edge.confidence);
  if (!edge.modality.empty()) row += ", modality: " + quoted(edge.modality);
  if (!edge.period.empty()) row += ", period: " + quoted(edge.period);
  return row + ", evidence: " + quoted(readable_evidence(edge.evidence, graph.header())) + "}}";
}

// UNWIND [rows] AS row, then `then`.
void write_statements(const std::vector<std::string>& rows, const std::string& then, std::ostream& out) {
  for (std::size_t begin = 0; begin < rows.size(); begin += rows_a_statement) {
    out << "UNWIND [\n";
    const std::size_t end = std::min(begin + rows_a_statement, rows.size());
    for (std::size_t i = begin; i < end; ++i) out << "  " << rows[i] << (i + 1 < end ? ",\n" : "\n");
    out << "] AS row\n" << then << ";\n";
  }
}

} // namespace

void write_cypher(const Graph& graph, std::ostream& out) {
  out << "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n"
         "CREATE FULLTEXT INDEX entity_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.aliases, n.mentions]\n"
         "  OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};\n";
  std::map<std::string, std::vector<std::string>> nodes, edges;
  for (std::size_t i = 0; i < graph.node_count(); ++i)
    nodes[graph.node(i).type].push_back(node_row(graph.node(i), graph.header()));
  for (const auto& [type, rows] : nodes)
    write_statements(rows, "MERGE (n:Entity {id: row.id}) SET n:" + name(node_label(type)) + ", n += row.set", out);
  // Edges of one type between the same two nodes are told apart by a number.
  std::size_t key = 0;
  for (std::size_t i = 0; i < graph.edge_count(); ++i) {
    const EdgeView view = graph.edge(i);
    const bool again = i > 0 && graph.edge(i - 1).source == view.source && graph.edge(i - 1).target == view.target &&
                       graph.edge(i - 1).edge.type == view.edge.type;
    key = again ? key + 1 : 0;
    edges[view.edge.type].push_back(edge_row(graph, view, key));
  }
  for (const auto& [type, rows] : edges)
    write_statements(rows,
                     "MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to})\nMERGE (a)-[r:" +
                         name(relationship_type(type)) + " {key: row.key}]->(b) SET r += row.set",
                     out);
}

} // namespace zonekg

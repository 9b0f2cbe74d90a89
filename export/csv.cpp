// CSV for spreadsheets and for neo4j-admin. RFC 4180: quoted where needed, CRLF.
#include <algorithm>
#include <string>
#include <string_view>

#include "export/columns.hpp"
#include "export/labels.hpp"
#include "export/readable.hpp"
#include "export/writers.hpp"
#include "graph/code_points.hpp"
#include "graph/number_text.hpp"

namespace zonekg {
namespace {

constexpr std::size_t longest_cell = 32000; // code points; a spreadsheet's cell holds 32,767

std::string quoted(std::string_view text) {
  std::string result;
  for (const char c : clean_utf8(text)) {
    if (c == '"') result += "\"\"";
    else if (c == '\0') result += "\uFFFD";
    else result += c;
  }
  return result.find_first_of(",\"\r\n") == std::string::npos ? result : '"' + result + '"';
}

class Row {
 public:
  explicit Row(std::ostream& out) : out_(out) {}
  Row& put(std::string_view cell) {
    out_ << (first_ ? "" : ",") << quoted(cell);
    first_ = false;
    return *this;
  }
  void end() {
    out_ << "\r\n";
    first_ = true;
  }

 private:
  std::ostream& out_;
  bool first_ = true;
};

// What a spreadsheet takes for the beginning of a formula, full-width forms too (OWASP, CSV injection).
constexpr std::string_view formula_beginnings[] = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};

// An apostrophe keeps text what it is.
std::string cell_text(std::string_view text) {
  const bool formula = std::ranges::any_of(formula_beginnings, [&](std::string_view begin) { return text.starts_with(begin); });
  return shortened(formula ? "'" + std::string(text) : std::string(text), longest_cell);
}

// neo4j-admin splits fields at line ends unless told otherwise.
std::string one_line(std::string text) {
  std::replace_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return text;
}

// `;` parts the elements of a list.
std::string neo4j_list(const std::vector<std::string>& items) {
  std::string result;
  for (const std::string& item : items) {
    if (!result.empty()) result += ';';
    for (const char c : item) c == ';' ? result += "；" : result += c;
  }
  return one_line(result);
}

std::string_view neo4j_type(ValueKind kind) {
  return kind == ValueKind::number ? ":double" : kind == ValueKind::flag ? ":boolean" : "";
}

// A column's name must not look like one of neo4j-admin's own.
std::string neo4j_name(std::string key) {
  std::replace(key.begin(), key.end(), ':', '_');
  return key;
}

} // namespace

void write_csv_nodes(const Graph& graph, std::ostream& out) {
  const Columns columns = columns_of(graph);
  out << "\xEF\xBB\xBF";
  Row row(out);
  for (const char* name : {"id", "type", "name", "aliases", "confidence"}) row.put(name);
  for (const auto& [key, kind] : columns.properties) row.put(cell_text(key));
  for (const std::string& key : columns.histories) row.put(cell_text(key + "_history"));
  row.put("mentions").end();
  for (std::size_t i = 0; i < graph.node_count() && out; ++i) {
    const Node& node = graph.node(i);
    row.put(cell_text(node.id)).put(cell_text(node.type)).put(cell_text(node.name));
    row.put(cell_text(readable_list(node.aliases))).put(number_text(node.confidence));
    auto cells = cells_of(node);
    for (const auto& [key, kind] : columns.properties)
      row.put(kind == ValueKind::text ? cell_text(cells[key]) : cells[key]);
    for (const std::string& key : columns.histories) {
      const History* history = find_history(node, key);
      row.put(history ? cell_text(readable_history(*history, graph.header())) : "");
    }
    row.put(cell_text(readable_evidence(node.mentions, graph.header()))).end();
  }
}

void write_csv_edges(const Graph& graph, std::ostream& out) {
  out << "\xEF\xBB\xBF";
  Row row(out);
  for (const char* name : {"source", "source_name", "type", "target", "target_name", "confidence", "modality", "period"})
    row.put(name);
  row.put("evidence").end();
  for (std::size_t i = 0; i < graph.edge_count() && out; ++i) {
    const auto [source, target, edge] = graph.edge(i);
    row.put(cell_text(graph.node(source).id)).put(cell_text(graph.node(source).name)).put(cell_text(edge.type));
    row.put(cell_text(graph.node(target).id)).put(cell_text(graph.node(target).name)).put(number_text(edge.confidence));
    row.put(cell_text(edge.modality)).put(cell_text(edge.period));
    row.put(cell_text(readable_evidence(edge.evidence, graph.header()))).end();
  }
}

void write_neo4j_nodes(const Graph& graph, std::ostream& out) {
  const Columns columns = columns_of(graph);
  Row row(out);
  for (const char* name : {"id:ID", "type", "name", "aliases:string[]", "confidence:double"}) row.put(name);
  for (const auto& [key, kind] : columns.properties) row.put(one_line(neo4j_name(key)).append(neo4j_type(kind)));
  for (const std::string& key : columns.histories) row.put(one_line(neo4j_name(key)) + "_history");
  row.put("mentions").put(":LABEL").end();
  for (std::size_t i = 0; i < graph.node_count() && out; ++i) {
    const Node& node = graph.node(i);
    row.put(one_line(node.id)).put(one_line(node.type)).put(one_line(node.name)).put(neo4j_list(node.aliases));
    row.put(number_text(node.confidence));
    auto cells = cells_of(node);
    for (const auto& [key, kind] : columns.properties) row.put(one_line(cells[key]));
    for (const std::string& key : columns.histories) {
      const History* history = find_history(node, key);
      row.put(history ? one_line(readable_history(*history, graph.header())) : "");
    }
    row.put(one_line(readable_evidence(node.mentions, graph.header())));
    row.put("Entity;" + neo4j_list({node_label(node.type)})).end();
  }
}

void write_neo4j_relationships(const Graph& graph, std::ostream& out) {
  Row row(out);
  for (const char* name : {":START_ID", ":END_ID", ":TYPE", "confidence:double", "modality", "period"}) row.put(name);
  row.put("evidence").end();
  for (std::size_t i = 0; i < graph.edge_count() && out; ++i) {
    const auto [source, target, edge] = graph.edge(i);
    row.put(one_line(graph.node(source).id)).put(one_line(graph.node(target).id));
    row.put(one_line(relationship_type(edge.type))).put(number_text(edge.confidence));
    row.put(one_line(edge.modality)).put(one_line(edge.period));
    row.put(one_line(readable_evidence(edge.evidence, graph.header()))).end();
  }
}

} // namespace zonekg

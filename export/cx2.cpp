// CX2, the exchange format of Cytoscape 3.10 and NDEx: aspects in a list, attributes declared before their use.
#include <map>
#include <string>

#include "export/columns.hpp"
#include "export/json_line.hpp"
#include "export/readable.hpp"
#include "export/style.hpp"
#include "export/writers.hpp"

namespace zonekg {
namespace {

std::string_view type_name(ValueKind kind) {
  return kind == ValueKind::number ? "double" : kind == ValueKind::flag ? "boolean" : "string";
}

void add_declaration(JsonLine& line, std::string_view key, std::string_view type) {
  line.begin_object(key);
  line.add("d", type);
  line.end();
}

// Attributes with names of their own, that a property of a plugin cannot take.
void add_node_declarations(JsonLine& line, const Columns& columns) {
  line.begin_object("nodes");
  for (const char* key : {"zonekg_id", "name", "type"}) add_declaration(line, key, "string");
  add_declaration(line, "aliases", "list_of_string");
  add_declaration(line, "confidence", "double");
  for (const auto& [key, kind] : columns.properties) add_declaration(line, key, type_name(kind));
  for (const std::string& key : columns.histories) add_declaration(line, key + "_history", "string");
  add_declaration(line, "mentions", "string");
  line.end();
}

void add_declarations(JsonLine& line, const Columns& columns) {
  line.begin_list("attributeDeclarations");
  line.begin();
  line.begin_object("networkAttributes");
  for (const char* key : {"name", "description"}) add_declaration(line, key, "string");
  line.end();
  add_node_declarations(line, columns);
  line.begin_object("edges");
  for (const char* key : {"interaction", "name", "modality", "period", "evidence"}) add_declaration(line, key, "string");
  add_declaration(line, "confidence", "double");
  line.end();
  line.end();
  line.end_list();
}

void add_count(JsonLine& line, std::string_view aspect, std::size_t count) {
  line.begin();
  line.add("name", aspect);
  line.add("elementCount", static_cast<double>(count));
  line.end();
}

void add_meta(JsonLine& line, const Graph& graph) {
  line.begin_list("metaData");
  for (const char* aspect : {"attributeDeclarations", "networkAttributes", "visualProperties"}) add_count(line, aspect, 1);
  if (graph.node_count() > 0) add_count(line, "nodes", graph.node_count());
  if (graph.edge_count() > 0) add_count(line, "edges", graph.edge_count());
  line.end_list();
}

void add_look(JsonLine& line, const Graph& graph) {
  line.begin_list("visualProperties");
  line.begin();
  line.begin_object("default");
  line.begin_object("node");
  line.add("NODE_BACKGROUND_COLOR", default_fill());
  line.add("NODE_SHAPE", std::string_view("round-rectangle"));
  line.end();
  line.begin_object("edge");
  line.add("EDGE_TARGET_ARROW_SHAPE", std::string_view("triangle"));
  line.end();
  line.end();
  line.begin_object("nodeMapping");
  line.begin_object("NODE_LABEL");
  line.add("type", std::string_view("PASSTHROUGH"));
  line.begin_object("definition");
  line.add("attribute", std::string_view("name"));
  line.add("type", std::string_view("string"));
  line.end();
  line.end();
  line.begin_object("NODE_BACKGROUND_COLOR");
  line.add("type", std::string_view("DISCRETE"));
  line.begin_object("definition");
  line.add("attribute", std::string_view("type"));
  line.add("type", std::string_view("string"));
  line.begin_list("map");
  for (const Style& style : styles_in(graph)) {
    line.begin();
    line.add("v", style.type);
    line.add("vp", style.fill);
    line.end();
  }
  line.end_list();
  line.end();
  line.end();
  line.end();
  line.end();
  line.end_list();
}

void add_value(JsonLine& line, const std::string& key, const std::string& text, ValueKind declared) {
  if (declared == ValueKind::number) line.add(key, number_of(text));
  else if (declared == ValueKind::flag) line.add(key, text == "true");
  else line.add(key, std::string_view(text));
}

void add_node(JsonLine& line, const Node& node, std::size_t index, const Columns& columns, const GraphHeader& header) {
  line.begin();
  line.add("id", static_cast<double>(index));
  line.begin_object("v");
  line.add("zonekg_id", std::string_view(node.id));
  line.add("name", std::string_view(node.name));
  line.add("type", std::string_view(node.type));
  line.begin_list("aliases");
  for (const std::string& alias : node.aliases) line.string(alias);
  line.end_list();
  line.add("confidence", node.confidence);
  for (const auto& [key, text] : cells_of(node)) add_value(line, key, text, columns.properties.at(key));
  for (const History& history : node.histories)
    line.add(history.key + "_history", std::string_view(readable_history(history, header)));
  line.add_stated("mentions", readable_evidence(node.mentions, header));
  line.end();
  line.end();
}

void add_edge(JsonLine& line, const Graph& graph, std::size_t index) {
  const auto [source, target, edge] = graph.edge(index);
  line.begin();
  line.add("id", static_cast<double>(index));
  line.add("s", static_cast<double>(source));
  line.add("t", static_cast<double>(target));
  line.begin_object("v");
  line.add("interaction", std::string_view(edge.type));
  line.add("name", std::string_view(edge.type));
  line.add("confidence", edge.confidence);
  line.add_stated("modality", edge.modality);
  line.add_stated("period", edge.period);
  line.add_stated("evidence", readable_evidence(edge.evidence, graph.header()));
  line.end();
  line.end();
}

// One aspect as a list whose elements are written one by one.
template <typename Add> void write_aspect(std::ostream& out, const char* aspect, std::size_t count, Add add) {
  if (count == 0) return;
  JsonLine line;
  out << ",\n{\"" << aspect << "\":[";
  for (std::size_t i = 0; i < count && out; ++i) {
    out << (i == 0 ? "\n" : ",\n");
    add(line, i);
    line.flush(out);
  }
  out << "\n]}";
}

template <typename Add> void write_object(std::ostream& out, Add add) {
  JsonLine line;
  out << ",\n";
  line.begin();
  add(line);
  line.end();
  line.flush(out);
}

} // namespace

void write_cx2(const Graph& graph, std::ostream& out) {
  const Columns columns = columns_of(graph);
  out << "[{\"CXVersion\":\"2.0\",\"hasFragments\":false}";
  write_object(out, [&](JsonLine& line) { add_meta(line, graph); });
  write_object(out, [&](JsonLine& line) { add_declarations(line, columns); });
  write_object(out, [&](JsonLine& line) {
    line.begin_list("networkAttributes");
    line.begin();
    line.add("name", std::string_view("zonekg"));
    line.add("description", std::to_string(graph.header().documents.size()) + " documents");
    line.end();
    line.end_list();
  });
  write_aspect(out, "nodes", graph.node_count(),
               [&](JsonLine& line, std::size_t i) { add_node(line, graph.node(i), i, columns, graph.header()); });
  write_aspect(out, "edges", graph.edge_count(), [&](JsonLine& line, std::size_t i) { add_edge(line, graph, i); });
  write_object(out, [&](JsonLine& line) { add_look(line, graph); });
  out << ",\n{\"status\":[{\"completed\":true,\"success\":true}]}]\n";
}

} // namespace zonekg

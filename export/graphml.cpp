#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "export/readable.hpp"
#include "export/writers.hpp"
#include "export/xml_text.hpp"
#include "graph/number_text.hpp"

namespace zonekg {
namespace {

std::string_view type_name(ValueKind kind) {
  return kind == ValueKind::number ? "double" : kind == ValueKind::flag ? "boolean" : "string";
}

// The keys of one domain with their types; a key whose values are of several kinds is a string.
class Keys {
 public:
  explicit Keys(std::string_view domain) : domain_(domain) {}

  void add(const std::string& key, ValueKind kind = ValueKind::text) {
    const auto [place, is_new] = kinds_.try_emplace(key, kind);
    if (!is_new && place->second != kind) place->second = ValueKind::text;
  }

  void declare(std::ostream& out) {
    for (const auto& [key, kind] : kinds_) {
      std::string id(domain_.substr(0, 1));
      id += std::to_string(ids_.size()); // appended: GCC 12 sees a false overlap in a sum
      ids_.emplace(key, id);
      out << "  <key id=\"" << id << "\" for=\"" << domain_ << "\" attr.name=\"" << escape_xml(key) << "\" attr.type=\""
          << type_name(kind) << "\"/>\n";
    }
  }

  // After declare.
  void write(std::string& out, const std::string& key, std::string_view text) const {
    if (text.empty()) return;
    out.append("<data key=\"").append(ids_.at(key)).append("\">");
    append_xml(out, text);
    out += "</data>";
  }

 private:
  std::string_view domain_;
  std::map<std::string, ValueKind> kinds_;
  std::map<std::string, std::string> ids_;
};

Keys graph_keys() {
  Keys keys("graph");
  keys.add("format", ValueKind::number);
  for (const char* key : {"plugins", "documents"}) keys.add(key);
  return keys;
}

Keys node_keys(const Graph& graph) {
  Keys keys("node");
  for (const char* key : {"label", "name", "type", "aliases", "mentions"}) keys.add(key);
  keys.add("confidence", ValueKind::number);
  for (std::size_t i = 0; i < graph.node_count(); ++i) {
    for (const Property& property : graph.node(i).properties)
      for (const PlainValue& value : plain_values(property)) keys.add(value.key, value.kind);
    for (const History& history : graph.node(i).histories) keys.add(history.key + "_history");
  }
  return keys;
}

Keys edge_keys() {
  Keys keys("edge");
  for (const char* key : {"label", "type", "interaction", "modality", "period", "evidence"}) keys.add(key);
  keys.add("confidence", ValueKind::number);
  return keys;
}

void write_header(const GraphHeader& header, const Keys& keys, std::string& out) {
  std::vector<std::string> plugins, documents;
  for (const PluginVersion& plugin : header.plugins) plugins.push_back(plugin.id + ' ' + plugin.version);
  for (const DocumentHeader& document : header.documents) {
    documents.push_back(document.id + ' ' + document.path);
    if (!document.title.empty()) documents.back() += " (" + document.title + ')';
  }
  out += "  ";
  keys.write(out, "format", std::to_string(header.format));
  keys.write(out, "plugins", readable_list(plugins));
  keys.write(out, "documents", readable_list(documents));
  out += '\n';
}

// Gephi shows `label`, Cytoscape `name`.
void write_node(const Node& node, const Keys& keys, const GraphHeader& header, std::string& out) {
  out += "  <node id=\"";
  append_xml(out, node.id);
  out += "\">";
  keys.write(out, "label", node.name);
  keys.write(out, "name", node.name);
  keys.write(out, "type", node.type);
  keys.write(out, "aliases", readable_list(node.aliases));
  keys.write(out, "confidence", number_text(node.confidence));
  for (const Property& property : node.properties)
    for (const PlainValue& value : plain_values(property)) keys.write(out, value.key, value.text);
  for (const History& history : node.histories)
    keys.write(out, history.key + "_history", readable_history(history, header));
  keys.write(out, "mentions", readable_evidence(node.mentions, header));
  out += "</node>\n";
}

// Cytoscape shows `interaction`, Gephi `label`.
void write_edge(const Graph& graph, std::size_t index, const Keys& keys, std::string& out) {
  const auto [source, target, edge] = graph.edge(index);
  out.append("  <edge id=\"e").append(std::to_string(index)).append("\" source=\"");
  append_xml(out, graph.node(source).id);
  out += "\" target=\"";
  append_xml(out, graph.node(target).id);
  out += "\">";
  for (const char* key : {"label", "type", "interaction"}) keys.write(out, key, edge.type);
  keys.write(out, "confidence", number_text(edge.confidence));
  keys.write(out, "modality", edge.modality);
  keys.write(out, "period", edge.period);
  keys.write(out, "evidence", readable_evidence(edge.evidence, graph.header()));
  out += "</edge>\n";
}

// Pieces gather in a buffer: a stream takes its time for every one it gets.
class Gathered {
 public:
  explicit Gathered(std::ostream& out) : out_(out) {}
  std::string text;

  void pass_on(std::size_t from = 0) {
    if (text.size() < from) return;
    out_.write(text.data(), static_cast<std::streamsize>(text.size()));
    text.clear();
  }

 private:
  std::ostream& out_;
};

} // namespace

void write_graphml(const Graph& graph, std::ostream& out) {
  Keys of_graph = graph_keys(), of_nodes = node_keys(graph), of_edges = edge_keys();
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
         "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
         "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
         "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
  for (Keys* keys : {&of_graph, &of_nodes, &of_edges}) keys->declare(out);
  out << "<graph id=\"G\" edgedefault=\"directed\">\n";
  constexpr std::size_t full = 1 << 16;
  Gathered gathered(out);
  write_header(graph.header(), of_graph, gathered.text);
  for (std::size_t i = 0; i < graph.node_count() && out; ++i, gathered.pass_on(full))
    write_node(graph.node(i), of_nodes, graph.header(), gathered.text);
  for (std::size_t i = 0; i < graph.edge_count() && out; ++i, gathered.pass_on(full))
    write_edge(graph, i, of_edges, gathered.text);
  gathered.pass_on();
  out << "</graph>\n</graphml>\n";
}

} // namespace zonekg

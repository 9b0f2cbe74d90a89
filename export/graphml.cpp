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

constexpr std::string_view end_of_data = "</data>";

// Nothing when there is no text.
void write_data(std::string& out, const std::string& tag, std::string_view text) {
  if (text.empty()) return;
  out += tag;
  append_xml(out, text);
  out += end_of_data;
}

void write_evidence(std::string& out, const std::string& tag, const std::vector<Evidence>& evidence, const GraphHeader& header) {
  if (evidence.empty()) return;
  out += tag;
  const std::size_t begin = out.size();
  append_evidence(out, evidence, header);
  escape_xml_from(out, begin);
  out += end_of_data;
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
      id += std::to_string(tags_.size()); // appended: GCC 12 sees a false overlap in a sum
      tags_.emplace(key, "<data key=\"" + id + "\">");
      out << "  <key id=\"" << id << "\" for=\"" << domain_ << "\" attr.name=\"" << escape_xml(key) << "\" attr.type=\""
          << type_name(kind) << "\"/>\n";
    }
  }

  // After declare. `<data key="n3">`
  [[nodiscard]] const std::string& tag(const std::string& key) const { return tags_.at(key); }

  void write(std::string& out, const std::string& key, std::string_view text) const { write_data(out, tag(key), text); }

 private:
  std::string_view domain_;
  std::map<std::string, ValueKind> kinds_;
  std::map<std::string, std::string> tags_;
};

Keys graph_keys() {
  Keys keys("graph");
  keys.add("format", ValueKind::number);
  for (const char* key : {"plugins", "documents"}) keys.add(key);
  return keys;
}

Keys node_keys(const GraphStream& graph) {
  Keys keys("node");
  for (const char* key : {"label", "name", "type", "aliases", "mentions"}) keys.add(key);
  keys.add("confidence", ValueKind::number);
  graph.each_node([&](const Node& node) {
    for (const Property& property : node.properties)
      for (const PlainValue& value : plain_values(property)) keys.add(value.key, value.kind);
    for (const History& history : node.histories) keys.add(history.key + "_history");
    return true;
  });
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
class NodeWriter {
 public:
  NodeWriter(const Keys& keys, const GraphHeader& header) : keys_(keys), header_(header) {}

  void write(const Node& node, std::string_view id, std::string& out) const {
    out.append("  <node id=\"").append(id).append("\">");
    write_data(out, label_, node.name);
    write_data(out, name_, node.name);
    write_data(out, type_, node.type);
    write_data(out, aliases_, readable_list(node.aliases));
    write_data(out, confidence_, number_text(node.confidence));
    for (const Property& property : node.properties)
      for (const PlainValue& value : plain_values(property)) keys_.write(out, value.key, value.text);
    for (const History& history : node.histories)
      keys_.write(out, history.key + "_history", readable_history(history, header_));
    write_evidence(out, mentions_, node.mentions, header_);
    out += "</node>\n";
  }

 private:
  const Keys& keys_;
  const GraphHeader& header_;
  const std::string &label_ = keys_.tag("label"), &name_ = keys_.tag("name"), &type_ = keys_.tag("type"),
                    &aliases_ = keys_.tag("aliases"), &confidence_ = keys_.tag("confidence"), &mentions_ = keys_.tag("mentions");
};

// Cytoscape shows `interaction`, Gephi `label`.
class EdgeWriter {
 public:
  EdgeWriter(const Keys& keys, const GraphHeader& header) : keys_(keys), header_(header) {}

  void write(std::size_t index, const Edge& edge, std::string_view source, std::string_view target, std::string& out) {
    out += "  <edge id=\"e";
    append_number(out, index);
    out.append("\" source=\"").append(source).append("\" target=\"").append(target).append("\">").append(types(edge.type));
    write_data(out, confidence_, number_text(edge.confidence));
    write_data(out, modality_, edge.modality);
    write_data(out, period_, edge.period);
    write_evidence(out, evidence_, edge.evidence, header_);
    out += "</edge>\n";
  }

 private:
  // All that says the type, which a graph has few of.
  const std::string& types(const std::string& type) {
    const auto [place, is_new] = types_.try_emplace(type);
    if (is_new)
      for (const char* key : {"label", "type", "interaction"}) keys_.write(place->second, key, type);
    return place->second;
  }

  const Keys& keys_;
  const GraphHeader& header_;
  const std::string &confidence_ = keys_.tag("confidence"), &modality_ = keys_.tag("modality"), &period_ = keys_.tag("period"),
                    &evidence_ = keys_.tag("evidence");
  std::map<std::string, std::string> types_;
};

// Ids as XML holds them, side by side: edges ask for those of any two nodes.
class Ids {
 public:
  std::string_view add(std::string_view id) {
    append_xml(text_, id);
    begins_.push_back(text_.size());
    return at(begins_.size() - 2);
  }
  [[nodiscard]] std::string_view at(std::size_t node) const {
    return std::string_view(text_).substr(begins_[node], begins_[node + 1] - begins_[node]);
  }

 private:
  std::string text_;
  std::vector<std::size_t> begins_ = {0};
};

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

void stream_graphml(const GraphStream& graph, std::ostream& out) {
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
  Ids ids;
  const NodeWriter nodes(of_nodes, graph.header());
  graph.each_node([&](const Node& node) {
    nodes.write(node, ids.add(node.id), gathered.text);
    gathered.pass_on(full);
    return out.good();
  });
  EdgeWriter edges(of_edges, graph.header());
  std::size_t index = 0;
  graph.each_edge([&](const EdgeView& view) {
    edges.write(index++, view.edge, ids.at(view.source), ids.at(view.target), gathered.text);
    gathered.pass_on(full);
    return out.good();
  });
  gathered.pass_on();
  out << "</graph>\n</graphml>\n";
}

void write_graphml(const Graph& graph, std::ostream& out) { stream_graphml(MemoryStream(graph), out); }

} // namespace zonekg

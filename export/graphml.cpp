#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/process/parallel.hpp"
#include "export/readable.hpp"
#include "export/writers.hpp"
#include "export/xml_text.hpp"
#include "graph/number_text.hpp"

namespace zonekg {
namespace {

std::string_view type_name(ValueKind kind) {
  return kind == ValueKind::number ? "double" : kind == ValueKind::flag ? "boolean" : "string";
}

constexpr std::size_t in_part = 128; // nodes, or sources of edges, that one thread formats at a time

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

  void add(const Keys& others) {
    for (const auto& [key, kind] : others.kinds_) add(key, kind);
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

// Of a part of the nodes.
void add_keys(const GraphStream& graph, NodeRange nodes, Keys& keys) {
  graph.each_node(nodes, [&](const Node& node) {
    for (const Property& property : node.properties)
      for (const PlainValue& value : plain_values(property)) keys.add(value.key, value.kind);
    for (const History& history : node.histories) keys.add(history.key + "_history");
    return true;
  });
}

NodeRange part_of(std::size_t nodes, std::size_t part) {
  return {static_cast<std::uint32_t>(part * in_part), static_cast<std::uint32_t>(std::min((part + 1) * in_part, nodes))};
}

Keys node_keys(const GraphStream& graph, unsigned jobs) {
  Keys keys("node");
  for (const char* key : {"label", "name", "type", "aliases", "mentions"}) keys.add(key);
  keys.add("confidence", ValueKind::number);
  std::vector<Keys> of_worker(std::max(jobs, 1U), Keys("node"));
  const std::size_t nodes = graph.node_count(), parts = (nodes + in_part - 1) / in_part;
  for_each_parallel(parts, jobs, [&](std::size_t p, unsigned worker) { add_keys(graph, part_of(nodes, p), of_worker[worker]); });
  for (const Keys& some : of_worker) keys.add(some);
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
  void add(std::string_view id) {
    append_xml(text_, id);
    begins_.push_back(text_.size());
  }
  [[nodiscard]] std::string_view at(std::size_t node) const {
    return std::string_view(text_).substr(begins_[node], begins_[node + 1] - begins_[node]);
  }

 private:
  std::string text_;
  std::vector<std::size_t> begins_ = {0};
};

// Formats a graph in parts, several at once, and passes them on in order.
class Parts {
 public:
  Parts(std::ostream& out, unsigned jobs) : out_(out), jobs_(jobs), texts_(jobs > 1 ? std::size_t{jobs} * 4 : 1) {}

  // `format(nodes, worker, text)` appends what stands at a range of nodes.
  template <class Format>
  void write(std::size_t count, const Format& format) {
    const std::size_t parts = (count + in_part - 1) / in_part;
    for (std::size_t first = 0; first < parts && out_; first += texts_.size()) {
      for_each_parallel(std::min(texts_.size(), parts - first), jobs_,
                        [&](std::size_t p, unsigned worker) { format(part_of(count, first + p), worker, texts_[p]); });
      for (std::string& text : texts_) {
        out_.write(text.data(), static_cast<std::streamsize>(text.size()));
        text.clear();
      }
    }
  }

 private:
  std::ostream& out_;
  const unsigned jobs_;
  std::vector<std::string> texts_;
};

} // namespace

void stream_graphml(const GraphStream& graph, std::ostream& out, unsigned jobs) {
  Keys of_graph = graph_keys(), of_nodes = node_keys(graph, jobs), of_edges = edge_keys();
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
         "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
         "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
         "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
  for (Keys* keys : {&of_graph, &of_nodes, &of_edges}) keys->declare(out);
  out << "<graph id=\"G\" edgedefault=\"directed\">\n";
  std::string header;
  write_header(graph.header(), of_graph, header);
  out << header;
  Ids ids;
  for (std::uint32_t i = 0; i < graph.node_count(); ++i) ids.add(graph.id(i));
  Parts parts(out, jobs);
  const NodeWriter nodes(of_nodes, graph.header());
  parts.write(graph.node_count(), [&](NodeRange range, unsigned, std::string& text) {
    std::size_t i = range.begin;
    graph.each_node(range, [&](const Node& node) {
      nodes.write(node, ids.at(i++), text);
      return true;
    });
  });
  std::vector<EdgeWriter> edges(std::max(jobs, 1U), EdgeWriter(of_edges, graph.header()));
  parts.write(graph.node_count(), [&](NodeRange sources, unsigned worker, std::string& text) {
    std::size_t i = graph.first_edge(sources.begin);
    graph.each_edge(sources, [&](const EdgeView& view) {
      edges[worker].write(i++, view.edge, ids.at(view.source), ids.at(view.target), text);
      return true;
    });
  });
  out << "</graph>\n</graphml>\n";
}

void write_graphml(const Graph& graph, std::ostream& out, unsigned jobs) { stream_graphml(MemoryStream(graph), out, jobs); }
void write_graphml(const Graph& graph, std::ostream& out) { write_graphml(graph, out, 1); }

} // namespace zonekg

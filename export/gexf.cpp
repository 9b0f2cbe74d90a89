// GEXF 1.3, the way Gephi reads it: a dynamic graph whose projects carry their states over time.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "export/readable.hpp"
#include "export/style.hpp"
#include "export/timeline.hpp"
#include "export/writers.hpp"
#include "export/xml_text.hpp"
#include "graph/number_text.hpp"

namespace zonekg {
namespace {

std::string_view type_name(ValueKind kind) {
  return kind == ValueKind::number ? "double" : kind == ValueKind::flag ? "boolean" : "string";
}

// A title that can be an id as it stands: some readers (graphology, Gephi Lite) show the id.
bool is_plain(std::string_view title) {
  return !title.empty() && std::ranges::all_of(title, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

// Attributes of one class and mode, declared before their first use. An attribute of several kinds is a string.
class Attributes {
 public:
  explicit Attributes(std::string prefix) : prefix_(std::move(prefix)) {}

  void add(const std::string& title, ValueKind kind = ValueKind::text) {
    const auto [place, is_new] = kinds_.try_emplace(title, kind);
    if (!is_new && place->second != kind) place->second = ValueKind::text;
  }

  void declare(std::ostream& out, std::string_view of, std::string_view mode) {
    if (kinds_.empty()) return;
    out << "<attributes class=\"" << of << "\" mode=\"" << mode << "\">\n";
    for (const auto& [title, kind] : kinds_) {
      std::string id = is_plain(title) ? title : prefix_ + '-' + std::to_string(ids_.size());
      out << "<attribute id=\"" << id << "\" title=\"" << escape_xml(title) << "\" type=\"" << type_name(kind)
          << "\"/>\n";
      ids_.emplace(title, std::move(id));
    }
    out << "</attributes>\n";
  }

  // After declare. `lifetime`: ready attributes, or empty.
  void write(std::ostream& out, const std::string& title, std::string_view value, std::string_view lifetime = {}) const {
    if (value.empty()) return;
    out << "<attvalue for=\"" << ids_.at(title) << "\" value=\"" << escape_xml(value) << "\"" << lifetime << "/>";
  }

 private:
  std::string prefix_;
  std::map<std::string, ValueKind> kinds_;
  std::map<std::string, std::string> ids_;
};

std::string lifetime(int start, int end) {
  std::string text;
  if (start > 0) text += " start=\"" + day_text(start) + '"';
  if (end > 0) text += " end=\"" + day_text(end) + '"';
  return text;
}

class GexfWriter {
 public:
  GexfWriter(const Graph& graph, std::ostream& out) : graph_(graph), out_(out) { collect(); }

  void write() {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" "
            "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
            "xsi:schemaLocation=\"http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd\" version=\"1.3\">\n"
            "<meta><creator>zonekg</creator><description>"
         << graph_.header().documents.size()
         << " documents</description></meta>\n"
            "<graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"date\" timerepresentation=\"interval\" "
            "idtype=\"string\">\n";
    // In this order: graphology takes the last declarations of a class for all.
    over_time_.declare(out_, "node", "dynamic");
    of_nodes_.declare(out_, "node", "static");
    of_edges_.declare(out_, "edge", "static");
    out_ << "<nodes>\n";
    for (std::size_t i = 0; i < graph_.node_count() && out_; ++i) write_node(graph_.node(i));
    out_ << "</nodes>\n<edges>\n";
    for (std::size_t i = 0; i < graph_.edge_count() && out_; ++i) write_edge(i);
    out_ << "</edges>\n</graph>\n</gexf>\n";
  }

 private:
  void collect() {
    for (const char* title : {"type", "aliases", "mentions"}) of_nodes_.add(title);
    of_nodes_.add("confidence", ValueKind::number);
    for (const char* title : {"type", "modality", "period", "evidence"}) of_edges_.add(title);
    of_edges_.add("confidence", ValueKind::number);
    for (std::size_t i = 0; i < graph_.node_count(); ++i) {
      const Node& node = graph_.node(i);
      for (const History& history : node.histories) {
        of_nodes_.add(history.key + "_history");
        over_time_.add(history.key + "_over_time");
      }
      for (const Property& property : node.properties)
        for (const PlainValue& value : plain_values(property)) of_nodes_.add(value.key, value.kind);
    }
  }

  void write_node(const Node& node) {
    const auto lived = lifetime_of(node, graph_.header());
    out_ << "<node id=\"" << escape_xml(node.id) << "\" label=\"" << escape_xml(node.name) << '"'
         << lifetime(lived.start, lived.end) << "><attvalues>";
    of_nodes_.write(out_, "type", node.type);
    of_nodes_.write(out_, "aliases", readable_list(node.aliases));
    of_nodes_.write(out_, "confidence", number_text(node.confidence));
    for (const Property& property : node.properties)
      for (const PlainValue& value : plain_values(property)) of_nodes_.write(out_, value.key, value.text);
    for (const History& history : node.histories) {
      of_nodes_.write(out_, history.key + "_history", readable_history(history, graph_.header()));
      for (const TimedState& state : timed_states(history, graph_.header()))
        over_time_.write(out_, history.key + "_over_time", state.value, lifetime(state.start, state.end));
    }
    of_nodes_.write(out_, "mentions", readable_evidence(node.mentions, graph_.header()));
    out_ << "</attvalues>" << colour(graph_.header(), node.type) << "</node>\n";
  }

  static std::string colour(const GraphHeader& header, std::string_view type) {
    const std::string fill(style_of(header, type).fill);
    std::string text = "<viz:color";
    for (const auto& [name, at] : {std::pair{"r", 1u}, {"g", 3u}, {"b", 5u}})
      text += std::string(" ") + name + "=\"" + std::to_string(std::stoi(fill.substr(at, 2), nullptr, 16)) + '"';
    return text + "/>";
  }

  // `kind` keeps parallel edges of different types apart.
  void write_edge(std::size_t index) {
    const auto [source, target, edge] = graph_.edge(index);
    const Lifetime lived = lifetime_of(edge, graph_.header());
    out_ << "<edge id=\"e" << index << "\" source=\"" << escape_xml(graph_.node(source).id) << "\" target=\""
         << escape_xml(graph_.node(target).id) << "\" kind=\"" << escape_xml(edge.type) << "\" label=\""
         << escape_xml(edge.type) << "\"" << lifetime(lived.start, lived.end) << "><attvalues>";
    of_edges_.write(out_, "type", edge.type);
    of_edges_.write(out_, "confidence", number_text(edge.confidence));
    of_edges_.write(out_, "modality", edge.modality);
    of_edges_.write(out_, "period", edge.period);
    of_edges_.write(out_, "evidence", readable_evidence(edge.evidence, graph_.header()));
    out_ << "</attvalues></edge>\n";
  }

  const Graph& graph_;
  std::ostream& out_;
  Attributes of_nodes_{"n"}, over_time_{"t"}, of_edges_{"e"};
};

} // namespace

void write_gexf(const Graph& graph, std::ostream& out) { GexfWriter(graph, out).write(); }

} // namespace zonekg
